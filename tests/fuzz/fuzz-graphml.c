/* GraphML of strangers: refused with a place, or read so that it goes out and comes back the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include "base/sl-error.h"
#include "exchange/sl-graphml.h"

static SlGraphml *
read_graph (const void *bytes, gsize n)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  g_autoptr (GError) error = NULL;
  SlGraphml *graph = sl_graphml_read (stream, "graph", NULL, &error);

  if (graph != NULL)
    return graph;
  g_assert_true (error != NULL && error->domain == SL_ERROR && error->code != SL_ERROR_INTERNAL);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return NULL;
}

static GString *
write_graph (const SlGraphml *graph)
{
  g_autofree SlLayoutCard *cards = g_new (SlLayoutCard, graph->nodes->len + 1);
  g_autofree SlLayoutLink *links = g_new (SlLayoutLink, graph->edges->len + 1);
  SlLayoutInput input = { .cards = cards, .n_cards = graph->nodes->len, .links = links, .n_links = graph->edges->len,
                          .card_gap = SL_LAYOUT_CARD_GAP, .column_gap = SL_LAYOUT_COLUMN_GAP };
  g_autoptr (SlLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  GString *out;

  for (guint i = 0; i < graph->nodes->len; i++)
    cards[i] = g_array_index (graph->nodes, SlGraphmlNode, i).card;
  for (guint i = 0; i < graph->edges->len; i++)
    links[i] = g_array_index (graph->edges, SlGraphmlEdge, i).ends;
  layout = sl_layout_new (&input, SL_LAYOUT_FIRST, NULL, &error);
  g_assert_no_error (error);
  out = sl_graphml_write (graph, layout, &error);
  g_assert_no_error (error);
  return out;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (SlGraphml) one = read_graph (data, size);
  g_autoptr (SlGraphml) two = NULL;
  g_autoptr (GString) out = NULL;
  g_autoptr (GString) kept = NULL;

  if (one == NULL)
    return 0;
  out = write_graph (one);
  two = read_graph (out->str, out->len);
  g_assert_nonnull (two);
  g_assert_cmpuint (one->nodes->len, ==, two->nodes->len);
  g_assert_cmpuint (one->edges->len, ==, two->edges->len);
  for (guint i = 0; i < one->nodes->len; i++)
    {
      const SlGraphmlNode *a = &g_array_index (one->nodes, SlGraphmlNode, i);
      const SlGraphmlNode *b = &g_array_index (two->nodes, SlGraphmlNode, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->label, ==, b->label);
      g_assert_true (b->card.placed);
    }
  return 0;
}
