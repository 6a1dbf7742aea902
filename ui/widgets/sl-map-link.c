/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-link-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

struct _SlMapLinkWidget
{
  GtkWidget parent_instance;
  guint palette;
};

G_DEFINE_FINAL_TYPE (SlMapLinkWidget, sl_map_link_widget, GTK_TYPE_WIDGET)

static void
sl_map_link_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const SlPalette *palette = sl_palette_get (SL_MAP_LINK_WIDGET (widget)->palette);
  double size = gtk_widget_get_width (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));

  cairo_arc (cr, size / 2, size / 2, size / 2 - 3, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, palette->selected.r, palette->selected.g, palette->selected.b);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, palette->text.r, palette->text.g, palette->text.b);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
sl_map_link_widget_class_init (SlMapLinkWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = sl_map_link_widget_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "maplink");
}

static void
sl_map_link_widget_init (SlMapLinkWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sl_map_link_widget_new (void)
{
  return g_object_new (SL_TYPE_MAP_LINK_WIDGET, NULL);
}

static const char *
code_of (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  return record != NULL ? sl_record_code (record) : "";
}

char *
sl_map_link_dup_name (const SlData *data, const SlMapEdge *edge)
{
  /* TRANSLATORS: {1} and {2} are cards of the map such as C1 and I2. */
  return sl_text_compose (_ ("{1} leads to {2}"),
                          (const char *[]){ code_of (data, edge->from), code_of (data, edge->to), NULL });
}

/* "C1 leads to I1. Essential. Evidence 3 of 4. Rationale". */
static char *
dup_words (const SlData *data, const SlMapEdge *edge)
{
  const SlField *weight = &sl_kind_get (SL_KIND_MAP_EDGE)->fields[SL_MAP_EDGE_WEIGHT];
  g_autofree char *name = sl_map_link_dup_name (data, edge);
  g_autofree char *evidence = g_strdup_printf ("%d", MAX (0, (int) edge->evidence));

  /* TRANSLATORS: {1} "C1 leads to I2", {2} Essential or Contributing, {3} 0 to 4, {4} why. */
  return sl_text_compose (_ ("{1}. {2}. Evidence {3} of 4. {4}"),
                          (const char *[]){ name, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (weight->tokens, edge->weight)),
                                            evidence, edge->rationale != NULL ? edge->rationale : _ ("No rationale yet"), NULL });
}

void
sl_map_link_widget_show (SlMapLinkWidget *self, const SlData *data, SlUid link, guint palette)
{
  const SlRecord *record = sl_data_lookup (data, link);
  g_autofree char *words = record != NULL ? dup_words (data, SL_AS (MAP_EDGE, record)) : NULL;

  self->palette = palette;
  if (words != NULL)
    {
      sl_name_widget (GTK_WIDGET (self), words);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
