/* Reasons given lately, to be offered where one is asked for (design.md decision 14).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-workspace-private.h"

/* Whoever gave reasons did so lately, or it is not worth reading for. */
#define SEARCH_LIMIT 500

typedef struct
{
  GPtrArray *reasons;
  guint max, seen;
} Search;

static gboolean
look_at (SlChangeSet *change_set, gpointer data)
{
  Search *search = data;

  /* What the program gave itself when it began the file is nobody's reason. */
  if (change_set->reason != NULL && change_set->verb != SL_VERB_CREATE && change_set->verb != SL_VERB_LOAD
      && !g_ptr_array_find_with_equal_func (search->reasons, change_set->reason, g_str_equal, NULL))
    g_ptr_array_add (search->reasons, g_strdup (change_set->reason));
  return ++search->seen < SEARCH_LIMIT && search->reasons->len < search->max;
}

GStrv
sl_workspace_dup_reasons (SlWorkspace *self, guint max)
{
  Search search = { NULL, max, 0 };

  g_return_val_if_fail (SL_IS_WORKSPACE (self), NULL);
  search.reasons = g_ptr_array_new ();
  /* A journal that cannot be read just now offers nothing; the one who is asked can still type. */
  if (self->state == SL_WORKSPACE_READY && max > 0)
    sl_store_read_back (self->store, 0, look_at, &search, NULL);
  g_ptr_array_add (search.reasons, NULL);
  return (GStrv) g_ptr_array_free (search.reasons, FALSE);
}
