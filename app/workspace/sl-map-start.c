/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-map-start.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

struct _SlMapStart
{
  GArray *asked;   /* of SlMapQuestion: all so far, in order */
  guint at;        /* the present one; asked->len: nothing is left */
  SlUidMap *known; /* the cards in it */
};

/* --- What is open ------------------------------------------------------------------------------------------------- */

static const SlMapNode *
active_card (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);
  const SlMapNode *node = record != NULL && record->kind == SL_KIND_MAP_NODE ? SL_AS (MAP_NODE, record) : NULL;

  return node != NULL && node->status != SL_NODE_STATUS_DROPPED ? node : NULL;
}

typedef struct
{
  const SlData *data;
  gboolean sources, found;
} Ends;

static gboolean
look_for_end (const SlRecord *record, gpointer data)
{
  Ends *ends = data;

  ends->found = active_card (ends->data, ends->sources ? SL_AS (MAP_EDGE, record)->from : SL_AS (MAP_EDGE, record)->to) != NULL;
  return !ends->found;
}

/* Whether a card is there at the other end of a link: one that leads to it, or one that it leads to. */
static gboolean
has_end (const SlData *data, SlUid uid, gboolean sources)
{
  Ends ends = { data, sources, FALSE };

  sl_data_children (data, SL_KIND_MAP_EDGE, sources ? SL_MAP_EDGE_TO : SL_MAP_EDGE_FROM, uid, look_for_end, &ends);
  return ends.found;
}

/* What can be asked about a card, open or not. In the order of types purposes come first and investments last. */
static gboolean
can_ask (const SlMapNode *node, gboolean onwards)
{
  return node->status != SL_NODE_STATUS_DROPPED && node->polarity != SL_POLARITY_NEGATIVE
         && node->type != (onwards ? SL_NODE_TYPE_STRATEGIC_PURPOSE : SL_NODE_TYPE_INVESTMENT);
}

/* The bit that stands for the question in SlMapStart.known. */
static guint
bit_of (gboolean onwards)
{
  return onwards ? 2 : 1;
}

typedef struct
{
  const SlData *data;
  const SlUidMap *but;
  SlMapQuestion best; /* about SL_UID_NONE: none is open */
  int best_rank;
  guint n, n_like;
  const SlMapQuestion *like; /* nullable: what is of the same column is counted */
} Search;

static void
weigh (Search *search, const SlRecord *record, gboolean onwards)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  guint known = search->but != NULL ? GPOINTER_TO_UINT (sl_uid_map_get (search->but, record->uid)) : 0;
  SlMapQuestion question = { record->uid, onwards ? node->type - 1 : node->type + 1, onwards };
  int rank = onwards ? node->type + SL_NODE_TYPE_INVESTMENT : node->type;

  if (!can_ask (node, onwards) || has_end (search->data, record->uid, !onwards))
    return;
  search->n++;
  if ((known & bit_of (onwards)) != 0)
    return;
  if (search->like != NULL && search->like->type == question.type && search->like->onwards == onwards)
    search->n_like++;
  if (search->best.about != SL_UID_NONE && search->best_rank <= rank)
    return;
  search->best = question;
  search->best_rank = rank;
}

static gboolean
look_at (const SlRecord *record, gpointer data)
{
  weigh (data, record, FALSE);
  weigh (data, record, TRUE);
  return TRUE;
}

static gboolean
is_purpose (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);

  *(gboolean *) data = node->type == SL_NODE_TYPE_STRATEGIC_PURPOSE && node->status != SL_NODE_STATUS_DROPPED;
  return !*(gboolean *) data;
}

guint
sl_map_start_count_open (const SlData *data)
{
  Search search = { .data = data };

  g_return_val_if_fail (data != NULL, 0);
  sl_data_each (data, SL_KIND_MAP_NODE, look_at, &search);
  return search.n;
}

/* --- The conversation --------------------------------------------------------------------------------------------- */

static void
know (SlMapStart *self, const SlMapQuestion *question, gboolean is_known)
{
  guint known = GPOINTER_TO_UINT (sl_uid_map_get (self->known, question->about)), bit = bit_of (question->onwards);

  known = is_known ? known | bit : known & ~bit;
  if (question->about == SL_UID_NONE)
    return;
  if (known != 0)
    sl_uid_map_set (self->known, question->about, GUINT_TO_POINTER (known));
  else
    sl_uid_map_remove (self->known, question->about);
}

static void
ask (SlMapStart *self, guint at, const SlMapQuestion *question)
{
  g_array_insert_vals (self->asked, at, question, 1);
  know (self, question, TRUE);
}

/* The next question that has not been asked. */
static gboolean
ask_next (SlMapStart *self, const SlData *data)
{
  Search search = { .data = data, .but = self->known };

  sl_data_each (data, SL_KIND_MAP_NODE, look_at, &search);
  if (search.best.about != SL_UID_NONE)
    ask (self, self->asked->len, &search.best);
  return search.best.about != SL_UID_NONE;
}

static void
begin (SlMapStart *self, const SlData *data)
{
  gboolean has_purpose = FALSE;

  sl_data_each (data, SL_KIND_MAP_NODE, is_purpose, &has_purpose);
  if (!has_purpose)
    ask (self, 0, &(SlMapQuestion){ SL_UID_NONE, SL_NODE_TYPE_STRATEGIC_PURPOSE, FALSE });
  else
    ask_next (self, data);
}

SlMapStart *
sl_map_start_new (const SlData *data)
{
  SlMapStart *self;

  g_return_val_if_fail (data != NULL, NULL);
  self = g_new0 (SlMapStart, 1);
  self->asked = g_array_new (FALSE, FALSE, sizeof (SlMapQuestion));
  self->known = sl_uid_map_new (NULL);
  begin (self, data);
  return self;
}

void
sl_map_start_free (SlMapStart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->asked);
  sl_uid_map_free (self->known);
  g_free (self);
}

const SlMapQuestion *
sl_map_start_question (SlMapStart *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->at < self->asked->len ? &g_array_index (self->asked, SlMapQuestion, self->at) : NULL;
}

gboolean
sl_map_start_next (SlMapStart *self, const SlData *data)
{
  g_return_val_if_fail (self != NULL && data != NULL, FALSE);
  if (self->at < self->asked->len)
    self->at++;
  return self->at < self->asked->len || ask_next (self, data);
}

gboolean
sl_map_start_can_go_back (SlMapStart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->at > 0;
}

gboolean
sl_map_start_back (SlMapStart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (self->at == 0)
    return FALSE;
  self->at--;
  return TRUE;
}

void
sl_map_start_follow (SlMapStart *self, const SlData *data)
{
  gboolean was_asking;

  g_return_if_fail (self != NULL && data != NULL);
  was_asking = self->at < self->asked->len;
  for (guint i = self->asked->len; i-- > 0;)
    {
      SlMapQuestion *question = &g_array_index (self->asked, SlMapQuestion, i);
      const SlMapNode *card = active_card (data, question->about);

      if (question->about == SL_UID_NONE)
        continue;
      if (card != NULL && can_ask (card, question->onwards))
        {
          /* It may stand in another column now. */
          question->type = question->onwards ? card->type - 1 : card->type + 1;
          continue;
        }
      know (self, question, FALSE);
      g_array_remove_index (self->asked, i);
      if (i < self->at)
        self->at--;
    }
  if (self->asked->len == 0)
    begin (self, data);
  else if (was_asking && self->at == self->asked->len)
    self->at--;
}

gboolean
sl_map_start_ask (SlMapStart *self, const SlData *data, SlUid card)
{
  const SlMapNode *node;

  g_return_val_if_fail (self != NULL && data != NULL, FALSE);
  node = active_card (data, card);
  if (node == NULL || !can_ask (node, FALSE))
    return FALSE;
  for (guint i = 0; i < self->asked->len; i++)
    {
      const SlMapQuestion *question = &g_array_index (self->asked, SlMapQuestion, i);

      if (question->about != card || question->onwards)
        continue;
      self->at = i;
      return TRUE;
    }
  /* Before the present one, which is asked next. */
  ask (self, self->at, &(SlMapQuestion){ card, node->type + 1, FALSE });
  return TRUE;
}

void
sl_map_start_progress (SlMapStart *self, const SlData *data, guint *nth, guint *of)
{
  const SlMapQuestion *at = sl_map_start_question (self);
  Search search = { .data = data, .but = self->known, .like = at };

  g_return_if_fail (nth != NULL && of != NULL);
  *nth = *of = 0;
  if (at == NULL)
    return;
  sl_data_each (data, SL_KIND_MAP_NODE, look_at, &search);
  for (guint i = 0; i < self->asked->len; i++)
    {
      const SlMapQuestion *question = &g_array_index (self->asked, SlMapQuestion, i);

      if (question->type != at->type || question->onwards != at->onwards)
        continue;
      *of += 1;
      if (i <= self->at)
        *nth += 1;
    }
  *of += search.n_like;
}

gboolean
sl_map_start_again (SlMapStart *self, const SlData *data)
{
  g_return_val_if_fail (self != NULL && data != NULL, FALSE);
  g_array_set_size (self->asked, 0);
  sl_uid_map_clear (self->known);
  self->at = 0;
  begin (self, data);
  return self->asked->len > 0;
}

/* --- Its words ---------------------------------------------------------------------------------------------------- */

/* By type of the answers. */
static const struct
{
  const char *text, *hint;
} questions[] = {
  [SL_NODE_TYPE_STRATEGIC_PURPOSE] = {
    N_ ("What is all this for?"),
    N_ ("One sentence that those who pay would sign: what the place should be like, not what is to be built."),
  },
  [SL_NODE_TYPE_END_OUTCOME] = {
    N_ ("What would be different for people, once “{1}” has come true?"),
    N_ ("Who would notice, and how would you count it? Begin with a word of change: fewer, faster, more."),
  },
  [SL_NODE_TYPE_INTERMEDIATE_OUTCOME] = {
    N_ ("What would get better first, on the way to “{1}”?"),
    N_ ("An early sign that it works, that you could measure within months."),
  },
  [SL_NODE_TYPE_BUSINESS_CHANGE] = {
    N_ ("Who has to do something differently, so that “{1}” comes about?"),
    N_ ("Name the people and what they do from then on. A system alone changes nothing until somebody uses it."),
  },
  [SL_NODE_TYPE_ENABLER] = {
    N_ ("What has to be there before this can happen: “{1}”?"),
    N_ ("Tools, data, skills, rules, agreements: whatever they could not do without."),
  },
  [SL_NODE_TYPE_INVESTMENT] = {
    N_ ("What will be paid for, in order to have “{1}”?"),
    N_ ("A project, a purchase, a team: anything that has a budget of its own."),
  },
};

/* The same, of a card that leads nowhere yet. */
static const struct
{
  const char *text, *hint;
} onward_questions[] = {
  [SL_NODE_TYPE_STRATEGIC_PURPOSE] = {
    N_ ("Why does “{1}” matter?"),
    N_ ("What it is all for. If nothing comes to mind, it may be a step on the way to something else."),
  },
  [SL_NODE_TYPE_END_OUTCOME] = {
    N_ ("What would people notice in the end, once “{1}” is so?"),
    N_ ("If nobody would notice anything, ask whether it is worth having."),
  },
  [SL_NODE_TYPE_INTERMEDIATE_OUTCOME] = {
    N_ ("What would get better first because of this: “{1}”?"),
    N_ ("An early sign that it works, that you could measure within months."),
  },
  [SL_NODE_TYPE_BUSINESS_CHANGE] = {
    N_ ("Who would do something differently, once “{1}” is there?"),
    N_ ("Name the people and what they do from then on. A system alone changes nothing until somebody uses it."),
  },
  [SL_NODE_TYPE_ENABLER] = {
    N_ ("What will be there once “{1}” is paid for?"),
    N_ ("Tools, data, skills, rules, agreements: what somebody can then use."),
  },
};

char *
sl_map_question_dup_text (const SlMapQuestion *self, const SlData *data, gboolean translated)
{
  const char *text;

  g_return_val_if_fail (self != NULL && data != NULL, NULL);
  text = self->onwards ? onward_questions[self->type].text : questions[self->type].text;
  return sl_text_compose (translated ? _ (text) : text, (const char *[]){ sl_data_name (data, self->about), NULL });
}

const char *
sl_map_question_hint (const SlMapQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->onwards ? onward_questions[self->type].hint : questions[self->type].hint;
}
