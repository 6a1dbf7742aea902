/* sl-xml-report-private.h: what is wrong with a document, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-programme-xml-read.h"

G_BEGIN_DECLS

#define SL_XML_NO_NODE G_MAXUINT32

/* An element that is a record. */
typedef struct
{
  SlRecord *record; /* owned; NULL until it is made */
  guint32 parent;   /* index of the one it is nested in, or SL_XML_NO_NODE */
  gint32 line;
  guint16 kind;
} SlXmlNode;

typedef struct
{
  GArray *nodes;       /* of SlXmlNode, in order of the document */
  GPtrArray *problems; /* of SlXmlProblem: the first SL_XML_PROBLEMS_MAX, and what broke it off */
  guint n_problems;    /* all of them */
  SlUidMap *told;      /* index + 1 -> guint64: fields told of */
} SlXmlReport;

void       sl_xml_report_init    (SlXmlReport *self);
void       sl_xml_report_clear   (SlXmlReport *self);

/* The index of a further node. */
guint      sl_xml_report_add     (SlXmlReport *self, const SlKind *kind, guint parent, int line);
SlXmlNode *sl_xml_report_node    (const SlXmlReport *self, guint index);
/* The index of the record of that uid, or SL_XML_NO_NODE. */
guint      sl_xml_report_find    (const SlXmlReport *self, SlUid uid);

/* Tells of @node (SL_XML_NO_NODE: the document), of its @field (-1: all of it) or of an @element in it that is no record
 * (or NULL). Takes @reason. */
void       sl_xml_report_tell    (SlXmlReport *self, int line, guint node, int field, const char *element, char *reason);
/* Tells why it was not read any further: always, however many there are. */
void       sl_xml_report_break_off (SlXmlReport *self, int line, guint node, const char *reason);
gboolean   sl_xml_report_is_told (const SlXmlReport *self, guint node, int field);

/* Sorts by lines and says all of it, a problem a line; NULL where there is none. */
GError    *sl_xml_report_to_error (SlXmlReport *self, int code, const char *name);

G_END_DECLS
