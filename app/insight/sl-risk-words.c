/* Words for what is derived: msgids, translated where they are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
sl_rag_label (SlRag rag, gboolean opportunity)
{
  static const char *const threat[] = { "", N_ ("Green"), N_ ("Amber"), N_ ("Red") };
  static const char *const chance[] = { "", N_ ("Low"), N_ ("Medium"), N_ ("High") };

  g_return_val_if_fail (rag >= SL_RAG_NONE && rag <= SL_RAG_RED, "");
  return opportunity ? chance[rag] : threat[rag];
}

const char *
sl_rag_letter (SlRag rag, gboolean opportunity)
{
  /* TRANSLATORS: one letter each for Green, Amber, Red. */
  static const char *const threat[] = { "", N_ ("G"), N_ ("A"), N_ ("R") };
  /* TRANSLATORS: one letter each for Low, Medium, High. */
  static const char *const chance[] = { "", N_ ("L"), N_ ("M"), N_ ("H") };

  g_return_val_if_fail (rag >= SL_RAG_NONE && rag <= SL_RAG_RED, "");
  return opportunity ? chance[rag] : threat[rag];
}

const char *
sl_proximity_label (SlProximity proximity)
{
  static const char *const labels[]
      = { "", N_ ("Window open"), N_ ("Imminent"), N_ ("Near"), N_ ("Mid-term"), N_ ("Far") };

  g_return_val_if_fail (proximity >= SL_PROXIMITY_NONE && proximity <= SL_PROXIMITY_FAR, "");
  return labels[proximity];
}

const char *
sl_appetite_label (SlAppetiteStatus status)
{
  static const char *const labels[]
      = { "", N_ ("Not set"), N_ ("Within"), N_ ("Tolerable"), N_ ("Breach") };

  g_return_val_if_fail (status >= SL_APPETITE_NONE && status <= SL_APPETITE_BREACH, "");
  return labels[status];
}

const char *
sl_trend_label (SlTrend trend, gboolean opportunity)
{
  static const char *const threat[] = { "", N_ ("New"), N_ ("Same"), N_ ("Worse"), N_ ("Better") };
  static const char *const chance[] = { "", N_ ("New"), N_ ("Same"), N_ ("Rising"), N_ ("Falling") };

  g_return_val_if_fail (trend >= SL_TREND_NONE && trend <= SL_TREND_DOWN, "");
  return opportunity ? chance[trend] : threat[trend];
}

/* One part of a sentence: without its own full stop, and in lower case where it continues one. */
static void
append_part (GString *s, const char *before, const char *part)
{
  gsize n = part != NULL ? strlen (part) : 0;
  const char *second;

  if (n == 0)
    return;
  while (n > 0 && (part[n - 1] == '.' || part[n - 1] == ';' || part[n - 1] == ' '))
    n--;
  g_string_append (s, s->len > 0 ? ", " : "");
  g_string_append (s, before);
  second = g_utf8_next_char (part);
  /* A word in capitals (GPS, UK) stays as it is; other first letters give way inside the sentence. */
  if (s->len > 0 && g_unichar_isupper (g_utf8_get_char (part)) && !g_unichar_isupper (g_utf8_get_char (second)))
    {
      g_string_append_unichar (s, g_unichar_tolower (g_utf8_get_char (part)));
      g_string_append_len (s, second, (gssize) (n - (gsize) (second - part)));
    }
  else
    g_string_append_len (s, part, (gssize) n);
}

static char *
compose (const SlRisk *risk, const char *because, const char *so_that)
{
  g_autoptr (GString) s = g_string_new (NULL);

  append_part (s, because, risk->cause);
  append_part (s, "", risk->event);
  append_part (s, so_that, risk->effect);
  if (s->len == 0)
    return NULL;
  g_string_append_c (s, '.');
  {
    g_autofree char *first = g_utf8_substring (s->str, 0, 1);
    g_autofree char *upper = g_utf8_strup (first, -1);

    return g_strconcat (upper, s->str + strlen (first), NULL);
  }
}

char *
sl_risk_dup_sentence (const SlRisk *risk)
{
  g_return_val_if_fail (risk != NULL, NULL);
  /* TRANSLATORS: begins the sentence of a risk: “Because <cause>, <event>, so that <effect>.” Ends with a space. */
  return compose (risk, _ ("Because "),
                  /* TRANSLATORS: goes before the effect in the sentence of a risk. Ends with a space. */
                  _ ("so that "));
}

char *
sl_risk_dup_sentence_english (const SlRisk *risk)
{
  g_return_val_if_fail (risk != NULL, NULL);
  return compose (risk, "Because ", "so that ");
}
