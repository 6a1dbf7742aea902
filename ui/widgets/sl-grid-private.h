/* sl-grid-private.h: what the parts of the grid share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/models/sl-grid-plan.h"
#include "ui/widgets/sl-grid-cell-private.h"
#include "ui/widgets/sl-grid.h"

G_BEGIN_DECLS

/* A column as this grid shows it. */
typedef struct
{
  SlGrid *grid;              /* not owned */
  SlColumn *column;
  GtkColumnViewColumn *view; /* owned */
  gboolean shown;
  int width;                 /* kept while it is hidden */
  SlUidMap *cells;           /* uid -> SlGridCell bound to it, not owned */
  gulong width_handler;
} SlGridColumn;

/* What is to happen once an act has succeeded. */
typedef struct
{
  int columns, rows; /* where the cursor goes from here */
} SlGridStep;

typedef struct
{
  SlColumn *column;
  SlUid uid;
  GtkWidget *text;     /* GtkText in the cell, or GtkTextView in the window for prose */
  char *original;      /* what it started with, as the value reads */
  gboolean touched;    /* something was typed or chosen */
  gboolean prose;
  gboolean overwriting; /* begun by typing over the cell: the arrows leave it */
  gboolean composing;   /* an input method is at work */
  GtkWidget *window;   /* GtkPopover of prose; NULL */
} SlGridEditor;

typedef struct
{
  GtkWidget *popover;
  GtkWidget *list;
  GPtrArray *all;      /* of Choice */
  gboolean open;
  gboolean stepped;    /* chosen with the arrows rather than by typing */
} SlGridChoices;

struct _SlGrid
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;
  GtkWidget *list;     /* the view's inner list: takes list.scroll-to-item */
  SlGridModel *model;
  GPtrArray *columns;  /* of SlGridColumn, in order */
  gulong model_handlers[5];

  SlUid cursor_uid;
  SlColumn *cursor_column; /* borrowed from columns */
  guint cursor_row;    /* where it was seen last: its row may be deleted */
  SlUid anchor_uid;
  SlColumn *anchor_column;
  SlUidMap *selected;  /* uid -> itself: rows of the selection; empty: the cursor's cell alone */
  gboolean all_columns; /* of the rows selected, every column */
  gboolean dragging;
  guint reveal_idle;   /* after the next layout: what could not be scrolled to before */
  guint settle_idle;   /* rows moved: cursor and focus are to be put right */
  gboolean had_focus;
  gboolean show_top;   /* sorted anew: the first rows are what was asked for */
  SlItem *cursor_item;
  SlItem *told_item;   /* as of the last cursor-changed */

  SlGridEditor editor;
  SlGridChoices choices;
  char *draft;         /* what was typed when its cell went away */

  GtkWidget *bubble;   /* message beneath the cell, or the question for a reason */
  GtkWidget *bubble_label;
  GtkWidget *bubble_entry;
  GtkWidget *bubble_hint;
  GtkWidget *menu;
  GMenu *group_menu;
  GMenu *hidden_menu;  /* a section: the columns that can be shown again */
  SlGridAct *waiting;  /* for a reason */
  SlGridStep step;
  char *waiting_message;
  SlGridPlan *plan;    /* shown before it is done, in a window of its own */
  GtkWidget *preview;  /* that window, not owned; NULL: none */

  SlGridDensity density;
  gboolean blue_orange;
  const SlPalette *palette;
  GdkRGBA accent;
  guint64 bindings;
  gboolean restoring;
  gboolean fitting;    /* a width is set by the room there is, not by a person */
  guint fit_idle;
};

/* --- Look (sl-grid.c) --- */
const SlPalette *sl_grid_palette      (SlGrid *self);
const GdkRGBA   *sl_grid_accent       (SlGrid *self);
int              sl_grid_row_height   (SlGrid *self);
void             sl_grid_tell         (SlGrid *self, const char *message);
void             sl_grid_tell_layout  (SlGrid *self);
void             sl_grid_tell_cursor  (SlGrid *self);
void             sl_grid_tell_selection (SlGrid *self);
void             sl_grid_redraw_cells (SlGrid *self);
void             sl_grid_count_binding (SlGrid *self);

/* --- Columns (sl-grid-columns.c) --- */
void             sl_grid_columns_make  (SlGrid *self);
void             sl_grid_columns_clear (SlGrid *self);
guint            sl_grid_n_shown       (SlGrid *self);
SlGridColumn    *sl_grid_nth_shown     (SlGrid *self, guint n);
/* G_MAXUINT when it is not shown. */
guint            sl_grid_shown_index   (SlGrid *self, SlColumn *column);
SlGridColumn    *sl_grid_find_column   (SlGrid *self, const char *id);
void             sl_grid_update_titles (SlGrid *self);
void             sl_grid_fill_group_menu (SlGrid *self);
/* Moves or sizes the column of the cursor, with Alt and Shift. FALSE: the key is another one. */
gboolean         sl_grid_column_key    (SlGrid *self, guint keyval);
/* That of the cursor. */
void             sl_grid_hide_column   (SlGrid *self);
/* Puts the titles of right-aligned columns at the right. */
void             sl_grid_align_titles  (SlGrid *self);
/* Room changed: the column that takes what is left gives some up, later. */
void             sl_grid_fit_later     (SlGrid *self);
/* The shown columns as the model knows them. Returns: (transfer full). */
GPtrArray       *sl_grid_shown_columns (SlGrid *self);
/* The column whose head is at a place of the grid, or NULL. */
SlGridColumn    *sl_grid_head_at       (SlGrid *self, double x, double y);
/* Whether a place of the grid belongs to the heads. */
gboolean         sl_grid_in_heads      (SlGrid *self, double x, double y);

/* Its head among the view's widgets, or NULL while it is not shown. */
GtkWidget       *sl_grid_column_head   (SlGrid *self, SlGridColumn *column);

/* --- Painted over the rows (sl-grid-over.c) --- */
void             sl_grid_snapshot_over (SlGrid *self, GtkSnapshot *snapshot);
/* The column of codes, or NULL when it is not shown. */
SlGridColumn    *sl_grid_pinned_column (SlGrid *self);
/* How much of the left edge it covers; 0 while it is in its own place. */
int              sl_grid_pinned_width  (SlGrid *self);
SlGridCell      *sl_grid_pinned_cell_at (SlGrid *self, double y);
/* What a screen reader says of a heading; NULL: it is none. Free with g_free(). */
char            *sl_grid_dup_head_text (SlGrid *self, SlUid uid);
void             sl_grid_draw_cursor   (SlGrid *self, GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean focused);

/* --- Cursor (sl-grid-cursor.c) --- */
SlGridCell      *sl_grid_cursor_cell   (SlGrid *self);
gboolean         sl_grid_is_cursor     (SlGrid *self, SlUid uid, SlColumn *column);
gboolean         sl_grid_is_selected   (SlGrid *self, SlUid uid, SlColumn *column);
/* @extend: the selection grows; else it collapses. */
void             sl_grid_go            (SlGrid *self, guint position, guint column, gboolean extend);
void             sl_grid_move          (SlGrid *self, int columns, int rows, gboolean extend);
void             sl_grid_focus_cursor  (SlGrid *self);
/* Scrolls to the cursor's cell; the selection stays. */
void             sl_grid_reveal_cursor (SlGrid *self);
/* Gives the keys to the grid itself, where the cursor's cell is out of sight. */
void             sl_grid_focus_self    (SlGrid *self);
void             sl_grid_settle        (SlGrid *self);
void             sl_grid_collapse      (SlGrid *self);
/* Columns of the selection, as places among those shown. */
void             sl_grid_selected_columns (SlGrid *self, guint *first, guint *last);
guint            sl_grid_page_rows     (SlGrid *self);
void             sl_grid_add_pointer   (SlGrid *self);
void             sl_grid_add_keys      (SlGrid *self, GtkWidget *widget);

/* --- Editing (sl-grid-editor.c, sl-grid-choices.c) --- */
gboolean         sl_grid_commit_and_go (SlGrid *self, int columns, int rows);
/* What is typed goes into every cell of the selection. */
gboolean         sl_grid_commit_to_all (SlGrid *self);
void             sl_grid_close_editor  (SlGrid *self);
/* Selects nothing: the next key must not replace what was typed. */
gboolean         sl_grid_focus_editor  (SlGrid *self);
/* The cell being edited is about to show another row: what was typed is kept. */
void             sl_grid_editor_lost   (SlGrid *self);
gboolean         sl_grid_editor_key    (SlGrid *self, guint keyval, GdkModifierType state);
void             sl_grid_choices_make  (SlGrid *self, SlColumn *column);
void             sl_grid_choices_filter (SlGrid *self, const char *typed);
void             sl_grid_choices_close (SlGrid *self);
gboolean         sl_grid_choices_step  (SlGrid *self, int by);
/* What the chosen line writes, or NULL. Borrowed. */
const char      *sl_grid_choices_chosen (SlGrid *self);

/* --- Acts (sl-grid-acts.c) --- */
/* Takes @act. TRUE: done; FALSE: refused, or it waits for a reason. @message: told when done; may be NULL. */
gboolean         sl_grid_run           (SlGrid *self, SlGridAct *act, const char *message, SlGridStep step);
/* The same for many cells (taken): tried first, and shown beforehand unless it is a handful. */
gboolean         sl_grid_run_many      (SlGrid *self, SlGridAct *act, const char *title, const char *message, SlGridStep step);
void             sl_grid_show_bubble   (SlGrid *self, const char *message, gboolean ask);
void             sl_grid_hide_bubble   (SlGrid *self);
gboolean         sl_grid_bubble_asks   (SlGrid *self);
gboolean         sl_grid_give_reason   (SlGrid *self);
void             sl_grid_withdraw      (SlGrid *self);
/* Moves what hangs on the cursor's cell along with it. */
void             sl_grid_place_popovers (SlGrid *self);

G_END_DECLS
