/* A picture as SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-figure-private.h"

#include <cairo-svg.h>
#include <string.h>

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* How long the name of something numbered is that begins here: letters, digits, then a number ("surface12", "glyph0-3"). */
static gsize
name_length (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalnum (text[n]) || text[n] == '-' || text[n] == '_')
    n++;
  return n;
}

/* Cairo numbers surfaces, masks and patterns through the life of the program: they are counted anew from 1, in order of
 * appearance, wherever they are named: id="x", "#x", url(#x). */
static char *
dup_renumbered (const GString *svg)
{
  static const char *const marks[] = { "id=\"", "\"#", "(#" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_sized_new (svg->len);
  const char *p = svg->str;

  while (*p != '\0')
    {
      gsize mark = 0, length;
      g_autofree char *name = NULL;
      guint number;

      for (guint i = 0; i < G_N_ELEMENTS (marks) && mark == 0; i++)
        if (g_str_has_prefix (p, marks[i]))
          mark = strlen (marks[i]);
      length = mark > 0 ? name_length (p + mark) : 0;
      if (length == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      name = g_strndup (p + mark, length);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));
      if (number == 0)
        {
          number = g_hash_table_size (names) + 1;
          g_hash_table_insert (names, g_steal_pointer (&name), GUINT_TO_POINTER (number));
        }
      g_string_append_len (out, p, (gssize) mark);
      g_string_append_printf (out, "i%u", number);
      p += mark + length;
    }
  return g_string_free (out, FALSE);
}

GBytes *
sl_figure_svg (int width, int height, SlFigurePaint paint, guint flags, gpointer data)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (collect, svg, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  char *text;

  paint (cr, flags, data);
  cairo_surface_finish (surface);
  status = cairo_status (cr) != CAIRO_STATUS_SUCCESS ? cairo_status (cr) : cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return NULL;
  text = dup_renumbered (svg);
  return g_bytes_new_take (text, strlen (text));
}
