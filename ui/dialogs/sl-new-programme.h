/* sl-new-programme.h: what a new programme starts from, asked on one page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sl-window.h"

G_BEGIN_DECLS

#define SL_TYPE_NEW_PROGRAMME (sl_new_programme_get_type ())
G_DECLARE_FINAL_TYPE (SlNewProgramme, sl_new_programme, SL, NEW_PROGRAMME, AdwWindow)

/* Shown over @window; the programme opens there if that is empty, else in a window of its own. Returns: borrowed. */
SlNewProgramme *sl_new_programme_show   (SlWindow *window);
/* Makes it in @file from what is filled in. FALSE: told in the dialog. */
gboolean        sl_new_programme_create (SlNewProgramme *self, GFile *file);
/* Whether what is filled in is enough. */
gboolean        sl_new_programme_is_valid (SlNewProgramme *self);
/* Fills in a field by name ("name", "city", "currency", "person", "role", "organisation", "project"). */
void            sl_new_programme_set    (SlNewProgramme *self, const char *field, const char *text);

G_END_DECLS
