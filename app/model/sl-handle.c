/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-handle.h"

#include <string.h>

static gboolean
has_key (const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_KEY)
      return TRUE;
  return FALSE;
}

/* The key fields of a record, with '/' between. */
static char *
dup_keys (const SlData *self, const SlRecord *record)
{
  const SlKind *kind = sl_record_kind (record);
  GString *keys = g_string_new (NULL);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      g_autofree char *text = NULL;
      SlValue value;

      if (!(kind->fields[f].flags & SL_FIELD_KEY))
        continue;
      sl_record_get (record, f, &value);
      text = sl_data_dup_text (self, &kind->fields[f], &value);
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? "/" : "", text);
    }
  return g_string_free (keys, FALSE);
}

static SlUid
parent_of (const SlRecord *record)
{
  int parent = sl_record_kind (record)->parent;
  SlValue value;

  if (parent < 0)
    return SL_UID_NONE;
  sl_record_get (record, (guint) parent, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

static void
each_sister (const SlData *self, const SlKind *kind, SlUid parent, SlRecordFunc func, gpointer data)
{
  if (kind->parent < 0)
    sl_data_each (self, kind->id, func, data);
  else
    sl_data_children (self, kind->id, (guint) kind->parent, parent, func, data);
}

typedef struct
{
  const SlData *data;
  const char *keys;      /* sought, or NULL */
  guint place;           /* sought where @keys is NULL */
  SlUid uid;             /* or the one whose place is sought */
  guint n;
  const SlRecord *found;
} Search;

static gboolean
search_one (const SlRecord *record, gpointer user)
{
  Search *search = user;
  g_autofree char *keys = search->keys != NULL ? dup_keys (search->data, record) : NULL;

  search->n++;
  if (keys != NULL ? g_ascii_strcasecmp (keys, search->keys) == 0
                   : search->n == search->place || record->uid == search->uid)
    search->found = record;
  return search->found == NULL;
}

char *
sl_data_dup_handle_in (const SlData *self, const SlRecord *record, const char *above, guint place)
{
  const SlKind *kind = sl_record_kind (record);
  g_autofree char *own = NULL;
  g_autofree char *token = NULL;

  if (sl_record_code (record) != NULL)
    return g_strdup (sl_record_code (record));
  own = has_key (kind) ? dup_keys (self, record) : g_strdup_printf ("%u", place);
  token = g_strdelimit (g_strdup (kind->token), "_", '-');
  return g_strjoin ("/", above != NULL ? above : token, above != NULL ? token : own, above != NULL ? own : NULL, NULL);
}

char *
sl_data_dup_handle (const SlData *self, const SlRecord *record)
{
  const SlRecord *parent = sl_data_lookup (self, parent_of (record));
  Search search = { .data = self, .uid = record->uid };
  g_autofree char *above = NULL;

  if (sl_record_code (record) != NULL)
    return g_strdup (sl_record_code (record));
  if (!has_key (sl_record_kind (record)))
    each_sister (self, sl_record_kind (record), parent_of (record), search_one, &search);
  above = parent != NULL ? sl_data_dup_handle (self, parent) : NULL;
  return sl_data_dup_handle_in (self, record, above, search.n);
}

/* How many of the '/' in a handle belong to the keys of @kind. */
static guint
count_keys (const SlKind *kind)
{
  guint n = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    n += (kind->fields[f].flags & SL_FIELD_KEY) != 0;
  return MAX (n, 1);
}

/* Steps down from @parent (NULL: the top) by "token/keys..."; NULL when nothing is called so. *@rest: what is left. */
static const SlRecord *
step_down (const SlData *self, const SlRecord *parent, const char *text, const char **rest)
{
  const char *slash = strchr (text, '/');
  g_autofree char *token = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;
  const SlKind *kind = token != NULL ? sl_kind_by_token (token) : NULL;
  g_autofree char *own = NULL;
  Search search = { .data = self };
  const char *end = slash;

  if (kind == NULL || kind->code >= 0 || (kind->parent < 0) != (parent == NULL)
      || (parent != NULL && kind->fields[kind->parent].ref != parent->kind))
    return NULL;
  for (guint i = 0; i < count_keys (kind) && end != NULL; i++)
    end = strchr (end + 1, '/');
  own = end != NULL ? g_strndup (slash + 1, (gsize) (end - slash - 1)) : g_strdup (slash + 1);
  *rest = end != NULL ? end + 1 : NULL;
  if (has_key (kind))
    search.keys = own;
  else
    search.place = (guint) g_ascii_strtoull (own, NULL, 10);
  each_sister (self, kind, parent != NULL ? parent->uid : SL_UID_NONE, search_one, &search);
  return search.found;
}

const SlRecord *
sl_data_by_handle (const SlData *self, const char *handle)
{
  const char *slash = strchr (handle, '/');
  g_autofree char *head = slash != NULL ? g_strndup (handle, (gsize) (slash - handle)) : g_strdup (handle);
  g_autofree char *upper = g_ascii_strup (head, -1);
  const SlRecord *at = sl_data_by_code (self, head);
  const char *rest = at != NULL || slash == NULL ? (slash != NULL ? slash + 1 : NULL) : handle;

  /* Statements and sub-factors have small letters; everything else is also found when typed in small letters. */
  if (at == NULL)
    {
      at = sl_data_by_code (self, upper);
      rest = at != NULL ? (slash != NULL ? slash + 1 : NULL) : rest;
    }
  while (rest != NULL)
    {
      at = step_down (self, at, rest, &rest);
      if (at == NULL)
        return NULL;
    }
  return at;
}
