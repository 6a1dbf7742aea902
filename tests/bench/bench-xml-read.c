/* Reading a programme of 100,000 risks from XML, against a bare xmlReader that converts the types; and what it takes of
 * memory, against what the records themselves do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-xml-read [ROWS=100000] [ROUNDS=5]
 *   bench-xml-read --memory FILE     in a fresh process: peak and model, in bytes
 */
#include "bench-support.h"

#include "exchange/sl-programme-xml-read.h"
#include "exchange/sl-programme-xml.h"
#include "store/sl-place.h"

#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

static void
make_document (const char *path, guint rows)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = bench_fill (store, rows);
  g_autoptr (GError) error = NULL;

  if (!sl_programme_xml_save (sl_workspace_data (ws), path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* --- Both ways ----------------------------------------------------------------------------------------------------- */

static gint64 touched;

/* A number, a day, or text of which every byte is looked at. */
static void
convert (const char *text)
{
  gsize n = strlen (text);
  char *end;

  if (n == 10 && text[4] == '-' && text[7] == '-')
    touched += sl_date_from_iso (text);
  else if (n > 0 && n < 20 && (*text == '-' || g_ascii_isdigit (*text)))
    touched += strtoll (text, &end, 10);
  else
    touched += (gint64) n;
}

static double
read_bare (const char *path)
{
  double start = bench_now ();
  xmlTextReaderPtr reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET);
  int more;

  while ((more = xmlTextReaderRead (reader)) == 1)
    {
      int type = xmlTextReaderNodeType (reader);

      if (type == XML_READER_TYPE_ELEMENT)
        {
          touched += (gint64) strlen ((const char *) xmlTextReaderConstLocalName (reader));
          while (xmlTextReaderMoveToNextAttribute (reader) == 1)
            {
              touched += (gint64) strlen ((const char *) xmlTextReaderConstLocalName (reader));
              convert ((const char *) xmlTextReaderConstValue (reader));
            }
        }
      else if (type == XML_READER_TYPE_TEXT)
        convert ((const char *) xmlTextReaderConstValue (reader));
    }
  xmlFreeTextReader (reader);
  if (more != 0)
    g_error ("%s", path);
  return bench_now () - start;
}

static double
read_ours (SlTx *tx, const char *path)
{
  double start = bench_now ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);

  if (stream == NULL || !sl_programme_xml_read (tx, G_INPUT_STREAM (stream), path, NULL, NULL, &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

/* --- Memory -------------------------------------------------------------------------------------------------------- */

/* In bytes: "VmRSS" as it is, "VmHWM" at its highest. */
static gint64
status (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, key)) == NULL)
    return 0;
  return g_ascii_strtoll (line + strlen (key) + 1, NULL, 10) * 1024;
}

static gint64
in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (gint64) (info.uordblks + info.hblkhd);
}

static gboolean
load_copy (const SlRecord *record, gpointer data)
{
  SlRecordEdit edit;

  sl_record_edit_from (&edit, record);
  sl_programme_load (data, sl_record_edit_done (&edit));
  return TRUE;
}

static int
measure_memory (const char *path)
{
  g_autoptr (SlProgramme) empty = sl_programme_new ();
  g_autoptr (SlProgramme) model = sl_programme_new ();
  g_autoptr (SlTx) tx = sl_tx_new (sl_programme_data (empty), SL_VERB_LOAD);
  gint64 before = status ("VmRSS"), peak;

  read_ours (tx, path);
  peak = status ("VmHWM") - before;
  before = in_use ();
  for (int k = 0; k < SL_N_KINDS; k++)
    sl_data_each (sl_tx_data (tx), k, load_copy, model);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", peak, in_use () - before);
  return 0;
}

static gboolean
report_memory (const char *program, const char *path)
{
  const char *argv[] = { program, "--memory", path, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  gint64 peak, model;
  char *end;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  peak = g_ascii_strtoll (out, &end, 10);
  model = g_ascii_strtoll (end, NULL, 10);
  g_print ("%-52s %10.1f MB  model %9.1f MB  ratio %5.2f  limit 2.00  %s\n", "memory while reading, at its highest",
           (double) peak / 1048576, (double) model / 1048576, (double) peak / (double) model,
           peak <= model * 2 ? "met" : "MISSED");
  return peak <= model * 2;
}

int
main (int argc, char **argv)
{
  guint rows = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint rounds = argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, 50) : 5;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double ours[50], bare[50];
  GStatBuf info;
  gboolean met = TRUE;

  if (argc == 3 && g_str_equal (argv[1], "--memory"))
    return measure_memory (argv[2]);
  folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "large.xml", NULL);
  make_document (path, rows);
  if (g_stat (path, &info) != 0)
    g_error ("%s", path);
  g_print ("%u risks with text and assessments, %.1f MB of XML, %u rounds\n", rows, (double) info.st_size / 1048576, rounds);
  for (guint r = 0; r < rounds; r++)
    {
      g_autoptr (SlProgramme) empty = sl_programme_new ();
      g_autoptr (SlTx) tx = sl_tx_new (sl_programme_data (empty), SL_VERB_LOAD);

      bare[r] = read_bare (path);
      ours[r] = read_ours (tx, path);
    }
  met &= bench_report ("programme XML read, references and structure checked", ours, bare, rounds, 2.0);
  met &= report_memory (argv[0], path);
  g_unlink (path);
  g_rmdir (folder);
  return met ? 0 : 1;
}
