/* add FILE KIND: a new record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-error.h"
#include "exchange/sl-catalogue.h"
#include "model/sl-handle.h"

#include <glib/gi18n-lib.h>

static void
fail_under (const SlKind *kind, GError **error)
{
  g_autoptr (GString) parents = g_string_new (NULL);

  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PARENT)
      g_string_append_printf (parents, "%s%s", parents->len > 0 ? ", " : "", sl_kind_get (kind->fields[f].ref)->token);
  if (parents->len == 0)
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
                 _ ("a record of the kind %s stands under no other; leave --under out"), kind->token);
  else
    /* TRANSLATORS: the second place is one kind, or several with commas between. */
    g_set_error (error, SL_ERROR, SL_ERROR_USAGE,
                 _ ("--under: a record of the kind %s stands under one of the kind %s"), kind->token, parents->str);
}

static gboolean
set_parent (SlCli *cli, SlTx *tx, const SlKind *kind, SlUid uid, GError **error)
{
  const char *code = cli->values[SL_CLI_UNDER];
  const SlRecord *parent;

  if (code == NULL)
    return TRUE;
  parent = sl_cli_find (cli, code, error);
  if (parent == NULL)
    return FALSE;
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PARENT && kind->fields[f].ref == parent->kind)
      return sl_tx_set (tx, uid, f, &SL_VALUE_REF (parent->uid), error);
  fail_under (kind, error);
  return FALSE;
}

/* An act is dated the day that counts, unless its day is told. */
static gboolean
set_day (SlCli *cli, SlTx *tx, const SlKind *kind, SlUid uid, GError **error)
{
  return kind->date < 0
         || sl_tx_set (tx, uid, (guint) kind->date, &SL_VALUE_DATE (sl_workspace_default_as_of (cli->workspace)), error);
}

static SlTx *
build (SlCli *cli, const SlKind *kind, SlUid *uid, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (cli->workspace, SL_VERB_ADD);

  *uid = sl_tx_create (tx, kind->id);
  if (!set_parent (cli, tx, kind, *uid, error) || !set_day (cli, tx, kind, *uid, error))
    return NULL;
  for (guint i = 2; i < cli->n_args; i++)
    if (!sl_cli_assign (cli, tx, *uid, cli->args[i], error))
      return NULL;
  if (!sl_catalogue_put_criteria (tx, error))
    return NULL;
  return g_steal_pointer (&tx);
}

gboolean
sl_cli_run_add (SlCli *cli, GError **error)
{
  const SlKind *kind = sl_cli_find_kind (cli->args[1], error);
  g_autoptr (SlTx) tx = NULL;
  g_autoptr (GString) json = NULL;
  const SlRecord *record;
  SlUid uid;

  if (kind == NULL || !sl_cli_open (cli, SL_OPEN_WRITE, error))
    return FALSE;
  tx = build (cli, kind, &uid, error);
  if (tx == NULL || !sl_workspace_commit (cli->workspace, g_steal_pointer (&tx), cli->values[SL_CLI_REASON], error))
    return FALSE;
  /* The code may have become another one if somebody else added a record at the same moment; the uid stays. */
  record = sl_data_lookup (sl_workspace_data (cli->workspace), uid);
  if (SL_CLI_HAS (cli, JSON))
    {
      json = g_string_new (NULL);
      sl_cli_json_record (json, cli, record);
      sl_cli_print (cli, "%s\n", json->str);
    }
  else
    {
      g_autofree char *handle = sl_data_dup_handle (sl_workspace_data (cli->workspace), record);

      sl_cli_print (cli, "%s\n", handle);
    }
  return TRUE;
}
