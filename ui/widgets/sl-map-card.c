/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-card-private.h"

#include "ui/sl-compat.h"

struct _SlMapCardWidget
{
  GtkWidget parent_instance;
  SlUid uid;
  const SlMapDrawing *drawing;
  guint card;
  double scale;
  const SlMapStyle *style;
  char *words, *note; /* its name and what else is said of it, as last given */
  char *beyond;       /* the same of its links out of sight */
  guint64 mark;       /* of its links, as last related */
};

G_DEFINE_FINAL_TYPE (SlMapCardWidget, sl_map_card_widget, GTK_TYPE_WIDGET)

static void
sl_map_card_widget_finalize (GObject *object)
{
  g_free (SL_MAP_CARD_WIDGET (object)->words);
  g_free (SL_MAP_CARD_WIDGET (object)->note);
  g_free (SL_MAP_CARD_WIDGET (object)->beyond);
  G_OBJECT_CLASS (sl_map_card_widget_parent_class)->finalize (object);
}

static void
sl_map_card_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlMapCardWidget *self = SL_MAP_CARD_WIDGET (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-2, -2, (float) width + 4, (float) height + 4));

  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, self->scale, self->scale);
  sl_map_paint_card (self->drawing, self->card, cr, self->style);
  cairo_destroy (cr);
}

static void
sl_map_card_widget_class_init (SlMapCardWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_map_card_widget_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sl_map_card_widget_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mapcard");
}

static void
sl_map_card_widget_init (SlMapCardWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sl_map_card_widget_new (SlUid uid)
{
  SlMapCardWidget *self = g_object_new (SL_TYPE_MAP_CARD_WIDGET, NULL);

  self->uid = uid;
  return GTK_WIDGET (self);
}

SlUid
sl_map_card_widget_uid (SlMapCardWidget *self)
{
  return self->uid;
}

/* Keeps in the place of @kept what is said; the two pieces are said together. */
static void
describe (SlMapCardWidget *self, char **kept, const char *said)
{
  g_autofree char *both = NULL;

  if (g_strcmp0 (said, *kept) == 0)
    return;
  g_free (*kept);
  *kept = g_strdup (said);
  both = g_strjoin (self->note != NULL && self->beyond != NULL ? " " : "", self->note != NULL ? self->note : "",
                    self->beyond != NULL ? self->beyond : "", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

gboolean
sl_map_card_widget_mark (SlMapCardWidget *self, guint64 mark)
{
  gboolean other = mark != self->mark;

  self->mark = mark;
  return other;
}

void
sl_map_card_widget_relate (SlMapCardWidget *self, GList *onwards, const char *beyond)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  g_auto (GValue) value = G_VALUE_INIT;

  describe (self, &self->beyond, beyond);
  if (onwards == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), relation);
      return;
    }
  gtk_accessible_relation_init_value (relation, &value);
  g_value_set_pointer (&value, onwards);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (self), 1, &relation, &value);
}

/* The title where it may have been cut, and what the badge counts. */
static void
show_tip (SlMapCardWidget *self, const SlMapCard *card)
{
  g_autofree char *findings = sl_map_card_dup_findings (card, TRUE);
  const char *title = card->lines == SL_MAP_LINES_MAX ? card->title : findings;
  g_autofree char *tip = g_strjoin ("\n\n", title, title != findings ? findings : NULL, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title != NULL ? tip : NULL);
}

void
sl_map_card_widget_show (SlMapCardWidget *self, const SlMapDrawing *drawing, guint card, double scale, const SlMapStyle *style,
                         const char *note)
{
  g_autofree char *words = sl_map_card_dup_words (&drawing->cards[card], TRUE);
  g_autofree char *says = style->overlay != NULL ? sl_map_overlay_dup_words (style->overlay, card) : NULL;

  self->drawing = drawing;
  self->card = card;
  self->scale = scale;
  self->style = style;
  describe (self, &self->note, note);
  if (says != NULL)
    {
      char *both = g_strdup_printf ("%s %s.", words, says);

      g_free (words);
      words = both;
    }
  if (g_strcmp0 (words, self->words) != 0)
    {
      g_free (self->words);
      self->words = g_steal_pointer (&words);
      sl_name_widget (GTK_WIDGET (self), self->words);
      show_tip (self, &drawing->cards[card]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
