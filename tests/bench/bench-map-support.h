/* bench-map-support.h: a large benefit map as one would be drawn: most links go to what is near, few cross the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "support/sl-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  SlFixture base;
  GArray *nodes; /* of SlUid, column by column from the money on */
  GArray *links; /* of SlUid */
} BenchMap;

/* @n nodes in six columns and @per_node links for each; of them @stray, 0 to 1, go anywhere. The same every time. */
void bench_map_init  (BenchMap *self, guint n, double per_node, double stray);
void bench_map_clear (BenchMap *self);

G_END_DECLS
