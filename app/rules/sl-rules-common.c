/* Rules about assessments, reviews, appetite, settings and the other kinds (domain.md 2.1, 2.5, 2.9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "rules/sl-rules-private.h"

#include <glib/gi18n-lib.h>

/* --- INV-4 -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int level;
  SlDecimal below, upper; /* ten-thousandths of a percent */
} Band;

static gboolean
find_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  Band *found = data;

  if (band->scale != SL_SCALE_PROBABILITY || band->upper == SL_DECIMAL_NONE)
    return TRUE;
  if (band->level == found->level)
    found->upper = band->upper;
  else if (band->level == found->level - 1)
    found->below = band->upper;
  return TRUE;
}

static void
check_percent (const SlCheck *check)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, check->after);
  Band band = { assessment->probability, 0, 100 * SL_DECIMAL_SCALE };
  SlDecimal percent = (SlDecimal) assessment->explicit_pct * SL_DECIMAL_SCALE;
  g_autofree char *level = g_strdup_printf ("%d", assessment->probability);
  g_autofree char *value = g_strdup_printf ("%d", assessment->explicit_pct);

  if (assessment->explicit_pct == SL_INT_NONE || assessment->probability == SL_INT_NONE)
    return;
  /* What a later assessment has taken the place of was judged by the scale of its day and can no longer be edited. */
  if (check->act == NULL && assessment != sl_risk_assessment_in_force (check->view, assessment->risk, assessment->type))
    return;
  sl_data_children (check->view->data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, check->view->settings->record.uid,
                    find_band, &band);
  if (percent <= band.below || percent > band.upper)
    sl_check_find (check, SL_RISK_ASSESSMENT_EXPLICIT_PCT, N_ ("{1} percent lies outside the band of probability {2}"),
                   value, level, NULL);
}

/* A probability without an impact is half an assessment; of the current one INV-1 speaks. */
static void
check_impact (const SlCheck *check)
{
  const SlRiskAssessment *assessment = SL_AS (RISK_ASSESSMENT, check->after);
  const SlRecord *risk = sl_data_lookup (check->view->data, assessment->risk);

  if (check->act == NULL && assessment->type != SL_ASSESSMENT_TYPE_CURRENT && sl_assessment_impact (assessment) == 0
      && risk != NULL && SL_AS (RISK, risk)->state != SL_RISK_STATE_DRAFT)
    sl_check_find (check, -1, N_ ("an assessment has no impact in any dimension"), NULL);
}

/* Who judges and who looks has a name, or nobody answers for the score. */
static void
check_named (const SlCheck *check)
{
  SlValue by;

  if (!sl_check_is_act (check) || sl_record_is_draft (check->view->data, check->after))
    return;
  sl_record_get (check->after, (guint) sl_record_kind (check->after)->author, &by);
  if (by.is_null)
    sl_check_find (check, sl_record_kind (check->after)->author, N_ ("name who judged it; choose who you are acting as"), NULL);
}

static void
check_review_note (const SlCheck *check)
{
  const SlRiskReview *review = SL_AS (RISK_REVIEW, check->after);

  if (review->outcome != SL_REVIEW_OUTCOME_NO_CHANGE && review->note == NULL)
    sl_check_find (check, SL_RISK_REVIEW_NOTE, N_ ("a review that changed something needs a note"), NULL);
}

/* --- INV-24 and settings ------------------------------------------------------------------------------------------ */

static void
check_grid (const SlCheck *check)
{
  const char *fault = sl_grid_fault (SL_AS (SETTINGS, check->after));
  g_autofree char *arg = fault != NULL ? g_strconcat (SL_ARG_MSGID, fault, NULL) : NULL;

  if (fault != NULL)
    sl_check_find (check, SL_SETTINGS_GRID_1, N_ ("the rating grid is not valid: {1}"), arg, NULL);
}

static void
check_settings_kept (const SlCheck *check)
{
  if (check->act != NULL && check->before != NULL && check->verb != SL_VERB_IMPORT)
    sl_check_find (check, -1, N_ ("a settings version stays as it is; make a new one"), NULL);
}

/* Nor do the scales of a version that stands get further bands. */
static void
check_bands_kept (const SlCheck *check)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, check->after);

  if (check->before != NULL)
    check_settings_kept (check);
  else if (sl_check_is_act (check) && sl_data_lookup (check->before_view->data, band->settings) != NULL)
    sl_check_find (check, -1, N_ ("a settings version stays as it is; make a new one"), NULL);
}

static void
check_programme_kept (const SlCheck *check)
{
  sl_check_find (check, -1, N_ ("a file keeps its programme"), NULL);
}

typedef struct
{
  guint field;
  gboolean found;
} Amount;

static gboolean
find_amount (const SlRecord *record, gpointer data)
{
  Amount *amount = data;
  SlValue value;

  sl_record_get (record, amount->field, &value);
  amount->found = !value.is_null;
  return !amount->found;
}

static gboolean
holds_money (const SlData *data)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      {
        Amount amount = { f, FALSE };

        if (sl_kind_get (k)->fields[f].type == SL_TYPE_MONEY)
          sl_data_each (data, k, find_amount, &amount);
        if (amount.found)
          return TRUE;
      }
  return FALSE;
}

/* Money is stored in minor units: with another number of decimals every amount would silently become another. */
static void
check_currency (const SlCheck *check)
{
  const SlProgrammeInfo *before = SL_AS (PROGRAMME, check->before);

  if (sl_check_is_act (check) && before != NULL
      && sl_money_digits (before->currency) != sl_money_digits (SL_AS (PROGRAMME, check->after)->currency)
      && holds_money (check->before_view->data))
    sl_check_find (check, SL_PROGRAMME_CURRENCY,
                   N_ ("amounts are recorded already, and a currency with another number of decimals would change them all"), NULL);
}

static void
ask_settings (const SlCheck *check)
{
  if (sl_check_asks_reasons (check) && check->before != NULL && SL_AS (PROGRAMME, check->before)->settings != SL_UID_NONE)
    sl_check_find (check, SL_PROGRAMME_SETTINGS, N_ ("scales, grid or limits change"), NULL);
}

static void
ask_new_settings (const SlCheck *check)
{
  if (sl_check_asks_reasons (check) && check->before == NULL && sl_data_count (check->before_view->data, SL_KIND_SETTINGS) > 0)
    sl_check_find (check, -1, N_ ("there is a new version of the settings"), NULL);
}

typedef struct
{
  const SlAppetite *mine;
  const SlAppetite *latest;
} EarlierStatement;

static gboolean
find_earlier (const SlRecord *record, gpointer data)
{
  const SlAppetite *other = SL_AS (APPETITE, record);
  EarlierStatement *search = data;

  if (other->scope == search->mine->scope && other->stakeholder == search->mine->stakeholder
      && other->category == search->mine->category && (search->latest == NULL || other->date >= search->latest->date))
    search->latest = other;
  return TRUE;
}

/* Saying again what holds is no change. */
static void
ask_appetite (const SlCheck *check)
{
  EarlierStatement search = { SL_AS (APPETITE, check->after), NULL };

  if (!sl_check_asks_reasons (check))
    return;
  sl_data_each (check->before_view->data, SL_KIND_APPETITE, find_earlier, &search);
  if (search.latest != NULL && search.latest->level != search.mine->level)
    sl_check_find (check, SL_APPETITE_LEVEL, N_ ("the appetite changes"), NULL);
}

static void
check_appetite_scope (const SlCheck *check)
{
  const SlAppetite *appetite = SL_AS (APPETITE, check->after);

  if ((appetite->scope == SL_SCOPE_STAKEHOLDER) != (appetite->stakeholder != SL_UID_NONE))
    sl_check_find (check, SL_APPETITE_STAKEHOLDER, N_ ("a stakeholder's appetite names the stakeholder, the programme's none"), NULL);
}

static void
check_active_span (const SlCheck *check)
{
  const SlPerson *person = SL_AS (PERSON, check->after);

  if (person->active_from != SL_DATE_NONE && person->active_to != SL_DATE_NONE && person->active_to < person->active_from)
    sl_check_find (check, SL_PERSON_ACTIVE_TO, N_ ("the last active day lies before the first"), NULL);
}

#define ALL G_MAXUINT64
#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define R SL_SEVERITY_REASON
const SlRule sl_rules_common[] = {
  { "INV-4", SL_KIND_RISK_ASSESSMENT, SL_MASK (SL_RISK_ASSESSMENT_PROBABILITY) | SL_MASK (SL_RISK_ASSESSMENT_EXPLICIT_PCT),
    E, SL_RULE_STATE, check_percent },
  { "2.2", SL_KIND_RISK_ASSESSMENT, 0, W, SL_RULE_STATE, check_impact },
  { "2.2", SL_KIND_RISK_ASSESSMENT, SL_MASK (SL_RISK_ASSESSMENT_BY), E, SL_RULE_CHANGE, check_named },
  { "2.2", SL_KIND_RISK_REVIEW, SL_MASK (SL_RISK_REVIEW_BY), E, SL_RULE_CHANGE, check_named },
  { "2.2", SL_KIND_RISK_REVIEW, SL_MASK (SL_RISK_REVIEW_OUTCOME) | SL_MASK (SL_RISK_REVIEW_NOTE), E, SL_RULE_STATE,
    check_review_note },
  { "INV-24", SL_KIND_SETTINGS, ALL, E, SL_RULE_STATE, check_grid },
  { "2.1", SL_KIND_SETTINGS, ALL, E, SL_RULE_CHANGE | SL_RULE_DELETE, check_settings_kept },
  { "2.1", SL_KIND_SCALE_BAND, ALL, E, SL_RULE_CHANGE | SL_RULE_DELETE, check_bands_kept },
  { "2.1", SL_KIND_PROGRAMME, 0, E, SL_RULE_DELETE, check_programme_kept },
  { "2.1", SL_KIND_PROGRAMME, SL_MASK (SL_PROGRAMME_CURRENCY), E, SL_RULE_CHANGE, check_currency },
  { "2.9", SL_KIND_PROGRAMME, SL_MASK (SL_PROGRAMME_SETTINGS), R, SL_RULE_CHANGE, ask_settings },
  { "2.9", SL_KIND_SETTINGS, ALL, R, SL_RULE_CHANGE, ask_new_settings },
  { "2.9", SL_KIND_APPETITE, ALL, R, SL_RULE_CHANGE, ask_appetite },
  { "2.2", SL_KIND_APPETITE, SL_MASK (SL_APPETITE_SCOPE) | SL_MASK (SL_APPETITE_STAKEHOLDER), E, SL_RULE_STATE,
    check_appetite_scope },
  { "2.1", SL_KIND_PERSON, SL_MASK (SL_PERSON_ACTIVE_FROM) | SL_MASK (SL_PERSON_ACTIVE_TO), E, SL_RULE_STATE, check_active_span },
};
const guint sl_n_rules_common = G_N_ELEMENTS (sl_rules_common);
