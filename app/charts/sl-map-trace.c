/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-trace.h"

#include <glib/gi18n-lib.h>

const char *
sl_map_trace_mark_word (int mark)
{
  /* TRANSLATORS: marks on a card of the map, a few letters: a risk or an issue hits it; it is itself late. */
  static const char *const words[] = { NULL, N_ ("struck"), N_ ("late") };

  return mark >= 0 && mark < (int) G_N_ELEMENTS (words) ? words[mark] : NULL;
}

/* By the card they leave: a path is followed without going through all links. */
static void
sort_links (SlMapTrace *self, const SlMapDrawing *drawing)
{
  guint *next;

  self->first_out = g_new0 (guint, self->n_cards + 2);
  self->out = g_new (guint, self->n_links + 1);
  for (guint i = 0; i < self->n_links; i++)
    self->first_out[drawing->links[i].source + 2]++;
  for (guint i = 2; i < self->n_cards + 2; i++)
    self->first_out[i] += self->first_out[i - 1];
  next = self->first_out + 1;
  for (guint i = 0; i < self->n_links; i++)
    self->out[next[drawing->links[i].source]++] = i;
}

SlMapTrace *
sl_map_trace_new (const SlMapDrawing *drawing)
{
  SlMapTrace *self;

  g_return_val_if_fail (drawing != NULL, NULL);
  self = g_new0 (SlMapTrace, 1);
  self->n_cards = drawing->n_cards;
  self->n_links = drawing->n_links;
  self->lit = g_malloc0 (self->n_cards + 1);
  self->marks = g_malloc0 (self->n_cards + 1);
  self->on_path = g_malloc0 (self->n_links + 1);
  self->weakest = -1;
  sort_links (self, drawing);
  return self;
}

void
sl_map_trace_free (SlMapTrace *self)
{
  if (self == NULL)
    return;
  g_free (self->lit);
  g_free (self->marks);
  g_free (self->on_path);
  g_free (self->first_out);
  g_free (self->out);
  g_free (self);
}

/* Number of the card, now lit; -1: it is not drawn. */
static int
light (SlMapTrace *self, const SlMapDrawing *drawing, SlUid card, SlMapTraceMark mark)
{
  int number = card != SL_UID_NONE ? sl_map_drawing_find (drawing, card) : -1;

  if (number < 0)
    return -1;
  self->lit[number] = TRUE;
  if (mark != SL_MAP_TRACE_PLAIN)
    self->marks[number] = (guint8) mark;
  return number;
}

/* Number of the link from one card to another, now on the path; -1: there is none. */
static int
follow (SlMapTrace *self, const SlMapDrawing *drawing, int from, int to)
{
  for (guint i = from >= 0 ? self->first_out[from] : 0; from >= 0 && to >= 0 && i < self->first_out[from + 1]; i++)
    if (drawing->links[self->out[i]].target == (guint) to)
      {
        self->on_path[self->out[i]] = TRUE;
        return (int) self->out[i];
      }
  return -1;
}

void
sl_map_trace_add_path (SlMapTrace *self, const SlMapDrawing *drawing, const GArray *path, SlMapTraceMark mark)
{
  int before = -1;

  g_return_if_fail (self != NULL && drawing != NULL && path != NULL);
  for (guint i = 0; i < path->len; i++)
    {
      int at = light (self, drawing, g_array_index (path, SlUid, i), i == 0 ? mark : SL_MAP_TRACE_PLAIN);

      follow (self, drawing, before, at);
      before = at;
    }
}

SlMapTrace *
sl_map_trace_of_reach (const SlMapDrawing *drawing, const SlRiskReach *reach)
{
  SlMapTrace *self = sl_map_trace_new (drawing);

  for (guint i = 0; i < reach->struck->len; i++)
    light (self, drawing, g_array_index (reach->struck, SlUid, i), SL_MAP_TRACE_STRUCK);
  for (guint i = 0; i < reach->outcomes->len; i++)
    sl_map_trace_add_path (self, drawing, ((const SlReached *) reach->outcomes->pdata[i])->path, SL_MAP_TRACE_STRUCK);
  return self;
}

SlMapTrace *
sl_map_trace_of_threat (const SlMapDrawing *drawing, const SlBenefitThreat *threat, SlUid card)
{
  SlMapTrace *self = sl_map_trace_new (drawing);

  light (self, drawing, card, SL_MAP_TRACE_PLAIN);
  for (guint i = 0; i < threat->causes->len; i++)
    sl_map_trace_add_path (self, drawing, ((const SlCause *) threat->causes->pdata[i])->path, SL_MAP_TRACE_STRUCK);
  return self;
}

SlMapTrace *
sl_map_trace_of_weakest (const SlMapDrawing *drawing, const SlWeakestLink *link)
{
  SlMapTrace *self = sl_map_trace_new (drawing);

  sl_map_trace_add_path (self, drawing, link->path, SL_MAP_TRACE_PLAIN);
  if (link->weakest + 1 < link->path->len)
    self->weakest = follow (self, drawing, sl_map_drawing_find (drawing, g_array_index (link->path, SlUid, link->weakest)),
                            sl_map_drawing_find (drawing, g_array_index (link->path, SlUid, link->weakest + 1)));
  return self;
}

SlMapTrace *
sl_map_trace_of_level (const SlMapDrawing *drawing, const SlMapStatus *status, SlUid card)
{
  const SlNodeStatus *node = sl_map_status_node (status, card);
  g_autoptr (GArray) path = sl_map_status_path (status, card);
  SlMapTrace *self = sl_map_trace_new (drawing);
  gboolean late = path->len > 0 && node != NULL && node->culprit == g_array_index (path, SlUid, 0);

  light (self, drawing, card, SL_MAP_TRACE_PLAIN);
  sl_map_trace_add_path (self, drawing, path, late ? SL_MAP_TRACE_LATE : SL_MAP_TRACE_STRUCK);
  return self;
}
