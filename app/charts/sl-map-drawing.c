/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-drawing.h"

#include "charts/sl-map-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
sl_map_column_title (guint column)
{
  static const char *const titles[SL_MAP_COLUMNS]
      = { N_ ("Investments"), N_ ("Enablers"), N_ ("Business changes"), N_ ("Intermediate outcomes"), N_ ("End outcomes"),
          N_ ("Strategic purposes") };

  g_return_val_if_fail (column < SL_MAP_COLUMNS, "");
  return titles[column];
}

/* By column. */
static const int column_types[SL_MAP_COLUMNS]
    = { SL_NODE_TYPE_INVESTMENT, SL_NODE_TYPE_ENABLER, SL_NODE_TYPE_BUSINESS_CHANGE, SL_NODE_TYPE_INTERMEDIATE_OUTCOME,
        SL_NODE_TYPE_END_OUTCOME, SL_NODE_TYPE_STRATEGIC_PURPOSE };

guint
sl_map_column_of (int type)
{
  guint column = 0;

  while (column < SL_MAP_COLUMNS - 1 && column_types[column] != type)
    column++;
  return column;
}

int
sl_map_column_type (guint column)
{
  g_return_val_if_fail (column < SL_MAP_COLUMNS, SL_NODE_TYPE_STRATEGIC_PURPOSE);
  return column_types[column];
}

/* --- Gathering ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlView *view;
  const SlMapStatus *status;
  const SlMapDrawing *before;
  GArray *cards;       /* of SlMapCard */
  GArray *links;       /* of SlMapLink */
  GArray *places;      /* of SlLayoutCard */
} Gathering;

char *
sl_map_dup_initials (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (*words[i] != '\0' && (initials->len == 0 || i == n - 1))
      g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
  return g_string_free (initials, FALSE);
}

/* By hand, or where it was. */
static void
place_card (const Gathering *self, const SlMapNode *node, SlMapCard *card, SlLayoutCard *place)
{
  int old = self->before != NULL ? sl_map_drawing_find (self->before, node->record.uid) : -1;

  if (node->x != SL_INT_NONE && node->y != SL_INT_NONE)
    {
      place->placed = place->pinned = card->by_hand = TRUE;
      place->x = old >= 0 ? self->before->cards[old].x : (double) node->x;
      place->y = (double) node->y;
    }
  else if (old >= 0)
    {
      place->placed = TRUE;
      place->x = self->before->cards[old].x;
      place->y = self->before->cards[old].y;
    }
  else if (self->before != NULL && self->before->next == node->record.uid && !isnan (self->before->columns[card->column]))
    {
      place->placed = TRUE;
      place->x = self->before->columns[card->column];
      place->y = self->before->next_y;
    }
  /* What was measured once need not be again. */
  if (old >= 0 && g_str_equal (card->title, self->before->cards[old].title))
    card->lines = self->before->cards[old].lines;
}

static gboolean
gather_card (const SlRecord *record, gpointer data)
{
  Gathering *self = data;
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  const SlNodeStatus *status = sl_map_status_node (self->status, record->uid);
  SlMapCard card = { .uid = record->uid, .type = node->type, .column = sl_map_column_of (node->type), .status = node->status };
  SlLayoutCard place = { .column = (int) card.column, .width = SL_MAP_CARD_WIDTH };

  if (status == NULL)
    return TRUE;
  card.negative = status->negative;
  card.level = status->level;
  card.faults = status->faults;
  card.weak = status->strength < status->strength_needed;
  card.complete = status->failed == 0;
  card.code = g_strdup (sl_record_code (record));
  card.title = g_strdup (node->title != NULL ? node->title : "");
  card.owner = sl_map_dup_initials (sl_data_name (self->view->data, node->owner));
  place_card (self, node, &card, &place);
  g_array_append_val (self->cards, card);
  g_array_append_val (self->places, place);
  return TRUE;
}

static int
compare_uid (const void *key, const void *card)
{
  SlUid uid = *(const SlUid *) key, other = ((const SlMapCard *) card)->uid;

  return (uid > other) - (uid < other);
}

/* Cards come in order of making, which is that of their uids. */
static int
find_card (const SlMapCard *cards, guint n_cards, SlUid uid)
{
  const SlMapCard *card = n_cards > 0 ? bsearch (&uid, cards, n_cards, sizeof *cards, compare_uid) : NULL;

  return card != NULL ? (int) (card - cards) : -1;
}

/* W1 and W2. */
static gboolean
leads_past (const Gathering *self, const SlMapEdge *edge)
{
  const SlRecord *from = sl_data_lookup (self->view->data, edge->from), *to = sl_data_lookup (self->view->data, edge->to);
  SlLinkFit fit = sl_map_link_fit (SL_AS (MAP_NODE, from), SL_AS (MAP_NODE, to));

  return fit == SL_LINK_BYPASS || fit == SL_LINK_NO_STEP;
}

static gboolean
gather_link (const SlRecord *record, gpointer data)
{
  Gathering *self = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);
  SlMapCard *cards = (SlMapCard *) (gpointer) self->cards->data;
  int source = find_card (cards, self->cards->len, edge->from), target = find_card (cards, self->cards->len, edge->to);
  SlMapLink link = { .uid = record->uid, .essential = edge->weight == SL_LINK_WEIGHT_ESSENTIAL,
                     .evidence = edge->evidence != SL_INT_NONE ? (int) edge->evidence : 0 };

  if (source < 0 || target < 0)
    return TRUE;
  cards[source].n_past += leads_past (self, edge);
  link.source = (guint) source;
  link.target = (guint) target;
  g_array_append_val (self->links, link);
  return TRUE;
}

/* Titles decide how high cards are. Returns how many had to be measured. */
static guint
measure (Gathering *self)
{
  PangoContext *context = sl_map_text_context ();
  PangoLayout *layout = sl_map_text_layout (context);
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      SlMapCard *card = &g_array_index (self->cards, SlMapCard, i);

      if (card->lines == 0)
        {
          sl_map_text_set (layout, card->title);
          card->lines = (guint) CLAMP (pango_layout_get_line_count (layout), 1, SL_MAP_LINES_MAX);
          n++;
        }
      card->height = SL_MAP_CARD_HEIGHT + SL_MAP_LINE * MAX ((int) card->lines - 2, 0);
      g_array_index (self->places, SlLayoutCard, i).height = card->height;
    }
  g_object_unref (layout);
  g_object_unref (context);
  return n;
}

/* --- Placing ------------------------------------------------------------------------------------------------------ */

/* Where cards were put by hand into a drawing that is not there any more, all are laid out as if none had been, and then
 * those are put where they belong. */
static SlLayout *
lay_out_around (SlLayoutInput *input, SlLayoutCard *cards, SlLayoutEffort effort, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlLayout) tidy = NULL;

  input->tidy = TRUE;
  tidy = sl_layout_new (input, effort, cancellable, error);
  input->tidy = FALSE;
  if (tidy == NULL)
    return NULL;
  for (guint i = 0; i < input->n_cards; i++)
    {
      /* Across, only the columns count; they may have become wider or fewer. */
      cards[i].x = tidy->cards[i].x;
      if (!cards[i].placed)
        cards[i].y = tidy->cards[i].y;
      cards[i].placed = TRUE;
    }
  return sl_layout_new (input, effort, cancellable, error);
}

static SlLayout *
lay_out (const Gathering *self, SlLayoutEffort effort, GCancellable *cancellable, GError **error)
{
  g_autofree SlLayoutLink *ends = g_new (SlLayoutLink, self->links->len + 1);
  SlLayoutCard *cards = (SlLayoutCard *) (gpointer) self->places->data;
  SlLayoutInput input = {
    .cards = cards, .n_cards = self->places->len, .links = ends,
    .n_links = self->links->len, .card_gap = SL_LAYOUT_CARD_GAP, .column_gap = SL_LAYOUT_COLUMN_GAP,
  };
  gboolean pinned = FALSE;

  for (guint i = 0; i < self->links->len; i++)
    {
      const SlMapLink *link = &g_array_index (self->links, SlMapLink, i);

      ends[i] = (SlLayoutLink){ link->source, link->target };
    }
  for (guint i = 0; i < input.n_cards; i++)
    pinned |= cards[i].pinned;
  return self->before == NULL && pinned ? lay_out_around (&input, cards, effort, cancellable, error)
                                        : sl_layout_new (&input, effort, cancellable, error);
}

/* Curves and corners stay in the box of their points. */
static void
find_box (const SlMapDrawing *self, SlMapLink *link)
{
  const SlLayoutPoint *points = self->points + link->first_point;

  link->x1 = link->y1 = HUGE_VAL;
  link->x2 = link->y2 = -HUGE_VAL;
  for (guint i = 0; i < link->n_points; i++)
    {
      link->x1 = MIN (link->x1, points[i].x);
      link->y1 = MIN (link->y1, points[i].y);
      link->x2 = MAX (link->x2, points[i].x);
      link->y2 = MAX (link->y2, points[i].y);
    }
}

static void
take_places (SlMapDrawing *self, SlLayout *layout)
{
  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    self->columns[c] = NAN;
  for (guint i = 0; i < self->n_cards; i++)
    {
      self->cards[i].x = layout->cards[i].x;
      self->cards[i].y = layout->cards[i].y;
      self->columns[self->cards[i].column] = layout->cards[i].x;
    }
  self->points = g_steal_pointer (&layout->points);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->links[i].first_point = layout->first_point[i];
      self->links[i].n_points = layout->first_point[i + 1] - layout->first_point[i];
      find_box (self, &self->links[i]);
    }
  self->left = layout->left;
  self->top = layout->top - SL_MAP_HEAD;
  self->width = layout->width;
  self->height = layout->height + SL_MAP_HEAD;
}

SlMapDrawing *
sl_map_drawing_new (const SlView *view, const SlMapStatus *status, const SlMapDrawing *before, SlLayoutEffort effort,
                    GCancellable *cancellable, GError **error)
{
  Gathering gathering = { .view = view, .status = status, .before = before };
  g_autoptr (SlLayout) layout = NULL;
  SlMapDrawing *self;
  guint n_measured;

  g_return_val_if_fail (view != NULL, NULL);
  gathering.cards = g_array_new (FALSE, FALSE, sizeof (SlMapCard));
  gathering.links = g_array_new (FALSE, FALSE, sizeof (SlMapLink));
  gathering.places = g_array_new (FALSE, FALSE, sizeof (SlLayoutCard));
  if (status != NULL)
    {
      sl_data_each (view->data, SL_KIND_MAP_NODE, gather_card, &gathering);
      sl_data_each (view->data, SL_KIND_MAP_EDGE, gather_link, &gathering);
    }
  n_measured = measure (&gathering);
  layout = lay_out (&gathering, effort, cancellable, error);
  self = g_new0 (SlMapDrawing, 1);
  self->n_cards = gathering.cards->len;
  self->n_links = gathering.links->len;
  self->n_measured = n_measured;
  self->cards = (SlMapCard *) (gpointer) g_array_free (gathering.cards, FALSE);
  self->links = (SlMapLink *) (gpointer) g_array_free (gathering.links, FALSE);
  g_array_free (gathering.places, TRUE);
  if (layout != NULL)
    take_places (self, layout);
  else
    g_clear_pointer (&self, sl_map_drawing_free);
  return self;
}

void
sl_map_drawing_free (SlMapDrawing *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_cards; i++)
    {
      g_free (self->cards[i].code);
      g_free (self->cards[i].title);
      g_free (self->cards[i].owner);
    }
  g_free (self->cards);
  g_free (self->links);
  g_free (self->points);
  g_free (self);
}

/* --- Asking ------------------------------------------------------------------------------------------------------- */

guint
sl_map_card_findings (const SlMapCard *card)
{
  g_return_val_if_fail (card != NULL, 0);
  return (guint) __builtin_popcount (card->faults) + (card->weak ? 1 : 0) + card->n_past;
}

int
sl_map_drawing_find (const SlMapDrawing *self, SlUid uid)
{
  g_return_val_if_fail (self != NULL, -1);
  return find_card (self->cards, self->n_cards, uid);
}

int
sl_map_drawing_card_at (const SlMapDrawing *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, -1);
  for (guint i = 0; i < self->n_cards; i++)
    if (fabs (x - self->cards[i].x) <= SL_MAP_CARD_WIDTH / 2 && fabs (y - self->cards[i].y) <= self->cards[i].height / 2)
      return (int) i;
  return -1;
}

/* One way, up or down: each link is passed once, from however many cards one begins. */
static void
spread (const SlMapDrawing *self, const guint *cards, guint n_cards, gboolean down, guint8 *lit)
{
  g_autofree guint *first = g_new0 (guint, self->n_cards + 2);
  g_autofree guint *next = g_new (guint, self->n_links + 1);
  g_autofree guint *waiting = g_new (guint, self->n_cards);
  g_autofree guint8 *reached = g_malloc0 (self->n_cards);
  guint n = 0;

  for (guint i = 0; i < self->n_links; i++)
    first[(down ? self->links[i].source : self->links[i].target) + 2]++;
  for (guint i = 2; i < self->n_cards + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < self->n_links; i++)
    next[first[(down ? self->links[i].source : self->links[i].target) + 1]++]
        = down ? self->links[i].target : self->links[i].source;
  for (guint i = 0; i < n_cards; i++)
    if (!reached[cards[i]])
      {
        reached[cards[i]] = TRUE;
        waiting[n++] = cards[i];
      }
  for (guint k = 0; k < n; k++)
    {
      lit[waiting[k]] = TRUE;
      for (guint i = first[waiting[k]]; i < first[waiting[k] + 1]; i++)
        if (!reached[next[i]])
          {
            reached[next[i]] = TRUE;
            waiting[n++] = next[i];
          }
    }
}

void
sl_map_drawing_light (const SlMapDrawing *self, const guint *cards, guint n_cards, guint8 *lit)
{
  g_return_if_fail (self != NULL && (cards != NULL || n_cards == 0) && lit != NULL);
  spread (self, cards, n_cards, FALSE, lit);
  spread (self, cards, n_cards, TRUE, lit);
}

void
sl_map_drawing_light_link (const SlMapDrawing *self, guint link, guint8 *lit)
{
  g_return_if_fail (self != NULL && link < self->n_links && lit != NULL);
  spread (self, &self->links[link].source, 1, FALSE, lit);
  spread (self, &self->links[link].target, 1, TRUE, lit);
}
