/* sl-section.h: a piece of a page: widgets one below the other, about something in a workspace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every such piece needs once: the layout, the end of its children, the reference to the workspace.
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_TYPE_SECTION (sl_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlSection, sl_section, SL, SECTION, GtkWidget)

struct _SlSectionClass
{
  GtkWidgetClass parent_class;
};

/* A section of @type, its children @spacing pixels apart. It holds @workspace until it is finalised; a class may keep the
 * pointer without a reference. */
gpointer   sl_section_construct (GType type, SlWorkspace *workspace, int spacing);
/* Puts @child below the others; gone when the section is disposed of. Returns @child. */
GtkWidget *sl_section_add       (gpointer self, GtkWidget *child);

G_END_DECLS
