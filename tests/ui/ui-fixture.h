/* ui-fixture.h: a programme in memory for tests of grids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-workspace.h"

/* An open workspace of default settings and six people (Ada Abbot acts), with @n_risks risks of different words, owners,
 * states and assessments, the same for the same number. Its history is one change-set long. */
SlWorkspace *ui_fixture_workspace (guint n_risks);
/* The n-th risk in order of making. */
SlUid        ui_fixture_risk      (SlWorkspace *workspace, guint n);
/* Sets a field and fails the test when that is refused. */
void         ui_fixture_set       (SlWorkspace *workspace, SlUid uid, guint field, const char *text);
/* The display text of a field. */
char        *ui_fixture_get       (SlWorkspace *workspace, SlUid uid, guint field);
/* Number of change-sets in the history. */
gint64       ui_fixture_seq       (SlWorkspace *workspace);
