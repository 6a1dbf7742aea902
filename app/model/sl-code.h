/* sl-code.h: public codes of records: R-014, E1, G3-04, CL2.13 (domain.md 2.1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pattern of a kind (SlKind.codes) has one or more alternatives with '|' between. In each, a run of '#' stands for a
 * whole number, written with at least so many digits when we give it, everything else for itself: "R-###", "SP#|E#",
 * "G#-##|G#.#-##". What stands before the last number is the stem; numbers are counted up for each stem and never given
 * twice.
 */
#pragma once

#include "model/sl-data.h"

G_BEGIN_DECLS

/* Room for any stem with its NUL. */
#define SL_CODE_STEM_MAX 32

/* Splits @code, which may be NULL, into stem and last number (1 to 999,999,999). FALSE when it is not of @kind's pattern. */
gboolean sl_code_split (const SlKind *kind, const char *code, char stem[SL_CODE_STEM_MAX], gint64 *number);

/* The code that @record, still without one, is to get in @data: the next number of the stem its kind, and for map nodes
 * their type, gives it; for a gate what its project and number say, and for a criterion the next of its gate. NULL while
 * what decides it is not given yet, and for kinds whose codes are always given. Free with g_free(). */
char    *sl_code_dup_next (const SlData *data, const SlRecord *record);

/* Order of codes as people count: by prefix, then number, then what follows, likewise: R-2, R-10; CL2.4, CL2.13. NULL comes
 * first. */
int      sl_code_compare (const char *a, const char *b);

/* Whether @field decides the code of a new record of @kind. */
gboolean sl_code_depends_on (int kind, guint field);

/* The regular expression of @kind's codes, in the syntax of XML Schema. Free with g_free(). */
char    *sl_code_dup_regex (const SlKind *kind);

G_END_DECLS
