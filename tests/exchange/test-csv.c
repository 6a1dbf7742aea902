/* Tables as text: what is written comes back, what is wrong is told with its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-csv.h"

#include "base/sl-error.h"

#include <string.h>

static gboolean
take_row (const char *const *cells, guint n, int line, gpointer data, GError **error)
{
  GString *told = data;

  g_string_append_printf (told, "%d", line);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (told, "|%s", cells[i]);
  g_string_append (told, "\n");
  return TRUE;
}

/* The rows as text, or the message. */
static char *
read_text (const char *text, gssize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);

  if (!sl_csv_read (stream, "t", take_row, told, NULL, &error))
    g_string_assign (told, error->message);
  return g_string_free (told, FALSE);
}

static void
test_read (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "a,b\r\n1,2\r\n", "1|a|b\n2|1|2\n" },
    { "\xEF\xBB\xBF" "a;b\n1,5;\n\n;x", "1|a|b\n2|1,5|\n4||x\n" },
    { "a\tb\n\"1\n2\"\t3\nz", "1|a|b\n2|1\n2|3\n4|z\n" },
    { "\"a \"\"b\"\", c\",d", "1|a \"b\", c|d\n" },
    { "'=1,'x,''-2,-3", "1|=1|'x|'-2|-3\n" },
    { "a\n\"b", "t:2:1: the quotes are never closed" },
    { "ä,b\"", "t:1:4: a quote stands within a cell that does not begin with one" },
    { "\"a\"b", "t:1:4: after the quotes there must be the next cell" },
    { "a\nb\xFF", "t:2:2: this is not UTF-8" },
    { "a\nbc\x07", "t:2:3: there is a control character" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = read_text (cases[i][0], (gssize) strlen (cases[i][0]));

      g_assert_cmpstr (told, ==, cases[i][1]);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *told = NULL, *with_nul = NULL;

  for (int i = 0; i < SL_CSV_CELLS_MAX; i++)
    g_string_append_c (wide, ',');
  told = read_text (wide->str, (gssize) wide->len);
  g_assert_nonnull (strstr (told, "the row has too many cells"));
  with_nul = read_text ("a\0b", 3);
  g_assert_nonnull (strstr (with_nul, "t:1:2: "));
}

/* Every text comes back, and no cell of text begins with what a spreadsheet would reckon with. */
static void
test_round (void)
{
  static const char *const texts[] = { "", "=1+1", "'", "''=x", "-2", "@sum", "+44", "\t=x", "\n=x", " lead", "a\"b", "a;b", "a,b",
                                       "two\nlines", "'plain", "ends'" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *told = NULL;
  int line = 1;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *row[] = { "x", texts[i] };

      sl_csv_add_row (out, row, NULL, 2);
      g_string_append_printf (expected, "%d|x|%s\n", line, texts[i]);
      for (const char *p = texts[i]; *p != '\0'; p++)
        line += *p == '\n';
      line++;
    }
  told = read_text (out->str, (gssize) out->len);
  g_assert_cmpstr (told, ==, expected->str);
  for (const char *p = out->str; (p = strstr (p, "x,")) != NULL; p += 2)
    {
      g_assert_cmpint (p[2], !=, '=');
      g_assert_false (p[2] == '"' && p[3] == '=');
      g_assert_false (p[2] == '-' || p[2] == '+' || p[2] == '@');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/read", test_read);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/round", test_round);
  return g_test_run ();
}
