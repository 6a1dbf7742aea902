/* sl-fields-map.h: fields of the benefit map and its evidence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_EVIDENCE_FIELDS(F)                                                                                          \
  F (EVIDENCE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                             \
  F (EVIDENCE, TITLE, title, TEXT, N_ ("Evidence"), N_ ("What it shows, in one line."), .flags = SL_FIELD_MANDATORY,   \
     .max = 160)                                                                                                       \
  F (EVIDENCE, KIND, kind, ENUM, N_ ("Kind"), N_ ("A comparison case counts as grade 2 at most (F-15)."),              \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_evidence_kind_enum)                                                     \
  F (EVIDENCE, REFERENCE, reference, TEXT, N_ ("Reference"),                                                           \
     N_ ("Where it is to be found: file, register number or link."), .flags = SL_FIELD_EXPECTED, .max = 500)           \
  F (EVIDENCE, DATED, dated, DATE, N_ ("Dated"), N_ ("Its age is counted from this day (INV-17)."),                    \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (EVIDENCE, VALID_DAYS, valid_days, INT, N_ ("Valid for days"), N_ ("How long it supports a rating (INV-17)."),     \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 3650, .initial = 180)                                               \
  F (EVIDENCE, HOLDER, holder, TEXT, N_ ("Holder"), N_ ("Who keeps it."), .flags = SL_FIELD_PERSONAL, .max = 120)      \
  F (EVIDENCE, NOTE, note, TEXT, N_ ("Note"), N_ ("Place, year and range of a comparison, or what limits it."),        \
     .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_MAP_NODE_FIELDS(F)                                                                                          \
  F (MAP_NODE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                             \
  F (MAP_NODE, TYPE, type, ENUM, N_ ("Type"),                                                                          \
     N_ ("Investment, enabler, business change, intermediate outcome, end outcome, strategic purpose (PAS 184, 5.2.2)."), \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_node_type_enum)                                                        \
  F (MAP_NODE, TITLE, title, TEXT, N_ ("Title"),                                                                       \
     N_ ("Outcomes begin with a change word: fewer, faster, more (F-16)."), .flags = SL_FIELD_MANDATORY, .max = 500)   \
  F (MAP_NODE, DESCRIPTION, description, TEXT, N_ ("Description"), N_ ("What it is and how one would see it."),        \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (MAP_NODE, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: shared by all projects."), .ref = SL_KIND_PROJECT)   \
  F (MAP_NODE, OWNER, owner, REF, N_ ("Owner"),                                                                        \
     N_ ("One named person; an end outcome must have one (M5, PAS 184, 5.4.2)."),                                      \
     .flags = SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                                                 \
  F (MAP_NODE, STATUS, status, ENUM, N_ ("Status"), N_ ("A dropped node exists for no formula (domain 2.1)."),         \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_node_status_enum, .initial = SL_NODE_STATUS_PLANNED)                   \
  F (MAP_NODE, PLANNED, planned, DATE, N_ ("Planned"), N_ ("The day promised; slip is counted from it (F-13)."),       \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (MAP_NODE, FORECAST, forecast, DATE, N_ ("Forecast"), N_ ("The day now expected (F-13)."))                         \
  F (MAP_NODE, ACTUAL, actual, DATE, N_ ("Actual"), N_ ("The day it was delivered, adopted or achieved."))             \
  F (MAP_NODE, BUDGET, budget, MONEY, N_ ("Budget"), N_ ("Of an investment; gives the funded line of sight (F-14)."),  \
     .max = SL_NUMBER_MAX)                                                                                             \
  F (MAP_NODE, DOMAIN, domain, ENUM, N_ ("Domain"), N_ ("Kind of value an outcome has (PAS 184, 4.2.3)."),             \
     .tokens = &sl_value_domain_enum)                                                                                  \
  F (MAP_NODE, POLARITY, polarity, ENUM, N_ ("Polarity"),                                                              \
     N_ ("A negative outcome is a harm to be kept below a ceiling (domain 2.4)."), .flags = SL_FIELD_MANDATORY,        \
     .tokens = &sl_polarity_enum, .initial = SL_POLARITY_POSITIVE)                                                     \
  F (MAP_NODE, RISK_CONSIDERED, risk_considered, BOOL, N_ ("Risks considered"),                                        \
     N_ ("Risks were looked for, and there are none (PAS 184, 5.2.4)."))                                               \
  F (MAP_NODE, X, x, INT, N_ ("Across"), N_ ("Where it was put by hand on the map."), .flags = SL_FIELD_QUIET,         \
     .min = -1000000, .max = 1000000)                                                                                  \
  F (MAP_NODE, Y, y, INT, N_ ("Down"), N_ ("Where it was put by hand on the map."), .flags = SL_FIELD_QUIET,           \
     .min = -1000000, .max = 1000000)

#define SL_MAP_EDGE_FIELDS(F)                                                                                          \
  F (MAP_EDGE, FROM, from, REF, N_ ("From"), N_ ("What brings the other about."),                                      \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_MAP_NODE)                                           \
  F (MAP_EDGE, TO, to, REF, N_ ("To"), N_ ("What it helps to bring about (domain 2.4)."),                              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_MAP_NODE)                            \
  F (MAP_EDGE, WEIGHT, weight, ENUM, N_ ("Weight"),                                                                    \
     N_ ("Essential: without it the other fails. Essential links pass a risk on whole, contributing ones a level lower (F-25a)."), \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_link_weight_enum, .initial = SL_LINK_WEIGHT_CONTRIBUTING)              \
  F (MAP_EDGE, EVIDENCE, evidence, INT, N_ ("Evidence"),                                                               \
     N_ ("0 none, 1 assumption, 2 expert view or comparable case, 3 measured in our alpha or beta, 4 proven here (F-15)."), \
     .flags = SL_FIELD_MANDATORY, .max = 4)                                                                            \
  F (MAP_EDGE, RATIONALE, rationale, TEXT, N_ ("Rationale"), N_ ("Why the one leads to the other (PAS 184, 5.2.2)."),  \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 1000)

#define SL_EDGE_EVIDENCE_FIELDS(F)                                                                                     \
  F (EDGE_EVIDENCE, EDGE, edge, REF, N_ ("Map link"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,             \
     .ref = SL_KIND_MAP_EDGE)                                                                                          \
  F (EDGE_EVIDENCE, EVIDENCE, evidence, REF, N_ ("Evidence"), N_ ("What supports the grade given."),                   \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_EVIDENCE)
