/* What is chosen on the map: a card, several, or a link; and the way from one to the next by keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-map-canvas-private.h"
#include "ui/widgets/sl-map-card-private.h"
#include "ui/widgets/sl-map-link-private.h"
#include "ui/widgets/sl-map-minimap-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CROWD 600 /* links from which a map is painted quickly rather than smoothly */

/* --- Cards -------------------------------------------------------------------------------------------------------- */

static void
put (SlMapCanvas *self, SlUid uid)
{
  g_hash_table_add (self->also, g_memdup2 (&uid, sizeof uid));
}

static gboolean
is_gone (gpointer uid, gpointer unused, gpointer data)
{
  return sl_map_drawing_find (data, *(SlUid *) uid) < 0;
}

/* What is no longer on the map is not chosen either. */
static void
forget_gone (SlMapCanvas *self)
{
  if (self->drawing == NULL)
    g_hash_table_remove_all (self->also);
  else
    g_hash_table_foreach_remove (self->also, is_gone, self->drawing);
  self->style.selected = self->selected != SL_UID_NONE && self->drawing != NULL
                             ? sl_map_drawing_find (self->drawing, self->selected)
                             : -1;
  if (self->style.selected < 0)
    self->selected = SL_UID_NONE;
  if (self->link != SL_UID_NONE && (self->drawing == NULL || sl_map_drawing_find_link (self->drawing, self->link) < 0))
    self->link = SL_UID_NONE;
}

/* The cards chosen, by number. */
static GArray *
numbers (SlMapCanvas *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->drawing != NULL && i < self->drawing->n_cards; i++)
    if (g_hash_table_contains (self->also, &self->drawing->cards[i].uid))
      g_array_append_val (all, i);
  return all;
}

static void
show_link_widget (SlMapCanvas *self)
{
  int link = self->link != SL_UID_NONE ? sl_map_drawing_find_link (self->drawing, self->link) : -1;

  if (link < 0)
    {
      g_clear_pointer (&self->link_widget, gtk_widget_unparent);
      return;
    }
  if (self->link_widget == NULL)
    {
      self->link_widget = sl_map_link_widget_new ();
      gtk_widget_insert_before (self->link_widget, GTK_WIDGET (self), self->heads[0]);
    }
  sl_map_link_widget_show (SL_MAP_LINK_WIDGET (self->link_widget), sl_workspace_data (self->workspace), self->link,
                           self->style.palette);
}

void
sl_map_canvas_light_up (SlMapCanvas *self)
{
  g_autoptr (GArray) all = NULL;

  forget_gone (self);
  all = numbers (self);
  g_clear_pointer (&self->lit, g_free);
  g_clear_pointer (&self->chosen, g_free);
  if (all->len > 0)
    self->chosen = g_malloc0 (self->drawing->n_cards);
  for (guint i = 0; i < all->len; i++)
    self->chosen[g_array_index (all, guint, i)] = TRUE;
  if (all->len > 0 || self->link != SL_UID_NONE)
    self->lit = g_malloc0 (self->drawing->n_cards);
  if (self->link != SL_UID_NONE)
    sl_map_drawing_light_link (self->drawing, (guint) sl_map_drawing_find_link (self->drawing, self->link), self->lit);
  else if (all->len > 0)
    sl_map_drawing_light (self->drawing, (const guint *) (gpointer) all->data, all->len, self->lit);
  sl_map_canvas_dim_by_overlay (self);
  self->style.lit = sl_map_canvas_is_linking (self) ? self->linking.open : self->lit;
  sl_map_canvas_apply_trace (self);
  self->style.chosen = self->chosen;
  self->style.link = self->link;
  self->style.quick = self->drawing != NULL && self->drawing->n_links > CROWD;
  sl_map_canvas_forget_tiles (self);
  sl_map_minimap_changed (SL_MAP_MINIMAP (self->minimap));
  show_link_widget (self);
}

SlUid
sl_map_canvas_selected (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), SL_UID_NONE);
  return self->selected;
}

SlUid
sl_map_canvas_selected_link (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), SL_UID_NONE);
  return self->link;
}

GArray *
sl_map_canvas_chosen (SlMapCanvas *self)
{
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), uids);
  for (guint i = 0; self->chosen != NULL && i < self->drawing->n_cards; i++)
    if (self->chosen[i])
      g_array_append_val (uids, self->drawing->cards[i].uid);
  return uids;
}

static void
told (SlMapCanvas *self)
{
  sl_map_canvas_light_up (self);
  sl_map_canvas_refresh_cards (self);
  sl_map_canvas_emit (self, SL_MAP_SIGNAL_SELECTED);
}

gboolean
sl_map_canvas_select (SlMapCanvas *self, SlUid uid, gboolean show)
{
  int number;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  number = self->drawing != NULL ? sl_map_drawing_find (self->drawing, uid) : -1;
  if (uid != SL_UID_NONE && number < 0)
    return FALSE;
  if (uid != self->selected || self->link != SL_UID_NONE || g_hash_table_size (self->also) > 1)
    {
      self->selected = uid;
      self->link = SL_UID_NONE;
      g_hash_table_remove_all (self->also);
      if (uid != SL_UID_NONE)
        put (self, uid);
      told (self);
    }
  if (number >= 0 && show)
    sl_map_canvas_show_card (self, &self->drawing->cards[number]);
  return TRUE;
}

void
sl_map_canvas_focus_card (SlMapCanvas *self, guint number)
{
  GtkWidget *widget = g_hash_table_lookup (self->cards, &self->drawing->cards[number].uid);

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

/* One fewer of several: the focus stays with one that is chosen. */
static void
leave_out (SlMapCanvas *self, guint number)
{
  g_hash_table_remove (self->also, &self->drawing->cards[number].uid);
  if (self->selected == self->drawing->cards[number].uid)
    {
      g_autoptr (GArray) rest = numbers (self);

      self->selected = rest->len > 0 ? self->drawing->cards[g_array_index (rest, guint, 0)].uid : SL_UID_NONE;
    }
  told (self);
}

void
sl_map_canvas_choose (SlMapCanvas *self, guint number, SlMapChoose how)
{
  SlUid uid = self->drawing->cards[number].uid;

  if (how == SL_MAP_ALONE)
    sl_map_canvas_select (self, uid, TRUE);
  else if (how == SL_MAP_TOGGLE && g_hash_table_contains (self->also, &uid))
    leave_out (self, number);
  else
    {
      self->link = SL_UID_NONE;
      self->selected = uid;
      put (self, uid);
      told (self);
      sl_map_canvas_show_card (self, &self->drawing->cards[number]);
    }
  if (self->style.selected >= 0)
    sl_map_canvas_focus_card (self, (guint) self->style.selected);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
sl_map_canvas_choose_all (SlMapCanvas *self)
{
  g_return_if_fail (SL_IS_MAP_CANVAS (self));
  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return;
  for (guint i = 0; i < self->drawing->n_cards; i++)
    put (self, self->drawing->cards[i].uid);
  self->link = SL_UID_NONE;
  if (self->selected == SL_UID_NONE)
    self->selected = self->drawing->cards[0].uid;
  told (self);
}

gboolean
sl_map_canvas_choose_nothing (SlMapCanvas *self)
{
  /* From a link back to the card it was chosen from. */
  int number = self->link != SL_UID_NONE ? sl_map_drawing_find (self->drawing, self->link_card) : -1;

  if (self->selected == SL_UID_NONE && self->link == SL_UID_NONE)
    return FALSE;
  if (number >= 0)
    {
      sl_map_canvas_choose (self, (guint) number, SL_MAP_ALONE);
      return TRUE;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return sl_map_canvas_select (self, SL_UID_NONE, FALSE);
}

/* --- Links -------------------------------------------------------------------------------------------------------- */

static void
show_link (SlMapCanvas *self, const SlMapLink *link)
{
  const SlMapCard *a = &self->drawing->cards[link->source], *b = &self->drawing->cards[link->target];

  /* Both ends where there is room for them, else the end that one is going to. */
  sl_map_canvas_show_box (self, MIN (a->x, b->x), MIN (a->y, b->y), MAX (a->x, b->x), MAX (a->y, b->y));
}

void
sl_map_canvas_choose_link (SlMapCanvas *self, int link)
{
  self->link = link >= 0 ? self->drawing->links[link].uid : SL_UID_NONE;
  self->selected = SL_UID_NONE;
  g_hash_table_remove_all (self->also);
  told (self);
  if (self->link_widget == NULL)
    return;
  show_link (self, &self->drawing->links[link]);
  gtk_widget_grab_focus (self->link_widget);
}

gboolean
sl_map_canvas_select_link (SlMapCanvas *self, SlUid uid)
{
  int link;

  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  link = self->drawing != NULL && uid != SL_UID_NONE ? sl_map_drawing_find_link (self->drawing, uid) : -1;
  if (link < 0)
    return FALSE;
  self->link_card = self->drawing->cards[self->drawing->links[link].source].uid;
  sl_map_canvas_choose_link (self, link);
  return TRUE;
}

/* The links of @card that go @across, from the topmost other end on; each by its number. */
static GArray *
links_of (SlMapCanvas *self, guint card, int across)
{
  const SlMapDrawing *drawing = self->drawing;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];
      guint other = across > 0 ? link->target : link->source, at = 0;

      if ((across > 0 ? link->source : link->target) != card)
        continue;
      while (at < found->len)
        {
          const SlMapLink *there = &drawing->links[g_array_index (found, guint, at)];

          if (drawing->cards[across > 0 ? there->target : there->source].y > drawing->cards[other].y)
            break;
          at++;
        }
      g_array_insert_val (found, at, i);
    }
  return found;
}

/* "I1, I2" in the place of {1}; NULL: there is no link. */
static char *
dup_ends (SlMapCanvas *self, guint card, int across, const char *format)
{
  g_autoptr (GArray) links = links_of (self, card, across);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const SlMapLink *link = &self->drawing->links[g_array_index (links, guint, i)];

      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                              self->drawing->cards[across > 0 ? link->target : link->source].code);
    }
  return links->len > 0 ? sl_text_compose (format, (const char *[]){ codes->str, NULL }) : NULL;
}

char *
sl_map_canvas_dup_neighbours (SlMapCanvas *self, guint card)
{
  /* TRANSLATORS: {1} are cards of the map such as "I1, I2". */
  g_autofree char *onwards = dup_ends (self, card, 1, _ ("Leads to {1}.")), *back = dup_ends (self, card, -1, _ ("Rests on {1}."));

  g_autofree char *both = onwards != NULL && back != NULL
                              ? g_strjoin (" ", onwards, back, NULL)
                              : g_strdup (onwards != NULL ? onwards : back != NULL ? back : _ ("Not linked to any card."));
  const char *struck = sl_map_canvas_trace_words (self, card);

  return struck != NULL ? g_strjoin (" ", struck, both, NULL) : g_steal_pointer (&both);
}

gboolean
sl_map_canvas_walk_links (SlMapCanvas *self, int across)
{
  int now = self->link != SL_UID_NONE ? sl_map_drawing_find_link (self->drawing, self->link) : -1;
  int card = now >= 0 ? sl_map_drawing_find (self->drawing, self->link_card) : self->style.selected;
  g_autoptr (GArray) links = NULL;
  guint next = 0;

  if (card < 0)
    return FALSE;
  links = links_of (self, (guint) card, across);
  if (links->len == 0)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    if (now >= 0 && g_array_index (links, guint, i) == (guint) now)
      next = (i + 1) % links->len;
  self->link_card = self->drawing->cards[card].uid;
  sl_map_canvas_choose_link (self, (int) g_array_index (links, guint, next));
  return TRUE;
}

/* From a link to the card at its end, or to the next link beside it. */
static gboolean
walk_from_link (SlMapCanvas *self, int across, int down)
{
  const SlMapLink *link = &self->drawing->links[sl_map_drawing_find_link (self->drawing, self->link)];

  if (across == 0)
    return sl_map_canvas_walk_links (self, self->drawing->cards[link->target].uid == self->link_card ? -1 : 1);
  sl_map_canvas_choose (self, across > 0 ? link->target : link->source, SL_MAP_ALONE);
  return TRUE;
}

/* --- Walking ------------------------------------------------------------------------------------------------------ */

int
sl_map_canvas_nearest (SlMapCanvas *self, guint from, SlMapFits fits, int way)
{
  const SlMapDrawing *drawing = self->drawing;
  int best = -1;

  for (guint i = 0; i < drawing->n_cards; i++)
    if (i != from && fits (self, from, i, way)
        && (best < 0 || fabs (drawing->cards[i].y - drawing->cards[from].y) < fabs (drawing->cards[best].y - drawing->cards[from].y)))
      best = (int) i;
  return best;
}

/* The same of the cards at the other ends of its links. */
static int
nearest_linked (SlMapCanvas *self, guint from, int way)
{
  const SlMapDrawing *drawing = self->drawing;
  int best = -1;

  for (guint i = 0; i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];
      guint other = way > 0 ? link->target : link->source;

      if ((way > 0 ? link->source : link->target) == from
          && (best < 0 || fabs (drawing->cards[other].y - drawing->cards[from].y) < fabs (drawing->cards[best].y - drawing->cards[from].y)))
        best = (int) other;
    }
  return best;
}

gboolean
sl_map_canvas_is_beside (SlMapCanvas *self, guint from, guint to, int way)
{
  const SlMapCard *cards = self->drawing->cards;

  return cards[from].column == cards[to].column && (cards[to].y - cards[from].y) * way > 0;
}

gboolean
sl_map_canvas_walk (SlMapCanvas *self, int across, int down, SlMapChoose how)
{
  int number = self->style.selected;

  if (self->drawing == NULL || self->drawing->n_cards == 0)
    return FALSE;
  if (self->link != SL_UID_NONE)
    return walk_from_link (self, across, down);
  if (number < 0)
    number = 0;
  else if (across != 0)
    number = nearest_linked (self, (guint) number, across);
  else
    number = sl_map_canvas_nearest (self, (guint) number, sl_map_canvas_is_beside, down);
  if (number >= 0)
    sl_map_canvas_choose (self, (guint) number, how);
  return number >= 0;
}

gboolean
sl_map_canvas_step (SlMapCanvas *self, int across, int down)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  return sl_map_canvas_walk (self, across, down, SL_MAP_ALONE);
}
