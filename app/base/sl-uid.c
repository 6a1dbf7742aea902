/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-uid.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */
#define LOW_BITS 22

SlUid
sl_uid_new (void)
{
  static GMutex lock;
  static SlUid last;
  gint64 ms = g_get_real_time () / 1000 - EPOCH_MS;
  SlUid uid;

  g_mutex_lock (&lock);
  /* A clock set back must not make uids fall: counting up from the last one keeps the order. */
  if (ms > last >> LOW_BITS)
    uid = (ms << LOW_BITS) | (SlUid) g_random_int_range (0, 1 << (LOW_BITS - 1));
  else
    uid = last + 1;
  last = uid;
  g_mutex_unlock (&lock);
  return uid;
}

gint64
sl_uid_time (SlUid uid)
{
  return (uid >> LOW_BITS) + EPOCH_MS;
}

typedef struct
{
  SlUid uid; /* 0: never used; -1: removed */
  gpointer value;
} Slot;

#define REMOVED ((SlUid) -1)

struct _SlUidMap
{
  Slot *slots;
  guint n_slots; /* power of two */
  guint n_used;
  guint n_removed;
  GDestroyNotify free_value;
};

static inline guint
slot_of (SlUid uid, guint n_slots)
{
  /* Fibonacci hashing: uids differ mostly in their low bits and count up. */
  return (guint) (((guint64) uid * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & (n_slots - 1);
}

SlUidMap *
sl_uid_map_new (GDestroyNotify free_value)
{
  SlUidMap *self = g_new0 (SlUidMap, 1);

  self->free_value = free_value;
  return self;
}

void
sl_uid_map_clear (SlUidMap *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; self->free_value != NULL && i < self->n_slots; i++)
    if (self->slots[i].uid > 0)
      self->free_value (self->slots[i].value);
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = self->n_used = self->n_removed = 0;
}

void
sl_uid_map_free (SlUidMap *self)
{
  if (self == NULL)
    return;
  sl_uid_map_clear (self);
  g_free (self);
}

static Slot *
find (const SlUidMap *self, SlUid uid)
{
  if (self->n_slots == 0)
    return NULL;
  for (guint i = slot_of (uid, self->n_slots);; i = (i + 1) & (self->n_slots - 1))
    {
      if (self->slots[i].uid == uid)
        return &self->slots[i];
      if (self->slots[i].uid == SL_UID_NONE)
        return NULL;
    }
}

gpointer
sl_uid_map_get (const SlUidMap *self, SlUid uid)
{
  const Slot *slot = uid > 0 ? find (self, uid) : NULL;

  return slot != NULL ? slot->value : NULL;
}

static void
put_new (SlUidMap *self, SlUid uid, gpointer value)
{
  guint i = slot_of (uid, self->n_slots);

  while (self->slots[i].uid > 0)
    i = (i + 1) & (self->n_slots - 1);
  if (self->slots[i].uid == REMOVED)
    self->n_removed--;
  self->slots[i] = (Slot){ uid, value };
  self->n_used++;
}

static void
resize (SlUidMap *self, guint n_slots)
{
  Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->slots = g_new0 (Slot, n_slots);
  self->n_slots = n_slots;
  self->n_used = self->n_removed = 0;
  for (guint i = 0; i < n_old; i++)
    if (old[i].uid > 0)
      put_new (self, old[i].uid, old[i].value);
  g_free (old);
}

void
sl_uid_map_set (SlUidMap *self, SlUid uid, gpointer value)
{
  Slot *slot;

  g_return_if_fail (self != NULL && uid > 0 && value != NULL);
  slot = find (self, uid);
  if (slot != NULL)
    {
      gpointer old = slot->value;

      slot->value = value;
      if (self->free_value != NULL)
        self->free_value (old);
      return;
    }
  if ((self->n_used + self->n_removed + 1) * 4 > self->n_slots * 3)
    resize (self, MAX (16, self->n_used * 2 >= self->n_slots ? self->n_slots * 2 : self->n_slots));
  put_new (self, uid, value);
}

gpointer
sl_uid_map_steal (SlUidMap *self, SlUid uid)
{
  Slot *slot = uid > 0 ? find (self, uid) : NULL;
  gpointer value;

  if (slot == NULL)
    return NULL;
  value = slot->value;
  *slot = (Slot){ REMOVED, NULL };
  self->n_used--;
  self->n_removed++;
  return value;
}

gboolean
sl_uid_map_remove (SlUidMap *self, SlUid uid)
{
  gpointer value = sl_uid_map_steal (self, uid);

  if (value == NULL)
    return FALSE;
  if (self->free_value != NULL)
    self->free_value (value);
  return TRUE;
}

guint
sl_uid_map_size (const SlUidMap *self)
{
  return self->n_used;
}

void
sl_uid_map_foreach (const SlUidMap *self, void (*func) (SlUid uid, gpointer value, gpointer data), gpointer data)
{
  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].uid > 0)
      func (self->slots[i].uid, self->slots[i].value, data);
}
