/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-ref-index-private.h"

#include <string.h>

SlUidMap *
sl_ref_index_new (void)
{
  return sl_uid_map_new (g_free);
}

static guint
list_find (const SlUidList *list, SlUid uid)
{
  guint low = 0, high = list->n;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (list->uids[mid] < uid)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

static SlUidList *
list_insert (SlUidList *list, SlUid uid)
{
  guint at;

  if (list == NULL || list->n == list->size)
    {
      guint size = list == NULL ? 2 : list->size * 2;
      guint n = list == NULL ? 0 : list->n;

      list = g_realloc (list, sizeof *list + size * sizeof (SlUid));
      list->n = n;
      list->size = size;
    }
  at = list_find (list, uid);
  memmove (list->uids + at + 1, list->uids + at, (list->n - at) * sizeof (SlUid));
  list->uids[at] = uid;
  list->n++;
  return list;
}

void
sl_ref_index_add (SlUidMap *map, SlUid target, SlUid uid)
{
  /* Stolen and set again because the list may move when it grows. */
  SlUidList *list = sl_uid_map_get (map, target);
  SlUidList *grown;

  if (list != NULL && list->n < list->size)
    {
      list_insert (list, uid);
      return;
    }
  list = sl_uid_map_steal (map, target);
  grown = list_insert (list, uid);
  sl_uid_map_set (map, target, grown);
}

void
sl_ref_index_remove (SlUidMap *map, SlUid target, SlUid uid)
{
  SlUidList *list = sl_uid_map_get (map, target);
  guint at;

  if (list == NULL || (at = list_find (list, uid)) >= list->n || list->uids[at] != uid)
    return;
  memmove (list->uids + at, list->uids + at + 1, (list->n - at - 1) * sizeof (SlUid));
  if (--list->n == 0)
    sl_uid_map_remove (map, target);
}
