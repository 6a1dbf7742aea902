/* Rules about the benefit map: which links there may be, and what `check` says of the whole (domain.md 2.4, 2.9, F-15).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-map-words.h"
#include "rules/sl-map-links-private.h"
#include "rules/sl-rules-private.h"

#include <glib/gi18n-lib.h>

static const SlMapNode *
node_of (const SlCheck *check, SlUid uid)
{
  return SL_AS (MAP_NODE, sl_data_lookup (check->view->data, uid));
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

/* Of the node the finding is about, or of the one before it. */
static void
find_refused (const SlCheck *check, const SlMapNode *from, const SlMapNode *to)
{
  char *args[SL_LINK_ARGS];
  const char *said = sl_link_refusal (from, to, check->after == &to->record, args);

  sl_check_find (check, -1, said, args[0], args[1], args[2], NULL);
  for (guint i = 0; i < SL_LINK_ARGS; i++)
    g_free (args[i]);
}

static void
check_link (const SlCheck *check)
{
  const SlMapNode *from = node_of (check, SL_AS (MAP_EDGE, check->after)->from);
  const SlMapNode *to = node_of (check, SL_AS (MAP_EDGE, check->after)->to);

  if (from != NULL && to != NULL && sl_map_link_fit (from, to) == SL_LINK_REFUSED)
    find_refused (check, from, to);
}

/* W1 and W2; a link at a dropped node is none. */
static void
check_bypass (const SlCheck *check)
{
  const SlMapNode *from = node_of (check, SL_AS (MAP_EDGE, check->after)->from);
  const SlMapNode *to = node_of (check, SL_AS (MAP_EDGE, check->after)->to);
  gboolean first = check->rule->id[1] == '1';

  if (from == NULL || to == NULL || from->status == SL_NODE_STATUS_DROPPED || to->status == SL_NODE_STATUS_DROPPED
      || sl_map_link_fit (from, to) != (first ? SL_LINK_BYPASS : SL_LINK_NO_STEP))
    return;
  sl_check_find (check, -1, sl_link_warning (first ? SL_LINK_BYPASS : SL_LINK_NO_STEP), to->code, NULL);
}

/* A node that becomes something else has to fit its links. */
static gboolean
check_out (const SlRecord *record, gpointer data)
{
  const SlCheck *check = data;
  const SlMapNode *to = node_of (check, SL_AS (MAP_EDGE, record)->to);

  if (to != NULL && sl_map_link_fit (SL_AS (MAP_NODE, check->after), to) == SL_LINK_REFUSED)
    find_refused (check, SL_AS (MAP_NODE, check->after), to);
  return TRUE;
}

static gboolean
check_in (const SlRecord *record, gpointer data)
{
  const SlCheck *check = data;
  const SlMapNode *from = node_of (check, SL_AS (MAP_EDGE, record)->from);

  if (from != NULL && sl_map_link_fit (from, SL_AS (MAP_NODE, check->after)) == SL_LINK_REFUSED)
    find_refused (check, from, SL_AS (MAP_NODE, check->after));
  return TRUE;
}

static void
check_links (const SlCheck *check)
{
  if (check->act == NULL || check->before == NULL)
    return;
  sl_data_children (check->view->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, check->after->uid, check_out, (gpointer) check);
  sl_data_children (check->view->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, check->after->uid, check_in, (gpointer) check);
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* M1 to M7, by the number in the rule's name. Whoever is named but gone is an owner gap (INV-2); M5 speaks of nobody. */
static void
check_fault (const SlCheck *check)
{
  const SlNodeStatus *node = sl_map_status_node (check->whole->map, check->after->uid);
  guint fault = SL_MAP_M1 << (check->rule->id[1] - '1');

  if (node == NULL || !(node->faults & fault) || (fault == SL_MAP_M5 && SL_AS (MAP_NODE, check->after)->owner != SL_UID_NONE))
    return;
  sl_check_find (check, fault == SL_MAP_M5 ? SL_MAP_NODE_OWNER : -1, sl_map_fault_words (fault), NULL);
}

static void
check_strength (const SlCheck *check)
{
  const SlNodeStatus *node = sl_map_status_node (check->whole->map, check->after->uid);
  g_autofree char *strength = NULL;
  g_autofree char *needed = NULL;

  if (node == NULL || node->strength >= node->strength_needed)
    return;
  strength = g_strdup_printf ("%d", node->strength);
  needed = g_strdup_printf ("%d", node->strength_needed);
  sl_check_find (check, -1, N_ ("the evidence on the way from money to it has strength {1}; at the gate ahead it needs {2}"),
                 strength, needed, NULL);
}

/* --- 2.9 ---------------------------------------------------------------------------------------------------------- */

static void
ask_dropping (const SlCheck *check)
{
  if (sl_check_owes_reasons (check) && SL_AS (MAP_NODE, check->after)->status == SL_NODE_STATUS_DROPPED
      && SL_AS (MAP_NODE, check->before)->status != SL_NODE_STATUS_DROPPED)
    sl_check_find (check, SL_MAP_NODE_STATUS, N_ ("it is being dropped"), NULL);
}

#define E SL_SEVERITY_ERROR
#define W SL_SEVERITY_WARNING
#define FAULT(id) { id, SL_KIND_MAP_NODE, 0, W, SL_RULE_STATE, check_fault, SL_CONCERN_MAP }
const SlRule sl_rules_map[] = {
  { "2.4", SL_KIND_MAP_EDGE, SL_MASK (SL_MAP_EDGE_FROM) | SL_MASK (SL_MAP_EDGE_TO), E, SL_RULE_STATE, check_link },
  { "2.4", SL_KIND_MAP_NODE, SL_MASK (SL_MAP_NODE_TYPE) | SL_MASK (SL_MAP_NODE_POLARITY), E, SL_RULE_CHANGE, check_links },
  { "W1", SL_KIND_MAP_EDGE, 0, W, SL_RULE_STATE, check_bypass, SL_CONCERN_MAP },
  { "W2", SL_KIND_MAP_EDGE, 0, W, SL_RULE_STATE, check_bypass, SL_CONCERN_MAP },
  FAULT ("M1"),
  FAULT ("M2"),
  FAULT ("M3"),
  FAULT ("M4"),
  FAULT ("M5"),
  FAULT ("M6"),
  FAULT ("M7"),
  { "F-15", SL_KIND_MAP_NODE, 0, W, SL_RULE_STATE, check_strength, SL_CONCERN_MAP },
  { "2.9", SL_KIND_MAP_NODE, SL_MASK (SL_MAP_NODE_STATUS), SL_SEVERITY_REASON, SL_RULE_CHANGE, ask_dropping },
};
const guint sl_n_rules_map = G_N_ELEMENTS (sl_rules_map);
