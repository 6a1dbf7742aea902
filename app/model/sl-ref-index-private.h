/* sl-ref-index-private.h: who refers to a record through one field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sl-uid.h"

G_BEGIN_DECLS

/* The referring records of one target, in order of uid. */
typedef struct
{
  guint n, size;
  SlUid uids[];
} SlUidList;

/* target uid -> SlUidList */
SlUidMap *sl_ref_index_new    (void);
void      sl_ref_index_add    (SlUidMap *map, SlUid target, SlUid uid);
/* Absent ones are passed over. */
void      sl_ref_index_remove (SlUidMap *map, SlUid target, SlUid uid);

G_END_DECLS
