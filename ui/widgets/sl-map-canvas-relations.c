/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* What a card in sight is linked to, for who does not see the lines. */
typedef struct
{
  GtkWidget *widget; /* NULL: out of sight */
  guint64 mark;      /* of all its links, and where they lead */
  GList *onwards;    /* of GtkAccessible: what it leads to, in sight */
  GString *beyond[2]; /* what leads to it, and what it leads to, out of sight, as codes; NULL: nothing */
  gboolean stale;
} Node;

static guint64
mix (guint64 mark, guint64 value)
{
  return (mark ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (mark >> 29);
}

/* The card at @node is linked to @other: @way 1 onwards, 0 back. */
static void
mark_link (Node *node, const Node *other, SlUid uid, guint way)
{
  if (node->widget != NULL)
    node->mark = mix (node->mark, ((guint64) GPOINTER_TO_SIZE (other->widget) ^ (guint64) uid) + way);
}

static void
take_link (Node *node, const Node *other, const SlMapCard *card, guint way)
{
  if (!node->stale)
    return;
  if (other->widget != NULL)
    {
      if (way == 1)
        node->onwards = g_list_prepend (node->onwards, other->widget);
      return;
    }
  if (node->beyond[way] == NULL)
    node->beyond[way] = g_string_new (NULL);
  g_string_append_printf (node->beyond[way], "%s%s", node->beyond[way]->len > 0 ? ", " : "", card->code);
}

/* "Out of sight: leads to I1, I2." NULL: nothing. */
static char *
dup_beyond (const Node *node)
{
  g_autofree char *onwards = NULL, *back = NULL;

  if (node->beyond[1] != NULL)
    /* TRANSLATORS: {1} are cards of the map such as "I1, I2". */
    onwards = sl_text_compose (_ ("Out of sight it leads to {1}."), (const char *[]){ node->beyond[1]->str, NULL });
  if (node->beyond[0] != NULL)
    /* TRANSLATORS: {1} are cards of the map such as "I1, I2". */
    back = sl_text_compose (_ ("Out of sight it rests on {1}."), (const char *[]){ node->beyond[0]->str, NULL });
  if (onwards == NULL || back == NULL)
    return onwards != NULL ? g_steal_pointer (&onwards) : g_steal_pointer (&back);
  return g_strjoin (" ", onwards, back, NULL);
}

static void
tell (Node *node)
{
  g_autofree char *beyond = NULL;

  if (node->stale)
    {
      beyond = dup_beyond (node);
      sl_map_card_widget_relate (SL_MAP_CARD_WIDGET (node->widget), g_list_reverse (node->onwards), beyond);
    }
  for (guint way = 0; way < G_N_ELEMENTS (node->beyond); way++)
    if (node->beyond[way] != NULL)
      g_string_free (node->beyond[way], TRUE);
}

/* In two passes over the links: most often nothing is different. */
static void
relate (SlMapCanvas *self)
{
  const SlMapDrawing *drawing = self->drawing;
  g_autofree Node *nodes = g_new0 (Node, drawing->n_cards);
  gboolean any = FALSE;

  for (guint i = 0; i < drawing->n_cards; i++)
    nodes[i].widget = g_hash_table_lookup (self->cards, &drawing->cards[i].uid);
  for (guint i = 0; i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];

      mark_link (&nodes[link->source], &nodes[link->target], drawing->cards[link->target].uid, 1);
      mark_link (&nodes[link->target], &nodes[link->source], drawing->cards[link->source].uid, 0);
    }
  for (guint i = 0; i < drawing->n_cards; i++)
    {
      nodes[i].stale = nodes[i].widget != NULL && sl_map_card_widget_mark (SL_MAP_CARD_WIDGET (nodes[i].widget), nodes[i].mark);
      any = any || nodes[i].stale;
    }
  for (guint i = 0; any && i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];

      take_link (&nodes[link->source], &nodes[link->target], &drawing->cards[link->target], 1);
      take_link (&nodes[link->target], &nodes[link->source], &drawing->cards[link->source], 0);
    }
  for (guint i = 0; any && i < drawing->n_cards; i++)
    tell (&nodes[i]);
}

static gboolean
on_relating (gpointer data)
{
  SlMapCanvas *self = data;

  self->relating = 0;
  if (self->drawing != NULL)
    relate (self);
  return G_SOURCE_REMOVE;
}

/* Not while the map glides by: nobody hears it then. */
void
sl_map_canvas_relate_soon (SlMapCanvas *self)
{
  if (self->relating == 0)
    self->relating = g_idle_add_full (G_PRIORITY_LOW, on_relating, self, NULL);
}
