/* Random edits of every kind, undo, redo, reopening, export and import into an empty file: rules and structure hold, and
 * what comes back is what went out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sl-import.h"
#include "exchange/sl-programme-xml.h"
#include "exchange/sl-seed.h"
#include "rules/sl-rules.h"
#include "store/sl-place.h"
#include "support/sl-random.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  SlWorkspace *ws;
} Desk;

static SlWorkspace *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_place_open (path, SL_OPEN_WRITE, &error);
  SlWorkspace *ws;

  g_assert_no_error (error);
  ws = sl_workspace_new (store);
  sl_workspace_open (ws, NULL, &error); /* compares the digest */
  g_assert_no_error (error);
  return ws;
}

static void
act_as (SlWorkspace *ws, const char *code)
{
  const SlRecord *person = sl_data_by_code (sl_workspace_data (ws), code);

  g_assert_true (sl_workspace_set_actor (ws, person->uid, NULL));
}

static void
desk_init (Desk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = NULL;

  self->folder = g_dir_make_tmp ("sightline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "one.sightline", NULL);
  store = sl_place_create (self->path, &error);
  g_assert_no_error (error);
  self->ws = sl_workspace_new (store);
  g_assert_true (sl_workspace_open (self->ws, NULL, &error));
  g_assert_true (sl_seed_sample (self->ws, &error));
  g_assert_no_error (error);
}

static void
desk_clear (Desk *self)
{
  sl_workspace_close (self->ws);
  g_object_unref (self->ws);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
put_into (const SlRecord *record, gpointer tx)
{
  sl_tx_put (tx, record);
  return TRUE;
}

/* Every record, judged by structure as if it all were new. */
static void
check_structure (const SlData *data)
{
  g_autoptr (SlProgramme) empty = sl_programme_new ();
  g_autoptr (SlTx) tx = sl_tx_new (sl_programme_data (empty), SL_VERB_IMPORT);
  g_autoptr (GError) error = NULL;

  for (int k = 0; k < SL_N_KINDS; k++)
    sl_data_each (data, k, put_into, tx);
  sl_tx_check_structure (tx, &error);
  g_assert_no_error (error);
}

/* No rule that refuses is broken. Someone may leave and leave a gap: that is told, never refused (INV-2). */
static void
check_rules (SlWorkspace *ws)
{
  g_autoptr (GPtrArray) findings = sl_workspace_check (ws);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (finding->severity == SL_SEVERITY_ERROR && g_strcmp0 (finding->rule, "INV-2") != 0)
        {
          g_autofree char *text = sl_finding_dup_text (finding, FALSE);

          g_error ("%s [%s]", text, finding->rule);
        }
    }
}

static GBytes *
export (SlWorkspace *ws)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_programme_xml_to_bytes (sl_workspace_data (ws), &error);

  g_assert_no_error (error);
  return bytes;
}

/* What goes out comes back, byte for byte. */
static void
check_round_trip (SlWorkspace *ws)
{
  g_autoptr (GBytes) out = export (ws);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (out);
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) other = sl_workspace_new (store);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SlImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_workspace_open (other, NULL, &error));
  import = sl_import_new (other, stream, "export", NULL, NULL, &error);
  g_assert_no_error (error);
  sl_import_commit (import, SL_UID_NONE, NULL, &error);
  g_assert_no_error (error);
  again = export (other);
  g_assert_true (g_bytes_equal (out, again));
}

/* Saving compares with the schema. */
static void
check_valid (const Desk *desk)
{
  g_autofree char *path = g_build_filename (desk->folder, "one.xml", NULL);
  g_autoptr (GError) error = NULL;

  sl_programme_xml_save (sl_workspace_data (desk->ws), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  guint steps = g_test_slow () ? 20000 : 800;
  guint accepted = 0;
  Desk desk;

  desk_init (&desk);
  act_as (desk.ws, "P-10");
  for (guint i = 1; i <= steps; i++)
    {
      accepted += sl_random_act (rand, desk.ws);
      if (i % 200 != 0)
        continue;
      check_structure (sl_workspace_data (desk.ws));
      check_rules (desk.ws);
      check_round_trip (desk.ws);
      check_valid (&desk);
      sl_workspace_close (desk.ws);
      g_object_unref (desk.ws);
      desk.ws = open_file (desk.path);
      act_as (desk.ws, i % 400 == 0 ? "P-10" : "P-02");
    }
  /* Random acts that are all refused would prove nothing. */
  g_assert_cmpuint (accepted, >, steps / 5);
  g_test_message ("%u of %u acts accepted", accepted, steps);
  desk_clear (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SIGHTLINE_TODAY", "2026-07-31", TRUE);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/property/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random);
    }
  return g_test_run ();
}
