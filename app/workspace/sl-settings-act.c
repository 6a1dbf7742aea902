/* A draft is a table of names and texts: nothing that a change by others could leave dangling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-settings-act.h"

#include "base/sl-error.h"
#include "model/sl-handle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define APPROVED_BY "approved_by"

struct _SlSettingsDraft
{
  GHashTable *values; /* of name: text as stored */
};

/* What a name stands for. */
typedef struct
{
  int kind;  /* SETTINGS, SCALE_BAND or APPETITE; of "approved_by" APPETITE, too */
  guint field;
  int scale, level; /* of a band */
  int category;     /* of a statement; 0: who approved them */
  SlUid stakeholder;
} Target;

SlSettingsDraft *
sl_settings_draft_new (void)
{
  SlSettingsDraft *self = g_new0 (SlSettingsDraft, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
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
read_band (GStrv parts, Target *target)
{
  int field = sl_kind_find_field (sl_kind_get (SL_KIND_SCALE_BAND), parts[2]);
  guint64 level = 0;

  target->scale = sl_enum_from_token (&sl_scale_enum, parts[0]);
  if (target->scale == 0 || !g_ascii_string_to_unsigned (parts[1], 10, 1, 5, &level, NULL)
      || (field != SL_SCALE_BAND_LABEL && field != SL_SCALE_BAND_UPPER && field != SL_SCALE_BAND_MID))
    return FALSE;
  *target = (Target){ .kind = SL_KIND_SCALE_BAND, .field = (guint) field, .scale = target->scale, .level = (int) level };
  return TRUE;
}

static gboolean
read_appetite (const SlData *data, GStrv parts, Target *target)
{
  const SlRecord *of = parts[2] != NULL ? sl_data_by_code (data, parts[2]) : NULL;

  *target = (Target){ .kind = SL_KIND_APPETITE, .field = SL_APPETITE_LEVEL,
                      .category = sl_enum_from_token (&sl_category_enum, parts[1]) };
  if (of != NULL && of->kind == SL_KIND_ORGANISATION)
    target->stakeholder = of->uid;
  return target->category != 0 && (parts[2] == NULL || target->stakeholder != SL_UID_NONE);
}

static gboolean
find_target (const SlData *data, const char *name, Target *target, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 4);
  guint n = g_strv_length (parts);
  int field = n == 1 ? sl_kind_find_field (sl_kind_get (SL_KIND_SETTINGS), name) : -1;

  *target = (Target){ .kind = SL_KIND_SETTINGS };
  if (field >= 0 && sl_settings_is_value ((guint) field))
    {
      target->field = (guint) field;
      return TRUE;
    }
  if (n == 1 && g_str_equal (name, APPROVED_BY))
    {
      *target = (Target){ .kind = SL_KIND_APPETITE, .field = SL_APPETITE_APPROVED_BY };
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
field_of (const Target *target)
{
  return &sl_kind_get (target->kind)->fields[target->field];
}

static const SlRecord *
present_of (const SlData *data, const Target *target, const SlSettings *settings, SlDate day)
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
dup_value (const SlData *data, const Target *target, const SlSettings *settings, SlDate day)
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
  Target target;

  g_return_val_if_fail (data != NULL && sl_data_settings (data) != NULL && name != NULL, NULL);
  return find_target (data, name, &target, error) ? dup_value (data, &target, sl_data_settings (data), day) : NULL;
}

/* --- The draft ---------------------------------------------------------------------------------------------------- */

/* What cannot be left empty says so where it is typed, not when all is applied. */
static gboolean
check_given (const Target *target, const SlValue *value, GError **error)
{
  if (!value->is_null || !(field_of (target)->flags & SL_FIELD_MANDATORY))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s must be given"), g_dgettext (GETTEXT_PACKAGE, field_of (target)->label));
  return FALSE;
}

gboolean
sl_settings_draft_set (SlSettingsDraft *self, const SlData *data, const char *name, const char *text, SlDate day, GError **error)
{
  g_autofree char *owned = NULL, *stored = NULL, *present = NULL;
  SlValue value;
  Target target;

  g_return_val_if_fail (self != NULL && data != NULL && sl_data_settings (data) != NULL && text != NULL, FALSE);
  if (!find_target (data, name, &target, error)
      || !sl_data_parse (data, field_of (&target), text, day, &value, &owned, error) || !check_given (&target, &value, error))
    return FALSE;
  stored = sl_data_dup_text (data, field_of (&target), &value);
  present = dup_value (data, &target, sl_data_settings (data), day);
  if (g_str_equal (stored, present))
    g_hash_table_remove (self->values, name);
  else
    g_hash_table_replace (self->values, g_strdup (name), g_steal_pointer (&stored));
  return TRUE;
}

const char *
sl_settings_draft_get (const SlSettingsDraft *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->values, name);
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
  return g_hash_table_size (self->values) - (g_hash_table_contains (self->values, APPROVED_BY) ? 1 : 0);
}

/* --- Each value of a version --------------------------------------------------------------------------------------- */

typedef gboolean (*TargetFunc) (const char *name, const Target *target, gpointer data);

static gboolean
each_band (TargetFunc func, gpointer data)
{
  static const guint fields[] = { SL_SCALE_BAND_LABEL, SL_SCALE_BAND_UPPER, SL_SCALE_BAND_MID };

  for (int scale = 1; scale < SL_SCALE_END_; scale++)
    for (int level = 1; level <= 5; level++)
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          Target target = { .kind = SL_KIND_SCALE_BAND, .field = fields[f], .scale = scale, .level = level };
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
      Target target = { .kind = SL_KIND_SETTINGS, .field = f };

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
copy_value (const char *name, const Target *target, gpointer data)
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

static char *
dup_label (const Target *target, gboolean translated)
{
  const char *label = field_of (target)->label;
  const char *scale = target->kind == SL_KIND_SCALE_BAND ? sl_enum_label (&sl_scale_enum, target->scale) : NULL;

  if (translated)
    label = g_dgettext (GETTEXT_PACKAGE, label);
  if (scale == NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s %d, %s", translated ? g_dgettext (GETTEXT_PACKAGE, scale) : scale, target->level, label);
}

static gboolean
tell_difference (const char *name, const Target *target, gpointer data)
{
  const Difference *d = data;
  g_autofree char *before = dup_value (d->data, target, d->before, SL_DATE_NONE);
  g_autofree char *after = dup_value (d->data, target, d->after, SL_DATE_NONE);
  g_autofree char *label = NULL, *line = NULL;

  if (g_str_equal (before, after))
    return TRUE;
  label = dup_label (target, d->translated);
  line = g_strdup_printf ("%s: %s → %s", label, *before != '\0' ? before : "–", *after != '\0' ? after : "–");
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

/* --- The act ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  SlTx *tx;
  const SlSettingsDraft *draft;
  const SlActContext *context;
  SlUid from, made; /* settings versions; @made: SL_UID_NONE until it is needed */
  GError **error;
} Apply;

/* All of a record but its code and what the caller sets anew. */
static gboolean
copy_record (Apply *self, const SlRecord *from, SlUid to, guint64 but)
{
  const SlKind *kind = sl_kind_get (from->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue value;

      sl_record_get (from, f, &value);
      if (!(but & SL_MASK (f)) && !sl_tx_set (self->tx, to, f, &value, self->error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, sl_record_ref (record));
  return TRUE;
}

static gboolean
copy_bands (Apply *self)
{
  g_autoptr (GPtrArray) bands = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_record_unref);

  sl_data_children (sl_tx_data (self->tx), SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, self->from, collect, bands);
  for (guint i = 0; i < bands->len; i++)
    {
      SlUid uid = sl_tx_create (self->tx, SL_KIND_SCALE_BAND);

      if (!copy_record (self, bands->pdata[i], uid, SL_MASK (SL_SCALE_BAND_SETTINGS))
          || !sl_tx_set (self->tx, uid, SL_SCALE_BAND_SETTINGS, &SL_VALUE_REF (self->made), self->error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_highest (const SlRecord *record, gpointer data)
{
  *(int *) data = MAX (*(int *) data, SL_AS (SETTINGS, record)->version);
  return TRUE;
}

/* The next version with all its bands, in force. */
static gboolean
make_version (Apply *self)
{
  const SlData *data = sl_tx_data (self->tx);
  g_autoptr (SlRecord) from = sl_record_ref (sl_data_lookup (data, self->from));
  guint64 but = SL_MASK (SL_SETTINGS_VERSION) | SL_MASK (SL_SETTINGS_CHANGED_ON) | SL_MASK (SL_SETTINGS_CHANGED_BY)
                | SL_MASK (SL_SETTINGS_REASON);
  int version = 0;

  sl_data_each (data, SL_KIND_SETTINGS, find_highest, &version);
  self->made = sl_tx_create (self->tx, SL_KIND_SETTINGS);
  return copy_record (self, from, self->made, but)
         && sl_tx_set (self->tx, self->made, SL_SETTINGS_VERSION, &SL_VALUE_INT (version + 1), self->error)
         && copy_bands (self)
         && sl_tx_set (self->tx, sl_data_programme (data)->record.uid, SL_PROGRAMME_SETTINGS, &SL_VALUE_REF (self->made),
                       self->error);
}

static gboolean
put_statement (Apply *self, const Target *target, const char *text)
{
  const char *by = sl_settings_draft_get (self->draft, APPROVED_BY);
  SlUid uid = sl_tx_create (self->tx, SL_KIND_APPETITE);
  int scope = target->stakeholder != SL_UID_NONE ? SL_SCOPE_STAKEHOLDER : SL_SCOPE_PROGRAMME;

  if (!sl_tx_set (self->tx, uid, SL_APPETITE_SCOPE, &SL_VALUE_ENUM (scope), self->error)
      || (target->stakeholder != SL_UID_NONE
          && !sl_tx_set (self->tx, uid, SL_APPETITE_STAKEHOLDER, &SL_VALUE_REF (target->stakeholder), self->error))
      || !sl_tx_set (self->tx, uid, SL_APPETITE_CATEGORY, &SL_VALUE_ENUM (target->category), self->error)
      || !sl_tx_set (self->tx, uid, SL_APPETITE_DATE, &SL_VALUE_DATE (self->context->day), self->error)
      || !sl_tx_set_text (self->tx, uid, SL_APPETITE_LEVEL, text, self->context->day, self->error))
    return FALSE;
  if (by != NULL)
    return sl_tx_set_text (self->tx, uid, SL_APPETITE_APPROVED_BY, by, self->context->day, self->error);
  return self->context->actor == SL_UID_NONE
         || sl_tx_set (self->tx, uid, SL_APPETITE_APPROVED_BY, &SL_VALUE_REF (self->context->actor), self->error);
}

static SlUid
band_of (Apply *self, const Target *target)
{
  const SlData *data = sl_tx_data (self->tx);
  const SlScaleBand *band = sl_settings_band (data, SL_AS (SETTINGS, sl_data_lookup (data, self->made)), target->scale, target->level);
  SlUid uid;

  if (band != NULL)
    return band->record.uid;
  uid = sl_tx_create (self->tx, SL_KIND_SCALE_BAND);
  sl_tx_set (self->tx, uid, SL_SCALE_BAND_SETTINGS, &SL_VALUE_REF (self->made), NULL);
  sl_tx_set (self->tx, uid, SL_SCALE_BAND_SCALE, &SL_VALUE_ENUM (target->scale), NULL);
  sl_tx_set (self->tx, uid, SL_SCALE_BAND_LEVEL, &SL_VALUE_INT (target->level), NULL);
  return uid;
}

static gboolean
put (Apply *self, const char *name, const char *text)
{
  Target target;
  SlUid uid;

  if (!find_target (sl_tx_data (self->tx), name, &target, self->error))
    return FALSE;
  if (target.kind == SL_KIND_APPETITE)
    return target.category == 0 || put_statement (self, &target, text);
  if (self->made == SL_UID_NONE && !make_version (self))
    return FALSE;
  uid = target.kind == SL_KIND_SETTINGS ? self->made : band_of (self, &target);
  return sl_tx_set_text (self->tx, uid, target.field, text, self->context->day, self->error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
check_grid (const SlSettings *settings, GError **error)
{
  int p, i;
  const char *fault = sl_grid_fault_at (settings, &p, &i);

  if (fault == NULL)
    return TRUE;
  /* TRANSLATORS: the last place is what is wrong with the rating grid there. */
  g_set_error (error, SL_ERROR, SL_ERROR_RULE, _ ("Probability %d, impact %d: %s"), p, i, g_dgettext (GETTEXT_PACKAGE, fault));
  return FALSE;
}

gboolean
sl_tx_apply_settings (SlTx *tx, const SlSettingsDraft *draft, const SlActContext *context, GError **error)
{
  Apply self = { tx, draft, context, SL_UID_NONE, SL_UID_NONE, error };
  g_autoptr (GList) names = NULL;

  g_return_val_if_fail (tx != NULL && draft != NULL && context != NULL && sl_data_settings (sl_tx_data (tx)) != NULL, FALSE);
  self.from = sl_data_settings (sl_tx_data (tx))->record.uid;
  names = g_list_sort (g_hash_table_get_keys (draft->values), compare_names);
  for (const GList *l = names; l != NULL; l = l->next)
    if (!put (&self, l->data, g_hash_table_lookup (draft->values, l->data)))
      return FALSE;
  return check_grid (sl_data_settings (sl_tx_data (tx)), error);
}

SlMoves *
sl_workspace_settings_moves (SlWorkspace *self, const SlSettingsDraft *draft, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;
  SlView before, after;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && draft != NULL, NULL);
  before = sl_workspace_view (self);
  g_return_val_if_fail (before.settings != NULL, NULL);
  tx = sl_tx_new (before.data, SL_VERB_EDIT);
  sl_workspace_act_context (self, NULL, &context);
  context.day = before.as_of;
  if (!sl_tx_apply_settings (tx, draft, &context, error))
    return NULL;
  after = (SlView){ sl_tx_data (tx), before.as_of, sl_data_settings (sl_tx_data (tx)) };
  return sl_moves_new (&before, &after);
}

gboolean
sl_workspace_apply_settings (SlWorkspace *self, const SlSettingsDraft *draft, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && draft != NULL && sl_workspace_view (self).settings != NULL, FALSE);
  tx = sl_workspace_begin (self, SL_VERB_EDIT);
  sl_workspace_act_context (self, reason, &context);
  return sl_tx_apply_settings (tx, draft, &context, error) && sl_workspace_commit (self, g_steal_pointer (&tx), reason, error);
}
