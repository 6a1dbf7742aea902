/* The conversation that leads to a first map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-map-start.h"

#include "base/sl-error.h"
#include "workspace-fixture.h"

static const SlData *
data_of (Fixture *f)
{
  return sl_workspace_data (f->ws);
}

static void
answer (Fixture *f, SlMapStart *start, const char *text, int code, gboolean expected)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  gboolean linked;

  if (sl_tx_answer_question (tx, sl_map_start_question (start), text, &linked, &error) != SL_UID_NONE)
    {
      g_assert_cmpint (linked, ==, expected);
      sl_workspace_commit (f->ws, g_steal_pointer (&tx), NULL, &error);
    }
  g_clear_pointer (&tx, sl_tx_free);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, SL_ERROR, code);
  sl_map_start_follow (start, data_of (f));
}

static void
check_question (Fixture *f, SlMapStart *start, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_nonnull (sl_map_start_question (start));
  text = sl_map_question_dup_text (sl_map_start_question (start), data_of (f), FALSE);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (sl_map_question_hint (sl_map_start_question (start)));
}

static void
test_talk (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlMapStart) start = sl_map_start_new (data_of (f));
  g_autoptr (SlMapStart) later = NULL;

  check_question (f, start, "What is all this for?");
  g_assert_false (sl_map_start_back (start));
  answer (f, start, "A clean town", -1, FALSE);
  answer (f, start, "a CLEAN town", SL_ERROR_REFUSED, TRUE);
  answer (f, start, "  ", SL_ERROR_VALUE, FALSE);
  g_assert_true (sl_map_start_next (start, data_of (f)));
  check_question (f, start, "What would be different for people, once “A clean town” has come true?");
  answer (f, start, "Fewer complaints", -1, FALSE);
  answer (f, start, "More recycled", -1, FALSE);
  /* Passed over, and both outcomes in turn. */
  g_assert_true (sl_map_start_next (start, data_of (f)));
  check_question (f, start, "What would get better first, on the way to “Fewer complaints”?");
  answer (f, start, "Fewer full bins", -1, FALSE);
  g_assert_true (sl_map_start_next (start, data_of (f)));
  check_question (f, start, "What would get better first, on the way to “More recycled”?");
  g_assert_true (sl_map_start_back (start));
  check_question (f, start, "What would get better first, on the way to “Fewer complaints”?");
  g_assert_true (sl_map_start_next (start, data_of (f)));
  /* What is there already is linked. */
  answer (f, start, "i1", -1, TRUE);
  answer (f, start, "Fewer full bins", SL_ERROR_REFUSED, TRUE);
  g_assert_cmpuint (sl_data_count (data_of (f), SL_KIND_MAP_EDGE), ==, 4);
  g_assert_cmpuint (sl_map_start_count_open (data_of (f)), ==, 1);
  g_assert_true (sl_map_start_next (start, data_of (f)));
  check_question (f, start, "Who has to do something differently, so that “Fewer full bins” comes about?");
  g_assert_false (sl_map_start_next (start, data_of (f)));
  g_assert_null (sl_map_start_question (start));
  g_assert_true (sl_map_start_again (start, data_of (f)));
  check_question (f, start, "Who has to do something differently, so that “Fewer full bins” comes about?");
  /* Taken up another day. */
  later = sl_map_start_new (data_of (f));
  check_question (f, later, "Who has to do something differently, so that “Fewer full bins” comes about?");
}

static void
test_undo (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlMapStart) start = sl_map_start_new (data_of (f));
  g_autoptr (GError) error = NULL;

  answer (f, start, "A clean town", -1, FALSE);
  g_assert_true (sl_map_start_next (start, data_of (f)));
  answer (f, start, "Fewer complaints", -1, FALSE);
  /* One answer is one step, the card with its link. */
  g_assert_true (sl_workspace_undo (f->ws, &error));
  g_assert_no_error (error);
  sl_map_start_follow (start, data_of (f));
  g_assert_cmpuint (sl_data_count (data_of (f), SL_KIND_MAP_NODE), ==, 1);
  g_assert_cmpuint (sl_data_count (data_of (f), SL_KIND_MAP_EDGE), ==, 0);
  check_question (f, start, "What would be different for people, once “A clean town” has come true?");
  g_assert_true (sl_workspace_undo (f->ws, &error));
  sl_map_start_follow (start, data_of (f));
  check_question (f, start, "What is all this for?");
}

/* The titles of what answers the question, and of what could be linked: "a, b | c". */
static void
check_list (Fixture *f, SlMapStart *start, const char *expected)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (SlUid)), others = g_array_new (FALSE, FALSE, sizeof (SlUid));
  const GArray *lists[] = { given, others };
  g_autoptr (GString) text = g_string_new (NULL);

  sl_map_question_list (sl_map_start_question (start), data_of (f), given, others);
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    {
      g_string_append (text, k == 0 ? "" : " |");
      for (guint i = 0; i < lists[k]->len; i++)
        g_string_append_printf (text, " %s", sl_data_name (data_of (f), g_array_index (lists[k], SlUid, i)));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static SlUid
uid_of (Fixture *f, const char *code)
{
  return sl_data_by_code (data_of (f), code)->uid;
}

static void
take_back (Fixture *f, SlMapStart *start, const char *code, gboolean expected)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;
  gboolean stays;

  g_assert_true (sl_tx_take_back_answer (tx, sl_map_start_question (start), uid_of (f, code), &stays, &error));
  g_assert_no_error (error);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_cmpint (stays, ==, expected);
  sl_map_start_follow (start, data_of (f));
}

static void
test_answers (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlMapStart) start = sl_map_start_new (data_of (f));
  g_autoptr (GError) error = NULL;
  SlTx *tx;
  gboolean stays;

  answer (f, start, "One", -1, FALSE);
  answer (f, start, "Two", -1, FALSE);
  check_list (f, start, " One Two |");
  sl_map_start_next (start, data_of (f));
  answer (f, start, "Fewer", -1, FALSE);
  answer (f, start, "More", -1, FALSE);
  check_list (f, start, " Fewer More |");
  sl_map_start_next (start, data_of (f));
  check_question (f, start, "What would be different for people, once “Two” has come true?");
  check_list (f, start, " | Fewer More");
  tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_assert_true (sl_tx_link_answer (tx, sl_map_start_question (start), uid_of (f, "E1"), &error));
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  check_list (f, start, " Fewer | More");
  /* What leads elsewhere too stays; what was there for this alone goes. */
  take_back (f, start, "E1", TRUE);
  check_list (f, start, " | Fewer More");
  answer (f, start, "Better", -1, FALSE);
  take_back (f, start, "E3", FALSE);
  g_assert_null (sl_data_by_code (data_of (f), "E3"));
  tx = sl_workspace_begin (f->ws, SL_VERB_DELETE);
  g_assert_false (sl_tx_take_back_answer (tx, sl_map_start_question (start), uid_of (f, "E2"), &stays, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  sl_tx_free (tx);
}

static void
check_progress (Fixture *f, SlMapStart *start, guint nth, guint of)
{
  guint n, all;

  sl_map_start_progress (start, data_of (f), &n, &all);
  g_assert_cmpuint (n, ==, nth);
  g_assert_cmpuint (all, ==, of);
}

/* To a card out of turn, and on from there. */
static void
test_ask (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlMapStart) start = sl_map_start_new (data_of (f));

  check_progress (f, start, 1, 1);
  answer (f, start, "One", -1, FALSE);
  answer (f, start, "Two", -1, FALSE);
  sl_map_start_next (start, data_of (f));
  check_progress (f, start, 1, 2);
  answer (f, start, "Fewer", -1, FALSE);
  g_assert_true (sl_map_start_ask (start, data_of (f), uid_of (f, "E1")));
  check_question (f, start, "What would get better first, on the way to “Fewer”?");
  check_progress (f, start, 1, 1);
  sl_map_start_next (start, data_of (f));
  check_question (f, start, "What would be different for people, once “One” has come true?");
  g_assert_true (sl_map_start_ask (start, data_of (f), uid_of (f, "E1")));
  check_question (f, start, "What would get better first, on the way to “Fewer”?");
  sl_map_start_next (start, data_of (f));
  sl_map_start_next (start, data_of (f));
  check_question (f, start, "What would be different for people, once “Two” has come true?");
  check_progress (f, start, 2, 2);
  /* What was asked is not asked again. */
  g_assert_false (sl_map_start_next (start, data_of (f)));
  check_progress (f, start, 0, 0);
}

/* A card that leads nowhere is asked what it is for, after all that rest on nothing. */
static void
test_onwards (Fixture *f, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMapStart) start = NULL;

  sl_tx_add_card (tx, SL_NODE_TYPE_STRATEGIC_PURPOSE, "A clean town", &error);
  sl_tx_add_card (tx, SL_NODE_TYPE_INVESTMENT, "Sensors", &error);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_cmpuint (sl_map_start_count_open (data_of (f)), ==, 2);
  start = sl_map_start_new (data_of (f));
  check_question (f, start, "What would be different for people, once “A clean town” has come true?");
  sl_map_start_next (start, data_of (f));
  check_question (f, start, "What will be there once “Sensors” is paid for?");
  answer (f, start, "Bins that tell how full they are", -1, FALSE);
  check_list (f, start, " Bins that tell how full they are |");
  g_assert_cmpuint (sl_map_start_count_open (data_of (f)), ==, 2);
  g_assert_true (sl_map_start_next (start, data_of (f)));
  check_question (f, start, "Who would do something differently, once “Bins that tell how full they are” is there?");
  g_assert_false (sl_map_start_ask (start, data_of (f), uid_of (f, "V1")));
}

static void
test_beside (Fixture *f, gconstpointer unused)
{
  SlTx *tx = sl_workspace_begin (f->ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  SlUid purpose = sl_tx_add_card (tx, SL_NODE_TYPE_STRATEGIC_PURPOSE, "A clean town", &error);
  SlUid investment = sl_tx_add_card (tx, SL_NODE_TYPE_INVESTMENT, "Sensors", &error);

  g_assert_cmpint (sl_tx_add_card_beside (tx, purpose, TRUE, "Beyond", &error), ==, SL_UID_NONE);
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (sl_tx_add_card_beside (tx, investment, FALSE, "Before", &error), ==, SL_UID_NONE);
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (sl_tx_add_card_beside (tx, purpose, FALSE, "Fewer complaints", &error), !=, SL_UID_NONE);
  g_assert_cmpint (sl_tx_add_card_beside (tx, investment, TRUE, "Radio", &error), !=, SL_UID_NONE);
  g_assert_true (sl_workspace_commit (f->ws, tx, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (sl_data_by_code (data_of (f), "E1"));
  g_assert_nonnull (sl_data_by_code (data_of (f), "N1"));
  g_assert_cmpuint (sl_data_count (data_of (f), SL_KIND_MAP_EDGE), ==, 2);
}

#define TEST(name, func) g_test_add ("/workspace/map-start/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("talk", test_talk);
  TEST ("undo", test_undo);
  TEST ("answers", test_answers);
  TEST ("ask", test_ask);
  TEST ("onwards", test_onwards);
  TEST ("beside", test_beside);
  return g_test_run ();
}
