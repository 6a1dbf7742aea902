/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-enum.h"
#include "base/sl-error.h"
#include "base/sl-text.h"

#include <gio/gio.h>
#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    gboolean single;
    const char *clean;
  } cases[] = {
    { "  plain ", TRUE, "plain" },
    { "a\r\nb\rc", FALSE, "a\nb\nc" },
    { "a\r\nb\tc", TRUE, "a b c" },
    { "bell\a and \x1b[31m", TRUE, "bell and [31m" },
    { "\xEF\xBF\xBE" "x\xEF\xBF\xBF", TRUE, "x" },
    { "cafe\xCC\x81", TRUE, "caf\xC3\xA9" },
    { "bad \xFF byte", TRUE, "bad \xEF\xBF\xBD byte" },
    { " \n\t ", FALSE, NULL },
    { "", TRUE, NULL },
    { NULL, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = sl_text_clean (cases[i].text, cases[i].single);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      if (clean != NULL)
        g_assert_true (sl_text_is_clean (clean, strlen (clean)));
    }
  g_assert_false (sl_text_is_clean ("a\0b", 3));
  g_assert_false (sl_text_is_clean ("\xC3", 1));
  g_assert_false (sl_text_is_clean ("\xEF\xBF\xBE", 3));
  g_assert_true (sl_text_is_clean ("R&D <b>\n\xF0\x9F\x92\xA1", 12));
}

/* Whatever bytes come in, what is kept is clean and stays as it is when cleaned again. */
static void
test_clean_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      char bytes[24] = { 0 };
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (guint k = 0; k < (guint) g_rand_int_range (rand, 0, 23); k++)
        bytes[k] = (char) g_rand_int_range (rand, 1, 256);
      once = sl_text_clean (bytes, i % 2);
      twice = sl_text_clean (once, i % 2);
      g_assert_cmpstr (once, ==, twice);
      if (once != NULL)
        g_assert_true (sl_text_is_clean (once, strlen (once)));
    }
}

static void
test_fold (void)
{
  g_autofree char *a = sl_text_fold ("Élan VITAL");
  g_autofree char *b = sl_text_fold (NULL);
  g_autofree char *c = sl_text_fold ("Straße");

  g_assert_cmpstr (a, ==, "elan vital");
  g_assert_cmpstr (b, ==, "");
  g_assert_cmpstr (c, ==, "strasse");
}

static void
test_compose (void)
{
  const char *const args[] = { "R-005", "{1}", NULL };
  g_autofree char *text = sl_text_compose ("{2} of {1}: {3}{x}{", args);

  g_assert_cmpstr (text, ==, "{1} of R-005: {x}{");
}

static void
test_terminal (void)
{
  g_autofree char *text = sl_text_for_terminal ("a\x1b[2J\nb");
  g_autofree char *turned = sl_text_for_terminal ("a\u202eb\u2066c");

  g_assert_cmpstr (text, ==, "a\\x1B[2J\\x0Ab");
  g_assert_cmpstr (turned, ==, "a\\u202Eb\\u2066c");
}

static void
test_enum (void)
{
  static const SlEnumEntry entries[] = { { "in_progress", "In progress" }, { "blocked", "Blocked" }, { "in_hand", "In hand" } };
  static const SlEnum table = { "state", entries, 3 };

  g_assert_cmpint (sl_enum_from_token (&table, "blocked"), ==, 2);
  g_assert_cmpint (sl_enum_from_token (&table, "Blocked"), ==, 0);
  g_assert_cmpint (sl_enum_parse (&table, " BLO "), ==, 2);
  g_assert_cmpint (sl_enum_parse (&table, "in hand"), ==, 3);
  g_assert_cmpint (sl_enum_parse (&table, "in_p"), ==, 1);
  g_assert_cmpint (sl_enum_parse (&table, "in"), ==, 0);
  g_assert_cmpint (sl_enum_parse (&table, ""), ==, 0);
  g_assert_null (sl_enum_token (&table, 0));
  g_assert_cmpstr (sl_enum_label (&table, 4), ==, "");
}

static void
test_exit_statuses (void)
{
  static const struct
  {
    int code, status;
  } cases[] = { { SL_ERROR_USAGE, 2 },    { SL_ERROR_RULE, 3 },  { SL_ERROR_REASON_NEEDED, 3 }, { SL_ERROR_NEWER, 4 },
                { SL_ERROR_CONFLICT, 5 }, { SL_ERROR_BUSY, 5 },  { SL_ERROR_IO, 6 },            { SL_ERROR_TAMPERED, 7 },
                { SL_ERROR_LIMIT, 8 },    { SL_ERROR_INTERNAL, 70 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new (SL_ERROR, cases[i].code, "x");

      g_assert_cmpint (sl_error_exit_status (error), ==, cases[i].status);
    }
  {
    g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "x");

    g_assert_cmpint (sl_error_exit_status (error), ==, 6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-any-bytes", test_clean_any_bytes);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/compose", test_compose);
  g_test_add_func ("/text/terminal", test_terminal);
  g_test_add_func ("/text/enum", test_enum);
  g_test_add_func ("/text/exit-statuses", test_exit_statuses);
  return g_test_run ();
}
