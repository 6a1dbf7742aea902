/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-risk-columns.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/models/sl-risk-filters.h"
#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>

static const SlRiskStatus *
status_of (SlWorkspace *workspace, const SlRecord *record)
{
  return sl_workspace_risk_status (workspace, record->uid);
}

static gboolean
is_opportunity (const SlRecord *record)
{
  return SL_AS (RISK, record)->kind == SL_RISK_KIND_OPPORTUNITY;
}

static char *
dup_figure (int figure)
{
  return figure > 0 ? g_strdup_printf ("%d", figure) : NULL;
}

static gboolean
give (gint64 *number, gint64 value, gboolean there)
{
  *number = value;
  return there;
}

/* --- Probability and impact --------------------------------------------------------------------------------------- */

static char *
probability_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL ? dup_figure (status->probability) : NULL;
}

static gboolean
probability_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->probability, status->probability > 0);
}

static char *
impact_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL ? dup_figure (status->impact) : NULL;
}

static gboolean
impact_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->impact, status->impact > 0);
}

static gboolean
assess (SlWorkspace *workspace, SlTx *tx, SlUid uid, const char *text, const char *reason, gboolean impact, GError **error)
{
  g_autofree char *clean = sl_text_clean (text, TRUE);
  SlView view = { sl_tx_data (tx), sl_workspace_as_of (workspace), sl_data_settings (sl_tx_data (tx)) };
  const SlRiskAssessment *last;
  SlActContext context;
  gint64 figure = 0;

  if (clean == NULL)
    {
      /* Pasting an empty cell over an empty one is no assessment. */
      last = sl_risk_assessment_in_force (&view, uid, SL_ASSESSMENT_TYPE_CURRENT);
      if (last == NULL || (impact ? sl_assessment_impact (last) == 0 : last->probability == SL_INT_NONE))
        return TRUE;
      g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("An assessment stays on record; write the new figure from 1 to 5"));
      return FALSE;
    }
  if (!sl_number_parse (clean, 0, &figure) || figure < 1 || figure > 5)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a figure from 1 to 5"), clean);
      return FALSE;
    }
  sl_workspace_act_context (workspace, reason, &context);
  return sl_tx_assess (tx, &view, &context, uid, impact ? 0 : (int) figure, impact ? (int) figure : 0, reason, error);
}

static gboolean
set_probability (SlWorkspace *workspace, SlTx *tx, SlUid uid, const char *text, const char *reason, gpointer data,
                 GError **error)
{
  return assess (workspace, tx, uid, text, reason, FALSE, error);
}

static gboolean
set_impact (SlWorkspace *workspace, SlTx *tx, SlUid uid, const char *text, const char *reason, gpointer data, GError **error)
{
  return assess (workspace, tx, uid, text, reason, TRUE, error);
}

/* --- Score, appetite, proximity, review --------------------------------------------------------------------------- */

static char *
score_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->score == 0)
    /* TRANSLATORS: stands in a narrow column where a risk has no score. */
    return g_strdup (_ ("None"));
  return dup_figure (status->score);
}

static gboolean
score_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  /* By rating first: an amber 5 of rare catastrophe stands above a green 6. */
  return status != NULL && give (number, (gint64) status->rag * 100 + status->score, status->score > 0);
}

static gboolean
score_amount (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->score, status->score > 0);
}

static SlStatus
score_status (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL ? sl_status_from_rag (status->rag, is_opportunity (record)) : SL_STATUS_UNKNOWN;
}

static char *
rating_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlStatus status = score_status (workspace, record, NULL);

  return status > SL_STATUS_UNKNOWN ? g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_glyph_word (status))) : NULL;
}

static gboolean
rating_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  SlStatus status = score_status (workspace, record, NULL);

  return give (number, status, status > SL_STATUS_UNKNOWN);
}

static char *
appetite_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->appetite == SL_APPETITE_NONE)
    return NULL;
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_appetite_label (status->appetite)));
}

static gboolean
appetite_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->appetite, status->appetite != SL_APPETITE_NONE);
}

static char *
proximity_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->proximity == SL_PROXIMITY_NONE)
    return NULL;
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_proximity_label (status->proximity)));
}

static gboolean
proximity_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->proximity_days, status->proximity != SL_PROXIMITY_NONE);
}

static char *
review_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->review_due == SL_DATE_NONE)
    return NULL;
  if (status->overdue_days > 0)
    /* TRANSLATORS: how many days a review is overdue, in a narrow column. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) status->overdue_days),
                            status->overdue_days);
  return sl_date_dup_display (status->review_due);
}

static gboolean
review_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->review_due, status->review_due != SL_DATE_NONE);
}

/* --- Trend, exposure, actions -------------------------------------------------------------------------------------- */

static char *
trend_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  static const char *const arrows[] = { "", "✳", "→", "↗", "↘" };
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->trend == SL_TREND_NONE || !sl_risk_is_open (SL_AS (RISK, record)))
    return NULL;
  return g_strdup_printf ("%s %s", arrows[status->trend],
                          g_dgettext (GETTEXT_PACKAGE, sl_trend_label (status->trend, is_opportunity (record))));
}

/* By how much the score moved, what is new between those that stood still and those that fell. */
static gboolean
trend_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  if (status == NULL || status->trend == SL_TREND_NONE || !sl_risk_is_open (SL_AS (RISK, record)))
    return FALSE;
  *number = status->trend == SL_TREND_NEW ? -1 : 2 * (status->score - status->earlier_score);
  return TRUE;
}

static char *
exposure_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (workspace));

  if (status == NULL || status->exposure == 0 || programme == NULL)
    return NULL;
  if (status->exposure == SL_MONEY_NONE)
    /* TRANSLATORS: stands for an amount: there is a cost but no probability. */
    return g_strdup (_ ("Not known"));
  return sl_money_dup_short (status->exposure, programme->currency);
}

static gboolean
exposure_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  const SlRiskStatus *status = status_of (workspace, record);

  return status != NULL && give (number, status->exposure, status->exposure != SL_MONEY_NONE && status->exposure != 0);
}

static gboolean
count_actions (SlWorkspace *workspace, const SlRecord *record, SlRiskActionCounts *counts)
{
  SlView view = sl_workspace_view (workspace);

  sl_risk_count_actions (&view, record->uid, counts);
  return counts->going > 0 || sl_risk_is_open (SL_AS (RISK, record));
}

/* The worst that can be said of them. */
static char *
actions_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlRiskActionCounts counts;

  if (!count_actions (workspace, record, &counts))
    return NULL;
  if (counts.going == 0)
    /* TRANSLATORS: in a narrow column: nothing is planned or under way about a risk. */
    return g_strdup (C_ ("actions", "None"));
  if (counts.late > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u late", "%u late", counts.late), counts.late);
  if (counts.drifting > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u drifting", "%u drifting", counts.drifting), counts.drifting);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u going", "%u going", counts.going), counts.going);
}

/* None before late before drifting before what goes as promised. */
static gboolean
actions_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  SlRiskActionCounts counts;

  if (!count_actions (workspace, record, &counts))
    return FALSE;
  *number = counts.going == 0 ? G_MAXINT32 : counts.late * 1000000 + counts.drifting * 1000 + counts.going;
  return TRUE;
}

/* --- The register ------------------------------------------------------------------------------------------------- */

static SlColumn *
derived (const char *id, const char *title, const char *help, int width, SlColumnText text, SlColumnNumber number)
{
  SlColumn *column = sl_column_new_derived (id, title, SL_TYPE_TEXT, text);

  column->number = number;
  column->help = g_strdup (help);
  column->width = width;
  return column;
}

static SlColumn *
figure (const char *id, const char *title, const char *help, SlColumnText text, SlColumnNumber number, SlColumnSet set)
{
  SlColumn *column = derived (id, title, help, 40, text, number);

  column->type = SL_TYPE_INT;
  column->right = TRUE;
  column->editable = TRUE;
  column->verb = SL_VERB_ASSESS;
  column->high_first = TRUE;
  column->set = set;
  return column;
}

static void
add_moving (GPtrArray *columns)
{
  SlColumn *trend = derived ("trend", _ ("Trend"), _ ("The score now against that of 90 days before"), 78, trend_text,
                             trend_number);
  SlColumn *actions = derived ("actions", _ ("Actions"), _ ("What is planned or under way about it: late, drifting (moved to a "
                                                            "later day twice or more), or how many are going"), 88,
                               actions_text, actions_number);
  SlColumn *exposure = derived ("exposure", _ ("Exposure"), _ ("Probability times the cost if it occurs: an expected value"), 88,
                                exposure_text, exposure_number);

  exposure->type = SL_TYPE_MONEY;
  trend->high_first = actions->high_first = exposure->high_first = exposure->right = TRUE;
  g_ptr_array_add (columns, trend);
  g_ptr_array_add (columns, actions);
  g_ptr_array_add (columns, exposure);
}

static void
add_derived (GPtrArray *columns)
{
  SlColumn *score, *rating, *appetite;

  /* TRANSLATORS: column head: probability from 1 to 5, one letter. */
  g_ptr_array_add (columns, figure ("probability", _ ("P"), _ ("Probability now, from 1 to 5"), probability_text,
                                    probability_number, set_probability));
  /* TRANSLATORS: column head: impact from 1 to 5, one letter. */
  g_ptr_array_add (columns, figure ("impact", _ ("I"), _ ("Impact now, from 1 to 5: the highest of its dimensions"),
                                    impact_text, impact_number, set_impact));
  score = derived ("score", _ ("Score"), _ ("Probability times impact, rated by the programme’s grid"), 80, score_text,
                   score_number);
  score->status = score_status;
  score->type = SL_TYPE_INT;
  score->amount = score_amount;
  score->right = TRUE;
  score->high_first = TRUE;
  g_ptr_array_add (columns, score);
  rating = derived ("rating", _ ("Rating"), _ ("The colour of the score, as a word"), 88, rating_text, rating_number);
  rating->groups = TRUE;
  rating->high_first = TRUE;
  g_ptr_array_add (columns, rating);
  appetite = derived ("appetite", _ ("Appetite"), _ ("The score held against the appetite stated for its category"),
                      92, appetite_text, appetite_number);
  appetite->groups = TRUE;
  g_ptr_array_add (columns, appetite);
  add_moving (columns);
  g_ptr_array_add (columns, derived ("review_due", _ ("Review due"), _ ("When it has to be looked at again"), 100,
                                     review_text, review_number));
  g_ptr_array_add (columns, derived ("proximity", _ ("Proximity"), _ ("How soon it could strike"), 116, proximity_text,
                                     proximity_number));
}

GPtrArray *
sl_risk_columns (void)
{
  static const char *const shown[] = { "code", "title", "owner", "probability", "impact", "score", "trend", "appetite",
                                       "review_due", "state" };
  g_autoptr (GPtrArray) all = sl_columns_for_kind (SL_KIND_RISK);
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);

  add_derived (all);
  for (guint i = 0; i < all->len; i++)
    ((SlColumn *) all->pdata[i])->shown = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      SlColumn *column = sl_columns_find (all, shown[i]);

      column->shown = TRUE;
      /* So that everything down to the next review fits beside the details in a window of usual size. */
      if (column->field == SL_RISK_TITLE)
        column->width = 170;
      else if (column->field == SL_RISK_OWNER)
        column->width = 100;
      else if (column->field == SL_RISK_STATE)
        column->width = 78;
      g_ptr_array_add (ordered, sl_column_ref (column));
    }
  for (guint i = 0; i < all->len; i++)
    if (!((SlColumn *) all->pdata[i])->shown)
      g_ptr_array_add (ordered, sl_column_ref (all->pdata[i]));
  return ordered;
}
