/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-clip.h"

#include "base/sl-text.h"
#include "ui/models/sl-tsv.h"

#include <glib/gi18n-lib.h>

/* --- Out ---------------------------------------------------------------------------------------------------------- */

static char *
dup_targets (const SlMapCopy *copy, SlUid from)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < sl_map_copy_count_links (copy); i++)
    {
      const SlMapEdge *edge = sl_map_copy_nth_link (copy, i);

      for (guint k = 0; edge->from == from && k < sl_map_copy_count (copy); k++)
        if (sl_map_copy_nth (copy, k)->record.uid == edge->to)
          g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", sl_map_copy_nth (copy, k)->code);
    }
  return g_string_free (codes, FALSE);
}

char *
sl_map_copy_dup_text (const SlData *data, const SlMapCopy *copy)
{
  const SlField *type = &sl_kind_get (SL_KIND_MAP_NODE)->fields[SL_MAP_NODE_TYPE];
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sl_map_copy_count (copy); i++)
    {
      const SlMapNode *node = sl_map_copy_nth (copy, i);
      g_autofree char *targets = dup_targets (copy, node->record.uid);
      const char *cells[] = { node->code, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (type->tokens, node->type)), node->title,
                              sl_data_name (data, node->owner), targets };

      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        {
          if (c > 0)
            g_string_append_c (text, '\t');
          sl_tsv_append (text, cells[c]);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* --- In ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *code, *targets; /* borrowed from the row; "" for none */
  SlUid uid;
} Pasted;

static const SlField *
field_of (guint field)
{
  return &sl_kind_get (SL_KIND_MAP_NODE)->fields[field];
}

/* As the cells of a field are called where a spreadsheet has headings. */
static gboolean
is_called (const char *cell, guint field)
{
  g_autofree char *folded = sl_text_fold (cell), *label = sl_text_fold (g_dgettext (GETTEXT_PACKAGE, field_of (field)->label));

  return g_str_equal (folded, label) || g_ascii_strcasecmp (cell, field_of (field)->name) == 0;
}

static gboolean
is_headings (const GPtrArray *row)
{
  gboolean type = FALSE, title = FALSE;

  for (guint i = 0; i < row->len; i++)
    {
      type |= is_called (row->pdata[i], SL_MAP_NODE_TYPE);
      title |= is_called (row->pdata[i], SL_MAP_NODE_TITLE);
    }
  return type && title;
}

/* The type that a cell names whole, in the reader's words or ours; 0: none. A code may be the beginning of one. */
static int
read_type (const char *text)
{
  g_autofree char *folded = sl_text_fold (text);

  for (int type = 1; type < SL_NODE_TYPE_END_; type++)
    {
      const char *label = sl_enum_label (&sl_node_type_enum, type);
      g_autofree char *ours = sl_text_fold (label), *theirs = sl_text_fold (g_dgettext (GETTEXT_PACKAGE, label));

      if (g_str_equal (folded, ours) || g_str_equal (folded, theirs) || g_str_equal (text, sl_enum_token (&sl_node_type_enum, type)))
        return type;
    }
  return 0;
}

/* Which cell says what type it is; -1: none does, or no title stands after it. */
static int
find_type (const GPtrArray *row, int *type)
{
  for (guint i = 0; i + 1 < row->len; i++)
    {
      int read = read_type (row->pdata[i]);

      if (read == 0)
        continue;
      *type = read;
      return (int) i;
    }
  return -1;
}

/* Whoever is not known here is left out. */
static gboolean
set_owner (SlTx *tx, SlUid card, const char *name, GError **error)
{
  g_autofree char *owned = NULL;
  SlValue value;

  if (*name == '\0' || !sl_data_parse (sl_tx_data (tx), field_of (SL_MAP_NODE_OWNER), name, 0, &value, &owned, NULL) || value.is_null)
    return TRUE;
  return sl_tx_set (tx, card, SL_MAP_NODE_OWNER, &value, error);
}

static const char *
cell (const GPtrArray *row, int column)
{
  return column >= 0 && column < (int) row->len ? row->pdata[column] : "";
}

static gboolean
add_row (SlTx *tx, const GPtrArray *row, int type, GArray *pasted, GError **error)
{
  int at = find_type (row, &type);
  Pasted one = { at > 0 ? cell (row, at - 1) : "", at >= 0 ? cell (row, at + 3) : "", SL_UID_NONE };
  const char *title = cell (row, at >= 0 ? at + 1 : 0);

  if (*title == '\0')
    return TRUE;
  one.uid = sl_tx_add_card (tx, type, title, error);
  if (one.uid == SL_UID_NONE || (at >= 0 && !set_owner (tx, one.uid, cell (row, at + 2), error)))
    return FALSE;
  g_array_append_val (pasted, one);
  return TRUE;
}

/* The links of one among those pasted. */
static gboolean
add_links (SlTx *tx, const Pasted *from, const GArray *pasted, GError **error)
{
  g_auto (GStrv) codes = g_strsplit_set (from->targets, ",; ", -1);

  for (char **code = codes; *code != NULL; code++)
    for (guint i = 0; **code != '\0' && i < pasted->len; i++)
      {
        const Pasted *to = &g_array_index (pasted, Pasted, i);

        if (g_ascii_strcasecmp (to->code, *code) != 0)
          continue;
        if (sl_tx_link_cards (tx, from->uid, to->uid, error) == SL_UID_NONE)
          return FALSE;
        break;
      }
  return TRUE;
}

gboolean
sl_tx_paste_card_rows (SlTx *tx, const char *text, int type, GArray *made, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) pasted = g_array_new (FALSE, FALSE, sizeof (Pasted));

  g_return_val_if_fail (tx != NULL && text != NULL && made != NULL, FALSE);
  rows = sl_tsv_parse (text, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!(i == 0 && is_headings (rows->pdata[i])) && !add_row (tx, rows->pdata[i], type, pasted, error))
      return FALSE;
  for (guint i = 0; i < pasted->len; i++)
    {
      if (!add_links (tx, &g_array_index (pasted, Pasted, i), pasted, error))
        return FALSE;
      g_array_append_val (made, g_array_index (pasted, Pasted, i).uid);
    }
  return rows != NULL;
}
