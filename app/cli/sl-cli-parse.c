/* Arguments to options and operands, by the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean G_GNUC_PRINTF (2, 3)
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (SL_ERROR, SL_ERROR_USAGE, format, args));
  va_end (args);
  return FALSE;
}

/* @text: "--name", "--name=value" or "-o", as every tool that writes a file has it. */
static int
find_option (const char *text)
{
  gsize length;

  if (strcmp (text, "-o") == 0)
    return SL_CLI_OUTPUT;
  length = strcspn (text + 2, "=");
  for (int i = 0; i < SL_CLI_N_OPTIONS; i++)
    if (strlen (sl_cli_options[i].name) == length && strncmp (sl_cli_options[i].name, text + 2, length) == 0)
      return i;
  return -1;
}

/* Takes the option at argv[*at], and its argument. */
static gboolean
take_option (SlCli *cli, int argc, char **argv, int *at, GError **error)
{
  const char *text = argv[*at];
  const char *equals = strchr (text, '=');
  int id = find_option (text);

  if (id < 0)
    return fail (error, _ ("there is no option %s"), text);
  if (cli->values[id] != NULL)
    return fail (error, _ ("the option --%s is given twice"), sl_cli_options[id].name);
  if (sl_cli_options[id].argument == NULL)
    {
      if (equals != NULL)
        return fail (error, _ ("the option --%s takes no value"), sl_cli_options[id].name);
      cli->values[id] = "";
      return TRUE;
    }
  if (equals == NULL && *at + 1 >= argc)
    return fail (error, _ ("the option --%s needs a value (%s)"), sl_cli_options[id].name, sl_cli_options[id].argument);
  cli->values[id] = equals != NULL ? equals + 1 : argv[++*at];
  if (id != SL_CLI_OUTPUT && !g_utf8_validate (cli->values[id], -1, NULL))
    return fail (error, _ ("the value of --%s is not UTF-8"), sl_cli_options[id].name);
  return TRUE;
}

/* Whether argv[*at], or it and the next, are @name; then *at is moved to the last. */
static gboolean
is_command (const char *name, int argc, char **argv, int *at)
{
  gsize first = strcspn (name, " ");

  if (strlen (argv[*at]) != first || strncmp (argv[*at], name, first) != 0)
    return FALSE;
  if (name[first] == '\0')
    return TRUE;
  if (*at + 1 >= argc || strcmp (argv[*at + 1], name + first + 1) != 0)
    return FALSE;
  ++*at;
  return TRUE;
}

static gboolean
take_command (SlCli *cli, int argc, char **argv, int *at, GError **error)
{
  const char *name = argv[*at];

  for (guint i = 0; i < sl_cli_n_commands; i++)
    if (is_command (sl_cli_commands[i].name, argc, argv, at))
      {
        cli->command = &sl_cli_commands[i];
        return TRUE;
      }
  return fail (error, _ ("there is no command “%s”; see %s --help"), name, SL_CLI_PROGRAM);
}

static gboolean
check_options (SlCli *cli, GError **error)
{
  if (cli->command == NULL)
    {
      if (SL_CLI_HAS (cli, HELP) || SL_CLI_HAS (cli, VERSION))
        return TRUE;
      return fail (error, _ ("a command is missing; see %s --help"), SL_CLI_PROGRAM);
    }
  for (int i = 0; i < SL_CLI_N_OPTIONS; i++)
    if (cli->values[i] != NULL && !(cli->command->options >> i & 1) && i != SL_CLI_VERSION)
      return fail (error, _ ("“%s” takes no option --%s; see %s %s --help"), cli->command->name, sl_cli_options[i].name,
                   SL_CLI_PROGRAM, cli->command->name);
  return TRUE;
}

static gboolean
check_operands (SlCli *cli, GError **error)
{
  if (cli->command == NULL || SL_CLI_HAS (cli, HELP) || SL_CLI_HAS (cli, VERSION))
    return TRUE;
  if (cli->n_args < cli->command->min_args || cli->n_args > cli->command->max_args)
    return fail (error, cli->n_args < cli->command->min_args ? _ ("too few arguments; it is %s %s %s")
                                                             : _ ("too many arguments; it is %s %s %s"),
                 SL_CLI_PROGRAM, cli->command->name, cli->command->arguments);
  /* A file's name may be any bytes; all else is text. */
  for (guint i = 1 + cli->command->more_files; i < cli->n_args; i++)
    if (!g_utf8_validate (cli->args[i], -1, NULL))
      return fail (error, _ ("argument %u is not UTF-8"), i + 1);
  for (guint i = 0; i < MIN (cli->n_args, 1 + cli->command->more_files); i++)
    if (*cli->args[i] == '\0')
      return fail (error, _ ("the file's name is empty"));
  cli->subject = cli->n_args > 0 ? cli->args[0] : NULL;
  return TRUE;
}

gboolean
sl_cli_parse (SlCli *cli, int argc, char **argv, GError **error)
{
  gboolean options_end = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (!options_end && strcmp (argv[i], "--") == 0)
        options_end = TRUE;
      else if (!options_end && (g_str_has_prefix (argv[i], "--") || strcmp (argv[i], "-o") == 0))
        {
          if (!take_option (cli, argc, argv, &i, error))
            return FALSE;
        }
      else if (!options_end && argv[i][0] == '-' && argv[i][1] != '\0')
        return fail (error, _ ("there is no option %s"), argv[i]);
      else if (cli->command == NULL)
        {
          if (!take_command (cli, argc, argv, &i, error))
            return FALSE;
        }
      else
        cli->args[cli->n_args++] = argv[i];
    }
  return check_options (cli, error) && check_operands (cli, error);
}
