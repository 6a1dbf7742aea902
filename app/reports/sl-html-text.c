/* What people typed, on its way into HTML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-html-private.h"

#include <string.h>

static const char *
entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

/* Marks that turn the direction of writing, and could turn that of what follows. The page isolates every text by itself. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* What HTML has no place for is not there: everything stored is clean (sl-text.h). */
void
sl_html_append (GString *to, const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  while (text < end)
    {
      const char *next = g_utf8_next_char (text);

      if (entity (*text) != NULL)
        g_string_append (to, entity (*text));
      else if (!turns_direction (g_utf8_get_char (text)))
        g_string_append_len (to, text, next - text);
      text = next;
    }
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

static const char *const schemes[] = { "https://", "http://", "mailto:" };

/* How long an address begins here, or 0. It ends at a blank or at what no address holds unescaped. */
static gsize
address_length (const char *text)
{
  gsize n = 0, scheme = 0;

  for (guint i = 0; i < G_N_ELEMENTS (schemes) && scheme == 0; i++)
    if (g_ascii_strncasecmp (text, schemes[i], strlen (schemes[i])) == 0)
      scheme = strlen (schemes[i]);
  if (scheme == 0)
    return 0;
  while ((guchar) text[n] > ' ' && (guchar) text[n] < 0x7F && strchr ("<>\"'`{}|\\^", text[n]) == NULL)
    n++;
  while (n > 0 && strchr (".,;:!?)]", text[n - 1]) != NULL)
    n--;
  return n > scheme ? n : 0;
}

/* Where it really leads: the host, of a mail what follows the @; in ASCII, so that no letter stands for another. NULL where
 * it leads nowhere. */
static char *
dup_host (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *at;

  if (g_ascii_strncasecmp (address, "mailto:", 7) == 0)
    {
      g_autofree char *person = g_strndup (address + 7, strcspn (address + 7, "?"));

      at = strrchr (person, '@');
      return at != NULL && at[1] != '\0' ? g_hostname_to_ascii (at + 1) : NULL;
    }
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
             ? g_hostname_to_ascii (g_uri_get_host (uri)) : NULL;
}

static gboolean
append_link (GString *to, const char *text, gsize length)
{
  g_autofree char *address = g_strndup (text, length);
  g_autofree char *host = dup_host (address);

  if (host == NULL)
    return FALSE;
  g_string_append (to, "<a rel=\"noopener noreferrer\" href=\"");
  sl_html_append (to, address, -1);
  g_string_append (to, "\"><span class=\"host\">");
  sl_html_append (to, host, -1);
  g_string_append (to, "</span> ");
  sl_html_append (to, address, -1);
  g_string_append (to, "</a>");
  return TRUE;
}

static gboolean
is_word (const char *text, const char *p)
{
  return p > text && (g_ascii_isalnum (p[-1]) || (guchar) p[-1] >= 0x80);
}

void
sl_html_append_user (GString *to, const char *text)
{
  const char *plain = text, *p = text;

  g_string_append (to, "<bdi>");
  while (*p != '\0')
    {
      gsize length = is_word (text, p) ? 0 : address_length (p);

      if (length == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      sl_html_append (to, plain, p - plain);
      if (!append_link (to, p, length))
        sl_html_append (to, p, (gssize) length);
      p += length;
      plain = p;
    }
  sl_html_append (to, plain, p - plain);
  g_string_append (to, "</bdi>");
}
