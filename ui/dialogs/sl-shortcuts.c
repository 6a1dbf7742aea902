/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/sl-shortcuts.h"

#include "ui/sl-accels.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

static void
append (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append (GString *xml, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (xml, text);
}

static void
append_group (GString *xml, const char *group)
{
  append (xml, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", _ (group));
  for (const SlAccel *a = sl_accels (); a->keys != NULL; a++)
    if (g_strcmp0 (a->group, group) == 0)
      append (xml,
              "<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
              "<property name='title'>%s</property></object></child>",
              a->keys, _ (a->title));
  g_string_append (xml, "</object></child>");
}

/* As high as a small laptop has room for.
 * GTK 4.8 fills such a window from a description only; this one is composed, so that the table is told once. */
GtkWidget *
sl_shortcuts_new (GtkWindow *parent)
{
  g_autoptr (GString) xml = g_string_new (
      "<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>"
      "<child><object class='GtkShortcutsSection'><property name='section-name'>all</property>"
      "<property name='max-height'>14</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  const char *group = NULL;
  GtkWidget *window;

  for (const SlAccel *a = sl_accels (); a->keys != NULL; a++)
    if (g_strcmp0 (a->group, group) != 0)
      append_group (xml, group = a->group);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  sl_name_widget (window, _ ("Keyboard Shortcuts"));
  sl_name_inner (window, GTK_TYPE_TOGGLE_BUTTON, _ ("Search Shortcuts"));
  return g_object_ref (window);
}
