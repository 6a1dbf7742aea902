/* The map without a pointer and without seeing it: what is said of its cards, and that every key is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/pages/sl-map-page.h"
#include "ui/sl-accels.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-outline.h"

#include <string.h>

static gboolean
has_cards (gpointer page)
{
  return window_fixture_find (page, SL_TYPE_MAP_CARD_WIDGET, NULL, NULL) != NULL;
}

static SlMapCanvas *
canvas_of (SlWindow *window)
{
  SlPage *page = sl_window_show_page (window, "map");

  window_fixture_wait (has_cards, page, "the cards");
  window_fixture_settle ();
  return sl_map_page_canvas (SL_MAP_PAGE (page));
}

static GtkAccessible *
card (SlWindow *window, SlMapCanvas *canvas, const char *code)
{
  SlUid uid = window_fixture_uid (window->workspace, code);

  return g_hash_table_lookup (canvas->cards, &uid);
}

/* The list that a screen reader is given is compared in order; it is one of the two here. */
static void
check_flows (GtkAccessible *from, GtkAccessible *a, GtkAccessible *b)
{
  g_autofree char *wrong = gtk_test_accessible_check_relation (from, GTK_ACCESSIBLE_RELATION_FLOW_TO, a, b, NULL);
  g_autofree char *other = b != NULL ? gtk_test_accessible_check_relation (from, GTK_ACCESSIBLE_RELATION_FLOW_TO, b, a, NULL) : NULL;

  if (wrong != NULL && (b == NULL || other != NULL))
    g_error ("it flows to %s", wrong);
}

static char *
dup_description (GtkAccessible *widget)
{
  return gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
test_flows (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = canvas_of (window);
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  check_flows (card (window, canvas, "E1"), card (window, canvas, "SP1"), NULL);
  check_flows (card (window, canvas, "V1"), card (window, canvas, "N1"), card (window, canvas, "N2"));
  g_assert_false (gtk_test_accessible_has_relation (card (window, canvas, "SP1"), GTK_ACCESSIBLE_RELATION_FLOW_TO));
  g_assert_false (gtk_test_accessible_has_relation (card (window, canvas, "V5"), GTK_ACCESSIBLE_RELATION_FLOW_TO));
  /* A link that is made is told. */
  tx = sl_workspace_begin (window->workspace, SL_VERB_ADD);
  sl_tx_link_cards (tx, window_fixture_uid (window->workspace, "V5"), window_fixture_uid (window->workspace, "N6"), &error);
  g_assert_true (sl_workspace_commit (window->workspace, tx, NULL, &error));
  g_assert_no_error (error);
  window_fixture_settle ();
  check_flows (card (window, canvas, "V5"), card (window, canvas, "N6"), NULL);
}

static void
test_beyond (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = canvas_of (window);
  g_autofree char *before = NULL, *beyond = NULL, *chosen = NULL;

  before = dup_description (card (window, canvas, "E1"));
  g_assert_true (before == NULL || strstr (before, "Out of sight") == NULL);
  sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "V2"), TRUE);
  sl_map_canvas_zoom (canvas, 4);
  window_fixture_settle ();
  g_assert_nonnull (card (window, canvas, "V2"));
  g_assert_null (card (window, canvas, "C3"));
  chosen = dup_description (card (window, canvas, "V2"));
  if (strstr (chosen, "Leads to ") == NULL || strstr (chosen, "Out of sight it leads to ") == NULL)
    g_error ("it says %s", chosen);
  sl_map_canvas_fit (canvas);
  window_fixture_settle ();
  beyond = dup_description (card (window, canvas, "V2"));
  g_assert_null (strstr (beyond, "Out of sight"));
  check_flows (card (window, canvas, "E1"), card (window, canvas, "SP1"), NULL);
}

/* What is chosen while the outline is shown is in sight on the drawing after it, with what is around it. */
static void
test_views (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = canvas_of (window);
  GtkWidget *page = GTK_WIDGET (sl_window_page (window));
  double x = canvas->x, y = canvas->y;

  gtk_widget_activate_action (page, "map-page.other-view", NULL);
  window_fixture_settle ();
  sl_map_canvas_select (canvas, window_fixture_uid (window->workspace, "E1"), TRUE);
  window_fixture_settle ();
  gtk_widget_activate_action (page, "map-page.other-view", NULL);
  window_fixture_settle ();
  g_assert_cmpfloat (canvas->x, ==, x);
  g_assert_cmpfloat (canvas->y, ==, y);
  g_assert_cmpuint (g_hash_table_size (canvas->cards), ==, 29);
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

/* The same key by another name, or one that everything has: not told for themselves. */
static const char *const untold[] = { "KP_Add", "KP_Subtract", "KP_Enter", "KP_Up", "KP_Down", "KP_Left", "KP_Right", "equal",
                                      "<Shift>ISO_Left_Tab", "Tab", "<Shift>Tab", "ISO_Left_Tab" };

static gboolean
is_told (guint key, GdkModifierType state, const char *const *groups)
{
  g_autofree char *name = gtk_accelerator_name (key, state);

  for (guint i = 0; i < G_N_ELEMENTS (untold); i++)
    if (g_str_equal (name, untold[i]) || strstr (name, "KP_") != NULL)
      return TRUE;
  for (const SlAccel *a = sl_accels (); a->keys != NULL; a++)
    {
      g_auto (GStrv) keys = g_strsplit (a->keys, " ", -1);

      for (guint i = 0; g_strv_contains (groups, a->group) && keys[i] != NULL; i++)
        {
          guint told;
          GdkModifierType with;

          g_assert_true (gtk_accelerator_parse (keys[i], &told, &with));
          if (gdk_keyval_to_lower (told) == gdk_keyval_to_lower (key) && with == state)
            return TRUE;
        }
    }
  return FALSE;
}

/* All that a widget of ours is bound to, by its class or by a controller of its own. */
static void
check_keys (GtkWidget *widget, gboolean by_class, const char *const *groups)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean of_class = g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-widget-class-shortcuts") == 0;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || of_class != by_class)
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          g_autofree char *label = gtk_shortcut_trigger_to_string (trigger);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger))
            continue;
          n++;
          if (!is_told (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                        gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)), groups))
            g_string_append_printf (missing, " %s", label);
        }
    }
  g_assert_cmpuint (n, >, 3);
  if (missing->len > 0)
    g_error ("keys of %s in no list of keys:%s", G_OBJECT_TYPE_NAME (widget), missing->str);
}

static void
test_keys (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapCanvas *canvas = canvas_of (window);
  GtkWidget *page = GTK_WIDGET (sl_window_page (window)), *outline;

  check_keys (GTK_WIDGET (canvas), TRUE, (const char *[]){ "On the Map", NULL });
  check_keys (page, TRUE, (const char *[]){ "On the Map", "Finding the Way", NULL });
  gtk_widget_activate_action (page, "map-page.other-view", NULL);
  window_fixture_settle ();
  outline = window_fixture_find (page, SL_TYPE_MAP_OUTLINE, NULL, NULL);
  g_assert_nonnull (outline);
  check_keys (window_fixture_find (outline, GTK_TYPE_LIST_VIEW, NULL, NULL), FALSE, (const char *[]){ "In the Outline", NULL });
}

#define ADD(name, func) g_test_add ("/ui/map-access/" name, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("flows", test_flows);
  ADD ("beyond", test_beyond);
  ADD ("views", test_views);
  ADD ("keys", test_keys);
  return g_test_run ();
}
