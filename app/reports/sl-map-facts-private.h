/* sl-map-facts-private.h: what a report says of the benefit map, read and judged once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a project only its cards and the shared ones are told, and links between them; the picture shows the whole map.
 */
#pragma once

#include "charts/sl-map-drawing.h"
#include "exchange/sl-xml-writer.h"
#include "reports/sl-document.h"
#include "reports/sl-report-facts-private.h"

G_BEGIN_DECLS

typedef struct
{
  const SlReportFacts *facts;
  SlMapStatus *status;
  SlMapDrawing *drawing; /* NULL where there are more cards than can be drawn */
  GPtrArray *nodes;      /* of const SlMapNode: by column, then code */
  GPtrArray *edges;      /* of const SlMapEdge: by the codes of their ends */
  GPtrArray *benefits;   /* of const SlBenefit on them, by code; not the closed and withdrawn ones */
  GPtrArray *findings;   /* of SlFinding */
  SlCoverage coverage;
} SlMapFacts;

void sl_map_facts_init  (SlMapFacts *self, const SlReportFacts *facts);
void sl_map_facts_clear (SlMapFacts *self);
/* The card a finding is about: of a link the one that it begins at; NULL when it is about none. Borrowed. */
const SlMapNode *sl_map_facts_card_of (const SlMapFacts *self, const SlFinding *finding);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlMapFacts, sl_map_facts_clear)

/* Of the elements of domain.md 4.5: benefit-map, and benefits with what is at risk of them (sl-map-xml.c). */
void sl_report_xml_benefit_map (SlXmlWriter *xml, const SlMapFacts *self);
void sl_report_xml_benefits    (SlXmlWriter *xml, const SlMapFacts *self);

/* Sections of a page, which the full report has too (sl-map-sections.c). */
void sl_map_part_glance   (SlDocument *page, const SlMapFacts *self);
void sl_map_part_picture  (SlDocument *page, const SlMapFacts *self);
void sl_map_part_findings (SlDocument *page, const SlMapFacts *self);
void sl_map_part_ways     (SlDocument *page, const SlMapFacts *self);
void sl_map_part_benefits (SlDocument *page, const SlMapFacts *self);
void sl_map_part_cards    (SlDocument *page, const SlMapFacts *self);
void sl_map_part_links    (SlDocument *page, const SlMapFacts *self);

G_END_DECLS
