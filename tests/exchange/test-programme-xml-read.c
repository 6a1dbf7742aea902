/* Programme XML in: what is read of a good document, and what a bad one is told, with its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "xml-documents.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-input-private.h"

#include <string.h>

static const char *
code_of (XmlDesk *desk, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_tx_data (desk->tx), uid);

  return record != NULL ? sl_record_code (record) : NULL;
}

/* --- Good documents ----------------------------------------------------------------------------------------------- */

static void
test_every_type (void)
{
  static const char text[]
      = XML_DOCUMENT ("<!-- people name what comes later, too -->\n"
                      "<organisation code='ORG-01' name='A &amp; B &#169;'><objective>One\nTwo &lt;3&gt;</objective></organisation>\n"
                      "<person code='P-01' display-name='Ada' organisation='ORG-01' active-from=' 2025-01-06 ' senior='true' "
                      "board-member='0' acting-for='P-02'/>\n"
                      "<person code='P-02' display-name='Bob' senior='1' board-member='false'/>\n"
                      "<project code='PRJ-001' name='P' phase='alpha' status='active' budget='+00950'/>\n"
                      "<map-node code='N1' type='enabler' title='T' status='planned' polarity='positive' x='-12'/>\n"
                      "<measure code='M-1' name='M' decimals='1' direction='lower' aggregation='level' lag-days='30' baseline='-0.5' "
                      "target='12.3400000'/>\n");
  XmlDesk desk;
  const SlPerson *person;
  const SlMeasure *measure;
  char iso[11];

  xml_desk_init (&desk);
  xml_desk_read_good (&desk, text);
  person = SL_AS (PERSON, xml_desk_by_code (&desk, "P-01"));
  g_assert_cmpstr (person->display_name, ==, "Ada");
  g_assert_cmpstr (code_of (&desk, person->organisation), ==, "ORG-01");
  g_assert_cmpstr (code_of (&desk, person->acting_for), ==, "P-02");
  g_assert_cmpstr (sl_date_to_iso (person->active_from, iso), ==, "2025-01-06");
  g_assert_true (person->senior);
  g_assert_false (person->board_member);
  person = SL_AS (PERSON, xml_desk_by_code (&desk, "P-02"));
  g_assert_true (person->senior);
  g_assert_cmpint (person->active_from, ==, SL_DATE_NONE);
  g_assert_cmpstr (SL_AS (ORGANISATION, xml_desk_by_code (&desk, "ORG-01"))->name, ==, "A & B ©");
  g_assert_cmpstr (SL_AS (ORGANISATION, xml_desk_by_code (&desk, "ORG-01"))->objective, ==, "One\nTwo <3>");
  g_assert_cmpint (SL_AS (PROJECT, xml_desk_by_code (&desk, "PRJ-001"))->budget, ==, 950);
  g_assert_cmpint (SL_AS (MAP_NODE, xml_desk_by_code (&desk, "N1"))->x, ==, -12);
  measure = SL_AS (MEASURE, xml_desk_by_code (&desk, "M-1"));
  g_assert_cmpint (measure->baseline, ==, -5000);
  g_assert_cmpint (measure->target, ==, 123400);
  /* What is absent stays absent, also where a new record would begin with something. */
  g_assert_cmpint (sl_data_programme (sl_tx_data (desk.tx))->price_base_year, ==, SL_INT_NONE);
  xml_desk_clear (&desk);
}

static gboolean
check_rising (const SlRecord *record, gpointer data)
{
  SlUid *last = data;

  g_assert_cmpint (record->uid, >, *last);
  *last = record->uid;
  return TRUE;
}

static void
test_nested (void)
{
  static const char text[] = XML_DOCUMENT (
      XML_RISK ("R-002") "><risk-assessment type='current' date='2026-04-14' probability='3' cost-if-occurs='9500050'/>"
                         "<risk-assessment type='target' date='2026-04-15' probability='2'/><risk-node node='N2'/></risk>" XML_RISK (
                             "R-001") "/><measure code='M-1' name='M' decimals='1' direction='lower' aggregation='level' lag-days='30'>"
                                      "<trajectory-version version='1'><reason>First</reason><trajectory-point period-end='2026-12-31' "
                                      "planned='4.5'/></trajectory-version></measure>");
  static const char before[] = XML_NODE ("N2", "/>");
  g_autofree char *whole = NULL;
  XmlDesk desk;
  SlUid last = 0;
  const SlRecord *risk;
  const char *body = strstr (text, "<risk ");

  /* Nodes come before risks. */
  whole = g_strdup_printf ("%.*s%s%s", (int) (body - text), text, before, body);
  xml_desk_init (&desk);
  xml_desk_read_good (&desk, whole);
  risk = xml_desk_by_code (&desk, "R-002");
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      last = 0;
      sl_data_each (sl_tx_data (desk.tx), k, check_rising, &last);
    }
  last = 0;
  sl_data_children (sl_tx_data (desk.tx), SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk->uid, check_rising, &last);
  g_assert_cmpint (last, >, risk->uid);
  g_assert_cmpuint (sl_data_count (sl_tx_data (desk.tx), SL_KIND_RISK_NODE), ==, 1);
  g_assert_cmpuint (sl_data_count (sl_tx_data (desk.tx), SL_KIND_TRAJECTORY_POINT), ==, 1);
  /* In order of the document, whatever the codes. */
  g_assert_cmpint (xml_desk_by_code (&desk, "R-001")->uid, >, risk->uid);
  xml_desk_clear (&desk);
}

/* Comments, instructions, sections, references to characters, other prefixes: another way of writing the same. */
static void
test_other_spellings (void)
{
  static const char *const spellings[] = {
    XML_DOCUMENT ("<organisation code='ORG-01' name='Two words'><objective>a&#60;b]]&gt;\n c</objective></organisation>"),
    XML_DOCUMENT ("<organisation name=\"Two&#x20;words\" code=\"&#79;RG-01\"><objective><![CDATA[a<b]]]]><![CDATA[>\n"
                  " c]]></objective></organisation>"),
    "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>" XML_DOCUMENT (
        "<organisation\n code='ORG-01'\n\tname='Two\nwords'\n><!-- x --><objective>a&lt;<?go on?>b]<!-- > -->]&gt;\r\n "
        "c</objective ></organisation\n>"),
    "<x:programme xmlns:x='urn:sightline:programme:1' xmlns:y='urn:other' code='PRG-001' "
    "identity='00000000-0000-4000-8000-000000000000' name='N' currency='GBP' fiscal-year-start='4' reporting-period='quarter'>"
    "<organisation xmlns='urn:sightline:programme:1' code='ORG-01' name='Two words'><x:objective>a&lt;b]]&gt;\n c</x:objective>"
    "</organisation></x:programme>",
  };
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      const SlOrganisation *organisation;

      g_test_message ("%s", spellings[i]);
      xml_desk_read_good (&desk, spellings[i]);
      organisation = SL_AS (ORGANISATION, xml_desk_by_code (&desk, "ORG-01"));
      g_assert_cmpstr (organisation->name, ==, "Two words");
      g_assert_cmpstr (organisation->objective, ==, "a<b]]>\n c");
    }
  xml_desk_clear (&desk);
}

/* An instruction has no effect, wherever it stands. */
static void
test_instructions (void)
{
  XmlDesk desk;

  xml_desk_init (&desk);
  xml_desk_read_good (&desk, "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n"
                             "<?xml-stylesheet href='file:///etc/passwd' type='text/xsl'?>\n<!-- <!DOCTYPE programme> -->\n" XML_DOCUMENT (
                                 "<?xml-model href='http://127.0.0.1/'?><?ignore?>") "<?after?><!-- after -->\n");
  xml_desk_clear (&desk);
}

/* --- Encodings ----------------------------------------------------------------------------------------------------- */

static GBytes *
encode (const char *text, const char *mark, gsize n_mark, const char *charset)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *converted = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  converted = g_convert (text, -1, charset, "UTF-8", NULL, &n, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) n_mark);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_utf_16 (void)
{
  static const struct
  {
    const char *declaration;
    const char *mark;
    const char *charset;
    const char *refused; /* or NULL */
  } cases[] = {
    { "<?xml version='1.0' encoding='UTF-16'?>\n", "\xFF\xFE", "UTF-16LE", NULL },
    { "<?xml version='1.0' encoding='utf-16'?>\n", "\xFE\xFF", "UTF-16BE", NULL },
    { "", "\xFE\xFF", "UTF-16BE", NULL },
    { "<?xml version='1.0' encoding='UTF-8'?>\n", "\xFE\xFF", "UTF-16BE", "doc:1: only UTF-8, or" },
    { "<?xml version='1.0' encoding='UTF-16'?>\n", "", "UTF-16LE", "doc:1: this is not valid UTF-8" },
    { "<?xml version='1.0' encoding='UTF-16'?>\n", "", "UTF-8", "doc:1: only UTF-8, or" },
    { "<?xml version='1.0' encoding='ISO-8859-1'?>\n", "", "ISO-8859-1", "doc:1: only UTF-8, or" },
    { "<?xml version='1.0' encoding='UTF-7'?>\n", "", "UTF-8", "doc:1: only UTF-8, or" },
    { "", "", "ISO-8859-1", "doc:2: /programme: this is not valid UTF-8" },
    { "", "", "UTF-32LE", "doc:1: this is not valid UTF-8" },
    { "", "\xFF\xFE", "UTF-32LE", "doc:1: this is not valid UTF-8" },
    { "", "", "IBM037", "doc:1: this is not valid UTF-8" },
  };
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].declaration, XML_DOCUMENT ("<organisation code='ORG-01' name='naïve'/>"), NULL);
      g_autoptr (GBytes) bytes = encode (text, cases[i].mark, strlen (cases[i].mark), cases[i].charset);

      g_test_message ("%s %s", cases[i].declaration, cases[i].charset);
      xml_desk_read (&desk, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (cases[i].refused == NULL)
        {
          g_assert_no_error (desk.error);
          g_assert_cmpstr (SL_AS (ORGANISATION, xml_desk_by_code (&desk, "ORG-01"))->name, ==, "naïve");
        }
      else
        {
          g_assert_error (desk.error, SL_ERROR, SL_ERROR_DAMAGED);
          if (!g_str_has_prefix (desk.error->message, cases[i].refused))
            g_test_fail_printf ("expected “%s”, got “%s”", cases[i].refused, desk.error->message);
        }
    }
  xml_desk_clear (&desk);
}

/* A document type is found in UTF-16 as well, and half a character at the end is none. */
static void
test_utf_16_refused (void)
{
  g_autoptr (GBytes) typed = encode ("<!DOCTYPE programme>" XML_DOCUMENT (""), "\xFF\xFE", 2, "UTF-16LE");
  g_autoptr (GBytes) good = encode (XML_DOCUMENT (""), "\xFF\xFE", 2, "UTF-16LE");
  g_autofree guint8 *lone = g_memdup2 (g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  XmlDesk desk;

  xml_desk_init (&desk);
  g_assert_false (xml_desk_read (&desk, g_bytes_get_data (typed, NULL), g_bytes_get_size (typed)));
  g_assert_cmpstr (desk.error->message, ==, "doc:1: a document type is not accepted");
  g_assert_false (xml_desk_read (&desk, lone, g_bytes_get_size (good) - 1));
  g_assert_cmpstr (strrchr (desk.error->message, ':'), ==, ": this is not valid UTF-16");
  /* A surrogate without its other half. */
  lone[9] = 0xD8;
  g_assert_false (xml_desk_read (&desk, lone, g_bytes_get_size (good)));
  g_assert_cmpstr (strrchr (desk.error->message, ':'), ==, ": this is not valid UTF-16");
  xml_desk_clear (&desk);
}

/* --- Bad documents ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *text;
  int code;
  const char *told; /* all of it, "doc:" left out in front of each line */
} Bad;

#define ORG(rest) "<organisation code='ORG-01' name='A'" rest
#define XINCLUDE "xmlns:xi='http://www.w3.org/2001/XInclude'"
#define XSI "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
#define NOT_SOUND "this is not sound XML: "

static const Bad bad[] = {
  /* Not XML, or not ours */
  { "empty", "", SL_ERROR_DAMAGED, "1: " NOT_SOUND "Extra content at the end of the document" },
  { "no-xml", "hello", SL_ERROR_DAMAGED, "1: " NOT_SOUND "Document is empty" },
  { "cut-off", XML_ROOT ">\n<organisation", SL_ERROR_DAMAGED, "2: /programme/organisation[1]: " NOT_SOUND "Couldn't find end of Start Tag organisation" },
  { "two-roots", XML_DOCUMENT ("") "<programme/>", SL_ERROR_DAMAGED,
    "4: " NOT_SOUND "Extra content at the end of the document" },
  { "crossed", XML_DOCUMENT ("<organisation>\n</person>"), SL_ERROR_DAMAGED,
    "3: /programme/organisation[1]: " NOT_SOUND "Opening and ending tag mismatch: organisation line 2 and person" },
  { "no-namespace", "<programme code='PRG-001'/>", SL_ERROR_NOT_OURS,
    "1: this is not a programme in the namespace urn:sightline:programme:1" },
  { "other-namespace", "\n<programme xmlns='urn:sightline:report:1'/>", SL_ERROR_NOT_OURS,
    "2: this is not a programme in the namespace urn:sightline:programme:1" },
  { "other-root", "<risk xmlns='urn:sightline:programme:1' code='R-001'/>", SL_ERROR_NOT_OURS,
    "1: this is not a programme in the namespace urn:sightline:programme:1" },
  { "version", "<?xml version='2.0'?>" XML_DOCUMENT ("") "<", SL_ERROR_DAMAGED,
    "1: " NOT_SOUND "Unsupported version '2.0'" },
  { "declaration", "<?xml version='1.0' encoding='", SL_ERROR_DAMAGED, "1: the XML declaration does not end" },

  /* What it must not bring along */
  { "doctype", "<!DOCTYPE programme>\n" XML_DOCUMENT (""), SL_ERROR_DAMAGED, "1: a document type is not accepted" },
  { "doctype-late", "<!-- > <!DOCTYPE a> -->\n<?x <!DOCTYPE a> ?>\n<!DOCTYPE programme SYSTEM 'programme.dtd'>" XML_DOCUMENT (""),
    SL_ERROR_DAMAGED, "3: a document type is not accepted" },
  { "entity-bomb",
    "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>" XML_DOCUMENT ("&c;"),
    SL_ERROR_DAMAGED, "1: a document type is not accepted" },
  { "external-entity", "<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" XML_DOCUMENT ("&a;"), SL_ERROR_DAMAGED,
    "1: a document type is not accepted" },
  { "parameter-entity", "<!DOCTYPE p [<!ENTITY % a SYSTEM 'http://127.0.0.1/'> %a;]>" XML_DOCUMENT (""), SL_ERROR_DAMAGED,
    "1: a document type is not accepted" },
  { "doctype-within", XML_DOCUMENT ("\n<!DOCTYPE a>"), SL_ERROR_DAMAGED, "3: /programme: a document type is not accepted" },
  { "entity", XML_DOCUMENT (ORG ("><objective>&a;</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: " NOT_SOUND "Entity 'a' not defined" },
  { "entity-in-attribute", XML_DOCUMENT ("<organisation code='ORG-01' name='&a;'/>"), SL_ERROR_DAMAGED,
    "2: /programme: " NOT_SOUND "Entity 'a' not defined" },
  { "xinclude", XML_DOCUMENT ("<xi:include " XINCLUDE " href='/etc/passwd'/>"), SL_ERROR_VALUE,
    "2: /programme/include: an element of another namespace is not accepted" },
  { "schema-location", XML_ROOT " " XSI " xsi:schemaLocation='urn:sightline:programme:1 mine.xsd'/>", SL_ERROR_VALUE,
    "1: /programme/@schemaLocation: an attribute of another namespace is not accepted" },
  { "foreign-attribute", XML_DOCUMENT (ORG (" xmlns:o='urn:o' o:name='B'/>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@name: an attribute of another namespace is not accepted" },
  { "xml-attribute", XML_DOCUMENT (ORG (" xml:lang='en'/>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@lang: an attribute of another namespace is not accepted" },
  { "foreign-element", XML_DOCUMENT ("<o:organisation xmlns:o='urn:o' code='x'><nothing/></o:organisation>"), SL_ERROR_VALUE,
    "2: /programme/organisation: an element of another namespace is not accepted" },
  { "no-more-namespace", XML_DOCUMENT ("<organisation xmlns='' code='ORG-01' name='A'/>"), SL_ERROR_VALUE,
    "2: /programme/organisation: an element of another namespace is not accepted" },
  { "unbound-prefix", XML_DOCUMENT ("<o:organisation/>"), SL_ERROR_DAMAGED,
    "2: /programme: " NOT_SOUND "Namespace prefix o on organisation is not defined" },

  /* Characters */
  { "nul", XML_DOCUMENT ("\\0"), SL_ERROR_DAMAGED, "2: /programme: this is not valid UTF-8" },
  { "utf-8", XML_DOCUMENT (ORG ("><objective>\xC3(</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: this is not valid UTF-8" },
  { "utf-8-long-form", XML_DOCUMENT ("\n\xC0\xBC"), SL_ERROR_DAMAGED, "3: /programme: this is not valid UTF-8" },
  { "utf-8-surrogate", XML_DOCUMENT ("\xED\xA0\x80"), SL_ERROR_DAMAGED, "2: /programme: this is not valid UTF-8" },
  { "utf-8-cut", XML_ROOT ">\xE2\x82", SL_ERROR_DAMAGED, "1: /programme: this is not valid UTF-8" },
  { "control", XML_DOCUMENT (ORG ("><objective>a\x01</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: " NOT_SOUND "PCDATA invalid Char value 1" },
  { "control-in-attribute", XML_DOCUMENT ("<organisation code='ORG-01' name='a\x02'/>"), SL_ERROR_DAMAGED,
    "2: /programme: " NOT_SOUND "invalid character in attribute value" },
  { "control-by-number", XML_DOCUMENT (ORG ("><objective>&#1;</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: " NOT_SOUND "xmlParseCharRef: invalid xmlChar value 1" },
  { "no-character", XML_DOCUMENT (ORG ("><objective>\xEF\xBF\xBE</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: " NOT_SOUND "Char 0xFFFE out of allowed range" },
  { "no-character-by-number", XML_DOCUMENT (ORG ("><objective>&#xFFFF;</objective></organisation>")), SL_ERROR_DAMAGED,
    "2: /programme/organisation[1]: " NOT_SOUND "xmlParseCharRef: invalid xmlChar value 65535" },
  { "later-control", XML_DOCUMENT (ORG ("><objective>a\xC2\x85</objective></organisation>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/objective: Objective holds characters that cannot be stored" },
  { "carriage-return", XML_DOCUMENT ("<organisation code='ORG-01' name='a&#13;b'/>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@name: Name holds characters that cannot be stored" },

  /* Elements and attributes */
  { "element", XML_DOCUMENT ("<nothing><deeper/></nothing>"), SL_ERROR_VALUE, "2: /programme/nothing: unknown element" },
  { "underscore", XML_DOCUMENT ("<risk_prompt/>"), SL_ERROR_VALUE, "2: /programme/risk_prompt: unknown element" },
  { "attribute", XML_DOCUMENT ("\n" ORG ("\ncolour='red'/>")), SL_ERROR_VALUE,
    "3: /programme/organisation[1]/@colour: unknown attribute" },
  { "attribute-underscore", XML_DOCUMENT ("<person code='P-01' display_name='A'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@display_name: unknown attribute\n2: /programme/person[1]/@display-name: this must not be empty" },
  { "attribute-twice", XML_DOCUMENT (ORG (" name='B'/>")), SL_ERROR_DAMAGED,
    "2: /programme: " NOT_SOUND "Attribute name redefined" },
  { "prose-as-attribute", XML_DOCUMENT (ORG (" objective='x'/>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@objective: unknown attribute" },
  { "attribute-as-prose", XML_DOCUMENT ("<organisation code='ORG-01'><name>A</name></organisation>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/name: unknown element\n2: /programme/organisation[1]/@name: this must not be empty" },
  { "prose-with-attribute", XML_DOCUMENT (ORG ("><objective a='b'>x</objective></organisation>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/objective: this has no attributes" },
  { "inside-prose", XML_DOCUMENT (ORG (">\n<objective>x<b>y</b></objective></organisation>")), SL_ERROR_VALUE,
    "3: /programme/organisation[1]/b: this does not belong here" },
  { "prose-twice", XML_DOCUMENT (ORG ("><objective>x</objective>\n<objective>y</objective></organisation>")), SL_ERROR_VALUE,
    "3: /programme/organisation[1]/objective: this is given twice" },
  { "prose-order", XML_DOCUMENT (XML_RISK ("R-001") "><effect>e</effect>\n<cause>c</cause></risk>"), SL_ERROR_VALUE,
    "3: /programme/risk[1]/cause: this must stand before “effect”" },
  { "prose-after-records",
    XML_DOCUMENT (XML_RISK ("R-001") "><risk-review date='2026-01-01' outcome='no_change'/>\n<cause>c</cause></risk>"),
    SL_ERROR_VALUE, "3: /programme/risk[1]/cause: this must stand before the records nested here" },
  { "stray-text", XML_DOCUMENT (ORG ("/>\n\n stray")), SL_ERROR_VALUE, "4: /programme: text stands where only elements may" },
  { "order", XML_DOCUMENT ("<person code='P-01' display-name='A'/>\n" ORG ("/>")), SL_ERROR_VALUE,
    "3: /programme/organisation: this must stand before the elements “person”" },
  { "coded-in-place", XML_DOCUMENT (ORG ("><person code='P-01' display-name='B'/></organisation>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/person: this does not belong here" },
  { "orphan", XML_DOCUMENT ("<risk-review date='2026-01-01'/>"), SL_ERROR_VALUE,
    "2: /programme/risk-review: this does not belong here" },
  { "programme-within", XML_DOCUMENT ("<programme code='PRG-002'/>"), SL_ERROR_VALUE,
    "2: /programme/programme: this does not belong here" },
  { "parent-as-attribute", XML_DOCUMENT (XML_RISK ("R-001") "><risk-review risk='R-001' date='2026-01-01' outcome='no_change'/></risk>"),
    SL_ERROR_VALUE, "2: /programme/risk[1]/risk-review[1]/@risk: unknown attribute" },

  /* Values */
  { "empty-value", XML_DOCUMENT ("<organisation code='ORG-01' name=''/>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@name: it is empty; leave it out" },
  { "empty-prose", XML_DOCUMENT (ORG ("><objective/></organisation>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/objective: it is empty; leave it out" },
  { "missing", XML_DOCUMENT ("<organisation code='ORG-01'/>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@name: this must not be empty" },
  { "token", XML_DOCUMENT (ORG (" sector='Public'/>")), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@sector: “Public” is none of: public, private, voluntary, academic, citizens, regulator" },
  { "bool", XML_DOCUMENT ("<person code='P-01' display-name='A' senior='yes'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@senior: “yes” is neither true nor false" },
  { "date", XML_DOCUMENT ("<person code='P-01' display-name='A' active-from='6 Jan 2025'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@active-from: “6 Jan 2025” is not a day; write it as 2026-07-31" },
  { "no-such-day", XML_DOCUMENT ("<person code='P-01' display-name='A' active-from='2025-02-30'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@active-from: “2025-02-30” is not a day; write it as 2026-07-31" },
  { "money", XML_DOCUMENT ("<project code='PRJ-001' name='A' phase='alpha' status='active' budget='95k'/>"), SL_ERROR_VALUE,
    "2: /programme/project[1]/@budget: “95k” is not a whole number" },
  { "money-decimals", XML_DOCUMENT ("<project code='PRJ-001' name='A' phase='alpha' status='active' budget='95.50'/>"),
    SL_ERROR_VALUE, "2: /programme/project[1]/@budget: “95.50” is not a whole number" },
  { "decimal",
    XML_DOCUMENT ("<measure code='M-1' name='M' decimals='1' direction='lower' aggregation='level' lag-days='30' baseline='0.00005'/>"),
    SL_ERROR_VALUE, "2: /programme/measure[1]/@baseline: “0.00005” is not a number with at most 4 decimals" },
  { "too-large", XML_DOCUMENT ("<project code='PRJ-001' name='A' phase='alpha' status='active' budget='900000000000000001'/>"),
    SL_ERROR_VALUE, "2: /programme/project[1]/@budget: “900000000000000001” is not a whole number" },
  { "too-large-int", XML_DOCUMENT (XML_NODE ("N1", " x='2147483648'/>")), SL_ERROR_VALUE,
    "2: /programme/map-node[1]/@x: “2147483648” is not a whole number" },
  { "range", XML_DOCUMENT (XML_NODE ("N1", " x='1000001'/>")), SL_ERROR_VALUE,
    "2: /programme/map-node[1]/@x: Across must lie between -1000000 and 1000000" },
  { "pattern", XML_DOCUMENT (XML_RISK ("R-001") " csf-ref='j1'/>"), SL_ERROR_VALUE,
    "2: /programme/risk[1]/@csf-ref: “j1” is not a valid value for Health factor" },

  /* Codes and references */
  { "no-code", XML_DOCUMENT ("<organisation name='A'/>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@code: this must not be empty" },
  { "wrong-code", XML_DOCUMENT ("<organisation code='R-001' name='A'/>"), SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@code: this is no id of its kind" },
  { "code-taken", XML_DOCUMENT (ORG ("/>\n") ORG ("/>\n") "<person code='P-01' display-name='B' organisation='ORG-01'/>"), SL_ERROR_VALUE,
    "3: /programme/organisation[2]/@code: this id is taken" },
  { "dangling", XML_DOCUMENT ("<person code='P-01' display-name='A' organisation='ORG-09'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@organisation: there is no Organisation “ORG-09” in the document" },
  { "wrong-kind", XML_DOCUMENT ("<person code='P-01' display-name='A' organisation='P-01'/>"), SL_ERROR_VALUE,
    "2: /programme/person[1]/@organisation: there is no Organisation “P-01” in the document" },
  { "dangling-settings", XML_ROOT " settings='2'/>", SL_ERROR_VALUE,
    "1: /programme/@settings: there is no Settings “2” in the document" },
  { "dangling-mandatory", XML_DOCUMENT (XML_NODE ("N1", "><map-edge to='E1' weight='essential' evidence='0'/></map-node>")),
    SL_ERROR_VALUE, "2: /programme/map-node[1]/map-edge[1]/@to: there is no Map node “E1” in the document" },
  { "no-parent",
    XML_DOCUMENT ("<action code='A-01' title='T' state='planned' creates-new-risk='unknown'/>"), SL_ERROR_VALUE,
    "2: /programme/action[1]: it must say what it is for" },
  { "itself", XML_DOCUMENT (XML_RISK ("R-001") " parent-risk='R-001'/>"), SL_ERROR_VALUE,
    "2: /programme/risk[1]/@parent-risk: it leads back to itself" },
  { "chain", XML_DOCUMENT (XML_RISK ("R-001") " parent-risk='R-002'/>\n" XML_RISK ("R-002") " parent-risk='R-003'/>\n" XML_RISK (
               "R-003") " parent-risk='R-001'/>"),
    SL_ERROR_VALUE, "2: /programme/risk[1]/@parent-risk: it leads back to itself" },
  { "ring", XML_DOCUMENT (XML_NODE ("N1", ">" XML_EDGE ("N2") "</map-node>\n") XML_NODE ("N2", ">" XML_EDGE ("N3") XML_EDGE ("N1") "</map-node>\n")
                              XML_NODE ("N3", "/>")),
    SL_ERROR_VALUE, "3: /programme/map-node[2]/map-edge[2]: it leads back to where it came from" },
  { "key-twice", XML_DOCUMENT (XML_NODE ("N1", ">" XML_EDGE ("N2") "\n" XML_EDGE ("N2") "</map-node>\n") XML_NODE ("N2", "/>")),
    SL_ERROR_VALUE, "3: /programme/map-node[1]/map-edge[2]/@to: there is one like this already" },

  /* All of it, in order of lines */
  { "several",
    XML_DOCUMENT (ORG (" colour='red' sector='x'/>\n") "<person code='P-1' display-name='A' organisation='ORG-2' senior='?'/>\n"
                  "<nothing/>\n" XML_RISK ("R-1") " owner='P-2'>\n<risk-review outcome='no_change'/></risk>"),
    SL_ERROR_VALUE,
    "2: /programme/organisation[1]/@colour: unknown attribute\n"
    "2: /programme/organisation[1]/@sector: “x” is none of: public, private, voluntary, academic, citizens, regulator\n"
    "3: /programme/person[1]/@senior: “?” is neither true nor false\n"
    "3: /programme/person[1]/@organisation: there is no Organisation “ORG-2” in the document\n"
    "4: /programme/nothing: unknown element\n"
    "5: /programme/risk[1]/@owner: there is no Person “P-2” in the document\n"
    "6: /programme/risk[1]/risk-review[1]/@date: this must not be empty" },
  { "broken-later", XML_ROOT " colour='red'>\n<organisation code='1'>\n</programme>", SL_ERROR_DAMAGED,
    "1: /programme/@colour: unknown attribute\n"
    "3: /programme/organisation[1]: " NOT_SOUND "Opening and ending tag mismatch: organisation line 2 and programme" },
};

/* What the error says, without "doc:" in front of the lines. */
static char *
dup_told (const GError *error)
{
  g_autoptr (GString) told = g_string_new (error->message);

  g_assert_true (g_str_has_prefix (told->str, "doc:"));
  g_string_erase (told, 0, 4);
  g_string_replace (told, "\ndoc:", "\n", 0);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
test_bad (gconstpointer data)
{
  const Bad *document = data;
  gboolean nul = strstr (document->text, "\\0") != NULL;
  g_autofree char *text = g_strcompress (nul ? document->text : "");
  g_autofree char *told = NULL;
  XmlDesk desk;

  xml_desk_init (&desk);
  g_assert_false (nul ? xml_desk_read (&desk, text, strlen (document->text) - 1) : xml_desk_read (&desk, document->text, strlen (document->text)));
  told = dup_told (desk.error);
  /* British English, whatever the parser says. */
  g_assert_cmpstr (told, ==, document->told);
  g_assert_error (desk.error, SL_ERROR, document->code);
  g_assert_cmpuint (desk.problems->len, >, 0);
  xml_desk_clear (&desk);
}

static void
test_problems (void)
{
  static const char text[] = XML_DOCUMENT (ORG (" sector='x'/>\n<nothing/>"));
  XmlDesk desk;
  const SlXmlProblem *problem;

  xml_desk_init (&desk);
  g_assert_false (xml_desk_read (&desk, text, strlen (text)));
  g_assert_cmpuint (desk.problems->len, ==, 2);
  problem = desk.problems->pdata[0];
  g_assert_cmpint (problem->line, ==, 2);
  g_assert_cmpstr (problem->path, ==, "/programme/organisation[1]/@sector");
  g_assert_true (g_str_has_prefix (problem->reason, "“x” is none of"));
  problem = desk.problems->pdata[1];
  g_assert_cmpint (problem->line, ==, 3);
  g_assert_cmpstr (problem->path, ==, "/programme/nothing");
  xml_desk_clear (&desk);
}

/* A hundred are told, the rest counted. */
static void
test_many_problems (void)
{
  static const guint counts[] = { 99, 100, 101, 5000 };
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GString) text = g_string_new (XML_ROOT ">\n");
      g_autofree char *told = NULL;
      g_auto (GStrv) lines = NULL;

      for (guint k = 0; k < counts[i]; k++)
        g_string_append (text, "<nothing/>\n");
      g_string_append (text, "</programme>");
      g_assert_false (xml_desk_read (&desk, text->str, text->len));
      told = dup_told (desk.error);
      lines = g_strsplit (told, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, MIN (counts[i], 100) + (counts[i] > 100));
      g_assert_cmpuint (desk.problems->len, ==, g_strv_length (lines));
      g_assert_cmpstr (lines[98], ==, "100: /programme/nothing: unknown element");
      if (counts[i] > 100)
        {
          g_autofree char *rest = g_strdup_printf (" and %u more", counts[i] - 100);

          g_assert_cmpstr (lines[100], ==, rest);
        }
    }
  xml_desk_clear (&desk);
}

/* Of every kind: one character too many. */
static void
test_too_long (void)
{
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint n = 80; n <= 81; n++)
    {
      g_autofree char *title = g_strnfill (n, 'x');
      g_autoptr (GString) text = g_string_new (XML_DOCUMENT (XML_RISK ("R-001") "/>"));

      g_string_replace (text, "title='T'", "title='é'", 0);
      g_string_replace (text, "é", title, 0);
      g_assert_cmpint (xml_desk_read (&desk, text->str, text->len), ==, n == 80);
    }
  g_assert_cmpstr (desk.error->message, ==, "doc:2: /programme/risk[1]/@title: Risk may have at most 80 characters; this has 81");
  for (guint n = 2000; n <= 2001; n++)
    {
      g_autoptr (GString) prose = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (prose, "é");
      text = g_strdup_printf (XML_DOCUMENT (XML_RISK ("R-001") "><cause>%s</cause></risk>"), prose->str);
      g_assert_cmpint (xml_desk_read (&desk, text, strlen (text)), ==, n == 2000);
    }
  g_assert_cmpstr (desk.error->message, ==, "doc:2: /programme/risk[1]/cause: Cause may have at most 2000 characters; this has 2001");
  xml_desk_clear (&desk);
}

/* --- Broken anywhere ---------------------------------------------------------------------------------------------- */

static const char small[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- é -->\n" XML_DOCUMENT (
    ORG ("><objective><![CDATA[a]]>&amp;é</objective></organisation>") "<person code='P-01' display-name=\"A\" organisation='ORG-01'/>");

/* Cut off at every byte: refused, but for the blanks at the end. */
static void
test_cut_off (void)
{
  XmlDesk desk;
  gsize n = strlen (small);

  xml_desk_init (&desk);
  for (gsize i = 0; i < n - 1; i++)
    {
      g_autofree char *start = g_memdup2 (small, MAX (i, 1));

      if (xml_desk_read (&desk, start, i))
        g_test_fail_printf ("accepted with %" G_GSIZE_FORMAT " bytes", i);
      g_assert_nonnull (desk.error);
    }
  xml_desk_read_good (&desk, small);
  xml_desk_clear (&desk);
}

/* The same wherever the blocks end in which it is read. */
static void
test_blocks (void)
{
  static const char *const bodies[] = {
    ORG ("><objective><![CDATA[a>]]]>é<!-- -> - --><?p ? > ?>&amp;</objective></organisation>\n<nothing/>"),
    "\n<!DOCTYPE x>",
    ORG (">\xE2\x82</organisation>"),
  };
  static const char *const told[] = { "/programme/nothing: unknown element", "a document type is not accepted", "this is not valid UTF-8" };
  const gsize block = 32 * 1024;
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    for (gsize shift = 0; shift <= strlen (bodies[i]); shift++)
      {
        g_autofree char *blanks = g_strnfill (block - strlen (XML_ROOT) - 2 - shift, ' ');
        g_autofree char *text = g_strdup_printf (XML_DOCUMENT ("%s%s"), blanks, bodies[i]);
        const SlXmlProblem *problem;

        g_assert_false (xml_desk_read (&desk, text, strlen (text)));
        g_assert_cmpuint (desk.problems->len, ==, 1);
        problem = desk.problems->pdata[0];
        g_assert_true (g_str_has_suffix (desk.error->message, told[i]));
        g_assert_cmpint (problem->line, ==, i == 2 ? 2 : 3);
      }
  xml_desk_clear (&desk);
}

/* --- Too much of anything ------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *head;
  const char *again;
  gsize most; /* bytes to be read before it is refused */
  int code;
  const char *told; /* end of the message */
} Endless;

#define PARSER_MOST (24 * 1024 * 1024)

static const Endless endless[] = {
  { "attributes", XML_ROOT ">\n<organisation", " a='b'", 70000, SL_ERROR_LIMIT, "doc:2: /programme: an element has more than 128 attributes" },
  { "tag", XML_ROOT ">\n<organisation name='", "x", 140000, SL_ERROR_LIMIT, ": a tag is longer than 65536 bytes" },
  { "name", "<", "x", 140000, SL_ERROR_LIMIT, ": a tag is longer than 65536 bytes" },
  { "blanks-in-tag", "<a", " ", 140000, SL_ERROR_LIMIT, ": a tag is longer than 65536 bytes" },
  { "end-tag", XML_ROOT "></programme", " ", 140000, SL_ERROR_LIMIT, ": a tag is longer than 65536 bytes" },
  { "deep", XML_ROOT ">", "<organisation>", 70000, SL_ERROR_LIMIT, ": elements are nested deeper than 32" },
  { "deep-unknown", XML_ROOT ">", "<a>", 70000, SL_ERROR_LIMIT, ": elements are nested deeper than 32" },
  { "prose", XML_ROOT "><vision>", "x", 10100000, SL_ERROR_LIMIT, ": a text is longer than 10000000 bytes" },
  { "prose-lines", XML_ROOT "><vision>", "x\n&amp;", 40400000, SL_ERROR_LIMIT, ": a text is longer than 10000000 bytes" },
  { "blanks", XML_ROOT ">", " ", 10100000, SL_ERROR_LIMIT, ": a text is longer than 10000000 bytes" },
  { "comment", XML_ROOT "><!--", "x", PARSER_MOST, SL_ERROR_DAMAGED, "" },
  { "instruction", XML_ROOT "><?p ", "x", PARSER_MOST, SL_ERROR_DAMAGED, "" },
  { "section", XML_ROOT "><vision><![CDATA[", "x", PARSER_MOST, SL_ERROR_DAMAGED, "" },
  { "zeros", "", "\x01", 70000, SL_ERROR_DAMAGED, "" },
  { "gzip", "\x1F\x8B\x08\x01", "\x01", 70000, SL_ERROR_DAMAGED, "doc: this is compressed; unpack it first" },
  { "zip", "PK\x03\x04", "x", 70000, SL_ERROR_DAMAGED, "doc: this is compressed; unpack it first" },
  { "xz", "\xFD" "7zXZ", "x", 70000, SL_ERROR_DAMAGED, "doc: this is compressed; unpack it first" },
  { "bzip2", "BZh9", "x", 70000, SL_ERROR_DAMAGED, "doc: this is compressed; unpack it first" },
  { "zstd", "\x28\xB5\x2F\xFD", "x", 70000, SL_ERROR_DAMAGED, "doc: this is compressed; unpack it first" },
};

static void
test_endless (gconstpointer data)
{
  const Endless *document = data;
  g_autoptr (GInputStream) stream = xml_endless_new (document->head, document->again);
  g_autoptr (GError) error = NULL;
  XmlDesk desk;

  xml_desk_init (&desk);
  desk.tx = sl_tx_new (sl_programme_data (desk.programme), SL_VERB_LOAD);
  g_assert_false (sl_programme_xml_read (desk.tx, stream, "doc", NULL, NULL, &error));
  g_assert_error (error, SL_ERROR, document->code);
  if (!g_str_has_suffix (error->message, document->told))
    g_test_fail_printf ("expected “%s”, got “%s”", document->told, error->message);
  g_assert_cmpuint (xml_endless_read (stream), <=, document->most);
  xml_desk_clear (&desk);
}

static gboolean
pass_start (gpointer data, const SlXmlElement *element, GError **error)
{
  return TRUE;
}

static void
pass_end (gpointer data)
{
}

static void
pass_text (gpointer data, const char *text, gsize n, int line)
{
}

/* The cap on bytes: one less, as many, one more. */
static void
test_byte_limit (void)
{
  static const SlXmlHandler handler = { pass_start, pass_end, pass_text };
  const gint64 n = (gint64) strlen (small);

  for (gint64 max = n - 1; max <= n + 1; max++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (small, n, NULL);
      g_autoptr (GError) error = NULL;
      int line;

      if (sl_xml_input_read (stream, NULL, max, &handler, NULL, &line, &error))
        g_assert_cmpint (max, >=, n);
      else
        {
          g_assert_error (error, SL_ERROR, SL_ERROR_LIMIT);
          g_assert_cmpint (max, <, n);
        }
    }
}

/* Names are remembered for the length of a document: hundreds of thousands of them are no programme's. */
static void
test_many_names (void)
{
  static const char *const forms[][2]
      = { { "<n", "/>" }, { "<?n", " ?>" }, { "<organisation n", "=''/>" }, { "<organisation xmlns:n", "='urn:x'/>" } };
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) text = g_string_new (XML_ROOT ">");

      for (guint k = 0; k < 200000; k++)
        g_string_append_printf (text, "%s%u%s", forms[i][0], k, forms[i][1]);
      g_string_append (text, "</programme>");
      g_assert_false (xml_desk_read (&desk, text->str, text->len));
      g_assert_error (desk.error, SL_ERROR, SL_ERROR_LIMIT);
      g_assert_nonnull (strstr (desk.error->message, "this has more different names than any programme"));
    }
  xml_desk_clear (&desk);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (small, -1, NULL);
  g_autoptr (GError) error = NULL;
  XmlDesk desk;

  xml_desk_init (&desk);
  desk.tx = sl_tx_new (sl_programme_data (desk.programme), SL_VERB_LOAD);
  g_cancellable_cancel (cancellable);
  g_assert_false (sl_programme_xml_read (desk.tx, stream, "doc", cancellable, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  xml_desk_clear (&desk);
}

/* The longest tag that the fields allow is no longer than the guard lets through, whatever has to be escaped in it. */
static void
test_longest_tag (void)
{
  for (guint k = 0; k < sl_kind_count (); k++)
    {
      const SlKind *kind = sl_kind_get ((int) k);
      gint64 n = (gint64) strlen (kind->token) + 3;

      for (guint f = 0; f < kind->n_fields; f++)
        {
          const SlField *field = &kind->fields[f];
          gboolean free_text = field->type == SL_TYPE_TEXT && field->pattern == NULL && !(field->flags & SL_FIELD_CODE);

          if (!(field->flags & SL_FIELD_PROSE))
            n += (gint64) strlen (field->name) + 4 + (free_text ? 6 * (field->max > 0 ? field->max : 10000) : 80);
        }
      g_test_message ("%s %d", kind->token, (int) n);
      g_assert_cmpint (n, <, SL_XML_TAG_MAX);
      g_assert_cmpuint (kind->n_fields, <, SL_XML_ATTRIBUTES_MAX);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-read/every-type", test_every_type);
  g_test_add_func ("/xml-read/nested", test_nested);
  g_test_add_func ("/xml-read/other-spellings", test_other_spellings);
  g_test_add_func ("/xml-read/instructions", test_instructions);
  g_test_add_func ("/xml-read/utf-16", test_utf_16);
  g_test_add_func ("/xml-read/utf-16-refused", test_utf_16_refused);
  g_test_add_func ("/xml-read/problems", test_problems);
  g_test_add_func ("/xml-read/many-problems", test_many_problems);
  g_test_add_func ("/xml-read/too-long", test_too_long);
  g_test_add_func ("/xml-read/cut-off", test_cut_off);
  g_test_add_func ("/xml-read/blocks", test_blocks);
  g_test_add_func ("/xml-read/byte-limit", test_byte_limit);
  g_test_add_func ("/xml-read/many-names", test_many_names);
  g_test_add_func ("/xml-read/cancelled", test_cancelled);
  g_test_add_func ("/xml-read/longest-tag", test_longest_tag);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-read/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      g_autofree char *path = g_strconcat ("/xml-read/endless/", endless[i].name, NULL);

      g_test_add_data_func (path, &endless[i], test_endless);
    }
  return g_test_run ();
}
