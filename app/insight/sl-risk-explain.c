/* Why a figure is what it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SlView *view;
  const SlRisk *risk;
  const SlRiskStatus *status;
  gboolean translated;
  SlExplanation *out;
} Explain;

static const char *
say (const Explain *e, const char *msgid)
{
  return e->translated && *msgid != '\0' ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

static char *
number (int value)
{
  return g_strdup_printf ("%d", value);
}

static char *
day (const Explain *e, SlDate date)
{
  char iso[11];

  return e->translated ? sl_date_dup_display (date) : g_strdup (sl_date_to_iso (date, iso));
}

/* Composes one line of input; @msgid's places are filled with the strings that follow, up to NULL. */
static void G_GNUC_NULL_TERMINATED
input (const Explain *e, const char *msgid, ...)
{
  const char *args[10] = { NULL };
  va_list list;

  va_start (list, msgid);
  for (guint i = 0; i < 9 && (args[i] = va_arg (list, const char *)) != NULL; i++)
    ;
  va_end (list);
  g_ptr_array_add (e->out->inputs, sl_text_compose (say (e, msgid), args));
}

static void
input_number (const Explain *e, const char *msgid, int value)
{
  g_autofree char *text = number (value);

  input (e, msgid, text, NULL);
}

static void
input_day (const Explain *e, const char *msgid, SlDate date)
{
  g_autofree char *text = day (e, date);

  input (e, msgid, text, NULL);
}

static void
input_assessment (const Explain *e)
{
  const SlRiskAssessment *current = SL_AS (RISK_ASSESSMENT, sl_data_lookup (e->view->data, e->status->current));
  g_autofree char *when = NULL;
  const char *who;

  if (current == NULL)
    {
      input (e, N_ ("There is no current assessment on or before the as-of date."), NULL);
      return;
    }
  when = day (e, current->date);
  who = sl_data_name (e->view->data, current->by);
  if (*who != '\0')
    input (e, N_ ("Assessed {1} by {2}."), when, who, NULL);
  else
    input (e, N_ ("Assessed {1}."), when, NULL);
}

static void
explain_score (const Explain *e)
{
  gboolean opportunity = e->risk->kind == SL_RISK_KIND_OPPORTUNITY;
  const char *level = say (e, sl_rag_label (e->status->rag, opportunity));
  const SlRiskAssessment *current = SL_AS (RISK_ASSESSMENT, sl_data_lookup (e->view->data, e->status->current));
  const struct
  {
    const char *msgid;
    int value;
  } dimensions[] = {
    { N_ ("Impact on cost {1}."), current != NULL ? current->impact_cost : 0 },
    { N_ ("Impact on time {1}."), current != NULL ? current->impact_time : 0 },
    { N_ ("Impact on benefits {1}."), current != NULL ? current->impact_benefit : 0 },
    { N_ ("Impact on trust {1}."), current != NULL ? current->impact_trust : 0 },
    { N_ ("Impact on safety and security {1}."), current != NULL ? current->impact_safety_security : 0 },
  };

  e->out->rule = g_strdup (say (e, opportunity
                                       ? N_ ("F-1, F-2: probability times the highest impact; the grid of the settings gives how far it is worth pursuing. Opportunities are never Red, Amber or Green.")
                                       : N_ ("F-1, F-2: probability times the highest impact; the grid of the settings gives the colour.")));
  if (e->status->score == 0)
    e->out->result = g_strdup (say (e, N_ ("Not scored")));
  else
    e->out->result = g_strdup_printf ("%d %s", e->status->score, level);
  if (e->status->probability > 0)
    input_number (e, N_ ("Probability {1}."), e->status->probability);
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (dimensions[i].value > 0)
      input_number (e, dimensions[i].msgid, dimensions[i].value);
  if (current != NULL && e->status->probability == 0)
    input (e, N_ ("No probability is given."), NULL);
  if (current != NULL && e->status->impact == 0)
    input (e, N_ ("No impact is given."), NULL);
  input_assessment (e);
  if (e->status->score > 0)
    input_number (e, N_ ("Grid of settings version {1}."), e->view->settings->version);
}

static void
explain_proximity (const Explain *e)
{
  e->out->rule = g_strdup (say (e, N_ ("F-8: days from the as-of date to the day on which it could first strike: below 0 the window is open, up to 30 imminent, 90 near, 365 mid-term, else far.")));
  if (e->status->proximity == SL_PROXIMITY_NONE)
    {
      e->out->result = g_strdup (say (e, N_ ("Not known")));
      input (e, N_ ("No earliest date is given."), NULL);
      return;
    }
  e->out->result = g_strdup (say (e, sl_proximity_label (e->status->proximity)));
  input_day (e, N_ ("It could strike from {1}."), e->risk->earliest_date);
  input_day (e, N_ ("As of {1}."), e->view->as_of);
  if (e->status->proximity_days == 0)
    input (e, N_ ("That is the same day."), NULL);
  else if (ABS (e->status->proximity_days) == 1)
    input (e, e->status->proximity_days < 0 ? N_ ("That was one day before.") : N_ ("That is one day away."), NULL);
  else
    input_number (e, e->status->proximity_days < 0 ? N_ ("That was {1} days before.") : N_ ("That is {1} days away."),
                  ABS (e->status->proximity_days));
}

static void
input_statements (const Explain *e, const char *category)
{
  SlStatements found;

  sl_risk_statements (e->view, e->risk, &found);
  if (found.programme != NULL)
    {
      g_autofree char *when = day (e, found.programme->date);

      input (e, N_ ("The programme's appetite for “{1}” since {2}: {3}."), category, when,
             say (e, sl_enum_label (&sl_appetite_level_enum, found.programme->level)), NULL);
    }
  if (found.sufferer != NULL)
    {
      g_autofree char *when = day (e, found.sufferer->date);

      /* TRANSLATORS: {4} is the name of an organisation that would suffer. */
      input (e, N_ ("The appetite of {4} for “{1}” since {2}: {3}."), category, when,
             say (e, sl_enum_label (&sl_appetite_level_enum, found.sufferer->level)),
             sl_data_name (e->view->data, e->risk->sufferer), NULL);
    }
}

/* Whether somebody with the right to has accepted the breach. */
static void
input_acceptance (const Explain *e)
{
  g_autofree char *until = day (e, e->risk->accepted_until);

  if (e->status->breach_handled)
    input (e, N_ ("Accepted for the board by {1} until {2}."), sl_data_name (e->view->data, e->risk->accepted_by), until, NULL);
  else
    input (e, N_ ("No acceptance by a board member is in force."), NULL);
}

static void
explain_appetite (const Explain *e)
{
  g_autofree char *want = number (e->status->want);
  g_autofree char *tolerate = number (e->status->tolerate);
  const char *category = say (e, sl_enum_label (&sl_category_enum, e->risk->category));

  e->out->rule = g_strdup (say (e, N_ ("F-9: the strictest of the programme's and the sufferer's latest statement for the category; a score up to what we want is within appetite, up to what we tolerate tolerable, above it a breach. Threats only.")));
  e->out->result = g_strdup (e->status->appetite == SL_APPETITE_NONE ? say (e, N_ ("Not applied"))
                                                                     : say (e, sl_appetite_label (e->status->appetite)));
  if (e->risk->kind == SL_RISK_KIND_OPPORTUNITY)
    input (e, N_ ("It is an opportunity."), NULL);
  else if (e->risk->category == 0)
    input (e, N_ ("It has no category."), NULL);
  else if (e->status->appetite_level == 0)
    input (e, N_ ("Nobody has stated an appetite for the category “{1}”."), category, NULL);
  else
    {
      input_statements (e, category);
      input (e, N_ ("We want scores up to {1} and tolerate them up to {2}."), want, tolerate, NULL);
    }
  if (e->status->score > 0)
    input_number (e, N_ ("Score {1}."), e->status->score);
  else
    input (e, N_ ("It is not scored."), NULL);
  if (e->status->appetite == SL_APPETITE_BREACH)
    input_acceptance (e);
}

static void
input_interval (const Explain *e)
{
  int days = sl_review_days (e->view->settings, e->status->rag);
  g_autofree char *whole = number (days);

  input (e, N_ ("Interval for {1}: {2} days."),
         say (e, sl_rag_label (e->status->rag, e->risk->kind == SL_RISK_KIND_OPPORTUNITY)), whole, NULL);
  if (e->status->review_interval != days)
    input_number (e,
                  e->status->proximity == SL_PROXIMITY_IMMINENT ? N_ ("Halved to {1} days because it is imminent.")
                                                                : N_ ("Halved to {1} days because its window is open."),
                  e->status->review_interval);
}

static void
explain_review (const Explain *e)
{
  e->out->rule = g_strdup (say (e, N_ ("F-11: the last review or current assessment plus the interval of its level; halved, but at least 7 days, when it is imminent or its window is open. An earlier next review takes its place.")));
  if (e->status->review_due == SL_DATE_NONE)
    {
      e->out->result = g_strdup (say (e, N_ ("None due")));
      if (!sl_risk_is_open (e->risk))
        input (e, N_ ("Only open, treating and tolerated risks are reviewed."), NULL);
      else
        input_assessment (e);
      return;
    }
  e->out->result = day (e, e->status->review_due);
  input_day (e, N_ ("Last looked at {1}."), e->status->last_review);
  input_interval (e);
  if (e->status->review_due < e->status->last_review + e->status->review_interval)
    input_day (e, N_ ("Brought forward to {1}."), e->risk->next_review);
  if (e->status->overdue_days == 1)
    input (e, N_ ("One day overdue."), NULL);
  else if (e->status->overdue_days > 1)
    input_number (e, N_ ("{1} days overdue."), e->status->overdue_days);
  if (e->status->stale)
    input (e, N_ ("Stale: overdue by more than its interval."), NULL);
}

SlExplanation *
sl_risk_explain (const SlView *view, const SlRisk *risk, SlTopic topic, gboolean translated)
{
  SlExplanation *self;
  SlRiskStatus status;

  g_return_val_if_fail (view != NULL && risk != NULL, NULL);
  self = g_new0 (SlExplanation, 1);
  self->inputs = g_ptr_array_new_with_free_func (g_free);
  sl_risk_status (view, risk, &status);
  {
    const Explain e = { view, risk, &status, translated, self };

    if (topic == SL_TOPIC_SCORE)
      explain_score (&e);
    else if (topic == SL_TOPIC_PROXIMITY)
      explain_proximity (&e);
    else if (topic == SL_TOPIC_APPETITE)
      explain_appetite (&e);
    else
      explain_review (&e);
  }
  return self;
}

void
sl_explanation_free (SlExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->result);
  g_free (self->rule);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

char *
sl_explanation_to_text (const SlExplanation *self)
{
  GString *s = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_string_append_printf (s, "%s\n%s", self->result, self->rule);
  for (guint i = 0; i < self->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) self->inputs->pdata[i]);
  return g_string_free (s, FALSE);
}
