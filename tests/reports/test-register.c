/* The register report: the sample's values (domain.md 5.3) in XML, what is left out and counted, what changed, and the same
 * bytes each time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reports/sl-report.h"

#include "base/sl-error.h"
#include "exchange/sl-seed.h"
#include "exchange/sl-xml-validate.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

typedef struct
{
  SlWorkspace *ws;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;

  f->ws = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (f->ws, NULL, &error));
  g_assert_true (sl_seed_sample (f->ws, &error));
  f->folder = g_dir_make_tmp ("sightline-report-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_finalize_object (f->ws);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
}

static SlReportOptions
options_for (int audience)
{
  return (SlReportOptions){ .kind = sl_report_kind_find ("register", NULL), .audience = audience, .project = SL_UID_NONE };
}

static char *
dup_report_with (Fixture *f, const SlReportOptions *options, const char *suffix)
{
  g_autofree char *name = g_strconcat ("out.", suffix, NULL);
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReportSource) source = sl_report_source_new (f->ws, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (sl_report_save (source, options, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return text;
}

static char *
dup_report (Fixture *f, int audience, const char *suffix)
{
  SlReportOptions options = options_for (audience);

  return dup_report_with (f, &options, suffix);
}

/* --- XML ---------------------------------------------------------------------------------------------------------- */

static xmlDoc *
parse (const char *text)
{
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* What an expression gives, as text; r: is the namespace of reports. */
static char *
dup_value (xmlDoc *doc, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *found;
  xmlChar *text;
  char *value;

  xmlXPathRegisterNs (context, BAD_CAST "r", BAD_CAST SL_REPORT_NAMESPACE);
  found = xmlXPathEvalExpression (BAD_CAST expression, context);
  g_assert_nonnull (found);
  text = xmlXPathCastToString (found);
  value = g_strdup ((const char *) text);
  xmlFree (text);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return value;
}

#define assert_value(doc, expression, expected)                                                                        \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *value_ = dup_value (doc, expression);                                                             \
    g_assert_cmpstr (value_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

typedef struct
{
  const char *code, *score, *rating, *exposure, *proximity, *days, *appetite, *handled, *trend, *due, *overdue;
} Row;

/* domain.md 5.3; exposure in pence. */
static const Row rows[] = {
  { "R-001", "16", "red", "6175000", "near", "32", "breach", "escalated", "worse", "2026-08-04", "0" },
  { "R-005", "16", "red", "1950000", "near", "46", "breach", "no", "same", "2026-05-04", "88" },
  { "R-007", "12", "amber", "4800000", "mid", "243", "breach", "accepted", "worse", "2026-08-13", "0" },
  { "R-003", "10", "amber", "3000000", "imminent", "24", "breach", "escalated", "better", "2026-08-08", "0" },
  { "R-009", "9", "amber", "480000", "near", "61", "within", "", "same", "2026-07-25", "6" },
  { "R-002", "9", "amber", "1520000", "mid", "93", "tolerable", "", "same", "2026-08-08", "0" },
  { "R-006", "9", "amber", "2400000", "mid", "243", "tolerable", "", "same", "2026-08-01", "0" },
  { "R-012", "8", "amber", "800000", "near", "62", "tolerable", "", "new", "2026-08-15", "0" },
  { "R-010", "8", "amber", "910000", "imminent", "10", "within", "", "new", "2026-08-04", "0" },
  { "R-004", "4", "green", "440000", "near", "76", "within", "", "better", "2026-10-07", "0" },
  { "R-011", "3", "green", "125000", "mid", "123", "within", "", "better", "2026-10-04", "0" },
};

static void
assert_of_risk (xmlDoc *doc, const char *code, const char *what, const char *expected)
{
  g_autofree char *path = g_strdup_printf ("//r:risk[@id='%s']/%s", code, what);
  g_autofree char *value = dup_value (doc, path);

  if (g_strcmp0 (value, expected) != 0)
    g_error ("%s %s is “%s”, not “%s”", code, what, value, expected);
}

static void
test_oracle (Fixture *f, gconstpointer unused)
{
  g_autofree char *text = dup_report (f, SL_CONFIDENTIALITY_RESTRICTED, "xml");
  xmlDoc *doc = parse (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autofree char *place = g_strdup_printf ("//r:risks/r:risk[%u]/@id", i + 1);

      assert_value (doc, place, row->code);
      assert_of_risk (doc, row->code, "r:assessment[@type='current']/@score", row->score);
      assert_of_risk (doc, row->code, "r:assessment[@type='current']/@rag", row->rating);
      assert_of_risk (doc, row->code, "r:exposure/@amount", row->exposure);
      assert_of_risk (doc, row->code, "r:proximity/@value", row->proximity);
      assert_of_risk (doc, row->code, "r:proximity/@days", row->days);
      assert_of_risk (doc, row->code, "r:appetite-status/@status", row->appetite);
      assert_of_risk (doc, row->code, "r:appetite-status/@handled", row->handled);
      assert_of_risk (doc, row->code, "r:trend/@value", row->trend);
      assert_of_risk (doc, row->code, "r:review/@due", row->due);
      assert_of_risk (doc, row->code, "r:review/@overdue", row->overdue);
    }
  assert_of_risk (doc, "R-014", "r:assessment[@type='current']/@worth", "medium");
  assert_of_risk (doc, "R-014", "r:assessment[@type='current']/@rag", "");
  assert_of_risk (doc, "R-014", "r:trend/@value", "rising");
  assert_of_risk (doc, "R-001", "@owner", "P-03");
  assert_of_risk (doc, "R-001", "r:action[@id='A-01']/r:derived/@drifting", "true");
  assert_of_risk (doc, "R-001", "r:affects[1]/@node", "C1");
  assert_of_risk (doc, "R-001", "r:path/@nodes", "C1 I1 E2");
  assert_of_risk (doc, "R-005", "r:path/@nodes", "E1");
  assert_of_risk (doc, "R-004", "r:path/@nodes", "N2 N1 C5 I2 E1");
  assert_of_risk (doc, "R-010", "r:path/@nodes", "");
  assert_of_risk (doc, "R-003", "r:appetite-status/@target-gap", "true");
  assert_of_risk (doc, "R-013", "@close-reason", "avoided");
  xmlFreeDoc (doc);
}

static void
test_frame (Fixture *f, gconstpointer unused)
{
  g_autofree char *text = dup_report (f, SL_CONFIDENTIALITY_BOARD, "xml");
  xmlDoc *doc = parse (text);

  assert_value (doc, "/r:sightline-report/@kind", "register");
  assert_value (doc, "/r:sightline-report/@as-of", "2026-07-31");
  assert_value (doc, "//r:cover/@exposure", "23500000");
  assert_value (doc, "//r:cover/@ratio", "1.31");
  assert_value (doc, "//r:issue[@id='ISS-001']/r:derived/@level", "amber");
  assert_value (doc, "//r:issue[@id='ISS-001']/@from-risk", "R-008");
  assert_value (doc, "count(//r:cell)", "25");
  assert_value (doc, "//r:cell[@p='4' and @i='4']/@rag", "red");
  assert_value (doc, "//r:provenance/@newest-input", "2026-07-24");
  assert_value (doc, "//r:provenance/@oldest-input", "2026-04-20");
  assert_value (doc, "//r:provenance/@head-seq", "1");
  assert_value (doc, "//r:audit/@since", "2026-04-30");
  assert_value (doc, "//r:changes[@what='risks']/r:change[1]/@risk", "R-001");
  assert_value (doc, "//r:change[@risk='R-010']/@type", "new");
  assert_value (doc, "//r:change[@risk='R-008']/@type", "occurred");
  assert_value (doc, "count(//r:changes[@what='lowered-or-closed']/r:change)", "1");
  assert_value (doc, "//r:changes[@what='lowered-or-closed']/r:change/@risk", "R-003");
  /* Nobody is named whom nothing names. */
  assert_value (doc, "count(//r:person[@id='P-12'])", "0");
  assert_value (doc, "//r:person[@id='P-03']/@name", "Operations Sample");
  xmlFreeDoc (doc);
}

/* The schema is tight: what is no report of ours is none. */
static void
test_schema (Fixture *f, gconstpointer unused)
{
  static const char *const wrong[][2] = {
    { "rag=\"red\"", "rag=\"puce\"" },
    { "rag=\"red\"", "rag=\"red\" colour=\"red\"" },
    { "owner=\"P-03\"", "owner=\"P-77\"" },
    { "kind=\"register\"", "kind=\"opinion\"" },
    { "ratio=\"1.31\"", "ratio=\"fine\"" },
    { "<trend derived=\"true\" ", "<trend " },
    { "<title>", "<name/><title>" },
    { "as-of=\"2026-07-31\"", "as-of=\"31 July\"" },
    { "id=\"R-002\"", "id=\"R-001\"" },
  };
  g_autofree char *text = dup_report (f, SL_CONFIDENTIALITY_RESTRICTED, "xml");
  g_autofree char *path = g_build_filename (f->folder, "wrong.xml", NULL);
  gsize length = 0;
  const char *xsd = sl_resources_text ("schema/report-1.xsd", &length);
  SlXmlSchema *schema = sl_xml_schema_new (xsd, length);

  g_assert_nonnull (schema);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GString) other = g_string_new (text);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (other, wrong[i][0], wrong[i][1], 1), ==, 1);
      g_assert_true (g_file_set_contents (path, other->str, -1, NULL));
      g_assert_false (sl_xml_validate (path, schema, NULL, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_INTERNAL);
    }
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (sl_xml_validate (path, schema, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  sl_xml_schema_free (schema);
}

/* --- What is left out --------------------------------------------------------------------------------------------- */

static SlUid
by_code (Fixture *f, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_workspace_data (f->ws), code);

  g_assert_nonnull (record);
  return record->uid;
}

static void
set (Fixture *f, const char *code, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  sl_workspace_set_text (f->ws, by_code (f, code), field, text, "for the test", &error);
  g_assert_no_error (error);
}

static void
test_hidden (Fixture *f, gconstpointer unused)
{
  g_autofree char *board = NULL;
  g_autofree char *open = NULL;
  g_autofree char *page = NULL;
  xmlDoc *doc;

  set (f, "R-005", SL_RISK_CONFIDENTIALITY, "restricted");
  set (f, "R-008", SL_RISK_CONFIDENTIALITY, "restricted");
  set (f, "R-001", SL_RISK_CONFIDENTIALITY, "board");
  set (f, "R-005", SL_RISK_TITLE, "Unspeakable");
  board = dup_report (f, SL_CONFIDENTIALITY_BOARD, "xml");
  g_assert_null (strstr (board, "R-005"));
  g_assert_null (strstr (board, "Unspeakable"));
  g_assert_null (strstr (board, "A-05"));
  g_assert_null (strstr (board, "ISS-001"));
  doc = parse (board);
  assert_value (doc, "//r:risks/@threats", "10");
  assert_value (doc, "//r:risks/@hidden", "2");
  assert_value (doc, "//r:hidden[@what='threats']/@count", "1");
  assert_value (doc, "//r:hidden[@what='other-risks']/@count", "1");
  assert_value (doc, "//r:hidden[@what='issues']/@count", "1");
  assert_value (doc, "//r:cover/@exposure", "23500000");
  /* Restricting them is told of the one risk only that may be seen. */
  assert_value (doc, "count(//r:entry)", "2");
  assert_value (doc, "//r:audit/@hidden", "3");
  xmlFreeDoc (doc);
  open = dup_report (f, SL_CONFIDENTIALITY_OPEN, "xml");
  doc = parse (open);
  assert_value (doc, "//r:risks/@hidden", "3");
  assert_value (doc, "count(//r:risk[@id='R-001'])", "0");
  xmlFreeDoc (doc);
  page = dup_report (f, SL_CONFIDENTIALITY_BOARD, "html");
  g_assert_nonnull (strstr (page, "2 restricted risks are not shown."));
  g_assert_nonnull (strstr (page, "1 of 10 open threats is Red."));
  g_assert_nonnull (strstr (page, "Not on the map: 1 restricted."));
  g_assert_null (strstr (page, "R-005"));
  g_assert_null (strstr (page, "Unspeakable"));
}

/* An action of a hidden risk is not named by the risk that it caused. */
static void
test_hidden_cause (Fixture *f, gconstpointer unused)
{
  g_autofree char *all = dup_report (f, SL_CONFIDENTIALITY_RESTRICTED, "html");
  g_autofree char *page = NULL;
  g_autofree char *xml = NULL;

  g_assert_nonnull (strstr (all, "Caused by action"));
  set (f, "R-002", SL_RISK_CONFIDENTIALITY, "restricted");
  page = dup_report (f, SL_CONFIDENTIALITY_BOARD, "html");
  xml = dup_report (f, SL_CONFIDENTIALITY_BOARD, "xml");
  g_assert_null (strstr (page, "Caused by action"));
  g_assert_null (strstr (page, "Yearly battery swap, warranty terms"));
  g_assert_null (strstr (xml, "caused-by-action"));
  g_assert_nonnull (strstr (xml, "R-010"));
}

static void
test_project (Fixture *f, gconstpointer unused)
{
  SlReportOptions options = options_for (SL_CONFIDENTIALITY_RESTRICTED);
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid project = sl_tx_create (tx, SL_KIND_PROJECT);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *doc;

  sl_tx_set (tx, project, SL_PROJECT_NAME, &SL_VALUE_TEXT ("Another"), NULL);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  set (f, "R-012", SL_RISK_PROJECT, "");
  set (f, "R-011", SL_RISK_PROJECT, "Another");
  options.project = project;
  text = dup_report_with (f, &options, "xml");
  doc = parse (text);
  assert_value (doc, "count(//r:risk)", "2");
  assert_value (doc, "//r:risks/@hidden", "0");
  assert_value (doc, "count(//r:project)", "1");
  xmlFreeDoc (doc);
}

/* --- What changed ------------------------------------------------------------------------------------------------- */

static void
test_since (Fixture *f, gconstpointer unused)
{
  SlReportOptions options = options_for (SL_CONFIDENTIALITY_RESTRICTED);
  g_autofree char *text = NULL;
  g_autofree char *bad = g_build_filename (f->folder, "bad.xml", NULL);
  g_autoptr (SlReportSource) source = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *doc;

  g_assert_true (sl_workspace_assess (f->ws, by_code (f, "R-004"), 5, 0, "worse", &error));
  g_assert_no_error (error);
  options.since = "1";
  text = dup_report_with (f, &options, "xml");
  doc = parse (text);
  assert_value (doc, "//r:audit/@since-seq", "1");
  assert_value (doc, "count(//r:entry)", "1");
  assert_value (doc, "//r:entry/@verb", "assess");
  assert_value (doc, "count(//r:changes[@what='risks']/r:change)", "1");
  assert_value (doc, "//r:changes[@what='risks']/r:change/@risk", "R-004");
  assert_value (doc, "//r:changes[@what='risks']/r:change/@from", "4");
  assert_value (doc, "//r:changes[@what='risks']/r:change/@to", "10");
  xmlFreeDoc (doc);
  source = sl_report_source_new (f->ws, &error);
  options.since = "77";
  g_assert_false (sl_report_save (source, &options, bad, NULL, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  options.since = "soon";
  g_assert_false (sl_report_save (source, &options, bad, NULL, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_USAGE);
  g_assert_false (g_file_test (bad, G_FILE_TEST_EXISTS));
}

/* Without a wish it is told what changed since the board last sealed a decision. */
static void
test_since_seal (Fixture *f, gconstpointer unused)
{
  SlReportOptions options = options_for (SL_CONFIDENTIALITY_RESTRICTED);
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  SlUid seal = sl_tx_create (tx, SL_KIND_SEAL);
  g_autofree char *hash = g_strnfill (64, 'a');
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *doc;

  sl_tx_set (tx, seal, SL_SEAL_REVIEW, &SL_VALUE_REF (by_code (f, "GR-1")), NULL);
  sl_tx_set (tx, seal, SL_SEAL_DATE, &SL_VALUE_DATE (sl_date_from_iso ("2026-07-31")), NULL);
  sl_tx_set (tx, seal, SL_SEAL_HEAD_SEQ, &SL_VALUE_INT (1), NULL);
  sl_tx_set (tx, seal, SL_SEAL_HEAD_HASH, &SL_VALUE_TEXT (hash), NULL);
  sl_tx_set (tx, seal, SL_SEAL_STATE_DIGEST, &SL_VALUE_TEXT (hash), NULL);
  sl_tx_set (tx, seal, SL_SEAL_SETTINGS_VERSION, &SL_VALUE_INT (1), NULL);
  sl_tx_set (tx, seal, SL_SEAL_PACK, &SL_VALUE_TEXT ("AAAA"), NULL);
  sl_workspace_commit (f->ws, tx, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sl_workspace_assess (f->ws, by_code (f, "R-004"), 5, 0, "worse", &error));
  text = dup_report_with (f, &options, "xml");
  doc = parse (text);
  assert_value (doc, "//r:audit/@since", "2026-07-31");
  assert_value (doc, "//r:audit/@since-seq", "1");
  assert_value (doc, "count(//r:changes[@what='risks']/r:change)", "1");
  assert_value (doc, "//r:changes[@what='risks']/r:change/@risk", "R-004");
  xmlFreeDoc (doc);
}

/* --- The page ----------------------------------------------------------------------------------------------------- */

static void
test_page (Fixture *f, gconstpointer unused)
{
  g_autofree char *page = dup_report (f, SL_CONFIDENTIALITY_RESTRICTED, "html");
  const char *glance = strstr (page, "2 of 11 open threats are Red.</strong> 1 breach of appetite has no one handling it");

  g_assert_nonnull (glance);
  g_assert_nonnull (strstr (page, "2 reviews are overdue"));
  g_assert_nonnull (strstr (page, "£235k, 1.31 times the contingency of £180k: an expected value, not a worst case."));
  g_assert_nonnull (strstr (page, "<img class=\"paper\" src=\"data:image/svg+xml;base64,"));
  g_assert_nonnull (strstr (page, "Appetite line: Cautious"));
  /* First the state, then what is to be decided, then the table, then each risk. */
  g_assert_true (glance < strstr (page, "id=\"decisions\""));
  g_assert_true (strstr (page, "id=\"decisions\"") < strstr (page, "id=\"threats\""));
  g_assert_true (strstr (page, "id=\"threats\"") < strstr (page, "id=\"details\""));
  g_assert_true (strstr (page, "id=\"details\"") < strstr (page, "id=\"changes\""));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "http-equiv=\"refresh"));
}

/* --- Hostile texts, and the same bytes ---------------------------------------------------------------------------- */

static void
test_hostile (Fixture *f, gconstpointer unused)
{
  static const char *const texts[] = { "</title><script>alert(1)</script>", "]]>&amp;<![CDATA[", "'\"><img src=x onerror=y>",
                                       "=cmd|' /C calc'!A0", "\u202Egnp.exe is no picture", "https://a.example@b.example/?<x>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *xml = NULL;
      g_autofree char *page = NULL;
      xmlDoc *doc;

      set (f, "R-002", SL_RISK_TITLE, texts[i]);
      set (f, "R-002", SL_RISK_CAUSE, texts[i]);
      set (f, "A-03", SL_ACTION_TITLE, texts[i]);
      set (f, "P-09", SL_PERSON_DISPLAY_NAME, texts[i]);
      set (f, "PRG-001", SL_PROGRAMME_NAME, texts[i]);
      xml = dup_report (f, SL_CONFIDENTIALITY_BOARD, "xml");
      doc = parse (xml);
      assert_of_risk (doc, "R-002", "r:title", texts[i]);
      assert_of_risk (doc, "R-002", "r:cause", texts[i]);
      assert_value (doc, "//r:person[@id='P-09']/@name", texts[i]);
      xmlFreeDoc (doc);
      page = dup_report (f, SL_CONFIDENTIALITY_BOARD, "html");
      g_assert_null (strstr (page, "<script"));
      g_assert_null (strstr (page, "<img src=x"));
      g_assert_null (strstr (page, "\u202E"));
    }
}

static void
test_same (Fixture *f, gconstpointer unused)
{
  static const char *const suffixes[] = { "xml", "html" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *one = dup_report (f, SL_CONFIDENTIALITY_BOARD, suffixes[i]);
      g_autofree char *other = dup_report (f, SL_CONFIDENTIALITY_BOARD, suffixes[i]);

      g_assert_cmpstr (one, ==, other);
      g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
      g_free (other);
      other = dup_report (f, SL_CONFIDENTIALITY_BOARD, suffixes[i]);
      g_unsetenv ("SOURCE_DATE_EPOCH");
      g_assert_nonnull (strstr (other, i == 0 ? "generated=\"2023-11-14T22:13:20Z\"" : "2023-11-14 22:13:20 UTC"));
    }
}

/* --- Nothing there yet ---------------------------------------------------------------------------------------------- */

static void
test_empty (void)
{
  const SlSeedNew what = { .name = "Empty" };
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *xml = NULL;
  Fixture f = { sl_workspace_new (store), g_dir_make_tmp ("sightline-report-XXXXXX", NULL) };

  g_assert_true (sl_workspace_open (f.ws, NULL, &error));
  /* Before there is a programme there is no report. */
  g_assert_null (sl_report_source_new (f.ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sl_seed_new (f.ws, &what, &error));
  xml = dup_report (&f, SL_CONFIDENTIALITY_BOARD, "xml");
  g_assert_nonnull (strstr (xml, "threats=\"0\""));
  page = dup_report (&f, SL_CONFIDENTIALITY_BOARD, "html");
  g_assert_nonnull (strstr (page, "That is no sign of safety"));
  g_assert_nonnull (strstr (page, "none: nothing open has a cost"));
  g_assert_null (strstr (page, "£0"));
  g_clear_object (&store);
  tear_down (&f, NULL);
}

/* --- Nothing half done -------------------------------------------------------------------------------------------- */

static void
test_refused (Fixture *f, gconstpointer unused)
{
  SlReportOptions options = options_for (SL_CONFIDENTIALITY_BOARD);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *path = g_build_filename (f->folder, "out.html", NULL);
  g_autofree char *other = g_build_filename (f->folder, "out.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReportSource) source = sl_report_source_new (f->ws, &error);

  g_assert_null (sl_report_kind_find ("board", &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "register"));
  g_clear_error (&error);
  g_assert_false (sl_report_save (source, &options, other, NULL, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_USAGE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (sl_report_save (source, &options, path, cancelled, NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add ("/reports/register/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("oracle", test_oracle);
  ADD ("frame", test_frame);
  ADD ("schema", test_schema);
  ADD ("hidden", test_hidden);
  ADD ("hidden-cause", test_hidden_cause);
  ADD ("project", test_project);
  ADD ("since", test_since);
  ADD ("since-seal", test_since_seal);
  ADD ("page", test_page);
  ADD ("hostile", test_hostile);
  ADD ("same", test_same);
  ADD ("refused", test_refused);
  g_test_add_func ("/reports/register/empty", test_empty);
  return g_test_run ();
}
