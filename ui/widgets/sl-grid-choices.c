/* The choices beneath an editor: tokens, yes and no, people and other records, narrowed as one types.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHOICES_MAX 40
#define ROW_HEIGHT 30
#define ROWS_SHOWN 8

typedef struct
{
  char *name;   /* what people read */
  char *detail; /* beside it, quieter; or NULL */
  char *writes; /* what is written when it is chosen */
  char *folded;
  gboolean inactive;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->name);
  g_free (self->detail);
  g_free (self->writes);
  g_free (self->folded);
  g_free (self);
}

/* Takes @detail. */
static void
add_choice (GPtrArray *all, const char *name, char *detail, const char *writes, gboolean inactive)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *both = g_strconcat (name, "\n", detail != NULL ? detail : "", NULL);

  *choice = (Choice){ g_strdup (name), detail, g_strdup (writes), sl_text_fold (both), inactive };
  g_ptr_array_add (all, choice);
}

/* --- Where they come from ----------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *all;
  const SlData *data;
  SlDate day;
} Collection;

static gboolean
collect_record (const SlRecord *record, gpointer data)
{
  Collection *collection = data;
  const char *code = sl_record_code (record), *name = sl_record_title (record), *role = NULL;
  gboolean inactive = FALSE;
  GString *detail = g_string_new (code);

  if (record->kind == SL_KIND_PERSON)
    {
      role = SL_AS (PERSON, record)->role_title;
      inactive = !sl_person_active (collection->data, record->uid, collection->day);
    }
  if (role != NULL)
    g_string_append_printf (detail, " · %s", role);
  if (inactive)
    g_string_append_printf (detail, " · %s", _ ("not active"));
  if (code != NULL)
    add_choice (collection->all, name != NULL ? name : code, g_string_free (detail, FALSE), code, inactive);
  else
    g_string_free (detail, TRUE);
  return TRUE;
}

static void
collect (SlGrid *self, SlColumn *column)
{
  SlWorkspace *workspace = sl_grid_model_workspace (self->model);
  Collection collection = { self->choices.all, sl_workspace_data (workspace), sl_workspace_as_of (workspace) };

  if (column->type == SL_TYPE_BOOL)
    {
      add_choice (self->choices.all, _ ("Yes"), NULL, "true", FALSE);
      add_choice (self->choices.all, _ ("No"), NULL, "false", FALSE);
    }
  for (guint i = 0; column->type == SL_TYPE_ENUM && column->tokens != NULL && i < column->tokens->n_entries; i++)
    add_choice (self->choices.all, g_dgettext (GETTEXT_PACKAGE, column->tokens->entries[i].label), NULL,
                column->tokens->entries[i].token, FALSE);
  if (column->type == SL_TYPE_REF && column->ref >= 0)
    sl_data_each (collection.data, column->ref, collect_record, &collection);
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
row_for (Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (choice->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 36);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (choice->inactive)
    gtk_widget_add_css_class (name, "dim-label");
  if (choice->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (choice->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_widget_add_css_class (detail, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  return row;
}

/* Beginning of the name, of a word of it, anywhere; people who have left stand behind. G_MAXUINT: no match. */
static guint
rank (Choice *choice, const char *folded)
{
  const char *at = strstr (choice->folded, folded);
  guint left = choice->inactive ? 4 : 0;

  if (at == NULL)
    return G_MAXUINT;
  if (at == choice->folded)
    return left;
  for (; at != NULL; at = strstr (at + 1, folded))
    if (at > choice->folded && strchr (" \n·-", at[-1]) != NULL)
      return left + 1;
  return left + 2;
}

static void
fill (SlGrid *self, const char *typed)
{
  g_autofree char *folded = g_strstrip (sl_text_fold (typed));
  GtkListBox *list = GTK_LIST_BOX (self->choices.list);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint wanted = 0; wanted <= 6; wanted++)
    for (guint i = 0; i < self->choices.all->len && n < CHOICES_MAX; i++)
      if (rank (self->choices.all->pdata[i], folded) == wanted)
        {
          gtk_list_box_append (list, row_for (self->choices.all->pdata[i]));
          n++;
        }
  gtk_widget_set_size_request (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW), 260,
                               (int) MIN (n, ROWS_SHOWN) * ROW_HEIGHT);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SlGrid *self)
{
  gtk_list_box_select_row (list, row);
  self->editor.touched = TRUE;
  self->choices.stepped = TRUE;
  sl_grid_commit_and_go (self, 0, 1);
}

static void
make_popover (SlGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->choices.list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->choices.list), GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices.list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choices"), -1);
  g_signal_connect (self->choices.list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->choices.list);
  self->choices.popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->choices.popover, "sl-grid-choices");
  gtk_widget_add_css_class (self->choices.popover, "menu");
  gtk_widget_set_can_focus (self->choices.popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->choices.popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->choices.popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->choices.popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->choices.popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->choices.popover), scroller);
  gtk_widget_set_parent (self->choices.popover, GTK_WIDGET (self));
}

static void
open_list (SlGrid *self)
{
  GdkRectangle area;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !sl_grid_cursor_area (self, &area))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->choices.popover), &area);
  if (!gtk_widget_get_visible (self->choices.popover))
    gtk_popover_popup (GTK_POPOVER (self->choices.popover));
}

/* The choice that stands now is marked, so that Down goes on from there. */
static void
select_current (SlGrid *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->choices.list);

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
      const Choice *choice = g_object_get_data (G_OBJECT (row), "choice");

      if (g_strcmp0 (choice->name, self->editor.original) == 0 || g_strcmp0 (choice->writes, self->editor.original) == 0)
        {
          gtk_list_box_select_row (list, row);
          return;
        }
    }
}

void
sl_grid_choices_make (SlGrid *self, SlColumn *column)
{
  sl_grid_choices_close (self);
  if (column->type != SL_TYPE_BOOL && column->type != SL_TYPE_ENUM && column->type != SL_TYPE_REF)
    return;
  self->choices.all = g_ptr_array_new_with_free_func (choice_free);
  collect (self, column);
  if (self->choices.popover == NULL)
    make_popover (self);
  fill (self, "");
  select_current (self);
  self->choices.open = TRUE;
  self->choices.stepped = FALSE;
  open_list (self);
}

void
sl_grid_choices_filter (SlGrid *self, const char *typed)
{
  GtkListBox *list;

  if (!self->choices.open)
    return;
  list = GTK_LIST_BOX (self->choices.list);
  fill (self, typed);
  self->choices.stepped = FALSE;
  if (typed[strspn (typed, " ")] != '\0' && gtk_list_box_get_row_at_index (list, 0) != NULL)
    gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  if (gtk_list_box_get_row_at_index (list, 0) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self->choices.popover));
  else
    open_list (self);
}

void
sl_grid_choices_close (SlGrid *self)
{
  GtkWidget *child;

  self->choices.open = FALSE;
  if (self->choices.popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->choices.popover));
      while ((child = gtk_widget_get_first_child (self->choices.list)) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->choices.list), child);
    }
  g_clear_pointer (&self->choices.all, g_ptr_array_unref);
}

static void
scroll_to_choice (SlGrid *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (self->choices.list));
  graphene_rect_t area;

  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->choices.list, &area))
    gtk_adjustment_clamp_page (adjustment, area.origin.y, area.origin.y + area.size.height);
}

gboolean
sl_grid_choices_step (SlGrid *self, int by)
{
  GtkListBox *list = GTK_LIST_BOX (self->choices.list);
  GtkListBoxRow *row;
  int index, n = 0;

  if (!self->choices.open)
    return FALSE;
  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  if (n == 0)
    return TRUE;
  row = gtk_list_box_get_selected_row (list);
  index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : n - 1;
  row = gtk_list_box_get_row_at_index (list, CLAMP (index, 0, n - 1));
  gtk_list_box_select_row (list, row);
  scroll_to_choice (self, row);
  self->editor.touched = TRUE;
  self->choices.stepped = TRUE;
  return TRUE;
}

const char *
sl_grid_choices_chosen (SlGrid *self)
{
  GtkListBoxRow *row = self->choices.open ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->choices.list)) : NULL;
  const char *typed;

  if (row == NULL)
    return NULL;
  /* Emptied means emptied, whatever was marked when it was opened. */
  typed = gtk_editable_get_text (GTK_EDITABLE (self->editor.text));
  if (*typed == '\0' && !self->choices.stepped)
    return NULL;
  return ((const Choice *) g_object_get_data (G_OBJECT (row), "choice"))->writes;
}
