/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-number.h"

#include <string.h>

int
sl_money_digits (const char *currency)
{
  static const char none[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
  static const char three[] = "BHD IQD JOD KWD LYD OMR TND ";

  if (currency == NULL || strlen (currency) != 3)
    return 2;
  if (strstr (none, currency) != NULL)
    return 0;
  return strstr (three, currency) != NULL ? 3 : 2;
}

static const char *
currency_sign (const char *currency)
{
  if (g_strcmp0 (currency, "GBP") == 0)
    return "£";
  if (g_strcmp0 (currency, "EUR") == 0)
    return "€";
  if (g_strcmp0 (currency, "USD") == 0)
    return "$";
  return NULL;
}

/* Copies only what counts: sign, digits, point. FALSE when something else stands there. */
static gboolean
tidy (const char *text, GString *out, int *multiplier_digits)
{
  const char *signs[] = { "£", "€", "$" };
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *p = copy;
  gsize n;

  *multiplier_digits = 0;
  if (*p == '-' || *p == '+')
    g_string_append_c (out, *p++);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      p += strlen (signs[i]);
  n = strlen (p);
  if (n > 1 && (p[n - 1] == 'k' || p[n - 1] == 'K' || p[n - 1] == 'm' || p[n - 1] == 'M'))
    *multiplier_digits = g_ascii_tolower (p[--n]) == 'k' ? 3 : 6;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_isdigit (p[i]) || p[i] == '.')
        g_string_append_c (out, p[i]);
      else if (p[i] == ',' || p[i] == ' ')
        continue;
      else if (i + 2 < n && (memcmp (p + i, "\xE2\x80\xAF", 3) == 0 || memcmp (p + i, "\xE2\x80\x89", 3) == 0))
        i += 2;
      else if (i + 1 < n && memcmp (p + i, "\xC2\xA0", 2) == 0)
        i += 1;
      else
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_number_parse (const char *text, int digits, gint64 *value)
{
  g_autoptr (GString) s = g_string_new (NULL);
  const char *p;
  gboolean negative, point = FALSE;
  int decimals, multiplier, seen = 0;
  gint64 total = 0;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);
  if (!tidy (text, s, &multiplier))
    return FALSE;
  p = s->str;
  negative = *p == '-';
  p += *p == '-' || *p == '+';
  decimals = digits + multiplier;
  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (*p == '.' || total > SL_NUMBER_MAX / 10)
        return FALSE;
      if (point && decimals == 0)
        {
          if (*p != '0')
            return FALSE;
          continue;
        }
      decimals -= point;
      total = total * 10 + (*p - '0');
      seen++;
    }
  if (seen == 0)
    return FALSE;
  for (; decimals > 0; decimals--)
    {
      if (total > SL_NUMBER_MAX / 10)
        return FALSE;
      total *= 10;
    }
  if (total > SL_NUMBER_MAX)
    return FALSE;
  *value = negative ? -total : total;
  return TRUE;
}

char *
sl_number_write (gint64 value, int digits, int min_digits, char buffer[SL_NUMBER_SIZE])
{
  guint64 rest = value < 0 ? (guint64) 0 - (guint64) value : (guint64) value;
  char *p = buffer + SL_NUMBER_SIZE - 1;
  gboolean shown = FALSE;

  *p = '\0';
  for (int i = digits; i > 0; i--, rest /= 10)
    {
      shown = shown || rest % 10 != 0 || i <= min_digits;
      if (shown)
        *--p = (char) ('0' + rest % 10);
    }
  if (shown)
    *--p = '.';
  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  return p;
}

char *
sl_number_dup (gint64 value, int digits, int min_digits)
{
  char buffer[SL_NUMBER_SIZE];

  return g_strdup (sl_number_write (value, digits, min_digits, buffer));
}

SlMoney
sl_money_percent (SlMoney money, SlDecimal percent)
{
  /* The product may exceed 64 bits: whole millions and the rest apart. */
  const gint64 whole = 100 * SL_DECIMAL_SCALE;
  gint64 magnitude;
  SlMoney part;

  if (money == SL_MONEY_NONE || percent == SL_DECIMAL_NONE)
    return SL_MONEY_NONE;
  g_return_val_if_fail (percent >= 0 && percent <= whole, SL_MONEY_NONE);
  magnitude = ABS (money);
  part = magnitude / whole * percent + (magnitude % whole * percent + whole / 2) / whole;
  return money < 0 ? -part : part;
}

SlMoney
sl_money_add (SlMoney a, SlMoney b)
{
  if (a == SL_MONEY_NONE)
    a = 0;
  if (b == SL_MONEY_NONE)
    b = 0;
  return CLAMP (a + b, -SL_NUMBER_MAX, SL_NUMBER_MAX);
}

static char *
with_sign (const char *number, const char *currency)
{
  const char *sign = currency_sign (currency);
  const char *minus = *number == '-' ? "-" : "";

  number += *number == '-';
  if (sign != NULL)
    return g_strconcat (minus, sign, number, NULL);
  return g_strconcat (minus, currency != NULL ? currency : "", currency != NULL ? " " : "", number, NULL);
}

char *
sl_money_dup_short (SlMoney money, const char *currency)
{
  int digits = sl_money_digits (currency);
  gint64 unit = digits == 0 ? 1 : digits == 2 ? 100 : 1000;
  gint64 magnitude = money != SL_MONEY_NONE ? ABS (money) : 0;
  gint64 step = magnitude >= 999950 * unit ? 1000000 : magnitude >= 1000 * unit ? 1000 : 1;
  gint64 tenths;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (money == SL_MONEY_NONE)
    return g_strdup ("");
  /* Half away from zero to one decimal; whole units below a thousand. */
  if (step == 1)
    tenths = (magnitude + unit / 2) / unit * 10;
  else
    tenths = (magnitude / (step / 10) + unit / 2) / unit;
  number = sl_number_dup (money < 0 ? -tenths : tenths, 1, 0);
  text = with_sign (number, currency);
  return g_strconcat (text, step == 1 ? "" : step == 1000 ? "k" : "m", NULL);
}

char *
sl_money_dup_exact (SlMoney money, const char *currency)
{
  int digits = sl_money_digits (currency);
  g_autofree char *plain = NULL;
  g_autoptr (GString) grouped = NULL;
  const char *point, *p;

  if (money == SL_MONEY_NONE)
    return g_strdup ("");
  plain = sl_number_dup (money, digits, digits);
  point = strchr (plain, '.');
  if (point == NULL)
    point = plain + strlen (plain);
  grouped = g_string_new (NULL);
  for (p = plain; p < point; p++)
    {
      if (p > plain && g_ascii_isdigit (p[-1]) && (point - p) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, *p);
    }
  g_string_append (grouped, point);
  return with_sign (grouped->str, currency);
}
