/* What is hung on a card of the map and taken off it: risks, benefits, measures; each one step, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace/sl-card-acts.h"

#include "base/sl-error.h"
#include "support/sl-sample.h"
#include "workspace-fixture.h"

static void
set_up (SlWorkspace **ws, gconstpointer unused)
{
  *ws = sl_sample_workspace ();
  g_assert_true (sl_workspace_set_actor (*ws, sl_data_by_code (sl_workspace_data (*ws), "P-02")->uid, NULL));
}

static void
tear_down (SlWorkspace **ws, gconstpointer unused)
{
  g_clear_object (ws);
}

static SlUid
uid (SlWorkspace *ws, const char *code)
{
  return sl_data_by_code (sl_workspace_data (ws), code)->uid;
}

/* What hangs on @card after the act. @code: of the error it ends with; -1: none. */
static guint
attach (SlWorkspace *ws, const char *card, int kind, const char *text, gboolean is_new, int code)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) attached = NULL;
  gboolean made = FALSE;
  SlUid found = sl_tx_attach_to_card (tx, uid (ws, card), kind, text, &made, &error);

  g_test_message ("%s %s", card, text);
  if (code >= 0)
    {
      g_assert_error (error, SL_ERROR, code);
      sl_tx_free (tx);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpint (found, !=, SL_UID_NONE);
      g_assert_cmpint (made, ==, is_new);
      g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
      g_assert_no_error (error);
    }
  attached = sl_card_attached (sl_workspace_data (ws), uid (ws, card), kind);
  return attached->len;
}

static guint
detach (SlWorkspace *ws, const char *card, const char *record)
{
  int kind = (int) sl_data_by_code (sl_workspace_data (ws), record)->kind;
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) attached = NULL;

  g_assert_true (sl_tx_detach_from_card (tx, uid (ws, card), uid (ws, record), &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  g_assert_no_error (error);
  attached = sl_card_attached (sl_workspace_data (ws), uid (ws, card), kind);
  return attached->len;
}

static void
undo (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_undo (ws, &error));
  g_assert_no_error (error);
}

/* One there is strikes one more card; a new one is a draft; either is one step. */
static void
test_risk (SlWorkspace **ws, gconstpointer unused)
{
  const SlRecord *drafted;

  g_assert_cmpuint (attach (*ws, "C2", SL_KIND_RISK, "r-001", FALSE, -1), ==, 1);
  g_assert_cmpuint (attach (*ws, "C2", SL_KIND_RISK, "R-001", FALSE, SL_ERROR_REFUSED), ==, 1);
  /* A closed one strikes nothing any more. */
  g_assert_cmpuint (attach (*ws, "C2", SL_KIND_RISK, "R-013", FALSE, SL_ERROR_REFUSED), ==, 1);
  g_assert_cmpuint (attach (*ws, "C2", SL_KIND_RISK, "Managers have no time to plan", TRUE, -1), ==, 2);
  drafted = sl_data_by_code (sl_workspace_data (*ws), "R-015");
  g_assert_cmpint (SL_AS (RISK, drafted)->state, ==, SL_RISK_STATE_DRAFT);
  g_assert_cmpuint (detach (*ws, "C2", "R-001"), ==, 1);
  g_assert_nonnull (sl_data_by_code (sl_workspace_data (*ws), "R-001"));
  undo (*ws);
  undo (*ws);
  g_assert_null (sl_data_by_code (sl_workspace_data (*ws), "R-015"));
  undo (*ws);
  g_assert_cmpuint (attach (*ws, "C2", SL_KIND_RISK, " \n", FALSE, SL_ERROR_VALUE), ==, 0);
}

/* A benefit has one card: it is not taken from another unseen. That of a harm is a dis-benefit. */
static void
test_benefit (SlWorkspace **ws, gconstpointer unused)
{
  g_autoptr (GArray) free_ones = NULL;

  g_assert_cmpuint (attach (*ws, "E4", SL_KIND_BENEFIT, "BEN-1", FALSE, SL_ERROR_REFUSED), ==, 1);
  g_assert_cmpuint (attach (*ws, "I4", SL_KIND_BENEFIT, "Fewer miles", TRUE, -1), ==, 1);
  g_assert_cmpuint (detach (*ws, "I4", "BEN-7"), ==, 0);
  free_ones = sl_card_attachable (sl_workspace_data (*ws), uid (*ws, "I4"), SL_KIND_BENEFIT);
  g_assert_cmpuint (free_ones->len, ==, 1);
  g_assert_cmpuint (attach (*ws, "I1", SL_KIND_BENEFIT, "BEN-7  Fewer miles", FALSE, -1), ==, 1);
  attach (*ws, "I7", SL_KIND_BENEFIT, "More overtime", TRUE, -1);
  g_assert_cmpint (SL_AS (BENEFIT, sl_data_by_code (sl_workspace_data (*ws), "BEN-8"))->type, ==, SL_BENEFIT_TYPE_DIS_BENEFIT);
}

static void
test_measure (SlWorkspace **ws, gconstpointer unused)
{
  g_assert_cmpuint (attach (*ws, "SP1", SL_KIND_MEASURE, "Letters of thanks", TRUE, -1), ==, 1);
  undo (*ws);
  g_assert_cmpuint (attach (*ws, "SP1", SL_KIND_MEASURE, "Letters of thanks", TRUE, -1), ==, 1);
}

/* Issues are raised in the register; here one there is can be named. */
static void
test_issue (SlWorkspace **ws, gconstpointer unused)
{
  g_assert_cmpuint (attach (*ws, "C1", SL_KIND_ISSUE, "Anything", FALSE, SL_ERROR_REFUSED), ==, 0);
  g_assert_cmpuint (attach (*ws, "C1", SL_KIND_ISSUE, "ISS-001", FALSE, -1), ==, 1);
  g_assert_cmpuint (detach (*ws, "C1", "ISS-001"), ==, 0);
}

#define TEST(name, func) g_test_add ("/card-acts/" name, SlWorkspace *, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("risk", test_risk);
  TEST ("benefit", test_benefit);
  TEST ("measure", test_measure);
  TEST ("issue", test_issue);
  return g_test_run ();
}
