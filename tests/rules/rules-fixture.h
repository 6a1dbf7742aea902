/* rules-fixture.h: acts on a small programme, and what the rules say to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rules/sl-rules.h"
#include "support/sl-fixture.h"

/* Acting as Bob on 2026-07-31 without a reason, unless a test says otherwise. */
typedef struct
{
  SlFixture base;
  SlActContext act;
  SlTx *tx;      /* the act under way, or NULL */
  SlUid risk;    /* R-001, open, 3 x 3, assessed 2026-07-01 by Ada, who owns it */
} Rules;

void  rules_set_up    (Rules *f, gconstpointer unused);
void  rules_tear_down (Rules *f, gconstpointer unused);

/* Begins an act; forgets one that was begun before. */
void  rules_begin     (Rules *f, SlVerb verb);
/* Within the act; begins an edit when none is under way. */
void  rules_set       (Rules *f, SlUid uid, guint field, SlValue value);
void  rules_put       (Rules *f, const SlRecordEdit *edit);
void  rules_delete    (Rules *f, SlUid uid);

/* Completes and checks the act and forgets it. @expected: one line per finding, severity letter (E, W, R), rule and text:
 * "E INV-2 R-001: has no owner; name one person\n"; "" where nothing is to be said. */
void  rules_expect    (Rules *f, const char *expected);
/* Completes and checks the act and forgets it: whether such a line is among those findings ("E INV-2"). */
gboolean rules_says   (Rules *f, const char *line);
/* Commits the act to the data without asking any rule. */
void  rules_apply     (Rules *f);
/* The same lines from sl_rules_check_all(). */
void  rules_expect_all (Rules *f, const char *expected);

/* A current assessment of today by the acting person, in the act. */
void  rules_assess    (Rules *f, SlUid risk, int probability, int impact, const char *rationale);

#define RULES_TEST(name, func) g_test_add (name, Rules, NULL, rules_set_up, func, rules_tear_down)
#define DATE(iso) SL_VALUE_DATE (sl_date_from_iso (iso))
