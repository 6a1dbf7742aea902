/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>

#define GLYPH 11
#define GAP 5

struct _SlGridCell
{
  GtkWidget parent_instance;

  SlGrid *grid;
  SlColumn *column;
  SlItem *item;
  gulong changed_handler;
  GtkWidget *editor;

  /* What is drawn; made when it is drawn first. */
  PangoLayout *layout;
  PangoLayout *letter;
  SlStatus status;
  gboolean heading; /* of a group */
};

G_DEFINE_FINAL_TYPE (SlGridCell, sl_grid_cell, GTK_TYPE_WIDGET)

/* --- What is shown ------------------------------------------------------------------------------------------------ */

void
sl_grid_cell_refresh (SlGridCell *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->letter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A prose cell is one line in the grid: its line breaks would be drawn as odd marks. */
static char *
one_line (char *text)
{
  for (char *at = text; *at != '\0'; at++)
    if (*at == '\n' || *at == '\t')
      *at = ' ';
  return text;
}

static void
describe (SlGridCell *self, const char *text)
{
  const char *word = g_dgettext (GETTEXT_PACKAGE, sl_glyph_word (self->status));
  const char *args[] = { self->column->title, *text != '\0' ? text : _ ("empty"), word, NULL };
  g_autofree char *label = NULL;

  /* TRANSLATORS: what a screen reader says of a cell: {1} column, {2} value, {3} a state such as “Red”. */
  label = sl_text_compose (self->status != SL_STATUS_NOTHING ? _ ("{1}: {2}, {3}") : _ ("{1}: {2}"), args);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Whichever column the cursor is in, the heading is what is said. */
static void
describe_heading (SlGridCell *self)
{
  SlUid uid = sl_item_uid (self->item);
  g_autofree char *label = sl_grid_dup_head_text (self->grid, uid);
  SlGridHead head;

  sl_grid_model_head (sl_grid_get_model (self->grid), uid, &head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !head.collapsed, -1);
}

static void
set_tabular (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
make_layout (SlGridCell *self)
{
  SlGridModel *model = sl_grid_get_model (self->grid);
  const SlRecord *record
      = self->item != NULL && model != NULL ? sl_grid_model_record (model, sl_item_uid (self->item)) : NULL;
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return;
  self->status = SL_STATUS_NOTHING;
  self->heading = self->item != NULL && model != NULL && sl_grid_model_head (model, sl_item_uid (self->item), NULL);
  if (record != NULL)
    {
      text = one_line (sl_column_dup_text (self->column, sl_grid_model_workspace (model), record));
      self->status = sl_column_status (self->column, sl_grid_model_workspace (model), record);
    }
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  if (self->column->right || self->column->type == SL_TYPE_DATE)
    set_tabular (self->layout);
  if (record != NULL)
    describe (self, text);
  else if (self->heading)
    describe_heading (self);
}

static const char *
letter_of (SlStatus status)
{
  const char *letter = sl_glyph_letter (status);

  return *letter != '\0' ? g_dgettext (GETTEXT_PACKAGE, letter) : "";
}

/* --- Drawing ------------------------------------------------------------------------------------------------------ */

static GdkRGBA
rgba (const SlRgb *colour)
{
  return (GdkRGBA){ (float) colour->r, (float) colour->g, (float) colour->b, 1 };
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double width, int height, const GdkRGBA *colour, gboolean right)
{
  int w, h;

  pango_layout_set_width (layout, MAX (0, (int) width) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &w, &h);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (right ? x + width - w : x), (float) ((height - h) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Shape and letter; returns the width they take. */
static double
draw_status (SlGridCell *self, GtkSnapshot *snapshot, double x, int height, const SlPalette *palette)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) ((height - GLYPH) / 2), GLYPH, GLYPH);
  GdkRGBA colour = rgba (&palette->letter[self->status]);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  int w, h;

  sl_glyph_draw (cr, area.origin.x, area.origin.y, GLYPH, self->status, palette);
  cairo_destroy (cr);
  if (*letter_of (self->status) == '\0')
    return GLYPH + GAP;
  if (self->letter == NULL)
    self->letter = gtk_widget_create_pango_layout (GTK_WIDGET (self), letter_of (self->status));
  pango_layout_get_pixel_size (self->letter, &w, &h);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x + GLYPH + GAP, (float) ((height - h) / 2)));
  gtk_snapshot_append_layout (snapshot, self->letter, &colour);
  gtk_snapshot_restore (snapshot);
  return GLYPH + GAP + 16;
}

void
sl_grid_draw_cursor (SlGrid *self, GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean focused)
{
  GdkRGBA colour = *sl_grid_accent (self);
  GskRoundedRect outline;

  /* Where the keys go elsewhere, the cursor stays but steps back. */
  if (!focused)
    colour.alpha = 0.45f;
  gsk_rounded_rect_init_from_rect (&outline, area, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

void
sl_grid_cell_draw (SlGridCell *self, GtkSnapshot *snapshot, int width, int height)
{
  const SlPalette *palette = sl_grid_palette (self->grid);
  SlUid uid = sl_grid_cell_uid (self);
  GdkRGBA colour = rgba (&palette->text);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double x = SL_GRID_CELL_PADDING;

  make_layout (self);
  if (self->heading)
    return; /* painted from edge to edge */
  if (uid != SL_UID_NONE && sl_grid_is_selected (self->grid, uid, self->column))
    {
      GdkRGBA tint = rgba (&palette->selected);

      gtk_snapshot_append_color (snapshot, &tint, &area);
    }
  if (self->editor != NULL)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->editor, snapshot);
  else
    {
      if (self->status != SL_STATUS_NOTHING)
        x += draw_status (self, snapshot, x, height, palette);
      draw_text (snapshot, self->layout, x, width - x - SL_GRID_CELL_PADDING, height, &colour, self->column->right);
    }
  if (uid != SL_UID_NONE && sl_grid_is_cursor (self->grid, uid, self->column))
    sl_grid_draw_cursor (self->grid, snapshot, &area, gtk_widget_has_focus (GTK_WIDGET (self)) || self->editor != NULL);
}

static void
sl_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  sl_grid_cell_draw (SL_GRID_CELL (widget), snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/* --- Size --------------------------------------------------------------------------------------------------------- */

static void
sl_grid_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  SlGridCell *self = SL_GRID_CELL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = sl_grid_row_height (self->grid);
  else
    {
      *minimum = 2 * SL_GRID_CELL_PADDING;
      *natural = self->column->width;
    }
  /* The editor never changes the size of its cell, but has to be asked before it is given one. */
  if (self->editor != NULL)
    gtk_widget_measure (self->editor, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
sl_grid_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlGridCell *self = SL_GRID_CELL (widget);
  int minimum;

  if (self->editor == NULL)
    return;
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->editor, &(GtkAllocation){ SL_GRID_CELL_PADDING, 0, MAX (minimum, width - 2 * SL_GRID_CELL_PADDING), height }, -1);
}

/* Beneath the column of codes nothing of the cell is seen: what is painted there answers. */
const char *
sl_grid_cell_tip (SlGridCell *self, int x, int y)
{
  SlGridCell *seen = self;
  double across, down;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->grid), x, y, &across, &down);
  if (across < sl_grid_pinned_width (self->grid))
    seen = sl_grid_pinned_cell_at (self->grid, down);
  if (seen == NULL || seen->layout == NULL || seen->editor != NULL || !pango_layout_is_ellipsized (seen->layout))
    return NULL;
  return pango_layout_get_text (seen->layout);
}

static gboolean
sl_grid_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = sl_grid_cell_tip (SL_GRID_CELL (widget), x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_grid_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sl_grid_cell_parent_class)->css_changed (widget, change);
  sl_grid_cell_refresh (SL_GRID_CELL (widget));
}

static void
sl_grid_cell_dispose (GObject *object)
{
  SlGridCell *self = SL_GRID_CELL (object);

  sl_grid_cell_set_item (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_object (&self->layout);
  g_clear_object (&self->letter);
  g_clear_pointer (&self->column, sl_column_unref);
  G_OBJECT_CLASS (sl_grid_cell_parent_class)->dispose (object);
}

/* The focus is drawn; a controller for it would make two thousand of them. */
static void
sl_grid_cell_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  if ((previous ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_FOCUSED)
    gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (sl_grid_cell_parent_class)->state_flags_changed (widget, previous);
}

static void
sl_grid_cell_class_init (SlGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_grid_cell_dispose;
  widget_class->snapshot = sl_grid_cell_snapshot;
  widget_class->measure = sl_grid_cell_measure;
  widget_class->size_allocate = sl_grid_cell_size_allocate;
  widget_class->state_flags_changed = sl_grid_cell_state_flags_changed;
  widget_class->css_changed = sl_grid_cell_css_changed;
  widget_class->query_tooltip = sl_grid_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
sl_grid_cell_init (SlGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sl_grid_cell_new (SlGrid *grid, SlColumn *column)
{
  SlGridCell *self = g_object_new (SL_TYPE_GRID_CELL, NULL);

  self->grid = grid;
  self->column = sl_column_ref (column);
  return GTK_WIDGET (self);
}

static void
on_item_changed (SlGridCell *self)
{
  sl_grid_cell_refresh (self);
}

void
sl_grid_cell_set_item (SlGridCell *self, SlItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->changed_handler);
  g_set_object (&self->item, item);
  if (self->heading)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  self->heading = FALSE;
  if (item != NULL)
    self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (on_item_changed), self);
  sl_grid_cell_refresh (self);
}

SlUid
sl_grid_cell_uid (SlGridCell *self)
{
  return self->item != NULL ? sl_item_uid (self->item) : SL_UID_NONE;
}

SlColumn *
sl_grid_cell_column (SlGridCell *self)
{
  return self->column;
}

void
sl_grid_cell_set_editor (SlGridCell *self, GtkWidget *editor)
{
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->editor = editor;
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
