/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-settings-edit.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

struct _SlSettingsEdit
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlSettingsDraft *draft;
  GPtrArray *undo, *redo; /* of SlSettingsDraft, the latest last */
  SlMoves *moves;
  GError *fault;
  int probability, impact; /* of the fault in the grid; 0: none */
  gboolean watched, stale;
};

G_DEFINE_FINAL_TYPE (SlSettingsEdit, sl_settings_edit, G_TYPE_OBJECT)

static guint changed_signal;

static void
sl_settings_edit_dispose (GObject *object)
{
  SlSettingsEdit *self = SL_SETTINGS_EDIT (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_settings_edit_parent_class)->dispose (object);
}

static void
sl_settings_edit_finalize (GObject *object)
{
  SlSettingsEdit *self = SL_SETTINGS_EDIT (object);

  sl_settings_draft_free (self->draft);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_pointer (&self->moves, sl_moves_free);
  g_clear_error (&self->fault);
  G_OBJECT_CLASS (sl_settings_edit_parent_class)->finalize (object);
}

static void
sl_settings_edit_class_init (SlSettingsEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_settings_edit_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_settings_edit_init (SlSettingsEdit *self)
{
  self->draft = sl_settings_draft_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_settings_draft_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_settings_draft_free);
}

/* --- What it would move ------------------------------------------------------------------------------------------- */

static const SlData *
data_of (SlSettingsEdit *self)
{
  return sl_workspace_data (self->workspace);
}

static gboolean
has_settings (SlSettingsEdit *self)
{
  return sl_workspace_view (self->workspace).settings != NULL;
}

static void
reckon (SlSettingsEdit *self)
{
  g_autoptr (SlTx) tx = NULL;
  SlView before, after;

  g_clear_pointer (&self->moves, sl_moves_free);
  g_clear_error (&self->fault);
  self->probability = self->impact = 0;
  if (!has_settings (self) || sl_settings_draft_count (self->draft) == 0)
    return;
  tx = sl_workspace_try_settings (self->workspace, self->draft, &after, &self->fault);
  if (tx == NULL)
    return;
  if (!sl_settings_check_grid (after.settings, &self->fault))
    {
      sl_grid_fault_at (after.settings, &self->probability, &self->impact);
      return;
    }
  before = sl_workspace_view (self->workspace);
  self->moves = sl_moves_new (&before, &after);
}

static void
refresh (SlSettingsEdit *self)
{
  self->stale = FALSE;
  reckon (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Somebody changed something: perhaps what is drafted here. */
static void
on_workspace (SlSettingsEdit *self)
{
  if (!self->watched)
    {
      self->stale = TRUE;
      return;
    }
  if (has_settings (self) && sl_settings_draft_count (self->draft) > 0)
    sl_settings_draft_follow (self->draft, data_of (self), sl_workspace_as_of (self->workspace));
  refresh (self);
}

void
sl_settings_edit_set_watched (SlSettingsEdit *self, gboolean watched)
{
  g_return_if_fail (SL_IS_SETTINGS_EDIT (self));
  self->watched = watched;
  if (watched && self->stale)
    on_workspace (self);
}

SlSettingsEdit *
sl_settings_edit_new (SlWorkspace *workspace)
{
  SlSettingsEdit *self = g_object_new (SL_TYPE_SETTINGS_EDIT, NULL);

  self->workspace = g_object_ref (workspace);
  self->stale = TRUE;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_workspace), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (on_workspace), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::actor", G_CALLBACK (on_workspace), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (on_workspace), self, G_CONNECT_SWAPPED);
  return self;
}

SlWorkspace *
sl_settings_edit_workspace (SlSettingsEdit *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), NULL);
  return self->workspace;
}

/* --- Values ------------------------------------------------------------------------------------------------------- */

char *
sl_settings_edit_dup_present (SlSettingsEdit *self, const char *name)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL && has_settings (self), NULL);
  return sl_settings_dup_present (data_of (self), name, sl_workspace_as_of (self->workspace), NULL);
}

char *
sl_settings_edit_dup_text (SlSettingsEdit *self, const char *name)
{
  const char *drafted;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL, NULL);
  drafted = sl_settings_draft_get (self->draft, name);
  return drafted != NULL ? g_strdup (drafted) : sl_settings_edit_dup_present (self, name);
}

gboolean
sl_settings_edit_is_drafted (SlSettingsEdit *self, const char *name)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL, FALSE);
  return sl_settings_draft_get (self->draft, name) != NULL;
}

static char *
dup_theirs (SlSettingsEdit *self, const char *name)
{
  return sl_settings_draft_dup_theirs (self->draft, data_of (self), name, sl_workspace_as_of (self->workspace));
}

gboolean
sl_settings_edit_is_theirs (SlSettingsEdit *self, const char *name)
{
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL, FALSE);
  theirs = dup_theirs (self, name);
  return theirs != NULL;
}

char *
sl_settings_edit_dup_note (SlSettingsEdit *self, const char *name)
{
  g_autofree char *present = NULL, *theirs = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL, NULL);
  if (sl_settings_draft_get (self->draft, name) == NULL)
    return NULL;
  present = sl_settings_edit_dup_present (self, name);
  theirs = dup_theirs (self, name);
  if (theirs != NULL)
    /* TRANSLATORS: beside a value drafted here: {1} is what somebody else has made of it meanwhile. */
    return sl_text_compose (_ ("others made it {1} meanwhile"), (const char *[]){ *theirs != '\0' ? theirs : "–", NULL });
  /* TRANSLATORS: beside a drafted value: {1} is the one in force. */
  return sl_text_compose (_ ("was {1}"), (const char *[]){ *present != '\0' ? present : "–", NULL });
}

GPtrArray *
sl_settings_edit_names (SlSettingsEdit *self)
{
  GPtrArray *names;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), NULL);
  names = sl_settings_draft_names (self->draft);
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], SL_SETTINGS_APPROVED_BY))
      g_ptr_array_remove_index (names, i--);
  return names;
}

guint
sl_settings_edit_count_theirs (SlSettingsEdit *self)
{
  g_autoptr (GPtrArray) names = sl_settings_edit_names (self);
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    n += sl_settings_edit_is_theirs (self, names->pdata[i]);
  return n;
}

gboolean
sl_settings_edit_states_appetite (SlSettingsEdit *self)
{
  g_autoptr (GPtrArray) names = sl_settings_edit_names (self);

  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "appetite."))
      return TRUE;
  return FALSE;
}

/* --- Changing the draft ------------------------------------------------------------------------------------------- */

/* Before a change of the draft. */
static void
keep (SlSettingsEdit *self)
{
  g_ptr_array_add (self->undo, sl_settings_draft_dup (self->draft));
  g_ptr_array_set_size (self->redo, 0);
}

gboolean
sl_settings_edit_set (SlSettingsEdit *self, const char *name, const char *text, GError **error)
{
  g_autoptr (SlSettingsDraft) before = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && name != NULL && text != NULL && has_settings (self), FALSE);
  before = sl_settings_draft_dup (self->draft);
  if (!sl_settings_draft_set (self->draft, data_of (self), name, text, sl_workspace_as_of (self->workspace), error))
    return FALSE;
  if (g_strcmp0 (sl_settings_draft_get (before, name), sl_settings_draft_get (self->draft, name)) != 0)
    {
      g_ptr_array_add (self->undo, g_steal_pointer (&before));
      g_ptr_array_set_size (self->redo, 0);
    }
  refresh (self);
  return TRUE;
}

gboolean
sl_settings_edit_go_back (SlSettingsEdit *self, SlUid version, GError **error)
{
  const SlRecord *record;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), FALSE);
  record = sl_data_lookup (data_of (self), version);
  g_return_val_if_fail (record != NULL && record->kind == SL_KIND_SETTINGS, FALSE);
  keep (self);
  sl_settings_draft_clear (self->draft);
  if (!sl_settings_draft_copy (self->draft, data_of (self), SL_AS (SETTINGS, record), sl_workspace_as_of (self->workspace), error))
    {
      sl_settings_edit_undo (self);
      return FALSE;
    }
  refresh (self);
  return TRUE;
}

void
sl_settings_edit_discard (SlSettingsEdit *self)
{
  g_return_if_fail (SL_IS_SETTINGS_EDIT (self));
  keep (self);
  sl_settings_draft_clear (self->draft);
  refresh (self);
}

gboolean
sl_settings_edit_can_undo (SlSettingsEdit *self)
{
  return self->undo->len > 0;
}

gboolean
sl_settings_edit_can_redo (SlSettingsEdit *self)
{
  return self->redo->len > 0;
}

static gboolean
step (SlSettingsEdit *self, GPtrArray *from, GPtrArray *to)
{
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, g_steal_pointer (&self->draft));
  self->draft = g_ptr_array_steal_index (from, from->len - 1);
  /* What was drafted long ago may be so by now. */
  sl_settings_draft_follow (self->draft, data_of (self), sl_workspace_as_of (self->workspace));
  refresh (self);
  return TRUE;
}

gboolean
sl_settings_edit_undo (SlSettingsEdit *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), FALSE);
  return step (self, self->undo, self->redo);
}

gboolean
sl_settings_edit_redo (SlSettingsEdit *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), FALSE);
  return step (self, self->redo, self->undo);
}

/* --- What comes of it --------------------------------------------------------------------------------------------- */

SlTx *
sl_settings_edit_try (SlSettingsEdit *self, SlView *view)
{
  SlTx *tx = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self) && view != NULL, NULL);
  if (has_settings (self) && sl_settings_draft_count (self->draft) > 0)
    tx = sl_workspace_try_settings (self->workspace, self->draft, view, NULL);
  if (tx == NULL)
    *view = sl_workspace_view (self->workspace);
  return tx;
}

const SlMoves *
sl_settings_edit_moves (SlSettingsEdit *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), NULL);
  return self->moves;
}

const char *
sl_settings_edit_fault (SlSettingsEdit *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), NULL);
  return self->fault != NULL ? self->fault->message : NULL;
}

gboolean
sl_settings_edit_fault_at (SlSettingsEdit *self, int *probability, int *impact)
{
  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), FALSE);
  *probability = self->probability;
  *impact = self->impact;
  return self->probability > 0;
}

static gboolean
set_approver (SlSettingsEdit *self, SlUid approver, GError **error)
{
  const SlRecord *person = sl_data_lookup (data_of (self), approver);

  return person == NULL || !sl_settings_edit_states_appetite (self)
         || sl_settings_draft_set (self->draft, data_of (self), SL_SETTINGS_APPROVED_BY, sl_record_code (person),
                                   sl_workspace_as_of (self->workspace), error);
}

gboolean
sl_settings_edit_apply (SlSettingsEdit *self, SlUid approver, const char *reason, GError **error)
{
  g_autoptr (SlSettingsDraft) draft = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_EDIT (self), FALSE);
  if (!set_approver (self, approver, error))
    return FALSE;
  /* The commit tells everybody, this draft too, which follows what has become so. */
  draft = sl_settings_draft_dup (self->draft);
  if (!sl_workspace_apply_settings (self->workspace, draft, reason, error))
    return FALSE;
  sl_settings_draft_clear (self->draft);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  refresh (self);
  return TRUE;
}
