/* sl-page-info.h: the pages of the window, in one table. A register page of another kind is one more entry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-column.h"
#include "ui/sl-tally.h"

G_BEGIN_DECLS

/* All texts N_(). */
typedef struct
{
  const char *name;        /* in actions and settings: "risks" */
  const char *title;
  const char *icon;
  int kind;
  GPtrArray *(*columns) (void); /* transfer full */
  const char *add;         /* label of the button that adds a row: "Add Risk" */
  const char *draft;       /* what a new row is called until it is named */
  const char *empty_title, *empty_text;
  const char *placeholder; /* what the detail pane says while nothing is chosen */
  guint (*attention) (const SlTallyCounts *counts);              /* or NULL: nothing to count */
  char *(*attention_text) (guint n);                             /* what is counted, for screen readers */
  char *(*status) (const SlTallyCounts *counts, guint n_total);  /* the line at the bottom */
} SlPageInfo;

const SlPageInfo *sl_page_infos (guint *n_pages);
/* NULL when there is none of that name. */
const SlPageInfo *sl_page_info  (const char *name);

G_END_DECLS
