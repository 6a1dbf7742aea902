/* sl-actor-button.h: the title of a window: programme, and who acts; choosing another person is one click away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (): the person at the keyboard chose who acts.
 */
#pragma once

#include <adwaita.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_ACTOR_BUTTON (sl_actor_button_get_type ())
G_DECLARE_FINAL_TYPE (SlActorButton, sl_actor_button, SL, ACTOR_BUTTON, GtkWidget)

/* Holds a reference. */
GtkWidget *sl_actor_button_new (SlWorkspace *workspace);

G_END_DECLS
