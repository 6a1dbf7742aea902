/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-tsv.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
sl_tsv_append (GString *to, const char *cell)
{
  g_return_if_fail (to != NULL);
  if (cell == NULL)
    return;
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (to, cell);
      return;
    }
  g_string_append_c (to, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *cell);
    }
  g_string_append_c (to, '"');
}

/* Reads a quoted cell whose opening quote is at @at. Returns what follows it, or NULL when the quote is never closed. */
static const char *
read_quoted (const char *at, GString *cell)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"')
        {
          if (at[1] != '"')
            return at + 1;
          at++;
        }
      g_string_append_c (cell, *at);
    }
  return NULL;
}

static gboolean
ends_cell (char c, char separator)
{
  return c == separator || c == '\r' || c == '\n' || c == '\0';
}

/* Whether the quote at @at opens a quoted cell: it is closed, and a separator follows. A cell such as 5" pipe is no
 * quoted one: spreadsheets write such cells as they are when nothing else needs quoting. */
static gboolean
is_quoted (const char *at, char separator)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *after = read_quoted (at, scratch);

  return after != NULL && ends_cell (*after, separator);
}

static GPtrArray *
new_row (GPtrArray *rows)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (rows, row);
  return row;
}

static const char *
read_cell (const char *at, char separator, GString *cell)
{
  g_string_truncate (cell, 0);
  if (*at == '"' && is_quoted (at, separator))
    return read_quoted (at, cell);
  while (!ends_cell (*at, separator))
    g_string_append_c (cell, *at++);
  return at;
}

GPtrArray *
sl_tsv_parse (const char *text, GError **error)
{
  return sl_tsv_parse_as (text, '\t', error);
}

GPtrArray *
sl_tsv_parse_as (const char *text, char separator, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row;
  guint n_cells = 0;

  g_return_val_if_fail (text != NULL, NULL);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  row = new_row (rows);
  for (const char *at = text;;)
    {
      if (++n_cells > SL_TSV_CELLS_MAX)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("More than %d cells at once; take them over in parts"), SL_TSV_CELLS_MAX);
          return NULL;
        }
      at = read_cell (at, separator, cell);
      g_ptr_array_add (row, g_strndup (cell->str, cell->len));
      if (*at == separator)
        {
          at++;
          continue;
        }
      if (*at == '\r' && at[1] == '\n')
        at++;
      if (*at != '\0')
        at++;
      if (*at == '\0')
        return g_steal_pointer (&rows);
      row = new_row (rows);
    }
}
