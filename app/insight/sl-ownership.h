/* sl-ownership.h: who answers for what, and for which records somebody has to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view. Which fields name an owner is said once, in the field tables (SL_FIELD_OWNER); INV-2 and the
 * People page read it here.
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/* One field by which a record names its owner. */
typedef struct
{
  int kind;
  SlUid uid;
  guint field;
} SlOwned;

/* Whether anybody still has to answer for @record on the as-of day: a risk until it is closed; an action until it is done
 * or cancelled; an issue until it is resolved; an escalation until it is decided, returned or withdrawn; a map node until
 * it is dropped; a benefit until it is closed or withdrawn, or its node dropped; a measure while its node or a benefit it
 * serves is alive; a realisation step until it is done or cancelled; a project until it is retired, stopped or closed; a
 * gate until it is passed; a condition while it is open; an engagement until its day has passed; a person while active.
 * Other records live as long as what they belong to, and those that belong to nothing always. */
gboolean sl_record_is_live (const SlView *view, const SlRecord *record);

/* Whether fields of @kind name owners. */
gboolean sl_kind_has_owner (int kind);
/* Whether records of @kind decide if others are alive: a dropped node takes its benefits along, a closed project its
 * gates. When one of them changes, people may own less or more who are not named in it. */
gboolean sl_kind_bears_on_ownership (int kind);

/* The field that says how far a record of @kind is, or -1 where nothing does. */
int      sl_kind_state     (int kind);
/* The day on which the owner of @record has to have done something about it: the next review of a risk, the due day of
 * what is done by a day, the day of a gate or an engagement, the day a node or a target is expected. SL_DATE_NONE: none. */
SlDate   sl_record_due     (const SlView *view, const SlRecord *record);

/* What @person answers for: live records only, by kind, then in order of making. Returns: (transfer full): of SlOwned; a
 * record appears once for each of its fields that names @person. */
GArray  *sl_ownership_of   (const SlView *view, SlUid person);

G_END_DECLS
