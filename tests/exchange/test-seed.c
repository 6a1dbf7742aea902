/* Starting content: the reader, the settings, the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "exchange/sl-seed.h"
#include "resources/sl-resources.h"

#include <string.h>

#define ROOT_ATTRIBUTES                                                                                                \
  "xmlns='urn:sightline:programme:1' code='PRG-001' identity='00000000-0000-4000-8000-000000000000' name='N' "          \
  "currency='GBP' fiscal-year-start='4' reporting-period='quarter'"
#define DOCUMENT(body) "<programme " ROOT_ATTRIBUTES ">\n" body "\n</programme>\n"

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
  gsize length;
  const char *text = sl_resources_text (path, &length);

  g_assert_nonnull (text);
  sl_seed_read (self->tx, text, (gssize) length, path, &error);
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

/* --- Good documents ----------------------------------------------------------------------------------------------- */

static void
test_every_type (Fixture *self, gconstpointer data)
{
  static const char text[] = DOCUMENT (
      "<!-- people come after what they own is defined -->\n"
      "<person code='P-01' display-name='A &amp; B' organisation='ORG-01' active-from='2025-01-06' senior='true'/>\n"
      "<organisation code='ORG-01' name='Council'><objective>One\nTwo &lt;3&gt;</objective></organisation>\n"
      "<settings version='1' grid-1='GGGGA' grid-2='GGAAA' grid-3='GAAAR' grid-4='GAARR' grid-5='AARRR' averse-want='3' "
      "averse-tolerate='5' minimal-want='4' minimal-tolerate='6' cautious-want='6' cautious-tolerate='10' open-want='9' "
      "open-tolerate='12' eager-want='12' eager-tolerate='16' review-red='14' review-amber='30' review-green='90' "
      "benefit-green-tolerance='5' benefit-amber-tolerance='25' weight-criteria='40' weight-health='20' weight-risks='15' "
      "weight-benefits='15' weight-sight='10'><scale-band scale='benefit' level='1' label='L' mid='2.5'/></settings>\n"
      "<risk code='R-001' title='T' kind='threat' state='draft' confidentiality='open' escalation-level='project'>\n"
      "  <risk-assessment type='current' date='2026-04-14' probability='3' cost-if-occurs='9500050'/>\n"
      "</risk>\n");
  g_autoptr (GError) error = NULL;
  const SlPerson *person;
  const SlOrganisation *organisation;
  const SlRecord *risk;
  char iso[11];

  sl_seed_read (self->tx, text, -1, "types", &error);
  g_assert_no_error (error);
  sl_tx_check_structure (self->tx, &error);
  g_assert_no_error (error);
  person = SL_AS (PERSON, by_code (self, "P-01"));
  g_assert_cmpstr (person->display_name, ==, "A & B");
  g_assert_cmpstr (code_of (self, person->organisation), ==, "ORG-01");
  g_assert_cmpstr (sl_date_to_iso (person->active_from, iso), ==, "2025-01-06");
  g_assert_true (person->senior);
  g_assert_false (person->board_member);
  organisation = SL_AS (ORGANISATION, by_code (self, "ORG-01"));
  g_assert_cmpstr (organisation->objective, ==, "One\nTwo <3>");
  risk = by_code (self, "R-001");
  g_assert_cmpint (SL_AS (RISK, risk)->state, ==, SL_RISK_STATE_DRAFT);
  g_assert_cmpuint (sl_data_count (sl_tx_data (self->tx), SL_KIND_RISK_ASSESSMENT), ==, 1);
  g_assert_cmpuint (sl_data_count (sl_tx_data (self->tx), SL_KIND_SCALE_BAND), ==, 1);
}

typedef struct
{
  SlUid last;
  guint n;
} Order;

static gboolean
check_order (const SlRecord *record, gpointer data)
{
  static const char *const codes[] = { "ORG-03", "ORG-01", "ORG-02" };
  Order *order = data;

  g_assert_cmpint (record->uid, >, order->last);
  g_assert_cmpstr (sl_record_code (record), ==, codes[order->n++]);
  order->last = record->uid;
  return TRUE;
}

static void
test_order_of_document (Fixture *self, gconstpointer data)
{
  static const char text[] = DOCUMENT ("<organisation code='ORG-03' name='C'/><organisation code='ORG-01' name='A'/>"
                                       "<organisation code='ORG-02' name='B'/>");
  g_autoptr (GError) error = NULL;
  Order order = { 0, 0 };

  sl_seed_read (self->tx, text, -1, "order", &error);
  g_assert_no_error (error);
  sl_data_each (sl_tx_data (self->tx), SL_KIND_ORGANISATION, check_order, &order);
  g_assert_cmpuint (order.n, ==, 3);
}

/* --- Bad documents ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* beginning */
} Bad;

static const Bad bad[] = {
  { "no-xml", "hello", "bad:1: " },
  { "empty", "", "bad:1: XML: " },
  { "cut-off", "<programme " ROOT_ATTRIBUTES ">\n<organisation", "bad:2: XML: " },
  { "namespace", "<programme code='PRG-001'/>", "bad:1: programme: this is not a document" },
  { "doctype", "<!DOCTYPE programme>\n" DOCUMENT (""), "bad:2: DOCTYPE: " },
  { "other-root", "<risk xmlns='urn:sightline:programme:1' code='R-001'/>", "bad:1: risk: does not belong here" },
  { "element", DOCUMENT ("<nothing/>"), "bad:2: programme: unknown element “nothing”" },
  { "underscore", DOCUMENT ("<organisation code='ORG-01' name='A'/>\n<due_move/>"), "bad:3: programme: unknown element" },
  { "attribute", DOCUMENT ("\n<organisation code='ORG-01' name='A' colour='red'/>"),
    "bad:3: organisation: unknown attribute “colour”" },
  { "prose-as-attribute", DOCUMENT ("<organisation code='ORG-01' name='A' objective='x'/>"),
    "bad:2: organisation: unknown attribute “objective”" },
  { "attribute-as-prose", DOCUMENT ("<organisation code='ORG-01'><name>A</name></organisation>"),
    "bad:2: organisation: unknown element “name”" },
  { "prose-with-attribute", DOCUMENT ("<organisation code='ORG-01' name='A'><objective a='b'>x</objective></organisation>"),
    "bad:2: objective: unknown attribute “a”" },
  { "inside-prose", DOCUMENT ("<organisation code='ORG-01' name='A'><objective><b/></objective></organisation>"),
    "bad:2: b: does not belong here" },
  { "twice", DOCUMENT ("<organisation code='ORG-01' name='A'><objective>x</objective><objective>y</objective></organisation>"),
    "bad:2: objective: “objective” is given twice" },
  { "attribute-twice", DOCUMENT ("<organisation code='ORG-01' name='A' name='B'/>"), "bad:2: " },
  { "text", DOCUMENT ("stray"), "bad:2: programme: text stands" },
  { "nested", DOCUMENT ("<organisation code='ORG-01' name='A'><person code='P-01' display-name='B'/></organisation>"),
    "bad:2: person: does not belong here" },
  { "orphan", DOCUMENT ("<risk-review date='2026-01-01'/>"), "bad:2: risk-review: does not belong here" },
  { "parent-as-attribute",
    DOCUMENT ("<risk code='R-001' title='T'><risk-review risk='R-001' date='2026-01-01' outcome='no_change'/></risk>"),
    "bad:2: risk-review: unknown attribute “risk”" },
  { "no-code", DOCUMENT ("<organisation name='A'/>"), "bad:2: organisation: it has no code" },
  { "wrong-code", DOCUMENT ("<organisation code='R-001' name='A'/>"), "bad:2: organisation: “R-001” is no code" },
  { "code-taken", DOCUMENT ("<organisation code='ORG-01' name='A'/>\n<organisation code='ORG-01' name='B'/>"),
    "bad:3: organisation: the code “ORG-01” is taken" },
  { "token", DOCUMENT ("<organisation code='ORG-01' name='A' sector='Public'/>"),
    "bad:2: organisation: sector: “Public” is no value" },
  { "bool", DOCUMENT ("<person code='P-01' display-name='A' senior='yes'/>"), "bad:2: person: senior: “yes” is no value" },
  { "date", DOCUMENT ("<person code='P-01' display-name='A' active-from='6 Jan 2025'/>"),
    "bad:2: person: active_from: “6 Jan 2025” is no value" },
  { "no-such-day", DOCUMENT ("<person code='P-01' display-name='A' active-from='2025-02-30'/>"),
    "bad:2: person: active_from: “2025-02-30” is no value" },
  { "money", DOCUMENT ("<project code='PRJ-001' name='A' budget='95k'/>"), "bad:2: project: budget: “95k” is no value" },
  { "money-decimals", DOCUMENT ("<project code='PRJ-001' name='A' budget='95.50'/>"),
    "bad:2: project: budget: “95.50” is no value" },
  { "integer", DOCUMENT ("<risk code='R-001' title='T'><action code='A-01' title='T' percent='ten'/></risk>"),
    "bad:2: action: percent: “ten” is no value" },
  { "range", DOCUMENT ("<risk code='R-001' title='T'><action code='A-01' title='T' percent='101'/></risk>"),
    "bad:2: action: Percent done must lie" },
  { "empty-value", DOCUMENT ("<organisation code='ORG-01' name=''/>"), "bad:2: organisation: name: “” is no value" },
  { "dangling", DOCUMENT ("<person code='P-01' display-name='A' organisation='ORG-09'/>"),
    "bad:2: person: organisation: there is no “ORG-09” to refer to" },
  { "wrong-kind", DOCUMENT ("<person code='P-01' display-name='A' organisation='P-01'/>"),
    "bad:2: person: organisation: there is no “P-01” to refer to" },
  { "pattern", "<programme xmlns='urn:sightline:programme:1' code='PRG-001' currency='pound'/>",
    "bad:1: programme: “pound” is not a valid value" },
};

static void
test_bad (Fixture *self, gconstpointer data)
{
  const Bad *document = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_seed_read (self->tx, document->text, -1, "bad", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_VALUE);
  if (!g_str_has_prefix (error->message, document->message))
    g_test_fail_printf ("expected “%s…”, got “%s”", document->message, error->message);
  /* All or nothing. */
  g_assert_true (sl_tx_is_empty (self->tx));
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
  g_test_add ("/seed/every-type", Fixture, NULL, set_up, test_every_type, tear_down);
  g_test_add ("/seed/order-of-document", Fixture, NULL, set_up, test_order_of_document, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/seed/bad/", bad[i].name, NULL);

      g_test_add (path, Fixture, &bad[i], set_up, test_bad, tear_down);
    }
  g_test_add ("/seed/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/seed/same-scales", Fixture, NULL, set_up, test_same_scales, tear_down);
  g_test_add ("/seed/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/seed/sample-phrases", Fixture, NULL, set_up, test_sample_phrases, tear_down);
  return g_test_run ();
}
