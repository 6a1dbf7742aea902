/* sl-data.h: reading a programme's data, wherever it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Implemented by SlProgramme (live, main thread), SlSnapshot (any one thread) and SlTx (what would be after a commit).
 * Records handed out are borrowed: they live at least until the data next changes.
 */
#pragma once

#include "model/sl-kinds.h"

G_BEGIN_DECLS

typedef struct _SlData SlData;

/* Returns FALSE to stop. */
typedef gboolean (*SlRecordFunc) (const SlRecord *record, gpointer data);

typedef struct
{
  const SlRecord *(*lookup) (const SlData *self, SlUid uid);
  const SlRecord *(*by_code) (const SlData *self, const char *code);
  void (*each) (const SlData *self, int kind, SlRecordFunc func, gpointer data);
  void (*children) (const SlData *self, int kind, guint field, SlUid target, SlRecordFunc func, gpointer data);
  gint64 (*last_number) (const SlData *self, const char *stem);
} SlDataInterface;

struct _SlData
{
  const SlDataInterface *interface;
};

/* The record of that uid, or NULL. */
const SlRecord *sl_data_lookup   (const SlData *self, SlUid uid);
/* The record of that public code, of whatever kind, or NULL. */
const SlRecord *sl_data_by_code  (const SlData *self, const char *code);
/* Every record of a kind, in order of making (uid). */
void            sl_data_each     (const SlData *self, int kind, SlRecordFunc func, gpointer data);
/* Every record of @kind whose reference @field points to @target, in order of making. */
void            sl_data_children (const SlData *self, int kind, guint field, SlUid target, SlRecordFunc func, gpointer data);
guint           sl_data_count    (const SlData *self, int kind);
/* Highest number ever given in a code of that stem ("R-", "SP", "G3-"), deleted ones included; 0 when none. */
gint64          sl_data_last_number (const SlData *self, const char *stem);

/* The one programme record, or NULL in an empty file. */
const SlProgrammeInfo *sl_data_programme (const SlData *self);
/* The settings in force: what the programme record points to; NULL in an empty file. */
const SlSettings      *sl_data_settings  (const SlData *self);

/* What names a record to people ("Programme Sample", "R-005"): title or code. "" when it is not there. Borrowed. */
const char *sl_data_name (const SlData *self, SlUid uid);

/* Text of a value in storage form: token, ISO date, handle (sl-handle.h) of the record referred to, exact decimals (money in major
 * units), "true"/"false"; "" for an absent value. Independent of the locale. Free with g_free(). */
char *sl_data_dup_text    (const SlData *self, const SlField *field, const SlValue *value);
/* The same for the screen, translated: labels, names, "4 Aug 2026", "£95,000.00", "Yes"/"No". */
char *sl_data_dup_display (const SlData *self, const SlField *field, const SlValue *value);

/* Reads what a person (or a spreadsheet) wrote into a value of @field: storage form or display form; references by
 * handle, or by a name that is unique among the records of that kind, whole or by its beginning. @text empty gives an
 * absent value. The value's text, if any, is put into @owned (free with g_free()).
 * Fails with SL_ERROR_VALUE, saying what was expected; sl_field_check() has been passed when it succeeds. */
gboolean sl_data_parse (const SlData *self, const SlField *field, const char *text, SlDate today, SlValue *value,
                        char **owned, GError **error);

/* What formulas and rules see: data, the effective day, the settings in force (never NULL for a file in use). */
typedef struct
{
  const SlData *data;
  SlDate as_of;
  const SlSettings *settings;
} SlView;

G_END_DECLS
