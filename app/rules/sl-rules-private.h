/* sl-rules-private.h: the shape of a rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-map-status.h"
#include "insight/sl-risk-age.h"
#include "rules/sl-rules.h"
#include "rules/sl-sentence.h"

G_BEGIN_DECLS

typedef struct _SlRule SlRule;

/* What rules need that run over everything, reckoned once. */
typedef struct
{
  SlMapStatus *map;
  SlRegisterAge age;
  SlUid risk; /* whose status this is, or SL_UID_NONE */
  SlRiskStatus status;
} SlCheckWhole;

/* What a rule looks at: one record as it was and as it would be. */
typedef struct
{
  const SlRule *rule;
  const SlView *before_view; /* NULL when everything is checked */
  const SlView *view;        /* as it would be */
  const SlActContext *act;   /* NULL when everything is checked */
  SlVerb verb;
  const SlRecord *before;    /* NULL: new, or everything is checked */
  const SlRecord *after;     /* NULL: deleted */
  guint64 mask;              /* what changed; all bits when everything is checked */
  SlCheckWhole *whole;       /* when everything is checked; else NULL */
  GPtrArray *findings;
} SlCheck;

/* Bits of the mask that stand for changed children of a risk. */
#define SL_CHILD_ASSESSMENT (G_GUINT64_CONSTANT (1) << 61)
#define SL_CHILD_ACTION (G_GUINT64_CONSTANT (1) << 62)
#define SL_CHILD_REVIEW (G_GUINT64_CONSTANT (1) << 63)

typedef enum
{
  SL_RULE_STATE = 1 << 0,  /* about what is: runs on commits and on everything */
  SL_RULE_CHANGE = 1 << 1, /* about a change: runs on commits that edit or create */
  SL_RULE_DELETE = 1 << 2, /* runs on commits that delete */
} SlRuleWhen;

#define SL_KIND_ANY (-1)

struct _SlRule
{
  const char *id;
  int kind;     /* SlKindId or SL_KIND_ANY */
  guint64 mask; /* fields whose change it is about; new records meet every rule */
  SlSeverity severity;
  guint when;   /* SlRuleWhen */
  void (*check) (const SlCheck *check);
  SlConcern concern; /* left out: SL_CONCERN_RECORD */
};

extern const SlRule sl_rules_risk[];
extern const guint sl_n_rules_risk;
extern const SlRule sl_rules_risk_acts[];
extern const guint sl_n_rules_risk_acts;
extern const SlRule sl_rules_watch[];
extern const guint sl_n_rules_watch;
extern const SlRule sl_rules_action[];
extern const guint sl_n_rules_action;
extern const SlRule sl_rules_issue[];
extern const guint sl_n_rules_issue;
extern const SlRule sl_rules_map[];
extern const guint sl_n_rules_map;
extern const SlRule sl_rules_common[];
extern const guint sl_n_rules_common;
extern const SlRule sl_rules_any[];
extern const guint sl_n_rules_any;
extern const SlRule sl_rules_delete[];
extern const guint sl_n_rules_delete;

/* What is derived about the risk looked at; several rules ask. */
void sl_check_risk_status (const SlCheck *check, SlRiskStatus *status);

/* Adds a finding about the record looked at. @field: or -1. Arguments: NULL-terminated; see sl-sentence.h. */
void sl_check_find (const SlCheck *check, int field, const char *format, ...) G_GNUC_NULL_TERMINATED;

/* Adds the finding of INV-2: the person named in @field is not active. */
void sl_check_find_gap (const SlCheck *check, guint field, SlUid person);

/* Refuses a state that does not follow from the one before (from the initial one, for a new record). @moves: by state, the
 * set of bits of those that may come next. @cannot takes both states and what may come; @stays is said where nothing may.
 * An import may take several steps at once, for they were made elsewhere, and new records come with theirs. */
void sl_check_moves (const SlCheck *check, guint field, const guint *moves, const char *cannot, const char *stays);

/* A change that people make here, as against reading in what exists or taking back. */
gboolean sl_check_is_act (const SlCheck *check);

/* The same, or an import into what stands, which changes it no less. Taking back owes no reasons. */
gboolean sl_check_asks_reasons (const SlCheck *check);

/* The same of a record that has left draft: drafts owe none. */
gboolean sl_check_owes_reasons (const SlCheck *check);

/* Still a draft (domain.md 2.1): a draft risk, an identified benefit, a project not started, and what belongs to one. */
gboolean sl_record_is_draft (const SlData *data, const SlRecord *record);

/* Made today on the real clock. */
gboolean sl_record_made_today (const SlRecord *record);

/* Whether an undo takes back a record that was entered today, on the real clock (domain.md 2.1). */
gboolean sl_check_takes_back_today (const SlCheck *check);

G_END_DECLS
