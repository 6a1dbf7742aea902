/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-detail.h"

#include "ui/pages/sl-card-findings.h"
#include "ui/pages/sl-card-links.h"
#include "ui/pages/sl-card-others.h"
#include "ui/pages/sl-card-summary.h"
#include "ui/pages/sl-map-trace-link.h"
#include "ui/pages/sl-person-summary.h"
#include "ui/pages/sl-risk-links.h"
#include "ui/pages/sl-risk-summary.h"
#include "ui/pages/sl-risk-timeline.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-link-private.h"
#include "ui/widgets/sl-two-columns.h"

#include <glib/gi18n-lib.h>

struct _SlDetail
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlWatch *watch; /* or NULL */
  int kind;
  SlUid uid;
  gboolean blue_orange;
  GtkWidget *deck, *scroller;
  GtkWidget *code, *title, *history, *summary, *form; /* NULL until a record is shown; summary: of kinds that have one */
  GtkWidget *links, *timeline;                          /* of risks and cards */
  GtkWidget *others, *findings;                         /* of cards; findings NULL without a watch */
  GtkWidget *trace;                                     /* of benefits and issues; else NULL */
};

G_DEFINE_FINAL_TYPE (SlDetail, sl_detail, GTK_TYPE_WIDGET)

static void
sl_detail_dispose (GObject *object)
{
  SlDetail *self = SL_DETAIL (object);

  g_clear_pointer (&self->deck, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (sl_detail_parent_class)->dispose (object);
}

/* To the field of that number, wherever it stands. */
static void
on_field (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlDetail *self = SL_DETAIL (widget);
  SlFormRow *row = self->form != NULL ? sl_form_row (SL_FORM (self->form), g_variant_get_uint32 (parameter)) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* By type; 0: that of the rating which has the focus. */
static void
on_assess (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlDetail *self = SL_DETAIL (widget);

  if (SL_IS_RISK_SUMMARY (self->summary))
    sl_risk_summary_assess (SL_RISK_SUMMARY (self->summary), g_variant_get_int32 (parameter));
}

static void
on_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlDetail *self = SL_DETAIL (widget);

  if (SL_IS_RISK_SUMMARY (self->summary))
    sl_risk_summary_popup (SL_RISK_SUMMARY (self->summary));
}

/* To what is read first, not to the buttons above it. */
static gboolean
sl_detail_grab_focus (GtkWidget *widget)
{
  SlDetail *self = SL_DETAIL (widget);

  if ((SL_IS_RISK_SUMMARY (self->summary) || SL_IS_CARD_SUMMARY (self->summary)) && sl_deck_shown (self->deck) == self->scroller
      && gtk_widget_grab_focus (self->summary))
    return TRUE;
  return GTK_WIDGET_CLASS (sl_detail_parent_class)->grab_focus (widget);
}

static void
sl_detail_class_init (SlDetailClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "detail.assess", "i", on_assess);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "detail.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Menu, 0, "detail.menu", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, GDK_SHIFT_MASK, "detail.menu", NULL);
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_detail_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "detail.field", "u", on_field);
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
    case SL_KIND_MAP_NODE:
      return sl_card_summary_new (self->workspace);
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
  else if (SL_IS_CARD_SUMMARY (self->summary))
    sl_card_summary_set_blue_orange (SL_CARD_SUMMARY (self->summary), self->blue_orange);
  else if (SL_IS_PERSON_SUMMARY (self->summary))
    sl_person_summary_set_blue_orange (SL_PERSON_SUMMARY (self->summary), self->blue_orange);
}

static void
show_summary (SlDetail *self)
{
  if (self->trace != NULL)
    sl_map_trace_link_set (self->trace, self->uid, SL_TRACE_NONE);
  if (SL_IS_RISK_SUMMARY (self->summary))
    {
      sl_risk_summary_show (SL_RISK_SUMMARY (self->summary), self->uid);
      sl_risk_links_show (SL_RISK_LINKS (self->links), self->uid);
      sl_risk_timeline_show (SL_RISK_TIMELINE (self->timeline), self->uid);
    }
  else if (SL_IS_CARD_SUMMARY (self->summary))
    {
      sl_card_summary_show (SL_CARD_SUMMARY (self->summary), self->uid);
      if (self->findings != NULL)
        sl_card_findings_show (SL_CARD_FINDINGS (self->findings), self->uid);
      sl_card_links_show (SL_CARD_LINKS (self->links), self->uid);
      sl_card_others_show (SL_CARD_OTHERS (self->others), self->uid);
      sl_risk_timeline_show (SL_RISK_TIMELINE (self->timeline), self->uid);
    }
  else if (SL_IS_PERSON_SUMMARY (self->summary))
    sl_person_summary_show (SL_PERSON_SUMMARY (self->summary), self->uid);
}

/* The fields of a risk in order of meaning; the sentence and the bar of moves stand for most of the rest. */
static const SlFormGroup risk_groups[] = {
  { NULL, (const int[]){ SL_RISK_TITLE, SL_RISK_CAUSE, SL_RISK_EVENT, SL_RISK_EFFECT, SL_RISK_OWNER, SL_RISK_CATEGORY, -1 } },
  { N_ ("When"), (const int[]){ SL_RISK_EARLIEST_DATE, SL_RISK_LATEST_DATE, SL_RISK_EARLY_WARNING, SL_RISK_NEXT_REVIEW,
                                SL_RISK_TARGET_CLOSURE, -1 } },
  { N_ ("Response and Acceptance"),
    (const int[]){ SL_RISK_RESPONSE, SL_RISK_ACCEPTED_BY, SL_RISK_ACCEPTED_ON, SL_RISK_ACCEPTED_UNTIL,
                   SL_RISK_ACCEPTANCE_RATIONALE, -1 } },
  { N_ ("Where It Belongs"),
    (const int[]){ SL_RISK_KIND, SL_RISK_PROJECT, SL_RISK_SUFFERER, SL_RISK_CSF_REF, SL_RISK_PARENT_RISK,
                   SL_RISK_CAUSED_BY_ACTION, -1 } },
  { N_ ("State and Handling"),
    (const int[]){ SL_RISK_STATE, SL_RISK_CONFIDENTIALITY, SL_RISK_ESCALATION_LEVEL, SL_RISK_OCCURRED_ON, SL_RISK_CLOSED_ON,
                   SL_RISK_CLOSE_REASON, -1 } },
  { NULL, NULL },
};

/* The fields of a card in order of meaning. */
static const SlFormGroup card_groups[] = {
  { NULL, (const int[]){ SL_MAP_NODE_OWNER, SL_MAP_NODE_STATUS, SL_MAP_NODE_PLANNED, SL_MAP_NODE_FORECAST,
                         SL_MAP_NODE_ACTUAL, SL_MAP_NODE_BUDGET, SL_MAP_NODE_DESCRIPTION, -1 } },
  { N_ ("What It Is"), (const int[]){ SL_MAP_NODE_TITLE, SL_MAP_NODE_TYPE, SL_MAP_NODE_PROJECT, SL_MAP_NODE_DOMAIN,
                                      SL_MAP_NODE_POLARITY, SL_MAP_NODE_RISK_CONSIDERED, -1 } },
  { NULL, NULL },
};

/* Money goes into investments, only outcomes have a kind of value and can be a harm; what is filled in is shown in any case. */
static gboolean
card_has (const SlRecord *record, guint field)
{
  int type = SL_AS (MAP_NODE, record)->type;

  switch (field)
    {
    case SL_MAP_NODE_BUDGET:
      return type == SL_NODE_TYPE_INVESTMENT;
    case SL_MAP_NODE_DOMAIN:
    case SL_MAP_NODE_POLARITY:
      return sl_node_type_is_outcome (type);
    default:
      return TRUE;
    }
}

static GtkWidget *
new_card_columns (SlDetail *self)
{
  GtkWidget *known = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (known), self->summary);
  self->links = sl_card_links_new (self->workspace);
  self->others = sl_card_others_new (self->workspace);
  self->timeline = sl_risk_timeline_new (self->workspace);
  self->form = sl_form_new_grouped (self->workspace, self->kind, card_groups);
  sl_form_set_fits (SL_FORM (self->form), card_has);
  if (self->watch != NULL)
    {
      self->findings = sl_card_findings_new (self->watch);
      gtk_box_append (GTK_BOX (known), self->findings);
    }
  gtk_box_append (GTK_BOX (fields), self->form);
  gtk_box_append (GTK_BOX (known), fields);
  gtk_box_append (GTK_BOX (rest), self->links);
  gtk_box_append (GTK_BOX (rest), self->others);
  gtk_box_append (GTK_BOX (rest), self->timeline);
  return sl_two_columns_new (known, rest);
}

/* One column in a pane, two on a page: what is known, and what can be changed and has happened. */
static GtkWidget *
new_risk_columns (SlDetail *self)
{
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->links = sl_risk_links_new (self->workspace);
  self->timeline = sl_risk_timeline_new (self->workspace);
  self->form = sl_form_new_grouped (self->workspace, self->kind, risk_groups);
  gtk_box_append (GTK_BOX (fields), self->form);
  gtk_box_append (GTK_BOX (rest), self->links);
  gtk_box_append (GTK_BOX (rest), fields);
  gtk_box_append (GTK_BOX (rest), self->timeline);
  return sl_two_columns_new (self->summary, rest);
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
  if (self->kind == SL_KIND_BENEFIT || self->kind == SL_KIND_ISSUE)
    {
      self->trace = sl_map_trace_link_new (_ ("Show on the Map"));
      gtk_box_append (GTK_BOX (box), self->trace);
    }
  self->summary = new_summary (self);
  colour_summary (self);
  if (SL_IS_RISK_SUMMARY (self->summary))
    gtk_box_append (GTK_BOX (box), new_risk_columns (self));
  else if (SL_IS_CARD_SUMMARY (self->summary))
    gtk_box_append (GTK_BOX (box), new_card_columns (self));
  else
    {
      if (self->summary != NULL)
        gtk_box_append (GTK_BOX (box), self->summary);
      self->form = sl_form_new (self->workspace, self->kind);
      gtk_box_append (GTK_BOX (box), self->form);
    }
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
  if (record->kind == SL_KIND_MAP_EDGE)
    {
      g_autofree char *name = sl_map_link_dup_name (sl_workspace_data (self->workspace), SL_AS (MAP_EDGE, record));

      gtk_label_set_text (GTK_LABEL (self->title), name);
    }
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

void
sl_detail_set_watch (SlDetail *self, SlWatch *watch)
{
  g_return_if_fail (SL_IS_DETAIL (self) && SL_IS_WATCH (watch) && self->form == NULL);
  g_set_object (&self->watch, watch);
}

gboolean
sl_detail_focus_findings (SlDetail *self)
{
  g_return_val_if_fail (SL_IS_DETAIL (self), FALSE);
  return self->findings != NULL && gtk_widget_get_visible (self->findings) && gtk_widget_grab_focus (self->findings);
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
