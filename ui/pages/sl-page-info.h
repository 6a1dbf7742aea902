/* sl-page-info.h: the pages of the window, in one table. A register page of another kind is one more entry, a page of its
 * own make one more with its constructor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/models/sl-column.h"
#include "ui/models/sl-row-filter.h"
#include "ui/sl-preferences.h"
#include "ui/sl-tally.h"

G_BEGIN_DECLS

typedef struct _SlPageInfo SlPageInfo;
typedef struct _SlRowAct SlRowAct; /* sl-row-acts.h */

/* All texts N_(). From kind on to placeholder: of pages that keep records of one kind, else -1 and NULL. */
struct _SlPageInfo
{
  const char *name;        /* in actions and settings: "risks" */
  const char *title;
  const char *icon;
  /* A widget that is an SlPage. */
  GtkWidget *(*create) (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences);
  int kind;
  GPtrArray *(*columns) (void); /* transfer full */
  const SlRowFilter *filters;   /* how it is narrowed; NULL: by searching only */
  const char *add;         /* label of the button that adds a row: "Add Risk" */
  const char *draft;       /* what a new row is called until it is named */
  const char *empty_title, *empty_text;
  const char *placeholder; /* what the detail pane says while nothing is chosen */
  const SlRowAct *acts;    /* what can be done with a row besides; NULL: nothing */
  guint (*attention) (const SlTallyCounts *counts);              /* or NULL: nothing to count */
  char *(*attention_text) (guint n);                             /* what is counted, for screen readers */
  char *(*status) (const SlTallyCounts *counts, guint n_total);  /* the line at the bottom; of registers only */
};

const SlPageInfo *sl_page_infos (guint *n_pages);
/* NULL when there is none of that name. */
const SlPageInfo *sl_page_info  (const char *name);
/* The page where records of @kind are kept; NULL when there is none. */
const SlPageInfo *sl_page_info_of_kind (int kind);
/* The record of @uid, or the nearest of those it belongs to that is kept on a page; NULL when none is. Borrowed. */
const SlRecord   *sl_page_find_record  (const SlData *data, SlUid uid);

G_END_DECLS
