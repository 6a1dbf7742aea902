/* sl-heat-map-private.h: what the heat map's painters and its words share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-heat-map.h"

G_BEGIN_DECLS

struct _SlHeatMap
{
  SlHeat *heat;
  SlMatrix *matrix;
  char *currency;
  SlDate day;
  gboolean translated;
};

/* "2 in breach", or NULL. Free with g_free(). */
char *sl_heat_map_dup_breach (const SlHeatMap *self, int probability, int impact);

G_END_DECLS
