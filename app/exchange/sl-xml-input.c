/* The parser behind the guard: the only file that knows which parser it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-xml-input-private.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-guard-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

/* How the parser hands over an attribute: five pointers. */
enum
{
  ATTRIBUTE_NAME,
  ATTRIBUTE_PREFIX,
  ATTRIBUTE_SPACE,
  ATTRIBUTE_VALUE,
  ATTRIBUTE_END,
  ATTRIBUTE_SIZE,
};

typedef struct
{
  SlXmlGuard *guard;
  xmlParserCtxt *parser;
  const SlXmlHandler *handler;
  gpointer data;
  GError *error;
  int error_line;
  guint depth;
  gsize text; /* bytes since the latest tag */
  GString *plain; /* values in which something stood for '&' */
  SlXmlElement element;
} Input;

/* --- What goes wrong ------------------------------------------------------------------------------------------------ */

static xmlParserInputPtr
load_nothing (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

/* Takes the first thing that went wrong, and @error in any case. */
static void
fail (Input *self, int line, GError *error)
{
  if (self->error == NULL)
    {
      self->error = error;
      self->error_line = line;
      xmlStopParser (self->parser);
    }
  else
    g_error_free (error);
}

static void
on_error (void *data, ErrorPointer error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);

  if (error->level < XML_ERR_ERROR)
    return;
  /* Memory itself does not run out: that would end the process. */
  if (error->code == XML_ERR_NO_MEMORY)
    fail (data, error->line,
          g_error_new_literal (SL_ERROR, SL_ERROR_LIMIT, _ ("this has more different names than any programme")));
  else
    /* TRANSLATORS: what follows is said by the XML parser, in English. */
    fail (data, error->line, g_error_new (SL_ERROR, SL_ERROR_DAMAGED, _ ("this is not sound XML: %s"), g_strchomp (valid)));
}

/* --- Events --------------------------------------------------------------------------------------------------------- */

/* The parser writes '&' as "&#38;" for those that resolve entities themselves. Nothing else is left to resolve. */
static void
make_plain (Input *self, SlXmlAttribute *attribute)
{
  const char *end = attribute->value + attribute->n;
  gsize at = self->plain->len;

  for (const char *p = attribute->value; p < end; p++)
    {
      g_string_append_c (self->plain, *p);
      if (*p == '&')
        p += strlen ("#38;");
    }
  attribute->n = self->plain->len - at;
  /* An offset for now: the texts move while there are more. */
  attribute->value = NULL;
}

static void
take_attributes (Input *self, int n, const xmlChar **parts)
{
  gsize at = 0;

  self->element.n_attributes = (guint) n;
  g_string_truncate (self->plain, 0);
  for (int i = 0; i < n; i++, parts += ATTRIBUTE_SIZE)
    {
      SlXmlAttribute *attribute = &self->element.attributes[i];

      *attribute = (SlXmlAttribute){ (const char *) parts[ATTRIBUTE_NAME], (const char *) parts[ATTRIBUTE_SPACE],
                                     (const char *) parts[ATTRIBUTE_VALUE],
                                     (gsize) (parts[ATTRIBUTE_END] - parts[ATTRIBUTE_VALUE]) };
      if (memchr (attribute->value, '&', attribute->n) != NULL)
        make_plain (self, attribute);
    }
  for (int i = 0; i < n; i++)
    if (self->element.attributes[i].value == NULL)
      {
        self->element.attributes[i].value = self->plain->str + at;
        at += self->element.attributes[i].n;
      }
}

static void
on_start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int n_spaces, const xmlChar **spaces,
          int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  Input *self = data;
  GError *error = NULL;

  if (self->error != NULL)
    return;
  self->element.line = sl_xml_guard_next_tag (self->guard);
  self->text = 0;
  self->element.name = (const char *) name;
  self->element.space = (const char *) space;
  if (++self->depth > SL_XML_DEPTH_MAX)
    {
      fail (self, self->element.line,
            g_error_new (SL_ERROR, SL_ERROR_LIMIT, _ ("elements are nested deeper than %d"), SL_XML_DEPTH_MAX));
      return;
    }
  take_attributes (self, MIN (n_attributes, SL_XML_ATTRIBUTES_MAX), attributes);
  if (!self->handler->start (self->data, &self->element, &error))
    fail (self, self->element.line, error);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
  Input *self = data;

  if (self->error != NULL)
    return;
  self->depth--;
  self->text = 0;
  self->handler->end (self->data);
}

static void
on_text (void *data, const xmlChar *text, int n)
{
  Input *self = data;

  if (self->error != NULL)
    return;
  self->text += (gsize) n;
  if (self->text > SL_XML_TEXT_MAX)
    fail (self, self->parser->input->line,
          g_error_new (SL_ERROR, SL_ERROR_LIMIT, _ ("a text is longer than %d bytes"), SL_XML_TEXT_MAX));
  else
    self->handler->text (self->data, (const char *) text, (gsize) n, self->parser->input->line);
}

/* The guard lets none through. */
static void
on_document_type (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  fail (data, 0, g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, "document type"));
}

/* --- Feeding -------------------------------------------------------------------------------------------------------- */

static void
feed (Input *self)
{
  GError *refused = NULL;
  const char *bytes;
  gsize n;

  while (self->error == NULL && (bytes = sl_xml_guard_read (self->guard, &n, &refused)) != NULL)
    {
      xmlParseChunk (self->parser, bytes, (int) n, n == 0);
      if (n == 0)
        return;
    }
  if (refused != NULL)
    fail (self, sl_xml_guard_line (self->guard), refused);
}

static void
set_up_parser (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  xmlInitParser ();
  /* For the whole process: no document of anybody's makes us open anything. */
  xmlSetExternalEntityLoader (load_nothing);
  g_once_init_leave (&once, 1);
}

static gboolean
parse (Input *self)
{
  xmlSAXHandler events = { .initialized = XML_SAX2_MAGIC,
                           .startElementNs = on_start,
                           .endElementNs = on_end,
                           .characters = on_text,
                           .ignorableWhitespace = on_text,
                           .cdataBlock = on_text,
                           .internalSubset = on_document_type,
                           .serror = on_error };

  set_up_parser ();
  self->parser = xmlCreatePushParserCtxt (&events, self, NULL, 0, NULL);
  if (self->parser == NULL)
    g_error ("no memory for the XML parser");
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET);
  xmlDictSetLimit (self->parser->dict, SL_XML_NAMES_MAX);
  feed (self);
  if (self->error == NULL && !self->parser->wellFormed)
    self->error = g_error_new_literal (SL_ERROR, SL_ERROR_DAMAGED, _ ("this is not sound XML"));
  xmlFreeParserCtxt (self->parser);
  return self->error == NULL;
}

gboolean
sl_xml_input_read (GInputStream *stream, GCancellable *cancellable, gint64 max_bytes, const SlXmlHandler *handler,
                   gpointer data, int *line, GError **error)
{
  g_autoptr (SlXmlGuard) guard = sl_xml_guard_new (stream, cancellable, max_bytes);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree Input *self = g_new0 (Input, 1);

  self->guard = guard;
  self->plain = plain;
  self->handler = handler;
  self->data = data;
  if (parse (self))
    return TRUE;
  *line = self->error_line;
  g_propagate_error (error, self->error);
  return FALSE;
}
