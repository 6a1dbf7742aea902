/* Columns of text that stand under each other on a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"

#include <string.h>

struct _SlCliTable
{
  guint n_columns;
  GPtrArray *cells; /* of char *, row by row */
  guint *widths;
  gboolean *right;
};

SlCliTable *
sl_cli_table_new (guint n_columns)
{
  SlCliTable *self = g_new0 (SlCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (guint, n_columns);
  self->right = g_new0 (gboolean, n_columns);
  return self;
}

void
sl_cli_table_free (SlCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self->right);
  g_free (self);
}

void
sl_cli_table_right (SlCliTable *self, guint column)
{
  g_return_if_fail (column < self->n_columns);
  self->right[column] = TRUE;
}

/* Columns of a terminal that @text takes. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
sl_cli_table_add (SlCliTable *self, const char *cell)
{
  char *safe = sl_text_for_terminal (cell);
  guint column = self->cells->len % self->n_columns;

  self->widths[column] = MAX (self->widths[column], width_of (safe));
  g_ptr_array_add (self->cells, safe);
}

static void
add_blanks (GString *line, guint n)
{
  while (n-- > 0)
    g_string_append_c (line, ' ');
}

void
sl_cli_table_print (SlCliTable *self, SlCli *cli)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      const char *cell = self->cells->pdata[i];
      guint pad = self->widths[column] - width_of (cell);

      if (self->right[column])
        add_blanks (line, pad);
      g_string_append (line, cell);
      if (!self->right[column])
        add_blanks (line, pad);
      if (column + 1 < self->n_columns)
        {
          g_string_append (line, "  ");
          continue;
        }
      while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate (line, line->len - 1);
      sl_cli_print (cli, "%s\n", line->str);
      g_string_truncate (line, 0);
    }
}
