/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
sl_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Sightline",
                         "application-icon", SL_APP_ID,
                         "version", SL_VERSION,
                         "developer-name", _ ("The Sightline developers"),
                         "comments", _ ("Governs a change programme: risks with named owners, and every colour with its reason. "
                                        "Everything stays in one file on this computer."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "website", "https://github.com/sightline-app/sightline",
                         "issue-url", "https://github.com/sightline-app/sightline/issues",
                         /* TRANSLATORS: your names, one a line; they are shown as credits. */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}
