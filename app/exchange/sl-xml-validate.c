/* What is written by us, read back and compared with its schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-xml-validate.h"

#include "base/sl-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <string.h>
#include <unistd.h>

#define STRIDE 1024

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

/* The first thing wrong. */
typedef struct
{
  GError *error;
} Judge;

static void
judge (Judge *self, SlError code, const char *what)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (SL_ERROR, code, what);
}

static void
take_error (void *data, ErrorPointer what)
{
  Judge *self = data;
  g_autofree char *message = g_strchomp (g_utf8_make_valid (what->message != NULL ? what->message : "", -1));

  if (self->error == NULL)
    /* TRANSLATORS: the second place is said by the XML parser, in English. */
    self->error = g_error_new (SL_ERROR, SL_ERROR_INTERNAL, _ ("The document would not be valid (line %d: %s)"), what->line,
                               message);
}

struct _SlXmlSchema
{
  xmlSchemaPtr schema;
};

SlXmlSchema *
sl_xml_schema_new (const char *xsd, gsize length)
{
  xmlSchemaParserCtxtPtr parser = length <= G_MAXINT ? xmlSchemaNewMemParserCtxt (xsd, (int) length) : NULL;
  xmlSchemaPtr schema = parser != NULL ? xmlSchemaParse (parser) : NULL;
  SlXmlSchema *self;

  xmlSchemaFreeParserCtxt (parser);
  if (schema == NULL)
    return NULL;
  self = g_new (SlXmlSchema, 1);
  self->schema = schema;
  return self;
}

void
sl_xml_schema_free (SlXmlSchema *self)
{
  if (self == NULL)
    return;
  xmlSchemaFree (self->schema);
  g_free (self);
}

/* To the end whatever is wrong, for libxml2 loses the keys it has on its hands when it is stopped. */
static void
read_through (xmlTextReaderPtr reader, gboolean by_schema, Judge *self, GCancellable *cancellable)
{
  guint n = 0;
  int more;

  while ((more = xmlTextReaderRead (reader)) == 1)
    if (++n % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
      {
        judge (self, SL_ERROR_CANCELLED, _ ("Cancelled"));
        return;
      }
  if (more < 0 || (by_schema && xmlTextReaderIsValid (reader) != 1))
    judge (self, SL_ERROR_INTERNAL, _ ("The document would not be valid"));
}

/* @schema NULL: only whether it is XML at all. */
static void
validate (int fd, const SlXmlSchema *schema, Judge *self, GCancellable *cancellable)
{
  xmlSchemaValidCtxtPtr context = schema != NULL ? xmlSchemaNewValidCtxt (schema->schema) : NULL;
  xmlTextReaderPtr reader = xmlReaderForFd (fd, NULL, NULL, XML_PARSE_NONET);

  if ((schema != NULL && context == NULL) || reader == NULL)
    judge (self, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
  else
    {
      if (context != NULL)
        xmlSchemaSetValidStructuredErrors (context, take_error, self);
      xmlTextReaderSetStructuredErrorHandler (reader, take_error, self);
      if (context == NULL || xmlTextReaderSchemaValidateCtxt (reader, context, 0) == 0)
        read_through (reader, context != NULL, self, cancellable);
      else
        judge (self, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
    }
  xmlFreeTextReader (reader);
  xmlSchemaFreeValidCtxt (context);
}

static gboolean
check_file (const char *path, const SlXmlSchema *schema, GCancellable *cancellable, GError **error)
{
  Judge self = { NULL };
  /* By descriptor: libxml2 takes names for addresses, and would unpack what is compressed. */
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("What was written cannot be read back: %s"), g_strerror (errno));
      return FALSE;
    }
  if (g_cancellable_is_cancelled (cancellable))
    judge (&self, SL_ERROR_CANCELLED, _ ("Cancelled"));
  else
    validate (fd, schema, &self, cancellable);
  close (fd);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

gboolean
sl_xml_validate (const char *path, const SlXmlSchema *schema, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  if (schema != NULL)
    return check_file (path, schema, cancellable, error);
  /* Without a schema nothing is valid: libxml2 would go and look for one elsewhere. */
  g_set_error_literal (error, SL_ERROR, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
  return FALSE;
}

gboolean
sl_xml_is_well_formed (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return check_file (path, NULL, cancellable, error);
}
