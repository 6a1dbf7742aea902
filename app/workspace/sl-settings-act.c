/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-settings-act.h"

#include "base/sl-error.h"
#include "workspace/sl-settings-private.h"

#include <glib/gi18n-lib.h>

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
put_statement (Apply *self, const SlSettingsTarget *target, const char *text)
{
  const char *by = sl_settings_draft_get (self->draft, SL_SETTINGS_APPROVED_BY);
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
band_of (Apply *self, const SlSettingsTarget *target)
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
  SlSettingsTarget target;
  SlUid uid;

  if (!sl_settings_target (sl_tx_data (self->tx), name, &target, self->error))
    return FALSE;
  if (target.kind == SL_KIND_APPETITE)
    return target.category == 0 || put_statement (self, &target, text);
  if (self->made == SL_UID_NONE && !make_version (self))
    return FALSE;
  uid = target.kind == SL_KIND_SETTINGS ? self->made : band_of (self, &target);
  return sl_tx_set_text (self->tx, uid, target.field, text, self->context->day, self->error);
}

gboolean
sl_settings_check_grid (const SlSettings *settings, GError **error)
{
  int p, i;
  const char *fault = sl_grid_fault_at (settings, &p, &i);

  if (fault == NULL)
    return TRUE;
  /* TRANSLATORS: the last place is what is wrong with the rating grid there. */
  g_set_error (error, SL_ERROR, SL_ERROR_RULE, _ ("Probability %d, impact %d: %s"), p, i, g_dgettext (GETTEXT_PACKAGE, fault));
  return FALSE;
}

static gboolean
put_draft (SlTx *tx, const SlSettingsDraft *draft, const SlActContext *context, GError **error)
{
  Apply self = { tx, draft, context, sl_data_settings (sl_tx_data (tx))->record.uid, SL_UID_NONE, error };
  g_autoptr (GPtrArray) names = sl_settings_draft_names (draft);

  for (guint i = 0; i < names->len; i++)
    if (!put (&self, names->pdata[i], sl_settings_draft_get (draft, names->pdata[i])))
      return FALSE;
  return TRUE;
}

gboolean
sl_tx_apply_settings (SlTx *tx, const SlSettingsDraft *draft, const SlActContext *context, GError **error)
{
  g_return_val_if_fail (tx != NULL && draft != NULL && context != NULL && sl_data_settings (sl_tx_data (tx)) != NULL, FALSE);
  return put_draft (tx, draft, context, error) && sl_settings_check_grid (sl_data_settings (sl_tx_data (tx)), error);
}

SlTx *
sl_workspace_try_settings (SlWorkspace *self, const SlSettingsDraft *draft, SlView *after, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;
  SlView before;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && draft != NULL && after != NULL, NULL);
  before = sl_workspace_view (self);
  g_return_val_if_fail (before.settings != NULL, NULL);
  tx = sl_tx_new (before.data, SL_VERB_EDIT);
  sl_workspace_act_context (self, NULL, &context);
  context.day = before.as_of;
  if (!put_draft (tx, draft, &context, error))
    return NULL;
  *after = (SlView){ sl_tx_data (tx), before.as_of, sl_data_settings (sl_tx_data (tx)) };
  return g_steal_pointer (&tx);
}

SlMoves *
sl_workspace_settings_moves (SlWorkspace *self, const SlSettingsDraft *draft, GError **error)
{
  SlView before, after;
  g_autoptr (SlTx) tx = sl_workspace_try_settings (self, draft, &after, error);

  if (tx == NULL || !sl_settings_check_grid (after.settings, error))
    return NULL;
  before = sl_workspace_view (self);
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
