/* sl-enum.h: tables of tokens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An enumeration is stored and exported by token, held in memory by number (1 = first entry, 0 = none) and shown by
 * label. Adding an entry at the end changes no stored file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *token; /* storage name: lower case, underscores */
  const char *label; /* for people, marked with N_() */
} SlEnumEntry;

typedef struct
{
  const char *name;
  const SlEnumEntry *entries;
  guint n_entries;
} SlEnum;

/* The number of @token, or 0. */
int         sl_enum_from_token (const SlEnum *self, const char *token);
/* The number of what a person typed: token, English or translated label, in any case, or a unique beginning of one; or 0. */
int         sl_enum_parse      (const SlEnum *self, const char *text);
/* Borrowed; NULL for 0 or an unknown number. */
const char *sl_enum_token      (const SlEnum *self, int value);
/* Borrowed and untranslated (translate with g_dgettext()); "" for 0. */
const char *sl_enum_label      (const SlEnum *self, int value);

G_END_DECLS
