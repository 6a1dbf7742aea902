/* What colour says on the map besides the type of a card.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/sl-map-figure.h"

#include "store/sl-place.h"
#include "workspace/sl-workspace.h"
#include "support/sl-sample.h"

#include <math.h>
#include <string.h>

typedef struct
{
  SlWorkspace *workspace;
  SlMapStatus *status;
  SlMapDrawing *drawing;
  SlMapOverlay *overlay;
} Case;

static void
set_up (Case *self, gconstpointer unused)
{
  self->workspace = sl_sample_workspace ();
}

static void
clear (Case *self)
{
  g_clear_pointer (&self->overlay, sl_map_overlay_free);
  g_clear_pointer (&self->drawing, sl_map_drawing_free);
  g_clear_pointer (&self->status, sl_map_status_free);
}

static void
tear_down (Case *self, gconstpointer unused)
{
  clear (self);
  sl_workspace_close (self->workspace);
  g_object_unref (self->workspace);
}

/* Of the programme as it is now. */
static void
make (Case *self, SlOverlayMode mode)
{
  SlView view = sl_workspace_view (self->workspace);

  clear (self);
  self->status = sl_map_status_new (&view);
  self->drawing = sl_map_drawing_new (&view, self->status, NULL, SL_LAYOUT_FIRST, NULL, NULL);
  self->overlay = sl_map_overlay_new (&view, self->status, self->drawing, mode, FALSE);
}

static SlUid
uid_of (Case *self, const char *code)
{
  return sl_data_by_code (sl_workspace_data (self->workspace), code)->uid;
}

static guint
number (Case *self, const char *code)
{
  int n = sl_map_drawing_find (self->drawing, uid_of (self, code));

  g_assert_cmpint (n, >=, 0);
  return (guint) n;
}

static const SlOverlayCard *
card (Case *self, const char *code)
{
  return &self->overlay->cards[number (self, code)];
}

static const SlMapTone *
tone (Case *self, const char *code)
{
  return &self->overlay->entries[card (self, code)->entry].tone;
}

static int
link_entry (Case *self, const char *from, const char *to)
{
  for (guint i = 0; i < self->drawing->n_links; i++)
    if (self->drawing->links[i].source == number (self, from) && self->drawing->links[i].target == number (self, to))
      return self->overlay->links[i];
  g_assert_not_reached ();
}

/* Every value at once, with the reason that is asked for. */
static void
change (Case *self, const char *code, guint field, const SlValue *value)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_tx_set (tx, uid_of (self, code), field, value, &error));
  g_assert_true (sl_workspace_commit (self->workspace, tx, "A test of the map", &error));
  g_assert_no_error (error);
}

#define assert_sum(self, expected)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *sum_ = sl_map_overlay_dup_sum ((self)->overlay);                                                  \
    g_assert_cmpstr (sum_, ==, expected);                                                                              \
  }                                                                                                                    \
  G_STMT_END

/* What holds of every mode: each card has an entry, the counts are those of the cards, and no entry is left to colour. */
static void
test_every_mode (Case *self, gconstpointer unused)
{
  for (int m = 0; m < SL_N_OVERLAYS; m++)
    {
      const SlOverlayInfo *info = sl_overlay_info ((SlOverlayMode) m);
      SlOverlayMode found = SL_N_OVERLAYS;
      guint n_cards = 0, n_links = 0, n_said = 0;

      make (self, (SlOverlayMode) m);
      g_assert_true (sl_overlay_from_token (info->token, &found));
      g_assert_cmpint (found, ==, m);
      if (m == SL_OVERLAY_TYPE)
        {
          g_assert_null (self->overlay);
          continue;
        }
      g_test_message ("%s", info->token);
      g_assert_cmpuint (self->overlay->n_cards, ==, 29);
      for (guint e = 0; e < self->overlay->n_entries; e++)
        {
          const SlOverlayEntry *a = &self->overlay->entries[e];

          g_assert_true (*a->label != '\0');
          n_cards += a->n_cards;
          n_links += a->n_links;
          for (guint f = 0; f < e; f++)
            {
              const SlOverlayEntry *b = &self->overlay->entries[f];

              g_assert_true (a->tone.kind != b->tone.kind || a->tone.value != b->tone.value);
              g_assert_cmpstr (a->label, !=, b->label);
            }
        }
      for (guint i = 0; i < self->overlay->n_links; i++)
        n_said += self->overlay->links[i] != SL_OVERLAY_SILENT;
      g_assert_cmpuint (n_cards, ==, 29);
      g_assert_cmpuint (n_links, ==, n_said);
      g_assert_true ((self->overlay->links != NULL) == (m == SL_OVERLAY_LEVEL || m == SL_OVERLAY_EVIDENCE));
    }
  g_assert_false (sl_overlay_from_token ("colour", &(SlOverlayMode){ 0 }));
  g_assert_false (sl_overlay_from_token (NULL, &(SlOverlayMode){ 0 }));
}

/* As the levels of domain.md 5.2 are, each with its culprit, and the links along which it came. */
static void
test_level (Case *self, gconstpointer unused)
{
  g_autofree char *words = NULL;

  make (self, SL_OVERLAY_LEVEL);
  assert_sum (self, "Risk level: Red 8, Amber 10, Green 6, Not known 5");
  g_assert_cmpstr (card (self, "E1")->says, ==, "Red, R-005");
  g_assert_cmpstr (card (self, "N4")->says, ==, "Amber, ISS-001");
  g_assert_cmpstr (card (self, "I3")->letters, ==, "G");
  words = sl_map_overlay_dup_words (self->overlay, number (self, "I6"));
  g_assert_cmpstr (words, ==, "Risk level: Green, R-003");
  g_assert_cmpint (link_entry (self, "I1", "I4"), ==, (int) card (self, "I4")->entry);
  g_assert_cmpint (link_entry (self, "C4", "I5"), ==, SL_OVERLAY_SILENT);
  /* Nobody looked: not known. Somebody looked and found none: that is said. Neither is green. */
  g_assert_cmpint (tone (self, "V1")->kind, ==, SL_MAP_TONE_UNKNOWN);
  change (self, "V1", SL_MAP_NODE_RISK_CONSIDERED, &SL_VALUE_BOOL (TRUE));
  make (self, SL_OVERLAY_LEVEL);
  assert_sum (self, "Risk level: Red 8, Amber 10, Green 6, No risk found 1, Not known 4");
  g_assert_cmpint (tone (self, "V1")->kind, ==, SL_MAP_TONE_NONE);
}

/* F-15 of a card is the weakest link of its best way; a link has its own. */
static void
test_evidence (Case *self, gconstpointer unused)
{
  g_autofree char *line = NULL;

  make (self, SL_OVERLAY_EVIDENCE);
  assert_sum (self, "Evidence: No evidence 0, Assumed 2, Expert view 2, Measured 15, Proven here 5, Money 5");
  g_assert_cmpstr (card (self, "E1")->says, ==, "Measured");
  g_assert_cmpstr (card (self, "E1")->letters, ==, "3");
  g_assert_cmpstr (card (self, "E4")->says, ==, "Assumed, 3 needed");
  g_assert_cmpint (tone (self, "V1")->kind, ==, SL_MAP_TONE_NONE);
  g_assert_cmpint (self->overlay->entries[link_entry (self, "I4", "E3")].tone.value, ==, 4);
  g_assert_cmpint (self->overlay->entries[link_entry (self, "I6", "E1")].tone.value, ==, 0);
  line = sl_map_overlay_dup_entry (self->overlay, card (self, "E1")->entry);
  g_assert_cmpstr (line, ==, "Measured (in our alpha or beta): 15, links 20");
}

/* F-13; what has no day is not known, what is judged by its measures is not asked. */
static void
test_schedule (Case *self, gconstpointer unused)
{
  make (self, SL_OVERLAY_SCHEDULE);
  assert_sum (self, "Schedule: Red 1, Amber 1, On time 7, Done 7, By its measures 13");
  g_assert_cmpstr (card (self, "C1")->says, ==, "Red, 93 days late");
  g_assert_cmpstr (card (self, "N1")->says, ==, "Amber, 59 days late");
  g_assert_cmpint (tone (self, "C5")->kind, ==, SL_MAP_TONE_HUE);
  change (self, "C5", SL_MAP_NODE_PLANNED, &SL_VALUE_NULL (SL_TYPE_DATE));
  change (self, "C4", SL_MAP_NODE_FORECAST, &SL_VALUE_DATE (sl_date_from_ymd (2026, 10, 1)));
  make (self, SL_OVERLAY_SCHEDULE);
  g_assert_cmpint (tone (self, "C5")->kind, ==, SL_MAP_TONE_UNKNOWN);
  g_assert_cmpstr (card (self, "C4")->says, ==, "1 day late");
  g_assert_cmpint (tone (self, "C4")->kind, ==, SL_MAP_TONE_HUE);
}

/* Another status is another tone at the next making: nothing is kept. */
static void
test_status (Case *self, gconstpointer unused)
{
  make (self, SL_OVERLAY_STATUS);
  assert_sum (self, "Status: Planned 10, In progress 10, Delivered 5, Adopted 2, Achieved 2");
  change (self, "N1", SL_MAP_NODE_STATUS, &SL_VALUE_ENUM (SL_NODE_STATUS_DELIVERED));
  make (self, SL_OVERLAY_STATUS);
  assert_sum (self, "Status: Planned 10, In progress 9, Delivered 6, Adopted 2, Achieved 2");
  g_assert_cmpstr (card (self, "N1")->says, ==, "Delivered");
}

static void
add_owned (Case *self, guint n)
{
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Newcomer %c", 'A' + i);
      SlUid person = sl_tx_create (tx, SL_KIND_PERSON), node = sl_tx_create (tx, SL_KIND_MAP_NODE);

      sl_tx_set (tx, person, SL_PERSON_DISPLAY_NAME, &SL_VALUE_TEXT (name), NULL);
      sl_tx_set (tx, node, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (SL_NODE_TYPE_ENABLER), NULL);
      sl_tx_set (tx, node, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT ("One more"), NULL);
      sl_tx_set (tx, node, SL_MAP_NODE_OWNER, &SL_VALUE_REF (person), NULL);
    }
  g_assert_true (sl_workspace_commit (self->workspace, tx, NULL, &error));
  g_assert_no_error (error);
}

/* Six have a hue, whoever else shares one tone and keeps the initials; two of the same initials are told apart; a card
 * without owner says so. */
static void
test_owner (Case *self, gconstpointer unused)
{
  SlMapTone before;

  make (self, SL_OVERLAY_OWNER);
  g_assert_cmpuint (self->overlay->n_entries, ==, 6);
  g_assert_cmpstr (self->overlay->entries[0].label, ==, "Operations Sample");
  g_assert_cmpuint (self->overlay->entries[0].n_cards, ==, 9);
  g_assert_cmpstr (card (self, "C1")->letters, ==, "OS");
  g_assert_cmpstr (card (self, "SP1")->letters, ==, "SS");
  g_assert_cmpstr (card (self, "N1")->letters, ==, "SS2");
  before = *tone (self, "E1");
  add_owned (self, 2);
  change (self, "V5", SL_MAP_NODE_OWNER, &SL_VALUE_NULL (SL_TYPE_REF));
  make (self, SL_OVERLAY_OWNER);
  g_assert_cmpuint (self->overlay->n_entries, ==, 8);
  g_assert_cmpstr (self->overlay->entries[6].label, ==, "2 others");
  g_assert_cmpint (self->overlay->entries[6].tone.kind, ==, SL_MAP_TONE_OTHER);
  g_assert_cmpstr (self->overlay->cards[29].letters, ==, "NA");
  g_assert_cmpstr (self->overlay->cards[29].says, ==, "Newcomer A");
  g_assert_cmpstr (card (self, "V5")->says, ==, "No owner");
  g_assert_cmpint (tone (self, "V5")->kind, ==, SL_MAP_TONE_UNKNOWN);
  /* Who has a hue keeps it. */
  g_assert_cmpint (tone (self, "E1")->value, ==, before.value);
}

static void
test_owner_left (Case *self, gconstpointer unused)
{
  change (self, "P-05", SL_PERSON_ACTIVE_TO, &SL_VALUE_DATE (sl_date_from_ymd (2026, 7, 1)));
  make (self, SL_OVERLAY_OWNER);
  g_assert_cmpstr (card (self, "N2")->says, ==, "Data Sample, no longer active");
}

static void
test_project (Case *self, gconstpointer unused)
{
  make (self, SL_OVERLAY_PROJECT);
  assert_sum (self, "Project: Smart litter bins 27, Shared 2");
  g_assert_cmpint (tone (self, "SP1")->kind, ==, SL_MAP_TONE_NONE);
  g_assert_cmpstr (card (self, "E1")->letters, ==, "SB");
}

static void
test_light (Case *self, gconstpointer unused)
{
  g_autofree guint8 *lit = NULL;
  guint n = 0;

  make (self, SL_OVERLAY_LEVEL);
  lit = g_malloc0 (self->drawing->n_cards);
  sl_map_overlay_light (self->overlay, card (self, "E4")->entry, lit);
  for (guint i = 0; i < self->drawing->n_cards; i++)
    n += lit[i];
  g_assert_cmpuint (n, ==, 10);
  g_assert_true (lit[number (self, "N4")]);
  g_assert_false (lit[number (self, "E1")]);
}

/* Hues stay within colour vision's reach of the background: a tone is a shape, and shapes want 3:1. */
static void
test_contrast (void)
{
  static const SlMapTone tones[] = { { SL_MAP_TONE_NONE, 0 }, { SL_MAP_TONE_UNKNOWN, 0 }, { SL_MAP_TONE_OTHER, 0 },
                                     { SL_MAP_TONE_STATE, SL_STATUS_RED }, { SL_MAP_TONE_STATE, SL_STATUS_AMBER },
                                     { SL_MAP_TONE_STATE, SL_STATUS_GREEN }, { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_PLANNED },
                                     { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_ACHIEVED }, { SL_MAP_TONE_STEP, 0 },
                                     { SL_MAP_TONE_STEP, 4 }, { SL_MAP_TONE_HUE, 0 }, { SL_MAP_TONE_HUE, 5 } };

  for (guint flags = 0; flags < SL_PALETTE_COUNT; flags++)
    for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
      {
        const SlPalette *palette = sl_palette_get (flags);
        double least = flags & SL_PALETTE_HIGH_CONTRAST ? 4.5 : 3;

        g_test_message ("palette %u, tone %u", flags, i);
        g_assert_cmpfloat (sl_rgb_contrast (sl_map_tone_colour (&tones[i], flags), &palette->background), >=, least);
        g_assert_cmpfloat (sl_rgb_contrast (sl_map_tone_colour (&tones[i], flags), &palette->selected), >=, least);
      }
}

static char *
to_svg (Case *self, const SlMapStyle *style)
{
  SlMapFigure figure = { .drawing = self->drawing, .name = "Test", .day = sl_workspace_as_of (self->workspace), .style = *style };
  g_autoptr (GError) error = NULL;
  char *svg = sl_map_figure_to_svg (&figure, &error);

  g_assert_no_error (error);
  return svg;
}

/* The colour of a state as cairo writes it. */
static char *
dup_fill (const SlRgb *colour)
{
  return g_strdup_printf ("rgb(%f%%,%f%%,%f%%)", colour->r * 100, colour->g * 100, colour->b * 100);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* With an overlay of people no red, amber or green is left in the picture, and its sentence says what colour tells. */
static void
test_paint (Case *self, gconstpointer unused)
{
  g_autofree char *usual = NULL, *owners = NULL, *red = dup_fill (&sl_palette_get (0)->shape[SL_STATUS_RED]);
  const SlMapStyle plain = { .selected = -1 };

  make (self, SL_OVERLAY_OWNER);
  usual = to_svg (self, &plain);
  owners = to_svg (self, &(SlMapStyle){ .selected = -1, .overlay = self->overlay });
  g_assert_nonnull (strstr (owners, "Owner: Operations Sample 9"));
  g_assert_null (strstr (usual, "Operations Sample"));
  g_test_message ("red: %s", red);
  g_assert_cmpuint (count (usual, red), >, 0);
  g_assert_cmpuint (count (owners, red), ==, 0);
  g_assert_cmpfloat (sl_map_legend_height (700, &(SlMapStyle){ .selected = -1, .overlay = self->overlay }), >,
                     sl_map_legend_height (700, &plain) - 1);
}

/* Every mode at every distance, hatched or not, lit in part: nothing is read beyond its end. */
static void
test_paint_all (Case *self, gconstpointer unused)
{
  static const double scales[] = { 1, 0.3, 0.1 };

  for (int m = SL_OVERLAY_STATUS; m < SL_N_OVERLAYS; m++)
    for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
      {
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
        cairo_t *cr = cairo_create (surface);
        g_autofree guint8 *lit = NULL;

        make (self, (SlOverlayMode) m);
        lit = g_malloc0 (self->drawing->n_cards);
        sl_map_overlay_light (self->overlay, 0, lit);
        cairo_scale (cr, scales[s], scales[s]);
        sl_map_paint (self->drawing, cr, SL_MAP_ALL, &(SlMapStyle){ .selected = -1, .overlay = self->overlay, .lit = lit,
                                                                   .overlay_only = 1, .hatched = s % 2 == 1 });
        sl_map_paint_tone (self->overlay, 0, cr, &(SlMapStyle){ .palette = SL_PALETTE_DARK });
        g_assert_cmpfloat (sl_map_tone_width (self->overlay, 0), >, 5);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* A map without a card has an overlay without one. */
static void
test_empty (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  SlWorkspace *workspace = sl_workspace_new (store);
  SlView view;

  g_assert_true (sl_workspace_open (workspace, NULL, NULL));
  view = sl_workspace_view (workspace);
  for (int m = SL_OVERLAY_STATUS; m < SL_N_OVERLAYS; m++)
    {
      g_autoptr (SlMapDrawing) drawing = sl_map_drawing_new (&view, NULL, NULL, SL_LAYOUT_FIRST, NULL, NULL);
      g_autoptr (SlMapOverlay) overlay = sl_map_overlay_new (&view, NULL, drawing, (SlOverlayMode) m, FALSE);

      g_assert_cmpuint (overlay->n_cards, ==, 0);
      for (guint e = 0; e < overlay->n_entries; e++)
        g_assert_cmpuint (overlay->entries[e].n_cards, ==, 0);
    }
  sl_workspace_close (workspace);
  g_object_unref (workspace);
}

#define ADD(path, func) g_test_add ("/charts/map-overlay/" path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-mode", test_every_mode);
  ADD ("level", test_level);
  ADD ("evidence", test_evidence);
  ADD ("schedule", test_schedule);
  ADD ("status", test_status);
  ADD ("owner", test_owner);
  ADD ("owner-left", test_owner_left);
  ADD ("project", test_project);
  ADD ("light", test_light);
  ADD ("paint", test_paint);
  ADD ("paint-all", test_paint_all);
  g_test_add_func ("/charts/map-overlay/contrast", test_contrast);
  g_test_add_func ("/charts/map-overlay/empty", test_empty);
  return g_test_run ();
}
