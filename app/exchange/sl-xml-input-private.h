/* sl-xml-input-private.h: XML of strangers, read as a stream of events through a guard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every byte passes our own scanner before the parser (libxml2, which alone is no guard) sees it. Refused are:
 *   - what is compressed, and what is neither UTF-8 nor UTF-16 with a byte order mark, whatever it says of itself
 *   - a document type, and with it every entity: nothing is ever fetched, expanded or defaulted
 *   - SL_ERROR_LIMIT: more than SL_XML_BYTES_MAX bytes (after conversion to UTF-8), a tag longer than SL_XML_TAG_MAX bytes
 *     or with more than SL_XML_ATTRIBUTES_MAX attributes, elements nested deeper than SL_XML_DEPTH_MAX; and the parser's
 *     own limit of 10,000,000 bytes in one text, comment or instruction
 * Comments and processing instructions are passed over and have no effect. Lines are counted by the scanner: the parser
 * reads ahead, and counts no further than 65,535.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_XML_BYTES_MAX (G_GINT64_CONSTANT (1) << 30)
#define SL_XML_TAG_MAX (64 * 1024)
#define SL_XML_ATTRIBUTES_MAX 128
#define SL_XML_DEPTH_MAX 32

typedef struct _SlXmlInput SlXmlInput;

typedef enum
{
  SL_XML_START, /* of an element */
  SL_XML_END,   /* of an element, also of an empty one */
  SL_XML_TEXT,  /* a run of text, whole or not */
  SL_XML_DONE,  /* the document has ended well */
  SL_XML_FAILED,
} SlXmlEventType;

typedef struct
{
  const char *name;
  const char *space; /* namespace; NULL: none */
  const char *value;
} SlXmlAttribute;

/* Borrowed until the next event. */
typedef struct
{
  int line;          /* where the tag, or the first character of the text that is no blank, stands; of SL_XML_FAILED where
                      * it failed, 0: nowhere in particular */
  const char *name;  /* SL_XML_START, SL_XML_END */
  const char *space; /* its namespace; NULL: none */
  const char *text;  /* SL_XML_TEXT */
  guint n_attributes; /* SL_XML_START; declarations of namespaces are not among them */
  SlXmlAttribute attributes[SL_XML_ATTRIBUTES_MAX];
} SlXmlEvent;

/* Keeps a reference on @stream. */
SlXmlInput    *sl_xml_input_new  (GInputStream *stream, GCancellable *cancellable);
void           sl_xml_input_free (SlXmlInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlXmlInput, sl_xml_input_free)

/* The next event; fills *@event. SL_XML_FAILED with SL_ERROR_DAMAGED (not well-formed, hostile), SL_ERROR_LIMIT,
 * SL_ERROR_IO, SL_ERROR_CANCELLED, saying what is wrong without its place; every further call fails likewise. */
SlXmlEventType sl_xml_input_next (SlXmlInput *self, SlXmlEvent *event, GError **error);

/* For tests: another cap in place of SL_XML_BYTES_MAX. */
void           sl_xml_input_set_max_bytes (SlXmlInput *self, gint64 max);

G_END_DECLS
