/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-form-row.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"
#include "ui/widgets/sl-form-editor-private.h"
#include "ui/widgets/sl-reason.h"

#include <glib/gi18n-lib.h>

struct _SlFormRow
{
  AdwPreferencesRow parent_instance;
  SlWorkspace *workspace;
  int kind;
  guint field_number;
  const SlField *field;
  SlFormEditor *editor;
  GtkWidget *box;
  GtkWidget *message;                      /* NULL until there is something to say */
  GtkWidget *reason;                       /* NULL until one is needed */
  SlUid uid;
  char *shown;                             /* what the editor held when it was last filled */
  char *base;                              /* the display text in the file then */
  SlUidMap *pending;                       /* uid -> text that was refused, or NULL */
  guint reveal_idle;
};

G_DEFINE_FINAL_TYPE (SlFormRow, sl_form_row, ADW_TYPE_PREFERENCES_ROW)

static void
sl_form_row_dispose (GObject *object)
{
  SlFormRow *self = SL_FORM_ROW (object);

  /* Widgets still in place may emit while they go: they find nobody. */
  self->uid = SL_UID_NONE;
  g_clear_handle_id (&self->reveal_idle, g_source_remove);
  G_OBJECT_CLASS (sl_form_row_parent_class)->dispose (object);
  g_clear_object (&self->workspace);
}

static void
sl_form_row_finalize (GObject *object)
{
  SlFormRow *self = SL_FORM_ROW (object);

  g_free (self->editor);
  g_free (self->shown);
  g_free (self->base);
  g_clear_pointer (&self->pending, sl_uid_map_free);
  G_OBJECT_CLASS (sl_form_row_parent_class)->finalize (object);
}

static gboolean
sl_form_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_FORM_ROW (widget)->editor->widget);
}

static void
sl_form_row_class_init (SlFormRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_form_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_form_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_form_row_grab_focus;
}

static void
sl_form_row_init (SlFormRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  /* The editor is the focus stop, not the row around it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* --- What is told beneath ----------------------------------------------------------------------------------------- */

static gboolean
reveal (gpointer data)
{
  SlFormRow *self = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t area;

  self->reveal_idle = 0;
  if (scroller != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &area))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      double top = area.origin.y + gtk_adjustment_get_value (adjustment);

      gtk_adjustment_clamp_page (adjustment, top, top + area.size.height);
    }
  return G_SOURCE_REMOVE;
}

/* The whole row comes into sight: what is told beneath the field would be missed. After the next layout only. */
static void
reveal_later (SlFormRow *self)
{
  if (self->reveal_idle == 0)
    self->reveal_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal, self, NULL);
}

static void
tell (SlFormRow *self, const char *text)
{
  if (text == NULL)
    {
      if (self->message != NULL)
        gtk_widget_set_visible (self->message, FALSE);
      if (self->reason != NULL)
        gtk_widget_set_visible (self->reason, FALSE);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor->widget), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  if (self->message == NULL)
    {
      self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
      gtk_widget_add_css_class (self->message, "form-message");
      gtk_box_append (GTK_BOX (self->box), self->message);
    }
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_remove_css_class (self->message, "asking");
  gtk_widget_set_visible (self->message, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    reveal_later (self);
}

static void
on_reason_given (SlFormRow *self, const char *reason)
{
  sl_form_row_give_reason (self, reason);
}

static void
ask_reason (SlFormRow *self)
{
  if (self->reason == NULL)
    {
      self->reason = sl_reason_new (self->workspace);
      g_signal_connect_swapped (self->reason, "given", G_CALLBACK (on_reason_given), self);
      gtk_box_append (GTK_BOX (self->box), self->reason);
    }
  /* A question, not a fault. */
  gtk_widget_add_css_class (self->message, "asking");
  sl_reason_ask (SL_REASON (self->reason));
}

/* --- Committing --------------------------------------------------------------------------------------------------- */

static void
remember_pending (SlFormRow *self, const char *text)
{
  if (self->pending == NULL && text == NULL)
    return;
  if (self->pending == NULL)
    self->pending = sl_uid_map_new (g_free);
  if (text != NULL)
    sl_uid_map_set (self->pending, self->uid, g_strdup (text));
  else
    sl_uid_map_remove (self->pending, self->uid);
}

static char *
dup_present (SlFormRow *self, SlValue *value)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, self->uid);

  *value = SL_VALUE_NULL (self->field->type);
  if (record != NULL)
    sl_record_get (record, self->field_number, value);
  return sl_data_dup_display (data, self->field, value);
}

static void
fill (SlFormRow *self)
{
  SlValue value;

  g_free (self->base);
  self->base = dup_present (self, &value);
  self->editor->filling = TRUE;
  self->editor->klass->show (self->editor, self->base, &value);
  self->editor->filling = FALSE;
  g_free (self->shown);
  self->shown = self->editor->klass->dup_text (self->editor);
}

/* What stands in the file changed under the typing: told once, with both values; the next Enter is meant. */
static gboolean
is_overtaken (SlFormRow *self, const char *mine)
{
  SlValue value;
  g_autofree char *present = dup_present (self, &value);
  g_autofree char *message = NULL;

  if (g_strcmp0 (present, self->base) == 0)
    return FALSE;
  message = sl_text_compose (_ ("Meanwhile this became “{1}”; yours is “{2}”. Enter writes yours, Esc takes the other"),
                             (const char *[]){ present, mine, NULL });
  tell (self, message);
  remember_pending (self, mine);
  g_free (self->base);
  self->base = g_steal_pointer (&present);
  return TRUE;
}

static gboolean
commit (SlFormRow *self, const char *reason)
{
  g_autofree char *text = self->editor->klass->dup_text (self->editor);
  g_autoptr (GError) error = NULL;

  if (self->uid == SL_UID_NONE || g_strcmp0 (text, self->shown) == 0)
    {
      tell (self, NULL);
      return TRUE;
    }
  if (is_overtaken (self, text))
    return FALSE;
  if (sl_workspace_set_text (self->workspace, self->uid, self->field_number, text, reason, &error))
    {
      remember_pending (self, NULL);
      tell (self, NULL);
      fill (self);
      return TRUE;
    }
  tell (self, error->message);
  remember_pending (self, text);
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    ask_reason (self);
  return FALSE;
}

static void
on_editor_changed (SlFormEditor *editor, gpointer row)
{
  SlFormRow *self = row;

  if (editor->at_once && self->uid != SL_UID_NONE)
    commit (self, NULL);
}

static void
on_editor_entered (SlFormEditor *editor, gpointer row)
{
  SlFormRow *self = row;

  if (commit (self, NULL))
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

/* The focus goes to the question for a reason, or out of the row. */
static void
on_editor_left (SlFormEditor *editor, gpointer row)
{
  SlFormRow *self = row;

  if (self->uid != SL_UID_NONE && self->workspace != NULL && !sl_form_row_wants_reason (self))
    commit (self, NULL);
}

static void
on_editor_cancelled (SlFormEditor *editor, gpointer row)
{
  SlFormRow *self = row;

  remember_pending (self, NULL);
  tell (self, NULL);
  fill (self);
  /* As if entered anew: typing replaces what came back. */
  if (GTK_IS_EDITABLE (self->editor->widget))
    gtk_editable_select_region (GTK_EDITABLE (self->editor->widget), 0, -1);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
build (SlFormRow *self, const char *label)
{
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *line;

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, self->editor->beside ? "form-label" : "form-caption");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "form-row");
  line = self->box;
  if (self->editor->beside)
    {
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_widget_set_hexpand (caption, TRUE);
      gtk_box_append (GTK_BOX (self->box), line);
    }
  gtk_box_append (GTK_BOX (line), caption);
  gtk_box_append (GTK_BOX (line), self->editor->widget);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

GtkWidget *
sl_form_row_new (SlWorkspace *workspace, int kind, guint field)
{
  SlFormRow *self = g_object_new (SL_TYPE_FORM_ROW, NULL);
  const char *label;

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->field_number = field;
  self->field = &sl_kind_get (kind)->fields[field];
  label = g_dgettext (GETTEXT_PACKAGE, self->field->label);
  self->editor = sl_form_editor_new (workspace, self->field);
  self->editor->row = self;
  self->editor->changed = on_editor_changed;
  self->editor->entered = on_editor_entered;
  self->editor->left = on_editor_left;
  self->editor->cancelled = on_editor_cancelled;
  build (self, label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  sl_name_widget (self->editor->widget, label);
  if (self->field->help != NULL)
    {
      const char *help = g_dgettext (GETTEXT_PACKAGE, self->field->help);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), help);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, help, -1);
    }
  return GTK_WIDGET (self);
}

guint
sl_form_row_field (SlFormRow *self)
{
  g_return_val_if_fail (SL_IS_FORM_ROW (self), 0);
  return self->field_number;
}

gboolean
sl_form_row_is_dirty (SlFormRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SL_IS_FORM_ROW (self), FALSE);
  if (self->shown == NULL)
    return FALSE;
  text = self->editor->klass->dup_text (self->editor);
  return g_strcmp0 (text, self->shown) != 0;
}

static void
set_editable (SlFormRow *self, gboolean editable)
{
  GtkWidget *widget = self->editor->widget;

  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_editable (GTK_EDITABLE (widget), editable);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), editable);
  else
    gtk_widget_set_sensitive (widget, editable);
}

/* Leaves for another record: what could not be taken over waits for the return. */
static void
leave (SlFormRow *self)
{
  if (!sl_form_row_is_dirty (self))
    return;
  if (self->message == NULL || !gtk_widget_get_visible (self->message))
    commit (self, NULL);
}

void
sl_form_row_show (SlFormRow *self, SlUid uid)
{
  g_autofree char *obstacle = NULL;
  const char *waiting;

  g_return_if_fail (SL_IS_FORM_ROW (self));
  obstacle = sl_workspace_dup_obstacle (self->workspace);
  set_editable (self, obstacle == NULL && uid != SL_UID_NONE);
  if (uid == self->uid)
    {
      if (!sl_form_row_is_dirty (self))
        fill (self);
      return;
    }
  leave (self);
  self->uid = uid;
  tell (self, NULL);
  fill (self);
  waiting = self->pending != NULL ? sl_uid_map_get (self->pending, uid) : NULL;
  if (waiting == NULL)
    return;
  self->editor->filling = TRUE;
  self->editor->klass->type (self->editor, waiting);
  self->editor->filling = FALSE;
  tell (self, _ ("Not saved: this was refused before. Enter tries again, Esc goes back to what is in the file"));
}

gboolean
sl_form_row_commit (SlFormRow *self)
{
  g_return_val_if_fail (SL_IS_FORM_ROW (self), FALSE);
  return commit (self, NULL);
}

void
sl_form_row_type (SlFormRow *self, const char *text)
{
  g_return_if_fail (SL_IS_FORM_ROW (self) && text != NULL);
  self->editor->klass->type (self->editor, text);
}

char *
sl_form_row_dup_text (SlFormRow *self)
{
  g_return_val_if_fail (SL_IS_FORM_ROW (self), NULL);
  return self->editor->klass->dup_text (self->editor);
}

const char *
sl_form_row_message (SlFormRow *self)
{
  g_return_val_if_fail (SL_IS_FORM_ROW (self), NULL);
  return self->message != NULL && gtk_widget_get_visible (self->message) ? gtk_label_get_text (GTK_LABEL (self->message))
                                                                          : NULL;
}

gboolean
sl_form_row_wants_reason (SlFormRow *self)
{
  g_return_val_if_fail (SL_IS_FORM_ROW (self), FALSE);
  return self->reason != NULL && gtk_widget_get_visible (self->reason);
}

gboolean
sl_form_row_give_reason (SlFormRow *self, const char *reason)
{
  g_autofree char *clean = sl_text_clean (reason, TRUE);

  g_return_val_if_fail (SL_IS_FORM_ROW (self), FALSE);
  if (clean == NULL || !commit (self, clean))
    return FALSE;
  gtk_widget_grab_focus (self->editor->widget);
  return TRUE;
}
