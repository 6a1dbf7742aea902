/* sl-fields-benefit.h: fields of benefits, measures, trajectories and plans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_BENEFIT_FIELDS(F)                                                                                           \
  F (BENEFIT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                              \
  F (BENEFIT, NODE, node, REF, N_ ("Outcome"), N_ ("The intermediate or end outcome whose worth it states."),          \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_MAP_NODE)                                                              \
  F (BENEFIT, NAME, name, TEXT, N_ ("Benefit"), N_ ("Begin with a change word: fewer, faster, lower, more (F-16)."),   \
     .flags = SL_FIELD_MANDATORY, .max = 160)                                                                          \
  F (BENEFIT, TYPE, type, ENUM, N_ ("Type"), N_ ("A dis-benefit is a harm kept below a ceiling (F-17)."),              \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_benefit_type_enum, .initial = SL_BENEFIT_TYPE_BENEFIT)                 \
  F (BENEFIT, ORIGIN, origin, ENUM, N_ ("Origin"),                                                                     \
     N_ ("Unintended gains count only once a business case has adopted them (INV-22)."), .flags = SL_FIELD_MANDATORY,  \
     .tokens = &sl_origin_enum, .initial = SL_ORIGIN_PLANNED)                                                          \
  F (BENEFIT, VALUE_CLASS, value_class, ENUM, N_ ("Value class"),                                                      \
     N_ ("Cash and non-cash are never added together (F-21)."), .flags = SL_FIELD_EXPECTED,                            \
     .tokens = &sl_value_class_enum)                                                                                   \
  F (BENEFIT, DOMAIN, domain, ENUM, N_ ("Domain"), N_ ("Kind of value it has (PAS 184, 4.2.3)."),                      \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_value_domain_enum)                                                      \
  F (BENEFIT, RECIPIENT, recipient, ENUM, N_ ("Recipient"),                                                            \
     N_ ("Who gains; often not who pays (PAS 184, checklist 2)."), .flags = SL_FIELD_EXPECTED,                         \
     .tokens = &sl_recipient_enum)                                                                                     \
  F (BENEFIT, COST_CENTRE, cost_centre, TEXT, N_ ("Cost centre"),                                                      \
     N_ ("Where the saving appears in the books (INV-23)."), .max = 80)                                                \
  F (BENEFIT, PRIORITY, priority, INT, N_ ("Priority"),                                                                \
     N_ ("5 is highest; weighs it in readiness and confidence (F-27, F-28)."), .flags = SL_FIELD_EXPECTED, .min = 1,   \
     .max = 5)                                                                                                         \
  F (BENEFIT, OWNER, owner, REF, N_ ("Owner"), N_ ("One senior person who answers for it (PAS 184, 5.4.2)."),          \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (BENEFIT, OWNER_ACCEPTED, owner_accepted, DATE, N_ ("Owner accepted"),                                             \
     N_ ("Day on which the owner took it on (F-16, INV-11)."))                                                         \
  F (BENEFIT, STATE, state, ENUM, N_ ("State"), N_ ("From identified to closed (domain 2.6)."),                        \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_benefit_state_enum, .initial = SL_BENEFIT_STATE_IDENTIFIED)            \
  F (BENEFIT, ATTRIBUTION, attribution, TEXT, N_ ("Attribution"),                                                      \
     N_ ("How we know that it is our doing and not the weather."), .flags = SL_FIELD_PROSE, .max = 2000)               \
  F (BENEFIT, ANNUAL_VALUE_AT_TARGET, annual_value_at_target, MONEY, N_ ("Yearly value at target"),                    \
     N_ ("Worth of a full year at the target (F-21, F-25b)."), .max = SL_NUMBER_MAX)                                   \
  F (BENEFIT, UNIT_OVERLAP_GROUP, unit_overlap_group, TEXT, N_ ("Overlap group"),                                      \
     N_ ("Benefits of one group claim the same units; only one of them counts (INV-12)."), .max = 40)                  \
  F (BENEFIT, PLAN, plan, TEXT, N_ ("Plan"), N_ ("How it is to be realised (PAS 184, 5.4.2)."),                        \
     .flags = SL_FIELD_PROSE, .max = 4000)                                                                             \
  F (BENEFIT, PRIMARY_MEASURE, primary_measure, REF, N_ ("Primary measure"),                                           \
     N_ ("The measure it is judged by (F-18)."), .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_MEASURE)                   \
  F (BENEFIT, ADOPTED_ON, adopted_on, DATE, N_ ("Adopted on"),                                                         \
     N_ ("Day of the business case that took an unintended gain in (INV-22)."))                                        \
  F (BENEFIT, RECOVERY_APPROVED_BY, recovery_approved_by, REF, N_ ("Recovery approved by"),                            \
     N_ ("Who approved the plan to bring it back on track."), .ref = SL_KIND_PERSON)                                   \
  F (BENEFIT, RECOVERY_APPROVED_ON, recovery_approved_on, DATE, N_ ("Recovery approved on"),                           \
     N_ ("With it a Red benefit no longer blocks a gate (GB8)."))                                                      \
  F (BENEFIT, DECLARED_RAG, declared_rag, ENUM, N_ ("Declared rating"),                                                \
     N_ ("The owner’s own; better than computed needs a reason (F-20, INV-20)."), .tokens = &sl_declared_rag_enum)     \
  F (BENEFIT, DECLARED_ON, declared_on, DATE, N_ ("Declared on"), N_ ("A better rating holds for 90 days (INV-20)."))  \
  F (BENEFIT, DECLARED_REASON, declared_reason, TEXT, N_ ("Why declared"),                                             \
     N_ ("Why the owner sees it better than computed."), .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_MEASURE_FIELDS(F)                                                                                           \
  F (MEASURE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                              \
  F (MEASURE, NODE, node, REF, N_ ("Map node"),                                                                        \
     N_ ("What it measures; leading on outputs and money, outcome on outcomes (PAS 184, 5.3.2)."),                     \
     .flags = SL_FIELD_EXPECTED, .ref = SL_KIND_MAP_NODE)                                                              \
  F (MEASURE, NAME, name, TEXT, N_ ("Measure"), N_ ("What is counted."), .flags = SL_FIELD_MANDATORY, .max = 160)      \
  F (MEASURE, UNIT, unit, TEXT, N_ ("Unit"), N_ ("For example “hours per 100 bins a week”."),                          \
     .flags = SL_FIELD_EXPECTED, .max = 60)                                                                            \
  F (MEASURE, DECIMALS, decimals, INT, N_ ("Decimals"), N_ ("For display only; values keep four."),                    \
     .flags = SL_FIELD_MANDATORY, .max = 4)                                                                            \
  F (MEASURE, DIRECTION, direction, ENUM, N_ ("Direction"), N_ ("Which way is good (F-17)."),                          \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_direction_enum, .initial = SL_DIRECTION_HIGHER)                        \
  F (MEASURE, AGGREGATION, aggregation, ENUM, N_ ("Aggregation"),                                                      \
     N_ ("Whether periods are levels, amounts per period or running totals."), .flags = SL_FIELD_MANDATORY,            \
     .tokens = &sl_aggregation_enum, .initial = SL_AGGREGATION_LEVEL)                                                  \
  F (MEASURE, BASELINE, baseline, DECIMAL, N_ ("Baseline"), N_ ("The value before the change (F-17)."),                \
     .flags = SL_FIELD_REASON)                                                                                         \
  F (MEASURE, BASELINE_DATE, baseline_date, DATE, N_ ("Baseline date"), N_ ("Day the baseline stands for."))           \
  F (MEASURE, BASELINE_SOURCE, baseline_source, TEXT, N_ ("Baseline source"), N_ ("Where the baseline comes from."),   \
     .max = 200)                                                                                                       \
  F (MEASURE, BASELINE_QUALITY, baseline_quality, ENUM, N_ ("Baseline quality"),                                       \
     N_ ("Unknown fails the M of SMART (F-16)."), .tokens = &sl_baseline_quality_enum)                                 \
  F (MEASURE, TARGET, target, DECIMAL, N_ ("Target"), N_ ("The value to be reached (F-17, INV-9)."),                   \
     .flags = SL_FIELD_REASON)                                                                                         \
  F (MEASURE, TARGET_DATE, target_date, DATE, N_ ("Target date"), N_ ("When it is to be reached (F-16)."),             \
     .flags = SL_FIELD_REASON)                                                                                         \
  F (MEASURE, FREQUENCY, frequency, ENUM, N_ ("Frequency"), N_ ("How often it is taken."), .flags = SL_FIELD_EXPECTED, \
     .tokens = &sl_frequency_enum)                                                                                     \
  F (MEASURE, LAG_DAYS, lag_days, INT, N_ ("Lag in days"), N_ ("Days after a period until its figure is due (F-18)."), \
     .flags = SL_FIELD_MANDATORY, .max = 730, .initial = 30)                                                           \
  F (MEASURE, METHOD, method, ENUM, N_ ("Method"), N_ ("How it is taken (PAS 184, 5.3.2)."),                           \
     .flags = SL_FIELD_EXPECTED, .tokens = &sl_method_enum)                                                            \
  F (MEASURE, COLLECTOR, collector, REF, N_ ("Collector"), N_ ("Who reports the figure."),                             \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                                               \
  F (MEASURE, DEMAND, demand, BOOL, N_ ("Demand measure"),                                                             \
     N_ ("Shows whether people use the service; at most one per project (F-26)."))                                     \
  F (MEASURE, GREEN_TOL, green_tol, DECIMAL, N_ ("Green tolerance"),                                                   \
     N_ ("Percentage points of planned gain; empty: the setting (F-18)."), .max = 100 * SL_DECIMAL_SCALE)              \
  F (MEASURE, AMBER_TOL, amber_tol, DECIMAL, N_ ("Amber tolerance"),                                                   \
     N_ ("Percentage points of planned gain; empty: the setting (F-18)."), .max = 100 * SL_DECIMAL_SCALE)

#define SL_BENEFIT_MEASURE_FIELDS(F)                                                                                   \
  F (BENEFIT_MEASURE, BENEFIT, benefit, REF, N_ ("Benefit"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,      \
     .ref = SL_KIND_BENEFIT)                                                                                           \
  F (BENEFIT_MEASURE, MEASURE, measure, REF, N_ ("Measure"),                                                           \
     N_ ("A measure that serves the benefit beside its primary one."),                                                 \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_MEASURE)

#define SL_TRAJECTORY_VERSION_FIELDS(F)                                                                                \
  F (TRAJECTORY_VERSION, MEASURE, measure, REF, N_ ("Measure"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,   \
     .ref = SL_KIND_MEASURE)                                                                                           \
  F (TRAJECTORY_VERSION, VERSION, version, INT, N_ ("Version"),                                                        \
     N_ ("Earlier versions never change; version 1 is always shown (INV-13)."),                                        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .min = 1, .max = 1000)                                                \
  F (TRAJECTORY_VERSION, APPROVED_BY, approved_by, REF, N_ ("Approved by"), N_ ("Who agreed the plan."),               \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (TRAJECTORY_VERSION, DATE, date, DATE, N_ ("Approved on"), N_ ("From this day on it is in force (domain 2.1)."),   \
     .flags = SL_FIELD_DATED)                                                                                          \
  F (TRAJECTORY_VERSION, REASON, reason, TEXT, N_ ("Reason"), N_ ("Why the plan was changed (domain 2.9)."),           \
     .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_TRAJECTORY_POINT_FIELDS(F)                                                                                  \
  F (TRAJECTORY_POINT, VERSION, version, REF, N_ ("Trajectory version"), NULL,                                         \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_TRAJECTORY_VERSION)                                 \
  F (TRAJECTORY_POINT, PERIOD_END, period_end, DATE, N_ ("Period end"), N_ ("Last day of the period (INV-10)."),       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY)                                                                       \
  F (TRAJECTORY_POINT, PLANNED, planned, DECIMAL, N_ ("Planned"),                                                      \
     N_ ("Value planned for the period; a ceiling for a dis-benefit (F-17)."), .flags = SL_FIELD_EXPECTED)

#define SL_ACTUAL_FIELDS(F)                                                                                            \
  F (ACTUAL, MEASURE, measure, REF, N_ ("Measure"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,               \
     .ref = SL_KIND_MEASURE)                                                                                           \
  F (ACTUAL, PERIOD_END, period_end, DATE, N_ ("Period end"), N_ ("Period it reports (INV-14)."),                      \
     .flags = SL_FIELD_MANDATORY)                                                                                      \
  F (ACTUAL, VALUE, value, DECIMAL, N_ ("Value"), N_ ("What was measured (F-17)."), .flags = SL_FIELD_EXPECTED)        \
  F (ACTUAL, QUALITY, quality, ENUM, N_ ("Quality"), N_ ("How firm the figure is."), .flags = SL_FIELD_EXPECTED,       \
     .tokens = &sl_actual_quality_enum)                                                                                \
  F (ACTUAL, SOURCE, source, TEXT, N_ ("Source"), N_ ("Where the figure comes from."), .flags = SL_FIELD_EXPECTED,     \
     .max = 200)                                                                                                       \
  F (ACTUAL, AD_HOC, ad_hoc, BOOL, N_ ("Ad hoc"),                                                                      \
     N_ ("Taken outside the plan’s periods: drawn, never judged (INV-14)."))                                           \
  F (ACTUAL, BY, by, REF, N_ ("By"), N_ ("Who entered it."), .flags = SL_FIELD_EXPECTED | SL_FIELD_AUTHOR,             \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (ACTUAL, AT, at, DATE, N_ ("Entered on"), N_ ("From this day on it counts (domain 2.1)."),                         \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)

#define SL_OWNER_FORECAST_FIELDS(F)                                                                                    \
  F (OWNER_FORECAST, MEASURE, measure, REF, N_ ("Measure"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,       \
     .ref = SL_KIND_MEASURE)                                                                                           \
  F (OWNER_FORECAST, MADE_ON, made_on, DATE, N_ ("Made on"), N_ ("From this day on it counts (domain 2.1)."),          \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)                                                                      \
  F (OWNER_FORECAST, PERIOD_END, period_end, DATE, N_ ("For period end"), N_ ("Usually the target date (F-19)."),      \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (OWNER_FORECAST, VALUE, value, DECIMAL, N_ ("Value"), N_ ("What the owner expects (F-19)."),                       \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (OWNER_FORECAST, BASIS, basis, TEXT, N_ ("Basis"), N_ ("What the expectation rests on."),                          \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PROSE, .max = 2000)                                                         \
  F (OWNER_FORECAST, BY, by, REF, N_ ("By"), N_ ("Who made it."), .flags = SL_FIELD_AUTHOR, .ref = SL_KIND_PERSON)

#define SL_REALISATION_STEP_FIELDS(F)                                                                                  \
  F (REALISATION_STEP, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                     \
  F (REALISATION_STEP, BENEFIT, benefit, REF, N_ ("Benefit"), N_ ("The benefit whose plan it is part of."),            \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_PARENT, .ref = SL_KIND_BENEFIT)                                             \
  F (REALISATION_STEP, ACTIVITY, activity, TEXT, N_ ("Step"), N_ ("What is done (PAS 184, 5.4.2)."),                   \
     .flags = SL_FIELD_MANDATORY, .max = 200)                                                                          \
  F (REALISATION_STEP, OWNER, owner, REF, N_ ("Owner"), N_ ("Who does it."),                                           \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_REASON | SL_FIELD_OWNER, .ref = SL_KIND_PERSON)                             \
  F (REALISATION_STEP, DUE, due, DATE, N_ ("Due"), N_ ("When it is to be done."), .flags = SL_FIELD_EXPECTED)          \
  F (REALISATION_STEP, PRIORITY, priority, INT, N_ ("Priority"), N_ ("1 is first."), .min = 1, .max = 3)               \
  F (REALISATION_STEP, STATE, state, ENUM, N_ ("State"), N_ ("How far it is."), .flags = SL_FIELD_MANDATORY,           \
     .tokens = &sl_step_state_enum, .initial = SL_STEP_STATE_PLANNED)

#define SL_STEP_DEPENDENCY_FIELDS(F)                                                                                   \
  F (STEP_DEPENDENCY, STEP, step, REF, N_ ("Step"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,               \
     .ref = SL_KIND_REALISATION_STEP)                                                                                  \
  F (STEP_DEPENDENCY, ON, on, REF, N_ ("Depends on"), N_ ("The step that must be done before."),                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY | SL_FIELD_PARENT, .ref = SL_KIND_REALISATION_STEP)
