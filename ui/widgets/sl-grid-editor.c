/* The editor of a cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* --- What is in it ------------------------------------------------------------------------------------------------ */

static char *
dup_typed (SlGrid *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!self->editor.prose)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor.text)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
mark_invalid (SlGrid *self, gboolean invalid)
{
  if (self->editor.text == NULL)
    return;
  if (invalid)
    gtk_widget_add_css_class (self->editor.text, "error");
  else
    gtk_widget_remove_css_class (self->editor.text, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor.text), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_typed (SlGrid *self)
{
  g_autofree char *typed = NULL;

  if (self->editor.text == NULL)
    return;
  self->editor.touched = TRUE;
  mark_invalid (self, FALSE);
  sl_grid_hide_bubble (self);
  typed = dup_typed (self);
  if (!self->choices.open)
    sl_grid_choices_make (self, self->editor.column);
  sl_grid_choices_filter (self, typed);
}

static void
on_preedit (GtkWidget *text, const char *preedit, SlGrid *self)
{
  self->editor.composing = *preedit != '\0';
}

static void
on_clicked (SlGrid *self)
{
  self->editor.overwriting = FALSE;
}

/* How the text is written: the pointer and input methods have their say. */
static void
watch_writing (SlGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (self->editor.text, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self->editor.text, "preedit-changed", G_CALLBACK (on_preedit), self);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_line (SlGrid *self, const char *text)
{
  GtkWidget *line = gtk_text_new ();

  gtk_widget_add_css_class (line, "sl-grid-editor");
  gtk_editable_set_text (GTK_EDITABLE (line), text);
  if (self->editor.column->right)
    gtk_editable_set_alignment (GTK_EDITABLE (line), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, self->editor.column->title, -1);
  return line;
}

static void
open_line (SlGrid *self, SlGridCell *cell, const char *text)
{
  self->editor.text = make_line (self, text);
  sl_grid_cell_set_editor (cell, self->editor.text);
  g_signal_connect_swapped (self->editor.text, "changed", G_CALLBACK (on_typed), self);
  sl_grid_choices_make (self, self->editor.column);
  /* Does not select what is there: the next key adds to it. */
  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor.text));
  gtk_editable_set_position (GTK_EDITABLE (self->editor.text), -1);
}

static void
open_prose (SlGrid *self, const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = gtk_label_new (_ ("Enter saves, Shift+Enter starts a new line, Esc cancels"));
  GdkRectangle area;

  self->editor.prose = TRUE;
  self->editor.text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor.text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor.text), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.text)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor.text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->editor.column->title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->editor.text);
  gtk_widget_set_size_request (scroller, 380, 132);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), hint);
  self->editor.window = gtk_popover_new ();
  gtk_widget_add_css_class (self->editor.window, "sl-grid-prose");
  gtk_popover_set_autohide (GTK_POPOVER (self->editor.window), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->editor.window), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->editor.window), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->editor.window), box);
  gtk_widget_set_parent (self->editor.window, GTK_WIDGET (self));
  sl_grid_add_keys (self, self->editor.window);
  if (sl_grid_cursor_area (self, &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->editor.window), &area);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.text)), "changed", G_CALLBACK (on_typed),
                            self);
  gtk_popover_popup (GTK_POPOVER (self->editor.window));
  gtk_widget_grab_focus (self->editor.text);
}

static gboolean
may_edit (SlGrid *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (sl_grid_model_workspace (self->model));
  g_autofree char *message = NULL;

  if (obstacle != NULL)
    {
      sl_grid_tell (self, obstacle);
      return FALSE;
    }
  if (self->cursor_column->editable)
    return TRUE;
  /* TRANSLATORS: {1} the title of a column. */
  message = sl_text_compose (self->cursor_column->field >= 0 ? _ ("“{1}” never changes once it is given")
                                                             : _ ("“{1}” is worked out and cannot be typed"),
                             (const char *const[]){ self->cursor_column->title, NULL });
  sl_grid_tell (self, message);
  return FALSE;
}

gboolean
sl_grid_edit (SlGrid *self, const char *text)
{
  const SlRecord *record;
  SlGridCell *cell;

  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  if (self->model == NULL || self->cursor_column == NULL || self->editor.text != NULL)
    return self->editor.text != NULL;
  record = sl_grid_model_record (self->model, self->cursor_uid);
  if (record == NULL || !may_edit (self))
    return FALSE;
  sl_grid_reveal_cursor (self);
  cell = sl_grid_cursor_cell (self);
  if (cell == NULL)
    return FALSE;
  sl_grid_hide_bubble (self);
  sl_grid_model_pin (self->model, self->cursor_uid);
  self->editor = (SlGridEditor){ .column = self->cursor_column, .uid = self->cursor_uid };
  self->editor.original = sl_column_dup_edit (self->cursor_column, sl_grid_model_workspace (self->model), record);
  self->editor.touched = text != NULL;
  self->editor.overwriting = text != NULL && *text == '\0';
  if (self->cursor_column->prose)
    open_prose (self, text != NULL ? text : self->editor.original);
  else
    open_line (self, cell, text != NULL ? text : self->editor.original);
  watch_writing (self);
  if (text != NULL && *text != '\0')
    sl_grid_choices_filter (self, text);
  return TRUE;
}

gboolean
sl_grid_is_editing (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  return self->editor.text != NULL;
}

gboolean
sl_grid_focus_editor (SlGrid *self)
{
  return self->editor.prose ? gtk_widget_grab_focus (self->editor.text)
                            : gtk_text_grab_focus_without_selecting (GTK_TEXT (self->editor.text));
}

/* --- Closing ------------------------------------------------------------------------------------------------------ */

void
sl_grid_close_editor (SlGrid *self)
{
  SlGridEditor editor = self->editor;
  SlGridCell *cell = sl_grid_cursor_cell (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (editor.text == NULL)
    return;
  self->editor = (SlGridEditor){ 0 };
  sl_grid_choices_close (self);
  if (had_focus && cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (editor.window != NULL)
    gtk_widget_unparent (editor.window);
  else if (cell != NULL)
    sl_grid_cell_set_editor (cell, NULL);
  g_free (editor.original);
}

void
sl_grid_cancel (SlGrid *self)
{
  g_return_if_fail (SL_IS_GRID (self));
  sl_grid_withdraw (self);
  sl_grid_hide_bubble (self);
  sl_grid_close_editor (self);
}

void
sl_grid_editor_lost (SlGrid *self)
{
  g_autofree char *typed = dup_typed (self);

  if (self->editor.touched)
    {
      g_free (self->draft);
      self->draft = g_steal_pointer (&typed);
    }
  sl_grid_close_editor (self);
}

/* --- Committing --------------------------------------------------------------------------------------------------- */

/* What stands in the file changed under the typing: told once, with both values; the next Enter is meant. */
static gboolean
is_overtaken (SlGrid *self, const char *mine)
{
  const SlRecord *record = sl_grid_model_record (self->model, self->editor.uid);
  g_autofree char *present = NULL;
  g_autofree char *message = NULL;

  if (record == NULL)
    return FALSE;
  present = sl_column_dup_edit (self->editor.column, sl_grid_model_workspace (self->model), record);
  if (g_strcmp0 (present, self->editor.original) == 0 || g_strcmp0 (present, mine) == 0)
    return FALSE;
  message = sl_text_compose (_ ("Meanwhile this became “{1}”; yours is “{2}”. Enter writes yours, Esc takes the other"),
                             (const char *const[]){ present != NULL ? present : "", mine, NULL });
  g_free (self->editor.original);
  self->editor.original = g_steal_pointer (&present);
  sl_grid_choices_close (self);
  sl_grid_show_bubble (self, message, FALSE);
  sl_grid_focus_editor (self);
  return TRUE;
}

static gboolean
commit (SlGrid *self, SlGridStep step)
{
  g_autofree char *typed = NULL;
  const char *chosen;
  SlGridAct *act;

  if (self->editor.text == NULL)
    return TRUE;
  if (sl_grid_bubble_asks (self))
    return FALSE;
  typed = dup_typed (self);
  chosen = self->editor.touched ? sl_grid_choices_chosen (self) : NULL;
  if (!self->editor.touched || (chosen == NULL && g_strcmp0 (typed, self->editor.original) == 0))
    {
      sl_grid_close_editor (self);
      if (step.columns != 0 || step.rows != 0)
        sl_grid_move (self, step.columns, step.rows, FALSE);
      return TRUE;
    }
  if (is_overtaken (self, typed))
    return FALSE;
  act = sl_grid_act_new (self->model, self->editor.column->verb);
  sl_grid_act_write (act, self->editor.uid, self->editor.column, chosen != NULL ? chosen : typed);
  if (sl_grid_run (self, act, NULL, step))
    return TRUE;
  sl_grid_choices_close (self);
  mark_invalid (self, !sl_grid_bubble_asks (self));
  return FALSE;
}

gboolean
sl_grid_commit (SlGrid *self)
{
  g_return_val_if_fail (SL_IS_GRID (self), FALSE);
  return commit (self, (SlGridStep){ 0, 0 });
}

gboolean
sl_grid_commit_and_go (SlGrid *self, int columns, int rows)
{
  return commit (self, (SlGridStep){ columns, rows });
}

gboolean
sl_grid_commit_to_all (SlGrid *self)
{
  g_autoptr (GArray) uids = sl_grid_selected_uids (self);
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (SlGridAct) act = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *message = NULL;
  const char *chosen;
  guint first, last;

  sl_grid_selected_columns (self, &first, &last);
  if (self->editor.text == NULL || sl_grid_bubble_asks (self) || (uids->len <= 1 && first == last))
    return sl_grid_commit (self);
  typed = dup_typed (self);
  chosen = self->editor.touched ? sl_grid_choices_chosen (self) : NULL;
  columns = sl_grid_shown_columns (self);
  act = sl_grid_act_new (self->model, SL_VERB_FILL);
  if (!sl_grid_act_fill (act, chosen != NULL ? chosen : typed, columns, first, last, uids, &error))
    {
      sl_grid_choices_close (self);
      sl_grid_show_bubble (self, error->message, FALSE);
      return FALSE;
    }
  message = sl_grid_act_dup_filled (act);
  return sl_grid_run_many (self, g_steal_pointer (&act), _ ("Fill Selection"), message, (SlGridStep){ 0, 0 });
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static gboolean
question_key (SlGrid *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      sl_grid_give_reason (self);
      return TRUE;
    case GDK_KEY_Escape:
      sl_grid_withdraw (self);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Past the end of a row Tab goes on in the next one. */
static void
tab_from_editor (SlGrid *self, gboolean back)
{
  int index = (int) sl_grid_shown_index (self, self->editor.column);
  int last = (int) sl_grid_n_shown (self) - 1;

  if (back && index == 0)
    sl_grid_commit_and_go (self, last, -1);
  else if (!back && index == last)
    sl_grid_commit_and_go (self, -last, 1);
  else
    sl_grid_commit_and_go (self, back ? -1 : 1, 0);
}

static gboolean
return_key (SlGrid *self, GdkModifierType state)
{
  if (self->editor.prose && state & (GDK_SHIFT_MASK | GDK_ALT_MASK))
    gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor.text)), "\n", 1, TRUE);
  else if (state & GDK_CONTROL_MASK)
    sl_grid_commit_to_all (self);
  else
    sl_grid_commit_and_go (self, 0, state & GDK_SHIFT_MASK ? -1 : 1);
  return TRUE;
}

/* What was begun by typing over the cell is left by the arrows, as in spreadsheets; F2 and a click go into the text. */
static gboolean
horizontal_key (SlGrid *self, int by, GdkModifierType state)
{
  int to = (int) sl_grid_shown_index (self, self->editor.column) + by;

  if (!self->editor.overwriting || state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  sl_grid_commit_and_go (self, to < 0 || to >= (int) sl_grid_n_shown (self) ? 0 : by, 0);
  return TRUE;
}

static gboolean
vertical_key (SlGrid *self, int by, int page)
{
  if (self->editor.prose)
    return FALSE;
  if (!sl_grid_choices_step (self, by * page) && page == 1)
    sl_grid_commit_and_go (self, 0, by);
  return TRUE;
}

gboolean
sl_grid_editor_key (SlGrid *self, guint keyval, GdkModifierType state)
{
  if (sl_grid_bubble_asks (self))
    return question_key (self, keyval);
  /* Keys in the middle of a composition belong to the input method. */
  if (self->editor.composing)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return return_key (self, state);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      tab_from_editor (self, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    case GDK_KEY_Escape:
      sl_grid_cancel (self);
      return TRUE;
    case GDK_KEY_F2:
      self->editor.overwriting = FALSE;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return horizontal_key (self, -1, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return horizontal_key (self, 1, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return vertical_key (self, -1, 1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return vertical_key (self, 1, 1);
    case GDK_KEY_Page_Up:
      return vertical_key (self, -1, 8);
    case GDK_KEY_Page_Down:
      return vertical_key (self, 1, 8);
    default:
      return FALSE;
    }
}
