/* Our own exports, read back and compared with the schema that lies inside the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-xml.h"

#include "base/sl-error.h"
#include "resources/sl-resources.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

#define SCHEMA "schema/programme-1.xsd"
#define STRIDE 1024

typedef struct
{
  GError *error; /* the first thing wrong */
} Judge;

static void
take_error (void *data, xmlErrorPtr what)
{
  Judge *judge = data;

  if (judge->error != NULL)
    return;
  judge->error = g_error_new (SL_ERROR, SL_ERROR_INTERNAL, _ ("The document would not be valid (line %d: %s)"), what->line,
                              what->message != NULL ? g_strchomp (what->message) : "");
}

/* Parsed once; schemas may be used by several readers, one thread each. */
static xmlSchemaPtr
load_schema (GError **error)
{
  static xmlSchemaPtr schema;
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GBytes) bytes = schema == NULL ? sl_resources_bytes (SCHEMA, error) : NULL;
  xmlSchemaParserCtxtPtr parser;

  if (schema != NULL || bytes == NULL)
    return schema;
  parser = xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  schema = parser != NULL ? xmlSchemaParse (parser) : NULL;
  xmlSchemaFreeParserCtxt (parser);
  /* Without a schema nothing is valid: libxml2 would go and look for one elsewhere. */
  if (schema == NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_INTERNAL, _ ("The schema inside the program cannot be read"));
  return schema;
}

static gboolean
read_through (xmlTextReaderPtr reader, Judge *judge, GCancellable *cancellable)
{
  guint n = 0;
  int more;

  while ((more = xmlTextReaderRead (reader)) == 1 && judge->error == NULL)
    if (++n % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
      {
        judge->error = g_error_new_literal (SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
        return FALSE;
      }
  if ((more < 0 || xmlTextReaderIsValid (reader) != 1) && judge->error == NULL)
    judge->error = g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, _ ("The document would not be valid"));
  return judge->error == NULL;
}

gboolean
sl_programme_xml_validate (const char *path, GCancellable *cancellable, GError **error)
{
  xmlSchemaPtr schema = load_schema (error);
  xmlSchemaValidCtxtPtr context;
  xmlTextReaderPtr reader;
  Judge judge = { NULL };

  g_return_val_if_fail (path != NULL, FALSE);
  if (schema == NULL)
    return FALSE;
  context = xmlSchemaNewValidCtxt (schema);
  reader = xmlReaderForFile (path, "UTF-8", XML_PARSE_NONET);
  if (context == NULL || reader == NULL)
    judge.error = g_error_new_literal (SL_ERROR, SL_ERROR_IO, _ ("What was written cannot be read back"));
  else
    {
      xmlSchemaSetValidStructuredErrors (context, take_error, &judge);
      xmlTextReaderSetStructuredErrorHandler (reader, take_error, &judge);
      if (xmlTextReaderSchemaValidateCtxt (reader, context, 0) == 0)
        read_through (reader, &judge, cancellable);
      else
        judge.error = g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, _ ("The schema inside the program cannot be used"));
    }
  if (reader != NULL)
    xmlFreeTextReader (reader);
  xmlSchemaFreeValidCtxt (context);
  if (judge.error == NULL)
    return TRUE;
  g_propagate_error (error, judge.error);
  return FALSE;
}
