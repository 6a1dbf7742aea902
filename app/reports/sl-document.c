/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/sl-document.h"

/* --- Parts -------------------------------------------------------------------------------------------------------- */

static void
span_free (gpointer data)
{
  SlSpan *self = data;

  g_free (self->text);
  g_free (self);
}

static GPtrArray *
spans_new (void)
{
  return g_ptr_array_new_with_free_func (span_free);
}

static void
cell_free (gpointer data)
{
  SlCell *self = data;

  g_ptr_array_unref (self->spans);
  g_free (self);
}

static void
block_free (gpointer data)
{
  SlBlock *self = data;

  g_free (self->anchor);
  g_free (self->alternative);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->pictures.light, g_bytes_unref);
  g_clear_pointer (&self->pictures.dark, g_bytes_unref);
  g_clear_pointer (&self->pictures.hatched, g_bytes_unref);
  g_free (self);
}

SlDocument *
sl_document_new (const char *title, const char *subject, const char *currency)
{
  SlDocument *self = g_new0 (SlDocument, 1);

  self->title = g_strdup (title);
  self->subject = g_strdup (subject);
  self->currency = g_strdup (currency);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
sl_document_free (SlDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subject);
  g_free (self->currency);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* --- Blocks ------------------------------------------------------------------------------------------------------- */

static SlBlock *
add_block (SlDocument *self, SlBlockType type)
{
  SlBlock *block = g_new0 (SlBlock, 1);

  block->type = type;
  block->spans = spans_new ();
  self->open = block->spans;
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
sl_document_heading (SlDocument *self, int level, const char *anchor)
{
  SlBlock *block = add_block (self, SL_BLOCK_HEADING);

  g_assert (level == 2 || level == 3);
  block->level = level;
  block->anchor = g_strdup (anchor);
}

void
sl_document_paragraph (SlDocument *self)
{
  add_block (self, SL_BLOCK_PARAGRAPH);
}

void
sl_document_item (SlDocument *self)
{
  add_block (self, SL_BLOCK_ITEM);
}

void
sl_document_notice (SlDocument *self, SlNoticeTone tone)
{
  add_block (self, SL_BLOCK_NOTICE)->tone = tone;
}

void
sl_document_table (SlDocument *self, const SlColumn *columns, guint n_columns)
{
  SlBlock *block = add_block (self, SL_BLOCK_TABLE);

  block->columns = columns;
  block->n_columns = n_columns;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

void
sl_document_facts (SlDocument *self)
{
  SlBlock *block = add_block (self, SL_BLOCK_FACTS);

  block->n_columns = 2;
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

void
sl_document_figure (SlDocument *self, const char *alternative, const SlPictures *pictures, int width, int height)
{
  SlBlock *block = add_block (self, SL_BLOCK_FIGURE);

  block->alternative = g_strdup (alternative);
  block->pictures = (SlPictures){ g_bytes_ref (pictures->light),
                                  pictures->dark != NULL ? g_bytes_ref (pictures->dark) : NULL,
                                  pictures->hatched != NULL ? g_bytes_ref (pictures->hatched) : NULL };
  block->width = width;
  block->height = height;
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static SlBlock *
open_table (SlDocument *self)
{
  SlBlock *block = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;

  g_assert (block != NULL && block->rows != NULL);
  return block;
}

void
sl_document_row (SlDocument *self)
{
  g_ptr_array_add (open_table (self)->rows, g_ptr_array_new_with_free_func (cell_free));
}

static SlCell *
add_cell (SlDocument *self)
{
  SlBlock *block = open_table (self);
  GPtrArray *row;
  SlCell *cell = g_new0 (SlCell, 1);

  g_assert (block->rows->len > 0);
  row = g_ptr_array_index (block->rows, block->rows->len - 1);
  g_assert (row->len < block->n_columns);
  cell->spans = spans_new ();
  self->open = cell->spans;
  g_ptr_array_add (row, cell);
  return cell;
}

void
sl_document_cell (SlDocument *self)
{
  add_cell (self);
}

void
sl_document_cell_text (SlDocument *self, const char *text)
{
  add_cell (self);
  sl_document_text (self, text);
}

void
sl_document_cell_number (SlDocument *self, int number)
{
  SlCell *cell = add_cell (self);

  cell->type = SL_CELL_NUMBER;
  cell->value = number;
  sl_document_format (self, "%d", number);
}

void
sl_document_cell_money (SlDocument *self, SlMoney money)
{
  SlCell *cell = add_cell (self);

  if (money == SL_MONEY_NONE)
    return;
  cell->type = SL_CELL_MONEY;
  cell->value = money;
  sl_document_money (self, money);
}

void
sl_document_cell_date (SlDocument *self, SlDate date)
{
  SlCell *cell = add_cell (self);

  if (date == SL_DATE_NONE)
    return;
  cell->type = SL_CELL_DATE;
  cell->value = date;
  sl_document_date (self, date);
}

void
sl_document_fact (SlDocument *self, const char *name)
{
  sl_document_row (self);
  sl_document_cell_text (self, name);
  sl_document_cell (self);
}

/* --- Spans -------------------------------------------------------------------------------------------------------- */

static void
add_span (SlDocument *self, SlSpanKind kind, const char *text, SlStatus status)
{
  SlSpan *span;

  if (text == NULL || *text == '\0')
    return;
  g_assert (self->open != NULL);
  span = g_new (SlSpan, 1);
  *span = (SlSpan){ kind, g_strdup (text), status };
  g_ptr_array_add (self->open, span);
}

void
sl_document_text (SlDocument *self, const char *text)
{
  add_span (self, SL_SPAN_TEXT, text, SL_STATUS_NOTHING);
}

void
sl_document_format (SlDocument *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_document_text (self, text);
}

void
sl_document_strong (SlDocument *self, const char *text)
{
  add_span (self, SL_SPAN_STRONG, text, SL_STATUS_NOTHING);
}

void
sl_document_dim (SlDocument *self, const char *text)
{
  add_span (self, SL_SPAN_DIM, text, SL_STATUS_NOTHING);
}

void
sl_document_user (SlDocument *self, const char *text)
{
  add_span (self, SL_SPAN_USER, text, SL_STATUS_NOTHING);
}

void
sl_document_code (SlDocument *self, const char *code)
{
  add_span (self, SL_SPAN_CODE, code, SL_STATUS_NOTHING);
}

void
sl_document_status (SlDocument *self, SlStatus status, const char *word)
{
  if (status != SL_STATUS_NOTHING)
    add_span (self, SL_SPAN_STATUS, word, status);
}

void
sl_document_date (SlDocument *self, SlDate date)
{
  g_autofree char *text = sl_date_dup_english (date);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  g_autofree char *together = g_strjoinv (SL_DOCUMENT_TIE, parts);

  sl_document_text (self, together);
}

void
sl_document_money (SlDocument *self, SlMoney money)
{
  g_autofree char *text = sl_money_dup_short (money, self->currency);

  sl_document_text (self, text);
}

char *
sl_document_dup_count (guint n, const char *noun, const char *plural)
{
  if (n == 1)
    return g_strdup_printf ("1 %s", noun);
  return plural != NULL ? g_strdup_printf ("%u %s", n, plural) : g_strdup_printf ("%u %ss", n, noun);
}
