/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-preferences.h"

/* More entries of an a{ss} than a person can have programmes in hand: the oldest knowledge goes. */
#define ENTRIES_MAX 200

struct _SlPreferences
{
  GObject parent_instance;
  GSettings *settings;       /* or NULL */
  GSettingsSchema *schema;   /* or NULL */
  GHashTable *memory;        /* key -> GVariant, for keys the schema does not know */
};

G_DEFINE_FINAL_TYPE (SlPreferences, sl_preferences, G_TYPE_OBJECT)

static guint changed_signal;

const SlPreferenceDefault *
sl_preferences_defaults (void)
{
  static const SlPreferenceDefault defaults[] = {
    { "window-width", "1380" },
    { "window-height", "800" },
    { "window-maximized", "false" },
    { "sidebar-visible", "true" },
    { "detail-visible", "true" },
    { "density", "'compact'" },
    { "palette", "'red-green'" },
    { "recent-files", "@as []" },
    { "columns", "@a{ss} {}" },
    { "filters", "@a{ss} {}" },
    { "last-actors", "@a{ss} {}" },
    { "last-looked", "@a{ss} {}" },
    { "last-report", "@a{ss} {}" },
    { "heat-map", "@a{ss} {}" },
    { "map-overlay", "@a{ss} {}" },
    { NULL, NULL },
  };

  return defaults;
}

static void
sl_preferences_finalize (GObject *object)
{
  SlPreferences *self = SL_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->schema, g_settings_schema_unref);
  g_hash_table_unref (self->memory);
  G_OBJECT_CLASS (sl_preferences_parent_class)->finalize (object);
}

static void
sl_preferences_class_init (SlPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_preferences_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED | G_SIGNAL_NO_HOOKS, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
sl_preferences_init (SlPreferences *self)
{
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
}

static void
on_settings_changed (SlPreferences *self, const char *key)
{
  g_signal_emit (self, changed_signal, g_quark_from_string (key));
}

/* A schema of another version may lack a key, or hold something else under its name. */
static gboolean
schema_knows (GSettingsSchema *schema, const char *key, const GVariantType *type)
{
  g_autoptr (GSettingsSchemaKey) found = NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return FALSE;
  found = g_settings_schema_get_key (schema, key);
  return g_variant_type_equal (g_settings_schema_key_get_value_type (found), type);
}

SlPreferences *
sl_preferences_new (GSettingsSchemaSource *source)
{
  SlPreferences *self = g_object_new (SL_TYPE_PREFERENCES, NULL);

  if (source != NULL)
    self->schema = g_settings_schema_source_lookup (source, SL_APP_ID, TRUE);
  for (const SlPreferenceDefault *d = sl_preferences_defaults (); d->key != NULL; d++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_parsed (d->initial));

      if (!schema_knows (self->schema, d->key, g_variant_get_type (value)))
        g_hash_table_insert (self->memory, (gpointer) d->key, g_steal_pointer (&value));
    }
  if (self->schema == NULL)
    return self;
  self->settings = g_settings_new_full (self->schema, NULL, NULL);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
sl_preferences_is_kept (SlPreferences *self, const char *key)
{
  g_return_val_if_fail (SL_IS_PREFERENCES (self), FALSE);
  return self->settings != NULL && !g_hash_table_contains (self->memory, key);
}

GVariant *
sl_preferences_get (SlPreferences *self, const char *key)
{
  GVariant *value;

  g_return_val_if_fail (SL_IS_PREFERENCES (self), NULL);
  value = g_hash_table_lookup (self->memory, key);
  if (value != NULL)
    return g_variant_ref (value);
  g_return_val_if_fail (self->settings != NULL, NULL);
  return g_settings_get_value (self->settings, key);
}

void
sl_preferences_set (SlPreferences *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  g_autoptr (GVariant) present = NULL;

  g_return_if_fail (SL_IS_PREFERENCES (self));
  present = sl_preferences_get (self, key);
  g_return_if_fail (present != NULL);
  if (g_variant_equal (present, sunk))
    return;
  if (sl_preferences_is_kept (self, key))
    {
      /* A key that an administrator has locked stays as it is. */
      g_settings_set_value (self->settings, key, sunk);
      return;
    }
  g_hash_table_insert (self->memory, (gpointer) g_intern_string (key), g_steal_pointer (&sunk));
  g_signal_emit (self, changed_signal, g_quark_from_string (key));
}

int
sl_preferences_get_int (SlPreferences *self, const char *key)
{
  g_autoptr (GVariant) value = sl_preferences_get (self, key);

  return g_variant_get_int32 (value);
}

gboolean
sl_preferences_get_bool (SlPreferences *self, const char *key)
{
  g_autoptr (GVariant) value = sl_preferences_get (self, key);

  return g_variant_get_boolean (value);
}

char *
sl_preferences_dup_string (SlPreferences *self, const char *key)
{
  g_autoptr (GVariant) value = sl_preferences_get (self, key);

  return g_variant_dup_string (value, NULL);
}

char *
sl_preferences_dup_entry (SlPreferences *self, const char *key, const char *entry)
{
  g_autoptr (GVariant) value = sl_preferences_get (self, key);
  char *found = NULL;

  return g_variant_lookup (value, entry, "s", &found) ? found : NULL;
}

void
sl_preferences_set_entry (SlPreferences *self, const char *key, const char *entry, const char *value)
{
  g_autoptr (GVariant) present = sl_preferences_get (self, key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *text;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", entry, value);
  g_variant_iter_init (&iter, present);
  while (n < ENTRIES_MAX && g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (g_strcmp0 (name, entry) != 0)
      {
        g_variant_builder_add (&builder, "{ss}", name, text);
        n++;
      }
  sl_preferences_set (self, key, g_variant_builder_end (&builder));
}
