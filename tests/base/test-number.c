/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-number.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int digits;
    gint64 value;
  } cases[] = {
    { "0", 2, 0 },           { "1234.50", 2, 123450 },   { "-1,234.5", 2, -123450 }, { "£95k", 2, 9500000 },
    { "1.2m", 2, 120000000 }, { " 12 ", 0, 12 },          { "3.0", 0, 3 },            { "0.0001", 4, 1 },
    { ".5", 2, 50 },         { "1 000", 2, 100000 },     { "+7", 0, 7 },             { "1\xC2\xA0" "000", 0, 1000 },
    { "0.125k", 0, 125 },
  };
  static const char *const bad[] = { "", "-", ".", "1.234", "nan", "inf", "0x1A", "1e5", "12a", "1.2.3", "k",
                                     "99999999999999999999", "--1", "1-" };
  gint64 value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sl_number_parse (cases[i].text, cases[i].digits, &value));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sl_number_parse (bad[i], 2, &value));
  g_assert_false (sl_number_parse ("1.5", 0, &value));
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 value = ((gint64) g_rand_int (rand) << 27 ^ g_rand_int (rand)) % SL_NUMBER_MAX * (i % 2 ? 1 : -1);
      int digits = (int) (i % 5);
      g_autofree char *text = sl_number_dup (value, digits, (int) (i % 3));
      gint64 back;

      g_assert_true (sl_number_parse (text, digits, &back));
      g_assert_cmpint (back, ==, value);
    }
}

static void
check_short (gint64 money, const char *expected)
{
  g_autofree char *text = sl_money_dup_short (money, "GBP");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_shown (void)
{
  g_autofree char *exact = sl_money_dup_exact (123456789, "GBP");
  g_autofree char *yen = sl_money_dup_exact (-1234567, "JPY");
  g_autofree char *none = sl_money_dup_exact (SL_MONEY_NONE, "GBP");

  g_assert_cmpstr (exact, ==, "£1,234,567.89");
  g_assert_cmpstr (yen, ==, "-JPY 1,234,567");
  g_assert_cmpstr (none, ==, "");
  check_short (23500000, "£235k");
  check_short (6175000, "£61.8k"); /* half away from zero */
  check_short (-6175000, "-£61.8k");
  check_short (95049, "£950");
  check_short (95050, "£951");
  check_short (120000000, "£1.2m");
  check_short (99999999, "£1m");
  check_short (0, "£0");
}

/* Half away from zero, exact to the last unit of the greatest amount. */
static void
test_percent (void)
{
  g_assert_cmpint (sl_money_percent (9500000, 65 * SL_DECIMAL_SCALE), ==, 6175000);
  g_assert_cmpint (sl_money_percent (1, 50 * SL_DECIMAL_SCALE), ==, 1);
  g_assert_cmpint (sl_money_percent (-1, 50 * SL_DECIMAL_SCALE), ==, -1);
  g_assert_cmpint (sl_money_percent (1, 499999), ==, 0);
  g_assert_cmpint (sl_money_percent (0, 65 * SL_DECIMAL_SCALE), ==, 0);
  g_assert_cmpint (sl_money_percent (SL_NUMBER_MAX, 100 * SL_DECIMAL_SCALE), ==, SL_NUMBER_MAX);
  g_assert_cmpint (sl_money_percent (SL_NUMBER_MAX - 1, 333333), ==, G_GINT64_CONSTANT (299999700000000000));
  g_assert_cmpint (sl_money_percent (SL_MONEY_NONE, SL_DECIMAL_SCALE), ==, SL_MONEY_NONE);
  g_assert_cmpint (sl_money_percent (100, SL_DECIMAL_NONE), ==, SL_MONEY_NONE);
}

static void
test_add (void)
{
  g_assert_cmpint (sl_money_add (2, 3), ==, 5);
  g_assert_cmpint (sl_money_add (SL_MONEY_NONE, 3), ==, 3);
  g_assert_cmpint (sl_money_add (SL_MONEY_NONE, SL_MONEY_NONE), ==, 0);
  g_assert_cmpint (sl_money_add (SL_NUMBER_MAX, SL_NUMBER_MAX), ==, SL_NUMBER_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/shown", test_shown);
  g_test_add_func ("/number/percent", test_percent);
  g_test_add_func ("/number/add", test_add);
  return g_test_run ();
}
