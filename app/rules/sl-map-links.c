/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/sl-map-links.h"

#include "rules/sl-map-links-private.h"
#include "rules/sl-sentence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* --- Words -------------------------------------------------------------------------------------------------------- */

/* What may come after @from, with or without a warning. */
static char *
arg_allowed (const SlMapNode *from)
{
  guint set = 0;

  for (int type = 1; type < SL_NODE_TYPE_END_; type++)
    if (sl_map_link_fit (from, &(const SlMapNode){ .type = type, .polarity = SL_POLARITY_POSITIVE }) != SL_LINK_REFUSED)
      set |= 1u << type;
  return sl_arg_labels (&sl_node_type_enum, set);
}

const char *
sl_link_refusal (const SlMapNode *from, const SlMapNode *to, gboolean about_to, char *args[SL_LINK_ARGS])
{
  g_autofree char *allowed = arg_allowed (from);

  args[0] = g_strdup (sl_record_code (about_to ? &from->record : &to->record));
  args[1] = sl_arg_label (&sl_node_type_enum, from->type);
  args[2] = args[3] = NULL;
  if (!about_to && *allowed == '\0')
    return N_ ("it cannot lead to {1}: nothing comes after “{2}”");
  args[2] = g_steal_pointer (&allowed);
  return about_to ? N_ ("{1} cannot lead to it: after “{2}” may come: {3}")
                  : N_ ("it cannot lead to {1}: after “{2}” may come: {3}");
}

const char *
sl_link_warning (SlLinkFit fit)
{
  switch (fit)
    {
    case SL_LINK_BYPASS:
      return N_ ("it leads straight to the outcome {1}, past any change in how people work");
    case SL_LINK_NO_STEP:
      return N_ ("it leads straight to the end outcome {1}; no outcome between them would show early whether it works");
    case SL_LINK_REFUSED:
    case SL_LINK_ALLOWED:
    default:
      return NULL;
    }
}

/* Said of @from; takes what is in @args afterwards. */
static const char *
choose_words (const SlMapNode *from, const SlMapNode *to, const SlLinkEnd *end, char *args[SL_LINK_ARGS])
{
  if (end->bar == SL_LINK_BAR_TYPES)
    return sl_link_refusal (from, to, FALSE, args);
  args[0] = g_strdup (sl_record_code (&to->record));
  switch (end->bar)
    {
    case SL_LINK_BAR_SELF:
      return N_ ("it cannot lead to itself");
    case SL_LINK_BAR_TWICE:
      return N_ ("it leads to {1} already");
    case SL_LINK_BAR_RING:
      return N_ ("it comes of {1}, so a link to it would lead back to where it came from");
    case SL_LINK_BAR_NONE:
    case SL_LINK_BAR_TYPES:
    default:
      return sl_link_warning (end->fit);
    }
}

char *
sl_link_dup_words (const SlData *data, SlUid from, SlUid to, const SlLinkEnd *end, gboolean translated)
{
  const SlRecord *source = sl_data_lookup (data, from), *target = sl_data_lookup (data, to);
  char *args[SL_LINK_ARGS] = { NULL };
  g_autofree char *said = NULL;
  const char *format;

  g_return_val_if_fail (end != NULL, NULL);
  if (source == NULL || target == NULL)
    return NULL;
  format = choose_words (SL_AS (MAP_NODE, source), SL_AS (MAP_NODE, target), end, args);
  if (format != NULL)
    said = sl_sentence_compose (format, (const char *const *) args, translated);
  for (guint i = 0; i < SL_LINK_ARGS; i++)
    g_free (args[i]);
  return said != NULL ? g_strdup_printf ("%s: %s", sl_record_code (source), said) : NULL;
}

/* --- Ends --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlData *data;
  const SlMapNode *card;
  gboolean onwards;
  GArray *ends;      /* of SlLinkEnd */
  SlUidMap *twice;   /* the other ends of links there are */
  SlUidMap *behind;  /* from where a link would lead back */
  GArray *waiting;   /* of SlUid: found, but not gone on from */
} Choice;

static gboolean
take_twice (const SlRecord *record, gpointer data)
{
  Choice *self = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);

  sl_uid_map_set (self->twice, self->onwards ? edge->to : edge->from, self);
  return TRUE;
}

static gboolean
take_behind (const SlRecord *record, gpointer data)
{
  Choice *self = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);
  SlUid uid = self->onwards ? edge->from : edge->to;

  if (sl_uid_map_get (self->behind, uid) != NULL)
    return TRUE;
  sl_uid_map_set (self->behind, uid, self);
  g_array_append_val (self->waiting, uid);
  return TRUE;
}

/* Links at dropped nodes count: the node may come back, and a commit would refuse the ring. */
static void
walk_behind (Choice *self)
{
  g_array_append_val (self->waiting, self->card->record.uid);
  for (guint i = 0; i < self->waiting->len; i++)
    sl_data_children (self->data, SL_KIND_MAP_EDGE, self->onwards ? SL_MAP_EDGE_TO : SL_MAP_EDGE_FROM,
                      g_array_index (self->waiting, SlUid, i), take_behind, self);
}

static gboolean
take_end (const SlRecord *record, gpointer data)
{
  Choice *self = data;
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  SlLinkEnd end = { .uid = record->uid };

  end.fit = self->onwards ? sl_map_link_fit (self->card, node) : sl_map_link_fit (node, self->card);
  if (node == self->card)
    end.bar = SL_LINK_BAR_SELF;
  else if (sl_uid_map_get (self->twice, record->uid) != NULL)
    end.bar = SL_LINK_BAR_TWICE;
  else if (end.fit == SL_LINK_REFUSED)
    end.bar = SL_LINK_BAR_TYPES;
  else if (sl_uid_map_get (self->behind, record->uid) != NULL)
    end.bar = SL_LINK_BAR_RING;
  g_array_append_val (self->ends, end);
  return TRUE;
}

GArray *
sl_link_ends (const SlData *data, SlUid card, gboolean onwards)
{
  const SlRecord *record = sl_data_lookup (data, card);
  Choice self = { .data = data, .onwards = onwards, .ends = g_array_new (FALSE, FALSE, sizeof (SlLinkEnd)) };

  if (record == NULL || record->kind != SL_KIND_MAP_NODE)
    return self.ends;
  self.card = SL_AS (MAP_NODE, record);
  self.twice = sl_uid_map_new (NULL);
  self.behind = sl_uid_map_new (NULL);
  self.waiting = g_array_new (FALSE, FALSE, sizeof (SlUid));
  sl_data_children (data, SL_KIND_MAP_EDGE, onwards ? SL_MAP_EDGE_FROM : SL_MAP_EDGE_TO, card, take_twice, &self);
  walk_behind (&self);
  sl_data_each (data, SL_KIND_MAP_NODE, take_end, &self);
  sl_uid_map_free (self.twice);
  sl_uid_map_free (self.behind);
  g_array_unref (self.waiting);
  return self.ends;
}

static int
compare_uid (const void *key, const void *end)
{
  SlUid uid = *(const SlUid *) key, other = ((const SlLinkEnd *) end)->uid;

  return (uid > other) - (uid < other);
}

const SlLinkEnd *
sl_link_end (const GArray *ends, SlUid uid)
{
  g_return_val_if_fail (ends != NULL, NULL);
  return ends->len > 0 ? bsearch (&uid, ends->data, ends->len, sizeof (SlLinkEnd), compare_uid) : NULL;
}

/* --- One link ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid to, link;
} Between;

static gboolean
is_between (const SlRecord *record, gpointer data)
{
  Between *between = data;

  if (SL_AS (MAP_EDGE, record)->to == between->to)
    between->link = record->uid;
  return between->link == SL_UID_NONE;
}

SlUid
sl_map_link_between (const SlData *data, SlUid from, SlUid to)
{
  Between between = { to, SL_UID_NONE };

  g_return_val_if_fail (data != NULL, SL_UID_NONE);
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, from, is_between, &between);
  return between.link;
}
