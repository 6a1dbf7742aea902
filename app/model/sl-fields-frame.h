/* sl-fields-frame.h: fields of the frame: programme, people, settings, projects, appetite.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_PROGRAMME_FIELDS(F)                                                                                         \
  F (PROGRAMME, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                            \
  F (PROGRAMME, IDENTITY, identity, TEXT, N_ ("Identity"),                                                             \
     N_ ("A random UUID that tells this programme from every other; copies keep it."),                                 \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_QUIET,                                                    \
     .pattern = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")                                        \
  F (PROGRAMME, NAME, name, TEXT, N_ ("Name"), N_ ("What the whole programme is called."),                             \
     .flags = SL_FIELD_MANDATORY, .max = 120)                                                                          \
  F (PROGRAMME, CITY, city, TEXT, N_ ("City or body"), N_ ("Whose programme it is."), .flags = SL_FIELD_EXPECTED,      \
     .max = 120)                                                                                                       \
  F (PROGRAMME, VISION, vision, TEXT, N_ ("Vision"),                                                                   \
     N_ ("What residents will notice when it has worked (PAS 184, 4.1.3)."),                                           \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 4000)                                                         \
  F (PROGRAMME, CURRENCY, currency, TEXT, N_ ("Currency"), N_ ("ISO 4217 code, for example GBP."),                     \
     .flags = SL_FIELD_MANDATORY, .pattern = "[A-Z]{3}")                                                               \
  F (PROGRAMME, PRICE_BASE_YEAR, price_base_year, INT, N_ ("Price base year"),                                         \
     N_ ("The year in whose prices money is given."), .flags = SL_FIELD_EXPECTED, .min = 1990, .max = 2100)            \
  F (PROGRAMME, FISCAL_YEAR_START, fiscal_year_start, INT, N_ ("Fiscal year starts in month"),                         \
     N_ ("1 is January; money by year follows it (F-31)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 12,          \
     .initial = 4)                                                                                                     \
  F (PROGRAMME, REPORTING_PERIOD, reporting_period, ENUM, N_ ("Reporting period"),                                     \
     N_ ("How often benefits are reported (F-21)."), .flags = SL_FIELD_MANDATORY, .tokens = &sl_period_enum,           \
     .initial = SL_PERIOD_QUARTER)                                                                                     \
  F (PROGRAMME, CONTINGENCY, contingency, MONEY, N_ ("Contingency"),                                                   \
     N_ ("Money set aside for risks; exposure is held against it (F-7)."))                                             \
  F (PROGRAMME, SETTINGS, settings, REF, N_ ("Settings"),                                                              \
     N_ ("The version of scales and limits in force (domain 2.3)."), .flags = SL_FIELD_EXPECTED | SL_FIELD_QUIET,      \
     .ref = SL_KIND_SETTINGS)                                                                                          \
  F (PROGRAMME, SAMPLE, sample, BOOL, N_ ("Sample"), N_ ("Invented data, for demonstration."),                         \
     .flags = SL_FIELD_QUIET)                                                                                          \
  F (PROGRAMME, FIXED_AS_OF, fixed_as_of, DATE, N_ ("Fixed as-of date"),                                               \
     N_ ("The default effective date of samples and locked files; otherwise it is today."), .flags = SL_FIELD_QUIET)   \
  F (PROGRAMME, CATALOGUE_VERSION, catalogue_version, INT, N_ ("Catalogue version"),                                   \
     N_ ("Edition of the statements, questions and prompts it started with."), .flags = SL_FIELD_QUIET, .min = 1,      \
     .max = 100000)

#define SL_ORGANISATION_FIELDS(F)                                                                                      \
  F (ORGANISATION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                         \
  F (ORGANISATION, NAME, name, TEXT, N_ ("Name"), N_ ("What it is called."), .flags = SL_FIELD_MANDATORY, .max = 120)  \
  F (ORGANISATION, SECTOR, sector, ENUM, N_ ("Sector"), N_ ("Which part of society it stands for."),                   \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_sector_enum)                                                            \
  F (ORGANISATION, ROLE, role, ENUM, N_ ("Role"), N_ ("What it is to this programme."),                                \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_organisation_role_enum)                                                 \
  F (ORGANISATION, JOINED, joined, DATE, N_ ("Joined"), N_ ("Since when it takes part."))                              \
  F (ORGANISATION, OBJECTIVE, objective, TEXT, N_ ("Objective"), N_ ("What it wants from taking part."),               \
     .flags = SL_FIELD_PROSE, .max = 4000)

#define SL_PERSON_FIELDS(F)                                                                                            \
  F (PERSON, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                               \
  F (PERSON, DISPLAY_NAME, display_name, TEXT, N_ ("Name"), N_ ("As it is to be read in registers and reports."),      \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PERSONAL, .max = 120)                                                      \
  F (PERSON, ROLE_TITLE, role_title, TEXT, N_ ("Role"), N_ ("What the person does here."),                             \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PERSONAL, .max = 120)                                                       \
  F (PERSON, ORGANISATION, organisation, REF, N_ ("Organisation"), N_ ("Who employs or sends the person."),            \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_ORGANISATION)                                                          \
  F (PERSON, ACTIVE_FROM, active_from, DATE, N_ ("Active from"),                                                       \
     N_ ("A person can own things from this day to the last one, both included."), .flags = SL_FIELD_EXPECTED)         \
  F (PERSON, ACTIVE_TO, active_to, DATE, N_ ("Active to"), N_ ("Empty: still here."))                                  \
  F (PERSON, SENIOR, senior, BOOL, N_ ("Senior"), N_ ("Has the standing to own an end outcome."))                      \
  F (PERSON, BOARD_MEMBER, board_member, BOOL, N_ ("Board member"),                                                    \
     N_ ("May accept risks above tolerance and override blockers."))                                                   \
  F (PERSON, ACTING_FOR, acting_for, REF, N_ ("Acting for"), N_ ("Standing in for someone closes no owner gap."),      \
     .ref = SL_KIND_PERSON)

#define SL_GRID_PATTERN "[GAR]{5}"

#define SL_SETTINGS_FIELDS(F)                                                                                          \
  F (SETTINGS, VERSION, version, INT, N_ ("Version"), N_ ("Counted from 1; a version never changes (INV-24)."),        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .min = 1, .max = 100000)                                              \
  F (SETTINGS, CHANGED_ON, changed_on, DATE, N_ ("Changed on"), N_ ("Day the version was made."),                      \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (SETTINGS, CHANGED_BY, changed_by, REF, N_ ("Changed by"), N_ ("Who made the version."),                           \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_PERSON)                                                                \
  F (SETTINGS, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why it was changed (domain 2.9)."),                           \
     .flags = SL_FIELD_EXPECTED, .max = 400)                                                                           \
  F (SETTINGS, GRID_1, grid_1, TEXT, N_ ("Grid, probability 1"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_2, grid_2, TEXT, N_ ("Grid, probability 2"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_3, grid_3, TEXT, N_ ("Grid, probability 3"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_4, grid_4, TEXT, N_ ("Grid, probability 4"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_5, grid_5, TEXT, N_ ("Grid, probability 5"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, AVERSE_WANT, averse_want, INT, N_ ("Averse: want"), N_ ("Highest score we want to take (F-9)."),        \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, AVERSE_TOLERATE, averse_tolerate, INT, N_ ("Averse: tolerate"),                                         \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, MINIMAL_WANT, minimal_want, INT, N_ ("Minimal: want"), N_ ("Highest score we want to take (F-9)."),     \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, MINIMAL_TOLERATE, minimal_tolerate, INT, N_ ("Minimal: tolerate"),                                      \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, CAUTIOUS_WANT, cautious_want, INT, N_ ("Cautious: want"), N_ ("Highest score we want to take (F-9)."),  \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, CAUTIOUS_TOLERATE, cautious_tolerate, INT, N_ ("Cautious: tolerate"),                                   \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, OPEN_WANT, open_want, INT, N_ ("Open: want"), N_ ("Highest score we want to take (F-9)."),              \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, OPEN_TOLERATE, open_tolerate, INT, N_ ("Open: tolerate"),                                               \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, EAGER_WANT, eager_want, INT, N_ ("Eager: want"), N_ ("Highest score we want to take (F-9)."),           \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, EAGER_TOLERATE, eager_tolerate, INT, N_ ("Eager: tolerate"),                                            \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, REVIEW_RED, review_red, INT, N_ ("Review interval, Red"), N_ ("Days between reviews (F-11)."),          \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 730)                                                                \
  F (SETTINGS, REVIEW_AMBER, review_amber, INT, N_ ("Review interval, Amber"), N_ ("Days between reviews (F-11)."),    \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 730)                                                                \
  F (SETTINGS, REVIEW_GREEN, review_green, INT, N_ ("Review interval, Green"), N_ ("Days between reviews (F-11)."),    \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 730)                                                                \
  F (SETTINGS, BENEFIT_GREEN_TOLERANCE, benefit_green_tolerance, INT, N_ ("Benefit tolerance, Green"),                 \
     N_ ("Percentage points of planned gain (F-18)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)              \
  F (SETTINGS, BENEFIT_AMBER_TOLERANCE, benefit_amber_tolerance, INT, N_ ("Benefit tolerance, Amber"),                 \
     N_ ("Percentage points of planned gain (F-18)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)              \
  F (SETTINGS, WEIGHT_CRITERIA, weight_criteria, INT, N_ ("Readiness weight, criteria"),                               \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                 \
  F (SETTINGS, WEIGHT_HEALTH, weight_health, INT, N_ ("Readiness weight, health"),                                     \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                 \
  F (SETTINGS, WEIGHT_RISKS, weight_risks, INT, N_ ("Readiness weight, risks"),                                        \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                 \
  F (SETTINGS, WEIGHT_BENEFITS, weight_benefits, INT, N_ ("Readiness weight, benefits"),                               \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                 \
  F (SETTINGS, WEIGHT_SIGHT, weight_sight, INT, N_ ("Readiness weight, line of sight"),                                \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)

#define SL_SCALE_BAND_FIELDS(F)                                                                                        \
  F (SCALE_BAND, SETTINGS, settings, REF, N_ ("Settings"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,        \
     .ref = SL_KIND_SETTINGS)                                                                                          \
  F (SCALE_BAND, SCALE, scale, ENUM, N_ ("Scale"), N_ ("Which scale it is a step of (domain 2.3)."),                   \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .tokens = &sl_scale_enum)                                             \
  F (SCALE_BAND, LEVEL, level, INT, N_ ("Level"), N_ ("1 is lowest."), .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY,     \
     .min = 1, .max = 5)                                                                                               \
  F (SCALE_BAND, LABEL, label, TEXT, N_ ("Meaning"), N_ ("What the step means, in words."),                            \
     .flags = SL_FIELD_MANDATORY, .max = 120)                                                                          \
  F (SCALE_BAND, UPPER, upper, DECIMAL, N_ ("Up to"), N_ ("Upper end of the band in percent, included."),              \
     .min = 0, .max = 1000 * SL_DECIMAL_SCALE)                                                                         \
  F (SCALE_BAND, MID, mid, DECIMAL, N_ ("Midpoint"), N_ ("What formulas use for the band, in percent (F-6, F-25b)."),  \
     .min = 0, .max = 1000 * SL_DECIMAL_SCALE)

#define SL_PROJECT_FIELDS(F)                                                                                           \
  F (PROJECT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                              \
  F (PROJECT, NAME, name, TEXT, N_ ("Name"), N_ ("What the project is called."), .flags = SL_FIELD_MANDATORY,          \
     .max = 120)                                                                                                       \
  F (PROJECT, PURPOSE, purpose, TEXT, N_ ("Purpose"), N_ ("Which problem of whom it solves."),                         \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 4000)                                                         \
  F (PROJECT, PHASE, phase, ENUM, N_ ("Phase"), N_ ("Moves only by a gate decision (INV-15)."),                        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_QUIET, .tokens = &sl_phase_enum, .initial = SL_PHASE_NOT_STARTED)          \
  F (PROJECT, STATUS, status, ENUM, N_ ("Status"), N_ ("Active, gate pending, paused or closed (domain 2.6)."),        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_QUIET, .tokens = &sl_project_status_enum,                                  \
     .initial = SL_PROJECT_STATUS_ACTIVE)                                                                              \
  F (PROJECT, BUDGET, budget, MONEY, N_ ("Budget"), N_ ("All the money it may spend."), .flags = SL_FIELD_EXPECTED)    \
  F (PROJECT, SRO, sro, REF, N_ ("Senior responsible owner"),                                                          \
     N_ ("The one leader who answers for it (PAS 184, 4.1.3)."), .flags = SL_FIELD_EXPECTED | SL_FIELD_OWNER,          \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (PROJECT, MANAGER, manager, REF, N_ ("Manager"), N_ ("Who runs it day by day."),                                   \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                                               \
  F (PROJECT, SIGNIFICANT_COMMITMENT_DATE, significant_commitment_date, DATE, N_ ("Significant commitment"),           \
     N_ ("Day on which the big money is to be committed (PAS 184, 4.6.2)."))                                           \
  F (PROJECT, STARTED, started, DATE, N_ ("Started"), N_ ("First day of work on it."))                                 \
  F (PROJECT, PHASE_SINCE, phase_since, DATE, N_ ("In this phase since"), N_ ("Day its phase began (domain 2.6)."),    \
     .flags = SL_FIELD_QUIET)

#define SL_APPETITE_FIELDS(F)                                                                                          \
  F (APPETITE, SCOPE, scope, ENUM, N_ ("Scope"), N_ ("The programme’s own, or a stakeholder’s (F-9)."),                \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_scope_enum, .initial = SL_SCOPE_PROGRAMME)                             \
  F (APPETITE, STAKEHOLDER, stakeholder, REF, N_ ("Stakeholder"),                                                      \
     N_ ("Whose appetite it is, where not the programme's."),                                                          \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
  F (APPETITE, CATEGORY, category, ENUM, N_ ("Category"), N_ ("Risks of this category it speaks of (F-9)."),           \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_category_enum)                                                         \
  F (APPETITE, LEVEL, level, ENUM, N_ ("Appetite"),                                                                    \
     N_ ("The strictest of programme and sufferer applies (F-9); not set takes back what was stated."),                \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_REASON, .tokens = &sl_appetite_level_enum)                                 \
  F (APPETITE, APPROVED_BY, approved_by, REF, N_ ("Approved by"), N_ ("Who agreed to it."),                            \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_PERSON)                                                                \
  F (APPETITE, DATE, date, DATE, N_ ("Date"), N_ ("From this day on it counts; the latest one does (F-9)."),           \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                                                                     \
  F (APPETITE, REVIEW_DATE, review_date, DATE, N_ ("Review date"), N_ ("When to look at it again."),                   \
     .flags = SL_FIELD_EXPECTED)
