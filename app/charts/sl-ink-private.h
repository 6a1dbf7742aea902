/* sl-ink-private.h: what painters of charts need again and again: colours and single lines of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "charts/sl-palette.h"

G_BEGIN_DECLS

#define SL_INK_LINES 32

/* A line as it was set last: a painter says the same few words again and again. */
typedef struct
{
  PangoLayout *layout;
  double size, width;
  gboolean bold;
} SlInkLine;

typedef struct
{
  cairo_t *cr;
  const SlPalette *palette;
  PangoContext *context;
  SlInkLine lines[SL_INK_LINES];
  guint next;    /* the one to be set anew when none fits */
  double size;   /* of what comes next */
  gboolean bold;
} SlInk;

typedef enum
{
  SL_INK_LEFT,
  SL_INK_MIDDLE,
  SL_INK_RIGHT,
} SlInkAlign;

/* @palette: SlPaletteFlags. */
void   sl_ink_begin  (SlInk *self, cairo_t *cr, guint palette);
void   sl_ink_end    (SlInk *self);
void   sl_ink_colour (const SlInk *self, const SlRgb *colour);
/* Text in pixels of @size, from the next sl_ink_text() on. */
void   sl_ink_font   (SlInk *self, double size, gboolean bold);
/* One line in the colour of the source, its middle at height @y, no wider than @room (shortened by an ellipsis; 0: as it
 * is). Returns how wide it is. */
double sl_ink_text   (SlInk *self, const char *text, double x, double y, SlInkAlign align, double room);
double sl_ink_width  (SlInk *self, const char *text);

G_END_DECLS
