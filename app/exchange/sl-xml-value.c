/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-xml-value-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORT_MAX 60

char *
sl_xml_value_dup_short (const char *text, gsize n)
{
  g_autofree char *whole = g_strndup (text, n);
  g_autofree char *start = NULL;
  g_autofree char *safe = NULL;

  if (g_utf8_strlen (whole, -1) <= SHORT_MAX)
    return sl_text_for_terminal (whole);
  start = g_utf8_substring (whole, 0, SHORT_MAX);
  safe = sl_text_for_terminal (start);
  return g_strconcat (safe, "…", NULL);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

const char *
sl_xml_word (const SlField *field, const char *text, gsize n, char word[SL_XML_WORD_MAX])
{
  gboolean exact = field->type == SL_TYPE_ENUM || (field->type == SL_TYPE_REF && sl_kind_get (field->ref)->code >= 0);

  for (; !exact && n > 0 && is_blank (*text); text++)
    n--;
  while (!exact && n > 0 && is_blank (text[n - 1]))
    n--;
  if (n >= SL_XML_WORD_MAX)
    n = 0;
  memcpy (word, text, n);
  word[n] = '\0';
  return word;
}

/* [+-] digits [. digits]: exact, in units of 10^-@decimals. */
static gboolean
read_number (const char *word, int decimals, gint64 *value)
{
  gboolean negative = *word == '-', point = FALSE, any = FALSE;
  gint64 total = 0;

  for (word += *word == '-' || *word == '+'; *word != '\0'; word++)
    {
      if (*word == '.' && !point && decimals > 0)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*word) || (point && decimals == 0 && *word != '0') || total > SL_NUMBER_MAX / 10)
        return FALSE;
      any = TRUE;
      if (point && decimals == 0)
        continue;
      total = total * 10 + (*word - '0');
      decimals -= point;
    }
  for (; decimals > 0; decimals--)
    {
      if (total > SL_NUMBER_MAX / 10)
        return FALSE;
      total *= 10;
    }
  *value = negative ? -total : total;
  return any && total <= SL_NUMBER_MAX;
}

static gboolean
read_whole (const SlField *field, const char *word, SlValue *value)
{
  *value = (SlValue){ .type = field->type };
  return read_number (word, 0, &value->i) && (field->type != SL_TYPE_INT || ABS (value->i) <= G_MAXINT32);
}

static gboolean
read_bool (const char *word, SlValue *value)
{
  gboolean yes = strcmp (word, "true") == 0 || strcmp (word, "1") == 0;

  *value = SL_VALUE_BOOL (yes);
  return yes || strcmp (word, "false") == 0 || strcmp (word, "0") == 0;
}

static char *
explain_enum (const SlField *field, const char *shown)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < field->tokens->n_entries; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", field->tokens->entries[i].token);
  return g_strdup_printf (_ ("“%s” is none of: %s"), shown, all->str);
}

char *
sl_xml_value_dup_fault (const SlField *field, const char *text, gsize n)
{
  g_autofree char *shown = sl_xml_value_dup_short (text, n);

  if (n == 0)
    return g_strdup (_ ("it is empty; leave it out"));
  switch (field->type)
    {
    case SL_TYPE_BOOL:
      return g_strdup_printf (_ ("“%s” is neither true nor false"), shown);
    case SL_TYPE_ENUM:
      return explain_enum (field, shown);
    case SL_TYPE_DATE:
      return g_strdup_printf (_ ("“%s” is not a day; write it as 2026-07-31"), shown);
    case SL_TYPE_DECIMAL:
      return g_strdup_printf (_ ("“%s” is not a number with at most %d decimals"), shown, 4);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_TEXT:
    case SL_TYPE_REF:
    default:
      return g_strdup_printf (_ ("“%s” is not a whole number"), shown);
    }
}

gboolean
sl_xml_value_read (const SlField *field, const char *word, SlValue *value)
{
  switch (field->type)
    {
    case SL_TYPE_BOOL:
      return read_bool (word, value);
    case SL_TYPE_ENUM:
      *value = SL_VALUE_ENUM (sl_enum_from_token (field->tokens, word));
      return value->i > 0;
    case SL_TYPE_DATE:
      *value = SL_VALUE_DATE (sl_date_from_iso (word));
      return value->i != SL_DATE_NONE;
    case SL_TYPE_DECIMAL:
      *value = SL_VALUE_DECIMAL (0);
      return read_number (word, 4, &value->i);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_TEXT:
    case SL_TYPE_REF:
    default:
      return read_whole (field, word, value);
    }
}
