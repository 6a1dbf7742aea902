/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

/* The cards whose rows, or what is beneath them, may have changed. */
typedef struct
{
  SlMapTree *self;
  GArray *uids; /* of SlUid */
  SlUidMap *set;
  gboolean structure, people;
} Touched;

static void
add_touched (Touched *touched, SlUid uid)
{
  if (uid == SL_UID_NONE || sl_uid_map_get (touched->set, uid) != NULL)
    return;
  sl_uid_map_set (touched->set, uid, touched);
  g_array_append_val (touched->uids, uid);
}

static void
add_edge (Touched *touched, const SlRecord *record)
{
  if (record == NULL)
    return;
  add_touched (touched, SL_AS (MAP_EDGE, record)->from);
  add_touched (touched, SL_AS (MAP_EDGE, record)->to);
}

static gboolean
add_neighbour (const SlRecord *record, gpointer data)
{
  add_edge (data, record);
  return TRUE;
}

static void
add_node (Touched *touched, const SlChange *change)
{
  const SlData *data = sl_workspace_data (touched->self->workspace);

  add_touched (touched, change->uid);
  if (change->before != NULL && change->after != NULL
      && (change->mask & (SL_MASK (SL_MAP_NODE_TYPE) | SL_MASK (SL_MAP_NODE_STATUS))) == 0)
    return;
  touched->structure = TRUE;
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, change->uid, add_neighbour, touched);
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, change->uid, add_neighbour, touched);
}

static void
read_change (Touched *touched, const SlChange *change)
{
  if (change->kind == SL_KIND_MAP_NODE)
    add_node (touched, change);
  else if (change->kind == SL_KIND_MAP_EDGE)
    {
      /* Of an edit done elsewhere only the fields that changed are known. */
      add_edge (touched, change->before);
      add_edge (touched, sl_data_lookup (sl_workspace_data (touched->self->workspace), change->uid));
      touched->structure = touched->structure || change->before == NULL || change->after == NULL
                           || (change->mask & (SL_MASK (SL_MAP_EDGE_FROM) | SL_MASK (SL_MAP_EDGE_TO))) != 0;
    }
  touched->people = touched->people || change->kind == SL_KIND_PERSON;
}

/* Where there was nothing to open, nobody has closed it: what comes beneath it is seen. */
static void
open_newly (SlMapTree *self, SlMapTreeRow *row)
{
  State state = row->state;

  if (row->open || state.can_open)
    return;
  sl_map_tree_read_place (self, row, &state);
  if (!state.can_open || state.again)
    return;
  row->open = TRUE;
  sl_uid_map_set (self->opened, row->key.uid, self);
}

/* From above: what is moved further down is gone from where it was before it is put there, and so counts as first. */
static void
reconcile_all (Touched *touched)
{
  SlMapTree *self = touched->self;

  for (guint i = 0; i < touched->uids->len; i++)
    sl_map_tree_place_root (self, g_array_index (touched->uids, SlUid, i));
  sl_map_tree_reconcile (self, -1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = sl_map_tree_nth (self, i);

      if (row->key.form == SL_MAP_TREE_CARD && sl_uid_map_get (touched->set, row->key.uid) == NULL)
        continue;
      if (row->key.form == SL_MAP_TREE_CARD)
        open_newly (self, row);
      if (!row->open)
        continue;
      sl_map_tree_reconcile (self, (int) i);
      if (row->key.form == SL_MAP_TREE_CARD && sl_map_tree_end_of (self, i) == i + 1)
        row->open = FALSE;
    }
}

static gboolean
state_equal (const State *a, const State *b)
{
  return a->can_open == b->can_open && a->again == b->again && a->complete == b->complete && a->findings == b->findings
         && a->faults == b->faults && a->level == b->level;
}

/* Tells the rows that have something else to show. @touched NULL: only what is derived may be different. */
static void
refresh (SlMapTree *self, const Touched *touched)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = sl_map_tree_nth (self, i);
      gboolean mine = touched != NULL && sl_uid_map_get (touched->set, row->key.uid) != NULL;
      State state = row->state;

      if (row->key.form == SL_MAP_TREE_DRAFT)
        continue;
      if (mine)
        sl_map_tree_read_place (self, row, &state);
      sl_map_tree_read_status (self, row, &state);
      if (!mine && !(touched != NULL && touched->people) && state_equal (&state, &row->state))
        continue;
      row->state = state;
      sl_map_tree_touch (self, row);
    }
}

void
sl_map_tree_follow (SlMapTree *self, const SlChangeSet *change_set)
{
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (SlUidMap) set = sl_uid_map_new (NULL);
  Touched touched = { self, uids, set, FALSE, FALSE };
  gboolean derived = FALSE;

  for (guint i = 0; i < change_set->n_changes; i++)
    {
      read_change (&touched, &change_set->changes[i]);
      derived = derived || sl_map_status_depends_on (change_set->changes[i].kind);
    }
  if (touched.structure)
    {
      reconcile_all (&touched);
      sl_map_tree_mark_again (self);
    }
  if (derived || touched.people || uids->len > 0)
    refresh (self, &touched);
}

void
sl_map_tree_follow_derived (SlMapTree *self)
{
  refresh (self, NULL);
}

void
sl_map_tree_set_findings (SlMapTree *self, const GPtrArray *findings)
{
  g_return_if_fail (SL_IS_MAP_TREE (self) && findings != NULL);
  sl_uid_map_clear (self->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (finding->kind == SL_KIND_MAP_NODE || finding->kind == SL_KIND_MAP_EDGE)
        sl_uid_map_set (self->findings, finding->uid, GUINT_TO_POINTER (sl_map_tree_count_findings (self, finding->uid) + 1));
    }
  refresh (self, NULL);
}
