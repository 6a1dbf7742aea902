/* sl-page.h: what the window asks of a page, whichever it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   message (const char *text, gboolean undoable)  something to tell in passing
 *   detail-wanted ()                               the details beside the page should be shown
 * Properties: search-mode (gboolean); detail-shown (gboolean, read-only)
 */
#pragma once

#include "ui/pages/sl-page-info.h"

G_BEGIN_DECLS

#define SL_TYPE_PAGE (sl_page_get_type ())
G_DECLARE_INTERFACE (SlPage, sl_page, SL, PAGE, GtkWidget)

/* What may be NULL a page does without. */
struct _SlPageInterface
{
  GTypeInterface parent_iface;

  const SlPageInfo *(*get_info) (SlPage *self);
  void (*wake) (SlPage *self);                            /* nullable */
  void (*commit) (SlPage *self);                          /* nullable */
  void (*add) (SlPage *self);                             /* nullable: nothing is added here */
  void (*show_detail) (SlPage *self, gboolean shown);     /* nullable: it has no details beside it, nor the next two */
  gboolean (*detail_shown) (SlPage *self);
  gboolean (*detail_folded) (SlPage *self);
  gboolean (*show_record) (SlPage *self, SlUid uid);      /* nullable */
};

const SlPageInfo *sl_page_get_info      (SlPage *self);
/* What can wait for the first frame; called once that is out. */
void              sl_page_wake          (SlPage *self);
/* Takes over what is being typed. */
void              sl_page_commit        (SlPage *self);
/* Adds a row, and lets it be named. */
void              sl_page_add           (SlPage *self);
gboolean          sl_page_has_detail    (SlPage *self);
/* The pane stays beside the page where there is room, and lies over it where there is not. */
void              sl_page_show_detail   (SlPage *self, gboolean shown);
gboolean          sl_page_detail_shown  (SlPage *self);
/* Whether it lies over the page, for want of room. */
gboolean          sl_page_detail_folded (SlPage *self);
/* Goes to a record of the page's kind. FALSE when it is not here. */
gboolean          sl_page_show_record   (SlPage *self, SlUid uid);

/* For pages: tells something in passing; asks for the details. */
void              sl_page_tell          (SlPage *self, const char *text, gboolean undoable);
void              sl_page_want_detail   (SlPage *self);

G_END_DECLS
