/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-completion.h"

#include "ui/sl-compat.h"

#define KEY "sl-completion"

typedef struct
{
  GtkText *text;
  GtkWidget *popover, *list; /* popover: weak, NULL until something fits; list: in it */
  char *label;
  SlCompletionFill fill;
  gpointer data;
  gboolean taking;
} Completion;

static GtkText *
text_of (GtkEditable *editable)
{
  while (!GTK_IS_TEXT (editable))
    {
      editable = gtk_editable_get_delegate (editable);
      if (editable == NULL)
        return NULL;
    }
  return GTK_TEXT (editable);
}

static void
close_list (Completion *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
is_open (Completion *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
take (Completion *self, GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), gtk_label_get_text (GTK_LABEL (label)));
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  self->taking = FALSE;
  close_list (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Completion *self)
{
  take (self, row);
  /* A click is the whole answer; by keyboard a second Enter takes it over. */
  g_signal_emit_by_name (self->text, "activate");
}

static void
build (Completion *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "plain-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (self->list, FALSE);
  sl_name_widget (self->list, self->label);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  /* It goes with the box around the text, which may be before the text does. */
  g_set_weak_pointer (&self->popover, gtk_popover_new ());
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "completion");
  sl_name_widget (self->popover, self->label);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  /* A GtkText does not place popovers of others: the box around it does. It stands before the text: a box that lets go of
   * its children one by one holds the next, and the text takes its list along. */
  gtk_widget_insert_before (self->popover, gtk_widget_get_parent (GTK_WIDGET (self->text)), GTK_WIDGET (self->text));
}

static void
point_at_text (Completion *self)
{
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->text), gtk_widget_get_parent (GTK_WIDGET (self->text)), &box))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width,
                                                  (int) box.size.height });
}

static void
show (Completion *self, GPtrArray *texts)
{
  GtkWidget *row;

  if (self->popover == NULL)
    build (self);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *label = gtk_label_new (texts->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  point_at_text (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_changed (GtkEditable *editable, Completion *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *typed = gtk_editable_get_text (editable);

  /* Only what is typed by hand asks for suggestions, not a text set by the program. */
  if (self->taking || !gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;
  if (*typed != '\0')
    self->fill (typed, texts, self->data);
  if (texts->len == 0 || (texts->len == 1 && g_strcmp0 (texts->pdata[0], typed) == 0))
    close_list (self);
  else
    show (self, texts);
}

/* Before anything is typed. */
static gboolean
offer_all (Completion *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0')
    self->fill ("", texts, self->data);
  if (texts->len > 0)
    show (self, texts);
  return texts->len > 0;
}

static void
move (Completion *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (at, 0));
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Completion *self)
{
  GtkListBoxRow *row;

  if (!is_open (self))
    return key == GDK_KEY_Down && offer_all (self);
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      move (self, key == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_list (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
      if (row != NULL)
        take (self, row);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_text_destroy (Completion *self)
{
  GtkWidget *popover = self->popover;

  g_clear_weak_pointer (&self->popover);
  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static void
completion_free (gpointer data)
{
  Completion *self = data;

  g_clear_weak_pointer (&self->popover);
  g_free (self->label);
  g_free (self);
}

void
sl_completion_attach (GtkEditable *editable, const char *label, SlCompletionFill fill, gpointer data)
{
  Completion *self = g_new0 (Completion, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (GTK_IS_EDITABLE (editable) && fill != NULL);
  self->text = text_of (editable);
  self->label = g_strdup (label);
  self->fill = fill;
  self->data = data;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (close_list), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect (self->text, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->text, "destroy", G_CALLBACK (on_text_destroy), self);
  g_object_set_data_full (G_OBJECT (self->text), KEY, self, completion_free);
}

gboolean
sl_completion_is_open (GtkEditable *editable)
{
  Completion *self = g_object_get_data (G_OBJECT (text_of (editable)), KEY);

  return self != NULL && is_open (self);
}
