/* Rules about the benefit map (domain.md 2.4, 2.9, F-15).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rules-fixture.h"

static SlUid
node (Rules *f, int type)
{
  return sl_fixture_add_node (&f->base, type);
}

static void
put_link (Rules *f, SlUid from, SlUid to)
{
  SlRecordEdit edit;

  sl_fixture_edit (&f->base, SL_KIND_MAP_EDGE, &edit);
  edit.values[SL_MAP_EDGE_FROM] = SL_VALUE_REF (from);
  edit.values[SL_MAP_EDGE_TO] = SL_VALUE_REF (to);
  edit.values[SL_MAP_EDGE_EVIDENCE] = SL_VALUE_INT (0);
  rules_put (f, &edit);
}

/* Refused as soon as it is drawn, with what may come instead; W1 and W2 refuse nothing. */
static void
test_links (Rules *f, gconstpointer unused)
{
  SlUid nodes[SL_NODE_TYPE_END_];

  for (int type = 1; type < SL_NODE_TYPE_END_; type++)
    nodes[type] = node (f, type);
  put_link (f, nodes[SL_NODE_TYPE_INVESTMENT], nodes[SL_NODE_TYPE_INTERMEDIATE_OUTCOME]);
  rules_expect (f, "E 2.4 V1: it cannot lead to I1: after “Investment” may come: Business change, Enabler\n");
  put_link (f, nodes[SL_NODE_TYPE_STRATEGIC_PURPOSE], nodes[SL_NODE_TYPE_END_OUTCOME]);
  rules_expect (f, "E 2.4 SP1: it cannot lead to E1: nothing comes after “Strategic purpose”\n");
  put_link (f, nodes[SL_NODE_TYPE_ENABLER], nodes[SL_NODE_TYPE_INTERMEDIATE_OUTCOME]);
  rules_expect (f, "");
  put_link (f, nodes[SL_NODE_TYPE_BUSINESS_CHANGE], nodes[SL_NODE_TYPE_END_OUTCOME]);
  rules_expect (f, "");
  put_link (f, nodes[SL_NODE_TYPE_ENABLER], nodes[SL_NODE_TYPE_END_OUTCOME]);
  rules_expect (f, "E 2.4 N1: it cannot lead to E1: after “Enabler” may come: Intermediate outcome, Business change, Enabler\n");
  /* As a harm it may come even of an enabler. */
  sl_fixture_change (&f->base, nodes[SL_NODE_TYPE_END_OUTCOME], SL_MAP_NODE_POLARITY, SL_VALUE_ENUM (SL_POLARITY_NEGATIVE));
  put_link (f, nodes[SL_NODE_TYPE_ENABLER], nodes[SL_NODE_TYPE_END_OUTCOME]);
  rules_expect (f, "");
  rules_begin (f, SL_VERB_IMPORT);
  put_link (f, nodes[SL_NODE_TYPE_INVESTMENT], nodes[SL_NODE_TYPE_STRATEGIC_PURPOSE]);
  rules_expect (f, "E 2.4 V1: it cannot lead to SP1: after “Investment” may come: Business change, Enabler\n");
}

/* What a node turns into has to fit the links it has, at both ends. */
static void
test_retyped (Rules *f, gconstpointer unused)
{
  SlUid enabler = node (f, SL_NODE_TYPE_ENABLER), change = node (f, SL_NODE_TYPE_BUSINESS_CHANGE);
  SlUid harm = node (f, SL_NODE_TYPE_END_OUTCOME);

  sl_fixture_link (&f->base, enabler, change, SL_LINK_WEIGHT_ESSENTIAL, 1);
  rules_set (f, change, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (SL_NODE_TYPE_INTERMEDIATE_OUTCOME));
  rules_expect (f, "");
  rules_set (f, change, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (SL_NODE_TYPE_INVESTMENT));
  rules_expect (f, "E 2.4 C1: N1 cannot lead to it: after “Enabler” may come: Intermediate outcome, Business change, Enabler\n");
  rules_set (f, enabler, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (SL_NODE_TYPE_END_OUTCOME));
  rules_expect (f, "E 2.4 N1: it cannot lead to C1: after “End outcome” may come: Strategic purpose\n");
  sl_fixture_change (&f->base, harm, SL_MAP_NODE_POLARITY, SL_VALUE_ENUM (SL_POLARITY_NEGATIVE));
  sl_fixture_link (&f->base, enabler, harm, SL_LINK_WEIGHT_ESSENTIAL, 1);
  rules_set (f, harm, SL_MAP_NODE_POLARITY, SL_VALUE_ENUM (SL_POLARITY_POSITIVE));
  rules_expect (f, "E 2.4 E1: N1 cannot lead to it: after “Enabler” may come: Intermediate outcome, Business change, Enabler\n");
  rules_set (f, harm, SL_MAP_NODE_TITLE, SL_VALUE_TEXT ("More noise"));
  rules_expect (f, "");
}

#define NO_END "it reaches no end outcome, so what goes into it serves nothing on the map\n"
#define NOT_FOLLOWED "no business change comes after it, so nobody would work differently because of it\n"
#define NO_CHANGE "no business change comes before it, so nothing people do would bring it about\n"
#define NOT_FUNDED "no investment leads to it, so nobody pays for it\n"

/* A map in draft may break every M-rule; `check` lists them, each by its name. */
static void
test_faults (Rules *f, gconstpointer unused)
{
  SlUid end = node (f, SL_NODE_TYPE_END_OUTCOME);

  node (f, SL_NODE_TYPE_INVESTMENT);
  node (f, SL_NODE_TYPE_ENABLER);
  node (f, SL_NODE_TYPE_BUSINESS_CHANGE);
  node (f, SL_NODE_TYPE_INTERMEDIATE_OUTCOME);
  node (f, SL_NODE_TYPE_STRATEGIC_PURPOSE);
  sl_fixture_change (&f->base, end, SL_MAP_NODE_OWNER, SL_VALUE_NULL (SL_TYPE_REF));
  rules_expect_all (f, "W M1 C1: " NO_END
                       "W M3 E1: " NO_CHANGE
                       "W M4 E1: " NOT_FUNDED
                       "W M5 E1: it has no owner; an end outcome needs one person who answers for it\n"
                       "W M6 E1: it is linked to no strategic purpose, so what it is for is not said\n"
                       "W M7 E1: it has no measure, so nobody could tell whether it came about\n"
                       "W M3 I1: " NO_CHANGE
                       "W M4 I1: " NOT_FUNDED
                       "W M1 N1: " NO_END
                       "W M2 N1: " NOT_FOLLOWED
                       "W M1 V1: " NO_END);
}

/* Dropped nodes are not spoken of, nor links at them. */
static void
test_dropped (Rules *f, gconstpointer unused)
{
  SlUid enabler = node (f, SL_NODE_TYPE_ENABLER), outcome = node (f, SL_NODE_TYPE_INTERMEDIATE_OUTCOME);

  sl_fixture_link (&f->base, enabler, outcome, SL_LINK_WEIGHT_CONTRIBUTING, 0);
  sl_fixture_change (&f->base, enabler, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  rules_expect_all (f, "W M3 I1: " NO_CHANGE "W M4 I1: " NOT_FUNDED);
  sl_fixture_change (&f->base, outcome, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  rules_expect_all (f, "");
}

static void
test_warned_links (Rules *f, gconstpointer unused)
{
  SlUid enabler = node (f, SL_NODE_TYPE_ENABLER), change = node (f, SL_NODE_TYPE_BUSINESS_CHANGE);
  SlUid outcome = node (f, SL_NODE_TYPE_INTERMEDIATE_OUTCOME), end = node (f, SL_NODE_TYPE_END_OUTCOME);

  sl_fixture_link (&f->base, enabler, outcome, SL_LINK_WEIGHT_CONTRIBUTING, 0);
  sl_fixture_link (&f->base, change, end, SL_LINK_WEIGHT_CONTRIBUTING, 0);
  rules_expect_all (f, "W M4 E1: " NOT_FUNDED
                       "W M6 E1: it is linked to no strategic purpose, so what it is for is not said\n"
                       "W M7 E1: it has no measure, so nobody could tell whether it came about\n"
                       "W M3 I1: " NO_CHANGE
                       "W M4 I1: " NOT_FUNDED
                       "W M1 N1: " NO_END
                       "W M2 N1: " NOT_FOLLOWED
                       "W W2 C1: it leads straight to the end outcome E1; no outcome between them would show early whether it works\n"
                       "W W1 N1: it leads straight to the outcome I1, past any change in how people work\n");
}

/* F-15 at the gate ahead; and who is named but gone is an owner gap, not a missing owner. */
static void
test_strength (Rules *f, gconstpointer unused)
{
  SlUid money = node (f, SL_NODE_TYPE_INVESTMENT), change = node (f, SL_NODE_TYPE_BUSINESS_CHANGE);
  SlUid step = node (f, SL_NODE_TYPE_INTERMEDIATE_OUTCOME), end = node (f, SL_NODE_TYPE_END_OUTCOME);
  SlUid purpose = node (f, SL_NODE_TYPE_STRATEGIC_PURPOSE), leaver;
  SlRecordEdit edit;

  sl_fixture_link (&f->base, money, change, SL_LINK_WEIGHT_ESSENTIAL, 4);
  sl_fixture_link (&f->base, change, step, SL_LINK_WEIGHT_ESSENTIAL, 1);
  sl_fixture_link (&f->base, step, end, SL_LINK_WEIGHT_ESSENTIAL, 4);
  sl_fixture_link (&f->base, end, purpose, SL_LINK_WEIGHT_ESSENTIAL, 4);
  sl_fixture_edit (&f->base, SL_KIND_MEASURE, &edit);
  edit.values[SL_MEASURE_CODE] = SL_VALUE_TEXT ("M-1");
  edit.values[SL_MEASURE_NAME] = SL_VALUE_TEXT ("Hours");
  edit.values[SL_MEASURE_NODE] = SL_VALUE_REF (end);
  edit.values[SL_MEASURE_UNIT] = SL_VALUE_TEXT ("h");
  edit.values[SL_MEASURE_FREQUENCY] = SL_VALUE_ENUM (SL_FREQUENCY_MONTH);
  edit.values[SL_MEASURE_METHOD] = SL_VALUE_ENUM (SL_METHOD_SURVEY);
  edit.values[SL_MEASURE_COLLECTOR] = SL_VALUE_REF (f->base.ada);
  sl_fixture_load (&f->base, &edit);
  rules_expect_all (f, "");
  sl_fixture_add_gate (&f->base, f->base.project, 2, 0);
  rules_expect_all (f, "W F-15 E1: the evidence on the way from money to it has strength 1; at the gate ahead it needs 2\n");
  sl_fixture_change (&f->base, sl_fixture_link (&f->base, change, step, SL_LINK_WEIGHT_CONTRIBUTING, 2), SL_MAP_EDGE_EVIDENCE,
                     SL_VALUE_INT (2));
  leaver = sl_fixture_add_person (&f->base, "Gone", "2025-01-06", "2026-07-30", FALSE);
  sl_fixture_change (&f->base, end, SL_MAP_NODE_OWNER, SL_VALUE_REF (leaver));
  rules_expect_all (f, "W INV-2 E1: owner gap: Gone is not active on 2026-07-31; name someone who is\n");
}

/* --- 2.1, 2.9 ----------------------------------------------------------------------------------------------------- */

static void
test_deleting (Rules *f, gconstpointer unused)
{
  SlUid planned = node (f, SL_NODE_TYPE_ENABLER), going = node (f, SL_NODE_TYPE_ENABLER);
  SlUid draft = sl_fixture_add_risk (&f->base, SL_RISK_STATE_DRAFT);
  SlUid link, strike, issue;

  sl_fixture_change (&f->base, going, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_IN_PROGRESS));
  link = sl_fixture_link (&f->base, planned, going, SL_LINK_WEIGHT_CONTRIBUTING, 0);
  rules_delete (f, link);
  rules_expect (f, "");
  rules_delete (f, going);
  rules_expect (f, "E 2.1 N2: only planned nodes can be deleted; drop it instead\n");
  sl_fixture_strike (&f->base, draft, planned);
  rules_delete (f, planned);
  rules_expect (f, "");
  strike = sl_fixture_strike (&f->base, f->risk, planned);
  rules_delete (f, planned);
  rules_expect (f, "E 2.1 N1: R-001 is recorded as striking it; drop it instead\n");
  rules_delete (f, strike); /* saying that it does not strike is free */
  rules_apply (f);
  issue = sl_fixture_add_issue (&f->base, 2);
  sl_fixture_strike (&f->base, issue, planned);
  rules_delete (f, planned);
  rules_expect (f, "E 2.1 N1: ISS-001 is recorded as striking it; drop it instead\n");
  rules_begin (f, SL_VERB_UNDO);
  rules_delete (f, planned);
  rules_expect (f, "");
}

static void
test_reasons (Rules *f, gconstpointer unused)
{
  SlUid uid = node (f, SL_NODE_TYPE_ENABLER);

  rules_set (f, uid, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  rules_expect (f, "R 2.9 N1: it is being dropped\n");
  rules_set (f, uid, SL_MAP_NODE_OWNER, SL_VALUE_REF (f->base.bob));
  rules_expect (f, "R 2.9 N1: its owner changes\n");
  rules_set (f, uid, SL_MAP_NODE_PLANNED, DATE ("2026-10-01"));
  rules_expect (f, "");
  sl_fixture_change (&f->base, uid, SL_MAP_NODE_PLANNED, DATE ("2026-10-01"));
  rules_set (f, uid, SL_MAP_NODE_PLANNED, DATE ("2026-10-02"));
  rules_expect (f, "R 2.9 N1: its planned day moves later\n");
  rules_set (f, uid, SL_MAP_NODE_PLANNED, DATE ("2026-09-30"));
  rules_set (f, uid, SL_MAP_NODE_FORECAST, DATE ("2026-12-31"));
  rules_set (f, uid, SL_MAP_NODE_X, SL_VALUE_INT (12)); /* layout owes none */
  rules_expect (f, "");
  sl_fixture_change (&f->base, uid, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_DROPPED));
  rules_set (f, uid, SL_MAP_NODE_STATUS, SL_VALUE_ENUM (SL_NODE_STATUS_PLANNED));
  rules_expect (f, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RULES_TEST ("/rules/map/links", test_links);
  RULES_TEST ("/rules/map/retyped", test_retyped);
  RULES_TEST ("/rules/map/faults", test_faults);
  RULES_TEST ("/rules/map/dropped", test_dropped);
  RULES_TEST ("/rules/map/warned-links", test_warned_links);
  RULES_TEST ("/rules/map/strength", test_strength);
  RULES_TEST ("/rules/map/deleting", test_deleting);
  RULES_TEST ("/rules/map/reasons", test_reasons);
  return g_test_run ();
}
