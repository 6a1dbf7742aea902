/* Tables of strangers: refused with a place, or read so that they go out and come back the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-entry.h"

#include "base/sl-error.h"
#include "exchange/sl-csv.h"

typedef struct
{
  GString *out, *told;
} Copy;

static gboolean
copy_row (const char *const *cells, guint n, int line, gpointer data, GError **error)
{
  Copy *copy = data;

  g_assert_cmpint (line, >, 0);
  sl_csv_add_row (copy->out, cells, NULL, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_utf8_validate (cells[i], -1, NULL));
      g_string_append_printf (copy->told, "%s%c", cells[i], i + 1 < n ? 0x1F : 0x1E);
    }
  return TRUE;
}

static gboolean
read_table (const void *bytes, gsize n, Copy *copy)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  g_autoptr (GError) error = NULL;

  if (sl_csv_read (stream, "table", copy_row, copy, NULL, &error))
    return TRUE;
  g_assert_true (error != NULL && error->domain == SL_ERROR && error->code != SL_ERROR_INTERNAL);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Copy one = { g_string_new (NULL), g_string_new (NULL) }, two = { g_string_new (NULL), g_string_new (NULL) };

  if (read_table (data, size, &one))
    {
      g_assert_true (read_table (one.out->str, one.out->len, &two));
      g_assert_cmpstr (one.told->str, ==, two.told->str);
      g_assert_cmpstr (one.out->str, ==, two.out->str);
    }
  g_string_free (one.out, TRUE);
  g_string_free (one.told, TRUE);
  g_string_free (two.out, TRUE);
  g_string_free (two.told, TRUE);
  return 0;
}
