/* How the map is to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint-private.h"

#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>

#define ROW 20.0
#define LINE 34.0 /* length of a sample of a link */
#define GAP 18.0

typedef enum
{
  SAMPLE_TYPE,
  SAMPLE_HARM,
  SAMPLE_STATUS,
  SAMPLE_ESSENTIAL,
  SAMPLE_CONTRIBUTING,
  SAMPLE_LEVEL,
  SAMPLE_FINDING,
} SampleKind;

/* @value: a column, an SL_NODE_STATUS_*, evidence, or an SlStatus. */
typedef struct
{
  SampleKind kind;
  int value;
  const char *label;
} Sample;

static const Sample samples[] = {
  { SAMPLE_TYPE, 0, N_ ("investment") },
  { SAMPLE_TYPE, 1, N_ ("enabler") },
  { SAMPLE_TYPE, 2, N_ ("business change") },
  { SAMPLE_TYPE, 3, N_ ("intermediate outcome") },
  { SAMPLE_HARM, 3, N_ ("harm") },
  { SAMPLE_TYPE, 4, N_ ("end outcome") },
  { SAMPLE_TYPE, 5, N_ ("purpose") },
  { SAMPLE_STATUS, SL_NODE_STATUS_PLANNED, N_ ("planned") },
  { SAMPLE_STATUS, SL_NODE_STATUS_IN_PROGRESS, N_ ("in progress") },
  { SAMPLE_STATUS, SL_NODE_STATUS_DELIVERED, N_ ("delivered") },
  { SAMPLE_STATUS, SL_NODE_STATUS_ADOPTED, N_ ("adopted, achieved") },
  { SAMPLE_ESSENTIAL, 2, N_ ("essential link") },
  { SAMPLE_CONTRIBUTING, 2, N_ ("contributing link") },
  /* TRANSLATORS: grades of the evidence for a link, from none to proven. */
  { SAMPLE_ESSENTIAL, 0, N_ ("no evidence") },
  { SAMPLE_ESSENTIAL, 1, N_ ("assumed") },
  { SAMPLE_ESSENTIAL, 2, N_ ("expert view, comparable case") },
  { SAMPLE_ESSENTIAL, 3, N_ ("measured in a trial") },
  { SAMPLE_ESSENTIAL, 4, N_ ("proven here") },
  { SAMPLE_LEVEL, SL_STATUS_RED, N_ ("risk level Red") },
  { SAMPLE_LEVEL, SL_STATUS_AMBER, N_ ("Amber") },
  { SAMPLE_LEVEL, SL_STATUS_GREEN, N_ ("Green") },
  { SAMPLE_FINDING, 0, N_ ("findings") },
};

static double
sign_width (const Sample *sample)
{
  if (sample->kind == SAMPLE_ESSENTIAL || sample->kind == SAMPLE_CONTRIBUTING)
    return LINE + 6;
  return SL_MAP_GLYPH + (sample->kind == SAMPLE_LEVEL ? 4 + SL_MAP_GLYPH : 5);
}

static void
show_sign (const SlMapPainting *self, const Sample *sample, double x, double baseline)
{
  double top = baseline - SL_MAP_GLYPH + 1;
  SlStatus level = (SlStatus) sample->value;

  if (sample->kind == SAMPLE_TYPE || sample->kind == SAMPLE_HARM)
    sl_map_sign_type (self, (guint) sample->value, sample->kind == SAMPLE_HARM, x, top, SL_MAP_GLYPH, 1);
  else if (sample->kind == SAMPLE_STATUS)
    sl_map_sign_status (self, sample->value, x, top, SL_MAP_GLYPH, 1);
  else if (sample->kind == SAMPLE_FINDING)
    sl_map_painting_caption (self, "!", x + 4, baseline, 1,
                             self->style->overlay != NULL ? &self->palette->dim : &self->palette->letter[SL_STATUS_RED], FALSE);
  else if (sample->kind == SAMPLE_LEVEL)
    {
      sl_glyph_draw (self->cr, x, top, SL_MAP_GLYPH, level, self->palette);
      sl_map_painting_caption (self, sl_map_painting_words (self, sl_glyph_letter (level)), x + SL_MAP_GLYPH + 2, baseline, 1,
                               &self->palette->letter[level], FALSE);
    }
  else
    {
      sl_map_painting_colour (self, &self->palette->dim, 1);
      sl_map_painting_pen (self, sample->kind == SAMPLE_ESSENTIAL, sample->value);
      cairo_move_to (self->cr, x, baseline - 4);
      cairo_line_to (self->cr, x + LINE, baseline - 4);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
    }
}

/* Where the next sample goes: rows as @width allows. */
typedef struct
{
  double x, baseline, width;
  gboolean paint; /* else only measured */
} Rows;

/* Room for what is @wide; a row begins where it does not fit. */
static double
take_room (Rows *rows, double wide)
{
  double x;

  if (rows->x > 0 && rows->x + wide > rows->width)
    {
      rows->x = 0;
      rows->baseline += ROW;
    }
  x = rows->x;
  rows->x += wide + GAP;
  return x;
}

/* What colour says, first, and on rows of its own. */
static void
go_through_overlay (const SlMapPainting *self, Rows *rows)
{
  const SlMapOverlay *overlay = self->style->overlay;
  const char *title = sl_map_painting_words (self, sl_overlay_info (overlay->mode)->title);
  double x = take_room (rows, sl_map_painting_measure (self, title));

  if (rows->paint)
    sl_map_painting_caption (self, title, x, rows->baseline, 1, &self->palette->dim, FALSE);
  for (guint i = 0; i < overlay->n_entries; i++)
    {
      const SlOverlayEntry *entry = &overlay->entries[i];
      g_autofree char *label = sl_map_overlay_dup_entry (overlay, i);
      double sign = sl_map_sign_tone_width (self, &entry->tone, entry->letters, SL_MAP_GLYPH) + 5;

      x = take_room (rows, sign + sl_map_painting_measure (self, label));
      if (!rows->paint)
        continue;
      sl_map_sign_tone (self, &entry->tone, entry->letters, x, rows->baseline - SL_MAP_GLYPH + 1, SL_MAP_GLYPH, 1);
      sl_map_painting_caption (self, label, x + sign, rows->baseline, 1, &self->palette->text, FALSE);
    }
  rows->x = 0;
  rows->baseline += ROW;
}

/* Returns how high it is. */
static double
go_through (const SlMapPainting *self, double width, gboolean paint)
{
  Rows rows = { .baseline = 14, .width = width, .paint = paint };

  if (self->style->overlay != NULL)
    go_through_overlay (self, &rows);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const char *label = sl_map_painting_words (self, samples[i].label);
      double sign = sign_width (&samples[i]), x;

      /* With an overlay cards say that instead. */
      if (self->style->overlay != NULL && (samples[i].kind == SAMPLE_STATUS || samples[i].kind == SAMPLE_LEVEL))
        continue;
      x = take_room (&rows, sign + sl_map_painting_measure (self, label));
      if (!paint)
        continue;
      show_sign (self, &samples[i], x, rows.baseline);
      sl_map_painting_caption (self, label, x + sign, rows.baseline, 1, &self->palette->text, FALSE);
    }
  return rows.baseline + 6;
}

double
sl_map_paint_legend (cairo_t *cr, double width, const SlMapStyle *style)
{
  SlMapPainting self;
  double height;

  g_return_val_if_fail (cr != NULL && style != NULL, 0);
  sl_map_painting_begin (&self, NULL, cr, style);
  height = go_through (&self, width, TRUE);
  sl_map_painting_end (&self);
  return height;
}

double
sl_map_legend_height (double width, const SlMapStyle *style)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  SlMapPainting self;
  double height;

  sl_map_painting_begin (&self, NULL, cr, style);
  height = go_through (&self, width, FALSE);
  sl_map_painting_end (&self);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}
