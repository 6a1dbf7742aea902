/* Taking documents in: a table out of a spreadsheet, programme XML; what would change, what is refused and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "window-fixture.h"

#include "base/sl-error.h"
#include "exchange/sl-programme-xml.h"
#include "ui/dialogs/sl-import-dialog.h"
#include "ui/models/sl-grid-plan.h"
#include "ui/models/sl-import-plan.h"
#include "ui/models/sl-map-import-plan.h"
#include "ui/models/sl-risk-columns.h"
#include "ui/widgets/sl-grid-preview.h"

#include <string.h>

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static SlSheet *
sheet (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlSheet *made = sl_sheet_new (text, strlen (text), &error);

  g_assert_no_error (error);
  return made;
}

/* Which column each is taken for, "-" for none. */
static void
check_guesses (const char *text, const char *expected)
{
  g_autoptr (SlSheet) table = sheet (text);
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint c = 0; c < sl_sheet_n_columns (table); c++)
    {
      SlColumn *guess = sl_sheet_guess (table, c, columns);

      g_string_append_printf (got, "%s%s", c > 0 ? " " : "", guess != NULL ? guess->id : "-");
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_guesses (void)
{
  check_guesses ("Id,Risk,Owner,P,I\nx", "code title owner probability impact");
  check_guesses ("RISK OWNER;Likelihood;Impact;Colour\nx", "owner probability impact -");
  check_guesses ("next_review\tConsequence\tScore\t\nx", "next_review effect -");
}

static void
test_reading (void)
{
  g_autoptr (SlSheet) table = sheet ("\xef\xbb\xbf\"A;b\";c;;\r\n;;;\r\n x ;\"two\nlines\"\r\n");
  g_autoptr (SlSheet) old = sheet ("Risk\nCaf\xe9");
  static const char wide[] = "\xff\xfeR\0i\0s\0k\0\n\0x\0";
  g_autoptr (SlSheet) utf16 = sl_sheet_new (wide, sizeof wide - 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sl_sheet_n_columns (table), ==, 2);
  g_assert_cmpuint (sl_sheet_n_rows (table), ==, 1);
  g_assert_cmpstr (sl_sheet_title (table, 0), ==, "A;b");
  g_assert_cmpstr (sl_sheet_example (table, 0), ==, "x");
  g_assert_cmpstr (sl_sheet_example (table, 1), ==, "two\nlines");
  g_assert_cmpstr (sl_sheet_example (old, 0), ==, "Café");
  g_assert_cmpstr (sl_sheet_title (utf16, 0), ==, "Risk");
  g_assert_null (sl_sheet_new ("Risk\n\n", 6, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (sl_sheet_new ("PK\3\4\0\0\xff", 7, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
}

/* --- In the window ------------------------------------------------------------------------------------------------ */

static gpointer
toplevel (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer type)
{
  return toplevel (GPOINTER_TO_SIZE (type)) != NULL;
}

static gboolean
is_gone (gpointer type)
{
  return !is_there (type);
}

static gboolean
is_ready (gpointer plan)
{
  return sl_plan_state (plan) == SL_PLAN_READY;
}

static char *
dup_lines (SlPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plan)); i++)
    {
      g_autoptr (SlPlanLine) line = g_list_model_get_item (G_LIST_MODEL (plan), i);

      g_string_append_printf (text, "%s%s|%s|%s|%s\n", sl_plan_line_refused (line) ? "! " : "", sl_plan_line_place (line),
                              sl_plan_line_column (line), sl_plan_line_from (line), sl_plan_line_to (line));
    }
  return g_string_free (text, FALSE);
}

static GFile *
new_file (WindowFixture *fixture, const char *name, const char *text)
{
  GFile *file = window_fixture_file (fixture, name);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static char *
dup_replaced (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, from, to, 1), ==, 1);
  return g_strdup (string->str);
}

static char *
dup_export (WindowFixture *fixture, SlWindow *window)
{
  g_autoptr (GFile) file = window_fixture_file (fixture, "out.xml");
  g_autoptr (GError) error = NULL;
  char *text;

  sl_programme_xml_save (sl_workspace_data (sl_window_workspace (window)), g_file_peek_path (file), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  return text;
}

static guint
n_risks (SlWindow *window)
{
  return sl_data_count (sl_workspace_data (sl_window_workspace (window)), SL_KIND_RISK);
}

/* A register of strange heads: known ones are chosen, a row with an id changes its risk, the others become drafts; one step. */
static void
test_table (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GFile) file = new_file (fixture, "old.csv", "Ref,Risk title,Likelihood,Impact,Light\n"
                                                         "r-002,Sensors freeze,,,\n"
                                                         ",Cranes stand still,4,3,red\n"
                                                         "X-9,Divers are rare,2,4,amber\n");
  SlImportDialog *dialog;
  guint before = n_risks (window);
  g_autofree char *title = NULL, *undone = NULL;

  sl_import_start (window, file);
  window_fixture_wait (is_there, GSIZE_TO_POINTER (SL_TYPE_IMPORT_DIALOG), "the question of the columns");
  dialog = toplevel (SL_TYPE_IMPORT_DIALOG);
  g_assert_cmpstr (sl_import_dialog_get (dialog, 0), ==, "code");
  g_assert_cmpstr (sl_import_dialog_get (dialog, 2), ==, "probability");
  g_assert_null (sl_import_dialog_get (dialog, 4));
  /* Not twice the same. */
  sl_import_dialog_set (dialog, 4, "title");
  g_assert_false (sl_import_dialog_go (dialog));
  sl_import_dialog_set (dialog, 4, NULL);
  g_assert_true (sl_import_dialog_go (dialog));
  window_fixture_settle ();
  g_assert_true (sl_grid_preview_apply (toplevel (SL_TYPE_GRID_PREVIEW)));
  window_fixture_wait (is_gone, GSIZE_TO_POINTER (SL_TYPE_IMPORT_DIALOG), "the end");
  g_assert_cmpuint (n_risks (window), ==, before + 2);
  title = window_fixture_get (sl_window_workspace (window), "R-002", SL_RISK_TITLE);
  g_assert_cmpstr (title, ==, "Sensors freeze");
  g_assert_cmpstr (sl_page_get_info (sl_window_page (window))->name, ==, "risks");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (n_risks (window), ==, before);
  undone = window_fixture_get (sl_window_workspace (window), "R-002", SL_RISK_TITLE);
  g_assert_cmpstr (undone, ==, "Sensor batteries die early");
}

/* What is wrong stands with its line; nothing is changed. */
static void
test_table_refused (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (SlGridModel) model = NULL;
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlSheet) table = sheet ("Risk,Owner,P\nCranes,Ada Abbot,4\nDivers,,9\n");
  g_autoptr (SlGridPlan) plan = NULL;
  g_autofree char *lines = NULL;
  SlColumn *to[3];
  SlGridAct *act;
  guint before = n_risks (window);

  model = sl_grid_model_new (sl_window_workspace (window), SL_KIND_RISK, columns);
  act = sl_grid_act_new (model, SL_VERB_PASTE);
  for (guint c = 0; c < 3; c++)
    to[c] = sl_sheet_guess (table, c, columns);
  g_assert_true (sl_sheet_write (table, act, to, NULL));
  plan = sl_grid_plan_new (act);
  sl_plan_finish (SL_PLAN (plan));
  lines = dup_lines (SL_PLAN (plan));
  g_assert_true (g_str_has_prefix (lines, "! Line 2|Owner||"));
  g_assert_nonnull (strstr (lines, "\n! Line 3|P||"));
  g_assert_false (sl_plan_can_apply (SL_PLAN (plan)));
  g_assert_cmpuint (n_risks (window), ==, before);
}

/* One record twice in a sheet is no order of things. */
static void
test_table_twice (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (GPtrArray) columns = sl_risk_columns ();
  g_autoptr (SlGridModel) model = sl_grid_model_new (sl_window_workspace (window), SL_KIND_RISK, columns);
  g_autoptr (SlSheet) table = sheet ("Id,Risk\nR-002,One\nR-003,Two\nR-002,Three\n");
  g_autoptr (SlGridAct) act = sl_grid_act_new (model, SL_VERB_PASTE);
  SlColumn *to[2] = { sl_sheet_guess (table, 0, columns), sl_sheet_guess (table, 1, columns) };
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_sheet_write (table, act, to, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "Line 4"));
}

/* --- Maps --------------------------------------------------------------------------------------------------------- */

static SlMapImportPlan *
map_plan (SlWindow *window, const char *text, int kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sl_map_import_plan_new (sl_window_workspace (window), bytes, "in", kind);
}

#define GRAPH(nodes) \
  "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='label' for='node' attr.name='label' attr.type='string'/>" \
  "<key id='type' for='node' attr.name='type' attr.type='string'/><graph edgedefault='directed'>\n" nodes "</graph></graphml>"

/* What is there stays; a new card and its link come in one step, which is taken back as one. */
static void
test_map (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  const SlData *all = sl_workspace_data (sl_window_workspace (window));
  g_autoptr (GFile) file = new_file (fixture, "in.graphml",
                                     GRAPH ("<node id='C1'/>\n<node id='x'><data key='label'>Bins that call</data>"
                                            "<data key='type'>enabler</data></node>\n<edge source='x' target='C1'/>\n"));
  g_autoptr (SlMapImportPlan) plan = NULL;
  g_autofree char *text = NULL, *lines = NULL, *summary = NULL, *before = dup_export (fixture, window), *undone = NULL;
  guint n_cards = sl_data_count (all, SL_KIND_MAP_NODE), n_links = sl_data_count (all, SL_KIND_MAP_EDGE);

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));
  plan = map_plan (window, text, -1);
  sl_plan_finish (SL_PLAN (plan));
  lines = dup_lines (SL_PLAN (plan));
  g_assert_cmpstr (lines, ==, "N7|New card||Bins that call\nN7 → C1|New link||\n");
  summary = sl_plan_dup_summary (SL_PLAN (plan));
  g_assert_cmpstr (summary, ==, "1 card will be added, 1 link will be added, 1 is there already");

  sl_import_start (window, file);
  window_fixture_wait (is_there, GSIZE_TO_POINTER (SL_TYPE_GRID_PREVIEW), "what would change");
  window_fixture_settle ();
  g_assert_true (sl_grid_preview_apply (toplevel (SL_TYPE_GRID_PREVIEW)));
  window_fixture_wait (is_gone, GSIZE_TO_POINTER (SL_TYPE_GRID_PREVIEW), "the end");
  all = sl_workspace_data (sl_window_workspace (window));
  g_assert_cmpuint (sl_data_count (all, SL_KIND_MAP_NODE), ==, n_cards + 1);
  g_assert_cmpuint (sl_data_count (all, SL_KIND_MAP_EDGE), ==, n_links + 1);
  /* The other plan was looked at anew: that number is taken now. */
  sl_plan_finish (SL_PLAN (plan));
  g_clear_pointer (&lines, g_free);
  lines = dup_lines (SL_PLAN (plan));
  g_assert_true (g_str_has_prefix (lines, "N8|New card||"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  undone = dup_export (fixture, window);
  g_assert_cmpstr (undone, ==, before);
}

/* What cannot be stands with its line, and nothing is taken; a table of cards is known by its columns. */
static void
test_map_refused (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autoptr (SlMapImportPlan) back = map_plan (window, GRAPH ("<node id='C1'/><node id='N1'/>\n<edge source='C1' target='N1'/>\n"), -1);
  g_autoptr (SlMapImportPlan) broken = map_plan (window, "<graphml", -1);
  g_autoptr (SlMapImportPlan) table = map_plan (window, "type,title\nenabler,Bins that call\nenabler,\n", SL_KIND_MAP_NODE);
  g_autofree char *lines = NULL, *rows = NULL;

  sl_plan_finish (SL_PLAN (back));
  lines = dup_lines (SL_PLAN (back));
  g_assert_true (g_str_has_prefix (lines, "! Line 3|"));
  g_assert_false (sl_plan_can_apply (SL_PLAN (back)));
  sl_plan_finish (SL_PLAN (broken));
  g_assert_cmpuint (sl_plan_n_refused (SL_PLAN (broken)), ==, 1);
  sl_plan_finish (SL_PLAN (table));
  rows = dup_lines (SL_PLAN (table));
  g_assert_true (g_str_has_prefix (rows, "! Line 3|"));
}

/* --- Programme XML ------------------------------------------------------------------------------------------------ */

static void
test_xml_update (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autofree char *before = dup_export (fixture, window);
  g_autofree char *changed = dup_replaced (before, "name=\"Marlhaven Waste\"", "name=\"Marlhaven Refuse\"");
  g_autoptr (GFile) file = new_file (fixture, "in.xml", changed);
  g_autoptr (SlImportPlan) plan = sl_import_plan_new (sl_window_workspace (window), file);
  SlGridPreview *preview;
  g_autofree char *lines = NULL, *summary = NULL, *after = NULL, *undone = NULL;

  window_fixture_wait (is_ready, plan, "what would change");
  lines = dup_lines (SL_PLAN (plan));
  g_assert_cmpstr (lines, ==, "ORG-02|Name|Marlhaven Waste|Marlhaven Refuse\n");
  summary = sl_plan_dup_summary (SL_PLAN (plan));
  g_assert_cmpstr (summary, ==, "1 record will change");
  g_assert_nonnull (sl_plan_demand (SL_PLAN (plan)));

  preview = g_object_ref_sink (SL_GRID_PREVIEW (sl_grid_preview_new (SL_PLAN (plan), "Import", GTK_WINDOW (window))));
  g_assert_false (sl_grid_preview_apply (preview));
  gtk_editable_set_text (sl_grid_preview_reason (preview), "From the partner");
  g_assert_true (sl_grid_preview_apply (preview));
  sl_plan_finish (SL_PLAN (plan));
  g_assert_cmpint (sl_plan_state (SL_PLAN (plan)), ==, SL_PLAN_DONE);
  gtk_window_destroy (GTK_WINDOW (preview));
  g_object_unref (preview);
  after = dup_export (fixture, window);
  g_assert_cmpstr (after, ==, changed);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  undone = dup_export (fixture, window);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_xml_refused (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autofree char *before = dup_export (fixture, window);
  g_autofree char *wrong = dup_replaced (before, "<risk code=\"R-002\"", "<risk code=\"R-002\" colour=\"red\"");
  g_autoptr (GFile) file = new_file (fixture, "in.xml", wrong);
  g_autoptr (SlImportPlan) plan = sl_import_plan_new (sl_window_workspace (window), file);
  g_autofree char *lines = NULL;

  window_fixture_wait (is_ready, plan, "what is refused");
  lines = dup_lines (SL_PLAN (plan));
  g_assert_true (g_str_has_prefix (lines, "! Line "));
  g_assert_nonnull (strstr (lines, "|colour||"));
  g_assert_nonnull (strstr (lines, "/programme/risk[2]/@colour"));
  g_assert_false (sl_plan_can_apply (SL_PLAN (plan)));
}

/* What another writes meanwhile is looked at anew. */
static void
test_xml_overtaken (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  SlWorkspace *workspace = sl_window_workspace (window);
  g_autofree char *before = dup_export (fixture, window);
  g_autoptr (GFile) file = new_file (fixture, "in.xml", before);
  g_autoptr (SlImportPlan) plan = sl_import_plan_new (workspace, file);
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  window_fixture_wait (is_ready, plan, "that nothing would change");
  g_assert_false (sl_plan_can_apply (SL_PLAN (plan)));
  sl_workspace_set_text (workspace, window_fixture_uid (workspace, "R-002"), SL_RISK_TITLE, "Sensors freeze", NULL, &error);
  g_assert_no_error (error);
  window_fixture_wait (is_ready, plan, "what would change now");
  lines = dup_lines (SL_PLAN (plan));
  g_assert_cmpstr (lines, ==, "R-002|Risk|Sensors freeze|Sensor batteries die early\n");
}

/* Letting go while it is read leaves nothing behind. */
static void
test_xml_left (WindowFixture *fixture, gconstpointer data)
{
  SlWindow *window = window_fixture_sample (fixture);
  g_autofree char *before = dup_export (fixture, window);
  g_autoptr (GFile) file = new_file (fixture, "in.xml", before);
  gpointer plan = sl_import_plan_new (sl_window_workspace (window), file);

  g_object_add_weak_pointer (plan, &plan);
  g_object_unref (plan);
  g_assert_null (plan);
  window_fixture_settle ();
}

#define WINDOW_TEST(path, func) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/import/guesses", test_guesses);
  g_test_add_func ("/ui/import/reading", test_reading);
  WINDOW_TEST ("/ui/import/table", test_table);
  WINDOW_TEST ("/ui/import/table-refused", test_table_refused);
  WINDOW_TEST ("/ui/import/table-twice", test_table_twice);
  WINDOW_TEST ("/ui/import/map", test_map);
  WINDOW_TEST ("/ui/import/map-refused", test_map_refused);
  WINDOW_TEST ("/ui/import/xml-update", test_xml_update);
  WINDOW_TEST ("/ui/import/xml-refused", test_xml_refused);
  WINDOW_TEST ("/ui/import/xml-overtaken", test_xml_overtaken);
  WINDOW_TEST ("/ui/import/xml-left", test_xml_left);
  return g_test_run ();
}
