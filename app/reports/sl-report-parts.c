/* Sections that every page has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-parts-private.h"

/* Of a longer history the newest are told; the rest are counted, and stand in the XML. */
#define ACTS_MAX 100

/* --- Spans -------------------------------------------------------------------------------------------------------- */

void
sl_report_say_name (SlDocument *page, const SlReportFacts *facts, SlUid uid)
{
  sl_document_user (page, sl_report_name (facts, uid));
}

void
sl_report_say_score (SlDocument *page, int score, SlRag rag, gboolean opportunity)
{
  if (score == 0)
    {
      sl_document_status (page, SL_STATUS_UNKNOWN, "not scored");
      return;
    }
  sl_document_format (page, "%d" SL_DOCUMENT_TIE, score);
  sl_document_status (page, sl_status_from_rag (rag, opportunity), sl_rag_label (rag, opportunity));
}

void
sl_report_say_appetite (SlDocument *page, const SlReportFacts *facts, const SlRiskStatus *status)
{
  static const char *const handlings[] = { ", no one handles it", ", accepted for the board", ", escalated", ", decided above" };
  const char *code = sl_report_code (facts, status->handled_by);

  if (status->appetite == SL_APPETITE_NONE)
    return;
  if (status->appetite == SL_APPETITE_BREACH && status->handling == SL_HANDLING_NONE)
    sl_document_strong (page, sl_appetite_label (status->appetite));
  else
    sl_document_text (page, sl_appetite_label (status->appetite));
  if (status->appetite == SL_APPETITE_BREACH)
    sl_document_text (page, handlings[status->handling]);
  if (status->appetite == SL_APPETITE_BREACH && code != NULL)
    {
      sl_document_text (page, " (");
      sl_document_code (page, code);
      sl_document_text (page, ")");
    }
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static void
say_freshness (SlDocument *page, const SlReportFacts *facts)
{
  if (facts->newest == SL_DATE_NONE)
    {
      sl_document_text (page, "no open risk was ever assessed or reviewed");
      return;
    }
  sl_document_text (page, "newest ");
  sl_document_date (page, facts->newest);
  sl_document_text (page, " (");
  sl_document_code (page, facts->newest_risk->risk->code);
  sl_document_text (page, "), oldest ");
  sl_document_date (page, facts->oldest);
  sl_document_text (page, " (");
  sl_document_code (page, facts->oldest_risk->risk->code);
  sl_document_format (page, "), %d days before the report", facts->view.as_of - facts->oldest);
}

void
sl_report_part_opening (SlDocument *page, const SlReportFacts *facts)
{
  static const char *const audiences[] = { "", "Everyone: open risks only", "The board", "Those who may see restricted risks" };

  sl_document_facts (page);
  sl_document_fact (page, "As of");
  sl_document_date (page, facts->view.as_of);
  if (facts->programme->sample)
    sl_document_text (page, " – a worked sample, everything in it is invented");
  if (facts->project != NULL)
    {
      sl_document_fact (page, "Project");
      sl_document_user (page, facts->project->name);
      sl_document_text (page, ", with what belongs to no project");
    }
  sl_document_fact (page, "Looked at");
  say_freshness (page, facts);
  sl_document_fact (page, "Judged by");
  sl_document_format (page, "settings version %d", facts->view.settings->version);
  sl_document_fact (page, "For");
  sl_document_text (page, audiences[facts->options->audience]);
}

/* --- What is left out --------------------------------------------------------------------------------------------- */

static void
say_hidden (SlDocument *page, const SlReportFacts *facts, guint n, const char *what)
{
  const char *level = facts->options->audience == SL_CONFIDENTIALITY_OPEN ? "board or restricted" : "restricted";

  if (n == 0)
    return;
  sl_document_item (page);
  sl_document_format (page, "%u %s %s%s %s not shown.", n, level, what, n == 1 ? "" : "s", n == 1 ? "is" : "are");
}

void
sl_report_part_hidden (SlDocument *page, const SlReportFacts *facts)
{
  say_hidden (page, facts, sl_report_hidden (facts), "risk");
  if (facts->hidden_threats + facts->hidden_opportunities > 0)
    sl_document_format (page, " Of them %u are open.", facts->hidden_threats + facts->hidden_opportunities);
  if (facts->hidden_issues > 0)
    {
      sl_document_item (page);
      sl_document_format (page, "%u %s from such risks %s not shown.", facts->hidden_issues,
                          facts->hidden_issues == 1 ? "issue" : "issues", facts->hidden_issues == 1 ? "is" : "are");
    }
}

/* --- Changes ------------------------------------------------------------------------------------------------------ */

static void
say_change_type (SlDocument *page, const SlReportChange *change)
{
  static const char *const words[] = { "New", "Worse", "Better", "Occurred", "Closed", "Reopened" };
  gboolean chance = change->risk->risk->kind == SL_RISK_KIND_OPPORTUNITY;

  if (chance && change->type == SL_REPORT_WORSE)
    sl_document_text (page, "Falling");
  else if (chance && change->type == SL_REPORT_BETTER)
    sl_document_text (page, "Rising");
  else
    sl_document_text (page, words[change->type]);
}

static void
add_changes (SlDocument *page, const SlReportFacts *facts, const GPtrArray *changes)
{
  static const SlColumn columns[] = { { "Risk", SL_CELL_TEXT }, { "Change", SL_CELL_TEXT }, { "From", SL_CELL_TEXT },
                                      { "To", SL_CELL_TEXT }, { "On", SL_CELL_DATE }, { "By", SL_CELL_TEXT },
                                      { "Why", SL_CELL_TEXT } };

  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < changes->len; i++)
    {
      const SlReportChange *change = g_ptr_array_index (changes, i);
      const SlRisk *risk = change->risk->risk;
      gboolean chance = risk->kind == SL_RISK_KIND_OPPORTUNITY;
      gboolean ended = change->type == SL_REPORT_CLOSED || change->type == SL_REPORT_OCCURRED;

      sl_document_row (page);
      sl_document_cell (page);
      sl_document_code (page, risk->code);
      sl_document_text (page, " ");
      sl_document_user (page, risk->title);
      sl_document_cell (page);
      say_change_type (page, change);
      sl_document_cell (page);
      if (change->from > 0)
        sl_report_say_score (page, change->from, change->rag_from, chance);
      sl_document_cell (page);
      if (!ended)
        sl_report_say_score (page, change->to, change->rag_to, chance);
      sl_document_cell_date (page, change->on);
      sl_document_cell (page);
      sl_report_say_name (page, facts, change->by);
      sl_document_cell (page);
      if (change->type == SL_REPORT_CLOSED)
        sl_document_text (page, change->reason);
      else
        sl_document_user (page, change->reason);
    }
}

void
sl_report_part_eased (SlDocument *page, const SlReportFacts *facts)
{
  sl_document_heading (page, 2, "eased");
  sl_document_format (page, "Scores lowered and risks closed in the last %d days", SL_REPORT_EASED_DAYS);
  if (facts->eased->len == 0)
    {
      sl_document_paragraph (page);
      sl_document_text (page, "None.");
    }
  else
    add_changes (page, facts, facts->eased);
}

static void
add_acts (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Change", SL_CELL_TEXT }, { "Day", SL_CELL_DATE }, { "Who", SL_CELL_TEXT },
                                      { "What", SL_CELL_TEXT }, { "Reason", SL_CELL_TEXT } };
  guint first = facts->acts->len > ACTS_MAX ? facts->acts->len - ACTS_MAX : 0;

  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  sl_document_text (page, "From the history");
  for (guint i = facts->acts->len; i > first; i--)
    {
      const SlReportAct *act = g_ptr_array_index (facts->acts, i - 1);

      sl_document_row (page);
      sl_document_cell_number (page, (int) act->seq);
      sl_document_cell_date (page, (SlDate) (act->at / (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)));
      sl_document_cell (page);
      if (act->actor == SL_UID_NONE)
        sl_document_dim (page, "not stated");
      sl_report_say_name (page, facts, act->actor);
      sl_document_cell (page);
      sl_document_user (page, act->label);
      sl_document_cell (page);
      sl_document_user (page, act->reason);
    }
  if (first > 0)
    {
      sl_document_paragraph (page);
      sl_document_format (page, "And %u older changes, which the XML of this report lists.", first);
    }
}

void
sl_report_part_changes (SlDocument *page, const SlReportFacts *facts)
{
  sl_document_heading (page, 2, "changes");
  sl_document_text (page, "Changes since ");
  sl_document_date (page, facts->since);
  sl_document_paragraph (page);
  if (facts->since_what != NULL)
    sl_document_format (page, "That is %s. ", facts->since_what);
  if (facts->since_seq > 0)
    sl_document_format (page, "Compared with what was recorded by change %" G_GINT64_FORMAT ". ", facts->since_seq);
  else
    sl_document_text (page, "The history does not reach back so far: compared by the dates that assessments and states bear. ");
  if (facts->changes->len > 0)
    add_changes (page, facts, facts->changes);
  else
    sl_document_text (page, "No risk is new, and none has another score or an end.");
  if (facts->acts->len > 0)
    add_acts (page, facts);
  if (facts->hidden_acts > 0)
    {
      sl_document_paragraph (page);
      sl_document_format (page, "%u further %s only risks that are not shown.", facts->hidden_acts,
                          facts->hidden_acts == 1 ? "change touches" : "changes touch");
    }
}

/* --- Settings ----------------------------------------------------------------------------------------------------- */

static const SlColumn grid_columns[] = { { "Probability", SL_CELL_TEXT }, { "Impact 1", SL_CELL_TEXT },
                                         { "Impact 2", SL_CELL_TEXT },    { "Impact 3", SL_CELL_TEXT },
                                         { "Impact 4", SL_CELL_TEXT },    { "Impact 5", SL_CELL_TEXT } };

static void
add_grid (SlDocument *page, const SlSettings *settings)
{
  sl_document_table (page, grid_columns, G_N_ELEMENTS (grid_columns));
  sl_document_text (page, "Rating by probability and impact");
  for (int p = 5; p >= 1; p--)
    {
      sl_document_row (page);
      sl_document_cell_number (page, p);
      for (int i = 1; i <= 5; i++)
        {
          SlRag rag = sl_grid_rag (settings, p, i);

          sl_document_cell (page);
          sl_document_status (page, sl_status_from_rag (rag, FALSE), sl_rag_label (rag, FALSE));
        }
    }
}

typedef struct
{
  const char *labels[SL_SCALE_END_][6];
} Scales;

static gboolean
take_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  Scales *scales = data;

  if (band->level >= 1 && band->level <= 5 && band->scale > 0 && band->scale < SL_SCALE_END_)
    scales->labels[band->scale][band->level] = band->label;
  return TRUE;
}

static void
add_scales (SlDocument *page, const SlReportFacts *facts)
{
  static const SlColumn columns[] = { { "Scale", SL_CELL_TEXT }, { "1", SL_CELL_TEXT }, { "2", SL_CELL_TEXT },
                                      { "3", SL_CELL_TEXT },     { "4", SL_CELL_TEXT }, { "5", SL_CELL_TEXT } };
  Scales scales = { { { NULL } } };

  sl_data_children (facts->view.data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, facts->view.settings->record.uid,
                    take_band, &scales);
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  sl_document_text (page, "Scales");
  for (int scale = SL_SCALE_PROBABILITY; scale < SL_SCALE_END_; scale++)
    {
      sl_document_row (page);
      sl_document_cell_text (page, sl_enum_label (&sl_scale_enum, scale));
      for (int level = 1; level <= 5; level++)
        {
          sl_document_cell (page);
          sl_document_user (page, scales.labels[scale][level]);
        }
    }
}

static void
add_limits (SlDocument *page, const SlSettings *s)
{
  sl_document_facts (page);
  sl_document_text (page, "Appetite and reviews");
  sl_document_fact (page, "Appetite: want / tolerate");
  sl_document_format (page, "averse %d/%d, minimal %d/%d, cautious %d/%d, open %d/%d, eager %d/%d", s->averse_want,
                      s->averse_tolerate, s->minimal_want, s->minimal_tolerate, s->cautious_want, s->cautious_tolerate,
                      s->open_want, s->open_tolerate, s->eager_want, s->eager_tolerate);
  sl_document_fact (page, "Days between reviews");
  sl_document_format (page, "Red %d, Amber %d, Green %d; half of it when a risk is imminent", s->review_red, s->review_amber,
                      s->review_green);
}

void
sl_report_part_settings (SlDocument *page, const SlReportFacts *facts)
{
  sl_document_heading (page, 2, "settings");
  sl_document_text (page, "How risks are judged");
  sl_document_paragraph (page);
  sl_document_format (page, "Settings version %d", facts->view.settings->version);
  if (facts->view.settings->changed_on != SL_DATE_NONE)
    {
      sl_document_text (page, ", of ");
      sl_document_date (page, facts->view.settings->changed_on);
    }
  sl_document_text (page, ". The score is probability times the highest impact; scores are never added up.");
  add_grid (page, facts->view.settings);
  add_scales (page, facts);
  add_limits (page, facts->view.settings);
}

/* --- Provenance --------------------------------------------------------------------------------------------------- */

void
sl_report_part_provenance (SlDocument *page, const SlReportFacts *facts)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (facts->generated);
  g_autofree char *at = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC") : NULL;
  char hex[65];

  sl_document_heading (page, 2, "provenance");
  sl_document_text (page, "Where this comes from");
  sl_document_facts (page);
  sl_document_fact (page, "History head");
  sl_document_format (page, "change %" G_GINT64_FORMAT " of %s", facts->head.seq, at != NULL ? at : "");
  sl_document_fact (page, "Chain value");
  sl_document_code (page, sl_hash_to_hex (&facts->head.hash, hex));
  sl_document_fact (page, "State digest");
  sl_document_code (page, sl_hash_to_hex (&facts->head.digest, hex));
}
