/* sl-fields-catalogue.h: fields of what is copied from the catalogue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_HEALTH_SUB_FACTOR_FIELDS(F)                                                                                 \
  F (HEALTH_SUB_FACTOR, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                    \
  F (HEALTH_SUB_FACTOR, TITLE, title, TEXT, N_ ("Sub-factor"),                                                         \
     N_ ("One of the 27 sub-factors of the health check (PAS 184, annex D)."), .flags = SL_FIELD_MANDATORY,            \
     .max = 120)                                                                                                       \
  F (HEALTH_SUB_FACTOR, FACTOR, factor, TEXT, N_ ("Factor"),                                                           \
     N_ ("Which of the nine success factors it belongs to; its letter begins the id (PAS 184, 4.6.2)."),               \
     .flags = SL_FIELD_EXPECTED, .max = 120)

#define SL_HEALTH_STATEMENT_FIELDS(F)                                                                                  \
  F (HEALTH_STATEMENT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                     \
  F (HEALTH_STATEMENT, SUB_FACTOR, sub_factor, REF, N_ ("Sub-factor"), N_ ("Where its answers are summed up (F-22)."), \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_HEALTH_SUB_FACTOR)                                                     \
  F (HEALTH_STATEMENT, TEXT, text, TEXT, N_ ("Statement"),                                                             \
     N_ ("Answered from 1, strongly disagree, to 4, strongly agree (PAS 184, annex D)."),                              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)

#define SL_RISK_PROMPT_FIELDS(F)                                                                                       \
  F (RISK_PROMPT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                          \
  F (RISK_PROMPT, TITLE, title, TEXT, N_ ("Risk"), N_ ("Title of the risk it would draft."),                           \
     .flags = SL_FIELD_MANDATORY, .max = 80)                                                                           \
  F (RISK_PROMPT, SUB_FACTOR, sub_factor, REF, N_ ("Sub-factor"),                                                      \
     N_ ("Disagreement with a statement of this sub-factor calls it up (F-23)."), .ref = SL_KIND_HEALTH_SUB_FACTOR)    \
  F (RISK_PROMPT, CATEGORY, category, ENUM, N_ ("Category"), N_ ("Category of the risk it would draft."),              \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_category_enum)                                                          \
  F (RISK_PROMPT, REFS, refs, TEXT, N_ ("References"), N_ ("Clauses and checklists it rests on."), .max = 200)         \
  F (RISK_PROMPT, CAUSE, cause, TEXT, N_ ("Cause"), N_ ("Cause of the risk it would draft."),                          \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (RISK_PROMPT, EVENT, event, TEXT, N_ ("Event"), N_ ("Event of the risk it would draft."),                          \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (RISK_PROMPT, EFFECT, effect, TEXT, N_ ("Effect"), N_ ("Effect of the risk it would draft."),                      \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)

#define SL_CHECKLIST_FIELDS(F)                                                                                         \
  F (CHECKLIST, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                            \
  F (CHECKLIST, TITLE, title, TEXT, N_ ("Checklist"), N_ ("Subject of the checklist (PAS 184, checklists 1 to 11)."),  \
     .flags = SL_FIELD_MANDATORY, .max = 120)                                                                          \
  F (CHECKLIST, REFS, refs, TEXT, N_ ("References"), N_ ("Clauses it belongs to."), .max = 200)

#define SL_CHECKLIST_QUESTION_FIELDS(F)                                                                                \
  F (CHECKLIST_QUESTION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                   \
  F (CHECKLIST_QUESTION, CHECKLIST, checklist, REF, N_ ("Checklist"), N_ ("The checklist it is part of."),             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_CHECKLIST)                                          \
  F (CHECKLIST_QUESTION, REFS, refs, TEXT, N_ ("References"), N_ ("Clauses and entries it rests on."), .max = 200)     \
  F (CHECKLIST_QUESTION, STANCE, stance, ENUM, N_ ("Stance"),                                                          \
     N_ ("Something to do, or something to avoid; “yes” is the good answer either way."), .flags = SL_FIELD_MANDATORY, \
     .tokens = &sl_stance_enum, .initial = SL_STANCE_DO)                                                               \
  F (CHECKLIST_QUESTION, TEXT, text, TEXT, N_ ("Question"),                                                            \
     N_ ("Answered yes, partly, no or not relevant, again at each gate (PAS 184, 3.2)."),                              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)
