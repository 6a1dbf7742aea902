/* diff A B, diff FILE --from ...: what differs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-compare.h"
#include "exchange/sl-programme-xml-read.h"

#include <glib/gi18n-lib.h>

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* One operand: a file, or what was read of a document. */
typedef struct
{
  SlWorkspace *workspace;
  SlProgramme *nothing;
  SlTx *document;
  const SlData *data;
} Side;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->document, sl_tx_free);
  g_clear_object (&self->nothing);
  g_clear_object (&self->workspace);
}

static gboolean
read_document (Side *self, SlCli *cli, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GInputStream) stream = NULL;

  /* What is wrong with it is said with its name and line. */
  cli->subject = NULL;
  stream = sl_cli_open_document (path, error);
  self->nothing = sl_programme_new ();
  self->document = sl_tx_new (sl_programme_data (self->nothing), SL_VERB_LOAD);
  self->data = sl_tx_data (self->document);
  return stream != NULL && sl_programme_xml_read (self->document, stream, name, NULL, NULL, error);
}

static gboolean
open_side (Side *self, SlCli *cli, const char *path, GError **error)
{
  if (g_str_has_suffix (path, ".xml"))
    return read_document (self, cli, path, error);
  cli->subject = path;
  self->workspace = sl_cli_open_file (cli, path, SL_OPEN_READ, error);
  self->data = self->workspace != NULL ? sl_workspace_data (self->workspace) : NULL;
  return self->workspace != NULL;
}

/* A copy of the same file holds the same records, whatever became of their codes. */
static gboolean
are_copies (const SlData *one, const SlData *other)
{
  const SlProgrammeInfo *first = sl_data_programme (one), *second = sl_data_programme (other);

  return first != NULL && second != NULL && first->record.uid == second->record.uid
         && g_strcmp0 (first->identity, second->identity) == 0;
}

static void
answer (SlCli *cli, const SlCliSides *sides, SlCompareBy by)
{
  g_autoptr (GPtrArray) differences = sl_compare (sides->data[0], sides->data[1], by);
  guint both, lone[2];

  cli->status = differences->len > 0;
  if (SL_CLI_HAS (cli, JSON))
    {
      g_autoptr (GString) json = g_string_new (NULL);

      sl_cli_json_differences (json, differences, sides);
      sl_cli_print (cli, "%s\n", json->str);
      return;
    }
  if (SL_CLI_HAS (cli, QUIET))
    return;
  sl_cli_print_differences (cli, differences, sides);
  sl_cli_count_differences (differences, &both, lone);
  if (differences->len == 0)
    sl_cli_print (cli, "No differences\n");
  else
    sl_cli_print (cli, "%u %s, %u %s, %u %s\n", both, both == 1 ? "record differs" : "records differ", lone[0],
                  sides->lone[0], lone[1], sides->lone[1]);
}

static gboolean
compare_files (SlCli *cli, GError **error)
{
  Side one = { NULL }, other = { NULL };
  gboolean opened = open_side (&one, cli, cli->args[0], error) && open_side (&other, cli, cli->args[1], error);

  if (opened)
    {
      g_autofree char *one_name = sl_text_for_terminal (cli->args[0]);
      g_autofree char *other_name = sl_text_for_terminal (cli->args[1]);
      g_autofree char *first = g_strconcat ("only in ", one_name, NULL);
      g_autofree char *second = g_strconcat ("only in ", other_name, NULL);
      SlCliSides sides = { { one.data, other.data }, { first, second } };

      answer (cli, &sides, are_copies (one.data, other.data) ? SL_COMPARE_BY_UID : SL_COMPARE_BY_CODE);
    }
  side_clear (&one);
  side_clear (&other);
  return opened;
}

/* --- Two times ----------------------------------------------------------------------------------------------------- */

gboolean
sl_cli_find_seq (SlCli *cli, SlCliOptionId option, gint64 *seq, GError **error)
{
  const char *text = cli->values[option];
  SlDate day = sl_date_from_iso (text);

  if (day != SL_DATE_NONE)
    return sl_workspace_seq_at (cli->workspace, ((gint64) day + 1) * DAY_MS - 1, seq, NULL, error);
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, seq, NULL))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
               _ ("--%s: “%s” is neither the number of a change, as history tells it, nor a day such as 2026-07-31"),
               sl_cli_options[option].name, text);
  return FALSE;
}

static gboolean
compare_times (SlCli *cli, GError **error)
{
  g_autoptr (SlProgramme) one = NULL;
  g_autoptr (SlProgramme) other = NULL;
  SlCliSides sides = { { NULL, NULL }, { "deleted", "added" } };
  gint64 from, to;

  if (!sl_cli_open (cli, SL_OPEN_READ, error) || !sl_cli_find_seq (cli, SL_CLI_FROM, &from, error)
      || (SL_CLI_HAS (cli, TO) && !sl_cli_find_seq (cli, SL_CLI_TO, &to, error)))
    return FALSE;
  one = sl_workspace_recorded (cli->workspace, from, NULL, error);
  if (one == NULL)
    return FALSE;
  if (SL_CLI_HAS (cli, TO))
    {
      other = sl_workspace_recorded (cli->workspace, to, NULL, error);
      if (other == NULL)
        return FALSE;
    }
  sides.data[0] = sl_programme_data (one);
  sides.data[1] = other != NULL ? sl_programme_data (other) : sl_workspace_data (cli->workspace);
  answer (cli, &sides, SL_COMPARE_BY_UID);
  return TRUE;
}

gboolean
sl_cli_run_diff (SlCli *cli, GError **error)
{
  if (SL_CLI_HAS (cli, FROM) ? cli->n_args == 1 : cli->n_args == 2 && !SL_CLI_HAS (cli, TO))
    return SL_CLI_HAS (cli, FROM) ? compare_times (cli, error) : compare_files (cli, error);
  g_set_error_literal (error, SL_ERROR, SL_ERROR_USAGE,
                       _ ("compare two files (diff A B), or two times of one (diff FILE --from SEQ|DATE [--to SEQ|DATE])"));
  return FALSE;
}
