/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sl-graphml.h"

#include "base/sl-error.h"

#include <string.h>

#define HEAD "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"

static SlGraphml *
read_text (const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);

  return sl_graphml_read (stream, "g", NULL, error);
}

static SlGraphml *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlGraphml *graph = read_text (text, &error);

  g_assert_no_error (error);
  return graph;
}

static const SlGraphmlNode *
node_at (const SlGraphml *graph, guint i)
{
  return &g_array_index (graph->nodes, SlGraphmlNode, i);
}

static void
test_values (void)
{
  g_autoptr (SlGraphml) graph = read_good (
      HEAD "<desc>made by hand</desc><key id='d0' for='node' attr.name='label' attr.type='string'/>"
           "<key id='d1' for='node' attr.name='column'/><key id='d2' for='all' attr.name='width'><default>99.5</default></key>"
           "<key id='d3' attr.name='height'/><key id='x' for='node' attr.name='x'/><key id='y' for='node' attr.name='y'/>"
           "<key id='p' for='node' attr.name='pinned'/><key id='z' for='node' attr.name='colour'/>"
           "<key id='e' for='edge' attr.name='x'/>"
           "<graph edgedefault='directed'>"
           "<edge id='first' source='b' target='a'><data key='e'>not a number</data></edge>"
           "<node id='a'><data key='d0'>One &amp; two</data><data key='d1'>3</data><data key='x'>-1.5</data>"
           "<data key='y'> 2e2 </data><data key='p'>true</data><data key='z'>red</data></node>"
           "<node id='b'><port name='q'/><data key='d3'>12</data><data key='d2'>7</data><data key='x'>4</data></node>"
           "<edge source='a' target='b'/></graph></graphml>");

  g_assert_cmpuint (graph->nodes->len, ==, 2);
  g_assert_cmpstr (node_at (graph, 0)->label, ==, "One & two");
  g_assert_cmpint (node_at (graph, 0)->card.column, ==, 3);
  g_assert_true (node_at (graph, 0)->card.placed && node_at (graph, 0)->card.pinned);
  g_assert_cmpfloat (node_at (graph, 0)->card.x, ==, -1.5);
  g_assert_cmpfloat (node_at (graph, 0)->card.y, ==, 200);
  g_assert_cmpfloat (node_at (graph, 0)->card.width, ==, 99.5);
  g_assert_cmpfloat (node_at (graph, 0)->card.height, ==, 48);
  g_assert_cmpint (node_at (graph, 1)->card.column, ==, SL_LAYOUT_ANY);
  g_assert_false (node_at (graph, 1)->card.placed || node_at (graph, 1)->card.pinned);
  g_assert_cmpfloat (node_at (graph, 1)->card.width, ==, 7);
  g_assert_cmpfloat (node_at (graph, 1)->card.height, ==, 12);
  g_assert_cmpuint (graph->edges->len, ==, 2);
  g_assert_cmpstr (g_array_index (graph->edges, SlGraphmlEdge, 0).id, ==, "first");
  g_assert_cmpuint (g_array_index (graph->edges, SlGraphmlEdge, 0).ends.source, ==, 1);
  g_assert_null (g_array_index (graph->edges, SlGraphmlEdge, 1).id);
}

static void
test_nested (void)
{
  g_autoptr (SlGraphml) graph = read_good (
      HEAD "<key id='w' for='node' attr.name='width'/><graph><node id='a'><data key='w'>1</data><graph><node id='b'>"
           "<data key='w'>2</data></node><node id='c'/></graph><data key='w'>5</data></node></graph></graphml>");

  g_assert_cmpuint (graph->nodes->len, ==, 3);
  g_assert_cmpfloat (node_at (graph, 0)->card.width, ==, 1);
  g_assert_cmpfloat (node_at (graph, 1)->card.width, ==, 2);
  g_assert_cmpfloat (node_at (graph, 2)->card.width, ==, 180);
}

/* A height for a label of any length. */
static void
test_label_height (void)
{
  g_autofree char *label = g_strnfill (500, 'x');
  g_autofree char *text = g_strconcat (HEAD "<key id='l' for='node' attr.name='label'/><graph><node id='a'><data key='l'>", label,
                                       "</data></node></graph></graphml>", NULL);
  g_autoptr (SlGraphml) graph = read_good (text);

  g_assert_cmpfloat (node_at (graph, 0)->card.height, ==, 32 + 16 * 21);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *part;
    int code;
  } cases[] = {
    { "<gexf/>", "g:1: this is not GraphML", SL_ERROR_DAMAGED },
    { "<a:graphml xmlns:a='urn:other'/>", "this is not GraphML", SL_ERROR_DAMAGED },
    { HEAD "\n<graph><node/></graph></graphml>", "g:2: a node has no id", SL_ERROR_DAMAGED },
    { HEAD "<graph><node id='a'/><node id='a'/></graph></graphml>", "two nodes “a”", SL_ERROR_DAMAGED },
    { HEAD "<graph><node id='a'/>\n<edge source='a' target='b'/></graph></graphml>", "g:2: there is no node “b”", SL_ERROR_DAMAGED },
    { HEAD "<graph><edge source='a'/></graph></graphml>", "no target", SL_ERROR_DAMAGED },
    { HEAD "<graph><hyperedge/></graph></graphml>", "hyperedges", SL_ERROR_DAMAGED },
    { HEAD "<graph>", "XML", SL_ERROR_DAMAGED },
    { "<!DOCTYPE graphml><graphml/>", "g:1: ", SL_ERROR_DAMAGED },
    { "", "g", SL_ERROR_DAMAGED },
  };
  static const char *const values[][2] = {
    { "column", "-1" }, { "column", "1.5" }, { "column", "100001" }, { "column", "" },  { "width", "-1" }, { "width", "wide" },
    { "height", "nan" }, { "height", "1e9" }, { "x", "1e10" },       { "y", "inf" },    { "y", "1 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i].text, &error));
      g_assert_error (error, SL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf (HEAD "<key id='k' for='node' attr.name='%s'/><graph>\n<node id='a'>"
                                                    "<data key='k'>%s</data></node></graph></graphml>",
                                               values[i][0], values[i][1]);

      g_assert_null (read_text (text, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_DAMAGED);
      g_assert_true (g_str_has_prefix (error->message, "g:2: "));
      g_assert_nonnull (strstr (error->message, values[i][0]));
    }
}

/* What is written is read back as it was: ids and labels with all that needs escaping, numbers to the last digit. */
static void
test_round_trip (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<key id='l' for='node' attr.name='label'/><graph>");
  g_autoptr (SlGraphml) graph = NULL;
  g_autoptr (SlGraphml) back = NULL;
  g_autoptr (SlLayout) layout = NULL;
  g_autoptr (GString) out = NULL;
  g_autoptr (GError) error = NULL;
  SlLayoutCard cards[3];
  SlLayoutLink links[2];
  SlLayoutInput input = { cards, 3, links, 2, SL_LAYOUT_CARD_GAP, SL_LAYOUT_COLUMN_GAP, FALSE };

  g_string_append (text, "<node id='&lt;&quot;&#10;&amp;>'><data key='l'>a&#13;b \xE2\x82\xAC &lt;</data></node><node id='b'/><node id='c'/>"
                         "<edge source='&lt;&quot;&#10;&amp;>' target='b'/><edge id='&#9;e' source='b' target='c'/></graph></graphml>");
  graph = read_good (text->str);
  for (guint i = 0; i < 3; i++)
    cards[i] = node_at (graph, i)->card;
  for (guint i = 0; i < 2; i++)
    links[i] = g_array_index (graph->edges, SlGraphmlEdge, i).ends;
  cards[0].height = 47.1;
  layout = sl_layout_new (&input, SL_LAYOUT_FIRST, NULL, &error);
  g_assert_no_error (error);
  out = sl_graphml_write (graph, layout, NULL);
  back = read_good (out->str);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (node_at (back, i)->id, ==, node_at (graph, i)->id);
      g_assert_cmpstr (node_at (back, i)->label, ==, node_at (graph, i)->label);
      g_assert_cmpint (node_at (back, i)->card.column, ==, (int) i);
      g_assert_true (node_at (back, i)->card.placed);
      g_assert_cmpfloat (node_at (back, i)->card.x, ==, layout->cards[i].x);
      g_assert_cmpfloat (node_at (back, i)->card.y, ==, layout->cards[i].y);
    }
  g_assert_cmpstr (g_array_index (back->edges, SlGraphmlEdge, 1).id, ==, "\te");
  g_assert_nonnull (strstr (out->str, "<data key=\"points\">180,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graphml/values", test_values);
  g_test_add_func ("/graphml/nested", test_nested);
  g_test_add_func ("/graphml/label-height", test_label_height);
  g_test_add_func ("/graphml/refused", test_refused);
  g_test_add_func ("/graphml/round-trip", test_round_trip);
  return g_test_run ();
}
