/* A page as one self-contained HTML file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-html-private.h"

#include "charts/sl-glyph.h"
#include "resources/sl-resources.h"

#include <string.h>

#define STYLE_SHEET "report/report.css"

typedef struct
{
  const SlDocument *document;
  GHashTable *anchors; /* of headings, borrowed: what codes can lead to */
  GString *out;
  int level;           /* of the innermost open section; 0 none */
  gboolean in_list;
} Html;

static void
add (Html *self, const char *markup)
{
  g_string_append (self->out, markup);
}

static void
add_text (Html *self, const char *text)
{
  sl_html_append (self->out, text, -1);
}

/* --- Spans -------------------------------------------------------------------------------------------------------- */

static const char *
status_class (SlStatus status)
{
  static const char *const classes[SL_N_STATUSES] = {
    [SL_STATUS_NOTHING] = "unknown", [SL_STATUS_UNKNOWN] = "unknown", [SL_STATUS_GREEN] = "green",
    [SL_STATUS_AMBER] = "amber", [SL_STATUS_RED] = "red", [SL_STATUS_LOW] = "low",
    [SL_STATUS_MEDIUM] = "medium", [SL_STATUS_HIGH] = "high",
  };

  return classes[status];
}

/* The shapes of sl-glyph.h, from fonts that every reader has. */
static const char *
status_shape (SlStatus status)
{
  switch (status)
    {
    case SL_STATUS_GREEN:
      return "●";
    case SL_STATUS_AMBER:
      return "▲";
    case SL_STATUS_RED:
      return "◆";
    case SL_STATUS_LOW:
    case SL_STATUS_MEDIUM:
    case SL_STATUS_HIGH:
      return "■";
    case SL_STATUS_NOTHING:
    case SL_STATUS_UNKNOWN:
    case SL_N_STATUSES:
    default:
      return "○";
    }
}

static void
add_status (Html *self, const SlSpan *span)
{
  const char *letter = sl_glyph_letter (span->status);

  g_string_append_printf (self->out, "<span class=\"status %s\"><span class=\"shape\" aria-hidden=\"true\">%s</span>",
                          status_class (span->status), status_shape (span->status));
  if (*letter != '\0')
    g_string_append_printf (self->out, "<b aria-hidden=\"true\">%s</b>", letter);
  add (self, " ");
  add_text (self, span->text);
  add (self, "</span>");
}

static void
add_code (Html *self, const SlSpan *span, gboolean linked)
{
  gboolean leads = linked && g_hash_table_contains (self->anchors, span->text);

  add (self, leads ? "<a class=\"code\" href=\"#" : "<span class=\"code\">");
  if (leads)
    {
      add_text (self, span->text);
      add (self, "\">");
    }
  add_text (self, span->text);
  add (self, leads ? "</a>" : "</span>");
}

static void
add_span (Html *self, const SlSpan *span, gboolean linked)
{
  switch (span->kind)
    {
    case SL_SPAN_STRONG:
    case SL_SPAN_DIM:
      add (self, span->kind == SL_SPAN_STRONG ? "<strong>" : "<span class=\"dim\">");
      add_text (self, span->text);
      add (self, span->kind == SL_SPAN_STRONG ? "</strong>" : "</span>");
      return;
    case SL_SPAN_USER:
      sl_html_append_user (self->out, span->text);
      return;
    case SL_SPAN_CODE:
      add_code (self, span, linked);
      return;
    case SL_SPAN_STATUS:
      add_status (self, span);
      return;
    case SL_SPAN_TEXT:
    default:
      add_text (self, span->text);
      return;
    }
}

static void
add_spans (Html *self, const GPtrArray *spans, gboolean linked)
{
  for (guint i = 0; i < spans->len; i++)
    add_span (self, g_ptr_array_index (spans, i), linked);
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static gboolean
is_right (SlCellType type)
{
  return type == SL_CELL_NUMBER || type == SL_CELL_MONEY;
}

static void
add_head (Html *self, const SlBlock *table)
{
  add (self, "<thead><tr>");
  for (guint i = 0; i < table->n_columns; i++)
    {
      add (self, is_right (table->columns[i].type) ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">");
      add_text (self, table->columns[i].title);
      add (self, "</th>");
    }
  add (self, "</tr></thead>\n");
}

/* @title is said before the value where the page is too narrow for columns. */
static void
add_cell (Html *self, const SlCell *cell, gboolean names, const char *title, SlCellType type)
{
  add (self, names ? "<th scope=\"row\"" : "<td");
  if (is_right (type))
    add (self, " class=\"right\"");
  if (title != NULL)
    {
      add (self, " data-title=\"");
      add_text (self, title);
      add (self, "\"");
    }
  add (self, ">");
  if (cell->spans->len == 0)
    add (self, "<span class=\"dim\">–</span>");
  else if (title != NULL)
    {
      add (self, "<span>");
      add_spans (self, cell->spans, TRUE);
      add (self, "</span>");
    }
  else
    add_spans (self, cell->spans, TRUE);
  add (self, names ? "</th>" : "</td>");
}

static void
add_table (Html *self, const SlBlock *table)
{
  gboolean facts = table->columns == NULL;

  g_string_append_printf (self->out, "<div class=\"scroll\"><table class=\"%s\">", facts ? "facts" : "list");
  if (table->spans->len > 0)
    {
      add (self, "<caption>");
      add_spans (self, table->spans, TRUE);
      add (self, "</caption>");
    }
  if (!facts)
    add_head (self, table);
  add (self, "<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (table->rows, i);

      add (self, "<tr>");
      for (guint j = 0; j < row->len; j++)
        add_cell (self, g_ptr_array_index (row, j), j == 0, facts ? NULL : table->columns[j].title,
                  facts ? SL_CELL_TEXT : table->columns[j].type);
      add (self, "</tr>\n");
    }
  add (self, "</tbody></table></div>\n");
}

/* --- Figures ------------------------------------------------------------------------------------------------------ */

static void
add_picture (Html *self, GBytes *svg)
{
  gsize length;
  const void *bytes = g_bytes_get_data (svg, &length);
  g_autofree char *encoded = g_base64_encode (bytes, length);

  add (self, "data:image/svg+xml;base64,");
  add (self, encoded);
}

static void
add_image (Html *self, const SlBlock *figure, const char *use, GBytes *svg)
{
  g_string_append_printf (self->out, "<img class=\"%s\" src=\"", use);
  add_picture (self, svg);
  g_string_append_printf (self->out, "\" width=\"%d\" height=\"%d\" alt=\"", figure->width, figure->height);
  add_text (self, figure->alternative);
  add (self, "\"/>");
}

/* Too wide to leave room for a table beside it, and to be read when it is as narrow as the page. */
#define WIDE 800

static gboolean
is_wide (const SlBlock *block)
{
  return block->type == SL_BLOCK_FIGURE && block->width > WIDE;
}

/* Side by side with the table of its values, which comes next, or alone in a box of its own that scrolls. What is for paper is there from the beginning, out of sight:
 * who prints does not wait for pictures. */
static void
add_figure (Html *self, const SlBlock *figure)
{
  const SlPictures *pictures = &figure->pictures;

  add (self, is_wide (figure) ? "<div class=\"wide\"><figure><picture>" : "<div class=\"shown\"><figure><picture>");
  if (pictures->dark != NULL)
    {
      add (self, "<source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"");
      add_picture (self, pictures->dark);
      add (self, "\"/>");
    }
  add_image (self, figure, pictures->hatched != NULL ? "screen" : "both", pictures->light);
  add (self, "</picture>");
  if (pictures->hatched != NULL)
    add_image (self, figure, "paper", pictures->hatched);
  if (figure->spans->len > 0)
    {
      add (self, "<figcaption>");
      add_spans (self, figure->spans, TRUE);
      add (self, "</figcaption>");
    }
  add (self, is_wide (figure) ? "</figure></div>\n" : "</figure>\n");
}

/* --- Blocks ------------------------------------------------------------------------------------------------------- */

static void
close_sections (Html *self, int level)
{
  for (; self->level >= level; self->level--)
    add (self, "</section>\n");
}

static void
add_heading (Html *self, const SlBlock *heading)
{
  close_sections (self, heading->level);
  /* A level that was left out is a section without a heading. */
  for (self->level = MAX (self->level, 1); self->level < heading->level; self->level++)
    {
      add (self, self->level + 1 == 3 ? "<section class=\"thing\"" : "<section class=\"part\"");
      if (self->level + 1 == heading->level && heading->anchor != NULL)
        {
          add (self, " id=\"");
          add_text (self, heading->anchor);
          add (self, "\"");
        }
      add (self, ">");
    }
  g_string_append_printf (self->out, "<h%d>", heading->level);
  add_spans (self, heading->spans, FALSE);
  g_string_append_printf (self->out, "</h%d>\n", heading->level);
}

static void
add_notice (Html *self, const SlBlock *notice)
{
  static const char *const tones[] = { "plain", "good", "warning", "bad" };

  g_string_append_printf (self->out, "<p class=\"notice %s\">", tones[notice->tone]);
  add_spans (self, notice->spans, TRUE);
  add (self, "</p>\n");
}

/* @beside: the figure before it is still open. */
static void
add_block (Html *self, const SlBlock *block, gboolean beside)
{
  gboolean item = block->type == SL_BLOCK_ITEM;

  if (item != self->in_list)
    add (self, item ? "<ul>\n" : "</ul>\n");
  self->in_list = item;
  switch (block->type)
    {
    case SL_BLOCK_HEADING:
      add_heading (self, block);
      return;
    case SL_BLOCK_ITEM:
    case SL_BLOCK_PARAGRAPH:
      add (self, item ? "<li>" : "<p>");
      add_spans (self, block->spans, TRUE);
      add (self, item ? "</li>\n" : "</p>\n");
      return;
    case SL_BLOCK_NOTICE:
      add_notice (self, block);
      return;
    case SL_BLOCK_FIGURE:
      add_figure (self, block);
      return;
    case SL_BLOCK_TABLE:
    case SL_BLOCK_FACTS:
    default:
      add_table (self, block);
      if (beside)
        add (self, "</div>\n");
      return;
    }
}

/* --- The page ----------------------------------------------------------------------------------------------------- */

/* The style sheet is allowed by its digest, so that no other style gets in. */
static void
add_style (Html *self)
{
  gsize length = 0;
  const char *style = sl_resources_text (STYLE_SHEET, &length);
  guchar digest[32];
  gsize n = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *encoded = NULL;

  g_assert (style != NULL);
  g_checksum_update (checksum, (const guchar *) style, (gssize) length);
  g_checksum_get_digest (checksum, digest, &n);
  encoded = g_base64_encode (digest, n);
  g_string_append_printf (self->out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                          "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\"/>\n<style>",
                          encoded);
  g_string_append_len (self->out, style, (gssize) length);
  add (self, "</style>\n");
}

static void
add_top (Html *self)
{
  const SlDocument *document = self->document;

  add (self, "<!DOCTYPE html>\n<html lang=\"en-GB\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
             "<meta charset=\"UTF-8\"/>\n");
  add_style (self);
  add (self, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
             "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>");
  add_text (self, document->title);
  add (self, " – ");
  add_text (self, document->subject);
  add (self, "</title>\n</head>\n<body>\n<main>\n<header><p class=\"subject\"><bdi>");
  add_text (self, document->subject);
  add (self, "</bdi></p><h1>");
  add_text (self, document->title);
  add (self, "</h1></header>\n");
}

static void
find_anchors (Html *self)
{
  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const SlBlock *block = g_ptr_array_index (self->document->blocks, i);

      if (block->anchor != NULL)
        g_hash_table_add (self->anchors, block->anchor);
    }
}

GString *
sl_document_to_html (const SlDocument *document)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  Html self = { document, anchors, g_string_new (NULL), 0, FALSE };

  g_return_val_if_fail (document != NULL, NULL);
  find_anchors (&self);
  add_top (&self);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const SlBlock *before = i > 0 ? g_ptr_array_index (document->blocks, i - 1) : NULL;

      add_block (&self, g_ptr_array_index (document->blocks, i),
                 before != NULL && before->type == SL_BLOCK_FIGURE && !is_wide (before));
    }
  if (self.in_list)
    add (&self, "</ul>\n");
  close_sections (&self, 2);
  add (&self, "</main>\n</body>\n</html>\n");
  return self.out;
}
