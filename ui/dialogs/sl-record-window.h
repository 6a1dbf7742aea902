/* sl-record-window.h: one record by itself, of a kind that has no page of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_RECORD_WINDOW (sl_record_window_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordWindow, sl_record_window, SL, RECORD_WINDOW, AdwWindow)

/* Shown over @parent; it can be edited there, and goes when the record goes. Returns: borrowed. */
SlRecordWindow *sl_record_window_show (GtkWindow *parent, SlWorkspace *workspace, SlUid uid);

G_END_DECLS
