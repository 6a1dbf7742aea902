/* A window with the grid over 5,000 made-up risks: to look at it, and to photograph it. Not installed.
 *
 *   grid-demo [ROWS] [ACT]   ACT: sorted, edit, choices, error, reason, selection, prose, roomy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-fixture.h"

#include "ui/models/sl-risk-columns.h"
#include "ui/widgets/sl-grid.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#define CSS_FILE "ui/widgets/grid.css"

typedef struct
{
  SlWorkspace *workspace;
  SlGrid *grid;
  GtkWidget *toasts;
  const char *act;
} Demo;

static void
on_message (SlGrid *grid, const char *message, Demo *demo)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (demo->toasts), adw_toast_new (message));
}

static gboolean
act (gpointer data)
{
  Demo *demo = data;
  SlGrid *grid = demo->grid;

  if (strcmp (demo->act, "sorted") == 0)
    {
      sl_grid_sort_by (grid, "score", FALSE);
      sl_grid_sort_by (grid, "score", FALSE);
      sl_grid_sort_by (grid, "owner", TRUE);
    }
  else if (strcmp (demo->act, "edit") == 0)
    sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 4), "title"), sl_grid_edit (grid, NULL);
  else if (strcmp (demo->act, "choices") == 0)
    sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 4), "owner"), sl_grid_edit (grid, "e");
  else if (strcmp (demo->act, "error") == 0)
    sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 4), "owner"), sl_grid_edit (grid, "Zachary"), sl_grid_commit (grid);
  else if (strcmp (demo->act, "reason") == 0)
    sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 2), "owner"), sl_grid_edit (grid, "Dilys"), sl_grid_commit (grid);
  else if (strcmp (demo->act, "prose") == 0)
    {
      sl_grid_show_column (grid, "cause", TRUE);
      sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 4), "cause");
      sl_grid_edit (grid, NULL);
    }
  else if (strcmp (demo->act, "selection") == 0)
    {
      sl_grid_set_cursor (grid, ui_fixture_risk (demo->workspace, 3), "owner");
      sl_grid_select_all (grid);
    }
  return G_SOURCE_REMOVE;
}

static void
on_activate (GtkApplication *app, Demo *demo)
{
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (demo->workspace, SL_KIND_RISK, columns);
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *search = gtk_search_entry_new ();
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autofree char *path = g_build_filename (SOURCE_ROOT, CSS_FILE, NULL);

  gtk_css_provider_load_from_path (css, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  demo->grid = SL_GRID (sl_grid_new ("Risks"));
  sl_grid_set_model (demo->grid, model);
  if (g_strcmp0 (demo->act, "roomy") == 0)
    sl_grid_set_density (demo->grid, SL_GRID_ROOMY);
  g_object_bind_property (search, "text", model, "search", G_BINDING_DEFAULT);
  demo->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (demo->toasts), GTK_WIDGET (demo->grid));
  g_signal_connect (demo->grid, "message", G_CALLBACK (on_message), demo);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("Marlhaven clean streets", "Risks"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), search);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), demo->toasts);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Grid demo");
  gtk_window_set_default_size (GTK_WINDOW (window), 1320, 640);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (demo->grid));
  if (demo->act != NULL)
    g_timeout_add (300, act, demo);
}

int
main (int argc, char **argv)
{
  Demo demo = { .act = argc > 2 ? argv[2] : NULL };
  g_autoptr (AdwApplication) app = adw_application_new ("io.github.sightline_app.GridDemo", G_APPLICATION_NON_UNIQUE);
  int status;

  demo.workspace = ui_fixture_workspace (argc > 1 ? (guint) atoi (argv[1]) : 5000);
  g_signal_connect (app, "activate", G_CALLBACK (on_activate), &demo);
  status = g_application_run (G_APPLICATION (app), 1, argv);
  g_object_unref (demo.workspace);
  return status;
}
