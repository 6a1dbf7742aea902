/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-register-page-private.h"

#include "ui/pages/sl-view-menu.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-chip-bar.h"

#include <glib/gi18n-lib.h>

/* --- Search ------------------------------------------------------------------------------------------------------- */

void
sl_register_page_search_changed (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  sl_grid_model_set_search (self->model, sl_page_search_text (page));
  if (self->saved != NULL)
    sl_view_menu_refresh (SL_VIEW_MENU (self->saved));
}

void
sl_register_page_clear_search (SlRegisterPage *self)
{
  sl_page_clear_search (SL_PAGE (self));
  gtk_widget_grab_focus (self->grid);
}

/* Esc clears the search wherever the page has the focus; without one it is left to whoever wants it. */
static gboolean
leave_search (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (sl_page_go_back (SL_PAGE (self)))
    return TRUE;
  if (!sl_page_is_searching (SL_PAGE (self)))
    return FALSE;
  g_object_set (self, "search-mode", FALSE, NULL);
  return TRUE;
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_register_page_clear_search (SL_REGISTER_PAGE (widget));
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (self->chips != NULL)
    sl_chips_clear (self->chips);
  sl_register_page_clear_search (self);
}

/* --- Filters ------------------------------------------------------------------------------------------------------ */

/* Of this programme and page; NULL while there is none. */
static char *
dup_filters_entry (SlRegisterPage *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));

  return programme != NULL && programme->identity != NULL ? g_strdup_printf ("%s %s", programme->identity, sl_page_get_info (SL_PAGE (self))->name)
                                                          : NULL;
}

/* Once the programme is known. */
static void
recall_filters (SlRegisterPage *self)
{
  g_autofree char *entry = dup_filters_entry (self);
  g_autofree char *text = entry != NULL ? sl_preferences_dup_entry (self->preferences, "filters", entry) : NULL;

  if (self->chips == NULL || self->recalled || entry == NULL
      || sl_workspace_state (self->workspace) != SL_WORKSPACE_READY)
    return;
  self->recalled = TRUE;
  if (text != NULL)
    {
      /* "view|filters" */
      g_auto (GStrv) parts = g_strsplit (text, "|", 2);

      /* What it no longer knows is simply not on. */
      g_free (sl_chips_set_text (self->chips, parts[0] != NULL && parts[1] != NULL ? parts[1] : ""));
      sl_view_menu_set_chosen (SL_VIEW_MENU (self->saved), parts[0]);
    }
}

/* Other filters are on, or another view is chosen. */
static void
remember_filters (SlRegisterPage *self)
{
  g_autofree char *entry = dup_filters_entry (self);
  g_autofree char *on = sl_chips_dup_text (self->chips);
  g_autofree char *text = g_strdup_printf ("%s|%s", sl_view_menu_chosen (SL_VIEW_MENU (self->saved)), on);

  if (self->recalled && entry != NULL)
    sl_preferences_set_entry (self->preferences, "filters", entry, text);
}

static gboolean
on_filters_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  return self->bar != NULL && gtk_widget_grab_focus (self->bar);
}

/* As spreadsheets go from sheet to sheet. What is being typed is taken over first; what cannot be stays open. */
static void
step_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  sl_page_commit (SL_PAGE (self));
  if (self->saved != NULL && !sl_grid_is_editing (SL_GRID (self->grid)))
    sl_view_menu_step (SL_VIEW_MENU (self->saved), g_str_equal (name, "register.next-view") ? 1 : -1);
}

/* Ahead of the grid and of lists, which have these keys for themselves. */
static void
add_view_keys (SlRegisterPage *self)
{
  static const struct
  {
    const char *keys, *action;
  } views[] = { { "<Control>Page_Down", "register.next-view" }, { "<Control>Page_Up", "register.previous-view" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (views[i].keys),
                                                            gtk_named_action_new (views[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
on_told (SlRegisterPage *self, const char *text)
{
  sl_page_tell (SL_PAGE (self), text, FALSE);
}

void
sl_register_page_build_filters (SlRegisterPage *self, GtkWidget *box)
{
  const SlPageInfo *info = sl_page_get_info (SL_PAGE (self));

  self->end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->end, "page-end");
  if (info->filters == NULL)
    {
      gtk_widget_set_halign (self->end, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), self->end);
      return;
    }
  self->chips = sl_chips_new (self->model, info->filters);
  self->saved = sl_view_menu_new (self->chips, SL_GRID (self->grid), SL_PAGE (self));
  gtk_box_append (GTK_BOX (self->end), self->saved);
  g_signal_connect_object (self->saved, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "chosen", G_CALLBACK (remember_filters), self, G_CONNECT_SWAPPED);
  self->bar = sl_chip_bar_new (self->chips, self->end);
  g_signal_connect_object (self->bar, "leave", G_CALLBACK (gtk_widget_grab_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "changed", G_CALLBACK (remember_filters), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (recall_filters), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->bar);
  add_view_keys (self);
  recall_filters (self);
}

/* --- Views -------------------------------------------------------------------------------------------------------- */

void
sl_register_page_show_view (SlRegisterPage *self, const char *name)
{
  GtkWidget *button;

  g_return_if_fail (SL_IS_REGISTER_PAGE (self));
  if (self->views == NULL)
    return;
  for (button = gtk_widget_get_first_child (self->views); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "view"), name) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* Made when it is first looked at. */
static void
on_view (GtkToggleButton *button, SlRegisterPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "view");
  SlViewFunc create = (SlViewFunc) g_object_get_data (G_OBJECT (button), "create");

  if (!gtk_toggle_button_get_active (button))
    return;
  self->view = name != NULL ? sl_deck_get (self->deck, name) : NULL;
  if (self->view == NULL && create != NULL)
    {
      self->view = create (self, self->workspace, self->tally, self->preferences);
      gtk_widget_set_vexpand (self->view, TRUE);
      sl_deck_add (self->deck, self->view, name);
    }
  sl_register_page_refresh (self);
}

static void
add_view_button (SlRegisterPage *self, const char *name, const char *title, SlViewFunc create)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (title)), *first = gtk_widget_get_first_child (self->views);

  g_object_set_data_full (G_OBJECT (button), "view", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (button), "create", (gpointer) create);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), first == NULL);
  g_signal_connect (button, "toggled", G_CALLBACK (on_view), self);
  gtk_box_append (GTK_BOX (self->views), button);
}

void
sl_register_page_add_view (SlRegisterPage *self, const char *name, const char *title, SlViewFunc create)
{
  g_return_if_fail (SL_IS_REGISTER_PAGE (self) && name != NULL && create != NULL);
  if (self->views == NULL)
    {
      self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->views, "linked");
      gtk_widget_add_css_class (self->views, "sl-views");
      gtk_widget_set_halign (self->views, GTK_ALIGN_END);
      /* TRANSLATORS: the register as rows and columns, beside other views of it. */
      add_view_button (self, NULL, N_ ("Grid"), NULL);
      gtk_box_append (GTK_BOX (self->end), self->views);
    }
  add_view_button (self, name, title, create);
}

gboolean
sl_register_page_point_at (SlRegisterPage *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), FALSE);
  sl_grid_model_expose (self->model, uid);
  if (!sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
    return FALSE;
  sl_page_want_detail (SL_PAGE (self));
  return TRUE;
}

void
sl_register_page_install_narrowing (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "register.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (klass, "register.show-all", NULL, show_all);
  gtk_widget_class_install_action (klass, "register.next-view", NULL, step_view);
  gtk_widget_class_install_action (klass, "register.previous-view", NULL, step_view);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, leave_search, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_filters_key, NULL);
}
