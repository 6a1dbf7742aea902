/* sl-named-private.h: what a text typed in place names: a record by its code, its name, or both as a suggestion gives them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/* The first of @uids (of SlUid), or of all of @kind, that @text (cleaned) names whole, case and accents aside; SL_UID_NONE:
 * none. */
SlUid sl_find_named_of (const SlData *data, const GArray *uids, const char *text);
SlUid sl_find_named    (const SlData *data, int kind, const char *text);

G_END_DECLS
