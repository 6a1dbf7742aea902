/* sl-handle.h: what people call any record, also one without a code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record with a code is called by it: "R-005". Any other by its parent, its kind and either its key fields or its place
 * among its sisters, counted from 1 in order of making: "M-1/trajectory-version/2", "N1/map-edge/C1",
 * "R-005/risk-assessment/3", "settings/1". Handles with key fields stay what they are; places move when a row before
 * is taken back, so they are for reading and typing, never for storing.
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/* Free with g_free(). */
char           *sl_data_dup_handle (const SlData *self, const SlRecord *record);
/* The same where the handle of what it stands in (NULL: nothing) and its place among its sisters are known already. */
char           *sl_data_dup_handle_in (const SlData *self, const SlRecord *record, const char *above, guint place);

/* The record called @handle, codes in any case, or NULL. Borrowed. */
const SlRecord *sl_data_by_handle  (const SlData *self, const char *handle);

G_END_DECLS
