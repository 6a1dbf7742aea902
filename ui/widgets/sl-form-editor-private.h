/* sl-form-editor-private.h: editors of form rows, one per type of field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

typedef struct _SlFormEditor SlFormEditor;

/* What an editor does: show a text (of sl_data_dup_display()), and tell what it holds. */
typedef struct
{
  GtkWidget *(*build) (SlFormEditor *self);
  void (*show) (SlFormEditor *self, const char *text, const SlValue *value);
  char *(*dup_text) (SlFormEditor *self);
  void (*type) (SlFormEditor *self, const char *text);
} SlFormEditorClass;

struct _SlFormEditor
{
  const SlFormEditorClass *klass;
  SlWorkspace *workspace; /* borrowed from the row */
  const SlField *field;
  GtkWidget *widget;      /* what is focused */
  gboolean beside;        /* stands beside its label rather than below it */
  gboolean at_once;       /* a choice: each is a whole answer */
  gboolean filling;       /* the program writes, not the person */
  /* Told by the editor. */
  void (*changed) (SlFormEditor *self, gpointer row);
  void (*entered) (SlFormEditor *self, gpointer row);
  void (*left) (SlFormEditor *self, gpointer row);
  void (*cancelled) (SlFormEditor *self, gpointer row);
  gpointer row;
};

/* Never NULL; the callbacks are filled in by the caller. Free with g_free() once the widget is gone. */
SlFormEditor *sl_form_editor_new (SlWorkspace *workspace, const SlField *field);

G_END_DECLS
