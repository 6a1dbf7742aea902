/* grid-fixture.h: a grid in a window of its own, and waiting for it: for the tests of the grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-fixture.h"

#include "ui/models/sl-risk-columns.h"
#include "ui/widgets/sl-grid-preview.h"
#include "ui/widgets/sl-grid-private.h"

#include <adwaita.h>

typedef struct
{
  SlWorkspace *ws;
  SlGridModel *model;
  SlGrid *grid;
  GtkWidget *window;
  GString *said; /* messages, each followed by a full stop */
} Fixture;

/* --- Waiting ------------------------------------------------------------------------------------------------------ */

typedef gboolean (*Condition) (Fixture *f);

/* Turns the main loop until @condition holds; far beyond any machine's patience it fails. */
static void
wait_for (Fixture *f, Condition condition)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!condition (f))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkAdjustment *
vertical (Fixture *f)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->grid));

  while (!GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_widget_get_next_sibling (child);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (child));
}

static gboolean
is_laid_out (Fixture *f)
{
  return gtk_widget_get_mapped (f->window) && gtk_adjustment_get_page_size (vertical (f)) > 100
         && gtk_adjustment_get_upper (vertical (f)) > 1;
}

static gboolean
is_idle (Fixture *f)
{
  return !g_main_context_pending (NULL);
}

static gboolean
is_settled (Fixture *f)
{
  return !sl_grid_model_is_busy (f->model);
}

static SlGridCell *
find_cell (GtkWidget *widget, SlUid uid, const char *column)
{
  if (SL_IS_GRID_CELL (widget))
    return sl_grid_cell_uid (SL_GRID_CELL (widget)) == uid
                   && g_strcmp0 (sl_grid_cell_column (SL_GRID_CELL (widget))->id, column) == 0
               ? SL_GRID_CELL (widget)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SlGridCell *cell = find_cell (child, uid, column);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* Whether the cursor's cell is within what is seen. */
static gboolean
cursor_is_seen (Fixture *f)
{
  SlGridCell *cell = find_cell (GTK_WIDGET (f->grid), sl_grid_cursor_uid (f->grid), sl_grid_cursor_column (f->grid));
  graphene_rect_t area;

  return cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell))
         && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (f->grid), &area) && area.origin.y >= 0
         && area.origin.y + area.size.height <= (float) gtk_widget_get_height (GTK_WIDGET (f->grid));
}

/* --- Setting up --------------------------------------------------------------------------------------------------- */

static void
on_message (SlGrid *grid, const char *message, GString *said)
{
  g_string_append_printf (said, "%s. ", message);
}

static void
check_said (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->said->str, ==, expected);
  g_string_truncate (f->said, 0);
}

static void
set_up (Fixture *f, gconstpointer n_risks)
{
  g_autoptr (GPtrArray) columns = sl_risk_columns ();

  f->ws = ui_fixture_workspace (GPOINTER_TO_UINT (n_risks));
  f->model = sl_grid_model_new (f->ws, SL_KIND_RISK, columns);
  f->grid = SL_GRID (sl_grid_new ("Risks"));
  f->said = g_string_new (NULL);
  g_signal_connect (f->grid, "message", G_CALLBACK (on_message), f->said);
  sl_grid_set_model (f->grid, f->model);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1100, 600);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->grid));
  gtk_window_present (GTK_WINDOW (f->window));
  wait_for (f, is_laid_out);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  check_said (f, "");
  gtk_window_destroy (GTK_WINDOW (f->window));
  wait_for (f, is_idle);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->ws);
  g_string_free (f->said, TRUE);
}

static void
check_field (Fixture *f, guint n, guint field, const char *expected)
{
  g_autofree char *text = ui_fixture_get (f->ws, ui_fixture_risk (f->ws, n), field);

  g_assert_cmpstr (text, ==, expected);
}

static void
go (Fixture *f, guint n, const char *column)
{
  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, n), column));
}
