/* sl-row-filter.h: one way of narrowing a register, and how it is kept as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A register's filters stand in one table, ended by an entry without id; chips, their counts and saved views all use it.
 * Every test is a pure function of the data, the settings in force, the as-of day and the acting person.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct _SlRowFilter SlRowFilter;

typedef void (*SlFilterValueFunc) (gint64 value, gpointer data);

/* What is chosen with a filter. */
typedef enum
{
  SL_FILTER_PLAIN,  /* nothing: it is on or off */
  SL_FILTER_DAY,    /* an SlDate; 0: the usual one */
  SL_FILTER_FIELD,  /* what stands in `field`: an enum or a reference */
  SL_FILTER_LINKED, /* what records of `link` that belong to the row (`link_row`) refer to (`field`) */
} SlFilterForm;

struct _SlRowFilter
{
  const char *id;    /* in saved views: "overdue" */
  const char *label; /* N_() */
  const char *help;  /* N_() */
  SlFilterForm form;
  gboolean standing; /* always on the bar; the others are added by hand */
  gboolean initial;  /* on where nobody chose otherwise */
  /* PLAIN and DAY. @record is of the register's kind. */
  gboolean (*test) (SlWorkspace *workspace, const SlRecord *record, gint64 value);
  /* FIELD and LINKED */
  int kind, field;   /* @kind: of the records that carry the field */
  int link_row;      /* LINKED: the field by which they belong to the row */
};

/* The entry of that id, or NULL. */
const SlRowFilter *sl_row_filter_find (const SlRowFilter *table, const char *id);

gboolean sl_row_filter_keeps     (const SlRowFilter *self, SlWorkspace *workspace, const SlRecord *record, gint64 value);
/* FIELD and LINKED: what @record would be found by. */
void     sl_row_filter_values    (const SlRowFilter *self, SlWorkspace *workspace, const SlRecord *record,
                                  SlFilterValueFunc func, gpointer data);
/* For people: "Overdue", "Category: Safety". Free with g_free(). */
char    *sl_row_filter_dup_label (const SlRowFilter *self, SlWorkspace *workspace, gint64 value);
/* What it is kept as: "overdue", "category=safety", "owner=P-06", "worse=2026-05-02". Free with g_free(). */
char    *sl_row_filter_dup_text  (const SlRowFilter *self, SlWorkspace *workspace, gint64 value);
/* Reads that. FALSE when no filter is called so, or nothing is there of that name: a newer program's, or gone. */
gboolean sl_row_filter_parse     (const SlRowFilter *table, SlWorkspace *workspace, const char *text,
                                  const SlRowFilter **filter, gint64 *value);

G_END_DECLS
