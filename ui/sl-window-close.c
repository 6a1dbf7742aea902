/* How a window is left: what is typed is taken over, what is only drafted is asked about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/sl-compat.h"
#include "ui/sl-window-private.h"

#include <glib/gi18n-lib.h>

/* The class that a window's own is made from. */
static GtkWindowClass *parent_class;

/* An entry is taken over when the focus leaves it, a cell when it is told to. */
void
sl_window_commit (SlWindow *self)
{
  if (sl_window_page (self) != NULL)
    sl_page_commit (sl_window_page (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
remember_size (SlWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  sl_preferences_set (self->preferences, "window-maximized", g_variant_new_boolean (gtk_window_is_maximized (GTK_WINDOW (self))));
  if (width <= 0 || height <= 0)
    return;
  sl_preferences_set (self->preferences, "window-width", g_variant_new_int32 (width));
  sl_preferences_set (self->preferences, "window-height", g_variant_new_int32 (height));
}

/* --- What would be lost ------------------------------------------------------------------------------------------- */

/* The page where something is drafted, and what that is; NULL: nowhere. */
static const SlPageInfo *
find_draft (SlWindow *self, char **draft)
{
  guint n;
  const SlPageInfo *infos = sl_page_infos (&n);

  for (guint i = 0; self->pages != NULL && i < n; i++)
    {
      GtkWidget *page = sl_deck_get (self->pages, infos[i].name);

      *draft = page != NULL ? sl_page_dup_draft (SL_PAGE (page)) : NULL;
      if (*draft != NULL)
        return &infos[i];
    }
  return NULL;
}

static gboolean
leave (gpointer window)
{
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static void
on_answer (SlWindow *self, const char *response)
{
  self->leaving = NULL;
  if (g_strcmp0 (response, "discard") != 0)
    return;
  remember_size (self);
  /* Not while the question, which goes with the window, is still being answered. */
  g_idle_add_full (G_PRIORITY_DEFAULT, leave, g_object_ref (self), g_object_unref);
}

static void
ask (SlWindow *self, const SlPageInfo *info, const char *draft)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Close Without Saving What Is Drafted?"), draft);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "stay", _ ("_Go On Drafting"), "discard", _ ("_Discard and Close"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "stay");
  adw_message_dialog_set_close_response (message, "stay");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  sl_name_widget (dialog, adw_message_dialog_get_heading (message));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  self->leaving = dialog;
  /* It is seen behind the question. */
  sl_window_show_page (self, info->name);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
close_request (GtkWindow *window)
{
  SlWindow *self = SL_WINDOW (window);
  g_autofree char *draft = NULL;
  const SlPageInfo *info;

  sl_window_commit (self);
  info = find_draft (self, &draft);
  if (info == NULL)
    {
      remember_size (self);
      return parent_class->close_request (window);
    }
  if (self->leaving == NULL)
    ask (self, info, draft);
  return TRUE;
}

void
sl_window_install_closing (SlWindowClass *klass)
{
  parent_class = g_type_class_peek_parent (klass);
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
}
