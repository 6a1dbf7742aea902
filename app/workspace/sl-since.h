/* sl-since.h: what has happened between two points of the history that somebody should know: what got worse, what was
 * lowered or closed (domain.md part 6 no. 1), what became late, who took what over; with who did it and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* In the order in which they are told: bad news first. */
typedef enum
{
  SL_SINCE_OCCURRED,
  SL_SINCE_BREACH,   /* above what we tolerate, and nobody answers for that: not so then */
  SL_SINCE_WORSE,    /* sl_risk_rating_moved() */
  SL_SINCE_OVERDUE,  /* a review: time did it */
  SL_SINCE_LATE,     /* an action: time did it */
  SL_SINCE_MOVED,    /* an action, to a later day */
  SL_SINCE_RAISED,   /* an issue or an escalation */
  SL_SINCE_NEW,
  SL_SINCE_LOWERED,  /* any lower score of a threat */
  SL_SINCE_CLOSED,   /* or deleted */
  SL_SINCE_ACCEPTED,
  SL_SINCE_OPENED,   /* from draft, or again */
  SL_SINCE_OWNER,
  SL_SINCE_DECIDED,  /* an escalation */
  SL_N_SINCES
} SlSinceKind;

typedef struct
{
  SlSinceKind kind;
  SlUid uid;          /* of the record; it may be gone */
  char *code;
  const char *format; /* msgid with {1} ... */
  GStrv args;
  SlUid actor;        /* SL_UID_NONE: not stated, or time */
  gint64 at;          /* real clock, milliseconds since 1970-01-01 UTC; 0: time alone did it */
  gint64 seq;         /* the last change-set that bears on it; 0: none */
  int weight;         /* of lines of one kind the heavier comes first */
} SlSinceLine;

/* "R-005: its score rose from 9 Amber to 16 Red". Free with g_free(). */
char        *sl_since_line_dup_text (const SlSinceLine *self, gboolean translated);
/* "worse", for programs; static. */
const char  *sl_since_token  (SlSinceKind kind);

/* Who touched what last: filled from change-sets, newest first. */
typedef struct _SlTrail SlTrail;
SlTrail     *sl_trail_new    (void);
void         sl_trail_free   (SlTrail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTrail, sl_trail_free)
/* @now: data in which the records of @change_set are looked up that it does not hold whole. */
void         sl_trail_add    (SlTrail *self, const SlChangeSet *change_set, const SlData *now);

/* Of SlSinceLine. Each view is judged by its own day. What @except did last is left out (SL_UID_NONE: nothing): one knows
 * what one did oneself. Pure; on any thread. Returns: (transfer full). */
GPtrArray   *sl_since_lines  (const SlView *then, const SlView *now, const SlTrail *trail, SlUid except);

/* Since the change-set @seq, when the day was @day (a programme that fixes its day goes by that), until the present. The
 * history in between is read back. SL_ERROR_NOT_FOUND when there is no such change-set; SL_ERROR_DAMAGED when what it
 * gives is not what was recorded then; SL_ERROR_CANCELLED; what sl_store_read_back() says. Of SlSinceLine. Returns:
 * (transfer full). */
GPtrArray   *sl_workspace_since        (SlWorkspace *self, gint64 seq, SlDate day, SlUid except, GError **error);
/* The same on a worker. */
void         sl_workspace_since_async  (SlWorkspace *self, gint64 seq, SlDate day, SlUid except, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);
GPtrArray   *sl_workspace_since_finish (SlWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
