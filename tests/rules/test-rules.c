/* Every rule with a case that passes and one that it refuses, on the path that all changes take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "workspace-fixture.h"

#include <string.h>

typedef struct
{
  Fixture base;
  SlUid risk, action;
} Rules;

/* One act of several fields: "field=value" pairs, NULL-terminated, on one record. */
static gboolean
try_set (Rules *r, SlUid uid, const char *reason, GError **error, ...) G_GNUC_NULL_TERMINATED;
static gboolean
try_set (Rules *r, SlUid uid, const char *reason, GError **error, ...)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (r->base.ws, SL_VERB_EDIT);
  const SlKind *kind = sl_record_kind (sl_data_lookup (sl_workspace_data (r->base.ws), uid));
  const char *name;
  va_list list;

  va_start (list, error);
  while ((name = va_arg (list, const char *)) != NULL)
    {
      int field = sl_kind_find_field (kind, name);
      const char *value = va_arg (list, const char *);

      g_assert_cmpint (field, >=, 0);
      g_assert_true (sl_tx_set_text (tx, uid, (guint) field, value, sl_date_from_iso ("2026-07-31"), NULL));
    }
  va_end (list);
  return sl_workspace_commit (r->base.ws, g_steal_pointer (&tx), reason, error);
}

#define assert_works(r, uid, reason, ...)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) error_ = NULL;                                                                                  \
    try_set (r, uid, reason, &error_, __VA_ARGS__, NULL);                                                              \
    g_assert_no_error (error_);                                                                                        \
  }                                                                                                                    \
  G_STMT_END

#define assert_refused(r, uid, reason, code, id, ...)                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GError) error_ = NULL;                                                                                  \
    SlHead head_ = *sl_workspace_head ((r)->base.ws);                                                                  \
    g_assert_false (try_set (r, uid, reason, &error_, __VA_ARGS__, NULL));                                             \
    g_assert_error (error_, SL_ERROR, code);                                                                           \
    g_assert_nonnull (strstr (error_->message, id));                                                                   \
    g_assert_true (sl_hash_equal (&head_.hash, &sl_workspace_head ((r)->base.ws)->hash));                              \
  }                                                                                                                    \
  G_STMT_END

static SlUid
add (Rules *r, int kind, guint parent_field, const char *reason, GError **error, ...) G_GNUC_NULL_TERMINATED;
static SlUid
add (Rules *r, int kind, guint parent_field, const char *reason, GError **error, ...)
{
  SlTx *tx = sl_workspace_begin (r->base.ws, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, kind);
  const char *name;
  va_list list;

  if (r->risk != SL_UID_NONE && kind != SL_KIND_RISK && kind != SL_KIND_APPETITE)
    sl_tx_set (tx, uid, parent_field, &SL_VALUE_REF (r->risk), NULL);
  va_start (list, error);
  while ((name = va_arg (list, const char *)) != NULL)
    {
      int field = sl_kind_find_field (sl_kind_get (kind), name);

      g_assert_true (sl_tx_set_text (tx, uid, (guint) field, va_arg (list, const char *), sl_date_from_iso ("2026-07-31"), NULL));
    }
  va_end (list);
  return sl_workspace_commit (r->base.ws, tx, reason, error) ? uid : SL_UID_NONE;
}

static SlUid
assess (Rules *r, const char *type, const char *date, const char *p, const char *i, const char *rationale, GError **error)
{
  return add (r, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, NULL, error, "type", type, "date", date, "probability", p,
              "impact_cost", i, "by", "Ada", "rationale", rationale, NULL);
}

/* An open threat of Bob's, 4 x 4, with an action of Cat's and a target: everything in order. */
static void
set_up (Rules *r, gconstpointer unused)
{
  fixture_set_up (&r->base, NULL);
  r->risk = fixture_add_risk (r->base.ws, "Rotas");
  assert_works (r, r->risk, NULL, "cause", "New rotas are not agreed", "event", "Crews may not start in time", "effect",
                "Collection costs do not fall", "owner", "Bob", "category", "people", "earliest_date", "2026-09-01");
  g_assert_cmpint (assess (r, "current", "2026-07-01", "4", "4", "", NULL), !=, 0);
  assert_works (r, r->risk, NULL, "state", "open");
  r->action = add (r, SL_KIND_ACTION, SL_ACTION_RISK, NULL, NULL, "title", "Agree rota terms", "owner", "Cat", "due",
                   "2026-08-31", NULL);
  g_assert_cmpint (r->action, !=, 0);
}

static void
tear_down (Rules *r, gconstpointer unused)
{
  fixture_tear_down (&r->base, NULL);
}

static void
test_inv_1 (Rules *r, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (r->base.ws, "Draft");

  assert_works (r, draft, NULL, "cause", "short");
  assert_refused (r, draft, NULL, SL_ERROR_RULE, "INV-1", "state", "open");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-1", "cause", "short");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-1", "effect", "");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-1", "earliest_date", "");
  assert_works (r, r->risk, "why", "cause", "Exactly 10");
}

static void
test_inv_2 (Rules *r, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;

  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-2", "owner", "");
  assert_works (r, r->base.cat, NULL, "active_to", "2026-07-30");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-2", "owner", "Cat");
  /* Somebody leaving is nobody's fault: it is allowed, and a gap the same day. */
  assert_works (r, r->base.bob, NULL, "active_to", "2026-07-30");
  findings = sl_workspace_check (r->base.ws);
  g_assert_cmpuint (sl_findings_count (findings, SL_SEVERITY_ERROR), ==, 1);
  /* A fault that was there before does not stop other edits. */
  assert_works (r, r->risk, NULL, "title", "Rotas of crews");
}

static void
test_inv_3 (Rules *r, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;
  guint before;

  findings = sl_workspace_check (r->base.ws);
  before = sl_findings_count (findings, SL_SEVERITY_WARNING);
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_assert_cmpint (assess (r, "target", "2026-07-02", "5", "5", "", NULL), !=, 0); /* warned, not refused */
  findings = sl_workspace_check (r->base.ws);
  g_assert_cmpuint (sl_findings_count (findings, SL_SEVERITY_WARNING), ==, before + 1);
}

static void
test_inv_4 (Rules *r, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add (r, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, NULL, NULL, "date", "2026-07-05", "probability",
                        "4", "impact_cost", "4", "explicit_pct", "80", NULL), !=, 0);
  g_assert_cmpint (add (r, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, NULL, &error, "date", "2026-07-06", "probability",
                        "4", "impact_cost", "4", "explicit_pct", "50", NULL), ==, 0);
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "INV-4"));
}

static void
test_inv_5 (Rules *r, gconstpointer unused)
{
  assert_works (r, r->risk, NULL, "next_review", "2026-07-10");
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, "next review", "next_review", "2026-12-01");
  assert_works (r, r->risk, "Agreed by the board", "next_review", "2026-12-01");
}

static void
test_inv_6 (Rules *r, gconstpointer unused)
{
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-6", "state", "tolerated");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-6", "state", "tolerated", "accepted_by", "Cat",
                  "acceptance_rationale", "Cheaper than treating it", "accepted_until", "2027-08-01");
  assert_works (r, r->risk, "why", "state", "tolerated", "accepted_by", "Cat", "acceptance_rationale",
                "Cheaper than treating it", "accepted_until", "2027-07-31");
  assert_field (r->base.ws, r->risk, SL_RISK_ACCEPTED_ON, "2026-07-31");
}

/* Above tolerance only a board member accepts. */
static void
test_inv_6_board (Rules *r, gconstpointer unused)
{
  g_assert_cmpint (add (r, SL_KIND_APPETITE, 0, NULL, NULL, "category", "people", "level", "averse", "date", "2026-07-01", NULL),
                   !=, 0);
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-6", "state", "tolerated", "accepted_by", "Cat",
                  "acceptance_rationale", "Cheaper than treating it", "accepted_until", "2026-12-31");
  assert_works (r, r->base.cat, NULL, "board_member", "yes");
  assert_works (r, r->risk, "why", "state", "tolerated", "accepted_by", "Cat", "acceptance_rationale",
                "Cheaper than treating it", "accepted_until", "2026-12-31");
}

static void
test_inv_7 (Rules *r, gconstpointer unused)
{
  assert_refused (r, r->risk, NULL, SL_ERROR_RULE, "INV-7", "state", "treating"); /* no target */
  g_assert_cmpint (assess (r, "target", "2026-07-02", "2", "4", "", NULL), !=, 0);
  assert_works (r, r->risk, NULL, "state", "treating");
  assert_refused (r, r->action, "why", SL_ERROR_RULE, "INV-7", "state", "cancelled");
}

static void
test_inv_8 (Rules *r, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (r->base.ws, "Draft");

  assert_works (r, draft, NULL, "caused_by_action", "A-01");
  assert_works (r, draft, NULL, "caused_by_action", "");
  assert_works (r, r->risk, NULL, "caused_by_action", "A-01");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "INV-8", "caused_by_action", "");
}

static void
test_inv_21 (Rules *r, gconstpointer unused)
{
  assert_refused (r, r->action, NULL, SL_ERROR_RULE, "2.6", "state", "done");
  assert_works (r, r->action, NULL, "state", "in_progress");
  assert_refused (r, r->action, NULL, SL_ERROR_RULE, "2.6", "state", "done"); /* the question is not answered */
  assert_works (r, r->action, NULL, "state", "done", "creates_new_risk", "no");
  assert_refused (r, r->action, NULL, SL_ERROR_RULE, "INV-21", "state", "verified", "verified_by", "Cat", "verified_on",
                  "2026-07-31");
  assert_works (r, r->action, NULL, "state", "verified", "verified_by", "Bob", "verified_on", "2026-07-31");
  assert_refused (r, r->action, "why", SL_ERROR_RULE, "2.6", "state", "cancelled");
}

static void
test_moves (Rules *r, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (r->base.ws, "Draft");

  assert_refused (r, draft, "why", SL_ERROR_RULE, "2.6", "state", "occurred");
  assert_refused (r, draft, "why", SL_ERROR_RULE, "2.6", "state", "closed", "close_reason", "error");
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "2.6", "state", "draft");
  assert_works (r, r->risk, NULL, "state", "occurred");
  assert_field (r->base.ws, r->risk, SL_RISK_OCCURRED_ON, "2026-07-31");
  assert_refused (r, r->risk, NULL, SL_ERROR_RULE, "2.6", "state", "treating");
  assert_works (r, r->risk, NULL, "state", "open"); /* it may recur */
}

/* Closing: a reason from the list, one line why, and by another person where it was lately Red. */
static void
test_closing (Rules *r, gconstpointer unused)
{
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "2.6", "state", "closed");
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, ": ", "state", "closed", "close_reason", "avoided");
  g_assert_true (sl_workspace_set_actor (r->base.ws, r->base.bob, NULL));
  assert_refused (r, r->risk, "why", SL_ERROR_RULE, "other than its owner", "state", "closed", "close_reason", "avoided");
  g_assert_true (sl_workspace_set_actor (r->base.ws, r->base.cat, NULL));
  assert_works (r, r->risk, "Rotas were agreed", "state", "closed", "close_reason", "avoided");
  assert_field (r->base.ws, r->risk, SL_RISK_CLOSED_ON, "2026-07-31");
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, ": ", "state", "open");
  assert_works (r, r->risk, "It is back", "state", "open");
  assert_field (r->base.ws, r->risk, SL_RISK_CLOSED_ON, "");
  assert_field (r->base.ws, r->risk, SL_RISK_CLOSE_REASON, "");
}

static void
test_deleting (Rules *r, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (r->base.ws, "Draft");
  SlUid uids[] = { draft, r->risk, r->action };

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      SlTx *tx = sl_workspace_begin (r->base.ws, SL_VERB_DELETE);
      g_autoptr (GError) error = NULL;

      g_assert_true (sl_tx_delete (tx, uids[i], NULL));
      g_assert_cmpint (sl_workspace_commit (r->base.ws, tx, "why", &error), ==, i == 0);
      if (i > 0)
        g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
    }
}

/* Rows that are only ever added: amended by their author on their day, else superseded. */
static void
test_append_only (Rules *r, gconstpointer unused)
{
  SlUid today = assess (r, "current", "2026-07-31", "4", "4", "", NULL);
  SlUid earlier = assess (r, "inherent", "2026-07-01", "5", "5", "", NULL);

  assert_works (r, today, NULL, "explicit_pct", "70");
  assert_refused (r, earlier, "why", SL_ERROR_RULE, "2.1", "probability", "4");
  g_assert_true (sl_workspace_set_actor (r->base.ws, r->base.bob, NULL));
  assert_refused (r, today, "why", SL_ERROR_RULE, "2.1", "explicit_pct", "60");
}

static void
test_lower_score (Rules *r, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (assess (r, "current", "2026-07-30", "3", "4", "", &error), ==, 0); /* Red to Amber */
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  g_assert_cmpint (assess (r, "current", "2026-07-30", "3", "4", "Rotas were agreed in part", &error), !=, 0);
  g_assert_cmpint (assess (r, "current", "2026-07-31", "3", "3", "", &error), !=, 0); /* 12 to 9: within the band */
  g_assert_no_error (error);
}

static void
test_reasons (Rules *r, gconstpointer unused)
{
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, ": ", "confidentiality", "restricted");
  assert_works (r, r->risk, "Names a supplier", "confidentiality", "restricted");
  assert_works (r, r->risk, NULL, "confidentiality", "open");
  assert_works (r, r->risk, NULL, "target_closure", "2026-10-01");
  assert_works (r, r->risk, NULL, "target_closure", "2026-09-01");
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, ": ", "target_closure", "2026-09-02");
  assert_refused (r, r->action, NULL, SL_ERROR_REASON_NEEDED, ": ", "owner", "Bob");
  assert_refused (r, r->action, NULL, SL_ERROR_REASON_NEEDED, ": ", "state", "blocked");
  assert_refused (r, r->risk, NULL, SL_ERROR_REASON_NEEDED, ": ", "owner", "Cat");
}

/* Drafts owe no reasons. */
static void
test_drafts_owe_none (Rules *r, gconstpointer unused)
{
  SlUid draft = fixture_add_risk (r->base.ws, "Draft");

  assert_works (r, draft, NULL, "owner", "Bob");
  assert_works (r, draft, NULL, "owner", "Cat");
  assert_works (r, draft, NULL, "confidentiality", "board");
}

/* A due date that moves leaves its trace, and the first promise stays. */
static void
test_due_moves (Rules *r, gconstpointer unused)
{
  const SlData *data = sl_workspace_data (r->base.ws);
  const SlDueMove *move;

  assert_field (r->base.ws, r->action, SL_ACTION_ORIGINAL_DUE, "2026-08-31");
  assert_refused (r, r->action, NULL, SL_ERROR_REASON_NEEDED, ": ", "due", "2026-09-15");
  assert_works (r, r->action, "Crews are on leave", "due", "2026-09-15");
  g_assert_cmpuint (sl_data_count (data, SL_KIND_DUE_MOVE), ==, 1);
  move = SL_AS (DUE_MOVE, sl_programme_nth (sl_workspace_programme (r->base.ws), SL_KIND_DUE_MOVE, 0));
  g_assert_cmpint (move->from, ==, sl_date_from_iso ("2026-08-31"));
  g_assert_cmpint (move->to, ==, sl_date_from_iso ("2026-09-15"));
  g_assert_cmpint (move->on, ==, sl_date_from_iso ("2026-07-31"));
  g_assert_cmpint (move->by, ==, r->base.ada);
  g_assert_cmpstr (move->reason, ==, "Crews are on leave");
  assert_field (r->base.ws, r->action, SL_ACTION_ORIGINAL_DUE, "2026-08-31");
  g_assert_true (sl_workspace_undo (r->base.ws, NULL));
  g_assert_cmpuint (sl_data_count (data, SL_KIND_DUE_MOVE), ==, 0);
}

static void
test_settings (Rules *r, gconstpointer unused)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (r->base.ws));
  SlTx *tx = sl_workspace_begin (r->base.ws, SL_VERB_EDIT);
  SlRecordEdit edit;
  g_autoptr (SlRecord) next = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (r, programme->settings, "why", SL_ERROR_RULE, "2.1", "review_red", "21");
  sl_record_edit_from (&edit, sl_data_lookup (sl_workspace_data (r->base.ws), programme->settings));
  edit.uid = sl_uid_new ();
  edit.values[SL_SETTINGS_VERSION] = SL_VALUE_INT (2);
  edit.values[SL_SETTINGS_GRID_1] = SL_VALUE_TEXT ("GGGGR");
  next = sl_record_edit_done (&edit);
  sl_tx_put (tx, next);
  g_assert_false (sl_workspace_commit (r->base.ws, tx, "why", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "INV-24"));
}

static void
test_appetite (Rules *r, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add (r, SL_KIND_APPETITE, 0, NULL, NULL, "category", "people", "level", "open", "date", "2026-07-01", NULL),
                   !=, 0);
  g_assert_cmpint (add (r, SL_KIND_APPETITE, 0, NULL, &error, "category", "people", "level", "eager", "date", "2026-07-31", NULL),
                   ==, 0);
  g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
  g_clear_error (&error);
  g_assert_cmpint (add (r, SL_KIND_APPETITE, 0, NULL, &error, "category", "people", "scope", "stakeholder", "level", "eager",
                        "date", "2026-07-31", NULL), ==, 0);
  g_assert_error (error, SL_ERROR, SL_ERROR_RULE);
}

/* Taking back one's own change owes no reason, and passes the rules. */
static void
test_undo (Rules *r, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  assert_works (r, r->risk, "why", "owner", "Cat");
  g_assert_true (sl_workspace_undo (r->base.ws, &error));
  g_assert_true (sl_workspace_redo (r->base.ws, &error));
  assert_field (r->base.ws, r->risk, SL_RISK_OWNER, "P-03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/rules/" name, Rules, NULL, set_up, func, tear_down)
  ADD ("inv-1", test_inv_1);
  ADD ("inv-2", test_inv_2);
  ADD ("inv-3", test_inv_3);
  ADD ("inv-4", test_inv_4);
  ADD ("inv-5", test_inv_5);
  ADD ("inv-6", test_inv_6);
  ADD ("inv-6-board", test_inv_6_board);
  ADD ("inv-7", test_inv_7);
  ADD ("inv-8", test_inv_8);
  ADD ("inv-21", test_inv_21);
  ADD ("moves", test_moves);
  ADD ("closing", test_closing);
  ADD ("deleting", test_deleting);
  ADD ("append-only", test_append_only);
  ADD ("lower-score", test_lower_score);
  ADD ("reasons", test_reasons);
  ADD ("drafts-owe-none", test_drafts_owe_none);
  ADD ("due-moves", test_due_moves);
  ADD ("settings", test_settings);
  ADD ("appetite", test_appetite);
  ADD ("undo", test_undo);
  return g_test_run ();
}
