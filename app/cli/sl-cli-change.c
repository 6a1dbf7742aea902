/* Change-sets for people and for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"
#include "model/sl-change-line.h"
#include "model/sl-history-data.h"

#include <string.h>

/* --- Who ---------------------------------------------------------------------------------------------------------- */

static const char *
code_of (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  return record != NULL ? sl_record_code (record) : NULL;
}

char *
sl_cli_dup_actor (const SlData *data, const SlChangeSet *change_set)
{
  const SlRecord *person = sl_data_lookup (data, change_set->actor);
  const char *title = person != NULL ? sl_record_title (person) : NULL;

  if (person == NULL)
    return g_strdup ("not stated");
  return g_strconcat (sl_record_code (person), title != NULL ? " " : NULL, title, NULL);
}

/* --- For people --------------------------------------------------------------------------------------------------- */

/* What is printed for a value: text in one line, "(none)" for an absent one. */
static char *
dup_shown (const SlData *data, const SlChangeLine *line, gboolean after)
{
  g_autofree char *text = NULL;
  SlValue value;

  sl_change_line_get (line, after, &value);
  if (value.is_null)
    return g_strdup ("(none)");
  text = sl_data_dup_text (data, sl_change_line_field (line), &value);
  return sl_text_for_terminal (text);
}

static void
print_line (SlCli *cli, const SlData *data, const SlChangeLine *line, const char *indent)
{
  const SlChange *change = line->change;
  const SlField *field = sl_change_line_field (line);
  g_autofree char *name = sl_change_dup_name (change, data, FALSE);
  g_autofree char *before = field != NULL ? dup_shown (data, line, FALSE) : NULL;
  g_autofree char *after = field != NULL ? dup_shown (data, line, TRUE) : NULL;
  g_autofree char *title = NULL;

  if (field != NULL)
    {
      sl_cli_print (cli, "%s%s: %s: %s → %s\n", indent, name, field->name, before, after);
      return;
    }
  if (sl_kind_get (change->kind)->title >= 0)
    title = sl_text_for_terminal (sl_record_title (change->after != NULL ? change->after : change->before));
  sl_cli_print (cli, "%s%s %s%s%s\n", indent, name, change->before == NULL ? "added" : "deleted",
                title != NULL ? ": " : "", title != NULL ? title : "");
}

void
sl_cli_print_changes (SlCli *cli, const SlData *data, const SlChangeSet *change_set, const char *indent)
{
  g_autoptr (GArray) lines = sl_change_set_lines (change_set, FALSE);

  for (guint i = 0; i < lines->len; i++)
    print_line (cli, data, &g_array_index (lines, SlChangeLine, i), indent);
}

/* --- For programs ------------------------------------------------------------------------------------------------- */

/* A reference to what has no code cannot be named: null. */
static void
json_side (GString *json, const SlData *data, const SlChangeLine *line, gboolean after)
{
  SlValue value;

  sl_change_line_get (line, after, &value);
  if (value.type == SL_TYPE_REF && !value.is_null)
    sl_cli_json_string (json, code_of (data, value.i));
  else
    sl_cli_json_value (json, data, sl_change_line_field (line), &value);
}

static void
json_change (GString *json, const SlData *data, const SlChange *change)
{
  const SlKind *kind = sl_kind_get (change->kind);
  SlUid uids[SL_SUBJECTS_MAX];
  guint n_subjects = sl_change_subjects (change, data, uids), n = 0;

  g_string_append_printf (json, "{\"op\": \"%s\", \"kind\": \"%s\", \"code\": ",
                          change->before == NULL ? "create" : change->after == NULL ? "delete" : "edit", kind->token);
  sl_cli_json_string (json, code_of (data, change->uid));
  g_string_append (json, ", \"under\": ");
  sl_cli_json_string (json, n_subjects > 1 ? code_of (data, uids[1]) : NULL);
  g_string_append (json, ", \"fields\": {");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      SlChangeLine line = { change, (int) i };

      if (!(change->mask & SL_MASK (i)))
        continue;
      g_string_append_printf (json, "%s\"%s\": {\"old\": ", n++ > 0 ? ", " : "", kind->fields[i].name);
      json_side (json, data, &line, FALSE);
      g_string_append (json, ", \"new\": ");
      json_side (json, data, &line, TRUE);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "}}");
}

static char *
dup_time (const SlChangeSet *change_set)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (change_set->at / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

void
sl_cli_json_change_set (GString *json, const SlData *data, const SlChangeSet *change_set)
{
  g_autofree char *time = dup_time (change_set);
  char hex[65];

  g_string_append_printf (json, "{\"seq\": %" G_GINT64_FORMAT ", \"id\": ", change_set->seq);
  sl_cli_json_string (json, change_set->id);
  g_string_append_printf (json, ", \"at\": \"%s\", \"actor\": ", time);
  sl_cli_json_string (json, code_of (data, change_set->actor));
  g_string_append_printf (json, ", \"verb\": \"%s\", \"reason\": ", sl_enum_token (&sl_verb_enum, change_set->verb));
  sl_cli_json_string (json, change_set->reason);
  if (change_set->undo_of != 0)
    g_string_append_printf (json, ", \"undo_of\": %" G_GINT64_FORMAT, change_set->undo_of);
  else
    g_string_append (json, ", \"undo_of\": null");
  g_string_append_printf (json, ", \"hash\": \"%s\", \"changes\": [", sl_hash_to_hex (&change_set->hash, hex));
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      json_change (json, data, &change_set->changes[i]);
    }
  g_string_append (json, "]}");
}

/* --- After a commit ----------------------------------------------------------------------------------------------- */

static gboolean
take_first (SlChangeSet *change_set, gpointer data)
{
  *(SlChangeSet **) data = sl_change_set_ref (change_set);
  return FALSE;
}

SlChangeSet *
sl_cli_read_change_set (SlCli *cli, gint64 seq, GError **error)
{
  SlChangeSet *change_set = NULL;

  return sl_store_read_back (sl_workspace_store (cli->workspace), seq, take_first, &change_set, error) ? change_set
                                                                                                       : NULL;
}

gboolean
sl_cli_confirm (SlCli *cli, gint64 seq_before, GError **error)
{
  gint64 seq = sl_workspace_head (cli->workspace)->seq;
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (SlHistoryData) data = NULL;
  g_autoptr (GString) json = NULL;

  if (SL_CLI_HAS (cli, QUIET) && !SL_CLI_HAS (cli, JSON))
    return TRUE;
  if (seq == seq_before)
    {
      sl_cli_print (cli, "%s\n", SL_CLI_HAS (cli, JSON) ? "null" : "Nothing to change");
      return TRUE;
    }
  change_set = sl_cli_read_change_set (cli, seq, error);
  if (change_set == NULL)
    return FALSE;
  data = sl_history_data_new (sl_workspace_data (cli->workspace));
  sl_history_data_learn (data, change_set);
  if (!SL_CLI_HAS (cli, JSON))
    {
      if (change_set->undo_of != 0)
        sl_cli_print (cli, "Took back change %" G_GINT64_FORMAT ":\n", change_set->undo_of);
      sl_cli_print_changes (cli, sl_history_data (data), change_set, change_set->undo_of != 0 ? "  " : "");
      return TRUE;
    }
  json = g_string_new (NULL);
  sl_cli_json_change_set (json, sl_history_data (data), change_set);
  sl_cli_print (cli, "%s\n", json->str);
  return TRUE;
}
