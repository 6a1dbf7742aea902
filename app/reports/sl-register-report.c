/* The risk register as a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-private.h"

#include "reports/sl-report-parts-private.h"
#include "reports/sl-report-xml-private.h"

static void
write_risks (const SlReportFacts *facts, SlXmlWriter *xml)
{
  sl_xml_writer_start (xml, "risks");
  sl_report_xml_integer (xml, "threats", facts->n_threats);
  sl_report_xml_integer (xml, "opportunities", facts->n_opportunities);
  sl_report_xml_integer (xml, "hidden", sl_report_hidden (facts));
  for (guint i = 0; i < facts->risks->len; i++)
    sl_report_xml_risk (xml, facts, g_ptr_array_index (facts->risks, i));
  sl_xml_writer_end (xml);
}

static void
write_issues (const SlReportFacts *facts, SlXmlWriter *xml)
{
  sl_xml_writer_start (xml, "issues");
  sl_report_xml_integer (xml, "open", facts->n_open_issues);
  sl_report_xml_integer (xml, "hidden", facts->hidden_issues);
  for (guint i = 0; i < facts->issues->len; i++)
    sl_report_xml_issue (xml, facts, g_ptr_array_index (facts->issues, i));
  sl_xml_writer_end (xml);
}

void
sl_register_report_write_xml (const SlReportFacts *facts, SlXmlWriter *xml)
{
  sl_report_xml_begin (xml, facts);
  sl_report_xml_settings (xml, facts);
  sl_report_xml_programme (xml, facts);
  write_risks (facts, xml);
  write_issues (facts, xml);
  sl_report_xml_appetites (xml, facts);
  sl_report_xml_cover (xml, facts);
  sl_report_xml_audit (xml, facts);
  sl_xml_writer_end (xml);
  sl_report_xml_provenance (xml, facts);
  sl_xml_writer_end (xml);
}

void
sl_register_report_make_page (const SlReportFacts *facts, SlDocument *page)
{
  sl_report_part_opening (page, facts);
  sl_register_part_glance (page, facts);
  sl_register_part_decisions (page, facts);
  sl_register_part_threats (page, facts);
  sl_register_part_heat_map (page, facts);
  sl_register_part_opportunities (page, facts);
  sl_register_part_issues (page, facts);
  sl_register_part_exposure (page, facts);
  sl_report_part_eased (page, facts);
  sl_register_part_details (page, facts);
  sl_register_part_others (page, facts);
  sl_report_part_changes (page, facts);
  sl_report_part_settings (page, facts);
  sl_report_part_provenance (page, facts);
}
