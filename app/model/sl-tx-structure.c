/* What every record must be like, whatever the rules say: fields, codes, references, keys, parents, no way round.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "model/sl-code.h"
#include "model/sl-tx-private.h"

#include <glib/gi18n-lib.h>

static SlUid
target_of (const SlRecord *record, guint field)
{
  SlValue value;

  if (record == NULL)
    return SL_UID_NONE;
  sl_record_get (record, field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

/* --- Reporting ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlTx *tx;
  SlFaultFunc func;
  gpointer data;
  gboolean sound;
  gboolean stopped;
} Check;

/* Takes @fault. */
static void
report (Check *check, const SlRecord *record, int field, GError *fault)
{
  check->sound = FALSE;
  check->stopped = check->stopped || !check->func (record, field, fault, check->data);
  g_error_free (fault);
}

static void
find (Check *check, const SlRecord *record, int field, const char *what)
{
  report (check, record, field, g_error_new_literal (SL_ERROR, SL_ERROR_STRUCTURE, what));
}

/* --- Fields ------------------------------------------------------------------------------------------------------- */

/* Whether another record holds @code once this is committed. */
static gboolean
code_taken (const SlTx *self, const SlRecord *record, const char *code)
{
  const SlTxEntry *entry = g_hash_table_lookup (self->codes, code);
  const SlRecord *below = sl_data_by_code (self->base, code);

  if (entry != NULL && entry->uid != record->uid)
    return TRUE;
  below = below != NULL ? sl_data_lookup (&self->data, below->uid) : NULL;
  return below != NULL && below->uid != record->uid && g_strcmp0 (sl_record_code (below), code) == 0;
}

/* Reading in what exists and taking back bring their own codes; who adds a record may give it a later one, never one that
 * may have stood for another record before. */
static gboolean
may_be_old (const SlTx *self, const SlRecord *record)
{
  return self->verb == SL_VERB_CREATE || self->verb == SL_VERB_IMPORT || self->verb == SL_VERB_LOAD
         || self->verb == SL_VERB_UNDO || self->verb == SL_VERB_REDO || sl_data_lookup (self->base, record->uid) != NULL;
}

static void
check_code (Check *check, const SlRecord *record, guint field, const char *code)
{
  const SlKind *kind = sl_record_kind (record);
  char stem[SL_CODE_STEM_MAX];
  gint64 number;

  if (code_taken (check->tx, record, code))
    find (check, record, (int) field, _ ("this id is taken"));
  else if (!sl_code_split (kind, code, stem, &number))
    find (check, record, (int) field, _ ("this is no id of its kind"));
  else if (!(kind->flags & SL_KIND_SET_CODE) && number <= sl_data_last_number (check->tx->base, stem)
           && !may_be_old (check->tx, record))
    find (check, record, (int) field, _ ("ids are never given twice; leave it out to get the next one"));
}

static void
check_field (Check *check, const SlRecord *record, const SlField *field, guint i)
{
  const SlRecord *target;
  GError *fault = NULL;
  SlValue value;

  sl_record_read (record, field, &value);
  if (value.is_null)
    {
      if (field->flags & (SL_FIELD_MANDATORY | SL_FIELD_CODE))
        find (check, record, (int) i, _ ("this must not be empty"));
      return;
    }
  if (!sl_field_check (field, &value, &fault))
    report (check, record, (int) i, fault);
  else if (field->flags & SL_FIELD_CODE)
    check_code (check, record, i, value.s);
  if (field->type != SL_TYPE_REF)
    return;
  target = sl_data_lookup (&check->tx->data, value.i);
  if (target == NULL || target->kind != field->ref)
    find (check, record, (int) i, _ ("it refers to something that is not there"));
}

/* Of several possible parents exactly one is given. */
static void
check_parents (Check *check, const SlRecord *record, const SlKind *kind)
{
  guint possible = 0, given = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PARENT && !(kind->fields[f].flags & SL_FIELD_MANDATORY))
      {
        possible++;
        given += target_of (record, f) != SL_UID_NONE;
      }
  if (possible >= 2 && given != 1)
    find (check, record, -1, given == 0 ? _ ("it must say what it is for") : _ ("it can be for one thing only"));
}

static void
check_record (Check *check, const SlTxEntry *entry)
{
  const SlKind *kind = sl_kind_get (entry->kind);

  for (guint f = 0; f < kind->n_fields && !check->stopped; f++)
    check_field (check, entry->now, &kind->fields[f], f);
  if (kind->flags & SL_KIND_SINGLE && entry->before == NULL && sl_data_count (&check->tx->data, entry->kind) > 1)
    find (check, entry->now, -1, _ ("a file holds exactly one"));
  check_parents (check, entry->now, kind);
}

/* --- What is deleted ---------------------------------------------------------------------------------------------- */

static gboolean
take_record (const SlRecord *record, gpointer data)
{
  *(const SlRecord **) data = record;
  return FALSE;
}

static char *
name_record (const SlTx *self, const SlRecord *record)
{
  const char *code = sl_record_code (record);
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_record_kind (record)->label);
  int parent = sl_record_kind (record)->parent;
  SlValue value;

  if (code != NULL)
    return g_strdup (code);
  if (parent >= 0)
    {
      const SlRecord *owner;

      sl_record_get (record, (guint) parent, &value);
      owner = value.is_null ? NULL : sl_data_lookup (&self->data, value.i);
      if (owner != NULL && sl_record_code (owner) != NULL)
        return g_strdup_printf ("%s, %s", sl_record_code (owner), label);
    }
  return g_strdup (label);
}

/* A deleted record may be referred to by nothing that stays. */
static void
check_deleted (Check *check, const SlTxEntry *entry)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      {
        const SlRecord *user = NULL;
        g_autofree char *user_name = NULL;
        g_autofree char *message = NULL;

        if (sl_kind_get (k)->fields[f].type != SL_TYPE_REF || sl_kind_get (k)->fields[f].ref != entry->kind)
          continue;
        sl_data_children (&check->tx->data, k, f, entry->uid, take_record, &user);
        if (user == NULL)
          continue;
        user_name = name_record (check->tx, user);
        /* TRANSLATORS: the first place is a record, the second one of its fields (Owner). */
        message = g_strdup_printf (_ ("it cannot be deleted because %s refers to it (%s)"), user_name,
                                   g_dgettext (GETTEXT_PACKAGE, sl_kind_get (k)->fields[f].label));
        find (check, entry->before, -1, message);
        return;
      }
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static int
first_key (const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_KEY)
      return (int) f;
  return -1;
}

static gboolean
tells_apart (const SlKind *kind, guint field)
{
  return kind->fields[field].flags & SL_FIELD_KEY || (int) field == kind->parent;
}

static guint
hash_key (gconstpointer data)
{
  const SlRecord *record = data;
  const SlKind *kind = sl_record_kind (record);
  guint hash = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    if (tells_apart (kind, f))
      {
        SlValue value;

        sl_record_get (record, f, &value);
        hash = hash * 31 + (value.is_null ? 0 : value.type == SL_TYPE_TEXT ? g_str_hash (value.s) : g_int64_hash (&value.i));
      }
  return hash;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const SlKind *kind = sl_record_kind (a);

  for (guint f = 0; f < kind->n_fields; f++)
    if (tells_apart (kind, f))
      {
        SlValue one, two;

        sl_record_get (a, f, &one);
        sl_record_get (b, f, &two);
        if (!sl_value_equal (&one, &two))
          return FALSE;
      }
  return TRUE;
}

typedef struct
{
  Check *check;
  GHashTable *seen; /* of records, told apart by parent and key */
} Sisters;

static gboolean
look_at_sister (const SlRecord *record, gpointer data)
{
  const Sisters *sisters = data;
  const SlRecord *first = g_hash_table_lookup (sisters->seen, record);

  if (first == NULL)
    g_hash_table_add (sisters->seen, (gpointer) record);
  else
    /* The one that stood before is not at fault. */
    find (sisters->check, sl_uid_map_get (sisters->check->tx->entries, record->uid) != NULL ? record : first,
          first_key (sl_record_kind (record)), _ ("there is one like this already"));
  return !sisters->check->stopped;
}

/* No two records of one parent are alike in all their key fields. Each family is looked at once, however many of it are
 * touched. */
static void
check_keys (Check *check, const SlKind *kind)
{
  const GPtrArray *entries = check->tx->by_kind[kind->id];
  g_autoptr (SlUidMap) families = sl_uid_map_new (NULL);
  Sisters sisters = { check, g_hash_table_new (hash_key, equal_key) };

  for (guint i = 0; i < entries->len && !check->stopped; i++)
    {
      const SlTxEntry *entry = entries->pdata[i];
      SlUid family = kind->parent >= 0 ? target_of (entry->now, (guint) kind->parent) : G_MAXINT64;

      if (entry->now == NULL || family == SL_UID_NONE || sl_uid_map_get (families, family) != NULL)
        continue;
      sl_uid_map_set (families, family, families);
      if (kind->parent >= 0)
        sl_data_children (&check->tx->data, kind->id, (guint) kind->parent, family, look_at_sister, &sisters);
      else
        sl_data_each (&check->tx->data, kind->id, look_at_sister, &sisters);
    }
  g_hash_table_unref (sisters.seen);
}

/* --- No way round ------------------------------------------------------------------------------------------------- */

/* Following @field, which points to the kind itself, from any touched record never comes back. Each record is passed
 * once: a walk ends where an earlier one went on. */
static void
check_chains (Check *check, const SlKind *kind, guint field)
{
  const GPtrArray *entries = check->tx->by_kind[kind->id];
  g_autoptr (SlUidMap) passed = sl_uid_map_new (NULL);

  for (guint i = 0; i < entries->len && !check->stopped; i++)
    {
      const SlRecord *at = ((const SlTxEntry *) entries->pdata[i])->now;

      while (at != NULL && sl_uid_map_get (passed, at->uid) == NULL)
        {
          sl_uid_map_set (passed, at->uid, GUINT_TO_POINTER (i + 1));
          at = sl_data_lookup (&check->tx->data, target_of (at, field));
        }
      if (at != NULL && GPOINTER_TO_UINT (sl_uid_map_get (passed, at->uid)) == i + 1)
        find (check, at, (int) field, _ ("it leads back to itself"));
    }
}

enum
{
  WALK_NEW,
  WALK_OPEN, /* on the way being followed */
  WALK_DONE,
};

typedef struct
{
  Check *check;
  int kind;         /* of the links */
  guint from, to;   /* their ends */
  GArray *stack;    /* of Step: the way being followed */
  SlUidMap *states; /* uid -> WALK_... */
} Walk;

typedef struct
{
  SlUid uid;
  GPtrArray *links; /* borrowed records */
  guint next;
} Step;

static gboolean
collect_link (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, (gpointer) record);
  return TRUE;
}

static void
step_clear (gpointer data)
{
  g_ptr_array_unref (((Step *) data)->links);
}

static void
enter (Walk *walk, SlUid uid)
{
  Step step = { uid, g_ptr_array_new (), 0 };

  sl_uid_map_set (walk->states, uid, GINT_TO_POINTER (WALK_OPEN));
  sl_data_children (&walk->check->tx->data, walk->kind, walk->from, uid, collect_link, step.links);
  g_array_append_val (walk->stack, step);
}

/* Follows every way on from @uid that has not been followed yet, without recursion: ways may be long. */
static void
follow (Walk *walk, SlUid uid)
{
  if (GPOINTER_TO_INT (sl_uid_map_get (walk->states, uid)) == WALK_NEW)
    enter (walk, uid);
  while (walk->stack->len > 0 && !walk->check->stopped)
    {
      Step *step = &g_array_index (walk->stack, Step, walk->stack->len - 1);
      const SlRecord *link = step->next < step->links->len ? step->links->pdata[step->next++] : NULL;
      SlUid to = target_of (link, walk->to);
      int state = link != NULL ? GPOINTER_TO_INT (sl_uid_map_get (walk->states, to)) : WALK_DONE;

      if (link == NULL)
        {
          sl_uid_map_set (walk->states, step->uid, GINT_TO_POINTER (WALK_DONE));
          g_array_set_size (walk->stack, walk->stack->len - 1);
        }
      else if (state == WALK_OPEN)
        find (walk->check, link, -1, _ ("it leads back to where it came from"));
      else if (state == WALK_NEW && to != SL_UID_NONE)
        enter (walk, to);
    }
}

/* New and changed links of @kind must not close a ring. */
static void
check_acyclic (Check *check, const SlKind *kind)
{
  const GPtrArray *entries = check->tx->by_kind[kind->id];
  Walk walk = { .check = check, .kind = kind->id, .from = (guint) kind->parent, .to = (guint) first_key (kind) };

  walk.stack = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (walk.stack, step_clear);
  walk.states = sl_uid_map_new (NULL);
  for (guint i = 0; i < entries->len && !check->stopped; i++)
    {
      const SlTxEntry *entry = entries->pdata[i];

      if (target_of (entry->now, walk.from) != SL_UID_NONE)
        follow (&walk, target_of (entry->now, walk.from));
    }
  g_array_unref (walk.stack);
  sl_uid_map_free (walk.states);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
check_kind (Check *check, const SlKind *kind)
{
  if (first_key (kind) >= 0)
    check_keys (check, kind);
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].type == SL_TYPE_REF && kind->fields[f].ref == kind->id)
      check_chains (check, kind, f);
  if (kind->flags & SL_KIND_ACYCLIC)
    check_acyclic (check, kind);
}

gboolean
sl_tx_each_fault (const SlTx *self, SlFaultFunc func, gpointer data)
{
  Check check = { .tx = self, .func = func, .data = data, .sound = TRUE };

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  for (guint i = 0; i < self->order->len && !check.stopped; i++)
    {
      const SlTxEntry *entry = self->order->pdata[i];

      if (entry->now != NULL)
        check_record (&check, entry);
      else if (entry->before != NULL)
        check_deleted (&check, entry);
    }
  for (int k = 0; k < SL_N_KINDS && !check.stopped; k++)
    if (self->by_kind[k] != NULL)
      check_kind (&check, sl_kind_get (k));
  return check.sound;
}

typedef struct
{
  const SlTx *tx;
  GError **error;
} First;

static gboolean
take_first (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  const First *first = data;
  g_autofree char *name = name_record (first->tx, record);

  /* What a value may be is said with its field's name. */
  if (field >= 0 && fault->code == SL_ERROR_STRUCTURE)
    g_set_error (first->error, SL_ERROR, fault->code, "%s: %s: %s", name,
                 g_dgettext (GETTEXT_PACKAGE, sl_record_kind (record)->fields[field].label), fault->message);
  else
    g_set_error (first->error, SL_ERROR, fault->code, "%s: %s", name, fault->message);
  return FALSE;
}

gboolean
sl_tx_check_structure (const SlTx *self, GError **error)
{
  First first = { self, error };

  return sl_tx_each_fault (self, take_first, &first);
}
