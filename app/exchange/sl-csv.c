/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-csv.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "\xEF\xBB\xBF"
#define CHUNK (64 * 1024)

/* --- Writing ------------------------------------------------------------------------------------------------------ */

/* Whether apostrophes, none or several, stand before something a spreadsheet would reckon with. */
static gboolean
is_live (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
add_cell (GString *out, const char *text, gboolean guard)
{
  gboolean live = guard && is_live (text);

  if (strpbrk (text, ",;\"\r\n\t") == NULL && *text != ' ')
    {
      g_string_append_printf (out, "%s%s", live ? "'" : "", text);
      return;
    }
  g_string_append (out, live ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

void
sl_csv_add_row (GString *out, const char *const *texts, const guint8 *guard, guint n)
{
  if (out->len == 0)
    g_string_append (out, MARK);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      add_cell (out, texts[i] != NULL ? texts[i] : "", guard == NULL || guard[i]);
    }
  g_string_append (out, "\r\n");
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name, *at, *end;
  const char *line_start;
  int line;
  char separator;
  GString *text;      /* of the cells of the row, each with its NUL */
  gsize starts[SL_CSV_CELLS_MAX];
  guint n_cells;
} Reader;

static gboolean
fail (const Reader *self, int code, const char *what, GError **error)
{
  g_set_error (error, SL_ERROR, code, "%s:%d:%ld: %s", self->name, self->line,
               g_utf8_pointer_to_offset (self->line_start, self->at) + 1, what);
  return FALSE;
}

static GBytes *
read_all (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GError) broken = NULL;
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, &broken)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) n);
      if (bytes->len <= SL_CSV_BYTES_MAX)
        continue;
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("%s: is larger than %d MiB"), name, SL_CSV_BYTES_MAX >> 20);
      return NULL;
    }
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, SL_ERROR, g_error_matches (broken, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? SL_ERROR_CANCELLED : SL_ERROR_IO,
               "%s: %s", name, broken->message);
  return NULL;
}

static void
next_line (Reader *self)
{
  self->line++;
  self->line_start = self->at;
}

/* Behind a quote; ends behind the one that closes. */
static gboolean
read_quoted (Reader *self, GError **error)
{
  Reader opened = *self;

  opened.at--;
  for (;; self->at++)
    {
      if (self->at >= self->end)
        return fail (&opened, SL_ERROR_DAMAGED, _ ("the quotes are never closed"), error);
      if (*self->at == '"' && (++self->at >= self->end || *self->at != '"'))
        return TRUE;
      if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
        continue;
      g_string_append_c (self->text, *self->at);
      if (*self->at == '\n')
        {
          self->line++;
          self->line_start = self->at + 1;
        }
    }
}

static gboolean
is_line_end (const Reader *self)
{
  return self->at >= self->end || *self->at == '\n' || *self->at == '\r';
}

static gboolean
read_cell (Reader *self, GError **error)
{
  gsize start = self->text->len;

  if (self->n_cells == SL_CSV_CELLS_MAX)
    return fail (self, SL_ERROR_LIMIT, _ ("the row has too many cells"), error);
  self->starts[self->n_cells++] = start;
  if (self->at < self->end && *self->at == '"')
    {
      self->at++;
      if (!read_quoted (self, error))
        return FALSE;
      if (!is_line_end (self) && *self->at != self->separator)
        return fail (self, SL_ERROR_DAMAGED, _ ("after the quotes there must be the next cell"), error);
    }
  for (; !is_line_end (self) && *self->at != self->separator; self->at++)
    {
      if (*self->at == '"')
        return fail (self, SL_ERROR_DAMAGED, _ ("a quote stands within a cell that does not begin with one"), error);
      g_string_append_c (self->text, *self->at);
    }
  if (self->text->str[start] == '\'' && is_live (self->text->str + start + 1))
    g_string_erase (self->text, (gssize) start, 1);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

/* Up to behind its end of line. */
static gboolean
read_row (Reader *self, GError **error)
{
  self->n_cells = 0;
  g_string_truncate (self->text, 0);
  for (;;)
    {
      if (!read_cell (self, error))
        return FALSE;
      if (is_line_end (self))
        break;
      self->at++;
    }
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  next_line (self);
  return TRUE;
}

/* Whichever stands first outside quotes. */
static char
find_separator (const Reader *self)
{
  gboolean quoted = FALSE;

  for (const char *p = self->at; p < self->end && (quoted || (*p != '\n' && *p != '\r')); p++)
    if (*p == '"')
      quoted = !quoted;
    else if (!quoted && (*p == ',' || *p == ';' || *p == '\t'))
      return *p;
  return ',';
}

/* Text that could be stored, but for ends of lines. Where it is not, *@at is left there. */
static gboolean
check_text (Reader *self, GError **error)
{
  const char *bad;
  gsize length = (gsize) (self->end - self->at);

  if (!g_utf8_validate (self->at, (gssize) length, &bad))
    {
      for (const char *p = self->at; p < bad; p++)
        if (*p == '\n')
          {
            self->line++;
            self->line_start = p + 1;
          }
      self->at = bad;
      return fail (self, SL_ERROR_DAMAGED, _ ("this is not UTF-8"), error);
    }
  for (const char *p = self->at; p < self->end; p = g_utf8_next_char (p))
    {
      if (*p == '\r' || sl_text_is_clean (p, (gsize) (g_utf8_next_char (p) - p)))
        {
          if (*p == '\n')
            {
              self->line++;
              self->line_start = p + 1;
            }
          continue;
        }
      self->at = p;
      return fail (self, SL_ERROR_DAMAGED, _ ("there is a control character"), error);
    }
  self->line = 1;
  self->line_start = self->at;
  return TRUE;
}

static gboolean
read_rows (Reader *self, SlCsvRowFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  while (self->at < self->end)
    {
      const char *cells[SL_CSV_CELLS_MAX];
      int line = self->line;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("stopped: nothing was read"));
          return FALSE;
        }
      if (!read_row (self, error))
        return FALSE;
      for (guint i = 0; i < self->n_cells; i++)
        cells[i] = self->text->str + self->starts[i];
      if ((self->n_cells > 1 || *cells[0] != '\0') && !func (cells, self->n_cells, line, data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_csv_read (GInputStream *stream, const char *name, SlCsvRowFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_all (stream, name, cancellable, error);
  Reader self = { .name = name, .line = 1 };
  gsize length;
  gboolean done;

  if (bytes == NULL)
    return FALSE;
  self.at = self.line_start = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return TRUE;
  self.end = self.at + length;
  if (length >= strlen (MARK) && memcmp (self.at, MARK, strlen (MARK)) == 0)
    self.at = self.line_start = self.at + strlen (MARK);
  if (!check_text (&self, error))
    return FALSE;
  self.separator = find_separator (&self);
  self.text = g_string_new (NULL);
  done = read_rows (&self, func, data, cancellable, error);
  g_string_free (self.text, TRUE);
  return done;
}
