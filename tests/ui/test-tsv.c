/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/sl-tsv.h"

/* Cells in brackets, rows behind each other with a bar. */
static void
check (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sl_tsv_parse (text, &error);
  g_autoptr (GString) got = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint r = 0; r < rows->len; r++)
    {
      GPtrArray *row = rows->pdata[r];

      g_string_append (got, r > 0 ? "|" : "");
      for (guint c = 0; c < row->len; c++)
        g_string_append_printf (got, "[%s]", (const char *) row->pdata[c]);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_parse (void)
{
  check ("", "[]");
  check ("a", "[a]");
  check ("a\tb\nc\td\n", "[a][b]|[c][d]");
  check ("a\tb\r\nc\td\r\n", "[a][b]|[c][d]");
  check ("a\rb", "[a]|[b]");
  check ("a\n\nb", "[a]|[]|[b]");
  check ("\t\n", "[][]");
  check ("\"a\tb\"\tc", "[a\tb][c]");
  check ("\"two\nlines\"\tx\n", "[two\nlines][x]");
  check ("\"he said \"\"no\"\"\"", "[he said \"no\"]");
  /* Quotes that close nothing are characters. */
  check ("5\" pipe\t\"a\" b", "[5\" pipe][\"a\" b]");
  check ("\"open\tnext", "[\"open][next]");
  check ("\"\"", "[]");
}

static void
test_round_trip (void)
{
  static const char *const cells[] = { "", "plain", "a\tb", "two\nlines", "\"", "\"quoted\"", "a\"b", "\r", "ends\n" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GPtrArray) rows = NULL;
        GPtrArray *row;

        sl_tsv_append (text, cells[i]);
        g_string_append_c (text, '\t');
        sl_tsv_append (text, cells[k]);
        rows = sl_tsv_parse (text->str, NULL);
        g_assert_cmpuint (rows->len, ==, 1);
        row = rows->pdata[0];
        g_assert_cmpuint (row->len, ==, 2);
        g_assert_cmpstr (row->pdata[0], ==, cells[i]);
        g_assert_cmpstr (row->pdata[1], ==, cells[k]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/tsv/parse", test_parse);
  g_test_add_func ("/ui/tsv/round-trip", test_round_trip);
  return g_test_run ();
}
