/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-grid-act.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

struct _SlGridAct
{
  SlGridModel *model;
  SlVerb verb;
  GArray *writes; /* of SlGridWrite */
  guint n_new;
  guint line;
  GArray *made;   /* of SlUid */
};

static void
write_clear (gpointer data)
{
  SlGridWrite *self = data;

  sl_column_unref (self->column);
  g_free (self->text);
}

SlGridAct *
sl_grid_act_new (SlGridModel *model, SlVerb verb)
{
  SlGridAct *self;

  g_return_val_if_fail (SL_IS_GRID_MODEL (model), NULL);
  self = g_new0 (SlGridAct, 1);
  self->model = g_object_ref (model);
  self->verb = verb;
  self->writes = g_array_new (FALSE, TRUE, sizeof (SlGridWrite));
  g_array_set_clear_func (self->writes, write_clear);
  self->made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  return self;
}

void
sl_grid_act_free (SlGridAct *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->writes);
  g_array_unref (self->made);
  g_object_unref (self->model);
  g_free (self);
}

void
sl_grid_act_write (SlGridAct *self, SlUid uid, SlColumn *column, const char *text)
{
  SlGridWrite write = { .uid = uid, .line = self->line };

  g_return_if_fail (uid != SL_UID_NONE && column != NULL && text != NULL);
  write.column = sl_column_ref (column);
  write.text = g_strdup (text);
  g_array_append_val (self->writes, write);
}

void
sl_grid_act_write_new (SlGridAct *self, guint row, SlColumn *column, const char *text)
{
  SlGridWrite write = { .row = row, .line = self->line };

  g_return_if_fail (column != NULL && text != NULL);
  write.column = sl_column_ref (column);
  write.text = g_strdup (text);
  g_array_append_val (self->writes, write);
  self->n_new = MAX (self->n_new, row + 1);
}

void
sl_grid_act_set_line (SlGridAct *self, guint line)
{
  g_return_if_fail (self != NULL);
  self->line = line;
}

guint
sl_grid_act_n_cells (SlGridAct *self)
{
  return self->writes->len;
}

guint
sl_grid_act_n_new (SlGridAct *self)
{
  return self->n_new;
}

const GArray *
sl_grid_act_made (SlGridAct *self)
{
  return self->made;
}

/* --- Spreading ---------------------------------------------------------------------------------------------------- */

static gboolean
check_column (SlColumn *column, GError **error)
{
  if (sl_column_can_set (column))
    return TRUE;
  if (column->editable)
    g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("“%s” is written cell by cell; paste the other columns without it"),
                 column->title);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("“%s” cannot be edited here; leave it out of what you paste"),
                 column->title);
  return FALSE;
}

gboolean
sl_grid_act_fill (SlGridAct *self, const char *text, GPtrArray *columns, guint first, guint last, GArray *uids, GError **error)
{
  for (guint c = first; c <= last; c++)
    if (!check_column (columns->pdata[c], error))
      return FALSE;
  for (guint r = 0; r < uids->len; r++)
    for (guint c = first; c <= last; c++)
      sl_grid_act_write (self, g_array_index (uids, SlUid, r), columns->pdata[c], text);
  return TRUE;
}

char *
sl_grid_act_dup_filled (SlGridAct *self)
{
  guint n = self->writes->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell filled", "%u cells filled", n), n);
}

static gboolean
check_width (GPtrArray *rows, GPtrArray *columns, guint first, GError **error)
{
  guint widest = 0;

  for (guint r = 0; r < rows->len; r++)
    widest = MAX (widest, ((GPtrArray *) rows->pdata[r])->len);
  if (widest > columns->len - first)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE, "What you paste is %u column wide, but only %u are left from here; start further left",
                             "What you paste is %u columns wide, but only %u are left from here; start further left", widest),
                   widest, columns->len - first);
      return FALSE;
    }
  for (guint c = 0; c < widest; c++)
    if (!check_column (columns->pdata[first + c], error))
      return FALSE;
  return TRUE;
}

gboolean
sl_grid_act_spread (SlGridAct *self, GPtrArray *rows, GPtrArray *columns, guint first, guint last, GArray *uids,
                    GError **error)
{
  guint position, n_rows;

  g_return_val_if_fail (self != NULL && rows != NULL && rows->len > 0 && first < columns->len && last >= first, FALSE);
  if (rows->len == 1 && ((GPtrArray *) rows->pdata[0])->len == 1 && uids->len > 0)
    return sl_grid_act_fill (self, ((GPtrArray *) rows->pdata[0])->pdata[0], columns, first, last, uids, error);
  if (!check_width (rows, columns, first, error))
    return FALSE;
  position = uids->len > 0 ? sl_grid_model_position (self->model, g_array_index (uids, SlUid, 0))
                           : g_list_model_get_n_items (G_LIST_MODEL (self->model));
  n_rows = uids->len > rows->len && uids->len % rows->len == 0 ? uids->len : rows->len;
  for (guint r = 0, n_new = 0; r < n_rows; r++)
    {
      GPtrArray *cells = rows->pdata[r % rows->len];
      SlUid uid = sl_grid_model_uid (self->model, position++);

      while (sl_grid_model_head (self->model, uid, NULL))
        uid = sl_grid_model_uid (self->model, position++);
      self->line = r % rows->len + 1;
      for (guint c = 0; c < cells->len; c++)
        if (uid != SL_UID_NONE)
          sl_grid_act_write (self, uid, columns->pdata[first + c], cells->pdata[c]);
        else
          sl_grid_act_write_new (self, n_new, columns->pdata[first + c], cells->pdata[c]);
      n_new += uid == SL_UID_NONE;
    }
  self->line = 0;
  return TRUE;
}

/* Beyond that nobody follows each row. */
#define PINS_MAX 20000

void
sl_grid_act_pin (SlGridAct *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; self->writes->len <= PINS_MAX && i < self->writes->len; i++)
    if (g_array_index (self->writes, SlGridWrite, i).uid != SL_UID_NONE)
      sl_grid_model_pin (self->model, g_array_index (self->writes, SlGridWrite, i).uid);
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

/* What names a row in a message: the line pasted, and the code of its record where it has one. */
static char *
dup_place (SlGridAct *self, const SlTx *tx, const SlGridWrite *write, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (write->uid != SL_UID_NONE ? sl_tx_base (tx) : sl_tx_data (tx), uid);
  const char *code = record != NULL && write->uid != SL_UID_NONE ? sl_record_code (record) : NULL;

  if (write->line == 0)
    return g_strdup (code != NULL ? code : "");
  if (code != NULL)
    /* TRANSLATORS: a line of what is pasted, and the record it would go to, such as “Line 3 ”. */
    return g_strdup_printf (_ ("Line %u (%s)"), write->line, code);
  return g_strdup_printf (_ ("Line %u"), write->line);
}

static void
name_cell (SlGridAct *self, const SlTx *tx, const SlGridWrite *write, SlUid uid, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || self->writes->len < 2)
    return;
  place = dup_place (self, tx, write, uid);
  /* TRANSLATORS: {1} row, {2} column, {3} what is wrong. */
  message = sl_text_compose (_ ("{1}, {2}: {3}. Nothing was changed"),
                             (const char *const[]){ place, write->column->title, (*error)->message, NULL });
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

SlGridModel *
sl_grid_act_model (SlGridAct *self)
{
  return self->model;
}

SlVerb
sl_grid_act_verb (SlGridAct *self)
{
  return self->verb;
}

const SlGridWrite *
sl_grid_act_nth (SlGridAct *self, guint n)
{
  return &g_array_index (self->writes, SlGridWrite, n);
}

SlUid
sl_grid_act_nth_uid (SlGridAct *self, guint n)
{
  const SlGridWrite *write = sl_grid_act_nth (self, n);

  if (write->uid != SL_UID_NONE)
    return write->uid;
  return write->row < self->made->len ? g_array_index (self->made, SlUid, write->row) : SL_UID_NONE;
}

gboolean
sl_grid_act_write_nth (SlGridAct *self, guint n, SlTx *tx, const char *reason, GError **error)
{
  SlWorkspace *workspace = sl_grid_model_workspace (self->model);
  const SlGridWrite *write = sl_grid_act_nth (self, n);
  SlUid uid = sl_grid_act_nth_uid (self, n);

  if (write->column->set != NULL)
    return write->column->set (workspace, tx, uid, write->text, reason, write->column->data, error);
  return sl_tx_set_text (tx, uid, (guint) write->column->field, write->text, sl_workspace_default_as_of (workspace), error);
}

void
sl_grid_act_make (SlGridAct *self, SlTx *tx)
{
  sl_grid_act_forget (self);
  for (guint i = 0; i < self->n_new; i++)
    {
      SlUid uid = sl_tx_create (tx, sl_grid_model_kind (self->model));

      g_array_append_val (self->made, uid);
      sl_grid_model_pin (self->model, uid);
    }
}

void
sl_grid_act_forget (SlGridAct *self)
{
  for (guint i = 0; i < self->made->len; i++)
    sl_grid_model_unpin (self->model, g_array_index (self->made, SlUid, i));
  g_array_set_size (self->made, 0);
}

static gboolean
run_in_tx (SlGridAct *self, const char *reason, GError **error)
{
  SlWorkspace *workspace = sl_grid_model_workspace (self->model);
  g_autoptr (SlTx) tx = sl_workspace_begin (workspace, self->verb);

  sl_grid_act_make (self, tx);
  for (guint i = 0; i < self->writes->len; i++)
    if (!sl_grid_act_write_nth (self, i, tx, reason, error))
      {
        name_cell (self, tx, sl_grid_act_nth (self, i), sl_grid_act_nth_uid (self, i), error);
        return FALSE;
      }
  return sl_workspace_commit (workspace, g_steal_pointer (&tx), reason, error);
}

gboolean
sl_grid_act_run (SlGridAct *self, const char *reason, GError **error)
{
  SlWorkspace *workspace;
  g_autofree char *obstacle = NULL;
  const SlGridWrite *only;

  g_return_val_if_fail (self != NULL, FALSE);
  workspace = sl_grid_model_workspace (self->model);
  obstacle = sl_workspace_dup_obstacle (workspace);
  if (obstacle != NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_READ_ONLY, obstacle);
      return FALSE;
    }
  g_array_set_size (self->made, 0);
  only = self->writes->len == 1 ? &g_array_index (self->writes, SlGridWrite, 0) : NULL;
  if (only != NULL && only->uid != SL_UID_NONE && only->column->set == NULL && only->column->commit != NULL)
    return only->column->commit (workspace, only->uid, only->text, reason, only->column->data, error);
  if (run_in_tx (self, reason, error))
    return TRUE;
  sl_grid_act_forget (self);
  return FALSE;
}
