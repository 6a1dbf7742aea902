/* List models tested by what they emit: the list and its emissions printed as text, nothing left unchecked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sl-item.h"
#include "model/sl-tx.h"

typedef struct
{
  SlProgramme *programme;
  SlKindModel *list;
  GString *emitted;
} Fixture;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->programme = sl_programme_new ();
  f->list = sl_kind_model_new (f->programme, SL_KIND_RISK);
  f->emitted = g_string_new (NULL);
  g_signal_connect (f->list, "items-changed", G_CALLBACK (on_items_changed), f->emitted);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_cmpstr (f->emitted->str, ==, "");
  g_string_free (f->emitted, TRUE);
  g_assert_finalize_object (f->list);
  g_assert_finalize_object (f->programme);
}

#define assert_emitted(f, expected)                                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_cmpstr ((f)->emitted->str, ==, (expected));                                                               \
    g_string_truncate ((f)->emitted, 0);                                                                               \
  }                                                                                                                    \
  G_STMT_END

static void
assert_list (Fixture *f, const char *expected)
{
  g_autoptr (GString) s = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->list)); i++)
    {
      g_autoptr (SlItem) item = g_list_model_get_item (G_LIST_MODEL (f->list), i);

      g_string_append_printf (s, "%s ", sl_record_code (sl_item_record (item)));
    }
  g_assert_cmpstr (s->str, ==, expected);
}

static void
commit (Fixture *f, SlTx *tx)
{
  g_autoptr (SlChangeSet) change_set = sl_change_set_new (sl_tx_changes (tx), sl_tx_verb (tx), SL_UID_NONE, NULL);

  sl_tx_free (tx);
  sl_programme_apply (f->programme, change_set);
}

static SlTx *
begin (Fixture *f)
{
  return sl_tx_new (sl_programme_data (f->programme), SL_VERB_EDIT);
}

static void
add (SlTx *tx, guint n)
{
  for (guint i = 0; i < n; i++)
    sl_tx_set (tx, sl_tx_create (tx, SL_KIND_RISK), SL_RISK_TITLE, &SL_VALUE_TEXT ("x"), NULL);
}

static SlUid
uid_of (Fixture *f, const char *code)
{
  return sl_data_by_code (sl_programme_data (f->programme), code)->uid;
}

/* Created and deleted rows of one change-set come merged into runs. */
static void
test_create_and_delete (Fixture *f, gconstpointer unused)
{
  SlTx *tx = begin (f);

  add (tx, 6);
  commit (f, tx);
  assert_emitted (f, "0-0+6 ");
  tx = begin (f);
  sl_tx_delete (tx, uid_of (f, "R-002"), NULL);
  sl_tx_delete (tx, uid_of (f, "R-003"), NULL);
  sl_tx_delete (tx, uid_of (f, "R-006"), NULL);
  add (tx, 1);
  commit (f, tx);
  assert_emitted (f, "5-1+0 1-2+0 3-0+1 ");
  assert_list (f, "R-001 R-004 R-005 R-007 ");
}

static void
count_change (SlItem *item, guint64 mask, gpointer data)
{
  g_string_append_printf (data, "%s:%" G_GINT64_MODIFIER "x ", sl_record_code (sl_item_record (item)), mask);
}

/* An edit moves nothing in the list: only the item says so. */
static void
test_edit (Fixture *f, gconstpointer unused)
{
  SlTx *tx = begin (f);
  g_autoptr (SlItem) item = NULL;
  g_autoptr (SlItem) same = NULL;
  g_autoptr (GString) said = g_string_new (NULL);

  add (tx, 3);
  commit (f, tx);
  assert_emitted (f, "0-0+3 ");
  item = g_list_model_get_item (G_LIST_MODEL (f->list), 1);
  same = sl_kind_model_item (f->list, sl_item_uid (item));
  g_assert_true (item == same);
  g_signal_connect (item, "changed", G_CALLBACK (count_change), said);
  tx = begin (f);
  sl_tx_set (tx, sl_item_uid (item), SL_RISK_TITLE, &SL_VALUE_TEXT ("y"), NULL);
  sl_tx_set (tx, uid_of (f, "R-001"), SL_RISK_TITLE, &SL_VALUE_TEXT ("z"), NULL);
  commit (f, tx);
  g_assert_cmpstr (said->str, ==, "R-002:4 ");
  g_assert_cmpstr (sl_record_title (sl_item_record (item)), ==, "y");
}

/* Items live as long as somebody shows them, and outlive their record and their list. */
static void
test_life (Fixture *f, gconstpointer unused)
{
  SlTx *tx = begin (f);
  SlItem *item;
  SlUid uid;

  add (tx, 2);
  commit (f, tx);
  assert_emitted (f, "0-0+2 ");
  item = g_list_model_get_item (G_LIST_MODEL (f->list), 0);
  uid = sl_item_uid (item);
  g_assert_true (sl_kind_model_peek (f->list, uid) == item);
  tx = begin (f);
  sl_tx_delete (tx, uid, NULL);
  commit (f, tx);
  assert_emitted (f, "0-1+0 ");
  g_assert_null (sl_item_record (item));
  g_assert_finalize_object (item);
  g_assert_null (sl_kind_model_peek (f->list, uid));
}

static void
test_reset (Fixture *f, gconstpointer unused)
{
  g_autoptr (SlProgramme) other = sl_programme_new ();
  SlTx *tx = begin (f);
  SlTx *others;
  g_autoptr (SlChangeSet) change_set = NULL;

  add (tx, 2);
  commit (f, tx);
  assert_emitted (f, "0-0+2 ");
  others = sl_tx_new (sl_programme_data (other), SL_VERB_ADD);
  add (others, 5);
  change_set = sl_change_set_new (sl_tx_changes (others), SL_VERB_ADD, SL_UID_NONE, NULL);
  sl_tx_free (others);
  sl_programme_apply (other, change_set);
  sl_programme_adopt (f->programme, other);
  assert_emitted (f, "0-2+5 ");
  g_assert_cmpuint (sl_programme_count (other, SL_KIND_RISK), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/item/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("create-and-delete", test_create_and_delete);
  ADD ("edit", test_edit);
  ADD ("life", test_life);
  ADD ("reset", test_reset);
  return g_test_run ();
}
