/* sl-matrix-private.h: painting the matrix with ink at hand, for painters that go on with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "charts/sl-ink-private.h"
#include "charts/sl-matrix.h"

G_BEGIN_DECLS

/* Axes and cells. */
void sl_matrix_paint_with      (const SlMatrix *self, const SlMatrixLayout *layout, SlInk *ink, const SlMatrixStyle *style);
/* One cell at @r. */
void sl_matrix_paint_cell_with (const SlMatrix *self, const SlMatrixLayout *layout, int probability, int impact,
                                const SlMatrixRect *r, SlInk *ink, const SlMatrixStyle *style);

G_END_DECLS
