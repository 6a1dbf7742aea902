/* The benefit map as a drawing, and what its painter paints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-map-figure.h"

#include "resources/sl-resources.h"
#include "store/sl-place.h"
#include "workspace/sl-map-acts.h"
#include "support/sl-sample.h"

#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  SlWorkspace *workspace;
  SlView view;
  SlMapStatus *status;
  SlMapDrawing *drawing;
} Case;

static void
set_up (Case *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->workspace = sl_sample_workspace ();
  self->view = (SlView){ sl_workspace_data (self->workspace), sl_workspace_as_of (self->workspace),
                         sl_data_settings (sl_workspace_data (self->workspace)) };
  self->status = sl_map_status_new (&self->view);
  self->drawing = sl_map_drawing_new (&self->view, self->status, NULL, SL_LAYOUT_SETTLED, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Case *self, gconstpointer unused)
{
  sl_map_drawing_free (self->drawing);
  sl_map_status_free (self->status);
  sl_workspace_close (self->workspace);
  g_object_unref (self->workspace);
}

static const SlMapCard *
card (Case *self, const char *code)
{
  int number = sl_map_drawing_find (self->drawing, sl_data_by_code (self->view.data, code)->uid);

  g_assert_cmpint (number, >=, 0);
  return &self->drawing->cards[number];
}

static void
test_sample (Case *self, gconstpointer unused)
{
  const SlMapDrawing *drawing = self->drawing;

  g_assert_cmpuint (drawing->n_cards, ==, 29);
  g_assert_cmpuint (drawing->n_links, ==, 45);
  for (guint i = 0; i < drawing->n_cards; i++)
    {
      const SlMapCard *a = &drawing->cards[i];

      g_assert_cmpfloat (a->x, ==, drawing->columns[a->column]);
      g_assert_cmpfloat (a->x - SL_MAP_CARD_WIDTH / 2, >=, drawing->left);
      g_assert_cmpfloat (a->y - a->height / 2, >=, drawing->top + SL_MAP_HEAD);
      g_assert_cmpfloat (a->y + a->height / 2, <=, drawing->top + drawing->height);
      g_assert_cmpint (sl_map_drawing_card_at (drawing, a->x, a->y), ==, (int) i);
    }
  for (guint c = 1; c < SL_MAP_COLUMNS; c++)
    g_assert_cmpfloat (drawing->columns[c] - drawing->columns[c - 1], >=, SL_MAP_CARD_WIDTH + SL_LAYOUT_COLUMN_GAP);
  g_assert_cmpint (sl_map_drawing_card_at (drawing, drawing->left - 1, drawing->top - 1), ==, -1);
  g_assert_cmpint (card (self, "E1")->level, ==, SL_RAG_RED);
  g_assert_cmpstr (card (self, "C1")->owner, ==, "OS");
  g_assert_true (card (self, "I7")->negative);
  g_assert_cmpuint (card (self, "I6")->faults, ==, SL_MAP_M3);
  g_assert_false (card (self, "I6")->complete);
}

/* The same data give the same drawing. */
static void
test_same (Case *self, gconstpointer unused)
{
  g_autoptr (SlMapDrawing) again = sl_map_drawing_new (&self->view, self->status, NULL, SL_LAYOUT_SETTLED, NULL, NULL);

  g_assert_cmpuint (again->n_cards, ==, self->drawing->n_cards);
  for (guint i = 0; i < again->n_cards; i++)
    {
      g_assert_cmpfloat (again->cards[i].x, ==, self->drawing->cards[i].x);
      g_assert_cmpfloat (again->cards[i].y, ==, self->drawing->cards[i].y);
    }
}

/* Another card: those that were there stay. */
static void
test_before (Case *self, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_MAP_NODE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMapStatus) status = NULL;
  g_autoptr (SlMapDrawing) drawing = NULL;
  guint n_moved = 0;

  sl_tx_set (tx, uid, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (SL_NODE_TYPE_ENABLER), NULL);
  sl_tx_set (tx, uid, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT ("One more"), NULL);
  sl_workspace_commit (self->workspace, tx, NULL, &error);
  g_assert_no_error (error);
  status = sl_map_status_new (&self->view);
  drawing = sl_map_drawing_new (&self->view, status, self->drawing, SL_LAYOUT_FIRST, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drawing->n_cards, ==, 30);
  for (guint i = 0; i < self->drawing->n_cards; i++)
    n_moved += drawing->cards[i].y != self->drawing->cards[i].y;
  g_assert_cmpuint (n_moved, ==, 0);
}

static guint
number (Case *self, const char *code)
{
  return (guint) (card (self, code) - self->drawing->cards);
}

static const SlMapLink *
link_of (Case *self, const char *from, const char *to)
{
  for (guint i = 0; i < self->drawing->n_links; i++)
    if (self->drawing->links[i].source == number (self, from) && self->drawing->links[i].target == number (self, to))
      return &self->drawing->links[i];
  g_assert_not_reached ();
}

/* Where it was asked for, between two others, which keep their order. */
static void
test_next (Case *self, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMapStatus) status = NULL;
  g_autoptr (SlMapDrawing) drawing = NULL;
  const SlMapCard *c1 = card (self, "C1"), *c2 = card (self, "C2");
  double y1, y2, y;

  self->drawing->next = sl_tx_add_card (tx, SL_NODE_TYPE_BUSINESS_CHANGE, "Between them", NULL);
  self->drawing->next_y = c1->y + (c2->y - c1->y) * 0.4;
  g_assert_cmpfloat (c1->y, <, c2->y);
  sl_workspace_commit (self->workspace, tx, NULL, &error);
  g_assert_no_error (error);
  status = sl_map_status_new (&self->view);
  drawing = sl_map_drawing_new (&self->view, status, self->drawing, SL_LAYOUT_FIRST, NULL, &error);
  g_assert_no_error (error);
  y1 = drawing->cards[sl_map_drawing_find (drawing, c1->uid)].y;
  y2 = drawing->cards[sl_map_drawing_find (drawing, c2->uid)].y;
  y = drawing->cards[sl_map_drawing_find (drawing, self->drawing->next)].y;
  g_assert_cmpfloat (y1, <, y);
  g_assert_cmpfloat (y, <, y2);
  g_assert_cmpuint (drawing->n_measured, ==, 1);
}

static void
test_light (Case *self, gconstpointer unused)
{
  g_autofree guint8 *lit = g_malloc0 (self->drawing->n_cards);
  guint n = 0;

  sl_map_drawing_light (self->drawing, (const guint[]){ number (self, "C1") }, 1, lit);
  g_assert_true (lit[card (self, "C1") - self->drawing->cards]);
  g_assert_true (lit[card (self, "E2") - self->drawing->cards]);
  g_assert_true (lit[card (self, "SP2") - self->drawing->cards]);
  /* Another change does not light up because it leads to the same end. */
  g_assert_false (lit[card (self, "C2") - self->drawing->cards]);
  for (guint i = 0; i < self->drawing->n_cards; i++)
    n += lit[i];
  g_assert_cmpuint (n, <, self->drawing->n_cards);
}

/* Several light what each of them would; a link what leads to it and what it leads to. */
static void
test_light_more (Case *self, gconstpointer unused)
{
  guint n_cards = self->drawing->n_cards, two[] = { number (self, "C1"), number (self, "N6") };
  g_autofree guint8 *both = g_malloc0 (n_cards), *one = g_malloc0 (n_cards), *of_link = g_malloc0 (n_cards);
  const SlMapLink *link = link_of (self, "C1", "I1");

  sl_map_drawing_light (self->drawing, two, 2, both);
  sl_map_drawing_light (self->drawing, &two[0], 1, one);
  sl_map_drawing_light (self->drawing, &two[1], 1, one);
  g_assert_cmpmem (both, n_cards, one, n_cards);
  sl_map_drawing_light_link (self->drawing, (guint) (link - self->drawing->links), of_link);
  g_assert_true (of_link[number (self, "C1")]);
  g_assert_true (of_link[number (self, "V2")]);
  g_assert_true (of_link[number (self, "SP2")]);
  /* C1 leads there too, but not by this link. */
  g_assert_false (of_link[number (self, "I2")]);
}

/* Where a link is painted it is found, and where nothing is, none. */
static void
test_link_at (Case *self, gconstpointer unused)
{
  const SlMapDrawing *drawing = self->drawing;

  for (guint i = 0; i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];
      const SlLayoutPoint *a = &drawing->points[link->first_point], *b = a + 1;
      int found = sl_map_drawing_link_at (drawing, (a->x + b->x) / 2, (a->y + b->y) / 2, 1);

      g_assert_cmpint (sl_map_drawing_find_link (drawing, link->uid), ==, (int) i);
      g_assert_cmpint (found, >=, 0);
      /* Where two cross either is right. */
      if (found != (int) i)
        g_assert_cmpint (sl_map_drawing_link_at (drawing, a->x + 2, a->y, 3), >=, 0);
    }
  g_assert_cmpint (sl_map_drawing_link_at (drawing, drawing->left - 50, drawing->top, 10), ==, -1);
  g_assert_cmpint (sl_map_drawing_find_link (drawing, SL_UID_NONE), ==, -1);
}

static void
put_by_hand (Case *self, const char *code, double x, double y)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_place_card (tx, sl_data_by_code (self->view.data, code)->uid, x, y, &error));
  g_assert_true (sl_workspace_commit (self->workspace, tx, NULL, &error));
  g_assert_no_error (error);
}

static SlMapDrawing *
draw_again (Case *self, const SlMapDrawing *before)
{
  g_autoptr (SlMapStatus) status = sl_map_status_new (&self->view);
  g_autoptr (GError) error = NULL;
  SlMapDrawing *drawing = sl_map_drawing_new (&self->view, status, before, SL_LAYOUT_SETTLED, NULL, &error);

  g_assert_no_error (error);
  return drawing;
}

/* A card put by hand stands there, over an earlier drawing and in one made afresh; the others of a fresh one stand as they
 * would without it, but for what makes room. */
static void
test_by_hand (Case *self, gconstpointer unused)
{
  g_autoptr (SlMapDrawing) after = NULL, fresh = NULL;
  double y = card (self, "C5")->y + 400;
  guint n_moved = 0;

  put_by_hand (self, "C1", card (self, "C1")->x, y);
  after = draw_again (self, self->drawing);
  fresh = draw_again (self, NULL);
  g_assert_cmpfloat_with_epsilon (after->cards[number (self, "C1")].y, y, 0.51);
  g_assert_cmpfloat_with_epsilon (fresh->cards[number (self, "C1")].y, y, 0.51);
  g_assert_true (fresh->cards[number (self, "C1")].by_hand);
  g_assert_false (fresh->cards[number (self, "C2")].by_hand);
  for (guint i = 0; i < fresh->n_cards; i++)
    n_moved += fabs (fresh->cards[i].y - self->drawing->cards[i].y) > 1;
  g_assert_cmpuint (n_moved, <=, 1);
  /* Nothing was written anew, so nothing is measured again. */
  g_assert_cmpuint (self->drawing->n_measured, ==, 29);
  g_assert_cmpuint (after->n_measured, ==, 0);
}

static cairo_status_t
append (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_string_append_len (closure, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GString *
paint_svg (Case *self, const SlMapStyle *style)
{
  GString *svg = g_string_new (NULL);
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (append, svg, self->drawing->width, self->drawing->height + 100);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -self->drawing->left, -self->drawing->top);
  sl_map_paint (self->drawing, cr, SL_MAP_ALL, style);
  cairo_translate (cr, self->drawing->left, self->drawing->top + self->drawing->height);
  sl_map_paint_legend (cr, self->drawing->width, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return svg;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* Fading what is not lit changes no shape; dashes tell contributing links and harms from the rest. */
static void
test_paint (Case *self, gconstpointer unused)
{
  g_autoptr (GString) all = paint_svg (self, &(SlMapStyle){ .selected = -1 });
  g_autofree guint8 *lit = g_malloc0 (self->drawing->n_cards);
  g_autoptr (GString) faded = NULL;
  guint n_dashed = 0, n_negative = 0;

  for (guint i = 0; i < self->drawing->n_links; i++)
    n_dashed += !self->drawing->links[i].essential;
  for (guint i = 0; i < self->drawing->n_cards; i++)
    n_negative += self->drawing->cards[i].negative;
  /* One dashed sample in the legend. */
  g_assert_cmpuint (count (all->str, "stroke-dasharray"), ==, n_dashed + n_negative + 1);
  sl_map_drawing_light (self->drawing, (const guint[]){ 0 }, 1, lit);
  faded = paint_svg (self, &(SlMapStyle){ .selected = -1, .lit = lit });
  g_assert_cmpuint (count (faded->str, "stroke-dasharray"), ==, n_dashed + n_negative + 1);
  g_assert_cmpuint (count (all->str, "0.25"), <, count (faded->str, "0.25"));
}

#define SIDE 300

/* The middle of the map, or the same cut out of a larger picture. Free with g_free(). */
static guint8 *
paint_middle (Case *self, double scale, gboolean cut, gsize *size)
{
  int border = cut ? 0 : 2000;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE + 2 * border, SIDE + 2 * border);
  cairo_t *cr = cairo_create (surface);
  guint8 *bytes = g_malloc (*size = SIDE * SIDE * 4);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, border + SIDE / 2, border + SIDE / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->drawing->left - self->drawing->width / 2, -self->drawing->top - self->drawing->height / 2);
  sl_map_paint (self->drawing, cr, SL_MAP_ALL, &(SlMapStyle){ .selected = -1 });
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < SIDE; y++)
    memcpy (bytes + y * SIDE * 4,
            cairo_image_surface_get_data (surface) + (border + y) * cairo_image_surface_get_stride (surface) + border * 4,
            SIDE * 4);
  cairo_surface_destroy (surface);
  return bytes;
}

/* What is not in sight is left out and changes nothing of what is: neither a dash nor a curve moves. */
static void
test_cut (Case *self, gconstpointer unused)
{
  static const double scales[] = { 0.1, 0.3, 0.5, 1, 2.5 };

  /* So that links run far beyond what is seen, as on a large map. */
  for (guint i = 0; i < self->drawing->n_cards; i++)
    self->drawing->cards[i].y *= 8;
  for (guint i = 0; i < self->drawing->n_links; i++)
    {
      for (guint k = 0; k < self->drawing->links[i].n_points; k++)
        self->drawing->points[self->drawing->links[i].first_point + k].y *= 8;
      self->drawing->links[i].y1 *= 8;
      self->drawing->links[i].y2 *= 8;
    }
  self->drawing->top *= 8;
  self->drawing->height *= 8;
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      gsize size;
      g_autofree guint8 *cut = paint_middle (self, scales[s], TRUE, &size), *whole = paint_middle (self, scales[s], FALSE, &size);
      guint n_off = 0, n_ink = 0;

      for (gsize i = 0; i < size; i++)
        {
          n_off += ABS (cut[i] - whole[i]) > 64;
          n_ink += i % 4 != 3 && whole[i] < 200;
        }
      g_test_message ("scale %g: %u of %u bytes of ink differ", scales[s], n_off, n_ink);
      g_assert_cmpuint (n_ink, >, 100);
      g_assert_cmpuint (n_off, <, n_ink / 50);
    }
}

static void
count_painting (cairo_t *cr, double width, double height, gpointer data)
{
  ++*(guint *) data;
}

/* What is larger than a sheet is cut to several that overlap, with a page before them that shows how. */
static void
test_poster (Case *self, gconstpointer unused)
{
  guint n = 0;
  SlFigure figure = { .width = 1736, .height = 955, .title = "Map", .day = self->view.as_of, .paint = count_painting, .data = &n };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "poster.pdf", NULL);
  static const struct
  {
    const char *paper;
    guint n_paintings;
  } sheets[] = { { "A4", 7 }, { "a3", 4 }, { "A1", 1 }, { "A0", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GError) error = NULL;

      n = 0;
      figure.sheet = sl_figure_sheet (sheets[i].paper);
      sl_figure_write (&figure, path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, sheets[i].n_paintings);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  figure.width = 1e6;
  figure.sheet = sl_figure_sheet ("A4");
  g_assert_false (sl_figure_write (&figure, path, NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (sl_figure_sheet ("letter"));
}

/* A narrower page takes more rows to say the same. */
static void
test_legend (Case *self, gconstpointer unused)
{
  SlMapStyle style = { .selected = -1 };

  g_assert_cmpfloat (sl_map_legend_height (600, &style), >, sl_map_legend_height (1600, &style));
}

/* Longer than six lines, without a space, from right to left: nothing leaves the card. */
static void
test_titles (Case *self, gconstpointer unused)
{
  g_autofree char *word = g_strnfill (500, 'W');
  const char *const titles[]
      = { "A", word, "👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒 fewer 👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒", "Z̧a̧l̦g̨o̱ m̂o̧r̃e̊ s̈t̆r̊ĕe̱t̂s̃ a̱r̂e̊ c̈l̆e̊ăn̄", "Two\nlines\tand a tab", "Siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig Mülleimersensoren in Betrieb genommen",
          "שיפור רחובות העיר עם חיישנים", "One two three four five six seven eight nine ten eleven twelve thirteen fourteen" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlMapDrawing) drawing = NULL;
      SlUid uid = sl_data_by_code (self->view.data, "E1")->uid;
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;
      int number;

      sl_workspace_set_text (self->workspace, uid, SL_MAP_NODE_TITLE, titles[i], "Test", &error);
      g_assert_no_error (error);
      drawing = sl_map_drawing_new (&self->view, self->status, NULL, SL_LAYOUT_FIRST, NULL, &error);
      g_assert_no_error (error);
      number = sl_map_drawing_find (drawing, uid);
      sl_map_paint_card (drawing, (guint) number, cr, &(SlMapStyle){ .selected = -1 });
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (x, >=, -SL_MAP_CARD_WIDTH / 2 - 2);
      g_assert_cmpfloat (x + width, <=, SL_MAP_CARD_WIDTH / 2 + 2);
      g_assert_cmpfloat (y, >=, -drawing->cards[number].height / 2 - 2);
      g_assert_cmpfloat (y + height, <=, drawing->cards[number].height / 2 + 2);
      g_assert_cmpuint (drawing->cards[number].lines, <=, SL_MAP_LINES_MAX);
      g_assert_cmpfloat (drawing->cards[number].height, ==,
                         SL_MAP_CARD_HEIGHT + SL_MAP_LINE * MAX ((int) drawing->cards[number].lines - 2, 0));
    }
}

static void
test_words (Case *self, gconstpointer unused)
{
  g_autofree char *c1 = sl_map_card_dup_words (card (self, "C1"), FALSE);
  g_autofree char *i6 = sl_map_card_dup_words (card (self, "I6"), FALSE);
  g_autofree char *all = sl_map_dup_alternative (self->drawing, FALSE);

  g_assert_cmpstr (c1, ==, "C1, Business change: Crews work daily dynamic rounds. In progress. Risk level Red.");
  g_assert_cmpstr (i6, ==, "I6, Intermediate outcome: Bin data reused by others. Planned. Risk level Green. Line of sight broken. "
                            "To mend: no business change comes before it, so nothing people do would bring it about.");
  g_assert_cmpstr (all, ==, "Benefit map: 29 cards and 45 links; 26 cards lie on a complete line of sight");
}

static void
test_empty (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) workspace = sl_workspace_new (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMapDrawing) drawing = NULL;
  SlView view;

  g_assert_true (sl_workspace_open (workspace, NULL, &error));
  view = (SlView){ sl_workspace_data (workspace), sl_workspace_as_of (workspace), NULL };
  drawing = sl_map_drawing_new (&view, NULL, NULL, SL_LAYOUT_FIRST, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drawing->n_cards, ==, 0);
  g_assert_true (isnan (drawing->columns[0]));
  sl_workspace_close (workspace);
}

#define ADD(path, func) g_test_add ("/charts/map/" path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  ADD ("sample", test_sample);
  ADD ("same", test_same);
  ADD ("before", test_before);
  ADD ("next", test_next);
  ADD ("light", test_light);
  ADD ("light-more", test_light_more);
  ADD ("link-at", test_link_at);
  ADD ("by-hand", test_by_hand);
  ADD ("paint", test_paint);
  ADD ("cut", test_cut);
  ADD ("titles", test_titles);
  ADD ("poster", test_poster);
  ADD ("legend", test_legend);
  ADD ("words", test_words);
  g_test_add_func ("/charts/map/empty", test_empty);
  return g_test_run ();
}
