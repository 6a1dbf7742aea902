/* A link being drawn: from a card to one that may be linked with it; of the others the reason is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NOTE_WIDTH 300 /* px */

gboolean
sl_map_canvas_is_linking (SlMapCanvas *self)
{
  return self->linking.card != SL_UID_NONE;
}

static const SlLinkEnd *
end_of (SlMapCanvas *self, guint number)
{
  return sl_link_end (self->linking.ends, self->drawing->cards[number].uid);
}

/* --- What is said ------------------------------------------------------------------------------------------------- */

/* What stands in the way, or what is warned of; NULL: nothing. */
static char *
dup_obstacle (SlMapCanvas *self, guint number)
{
  const SlLinkEnd *end = end_of (self, number);
  SlUid other = self->drawing->cards[number].uid;

  if (end == NULL)
    return NULL;
  return self->linking.onwards
             ? sl_link_dup_words (sl_workspace_data (self->workspace), self->linking.card, other, end, TRUE)
             : sl_link_dup_words (sl_workspace_data (self->workspace), other, self->linking.card, end, TRUE);
}

char *
sl_map_canvas_dup_link_words (SlMapCanvas *self, guint number)
{
  const SlRecord *card = sl_map_canvas_is_linking (self) ? sl_data_lookup (sl_workspace_data (self->workspace), self->linking.card)
                                                         : NULL;
  const SlLinkEnd *end = card != NULL ? end_of (self, number) : NULL;
  const char *codes[] = { card != NULL ? sl_record_code (card) : "", self->drawing->cards[number].code, NULL };
  const char *backwards[] = { codes[1], codes[0], NULL };
  g_autofree char *obstacle = NULL, *words = NULL;

  if (end == NULL || end->uid == self->linking.card)
    return NULL;
  obstacle = dup_obstacle (self, number);
  if (end->bar != SL_LINK_BAR_NONE)
    return g_steal_pointer (&obstacle);
  /* TRANSLATORS: {1} and {2} are cards of the map, such as C1 and I2. */
  words = sl_text_compose (_ ("Enter links {1} to {2}."), self->linking.onwards ? codes : backwards);
  return obstacle != NULL ? g_strdup_printf ("%s %s", words, obstacle) : g_steal_pointer (&words);
}

static void
show_note (SlMapCanvas *self, const char *text)
{
  if (text == NULL)
    {
      if (self->note != NULL)
        gtk_widget_set_visible (self->note, FALSE);
      return;
    }
  if (self->note == NULL)
    {
      self->note = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
      gtk_label_set_xalign (GTK_LABEL (self->note), 0);
      gtk_widget_set_can_target (self->note, FALSE);
      gtk_widget_add_css_class (self->note, "map-note");
      gtk_widget_set_parent (self->note, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->note), text);
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_queue_resize (self->note);
}

/* At the pointer, or beneath the card aimed at. */
void
sl_map_canvas_place_note (SlMapCanvas *self)
{
  double x = self->pointer_x + 16, y = self->pointer_y + 16;
  int natural = 0, height = 0, width;

  if (self->note == NULL || !gtk_widget_get_visible (self->note))
    return;
  if (!self->linking.by_pointer && self->linking.at >= 0)
    {
      const SlMapCard *card = &self->drawing->cards[self->linking.at];

      x = (card->x - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale;
      y = (card->y + card->height / 2 - self->y) * self->scale + 6;
    }
  gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  width = MIN (natural, NOTE_WIDTH);
  gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = CLAMP (x, 6, MAX (6, self->width - width - 6));
  y = CLAMP (y, 6, MAX (6, self->height - height - 6));
  gtk_widget_allocate (self->note, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}

/* --- From beginning to end ---------------------------------------------------------------------------------------- */

static void
clear (SlMapCanvas *self)
{
  g_clear_pointer (&self->linking.ends, g_array_unref);
  g_clear_pointer (&self->linking.open, g_free);
  self->linking = (SlMapLinking){ .card = SL_UID_NONE, .at = -1 };
  show_note (self, NULL);
}

static void
show_open (SlMapCanvas *self)
{
  self->linking.open = g_malloc0 (self->drawing->n_cards);
  for (guint i = 0; i < self->drawing->n_cards; i++)
    {
      const SlLinkEnd *end = end_of (self, i);

      self->linking.open[i] = end != NULL && (end->bar == SL_LINK_BAR_NONE || end->uid == self->linking.card);
    }
}

gboolean
sl_map_canvas_begin_link (SlMapCanvas *self, SlUid card, gboolean onwards, gboolean by_pointer)
{
  int number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, card) : -1;
  guint n_open = 0;

  if (number < 0 || !sl_map_canvas_may_change (self))
    return FALSE;
  sl_map_canvas_cancel_link (self);
  sl_map_canvas_choose (self, (guint) number, SL_MAP_ALONE);
  self->linking = (SlMapLinking){ .card = card, .onwards = onwards, .at = -1, .by_pointer = by_pointer };
  self->linking.ends = sl_link_ends (sl_workspace_data (self->workspace), card, onwards);
  show_open (self);
  for (guint i = 0; i < self->drawing->n_cards; i++)
    n_open += self->linking.open[i];
  if (n_open <= 1)
    {
      g_autofree char *text = sl_text_compose (onwards ? _ ("There is no card that {1} could lead to")
                                                       : _ ("There is no card that could lead to {1}"),
                                               (const char *[]){ self->drawing->cards[number].code, NULL });

      clear (self);
      sl_map_canvas_tell (self, text);
      return FALSE;
    }
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  if (!by_pointer)
    sl_map_canvas_aim_next (self, 1);
  return TRUE;
}

void
sl_map_canvas_cancel_link (SlMapCanvas *self)
{
  SlUid card = self->linking.card;
  int number;

  if (!sl_map_canvas_is_linking (self))
    return;
  clear (self);
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, card) : -1;
  if (number >= 0)
    sl_map_canvas_focus_card (self, (guint) number);
}

void
sl_map_canvas_aim (SlMapCanvas *self, int number)
{
  g_autofree char *words = NULL;

  if (!sl_map_canvas_is_linking (self) || number == self->linking.at)
    return;
  if (number >= 0 && self->drawing->cards[number].uid == self->linking.card)
    number = -1;
  self->linking.at = number;
  if (number >= 0)
    words = self->linking.by_pointer ? dup_obstacle (self, (guint) number) : sl_map_canvas_dup_link_words (self, (guint) number);
  show_note (self, words);
  sl_map_canvas_refresh_cards (self);
  if (number < 0 || self->linking.by_pointer)
    return;
  sl_map_canvas_show_card (self, &self->drawing->cards[number]);
  sl_map_canvas_focus_card (self, (guint) number);
}

static gboolean
may_make (SlMapCanvas *self)
{
  const SlLinkEnd *end = self->linking.at >= 0 ? end_of (self, (guint) self->linking.at) : NULL;

  return end != NULL && end->bar == SL_LINK_BAR_NONE;
}

gboolean
sl_map_canvas_finish_link (SlMapCanvas *self)
{
  SlUid card = self->linking.card, other;
  gboolean onwards = self->linking.onwards;
  g_autoptr (GError) error = NULL;
  SlUid made;
  SlTx *tx;

  if (!may_make (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  other = self->drawing->cards[self->linking.at].uid;
  sl_map_canvas_cancel_link (self);
  tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  made = sl_tx_link_cards (tx, onwards ? card : other, onwards ? other : card, &error);
  if (made == SL_UID_NONE)
    {
      sl_tx_free (tx);
      sl_map_canvas_tell (self, error->message);
      return FALSE;
    }
  if (!sl_map_canvas_commit (self, tx))
    return FALSE;
  /* To say how much it weighs, and why it is so. */
  self->link_card = card;
  sl_map_canvas_choose_link (self, sl_map_drawing_find_link (self->drawing, made));
  return TRUE;
}

/* --- By keys ------------------------------------------------------------------------------------------------------ */

static gboolean
is_across (SlMapCanvas *self, guint from, guint to, int way)
{
  const SlMapCard *cards = self->drawing->cards;
  guint next = SL_MAP_COLUMNS;

  /* The next column that has cards. */
  for (guint c = cards[from].column + (guint) way; c < SL_MAP_COLUMNS && next == SL_MAP_COLUMNS; c += (guint) way)
    if (!isnan (self->drawing->columns[c]))
      next = c;
  return cards[to].column == next && cards[to].uid != self->linking.card;
}

/* Past the card from which the link is drawn. */
static gboolean
is_beside_other (SlMapCanvas *self, guint from, guint to, int way)
{
  return self->drawing->cards[to].uid != self->linking.card && sl_map_canvas_is_beside (self, from, to, way);
}

void
sl_map_canvas_aim_step (SlMapCanvas *self, int across, int down)
{
  int from = self->linking.at >= 0 ? self->linking.at : sl_map_drawing_find (self->drawing, self->linking.card);
  int next = across != 0 ? sl_map_canvas_nearest (self, (guint) from, is_across, across)
                         : sl_map_canvas_nearest (self, (guint) from, is_beside_other, down);

  if (next >= 0)
    sl_map_canvas_aim (self, next);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Column by column, down each. */
static gboolean
comes_before (const SlMapCard *a, const SlMapCard *b)
{
  return a->column != b->column ? a->column < b->column : a->y < b->y;
}

void
sl_map_canvas_aim_next (SlMapCanvas *self, int way)
{
  const SlMapCard *cards = self->drawing->cards;
  int from = self->linking.at >= 0 ? self->linking.at : sl_map_drawing_find (self->drawing, self->linking.card);
  int next = -1, first = -1;

  for (guint i = 0; i < self->drawing->n_cards; i++)
    {
      if (!self->linking.open[i] || cards[i].uid == self->linking.card)
        continue;
      if (first < 0 || comes_before (&cards[i], &cards[first]) == (way > 0))
        first = (int) i;
      if ((int) i != from && comes_before (&cards[from], &cards[i]) == (way > 0)
          && (next < 0 || comes_before (&cards[i], &cards[next]) == (way > 0)))
        next = (int) i;
    }
  sl_map_canvas_aim (self, next >= 0 ? next : first);
}
