/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-named-private.h"

#include "base/sl-text.h"

#include <string.h>

static gboolean
is_named (const SlRecord *record, const char *folded)
{
  g_autofree char *code = sl_text_fold (sl_record_code (record)), *title = sl_text_fold (sl_record_title (record));
  gsize n = strlen (code);

  if (g_str_equal (folded, code) || g_str_equal (folded, title))
    return TRUE;
  if (!g_str_has_prefix (folded, code) || folded[n] != ' ')
    return FALSE;
  while (folded[n] == ' ')
    n++;
  return g_str_equal (folded + n, title);
}

SlUid
sl_find_named_of (const SlData *data, const GArray *uids, const char *text)
{
  g_autofree char *folded = sl_text_fold (text);

  for (guint i = 0; i < uids->len; i++)
    if (is_named (sl_data_lookup (data, g_array_index (uids, SlUid, i)), folded))
      return g_array_index (uids, SlUid, i);
  return SL_UID_NONE;
}

typedef struct
{
  const char *folded;
  SlUid found;
} Named;

static gboolean
find (const SlRecord *record, gpointer data)
{
  Named *named = data;

  if (is_named (record, named->folded))
    named->found = record->uid;
  return named->found == SL_UID_NONE;
}

SlUid
sl_find_named (const SlData *data, int kind, const char *text)
{
  g_autofree char *folded = sl_text_fold (text);
  Named named = { folded, SL_UID_NONE };

  sl_data_each (data, kind, find, &named);
  return named.found;
}
