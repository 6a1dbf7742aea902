/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-detail.h"

#include "ui/pages/sl-person-summary.h"
#include "ui/pages/sl-risk-summary.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

struct _SlDetail
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  int kind;
  SlUid uid;
  gboolean blue_orange;
  GtkWidget *deck, *scroller;
  GtkWidget *code, *title, *history, *summary, *form; /* NULL until a record is shown; summary: risks only */
};

G_DEFINE_FINAL_TYPE (SlDetail, sl_detail, GTK_TYPE_WIDGET)

static void
sl_detail_dispose (GObject *object)
{
  SlDetail *self = SL_DETAIL (object);

  g_clear_pointer (&self->deck, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_detail_parent_class)->dispose (object);
}

static void
sl_detail_class_init (SlDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sldetail");
}

static void
sl_detail_init (SlDetail *self)
{
}

static GtkWidget *
new_heading (const char *css, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css);
  return label;
}

static void
on_history (SlDetail *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);

  if (record != NULL && sl_record_code (record) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.history-of", "s", sl_record_code (record));
}

/* --- What is known beside the fields, kind by kind ----------------------------------------------------------------- */

static GtkWidget *
new_summary (SlDetail *self)
{
  switch (self->kind)
    {
    case SL_KIND_RISK:
      return sl_risk_summary_new (self->workspace);
    case SL_KIND_PERSON:
      return sl_person_summary_new (self->workspace);
    default:
      return NULL;
    }
}

static void
colour_summary (SlDetail *self)
{
  if (SL_IS_RISK_SUMMARY (self->summary))
    sl_risk_summary_set_blue_orange (SL_RISK_SUMMARY (self->summary), self->blue_orange);
  else if (SL_IS_PERSON_SUMMARY (self->summary))
    sl_person_summary_set_blue_orange (SL_PERSON_SUMMARY (self->summary), self->blue_orange);
}

static void
show_summary (SlDetail *self)
{
  if (SL_IS_RISK_SUMMARY (self->summary))
    sl_risk_summary_show (SL_RISK_SUMMARY (self->summary), self->uid);
  else if (SL_IS_PERSON_SUMMARY (self->summary))
    sl_person_summary_show (SL_PERSON_SUMMARY (self->summary), self->uid);
}

/* --- The record --------------------------------------------------------------------------------------------------- */

static void
build (SlDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "detail");
  self->code = new_heading ("code", FALSE);
  self->title = new_heading ("detail-title", TRUE);
  gtk_box_append (GTK_BOX (heading), self->code);
  gtk_box_append (GTK_BOX (heading), self->title);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  self->history = sl_icon_button_new ("document-open-recent-symbolic", _ ("History"), NULL);
  gtk_widget_set_valign (self->history, GTK_ALIGN_START);
  g_signal_connect_swapped (self->history, "clicked", G_CALLBACK (on_history), self);
  gtk_box_append (GTK_BOX (line), self->history);
  gtk_box_append (GTK_BOX (box), line);
  self->summary = new_summary (self);
  colour_summary (self);
  if (self->summary != NULL)
    gtk_box_append (GTK_BOX (box), self->summary);
  self->form = sl_form_new (self->workspace, self->kind);
  gtk_box_append (GTK_BOX (box), self->form);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  sl_deck_add (self->deck, self->scroller, "record");
}

static void
refresh (SlDetail *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);
  const char *code, *title;

  if (record == NULL || record->kind != self->kind)
    {
      sl_deck_show (self->deck, sl_deck_get (self->deck, "none"));
      return;
    }
  if (self->form == NULL)
    build (self);
  code = sl_record_code (record);
  gtk_widget_set_visible (self->history, code != NULL);
  title = sl_record_title (record);
  gtk_label_set_text (GTK_LABEL (self->code), code != NULL ? code : "");
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  show_summary (self);
  sl_form_set_uid (SL_FORM (self->form), self->uid);
  sl_deck_show (self->deck, self->scroller);
}

GtkWidget *
sl_detail_new (SlWorkspace *workspace, int kind, const char *placeholder)
{
  SlDetail *self = g_object_new (SL_TYPE_DETAIL, NULL);
  GtkWidget *none = gtk_label_new (placeholder);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_justify (GTK_LABEL (none), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (none, "detail");
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, none, "none");
  gtk_widget_set_parent (self->deck, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 336, -1);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sl_detail_set_uid (SlDetail *self, SlUid uid)
{
  g_return_if_fail (SL_IS_DETAIL (self));
  if (uid == self->uid)
    return;
  self->uid = uid;
  refresh (self);
  if (self->scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

SlForm *
sl_detail_form (SlDetail *self)
{
  g_return_val_if_fail (SL_IS_DETAIL (self), NULL);
  return (SlForm *) self->form;
}

void
sl_detail_set_blue_orange (SlDetail *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_DETAIL (self));
  self->blue_orange = blue_orange;
  colour_summary (self);
}
