/* Titles typed in place: a card renamed where it stands, or new ones one after the other at the end of a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ENTRY_WIDTH 180 /* px at least */
#define ENTRY_EDGE 4    /* px it keeps from the edges */
#define NEAR_BY 0.8     /* scale at which one types on a map seen from afar */

static char *
dup_typed (SlMapCanvas *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
sl_map_canvas_end_entry (SlMapCanvas *self)
{
  GtkWidget *entry = self->entry;
  gboolean focused;

  if (entry == NULL)
    return;
  focused = gtk_widget_has_focus (entry);
  self->entry = NULL;
  gtk_widget_unparent (entry);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* An empty map teaches again. */
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_CHANGED);
}

gboolean
sl_map_canvas_is_typing (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  return self->entry != NULL;
}

/* --- Keeping ------------------------------------------------------------------------------------------------------ */

static SlUid
fill (SlMapCanvas *self, SlTx *tx, const char *title, GError **error)
{
  SlUid uid;

  if (self->renamed == SL_UID_NONE)
    {
      uid = sl_tx_add_card (tx, sl_map_column_type (self->entry_column), title, error);
      if (self->drawing != NULL)
        {
          /* Where it was typed. */
          self->drawing->next = uid;
          self->drawing->next_y = self->entry_y;
        }
      return uid;
    }
  return sl_tx_set (tx, self->renamed, SL_MAP_NODE_TITLE, &SL_VALUE_TEXT (title), error) ? self->renamed : SL_UID_NONE;
}

/* Returns the card, or SL_UID_NONE: it was refused, and what was typed stays. */
static SlUid
keep (SlMapCanvas *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *title = sl_text_clean (typed, TRUE);
  g_autoptr (SlTx) tx = NULL;
  g_autoptr (GError) error = NULL;
  SlUid uid;

  if (title == NULL)
    return SL_UID_NONE;
  tx = sl_workspace_begin (self->workspace, self->renamed == SL_UID_NONE ? SL_VERB_ADD : SL_VERB_EDIT);
  uid = fill (self, tx, title, &error);
  if (error == NULL && sl_workspace_commit (self->workspace, g_steal_pointer (&tx), NULL, &error))
    return uid;
  gtk_widget_add_css_class (self->entry, "error");
  sl_map_canvas_tell (self, error->message);
  return SL_UID_NONE;
}

/* By Enter: a renamed card is done with; after a new one the next can be typed. */
static void
accept (SlMapCanvas *self)
{
  gboolean adding = self->renamed == SL_UID_NONE;
  guint column = self->entry_column;
  g_autofree char *typed = dup_typed (self);
  SlUid uid;

  if (*g_strstrip (typed) == '\0')
    {
      sl_map_canvas_end_entry (self);
      return;
    }
  uid = keep (self);
  if (uid == SL_UID_NONE)
    return;
  sl_map_canvas_end_entry (self);
  sl_map_canvas_select (self, uid, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (adding)
    sl_map_canvas_begin_add (self, column);
}

void
sl_map_canvas_keep_typed (SlMapCanvas *self)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  if (self->entry == NULL)
    return;
  keep (self);
  sl_map_canvas_end_entry (self);
}

/* The focus went elsewhere: what was typed is kept, as in a grid; not when the whole window was left. */
static void
on_leave (SlMapCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)))
    sl_map_canvas_keep_typed (self);
}

/* --- The entry ---------------------------------------------------------------------------------------------------- */

static void
name_entry (SlMapCanvas *self)
{
  g_autofree char *name = NULL;

  if (self->renamed != SL_UID_NONE)
    /* TRANSLATORS: {1} is a card of the map, such as C1. */
    name = sl_text_compose (_ ("Title of {1}"), (const char *[]){ sl_record_code (sl_data_lookup (sl_workspace_data (self->workspace), self->renamed)), NULL });
  else
    /* TRANSLATORS: {1} is a column of the map: Enablers. */
    name = sl_text_compose (_ ("New card among: {1}"), (const char *[]){ _ (sl_map_column_title (self->entry_column)), NULL });
  sl_name_widget (self->entry, name);
  gtk_widget_set_tooltip_text (self->entry, self->renamed == SL_UID_NONE ? _ ("Enter keeps it and goes on to the next; Alt+Left and Alt+Right choose the column") : NULL);
}

/* After the card chosen, where it is of the column; else at the end. */
static void
find_place (SlMapCanvas *self)
{
  const SlMapCard *chosen = self->style.selected >= 0 ? &self->drawing->cards[self->style.selected] : NULL;
  double bottom = -HUGE_VAL;

  if (chosen != NULL && chosen->column == self->entry_column)
    {
      /* Above the middle of the next one, so that it comes between them. */
      self->entry_y = chosen->y + (chosen->height + SL_LAYOUT_CARD_GAP) / 2 + 4;
      return;
    }
  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    if (self->drawing->cards[i].column == self->entry_column)
      bottom = MAX (bottom, self->drawing->cards[i].y + self->drawing->cards[i].height / 2);
  if (isinf (bottom))
    bottom = self->drawing != NULL && self->drawing->n_cards > 0 ? self->drawing->top + SL_MAP_HEAD
                                                                 : self->y + SL_MAP_HEAD / self->scale;
  self->entry_y = bottom + SL_LAYOUT_CARD_GAP;
}

static void
show_place (SlMapCanvas *self)
{
  double x = sl_map_canvas_column_x (self, self->entry_column);

  /* From afar nobody sees what it belongs to. */
  if (self->scale < SL_MAP_READABLE)
    sl_map_canvas_look_at (self, x - self->width / NEAR_BY / 2, self->entry_y - self->height / NEAR_BY / 2, NEAR_BY);
  if (self->drawing != NULL && self->drawing->n_cards > 0)
    sl_map_canvas_show_box (self, x - SL_MAP_CARD_WIDTH / 2, self->entry_y - SL_MAP_CARD_HEIGHT / 2, x + SL_MAP_CARD_WIDTH / 2,
                            self->entry_y + SL_MAP_CARD_HEIGHT);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
go_across (SlMapCanvas *self, int across)
{
  guint column = self->entry_column + (guint) across;

  if (self->renamed != SL_UID_NONE || column >= SL_MAP_COLUMNS)
    return FALSE;
  self->entry_column = column;
  find_place (self);
  name_entry (self);
  show_place (self);
  return TRUE;
}

static gboolean
on_key (SlMapCanvas *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      accept (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      sl_map_canvas_end_entry (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return state & GDK_ALT_MASK && go_across (self, key == GDK_KEY_Left ? -1 : 1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_typed (SlMapCanvas *self)
{
  if (self->entry != NULL)
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
begin_entry (SlMapCanvas *self, const char *text)
{
  GtkWidget *entry = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry));
  GtkTextIter start, end;

  self->entry = entry;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (entry), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (entry), FALSE);
  gtk_widget_add_css_class (entry, "map-entry");
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  name_entry (self);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  show_place (self);
  /* An empty map comes to be seen by that. */
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_CHANGED);
  gtk_widget_grab_focus (entry);
}

void
sl_map_canvas_begin_rename (SlMapCanvas *self)
{
  const SlMapCard *card = self->style.selected >= 0 ? &self->drawing->cards[self->style.selected] : NULL;

  if (card == NULL || !sl_map_canvas_may_change (self))
    return;
  sl_map_canvas_end_entry (self);
  self->renamed = card->uid;
  self->entry_column = card->column;
  self->entry_y = card->y;
  begin_entry (self, card->title);
}

void
sl_map_canvas_begin_add (SlMapCanvas *self, guint column)
{
  if (!sl_map_canvas_may_change (self))
    return;
  sl_map_canvas_end_entry (self);
  self->renamed = SL_UID_NONE;
  self->entry_column = column;
  find_place (self);
  begin_entry (self, "");
}

void
sl_map_canvas_add (SlMapCanvas *self)
{
  guint column = SL_MAP_COLUMNS - 1;

  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  /* Of the type of the card chosen; on an empty map one begins with what it is all for. */
  if (self->style.selected >= 0)
    column = self->drawing->cards[self->style.selected].column;
  sl_map_canvas_begin_add (self, column);
}

/* Over the card, as wide as it, and as high as the text needs. */
void
sl_map_canvas_place_entry (SlMapCanvas *self)
{
  double x, y;
  int width, height = 0;

  if (self->entry == NULL)
    return;
  width = MAX (ENTRY_WIDTH, (int) (SL_MAP_CARD_WIDTH * self->scale));
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  height = MAX (height, (int) (SL_MAP_CARD_HEIGHT * MIN (self->scale, 1)));
  x = (sl_map_canvas_column_x (self, self->entry_column) - SL_MAP_CARD_WIDTH / 2 - self->x) * self->scale;
  y = (self->entry_y - self->y) * self->scale - (self->renamed != SL_UID_NONE ? height / 2.0 : 0);
  x = CLAMP (x, ENTRY_EDGE, MAX (ENTRY_EDGE, self->width - width - ENTRY_EDGE));
  y = CLAMP (y, ENTRY_EDGE, MAX (ENTRY_EDGE, self->height - height - ENTRY_EDGE));
  gtk_widget_allocate (self->entry, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}
