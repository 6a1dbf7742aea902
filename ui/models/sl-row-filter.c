/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-row-filter.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

const SlRowFilter *
sl_row_filter_find (const SlRowFilter *table, const char *id)
{
  for (; table != NULL && table->id != NULL; table++)
    if (g_strcmp0 (table->id, id) == 0)
      return table;
  return NULL;
}

static const SlField *
field_of (const SlRowFilter *self)
{
  return &sl_kind_get (self->kind)->fields[self->field];
}

/* --- What a row is found by --------------------------------------------------------------------------------------- */

typedef struct
{
  const SlRowFilter *filter;
  SlFilterValueFunc func;
  gpointer data;
} Giving;

static gboolean
give_value (const SlRecord *record, gpointer data)
{
  const Giving *giving = data;
  SlValue value;

  sl_record_get (record, giving->filter->field, &value);
  if (!value.is_null)
    giving->func (value.i, giving->data);
  return TRUE;
}

void
sl_row_filter_values (const SlRowFilter *self, SlWorkspace *workspace, const SlRecord *record, SlFilterValueFunc func,
                      gpointer data)
{
  Giving giving = { self, func, data };

  g_return_if_fail (self != NULL && record != NULL && func != NULL);
  if (self->form == SL_FILTER_FIELD)
    give_value (record, &giving);
  else if (self->form == SL_FILTER_LINKED)
    sl_data_children (sl_workspace_data (workspace), self->kind, self->link_row, record->uid, give_value, &giving);
}

typedef struct
{
  gint64 wanted;
  gboolean found;
} Looking;

static void
look (gint64 value, gpointer data)
{
  Looking *looking = data;

  looking->found |= value == looking->wanted;
}

gboolean
sl_row_filter_keeps (const SlRowFilter *self, SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  Looking looking = { value, FALSE };

  g_return_val_if_fail (self != NULL && record != NULL, FALSE);
  if (self->test != NULL)
    return self->test (workspace, record, value);
  sl_row_filter_values (self, workspace, record, look, &looking);
  return looking.found;
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

static char *
dup_value (const SlRowFilter *self, SlWorkspace *workspace, gint64 value)
{
  const SlRecord *record;

  if (self->form == SL_FILTER_DAY)
    return sl_date_dup_display ((SlDate) value);
  if (field_of (self)->type == SL_TYPE_ENUM)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (field_of (self)->tokens, (int) value)));
  record = sl_data_lookup (sl_workspace_data (workspace), value);
  if (record == NULL)
    return g_strdup (_ ("deleted"));
  return g_strdup (sl_record_title (record) != NULL ? sl_record_title (record) : sl_record_code (record));
}

char *
sl_row_filter_dup_label (const SlRowFilter *self, SlWorkspace *workspace, gint64 value)
{
  const char *label;
  g_autofree char *what = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  label = g_dgettext (GETTEXT_PACKAGE, self->label);
  if (self->form == SL_FILTER_PLAIN || (self->form == SL_FILTER_DAY && value == 0))
    return g_strdup (label);
  what = dup_value (self, workspace, value);
  if (self->form == SL_FILTER_DAY)
    /* TRANSLATORS: a filter and the day it counts from: “Worse since 4 Aug 2026”. */
    return sl_text_compose (_ ("{1} since {2}"), (const char *[]){ label, what, NULL });
  /* TRANSLATORS: a filter and what it keeps: “Category: Safety”. */
  return sl_text_compose (_ ("{1}: {2}"), (const char *[]){ label, what, NULL });
}

/* --- As text ------------------------------------------------------------------------------------------------------ */

char *
sl_row_filter_dup_text (const SlRowFilter *self, SlWorkspace *workspace, gint64 value)
{
  const SlRecord *record;
  char day[11];

  g_return_val_if_fail (self != NULL, NULL);
  if (self->form == SL_FILTER_PLAIN || (self->form == SL_FILTER_DAY && value == 0))
    return g_strdup (self->id);
  if (self->form == SL_FILTER_DAY)
    return g_strdup_printf ("%s=%s", self->id, sl_date_to_iso ((SlDate) value, day));
  if (field_of (self)->type == SL_TYPE_ENUM)
    return g_strdup_printf ("%s=%s", self->id, sl_enum_token (field_of (self)->tokens, (int) value));
  record = sl_data_lookup (sl_workspace_data (workspace), value);
  /* A code for who reads it; what has none, or is gone, goes by the number that never changes. */
  if (record != NULL && sl_record_code (record) != NULL)
    return g_strdup_printf ("%s=%s", self->id, sl_record_code (record));
  return g_strdup_printf ("%s=#%" G_GINT64_FORMAT, self->id, value);
}

static gboolean
parse_value (const SlRowFilter *self, SlWorkspace *workspace, const char *text, gint64 *value)
{
  const SlData *data = sl_workspace_data (workspace);
  const SlRecord *record;
  SlDate day;

  if (self->form == SL_FILTER_DAY)
    {
      if (!sl_date_parse (text, sl_workspace_as_of (workspace), &day) || day == SL_DATE_NONE)
        return FALSE;
      *value = day;
      return TRUE;
    }
  if (field_of (self)->type == SL_TYPE_ENUM)
    {
      *value = sl_enum_from_token (field_of (self)->tokens, text);
      return *value != 0;
    }
  record = *text == '#' ? sl_data_lookup (data, g_ascii_strtoll (text + 1, NULL, 10)) : sl_data_by_code (data, text);
  if (record == NULL || record->kind != field_of (self)->ref)
    return FALSE;
  *value = record->uid;
  return TRUE;
}

gboolean
sl_row_filter_parse (const SlRowFilter *table, SlWorkspace *workspace, const char *text, const SlRowFilter **filter,
                     gint64 *value)
{
  g_auto (GStrv) halves = NULL;

  g_return_val_if_fail (text != NULL && filter != NULL && value != NULL, FALSE);
  halves = g_strsplit (text, "=", 2);
  *value = 0;
  *filter = halves[0] != NULL ? sl_row_filter_find (table, halves[0]) : NULL;
  if (*filter == NULL)
    return FALSE;
  if (halves[1] == NULL)
    return (*filter)->form == SL_FILTER_PLAIN || (*filter)->form == SL_FILTER_DAY;
  return (*filter)->form != SL_FILTER_PLAIN && parse_value (*filter, workspace, halves[1], value);
}
