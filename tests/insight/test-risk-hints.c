/* The sentence of a risk, what gives a topic away, and risks that are like one another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-risk-hints.h"
#include "insight/sl-risk-status.h"
#include "support/sl-fixture.h"

static void
set_up (SlFixture *f, gconstpointer unused)
{
  sl_fixture_init (f);
}

static void
tear_down (SlFixture *f, gconstpointer unused)
{
  sl_fixture_clear (f);
}

static SlUid
new_risk (SlFixture *f, const char *cause, const char *event, const char *effect)
{
  SlUid uid = sl_fixture_add_risk (f, SL_RISK_STATE_DRAFT);

  sl_fixture_change (f, uid, SL_RISK_TITLE, SL_VALUE_TEXT ("A risk"));
  sl_fixture_change (f, uid, SL_RISK_CAUSE, cause != NULL ? SL_VALUE_TEXT (cause) : SL_VALUE_NULL (SL_TYPE_TEXT));
  sl_fixture_change (f, uid, SL_RISK_EVENT, event != NULL ? SL_VALUE_TEXT (event) : SL_VALUE_NULL (SL_TYPE_TEXT));
  sl_fixture_change (f, uid, SL_RISK_EFFECT, effect != NULL ? SL_VALUE_TEXT (effect) : SL_VALUE_NULL (SL_TYPE_TEXT));
  return uid;
}

static const SlRisk *
get (SlFixture *f, SlUid uid)
{
  return SL_AS (RISK, sl_data_lookup (sl_fixture_data (f), uid));
}

/* --- The sentence ------------------------------------------------------------------------------------------------- */

static void
test_sentence (SlFixture *f, gconstpointer unused)
{
  static const struct
  {
    const char *cause, *event, *effect, *sentence;
  } cases[] = {
    { "The rotas are not agreed.", "Crews may not start", "Collection costs stay",
      "Because the rotas are not agreed, crews may not start, so that collection costs stay." },
    { NULL, "Crews may not start", "Costs stay", "Crews may not start, so that costs stay." },
    { "The grant ends", NULL, NULL, "Because the grant ends." },
    { NULL, NULL, "Costs stay", "So that costs stay." },
    /* Names and acronyms keep what they have. */
    { "GPS is weak", "Siemens may withdraw", "NHS trusts wait", "Because GPS is weak, Siemens may withdraw, so that NHS trusts wait." },
    { "A-03 adds work", "McAllister may leave", "I-95 is closed", "Because A-03 adds work, McAllister may leave, so that I-95 is closed." },
    { "Ada Abbot retires", "Marlhaven's council may object", "Friday rounds end",
      "Because Ada Abbot retires, Marlhaven's council may object, so that Friday rounds end." },
    /* Decided by the same word elsewhere. */
    { "The lids of our lorries rust", "Lorries may stand still", "Fewer lorries drive",
      "Because the lids of our lorries rust, lorries may stand still, so that fewer lorries drive." },
    { "Our supplier is Workers", "Workers may withdraw", "It stops",
      "Because our supplier is Workers, workers may withdraw, so that it stops." },
    { "Our supplier is Brookes", "Brookes may withdraw", "It stops",
      "Because our supplier is Brookes, Brookes may withdraw, so that it stops." },
    /* Endings of plain nouns, and what cannot be decided. */
    { "Payments are late", "Zircon may close", "Satisfaction falls",
      "Because payments are late, Zircon may close, so that satisfaction falls." },
    { "The Elbe rises", "Überlastung droht", "It's over", "Because the Elbe rises, Überlastung droht, so that it's over." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence
          = sl_risk_dup_sentence (get (f, new_risk (f, cases[i].cause, cases[i].event, cases[i].effect)));

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
  g_assert_null (sl_risk_dup_sentence (get (f, new_risk (f, NULL, NULL, NULL))));
}

/* --- Hints -------------------------------------------------------------------------------------------------------- */

#define NONE (-1)
#define GOOD_CAUSE "The new rotas are not yet agreed with the crews"
#define GOOD_EVENT "Drivers may not start in September"
#define GOOD_EFFECT "Collection costs do not fall as planned"

static void
assert_hint (SlFixture *f, const char *cause, const char *event, const char *effect, int kind, guint field)
{
  g_autoptr (GArray) hints = sl_risk_hints (get (f, new_risk (f, cause, event, effect)));

  g_test_message ("%s / %s / %s", cause, event, effect);
  if (hints->len > 0)
    g_test_message ("%s", g_array_index (hints, SlRiskHint, 0).text);
  g_assert_cmpuint (hints->len, ==, kind == NONE ? 0 : 1);
  if (kind == NONE)
    return;
  g_assert_cmpint (g_array_index (hints, SlRiskHint, 0).kind, ==, kind);
  g_assert_cmpuint (g_array_index (hints, SlRiskHint, 0).field, ==, field);
}

static void
test_causes (SlFixture *f, gconstpointer unused)
{
  assert_hint (f, GOOD_CAUSE, GOOD_EVENT, GOOD_EFFECT, NONE, 0);
  assert_hint (f, NULL, NULL, NULL, NONE, 0);
  assert_hint (f, "Rotas", GOOD_EVENT, GOOD_EFFECT, SL_HINT_SHORT, SL_RISK_CAUSE);
  assert_hint (f, "Unagreed rotas", GOOD_EVENT, GOOD_EFFECT, SL_HINT_SHORT, SL_RISK_CAUSE);
  assert_hint (f, "Lack of agreed rotas", GOOD_EVENT, GOOD_EFFECT, SL_HINT_LACK_OF, SL_RISK_CAUSE);
  assert_hint (f, "There is a lack of lackeys", GOOD_EVENT, GOOD_EFFECT, SL_HINT_LACK_OF, SL_RISK_CAUSE);
  assert_hint (f, "The black of the lids is peeling", GOOD_EVENT, GOOD_EFFECT, NONE, 0);
  assert_hint (f, "We need to agree the rotas", GOOD_EVENT, GOOD_EFFECT, SL_HINT_SOLUTION, SL_RISK_CAUSE);
  assert_hint (f, "The needs of crews differ by depot", GOOD_EVENT, GOOD_EFFECT, NONE, 0);
}

static void
test_events (SlFixture *f, gconstpointer unused)
{
  assert_hint (f, GOOD_CAUSE, "Supply chain", GOOD_EFFECT, SL_HINT_SHORT, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "Quality of the data", GOOD_EFFECT, SL_HINT_NO_VERB, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "Resources and skills in the depot", GOOD_EFFECT, SL_HINT_NO_VERB, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "The main supplier withdraws", GOOD_EFFECT, NONE, 0);
  assert_hint (f, GOOD_CAUSE, "Lids are refused", GOOD_EFFECT, NONE, 0);
  assert_hint (f, GOOD_CAUSE, "A shortage of drivers arises", GOOD_EFFECT, SL_HINT_LACK_OF, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "We should buy a second platform", GOOD_EFFECT, SL_HINT_SOLUTION, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "Failure to implement the new system", GOOD_EFFECT, SL_HINT_SOLUTION, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "The platform has already been lost", GOOD_EFFECT, SL_HINT_HAPPENED, SL_RISK_EVENT);
  assert_hint (f, GOOD_CAUSE, "New rotas may not be agreed with crews", GOOD_EFFECT, SL_HINT_REPEATS, SL_RISK_EVENT);
}

static void
test_effects (SlFixture *f, gconstpointer unused)
{
  assert_hint (f, GOOD_CAUSE, GOOD_EVENT, "Delay", SL_HINT_SHORT, SL_RISK_EFFECT);
  assert_hint (f, GOOD_CAUSE, GOOD_EVENT, "Drivers do not start in September", SL_HINT_REPEATS, SL_RISK_EFFECT);
}

/* Rules that know English say nothing of other languages; how short a part is can be told of any. */
static void
test_languages (SlFixture *f, gconstpointer unused)
{
  assert_hint (f, "Das Funksignal ist schwach", "Ausfall der Sensoren", "Die Daten haben Lücken", NONE, 0);
  assert_hint (f, "La qualité des données baisse", "Retard du projet", "Les coûts montent", NONE, 0);
  assert_hint (f, "Das Funksignal ist schwach", "Ausfall", "Die Daten haben Lücken", SL_HINT_SHORT, SL_RISK_EVENT);
}

/* --- Similar risks ------------------------------------------------------------------------------------------------ */

static void
test_similar (SlFixture *f, gconstpointer unused)
{
  SlUid one = new_risk (f, GOOD_CAUSE, "Drivers may not start dynamic rounds by September", GOOD_EFFECT);
  SlUid like = new_risk (f, "Crews have not agreed to any rota", "Dynamic round starts in September are delayed", NULL);
  SlUid far = new_risk (f, "Metal lids and winter cold strain the batteries", "Sensors may die early", NULL);
  SlUid liker = new_risk (f, GOOD_CAUSE, "Drivers may start the dynamic rounds after September", NULL);
  SlUid empty = new_risk (f, NULL, NULL, NULL);
  g_autoptr (GArray) found = sl_risk_similar (sl_fixture_data (f), get (f, one), 8);
  g_autoptr (GArray) first = sl_risk_similar (sl_fixture_data (f), get (f, one), 1);
  g_autoptr (GArray) none = sl_risk_similar (sl_fixture_data (f), get (f, far), 8);
  g_autoptr (GArray) nothing = sl_risk_similar (sl_fixture_data (f), get (f, empty), 8);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, SlSimilarRisk, 0).uid, ==, liker);
  g_assert_cmpint (g_array_index (found, SlSimilarRisk, 1).uid, ==, like);
  g_assert_cmpuint (g_array_index (found, SlSimilarRisk, 0).n_shared, >, g_array_index (found, SlSimilarRisk, 1).n_shared);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/risk-hints/sentence", SlFixture, NULL, set_up, test_sentence, tear_down);
  g_test_add ("/risk-hints/causes", SlFixture, NULL, set_up, test_causes, tear_down);
  g_test_add ("/risk-hints/events", SlFixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/risk-hints/effects", SlFixture, NULL, set_up, test_effects, tear_down);
  g_test_add ("/risk-hints/languages", SlFixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/risk-hints/similar", SlFixture, NULL, set_up, test_similar, tear_down);
  return g_test_run ();
}
