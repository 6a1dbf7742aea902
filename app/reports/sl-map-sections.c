/* The benefit map on a page: how much of it holds, the picture, what is wrong, how it is argued, what is at risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-map-facts-private.h"

#include "charts/sl-map-figure.h"
#include "insight/sl-consequence.h"
#include "reports/sl-report-parts-private.h"

#include <math.h>
#include <string.h>

/* --- Words -------------------------------------------------------------------------------------------------------- */

static void
say_path (SlDocument *page, const SlMapFacts *self, const GArray *path)
{
  for (guint i = 0; i < path->len; i++)
    {
      sl_document_text (page, i > 0 ? " → " : "");
      sl_document_code (page, sl_report_code (self->facts, g_array_index (path, SlUid, i)));
    }
}

static void
say_level (SlDocument *page, SlRag level)
{
  if (level != SL_RAG_NONE)
    sl_document_status (page, sl_status_from_rag (level, FALSE), sl_rag_label (level, FALSE));
}

/* "53.3 %" */
static void
say_percent (SlDocument *page, double share)
{
  gint64 tenths = (gint64) floor (share * 1000 + 0.5 + 1e-9);

  sl_document_format (page, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT SL_DOCUMENT_TIE "%%", tenths / 10, tenths % 10);
}

/* What the strength of an argument means (F-15). */
static const char *
evidence_word (int evidence)
{
  static const char *const words[] = { "none", "assumption", "expert view or comparable case", "measured in our trial", "proven here" };

  return words[CLAMP (evidence, 0, 4)];
}

/* --- At a glance -------------------------------------------------------------------------------------------------- */

static void
add_coverage (SlDocument *page, const SlMapFacts *self)
{
  const SlCoverage *coverage = &self->coverage;

  sl_document_notice (page, coverage->complete == coverage->active && self->findings->len == 0 ? SL_TONE_GOOD : SL_TONE_WARNING);
  sl_document_format (page, "%u of %u cards lie on a complete line of sight (%d" SL_DOCUMENT_TIE "%%).", coverage->complete,
                      coverage->active, coverage->coverage);
  if (coverage->invested > 0)
    {
      sl_document_text (page, " Of ");
      sl_document_money (page, coverage->invested);
      sl_document_text (page, " invested ");
      sl_document_money (page, coverage->funded);
      sl_document_text (page, " can be followed from the money to a purpose.");
    }
}

static void
add_at_risk (SlDocument *page, const SlMapFacts *self)
{
  g_autoptr (GArray) at_risk = sl_map_status_at_risk (self->status);
  guint n = 0;

  for (guint i = 0; i < at_risk->len; i++)
    n += g_ptr_array_find (self->nodes, sl_data_lookup (self->facts->view.data, g_array_index (at_risk, SlUid, i)), NULL);
  if (n == 0)
    return;
  sl_document_item (page);
  sl_document_format (page, "%u %s at risk:", n, n == 1 ? "outcome is" : "outcomes are");
  for (guint i = 0, k = 0; i < at_risk->len; i++)
    {
      SlUid uid = g_array_index (at_risk, SlUid, i);

      if (!g_ptr_array_find (self->nodes, sl_data_lookup (self->facts->view.data, uid), NULL))
        continue;
      sl_document_text (page, k++ > 0 ? ", " : " ");
      sl_document_code (page, sl_report_code (self->facts, uid));
    }
  sl_document_text (page, ".");
}

void
sl_map_part_glance (SlDocument *page, const SlMapFacts *self)
{
  sl_document_heading (page, 2, "glance");
  sl_document_text (page, "At a glance");
  if (self->nodes->len == 0)
    {
      sl_document_notice (page, SL_TONE_WARNING);
      sl_document_text (page, "There is no card on the map yet: nothing says what the money is for.");
      return;
    }
  add_coverage (page, self);
  if (self->findings->len > 0)
    {
      sl_document_item (page);
      sl_document_format (page, "%u %s, below.", self->findings->len, self->findings->len == 1 ? "finding" : "findings");
    }
  add_at_risk (page, self);
  sl_report_part_hidden (page, self->facts);
}

/* --- The picture -------------------------------------------------------------------------------------------------- */

static GBytes *
make_svg (const SlMapFacts *self, guint palette, gboolean hatched)
{
  SlMapFigure figure = { .drawing = self->drawing, .name = self->facts->programme->name, .day = self->facts->view.as_of,
                         .style = { .palette = palette, .hatched = hatched, .selected = -1 } };
  char *svg = sl_map_figure_to_svg (&figure, NULL);

  return svg != NULL ? g_bytes_new_take (svg, strlen (svg)) : NULL;
}

void
sl_map_part_picture (SlDocument *page, const SlMapFacts *self)
{
  SlMapFigure figure = { .drawing = self->drawing, .name = self->facts->programme->name, .day = self->facts->view.as_of,
                         .style = { .selected = -1 } };
  g_autofree char *alternative = NULL;
  SlPictures pictures = { NULL };
  double width, height;

  if (self->nodes->len == 0 || self->drawing == NULL)
    return;
  alternative = sl_map_dup_alternative (self->drawing, FALSE);
  pictures.light = make_svg (self, 0, FALSE);
  pictures.dark = make_svg (self, SL_PALETTE_DARK, FALSE);
  pictures.hatched = make_svg (self, 0, TRUE);
  if (pictures.light != NULL)
    {
      sl_map_figure_size (&figure, &width, &height);
      sl_document_heading (page, 2, "map");
      sl_document_text (page, "From money to purpose");
      sl_document_figure (page, alternative, &pictures, (int) ceil (width), (int) ceil (height));
      sl_document_text (page, "What every card and link says is told below.");
    }
  g_clear_pointer (&pictures.light, g_bytes_unref);
  g_clear_pointer (&pictures.dark, g_bytes_unref);
  g_clear_pointer (&pictures.hatched, g_bytes_unref);
}

/* "E1 More residents satisfied", as the first cell of a row. */
static void
begin_row (SlDocument *page, const SlMapNode *node)
{
  sl_document_row (page);
  sl_document_cell (page);
  sl_document_code (page, node->code);
  sl_document_text (page, " ");
  sl_document_user (page, node->title);
}

/* --- Findings ----------------------------------------------------------------------------------------------------- */

void
sl_map_part_findings (SlDocument *page, const SlMapFacts *self)
{
  static const SlColumn columns[] = { { "Card", SL_CELL_TEXT }, { "Rule", SL_CELL_TEXT }, { "What is wrong", SL_CELL_TEXT } };

  if (self->findings->len == 0)
    return;
  sl_document_heading (page, 2, "findings");
  sl_document_text (page, "What breaks the line of sight");
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->findings->len; i++)
    {
      const SlFinding *finding = self->findings->pdata[i];
      g_autofree char *text = sl_finding_dup_text (finding, FALSE);
      const char *said = g_str_has_prefix (text, finding->code) ? text + strlen (finding->code) : text;

      begin_row (page, sl_map_facts_card_of (self, finding));
      sl_document_cell_text (page, finding->rule);
      sl_document_cell (page);
      sl_document_user (page, said + strspn (said, ": "));
    }
}

/* --- Theory of change --------------------------------------------------------------------------------------------- */

static void
add_way (SlDocument *page, const SlMapFacts *self, const SlMapNode *node)
{
  const SlNodeStatus *status = sl_map_status_node (self->status, node->record.uid);
  g_auto (SlWeakestLink) link = { NULL };

  sl_map_weakest_link (self->status, &self->facts->view, node->record.uid, &link);
  begin_row (page, node);
  sl_document_cell (page);
  if (link.path->len == 0)
    sl_document_strong (page, "No argued way leads to it from an investment.");
  say_path (page, self, link.path);
  sl_document_cell (page);
  for (guint i = link.weakest; link.path->len > 1 && i < link.weakest + 2; i++)
    {
      sl_document_text (page, i > link.weakest ? " → " : "");
      sl_document_code (page, sl_report_code (self->facts, g_array_index (link.path, SlUid, i)));
    }
  sl_document_cell (page);
  sl_document_format (page, "%d: %s", link.evidence, evidence_word (link.evidence));
  if (status != NULL && status->strength < status->strength_needed)
    sl_document_strong (page, " – less than the gate ahead asks for");
}

void
sl_map_part_ways (SlDocument *page, const SlMapFacts *self)
{
  static const SlColumn columns[] = { { "End outcome", SL_CELL_TEXT }, { "Best argued way", SL_CELL_TEXT },
                                      { "Weakest link on it", SL_CELL_TEXT }, { "Its evidence", SL_CELL_TEXT } };
  gboolean any = FALSE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SlMapNode *node = self->nodes->pdata[i];

      if (node->type != SL_NODE_TYPE_END_OUTCOME || node->polarity == SL_POLARITY_NEGATIVE)
        continue;
      if (!any)
        {
          sl_document_heading (page, 2, "ways");
          sl_document_text (page, "Why it should work");
          sl_document_table (page, columns, G_N_ELEMENTS (columns));
        }
      any = TRUE;
      add_way (page, self, node);
    }
}

/* --- What is at risk ---------------------------------------------------------------------------------------------- */

static void
add_causes (SlDocument *page, const SlMapFacts *self, const SlBenefitThreat *threat)
{
  for (guint i = 0; i < threat->causes->len; i++)
    {
      const SlCause *cause = threat->causes->pdata[i];

      sl_document_text (page, i > 0 ? "; " : "");
      sl_document_code (page, sl_report_code (self->facts, cause->uid));
      sl_document_text (page, " ");
      say_percent (page, cause->share);
      if (i == 0 && cause->path->len > 0)
        {
          sl_document_text (page, " by ");
          say_path (page, self, cause->path);
        }
    }
  if (threat->n_hidden > 0)
    sl_document_format (page, "%s%u not shown, but counted", threat->causes->len > 0 ? "; " : "", threat->n_hidden);
}

void
sl_map_part_benefits (SlDocument *page, const SlMapFacts *self)
{
  static const SlColumn columns[] = { { "Benefit", SL_CELL_TEXT }, { "A year", SL_CELL_MONEY }, { "At risk", SL_CELL_TEXT },
                                      { "A year at risk", SL_CELL_MONEY }, { "By what", SL_CELL_TEXT } };

  if (self->benefits->len == 0)
    return;
  sl_document_heading (page, 2, "at-risk");
  sl_document_text (page, "What the risks can cost the benefits");
  sl_document_paragraph (page);
  sl_document_text (page, "Indicative, assumes independence: probability, share lost and what the links carry, multiplied.");
  if (sl_report_hidden (self->facts) > 0)
    sl_document_text (page, " Where something that is not shown is counted, the share is rounded up to the next ten percent.");
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->benefits->len; i++)
    {
      const SlBenefit *benefit = self->benefits->pdata[i];
      g_autoptr (SlBenefitThreat) threat
          = sl_benefit_threat (&self->facts->view, benefit->record.uid, self->facts->options->audience);

      sl_document_row (page);
      sl_document_cell (page);
      sl_document_code (page, benefit->code);
      sl_document_text (page, " ");
      sl_document_user (page, benefit->name);
      sl_document_cell_money (page, benefit->annual_value_at_target);
      sl_document_cell (page);
      if (threat->reckoned && threat->n_hidden > 0)
        sl_document_text (page, "up to ");
      if (threat->reckoned)
        say_percent (page, threat->share);
      else
        sl_document_dim (page, "a dis-benefit");
      sl_document_cell_money (page, threat->value);
      sl_document_cell (page);
      add_causes (page, self, threat);
    }
}

/* --- Cards and links ---------------------------------------------------------------------------------------------- */

static void
add_sight (SlDocument *page, const SlNodeStatus *status)
{
  static const char *const lacking[] = { "leads to no purpose", "no investment leads to it", "no change of working after it",
                                         "no change of working before it", "no active owner" };
  guint n = 0;

  if (status->failed == 0)
    sl_document_text (page, "Complete");
  for (guint i = 0; i < G_N_ELEMENTS (lacking); i++)
    if (status->failed >> i & 1)
      {
        sl_document_text (page, n++ > 0 ? ", " : "");
        sl_document_strong (page, lacking[i]);
      }
}

static void
add_card (SlDocument *page, const SlMapFacts *self, const SlMapNode *node)
{
  const SlNodeStatus *status = sl_map_status_node (self->status, node->record.uid);

  begin_row (page, node);
  if (status != NULL && status->negative)
    sl_document_dim (page, " (harm)");
  sl_document_cell (page);
  sl_report_say_name (page, self->facts, node->owner);
  sl_document_cell_text (page, sl_enum_label (&sl_node_status_enum, node->status));
  sl_document_cell_date (page, node->forecast != SL_DATE_NONE ? node->forecast : node->planned);
  sl_document_cell (page);
  if (status != NULL)
    add_sight (page, status);
  sl_document_cell (page);
  if (status == NULL || status->level == SL_RAG_NONE)
    return;
  say_level (page, status->level);
  if (sl_report_code (self->facts, status->culprit) != NULL)
    {
      sl_document_text (page, " by ");
      sl_document_code (page, sl_report_code (self->facts, status->culprit));
    }
}

void
sl_map_part_cards (SlDocument *page, const SlMapFacts *self)
{
  static const SlColumn columns[] = { { "Card", SL_CELL_TEXT }, { "Owner", SL_CELL_TEXT },
                                      { "Status", SL_CELL_TEXT }, { "Expected", SL_CELL_DATE },
                                      { "Line of sight", SL_CELL_TEXT }, { "Risk level", SL_CELL_TEXT } };
  guint column = SL_MAP_COLUMNS;

  if (self->nodes->len == 0)
    return;
  sl_document_heading (page, 2, "cards");
  sl_document_text (page, "Card by card");
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SlMapNode *node = self->nodes->pdata[i];

      if (sl_map_column_of (node->type) != column)
        {
          column = sl_map_column_of (node->type);
          sl_document_heading (page, 3, NULL);
          sl_document_text (page, sl_map_column_title (column));
          sl_document_table (page, columns, G_N_ELEMENTS (columns));
        }
      add_card (page, self, node);
    }
}

void
sl_map_part_links (SlDocument *page, const SlMapFacts *self)
{
  static const SlColumn columns[] = { { "Link", SL_CELL_TEXT }, { "Weight", SL_CELL_TEXT }, { "Evidence", SL_CELL_TEXT },
                                      { "Why the one leads to the other", SL_CELL_TEXT } };

  if (self->edges->len == 0)
    return;
  sl_document_heading (page, 2, "links");
  sl_document_text (page, "Link by link");
  sl_document_table (page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->edges->len; i++)
    {
      const SlMapEdge *edge = self->edges->pdata[i];
      int evidence = (int) MAX (0, edge->evidence);

      sl_document_row (page);
      sl_document_cell (page);
      sl_document_code (page, sl_report_code (self->facts, edge->from));
      sl_document_text (page, SL_DOCUMENT_TIE "→" SL_DOCUMENT_TIE);
      sl_document_code (page, sl_report_code (self->facts, edge->to));
      sl_document_cell_text (page, sl_enum_label (&sl_link_weight_enum, edge->weight));
      sl_document_cell (page);
      sl_document_format (page, "%d: %s", evidence, evidence_word (evidence));
      sl_document_cell (page);
      sl_document_user (page, edge->rationale);
    }
}
