/* heat-map FILE [WHAT...] -o OUT: the matrix of probability and impact as a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "charts/sl-glyph.h"
#include "charts/sl-heat-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  int kind;
  SlHeatStage stage;
  SlHeatStyle style;
  int audience;
} Choice;

/* Each word once is enough: of two that exclude each other the later holds. */
static gboolean
take_word (const char *word, Choice *choice, GError **error)
{
  if (strcmp (word, "threats") == 0)
    choice->kind = SL_RISK_KIND_THREAT;
  else if (strcmp (word, "opportunities") == 0)
    choice->kind = SL_RISK_KIND_OPPORTUNITY;
  else if (strcmp (word, "before") == 0)
    choice->stage = SL_HEAT_BEFORE;
  else if (strcmp (word, "now") == 0)
    choice->stage = SL_HEAT_NOW;
  else if (strcmp (word, "after") == 0)
    choice->stage = SL_HEAT_AFTER;
  else if (strcmp (word, "exposure") == 0)
    choice->style.exposure = TRUE;
  else if (strcmp (word, "hatched") == 0)
    choice->style.paint.hatched = TRUE;
  else if (strcmp (word, "swapped") == 0)
    choice->style.matrix |= SL_MATRIX_SWAP;
  else if (strcmp (word, "flipped") == 0)
    choice->style.matrix |= SL_MATRIX_FLIP;
  else
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
                   _ ("“%s” is none of threats, opportunities, before, now, after, exposure, hatched, swapped, flipped"), word);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_choice (SlCli *cli, Choice *choice, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT];

  *choice = (Choice){ .kind = SL_RISK_KIND_THREAT, .stage = SL_HEAT_NOW, .style = { .ways = TRUE } };
  for (guint i = 1; i < cli->n_args; i++)
    if (!take_word (cli->args[i], choice, error))
      return FALSE;
  if (!sl_cli_check_output (cli, "OUT.svg", error) || !sl_cli_take_audience (cli, &choice->audience, error))
    return FALSE;
  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png") || g_str_has_suffix (path, ".pdf"))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” ends in none of .svg, .png, .pdf"), path);
  return FALSE;
}

/* What the picture shows, for those who cannot see it. */
static void
print_words (SlCli *cli, const SlHeatMap *map)
{
  g_autofree char *alternative = sl_heat_map_dup_alternative (map);
  guint columns;
  g_autoptr (GPtrArray) texts = sl_heat_map_table (map, &columns);
  g_autoptr (SlCliTable) table = sl_cli_table_new (columns);

  sl_cli_print (cli, "%s\n", alternative);
  for (guint c = 3; c < columns; c++)
    sl_cli_table_right (table, c);
  for (guint k = 0; k < texts->len; k++)
    sl_cli_table_add (table, texts->pdata[k]);
  if (texts->len > columns)
    sl_cli_table_print (table, cli);
}

static void
json_cell (GString *json, SlCli *cli, const SlHeatMap *map, int probability, int impact)
{
  const SlHeatCell *cell = sl_heat_cell (sl_heat_map_heat (map), probability, impact);
  guint n;
  const SlUid *uids = sl_heat_uids (sl_heat_map_heat (map), probability, impact, &n);

  g_string_append_printf (json, "{\"probability\": %d, \"impact\": %d, \"level\": ", probability, impact);
  sl_cli_json_string (json, sl_glyph_word (sl_matrix_status (sl_heat_map_matrix (map), probability, impact)));
  g_string_append_printf (json, ", \"above_tolerance\": %u, \"risks\": [", cell->n_breach);
  for (guint k = 0; k < n; k++)
    {
      g_string_append (json, k > 0 ? ", " : "");
      sl_cli_json_string (json, sl_record_code (sl_data_lookup (sl_workspace_data (cli->workspace), uids[k])));
    }
  g_string_append (json, "]}");
}

static void
print_json (SlCli *cli, const SlHeatMap *map)
{
  const SlHeatTotals *totals = sl_heat_totals (sl_heat_map_heat (map));
  g_autoptr (GString) json = g_string_new (NULL);
  const char *comma = "";

  g_string_append_printf (json, "{\"shown\": %u, \"restricted\": %u, \"not_assessed\": %u, \"cells\": [", totals->n_shown,
                          totals->n_restricted, totals->n_unassessed);
  for (int p = SL_MATRIX_STEPS; p >= 1; p--)
    for (int i = SL_MATRIX_STEPS; i >= 1; i--)
      if (sl_heat_cell (sl_heat_map_heat (map), p, i)->count > 0)
        {
          g_string_append (json, comma);
          json_cell (json, cli, map, p, i);
          comma = ", ";
        }
  sl_cli_print (cli, "%s]}\n", json->str);
}

gboolean
sl_cli_run_heat_map (SlCli *cli, GError **error)
{
  Choice choice;
  SlView view;
  g_autoptr (SlHeatMap) map = NULL;

  if (!take_choice (cli, &choice, error) || !sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  view = sl_workspace_view (cli->workspace);
  map = sl_heat_map_new (&view, sl_heat_new (&view, choice.kind, choice.stage, choice.audience, NULL, NULL), FALSE);
  if (!sl_heat_map_write (map, &choice.style, cli->values[SL_CLI_OUTPUT], NULL, error))
    return FALSE;
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, map);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_words (cli, map);
  return TRUE;
}
