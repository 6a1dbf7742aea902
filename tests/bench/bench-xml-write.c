/* Writing a programme of 100,000 risks as XML, against a bare xmlTextWriter that is handed the same document piece by
 * piece; and saving it, with the reading back, against bare libxml2 doing the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-xml-write [ROWS=100000] [ROUNDS=5]
 */
#include "bench-support.h"

#include "exchange/sl-programme-schema.h"
#include "exchange/sl-programme-xml.h"
#include "store/sl-place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- The document in pieces ---------------------------------------------------------------------------------------- */

typedef enum
{
  STEP_START,
  STEP_ATTRIBUTE,
  STEP_TEXT,
  STEP_END,
} StepType;

typedef struct
{
  StepType type;
  const char *name;
  const char *value;
} Step;

typedef struct
{
  GArray *steps;
  GStringChunk *names, *values;
} Pieces;

static void
add_step (Pieces *self, StepType type, const xmlChar *name, const xmlChar *value)
{
  const Step step = { type, name != NULL ? g_string_chunk_insert_const (self->names, (const char *) name) : NULL,
                      value != NULL ? g_string_chunk_insert (self->values, (const char *) value) : NULL };

  g_array_append_val (self->steps, step);
}

static void
take_element (Pieces *self, xmlTextReaderPtr reader)
{
  gboolean empty = xmlTextReaderIsEmptyElement (reader) == 1;

  add_step (self, STEP_START, xmlTextReaderConstName (reader), NULL);
  while (xmlTextReaderMoveToNextAttribute (reader) == 1)
    add_step (self, STEP_ATTRIBUTE, xmlTextReaderConstName (reader), xmlTextReaderConstValue (reader));
  if (empty)
    add_step (self, STEP_END, NULL, NULL);
}

static void
take_apart (Pieces *self, GBytes *document)
{
  xmlTextReaderPtr reader = xmlReaderForMemory (g_bytes_get_data (document, NULL), (int) g_bytes_get_size (document), NULL,
                                                NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  *self = (Pieces){ g_array_new (FALSE, FALSE, sizeof (Step)), g_string_chunk_new (4096), g_string_chunk_new (1 << 20) };
  while (xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      take_element (self, reader);
    else if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_TEXT)
      add_step (self, STEP_TEXT, NULL, xmlTextReaderConstValue (reader));
    else if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT)
      add_step (self, STEP_END, NULL, NULL);
  xmlFreeTextReader (reader);
}

static void
clear_pieces (Pieces *self)
{
  g_array_unref (self->steps);
  g_string_chunk_free (self->names);
  g_string_chunk_free (self->values);
}

/* --- Bare ---------------------------------------------------------------------------------------------------------- */

static void
write_steps (const Pieces *self, xmlTextWriterPtr writer)
{
  int good = 0;

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  good |= xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      if (step->type == STEP_START)
        good |= xmlTextWriterStartElement (writer, BAD_CAST step->name);
      else if (step->type == STEP_ATTRIBUTE)
        good |= xmlTextWriterWriteAttribute (writer, BAD_CAST step->name, BAD_CAST step->value);
      else if (step->type == STEP_TEXT)
        good |= xmlTextWriterWriteString (writer, BAD_CAST step->value);
      else
        good |= xmlTextWriterEndElement (writer);
    }
  good |= xmlTextWriterEndDocument (writer);
  if (good < 0)
    g_error ("xmlTextWriter");
}

static double
write_bare (const Pieces *pieces, GBytes *expected)
{
  double start = bench_now ();
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);

  xmlBufferSetAllocationScheme (buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  write_steps (pieces, writer);
  xmlFreeTextWriter (writer);
  start = bench_now () - start;
  /* Else it would not be the same document. */
  if ((gsize) xmlBufferLength (buffer) != g_bytes_get_size (expected)
      || memcmp (xmlBufferContent (buffer), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected)) != 0)
    g_error ("the documents differ");
  xmlBufferFree (buffer);
  return start;
}

static double
write_ours (const SlData *data)
{
  double start = bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_programme_xml_to_bytes (data, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bench_now () - start;
}

/* --- On the disk, and read back ------------------------------------------------------------------------------------ */

static xmlSchemaPtr
load_schema (void)
{
  g_autofree char *text = sl_programme_schema_dup_xsd (FALSE);
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchemaPtr schema = xmlSchemaParse (parser);

  if (schema == NULL)
    g_error ("the schema cannot be read");
  xmlSchemaFreeParserCtxt (parser);
  return schema;
}

static void
flush (const char *path)
{
  int fd = g_open (path, O_RDWR, 0);

  if (fd < 0 || fsync (fd) != 0 || close (fd) != 0)
    g_error ("%s", path);
}

static double
save_bare (const Pieces *pieces, const char *path, xmlSchemaPtr schema)
{
  double start = bench_now ();
  xmlTextWriterPtr writer = xmlNewTextWriterFilename (path, 0);
  xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt (schema);
  xmlTextReaderPtr reader;

  write_steps (pieces, writer);
  xmlFreeTextWriter (writer);
  flush (path);
  reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET);
  if (xmlTextReaderSchemaValidateCtxt (reader, context, 0) != 0)
    g_error ("%s", path);
  while (xmlTextReaderRead (reader) == 1)
    ;
  if (xmlTextReaderIsValid (reader) != 1)
    g_error ("%s is not valid", path);
  xmlFreeTextReader (reader);
  xmlSchemaFreeValidCtxt (context);
  return bench_now () - start;
}

static double
save_ours (const SlData *data, const char *path)
{
  double start = bench_now ();
  g_autoptr (GError) error = NULL;

  if (!sl_programme_xml_save (data, path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

static gboolean
measure (const SlData *data, GBytes *document, guint rounds)
{
  g_autofree char *folder = g_dir_make_tmp ("sightline-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.xml", NULL);
  xmlSchemaPtr schema = load_schema ();
  double ours[2][50], bare[2][50];
  gboolean met = TRUE;
  Pieces pieces;

  take_apart (&pieces, document);
  for (guint r = 0; r < rounds; r++)
    {
      bare[0][r] = write_bare (&pieces, document);
      ours[0][r] = write_ours (data);
      bare[1][r] = save_bare (&pieces, path, schema);
      ours[1][r] = save_ours (data, path);
    }
  met &= bench_report ("programme XML written", ours[0], bare[0], rounds, 1.3);
  met &= bench_report ("the same saved, on the disk, read back and valid", ours[1], bare[1], rounds, 1.3);
  clear_pieces (&pieces);
  xmlSchemaFree (schema);
  g_unlink (path);
  g_rmdir (folder);
  return met;
}

int
main (int argc, char **argv)
{
  guint rows = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint rounds = argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, 50) : 5;
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = bench_fill (store, rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = sl_programme_xml_to_bytes (sl_workspace_data (ws), &error);

  if (document == NULL)
    g_error ("%s", error->message);
  g_print ("%u risks with text and assessments, %.1f MB of XML, %u rounds\n", rows,
           (double) g_bytes_get_size (document) / 1048576, rounds);
  return measure (sl_workspace_data (ws), document, rounds) ? 0 : 1;
}
