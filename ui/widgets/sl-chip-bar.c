/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-chip-bar.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-filter-list.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _SlChipBar
{
  GtkWidget parent_instance;
  SlChips *chips;
  GtkWidget *row, *add, *list; /* @list: NULL until opened */
  GPtrArray *buttons;          /* of GtkToggleButton, one for each chip */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlChipBar, sl_chip_bar, GTK_TYPE_WIDGET)

static guint leave_signal;

/* --- The chips ---------------------------------------------------------------------------------------------------- */

static void
on_toggled (SlChipBar *self, GtkToggleButton *button)
{
  guint n;

  if (!self->filling && g_ptr_array_find (self->buttons, button, &n))
    sl_chips_turn (self->chips, n, gtk_toggle_button_get_active (button));
}

static GtkWidget *
add_button (SlChipBar *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars",
                                                           40, NULL));
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "numeric");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->row, self->add);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
fill_button (SlChipBar *self, GtkWidget *button, const SlChip *chip)
{
  SlWorkspace *workspace = sl_grid_model_workspace (sl_chips_model (self->chips));
  g_autofree char *label = sl_row_filter_dup_label (chip->filter, workspace, chip->value);
  /* Not counted yet is not none. */
  g_autofree char *count = sl_chips_is_busy (self->chips) ? g_strdup ("…") : g_strdup_printf ("%u", chip->count);
  g_autofree char *markup = g_markup_printf_escaped ("%s <span alpha=\"75%%\">%s</span>", label, count);
  /* TRANSLATORS: a filter and how many rows it finds, read out: “Overdue: 2”. */
  g_autofree char *name = sl_text_compose (_ ("{1}: {2}"), (const char *[]){ label, count, NULL });

  gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), markup);
  sl_name_widget (button, name);
  gtk_widget_set_tooltip_text (button, chip->filter->help != NULL ? g_dgettext (GETTEXT_PACKAGE, chip->filter->help) : NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chip->on);
}

/* Buttons are kept: whoever is on the third chip stays on the third. */
static void
refresh (SlChipBar *self)
{
  guint n = sl_chips_n (self->chips);

  self->filling = TRUE;
  while (self->buttons->len > n)
    {
      GtkWidget *last = self->buttons->pdata[self->buttons->len - 1];

      if (gtk_widget_has_focus (last))
        gtk_widget_grab_focus (n > 0 ? self->buttons->pdata[n - 1] : self->add);
      g_ptr_array_set_size (self->buttons, self->buttons->len - 1);
      gtk_widget_unparent (last);
    }
  for (guint i = 0; i < n; i++)
    fill_button (self, i < self->buttons->len ? self->buttons->pdata[i] : add_button (self), sl_chips_get (self->chips, i));
  self->filling = FALSE;
}

/* --- Adding ------------------------------------------------------------------------------------------------------- */

static void
on_added (SlChipBar *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
}

static void
on_opened (SlChipBar *self, GParamSpec *pspec, GtkPopover *popover)
{
  if (gtk_widget_get_visible (GTK_WIDGET (popover)))
    sl_filter_list_begin (SL_FILTER_LIST (self->list));
  else
    sl_filter_list_end (SL_FILTER_LIST (self->list));
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  SlChipBar *self = data;
  GtkWidget *popover;

  if (self->list != NULL)
    return;
  popover = gtk_popover_new ();
  self->list = sl_filter_list_new (self->chips);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  sl_name_widget (popover, _ ("Add a Filter"));
  g_signal_connect_object (self->list, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "notify::visible", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

void
sl_chip_bar_open (SlChipBar *self)
{
  g_return_if_fail (SL_IS_CHIP_BAR (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->add));
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static gboolean
on_key (SlChipBar *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint n;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    {
      g_signal_emit (self, leave_signal, 0);
      return TRUE;
    }
  if ((key != GDK_KEY_Delete && key != GDK_KEY_BackSpace) || !g_ptr_array_find (self->buttons, focus, &n))
    return FALSE;
  sl_chips_remove (self->chips, n);
  return TRUE;
}

/* To the first that is on, for it is what narrows the rows. */
static gboolean
sl_chip_bar_grab_focus (GtkWidget *widget)
{
  SlChipBar *self = SL_CHIP_BAR (widget);

  for (guint i = 0; i < self->buttons->len; i++)
    if (sl_chips_get (self->chips, i)->on)
      return gtk_widget_grab_focus (self->buttons->pdata[i]);
  return gtk_widget_grab_focus (self->buttons->len > 0 ? self->buttons->pdata[0] : self->add);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_chip_bar_dispose (GObject *object)
{
  SlChipBar *self = SL_CHIP_BAR (object);

  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->chips);
  G_OBJECT_CLASS (sl_chip_bar_parent_class)->dispose (object);
}

static void
sl_chip_bar_class_init (SlChipBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_chip_bar_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_chip_bar_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slchipbar");
  leave_signal = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_chip_bar_init (SlChipBar *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
sl_chip_bar_new (SlChips *chips, GtkWidget *end)
{
  SlChipBar *self = g_object_new (SL_TYPE_CHIP_BAR, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_object_ref (chips);
  self->row = sl_wrap_box_new ();
  self->add = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text", _ ("Add a Filter"), NULL);
  gtk_widget_add_css_class (self->add, "flat");
  sl_name_widget (self->add, _ ("Add a Filter"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_popover, self, NULL);
  sl_wrap_box_append (SL_WRAP_BOX (self->row), self->add);
  if (end != NULL)
    sl_wrap_box_set_end (SL_WRAP_BOX (self->row), end);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->row, keys);
  g_signal_connect_object (chips, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chips, "counted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
