/* info FILE: what a file holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

static void
add_pair (SlCliTable *table, const char *label, const char *value)
{
  sl_cli_table_add (table, label);
  sl_cli_table_add (table, value);
}

static void
add_programme (SlCli *cli, SlCliTable *table)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (cli->workspace));
  const SlSettings *settings = sl_data_settings (sl_workspace_data (cli->workspace));
  g_autofree char *version = settings != NULL ? g_strdup_printf ("%d", settings->version) : NULL;

  if (programme == NULL)
    return;
  add_pair (table, "Name", programme->name);
  add_pair (table, "Code", programme->code);
  add_pair (table, "Identity", programme->identity);
  add_pair (table, "Currency", programme->currency);
  add_pair (table, "Sample", programme->sample ? "yes" : "no");
  add_pair (table, "Settings version", version != NULL ? version : "none");
}

static gboolean
is_fixed (SlCli *cli)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (cli->workspace));

  return programme != NULL && programme->fixed_as_of == sl_workspace_as_of (cli->workspace);
}

static void
print_text (SlCli *cli)
{
  g_autoptr (SlCliTable) table = sl_cli_table_new (2);
  const SlHead *head = sl_workspace_head (cli->workspace);
  char iso[11], hash[65];
  g_autofree char *day = g_strconcat (sl_date_to_iso (sl_workspace_as_of (cli->workspace), iso),
                                      is_fixed (cli) ? " (fixed)" : NULL, NULL);
  g_autofree char *seq
      = g_strdup_printf ("%" G_GINT64_FORMAT " %s", head->seq, head->seq == 1 ? "change-set" : "change-sets");
  g_autofree char *size
      = g_strdup_printf ("%" G_GINT64_FORMAT " bytes", sl_store_size (sl_workspace_store (cli->workspace)));

  add_programme (cli, table);
  add_pair (table, "As of", day);
  add_pair (table, "History", seq);
  add_pair (table, "Head", sl_hash_to_hex (&head->hash, hash));
  add_pair (table, "Size", size);
  for (guint i = 0; i < sl_kind_count (); i++)
    {
      const SlKind *kind = sl_kind_get ((int) i);
      guint n = sl_data_count (sl_workspace_data (cli->workspace), kind->id);
      g_autofree char *count = g_strdup_printf ("%u", n);

      if (n == 0 || kind->flags & SL_KIND_SINGLE)
        continue;
      add_pair (table, kind->plural, count);
    }
  sl_cli_table_print (table, cli);
}

static void
add_key (GString *json, const char *key)
{
  g_string_append (json, json->str[json->len - 1] == '{' ? "" : ", ");
  sl_cli_json_string (json, key);
  g_string_append (json, ": ");
}

static void
add_text (GString *json, const char *key, const char *text)
{
  add_key (json, key);
  sl_cli_json_string (json, text);
}

static void
add_head (GString *json, const SlHead *head)
{
  char hex[65];

  add_key (json, "head");
  g_string_append_printf (json, "{\"seq\": %" G_GINT64_FORMAT, head->seq);
  add_text (json, "hash", sl_hash_to_hex (&head->hash, hex));
  add_text (json, "digest", sl_hash_to_hex (&head->digest, hex));
  g_string_append_c (json, '}');
}

static void
add_counts (GString *json, const SlData *data)
{
  add_key (json, "counts");
  g_string_append_c (json, '{');
  for (guint i = 0; i < sl_kind_count (); i++)
    {
      add_key (json, sl_kind_get ((int) i)->token);
      g_string_append_printf (json, "%u", sl_data_count (data, (int) i));
    }
  g_string_append_c (json, '}');
}

void
sl_cli_json_info (GString *json, SlCli *cli)
{
  const SlData *data = sl_workspace_data (cli->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  const SlSettings *settings = sl_data_settings (data);
  g_autofree char *file = g_filename_display_name (cli->args[0]);
  char iso[11];

  g_string_append_c (json, '{');
  add_text (json, "file", file);
  add_text (json, "code", programme != NULL ? programme->code : NULL);
  add_text (json, "name", programme != NULL ? programme->name : NULL);
  add_text (json, "identity", programme != NULL ? programme->identity : NULL);
  add_text (json, "currency", programme != NULL ? programme->currency : NULL);
  add_key (json, "sample");
  g_string_append (json, programme != NULL && programme->sample ? "true" : "false");
  add_text (json, "as_of", sl_date_to_iso (sl_workspace_as_of (cli->workspace), iso));
  add_key (json, "as_of_fixed");
  g_string_append (json, is_fixed (cli) ? "true" : "false");
  add_key (json, "settings_version");
  if (settings != NULL)
    g_string_append_printf (json, "%d", settings->version);
  else
    g_string_append (json, "null");
  add_key (json, "size");
  g_string_append_printf (json, "%" G_GINT64_FORMAT, sl_store_size (sl_workspace_store (cli->workspace)));
  add_head (json, sl_workspace_head (cli->workspace));
  add_counts (json, data);
  g_string_append_c (json, '}');
}

gboolean
sl_cli_run_info (SlCli *cli, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);

  if (!sl_cli_open (cli, SL_OPEN_READ, error))
    return FALSE;
  if (!SL_CLI_HAS (cli, JSON))
    {
      print_text (cli);
      return TRUE;
    }
  sl_cli_json_info (json, cli);
  sl_cli_print (cli, "%s\n", json->str);
  return TRUE;
}
