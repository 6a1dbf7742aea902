/* sl-row-acts.h: what can be done with the row of the cursor besides editing it, kind by kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page names them in its SlPageInfo. They become actions of the group "row" on the page: its menu, its keys and the
 * details beside it find them there. What cannot be done with a row now is not in its menu.
 */
#pragma once

#include "ui/pages/sl-page.h"

G_BEGIN_DECLS

struct _SlRowAct
{
  const char *name;  /* "leave": the action is "row.leave"; NULL ends a list */
  const char *label; /* in the menu, N_() */
  guint key;         /* or 0 */
  GdkModifierType modifiers;
  /* NULL: always. */
  gboolean (*can) (SlWorkspace *workspace, const SlRecord *record);
  void (*act) (SlPage *page, SlWorkspace *workspace, SlUid uid);
};

#define SL_TYPE_ROW_ACTS (sl_row_acts_get_type ())
G_DECLARE_FINAL_TYPE (SlRowActs, sl_row_acts, SL, ROW_ACTS, GObject)

/* Puts @acts on @page, which must outlive it: actions and keys. Holds a reference on @workspace. */
SlRowActs  *sl_row_acts_new     (SlPage *page, SlWorkspace *workspace, const SlRowAct *acts);
/* For the menu of a row. Returns: (transfer full). */
GMenuModel *sl_row_acts_menu    (SlRowActs *self);
/* The row of the cursor; SL_UID_NONE: none. */
void        sl_row_acts_set_uid (SlRowActs *self, SlUid uid);

G_END_DECLS
