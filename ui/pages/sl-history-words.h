/* sl-history-words.h: what the rows of the History page say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/models/sl-history-model.h"

G_BEGIN_DECLS

/* "Friday 31 July 2026", "Today, …", "Yesterday, …". Free with g_free(). */
char *sl_history_dup_day     (SlDate day, SlDate today);
/* What a line is about: "R-005 · Owner". Free with g_free(). */
char *sl_history_dup_caption (const SlChangeLine *line, const SlData *data);
/* From what to what. @attributes (out, transfer full) tell the value before from the one after, and in long texts what
 * differs. Free with g_free(). */
char *sl_history_dup_values  (const SlChangeLine *line, const SlData *data, PangoAttrList **attributes);
/* The value before, as far as a tooltip or a menu can say it. Free with g_free(). */
char *sl_history_dup_before  (const SlChangeLine *line, const SlData *data);
/* A row as text to be pasted elsewhere; of a change-set with all its lines where it is open. Free with g_free(). */
char *sl_history_dup_copy    (SlHistoryModel *model, SlHistoryRow *row);

G_END_DECLS
