/* sl-settings-private.h: what the names of a draft stand for, shared by the draft and the act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-settings-draft.h"

G_BEGIN_DECLS

typedef struct
{
  int kind;  /* SETTINGS, SCALE_BAND or APPETITE; of "approved_by" APPETITE, too */
  guint field;
  int scale, level; /* of a band */
  int category;     /* of a statement; 0: who approved them */
  SlUid stakeholder;
} SlSettingsTarget;

/* SL_ERROR_USAGE for a name that means nothing. */
gboolean sl_settings_target (const SlData *data, const char *name, SlSettingsTarget *target, GError **error);

G_END_DECLS
