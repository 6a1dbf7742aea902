/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sl-preview-private.h"

#include <string.h>

gboolean
sl_preview_is_whole (int kind)
{
  return (sl_kind_get (kind)->flags & SL_KIND_SMALL) != 0;
}

gboolean
sl_preview_is_child (int kind, int parent)
{
  const SlKind *k = sl_kind_get (kind);

  return k->parent >= 0 && k->fields[k->parent].ref == parent && !(k->flags & SL_KIND_SMALL);
}

int
sl_preview_compare (const SlRecord *a, const SlRecord *b)
{
  const char *code_a = sl_record_code (a);
  const char *code_b = sl_record_code (b);
  int order = (code_a == NULL) - (code_b == NULL);

  if (order == 0 && code_a != NULL)
    {
      gsize n_a = strlen (code_a), n_b = strlen (code_b);

      order = n_a != n_b ? (n_a < n_b ? -1 : 1) : strcmp (code_a, code_b);
    }
  if (order == 0)
    order = (a->uid > b->uid) - (a->uid < b->uid);
  return order;
}
