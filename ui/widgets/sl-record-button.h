/* sl-record-button.h: a record in two lines; pressed, it leads there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @title: code and name; @line: what there is to say of it, or ""; @width: in characters, of lines that wrap. */
GtkWidget *sl_record_button_new (SlUid uid, const char *title, const char *line, int width);

/* What is said of a record in such a line: what it is (or @relation, where that is not NULL) and the facts of it: "Business
 * change · In progress · expected 1 Oct 2026". Free with g_free(). */
char      *sl_record_dup_line   (const SlView *view, const SlRecord *record, const char *relation);
/* "C1  Crews work daily dynamic rounds". Free with g_free(). */
char      *sl_record_dup_title  (const SlData *data, const SlRecord *record);

G_END_DECLS
