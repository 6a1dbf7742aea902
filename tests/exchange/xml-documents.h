/* xml-documents.h: pieces of programme XML that the tests put together, and streams to read them from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-programme-xml-read.h"
#include "model/sl-programme.h"

G_BEGIN_DECLS

#define XML_ROOT                                                                                                       \
  "<programme xmlns='urn:sightline:programme:1' code='PRG-001' identity='00000000-0000-4000-8000-000000000000' name='N' " \
  "currency='GBP' fiscal-year-start='4' reporting-period='quarter'"
/* @body stands from line 2. */
#define XML_DOCUMENT(body) XML_ROOT ">\n" body "\n</programme>\n"
/* The start tag of a risk is left open for more attributes. */
#define XML_RISK(code) "<risk code='" code "' kind='threat' title='T' state='draft' confidentiality='open' escalation-level='project'"
#define XML_NODE(code, rest)                                                                                           \
  "<map-node code='" code "' type='enabler' title='T' status='planned' polarity='positive'" rest
#define XML_EDGE(to) "<map-edge to='" to "' weight='essential' evidence='0'/>"

/* A scratch transaction over nothing, and what was said of the document read into it. */
typedef struct
{
  SlProgramme *programme;
  SlTx *tx;
  GPtrArray *problems;
  GError *error;
} XmlDesk;

void xml_desk_init  (XmlDesk *self);
void xml_desk_clear (XmlDesk *self);
/* Reads into a new transaction. */
gboolean xml_desk_read (XmlDesk *self, const void *bytes, gsize n);
/* The same of a string, which must be good. */
void xml_desk_read_good (XmlDesk *self, const char *text);
const SlRecord *xml_desk_by_code (XmlDesk *self, const char *code);

/* A stream without end: @head once, then @again for ever. */
GInputStream *xml_endless_new  (const char *head, const char *again);
/* How many bytes were taken from it. */
gsize         xml_endless_read (GInputStream *stream);

G_END_DECLS
