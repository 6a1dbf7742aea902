/* sl-import.h: taking programme XML into a programme: an act, all of it or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Into an empty programme, which is one with nothing in its history but the change-set that made it, the document is read
 * in: it takes the place of everything there, settings and catalogue copies included, with its identity and code. That
 * runs no rule, for a programme must come back as it was, and is not undone. A programme of the same identity is compared
 * and can be updated: what the document adds and changes is taken over, what is only in the programme stays. That passes
 * every rule, and needs a reason where it changes what stands. Any other document is refused.
 *
 * A dry run is an import that is freed without being committed.
 */
#pragma once

#include "exchange/sl-compare.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct _SlImport SlImport;

typedef enum
{
  SL_IMPORT_LOAD,
  SL_IMPORT_UPDATE,
} SlImportMode;

/* Reads @stream and prepares the import; nothing has changed yet. @name and @problems: see sl_programme_xml_read(). What it
 * says, and SL_ERROR_REFUSED: another programme, no settings to judge by, something that never changes would. @workspace
 * is loaded, and kept. */
SlImport        *sl_import_new    (SlWorkspace *workspace, GInputStream *stream, const char *name, GCancellable *cancellable,
                                   GPtrArray *problems, GError **error);
/* The same in two steps, so that the first can be a worker's: @stream is read, on any thread; then, on the workspace's, it is
 * prepared, and anew when the programme has moved on or a commit has failed. */
SlImport        *sl_import_read   (GInputStream *stream, const char *name, GCancellable *cancellable, GPtrArray *problems,
                                   GError **error);
gboolean         sl_import_prepare (SlImport *self, SlWorkspace *workspace, GError **error);
void             sl_import_free   (SlImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImport, sl_import_free)

SlImportMode     sl_import_mode   (const SlImport *self);
/* How many records the document holds. */
guint            sl_import_count  (const SlImport *self);
/* The programme as it would be. Borrowed. */
const SlData    *sl_import_data   (const SlImport *self);
/* What was read: the data that the second of each difference belongs to. Of SL_IMPORT_LOAD the same as sl_import_data(),
 * until it is committed. Borrowed. */
const SlData    *sl_import_document (const SlImport *self);
/* SL_IMPORT_UPDATE: what differs, the programme being the first and the document the second; of SlDifference. Borrowed.
 * SL_IMPORT_LOAD: NULL. */
const GPtrArray *sl_import_differences (const SlImport *self);

/* What sl_import_commit() would say, without doing it. */
gboolean         sl_import_check  (SlImport *self, SlUid actor, const char *reason, GError **error);
/* In one change-set. @actor: a person of sl_import_data(), who is the acting one from then on, or SL_UID_NONE. Fails with
 * SL_ERROR_REASON_NEEDED and what sl_workspace_commit() says; then nothing has changed, and the import is used up. */
gboolean         sl_import_commit (SlImport *self, SlUid actor, const char *reason, GError **error);

G_END_DECLS
