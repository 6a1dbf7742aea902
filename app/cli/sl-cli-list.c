/* list FILE KIND: the records of a kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "model/sl-code.h"
#include "model/sl-handle.h"

#include <string.h>

/* More do not fit beside each other; --json has them all. */
#define STORED_COLUMNS_MAX 10

/* Derived columns that the table shows. */
static const char *const derived_shown[]
    = { "score", "rag", "worth", "proximity", "appetite", "review_due", "overdue", NULL };

typedef struct
{
  SlCli *cli;
  const SlCliWhere *where;
  GPtrArray *records;
} Collect;

static gboolean
collect (const SlRecord *record, gpointer data)
{
  Collect *self = data;

  if (self->where == NULL || sl_cli_where_match (self->where, self->cli, record))
    g_ptr_array_add (self->records, (gpointer) record);
  return TRUE;
}

static int
by_code (gconstpointer a, gconstpointer b)
{
  return sl_code_compare (sl_record_code (*(const SlRecord *const *) a),
                          sl_record_code (*(const SlRecord *const *) b));
}

static gboolean
is_shown (const SlKind *kind, const SlCliColumn *column)
{
  guint flags = column->field->flags;

  if (column->derived >= 0)
    return g_strv_contains (derived_shown, column->field->name);
  if (column->number == kind->code || column->number == kind->title)
    return TRUE;
  return !(flags & (SL_FIELD_PROSE | SL_FIELD_QUIET)) && flags & (SL_FIELD_MANDATORY | SL_FIELD_EXPECTED);
}

/* Code and name first, then the rest as the field table has it. */
static GArray *
choose_columns (const SlKind *kind)
{
  g_autoptr (GArray) all = sl_cli_columns (kind);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (SlCliColumn));
  const int first[] = { kind->code, kind->title };
  guint n_stored = 0;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (first[i] >= 0)
      g_array_append_val (chosen, g_array_index (all, SlCliColumn, first[i]));
  n_stored = chosen->len;
  for (guint i = 0; i < all->len; i++)
    {
      const SlCliColumn *column = &g_array_index (all, SlCliColumn, i);

      if (!is_shown (kind, column) || (column->derived < 0 && n_stored >= STORED_COLUMNS_MAX)
          || (column->derived < 0 && (column->number == kind->code || column->number == kind->title)))
        continue;
      n_stored += column->derived < 0;
      g_array_append_val (chosen, *column);
    }
  return chosen;
}

static gboolean
is_number (const SlField *field)
{
  return field->type == SL_TYPE_INT || field->type == SL_TYPE_MONEY || field->type == SL_TYPE_DECIMAL;
}

static void
add_row (SlCli *cli, SlCliTable *table, const GArray *columns, const SlRecord *record)
{
  const SlData *data = sl_workspace_data (cli->workspace);

  if (sl_record_kind (record)->code < 0)
    {
      g_autofree char *handle = sl_data_dup_handle (data, record);

      sl_cli_table_add (table, handle);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const SlCliColumn *column = &g_array_index (columns, SlCliColumn, i);
      g_autofree char *text = NULL;
      SlValue value;

      sl_cli_column_get (cli, column, record, &value);
      text = sl_data_dup_text (data, column->field, &value);
      sl_cli_table_add (table, text);
    }
}

static void
print_table (SlCli *cli, const SlKind *kind, const GPtrArray *records)
{
  g_autoptr (GArray) columns = choose_columns (kind);
  guint handles = kind->code < 0;
  g_autoptr (SlCliTable) table = sl_cli_table_new (columns->len + handles);

  if (handles)
    sl_cli_table_add (table, "handle");
  for (guint i = 0; i < columns->len; i++)
    {
      const SlField *field = g_array_index (columns, SlCliColumn, i).field;

      sl_cli_table_add (table, field->name);
      if (is_number (field))
        sl_cli_table_right (table, i + handles);
    }
  for (guint r = 0; r < records->len; r++)
    add_row (cli, table, columns, records->pdata[r]);
  sl_cli_table_print (table, cli);
}

static void
print_json (SlCli *cli, const GPtrArray *records)
{
  g_autoptr (GString) json = g_string_new (NULL);

  sl_cli_print (cli, "[");
  for (guint i = 0; i < records->len; i++)
    {
      g_string_assign (json, i > 0 ? ",\n " : "\n ");
      sl_cli_json_record (json, cli, records->pdata[i]);
      fputs (json->str, cli->out);
    }
  sl_cli_print (cli, "%s]\n", records->len > 0 ? "\n" : "");
}

gboolean
sl_cli_run_list (SlCli *cli, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (SlCliWhere) where = NULL;
  const SlKind *kind = sl_cli_find_kind (cli->args[1], error);
  Collect data = { cli, NULL, records };

  if (kind == NULL || !sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  if (SL_CLI_HAS (cli, WHERE))
    {
      where = sl_cli_where_new (cli, kind, cli->values[SL_CLI_WHERE], error);
      if (where == NULL)
        return FALSE;
    }
  data.where = where;
  sl_data_each (sl_workspace_data (cli->workspace), kind->id, collect, &data);
  if (kind->code >= 0)
    g_ptr_array_sort (records, by_code);
  if (SL_CLI_HAS (cli, JSON))
    print_json (cli, records);
  else
    print_table (cli, kind, records);
  return TRUE;
}
