/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-mutate.h"

#include <string.h>

const char xml_small_programme[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<programme xmlns=\"urn:sightline:programme:1\" code=\"PRG-001\" "
      "identity=\"6d61726c-6861-4e65-8e73-696768746c6e\" "
      "name=\"Small\" currency=\"GBP\" price-base-year=\"2025\" fiscal-year-start=\"4\" reporting-period=\"quarter\" "
      "contingency=\"18000000\" settings=\"1\" sample=\"true\" fixed-as-of=\"2026-07-31\">\n"
      "  <vision>Clean streets &amp; “fewer” complaints</vision>\n"
      "  <organisation code=\"ORG-01\" name=\"Council\" sector=\"public\" role=\"sponsor\">\n"
      "    <objective>One\nTwo &lt;3&gt;</objective>\n"
      "  </organisation>\n"
      "  <organisation code=\"ORG-02\" name=\"Waste\"/>\n"
      "  <person code=\"P-01\" display-name=\"Ada\" organisation=\"ORG-01\" active-from=\"2025-01-06\" senior=\"true\" "
      "acting-for=\"P-02\"/>\n"
      "  <person code=\"P-02\" display-name=\"Bob\" organisation=\"ORG-02\"/>\n"
      "  <settings version=\"1\" changed-by=\"P-02\" grid-1=\"GGGGA\" grid-2=\"GGAAA\" grid-3=\"GAAAR\" "
      "grid-4=\"GAARR\" "
      "grid-5=\"AARRR\" averse-want=\"3\" averse-tolerate=\"5\" minimal-want=\"4\" minimal-tolerate=\"6\" "
      "cautious-want=\"6\" "
      "cautious-tolerate=\"10\" open-want=\"9\" open-tolerate=\"12\" eager-want=\"12\" eager-tolerate=\"16\" "
      "review-red=\"14\" "
      "review-amber=\"30\" review-green=\"90\" benefit-green-tolerance=\"5\" benefit-amber-tolerance=\"25\" "
      "weight-criteria=\"40\" weight-health=\"20\" weight-risks=\"15\" weight-benefits=\"15\" weight-sight=\"10\">\n"
      "    <scale-band scale=\"probability\" level=\"1\" label=\"Rare\" upper=\"10\" mid=\"5\"/>\n"
      "    <scale-band scale=\"benefit\" level=\"1\" label=\"Under 5%\" upper=\"5\" mid=\"2.5\"/>\n"
      "  </settings>\n"
      "  <project code=\"PRJ-001\" name=\"Bins\" phase=\"alpha\" status=\"active\" budget=\"46200000\" sro=\"P-01\"/>\n"
      "  <appetite scope=\"programme\" category=\"people\" level=\"open\" date=\"2025-01-06\"/>\n"
      "  <appetite scope=\"programme\" category=\"legal\" level=\"averse\" approved-by=\"P-01\" date=\"2025-01-06\"/>\n"
      "  <evidence code=\"EV-01\" title=\"Survey\" valid-days=\"180\"/>\n"
      "  <map-node code=\"N1\" type=\"enabler\" title=\"Sensors\" status=\"planned\" polarity=\"positive\" x=\"-12\" "
      "y=\"0\">\n"
      "    <map-edge to=\"E1\" weight=\"essential\" evidence=\"2\">\n"
      "      <rationale>Because</rationale>\n"
      "      <edge-evidence evidence=\"EV-01\"/>\n"
      "    </map-edge>\n"
      "  </map-node>\n"
      "  <map-node code=\"E1\" type=\"end_outcome\" title=\"Clean\" status=\"planned\" polarity=\"positive\"/>\n"
      "  <risk code=\"R-001\" kind=\"threat\" title=\"Late\" project=\"PRJ-001\" owner=\"P-01\" state=\"open\" "
      "confidentiality=\"open\" escalation-level=\"project\" caused-by-action=\"A-01\">\n"
      "    <cause>c</cause>\n"
      "    <event>e</event>\n"
      "    <risk-assessment type=\"current\" date=\"2026-04-14\" probability=\"3\" cost-if-occurs=\"9500050\" "
      "by=\"P-01\"/>\n"
      "    <risk-assessment type=\"target\" date=\"2026-04-14\" probability=\"2\"/>\n"
      "    <risk-review date=\"2026-07-21\" by=\"P-02\" outcome=\"no_change\"/>\n"
      "    <risk-node node=\"E1\"/>\n"
      "  </risk>\n"
      "  <risk code=\"R-002\" kind=\"threat\" title=\"Part\" state=\"draft\" confidentiality=\"open\" "
      "escalation-level=\"project\" parent-risk=\"R-001\"/>\n"
      "  <action code=\"A-01\" risk=\"R-002\" title=\"Ask\" due=\"2026-08-31\" state=\"planned\" "
      "creates-new-risk=\"unknown\">\n"
      "    <due-move from=\"2026-06-30\" to=\"2026-08-31\" on=\"2026-06-26\"/>\n"
      "  </action>\n"
      "  <measure code=\"M-1\" name=\"Hours\" decimals=\"1\" direction=\"lower\" aggregation=\"level\" "
      "baseline=\"-0.5\" "
      "target=\"12.34\" lag-days=\"30\">\n"
      "    <trajectory-version version=\"1\">\n"
      "      <reason>First</reason>\n"
      "      <trajectory-point period-end=\"2026-12-31\" planned=\"4.5\"/>\n"
      "      <trajectory-point period-end=\"2027-12-31\" planned=\"3\"/>\n"
      "    </trajectory-version>\n"
      "    <actual period-end=\"2026-06-30\" value=\"7\"/>\n"
      "  </measure>\n"
      "  <cost-centre-share cost-centre=\"Street\" cost-share=\"60\" benefit-share=\"40\"/>\n"
      "</programme>\n";

/* What stands in place of a value: edges of every type, other people's codes, characters that are none. No blanks
 * around numbers and days: XML Schema passes over them, libxml2 only sometimes. */
static const char *const values[] = {
  "", " ", "0", "-0", "+1", "1", "01", "5.", ".5", "1.00000", "1.23456", "2147483647", "2147483648", "-2147483648",
  "900000000000000000", "900000000000000001", "1e3", "0x1A", "nan", "true", "false", "TRUE", "yes", "2026-02-29",
  "2024-02-29", "2026-2-1", "1899-12-31", "2999-12-31", "3000-01-01", "2026-01-01Z", "P-01", "P-1", "P-001", "P-99",
  " P-01", "ORG-01", "R-001", "R-002", "R-003", "N1", "E1", "A-01", "open", "Open", " open", "GGGGA", "ggggg",
  "6d61726c-6861-4e65-8e73-696768746c6e", "EUR", "&#10;", "&#13;", "&amp;", "&lt;", "&nothing;", "<", "é",
  "\xC2\x85", "\xEF\xBF\xBE", "\xFF", "&#1;",
};

typedef struct
{
  gsize at, n;
} Piece;

/* Every tag but instructions. */
static GArray *
find_tags (const GString *document)
{
  GArray *tags = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *p = document->str;

  while ((p = strchr (p, '<')) != NULL)
    {
      const char *end = strchr (p, '>');
      Piece tag = { (gsize) (p - document->str), end != NULL ? (gsize) (end - p) + 1 : 0 };

      if (end == NULL)
        break;
      if (p[1] != '?' && p[1] != '!')
        g_array_append_val (tags, tag);
      p = end;
    }
  return tags;
}

#define TAG(tags, i) (g_array_index (tags, Piece, i))

/* From a start tag to the end of its element. */
static Piece
element_at (const GString *document, const GArray *tags, guint i)
{
  Piece element = TAG (tags, i);
  int depth = 0;

  for (; i < tags->len; i++)
    {
      const char *tag = document->str + TAG (tags, i).at;
      gboolean closes = tag[1] == '/', empty = tag[TAG (tags, i).n - 2] == '/';

      depth += closes ? -1 : !empty;
      if (depth <= 0)
        break;
    }
  if (i < tags->len)
    element.n = TAG (tags, i).at + TAG (tags, i).n - element.at;
  return element;
}

static void
change_element (GString *document, GArray *tags, guint i, GRand *chance)
{
  Piece element = element_at (document, tags, i);
  g_autofree char *text = g_strndup (document->str + element.at, element.n);
  guint other = (guint)g_rand_int_range (chance, 0, (gint32)tags->len);
  gsize to = TAG (tags, other).at;

  switch (g_rand_int_range (chance, 0, 4))
    {
    case 0:
      g_string_erase (document, (gssize)element.at, (gssize)element.n);
      break;
    case 1:
      g_string_insert (document, (gssize)element.at, text);
      break;
    case 2:
      g_string_insert (document, (gssize)to, text);
      break;
    default:
      if (to >= element.at && to < element.at + element.n)
        break;
      g_string_insert (document, (gssize)to, text);
      g_string_erase (document, (gssize) (to <= element.at ? element.at + element.n : element.at), (gssize)element.n);
      break;
    }
}

/* name="value" within a tag; n is 0 where it has none. */
static Piece
attribute_in (const GString *document, Piece tag, GRand *chance)
{
  Piece found = { 0, 0 };
  guint seen = 0;

  for (gsize i = tag.at; i < tag.at + tag.n; i++)
    if (document->str[i] == '=' && document->str[i + 1] == '"')
      {
        gsize from = i;
        const char *end = strchr (document->str + i + 2, '"');

        while (from > tag.at && document->str[from - 1] != ' ')
          from--;
        if (end != NULL && g_rand_int_range (chance, 0, (gint32)++seen) == 0)
          found = (Piece){ from, (gsize) (end - document->str) + 1 - from };
        i = end != NULL ? (gsize) (end - document->str) : tag.at + tag.n;
      }
  return found;
}

static void
change_attribute (GString *document, Piece tag, GRand *chance)
{
  Piece attribute = attribute_in (document, tag, chance);
  g_autofree char *text = NULL;
  char *value;

  if (attribute.n == 0)
    return;
  text = g_strndup (document->str + attribute.at, attribute.n);
  switch (g_rand_int_range (chance, 0, 6))
    {
    case 0:
      g_string_erase (document, (gssize)attribute.at, (gssize)attribute.n);
      break;
    case 1:
      g_string_insert (document, (gssize) (attribute.at + attribute.n), text);
      g_string_insert_c (document, (gssize) (attribute.at + attribute.n), ' ');
      break;
    default:
      value = strchr (text, '"') + 1;
      g_string_erase (document, (gssize) (attribute.at + (gsize) (value - text)), (gssize)strlen (value) - 1);
      g_string_insert (document, (gssize) (attribute.at + (gsize) (value - text)),
                       values[g_rand_int_range (chance, 0, G_N_ELEMENTS (values))]);
      break;
    }
}

static void
change_bytes (GString *document, GRand *chance)
{
  static const char *const pieces[] = { "<",
                                        ">",
                                        "\"",
                                        "'",
                                        "&",
                                        "]]>",
                                        "<!--",
                                        "-->",
                                        "<![CDATA[",
                                        "<?x ",
                                        "?>",
                                        "<!DOCTYPE a>",
                                        "/",
                                        " xmlns=\"\"",
                                        " xmlns:a=\"urn:a\"",
                                        " xml:lang=\"en\"",
                                        "<risk/>",
                                        "<vision>v</vision>",
                                        "\xff" };
  gssize at = g_rand_int_range (chance, 0, (gint32)document->len);

  if (g_rand_int_range (chance, 0, 3) == 0)
    g_string_erase (document, at, 1);
  else
    g_string_insert (document, at, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
}

void
xml_mutate (GString *document, GRand *chance)
{
  g_autoptr (GArray) tags = find_tags (document);
  int what = g_rand_int_range (chance, 0, 10);
  guint i;

  if (document->len == 0)
    return;
  if (tags->len == 0 || what == 0)
    {
      change_bytes (document, chance);
      return;
    }
  i = (guint)g_rand_int_range (chance, 0, (gint32)tags->len);
  if (what < 7)
    change_attribute (document, TAG (tags, i), chance);
  else
    change_element (document, tags, i, chance);
}

void
xml_mutate_rounds (const char *document, guint32 seed, guint rounds, int (*take) (const guint8 *data, gsize size))
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);

  take ((const guint8 *) document, strlen (document));
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GString) mutated = g_string_new (document);

      for (int n = g_rand_int_range (chance, 1, 4); n > 0; n--)
        xml_mutate (mutated, chance);
      take ((const guint8 *) mutated->str, mutated->len);
    }
}
