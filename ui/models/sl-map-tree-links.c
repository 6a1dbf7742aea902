/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

const SlMapNode *
sl_map_tree_card (SlMapTree *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  const SlMapNode *node = record != NULL && record->kind == SL_KIND_MAP_NODE ? SL_AS (MAP_NODE, record) : NULL;

  return node != NULL && node->status != SL_NODE_STATUS_DROPPED ? node : NULL;
}

typedef struct
{
  SlMapTree *self;
  gboolean to_source; /* the other end of a link is what leads to the card */
  GArray *keys;       /* NULL: counted only */
  guint n;
} Ends;

static gboolean
take_end (const SlRecord *record, gpointer data)
{
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);
  Ends *ends = data;
  SlUid uid = ends->to_source ? edge->from : edge->to;
  const SlMapNode *node = sl_map_tree_card (ends->self, uid);
  Key key = { SL_MAP_TREE_CARD, uid, record->uid, node != NULL ? node->type : 0 };

  if (node == NULL)
    return TRUE;
  ends->n++;
  if (ends->keys != NULL)
    g_array_append_val (ends->keys, key);
  return ends->keys != NULL;
}

/* The cards at the other ends of the links of @uid: beneath it, or above it. @keys NULL: whether there is one. */
guint
sl_map_tree_take_ends (SlMapTree *self, SlUid uid, gboolean beneath, GArray *keys)
{
  gboolean to_source = beneath == (self->way == SL_MAP_TREE_FROM_PURPOSE);
  Ends ends = { self, to_source, keys, 0 };

  sl_data_children (sl_workspace_data (self->workspace), SL_KIND_MAP_EDGE, to_source ? SL_MAP_EDGE_TO : SL_MAP_EDGE_FROM,
                    uid, take_end, &ends);
  return ends.n;
}

/* Nearest the end where the tree begins, then in order of making. In the order of types purposes come first. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  const SlMapTree *self = data;

  if (x->type != y->type)
    return (self->way == SL_MAP_TREE_FROM_PURPOSE) == (x->type < y->type) ? -1 : 1;
  return x->uid < y->uid ? -1 : x->uid > y->uid;
}

static GArray *
keys_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Key));
}

/* The link to the nearest of what is above the card. */
SlUid
sl_map_tree_nearest_link (SlMapTree *self, SlUid uid)
{
  g_autoptr (GArray) above = keys_new ();
  const Key *best = NULL;

  sl_map_tree_take_ends (self, uid, FALSE, above);
  for (guint i = 0; i < above->len; i++)
    {
      const Key *key = &g_array_index (above, Key, i);

      if (best == NULL || (key->type != best->type ? compare_keys (key, best, self) > 0 : key->uid < best->uid))
        best = key;
    }
  return best != NULL ? best->link : SL_UID_NONE;
}

/* What is beneath a row, in order; NULL: what is beneath nothing. */
GArray *
sl_map_tree_children (SlMapTree *self, const SlMapTreeRow *row)
{
  Key heading = { SL_MAP_TREE_HEADING, SL_UID_NONE, SL_UID_NONE, 0 };
  GArray *keys = keys_new ();

  if (row == NULL)
    {
      g_array_append_vals (keys, self->first->data, self->first->len);
      if (self->loose->len > 0)
        g_array_append_val (keys, heading);
    }
  else if (row->key.form == SL_MAP_TREE_HEADING)
    g_array_append_vals (keys, self->loose->data, self->loose->len);
  else if (row->key.form == SL_MAP_TREE_CARD)
    {
      sl_map_tree_take_ends (self, row->key.uid, TRUE, keys);
      g_array_sort_with_data (keys, compare_keys, self);
    }
  return keys;
}

static void
remove_key (GArray *keys, SlUid uid)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, Key, i).uid == uid)
      {
        g_array_remove_index (keys, i);
        return;
      }
}

static int
start_type (SlMapTree *self)
{
  return self->way == SL_MAP_TREE_FROM_PURPOSE ? SL_NODE_TYPE_STRATEGIC_PURPOSE : SL_NODE_TYPE_INVESTMENT;
}

/* Lists a card among those beneath nothing if it is one. */
void
sl_map_tree_place_root (SlMapTree *self, SlUid uid)
{
  const SlMapNode *node = sl_map_tree_card (self, uid);
  Key key = { SL_MAP_TREE_CARD, uid, SL_UID_NONE, node != NULL ? node->type : 0 };
  GArray *keys;
  guint at = 0;

  remove_key (self->first, uid);
  remove_key (self->loose, uid);
  if (node == NULL || sl_map_tree_take_ends (self, uid, FALSE, NULL) > 0)
    return;
  keys = node->type == start_type (self) ? self->first : self->loose;
  while (at < keys->len && compare_keys (&g_array_index (keys, Key, at), &key, self) < 0)
    at++;
  g_array_insert_val (keys, at, key);
}

static gboolean
take_root (const SlRecord *record, gpointer data)
{
  SlMapTree *self = data;
  const SlMapNode *node = sl_map_tree_card (self, record->uid);
  Key key = { SL_MAP_TREE_CARD, record->uid, SL_UID_NONE, node != NULL ? node->type : 0 };

  if (node != NULL && sl_map_tree_take_ends (self, record->uid, FALSE, NULL) == 0)
    g_array_append_val (node->type == start_type (self) ? self->first : self->loose, key);
  return TRUE;
}

void
sl_map_tree_take_roots (SlMapTree *self)
{
  g_array_set_size (self->first, 0);
  g_array_set_size (self->loose, 0);
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_MAP_NODE, take_root, self);
  g_array_sort_with_data (self->first, compare_keys, self);
  g_array_sort_with_data (self->loose, compare_keys, self);
}
