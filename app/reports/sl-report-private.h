/* sl-report-private.h: what a kind of report is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-xml-writer.h"
#include "reports/sl-document.h"
#include "reports/sl-report-facts-private.h"

G_BEGIN_DECLS

struct _SlReportKind
{
  const char *token;
  const char *label; /* N_(); also the title of its page, in British English */
  /* The whole document, from sl_report_xml_begin() to its end. */
  void (*write_xml) (const SlReportFacts *facts, SlXmlWriter *xml);
  /* The page below its title. */
  void (*make_page) (const SlReportFacts *facts, SlDocument *page);
  gboolean map; /* it tells the benefit map: who owns its cards and benefits is named */
};

/* sl-register-report.c */
void sl_register_report_write_xml (const SlReportFacts *facts, SlXmlWriter *xml);
void sl_register_report_make_page (const SlReportFacts *facts, SlDocument *page);
/* sl-map-report.c */
void sl_map_report_write_xml (const SlReportFacts *facts, SlXmlWriter *xml);
void sl_map_report_make_page (const SlReportFacts *facts, SlDocument *page);

G_END_DECLS
