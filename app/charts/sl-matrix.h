/* sl-matrix.h: the matrix of probability and impact: geometry, and the painters of its parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small beside one risk (its ratings as marks), large as the heat map. Three steps: the scale says what the matrix means
 * (ratings, words, limits), the layout where everything lies (pure arithmetic, to be asked which cell is where), the
 * painters put ink there. A cell shows its level as shape and letter; its tint only repeats them. Lengths are pixels or
 * points, x to the right, y down. Probabilities and impacts count from 1 to SL_MATRIX_STEPS.
 */
#pragma once

#include <cairo.h>

#include "charts/sl-palette.h"

G_BEGIN_DECLS

#define SL_MATRIX_STEPS 5

/**
 * SlMatrixFlags:
 * @SL_MATRIX_SWAP: probability to the right and impact upwards, instead of impact to the right
 * @SL_MATRIX_FLIP: the upright axis runs from the top down
 * @SL_MATRIX_COMPACT: figures instead of words on the axes, letters without words: for about 120 to 240 px
 * @SL_MATRIX_BARE: neither axes nor levels, only where the limits cut: for about 30 to 60 px beside words
 */
typedef enum
{
  SL_MATRIX_SWAP = 1 << 0,
  SL_MATRIX_FLIP = 1 << 1,
  SL_MATRIX_COMPACT = 1 << 2,
  SL_MATRIX_BARE = 1 << 3,
} SlMatrixFlags;

/* What the matrix means. Indices from 1. */
typedef struct
{
  gboolean opportunity;                     /* blue, Low, Medium, High: never RAG, never an appetite */
  gboolean translated;
  SlRag level[SL_MATRIX_STEPS + 1][SL_MATRIX_STEPS + 1]; /* F-2, by probability and impact */
  char *probability[SL_MATRIX_STEPS + 1];   /* words of the steps: "Rare" */
  char *impact[SL_MATRIX_STEPS + 1];
  int want, tolerate;                       /* F-9: highest scores wanted and tolerated; 0: no line. Set by the caller */
} SlMatrix;

typedef struct
{
  double x, y, width, height;
} SlMatrixRect;

/* Where everything lies. */
typedef struct
{
  guint flags;
  double width, height;  /* as given */
  SlMatrixRect grid;     /* the cells together; they touch */
  double font;           /* size of words, in pixels */
} SlMatrixLayout;

/* One way to paint. */
typedef struct
{
  guint palette;         /* SlPaletteFlags */
  gboolean hatched;      /* lines instead of tints: for print without colour */
} SlMatrixStyle;

/**
 * SlMatrixRating:
 * @SL_MATRIX_INHERENT: before any control: a hollow ring
 * @SL_MATRIX_CURRENT: today: a filled disc
 * @SL_MATRIX_TARGET: after treatment: a ring with a dot
 * @SL_MATRIX_EARLIER: the current rating of some time ago: a small ring
 */
typedef enum
{
  SL_MATRIX_INHERENT,
  SL_MATRIX_CURRENT,
  SL_MATRIX_TARGET,
  SL_MATRIX_EARLIER,
} SlMatrixRating;

/* A rating of one risk. */
typedef struct
{
  int probability, impact;
  SlMatrixRating rating;
} SlMatrixMark;

/* The grid and the words of the settings in force. @translated: in the user's language, else British English. Free with
 * sl_matrix_free(). */
SlMatrix   *sl_matrix_new         (const SlView *view, gboolean opportunity, gboolean translated);
void        sl_matrix_free        (SlMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMatrix, sl_matrix_free)

/* The level of a cell as a status; SL_STATUS_UNKNOWN outside the grid. */
SlStatus    sl_matrix_status      (const SlMatrix *self, int probability, int impact);
/* "Probability 4 Likely, impact 4 Large: Red". Free with g_free(). */
char       *sl_matrix_dup_cell_words (const SlMatrix *self, int probability, int impact);
/* What a mark is called: an untranslated msgid ("Current"). */
const char *sl_matrix_rating_word (SlMatrixRating rating);

/* Fits the grid and its axes into @width by @height; compact grids are square. Any size is allowed: below some it is not
 * legible. */
void        sl_matrix_layout      (SlMatrixLayout *layout, guint flags, double width, double height);
/* The rectangle of a cell. */
void        sl_matrix_cell        (const SlMatrixLayout *layout, int probability, int impact, SlMatrixRect *rect);
/* The cell at a point; FALSE outside the grid. */
gboolean    sl_matrix_cell_at     (const SlMatrixLayout *layout, double x, double y, int *probability, int *impact);

/* The tint of a cell of @status: as strong as letters and shapes on it bear (4.5:1 and 3:1; high contrast 7:1 and 4.5:1). */
void        sl_matrix_tint        (guint palette, SlStatus status, SlRgb *tint);

/* All of these leave source, path, dash and font of @cr changed, matrix and clip as they were. None paints a background
 * beyond the cells. */
void        sl_matrix_paint_axes  (const SlMatrix *self, const SlMatrixLayout *layout, cairo_t *cr,
                                   const SlMatrixStyle *style);
/* One cell, its top left corner at the origin: tint or hatching, shape, letter and, where there is room, word. */
void        sl_matrix_paint_cell  (const SlMatrix *self, const SlMatrixLayout *layout, int probability, int impact,
                                   cairo_t *cr, const SlMatrixStyle *style);
/* The stepped lines: dashed around what is wanted, solid around what is tolerated. Nothing where there is no limit. */
void        sl_matrix_paint_limits (const SlMatrix *self, const SlMatrixLayout *layout, cairo_t *cr,
                                    const SlMatrixStyle *style);
/* Marks of one risk, joined in the order given by faint arrows; those of one cell side by side. Marks outside the grid
 * (nothing scored) are left out. */
void        sl_matrix_paint_marks (const SlMatrixLayout *layout, const SlMatrixMark *marks, guint n, cairo_t *cr,
                                   const SlMatrixStyle *style);
/* One mark alone, for a legend beside the matrix: centred in a square of side @size. */
void        sl_matrix_paint_mark  (SlMatrixRating rating, double x, double y, double size, cairo_t *cr,
                                   const SlMatrixStyle *style);
/* Axes, cells, limits and @marks (NULL for none): all of the small matrix. */
void        sl_matrix_paint       (const SlMatrix *self, const SlMatrixLayout *layout, const SlMatrixMark *marks, guint n,
                                   cairo_t *cr, const SlMatrixStyle *style);

G_END_DECLS
