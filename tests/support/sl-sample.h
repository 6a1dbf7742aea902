/* sl-sample.h: the sample in a workspace that is nowhere but in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "workspace/sl-workspace.h"

/* Nobody acts yet. Returns: (transfer full). */
static inline SlWorkspace *
sl_sample_workspace (void)
{
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (GError) error = NULL;
  SlWorkspace *workspace = sl_workspace_new (store);

  sl_workspace_open (workspace, NULL, &error);
  g_assert_no_error (error);
  sl_seed_sample (workspace, &error);
  g_assert_no_error (error);
  return workspace;
}
