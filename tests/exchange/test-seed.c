/* Starting content: the settings, the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "exchange/sl-programme-xml-read.h"
#include "exchange/sl-seed.h"
#include "resources/sl-resources.h"

typedef struct
{
  SlProgramme *programme;
  SlTx *tx;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->programme = sl_programme_new ();
  self->tx = sl_tx_new (sl_programme_data (self->programme), SL_VERB_CREATE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sl_tx_free (self->tx);
  g_object_unref (self->programme);
}

static void
read_embedded (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_resources_bytes (path, &error);
  g_autoptr (GInputStream) stream = NULL;

  g_assert_no_error (error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  sl_programme_xml_read (self->tx, stream, path, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const SlRecord *
by_code (Fixture *self, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_tx_data (self->tx), code);

  g_assert_nonnull (record);
  return record;
}

static const char *
code_of (Fixture *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_tx_data (self->tx), uid);

  return record != NULL ? sl_record_code (record) : NULL;
}

/* --- Our own documents -------------------------------------------------------------------------------------------- */

static void
test_settings (Fixture *self, gconstpointer data)
{
  const SlSettings *settings;

  read_embedded (self, "catalogue/settings.xml");
  settings = sl_data_settings (sl_tx_data (self->tx));
  g_assert_nonnull (settings);
  g_assert_cmpint (settings->version, ==, 1);
  g_assert_null (sl_grid_fault (settings));
  g_assert_cmpint (settings->weight_criteria + settings->weight_health + settings->weight_risks
                       + settings->weight_benefits + settings->weight_sight,
                   ==, 100);
  g_assert_cmpuint (sl_data_count (sl_tx_data (self->tx), SL_KIND_SCALE_BAND), ==, 30);
}

static gboolean
add_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);

  g_string_append_printf (data, "%d %d %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", band->scale, band->level,
                          band->label, band->upper, band->mid);
  return TRUE;
}

/* The sample's scales are the ones every programme starts with. */
static void
test_same_scales (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) fresh = g_string_new (NULL);
  g_autoptr (GString) sample = g_string_new (NULL);
  SlTx *other = sl_tx_new (sl_programme_data (self->programme), SL_VERB_CREATE);
  Fixture second = { self->programme, other };

  read_embedded (self, "catalogue/settings.xml");
  read_embedded (&second, "samples/marlhaven.xml");
  sl_data_each (sl_tx_data (self->tx), SL_KIND_SCALE_BAND, add_band, fresh);
  sl_data_each (sl_tx_data (other), SL_KIND_SCALE_BAND, add_band, sample);
  g_assert_cmpstr (fresh->str, ==, sample->str);
  sl_tx_free (other);
}

static const struct
{
  int kind;
  guint n;
} sample_counts[] = {
  { SL_KIND_PROGRAMME, 1 }, { SL_KIND_ORGANISATION, 8 },     { SL_KIND_PERSON, 12 },     { SL_KIND_SETTINGS, 1 },
  { SL_KIND_PROJECT, 1 },   { SL_KIND_APPETITE, 9 },         { SL_KIND_RISK, 14 },       { SL_KIND_RISK_ASSESSMENT, 32 },
  { SL_KIND_ACTION, 12 },   { SL_KIND_RISK_REVIEW, 13 },     { SL_KIND_DUE_MOVE, 3 },
};

static void
test_sample (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SlRisk *risk;
  const SlProgrammeInfo *programme;
  char iso[11];

  read_embedded (self, "samples/marlhaven.xml");
  sl_tx_check_structure (self->tx, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sample_counts); i++)
    {
      g_test_message ("%s", sl_kind_get (sample_counts[i].kind)->token);
      g_assert_cmpuint (sl_data_count (sl_tx_data (self->tx), sample_counts[i].kind), ==, sample_counts[i].n);
    }
  programme = sl_data_programme (sl_tx_data (self->tx));
  g_assert_true (programme->sample);
  g_assert_cmpstr (sl_date_to_iso (programme->fixed_as_of, iso), ==, "2026-07-31");
  g_assert_cmpint (programme->contingency, ==, 18000000);
  g_assert_nonnull (sl_data_settings (sl_tx_data (self->tx)));
  /* Forwards: the risk comes before the action that caused it would be known to a reader of one pass. */
  risk = SL_AS (RISK, by_code (self, "R-010"));
  g_assert_cmpstr (code_of (self, risk->caused_by_action), ==, "A-03");
  risk = SL_AS (RISK, by_code (self, "R-007"));
  g_assert_cmpstr (code_of (self, risk->accepted_by), ==, "P-10");
  g_assert_cmpstr (code_of (self, SL_AS (ACTION, by_code (self, "A-11"))->issue), ==, "ISS-001");
}

static gboolean
check_phrases (const SlRecord *record, gpointer data)
{
  const SlRisk *risk = SL_AS (RISK, record);

  g_test_message ("%s", risk->code);
  g_assert_cmpuint (g_utf8_strlen (risk->cause, -1), >=, 10);
  g_assert_cmpuint (g_utf8_strlen (risk->event, -1), >=, 10);
  g_assert_cmpuint (g_utf8_strlen (risk->effect, -1), >=, 10);
  return TRUE;
}

static void
test_sample_phrases (Fixture *self, gconstpointer data)
{
  read_embedded (self, "samples/marlhaven.xml");
  sl_data_each (sl_tx_data (self->tx), SL_KIND_RISK, check_phrases, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_resources_init ();
  g_test_add ("/seed/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/seed/same-scales", Fixture, NULL, set_up, test_same_scales, tear_down);
  g_test_add ("/seed/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/seed/sample-phrases", Fixture, NULL, set_up, test_sample_phrases, tear_down);
  return g_test_run ();
}
