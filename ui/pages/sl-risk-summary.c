/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-summary.h"

#include "base/sl-text.h"
#include "ui/pages/sl-risk-actions.h"
#include "ui/pages/sl-risk-bar.h"
#include "ui/pages/sl-risk-ratings.h"
#include "ui/pages/sl-risk-sentence.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-score-image.h"
#include "ui/widgets/sl-standing.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define PANE_WIDTH 28

struct _SlRiskSummary
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  GtkWidget *restricted, *sentence, *bar, *ratings, *standing, *actions, *score, *line;
};

G_DEFINE_FINAL_TYPE (SlRiskSummary, sl_risk_summary, SL_TYPE_SECTION)

static gboolean
sl_risk_summary_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_RISK_SUMMARY (widget)->sentence);
}

static void
sl_risk_summary_class_init (SlRiskSummaryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_risk_summary_grab_focus;
}

static SlExplanation *
explain (int topic, gpointer data)
{
  SlRiskSummary *self = data;
  SlView view = sl_workspace_view (self->workspace);
  const SlRecord *record = sl_data_lookup (view.data, self->risk);

  return record != NULL && view.settings != NULL ? sl_risk_explain (&view, SL_AS (RISK, record), topic, TRUE) : NULL;
}

static void
set_line (SlRiskSummary *self, SlTopic topic, SlStatus status, const char *text)
{
  sl_standing_set (SL_STANDING (self->standing), (int) topic, status, text);
}

/* From whom it is kept; whoever has the file sees it here. */
static void
show_confidentiality (SlRiskSummary *self, int confidentiality)
{
  gtk_label_set_text (GTK_LABEL (self->restricted),
                      confidentiality == SL_CONFIDENTIALITY_RESTRICTED
                          ? _ ("Restricted: reports for everyone and for the board leave it out, and count it")
                          : _ ("For the board: reports for everyone leave it out, and count it"));
  gtk_widget_set_visible (self->restricted, confidentiality == SL_CONFIDENTIALITY_RESTRICTED || confidentiality == SL_CONFIDENTIALITY_BOARD);
}

static void
show_score (SlRiskSummary *self, const SlRisk *risk)
{
  SlView view = sl_workspace_view (self->workspace);

  if (view.settings != NULL)
    sl_score_image_set (SL_SCORE_IMAGE (self->line), sl_score_line_new (&view, risk, TRUE));
  gtk_widget_set_visible (self->score, view.settings != NULL && gtk_widget_get_visible (self->line));
}

/* --- Standing ----------------------------------------------------------------------------------------------------- */

static void
show_trend (SlRiskSummary *self, const SlRiskStatus *status, gboolean opportunity)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_trend_label (status->trend, opportunity));
  g_autofree char *earlier = g_strdup_printf ("%d", status->earlier_score);
  g_autofree char *text = NULL;

  if (status->trend == SL_TREND_NONE)
    text = g_strdup (_ ("not assessed"));
  else if (status->frozen)
    /* TRANSLATORS: the score of a risk has not moved for long, whatever its reviews said; {1} is "Same". */
    text = sl_text_compose (_ ("{1}, frozen"), (const char *[]){ label, NULL });
  else if (status->trend == SL_TREND_NEW)
    text = g_strdup (label);
  else
    /* TRANSLATORS: {1} is "Worse" or "Same", {2} a score. */
    text = sl_text_compose (_ ("{1}, was {2} 90 days ago"), (const char *[]){ label, earlier, NULL });
  set_line (self, SL_TOPIC_TREND, SL_STATUS_NOTHING, text);
}

static void
show_exposure (SlRiskSummary *self, const SlRiskStatus *status)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  const char *currency = programme != NULL ? programme->currency : NULL;
  g_autofree char *text = status->exposure == SL_MONEY_NONE ? g_strdup (_ ("not known"))
                          : status->exposure == 0           ? g_strdup (_ ("no cost given"))
                                                            : sl_money_dup_short (status->exposure, currency);

  set_line (self, SL_TOPIC_EXPOSURE, SL_STATUS_NOTHING, text);
}

/* Of threats with a target and a statement of appetite. */
static void
show_target (SlRiskSummary *self, const SlRiskStatus *status, gboolean opportunity)
{
  gboolean applies = !opportunity && status->target_score > 0 && status->want > 0;

  set_line (self, SL_TOPIC_TARGET, SL_STATUS_NOTHING,
            !applies ? NULL : status->target_gap ? _ ("still above what we want") : _ ("reaches what we want"));
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
  gboolean opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY, unborn;

  /* Of a thought that nobody has assessed there is nothing to say. */
  unborn = status != NULL && risk->state == SL_RISK_STATE_DRAFT && status->score == 0;
  gtk_widget_set_visible (self->standing, status != NULL && !unborn);
  if (status == NULL || unborn)
    return;
  if (opportunity)
    set_line (self, SL_TOPIC_APPETITE, SL_STATUS_NOTHING, NULL);
  else
    show_appetite (self, status);
  show_target (self, status, opportunity);
  show_trend (self, status, opportunity);
  show_exposure (self, status);
  show_proximity (self, status);
  show_review (self, status);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
sl_risk_summary_init (SlRiskSummary *self)
{
  self->standing = sl_standing_new (explain, self);
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_APPETITE, _ ("Appetite"));
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_TARGET, _ ("Target"));
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_TREND, _ ("Trend"));
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_REVIEW, _ ("Review"));
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_PROXIMITY, _ ("Proximity"));
  sl_standing_add (SL_STANDING (self->standing), SL_TOPIC_EXPOSURE, _ ("Exposure"));
}

GtkWidget *
sl_risk_summary_new (SlWorkspace *workspace)
{
  SlRiskSummary *self = sl_section_construct (SL_TYPE_RISK_SUMMARY, workspace, 12);

  self->workspace = workspace;
  self->restricted = sl_section_add (self, sl_words_new (NULL, "row-subtitle", PANE_WIDTH));
  self->sentence = sl_section_add (self, sl_risk_sentence_new (workspace));
  self->bar = sl_section_add (self, sl_risk_bar_new (workspace));
  self->ratings = sl_section_add (self, sl_risk_ratings_new (workspace));
  sl_section_add (self, self->standing);
  self->actions = sl_section_add (self, sl_risk_actions_new (workspace));
  self->score = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->line = sl_score_image_new ();
  gtk_box_append (GTK_BOX (self->score), sl_words_new (_ ("Score over Time"), "heading", 0));
  gtk_box_append (GTK_BOX (self->score), self->line);
  return GTK_WIDGET (self);
}

void
sl_risk_summary_show (SlRiskSummary *self, SlUid uid)
{
  const SlRecord *record;

  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  self->risk = record != NULL ? uid : SL_UID_NONE;
  if (record == NULL)
    return;
  show_confidentiality (self, SL_AS (RISK, record)->confidentiality);
  sl_risk_sentence_show (SL_RISK_SENTENCE (self->sentence), uid);
  sl_risk_bar_set_risk (SL_RISK_BAR (self->bar), uid);
  sl_risk_ratings_show (SL_RISK_RATINGS (self->ratings), uid);
  show_score (self, SL_AS (RISK, record));
  show_standing (self, SL_AS (RISK, record));
  sl_risk_actions_set_risk (SL_RISK_ACTIONS (self->actions), uid);
}

void
sl_risk_summary_popup (SlRiskSummary *self)
{
  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  sl_risk_bar_popup (SL_RISK_BAR (self->bar));
}

void
sl_risk_summary_assess (SlRiskSummary *self, int type)
{
  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  sl_risk_ratings_assess (SL_RISK_RATINGS (self->ratings), type);
}

void
sl_risk_summary_set_blue_orange (SlRiskSummary *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_RISK_SUMMARY (self));
  sl_risk_ratings_set_blue_orange (SL_RISK_RATINGS (self->ratings), blue_orange);
  sl_score_image_set_blue_orange (SL_SCORE_IMAGE (self->line), blue_orange);
  sl_standing_set_blue_orange (SL_STANDING (self->standing), blue_orange);
}
