/* sl-xml-input-private.h: XML of strangers, read as a stream of events through a guard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every byte passes our own scanner before the parser (libxml2, which alone is no guard) sees it. Refused are:
 *   - what is compressed, and what is neither UTF-8 nor UTF-16 with a byte order mark, whatever it says of itself
 *   - a document type, and with it every entity: nothing is ever fetched, expanded or defaulted
 *   - SL_ERROR_LIMIT: more than SL_XML_BYTES_MAX bytes (after conversion to UTF-8), a tag longer than SL_XML_TAG_MAX bytes
 *     or with more than SL_XML_ATTRIBUTES_MAX attributes, elements nested deeper than SL_XML_DEPTH_MAX, a text longer than
 *     SL_XML_TEXT_MAX bytes, different names of more than SL_XML_NAMES_MAX bytes together; and the parser's own limit of
 *     about SL_XML_TEXT_MAX in one comment, section or instruction
 * Comments and processing instructions are passed over and have no effect.
 *
 * The parser is fed (SAX) and not asked: no tree is built, what is wrong is told where it is, and reading costs a third of
 * what a reader of nodes needs.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_XML_BYTES_MAX (G_GINT64_CONSTANT (1) << 30)
#define SL_XML_TAG_MAX (64 * 1024)
#define SL_XML_ATTRIBUTES_MAX 128
#define SL_XML_DEPTH_MAX 32
#define SL_XML_TEXT_MAX 10000000
#define SL_XML_NAMES_MAX (256 * 1024)

typedef struct
{
  const char *name;  /* the same pointer for the same name, throughout a document */
  const char *space; /* namespace; NULL: none */
  const char *value; /* no NUL behind it */
  gsize n;
} SlXmlAttribute;

/* Borrowed for the call. */
typedef struct
{
  int line;          /* where the tag begins */
  const char *name;  /* the same pointer for the same name, throughout a document */
  const char *space; /* its namespace; NULL: none */
  guint n_attributes; /* declarations of namespaces are not among them */
  SlXmlAttribute attributes[SL_XML_ATTRIBUTES_MAX];
} SlXmlElement;

typedef struct
{
  gboolean (*start) (gpointer data, const SlXmlElement *element, GError **error); /* FALSE: no further */
  void (*end) (gpointer data);
  /* A run of text, whole or not; @line: where it ends. */
  void (*text) (gpointer data, const char *text, gsize n, int line);
} SlXmlHandler;

/* Reads @stream to its end. @max_bytes: SL_XML_BYTES_MAX, or less in tests. Fails with what @handler says, SL_ERROR_DAMAGED
 * (not well-formed, hostile), SL_ERROR_LIMIT, SL_ERROR_IO or SL_ERROR_CANCELLED, saying what is wrong without its place;
 * *@line: where, 0: nowhere in particular. */
gboolean sl_xml_input_read (GInputStream *stream, GCancellable *cancellable, gint64 max_bytes, const SlXmlHandler *handler,
                            gpointer data, int *line, GError **error);

G_END_DECLS
