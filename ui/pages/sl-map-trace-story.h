/* sl-map-trace-story.h: what is traced on the map, in words: a title, a sentence, and line after line with the path of each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who holds the file sees everything in it: nothing is hidden here (see sl-consequence.h); what reports leave out is said.
 */
#pragma once

#include "charts/sl-map-trace.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* What is asked. */
typedef enum
{
  SL_TRACE_NONE,
  SL_TRACE_REACH,   /* what a risk or an issue strikes and reaches */
  SL_TRACE_THREAT,  /* what can reach a benefit */
  SL_TRACE_WEAKEST, /* how an outcome is argued */
  SL_TRACE_LEVEL,   /* where the risk level of a card comes from */
} SlTraceWay;

typedef struct
{
  const char *section;  /* heading above it and its like, translated */
  char *title, *text;   /* "I1  Fewer half-empty bins emptied", "all of it, by C1 → I1" */
  SlUid uid;            /* where it leads: a card, a link, or any record */
  SlUid card;           /* the card that stands for it, or SL_UID_NONE */
  GArray *path;         /* of SlUid; NULL: none of its own */
  SlMapTraceMark mark;  /* of the first card of @path */
  gboolean weakest;     /* its path is the weakest link */
} SlTraceLine;

typedef struct
{
  SlTraceWay way;
  SlUid uid;
  char *heading;        /* "What R-001 reaches" */
  char *title;          /* of the record */
  char *sentence;       /* or "" */
  char *figure;         /* "£47.9k a year", "53.3 %, £96.9k a year", "1, assumption"; NULL: there is none */
  SlRag rag;            /* of a level */
  char *note;           /* beneath it, or NULL */
  GPtrArray *lines;     /* of SlTraceLine */
  SlRiskReach *reach;       /* by way; else NULL */
  SlBenefitThreat *threat;
  SlWeakestLink weakest;    /* its path NULL but for SL_TRACE_WEAKEST */
} SlTraceStory;

/* How the record of @uid is traced when nothing more is asked: SL_TRACE_NONE where it cannot be. An outcome: how it is
 * argued. */
SlTraceWay    sl_trace_way_of     (const SlData *data, SlUid uid);

/* NULL where it cannot be traced that way, or is not there. Free with sl_trace_story_free(). */
SlTraceStory *sl_trace_story_new  (SlWorkspace *workspace, SlTraceWay way, SlUid uid);
void          sl_trace_story_free (SlTraceStory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTraceStory, sl_trace_story_free)

/* How to paint it: all of it, or one line (@line < 0: all). @workspace: as it was when the story was made. */
SlMapTrace   *sl_trace_story_paint (const SlTraceStory *self, SlWorkspace *workspace, const SlMapDrawing *drawing, int line);
/* Why the figure is what it is. Free with sl_explanation_free(). Returns: (nullable). */
SlExplanation *sl_trace_story_explain (const SlTraceStory *self, SlWorkspace *workspace);

G_END_DECLS
