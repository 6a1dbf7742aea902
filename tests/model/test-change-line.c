/* What a change-set is told by: lines, names, whom it is about, also when that is gone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sl-change-line.h"
#include "model/sl-history-data.h"
#include "model/sl-programme.h"
#include "model/sl-tx.h"

typedef struct
{
  SlProgramme *programme;
  SlHistoryData *names;
  SlUid risk, node, link, action;
} Desk;

/* Takes @tx: what it does stands afterwards. */
static SlChangeSet *
commit (Desk *self, SlTx *tx)
{
  SlChangeSet *change_set = sl_change_set_new (sl_tx_changes (tx), sl_tx_verb (tx), SL_UID_NONE, NULL);

  sl_tx_free (tx);
  sl_programme_apply (self->programme, change_set);
  sl_history_data_follow (self->names, change_set);
  return change_set;
}

static SlTx *
begin (Desk *self, SlVerb verb)
{
  return sl_tx_new (sl_programme_data (self->programme), verb);
}

static void
set_up (Desk *self, gconstpointer unused)
{
  g_autoptr (SlChangeSet) made = NULL;
  SlTx *tx;

  self->programme = sl_programme_new ();
  self->names = sl_history_data_new (sl_programme_data (self->programme));
  tx = begin (self, SL_VERB_ADD);
  self->risk = sl_tx_create (tx, SL_KIND_RISK);
  self->node = sl_tx_create (tx, SL_KIND_MAP_NODE);
  self->action = sl_tx_create (tx, SL_KIND_ACTION);
  self->link = sl_tx_create (tx, SL_KIND_RISK_NODE);
  sl_tx_set (tx, self->risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Rotas"), NULL);
  sl_tx_set (tx, self->node, SL_MAP_NODE_CODE, &SL_VALUE_TEXT ("E7"), NULL);
  sl_tx_set (tx, self->node, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT ("Cleaner streets"), NULL);
  sl_tx_set (tx, self->action, SL_ACTION_TITLE, &SL_VALUE_TEXT ("Agree them"), NULL);
  sl_tx_set (tx, self->action, SL_ACTION_RISK, &SL_VALUE_REF (self->risk), NULL);
  sl_tx_set (tx, self->link, SL_RISK_NODE_RISK, &SL_VALUE_REF (self->risk), NULL);
  sl_tx_set (tx, self->link, SL_RISK_NODE_NODE, &SL_VALUE_REF (self->node), NULL);
  made = commit (self, tx);
  g_assert_cmpuint (made->n_changes, ==, 4);
}

static void
tear_down (Desk *self, gconstpointer unused)
{
  sl_history_data_free (self->names);
  g_object_unref (self->programme);
}

/* "R-001.title R-001.cause A-01!" */
static char *
print_lines (const SlChangeSet *change_set, gboolean particulars, const SlData *data)
{
  g_autoptr (GArray) lines = sl_change_set_lines (change_set, particulars);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SlChangeLine *line = &g_array_index (lines, SlChangeLine, i);
      const SlField *field = sl_change_line_field (line);
      g_autofree char *name = sl_change_dup_name (line->change, data, FALSE);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", name, field != NULL ? "." : "!", field != NULL ? field->name : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_lines (Desk *self, gconstpointer unused)
{
  g_autoptr (SlChangeSet) edit = NULL, gone = NULL;
  g_autofree char *edited = NULL, *deleted = NULL, *whole = NULL;
  g_autoptr (GArray) lines = NULL;
  SlValue value;
  SlTx *tx = begin (self, SL_VERB_EDIT);

  sl_tx_set (tx, self->risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Rotas late"), NULL);
  sl_tx_set (tx, self->risk, SL_RISK_CAUSE, &SL_VALUE_TEXT ("No agreement"), NULL);
  edit = commit (self, tx);
  edited = print_lines (edit, TRUE, sl_history_data (self->names));
  g_assert_cmpstr (edited, ==, "R-001.title R-001.cause");
  lines = sl_change_set_lines (edit, FALSE);
  sl_change_line_get (&g_array_index (lines, SlChangeLine, 0), FALSE, &value);
  g_assert_cmpstr (value.s, ==, "Rotas");
  sl_change_line_get (&g_array_index (lines, SlChangeLine, 1), FALSE, &value);
  g_assert_true (value.is_null);
  tx = begin (self, SL_VERB_DELETE);
  sl_tx_delete (tx, self->action, NULL);
  gone = commit (self, tx);
  deleted = print_lines (gone, FALSE, sl_history_data (self->names));
  g_assert_cmpstr (deleted, ==, "A-01!");
  whole = print_lines (gone, TRUE, sl_history_data (self->names));
  g_assert_true (g_str_has_prefix (whole, "A-01! A-01.risk "));
}

/* A link is about both its ends; what has no code goes by its owner's. */
static void
test_subjects (Desk *self, gconstpointer unused)
{
  g_autoptr (SlChangeSet) gone = NULL, by_risk = NULL, by_node = NULL, by_other = NULL;
  g_autofree char *name = NULL, *token = NULL;
  const SlData *data = sl_history_data (self->names);
  SlUid uids[SL_SUBJECTS_MAX];
  SlTx *tx = begin (self, SL_VERB_DELETE);

  sl_tx_delete (tx, self->link, NULL);
  gone = commit (self, tx);
  g_assert_cmpuint (sl_change_subjects (gone->changes, data, uids), ==, 3);
  g_assert_cmpint (uids[0], ==, self->link);
  g_assert_cmpint (uids[1], ==, self->risk);
  g_assert_cmpint (uids[2], ==, self->node);
  name = sl_change_dup_name (gone->changes, data, TRUE);
  g_assert_cmpstr (name, ==, "R-001 · Node of a risk");
  token = sl_change_dup_name (gone->changes, data, FALSE);
  g_assert_cmpstr (token, ==, "R-001 risk_node");
  by_risk = sl_change_set_about (gone, data, "R-001");
  by_node = sl_change_set_about (gone, data, "E7");
  by_other = sl_change_set_about (gone, data, "A-01");
  g_assert_nonnull (by_risk);
  g_assert_nonnull (by_node);
  g_assert_null (by_other);
}

/* What is gone is still known by uid and by code, as it last was; what came back is what it is now. */
static void
test_bygone (Desk *self, gconstpointer unused)
{
  const SlData *data = sl_history_data (self->names);
  g_autoptr (SlRecord) kept = sl_record_ref (sl_data_lookup (data, self->risk));
  g_autoptr (SlChangeSet) gone = NULL, back = NULL, label = NULL, again = NULL;
  g_autoptr (SlHistoryData) backwards = NULL;
  g_autofree char *said = NULL;
  SlTx *tx = begin (self, SL_VERB_DELETE);

  sl_tx_delete (tx, self->risk, NULL);
  gone = commit (self, tx);
  g_assert_null (sl_data_lookup (sl_programme_data (self->programme), self->risk));
  g_assert_cmpstr (sl_data_name (data, self->risk), ==, "Rotas");
  g_assert_true (sl_data_by_code (data, "A-01") == sl_data_lookup (data, self->action));
  g_assert_null (sl_data_by_code (data, "A-02"));
  /* Of a child that went with it the label still names the owner. */
  label = sl_change_set_about (gone, data, "E7");
  g_assert_cmpuint (label->n_changes, ==, 1);
  said = sl_change_set_dup_label (label, data, FALSE);
  g_assert_cmpstr (said, ==, "Delete R-001");
  tx = begin (self, SL_VERB_UNDO);
  sl_tx_put (tx, kept);
  sl_tx_set (tx, self->risk, SL_RISK_TITLE, &SL_VALUE_TEXT ("Rotas again"), NULL);
  back = commit (self, tx);
  g_assert_cmpstr (sl_data_name (data, self->risk), ==, "Rotas again");
  tx = begin (self, SL_VERB_DELETE);
  sl_tx_delete (tx, self->risk, NULL);
  again = commit (self, tx);
  g_assert_cmpstr (sl_data_name (data, self->risk), ==, "Rotas again");
  /* Read backwards, the newest deletion is met first and stays. */
  backwards = sl_history_data_new (sl_programme_data (self->programme));
  sl_history_data_learn (backwards, again);
  sl_history_data_learn (backwards, gone);
  g_assert_cmpstr (sl_data_name (sl_history_data (backwards), self->risk), ==, "Rotas again");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/change-line/" name, Desk, NULL, set_up, func, tear_down)
  ADD ("lines", test_lines);
  ADD ("subjects", test_subjects);
  ADD ("bygone", test_bygone);
  return g_test_run ();
}
