/* Our own exports, read back and compared with the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-schema.h"

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

static xmlSchemaPtr
parse_schema (gboolean with_keys)
{
  g_autofree char *text = sl_programme_schema_dup_xsd (with_keys);
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchemaPtr schema = parser != NULL ? xmlSchemaParse (parser) : NULL;

  xmlSchemaFreeParserCtxt (parser);
  return schema;
}

/* Parsed once; what is parsed is only read, by as many threads as there are. */
static xmlSchemaPtr
get_schema (gboolean with_keys)
{
  static xmlSchemaPtr schemas[2];
  static GMutex lock;
  xmlSchemaPtr schema;

  g_mutex_lock (&lock);
  if (schemas[with_keys != FALSE] == NULL)
    schemas[with_keys != FALSE] = parse_schema (with_keys);
  schema = schemas[with_keys != FALSE];
  g_mutex_unlock (&lock);
  return schema;
}

/* To the end whatever is wrong, for libxml2 loses the keys it has on its hands when it is stopped. */
static void
read_through (xmlTextReaderPtr reader, Judge *self, GCancellable *cancellable)
{
  guint n = 0;
  int more;

  while ((more = xmlTextReaderRead (reader)) == 1)
    if (++n % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
      {
        judge (self, SL_ERROR_CANCELLED, _ ("Cancelled"));
        return;
      }
  if (more < 0 || xmlTextReaderIsValid (reader) != 1)
    judge (self, SL_ERROR_INTERNAL, _ ("The document would not be valid"));
}

static void
validate (int fd, xmlSchemaPtr schema, Judge *self, GCancellable *cancellable)
{
  xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt (schema);
  xmlTextReaderPtr reader = xmlReaderForFd (fd, NULL, NULL, XML_PARSE_NONET);

  if (context == NULL || reader == NULL)
    judge (self, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
  else
    {
      xmlSchemaSetValidStructuredErrors (context, take_error, self);
      xmlTextReaderSetStructuredErrorHandler (reader, take_error, self);
      if (xmlTextReaderSchemaValidateCtxt (reader, context, 0) == 0)
        read_through (reader, self, cancellable);
      else
        judge (self, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
    }
  xmlFreeTextReader (reader);
  xmlSchemaFreeValidCtxt (context);
}

gboolean
sl_programme_schema_validate (const char *path, gboolean with_keys, GCancellable *cancellable, GError **error)
{
  xmlSchemaPtr schema = get_schema (with_keys);
  Judge self = { NULL };
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);
  /* By descriptor: libxml2 takes names for addresses, and would unpack what is compressed. */
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("What was written cannot be read back: %s"), g_strerror (errno));
      return FALSE;
    }
  if (g_cancellable_is_cancelled (cancellable))
    judge (&self, SL_ERROR_CANCELLED, _ ("Cancelled"));
  /* Without a schema nothing is valid: libxml2 would go and look for one elsewhere. */
  else if (schema == NULL)
    judge (&self, SL_ERROR_INTERNAL, _ ("The schema cannot be used"));
  else
    /* With keys it is cancelled before or not at all: see read_through(). */
    validate (fd, schema, &self, with_keys ? NULL : cancellable);
  close (fd);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
