/* Import as an act: reading in, comparing, updating; all of it or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "xml-documents.h"

#include "base/sl-error.h"
#include "exchange/sl-import.h"
#include "exchange/sl-programme-xml.h"
#include "exchange/sl-seed.h"
#include "resources/sl-resources.h"
#include "store/sl-place.h"

#include <string.h>

static SlWorkspace *
open_store (SlStore *store)
{
  g_autoptr (GError) error = NULL;
  SlWorkspace *ws = sl_workspace_new (store);

  sl_workspace_open (ws, NULL, &error);
  g_assert_no_error (error);
  return ws;
}

static SlWorkspace *
new_workspace (gboolean sample)
{
  const SlSeedNew what = { .name = "Fresh", .person = "Ada", .organisation = "Council", .project = "First" };
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  SlWorkspace *ws = open_store (store);

  if (sample)
    sl_seed_sample (ws, &error);
  else
    sl_seed_new (ws, &what, &error);
  g_assert_no_error (error);
  return ws;
}

static char *
dup_export (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_programme_xml_to_bytes (sl_workspace_data (ws), &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* With every @from, of which there must be one, as @to. */
static char *
dup_replaced (const char *text, const char *from, const char *to)
{
  GString *s = g_string_new (text);

  g_assert_cmpuint (g_string_replace (s, from, to, 0), >, 0);
  return g_string_free (s, FALSE);
}

static SlImport *
prepare (SlWorkspace *ws, const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return sl_import_new (ws, stream, "doc", NULL, NULL, error);
}

static SlImport *
prepare_good (SlWorkspace *ws, const char *text)
{
  g_autoptr (GError) error = NULL;
  SlImport *import = prepare (ws, text, &error);

  g_assert_no_error (error);
  return import;
}

static void
import_good (SlWorkspace *ws, const char *text, const char *reason)
{
  g_autoptr (SlImport) import = prepare_good (ws, text);
  g_autoptr (GError) error = NULL;

  sl_import_commit (import, sl_import_mode (import) == SL_IMPORT_LOAD ? SL_UID_NONE : sl_workspace_actor (ws), reason, &error);
  g_assert_no_error (error);
}

/* Refused at once, with @code and a message that holds @part; nothing has changed. */
static void
expect_refusal (SlWorkspace *ws, const char *text, int code, const char *part)
{
  g_autofree char *before = dup_export (ws);
  g_autofree char *after = NULL;
  gint64 seq = sl_workspace_head (ws)->seq;
  g_autoptr (GError) error = NULL;

  g_assert_null (prepare (ws, text, &error));
  g_assert_error (error, SL_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
  after = dup_export (ws);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (sl_workspace_head (ws)->seq, ==, seq);
}

/* Refused when it is to be done, tried or in earnest. */
static void
expect_refusal_on_commit (SlWorkspace *ws, const char *text, const char *reason, int code, const char *part)
{
  g_autoptr (SlImport) import = prepare_good (ws, text);
  g_autofree char *before = dup_export (ws);
  g_autofree char *after = NULL;
  g_autoptr (GError) tried = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_import_check (import, sl_workspace_actor (ws), reason, &tried));
  g_assert_false (sl_import_commit (import, sl_workspace_actor (ws), reason, &error));
  g_assert_error (error, SL_ERROR, code);
  g_assert_cmpstr (tried->message, ==, error->message);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not speak of “%s”", error->message, part);
  after = dup_export (ws);
  g_assert_cmpstr (before, ==, after);
}

static SlUid
uid_of (SlWorkspace *ws, const char *code)
{
  return sl_data_by_code (sl_workspace_data (ws), code)->uid;
}

static gboolean
take_first (SlChangeSet *change_set, gpointer data)
{
  *(SlChangeSet **) data = sl_change_set_ref (change_set);
  return FALSE;
}

static SlChangeSet *
newest (SlWorkspace *ws)
{
  SlChangeSet *change_set = NULL;

  g_assert_true (sl_store_read_back (sl_workspace_store (ws), 0, take_first, &change_set, NULL));
  return change_set;
}

/* --- Reading in ---------------------------------------------------------------------------------------------------- */

/* Nothing of what `new` put there stays, and what comes out is what went in. */
static void
test_load (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) ws = new_workspace (FALSE);
  g_autofree char *text = dup_export (sample);
  g_autofree char *out = NULL;
  g_autoptr (SlImport) import = prepare_good (ws, text);
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;
  SlUid actor;

  g_assert_cmpint (sl_import_mode (import), ==, SL_IMPORT_LOAD);
  g_assert_null (sl_import_differences (import));
  g_assert_cmpuint (sl_import_count (import), >, 200);
  actor = sl_data_by_code (sl_import_data (import), "P-02")->uid;
  /* So far nothing has happened. */
  g_assert_cmpstr (sl_data_programme (sl_workspace_data (ws))->name, ==, "Fresh");
  g_assert_true (sl_import_check (import, actor, NULL, &error));
  g_assert_cmpint (sl_workspace_head (ws)->seq, ==, 1);

  sl_import_commit (import, actor, "Moved here", &error);
  g_assert_no_error (error);
  out = dup_export (ws);
  g_assert_cmpstr (out, ==, text);
  g_assert_cmpint (sl_workspace_actor (ws), ==, actor);
  g_assert_cmpint (sl_workspace_as_of (ws), ==, sl_workspace_as_of (sample));
  change_set = newest (ws);
  g_assert_cmpint (change_set->seq, ==, 2);
  g_assert_cmpint (change_set->verb, ==, SL_VERB_LOAD);
  g_assert_cmpint (change_set->actor, ==, actor);
  g_assert_cmpstr (change_set->reason, ==, "Moved here");
  /* It cannot be undone, and what comes after it can. */
  g_assert_false (sl_workspace_can_undo (ws));
  g_assert_false (sl_workspace_undo (ws, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sl_workspace_set_text (ws, uid_of (ws, "ORG-01"), SL_ORGANISATION_NAME, "Other", NULL, &error));
  g_assert_true (sl_workspace_undo (ws, &error));
}

/* Our own sample is as we would write it, but for its notice. */
static void
test_sample_bytes (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autofree char *text = dup_export (sample);
  g_autoptr (GString) file = g_string_new (sl_resources_text ("samples/marlhaven.xml", NULL));
  const char *notice = strstr (file->str, "<!--"), *end = strstr (file->str, "-->\n");

  g_assert_true (notice != NULL && end != NULL);
  g_string_erase (file, notice - file->str, end + strlen ("-->\n") - notice);
  g_assert_cmpstr (file->str, ==, text);
}

/* Nothing was ever written: what `import` into a file that is not there yet begins with. */
static void
test_load_into_nothing (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = open_store (store);
  g_autoptr (SlWorkspace) again = NULL;
  g_autoptr (SlStore) twin = NULL;
  g_autofree char *text = dup_export (sample);
  g_autofree char *out = NULL;

  import_good (ws, text, NULL);
  g_assert_cmpint (sl_workspace_actor (ws), ==, SL_UID_NONE);
  /* The digest holds. */
  twin = sl_memory_store_twin (store);
  again = open_store (twin);
  out = dup_export (again);
  g_assert_cmpstr (out, ==, text);
  /* Read in once more it is the same programme, with nothing to do. */
  {
    g_autoptr (SlImport) import = prepare_good (ws, text);

    g_assert_cmpint (sl_import_mode (import), ==, SL_IMPORT_UPDATE);
    g_assert_cmpuint (sl_import_differences (import)->len, ==, 0);
  }
}

/* What breaks rules today comes back as it was; the check tells. The same as an update is refused. */
static void
test_load_runs_no_rule (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) ws = new_workspace (FALSE);
  g_autofree char *good = dup_export (sample);
  g_autofree char *bad = dup_replaced (good, "code=\"P-03\" display-name=\"Operations Sample\"",
                                       "code=\"P-03\" active-to=\"2026-01-31\" display-name=\"Operations Sample\"");
  g_autofree char *worse = dup_replaced (bad, "state=\"treating\" response=\"reduce\"", "state=\"closed\"");
  g_autoptr (GPtrArray) findings = NULL;

  import_good (ws, worse, NULL);
  findings = sl_workspace_check (ws);
  g_assert_cmpuint (sl_findings_count (findings, SL_SEVERITY_ERROR), >, 0);
  expect_refusal_on_commit (sample, worse, "Because", SL_ERROR_RULE, "R-0");
}

/* A fault of structure is refused with its place, whatever the verb. */
static void
test_load_checks_structure (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) ws = new_workspace (FALSE);
  g_autofree char *good = dup_export (sample);
  g_autofree char *bad = dup_replaced (good, "owner=\"P-03\"", "owner=\"P-99\"");

  expect_refusal (ws, bad, SL_ERROR_VALUE, "/programme/risk[1]/@owner: there is no Person “P-99”");
  expect_refusal (ws, XML_DOCUMENT (""), SL_ERROR_REFUSED, "doc: the document names no settings in force");
  expect_refusal (ws, "<a/>", SL_ERROR_NOT_OURS, "doc:1:");
}

static void
test_another_programme (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) ws = new_workspace (FALSE);
  g_autofree char *text = dup_export (sample);
  g_autoptr (GError) error = NULL;

  /* One edit, and it is no longer empty. */
  g_assert_true (sl_workspace_set_text (ws, uid_of (ws, "ORG-01"), SL_ORGANISATION_NAME, "Other", NULL, &error));
  expect_refusal (ws, text, SL_ERROR_REFUSED, "is another programme than this one, “Fresh”");
  g_assert_true (sl_workspace_undo (ws, &error));
  expect_refusal (ws, text, SL_ERROR_REFUSED, "is another programme");
}

/* What was read in is a programme's data, not what `new` leaves. */
static void
test_loaded_is_not_empty (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) fresh = new_workspace (FALSE);
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = open_store (store);
  g_autofree char *text = dup_export (sample);
  g_autofree char *other = dup_export (fresh);

  import_good (ws, text, NULL);
  g_assert_cmpint (sl_workspace_head (ws)->seq, ==, 1);
  expect_refusal (ws, other, SL_ERROR_REFUSED, "is another programme");
}

/* Somebody else was first: what would be replaced is not what was looked at. */
static void
test_load_conflict (void)
{
  g_autoptr (SlWorkspace) sample = new_workspace (TRUE);
  g_autoptr (SlWorkspace) ws = new_workspace (FALSE);
  g_autoptr (SlStore) twin = sl_memory_store_twin (sl_workspace_store (ws));
  g_autoptr (SlWorkspace) other = open_store (twin);
  g_autofree char *text = dup_export (sample);
  g_autoptr (SlImport) import = prepare_good (ws, text);
  g_autoptr (GError) error = NULL;
  SlTx *tx = sl_workspace_begin (other, SL_VERB_ADD);

  g_assert_true (sl_tx_set_text (tx, sl_tx_create (tx, SL_KIND_ORGANISATION), SL_ORGANISATION_NAME, "Theirs", 0, &error));
  g_assert_true (sl_workspace_commit (other, tx, NULL, &error));
  g_assert_false (sl_import_commit (import, SL_UID_NONE, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CONFLICT);
  g_assert_nonnull (sl_data_by_code (sl_workspace_data (ws), "ORG-02"));
  g_assert_cmpstr (sl_data_programme (sl_workspace_data (ws))->name, ==, "Fresh");
}

/* --- Updating ------------------------------------------------------------------------------------------------------ */

#define NEW_RISK                                                                                                       \
  "  <risk code=\"R-090\" kind=\"threat\" title=\"Newcomer\" owner=\"P-03\" state=\"draft\" confidentiality=\"open\" "     \
  "escalation-level=\"project\">\n    <risk-assessment type=\"current\" date=\"2026-07-30\" probability=\"2\" by=\"P-03\"/>\n" \
  "    <risk-node node=\"E1\"/>\n  </risk>\n"

static void
test_update (void)
{
  g_autoptr (SlWorkspace) ws = new_workspace (TRUE);
  g_autofree char *text = dup_export (ws);
  g_autofree char *renamed = dup_replaced (text, "name=\"Marlhaven Waste\"", "name=\"Marlhaven Refuse\"");
  g_autofree char *added = dup_replaced (renamed, "  <issue code=\"ISS-001\"", NEW_RISK "  <issue code=\"ISS-001\"");
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autofree char *out = NULL;
  SlUid organisation = uid_of (ws, "ORG-02");
  const SlRisk *risk;

  expect_refusal_on_commit (ws, added, " ", SL_ERROR_REASON_NEEDED, "1 record would be overwritten");
  {
    g_autoptr (SlImport) import = prepare_good (ws, added);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (sl_import_mode (import), ==, SL_IMPORT_UPDATE);
    g_assert_cmpuint (sl_import_differences (import)->len, ==, 4);
    g_assert_true (sl_import_check (import, sl_workspace_actor (ws), "From the partner", &error));
    g_assert_cmpint (sl_workspace_head (ws)->seq, ==, 1);
  }
  import_good (ws, added, "From the partner");
  /* Records stay themselves, new ones refer to those that are there. */
  g_assert_cmpint (uid_of (ws, "ORG-02"), ==, organisation);
  g_assert_cmpstr (sl_data_name (sl_workspace_data (ws), organisation), ==, "Marlhaven Refuse");
  risk = SL_AS (RISK, sl_data_by_code (sl_workspace_data (ws), "R-090"));
  g_assert_cmpint (risk->owner, ==, uid_of (ws, "P-03"));
  change_set = newest (ws);
  g_assert_cmpint (change_set->verb, ==, SL_VERB_IMPORT);
  g_assert_cmpuint (change_set->n_changes, ==, 4);
  g_assert_cmpstr (change_set->reason, ==, "From the partner");
  out = dup_export (ws);
  g_assert_cmpstr (out, ==, added);
  /* And back, as one step. */
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *back = NULL;

    g_assert_true (sl_workspace_can_undo (ws));
    sl_workspace_undo (ws, &error);
    g_assert_no_error (error);
    back = dup_export (ws);
    g_assert_cmpstr (back, ==, text);
  }
}

/* What only the file has is told and stays; what only adds needs no reason. */
static void
test_update_keeps (void)
{
  g_autoptr (SlWorkspace) ws = new_workspace (TRUE);
  g_autofree char *before = dup_export (ws);
  g_autofree char *document = dup_replaced (before, "  <issue code=\"ISS-001\"", NEW_RISK "  <issue code=\"ISS-001\"");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SlTx *tx = sl_workspace_begin (ws, SL_VERB_ADD);

  g_assert_true (sl_tx_set_text (tx, sl_tx_create (tx, SL_KIND_ORGANISATION), SL_ORGANISATION_NAME, "Only here", 0, &error));
  g_assert_true (sl_workspace_commit (ws, tx, NULL, &error));
  import_good (ws, document, NULL);
  g_assert_cmpstr (sl_data_name (sl_workspace_data (ws), uid_of (ws, "ORG-09")), ==, "Only here");
  g_assert_nonnull (sl_data_by_code (sl_workspace_data (ws), "R-090"));
  {
    g_autoptr (SlImport) import = prepare_good (ws, document);
    const SlDifference *difference = sl_import_differences (import)->pdata[0];

    g_assert_cmpuint (sl_import_differences (import)->len, ==, 1);
    g_assert_cmpstr (difference->name, ==, "ORG-09");
    g_assert_null (difference->other);
  }
  after = dup_export (ws);
  g_assert_nonnull (strstr (after, "Only here"));
}

/* A record added to one that is there stands in it; further down as well. */
static void
test_update_nested (void)
{
  g_autoptr (SlWorkspace) ws = new_workspace (TRUE);
  g_autofree char *text = dup_export (ws);
  const char *measure = strstr (text, "<measure code=\"M-1\"");
  const char *version = strstr (measure, "</trajectory-version>");
  g_autofree char *whole = g_strdup_printf ("%.*s  <trajectory-point period-end=\"2031-12-31\" planned=\"7\"/>\n      %s",
                                            (int) (version - text), text, version);
  g_autoptr (SlImport) import = prepare_good (ws, whole);
  const SlDifference *difference;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  g_assert_cmpuint (sl_import_differences (import)->len, ==, 1);
  difference = sl_import_differences (import)->pdata[0];
  g_assert_false (difference->nested);
  g_assert_cmpint (difference->place, !=, SL_UID_NONE);
  sl_import_commit (import, sl_workspace_actor (ws), NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (SlImport) again = prepare_good (ws, whole);

    g_assert_cmpuint (sl_import_differences (again)->len, ==, 0);
  }
  out = dup_export (ws);
  g_assert_nonnull (strstr (out, "period-end=\"2031-12-31\" planned=\"7\""));
}

/* What never changes once it is given is not changed by a document either. */
static void
test_update_fixed (void)
{
  g_autoptr (SlWorkspace) ws = new_workspace (TRUE);
  g_autofree char *text = dup_export (ws);
  g_autofree char *other = dup_replaced (text, "code=\"PRG-001\"", "code=\"PRG-002\"");

  expect_refusal (ws, other, SL_ERROR_REFUSED, "doc: PRG-002: Id never changes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  g_test_add_func ("/import/load", test_load);
  g_test_add_func ("/import/sample-bytes", test_sample_bytes);
  g_test_add_func ("/import/load-into-nothing", test_load_into_nothing);
  g_test_add_func ("/import/load-runs-no-rule", test_load_runs_no_rule);
  g_test_add_func ("/import/load-checks-structure", test_load_checks_structure);
  g_test_add_func ("/import/another-programme", test_another_programme);
  g_test_add_func ("/import/loaded-is-not-empty", test_loaded_is_not_empty);
  g_test_add_func ("/import/load-conflict", test_load_conflict);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/update-keeps", test_update_keeps);
  g_test_add_func ("/import/update-nested", test_update_nested);
  g_test_add_func ("/import/update-fixed", test_update_fixed);
  return g_test_run ();
}
