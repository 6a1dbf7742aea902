/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-bands.h"

#include "ui/pages/sl-settings-field.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define STEPS 5
#define FIGURE_WIDTH 5 /* in characters */

struct _SlSettingsBands
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  GtkWidget *scales, *lines;
  int shown; /* SL_SCALE_* */
};

G_DEFINE_FINAL_TYPE (SlSettingsBands, sl_settings_bands, GTK_TYPE_WIDGET)

static void
sl_settings_bands_dispose (GObject *object)
{
  SlSettingsBands *self = SL_SETTINGS_BANDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (sl_settings_bands_parent_class)->dispose (object);
}

static void
sl_settings_bands_class_init (SlSettingsBandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_bands_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static char *
dup_name (int scale, int level, guint field)
{
  return g_strdup_printf ("%s.%d.%s", sl_enum_token (&sl_scale_enum, scale), level, sl_kind_get (SL_KIND_SCALE_BAND)->fields[field].name);
}

/* Some scales are told in words alone. */
static gboolean
has_figures (SlSettingsBands *self, int scale, guint field)
{
  for (int level = 1; level <= STEPS; level++)
    {
      g_autofree char *name = dup_name (scale, level, field);
      g_autofree char *text = sl_settings_edit_dup_text (self->edit, name);

      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_field (SlSettingsBands *self, int level, guint field, int column)
{
  const char *scale = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_scale_enum, self->shown));
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_kind_get (SL_KIND_SCALE_BAND)->fields[field].label);
  g_autofree char *name = dup_name (self->shown, level, field);
  g_autofree char *said = g_strdup_printf ("%s %d, %s", scale, level, label);
  GtkWidget *entry = sl_settings_field_new (self->edit, name, said, field == SL_SCALE_BAND_LABEL ? 0 : FIGURE_WIDTH);

  gtk_widget_set_hexpand (entry, field == SL_SCALE_BAND_LABEL);
  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->lines), entry, column, STEPS + 1 - level, 1, 1);
}

/* The highest on top, as beside the matrix. */
static void
fill (SlSettingsBands *self)
{
  static const guint fields[] = { SL_SCALE_BAND_LABEL, SL_SCALE_BAND_UPPER, SL_SCALE_BAND_MID };
  /* TRANSLATORS: heads of columns: what a step means in words, its upper end and its midpoint in percent. */
  static const char *const heads[] = { N_ ("Means"), N_ ("Up to, %"), N_ ("Middle, %") };
  GtkWidget *child;
  int column = 1;

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_grid_remove (GTK_GRID (self->lines), child);
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      if (f > 0 && !has_figures (self, self->shown, fields[f]))
        continue;
      gtk_grid_attach (GTK_GRID (self->lines), sl_words_new (_ (heads[f]), "row-subtitle", 0), column, 0, 1, 1);
      for (int level = 1; level <= STEPS; level++)
        add_field (self, level, fields[f], column);
      column++;
    }
  for (int level = 1; level <= STEPS; level++)
    {
      g_autofree char *figure = g_strdup_printf ("%d", level);
      GtkWidget *label = sl_words_new (figure, "heading", 0);

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_set_margin_top (label, 7);
      gtk_grid_attach (GTK_GRID (self->lines), label, 0, STEPS + 1 - level, 1, 1);
    }
}

void
sl_settings_bands_show (SlSettingsBands *self, int scale)
{
  g_return_if_fail (SL_IS_SETTINGS_BANDS (self) && scale > 0 && scale < SL_SCALE_END_);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->scales), (guint) scale - 1);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
on_scale (SlSettingsBands *self)
{
  int scale = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->scales)) + 1;

  if (scale == self->shown || scale >= SL_SCALE_END_)
    return;
  self->shown = scale;
  fill (self);
}

static GtkWidget *
new_scales (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *scales;

  for (int scale = 1; scale < SL_SCALE_END_; scale++)
    {
      const char *label = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_scale_enum, scale));
      /* TRANSLATORS: a scale of impact: "Impact: Cost". */
      g_autofree char *of_impact = g_strdup_printf (_ ("Impact: %s"), label);

      gtk_string_list_append (words, scale == SL_SCALE_PROBABILITY ? label : of_impact);
    }
  scales = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_widget_set_halign (scales, GTK_ALIGN_START);
  sl_name_widget (scales, _ ("Scale"));
  return scales;
}

static void
sl_settings_bands_init (SlSettingsBands *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *title = sl_words_new (_ ("What the Steps Mean"), "title-4", 0);
  GtkWidget *hint = sl_words_new (_ ("Each kind of impact has words of its own; the highest one scored counts. Middles are what formulas "
                                     "reckon with."),
                                  "row-subtitle", 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  self->scales = new_scales ();
  self->lines = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->lines), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->lines), 6);
  gtk_widget_set_parent (title, widget);
  gtk_widget_set_parent (self->scales, widget);
  gtk_widget_set_parent (self->lines, widget);
  gtk_widget_set_parent (hint, widget);
  g_signal_connect_swapped (self->scales, "notify::selected", G_CALLBACK (on_scale), self);
}

GtkWidget *
sl_settings_bands_new (SlSettingsEdit *edit)
{
  SlSettingsBands *self = g_object_new (SL_TYPE_SETTINGS_BANDS, NULL);

  self->edit = g_object_ref (edit);
  on_scale (self);
  return GTK_WIDGET (self);
}
