/* sl-map-export.h: the benefit map for programs of graphs and of tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-graphml.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

/* Where a card stands in a drawing: its centre, px. */
typedef struct
{
  SlUid uid;
  SlLayoutCard card;
} SlMapPlace;

/* GraphML of the cards placed and of the links between them, with all that is known of them; yEd and Gephi read it, and
 * sl_map_import_new() does. Weight is 1 for essential links and 0.5 for contributing ones, as Gephi wants a number. NULL
 * with SL_ERROR_INTERNAL. */
GString *sl_map_to_graphml (const SlData *data, const SlMapPlace *places, guint n_places, GError **error);

/* A table of all records of @kind, columns by storage name, values in storage form (sl_data_dup_text()). */
GString *sl_kind_to_csv    (const SlData *data, int kind);

G_END_DECLS
