/* What needs somebody: the findings of `check`, in groups, with whose they are and what clears them; kept up to date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-fixture.h"

#include "workspace/sl-attention.h"

static SlWorkspace *
open_sample (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  SlWorkspace *ws = sl_workspace_new (store);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_open (ws, NULL, &error));
  g_assert_true (sl_seed_sample (ws, &error));
  g_assert_no_error (error);
  return ws;
}

static char *
describe (const SlAttention *attention, const SlData *data)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < sl_attention_count (attention); i++)
    {
      const SlAttentionLine *line = sl_attention_nth (attention, i);
      const SlRecord *owner = sl_data_lookup (data, line->owner), *risk = sl_data_lookup (data, line->risk);

      g_string_append_printf (s, "%s %s %s %s %s %s\n", sl_concern_token (line->finding->concern), line->finding->code,
                              line->finding->rule, owner != NULL ? sl_record_code (owner) : "-",
                              risk != NULL ? sl_record_code (risk) : "-", sl_fix_token (line->fix));
    }
  return g_string_free (s, FALSE);
}

/* domain.md 5.3, by hand: R-005 breaches unhandled and is 88 days overdue, R-009 6 days; A-01 drifts; never
 * reach what we want. Nothing else about risks: no window is open, no acceptance ends soon, no decision is late. */
static void
test_sample (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlAttention) attention = sl_attention_new (&view);
  g_autofree char *said = describe (attention, view.data);

  g_assert_cmpstr (said, ==,
                   "breach R-005 F-9 P-06 R-005 escalate\n"
                   "review R-005 F-11 P-06 R-005 review\n"
                   "review R-009 F-11 P-11 R-009 review\n"
                   "action A-01 F-12 P-03 R-001 action\n"
                   "stuck R-007 F-10 P-04 R-007 target\n"
                   "stuck R-003 F-10 P-07 R-003 target\n"
                   "map E4 F-15 P-06 - map\n"
                   "map I6 M3 P-05 - map\n"
                   "map N3 W1 P-05 - map\n"
                   "map N6 M2 P-05 - map\n"
                   "map N6 W1 P-05 - map\n"
                   "map V5 M1 P-02 - map\n");
  for (guint c = 0, n = 0; c < SL_N_CONCERNS; c++)
    for (guint i = 0; i < sl_attention_count_of (attention, sl_attention_group (c)); i++, n++)
      g_assert_cmpint (sl_attention_nth (attention, n)->finding->concern, ==, sl_attention_group (c));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Line for line what `check` says, no more and no less. */
static void
test_same_as_check (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  g_autoptr (GPtrArray) findings = sl_workspace_check (ws);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  SlView view = sl_workspace_view (ws);
  g_autoptr (SlAttention) attention = sl_attention_new (&view);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (said, sl_finding_dup_text (findings->pdata[i], FALSE));
  for (guint i = 0; i < sl_attention_count (attention); i++)
    g_ptr_array_add (shown, sl_finding_dup_text (sl_attention_nth (attention, i)->finding, FALSE));
  g_ptr_array_sort (said, compare_texts);
  g_ptr_array_sort (shown, compare_texts);
  g_assert_cmpuint (said->len, ==, shown->len);
  for (guint i = 0; i < said->len; i++)
    g_assert_cmpstr (said->pdata[i], ==, shown->pdata[i]);
}

/* --- Kept up to date ---------------------------------------------------------------------------------------------- */

static void
wait_settled (SlWatch *watch)
{
  gint64 limit = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!sl_watch_is_settled (watch) && g_get_monotonic_time () < limit)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sl_watch_is_settled (watch));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_watch (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  g_autoptr (SlWatch) watch = sl_watch_new (ws);
  g_autoptr (SlAttention) first = NULL;
  const SlRecord *risk = sl_data_by_code (sl_workspace_data (ws), "R-009");
  guint n_changed = 0;
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_watch_attention (watch));
  wait_settled (watch);
  first = sl_attention_ref (sl_watch_attention (watch));
  g_assert_cmpuint (sl_attention_count (first), ==, 12);
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count), &n_changed);
  sl_workspace_set_actor (ws, SL_AS (RISK, risk)->owner, &error);
  g_assert_no_error (error);
  /* Several edits before it gets round to it are one look. */
  g_assert_true (sl_workspace_set_text (ws, risk->uid, SL_RISK_EARLIEST_DATE, "2026-07-30", NULL, &error));
  g_assert_true (sl_workspace_set_text (ws, risk->uid, SL_RISK_OWNER, "P-05", "Moves on", &error));
  g_assert_no_error (error);
  g_assert_false (sl_watch_is_settled (watch));
  g_assert_cmpuint (sl_attention_count (sl_watch_attention (watch)), ==, 12);
  wait_settled (watch);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (sl_attention_count (sl_watch_attention (watch)), ==, 13);
  g_assert_cmpuint (sl_attention_count_of (sl_watch_attention (watch), SL_CONCERN_WINDOW), ==, 1);
  g_assert_cmpint (sl_attention_nth (sl_watch_attention (watch), 1)->fix, ==, SL_FIX_WINDOW);
  /* The same line, found again among others. */
  g_assert_true (sl_attention_line_same (sl_attention_nth (first, 0), sl_attention_nth (sl_watch_attention (watch), 0)));
  g_assert_false (sl_attention_line_same (sl_attention_nth (first, 1), sl_attention_nth (sl_watch_attention (watch), 1)));
  /* Another day, another judgement. */
  sl_workspace_set_as_of (ws, sl_date_from_iso ("2026-09-01"));
  wait_settled (watch);
  g_assert_cmpuint (sl_attention_count_of (sl_watch_attention (watch), SL_CONCERN_ESCALATION), ==, 2);
}

/* A watch that goes while its worker is at it hears no more of it. */
static void
test_let_go (void)
{
  g_autoptr (SlWorkspace) ws = open_sample ();
  SlWatch *watch = sl_watch_new (ws);
  guint n_changed = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count), &n_changed);
  g_main_context_iteration (NULL, TRUE);
  g_object_unref (watch);
  for (guint i = 0; i < 1000; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_changed, <=, 1);
}

static void
test_empty (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = sl_workspace_new (store);
  g_autoptr (SlWatch) watch = NULL;

  g_assert_true (sl_workspace_open (ws, NULL, NULL));
  watch = sl_watch_new (ws);
  wait_settled (watch);
  g_assert_cmpuint (sl_attention_count (sl_watch_attention (watch)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/sample", test_sample);
  g_test_add_func ("/attention/same-as-check", test_same_as_check);
  g_test_add_func ("/attention/watch", test_watch);
  g_test_add_func ("/attention/let-go", test_let_go);
  g_test_add_func ("/attention/empty", test_empty);
  return g_test_run ();
}
