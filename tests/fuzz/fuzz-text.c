/* What strangers may write: dates, numbers, values of every field. The first byte chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is accepted must be clean, within its limits, and read back from what is stored of it.
 */
#include "fuzz-entry.h"

#include "base/sl-text.h"
#include "exchange/sl-seed.h"
#include "store/sl-place.h"

static SlWorkspace *
sample (void)
{
  static SlWorkspace *ws;

  if (ws == NULL)
    {
      g_autoptr (SlStore) store = sl_memory_store_new ();

      ws = sl_workspace_new (store);
      if (!sl_workspace_open (ws, NULL, NULL) || !sl_seed_sample (ws, NULL))
        g_error ("the sample cannot be read");
      /* Kept for the life of the process: made once for millions of inputs. */
      g_object_add_weak_pointer (G_OBJECT (ws), (gpointer *) &ws);
    }
  return ws;
}

void
fuzz_text_end (void)
{
  SlWorkspace *ws = sample ();

  g_object_unref (ws);
}

static void
try_date (const char *text)
{
  SlDate date, again;
  char iso[11];

  if (!sl_date_parse (text, 20000, &date) || date == SL_DATE_NONE)
    return;
  g_assert_true (sl_date_parse (sl_date_to_iso (date, iso), 0, &again));
  g_assert_cmpint (date, ==, again);
}

static void
try_number (const char *text, int digits)
{
  gint64 value, again;
  g_autofree char *back = NULL;

  if (!sl_number_parse (text, digits, &value))
    return;
  back = sl_number_dup (value, digits, 0);
  g_assert_true (sl_number_parse (back, digits, &again));
  g_assert_cmpint (value, ==, again);
}

static void
try_field (const SlData *data, const SlField *field, const char *text)
{
  g_autofree char *owned = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *owned_again = NULL;
  SlValue value, again;

  if (!sl_data_parse (data, field, text, 20000, &value, &owned, NULL))
    return;
  g_assert_true (sl_field_check (field, &value, NULL));
  stored = sl_data_dup_text (data, field, &value);
  g_assert_true (sl_data_parse (data, field, stored, 0, &again, &owned_again, NULL));
  /* A reference to what has no code has no stored text. */
  if (field->type != SL_TYPE_REF || *stored != '\0')
    g_assert_true (sl_value_equal (&value, &again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  const SlData *data = sl_workspace_data (sample ());
  g_autofree char *text = size > 1 ? g_strndup ((const char *) bytes + 1, size - 1) : g_strdup ("");
  guint choice = size > 0 ? bytes[0] : 0;

  try_date (text);
  try_number (text, (int) (choice % 5));
  for (int k = 0; k < SL_N_KINDS; k++)
    try_field (data, &sl_kind_get (k)->fields[choice % sl_kind_get (k)->n_fields], text);
  return 0;
}
