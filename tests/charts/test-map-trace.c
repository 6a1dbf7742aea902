/* What is traced on the map of the sample: cards lit and struck, links of the paths, and how they are painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-map-trace.h"

#include "resources/sl-resources.h"
#include "workspace/sl-workspace.h"
#include "support/sl-sample.h"

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
  self->view = sl_workspace_view (self->workspace);
  self->status = sl_map_status_new (&self->view);
  self->drawing = sl_map_drawing_new (&self->view, self->status, NULL, SL_LAYOUT_FIRST, NULL, &error);
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

static SlUid
uid_of (Case *self, const char *code)
{
  return sl_data_by_code (self->view.data, code)->uid;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* "C1! E2 I1 | C1>I1 I1>E2~": cards lit, those struck with !, those late with @; links of the path, the weakest with ~. */
static char *
dup_words (Case *self, const SlMapTrace *trace)
{
  static const char *const marks[] = { "", "!", "@" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = NULL, *after = NULL;

  for (guint i = 0; i < trace->n_cards; i++)
    if (trace->lit[i])
      g_ptr_array_add (cards, g_strconcat (self->drawing->cards[i].code, marks[trace->marks[i]], NULL));
    else
      g_assert_cmpint (trace->marks[i], ==, SL_MAP_TRACE_PLAIN);
  for (guint i = 0; i < trace->n_links; i++)
    if (trace->on_path[i])
      g_ptr_array_add (links, g_strconcat (self->drawing->cards[self->drawing->links[i].source].code, ">",
                                           self->drawing->cards[self->drawing->links[i].target].code,
                                           trace->weakest == (int) i ? "~" : "", NULL));
  g_ptr_array_sort (cards, compare_words);
  g_ptr_array_sort (links, compare_words);
  g_ptr_array_add (cards, NULL);
  g_ptr_array_add (links, NULL);
  before = g_strjoinv (" ", (char **) cards->pdata);
  after = g_strjoinv (" ", (char **) links->pdata);
  return g_strjoin (" | ", before, after, NULL);
}

static void
assert_trace (Case *self, SlMapTrace *trace, const char *expected)
{
  g_autofree char *words = dup_words (self, trace);

  g_assert_cmpstr (words, ==, expected);
  sl_map_trace_free (trace);
}

/* Only the best way to each outcome: C1 > I2 carries half, but I2 is reached by it alone. */
static void
test_risk (Case *self, gconstpointer unused)
{
  g_autoptr (SlRiskReach) reach = sl_risk_reach (&self->view, uid_of (self, "R-001"));

  assert_trace (self, sl_map_trace_of_reach (self->drawing, reach),
                "C1! E1 E2 E3 I1 I2 I4 | C1>I1 C1>I2 I1>E2 I1>I4 I2>E1 I4>E3");
}

static void
test_benefit (Case *self, gconstpointer unused)
{
  g_autoptr (SlBenefitThreat) threat = sl_benefit_threat (&self->view, uid_of (self, "BEN-3"), SL_CONFIDENTIALITY_RESTRICTED);
  g_autoptr (SlMapTrace) trace = sl_map_trace_of_threat (self->drawing, threat, uid_of (self, "E1"));
  int e1 = sl_map_drawing_find (self->drawing, uid_of (self, "E1")), n1 = sl_map_drawing_find (self->drawing, uid_of (self, "N1"));

  g_assert_cmpint (trace->marks[e1], ==, SL_MAP_TRACE_STRUCK);
  g_assert_cmpint (trace->marks[n1], ==, SL_MAP_TRACE_STRUCK);
  g_assert_false (trace->lit[sl_map_drawing_find (self->drawing, uid_of (self, "E2"))]);
}

/* F-15: the strength of E4 is 1, by the link from I5 (domain.md 5.2). */
static void
test_weakest (Case *self, gconstpointer unused)
{
  g_auto (SlWeakestLink) link;

  sl_map_weakest_link (self->status, &self->view, uid_of (self, "E4"), &link);
  assert_trace (self, sl_map_trace_of_weakest (self->drawing, &link), "C4 E4 I5 V4 | C4>I5 I5>E4~ V4>C4");
}

/* Red from R-001, by way of I1 (domain.md 5.2); a late card is no bolt. */
static void
test_level (Case *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMapStatus) later = NULL;
  SlUid c5 = uid_of (self, "C5");

  assert_trace (self, sl_map_trace_of_level (self->drawing, self->status, uid_of (self, "SP2")),
                "C1! E2 I1 SP2 | C1>I1 E2>SP2 I1>E2");
  assert_trace (self, sl_map_trace_of_level (self->drawing, self->status, uid_of (self, "C4")), "C4 | ");
  sl_workspace_set_text (self->workspace, c5, SL_MAP_NODE_FORECAST, "2027-06-01", "Later", &error);
  g_assert_no_error (error);
  self->view = sl_workspace_view (self->workspace);
  later = sl_map_status_new (&self->view);
  assert_trace (self, sl_map_trace_of_level (self->drawing, later, c5), "C5@ | ");
}

/* A card made since, and none at all: passed over. */
static void
test_unknown (Case *self, gconstpointer unused)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (SlUid));
  SlMapTrace *trace = sl_map_trace_new (self->drawing);
  SlUid uids[] = { uid_of (self, "C1"), 12345, uid_of (self, "I1"), uid_of (self, "V1") };

  g_array_append_vals (path, uids, G_N_ELEMENTS (uids));
  sl_map_trace_add_path (trace, self->drawing, path, SL_MAP_TRACE_STRUCK);
  assert_trace (self, trace, "C1! I1 V1 | ");
}

/* --- Painted ------------------------------------------------------------------------------------------------------ */

static cairo_surface_t *
paint (Case *self, const SlMapTrace *trace, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (self->drawing->width * scale) + 1,
                                                         (int) (self->drawing->height * scale) + 1);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->drawing->left, -self->drawing->top);
  sl_map_paint (self->drawing, cr, SL_MAP_ALL, &(SlMapStyle){ .selected = -1, .trace = trace, .lit = trace->lit });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels that are nearly black in the box of a card, or around the middle of the last stretch of a link. */
static guint
count_dark (cairo_surface_t *surface, double x, double y, double width, double height)
{
  const guint8 *bytes = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int row = (int) y; row < (int) (y + height); row++)
    for (int column = (int) x; column < (int) (x + width); column++)
      n += bytes[row * stride + column * 4] < 100 && bytes[row * stride + column * 4 + 1] < 100
           && bytes[row * stride + column * 4 + 2] < 100;
  return n;
}

static guint
dark_foot (Case *self, cairo_surface_t *surface, const SlMapCard *card, double scale)
{
  return count_dark (surface, (card->x - self->drawing->left) * scale, (card->y - self->drawing->top) * scale,
                     SL_MAP_CARD_WIDTH / 2 * scale, (card->height / 2 - 2) * scale);
}

/* The mark adds a dark shape to the card that is struck, near by and from afar; another card of the path has none. */
static void
test_marks (Case *self, gconstpointer unused)
{
  static const double scales[] = { 1, 0.25 };
  const SlMapCard *c1 = &self->drawing->cards[sl_map_drawing_find (self->drawing, uid_of (self, "C1"))];

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (SlMapTrace) struck = sl_map_trace_of_level (self->drawing, self->status, uid_of (self, "SP2"));
      g_autoptr (SlMapTrace) plain = sl_map_trace_of_level (self->drawing, self->status, uid_of (self, "SP2"));
      cairo_surface_t *with, *without;

      plain->marks[c1 - self->drawing->cards] = SL_MAP_TRACE_PLAIN;
      with = paint (self, struck, scales[i]);
      without = paint (self, plain, scales[i]);
      g_assert_cmpuint (dark_foot (self, with, c1, scales[i]), >, dark_foot (self, without, c1, scales[i]) + 4);
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* A link of the path is heavier than the same link lit; the weakest is told apart again. */
static void
test_links (Case *self, gconstpointer unused)
{
  g_auto (SlWeakestLink) link;
  g_autoptr (SlMapTrace) trace = NULL;
  guint dark[3];

  sl_map_weakest_link (self->status, &self->view, uid_of (self, "E4"), &link);
  trace = sl_map_trace_of_weakest (self->drawing, &link);
  for (guint i = 0; i < G_N_ELEMENTS (dark); i++)
    {
      const SlLayoutPoint *tip = &self->drawing->points[self->drawing->links[trace->weakest].first_point
                                                        + self->drawing->links[trace->weakest].n_points - 1];
      int weakest = trace->weakest;
      cairo_surface_t *surface;

      if (i < 2)
        trace->weakest = -1;
      trace->on_path[weakest] = i > 0;
      surface = paint (self, trace, 1);
      dark[i] = count_dark (surface, tip->x - SL_LAYOUT_COLUMN_GAP + 10 - self->drawing->left, tip->y - 60 - self->drawing->top,
                            SL_LAYOUT_COLUMN_GAP - 20, 120);
      trace->weakest = weakest;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (dark[1], >, dark[0] + 50);
  g_assert_cmpuint (dark[2], >, dark[1] + 50);
}

static void
test_words (void)
{
  g_assert_null (sl_map_trace_mark_word (SL_MAP_TRACE_PLAIN));
  g_assert_cmpstr (sl_map_trace_mark_word (SL_MAP_TRACE_STRUCK), ==, "struck");
  g_assert_cmpstr (sl_map_trace_mark_word (SL_MAP_TRACE_LATE), ==, "late");
}

#define ADD(path, func) g_test_add ("/charts/map-trace/" path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  ADD ("risk", test_risk);
  ADD ("benefit", test_benefit);
  ADD ("weakest", test_weakest);
  ADD ("level", test_level);
  ADD ("unknown", test_unknown);
  ADD ("marks", test_marks);
  ADD ("links", test_links);
  g_test_add_func ("/charts/map-trace/words", test_words);
  return g_test_run ();
}
