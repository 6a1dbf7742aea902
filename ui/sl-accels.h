/* sl-accels.h: every key of the application, in one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the table binds is what the shortcuts window lists: neither can forget the other.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @action: what the application binds it to; NULL: a key that a widget handles, listed only. @keys: accelerators,
 * separated by blanks. @bound: FALSE: the widget of the action's place binds it, so that a text being edited gets the key
 * first. */
typedef struct
{
  const char *group; /* N_() */
  const char *action;
  const char *keys;
  const char *title; /* N_() */
  gboolean bound;
} SlAccel;

/* Ends with an entry without keys; entries of a group stand together. */
const SlAccel *sl_accels         (void);
void           sl_accels_install (GtkApplication *application);

G_END_DECLS
