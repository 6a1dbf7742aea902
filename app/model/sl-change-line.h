/* sl-change-line.h: what a change-set did, line by line: of which record, which field, from what to what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place where a change is put together for readers: the command line and the History page print the same lines,
 * each in its own form. @data is best an SlHistoryData: the records may be gone.
 */
#pragma once

#include "model/sl-change-set.h"

G_BEGIN_DECLS

/* A field of a record, or (@field -1) the record as a whole, made or deleted. */
typedef struct
{
  const SlChange *change; /* borrowed from the change-set */
  int field;
} SlChangeLine;

/* In the order of the change-set, fields in that of their kind. @particulars: a record made or deleted is followed by what
 * stood in it beside its code and title. Returns: (transfer full): of SlChangeLine. */
GArray *sl_change_set_lines   (const SlChangeSet *change_set, gboolean particulars);

/* The field of a line; NULL for a record as a whole. */
const SlField *sl_change_line_field (const SlChangeLine *self);
/* What stood there before (or after): absent where there was no record. Borrows from the change. */
void    sl_change_line_get    (const SlChangeLine *self, gboolean after, SlValue *value);

/* What people call the record: its code ("R-005"); what has none by its owner's and its kind ("R-005 risk_review",
 * translated "R-005 · Risk review"); else its kind. Free with g_free(). */
char   *sl_change_dup_name    (const SlChange *self, const SlData *data, gboolean translated);

/* The record, what it belongs to (a link belongs to both its ends), what those belong to ...: fills @uids, nearest first,
 * and returns how many there are. */
#define SL_SUBJECTS_MAX 16
guint   sl_change_subjects    (const SlChange *self, const SlData *data, SlUid uids[SL_SUBJECTS_MAX]);
/* What @change_set did to the record of the public code @code and to what belongs to it, leaving out the rest.
 * Returns: (transfer full) (nullable): NULL when it did nothing to them. */
SlChangeSet *sl_change_set_about (SlChangeSet *change_set, const SlData *data, const char *code);

G_END_DECLS
