/* sl-export.h: writing something to a file of the person's choice: the choice, the work, the way to what was written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever leaves the programme (XML, pictures, reports) goes this way. The work is done on a worker; when it takes longer
 * than a moment a small window shows how far it is and can stop it. At the end the window tells, and offers to show the
 * file; what went wrong is said with what to do about it.
 */
#pragma once

#include "ui/sl-window.h"

G_BEGIN_DECLS

typedef struct
{
  const char *suffix; /* ".svg" */
  const char *label;  /* translatable msgid: "Picture that scales (SVG)" */
} SlExportFormat;

/* Writes to @path, whole or not at all; its suffix says in which format. On a worker: @job must be nobody else's. @progress
 * is called on that worker, too. */
typedef gboolean (*SlExportFunc) (gpointer job, const char *path, GCancellable *cancellable, SlProgressFunc progress,
                                  gpointer user, GError **error);

typedef struct
{
  const char *title;             /* of the file chooser, translated */
  const char *name;              /* suggested, without suffix */
  const SlExportFormat *formats; /* the first is suggested; kept while it is asked and written */
  guint n_formats;
  SlExportFunc write;
  gpointer job;                  /* given away */
  GDestroyNotify free_job;
} SlExport;

/* Asks where to, then as sl_export_start(). A name without one of the suffixes gets that of the kind chosen. */
void sl_export_choose (SlWindow *window, const SlExport *export);
/* Writes @file. Another of the window's exports under way is stopped first. */
void sl_export_start  (SlWindow *window, GFile *file, const SlExport *export);

/* Lets a chooser begin among the person's documents, where there is such a folder. */
void sl_export_begin_in_documents (GtkFileChooser *chooser);

/* A file name that any system takes, made of @text ("Marlhaven: smart bins" gives "Marlhaven smart bins"). Free with g_free(). */
char *sl_export_dup_name (const char *text);

G_END_DECLS
