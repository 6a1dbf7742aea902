/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-grid.h"

#include "charts/sl-glyph.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlSettingsGrid
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  SlPreferences *preferences;
  SlHeatMap *map; /* what the matrix shows */
  GtkWidget *matrix, *fault, *hint;
  int probability, impact; /* of the cell with the focus; 0: none yet */
};

G_DEFINE_FINAL_TYPE (SlSettingsGrid, sl_settings_grid, GTK_TYPE_WIDGET)

static void
sl_settings_grid_dispose (GObject *object)
{
  SlSettingsGrid *self = SL_SETTINGS_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sl_settings_grid_parent_class)->dispose (object);
}

static void
sl_settings_grid_finalize (GObject *object)
{
  g_clear_pointer (&SL_SETTINGS_GRID (object)->map, sl_heat_map_free);
  G_OBJECT_CLASS (sl_settings_grid_parent_class)->finalize (object);
}

static gboolean
sl_settings_grid_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_SETTINGS_GRID (widget)->matrix);
}

static void
sl_settings_grid_class_init (SlSettingsGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_settings_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_settings_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

/* The cell at fault is marked, and named below. */
static void
show_fault (SlSettingsGrid *self)
{
  int probability, impact;
  gboolean wrong = sl_settings_edit_fault_at (self->edit, &probability, &impact);

  sl_heat_grid_mark (SL_HEAT_GRID (self->matrix), probability, impact);
  if (self->probability > 0)
    sl_heat_grid_return_to (SL_HEAT_GRID (self->matrix), self->probability, self->impact);
  gtk_label_set_text (GTK_LABEL (self->fault), wrong ? sl_settings_edit_fault (self->edit) : "");
  gtk_widget_set_visible (self->fault, wrong);
  gtk_widget_set_visible (self->hint, !wrong);
}

static void
show (SlSettingsGrid *self)
{
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");
  SlHeatStyle style = { .paint = { .palette = g_strcmp0 (palette, "blue-orange") == 0 ? SL_PALETTE_BLUE_ORANGE : 0 } };
  g_autoptr (SlHeatMap) before = g_steal_pointer (&self->map);
  g_autoptr (SlTx) tx = NULL;
  SlView view;

  tx = sl_settings_edit_try (self->edit, &view);
  if (view.settings != NULL)
    self->map = sl_heat_map_new (&view, sl_heat_new (&view, SL_RISK_KIND_THREAT, SL_HEAT_NOW, SL_CONFIDENTIALITY_RESTRICTED,
                                                     NULL, NULL), TRUE);
  sl_heat_grid_show (SL_HEAT_GRID (self->matrix), self->map, &style);
  show_fault (self);
}

/* --- Setting ------------------------------------------------------------------------------------------------------ */

static const struct
{
  SlRag rag;
  char letter; /* as stored */
} levels[] = { { SL_RAG_GREEN, 'G' }, { SL_RAG_AMBER, 'A' }, { SL_RAG_RED, 'R' } };

void
sl_settings_grid_set (SlSettingsGrid *self, int probability, int impact, SlRag rag)
{
  g_autofree char *name = g_strdup_printf ("grid_%d", probability);
  g_autofree char *row = NULL;

  g_return_if_fail (SL_IS_SETTINGS_GRID (self) && rag >= SL_RAG_GREEN && rag <= SL_RAG_RED);
  row = sl_settings_edit_dup_text (self->edit, name);
  if (row == NULL || impact < 1 || impact > (int) strlen (row))
    return;
  row[impact - 1] = levels[rag - SL_RAG_GREEN].letter;
  sl_settings_edit_set (self->edit, name, row, NULL);
}

static void
on_chosen (SlHeatGrid *matrix, int probability, int impact, SlSettingsGrid *self)
{
  self->probability = probability;
  self->impact = impact;
}

static void
on_entered (SlHeatGrid *matrix, int probability, int impact, SlSettingsGrid *self)
{
  SlRag rag = sl_heat_map_matrix (self->map)->level[probability][impact];

  on_chosen (matrix, probability, impact, self);
  sl_settings_grid_set (self, probability, impact, rag == SL_RAG_RED ? SL_RAG_GREEN : rag + 1);
}

/* The letters that the cells show; those of English too, as long as they mean nothing else. */
static SlRag
rag_of_key (guint key)
{
  gunichar typed = g_unichar_toupper (gdk_keyval_to_unicode (key));

  for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
    {
      const char *letter = sl_glyph_letter (sl_status_from_rag (levels[k].rag, FALSE));

      if (typed == g_utf8_get_char (g_dgettext (GETTEXT_PACKAGE, letter)))
        return levels[k].rag;
    }
  for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
    if (typed == (gunichar) levels[k].letter)
      return levels[k].rag;
  return SL_RAG_NONE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlSettingsGrid *self)
{
  SlRag rag = rag_of_key (key);

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0 || rag == SL_RAG_NONE || self->probability == 0)
    return FALSE;
  sl_settings_grid_set (self, self->probability, self->impact, rag);
  return TRUE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_settings_grid_init (SlSettingsGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *title = sl_words_new (_ ("How Threats Are Rated"), "title-4", 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  self->matrix = sl_heat_grid_new ();
  gtk_widget_set_vexpand (self->matrix, TRUE);
  sl_name_widget (self->matrix, _ ("Rating grid"));
  self->fault = sl_words_new (NULL, "error", 0);
  self->hint = sl_words_new (_ ("Arrow keys go from cell to cell; R, A or G sets one, Enter takes the next level. The figures are the "
                                "threats that stand there now; opportunities read the same grid as Low, Medium and High."),
                             "row-subtitle", 0);
  gtk_widget_set_parent (title, widget);
  gtk_widget_set_parent (self->matrix, widget);
  gtk_widget_set_parent (self->fault, widget);
  gtk_widget_set_parent (self->hint, widget);
  g_signal_connect (self->matrix, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->matrix, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->matrix, keys);
}

GtkWidget *
sl_settings_grid_new (SlSettingsEdit *edit, SlPreferences *preferences)
{
  SlSettingsGrid *self = g_object_new (SL_TYPE_SETTINGS_GRID, NULL);

  self->edit = g_object_ref (edit);
  self->preferences = g_object_ref (preferences);
  show (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "changed::palette", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
sl_settings_grid_fault (SlSettingsGrid *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_GRID (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->fault));
}

SlHeatGrid *
sl_settings_grid_matrix (SlSettingsGrid *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_GRID (self), NULL);
  return SL_HEAT_GRID (self->matrix);
}
