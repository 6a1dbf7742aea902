/* Acts: clipboard, filling, clearing, and what stands beneath the cell when one is refused or needs a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/models/sl-tsv.h"
#include "ui/widgets/sl-grid-preview.h"
#include "workspace/sl-duplicate.h"

#include <glib/gi18n-lib.h>

/* --- Beneath the cell --------------------------------------------------------------------------------------------- */

static void
make_bubble (SlGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->bubble_label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0f,
                                     "max-width-chars", 46, NULL);
  self->bubble_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->bubble_entry), _ ("Reason, in a few words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bubble_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  gtk_box_append (GTK_BOX (box), self->bubble_label);
  gtk_box_append (GTK_BOX (box), self->bubble_entry);
  self->bubble_hint = gtk_label_new (_ ("Enter saves, Esc goes back"));
  gtk_widget_add_css_class (self->bubble_hint, "caption");
  gtk_widget_add_css_class (self->bubble_hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->bubble_hint), 0);
  gtk_box_append (GTK_BOX (box), self->bubble_hint);
  gtk_popover_set_child (GTK_POPOVER (self->bubble), box);
}

void
sl_grid_show_bubble (SlGrid *self, const char *message, gboolean ask)
{
  const char *last = sl_workspace_last_reason (sl_grid_model_workspace (self->model));
  GdkRectangle area;

  if (self->bubble_label == NULL)
    make_bubble (self);
  gtk_label_set_text (GTK_LABEL (self->bubble_label), message);
  gtk_widget_set_visible (self->bubble_entry, ask);
  gtk_widget_set_visible (self->bubble_hint, ask);
  if (ask)
    gtk_widget_remove_css_class (self->bubble, "error");
  else
    gtk_widget_add_css_class (self->bubble, "error");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && sl_grid_cursor_area (self, &area))
    {
      gtk_popover_set_pointing_to (GTK_POPOVER (self->bubble), &area);
      gtk_popover_popup (GTK_POPOVER (self->bubble));
    }
  else
    sl_grid_tell (self, message);
  if (ask)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->bubble_entry), last != NULL ? last : "");
      gtk_widget_grab_focus (self->bubble_entry);
    }
}

void
sl_grid_hide_bubble (SlGrid *self)
{
  if (!sl_grid_bubble_asks (self))
    gtk_popover_popdown (GTK_POPOVER (self->bubble));
}

gboolean
sl_grid_bubble_asks (SlGrid *self)
{
  return self->waiting != NULL;
}

void
sl_grid_place_popovers (SlGrid *self)
{
  GtkWidget *popovers[] = { self->bubble, self->choices.popover, self->editor.window };
  GdkRectangle area;

  if (!sl_grid_cursor_area (self, &area))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL && gtk_widget_get_visible (popovers[i]))
      gtk_popover_set_pointing_to (GTK_POPOVER (popovers[i]), &area);
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

static void
finish (SlGrid *self, const char *message, SlGridStep step)
{
  sl_grid_hide_bubble (self);
  sl_grid_close_editor (self);
  if (step.columns != 0 || step.rows != 0)
    sl_grid_move (self, step.columns, step.rows, FALSE);
  if (message != NULL)
    sl_grid_tell (self, message);
}

/* Takes @act. */
static gboolean
attempt (SlGrid *self, SlGridAct *taken, const char *reason, const char *message, SlGridStep step)
{
  g_autoptr (SlGridAct) act = taken;
  g_autoptr (GError) error = NULL;

  if (sl_grid_act_run (act, reason, &error))
    {
      finish (self, message, step);
      return TRUE;
    }
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    {
      g_free (self->waiting_message);
      self->waiting_message = g_strdup (message);
      self->waiting = g_steal_pointer (&act);
      self->step = step;
      sl_grid_show_bubble (self, error->message, TRUE);
      return FALSE;
    }
  sl_grid_show_bubble (self, error->message, FALSE);
  if (self->editor.text != NULL)
    sl_grid_focus_editor (self);
  return FALSE;
}

gboolean
sl_grid_run (SlGrid *self, SlGridAct *act, const char *message, SlGridStep step)
{
  g_clear_pointer (&self->waiting, sl_grid_act_free);
  return attempt (self, act, NULL, message, step);
}

/* --- Many cells --------------------------------------------------------------------------------------------------- */

/* More than this is tried with the window open, so that nobody waits in front of a window that does not answer. */
#define AT_ONCE 200

static void
on_preview_applied (SlGrid *self)
{
  g_autofree char *message = g_steal_pointer (&self->waiting_message);

  finish (self, message, self->step);
}

static void
on_preview_gone (SlGrid *self)
{
  self->preview = NULL;
  g_clear_object (&self->plan);
  g_clear_pointer (&self->waiting_message, g_free);
  if (self->editor.text != NULL)
    sl_grid_focus_editor (self);
  else if (self->view != NULL)
    sl_grid_focus_cursor (self);
}

static void
preview (SlGrid *self, const char *title, const char *message, SlGridStep step)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_free (self->waiting_message);
  self->waiting_message = g_strdup (message);
  self->step = step;
  sl_grid_choices_close (self);
  self->preview = sl_grid_preview_new (SL_PLAN (self->plan), title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  g_signal_connect_object (self->preview, "applied", G_CALLBACK (on_preview_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "destroy", G_CALLBACK (on_preview_gone), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->preview));
}

gboolean
sl_grid_run_many (SlGrid *self, SlGridAct *act, const char *title, const char *message, SlGridStep step)
{
  gboolean few = sl_grid_act_n_cells (act) <= AT_ONCE;

  if (self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preview));
  self->plan = sl_grid_plan_new (act);
  if (few)
    sl_plan_finish (SL_PLAN (self->plan));
  if (few && sl_grid_plan_is_handful (self->plan))
    {
      act = sl_grid_plan_steal_act (self->plan);
      g_clear_object (&self->plan);
      sl_grid_act_pin (act);
      return sl_grid_run (self, act, message, step);
    }
  preview (self, title, message, step);
  return FALSE;
}

gboolean
sl_grid_give_reason (SlGrid *self)
{
  g_autofree char *reason = NULL;
  g_autofree char *message = g_steal_pointer (&self->waiting_message);

  if (self->waiting == NULL)
    return FALSE;
  reason = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->bubble_entry)), TRUE);
  if (reason == NULL)
    {
      gtk_widget_add_css_class (self->bubble_entry, "error");
      self->waiting_message = g_steal_pointer (&message);
      return FALSE;
    }
  gtk_widget_remove_css_class (self->bubble_entry, "error");
  if (self->editor.text == NULL)
    sl_grid_focus_cursor (self);
  else
    sl_grid_focus_editor (self);
  return attempt (self, g_steal_pointer (&self->waiting), reason, message, self->step);
}

/* Back to editing: nothing was written, nothing that was typed is lost. */
void
sl_grid_withdraw (SlGrid *self)
{
  if (self->waiting == NULL)
    return;
  g_clear_pointer (&self->waiting, sl_grid_act_free);
  g_clear_pointer (&self->waiting_message, g_free);
  if (self->editor.text != NULL)
    sl_grid_focus_editor (self);
  else
    sl_grid_focus_cursor (self);
  sl_grid_hide_bubble (self);
}

/* --- Copying ------------------------------------------------------------------------------------------------------ */

char *
sl_grid_dup_selection (SlGrid *self, gboolean with_headers)
{
  g_autoptr (GArray) uids = NULL;
  GString *text = g_string_new (NULL);
  guint first, last;

  g_return_val_if_fail (SL_IS_GRID (self), g_string_free (text, FALSE));
  uids = sl_grid_selected_uids (self);
  sl_grid_selected_columns (self, &first, &last);
  for (guint c = first; with_headers && uids->len > 0 && c <= last; c++)
    {
      sl_tsv_append (text, sl_grid_nth_shown (self, c)->column->title);
      g_string_append_c (text, c < last ? '\t' : '\n');
    }
  for (guint r = 0; r < uids->len; r++)
    {
      const SlRecord *record = sl_grid_model_record (self->model, g_array_index (uids, SlUid, r));

      for (guint c = first; c <= last; c++)
        {
          g_autofree char *cell
              = sl_column_dup_copy (sl_grid_nth_shown (self, c)->column, sl_grid_model_workspace (self->model), record);

          sl_tsv_append (text, cell);
          if (c < last)
            g_string_append_c (text, '\t');
        }
      if (r + 1 < uids->len)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static guint
n_selected (SlGrid *self)
{
  guint first, last;

  sl_grid_selected_columns (self, &first, &last);
  return MAX (1, sl_uid_map_size (self->selected)) * (last - first + 1);
}

void
sl_grid_copy (SlGrid *self, gboolean with_headers)
{
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  guint n;

  g_return_if_fail (SL_IS_GRID (self));
  if (self->model == NULL || sl_grid_cursor_item (self) == NULL)
    return;
  n = n_selected (self);
  text = sl_grid_dup_selection (self, with_headers);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (n > 1)
    {
      message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell copied", "%u cells copied", n), n);
      sl_grid_tell (self, message);
    }
}

void
sl_grid_cut (SlGrid *self)
{
  g_return_if_fail (SL_IS_GRID (self));
  sl_grid_copy (self, FALSE);
  sl_grid_clear (self);
}

/* --- Writing many cells ------------------------------------------------------------------------------------------- */

static gboolean
may_write (SlGrid *self)
{
  g_autofree char *obstacle = NULL;

  if (self->model == NULL || self->editor.text != NULL || sl_grid_n_shown (self) == 0)
    return FALSE;
  obstacle = sl_workspace_dup_obstacle (sl_grid_model_workspace (self->model));
  if (obstacle != NULL)
    sl_grid_tell (self, obstacle);
  return obstacle == NULL;
}

gboolean
sl_grid_clear (SlGrid *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autoptr (SlGridAct) act = NULL;
  g_autofree char *message = NULL;
  guint first, last, n;

  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  if (!may_write (self))
    return FALSE;
  uids = sl_grid_selected_uids (self);
  act = sl_grid_act_new (self->model, SL_VERB_EDIT);
  sl_grid_selected_columns (self, &first, &last);
  for (guint r = 0; r < uids->len; r++)
    for (guint c = first; c <= last; c++)
      {
        SlColumn *column = sl_grid_nth_shown (self, c)->column;

        if (column->editable && column->field >= 0)
          sl_grid_act_write (act, g_array_index (uids, SlUid, r), column, "");
      }
  n = sl_grid_act_n_cells (act);
  if (n == 0)
    {
      sl_grid_tell (self, _ ("Nothing here can be cleared"));
      return FALSE;
    }
  message = n > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell cleared", "%u cells cleared", n), n) : NULL;
  return sl_grid_run_many (self, g_steal_pointer (&act), _ ("Clear"), message, (SlGridStep){ 0, 0 });
}

/* The first row of the selection, or the row above a single cell, fills what is beneath it. */
static SlUid
fill_from (SlGrid *self, GArray *uids)
{
  guint position;
  SlUid from;

  if (uids->len == 0)
    return SL_UID_NONE;
  from = g_array_index (uids, SlUid, 0);
  if (uids->len > 1)
    {
      g_array_remove_index (uids, 0);
      return from;
    }
  for (position = sl_grid_model_position (self->model, from); position > 0; position--)
    if (!sl_grid_model_head (self->model, sl_grid_model_uid (self->model, position - 1), NULL))
      return sl_grid_model_uid (self->model, position - 1);
  return SL_UID_NONE;
}

gboolean
sl_grid_fill_down (SlGrid *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autoptr (SlGridAct) act = NULL;
  g_autofree char *message = NULL;
  const SlRecord *from;
  guint first, last, n;

  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  if (!may_write (self))
    return FALSE;
  uids = sl_grid_selected_uids (self);
  from = sl_grid_model_record (self->model, fill_from (self, uids));
  if (from == NULL)
    {
      sl_grid_tell (self, _ ("There is nothing above to fill from"));
      return FALSE;
    }
  act = sl_grid_act_new (self->model, SL_VERB_FILL);
  sl_grid_selected_columns (self, &first, &last);
  for (guint c = first; c <= last; c++)
    {
      SlColumn *column = sl_grid_nth_shown (self, c)->column;
      g_autofree char *text = sl_column_dup_copy (column, sl_grid_model_workspace (self->model), from);

      for (guint r = 0; sl_column_can_set (column) && r < uids->len; r++)
        sl_grid_act_write (act, g_array_index (uids, SlUid, r), column, text);
    }
  n = sl_grid_act_n_cells (act);
  if (n == 0)
    {
      sl_grid_tell (self, _ ("Nothing here can be filled"));
      return FALSE;
    }
  message = sl_grid_act_dup_filled (act);
  return sl_grid_run_many (self, g_steal_pointer (&act), _ ("Fill Down"), message, (SlGridStep){ 0, 0 });
}

static char *
paste_message (SlGridAct *act)
{
  guint cells = sl_grid_act_n_cells (act), rows = sl_grid_act_n_new (act);
  g_autofree char *pasted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell pasted", "%u cells pasted", cells), cells);
  g_autofree char *added = NULL;

  if (rows == 0)
    return g_steal_pointer (&pasted);
  added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row added", "%u rows added", rows), rows);
  /* TRANSLATORS: {1} “12 cells pasted”, {2} “3 rows added”. */
  return sl_text_compose (_ ("{1}, {2}"), (const char *const[]){ pasted, added, NULL });
}

gboolean
sl_grid_paste_text (SlGrid *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GArray) uids = NULL;
  g_autoptr (SlGridAct) act = NULL;
  g_autofree char *message = NULL;
  guint first, last;

  g_return_val_if_fail (SL_IS_GRID (self) && text != NULL, FALSE);
  if (!may_write (self))
    return FALSE;
  if (sl_grid_model_head (self->model, self->cursor_uid, NULL))
    {
      sl_grid_tell (self, _ ("This is the heading of a group; paste into a row"));
      return FALSE;
    }
  rows = sl_tsv_parse (text, &error);
  columns = sl_grid_shown_columns (self);
  uids = sl_grid_selected_uids (self);
  act = sl_grid_act_new (self->model, SL_VERB_PASTE);
  sl_grid_selected_columns (self, &first, &last);
  if (rows == NULL || !sl_grid_act_spread (act, rows, columns, first, last, uids, &error))
    {
      sl_grid_show_bubble (self, error->message, FALSE);
      return FALSE;
    }
  message = paste_message (act);
  return sl_grid_run_many (self, g_steal_pointer (&act), _ ("Paste"), message, (SlGridStep){ 0, 0 });
}

static void
on_clipboard_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text != NULL && *text != '\0')
    sl_grid_paste_text (self, text);
  else
    sl_grid_tell (self, _ ("There is no text on the clipboard"));
}

void
sl_grid_paste (SlGrid *self)
{
  g_return_if_fail (SL_IS_GRID (self));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_clipboard_read, g_object_ref (self));
}

/* --- A new row ---------------------------------------------------------------------------------------------------- */

gboolean
sl_grid_add_row (SlGrid *self, const char *title)
{
  const SlKind *kind;
  g_autoptr (SlGridAct) act = NULL;
  g_autoptr (SlColumn) column = NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid;

  g_return_val_if_fail (SL_IS_GRID (self) && title != NULL, FALSE);
  if (self->model != NULL && self->editor.text != NULL && !sl_grid_commit (self))
    return FALSE;
  if (!may_write (self))
    return FALSE;
  kind = sl_kind_get (sl_grid_model_kind (self->model));
  g_return_val_if_fail (kind->title >= 0, FALSE);
  column = sl_column_new_field (kind->id, (guint) kind->title);
  act = sl_grid_act_new (self->model, SL_VERB_ADD);
  sl_grid_act_write_new (act, 0, column, title);
  if (!sl_grid_act_run (act, NULL, &error))
    {
      sl_grid_tell (self, error->message);
      return FALSE;
    }
  uid = g_array_index (sl_grid_act_made (act), SlUid, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (sl_grid_set_cursor (self, uid, column->id) && sl_grid_edit (self, NULL) && !self->editor.prose)
    gtk_editable_select_region (GTK_EDITABLE (self->editor.text), 0, -1);
  return TRUE;
}

/* --- Copies of rows ----------------------------------------------------------------------------------------------- */

/* In @made, pinned: copies stay at the end until the cursor leaves them. */
static gboolean
duplicate_all (SlGrid *self, GArray *uids, GArray *made, GError **error)
{
  SlWorkspace *workspace = sl_grid_model_workspace (self->model);
  g_autoptr (SlTx) tx = sl_workspace_begin (workspace, SL_VERB_ADD);
  SlView view = { sl_tx_data (tx), sl_workspace_as_of (workspace), sl_data_settings (sl_tx_data (tx)) };
  SlActContext context;

  sl_workspace_act_context (workspace, NULL, &context);
  for (guint i = 0; i < uids->len; i++)
    {
      SlUid copy = sl_tx_duplicate (tx, &view, &context, g_array_index (uids, SlUid, i), error);

      if (copy == SL_UID_NONE)
        return FALSE;
      g_array_append_val (made, copy);
      sl_grid_model_pin (self->model, copy);
    }
  return sl_workspace_commit (workspace, g_steal_pointer (&tx), NULL, error);
}

/* Selected from edge to edge, and named: they may be far from where one was. */
static void
show_copies (SlGrid *self, GArray *made)
{
  const SlKind *kind = sl_kind_get (sl_grid_model_kind (self->model));
  const char *column = kind->title >= 0 ? kind->fields[kind->title].name : NULL;
  SlUid first = g_array_index (made, SlUid, 0), last = g_array_index (made, SlUid, made->len - 1);
  const SlRecord *one = sl_grid_model_record (self->model, first), *other = sl_grid_model_record (self->model, last);
  g_autofree char *n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row duplicated", "%u rows duplicated", made->len),
                                        made->len);
  g_autofree char *message = NULL;

  if (made->len > 1)
    {
      /* From the last to the first, so that the cursor is where one goes on. */
      sl_grid_set_cursor (self, last, column);
      sl_grid_extend_to (self, first, sl_grid_cursor_column (self));
      sl_grid_select_rows (self);
    }
  else
    sl_grid_set_cursor (self, first, column);
  if (one == NULL || other == NULL || sl_record_code (one) == NULL)
    message = g_steal_pointer (&n);
  else if (made->len > 1)
    /* TRANSLATORS: {1} “2 rows duplicated”, {2} and {3} codes. */
    message = sl_text_compose (_ ("{1}: {2} to {3}, at the end until you leave them"),
                               (const char *[]){ n, sl_record_code (one), sl_record_code (other), NULL });
  else
    /* TRANSLATORS: {1} “1 row duplicated”, {2} a code. */
    message = sl_text_compose (_ ("{1}: {2}, at the end until you leave it"), (const char *[]){ n, sl_record_code (one), NULL });
  sl_grid_tell (self, message);
}

gboolean
sl_grid_duplicate (SlGrid *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  if (!may_write (self))
    return FALSE;
  uids = sl_grid_selected_uids (self);
  if (uids->len == 0)
    return FALSE;
  if (!duplicate_all (self, uids, made, &error))
    {
      for (guint i = 0; i < made->len; i++)
        sl_grid_model_unpin (self->model, g_array_index (made, SlUid, i));
      sl_grid_tell (self, error->message);
      return FALSE;
    }
  show_copies (self, made);
  return TRUE;
}
