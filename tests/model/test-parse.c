/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"
#include "model/sl-programme.h"

#include <string.h>

static void
load (SlProgramme *programme, int kind, SlUid uid, const char *code, guint field, const char *text)
{
  SlRecordEdit edit;

  sl_record_edit_new (&edit, sl_kind_get (kind), uid);
  sl_record_edit_set (&edit, (guint) sl_kind_get (kind)->code, &SL_VALUE_TEXT (code));
  sl_record_edit_set (&edit, field, &SL_VALUE_TEXT (text));
  if (kind == SL_KIND_PROGRAMME)
    sl_record_edit_set (&edit, SL_PROGRAMME_CURRENCY, &SL_VALUE_TEXT ("GBP"));
  sl_programme_load (programme, sl_record_edit_done (&edit));
}

static SlProgramme *
make_programme (void)
{
  SlProgramme *programme = sl_programme_new ();

  load (programme, SL_KIND_PROGRAMME, 1, "PRG-001", SL_PROGRAMME_NAME, "Test");
  load (programme, SL_KIND_PERSON, 2, "P-01", SL_PERSON_DISPLAY_NAME, "Zoë Sample");
  load (programme, SL_KIND_PERSON, 3, "P-02", SL_PERSON_DISPLAY_NAME, "Zora Sample");
  load (programme, SL_KIND_PERSON, 4, "P-03", SL_PERSON_DISPLAY_NAME, "Zo");
  return programme;
}

typedef struct
{
  int kind;
  guint field;
  const char *text;
  const char *stored; /* NULL: refused */
} Case;

/* What people type, and what is stored of it. */
static void
test_typed (void)
{
  static const Case cases[] = {
    { SL_KIND_RISK, SL_RISK_TITLE, "  Rotas\nnot agreed ", "Rotas not agreed" },
    { SL_KIND_RISK, SL_RISK_CAUSE, "one\r\ntwo", "one\ntwo" },
    { SL_KIND_RISK, SL_RISK_OWNER, "p-02", "P-02" },
    { SL_KIND_RISK, SL_RISK_OWNER, "zoe s", "P-01" },
    { SL_KIND_RISK, SL_RISK_OWNER, "zo", "P-03" },
    { SL_KIND_RISK, SL_RISK_OWNER, "z", NULL },
    { SL_KIND_RISK, SL_RISK_OWNER, "nobody", NULL },
    { SL_KIND_RISK, SL_RISK_OWNER, "PRG-001", NULL },
    { SL_KIND_RISK, SL_RISK_OWNER, "", "" },
    { SL_KIND_RISK, SL_RISK_STATE, "Treating", "treating" },
    { SL_KIND_RISK, SL_RISK_STATE, "tre", "treating" },
    { SL_KIND_RISK, SL_RISK_STATE, "t", NULL },
    { SL_KIND_RISK, SL_RISK_EARLIEST_DATE, "1 Sep 2026", "2026-09-01" },
    { SL_KIND_RISK, SL_RISK_EARLIEST_DATE, "soon", NULL },
    { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_PROBABILITY, "5", "5" },
    { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_PROBABILITY, "6", NULL },
    { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_PROBABILITY, "2.5", NULL },
    { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_COST_IF_OCCURS, "£95k", "95000.00" },
    { SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_COST_IF_OCCURS, "-1", NULL },
    { SL_KIND_SCALE_BAND, SL_SCALE_BAND_MID, "17.5", "17.5" },
    { SL_KIND_PERSON, SL_PERSON_SENIOR, "yes", "true" },
    { SL_KIND_PERSON, SL_PERSON_SENIOR, "", "false" },
    { SL_KIND_PERSON, SL_PERSON_SENIOR, "perhaps", NULL },
  };
  g_autoptr (SlProgramme) programme = make_programme ();
  const SlData *data = sl_programme_data (programme);
  SlDate today = sl_date_from_iso ("2026-07-31");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SlField *field = &sl_kind_get (cases[i].kind)->fields[cases[i].field];
      g_autofree char *owned = NULL;
      g_autofree char *stored = NULL;
      g_autoptr (GError) error = NULL;
      SlValue value;

      if (!sl_data_parse (data, field, cases[i].text, today, &value, &owned, &error))
        {
          g_assert_null (cases[i].stored);
          g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
          continue;
        }
      stored = sl_data_dup_text (data, field, &value);
      g_assert_cmpstr (stored, ==, cases[i].stored);
    }
}

/* Storage form and display form are both read back to the same value. */
static void
test_reads_back (void)
{
  g_autoptr (SlProgramme) programme = make_programme ();
  const SlData *data = sl_programme_data (programme);
  const struct
  {
    int kind;
    guint field;
    SlValue value;
  } cases[] = {
    { SL_KIND_RISK, SL_RISK_CATEGORY, SL_VALUE_ENUM (SL_CATEGORY_DATA_PRIVACY) },
    { SL_KIND_RISK, SL_RISK_LATEST_DATE, SL_VALUE_DATE (20666) },
    { SL_KIND_RISK, SL_RISK_OWNER, SL_VALUE_REF (3) },
    { SL_KIND_ACTION, SL_ACTION_COST, SL_VALUE_MONEY (123456789) },
    { SL_KIND_SCALE_BAND, SL_SCALE_BAND_UPPER, SL_VALUE_DECIMAL (75000) },
    { SL_KIND_PERSON, SL_PERSON_BOARD_MEMBER, SL_VALUE_BOOL (TRUE) },
    { SL_KIND_ACTION, SL_ACTION_PERCENT, SL_VALUE_INT (40) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SlField *field = &sl_kind_get (cases[i].kind)->fields[cases[i].field];
      g_autofree char *stored = sl_data_dup_text (data, field, &cases[i].value);
      g_autofree char *shown = sl_data_dup_display (data, field, &cases[i].value);
      const char *texts[] = { stored, shown };

      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *owned = NULL;
          SlValue value;

          g_assert_true (sl_data_parse (data, field, texts[k], 20000, &value, &owned, NULL));
          g_assert_true (sl_value_equal (&value, &cases[i].value));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/typed", test_typed);
  g_test_add_func ("/parse/reads-back", test_reads_back);
  return g_test_run ();
}
