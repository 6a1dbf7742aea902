/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-card-acts.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "insight/sl-map-status.h"
#include "workspace/sl-named-private.h"

#include <glib/gi18n-lib.h>

/* How each kind hangs: by a link of its own, or by a field that names the card. */
static const struct
{
  int kind, link;      /* link: -1 for none */
  guint record, card;  /* fields of the link; without one: of the kind, the card alone */
  guint title;
} hangs[] = {
  { SL_KIND_RISK, SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, SL_RISK_NODE_NODE, SL_RISK_TITLE },
  { SL_KIND_ISSUE, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_ISSUE, SL_ISSUE_NODE_NODE, SL_ISSUE_TITLE },
  { SL_KIND_BENEFIT, -1, 0, SL_BENEFIT_NODE, SL_BENEFIT_NAME },
  { SL_KIND_MEASURE, -1, 0, SL_MEASURE_NODE, SL_MEASURE_NAME },
};

static int
find_hang (int kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (hangs); i++)
    if (hangs[i].kind == kind)
      return (int) i;
  return -1;
}

gboolean
sl_kind_hangs_on_cards (int kind)
{
  return find_hang (kind) >= 0;
}

/* --- What does, what might ---------------------------------------------------------------------------------------- */

typedef struct
{
  int hang;
  GArray *found;      /* of SlUid */
  const GArray *but;  /* or NULL */
} Taking;

static SlUid
ref_of (const SlRecord *record, guint field)
{
  SlValue value;

  sl_record_get (record, field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

static gboolean
take_attached (const SlRecord *record, gpointer data)
{
  Taking *taking = data;
  SlUid uid = hangs[taking->hang].link >= 0 ? ref_of (record, hangs[taking->hang].record) : record->uid;

  g_array_append_val (taking->found, uid);
  return TRUE;
}

GArray *
sl_card_attached (const SlData *data, SlUid card, int kind)
{
  Taking taking = { find_hang (kind), g_array_new (FALSE, FALSE, sizeof (SlUid)), NULL };

  g_return_val_if_fail (data != NULL && taking.hang >= 0, taking.found);
  sl_data_children (data, hangs[taking.hang].link >= 0 ? hangs[taking.hang].link : kind, hangs[taking.hang].card, card, take_attached,
                    &taking);
  return taking.found;
}

static gboolean
holds (const GArray *uids, SlUid uid)
{
  for (guint i = 0; i < uids->len; i++)
    if (g_array_index (uids, SlUid, i) == uid)
      return TRUE;
  return FALSE;
}

static gboolean
is_free (const SlRecord *record, int hang, const GArray *attached)
{
  if (hangs[hang].link < 0)
    return ref_of (record, hangs[hang].card) == SL_UID_NONE;
  if (record->kind == SL_KIND_RISK && SL_AS (RISK, record)->state == SL_RISK_STATE_CLOSED)
    return FALSE;
  if (record->kind == SL_KIND_ISSUE && SL_AS (ISSUE, record)->state == SL_ISSUE_STATE_CLOSED)
    return FALSE;
  return !holds (attached, record->uid);
}

static gboolean
take_free (const SlRecord *record, gpointer data)
{
  Taking *taking = data;

  if (is_free (record, taking->hang, taking->but))
    g_array_append_val (taking->found, record->uid);
  return TRUE;
}

GArray *
sl_card_attachable (const SlData *data, SlUid card, int kind)
{
  g_autoptr (GArray) attached = sl_card_attached (data, card, kind);
  Taking taking = { find_hang (kind), g_array_new (FALSE, FALSE, sizeof (SlUid)), attached };

  g_return_val_if_fail (taking.hang >= 0, taking.found);
  sl_data_each (data, kind, take_free, &taking);
  return taking.found;
}

/* --- Hanging it up ------------------------------------------------------------------------------------------------ */

/* There is one of that name, and it cannot be hung here: no other is made. */
static gboolean
refuse_taken (SlTx *tx, SlUid card, int hang, SlUid taken, GError **error)
{
  const SlData *data = sl_tx_data (tx);
  const SlRecord *record = sl_data_lookup (data, taken), *other;
  g_autoptr (GArray) attached = sl_card_attached (data, card, hangs[hang].kind);
  SlUid elsewhere = hangs[hang].link < 0 ? ref_of (record, hangs[hang].card) : SL_UID_NONE;

  other = sl_data_lookup (data, elsewhere);
  if (holds (attached, taken))
    g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("%s is here already"), sl_record_code (record));
  else if (other != NULL)
    {
      /* TRANSLATORS: {1} is the code of a benefit or measure, {2} that of a card of the map. */
      g_autofree char *text = sl_text_compose (_ ("{1} belongs to {2}; take it off there first"),
                                               (const char *[]){ sl_record_code (record), sl_record_code (other), NULL });

      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, text);
    }
  else
    g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("%s is closed"), sl_record_code (record));
  return FALSE;
}

static SlUid
make (SlTx *tx, SlUid card, int hang, const char *title, GError **error)
{
  const SlMapNode *node = SL_AS (MAP_NODE, sl_data_lookup (sl_tx_data (tx), card));
  SlUid uid;

  if (hangs[hang].kind == SL_KIND_ISSUE)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("There is no issue of that name"));
      return SL_UID_NONE;
    }
  uid = sl_tx_create (tx, hangs[hang].kind);
  if (!sl_tx_set (tx, uid, hangs[hang].title, &SL_VALUE_TEXT (title), error))
    return SL_UID_NONE;
  if (hangs[hang].kind == SL_KIND_BENEFIT && node->polarity == SL_POLARITY_NEGATIVE
      && !sl_tx_set (tx, uid, SL_BENEFIT_TYPE, &SL_VALUE_ENUM (SL_BENEFIT_TYPE_DIS_BENEFIT), error))
    return SL_UID_NONE;
  return uid;
}

static gboolean
hang_up (SlTx *tx, SlUid card, int hang, SlUid uid, GError **error)
{
  SlUid link;

  if (hangs[hang].link < 0)
    return sl_tx_set (tx, uid, hangs[hang].card, &SL_VALUE_REF (card), error);
  link = sl_tx_create (tx, hangs[hang].link);
  return sl_tx_set (tx, link, hangs[hang].record, &SL_VALUE_REF (uid), error)
         && sl_tx_set (tx, link, hangs[hang].card, &SL_VALUE_REF (card), error);
}

SlUid
sl_tx_attach_to_card (SlTx *tx, SlUid card, int kind, const char *text, gboolean *made, GError **error)
{
  int hang = find_hang (kind);
  g_autofree char *clean = NULL;
  g_autoptr (GArray) free_ones = NULL;
  SlUid uid, taken;

  g_return_val_if_fail (tx != NULL && hang >= 0 && text != NULL, SL_UID_NONE);
  clean = sl_text_clean (text, TRUE);
  if (clean == NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("Give a code or a name"));
      return SL_UID_NONE;
    }
  free_ones = sl_card_attachable (sl_tx_data (tx), card, kind);
  uid = sl_find_named_of (sl_tx_data (tx), free_ones, clean);
  taken = uid == SL_UID_NONE ? sl_find_named (sl_tx_data (tx), kind, clean) : SL_UID_NONE;
  if (made != NULL)
    *made = uid == SL_UID_NONE;
  if (taken != SL_UID_NONE && !refuse_taken (tx, card, hang, taken, error))
    return SL_UID_NONE;
  if (uid == SL_UID_NONE)
    uid = make (tx, card, hang, clean, error);
  return uid != SL_UID_NONE && hang_up (tx, card, hang, uid, error) ? uid : SL_UID_NONE;
}

/* --- Taking it off ------------------------------------------------------------------------------------------------ */

typedef struct
{
  int hang;
  SlUid record, link;
} Sought;

static gboolean
is_sought (const SlRecord *link, gpointer data)
{
  Sought *sought = data;

  if (ref_of (link, hangs[sought->hang].record) == sought->record)
    sought->link = link->uid;
  return sought->link == SL_UID_NONE;
}

gboolean
sl_tx_detach_from_card (SlTx *tx, SlUid card, SlUid uid, GError **error)
{
  const SlRecord *record = sl_data_lookup (sl_tx_data (tx), uid);
  int hang = record != NULL ? find_hang (record->kind) : -1;
  Sought sought = { hang, uid, SL_UID_NONE };

  if (hang < 0)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("It is no longer there"));
      return FALSE;
    }
  if (hangs[hang].link < 0)
    return sl_tx_set (tx, uid, hangs[hang].card, &SL_VALUE_NULL (SL_TYPE_REF), error);
  sl_data_children (sl_tx_data (tx), hangs[hang].link, hangs[hang].card, card, is_sought, &sought);
  return sought.link == SL_UID_NONE || sl_tx_delete (tx, sought.link, error);
}
