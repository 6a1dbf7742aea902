/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sl-fixture.h"

#include "model/sl-code.h"

#define DAY(iso) SL_VALUE_DATE (sl_date_from_iso (iso))

const SlData *
sl_fixture_data (const SlFixture *self)
{
  return sl_programme_data (self->programme);
}

SlView
sl_fixture_view (const SlFixture *self)
{
  return (SlView){ sl_fixture_data (self), self->day, sl_data_settings (sl_fixture_data (self)) };
}

SlView
sl_fixture_view_on (const SlFixture *self, const char *day)
{
  SlView view = sl_fixture_view (self);

  view.as_of = sl_date_from_iso (day);
  return view;
}

void
sl_fixture_edit (const SlFixture *self, int kind, SlRecordEdit *edit)
{
  const SlKind *k = sl_kind_get (kind);

  sl_record_edit_new (edit, k, sl_uid_new ());
  if (k->code >= 0)
    {
      /* Borrowed by the edit until it is loaded; interned because tests are short-lived. */
      g_autoptr (SlRecord) draft = sl_record_edit_done (edit);
      g_autofree char *code = sl_code_dup_next (sl_fixture_data (self), draft);

      if (code != NULL)
        edit->values[k->code] = SL_VALUE_TEXT (g_intern_string (code));
    }
}

SlUid
sl_fixture_load (SlFixture *self, const SlRecordEdit *edit)
{
  sl_programme_load (self->programme, sl_record_edit_done (edit));
  return edit->uid;
}

void
sl_fixture_change (SlFixture *self, SlUid uid, guint field, SlValue value)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, sl_data_lookup (sl_fixture_data (self), uid));
  edit.values[field] = value;
  sl_fixture_load (self, &edit);
}

/* --- What every programme starts with ----------------------------------------------------------------------------- */

static void
add_bands (SlFixture *self)
{
  static const int uppers[] = { 10, 30, 50, 80, 100 }, mids[] = { 5, 20, 40, 65, 90 };
  static const char *const labels[] = { "Rare", "Unlikely", "Possible", "Likely", "Almost certain" };

  for (int level = 1; level <= 5; level++)
    {
      SlRecordEdit edit;

      sl_fixture_edit (self, SL_KIND_SCALE_BAND, &edit);
      edit.values[SL_SCALE_BAND_SETTINGS] = SL_VALUE_REF (self->settings);
      edit.values[SL_SCALE_BAND_SCALE] = SL_VALUE_ENUM (SL_SCALE_PROBABILITY);
      edit.values[SL_SCALE_BAND_LEVEL] = SL_VALUE_INT (level);
      edit.values[SL_SCALE_BAND_LABEL] = SL_VALUE_TEXT (labels[level - 1]);
      edit.values[SL_SCALE_BAND_UPPER] = SL_VALUE_DECIMAL (uppers[level - 1] * SL_DECIMAL_SCALE);
      edit.values[SL_SCALE_BAND_MID] = SL_VALUE_DECIMAL (mids[level - 1] * SL_DECIMAL_SCALE);
      sl_fixture_load (self, &edit);
    }
}

static void
add_settings (SlFixture *self)
{
  static const char *const grid[] = { "GGGGA", "GGAAA", "GAAAR", "GAARR", "AARRR" };
  static const int numbers[][2] = {
    { SL_SETTINGS_VERSION, 1 },           { SL_SETTINGS_AVERSE_WANT, 3 },    { SL_SETTINGS_AVERSE_TOLERATE, 5 },
    { SL_SETTINGS_MINIMAL_WANT, 4 },      { SL_SETTINGS_MINIMAL_TOLERATE, 6 }, { SL_SETTINGS_CAUTIOUS_WANT, 6 },
    { SL_SETTINGS_CAUTIOUS_TOLERATE, 10 }, { SL_SETTINGS_OPEN_WANT, 9 },      { SL_SETTINGS_OPEN_TOLERATE, 12 },
    { SL_SETTINGS_EAGER_WANT, 12 },       { SL_SETTINGS_EAGER_TOLERATE, 16 }, { SL_SETTINGS_REVIEW_RED, 14 },
    { SL_SETTINGS_REVIEW_AMBER, 30 },     { SL_SETTINGS_REVIEW_GREEN, 90 },
    { SL_SETTINGS_BENEFIT_GREEN_TOLERANCE, 5 }, { SL_SETTINGS_BENEFIT_AMBER_TOLERANCE, 25 },
    { SL_SETTINGS_WEIGHT_CRITERIA, 40 },  { SL_SETTINGS_WEIGHT_HEALTH, 20 }, { SL_SETTINGS_WEIGHT_RISKS, 15 },
    { SL_SETTINGS_WEIGHT_BENEFITS, 15 },  { SL_SETTINGS_WEIGHT_SIGHT, 10 },
  };
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_SETTINGS, &edit);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    edit.values[numbers[i][0]] = SL_VALUE_INT (numbers[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (grid); i++)
    edit.values[SL_SETTINGS_GRID_1 + i] = SL_VALUE_TEXT (grid[i]);
  self->settings = sl_fixture_load (self, &edit);
  add_bands (self);
}

void
sl_fixture_init (SlFixture *self)
{
  SlRecordEdit edit;

  *self = (SlFixture){ .programme = sl_programme_new (), .day = sl_date_from_iso ("2026-07-31") };
  add_settings (self);
  sl_fixture_edit (self, SL_KIND_PROGRAMME, &edit);
  edit.values[SL_PROGRAMME_IDENTITY] = SL_VALUE_TEXT ("11111111-2222-4333-8444-555555555555");
  edit.values[SL_PROGRAMME_NAME] = SL_VALUE_TEXT ("Fixture");
  edit.values[SL_PROGRAMME_CITY] = SL_VALUE_TEXT ("Testham");
  edit.values[SL_PROGRAMME_VISION] = SL_VALUE_TEXT ("Everything passes");
  edit.values[SL_PROGRAMME_CURRENCY] = SL_VALUE_TEXT ("GBP");
  edit.values[SL_PROGRAMME_PRICE_BASE_YEAR] = SL_VALUE_INT (2025);
  edit.values[SL_PROGRAMME_SETTINGS] = SL_VALUE_REF (self->settings);
  self->info = sl_fixture_load (self, &edit);
  sl_fixture_edit (self, SL_KIND_ORGANISATION, &edit);
  edit.values[SL_ORGANISATION_NAME] = SL_VALUE_TEXT ("Council");
  edit.values[SL_ORGANISATION_SECTOR] = SL_VALUE_ENUM (SL_SECTOR_PUBLIC);
  edit.values[SL_ORGANISATION_ROLE] = SL_VALUE_ENUM (SL_ORGANISATION_ROLE_SPONSOR);
  self->council = sl_fixture_load (self, &edit);
  sl_fixture_edit (self, SL_KIND_PROJECT, &edit);
  edit.values[SL_PROJECT_NAME] = SL_VALUE_TEXT ("First");
  self->project = sl_fixture_load (self, &edit);
  self->ada = sl_fixture_add_person (self, "Ada", "2025-01-06", NULL, FALSE);
  self->bob = sl_fixture_add_person (self, "Bob", "2025-01-06", NULL, FALSE);
  self->chair = sl_fixture_add_person (self, "Chair", "2025-01-06", NULL, TRUE);
}

void
sl_fixture_clear (SlFixture *self)
{
  g_assert_finalize_object (self->programme);
  self->programme = NULL;
}

/* --- Adding ------------------------------------------------------------------------------------------------------- */

SlUid
sl_fixture_add_person (SlFixture *self, const char *name, const char *from, const char *to, gboolean board)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_PERSON, &edit);
  edit.values[SL_PERSON_DISPLAY_NAME] = SL_VALUE_TEXT (name);
  edit.values[SL_PERSON_ROLE_TITLE] = SL_VALUE_TEXT ("Tester");
  edit.values[SL_PERSON_ORGANISATION] = SL_VALUE_REF (self->council);
  if (from != NULL)
    edit.values[SL_PERSON_ACTIVE_FROM] = DAY (from);
  if (to != NULL)
    edit.values[SL_PERSON_ACTIVE_TO] = DAY (to);
  edit.values[SL_PERSON_BOARD_MEMBER] = SL_VALUE_BOOL (board);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_add_risk (SlFixture *self, int state)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_RISK, &edit);
  edit.values[SL_RISK_TITLE] = SL_VALUE_TEXT ("Rotas are late");
  edit.values[SL_RISK_CAUSE] = SL_VALUE_TEXT ("New rotas are not agreed");
  edit.values[SL_RISK_EVENT] = SL_VALUE_TEXT ("Crews may not start in September");
  edit.values[SL_RISK_EFFECT] = SL_VALUE_TEXT ("Collection costs do not fall");
  edit.values[SL_RISK_CATEGORY] = SL_VALUE_ENUM (SL_CATEGORY_PEOPLE);
  edit.values[SL_RISK_OWNER] = SL_VALUE_REF (self->ada);
  edit.values[SL_RISK_SUFFERER] = SL_VALUE_REF (self->council);
  edit.values[SL_RISK_STATE] = SL_VALUE_ENUM (state);
  edit.values[SL_RISK_EARLIEST_DATE] = DAY ("2026-10-31");
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_assess (SlFixture *self, SlUid risk, int type, const char *day, int probability, int impact)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_RISK_ASSESSMENT, &edit);
  edit.values[SL_RISK_ASSESSMENT_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_RISK_ASSESSMENT_TYPE] = SL_VALUE_ENUM (type);
  edit.values[SL_RISK_ASSESSMENT_DATE] = DAY (day);
  edit.values[SL_RISK_ASSESSMENT_BY] = SL_VALUE_REF (self->ada);
  if (probability > 0)
    edit.values[SL_RISK_ASSESSMENT_PROBABILITY] = SL_VALUE_INT (probability);
  if (impact > 0)
    edit.values[SL_RISK_ASSESSMENT_IMPACT_BENEFIT] = SL_VALUE_INT (impact);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_review (SlFixture *self, SlUid risk, const char *day)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_RISK_REVIEW, &edit);
  edit.values[SL_RISK_REVIEW_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_RISK_REVIEW_DATE] = DAY (day);
  edit.values[SL_RISK_REVIEW_BY] = SL_VALUE_REF (self->ada);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_add_action (SlFixture *self, SlUid risk, int state, const char *due)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_ACTION, &edit);
  edit.values[SL_ACTION_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_ACTION_TITLE] = SL_VALUE_TEXT ("Agree the rotas");
  edit.values[SL_ACTION_OWNER] = SL_VALUE_REF (self->bob);
  edit.values[SL_ACTION_STATE] = SL_VALUE_ENUM (state);
  if (due != NULL)
    edit.values[SL_ACTION_DUE] = edit.values[SL_ACTION_ORIGINAL_DUE] = DAY (due);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_appetite (SlFixture *self, SlUid stakeholder, int category, int level, const char *day)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_APPETITE, &edit);
  if (stakeholder != SL_UID_NONE)
    {
      edit.values[SL_APPETITE_SCOPE] = SL_VALUE_ENUM (SL_SCOPE_STAKEHOLDER);
      edit.values[SL_APPETITE_STAKEHOLDER] = SL_VALUE_REF (stakeholder);
    }
  edit.values[SL_APPETITE_CATEGORY] = SL_VALUE_ENUM (category);
  edit.values[SL_APPETITE_LEVEL] = SL_VALUE_ENUM (level);
  edit.values[SL_APPETITE_APPROVED_BY] = SL_VALUE_REF (self->chair);
  edit.values[SL_APPETITE_DATE] = DAY (day);
  edit.values[SL_APPETITE_REVIEW_DATE] = DAY ("2027-01-06");
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_add_issue (SlFixture *self, int impact)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_ISSUE, &edit);
  edit.values[SL_ISSUE_TITLE] = SL_VALUE_TEXT ("Rounds do not fit the depot");
  edit.values[SL_ISSUE_OWNER] = SL_VALUE_REF (self->bob);
  edit.values[SL_ISSUE_RAISED] = DAY ("2026-07-01");
  edit.values[SL_ISSUE_DUE] = DAY ("2026-09-01");
  if (impact > 0)
    edit.values[SL_ISSUE_IMPACT_TIME] = SL_VALUE_INT (impact);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_escalate (SlFixture *self, SlUid risk, int state, const char *raised, const char *due)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_ESCALATION, &edit);
  edit.values[SL_ESCALATION_RISK] = SL_VALUE_REF (risk);
  edit.values[SL_ESCALATION_ASKED] = SL_VALUE_TEXT ("Allow the overtime");
  edit.values[SL_ESCALATION_STATE] = SL_VALUE_ENUM (state);
  edit.values[SL_ESCALATION_TO_LEVEL] = SL_VALUE_ENUM (SL_ESCALATION_LEVEL_BOARD);
  if (raised != NULL)
    edit.values[SL_ESCALATION_RAISED_ON] = DAY (raised);
  if (due != NULL)
    edit.values[SL_ESCALATION_DECISION_DUE] = DAY (due);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_add_node (SlFixture *self, int type)
{
  SlRecordEdit edit, typed;
  g_autoptr (SlRecord) draft = NULL;
  g_autofree char *code = NULL;

  sl_record_edit_new (&typed, sl_kind_get (SL_KIND_MAP_NODE), sl_uid_new ());
  typed.values[SL_MAP_NODE_TYPE] = SL_VALUE_ENUM (type);
  draft = sl_record_edit_done (&typed);
  code = sl_code_dup_next (sl_fixture_data (self), draft); /* it follows from the type */
  sl_record_edit_from (&edit, draft);
  edit.values[SL_MAP_NODE_CODE] = SL_VALUE_TEXT (code);
  edit.values[SL_MAP_NODE_TITLE] = SL_VALUE_TEXT ("Fewer late rounds");
  edit.values[SL_MAP_NODE_OWNER] = SL_VALUE_REF (self->ada);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_link (SlFixture *self, SlUid from, SlUid to, int weight, int evidence)
{
  SlRecordEdit edit;

  sl_fixture_edit (self, SL_KIND_MAP_EDGE, &edit);
  edit.values[SL_MAP_EDGE_FROM] = SL_VALUE_REF (from);
  edit.values[SL_MAP_EDGE_TO] = SL_VALUE_REF (to);
  edit.values[SL_MAP_EDGE_WEIGHT] = SL_VALUE_ENUM (weight);
  edit.values[SL_MAP_EDGE_EVIDENCE] = SL_VALUE_INT (evidence);
  return sl_fixture_load (self, &edit);
}

/* The link kinds of risks and issues begin alike: what strikes, then what is struck. */
SlUid
sl_fixture_strike (SlFixture *self, SlUid by, SlUid node)
{
  gboolean risk = sl_data_lookup (sl_fixture_data (self), by)->kind == SL_KIND_RISK;
  SlRecordEdit edit;

  sl_fixture_edit (self, risk ? SL_KIND_RISK_NODE : SL_KIND_ISSUE_NODE, &edit);
  edit.values[risk ? SL_RISK_NODE_RISK : SL_ISSUE_NODE_ISSUE] = SL_VALUE_REF (by);
  edit.values[risk ? SL_RISK_NODE_NODE : SL_ISSUE_NODE_NODE] = SL_VALUE_REF (node);
  return sl_fixture_load (self, &edit);
}

SlUid
sl_fixture_add_gate (SlFixture *self, SlUid project, int number, int decision)
{
  SlRecordEdit edit;
  SlUid gate;
  g_autofree char *code = g_strdup_printf ("G%d", number);

  sl_fixture_edit (self, SL_KIND_GATE, &edit);
  edit.values[SL_GATE_PROJECT] = SL_VALUE_REF (project);
  edit.values[SL_GATE_NUMBER] = SL_VALUE_INT (number);
  edit.values[SL_GATE_CODE] = SL_VALUE_TEXT (code);
  gate = sl_fixture_load (self, &edit);
  if (decision == 0)
    return gate;
  sl_fixture_edit (self, SL_KIND_GATE_REVIEW, &edit);
  edit.values[SL_GATE_REVIEW_GATE] = SL_VALUE_REF (gate);
  edit.values[SL_GATE_REVIEW_STATE] = SL_VALUE_ENUM (SL_GATE_REVIEW_STATE_DECIDED);
  edit.values[SL_GATE_REVIEW_DATE] = DAY ("2026-03-16");
  edit.values[SL_GATE_REVIEW_DECISION] = SL_VALUE_ENUM (decision);
  sl_fixture_load (self, &edit);
  return gate;
}
