/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-risk-hints.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters: what INV-1 asks for. */
#define SHORTEST 10
#define FEWEST_WORDS 3
/* An event of so many words has a verb, known here or not. */
#define SURELY_A_SENTENCE 9
/* Of the words of the shorter part, in percent: they say the same. */
#define SAME_WORDS 70
#define LIKE_WORDS 40
#define FEWEST_SHARED 3

/* --- Words -------------------------------------------------------------------------------------------------------- */

typedef void (*WordFunc) (char *word, gpointer data);

static gboolean
is_inner (const char *c)
{
  return (guchar) *c < 0x80 ? g_ascii_isalnum (*c) || *c == '-' : g_unichar_isalnum (g_utf8_get_char (c));
}

/* Hands on the words of @text, which is folded and gets cut up. */
static void
each_word (char *text, WordFunc func, gpointer data)
{
  char *c = text;

  while (*c != '\0')
    {
      char *start, *after;

      while (*c != '\0' && !is_inner (c))
        c = g_utf8_next_char (c);
      start = c;
      while (*c != '\0' && is_inner (c))
        c = g_utf8_next_char (c);
      if (c == start)
        return;
      after = *c != '\0' ? g_utf8_next_char (c) : c;
      *c = '\0';
      func (start, data);
      c = after;
    }
}

static void
take_word (char *word, gpointer words)
{
  g_ptr_array_add (words, g_strdup (word));
}

/* The words of a text, folded. */
static GPtrArray *
words_of (const char *text)
{
  g_autofree char *folded = sl_text_fold (text);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  each_word (folded, take_word, words);
  return words;
}

static gboolean
is_one_of (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

#define SMALL_MAX 7 /* letters of the longest of them */

/* The small words that hold a sentence together. Whole registers are read word by word, so what cannot be one is told by
 * its length and first letter. */
static gboolean
is_small (const char *word, gsize n)
{
  static const char *const small[]
      = { "about", "after", "also", "and", "another", "any", "are", "because", "been", "before", "being", "but", "can",
          "could", "does", "for", "from", "has", "have", "into", "its", "may", "might", "more", "most", "not", "one", "only",
          "other", "our", "out", "over", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these",
          "they", "this", "those", "too", "was", "were", "what", "when", "where", "which", "while", "who", "will", "with",
          "within", "without", "would", "yet", NULL };
  static guint32 initials[SMALL_MAX + 1]; /* by length, a bit for each letter */
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; small[i] != NULL; i++)
        initials[strlen (small[i])] |= 1u << (small[i][0] - 'a');
      g_once_init_leave (&ready, 1);
    }
  return n <= SMALL_MAX && *word >= 'a' && *word <= 'z' && initials[n] & (1u << (*word - 'a')) && is_one_of (word, small);
}

static gboolean
ends_with (const char *word, gsize n, const char *ending, gsize length)
{
  return n >= length + 3 && memcmp (word + n - length, ending, length) == 0;
}

/* Takes the ending off a word of content: "rounds" and "round", "delayed" and "delays" are the same then. FALSE for those
 * that say nothing. */
static gboolean
cut_to_stem (char *word)
{
  gsize n = strlen (word), cut = 0;

  if (n < 3 || is_small (word, n))
    return FALSE;
  if (ends_with (word, n, "ing", 3))
    cut = 3;
  else if (ends_with (word, n, "ed", 2) || ends_with (word, n, "es", 2))
    cut = 2;
  else if (ends_with (word, n, "s", 1) || ends_with (word, n, "e", 1))
    cut = 1;
  word[n - cut] = '\0';
  return TRUE;
}

static void
take_stem (char *word, gpointer stems)
{
  if (cut_to_stem (word))
    g_hash_table_add (stems, g_strdup (word));
}

static void
add_stems (GHashTable *stems, const char *text)
{
  g_autofree char *folded = sl_text_fold (text);

  each_word (folded, take_stem, stems);
}

static GHashTable *
new_stems (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static guint
count_shared (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer stem;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n += g_hash_table_contains (b, stem);
  return n;
}

/* --- English or not ----------------------------------------------------------------------------------------------- */

static gboolean
is_foreign (const char *text)
{
  static const char *const others[]
      = { "aan", "aus", "avec", "bei", "con", "das", "de", "dei", "del", "della", "dem", "den", "der", "des", "det", "die",
          "du", "een", "ein", "eine", "el", "en", "est", "et", "gli", "het", "il", "ikke", "inte", "ist", "kann", "la", "las",
          "le", "les", "los", "med", "mit", "nicht", "och", "og", "para", "per", "por", "pour", "que", "sich", "sind", "um",
          "un", "una", "und", "une", "van", "voor", "werden", "wird", "zu", NULL };
  g_autoptr (GPtrArray) words = words_of (text);

  for (guint i = 0; i < words->len; i++)
    if (is_one_of (words->pdata[i], others))
      return TRUE;
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) > 127 && g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* By all the texts: a single part may be too short to tell. */
static gboolean
seems_english (const SlRisk *risk)
{
  return !is_foreign (risk->title) && !is_foreign (risk->cause) && !is_foreign (risk->event) && !is_foreign (risk->effect);
}

/* --- What gives a topic away -------------------------------------------------------------------------------------- */

/* What something may do, in its plain form. */
static gboolean
is_verb (const char *word)
{
  static const char *const helpers[]
      = { "am", "are", "can", "cannot", "could", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall",
          "should", "was", "were", "will", "would", NULL };
  static const char *const verbs[]
      = { "accept", "affect", "agree", "appear", "arise", "arrive", "become", "begin", "block", "break", "bring", "change",
          "close", "collapse", "come", "complain", "cost", "crash", "cut", "decline", "delay", "demand", "depart", "die",
          "disagree", "drop", "end", "exceed", "expire", "fail", "fall", "find", "flood", "get", "give", "go", "grow", "halt",
          "happen", "hit", "ignore", "increase", "interrupt", "keep", "lapse", "leak", "leave", "lose", "make", "meet",
          "mislead", "miss", "move", "need", "object", "overrun", "pull", "put", "quit", "reach", "reduce", "refuse", "reject",
          "remain", "resign", "retire", "rise", "run", "see", "sell", "send", "shift", "shrink", "shut", "slide", "slip",
          "spread", "start", "stay", "steal", "stop", "strike", "suffer", "take", "tear", "turn", "vote", "walk", "want",
          "withdraw", NULL };
  gsize n = strlen (word);
  g_autofree char *plain = n > 3 && g_str_has_suffix (word, "s") ? g_strndup (word, n - 1) : g_strdup (word);
  g_autofree char *plainer = n > 4 && g_str_has_suffix (word, "es") ? g_strndup (word, n - 2) : g_strdup (word);

  return is_one_of (word, helpers) || is_one_of (plain, verbs) || is_one_of (plainer, verbs)
         || (n > 4 && g_str_has_suffix (word, "ed"));
}

static gboolean
has_verb (const GPtrArray *words)
{
  if (words->len >= SURELY_A_SENTENCE)
    return TRUE;
  for (guint i = 0; i < words->len; i++)
    if (is_verb (words->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whether one of @phrases, of one or more words each, stands in the text as whole words. */
static gboolean
has_phrase (const GPtrArray *words, const char *const *phrases)
{
  g_autoptr (GString) line = g_string_new (" ");

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (line, "%s ", (const char *) words->pdata[i]);
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_autofree char *phrase = g_strdup_printf (" %s ", phrases[i]);

      if (strstr (line->str, phrase) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *const lacks[] = { "lack of", "lack in", "lacking", "absence of", "shortage of", "insufficient", NULL };
static const char *const tasks[]
    = { "need to", "needs to", "we need", "should", "we must", "have to", "failure to implement", "failure to introduce",
        "failure to buy", "failure to adopt", "not implementing", "not introducing", "not buying", "ensure that", NULL };
static const char *const facts[] = { "has already", "have already", "has happened", "have happened", NULL };

static gboolean
is_short (const char *text, const GPtrArray *words, gboolean english)
{
  return sl_text_length (text) < SHORTEST || (english && words->len < FEWEST_WORDS);
}

static gboolean
repeats (const char *part, const char *earlier)
{
  g_autoptr (GHashTable) a = new_stems (), b = new_stems ();
  guint fewer;

  add_stems (a, part);
  add_stems (b, earlier);
  fewer = MIN (g_hash_table_size (a), g_hash_table_size (b));
  return fewer >= 2 && count_shared (a, b) * 100 >= fewer * SAME_WORDS;
}

static void
add (GArray *hints, SlRiskHintKind kind, guint field, const char *text)
{
  g_array_append_val (hints, ((SlRiskHint){ kind, field, text }));
}

static void
judge_cause (GArray *hints, const SlRisk *risk, gboolean english)
{
  g_autoptr (GPtrArray) words = words_of (risk->cause);

  if (words->len == 0)
    return;
  if (is_short (risk->cause, words, english))
    add (hints, SL_HINT_SHORT, SL_RISK_CAUSE,
         N_ ("The cause is very short. Say what is so today, as a fact that somebody could check."));
  else if (english && has_phrase (words, lacks))
    add (hints, SL_HINT_LACK_OF, SL_RISK_CAUSE,
         N_ ("“Lack of” names the answer that is missing. Say what is so instead: who has how much of what, since when."));
  else if (english && has_phrase (words, tasks))
    add (hints, SL_HINT_SOLUTION, SL_RISK_CAUSE,
         N_ ("The cause reads like a task. Say what is so today; what has to be done is an action."));
}

static void
judge_event (GArray *hints, const SlRisk *risk, gboolean english)
{
  g_autoptr (GPtrArray) words = words_of (risk->event);

  if (words->len == 0)
    return;
  if (is_short (risk->event, words, english))
    add (hints, SL_HINT_SHORT, SL_RISK_EVENT,
         N_ ("The event is a topic as yet. Say what may happen to whom, or to what: “The parts may arrive after the crews”."));
  else if (english && has_phrase (words, lacks))
    add (hints, SL_HINT_LACK_OF, SL_RISK_EVENT,
         N_ ("“Lack of” names the answer that is missing. Say what may happen without it."));
  else if (english && has_phrase (words, tasks))
    add (hints, SL_HINT_SOLUTION, SL_RISK_EVENT,
         N_ ("The event reads like a solution. Say what may happen if nothing is done; the solution is an action."));
  else if (english && has_phrase (words, facts))
    add (hints, SL_HINT_HAPPENED, SL_RISK_EVENT,
         N_ ("The event is told as a fact. If it has happened it is an issue; else say what may happen yet."));
  else if (english && !has_verb (words))
    add (hints, SL_HINT_NO_VERB, SL_RISK_EVENT,
         N_ ("In this event nothing happens yet. Add what it may do: “may arrive late”, “may be refused”."));
  else if (repeats (risk->event, risk->cause))
    add (hints, SL_HINT_REPEATS, SL_RISK_EVENT,
         N_ ("Cause and event say the same. The cause is so today; the event may follow from it."));
}

static void
judge_effect (GArray *hints, const SlRisk *risk, gboolean english)
{
  g_autoptr (GPtrArray) words = words_of (risk->effect);

  if (words->len == 0)
    return;
  if (is_short (risk->effect, words, english))
    add (hints, SL_HINT_SHORT, SL_RISK_EFFECT,
         N_ ("The effect is very short. Say which outcome changes, for whom, and in which way."));
  else if (repeats (risk->effect, risk->event))
    add (hints, SL_HINT_REPEATS, SL_RISK_EFFECT,
         N_ ("Event and effect say the same. The effect is what it would do to an outcome, a date or a budget."));
}

GArray *
sl_risk_hints (const SlRisk *risk)
{
  GArray *hints = g_array_new (FALSE, FALSE, sizeof (SlRiskHint));
  gboolean english;

  g_return_val_if_fail (risk != NULL, hints);
  english = seems_english (risk);
  judge_cause (hints, risk, english);
  judge_event (hints, risk, english);
  judge_effect (hints, risk, english);
  return hints;
}

/* --- Similar risks ------------------------------------------------------------------------------------------------ */

/* Every risk of a register is compared with one, so the words go by their hashes: nothing is kept of them. No cause or
 * event says anything anew after so many words. */
#define WORDS_MAX 256

typedef struct
{
  guint64 hashes[WORDS_MAX]; /* each once */
  guint64 seen;              /* a bit for the low bits of each: most of what is not there is told by this alone */
  guint n;
} Words;

typedef struct
{
  const SlRisk *risk;
  Words mine, theirs;
  GArray *found;
} Search;

static gboolean
has_word (const Words *words, guint64 hash)
{
  if (!((words->seen >> (hash & 63)) & 1))
    return FALSE;
  for (guint i = 0; i < words->n; i++)
    if (words->hashes[i] == hash)
      return TRUE;
  return FALSE;
}

/* FNV-1a */
static void
take_hash (char *word, gpointer data)
{
  Words *words = data;
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  if (words->n == WORDS_MAX || !cut_to_stem (word))
    return;
  for (const char *c = word; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * G_GUINT64_CONSTANT (1099511628211);
  if (has_word (words, hash))
    return;
  words->hashes[words->n++] = hash;
  words->seen |= G_GUINT64_CONSTANT (1) << (hash & 63);
}

static void
take_words (const SlRisk *risk, Words *words)
{
  const char *const texts[] = { risk->title, risk->cause, risk->event };

  words->n = 0;
  words->seen = 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = sl_text_fold (texts[i]);

      each_word (folded, take_hash, words);
    }
}

static gboolean
compare_with (const SlRecord *record, gpointer data)
{
  Search *self = data;
  SlSimilarRisk similar = { .uid = record->uid };

  if (record->uid == self->risk->record.uid)
    return TRUE;
  take_words (SL_AS (RISK, record), &self->theirs);
  for (guint i = 0; i < self->theirs.n; i++)
    similar.n_shared += has_word (&self->mine, self->theirs.hashes[i]);
  if (similar.n_shared >= FEWEST_SHARED
      && similar.n_shared * 100 >= MIN (self->mine.n, self->theirs.n) * LIKE_WORDS)
    g_array_append_val (self->found, similar);
  return TRUE;
}

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const SlSimilarRisk *x = a, *y = b;

  if (x->n_shared != y->n_shared)
    return x->n_shared > y->n_shared ? -1 : 1;
  return x->uid < y->uid ? -1 : x->uid > y->uid;
}

GArray *
sl_risk_similar (const SlData *data, const SlRisk *risk, guint max)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SlSimilarRisk));
  g_autofree Search *self = g_new (Search, 1);

  g_return_val_if_fail (data != NULL && risk != NULL, found);
  self->risk = risk;
  self->found = found;
  take_words (risk, &self->mine);
  if (self->mine.n >= FEWEST_SHARED)
    sl_data_each (data, SL_KIND_RISK, compare_with, self);
  g_array_sort (found, compare_similar);
  g_array_set_size (found, MIN (found->len, max));
  return found;
}
