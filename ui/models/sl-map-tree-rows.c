/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

SlMapTreeRow *
sl_map_tree_nth (SlMapTree *self, guint position)
{
  return self->rows->pdata[position];
}

/* Where what is beneath the row ends. */
guint
sl_map_tree_end_of (SlMapTree *self, guint position)
{
  guint end = position + 1;

  while (end < self->rows->len && sl_map_tree_nth (self, end)->depth > sl_map_tree_nth (self, position)->depth)
    end++;
  return end;
}

void
sl_map_tree_touch (SlMapTree *self, SlMapTreeRow *row)
{
  self->touched++;
  g_signal_emit_by_name (row, "changed");
}

/* --- State -------------------------------------------------------------------------------------------------------- */

guint
sl_map_tree_count_findings (SlMapTree *self, SlUid uid)
{
  return uid != SL_UID_NONE ? GPOINTER_TO_UINT (sl_uid_map_get (self->findings, uid)) : 0;
}

/* What follows from where the row stands. */
void
sl_map_tree_read_place (SlMapTree *self, SlMapTreeRow *row, State *state)
{
  if (row->key.form == SL_MAP_TREE_HEADING)
    state->can_open = TRUE;
  if (row->key.form != SL_MAP_TREE_CARD)
    return;
  state->can_open = sl_map_tree_take_ends (self, row->key.uid, TRUE, NULL) > 0;
}

/* What is derived. */
void
sl_map_tree_read_status (SlMapTree *self, SlMapTreeRow *row, State *state)
{
  const SlMapStatus *map = sl_workspace_map_status (self->workspace);
  const SlNodeStatus *status = map != NULL ? sl_map_status_node (map, row->key.uid) : NULL;

  state->findings = sl_map_tree_count_findings (self, row->key.uid) + sl_map_tree_count_findings (self, row->key.link);
  state->level = status != NULL ? status->level : SL_RAG_NONE;
  state->faults = status != NULL ? status->faults : 0;
  state->complete = status != NULL && status->failed == 0;
}

/* --- Rows that come and go ---------------------------------------------------------------------------------------- */

static SlMapTreeRow *
new_row (SlMapTree *self, const Key *key, guint depth)
{
  SlMapTreeRow *row = g_object_new (SL_TYPE_MAP_TREE_ROW, NULL);

  row->key = *key;
  row->depth = depth;
  sl_map_tree_read_place (self, row, &row->state);
  sl_map_tree_read_status (self, row, &row->state);
  self->touched++;
  return row;
}

/* Whether the card was seen before; it is from now on. */
static gboolean
is_seen (SlUidMap *seen, const SlMapTreeRow *row)
{
  if (row->key.uid == SL_UID_NONE)
    return FALSE;
  if (sl_uid_map_get (seen, row->key.uid) != NULL)
    return TRUE;
  sl_uid_map_set (seen, row->key.uid, seen);
  return FALSE;
}

/* After rows came or went: which are the first of their card. */
void
sl_map_tree_mark_again (SlMapTree *self)
{
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = sl_map_tree_nth (self, i);
      gboolean again = is_seen (seen, row);

      if (again == row->state.again)
        continue;
      row->state.again = again;
      sl_map_tree_touch (self, row);
    }
}

static gboolean
wants_open (SlMapTree *self, const SlMapTreeRow *row)
{
  if (row->key.form == SL_MAP_TREE_HEADING)
    return !self->closed_loose;
  return row->state.can_open && !row->state.again && sl_uid_map_get (self->opened, row->key.uid) != NULL;
}

/* Puts rows in without telling anybody, and beneath those that were open what was there. Returns how many. */
static guint
put_rows (SlMapTree *self, guint position, const Key *keys, guint n, guint depth)
{
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);
  guint at = position, last;

  for (guint i = 0; i < position; i++)
    is_seen (seen, sl_map_tree_nth (self, i));
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->rows, (int) (position + i), new_row (self, &keys[i], depth));
  /* Each row is looked at once, those that come in on the way too. */
  for (last = position + n; at < last; at++)
    {
      SlMapTreeRow *row = sl_map_tree_nth (self, at);
      g_autoptr (GArray) children = NULL;

      row->state.again = is_seen (seen, row);
      if (!wants_open (self, row))
        continue;
      children = sl_map_tree_children (self, row);
      row->open = TRUE;
      for (guint i = 0; i < children->len; i++)
        g_ptr_array_insert (self->rows, (int) (at + 1 + i), new_row (self, &g_array_index (children, Key, i), row->depth + 1));
      last += children->len;
    }
  return last - position;
}

void
sl_map_tree_insert_rows (SlMapTree *self, guint position, const Key *keys, guint n, guint depth)
{
  guint added = put_rows (self, position, keys, n, depth);

  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 0, added);
}

void
sl_map_tree_remove_rows (SlMapTree *self, guint position, guint n)
{
  if (n == 0)
    return;
  self->touched += n;
  g_ptr_array_remove_range (self->rows, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

static gboolean
same_key (const Key *a, const Key *b)
{
  return a->form == b->form && a->uid == b->uid && a->link == b->link && a->type == b->type;
}

static gboolean
has_key (const GArray *keys, const Key *key)
{
  for (guint i = 0; i < keys->len; i++)
    if (same_key (&g_array_index (keys, Key, i), key))
      return TRUE;
  return FALSE;
}

static gboolean
is_at (SlMapTree *self, guint position, guint depth)
{
  return position < self->rows->len && sl_map_tree_nth (self, position)->depth == depth;
}

/* Makes what is beneath the row at @above (-1: beneath nothing) what it should be, leaving alone what is right. */
void
sl_map_tree_reconcile (SlMapTree *self, int above)
{
  SlMapTreeRow *row = above >= 0 ? sl_map_tree_nth (self, (guint) above) : NULL;
  g_autoptr (GArray) keys = sl_map_tree_children (self, row);
  guint depth = row != NULL ? row->depth + 1 : 0, at = (guint) (above + 1);

  while (is_at (self, at, depth))
    if (sl_map_tree_nth (self, at)->key.form == SL_MAP_TREE_DRAFT || has_key (keys, &sl_map_tree_nth (self, at)->key))
      at = sl_map_tree_end_of (self, at);
    else
      sl_map_tree_remove_rows (self, at, sl_map_tree_end_of (self, at) - at);
  at = (guint) (above + 1);
  if (is_at (self, at, depth) && sl_map_tree_nth (self, at)->key.form == SL_MAP_TREE_DRAFT)
    at++;
  /* What is left is in order: what is missing goes between. */
  for (guint i = 0; i < keys->len;)
    {
      guint n = 0;

      while (i + n < keys->len
             && !(is_at (self, at, depth) && same_key (&sl_map_tree_nth (self, at)->key, &g_array_index (keys, Key, i + n))))
        n++;
      if (n > 0)
        sl_map_tree_insert_rows (self, at, &g_array_index (keys, Key, i), n, depth);
      /* Past what was put in, and the one that was there. */
      for (i += n; n > 0; n--)
        at = sl_map_tree_end_of (self, at);
      if (i < keys->len)
        {
          at = sl_map_tree_end_of (self, at);
          i++;
        }
    }
}

void
sl_map_tree_rebuild (SlMapTree *self)
{
  guint before = self->rows->len;
  g_autoptr (GArray) keys = NULL;

  g_ptr_array_set_size (self->rows, 0);
  sl_map_tree_take_roots (self);
  keys = sl_map_tree_children (self, NULL);
  put_rows (self, 0, (const Key *) (gpointer) keys->data, keys->len, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}
