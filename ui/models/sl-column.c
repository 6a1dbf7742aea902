/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-column.h"

#include <glib/gi18n-lib.h>

#define SHOWN_MAX 10

static void
column_clear (gpointer data)
{
  SlColumn *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->id);
  g_free (self->title);
  g_free (self->help);
}

SlColumn *
sl_column_ref (SlColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

void
sl_column_unref (SlColumn *self)
{
  g_return_if_fail (self != NULL);
  g_rc_box_release_full (self, column_clear);
}

static gboolean
is_number (SlType type)
{
  return type == SL_TYPE_INT || type == SL_TYPE_MONEY || type == SL_TYPE_DECIMAL;
}

static int
width_for (const SlField *field, gboolean title)
{
  if (field->flags & SL_FIELD_CODE)
    return 72;
  switch (field->type)
    {
    case SL_TYPE_BOOL:
      return 96;
    case SL_TYPE_INT:
      return 96;
    case SL_TYPE_DATE:
      return 112;
    case SL_TYPE_ENUM:
      return 116;
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
      return 132;
    case SL_TYPE_REF:
      return 152;
    case SL_TYPE_TEXT:
    default:
      return title ? 280 : 200;
    }
}

SlColumn *
sl_column_new_field (int kind, guint field)
{
  const SlKind *k = sl_kind_get (kind);
  const SlField *f;
  SlColumn *self;

  g_return_val_if_fail (k != NULL && field < k->n_fields, NULL);
  f = &k->fields[field];
  self = g_rc_box_new0 (SlColumn);
  self->verb = SL_VERB_EDIT;
  self->id = g_strdup (f->name);
  self->title = g_strdup (g_dgettext (GETTEXT_PACKAGE, f->label));
  self->help = f->help != NULL ? g_strdup (g_dgettext (GETTEXT_PACKAGE, f->help)) : NULL;
  self->field = (int) field;
  self->type = f->type;
  self->tokens = f->tokens;
  self->ref = f->type == SL_TYPE_REF ? f->ref : -1;
  self->width = width_for (f, (int) field == k->title);
  self->editable = !(f->flags & (SL_FIELD_FIXED | SL_FIELD_QUIET | SL_FIELD_CODE)) && !(k->flags & SL_KIND_APPEND_ONLY);
  self->right = is_number (f->type);
  self->prose = (f->flags & SL_FIELD_PROSE) != 0;
  self->groups = f->type == SL_TYPE_ENUM || f->type == SL_TYPE_REF;
  return self;
}

GPtrArray *
sl_columns_for_kind (int kind)
{
  const SlKind *k = sl_kind_get (kind);
  GPtrArray *columns;
  guint n_shown = 0;

  g_return_val_if_fail (k != NULL, NULL);
  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);
  for (guint i = 0; i < k->n_fields; i++)
    {
      SlColumn *column;

      if (k->fields[i].flags & SL_FIELD_QUIET)
        continue;
      column = sl_column_new_field (kind, i);
      column->shown = !column->prose && n_shown < SHOWN_MAX;
      n_shown += column->shown;
      g_ptr_array_add (columns, column);
    }
  return columns;
}

SlColumn *
sl_column_new_derived (const char *id, const char *title, SlType type, SlColumnText text)
{
  SlColumn *self;

  g_return_val_if_fail (id != NULL && title != NULL && text != NULL, NULL);
  self = g_rc_box_new0 (SlColumn);
  self->verb = SL_VERB_EDIT;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->field = -1;
  self->ref = -1;
  self->type = type;
  self->right = is_number (type);
  self->width = 120;
  self->shown = TRUE;
  self->text = text;
  return self;
}

SlColumn *
sl_columns_find (GPtrArray *columns, const char *id)
{
  g_return_val_if_fail (columns != NULL && id != NULL, NULL);
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((SlColumn *) columns->pdata[i])->id, id))
      return columns->pdata[i];
  return NULL;
}

static const SlField *
field_of (SlColumn *self, const SlRecord *record, SlValue *value)
{
  sl_record_get (record, (guint) self->field, value);
  return &sl_record_kind (record)->fields[self->field];
}

static char *
never_null (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

char *
sl_column_dup_text (SlColumn *self, SlWorkspace *workspace, const SlRecord *record)
{
  SlValue value;
  const SlField *field;

  g_return_val_if_fail (self != NULL && workspace != NULL && record != NULL, g_strdup (""));
  if (self->text != NULL)
    return never_null (self->text (workspace, record, self->data));
  field = field_of (self, record, &value);
  /* A register full of "No" says nothing; the yeses should stand out. */
  if (field->type == SL_TYPE_BOOL && value.i == 0)
    return g_strdup ("");
  return never_null (sl_data_dup_display (sl_workspace_data (workspace), field, &value));
}

/* A name that would not be understood again (two people of one name) is given as a code. */
static char *
dup_reference (const SlData *data, const SlField *field, const SlValue *value)
{
  g_autofree char *name = sl_data_dup_display (data, field, value);
  g_autofree char *owned = NULL;
  SlValue back;

  if (value->is_null || (sl_data_parse (data, field, name, SL_DATE_NONE, &back, &owned, NULL) && back.i == value->i))
    return g_steal_pointer (&name);
  return sl_data_dup_text (data, field, value);
}

char *
sl_column_dup_edit (SlColumn *self, SlWorkspace *workspace, const SlRecord *record)
{
  const SlData *data;
  const SlField *field;
  SlValue value;

  g_return_val_if_fail (self != NULL && workspace != NULL && record != NULL, g_strdup (""));
  if (self->edit_text != NULL)
    return never_null (self->edit_text (workspace, record, self->data));
  if (self->text != NULL)
    return never_null (self->text (workspace, record, self->data));
  data = sl_workspace_data (workspace);
  field = field_of (self, record, &value);
  if (field->type == SL_TYPE_REF)
    return never_null (dup_reference (data, field, &value));
  if (is_number (field->type))
    return never_null (sl_data_dup_text (data, field, &value));
  return never_null (sl_data_dup_display (data, field, &value));
}

char *
sl_column_dup_copy (SlColumn *self, SlWorkspace *workspace, const SlRecord *record)
{
  SlValue value;

  g_return_val_if_fail (self != NULL && workspace != NULL && record != NULL, g_strdup (""));
  if (self->field >= 0 && self->text == NULL && field_of (self, record, &value)->type == SL_TYPE_DATE)
    {
      char iso[11];

      return g_strdup (value.is_null ? "" : sl_date_to_iso ((SlDate) value.i, iso));
    }
  return sl_column_dup_edit (self, workspace, record);
}

SlStatus
sl_column_status (SlColumn *self, SlWorkspace *workspace, const SlRecord *record)
{
  g_return_val_if_fail (self != NULL && workspace != NULL && record != NULL, SL_STATUS_NOTHING);
  return self->status != NULL ? self->status (workspace, record, self->data) : SL_STATUS_NOTHING;
}

gboolean
sl_column_can_set (SlColumn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->editable && (self->set != NULL || self->field >= 0);
}
