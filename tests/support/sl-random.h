/* sl-random.h: random values, records and acts of every kind, for tests of properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything comes from the GRand given: the same seed makes the same programme. Nothing here knows a kind or a field by
 * name; what rules refuse is refused, and the acts go on.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* Names a record that can be referred to as its kind, or SL_UID_NONE when there is none. */
SlUid    sl_random_record (GRand *rand, const SlData *data, int kind);

/* A value that sl_field_check() accepts; a reference to a random record, absent where there is none. The text, if any,
 * is put into @owned (free with g_free()). */
SlValue  sl_random_value  (GRand *rand, const SlData *data, const SlField *field, char **owned);

/* One random act on the workspace: create, edit, delete, undo or redo. Whether it was accepted. */
gboolean sl_random_act    (GRand *rand, SlWorkspace *workspace);

G_END_DECLS
