/* The acts that clear a line of attention: each clears it, is one step, and undo brings the line back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-fixture.h"

#include "base/sl-error.h"
#include "workspace/sl-fixes.h"
#include "rules/sl-map-links.h"
#include "support/sl-sample.h"

static void
set_up (SlWorkspace **ws, gconstpointer unused)
{
  *ws = sl_sample_workspace ();
  g_assert_true (sl_workspace_set_actor (*ws, sl_data_by_code (sl_workspace_data (*ws), "P-02")->uid, NULL));
}

static void
tear_down (SlWorkspace **ws, gconstpointer unused)
{
  g_clear_object (ws);
}

static SlUid
uid (SlWorkspace *ws, const char *code)
{
  return sl_data_by_code (sl_workspace_data (ws), code)->uid;
}

static void
set (SlWorkspace *ws, const char *code, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  sl_workspace_set_text (ws, uid (ws, code), field, text, "Because", &error);
  g_assert_no_error (error);
}

/* The line about @code of @concern; NULL when there is none. @attention keeps it. */
static const SlAttentionLine *
find (SlWorkspace *ws, const char *code, SlConcern concern, SlAttention **attention)
{
  SlView view = sl_workspace_view (ws);

  *attention = sl_attention_new (&view);
  for (guint i = 0; i < sl_attention_count (*attention); i++)
    {
      const SlAttentionLine *line = sl_attention_nth (*attention, i);

      if (line->finding->concern == concern && g_str_equal (line->finding->code, code))
        return line;
    }
  return NULL;
}

static gboolean
is_there (SlWorkspace *ws, const char *code, SlConcern concern)
{
  g_autoptr (SlAttention) attention = NULL;

  return find (ws, code, concern, &attention) != NULL;
}

static gboolean
offers (SlWorkspace *ws, const char *code, SlConcern concern, SlWay way)
{
  g_autoptr (SlAttention) attention = NULL;
  const SlAttentionLine *line = find (ws, code, concern, &attention);
  SlView view = sl_workspace_view (ws);
  SlWay ways[SL_WAYS_MAX];
  guint n;

  g_assert_nonnull (line);
  n = sl_line_ways (&view, line, ways);
  for (guint i = 0; i < n; i++)
    if (ways[i] == way)
      return TRUE;
  return FALSE;
}

/* @asks: whether it demands a reason. */
static void
clear (SlWorkspace *ws, const char *code, SlConcern concern, SlWay way, const SlWayAnswer *answer, gboolean asks)
{
  g_autoptr (SlAttention) attention = NULL;
  const SlAttentionLine *line = find (ws, code, concern, &attention);
  gint64 seq = sl_workspace_present_seq (ws);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s %d", code, way);
  g_assert_true (offers (ws, code, concern, way));
  if (asks)
    {
      g_assert_false (sl_workspace_fix (ws, line, way, answer, NULL, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED);
      g_clear_error (&error);
      g_assert_cmpint (sl_workspace_present_seq (ws), ==, seq);
    }
  sl_workspace_fix (ws, line, way, answer, asks ? "It has been talked through" : NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sl_workspace_present_seq (ws), ==, seq + 1);
  g_assert_false (is_there (ws, code, concern));
  g_assert_true (sl_workspace_undo (ws, &error));
  g_assert_no_error (error);
  g_assert_true (is_there (ws, code, concern));
}

#define NOTHING ((SlWayAnswer){ NULL, SL_DATE_NONE, SL_UID_NONE })
#define ON(day_) ((SlWayAnswer){ NULL, sl_date_from_iso (day_), SL_UID_NONE })

static void
test_review (SlWorkspace **ws, gconstpointer unused)
{
  clear (*ws, "R-005", SL_CONCERN_REVIEW, SL_WAY_REVIEWED, &NOTHING, FALSE);
}

static void
test_breach (SlWorkspace **ws, gconstpointer unused)
{
  SlWayAnswer answer = { "Pay for talks, or accept it", sl_date_from_iso ("2026-08-14"), SL_UID_NONE };

  clear (*ws, "R-005", SL_CONCERN_BREACH, SL_WAY_ESCALATED, &answer, FALSE);
}

static void
test_window (SlWorkspace **ws, gconstpointer unused)
{
  set (*ws, "R-012", SL_RISK_EARLIEST_DATE, "2026-07-30");
  clear (*ws, "R-012", SL_CONCERN_WINDOW, SL_WAY_STRIKES_LATER, &ON ("2026-10-01"), FALSE);
  clear (*ws, "R-012", SL_CONCERN_WINDOW, SL_WAY_OCCURRED, &NOTHING, FALSE);
  clear (*ws, "R-012", SL_CONCERN_WINDOW, SL_WAY_PASSED, &NOTHING, TRUE);
}

static void
test_decision (SlWorkspace **ws, gconstpointer unused)
{
  SlWayAnswer answer = { "Authorised", SL_DATE_NONE, SL_UID_NONE };

  set (*ws, "ESC-1", SL_ESCALATION_DECISION_DUE, "2026-07-30");
  clear (*ws, "ESC-1", SL_CONCERN_ESCALATION, SL_WAY_DECISION_LATER, &ON ("2026-08-20"), TRUE);
  clear (*ws, "ESC-1", SL_CONCERN_ESCALATION, SL_WAY_WITHDRAWN, &NOTHING, FALSE);
  /* Not accepted yet: accepted and decided in one step, which owes a reason. */
  clear (*ws, "ESC-1", SL_CONCERN_ESCALATION, SL_WAY_DECIDED, &answer, TRUE);
  set (*ws, "ESC-1", SL_ESCALATION_STATE, "accepted");
  clear (*ws, "ESC-1", SL_CONCERN_ESCALATION, SL_WAY_DECIDED, &answer, FALSE);
}

static void
test_owner (SlWorkspace **ws, gconstpointer unused)
{
  SlWayAnswer answer = { NULL, SL_DATE_NONE, uid (*ws, "P-03") };

  set (*ws, "P-08", SL_PERSON_ACTIVE_TO, "2026-07-01");
  clear (*ws, "R-006", SL_CONCERN_OWNER, SL_WAY_OWNED, &answer, TRUE);
  clear (*ws, "A-07", SL_CONCERN_OWNER, SL_WAY_OWNED, &answer, TRUE);
}

static void
test_action (SlWorkspace **ws, gconstpointer unused)
{
  clear (*ws, "A-01", SL_CONCERN_ACTION, SL_WAY_ACTION_DONE, &NOTHING, FALSE);
  set (*ws, "A-02", SL_ACTION_DUE, "2026-07-30");
  clear (*ws, "A-02", SL_CONCERN_ACTION, SL_WAY_ACTION_LATER, &ON ("2026-08-20"), TRUE);
  clear (*ws, "A-02", SL_CONCERN_ACTION, SL_WAY_ACTION_DONE, &NOTHING, FALSE);
}

static void
test_acceptance (SlWorkspace **ws, gconstpointer unused)
{
  set (*ws, "R-007", SL_RISK_ACCEPTED_UNTIL, "2026-08-15");
  clear (*ws, "R-007", SL_CONCERN_ACCEPTANCE, SL_WAY_ACCEPTED_ANEW, &ON ("2027-07-01"), TRUE);
  /* What still runs is not ended; once it has run out, it may be. */
  g_assert_false (offers (*ws, "R-007", SL_CONCERN_ACCEPTANCE, SL_WAY_REOPENED));
  set (*ws, "PRG-001", SL_PROGRAMME_FIXED_AS_OF, "2026-08-15");
  g_assert_false (offers (*ws, "R-007", SL_CONCERN_ACCEPTANCE, SL_WAY_REOPENED));
  set (*ws, "PRG-001", SL_PROGRAMME_FIXED_AS_OF, "2026-08-16");
  clear (*ws, "R-007", SL_CONCERN_ACCEPTANCE, SL_WAY_REOPENED, &NOTHING, FALSE);
}

/* Frozen, nothing but another level moves it; its target is lowered by naming one. */
static void
test_stuck (SlWorkspace **ws, gconstpointer unused)
{
  SlWayAnswer low = { "1 × 3", SL_DATE_NONE, SL_UID_NONE }, high = { "5 x 9", SL_DATE_NONE, SL_UID_NONE };
  g_autoptr (SlAttention) attention = NULL;
  const SlAttentionLine *line = find (*ws, "R-003", SL_CONCERN_STUCK, &attention);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_AIMED, &high, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  clear (*ws, "R-003", SL_CONCERN_STUCK, SL_WAY_AIMED, &low, FALSE);
}

/* A draft of long ago is opened or goes. */
static void
test_draft (SlWorkspace **ws, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (*ws, SL_VERB_ADD);
  SlUid draft = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (GError) error = NULL;
  const char *code;

  g_assert_true (sl_tx_set (tx, draft, SL_RISK_TITLE, &SL_VALUE_TEXT ("Somebody may leave"), &error));
  g_assert_true (sl_workspace_commit (*ws, tx, NULL, &error));
  code = sl_record_code (sl_data_lookup (sl_workspace_data (*ws), draft));
  set (*ws, "PRG-001", SL_PROGRAMME_FIXED_AS_OF, "2027-12-31");
  g_assert_true (offers (*ws, code, SL_CONCERN_REGISTER, SL_WAY_OPENED));
  clear (*ws, code, SL_CONCERN_REGISTER, SL_WAY_DELETED, &NOTHING, FALSE);
}

/* --- The map ------------------------------------------------------------------------------------------------------ */

#define SAYING(text_) ((SlWayAnswer){ text_, SL_DATE_NONE, SL_UID_NONE })

/* The line that breaks @rule at @code. */
static const SlAttentionLine *
find_rule (SlWorkspace *ws, const char *code, const char *rule, SlAttention **attention)
{
  SlView view = sl_workspace_view (ws);

  *attention = sl_attention_new (&view);
  for (guint i = 0; i < sl_attention_count (*attention); i++)
    {
      const SlAttentionLine *line = sl_attention_nth (*attention, i);

      if (g_str_equal (line->finding->rule, rule) && g_str_equal (line->finding->code, code))
        return line;
    }
  return NULL;
}

/* @way mends it with @text in one step, which makes so many cards and links more. */
static void
mend (SlWorkspace *ws, const char *code, const char *rule, SlWay way, const char *text, guint cards, guint links)
{
  g_autoptr (SlAttention) attention = NULL, after = NULL;
  const SlAttentionLine *line = find_rule (ws, code, rule, &attention);
  const SlData *data = sl_workspace_data (ws);
  guint n_cards = sl_data_count (data, SL_KIND_MAP_NODE), n_links = sl_data_count (data, SL_KIND_MAP_EDGE);
  gint64 seq = sl_workspace_present_seq (ws);
  SlView view = sl_workspace_view (ws);
  SlWay ways[SL_WAYS_MAX];
  g_autoptr (GError) error = NULL;

  g_test_message ("%s %s", code, rule);
  g_assert_nonnull (line);
  g_assert_cmpuint (sl_line_ways (&view, line, ways), >, 0);
  g_assert_cmpint (ways[0], ==, way);
  sl_workspace_fix (ws, line, way, &SAYING (text), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sl_workspace_present_seq (ws), ==, seq + 1);
  data = sl_workspace_data (ws);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_MAP_NODE), ==, n_cards + cards);
  g_assert_cmpuint (sl_data_count (data, SL_KIND_MAP_EDGE), ==, n_links + links);
  g_assert_null (find_rule (ws, code, rule, &after));
}

static void
undo (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_undo (ws, &error));
  g_assert_no_error (error);
}

static SlUid
link_between (SlWorkspace *ws, const char *from, const char *to)
{
  SlUid link = sl_map_link_between (sl_workspace_data (ws), uid (ws, from), uid (ws, to));

  g_assert_cmpint (link, !=, SL_UID_NONE);
  return link;
}

/* Takes away links: pairs of codes, up to NULL. */
static void
unlink_all (SlWorkspace *ws, const char *const codes[])
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; codes[i] != NULL; i += 2)
    g_assert_true (sl_tx_delete (tx, link_between (ws, codes[i], codes[i + 1]), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
}

/* Each fault of the sample by a card there is, named as a suggestion names it or by its code, and by a new one. */
static void
test_map (SlWorkspace **ws, gconstpointer unused)
{
  mend (*ws, "V5", "M1", SL_WAY_LED_ON, "n2", 0, 1);
  undo (*ws);
  mend (*ws, "V5", "M1", SL_WAY_LED_ON, "C5  Twice-yearly bin siting review", 0, 1);
  undo (*ws);
  mend (*ws, "N6", "M2", SL_WAY_USED, "C4", 0, 1);
  undo (*ws);
  mend (*ws, "N6", "M2", SL_WAY_USED, "Wardens look at it", 1, 1);
  undo (*ws);
  mend (*ws, "I6", "M3", SL_WAY_BROUGHT_ABOUT, "Universities ask for it", 1, 1);
  undo (*ws);
  g_assert_true (is_there (*ws, "I6", SL_CONCERN_MAP));
}

/* An end outcome that has lost everything gets it back, step by step. */
static void
test_end_outcome (SlWorkspace **ws, gconstpointer unused)
{
  unlink_all (*ws, (const char *const[]){ "E4", "SP1", "I5", "E4", NULL });
  mend (*ws, "E4", "M6", SL_WAY_PURPOSE, "sp1", 0, 1);
  undo (*ws);
  mend (*ws, "E4", "M6", SL_WAY_PURPOSE, "A city for all", 1, 1);
  /* Nothing that could be paid for leads to it: that comes first. */
  {
    g_autoptr (SlAttention) attention = NULL;
    SlView view = sl_workspace_view (*ws);
    SlWay ways[SL_WAYS_MAX];

    g_assert_cmpuint (sl_line_ways (&view, find_rule (*ws, "E4", "M4", &attention), ways), ==, 1);
    g_assert_cmpint (ways[0], ==, SL_WAY_BROUGHT_ABOUT);
  }
  mend (*ws, "E4", "M3", SL_WAY_BROUGHT_ABOUT, "Wardens ring at every door", 1, 1);
  mend (*ws, "E4", "M4", SL_WAY_FUNDED, "Doorbells", 1, 1);
  undo (*ws);
  mend (*ws, "E4", "M4", SL_WAY_FUNDED, "V4", 0, 1);
  mend (*ws, "C6", "W2", SL_WAY_STEP_BETWEEN, "More doors are opened", 1, 1);
}

typedef struct
{
  SlUid card;
  SlTx *tx;
  SlUid *taken; /* the last one taken away */
} MeasureOf;

static gboolean
measures_e4 (const SlRecord *record, gpointer data)
{
  const MeasureOf *of = data;

  if (SL_AS (MEASURE, record)->node != of->card)
    return TRUE;
  g_assert_true (sl_tx_set (of->tx, record->uid, SL_MEASURE_NODE, &SL_VALUE_NULL (SL_TYPE_REF), NULL));
  *of->taken = record->uid;
  return TRUE;
}

/* One there is that measures nothing yet, or a new one. */
static void
test_measure (SlWorkspace **ws, gconstpointer unused)
{
  guint n = sl_data_count (sl_workspace_data (*ws), SL_KIND_MEASURE);
  g_autoptr (GError) error = NULL;
  SlTx *tx = sl_workspace_begin (*ws, SL_VERB_EDIT);
  SlUid taken = SL_UID_NONE;

  sl_data_each (sl_workspace_data (*ws), SL_KIND_MEASURE, measures_e4, &(MeasureOf){ uid (*ws, "E4"), tx, &taken });
  g_assert_cmpint (taken, !=, SL_UID_NONE);
  g_assert_true (sl_workspace_commit (*ws, tx, NULL, &error));
  mend (*ws, "E4", "M7", SL_WAY_MEASURED, "Doors opened of doors rung", 0, 0);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (*ws), SL_KIND_MEASURE), ==, n + 1);
  undo (*ws);
  mend (*ws, "E4", "M7", SL_WAY_MEASURED, sl_record_code (sl_data_lookup (sl_workspace_data (*ws), taken)), 0, 0);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (*ws), SL_KIND_MEASURE), ==, n);
}

/* What is there and does not fit is refused, not made twice; what would lead back is not offered. */
static void
test_unfit (SlWorkspace **ws, gconstpointer unused)
{
  g_autoptr (SlAttention) attention = NULL;
  const SlAttentionLine *line = find_rule (*ws, "N6", "M2", &attention);
  SlView view = sl_workspace_view (*ws);
  g_autoptr (GArray) choices = sl_way_choices (&view, line, SL_WAY_USED);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (choices->len, ==, 5);
  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_USED, &SAYING ("e1"), NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_USED, &NOTHING, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
}

/* A link past a step gets one in its middle, with what was said of it; or it goes. */
static void
test_between (SlWorkspace **ws, gconstpointer unused)
{
  const SlMapEdge *link;

  g_autoptr (GError) error = NULL;

  sl_workspace_set_text (*ws, link_between (*ws, "N3", "I6"), SL_MAP_EDGE_RATIONALE, "Open data are used", NULL, &error);
  g_assert_no_error (error);
  mend (*ws, "N3", "W1", SL_WAY_CHANGE_BETWEEN, "Universities ask for it", 1, 1);
  link = SL_AS (MAP_EDGE, sl_data_lookup (sl_workspace_data (*ws), link_between (*ws, "C6", "I6")));
  g_assert_cmpstr (link->rationale, ==, "Open data are used");
  g_assert_cmpint (link->weight, ==, SL_LINK_WEIGHT_CONTRIBUTING);
  g_assert_cmpint (link->evidence, ==, 0);
  undo (*ws);
  /* What stands between them already keeps its links. */
  mend (*ws, "N6", "W1", SL_WAY_CHANGE_BETWEEN, "C4", 0, 0);
  undo (*ws);
  clear (*ws, "N3", SL_CONCERN_MAP, SL_WAY_UNLINKED, &NOTHING, FALSE);
}

/* What was not told is asked for; nobody acts for nobody. */
static void
test_wanting (SlWorkspace **ws, gconstpointer unused)
{
  g_autoptr (SlAttention) attention = NULL;
  const SlAttentionLine *line = find (*ws, "R-005", SL_CONCERN_BREACH, &attention);
  SlWayAnswer past = { "Anything", sl_date_from_iso ("2026-07-30"), SL_UID_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_ESCALATED, &NOTHING, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_ESCALATED, &past, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (sl_workspace_set_actor (*ws, SL_UID_NONE, NULL));
  g_assert_false (sl_workspace_fix (*ws, line, SL_WAY_REVIEWED, &NOTHING, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
}

#define TEST(name, func) g_test_add (name, SlWorkspace *, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/fixes/review", test_review);
  TEST ("/fixes/breach", test_breach);
  TEST ("/fixes/window", test_window);
  TEST ("/fixes/decision", test_decision);
  TEST ("/fixes/owner", test_owner);
  TEST ("/fixes/action", test_action);
  TEST ("/fixes/acceptance", test_acceptance);
  TEST ("/fixes/stuck", test_stuck);
  TEST ("/fixes/draft", test_draft);
  TEST ("/fixes/map", test_map);
  TEST ("/fixes/between", test_between);
  TEST ("/fixes/end-outcome", test_end_outcome);
  TEST ("/fixes/measure", test_measure);
  TEST ("/fixes/unfit", test_unfit);
  TEST ("/fixes/wanting", test_wanting);
  return g_test_run ();
}
