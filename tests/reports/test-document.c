/* The document model, and the page made of it: structure, and texts that want to be more than text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reports/sl-document-html.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static const SlColumn columns[] = { { "Name", SL_CELL_TEXT }, { "Count", SL_CELL_NUMBER }, { "Cost", SL_CELL_MONEY },
                                    { "Day", SL_CELL_DATE } };

static const SlBlock *
block (const SlDocument *document, guint n)
{
  g_assert_cmpuint (n, <, document->blocks->len);
  return g_ptr_array_index (document->blocks, n);
}

static const SlCell *
cell (const SlBlock *table, guint row, guint n)
{
  const GPtrArray *cells = g_ptr_array_index (table->rows, row);

  return g_ptr_array_index (cells, n);
}

static char *
dup_html (const SlDocument *document)
{
  return g_string_free (sl_document_to_html (document), FALSE);
}

static void
test_model (void)
{
  g_autoptr (SlDocument) document = sl_document_new ("Title", "Subject", "GBP");
  const SlBlock *table;
  const SlSpan *span;

  sl_document_heading (document, 2, "part");
  sl_document_text (document, "Part");
  sl_document_table (document, columns, G_N_ELEMENTS (columns));
  sl_document_dim (document, "All of them");
  sl_document_row (document);
  sl_document_cell (document);
  sl_document_code (document, "R-001");
  sl_document_user (document, "a title");
  sl_document_cell_number (document, 4);
  sl_document_cell_money (document, 9500000);
  sl_document_cell_date (document, sl_date_from_iso ("2026-08-04"));
  sl_document_row (document);
  sl_document_cell_text (document, NULL);
  sl_document_cell_number (document, 0);
  sl_document_cell_money (document, SL_MONEY_NONE);
  sl_document_cell_date (document, SL_DATE_NONE);
  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpint (block (document, 0)->type, ==, SL_BLOCK_HEADING);
  table = block (document, 1);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpuint (table->spans->len, ==, 1);
  g_assert_cmpint (cell (table, 0, 2)->type, ==, SL_CELL_MONEY);
  g_assert_cmpint (cell (table, 0, 2)->value, ==, 9500000);
  span = g_ptr_array_index (cell (table, 0, 2)->spans, 0);
  g_assert_cmpstr (span->text, ==, "£95k");
  span = g_ptr_array_index (cell (table, 0, 3)->spans, 0);
  g_assert_cmpstr (span->text, ==, "4" SL_DOCUMENT_TIE "Aug" SL_DOCUMENT_TIE "2026");
  /* Nothing is no nought. */
  g_assert_cmpuint (cell (table, 1, 0)->spans->len, ==, 0);
  g_assert_cmpint (cell (table, 1, 2)->type, ==, SL_CELL_TEXT);
  g_assert_cmpuint (cell (table, 1, 2)->spans->len, ==, 0);
  g_assert_cmpuint (cell (table, 1, 3)->spans->len, ==, 0);
}

static SlDocument *
every_block (void)
{
  SlDocument *document = sl_document_new ("A & B", "<Subject>", "GBP");
  g_autoptr (GBytes) light = g_bytes_new_static ("<svg>1</svg>", 12);
  g_autoptr (GBytes) dark = g_bytes_new_static ("<svg>2</svg>", 12);

  sl_document_paragraph (document);
  sl_document_strong (document, "Strong");
  sl_document_heading (document, 2, "one");
  sl_document_text (document, "One");
  sl_document_item (document);
  sl_document_code (document, "R-001");
  sl_document_item (document);
  sl_document_code (document, "R-999");
  sl_document_notice (document, SL_TONE_BAD);
  sl_document_status (document, SL_STATUS_RED, "Red");
  sl_document_status (document, SL_STATUS_NOTHING, "never");
  sl_document_heading (document, 3, "R-001");
  sl_document_user (document, "A risk");
  sl_document_facts (document);
  sl_document_fact (document, "Owner");
  sl_document_user (document, "Ada");
  sl_document_figure (document, "Two \"points\" & a line", &(SlPictures){ light, dark, NULL }, 100, 50);
  sl_document_text (document, "A figure");
  sl_document_table (document, columns, G_N_ELEMENTS (columns));
  sl_document_row (document);
  sl_document_cell_text (document, "y");
  sl_document_heading (document, 2, "two");
  sl_document_text (document, "Two");
  sl_document_table (document, columns, G_N_ELEMENTS (columns));
  sl_document_row (document);
  sl_document_cell_text (document, "x");
  return document;
}

static void
assert_has (const char *html, const char *part)
{
  if (strstr (html, part) == NULL)
    g_error ("there is no “%s”", part);
}

static void
test_html (void)
{
  g_autoptr (SlDocument) document = every_block ();
  g_autofree char *html = dup_html (document);

  assert_has (html, "<title>A &amp; B – &lt;Subject&gt;</title>");
  assert_has (html, "<section class=\"part\" id=\"one\"><h2>One</h2>\n<ul>\n<li><a class=\"code\" href=\"#R-001\">R-001</a></li>\n"
                    "<li><span class=\"code\">R-999</span></li>\n</ul>\n<p class=\"notice bad\">");
  assert_has (html, "<span class=\"status red\"><span class=\"shape\" aria-hidden=\"true\">◆</span><b aria-hidden=\"true\">R</b> Red"
                    "</span></p>");
  assert_has (html, "<section class=\"thing\" id=\"R-001\"><h3><bdi>A risk</bdi></h3>");
  assert_has (html, "<th scope=\"row\">Owner</th><td><bdi>Ada</bdi></td>");
  assert_has (html, "<source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"data:image/svg+xml;base64,");
  assert_has (html, "alt=\"Two &quot;points&quot; &amp; a line\"/>");
  assert_has (html, "</section>\n</section>\n<section class=\"part\" id=\"two\">");
  assert_has (html, "<th scope=\"col\" class=\"right\">Count</th>");
  assert_has (html, "default-src 'none'; img-src data:; style-src 'sha256-");
  g_assert_null (strstr (html, "never"));
  g_assert_null (strstr (html, "<script"));
}

/* The style sheet is the one that the policy lets in. */
static void
test_style (void)
{
  g_autoptr (SlDocument) document = every_block ();
  g_autofree char *html = dup_html (document);
  const char *begin = strstr (html, "<style>") + strlen ("<style>");
  const char *end = strstr (html, "</style>");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar digest[32];
  gsize n = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *) begin, end - begin);
  g_checksum_get_digest (checksum, digest, &n);
  encoded = g_base64_encode (digest, n);
  assert_has (html, encoded);
  g_assert_null (memchr (begin, '<', (gsize) (end - begin)));
  g_assert_null (memchr (begin, '&', (gsize) (end - begin)));
}

/* --- What people type --------------------------------------------------------------------------------------------- */

static void
assert_user (const char *text, const char *expected)
{
  g_autoptr (GString) html = g_string_new (NULL);

  sl_html_append_user (html, text);
  g_assert_cmpstr (html->str, ==, expected);
}

#define LINK(address, host, shown)                                                                                     \
  "<a rel=\"noopener noreferrer\" href=\"" address "\"><span class=\"host\">" host "</span> " shown "</a>"

static void
test_links (void)
{
  assert_user ("see https://example.org/a?b=1&c.", "<bdi>see " LINK ("https://example.org/a?b=1&amp;c", "example.org",
                                                                     "https://example.org/a?b=1&amp;c") ".</bdi>");
  /* Where it leads is what stands behind the @. */
  assert_user ("http://bank.example@evil.example/", "<bdi>" LINK ("http://bank.example@evil.example/", "evil.example",
                                                                  "http://bank.example@evil.example/") "</bdi>");
  assert_user ("mailto:ada@example.org?subject=x", "<bdi>" LINK ("mailto:ada@example.org?subject=x", "example.org",
                                                                 "mailto:ada@example.org?subject=x") "</bdi>");
  assert_user ("javascript:alert(1) data:text/html,x file:///etc/passwd ftp://example.org",
               "<bdi>javascript:alert(1) data:text/html,x file:///etc/passwd ftp://example.org</bdi>");
  assert_user ("https:// http://?x mailto:nobody", "<bdi>https:// http://?x mailto:nobody</bdi>");
  assert_user ("xhttps://example.org", "<bdi>xhttps://example.org</bdi>");
  assert_user ("https://a.example\"onmouseover=x", "<bdi>" LINK ("https://a.example", "a.example", "https://a.example")
                                                   "&quot;onmouseover=x</bdi>");
}

static void
test_escaped (void)
{
  assert_user ("</bdi><script>alert('1')</script> & \"x\"",
               "<bdi>&lt;/bdi&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</bdi>");
  /* Marks of direction go, letters written from the right stay. */
  assert_user ("a\u202Eb\u2066c\u2069d שלום", "<bdi>abcd שלום</bdi>");
  assert_user ("one\ntwo", "<bdi>one\ntwo</bdi>");
}

static const char *const pieces[] = { "<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "&#x3c;", "script", "https://", "mailto:",
                                      "a@b", "\n", "\u202E", "\u2069", "é", "🚲", "x", " ", "</style>", "<![CDATA[", "%00", "://", "[" };

static void
count_scripts (const xmlNode *node, guint *n)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        *n += strcmp ((const char *) node->name, "script") == 0;
        for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
          *n += g_str_has_prefix ((const char *) a->name, "on");
        count_scripts (node->children, n);
      }
}

/* Whatever is put together of them, the page stays what it was, and says the same. */
static void
test_hostile (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (SlDocument) document = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *html = NULL;
      xmlDoc *parsed;
      guint n = 0;

      for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      document = sl_document_new ("Title", text->str, "GBP");
      sl_document_heading (document, 2, "a");
      sl_document_user (document, text->str);
      sl_document_facts (document);
      sl_document_fact (document, "Name");
      sl_document_user (document, text->str);
      html = dup_html (document);
      parsed = xmlReadMemory (html, (int) strlen (html), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
      if (parsed == NULL)
        g_error ("not well-formed with “%s”", text->str);
      count_scripts (xmlDocGetRootElement (parsed), &n);
      g_assert_cmpuint (n, ==, 0);
      xmlFreeDoc (parsed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/document/model", test_model);
  g_test_add_func ("/reports/document/html", test_html);
  g_test_add_func ("/reports/document/style", test_style);
  g_test_add_func ("/reports/document/links", test_links);
  g_test_add_func ("/reports/document/escaped", test_escaped);
  g_test_add_func ("/reports/document/hostile", test_hostile);
  return g_test_run ();
}
