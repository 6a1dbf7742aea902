/* Which links close a cycle: the back edges of a depth-first search in the order of the cards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turning exactly these round leaves a graph without cycles. (Gansner, Koutsofios, North, Vo: A technique for drawing
 * directed graphs, IEEE TSE 19(3), 1993, section 2.1.)
 */
#include "map/sl-layers-private.h"

#include <string.h>

typedef struct
{
  int *start, *out; /* links by source */
  int *next;        /* of a card: the next of its links to follow */
  char *state;      /* 0 unseen, 1 on the path, 2 done */
  int *path;
} Search;

static void
group_by_source (Search *self, const SlLayoutInput *input)
{
  int n = (int) input->n_cards;

  for (guint i = 0; i < input->n_links; i++)
    self->start[input->links[i].source + 1]++;
  for (int v = 0; v < n; v++)
    self->start[v + 1] += self->start[v];
  memcpy (self->next, self->start, sizeof (int) * (gsize) n);
  for (guint i = 0; i < input->n_links; i++)
    self->out[self->next[input->links[i].source]++] = (int) i;
  memcpy (self->next, self->start, sizeof (int) * (gsize) n);
}

static void
search_from (Search *self, const SlLayoutInput *input, int root, gboolean *on_cycle)
{
  int depth = 0;

  self->path[depth++] = root;
  self->state[root] = 1;
  while (depth > 0)
    {
      int v = self->path[depth - 1];
      int link, w;

      if (self->next[v] == self->start[v + 1])
        {
          self->state[v] = 2;
          depth--;
          continue;
        }
      link = self->out[self->next[v]++];
      w = (int) input->links[link].target;
      if (self->state[w] == 1)
        on_cycle[link] = TRUE;
      else if (self->state[w] == 0)
        {
          self->state[w] = 1;
          self->path[depth++] = w;
        }
    }
}

void
sl_cycles_find (const SlLayoutInput *input, gboolean *on_cycle)
{
  gsize n = input->n_cards;
  g_autofree int *start = g_new0 (int, n + 1);
  g_autofree int *out = g_new (int, (gsize) input->n_links + 1);
  g_autofree int *next = g_new (int, n + 1);
  g_autofree int *path = g_new (int, n + 1);
  g_autofree char *state = g_new0 (char, n + 1);
  g_autofree gboolean *entered = g_new0 (gboolean, n + 1);
  Search search = { start, out, next, state, path };

  memset (on_cycle, 0, sizeof (gboolean) * input->n_links);
  group_by_source (&search, input);
  for (guint i = 0; i < input->n_links; i++)
    entered[input->links[i].target] = TRUE;
  /* From where the arrows begin, so that as few as possible point back. */
  for (int first = 1; first >= 0; first--)
    for (guint v = 0; v < n; v++)
      if (state[v] == 0 && !(first && entered[v]))
        search_from (&search, input, (int) v, on_cycle);
}
