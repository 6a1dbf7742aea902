/* sl-rules.h: invariants, guards and reasons as one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * INV-1 ... INV-25 (domain.md 2.5), the guards of 2.6 and the reasons of 2.9 are entries that run on every commit,
 * whatever the path, for changes whose mask meets the rule's; `check` runs the same table over everything.
 */
#pragma once

#include "insight/sl-risk-status.h"
#include "model/sl-tx.h"

G_BEGIN_DECLS

/**
 * SlSeverity:
 * @SL_SEVERITY_WARNING: told, never refused; `check` lists it
 * @SL_SEVERITY_ERROR: refuses the commit that brings it about; `check` lists it
 * @SL_SEVERITY_REASON: the commit needs a reason (2.9)
 */
typedef enum
{
  SL_SEVERITY_WARNING,
  SL_SEVERITY_ERROR,
  SL_SEVERITY_REASON,
} SlSeverity;

/* What a finding is about: by this those that are shown to people are grouped, and this tells what would clear them. */
typedef enum
{
  SL_CONCERN_RECORD,     /* the record is incomplete or wrong; anything that is none of the others */
  SL_CONCERN_BREACH,     /* above what is tolerated, and nobody answers for that (F-9) */
  SL_CONCERN_WINDOW,     /* it may have happened already (F-8) */
  SL_CONCERN_ESCALATION, /* a decision is overdue */
  SL_CONCERN_REVIEW,     /* a review is overdue (F-11) */
  SL_CONCERN_OWNER,      /* nobody active answers for it (INV-2) */
  SL_CONCERN_ACTION,     /* overdue, or drifting (F-12) */
  SL_CONCERN_ACCEPTANCE, /* ended, or about to (INV-6) */
  SL_CONCERN_STUCK,      /* nothing moves: frozen (F-5), parked at amber, a target that falls short (F-10) */
  SL_CONCERN_REGISTER,   /* the register as a whole: all on one person, nothing new, drafts left lying */
  SL_CONCERN_MAP,        /* what the benefit map lacks */
  SL_N_CONCERNS
} SlConcern;

typedef struct
{
  const char *rule;    /* "INV-1", "2.6", "2.9"; static */
  SlSeverity severity;
  SlConcern concern;
  int kind;            /* of the record it is about */
  SlUid uid;
  int field;           /* or -1 */
  char *code;          /* public code of the record (of its parent where it has none); never NULL */
  const char *format;  /* msgid with {1} ... {9}; static */
  GStrv args;          /* what to put in */
} SlFinding;

/* "breach": for programs. "Above what we tolerate": an untranslated msgid for people. */
const char *sl_concern_token (SlConcern concern);
const char *sl_concern_label (SlConcern concern);

/* A GPtrArray of SlFinding that frees them. */
GPtrArray *sl_findings_new (void);
guint      sl_findings_count (const GPtrArray *findings, SlSeverity severity);
/* "R-005: has no owner active on 31 Jul 2026", with the code in front; translated or in British English. */
char      *sl_finding_dup_text (const SlFinding *self, gboolean translated);

/* Who does what when: what some rules need besides the data. */
typedef struct
{
  SlUid actor;   /* SL_UID_NONE: not stated */
  SlDate day;    /* acts are dated this day */
  gboolean reason_given;
} SlActContext;

/* Fills in what follows from a change and people must not have to type: due_moves of an action whose due date moved,
 * original_due from the first due, who verified it and when; closed_on, occurred_on and accepted_on of a risk that is
 * being closed, has occurred or is tolerated, and then the response “accept”; the issue that a threat becomes when it
 * occurs, unless one of it is not closed yet; when an issue or escalation was raised, and when and by whom an escalation
 * was decided; who made a new settings version, when and why (@reason); who made an assessment or a review. What is given is kept, but reopening a risk
 * empties the day and reason of its closing, and another owner of a benefit has not accepted it yet. Of an import it
 * writes the due_moves alone, where the document brings none; it does nothing for the verbs create, load, undo and redo. */
gboolean sl_rules_complete (SlTx *tx, const SlActContext *context, const char *reason, GError **error);

/* 2.6: the issue that @risk is once it has occurred: the one of it that is not closed yet, else a new one with its title,
 * owner, map nodes, and impact and cost of the current assessment. *@issue is SL_UID_NONE for an opportunity. */
gboolean sl_rules_raise_issue (SlTx *tx, SlUid risk, const SlActContext *context, SlUid *issue, GError **error);

/* The states that may come after @state (SL_ACTION_STATE_*) for an action (2.6), as a set of bits 1 << SL_ACTION_STATE_*. */
guint    sl_rules_action_moves (int state);

/* Runs the table on a transaction. @before and @after are views of its base and of itself. Appends findings, in order of
 * the changes. What was wrong before is not raised again, unless the field at fault is touched or the record moves into a
 * state that answers for it (a risk to open, treating or tolerated; an action to done or verified); an undo may give a risk
 * back to an owner who has left. Reasons are not asked for by the verbs create, undo and redo, nor of what an import brings in
 * new, assessments, appetite and settings apart; the verb load runs no rule at all. */
void sl_rules_check_tx  (const SlTx *tx, const SlView *before, const SlView *after, const SlActContext *context,
                         GPtrArray *findings);

/* Runs the table on everything, and adds what is starred in domain.md 2.2 but empty beyond a draft, owner gaps (INV-2),
 * windows that are open (F-8), unhandled breaches (F-9), targets out of reach (F-10), overdue or stale reviews (F-11),
 * drifting and overdue actions (F-12), acceptances that end (INV-6), decisions overdue (2.6), what stands still (F-5, part
 * 6 no. 3), the register as a whole (part 6 no. 4 and 6) and what the benefit map lacks (M1 to M7, W1, W2, F-15): all of
 * them warnings. Sorted by kind, code, rule. Reads @view only: on any thread. */
void sl_rules_check_all (const SlView *view, GPtrArray *findings);

/* NULL when nothing refuses; else SL_ERROR_RULE (the first 20 errors, one line each, and how many more) or, if only
 * reasons are wanting and none was given, SL_ERROR_REASON_NEEDED listing what demands one. */
GError *sl_findings_to_error (const GPtrArray *findings, gboolean reason_given);

G_END_DECLS
