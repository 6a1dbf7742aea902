/* sl-record-list.h: records to choose one from: a search line, those that fit below it, and nobody.
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

#define SL_TYPE_RECORD_LIST (sl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordList, sl_record_list, SL, RECORD_LIST, GtkWidget)

/* Whether a record is offered. */
typedef gboolean (*SlRecordFilter) (const SlRecord *record, gpointer data);

/* What a row says; all three are searched or sorted by. */
typedef struct
{
  char *title, *subtitle;
  char *order; /* rows stand in the order of these keys (g_utf8_collate_key()) */
} SlRecordRow;

/* What is to choose from. */
typedef struct
{
  const int *kinds;       /* SL_KIND_*, ended by -1 */
  const char *find, *none; /* N_(): name of the search line; what stands where nothing fits */
  /* Fills @row, to be freed by whoever asks. */
  void (*describe) (SlWorkspace *workspace, const SlRecord *record, SlRecordRow *row);
} SlRecordChoice;

/* People, by name, with what they are. */
extern const SlRecordChoice sl_people_offered;

/* Holds a reference. @label: what screen readers call the list. @choice: static. */
GtkWidget *sl_record_list_new  (SlWorkspace *workspace, const char *label, const SlRecordChoice *choice);
/* The row below the others that stands for nobody: what it is called, and what choosing it means. */
void       sl_record_list_set_nobody (SlRecordList *self, const char *title, const char *subtitle);
/* Offers those that @filter (NULL: all) lets through, with a mark at @chosen; the search line is empty and gets
 * the focus. */
void       sl_record_list_offer (SlRecordList *self, SlRecordFilter filter, gpointer data, SlUid chosen);
/* Lets go of the rows: nothing is kept up to date while nobody looks. */
void       sl_record_list_clear (SlRecordList *self);
/* Types @text into the search line; chooses what stands first: for tests. */
void       sl_record_list_type  (SlRecordList *self, const char *text);
void       sl_record_list_take  (SlRecordList *self);

G_END_DECLS
