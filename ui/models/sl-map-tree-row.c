/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

G_DEFINE_FINAL_TYPE (SlMapTreeRow, sl_map_tree_row, G_TYPE_OBJECT)

static void
sl_map_tree_row_class_init (SlMapTreeRowClass *klass)
{
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_map_tree_row_init (SlMapTreeRow *self)
{
}

SlMapTreeForm
sl_map_tree_row_form (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), SL_MAP_TREE_CARD);
  return self->key.form;
}

SlUid
sl_map_tree_row_uid (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), SL_UID_NONE);
  return self->key.uid;
}

SlUid
sl_map_tree_row_link (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), SL_UID_NONE);
  return self->key.link;
}

guint
sl_map_tree_row_depth (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), 0);
  return self->depth;
}

gboolean
sl_map_tree_row_can_open (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), FALSE);
  return self->state.can_open;
}

gboolean
sl_map_tree_row_is_open (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), FALSE);
  return self->open;
}

gboolean
sl_map_tree_row_is_again (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), FALSE);
  return self->state.again;
}

guint
sl_map_tree_row_findings (SlMapTreeRow *self)
{
  g_return_val_if_fail (SL_IS_MAP_TREE_ROW (self), 0);
  return self->state.findings;
}
