/* sl-report-dialog.h: which report, for whom, in which format; then sl-export.h asks where to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was chosen last is offered next time. How many risks the audience will not see is said before anything is written.
 */
#pragma once

#include "ui/sl-window.h"

G_BEGIN_DECLS

#define SL_TYPE_REPORT_DIALOG (sl_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlReportDialog, sl_report_dialog, SL, REPORT_DIALOG, AdwWindow)

/* Shows it over @window, which has an open programme. It destroys itself. */
SlReportDialog *sl_report_dialog_show   (SlWindow *window);
/* @audience: SL_CONFIDENTIALITY_*; @format: a suffix ("html"). For tests. */
void            sl_report_dialog_set    (SlReportDialog *self, int audience, const char *format);
/* Only what is of @project or of none, SL_UID_NONE: everything; and from when on changes are told: a day, the number of a
 * change, or "": since the last sealed decision or one reporting period. For tests. */
void            sl_report_dialog_choose (SlReportDialog *self, SlUid project, const char *since);
/* Writes what is chosen to @file, as after the choice of a file, and closes. */
void            sl_report_dialog_write  (SlReportDialog *self, GFile *file);

G_END_DECLS
