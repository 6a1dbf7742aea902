/* sl-fields-practice.h: fields of engagement, lessons, seals and what people save.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

/* A pack has at most this many characters, some 7 MiB compressed: XML readers refuse texts over 10 MB. */
#define SL_SEAL_PACK_MAX 9900000

#define SL_ENGAGEMENT_FIELDS(F)                                                                                        \
  F (ENGAGEMENT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                           \
  F (ENGAGEMENT, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)    \
  F (ENGAGEMENT, TITLE, title, TEXT, N_ ("Event"), N_ ("What took place, in one line."), .flags = SL_FIELD_MANDATORY,  \
     .max = 160)                                                                                                       \
  F (ENGAGEMENT, SIDE, side, ENUM, N_ ("With"), N_ ("Both sides belong in the programme (PAS 184, 4.3.3)."),           \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_engagement_side_enum, .initial = SL_ENGAGEMENT_SIDE_CUSTOMERS)         \
  F (ENGAGEMENT, DATE, date, DATE, N_ ("Date"),                                                                        \
     N_ ("Older than 90 days the last one is stale (PAS 184, checklist 5)."), .flags = SL_FIELD_EXPECTED)              \
  F (ENGAGEMENT, SEGMENTS, segments, TEXT, N_ ("Segments"), N_ ("Which groups were reached."), .max = 400)             \
  F (ENGAGEMENT, ATTENDANCE, attendance, INT, N_ ("People"), N_ ("How many took part."), .max = 1000000)               \
  F (ENGAGEMENT, COST, cost, MONEY, N_ ("Cost"), N_ ("What it cost (PAS 184, 4.3.3)."), .max = SL_NUMBER_MAX)          \
  F (ENGAGEMENT, LEAD, lead, REF, N_ ("Lead"), N_ ("Who ran it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_OWNER,        \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (ENGAGEMENT, FEEDBACK_ON, feedback_on, DATE, N_ ("Feedback given on"),                                             \
     N_ ("Day people were told what became of their words."))                                                          \
  F (ENGAGEMENT, FEEDBACK, feedback, TEXT, N_ ("Feedback"), N_ ("What people were told."), .flags = SL_FIELD_PROSE,    \
     .max = 2000)

#define SL_LESSON_FIELDS(F)                                                                                            \
  F (LESSON, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                               \
  F (LESSON, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)        \
  F (LESSON, TITLE, title, TEXT, N_ ("Lesson"), N_ ("What was tried or learned, in one line."),                        \
     .flags = SL_FIELD_MANDATORY, .max = 160)                                                                          \
  F (LESSON, RESULT, result, ENUM, N_ ("Result"), N_ ("An idea dropped is learning too (PAS 184, 3.3)."),              \
     .tokens = &sl_lesson_result_enum)                                                                                 \
  F (LESSON, STORY, story, TEXT, N_ ("Story"), N_ ("What happened and what follows."), .flags = SL_FIELD_PROSE,        \
     .max = 4000)                                                                                                      \
  F (LESSON, DATE, date, DATE, N_ ("Date"), N_ ("Day it was recorded."), .flags = SL_FIELD_EXPECTED)                   \
  F (LESSON, PUBLISHED_ON, published_on, DATE, N_ ("Published on"), N_ ("Day it was shared (PAS 184, checklist 4)."))  \
  F (LESSON, BY, by, REF, N_ ("By"), N_ ("Who recorded it."), .ref = SL_KIND_PERSON)

#define SL_RECOMMENDATION_LINK_FIELDS(F)                                                                               \
  F (RECOMMENDATION_LINK, RECOMMENDATION, recommendation, TEXT, N_ ("Recommendation"),                                 \
     N_ ("Component and number, for example B3.2 (PAS 184, annex A)."), .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY,    \
     .pattern = "[ABC][1-6]?[.][1-9][0-9]?")                                                                           \
  F (RECOMMENDATION_LINK, SUBJECT, subject, TEXT, N_ ("Record"), N_ ("Id of the record that shows it."),               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 40)                                                            \
  F (RECOMMENDATION_LINK, NOTE, note, TEXT, N_ ("Note"), N_ ("How it shows it."), .flags = SL_FIELD_PROSE,             \
     .max = 2000)

#define SL_SEAL_FIELDS(F)                                                                                              \
  F (SEAL, REVIEW, review, REF, N_ ("Decision"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT,   \
     .ref = SL_KIND_GATE_REVIEW)                                                                                       \
  F (SEAL, DATE, date, DATE, N_ ("Date"), N_ ("Day it was sealed."), .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)     \
  F (SEAL, HEAD_SEQ, head_seq, INT, N_ ("History number"), N_ ("Number of the last change the board saw."),            \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = G_MAXINT32)                                                         \
  F (SEAL, HEAD_HASH, head_hash, TEXT, N_ ("History head"), N_ ("Chain value up to that change (INV-25)."),            \
     .flags = SL_FIELD_MANDATORY, .pattern = "[0-9a-f]{64}")                                                           \
  F (SEAL, STATE_DIGEST, state_digest, TEXT, N_ ("State digest"), N_ ("Digest of all records as the board saw them."), \
     .flags = SL_FIELD_MANDATORY, .pattern = "[0-9a-f]{64}")                                                           \
  F (SEAL, SETTINGS_VERSION, settings_version, INT, N_ ("Settings version"), N_ ("Scales and limits in force."),       \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 100000)                                                             \
  F (SEAL, PACK, pack, TEXT, N_ ("Gate pack"), N_ ("The gate pack as shown, compressed, in base 64."),                 \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = SL_SEAL_PACK_MAX)

#define SL_SAVED_VIEW_FIELDS(F)                                                                                        \
  F (SAVED_VIEW, NAME, name, TEXT, N_ ("Name"), N_ ("What people call it."),                                           \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 80)                                                            \
  F (SAVED_VIEW, CONTENT, content, TEXT, N_ ("Content"),                                                               \
     N_ ("Page, columns, filter and order, as the program keeps them."),                                               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE | SL_FIELD_QUIET, .max = 20000)

#define SL_REPORT_PRESET_FIELDS(F)                                                                                     \
  F (REPORT_PRESET, NAME, name, TEXT, N_ ("Name"), N_ ("What people call it."),                                        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 80)                                                            \
  F (REPORT_PRESET, CONTENT, content, TEXT, N_ ("Content"),                                                            \
     N_ ("Report, scope and formats, as the program keeps them."),                                                     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE | SL_FIELD_QUIET, .max = 20000)

#define SL_IMPORT_MAPPING_FIELDS(F)                                                                                    \
  F (IMPORT_MAPPING, NAME, name, TEXT, N_ ("Name"), N_ ("What people call it."),                                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 80)                                                            \
  F (IMPORT_MAPPING, CONTENT, content, TEXT, N_ ("Content"),                                                           \
     N_ ("Which column fills which field, as the program keeps it."),                                                  \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE | SL_FIELD_QUIET, .max = 20000)
