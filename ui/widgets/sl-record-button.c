/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-record-button.h"

#include "ui/models/sl-owned-words.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

GtkWidget *
sl_record_button_new (SlUid uid, const char *title, const char *line, int width)
{
  GtkWidget *button = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = sl_words_new (title, NULL, width);
  g_autofree char *name = *line != '\0' ? g_strdup_printf ("%s, %s", title, line) : g_strdup (title);

  gtk_label_set_lines (GTK_LABEL (first), 2);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, title);
  gtk_box_append (GTK_BOX (lines), first);
  if (*line != '\0')
    gtk_box_append (GTK_BOX (lines), sl_words_new (line, "row-subtitle", width));
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "owned");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) uid);
  sl_name_widget (button, name);
  return button;
}

/* What a thing is, before its state: "Enabler", "Benefit". */
static const char *
type_label (const SlRecord *record)
{
  if (record->kind == SL_KIND_MAP_NODE)
    return sl_enum_label (&sl_node_type_enum, SL_AS (MAP_NODE, record)->type);
  return sl_record_kind (record)->label;
}

char *
sl_record_dup_line (const SlView *view, const SlRecord *record, const char *relation)
{
  int owner = sl_kind_find_field (sl_record_kind (record), "owner");
  /* The field of an owner says nothing in front of the state. */
  SlOwned as = { .uid = record->uid, .kind = record->kind, .field = owner >= 0 ? (guint) owner : 0 };
  g_autofree char *facts = owner >= 0 ? sl_owned_dup_facts (view, &as) : g_strdup ("");
  const char *type = relation != NULL ? relation : g_dgettext (GETTEXT_PACKAGE, type_label (record));

  return *facts != '\0' ? g_strdup_printf ("%s · %s", type, facts) : g_strdup (type);
}

char *
sl_record_dup_title (const SlData *data, const SlRecord *record)
{
  return sl_owned_dup_title (data, &(SlOwned){ .uid = record->uid, .kind = record->kind });
}
