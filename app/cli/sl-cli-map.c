/* map layout IN.graphml -o OUT.graphml: lays out any directed graph.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-graphml.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Not by GFile: what that loads takes longer than the layout of a small map. */
static SlGraphml *
read_graph (const char *path, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GInputStream) stream = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      int why = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (why), _ ("cannot be read: %s"), g_strerror (why));
      return NULL;
    }
  stream = g_unix_input_stream_new (fd, TRUE);
  return sl_graphml_read (stream, name, NULL, error);
}

static SlLayout *
lay_out (SlCli *cli, const SlGraphml *graph, GError **error)
{
  g_autofree SlLayoutCard *cards = g_new (SlLayoutCard, graph->nodes->len + 1);
  g_autofree SlLayoutLink *links = g_new (SlLayoutLink, graph->edges->len + 1);
  SlLayoutInput input = {
    .cards = cards, .n_cards = graph->nodes->len, .links = links, .n_links = graph->edges->len,
    .card_gap = SL_LAYOUT_CARD_GAP, .column_gap = SL_LAYOUT_COLUMN_GAP, .tidy = SL_CLI_HAS (cli, TIDY),
  };

  for (guint i = 0; i < graph->nodes->len; i++)
    cards[i] = g_array_index (graph->nodes, SlGraphmlNode, i).card;
  for (guint i = 0; i < graph->edges->len; i++)
    links[i] = g_array_index (graph->edges, SlGraphmlEdge, i).ends;
  return sl_layout_new (&input, SL_CLI_HAS (cli, FIRST) ? SL_LAYOUT_FIRST : SL_LAYOUT_SETTLED, NULL, error);
}

static const char *
id_of (const SlGraphml *graph, guint node)
{
  return g_array_index (graph->nodes, SlGraphmlNode, node).id;
}

static void
print_text (SlCli *cli, const SlGraphml *graph, const SlLayout *layout)
{
  sl_cli_print (cli, "%u cards in %u columns, %u links, %" G_GINT64_FORMAT " crossings\n", layout->n_cards,
                layout->n_columns, layout->n_links, layout->crossings);
  for (guint i = 0; i < layout->n_links; i++)
    if (layout->on_cycle[i])
      {
        const SlLayoutLink *ends = &g_array_index (graph->edges, SlGraphmlEdge, i).ends;
        g_autofree char *source = sl_text_for_terminal (id_of (graph, ends->source));
        g_autofree char *target = sl_text_for_terminal (id_of (graph, ends->target));

        sl_cli_print (cli, "closes a cycle: %s -> %s\n", source, target);
      }
}

static void
print_json (SlCli *cli, const SlGraphml *graph, const SlLayout *layout)
{
  g_autoptr (GString) json = g_string_new ("{");
  guint n = 0;

  g_string_append_printf (json, "\"cards\": %u, \"columns\": %u, \"links\": %u, \"crossings\": %" G_GINT64_FORMAT
                                ", \"closing_cycles\": [", layout->n_cards, layout->n_columns, layout->n_links,
                          layout->crossings);
  for (guint i = 0; i < layout->n_links; i++)
    if (layout->on_cycle[i])
      {
        const SlLayoutLink *ends = &g_array_index (graph->edges, SlGraphmlEdge, i).ends;

        g_string_append (json, n++ > 0 ? ", {\"source\": " : "{\"source\": ");
        sl_cli_json_string (json, id_of (graph, ends->source));
        g_string_append (json, ", \"target\": ");
        sl_cli_json_string (json, id_of (graph, ends->target));
        g_string_append_c (json, '}');
      }
  g_string_append (json, "]}");
  sl_cli_print (cli, "%s\n", json->str);
}

gboolean
sl_cli_run_map_layout (SlCli *cli, GError **error)
{
  const char *target = cli->values[SL_CLI_OUTPUT];
  g_autoptr (SlGraphml) graph = NULL;
  g_autoptr (SlLayout) layout = NULL;
  g_autoptr (GString) out = NULL;

  if (target == NULL || *target == '\0')
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("say where to: -o OUT.graphml"));
      return FALSE;
    }
  graph = read_graph (cli->args[0], error);
  if (graph == NULL)
    return FALSE;
  layout = lay_out (cli, graph, error);
  if (layout == NULL)
    return FALSE;
  out = sl_graphml_write (graph, layout, error);
  if (out == NULL || !sl_cli_write_output (cli, out, error))
    return FALSE;
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, graph, layout);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_text (cli, graph, layout);
  return TRUE;
}
