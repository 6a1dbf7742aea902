/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-documents.h"

#include <string.h>

void
xml_desk_init (XmlDesk *self)
{
  *self = (XmlDesk){ .programme = sl_programme_new () };
}

void
xml_desk_clear (XmlDesk *self)
{
  g_clear_pointer (&self->tx, sl_tx_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->programme);
}

gboolean
xml_desk_read (XmlDesk *self, const void *bytes, gsize n)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  SlProgramme *programme = g_object_ref (self->programme);

  xml_desk_clear (self);
  self->programme = programme;
  self->tx = sl_tx_new (sl_programme_data (programme), SL_VERB_LOAD);
  self->problems = sl_xml_problems_new ();
  return sl_programme_xml_read (self->tx, stream, "doc", NULL, self->problems, &self->error);
}

void
xml_desk_read_good (XmlDesk *self, const char *text)
{
  xml_desk_read (self, text, strlen (text));
  g_assert_no_error (self->error);
}

const SlRecord *
xml_desk_by_code (XmlDesk *self, const char *code)
{
  const SlRecord *record = sl_data_by_code (sl_tx_data (self->tx), code);

  g_assert_nonnull (record);
  return record;
}

/* --- Without end --------------------------------------------------------------------------------------------------- */

#define ENDLESS_TYPE (endless_get_type ())
G_DECLARE_FINAL_TYPE (Endless, endless, TEST, ENDLESS, GInputStream)

struct _Endless
{
  GInputStream parent_instance;
  const char *head, *again;
  gsize at;
};

G_DEFINE_FINAL_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream *stream, void *buffer, gsize n, GCancellable *cancellable, GError **error)
{
  Endless *self = TEST_ENDLESS (stream);
  gsize head = strlen (self->head), again = strlen (self->again);

  for (gsize i = 0; i < n; i++, self->at++)
    ((char *) buffer)[i] = self->at < head ? self->head[self->at] : self->again[(self->at - head) % again];
  return (gssize) n;
}

static void
endless_class_init (EndlessClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_read;
}

static void
endless_init (Endless *self)
{
}

GInputStream *
xml_endless_new (const char *head, const char *again)
{
  Endless *self = g_object_new (ENDLESS_TYPE, NULL);

  self->head = head;
  self->again = again;
  return G_INPUT_STREAM (self);
}

gsize
xml_endless_read (GInputStream *stream)
{
  return TEST_ENDLESS (stream)->at;
}
