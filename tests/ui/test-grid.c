/* The grid widget, driven in process: by its functions and actions, waiting for what should happen with a limit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "grid-fixture.h"

/* The sort shows its top; selection and cursor stay with their rows, and the next key goes to them. */
static void
test_sort_keeps_selection (Fixture *f, gconstpointer unused)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  SlUid uid;

  go (f, 2, "owner");
  uid = sl_grid_cursor_uid (f->grid);
  sl_grid_sort_by (f->grid, "score", FALSE);
  sl_grid_sort_by (f->grid, "owner", TRUE);
  wait_for (f, is_settled);
  wait_for (f, is_idle);
  g_assert_cmpint (sl_grid_cursor_uid (f->grid), ==, uid);
  g_assert_cmpuint (sl_grid_model_position (f->model, uid), >, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical (f)), ==, 0);
  g_assert_true (sl_grid_set_cursor (f->grid, uid, NULL));
  wait_for (f, cursor_is_seen);
  sl_grid_select_all (f->grid);
  before = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (before->len, ==, 5000);
  sl_grid_model_set_search (f->model, "depot");
  wait_for (f, is_settled);
  after = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (after->len, <, 5000);
}

/* Type over, commit: one change-set, and undo brings the old one back. */
static void
test_edit_is_one_change (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  g_autofree char *old = ui_fixture_get (f->ws, ui_fixture_risk (f->ws, 5), SL_RISK_TITLE);
  g_autoptr (GError) error = NULL;

  go (f, 5, "title");
  g_assert_true (sl_grid_edit (f->grid, "Crews may be ill"));
  g_assert_true (sl_grid_is_editing (f->grid));
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  g_assert_true (sl_grid_commit (f->grid));
  g_assert_false (sl_grid_is_editing (f->grid));
  check_field (f, 5, SL_RISK_TITLE, "Crews may be ill");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  check_field (f, 5, SL_RISK_TITLE, old);
}

static void
test_cancel_and_no_change (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);

  go (f, 5, "title");
  g_assert_true (sl_grid_edit (f->grid, "Something else"));
  sl_grid_cancel (f->grid);
  g_assert_false (sl_grid_is_editing (f->grid));
  g_assert_true (sl_grid_edit (f->grid, NULL));
  g_assert_true (sl_grid_commit (f->grid));
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
}

/* What cannot be stays in its editor, with what was typed. */
static void
test_invalid_stays_open (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  GtkWidget *text;

  go (f, 5, "owner");
  g_assert_true (sl_grid_edit (f->grid, "Nobody we know"));
  g_assert_false (sl_grid_commit (f->grid));
  g_assert_true (sl_grid_is_editing (f->grid));
  text = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (GTK_IS_TEXT (text));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Nobody we know");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  g_assert_true (gtk_widget_has_css_class (text, "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  gtk_editable_set_text (GTK_EDITABLE (text), "dily");
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, 5, SL_RISK_OWNER, "Dilys Dean");
}

/* What came from elsewhere under the typing is never written over unseen: both values are shown, and asked again. */
static void
test_overtaken (Fixture *f, gconstpointer unused)
{
  gint64 seq;

  go (f, 5, "title");
  g_assert_true (sl_grid_edit (f->grid, "Mine"));
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 5), SL_RISK_TITLE, "Theirs");
  seq = ui_fixture_seq (f->ws);
  g_assert_false (sl_grid_commit (f->grid));
  g_assert_true (sl_grid_is_editing (f->grid));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (f->grid->bubble_label)), ==,
                   "Meanwhile this became “Theirs”; yours is “Mine”. Enter writes yours, Esc takes the other");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  check_field (f, 5, SL_RISK_TITLE, "Theirs");
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, 5, SL_RISK_TITLE, "Mine");
}

/* Begun by typing over, the arrows write the cell and go on; begun by F2, they move in the text. */
static void
test_arrows_leave_the_cell (Fixture *f, gconstpointer unused)
{
  go (f, 5, "title");
  g_assert_true (sl_grid_edit (f->grid, ""));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (f->window))), "Typed over");
  g_assert_false (sl_grid_editor_key (f->grid, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_true (sl_grid_editor_key (f->grid, GDK_KEY_Right, 0));
  check_field (f, 5, SL_RISK_TITLE, "Typed over");
  g_assert_cmpstr (sl_grid_cursor_column (f->grid), ==, "owner");
  go (f, 5, "title");
  g_assert_true (sl_grid_edit (f->grid, NULL));
  g_assert_false (sl_grid_editor_key (f->grid, GDK_KEY_Right, 0));
  sl_grid_cancel (f->grid);
}

static gboolean
is_narrow (Fixture *f)
{
  return gtk_widget_get_width (GTK_WIDGET (f->grid)) < 900;
}

static gboolean
all_is_in_sight (Fixture *f)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (f->grid->scroller));

  return gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across);
}

/* In a window too small for every column the widest text gives way; what is remembered is the width it was given. */
static void
test_columns_fit (Fixture *f, gconstpointer unused)
{
  g_autofree char *before = sl_grid_save_columns (f->grid);
  g_autofree char *after = NULL;

  gtk_window_set_default_size (GTK_WINDOW (f->window), 860, 600);
  wait_for (f, is_narrow);
  wait_for (f, all_is_in_sight);
  after = sl_grid_save_columns (f->grid);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
is_last (Fixture *f)
{
  return sl_grid_cursor_uid (f->grid) == ui_fixture_risk (f->ws, 48);
}

/* A row that is deleted leaves the cursor where it was, not at the top. */
static void
test_deleted_under_cursor (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  go (f, 49, "title");
  g_assert_true (sl_tx_delete (tx, ui_fixture_risk (f->ws, 49), &error));
  g_assert_true (sl_workspace_commit (f->ws, g_steal_pointer (&tx), NULL, &error));
  g_assert_no_error (error);
  wait_for (f, is_last);
  g_assert_cmpstr (sl_grid_cursor_column (f->grid), ==, "title");
}

static void
test_what_cannot_be_edited (Fixture *f, gconstpointer unused)
{
  go (f, 0, "score");
  g_assert_false (sl_grid_edit (f->grid, "9"));
  check_said (f, "“Score” is worked out and cannot be typed. ");
  go (f, 0, "code");
  g_assert_false (sl_grid_edit (f->grid, NULL));
  check_said (f, "“Id” never changes once it is given. ");
}

/* A figure typed into P assesses the risk; the row edited keeps its place until the cursor leaves it. */
static void
test_assess_and_pin (Fixture *f, gconstpointer unused)
{
  SlUid uid;

  sl_grid_sort_by (f->grid, "score", FALSE);
  sl_grid_sort_by (f->grid, "score", FALSE);
  sl_grid_model_finish (f->model);
  uid = sl_grid_model_uid (f->model, 2);
  g_assert_true (sl_grid_set_cursor (f->grid, uid, "probability"));
  g_assert_true (sl_grid_edit (f->grid, "5"));
  g_assert_true (sl_grid_commit (f->grid));
  g_assert_cmpint (sl_workspace_risk_status (f->ws, uid)->probability, ==, 5);
  g_assert_cmpuint (sl_grid_model_position (f->model, uid), ==, 2);
  g_assert_true (sl_grid_set_cursor (f->grid, sl_grid_model_uid (f->model, 3), NULL));
  g_assert_cmpuint (sl_grid_model_position (f->model, uid), >, 3);
}

/* A reason is asked for once, beneath the cell; nothing is written before it is given, nothing lost when it is not. */
static void
test_reason (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  GtkWidget *entry;

  go (f, 2, "owner");
  g_assert_true (sl_grid_edit (f->grid, "Eoin"));
  g_assert_false (sl_grid_commit (f->grid));
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ada moved to another programme");
  g_assert_true (sl_grid_give_reason (f->grid));
  g_assert_false (sl_grid_is_editing (f->grid));
  check_field (f, 2, SL_RISK_OWNER, "Eoin Ellis");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  g_assert_cmpstr (sl_workspace_last_reason (f->ws), ==, "Ada moved to another programme");
}

static void
test_reason_withdrawn (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);

  go (f, 2, "owner");
  g_assert_true (sl_grid_edit (f->grid, "Eoin"));
  g_assert_false (sl_grid_commit (f->grid));
  wait_for (f, is_idle);
  sl_grid_withdraw (f->grid);
  wait_for (f, is_idle);
  g_assert_true (sl_grid_is_editing (f->grid));
  g_assert_false (sl_grid_bubble_asks (f->grid));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  sl_grid_cancel (f->grid);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
}

/* Drafts, so that no reason is asked for. */
static const guint drafts[] = { 0, 3, 4, 5 };

static void
keep_drafts (Fixture *f)
{
  sl_grid_model_set_search (f->model, "draft");
  sl_grid_model_finish (f->model);
}

/* A block of 3 x 4 with a quote and a line break in it: spread, one change-set; rows past the end are made. */
static void
test_paste_block (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  guint n = sl_grid_model_n_total (f->model);
  g_autoptr (GError) error = NULL;

  go (f, n - 1, "title");
  g_assert_true (sl_grid_paste_text (f->grid, "One\t\t1\t2\n\"Two \"\"quoted\"\"\"\tP-02\t3\t4\n\"Three\nlines\"\tCat Cole\t\t\n"));
  check_said (f, "12 cells pasted, 2 rows added. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, n + 2);
  check_field (f, n - 1, SL_RISK_TITLE, "One");
  check_field (f, n, SL_RISK_TITLE, "Two \"quoted\"");
  check_field (f, n, SL_RISK_OWNER, "Bilal Brook");
  check_field (f, n + 1, SL_RISK_TITLE, "Three lines");
  g_assert_cmpint (sl_workspace_risk_status (f->ws, ui_fixture_risk (f->ws, n))->score, ==, 12);
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, n);
}

/* One bad cell and nothing is written; the message says where. */
static void
test_paste_all_or_nothing (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);

  keep_drafts (f);
  go (f, drafts[0], "title");
  g_assert_false (sl_grid_paste_text (f->grid, "One\tP-01\nTwo\tNobody\n"));
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  g_assert_false (sl_grid_paste_text (f->grid, "One\tP-01\t3\t3\t9\n"));
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
}

/* --- Seen before it is done --------------------------------------------------------------------------------------- */

static gboolean
preview_is_ready (Fixture *f)
{
  return f->grid->preview != NULL && sl_plan_state (SL_PLAN (f->grid->plan)) == SL_PLAN_READY;
}

static gboolean
preview_is_gone (Fixture *f)
{
  return f->grid->preview == NULL;
}

static void
accept (Fixture *f)
{
  wait_for (f, preview_is_ready);
  g_assert_true (sl_grid_preview_apply (SL_GRID_PREVIEW (f->grid->preview)));
  wait_for (f, preview_is_gone);
}

static void
leave (Fixture *f)
{
  gtk_window_close (GTK_WINDOW (f->grid->preview));
  wait_for (f, preview_is_gone);
}

/* Its lines, each as place|column|from|to. */
static void
check_preview (Fixture *f, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  wait_for (f, preview_is_ready);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->grid->plan)); i++)
    {
      g_autoptr (SlPlanLine) line = g_list_model_get_item (G_LIST_MODEL (f->grid->plan), i);

      g_string_append_printf (text, "%s%s|%s|%s|%s\n", sl_plan_line_refused (line) ? "! " : "", sl_plan_line_place (line),
                              sl_plan_line_column (line), sl_plan_line_from (line), sl_plan_line_to (line));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_summary (Fixture *f, const char *expected)
{
  g_autofree char *summary = sl_plan_dup_summary (SL_PLAN (f->grid->plan));

  g_assert_cmpstr (summary, ==, expected);
}

/* What would be written over in several rows is listed first; what stands like that already is not; left, it is as if
 * nothing had been pasted. */
static void
test_preview (Fixture *f, gconstpointer unused)
{
  gint64 seq;

  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 49), SL_RISK_TITLE, "Last");
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 48), SL_RISK_TITLE, "Last but one");
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 47), SL_RISK_TITLE, "Before");
  seq = ui_fixture_seq (f->ws);
  go (f, 47, "title");
  g_assert_false (sl_grid_paste_text (f->grid, "After\nLast but one\nFirst\nNew\tCat Cole\t3\n"));
  check_preview (f, "R-048|Risk|Before|After\nR-050|Risk|Last|First\nR-051|New row||New · Cat Cole · 3\n");
  check_summary (f, "2 cells in 2 rows will change, 1 row is added");
  leave (f);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 50);
}

/* Every refusal is listed with its place, and nothing can be applied. */
static void
test_preview_refusals (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);

  keep_drafts (f);
  g_assert_true (sl_grid_set_cursor (f->grid, sl_grid_model_uid (f->model, 0), "title"));
  g_assert_false (sl_grid_paste_text (f->grid, "One\tNobody\t9\nTwo\tNoone\t4\n"));
  wait_for (f, preview_is_ready);
  check_summary (f, "3 things are refused, so nothing will be changed");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SlPlanLine) line = g_list_model_get_item (G_LIST_MODEL (f->grid->plan), i);

      g_assert_true (sl_plan_line_refused (line));
      g_assert_cmpstr (sl_plan_line_place (line), ==, i < 2 ? "R-001" : "R-004");
      g_assert_cmpstr (sl_plan_line_column (line), ==, i == 1 ? "P" : "Owner");
    }
  g_assert_false (sl_grid_preview_apply (SL_GRID_PREVIEW (f->grid->preview)));
  leave (f);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
}

/* The reason is asked for once, in the same place, with the last one there already. */
static void
test_preview_reason (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  GtkEditable *reason;

  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, 1), "owner"));
  sl_grid_extend_to (f->grid, ui_fixture_risk (f->ws, 2), "owner");
  g_assert_false (sl_grid_paste_text (f->grid, "Eoin Ellis"));
  wait_for (f, preview_is_ready);
  g_assert_nonnull (sl_plan_demand (SL_PLAN (f->grid->plan)));
  g_assert_false (sl_grid_preview_apply (SL_GRID_PREVIEW (f->grid->preview)));
  reason = sl_grid_preview_reason (SL_GRID_PREVIEW (f->grid->preview));
  gtk_editable_set_text (reason, "Handed over");
  accept (f);
  check_said (f, "2 cells pasted. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  check_field (f, 1, SL_RISK_OWNER, "Eoin Ellis");
  g_assert_cmpstr (sl_workspace_last_reason (f->ws), ==, "Handed over");
  g_assert_false (sl_grid_paste_text (f->grid, "Dilys Dean"));
  wait_for (f, preview_is_ready);
  g_assert_cmpstr (gtk_editable_get_text (sl_grid_preview_reason (SL_GRID_PREVIEW (f->grid->preview))), ==, "Handed over");
  leave (f);
}

static char *
many_lines (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Pasted %u\tP-02\t%u\t%u\n", i, 1 + i % 5, 1 + i % 3);
  return g_string_free (text, FALSE);
}

static gboolean
plan_is_under_way (Fixture *f)
{
  guint done;

  g_object_get (f->grid->plan, "done", &done, NULL);
  return done > 1000;
}

/* Thousands of rows are tried and written in many turns of the main loop; left on the way, nothing has changed; what
 * another changes meanwhile is taken into account. */
static void
test_paste_many (Fixture *f, gconstpointer unused)
{
  g_autofree char *text = many_lines (5000);
  gint64 seq = ui_fixture_seq (f->ws);
  guint turns = 0;

  go (f, 49, "title");
  g_assert_false (sl_grid_paste_text (f->grid, text));
  wait_for (f, plan_is_under_way);
  leave (f);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq);
  g_assert_false (sl_grid_paste_text (f->grid, text));
  wait_for (f, plan_is_under_way);
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 49), SL_RISK_TITLE, "Changed meanwhile");
  for (; !preview_is_ready (f); turns++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (turns, >, 50);
  check_summary (f, "3 cells in 1 row will change, 4999 rows are added");
  accept (f);
  check_said (f, "20000 cells pasted, 4999 rows added. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 2);
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 5049);
  check_field (f, 5048, SL_RISK_TITLE, "Pasted 4999");
}

/* Typed once, Ctrl+Enter writes it into every cell of the selection; Enter alone only into the cursor's. */
static void
test_fill_selection (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);

  sl_grid_show_column (f->grid, "early_warning", TRUE);
  sl_grid_show_column (f->grid, "target_closure", TRUE);
  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, 3), "target_closure"));
  sl_grid_extend_to (f->grid, ui_fixture_risk (f->ws, 5), "target_closure");
  g_assert_true (sl_grid_edit (f->grid, "4 aug"));
  g_assert_true (sl_grid_editor_key (f->grid, GDK_KEY_Return, GDK_CONTROL_MASK));
  check_said (f, "3 cells filled. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  for (guint i = 3; i <= 5; i++)
    check_field (f, i, SL_RISK_TARGET_CLOSURE, "4 Aug 2026");
  g_assert_true (sl_grid_edit (f->grid, "5 aug"));
  g_assert_true (sl_grid_editor_key (f->grid, GDK_KEY_Return, 0));
  check_field (f, 4, SL_RISK_TARGET_CLOSURE, "4 Aug 2026");
  check_field (f, 5, SL_RISK_TARGET_CLOSURE, "5 Aug 2026");
}

static void
extend_rows (Fixture *f, guint from, guint to, const char *column)
{
  g_assert_true (sl_grid_set_cursor (f->grid, sl_grid_model_uid (f->model, from), column));
  sl_grid_extend_to (f->grid, sl_grid_model_uid (f->model, to), column);
}

static void
test_fill_and_clear (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  g_autoptr (GArray) uids = NULL;

  keep_drafts (f);
  ui_fixture_set (f->ws, sl_grid_model_uid (f->model, 0), SL_RISK_OWNER, "P-04");
  extend_rows (f, 0, 3, "owner");
  g_assert_false (sl_grid_fill_down (f->grid));
  accept (f);
  check_said (f, "3 cells filled. ");
  uids = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (uids->len, ==, 4);
  for (guint i = 0; i < uids->len; i++)
    {
      g_autofree char *owner = ui_fixture_get (f->ws, g_array_index (uids, SlUid, i), SL_RISK_OWNER);

      g_assert_cmpstr (owner, ==, "Dilys Dean");
    }
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 2);
  g_assert_false (sl_grid_paste_text (f->grid, "Cat Cole"));
  accept (f);
  check_said (f, "4 cells pasted. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 3);
  g_assert_false (sl_grid_clear (f->grid));
  accept (f);
  check_said (f, "4 cells cleared. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 4);
}

/* Rows that go into the selection several times over are repeated there; others spread from its first cell, as ever. */
static void
test_paste_repeats (Fixture *f, gconstpointer unused)
{
  static const char *const owners[] = { "Dilys Dean", "Cat Cole", "Dilys Dean", "Cat Cole" };

  keep_drafts (f);
  extend_rows (f, 0, 3, "owner");
  g_assert_false (sl_grid_paste_text (f->grid, "P-04\nP-03\n"));
  accept (f);
  check_said (f, "4 cells pasted. ");
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *owner = ui_fixture_get (f->ws, sl_grid_model_uid (f->model, i), SL_RISK_OWNER);

      g_assert_cmpstr (owner, ==, owners[i]);
    }
  extend_rows (f, 0, 2, "owner");
  g_assert_false (sl_grid_paste_text (f->grid, "P-01\nP-01\n"));
  accept (f);
  check_said (f, "2 cells pasted. ");
}

static void
check_sums (Fixture *f, const char *expected)
{
  g_autofree char *text = sl_grid_dup_sums (f->grid);

  g_assert_cmpstr (text, ==, expected);
}

/* Of cells selected that hold numbers; empty ones are none, and nothing is said of a single cell. */
static void
test_sums (Fixture *f, gconstpointer unused)
{
  SlUid uid = ui_fixture_risk (f->ws, 2);

  go (f, 0, "title");
  check_sums (f, NULL);
  sl_grid_extend_to (f->grid, uid, "title");
  check_sums (f, "3 rows selected");
  go (f, 0, "probability");
  sl_grid_extend_to (f->grid, uid, "probability");
  check_sums (f, "3 rows selected · 3 numbers, sum 9, average 3");
  /* A probability and an impact are no sum. */
  sl_grid_extend_to (f->grid, uid, "impact");
  check_sums (f, "3 rows selected · 6 numbers");
  go (f, 0, "score");
  sl_grid_extend_to (f->grid, uid, "score");
  check_sums (f, "3 rows selected · 3 numbers, sum 16, average 5.33");
}

/* As in a spreadsheet: whole rows and columns; whole rows stay whole while they are extended. */
static void
test_select_whole (Fixture *f, gconstpointer unused)
{
  guint first, last;
  g_autoptr (GArray) rows = NULL, all = NULL;

  go (f, 3, "owner");
  sl_grid_select_rows (f->grid);
  sl_grid_selected_columns (f->grid, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, sl_grid_n_shown (f->grid) - 1);
  sl_grid_move (f->grid, 0, 1, TRUE);
  sl_grid_selected_columns (f->grid, &first, &last);
  g_assert_cmpuint (last - first, ==, sl_grid_n_shown (f->grid) - 1);
  rows = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (rows->len, ==, 2);
  go (f, 3, "owner");
  sl_grid_select_columns (f->grid);
  sl_grid_selected_columns (f->grid, &first, &last);
  g_assert_cmpuint (first, ==, last);
  g_assert_cmpstr (sl_grid_nth_shown (f->grid, first)->column->id, ==, "owner");
  all = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (all->len, ==, 50);
}

/* What is hidden can be shown again from the menu of every row, and a column is moved and sized without the mouse. */
static void
test_columns_by_keys (Fixture *f, gconstpointer unused)
{
  guint place;
  int width;

  go (f, 0, "owner");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (f->grid->hidden_menu)), ==, 1);
  place = sl_grid_shown_index (f->grid, f->grid->cursor_column);
  g_assert_true (sl_grid_column_key (f->grid, GDK_KEY_Left));
  g_assert_cmpuint (sl_grid_shown_index (f->grid, f->grid->cursor_column), ==, place - 1);
  g_assert_true (sl_grid_column_key (f->grid, GDK_KEY_Right));
  g_assert_cmpuint (sl_grid_shown_index (f->grid, f->grid->cursor_column), ==, place);
  width = sl_grid_find_column (f->grid, "owner")->width;
  g_assert_true (sl_grid_column_key (f->grid, GDK_KEY_Down));
  g_assert_cmpint (sl_grid_find_column (f->grid, "owner")->width, >, width);
  g_assert_true (sl_grid_column_key (f->grid, GDK_KEY_Up));
  g_assert_cmpint (sl_grid_find_column (f->grid, "owner")->width, ==, width);
  g_assert_false (sl_grid_column_key (f->grid, GDK_KEY_a));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->grid), "grid.hide-column", NULL));
  g_assert_false (sl_grid_column_shown (f->grid, "owner"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->grid), "grid.toggle-column", "s", "owner"));
  g_assert_true (sl_grid_column_shown (f->grid, "owner"));
  for (guint i = 0; i < f->grid->columns->len; i++)
    sl_grid_show_column (f->grid, ((SlGridColumn *) f->grid->columns->pdata[i])->column->id, TRUE);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (f->grid->hidden_menu)), ==, 0);
}

static void
test_copy (Fixture *f, gconstpointer unused)
{
  g_autofree char *plain = NULL;
  g_autofree char *headed = NULL;

  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 0), SL_RISK_TITLE, "A \"loud\" risk");
  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, 0), "code"));
  sl_grid_extend_to (f->grid, ui_fixture_risk (f->ws, 1), "title");
  plain = sl_grid_dup_selection (f->grid, FALSE);
  headed = sl_grid_dup_selection (f->grid, TRUE);
  g_assert_true (g_str_has_prefix (plain, "R-001\t\"A \"\"loud\"\" risk\"\nR-002\t"));
  g_assert_true (g_str_has_prefix (headed, "Id\tRisk\nR-001\t"));
}

static void
test_columns_are_remembered (Fixture *f, gconstpointer unused)
{
  g_autofree char *standard = sl_grid_save_columns (f->grid);
  g_autofree char *changed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;

  sl_grid_show_column (f->grid, "state", FALSE);
  sl_grid_show_column (f->grid, "proximity", TRUE);
  sl_grid_move_column (f->grid, "owner", 0);
  sl_grid_sort_by (f->grid, "score", FALSE);
  sl_grid_sort_by (f->grid, "title", TRUE);
  changed = sl_grid_save_columns (f->grid);
  g_assert_true (g_str_has_prefix (changed, "owner:100,code:72,"));
  g_assert_nonnull (strstr (changed, ",-state:"));
  g_assert_true (g_str_has_suffix (changed, ";-score,title"));
  sl_grid_restore_columns (f->grid, NULL);
  back = sl_grid_save_columns (f->grid);
  g_assert_cmpstr (back, ==, standard);
  sl_grid_restore_columns (f->grid, changed);
  again = sl_grid_save_columns (f->grid);
  g_assert_cmpstr (again, ==, changed);
  g_assert_true (sl_grid_column_shown (f->grid, "proximity"));
  sl_grid_restore_columns (f->grid, "no-such:100,title:5,;-nothing,code");
  wait_for (f, is_idle);
}

static gboolean
is_scrolled (Fixture *f)
{
  return sl_grid_pinned_width (f->grid) > 0;
}

/* The cell gone to has come out from beneath the codes: with the next layout. */
static gboolean
is_beside_codes (Fixture *f)
{
  SlGridCell *cell = find_cell (GTK_WIDGET (f->grid), ui_fixture_risk (f->ws, 3), "probability");
  graphene_rect_t area;

  return cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (f->grid), &area) && area.origin.x >= 72;
}

#define LONG_TITLE "A risk of which the title is longer than any column of a usual window"
/* In the cell, the first place that the codes leave free. */
static int
beside_codes (Fixture *f, SlGridCell *cell)
{
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (f->grid), GTK_WIDGET (cell), 73, 0, &x, &y);
  return (int) x;
}

/* What does not fit is known once it was painted. */
static gboolean
has_painted_title (Fixture *f)
{
  SlGridCell *cell = find_cell (GTK_WIDGET (f->grid), ui_fixture_risk (f->ws, 2), "title");

  return cell != NULL && sl_grid_cell_tip (cell, beside_codes (f, cell), 1) != NULL;
}

/* A cell of the third row of which the codes cover the beginning. */
static SlGridCell *
first_under_codes (Fixture *f)
{
  for (guint i = 1; i < f->grid->columns->len; i++)
    {
      SlGridCell *cell = find_cell (GTK_WIDGET (f->grid), ui_fixture_risk (f->ws, 2),
                                    ((SlGridColumn *) f->grid->columns->pdata[i])->column->id);
      graphene_rect_t area;

      if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (f->grid), &area)
          && area.origin.x < 0 && area.origin.x + area.size.width > 72)
        return cell;
    }
  return NULL;
}

static gboolean
is_under_codes (Fixture *f)
{
  return first_under_codes (f) != NULL;
}

/* Scrolled sideways the codes stay, a click there is one on the code, and no cell is gone to beneath them. */
static void
test_pinned_code (Fixture *f, gconstpointer unused)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (f->grid->scroller));
  guint64 bindings;
  SlGridCell *cell, *under;

  g_assert_cmpint (sl_grid_pinned_width (f->grid), ==, 0);
  ui_fixture_set (f->ws, ui_fixture_risk (f->ws, 2), SL_RISK_TITLE, LONG_TITLE);
  for (guint i = 0; i < f->grid->columns->len; i++)
    sl_grid_show_column (f->grid, ((SlGridColumn *) f->grid->columns->pdata[i])->column->id, TRUE);
  wait_for (f, is_idle);
  bindings = sl_grid_bindings (f->grid);
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across));
  wait_for (f, is_scrolled);
  wait_for (f, is_idle);
  g_assert_cmpint (sl_grid_pinned_width (f->grid), ==, 72);
  g_assert_cmpuint (sl_grid_bindings (f->grid), ==, bindings);
  cell = sl_grid_pinned_cell_at (f->grid, 100);
  g_assert_nonnull (cell);
  g_assert_cmpstr (sl_grid_cell_column (cell)->id, ==, "code");
  /* Nothing of a text beneath the codes is to be read there: no tooltip tells of it. */
  gtk_adjustment_set_value (across, 150);
  wait_for (f, is_under_codes);
  under = first_under_codes (f);
  wait_for (f, has_painted_title);
  g_assert_cmpstr (sl_grid_cell_tip (under, beside_codes (f, under), 1), ==, LONG_TITLE);
  g_assert_cmpstr (sl_grid_cell_tip (under, beside_codes (f, under) - 70, 1), ==, NULL);
  go (f, 3, "probability");
  wait_for (f, is_beside_codes);
}

/* Headings are gone to like rows, open and close by keys, and are left out of what is copied and written. */
static void
test_groups (Fixture *f, gconstpointer unused)
{
  g_autofree char *saved = NULL;
  g_autofree char *standard = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GArray) uids = NULL;
  SlUid head;
  guint n;

  standard = sl_grid_save_columns (f->grid);
  gtk_widget_activate_action (GTK_WIDGET (f->grid), "grid.group", "s", "state");
  wait_for (f, is_settled);
  head = sl_grid_model_uid (f->model, 0);
  n = g_list_model_get_n_items (G_LIST_MODEL (f->model));
  g_assert_true (sl_grid_set_cursor (f->grid, head, NULL));
  g_assert_cmpint (sl_grid_cursor_uid (f->grid), ==, SL_UID_NONE);
  g_assert_null (sl_grid_cursor_item (f->grid));
  g_assert_false (sl_grid_edit (f->grid, "x"));
  g_assert_false (sl_grid_paste_text (f->grid, "x"));
  check_said (f, "This is the heading of a group; paste into a row. ");
  sl_grid_model_set_collapsed (f->model, head, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), <, n);
  label = sl_grid_dup_head_text (f->grid, head);
  g_assert_true (g_str_has_prefix (label, "Draft, "));
  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, 0), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, n);
  sl_grid_select_all (f->grid);
  uids = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (uids->len, ==, 50);
  copied = sl_grid_dup_selection (f->grid, FALSE);
  g_assert_null (strstr (copied, "Draft, "));
  saved = sl_grid_save_columns (f->grid);
  g_assert_true (g_str_has_suffix (saved, ";;group=state"));
  sl_grid_restore_columns (f->grid, standard);
  g_assert_null (sl_grid_model_group (f->model));
  sl_grid_restore_columns (f->grid, "code:72;-score;later=1;group=owner");
  g_assert_cmpstr (sl_grid_model_group (f->model)->id, ==, "owner");
  sl_grid_restore_columns (f->grid, "code:72;;group=no-such");
  g_assert_null (sl_grid_model_group (f->model));
  sl_grid_collapse_all (f->grid, TRUE);
}

/* Prose opens in a window of its own, and still is one change. */
static void
test_prose (Fixture *f, gconstpointer unused)
{
  GtkWidget *text;

  sl_grid_show_column (f->grid, "early_warning", TRUE);
  go (f, 5, "early_warning");
  g_assert_true (sl_grid_edit (f->grid, "First line\nsecond line"));
  text = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, 5, SL_RISK_EARLY_WARNING, "First line\nsecond line");
}

static void
test_dates (Fixture *f, gconstpointer unused)
{
  sl_grid_show_column (f->grid, "target_closure", TRUE);
  go (f, 5, "target_closure");
  g_assert_true (sl_grid_edit (f->grid, "4 aug"));
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, 5, SL_RISK_TARGET_CLOSURE, "4 Aug 2026");
  g_assert_true (sl_grid_edit (f->grid, "+14"));
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, 5, SL_RISK_TARGET_CLOSURE, "14 Aug 2026");
}

static void
test_add_row (Fixture *f, gconstpointer unused)
{
  guint n = sl_grid_model_n_total (f->model);

  g_assert_true (sl_grid_add_row (f->grid, "New risk"));
  g_assert_true (sl_grid_is_editing (f->grid));
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, n + 1);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (f->window))), "Named at once");
  g_assert_true (sl_grid_commit (f->grid));
  check_field (f, n, SL_RISK_TITLE, "Named at once");
}

/* Copies are drafts with new codes and the acting person's own figures of the day; one undo takes them all back. */
static void
test_duplicate (Fixture *f, gconstpointer unused)
{
  gint64 seq = ui_fixture_seq (f->ws);
  SlUid from = ui_fixture_risk (f->ws, 2), copy;
  g_autofree char *title = ui_fixture_get (f->ws, from, SL_RISK_TITLE);
  const SlRiskStatus *old = sl_workspace_risk_status (f->ws, from);
  int probability = old->probability, impact = old->impact;
  const SlRiskAssessment *figures;
  SlView view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) copies = NULL;

  g_assert_true (sl_grid_set_cursor (f->grid, from, "title"));
  sl_grid_extend_to (f->grid, ui_fixture_risk (f->ws, 3), "title");
  g_assert_true (sl_grid_duplicate (f->grid));
  check_said (f, "2 rows duplicated: R-051 to R-052, at the end until you leave them. ");
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + 1);
  copy = ui_fixture_risk (f->ws, 50);
  g_assert_cmpint (sl_grid_cursor_uid (f->grid), ==, copy);
  copies = sl_grid_selected_uids (f->grid);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpint (g_array_index (copies, SlUid, 0), ==, copy);
  g_assert_cmpint (g_array_index (copies, SlUid, 1), ==, ui_fixture_risk (f->ws, 51));
  check_field (f, 50, SL_RISK_CODE, "R-051");
  check_field (f, 50, SL_RISK_TITLE, title);
  check_field (f, 50, SL_RISK_STATE, "Draft");
  g_assert_cmpint (sl_workspace_risk_status (f->ws, copy)->probability, ==, probability);
  g_assert_cmpint (sl_workspace_risk_status (f->ws, copy)->impact, ==, impact);
  view = sl_workspace_view (f->ws);
  figures = sl_risk_assessment_in_force (&view, copy, SL_ASSESSMENT_TYPE_CURRENT);
  g_assert_cmpint (figures->by, ==, sl_workspace_actor (f->ws));
  g_assert_cmpint (figures->date, ==, sl_workspace_as_of (f->ws));
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_cmpuint (sl_grid_model_n_total (f->model), ==, 50);
}

/* Five scores in a row, as in a spreadsheet: figure, Enter, figure, Enter. A demanded reason stands there already from
 * the last time, so that a second Enter goes on. */
static void
test_scores_in_a_row (Fixture *f, gconstpointer unused)
{
  gint64 seq;
  guint asked = 0, changed = 0;

  sl_grid_sort_by (f->grid, "score", FALSE);
  sl_grid_model_finish (f->model);
  g_assert_true (sl_grid_set_cursor (f->grid, sl_grid_model_uid (f->model, 2), "probability"));
  seq = ui_fixture_seq (f->ws);
  for (guint i = 0; i < 5; i++)
    {
      SlUid uid = sl_grid_model_uid (f->model, sl_grid_model_position (f->model, sl_grid_cursor_uid (f->grid)));
      SlUid below = sl_grid_model_uid (f->model, sl_grid_model_position (f->model, uid) + 1);

      changed += sl_workspace_risk_status (f->ws, uid)->probability != 2;
      g_assert_true (sl_grid_edit (f->grid, "2"));
      g_assert_true (sl_grid_editor_key (f->grid, GDK_KEY_Return, 0));
      if (sl_grid_bubble_asks (f->grid))
        {
          GtkEditable *reason = GTK_EDITABLE (f->grid->bubble_entry);

          if (asked++ == 0)
            gtk_editable_set_text (reason, "Looked at together");
          g_assert_cmpstr (gtk_editable_get_text (reason), ==, "Looked at together");
          g_assert_true (sl_grid_editor_key (f->grid, GDK_KEY_Return, 0));
        }
      wait_for (f, is_idle);
      g_assert_false (sl_grid_is_editing (f->grid));
      g_assert_cmpint (sl_workspace_risk_status (f->ws, uid)->probability, ==, 2);
      g_assert_cmpint (sl_grid_cursor_uid (f->grid), ==, below);
      g_assert_cmpstr (sl_grid_cursor_column (f->grid), ==, "probability");
    }
  g_assert_cmpuint (asked, >, 1);
  g_assert_cmpint (ui_fixture_seq (f->ws), ==, seq + changed);
}

static void
test_accessible (Fixture *f, gconstpointer unused)
{
  SlGridCell *cell;

  go (f, 0, "state");
  wait_for (f, is_idle);
  cell = find_cell (GTK_WIDGET (f->grid), ui_fixture_risk (f->ws, 0), "state");
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "State: Draft");
  gtk_test_accessible_assert_property (f->grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Risks");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (cell)));
}

/* To the end of 100,000 rows: as many cells are bound as are near it, not as many as lie between. */
static void
test_many_rows (Fixture *f, gconstpointer unused)
{
  guint64 before = sl_grid_bindings (f->grid);

  g_assert_cmpuint (before, <=, 3000);
  g_assert_true (sl_grid_set_cursor (f->grid, ui_fixture_risk (f->ws, 99999), NULL));
  wait_for (f, cursor_is_seen);
  wait_for (f, is_idle);
  g_assert_cmpuint (sl_grid_bindings (f->grid) - before, <=, 6000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, n, func) g_test_add ("/ui/grid/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("sort-keeps-selection", 5000, test_sort_keeps_selection);
  ADD ("edit-is-one-change", 50, test_edit_is_one_change);
  ADD ("cancel-and-no-change", 50, test_cancel_and_no_change);
  ADD ("invalid-stays-open", 50, test_invalid_stays_open);
  ADD ("overtaken", 50, test_overtaken);
  ADD ("arrows-leave-the-cell", 50, test_arrows_leave_the_cell);
  ADD ("columns-fit", 50, test_columns_fit);
  ADD ("deleted-under-cursor", 50, test_deleted_under_cursor);
  ADD ("what-cannot-be-edited", 50, test_what_cannot_be_edited);
  ADD ("assess-and-pin", 50, test_assess_and_pin);
  ADD ("reason", 50, test_reason);
  ADD ("reason-withdrawn", 50, test_reason_withdrawn);
  ADD ("paste-block", 31, test_paste_block);
  ADD ("paste-all-or-nothing", 50, test_paste_all_or_nothing);
  ADD ("fill-and-clear", 50, test_fill_and_clear);
  ADD ("preview", 50, test_preview);
  ADD ("preview-refusals", 50, test_preview_refusals);
  ADD ("preview-reason", 50, test_preview_reason);
  ADD ("paste-many", 50, test_paste_many);
  ADD ("fill-selection", 50, test_fill_selection);
  ADD ("paste-repeats", 50, test_paste_repeats);
  ADD ("sums", 50, test_sums);
  ADD ("select-whole", 50, test_select_whole);
  ADD ("columns-by-keys", 50, test_columns_by_keys);
  ADD ("copy", 50, test_copy);
  ADD ("columns-are-remembered", 50, test_columns_are_remembered);
  ADD ("pinned-code", 50, test_pinned_code);
  ADD ("groups", 50, test_groups);
  ADD ("prose", 50, test_prose);
  ADD ("dates", 50, test_dates);
  ADD ("add-row", 50, test_add_row);
  ADD ("duplicate", 50, test_duplicate);
  ADD ("scores-in-a-row", 50, test_scores_in_a_row);
  ADD ("accessible", 50, test_accessible);
  ADD ("many-rows", 100000, test_many_rows);
  return g_test_run ();
}
