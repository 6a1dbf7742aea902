/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

#include "ui/models/sl-tsv.h"

typedef struct
{
  Key key;
  guint depth;
} Line;

static void
append_field (SlMapTree *self, GString *text, SlUid uid, guint field)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, uid);
  g_autofree char *display = NULL;

  if (record != NULL)
    {
      SlValue value;

      sl_record_get (record, field, &value);
      display = sl_data_dup_display (data, &sl_kind_get (record->kind)->fields[field], &value);
    }
  g_string_append_c (text, '\t');
  sl_tsv_append (text, display);
}

static void
append_line (SlMapTree *self, GString *text, const Line *line)
{
  const SlMapNode *node = sl_map_tree_card (self, line->key.uid);
  g_autofree char *title = g_strdup_printf ("%*s%s", (int) line->depth * 2, "", node->title);

  sl_tsv_append (text, node->code);
  append_field (self, text, line->key.uid, SL_MAP_NODE_TYPE);
  g_string_append_c (text, '\t');
  sl_tsv_append (text, title);
  append_field (self, text, line->key.uid, SL_MAP_NODE_STATUS);
  append_field (self, text, line->key.uid, SL_MAP_NODE_OWNER);
  if (line->key.link != SL_UID_NONE)
    {
      append_field (self, text, line->key.link, SL_MAP_EDGE_WEIGHT);
      append_field (self, text, line->key.link, SL_MAP_EDGE_EVIDENCE);
    }
  g_string_append_c (text, '\n');
}

char *
sl_map_tree_dup_text (SlMapTree *self, guint position)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);

  g_return_val_if_fail (SL_IS_MAP_TREE (self) && position < self->rows->len, g_string_free (text, FALSE));
  g_array_append_vals (stack, &(Line){ sl_map_tree_nth (self, position)->key, 0 }, 1);
  while (stack->len > 0)
    {
      Line line = g_array_index (stack, Line, stack->len - 1);
      SlMapTreeRow of = { .key = line.key };
      g_autoptr (GArray) children = sl_map_tree_children (self, &of);

      g_array_set_size (stack, stack->len - 1);
      if (line.key.form == SL_MAP_TREE_CARD)
        append_line (self, text, &line);
      if (line.key.form == SL_MAP_TREE_CARD && sl_uid_map_get (seen, line.key.uid) != NULL)
        continue;
      if (line.key.form == SL_MAP_TREE_CARD)
        sl_uid_map_set (seen, line.key.uid, self);
      for (guint i = children->len; i-- > 0;)
        {
          Line child = { g_array_index (children, Key, i), line.key.form == SL_MAP_TREE_CARD ? line.depth + 1 : 0 };

          g_array_append_val (stack, child);
        }
    }
  return g_string_free (text, FALSE);
}
