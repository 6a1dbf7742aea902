/* sl-person-filters.h: the ways the register of people is narrowed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-row-filter.h"

G_BEGIN_DECLS

/* Ended by an entry without id. */
extern const SlRowFilter sl_person_filters[];

G_END_DECLS
