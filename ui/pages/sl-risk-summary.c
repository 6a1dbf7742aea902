/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-summary.h"

#include "base/sl-text.h"
#include "ui/pages/sl-risk-actions.h"
#include "ui/pages/sl-risk-bar.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-glyph-image.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define WHY_WIDTH 36
#define PANE_WIDTH 28

#define N_TOPICS (SL_TOPIC_REVIEW + 1)

/* A line of the standing: a button whose popover says why. */
typedef struct
{
  GtkWidget *button, *glyph, *value;
  SlTopic topic;
  SlRiskSummary *summary;
} Line;

struct _SlRiskSummary
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  GtkWidget *bar, *sentence, *standing, *actions;
  GtkWidget *why; /* popover, while one is open */
  Line lines[N_TOPICS];
};

G_DEFINE_FINAL_TYPE (SlRiskSummary, sl_risk_summary, GTK_TYPE_WIDGET)

static void
sl_risk_summary_dispose (GObject *object)
{
  SlRiskSummary *self = SL_RISK_SUMMARY (object);
  GtkWidget *child;

  self->why = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_risk_summary_parent_class)->dispose (object);
}

static void
sl_risk_summary_class_init (SlRiskSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_risk_summary_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- Why ---------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_words (const char *text, const char *css, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
new_explanation (SlRiskSummary *self, SlTopic topic)
{
  SlView view = sl_workspace_view (self->workspace);
  const SlRecord *record = sl_data_lookup (view.data, self->risk);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (SlExplanation) why = NULL;

  if (record == NULL || view.settings == NULL)
    return box;
  why = sl_risk_explain (&view, SL_AS (RISK, record), topic, TRUE);
  gtk_box_append (GTK_BOX (box), new_words (why->result, "heading", WHY_WIDTH));
  for (guint i = 0; i < why->inputs->len; i++)
    gtk_box_append (GTK_BOX (box), new_words (why->inputs->pdata[i], NULL, WHY_WIDTH));
  gtk_box_append (GTK_BOX (box), new_words (why->rule, "dim-label", WHY_WIDTH));
  return box;
}

static void
on_why_closed (GtkPopover *popover, SlRiskSummary *self)
{
  if (self->why != GTK_WIDGET (popover))
    return;
  self->why = NULL;
  gtk_widget_unparent (GTK_WIDGET (popover));
}

/* Made anew each time: it must say what holds now. */
static void
on_line_clicked (GtkWidget *button, Line *line)
{
  SlRiskSummary *self = line->summary;
  graphene_rect_t box;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &box))
    return;
  g_clear_pointer (&self->why, gtk_widget_unparent);
  self->why = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->why), new_explanation (self, line->topic));
  gtk_widget_add_css_class (self->why, "padded");
  sl_name_widget (self->why, _ ("Why"));
  gtk_widget_set_parent (self->why, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->why), &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y,
                                                                        (int) box.size.width, (int) box.size.height });
  g_signal_connect (self->why, "closed", G_CALLBACK (on_why_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->why));
}

static void
add_line (SlRiskSummary *self, SlTopic topic, const char *title)
{
  Line *line = &self->lines[topic];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (title);

  line->summary = self;
  line->topic = topic;
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_width_chars (GTK_LABEL (caption), 10);
  gtk_widget_add_css_class (caption, "dim-label");
  line->glyph = sl_glyph_image_new ();
  line->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->value), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->value), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line->value, TRUE);
  gtk_widget_add_css_class (line->value, "numeric");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), line->glyph);
  gtk_box_append (GTK_BOX (box), line->value);
  line->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (line->button), box);
  gtk_widget_add_css_class (line->button, "flat");
  gtk_widget_add_css_class (line->button, "why");
  gtk_widget_set_tooltip_text (line->button, _ ("Show why"));
  g_signal_connect (line->button, "clicked", G_CALLBACK (on_line_clicked), line);
  g_object_set_data (G_OBJECT (line->button), "title", (gpointer) title);
  gtk_box_append (GTK_BOX (self->standing), line->button);
}

static void
set_line (SlRiskSummary *self, SlTopic topic, SlStatus status, const char *text)
{
  Line *line = &self->lines[topic];
  g_autofree char *name = g_strdup_printf ("%s: %s", (const char *) g_object_get_data (G_OBJECT (line->button), "title"), text);

  sl_glyph_image_set_status (SL_GLYPH_IMAGE (line->glyph), status);
  gtk_label_set_text (GTK_LABEL (line->value), text);
  sl_name_widget (line->button, name);
}

/* --- Standing ----------------------------------------------------------------------------------------------------- */

static void
show_score (SlRiskSummary *self, const SlRiskStatus *status, gboolean opportunity)
{
  g_autofree char *text = NULL;

  if (status->score == 0)
    text = g_strdup (_ ("not assessed yet"));
  else
    text = g_strdup_printf ("%d %s, %d × %d", status->score, g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->rag, opportunity)),
                            status->probability, status->impact);
  set_line (self, SL_TOPIC_SCORE, status->score == 0 ? SL_STATUS_UNKNOWN : sl_status_from_rag (status->rag, opportunity), text);
}

static void
show_appetite (SlRiskSummary *self, const SlRiskStatus *status)
{
  static const SlStatus glyphs[] = { SL_STATUS_UNKNOWN, SL_STATUS_UNKNOWN, SL_STATUS_GREEN, SL_STATUS_AMBER, SL_STATUS_RED };
  const char *label = sl_appetite_label (status->appetite);

  set_line (self, SL_TOPIC_APPETITE, glyphs[status->appetite],
            *label != '\0' ? g_dgettext (GETTEXT_PACKAGE, label) : _ ("does not apply"));
}

static void
show_proximity (SlRiskSummary *self, const SlRiskStatus *status)
{
  const char *label = sl_proximity_label (status->proximity);

  set_line (self, SL_TOPIC_PROXIMITY, SL_STATUS_NOTHING,
            *label != '\0' ? g_dgettext (GETTEXT_PACKAGE, label) : _ ("no date given"));
}

static void
show_review (SlRiskSummary *self, const SlRiskStatus *status)
{
  g_autofree char *day = sl_date_dup_display (status->review_due);
  g_autofree char *late = NULL, *text = NULL;

  if (status->review_due == SL_DATE_NONE)
    text = g_strdup (_ ("none due"));
  else if (status->overdue_days > 0)
    {
      late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) status->overdue_days),
                              status->overdue_days);
      /* TRANSLATORS: {1} is "88 days late", {2} the day it was due. */
      text = sl_text_compose (_ ("{1}, due {2}"), (const char *[]){ late, day, NULL });
    }
  else
    text = g_strdup (day);
  set_line (self, SL_TOPIC_REVIEW, SL_STATUS_NOTHING, text);
}

static void
show_standing (SlRiskSummary *self, const SlRisk *risk)
{
  const SlRiskStatus *status = sl_workspace_risk_status (self->workspace, self->risk);

  gtk_widget_set_visible (self->standing, status != NULL);
  if (status == NULL)
    return;
  show_score (self, status, risk->kind == SL_RISK_KIND_OPPORTUNITY);
  show_appetite (self, status);
  show_proximity (self, status);
  show_review (self, status);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
sl_risk_summary_init (SlRiskSummary *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  self->sentence = new_words (NULL, "sentence", PANE_WIDTH);
  gtk_label_set_selectable (GTK_LABEL (self->sentence), FALSE);
  gtk_widget_set_parent (self->sentence, GTK_WIDGET (self));
  self->standing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->standing, GTK_WIDGET (self));
  add_line (self, SL_TOPIC_SCORE, _ ("Score"));
  add_line (self, SL_TOPIC_APPETITE, _ ("Appetite"));
  add_line (self, SL_TOPIC_REVIEW, _ ("Review"));
  add_line (self, SL_TOPIC_PROXIMITY, _ ("Proximity"));
}

GtkWidget *
sl_risk_summary_new (SlWorkspace *workspace)
{
  SlRiskSummary *self = g_object_new (SL_TYPE_RISK_SUMMARY, NULL);

  self->workspace = g_object_ref (workspace);
  self->bar = sl_risk_bar_new (workspace);
  gtk_widget_insert_after (self->bar, GTK_WIDGET (self), self->sentence);
  self->actions = sl_risk_actions_new (workspace);
  gtk_widget_set_parent (self->actions, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sl_risk_summary_show (SlRiskSummary *self, SlUid uid)
{
  const SlRecord *record;
  g_autofree char *sentence = NULL;

  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  self->risk = record != NULL ? uid : SL_UID_NONE;
  if (record == NULL)
    return;
  sentence = sl_risk_dup_sentence (SL_AS (RISK, record));
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->sentence, sentence != NULL);
  show_standing (self, SL_AS (RISK, record));
  sl_risk_bar_set_risk (SL_RISK_BAR (self->bar), self->risk);
  sl_risk_actions_set_risk (SL_RISK_ACTIONS (self->actions), self->risk);
}

void
sl_risk_summary_set_blue_orange (SlRiskSummary *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  for (guint i = 0; i < N_TOPICS; i++)
    sl_glyph_image_set_blue_orange (SL_GLYPH_IMAGE (self->lines[i].glyph), blue_orange);
}
