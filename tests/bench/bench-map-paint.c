/* A pan across large maps, frame by frame, painted without a cache on a surface as large as a screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-map-paint [NODES...]    (200 5000 20000 without arguments)
 *
 * The baseline fills the surface with rectangles of the size of a card, FILLS times: what a frame costs that only puts
 * paint on paper. A frame of a map is compared by its 95th percentile; milliseconds are for scale.
 */
#include "bench-map-support.h"
#include "bench-support.h"

#include "charts/sl-map-paint.h"

#include <stdlib.h>

#define WIDTH 1400
#define HEIGHT 900
#define FRAMES 120 /* of a pan, at most */
#define FILLS 2    /* times the surface is filled in a frame of the baseline */
#define LEAST 0.02 /* scale: the map is not shown smaller */
#define LIMIT 22.0 /* times the baseline */

typedef struct
{
  SlMapDrawing *drawing;
  cairo_surface_t *surface;
} Bench;

static double
percentile (double *values, guint n, double share)
{
  bench_median (values, n); /* sorts */
  return values[MIN (n - 1, (guint) (share * n))];
}

static double
paint_bare (Bench *self)
{
  double start = bench_worked ();
  cairo_t *cr = cairo_create (self->surface);

  for (guint k = 0; k < FILLS; k++)
    for (double y = 0; y < HEIGHT; y += SL_MAP_CARD_HEIGHT)
      for (double x = 0; x < WIDTH; x += SL_MAP_CARD_WIDTH)
        {
          cairo_set_source_rgba (cr, 0.2, 0.4, 0.6, 0.5);
          cairo_rectangle (cr, x + 0.5, y + 0.5, SL_MAP_CARD_WIDTH, SL_MAP_CARD_HEIGHT);
          cairo_fill (cr);
        }
  cairo_surface_flush (self->surface);
  cairo_destroy (cr);
  return bench_worked () - start;
}

static double
paint (Bench *self, double x, double y, double scale, const SlMapStyle *style)
{
  double start = bench_worked ();
  cairo_t *cr = cairo_create (self->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -x, -y);
  sl_map_paint (self->drawing, cr, SL_MAP_ALL, style);
  cairo_surface_flush (self->surface);
  cairo_destroy (cr);
  return bench_worked () - start;
}

/* From the top left to the bottom right and a little to and fro, so that all columns come into sight. */
static gboolean
pan (Bench *self, const char *name, double scale, const SlMapStyle *style)
{
  double frames[FRAMES], bare[FRAMES], wide = WIDTH / scale, high = HEIGHT / scale, p50, p95, base;

  for (guint i = 0; i < FRAMES; i++)
    {
      double down = (double) i / (FRAMES - 1), across = (double) (i % 20) / 19;

      frames[i] = paint (self, self->drawing->left + MAX (0, self->drawing->width - wide) * across,
                         self->drawing->top + MAX (0, self->drawing->height - high) * down, scale, style);
      bare[i] = paint_bare (self);
    }
  p50 = percentile (frames, FRAMES, 0.5);
  p95 = percentile (frames, FRAMES, 0.95);
  base = bench_median (bare, FRAMES);
  g_print ("  %-22s p50 %8.2f ms  p95 %8.2f ms  most %8.2f ms  bare %5.2f ms  p95 ratio %7.2f  limit %4.1f  %s\n", name,
           p50 * 1e3, p95 * 1e3, frames[FRAMES - 1] * 1e3, base * 1e3, p95 / base, LIMIT, p95 / base <= LIMIT ? "met" : "MISSED");
  return p95 / base <= LIMIT;
}

static gboolean
pan_at_all_scales (Bench *self)
{
  static const double scales[] = { 0.1, 0.25, 0.4, 0.6, 1, 2 };
  g_autofree guint8 *lit = g_malloc0 (self->drawing->n_cards);
  SlMapStyle style = { .translated = TRUE, .quick = TRUE, .selected = -1 }, traced = { .translated = TRUE, .quick = TRUE, .selected = 0, .lit = lit };
  double fit = MAX (LEAST, MIN (WIDTH / self->drawing->width, HEIGHT / self->drawing->height));
  gboolean met;

  met = pan (self, "all of it", fit, &style);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("%g %%", scales[i] * 100);

      met &= pan (self, name, scales[i], &style);
    }
  sl_map_drawing_light (self->drawing, (guint[]){ 0 }, 1, lit);
  met &= pan (self, "all, one card lit", fit, &traced);
  met &= pan (self, "40 %, one card lit", 0.4, &traced);
  return met;
}

/* Coloured by something else than the type. */
static gboolean
pan_coloured (Bench *self, const SlView *view, const SlMapStatus *status)
{
  static const struct
  {
    SlOverlayMode mode;
    double scale;
  } runs[] = { { SL_OVERLAY_OWNER, 0.1 }, { SL_OVERLAY_EVIDENCE, 0.1 }, { SL_OVERLAY_OWNER, 0.15 },
               { SL_OVERLAY_EVIDENCE, 0.25 }, { SL_OVERLAY_EVIDENCE, 0.4 }, { SL_OVERLAY_STATUS, 0.4 }, { SL_OVERLAY_LEVEL, 1 } };
  gboolean met = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      double start = bench_worked ();
      g_autoptr (SlMapOverlay) overlay = sl_map_overlay_new (view, status, self->drawing, runs[i].mode, FALSE);
      double made = bench_worked () - start;
      g_autofree char *name = g_strdup_printf ("%g %% by %s (%.1f ms)", runs[i].scale * 100,
                                               sl_overlay_info (runs[i].mode)->token, made * 1e3);

      met &= pan (self, name, runs[i].scale, &(SlMapStyle){ .translated = TRUE, .quick = TRUE, .selected = -1, .overlay = overlay });
    }
  return met;
}

static gboolean
run (guint n, double per_node, double stray)
{
  g_autoptr (SlMapStatus) status = NULL;
  Bench bench;
  BenchMap map;
  SlView view;
  gboolean met;

  bench_map_init (&map, n, per_node, stray);
  view = sl_fixture_view (&map.base);
  status = sl_map_status_new (&view);
  bench.drawing = sl_map_drawing_new (&view, status, NULL, SL_LAYOUT_FIRST, NULL, NULL);
  bench.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_print ("%u cards, %u links, %.0f %% of them stray\n", bench.drawing->n_cards, bench.drawing->n_links, stray * 100);
  met = pan_at_all_scales (&bench);
  met &= pan_coloured (&bench, &view, status);
  cairo_surface_destroy (bench.surface);
  sl_map_drawing_free (bench.drawing);
  bench_map_clear (&map);
  return met;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 200, 5000, 20000 };
  gboolean met = TRUE;

  for (guint i = 0; i < (argc > 1 ? (guint) argc - 1 : G_N_ELEMENTS (sizes)); i++)
    {
      guint n = argc > 1 ? (guint) atoi (argv[i + 1]) : sizes[i];

      /* What crosses a larger map is more; it is shown for scale. */
      met &= run (n, 1.6, 0.05) || n > 5000;
    }
  if (argc <= 1)
    run (5000, 4, 0.1);
  return met ? 0 : 1;
}
