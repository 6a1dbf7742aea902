/* sl-detail.h: the pane beside a grid: one record, what is derived about it, and its fields to be edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widgets/sl-form.h"
#include "workspace/sl-attention.h"

G_BEGIN_DECLS

#define SL_TYPE_DETAIL (sl_detail_get_type ())
G_DECLARE_FINAL_TYPE (SlDetail, sl_detail, SL, DETAIL, GtkWidget)

/* Holds a reference. @placeholder: what it says while no record is shown. */
GtkWidget *sl_detail_new     (SlWorkspace *workspace, int kind, const char *placeholder);
/* SL_UID_NONE: none. The widgets of a record are made when the first is shown. */
void       sl_detail_set_uid (SlDetail *self, SlUid uid);
/* Where the findings about a card come from; without it none are shown. To be called before the first is. Holds a reference. */
void       sl_detail_set_watch (SlDetail *self, SlWatch *watch);
/* The focus goes to what is wrong with the card shown. FALSE: nothing is. */
gboolean   sl_detail_focus_findings (SlDetail *self);
/* NULL until a record was shown. */
SlForm    *sl_detail_form    (SlDetail *self);
void       sl_detail_set_blue_orange (SlDetail *self, gboolean blue_orange);

G_END_DECLS
