/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"
#include "model/sl-change-set.h"

#include <string.h>

/* What the tables promise to everything that loops over them. */
/* What a reference to it is written as: a code, the version of settings; or it nests in what it points to. */
static void
assert_can_be_named (const SlField *field)
{
  if (field->type == SL_TYPE_REF && !(field->flags & SL_FIELD_PARENT))
    g_assert_true (sl_kind_get (field->ref)->code >= 0 || field->ref == SL_KIND_SETTINGS);
}

static void
test_tables (void)
{
  for (guint k = 0; k < sl_kind_count (); k++)
    {
      const SlKind *kind = sl_kind_get ((int) k);
      guint64 seen = 0;

      g_assert_true (sl_kind_by_token (kind->token) == kind);
      g_assert_cmpint (kind->codes != NULL, ==, kind->code >= 0);
      for (guint f = 0; f < kind->n_fields; f++)
        {
          const SlField *field = &kind->fields[f];

          g_assert_true (g_regex_match_simple ("^[a-z][a-z0-9_]*$", field->name, 0, 0));
          g_assert_cmpint (sl_kind_find_field (kind, field->name), ==, (int) f);
          g_assert_nonnull (field->label);
          g_assert_cmpint (field->tokens != NULL, ==, field->type == SL_TYPE_ENUM);
          g_assert_cmpuint (field->offset, >=, sizeof (SlRecord));
          if (field->flags & SL_FIELD_PARENT)
            g_assert_cmpint (kind->parent, <=, (int) f);
          if (field->flags & (SL_FIELD_PARENT | SL_FIELD_OWNER))
            g_assert_cmpint (field->type, ==, SL_TYPE_REF);
          assert_can_be_named (field);
          /* What a field means is told, but for codes and for what a row is nested in. */
          if (!(field->flags & SL_FIELD_CODE) && !((int) f == kind->parent && kind->code < 0))
            g_assert_nonnull (field->help);
          seen |= SL_MASK (kind->by_name[f]);
          if (f > 0)
            g_assert_cmpstr (kind->fields[kind->by_name[f - 1]].name, <, kind->fields[kind->by_name[f]].name);
        }
      /* Rows that are only ever added count from a day on. */
      if (kind->flags & SL_KIND_APPEND_ONLY)
        g_assert_cmpint (kind->date, >=, 0);
      /* Code-less rows nest in exactly one kind. */
      if (kind->code < 0 && kind->parent >= 0)
        g_assert_true (kind->fields[kind->parent].flags & SL_FIELD_MANDATORY);
      g_assert_cmphex (seen, ==, (SL_MASK (kind->n_fields - 1) << 1) - 1);
    }
  g_assert_true (sl_kind_by_token ("risk-assessment") == sl_kind_get (SL_KIND_RISK_ASSESSMENT));
  g_assert_null (sl_kind_by_token ("risk-"));
}

static SlValue
some_value (const SlField *field, guint seed)
{
  static const char *const texts[] = { "first", "naïve “text”\nsecond line", "R&D <b>" };

  switch (field->type)
    {
    case SL_TYPE_TEXT:
      return SL_VALUE_TEXT (texts[seed % G_N_ELEMENTS (texts)]);
    case SL_TYPE_BOOL:
      return SL_VALUE_BOOL (seed % 2);
    case SL_TYPE_ENUM:
      return SL_VALUE_ENUM (1 + seed % field->tokens->n_entries);
    case SL_TYPE_DATE:
      return SL_VALUE_DATE ((SlDate) (20000 + seed));
    case SL_TYPE_INT:
      return SL_VALUE_INT (1 + seed % 5);
    case SL_TYPE_MONEY:
      return SL_VALUE_MONEY (100 + seed);
    case SL_TYPE_DECIMAL:
      return SL_VALUE_DECIMAL (10 + seed);
    case SL_TYPE_REF:
    default:
      return SL_VALUE_REF (7 + seed);
    }
}

static void
test_every_field (void)
{
  for (guint k = 0; k < sl_kind_count (); k++)
    {
      const SlKind *kind = sl_kind_get ((int) k);
      SlRecordEdit edit;
      g_autoptr (SlRecord) bare = NULL;
      g_autoptr (SlRecord) full = NULL;

      sl_record_edit_bare (&edit, kind, 42);
      bare = sl_record_edit_done (&edit);
      for (guint f = 0; f < kind->n_fields; f++)
        {
          SlValue value = some_value (&kind->fields[f], f);
          SlValue read;

          sl_record_get (bare, f, &read);
          g_assert_cmpint (read.is_null, ==, read.type != SL_TYPE_BOOL);
          sl_record_edit_set (&edit, f, &value);
        }
      full = sl_record_edit_done (&edit);
      for (guint f = 0; f < kind->n_fields; f++)
        {
          SlValue value = some_value (&kind->fields[f], f);
          SlValue read;
          g_autoptr (SlRecord) changed = NULL;
          SlRecordEdit one;

          sl_record_get (full, f, &read);
          g_assert_true (sl_value_equal (&read, &value));
          sl_record_edit_from (&one, full);
          value = some_value (&kind->fields[f], f + 1);
          sl_record_edit_set (&one, f, &value);
          changed = sl_record_edit_done (&one);
          if (kind->fields[f].type != SL_TYPE_ENUM || kind->fields[f].tokens->n_entries > 1)
            g_assert_cmphex (sl_record_diff (full, changed), ==, SL_MASK (f));
        }
    }
}

static void
test_limits (void)
{
  const SlKind *risk = sl_kind_get (SL_KIND_RISK);
  g_autofree char *long_title = g_strnfill (81, 'x');
  const struct
  {
    int field;
    SlValue value;
    gboolean good;
  } cases[] = {
    { SL_RISK_TITLE, SL_VALUE_TEXT (long_title + 1), TRUE }, { SL_RISK_TITLE, SL_VALUE_TEXT (long_title), FALSE },
    { SL_RISK_TITLE, SL_VALUE_TEXT ("bell\a"), FALSE },      { SL_RISK_CSF_REF, SL_VALUE_TEXT ("i3"), TRUE },
    { SL_RISK_CSF_REF, SL_VALUE_TEXT ("i3\n"), FALSE },      { SL_RISK_CSF_REF, SL_VALUE_TEXT ("j1"), FALSE },
    { SL_RISK_STATE, SL_VALUE_ENUM (6), TRUE },              { SL_RISK_STATE, SL_VALUE_ENUM (7), FALSE },
    { SL_RISK_EARLIEST_DATE, SL_VALUE_DATE (SL_DATE_MAX), TRUE },
    { SL_RISK_EARLIEST_DATE, SL_VALUE_DATE (SL_DATE_MAX + 1), FALSE },
    { SL_RISK_OWNER, SL_VALUE_NULL (SL_TYPE_REF), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sl_field_check (&risk->fields[cases[i].field], &cases[i].value, &error), ==, cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
    }
}

/* The digest says what a record holds, whatever the order of its table, and absent values say nothing. */
static void
test_canonical (void)
{
  static const char expected[] = "\0\0\0\6person"
                                 "\0\0\0\10\0\0\0\0\0\0\0\52"
                                 "\0\0\0\14board_member\0\0\0\10\0\0\0\0\0\0\0\1"
                                 "\0\0\0\4code\0\0\0\4P-01"
                                 "\0\0\0\14display_name\0\0\0\3Ada";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SlRecord) record = NULL;
  SlRecordEdit edit;
  SlHash hash, direct;
  char hex[65];

  sl_record_edit_bare (&edit, sl_kind_get (SL_KIND_PERSON), 42);
  sl_record_edit_set (&edit, SL_PERSON_CODE, &SL_VALUE_TEXT ("P-01"));
  sl_record_edit_set (&edit, SL_PERSON_DISPLAY_NAME, &SL_VALUE_TEXT ("Ada"));
  sl_record_edit_set (&edit, SL_PERSON_BOARD_MEMBER, &SL_VALUE_BOOL (TRUE));
  record = sl_record_edit_done (&edit);
  sl_record_canonical (record, bytes);
  g_assert_cmpmem (bytes->data, bytes->len, expected, sizeof expected - 1);
  sl_record_hash (record, &hash);
  sl_hash_of_bytes (expected, sizeof expected - 1, &direct);
  g_assert_true (sl_hash_equal (&hash, &direct));
  sl_hash_xor (&hash, &direct);
  g_assert_cmpstr (sl_hash_to_hex (&hash, hex), ==, "0000000000000000000000000000000000000000000000000000000000000000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/tables", test_tables);
  g_test_add_func ("/record/every-field", test_every_field);
  g_test_add_func ("/record/limits", test_limits);
  g_test_add_func ("/record/canonical", test_canonical);
  return g_test_run ();
}
