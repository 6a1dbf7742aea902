/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

/* Maps of so many cards are shown open. */
#define OPEN_MAX 150

static void sl_map_tree_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlMapTree, sl_map_tree, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_map_tree_list_init))

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static gboolean
take_opened (const SlRecord *record, gpointer data)
{
  SlMapTree *self = data;

  sl_uid_map_set (self->opened, record->uid, self);
  return TRUE;
}

static void
open_first (SlMapTree *self)
{
  const SlData *data = sl_workspace_data (self->workspace);

  if (sl_data_count (data, SL_KIND_MAP_NODE) <= OPEN_MAX)
    sl_data_each (data, SL_KIND_MAP_NODE, take_opened, self);
  sl_map_tree_rebuild (self);
}

void
sl_map_tree_open_all (SlMapTree *self)
{
  g_return_if_fail (SL_IS_MAP_TREE (self));
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_MAP_NODE, take_opened, self);
  self->closed_loose = FALSE;
  sl_map_tree_rebuild (self);
}

void
sl_map_tree_close_all (SlMapTree *self)
{
  g_return_if_fail (SL_IS_MAP_TREE (self));
  sl_uid_map_clear (self->opened);
  sl_map_tree_rebuild (self);
}

static void
on_reset (SlMapTree *self)
{
  if (sl_uid_map_size (self->opened) == 0)
    open_first (self);
  else
    sl_map_tree_rebuild (self);
}

/* --- Opening and finding ------------------------------------------------------------------------------------------ */

void
sl_map_tree_set_open (SlMapTree *self, guint position, gboolean open)
{
  SlMapTreeRow *row;

  g_return_if_fail (SL_IS_MAP_TREE (self) && position < self->rows->len);
  row = sl_map_tree_nth (self, position);
  if (row->open == open || !row->state.can_open)
    return;
  row->open = open;
  if (row->key.form == SL_MAP_TREE_HEADING)
    self->closed_loose = !open;
  else if (open && !row->state.again)
    sl_uid_map_set (self->opened, row->key.uid, self);
  else if (!row->state.again)
    sl_uid_map_remove (self->opened, row->key.uid);
  if (open)
    sl_map_tree_reconcile (self, (int) position);
  else
    sl_map_tree_remove_rows (self, position + 1, sl_map_tree_end_of (self, position) - position - 1);
  sl_map_tree_touch (self, row);
  sl_map_tree_mark_again (self);
}

gboolean
sl_map_tree_parent (SlMapTree *self, guint position, guint *parent)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self) && parent != NULL && position < self->rows->len, FALSE);
  for (guint i = position; i-- > 0;)
    if (sl_map_tree_nth (self, i)->depth < sl_map_tree_nth (self, position)->depth)
      {
        *parent = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sl_map_tree_find_row (SlMapTree *self, SlMapTreeRow *row, guint *position)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self) && position != NULL, FALSE);
  return g_ptr_array_find (self->rows, row, position);
}

gboolean
sl_map_tree_find (SlMapTree *self, SlUid uid, SlMapTreeRow *near, guint *position)
{
  gboolean found = FALSE;

  g_return_val_if_fail (SL_IS_MAP_TREE (self) && position != NULL, FALSE);
  if (uid == SL_UID_NONE)
    return FALSE;
  if (near != NULL && near->key.uid == uid && g_ptr_array_find (self->rows, near, position))
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (sl_map_tree_nth (self, i)->key.uid == uid && (!found || !sl_map_tree_nth (self, i)->state.again))
      {
        *position = i;
        found = TRUE;
        if (!sl_map_tree_nth (self, i)->state.again)
          break;
      }
  return found;
}

gboolean
sl_map_tree_reveal (SlMapTree *self, SlUid uid, guint *position)
{
  const SlData *data = sl_workspace_data (self->workspace);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_return_val_if_fail (SL_IS_MAP_TREE (self) && position != NULL, FALSE);
  if (sl_map_tree_card (self, uid) == NULL)
    return FALSE;
  for (SlUid at = uid; !sl_map_tree_find (self, at, NULL, position);)
    {
      const SlRecord *link = sl_data_lookup (data, sl_map_tree_nearest_link (self, at));

      g_array_append_val (path, at);
      if (link == NULL)
        break;
      at = self->way == SL_MAP_TREE_FROM_PURPOSE ? SL_AS (MAP_EDGE, link)->to : SL_AS (MAP_EDGE, link)->from;
    }
  if (path->len > 0 && sl_map_tree_nearest_link (self, g_array_index (path, SlUid, path->len - 1)) == SL_UID_NONE)
    {
      /* Beneath the heading, which is closed. */
      *position = self->rows->len - 1;
      while (*position > 0 && sl_map_tree_nth (self, *position)->key.form != SL_MAP_TREE_HEADING)
        (*position)--;
    }
  for (guint i = path->len; i-- > 0;)
    {
      sl_map_tree_set_open (self, *position, TRUE);
      if (!sl_map_tree_find (self, g_array_index (path, SlUid, i), NULL, position))
        return FALSE;
    }
  return TRUE;
}

/* --- What is being typed ------------------------------------------------------------------------------------------ */

static gboolean
find_draft (SlMapTree *self, guint *position)
{
  for (*position = 0; *position < self->rows->len; (*position)++)
    if (sl_map_tree_nth (self, *position)->key.form == SL_MAP_TREE_DRAFT)
      return TRUE;
  return FALSE;
}

void
sl_map_tree_begin_draft (SlMapTree *self, guint above, guint *position)
{
  Key key = { SL_MAP_TREE_DRAFT, SL_UID_NONE, SL_UID_NONE, 0 };
  SlMapTreeRow *row;

  g_return_if_fail (SL_IS_MAP_TREE (self) && position != NULL);
  row = above < self->rows->len ? sl_map_tree_nth (self, above) : NULL;
  sl_map_tree_end_draft (self);
  if (row != NULL && (row->key.form != SL_MAP_TREE_CARD || !g_ptr_array_find (self->rows, row, &above)))
    row = NULL;
  if (row != NULL)
    {
      sl_map_tree_set_open (self, above, TRUE);
      row->open = TRUE;
    }
  *position = row != NULL ? sl_map_tree_end_of (self, above) : 0;
  sl_map_tree_insert_rows (self, *position, &key, 1, row != NULL ? row->depth + 1 : 0);
}

gboolean
sl_map_tree_end_draft (SlMapTree *self)
{
  guint at, above;

  g_return_val_if_fail (SL_IS_MAP_TREE (self), FALSE);
  if (!find_draft (self, &at))
    return FALSE;
  if (sl_map_tree_parent (self, at, &above) && !sl_map_tree_nth (self, above)->state.can_open)
    sl_map_tree_nth (self, above)->open = FALSE;
  sl_map_tree_remove_rows (self, at, 1);
  return TRUE;
}

SlUid
sl_map_tree_draft_above (SlMapTree *self)
{
  guint at, above;

  g_return_val_if_fail (SL_IS_MAP_TREE (self), SL_UID_NONE);
  return find_draft (self, &at) && sl_map_tree_parent (self, at, &above) ? sl_map_tree_nth (self, above)->key.uid : SL_UID_NONE;
}
/* --- Object ------------------------------------------------------------------------------------------------------- */

SlMapTreeWay
sl_map_tree_way (SlMapTree *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self), SL_MAP_TREE_FROM_PURPOSE);
  return self->way;
}

void
sl_map_tree_set_way (SlMapTree *self, SlMapTreeWay way)
{
  g_return_if_fail (SL_IS_MAP_TREE (self));
  if (way == self->way)
    return;
  self->way = way;
  sl_map_tree_rebuild (self);
}

SlMapTreeRow *
sl_map_tree_row (SlMapTree *self, guint position)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self), NULL);
  return position < self->rows->len ? g_object_ref (sl_map_tree_nth (self, position)) : NULL;
}

guint
sl_map_tree_touched (SlMapTree *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self), 0);
  return self->touched;
}

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_MAP_TREE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SL_MAP_TREE (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return sl_map_tree_row (SL_MAP_TREE (model), position);
}

static void
sl_map_tree_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sl_map_tree_finalize (GObject *object)
{
  SlMapTree *self = SL_MAP_TREE (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->first);
  g_array_unref (self->loose);
  sl_uid_map_free (self->opened);
  sl_uid_map_free (self->findings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_tree_parent_class)->finalize (object);
}

static void
sl_map_tree_class_init (SlMapTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_map_tree_finalize;
}

static void
sl_map_tree_init (SlMapTree *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->first = g_array_new (FALSE, FALSE, sizeof (Key));
  self->loose = g_array_new (FALSE, FALSE, sizeof (Key));
  self->opened = sl_uid_map_new (NULL);
  self->findings = sl_uid_map_new (NULL);
}

SlMapTree *
sl_map_tree_new (SlWorkspace *workspace)
{
  SlMapTree *self = g_object_new (SL_TYPE_MAP_TREE, NULL);

  self->workspace = g_object_ref (workspace);
  open_first (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (sl_map_tree_follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (sl_map_tree_follow_derived), self, G_CONNECT_SWAPPED);
  return self;
}
