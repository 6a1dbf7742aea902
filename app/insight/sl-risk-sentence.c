/* The sentence of a risk, put together from its three parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that have a capital only because they begin a sentence: what cannot be a name. British English; in other languages
 * none fits and the capital stays, which in German is right and elsewhere the smaller fault. Sorted. */
static const char *const common[] = {
  "a", "about", "after", "all", "an", "and", "another", "any", "as", "at", "because", "before", "bins", "both",
  "budgets", "but", "by", "changes", "citizens", "contractors", "contracts", "costs", "councillors", "crews",
  "customers", "data", "deadlines", "delays", "delivery", "demand", "depots", "drivers", "during", "each", "eight",
  "either", "employees", "engineers", "even", "every", "everybody", "everyone", "fewer", "five", "for", "forty", "four",
  "from", "funding", "further", "half", "he", "her", "here", "his", "if", "in", "interfaces", "it", "its", "key",
  "late", "less", "local", "managers", "many", "members", "metal", "money", "more", "most", "much", "neither", "new",
  "nine", "no", "nobody", "none", "not", "nothing", "of", "old", "on", "one", "only", "other", "others", "our",
  "output", "over", "overtime", "partners", "people", "permits", "plans", "power", "prices", "procurement", "projects",
  "public", "rates", "requirements", "residents", "resources", "rotas", "rounds", "rules", "sensors", "service", "services",
  "seven", "several", "she", "since", "six", "skills", "so", "some", "somebody", "someone", "staff", "staffing", "such",
  "supplier", "suppliers", "supply", "support", "systems", "tasks", "teams", "ten", "testing", "that", "the", "their",
  "there", "these", "they", "this", "those", "three", "timing", "to", "today", "too", "traffic", "training", "twenty",
  "two", "under", "until", "upkeep", "users", "volunteers", "wardens", "water", "we", "weather", "what", "when",
  "where", "while", "who", "with", "within", "without", "work", "workers", "workload", "wrong", "years", "you", "your",
};

static int
compare_words (gconstpointer key, gconstpointer word)
{
  return strcmp (key, *(const char *const *) word);
}

/* Endings that names do not have: "Collection", "Payments". */
static gboolean
ends_as_noun (const char *word)
{
  static const char *const endings[] = { "tion", "tions", "sion", "sions", "ment", "ments" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strlen (word) > strlen (endings[i]) + 1 && g_str_has_suffix (word, endings[i]))
      return TRUE;
  return FALSE;
}

/* Letters of a word, and what names and acronyms have inside: "A-03", "O’Hara". */
static gboolean
is_inner (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '_' || c == '.';
}

/* The bytes of the word at @text. */
static gsize
word_length (const char *text)
{
  const char *end = text;

  while (*end != '\0' && is_inner (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end > text && (end[-1] == '.' || end[-1] == '-'))
    end--;
  return (gsize) (end - text);
}

/* Whether @text holds that word in just those letters, other than as its beginning: with a capital there, it is a name;
 * without one it is none. */
static gboolean
holds (const char *text, const char *word, gsize n)
{
  for (const char *at = text != NULL ? strstr (text, word) : NULL; at != NULL; at = strstr (at + n, word))
    {
      const char *before = at > text ? g_utf8_prev_char (at) : NULL;
      const char *two = before != NULL && before > text ? g_utf8_prev_char (before) : NULL;

      if (before != NULL && is_inner (g_utf8_get_char (before)))
        continue;
      if (is_inner (g_utf8_get_char (at + n)) && word_length (at) != n)
        continue;
      /* After a full stop a capital says nothing. */
      if (before == NULL || (two != NULL && strchr (".!?:", *two) != NULL))
        if (g_unichar_isupper (g_utf8_get_char (word)))
          continue;
      return TRUE;
    }
  return FALSE;
}

static gboolean
risk_holds (const SlRisk *risk, const char *word)
{
  gsize n = strlen (word);

  return holds (risk->cause, word, n) || holds (risk->event, word, n) || holds (risk->effect, word, n);
}

/* Whether the capital that @text begins with is only that of a sentence. What cannot be decided keeps it: a name in lower
 * case is a worse fault than a word with a capital too many. */
static gboolean
gives_way (const SlRisk *risk, const char *text)
{
  gsize n = word_length (text);
  g_autofree char *word = g_strndup (text, n);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  const char *key = lower, *second = g_utf8_next_char (word);

  if (n == 0 || !g_unichar_isupper (g_utf8_get_char (text)))
    return FALSE;
  for (const char *c = second; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_islower (g_utf8_get_char (c)))
      return FALSE;
  if (bsearch (key, common, G_N_ELEMENTS (common), sizeof common[0], compare_words) != NULL)
    return TRUE;
  if (risk_holds (risk, word))
    return FALSE;
  return risk_holds (risk, lower) || ends_as_noun (lower);
}

static const char *
part (const SlRisk *risk, guint field)
{
  return field == SL_RISK_CAUSE ? risk->cause : field == SL_RISK_EVENT ? risk->event : risk->effect;
}

char *
sl_risk_dup_clause (const SlRisk *risk, guint field)
{
  const char *text;
  gsize n;
  g_autoptr (GString) s = NULL;

  g_return_val_if_fail (risk != NULL, NULL);
  g_return_val_if_fail (field == SL_RISK_CAUSE || field == SL_RISK_EVENT || field == SL_RISK_EFFECT, NULL);
  text = part (risk, field);
  n = text != NULL ? strlen (text) : 0;
  while (n > 0 && (text[n - 1] == '.' || text[n - 1] == ';' || text[n - 1] == ' '))
    n--;
  if (n == 0)
    return NULL;
  s = g_string_new_len (text, (gssize) n);
  if (gives_way (risk, s->str))
    {
      g_autofree char *first = g_utf8_substring (s->str, 0, 1);
      g_autofree char *lower = g_utf8_strdown (first, -1);

      g_string_erase (s, 0, (gssize) strlen (first));
      g_string_prepend (s, lower);
    }
  return g_string_free (g_steal_pointer (&s), FALSE);
}

static void
append_clause (GString *s, const char *before, const SlRisk *risk, guint field)
{
  g_autofree char *clause = sl_risk_dup_clause (risk, field);

  if (clause == NULL)
    return;
  g_string_append (s, s->len > 0 ? ", " : "");
  g_string_append (s, before);
  g_string_append (s, clause);
}

static char *
compose (const SlRisk *risk, const char *because, const char *so_that)
{
  g_autoptr (GString) s = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;

  append_clause (s, because, risk, SL_RISK_CAUSE);
  append_clause (s, "", risk, SL_RISK_EVENT);
  append_clause (s, so_that, risk, SL_RISK_EFFECT);
  if (s->len == 0)
    return NULL;
  g_string_append_c (s, '.');
  first = g_utf8_substring (s->str, 0, 1);
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, s->str + strlen (first), NULL);
}

char *
sl_risk_dup_sentence (const SlRisk *risk)
{
  g_return_val_if_fail (risk != NULL, NULL);
  /* TRANSLATORS: these two begin a risk and go before its effect: “Because <cause>, <event>, so that <effect>.” Both end with
   * a space. */
  return compose (risk, _ ("Because "), _ ("so that "));
}

char *
sl_risk_dup_sentence_english (const SlRisk *risk)
{
  g_return_val_if_fail (risk != NULL, NULL);
  return compose (risk, "Because ", "so that ");
}
