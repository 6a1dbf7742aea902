/* sl-kinds.h: every kind of record, its fields and its tokens, declared once (domain.md 2.2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One X-macro per enumeration and per kind. A field line reads
 *
 *   F (KIND, ID, member, TYPE, label, help, designated initialisers of SlField ...)
 *
 * and becomes a member of the struct, an index SL_<KIND>_<ID> and a row of the field table. To add a field, add its line
 * and a migration in resources/sql.
 */
#pragma once

#include "model/sl-kind.h"
#include "model/sl-record.h"

G_BEGIN_DECLS

/* --- Enumerations: V (CONSTANT, token, label) ------------------------------------------------------------------ */

#define SL_PERIOD_VALUES(V)                                                                                            \
  V (MONTH, "month", N_ ("Month"))                                                                                     \
  V (QUARTER, "quarter", N_ ("Quarter"))

#define SL_PHASE_VALUES(V)                                                                                             \
  V (NOT_STARTED, "not_started", N_ ("Not started"))                                                                   \
  V (DISCOVERY, "discovery", N_ ("Discovery"))                                                                         \
  V (ALPHA, "alpha", N_ ("Alpha"))                                                                                     \
  V (BETA_PRIVATE, "beta_private", N_ ("Private beta"))                                                                \
  V (BETA_PUBLIC, "beta_public", N_ ("Public beta"))                                                                   \
  V (LIVE, "live", N_ ("Live"))                                                                                        \
  V (RETIREMENT, "retirement", N_ ("Retirement"))                                                                      \
  V (RETIRED, "retired", N_ ("Retired"))                                                                               \
  V (STOPPED, "stopped", N_ ("Stopped"))

#define SL_PROJECT_STATUS_VALUES(V)                                                                                    \
  V (ACTIVE, "active", N_ ("Active"))                                                                                  \
  V (GATE_PENDING, "gate_pending", N_ ("Gate pending"))                                                                \
  V (PAUSED, "paused", N_ ("Paused"))                                                                                  \
  V (CLOSED, "closed", N_ ("Closed"))

#define SL_SECTOR_VALUES(V)                                                                                            \
  V (PUBLIC, "public", N_ ("Public"))                                                                                  \
  V (PRIVATE, "private", N_ ("Private"))                                                                               \
  V (VOLUNTARY, "voluntary", N_ ("Voluntary"))                                                                         \
  V (ACADEMIC, "academic", N_ ("Academic"))                                                                            \
  V (CITIZENS, "citizens", N_ ("Citizens"))                                                                            \
  V (REGULATOR, "regulator", N_ ("Regulator"))

#define SL_ORGANISATION_ROLE_VALUES(V)                                                                                 \
  V (SPONSOR, "sponsor", N_ ("Sponsor"))                                                                               \
  V (PARTNER, "partner", N_ ("Partner"))                                                                               \
  V (INTEGRATOR, "integrator", N_ ("Integrator"))                                                                      \
  V (SUPPLIER, "supplier", N_ ("Supplier"))                                                                            \
  V (USER_GROUP, "user_group", N_ ("User group"))                                                                      \
  V (REGULATOR, "regulator", N_ ("Regulator"))

#define SL_SCALE_VALUES(V)                                                                                             \
  V (PROBABILITY, "probability", N_ ("Probability"))                                                                   \
  V (COST, "cost", N_ ("Cost"))                                                                                        \
  V (TIME, "time", N_ ("Time"))                                                                                        \
  V (BENEFIT, "benefit", N_ ("Benefit lost"))                                                                          \
  V (TRUST, "trust", N_ ("Trust and reputation"))                                                                      \
  V (SAFETY_SECURITY, "safety_security", N_ ("Safety, security, privacy"))

#define SL_SCOPE_VALUES(V)                                                                                             \
  V (PROGRAMME, "programme", N_ ("Programme"))                                                                         \
  V (STAKEHOLDER, "stakeholder", N_ ("Stakeholder"))

#define SL_APPETITE_LEVEL_VALUES(V)                                                                                    \
  V (AVERSE, "averse", N_ ("Averse"))                                                                                  \
  V (MINIMAL, "minimal", N_ ("Minimal"))                                                                               \
  V (CAUTIOUS, "cautious", N_ ("Cautious"))                                                                            \
  V (OPEN, "open", N_ ("Open"))                                                                                        \
  V (EAGER, "eager", N_ ("Eager"))

#define SL_CATEGORY_VALUES(V)                                                                                          \
  V (STRATEGY, "strategy", N_ ("Strategy"))                                                                            \
  V (GOVERNANCE, "governance", N_ ("Governance"))                                                                      \
  V (OPERATIONS, "operations", N_ ("Operations"))                                                                      \
  V (LEGAL, "legal", N_ ("Legal"))                                                                                     \
  V (PROPERTY, "property", N_ ("Property"))                                                                            \
  V (FINANCIAL, "financial", N_ ("Financial"))                                                                         \
  V (COMMERCIAL, "commercial", N_ ("Commercial"))                                                                      \
  V (PEOPLE, "people", N_ ("People"))                                                                                  \
  V (TECHNOLOGY, "technology", N_ ("Technology"))                                                                      \
  V (INFORMATION, "information", N_ ("Information"))                                                                   \
  V (SECURITY, "security", N_ ("Security"))                                                                            \
  V (PROJECT_PROGRAMME, "project_programme", N_ ("Project or programme"))                                              \
  V (REPUTATIONAL, "reputational", N_ ("Reputational"))                                                                \
  V (DATA_PRIVACY, "data_privacy", N_ ("Data and privacy"))                                                            \
  V (DEPENDENCY, "dependency", N_ ("Dependency"))

#define SL_RISK_KIND_VALUES(V)                                                                                         \
  V (THREAT, "threat", N_ ("Threat"))                                                                                  \
  V (OPPORTUNITY, "opportunity", N_ ("Opportunity"))

#define SL_RISK_STATE_VALUES(V)                                                                                        \
  V (DRAFT, "draft", N_ ("Draft"))                                                                                     \
  V (OPEN, "open", N_ ("Open"))                                                                                        \
  V (TREATING, "treating", N_ ("Treating"))                                                                            \
  V (TOLERATED, "tolerated", N_ ("Tolerated"))                                                                         \
  V (OCCURRED, "occurred", N_ ("Occurred"))                                                                            \
  V (CLOSED, "closed", N_ ("Closed"))

#define SL_RESPONSE_VALUES(V)                                                                                          \
  V (AVOID, "avoid", N_ ("Avoid"))                                                                                     \
  V (REDUCE, "reduce", N_ ("Reduce"))                                                                                  \
  V (TRANSFER, "transfer", N_ ("Transfer"))                                                                            \
  V (SHARE, "share", N_ ("Share"))                                                                                     \
  V (ACCEPT, "accept", N_ ("Accept"))                                                                                  \
  V (PREPARE, "prepare", N_ ("Prepare"))                                                                               \
  V (EXPLOIT, "exploit", N_ ("Exploit"))                                                                               \
  V (ENHANCE, "enhance", N_ ("Enhance"))                                                                               \
  V (REJECT, "reject", N_ ("Reject"))

#define SL_CONFIDENTIALITY_VALUES(V)                                                                                   \
  V (OPEN, "open", N_ ("Open"))                                                                                        \
  V (BOARD, "board", N_ ("Board"))                                                                                     \
  V (RESTRICTED, "restricted", N_ ("Restricted"))

#define SL_ESCALATION_LEVEL_VALUES(V)                                                                                  \
  V (PROJECT, "project", N_ ("Project"))                                                                               \
  V (PROGRAMME, "programme", N_ ("Programme"))                                                                         \
  V (BOARD, "board", N_ ("Board"))                                                                                     \
  V (CORPORATE, "corporate", N_ ("Corporate"))

#define SL_CLOSE_REASON_VALUES(V)                                                                                      \
  V (WINDOW_PASSED, "window_passed", N_ ("Window passed"))                                                             \
  V (AVOIDED, "avoided", N_ ("Avoided"))                                                                               \
  V (WITHIN_APPETITE, "within_appetite", N_ ("Within appetite"))                                                       \
  V (TRANSFERRED, "transferred", N_ ("Transferred"))                                                                   \
  V (DUPLICATE, "duplicate", N_ ("Duplicate"))                                                                         \
  V (PROJECT_CLOSED, "project_closed", N_ ("Project closed"))                                                          \
  V (ERROR, "error", N_ ("Entered in error"))

#define SL_ASSESSMENT_TYPE_VALUES(V)                                                                                   \
  V (INHERENT, "inherent", N_ ("Inherent"))                                                                            \
  V (CURRENT, "current", N_ ("Current"))                                                                               \
  V (TARGET, "target", N_ ("Target"))

#define SL_CONFIDENCE_VALUES(V)                                                                                        \
  V (LOW, "low", N_ ("Low"))                                                                                           \
  V (MEDIUM, "medium", N_ ("Medium"))                                                                                  \
  V (HIGH, "high", N_ ("High"))

#define SL_REVIEW_OUTCOME_VALUES(V)                                                                                    \
  V (NO_CHANGE, "no_change", N_ ("No change"))                                                                         \
  V (RESCORED, "rescored", N_ ("Rescored"))                                                                            \
  V (ESCALATED, "escalated", N_ ("Escalated"))                                                                         \
  V (CLOSED, "closed", N_ ("Closed"))

#define SL_ACTION_STATE_VALUES(V)                                                                                      \
  V (PLANNED, "planned", N_ ("Planned"))                                                                               \
  V (IN_PROGRESS, "in_progress", N_ ("In progress"))                                                                   \
  V (BLOCKED, "blocked", N_ ("Blocked"))                                                                               \
  V (DONE, "done", N_ ("Done"))                                                                                        \
  V (VERIFIED, "verified", N_ ("Verified"))                                                                            \
  V (CANCELLED, "cancelled", N_ ("Cancelled"))

#define SL_NEW_RISK_VALUES(V)                                                                                          \
  V (UNKNOWN, "unknown", N_ ("Not answered"))                                                                          \
  V (NO, "no", N_ ("No"))                                                                                              \
  V (YES, "yes", N_ ("Yes"))

/* E (PREFIX, variable) */
#define SL_ENUMS(E)                                                                                                    \
  E (PERIOD, period)                                                                                                   \
  E (PHASE, phase)                                                                                                     \
  E (PROJECT_STATUS, project_status)                                                                                   \
  E (SECTOR, sector)                                                                                                   \
  E (ORGANISATION_ROLE, organisation_role)                                                                             \
  E (SCALE, scale)                                                                                                     \
  E (SCOPE, scope)                                                                                                     \
  E (APPETITE_LEVEL, appetite_level)                                                                                   \
  E (CATEGORY, category)                                                                                               \
  E (RISK_KIND, risk_kind)                                                                                             \
  E (RISK_STATE, risk_state)                                                                                           \
  E (RESPONSE, response)                                                                                               \
  E (CONFIDENTIALITY, confidentiality)                                                                                 \
  E (ESCALATION_LEVEL, escalation_level)                                                                               \
  E (CLOSE_REASON, close_reason)                                                                                       \
  E (ASSESSMENT_TYPE, assessment_type)                                                                                 \
  E (CONFIDENCE, confidence)                                                                                           \
  E (REVIEW_OUTCOME, review_outcome)                                                                                   \
  E (ACTION_STATE, action_state)                                                                                       \
  E (NEW_RISK, new_risk)

/* Constants SL_<PREFIX>_<CONSTANT>, counted from 1. */
#define SL_ENUM_PERIOD_(C, t, l) SL_PERIOD_##C,
#define SL_ENUM_PHASE_(C, t, l) SL_PHASE_##C,
#define SL_ENUM_PROJECT_STATUS_(C, t, l) SL_PROJECT_STATUS_##C,
#define SL_ENUM_SECTOR_(C, t, l) SL_SECTOR_##C,
#define SL_ENUM_ORGANISATION_ROLE_(C, t, l) SL_ORGANISATION_ROLE_##C,
#define SL_ENUM_SCALE_(C, t, l) SL_SCALE_##C,
#define SL_ENUM_SCOPE_(C, t, l) SL_SCOPE_##C,
#define SL_ENUM_APPETITE_LEVEL_(C, t, l) SL_APPETITE_LEVEL_##C,
#define SL_ENUM_CATEGORY_(C, t, l) SL_CATEGORY_##C,
#define SL_ENUM_RISK_KIND_(C, t, l) SL_RISK_KIND_##C,
#define SL_ENUM_RISK_STATE_(C, t, l) SL_RISK_STATE_##C,
#define SL_ENUM_RESPONSE_(C, t, l) SL_RESPONSE_##C,
#define SL_ENUM_CONFIDENTIALITY_(C, t, l) SL_CONFIDENTIALITY_##C,
#define SL_ENUM_ESCALATION_LEVEL_(C, t, l) SL_ESCALATION_LEVEL_##C,
#define SL_ENUM_CLOSE_REASON_(C, t, l) SL_CLOSE_REASON_##C,
#define SL_ENUM_ASSESSMENT_TYPE_(C, t, l) SL_ASSESSMENT_TYPE_##C,
#define SL_ENUM_CONFIDENCE_(C, t, l) SL_CONFIDENCE_##C,
#define SL_ENUM_REVIEW_OUTCOME_(C, t, l) SL_REVIEW_OUTCOME_##C,
#define SL_ENUM_ACTION_STATE_(C, t, l) SL_ACTION_STATE_##C,
#define SL_ENUM_NEW_RISK_(C, t, l) SL_NEW_RISK_##C,
#define SL_ENUM_DECLARE(P, v)                                                                                          \
  enum                                                                                                                 \
  {                                                                                                                    \
    SL_##P##_NONE_ = 0,                                                                                                \
    SL_##P##_VALUES (SL_ENUM_##P##_) SL_##P##_END_                                                                     \
  };                                                                                                                   \
  extern const SlEnum sl_##v##_enum;
SL_ENUMS (SL_ENUM_DECLARE)

/* --- Kinds: K (ID, Struct, token, label, plural, prefix, digits, flags), in the order of the interchange ---------- */

#define SL_KINDS(K)                                                                                                    \
  K (PROGRAMME, SlProgrammeInfo, programme, N_ ("Programme"), N_ ("Programmes"), "PRG-", 3,                            \
     SL_KIND_SINGLE | SL_KIND_SMALL)                                                                                   \
  K (ORGANISATION, SlOrganisation, organisation, N_ ("Organisation"), N_ ("Organisations"), "ORG-", 2, SL_KIND_SMALL)  \
  K (PERSON, SlPerson, person, N_ ("Person"), N_ ("People"), "P-", 2, SL_KIND_SMALL)                                   \
  K (SETTINGS, SlSettings, settings, N_ ("Settings"), N_ ("Settings versions"), NULL, 0,                               \
     SL_KIND_FINAL | SL_KIND_SMALL)                                                                                    \
  K (SCALE_BAND, SlScaleBand, scale_band, N_ ("Scale band"), N_ ("Scale bands"), NULL, 0,                              \
     SL_KIND_FINAL | SL_KIND_SMALL)                                                                                    \
  K (PROJECT, SlProject, project, N_ ("Project"), N_ ("Projects"), "PRJ-", 3, SL_KIND_SMALL)                           \
  K (APPETITE, SlAppetite, appetite, N_ ("Appetite statement"), N_ ("Appetite statements"), NULL, 0,                   \
     SL_KIND_APPEND_ONLY | SL_KIND_SMALL)                                                                              \
  K (RISK, SlRisk, risk, N_ ("Risk"), N_ ("Risks"), "R-", 3, 0)                                                        \
  K (RISK_ASSESSMENT, SlRiskAssessment, risk_assessment, N_ ("Risk assessment"), N_ ("Risk assessments"), NULL, 0,     \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (RISK_REVIEW, SlRiskReview, risk_review, N_ ("Risk review"), N_ ("Risk reviews"), NULL, 0, SL_KIND_APPEND_ONLY)    \
  K (ACTION, SlAction, action, N_ ("Action"), N_ ("Actions"), "A-", 2, 0)                                              \
  K (DUE_MOVE, SlDueMove, due_move, N_ ("Due date move"), N_ ("Due date moves"), NULL, 0, SL_KIND_APPEND_ONLY)

#define SL_KIND_ID(ID, ...) SL_KIND_##ID,
typedef enum
{
  SL_KINDS (SL_KIND_ID) SL_N_KINDS
} SlKindId;

/* --- Fields ------------------------------------------------------------------------------------------------------- */

#define SL_PROGRAMME_FIELDS(F)                                                                                         \
  F (PROGRAMME, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                            \
  F (PROGRAMME, IDENTITY, identity, TEXT, N_ ("Identity"),                                                             \
     N_ ("A random UUID that tells this programme from every other; copies keep it."),                                 \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_FIXED | SL_FIELD_QUIET,                                                    \
     .pattern = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")                                        \
  F (PROGRAMME, NAME, name, TEXT, N_ ("Name"), NULL, .flags = SL_FIELD_MANDATORY, .max = 120)                          \
  F (PROGRAMME, CITY, city, TEXT, N_ ("City or body"), NULL, .flags = SL_FIELD_EXPECTED, .max = 120)                   \
  F (PROGRAMME, VISION, vision, TEXT, N_ ("Vision"),                                                                   \
     N_ ("What residents will notice when it has worked (PAS 184, 4.1.3)."),                                           \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 4000)                                                         \
  F (PROGRAMME, CURRENCY, currency, TEXT, N_ ("Currency"), N_ ("ISO 4217 code, for example GBP."),                     \
     .flags = SL_FIELD_MANDATORY, .pattern = "[A-Z]{3}")                                                               \
  F (PROGRAMME, PRICE_BASE_YEAR, price_base_year, INT, N_ ("Price base year"),                                         \
     N_ ("The year in whose prices money is given."), .flags = SL_FIELD_EXPECTED, .min = 1990, .max = 2100)            \
  F (PROGRAMME, FISCAL_YEAR_START, fiscal_year_start, INT, N_ ("Fiscal year starts in month"), NULL,                   \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 12, .initial = 4)                                                   \
  F (PROGRAMME, REPORTING_PERIOD, reporting_period, ENUM, N_ ("Reporting period"), NULL,                               \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_period_enum, .initial = SL_PERIOD_QUARTER)                             \
  F (PROGRAMME, CONTINGENCY, contingency, MONEY, N_ ("Contingency"),                                                   \
     N_ ("Money set aside for risks; exposure is held against it (F-7)."))                                             \
  F (PROGRAMME, SETTINGS, settings, REF, N_ ("Settings"), NULL, .flags = SL_FIELD_EXPECTED | SL_FIELD_QUIET,           \
     .ref = SL_KIND_SETTINGS)                                                                                          \
  F (PROGRAMME, SAMPLE, sample, BOOL, N_ ("Sample"), N_ ("Invented data, for demonstration."),                         \
     .flags = SL_FIELD_QUIET)                                                                                          \
  F (PROGRAMME, FIXED_AS_OF, fixed_as_of, DATE, N_ ("Fixed as-of date"),                                               \
     N_ ("The default effective date of samples and locked files; otherwise it is today."), .flags = SL_FIELD_QUIET)

#define SL_ORGANISATION_FIELDS(F)                                                                                      \
  F (ORGANISATION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                         \
  F (ORGANISATION, NAME, name, TEXT, N_ ("Name"), NULL, .flags = SL_FIELD_MANDATORY, .max = 120)                       \
  F (ORGANISATION, SECTOR, sector, ENUM, N_ ("Sector"), NULL, .flags = SL_FIELD_EXPECTED, .tokens = &sl_sector_enum)   \
  F (ORGANISATION, ROLE, role, ENUM, N_ ("Role"), N_ ("What it is to this programme."),                                \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_organisation_role_enum)                                                 \
  F (ORGANISATION, JOINED, joined, DATE, N_ ("Joined"), NULL)                                                          \
  F (ORGANISATION, OBJECTIVE, objective, TEXT, N_ ("Objective"), N_ ("What it wants from taking part."),               \
     .flags = SL_FIELD_PROSE, .max = 4000)

#define SL_PERSON_FIELDS(F)                                                                                            \
  F (PERSON, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                               \
  F (PERSON, DISPLAY_NAME, display_name, TEXT, N_ ("Name"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PERSONAL,     \
     .max = 120)                                                                                                       \
  F (PERSON, ROLE_TITLE, role_title, TEXT, N_ ("Role"), NULL, .flags = SL_FIELD_EXPECTED | SL_FIELD_PERSONAL,          \
     .max = 120)                                                                                                       \
  F (PERSON, ORGANISATION, organisation, REF, N_ ("Organisation"), NULL, .flags = SL_FIELD_EXPECTED,                   \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
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
  F (SETTINGS, VERSION, version, INT, N_ ("Version"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1, .max = 100000)      \
  F (SETTINGS, CHANGED_ON, changed_on, DATE, N_ ("Changed on"), NULL, .flags = SL_FIELD_EXPECTED)                      \
  F (SETTINGS, CHANGED_BY, changed_by, REF, N_ ("Changed by"), NULL, .flags = SL_FIELD_EXPECTED,                       \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (SETTINGS, REASON, reason, TEXT, N_ ("Reason"), NULL, .flags = SL_FIELD_EXPECTED, .max = 400)                      \
  F (SETTINGS, GRID_1, grid_1, TEXT, N_ ("Grid, probability 1"),                                                       \
     N_ ("Rating letters for impact 1 to 5: G, A or R (F-2, F-3)."), .flags = SL_FIELD_MANDATORY,                      \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_2, grid_2, TEXT, N_ ("Grid, probability 2"), NULL, .flags = SL_FIELD_MANDATORY,                    \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_3, grid_3, TEXT, N_ ("Grid, probability 3"), NULL, .flags = SL_FIELD_MANDATORY,                    \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_4, grid_4, TEXT, N_ ("Grid, probability 4"), NULL, .flags = SL_FIELD_MANDATORY,                    \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, GRID_5, grid_5, TEXT, N_ ("Grid, probability 5"), NULL, .flags = SL_FIELD_MANDATORY,                    \
     .pattern = SL_GRID_PATTERN)                                                                                       \
  F (SETTINGS, AVERSE_WANT, averse_want, INT, N_ ("Averse: want"), N_ ("Highest score we want to take (F-9)."),        \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, AVERSE_TOLERATE, averse_tolerate, INT, N_ ("Averse: tolerate"),                                         \
     N_ ("Highest score we can put up with (F-9)."), .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                 \
  F (SETTINGS, MINIMAL_WANT, minimal_want, INT, N_ ("Minimal: want"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1,     \
     .max = 25)                                                                                                        \
  F (SETTINGS, MINIMAL_TOLERATE, minimal_tolerate, INT, N_ ("Minimal: tolerate"), NULL,                                \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, CAUTIOUS_WANT, cautious_want, INT, N_ ("Cautious: want"), NULL, .flags = SL_FIELD_MANDATORY,            \
     .min = 1, .max = 25)                                                                                              \
  F (SETTINGS, CAUTIOUS_TOLERATE, cautious_tolerate, INT, N_ ("Cautious: tolerate"), NULL,                             \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)                                                                 \
  F (SETTINGS, OPEN_WANT, open_want, INT, N_ ("Open: want"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1, .max = 25)   \
  F (SETTINGS, OPEN_TOLERATE, open_tolerate, INT, N_ ("Open: tolerate"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1,  \
     .max = 25)                                                                                                        \
  F (SETTINGS, EAGER_WANT, eager_want, INT, N_ ("Eager: want"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1,           \
     .max = 25)                                                                                                        \
  F (SETTINGS, EAGER_TOLERATE, eager_tolerate, INT, N_ ("Eager: tolerate"), NULL, .flags = SL_FIELD_MANDATORY,         \
     .min = 1, .max = 25)                                                                                              \
  F (SETTINGS, REVIEW_RED, review_red, INT, N_ ("Review interval, Red"), N_ ("Days between reviews (F-11)."),          \
     .flags = SL_FIELD_MANDATORY, .min = 1, .max = 730)                                                                \
  F (SETTINGS, REVIEW_AMBER, review_amber, INT, N_ ("Review interval, Amber"), NULL, .flags = SL_FIELD_MANDATORY,      \
     .min = 1, .max = 730)                                                                                             \
  F (SETTINGS, REVIEW_GREEN, review_green, INT, N_ ("Review interval, Green"), NULL, .flags = SL_FIELD_MANDATORY,      \
     .min = 1, .max = 730)                                                                                             \
  F (SETTINGS, BENEFIT_GREEN_TOLERANCE, benefit_green_tolerance, INT, N_ ("Benefit tolerance, Green"),                 \
     N_ ("Percentage points of planned gain (F-18)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)              \
  F (SETTINGS, BENEFIT_AMBER_TOLERANCE, benefit_amber_tolerance, INT, N_ ("Benefit tolerance, Amber"), NULL,           \
     .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                                                                \
  F (SETTINGS, WEIGHT_CRITERIA, weight_criteria, INT, N_ ("Readiness weight, criteria"),                               \
     N_ ("Weights of the readiness index (F-27)."), .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                 \
  F (SETTINGS, WEIGHT_HEALTH, weight_health, INT, N_ ("Readiness weight, health"), NULL,                               \
     .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                                                                \
  F (SETTINGS, WEIGHT_RISKS, weight_risks, INT, N_ ("Readiness weight, risks"), NULL, .flags = SL_FIELD_MANDATORY,     \
     .min = 0, .max = 100)                                                                                             \
  F (SETTINGS, WEIGHT_BENEFITS, weight_benefits, INT, N_ ("Readiness weight, benefits"), NULL,                         \
     .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)                                                                \
  F (SETTINGS, WEIGHT_SIGHT, weight_sight, INT, N_ ("Readiness weight, line of sight"), NULL,                          \
     .flags = SL_FIELD_MANDATORY, .min = 0, .max = 100)

#define SL_SCALE_BAND_FIELDS(F)                                                                                        \
  F (SCALE_BAND, SETTINGS, settings, REF, N_ ("Settings"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,        \
     .ref = SL_KIND_SETTINGS)                                                                                          \
  F (SCALE_BAND, SCALE, scale, ENUM, N_ ("Scale"), NULL, .flags = SL_FIELD_MANDATORY, .tokens = &sl_scale_enum)        \
  F (SCALE_BAND, LEVEL, level, INT, N_ ("Level"), NULL, .flags = SL_FIELD_MANDATORY, .min = 1, .max = 5)               \
  F (SCALE_BAND, LABEL, label, TEXT, N_ ("Meaning"), NULL, .flags = SL_FIELD_MANDATORY, .max = 120)                    \
  F (SCALE_BAND, UPPER, upper, DECIMAL, N_ ("Up to"), N_ ("Upper end of the band in percent, included."),              \
     .min = 0, .max = 1000 * SL_DECIMAL_SCALE)                                                                         \
  F (SCALE_BAND, MID, mid, DECIMAL, N_ ("Midpoint"), N_ ("What formulas use for the band, in percent (F-6, F-25b)."),  \
     .min = 0, .max = 1000 * SL_DECIMAL_SCALE)

#define SL_PROJECT_FIELDS(F)                                                                                           \
  F (PROJECT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                              \
  F (PROJECT, NAME, name, TEXT, N_ ("Name"), NULL, .flags = SL_FIELD_MANDATORY, .max = 120)                            \
  F (PROJECT, PURPOSE, purpose, TEXT, N_ ("Purpose"), N_ ("Which problem of whom it solves."),                         \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 4000)                                                         \
  F (PROJECT, PHASE, phase, ENUM, N_ ("Phase"), N_ ("Moves only by a gate decision (INV-15)."),                        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_QUIET, .tokens = &sl_phase_enum, .initial = SL_PHASE_NOT_STARTED)          \
  F (PROJECT, STATUS, status, ENUM, N_ ("Status"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_QUIET,                 \
     .tokens = &sl_project_status_enum, .initial = SL_PROJECT_STATUS_ACTIVE)                                           \
  F (PROJECT, BUDGET, budget, MONEY, N_ ("Budget"), NULL, .flags = SL_FIELD_EXPECTED)                                  \
  F (PROJECT, SRO, sro, REF, N_ ("Senior responsible owner"),                                                          \
     N_ ("The one leader who answers for it (PAS 184, 4.1.3)."), .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_PERSON)    \
  F (PROJECT, MANAGER, manager, REF, N_ ("Manager"), NULL, .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_PERSON)          \
  F (PROJECT, SIGNIFICANT_COMMITMENT_DATE, significant_commitment_date, DATE, N_ ("Significant commitment"),           \
     N_ ("Day on which the big money is to be committed (PAS 184, 4.6.2)."))

#define SL_APPETITE_FIELDS(F)                                                                                          \
  F (APPETITE, SCOPE, scope, ENUM, N_ ("Scope"), NULL, .flags = SL_FIELD_MANDATORY, .tokens = &sl_scope_enum,          \
     .initial = SL_SCOPE_PROGRAMME)                                                                                    \
  F (APPETITE, STAKEHOLDER, stakeholder, REF, N_ ("Stakeholder"), N_ ("Whose appetite it is, where not the programme's."), \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
  F (APPETITE, CATEGORY, category, ENUM, N_ ("Category"), NULL, .flags = SL_FIELD_MANDATORY,                           \
     .tokens = &sl_category_enum)                                                                                      \
  F (APPETITE, LEVEL, level, ENUM, N_ ("Appetite"), N_ ("The strictest of programme and sufferer applies (F-9)."),     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_REASON, .tokens = &sl_appetite_level_enum)                                 \
  F (APPETITE, APPROVED_BY, approved_by, REF, N_ ("Approved by"), NULL, .flags = SL_FIELD_EXPECTED,                    \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (APPETITE, DATE, date, DATE, N_ ("Date"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                      \
  F (APPETITE, REVIEW_DATE, review_date, DATE, N_ ("Review date"), NULL, .flags = SL_FIELD_EXPECTED)

#define SL_RISK_FIELDS(F)                                                                                              \
  F (RISK, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                                 \
  F (RISK, KIND, kind, ENUM, N_ ("Kind"), N_ ("A threat can hurt, an opportunity can help; they are never mixed in one matrix."), \
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
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON, .ref = SL_KIND_PERSON)                                              \
  F (RISK, SUFFERER, sufferer, REF, N_ ("Sufferer"), N_ ("Who bears the effect; the appetite of both counts (F-9)."),  \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
  F (RISK, STATE, state, ENUM, N_ ("State"), N_ ("Draft, open, treating, tolerated, occurred, closed (domain 2.6)."),  \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_risk_state_enum, .initial = SL_RISK_STATE_DRAFT)                       \
  F (RISK, RESPONSE, response, ENUM, N_ ("Response"), NULL, .tokens = &sl_response_enum)                               \
  F (RISK, EARLIEST_DATE, earliest_date, DATE, N_ ("Could strike from"), N_ ("Gives the proximity (F-8)."))            \
  F (RISK, LATEST_DATE, latest_date, DATE, N_ ("Could strike until"), NULL)                                            \
  F (RISK, TARGET_CLOSURE, target_closure, DATE, N_ ("Target closure"), NULL)                                          \
  F (RISK, NEXT_REVIEW, next_review, DATE, N_ ("Next review"),                                                         \
     N_ ("May bring the review forward, never push it back (F-11, INV-5)."))                                           \
  F (RISK, EARLY_WARNING, early_warning, TEXT, N_ ("Early warning"), N_ ("The sign by which we would see it coming."), \
     .flags = SL_FIELD_PROSE, .max = 2000)                                                                             \
  F (RISK, CONFIDENTIALITY, confidentiality, ENUM, N_ ("Confidentiality"),                                             \
     N_ ("Restricted risks are counted wherever they are left out."), .flags = SL_FIELD_MANDATORY,                     \
     .tokens = &sl_confidentiality_enum, .initial = SL_CONFIDENTIALITY_OPEN)                                           \
  F (RISK, ESCALATION_LEVEL, escalation_level, ENUM, N_ ("Escalated to"), NULL, .flags = SL_FIELD_MANDATORY,           \
     .tokens = &sl_escalation_level_enum, .initial = SL_ESCALATION_LEVEL_PROJECT)                                      \
  F (RISK, PARENT_RISK, parent_risk, REF, N_ ("Part of"), N_ ("A programme risk that this one feeds."),                \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK, CAUSED_BY_ACTION, caused_by_action, REF, N_ ("Caused by action"),                                           \
     N_ ("The action that made this secondary risk (INV-8)."), .ref = SL_KIND_ACTION)                                  \
  F (RISK, OCCURRED_ON, occurred_on, DATE, N_ ("Occurred on"), NULL)                                                   \
  F (RISK, CLOSED_ON, closed_on, DATE, N_ ("Closed on"), NULL)                                                         \
  F (RISK, CLOSE_REASON, close_reason, ENUM, N_ ("Closed because"), NULL, .tokens = &sl_close_reason_enum)             \
  F (RISK, ACCEPTED_BY, accepted_by, REF, N_ ("Accepted by"), NULL, .ref = SL_KIND_PERSON)                             \
  F (RISK, ACCEPTED_ON, accepted_on, DATE, N_ ("Accepted on"), NULL)                                                   \
  F (RISK, ACCEPTED_UNTIL, accepted_until, DATE, N_ ("Accepted until"), N_ ("At most twelve months on (INV-6)."))      \
  F (RISK, ACCEPTANCE_RATIONALE, acceptance_rationale, TEXT, N_ ("Why accepted"), NULL, .flags = SL_FIELD_PROSE,       \
     .max = 2000)

#define SL_RISK_ASSESSMENT_FIELDS(F)                                                                                   \
  F (RISK_ASSESSMENT, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,               \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_ASSESSMENT, TYPE, type, ENUM, N_ ("Type"), N_ ("Before controls, with today's controls, after planned actions."), \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_assessment_type_enum, .initial = SL_ASSESSMENT_TYPE_CURRENT)           \
  F (RISK_ASSESSMENT, DATE, date, DATE, N_ ("Date"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)               \
  F (RISK_ASSESSMENT, PROBABILITY, probability, INT, N_ ("Probability"), NULL, .flags = SL_FIELD_EXPECTED, .min = 1,   \
     .max = 5)                                                                                                         \
  F (RISK_ASSESSMENT, EXPLICIT_PCT, explicit_pct, INT, N_ ("Probability in percent"),                                  \
     N_ ("Inside the band of the probability (INV-4)."), .min = 1, .max = 99)                                          \
  F (RISK_ASSESSMENT, IMPACT_COST, impact_cost, INT, N_ ("Impact on cost"), NULL, .min = 1, .max = 5)                  \
  F (RISK_ASSESSMENT, IMPACT_TIME, impact_time, INT, N_ ("Impact on time"), NULL, .min = 1, .max = 5)                  \
  F (RISK_ASSESSMENT, IMPACT_BENEFIT, impact_benefit, INT, N_ ("Impact on benefits"), NULL, .min = 1, .max = 5)        \
  F (RISK_ASSESSMENT, IMPACT_TRUST, impact_trust, INT, N_ ("Impact on trust"), NULL, .min = 1, .max = 5)               \
  F (RISK_ASSESSMENT, IMPACT_SAFETY_SECURITY, impact_safety_security, INT, N_ ("Impact on safety and security"),       \
     NULL, .min = 1, .max = 5)                                                                                         \
  F (RISK_ASSESSMENT, COST_IF_OCCURS, cost_if_occurs, MONEY, N_ ("Cost if it occurs"), N_ ("Gives the exposure (F-6)."), \
     .min = 0, .max = SL_NUMBER_MAX)                                                                                   \
  F (RISK_ASSESSMENT, CONFIDENCE, confidence, ENUM, N_ ("Confidence"), NULL, .tokens = &sl_confidence_enum)            \
  F (RISK_ASSESSMENT, BY, by, REF, N_ ("By"), NULL, .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON) \
  F (RISK_ASSESSMENT, RATIONALE, rationale, TEXT, N_ ("Rationale"), NULL, .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_RISK_REVIEW_FIELDS(F)                                                                                       \
  F (RISK_REVIEW, RISK, risk, REF, N_ ("Risk"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                   \
     .ref = SL_KIND_RISK)                                                                                              \
  F (RISK_REVIEW, DATE, date, DATE, N_ ("Date"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                   \
  F (RISK_REVIEW, BY, by, REF, N_ ("By"), NULL, .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON)   \
  F (RISK_REVIEW, OUTCOME, outcome, ENUM, N_ ("Outcome"), NULL, .flags = SL_FIELD_MANDATORY,                           \
     .tokens = &sl_review_outcome_enum, .initial = SL_REVIEW_OUTCOME_NO_CHANGE)                                        \
  F (RISK_REVIEW, NOTE, note, TEXT, N_ ("Note"), N_ ("Needed unless nothing changed."), .flags = SL_FIELD_PROSE,       \
     .max = 2000)

#define SL_ACTION_FIELDS(F)                                                                                            \
  F (ACTION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                               \
  F (ACTION, RISK, risk, REF, N_ ("For risk"), NULL, .flags = SL_FIELD_EXPECTED | SL_FIELD_PARENT,                     \
     .ref = SL_KIND_RISK)                                                                                              \
  F (ACTION, TITLE, title, TEXT, N_ ("Action"), NULL, .flags = SL_FIELD_MANDATORY, .max = 160)                         \
  F (ACTION, OWNER, owner, REF, N_ ("Owner"), N_ ("Who does it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON,       \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (ACTION, ORIGINAL_DUE, original_due, DATE, N_ ("Original due"), N_ ("The first promise; slip is counted from it (F-12)."), \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (ACTION, DUE, due, DATE, N_ ("Due"), NULL, .flags = SL_FIELD_EXPECTED)                                             \
  F (ACTION, STATE, state, ENUM, N_ ("State"), NULL, .flags = SL_FIELD_MANDATORY, .tokens = &sl_action_state_enum,     \
     .initial = SL_ACTION_STATE_PLANNED)                                                                               \
  F (ACTION, COST, cost, MONEY, N_ ("Cost"), NULL, .min = 0, .max = SL_NUMBER_MAX)                                     \
  F (ACTION, EXPECTED_EFFECT, expected_effect, TEXT, N_ ("Expected effect"), NULL, .flags = SL_FIELD_PROSE,            \
     .max = 2000)                                                                                                      \
  F (ACTION, CREATES_NEW_RISK, creates_new_risk, ENUM, N_ ("Creates a new risk?"),                                     \
     N_ ("Must be answered before it can be done (PAS 184, checklist 11)."), .flags = SL_FIELD_MANDATORY,              \
     .tokens = &sl_new_risk_enum, .initial = SL_NEW_RISK_UNKNOWN)                                                      \
  F (ACTION, PERCENT, percent, INT, N_ ("Percent done"), NULL, .min = 0, .max = 100)                                   \
  F (ACTION, VERIFIED_BY, verified_by, REF, N_ ("Verified by"), N_ ("Another person than the owner (INV-21)."),        \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (ACTION, VERIFIED_ON, verified_on, DATE, N_ ("Verified on"), NULL)

#define SL_DUE_MOVE_FIELDS(F)                                                                                          \
  F (DUE_MOVE, ACTION, action, REF, N_ ("Action"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,                \
     .ref = SL_KIND_ACTION)                                                                                            \
  F (DUE_MOVE, FROM, from, DATE, N_ ("From"), NULL, .flags = SL_FIELD_MANDATORY)                                       \
  F (DUE_MOVE, TO, to, DATE, N_ ("To"), NULL, .flags = SL_FIELD_MANDATORY)                                             \
  F (DUE_MOVE, ON, on, DATE, N_ ("Moved on"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_DATED)                      \
  F (DUE_MOVE, BY, by, REF, N_ ("By"), NULL, .flags = SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON)                          \
  F (DUE_MOVE, REASON, reason, TEXT, N_ ("Reason"), NULL, .max = 400)

/* Reading one: the structs, for example
 *   typedef struct { SlRecord record; const char *code; gint32 kind; const char *title; ... } SlRisk;
 * Absent values: NULL, 0 for enums and references, SL_INT_NONE, SL_DATE_NONE, SL_MONEY_NONE, SL_DECIMAL_NONE. */
#define SL_FIELD_MEMBER(K, ID, member, TYPE, ...) SlMember##TYPE member;
#define SL_KIND_STRUCT(ID, Struct, ...)                                                                                \
  typedef struct                                                                                                       \
  {                                                                                                                    \
    SlRecord record;                                                                                                   \
    SL_##ID##_FIELDS (SL_FIELD_MEMBER)                                                                                 \
  } Struct;
SL_KINDS (SL_KIND_STRUCT)

/* Reading two: field numbers SL_RISK_TITLE, ..., SL_RISK_N_FIELDS. */
#define SL_FIELD_NUMBER(K, ID, ...) SL_##K##_##ID,
#define SL_KIND_NUMBERS(ID, ...)                                                                                       \
  enum                                                                                                                 \
  {                                                                                                                    \
    SL_##ID##_FIELDS (SL_FIELD_NUMBER) SL_##ID##_N_FIELDS                                                              \
  };
SL_KINDS (SL_KIND_NUMBERS)

/* A mask bit for a field number, as in SlChange.mask. */
#define SL_MASK(field) (G_GUINT64_CONSTANT (1) << (field))

/* Casts, checked in debug builds: SL_AS (RISK, record)->title. NULL stays NULL. */
#define SL_KIND_CAST(ID, Struct, token, ...)                                                                           \
  static inline const Struct *sl_as_##ID (const SlRecord *record)                                                      \
  {                                                                                                                    \
    g_assert (record == NULL || record->kind == SL_KIND_##ID);                                                         \
    return (const Struct *) record;                                                                                    \
  }
SL_KINDS (SL_KIND_CAST)
#define SL_AS(ID, r) sl_as_##ID (r)

G_END_DECLS
