/* Cards as text: what is copied here can be pasted into another programme and into a spreadsheet, and comes back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/models/sl-map-clip.h"

#include "base/sl-error.h"
#include "exchange/sl-seed.h"
#include "store/sl-place.h"

static SlWorkspace *
open_new (gboolean sample)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  SlWorkspace *ws = sl_workspace_new (store);

  g_assert_true (sl_workspace_open (ws, NULL, &error));
  if (sample)
    g_assert_true (sl_seed_sample (ws, &error));
  else
    g_assert_true (sl_seed_new (ws, &(SlSeedNew){ .name = "Elsewhere", .currency = "GBP" }, &error));
  g_assert_no_error (error);
  return ws;
}

static char *
copy (SlWorkspace *ws, const char *const *codes)
{
  const SlData *data = sl_workspace_data (ws);
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (SlMapCopy) cards = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    g_array_append_val (uids, sl_data_by_code (data, codes[i])->uid);
  cards = sl_map_copy_new (data, (const SlUid *) (gpointer) uids->data, uids->len);
  return sl_map_copy_dup_text (data, cards);
}

static const SlMapNode *
paste (SlWorkspace *ws, const char *text, int code, guint expected, guint nth)
{
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_PASTE);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (SlUid));
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_test_message ("%s", text);
  done = sl_tx_paste_card_rows (tx, text, SL_NODE_TYPE_ENABLER, made, &error);
  if (done)
    sl_workspace_commit (ws, tx, NULL, &error);
  else
    sl_tx_free (tx);
  if (code >= 0)
    g_assert_error (error, SL_ERROR, code);
  else
    g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, expected);
  return code < 0 && nth < made->len ? SL_AS (MAP_NODE, sl_data_lookup (sl_workspace_data (ws), g_array_index (made, SlUid, nth))) : NULL;
}

/* With type, title and the links among them; the owner where there is such a person. */
static void
test_between (void)
{
  g_autoptr (SlWorkspace) from = open_new (TRUE);
  g_autoptr (SlWorkspace) to = open_new (FALSE);
  g_autofree char *text = copy (from, (const char *const[]){ "N4", "C1", "I1", "I2", "E3", NULL });
  const SlMapNode *first;

  g_assert_cmpstr (text, ==,
                   "N4\tEnabler\tRoute optimiser\tData Sample\tC1\n"
                   "C1\tBusiness change\tCrews work daily dynamic rounds\tOperations Sample\tI1, I2\n"
                   "I1\tIntermediate outcome\tFewer half-empty bins emptied\tOperations Sample\t\n"
                   "I2\tIntermediate outcome\tFewer hours of overflowing bins\tOperations Sample\t\n"
                   "E3\tEnd outcome\tLower carbon from the collection fleet\tOperations Sample\t\n");
  first = paste (to, text, -1, 5, 0);
  g_assert_cmpint (first->type, ==, SL_NODE_TYPE_ENABLER);
  g_assert_cmpstr (first->title, ==, "Route optimiser");
  g_assert_cmpint (first->owner, ==, SL_UID_NONE);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (to), SL_KIND_MAP_EDGE), ==, 3);
  /* Where the person is known. */
  first = paste (from, text, -1, 5, 0);
  g_assert_cmpstr (sl_data_name (sl_workspace_data (from), first->owner), ==, "Data Sample");
}

/* Out of a spreadsheet: headings, plain titles, quoted cells with a line break, empty rows. */
static void
test_spreadsheet (void)
{
  g_autoptr (SlWorkspace) ws = open_new (FALSE);
  const SlMapNode *node;

  node = paste (ws, "Id\tType\tTitle\tOwner\r\nX\tend outcome\t\"Fewer\ncomplaints\"\t\r\n\r\n\tBusiness change\tPeople ask first\t\r\n", -1, 2, 0);
  g_assert_cmpint (node->type, ==, SL_NODE_TYPE_END_OUTCOME);
  g_assert_cmpstr (node->title, ==, "Fewer complaints");
  node = paste (ws, "One thing\nAnother\n", -1, 2, 1);
  g_assert_cmpint (node->type, ==, SL_NODE_TYPE_ENABLER);
  g_assert_cmpstr (node->title, ==, "Another");
}

/* Rows that lead round or nowhere they may are refused whole. */
static void
test_refused (void)
{
  g_autoptr (SlWorkspace) ws = open_new (FALSE);

  paste (ws, "A\tEnabler\tOne\t\tB\nB\tEnabler\tTwo\t\tA\n", SL_ERROR_STRUCTURE, 2, 0);
  paste (ws, "A\tEnabler\tOne\t\tA\n", SL_ERROR_STRUCTURE, 1, 0);
  paste (ws, "A\tStrategic purpose\tOne\t\tB\nB\tEnabler\tTwo\t\t\n", SL_ERROR_RULE, 2, 0);
  g_assert_cmpuint (sl_data_count (sl_workspace_data (ws), SL_KIND_MAP_NODE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-clip/between", test_between);
  g_test_add_func ("/map-clip/spreadsheet", test_spreadsheet);
  g_test_add_func ("/map-clip/refused", test_refused);
  return g_test_run ();
}
