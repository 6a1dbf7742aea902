/* sl-heights-private.h: what placing anew and keeping share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/sl-layers-private.h"

G_BEGIN_DECLS

/* Isotonic regression: the non-decreasing numbers nearest to @want, by least weighted squares, put into @want.
 * @weight and @count are working space of @n. */
void sl_pool (int n, double *want, double *weight, int *count);

/* Makes nearly level edges level where there is room between @top and @bottom (sl-level.c). */
void sl_heights_level (SlLayers *layers, double top, double bottom);

G_END_DECLS
