/* sl-person-acts.h: what can be done with a person: leaving, and coming back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-row-acts.h"

G_BEGIN_DECLS

/* row.leave, row.come-back. */
extern const SlRowAct sl_person_acts[];

G_END_DECLS
