/* Help and completion, written from the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "model/sl-kinds.h"

#include <string.h>

static void
add_options (GString *text, guint64 options)
{
  g_string_append (text, "\nOptions:\n");
  for (guint i = 0; i < SL_CLI_N_OPTIONS; i++)
    {
      const SlCliOption *option = &sl_cli_options[i];
      g_autofree char *left = NULL;

      if (!(options >> i & 1))
        continue;
      left = g_strconcat (i == SL_CLI_OUTPUT ? "-o, --" : "--", option->name, option->argument != NULL ? " " : "", option->argument, NULL);
      g_string_append_printf (text, "  %-26s %s\n", left, option->help);
    }
}

static void
add_kinds (GString *text)
{
  g_string_append (text, "\nKinds:");
  for (guint i = 0; i < sl_kind_count (); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (sl_kind_get ((int) i)->token), "_", '-');

      g_string_append_printf (text, " %s", name);
    }
  g_string_append (text, "\n");
}

static gboolean
takes_kind (const SlCliCommand *command)
{
  return strstr (command->arguments, "KIND") != NULL;
}

char *
sl_cli_dup_help (const SlCliCommand *command)
{
  GString *text = g_string_new (NULL);

  if (command == NULL)
    {
      g_string_append (text, "Usage: " SL_CLI_PROGRAM " COMMAND [OPTION...] FILE [ARGUMENT...]\n\n"
                             "Governs change programmes kept in Sightline files, without a display.\n\nCommands:\n");
      for (guint i = 0; i < sl_cli_n_commands; i++)
        g_string_append_printf (text, "  %-10s %s\n", sl_cli_commands[i].name, sl_cli_commands[i].help);
      add_options (text, SL_CLI_OPENING | SL_CLI_BIT (VERSION));
      g_string_append (
          text, "\nHelp on a command: " SL_CLI_PROGRAM " COMMAND --help\n"
                "Exit status: 0 done; 1 findings; 2 usage; 3 refused; 4 made by a newer version; 5 busy or\n"
                "changed by someone else; 6 cannot read or write; 7 tamper evidence; 8 over a limit; 70 internal.\n");
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text, "Usage: " SL_CLI_PROGRAM " %s [OPTION...] %s\n\n%s.\n", command->name,
                          command->arguments, command->help);
  if (command->details != NULL)
    g_string_append_printf (text, "%s\n", command->details);
  add_options (text, command->options);
  if (takes_kind (command))
    add_kinds (text);
  return g_string_free (text, FALSE);
}

/* --- Completion --------------------------------------------------------------------------------------------------- */

static void
add_words (GString *text, const SlCliCommand *command)
{
  for (guint i = 0; i < SL_CLI_N_OPTIONS; i++)
    if (command->options >> i & 1)
      g_string_append_printf (text, " --%s", sl_cli_options[i].name);
}

static void
add_fields (GString *text)
{
  g_string_append (text, "  case $1 in\n");
  for (guint i = 0; i < sl_kind_count (); i++)
    {
      const SlKind *kind = sl_kind_get ((int) i);
      g_autofree char *dashed = g_strdelimit (g_strdup (kind->token), "_", '-');

      g_string_append_printf (text, "    %s%s%s) echo \"", dashed, strchr (dashed, '-') != NULL ? "|" : "",
                              strchr (dashed, '-') != NULL ? kind->token : "");
      for (guint f = 0; f < kind->n_fields; f++)
        if (!(kind->fields[f].flags & (SL_FIELD_CODE | SL_FIELD_QUIET)))
          g_string_append_printf (text, "%s%s=", f > 0 ? " " : "", kind->fields[f].name);
      g_string_append (text, "\" ;;\n");
    }
  g_string_append (text, "  esac\n");
}

/* What has been written before the word: command, operands, kind. */
static void
add_scan (GString *text)
{
  g_string_append (text, "  local word=${COMP_WORDS[COMP_CWORD]} command= operands=0 kind= i\n"
                         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                         "    case ${COMP_WORDS[i]} in\n      ");
  for (guint i = 0, n = 0; i < SL_CLI_N_OPTIONS; i++)
    if (sl_cli_options[i].argument != NULL)
      g_string_append_printf (text, "%s--%s", n++ > 0 ? "|" : "", sl_cli_options[i].name);
  g_string_append (text, ") ((i++)) ;;\n"
                         "      -*) ;;\n"
                         "      *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}\n"
                         "         elif ((operands == 0)) && [[ '");
  for (guint i = 0; i < sl_cli_n_commands; i++)
    if (strchr (sl_cli_commands[i].name, ' ') != NULL)
      g_string_append_printf (text, "|%s", sl_cli_commands[i].name);
  g_string_append (text, "|' == *\"|$command ${COMP_WORDS[i]}|\"* ]]; then command+=\" ${COMP_WORDS[i]}\"; else\n"
                         "           ((operands++)); ((operands == 2)) && kind=${COMP_WORDS[i]}; fi ;;\n"
                         "    esac\n"
                         "  done\n");
}

/* Whether the first word of a command of two is a command, too. */
static gboolean
is_command_too (const char *name)
{
  gsize first = strcspn (name, " ");

  for (guint i = 0; i < sl_cli_n_commands && name[first] != '\0'; i++)
    if (strlen (sl_cli_commands[i].name) == first && strncmp (sl_cli_commands[i].name, name, first) == 0)
      return TRUE;
  return FALSE;
}

static void
add_commands (GString *text)
{
  g_string_append (text, "  case $command in\n"
                         "    '') COMPREPLY=($(compgen -W \"--help --version");
  for (guint i = 0; i < sl_cli_n_commands; i++)
    if (!is_command_too (sl_cli_commands[i].name))
      g_string_append_printf (text, " %.*s", (int) strcspn (sl_cli_commands[i].name, " "), sl_cli_commands[i].name);
  g_string_append (text, "\" -- \"$word\")); return ;;\n");
  for (guint i = 0; i < sl_cli_n_commands; i++)
    if (strchr (sl_cli_commands[i].name, ' ') != NULL)
      g_string_append_printf (text, "    %.*s) %sCOMPREPLY=($(compgen -W \"%s\" -- \"$word\")); %sreturn ;;\n",
                              (int) strcspn (sl_cli_commands[i].name, " "), sl_cli_commands[i].name,
                              is_command_too (sl_cli_commands[i].name) ? "[[ -n $word ]] && " : "",
                              strchr (sl_cli_commands[i].name, ' ') + 1,
                              is_command_too (sl_cli_commands[i].name) ? "((${#COMPREPLY[@]})) && " : "");
  g_string_append (text, "  esac\n  case $command in\n");
  for (guint i = 0; i < sl_cli_n_commands; i++)
    {
      g_string_append_printf (text, "    '%s') [[ $word == -* ]] && COMPREPLY=($(compgen -W \"", sl_cli_commands[i].name);
      add_words (text, &sl_cli_commands[i]);
      g_string_append (text, "\" -- \"$word\")) ;;\n");
    }
  g_string_append (text, "  esac\n");
}

/* First the file, then for some another one, or the kind and then its fields. */
static void
add_operands (GString *text)
{
  g_string_append (text, "  [[ $word == -* ]] && return\n"
                         "  if ((operands == 0)) || { ((operands == 1)) && [[ $command == import || $command == diff ]]; }; then\n"
                         "    compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))\n"
                         "  elif ((operands == 1)) && [[ $command == list || $command == add ]]; then\n"
                         "    COMPREPLY=($(compgen -W \"");
  for (guint i = 0; i < sl_kind_count (); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (sl_kind_get ((int) i)->token), "_", '-');

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", name);
    }
  g_string_append (text, "\" -- \"$word\"))\n"
                         "  elif ((operands >= 2)) && [[ $command == add ]]; then\n"
                         "    compopt -o nospace\n"
                         "    COMPREPLY=($(compgen -W \"$(_sightline_cli_fields \"$kind\")\" -- \"$word\"))\n"
                         "  fi\n");
}

char *
sl_cli_dup_completion (void)
{
  GString *text = g_string_new ("# Completion of " SL_CLI_PROGRAM
                                " for bash; written by the program from its own tables.\n"
                                "_sightline_cli_fields () {\n");

  add_fields (text);
  g_string_append (text, "}\n\n_sightline_cli () {\n  COMPREPLY=()\n");
  add_scan (text);
  add_commands (text);
  add_operands (text);
  g_string_append (text, "}\n\ncomplete -F _sightline_cli " SL_CLI_PROGRAM "\n");
  return g_string_free (text, FALSE);
}
