/* sl-enums.h: every enumeration of the model, its tokens and labels, declared once (domain.md 2.2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * V (PREFIX, CONSTANT, token, label). A token is what is stored and exported; an entry added at the end changes no file.
 */
#pragma once

#include "base/sl-enum.h"

G_BEGIN_DECLS

#define SL_PERIOD_VALUES(V, P)                                                                                         \
  V (P, MONTH, "month", N_ ("Month"))                                                                                  \
  V (P, QUARTER, "quarter", N_ ("Quarter"))

#define SL_PHASE_VALUES(V, P)                                                                                          \
  V (P, NOT_STARTED, "not_started", N_ ("Not started"))                                                                \
  V (P, DISCOVERY, "discovery", N_ ("Discovery"))                                                                      \
  V (P, ALPHA, "alpha", N_ ("Alpha"))                                                                                  \
  V (P, BETA_PRIVATE, "beta_private", N_ ("Private beta"))                                                             \
  V (P, BETA_PUBLIC, "beta_public", N_ ("Public beta"))                                                                \
  V (P, LIVE, "live", N_ ("Live"))                                                                                     \
  V (P, RETIREMENT, "retirement", N_ ("Retirement"))                                                                   \
  V (P, RETIRED, "retired", N_ ("Retired"))                                                                            \
  V (P, STOPPED, "stopped", N_ ("Stopped"))

#define SL_PROJECT_STATUS_VALUES(V, P)                                                                                 \
  V (P, ACTIVE, "active", N_ ("Active"))                                                                               \
  V (P, GATE_PENDING, "gate_pending", N_ ("Gate pending"))                                                             \
  V (P, PAUSED, "paused", N_ ("Paused"))                                                                               \
  V (P, CLOSED, "closed", N_ ("Closed"))

#define SL_SECTOR_VALUES(V, P)                                                                                         \
  V (P, PUBLIC, "public", N_ ("Public"))                                                                               \
  V (P, PRIVATE, "private", N_ ("Private"))                                                                            \
  V (P, VOLUNTARY, "voluntary", N_ ("Voluntary"))                                                                      \
  V (P, ACADEMIC, "academic", N_ ("Academic"))                                                                         \
  V (P, CITIZENS, "citizens", N_ ("Citizens"))                                                                         \
  V (P, REGULATOR, "regulator", N_ ("Regulator"))

#define SL_ORGANISATION_ROLE_VALUES(V, P)                                                                              \
  V (P, SPONSOR, "sponsor", N_ ("Sponsor"))                                                                            \
  V (P, PARTNER, "partner", N_ ("Partner"))                                                                            \
  V (P, INTEGRATOR, "integrator", N_ ("Integrator"))                                                                   \
  V (P, SUPPLIER, "supplier", N_ ("Supplier"))                                                                         \
  V (P, USER_GROUP, "user_group", N_ ("User group"))                                                                   \
  V (P, REGULATOR, "regulator", N_ ("Regulator"))

#define SL_SCALE_VALUES(V, P)                                                                                          \
  V (P, PROBABILITY, "probability", N_ ("Probability"))                                                                \
  V (P, COST, "cost", N_ ("Cost"))                                                                                     \
  V (P, TIME, "time", N_ ("Time"))                                                                                     \
  V (P, BENEFIT, "benefit", N_ ("Benefit lost"))                                                                       \
  V (P, TRUST, "trust", N_ ("Trust and reputation"))                                                                   \
  V (P, SAFETY_SECURITY, "safety_security", N_ ("Safety, security, privacy"))

#define SL_SCOPE_VALUES(V, P)                                                                                          \
  V (P, PROGRAMME, "programme", N_ ("Programme"))                                                                      \
  V (P, STAKEHOLDER, "stakeholder", N_ ("Stakeholder"))

#define SL_APPETITE_LEVEL_VALUES(V, P)                                                                                 \
  V (P, AVERSE, "averse", N_ ("Averse"))                                                                               \
  V (P, MINIMAL, "minimal", N_ ("Minimal"))                                                                            \
  V (P, CAUTIOUS, "cautious", N_ ("Cautious"))                                                                         \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, EAGER, "eager", N_ ("Eager"))                                                                                  \
  V (P, NOT_SET, "not_set", N_ ("Not set"))

#define SL_CATEGORY_VALUES(V, P)                                                                                       \
  V (P, STRATEGY, "strategy", N_ ("Strategy"))                                                                         \
  V (P, GOVERNANCE, "governance", N_ ("Governance"))                                                                   \
  V (P, OPERATIONS, "operations", N_ ("Operations"))                                                                   \
  V (P, LEGAL, "legal", N_ ("Legal"))                                                                                  \
  V (P, PROPERTY, "property", N_ ("Property"))                                                                         \
  V (P, FINANCIAL, "financial", N_ ("Financial"))                                                                      \
  V (P, COMMERCIAL, "commercial", N_ ("Commercial"))                                                                   \
  V (P, PEOPLE, "people", N_ ("People"))                                                                               \
  V (P, TECHNOLOGY, "technology", N_ ("Technology"))                                                                   \
  V (P, INFORMATION, "information", N_ ("Information"))                                                                \
  V (P, SECURITY, "security", N_ ("Security"))                                                                         \
  V (P, PROJECT_PROGRAMME, "project_programme", N_ ("Project or programme"))                                           \
  V (P, REPUTATIONAL, "reputational", N_ ("Reputational"))                                                             \
  V (P, DATA_PRIVACY, "data_privacy", N_ ("Data and privacy"))                                                         \
  V (P, DEPENDENCY, "dependency", N_ ("Dependency"))

#define SL_RISK_KIND_VALUES(V, P)                                                                                      \
  V (P, THREAT, "threat", N_ ("Threat"))                                                                               \
  V (P, OPPORTUNITY, "opportunity", N_ ("Opportunity"))

#define SL_RISK_STATE_VALUES(V, P)                                                                                     \
  V (P, DRAFT, "draft", N_ ("Draft"))                                                                                  \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, TREATING, "treating", N_ ("Treating"))                                                                         \
  V (P, TOLERATED, "tolerated", N_ ("Tolerated"))                                                                      \
  V (P, OCCURRED, "occurred", N_ ("Occurred"))                                                                         \
  V (P, CLOSED, "closed", N_ ("Closed"))

#define SL_RESPONSE_VALUES(V, P)                                                                                       \
  V (P, AVOID, "avoid", N_ ("Avoid"))                                                                                  \
  V (P, REDUCE, "reduce", N_ ("Reduce"))                                                                               \
  V (P, TRANSFER, "transfer", N_ ("Transfer"))                                                                         \
  V (P, SHARE, "share", N_ ("Share"))                                                                                  \
  V (P, ACCEPT, "accept", N_ ("Accept"))                                                                               \
  V (P, PREPARE, "prepare", N_ ("Prepare"))                                                                            \
  V (P, EXPLOIT, "exploit", N_ ("Exploit"))                                                                            \
  V (P, ENHANCE, "enhance", N_ ("Enhance"))                                                                            \
  V (P, REJECT, "reject", N_ ("Reject"))

#define SL_CONFIDENTIALITY_VALUES(V, P)                                                                                \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, BOARD, "board", N_ ("Board"))                                                                                  \
  V (P, RESTRICTED, "restricted", N_ ("Restricted"))

#define SL_ESCALATION_LEVEL_VALUES(V, P)                                                                               \
  V (P, PROJECT, "project", N_ ("Project"))                                                                            \
  V (P, PROGRAMME, "programme", N_ ("Programme"))                                                                      \
  V (P, BOARD, "board", N_ ("Board"))                                                                                  \
  V (P, CORPORATE, "corporate", N_ ("Corporate"))

#define SL_CLOSE_REASON_VALUES(V, P)                                                                                   \
  V (P, WINDOW_PASSED, "window_passed", N_ ("Window passed"))                                                          \
  V (P, AVOIDED, "avoided", N_ ("Avoided"))                                                                            \
  V (P, WITHIN_APPETITE, "within_appetite", N_ ("Within appetite"))                                                    \
  V (P, TRANSFERRED, "transferred", N_ ("Transferred"))                                                                \
  V (P, DUPLICATE, "duplicate", N_ ("Duplicate"))                                                                      \
  V (P, PROJECT_CLOSED, "project_closed", N_ ("Project closed"))                                                       \
  V (P, ERROR, "error", N_ ("Entered in error"))

#define SL_ASSESSMENT_TYPE_VALUES(V, P)                                                                                \
  V (P, INHERENT, "inherent", N_ ("Inherent"))                                                                         \
  V (P, CURRENT, "current", N_ ("Current"))                                                                            \
  V (P, TARGET, "target", N_ ("Target"))

#define SL_CONFIDENCE_VALUES(V, P)                                                                                     \
  V (P, LOW, "low", N_ ("Low"))                                                                                        \
  V (P, MEDIUM, "medium", N_ ("Medium"))                                                                               \
  V (P, HIGH, "high", N_ ("High"))

#define SL_REVIEW_OUTCOME_VALUES(V, P)                                                                                 \
  V (P, NO_CHANGE, "no_change", N_ ("No change"))                                                                      \
  V (P, RESCORED, "rescored", N_ ("Rescored"))                                                                         \
  V (P, ESCALATED, "escalated", N_ ("Escalated"))                                                                      \
  V (P, CLOSED, "closed", N_ ("Closed"))

#define SL_ACTION_STATE_VALUES(V, P)                                                                                   \
  V (P, PLANNED, "planned", N_ ("Planned"))                                                                            \
  V (P, IN_PROGRESS, "in_progress", N_ ("In progress"))                                                                \
  V (P, BLOCKED, "blocked", N_ ("Blocked"))                                                                            \
  V (P, DONE, "done", N_ ("Done"))                                                                                     \
  V (P, VERIFIED, "verified", N_ ("Verified"))                                                                         \
  V (P, CANCELLED, "cancelled", N_ ("Cancelled"))

#define SL_NEW_RISK_VALUES(V, P)                                                                                       \
  V (P, UNKNOWN, "unknown", N_ ("Not answered"))                                                                       \
  V (P, NO, "no", N_ ("No"))                                                                                           \
  V (P, YES, "yes", N_ ("Yes"))

#define SL_NODE_TYPE_VALUES(V, P)                                                                                      \
  V (P, STRATEGIC_PURPOSE, "strategic_purpose", N_ ("Strategic purpose"))                                              \
  V (P, END_OUTCOME, "end_outcome", N_ ("End outcome"))                                                                \
  V (P, INTERMEDIATE_OUTCOME, "intermediate_outcome", N_ ("Intermediate outcome"))                                     \
  V (P, BUSINESS_CHANGE, "business_change", N_ ("Business change"))                                                    \
  V (P, ENABLER, "enabler", N_ ("Enabler"))                                                                            \
  V (P, INVESTMENT, "investment", N_ ("Investment"))

#define SL_NODE_STATUS_VALUES(V, P)                                                                                    \
  V (P, PLANNED, "planned", N_ ("Planned"))                                                                            \
  V (P, IN_PROGRESS, "in_progress", N_ ("In progress"))                                                                \
  V (P, DELIVERED, "delivered", N_ ("Delivered"))                                                                      \
  V (P, ADOPTED, "adopted", N_ ("Adopted"))                                                                            \
  V (P, ACHIEVED, "achieved", N_ ("Achieved"))                                                                         \
  V (P, DROPPED, "dropped", N_ ("Dropped"))

#define SL_VALUE_DOMAIN_VALUES(V, P)                                                                                   \
  V (P, FINANCIAL, "financial", N_ ("Financial"))                                                                      \
  V (P, ECONOMIC, "economic", N_ ("Economic"))                                                                         \
  V (P, SOCIAL, "social", N_ ("Social"))                                                                               \
  V (P, ENVIRONMENTAL, "environmental", N_ ("Environmental"))

#define SL_POLARITY_VALUES(V, P)                                                                                       \
  V (P, POSITIVE, "positive", N_ ("Positive"))                                                                         \
  V (P, NEGATIVE, "negative", N_ ("Negative"))

#define SL_LINK_WEIGHT_VALUES(V, P)                                                                                    \
  V (P, ESSENTIAL, "essential", N_ ("Essential"))                                                                      \
  V (P, CONTRIBUTING, "contributing", N_ ("Contributing"))

#define SL_BENEFIT_TYPE_VALUES(V, P)                                                                                   \
  V (P, BENEFIT, "benefit", N_ ("Benefit"))                                                                            \
  V (P, DIS_BENEFIT, "dis_benefit", N_ ("Dis-benefit"))

#define SL_ORIGIN_VALUES(V, P)                                                                                         \
  V (P, PLANNED, "planned", N_ ("Planned"))                                                                            \
  V (P, UNINTENDED, "unintended", N_ ("Unintended"))

#define SL_VALUE_CLASS_VALUES(V, P)                                                                                    \
  V (P, CASH_RELEASING, "cash_releasing", N_ ("Cash-releasing"))                                                       \
  V (P, NON_CASH_RELEASING, "non_cash_releasing", N_ ("Non-cash-releasing"))                                           \
  V (P, QUANTIFIED, "quantified", N_ ("Quantified"))                                                                   \
  V (P, QUALITATIVE, "qualitative", N_ ("Qualitative"))

#define SL_RECIPIENT_VALUES(V, P)                                                                                      \
  V (P, SPONSOR, "sponsor", N_ ("Sponsor"))                                                                            \
  V (P, OTHER_PUBLIC, "other_public", N_ ("Other public body"))                                                        \
  V (P, SOCIETY, "society", N_ ("Society"))                                                                            \
  V (P, BUSINESS, "business", N_ ("Business"))                                                                         \
  V (P, PARTNER, "partner", N_ ("Partner"))

#define SL_BENEFIT_STATE_VALUES(V, P)                                                                                  \
  V (P, IDENTIFIED, "identified", N_ ("Identified"))                                                                   \
  V (P, PROFILED, "profiled", N_ ("Profiled"))                                                                         \
  V (P, APPROVED, "approved", N_ ("Approved"))                                                                         \
  V (P, TRACKING, "tracking", N_ ("Tracking"))                                                                         \
  V (P, REALISED, "realised", N_ ("Realised"))                                                                         \
  V (P, SUSTAINED, "sustained", N_ ("Sustained"))                                                                      \
  V (P, CLOSED, "closed", N_ ("Closed"))                                                                               \
  V (P, WITHDRAWN, "withdrawn", N_ ("Withdrawn"))

#define SL_DECLARED_RAG_VALUES(V, P)                                                                                   \
  V (P, GREEN, "green", N_ ("Green"))                                                                                  \
  V (P, AMBER, "amber", N_ ("Amber"))                                                                                  \
  V (P, RED, "red", N_ ("Red"))

#define SL_DIRECTION_VALUES(V, P)                                                                                      \
  V (P, HIGHER, "higher", N_ ("Higher is better"))                                                                     \
  V (P, LOWER, "lower", N_ ("Lower is better"))

#define SL_AGGREGATION_VALUES(V, P)                                                                                    \
  V (P, LEVEL, "level", N_ ("Level"))                                                                                  \
  V (P, FLOW, "flow", N_ ("Flow"))                                                                                     \
  V (P, CUMULATIVE, "cumulative", N_ ("Cumulative"))

#define SL_BASELINE_QUALITY_VALUES(V, P)                                                                               \
  V (P, MEASURED, "measured", N_ ("Measured"))                                                                         \
  V (P, ESTIMATED, "estimated", N_ ("Estimated"))                                                                      \
  V (P, UNKNOWN, "unknown", N_ ("Unknown"))

#define SL_FREQUENCY_VALUES(V, P)                                                                                      \
  V (P, MONTH, "month", N_ ("Monthly"))                                                                                \
  V (P, QUARTER, "quarter", N_ ("Quarterly"))                                                                          \
  V (P, HALF, "half", N_ ("Half-yearly"))                                                                              \
  V (P, YEAR, "year", N_ ("Yearly"))

#define SL_METHOD_VALUES(V, P)                                                                                         \
  V (P, REAL_TIME, "real_time", N_ ("Real-time data"))                                                                 \
  V (P, ADMIN_DATA, "admin_data", N_ ("Administrative data"))                                                          \
  V (P, SURVEY, "survey", N_ ("Survey"))                                                                               \
  V (P, LONGITUDINAL, "longitudinal", N_ ("Long study"))

#define SL_ACTUAL_QUALITY_VALUES(V, P)                                                                                 \
  V (P, VERIFIED, "verified", N_ ("Verified"))                                                                         \
  V (P, PROVISIONAL, "provisional", N_ ("Provisional"))                                                                \
  V (P, ESTIMATED, "estimated", N_ ("Estimated"))

#define SL_STEP_STATE_VALUES(V, P)                                                                                     \
  V (P, PLANNED, "planned", N_ ("Planned"))                                                                            \
  V (P, IN_PROGRESS, "in_progress", N_ ("In progress"))                                                                \
  V (P, DONE, "done", N_ ("Done"))                                                                                     \
  V (P, CANCELLED, "cancelled", N_ ("Cancelled"))

#define SL_ISSUE_STATE_VALUES(V, P)                                                                                    \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, IN_HAND, "in_hand", N_ ("In hand"))                                                                            \
  V (P, RESOLVED, "resolved", N_ ("Resolved"))                                                                         \
  V (P, CLOSED, "closed", N_ ("Closed"))

#define SL_ESCALATION_STATE_VALUES(V, P)                                                                               \
  V (P, RAISED, "raised", N_ ("Raised"))                                                                               \
  V (P, ACCEPTED, "accepted", N_ ("Accepted"))                                                                         \
  V (P, DECIDED, "decided", N_ ("Decided"))                                                                            \
  V (P, RETURNED, "returned", N_ ("Returned"))                                                                         \
  V (P, WITHDRAWN, "withdrawn", N_ ("Withdrawn"))

#define SL_CRITERION_WEIGHT_VALUES(V, P)                                                                               \
  V (P, MANDATORY, "mandatory", N_ ("Mandatory"))                                                                      \
  V (P, IMPORTANT, "important", N_ ("Important"))                                                                      \
  V (P, DESIRABLE, "desirable", N_ ("Desirable"))

#define SL_RATING_VALUES(V, P)                                                                                         \
  V (P, MET, "met", N_ ("Met"))                                                                                        \
  V (P, PARTLY, "partly", N_ ("Partly met"))                                                                           \
  V (P, NOT_MET, "not_met", N_ ("Not met"))                                                                            \
  V (P, NOT_APPLICABLE, "not_applicable", N_ ("Not applicable"))

#define SL_GATE_REVIEW_STATE_VALUES(V, P)                                                                              \
  V (P, PLANNED, "planned", N_ ("Planned"))                                                                            \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, DECIDED, "decided", N_ ("Decided"))

#define SL_DECISION_VALUES(V, P)                                                                                       \
  V (P, PROCEED, "proceed", N_ ("Proceed"))                                                                            \
  V (P, PROCEED_WITH_CONDITIONS, "proceed_with_conditions", N_ ("Proceed with conditions"))                            \
  V (P, REPEAT, "repeat", N_ ("Repeat"))                                                                               \
  V (P, PAUSE, "pause", N_ ("Pause"))                                                                                  \
  V (P, STOP, "stop", N_ ("Stop"))

#define SL_DELIVERY_CONFIDENCE_VALUES(V, P)                                                                            \
  V (P, RED, "red", N_ ("Red"))                                                                                        \
  V (P, AMBER_RED, "amber_red", N_ ("Amber/Red"))                                                                      \
  V (P, AMBER, "amber", N_ ("Amber"))                                                                                  \
  V (P, AMBER_GREEN, "amber_green", N_ ("Amber/Green"))                                                                \
  V (P, GREEN, "green", N_ ("Green"))

#define SL_CONDITION_STATE_VALUES(V, P)                                                                                \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, MET, "met", N_ ("Met"))                                                                                        \
  V (P, LAPSED, "lapsed", N_ ("Lapsed"))                                                                               \
  V (P, WAIVED, "waived", N_ ("Waived"))

#define SL_TRIGGER_OUTCOME_VALUES(V, P)                                                                                \
  V (P, LINKED, "linked", N_ ("Linked to a risk"))                                                                     \
  V (P, NEW_RISK, "new_risk", N_ ("Made a new risk"))                                                                  \
  V (P, DISMISSED, "dismissed", N_ ("Dismissed"))

#define SL_PROMPT_OUTCOME_VALUES(V, P)                                                                                 \
  V (P, ACCEPTED, "accepted", N_ ("Accepted"))                                                                         \
  V (P, DISMISSED, "dismissed", N_ ("Dismissed"))

#define SL_EVIDENCE_KIND_VALUES(V, P)                                                                                  \
  V (P, DOCUMENT, "document", N_ ("Document"))                                                                         \
  V (P, DATA, "data", N_ ("Data"))                                                                                     \
  V (P, DECISION, "decision", N_ ("Decision"))                                                                         \
  V (P, STUDY, "study", N_ ("Study"))                                                                                  \
  V (P, DEMONSTRATION, "demonstration", N_ ("Demonstration"))                                                          \
  V (P, COMPARISON_CASE, "comparison_case", N_ ("Comparison case"))

#define SL_DIMENSION_VALUES(V, P)                                                                                      \
  V (P, PURPOSE, "purpose", N_ ("Strategic purpose"))                                                                  \
  V (P, OPERATING, "operating", N_ ("Operating model"))                                                                \
  V (P, COMMERCIAL, "commercial", N_ ("Commercial model"))                                                             \
  V (P, FINANCIAL, "financial", N_ ("Financial model"))                                                                \
  V (P, DELIVERY, "delivery", N_ ("Delivery model"))

#define SL_ASSUMPTION_RESULT_VALUES(V, P)                                                                              \
  V (P, UNTESTED, "untested", N_ ("Untested"))                                                                         \
  V (P, HOLDS, "holds", N_ ("Holds"))                                                                                  \
  V (P, FAILED, "failed", N_ ("Failed"))

#define SL_CANVAS_STATE_VALUES(V, P)                                                                                   \
  V (P, DRAFT, "draft", N_ ("Draft"))                                                                                  \
  V (P, TESTED, "tested", N_ ("Tested"))                                                                               \
  V (P, AGREED, "agreed", N_ ("Agreed"))

#define SL_PROOF_KIND_VALUES(V, P)                                                                                     \
  V (P, CONCEPT, "concept", N_ ("Proof of concept"))                                                                   \
  V (P, PRODUCT, "product", N_ ("Proof of product"))                                                                   \
  V (P, SERVICE, "service", N_ ("Proof of service"))

#define SL_PROOF_RESULT_VALUES(V, P)                                                                                   \
  V (P, OPEN, "open", N_ ("Open"))                                                                                     \
  V (P, PASSED, "passed", N_ ("Passed"))                                                                               \
  V (P, FAILED, "failed", N_ ("Failed"))

#define SL_COST_KIND_VALUES(V, P)                                                                                      \
  V (P, CAPITAL, "capital", N_ ("Capital"))                                                                            \
  V (P, REVENUE, "revenue", N_ ("Revenue"))

#define SL_INSTRUMENT_VALUES(V, P)                                                                                     \
  V (P, MAINSTREAM, "mainstream", N_ ("Mainstream budget"))                                                            \
  V (P, GRANT, "grant", N_ ("Grant"))                                                                                  \
  V (P, BOND_GO, "bond_go", N_ ("General obligation bond"))                                                            \
  V (P, BOND_REVENUE, "bond_revenue", N_ ("Revenue bond"))                                                             \
  V (P, VENDOR_FINANCE, "vendor_finance", N_ ("Vendor finance"))                                                       \
  V (P, AS_A_SERVICE, "as_a_service", N_ ("As a service"))                                                             \
  V (P, REVENUE_SHARE, "revenue_share", N_ ("Revenue share"))                                                          \
  V (P, REVOLVING_FUND, "revolving_fund", N_ ("Revolving fund"))                                                       \
  V (P, MINI_BOND, "mini_bond", N_ ("Mini-bond"))                                                                      \
  V (P, CROWD, "crowd", N_ ("Crowd funding"))                                                                          \
  V (P, PPP, "ppp", N_ ("Public-private partnership"))                                                                 \
  V (P, LAND_VALUE, "land_value", N_ ("Land-value capture"))                                                           \
  V (P, TAX_INCREMENT, "tax_increment", N_ ("Tax increment"))                                                          \
  V (P, GUARANTEE, "guarantee", N_ ("Guarantee"))                                                                      \
  V (P, PERFORMANCE_CONTRACT, "performance_contract", N_ ("Performance contract"))                                     \
  V (P, VENTURE, "venture", N_ ("Venture capital"))                                                                    \
  V (P, PROJECT_FINANCE, "project_finance", N_ ("Project finance"))                                                    \
  V (P, BLENDED, "blended", N_ ("Blended finance"))                                                                    \
  V (P, IN_KIND, "in_kind", N_ ("In kind"))

#define SL_FUNDING_STATUS_VALUES(V, P)                                                                                 \
  V (P, IDEA, "idea", N_ ("Idea"))                                                                                     \
  V (P, APPLIED, "applied", N_ ("Applied for"))                                                                        \
  V (P, SECURED, "secured", N_ ("Secured"))                                                                            \
  V (P, DRAWN, "drawn", N_ ("Drawn"))                                                                                  \
  V (P, LAPSED, "lapsed", N_ ("Lapsed"))

#define SL_PROCUREMENT_STAGE_VALUES(V, P)                                                                              \
  V (P, PREPARING, "preparing", N_ ("Preparing"))                                                                      \
  V (P, MARKET_ENGAGEMENT, "market_engagement", N_ ("Market engagement"))                                              \
  V (P, LAUNCHED, "launched", N_ ("Launched"))                                                                         \
  V (P, AWARDED, "awarded", N_ ("Awarded"))                                                                            \
  V (P, RUNNING, "running", N_ ("Contract running"))                                                                   \
  V (P, ENDED, "ended", N_ ("Ended"))                                                                                  \
  V (P, CANCELLED, "cancelled", N_ ("Cancelled"))

#define SL_STANCE_VALUES(V, P)                                                                                         \
  V (P, DO, "do", N_ ("Do"))                                                                                           \
  V (P, AVOID, "avoid", N_ ("Avoid"))

#define SL_CHECKLIST_REPLY_VALUES(V, P)                                                                                \
  V (P, YES, "yes", N_ ("Yes"))                                                                                        \
  V (P, PARTLY, "partly", N_ ("Partly"))                                                                               \
  V (P, NO, "no", N_ ("No"))                                                                                           \
  V (P, NOT_RELEVANT, "not_relevant", N_ ("Not relevant"))

#define SL_ENGAGEMENT_SIDE_VALUES(V, P)                                                                                \
  V (P, CUSTOMERS, "customers", N_ ("Customers"))                                                                      \
  V (P, SUPPLIERS, "suppliers", N_ ("Suppliers"))                                                                      \
  V (P, BOTH, "both", N_ ("Customers and suppliers"))

#define SL_LESSON_RESULT_VALUES(V, P)                                                                                  \
  V (P, KEPT, "kept", N_ ("Kept"))                                                                                     \
  V (P, CHANGED, "changed", N_ ("Changed"))                                                                            \
  V (P, DROPPED, "dropped", N_ ("Dropped"))

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
  E (NEW_RISK, new_risk)                                                                                               \
  E (NODE_TYPE, node_type)                                                                                             \
  E (NODE_STATUS, node_status)                                                                                         \
  E (VALUE_DOMAIN, value_domain)                                                                                       \
  E (POLARITY, polarity)                                                                                               \
  E (LINK_WEIGHT, link_weight)                                                                                         \
  E (BENEFIT_TYPE, benefit_type)                                                                                       \
  E (ORIGIN, origin)                                                                                                   \
  E (VALUE_CLASS, value_class)                                                                                         \
  E (RECIPIENT, recipient)                                                                                             \
  E (BENEFIT_STATE, benefit_state)                                                                                     \
  E (DECLARED_RAG, declared_rag)                                                                                       \
  E (DIRECTION, direction)                                                                                             \
  E (AGGREGATION, aggregation)                                                                                         \
  E (BASELINE_QUALITY, baseline_quality)                                                                               \
  E (FREQUENCY, frequency)                                                                                             \
  E (METHOD, method)                                                                                                   \
  E (ACTUAL_QUALITY, actual_quality)                                                                                   \
  E (STEP_STATE, step_state)                                                                                           \
  E (ISSUE_STATE, issue_state)                                                                                         \
  E (ESCALATION_STATE, escalation_state)                                                                               \
  E (CRITERION_WEIGHT, criterion_weight)                                                                               \
  E (RATING, rating)                                                                                                   \
  E (GATE_REVIEW_STATE, gate_review_state)                                                                             \
  E (DECISION, decision)                                                                                               \
  E (DELIVERY_CONFIDENCE, delivery_confidence)                                                                         \
  E (CONDITION_STATE, condition_state)                                                                                 \
  E (TRIGGER_OUTCOME, trigger_outcome)                                                                                 \
  E (PROMPT_OUTCOME, prompt_outcome)                                                                                   \
  E (EVIDENCE_KIND, evidence_kind)                                                                                     \
  E (DIMENSION, dimension)                                                                                             \
  E (ASSUMPTION_RESULT, assumption_result)                                                                             \
  E (CANVAS_STATE, canvas_state)                                                                                       \
  E (PROOF_KIND, proof_kind)                                                                                           \
  E (PROOF_RESULT, proof_result)                                                                                       \
  E (COST_KIND, cost_kind)                                                                                             \
  E (INSTRUMENT, instrument)                                                                                           \
  E (FUNDING_STATUS, funding_status)                                                                                   \
  E (PROCUREMENT_STAGE, procurement_stage)                                                                             \
  E (STANCE, stance)                                                                                                   \
  E (CHECKLIST_REPLY, checklist_reply)                                                                                 \
  E (ENGAGEMENT_SIDE, engagement_side)                                                                                 \
  E (LESSON_RESULT, lesson_result)

/* Constants SL_<PREFIX>_<CONSTANT>, counted from 1. */
#define SL_ENUM_CONSTANT(P, C, t, l) SL_##P##_##C,
#define SL_ENUM_DECLARE(P, v)                                                                                          \
  enum                                                                                                                 \
  {                                                                                                                    \
    SL_##P##_NONE_ = 0,                                                                                                \
    SL_##P##_VALUES (SL_ENUM_CONSTANT, P) SL_##P##_END_                                                                \
  };                                                                                                                   \
  extern const SlEnum sl_##v##_enum;
SL_ENUMS (SL_ENUM_DECLARE)

G_END_DECLS
