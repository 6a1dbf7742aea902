/* sl-preview-private.h: what belongs to a first screen, for every store alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-kinds.h"

G_BEGIN_DECLS

/* Whether all records of @kind are loaded for a first screen, whichever it is. */
gboolean sl_preview_is_whole (int kind);
/* Whether records of @kind belong to one of @parent (SL_FIELD_PARENT) and are not loaded whole. */
gboolean sl_preview_is_child (int kind, int parent);
/* Order of codes as people count: R-9 before R-10 before R-100; records without a code last, by uid. */
int      sl_preview_compare  (const SlRecord *a, const SlRecord *b);

G_END_DECLS
