/* sl-compare.h: what is different between two programmes, or between two times of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/**
 * SlCompareBy:
 * @SL_COMPARE_BY_UID: the same file at two times: a record is the same whatever its code
 * @SL_COMPARE_BY_CODE: two files: a record is the same when its code is; one without a code when it stands in the same
 *   record and its key fields are equal, or, where its kind has none, when all its fields are (in order of making). There
 *   is one programme in each, whatever its code
 */
typedef enum
{
  SL_COMPARE_BY_UID,
  SL_COMPARE_BY_CODE,
} SlCompareBy;

typedef struct
{
  int kind;
  char *name;      /* its handle (sl-handle.h), in the second where it is there */
  SlRecord *one;   /* NULL: only in the second */
  SlRecord *other; /* NULL: only in the first */
  guint64 mask;    /* fields that differ, as bits; 0 where it is only in one */
  gboolean nested; /* only in one, and so is what it stands in */
  SlUid place;     /* only in the second, not @nested, and standing in a record: the first's uid of that */
} SlDifference;

/* All differences, in order of kinds and then of names, counted as people do. Returns: (transfer full): of SlDifference,
 * freeing what they hold. Takes memory for the differences and for the largest family of records without codes. */
GPtrArray *sl_compare (const SlData *one, const SlData *other, SlCompareBy by);

/* The record of @other that is the same, by code or, for settings, by version, as the one of @uid in @data, which has
 * either; NULL when there is none. Borrowed. */
const SlRecord *sl_compare_counterpart (const SlData *data, SlUid uid, const SlData *other);

G_END_DECLS
