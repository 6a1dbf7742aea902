/* F-4: which risk comes first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/sl-risk-status.h"

#include "model/sl-code.h"

/* Below 0 when @a, the greater figure, comes first. */
static int
greater_first (gint64 a, gint64 b)
{
  return (a < b) - (a > b);
}

/* What has no date comes last. */
static int
nearer_first (const SlRiskStatus *a, const SlRiskStatus *b)
{
  if (a->proximity == SL_PROXIMITY_NONE || b->proximity == SL_PROXIMITY_NONE)
    return (a->proximity == SL_PROXIMITY_NONE) - (b->proximity == SL_PROXIMITY_NONE);
  return greater_first (b->proximity_days, a->proximity_days);
}

int
sl_risk_compare (const SlRisk *a, const SlRiskStatus *of_a, const SlRisk *b, const SlRiskStatus *of_b)
{
  int order = greater_first (of_a->rag, of_b->rag);

  if (order == 0)
    order = greater_first (of_a->score, of_b->score);
  if (order == 0)
    order = greater_first (of_a->impact, of_b->impact);
  if (order == 0)
    order = nearer_first (of_a, of_b);
  /* An unknown exposure is the smallest number there is. */
  if (order == 0)
    order = greater_first (of_a->exposure, of_b->exposure);
  return order != 0 ? order : sl_code_compare (a->code, b->code);
}

typedef struct
{
  const SlRisk *risk;
  SlRiskStatus status;
} Ranked;

typedef struct
{
  const SlView *view;
  int kind;
  GArray *ranked;
} Ranking;

static gboolean
collect_open (const SlRecord *record, gpointer data)
{
  Ranking *ranking = data;
  Ranked ranked = { SL_AS (RISK, record), { 0 } };

  if (ranked.risk->kind != ranking->kind || !sl_risk_is_open (ranked.risk))
    return TRUE;
  sl_risk_status (ranking->view, ranked.risk, &ranked.status);
  g_array_append_val (ranking->ranked, ranked);
  return TRUE;
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  return sl_risk_compare (x->risk, &x->status, y->risk, &y->status);
}

GArray *
sl_risk_order (const SlView *view, int kind)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));
  Ranking ranking = { view, kind, ranked };

  g_return_val_if_fail (view != NULL, uids);
  sl_data_each (view->data, SL_KIND_RISK, collect_open, &ranking);
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (uids, g_array_index (ranked, Ranked, i).risk->record.uid);
  return uids;
}
