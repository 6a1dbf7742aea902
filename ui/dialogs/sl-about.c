/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-about.h"

#include "ui/sl-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The button that carries the version has a label of its own, which GTK 4.8 does not take for its name. */
static void
name_version (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_widget_has_css_class (child, "app-version"))
        sl_name_widget (child, SL_VERSION);
      name_version (child);
    }
}

void
sl_about_show (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name", "Sightline", "application-icon",
      SL_APP_ID, "version", SL_VERSION, "developer-name", _ ("The Sightline developers"), "comments",
      _ ("Governs a change programme: risks with named owners, and every colour with its reason. Everything stays in one "
         "file on this computer."),
      "license-type", GTK_LICENSE_GPL_3_0, "website", "https://github.com/sightline-app/sightline", "issue-url",
      "https://github.com/sightline-app/sightline/issues", NULL);
  const char *credits = _ ("translator-credits");

  /* TRANSLATORS: translate "translator-credits" by your names, one a line; untranslated it is left out. */
  if (g_strcmp0 (credits, "translator-credits") != 0)
    adw_about_window_set_translator_credits (ADW_ABOUT_WINDOW (window), credits);
  sl_name_inner (window, GTK_TYPE_LIST_BOX, _ ("About Sightline"));
  name_version (window);
  gtk_window_present (GTK_WINDOW (window));
}
