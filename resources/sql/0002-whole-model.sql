-- Schema 2: every other kind of record, and codes counted by their stem ("R-", "E", "G3-") instead of by kind.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE "health_sub_factor" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "factor" TEXT
) STRICT;

CREATE TABLE "health_statement" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "sub_factor" INTEGER REFERENCES "health_sub_factor" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "risk_prompt" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "sub_factor" INTEGER REFERENCES "health_sub_factor" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "category" TEXT,
  "refs" TEXT,
  "cause" TEXT,
  "event" TEXT,
  "effect" TEXT
) STRICT;

CREATE TABLE "checklist" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "refs" TEXT
) STRICT;

CREATE TABLE "checklist_question" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "checklist" INTEGER NOT NULL REFERENCES "checklist" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "refs" TEXT,
  "stance" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "evidence" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "kind" TEXT,
  "reference" TEXT,
  "dated" TEXT,
  "valid_days" INTEGER NOT NULL,
  "holder" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "map_node" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "type" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL,
  "planned" TEXT,
  "forecast" TEXT,
  "actual" TEXT,
  "budget" INTEGER,
  "domain" TEXT,
  "polarity" TEXT NOT NULL,
  "risk_considered" INTEGER NOT NULL DEFAULT 0,
  "x" INTEGER,
  "y" INTEGER
) STRICT;

CREATE TABLE "map_edge" (
  "uid" INTEGER PRIMARY KEY,
  "from" INTEGER NOT NULL REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "to" INTEGER NOT NULL REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "weight" TEXT NOT NULL,
  "evidence" INTEGER NOT NULL,
  "rationale" TEXT
) STRICT;

CREATE TABLE "edge_evidence" (
  "uid" INTEGER PRIMARY KEY,
  "edge" INTEGER NOT NULL REFERENCES "map_edge" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "evidence" INTEGER NOT NULL REFERENCES "evidence" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "risk_node" (
  "uid" INTEGER PRIMARY KEY,
  "risk" INTEGER NOT NULL REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "node" INTEGER NOT NULL REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "risk_gate" (
  "uid" INTEGER PRIMARY KEY,
  "risk" INTEGER NOT NULL REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "gate" INTEGER NOT NULL REFERENCES "gate" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "risk_benefit" (
  "uid" INTEGER PRIMARY KEY,
  "risk" INTEGER NOT NULL REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "benefit" INTEGER NOT NULL REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "issue" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "from_risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "impact_cost" INTEGER,
  "impact_time" INTEGER,
  "impact_benefit" INTEGER,
  "impact_trust" INTEGER,
  "impact_safety_security" INTEGER,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "raised" TEXT,
  "due" TEXT,
  "state" TEXT NOT NULL,
  "decision" TEXT,
  "cost_remaining" INTEGER
) STRICT;

CREATE TABLE "issue_node" (
  "uid" INTEGER PRIMARY KEY,
  "issue" INTEGER NOT NULL REFERENCES "issue" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "node" INTEGER NOT NULL REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "escalation" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "issue" INTEGER REFERENCES "issue" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "benefit" INTEGER REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "asked" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "raised_on" TEXT,
  "raised_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "from_level" TEXT,
  "to_level" TEXT,
  "decision_due" TEXT,
  "decided_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "decided_on" TEXT,
  "decision" TEXT
) STRICT;

CREATE TABLE "escalation_option" (
  "uid" INTEGER PRIMARY KEY,
  "escalation" INTEGER NOT NULL REFERENCES "escalation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "cost" INTEGER,
  "effect" TEXT
) STRICT;

CREATE TABLE "benefit" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "node" INTEGER REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "value_class" TEXT,
  "domain" TEXT,
  "recipient" TEXT,
  "cost_centre" TEXT,
  "priority" INTEGER,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "owner_accepted" TEXT,
  "state" TEXT NOT NULL,
  "attribution" TEXT,
  "annual_value_at_target" INTEGER,
  "unit_overlap_group" TEXT,
  "plan" TEXT,
  "primary_measure" INTEGER REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "adopted_on" TEXT,
  "recovery_approved_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "recovery_approved_on" TEXT,
  "declared_rag" TEXT,
  "declared_on" TEXT,
  "declared_reason" TEXT
) STRICT;

CREATE TABLE "measure" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "node" INTEGER REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "unit" TEXT,
  "decimals" INTEGER NOT NULL,
  "direction" TEXT NOT NULL,
  "aggregation" TEXT NOT NULL,
  "baseline" INTEGER,
  "baseline_date" TEXT,
  "baseline_source" TEXT,
  "baseline_quality" TEXT,
  "target" INTEGER,
  "target_date" TEXT,
  "frequency" TEXT,
  "lag_days" INTEGER NOT NULL,
  "method" TEXT,
  "collector" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "demand" INTEGER NOT NULL DEFAULT 0,
  "green_tol" INTEGER,
  "amber_tol" INTEGER
) STRICT;

CREATE TABLE "benefit_measure" (
  "uid" INTEGER PRIMARY KEY,
  "benefit" INTEGER NOT NULL REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "measure" INTEGER NOT NULL REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "trajectory_version" (
  "uid" INTEGER PRIMARY KEY,
  "measure" INTEGER NOT NULL REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "version" INTEGER NOT NULL,
  "approved_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "reason" TEXT
) STRICT;

CREATE TABLE "trajectory_point" (
  "uid" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL REFERENCES "trajectory_version" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "period_end" TEXT NOT NULL,
  "planned" INTEGER
) STRICT;

CREATE TABLE "actual" (
  "uid" INTEGER PRIMARY KEY,
  "measure" INTEGER NOT NULL REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "period_end" TEXT NOT NULL,
  "value" INTEGER,
  "quality" TEXT,
  "source" TEXT,
  "ad_hoc" INTEGER NOT NULL DEFAULT 0,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "at" TEXT
) STRICT;

CREATE TABLE "owner_forecast" (
  "uid" INTEGER PRIMARY KEY,
  "measure" INTEGER NOT NULL REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "made_on" TEXT,
  "period_end" TEXT,
  "value" INTEGER,
  "basis" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "realisation_step" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "benefit" INTEGER REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "activity" TEXT NOT NULL,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "priority" INTEGER,
  "state" TEXT NOT NULL
) STRICT;

CREATE TABLE "step_dependency" (
  "uid" INTEGER PRIMARY KEY,
  "step" INTEGER NOT NULL REFERENCES "realisation_step" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "on" INTEGER NOT NULL REFERENCES "realisation_step" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "gate" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER NOT NULL REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "number" INTEGER NOT NULL,
  "from_phase" TEXT,
  "to_phase" TEXT,
  "baseline_date" TEXT,
  "forecast_date" TEXT,
  "significant_commitment" INTEGER NOT NULL DEFAULT 0,
  "chair" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "gate_criterion" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "gate" INTEGER NOT NULL REFERENCES "gate" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "weight" TEXT NOT NULL,
  "refs" TEXT,
  "auto_rule" TEXT,
  "evidence_needed" INTEGER NOT NULL DEFAULT 0,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "gate_review" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "gate" INTEGER NOT NULL REFERENCES "gate" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "date" TEXT,
  "decision" TEXT,
  "reason" TEXT,
  "recommendation" TEXT,
  "dissent" TEXT,
  "declared_dca" TEXT,
  "declared_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "declared_on" TEXT,
  "declared_reason" TEXT,
  "restart_criteria" TEXT,
  "represent_by" TEXT
) STRICT;

CREATE TABLE "review_panel" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER NOT NULL REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "decision_blocker" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "blocker" TEXT NOT NULL,
  "subject" TEXT,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "override" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "blocker" TEXT NOT NULL,
  "subject" TEXT,
  "reason" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "waiver" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "statement" INTEGER NOT NULL REFERENCES "health_statement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "criterion_rating" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "criterion" INTEGER NOT NULL REFERENCES "gate_criterion" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "rating" TEXT NOT NULL,
  "comment" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "rating_evidence" (
  "uid" INTEGER PRIMARY KEY,
  "rating" INTEGER NOT NULL REFERENCES "criterion_rating" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "evidence" INTEGER NOT NULL REFERENCES "evidence" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "condition" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "mandatory" INTEGER NOT NULL DEFAULT 0,
  "state" TEXT NOT NULL,
  "settled_on" TEXT
) STRICT;

CREATE TABLE "health_round" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER NOT NULL REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL
) STRICT;

CREATE TABLE "health_answer" (
  "uid" INTEGER PRIMARY KEY,
  "round" INTEGER NOT NULL REFERENCES "health_round" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "statement" INTEGER NOT NULL REFERENCES "health_statement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "respondent" TEXT,
  "group" TEXT,
  "value" INTEGER,
  "comment" TEXT,
  "date" TEXT
) STRICT;

CREATE TABLE "trigger_disposition" (
  "uid" INTEGER PRIMARY KEY,
  "round" INTEGER NOT NULL REFERENCES "health_round" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "statement" INTEGER NOT NULL REFERENCES "health_statement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "disposition" TEXT NOT NULL,
  "risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "checklist_answer" (
  "uid" INTEGER PRIMARY KEY,
  "question" INTEGER NOT NULL REFERENCES "checklist_question" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "gate" INTEGER REFERENCES "gate" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reply" TEXT NOT NULL,
  "note" TEXT,
  "evidence" INTEGER REFERENCES "evidence" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "prompt_disposition" (
  "uid" INTEGER PRIMARY KEY,
  "prompt" INTEGER NOT NULL REFERENCES "risk_prompt" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "disposition" TEXT NOT NULL,
  "risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE "assumption" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "dimension" TEXT,
  "text" TEXT NOT NULL,
  "riskiness" INTEGER,
  "test" TEXT,
  "test_by" TEXT,
  "result" TEXT NOT NULL,
  "follow_up" TEXT
) STRICT;

CREATE TABLE "model_canvas" (
  "uid" INTEGER PRIMARY KEY,
  "project" INTEGER NOT NULL REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "dimension" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "as_is" TEXT,
  "choice" TEXT,
  "open_questions" TEXT
) STRICT;

CREATE TABLE "canvas_option" (
  "uid" INTEGER PRIMARY KEY,
  "canvas" INTEGER NOT NULL REFERENCES "model_canvas" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "proof" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "hypothesis" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "date" TEXT
) STRICT;

CREATE TABLE "proof_criterion" (
  "uid" INTEGER PRIMARY KEY,
  "proof" INTEGER NOT NULL REFERENCES "proof" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "proof_partner" (
  "uid" INTEGER PRIMARY KEY,
  "proof" INTEGER NOT NULL REFERENCES "proof" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "business_case_version" (
  "uid" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "date" TEXT,
  "approved_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "discount_rate" INTEGER,
  "cost_bias" INTEGER,
  "benefit_bias" INTEGER,
  "changes" TEXT
) STRICT;

CREATE TABLE "cost_line" (
  "uid" INTEGER PRIMARY KEY,
  "year" INTEGER NOT NULL,
  "amount" INTEGER,
  "kind" TEXT,
  "node" INTEGER REFERENCES "map_node" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "benefit_line" (
  "uid" INTEGER PRIMARY KEY,
  "year" INTEGER NOT NULL,
  "amount" INTEGER,
  "benefit" INTEGER REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "cost_centre_share" (
  "uid" INTEGER PRIMARY KEY,
  "cost_centre" TEXT NOT NULL,
  "year" INTEGER,
  "cost_share" INTEGER,
  "benefit_share" INTEGER
) STRICT;

CREATE TABLE "funding_source" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "instrument" TEXT,
  "status" TEXT NOT NULL,
  "provider" INTEGER REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "budget_cycle" TEXT,
  "repay_from" TEXT,
  "rate" INTEGER,
  "term_years" INTEGER,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE "funding_year" (
  "uid" INTEGER PRIMARY KEY,
  "source" INTEGER NOT NULL REFERENCES "funding_source" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "year" INTEGER NOT NULL,
  "amount" INTEGER
) STRICT;

CREATE TABLE "procurement" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "route" TEXT,
  "stage" TEXT NOT NULL,
  "buys_outcomes" INTEGER NOT NULL DEFAULT 0,
  "open_data" INTEGER NOT NULL DEFAULT 0,
  "rewards_innovation" INTEGER NOT NULL DEFAULT 0,
  "no_lock_in" INTEGER NOT NULL DEFAULT 0,
  "price_weight" INTEGER,
  "term_months" INTEGER,
  "exit_cost" INTEGER,
  "existing_vehicle" TEXT
) STRICT;

CREATE TABLE "procurement_signoff" (
  "uid" INTEGER PRIMARY KEY,
  "procurement" INTEGER NOT NULL REFERENCES "procurement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "division" TEXT NOT NULL,
  "person" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "comment" TEXT
) STRICT;

CREATE TABLE "contract_break" (
  "uid" INTEGER PRIMARY KEY,
  "procurement" INTEGER NOT NULL REFERENCES "procurement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL
) STRICT;

CREATE TABLE "agreement" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "procurement" INTEGER REFERENCES "procurement" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "starts" TEXT,
  "ends" TEXT,
  "measure" INTEGER REFERENCES "measure" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "gain_base" INTEGER,
  "gain_pct" INTEGER,
  "gain_floor" INTEGER,
  "gain_cap" INTEGER,
  "base_fee" INTEGER,
  "pay_low" INTEGER,
  "pay_high" INTEGER
) STRICT;

CREATE TABLE "engagement" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "side" TEXT NOT NULL,
  "date" TEXT,
  "segments" TEXT,
  "attendance" INTEGER,
  "cost" INTEGER,
  "lead" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "feedback_on" TEXT,
  "feedback" TEXT
) STRICT;

CREATE TABLE "lesson" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "result" TEXT,
  "story" TEXT,
  "date" TEXT,
  "published_on" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "recommendation_link" (
  "uid" INTEGER PRIMARY KEY,
  "recommendation" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "seal" (
  "uid" INTEGER PRIMARY KEY,
  "review" INTEGER NOT NULL REFERENCES "gate_review" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "head_seq" INTEGER NOT NULL,
  "head_hash" TEXT NOT NULL,
  "state_digest" TEXT NOT NULL,
  "settings_version" INTEGER NOT NULL,
  "pack" TEXT NOT NULL
) STRICT;

CREATE TABLE "saved_view" (
  "uid" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT;

CREATE TABLE "report_preset" (
  "uid" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT;

CREATE TABLE "import_mapping" (
  "uid" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT;

ALTER TABLE "programme" ADD COLUMN "catalogue_version" INTEGER;
ALTER TABLE "project" ADD COLUMN "started" TEXT;
ALTER TABLE "project" ADD COLUMN "phase_since" TEXT;
ALTER TABLE "action" ADD COLUMN "issue" INTEGER REFERENCES "issue" ("uid") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "benefit" INTEGER REFERENCES "benefit" ("uid") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "criterion" INTEGER REFERENCES "gate_criterion" ("uid") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "condition" INTEGER REFERENCES "condition" ("uid") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action" ADD COLUMN "statement" INTEGER REFERENCES "health_statement" ("uid") DEFERRABLE INITIALLY DEFERRED;

-- What refers to a kind of many records is found by it.
CREATE INDEX "map_edge_by_from" ON "map_edge" ("from");
CREATE INDEX "map_edge_by_to" ON "map_edge" ("to");
CREATE INDEX "edge_evidence_by_edge" ON "edge_evidence" ("edge");
CREATE INDEX "edge_evidence_by_evidence" ON "edge_evidence" ("evidence");
CREATE INDEX "risk_node_by_risk" ON "risk_node" ("risk");
CREATE INDEX "risk_node_by_node" ON "risk_node" ("node");
CREATE INDEX "risk_gate_by_risk" ON "risk_gate" ("risk");
CREATE INDEX "risk_gate_by_gate" ON "risk_gate" ("gate");
CREATE INDEX "risk_benefit_by_risk" ON "risk_benefit" ("risk");
CREATE INDEX "risk_benefit_by_benefit" ON "risk_benefit" ("benefit");
CREATE INDEX "issue_by_from_risk" ON "issue" ("from_risk") WHERE "from_risk" IS NOT NULL;
CREATE INDEX "issue_node_by_issue" ON "issue_node" ("issue");
CREATE INDEX "issue_node_by_node" ON "issue_node" ("node");
CREATE INDEX "escalation_by_risk" ON "escalation" ("risk") WHERE "risk" IS NOT NULL;
CREATE INDEX "escalation_by_issue" ON "escalation" ("issue") WHERE "issue" IS NOT NULL;
CREATE INDEX "escalation_by_benefit" ON "escalation" ("benefit") WHERE "benefit" IS NOT NULL;
CREATE INDEX "escalation_option_by_escalation" ON "escalation_option" ("escalation");
CREATE INDEX "benefit_by_node" ON "benefit" ("node") WHERE "node" IS NOT NULL;
CREATE INDEX "benefit_by_primary_measure" ON "benefit" ("primary_measure") WHERE "primary_measure" IS NOT NULL;
CREATE INDEX "measure_by_node" ON "measure" ("node") WHERE "node" IS NOT NULL;
CREATE INDEX "benefit_measure_by_benefit" ON "benefit_measure" ("benefit");
CREATE INDEX "benefit_measure_by_measure" ON "benefit_measure" ("measure");
CREATE INDEX "trajectory_version_by_measure" ON "trajectory_version" ("measure");
CREATE INDEX "trajectory_point_by_version" ON "trajectory_point" ("version");
CREATE INDEX "actual_by_measure" ON "actual" ("measure");
CREATE INDEX "owner_forecast_by_measure" ON "owner_forecast" ("measure");
CREATE INDEX "realisation_step_by_benefit" ON "realisation_step" ("benefit") WHERE "benefit" IS NOT NULL;
CREATE INDEX "step_dependency_by_step" ON "step_dependency" ("step");
CREATE INDEX "step_dependency_by_on" ON "step_dependency" ("on");
CREATE INDEX "gate_criterion_by_gate" ON "gate_criterion" ("gate");
CREATE INDEX "gate_review_by_gate" ON "gate_review" ("gate");
CREATE INDEX "review_panel_by_review" ON "review_panel" ("review");
CREATE INDEX "decision_blocker_by_review" ON "decision_blocker" ("review");
CREATE INDEX "override_by_review" ON "override" ("review");
CREATE INDEX "waiver_by_review" ON "waiver" ("review");
CREATE INDEX "criterion_rating_by_review" ON "criterion_rating" ("review");
CREATE INDEX "criterion_rating_by_criterion" ON "criterion_rating" ("criterion");
CREATE INDEX "rating_evidence_by_rating" ON "rating_evidence" ("rating");
CREATE INDEX "rating_evidence_by_evidence" ON "rating_evidence" ("evidence");
CREATE INDEX "condition_by_review" ON "condition" ("review");
CREATE INDEX "health_answer_by_round" ON "health_answer" ("round");
CREATE INDEX "trigger_disposition_by_round" ON "trigger_disposition" ("round");
CREATE INDEX "trigger_disposition_by_risk" ON "trigger_disposition" ("risk") WHERE "risk" IS NOT NULL;
CREATE INDEX "checklist_answer_by_gate" ON "checklist_answer" ("gate") WHERE "gate" IS NOT NULL;
CREATE INDEX "checklist_answer_by_evidence" ON "checklist_answer" ("evidence") WHERE "evidence" IS NOT NULL;
CREATE INDEX "prompt_disposition_by_risk" ON "prompt_disposition" ("risk") WHERE "risk" IS NOT NULL;
CREATE INDEX "canvas_option_by_canvas" ON "canvas_option" ("canvas");
CREATE INDEX "proof_criterion_by_proof" ON "proof_criterion" ("proof");
CREATE INDEX "proof_partner_by_proof" ON "proof_partner" ("proof");
CREATE INDEX "cost_line_by_node" ON "cost_line" ("node") WHERE "node" IS NOT NULL;
CREATE INDEX "benefit_line_by_benefit" ON "benefit_line" ("benefit") WHERE "benefit" IS NOT NULL;
CREATE INDEX "funding_year_by_source" ON "funding_year" ("source");
CREATE INDEX "procurement_signoff_by_procurement" ON "procurement_signoff" ("procurement");
CREATE INDEX "contract_break_by_procurement" ON "contract_break" ("procurement");
CREATE INDEX "agreement_by_procurement" ON "agreement" ("procurement") WHERE "procurement" IS NOT NULL;
CREATE INDEX "agreement_by_measure" ON "agreement" ("measure") WHERE "measure" IS NOT NULL;
CREATE INDEX "seal_by_review" ON "seal" ("review");
CREATE INDEX "action_by_issue" ON "action" ("issue") WHERE "issue" IS NOT NULL;
CREATE INDEX "action_by_benefit" ON "action" ("benefit") WHERE "benefit" IS NOT NULL;
CREATE INDEX "action_by_criterion" ON "action" ("criterion") WHERE "criterion" IS NOT NULL;
CREATE INDEX "action_by_condition" ON "action" ("condition") WHERE "condition" IS NOT NULL;
CREATE INDEX "action_by_statement" ON "action" ("statement") WHERE "statement" IS NOT NULL;

-- The highest number ever given in a code, by what stands before it, deleted records included.
CREATE TABLE "code_stem" (
  "stem" TEXT PRIMARY KEY,
  "last" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO "code_stem"
SELECT CASE "kind" WHEN 'programme' THEN 'PRG-' WHEN 'organisation' THEN 'ORG-' WHEN 'person' THEN 'P-' WHEN 'project'
  THEN 'PRJ-' WHEN 'risk' THEN 'R-' WHEN 'action' THEN 'A-' END, "last"
FROM "code_number";

DROP TABLE "code_number";
