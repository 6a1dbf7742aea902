/* sl-attention.h: what needs somebody, most urgent first: what `check` finds, with whose it is and what would clear it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings of sl_rules_check_all() and nothing else: the Overview page shows line for line what `check` prints.
 */
#pragma once

#include "insight/sl-exposure.h"
#include "rules/sl-rules.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* The one act that clears a line. */
typedef enum
{
  SL_FIX_OPEN,       /* no one act does: go there */
  SL_FIX_ESCALATE,   /* escalate the risk */
  SL_FIX_WINDOW,     /* say that it has occurred, move the day, or close it */
  SL_FIX_DECIDE,     /* record the decision of the escalation */
  SL_FIX_REVIEW,     /* stamp: looked at, nothing changed */
  SL_FIX_OWNER,      /* name an owner, in the finding's field */
  SL_FIX_ACTION,     /* move the day of the action, or say that it is done */
  SL_FIX_ACCEPTANCE, /* extend the acceptance, or withdraw it */
  SL_FIX_RESPONSE,   /* the response of a tolerated risk becomes “accept” */
  SL_FIX_ADD_RISK,   /* add a risk */
  SL_FIX_STUCK,      /* a risk that does not move: plan an action, or escalate it */
  SL_FIX_TARGET,     /* aim lower */
  SL_FIX_DRAFT,      /* open the draft, or delete it */
  SL_FIX_MAP,        /* what the map lacks: the card or link that is missing */
  SL_N_FIXES
} SlFix;

typedef struct
{
  const SlFinding *finding; /* borrowed from the whole */
  SlUid risk;               /* the risk it is about, or SL_UID_NONE */
  SlUid owner;              /* who has to see to it, or SL_UID_NONE: nobody is named */
  SlFix fix;
  SlRag rag;                /* of that risk, where it is an open threat; else NONE */
} SlAttentionLine;

#define SL_TOP_THREATS 5

/* How it stands, in figures that belong beside the lines. */
typedef struct
{
  guint n_risks, n_drafts;          /* all of them, whatever their state; of these, drafts */
  guint n_threats, n_opportunities; /* open */
  guint n_by_rag[SL_RAG_RED + 1];   /* open threats by level; NONE: not assessed */
  guint n_breaches;                 /* open threats above what we tolerate, handled or not */
  SlUid top[SL_TOP_THREATS];        /* F-4 */
  guint n_top;
  SlExposure exposure;              /* F-6, F-7 */
  SlCoverage coverage;              /* F-14 */
} SlFigures;

/* Immutable; may be handed from one thread to another. */
typedef struct _SlAttention SlAttention;

/* Looks at everything: on any thread, @view's data permitting. */
SlAttention *sl_attention_new   (const SlView *view);
SlAttention *sl_attention_ref   (SlAttention *self);
void         sl_attention_unref (SlAttention *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAttention, sl_attention_unref)

guint        sl_attention_count (const SlAttention *self);
/* Group after group, in each the most urgent first: what breaks a rule, then by the priority of its risk (F-4), then by
 * code. Borrowed. */
const SlAttentionLine *sl_attention_nth (const SlAttention *self, guint n);
/* The groups that have lines are those of SlConcern, in this order: 0 comes first. */
SlConcern    sl_attention_group (guint nth);
/* How many lines are about @concern. */
guint        sl_attention_count_of (const SlAttention *self, SlConcern concern);
/* Borrowed. */
const SlFigures *sl_attention_figures (const SlAttention *self);
/* The same thing, whatever its words say today: by this a line is found again in a later whole. */
gboolean     sl_attention_line_same (const SlAttentionLine *a, const SlAttentionLine *b);

/* "review", for programs; static. */
const char  *sl_fix_token (SlFix fix);

/* Keeps the attention of a workspace: looks anew, on a worker and from a snapshot, some time after each change, so that no
 * edit waits. Main thread only.
 *
 * Signal: changed ()   another whole is there */
#define SL_TYPE_WATCH (sl_watch_get_type ())
G_DECLARE_FINAL_TYPE (SlWatch, sl_watch, SL, WATCH, GObject)

/* Holds a reference. */
SlWatch     *sl_watch_new       (SlWorkspace *workspace);
/* The last whole; NULL until there is one. Borrowed until the next `changed`. */
SlAttention *sl_watch_attention (SlWatch *self);
/* Whether the last whole is that of the present state of the workspace. */
gboolean     sl_watch_is_settled (SlWatch *self);
/* The workspace it looks at. Borrowed. */
SlWorkspace *sl_watch_workspace (SlWatch *self);

G_END_DECLS
