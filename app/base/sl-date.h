/* sl-date.h: calendar days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date is a count of days since 1970-01-01 (proleptic Gregorian), without zone or time of day. Files and exports hold
 * ISO 8601 days (YYYY-MM-DD), years 1900 to 2999.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 SlDate;

#define SL_DATE_NONE G_MININT32
#define SL_DATE_MIN (-25567)  /* 1900-01-01 */
#define SL_DATE_MAX 376199    /* 2999-12-31 */

/* The day of year @y, month 1-12, day 1-31; SL_DATE_NONE when there is no such day between 1900 and 2999. */
SlDate   sl_date_from_ymd   (int y, int m, int d);
void     sl_date_to_ymd     (SlDate date, int *y, int *m, int *d);
/* Today in the local zone; the variable SIGHTLINE_TODAY=YYYY-MM-DD takes its place in tests. */
SlDate   sl_date_today      (void);
/* Strict YYYY-MM-DD, whole string; SL_DATE_NONE otherwise. Locale-independent. */
SlDate   sl_date_from_iso   (const char *text);
/* Writes YYYY-MM-DD and a NUL into @buffer (11 bytes); returns @buffer. "" for SL_DATE_NONE. */
char    *sl_date_to_iso     (SlDate date, char buffer[11]);
/* What people type: ISO, "4 Aug 2026", "4 August 2026", "4 Aug" (this year), "4/8/2026", "04.08.2026" (day first),
 * "today", "+14" (days from @today). Returns FALSE when it is no date; an empty text gives TRUE and SL_DATE_NONE. */
gboolean sl_date_parse      (const char *text, SlDate today, SlDate *date);
/* For the screen: "4 Aug 2026", month name from gettext; "" for none. */
char    *sl_date_dup_display (SlDate date);
/* The same for exports, in British English whatever the environment: "4 Aug 2026". */
char    *sl_date_dup_english (SlDate date);
/* The local day on which a moment of the real clock fell (milliseconds since 1970-01-01 UTC). */
SlDate   sl_date_of_time    (gint64 at);
/* A moment for the screen, local: "4 Aug 2026, 14:32"; with @seconds "4 Aug 2026, 14:32:07". */
char    *sl_time_dup_display (gint64 at, gboolean seconds);
/* Its time of day alone: "14:32". */
char    *sl_time_dup_clock  (gint64 at);
/* 1 Monday ... 7 Sunday. */
int      sl_date_weekday    (SlDate date);

G_END_DECLS
