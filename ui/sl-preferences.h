/* sl-preferences.h: how the person likes to work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GSettings where its schema is installed; where it is missing, or too old to know a key, the same values are kept in
 * memory from the same defaults. Never aborts. Nothing about a programme is kept here but its address.
 *
 * Signal: changed::<key> ()
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_TYPE_PREFERENCES (sl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SlPreferences, sl_preferences, SL, PREFERENCES, GObject)

/* @source: where the schema is looked up; NULL: nowhere, everything stays in memory. */
SlPreferences *sl_preferences_new        (GSettingsSchemaSource *source);
/* Whether @key outlives the program. */
gboolean       sl_preferences_is_kept    (SlPreferences *self, const char *key);

/* Keys are those of the schema; an unknown one is a defect. Returns: (transfer full). */
GVariant      *sl_preferences_get        (SlPreferences *self, const char *key);
/* Sinks @value, which must be of the key's type and range. */
void           sl_preferences_set        (SlPreferences *self, const char *key, GVariant *value);

int            sl_preferences_get_int    (SlPreferences *self, const char *key);
gboolean       sl_preferences_get_bool   (SlPreferences *self, const char *key);
/* Free with g_free(). */
char          *sl_preferences_dup_string (SlPreferences *self, const char *key);

/* Entries of a key of type a{ss}; NULL: there is none. Free with g_free(). */
char          *sl_preferences_dup_entry  (SlPreferences *self, const char *key, const char *entry);
void           sl_preferences_set_entry  (SlPreferences *self, const char *key, const char *entry, const char *value);

/* The keys and what they start with, as the schema has them: (key, text of a GVariant); NULL ends it. */
typedef struct
{
  const char *key, *initial;
} SlPreferenceDefault;
const SlPreferenceDefault *sl_preferences_defaults (void);

G_END_DECLS
