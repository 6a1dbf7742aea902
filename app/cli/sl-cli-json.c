/* JSON, by hand: records are streamed and numbers are exact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "model/sl-handle.h"

void
sl_cli_json_string (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if (*p == '\t')
        g_string_append (json, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7F)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

void
sl_cli_json_value (GString *json, const SlData *data, const SlField *field, const SlValue *value)
{
  g_autofree char *text = NULL;

  if (value->is_null)
    {
      g_string_append (json, "null");
      return;
    }
  text = sl_data_dup_text (data, field, value);
  switch (field->type)
    {
    case SL_TYPE_BOOL:
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
      g_string_append (json, text);
      return;
    case SL_TYPE_TEXT:
    case SL_TYPE_ENUM:
    case SL_TYPE_DATE:
    case SL_TYPE_REF:
    default:
      sl_cli_json_string (json, text);
    }
}

void
sl_cli_json_record (GString *json, SlCli *cli, const SlRecord *record)
{
  g_autoptr (GArray) columns = sl_cli_columns (sl_record_kind (record));
  const SlData *data = sl_workspace_data (cli->workspace);
  gboolean nested = FALSE;
  guint n = 0;

  g_string_append_c (json, '{');
  if (sl_record_kind (record)->code < 0)
    {
      g_autofree char *handle = sl_data_dup_handle (data, record);

      g_string_append (json, "\"handle\": ");
      sl_cli_json_string (json, handle);
      n++;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const SlCliColumn *column = &g_array_index (columns, SlCliColumn, i);
      SlValue value;

      g_string_append (json, n++ > 0 ? ", " : "");
      if (column->derived >= 0 && !nested)
        {
          g_string_append (json, "\"derived\": {");
          nested = TRUE;
        }
      sl_cli_column_get (cli, column, record, &value);
      sl_cli_json_string (json, column->field->name);
      g_string_append (json, ": ");
      sl_cli_json_value (json, data, column->field, &value);
    }
  g_string_append (json, nested ? "}}" : "}");
}
