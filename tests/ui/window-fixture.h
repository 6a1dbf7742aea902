/* window-fixture.h: the application in a test: windows on programmes in a folder of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-register-page.h"
#include "ui/sl-window-private.h"

typedef struct
{
  SlApplication *application;
  char *folder;
} WindowFixture;

void         window_fixture_set_up    (WindowFixture *self, gconstpointer data);
/* Closes every window, with what is drafted there, and removes the folder. */
void         window_fixture_tear_down (WindowFixture *self, gconstpointer data);

/* A file of that name in the folder. */
GFile       *window_fixture_file      (WindowFixture *self, const char *name);
/* A window on a fresh copy of the sample, its first frame painted. */
SlWindow    *window_fixture_sample    (WindowFixture *self);
/* The same on a programme that holds nothing yet. */
SlWindow    *window_fixture_empty     (WindowFixture *self);
/* A workspace of its own on a file that exists: what another process has. */
SlWorkspace *window_fixture_other     (GFile *file);

/* Turns the main loop until @condition holds; fails the test when it does not within ten seconds. */
typedef gboolean (*WindowCondition) (gpointer data);
void         window_fixture_wait      (WindowCondition condition, gpointer data, const char *what);
/* Until nothing is left to be done. */
void         window_fixture_settle    (void);
/* The first widget of @type below @widget for which @property holds that text; NULL property: any. Borrowed, or NULL. */
GtkWidget   *window_fixture_find      (GtkWidget *widget, GType type, const char *property, const char *text);
/* The first open window of @type, or of that CSS class. Borrowed, or NULL. */
GtkWidget   *window_fixture_top_level (GType type);
GtkWidget   *window_fixture_top_level_of (const char *css_class);
/* Presses the button of that label in the message that is open; FALSE when there is none. */
gboolean     window_fixture_answer    (const char *label);
/* The row of the sidebar that leads to the page of that name. Borrowed, or NULL. */
GtkWidget   *window_fixture_row       (SlWindow *window, const char *page);
/* The display text of a field. */
char        *window_fixture_get       (SlWorkspace *workspace, const char *code, guint field);
SlUid        window_fixture_uid       (SlWorkspace *workspace, const char *code);
