/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-legend-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDEST 28 /* characters of a label */

/* --- The sign of an entry ----------------------------------------------------------------------------------------- */

#define SL_TYPE_MAP_TONE_IMAGE (sl_map_tone_image_get_type ())
G_DECLARE_FINAL_TYPE (SlMapToneImage, sl_map_tone_image, SL, MAP_TONE_IMAGE, GtkWidget)

struct _SlMapToneImage
{
  GtkWidget parent_instance;
  const SlMapOverlay *overlay;
  const SlMapStyle *style;
  guint entry;
  int width;
};

G_DEFINE_FINAL_TYPE (SlMapToneImage, sl_map_tone_image, GTK_TYPE_WIDGET)

static void
sl_map_tone_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapToneImage *self = SL_MAP_TONE_IMAGE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, 0, (height - SL_MAP_TONE_SIZE) / 2);
  sl_map_paint_tone (self->overlay, self->entry, cr, self->style);
  cairo_destroy (cr);
}

static void
sl_map_tone_image_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  const SlMapToneImage *self = SL_MAP_TONE_IMAGE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) SL_MAP_TONE_SIZE
                                                                : self->width;
}

static void
sl_map_tone_image_class_init (SlMapToneImageClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = sl_map_tone_image_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = sl_map_tone_image_measure;
  /* The words beside it say the same. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sl_map_tone_image_init (SlMapToneImage *self)
{
}

/* --- The strip ---------------------------------------------------------------------------------------------------- */

struct _SlMapLegend
{
  GtkWidget parent_instance;
  GtkWidget *box, *fold; /* the title folds the rest */
  GtkWidget *title, *arrow;
  GPtrArray *buttons;    /* of the entries; they are the box's */
  gboolean filling;
};

static guint picked;

G_DEFINE_FINAL_TYPE (SlMapLegend, sl_map_legend, GTK_TYPE_WIDGET)

static void
on_fold (SlMapLegend *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->buttons, i), open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
}

/* At most one of them is pressed. */
static void
on_toggled (SlMapLegend *self, GtkToggleButton *button)
{
  guint number;

  if (!self->filling && g_ptr_array_find (self->buttons, button, &number))
    g_signal_emit (self, picked, 0, gtk_toggle_button_get_active (button) ? (int) number : -1);
}

static void
add_button (SlMapLegend *self)
{
  GtkWidget *button = gtk_toggle_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_append (GTK_BOX (row), g_object_new (SL_TYPE_MAP_TONE_IMAGE, NULL));
  gtk_box_append (GTK_BOX (row), gtk_label_new (NULL));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (row)), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (row)), WIDEST);
  gtk_widget_add_css_class (gtk_widget_get_last_child (row), "numeric");
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold)));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  sl_wrap_box_append (SL_WRAP_BOX (self->box), button);
  g_ptr_array_add (self->buttons, button);
}

static void
show_entry (SlMapLegend *self, const SlMapOverlay *overlay, const SlMapStyle *style, guint number, gboolean lit)
{
  GtkWidget *button = g_ptr_array_index (self->buttons, number), *row = gtk_button_get_child (GTK_BUTTON (button));
  SlMapToneImage *image = SL_MAP_TONE_IMAGE (gtk_widget_get_first_child (row));
  const SlOverlayEntry *entry = &overlay->entries[number];
  g_autofree char *text = g_strdup_printf ("%s %u", entry->label, entry->n_cards);
  g_autofree char *words = sl_map_overlay_dup_entry (overlay, number);

  image->overlay = overlay;
  image->style = style;
  image->entry = number;
  image->width = (int) ceil (sl_map_tone_width (overlay, number));
  gtk_widget_queue_resize (GTK_WIDGET (image));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), lit);
  gtk_widget_set_tooltip_text (button, words);
  sl_name_widget (button, words);
}

void
sl_map_legend_show (SlMapLegend *self, const SlMapOverlay *overlay, const SlMapStyle *style, int lit)
{
  g_return_if_fail (SL_IS_MAP_LEGEND (self) && style != NULL);
  self->filling = TRUE;
  while (self->buttons->len > (overlay != NULL ? overlay->n_entries : 0))
    {
      gtk_widget_unparent (g_ptr_array_index (self->buttons, self->buttons->len - 1));
      g_ptr_array_set_size (self->buttons, (int) self->buttons->len - 1);
    }
  while (overlay != NULL && self->buttons->len < overlay->n_entries)
    add_button (self);
  for (guint i = 0; i < self->buttons->len; i++)
    show_entry (self, overlay, style, i, lit == (int) i);
  if (overlay != NULL)
    {
      const char *title = _ (sl_overlay_info (overlay->mode)->title);
      /* TRANSLATORS: name of the button that shows and hides the legend of the map; {1} is what colour says: "Risk level". */
      g_autofree char *name = sl_text_compose (_ ("Legend: {1}"), (const char *[]){ title, NULL });

      gtk_label_set_text (GTK_LABEL (self->title), title);
      gtk_widget_set_tooltip_text (self->fold, _ (sl_overlay_info (overlay->mode)->help));
      sl_name_widget (self->fold, name);
    }
  self->filling = FALSE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_legend_dispose (GObject *object)
{
  SlMapLegend *self = SL_MAP_LEGEND (object);

  g_ptr_array_set_size (self->buttons, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_map_legend_parent_class)->dispose (object);
}

static void
sl_map_legend_finalize (GObject *object)
{
  g_ptr_array_unref (SL_MAP_LEGEND (object)->buttons);
  G_OBJECT_CLASS (sl_map_legend_parent_class)->finalize (object);
}

static void
sl_map_legend_class_init (SlMapLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_map_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_map_legend_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "maplegend");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  picked = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
add_fold (SlMapLegend *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->title = gtk_label_new (NULL);
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_box_append (GTK_BOX (row), self->title);
  gtk_box_append (GTK_BOX (row), self->arrow);
  self->fold = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->fold), row);
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_add_css_class (self->fold, "map-legend-title");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold), TRUE);
  g_signal_connect_swapped (self->fold, "toggled", G_CALLBACK (on_fold), self);
  sl_wrap_box_append (SL_WRAP_BOX (self->box), self->fold);
}

static void
claim (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
sl_map_legend_init (SlMapLegend *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->buttons = g_ptr_array_new ();
  self->box = sl_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_fold (self);
  sl_name_widget (GTK_WIDGET (self), _ ("Legend of the map"));
  /* The map beneath is not pressed. */
  g_signal_connect (click, "pressed", G_CALLBACK (claim), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sl_map_legend_new (void)
{
  return g_object_new (SL_TYPE_MAP_LEGEND, NULL);
}
