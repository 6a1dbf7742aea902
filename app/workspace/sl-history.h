/* sl-history.h: the history of a programme as a list: one entry for each change-set, newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry holds what a list shows of a change-set and what a filter asks for; what exactly was changed is read when it is
 * opened. The journal is read on a worker, slice by slice, so that the newest are there at once and a long history comes
 * in behind them; change-sets made meanwhile, here and elsewhere, come in at the top. Main thread only.
 *
 * Signals:
 *   added (guint position, guint n)   @n entries came in at @position, and those behind it moved on
 *   state-changed ()                  state, total or error
 */
#pragma once

#include "model/sl-history-data.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_HISTORY_WORDS_MAX 2000

/* A step of a risk, or of one of its actions or escalations. */
typedef struct
{
  SlUid record;
  int kind;         /* SL_KIND_RISK, _ACTION or _ESCALATION */
  SlUid risk;       /* whose it is */
  int from, to;     /* states; @from 0: an action was added to a risk that stood */
} SlStateMove;

typedef struct
{
  gint64 seq;
  gint64 at;        /* real clock, milliseconds since 1970-01-01 UTC */
  SlDate day;       /* of that moment, where the reader is */
  SlUid actor;      /* or SL_UID_NONE: not stated */
  SlVerb verb;
  char *label;      /* one line: "Edit R-005: Owner" */
  char *summary;    /* "Ada → Bob" where one field was changed, "Cause, Owner" where several of one record were; or NULL */
  char *reason;     /* or NULL */
  guint n_changes;  /* records it made, changed and deleted */
  char *folded;     /* everything it says, folded for search; of more than SL_HISTORY_WORDS_MAX records only their names */
  SlUid subject;    /* the record it is about; SL_UID_NONE where it is about several */
  SlUid *subjects;  /* the records it touches and those they belong to, rising */
  guint n_subjects;
  SlStateMove *moves;
  guint n_moves;
} SlHistoryEntry;

/* Composes an entry, in the reader's language. @data: names of records, best an SlHistoryData that has learned
 * @change_set. On any thread. */
SlHistoryEntry *sl_history_entry_new   (const SlChangeSet *change_set, const SlData *data);
SlHistoryEntry *sl_history_entry_ref   (SlHistoryEntry *self);
void            sl_history_entry_unref (SlHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHistoryEntry, sl_history_entry_unref)

/* Who did it ("Ada Abbot"; "Nobody stated"). Free with g_free(). */
char           *sl_history_dup_actor   (SlUid actor, const SlData *data);
/* What a reader looks for. */
typedef struct
{
  gboolean by_actor;  /* whether @actor counts: SL_UID_NONE is one, too */
  SlUid actor;
  SlVerb verb;        /* 0: any */
  SlUid record;       /* it or what belongs to it; SL_UID_NONE: any */
  SlDate from, to;    /* inclusive; SL_DATE_NONE: open */
  char **words;       /* folded, each must occur; NULL: none */
} SlHistoryFilter;

#define SL_HISTORY_FILTER_ALL ((SlHistoryFilter){ .from = SL_DATE_NONE, .to = SL_DATE_NONE })

gboolean        sl_history_filter_match    (const SlHistoryFilter *self, const SlHistoryEntry *entry);
gboolean        sl_history_filter_is_empty (const SlHistoryFilter *self);

/**
 * SlHistoryState:
 * @SL_HISTORY_WAITING: the file is still being checked
 * @SL_HISTORY_READING: entries are coming in
 * @SL_HISTORY_WHOLE: all are there
 * @SL_HISTORY_FAILED: it could not be read on; what came in before is there
 */
typedef enum
{
  SL_HISTORY_WAITING,
  SL_HISTORY_READING,
  SL_HISTORY_WHOLE,
  SL_HISTORY_FAILED,
} SlHistoryState;

#define SL_TYPE_HISTORY (sl_history_get_type ())
G_DECLARE_FINAL_TYPE (SlHistory, sl_history, SL, HISTORY, GObject)

/* Holds a reference. Begins to read as soon as the workspace is ready. */
SlHistory      *sl_history_new    (SlWorkspace *workspace);
/* The same with only those entries that have moves: few, however long the history is. sl_history_find() finds nothing in it. */
SlHistory      *sl_history_new_moves (SlWorkspace *workspace);
SlHistoryState  sl_history_state  (SlHistory *self);
/* Why it failed; NULL in other states. Borrowed. */
const GError   *sl_history_error  (SlHistory *self);
/* Reads on from where it failed. */
void            sl_history_retry  (SlHistory *self);

guint           sl_history_count  (SlHistory *self);
/* How many there will be. */
gint64          sl_history_total  (SlHistory *self);
/* 0: the newest. Borrowed. */
SlHistoryEntry *sl_history_nth    (SlHistory *self, guint n);
/* The position of change-set @seq; FALSE while it is not read. */
gboolean        sl_history_find   (SlHistory *self, gint64 seq, guint *position);

/* Names of records: the present's (whatever point is shown), and of what was deleted as far as the history was read.
 * Borrowed until something changes. */
const SlData   *sl_history_names  (SlHistory *self);
/* The change-set itself. Returns: (transfer full): NULL with what sl_store_read_back() says. */
SlChangeSet    *sl_history_open   (SlHistory *self, gint64 seq, GError **error);
/* The same on a worker, for what touches so many records that the window would stand still. */
void            sl_history_open_async  (SlHistory *self, gint64 seq, GAsyncReadyCallback callback, gpointer data);
SlChangeSet    *sl_history_open_finish (SlHistory *self, GAsyncResult *result, GError **error);

G_END_DECLS
