/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-map-import.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-csv.h"
#include "exchange/sl-graphml.h"
#include "insight/sl-map-status.h"
#include "model/sl-code.h"
#include "rules/sl-map-links.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _SlMapImport
{
  SlWorkspace *workspace;
  SlTx *tx;              /* NULL once it is committed */
  char *name;
  GPtrArray *refusals;
  GHashTable *added;     /* SlUid of what is added -> its line */
  GHashTable *by_id;     /* id in the document -> SlUid of the card */
  guint n_cards, n_links, n_present;
  gboolean whole;        /* all or nothing */
  int kind;              /* of a table */
  int fields[SL_CSV_CELLS_MAX]; /* of its columns; -1: passed over */
  guint n_columns;       /* 0 until the first row is read */
};

static void
refusal_free (gpointer data)
{
  SlMapRefusal *self = data;

  g_free (self->what);
  g_free (self->reason);
  g_free (self);
}

static void
refuse (SlMapImport *self, int line, const char *what, const char *reason)
{
  SlMapRefusal *refusal = g_new0 (SlMapRefusal, 1);

  refusal->line = line;
  refusal->what = g_strdup (what != NULL ? what : "");
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (self->refusals, refusal);
}

static gpointer
copy_uid (SlUid uid)
{
  return g_memdup2 (&uid, sizeof uid);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

/* What a row says, from wherever: by number of field. */
typedef struct
{
  int line;
  const char *id; /* of a card, in the document */
  const char *values[SL_FIELDS_MAX];
} Row;

/* Whether a new card may have this code: of the pattern, and never given before. */
static gboolean
code_is_free (const SlMapImport *self, const char *code)
{
  const SlData *data = sl_tx_data (self->tx);
  char stem[SL_CODE_STEM_MAX];
  gint64 number;

  return sl_code_split (sl_kind_get (SL_KIND_MAP_NODE), code, stem, &number) && sl_data_by_code (data, code) == NULL
         && number > sl_data_last_number (sl_tx_base (self->tx), stem);
}

/* All that the row gives; what cannot be is the reason that it is refused. */
static gboolean
set_fields (SlMapImport *self, SlUid uid, const SlKind *kind, const Row *row, GError **error)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if ((int) f != kind->code && row->values[f] != NULL && *row->values[f] != '\0'
        && !sl_tx_set_text (self->tx, uid, f, row->values[f], sl_workspace_as_of (self->workspace), error))
      return FALSE;
  return TRUE;
}

static void
give_up (SlMapImport *self, SlUid uid, const Row *row, const char *what, const GError *why)
{
  refuse (self, row->line, what, why->message);
  sl_tx_delete (self->tx, uid, NULL);
}

static void
keep_id (SlMapImport *self, const char *id, SlUid uid)
{
  if (id != NULL && *id != '\0' && g_hash_table_lookup (self->by_id, id) == NULL)
    g_hash_table_insert (self->by_id, g_strdup (id), copy_uid (uid));
}

static void
add_card (SlMapImport *self, const Row *row)
{
  const SlKind *kind = sl_kind_get (SL_KIND_MAP_NODE);
  const char *code = row->values[SL_MAP_NODE_CODE], *what = code != NULL && *code != '\0' ? code : row->id;
  const SlRecord *there = what != NULL ? sl_data_by_code (sl_tx_base (self->tx), what) : NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid;

  if (there != NULL && there->kind == SL_KIND_MAP_NODE)
    {
      keep_id (self, row->id, there->uid);
      self->n_present++;
      return;
    }
  uid = sl_tx_create (self->tx, SL_KIND_MAP_NODE);
  if (code != NULL && code_is_free (self, code))
    sl_tx_set (self->tx, uid, SL_MAP_NODE_CODE, &SL_VALUE_TEXT (code), NULL);
  if (row->values[SL_MAP_NODE_TYPE] == NULL || *row->values[SL_MAP_NODE_TYPE] == '\0')
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_VALUE,
                         _ ("it has no type: investment, enabler, business_change, intermediate_outcome, end_outcome or "
                            "strategic_purpose"));
  else if (set_fields (self, uid, kind, row, &error))
    {
      g_hash_table_insert (self->added, copy_uid (uid), GINT_TO_POINTER (row->line));
      keep_id (self, row->id, uid);
      return;
    }
  give_up (self, uid, row, what, error);
}

/* A walk along the links of the map as it would be. */
typedef struct
{
  const SlData *data;
  GHashTable *seen;  /* of SlRecord */
  GPtrArray *open;   /* of SlRecord: from which there is still to be gone on */
  int type;          /* links never lead to an earlier type (domain.md 2.4), so what is beyond it leads back nowhere */
} Walk;

static gboolean
go_on (const SlRecord *record, gpointer data)
{
  Walk *walk = data;
  const SlRecord *to = sl_data_lookup (walk->data, SL_AS (MAP_EDGE, record)->to);

  if (to != NULL && SL_AS (MAP_NODE, to)->type == walk->type && g_hash_table_add (walk->seen, (gpointer) to))
    g_ptr_array_add (walk->open, (gpointer) to);
  return TRUE;
}

/* Whether @to leads to @from already. Only links between cards of one type can. */
static gboolean
leads_back (const SlMapImport *self, const SlRecord *from, const SlRecord *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Walk walk = { sl_tx_data (self->tx), seen, open, SL_AS (MAP_NODE, from)->type };

  if (from == to)
    return TRUE;
  if (SL_AS (MAP_NODE, to)->type != walk.type)
    return FALSE;
  g_ptr_array_add (open, (gpointer) to);
  while (open->len > 0 && !g_hash_table_contains (seen, from))
    {
      const SlRecord *at = g_ptr_array_steal_index_fast (open, open->len - 1);

      sl_data_children (walk.data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, at->uid, go_on, &walk);
    }
  return g_hash_table_contains (seen, from);
}

/* What stands in the way of a link between two cards that are there; NULL when nothing does. */
static char *
dup_obstacle (const SlMapImport *self, const SlRecord *from, const SlRecord *to)
{
  const SlEnum *types = sl_kind_get (SL_KIND_MAP_NODE)->fields[SL_MAP_NODE_TYPE].tokens;

  if (sl_map_link_fit (SL_AS (MAP_NODE, from), SL_AS (MAP_NODE, to)) == SL_LINK_REFUSED)
    /* TRANSLATORS: {1} and {2} are types of cards: Enabler, End outcome. */
    return sl_text_compose (_ ("a link from {1} to {2} is not allowed"),
                            (const char *[]){ _ (sl_enum_label (types, SL_AS (MAP_NODE, from)->type)),
                                              _ (sl_enum_label (types, SL_AS (MAP_NODE, to)->type)), NULL });
  return leads_back (self, from, to) ? g_strdup (_ ("it leads back to where it came from")) : NULL;
}

static void
add_link (SlMapImport *self, const Row *row, SlUid from, SlUid to, const char *what)
{
  const SlRecord *ends[] = { sl_data_lookup (sl_tx_data (self->tx), from), sl_data_lookup (sl_tx_data (self->tx), to) };
  gboolean present = FALSE;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;
  SlUid uid;

  if (ends[0] == NULL || ends[1] == NULL)
    {
      refuse (self, row->line, what, _ ("one of its cards is not there, or was refused"));
      return;
    }
  if (g_hash_table_lookup (self->added, &from) == NULL && g_hash_table_lookup (self->added, &to) == NULL)
    present = sl_map_link_between (sl_tx_base (self->tx), from, to) != SL_UID_NONE;
  if (present)
    {
      self->n_present++;
      return;
    }
  obstacle = dup_obstacle (self, ends[0], ends[1]);
  if (obstacle != NULL)
    {
      refuse (self, row->line, what, obstacle);
      return;
    }
  uid = sl_tx_create (self->tx, SL_KIND_MAP_EDGE);
  if (sl_tx_set (self->tx, uid, SL_MAP_EDGE_FROM, &SL_VALUE_REF (from), &error)
      && sl_tx_set (self->tx, uid, SL_MAP_EDGE_TO, &SL_VALUE_REF (to), &error)
      && set_fields (self, uid, sl_kind_get (SL_KIND_MAP_EDGE), row, &error))
    g_hash_table_insert (self->added, copy_uid (uid), GINT_TO_POINTER (row->line));
  else
    give_up (self, uid, row, what, error);
}

/* --- GraphML ------------------------------------------------------------------------------------------------------ */

static void
take_data (const SlGraphml *graph, guint first, guint n, const SlKind *kind, Row *row)
{
  for (guint f = 0; f < kind->n_fields; f++)
    row->values[f] = sl_graphml_find (graph, first, n, kind->fields[f].name);
}

static void
take_node (SlMapImport *self, const SlGraphml *graph, guint i)
{
  static const char *const types[] = { "investment", "enabler", "business_change", "intermediate_outcome", "end_outcome",
                                       "strategic_purpose" };
  const SlGraphmlNode *node = &g_array_index (graph->nodes, SlGraphmlNode, i);
  char x[32], y[32];
  Row row = { .line = node->line, .id = node->id };

  take_data (graph, node->first, node->n_data, sl_kind_get (SL_KIND_MAP_NODE), &row);
  row.values[SL_MAP_NODE_TITLE] = node->label;
  if (row.values[SL_MAP_NODE_TYPE] == NULL && node->card.column >= 0 && node->card.column < (int) G_N_ELEMENTS (types))
    row.values[SL_MAP_NODE_TYPE] = types[node->card.column];
  if (node->card.placed && node->card.pinned)
    {
      g_snprintf (x, sizeof x, "%.0f", round (node->card.x));
      g_snprintf (y, sizeof y, "%.0f", round (node->card.y));
      row.values[SL_MAP_NODE_X] = x;
      row.values[SL_MAP_NODE_Y] = y;
    }
  add_card (self, &row);
}

/* Programs of graphs reckon with a number as weight: 1 is essential. */
static const char *
weight_of (const char *weight)
{
  char *end;
  double number = weight != NULL ? g_ascii_strtod (weight, &end) : 0;

  if (weight == NULL || end == weight || *end != '\0')
    return weight;
  return number >= 1 ? "essential" : "contributing";
}

static SlUid
card_of (const SlMapImport *self, const char *id)
{
  const SlUid *uid = g_hash_table_lookup (self->by_id, id);

  return uid != NULL ? *uid : SL_UID_NONE;
}

static void
take_edge (SlMapImport *self, const SlGraphml *graph, guint i)
{
  const SlGraphmlEdge *edge = &g_array_index (graph->edges, SlGraphmlEdge, i);
  const char *from = g_array_index (graph->nodes, SlGraphmlNode, edge->ends.source).id;
  const char *to = g_array_index (graph->nodes, SlGraphmlNode, edge->ends.target).id;
  g_autofree char *what = g_strdup_printf ("%s > %s", from, to);
  Row row = { .line = edge->line };

  take_data (graph, edge->first, edge->n_data, sl_kind_get (SL_KIND_MAP_EDGE), &row);
  row.values[SL_MAP_EDGE_FROM] = row.values[SL_MAP_EDGE_TO] = NULL;
  row.values[SL_MAP_EDGE_WEIGHT] = weight_of (row.values[SL_MAP_EDGE_WEIGHT]);
  add_link (self, &row, card_of (self, from), card_of (self, to), what);
}

static gboolean
take_graph (SlMapImport *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlGraphml) graph = sl_graphml_read (stream, self->name, cancellable, error);

  if (graph == NULL)
    return FALSE;
  /* Codes given come before codes counted, so that none is taken twice. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < graph->nodes->len; i++)
      {
        const SlGraphmlNode *node = &g_array_index (graph->nodes, SlGraphmlNode, i);

        if ((sl_graphml_find (graph, node->first, node->n_data, "code") == NULL) == pass)
          take_node (self, graph, i);
      }
  for (guint i = 0; i < graph->edges->len; i++)
    take_edge (self, graph, i);
  return TRUE;
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static gboolean
take_head (SlMapImport *self, const char *const *cells, guint n, int line, GError **error)
{
  static const char *const needed[][2] = { { "type", "title" }, { "from", "to" } };
  const SlKind *kind = sl_kind_get (self->kind);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strstrip (g_ascii_strdown (cells[i], -1));

      self->fields[i] = sl_kind_find_field (kind, name);
    }
  self->n_columns = n;
  for (guint k = 0; k < 2; k++)
    {
      const char *name = needed[self->kind == SL_KIND_MAP_EDGE][k];
      gboolean found = FALSE;

      for (guint i = 0; i < n; i++)
        found = found || self->fields[i] == sl_kind_find_field (kind, name);
      if (!found)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("%s:%d: there is no column “%s”"), self->name, line, name);
          return FALSE;
        }
    }
  return TRUE;
}

static SlUid
card_called (const SlMapImport *self, const char *code)
{
  const SlRecord *record = code != NULL ? sl_data_by_code (sl_tx_data (self->tx), code) : NULL;

  return record != NULL && record->kind == SL_KIND_MAP_NODE ? record->uid : SL_UID_NONE;
}

static gboolean
take_row (const char *const *cells, guint n, int line, gpointer data, GError **error)
{
  SlMapImport *self = data;
  Row row = { .line = line };
  const char *from, *to;
  g_autofree char *what = NULL;

  if (self->n_columns == 0)
    return take_head (self, cells, n, line, error);
  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    if (self->fields[i] >= 0)
      row.values[self->fields[i]] = cells[i];
  if (self->kind == SL_KIND_MAP_NODE)
    {
      add_card (self, &row);
      return TRUE;
    }
  from = row.values[SL_MAP_EDGE_FROM];
  to = row.values[SL_MAP_EDGE_TO];
  row.values[SL_MAP_EDGE_FROM] = row.values[SL_MAP_EDGE_TO] = NULL;
  what = g_strdup_printf ("%s > %s", from != NULL ? from : "", to != NULL ? to : "");
  add_link (self, &row, card_called (self, from), card_called (self, to), what);
  return TRUE;
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* What is wrong with what was added, found when all of it is there. */
typedef struct
{
  SlMapImport *import;
  GHashTable *faulty; /* SlUid */
} Judging;

static void
refuse_record (Judging *self, SlUid uid, const char *reason)
{
  gpointer line;
  const SlRecord *record = sl_data_lookup (sl_tx_data (self->import->tx), uid);
  g_autofree char *handle = record != NULL ? sl_data_dup_text (sl_tx_data (self->import->tx), &(SlField){ .type = SL_TYPE_REF },
                                                               &SL_VALUE_REF (uid))
                                           : NULL;

  if (g_hash_table_contains (self->faulty, &uid) || !g_hash_table_lookup_extended (self->import->added, &uid, NULL, &line))
    return;
  refuse (self->import, GPOINTER_TO_INT (line), handle, reason);
  g_hash_table_add (self->faulty, copy_uid (uid));
}

static gboolean
take_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  refuse_record (data, record->uid, fault->message);
  return TRUE;
}

static gboolean
drop_faulty (Judging *self, GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, self->faulty);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      g_hash_table_remove (self->import->added, uid);
      /* A link goes along with its card. */
      if (sl_data_lookup (sl_tx_data (self->import->tx), *(SlUid *) uid) != NULL
          && !sl_tx_delete (self->import->tx, *(SlUid *) uid, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->faulty);
  return TRUE;
}

static gboolean
judge (SlMapImport *self, GError **error)
{
  g_autoptr (GHashTable) faulty = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  Judging judging = { self, faulty };

  sl_tx_each_fault (self->tx, take_fault, &judging);
  if (!drop_faulty (&judging, error) || !sl_workspace_judge (self->workspace, self->tx, findings, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *text = NULL;

      if (finding->severity != SL_SEVERITY_ERROR)
        continue;
      text = sl_text_compose (_ (finding->format), (const char *const *) finding->args);
      refuse_record (&judging, finding->uid, text);
    }
  return drop_faulty (&judging, error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlMapRefusal *one = *(const SlMapRefusal *const *) a, *other = *(const SlMapRefusal *const *) b;

  return one->line - other->line;
}

static void
count_added (SlMapImport *self)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, self->added);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      const SlRecord *record = sl_data_lookup (sl_tx_data (self->tx), *(SlUid *) uid);

      self->n_cards += record != NULL && record->kind == SL_KIND_MAP_NODE;
      self->n_links += record != NULL && record->kind == SL_KIND_MAP_EDGE;
    }
}

SlMapImport *
sl_map_import_new (SlWorkspace *workspace, GInputStream *stream, const char *name, int kind, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SlMapImport) self = g_new0 (SlMapImport, 1);
  gboolean taken;

  g_return_val_if_fail (kind == -1 || kind == SL_KIND_MAP_NODE || kind == SL_KIND_MAP_EDGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->tx = sl_workspace_begin (workspace, SL_VERB_ADD);
  self->name = g_strdup (name);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->whole = kind == -1;
  self->kind = kind;
  taken = self->whole ? take_graph (self, stream, cancellable, error)
                      : sl_csv_read (stream, name, take_row, self, cancellable, error);
  if (!taken || !judge (self, error))
    return NULL;
  count_added (self);
  g_ptr_array_sort (self->refusals, compare_lines);
  return g_steal_pointer (&self);
}

void
sl_map_import_free (SlMapImport *self)
{
  g_clear_pointer (&self->tx, sl_tx_free);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_free (self->name);
  g_free (self);
}

guint
sl_map_import_cards (const SlMapImport *self)
{
  return self->n_cards;
}

guint
sl_map_import_links (const SlMapImport *self)
{
  return self->n_links;
}

guint
sl_map_import_present (const SlMapImport *self)
{
  return self->n_present;
}

const GPtrArray *
sl_map_import_refusals (const SlMapImport *self)
{
  return self->refusals;
}

const SlData *
sl_map_import_data (const SlMapImport *self)
{
  return self->tx != NULL ? sl_tx_data (self->tx) : NULL;
}

gboolean
sl_map_import_commit (SlMapImport *self, const char *reason, GError **error)
{
  const SlMapRefusal *first = self->refusals->len > 0 ? self->refusals->pdata[0] : NULL;

  g_return_val_if_fail (self->tx != NULL, FALSE);
  if (self->whole && first != NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("nothing was taken, for of the graph %u cannot be; the first is %s:%d: %s: %s"),
                   self->refusals->len, self->name, first->line, first->what, first->reason);
      return FALSE;
    }
  return sl_workspace_commit (self->workspace, g_steal_pointer (&self->tx), reason, error);
}
