/* sl-fields-case.h: fields of the business case: models, proofs, money, contracts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for sl-kinds.h; not to be included by others.
 */
#pragma once

#define SL_ASSUMPTION_FIELDS(F)                                                                                        \
  F (ASSUMPTION, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                           \
  F (ASSUMPTION, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)    \
  F (ASSUMPTION, DIMENSION, dimension, ENUM, N_ ("Dimension"),                                                         \
     N_ ("Which of the five models rests on it (PAS 184, 4.4.2)."), .flags = SL_FIELD_EXPECTED,                        \
     .tokens = &sl_dimension_enum)                                                                                     \
  F (ASSUMPTION, TEXT, text, TEXT, N_ ("Assumption"), N_ ("What is taken for granted (PAS 184, 4.5.2)."),              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)                                                         \
  F (ASSUMPTION, RISKINESS, riskiness, INT, N_ ("Riskiness"), N_ ("From 4 on it needs a test before alpha (G1-10)."),  \
     .flags = SL_FIELD_EXPECTED, .min = 1, .max = 5)                                                                   \
  F (ASSUMPTION, TEST, test, TEXT, N_ ("Test"), N_ ("How it will be tested."), .flags = SL_FIELD_PROSE, .max = 2000)   \
  F (ASSUMPTION, TEST_BY, test_by, ENUM, N_ ("Test by phase"), N_ ("Untested beyond this phase it is listed."),        \
     .tokens = &sl_phase_enum)                                                                                         \
  F (ASSUMPTION, RESULT, result, ENUM, N_ ("Result"), N_ ("A failed one must lead to a risk or a change of scope."),   \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_assumption_result_enum, .initial = SL_ASSUMPTION_RESULT_UNTESTED)      \
  F (ASSUMPTION, FOLLOW_UP, follow_up, TEXT, N_ ("Follow-up"), N_ ("What a failure led to."), .flags = SL_FIELD_PROSE, \
     .max = 2000)

#define SL_MODEL_CANVAS_FIELDS(F)                                                                                      \
  F (MODEL_CANVAS, PROJECT, project, REF, N_ ("Project"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,         \
     .ref = SL_KIND_PROJECT)                                                                                           \
  F (MODEL_CANVAS, DIMENSION, dimension, ENUM, N_ ("Dimension"), N_ ("One of the five models (PAS 184, 4.4.2)."),      \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .tokens = &sl_dimension_enum)                                         \
  F (MODEL_CANVAS, STATE, state, ENUM, N_ ("State"), N_ ("All five agreed before large money (PAS 184, 4.4.3)."),      \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_canvas_state_enum, .initial = SL_CANVAS_STATE_DRAFT)                   \
  F (MODEL_CANVAS, AS_IS, as_is, TEXT, N_ ("As is"), N_ ("How it works today."), .flags = SL_FIELD_PROSE, .max = 4000) \
  F (MODEL_CANVAS, CHOICE, choice, TEXT, N_ ("Choice"), N_ ("What was chosen, and why."), .flags = SL_FIELD_PROSE,     \
     .max = 4000)                                                                                                      \
  F (MODEL_CANVAS, OPEN_QUESTIONS, open_questions, TEXT, N_ ("Open questions"), N_ ("What is not yet known."),         \
     .flags = SL_FIELD_PROSE, .max = 4000)

#define SL_CANVAS_OPTION_FIELDS(F)                                                                                     \
  F (CANVAS_OPTION, CANVAS, canvas, REF, N_ ("Model canvas"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,     \
     .ref = SL_KIND_MODEL_CANVAS)                                                                                      \
  F (CANVAS_OPTION, TEXT, text, TEXT, N_ ("Option"), N_ ("One of the ways considered."),                               \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 1000)

#define SL_PROOF_FIELDS(F)                                                                                             \
  F (PROOF, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                                \
  F (PROOF, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)         \
  F (PROOF, KIND, kind, ENUM, N_ ("Kind"),                                                                             \
     N_ ("Concept, product, service: each rung before the next (PAS 184, checklist 10)."),                             \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_proof_kind_enum)                                                       \
  F (PROOF, HYPOTHESIS, hypothesis, TEXT, N_ ("Hypothesis"), N_ ("What is to be shown."),                              \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 1000)                                                        \
  F (PROOF, RESULT, result, ENUM, N_ ("Result"), N_ ("Whether it was shown."), .flags = SL_FIELD_MANDATORY,            \
     .tokens = &sl_proof_result_enum, .initial = SL_PROOF_RESULT_OPEN)                                                 \
  F (PROOF, DATE, date, DATE, N_ ("Date"), N_ ("Day of the result."))

#define SL_PROOF_CRITERION_FIELDS(F)                                                                                   \
  F (PROOF_CRITERION, PROOF, proof, REF, N_ ("Proof"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,            \
     .ref = SL_KIND_PROOF)                                                                                             \
  F (PROOF_CRITERION, TEXT, text, TEXT, N_ ("Criterion"), N_ ("What must be seen for the proof to pass."),             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PROSE, .max = 400)

#define SL_PROOF_PARTNER_FIELDS(F)                                                                                     \
  F (PROOF_PARTNER, PROOF, proof, REF, N_ ("Proof"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,              \
     .ref = SL_KIND_PROOF)                                                                                             \
  F (PROOF_PARTNER, ORGANISATION, organisation, REF, N_ ("Organisation"), N_ ("Who takes part."),                      \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .ref = SL_KIND_ORGANISATION)

#define SL_BUSINESS_CASE_VERSION_FIELDS(F)                                                                             \
  F (BUSINESS_CASE_VERSION, VERSION, version, INT, N_ ("Version"), N_ ("Counted from 1."),                             \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .min = 1, .max = 1000)                                                \
  F (BUSINESS_CASE_VERSION, DATE, date, DATE, N_ ("Date"),                                                             \
     N_ ("Older than 180 days, or than the last gate, it is stale (PAS 184, 5.1.2)."),                                 \
     .flags = SL_FIELD_EXPECTED | SL_FIELD_DATED)                                                                      \
  F (BUSINESS_CASE_VERSION, APPROVED_BY, approved_by, REF, N_ ("Approved by"), N_ ("Who approved it."),                \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (BUSINESS_CASE_VERSION, DISCOUNT_RATE, discount_rate, DECIMAL, N_ ("Discount rate"),                               \
     N_ ("Percent a year (F-31)."), .max = 100 * SL_DECIMAL_SCALE)                                                     \
  F (BUSINESS_CASE_VERSION, COST_BIAS, cost_bias, DECIMAL, N_ ("Optimism bias, cost"),                                 \
     N_ ("Percent added to costs in the adjusted case (F-31)."), .max = 500 * SL_DECIMAL_SCALE)                        \
  F (BUSINESS_CASE_VERSION, BENEFIT_BIAS, benefit_bias, DECIMAL, N_ ("Optimism bias, benefits"),                       \
     N_ ("Percent taken off benefits in the adjusted case (F-31)."), .max = 100 * SL_DECIMAL_SCALE)                    \
  F (BUSINESS_CASE_VERSION, CHANGES, changes, TEXT, N_ ("Changes"),                                                    \
     N_ ("What is new, and which evidence brought it (PAS 184, 5.1.3)."), .flags = SL_FIELD_PROSE, .max = 4000)

#define SL_COST_LINE_FIELDS(F)                                                                                         \
  F (COST_LINE, YEAR, year, INT, N_ ("Fiscal year"), N_ ("The calendar year it starts in."),                           \
     .flags = SL_FIELD_MANDATORY, .min = 1990, .max = 2200)                                                            \
  F (COST_LINE, AMOUNT, amount, MONEY, N_ ("Amount"), N_ ("In prices of the base year (F-31)."),                       \
     .flags = SL_FIELD_EXPECTED)                                                                                       \
  F (COST_LINE, KIND, kind, ENUM, N_ ("Kind"), N_ ("Capital or revenue."), .flags = SL_FIELD_EXPECTED,                 \
     .tokens = &sl_cost_kind_enum)                                                                                     \
  F (COST_LINE, NODE, node, REF, N_ ("Map node"), N_ ("The investment it pays for."), .ref = SL_KIND_MAP_NODE)         \
  F (COST_LINE, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)     \
  F (COST_LINE, NOTE, note, TEXT, N_ ("Note"), N_ ("What it is for."), .max = 200)

#define SL_BENEFIT_LINE_FIELDS(F)                                                                                      \
  F (BENEFIT_LINE, YEAR, year, INT, N_ ("Fiscal year"), N_ ("The calendar year it starts in."),                        \
     .flags = SL_FIELD_MANDATORY, .min = 1990, .max = 2200)                                                            \
  F (BENEFIT_LINE, AMOUNT, amount, MONEY, N_ ("Amount"),                                                               \
     N_ ("Monetised gain as entered with the business case (F-31)."), .flags = SL_FIELD_EXPECTED)                      \
  F (BENEFIT_LINE, BENEFIT, benefit, REF, N_ ("Benefit"), N_ ("The benefit it values."), .ref = SL_KIND_BENEFIT)       \
  F (BENEFIT_LINE, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)  \
  F (BENEFIT_LINE, NOTE, note, TEXT, N_ ("Note"), N_ ("How it was reckoned."), .max = 200)

#define SL_COST_CENTRE_SHARE_FIELDS(F)                                                                                 \
  F (COST_CENTRE_SHARE, COST_CENTRE, cost_centre, TEXT, N_ ("Cost centre"),                                            \
     N_ ("Who pays and who gains (PAS 184, 4.1.3)."), .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 80)           \
  F (COST_CENTRE_SHARE, YEAR, year, INT, N_ ("Fiscal year"), N_ ("Empty: every year."), .flags = SL_FIELD_KEY,         \
     .min = 1990, .max = 2200)                                                                                         \
  F (COST_CENTRE_SHARE, COST_SHARE, cost_share, DECIMAL, N_ ("Share of cost"),                                         \
     N_ ("Percent; the shares sum to 100 (INV-23)."), .max = 100 * SL_DECIMAL_SCALE)                                   \
  F (COST_CENTRE_SHARE, BENEFIT_SHARE, benefit_share, DECIMAL, N_ ("Share of benefit"),                                \
     N_ ("Percent; the shares sum to 100 (INV-23)."), .max = 100 * SL_DECIMAL_SCALE)

#define SL_FUNDING_SOURCE_FIELDS(F)                                                                                    \
  F (FUNDING_SOURCE, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                       \
  F (FUNDING_SOURCE, NAME, name, TEXT, N_ ("Source"), N_ ("Where the money comes from."), .flags = SL_FIELD_MANDATORY, \
     .max = 160)                                                                                                       \
  F (FUNDING_SOURCE, INSTRUMENT, instrument, ENUM, N_ ("Instrument"),                                                  \
     N_ ("How the money is raised (PAS 184, checklist 9)."), .flags = SL_FIELD_EXPECTED,                               \
     .tokens = &sl_instrument_enum)                                                                                    \
  F (FUNDING_SOURCE, STATUS, status, ENUM, N_ ("Status"), N_ ("Only secured and drawn money closes a gap (F-31)."),    \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_funding_status_enum, .initial = SL_FUNDING_STATUS_IDEA)                \
  F (FUNDING_SOURCE, PROVIDER, provider, REF, N_ ("Provider"), N_ ("Who gives it."), .ref = SL_KIND_ORGANISATION)      \
  F (FUNDING_SOURCE, BUDGET_CYCLE, budget_cycle, TEXT, N_ ("Budget cycle"),                                            \
     N_ ("The budget round in which it is decided."), .flags = SL_FIELD_EXPECTED, .max = 80)                           \
  F (FUNDING_SOURCE, REPAY_FROM, repay_from, TEXT, N_ ("Repaid from"),                                                 \
     N_ ("Fees, taxes or savings it is repaid from."), .max = 200)                                                     \
  F (FUNDING_SOURCE, RATE, rate, DECIMAL, N_ ("Rate"), N_ ("Percent a year."), .max = 100 * SL_DECIMAL_SCALE)          \
  F (FUNDING_SOURCE, TERM_YEARS, term_years, INT, N_ ("Term in years"), N_ ("Years until it is repaid."), .max = 100)  \
  F (FUNDING_SOURCE, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."),                        \
     .ref = SL_KIND_PROJECT)                                                                                           \
  F (FUNDING_SOURCE, NOTE, note, TEXT, N_ ("Note"), N_ ("What it is tied to."), .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_FUNDING_YEAR_FIELDS(F)                                                                                      \
  F (FUNDING_YEAR, SOURCE, source, REF, N_ ("Funding source"), NULL, .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT,    \
     .ref = SL_KIND_FUNDING_SOURCE)                                                                                    \
  F (FUNDING_YEAR, YEAR, year, INT, N_ ("Fiscal year"), N_ ("The calendar year it starts in."),                        \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .min = 1990, .max = 2200)                                             \
  F (FUNDING_YEAR, AMOUNT, amount, MONEY, N_ ("Amount"), N_ ("Money for that year (F-31)."),                           \
     .flags = SL_FIELD_EXPECTED, .max = SL_NUMBER_MAX)

#define SL_PROCUREMENT_FIELDS(F)                                                                                       \
  F (PROCUREMENT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                          \
  F (PROCUREMENT, PROJECT, project, REF, N_ ("Project"), N_ ("Empty: the whole programme."), .ref = SL_KIND_PROJECT)   \
  F (PROCUREMENT, NAME, name, TEXT, N_ ("Procurement"), N_ ("What is bought."), .flags = SL_FIELD_MANDATORY,           \
     .max = 160)                                                                                                       \
  F (PROCUREMENT, ROUTE, route, TEXT, N_ ("Route"), N_ ("The way it is bought, in your own rules’ words."),            \
     .flags = SL_FIELD_EXPECTED, .max = 120)                                                                           \
  F (PROCUREMENT, STAGE, stage, ENUM, N_ ("Stage"),                                                                    \
     N_ ("Launching needs checklists 1 to 4 answered and every sign-off (PAS 184, 3.3)."),                             \
     .flags = SL_FIELD_MANDATORY, .tokens = &sl_procurement_stage_enum, .initial = SL_PROCUREMENT_STAGE_PREPARING)     \
  F (PROCUREMENT, BUYS_OUTCOMES, buys_outcomes, BOOL, N_ ("Buys outcomes"),                                            \
     N_ ("First of the four contract principles (PAS 184, checklist 8)."))                                             \
  F (PROCUREMENT, OPEN_DATA, open_data, BOOL, N_ ("City holds its data"),                                              \
     N_ ("Second of the four contract principles (PAS 184, checklist 8)."))                                            \
  F (PROCUREMENT, REWARDS_INNOVATION, rewards_innovation, BOOL, N_ ("Rewards innovation"),                             \
     N_ ("Third of the four contract principles (PAS 184, checklist 8)."))                                             \
  F (PROCUREMENT, NO_LOCK_IN, no_lock_in, BOOL, N_ ("No lock-in"),                                                     \
     N_ ("Fourth of the four contract principles (PAS 184, checklist 8)."))                                            \
  F (PROCUREMENT, PRICE_WEIGHT, price_weight, INT, N_ ("Weight of price"),                                             \
     N_ ("Percent of the evaluation; above 40 the question is why."), .max = 100)                                      \
  F (PROCUREMENT, TERM_MONTHS, term_months, INT, N_ ("Term in months"),                                                \
     N_ ("Over five years without a break is flagged."), .max = 1200)                                                  \
  F (PROCUREMENT, EXIT_COST, exit_cost, MONEY, N_ ("Exit cost"),                                                       \
     N_ ("What leaving would cost (PAS 184, checklist 8)."), .max = SL_NUMBER_MAX)                                     \
  F (PROCUREMENT, EXISTING_VEHICLE, existing_vehicle, TEXT, N_ ("Existing contracts"),                                 \
     N_ ("Which shared contract was looked at first."), .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_PROCUREMENT_SIGNOFF_FIELDS(F)                                                                               \
  F (PROCUREMENT_SIGNOFF, PROCUREMENT, procurement, REF, N_ ("Procurement"), NULL,                                     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_PROCUREMENT)                                        \
  F (PROCUREMENT_SIGNOFF, DIVISION, division, TEXT, N_ ("Division"),                                                   \
     N_ ("Whose leader confirms that the questions were asked (PAS 184, 3.3)."),                                       \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY, .max = 120)                                                           \
  F (PROCUREMENT_SIGNOFF, PERSON, person, REF, N_ ("Person"), N_ ("Who signed."), .flags = SL_FIELD_EXPECTED,          \
     .ref = SL_KIND_PERSON)                                                                                            \
  F (PROCUREMENT_SIGNOFF, DATE, date, DATE, N_ ("Date"), N_ ("Day of the signature."), .flags = SL_FIELD_EXPECTED)     \
  F (PROCUREMENT_SIGNOFF, COMMENT, comment, TEXT, N_ ("Comment"), N_ ("What was said with it."),                       \
     .flags = SL_FIELD_PROSE, .max = 2000)

#define SL_CONTRACT_BREAK_FIELDS(F)                                                                                    \
  F (CONTRACT_BREAK, PROCUREMENT, procurement, REF, N_ ("Procurement"), NULL,                                          \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_PARENT, .ref = SL_KIND_PROCUREMENT)                                        \
  F (CONTRACT_BREAK, DATE, date, DATE, N_ ("Date"), N_ ("Day on which the contract can be left."),                     \
     .flags = SL_FIELD_MANDATORY | SL_FIELD_KEY)

#define SL_AGREEMENT_FIELDS(F)                                                                                         \
  F (AGREEMENT, CODE, code, TEXT, N_ ("Id"), NULL, .flags = SL_FIELD_CODE | SL_FIELD_FIXED)                            \
  F (AGREEMENT, NAME, name, TEXT, N_ ("Agreement"), N_ ("What was agreed."), .flags = SL_FIELD_MANDATORY, .max = 160)  \
  F (AGREEMENT, PROCUREMENT, procurement, REF, N_ ("Procurement"), N_ ("Where it came from."),                         \
     .ref = SL_KIND_PROCUREMENT)                                                                                       \
  F (AGREEMENT, ORGANISATION, organisation, REF, N_ ("With"), N_ ("The other side."), .flags = SL_FIELD_EXPECTED,      \
     .ref = SL_KIND_ORGANISATION)                                                                                      \
  F (AGREEMENT, STARTS, starts, DATE, N_ ("Starts"), N_ ("First day."))                                                \
  F (AGREEMENT, ENDS, ends, DATE, N_ ("Ends"), N_ ("Last day."))                                                       \
  F (AGREEMENT, MEASURE, measure, REF, N_ ("Measure"), N_ ("What payment depends on (F-30)."), .ref = SL_KIND_MEASURE) \
  F (AGREEMENT, GAIN_BASE, gain_base, MONEY, N_ ("Gain share from"),                                                   \
     N_ ("Realised value above this is shared (F-29)."), .max = SL_NUMBER_MAX)                                         \
  F (AGREEMENT, GAIN_PCT, gain_pct, DECIMAL, N_ ("Gain share"), N_ ("Percent of what lies above (F-29)."),             \
     .max = 100 * SL_DECIMAL_SCALE)                                                                                    \
  F (AGREEMENT, GAIN_FLOOR, gain_floor, MONEY, N_ ("Least gain share"), N_ ("Per period (F-29)."),                     \
     .max = SL_NUMBER_MAX)                                                                                             \
  F (AGREEMENT, GAIN_CAP, gain_cap, MONEY, N_ ("Greatest gain share"), N_ ("Per period (F-29)."),                      \
     .max = SL_NUMBER_MAX)                                                                                             \
  F (AGREEMENT, BASE_FEE, base_fee, MONEY, N_ ("Base fee"), N_ ("Fee at full achievement (F-30)."),                    \
     .max = SL_NUMBER_MAX)                                                                                             \
  F (AGREEMENT, PAY_LOW, pay_low, DECIMAL, N_ ("Payment from"), N_ ("Percent of the base fee paid at least (F-30)."),  \
     .max = 1000 * SL_DECIMAL_SCALE)                                                                                   \
  F (AGREEMENT, PAY_HIGH, pay_high, DECIMAL, N_ ("Payment up to"),                                                     \
     N_ ("Percent of the base fee paid at most (F-30)."), .max = 1000 * SL_DECIMAL_SCALE)
