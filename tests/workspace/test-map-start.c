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
  TEST ("beside", test_beside);
  return g_test_run ();
}
