/* sl-map-import-plan.h: what taking cards and links into the map would do, line for line; and then doing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Out of GraphML or a table (exchange/sl-map-import.h); all of it or nothing.
 */
#pragma once

#include "ui/models/sl-plan.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_IMPORT_PLAN (sl_map_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (SlMapImportPlan, sl_map_import_plan, SL, MAP_IMPORT_PLAN, SlPlan)

/* Begins at once. @name: what messages call it. @kind: -1: GraphML; SL_KIND_MAP_NODE, SL_KIND_MAP_EDGE: such a table. Holds
 * references. */
SlMapImportPlan *sl_map_import_plan_new (SlWorkspace *workspace, GBytes *document, const char *name, int kind);

G_END_DECLS
