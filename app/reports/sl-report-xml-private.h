/* sl-report-xml-private.h: the elements of report XML (domain.md 4.5), each written in one place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names are those of report-1.xsd, which has the order of the elements too. Prose is elements, everything else
 * attributes; what is absent is left out; what is derived says so.
 */
#pragma once

#include "exchange/sl-xml-writer.h"
#include "reports/sl-report-facts-private.h"

G_BEGIN_DECLS

/* --- Attributes: absent values write nothing ---------------------------------------------------------------------- */

void sl_report_xml_token   (SlXmlWriter *xml, const char *name, const SlEnum *tokens, int value);
void sl_report_xml_date    (SlXmlWriter *xml, const char *name, SlDate date);
/* 0 is absent. */
void sl_report_xml_count   (SlXmlWriter *xml, const char *name, int value);
void sl_report_xml_integer (SlXmlWriter *xml, const char *name, gint64 value);
void sl_report_xml_decimal (SlXmlWriter *xml, const char *name, SlDecimal value);
void sl_report_xml_money   (SlXmlWriter *xml, const char *name, SlMoney money);
/* Only TRUE is written. */
void sl_report_xml_flag    (SlXmlWriter *xml, const char *name, gboolean value);
/* Begins an element of what is computed (4.5), never imported. */
void sl_report_xml_start_derived (SlXmlWriter *xml, const char *element);
/* NULL is absent: an attribute, and an element that holds nothing else. */
void sl_report_xml_string  (SlXmlWriter *xml, const char *name, const char *text);
void sl_report_xml_prose   (SlXmlWriter *xml, const char *element, const char *text);
/* The code of a record, if it is shown. */
void sl_report_xml_ref     (SlXmlWriter *xml, const SlReportFacts *facts, const char *name, SlUid uid);
/* A moment, UTC, in seconds. */
void sl_report_xml_time    (SlXmlWriter *xml, const char *name, gint64 seconds);
/* Token of a rating: threats @rag, opportunities @worth. */
void sl_report_xml_rating  (SlXmlWriter *xml, SlRag rag, gboolean opportunity);

/* --- Elements (sl-report-xml.c) ----------------------------------------------------------------------------------- */

/* Begins sightline-report, up to its attributes. */
void sl_report_xml_begin      (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_settings   (SlXmlWriter *xml, const SlReportFacts *facts);
/* Begins programme; vision, people, organisations and projects that what is shown names. */
void sl_report_xml_programme  (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_appetites  (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_cover      (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_audit      (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_provenance (SlXmlWriter *xml, const SlReportFacts *facts);

/* --- Risks and what hangs on them (sl-report-xml-risk.c) ---------------------------------------------------------- */

void sl_report_xml_risk       (SlXmlWriter *xml, const SlReportFacts *facts, const SlReportRisk *risk);
/* All that are shown, as risks and as issues. */
void sl_report_xml_risks      (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_issues     (SlXmlWriter *xml, const SlReportFacts *facts);
void sl_report_xml_issue      (SlXmlWriter *xml, const SlReportFacts *facts, const SlIssue *issue);

G_END_DECLS
