/* Overlays by owner and by project: the six with most cards have a hue each, all others share one tone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-map-overlay-private.h"

#include "base/sl-text.h"
#include "insight/sl-risk-status.h"

#include <glib/gi18n-lib.h>

/* An owner or a project, and how many cards it has. */
typedef struct
{
  SlUid uid;
  guint n;
  int hue;  /* or -1: one of the others */
} Named;

static SlUid
name_of (const SlMapOverlay *self, const SlView *view, SlUid card)
{
  const SlMapNode *node = SL_AS (MAP_NODE, sl_data_lookup (view->data, card));

  if (node == NULL)
    return SL_UID_NONE;
  return self->mode == SL_OVERLAY_OWNER ? node->owner : node->project;
}

static int
compare_uids (const void *a, const void *b)
{
  SlUid x = ((const Named *) a)->uid, y = ((const Named *) b)->uid;

  return (x > y) - (x < y);
}

/* Most cards first; of equal ones who was entered first. */
static int
compare_sizes (const void *a, const void *b)
{
  guint x = ((const Named *) a)->n, y = ((const Named *) b)->n;

  return x != y ? (x < y) - (x > y) : compare_uids (a, b);
}

/* Among the largest hues go by order of entry, so that an edit that changes who is larger changes no colour. */
static GArray *
gather (const SlMapOverlay *self, const SlView *view, const SlMapDrawing *drawing)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer uid, n;

  for (guint i = 0; i < drawing->n_cards; i++)
    {
      SlUid name = name_of (self, view, drawing->cards[i].uid);

      if (name != SL_UID_NONE)
        g_hash_table_insert (counts, g_memdup2 (&name, sizeof name),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, &name)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &uid, &n))
    g_array_append_val (all, ((Named){ *(const SlUid *) uid, GPOINTER_TO_UINT (n), -1 }));
  g_array_sort (all, compare_sizes);
  if (all->len > 0)
    qsort (all->data, MIN (all->len, SL_PALETTE_BANDS), sizeof (Named), compare_uids);
  for (guint i = 0; i < MIN (all->len, SL_PALETTE_BANDS); i++)
    g_array_index (all, Named, i).hue = (int) i;
  g_array_sort (all, compare_sizes);
  return all;
}

/* Two with the same initials are told apart by a figure. */
static char *
dup_letters (const GArray *entries, const char *name)
{
  g_autofree char *initials = sl_map_dup_initials (name);
  guint same = 1;

  for (guint i = 0; i < entries->len; i++)
    same += g_str_has_prefix (g_array_index (entries, SlOverlayEntry, i).letters, initials)
            && g_array_index (entries, SlOverlayEntry, i).tone.kind == SL_MAP_TONE_HUE;
  return same > 1 ? g_strdup_printf ("%s%u", initials, same) : g_steal_pointer (&initials);
}

static char *
dup_says (const SlMapOverlay *self, const SlView *view, SlUid uid)
{
  const char *name = sl_data_name (view->data, uid);

  if (self->mode == SL_OVERLAY_PROJECT || sl_person_active (view->data, uid, view->as_of))
    return g_strdup (name);
  /* TRANSLATORS: {1} is a person who owns a card and is not there any more. */
  return sl_text_compose (sl_overlay_word (self, N_ ("{1}, no longer active")), (const char *[]){ name, NULL });
}

/* What has no name, and what has none of its own hue. */
static void
add_rest (const SlMapOverlay *self, GArray *entries, guint n_others, guint n_other_cards, guint n_nameless)
{
  gboolean owner = self->mode == SL_OVERLAY_OWNER;
  SlOverlayEntry others = { .tone = { SL_MAP_TONE_OTHER, 0 }, .letters = g_strdup ("+"), .n_cards = n_other_cards };
  SlOverlayEntry none = { .tone = { owner ? SL_MAP_TONE_UNKNOWN : SL_MAP_TONE_NONE, 0 }, .letters = g_strdup (""),
                          .n_cards = n_nameless };
  g_autofree char *n = g_strdup_printf ("%u", n_others);

  if (owner)
    {
      /* TRANSLATORS: in a legend; {1} is how many owners or projects there are besides those named. */
      others.label = sl_text_compose (sl_overlay_word (self, N_ ("{1} others")), (const char *[]){ n, NULL });
      none.label = g_strdup (sl_overlay_word (self, N_ ("No owner")));
    }
  else
    {
      others.label = sl_text_compose (sl_overlay_word (self, N_ ("{1} others")), (const char *[]){ n, NULL });
      none.label = g_strdup (sl_overlay_word (self, N_ ("Shared")));
      none.detail = g_strdup (sl_overlay_word (self, N_ ("of no one project")));
    }
  g_array_append_val (entries, others);
  g_array_append_val (entries, none);
}

static void
say_all (SlMapOverlay *self, const SlView *view, const SlMapDrawing *drawing, GHashTable *numbers, guint others)
{
  for (guint i = 0; i < drawing->n_cards; i++)
    {
      SlUid name = name_of (self, view, drawing->cards[i].uid);
      guint entry = name == SL_UID_NONE ? others + 1 : GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &name));
      SlOverlayCard *card = &self->cards[i];

      card->entry = entry;
      card->says = name != SL_UID_NONE ? dup_says (self, view, name) : g_strdup (self->entries[entry].label);
      card->letters = entry == others ? sl_map_dup_initials (sl_data_name (view->data, name))
                                      : g_strdup (self->entries[entry].letters);
    }
}

void
sl_overlay_take_named (SlMapOverlay *self, const SlView *view, const SlMapDrawing *drawing)
{
  g_autoptr (GArray) all = gather (self, view, drawing);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (SlOverlayEntry));
  guint others = MIN (all->len, SL_PALETTE_BANDS), n_other_cards = 0, n_named = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = &g_array_index (all, Named, i);
      const char *name = sl_data_name (view->data, named->uid);

      g_hash_table_insert (numbers, g_memdup2 (&named->uid, sizeof named->uid), GUINT_TO_POINTER (MIN (i, others)));
      n_named += named->n;
      if (i < others)
        g_array_append_val (entries, ((SlOverlayEntry){ .tone = { SL_MAP_TONE_HUE, named->hue }, .letters = dup_letters (entries, name),
                                                        .label = dup_says (self, view, named->uid), .n_cards = named->n }));
      else
        n_other_cards += named->n;
    }
  add_rest (self, entries, all->len - others, n_other_cards, drawing->n_cards - n_named);
  self->n_entries = entries->len;
  self->entries = (SlOverlayEntry *) (gpointer) g_array_free (entries, FALSE);
  say_all (self, view, drawing, numbers, others);
}
