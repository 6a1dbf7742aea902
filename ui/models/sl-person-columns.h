/* sl-person-columns.h: the columns of the people: their fields, and how much each answers for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-person-status.h"
#include "ui/models/sl-column.h"

G_BEGIN_DECLS

/* In the order and with the columns of a first look. Returns: (transfer full): see sl_columns_for_kind(). */
GPtrArray *sl_person_columns (void);

/* "5 gaps", "12 soon": what of a person's is without an owner now or will be soon; NULL when nothing is. Free with
 * g_free(). */
char      *sl_person_dup_gaps (const SlPersonStatus *status);

G_END_DECLS
