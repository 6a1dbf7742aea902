/* sl-page.h: what every page of the window has: its search bar, the details beside it, and what the window asks of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   message (const char *text, gboolean undoable)  something to tell in passing
 *   detail-wanted ()                               the details beside the page should be shown
 * Properties: search-mode (gboolean; stays FALSE where nothing is searched); detail-shown (gboolean, read-only)
 */
#pragma once

#include "ui/pages/sl-page-info.h"

G_BEGIN_DECLS

#define SL_TYPE_PAGE (sl_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlPage, sl_page, SL, PAGE, GtkWidget)

/* What is NULL a page does without. */
struct _SlPageClass
{
  GtkWidgetClass parent_class;

  void (*wake) (SlPage *self);
  void (*commit) (SlPage *self);
  void (*add) (SlPage *self);                         /* NULL: nothing is added here */
  gboolean (*show_record) (SlPage *self, SlUid uid);
  gboolean (*take_back) (SlPage *self, gboolean again); /* of pages that draft: the last step in the draft */
  char *(*dup_draft) (SlPage *self);                    /* of pages that draft: what would be lost; NULL: nothing would */
  /* Of pages with a search bar: other words are sought; Enter in it, and the key for the next. */
  void (*search_changed) (SlPage *self);
  void (*search_next) (SlPage *self);
  /* Of pages with details. Whether the record chosen has more to say on a page of its own than beside this one; NULL: none has. */
  gboolean (*can_open) (SlPage *self);
  /* Makes a record the chosen one, without going anywhere. FALSE when it is not here. Of pages with @can_open. */
  gboolean (*choose) (SlPage *self, SlUid uid);
  /* The pane came or went. The next three are there, about the pane; a page may know better. */
  void (*detail_revealed) (SlPage *self);
  void (*show_detail) (SlPage *self, gboolean shown);
  gboolean (*detail_shown) (SlPage *self);
  gboolean (*detail_folded) (SlPage *self);
  /* A step back of the page's own, while no record is open over it. */
  gboolean (*step_back) (SlPage *self);
};

const SlPageInfo *sl_page_get_info      (SlPage *self);
/* What can wait for the first frame; done once, when that is out. */
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

/* Undoes (@again: redoes) the last step of what is drafted here; FALSE when there is none: then it is the programme's turn. */
gboolean          sl_page_take_back     (SlPage *self, gboolean again);
/* What is drafted here and lost when the window closes, as a sentence; NULL when nothing is. Free with g_free(). */
char             *sl_page_dup_draft     (SlPage *self);

/* --- For the pages themselves --- */

/* A page of @type. It holds @workspace until it is finalised; a class may keep the pointer without a reference. */
gpointer          sl_page_construct     (GType type, SlWorkspace *workspace, const SlPageInfo *info);
/* What fills the page; gone when the page is disposed of. Classes chain up first, so that nothing in it still speaks to what
 * they take down. */
void              sl_page_set_child     (SlPage *self, GtkWidget *child);
gboolean          sl_page_is_awake      (SlPage *self);
/* Tells something in passing; asks for the details. */
void              sl_page_tell          (SlPage *self, const char *text, gboolean undoable);
void              sl_page_want_detail   (SlPage *self);

/* Makes the bar; to be put at the top of the page. @capture: what one types in there is sought; NULL: nothing. */
GtkWidget        *sl_page_new_search    (SlPage *self, GtkWidget *capture);
/* "" where nothing is sought. */
const char       *sl_page_search_text   (SlPage *self);
void              sl_page_set_search    (SlPage *self, const char *text);
gboolean          sl_page_is_searching  (SlPage *self);
/* Empties and closes it. */
void              sl_page_clear_search  (SlPage *self);

/* Makes what holds @content and beside it @detail (sl-detail.h): to fill the page with. */
GtkWidget        *sl_page_new_flap      (SlPage *self, GtkWidget *content, GtkWidget *detail, gboolean shown);
/* The record chosen over the whole page, where that has more to say; else beside it. */
void              sl_page_open          (SlPage *self);
gboolean          sl_page_is_open       (SlPage *self);
/* To the record that led here, else to the page. FALSE: there is nowhere to go back to. */
gboolean          sl_page_go_back       (SlPage *self);
/* A link led from the record @from to the one now chosen: while one is open, the way back leads there. */
void              sl_page_came_from     (SlPage *self, SlUid from);

G_END_DECLS
