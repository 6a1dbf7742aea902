/* sl-xml-writer.h: the one way XML is written: libxml2's text writer with every return value looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8, two spaces of indentation, one element per line, texts exactly as they are. Failures stick: calls after one do
 * nothing and sl_xml_writer_finish() reports it. libxml2 would write characters that XML forbids without complaint, so
 * every text is looked at first: one that is not clean is SL_ERROR_INTERNAL, for nothing of the kind can be stored.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the bytes go; FALSE with @error when they cannot. */
typedef gboolean (*SlXmlSink) (const void *bytes, gsize length, gpointer data, GError **error);

typedef struct _SlXmlWriter SlXmlWriter;

/* Begins the document with its declaration. */
SlXmlWriter *sl_xml_writer_new       (SlXmlSink sink, gpointer data);
void         sl_xml_writer_start     (SlXmlWriter *self, const char *element);
/* Only between sl_xml_writer_start() and what goes into the element. */
void         sl_xml_writer_attribute (SlXmlWriter *self, const char *name, const char *text);
/* An element that holds nothing but @text. */
void         sl_xml_writer_text      (SlXmlWriter *self, const char *element, const char *text);
/* The text of the element last started, which holds nothing else. */
void         sl_xml_writer_content   (SlXmlWriter *self, const char *text);
void         sl_xml_writer_end       (SlXmlWriter *self);
/* Ends the document. FALSE with the first failure there was. */
gboolean     sl_xml_writer_finish    (SlXmlWriter *self, GError **error);
void         sl_xml_writer_free      (SlXmlWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlXmlWriter, sl_xml_writer_free)

G_END_DECLS
