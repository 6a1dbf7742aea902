/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-preferences.h"

static void
on_changed (guint *n)
{
  (*n)++;
}

/* Where no schema is installed everything works, and is forgotten at the end. */
static void
test_no_schema (void)
{
  g_autoptr (SlPreferences) preferences = sl_preferences_new (NULL);
  g_autofree char *density = sl_preferences_dup_string (preferences, "density");
  g_autofree char *columns = NULL;
  guint n = 0;

  g_assert_false (sl_preferences_is_kept (preferences, "window-width"));
  g_assert_cmpint (sl_preferences_get_int (preferences, "window-width"), >, 0);
  g_assert_true (sl_preferences_get_bool (preferences, "sidebar-visible"));
  g_assert_cmpstr (density, ==, "compact");
  g_signal_connect_swapped (preferences, "changed::window-width", G_CALLBACK (on_changed), &n);
  sl_preferences_set (preferences, "window-width", g_variant_new_int32 (900));
  sl_preferences_set (preferences, "window-width", g_variant_new_int32 (900));
  sl_preferences_set (preferences, "window-height", g_variant_new_int32 (700));
  g_assert_cmpint (sl_preferences_get_int (preferences, "window-width"), ==, 900);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (sl_preferences_dup_entry (preferences, "columns", "risks"));
  sl_preferences_set_entry (preferences, "columns", "risks", "code title");
  sl_preferences_set_entry (preferences, "columns", "people", "code");
  columns = sl_preferences_dup_entry (preferences, "columns", "risks");
  g_assert_cmpstr (columns, ==, "code title");
}

/* An older schema knows fewer keys, or holds other things under their names: those stay in memory. */
static void
test_other_schema (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "ui", "other-schema", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, &error);
  g_autoptr (SlPreferences) preferences = NULL;

  g_assert_no_error (error);
  preferences = sl_preferences_new (source);
  g_assert_true (sl_preferences_is_kept (preferences, "window-width"));
  g_assert_false (sl_preferences_is_kept (preferences, "window-height"));
  g_assert_false (sl_preferences_is_kept (preferences, "palette"));
  g_assert_cmpint (sl_preferences_get_int (preferences, "window-width"), ==, 777);
  sl_preferences_set (preferences, "window-height", g_variant_new_int32 (555));
  g_assert_cmpint (sl_preferences_get_int (preferences, "window-height"), ==, 555);
}

/* What is used without a schema is what the schema starts with, key by key. */
static void
test_same_as_schema (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source
      = g_settings_schema_source_new_from_directory (g_getenv ("GSETTINGS_SCHEMA_DIR"), NULL, TRUE, &error);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  guint n = 0;

  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, SL_APP_ID, FALSE);
  g_assert_nonnull (schema);
  keys = g_settings_schema_list_keys (schema);
  for (const SlPreferenceDefault *d = sl_preferences_defaults (); d->key != NULL; d++, n++)
    {
      g_autoptr (GVariant) ours = g_variant_ref_sink (g_variant_new_parsed (d->initial));
      g_autoptr (GSettingsSchemaKey) key = NULL;
      g_autoptr (GVariant) theirs = NULL;

      g_assert_true (g_settings_schema_has_key (schema, d->key));
      key = g_settings_schema_get_key (schema, d->key);
      theirs = g_settings_schema_key_get_default_value (key);
      g_assert_cmpvariant (ours, theirs);
    }
  g_assert_cmpuint (g_strv_length (keys), ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/preferences/no-schema", test_no_schema);
  g_test_add_func ("/ui/preferences/other-schema", test_other_schema);
  g_test_add_func ("/ui/preferences/same-as-schema", test_same_as_schema);
  return g_test_run ();
}
