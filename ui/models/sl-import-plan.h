/* sl-import-plan.h: what taking a programme XML document in would do, line for line; and then doing it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document is read on a worker; letting go of the plan stops that. What is wrong with it stands with its line and path.
 */
#pragma once

#include "ui/models/sl-plan.h"

G_BEGIN_DECLS

#define SL_TYPE_IMPORT_PLAN (sl_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (SlImportPlan, sl_import_plan, SL, IMPORT_PLAN, SlPlan)

/* Begins at once. Holds a reference on @workspace. */
SlImportPlan *sl_import_plan_new (SlWorkspace *workspace, GFile *file);

G_END_DECLS
