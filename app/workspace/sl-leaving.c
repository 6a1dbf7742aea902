/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-leaving.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* The dialog that asked may have been open for a while. */
static gboolean
check_owner (const SlData *data, const SlOwned *owned, SlUid person, GError **error)
{
  const SlRecord *record = sl_data_lookup (data, owned->uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;
  g_autofree char *text = NULL;
  SlValue owner = SL_VALUE_NULL (SL_TYPE_REF);

  if (record != NULL && record->kind == owned->kind && owned->field < sl_record_kind (record)->n_fields)
    sl_record_get (record, owned->field, &owner);
  if (!owner.is_null && owner.i == person)
    return TRUE;
  if (record == NULL)
    text = g_strdup (_ ("The record was deleted or changed by someone else meanwhile"));
  else
    /* TRANSLATORS: {1} a record such as R-005, {2} a person. */
    text = sl_text_compose (_ ("{1} is no longer in the hands of {2}"),
                            (const char *const[]){ code != NULL ? code : "", sl_data_name (data, person), NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_CONFLICT, text);
  return FALSE;
}

static gboolean
check_successor (const SlView *view, SlUid successor, SlUid person, SlDate last_day, GError **error)
{
  g_autofree char *text = NULL;

  if (sl_person_may_succeed (view, successor, person, last_day))
    return TRUE;
  if (successor == person)
    text = g_strdup (_ ("Whoever leaves cannot take over"));
  else
    /* TRANSLATORS: {1} is a person. */
    text = sl_text_compose (_ ("{1} cannot take over: not active, or leaving first"),
                            (const char *const[]){ sl_data_name (view->data, successor), NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, text);
  return FALSE;
}

static gboolean
hand_over (SlTx *tx, const SlView *view, const SlHandOver *one, SlUid person, SlDate last_day, GError **error)
{
  return check_owner (view->data, &one->owned, person, error)
         && check_successor (view, one->successor, person, last_day, error)
         && sl_tx_set (tx, one->owned.uid, one->owned.field, &SL_VALUE_REF (one->successor), error);
}

gboolean
sl_tx_leave (SlTx *tx, SlUid person, SlDate last_day, const GArray *hand_overs, SlDate today, GError **error)
{
  SlView view;
  const SlRecord *record;

  g_return_val_if_fail (tx != NULL && hand_overs != NULL, FALSE);
  view = (SlView){ sl_tx_data (tx), today, sl_data_settings (sl_tx_data (tx)) };
  record = sl_data_lookup (view.data, person);
  if (record == NULL || record->kind != SL_KIND_PERSON)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("Only a person of this programme can leave"));
      return FALSE;
    }
  if (last_day != SL_DATE_NONE && !sl_tx_set (tx, person, SL_PERSON_ACTIVE_TO, &SL_VALUE_DATE (last_day), error))
    return FALSE;
  last_day = SL_AS (PERSON, sl_data_lookup (view.data, person))->active_to;
  for (guint i = 0; i < hand_overs->len; i++)
    {
      const SlHandOver *one = &g_array_index (hand_overs, SlHandOver, i);

      if (one->successor != SL_UID_NONE && !hand_over (tx, &view, one, person, last_day, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hands_over (const GArray *hand_overs)
{
  for (guint i = 0; i < hand_overs->len; i++)
    if (g_array_index (hand_overs, SlHandOver, i).successor != SL_UID_NONE)
      return TRUE;
  return FALSE;
}

gboolean
sl_workspace_leave (SlWorkspace *self, SlUid person, SlDate last_day, const GArray *hand_overs, const char *reason,
                    GError **error)
{
  g_autoptr (SlTx) tx = NULL;

  g_return_val_if_fail (SL_IS_WORKSPACE (self) && hand_overs != NULL, FALSE);
  /* Nobody's but the last day is an edit like any other. */
  tx = sl_workspace_begin (self, hands_over (hand_overs) ? SL_VERB_REASSIGN : SL_VERB_EDIT);
  return sl_tx_leave (tx, person, last_day, hand_overs, sl_workspace_default_as_of (self), error)
         && sl_workspace_commit (self, g_steal_pointer (&tx), reason, error);
}
