/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-form-editor-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"

#include <glib/gi18n-lib.h>

static void
tell_changed (SlFormEditor *self)
{
  if (!self->filling)
    self->changed (self, self->row);
}

static void
tell_left (SlFormEditor *self)
{
  self->left (self, self->row);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlFormEditor *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key == GDK_KEY_Escape)
    self->cancelled (self, self->row);
  else if (enter && (state & GDK_CONTROL_MASK))
    self->entered (self, self->row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
watch (SlFormEditor *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (tell_left), self);
  gtk_widget_add_controller (widget, focus);
}

/* --- One line: texts, numbers, money, dates, references ----------------------------------------------------------- */

typedef struct
{
  const char *wanted;
  GPtrArray *begins, *holds;
  const SlData *data;
} Match;

static gboolean
match_record (const SlRecord *record, gpointer data)
{
  Match *match = data;
  const char *name = sl_data_name (match->data, record->uid);
  g_autofree char *folded = sl_text_fold (name);

  if (g_str_has_prefix (folded, match->wanted))
    g_ptr_array_add (match->begins, g_strdup (name));
  else if (match->holds->len < SL_COMPLETION_MAX && strstr (folded, match->wanted) != NULL)
    g_ptr_array_add (match->holds, g_strdup (name));
  return match->begins->len < SL_COMPLETION_MAX;
}

/* Names that begin with what was typed, then names that hold it. */
static void
fill_names (const char *typed, GPtrArray *texts, gpointer data)
{
  SlFormEditor *self = data;
  g_autofree char *wanted = sl_text_fold (typed);
  g_autoptr (GPtrArray) holds = g_ptr_array_new_with_free_func (g_free);
  Match match = { wanted, texts, holds, sl_workspace_data (self->workspace) };

  sl_data_each (match.data, self->field->ref, match_record, &match);
  for (guint i = 0; i < holds->len && texts->len < SL_COMPLETION_MAX; i++)
    g_ptr_array_add (texts, g_strdup (holds->pdata[i]));
}

static void
on_line_activate (SlFormEditor *self)
{
  self->entered (self, self->row);
}

static GtkWidget *
line_build (SlFormEditor *self)
{
  /* By itself a GtkText has no role: it counts on an entry around it. */
  self->widget = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_hexpand (self->widget, TRUE);
  if (self->field->type == SL_TYPE_REF)
    sl_completion_attach (GTK_EDITABLE (self->widget), _ ("Names that fit"), fill_names, self);
  g_signal_connect_swapped (self->widget, "changed", G_CALLBACK (tell_changed), self);
  g_signal_connect_swapped (self->widget, "activate", G_CALLBACK (on_line_activate), self);
  watch (self, self->widget);
  return self->widget;
}

static void
line_show (SlFormEditor *self, const char *text, const SlValue *value)
{
  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
}

static char *
line_dup_text (SlFormEditor *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
}

static void
line_type (SlFormEditor *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
}

static const SlFormEditorClass line_class = { line_build, line_show, line_dup_text, line_type };

/* --- Prose -------------------------------------------------------------------------------------------------------- */

/* A text as high as its lines are: GtkTextView knows its height only once it has a width, too late for a list of rows. */
#define SL_TYPE_PROSE (sl_prose_get_type ())
G_DECLARE_FINAL_TYPE (SlProse, sl_prose, SL, PROSE, GtkTextView)

struct _SlProse
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (SlProse, sl_prose, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
sl_prose_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
height_for (GtkWidget *widget, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
sl_prose_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 120;
  else
    *minimum = *natural = height_for (widget, for_size);
}

static void
sl_prose_class_init (SlProseClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = sl_prose_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = sl_prose_get_request_mode;
}

static void
sl_prose_init (SlProse *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field, as everywhere in the form. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (gtk_widget_queue_resize),
                            self);
}

static GtkWidget *
prose_build (SlFormEditor *self)
{
  self->widget = g_object_new (SL_TYPE_PROSE, NULL);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), "changed", G_CALLBACK (tell_changed),
                            self);
  watch (self, self->widget);
  return self->widget;
}

static void
prose_type (SlFormEditor *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), text, -1);
}

static void
prose_show (SlFormEditor *self, const char *text, const SlValue *value)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));

  /* Undo goes back to what was shown, not to another record's text. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static char *
prose_dup_text (SlFormEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const SlFormEditorClass prose_class = { prose_build, prose_show, prose_dup_text, prose_type };

/* --- Choices ------------------------------------------------------------------------------------------------------ */

static gboolean
may_be_empty (SlFormEditor *self)
{
  return !(self->field->flags & SL_FIELD_MANDATORY);
}

static GtkWidget *
choice_build (SlFormEditor *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  if (may_be_empty (self))
    /* TRANSLATORS: choice of no value in a list of choices. */
    gtk_string_list_append (labels, _ ("None"));
  for (guint i = 0; i < self->field->tokens->n_entries; i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, self->field->tokens->entries[i].label));
  self->widget = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  self->at_once = TRUE;
  gtk_widget_set_hexpand (self->widget, TRUE);
  g_signal_connect_swapped (self->widget, "notify::selected", G_CALLBACK (tell_changed), self);
  return self->widget;
}

static void
choice_show (SlFormEditor *self, const char *text, const SlValue *value)
{
  int number = value->is_null ? 0 : (int) value->i;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget),
                              may_be_empty (self) ? (guint) number
                                                  : (number > 0 ? (guint) number - 1 : GTK_INVALID_LIST_POSITION));
}

static char *
choice_dup_text (SlFormEditor *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget));
  const char *token;

  if (at == GTK_INVALID_LIST_POSITION)
    return g_strdup ("");
  token = sl_enum_token (self->field->tokens, (int) at + (may_be_empty (self) ? 0 : 1));
  return g_strdup (token != NULL ? token : "");
}

static void
choice_type (SlFormEditor *self, const char *text)
{
  int number = sl_enum_parse (self->field->tokens, text);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget), (guint) (may_be_empty (self) ? number : number - 1));
}

static const SlFormEditorClass choice_class = { choice_build, choice_show, choice_dup_text, choice_type };

/* --- Yes or no ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
switch_build (SlFormEditor *self)
{
  self->widget = gtk_switch_new ();
  self->beside = TRUE;
  self->at_once = TRUE;
  gtk_widget_set_valign (self->widget, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->widget, "notify::active", G_CALLBACK (tell_changed), self);
  return self->widget;
}

static void
switch_show (SlFormEditor *self, const char *text, const SlValue *value)
{
  gtk_switch_set_active (GTK_SWITCH (self->widget), !value->is_null && value->i != 0);
}

static char *
switch_dup_text (SlFormEditor *self)
{
  return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->widget)) ? "true" : "false");
}

static void
switch_type (SlFormEditor *self, const char *text)
{
  gtk_switch_set_active (GTK_SWITCH (self->widget), g_strcmp0 (text, "true") == 0);
}

static const SlFormEditorClass switch_class = { switch_build, switch_show, switch_dup_text, switch_type };

SlFormEditor *
sl_form_editor_new (SlWorkspace *workspace, const SlField *field)
{
  SlFormEditor *self = g_new0 (SlFormEditor, 1);

  self->workspace = workspace;
  self->field = field;
  switch (field->type)
    {
    case SL_TYPE_ENUM:
      self->klass = &choice_class;
      break;
    case SL_TYPE_BOOL:
      self->klass = &switch_class;
      break;
    default:
      self->klass = (field->flags & SL_FIELD_PROSE) ? &prose_class : &line_class;
      break;
    }
  self->klass->build (self);
  return self;
}
