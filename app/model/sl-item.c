/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-item.h"

/* The live items of one list, shared with them so that an item can strike itself out whenever it ends. */
typedef struct
{
  SlUidMap *by_uid; /* uid -> SlItem, not owned */
} Registry;

static void
registry_clear (gpointer registry)
{
  sl_uid_map_free (((Registry *) registry)->by_uid);
}

/* --- SlItem ------------------------------------------------------------------------------------------------------- */

struct _SlItem
{
  GObject parent_instance;

  SlUid uid;
  SlRecord *record;
  Registry *registry;
};

static guint item_changed;

G_DEFINE_FINAL_TYPE (SlItem, sl_item, G_TYPE_OBJECT)

static void
sl_item_finalize (GObject *object)
{
  SlItem *self = SL_ITEM (object);

  if (self->registry != NULL)
    {
      sl_uid_map_steal (self->registry->by_uid, self->uid);
      g_rc_box_release_full (self->registry, registry_clear);
    }
  g_clear_pointer (&self->record, sl_record_unref);
  G_OBJECT_CLASS (sl_item_parent_class)->finalize (object);
}

static void
sl_item_class_init (SlItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_item_finalize;
  item_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
sl_item_init (SlItem *self)
{
}

static SlItem *
item_new (Registry *registry, const SlRecord *record)
{
  SlItem *self = g_object_new (SL_TYPE_ITEM, NULL);

  self->uid = record->uid;
  self->record = sl_record_ref (record);
  self->registry = g_rc_box_acquire (registry);
  sl_uid_map_set (registry->by_uid, self->uid, self);
  return self;
}

SlItem *
sl_item_new_heading (SlUid uid)
{
  SlItem *self = g_object_new (SL_TYPE_ITEM, NULL);

  self->uid = uid;
  return self;
}

SlUid
sl_item_uid (SlItem *self)
{
  g_return_val_if_fail (SL_IS_ITEM (self), SL_UID_NONE);
  return self->uid;
}

const SlRecord *
sl_item_record (SlItem *self)
{
  g_return_val_if_fail (SL_IS_ITEM (self), NULL);
  return self->record;
}

static void
item_become (SlItem *self, const SlRecord *record, guint64 mask)
{
  SlRecord *old = self->record;

  self->record = record != NULL ? sl_record_ref (record) : NULL;
  g_clear_pointer (&old, sl_record_unref);
  g_signal_emit (self, item_changed, 0, mask);
}

void
sl_item_touch (SlItem *self)
{
  g_return_if_fail (SL_IS_ITEM (self));
  g_signal_emit (self, item_changed, 0, (guint64) 0);
}

/* --- SlKindModel -------------------------------------------------------------------------------------------------- */

struct _SlKindModel
{
  GObject parent_instance;

  SlProgramme *programme;
  int kind;
  GArray *uids; /* of SlUid, rising; what listeners have been told */
  Registry *registry;
};

static void sl_kind_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlKindModel, sl_kind_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_kind_model_list_init))

static void
sl_kind_model_finalize (GObject *object)
{
  SlKindModel *self = SL_KIND_MODEL (object);

  g_clear_object (&self->programme);
  g_array_unref (self->uids);
  g_rc_box_release_full (self->registry, registry_clear);
  G_OBJECT_CLASS (sl_kind_model_parent_class)->finalize (object);
}

static void
sl_kind_model_class_init (SlKindModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_kind_model_finalize;
}

static void
sl_kind_model_init (SlKindModel *self)
{
  self->uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  self->registry = g_rc_box_new0 (Registry);
  self->registry->by_uid = sl_uid_map_new (NULL);
}

static guint
position (GArray *uids, SlUid uid)
{
  guint low = 0, high = uids->len;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (g_array_index (uids, SlUid, mid) < uid)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  SlUid x = *(const SlUid *) a, y = *(const SlUid *) b;

  return (x > y) - (x < y);
}

/* Takes out the given uids, each unbroken run with one emission. @gone is sorted. */
static void
take_out (SlKindModel *self, GArray *gone)
{
  for (guint end = gone->len; end > 0;)
    {
      guint last = position (self->uids, g_array_index (gone, SlUid, end - 1));
      guint n = 1;

      while (end - n > 0 && last >= n
             && g_array_index (self->uids, SlUid, last - n) == g_array_index (gone, SlUid, end - n - 1))
        n++;
      g_array_remove_range (self->uids, last + 1 - n, n);
      g_list_model_items_changed (G_LIST_MODEL (self), last + 1 - n, n, 0);
      end -= n;
    }
}

/* Puts in the given uids, each run that lands in one place with one emission. @made is sorted. */
static void
put_in (SlKindModel *self, GArray *made)
{
  for (guint start = 0; start < made->len;)
    {
      guint at = position (self->uids, g_array_index (made, SlUid, start));
      guint n = 1;

      while (start + n < made->len
             && (at >= self->uids->len || g_array_index (made, SlUid, start + n) < g_array_index (self->uids, SlUid, at)))
        n++;
      g_array_insert_vals (self->uids, at, &g_array_index (made, SlUid, start), n);
      g_list_model_items_changed (G_LIST_MODEL (self), at, 0, n);
      start += n;
    }
}

static void
on_changed (SlKindModel *self, SlChangeSet *change_set)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      SlItem *item;

      if (change->kind != self->kind)
        continue;
      if (change->before == NULL)
        g_array_append_val (made, change->uid);
      else if (change->after == NULL)
        g_array_append_val (gone, change->uid);
      item = sl_uid_map_get (self->registry->by_uid, change->uid);
      if (item != NULL)
        item_become (item, sl_data_lookup (sl_programme_data (self->programme), change->uid), change->mask);
    }
  g_array_sort (gone, compare_uids);
  g_array_sort (made, compare_uids);
  take_out (self, gone);
  put_in (self, made);
}

static void
fill (SlKindModel *self)
{
  guint n = sl_programme_count (self->programme, self->kind);

  g_array_set_size (self->uids, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->uids, SlUid, i) = sl_programme_nth (self->programme, self->kind, i)->uid;
}

static void
refresh_item (SlUid uid, gpointer item, gpointer self)
{
  g_ptr_array_add (self, g_object_ref (item));
}

static void
on_reset (SlKindModel *self)
{
  guint before = self->uids->len;
  g_autoptr (GPtrArray) live = g_ptr_array_new_with_free_func (g_object_unref);

  fill (self);
  sl_uid_map_foreach (self->registry->by_uid, refresh_item, live);
  for (guint i = 0; i < live->len; i++)
    {
      SlItem *item = live->pdata[i];

      item_become (item, sl_data_lookup (sl_programme_data (self->programme), item->uid), G_MAXUINT64);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->uids->len);
}

SlKindModel *
sl_kind_model_new (SlProgramme *programme, int kind)
{
  SlKindModel *self = g_object_new (SL_TYPE_KIND_MODEL, NULL);

  self->programme = g_object_ref (programme);
  self->kind = kind;
  fill (self);
  g_signal_connect_object (programme, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  return self;
}

SlItem *
sl_kind_model_peek (SlKindModel *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_KIND_MODEL (self), NULL);
  return sl_uid_map_get (self->registry->by_uid, uid);
}

SlItem *
sl_kind_model_item (SlKindModel *self, SlUid uid)
{
  SlItem *item = sl_kind_model_peek (self, uid);
  const SlRecord *record;

  if (item != NULL)
    return g_object_ref (item);
  record = sl_data_lookup (sl_programme_data (self->programme), uid);
  return record != NULL && record->kind == self->kind ? item_new (self->registry, record) : NULL;
}

static GType
list_item_type (GListModel *list)
{
  return SL_TYPE_ITEM;
}

static guint
list_n_items (GListModel *list)
{
  return SL_KIND_MODEL (list)->uids->len;
}

static gpointer
list_item (GListModel *list, guint n)
{
  SlKindModel *self = SL_KIND_MODEL (list);

  return n < self->uids->len ? sl_kind_model_item (self, g_array_index (self->uids, SlUid, n)) : NULL;
}

static void
sl_kind_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = list_item_type;
  iface->get_n_items = list_n_items;
  iface->get_item = list_item;
}
