/* sl-leaving.h: a person leaves: the last day and who takes over what, as one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What nobody takes over keeps the name of who left and is an owner gap from the day after the last (INV-2): `check` lists
 * it, and everything that needs an active owner says so. Coming back is to empty the last day.
 */
#pragma once

#include "insight/sl-ownership.h"
#include "insight/sl-person-status.h"
#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  SlOwned owned;
  SlUid successor; /* SL_UID_NONE: nobody yet, a gap */
} SlHandOver;

/* Puts into @tx that the last day of @person is @last_day (SL_DATE_NONE: it stays as it is), and hands over what
 * @hand_overs (of SlHandOver) says; what it leaves out stays. @today: the day successors must be active on. SL_ERROR_VALUE
 * when a successor is not active then, or no longer when @person has gone; SL_ERROR_CONFLICT when something is no longer
 * @person's; what sl_tx_set() says. */
gboolean sl_tx_leave        (SlTx *tx, SlUid person, SlDate last_day, const GArray *hand_overs, SlDate today, GError **error);

/* The same, committed: one change-set with one reason, which sl_workspace_undo() takes back whole. What
 * sl_workspace_commit() says: SL_ERROR_REASON_NEEDED where an owner changes and @reason says nothing. */
gboolean sl_workspace_leave (SlWorkspace *self, SlUid person, SlDate last_day, const GArray *hand_overs, const char *reason,
                             GError **error);

G_END_DECLS
