/* sl-map-file.h: the benefit map as a file: a picture, or GraphML for programs of graphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-map-figure.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

/* Whether @path ends in something that can be written. SL_ERROR_USAGE. */
gboolean sl_map_file_check (const char *path, GError **error);
/* Writes @path whole or not at all, in the format of its ending; what sl_map_figure_write() and sl_map_to_graphml() say.
 * @data: what the drawing was made from. On any thread that may read it. */
gboolean sl_map_file_write (const SlData *data, const SlMapFigure *figure, const SlFigureSheet *sheet, const char *path,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
