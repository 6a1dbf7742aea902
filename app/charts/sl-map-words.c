/* What is said of the map where it cannot be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-paint.h"

#include "base/sl-text.h"
#include "insight/sl-map-words.h"

#include <glib/gi18n-lib.h>

static const char *
words (const SlMapStyle *style, const char *msgid)
{
  return style->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

char *
sl_map_card_dup_findings (const SlMapCard *card, gboolean translated)
{
  SlMapStyle style = { .translated = translated };
  GString *text = g_string_new (NULL);

  for (guint fault = SL_MAP_M1; fault <= SL_MAP_M7; fault <<= 1)
    if (card->faults & fault)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words (&style, sl_map_fault_words (fault)));
  if (card->weak)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words (&style, N_ ("its evidence is too weak for the gate ahead")));
  if (card->n_past > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words (&style, N_ ("it leads straight past a step")));
  return g_string_free (text, text->len == 0);
}

char *
sl_map_card_dup_words (const SlMapCard *card, gboolean translated)
{
  SlMapStyle style = { .translated = translated };
  const SlField *fields = sl_kind_get (SL_KIND_MAP_NODE)->fields;
  const char *type = words (&style, sl_enum_label (fields[SL_MAP_NODE_TYPE].tokens, card->type));
  const char *status = words (&style, sl_enum_label (fields[SL_MAP_NODE_STATUS].tokens, card->status));
  g_autofree char *findings = sl_map_card_dup_findings (card, translated);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s: %s. %s.", card->code, type, card->title, status);
  if (card->negative)
    g_string_append_printf (text, " %s.", words (&style, N_ ("A harm")));
  if (card->level != SL_RAG_NONE)
    {
      const char *level = words (&style, sl_rag_label (card->level, FALSE));
      /* TRANSLATORS: {1} is Red, Amber or Green. */
      g_autofree char *risk = sl_text_compose (words (&style, N_ ("Risk level {1}")), (const char *[]){ level, NULL });

      g_string_append_printf (text, " %s.", risk);
    }
  if (!card->complete)
    g_string_append_printf (text, " %s.", words (&style, N_ ("Line of sight broken")));
  if (findings != NULL)
    {
      /* TRANSLATORS: of a card of the map; {1} is what is wrong with it. */
      g_autofree char *said = sl_text_compose (words (&style, N_ ("To mend: {1}")), (const char *[]){ findings, NULL });

      g_string_append_printf (text, " %s.", said);
    }
  return g_string_free (text, FALSE);
}

char *
sl_map_dup_alternative (const SlMapDrawing *drawing, gboolean translated)
{
  SlMapStyle style = { .translated = translated };
  g_autofree char *cards = g_strdup_printf ("%u", drawing->n_cards);
  g_autofree char *links = g_strdup_printf ("%u", drawing->n_links);
  g_autofree char *complete = NULL;
  guint n = 0;

  for (guint i = 0; i < drawing->n_cards; i++)
    n += drawing->cards[i].complete;
  complete = g_strdup_printf ("%u", n);
  return sl_text_compose (words (&style, N_ ("Benefit map: {1} cards and {2} links; {3} cards lie on a complete line of sight")),
                          (const char *[]){ cards, links, complete, NULL });
}
