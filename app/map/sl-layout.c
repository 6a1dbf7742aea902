/* The steps of the layout, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "map/sl-layers-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Heights are multiples of this, so that they are written and read back as they are: px. */
#define GRAIN (1.0 / 64)

/* --- What can be laid out ------------------------------------------------------------------------------------------ */

static gboolean
is_length (double length)
{
  return length >= 0 && length <= SL_LAYOUT_MAX_LENGTH;
}

static gboolean
is_place (double place)
{
  return place >= -SL_LAYOUT_MAX_PLACE && place <= SL_LAYOUT_MAX_PLACE;
}

static gboolean
check_cards (const SlLayoutInput *input, GError **error)
{
  for (guint i = 0; i < input->n_cards; i++)
    {
      const SlLayoutCard *card = &input->cards[i];

      if (!is_length (card->width) || !is_length (card->height)
          || (card->placed && !(is_place (card->x) && is_place (card->y)))
          || card->column < SL_LAYOUT_ANY || card->column > SL_LAYOUT_MAX_COLUMN)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("card %u has a size, place or column that cannot be drawn"), i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_input (const SlLayoutInput *input, GError **error)
{
  if (input->n_cards > SL_LAYOUT_MAX_CARDS || input->n_links > SL_LAYOUT_MAX_LINKS)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("a map of more than %d cards or %d links cannot be laid out"),
                   SL_LAYOUT_MAX_CARDS, SL_LAYOUT_MAX_LINKS);
      return FALSE;
    }
  if (!is_length (input->card_gap) || !is_length (input->column_gap))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("the distances between cards cannot be drawn"));
      return FALSE;
    }
  for (guint i = 0; i < input->n_links; i++)
    if (input->links[i].source >= input->n_cards || input->links[i].target >= input->n_cards)
      {
        g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("link %u leads to a card that is not there"), i + 1);
        return FALSE;
      }
  return check_cards (input, error);
}

/* --- The drawing --------------------------------------------------------------------------------------------------- */

static void
widen (SlLayout *self, double left, double top, double right, double bottom)
{
  double old_right = self->left + self->width, old_bottom = self->top + self->height;

  self->left = MIN (self->left, left);
  self->top = MIN (self->top, top);
  self->width = MAX (old_right, right) - self->left;
  self->height = MAX (old_bottom, bottom) - self->top;
}

static void
place_cards (SlLayout *self, const SlLayers *layers)
{
  for (guint i = 0; i < self->n_cards; i++)
    {
      const SlLayoutCard *card = &layers->input->cards[i];
      int c = layers->column[i];

      self->columns[i] = c;
      self->cards[i] = (SlLayoutPoint) { (layers->left[c] + layers->right[c]) / 2, layers->y[i] };
      if (i == 0)
        self->left = self->cards[i].x, self->top = self->cards[i].y;
      widen (self, self->cards[i].x - card->width / 2, self->cards[i].y - card->height / 2,
             self->cards[i].x + card->width / 2, self->cards[i].y + card->height / 2);
    }
}

static SlLayout *
make_layout (SlLayers *layers)
{
  SlLayout *self = g_new0 (SlLayout, 1);

  self->n_cards = (guint) layers->n_cards;
  self->n_links = (guint) layers->n_links;
  self->n_columns = (guint) layers->n_columns;
  self->cards = g_new (SlLayoutPoint, (gsize) self->n_cards + 1);
  self->columns = g_new (int, (gsize) self->n_cards + 1);
  self->on_cycle = g_steal_pointer (&layers->on_cycle);
  for (guint i = 0; i < self->n_links; i++)
    self->n_on_cycle += self->on_cycle[i] ? 1 : 0;
  self->crossings = sl_layers_crossings (layers);
  place_cards (self, layers);
  sl_routes_draw (layers, self);
  for (guint i = 0; i < self->first_point[self->n_links]; i++)
    widen (self, self->points[i].x, self->points[i].y, self->points[i].x, self->points[i].y);
  return self;
}

static gboolean
keeps_something (const SlLayoutInput *input)
{
  for (guint i = 0; i < input->n_cards && !input->tidy; i++)
    if (input->cards[i].placed)
      return TRUE;
  return FALSE;
}

SlLayout *
sl_layout_new (const SlLayoutInput *input, SlLayoutEffort effort, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlLayers) layers = NULL;

  if (!check_input (input, error))
    return NULL;
  layers = sl_layers_new (input, cancellable);
  if (keeps_something (input))
    {
      sl_order_keep (layers);
      sl_heights_keep (layers);
    }
  else
    {
      sl_order_choose (layers, effort);
      sl_heights_choose (layers);
    }
  for (int v = 0; v < layers->n; v++)
    layers->y[v] = floor (layers->y[v] / GRAIN + 0.5) * GRAIN;
  sl_routes_columns (layers);
  if (sl_layers_cancelled (layers))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("the layout was cancelled"));
      return NULL;
    }
  return make_layout (layers);
}

void
sl_layout_free (SlLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->cards);
  g_free (self->columns);
  g_free (self->points);
  g_free (self->first_point);
  g_free (self->on_cycle);
  g_free (self);
}
