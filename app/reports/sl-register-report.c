/* The risk register as a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-private.h"

#include "reports/sl-report-parts-private.h"
#include "reports/sl-report-xml-private.h"

void
sl_register_report_write_xml (const SlReportFacts *facts, SlXmlWriter *xml)
{
  sl_report_xml_begin (xml, facts);
  sl_report_xml_settings (xml, facts);
  sl_report_xml_programme (xml, facts);
  sl_report_xml_risks (xml, facts);
  sl_report_xml_issues (xml, facts);
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
