-- Schema 1: one table per kind of record, named by its token, one column per field; then the journal.
--
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Text, tokens and ISO dates are TEXT; whole numbers, money (minor units), decimals (ten-thousandths), booleans and
-- references are INTEGER. A migration is never edited once released: a new field is a new script. The script runs in one
-- transaction together with the step of user_version.

CREATE TABLE "programme" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "identity" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "city" TEXT,
  "vision" TEXT,
  "currency" TEXT NOT NULL,
  "price_base_year" INTEGER,
  "fiscal_year_start" INTEGER NOT NULL,
  "reporting_period" TEXT NOT NULL,
  "contingency" INTEGER,
  "settings" INTEGER REFERENCES "settings" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "sample" INTEGER NOT NULL DEFAULT 0,
  "fixed_as_of" TEXT
) STRICT;

CREATE TABLE "organisation" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "sector" TEXT,
  "role" TEXT,
  "joined" TEXT,
  "objective" TEXT
) STRICT;

CREATE TABLE "person" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "display_name" TEXT NOT NULL,
  "role_title" TEXT,
  "organisation" INTEGER REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "active_from" TEXT,
  "active_to" TEXT,
  "senior" INTEGER NOT NULL DEFAULT 0,
  "board_member" INTEGER NOT NULL DEFAULT 0,
  "acting_for" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "settings" (
  "uid" INTEGER PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "changed_on" TEXT,
  "changed_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT,
  "grid_1" TEXT NOT NULL,
  "grid_2" TEXT NOT NULL,
  "grid_3" TEXT NOT NULL,
  "grid_4" TEXT NOT NULL,
  "grid_5" TEXT NOT NULL,
  "averse_want" INTEGER NOT NULL,
  "averse_tolerate" INTEGER NOT NULL,
  "minimal_want" INTEGER NOT NULL,
  "minimal_tolerate" INTEGER NOT NULL,
  "cautious_want" INTEGER NOT NULL,
  "cautious_tolerate" INTEGER NOT NULL,
  "open_want" INTEGER NOT NULL,
  "open_tolerate" INTEGER NOT NULL,
  "eager_want" INTEGER NOT NULL,
  "eager_tolerate" INTEGER NOT NULL,
  "review_red" INTEGER NOT NULL,
  "review_amber" INTEGER NOT NULL,
  "review_green" INTEGER NOT NULL,
  "benefit_green_tolerance" INTEGER NOT NULL,
  "benefit_amber_tolerance" INTEGER NOT NULL,
  "weight_criteria" INTEGER NOT NULL,
  "weight_health" INTEGER NOT NULL,
  "weight_risks" INTEGER NOT NULL,
  "weight_benefits" INTEGER NOT NULL,
  "weight_sight" INTEGER NOT NULL
) STRICT;

CREATE TABLE "scale_band" (
  "uid" INTEGER PRIMARY KEY,
  "settings" INTEGER NOT NULL REFERENCES "settings" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "scale" TEXT NOT NULL,
  "level" INTEGER NOT NULL,
  "label" TEXT NOT NULL,
  "upper" INTEGER,
  "mid" INTEGER
) STRICT;

CREATE TABLE "project" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "purpose" TEXT,
  "phase" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "budget" INTEGER,
  "sro" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "manager" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "significant_commitment_date" TEXT
) STRICT;

CREATE TABLE "appetite" (
  "uid" INTEGER PRIMARY KEY,
  "scope" TEXT NOT NULL,
  "stakeholder" INTEGER REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "category" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "approved_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "review_date" TEXT
) STRICT;

CREATE TABLE "risk" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "cause" TEXT,
  "event" TEXT,
  "effect" TEXT,
  "category" TEXT,
  "csf_ref" TEXT,
  "project" INTEGER REFERENCES "project" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "sufferer" INTEGER REFERENCES "organisation" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL,
  "response" TEXT,
  "earliest_date" TEXT,
  "latest_date" TEXT,
  "target_closure" TEXT,
  "next_review" TEXT,
  "early_warning" TEXT,
  "confidentiality" TEXT NOT NULL,
  "escalation_level" TEXT NOT NULL,
  "parent_risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "caused_by_action" INTEGER REFERENCES "action" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "occurred_on" TEXT,
  "closed_on" TEXT,
  "close_reason" TEXT,
  "accepted_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "accepted_on" TEXT,
  "accepted_until" TEXT,
  "acceptance_rationale" TEXT
) STRICT;

CREATE TABLE "risk_assessment" (
  "uid" INTEGER PRIMARY KEY,
  "risk" INTEGER NOT NULL REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "type" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "probability" INTEGER,
  "explicit_pct" INTEGER,
  "impact_cost" INTEGER,
  "impact_time" INTEGER,
  "impact_benefit" INTEGER,
  "impact_trust" INTEGER,
  "impact_safety_security" INTEGER,
  "cost_if_occurs" INTEGER,
  "confidence" TEXT,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "rationale" TEXT
) STRICT;

CREATE TABLE "risk_review" (
  "uid" INTEGER PRIMARY KEY,
  "risk" INTEGER NOT NULL REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "outcome" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "action" (
  "uid" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE,
  "risk" INTEGER REFERENCES "risk" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "owner" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "original_due" TEXT,
  "due" TEXT,
  "state" TEXT NOT NULL,
  "cost" INTEGER,
  "expected_effect" TEXT,
  "creates_new_risk" TEXT NOT NULL,
  "percent" INTEGER,
  "verified_by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "verified_on" TEXT
) STRICT;

CREATE TABLE "due_move" (
  "uid" INTEGER PRIMARY KEY,
  "action" INTEGER NOT NULL REFERENCES "action" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  "by" INTEGER REFERENCES "person" ("uid") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT
) STRICT;

-- Children are found by their parent: the first screen asks for those of sixty risks, and deleting a record must not
-- read every row that could point to it. An edit of a field touches none of these.
CREATE INDEX "scale_band_by_settings" ON "scale_band" ("settings");
CREATE INDEX "risk_by_parent_risk" ON "risk" ("parent_risk") WHERE "parent_risk" IS NOT NULL;
CREATE INDEX "risk_by_caused_by_action" ON "risk" ("caused_by_action") WHERE "caused_by_action" IS NOT NULL;
CREATE INDEX "risk_assessment_by_risk" ON "risk_assessment" ("risk");
CREATE INDEX "risk_review_by_risk" ON "risk_review" ("risk");
CREATE INDEX "action_by_risk" ON "action" ("risk");
CREATE INDEX "due_move_by_action" ON "due_move" ("action");

-- Where the journal stands: one row, written with every change-set.
CREATE TABLE "head" (
  "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
  "seq" INTEGER NOT NULL,
  "hash" BLOB NOT NULL,
  "digest" BLOB NOT NULL
) STRICT;

INSERT INTO "head" VALUES (1, 0, zeroblob (32), zeroblob (32));

-- The highest number ever given in a code of a kind, deleted records included.
CREATE TABLE "code_number" (
  "kind" TEXT PRIMARY KEY,
  "last" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal: one change-set per committed transaction, one change per record it touched. A reason and texts stand
-- beside their salted commitments; only the commitments are hashed, so that texts can be erased and the chain still holds.
CREATE TABLE "changeset" (
  "seq" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "actor" INTEGER,
  "verb" TEXT NOT NULL,
  "reason" TEXT,
  "reason_salt" BLOB,
  "reason_commitment" BLOB,
  "undo_of" INTEGER,
  "digest" BLOB NOT NULL,
  "prev" BLOB NOT NULL,
  "hash" BLOB NOT NULL
) STRICT;

CREATE TABLE "change" (
  "seq" INTEGER NOT NULL,
  "n" INTEGER NOT NULL,
  "op" TEXT NOT NULL CHECK ("op" IN ('create', 'update', 'delete')),
  "kind" TEXT NOT NULL,
  "uid" INTEGER NOT NULL,
  "plain" BLOB NOT NULL,
  "texts" BLOB,
  "salt" BLOB,
  "commitment" BLOB,
  PRIMARY KEY ("seq", "n")
) STRICT, WITHOUT ROWID;
