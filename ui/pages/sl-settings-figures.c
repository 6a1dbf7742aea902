/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-figures.h"

#include "ui/pages/sl-settings-field.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-matrix-image.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>

#define PICTURE 36 /* pixels */
#define FIGURE_WIDTH 3
#define N_LEVELS SL_APPETITE_LEVEL_EAGER

struct _SlSettingsFigures
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  GtkWidget *pictures[N_LEVELS + 1]; /* from 1 */
  GtkWidget *sum;
};

G_DEFINE_FINAL_TYPE (SlSettingsFigures, sl_settings_figures, GTK_TYPE_WIDGET)

static void
sl_settings_figures_dispose (GObject *object)
{
  SlSettingsFigures *self = SL_SETTINGS_FIGURES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (sl_settings_figures_parent_class)->dispose (object);
}

static void
sl_settings_figures_class_init (SlSettingsFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- Sentences ---------------------------------------------------------------------------------------------------- */

/* A sentence: each %s is a figure, of the fields in their order. */
static GtkWidget *
new_sentence (SlSettingsFigures *self, const char *sentence, const guint *fields)
{
  GtkWidget *line = sl_wrap_box_new ();
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", -1);

  for (guint k = 0; parts[k] != NULL; k++)
    {
      const SlField *field = &sl_kind_get (SL_KIND_SETTINGS)->fields[fields[k]];
      const char *words = g_strstrip (parts[k]);

      if (*words != '\0')
        {
          GtkWidget *label = gtk_label_new (words);

          gtk_widget_set_valign (label, GTK_ALIGN_START);
          gtk_widget_set_margin_top (label, 7);
          sl_wrap_box_append (SL_WRAP_BOX (line), label);
        }
      if (parts[k + 1] != NULL)
        sl_wrap_box_append (SL_WRAP_BOX (line), sl_settings_field_new (self->edit, field->name,
                                                                        g_dgettext (GETTEXT_PACKAGE, field->label), FIGURE_WIDTH));
    }
  return line;
}

static void
add (SlSettingsFigures *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
add_title (SlSettingsFigures *self, const char *text)
{
  GtkWidget *title = sl_words_new (text, "title-4", 0);

  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_set_margin_top (title, 18);
  add (self, title);
}

static void
add_levels (SlSettingsFigures *self)
{
  add_title (self, _ ("What the Levels Allow"));
  for (int level = 1; level <= N_LEVELS; level++)
    {
      guint first = SL_SETTINGS_AVERSE_WANT + 2 * (guint) (level - 1);
      const char *name = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_appetite_level_enum, level));
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *sentence;
      g_autofree char *words = NULL, *escaped = NULL;

      /* TRANSLATORS: how much a level of appetite allows; each %s is a box with a score. The name of the level stands before
       * it: "Averse". */
      words = g_strconcat (name, ": ", _ ("wanted up to %s and tolerated up to %s"), NULL);
      sentence = new_sentence (self, words, (guint[]){ first, first + 1, 0 });
      self->pictures[level] = sl_matrix_image_new_limits (PICTURE);
      gtk_widget_set_hexpand (sentence, TRUE);
      gtk_box_append (GTK_BOX (line), self->pictures[level]);
      gtk_box_append (GTK_BOX (line), sentence);
      add (self, line);
    }
  add (self, sl_words_new (_ ("Not set: no limit. No score is a breach; the risk says so instead of looking well."), "row-subtitle", 0));
}

static void
add_others (SlSettingsFigures *self)
{
  add_title (self, _ ("When a Risk Is Looked At Again"));
  /* TRANSLATORS: each %s is a box with a number. */
  add (self, new_sentence (self, _ ("A Red one every %s days, an Amber one every %s and a Green one every %s days"),
                           (guint[]){ SL_SETTINGS_REVIEW_RED, SL_SETTINGS_REVIEW_AMBER, SL_SETTINGS_REVIEW_GREEN, 0 }));
  add_title (self, _ ("How Far a Benefit May Fall Short"));
  /* TRANSLATORS: each %s is a box with a number of percentage points. */
  add (self, new_sentence (self, _ ("Green within %s percentage points of the plan, Amber within %s and Red beyond"),
                           (guint[]){ SL_SETTINGS_BENEFIT_GREEN_TOLERANCE, SL_SETTINGS_BENEFIT_AMBER_TOLERANCE, 0 }));
  add_title (self, _ ("What Readiness Counts"));
  /* TRANSLATORS: weights; each %s is a box with a number. */
  add (self, new_sentence (self, _ ("Criteria %s health %s risks %s benefits %s line of sight %s"),
                           (guint[]){ SL_SETTINGS_WEIGHT_CRITERIA, SL_SETTINGS_WEIGHT_HEALTH, SL_SETTINGS_WEIGHT_RISKS,
                                      SL_SETTINGS_WEIGHT_BENEFITS, SL_SETTINGS_WEIGHT_SIGHT, 0 }));
  self->sum = sl_words_new (NULL, "row-subtitle", 0);
  add (self, self->sum);
}

static void
show (SlSettingsFigures *self)
{
  g_autoptr (SlTx) tx = NULL;
  g_autofree char *sum = NULL;
  const SlSettings *s;
  SlView view;

  tx = sl_settings_edit_try (self->edit, &view);
  if ((s = view.settings) == NULL)
    return;
  for (int level = 1; level <= N_LEVELS; level++)
    {
      SlMatrix *matrix = sl_matrix_new (&view, FALSE, TRUE);

      sl_appetite_limits (s, level, &matrix->want, &matrix->tolerate);
      sl_matrix_image_set (SL_MATRIX_IMAGE (self->pictures[level]), matrix, NULL, 0, NULL);
    }
  sum = g_strdup_printf (_ ("Shares of %d."), s->weight_criteria + s->weight_health + s->weight_risks + s->weight_benefits + s->weight_sight);
  gtk_label_set_text (GTK_LABEL (self->sum), sum);
}

static void
sl_settings_figures_init (SlSettingsFigures *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
sl_settings_figures_new (SlSettingsEdit *edit)
{
  SlSettingsFigures *self = g_object_new (SL_TYPE_SETTINGS_FIGURES, NULL);

  self->edit = g_object_ref (edit);
  add_levels (self);
  add_others (self);
  show (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
