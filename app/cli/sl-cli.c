/* Running a command: languages, opening, errors, exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli.h"
#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-handle.h"
#include "resources/sl-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define INTERNAL 70

/* Set by a critical message: something that must not be. */
static gboolean internal_fault;

/* Nobody at a terminal is helped by a library's warning. Fatal ones (tests run so) still speak. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR))
    return g_log_writer_default (level, fields, n_fields, data);
  if (level & G_LOG_LEVEL_CRITICAL)
    internal_fault = TRUE;
  return G_LOG_WRITER_HANDLED;
}

/* Only messages follow the person's language: what is read and printed never does. */
static void
set_up_language (void)
{
  const char *folder = g_getenv ("SIGHTLINE_LOCALE_DIR");

  setlocale (LC_MESSAGES, "");
  setlocale (LC_CTYPE, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
complain_line (const SlCli *cli, const char *line, gboolean usage)
{
  g_autofree char *safe = sl_text_for_terminal (line);
  g_autofree char *file = NULL;

  if (!usage && cli->subject != NULL)
    file = sl_text_for_terminal (cli->subject);
  fprintf (stderr, "%s: %s%s%s\n", SL_CLI_PROGRAM, file != NULL ? file : "", file != NULL ? ": " : "", safe);
}

/* Messages of the store begin with the whole path; ours do with the name as it was given, and once is enough. */
static char *
without_path (const SlCli *cli, const char *text)
{
  g_autofree char *whole = cli->subject != NULL ? g_canonicalize_filename (cli->subject, NULL) : NULL;
  g_autofree char *path = whole != NULL ? g_filename_display_name (whole) : NULL;
  g_autofree char *safe = NULL;
  GString *rest;

  if (path == NULL)
    return g_strdup (text);
  if (g_str_has_prefix (text, path) && (text[strlen (path)] == ' ' || text[strlen (path)] == ':'))
    text += strlen (path) + strspn (text + strlen (path), ": ");
  /* A path may hold line ends, which are no ends of a message. */
  rest = g_string_new (text);
  safe = sl_text_for_terminal (path);
  g_string_replace (rest, path, safe, 0);
  return g_string_free (rest, FALSE);
}

static void
complain_lines (const SlCli *cli, const char *text, gboolean usage)
{
  g_autofree char *rest = without_path (cli, text);
  g_auto (GStrv) lines = g_strsplit (rest, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      complain_line (cli, lines[i], usage);
}

static void
complain (const SlCli *cli, const GError *error)
{
  complain_lines (cli, error->message, sl_error_exit_status (error) == 2);
}

void
sl_cli_print (SlCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, cli->out);
}

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static gboolean
take_as_of (SlCli *cli, GError **error)
{
  const char *text = cli->values[SL_CLI_AS_OF];
  SlDate day = sl_date_from_iso (text);

  if (text == NULL)
    return TRUE;
  if (day == SL_DATE_NONE)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("--as-of: “%s” is not a day; write it as 2026-07-31"), text);
      return FALSE;
    }
  sl_workspace_set_as_of (cli->workspace, day);
  return TRUE;
}

gboolean
sl_cli_find_actor (SlCli *cli, const SlData *data, SlUid *person, GError **error)
{
  static const SlField field = { .name = "acting_as", .label = "", .type = SL_TYPE_REF, .ref = SL_KIND_PERSON };
  const char *text = cli->values[SL_CLI_ACTING_AS];
  g_autofree char *owned = NULL;
  SlValue value;

  *person = SL_UID_NONE;
  if (text == NULL)
    return TRUE;
  if (!sl_data_parse (data, &field, text, SL_DATE_NONE, &value, &owned, error))
    {
      g_prefix_error (error, "--acting-as: ");
      return FALSE;
    }
  *person = value.is_null ? SL_UID_NONE : value.i;
  return TRUE;
}

static gboolean
take_actor (SlCli *cli, GError **error)
{
  SlUid person;

  return sl_cli_find_actor (cli, sl_workspace_data (cli->workspace), &person, error)
         && sl_workspace_set_actor (cli->workspace, person, error);
}

/* How the file was opened, where that was out of the ordinary (a recovered journal, a private copy). */
static void
tell_note (SlCli *cli, SlStore *store)
{
  g_autofree char *note = sl_place_dup_note (store);

  if (note != NULL)
    complain_lines (cli, note, FALSE);
}

SlWorkspace *
sl_cli_open_file (SlCli *cli, const char *path, SlOpenMode mode, GError **error)
{
  g_autoptr (SlStore) store = sl_place_open (path, mode, error);
  g_autoptr (SlWorkspace) workspace = NULL;

  if (store == NULL)
    return NULL;
  workspace = sl_workspace_new (store);
  if (!sl_workspace_open (workspace, NULL, error))
    return NULL;
  tell_note (cli, store);
  return g_steal_pointer (&workspace);
}

gboolean
sl_cli_open (SlCli *cli, SlOpenMode mode, GError **error)
{
  /* What can be known to be wrong is said before the file is touched. */
  if (SL_CLI_HAS (cli, AS_OF) && sl_date_from_iso (cli->values[SL_CLI_AS_OF]) == SL_DATE_NONE)
    return take_as_of (cli, error);
  cli->workspace = sl_cli_open_file (cli, cli->args[0], mode, error);
  if (cli->workspace == NULL)
    return FALSE;
  cli->seq = sl_workspace_head (cli->workspace)->seq;
  return take_as_of (cli, error) && take_actor (cli, error);
}

GInputStream *
sl_cli_open_document (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  g_autofree char *name = g_filename_display_name (path);
  struct stat info;

  if (fd >= 0 && fstat (fd, &info) == 0 && !S_ISDIR (info.st_mode))
    return g_unix_input_stream_new (fd, TRUE);
  g_set_error (error, SL_ERROR, SL_ERROR_IO, "%s: %s", name, g_strerror (fd >= 0 ? EISDIR : errno));
  if (fd >= 0)
    close (fd);
  return NULL;
}

const SlRecord *
sl_cli_find (SlCli *cli, const char *code, GError **error)
{
  const SlRecord *record = sl_data_by_handle (sl_workspace_data (cli->workspace), code);

  if (record == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("there is no record with the code “%s”"), code);
  return record;
}

const SlKind *
sl_cli_find_kind (const char *name, GError **error)
{
  const SlKind *kind = sl_kind_by_token (name);
  g_autoptr (GString) all = NULL;

  if (kind != NULL)
    return kind;
  all = g_string_new (NULL);
  for (guint i = 0; i < sl_kind_count (); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", sl_kind_get ((int) i)->token);
  g_strdelimit (all->str, "_", '-');
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("there is no kind “%s”; the kinds are %s"), name, all->str);
  return NULL;
}

gboolean
sl_cli_assign (SlCli *cli, SlTx *tx, SlUid uid, const char *assignment, GError **error)
{
  const SlKind *kind = sl_record_kind (sl_data_lookup (sl_tx_data (tx), uid));
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = g_strndup (assignment, equals != NULL ? (gsize) (equals - assignment) : strlen (assignment));
  int field = sl_kind_find_field (kind, name);

  if (equals == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("“%s” is not of the form FIELD=VALUE"), assignment);
      return FALSE;
    }
  if (field < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_USAGE, _ ("a record of the kind %s has no field “%s”"), kind->token, name);
      return FALSE;
    }
  if (sl_tx_set_text (tx, uid, (guint) field, equals + 1, sl_workspace_default_as_of (cli->workspace), error))
    return TRUE;
  g_prefix_error (error, "%s: ", kind->fields[field].name);
  return FALSE;
}

/* --- The whole run ------------------------------------------------------------------------------------------------ */

static void
answer_about_itself (SlCli *cli)
{
  if (SL_CLI_HAS (cli, HELP))
    {
      g_autofree char *help = sl_cli_dup_help (cli->command);

      fputs (help, cli->out);
    }
  else
    sl_cli_print (cli, "%s %s\n", SL_CLI_PROGRAM, SL_VERSION);
}

static gboolean
run (SlCli *cli, int argc, char **argv, GError **error)
{
  if (!sl_cli_parse (cli, argc, argv, error))
    return FALSE;
  if (SL_CLI_HAS (cli, HELP) || SL_CLI_HAS (cli, VERSION))
    answer_about_itself (cli);
  else if (!cli->command->run (cli, error))
    return FALSE;
  return TRUE;
}

static gboolean
write_answer (const char *answer, gsize n, GError **error)
{
  if (fwrite (answer, 1, n, stdout) == n && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the answer cannot be written: %s"), g_strerror (errno));
  return FALSE;
}

/* Whether this run has written a change: it stands, whatever fails after it. */
static gboolean
has_changed (const SlCli *cli)
{
  return cli->workspace != NULL && sl_workspace_head (cli->workspace)->seq != cli->seq;
}

/* Runs, then answers: all of it or nothing. */
static void
run_and_answer (SlCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  size_t n = 0;
  gboolean done;

  cli->out = open_memstream (&answer, &n);
  if (cli->out == NULL)
    g_error ("no memory for the answer");
  done = run (cli, argc, argv, &error);
  if (fclose (cli->out) != 0)
    g_error ("no memory for the answer");
  if (!done || !write_answer (answer, n, &error))
    {
      complain (cli, error);
      cli->status = has_changed (cli) ? 0 : sl_error_exit_status (error);
    }
  free (answer);
}

gboolean
sl_cli_is_elsewhere (int argc, char **argv)
{
  SlCli cli = { .command = NULL };
  g_autofree const char **args = g_new0 (const char *, MAX (argc, 1));

  cli.args = args;
  return sl_cli_parse (&cli, argc, argv, NULL) && !SL_CLI_HAS (&cli, HELP) && !SL_CLI_HAS (&cli, VERSION)
         && cli.command->run == NULL;
}

int
sl_cli_main (int argc, char **argv)
{
  SlCli cli = { .command = NULL };
  g_autofree const char **args = g_new0 (const char *, MAX (argc, 1));

  g_log_set_writer_func (write_log, NULL, NULL);
  set_up_language ();
  sl_resources_init ();
  cli.args = args;
  /* The build asks for it; nobody else needs to know. */
  if (argc == 2 && strcmp (argv[1], "--completion") == 0)
    {
      g_autofree char *script = sl_cli_dup_completion ();

      fputs (script, stdout);
      return fflush (stdout) == 0 ? 0 : 6;
    }
  run_and_answer (&cli, argc, argv);
  g_clear_object (&cli.workspace);
  if (internal_fault && cli.status < 2)
    {
      complain_line (&cli, _ ("an internal check failed; please report it"), FALSE);
      cli.status = INTERNAL;
    }
  return cli.status;
}
