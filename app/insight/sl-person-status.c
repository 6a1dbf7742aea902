/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/sl-person-status.h"

#include "insight/sl-ownership.h"

static void
stand (const SlView *view, const SlPerson *person, SlPersonStatus *status)
{
  if (person->active_from != SL_DATE_NONE && view->as_of < person->active_from)
    {
      status->standing = SL_STANDING_COMING;
      status->days = person->active_from - view->as_of;
    }
  else if (person->active_to != SL_DATE_NONE && person->active_to < view->as_of)
    {
      status->standing = SL_STANDING_LEFT;
      status->days = view->as_of - person->active_to;
    }
  else if (person->active_to != SL_DATE_NONE)
    {
      status->standing = SL_STANDING_LEAVING;
      status->days = person->active_to - view->as_of;
    }
}

/* INV-2 asks no active owner of a draft risk. */
static gboolean
needs_owner (const SlView *view, const SlOwned *owned)
{
  return owned->kind != SL_KIND_RISK
         || SL_AS (RISK, sl_data_lookup (view->data, owned->uid))->state != SL_RISK_STATE_DRAFT;
}

void
sl_person_status (const SlView *view, const SlPerson *person, SlPersonStatus *status)
{
  g_autoptr (GArray) owned = NULL;
  gboolean active;

  g_return_if_fail (view != NULL && person != NULL && status != NULL);
  *status = (SlPersonStatus){ .standing = SL_STANDING_HERE };
  stand (view, person, status);
  active = status->standing == SL_STANDING_HERE || status->standing == SL_STANDING_LEAVING;
  owned = sl_ownership_of (view, person->record.uid);
  status->owned = owned->len;
  for (guint i = 0; !active && i < owned->len; i++)
    status->gaps += needs_owner (view, &g_array_index (owned, SlOwned, i));
  if (status->gaps > 0)
    status->rag = SL_RAG_RED;
  else if (status->owned > 0
           && (status->standing == SL_STANDING_LEFT
               || (status->standing == SL_STANDING_LEAVING && status->days <= SL_LEAVES_SOON_DAYS)))
    status->rag = SL_RAG_AMBER;
}

gboolean
sl_person_may_succeed (const SlView *view, SlUid person, SlUid leaver, SlDate last_day)
{
  g_return_val_if_fail (view != NULL, FALSE);
  return person != leaver && sl_person_active (view->data, person, view->as_of)
         && (last_day == SL_DATE_NONE || last_day < view->as_of
             || sl_person_active (view->data, person, MIN (last_day + 1, SL_DATE_MAX)));
}
