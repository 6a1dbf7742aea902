/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-figure-private.h"

#include "base/sl-error.h"
#include "base/sl-file-writer.h"
#include "charts/sl-palette.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PIXELS_PER_POINT 2
/* Of a PNG: what a surface can be wide, and what fits into memory anywhere. */
#define PIXELS_WIDE 32000.0
#define PIXELS_MAX 64e6

static cairo_status_t
take_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The status is looked at once, after everything: a surface keeps the first thing that goes wrong. */
static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("the picture cannot be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

void
sl_figure_paint (const SlFigure *self, cairo_t *cr)
{
  const SlRgb *ground = &sl_palette_get (self->dark ? SL_PALETTE_DARK : 0)->background;

  cairo_set_source_rgb (cr, ground->r, ground->g, ground->b);
  cairo_paint (cr);
  self->paint (cr, self->width, self->height, self->data);
}

static void
paint (const SlFigure *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  sl_figure_paint (self, cr);
  cairo_destroy (cr);
}

/* --- SVG ---------------------------------------------------------------------------------------------------------- */

/* Numbers of one kind of id, in order of first appearance. */
static guint
number_of (GHashTable *seen, GHashTable *counts, const char *stem, const char *whole)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (seen, whole, NULL, &number))
    {
      number = g_hash_table_lookup (counts, stem);
      g_hash_table_insert (counts, g_strdup (stem), GUINT_TO_POINTER (GPOINTER_TO_UINT (number) + 1));
      g_hash_table_insert (seen, g_strdup (whole), number);
    }
  return GPOINTER_TO_UINT (number);
}

typedef struct
{
  GHashTable *seen, *counts;
} Renumbering;

static gboolean
renumber_one (const GMatchInfo *match, GString *out, gpointer data)
{
  Renumbering *self = data;
  g_autofree char *before = g_match_info_fetch (match, 1), *stem = g_match_info_fetch (match, 2);
  g_autofree char *number = g_match_info_fetch (match, 3), *whole = g_strconcat (stem, number, NULL);

  g_string_append_printf (out, "%s%s%u", before, stem, number_of (self->seen, self->counts, stem, whole));
  return FALSE;
}

/* Cairo counts some ids for as long as the process lives. */
static char *
renumber (const char *svg)
{
  g_autoptr (GRegex) ids = g_regex_new ("(id=\"|href=\"#|url\\(#)([A-Za-z]+-?)([0-9]+)", 0, 0, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Renumbering self = { seen, counts };

  return g_regex_replace_eval (ids, svg, -1, 0, 0, renumber_one, &self, NULL);
}

/* After the first tag of the root. */
static char *
add_words (const char *svg, const SlFigure *self)
{
  const char *root = strstr (svg, "<svg"), *end = root != NULL ? strchr (root, '>') : NULL;
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  g_autofree char *description = self->description != NULL ? g_markup_escape_text (self->description, -1) : NULL;
  GString *s = g_string_new (NULL);

  g_return_val_if_fail (end != NULL, g_string_free (s, FALSE));
  g_string_append_len (s, svg, end - svg);
  g_string_append_printf (s, " role=\"img\">\n<title>%s</title>\n", title);
  if (description != NULL)
    g_string_append_printf (s, "<desc>%s</desc>\n", description);
  g_string_append (s, end + 1 + (end[1] == '\n'));
  return g_string_free (s, FALSE);
}

char *
sl_figure_to_svg (const SlFigure *self, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (take_bytes, bytes, self->width, self->height);
  cairo_status_t status;
  g_autofree char *counted = NULL;
  char *svg;

  cairo_svg_surface_restrict_to_version (surface, CAIRO_SVG_VERSION_1_1);
  paint (self, surface, 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  counted = renumber ((const char *) bytes->data);
  svg = add_words (counted, self);
  if (length != NULL)
    *length = strlen (svg);
  return svg;
}

static GBytes *
make_svg (const SlFigure *self, GError **error)
{
  gsize length;
  char *svg = sl_figure_to_svg (self, &length, error);

  return svg != NULL ? g_bytes_new_take (svg, length) : NULL;
}

/* --- PNG and PDF -------------------------------------------------------------------------------------------------- */

static GBytes *
make_png (const SlFigure *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = MIN (MIN (PIXELS_PER_POINT, PIXELS_WIDE / MAX (self->width, self->height)),
                      sqrt (PIXELS_MAX / (self->width * self->height)));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                                         (int) ceil (self->height * scale));
  cairo_status_t status;

  paint (self, surface, scale);
  status = cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
  cairo_surface_destroy (surface);
  return check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make_pdf (const SlFigure *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, self->width, self->height);
  cairo_status_t status;
  char iso[11];
  g_autofree char *date = NULL;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  date = g_strconcat (sl_date_to_iso (self->day, iso), "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  if (self->sheet != NULL)
    sl_figure_paint_poster (self, surface);
  else
    paint (self, surface, 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* --- Files -------------------------------------------------------------------------------------------------------- */

static GBytes *
make (const SlFigure *self, const char *path, GError **error)
{
  if (self->sheet != NULL && !g_str_has_suffix (path, ".pdf"))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("a poster of several sheets is a .pdf"));
      return NULL;
    }
  if (self->sheet != NULL && sl_figure_count_sheets (self) > SL_FIGURE_SHEETS_MAX)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("the poster takes more than %d sheets: choose larger ones"),
                   SL_FIGURE_SHEETS_MAX);
      return NULL;
    }
  if (g_str_has_suffix (path, ".svg"))
    return make_svg (self, error);
  if (g_str_has_suffix (path, ".png"))
    return make_png (self, error);
  if (g_str_has_suffix (path, ".pdf"))
    return make_pdf (self, error);
  g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE, _ ("the name of the picture must end in .svg, .png or .pdf"));
  return NULL;
}

gboolean
sl_figure_write (const SlFigure *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = make (self, path, error);
  g_autoptr (SlFileWriter) writer = NULL;
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("stopped: nothing was written"));
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  writer = sl_file_writer_new (path, error);
  return writer != NULL && sl_file_writer_write (writer, data, length, error) && sl_file_writer_commit (writer, error);
}
