/* sl-map-tree-private.h: what a row of the outline holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/models/sl-map-tree.h"

G_BEGIN_DECLS

/* What a row stands for, and what its place depends on. */
typedef struct
{
  SlMapTreeForm form;
  SlUid uid, link;
  int type;
} Key;

/* What is shown of a row besides the records. */
typedef struct
{
  gboolean can_open, again, complete;
  guint findings, faults;
  SlRag level;
} State;

struct _SlMapTreeRow
{
  GObject parent_instance;
  Key key;
  guint depth;
  gboolean open;
  State state;
};

G_END_DECLS
