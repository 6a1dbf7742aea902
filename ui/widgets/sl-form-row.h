/* sl-form-row.h: one field of one record: its label, its editor, and beneath them what there is to say about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor follows from the field's type. An edit is one transaction, made on Enter or when the focus leaves; Esc goes
 * back. A refusal is told beneath and what was typed stays, also while another record is shown in between. Where a reason
 * is needed it is asked for beneath. What is being typed is never overwritten by a change from elsewhere.
 */
#pragma once

#include <adwaita.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_FORM_ROW (sl_form_row_get_type ())
G_DECLARE_FINAL_TYPE (SlFormRow, sl_form_row, SL, FORM_ROW, AdwPreferencesRow)

/* Holds a reference on @workspace. */
GtkWidget  *sl_form_row_new         (SlWorkspace *workspace, int kind, guint field);
guint       sl_form_row_field       (SlFormRow *self);
/* Shows the field of @uid as it is now; SL_UID_NONE: nothing. */
void        sl_form_row_show        (SlFormRow *self, SlUid uid);
/* Whether something is typed that is not in the file. */
gboolean    sl_form_row_is_dirty    (SlFormRow *self);
/* Takes over what is typed. FALSE: it was refused or wants a reason; told beneath. */
gboolean    sl_form_row_commit      (SlFormRow *self);
/* Puts @text into the editor, as typing does. */
void        sl_form_row_type        (SlFormRow *self, const char *text);
/* What the editor holds. Free with g_free(). */
char       *sl_form_row_dup_text    (SlFormRow *self);
/* What is told beneath, or NULL. Borrowed. */
const char *sl_form_row_message     (SlFormRow *self);
/* Whether a reason is being asked for; giving it commits. */
gboolean    sl_form_row_wants_reason (SlFormRow *self);
gboolean    sl_form_row_give_reason (SlFormRow *self, const char *reason);

G_END_DECLS
