/* The reader and the schema, both made from the field tables, judge documents alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "xml-documents.h"
#include "xml-mutate.h"

#include "exchange/sl-programme-schema.h"

#include <libxml/xmlschemas.h>
#include <string.h>

#define ROUNDS 3000

/* What no schema can say, or the guard refuses whatever the schema says. */
static const char *const beyond[] = {
  "it leads back to", "it must say what it is for", "it can be for one thing only", "characters that cannot be stored",
  "there is one like this already", "a document type is not accepted",
};

static gboolean
is_beyond (const SlXmlProblem *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    if (strstr (problem->reason, beyond[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
take_error (void *data, xmlErrorPtr error)
{
  GString *said = data;

  if (said->len == 0)
    g_string_append (said, error->message);
}

/* Nodes, not a stream: libxml2 loses memory when a stream breaks off under validation. */
static gboolean
is_valid (xmlSchema *schema, const GString *document, GString *said)
{
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  xmlDoc *doc = xmlReadMemory (document->str, (int) document->len, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean valid;

  g_string_truncate (said, 0);
  xmlSchemaSetValidStructuredErrors (context, take_error, said);
  valid = doc != NULL && xmlSchemaValidateDoc (context, doc) == 0;
  xmlFreeDoc (doc);
  xmlSchemaFreeValidCtxt (context);
  return valid;
}

static void
judge (XmlDesk *desk, xmlSchema *schema, const GString *document, guint counts[2])
{
  g_autoptr (GString) said = g_string_new (NULL);
  gboolean read = xml_desk_read (desk, document->str, document->len);
  gboolean valid = is_valid (schema, document, said);

  counts[read]++;
  if (read && !valid)
    g_error ("read, but the schema says: %s\n%s", said->str, document->str);
  for (guint i = 0; !read && valid && i < desk->problems->len; i++)
    if (!is_beyond (desk->problems->pdata[i]))
      g_error ("valid, but the reader says: %s\n%s", desk->error->message, document->str);
}

static xmlSchema *
load_schema (void)
{
  g_autofree char *text = sl_programme_schema_dup_xsd (TRUE);
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchema *schema = xmlSchemaParse (parser);

  g_assert_nonnull (schema);
  xmlSchemaFreeParserCtxt (parser);
  return schema;
}

static void
test_mutations (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (41);
  xmlSchema *schema = load_schema ();
  guint counts[2] = { 0, 0 };
  XmlDesk desk;

  xml_desk_init (&desk);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) document = g_string_new (xml_small_programme);

      for (int n = g_rand_int_range (chance, 0, 3); n > 0; n--)
        xml_mutate (document, chance);
      judge (&desk, schema, document, counts);
    }
  g_test_message ("%u refused, %u read", counts[0], counts[1]);
  /* One answer to everything would prove nothing. */
  g_assert_cmpuint (counts[0], >, ROUNDS / 10);
  g_assert_cmpuint (counts[1], >, ROUNDS / 10);
  xml_desk_clear (&desk);
  xmlSchemaFree (schema);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema-agrees/mutations", test_mutations);
  return g_test_run ();
}
