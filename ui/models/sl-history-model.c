/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-history-model.h"

#include "base/sl-text.h"

/* --- A row -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 seq;
  int child; /* 0: the change-set itself; 1 ... its lines; n_lines + 1 the foot */
} Key;

struct _SlHistoryRow
{
  GObject parent_instance;
  SlHistoryModel *model;
  Key key;
  SlHistoryEntry *entry;
};

G_DEFINE_FINAL_TYPE (SlHistoryRow, sl_history_row, G_TYPE_OBJECT)

static guint row_changed, model_trouble;

/* What is open: its change-set and lines. */
typedef struct
{
  guint index; /* among the entries that fit */
  gint64 seq;
  SlChangeSet *change_set;
  GArray *lines; /* of SlChangeLine */
  guint n_left_out;
} Opened;

struct _SlHistoryModel
{
  GObject parent_instance;
  SlHistory *history;
  GPtrArray *shown;  /* of SlHistoryEntry, newest first: those that fit */
  GArray *opened;    /* of Opened, in order of index */
  SlHistoryFilter filter;
  char *code;
  gint64 opening;    /* seq of what is being read to be opened; 0: nothing */
  GHashTable *live;  /* Key inside the row -> SlHistoryRow, not held */
  Key told;          /* the line that has a message; seq 0: none */
  char *message;
  gboolean wants_reason;
};

static void sl_history_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlHistoryModel, sl_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_history_model_list_init))

static guint
key_hash (gconstpointer key)
{
  return (guint) (((const Key *) key)->seq * 31 + ((const Key *) key)->child);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->seq == y->seq && x->child == y->child;
}

static void
sl_history_row_dispose (GObject *object)
{
  SlHistoryRow *self = SL_HISTORY_ROW (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->live, &self->key);
  g_clear_pointer (&self->entry, sl_history_entry_unref);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (sl_history_row_parent_class)->dispose (object);
}

static void
sl_history_row_class_init (SlHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_history_row_dispose;
  row_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_history_row_init (SlHistoryRow *self)
{
}

static void
touch_row (SlHistoryModel *self, gint64 seq, int child)
{
  Key key = { seq, child };
  SlHistoryRow *row = g_hash_table_lookup (self->live, &key);

  if (row != NULL)
    g_signal_emit (row, row_changed, 0);
}

/* --- Where things stand ------------------------------------------------------------------------------------------- */

static guint
n_children (const Opened *opened)
{
  return opened->lines->len + 1;
}

static Opened *
nth_opened (SlHistoryModel *self, guint n)
{
  return &g_array_index (self->opened, Opened, n);
}

static Opened *
find_opened (SlHistoryModel *self, gint64 seq)
{
  for (guint i = 0; i < self->opened->len; i++)
    if (nth_opened (self, i)->seq == seq)
      return nth_opened (self, i);
  return NULL;
}

/* Which entry and which of its rows stands at @position. Few are open at a time. */
static guint
locate (SlHistoryModel *self, guint position, int *child)
{
  guint extra = 0;

  *child = 0;
  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *opened = nth_opened (self, i);
      guint top = opened->index + extra;

      if (position <= top)
        break;
      if (position <= top + n_children (opened))
        {
          *child = (int) (position - top);
          return opened->index;
        }
      extra += n_children (opened);
    }
  return position - extra;
}

static guint
position_of (SlHistoryModel *self, guint index)
{
  guint position = index;

  for (guint i = 0; i < self->opened->len && nth_opened (self, i)->index < index; i++)
    position += n_children (nth_opened (self, i));
  return position;
}

/* Numbers fall from the top. */
static gboolean
find_index (SlHistoryModel *self, gint64 seq, guint *index)
{
  guint low = 0, high = self->shown->len;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (((SlHistoryEntry *) self->shown->pdata[mid])->seq > seq)
        low = mid + 1;
      else
        high = mid;
    }
  *index = low;
  return low < self->shown->len && ((SlHistoryEntry *) self->shown->pdata[low])->seq == seq;
}

static guint
n_rows (SlHistoryModel *self)
{
  return position_of (self, self->shown->len);
}

/* --- Reading a row ------------------------------------------------------------------------------------------------ */

const SlHistoryEntry *
sl_history_row_entry (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), NULL);
  return self->entry;
}

int
sl_history_row_child (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), 0);
  return self->key.child;
}

const SlChangeLine *
sl_history_row_line (SlHistoryRow *self)
{
  const Opened *opened;

  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), NULL);
  opened = find_opened (self->model, self->key.seq);
  if (self->key.child == 0 || opened == NULL || self->key.child > (int) opened->lines->len)
    return NULL;
  return &g_array_index (opened->lines, SlChangeLine, self->key.child - 1);
}

SlHistoryRowForm
sl_history_row_form (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), SL_HISTORY_ROW_ACT);
  if (self->key.child == 0)
    return SL_HISTORY_ROW_ACT;
  return sl_history_row_line (self) != NULL ? SL_HISTORY_ROW_LINE : SL_HISTORY_ROW_FOOT;
}

gboolean
sl_history_row_is_open (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), FALSE);
  return find_opened (self->model, self->key.seq) != NULL;
}

gboolean
sl_history_row_is_opening (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), FALSE);
  return self->model->opening == self->key.seq;
}

gboolean
sl_history_row_is_first_of_day (SlHistoryRow *self)
{
  guint index;

  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), FALSE);
  if (self->key.child != 0 || !find_index (self->model, self->key.seq, &index))
    return FALSE;
  return index == 0 || ((SlHistoryEntry *) self->model->shown->pdata[index - 1])->day != self->entry->day;
}

guint
sl_history_row_n_left_out (SlHistoryRow *self)
{
  const Opened *opened;

  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), 0);
  opened = find_opened (self->model, self->key.seq);
  return opened != NULL ? opened->n_left_out : 0;
}

const char *
sl_history_row_message (SlHistoryRow *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_ROW (self), NULL);
  return key_equal (&self->model->told, &self->key) ? self->model->message : NULL;
}

gboolean
sl_history_row_wants_reason (SlHistoryRow *self)
{
  return sl_history_row_message (self) != NULL && self->model->wants_reason;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static GType
list_item_type (GListModel *list)
{
  return SL_TYPE_HISTORY_ROW;
}

static guint
list_n_items (GListModel *list)
{
  return n_rows (SL_HISTORY_MODEL (list));
}

static gpointer
list_item (GListModel *list, guint position)
{
  SlHistoryModel *self = SL_HISTORY_MODEL (list);
  SlHistoryRow *row;
  Key key;
  guint index;

  if (position >= n_rows (self))
    return NULL;
  index = locate (self, position, &key.child);
  key.seq = ((SlHistoryEntry *) self->shown->pdata[index])->seq;
  row = g_hash_table_lookup (self->live, &key);
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (SL_TYPE_HISTORY_ROW, NULL);
  row->model = g_object_ref (self);
  row->key = key;
  row->entry = sl_history_entry_ref (self->shown->pdata[index]);
  g_hash_table_insert (self->live, &row->key, row);
  return row;
}

static void
sl_history_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = list_item_type;
  iface->get_n_items = list_n_items;
  iface->get_item = list_item;
}

static void
clear_opened (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->lines, g_array_unref);
  g_clear_pointer (&opened->change_set, sl_change_set_unref);
}

static void
clear_filter (SlHistoryModel *self)
{
  g_clear_pointer (&self->filter.words, g_strfreev);
  g_clear_pointer (&self->code, g_free);
}

static void
sl_history_model_finalize (GObject *object)
{
  SlHistoryModel *self = SL_HISTORY_MODEL (object);

  clear_filter (self);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->opened);
  g_hash_table_unref (self->live);
  g_free (self->message);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (sl_history_model_parent_class)->finalize (object);
}

static void
sl_history_model_class_init (SlHistoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_history_model_finalize;
  model_trouble = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
sl_history_model_init (SlHistoryModel *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_history_entry_unref);
  self->opened = g_array_new (FALSE, FALSE, sizeof (Opened));
  g_array_set_clear_func (self->opened, clear_opened);
  self->live = g_hash_table_new (key_hash, key_equal);
  self->filter = SL_HISTORY_FILTER_ALL;
}

/* --- What fits ---------------------------------------------------------------------------------------------------- */

static guint
take_fitting (SlHistoryModel *self, guint from, guint n, GPtrArray *into)
{
  guint before = into->len;

  for (guint i = from; i < from + n; i++)
    {
      SlHistoryEntry *entry = sl_history_nth (self->history, i);

      if (sl_history_filter_match (&self->filter, entry))
        g_ptr_array_add (into, sl_history_entry_ref (entry));
    }
  return into->len - before;
}

/* New ones stand on top, and the day heading that was there goes to them; older ones come in at the end. */
static void
on_added (SlHistoryModel *self, guint position, guint n)
{
  gboolean on_top = self->shown->len > 0 && sl_history_nth (self->history, position)->seq > ((SlHistoryEntry *) self->shown->pdata[0])->seq;
  guint end = n_rows (self), k;

  if (!on_top)
    {
      k = take_fitting (self, position, n, self->shown);
      if (k > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), end, 0, k);
      return;
    }
  for (guint i = n; i > 0; i--)
    {
      SlHistoryEntry *entry = sl_history_nth (self->history, position + i - 1);

      if (!sl_history_filter_match (&self->filter, entry))
        continue;
      for (guint o = 0; o < self->opened->len; o++)
        nth_opened (self, o)->index++;
      g_ptr_array_insert (self->shown, 0, sl_history_entry_ref (entry));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
      touch_row (self, ((SlHistoryEntry *) self->shown->pdata[1])->seq, 0);
    }
}

SlHistoryModel *
sl_history_model_new (SlHistory *history)
{
  SlHistoryModel *self = g_object_new (SL_TYPE_HISTORY_MODEL, NULL);

  self->history = g_object_ref (history);
  take_fitting (self, 0, sl_history_count (history), self->shown);
  g_signal_connect_object (history, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  return self;
}

SlHistory *
sl_history_model_history (SlHistoryModel *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self), NULL);
  return self->history;
}

const char *
sl_history_model_code (SlHistoryModel *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self), NULL);
  return self->code;
}

guint
sl_history_model_n_acts (SlHistoryModel *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self), 0);
  return self->shown->len;
}

void
sl_history_model_set_filter (SlHistoryModel *self, const SlHistoryFilter *filter, const char *code)
{
  guint before;
  char **words;
  char *copy;

  g_return_if_fail (SL_IS_HISTORY_MODEL (self) && filter != NULL);
  before = n_rows (self);
  words = g_strdupv (filter->words);
  copy = g_strdup (code);
  clear_filter (self);
  self->filter = *filter;
  self->filter.words = words;
  self->code = copy;
  self->told = (Key){ 0, 0 };
  self->opening = 0;
  g_array_set_size (self->opened, 0);
  g_ptr_array_set_size (self->shown, 0);
  take_fitting (self, 0, sl_history_count (self->history), self->shown);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n_rows (self));
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

/* Beyond this many records what stood in those made and deleted is left to the records themselves. */
#define PARTICULARS_MAX 5

/* Takes @whole. */
static void
show_opened (SlHistoryModel *self, guint index, SlChangeSet *whole)
{
  Opened opened = { .index = index, .seq = whole->seq };
  guint at = 0;

  if (self->code != NULL)
    opened.change_set = sl_change_set_about (whole, sl_history_names (self->history), self->code);
  if (opened.change_set == NULL)
    opened.change_set = sl_change_set_ref (whole);
  opened.n_left_out = whole->n_changes - opened.change_set->n_changes;
  opened.lines = sl_change_set_lines (opened.change_set, opened.change_set->n_changes <= PARTICULARS_MAX);
  while (at < self->opened->len && nth_opened (self, at)->index < index)
    at++;
  g_array_insert_val (self->opened, at, opened);
  g_list_model_items_changed (G_LIST_MODEL (self), position_of (self, index) + 1, 0, n_children (&opened));
  touch_row (self, opened.seq, 0);
  sl_change_set_unref (whole);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlHistoryModel) self = data;
  g_autoptr (GError) error = NULL;
  SlChangeSet *whole = sl_history_open_finish (SL_HISTORY (source), result, &error);
  gint64 seq = self->opening;
  guint index;

  /* Whoever closed it, looked for something else or opened another does not wait for this one any more. */
  if (seq == 0 || (whole != NULL && whole->seq != seq))
    {
      g_clear_pointer (&whole, sl_change_set_unref);
      return;
    }
  self->opening = 0;
  if (whole != NULL && find_index (self, seq, &index))
    {
      show_opened (self, index, whole);
      return;
    }
  g_clear_pointer (&whole, sl_change_set_unref);
  touch_row (self, seq, 0);
  if (error != NULL)
    g_signal_emit (self, model_trouble, 0, error->message);
}

static gboolean
open_index (SlHistoryModel *self, guint index, GError **error)
{
  const SlHistoryEntry *entry = self->shown->pdata[index];
  gint64 before = self->opening;
  SlChangeSet *whole;

  if (entry->n_changes > SL_HISTORY_WORDS_MAX)
    {
      self->opening = entry->seq;
      touch_row (self, before, 0);
      touch_row (self, entry->seq, 0);
      sl_history_open_async (self->history, entry->seq, on_opened, g_object_ref (self));
      return TRUE;
    }
  whole = sl_history_open (self->history, entry->seq, error);
  if (whole == NULL)
    return FALSE;
  show_opened (self, index, whole);
  return TRUE;
}

/* Not waited for any longer. */
static void
stop_opening (SlHistoryModel *self)
{
  gint64 seq = self->opening;

  self->opening = 0;
  touch_row (self, seq, 0);
}

static void
close_index (SlHistoryModel *self, guint index)
{
  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *opened = nth_opened (self, i);
      guint n = n_children (opened);
      gint64 seq = opened->seq;

      if (opened->index != index)
        continue;
      if (self->told.seq == seq)
        self->told = (Key){ 0, 0 };
      g_array_remove_index (self->opened, i);
      g_list_model_items_changed (G_LIST_MODEL (self), position_of (self, index) + 1, n, 0);
      touch_row (self, seq, 0);
      return;
    }
}

gboolean
sl_history_model_set_open (SlHistoryModel *self, guint position, gboolean open, GError **error)
{
  gint64 seq;
  guint index;
  int child;

  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self) && position < n_rows (self), FALSE);
  index = locate (self, position, &child);
  seq = ((SlHistoryEntry *) self->shown->pdata[index])->seq;
  if (seq == self->opening)
    {
      if (!open)
        stop_opening (self);
      return TRUE;
    }
  if (open == (find_opened (self, seq) != NULL))
    return TRUE;
  if (open)
    return open_index (self, index, error);
  close_index (self, index);
  return TRUE;
}

gboolean
sl_history_model_find (SlHistoryModel *self, gint64 seq, int child, guint *position)
{
  const Opened *opened;
  guint index;

  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self) && position != NULL, FALSE);
  if (!find_index (self, seq, &index))
    return FALSE;
  opened = find_opened (self, seq);
  *position = position_of (self, index) + (guint) child;
  return child == 0 || (opened != NULL && child <= (int) n_children (opened));
}

SlHistoryRow *
sl_history_model_row (SlHistoryModel *self, guint position)
{
  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self), NULL);
  return g_list_model_get_item (G_LIST_MODEL (self), position);
}

const SlChangeSet *
sl_history_model_change_set (SlHistoryModel *self, gint64 seq)
{
  const Opened *opened;

  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self), NULL);
  opened = find_opened (self, seq);
  return opened != NULL ? opened->change_set : NULL;
}

/* --- Telling ------------------------------------------------------------------------------------------------------ */

void
sl_history_model_tell (SlHistoryModel *self, gint64 seq, int child, const char *message, gboolean wants_reason)
{
  Key before;

  g_return_if_fail (SL_IS_HISTORY_MODEL (self));
  before = self->told;
  g_free (self->message);
  self->message = g_strdup (message);
  self->wants_reason = wants_reason;
  self->told = message != NULL ? (Key){ seq, child } : (Key){ 0, 0 };
  if (before.seq != 0 && !key_equal (&before, &self->told))
    touch_row (self, before.seq, before.child);
  touch_row (self, seq, child);
}

gboolean
sl_history_model_hush (SlHistoryModel *self, guint *position)
{
  Key told;

  g_return_val_if_fail (SL_IS_HISTORY_MODEL (self) && position != NULL, FALSE);
  told = self->told;
  if (told.seq == 0)
    return FALSE;
  sl_history_model_tell (self, told.seq, told.child, NULL, FALSE);
  return sl_history_model_find (self, told.seq, told.child, position);
}

void
sl_history_model_touch (SlHistoryModel *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (SL_IS_HISTORY_MODEL (self));
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  for (guint i = 0; i < rows->len; i++)
    g_signal_emit (rows->pdata[i], row_changed, 0);
}
