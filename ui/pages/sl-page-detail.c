/* The details of a record beside a page, and in its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/pages/sl-page-private.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

gboolean
sl_page_has_detail (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return sl_page_priv (self)->flap != NULL;
}

void
sl_page_show_detail (SlPage *self, gboolean shown)
{
  if (sl_page_has_detail (self))
    SL_PAGE_GET_CLASS (self)->show_detail (self, shown);
}

gboolean
sl_page_detail_shown (SlPage *self)
{
  return sl_page_has_detail (self) && SL_PAGE_GET_CLASS (self)->detail_shown (self);
}

gboolean
sl_page_detail_folded (SlPage *self)
{
  return sl_page_has_detail (self) && SL_PAGE_GET_CLASS (self)->detail_folded (self);
}

/* Over the whole page they are shown already; who was in the pane goes back to the page. */
static void
sl_page_real_show_detail (SlPage *self, gboolean shown)
{
  SlPagePrivate *priv = sl_page_priv (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (sl_page_is_open (self))
    {
      if (!shown)
        {
          g_array_set_size (priv->been, 0);
          sl_page_go_back (self);
        }
      return;
    }
  adw_flap_set_reveal_flap (ADW_FLAP (priv->flap), shown);
  if (!shown && root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, priv->detail)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
sl_page_real_detail_shown (SlPage *self)
{
  return sl_page_is_open (self) || adw_flap_get_reveal_flap (ADW_FLAP (sl_page_priv (self)->flap));
}

static gboolean
sl_page_real_detail_folded (SlPage *self)
{
  return adw_flap_get_folded (ADW_FLAP (sl_page_priv (self)->flap));
}

static void
tell_revealed (SlPage *self)
{
  if (SL_PAGE_GET_CLASS (self)->detail_revealed != NULL)
    SL_PAGE_GET_CLASS (self)->detail_revealed (self);
  g_object_notify (G_OBJECT (self), "detail-shown");
}

GtkWidget *
sl_page_new_flap (SlPage *self, GtkWidget *content, GtkWidget *detail, gboolean shown)
{
  SlPagePrivate *priv = sl_page_priv (self);
  AdwFlap *flap;

  g_return_val_if_fail (SL_IS_PAGE (self) && priv->flap == NULL, NULL);
  priv->detail = detail;
  priv->flap = adw_flap_new ();
  flap = ADW_FLAP (priv->flap);
  adw_flap_set_content (flap, content);
  adw_flap_set_flap (flap, detail);
  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap_position (flap, GTK_PACK_END);
  adw_flap_set_swipe_to_open (flap, FALSE);
  adw_flap_set_reveal_flap (flap, shown);
  /* Also when the pane hides itself, because it folds. */
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (tell_revealed), self, G_CONNECT_SWAPPED);
  priv->been = g_array_new (FALSE, FALSE, sizeof (SlUid));
  priv->whole = sl_deck_new ();
  sl_deck_add (priv->whole, priv->flap, "page");
  return priv->whole;
}

/* --- Over the whole page ------------------------------------------------------------------------------------------ */

gboolean
sl_page_is_open (SlPage *self)
{
  SlPagePrivate *priv;

  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  priv = sl_page_priv (self);
  return priv->record != NULL && sl_deck_shown (priv->whole) == priv->record;
}

static void
build_record (SlPage *self)
{
  SlPagePrivate *priv = sl_page_priv (self);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "record-bar");
  gtk_box_append (GTK_BOX (bar), sl_icon_button_new ("go-previous-symbolic", _ ("Back"), "page.back"));
  gtk_box_append (GTK_BOX (bar), gtk_label_new (_ (priv->info->title)));
  priv->record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (priv->record), bar);
  sl_deck_add (priv->whole, priv->record, "record");
  gtk_widget_set_hexpand (priv->record, TRUE);
}

/* The pane itself moves: what is being typed or read there stays as it is. */
static void
place_detail (SlPage *self, gboolean open)
{
  SlPagePrivate *priv = sl_page_priv (self);

  g_object_ref (priv->detail);
  if (open)
    {
      adw_flap_set_flap (ADW_FLAP (priv->flap), NULL);
      gtk_box_append (GTK_BOX (priv->record), priv->detail);
    }
  else
    {
      gtk_box_remove (GTK_BOX (priv->record), priv->detail);
      adw_flap_set_flap (ADW_FLAP (priv->flap), priv->detail);
    }
  gtk_widget_set_vexpand (priv->detail, open);
  g_object_unref (priv->detail);
  sl_deck_show (priv->whole, open ? priv->record : priv->flap);
  tell_revealed (self);
}

/* To where it wants one to begin, else to its first stop. */
static void
focus_detail (SlPage *self)
{
  if (!gtk_widget_grab_focus (sl_page_priv (self)->detail))
    gtk_widget_child_focus (sl_page_priv (self)->detail, GTK_DIR_TAB_FORWARD);
}

void
sl_page_open (SlPage *self)
{
  SlPageClass *klass;

  g_return_if_fail (SL_IS_PAGE (self));
  klass = SL_PAGE_GET_CLASS (self);
  if (klass->can_open == NULL || !klass->can_open (self))
    {
      sl_page_want_detail (self);
      return;
    }
  if (sl_page_is_open (self))
    return;
  if (sl_page_priv (self)->record == NULL)
    build_record (self);
  g_array_set_size (sl_page_priv (self)->been, 0);
  place_detail (self, TRUE);
  focus_detail (self);
}

/* To the record that led here, else to the page. FALSE: there is nowhere to go back to. */
gboolean
sl_page_go_back (SlPage *self)
{
  GArray *been = sl_page_priv (self)->been;

  if (!sl_page_is_open (self))
    return SL_PAGE_GET_CLASS (self)->step_back != NULL && SL_PAGE_GET_CLASS (self)->step_back (self);
  while (been->len > 0)
    {
      SlUid uid = g_array_index (been, SlUid, been->len - 1);

      g_array_set_size (been, been->len - 1);
      if (SL_PAGE_GET_CLASS (self)->choose (self, uid))
        return TRUE;
    }
  place_detail (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

void
sl_page_came_from (SlPage *self, SlUid from)
{
  if (!sl_page_is_open (self))
    return;
  g_array_append_val (sl_page_priv (self)->been, from);
  focus_detail (self);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_page_open (SL_PAGE (widget));
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_page_go_back (SL_PAGE (widget));
}

void
sl_page_install_detail (SlPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->show_detail = sl_page_real_show_detail;
  klass->detail_shown = sl_page_real_detail_shown;
  klass->detail_folded = sl_page_real_detail_folded;
  gtk_widget_class_install_action (widget_class, "page.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, on_back);
  /* Menus show the last one. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, "page.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "page.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}
