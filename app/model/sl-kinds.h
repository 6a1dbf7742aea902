/* sl-kinds.h: every kind of record, its fields and its tokens, declared once (domain.md 2.2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One X-macro per enumeration (sl-enums.h) and per kind (sl-fields-*.h). A field line reads
 *
 *   F (KIND, ID, member, TYPE, label, help, designated initialisers of SlField ...)
 *
 * and becomes a member of the struct, an index SL_<KIND>_<ID> and a row of the field table. To add a field, add its line
 * and a migration in resources/sql.
 */
#pragma once

#include "model/sl-enums.h"
#include "model/sl-fields-benefit.h"
#include "model/sl-fields-case.h"
#include "model/sl-fields-catalogue.h"
#include "model/sl-fields-frame.h"
#include "model/sl-fields-gate.h"
#include "model/sl-fields-health.h"
#include "model/sl-fields-map.h"
#include "model/sl-fields-practice.h"
#include "model/sl-fields-risk.h"
#include "model/sl-kind.h"
#include "model/sl-record.h"

G_BEGIN_DECLS

/* K (ID, Struct, token, label, plural, codes, flags), in the order of the interchange. */
#define SL_KINDS(K)                                                                                                    \
  K (PROGRAMME, SlProgrammeInfo, programme, N_ ("Programme"), N_ ("Programmes"), "PRG-###",                            \
     SL_KIND_SINGLE | SL_KIND_SMALL)                                                                                   \
  K (ORGANISATION, SlOrganisation, organisation, N_ ("Organisation"), N_ ("Organisations"), "ORG-##", SL_KIND_SMALL)   \
  K (PERSON, SlPerson, person, N_ ("Person"), N_ ("People"), "P-##", SL_KIND_SMALL)                                    \
  K (SETTINGS, SlSettings, settings, N_ ("Settings"), N_ ("Settings versions"), NULL, SL_KIND_FINAL | SL_KIND_SMALL)   \
  K (SCALE_BAND, SlScaleBand, scale_band, N_ ("Scale band"), N_ ("Scale bands"), NULL, SL_KIND_FINAL | SL_KIND_SMALL)  \
  K (PROJECT, SlProject, project, N_ ("Project"), N_ ("Projects"), "PRJ-###", SL_KIND_SMALL)                           \
  K (APPETITE, SlAppetite, appetite, N_ ("Appetite statement"), N_ ("Appetite statements"), NULL,                      \
     SL_KIND_APPEND_ONLY | SL_KIND_SMALL)                                                                              \
  K (HEALTH_SUB_FACTOR, SlHealthSubFactor, health_sub_factor, N_ ("Health sub-factor"), N_ ("Health sub-factors"),     \
     "a#|b#|c#|d#|e#|f#|g#|h#|i#", SL_KIND_SMALL | SL_KIND_SET_CODE)                                                   \
  K (HEALTH_STATEMENT, SlHealthStatement, health_statement, N_ ("Health statement"), N_ ("Health statements"),         \
     "a#.#|b#.#|c#.#|d#.#|e#.#|f#.#|g#.#|h#.#|i#.#", SL_KIND_SMALL | SL_KIND_SET_CODE)                                 \
  K (RISK_PROMPT, SlRiskPrompt, risk_prompt, N_ ("Risk prompt"), N_ ("Risk prompts"), "P##",                           \
     SL_KIND_SMALL | SL_KIND_SET_CODE)                                                                                 \
  K (CHECKLIST, SlChecklist, checklist, N_ ("Checklist"), N_ ("Checklists"), "CL#", SL_KIND_SMALL | SL_KIND_SET_CODE)  \
  K (CHECKLIST_QUESTION, SlChecklistQuestion, checklist_question, N_ ("Checklist question"),                           \
     N_ ("Checklist questions"), "CL#.#", SL_KIND_SMALL | SL_KIND_SET_CODE)                                            \
  K (EVIDENCE, SlEvidence, evidence, N_ ("Evidence item"), N_ ("Evidence items"), "EV-##", 0)                          \
  K (MAP_NODE, SlMapNode, map_node, N_ ("Map node"), N_ ("Map nodes"), "SP#|E#|I#|C#|N#|V#", 0)                        \
  K (MAP_EDGE, SlMapEdge, map_edge, N_ ("Map link"), N_ ("Map links"), NULL, SL_KIND_LINK | SL_KIND_ACYCLIC)           \
  K (EDGE_EVIDENCE, SlEdgeEvidence, edge_evidence, N_ ("Evidence of a link"), N_ ("Evidence of links"), NULL,          \
     SL_KIND_LINK)                                                                                                     \
  K (RISK, SlRisk, risk, N_ ("Risk"), N_ ("Risks"), "R-###", 0)                                                        \
  K (RISK_ASSESSMENT, SlRiskAssessment, risk_assessment, N_ ("Risk assessment"), N_ ("Risk assessments"), NULL,        \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (RISK_REVIEW, SlRiskReview, risk_review, N_ ("Risk review"), N_ ("Risk reviews"), NULL, SL_KIND_APPEND_ONLY)       \
  K (RISK_NODE, SlRiskNode, risk_node, N_ ("Node of a risk"), N_ ("Nodes of risks"), NULL, SL_KIND_LINK)               \
  K (RISK_GATE, SlRiskGate, risk_gate, N_ ("Gate of a risk"), N_ ("Gates of risks"), NULL, SL_KIND_LINK)               \
  K (RISK_BENEFIT, SlRiskBenefit, risk_benefit, N_ ("Benefit of a risk"), N_ ("Benefits of risks"), NULL,              \
     SL_KIND_LINK)                                                                                                     \
  K (ISSUE, SlIssue, issue, N_ ("Issue"), N_ ("Issues"), "ISS-###", 0)                                                 \
  K (ISSUE_NODE, SlIssueNode, issue_node, N_ ("Node of an issue"), N_ ("Nodes of issues"), NULL, SL_KIND_LINK)         \
  K (ESCALATION, SlEscalation, escalation, N_ ("Escalation"), N_ ("Escalations"), "ESC-#", 0)                          \
  K (ESCALATION_OPTION, SlEscalationOption, escalation_option, N_ ("Option of an escalation"),                         \
     N_ ("Options of escalations"), NULL, 0)                                                                           \
  K (ACTION, SlAction, action, N_ ("Action"), N_ ("Actions"), "A-##", 0)                                               \
  K (DUE_MOVE, SlDueMove, due_move, N_ ("Due date move"), N_ ("Due date moves"), NULL, SL_KIND_APPEND_ONLY)            \
  K (BENEFIT, SlBenefit, benefit, N_ ("Benefit"), N_ ("Benefits"), "BEN-#", 0)                                         \
  K (MEASURE, SlMeasure, measure, N_ ("Measure"), N_ ("Measures"), "M-#|LM-#", 0)                                      \
  K (BENEFIT_MEASURE, SlBenefitMeasure, benefit_measure, N_ ("Further measure of a benefit"),                          \
     N_ ("Further measures of benefits"), NULL, SL_KIND_LINK)                                                          \
  K (TRAJECTORY_VERSION, SlTrajectoryVersion, trajectory_version, N_ ("Trajectory version"),                           \
     N_ ("Trajectory versions"), NULL, 0)                                                                              \
  K (TRAJECTORY_POINT, SlTrajectoryPoint, trajectory_point, N_ ("Trajectory point"), N_ ("Trajectory points"), NULL,   \
     0)                                                                                                                \
  K (ACTUAL, SlActual, actual, N_ ("Actual"), N_ ("Actuals"), NULL, SL_KIND_APPEND_ONLY)                               \
  K (OWNER_FORECAST, SlOwnerForecast, owner_forecast, N_ ("Owner’s forecast"), N_ ("Owners’ forecasts"), NULL,         \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (REALISATION_STEP, SlRealisationStep, realisation_step, N_ ("Realisation step"), N_ ("Realisation steps"),         \
     "STEP-#", 0)                                                                                                      \
  K (STEP_DEPENDENCY, SlStepDependency, step_dependency, N_ ("Dependency of a step"), N_ ("Dependencies of steps"),    \
     NULL, SL_KIND_LINK | SL_KIND_ACYCLIC)                                                                             \
  K (GATE, SlGate, gate, N_ ("Gate"), N_ ("Gates"), "G#|G#.#|G#.#.#", SL_KIND_SET_CODE)                                \
  K (GATE_CRITERION, SlGateCriterion, gate_criterion, N_ ("Gate criterion"), N_ ("Gate criteria"),                     \
     "G#-##|G#.#-##|G#.#.#-##", SL_KIND_SET_CODE)                                                                      \
  K (GATE_REVIEW, SlGateReview, gate_review, N_ ("Gate review"), N_ ("Gate reviews"), "GR-#", 0)                       \
  K (REVIEW_PANEL, SlReviewPanel, review_panel, N_ ("Panel member"), N_ ("Panel members"), NULL, SL_KIND_LINK)         \
  K (DECISION_BLOCKER, SlDecisionBlocker, decision_blocker, N_ ("Blocker at a decision"),                              \
     N_ ("Blockers at decisions"), NULL, 0)                                                                            \
  K (OVERRIDE, SlOverride, override, N_ ("Override"), N_ ("Overrides"), NULL, SL_KIND_APPEND_ONLY)                     \
  K (WAIVER, SlWaiver, waiver, N_ ("Waiver"), N_ ("Waivers"), NULL, SL_KIND_APPEND_ONLY)                               \
  K (CRITERION_RATING, SlCriterionRating, criterion_rating, N_ ("Criterion rating"), N_ ("Criterion ratings"), NULL,   \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (RATING_EVIDENCE, SlRatingEvidence, rating_evidence, N_ ("Evidence of a rating"), N_ ("Evidence of ratings"),      \
     NULL, SL_KIND_LINK)                                                                                               \
  K (CONDITION, SlCondition, condition, N_ ("Condition"), N_ ("Conditions"), "CON-#", 0)                               \
  K (HEALTH_ROUND, SlHealthRound, health_round, N_ ("Health round"), N_ ("Health rounds"), "HR-#", 0)                  \
  K (HEALTH_ANSWER, SlHealthAnswer, health_answer, N_ ("Health answer"), N_ ("Health answers"), NULL,                  \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (TRIGGER_DISPOSITION, SlTriggerDisposition, trigger_disposition, N_ ("Trigger disposition"),                       \
     N_ ("Trigger dispositions"), NULL, SL_KIND_APPEND_ONLY)                                                           \
  K (CHECKLIST_ANSWER, SlChecklistAnswer, checklist_answer, N_ ("Checklist answer"), N_ ("Checklist answers"), NULL,   \
     SL_KIND_APPEND_ONLY)                                                                                              \
  K (PROMPT_DISPOSITION, SlPromptDisposition, prompt_disposition, N_ ("Prompt disposition"),                           \
     N_ ("Prompt dispositions"), NULL, SL_KIND_APPEND_ONLY)                                                            \
  K (ASSUMPTION, SlAssumption, assumption, N_ ("Assumption"), N_ ("Assumptions"), "AS-##", 0)                          \
  K (MODEL_CANVAS, SlModelCanvas, model_canvas, N_ ("Model canvas"), N_ ("Model canvases"), NULL, 0)                   \
  K (CANVAS_OPTION, SlCanvasOption, canvas_option, N_ ("Canvas option"), N_ ("Canvas options"), NULL, 0)               \
  K (PROOF, SlProof, proof, N_ ("Proof"), N_ ("Proofs"), "PRF-#", 0)                                                   \
  K (PROOF_CRITERION, SlProofCriterion, proof_criterion, N_ ("Acceptance criterion"), N_ ("Acceptance criteria"),      \
     NULL, 0)                                                                                                          \
  K (PROOF_PARTNER, SlProofPartner, proof_partner, N_ ("Partner in a proof"), N_ ("Partners in proofs"), NULL,         \
     SL_KIND_LINK)                                                                                                     \
  K (BUSINESS_CASE_VERSION, SlBusinessCaseVersion, business_case_version, N_ ("Business case version"),                \
     N_ ("Business case versions"), NULL, 0)                                                                           \
  K (COST_LINE, SlCostLine, cost_line, N_ ("Cost line"), N_ ("Cost lines"), NULL, 0)                                   \
  K (BENEFIT_LINE, SlBenefitLine, benefit_line, N_ ("Benefit line"), N_ ("Benefit lines"), NULL, 0)                    \
  K (COST_CENTRE_SHARE, SlCostCentreShare, cost_centre_share, N_ ("Cost centre share"), N_ ("Cost centre shares"),     \
     NULL, 0)                                                                                                          \
  K (FUNDING_SOURCE, SlFundingSource, funding_source, N_ ("Funding source"), N_ ("Funding sources"), "FUND-#", 0)      \
  K (FUNDING_YEAR, SlFundingYear, funding_year, N_ ("Funding of a year"), N_ ("Funding by year"), NULL, 0)             \
  K (PROCUREMENT, SlProcurement, procurement, N_ ("Procurement"), N_ ("Procurements"), "PROC-#", 0)                    \
  K (PROCUREMENT_SIGNOFF, SlProcurementSignoff, procurement_signoff, N_ ("Sign-off"), N_ ("Sign-offs"), NULL, 0)       \
  K (CONTRACT_BREAK, SlContractBreak, contract_break, N_ ("Contract break"), N_ ("Contract breaks"), NULL, 0)          \
  K (AGREEMENT, SlAgreement, agreement, N_ ("Agreement"), N_ ("Agreements"), "AGR-#", 0)                               \
  K (ENGAGEMENT, SlEngagement, engagement, N_ ("Engagement"), N_ ("Engagements"), "ENG-##", 0)                         \
  K (LESSON, SlLesson, lesson, N_ ("Lesson"), N_ ("Lessons"), "LES-##", 0)                                             \
  K (RECOMMENDATION_LINK, SlRecommendationLink, recommendation_link, N_ ("Recommendation link"),                       \
     N_ ("Recommendation links"), NULL, 0)                                                                             \
  K (SEAL, SlSeal, seal, N_ ("Seal"), N_ ("Seals"), NULL, SL_KIND_APPEND_ONLY | SL_KIND_FINAL)                         \
  K (SAVED_VIEW, SlSavedView, saved_view, N_ ("Saved view"), N_ ("Saved views"), NULL, SL_KIND_SMALL)                  \
  K (REPORT_PRESET, SlReportPreset, report_preset, N_ ("Report preset"), N_ ("Report presets"), NULL, SL_KIND_SMALL)   \
  K (IMPORT_MAPPING, SlImportMapping, import_mapping, N_ ("Import mapping"), N_ ("Import mappings"), NULL,             \
     SL_KIND_SMALL)

#define SL_KIND_ID(ID, ...) SL_KIND_##ID,
typedef enum
{
  SL_KINDS (SL_KIND_ID) SL_N_KINDS
} SlKindId;

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
