/* sl-duplicate.h: a record made in the likeness of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Makes a record with the fields of @uid and a new code. What the first one has been through does not come along: a copy
 * of a risk is a draft, neither accepted, escalated, occurred nor closed, and its current figures are the acting person's
 * own judgement of the acting day (domain.md 2.1), if there are any. @view must read through @tx. Returns: the new uid, or
 * SL_UID_NONE: SL_ERROR_NOT_FOUND when there is no such record, SL_ERROR_REFUSED when figures are to be copied and nobody
 * acts. */
SlUid sl_tx_duplicate (SlTx *tx, const SlView *view, const SlActContext *context, SlUid uid, GError **error);

/* Gives @to the fields of @from, a record of its kind, but for the code and what @from has been through. */
gboolean sl_tx_copy_fields (SlTx *tx, const SlRecord *from, SlUid to, GError **error);

G_END_DECLS
