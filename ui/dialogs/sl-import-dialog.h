/* sl-import-dialog.h: taking a document in: programme XML, a benefit map, or a register out of a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a table it is asked first which of its columns is which; those with names that are known are chosen already. Then,
 * as of XML at once, all that would change is shown (sl-grid-preview.h) and done as one step, or not at all.
 */
#pragma once

#include "ui/models/sl-sheet.h"
#include "ui/sl-window.h"

G_BEGIN_DECLS

#define SL_TYPE_IMPORT_DIALOG (sl_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlImportDialog, sl_import_dialog, SL, IMPORT_DIALOG, AdwWindow)

/* Asks for the document, then as sl_import_start(). */
void            sl_import_choose      (SlWindow *window);
/* By its suffix: “.xml” is programme XML, “.graphml” a map, anything else a table: of the map where its columns are those of
 * cards or of links. What cannot be read is said by the window. */
void            sl_import_start       (SlWindow *window, GFile *file);

/* The question of the columns. Takes @sheet. @name: of the document. */
SlImportDialog *sl_import_dialog_show (SlWindow *window, SlSheet *sheet, const char *name);
/* Which column of the register the @n-th of the sheet is to be, by its id; NULL: left out. */
void            sl_import_dialog_set  (SlImportDialog *self, guint n, const char *id);
/* Borrowed; NULL: left out. */
const char     *sl_import_dialog_get  (SlImportDialog *self, guint n);
/* What Enter does: shows what would change. FALSE: something stands against it, and is said. */
gboolean        sl_import_dialog_go   (SlImportDialog *self);

G_END_DECLS
