/* sl-derived-private.h: memoised derived values, and who depends on what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-map-status.h"
#include "model/sl-change-set.h"

G_BEGIN_DECLS

typedef struct _SlDerived SlDerived;

SlDerived *sl_derived_new   (void);
void       sl_derived_free  (SlDerived *self);

/* Forgets everything: settings, as-of date, reset. */
void       sl_derived_clear (SlDerived *self);

/* Forgets what @change_set touches, after it was applied. Collects the risks concerned in @risks (of SlUid); returns FALSE
 * when it concerns all of them. The one place that knows who depends on what. */
gboolean   sl_derived_invalidate (SlDerived *self, const SlData *data, const SlChangeSet *change_set, GArray *risks);

/* Borrowed until forgotten; NULL when @risk is no risk. */
const SlRiskStatus *sl_derived_risk (SlDerived *self, const SlView *view, SlUid risk);
/* The whole benefit map; after an edit only what that bears on is judged anew. Borrowed until forgotten. */
const SlMapStatus *sl_derived_map (SlDerived *self, const SlView *view);
/* How many risks and nodes of the map were judged. */
guint      sl_derived_count (SlDerived *self);

G_END_DECLS
