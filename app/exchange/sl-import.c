/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-import.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-programme-xml-read.h"

#include <glib/gi18n-lib.h>

struct _SlImport
{
  SlWorkspace *workspace;
  SlTx *tx;               /* over the workspace; NULL once it is committed */
  SlProgramme *nothing;   /* what @document stands on */
  SlTx *document;         /* SL_IMPORT_UPDATE: what was read */
  GPtrArray *differences;
  SlImportMode mode;
  guint count;
};

void
sl_import_free (SlImport *self)
{
  g_clear_pointer (&self->tx, sl_tx_free);
  g_clear_pointer (&self->document, sl_tx_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->nothing);
  g_clear_object (&self->workspace);
  g_free (self);
}

SlImportMode
sl_import_mode (const SlImport *self)
{
  return self->mode;
}

guint
sl_import_count (const SlImport *self)
{
  return self->count;
}

const SlData *
sl_import_data (const SlImport *self)
{
  return sl_tx_data (self->tx);
}

const SlData *
sl_import_document (const SlImport *self)
{
  return sl_tx_data (self->document != NULL ? self->document : self->tx);
}

const GPtrArray *
sl_import_differences (const SlImport *self)
{
  return self->differences;
}

static guint
count_records (const SlData *data)
{
  guint n = 0;

  for (int k = 0; k < SL_N_KINDS; k++)
    n += sl_data_count (data, k);
  return n;
}

/* --- Reading in ---------------------------------------------------------------------------------------------------- */

static gboolean
take_newest (SlChangeSet *change_set, gpointer data)
{
  *(gboolean *) data = change_set->seq == 1 && change_set->verb == SL_VERB_CREATE;
  return FALSE;
}

/* Nothing has happened to it since it was made. */
static gboolean
is_empty (SlWorkspace *workspace, gboolean *empty, GError **error)
{
  *empty = sl_workspace_head (workspace)->seq == 0;
  return *empty || sl_store_read_back (sl_workspace_store (workspace), 0, take_newest, empty, error);
}

static gboolean
collect_uid (const SlRecord *record, gpointer data)
{
  g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

static gboolean
delete_all (SlTx *tx, GError **error)
{
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (int k = 0; k < SL_N_KINDS; k++)
    sl_data_each (sl_tx_data (tx), k, collect_uid, uids);
  for (guint i = 0; i < uids->len; i++)
    {
      SlUid uid = g_array_index (uids, SlUid, i);

      /* Much goes along with what it belongs to. */
      if (sl_data_lookup (sl_tx_data (tx), uid) != NULL && !sl_tx_delete (tx, uid, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_record (const SlRecord *record, gpointer tx)
{
  sl_tx_put (tx, record);
  return TRUE;
}

static gboolean
prepare_load (SlImport *self, GError **error)
{
  self->mode = SL_IMPORT_LOAD;
  self->tx = sl_workspace_begin (self->workspace, SL_VERB_LOAD);
  if (!delete_all (self->tx, error))
    return FALSE;
  for (int k = 0; k < SL_N_KINDS; k++)
    sl_data_each (sl_tx_data (self->document), k, put_record, self->tx);
  return TRUE;
}

/* --- Updating ------------------------------------------------------------------------------------------------------ */

/* What the document refers to is in the programme under another uid, unless it comes along. */
static SlValue
translate (const SlImport *self, const SlField *field, const SlValue *value)
{
  const SlRecord *there;

  if (field->type != SL_TYPE_REF || value->is_null)
    return *value;
  there = sl_compare_counterpart (sl_tx_data (self->document), value->i, sl_workspace_data (self->workspace));
  return there != NULL ? SL_VALUE_REF (there->uid) : *value;
}

static void
put_new (SlImport *self, const SlDifference *difference)
{
  const SlKind *kind = sl_kind_get (difference->kind);
  g_autoptr (SlRecord) record = NULL;
  SlRecordEdit edit;

  sl_record_edit_from (&edit, difference->other);
  for (guint f = 0; f < kind->n_fields; f++)
    edit.values[f] = translate (self, &kind->fields[f], &edit.values[f]);
  if (difference->place != SL_UID_NONE)
    edit.values[kind->parent] = SL_VALUE_REF (difference->place);
  record = sl_record_edit_done (&edit);
  sl_tx_put (self->tx, record);
}

static gboolean
put_changed (SlImport *self, const SlDifference *difference, GError **error)
{
  const SlKind *kind = sl_kind_get (difference->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue value;

      if (!(difference->mask & SL_MASK (f)))
        continue;
      sl_record_get (difference->other, f, &value);
      value = translate (self, &kind->fields[f], &value);
      if (!sl_tx_set (self->tx, difference->one->uid, f, &value, error))
        {
          g_prefix_error (error, "%s: ", difference->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
prepare_update (SlImport *self, GError **error)
{
  self->mode = SL_IMPORT_UPDATE;
  self->tx = sl_workspace_begin (self->workspace, SL_VERB_IMPORT);
  self->differences
      = sl_compare (sl_workspace_data (self->workspace), sl_tx_data (self->document), SL_COMPARE_BY_CODE);
  for (guint i = 0; i < self->differences->len; i++)
    {
      const SlDifference *difference = self->differences->pdata[i];

      if (difference->one == NULL)
        put_new (self, difference);
      else if (difference->other != NULL && !put_changed (self, difference, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Both ---------------------------------------------------------------------------------------------------------- */

static gboolean
prepare (SlImport *self, GError **error)
{
  const SlProgrammeInfo *mine = sl_data_programme (sl_workspace_data (self->workspace));
  const SlProgrammeInfo *theirs = sl_data_programme (sl_tx_data (self->document));
  gboolean empty;

  if (sl_data_settings (sl_tx_data (self->document)) == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED,
                   _ ("the document names no settings in force; without scales and limits nothing can be judged"));
      return FALSE;
    }
  if (mine != NULL && g_strcmp0 (mine->identity, theirs->identity) == 0)
    return prepare_update (self, error);
  if (!is_empty (self->workspace, &empty, error))
    return FALSE;
  if (empty)
    return prepare_load (self, error);
  g_set_error (error, SL_ERROR, SL_ERROR_REFUSED,
               _ ("“%s” is another programme than this one, “%s”; import it into an empty file or one that is not there yet"),
               theirs->name, mine->name);
  return FALSE;
}

SlImport *
sl_import_read (GInputStream *stream, const char *name, GCancellable *cancellable, GPtrArray *problems, GError **error)
{
  g_autoptr (SlImport) self = g_new0 (SlImport, 1);

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL, NULL);
  self->nothing = sl_programme_new ();
  self->document = sl_tx_new (sl_programme_data (self->nothing), SL_VERB_LOAD);
  if (!sl_programme_xml_read (self->document, stream, name, cancellable, problems, error))
    return NULL;
  self->count = count_records (sl_tx_data (self->document));
  return g_steal_pointer (&self);
}

gboolean
sl_import_prepare (SlImport *self, SlWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (self != NULL && SL_IS_WORKSPACE (workspace), FALSE);
  g_clear_pointer (&self->tx, sl_tx_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_set_object (&self->workspace, workspace);
  return prepare (self, error);
}

SlImport *
sl_import_new (SlWorkspace *workspace, GInputStream *stream, const char *name, GCancellable *cancellable, GPtrArray *problems,
               GError **error)
{
  g_autoptr (SlImport) self = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace), NULL);
  self = sl_import_read (stream, name, cancellable, problems, error);
  if (self == NULL)
    return NULL;
  if (!sl_import_prepare (self, workspace, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* What stands is not written over without a word (domain.md 2.9). */
static gboolean
check_reason (const SlImport *self, const char *reason, GError **error)
{
  g_autofree char *line = sl_text_clean (reason, TRUE);
  guint n = 0;

  for (guint i = 0; self->mode == SL_IMPORT_UPDATE && i < self->differences->len; i++)
    {
      const SlDifference *difference = self->differences->pdata[i];

      n += difference->one != NULL && difference->other != NULL;
    }
  if (n == 0 || line != NULL)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_REASON_NEEDED,
               g_dngettext (GETTEXT_PACKAGE, "%u record would be overwritten; give a reason",
                            "%u records would be overwritten; give a reason", n), n);
  return FALSE;
}

gboolean
sl_import_check (SlImport *self, SlUid actor, const char *reason, GError **error)
{
  g_return_val_if_fail (self != NULL && self->tx != NULL, FALSE);
  return check_reason (self, reason, error) && sl_workspace_try (self->workspace, self->tx, actor, reason, error);
}

gboolean
sl_import_commit (SlImport *self, SlUid actor, const char *reason, GError **error)
{
  g_return_val_if_fail (self != NULL && self->tx != NULL, FALSE);
  return check_reason (self, reason, error)
         && sl_workspace_commit_as (self->workspace, g_steal_pointer (&self->tx), actor, reason, error);
}
