/* Putting back a value that the history names: an edit like any other, through the same door.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-workspace-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

static const char *
obstacle_of (SlWorkspace *self, const SlChangeLine *line)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self), line->change->uid);
  const SlField *field = sl_change_line_field (line);
  SlValue earlier, now;

  if (field == NULL || line->change->before == NULL)
    return N_ ("There is no earlier value: the record was made by this change");
  if (record == NULL)
    return N_ ("The record is no longer there");
  if (field->flags & (SL_FIELD_CODE | SL_FIELD_FIXED))
    return N_ ("This is given once and never changed");
  sl_change_line_get (line, FALSE, &earlier);
  sl_record_get (record, (guint) line->field, &now);
  return sl_value_equal (&earlier, &now) ? N_ ("That is its value now") : NULL;
}

char *
sl_workspace_dup_restore_obstacle (SlWorkspace *self, const SlChangeLine *line)
{
  char *obstacle;
  const char *reason;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && line != NULL, NULL);
  obstacle = sl_workspace_dup_obstacle (self);
  reason = obstacle == NULL ? obstacle_of (self, line) : NULL;
  return reason != NULL ? g_strdup (g_dgettext (GETTEXT_PACKAGE, reason)) : obstacle;
}

gboolean
sl_workspace_restore (SlWorkspace *self, const SlChangeLine *line, const char *reason, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  g_autofree char *obstacle = NULL;
  SlValue earlier;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && line != NULL, FALSE);
  obstacle = sl_workspace_dup_restore_obstacle (self, line);
  if (obstacle != NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, obstacle);
      return FALSE;
    }
  tx = sl_workspace_begin (self, SL_VERB_EDIT);
  sl_change_line_get (line, FALSE, &earlier);
  return sl_tx_set (tx, line->change->uid, (guint) line->field, &earlier, error)
         && sl_workspace_commit (self, g_steal_pointer (&tx), reason, error);
}
