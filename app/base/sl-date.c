/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sl-date.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Days from civil date after Howard Hinnant's published derivation: years start in March so that the leap day is last. */
static SlDate
days_from_civil (int y, int m, int d)
{
  int era, yoe, doy, doe;

  y -= m <= 2;
  era = (y >= 0 ? y : y - 399) / 400;
  yoe = y - era * 400;
  doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

void
sl_date_to_ymd (SlDate date, int *y, int *m, int *d)
{
  int z = date + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;

  *d = doy - (153 * mp + 2) / 5 + 1;
  *m = mp + (mp < 10 ? 3 : -9);
  *y = yoe + era * 400 + (*m <= 2);
}

SlDate
sl_date_from_ymd (int y, int m, int d)
{
  SlDate date;
  int y2, m2, d2;

  if (y < 1900 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31)
    return SL_DATE_NONE;
  date = days_from_civil (y, m, d);
  sl_date_to_ymd (date, &y2, &m2, &d2);
  return y == y2 && m == m2 && d == d2 ? date : SL_DATE_NONE;
}

SlDate
sl_date_today (void)
{
  /* Asked for with every derived value, and finding the local zone looks at the disk: once a second is enough. */
  static _Thread_local gint64 asked = -1;
  static _Thread_local SlDate today;
  const char *fixed = g_getenv ("SIGHTLINE_TODAY");
  gint64 second = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) now = NULL;

  if (fixed != NULL && sl_date_from_iso (fixed) != SL_DATE_NONE)
    return sl_date_from_iso (fixed);
  if (second == asked)
    return today;
  now = g_date_time_new_now_local ();
  today = sl_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  asked = second;
  return today;
}

static int
digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }
  return value;
}

SlDate
sl_date_from_iso (const char *text)
{
  int y, m, d;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return SL_DATE_NONE;
  y = digits (text, 4);
  m = digits (text + 5, 2);
  d = digits (text + 8, 2);
  return y < 0 || m < 0 || d < 0 ? SL_DATE_NONE : sl_date_from_ymd (y, m, d);
}

char *
sl_date_to_iso (SlDate date, char buffer[11])
{
  int y, m, d;

  buffer[0] = '\0';
  if (date == SL_DATE_NONE)
    return buffer;
  sl_date_to_ymd (date, &y, &m, &d);
  /* By hand: this runs for every date of a large export, and the locale must not speak. */
  for (int i = 3; i >= 0; i--, y /= 10)
    buffer[i] = (char) ('0' + y % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + m / 10);
  buffer[6] = (char) ('0' + m % 10);
  buffer[8] = (char) ('0' + d / 10);
  buffer[9] = (char) ('0' + d % 10);
  buffer[10] = '\0';
  return buffer;
}

int
sl_date_weekday (SlDate date)
{
  return (int) ((((gint64) date + 3) % 7 + 7) % 7) + 1; /* 1970-01-01 was a Thursday */
}

static const char *const months[] = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
                                      N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };

char *
sl_date_dup_display (SlDate date)
{
  int y, m, d;

  if (date == SL_DATE_NONE)
    return g_strdup ("");
  sl_date_to_ymd (date, &y, &m, &d);
  /* TRANSLATORS: a day on the screen: day, short month name, year. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), d, g_dgettext (GETTEXT_PACKAGE, months[m - 1]), y);
}

char *
sl_date_dup_english (SlDate date)
{
  int y, m, d;

  if (date == SL_DATE_NONE)
    return g_strdup ("");
  sl_date_to_ymd (date, &y, &m, &d);
  return g_strdup_printf ("%d %s %d", d, months[m - 1], y);
}

/* NULL for what no calendar holds: a damaged file may name any number. */
static GDateTime *
local_time (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

SlDate
sl_date_of_time (gint64 at)
{
  g_autoptr (GDateTime) time = local_time (at);

  return time != NULL ? sl_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                          g_date_time_get_day_of_month (time))
                      : SL_DATE_NONE;
}

char *
sl_time_dup_clock (gint64 at)
{
  g_autoptr (GDateTime) time = local_time (at);

  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}

char *
sl_time_dup_display (gint64 at, gboolean seconds)
{
  g_autoptr (GDateTime) time = local_time (at);
  g_autofree char *day = sl_date_dup_display (sl_date_of_time (at));
  g_autofree char *clock = time != NULL ? g_date_time_format (time, seconds ? "%H:%M:%S" : "%H:%M") : g_strdup ("");

  /* TRANSLATORS: {1} is a day such as "4 Aug 2026", {2} a time such as "14:32". */
  return sl_text_compose (_ ("{1}, {2}"), (const char *const[]){ day, clock, NULL });
}

/* A beginning of an English month name, three letters at least, or the translated short name. */
static int
month_by_name (const char *word)
{
  static const char *const full[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (folded, -1) < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *local = g_utf8_casefold (g_dgettext (GETTEXT_PACKAGE, months[i]), -1);

      if (g_str_has_prefix (full[i], folded) || strcmp (local, folded) == 0)
        return i + 1;
    }
  return 0;
}

static gboolean
whole_number (const char *word, int *value)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (word, 10, 0, 9999, &n, NULL))
    return FALSE;
  *value = (int) n;
  return TRUE;
}

static SlDate
parse_words (char **words, guint n, SlDate today)
{
  int y, m, d, unused;

  sl_date_to_ymd (today, &y, &unused, &unused);
  if (n < 2 || n > 3 || !whole_number (words[0], &d))
    return SL_DATE_NONE;
  if (!whole_number (words[1], &m))
    m = month_by_name (words[1]);
  if (n == 3 && !whole_number (words[2], &y))
    return SL_DATE_NONE;
  if (n == 3 && y < 100 && strlen (words[2]) == 2)
    y += 2000;
  return sl_date_from_ymd (y, m, d);
}

gboolean
sl_date_parse (const char *text, SlDate today, SlDate *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_auto (GStrv) words = NULL;
  gint64 offset;

  *date = SL_DATE_NONE;
  if (*trimmed == '\0')
    return TRUE;
  if ((*date = sl_date_from_iso (trimmed)) != SL_DATE_NONE)
    return TRUE;
  if (g_ascii_strcasecmp (trimmed, "today") == 0 || g_utf8_collate (trimmed, _ ("today")) == 0)
    {
      *date = today;
      return TRUE;
    }
  if (*trimmed == '+' && g_ascii_isdigit (trimmed[1]) && g_ascii_string_to_signed (trimmed + 1, 10, 0, 36500, &offset, NULL))
    {
      *date = today + (SlDate) offset;
      return *date <= SL_DATE_MAX;
    }
  g_strdelimit (trimmed, "/. ,", ' ');
  words = g_strsplit_set (trimmed, " ", -1);
  {
    guint n = 0;

    for (guint i = 0; words[i] != NULL; i++)
      {
        if (*words[i] == '\0')
          g_free (words[i]);
        else
          words[n++] = words[i];
      }
    words[n] = NULL;
    *date = parse_words (words, n, today);
  }
  return *date != SL_DATE_NONE;
}
