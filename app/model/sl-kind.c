/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sl-kind.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_MAX 10000

static gboolean
same_name (const char *stored, const char *given)
{
  for (; *stored != '\0' && *given != '\0'; stored++, given++)
    if (*stored != (*given == '-' ? '_' : *given))
      return FALSE;
  return *stored == *given;
}

const SlKind *
sl_kind_by_token (const char *token)
{
  g_return_val_if_fail (token != NULL, NULL);
  for (guint i = 0; i < sl_kind_count (); i++)
    if (same_name (sl_kind_get ((int) i)->token, token))
      return sl_kind_get ((int) i);
  return NULL;
}

int
sl_kind_find_field (const SlKind *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);
  for (guint i = 0; i < self->n_fields; i++)
    if (same_name (self->fields[i].name, name))
      return (int) i;
  return -1;
}

gboolean
sl_kind_is_nested (const SlKind *self)
{
  return self->code < 0 && self->parent >= 0;
}

gboolean
sl_value_equal (const SlValue *a, const SlValue *b)
{
  if (a->is_null || b->is_null)
    return a->is_null && b->is_null;
  if (a->type != b->type)
    return FALSE;
  return a->type == SL_TYPE_TEXT ? strcmp (a->s, b->s) == 0 : a->i == b->i;
}

static const char *
label_of (const SlField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

void
sl_field_range (const SlField *self, gint64 *min, gint64 *max)
{
  switch (self->type)
    {
    case SL_TYPE_BOOL:
      *min = 0, *max = 1;
      return;
    case SL_TYPE_ENUM:
      *min = 1, *max = self->tokens->n_entries;
      return;
    case SL_TYPE_DATE:
      *min = SL_DATE_MIN, *max = SL_DATE_MAX;
      return;
    case SL_TYPE_REF:
      *min = 1, *max = G_MAXINT64;
      return;
    case SL_TYPE_TEXT:
      *min = 1, *max = self->max > 0 ? self->max : TEXT_MAX;
      return;
    case SL_TYPE_INT:
      *min = -G_MAXINT32, *max = G_MAXINT32;
      break;
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    default:
      *min = -SL_NUMBER_MAX, *max = SL_NUMBER_MAX;
      break;
    }
  if (self->min != 0 || self->max != 0)
    *min = self->min, *max = self->max;
}

static gboolean
check_text (const SlField *self, const char *text, GError **error)
{
  gsize bytes = strlen (text);
  gint64 min, max;
  guint length;

  sl_field_range (self, &min, &max);
  /* Counting is dear, and no text has more characters than bytes. */
  length = (gint64) bytes > max ? sl_text_length (text) : 0;
  if (!sl_text_is_clean (text, bytes) || bytes == 0)
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s holds characters that cannot be stored"), label_of (self));
  else if ((gint64) length > max)
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s may have at most %d characters; this has %u"), label_of (self),
                 (int) max, length);
  else if (self->pattern != NULL)
    {
      g_autofree char *whole = g_strdup_printf ("^(?:%s)$", self->pattern);

      if (g_regex_match_simple (whole, text, G_REGEX_DOLLAR_ENDONLY, 0))
        return TRUE;
      g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a valid value for %s"), text, label_of (self));
    }
  else
    return TRUE;
  return FALSE;
}

gboolean
sl_field_check (const SlField *self, const SlValue *value, GError **error)
{
  gint64 min, max;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  if (value->is_null)
    return TRUE;
  if (value->type != self->type)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INTERNAL, "%s: value of the wrong type", self->name);
      return FALSE;
    }
  if (self->type == SL_TYPE_TEXT)
    return check_text (self, value->s, error);
  sl_field_range (self, &min, &max);
  if (value->i >= min && value->i <= max)
    return TRUE;
  if (self->type == SL_TYPE_INT)
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s must lie between %d and %d"),
                 label_of (self), (int) min, (int) max);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("%s is out of range"), label_of (self));
  return FALSE;
}
