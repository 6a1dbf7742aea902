/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "resources/sl-resources.h"
#include "ui/sl-application.h"
#include "ui/sl-ui-resources.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (SlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  sl_resources_init ();
  sl_ui_register_resource ();
  application = sl_application_new (0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
