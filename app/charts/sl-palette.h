/* sl-palette.h: the colours of states, for every painter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No painter holds a colour of its own: it is handed a palette. In every palette a shape reaches a contrast of 3:1 and a
 * letter or word 4.5:1 on the background (WCAG 2.1, 1.4.3 and 1.4.11; a test computes them). Colour never stands alone:
 * see sl-glyph.h for shape and letter.
 */
#pragma once

#include <glib.h>

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/**
 * SlStatus:
 * @SL_STATUS_NOTHING: nothing to show: no glyph
 * @SL_STATUS_UNKNOWN: not due or not known: hollow ring
 * @SL_STATUS_GREEN: filled circle, G
 * @SL_STATUS_AMBER: filled triangle, A
 * @SL_STATUS_RED: filled diamond, R
 * @SL_STATUS_LOW: opportunity, blue square, L; opportunities are never red, amber or green
 * @SL_STATUS_MEDIUM: opportunity, blue square, M
 * @SL_STATUS_HIGH: opportunity, blue square, H
 */
typedef enum
{
  SL_STATUS_NOTHING,
  SL_STATUS_UNKNOWN,
  SL_STATUS_GREEN,
  SL_STATUS_AMBER,
  SL_STATUS_RED,
  SL_STATUS_LOW,
  SL_STATUS_MEDIUM,
  SL_STATUS_HIGH,
  SL_N_STATUSES,
} SlStatus;

/* Red, green, blue from 0 to 1 (sRGB). */
typedef struct
{
  double r, g, b;
} SlRgb;

typedef struct
{
  SlRgb background;
  SlRgb selected;               /* background of what is selected: every contrast holds there too */
  SlRgb text;
  SlRgb dim;                    /* captions and secondary text */
  SlRgb rule;                   /* hairlines; no contrast is asked of them */
  SlRgb shape[SL_N_STATUSES];
  SlRgb letter[SL_N_STATUSES];  /* for letters and words in the colour of a state */
} SlPalette;

/**
 * SlPaletteFlags:
 * @SL_PALETTE_DARK: for a dark background
 * @SL_PALETTE_HIGH_CONTRAST: for people who asked for more contrast: shapes too reach 4.5:1, letters 7:1
 * @SL_PALETTE_BLUE_ORANGE: blue in place of green and orange to brown in place of amber and red, for people who cannot
 *   tell green from red
 */
typedef enum
{
  SL_PALETTE_DARK = 1 << 0,
  SL_PALETTE_HIGH_CONTRAST = 1 << 1,
  SL_PALETTE_BLUE_ORANGE = 1 << 2,
} SlPaletteFlags;

#define SL_PALETTE_COUNT 8 /* flags from 0 to 7 */

/* Static, never NULL. */
const SlPalette *sl_palette_get   (guint flags);

#define SL_PALETTE_BANDS 6

/* Hues for kinds of things, not for states: SL_PALETTE_BANDS of them, of about equal lightness, distinct from red, amber and
 * green, at 4.5:1 on the background and on what is selected. What they say stands beside them in words. Static. */
const SlRgb     *sl_palette_bands (guint flags);

#define SL_PALETTE_STEPS 5

/* Tones of one hue for what has an order but is no state: from faint (least) to strong (most), each further from the
 * background than the one before, all at 3:1 on it and on what is selected, at 4.5:1 where more contrast is asked for.
 * Static. */
const SlRgb     *sl_palette_steps (guint flags);

/* Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance). */
double           sl_rgb_contrast  (const SlRgb *a, const SlRgb *b);

/* How a rating is shown: threats by green, amber, red; opportunities by low, medium, high; SL_RAG_NONE is unknown. */
SlStatus         sl_status_from_rag (SlRag rag, gboolean opportunity);

G_END_DECLS
