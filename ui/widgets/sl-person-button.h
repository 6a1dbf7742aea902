/* sl-person-button.h: a button that names a person, and opens a list to choose another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (gint64 uid)   by the person at the screen; SL_UID_NONE: nobody
 */
#pragma once

#include "ui/widgets/sl-record-list.h"

G_BEGIN_DECLS

#define SL_TYPE_PERSON_BUTTON (sl_person_button_get_type ())
G_DECLARE_FINAL_TYPE (SlPersonButton, sl_person_button, SL, PERSON_BUTTON, GtkWidget)

/* Holds a reference. @nobody: what it says while nobody is chosen; @meaning: what that means. @filter: whom it offers, asked
 * at each opening. */
GtkWidget *sl_person_button_new        (SlWorkspace *workspace, const char *nobody, const char *meaning, SlRecordFilter filter,
                                        gpointer data);
/* What the choice is about, for screen readers: "Successor for R-005". */
void       sl_person_button_set_label  (SlPersonButton *self, const char *label);
void       sl_person_button_set_person (SlPersonButton *self, SlUid person);
SlUid      sl_person_button_get_person (SlPersonButton *self);
/* Opens the list. */
void       sl_person_button_open       (SlPersonButton *self);
/* The list, made if need be. Borrowed. */
SlRecordList *sl_person_button_list    (SlPersonButton *self);

G_END_DECLS
