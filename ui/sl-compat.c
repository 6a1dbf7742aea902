/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

static void
name_one (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
drop_focus (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_focusable (child, FALSE);
      drop_focus (child);
    }
}

void
sl_name_widget (GtkWidget *widget, const char *name)
{
  GtkWidget *inner;

  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);
  name_one (widget, name);
  if (!GTK_IS_MENU_BUTTON (widget) && !GTK_IS_DROP_DOWN (widget))
    return;
  inner = gtk_widget_get_first_child (widget);
  if (!GTK_IS_BUTTON (inner))
    return;
  name_one (inner, name);
  if (GTK_IS_DROP_DOWN (widget))
    drop_focus (inner);
}

void
sl_name_inner (GtkWidget *widget, GType type, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        sl_name_widget (child, name);
      sl_name_inner (child, type, name);
    }
}

static void
name_close (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_icon_name (GTK_BUTTON (child)) != NULL)
        sl_name_widget (child, _ ("Close This Message"));
      name_close (child);
    }
}

void
sl_toast_name_close (AdwToastOverlay *toasts)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (toasts));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (toasts))
      name_close (child);
}

GtkWidget *
sl_icon_button_new (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  sl_name_widget (button, name);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
sl_status_page_new (const char *icon, const char *title, const char *text, const char *button, const char *action)
{
  GtkWidget *page = adw_status_page_new (), *doors;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  if (button == NULL)
    return page;
  doors = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), doors);
  gtk_widget_add_css_class (sl_status_page_add (page, button, action), "suggested-action");
  return page;
}

GtkWidget *
sl_status_page_add (GtkWidget *page, const char *button, const char *action)
{
  GtkWidget *press = gtk_button_new_with_label (button);

  g_return_val_if_fail (ADW_IS_STATUS_PAGE (page), press);
  gtk_widget_add_css_class (press, "pill");
  gtk_widget_set_halign (press, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (press), action);
  gtk_box_append (GTK_BOX (adw_status_page_get_child (ADW_STATUS_PAGE (page))), press);
  return press;
}

GtkWidget *
sl_words_new (const char *text, const char *css, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (width > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), width);
      gtk_label_set_max_width_chars (GTK_LABEL (label), width);
    }
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/* --- Decks -------------------------------------------------------------------------------------------------------- */

GtkWidget *
sl_deck_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

void
sl_deck_add (GtkWidget *deck, GtkWidget *child, const char *name)
{
  g_return_if_fail (GTK_IS_BOX (deck) && GTK_IS_WIDGET (child) && name != NULL);
  g_object_set_data_full (G_OBJECT (child), "sl-deck-name", g_strdup (name), g_free);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_widget_set_visible (child, gtk_widget_get_first_child (deck) == NULL);
  gtk_box_append (GTK_BOX (deck), child);
}

void
sl_deck_remove (GtkWidget *deck, GtkWidget *child)
{
  g_return_if_fail (GTK_IS_BOX (deck) && gtk_widget_get_parent (child) == deck);
  gtk_box_remove (GTK_BOX (deck), child);
}

void
sl_deck_show (GtkWidget *deck, GtkWidget *child)
{
  g_return_if_fail (GTK_IS_BOX (deck) && gtk_widget_get_parent (child) == deck);
  for (GtkWidget *c = gtk_widget_get_first_child (deck); c != NULL; c = gtk_widget_get_next_sibling (c))
    gtk_widget_set_visible (c, c == child);
}

void
sl_deck_show_status (GtkWidget *deck, const char *name, const char *icon, const char *title, const char *text, const char *button,
                     const char *action)
{
  GtkWidget *page = sl_deck_get (deck, name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (page == NULL)
    sl_deck_add (deck, page = sl_status_page_new (icon, title, text, button, action), name);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  sl_deck_show (deck, page);
}

GtkWidget *
sl_deck_get (GtkWidget *deck, const char *name)
{
  g_return_val_if_fail (GTK_IS_BOX (deck), NULL);
  for (GtkWidget *c = gtk_widget_get_first_child (deck); c != NULL; c = gtk_widget_get_next_sibling (c))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (c), "sl-deck-name"), name) == 0)
      return c;
  return NULL;
}

GtkWidget *
sl_deck_shown (GtkWidget *deck)
{
  g_return_val_if_fail (GTK_IS_BOX (deck), NULL);
  for (GtkWidget *c = gtk_widget_get_first_child (deck); c != NULL; c = gtk_widget_get_next_sibling (c))
    if (gtk_widget_get_visible (c))
      return c;
  return NULL;
}

/* --- Calendar ----------------------------------------------------------------------------------------------------- */

static void
name_buttons (GtkWidget *widget, const char *const *names, guint n_names, guint *at)
{
  if (GTK_IS_BUTTON (widget))
    {
      if (*at < n_names)
        sl_name_widget (widget, names[*at]);
      (*at)++;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child, names, n_names, at);
}

void
sl_calendar_name_arrows (GtkCalendar *calendar)
{
  const char *const names[] = { _ ("Previous Month"), _ ("Next Month"), _ ("Previous Year"), _ ("Next Year") };
  guint at = 0;

  g_return_if_fail (GTK_IS_CALENDAR (calendar));
  name_buttons (GTK_WIDGET (calendar), names, G_N_ELEMENTS (names), &at);
}

/* --- First frame -------------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *window; /* weak */
  GSourceOnceFunc callback;
  gpointer data;
  GdkFrameClock *clock;
  gulong map, paint;
} FirstFrame;

static void
first_frame_gone (gpointer data, GObject *window)
{
  FirstFrame *self = data;

  /* A clock drops its handlers with its surface. */
  if (self->clock != NULL && self->paint != 0 && g_signal_handler_is_connected (self->clock, self->paint))
    g_signal_handler_disconnect (self->clock, self->paint);
  g_clear_object (&self->clock);
  g_free (self);
}

static gboolean
first_frame_run (gpointer data)
{
  FirstFrame *self = data;
  GSourceOnceFunc callback = self->callback;
  gpointer callback_data = self->data;

  g_object_weak_unref (G_OBJECT (self->window), first_frame_gone, self);
  first_frame_gone (self, NULL);
  callback (callback_data);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, FirstFrame *self)
{
  /* Out of the frame: what follows may build widgets. Tied to the clock, so it cannot outlive the window unseen. */
  g_clear_signal_handler (&self->paint, self->clock);
  first_frame_run (self);
}

static void
watch_clock (FirstFrame *self)
{
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->window));
  self->paint = g_signal_connect (self->clock, "after-paint", G_CALLBACK (on_painted), self);
}

static void
on_map (GtkWidget *window, FirstFrame *self)
{
  g_clear_signal_handler (&self->map, window);
  watch_clock (self);
}

void
sl_after_first_frame (GtkWidget *window, GSourceOnceFunc callback, gpointer data)
{
  FirstFrame *self = g_new0 (FirstFrame, 1);

  g_return_if_fail (GTK_IS_WIDGET (window) && callback != NULL);
  self->window = window;
  self->callback = callback;
  self->data = data;
  g_object_weak_ref (G_OBJECT (window), first_frame_gone, self);
  if (gtk_widget_get_mapped (window))
    {
      watch_clock (self);
      gtk_widget_queue_draw (window);
    }
  else
    self->map = g_signal_connect_after (window, "map", G_CALLBACK (on_map), self);
}

static gboolean
scroll_to (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top;

  if ((*(int *) frames)-- > 0)
    return G_SOURCE_CONTINUE;
  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
  return G_SOURCE_REMOVE;
}

void
sl_scroll_to (GtkWidget *widget)
{
  int *frames = g_new (int, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  *frames = 2;
  gtk_widget_add_tick_callback (widget, scroll_to, frames, g_free);
}

GtkWidget *
sl_window_focus_text (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) ? focus : NULL;
}
