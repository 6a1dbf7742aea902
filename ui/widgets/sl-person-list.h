/* sl-person-list.h: people to choose one from: a search line, those who fit below it, and nobody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For popovers: what is typed narrows the list, Up and Down move in it, Enter or a click chooses. Made for thousands: only
 * the rows in sight are widgets.
 *
 * Signals:
 *   chosen (gint64 uid)   SL_UID_NONE: nobody
 *   stopped ()            Esc in the search line
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_PERSON_LIST (sl_person_list_get_type ())
G_DECLARE_FINAL_TYPE (SlPersonList, sl_person_list, SL, PERSON_LIST, GtkWidget)

/* Whether a person is offered. */
typedef gboolean (*SlPersonFilter) (const SlRecord *person, gpointer data);

/* Holds a reference. @label: what screen readers call the list. */
GtkWidget *sl_person_list_new  (SlWorkspace *workspace, const char *label);
/* The row below the others that stands for nobody: what it is called, and what choosing it means. */
void       sl_person_list_set_nobody (SlPersonList *self, const char *title, const char *subtitle);
/* Offers those whom @filter (NULL: all) lets through, by name, with a mark at @chosen; the search line is empty and gets
 * the focus. */
void       sl_person_list_offer (SlPersonList *self, SlPersonFilter filter, gpointer data, SlUid chosen);
/* Lets go of the rows: nothing is kept up to date while nobody looks. */
void       sl_person_list_clear (SlPersonList *self);
/* Types @text into the search line; chooses what stands first: for tests. */
void       sl_person_list_type  (SlPersonList *self, const char *text);
void       sl_person_list_take  (SlPersonList *self);

G_END_DECLS
