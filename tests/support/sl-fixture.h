/* sl-fixture.h: a small programme in memory for tests of formulas and rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs the model only: no store, no workspace, no seed files. It holds the default settings of domain.md 2.3 (written
 * down here once more, so that tests do not take them from what they test), an organisation, a project and three people
 * active since 2025-01-06. The effective day is 2026-07-31. Everything goes in by loading: no rule has seen it.
 */
#pragma once

#include "model/sl-programme.h"

G_BEGIN_DECLS

typedef struct
{
  SlProgramme *programme;
  SlDate day;
  SlUid info, settings; /* the programme record; settings version 1 */
  SlUid council, project;
  SlUid ada;            /* P-01 */
  SlUid bob;            /* P-02 */
  SlUid chair;          /* P-03, a board member */
} SlFixture;

void         sl_fixture_init  (SlFixture *self);
void         sl_fixture_clear (SlFixture *self);
const SlData *sl_fixture_data (const SlFixture *self);
/* Data, 2026-07-31, settings in force. */
SlView       sl_fixture_view  (const SlFixture *self);
/* The same, as of another day (ISO). */
SlView       sl_fixture_view_on (const SlFixture *self, const char *day);

/* A record of @kind with initial values and, where its kind has codes, the next one. Finish with sl_fixture_load(). */
void         sl_fixture_edit  (const SlFixture *self, int kind, SlRecordEdit *edit);
/* Puts it in; returns its uid. */
SlUid        sl_fixture_load  (SlFixture *self, const SlRecordEdit *edit);
/* Changes one field of a record that stands. */
void         sl_fixture_change (SlFixture *self, SlUid uid, guint field, SlValue value);

SlUid        sl_fixture_add_person (SlFixture *self, const char *name, const char *from, const char *to, gboolean board);
/* A threat of the category people with everything INV-1 asks for except assessments, owned by Ada, striking from
 * 2026-10-31 (92 days ahead). @state: SL_RISK_STATE_*. */
SlUid        sl_fixture_add_risk (SlFixture *self, int state);
/* @type: SL_ASSESSMENT_TYPE_*. @impact goes to benefits; 0 leaves a figure empty. By Ada. */
SlUid        sl_fixture_assess (SlFixture *self, SlUid risk, int type, const char *day, int probability, int impact);
/* By Ada; nothing changed. */
SlUid        sl_fixture_review (SlFixture *self, SlUid risk, const char *day);
/* Owned by Bob; @due may be NULL. */
SlUid        sl_fixture_add_action (SlFixture *self, SlUid risk, int state, const char *due);
/* @stakeholder SL_UID_NONE: the programme's. */
SlUid        sl_fixture_appetite (SlFixture *self, SlUid stakeholder, int category, int level, const char *day);
/* Open, raised 2026-07-01, owned by Bob; @impact goes to time, 0 leaves it empty. */
SlUid        sl_fixture_add_issue (SlFixture *self, int impact);
/* To the board; days may be NULL. @state: SL_ESCALATION_STATE_*. */
SlUid        sl_fixture_escalate (SlFixture *self, SlUid risk, int state, const char *raised, const char *due);
/* Shared, planned without dates, owned by Ada. @type: SL_NODE_TYPE_*. */
SlUid        sl_fixture_add_node (SlFixture *self, int type);
/* @weight: SL_LINK_WEIGHT_*. */
SlUid        sl_fixture_link     (SlFixture *self, SlUid from, SlUid to, int weight, int evidence);
/* A risk or an issue strikes a node. */
SlUid        sl_fixture_strike   (SlFixture *self, SlUid by, SlUid node);
/* @decision: SL_DECISION_* of 2026-03-16, or 0: not reviewed yet. Of one project only: codes are not told apart. */
SlUid        sl_fixture_add_gate (SlFixture *self, SlUid project, int number, int decision);

G_END_DECLS
