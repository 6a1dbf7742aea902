/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/sl-map-file.h"

#include "base/sl-error.h"
#include "base/sl-file-writer.h"
#include "exchange/sl-map-export.h"

#include <glib/gi18n-lib.h>

gboolean
sl_map_file_check (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png") || g_str_has_suffix (path, ".pdf")
      || g_str_has_suffix (path, ".graphml"))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” ends in none of .svg, .png, .pdf, .graphml"), name);
  return FALSE;
}

static gboolean
write_graph (const SlData *data, const SlMapDrawing *drawing, const char *path, GError **error)
{
  g_autofree SlMapPlace *places = g_new0 (SlMapPlace, drawing->n_cards + 1);
  g_autoptr (SlFileWriter) writer = NULL;
  g_autoptr (GString) out = NULL;

  for (guint i = 0; i < drawing->n_cards; i++)
    {
      const SlMapCard *card = &drawing->cards[i];

      places[i].uid = card->uid;
      places[i].card = (SlLayoutCard){ .width = SL_MAP_CARD_WIDTH, .height = card->height, .column = (int) card->column,
                                       .placed = TRUE, .pinned = card->by_hand, .x = card->x, .y = card->y };
    }
  out = sl_map_to_graphml (data, places, drawing->n_cards, error);
  if (out == NULL)
    return FALSE;
  writer = sl_file_writer_new (path, error);
  return writer != NULL && sl_file_writer_write (writer, out->str, out->len, error) && sl_file_writer_commit (writer, error);
}

gboolean
sl_map_file_write (const SlData *data, const SlMapFigure *figure, const SlFigureSheet *sheet, const char *path,
                   GCancellable *cancellable, GError **error)
{
  if (g_str_has_suffix (path, ".graphml"))
    return write_graph (data, figure->drawing, path, error);
  return sl_map_figure_write (figure, sheet, path, cancellable, error);
}
