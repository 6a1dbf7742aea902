/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-overview-page.h"

#include "base/sl-text.h"
#include "ui/pages/sl-overview-words.h"
#include "ui/pages/sl-since-box.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-glyph-image.h"
#include "ui/widgets/sl-two-columns.h"

#include <glib/gi18n-lib.h>

struct _SlOverviewPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlWatch *watch;
  GtkWidget *deck;
  GtkWidget *headline, *attention, *attention_title;
  GtkWidget *top_title, *top, *counts, *exposure, *sight_title, *sight;
  GtkWidget *since;
  gboolean expected; /* the focus came before there was a line to take it */
};

G_DEFINE_FINAL_TYPE (SlOverviewPage, sl_overview_page, SL_TYPE_PAGE)

/* --- The first five ----------------------------------------------------------------------------------------------- */

/* "16 Red · ↗ worse · breach, escalated · Operations Sample" */
static char *
dup_standing (SlOverviewPage *self, const SlRisk *risk, const SlRiskStatus *status)
{
  g_autofree char *score = g_strdup_printf ("%d %s", status->score, g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->rag, FALSE)));
  g_autofree char *trend = sl_overview_dup_trend (status);
  const char *appetite = g_dgettext (GETTEXT_PACKAGE, sl_appetite_label (status->appetite));
  const char *owner = risk->owner != SL_UID_NONE ? sl_data_name (sl_workspace_data (self->workspace), risk->owner)
                                                 : _ ("Nobody is named");
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add (parts, status->score > 0 ? score : _ ("not assessed yet"));
  if (*trend != '\0')
    g_strv_builder_add (parts, trend);
  if (status->appetite == SL_APPETITE_BREACH)
    g_strv_builder_add (parts, status->handling == SL_HANDLING_NONE       ? _ ("Breach, nobody answers for it")
                               : status->handling == SL_HANDLING_ACCEPTED ? _ ("Breach, accepted for the board")
                                                                          : _ ("Breach, escalated"));
  else if (status->appetite != SL_APPETITE_NONE)
    g_strv_builder_add (parts, appetite);
  g_strv_builder_add (parts, owner);
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
add_threat (SlOverviewPage *self, SlUid uid)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (sl_workspace_data (self->workspace), uid));
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, uid);
  GtkWidget *row, *box, *words, *glyph;
  g_autofree char *sentence = NULL, *standing = NULL, *name = NULL, *title = NULL;

  if (risk == NULL || status == NULL)
    return;
  sentence = sl_risk_dup_sentence (risk);
  standing = dup_standing (self, risk, status);
  title = g_strdup_printf ("%s  %s", risk->code, sentence != NULL ? sentence : risk->title);
  name = g_strdup_printf ("%s. %s", title, standing);
  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  glyph = sl_glyph_image_new ();
  sl_glyph_image_set_status (SL_GLYPH_IMAGE (glyph), sl_status_from_rag (status->rag, FALSE));
  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), sl_words_new (title, NULL, 0));
  gtk_box_append (GTK_BOX (words), sl_words_new (standing, "row-subtitle", 0));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&uid, sizeof uid), g_free);
  sl_name_widget (row, name);
  gtk_list_box_append (GTK_LIST_BOX (self->top), row);
}

static void
on_threat (SlOverviewPage *self, GtkListBoxRow *row)
{
  const SlUid *uid = g_object_get_data (G_OBJECT (row), "uid");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", *uid);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
show_figures (SlOverviewPage *self, const SlFigures *figures)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  const char *currency = programme != NULL ? programme->currency : NULL;
  g_autofree char *counts = sl_overview_dup_counts (figures);
  g_autofree char *exposure = sl_overview_dup_exposure (figures, currency);
  g_autofree char *sight = sl_overview_dup_sight (figures, currency);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->top)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->top), row);
  for (guint i = 0; i < figures->n_top; i++)
    add_threat (self, figures->top[i]);
  gtk_widget_set_visible (self->top, figures->n_top > 0);
  gtk_label_set_text (GTK_LABEL (self->top_title),
                      figures->n_top > 0 ? _ ("What Could Stop Us") : _ ("No Open Threat Is Recorded"));
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  gtk_label_set_text (GTK_LABEL (self->exposure), exposure);
  gtk_label_set_text (GTK_LABEL (self->sight), sight != NULL ? sight : "");
  gtk_widget_set_visible (self->sight, sight != NULL);
  gtk_widget_set_visible (self->sight_title, sight != NULL);
}

static GtkWidget *new_doors (SlOverviewPage *self);

/* There only while nothing is recorded. */
static void
show_doors (SlOverviewPage *self, gboolean shown)
{
  GtkWidget *doors = sl_deck_get (self->deck, "doors");

  if (shown && doors == NULL)
    sl_deck_add (self->deck, doors = new_doors (self), "doors");
  sl_deck_show (self->deck, shown ? doors : sl_deck_get (self->deck, "overview"));
  if (!shown && doors != NULL)
    sl_deck_remove (self->deck, doors);
}

/* Whoever came before the lines did begins at the first of them, unless they have gone elsewhere meanwhile. */
static void
take_focus (SlOverviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->expected && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->expected = FALSE;
}

static void
on_watched (SlOverviewPage *self)
{
  const SlAttention *attention = sl_watch_attention (self->watch);
  g_autofree char *headline = NULL;

  if (attention == NULL)
    return;
  headline = sl_overview_dup_headline (attention);
  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  show_figures (self, sl_attention_figures (attention));
  gtk_widget_set_visible (self->attention_title, sl_attention_count (attention) > 0);
  gtk_widget_set_visible (self->attention, sl_attention_count (attention) > 0);
  show_doors (self, sl_attention_figures (attention)->n_risks == 0);
  take_focus (self);
}

static void
on_message (SlOverviewPage *self, const char *text, gboolean undoable)
{
  sl_page_tell (SL_PAGE (self), text, undoable);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
}

static GtkWidget *
add_words (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = sl_words_new (text, css, 0);

  gtk_widget_add_css_class (label, "overview-words");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_attention (SlOverviewPage *self, GtkWidget *box)
{
  GtkWidget *list = sl_attention_list_new (self->watch);

  g_signal_connect_object (list, "message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static GtkWidget *
new_left (SlOverviewPage *self)
{
  GtkWidget *box = new_column ();

  self->attention_title = add_words (box, _ ("What Needs Attention"), "title-4");
  self->attention = add_attention (self, box);
  return box;
}

static GtkWidget *
new_right (SlOverviewPage *self, SlPreferences *preferences)
{
  GtkWidget *box = new_column ();

  self->top_title = add_words (box, _ ("What Could Stop Us"), "title-4");
  self->counts = add_words (box, NULL, "row-subtitle");
  self->exposure = add_words (box, NULL, NULL);
  self->top = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->top), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->top, "attention-list");
  sl_name_widget (self->top, _ ("The first five threats"));
  g_signal_connect_swapped (self->top, "row-activated", G_CALLBACK (on_threat), self);
  gtk_box_append (GTK_BOX (box), self->top);
  self->since = sl_since_box_new (self->workspace, preferences);
  gtk_box_append (GTK_BOX (box), self->since);
  self->sight_title = add_words (box, _ ("Line of Sight"), "title-4");
  self->sight = add_words (box, NULL, NULL);
  return box;
}

static GtkWidget *
new_overview (SlOverviewPage *self, SlPreferences *preferences)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->headline = add_words (box, _ ("Looking…"), "title-3");
  gtk_box_append (GTK_BOX (box), sl_two_columns_new (new_left (self), new_right (self, preferences)));
  gtk_widget_add_css_class (box, "overview");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1320);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1320);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
on_add_risk (SlOverviewPage *self)
{
  sl_page_add (SL_PAGE (self));
}

static void
on_import (SlOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
on_map (SlOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "map");
}

static GtkWidget *
new_door (const char *label, GCallback open, SlOverviewPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  sl_name_widget (button, label);
  g_signal_connect_object (button, "clicked", open, self, G_CONNECT_SWAPPED);
  return button;
}

/* Where nothing is recorded there is one idea and a way in. */
static GtkWidget *
new_doors (SlOverviewPage *self)
{
  GtkWidget *status = sl_status_page_new (NULL, _ ("Nothing Is Recorded Yet"),
                                          _ ("This page says what has changed and what waits for somebody. An empty register is not a "
                                             "safe programme: begin with what could go wrong, or with what you want to reach."),
                                          NULL, NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *doors = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *first = new_door (_ ("Add a Risk"), G_CALLBACK (on_add_risk), self);

  gtk_widget_add_css_class (first, "suggested-action");
  gtk_box_append (GTK_BOX (doors), first);
  gtk_box_append (GTK_BOX (doors), new_door (_ ("Start a Map"), G_CALLBACK (on_map), self));
  gtk_box_append (GTK_BOX (doors), new_door (_ ("Import a Register…"), G_CALLBACK (on_import), self));
  gtk_box_append (GTK_BOX (box), doors);
  add_attention (self, box);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), clamp);
  return status;
}

/* --- The page ----------------------------------------------------------------------------------------------------- */

/* A risk is added where risks are. */
static void
add (SlPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.page", "s", "risks");
  gtk_widget_activate_action (GTK_WIDGET (page), "win.add", NULL);
}

static gboolean
sl_overview_page_grab_focus (GtkWidget *widget)
{
  SlOverviewPage *self = SL_OVERVIEW_PAGE (widget);

  self->expected = sl_watch_attention (self->watch) == NULL;
  return gtk_widget_grab_focus (self->attention) || gtk_widget_child_focus (self->deck, GTK_DIR_TAB_FORWARD);
}

static void
sl_overview_page_dispose (GObject *object)
{
  SlOverviewPage *self = SL_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (sl_overview_page_parent_class)->dispose (object);
  g_clear_object (&self->watch);
}

static void
sl_overview_page_class_init (SlOverviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_overview_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_overview_page_grab_focus;
  SL_PAGE_CLASS (klass)->add = add;
}

static void
sl_overview_page_init (SlOverviewPage *self)
{
  self->deck = sl_deck_new ();
  sl_page_set_child (SL_PAGE (self), self->deck);
}

GtkWidget *
sl_overview_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlOverviewPage *self = sl_page_construct (SL_TYPE_OVERVIEW_PAGE, workspace, info);

  self->workspace = workspace;
  self->watch = g_object_ref (sl_tally_watch (tally));
  sl_deck_add (self->deck, new_overview (self, preferences), "overview");
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watched), self, G_CONNECT_SWAPPED);
  on_watched (self);
  return GTK_WIDGET (self);
}

SlAttentionList *
sl_overview_page_attention (SlOverviewPage *self)
{
  g_return_val_if_fail (SL_IS_OVERVIEW_PAGE (self), NULL);
  return SL_ATTENTION_LIST (self->attention);
}

SlSinceBox *
sl_overview_page_since (SlOverviewPage *self)
{
  g_return_val_if_fail (SL_IS_OVERVIEW_PAGE (self), NULL);
  return SL_SINCE_BOX (self->since);
}

const char *
sl_overview_page_headline (SlOverviewPage *self)
{
  g_return_val_if_fail (SL_IS_OVERVIEW_PAGE (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->headline));
}
