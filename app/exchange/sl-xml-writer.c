/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-xml-writer.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#define DEPTH_MAX 32
#define INDENT 2

struct _SlXmlWriter
{
  SlXmlSink sink;
  gpointer data;
  xmlTextWriterPtr writer;
  GError *error;
  int depth;
  gboolean filled[DEPTH_MAX]; /* whether the open element of that depth has elements in it */
};

/* A failure is kept, not passed to libxml2, which would tell it on stderr. */
static int
pass_on (void *context, const char *bytes, int length)
{
  SlXmlWriter *self = context;

  if (self->error == NULL && length > 0)
    self->sink (bytes, (gsize) length, self->data, &self->error);
  return length;
}

static int
nothing_to_close (void *context)
{
  return 0;
}

/* libxml2 says that something failed, never what; a failed sink has said it itself. */
static void
look_at (SlXmlWriter *self, int result)
{
  if (result < 0 && self->error == NULL)
    self->error = g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, _ ("The XML writer failed"));
}

SlXmlWriter *
sl_xml_writer_new (SlXmlSink sink, gpointer data)
{
  SlXmlWriter *self = g_new0 (SlXmlWriter, 1);
  xmlOutputBufferPtr out;

  self->sink = sink;
  self->data = data;
  self->depth = -1;
  out = xmlOutputBufferCreateIO (pass_on, nothing_to_close, self, NULL);
  self->writer = out != NULL ? xmlNewTextWriter (out) : NULL;
  if (self->writer == NULL)
    look_at (self, -1);
  else
    look_at (self, xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", NULL));
  return self;
}

static gboolean
is_sound (SlXmlWriter *self, const char *text, gsize length)
{
  if (self->error != NULL)
    return FALSE;
  if (sl_text_is_clean (text, length))
    return TRUE;
  self->error = g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, _ ("A text holds characters that XML cannot carry"));
  return FALSE;
}

/* Whether nothing in it is written otherwise than it is. Without a branch in the loop, so that it takes many bytes at a
 * time; '<' and '>', '"' and '&' differ by one bit each. */
static gboolean
is_plain (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *) text;
  guchar special = 0;

  for (gsize i = 0; i < length; i++)
    special |= (guchar) ((bytes[i] < 0x20) | ((bytes[i] & 0xFD) == '<') | ((bytes[i] & 0xFB) == '"'));
  return !special;
}

/* What is plain goes as it is: libxml2 would make a copy first. */
static void
write_text (SlXmlWriter *self, const char *text, gsize length)
{
  if (is_plain (text, length) && length <= G_MAXINT)
    look_at (self, xmlTextWriterWriteRawLen (self->writer, BAD_CAST text, (int) length));
  else
    look_at (self, xmlTextWriterWriteString (self->writer, BAD_CAST text));
}

static void
new_line (SlXmlWriter *self, int depth)
{
  static const char blanks[] = "\n                                                                ";

  G_STATIC_ASSERT (sizeof blanks > 1 + INDENT * DEPTH_MAX);
  look_at (self, xmlTextWriterWriteRawLen (self->writer, BAD_CAST blanks, 1 + INDENT * depth));
}

void
sl_xml_writer_start (SlXmlWriter *self, const char *element)
{
  g_assert (self->depth + 1 < DEPTH_MAX);
  if (self->error != NULL)
    return;
  if (self->depth >= 0)
    {
      self->filled[self->depth] = TRUE;
      new_line (self, self->depth + 1);
    }
  self->filled[++self->depth] = FALSE;
  look_at (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
}

void
sl_xml_writer_attribute (SlXmlWriter *self, const char *name, const char *text)
{
  gsize length = strlen (text);

  if (!is_sound (self, text, length))
    return;
  look_at (self, xmlTextWriterStartAttribute (self->writer, BAD_CAST name));
  write_text (self, text, length);
  look_at (self, xmlTextWriterEndAttribute (self->writer));
}

void
sl_xml_writer_text (SlXmlWriter *self, const char *element, const char *text)
{
  gsize length = strlen (text);

  if (!is_sound (self, text, length))
    return;
  g_assert (self->depth >= 0);
  self->filled[self->depth] = TRUE;
  new_line (self, self->depth + 1);
  look_at (self, xmlTextWriterStartElement (self->writer, BAD_CAST element));
  write_text (self, text, length);
  look_at (self, xmlTextWriterEndElement (self->writer));
}

void
sl_xml_writer_content (SlXmlWriter *self, const char *text)
{
  gsize length = strlen (text);

  if (is_sound (self, text, length))
    write_text (self, text, length);
}

void
sl_xml_writer_end (SlXmlWriter *self)
{
  if (self->error != NULL)
    return;
  if (self->filled[self->depth])
    new_line (self, self->depth);
  self->depth--;
  look_at (self, xmlTextWriterEndElement (self->writer));
}

gboolean
sl_xml_writer_finish (SlXmlWriter *self, GError **error)
{
  g_assert (self->error != NULL || self->depth < 0);
  if (self->error == NULL)
    look_at (self, xmlTextWriterEndDocument (self->writer));
  if (self->error == NULL)
    look_at (self, xmlTextWriterFlush (self->writer));
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

void
sl_xml_writer_free (SlXmlWriter *self)
{
  if (self == NULL)
    return;
  /* What a failed writer still holds goes nowhere. */
  if (self->error == NULL)
    self->error = g_error_new_literal (SL_ERROR, SL_ERROR_INTERNAL, "");
  if (self->writer != NULL)
    xmlFreeTextWriter (self->writer);
  g_clear_error (&self->error);
  g_free (self);
}
