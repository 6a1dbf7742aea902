/* Kinds and formats, and how a report comes onto the disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-private.h"

#include "base/sl-error.h"
#include "base/sl-file-writer.h"
#include "base/sl-text.h"
#include "exchange/sl-xml-validate.h"
#include "reports/sl-document-html.h"
#include "resources/sl-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Kinds -------------------------------------------------------------------------------------------------------- */

static const SlReportKind kinds[] = {
  { "register", N_ ("Risk register"), sl_register_report_write_xml, sl_register_report_make_page },
  { "map", N_ ("Benefit map"), sl_map_report_write_xml, sl_map_report_make_page, .map = TRUE },
};

const SlReportKind *
sl_report_kind_nth (guint n)
{
  return n < G_N_ELEMENTS (kinds) ? &kinds[n] : NULL;
}

const SlReportKind *
sl_report_kind_find (const char *token, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].token, token) == 0)
        return &kinds[i];
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", kinds[i].token);
    }
  /* TRANSLATORS: {1} is a word that was typed, {2} the words that are possible; they are never translated. */
  {
    g_autofree char *message = sl_text_compose (_ ("there is no report “{1}”; those there are so far: {2}"),
                                                (const char *const[]){ token, all->str, NULL });

    g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, message);
  }
  return NULL;
}

const char *
sl_report_kind_token (const SlReportKind *self)
{
  return self->token;
}

const char *
sl_report_kind_label (const SlReportKind *self)
{
  return self->label;
}

/* --- Formats ------------------------------------------------------------------------------------------------------ */

typedef gboolean (*SaveFunc) (const SlReportFacts *facts, SlFileWriter *file, GCancellable *cancellable, GError **error);

struct _SlReportFormat
{
  const char *suffix;
  const char *label; /* N_() */
  SaveFunc save;     /* everything up to the last byte, read back and checked */
};

static gboolean
into_file (const void *bytes, gsize length, gpointer data, GError **error)
{
  return sl_file_writer_write (data, bytes, length, error);
}

/* Parsed once. */
static const SlXmlSchema *
get_schema (void)
{
  static SlXmlSchema *schema;
  static GMutex lock;

  g_mutex_lock (&lock);
  if (schema == NULL)
    {
      gsize length = 0;
      const char *text = sl_resources_text ("schema/report-1.xsd", &length);

      schema = text != NULL ? sl_xml_schema_new (text, length) : NULL;
    }
  g_mutex_unlock (&lock);
  return schema;
}

static gboolean
save_xml (const SlReportFacts *facts, SlFileWriter *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlXmlWriter) xml = sl_xml_writer_new (into_file, file);

  facts->options->kind->write_xml (facts, xml);
  /* Not cancelled any more: the schema has keys (sl-xml-validate.h). */
  return sl_xml_writer_finish (xml, error) && sl_file_writer_flush (file, error)
         && sl_xml_validate (sl_file_writer_path (file), get_schema (), NULL, error);
}

static gboolean
save_html (const SlReportFacts *facts, SlFileWriter *file, GCancellable *cancellable, GError **error)
{
  const SlReportKind *kind = facts->options->kind;
  g_autoptr (SlDocument) page = sl_document_new (kind->label, facts->programme->name, facts->currency);
  g_autoptr (GString) html = NULL;

  kind->make_page (facts, page);
  html = sl_document_to_html (page);
  return sl_file_writer_write (file, html->str, html->len, error) && sl_file_writer_flush (file, error)
         && sl_xml_is_well_formed (sl_file_writer_path (file), cancellable, error);
}

static const SlReportFormat formats[] = {
  { "html", N_ ("Web page, for people"), save_html },
  { "xml", N_ ("XML, for machines"), save_xml },
};

const SlReportFormat *
sl_report_format_nth (guint n)
{
  return n < G_N_ELEMENTS (formats) ? &formats[n] : NULL;
}

const SlReportFormat *
sl_report_format_find (const char *path, GError **error)
{
  const char *dot = strrchr (path, '.');
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (dot != NULL && strchr (dot, '/') == NULL && strcmp (dot + 1, formats[i].suffix) == 0)
        return &formats[i];
      g_string_append_printf (all, "%s.%s", i > 0 ? ", " : "", formats[i].suffix);
    }
  name = g_filename_display_name (path);
  /* TRANSLATORS: {1} is the name of a file, {2} a list of endings such as “.html, .xml”. */
  message = sl_text_compose (_ ("“{1}” ends in none of the formats there are so far: {2}"),
                             (const char *const[]){ name, all->str, NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, message);
  return NULL;
}

const char *
sl_report_format_suffix (const SlReportFormat *self)
{
  return self->suffix;
}

const char *
sl_report_format_label (const SlReportFormat *self)
{
  return self->label;
}

/* --- Source ------------------------------------------------------------------------------------------------------- */

SlReportSource *
sl_report_source_new (SlWorkspace *workspace, GError **error)
{
  g_autoptr (SlStore) reader = NULL;
  SlReportSource *self;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace), NULL);
  if (sl_workspace_state (workspace) != SL_WORKSPACE_READY)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("A report can be written once the file has been checked"));
      return NULL;
    }
  if (sl_data_programme (sl_workspace_data (workspace)) == NULL || sl_data_settings (sl_workspace_data (workspace)) == NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("There is no programme in this file yet"));
      return NULL;
    }
  reader = sl_store_reader (sl_workspace_store (workspace), error);
  if (reader == NULL)
    return NULL;
  self = g_new (SlReportSource, 1);
  *self = (SlReportSource){ .programme = sl_programme_copy (sl_workspace_programme (workspace)),
                            .reader = g_steal_pointer (&reader),
                            .head = *sl_workspace_head (workspace),
                            .as_of = sl_workspace_as_of (workspace) };
  return self;
}

void
sl_report_source_free (SlReportSource *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->programme);
  g_object_unref (self->reader);
  g_free (self);
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

gboolean
sl_report_save (SlReportSource *source, const SlReportOptions *options, const char *path, GCancellable *cancellable,
                SlProgressFunc progress, gpointer user, GError **error)
{
  const SlReportFormat *format = sl_report_format_find (path, error);
  g_autoptr (SlReportFacts) facts = NULL;
  g_autoptr (SlFileWriter) file = NULL;

  g_return_val_if_fail (source != NULL && options != NULL && options->kind != NULL, FALSE);
  if (format == NULL)
    return FALSE;
  facts = sl_report_facts_new (source, options, cancellable, progress, user, error);
  if (facts == NULL)
    return FALSE;
  file = sl_file_writer_new (path, error);
  return file != NULL && format->save (facts, file, cancellable, error) && sl_file_writer_commit (file, error);
}
