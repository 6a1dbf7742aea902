/* The benefit map as a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-map-facts-private.h"
#include "reports/sl-report-parts-private.h"
#include "reports/sl-report-private.h"
#include "reports/sl-report-xml-private.h"

void
sl_map_report_write_xml (const SlReportFacts *facts, SlXmlWriter *xml)
{
  g_auto (SlMapFacts) map = { NULL };

  sl_map_facts_init (&map, facts);
  sl_report_xml_begin (xml, facts);
  sl_report_xml_settings (xml, facts);
  sl_report_xml_programme (xml, facts);
  sl_report_xml_benefit_map (xml, &map);
  sl_report_xml_benefits (xml, &map);
  sl_report_xml_risks (xml, facts);
  sl_report_xml_issues (xml, facts);
  sl_report_xml_audit (xml, facts);
  sl_xml_writer_end (xml);
  sl_report_xml_provenance (xml, facts);
  sl_xml_writer_end (xml);
}

void
sl_map_report_make_page (const SlReportFacts *facts, SlDocument *page)
{
  g_auto (SlMapFacts) map = { NULL };

  sl_map_facts_init (&map, facts);
  sl_report_part_opening (page, facts);
  sl_map_part_glance (page, &map);
  sl_map_part_picture (page, &map);
  sl_map_part_findings (page, &map);
  sl_map_part_ways (page, &map);
  sl_map_part_benefits (page, &map);
  sl_map_part_cards (page, &map);
  sl_map_part_links (page, &map);
  sl_report_part_changes (page, facts);
  sl_report_part_provenance (page, facts);
}
