/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-store.h"

G_DEFINE_ABSTRACT_TYPE (SlStore, sl_store, G_TYPE_OBJECT)

static void
sl_store_dispose (GObject *object)
{
  sl_store_close (SL_STORE (object));
  G_OBJECT_CLASS (sl_store_parent_class)->dispose (object);
}

static void
sl_store_class_init (SlStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_store_dispose;
}

static void
sl_store_init (SlStore *self)
{
}

gboolean
sl_store_preview (SlStore *self, int kind, guint limit, SlProgramme *into, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && SL_IS_PROGRAMME (into), FALSE);
  return SL_STORE_GET_CLASS (self)->preview (self, kind, limit, into, error);
}

gboolean
sl_store_load (SlStore *self, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && SL_IS_PROGRAMME (into) && head != NULL, FALSE);
  return SL_STORE_GET_CLASS (self)->load (self, into, head, cancellable, error);
}

gboolean
sl_store_append (SlStore *self, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && change_set != NULL && expected != NULL, FALSE);
  return SL_STORE_GET_CLASS (self)->append (self, change_set, expected, error);
}

gboolean
sl_store_read_since (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && func != NULL, FALSE);
  return SL_STORE_GET_CLASS (self)->read_since (self, seq, func, data, error);
}

gboolean
sl_store_read_back (SlStore *self, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && func != NULL, FALSE);
  return SL_STORE_GET_CLASS (self)->read_back (self, seq, func, data, error);
}

SlStore *
sl_store_reader (SlStore *self, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self), NULL);
  return SL_STORE_GET_CLASS (self)->reader (self, error);
}

gboolean
sl_store_poll (SlStore *self, gboolean *moved, GError **error)
{
  g_return_val_if_fail (SL_IS_STORE (self) && moved != NULL, FALSE);
  return SL_STORE_GET_CLASS (self)->poll (self, moved, error);
}

gboolean
sl_store_is_read_only (SlStore *self)
{
  g_return_val_if_fail (SL_IS_STORE (self), TRUE);
  return SL_STORE_GET_CLASS (self)->is_read_only (self);
}

gint64
sl_store_size (SlStore *self)
{
  g_return_val_if_fail (SL_IS_STORE (self), 0);
  return SL_STORE_GET_CLASS (self)->size (self);
}

void
sl_store_close (SlStore *self)
{
  g_return_if_fail (SL_IS_STORE (self));
  SL_STORE_GET_CLASS (self)->close (self);
}
