/* sl-history-filters.h: what the History page is narrowed by: a record, a person, a kind of act, a span of days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: changed ()
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-history.h"

G_BEGIN_DECLS

#define SL_TYPE_HISTORY_FILTERS (sl_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (SlHistoryFilters, sl_history_filters, SL, HISTORY_FILTERS, GtkWidget)

/* Holds references. */
GtkWidget  *sl_history_filters_new     (SlWorkspace *workspace, SlHistory *history);
/* What is chosen; words are not its business and left NULL. Returns: the code of the record, or NULL; borrowed. */
const char *sl_history_filters_get     (SlHistoryFilters *self, SlHistoryFilter *filter);
/* What cannot be looked for ("There is no record with the code “R-999”"), or NULL: then nothing fits. Borrowed. */
const char *sl_history_filters_problem (SlHistoryFilters *self);
gboolean    sl_history_filters_is_set  (SlHistoryFilters *self);
/* Everything else off. */
void        sl_history_filters_set_record (SlHistoryFilters *self, const char *code);
void        sl_history_filters_clear   (SlHistoryFilters *self);

G_END_DECLS
