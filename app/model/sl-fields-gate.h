/* sl-fields-gate.h: fields of gates, criteria, decisions and conditions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_GATE_FIELDS(F)                                                                                              \
  F (GATE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                                 \
  F (GATE, PROJECT, project, REF, N_ ("Project"), N_ ("The project that passes it."),                                  \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_PARENT, .ref = SL_KIND_PROJECT)                           \
  F (GATE, NUMBER, number, INT, N_ ("Gate number"), N_ ("1 to 5; gates run in order (INV-16)."),                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED, .min = 1, .max = 5)                                                 \
  F (GATE, FROM_PHASE, from_phase, ENUM, N_ ("From phase"), N_ ("Phase it ends (domain 2.6)."),                        \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_phase_enum)                                                             \
  F (GATE, TO_PHASE, to_phase, ENUM, N_ ("To phase"), N_ ("Phase it opens (domain 2.6)."), .flags = SL_FIELD_EXPECTED, \
     .tokens = &sl_phase_enum)                                                                                         \
  F (GATE, BASELINE_DATE, baseline_date, DATE, N_ ("Baseline date"), N_ ("The day first promised (F-28)."),            \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON)                                                                     \
  F (GATE, FORECAST_DATE, forecast_date, DATE, N_ ("Forecast date"),                                                   \
     N_ ("The day now expected; slip is counted to it (F-28)."), .flags = SL_FIELD_EXPECTED)                           \
  F (GATE, SIGNIFICANT_COMMITMENT, significant_commitment, BOOL, N_ ("Significant commitment"),                        \
     N_ ("Large money is committed here: every health statement must be strongly agreed or waived (F-24)."))           \
  F (GATE, CHAIR, chair, REF, N_ ("Chair"), N_ ("Who chairs the decision."),                                           \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)

#define SL_GATE_CRITERION_FIELDS(F)                                                                                    \
  F (GATE_CRITERION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                       \
  F (GATE_CRITERION, GATE, gate, REF, N_ ("Gate"), N_ ("The gate it belongs to."),                                     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_PARENT, .ref = SL_KIND_GATE)                              \
  F (GATE_CRITERION, WEIGHT, weight, ENUM, N_ ("Weight"), N_ ("Mandatory counts 3, important 2, desirable 1 (F-27)."), \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_REASON, .tokens = &sl_criterion_weight_enum,                               \
     .initial = SL_CRITERION_WEIGHT_IMPORTANT)                                                                         \
  F (GATE_CRITERION, REFS, refs, TEXT, N_ ("References"),                                                              \
     N_ ("Clauses, checklists and service standard points it rests on."), .max = 200)                                  \
  F (GATE_CRITERION, AUTO_RULE, auto_rule, TEXT, N_ ("Proposed by"),                                                   \
     N_ ("Name of the computation that proposes the rating; a person confirms it."), .max = 40,                        \
     .pattern = "[a-z][a-z0-9_]*")                                                                                     \
  F (GATE_CRITERION, EVIDENCE_NEEDED, evidence_needed, BOOL, N_ ("Evidence needed"),                                   \
     N_ ("“Met” without valid evidence counts as partly (INV-17)."))                                                   \
  F (GATE_CRITERION, TEXT, text, TEXT, N_ ("Criterion"), N_ ("What must be so."),                                      \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)

#define SL_GATE_REVIEW_FIELDS(F)                                                                                       \
  F (GATE_REVIEW, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                          \
  F (GATE_REVIEW, GATE, gate, REF, N_ ("Gate"), N_ ("The gate reviewed; a repeat is a further review."),               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_PARENT, .ref = SL_KIND_GATE)                              \
  F (GATE_REVIEW, STATE, state, ENUM, N_ ("State"), N_ ("Planned, open, decided (domain 2.6)."),                       \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_gate_review_state_enum, .initial = SL_GATE_REVIEW_STATE_PLANNED)       \
  F (GATE_REVIEW, DATE, date, DATE, N_ ("Date"), N_ ("Day of the decision (domain 2.1)."), .flags = SL_FIELD_DATED)    \
  F (GATE_REVIEW, DECISION, decision, ENUM, N_ ("Decision"), N_ ("Stopping is a result, not a failure (domain 2.6)."), \
     .tokens = &sl_decision_enum)                                                                                      \
  F (GATE_REVIEW, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why it was decided so."), .flags = SL_FIELD_PROSE,         \
     .max = 2000)                                                                                                      \
  F (GATE_REVIEW, RECOMMENDATION, recommendation, TEXT, N_ ("Recommendation"), N_ ("What the programme asks for."),    \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (GATE_REVIEW, DISSENT, dissent, TEXT, N_ ("Dissent"), N_ ("What a member wanted recorded against it."),            \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (GATE_REVIEW, DECLARED_DCA, declared_dca, ENUM, N_ ("Declared confidence"),                                        \
     N_ ("Stands beside the suggestion, never in its place (F-28, F-32)."), .tokens = &sl_delivery_confidence_enum)    \
  F (GATE_REVIEW, DECLARED_BY, declared_by, REF, N_ ("Declared by"), N_ ("Who declared it."), .ref = SL_KIND_PERSON)   \
  F (GATE_REVIEW, DECLARED_ON, declared_on, DATE, N_ ("Declared on"),                                                  \
     N_ ("Better than suggested holds for 90 days (INV-20)."))                                                         \
  F (GATE_REVIEW, DECLARED_REASON, declared_reason, TEXT, N_ ("Why declared"),                                         \
     N_ ("Why it is seen better than suggested (INV-20)."), .flags = SL_FIELD_PROSE, .max = 2000)                      \
  F (GATE_REVIEW, RESTART_CRITERIA, restart_criteria, TEXT, N_ ("Restart criteria"),                                   \
     N_ ("After a pause: what must be so to go on."), .flags = SL_FIELD_PROSE, .max = 2000)                            \
  F (GATE_REVIEW, REPRESENT_BY, represent_by, DATE, N_ ("Present again by"),                                           \
     N_ ("After a repeat or a pause (domain 2.6)."))

#define SL_REVIEW_PANEL_FIELDS(F)                                                                                      \
  F (REVIEW_PANEL, REVIEW, review, REF, N_ ("Gate review"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,       \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (REVIEW_PANEL, PERSON, person, REF, N_ ("Person"), N_ ("Who sat on the panel."),                                   \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .ref = SL_KIND_PERSON)

#define SL_DECISION_BLOCKER_FIELDS(F)                                                                                  \
  F (DECISION_BLOCKER, REVIEW, review, REF, N_ ("Gate review"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,   \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (DECISION_BLOCKER, BLOCKER, blocker, TEXT, N_ ("Blocker"), N_ ("GB1 to GB8 (F-27)."), .flags = SL_FIELD_MANDATORY, \
     .pattern = "GB[1-8]")                                                                                             \
  F (DECISION_BLOCKER, SUBJECT, subject, TEXT, N_ ("Subject"), N_ ("Id of the record that blocked."), .max = 40)       \
  F (DECISION_BLOCKER, TEXT, text, TEXT, N_ ("Words"), N_ ("The blocker as it was shown to the board."),               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)

#define SL_OVERRIDE_FIELDS(F)                                                                                          \
  F (OVERRIDE, REVIEW, review, REF, N_ ("Gate review"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,           \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (OVERRIDE, BLOCKER, blocker, TEXT, N_ ("Blocker"), N_ ("GB1 to GB8 (INV-19)."), .flags = SL_FIELD_MANDATORY,       \
     .pattern = "GB[1-8]")                                                                                             \
  F (OVERRIDE, SUBJECT, subject, TEXT, N_ ("Subject"), N_ ("Id of the record that blocks."), .max = 40)                \
  F (OVERRIDE, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why the board goes on all the same (INV-19)."),               \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (OVERRIDE, BY, by, REF, N_ ("By"), N_ ("A board member (INV-19)."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,  \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (OVERRIDE, DATE, date, DATE, N_ ("Date"), N_ ("Day of the override."),                                             \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_WAIVER_FIELDS(F)                                                                                            \
  F (WAIVER, REVIEW, review, REF, N_ ("Gate review"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,             \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (WAIVER, STATEMENT, statement, REF, N_ ("Health statement"), N_ ("Waived one by one, by name (F-24)."),            \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .ref = SL_KIND_HEALTH_STATEMENT)                                      \
  F (WAIVER, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why it need not be strongly agreed (F-24)."),                   \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (WAIVER, BY, by, REF, N_ ("By"), N_ ("A board member (F-24)."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,      \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (WAIVER, DATE, date, DATE, N_ ("Date"), N_ ("Day of the waiver."), .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_CRITERION_RATING_FIELDS(F)                                                                                  \
  F (CRITERION_RATING, REVIEW, review, REF, N_ ("Gate review"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,   \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (CRITERION_RATING, CRITERION, criterion, REF, N_ ("Criterion"), N_ ("What is rated."),                             \
     .flags = SL_FIELD_MANDATORY, .ref = SL_KIND_GATE_CRITERION)                                                       \
  F (CRITERION_RATING, RATING, rating, ENUM, N_ ("Rating"),                                                            \
     N_ ("Not applicable needs a reason and is limited to a fifth (INV-18)."), .flags = SL_FIELD_MANDATORY,            \
     .tokens = &sl_rating_enum)                                                                                        \
  F (CRITERION_RATING, COMMENT, comment, TEXT, N_ ("Comment"), N_ ("What is missing, or why it does not apply."),      \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (CRITERION_RATING, BY, by, REF, N_ ("By"), N_ ("Who rated it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,     \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (CRITERION_RATING, DATE, date, DATE, N_ ("Date"), N_ ("From this day on it counts (domain 2.1)."),                 \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_RATING_EVIDENCE_FIELDS(F)                                                                                   \
  F (RATING_EVIDENCE, RATING, rating, REF, N_ ("Criterion rating"), NULL,                                              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_CRITERION_RATING)                                   \
  F (RATING_EVIDENCE, EVIDENCE, evidence, REF, N_ ("Evidence"), N_ ("What supports the rating (INV-17)."),             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .ref = SL_KIND_EVIDENCE)

#define SL_CONDITION_FIELDS(F)                                                                                         \
  F (CONDITION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                            \
  F (CONDITION, REVIEW, review, REF, N_ ("Gate review"), N_ ("The decision that set it."),                             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_PARENT, .ref = SL_KIND_GATE_REVIEW)                       \
  F (CONDITION, TEXT, text, TEXT, N_ ("Condition"), N_ ("What must be done."),                                         \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)                                                         \
  F (CONDITION, OWNER, owner, REF, N_ ("Owner"), N_ ("Who sees to it."),                                               \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (CONDITION, DUE, due, DATE, N_ ("Due"), N_ ("Overdue and mandatory it blocks the next gate (GB7)."),               \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (CONDITION, MANDATORY, mandatory, BOOL, N_ ("Mandatory"),                                                          \
     N_ ("Blocks the next gate while open past its day (GB7)."))                                                       \
  F (CONDITION, STATE, state, ENUM, N_ ("State"), N_ ("Open, met, lapsed or waived."), .flags = SL_FIELD_MANDATORY,    \
     .tokens = &sl_condition_state_enum, .initial = SL_CONDITION_STATE_OPEN)                                           \
  F (CONDITION, SETTLED_ON, settled_on, DATE, N_ ("Settled on"), N_ ("Day it was met, waived or lapsed."))
