/* Values to text and back: storage form, display form, what people type.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-handle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
currency_of (const SlData *data)
{
  const SlProgrammeInfo *programme = data != NULL ? sl_data_programme (data) : NULL;

  return programme != NULL ? programme->currency : NULL;
}

char *
sl_data_dup_text (const SlData *self, const SlField *field, const SlValue *value)
{
  char iso[11];
  const SlRecord *record;
  int digits;

  if (value->is_null)
    return g_strdup ("");
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      return g_strdup (value->s);
    case SL_TYPE_BOOL:
      return g_strdup (value->i ? "true" : "false");
    case SL_TYPE_ENUM:
      return g_strdup (sl_enum_token (field->tokens, (int) value->i));
    case SL_TYPE_DATE:
      return g_strdup (sl_date_to_iso ((SlDate) value->i, iso));
    case SL_TYPE_MONEY:
      digits = sl_money_digits (currency_of (self));
      return sl_number_dup (value->i, digits, digits);
    case SL_TYPE_DECIMAL:
      return sl_number_dup (value->i, 4, 0);
    case SL_TYPE_REF:
      record = self != NULL ? sl_data_lookup (self, value->i) : NULL;
      return record != NULL ? sl_data_dup_handle (self, record) : g_strdup ("");
    case SL_TYPE_INT:
    default:
      return g_strdup_printf ("%d", (int) value->i);
    }
}

char *
sl_data_dup_display (const SlData *self, const SlField *field, const SlValue *value)
{
  if (value->is_null)
    return g_strdup ("");
  switch (field->type)
    {
    case SL_TYPE_BOOL:
      return g_strdup (value->i ? _ ("Yes") : _ ("No"));
    case SL_TYPE_ENUM:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (field->tokens, (int) value->i)));
    case SL_TYPE_DATE:
      return sl_date_dup_display ((SlDate) value->i);
    case SL_TYPE_MONEY:
      return sl_money_dup_exact (value->i, currency_of (self));
    case SL_TYPE_REF:
      return g_strdup (self != NULL ? sl_data_name (self, value->i) : "");
    case SL_TYPE_TEXT:
    case SL_TYPE_INT:
    case SL_TYPE_DECIMAL:
    default:
      return sl_data_dup_text (self, field, value);
    }
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *folded;
  SlUid whole, part;
  guint n_whole, n_part;
} NameSearch;

static gboolean
match_name (const SlRecord *record, gpointer data)
{
  NameSearch *search = data;
  const char *title = sl_record_title (record);
  g_autofree char *folded = NULL;

  if (title == NULL)
    return TRUE;
  folded = sl_text_fold (title);
  if (strcmp (folded, search->folded) == 0)
    {
      search->whole = record->uid;
      search->n_whole++;
    }
  else if (g_str_has_prefix (folded, search->folded))
    {
      search->part = record->uid;
      search->n_part++;
    }
  return TRUE;
}

static gboolean
parse_ref (const SlData *self, const SlField *field, const char *text, SlValue *value, GError **error)
{
  const SlKind *kind = sl_kind_get (field->ref);
  const SlRecord *record;
  g_autofree char *folded = sl_text_fold (text);
  NameSearch search = { folded, 0, 0, 0, 0 };

  *value = SL_VALUE_NULL (SL_TYPE_REF);
  record = sl_data_by_handle (self, text);
  if (record != NULL && record->kind == field->ref)
    {
      *value = SL_VALUE_REF (record->uid);
      return TRUE;
    }
  sl_data_each (self, field->ref, match_name, &search);
  if (search.n_whole == 1 || (search.n_whole == 0 && search.n_part == 1))
    {
      *value = SL_VALUE_REF (search.n_whole == 1 ? search.whole : search.part);
      return TRUE;
    }
  if (search.n_whole + search.n_part > 1)
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” could be several; write the whole name or the id"), text);
  else
    /* TRANSLATORS: the first place is what was typed, the second a kind of record such as “Person”. */
    g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” names nothing of the kind “%s” in this programme"), text,
                 g_dgettext (GETTEXT_PACKAGE, kind->label));
  return FALSE;
}

static gboolean
parse_enum (const SlField *field, const char *text, SlValue *value, GError **error)
{
  g_autoptr (GString) all = NULL;
  int number = sl_enum_parse (field->tokens, text);

  if (number > 0)
    {
      *value = SL_VALUE_ENUM (number);
      return TRUE;
    }
  all = g_string_new (NULL);
  for (guint i = 0; i < field->tokens->n_entries; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "",
                            g_dgettext (GETTEXT_PACKAGE, field->tokens->entries[i].label));
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is none of: %s"), text, all->str);
  return FALSE;
}

static gboolean
parse_bool (const char *text, SlValue *value, GError **error)
{
  static const char *const yes[] = { "true", "yes", "y", "1", NULL };
  static const char *const no[] = { "false", "no", "n", "0", NULL };
  g_autofree char *folded = sl_text_fold (text);
  g_autofree char *local_yes = sl_text_fold (_ ("Yes"));
  g_autofree char *local_no = sl_text_fold (_ ("No"));

  if (g_strv_contains (yes, folded) || strcmp (folded, local_yes) == 0)
    *value = SL_VALUE_BOOL (TRUE);
  else if (g_strv_contains (no, folded) || strcmp (folded, local_no) == 0)
    *value = SL_VALUE_BOOL (FALSE);
  else
    {
      g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is neither yes nor no"), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_number (const SlData *self, const SlField *field, const char *text, SlValue *value, GError **error)
{
  int digits = field->type == SL_TYPE_INT ? 0 : field->type == SL_TYPE_DECIMAL ? 4 : sl_money_digits (currency_of (self));
  gint64 number;

  if (!sl_number_parse (text, digits, &number) || (field->type == SL_TYPE_INT && ABS (number) > G_MAXINT32))
    {
      if (digits == 0)
        g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a whole number"), text);
      else
        g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a number with at most %d decimals"), text, digits);
      return FALSE;
    }
  *value = (SlValue){ .type = field->type, .i = number };
  return TRUE;
}

static gboolean
parse_by_type (const SlData *self, const SlField *field, const char *text, SlDate today, SlValue *value, GError **error)
{
  SlDate date;

  switch (field->type)
    {
    case SL_TYPE_TEXT:
      *value = SL_VALUE_TEXT (text);
      return TRUE;
    case SL_TYPE_BOOL:
      return parse_bool (text, value, error);
    case SL_TYPE_ENUM:
      return parse_enum (field, text, value, error);
    case SL_TYPE_DATE:
      if (!sl_date_parse (text, today, &date))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a date; write for example 2026-08-31 or 31 Aug 2026"),
                       text);
          return FALSE;
        }
      *value = SL_VALUE_DATE (date);
      return TRUE;
    case SL_TYPE_REF:
      return parse_ref (self, field, text, value, error);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    default:
      return parse_number (self, field, text, value, error);
    }
}

gboolean
sl_data_parse (const SlData *self, const SlField *field, const char *text, SlDate today, SlValue *value, char **owned,
               GError **error)
{
  g_return_val_if_fail (self != NULL && field != NULL && value != NULL && owned != NULL, FALSE);
  *owned = sl_text_clean (text, !(field->flags & SL_FIELD_PROSE));
  *value = SL_VALUE_NULL (field->type);
  if (*owned == NULL)
    {
      if (field->type == SL_TYPE_BOOL)
        *value = SL_VALUE_BOOL (FALSE);
      return TRUE;
    }
  if (parse_by_type (self, field, *owned, today, value, error) && sl_field_check (field, value, error))
    return TRUE;
  g_clear_pointer (owned, g_free);
  *value = SL_VALUE_NULL (field->type);
  return FALSE;
}
