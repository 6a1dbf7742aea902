/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "store/sl-place.h"

#define N_PEOPLE 6

typedef struct
{
  GArray *changes; /* of SlChange */
  SlUid programme, settings, people[N_PEOPLE];
} Builder;

static void
put_text (SlRecordEdit *edit, guint field, const char *text)
{
  sl_record_edit_set (edit, field, &SL_VALUE_TEXT (text));
}

static SlUid
add (Builder *self, const SlRecordEdit *edit)
{
  SlChange change = { .kind = edit->kind->id, .uid = edit->uid, .after = sl_record_edit_done (edit) };

  for (guint f = 0; f < edit->kind->n_fields; f++)
    if (!edit->values[f].is_null)
      change.mask |= SL_MASK (f);
  g_array_append_val (self->changes, change);
  return edit->uid;
}

static void
begin (SlRecordEdit *edit, int kind, const char *code)
{
  sl_record_edit_new (edit, sl_kind_get (kind), sl_uid_new ());
  if (code != NULL)
    put_text (edit, (guint) edit->kind->code, code);
}

static void
add_settings (Builder *self)
{
  static const char *const grids[] = { "GGGGA", "GGAAA", "GAAAR", "GAARR", "AARRR" };
  static const int figures[][2] = {
    { SL_SETTINGS_AVERSE_WANT, 3 },    { SL_SETTINGS_AVERSE_TOLERATE, 5 },   { SL_SETTINGS_MINIMAL_WANT, 4 },
    { SL_SETTINGS_MINIMAL_TOLERATE, 6 }, { SL_SETTINGS_CAUTIOUS_WANT, 6 },   { SL_SETTINGS_CAUTIOUS_TOLERATE, 10 },
    { SL_SETTINGS_OPEN_WANT, 9 },      { SL_SETTINGS_OPEN_TOLERATE, 12 },    { SL_SETTINGS_EAGER_WANT, 12 },
    { SL_SETTINGS_EAGER_TOLERATE, 16 }, { SL_SETTINGS_REVIEW_RED, 14 },      { SL_SETTINGS_REVIEW_AMBER, 30 },
    { SL_SETTINGS_REVIEW_GREEN, 90 },  { SL_SETTINGS_BENEFIT_GREEN_TOLERANCE, 5 },
    { SL_SETTINGS_BENEFIT_AMBER_TOLERANCE, 25 },
  };
  SlRecordEdit edit;

  begin (&edit, SL_KIND_SETTINGS, NULL);
  sl_record_edit_set (&edit, SL_SETTINGS_VERSION, &SL_VALUE_INT (1));
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    put_text (&edit, SL_SETTINGS_GRID_1 + i, grids[i]);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    sl_record_edit_set (&edit, (guint) figures[i][0], &SL_VALUE_INT (figures[i][1]));
  for (guint f = SL_SETTINGS_WEIGHT_CRITERIA; f <= SL_SETTINGS_WEIGHT_SIGHT; f++)
    sl_record_edit_set (&edit, f, &SL_VALUE_INT (20));
  self->settings = add (self, &edit);
  begin (&edit, SL_KIND_PROGRAMME, "PRG-001");
  put_text (&edit, SL_PROGRAMME_IDENTITY, "00000000-0000-4000-8000-000000000000");
  put_text (&edit, SL_PROGRAMME_NAME, "Marlhaven clean streets");
  put_text (&edit, SL_PROGRAMME_CURRENCY, "GBP");
  sl_record_edit_set (&edit, SL_PROGRAMME_SETTINGS, &SL_VALUE_REF (self->settings));
  self->programme = add (self, &edit);
}

static void
add_people (Builder *self)
{
  static const char *const names[N_PEOPLE][2] = {
    { "Ada Abbot", "Programme manager" }, { "Bilal Brook", "Operations lead" }, { "Cat Cole", "Finance partner" },
    { "Dilys Dean", "Senior owner" },     { "Eoin Ellis", "Data protection" },  { "Zoë Zander", "Left last year" },
  };

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *code = g_strdup_printf ("P-%02u", i + 1);
      SlRecordEdit edit;

      begin (&edit, SL_KIND_PERSON, code);
      put_text (&edit, SL_PERSON_DISPLAY_NAME, names[i][0]);
      put_text (&edit, SL_PERSON_ROLE_TITLE, names[i][1]);
      sl_record_edit_set (&edit, SL_PERSON_ACTIVE_FROM, &SL_VALUE_DATE (sl_date_from_iso ("2024-01-01")));
      if (i == N_PEOPLE - 1)
        sl_record_edit_set (&edit, SL_PERSON_ACTIVE_TO, &SL_VALUE_DATE (sl_date_from_iso ("2025-12-31")));
      self->people[i] = add (self, &edit);
    }
}

static void
add_appetites (Builder *self)
{
  for (int category = 1; category <= SL_CATEGORY_DEPENDENCY; category++)
    {
      SlRecordEdit edit;

      begin (&edit, SL_KIND_APPETITE, NULL);
      sl_record_edit_set (&edit, SL_APPETITE_CATEGORY, &SL_VALUE_ENUM (category));
      sl_record_edit_set (&edit, SL_APPETITE_LEVEL, &SL_VALUE_ENUM (2 + category % 4));
      sl_record_edit_set (&edit, SL_APPETITE_APPROVED_BY, &SL_VALUE_REF (self->people[3]));
      sl_record_edit_set (&edit, SL_APPETITE_DATE, &SL_VALUE_DATE (sl_date_from_iso ("2026-01-01")));
      add (self, &edit);
    }
}

static void
add_assessment (Builder *self, SlUid risk, guint n, guint32 dice)
{
  SlRecordEdit edit;

  begin (&edit, SL_KIND_RISK_ASSESSMENT, NULL);
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_RISK, &SL_VALUE_REF (risk));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_DATE,
                      &SL_VALUE_DATE (sl_date_from_iso ("2026-07-30") - (int) (dice % 70)));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_PROBABILITY, &SL_VALUE_INT (1 + (dice >> 7) % 5));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_IMPACT_BENEFIT, &SL_VALUE_INT (1 + (dice >> 11) % 5));
  sl_record_edit_set (&edit, SL_RISK_ASSESSMENT_BY, &SL_VALUE_REF (self->people[1]));
  add (self, &edit);
}

static void
add_risk (Builder *self, guint n)
{
  static const char *const who[] = { "Crews", "Residents", "The depot", "Sensors", "The supplier", "Drivers",
                                     "Councillors", "The data feed", "Contractors", "Shopkeepers" };
  static const char *const what[] = { "may not start dynamic rounds in time", "may object to fewer collections",
                                      "may lack power for the new vehicles", "may report full bins late",
                                      "may not agree to share its data", "may leave for better pay",
                                      "may ask for another pilot first", "may fail during the winter peak" };
  guint32 dice = (n + 1) * 2654435761u;
  g_autofree char *code = g_strdup_printf ("R-%03u", n + 1);
  g_autofree char *title = g_strdup_printf ("%s %s", who[(dice >> 5) % G_N_ELEMENTS (who)], what[(dice >> 9) % G_N_ELEMENTS (what)]);
  SlRecordEdit edit;
  SlUid risk;

  begin (&edit, SL_KIND_RISK, code);
  put_text (&edit, SL_RISK_TITLE, title);
  put_text (&edit, SL_RISK_CAUSE, "The rounds were planned for fixed days");
  put_text (&edit, SL_RISK_EVENT, "The new rounds start later than promised");
  put_text (&edit, SL_RISK_EFFECT, "Bins overflow and residents lose trust");
  sl_record_edit_set (&edit, SL_RISK_EARLIEST_DATE, &SL_VALUE_DATE (sl_date_from_iso ("2026-09-01") + (int) (dice % 400)));
  if (n % 9 != 4)
    sl_record_edit_set (&edit, SL_RISK_OWNER, &SL_VALUE_REF (self->people[(dice >> 13) % (N_PEOPLE - 1)]));
  sl_record_edit_set (&edit, SL_RISK_CATEGORY, &SL_VALUE_ENUM (1 + (dice >> 17) % 15));
  /* Beyond draft only what has everything that asks for. */
  if (n % 9 != 4 && n % 11 != 3 && n % 5 != 0)
    sl_record_edit_set (&edit, SL_RISK_STATE, &SL_VALUE_ENUM (SL_RISK_STATE_OPEN));
  if (n % 23 == 7)
    sl_record_edit_set (&edit, SL_RISK_KIND, &SL_VALUE_ENUM (SL_RISK_KIND_OPPORTUNITY));
  risk = add (self, &edit);
  if (n % 11 != 3)
    add_assessment (self, risk, n, dice);
}

/* Straight into the store, as if it had been there: filling a file is not what these tests are about. */
static void
append (SlStore *store, GArray *changes)
{
  g_autoptr (SlProgramme) all = sl_programme_new ();
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;
  SlHead head = { 0 };

  for (guint i = 0; i < changes->len; i++)
    sl_programme_load (all, sl_record_ref (g_array_index (changes, SlChange, i).after));
  change_set = sl_change_set_new (changes, SL_VERB_IMPORT, SL_UID_NONE, NULL);
  sl_programme_digest (all, &change_set->digest);
  g_assert_true (sl_store_append (store, change_set, &head, &error));
  g_assert_no_error (error);
}

SlWorkspace *
ui_fixture_workspace (guint n_risks)
{
  Builder builder = { .changes = g_array_new (FALSE, TRUE, sizeof (SlChange)) };
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  SlWorkspace *workspace;

  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  add_settings (&builder);
  add_people (&builder);
  add_appetites (&builder);
  for (guint i = 0; i < n_risks; i++)
    add_risk (&builder, i);
  append (store, builder.changes);
  workspace = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (workspace, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sl_workspace_set_actor (workspace, builder.people[0], &error));
  g_assert_no_error (error);
  return workspace;
}

SlUid
ui_fixture_risk (SlWorkspace *workspace, guint n)
{
  return sl_programme_nth (sl_workspace_programme (workspace), SL_KIND_RISK, n)->uid;
}

void
ui_fixture_set (SlWorkspace *workspace, SlUid uid, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_set_text (workspace, uid, field, text, "because of the test", &error));
  g_assert_no_error (error);
}

char *
ui_fixture_get (SlWorkspace *workspace, SlUid uid, guint field)
{
  const SlData *data = sl_workspace_data (workspace);
  const SlRecord *record = sl_data_lookup (data, uid);
  SlValue value;

  if (record == NULL)
    return g_strdup ("(gone)");
  sl_record_get (record, field, &value);
  return sl_data_dup_display (data, &sl_record_kind (record)->fields[field], &value);
}

gint64
ui_fixture_seq (SlWorkspace *workspace)
{
  return sl_workspace_head (workspace)->seq;
}
