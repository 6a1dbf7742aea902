/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-saved-views.h"

#define GROUP "view"

static const SlSavedView *
lookup (SlWorkspace *workspace, SlUid view)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (workspace), view);

  return record != NULL && record->kind == SL_KIND_SAVED_VIEW ? SL_AS (SAVED_VIEW, record) : NULL;
}

/* What cannot be read says nothing. */
static GKeyFile *
read_content (const SlSavedView *view)
{
  GKeyFile *file = g_key_file_new ();

  if (view != NULL && view->content != NULL)
    g_key_file_load_from_data (file, view->content, (gsize) -1, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
}

const char *
sl_saved_view_name (SlWorkspace *workspace, SlUid view)
{
  const SlSavedView *found = lookup (workspace, view);

  return found != NULL ? found->name : NULL;
}

char *
sl_saved_view_dup (SlWorkspace *workspace, SlUid view, const char *key)
{
  g_autoptr (GKeyFile) file = read_content (lookup (workspace, view));

  g_return_val_if_fail (key != NULL, NULL);
  return g_key_file_get_string (file, GROUP, key, NULL);
}

typedef struct
{
  SlWorkspace *workspace;
  const char *page;
  GArray *found;
} Collecting;

static gboolean
collect (const SlRecord *record, gpointer data)
{
  Collecting *collecting = data;
  g_autofree char *page = sl_saved_view_dup (collecting->workspace, record->uid, "page");

  if (g_strcmp0 (page, collecting->page) == 0)
    g_array_append_val (collecting->found, record->uid);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer workspace)
{
  return g_utf8_collate (sl_saved_view_name (workspace, *(const SlUid *) a), sl_saved_view_name (workspace, *(const SlUid *) b));
}

GArray *
sl_saved_views_of (SlWorkspace *workspace, const char *page)
{
  Collecting collecting = { workspace, page, g_array_new (FALSE, FALSE, sizeof (SlUid)) };

  sl_data_each (sl_workspace_data (workspace), SL_KIND_SAVED_VIEW, collect, &collecting);
  g_array_sort_with_data (collecting.found, compare_names, workspace);
  return collecting.found;
}

static void
put_part (GKeyFile *file, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, GROUP, key, value);
}

gboolean
sl_saved_view_put (SlWorkspace *workspace, SlUid *view, const char *name, const char *page, const SlSavedViewParts *parts,
                   GError **error)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *content = NULL;
  g_autoptr (SlTx) tx = NULL;
  SlUid uid;

  g_return_val_if_fail (view != NULL && page != NULL && parts != NULL, FALSE);
  file = read_content (lookup (workspace, *view));
  g_key_file_set_string (file, GROUP, "page", page);
  put_part (file, "filters", parts->filters);
  put_part (file, "columns", parts->columns);
  put_part (file, "density", parts->density);
  put_part (file, "search", parts->search);
  content = g_key_file_to_data (file, NULL, NULL);
  tx = sl_workspace_begin (workspace, *view == SL_UID_NONE ? SL_VERB_ADD : SL_VERB_EDIT);
  uid = *view != SL_UID_NONE ? *view : sl_tx_create (tx, SL_KIND_SAVED_VIEW);
  if (!sl_tx_set_text (tx, uid, SL_SAVED_VIEW_NAME, name, sl_workspace_as_of (workspace), error)
      || !sl_tx_set_text (tx, uid, SL_SAVED_VIEW_CONTENT, content, sl_workspace_as_of (workspace), error)
      || !sl_workspace_commit (workspace, g_steal_pointer (&tx), NULL, error))
    return FALSE;
  *view = uid;
  return TRUE;
}

gboolean
sl_saved_view_delete (SlWorkspace *workspace, SlUid view, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (workspace, SL_VERB_DELETE);

  return sl_tx_delete (tx, view, error) && sl_workspace_commit (workspace, g_steal_pointer (&tx), NULL, error);
}
