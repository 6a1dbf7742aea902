/* Programme XML out, through the field tables alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-xml.h"

#include "base/sl-error.h"
#include "base/sl-file-writer.h"
#include "exchange/sl-programme-schema.h"
#include "exchange/sl-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_MAX_ 64
/* Records between two looks at whether to go on. */
#define STRIDE 512
/* Up to so many records the reading back looks at keys and references too. Of more it would take several times as long as
 * everything else, and says nothing that the structure of every transaction has not seen to. */
#define KEYS_MAX 20000

/* What is written of a kind, found out once. */
typedef struct
{
  char element[NAME_MAX_];
  char names[SL_FIELDS_MAX][NAME_MAX_];
  guint fields[SL_FIELDS_MAX]; /* attributes first, then prose */
  guint n_attributes, n_fields;
  int nested[SL_N_KINDS]; /* kinds whose records stand in this one's, in order */
  guint n_nested;
} Shape;

typedef struct
{
  const SlData *data;
  SlXmlWriter *writer;
  Shape *shapes; /* per kind */
  guint done, all;
  gboolean stopped;
  GCancellable *cancellable;
  SlProgressFunc progress;
  gpointer user;
} Export;

/* --- What is written where ---------------------------------------------------------------------------------------- */

static void
xml_name (char to[NAME_MAX_], const char *from)
{
  g_strlcpy (to, from, NAME_MAX_);
  g_strdelimit (to, "_", '-');
}

/* What a record stands in is not written. */
static void
add_fields (Shape *self, const SlKind *kind, gboolean prose)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (!!(kind->fields[f].flags & SL_FIELD_PROSE) == prose && !((int) f == kind->parent && sl_kind_is_nested (kind)))
      self->fields[self->n_fields++] = f;
}

static Shape *
make_shapes (const SlData *data)
{
  Shape *shapes = g_new0 (Shape, SL_N_KINDS);

  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);

      xml_name (shapes[k].element, kind->token);
      for (guint f = 0; f < kind->n_fields; f++)
        xml_name (shapes[k].names[f], kind->fields[f].name);
      add_fields (&shapes[k], kind, FALSE);
      shapes[k].n_attributes = shapes[k].n_fields;
      add_fields (&shapes[k], kind, TRUE);
      /* Kinds without records need no looking for. */
      if (sl_kind_is_nested (kind) && sl_data_count (data, k) > 0)
        {
          Shape *outer = &shapes[kind->fields[kind->parent].ref];

          outer->nested[outer->n_nested++] = k;
        }
    }
  return shapes;
}

/* --- Values ------------------------------------------------------------------------------------------------------- */

/* What another record is called in the document: its code, or for settings the version. */
static const char *
reference (const Export *self, SlUid uid, char buffer[SL_NUMBER_SIZE])
{
  const SlRecord *record = sl_data_lookup (self->data, uid);

  if (record == NULL)
    return "";
  if (record->kind == SL_KIND_SETTINGS)
    return sl_number_write (SL_AS (SETTINGS, record)->version, 0, 0, buffer);
  return sl_record_code (record) != NULL ? sl_record_code (record) : "";
}

/* The text of a value that is there, in @buffer or borrowed. */
static const char *
text_of (const Export *self, const SlField *field, const SlValue *value, char buffer[SL_NUMBER_SIZE])
{
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      return value->s;
    case SL_TYPE_BOOL:
      return "true";
    case SL_TYPE_ENUM:
      return sl_enum_token (field->tokens, (int) value->i);
    case SL_TYPE_DATE:
      return sl_date_to_iso ((SlDate) value->i, buffer);
    case SL_TYPE_DECIMAL:
      return sl_number_write (value->i, 4, 0, buffer);
    case SL_TYPE_REF:
      return reference (self, value->i, buffer);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    default:
      return sl_number_write (value->i, 0, 0, buffer);
    }
}

/* --- Records ------------------------------------------------------------------------------------------------------ */

static gboolean write_record (const SlRecord *record, gpointer data);

typedef void (*WriteFunc) (SlXmlWriter *writer, const char *name, const char *text);

/* Those of the fields written from @first up to @end that are there. */
static void
write_fields (const Export *self, const SlRecord *record, guint first, guint end, WriteFunc write)
{
  const Shape *shape = &self->shapes[record->kind];
  const SlField *fields = sl_record_kind (record)->fields;

  for (guint i = first; i < end; i++)
    {
      const SlField *field = &fields[shape->fields[i]];
      char buffer[SL_NUMBER_SIZE];
      SlValue value;

      sl_record_read (record, field, &value);
      if (!value.is_null && (field->type != SL_TYPE_BOOL || value.i))
        write (self->writer, shape->names[shape->fields[i]], text_of (self, field, &value, buffer));
    }
}

static void
write_attributes (const Export *self, const SlRecord *record)
{
  write_fields (self, record, 0, self->shapes[record->kind].n_attributes, sl_xml_writer_attribute);
}

static gboolean
goes_on (Export *self)
{
  if (++self->done % STRIDE != 0 || self->stopped)
    return !self->stopped;
  if (self->progress != NULL)
    self->progress (self->done, self->all, self->user);
  self->stopped = g_cancellable_is_cancelled (self->cancellable);
  return !self->stopped;
}

static void
write_inside (Export *self, const SlRecord *record)
{
  const Shape *shape = &self->shapes[record->kind];

  write_fields (self, record, shape->n_attributes, shape->n_fields, sl_xml_writer_text);
  for (guint i = 0; i < shape->n_nested; i++)
    {
      const SlKind *kind = sl_kind_get (shape->nested[i]);

      sl_data_children (self->data, kind->id, (guint) kind->parent, record->uid, write_record, self);
    }
}

static gboolean
write_record (const SlRecord *record, gpointer data)
{
  Export *self = data;

  if (!goes_on (self))
    return FALSE;
  sl_xml_writer_start (self->writer, self->shapes[record->kind].element);
  write_attributes (self, record);
  write_inside (self, record);
  sl_xml_writer_end (self->writer);
  return TRUE;
}

static gboolean
write_all (Export *self, SlXmlWriter *writer, const SlProgrammeInfo *programme)
{
  self->writer = writer;
  sl_xml_writer_start (writer, self->shapes[SL_KIND_PROGRAMME].element);
  sl_xml_writer_attribute (writer, "xmlns", SL_PROGRAMME_NAMESPACE);
  write_attributes (self, &programme->record);
  write_inside (self, &programme->record);
  for (int k = 0; k < SL_N_KINDS; k++)
    if (k != SL_KIND_PROGRAMME && !sl_kind_is_nested (sl_kind_get (k)))
      sl_data_each (self->data, k, write_record, self);
  sl_xml_writer_end (writer);
  return !self->stopped;
}

static gboolean
write_document (Export *self, SlXmlSink sink, gpointer to, GError **error)
{
  const SlProgrammeInfo *programme = sl_data_programme (self->data);
  g_autoptr (SlXmlWriter) writer = sl_xml_writer_new (sink, to);
  g_autofree Shape *shapes = make_shapes (self->data);

  self->shapes = shapes;
  if (programme == NULL)
    g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("There is no programme in this file yet"));
  else if (write_all (self, writer, programme))
    return sl_xml_writer_finish (writer, error);
  else
    g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
  return FALSE;
}

static gboolean
into_file (const void *bytes, gsize length, gpointer data, GError **error)
{
  return sl_file_writer_write (data, bytes, length, error);
}

gboolean
sl_programme_xml_save (const SlData *data, const char *path, GCancellable *cancellable, SlProgressFunc progress,
                       gpointer user, GError **error)
{
  Export export = { .data = data, .cancellable = cancellable, .progress = progress, .user = user };
  g_autoptr (SlFileWriter) file = NULL;

  g_return_val_if_fail (data != NULL && path != NULL, FALSE);
  file = sl_file_writer_new (path, error);
  if (file == NULL)
    return FALSE;
  for (int k = 0; k < SL_N_KINDS; k++)
    export.all += sl_data_count (data, k);
  return write_document (&export, into_file, file, error) && sl_file_writer_flush (file, error)
         && sl_programme_schema_validate (sl_file_writer_path (file), export.all <= KEYS_MAX, cancellable, error)
         && sl_file_writer_commit (file, error);
}

static gboolean
into_array (const void *bytes, gsize length, gpointer data, GError **error)
{
  g_byte_array_append (data, bytes, (guint) length);
  return TRUE;
}

GBytes *
sl_programme_xml_to_bytes (const SlData *data, GError **error)
{
  Export export = { .data = data };
  g_autoptr (GByteArray) array = g_byte_array_new ();

  g_return_val_if_fail (data != NULL, NULL);
  if (!write_document (&export, into_array, array, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}
