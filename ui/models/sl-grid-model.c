/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/sl-grid-model-private.h"

#include "base/sl-text.h"

/* Rows prepared in one turn of the main loop: a few milliseconds even where every cell has to be put into words. */
#define SLICE 1000
/* Up to this many rows everything is prepared at once. */
#define AT_ONCE 2000
/* Above this many pins, letting go of all of them arranges everything once. */
#define MANY_PINS 32
/* From this many rows on another order is shown by scrolling: more than a view keeps cells for. */
#define MANY_ROWS 400

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_N_TOTAL,
  PROP_N_ITEMS,
  PROP_SEARCH,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  SORT_CHANGED,
  ROW_MOVED,
  REPLACED,
  TOUCHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void sl_grid_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlGridModel, sl_grid_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_grid_model_list_init))

/* --- Telling ------------------------------------------------------------------------------------------------------ */

void
sl_grid_model_tell_counts (SlGridModel *self)
{
  if (self->told_items != sl_grid_model_n_fitting (self))
    {
      self->told_items = sl_grid_model_n_fitting (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
    }
  if (self->told_total != sl_grid_model_n_total (self))
    {
      self->told_total = sl_grid_model_n_total (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
    }
}

void
sl_grid_model_emit (SlGridModel *self, guint position, guint removed, guint added)
{
  self->work.emitted++;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

void
sl_grid_model_tell_touched (SlGridModel *self, GArray *uids)
{
  g_signal_emit (self, signals[TOUCHED], 0, uids);
}

/* Without going to each of many rows. */
static void
hide_all (SlGridModel *self)
{
  self->shown = (self->shown + 1) & 0xffffff;
  if (self->shown > 0)
    return;
  for (guint slot = 0; slot < self->rows->len; slot++)
    SL_GRID_ROW (self, slot)->shown = 0;
  self->shown = 1;
}

void
sl_grid_model_step (SlGridModel *self, guint position, guint removed, const guint *slots, guint added)
{
  if (removed == 0 && added == 0)
    return;
  if (removed == self->order->len)
    hide_all (self);
  else
    for (guint i = position; i < position + removed; i++)
      SL_GRID_SET_SHOWN (self, g_array_index (self->order, guint, i), FALSE);
  if (removed > 0)
    g_array_remove_range (self->order, position, removed);
  if (added > 0)
    g_array_insert_vals (self->order, position, slots, added);
  for (guint i = 0; i < added; i++)
    SL_GRID_SET_SHOWN (self, slots[i], TRUE);
  sl_grid_model_emit (self, position, removed, added);
}

/* Another order of a long list. A view makes the cells of some two hundred rows anew when their rows are taken from it,
 * which takes longer than a tenth of a second, but binds them anew when it scrolls. So the new order comes to stand before
 * the old one, the view is asked to go there, and the old one leaves unseen. */
static void
replace (SlGridModel *self, GArray *order)
{
  guint old = self->order->len;

  hide_all (self);
  for (guint i = 0; i < order->len; i++)
    SL_GRID_SET_SHOWN (self, g_array_index (order, guint, i), TRUE);
  self->leaving = g_steal_pointer (&self->order);
  self->order = order;
  sl_grid_model_emit (self, 0, 0, order->len);
  g_signal_emit (self, signals[REPLACED], 0);
  g_clear_pointer (&self->leaving, g_array_unref);
  sl_grid_model_emit (self, order->len, old, 0);
}

/* Rows out and rows in are told of one after the other. Told at once, a view looks for each row that stays among all that
 * come (it asks for every item of the list), follows whichever stood at its top, and GTK 4.8 may then show nothing. */
void
sl_grid_model_show_woven (SlGridModel *self, GArray *order)
{
  guint old = self->order->len, shorter = MIN (old, order->len), same = 0, same_end = 0;
  const guint *a = (const guint *) (gpointer) self->order->data, *b = (const guint *) (gpointer) order->data;

  while (same < shorter && a[same] == b[same])
    same++;
  while (same_end < shorter - same && a[old - 1 - same_end] == b[order->len - 1 - same_end])
    same_end++;
  if (MIN (old, order->len) - same - same_end > MANY_ROWS)
    {
      replace (self, order);
      return;
    }
  sl_grid_model_step (self, same, old - same - same_end, NULL, 0);
  sl_grid_model_step (self, same, 0, b + same, order->len - same - same_end);
  g_array_unref (order);
}

void
sl_grid_model_show (SlGridModel *self, GArray *order)
{
  sl_grid_model_show_woven (self, sl_grid_groups_weave (self, order));
  sl_grid_groups_retire (self);
}

/* --- Preparing ---------------------------------------------------------------------------------------------------- */

static void
set_idle (SlGridModel *self, guint idle)
{
  if (self->idle == idle)
    return;
  self->idle = idle;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* What has been prepared no longer is what will be shown. */
static void
drop_arranged (SlGridModel *self)
{
  g_clear_pointer (&self->gathered, g_array_unref);
  g_clear_pointer (&self->arranged, g_array_unref);
}

static void
finish (SlGridModel *self)
{
  guint idle = self->idle;

  if (!self->preparing)
    return;
  self->preparing = FALSE;
  if (self->next_keys != NULL)
    {
      sl_row_keys_free (self->keys);
      self->keys = g_steal_pointer (&self->next_keys);
    }
  sl_grid_model_show (self, self->arranged != NULL ? g_steal_pointer (&self->arranged)
                                                   : sl_grid_rows_arrange (self, self->keys, NULL));
  drop_arranged (self);
  if (idle != 0)
    {
      g_source_remove (idle);
      set_idle (self, 0);
    }
  sl_grid_model_tell_counts (self);
}

static gboolean
prepare_slice (gpointer data)
{
  SlGridModel *self = data;
  SlRowKeys *keys = self->next_keys != NULL ? self->next_keys : self->keys;
  guint end = MIN (self->next_slot + SLICE, self->rows->len);
  g_autoptr (GArray) into = NULL;

  /* Where something has changed meanwhile, this still makes the texts and keys that will be needed. */
  into = self->gathered != NULL ? g_array_ref (self->gathered) : sl_grid_rows_new_gathering (self);
  sl_grid_rows_gather (self, self->next_slot, end, keys, into);
  self->next_slot = end;
  if (self->next_slot < self->rows->len)
    return G_SOURCE_CONTINUE;
  /* Ordering a long list and showing it take a turn of the main loop each. */
  if (self->arranged == NULL)
    {
      self->arranged = sl_grid_rows_arrange (self, keys, g_steal_pointer (&self->gathered));
      return G_SOURCE_CONTINUE;
    }
  g_object_ref (self);
  finish (self);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* Arranges by @keys (taken; NULL: those in use), at once where little is left to compute. */
static void
prepare (SlGridModel *self, SlRowKeys *keys, gboolean much)
{
  if (keys != NULL)
    {
      sl_row_keys_free (self->next_keys);
      self->next_keys = keys;
    }
  much = much || self->next_keys != NULL || sl_uid_map_size (self->slots) > AT_ONCE;
  drop_arranged (self);
  self->preparing = TRUE;
  self->next_slot = 0;
  if (!much || sl_uid_map_size (self->slots) <= AT_ONCE)
    {
      finish (self);
      return;
    }
  self->gathered = sl_grid_rows_new_gathering (self);
  if (self->idle == 0)
    set_idle (self, g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, prepare_slice, self, NULL));
}

/* --- Following the workspace -------------------------------------------------------------------------------------- */

static gboolean
is_gone (SlGridModel *self, guint slot)
{
  const SlRow *row = SL_GRID_ROW (self, slot);

  return (row->flags & (SL_ROW_USED | SL_ROW_HEAD)) == SL_ROW_USED && sl_grid_model_record (self, row->uid) == NULL;
}

/* Rows of records that are gone leave at once: nobody must ask for them. */
static void
drop_gone (SlGridModel *self)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->order->len);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint slot = 0; slot < self->rows->len; slot++)
    if (is_gone (self, slot))
      {
        g_array_append_val (gone, slot);
        sl_grid_groups_leave (self, slot);
      }
  for (guint i = 0; i < self->order->len; i++)
    {
      guint slot = g_array_index (self->order, guint, i);
      const SlRow *row = SL_GRID_ROW (self, slot);

      if (row->flags & SL_ROW_HEAD ? row->group->count > 0 : sl_grid_model_record (self, row->uid) != NULL)
        g_array_append_val (order, slot);
    }
  sl_grid_model_show_woven (self, order);
  sl_grid_groups_retire (self);
  for (guint i = 0; i < gone->len; i++)
    sl_grid_rows_remove (self, g_array_index (gone, guint, i));
}

static void
add_new (SlGridModel *self)
{
  SlProgramme *programme = sl_workspace_programme (self->workspace);
  guint n = sl_programme_count (programme, self->kind);

  for (guint i = 0; i < n; i++)
    {
      SlUid uid = sl_programme_nth (programme, self->kind, i)->uid;

      if (sl_grid_rows_find (self, uid) == SL_GRID_NO_SLOT)
        sl_grid_rows_add (self, uid);
    }
}

void
sl_grid_model_resync (SlGridModel *self)
{
  gboolean fewer = FALSE, at_once;
  guint n_keys;
  const SlSortKey *spec = sl_grid_model_sort (self, &n_keys);
  SlSortKey group;
  g_autoptr (SlRowKeys) keys = sl_row_keys_new (spec, n_keys, sl_grid_groups_key (self, &group));

  drop_arranged (self);
  self->generation++;
  for (guint slot = 0; slot < self->rows->len; slot++)
    {
      SlRow *row = SL_GRID_ROW (self, slot);

      if (row->flags & SL_ROW_USED)
        {
          sl_grid_rows_forget_text (self, slot);
          fewer |= is_gone (self, slot);
        }
    }
  add_new (self);
  at_once = (n_keys == 0 && self->group == NULL && self->words == NULL && self->filter == NULL) || sl_uid_map_size (self->slots) <= AT_ONCE;
  if (at_once)
    {
      /* One emission tells of everything. */
      sl_row_keys_free (self->keys);
      self->keys = g_steal_pointer (&keys);
      g_clear_pointer (&self->next_keys, sl_row_keys_free);
      self->preparing = TRUE;
      finish (self);
    }
  if (fewer)
    drop_gone (self);
  if (!at_once)
    prepare (self, g_steal_pointer (&keys), TRUE);
  sl_grid_model_tell_counts (self);
  sl_grid_model_tell_touched (self, NULL);
}

static void
on_changed (SlGridModel *self, SlChangeSet *change_set)
{
  drop_arranged (self);
  sl_grid_model_take_changes (self, change_set);
  sl_grid_model_tell_counts (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_grid_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlGridModel *self = SL_GRID_MODEL (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, sl_grid_model_is_busy (self));
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, sl_grid_model_n_total (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, sl_grid_model_n_fitting (self));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sl_grid_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SEARCH)
    sl_grid_model_set_search (SL_GRID_MODEL (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_grid_model_finalize (GObject *object)
{
  SlGridModel *self = SL_GRID_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint slot = 0; slot < self->rows->len; slot++)
    g_free (SL_GRID_ROW (self, slot)->folded);
  sl_grid_groups_free (self);
  g_array_unref (self->rows);
  g_array_unref (self->free_slots);
  g_array_unref (self->order);
  drop_arranged (self);
  sl_uid_map_free (self->slots);
  sl_uid_map_free (self->pins);
  sl_row_keys_free (self->keys);
  sl_row_keys_free (self->next_keys);
  if (self->free_filter_data != NULL)
    self->free_filter_data (self->filter_data);
  g_strfreev (self->words);
  g_free (self->search);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->searched, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_grid_model_parent_class)->finalize (object);
}

static void
sl_grid_model_class_init (SlGridModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sl_grid_model_get_property;
  object_class->set_property = sl_grid_model_set_property;
  object_class->finalize = sl_grid_model_finalize;
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, read | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REPLACED] = g_signal_new ("replaced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_MOVED] = g_signal_new ("row-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                     G_TYPE_UINT64, G_TYPE_UINT, G_TYPE_UINT);
  signals[TOUCHED] = g_signal_new ("touched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
sl_grid_model_init (SlGridModel *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (SlRow));
  self->free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = 1;
  self->slots = sl_uid_map_new (NULL);
  self->pins = sl_uid_map_new (NULL);
  self->keys = sl_row_keys_new (NULL, 0, NULL);
  self->generation = 1;
  self->groups = g_ptr_array_new ();
  self->retired = g_ptr_array_new ();
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GPtrArray *
copy_columns (GPtrArray *columns, gboolean shown_only)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);

  for (guint i = 0; i < columns->len; i++)
    if (!shown_only || ((SlColumn *) columns->pdata[i])->shown)
      g_ptr_array_add (copy, sl_column_ref (columns->pdata[i]));
  return copy;
}

SlGridModel *
sl_grid_model_new (SlWorkspace *workspace, int kind, GPtrArray *columns)
{
  SlGridModel *self;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace) && columns != NULL, NULL);
  self = g_object_new (SL_TYPE_GRID_MODEL, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->columns = copy_columns (columns, FALSE);
  self->searched = copy_columns (columns, TRUE);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (sl_grid_model_resync), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (sl_grid_model_resync), self, G_CONNECT_SWAPPED);
  sl_grid_model_resync (self);
  return self;
}

SlWorkspace *
sl_grid_model_workspace (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), NULL);
  return self->workspace;
}

int
sl_grid_model_kind (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), -1);
  return self->kind;
}

GPtrArray *
sl_grid_model_columns (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), NULL);
  return self->columns;
}

/* --- Sorting and filtering ---------------------------------------------------------------------------------------- */

void
sl_grid_model_set_sort (SlGridModel *self, const SlSortKey *keys, guint n_keys)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self) && n_keys <= SL_SORT_KEYS_MAX && (keys != NULL || n_keys == 0));
  if (!self->preparing && sl_row_keys_same_columns (self->keys, keys, n_keys))
    {
      /* Only turned round: the keys are there. Rows still pinned come along, as they would with new keys. */
      sl_row_keys_set_directions (self->keys, keys);
      for (guint slot = 0; slot < self->rows->len; slot++)
        if (SL_GRID_ROW (self, slot)->flags & SL_ROW_STALE)
          sl_row_keys_invalidate (self->keys, slot);
      prepare (self, NULL, FALSE);
    }
  else
    {
      SlSortKey group;

      prepare (self, sl_row_keys_new (keys, n_keys, sl_grid_groups_key (self, &group)), TRUE);
    }
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

void
sl_grid_model_rearrange (SlGridModel *self)
{
  guint n_keys;
  const SlSortKey *keys = sl_grid_model_sort (self, &n_keys);
  SlSortKey group;

  prepare (self, sl_row_keys_new (keys, n_keys, sl_grid_groups_key (self, &group)), TRUE);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

const SlSortKey *
sl_grid_model_sort (SlGridModel *self, guint *n_keys)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self) && n_keys != NULL, NULL);
  return sl_row_keys_spec (self->next_keys != NULL ? self->next_keys : self->keys, n_keys);
}

static char **
words_of (const char *text)
{
  g_autofree char *folded = sl_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static gboolean
texts_are_made (SlGridModel *self)
{
  for (guint slot = 0; slot < self->rows->len; slot++)
    if ((SL_GRID_ROW (self, slot)->flags & (SL_ROW_USED | SL_ROW_HEAD)) == SL_ROW_USED && SL_GRID_ROW (self, slot)->folded == NULL)
      return FALSE;
  return TRUE;
}

void
sl_grid_model_set_search (SlGridModel *self, const char *text)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  if (g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  g_strfreev (self->words);
  self->words = words_of (text);
  self->generation++;
  prepare (self, NULL, self->words != NULL && !texts_are_made (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

void
sl_grid_model_set_searched (SlGridModel *self, GPtrArray *columns)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self) && columns != NULL);
  g_ptr_array_unref (self->searched);
  self->searched = copy_columns (columns, FALSE);
  for (guint slot = 0; slot < self->rows->len; slot++)
    sl_grid_rows_forget_text (self, slot);
  if (self->words != NULL)
    prepare (self, NULL, TRUE);
}

void
sl_grid_model_set_filter (SlGridModel *self, SlGridFilter filter, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  if (self->free_filter_data != NULL)
    self->free_filter_data (self->filter_data);
  self->filter = filter;
  self->filter_data = data;
  self->free_filter_data = free_data;
  self->generation++;
  prepare (self, NULL, filter != NULL);
}

void
sl_grid_model_refilter (SlGridModel *self)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  self->generation++;
  prepare (self, NULL, self->filter != NULL);
}

guint
sl_grid_model_n_total (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), 0);
  return sl_uid_map_size (self->slots) - self->groups->len - self->retired->len;
}

gboolean
sl_grid_model_is_busy (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), FALSE);
  return self->idle != 0;
}

void
sl_grid_model_finish (SlGridModel *self)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  finish (self);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

guint
sl_grid_model_position (SlGridModel *self, SlUid uid)
{
  guint slot;

  g_return_val_if_fail (SL_IS_GRID_MODEL (self), G_MAXUINT);
  slot = sl_grid_rows_find (self, uid);
  if (slot == SL_GRID_NO_SLOT || !SL_GRID_IS_SHOWN (self, slot))
    return G_MAXUINT;
  return sl_grid_rows_place (self, slot);
}

SlUid
sl_grid_model_uid (SlGridModel *self, guint position)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), SL_UID_NONE);
  return position < self->order->len ? SL_GRID_ROW (self, g_array_index (self->order, guint, position))->uid : SL_UID_NONE;
}

const SlRecord *
sl_grid_model_record (SlGridModel *self, SlUid uid)
{
  const SlRecord *record;

  g_return_val_if_fail (SL_IS_GRID_MODEL (self), NULL);
  record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  return record != NULL && record->kind == self->kind ? record : NULL;
}

void
sl_grid_model_pin (SlGridModel *self, SlUid uid)
{
  guint slot;

  g_return_if_fail (SL_IS_GRID_MODEL (self) && uid != SL_UID_NONE);
  sl_uid_map_set (self->pins, uid, GUINT_TO_POINTER (1));
  slot = sl_grid_rows_find (self, uid);
  if (slot != SL_GRID_NO_SLOT)
    {
      SL_GRID_ROW (self, slot)->flags |= SL_ROW_PINNED;
      drop_arranged (self);
    }
}

void
sl_grid_model_unpin (SlGridModel *self, SlUid uid)
{
  guint slot, from, to;
  SlRow *row;

  g_return_if_fail (SL_IS_GRID_MODEL (self));
  slot = sl_grid_rows_find (self, uid);
  sl_uid_map_remove (self->pins, uid);
  if (slot == SL_GRID_NO_SLOT || !(SL_GRID_ROW (self, slot)->flags & SL_ROW_PINNED))
    return;
  drop_arranged (self);
  row = SL_GRID_ROW (self, slot);
  row->flags &= ~SL_ROW_PINNED;
  row->flags &= ~SL_ROW_STALE;
  from = sl_grid_model_position (self, uid);
  sl_grid_model_place_row (self, slot);
  to = sl_grid_groups_hides (self, slot) ? sl_grid_rows_place (self, SL_GRID_ROW (self, slot)->group->slot) : sl_grid_model_position (self, uid);
  sl_grid_model_tell_counts (self);
  if (from != to)
    g_signal_emit (self, signals[ROW_MOVED], 0, (guint64) uid, from, to);
}

static void
collect_pin (SlUid uid, gpointer value, gpointer data)
{
  g_array_append_val ((GArray *) data, uid);
}

/* One arrangement is less work for model and view than moving each row. */
static void
let_go_together (SlGridModel *self, GArray *uids)
{
  for (guint i = 0; i < uids->len; i++)
    {
      guint slot = sl_grid_rows_find (self, g_array_index (uids, SlUid, i));

      if (slot == SL_GRID_NO_SLOT)
        continue;
      if (SL_GRID_ROW (self, slot)->flags & SL_ROW_STALE)
        sl_row_keys_invalidate (self->keys, slot);
      SL_GRID_ROW (self, slot)->flags &= ~(SL_ROW_STALE | SL_ROW_PINNED);
    }
  sl_uid_map_clear (self->pins);
  drop_arranged (self);
  sl_grid_model_show (self, sl_grid_rows_arrange (self, self->keys, NULL));
  sl_grid_model_tell_counts (self);
}

void
sl_grid_model_unpin_all (SlGridModel *self)
{
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_return_if_fail (SL_IS_GRID_MODEL (self));
  sl_uid_map_foreach (self->pins, collect_pin, uids);
  if (uids->len > MANY_PINS)
    {
      let_go_together (self, uids);
      return;
    }
  for (guint i = 0; i < uids->len; i++)
    sl_grid_model_unpin (self, g_array_index (uids, SlUid, i));
}

gboolean
sl_grid_model_is_pinned (SlGridModel *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), FALSE);
  return sl_uid_map_get (self->pins, uid) != NULL;
}

void
sl_grid_model_reset_work (SlGridModel *self)
{
  g_return_if_fail (SL_IS_GRID_MODEL (self));
  self->work = (SlGridWork){ 0 };
}

const SlGridWork *
sl_grid_model_work (SlGridModel *self)
{
  g_return_val_if_fail (SL_IS_GRID_MODEL (self), NULL);
  return &self->work;
}

static GType
list_item_type (GListModel *list)
{
  return SL_TYPE_ITEM;
}

static guint
list_n_items (GListModel *list)
{
  SlGridModel *self = SL_GRID_MODEL (list);

  return self->order->len + (self->leaving != NULL ? self->leaving->len : 0);
}

static gpointer
list_item (GListModel *list, guint position)
{
  SlGridModel *self = SL_GRID_MODEL (list);
  SlUid uid = sl_grid_model_uid (self, position);

  if (self->leaving != NULL && position >= self->order->len && position - self->order->len < self->leaving->len)
    uid = SL_GRID_ROW (self, g_array_index (self->leaving, guint, position - self->order->len))->uid;
  if (uid > SL_UID_NONE && uid < SL_GRID_HEADS)
    return g_object_ref (SL_GRID_ROW (self, sl_grid_rows_find (self, uid))->group->item);
  return uid != SL_UID_NONE ? sl_kind_model_item (sl_workspace_list (self->workspace, self->kind), uid) : NULL;
}

static void
sl_grid_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = list_item_type;
  iface->get_n_items = list_n_items;
  iface->get_item = list_item;
}
