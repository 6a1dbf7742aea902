/* Comparing programmes: what counts as the same record, what is told of the others, in which order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "xml-documents.h"

#include "exchange/sl-compare.h"

/* One line per difference: kind, name, which side, the fields; "+" before what stands in a lone record. */
static char *
dup_lines (const SlData *one, const SlData *other, SlCompareBy by)
{
  g_autoptr (GPtrArray) differences = sl_compare (one, other, by);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const SlDifference *difference = differences->pdata[i];
      const SlKind *kind = sl_kind_get (difference->kind);

      g_string_append_printf (lines, "%s%s %s", difference->nested ? "+" : "", difference->name,
                              difference->other == NULL ? "first" : difference->one == NULL ? "second" : "both");
      for (guint f = 0; f < kind->n_fields; f++)
        if (difference->mask & SL_MASK (f))
          g_string_append_printf (lines, " %s", kind->fields[f].name);
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

typedef struct
{
  const char *name;
  const char *one;
  const char *other;
  const char *expected;
} Case;

#define ASSESSMENT(day, p) "<risk-assessment type='current' date='" day "' probability='" p "'/>"
#define MEASURE(rest)                                                                                                  \
  "<measure code='M-1' name='M' decimals='1' direction='lower' aggregation='level' lag-days='30'>" rest "</measure>"
#define ORG(code, name) "<organisation code='" code "' name='" name "'/>"

static const Case cases[] = {
  { "same", XML_DOCUMENT (ORG ("ORG-01", "A")), XML_DOCUMENT (ORG ("ORG-01", "A")), "" },
  /* Codes tell, not the order; and are counted as people do. */
  { "codes",
    XML_DOCUMENT (ORG ("ORG-10", "X") ORG ("ORG-02", "B") ORG ("ORG-01", "A") ORG ("ORG-03", "C")),
    XML_DOCUMENT (ORG ("ORG-01", "A") ORG ("ORG-02", "Bee") ORG ("ORG-04", "C") ORG ("ORG-9", "Y")),
    "ORG-02 both name\nORG-03 first\nORG-04 second\nORG-9 second\nORG-10 first\n" },
  /* There is one programme in each. */
  { "programme", XML_DOCUMENT (""),
    "<programme xmlns='urn:sightline:programme:1' code='PRG-002' identity='00000000-0000-4000-8000-000000000000' name='M' "
    "currency='GBP' fiscal-year-start='4' reporting-period='quarter'><vision>V</vision></programme>",
    "PRG-002 both code name vision\n" },
  /* A reference says whom it means, not which record that is. */
  { "references",
    XML_DOCUMENT (ORG ("ORG-01", "A") ORG ("ORG-02", "B") "<person code='P-01' display-name='P' organisation='ORG-01'/>"
                                                          "<person code='P-02' display-name='Q' organisation='ORG-02'/>"),
    XML_DOCUMENT (ORG ("ORG-02", "B") ORG ("ORG-01", "A") "<person code='P-02' display-name='Q'/>"
                                                          "<person code='P-01' display-name='P' organisation='ORG-01'/>"),
    "P-02 both organisation\n" },
  { "keyed",
    XML_DOCUMENT (XML_NODE ("N1", ">" XML_EDGE ("N2") XML_EDGE ("N3") "</map-node>") XML_NODE ("N2", "/>") XML_NODE ("N3", "/>")
                      XML_NODE ("N4", "/>")),
    XML_DOCUMENT (XML_NODE ("N1", ">" XML_EDGE ("N4") "<map-edge to='N3' weight='contributing' evidence='2'/></map-node>")
                      XML_NODE ("N2", "/>") XML_NODE ("N3", "/>") XML_NODE ("N4", "/>")),
    "N1/map-edge/N2 first\nN1/map-edge/N3 both weight evidence\nN1/map-edge/N4 second\n" },
  /* Without a key equal content is the same, in whatever order and as often as it is there. */
  { "unkeyed",
    XML_DOCUMENT (XML_RISK ("R-001") ">" ASSESSMENT ("2026-01-01", "1") ASSESSMENT ("2026-01-02", "2")
                      ASSESSMENT ("2026-01-02", "2") "</risk>"),
    XML_DOCUMENT (XML_RISK ("R-001") ">" ASSESSMENT ("2026-01-02", "2") ASSESSMENT ("2026-01-01", "1")
                      ASSESSMENT ("2026-01-03", "3") ASSESSMENT ("2026-01-01", "1") "</risk>"),
    "R-001/risk-assessment/3 first\nR-001/risk-assessment/3 second\nR-001/risk-assessment/4 second\n" },
  { "lone-with-all-in-it", XML_DOCUMENT (""),
    XML_DOCUMENT (MEASURE ("<trajectory-version version='1'><trajectory-point period-end='2026-12-31'/></trajectory-version>"
                           "<actual period-end='2026-12-31' value='1'/>")),
    "M-1 second\n+M-1/trajectory-version/1 second\n+M-1/trajectory-version/1/trajectory-point/2026-12-31 second\n"
    "+M-1/actual/1 second\n" },
  { "lone-inside",
    XML_DOCUMENT (MEASURE ("<trajectory-version version='1'/><trajectory-version version='2'>"
                           "<trajectory-point period-end='2026-12-31'/></trajectory-version>")),
    XML_DOCUMENT (MEASURE ("<trajectory-version version='1'><trajectory-point period-end='2027-12-31'/></trajectory-version>")),
    "M-1/trajectory-version/2 first\nM-1/trajectory-version/1/trajectory-point/2027-12-31 second\n"
    "+M-1/trajectory-version/2/trajectory-point/2026-12-31 first\n" },
  { "without-parent",
    XML_DOCUMENT ("<appetite scope='programme' category='people' level='open' date='2026-01-01'/>"
                  "<appetite scope='programme' category='legal' level='open' date='2026-01-01'/>"),
    XML_DOCUMENT ("<appetite scope='programme' category='legal' level='open' date='2026-01-01'/>"),
    "appetite/1 first\n" },
};

static void
test_by_code (gconstpointer data)
{
  const Case *pair = data;
  g_autofree char *lines = NULL;
  XmlDesk one, other;

  xml_desk_init (&one);
  xml_desk_init (&other);
  xml_desk_read_good (&one, pair->one);
  xml_desk_read_good (&other, pair->other);
  lines = dup_lines (sl_tx_data (one.tx), sl_tx_data (other.tx), SL_COMPARE_BY_CODE);
  g_assert_cmpstr (lines, ==, pair->expected);
  xml_desk_clear (&one);
  xml_desk_clear (&other);
}

static void
set_text (SlTx *tx, SlUid uid, guint field, const char *text)
{
  g_assert_true (sl_tx_set (tx, uid, field, &SL_VALUE_TEXT (text), NULL));
}

static gboolean
load (const SlRecord *record, gpointer programme)
{
  sl_programme_load (programme, sl_record_ref (record));
  return TRUE;
}

/* The same file at two times: a record is itself, however it changed. */
static void
test_by_uid (void)
{
  static const char text[] = XML_DOCUMENT (
      ORG ("ORG-01", "A") ORG ("ORG-02", "B") XML_RISK ("R-001") ">" ASSESSMENT ("2026-01-01", "1")
          ASSESSMENT ("2026-01-02", "2") "</risk>" MEASURE ("<trajectory-version version='1'/>"));
  g_autoptr (SlProgramme) before = sl_programme_new ();
  g_autofree char *lines = NULL;
  g_autofree char *none = NULL;
  SlUid assessment, organisation;
  const SlRecord *measure;
  XmlDesk desk;
  SlTx *after;

  xml_desk_init (&desk);
  xml_desk_read_good (&desk, text);
  for (int k = 0; k < SL_N_KINDS; k++)
    sl_data_each (sl_tx_data (desk.tx), k, load, before);
  after = sl_tx_new (sl_programme_data (before), SL_VERB_EDIT);
  none = dup_lines (sl_programme_data (before), sl_tx_data (after), SL_COMPARE_BY_UID);
  g_assert_cmpstr (none, ==, "");

  measure = sl_data_by_code (sl_programme_data (before), "M-1");
  g_assert_true (sl_tx_delete (after, measure->uid, NULL));
  set_text (after, sl_data_by_code (sl_programme_data (before), "ORG-02")->uid, SL_ORGANISATION_NAME, "Bee");
  assessment = sl_tx_create (after, SL_KIND_RISK_ASSESSMENT);
  g_assert_true (sl_tx_set (after, assessment, SL_RISK_ASSESSMENT_RISK,
                            &SL_VALUE_REF (sl_data_by_code (sl_programme_data (before), "R-001")->uid), NULL));
  organisation = sl_tx_create (after, SL_KIND_ORGANISATION);
  set_text (after, organisation, SL_ORGANISATION_NAME, "C");
  lines = dup_lines (sl_programme_data (before), sl_tx_data (after), SL_COMPARE_BY_UID);
  g_assert_cmpstr (lines, ==,
                   "ORG-02 both name\nORG-03 second\nR-001/risk-assessment/3 second\nM-1 first\n"
                   "+M-1/trajectory-version/1 first\n");
  sl_tx_free (after);
  xml_desk_clear (&desk);
}

/* Many without codes that are all different, backwards: paired without looking at each with each. */
static void
test_large_family (void)
{
  g_autofree char *lines = NULL;
  XmlDesk desks[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) text = g_string_new (XML_ROOT ">");

      for (guint k = 0; k < 20000; k++)
        g_string_append_printf (text, "<saved-view name='%u'><content>c</content></saved-view>", i == 0 ? k : 20000 - k);
      g_string_append (text, "</programme>");
      xml_desk_init (&desks[i]);
      xml_desk_read_good (&desks[i], text->str);
    }
  lines = dup_lines (sl_tx_data (desks[0].tx), sl_tx_data (desks[1].tx), SL_COMPARE_BY_CODE);
  g_assert_cmpstr (lines, ==, "saved-view/0 first\nsaved-view/20000 second\n");
  xml_desk_clear (&desks[0]);
  xml_desk_clear (&desks[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compare/by-code/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_by_code);
    }
  g_test_add_func ("/compare/by-uid", test_by_uid);
  g_test_add_func ("/compare/large-family", test_large_family);
  return g_test_run ();
}
