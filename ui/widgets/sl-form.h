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

/* Fields that stand together, of a kind with so many that an order of meaning helps. */
typedef struct
{
  const char *title;  /* N_(); NULL: the one that stands first, in sight */
  const int *fields;  /* up to -1 */
} SlFormGroup;

/* Holds a reference. */
GtkWidget *sl_form_new     (SlWorkspace *workspace, int kind);
/* @groups: static, up to one without fields; the rest of the fields stands behind them. Only the first group is in sight
 * before "More fields". */
GtkWidget *sl_form_new_grouped (SlWorkspace *workspace, int kind, const SlFormGroup *groups);
/* Whether a field applies to a record: one that does not, and holds nothing, is not shown. NULL: all do. */
typedef gboolean (*SlFormFits) (const SlRecord *record, guint field);
void       sl_form_set_fits (SlForm *self, SlFormFits fits);
/* Shows a record; SL_UID_NONE: none. Follows its changes. */
void       sl_form_set_uid (SlForm *self, SlUid uid);
SlUid      sl_form_get_uid (SlForm *self);
/* The row of a field, "More fields" made if need be; NULL for a field that forms leave out. */
SlFormRow *sl_form_row     (SlForm *self, guint field);

G_END_DECLS
