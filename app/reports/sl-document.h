/* sl-document.h: a page for people: headings, paragraphs, notices, tables, figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report kind builds one (sl-report.h), a format writes it (sl-document-html.h): neither knows the other. It is filled
 * from the top: a block or a cell is opened, and the spans that follow go into it. Everything is British English.
 *
 * What people typed comes in through sl_document_user() and nowhere else: writers isolate it, and never take it for
 * anything but text. Cells keep what they show as a typed value too, for formats that calculate.
 */
#pragma once

#include "charts/sl-palette.h"

G_BEGIN_DECLS

/**
 * SlSpanKind:
 * @SL_SPAN_TEXT: our own words
 * @SL_SPAN_STRONG: our own words, to be seen first
 * @SL_SPAN_DIM: our own words, beside the point
 * @SL_SPAN_USER: what somebody typed; may hold line ends
 * @SL_SPAN_CODE: the public code of a record; leads to the heading that bears it as its anchor, if there is one
 * @SL_SPAN_STATUS: a state: shape, letter and word (sl-glyph.h), never colour alone
 */
typedef enum
{
  SL_SPAN_TEXT,
  SL_SPAN_STRONG,
  SL_SPAN_DIM,
  SL_SPAN_USER,
  SL_SPAN_CODE,
  SL_SPAN_STATUS,
} SlSpanKind;

typedef struct
{
  SlSpanKind kind;
  char *text;
  SlStatus status; /* of SL_SPAN_STATUS */
} SlSpan;

/**
 * SlCellType:
 * @SL_CELL_TEXT: spans alone
 * @SL_CELL_NUMBER: a whole number; stands to the right
 * @SL_CELL_MONEY: minor units of the document's currency; stands to the right
 * @SL_CELL_DATE: a day
 */
typedef enum
{
  SL_CELL_TEXT,
  SL_CELL_NUMBER,
  SL_CELL_MONEY,
  SL_CELL_DATE,
} SlCellType;

typedef struct
{
  SlCellType type;
  gint64 value;     /* of all but SL_CELL_TEXT */
  GPtrArray *spans; /* of SlSpan; empty: there is nothing, which is said as “–” */
} SlCell;

typedef struct
{
  const char *title; /* British English, static */
  SlCellType type;
} SlColumn;

/**
 * SlNoticeTone:
 * @SL_TONE_PLAIN: something to know
 * @SL_TONE_GOOD: nothing to do here
 * @SL_TONE_WARNING: something to look at
 * @SL_TONE_BAD: something to decide
 */
typedef enum
{
  SL_TONE_PLAIN,
  SL_TONE_GOOD,
  SL_TONE_WARNING,
  SL_TONE_BAD,
} SlNoticeTone;

/**
 * SlBlockType:
 * @SL_BLOCK_HEADING: opens a section, which lasts to the next heading of its level or above
 * @SL_BLOCK_PARAGRAPH: a paragraph
 * @SL_BLOCK_ITEM: one of a list; those that follow each other make the list
 * @SL_BLOCK_NOTICE: a paragraph set apart by its tone
 * @SL_BLOCK_TABLE: rows under titled columns; the first cell of a row names it
 * @SL_BLOCK_FACTS: names and values: a table of two columns without titles
 * @SL_BLOCK_FIGURE: a picture, with a sentence that says what is seen on it; a table of its values comes next
 */
typedef enum
{
  SL_BLOCK_HEADING,
  SL_BLOCK_PARAGRAPH,
  SL_BLOCK_ITEM,
  SL_BLOCK_NOTICE,
  SL_BLOCK_TABLE,
  SL_BLOCK_FACTS,
  SL_BLOCK_FIGURE,
} SlBlockType;

/* One figure as SVG: for a light page, a dark one, and a printer without colours. The last two may be NULL. */
typedef struct
{
  GBytes *light, *dark, *hatched;
} SlPictures;

typedef struct
{
  SlBlockType type;
  int level;               /* headings: 2 a part of the page, 3 one of its things */
  SlNoticeTone tone;             /* notices */
  char *anchor;            /* headings: the code of the record it is about, or a word of ours; or NULL */
  GPtrArray *spans;        /* headings, paragraphs, items, notices, titles of tables and figures: of SlSpan */
  const SlColumn *columns; /* tables: borrowed, static */
  guint n_columns;
  GPtrArray *rows;         /* tables: of GPtrArray of SlCell */
  char *alternative;       /* figures: the sentence */
  SlPictures pictures;     /* figures */
  int width, height;       /* figures: in points */
} SlBlock;

typedef struct
{
  char *title;       /* "Risk register" */
  char *subject;     /* what people called the programme */
  char *currency;    /* ISO 4217 */
  GPtrArray *blocks; /* of SlBlock */
  GPtrArray *open;   /* what spans go into; borrowed */
} SlDocument;

SlDocument *sl_document_new  (const char *title, const char *subject, const char *currency);
void        sl_document_free (SlDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDocument, sl_document_free)

/* --- Blocks: each is open until the next -------------------------------------------------------------------------- */

/* @level: 2 or 3. @anchor may be NULL; where it is not, it must be the only one of its name. */
void sl_document_heading   (SlDocument *self, int level, const char *anchor);
void sl_document_paragraph (SlDocument *self);
void sl_document_item      (SlDocument *self);
void sl_document_notice    (SlDocument *self, SlNoticeTone tone);
/* @columns is kept, not copied. Spans up to the first row are its title. */
void sl_document_table     (SlDocument *self, const SlColumn *columns, guint n_columns);
void sl_document_facts     (SlDocument *self);
/* Spans are its title. References the pictures. @width and @height in points. */
void sl_document_figure    (SlDocument *self, const char *alternative, const SlPictures *pictures, int width, int height);

/* --- Tables ------------------------------------------------------------------------------------------------------- */

/* In a table: begins a row, without cells. */
void sl_document_row       (SlDocument *self);
/* The next cell of the row: spans go into it. */
void sl_document_cell      (SlDocument *self);
/* Cells that are complete. SL_INT_NONE-like absent values (SL_MONEY_NONE, SL_DATE_NONE) make empty ones. */
void sl_document_cell_text   (SlDocument *self, const char *text);
void sl_document_cell_number (SlDocument *self, int number);
void sl_document_cell_money  (SlDocument *self, SlMoney money);
void sl_document_cell_date   (SlDocument *self, SlDate date);
/* In a block of facts: a row with its name; spans go into its value. */
void sl_document_fact      (SlDocument *self, const char *name);

/* A blank at which no line breaks. */
#define SL_DOCUMENT_TIE "\u00a0"

/* --- Spans: NULL and "" add nothing ------------------------------------------------------------------------------- */

void sl_document_text      (SlDocument *self, const char *text);
void sl_document_format    (SlDocument *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void sl_document_strong    (SlDocument *self, const char *text);
void sl_document_dim       (SlDocument *self, const char *text);
void sl_document_user      (SlDocument *self, const char *text);
void sl_document_code      (SlDocument *self, const char *code);
/* @word says the state ("Red"); its shape and letter come with it. Nothing for SL_STATUS_NOTHING. */
void sl_document_status    (SlDocument *self, SlStatus status, const char *word);
/* "4 Aug 2026", never broken over two lines */
void sl_document_date      (SlDocument *self, SlDate date);
/* "£95k" */
void sl_document_money     (SlDocument *self, SlMoney money);

/* Words for numbers in sentences: "1 risk", "2 risks"; plural is @noun with an s, or @plural where that is not NULL.
 * Free with g_free(). */
char *sl_document_dup_count (guint n, const char *noun, const char *plural);

G_END_DECLS
