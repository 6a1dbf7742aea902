/* sl-map-canvas-private.h: the map on screen, one class cut by concern: where one looks (-view), what is chosen (-choice),
 * the pointer (-pointer), a link being drawn (-link), what is typed in place (-entry), acts and keys (-acts), painting
 * (-paint, -tiles), settling (-settle), cards given up (-drop), what else colour says (-overlay), what is traced (-trace).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-paint.h"
#include "rules/sl-map-links.h"
#include "ui/widgets/sl-map-canvas.h"
#include "workspace/sl-map-acts.h"

G_BEGIN_DECLS

#define SL_MAP_MARGIN 24.0 /* around the map when all of it is shown, and around a card that is shown */
#define SL_MAP_STEP 1.25   /* of a key that enlarges */
#define SL_MAP_HANDLE 7.0  /* radius of the handle at the side of a card from which a link is drawn: screen pixels */

/* What the pointer drags. */
typedef enum
{
  SL_MAP_DRAG_NONE,
  SL_MAP_DRAG_PAN,
  SL_MAP_DRAG_CARD,
  SL_MAP_DRAG_BAND,
  SL_MAP_DRAG_LINK,
} SlMapDrag;

/* A link being drawn, by pointer or keys. */
typedef struct
{
  SlUid card;      /* where it begins, or SL_UID_NONE: none is drawn */
  gboolean onwards;
  GArray *ends;    /* of SlLinkEnd */
  int at;          /* the card aimed at, or -1 */
  gboolean by_pointer;
  guint8 *open;    /* by card: may be linked */
} SlMapLinking;

/* Where a card stood. */
typedef struct
{
  SlUid uid;
  double y;
} SlMapHome;

struct _SlMapCanvas
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlMapDrawing *drawing;
  GCancellable *settling;   /* of the worker that looks for fewer crossings, or NULL */
  guint resting;            /* source: an edit has ended that, it is to be begun again */
  GHashTable *placed_since; /* SlUid*: cards made or moved since it was first begun */

  /* What is chosen. */
  SlUid selected;           /* the card with the focus, one of those chosen; SL_UID_NONE: none */
  GHashTable *also;         /* SlUid*: all cards chosen */
  SlUid link;               /* the link chosen instead, or SL_UID_NONE */
  SlUid link_card;          /* the card from which it was chosen by keys */
  guint8 *lit;              /* by card; NULL while nothing is chosen */
  guint8 *chosen;           /* by card */
  SlMapTraceFunc trace_func; /* NULL: nothing is traced */
  gpointer trace_data;
  SlMapTrace *trace;        /* of the drawing; NULL: to be made */
  SlMapStyle style;
  gboolean blue_orange;
  SlOverlayMode mode;
  SlMapOverlay *overlay;    /* of the drawing; NULL in the usual picture */
  int lit_entry;            /* of the overlay: it alone is lit; -1: none */

  /* Where one looks. */
  GHashTable *cards;        /* SlUid* to SlMapCardWidget, those in sight */
  GtkWidget *heads[SL_MAP_COLUMNS]; /* buttons that add to a column */
  double head_widths[SL_MAP_COLUMNS]; /* of the titles before them */
  GtkWidget *minimap;
  GtkWidget *legend;        /* of the overlay */
  GtkWidget *link_widget;   /* stands for the link chosen; NULL without one */
  double scale, x, y;       /* the drawing's point at the top left */
  gboolean placed;          /* shown from its beginning once it had a size */
  gboolean untouched;       /* and as it was then */
  int width, height;        /* as last given, also while it is not shown */
  guint resized;            /* source: the size has changed */
  GHashTable *tiles;        /* painted, of -tiles; NULL: none */
  double tile_scale;        /* at which */
  guint n_tiles_painted, n_cards_shown; /* since the beginning: what tests count */
  guint relating;           /* source: which cards in sight are linked is told to screen readers */

  /* The pointer. */
  SlMapDrag drag;
  gboolean dragged;         /* further than a hand trembles */
  gboolean begun;           /* a link was begun by it, not before */
  gboolean reduce;          /* a click on one of several chosen: it alone stays so, unless they are dragged */
  gboolean still;           /* something is being pressed: nothing is brought into sight */
  double drag_x, drag_y;    /* where it began, in the drawing */
  double pan_x, pan_y, pinch;
  double pointer_x, pointer_y;
  int hovered;              /* the card under it, or -1 */
  guint gliding;            /* tick callback while something is dragged; 0: none */
  gint64 glided;            /* when it last moved the map: microseconds of the frame clock */

  SlMapLinking linking;
  GtkWidget *note;          /* what stands in the way of a link; NULL until needed */

  /* What is typed in place. */
  GtkWidget *entry;         /* NULL while nothing is */
  guint left;               /* source: the focus has left it */
  SlUid renamed;            /* of which card, or SL_UID_NONE: a new one */
  guint entry_column;
  double entry_y;           /* of a new card its top, of one renamed its centre, in the drawing */

  GHashTable *homes;        /* SlUid* to GArray of SlMapHome: where all stood before a card was put by hand */
  SlMapCopy *copy;
  char *copied;             /* the same as text, as it went to the clipboard */
  GtkWidget *menu;
  GtkWidget *dropping;      /* asks why, or NULL */
  gboolean mending;         /* the badge is being pressed */
};

typedef enum
{
  SL_MAP_SIGNAL_SELECTED,
  SL_MAP_SIGNAL_ACTIVATED,
  SL_MAP_SIGNAL_CHANGED,
  SL_MAP_SIGNAL_ZOOMED,
  SL_MAP_SIGNAL_MESSAGE,
  SL_MAP_N_SIGNALS,
} SlMapSignal;

void sl_map_canvas_emit     (SlMapCanvas *self, SlMapSignal signal);
/* Tells something in passing. */
void sl_map_canvas_tell     (SlMapCanvas *self, const char *text);

/* Takes @drawing and shows it. */
void sl_map_canvas_take_drawing (SlMapCanvas *self, SlMapDrawing *drawing);

/* --- -settle */
void sl_map_canvas_begin_settling (SlMapCanvas *self);
void sl_map_canvas_end_settling   (SlMapCanvas *self);
/* When the hand rests. */
void sl_map_canvas_settle_later   (SlMapCanvas *self);
/* What was made or moved while the map is not settled stays where it is. */
void sl_map_canvas_note_placed    (SlMapCanvas *self, const SlChangeSet *change_set);

/* --- -view */
gboolean sl_map_canvas_in_sight (SlMapCanvas *self, const SlMapCard *card);
void sl_map_canvas_look_at  (SlMapCanvas *self, double x, double y, double scale);
/* All of it where that can be read, else its beginning. */
void sl_map_canvas_begin_view (SlMapCanvas *self);
void sl_map_canvas_zoom_at  (SlMapCanvas *self, double factor, double px, double py);
/* All that is shown of the map may look otherwise. */
void sl_map_canvas_refresh_cards (SlMapCanvas *self);
void sl_map_canvas_show_card (SlMapCanvas *self, const SlMapCard *card);
/* Moves a box of the drawing into sight, no more than is needed. */
void sl_map_canvas_show_box (SlMapCanvas *self, double left, double top, double right, double bottom);
void sl_map_canvas_allocate (SlMapCanvas *self, int width, int height);
/* The centre of a column, also of one that has no card yet. */
double sl_map_canvas_column_x (SlMapCanvas *self, guint column);
/* A point of the widget in the drawing. */
void sl_map_canvas_to_map   (SlMapCanvas *self, double px, double py, double *x, double *y);

/* --- -choice */
typedef enum
{
  SL_MAP_ALONE,  /* instead of what was chosen */
  SL_MAP_ALSO,   /* with it */
  SL_MAP_TOGGLE, /* with it, or no longer */
} SlMapChoose;

/* The focus goes to the card. */
void sl_map_canvas_choose   (SlMapCanvas *self, guint number, SlMapChoose how);
void sl_map_canvas_choose_link (SlMapCanvas *self, int link);
gboolean sl_map_canvas_choose_nothing (SlMapCanvas *self);
/* The drawing or what is chosen changed. */
void sl_map_canvas_light_up (SlMapCanvas *self);
/* Extends what is chosen while stepping. */
gboolean sl_map_canvas_walk (SlMapCanvas *self, int across, int down, SlMapChoose how);
/* The next link of the card chosen, @across: 1 onwards, -1 back. */
gboolean sl_map_canvas_walk_links (SlMapCanvas *self, int across);
/* "Leads to I1, I2. Rests on N4." Free with g_free(). */
char *sl_map_canvas_dup_neighbours (SlMapCanvas *self, guint card);
/* Of the cards that @fits takes the one nearest in height to @from; -1: none. */
typedef gboolean (*SlMapFits) (SlMapCanvas *self, guint from, guint to, int way);
int  sl_map_canvas_nearest  (SlMapCanvas *self, guint from, SlMapFits fits, int way);
gboolean sl_map_canvas_is_beside (SlMapCanvas *self, guint from, guint to, int way);
void sl_map_canvas_focus_card (SlMapCanvas *self, guint number);

/* --- -link */
gboolean sl_map_canvas_is_linking (SlMapCanvas *self);
gboolean sl_map_canvas_begin_link (SlMapCanvas *self, SlUid card, gboolean onwards, gboolean by_pointer);
/* The card aimed at; -1: none. */
void sl_map_canvas_aim      (SlMapCanvas *self, int number);
void sl_map_canvas_aim_step (SlMapCanvas *self, int across, int down);
/* To the next card that may be linked. */
void sl_map_canvas_aim_next (SlMapCanvas *self, int way);
/* Makes the link, or tells why not. */
gboolean sl_map_canvas_finish_link (SlMapCanvas *self);
void sl_map_canvas_cancel_link (SlMapCanvas *self);
/* What may be read of the card while a link is drawn; NULL: nothing. Free with g_free(). */
char *sl_map_canvas_dup_link_words (SlMapCanvas *self, guint number);
void sl_map_canvas_place_note (SlMapCanvas *self);

/* --- -entry */
void sl_map_canvas_begin_rename (SlMapCanvas *self);
void sl_map_canvas_begin_add (SlMapCanvas *self, guint column);
/* What was typed is forgotten. */
void sl_map_canvas_end_entry (SlMapCanvas *self);
void sl_map_canvas_place_entry (SlMapCanvas *self);

/* --- -acts */
void sl_map_canvas_add_keys (GtkWidgetClass *klass);
/* Takes @tx. Tells what stands in the way. */
gboolean sl_map_canvas_commit (SlMapCanvas *self, SlTx *tx);
/* Whether anything can be changed; tells why not. */
gboolean sl_map_canvas_may_change (SlMapCanvas *self);
void sl_map_canvas_place_by_hand (SlMapCanvas *self, guint number, double y);
void sl_map_canvas_retype   (SlMapCanvas *self, guint column);
/* NULL area: at the card chosen. */
void sl_map_canvas_pop_menu (SlMapCanvas *self, const GdkRectangle *area);
/* Where what is chosen stands, in the widget. */
void sl_map_canvas_find_area (SlMapCanvas *self, GdkRectangle *area);

/* --- -drop */
/* Asks why, and drops what is chosen. */
void sl_map_canvas_drop     (SlMapCanvas *self);
/* Of those dropped, for "map.take-up". Returns: (transfer full). */
GMenuModel *sl_map_canvas_dropped_menu (SlMapCanvas *self);
void sl_map_canvas_take_up  (SlMapCanvas *self, SlUid card);

/* --- -overlay */
#define SL_MAP_APART 12 /* of what floats above the map from its edges */
void sl_map_canvas_add_legend (SlMapCanvas *self);
void sl_map_canvas_place_legend (SlMapCanvas *self);
/* What it takes of the height at the bottom. */
double sl_map_canvas_legend_room (SlMapCanvas *self);
/* The drawing is another. */
void sl_map_canvas_remake_overlay (SlMapCanvas *self);
void sl_map_canvas_dim_by_overlay (SlMapCanvas *self);
/* --- -trace */
/* Gives the painter what is traced, made anew where need be; after everything else that lights cards. */
void sl_map_canvas_apply_trace  (SlMapCanvas *self);
/* The drawing it was made for goes. */
void sl_map_canvas_forget_trace (SlMapCanvas *self);
/* "It is struck."; NULL where it has no mark. */
const char *sl_map_canvas_trace_words (SlMapCanvas *self, guint card);

/* --- -relations */
/* The cards in sight, or their links, are different: tells it when there is nothing else to do. */
void sl_map_canvas_relate_soon (SlMapCanvas *self);

/* --- -tiles */
void sl_map_canvas_snapshot_tiles (SlMapCanvas *self, GtkSnapshot *snapshot);
void sl_map_canvas_forget_tiles (SlMapCanvas *self);

/* --- -pointer, -paint */
void sl_map_canvas_add_controllers (SlMapCanvas *self);
void sl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* Whether a handle of the card is at a point of the widget: 1 at its right, -1 at its left, 0 none. */
int  sl_map_canvas_handle_at (SlMapCanvas *self, int number, double px, double py);
/* The box between where the drag began and the pointer, in the drawing. */
void sl_map_canvas_band     (SlMapCanvas *self, double *left, double *top, double *right, double *bottom);
/* The column over which a card is dragged. */
guint sl_map_canvas_drag_column (SlMapCanvas *self);

G_END_DECLS
