/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-card-findings.h"

#include "ui/pages/sl-attention-list.h"
#include "ui/pages/sl-page.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define WIDTH 28 /* in characters, of lines that wrap */

struct _SlCardFindings
{
  SlSection parent_instance;
  GtkWidget *title, *list;
};

G_DEFINE_FINAL_TYPE (SlCardFindings, sl_card_findings, SL_TYPE_SECTION)

static gboolean
sl_card_findings_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_CARD_FINDINGS (widget)->list);
}

static void
sl_card_findings_class_init (SlCardFindingsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_card_findings_grab_focus;
}

static void
sl_card_findings_init (SlCardFindings *self)
{
  self->title = sl_section_add (self, sl_words_new (_ ("What It Lacks"), "heading", WIDTH));
}

static void
on_message (SlCardFindings *self, const char *text, gboolean undoable)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SL_TYPE_PAGE);

  if (page != NULL)
    sl_page_tell (SL_PAGE (page), text, undoable);
}

/* With the last one goes what had the focus: it stays near. */
static void
refresh (SlCardFindings *self)
{
  gboolean some = sl_card_findings_count (self) > 0, ends = !some && gtk_widget_get_visible (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *before = gtk_widget_get_prev_sibling (GTK_WIDGET (self));

  if (ends && root != NULL && before != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (before);
  gtk_widget_set_visible (GTK_WIDGET (self), some);
}

GtkWidget *
sl_card_findings_new (SlWatch *watch)
{
  SlCardFindings *self = sl_section_construct (SL_TYPE_CARD_FINDINGS, sl_watch_workspace (watch), 6);

  self->list = sl_section_add (self, sl_attention_list_new_about (watch));
  gtk_widget_add_css_class (self->list, "card-findings");
  g_signal_connect_object (self->list, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  /* The list, which follows it too, comes first. */
  g_signal_connect_object (watch, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  refresh (self);
  return GTK_WIDGET (self);
}

void
sl_card_findings_show (SlCardFindings *self, SlUid card)
{
  g_return_if_fail (SL_IS_CARD_FINDINGS (self));
  sl_attention_list_set_about (SL_ATTENTION_LIST (self->list), card);
  refresh (self);
}

guint
sl_card_findings_count (SlCardFindings *self)
{
  g_return_val_if_fail (SL_IS_CARD_FINDINGS (self), 0);
  return sl_attention_list_count (SL_ATTENTION_LIST (self->list));
}

void
sl_card_findings_mend (SlCardFindings *self, guint n)
{
  g_return_if_fail (SL_IS_CARD_FINDINGS (self));
  sl_attention_list_fix (SL_ATTENTION_LIST (self->list), n);
}
