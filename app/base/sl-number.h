/* sl-number.h: exact decimals and money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money is a count of minor units (pence) in gint64; a measure's value is a count of ten-thousandths in gint64.
 * Nothing here ever goes through floating point or the locale.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 SlMoney;
typedef gint64 SlDecimal;

#define SL_MONEY_NONE G_MININT64
#define SL_DECIMAL_NONE G_MININT64
#define SL_DECIMAL_SCALE 10000
#define SL_NUMBER_MAX G_GINT64_CONSTANT (900000000000000000) /* both types, and its negative */
#define SL_NUMBER_SIZE 32 /* room for one as text */

/* Minor-unit digits of an ISO 4217 code: 2 for most, 0 for JPY, KRW, ISK ..., 3 for BHD, KWD ...; 2 when unknown. */
int      sl_money_digits (const char *currency);

/* Parses "-1234.50" into units of 10^-@digits. Accepts spaces, thin spaces and commas as group separators, a leading
 * currency sign, and k or m behind ("95k"). More decimals than @digits are refused, as are nan, inf, hex and exponents. */
gboolean sl_number_parse (const char *text, int digits, gint64 *value);

/* Exact text with '.' and at least @min_digits decimals: 1234.50. No grouping. Free with g_free(). */
char    *sl_number_dup   (gint64 value, int digits, int min_digits);
/* The same without an allocation: returns where in @buffer it begins. @digits at most 9. */
char    *sl_number_write (gint64 value, int digits, int min_digits, char buffer[SL_NUMBER_SIZE]);

/* @percent of @money, rounded to whole minor units, half away from zero (domain.md 2.1). SL_MONEY_NONE when either is
 * absent. @percent within 0 to 100. */
SlMoney  sl_money_percent   (SlMoney money, SlDecimal percent);
/* Sum that counts an absent amount as nothing and stops at the greatest amount there is. */
SlMoney  sl_money_add       (SlMoney a, SlMoney b);

/* For the screen: "£235k", "£1.2m", "£950"; the sign for GBP, EUR, USD, else the code and a space. */
char    *sl_money_dup_short (SlMoney money, const char *currency);
/* For the screen, exact: "£235,000.00". */
char    *sl_money_dup_exact (SlMoney money, const char *currency);

G_END_DECLS
