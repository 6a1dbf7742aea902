/* The questions that lead to a first map, in their window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "ui/dialogs/sl-map-start-answers.h"
#include "ui/dialogs/sl-map-start-dialog.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas.h"

#include <string.h>

static SlMapStartDialog *
begin (SlWindow *window)
{
  SlPage *page = sl_window_show_page (window, "map");

  window_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (page), "map-page.start", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (SL_IS_MAP_START_DIALOG (top) && gtk_window_get_transient_for (top) == GTK_WINDOW (window))
        {
          window_fixture_settle ();
          return SL_MAP_START_DIALOG (top);
        }
    }
  g_assert_not_reached ();
}

static gboolean
shows (SlMapStartDialog *dialog, const char *text)
{
  GtkWidget *label = window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkWidget *
entry_of (SlMapStartDialog *dialog)
{
  return window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, "placeholder-text", "An answer, or nothing to go on");
}

/* Enter in the entry: an answer, or "" to go on. */
static void
enter (SlMapStartDialog *dialog, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog)), text);
  g_signal_emit_by_name (entry_of (dialog), "activate");
  window_fixture_settle ();
}

/* The titles of the rows in order. */
static char *
dup_rows (SlMapStartDialog *dialog)
{
  GtkWidget *list = window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      GtkWidget *label = window_fixture_find (GTK_WIDGET (row), GTK_TYPE_LABEL, NULL, NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", gtk_label_get_text (GTK_LABEL (label)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_rows (SlMapStartDialog *dialog, const char *expected)
{
  g_autofree char *rows = dup_rows (dialog);

  g_assert_cmpstr (rows, ==, expected);
}

static guint
count (SlWindow *window, int kind)
{
  return sl_data_count (sl_workspace_data (window->workspace), kind);
}

static void
press (SlMapStartDialog *dialog, GType type, const char *property, const char *text)
{
  GtkWidget *button = window_fixture_find (GTK_WIDGET (dialog), type, property, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
}

static void
test_whole (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_empty (fixture);
  SlMapStartDialog *dialog = begin (window);
  const char *const answers[] = { "A clean town", "Fewer complaints", "Fewer full bins", "Crews follow the bins", "Bins that tell", "Sensors" };

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "A First Map");
  g_assert_true (shows (dialog, "Step 1 of 6: Strategic purpose"));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      enter (dialog, answers[i]);
      check_rows (dialog, answers[i]);
      enter (dialog, "");
    }
  g_assert_true (shows (dialog, "That is a first map"));
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, G_N_ELEMENTS (answers));
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, G_N_ELEMENTS (answers) - 1);
  g_assert_false (gtk_widget_get_mapped (entry_of (dialog)));
  press (dialog, GTK_TYPE_BUTTON, "label", "Show the _Map");
  g_assert_true (sl_page_is_awake (sl_window_page (window)));
}

/* Corrected, linked to a second card, taken away from it: the rows and the map say so each time, and undo takes it back. */
static void
test_answers (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_empty (fixture);
  SlMapStartDialog *dialog = begin (window);
  GtkWidget *rows = window_fixture_find (GTK_WIDGET (dialog), SL_TYPE_MAP_START_ANSWERS, NULL, NULL), *typed;
  g_autoptr (GError) error = NULL;

  enter (dialog, "One");
  enter (dialog, "Two");
  check_rows (dialog, "Two, One");
  enter (dialog, "");
  enter (dialog, "Fewer");
  press (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Correct “Fewer”");
  g_assert_true (sl_map_start_answers_is_typing (SL_MAP_START_ANSWERS (rows)));
  typed = window_fixture_find (rows, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (typed), "Fewer complaints");
  g_signal_emit_by_name (typed, "activate");
  window_fixture_settle ();
  check_rows (dialog, "Fewer complaints");
  enter (dialog, "");
  g_assert_true (shows (dialog, "Step 2 of 6: End outcome, question 2 of 2"));
  press (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Link “Fewer complaints” Too");
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, 2);
  press (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Take Away “Fewer complaints”");
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, 1);
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "start.undo", NULL);
  window_fixture_settle ();
  g_assert_cmpuint (count (window, SL_KIND_MAP_EDGE), ==, 2);
}

/* Typing narrows what is offered; a card of another question is not among it. */
static void
test_narrowed (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_empty (fixture);
  SlMapStartDialog *dialog = begin (window);

  enter (dialog, "One");
  enter (dialog, "Two");
  enter (dialog, "");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Outcome %c", 'a' + i);

      enter (dialog, title);
    }
  enter (dialog, "");
  check_rows (dialog, "Outcome a, Outcome b, Outcome c, Outcome d, Outcome e, Outcome f, Outcome g, Outcome h");
  g_assert_true (shows (dialog, "4 more: type a part of the title"));
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog)), "e L");
  check_rows (dialog, "Outcome l");
  g_assert_false (shows (dialog, "4 more: type a part of the title"));
}

/* What stands in the entry is kept on closing, but for what is refused: that stays to be seen. */
static void
test_closing (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_empty (fixture);
  SlMapStartDialog *dialog = begin (window);
  g_autofree char *text = g_strnfill (501, 'w');

  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog)), text);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_true (shows (dialog, "Title may have at most 500 characters; this has 501"));
  g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (entry_of (dialog)))), ==, 501);
  /* Escape forgets it, and then leaves. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "start.escape", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry_of (dialog))), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry_of (dialog)), "A clean town");
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_cmpuint (count (window, SL_KIND_MAP_NODE), ==, 1);
  dialog = begin (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "What Is Missing");
  g_assert_true (shows (dialog, "What would be different for people, once “A clean town” has come true?"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "start.escape", NULL);
}

/* A card chosen on the map is asked about; what the sample lacks is asked, and then it says so. */
static void
test_existing (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlMapStartDialog *dialog = begin (window);
  GtkWidget *canvas = window_fixture_find (GTK_WIDGET (dialog), SL_TYPE_MAP_CANVAS, NULL, NULL);

  g_assert_true (shows (dialog, "What will be there once “Solar compactor side trial” is paid for?"));
  sl_map_canvas_select (SL_MAP_CANVAS (canvas), window_fixture_uid (window->workspace, "E3"), TRUE);
  window_fixture_settle ();
  g_assert_true (shows (dialog, "What would get better first, on the way to “Lower carbon from the collection fleet”?"));
  enter (dialog, "");
  g_assert_true (shows (dialog, "What will be there once “Solar compactor side trial” is paid for?"));
  enter (dialog, "");
  g_assert_true (shows (dialog, "That is all there is to ask"));
  g_assert_cmpint (sl_map_canvas_selected (SL_MAP_CANVAS (canvas)), ==, SL_UID_NONE);
}

#define ADD(name, func) g_test_add ("/ui/map-start/" name, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("answers", test_answers);
  ADD ("narrowed", test_narrowed);
  ADD ("closing", test_closing);
  ADD ("existing", test_existing);
  return g_test_run ();
}
