/* sl-report-parts-private.h: sections that pages of several kinds share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sections without anything to say are left out, but for those whose emptiness is news.
 */
#pragma once

#include "reports/sl-document.h"
#include "reports/sl-report-facts-private.h"

G_BEGIN_DECLS

/* --- Of every report (sl-report-parts.c) -------------------------------------------------------------------------- */

/* As of when, for whom, how fresh, by which settings: what every page begins with. */
void sl_report_part_opening    (SlDocument *page, const SlReportFacts *facts);
/* "2 restricted risks are not shown", as an item; nothing where there are none. */
void sl_report_part_hidden     (SlDocument *page, const SlReportFacts *facts);
void sl_report_part_changes    (SlDocument *page, const SlReportFacts *facts);
void sl_report_part_eased      (SlDocument *page, const SlReportFacts *facts);
void sl_report_part_settings   (SlDocument *page, const SlReportFacts *facts);
/* The history head: what every page ends with. */
void sl_report_part_provenance (SlDocument *page, const SlReportFacts *facts);

/* Spans. Name of a person or an organisation; nothing where there is none. */
void sl_report_say_name        (SlDocument *page, const SlReportFacts *facts, SlUid uid);
/* "16 ◆ R Red" */
void sl_report_say_score       (SlDocument *page, int score, SlRag rag, gboolean opportunity);
/* The state of a risk against appetite: "Breach, escalated (ESC-1)" */
void sl_report_say_appetite    (SlDocument *page, const SlReportFacts *facts, const SlRiskStatus *status);

/* --- Of risks ----------------------------------------------------------------------------------------------------- */

/* sl-register-glance.c: the state in words, and what needs a decision. */
void sl_register_part_glance     (SlDocument *page, const SlReportFacts *facts);
void sl_register_part_decisions  (SlDocument *page, const SlReportFacts *facts);
/* sl-register-tables.c */
void sl_register_part_threats    (SlDocument *page, const SlReportFacts *facts);
void sl_register_part_opportunities (SlDocument *page, const SlReportFacts *facts);
void sl_register_part_issues     (SlDocument *page, const SlReportFacts *facts);
void sl_register_part_exposure   (SlDocument *page, const SlReportFacts *facts);
void sl_register_part_others     (SlDocument *page, const SlReportFacts *facts);
/* sl-register-heat.c: the open threats by probability and impact. */
void sl_register_part_heat_map   (SlDocument *page, const SlReportFacts *facts);
/* sl-register-details.c: each open risk at length. */
void sl_register_part_details    (SlDocument *page, const SlReportFacts *facts);

G_END_DECLS
