/* What is painted over the rows: headings of groups from edge to edge, and the column of codes while it is scrolled away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 has neither rows that span columns nor columns that stay. Both are painted here over cells that are where they
 * always were, so that keys, focus and screen readers know nothing of it, and scrolling costs a few rectangles.
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>

#define GLYPH 11
#define GAP 6

static GdkRGBA
rgba (const SlRgb *colour, float alpha)
{
  return (GdkRGBA){ (float) colour->r, (float) colour->g, (float) colour->b, alpha };
}

static void
ground (SlGrid *self, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, "view_bg_color", colour))
    *colour = (GdkRGBA){ 1, 1, 1, 1 };
  colour->alpha = 1;
}

static gboolean
bounds_in_grid (SlGrid *self, GtkWidget *widget, graphene_rect_t *area)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, GTK_WIDGET (self), area);
}

static SlGridCell *
first_cell (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *child = cell != NULL && !SL_IS_GRID_CELL (cell) ? gtk_widget_get_first_child (cell) : cell;

  return child != NULL && SL_IS_GRID_CELL (child) ? SL_GRID_CELL (child) : NULL;
}

/* --- The column that stays ---------------------------------------------------------------------------------------- */

SlGridColumn *
sl_grid_pinned_column (SlGrid *self)
{
  const SlKind *kind = self->model != NULL ? sl_kind_get (sl_grid_model_kind (self->model)) : NULL;

  for (guint i = 0; kind != NULL && kind->code >= 0 && self->columns != NULL && i < self->columns->len; i++)
    {
      SlGridColumn *column = self->columns->pdata[i];

      if (column->shown && column->column->field == kind->code)
        return column;
    }
  return NULL;
}

int
sl_grid_pinned_width (SlGrid *self)
{
  SlGridColumn *column = sl_grid_pinned_column (self);
  GtkWidget *head = column != NULL ? sl_grid_column_head (self, column) : NULL;
  graphene_rect_t area;

  if (head == NULL || !bounds_in_grid (self, head, &area) || area.origin.x >= 0)
    return 0;
  return (int) area.size.width;
}

SlGridCell *
sl_grid_pinned_cell_at (SlGrid *self, double y)
{
  SlGridColumn *column = sl_grid_pinned_column (self);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); column != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      SlGridCell *cell = first_cell (row);
      graphene_rect_t area;

      if (cell != NULL && bounds_in_grid (self, row, &area) && y >= area.origin.y && y < area.origin.y + area.size.height)
        return sl_uid_map_get (column->cells, sl_grid_cell_uid (cell));
    }
  return NULL;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, float x, const graphene_rect_t *row, const GdkRGBA *colour)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, row->origin.y + (row->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Where what is scrolled goes under. */
static void
draw_edge (SlGrid *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GdkRGBA line = rgba (&sl_grid_palette (self)->text, 0.2f);

  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (area->size.width - 1, area->origin.y, 1, area->size.height));
}

static void
draw_pinned_head (SlGrid *self, GtkSnapshot *snapshot, int width, const GdkRGBA *back)
{
  SlGridColumn *column = sl_grid_pinned_column (self);
  GtkWidget *head = sl_grid_column_head (self, column);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (head, gtk_column_view_column_get_title (column->view));
  GdkRGBA colour = rgba (&sl_grid_palette (self)->text, 0.8f);
  graphene_rect_t area;

  if (!bounds_in_grid (self, head, &area))
    return;
  area.origin.x = 0;
  area.size.width = (float) width;
  gtk_snapshot_append_color (snapshot, back, &area);
  draw_text (snapshot, layout, SL_GRID_CELL_PADDING, &area, &colour);
  draw_edge (self, snapshot, &area);
}

static void
draw_pinned_cell (SlGrid *self, SlGridCell *cell, GtkSnapshot *snapshot, const graphene_rect_t *row, int width, const GdkRGBA *back)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, row->origin.y, (float) width, row->size.height - 1);

  gtk_snapshot_append_color (snapshot, back, &area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, row->origin.y));
  sl_grid_cell_draw (cell, snapshot, width, (int) row->size.height - 1);
  gtk_snapshot_restore (snapshot);
  draw_edge (self, snapshot, &area);
}

/* --- Headings ----------------------------------------------------------------------------------------------------- */

char *
sl_grid_dup_head_text (SlGrid *self, SlUid uid)
{
  SlGridHead head;
  g_autofree char *rows = NULL;
  g_autofree char *red = NULL;

  if (!sl_grid_model_head (self->model, uid, &head))
    return NULL;
  rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", head.count), head.count);
  red = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u red", "%u red", head.red), head.red);
  if (head.red == 0)
    /* TRANSLATORS: what a screen reader says of the heading of a group: {1} its name, {2} “5 rows”. */
    return sl_text_compose (_ ("{1}, {2}"), (const char *[]){ head.name, rows, NULL });
  /* TRANSLATORS: the same with {3} “2 red”. */
  return sl_text_compose (_ ("{1}, {2}, {3}"), (const char *[]){ head.name, rows, red, NULL });
}

/* Points down where the group is open, to the end where it is closed. */
static void
draw_arrow (GtkSnapshot *snapshot, float x, const graphene_rect_t *row, const GdkRGBA *colour, gboolean collapsed)
{
  float y = row->origin.y + row->size.height / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y - 6, 12, 12));

  gdk_cairo_set_source_rgba (cr, colour);
  if (collapsed)
    {
      cairo_move_to (cr, x + 3, y - 5);
      cairo_line_to (cr, x + 9, y);
      cairo_line_to (cr, x + 3, y + 5);
    }
  else
    {
      cairo_move_to (cr, x + 1, y - 3);
      cairo_line_to (cr, x + 6, y + 3);
      cairo_line_to (cr, x + 11, y - 3);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static float
draw_words (SlGrid *self, GtkSnapshot *snapshot, const char *text, gboolean bold, float x, const graphene_rect_t *row,
            const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  draw_text (snapshot, layout, x, row, colour);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return x + (float) width;
}

static void
draw_head (SlGrid *self, GtkSnapshot *snapshot, const graphene_rect_t *row, SlUid uid, const GdkRGBA *back)
{
  const SlPalette *palette = sl_grid_palette (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, row->origin.y, (float) gtk_widget_get_width (GTK_WIDGET (self)), row->size.height - 1);
  GdkRGBA text = rgba (&palette->text, 1), dim = rgba (&palette->text, 0.72f), tint = rgba (&palette->text, 0.06f);
  float x = SL_GRID_CELL_PADDING;
  g_autofree char *count = NULL;
  g_autofree char *red = NULL;
  SlGridHead head;

  if (!sl_grid_model_head (self->model, uid, &head))
    return;
  gtk_snapshot_append_color (snapshot, back, &area);
  gtk_snapshot_append_color (snapshot, &tint, &area);
  draw_arrow (snapshot, x, &area, &dim, head.collapsed);
  x = draw_words (self, snapshot, head.name, TRUE, x + 12 + GAP, &area, &text);
  count = g_strdup_printf ("%u", head.count);
  x = draw_words (self, snapshot, count, FALSE, x + 2 * GAP, &area, &dim);
  if (head.red > 0)
    {
      graphene_rect_t mark = GRAPHENE_RECT_INIT (x + 2 * GAP, area.origin.y + (area.size.height - GLYPH) / 2, GLYPH, GLYPH);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &mark);

      sl_glyph_draw (cr, mark.origin.x, mark.origin.y, GLYPH, SL_STATUS_RED, palette);
      cairo_destroy (cr);
      red = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u red", "%u red", head.red), head.red);
      draw_words (self, snapshot, red, FALSE, mark.origin.x + GLYPH + GAP, &area, &text);
    }
  if (uid == self->cursor_uid)
    sl_grid_draw_cursor (self, snapshot, &area, gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

void
sl_grid_snapshot_over (SlGrid *self, GtkSnapshot *snapshot)
{
  int width = sl_grid_pinned_width (self);
  SlGridColumn *pinned = width > 0 ? sl_grid_pinned_column (self) : NULL;
  graphene_rect_t list, area;
  GdkRGBA back;

  if (self->model == NULL || (width == 0 && sl_grid_model_group (self->model) == NULL) || !bounds_in_grid (self, self->list, &list))
    return;
  ground (self, &back);
  if (pinned != NULL)
    draw_pinned_head (self, snapshot, width, &back);
  list.origin.x = 0;
  list.size.width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gtk_snapshot_push_clip (snapshot, &list);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      SlGridCell *cell = first_cell (row), *code;
      SlUid uid = cell != NULL ? sl_grid_cell_uid (cell) : SL_UID_NONE;

      if (uid == SL_UID_NONE || !bounds_in_grid (self, row, &area) || !graphene_rect_intersection (&area, &list, NULL))
        continue;
      code = pinned != NULL ? sl_uid_map_get (pinned->cells, uid) : NULL;
      if (sl_grid_model_head (self->model, uid, NULL))
        draw_head (self, snapshot, &area, uid, &back);
      else if (code != NULL)
        draw_pinned_cell (self, code, snapshot, &area, width, &back);
    }
  gtk_snapshot_pop (snapshot);
}
