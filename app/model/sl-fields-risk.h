/* sl-fields-risk.h: fields of risks, actions, issues and escalations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_RISK_FIELDS(F)                                                                                              \
  F (RISK, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                                 \
  F (RISK, KIND, kind, ENUM, N_ ("Kind"),                                                                              \
     N_ ("A threat can hurt, an opportunity can help; they are never mixed in one matrix."),                           \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_risk_kind_enum, .initial = SL_RISK_KIND_THREAT)                        \
  F (RISK, TITLE, title, TEXT, N_ ("Risk"), N_ ("A short name, up to 80 characters."), .flags = SL_FIELD_MANDATORY,    \
     .max = 80)                                                                                                        \
  F (RISK, CAUSE, cause, TEXT, N_ ("Cause"), N_ ("What is so today and makes it possible (PAS 184, checklist 11)."),   \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (RISK, EVENT, event, TEXT, N_ ("Event"), N_ ("What may happen."), .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE,     \
     .max = 2000)                                                                                                      \
  F (RISK, EFFECT, effect, TEXT, N_ ("Effect"), N_ ("What it would do to an outcome."),                                \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (RISK, CATEGORY, category, ENUM, N_ ("Category"), N_ ("Appetite is stated for each category (F-9)."),              \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_category_enum)                                                          \
  F (RISK, CSF_REF, csf_ref, TEXT, N_ ("Health factor"),                                                               \
     N_ ("Sub-factor of the health check it belongs to, a1 to i3 (PAS 184, annex D)."), .pattern = "[a-i][1-5]")       \
  F (RISK, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)          \
  F (RISK, OWNER, owner, REF, N_ ("Owner"), N_ ("One named person, never a team (INV-1, INV-2)."),                     \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (RISK, SUFFERER, sufferer, REF, N_ ("Sufferer"), N_ ("Who bears the effect; the appetite of both counts (F-9)."),  \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
  F (RISK, STATE, state, ENUM, N_ ("State"), N_ ("Draft, open, treating, tolerated, occurred, closed (domain 2.6)."),  \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_risk_state_enum, .initial = SL_RISK_STATE_DRAFT)                       \
  F (RISK, RESPONSE, response, ENUM, N_ ("Response"),                                                                  \
     N_ ("What is done about it: the first six for threats, the rest for opportunities."),                             \
     .tokens = &sl_response_enum)                                                                                      \
  F (RISK, EARLIEST_DATE, earliest_date, DATE, N_ ("Could strike from"), N_ ("Gives the proximity (F-8)."))            \
  F (RISK, LATEST_DATE, latest_date, DATE, N_ ("Could strike until"), N_ ("After this day it can no longer strike."))  \
  F (RISK, TARGET_CLOSURE, target_closure, DATE, N_ ("Target closure"),                                                \
     N_ ("Asked for where it threatens a named activity or outcome (PAS 184, checklist 11)."))                         \
  F (RISK, NEXT_REVIEW, next_review, DATE, N_ ("Next review"),                                                         \
     N_ ("May bring the review forward, never push it back (F-11, INV-5)."))                                           \
  F (RISK, EARLY_WARNING, early_warning, TEXT, N_ ("Early warning"), N_ ("The sign by which we would see it coming."), \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (RISK, CONFIDENTIALITY, confidentiality, ENUM, N_ ("Confidentiality"),                                             \
     N_ ("Restricted risks are counted wherever they are left out."), .flags = SL_FIELD_MANDATORY,                     \
     .tokens = &sl_confidentiality_enum, .initial = SL_CONFIDENTIALITY_OPEN)                                           \
  F (RISK, ESCALATION_LEVEL, escalation_level, ENUM, N_ ("Escalated to"),                                              \
     N_ ("Level that deals with it now (PAS 184, 4.6.3)."), .flags = SL_FIELD_MANDATORY,                               \
     .tokens = &sl_escalation_level_enum, .initial = SL_ESCALATION_LEVEL_PROJECT)                                      \
  F (RISK, PARENT_RISK, parent_risk, REF, N_ ("Part of"), N_ ("A programme risk that this one feeds."),                \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK, CAUSED_BY_ACTION, caused_by_action, REF, N_ ("Caused by action"),                                           \
     N_ ("The action that made this secondary risk (INV-8)."), .ref = SL_KIND_ACTION)                                  \
  F (RISK, OCCURRED_ON, occurred_on, DATE, N_ ("Occurred on"), N_ ("Day it struck and became an issue."))              \
  F (RISK, CLOSED_ON, closed_on, DATE, N_ ("Closed on"), N_ ("Day it was closed."))                                    \
  F (RISK, CLOSE_REASON, close_reason, ENUM, N_ ("Closed because"),                                                    \
     N_ ("Why it needs no more watching (domain 2.6)."), .tokens = &sl_close_reason_enum)                              \
  F (RISK, ACCEPTED_BY, accepted_by, REF, N_ ("Accepted by"), N_ ("Above tolerance a board member (INV-6)."),          \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (RISK, ACCEPTED_ON, accepted_on, DATE, N_ ("Accepted on"), N_ ("The acceptance runs from this day (F-9)."))        \
  F (RISK, ACCEPTED_UNTIL, accepted_until, DATE, N_ ("Accepted until"), N_ ("At most twelve months on (INV-6)."))      \
  F (RISK, ACCEPTANCE_RATIONALE, acceptance_rationale, TEXT, N_ ("Why accepted"),                                      \
     N_ ("Why living with it is right (INV-6)."), .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_RISK_ASSESSMENT_FIELDS(F)                                                                                   \
  F (RISK_ASSESSMENT, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,               \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_ASSESSMENT, TYPE, type, ENUM, N_ ("Type"),                                                                   \
     N_ ("Before controls, with today's controls, after planned actions."),                                            \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_assessment_type_enum, .initial = SL_ASSESSMENT_TYPE_CURRENT)           \
  F (RISK_ASSESSMENT, DATE, date, DATE, N_ ("Date"),                                                                   \
     N_ ("From this day on it counts; the latest one does (domain 2.1)."),                                             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                                                                     \
  F (RISK_ASSESSMENT, PROBABILITY, probability, INT, N_ ("Probability"),                                               \
     N_ ("1 rare to 5 almost certain; times impact it gives the score (F-1)."), .flags = SL_FIELD_EXPECTED, .min = 1,  \
     .max = 5)                                                                                                         \
  F (RISK_ASSESSMENT, EXPLICIT_PCT, explicit_pct, INT, N_ ("Probability in percent"),                                  \
     N_ ("Inside the band of the probability (INV-4)."), .min = 1, .max = 99)                                          \
  F (RISK_ASSESSMENT, IMPACT_COST, impact_cost, INT, N_ ("Impact on cost"),                                            \
     N_ ("Share of the budget, by the cost scale (domain 2.3)."), .min = 1, .max = 5)                                  \
  F (RISK_ASSESSMENT, IMPACT_TIME, impact_time, INT, N_ ("Impact on time"),                                            \
     N_ ("Slip of the next gate, by the time scale (domain 2.3)."), .min = 1, .max = 5)                                \
  F (RISK_ASSESSMENT, IMPACT_BENEFIT, impact_benefit, INT, N_ ("Impact on benefits"),                                  \
     N_ ("Share of the benefit lost; gives the value at risk (F-25b)."), .min = 1, .max = 5)                           \
  F (RISK_ASSESSMENT, IMPACT_TRUST, impact_trust, INT, N_ ("Impact on trust"),                                         \
     N_ ("Trust and reputation, by their scale (domain 2.3)."), .min = 1, .max = 5)                                    \
  F (RISK_ASSESSMENT, IMPACT_SAFETY_SECURITY, impact_safety_security, INT, N_ ("Impact on safety and security"),       \
     N_ ("Safety, security and privacy, by their scale (domain 2.3)."), .min = 1, .max = 5)                            \
  F (RISK_ASSESSMENT, COST_IF_OCCURS, cost_if_occurs, MONEY, N_ ("Cost if it occurs"),                                 \
     N_ ("Gives the exposure (F-6)."),                                                                                 \
     .min = 0, .max = SL_NUMBER_MAX)                                                                                   \
  F (RISK_ASSESSMENT, CONFIDENCE, confidence, ENUM, N_ ("Confidence"), N_ ("How sure we are of the figures."),         \
     .tokens = &sl_confidence_enum)                                                                                    \
  F (RISK_ASSESSMENT, BY, by, REF, N_ ("By"), N_ ("Who judged it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,     \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (RISK_ASSESSMENT, RATIONALE, rationale, TEXT, N_ ("Rationale"),                                                    \
     N_ ("What the figures rest on, or why they changed (domain 2.9)."), .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_RISK_REVIEW_FIELDS(F)                                                                                       \
  F (RISK_REVIEW, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                   \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_REVIEW, DATE, date, DATE, N_ ("Date"), N_ ("The next one is counted from it (F-11)."),                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                                                                     \
  F (RISK_REVIEW, BY, by, REF, N_ ("By"), N_ ("Who looked at it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,      \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (RISK_REVIEW, OUTCOME, outcome, ENUM, N_ ("Outcome"), N_ ("What came of it."), .flags = SL_FIELD_MANDATORY,        \
     .tokens = &sl_review_outcome_enum, .initial = SL_REVIEW_OUTCOME_NO_CHANGE)                                        \
  F (RISK_REVIEW, NOTE, note, TEXT, N_ ("Note"), N_ ("Needed unless nothing changed."), .flags = SL_FIELD_PROSE,       \
     .max = 2000)

#define SL_RISK_NODE_FIELDS(F)                                                                                         \
  F (RISK_NODE, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                     \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_NODE, NODE, node, REF, N_ ("Map node"),                                                                      \
     N_ ("What the risk strikes; its level travels on from there (F-25a)."),                                           \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_MAP_NODE)

#define SL_RISK_GATE_FIELDS(F)                                                                                         \
  F (RISK_GATE, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                     \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_GATE, GATE, gate, REF, N_ ("Gate"), N_ ("A gate the risk could spoil."),                                     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_GATE)

#define SL_RISK_BENEFIT_FIELDS(F)                                                                                      \
  F (RISK_BENEFIT, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                  \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_BENEFIT, BENEFIT, benefit, REF, N_ ("Benefit"),                                                              \
     N_ ("A benefit named as struck in full, whatever the map says (F-25b)."),                                         \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_BENEFIT)

#define SL_ISSUE_FIELDS(F)                                                                                             \
  F (ISSUE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                                \
  F (ISSUE, FROM_RISK, from_risk, REF, N_ ("From risk"),                                                               \
     N_ ("The risk that occurred; empty for an issue that came unannounced."), .ref = SL_KIND_RISK)                    \
  F (ISSUE, TITLE, title, TEXT, N_ ("Issue"), N_ ("What has happened, in one line."), .flags = SL_FIELD_MANDATORY,     \
     .max = 160)                                                                                                       \
  F (ISSUE, IMPACT_COST, impact_cost, INT, N_ ("Impact on cost"),                                                      \
     N_ ("Share of the budget, by the cost scale (domain 2.3)."), .min = 1, .max = 5)                                  \
  F (ISSUE, IMPACT_TIME, impact_time, INT, N_ ("Impact on time"),                                                      \
     N_ ("Slip of the next gate, by the time scale (domain 2.3)."), .min = 1, .max = 5)                                \
  F (ISSUE, IMPACT_BENEFIT, impact_benefit, INT, N_ ("Impact on benefits"),                                            \
     N_ ("Share of the benefit lost; gives the value at risk (F-25b)."), .min = 1, .max = 5)                           \
  F (ISSUE, IMPACT_TRUST, impact_trust, INT, N_ ("Impact on trust"),                                                   \
     N_ ("Trust and reputation, by their scale (domain 2.3)."), .min = 1, .max = 5)                                    \
  F (ISSUE, IMPACT_SAFETY_SECURITY, impact_safety_security, INT, N_ ("Impact on safety and security"),                 \
     N_ ("Safety, security and privacy, by their scale (domain 2.3)."), .min = 1, .max = 5)                            \
  F (ISSUE, OWNER, owner, REF, N_ ("Owner"), N_ ("One named person who settles it."),                                  \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (ISSUE, RAISED, raised, DATE, N_ ("Raised on"), N_ ("From this day on it counts (domain 2.1)."),                   \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)                                                                      \
  F (ISSUE, DUE, due, DATE, N_ ("Due"), N_ ("When it is to be settled."))                                              \
  F (ISSUE, STATE, state, ENUM, N_ ("State"),                                                                          \
     N_ ("Open and in-hand issues count in exposure and on the map (F-6, F-25a)."), .flags = SL_FIELD_MANDATORY,       \
     .tokens = &sl_issue_state_enum, .initial = SL_ISSUE_STATE_OPEN)                                                   \
  F (ISSUE, DECISION, decision, TEXT, N_ ("Decision"), N_ ("What was decided about it."), .flags = SL_FIELD_PROSE,     \
     .max = 2000)                                                                                                      \
  F (ISSUE, COST_REMAINING, cost_remaining, MONEY, N_ ("Cost remaining"),                                              \
     N_ ("What it will still cost; counted in full in the exposure (F-6)."), .max = SL_NUMBER_MAX)

#define SL_ISSUE_NODE_FIELDS(F)                                                                                        \
  F (ISSUE_NODE, ISSUE, issue, REF, N_ ("Issue"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                 \
     .ref = SL_KIND_ISSUE)                                                                                             \
  F (ISSUE_NODE, NODE, node, REF, N_ ("Map node"), N_ ("What the issue strikes (F-25a)."),                             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_MAP_NODE)

#define SL_ESCALATION_FIELDS(F)                                                                                        \
  F (ESCALATION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                           \
  F (ESCALATION, RISK, risk, REF, N_ ("About risk"),                                                                   \
     N_ ("The risk it is about; an open escalation handles a breach (F-9)."), .flags = SL_FIELD_PARENT,                \
     .ref = SL_KIND_RISK)                                                                                              \
  F (ESCALATION, ISSUE, issue, REF, N_ ("About issue"), N_ ("The issue it is about."), .flags = SL_FIELD_PARENT,       \
     .ref = SL_KIND_ISSUE)                                                                                             \
  F (ESCALATION, BENEFIT, benefit, REF, N_ ("About benefit"), N_ ("The benefit it is about (PAS 184, 5.4.2)."),        \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_BENEFIT)                                                                 \
  F (ESCALATION, ASKED, asked, TEXT, N_ ("Decision asked"),                                                            \
     N_ ("What exactly the level above is asked to decide (PAS 184, 4.6.3)."),                                         \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 1000)                                                        \
  F (ESCALATION, STATE, state, ENUM, N_ ("State"),                                                                     \
     N_ ("Raised, accepted, decided, returned or withdrawn (domain 2.6)."), .flags = SL_FIELD_MANDATORY,               \
     .tokens = &sl_escalation_state_enum, .initial = SL_ESCALATION_STATE_RAISED)                                       \
  F (ESCALATION, RAISED_ON, raised_on, DATE, N_ ("Raised on"), N_ ("From this day on it counts (domain 2.1)."),        \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)                                                                      \
  F (ESCALATION, RAISED_BY, raised_by, REF, N_ ("Raised by"), N_ ("Who asks."), .ref = SL_KIND_PERSON)                 \
  F (ESCALATION, FROM_LEVEL, from_level, ENUM, N_ ("From level"), N_ ("Level that cannot decide it."),                 \
     .tokens = &sl_escalation_level_enum)                                                                              \
  F (ESCALATION, TO_LEVEL, to_level, ENUM, N_ ("To level"), N_ ("Level that is asked."), .flags = SL_FIELD_EXPECTED,   \
     .tokens = &sl_escalation_level_enum)                                                                              \
  F (ESCALATION, DECISION_DUE, decision_due, DATE, N_ ("Decision due"),                                                \
     N_ ("After this day a breach counts as unhandled again (F-9)."), .flags = SL_FIELD_EXPECTED)                      \
  F (ESCALATION, DECIDED_BY, decided_by, REF, N_ ("Decided by"), N_ ("Who decided."), .ref = SL_KIND_PERSON)           \
  F (ESCALATION, DECIDED_ON, decided_on, DATE, N_ ("Decided on"),                                                      \
     N_ ("A decision handles a breach for 90 days (F-9)."))                                                            \
  F (ESCALATION, DECISION, decision, TEXT, N_ ("Decision"), N_ ("What was decided."), .flags = SL_FIELD_PROSE,         \
     .max = 2000)

#define SL_ESCALATION_OPTION_FIELDS(F)                                                                                 \
  F (ESCALATION_OPTION, ESCALATION, escalation, REF, N_ ("Escalation"), NULL,                                          \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_ESCALATION)                                         \
  F (ESCALATION_OPTION, TEXT, text, TEXT, N_ ("Option"), N_ ("One of the choices laid before the level above."),       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)                                                         \
  F (ESCALATION_OPTION, COST, cost, MONEY, N_ ("Cost"), N_ ("What the option costs."), .max = SL_NUMBER_MAX)           \
  F (ESCALATION_OPTION, EFFECT, effect, TEXT, N_ ("Effect"), N_ ("What the option would do to the outcome."),          \
     .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_ACTION_FIELDS(F)                                                                                            \
  F (ACTION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                               \
  F (ACTION, RISK, risk, REF, N_ ("For risk"), N_ ("The risk it treats; an action belongs to exactly one thing."),     \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_RISK)                                                                    \
  F (ACTION, ISSUE, issue, REF, N_ ("For issue"), N_ ("The issue it settles."), .flags = SL_FIELD_PARENT,              \
     .ref = SL_KIND_ISSUE)                                                                                             \
  F (ACTION, BENEFIT, benefit, REF, N_ ("For benefit"), N_ ("The benefit it brings back on track (PAS 184, 5.4.2)."),  \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_BENEFIT)                                                                 \
  F (ACTION, CRITERION, criterion, REF, N_ ("For criterion"), N_ ("The gate criterion it is to meet."),                \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_GATE_CRITERION)                                                          \
  F (ACTION, CONDITION, condition, REF, N_ ("For condition"), N_ ("The condition it is to meet."),                     \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_CONDITION)                                                               \
  F (ACTION, STATEMENT, statement, REF, N_ ("For health trigger"),                                                     \
     N_ ("The health statement somebody disagreed with (F-23)."),                                                      \
     .flags = SL_FIELD_PARENT, .ref = SL_KIND_HEALTH_STATEMENT)                                                        \
  F (ACTION, TITLE, title, TEXT, N_ ("Action"), N_ ("What is done, in one line."), .flags = SL_FIELD_MANDATORY,        \
     .max = 160)                                                                                                       \
  F (ACTION, OWNER, owner, REF, N_ ("Owner"), N_ ("Who does it."),                                                     \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (ACTION, ORIGINAL_DUE, original_due, DATE, N_ ("Original due"),                                                    \
     N_ ("The first promise; slip is counted from it (F-12)."),                                                        \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (ACTION, DUE, due, DATE, N_ ("Due"), N_ ("The promise as it stands; moves are kept (F-12)."),                      \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (ACTION, STATE, state, ENUM, N_ ("State"),                                                                         \
     N_ ("Planned, in progress, blocked, done, verified or cancelled (domain 2.6)."), .flags = SL_FIELD_MANDATORY,     \
     .tokens = &sl_action_state_enum, .initial = SL_ACTION_STATE_PLANNED)                                              \
  F (ACTION, COST, cost, MONEY, N_ ("Cost"), N_ ("What it costs."), .min = 0, .max = SL_NUMBER_MAX)                    \
  F (ACTION, EXPECTED_EFFECT, expected_effect, TEXT, N_ ("Expected effect"),                                           \
     N_ ("What it is to change about the risk."), .flags = SL_FIELD_PROSE, .max = 2000)                                \
  F (ACTION, CREATES_NEW_RISK, creates_new_risk, ENUM, N_ ("Creates a new risk?"),                                     \
     N_ ("Must be answered before it can be done (PAS 184, checklist 11)."), .flags = SL_FIELD_MANDATORY,              \
     .tokens = &sl_new_risk_enum, .initial = SL_NEW_RISK_UNKNOWN)                                                      \
  F (ACTION, PERCENT, percent, INT, N_ ("Percent done"), N_ ("How far it is, in the owner’s view."), .min = 0,         \
     .max = 100)                                                                                                       \
  F (ACTION, VERIFIED_BY, verified_by, REF, N_ ("Verified by"), N_ ("Another person than the owner (INV-21)."),        \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (ACTION, VERIFIED_ON, verified_on, DATE, N_ ("Verified on"), N_ ("Day it was found to be done (INV-21)."))

#define SL_DUE_MOVE_FIELDS(F)                                                                                          \
  F (DUE_MOVE, ACTION, action, REF, N_ ("Action"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                \
     .ref = SL_KIND_ACTION)                                                                                            \
  F (DUE_MOVE, FROM, from, DATE, N_ ("From"), N_ ("Due date before the move."), .flags = SL_FIELD_MANDATORY)           \
  F (DUE_MOVE, TO, to, DATE, N_ ("To"), N_ ("Due date after the move."), .flags = SL_FIELD_MANDATORY)                  \
  F (DUE_MOVE, ON, on, DATE, N_ ("Moved on"), N_ ("Day of the move; two to a later day are drift (F-12)."),            \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                                                                     \
  F (DUE_MOVE, BY, by, REF, N_ ("By"), N_ ("Who moved it."), .flags = SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON)          \
  F (DUE_MOVE, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why it was moved (domain 2.9)."), .max = 400)
