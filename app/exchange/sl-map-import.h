/* sl-map-import.h: taking cards and links into a programme's benefit map, as one import.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From GraphML (cards and links; data by storage name: type, status, owner, weight, evidence, rationale ..., the label as
 * title) or from CSV (cards or links; columns by storage name). What is in the programme already stays as it is: a card
 * whose code it has, a link between the same two. A code that is free is kept, any other card gets the next one of its
 * type. Where somebody placed a card by hand (pinned), it comes with its place.
 *
 * Rows that cannot be taken are refused, each with its line and its reason: a field that cannot be, a link that the map
 * does not allow (domain.md 2.4), one that leads back to where it came from. GraphML is taken as a whole or not at all; of
 * a table what is refused is left out.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  int line;
  char *what;   /* id, code or ends: which */
  char *reason;
} SlMapRefusal;

typedef struct _SlMapImport SlMapImport;

/* Prepares the import; nothing has changed yet. @kind: -1: GraphML; SL_KIND_MAP_NODE, SL_KIND_MAP_EDGE: such a table. @name:
 * what messages call it. What sl_graphml_read() and sl_csv_read() say; SL_ERROR_DAMAGED for a table without the columns
 * that it must have. */
SlMapImport     *sl_map_import_new      (SlWorkspace *workspace, GInputStream *stream, const char *name, int kind,
                                         GCancellable *cancellable, GError **error);
void             sl_map_import_free     (SlMapImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapImport, sl_map_import_free)

/* What would be added, and what is there already. */
guint            sl_map_import_cards    (const SlMapImport *self);
guint            sl_map_import_links    (const SlMapImport *self);
guint            sl_map_import_present  (const SlMapImport *self);
/* Of SlMapRefusal, by line. Borrowed. */
const GPtrArray *sl_map_import_refusals (const SlMapImport *self);
/* The programme as it would be, for a preview. Borrowed; NULL after the commit. */
const SlData    *sl_map_import_data     (const SlMapImport *self);
/* In one change-set, by the acting person. SL_ERROR_REFUSED when anything of a graph is refused, naming the first, and what
 * sl_workspace_commit() says. */
gboolean         sl_map_import_commit   (SlMapImport *self, const char *reason, GError **error);

G_END_DECLS
