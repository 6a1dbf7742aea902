/* sl-dataset-private.h: records with their indexes: what SlProgramme and SlSnapshot stand on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Indexes by code and by reference are built when first asked for, so that loading pays only for what is used.
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

typedef struct
{
  SlData data;
  SlUidMap *by_uid;             /* owns the records */
  GPtrArray *kinds[SL_N_KINDS]; /* borrowed, in order of uid */
  GHashTable *by_code;          /* text in the record -> record; NULL until asked for */
  SlUidMap *refs[SL_N_KINDS][SL_FIELDS_MAX]; /* target uid -> SlUidList; NULL until asked for */
  GHashTable *last_numbers;     /* stem of codes -> gint64: highest number ever given */
} SlDataset;

SlDataset *sl_dataset_new     (void);
void       sl_dataset_free    (SlDataset *self);
/* The same records and numbers, referenced anew; without the indexes that are made when asked for. */
SlDataset *sl_dataset_copy    (const SlDataset *self);
/* Takes @record; replaces one of the same uid. */
void       sl_dataset_put     (SlDataset *self, SlRecord *record);
void       sl_dataset_remove  (SlDataset *self, SlUid uid);
/* Raises the highest number given in codes of @stem to @number. */
void       sl_dataset_count_code (SlDataset *self, const char *stem, gint64 number);
/* Position among its kind, or where it would stand; *found tells which. */
guint      sl_dataset_find    (const SlDataset *self, int kind, SlUid uid, gboolean *found);

G_END_DECLS
