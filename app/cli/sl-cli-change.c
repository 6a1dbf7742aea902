/* Change-sets for people and for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"

#include <string.h>

/* --- Names -------------------------------------------------------------------------------------------------------- */

struct _SlCliNames
{
  const SlData *data;
  SlUidMap *deleted; /* uid -> SlRecord, as it last was */
};

SlCliNames *
sl_cli_names_new (SlCli *cli)
{
  SlCliNames *self = g_new0 (SlCliNames, 1);

  self->data = sl_workspace_data (cli->workspace);
  self->deleted = sl_uid_map_new ((GDestroyNotify) sl_record_unref);
  return self;
}

void
sl_cli_names_free (SlCliNames *self)
{
  sl_uid_map_free (self->deleted);
  g_free (self);
}

void
sl_cli_names_learn (SlCliNames *self, const SlChangeSet *change_set)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];

      if (change->after == NULL && sl_uid_map_get (self->deleted, change->uid) == NULL)
        sl_uid_map_set (self->deleted, change->uid, sl_record_ref (change->before));
    }
}

static const SlRecord *
find_record (const SlCliNames *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (self->data, uid);

  return record != NULL ? record : sl_uid_map_get (self->deleted, uid);
}

static const char *
code_of (const SlCliNames *self, SlUid uid)
{
  const SlRecord *record = find_record (self, uid);

  return record != NULL ? sl_record_code (record) : NULL;
}

/* The record that owns the one of @uid, or NULL. */
static const SlRecord *
find_parent (const SlCliNames *self, SlUid uid)
{
  const SlRecord *record = find_record (self, uid);
  SlValue parent;

  if (record == NULL || sl_record_kind (record)->parent < 0)
    return NULL;
  sl_record_get (record, (guint) sl_record_kind (record)->parent, &parent);
  return parent.is_null ? NULL : find_record (self, parent.i);
}

/* "R-005", or "R-005 risk_review" for what has no code of its own. */
static char *
dup_name (const SlCliNames *self, const SlChange *change)
{
  const char *code = code_of (self, change->uid);
  const char *token = sl_kind_get (change->kind)->token;
  const SlRecord *parent = find_parent (self, change->uid);

  if (code != NULL)
    return g_strdup (code);
  code = parent != NULL ? sl_record_code (parent) : NULL;
  return code != NULL ? g_strdup_printf ("%s %s", code, token) : g_strdup (token);
}

gboolean
sl_cli_names_about (const SlCliNames *self, const SlChange *change, const char *code)
{
  const SlRecord *record = find_record (self, change->uid);

  for (; record != NULL; record = find_parent (self, record->uid))
    if (g_strcmp0 (sl_record_code (record), code) == 0)
      return TRUE;
  return FALSE;
}

/* Storage form; references also to what is deleted by now. */
static char *
dup_value (const SlCliNames *self, const SlField *field, const SlValue *value)
{
  if (field->type == SL_TYPE_REF && !value->is_null)
    return g_strdup (code_of (self, value->i));
  return sl_data_dup_text (self->data, field, value);
}

char *
sl_cli_dup_actor (const SlCliNames *names, const SlChangeSet *change_set)
{
  const SlRecord *person = find_record (names, change_set->actor);
  const char *title = person != NULL ? sl_record_title (person) : NULL;

  if (person == NULL)
    return g_strdup ("not stated");
  return g_strconcat (sl_record_code (person), title != NULL ? " " : NULL, title, NULL);
}

/* --- For people --------------------------------------------------------------------------------------------------- */

/* What is printed for a value: text in one line, "(none)" for an absent one. */
static char *
dup_shown (const SlCliNames *names, const SlField *field, const SlRecord *record, guint number)
{
  g_autofree char *text = NULL;
  SlValue value;

  sl_record_get (record, number, &value);
  if (value.is_null)
    return g_strdup ("(none)");
  text = dup_value (names, field, &value);
  return sl_text_for_terminal (text);
}

static void
print_edit (SlCli *cli, const SlCliNames *names, const SlChange *change, const char *name, const char *indent)
{
  const SlKind *kind = sl_kind_get (change->kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (change->mask & SL_MASK (i))
      {
        g_autofree char *before = dup_shown (names, &kind->fields[i], change->before, i);
        g_autofree char *after = dup_shown (names, &kind->fields[i], change->after, i);

        sl_cli_print (cli, "%s%s: %s: %s → %s\n", indent, name, kind->fields[i].name, before, after);
      }
}

void
sl_cli_print_changes (SlCli *cli, const SlCliNames *names, const SlChangeSet *change_set, const char *indent)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      g_autofree char *name = dup_name (names, change);
      const SlRecord *record = change->after != NULL ? change->after : change->before;
      g_autofree char *title = NULL;

      if (change->before != NULL && change->after != NULL)
        {
          print_edit (cli, names, change, name, indent);
          continue;
        }
      if (sl_kind_get (change->kind)->title >= 0)
        title = sl_text_for_terminal (sl_record_title (record));
      sl_cli_print (cli, "%s%s %s%s%s\n", indent, name, change->before == NULL ? "added" : "deleted",
                    title != NULL ? ": " : "", title != NULL ? title : "");
    }
}

/* --- For programs ------------------------------------------------------------------------------------------------- */

static void
json_side (GString *json, const SlCliNames *names, const SlField *field, const SlRecord *record, guint number)
{
  g_autofree char *code = NULL;
  SlValue value = SL_VALUE_NULL (field->type);

  if (record != NULL)
    sl_record_get (record, number, &value);
  if (field->type == SL_TYPE_REF && !value.is_null)
    {
      code = dup_value (names, field, &value);
      sl_cli_json_string (json, code);
      return;
    }
  sl_cli_json_value (json, names->data, field, &value);
}

static void
json_change (GString *json, const SlCliNames *names, const SlChange *change)
{
  const SlKind *kind = sl_kind_get (change->kind);
  const SlRecord *parent = find_parent (names, change->uid);
  guint n = 0;

  g_string_append_printf (json, "{\"op\": \"%s\", \"kind\": \"%s\", \"code\": ",
                          change->before == NULL ? "create" : change->after == NULL ? "delete" : "edit", kind->token);
  sl_cli_json_string (json, code_of (names, change->uid));
  g_string_append (json, ", \"under\": ");
  sl_cli_json_string (json, parent != NULL ? sl_record_code (parent) : NULL);
  g_string_append (json, ", \"fields\": {");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[i];

      if (!(change->mask & SL_MASK (i)))
        continue;
      g_string_append_printf (json, "%s\"%s\": {\"old\": ", n++ > 0 ? ", " : "", field->name);
      json_side (json, names, field, change->before, i);
      g_string_append (json, ", \"new\": ");
      json_side (json, names, field, change->after, i);
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
sl_cli_json_change_set (GString *json, const SlCliNames *names, const SlChangeSet *change_set)
{
  g_autofree char *time = dup_time (change_set);
  char hex[65];

  g_string_append_printf (json, "{\"seq\": %" G_GINT64_FORMAT ", \"id\": ", change_set->seq);
  sl_cli_json_string (json, change_set->id);
  g_string_append_printf (json, ", \"at\": \"%s\", \"actor\": ", time);
  sl_cli_json_string (json, code_of (names, change_set->actor));
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
      json_change (json, names, &change_set->changes[i]);
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
  g_autoptr (SlCliNames) names = NULL;
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
  names = sl_cli_names_new (cli);
  sl_cli_names_learn (names, change_set);
  if (!SL_CLI_HAS (cli, JSON))
    {
      if (change_set->undo_of != 0)
        sl_cli_print (cli, "Took back change %" G_GINT64_FORMAT ":\n", change_set->undo_of);
      sl_cli_print_changes (cli, names, change_set, change_set->undo_of != 0 ? "  " : "");
      return TRUE;
    }
  json = g_string_new (NULL);
  sl_cli_json_change_set (json, names, change_set);
  sl_cli_print (cli, "%s\n", json->str);
  return TRUE;
}
