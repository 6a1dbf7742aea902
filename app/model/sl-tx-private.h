/* sl-tx-private.h: the overlay, shared with its structural checks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-tx.h"

G_BEGIN_DECLS

/* One touched record: as it stands in the base, and as it would stand. */
typedef struct
{
  int kind;
  SlUid uid;
  SlRecord *before;
  SlRecord *now;
  gboolean counted; /* its code was given by counting, and follows its fields until it is committed */
} SlTxEntry;

struct _SlTx
{
  SlData data;
  const SlData *base;
  SlVerb verb;
  SlUidMap *entries;  /* uid -> SlTxEntry, owned */
  GPtrArray *order;   /* of SlTxEntry, in order of first touch */
  GPtrArray *by_kind[SL_N_KINDS]; /* of SlTxEntry, in order of uid; NULL until the kind is touched */
  SlUidMap *refs[SL_N_KINDS][SL_FIELDS_MAX]; /* of the overlay's own records; NULL until asked for */
  GHashTable *codes;  /* code -> SlTxEntry that holds it now */
  GHashTable *last_numbers; /* stem -> gint64: highest number given in this transaction */
};

G_END_DECLS
