/* sl-saved-views.h: ways of looking at a register that are kept in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view is kept as text that people can read, in the form of a key file: [view] with page=, filters= (sl_chips_dup_text()),
 * columns= (sl_grid_save_columns(): order, widths, sort, grouping), density= ("compact", "roomy") and search= (the words
 * sought). What it does not say it leaves as it is. What a newer program added to it stays in it.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Returns: (transfer full): of SlUid: the views of that page, by name. */
GArray  *sl_saved_views_of   (SlWorkspace *workspace, const char *page);
/* Borrowed until the next change; NULL when it is gone. */
const char *sl_saved_view_name (SlWorkspace *workspace, SlUid view);
/* What it says of @key: "filters", "columns", "density", "search"; NULL: nothing, or it cannot be read. Free with g_free(). */
char    *sl_saved_view_dup   (SlWorkspace *workspace, SlUid view, const char *key);

/* What a view says; NULL: as it said before. */
typedef struct
{
  const char *filters, *columns, *density, *search;
} SlSavedViewParts;

/* Keeps a view, undoable: a new one where @view is SL_UID_NONE. Fails as sl_workspace_commit() does. */
gboolean sl_saved_view_put   (SlWorkspace *workspace, SlUid *view, const char *name, const char *page,
                              const SlSavedViewParts *parts, GError **error);
gboolean sl_saved_view_delete (SlWorkspace *workspace, SlUid view, GError **error);

G_END_DECLS
