/* sl-form.h: a record as a form: a row for each field of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made from the field table: what is mandatory or expected stands first, the rest under "More fields". Codes and what
 * the program keeps by itself are left out.
 */
#pragma once

#include "ui/widgets/sl-form-row.h"

G_BEGIN_DECLS

#define SL_TYPE_FORM (sl_form_get_type ())
G_DECLARE_FINAL_TYPE (SlForm, sl_form, SL, FORM, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_form_new     (SlWorkspace *workspace, int kind);
/* Shows a record; SL_UID_NONE: none. Follows its changes. */
void       sl_form_set_uid (SlForm *self, SlUid uid);
SlUid      sl_form_get_uid (SlForm *self);
/* The row of a field, "More fields" made if need be; NULL for a field that forms leave out. */
SlFormRow *sl_form_row     (SlForm *self, guint field);

G_END_DECLS
