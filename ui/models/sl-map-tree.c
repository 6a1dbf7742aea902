/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-tree-private.h"

#include "ui/models/sl-tsv.h"

/* Maps of so many cards are shown open. */
#define OPEN_MAX 150

/* --- The tree ----------------------------------------------------------------------------------------------------- */

struct _SlMapTree
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlMapTreeWay way;
  GPtrArray *rows;     /* of SlMapTreeRow, as shown: what is beneath a row follows it, one deeper */
  GArray *first;       /* of Key: cards beneath nothing at the end where the tree begins */
  GArray *loose;       /* of Key: the other cards beneath nothing */
  SlUidMap *opened;    /* cards open at their first place */
  SlUidMap *findings;  /* number of findings */
  gboolean closed_loose; /* the heading was closed by hand */
  guint touched;
};

static void sl_map_tree_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlMapTree, sl_map_tree, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_map_tree_list_init))

static SlMapTreeRow *
nth (SlMapTree *self, guint position)
{
  return self->rows->pdata[position];
}

/* Where what is beneath the row ends. */
static guint
end_of (SlMapTree *self, guint position)
{
  guint end = position + 1;

  while (end < self->rows->len && nth (self, end)->depth > nth (self, position)->depth)
    end++;
  return end;
}

static void
touch (SlMapTree *self, SlMapTreeRow *row)
{
  self->touched++;
  g_signal_emit_by_name (row, "changed");
}

/* --- What is beneath what ----------------------------------------------------------------------------------------- */

static const SlMapNode *
card_of (SlMapTree *self, SlUid uid)
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
  const SlMapNode *node = card_of (ends->self, uid);
  Key key = { SL_MAP_TREE_CARD, uid, record->uid, node != NULL ? node->type : 0 };

  if (node == NULL)
    return TRUE;
  ends->n++;
  if (ends->keys != NULL)
    g_array_append_val (ends->keys, key);
  return ends->keys != NULL;
}

/* The cards at the other ends of the links of @uid: beneath it, or above it. @keys NULL: whether there is one. */
static guint
take_ends (SlMapTree *self, SlUid uid, gboolean beneath, GArray *keys)
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
static SlUid
nearest_link (SlMapTree *self, SlUid uid)
{
  g_autoptr (GArray) above = keys_new ();
  const Key *best = NULL;

  take_ends (self, uid, FALSE, above);
  for (guint i = 0; i < above->len; i++)
    {
      const Key *key = &g_array_index (above, Key, i);

      if (best == NULL || (key->type != best->type ? compare_keys (key, best, self) > 0 : key->uid < best->uid))
        best = key;
    }
  return best != NULL ? best->link : SL_UID_NONE;
}

/* What is beneath a row, in order; NULL: what is beneath nothing. */
static GArray *
children_of (SlMapTree *self, const SlMapTreeRow *row)
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
      take_ends (self, row->key.uid, TRUE, keys);
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
static void
place_root (SlMapTree *self, SlUid uid)
{
  const SlMapNode *node = card_of (self, uid);
  Key key = { SL_MAP_TREE_CARD, uid, SL_UID_NONE, node != NULL ? node->type : 0 };
  GArray *keys;
  guint at = 0;

  remove_key (self->first, uid);
  remove_key (self->loose, uid);
  if (node == NULL || take_ends (self, uid, FALSE, NULL) > 0)
    return;
  keys = node->type == start_type (self) ? self->first : self->loose;
  while (at < keys->len && compare_keys (&g_array_index (keys, Key, at), &key, self) < 0)
    at++;
  g_array_insert_val (keys, at, key);
}

/* --- State -------------------------------------------------------------------------------------------------------- */

static guint
count_findings (SlMapTree *self, SlUid uid)
{
  return uid != SL_UID_NONE ? GPOINTER_TO_UINT (sl_uid_map_get (self->findings, uid)) : 0;
}

/* What follows from where the row stands. */
static void
read_place (SlMapTree *self, SlMapTreeRow *row, State *state)
{
  if (row->key.form == SL_MAP_TREE_HEADING)
    state->can_open = TRUE;
  if (row->key.form != SL_MAP_TREE_CARD)
    return;
  state->can_open = take_ends (self, row->key.uid, TRUE, NULL) > 0;
}

/* What is derived. */
static void
read_status (SlMapTree *self, SlMapTreeRow *row, State *state)
{
  const SlMapStatus *map = sl_workspace_map_status (self->workspace);
  const SlNodeStatus *status = map != NULL ? sl_map_status_node (map, row->key.uid) : NULL;

  state->findings = count_findings (self, row->key.uid) + count_findings (self, row->key.link);
  state->level = status != NULL ? status->level : SL_RAG_NONE;
  state->faults = status != NULL ? status->faults : 0;
  state->complete = status != NULL && status->failed == 0;
}

static gboolean
state_equal (const State *a, const State *b)
{
  return a->can_open == b->can_open && a->again == b->again && a->complete == b->complete && a->findings == b->findings
         && a->faults == b->faults && a->level == b->level;
}

/* --- Rows that come and go ---------------------------------------------------------------------------------------- */

static SlMapTreeRow *
new_row (SlMapTree *self, const Key *key, guint depth)
{
  SlMapTreeRow *row = g_object_new (SL_TYPE_MAP_TREE_ROW, NULL);

  row->key = *key;
  row->depth = depth;
  read_place (self, row, &row->state);
  read_status (self, row, &row->state);
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
static void
mark_again (SlMapTree *self)
{
  g_autoptr (SlUidMap) seen = sl_uid_map_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = nth (self, i);
      gboolean again = is_seen (seen, row);

      if (again == row->state.again)
        continue;
      row->state.again = again;
      touch (self, row);
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
    is_seen (seen, nth (self, i));
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->rows, (int) (position + i), new_row (self, &keys[i], depth));
  /* Each row is looked at once, those that come in on the way too. */
  for (last = position + n; at < last; at++)
    {
      SlMapTreeRow *row = nth (self, at);
      g_autoptr (GArray) children = NULL;

      row->state.again = is_seen (seen, row);
      if (!wants_open (self, row))
        continue;
      children = children_of (self, row);
      row->open = TRUE;
      for (guint i = 0; i < children->len; i++)
        g_ptr_array_insert (self->rows, (int) (at + 1 + i), new_row (self, &g_array_index (children, Key, i), row->depth + 1));
      last += children->len;
    }
  return last - position;
}

static void
insert_rows (SlMapTree *self, guint position, const Key *keys, guint n, guint depth)
{
  guint added = put_rows (self, position, keys, n, depth);

  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 0, added);
}

static void
remove_rows (SlMapTree *self, guint position, guint n)
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
  return position < self->rows->len && nth (self, position)->depth == depth;
}

/* Makes what is beneath the row at @above (-1: beneath nothing) what it should be, leaving alone what is right. */
static void
reconcile (SlMapTree *self, int above)
{
  SlMapTreeRow *row = above >= 0 ? nth (self, (guint) above) : NULL;
  g_autoptr (GArray) keys = children_of (self, row);
  guint depth = row != NULL ? row->depth + 1 : 0, at = (guint) (above + 1);

  while (is_at (self, at, depth))
    if (nth (self, at)->key.form == SL_MAP_TREE_DRAFT || has_key (keys, &nth (self, at)->key))
      at = end_of (self, at);
    else
      remove_rows (self, at, end_of (self, at) - at);
  at = (guint) (above + 1);
  if (is_at (self, at, depth) && nth (self, at)->key.form == SL_MAP_TREE_DRAFT)
    at++;
  /* What is left is in order: what is missing goes between. */
  for (guint i = 0; i < keys->len;)
    {
      guint n = 0;

      while (i + n < keys->len
             && !(is_at (self, at, depth) && same_key (&nth (self, at)->key, &g_array_index (keys, Key, i + n))))
        n++;
      if (n > 0)
        insert_rows (self, at, &g_array_index (keys, Key, i), n, depth);
      /* Past what was put in, and the one that was there. */
      for (i += n; n > 0; n--)
        at = end_of (self, at);
      if (i < keys->len)
        {
          at = end_of (self, at);
          i++;
        }
    }
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static gboolean
take_root (const SlRecord *record, gpointer data)
{
  SlMapTree *self = data;
  const SlMapNode *node = card_of (self, record->uid);
  Key key = { SL_MAP_TREE_CARD, record->uid, SL_UID_NONE, node != NULL ? node->type : 0 };

  if (node != NULL && take_ends (self, record->uid, FALSE, NULL) == 0)
    g_array_append_val (node->type == start_type (self) ? self->first : self->loose, key);
  return TRUE;
}

static void
rebuild (SlMapTree *self)
{
  guint before = self->rows->len;
  g_autoptr (GArray) keys = NULL;

  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->first, 0);
  g_array_set_size (self->loose, 0);
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_MAP_NODE, take_root, self);
  g_array_sort_with_data (self->first, compare_keys, self);
  g_array_sort_with_data (self->loose, compare_keys, self);
  keys = children_of (self, NULL);
  put_rows (self, 0, (const Key *) (gpointer) keys->data, keys->len, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}

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
  rebuild (self);
}

void
sl_map_tree_open_all (SlMapTree *self)
{
  g_return_if_fail (SL_IS_MAP_TREE (self));
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_MAP_NODE, take_opened, self);
  self->closed_loose = FALSE;
  rebuild (self);
}

void
sl_map_tree_close_all (SlMapTree *self)
{
  g_return_if_fail (SL_IS_MAP_TREE (self));
  sl_uid_map_clear (self->opened);
  rebuild (self);
}

/* --- After an edit ------------------------------------------------------------------------------------------------ */

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
  read_place (self, row, &state);
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
    place_root (self, g_array_index (touched->uids, SlUid, i));
  reconcile (self, -1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = nth (self, i);

      if (row->key.form == SL_MAP_TREE_CARD && sl_uid_map_get (touched->set, row->key.uid) == NULL)
        continue;
      if (row->key.form == SL_MAP_TREE_CARD)
        open_newly (self, row);
      if (!row->open)
        continue;
      reconcile (self, (int) i);
      if (row->key.form == SL_MAP_TREE_CARD && end_of (self, i) == i + 1)
        row->open = FALSE;
    }
}

/* Tells the rows that have something else to show. @touched NULL: only what is derived may be different. */
static void
refresh (SlMapTree *self, const Touched *touched)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlMapTreeRow *row = nth (self, i);
      gboolean mine = touched != NULL && sl_uid_map_get (touched->set, row->key.uid) != NULL;
      State state = row->state;

      if (row->key.form == SL_MAP_TREE_DRAFT)
        continue;
      if (mine)
        read_place (self, row, &state);
      read_status (self, row, &state);
      if (!mine && !(touched != NULL && touched->people) && state_equal (&state, &row->state))
        continue;
      row->state = state;
      touch (self, row);
    }
}

static void
on_changed (SlMapTree *self, const SlChangeSet *change_set)
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
      mark_again (self);
    }
  if (derived || touched.people || uids->len > 0)
    refresh (self, &touched);
}

static void
on_reset (SlMapTree *self)
{
  if (sl_uid_map_size (self->opened) == 0)
    open_first (self);
  else
    rebuild (self);
}

static void
on_as_of (SlMapTree *self)
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
        sl_uid_map_set (self->findings, finding->uid, GUINT_TO_POINTER (count_findings (self, finding->uid) + 1));
    }
  refresh (self, NULL);
}

/* --- Opening and finding ------------------------------------------------------------------------------------------ */

void
sl_map_tree_set_open (SlMapTree *self, guint position, gboolean open)
{
  SlMapTreeRow *row;

  g_return_if_fail (SL_IS_MAP_TREE (self) && position < self->rows->len);
  row = nth (self, position);
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
    reconcile (self, (int) position);
  else
    remove_rows (self, position + 1, end_of (self, position) - position - 1);
  touch (self, row);
  mark_again (self);
}

gboolean
sl_map_tree_parent (SlMapTree *self, guint position, guint *parent)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self) && parent != NULL && position < self->rows->len, FALSE);
  for (guint i = position; i-- > 0;)
    if (nth (self, i)->depth < nth (self, position)->depth)
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
    if (nth (self, i)->key.uid == uid && (!found || !nth (self, i)->state.again))
      {
        *position = i;
        found = TRUE;
        if (!nth (self, i)->state.again)
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
  if (card_of (self, uid) == NULL)
    return FALSE;
  for (SlUid at = uid; !sl_map_tree_find (self, at, NULL, position);)
    {
      const SlRecord *link = sl_data_lookup (data, nearest_link (self, at));

      g_array_append_val (path, at);
      if (link == NULL)
        break;
      at = self->way == SL_MAP_TREE_FROM_PURPOSE ? SL_AS (MAP_EDGE, link)->to : SL_AS (MAP_EDGE, link)->from;
    }
  if (path->len > 0 && nearest_link (self, g_array_index (path, SlUid, path->len - 1)) == SL_UID_NONE)
    {
      /* Beneath the heading, which is closed. */
      *position = self->rows->len - 1;
      while (*position > 0 && nth (self, *position)->key.form != SL_MAP_TREE_HEADING)
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
    if (nth (self, *position)->key.form == SL_MAP_TREE_DRAFT)
      return TRUE;
  return FALSE;
}

void
sl_map_tree_begin_draft (SlMapTree *self, guint above, guint *position)
{
  Key key = { SL_MAP_TREE_DRAFT, SL_UID_NONE, SL_UID_NONE, 0 };
  SlMapTreeRow *row;

  g_return_if_fail (SL_IS_MAP_TREE (self) && position != NULL);
  row = above < self->rows->len ? nth (self, above) : NULL;
  sl_map_tree_end_draft (self);
  if (row != NULL && (row->key.form != SL_MAP_TREE_CARD || !g_ptr_array_find (self->rows, row, &above)))
    row = NULL;
  if (row != NULL)
    {
      sl_map_tree_set_open (self, above, TRUE);
      row->open = TRUE;
    }
  *position = row != NULL ? end_of (self, above) : 0;
  insert_rows (self, *position, &key, 1, row != NULL ? row->depth + 1 : 0);
}

gboolean
sl_map_tree_end_draft (SlMapTree *self)
{
  guint at, above;

  g_return_val_if_fail (SL_IS_MAP_TREE (self), FALSE);
  if (!find_draft (self, &at))
    return FALSE;
  if (sl_map_tree_parent (self, at, &above) && !nth (self, above)->state.can_open)
    nth (self, above)->open = FALSE;
  remove_rows (self, at, 1);
  return TRUE;
}

SlUid
sl_map_tree_draft_above (SlMapTree *self)
{
  guint at, above;

  g_return_val_if_fail (SL_IS_MAP_TREE (self), SL_UID_NONE);
  return find_draft (self, &at) && sl_map_tree_parent (self, at, &above) ? nth (self, above)->key.uid : SL_UID_NONE;
}

/* --- As text ------------------------------------------------------------------------------------------------------ */

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
  const SlMapNode *node = card_of (self, line->key.uid);
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
  g_array_append_vals (stack, &(Line){ nth (self, position)->key, 0 }, 1);
  while (stack->len > 0)
    {
      Line line = g_array_index (stack, Line, stack->len - 1);
      SlMapTreeRow of = { .key = line.key };
      g_autoptr (GArray) children = children_of (self, &of);

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
  rebuild (self);
}

SlMapTreeRow *
sl_map_tree_row (SlMapTree *self, guint position)
{
  g_return_val_if_fail (SL_IS_MAP_TREE (self), NULL);
  return position < self->rows->len ? g_object_ref (nth (self, position)) : NULL;
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
  self->first = keys_new ();
  self->loose = keys_new ();
  self->opened = sl_uid_map_new (NULL);
  self->findings = sl_uid_map_new (NULL);
}

SlMapTree *
sl_map_tree_new (SlWorkspace *workspace)
{
  SlMapTree *self = g_object_new (SL_TYPE_MAP_TREE, NULL);

  self->workspace = g_object_ref (workspace);
  open_first (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (on_as_of), self, G_CONNECT_SWAPPED);
  return self;
}
