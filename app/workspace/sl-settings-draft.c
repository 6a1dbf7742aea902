/* A draft is a table of names and texts: nothing that a change by others could leave dangling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-settings-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-handle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *text; /* as stored */
  char *base; /* what was in force when it was drafted */
} Value;

struct _SlSettingsDraft
{
  GHashTable *values; /* of name: Value */
};

static Value *
value_new (const char *text, const char *base)
{
  Value *self = g_new (Value, 1);

  *self = (Value){ g_strdup (text), g_strdup (base) };
  return self;
}

static void
value_free (gpointer data)
{
  Value *self = data;

  g_free (self->text);
  g_free (self->base);
  g_free (self);
}

SlSettingsDraft *
sl_settings_draft_new (void)
{
  SlSettingsDraft *self = g_new0 (SlSettingsDraft, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  return self;
}

SlSettingsDraft *
sl_settings_draft_dup (const SlSettingsDraft *self)
{
  SlSettingsDraft *copy = sl_settings_draft_new ();
  GHashTableIter iter;
  gpointer name, value;

  g_return_val_if_fail (self != NULL, copy);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->values, g_strdup (name), value_new (((Value *) value)->text, ((Value *) value)->base));
  return copy;
}

void
sl_settings_draft_free (SlSettingsDraft *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->values);
  g_free (self);
}

/* --- Names -------------------------------------------------------------------------------------------------------- */

gboolean
sl_settings_is_value (guint field)
{
  return field != SL_SETTINGS_VERSION && field != SL_SETTINGS_CHANGED_ON && field != SL_SETTINGS_CHANGED_BY
         && field != SL_SETTINGS_REASON;
}

static gboolean
read_band (GStrv parts, SlSettingsTarget *target)
{
  int field = sl_kind_find_field (sl_kind_get (SL_KIND_SCALE_BAND), parts[2]);
  guint64 level = 0;

  target->scale = sl_enum_from_token (&sl_scale_enum, parts[0]);
  if (target->scale == 0 || !g_ascii_string_to_unsigned (parts[1], 10, 1, 5, &level, NULL)
      || (field != SL_SCALE_BAND_LABEL && field != SL_SCALE_BAND_UPPER && field != SL_SCALE_BAND_MID))
    return FALSE;
  *target = (SlSettingsTarget){ .kind = SL_KIND_SCALE_BAND, .field = (guint) field, .scale = target->scale, .level = (int) level };
  return TRUE;
}

static gboolean
read_appetite (const SlData *data, GStrv parts, SlSettingsTarget *target)
{
  const SlRecord *of = parts[2] != NULL ? sl_data_by_code (data, parts[2]) : NULL;

  *target = (SlSettingsTarget){ .kind = SL_KIND_APPETITE, .field = SL_APPETITE_LEVEL,
                      .category = sl_enum_from_token (&sl_category_enum, parts[1]) };
  if (of != NULL && of->kind == SL_KIND_ORGANISATION)
    target->stakeholder = of->uid;
  return target->category != 0 && (parts[2] == NULL || target->stakeholder != SL_UID_NONE);
}

gboolean
sl_settings_target (const SlData *data, const char *name, SlSettingsTarget *target, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 4);
  guint n = g_strv_length (parts);
  int field = n == 1 ? sl_kind_find_field (sl_kind_get (SL_KIND_SETTINGS), name) : -1;

  *target = (SlSettingsTarget){ .kind = SL_KIND_SETTINGS };
  if (field >= 0 && sl_settings_is_value ((guint) field))
    {
      target->field = (guint) field;
      return TRUE;
    }
  if (n == 1 && g_str_equal (name, SL_SETTINGS_APPROVED_BY))
    {
      *target = (SlSettingsTarget){ .kind = SL_KIND_APPETITE, .field = SL_APPETITE_APPROVED_BY };
      return TRUE;
    }
  if ((n == 2 || n == 3) && g_str_equal (parts[0], "appetite") && read_appetite (data, parts, target))
    return TRUE;
  if (n == 3 && read_band (parts, target))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
               _ ("“%s” is no setting; there are for example review_red, probability.3.mid and appetite.people"), name);
  return FALSE;
}

static const SlField *
field_of (const SlSettingsTarget *target)
{
  return &sl_kind_get (target->kind)->fields[target->field];
}

static const SlRecord *
present_of (const SlData *data, const SlSettingsTarget *target, const SlSettings *settings, SlDate day)
{
  const SlScaleBand *band;
  const SlAppetite *appetite;

  switch (target->kind)
    {
    case SL_KIND_SETTINGS:
      return &settings->record;
    case SL_KIND_SCALE_BAND:
      band = sl_settings_band (data, settings, target->scale, target->level);
      return band != NULL ? &band->record : NULL;
    default:
      appetite = target->category != 0 ? sl_appetite_in_force (data, target->category, target->stakeholder, day) : NULL;
      return appetite != NULL ? &appetite->record : NULL;
    }
}

static char *
dup_value (const SlData *data, const SlSettingsTarget *target, const SlSettings *settings, SlDate day)
{
  const SlRecord *record = present_of (data, target, settings, day);
  SlValue value;

  if (record == NULL)
    return g_strdup ("");
  sl_record_read (record, field_of (target), &value);
  return sl_data_dup_text (data, field_of (target), &value);
}

char *
sl_settings_dup_present (const SlData *data, const char *name, SlDate day, GError **error)
{
  SlSettingsTarget target;

  g_return_val_if_fail (data != NULL && sl_data_settings (data) != NULL && name != NULL, NULL);
  return sl_settings_target (data, name, &target, error) ? dup_value (data, &target, sl_data_settings (data), day) : NULL;
}

/* --- The draft ---------------------------------------------------------------------------------------------------- */

/* Nothing stated and taken back are one; other things that cannot be left empty say so where they are typed, not when all
 * is applied. */
static char *
dup_stored (const SlData *data, const SlSettingsTarget *target, const SlValue *value, GError **error)
{
  const SlField *field = field_of (target);

  if (target->category != 0 && (value->is_null || value->i == SL_APPETITE_LEVEL_NOT_SET))
    return g_strdup (sl_enum_token (&sl_appetite_level_enum, SL_APPETITE_LEVEL_NOT_SET));
  if (!value->is_null || !(field->flags & SL_FIELD_MANDATORY))
    return sl_data_dup_text (data, field, value);
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s must be given"), g_dgettext (GETTEXT_PACKAGE, field->label));
  return NULL;
}

static gboolean
is_present (const SlSettingsTarget *target, const char *text, const char *present)
{
  return g_str_equal (text, present)
         || (target->category != 0 && *present == '\0'
             && sl_enum_from_token (&sl_appetite_level_enum, text) == SL_APPETITE_LEVEL_NOT_SET);
}

gboolean
sl_settings_draft_set (SlSettingsDraft *self, const SlData *data, const char *name, const char *text, SlDate day, GError **error)
{
  g_autofree char *owned = NULL, *stored = NULL, *present = NULL;
  SlValue value;
  SlSettingsTarget target;

  g_return_val_if_fail (self != NULL && data != NULL && sl_data_settings (data) != NULL && text != NULL, FALSE);
  if (!sl_settings_target (data, name, &target, error)
      || !sl_data_parse (data, field_of (&target), text, day, &value, &owned, error))
    return FALSE;
  stored = dup_stored (data, &target, &value, error);
  if (stored == NULL)
    return FALSE;
  present = dup_value (data, &target, sl_data_settings (data), day);
  if (is_present (&target, stored, present))
    g_hash_table_remove (self->values, name);
  else
    g_hash_table_replace (self->values, g_strdup (name), value_new (stored, present));
  return TRUE;
}

const char *
sl_settings_draft_get (const SlSettingsDraft *self, const char *name)
{
  const Value *value;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  value = g_hash_table_lookup (self->values, name);
  return value != NULL ? value->text : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
sl_settings_draft_names (const SlSettingsDraft *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL, names);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  return names;
}

void
sl_settings_draft_clear (SlSettingsDraft *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_remove_all (self->values);
}

guint
sl_settings_draft_count (const SlSettingsDraft *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return g_hash_table_size (self->values) - (g_hash_table_contains (self->values, SL_SETTINGS_APPROVED_BY) ? 1 : 0);
}

/* --- What others do meanwhile -------------------------------------------------------------------------------------- */

/* Cells of a row of the grid that were not drafted here are taken as they are now. */
static void
merge_row (Value *value, const char *present)
{
  if (strlen (value->text) != strlen (value->base) || strlen (value->base) != strlen (present))
    return;
  for (guint k = 0; present[k] != '\0'; k++)
    {
      if (value->text[k] == value->base[k])
        value->text[k] = present[k];
      if (value->text[k] == present[k])
        value->base[k] = present[k];
    }
}

void
sl_settings_draft_follow (SlSettingsDraft *self, const SlData *data, SlDate day)
{
  GHashTableIter iter;
  gpointer name, value;

  g_return_if_fail (self != NULL && data != NULL && sl_data_settings (data) != NULL);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_autofree char *present = NULL;
      SlSettingsTarget target;

      if (!sl_settings_target (data, name, &target, NULL))
        {
          g_hash_table_iter_remove (&iter);
          continue;
        }
      present = dup_value (data, &target, sl_data_settings (data), day);
      if (target.kind == SL_KIND_SETTINGS && target.field >= SL_SETTINGS_GRID_1 && target.field <= SL_SETTINGS_GRID_5)
        merge_row (value, present);
      if (is_present (&target, ((Value *) value)->text, present))
        g_hash_table_iter_remove (&iter);
    }
}

char *
sl_settings_draft_dup_theirs (const SlSettingsDraft *self, const SlData *data, const char *name, SlDate day)
{
  g_autofree char *present = NULL;
  const Value *value;

  g_return_val_if_fail (self != NULL && data != NULL && name != NULL, NULL);
  value = g_hash_table_lookup (self->values, name);
  present = value != NULL ? sl_settings_dup_present (data, name, day, NULL) : NULL;
  return present != NULL && !g_str_equal (present, value->base) ? g_steal_pointer (&present) : NULL;
}

/* --- Each value of a version --------------------------------------------------------------------------------------- */

typedef gboolean (*TargetFunc) (const char *name, const SlSettingsTarget *target, gpointer data);

static gboolean
each_band (TargetFunc func, gpointer data)
{
  static const guint fields[] = { SL_SCALE_BAND_LABEL, SL_SCALE_BAND_UPPER, SL_SCALE_BAND_MID };

  for (int scale = 1; scale < SL_SCALE_END_; scale++)
    for (int level = 1; level <= 5; level++)
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          SlSettingsTarget target = { .kind = SL_KIND_SCALE_BAND, .field = fields[f], .scale = scale, .level = level };
          g_autofree char *name
              = g_strdup_printf ("%s.%d.%s", sl_enum_token (&sl_scale_enum, scale), level, field_of (&target)->name);

          if (!func (name, &target, data))
            return FALSE;
        }
  return TRUE;
}

static gboolean
each_value (TargetFunc func, gpointer data)
{
  const SlKind *kind = sl_kind_get (SL_KIND_SETTINGS);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlSettingsTarget target = { .kind = SL_KIND_SETTINGS, .field = f };

      if (sl_settings_is_value (f) && !func (kind->fields[f].name, &target, data))
        return FALSE;
    }
  return each_band (func, data);
}

typedef struct
{
  SlSettingsDraft *draft;
  const SlData *data;
  const SlSettings *from;
  SlDate day;
  GError **error;
} Copy;

static gboolean
copy_value (const char *name, const SlSettingsTarget *target, gpointer data)
{
  const Copy *copy = data;
  g_autofree char *text = dup_value (copy->data, target, copy->from, copy->day);

  if (target->kind == SL_KIND_SCALE_BAND
      && sl_settings_band (copy->data, sl_data_settings (copy->data), target->scale, target->level) == NULL && *text == '\0')
    return TRUE;
  return sl_settings_draft_set (copy->draft, copy->data, name, text, copy->day, copy->error);
}

gboolean
sl_settings_draft_copy (SlSettingsDraft *self, const SlData *data, const SlSettings *version, SlDate day, GError **error)
{
  Copy copy = { self, data, version, day, error };

  g_return_val_if_fail (self != NULL && data != NULL && version != NULL, FALSE);
  return each_value (copy_value, &copy);
}

/* --- What differs ------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlData *data;
  const SlSettings *before, *after;
  gboolean translated;
  GStrvBuilder *parts;
} Difference;

static const char *
word (const char *msgid, gboolean translated)
{
  return translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

static char *
dup_label (const SlData *data, const SlSettingsTarget *target, gboolean translated)
{
  const char *label = word (field_of (target)->label, translated);

  if (target->kind == SL_KIND_SCALE_BAND)
    return g_strdup_printf ("%s %d, %s", word (sl_enum_label (&sl_scale_enum, target->scale), translated), target->level, label);
  if (target->category == 0)
    return g_strdup (label);
  return g_strjoin (", ", label, word (sl_enum_label (&sl_category_enum, target->category), translated),
                    target->stakeholder != SL_UID_NONE ? sl_data_name (data, target->stakeholder) : NULL, NULL);
}

char *
sl_settings_dup_label (const SlData *data, const char *name, gboolean translated)
{
  SlSettingsTarget target;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);
  return sl_settings_target (data, name, &target, NULL) ? dup_label (data, &target, translated) : NULL;
}

static const char *
letter_word (char letter, gboolean translated)
{
  return word (sl_rag_label (letter == 'R' ? SL_RAG_RED : letter == 'A' ? SL_RAG_AMBER : SL_RAG_GREEN, FALSE), translated);
}

/* Cell by cell. */
static char *
dup_row_change (const SlSettingsTarget *target, const char *before, const char *after, gboolean translated)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  char probability[2] = { (char) ('1' + (int) target->field - SL_SETTINGS_GRID_1), '\0' };

  for (guint k = 0; before[k] != '\0' && after[k] != '\0'; k++)
    if (before[k] != after[k])
      {
        char impact[2] = { (char) ('1' + k), '\0' };
        /* TRANSLATORS: a cell of the rating grid: {1} and {2} are steps from 1 to 5, {3} and {4} levels: "Amber". */
        const char *format = N_ ("Probability {1}, impact {2}: {3} → {4}");
        g_autofree char *part = sl_text_compose (word (format, translated),
                                                 (const char *const[]){ probability, impact, letter_word (before[k], translated),
                                                                        letter_word (after[k], translated), NULL });

        g_strv_builder_add (parts, part);
      }
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

/* Tokens of levels as words. */
static const char *
value_word (const SlSettingsTarget *target, const char *text, gboolean translated)
{
  int level = target->category != 0 ? sl_enum_from_token (&sl_appetite_level_enum, text) : 0;

  if (target->category != 0)
    return word (sl_enum_label (&sl_appetite_level_enum, level > 0 ? level : SL_APPETITE_LEVEL_NOT_SET), translated);
  return *text != '\0' ? text : "–";
}

static char *
dup_change (const SlData *data, const SlSettingsTarget *target, const char *before, const char *after, gboolean translated)
{
  g_autofree char *label = NULL;

  if (target->kind == SL_KIND_SETTINGS && target->field >= SL_SETTINGS_GRID_1 && target->field <= SL_SETTINGS_GRID_5)
    return dup_row_change (target, before, after, translated);
  label = dup_label (data, target, translated);
  return g_strdup_printf ("%s: %s → %s", label, value_word (target, before, translated), value_word (target, after, translated));
}

char *
sl_settings_dup_change (const SlData *data, const char *name, const char *before, const char *after, gboolean translated)
{
  SlSettingsTarget target;

  g_return_val_if_fail (data != NULL && name != NULL && before != NULL && after != NULL, NULL);
  return sl_settings_target (data, name, &target, NULL) ? dup_change (data, &target, before, after, translated) : NULL;
}

static gboolean
tell_difference (const char *name, const SlSettingsTarget *target, gpointer data)
{
  const Difference *d = data;
  g_autofree char *before = dup_value (d->data, target, d->before, SL_DATE_NONE);
  g_autofree char *after = dup_value (d->data, target, d->after, SL_DATE_NONE);
  g_autofree char *line = NULL;

  if (g_str_equal (before, after))
    return TRUE;
  line = dup_change (d->data, target, before, after, d->translated);
  g_strv_builder_add (d->parts, line);
  return TRUE;
}

char *
sl_settings_dup_difference (const SlData *data, const SlSettings *settings, gboolean translated)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  Difference difference = { data, NULL, settings, translated, parts };
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (data != NULL && settings != NULL, NULL);
  difference.before = sl_settings_before (data, settings);
  if (difference.before == NULL)
    return NULL;
  each_value (tell_difference, &difference);
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

