/* map FILE -o OUT: the benefit map as a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "charts/sl-map-trace.h"
#include "reports/sl-map-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SlMapStyle style;
  const SlFigureSheet *sheet;
  SlOverlayMode mode;
  gboolean trace; /* what follows from what is told and lit */
} Choice;

static gboolean
take_theme (const char *text, SlMapStyle *style, GError **error)
{
  if (text == NULL || strcmp (text, "light") == 0)
    return TRUE;
  if (strcmp (text, "dark") == 0)
    style->palette = SL_PALETTE_DARK;
  else if (strcmp (text, "contrast") == 0)
    style->palette = SL_PALETTE_HIGH_CONTRAST;
  else if (strcmp (text, "print") == 0)
    style->hatched = TRUE;
  else
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--theme: “%s” is none of light, dark, contrast, print"), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_overlay (const char *token, SlOverlayMode *mode, GError **error)
{
  if (token == NULL || sl_overlay_from_token (token, mode))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
               _ ("--overlay: “%s” is none of type, status, level, evidence, schedule, owner, project"), token);
  return FALSE;
}

/* All that can be told to be wrong before the file is opened. */
static gboolean
take_choice (SlCli *cli, Choice *choice, GError **error)
{
  const char *path = cli->values[SL_CLI_OUTPUT], *paper = cli->values[SL_CLI_POSTER];

  *choice = (Choice){ .style = { .selected = -1 } };
  choice->trace = SL_CLI_HAS (cli, RISK) || SL_CLI_HAS (cli, BENEFIT) || SL_CLI_HAS (cli, OUTCOME);
  if (SL_CLI_HAS (cli, RISK) + SL_CLI_HAS (cli, BENEFIT) + SL_CLI_HAS (cli, OUTCOME) + SL_CLI_HAS (cli, SELECT) > 1)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("--select, --risk, --benefit and --outcome exclude one another"));
      return FALSE;
    }
  if (path == NULL && choice->trace)
    return TRUE;
  if (!sl_cli_check_output (cli, "OUT.svg", error) || !take_theme (cli->values[SL_CLI_THEME], &choice->style, error)
      || !take_overlay (cli->values[SL_CLI_OVERLAY], &choice->mode, error))
    return FALSE;
  choice->sheet = paper != NULL ? sl_figure_sheet (paper) : NULL;
  if (paper != NULL && choice->sheet == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--poster: “%s” is none of A4, A3, A2, A1, A0"), paper);
  else if (paper != NULL && !g_str_has_suffix (path, ".pdf"))
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s”: a poster of several sheets ends in .pdf"), path);
  else
    return sl_map_file_check (path, error);
  return FALSE;
}

/* The card of --select and its line of sight. Returns FALSE when that is no card of the map. */
static gboolean
select_card (SlCli *cli, const SlMapDrawing *drawing, SlMapStyle *style, guint8 *lit, GError **error)
{
  const char *code = cli->values[SL_CLI_SELECT];
  const SlRecord *record;

  if (code == NULL)
    return TRUE;
  record = sl_cli_find (cli, code, error);
  if (record == NULL)
    return FALSE;
  style->selected = sl_map_drawing_find (drawing, record->uid);
  if (style->selected < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--select: %s is no card of the map"), code);
      return FALSE;
    }
  sl_map_drawing_light (drawing, &(guint){ (guint) style->selected }, 1, lit);
  style->lit = lit;
  return TRUE;
}

static char *
dup_note (const SlMapDrawing *drawing, const SlMapStyle *style)
{
  const SlMapCard *card = style->selected >= 0 ? &drawing->cards[style->selected] : NULL;

  if (card == NULL)
    return NULL;
  /* TRANSLATORS: under the title of the map; {1} is a code, {2} the title of a card. */
  return sl_text_compose (style->translated ? _ ("Line of sight of {1} {2}") : "Line of sight of {1} {2}",
                          (const char *[]){ card->code, card->title, NULL });
}

/* The same of what is traced. */
static char *
dup_trace_note (SlCli *cli, gboolean translated)
{
  static const SlCliOptionId options[] = { SL_CLI_RISK, SL_CLI_BENEFIT, SL_CLI_OUTCOME };
  const SlData *data = sl_workspace_data (cli->workspace);
  const SlRecord *record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options) && record == NULL; i++)
    if (cli->values[options[i]] != NULL)
      record = sl_cli_find (cli, cli->values[options[i]], NULL);
  if (record == NULL)
    return NULL;
  /* TRANSLATORS: under the title of the map; {1} is a code, {2} a title: what is traced on it. */
  return sl_text_compose (translated ? _ ("Traced: {1} {2}") : "Traced: {1} {2}",
                          (const char *[]){ sl_record_code (record), sl_data_name (data, record->uid), NULL });
}

/* What is lit, column by column. */
static void
print_lit (SlCli *cli, const SlMapDrawing *drawing, const guint8 *lit)
{
  for (guint c = 0; c < SL_MAP_COLUMNS; c++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < drawing->n_cards; i++)
        if (lit[i] && drawing->cards[i].column == c)
          {
            if (!any)
              sl_cli_print (cli, "%s:", sl_map_column_title (c));
            sl_cli_print (cli, " %s", drawing->cards[i].code);
            any = TRUE;
          }
      if (any)
        sl_cli_print (cli, "\n");
    }
}

/* "Red 9: SP1 SP2 E1". */
static void
print_overlay (SlCli *cli, const SlMapDrawing *drawing, const SlMapOverlay *overlay)
{
  for (guint e = 0; overlay != NULL && e < overlay->n_entries; e++)
    {
      g_autofree char *label = sl_text_for_terminal (overlay->entries[e].label);

      sl_cli_print (cli, "%s %u", label, overlay->entries[e].n_cards);
      for (guint i = 0, n = 0; i < drawing->n_cards; i++)
        if (overlay->cards[i].entry == e)
          sl_cli_print (cli, "%s %s", n++ == 0 ? ":" : "", drawing->cards[i].code);
      sl_cli_print (cli, "\n");
    }
}

static void
print_text (SlCli *cli, const SlMapDrawing *drawing, const SlMapStyle *style)
{
  g_autofree char *alternative = sl_map_dup_alternative (drawing, FALSE), *note = dup_note (drawing, style);
  g_autofree char *safe = note != NULL ? sl_text_for_terminal (note) : NULL;

  sl_cli_print (cli, "%s.\n", alternative);
  print_overlay (cli, drawing, style->overlay);
  if (safe == NULL)
    return;
  sl_cli_print (cli, "%s\n", safe);
  print_lit (cli, drawing, style->lit);
}

static void
add_overlay (GString *json, const SlMapDrawing *drawing, const SlMapOverlay *overlay)
{
  if (overlay == NULL)
    return;
  g_string_append_printf (json, ", \"overlay\": \"%s\", \"legend\": [", sl_overlay_info (overlay->mode)->token);
  for (guint e = 0; e < overlay->n_entries; e++)
    {
      g_string_append (json, e > 0 ? ", {\"label\": " : "{\"label\": ");
      sl_cli_json_string (json, overlay->entries[e].label);
      g_string_append_printf (json, ", \"links\": %u, \"cards\": [", overlay->entries[e].n_links);
      for (guint i = 0, n = 0; i < drawing->n_cards; i++)
        if (overlay->cards[i].entry == e)
          {
            g_string_append (json, n++ > 0 ? ", " : "");
            sl_cli_json_string (json, drawing->cards[i].code);
          }
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');
}

static void
print_json (SlCli *cli, const SlMapDrawing *drawing, const SlMapStyle *style)
{
  g_autoptr (GString) json = g_string_new (NULL);
  guint complete = 0;
  const char *comma = "";

  for (guint i = 0; i < drawing->n_cards; i++)
    complete += drawing->cards[i].complete;
  g_string_append_printf (json, "{\"cards\": %u, \"links\": %u, \"complete\": %u, \"selected\": ", drawing->n_cards,
                          drawing->n_links, complete);
  sl_cli_json_string (json, style->selected >= 0 ? drawing->cards[style->selected].code : NULL);
  g_string_append (json, ", \"lit\": [");
  for (guint i = 0; i < drawing->n_cards && style->lit != NULL; i++)
    if (style->lit[i])
      {
        g_string_append (json, comma);
        sl_cli_json_string (json, drawing->cards[i].code);
        comma = ", ";
      }
  g_string_append_c (json, ']');
  add_overlay (json, drawing, style->overlay);
  sl_cli_print (cli, "%s}\n", json->str);
}

static gboolean
draw (SlCli *cli, const SlMapDrawing *drawing, Choice *choice, GError **error)
{
  g_autofree guint8 *lit = g_malloc0 (drawing->n_cards + 1);
  g_autoptr (SlMapTrace) trace = NULL;
  g_autofree char *note = NULL;
  const SlData *data = sl_workspace_data (cli->workspace);
  SlMapFigure figure = { .drawing = drawing, .name = sl_data_name (data, sl_data_programme (data)->record.uid),
                         .day = sl_workspace_as_of (cli->workspace) };

  if (!select_card (cli, drawing, &choice->style, lit, error)
      || (choice->trace && !sl_cli_trace (cli, drawing, &trace, error)))
    return FALSE;
  if (choice->trace)
    choice->style.lit = trace->lit;
  choice->style.trace = trace;
  note = choice->trace ? dup_trace_note (cli, choice->style.translated) : dup_note (drawing, &choice->style);
  figure.style = choice->style;
  figure.note = note;
  if (!sl_map_file_write (data, &figure, choice->sheet, cli->values[SL_CLI_OUTPUT], NULL, error))
    return FALSE;
  if (choice->trace)
    return TRUE;
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, drawing, &choice->style);
  else if (!SL_CLI_HAS (cli, QUIET))
    print_text (cli, drawing, &choice->style);
  return TRUE;
}

gboolean
sl_cli_run_map (SlCli *cli, GError **error)
{
  Choice choice;
  SlView view;
  g_autoptr (SlMapStatus) status = NULL;
  g_autoptr (SlMapDrawing) drawing = NULL;
  g_autoptr (SlMapOverlay) overlay = NULL;

  if (!take_choice (cli, &choice, error) || !sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  if (cli->values[SL_CLI_OUTPUT] == NULL)
    return sl_cli_trace (cli, NULL, NULL, error);
  view = sl_workspace_view (cli->workspace);
  status = sl_map_status_new (&view);
  drawing = sl_map_drawing_new (&view, status, NULL, SL_LAYOUT_SETTLED, NULL, error);
  if (drawing == NULL)
    return FALSE;
  overlay = sl_map_overlay_new (&view, status, drawing, choice.mode, FALSE);
  choice.style.overlay = overlay;
  return draw (cli, drawing, &choice, error);
}
