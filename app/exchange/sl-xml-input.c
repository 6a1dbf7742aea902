/* The parser behind the guard: the only file that knows which parser it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-xml-input-private.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-guard-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

struct _SlXmlInput
{
  SlXmlGuard *guard;
  xmlTextReaderPtr reader;
  GError *error;
  int error_line;
  int line;           /* where what was read last ends */
  gboolean end_is_due; /* of an empty element */
};

static xmlParserInputPtr
load_nothing (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

static int
read_guarded (void *context, char *buffer, int n)
{
  return sl_xml_guard_read (((SlXmlInput *) context)->guard, buffer, n);
}

/* Takes the first thing that went wrong. */
static void
keep_error (SlXmlInput *self, int code, int line, const char *message)
{
  if (self->error != NULL)
    return;
  self->error = g_error_new_literal (SL_ERROR, code, message);
  self->error_line = line;
}

static void
on_error (void *data, ErrorPointer error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  g_autofree char *message = NULL;
  int line;

  /* What the guard refused goes first: whatever the parser says then follows from that. */
  if (error->level < XML_ERR_ERROR || sl_xml_guard_error (((SlXmlInput *) data)->guard, &line) != NULL)
    return;
  /* TRANSLATORS: what follows is said by the XML parser, in English. */
  message = g_strdup_printf (_ ("this is not sound XML: %s"), g_strchomp (valid));
  keep_error (data, SL_ERROR_DAMAGED, error->line, message);
}

SlXmlInput *
sl_xml_input_new (GInputStream *stream, GCancellable *cancellable)
{
  static gsize once;
  SlXmlInput *self = g_new0 (SlXmlInput, 1);

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      /* For the whole process: no document of anybody's makes us open anything. */
      xmlSetExternalEntityLoader (load_nothing);
      g_once_init_leave (&once, 1);
    }
  self->guard = sl_xml_guard_new (stream, cancellable);
  self->line = 1;
  return self;
}

void
sl_xml_input_set_max_bytes (SlXmlInput *self, gint64 max)
{
  sl_xml_guard_set_max_bytes (self->guard, max);
}

void
sl_xml_input_free (SlXmlInput *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  sl_xml_guard_free (self->guard);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
has_failed (SlXmlInput *self)
{
  const GError *refused;
  int line;

  if (self->error != NULL)
    return TRUE;
  refused = sl_xml_guard_error (self->guard, &line);
  if (refused != NULL)
    keep_error (self, refused->code, line, refused->message);
  return self->error != NULL;
}

static void
open_reader (SlXmlInput *self)
{
  self->reader = xmlReaderForIO (read_guarded, NULL, self, NULL, NULL, XML_PARSE_NONET);
  if (self->reader == NULL)
    keep_error (self, SL_ERROR_INTERNAL, 0, _ ("the XML parser cannot be started"));
  else
    xmlTextReaderSetStructuredErrorHandler (self->reader, on_error, self);
}

/* --- Events -------------------------------------------------------------------------------------------------------- */

static const char *
space_of (const xmlNs *ns)
{
  return ns != NULL ? (const char *) ns->href : NULL;
}

static gboolean
take_attributes (SlXmlInput *self, const xmlNode *node, SlXmlEvent *event)
{
  event->n_attributes = 0;
  for (const xmlAttr *attr = node->properties; attr != NULL && event->n_attributes < SL_XML_ATTRIBUTES_MAX; attr = attr->next)
    {
      const xmlNode *text = attr->children;

      /* Anything but one text would be a reference to an entity, and there are none. */
      if (text != NULL && (text->type != XML_TEXT_NODE || text->next != NULL))
        {
          keep_error (self, SL_ERROR_DAMAGED, event->line, _ ("a reference to an entity is not accepted"));
          return FALSE;
        }
      event->attributes[event->n_attributes++] = (SlXmlAttribute){
        (const char *) attr->name, space_of (attr->ns), text != NULL && text->content != NULL ? (const char *) text->content : "",
      };
    }
  return TRUE;
}

static SlXmlEventType
take_start (SlXmlInput *self, const xmlNode *node, SlXmlEvent *event)
{
  sl_xml_guard_tag (self->guard, &event->line, &self->line);
  self->end_is_due = xmlTextReaderIsEmptyElement (self->reader) == 1;
  event->name = (const char *) node->name;
  event->space = space_of (node->ns);
  if (xmlTextReaderDepth (self->reader) >= SL_XML_DEPTH_MAX)
    {
      g_autofree char *message = g_strdup_printf (_ ("elements are nested deeper than %d"), SL_XML_DEPTH_MAX);

      keep_error (self, SL_ERROR_LIMIT, event->line, message);
      return SL_XML_FAILED;
    }
  return take_attributes (self, node, event) ? SL_XML_START : SL_XML_FAILED;
}

static SlXmlEventType
take_end (SlXmlInput *self, const xmlNode *node, SlXmlEvent *event)
{
  if (self->end_is_due)
    event->line = self->line;
  else
    sl_xml_guard_tag (self->guard, &event->line, &self->line);
  self->end_is_due = FALSE;
  event->name = (const char *) node->name;
  event->space = space_of (node->ns);
  return SL_XML_END;
}

static SlXmlEventType
take_text (SlXmlInput *self, const xmlNode *node, SlXmlEvent *event)
{
  gboolean blank = TRUE;

  event->text = node->content != NULL ? (const char *) node->content : "";
  event->line = self->line;
  for (const char *p = event->text; *p != '\0'; p++)
    {
      blank = blank && g_ascii_isspace (*p);
      self->line += *p == '\n';
      event->line += blank && *p == '\n';
    }
  return SL_XML_TEXT;
}

/* Of comments and instructions only their lines count. */
static void
pass_over (SlXmlInput *self, const xmlNode *node)
{
  for (const char *p = (const char *) node->content; p != NULL && *p != '\0'; p++)
    self->line += *p == '\n';
}

/* FALSE: nothing to tell of, go on. */
static gboolean
take_node (SlXmlInput *self, SlXmlEvent *event, SlXmlEventType *type)
{
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      *type = take_start (self, node, event);
      return TRUE;
    case XML_READER_TYPE_END_ELEMENT:
      *type = take_end (self, node, event);
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      *type = take_text (self, node, event);
      return TRUE;
    case XML_READER_TYPE_COMMENT:
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      pass_over (self, node);
      return FALSE;
    default:
      /* The guard has seen that there is no document type, so there is nothing to refer to either. */
      keep_error (self, SL_ERROR_DAMAGED, self->line, _ ("a reference to an entity is not accepted"));
      *type = SL_XML_FAILED;
      return TRUE;
    }
}

static SlXmlEventType
read_on (SlXmlInput *self, SlXmlEvent *event)
{
  SlXmlEventType type = SL_XML_FAILED;
  int more;

  if (self->end_is_due)
    return take_end (self, xmlTextReaderCurrentNode (self->reader), event);
  do
    {
      more = xmlTextReaderRead (self->reader);
      if (has_failed (self))
        return SL_XML_FAILED;
      if (more < 0)
        keep_error (self, SL_ERROR_DAMAGED, self->line, _ ("this is not sound XML"));
      if (more <= 0)
        return more == 0 ? SL_XML_DONE : SL_XML_FAILED;
    }
  while (!take_node (self, event, &type));
  return type;
}

SlXmlEventType
sl_xml_input_next (SlXmlInput *self, SlXmlEvent *event, GError **error)
{
  SlXmlEventType type = SL_XML_FAILED;

  if (self->reader == NULL && self->error == NULL)
    open_reader (self);
  if (!has_failed (self))
    type = read_on (self, event);
  if (type == SL_XML_FAILED)
    {
      g_propagate_error (error, g_error_copy (self->error));
      event->line = self->error_line;
    }
  return type;
}
