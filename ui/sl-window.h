/* sl-window.h: a window on one programme, or on none yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-page.h"
#include "ui/sl-application.h"

G_BEGIN_DECLS

#define SL_TYPE_WINDOW (sl_window_get_type ())
G_DECLARE_FINAL_TYPE (SlWindow, sl_window, SL, WINDOW, AdwApplicationWindow)

SlWindow    *sl_window_new       (SlApplication *application);
/* NULL while it shows no programme. Borrowed. */
SlWorkspace *sl_window_workspace (SlWindow *self);
GFile       *sl_window_file      (SlWindow *self);
/* Opens @file here; tells what is wrong where that fails. The window must be empty. */
void         sl_window_open      (SlWindow *self, GFile *file);
/* Shows a workspace that is open already, or being opened. Takes references. The window must be empty. */
void         sl_window_show_workspace (SlWindow *self, SlWorkspace *workspace, GFile *file);
/* Makes the sample where programmes are kept, or takes the one that is there, and opens it. */
void         sl_window_open_sample (SlWindow *self);
/* The page of that name ("risks"), made if need be, and shown; NULL when there is none. Borrowed. */
SlPage      *sl_window_show_page (SlWindow *self, const char *name);
/* @undoable: the toast offers to undo what was just done. */
void         sl_window_toast     (SlWindow *self, const char *text, gboolean undoable);
/* Tells that @file was written, and offers to open it with what is meant for its kind. */
void         sl_window_toast_file (SlWindow *self, GFile *file);

G_END_DECLS
