/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-heat-grid.h"

#include "ui/sl-compat.h"

#include <adwaita.h>

#define N SL_MATRIX_STEPS
#define WIDTH_MIN 340
#define HEIGHT_MIN 300
#define WIDTH_NATURAL 620
#define HEIGHT_NATURAL 440

struct _SlHeatGrid
{
  GtkWidget parent_instance;
  GtkWidget *cells[N * N]; /* buttons around drawing areas */
  const SlHeatMap *map;
  SlHeatStyle style;
  SlMatrixLayout layout;
  int at;     /* the cell that Tab reaches */
  int marked; /* or -1 */
};

enum
{
  CHOSEN,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlHeatGrid, sl_heat_grid, GTK_TYPE_WIDGET)

static int
probability_of (int cell)
{
  return cell / N + 1;
}

static int
impact_of (int cell)
{
  return cell % N + 1;
}

static int
cell_number (int probability, int impact)
{
  return probability >= 1 && probability <= N && impact >= 1 && impact <= N ? (probability - 1) * N + impact - 1 : -1;
}

static SlHeatStyle
style_now (const SlHeatGrid *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  SlHeatStyle style = self->style;

  style.paint.palette = (style.paint.palette & SL_PALETTE_BLUE_ORANGE)
                        | (adw_style_manager_get_dark (manager) ? SL_PALETTE_DARK : 0)
                        | (adw_style_manager_get_high_contrast (manager) ? SL_PALETTE_HIGH_CONTRAST : 0);
  return style;
}

/* --- Painting ----------------------------------------------------------------------------------------------------- */

static void
draw_cell (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  SlHeatGrid *self = SL_HEAT_GRID (gtk_widget_get_ancestor (GTK_WIDGET (area), SL_TYPE_HEAT_GRID));
  int cell = GPOINTER_TO_INT (data);
  SlHeatStyle style = style_now (self);

  if (self->map != NULL)
    sl_heat_map_paint_cell (self->map, &self->layout, probability_of (cell), impact_of (cell), cr, &style);
}

static void
sl_heat_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlHeatGrid *self = SL_HEAT_GRID (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  SlHeatStyle style = style_now (self);
  cairo_t *cr;

  if (self->map == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  sl_matrix_paint_axes (sl_heat_map_matrix (self->map), &self->layout, cr, &style.paint);
  cairo_destroy (cr);
  for (int k = 0; k < N * N; k++)
    gtk_widget_snapshot_child (widget, self->cells[k], snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  sl_heat_map_paint_over (self->map, &self->layout, cr, &style);
  cairo_destroy (cr);
}

static void
sl_heat_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  SlHeatGrid *self = SL_HEAT_GRID (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_MIN : HEIGHT_MIN;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_NATURAL : HEIGHT_NATURAL;
  for (int k = 0; k < N * N; k++)
    gtk_widget_measure (self->cells[k], orientation, -1, NULL, NULL, NULL, NULL);
}

static void
sl_heat_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlHeatGrid *self = SL_HEAT_GRID (widget);

  sl_matrix_layout (&self->layout, self->style.matrix & ~SL_MATRIX_COMPACT, width, height);
  for (int k = 0; k < N * N; k++)
    {
      SlMatrixRect r;

      sl_matrix_cell (&self->layout, probability_of (k), impact_of (k), &r);
      gtk_widget_allocate (self->cells[k], (int) r.width + 1, (int) r.height + 1, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) r.x, (float) r.y)));
    }
}

/* --- Focus -------------------------------------------------------------------------------------------------------- */

static gboolean
sl_heat_grid_grab_focus (GtkWidget *widget)
{
  SlHeatGrid *self = SL_HEAT_GRID (widget);

  return gtk_widget_grab_focus (self->cells[self->at]);
}

/* One stop for Tab. */
static gboolean
sl_heat_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlHeatGrid *self = SL_HEAT_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (self->cells[self->at]);
}

/* The cell that lies so many columns to the right and rows down, or -1. */
static int
neighbour (SlHeatGrid *self, int columns, int rows)
{
  SlMatrixRect r;
  int probability, impact;

  sl_matrix_cell (&self->layout, probability_of (self->at), impact_of (self->at), &r);
  if (!sl_matrix_cell_at (&self->layout, r.x + r.width * (columns + 0.5), r.y + r.height * (rows + 0.5), &probability, &impact))
    return -1;
  return cell_number (probability, impact);
}

/* By figures off the end, so that one rule serves arrows, Home and End. */
static void
go (SlHeatGrid *self, int columns, int rows)
{
  int step_x = (columns > 0) - (columns < 0), step_y = (rows > 0) - (rows < 0);

  for (int k = MAX (ABS (columns), ABS (rows)); k > 0; k--)
    {
      int cell = neighbour (self, step_x * k, step_y * k);

      if (cell < 0)
        continue;
      gtk_widget_grab_focus (self->cells[cell]);
      return;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlHeatGrid *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    go (self, -1, 0);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    go (self, 1, 0);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    go (self, 0, -1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    go (self, 0, 1);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    go (self, -(N - 1), 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    go (self, N - 1, 0);
  else
    return FALSE;
  return TRUE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
on_clicked (GtkWidget *button, gpointer data)
{
  SlHeatGrid *self = SL_HEAT_GRID (gtk_widget_get_parent (button));
  int cell = GPOINTER_TO_INT (data);

  self->at = cell;
  g_signal_emit (self, signals[ENTERED], 0, probability_of (cell), impact_of (cell));
}

static void
on_enter (GtkEventController *controller, gpointer data)
{
  SlHeatGrid *self = SL_HEAT_GRID (gtk_widget_get_parent (gtk_event_controller_get_widget (controller)));
  int cell = GPOINTER_TO_INT (data);

  self->at = cell;
  g_signal_emit (self, signals[CHOSEN], 0, probability_of (cell), impact_of (cell));
}

static GtkWidget *
make_cell (SlHeatGrid *self, int cell)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cell, GINT_TO_POINTER (cell), NULL);
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_widget_add_css_class (button, "sl-heat-cell");
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GINT_TO_POINTER (cell));
  g_signal_connect (focus, "enter", G_CALLBACK (on_enter), GINT_TO_POINTER (cell));
  gtk_widget_add_controller (button, focus);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
redraw (SlHeatGrid *self)
{
  for (int k = 0; k < N * N; k++)
    gtk_widget_queue_draw (gtk_button_get_child (GTK_BUTTON (self->cells[k])));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sl_heat_grid_dispose (GObject *object)
{
  SlHeatGrid *self = SL_HEAT_GRID (object);

  for (int k = 0; k < N * N; k++)
    g_clear_pointer (&self->cells[k], gtk_widget_unparent);
  self->map = NULL;
  G_OBJECT_CLASS (sl_heat_grid_parent_class)->dispose (object);
}

static void
sl_heat_grid_class_init (SlHeatGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_heat_grid_dispose;
  widget_class->snapshot = sl_heat_grid_snapshot;
  widget_class->measure = sl_heat_grid_measure;
  widget_class->size_allocate = sl_heat_grid_size_allocate;
  widget_class->focus = sl_heat_grid_focus;
  widget_class->grab_focus = sl_heat_grid_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "heatgrid");
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_INT, G_TYPE_INT);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_INT, G_TYPE_INT);
}

static void
sl_heat_grid_init (SlHeatGrid *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->marked = -1;
  /* In the order in which it is read: the highest first. */
  for (int k = N * N - 1; k >= 0; k--)
    self->cells[k] = make_cell (self, k);
  self->at = N * N - 1;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_heat_grid_new (void)
{
  return g_object_new (SL_TYPE_HEAT_GRID, NULL);
}

void
sl_heat_grid_show (SlHeatGrid *self, const SlHeatMap *map, const SlHeatStyle *style)
{
  g_return_if_fail (SL_IS_HEAT_GRID (self) && style != NULL);
  self->map = map;
  self->style = *style;
  for (int k = 0; map != NULL && k < N * N; k++)
    {
      g_autofree char *words = sl_heat_map_dup_cell_words (map, probability_of (k), impact_of (k));

      sl_name_widget (self->cells[k], words);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  redraw (self);
}

void
sl_heat_grid_mark (SlHeatGrid *self, int probability, int impact)
{
  int cell = cell_number (probability, impact);

  g_return_if_fail (SL_IS_HEAT_GRID (self));
  if (self->marked >= 0)
    gtk_widget_remove_css_class (self->cells[self->marked], "chosen");
  self->marked = cell;
  if (cell < 0)
    return;
  gtk_widget_add_css_class (self->cells[cell], "chosen");
  self->at = cell;
}

void
sl_heat_grid_return_to (SlHeatGrid *self, int probability, int impact)
{
  int cell = cell_number (probability, impact);

  g_return_if_fail (SL_IS_HEAT_GRID (self) && cell >= 0);
  self->at = cell;
}

GtkWidget *
sl_heat_grid_cell (SlHeatGrid *self, int probability, int impact)
{
  int cell = cell_number (probability, impact);

  g_return_val_if_fail (SL_IS_HEAT_GRID (self) && cell >= 0, NULL);
  return self->cells[cell];
}
