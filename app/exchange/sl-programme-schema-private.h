/* sl-programme-schema-private.h: what both descriptions say alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-programme-schema.h"
#include "model/sl-kinds.h"

G_BEGIN_DECLS

/* Whether the field of a record of @kind is written at all: what a record stands in is not. */
gboolean sl_schema_is_written (const SlKind *kind, guint field);
/* Whether it must be there. */
gboolean sl_schema_is_required (const SlField *field);
/* Whether it tells a record from others of its kind that stand where it stands: its key and, for one that stands under the
 * root but belongs to another, that other. */
gboolean sl_schema_tells_apart (const SlKind *kind, guint field);
/* Whether nothing does but the record it stands in, which can have one at most. */
gboolean sl_schema_is_alone (const SlKind *kind);
/* A storage name as XML has it. Free with g_free(). */
char    *sl_schema_dup_name (const char *storage);
/* The least and the greatest value of a number as XML has them. Free both with g_free(). */
void     sl_schema_dup_range (const SlField *field, char **min, char **max);
/* The most characters a text may have. */
gint64   sl_schema_length (const SlField *field);

G_END_DECLS
