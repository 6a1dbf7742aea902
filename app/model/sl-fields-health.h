/* sl-fields-health.h: fields of health rounds and of answers to checklists and prompts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_HEALTH_ROUND_FIELDS(F)                                                                                      \
  F (HEALTH_ROUND, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                         \
  F (HEALTH_ROUND, PROJECT, project, REF, N_ ("Project"), N_ ("The project asked about."),                             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_PROJECT)                                            \
  F (HEALTH_ROUND, DATE, date, DATE, N_ ("Date"), N_ ("Day of the round (domain 2.1)."),                               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)

#define SL_HEALTH_ANSWER_FIELDS(F)                                                                                     \
  F (HEALTH_ANSWER, ROUND, round, REF, N_ ("Health round"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,       \
     .ref = SL_KIND_HEALTH_ROUND)                                                                                      \
  F (HEALTH_ANSWER, STATEMENT, statement, REF, N_ ("Health statement"), N_ ("What was answered."),                     \
     .flags = SL_FIELD_MANDATORY, .ref = SL_KIND_HEALTH_STATEMENT)                                                     \
  F (HEALTH_ANSWER, RESPONDENT, respondent, TEXT, N_ ("Respondent"), N_ ("Who answered; a role will do."),             \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PERSONAL, .max = 120)                                                       \
  F (HEALTH_ANSWER, GROUP, group, TEXT, N_ ("Group"), N_ ("Answers of groups are set side by side (F-23)."),           \
     .flags = SL_FIELD_EXPECTED, .max = 80)                                                                            \
  F (HEALTH_ANSWER, VALUE, value, INT, N_ ("Answer"),                                                                  \
     N_ ("1 strongly disagree to 4 strongly agree; empty: no answer (F-22)."), .min = 1, .max = 4)                     \
  F (HEALTH_ANSWER, COMMENT, comment, TEXT, N_ ("Comment"), N_ ("What lies behind the answer."),                       \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (HEALTH_ANSWER, DATE, date, DATE, N_ ("Date"), N_ ("Day of the answer; the round says from when it counts."),      \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_TRIGGER_DISPOSITION_FIELDS(F)                                                                               \
  F (TRIGGER_DISPOSITION, ROUND, round, REF, N_ ("Health round"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, \
     .ref = SL_KIND_HEALTH_ROUND)                                                                                      \
  F (TRIGGER_DISPOSITION, STATEMENT, statement, REF, N_ ("Health statement"),                                          \
     N_ ("The statement somebody disagreed with (F-23)."), .flags = SL_FIELD_MANDATORY,                                \
     .ref = SL_KIND_HEALTH_STATEMENT)                                                                                  \
  F (TRIGGER_DISPOSITION, DISPOSITION, disposition, ENUM, N_ ("Disposition"),                                          \
     N_ ("Linked to a risk, made one, or dismissed with a reason (F-23)."), .flags = SL_FIELD_MANDATORY,               \
     .tokens = &sl_trigger_outcome_enum)                                                                               \
  F (TRIGGER_DISPOSITION, RISK, risk, REF, N_ ("Risk"), N_ ("The risk it was linked to or became."),                   \
     .ref = SL_KIND_RISK)                                                                                              \
  F (TRIGGER_DISPOSITION, REASON, reason, TEXT, N_ ("Reason"), N_ ("Needed to dismiss it (domain 2.9)."),              \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (TRIGGER_DISPOSITION, BY, by, REF, N_ ("By"), N_ ("Who decided so."),                                              \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON)                                              \
  F (TRIGGER_DISPOSITION, DATE, date, DATE, N_ ("Date"), N_ ("From this day on it counts."),                           \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_CHECKLIST_ANSWER_FIELDS(F)                                                                                  \
  F (CHECKLIST_ANSWER, QUESTION, question, REF, N_ ("Checklist question"), NULL,                                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_CHECKLIST_QUESTION)                                 \
  F (CHECKLIST_ANSWER, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."),                      \
     .ref = SL_KIND_PROJECT)                                                                                           \
  F (CHECKLIST_ANSWER, GATE, gate, REF, N_ ("At gate"), N_ ("The gate for which it was answered."),                    \
     .ref = SL_KIND_GATE)                                                                                              \
  F (CHECKLIST_ANSWER, REPLY, reply, ENUM, N_ ("Answer"), N_ ("Not relevant needs a note."),                           \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_checklist_reply_enum)                                                  \
  F (CHECKLIST_ANSWER, NOTE, note, TEXT, N_ ("Note"), N_ ("What lies behind the answer."), .flags = SL_FIELD_PROSE,    \
     .max = 2000)                                                                                                      \
  F (CHECKLIST_ANSWER, EVIDENCE, evidence, REF, N_ ("Evidence"), N_ ("What supports it."), .ref = SL_KIND_EVIDENCE)    \
  F (CHECKLIST_ANSWER, BY, by, REF, N_ ("By"), N_ ("Who answered."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,     \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (CHECKLIST_ANSWER, DATE, date, DATE, N_ ("Date"), N_ ("The latest answer counts (PAS 184, 3.2)."),                 \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_PROMPT_DISPOSITION_FIELDS(F)                                                                                \
  F (PROMPT_DISPOSITION, PROMPT, prompt, REF, N_ ("Risk prompt"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, \
     .ref = SL_KIND_RISK_PROMPT)                                                                                       \
  F (PROMPT_DISPOSITION, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."),                    \
     .ref = SL_KIND_PROJECT)                                                                                           \
  F (PROMPT_DISPOSITION, DISPOSITION, disposition, ENUM, N_ ("Disposition"),                                           \
     N_ ("Taken as a risk, or dismissed with a reason."), .flags = SL_FIELD_MANDATORY,                                 \
     .tokens = &sl_prompt_outcome_enum)                                                                                \
  F (PROMPT_DISPOSITION, RISK, risk, REF, N_ ("Risk"), N_ ("The risk it became."), .ref = SL_KIND_RISK)                \
  F (PROMPT_DISPOSITION, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why it was dismissed."), .flags = SL_FIELD_PROSE,   \
     .max = 2000)                                                                                                      \
  F (PROMPT_DISPOSITION, BY, by, REF, N_ ("By"), N_ ("Who decided so."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR, \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (PROMPT_DISPOSITION, DATE, date, DATE, N_ ("Date"), N_ ("Day of the decision."),                                   \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)
