/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-text.h"

#include <string.h>

static gboolean
allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n';
  if (c >= 0x7F && c <= 0x9F)
    return FALSE;
  /* Non-characters (U+nFFFE, U+nFFFF, U+FDD0..FDEF) and surrogates cannot be exchanged. */
  return (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF) && !(c >= 0xD800 && c <= 0xDFFF);
}

char *
sl_text_clean (const char *text, gboolean single_line)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autoptr (GString) s = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  s = g_string_sized_new (strlen (normal));
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (single_line && (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029))
        c = ' ';
      if (allowed (c))
        g_string_append_unichar (s, c);
    }
  g_strstrip (s->str);
  return *s->str != '\0' ? g_strdup (s->str) : NULL;
}

gboolean
sl_text_is_clean (const char *text, gsize length)
{
  const guchar *bytes = (const guchar *) text;
  guchar control = 0, other = 0;

  /* Most text is plain ASCII: one pass settles it, without a branch in it so that it takes many bytes at a time. */
  for (gsize i = 0; i < length; i++)
    {
      control |= (guchar) ((bytes[i] < 0x20) & (bytes[i] != '\t') & (bytes[i] != '\n'));
      other |= bytes[i] >= 0x7F;
    }
  if (control || !other)
    return !control;
  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *q = text; q < text + length; q = g_utf8_next_char (q))
    if (!allowed (g_utf8_get_char (q)))
      return FALSE;
  return TRUE;
}

char *
sl_text_fold (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *s;
  gboolean ascii = TRUE;

  if (text == NULL)
    return g_strdup ("");
  for (const char *p = text; *p != '\0' && ascii; p++)
    ascii = (guchar) *p < 0x80;
  if (ascii)
    return g_ascii_strdown (text, -1);
  lower = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  if (apart == NULL)
    return g_strdup ("");
  s = g_string_sized_new (strlen (apart));
  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (s, c);
    }
  return g_string_free (s, FALSE);
}

guint
sl_text_length (const char *text)
{
  return text != NULL ? (guint) g_utf8_strlen (text, -1) : 0;
}

char *
sl_text_compose (const char *format, const char *const *args)
{
  GString *s = g_string_new (NULL);
  guint n = 0;

  while (args != NULL && args[n] != NULL)
    n++;
  for (const char *p = format; *p != '\0'; p++)
    {
      if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}')
        {
          guint i = (guint) (p[1] - '1');

          if (i < n)
            g_string_append (s, args[i]);
          p += 2;
        }
      else
        g_string_append_c (s, *p);
    }
  return g_string_free (s, FALSE);
}

char *
sl_text_uuid (void)
{
  return g_uuid_string_random ();
}

char *
sl_text_for_terminal (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *s = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        g_string_append_printf (s, "\\x%02X", c);
      /* Embeddings, overrides and isolates: one left open would turn the rest of the line round. */
      else if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        g_string_append_printf (s, "\\u%04X", c);
      else
        g_string_append_unichar (s, c);
    }
  return g_string_free (s, FALSE);
}
