/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sqlite/sl-rows-private.h"

static void
append_name (GString *sql, const char *name)
{
  /* Names come from the field tables: lower case and underscores. Quoted because some are words of SQL. */
  g_string_append_printf (sql, "\"%s\"", name);
}

char *
sl_rows_select_sql (const SlKind *kind, const char *rest)
{
  GString *sql = g_string_new ("SELECT \"uid\"");

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_name (sql, kind->fields[i].name);
    }
  g_string_append (sql, " FROM ");
  append_name (sql, kind->token);
  g_string_append_printf (sql, " %s", rest);
  return g_string_free (sql, FALSE);
}

char *
sl_rows_insert_sql (const SlKind *kind)
{
  GString *sql = g_string_new ("INSERT INTO ");

  append_name (sql, kind->token);
  g_string_append (sql, " (\"uid\"");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_name (sql, kind->fields[i].name);
    }
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

char *
sl_rows_update_sql (const SlKind *kind, guint64 mask)
{
  GString *sql = g_string_new ("UPDATE ");
  guint parameter = 2;

  append_name (sql, kind->token);
  g_string_append (sql, " SET ");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(mask & SL_MASK (i)))
        continue;
      if (parameter > 2)
        g_string_append (sql, ", ");
      append_name (sql, kind->fields[i].name);
      g_string_append_printf (sql, " = ?%u", parameter++);
    }
  g_string_append (sql, " WHERE \"uid\" = ?1");
  return g_string_free (sql, FALSE);
}

char *
sl_rows_delete_sql (const SlKind *kind)
{
  GString *sql = g_string_new ("DELETE FROM ");

  append_name (sql, kind->token);
  g_string_append (sql, " WHERE \"uid\" = ?1");
  return g_string_free (sql, FALSE);
}

int
sl_rows_bind (sqlite3_stmt *statement, int parameter, const SlRecord *record, guint field)
{
  const SlField *f = &sl_record_kind (record)->fields[field];
  char date[11];
  SlValue value;

  sl_record_get (record, field, &value);
  if (value.is_null)
    return sqlite3_bind_null (statement, parameter);
  switch (f->type)
    {
    case SL_TYPE_TEXT:
      return sqlite3_bind_text (statement, parameter, value.s, -1, SQLITE_STATIC);
    case SL_TYPE_ENUM:
      return sqlite3_bind_text (statement, parameter, sl_enum_token (f->tokens, (int) value.i), -1, SQLITE_STATIC);
    case SL_TYPE_DATE:
      return sqlite3_bind_text (statement, parameter, sl_date_to_iso ((SlDate) value.i, date), 10, SQLITE_TRANSIENT);
    case SL_TYPE_BOOL:
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    case SL_TYPE_REF:
    default:
      return sqlite3_bind_int64 (statement, parameter, value.i);
    }
}
