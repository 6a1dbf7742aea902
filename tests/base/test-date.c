/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-date.h"

static void
test_every_day (void)
{
  int y, m, d, weekday = sl_date_weekday (SL_DATE_MIN);

  g_assert_cmpint (sl_date_from_ymd (1900, 1, 1), ==, SL_DATE_MIN);
  g_assert_cmpint (sl_date_from_ymd (2999, 12, 31), ==, SL_DATE_MAX);
  g_assert_cmpint (sl_date_weekday (sl_date_from_ymd (2026, 7, 31)), ==, 5);
  for (SlDate day = SL_DATE_MIN; day <= SL_DATE_MAX; day++)
    {
      char iso[11];

      sl_date_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (sl_date_from_ymd (y, m, d), ==, day);
      g_assert_cmpint (sl_date_from_iso (sl_date_to_iso (day, iso)), ==, day);
      g_assert_cmpint (sl_date_weekday (day), ==, weekday);
      weekday = weekday % 7 + 1;
    }
}

static void
test_iso (void)
{
  static const char *const bad[] = { "",           "2026-7-31",   "2026-02-30", "2026-13-01", "26-07-31",  "2026/07/31",
                                     "2026-07-31 ", " 2026-07-31", "20260731",   "1899-12-31", "3000-01-01" };
  char iso[11];

  g_assert_cmpint (sl_date_from_iso ("2024-02-29"), !=, SL_DATE_NONE);
  g_assert_cmpint (sl_date_from_iso (NULL), ==, SL_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (sl_date_from_iso (bad[i]), ==, SL_DATE_NONE);
  g_assert_cmpstr (sl_date_to_iso (SL_DATE_NONE, iso), ==, "");
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text, *iso;
  } cases[] = {
    { "2026-08-04", "2026-08-04" }, { "4 Aug 2026", "2026-08-04" },  { "4 august 2026", "2026-08-04" },
    { " 4 AUG ", "2026-08-04" },    { "4/8/2026", "2026-08-04" },    { "04.08.2026", "2026-08-04" },
    { "4/8/26", "2026-08-04" },     { "today", "2026-07-31" },       { "+14", "2026-08-14" },
    { "29 feb 2028", "2028-02-29" }, { "4 8", "2026-08-04" },
  };
  static const char *const bad[] = { "soon", "31/2/2026", "4 Au", "4 Smarch 2026", "4", "2026-08", "++3", "1 2 3 4", "4/8/20266" };
  SlDate today = sl_date_from_iso ("2026-07-31"), date;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char iso[11];

      g_assert_true (sl_date_parse (cases[i].text, today, &date));
      g_assert_cmpstr (sl_date_to_iso (date, iso), ==, cases[i].iso);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sl_date_parse (bad[i], today, &date));
  g_assert_true (sl_date_parse ("  ", today, &date));
  g_assert_cmpint (date, ==, SL_DATE_NONE);
}

static void
test_display_reads_back (void)
{
  for (SlDate day = sl_date_from_iso ("2026-01-01"); day < sl_date_from_iso ("2027-01-01"); day++)
    {
      g_autofree char *shown = sl_date_dup_display (day);
      SlDate back;

      g_assert_true (sl_date_parse (shown, day, &back));
      g_assert_cmpint (back, ==, day);
    }
}

/* A moment is told where the reader is; one that no calendar holds, as a damaged file may name, is told without a day. */
static void
test_moments (void)
{
  gint64 at = G_GINT64_CONSTANT (1785529927) * 1000; /* 2026-07-31 20:32:07 UTC */
  g_autofree char *clock = NULL, *shown = NULL, *whole = NULL, *none = NULL;

  g_assert_cmpint (sl_date_of_time (at), ==, sl_date_from_iso ("2026-07-31"));
  clock = sl_time_dup_clock (at);
  g_assert_cmpstr (clock, ==, "20:32");
  shown = sl_time_dup_display (at, FALSE);
  g_assert_cmpstr (shown, ==, "31 Jul 2026, 20:32");
  whole = sl_time_dup_display (at, TRUE);
  g_assert_cmpstr (whole, ==, "31 Jul 2026, 20:32:07");
  g_assert_cmpint (sl_date_of_time (G_MAXINT64), ==, SL_DATE_NONE);
  none = sl_time_dup_clock (G_MAXINT64);
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/typed", test_typed);
  g_test_add_func ("/date/display-reads-back", test_display_reads_back);
  g_test_add_func ("/date/moments", test_moments);
  return g_test_run ();
}
