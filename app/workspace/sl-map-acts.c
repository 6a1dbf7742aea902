/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-map-acts.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "workspace/sl-duplicate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Cards and links ---------------------------------------------------------------------------------------------- */

SlUid
sl_tx_add_card (SlTx *tx, int type, const char *title, GError **error)
{
  g_autofree char *clean = title != NULL ? sl_text_clean (title, TRUE) : NULL;
  SlUid uid;

  g_return_val_if_fail (tx != NULL, SL_UID_NONE);
  if (clean == NULL)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("A card needs a title"));
      return SL_UID_NONE;
    }
  uid = sl_tx_create (tx, SL_KIND_MAP_NODE);
  return sl_tx_set (tx, uid, SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (type), error)
                 && sl_tx_set (tx, uid, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT (clean), error)
             ? uid
             : SL_UID_NONE;
}

SlUid
sl_tx_link_cards (SlTx *tx, SlUid from, SlUid to, GError **error)
{
  SlUid uid;

  g_return_val_if_fail (tx != NULL, SL_UID_NONE);
  uid = sl_tx_create (tx, SL_KIND_MAP_EDGE);
  return sl_tx_set (tx, uid, SL_MAP_EDGE_FROM, &SL_VALUE_REF (from), error)
                 && sl_tx_set (tx, uid, SL_MAP_EDGE_TO, &SL_VALUE_REF (to), error)
             ? uid
             : SL_UID_NONE;
}

SlUid
sl_tx_add_card_beside (SlTx *tx, SlUid card, gboolean onwards, const char *title, GError **error)
{
  const SlRecord *record;
  int type;
  SlUid uid, link;

  g_return_val_if_fail (tx != NULL, SL_UID_NONE);
  record = sl_data_lookup (sl_tx_data (tx), card);
  if (record == NULL || record->kind != SL_KIND_MAP_NODE)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("The card is not there any more"));
      return SL_UID_NONE;
    }
  /* In the order of types purposes come first and investments last. */
  type = SL_AS (MAP_NODE, record)->type + (onwards ? -1 : 1);
  if (type < SL_NODE_TYPE_STRATEGIC_PURPOSE || type > SL_NODE_TYPE_INVESTMENT)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED,
                           onwards ? _ ("A strategic purpose leads to nothing further")
                                   : _ ("Nothing comes before an investment"));
      return SL_UID_NONE;
    }
  uid = sl_tx_add_card (tx, type, title, error);
  if (uid == SL_UID_NONE)
    return SL_UID_NONE;
  link = onwards ? sl_tx_link_cards (tx, card, uid, error) : sl_tx_link_cards (tx, uid, card, error);
  return link != SL_UID_NONE ? uid : SL_UID_NONE;
}

gboolean
sl_tx_delete_from_map (SlTx *tx, const SlUid *uids, guint n_uids, GError **error)
{
  g_return_val_if_fail (tx != NULL && (uids != NULL || n_uids == 0), FALSE);
  for (guint i = 0; i < n_uids; i++)
    /* A link may have gone with a card; what was not there from the beginning is told. */
    if ((sl_data_lookup (sl_tx_data (tx), uids[i]) != NULL || sl_data_lookup (sl_tx_base (tx), uids[i]) == NULL)
        && !sl_tx_delete (tx, uids[i], error))
      return FALSE;
  return TRUE;
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

static gboolean
set_place (SlTx *tx, SlUid card, const SlValue *x, const SlValue *y, GError **error)
{
  return sl_tx_set (tx, card, SL_MAP_NODE_X, x, error) && sl_tx_set (tx, card, SL_MAP_NODE_Y, y, error);
}

gboolean
sl_tx_place_card (SlTx *tx, SlUid card, double x, double y, GError **error)
{
  g_return_val_if_fail (tx != NULL && isfinite (x) && isfinite (y), FALSE);
  return set_place (tx, card, &SL_VALUE_INT (lround (x)), &SL_VALUE_INT (lround (y)), error);
}

static gboolean
release (SlTx *tx, SlUid card, GError **error)
{
  return set_place (tx, card, &SL_VALUE_NULL (SL_TYPE_INT), &SL_VALUE_NULL (SL_TYPE_INT), error);
}

static gboolean
take_placed (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);

  if (node->x != SL_INT_NONE || node->y != SL_INT_NONE)
    g_array_append_val ((GArray *) data, record->uid);
  return TRUE;
}

gboolean
sl_tx_release_cards (SlTx *tx, GError **error)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_return_val_if_fail (tx != NULL, FALSE);
  sl_data_each (sl_tx_data (tx), SL_KIND_MAP_NODE, take_placed, placed);
  for (guint i = 0; i < placed->len; i++)
    if (!release (tx, g_array_index (placed, SlUid, i), error))
      return FALSE;
  return TRUE;
}

gboolean
sl_tx_retype_cards (SlTx *tx, const SlUid *cards, guint n_cards, int type, GError **error)
{
  g_return_val_if_fail (tx != NULL && (cards != NULL || n_cards == 0), FALSE);
  for (guint i = 0; i < n_cards; i++)
    if (!sl_tx_set (tx, cards[i], SL_MAP_NODE_TYPE, &SL_VALUE_ENUM (type), error) || !release (tx, cards[i], error))
      return FALSE;
  return TRUE;
}

gboolean
sl_tx_set_card_status (SlTx *tx, const SlUid *cards, guint n_cards, int status, GError **error)
{
  g_return_val_if_fail (tx != NULL && (cards != NULL || n_cards == 0), FALSE);
  for (guint i = 0; i < n_cards; i++)
    if (!sl_tx_set (tx, cards[i], SL_MAP_NODE_STATUS, &SL_VALUE_ENUM (status), error))
      return FALSE;
  return TRUE;
}

/* --- Copies ------------------------------------------------------------------------------------------------------- */

struct _SlMapCopy
{
  GPtrArray *nodes, *edges; /* of SlRecord */
};

typedef struct
{
  const SlUidMap *chosen;
  GPtrArray *edges;
} Links;

static gboolean
take_link (const SlRecord *record, gpointer data)
{
  const Links *links = data;

  if (sl_uid_map_get (links->chosen, SL_AS (MAP_EDGE, record)->to) != NULL)
    g_ptr_array_add (links->edges, sl_record_ref (record));
  return TRUE;
}

static void
record_unref (gpointer record)
{
  sl_record_unref (record);
}

SlMapCopy *
sl_map_copy_new (const SlData *data, const SlUid *cards, guint n_cards)
{
  SlMapCopy *self = g_new0 (SlMapCopy, 1);
  g_autoptr (SlUidMap) chosen = sl_uid_map_new (NULL);
  Links links = { chosen, NULL };

  self->nodes = g_ptr_array_new_with_free_func (record_unref);
  self->edges = links.edges = g_ptr_array_new_with_free_func (record_unref);
  g_return_val_if_fail (data != NULL && (cards != NULL || n_cards == 0), self);
  for (guint i = 0; i < n_cards; i++)
    {
      const SlRecord *record = sl_data_lookup (data, cards[i]);

      if (record == NULL || record->kind != SL_KIND_MAP_NODE || sl_uid_map_get (chosen, cards[i]) != NULL)
        continue;
      sl_uid_map_set (chosen, cards[i], self);
      g_ptr_array_add (self->nodes, sl_record_ref (record));
    }
  for (guint i = 0; i < self->nodes->len; i++)
    sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, ((const SlRecord *) self->nodes->pdata[i])->uid, take_link,
                      &links);
  return self;
}

void
sl_map_copy_free (SlMapCopy *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_free (self);
}

guint
sl_map_copy_count (const SlMapCopy *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->nodes->len;
}

const SlMapNode *
sl_map_copy_nth (const SlMapCopy *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->nodes->len, NULL);
  return SL_AS (MAP_NODE, self->nodes->pdata[position]);
}

guint
sl_map_copy_count_links (const SlMapCopy *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->edges->len;
}

const SlMapEdge *
sl_map_copy_nth_link (const SlMapCopy *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->edges->len, NULL);
  return SL_AS (MAP_EDGE, self->edges->pdata[position]);
}

static gboolean
paste_link (SlTx *tx, const SlMapEdge *edge, SlUid from, SlUid to, GError **error)
{
  SlUid uid = sl_tx_link_cards (tx, from, to, error);

  return uid != SL_UID_NONE && sl_tx_set (tx, uid, SL_MAP_EDGE_WEIGHT, &SL_VALUE_ENUM (edge->weight), error)
         && (edge->rationale == NULL
             || sl_tx_set (tx, uid, SL_MAP_EDGE_RATIONALE, &SL_VALUE_TEXT (edge->rationale), error));
}

gboolean
sl_tx_paste_cards (SlTx *tx, const SlMapCopy *copy, GArray *made, GError **error)
{
  g_autoptr (SlUidMap) numbers = sl_uid_map_new (NULL);
  guint first;

  g_return_val_if_fail (tx != NULL && copy != NULL && made != NULL, FALSE);
  first = made->len;
  for (guint i = 0; i < copy->nodes->len; i++)
    {
      const SlRecord *node = copy->nodes->pdata[i];
      SlUid uid = sl_tx_create (tx, SL_KIND_MAP_NODE);

      if (!sl_tx_copy_fields (tx, node, uid, error))
        return FALSE;
      sl_uid_map_set (numbers, node->uid, GUINT_TO_POINTER (made->len + 1));
      g_array_append_val (made, uid);
    }
  for (guint i = 0; i < copy->edges->len; i++)
    {
      const SlMapEdge *edge = SL_AS (MAP_EDGE, copy->edges->pdata[i]);
      guint from = GPOINTER_TO_UINT (sl_uid_map_get (numbers, edge->from)) - 1;
      guint to = GPOINTER_TO_UINT (sl_uid_map_get (numbers, edge->to)) - 1;

      g_assert (from >= first && to >= first);
      if (!paste_link (tx, edge, g_array_index (made, SlUid, from), g_array_index (made, SlUid, to), error))
        return FALSE;
    }
  return TRUE;
}
