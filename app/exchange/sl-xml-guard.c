/* Looks at bytes before the parser does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner knows just enough of XML to tell text from tags, comments, sections and instructions: where they end is
 * fixed by the standard, so that it and the parser cannot disagree on a document that is well-formed.
 */
#include "config.h"

#include "exchange/sl-xml-guard-private.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-input-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (32 * 1024)
/* A declaration that is longer says nothing we want to hear. */
#define DECLARATION_MAX 1024

typedef enum
{
  IN_TEXT,
  AFTER_LESS,  /* "<" */
  AFTER_BANG,  /* "<!" */
  AFTER_DASH,  /* "<!-" */
  IN_TAG,
  IN_QUOTES,   /* of a tag */
  IN_COMMENT,
  IN_SECTION,  /* <![CDATA[ ... ]]> */
  IN_INSTRUCTION,
} State;

struct _SlXmlGuard
{
  GInputStream *stream;
  GCancellable *cancellable;
  gboolean started;
  gboolean converted; /* from UTF-16 */
  gboolean ended;
  GError *error;
  gint64 bytes, max_bytes;

  State state;
  int line;
  guint tag_length;
  guint n_equals;   /* of the tag, outside quotes: its attributes */
  guint run;        /* of the character that closes a comment, section or instruction */
  guint8 quote;
  GArray *tags;     /* lines of start tags that the scanner has passed and nobody has asked for */
  guint next_tag;

  guint8 block[BLOCK];
  gsize ready;      /* whole characters in the block */
  gsize left;       /* behind them: the beginning of a character, or none */
  gboolean broken;  /* it is none */
};

SlXmlGuard *
sl_xml_guard_new (GInputStream *stream, GCancellable *cancellable, gint64 max_bytes)
{
  SlXmlGuard *self = g_new0 (SlXmlGuard, 1);

  self->stream = g_buffered_input_stream_new (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->max_bytes = max_bytes;
  self->line = 1;
  self->tags = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
sl_xml_guard_free (SlXmlGuard *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_array_unref (self->tags);
  g_free (self);
}

static gboolean G_GNUC_PRINTF (3, 4)
refuse (SlXmlGuard *self, int code, const char *format, ...)
{
  va_list args;

  if (self->error != NULL)
    return FALSE;
  va_start (args, format);
  self->error = g_error_new_valist (SL_ERROR, code, format, args);
  va_end (args);
  return FALSE;
}

/* --- The beginning: compression, encoding, declaration ------------------------------------------------------------- */

static gboolean
is_compressed (const guint8 *bytes, gsize n)
{
  static const struct
  {
    const char *magic;
    gsize n;
  } known[] = { { "\x1F\x8B", 2 },      { "PK\x03\x04", 4 },         { "\xFD\x37zXZ", 5 },    { "BZh", 3 },
                { "\x28\xB5\x2F\xFD", 4 }, { "\x37\x7A\xBC\xAF\x27\x1C", 6 }, { "\x04\x22\x4D\x18", 4 }, { "\x5D\x00\x00", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (n >= known[i].n && memcmp (bytes, known[i].magic, known[i].n) == 0)
      return TRUE;
  return FALSE;
}

/* Errors of the stream, in our words. */
static gboolean
refuse_stream (SlXmlGuard *self, const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return refuse (self, SL_ERROR_CANCELLED, _ ("cancelled"));
  if (self->converted
      && (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
          || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)))
    return refuse (self, SL_ERROR_DAMAGED, _ ("this is not valid UTF-16"));
  return refuse (self, SL_ERROR_IO, "%s", cause->message);
}

static gboolean
convert_from (SlXmlGuard *self, const char *charset)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) raw = self->stream;
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, &cause);

  self->stream = NULL;
  if (converter != NULL)
    self->stream = g_converter_input_stream_new (raw, G_CONVERTER (converter));
  else
    self->stream = g_steal_pointer (&raw);
  self->converted = TRUE;
  return converter != NULL || refuse_stream (self, cause);
}

/* Looks at the first bytes and steps over a byte order mark. */
static gboolean
begin (SlXmlGuard *self)
{
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (self->stream);
  g_autoptr (GError) cause = NULL;
  const guint8 *bytes;
  gssize more = 1;
  gsize n = 0, mark = 0;

  while (n < 8 && more > 0)
    {
      more = g_buffered_input_stream_fill (buffered, -1, self->cancellable, &cause);
      n = g_buffered_input_stream_get_available (buffered);
    }
  if (more < 0)
    return refuse_stream (self, cause);
  bytes = g_buffered_input_stream_peek_buffer (buffered, &n);
  if (is_compressed (bytes, n))
    return refuse (self, SL_ERROR_DAMAGED, _ ("this is compressed; unpack it first"));
  if (n >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    mark = 3;
  else if (n >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0))
    mark = 2;
  if (mark == 0)
    return TRUE;
  more = bytes[0] == 0xFF;
  if (g_input_stream_skip (self->stream, mark, self->cancellable, &cause) < 0)
    return refuse_stream (self, cause);
  return mark == 3 || convert_from (self, more ? "UTF-16LE" : "UTF-16BE");
}

/* The declaration may name the encoding there is and no other. Of converted text the name would be false: it is blanked. */
static gboolean
check_declaration (SlXmlGuard *self, gsize n)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *declaration = NULL;
  g_autofree char *encoding = NULL;
  int start, end;

  if (n < 6 || memcmp (self->block, "<?xml", 5) != 0 || strchr (" \t\r\n", self->block[5]) == NULL)
    return TRUE;
  declaration = g_strndup ((const char *) self->block, MIN (n, DECLARATION_MAX));
  if (strstr (declaration, "?>") == NULL)
    return refuse (self, SL_ERROR_DAMAGED, _ ("the XML declaration does not end"));
  strstr (declaration, "?>")[0] = '\0';
  regex = g_regex_new ("\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']", G_REGEX_RAW, 0, NULL);
  if (!g_regex_match (regex, declaration, 0, &match))
    return TRUE;
  encoding = g_match_info_fetch (match, 1);
  if (g_ascii_strcasecmp (encoding, self->converted ? "UTF-16" : "UTF-8") != 0)
    return refuse (self, SL_ERROR_DAMAGED,
                   _ ("only UTF-8, or UTF-16 with a byte order mark, is accepted; this says it is “%s”"), encoding);
  g_match_info_fetch_pos (match, 0, &start, &end);
  if (self->converted)
    memset (self->block + start, ' ', (gsize) (end - start));
  return TRUE;
}

/* --- The scanner --------------------------------------------------------------------------------------------------- */

static void
count_lines (SlXmlGuard *self, const guint8 *from, const guint8 *to)
{
  while ((from = memchr (from, '\n', (gsize) (to - from))) != NULL)
    {
      self->line++;
      from++;
    }
}

/* The next @c, or the end. */
static const guint8 *
pass_to (SlXmlGuard *self, const guint8 *from, const guint8 *end, guint8 c)
{
  const guint8 *found = memchr (from, c, (gsize) (end - from));

  count_lines (self, from, found != NULL ? found : end);
  return found != NULL ? found : end;
}

static void
grow_tag (SlXmlGuard *self, gsize n)
{
  self->tag_length += (guint) n;
  if (self->tag_length > SL_XML_TAG_MAX)
    refuse (self, SL_ERROR_LIMIT, _ ("a tag is longer than %d bytes"), SL_XML_TAG_MAX);
}

static void
in_tag (SlXmlGuard *self, const guint8 **p, const guint8 *end)
{
  const guint8 *from = *p;
  gboolean within = TRUE;

  while (*p < end && within)
    switch (*(*p)++)
      {
      case '"':
      case '\'':
        self->quote = (*p)[-1];
        self->state = IN_QUOTES;
        within = FALSE;
        break;
      case '>':
        self->state = IN_TEXT;
        within = FALSE;
        break;
      case '=':
        if (++self->n_equals > SL_XML_ATTRIBUTES_MAX)
          {
            refuse (self, SL_ERROR_LIMIT, _ ("an element has more than %d attributes"), SL_XML_ATTRIBUTES_MAX);
            return;
          }
        break;
      case '\n':
        self->line++;
        break;
      default:
        break;
      }
  grow_tag (self, (gsize) (*p - from));
}

static void
in_quotes (SlXmlGuard *self, const guint8 **p, const guint8 *end)
{
  const guint8 *from = *p;

  *p = pass_to (self, *p, end, self->quote);
  if (*p < end)
    {
      (*p)++;
      self->state = IN_TAG;
    }
  grow_tag (self, (gsize) (*p - from));
}

/* Ends with @n times @c and then '>'. */
static void
in_other (SlXmlGuard *self, const guint8 **p, const guint8 *end, guint8 c, guint n)
{
  while (*p < end)
    {
      if (self->run == 0)
        *p = pass_to (self, *p, end, c);
      if (*p == end)
        return;
      if (**p == c)
        self->run++;
      else if (**p == '>' && self->run >= n)
        {
          (*p)++;
          self->state = IN_TEXT;
          return;
        }
      else
        {
          self->run = 0;
          self->line += **p == '\n';
        }
      (*p)++;
    }
}

/* What a markup is shows at its first characters. */
static void
in_beginning (SlXmlGuard *self, guint8 c)
{
  self->run = 0;
  if (self->state == AFTER_LESS && c == '!')
    self->state = AFTER_BANG;
  else if (self->state == AFTER_LESS && c == '?')
    self->state = IN_INSTRUCTION;
  else if (self->state == AFTER_LESS)
    {
      self->state = IN_TAG;
      if (c != '/')
        g_array_append_val (self->tags, self->line);
    }
  else if (self->state == AFTER_BANG && c == '-')
    self->state = AFTER_DASH;
  else if (self->state == AFTER_BANG && c == '[')
    self->state = IN_SECTION;
  else if (self->state == AFTER_BANG)
    refuse (self, SL_ERROR_DAMAGED, _ ("a document type is not accepted"));
  else
    self->state = IN_COMMENT;
}

/* Looks at the block; returns how much of it may be handed out. */
static gsize
scan (SlXmlGuard *self)
{
  const guint8 *p = self->block, *end = self->block + self->ready;
  const guint8 *sound = p; /* up to the beginning of the latest tag */

  while (p < end && self->error == NULL)
    switch (self->state)
      {
      case IN_TEXT:
        p = sound = pass_to (self, p, end, '<');
        if (p == end)
          break;
        p++;
        self->state = AFTER_LESS;
        self->tag_length = 1;
        self->n_equals = 0;
        break;
      case AFTER_LESS:
      case AFTER_BANG:
      case AFTER_DASH:
        in_beginning (self, *p);
        /* The first character of a tag is looked at as one of it. */
        if (self->state != IN_TAG)
          p++;
        break;
      case IN_TAG:
        in_tag (self, &p, end);
        break;
      case IN_QUOTES:
        in_quotes (self, &p, end);
        break;
      case IN_COMMENT:
        in_other (self, &p, end, '-', 2);
        break;
      case IN_SECTION:
        in_other (self, &p, end, ']', 2);
        break;
      case IN_INSTRUCTION:
      default:
        in_other (self, &p, end, '?', 1);
        break;
      }
  return (gsize) ((self->error == NULL ? end : sound) - self->block);
}

/* --- Blocks -------------------------------------------------------------------------------------------------------- */

/* How many bytes at the beginning are plain ASCII and no NUL: most documents are little else. */
static gsize
count_plain (const guint8 *bytes, gsize n)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  gsize i = 0;

  for (; i + sizeof (guint64) <= n; i += sizeof (guint64))
    {
      guint64 eight;

      memcpy (&eight, bytes + i, sizeof eight);
      if (((eight - ones) | eight) & tops)
        break;
    }
  return i;
}

/* How many of the @n bytes in the block are whole characters; what is left may be the beginning of one. */
static void
find_characters (SlXmlGuard *self, gsize n, gboolean last)
{
  gsize plain = count_plain (self->block, n);
  const char *end;

  g_utf8_validate_len ((const char *) self->block + plain, n - plain, &end);
  self->ready = (gsize) (end - (const char *) self->block);
  self->left = n - self->ready;
  self->broken = self->left > 0
                 && (last || *end == '\0' || self->left > 3
                     || g_utf8_get_char_validated (end, (gssize) self->left) != (gunichar) -2);
}

/* Reads another block. */
static gboolean
fill (SlXmlGuard *self)
{
  g_autoptr (GError) cause = NULL;
  gboolean first = !self->started;
  gsize n = 0;

  if (self->broken)
    return refuse (self, SL_ERROR_DAMAGED, _ ("this is not valid UTF-8"));
  memmove (self->block, self->block + self->ready, self->left);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &cause)
      || !g_input_stream_read_all (self->stream, self->block + self->left, BLOCK - self->left, &n, self->cancellable, &cause))
    return refuse_stream (self, cause);
  self->bytes += (gint64) n;
  if (self->bytes > self->max_bytes)
    return refuse (self, SL_ERROR_LIMIT, _ ("this is longer than %" G_GINT64_FORMAT " bytes"), self->max_bytes);
  find_characters (self, self->left + n, n == 0);
  self->started = TRUE;
  return !first || check_declaration (self, self->ready);
}

const char *
sl_xml_guard_read (SlXmlGuard *self, gsize *n, GError **error)
{
  *n = 0;
  /* What was refused after the end of the block before is told now. A block may hold nothing but half a character. */
  while (self->error == NULL && (self->started || begin (self)) && fill (self))
    {
      *n = scan (self);
      if (*n > 0 || (self->error == NULL && self->left == 0))
        return (const char *) self->block;
    }
  g_propagate_error (error, g_error_copy (self->error));
  return NULL;
}

int
sl_xml_guard_line (SlXmlGuard *self)
{
  return self->started ? self->line : 0;
}

int
sl_xml_guard_next_tag (SlXmlGuard *self)
{
  int line = self->line;

  if (self->next_tag < self->tags->len)
    line = g_array_index (self->tags, int, self->next_tag++);
  if (self->next_tag == self->tags->len)
    {
      g_array_set_size (self->tags, 0);
      self->next_tag = 0;
    }
  return line;
}
