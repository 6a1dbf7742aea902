/* sl-column.h: what a column of a grid shows and how it is edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * sl_columns_for_kind() makes one for each field of a kind from its field table, so that a new field is a column without
 * another line. Callers add derived ones (score, appetite, review due) with sl_column_new_derived() and fill in the
 * members they need before the column is given to a model; afterwards it is not changed.
 */
#pragma once

#include "charts/sl-palette.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct _SlColumn SlColumn;

/* What the cell says, for people, translated; NULL or "" for nothing. */
typedef char *(*SlColumnText) (SlWorkspace *workspace, const SlRecord *record, gpointer data);
/* What it sorts by. Returns FALSE where there is nothing: such rows stand last, whichever way it sorts. */
typedef gboolean (*SlColumnNumber) (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data);
/* The glyph before the text; its letter is drawn beside it. */
typedef SlStatus (*SlColumnStatus) (SlWorkspace *workspace, const SlRecord *record, gpointer data);
/* Writes what a person typed into a transaction, so that it can be part of a paste. @reason: what was given for the
 * whole act, or NULL. */
typedef gboolean (*SlColumnSet) (SlWorkspace *workspace, SlTx *tx, SlUid uid, const char *text, const char *reason,
                                 gpointer data, GError **error);
/* Writes and commits by itself: for what has no form inside a transaction. Cannot be pasted together with others. */
typedef gboolean (*SlColumnCommit) (SlWorkspace *workspace, SlUid uid, const char *text, const char *reason,
                                    gpointer data, GError **error);

/* Whether a record of @kind may change what stands in rows it neither belongs to nor names. */
typedef gboolean (*SlColumnBears) (int kind);

struct _SlColumn
{
  char *id;             /* unique among the columns of a grid; the storage name for a field */
  char *title;          /* for people, translated */
  char *help;           /* for people, translated, or NULL */
  int field;            /* field number, or -1: derived */
  SlType type;          /* decides alignment, sorting and editor */
  const SlEnum *tokens; /* SL_TYPE_ENUM */
  int ref;              /* SL_TYPE_REF: a SlKindId, else -1 */
  int width;            /* first width in pixels */
  gboolean editable;    /* a field: unless it is fixed or kept by the program; derived: when set or commit is there */
  gboolean right;       /* numbers: right-aligned */
  gboolean high_first;  /* what people look for in it is the highest: the first sort is descending */
  gboolean prose;       /* several lines: edited in a small window of its own */
  gboolean groups;      /* rows can be gathered by it: few values, each with a name */
  gboolean shown;       /* unless the person chose otherwise */
  /* Derived columns; each may be NULL. Without number a column sorts by its text. */
  SlColumnText text;
  SlColumnNumber number;
  SlColumnNumber amount;  /* what is added up of cells selected, where that is not what it sorts by */
  SlColumnStatus status;
  SlColumnText edit_text; /* what the editor starts with; NULL: the text */
  SlColumnBears bears;    /* NULL: what changes in a row is in it, belongs to it or names it */
  SlColumnSet set;
  SlColumnCommit commit;
  SlVerb verb;          /* of an edit of a single cell; a new column has SL_VERB_EDIT */
  gpointer data;
  GDestroyNotify free_data;
};

/* A column for each field of @kind that is not kept by the program, in the order of the table.
 * Returns: (transfer full): a GPtrArray of SlColumn that frees its elements. The first ten without prose are shown. */
GPtrArray *sl_columns_for_kind   (int kind);
/* The column of one field. */
SlColumn  *sl_column_new_field   (int kind, guint field);
/* @type: what its text reads as. */
SlColumn  *sl_column_new_derived (const char *id, const char *title, SlType type, SlColumnText text);
SlColumn  *sl_column_ref         (SlColumn *self);
void       sl_column_unref       (SlColumn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlColumn, sl_column_unref)

/* The column of that id among @columns, or NULL. Borrowed. */
SlColumn  *sl_columns_find       (GPtrArray *columns, const char *id);

/* What the cell of @record says. Never NULL. Free with g_free(). */
char      *sl_column_dup_text    (SlColumn *self, SlWorkspace *workspace, const SlRecord *record);
/* What an editor starts with. Never NULL. */
char      *sl_column_dup_edit    (SlColumn *self, SlWorkspace *workspace, const SlRecord *record);
/* What is put on the clipboard: dates as ISO, numbers exact and without currency, references by name, or by code where the name is not
 * unique: what a spreadsheet understands and what pastes back to the same. Never NULL. */
char      *sl_column_dup_copy    (SlColumn *self, SlWorkspace *workspace, const SlRecord *record);
SlStatus   sl_column_status      (SlColumn *self, SlWorkspace *workspace, const SlRecord *record);

/* Whether it can take part in a transaction with other cells. */
gboolean   sl_column_can_set     (SlColumn *self);

G_END_DECLS
