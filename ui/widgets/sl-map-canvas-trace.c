/* What is traced on the map: lit instead of the line of sight of what is chosen, and moved into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-minimap-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
sl_map_canvas_apply_trace (SlMapCanvas *self)
{
  if (self->trace == NULL && self->trace_func != NULL && self->drawing != NULL)
    self->trace = self->trace_func (self->drawing, self->trace_data);
  /* A link being drawn has the light. */
  self->style.trace = sl_map_canvas_is_linking (self) ? NULL : self->trace;
  if (self->style.trace != NULL)
    self->style.lit = self->trace->lit;
}

void
sl_map_canvas_forget_trace (SlMapCanvas *self)
{
  self->style.trace = NULL;
  if (self->trace != NULL && self->style.lit == self->trace->lit)
    self->style.lit = NULL;
  g_clear_pointer (&self->trace, sl_map_trace_free);
}

void
sl_map_canvas_set_trace (SlMapCanvas *self, SlMapTraceFunc func, gpointer data)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  self->trace_func = func;
  self->trace_data = data;
  sl_map_canvas_forget_trace (self);
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
}

void
sl_map_canvas_show_trace (SlMapCanvas *self)
{
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  for (guint i = 0; self->trace != NULL && i < self->trace->n_cards; i++)
    if (self->trace->lit[i])
      {
        const SlMapCard *card = &self->drawing->cards[i];

        left = MIN (left, card->x - SL_MAP_CARD_WIDTH / 2);
        right = MAX (right, card->x + SL_MAP_CARD_WIDTH / 2);
        top = MIN (top, card->y - card->height / 2);
        bottom = MAX (bottom, card->y + card->height / 2);
      }
  if (left >= right || self->still || self->width <= 0)
    return;
  /* What does not fit as it is enlarged now is reduced, as long as it can be read. */
  if ((right - left + 2 * SL_MAP_MARGIN) * self->scale > self->width
      || (bottom - top + 2 * SL_MAP_MARGIN + SL_MAP_HEAD) * self->scale > self->height)
    {
      double scale = MIN (self->width / (right - left + 2 * SL_MAP_MARGIN),
                          self->height / (bottom - top + 2 * SL_MAP_MARGIN + SL_MAP_HEAD));

      sl_map_canvas_look_at (self, self->x, self->y, MIN (self->scale, MAX (scale, SL_MAP_READABLE)));
    }
  sl_map_canvas_show_box (self, left, top, right, bottom);
}

const char *
sl_map_canvas_trace_words (SlMapCanvas *self, guint card)
{
  static const char *const words[] = { NULL, N_ ("It is struck."), N_ ("It is late.") };
  int mark = self->trace != NULL && card < self->trace->n_cards ? self->trace->marks[card] : SL_MAP_TRACE_PLAIN;

  return words[mark] != NULL ? _ (words[mark]) : NULL;
}
