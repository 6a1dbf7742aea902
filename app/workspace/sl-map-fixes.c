/* What mends the benefit map where it breaks a rule: the card or the link that is missing, one there is or a new one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-fixes-private.h"

#include "base/sl-error.h"
#include "insight/sl-consequence.h"
#include "rules/sl-map-links.h"
#include "workspace/sl-map-acts.h"
#include "workspace/sl-named-private.h"

#include <glib/gi18n-lib.h>

/* A card that exists for the formulas. */
static const SlMapNode *
active (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);
  const SlMapNode *node = record != NULL && record->kind == SL_KIND_MAP_NODE ? SL_AS (MAP_NODE, record) : NULL;

  return node != NULL && node->status != SL_NODE_STATUS_DROPPED ? node : NULL;
}

/* And through which a path may run. */
static const SlMapNode *
passable (const SlData *data, SlUid uid)
{
  const SlMapNode *node = active (data, uid);

  return node != NULL && node->polarity != SL_POLARITY_NEGATIVE ? node : NULL;
}

/* --- What leads to a card ----------------------------------------------------------------------------------------- */

typedef struct
{
  const SlData *data;
  GArray *found; /* of SlUid, in order of finding */
  SlUidMap *known;
} Behind;

static gboolean
take_before (const SlRecord *record, gpointer data)
{
  Behind *self = data;
  SlUid from = SL_AS (MAP_EDGE, record)->from;

  if (passable (self->data, from) == NULL || sl_uid_map_get (self->known, from) != NULL)
    return TRUE;
  sl_uid_map_set (self->known, from, self);
  g_array_append_val (self->found, from);
  return TRUE;
}

/* Those with a direct link to @uid; @all: and all behind them. */
static GArray *
cards_before (const SlData *data, SlUid uid, gboolean all)
{
  Behind self = { data, g_array_new (FALSE, FALSE, sizeof (SlUid)), sl_uid_map_new (NULL) };

  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, uid, take_before, &self);
  for (guint i = 0; all && i < self.found->len; i++)
    sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, g_array_index (self.found, SlUid, i), take_before, &self);
  sl_uid_map_free (self.known);
  return self.found;
}

static gboolean
is_output (const SlMapNode *node)
{
  return node->type == SL_NODE_TYPE_ENABLER || node->type == SL_NODE_TYPE_BUSINESS_CHANGE;
}

/* The outputs an outcome begins with: to pay for them is to pay for it. */
static GArray *
first_outputs (const SlData *data, SlUid outcome)
{
  g_autoptr (GArray) behind = cards_before (data, outcome, TRUE);
  GArray *first = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < behind->len; i++)
    {
      SlUid uid = g_array_index (behind, SlUid, i);
      g_autoptr (GArray) before = NULL;

      if (!is_output (active (data, uid)))
        continue;
      before = cards_before (data, uid, FALSE);
      if (before->len == 0)
        g_array_append_val (first, uid);
    }
  return first;
}

/* What a change is to lead to, so that one comes before @outcome: an end outcome is reached by way of an intermediate one
 * where there is one. */
static SlUid
change_target (const SlData *data, SlUid outcome)
{
  const SlMapNode *node = active (data, outcome);
  g_autoptr (GArray) before = node != NULL && node->type == SL_NODE_TYPE_END_OUTCOME ? cards_before (data, outcome, FALSE) : NULL;

  for (guint i = 0; before != NULL && i < before->len; i++)
    if (active (data, g_array_index (before, SlUid, i))->type == SL_NODE_TYPE_INTERMEDIATE_OUTCOME)
      return g_array_index (before, SlUid, i);
  return outcome;
}

/* --- Which ways --------------------------------------------------------------------------------------------------- */

static guint
fault_ways (const SlView *view, const SlAttentionLine *line, SlWay ways[SL_WAYS_MAX])
{
  static const SlWay by_number[] = { SL_WAY_LED_ON,         SL_WAY_USED,         SL_WAY_BROUGHT_ABOUT, SL_WAY_FUNDED,
                                     SL_WAY_OWNED,          SL_WAY_PURPOSE,      SL_WAY_MEASURED };
  guint n = (guint) (line->finding->rule[1] - '1');
  g_autoptr (GArray) first = NULL;

  if (line->finding->rule[0] != 'M' || n >= G_N_ELEMENTS (by_number))
    return 0;
  ways[0] = by_number[n];
  if (ways[0] == SL_WAY_FUNDED)
    first = first_outputs (view->data, line->finding->uid);
  /* Money goes into what is made or done: that has to be there first. */
  if (first != NULL && first->len == 0)
    ways[0] = SL_WAY_BROUGHT_ABOUT;
  return 1;
}

guint
sl_map_line_ways (const SlView *view, const SlAttentionLine *line, SlWay ways[SL_WAYS_MAX])
{
  const SlRecord *record = sl_data_lookup (view->data, line->finding->uid);

  if (record == NULL)
    return 0;
  if (record->kind != SL_KIND_MAP_EDGE)
    return fault_ways (view, line, ways);
  ways[0] = g_str_equal (line->finding->rule, "W2") ? SL_WAY_STEP_BETWEEN : SL_WAY_CHANGE_BETWEEN;
  ways[1] = SL_WAY_UNLINKED;
  return 2;
}

/* --- What may be named -------------------------------------------------------------------------------------------- */

/* The card that is joined with another, and how; SL_UID_NONE: none is. */
typedef struct
{
  SlUid card;
  gboolean onwards; /* from it */
  int type;         /* of the other end, where it is new or has to be of one type; 0: of any that fits */
} Join;

static Join
join_of (const SlData *data, const SlAttentionLine *line, SlWay way)
{
  SlUid uid = line->finding->uid;

  switch (way)
    {
    case SL_WAY_LED_ON:
      return (Join){ uid, TRUE, 0 };
    case SL_WAY_USED:
      return (Join){ uid, TRUE, SL_NODE_TYPE_BUSINESS_CHANGE };
    case SL_WAY_BROUGHT_ABOUT:
      return (Join){ change_target (data, uid), FALSE, SL_NODE_TYPE_BUSINESS_CHANGE };
    case SL_WAY_PURPOSE:
      return (Join){ uid, TRUE, SL_NODE_TYPE_STRATEGIC_PURPOSE };
    default:
      return (Join){ SL_UID_NONE, FALSE, 0 };
    }
}

gboolean
sl_way_link (const SlView *view, const SlAttentionLine *line, SlWay way, SlUid *card, gboolean *onwards)
{
  Join join;

  g_return_val_if_fail (view != NULL && line != NULL && card != NULL && onwards != NULL, FALSE);
  join = join_of (view->data, line, way);
  *card = join.card;
  *onwards = join.onwards;
  return join.card != SL_UID_NONE;
}

/* Those that may be joined without a warning; first those that reach an end outcome. */
static GArray *
join_choices (const SlView *view, const Join *join)
{
  g_autoptr (GArray) ends = sl_link_ends (view->data, join->card, join->onwards);
  g_autoptr (SlMapStatus) map = join->type == 0 ? sl_map_status_new (view) : NULL;
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (SlUid)), *later = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < ends->len; i++)
    {
      const SlLinkEnd *end = &g_array_index (ends, SlLinkEnd, i);
      const SlMapNode *node = passable (view->data, end->uid);
      const SlNodeStatus *status = map != NULL ? sl_map_status_node (map, end->uid) : NULL;

      if (node == NULL || end->bar != SL_LINK_BAR_NONE || (join->type != 0 ? (int) node->type != join->type : end->fit != SL_LINK_ALLOWED))
        continue;
      g_array_append_val (status != NULL && status->faults & SL_MAP_M1 ? later : choices, end->uid);
    }
  g_array_append_vals (choices, later->data, later->len);
  g_array_unref (later);
  return choices;
}

static gboolean
may_be_joined (const GArray *ends, SlUid uid)
{
  const SlLinkEnd *end = sl_link_end (ends, uid);

  return end != NULL && (end->bar == SL_LINK_BAR_NONE || end->bar == SL_LINK_BAR_TWICE);
}

static int
type_between (SlWay way)
{
  return way == SL_WAY_CHANGE_BETWEEN ? SL_NODE_TYPE_BUSINESS_CHANGE : SL_NODE_TYPE_INTERMEDIATE_OUTCOME;
}

static GArray *
between_choices (const SlData *data, const SlMapEdge *edge, int type)
{
  g_autoptr (GArray) after = sl_link_ends (data, edge->from, TRUE), before = sl_link_ends (data, edge->to, FALSE);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (SlUid));

  for (guint i = 0; i < after->len; i++)
    {
      SlUid uid = g_array_index (after, SlLinkEnd, i).uid;
      const SlMapNode *node = passable (data, uid);

      if (node != NULL && (int) node->type == type && may_be_joined (after, uid) && may_be_joined (before, uid))
        g_array_append_val (choices, uid);
    }
  return choices;
}

typedef struct
{
  int type; /* of cards; 0: measures that measure nothing yet */
  GArray *choices;
} Taken;

static gboolean
take (const SlRecord *record, gpointer data)
{
  Taken *taken = data;

  if (taken->type != 0 ? (int) SL_AS (MAP_NODE, record)->type == taken->type
                             && SL_AS (MAP_NODE, record)->status != SL_NODE_STATUS_DROPPED
                       : SL_AS (MEASURE, record)->node == SL_UID_NONE)
    g_array_append_val (taken->choices, record->uid);
  return TRUE;
}

GArray *
sl_map_way_choices (const SlView *view, const SlAttentionLine *line, SlWay way)
{
  const SlRecord *record = sl_data_lookup (view->data, line->finding->uid);
  Join join = join_of (view->data, line, way);
  Taken taken = { way == SL_WAY_FUNDED ? SL_NODE_TYPE_INVESTMENT : 0, NULL };

  if (join.card != SL_UID_NONE)
    return join_choices (view, &join);
  if (way == SL_WAY_CHANGE_BETWEEN || way == SL_WAY_STEP_BETWEEN)
    return between_choices (view->data, SL_AS (MAP_EDGE, record), type_between (way));
  taken.choices = g_array_new (FALSE, FALSE, sizeof (SlUid));
  if (way == SL_WAY_FUNDED || way == SL_WAY_MEASURED)
    sl_data_each (view->data, way == SL_WAY_FUNDED ? SL_KIND_MAP_NODE : SL_KIND_MEASURE, take, &taken);
  return taken.choices;
}

/* What of @choices @text names; SL_UID_NONE: it is something new. A card that is there and cannot be taken is refused, so
 * that none is made twice: FALSE. */
static gboolean
read_choice (const SlView *view, const GArray *choices, const char *text, SlUid *found, GError **error)
{
  SlUid other;

  *found = sl_find_named_of (view->data, choices, text);
  other = *found == SL_UID_NONE ? sl_find_named (view->data, SL_KIND_MAP_NODE, text) : SL_UID_NONE;
  if (other == SL_UID_NONE)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_REFUSED, _ ("%s is on the map already, and would not help here"),
               sl_record_code (sl_data_lookup (view->data, other)));
  return FALSE;
}

/* --- Where to look ------------------------------------------------------------------------------------------------ */

SlUid
sl_map_weak_link (const SlView *view, SlUid card)
{
  g_autoptr (SlMapStatus) map = sl_map_status_new (view);
  g_auto (SlWeakestLink) weak = { NULL, 0, 0 };

  sl_map_weakest_link (map, view, card, &weak);
  return weak.path->len > weak.weakest + 1 ? sl_map_link_between (view->data, g_array_index (weak.path, SlUid, weak.weakest),
                                                        g_array_index (weak.path, SlUid, weak.weakest + 1))
                                           : card;
}

/* --- Doing it ----------------------------------------------------------------------------------------------------- */

static gboolean
join_cards (SlTx *tx, const Join *join, SlUid found, const char *text, GError **error)
{
  if (found == SL_UID_NONE && join->type == 0)
    return sl_tx_add_card_beside (tx, join->card, join->onwards, text, error) != SL_UID_NONE;
  if (found == SL_UID_NONE)
    found = sl_tx_add_card (tx, join->type, text, error);
  return found != SL_UID_NONE
         && sl_tx_link_cards (tx, join->onwards ? join->card : found, join->onwards ? found : join->card, error) != SL_UID_NONE;
}

static gboolean
fund (SlTx *tx, SlUid outcome, SlUid found, const char *text, GError **error)
{
  g_autoptr (GArray) first = first_outputs (sl_tx_data (tx), outcome);

  if (found == SL_UID_NONE)
    found = sl_tx_add_card (tx, SL_NODE_TYPE_INVESTMENT, text, error);
  for (guint i = 0; found != SL_UID_NONE && i < first->len; i++)
    if (sl_tx_link_cards (tx, found, g_array_index (first, SlUid, i), error) == SL_UID_NONE)
      return FALSE;
  return found != SL_UID_NONE;
}

static gboolean
measure (SlTx *tx, SlUid card, SlUid found, const char *text, GError **error)
{
  if (found == SL_UID_NONE)
    {
      found = sl_tx_create (tx, SL_KIND_MEASURE);
      if (!sl_tx_set (tx, found, SL_MEASURE_NAME, &SL_VALUE_TEXT (text), error))
        return FALSE;
    }
  return sl_tx_set (tx, found, SL_MEASURE_NODE, &SL_VALUE_REF (card), error);
}

/* A link there may be already; as weighty as the one it stands for, and with why it was drawn. How sure one is has to be
 * said anew. */
static gboolean
lay_link (SlTx *tx, const SlMapEdge *old, SlUid from, SlUid to, const char *rationale, GError **error)
{
  SlUid link;

  if (sl_map_link_between (sl_tx_data (tx), from, to) != SL_UID_NONE)
    return TRUE;
  link = sl_tx_link_cards (tx, from, to, error);
  return link != SL_UID_NONE && sl_tx_set (tx, link, SL_MAP_EDGE_WEIGHT, &SL_VALUE_ENUM (old->weight), error)
         && (rationale == NULL || sl_tx_set (tx, link, SL_MAP_EDGE_RATIONALE, &SL_VALUE_TEXT (rationale), error));
}

static gboolean
put_between (SlTx *tx, const SlMapEdge *edge, SlWay way, SlUid found, const char *text, GError **error)
{
  if (found == SL_UID_NONE)
    found = sl_tx_add_card (tx, type_between (way), text, error);
  return found != SL_UID_NONE && lay_link (tx, edge, edge->from, found, NULL, error)
         && lay_link (tx, edge, found, edge->to, edge->rationale, error) && sl_tx_delete (tx, edge->record.uid, error);
}

gboolean
sl_tx_mend_map (SlTx *tx, const SlView *view, const SlAttentionLine *line, SlWay way, const char *text, GError **error)
{
  g_autoptr (GArray) choices = sl_map_way_choices (view, line, way);
  const SlRecord *record = sl_data_lookup (view->data, line->finding->uid);
  Join join = join_of (view->data, line, way);
  SlUid found;

  if (!read_choice (view, choices, text, &found, error))
    return FALSE;
  if (join.card != SL_UID_NONE)
    return join_cards (tx, &join, found, text, error);
  switch (way)
    {
    case SL_WAY_FUNDED:
      return fund (tx, record->uid, found, text, error);
    case SL_WAY_MEASURED:
      return measure (tx, record->uid, found, text, error);
    case SL_WAY_CHANGE_BETWEEN:
    case SL_WAY_STEP_BETWEEN:
      return put_between (tx, SL_AS (MAP_EDGE, record), way, found, text, error);
    default:
      g_assert_not_reached ();
    }
}
