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
  const SlUidMap *but;
  gboolean found;
  guint n;
  SlUid best;
  int best_type;
} Search;

static gboolean
has_source (const SlRecord *record, gpointer data)
{
  Search *search = data;

  search->found = active_card (search->data, SL_AS (MAP_EDGE, record)->from) != NULL;
  return !search->found;
}

/* In the order of types purposes come first and investments last. */
static gboolean
look_at (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  Search *search = data;

  if (node->status == SL_NODE_STATUS_DROPPED || node->type >= SL_NODE_TYPE_INVESTMENT || node->polarity == SL_POLARITY_NEGATIVE)
    return TRUE;
  search->found = FALSE;
  sl_data_children (search->data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, record->uid, has_source, search);
  if (search->found)
    return TRUE;
  search->n++;
  if ((search->best == SL_UID_NONE || node->type < search->best_type)
      && (search->but == NULL || sl_uid_map_get (search->but, record->uid) == NULL))
    {
      search->best = record->uid;
      search->best_type = node->type;
    }
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
ask (SlMapStart *self, SlUid about, int type)
{
  SlMapQuestion question = { about, type };

  g_array_append_val (self->asked, question);
  if (about != SL_UID_NONE)
    sl_uid_map_set (self->known, about, self);
}

/* The next card that has not been asked about. */
static gboolean
ask_next (SlMapStart *self, const SlData *data)
{
  Search search = { .data = data, .but = self->known };

  sl_data_each (data, SL_KIND_MAP_NODE, look_at, &search);
  if (search.best != SL_UID_NONE)
    ask (self, search.best, search.best_type + 1);
  return search.best != SL_UID_NONE;
}

static void
begin (SlMapStart *self, const SlData *data)
{
  gboolean has_purpose = FALSE;

  sl_data_each (data, SL_KIND_MAP_NODE, is_purpose, &has_purpose);
  if (!has_purpose)
    ask (self, SL_UID_NONE, SL_NODE_TYPE_STRATEGIC_PURPOSE);
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
      if (card != NULL && card->type < SL_NODE_TYPE_INVESTMENT)
        {
          /* It may stand in another column now. */
          question->type = card->type + 1;
          continue;
        }
      sl_uid_map_remove (self->known, question->about);
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

char *
sl_map_question_dup_text (const SlMapQuestion *self, const SlData *data, gboolean translated)
{
  const char *text;

  g_return_val_if_fail (self != NULL && data != NULL, NULL);
  text = questions[self->type].text;
  return sl_text_compose (translated ? _ (text) : text, (const char *[]){ sl_data_name (data, self->about), NULL });
}

const char *
sl_map_question_hint (const SlMapQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return questions[self->type].hint;
}

/* --- Answers ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  int type;
  char *folded; /* what was answered */
  SlUid found;
} Match;

static gboolean
match_card (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  Match *match = data;

  if (node->type == match->type && node->status != SL_NODE_STATUS_DROPPED)
    {
      g_autofree char *title = sl_text_fold (node->title), *code = sl_text_fold (node->code);

      if (g_str_equal (title, match->folded) || g_str_equal (code, match->folded))
        match->found = record->uid;
    }
  return match->found == SL_UID_NONE;
}

static SlUid
find_card (const SlData *data, int type, const char *text)
{
  g_autofree char *clean = sl_text_clean (text, TRUE), *folded = sl_text_fold (clean);
  Match match = { .type = type, .folded = folded };

  if (*folded != '\0')
    sl_data_each (data, SL_KIND_MAP_NODE, match_card, &match);
  return match.found;
}

typedef struct
{
  SlUid to;
  gboolean found;
} Joined;

static gboolean
leads_to (const SlRecord *record, gpointer data)
{
  Joined *joined = data;

  joined->found = SL_AS (MAP_EDGE, record)->to == joined->to;
  return !joined->found;
}

SlUid
sl_tx_answer_map (SlTx *tx, const SlMapQuestion *question, const char *text, gboolean *linked, GError **error)
{
  Joined joined;
  gboolean known;
  SlUid uid;

  g_return_val_if_fail (tx != NULL && question != NULL && text != NULL, SL_UID_NONE);
  uid = find_card (sl_tx_data (tx), question->type, text);
  known = uid != SL_UID_NONE;
  /* A purpose leads to nothing: to have it is all there is to it. */
  joined = (Joined){ question->about, known && question->about == SL_UID_NONE };
  if (linked != NULL)
    *linked = known;
  if (known && !joined.found)
    sl_data_children (sl_tx_data (tx), SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, uid, leads_to, &joined);
  else if (!known)
    uid = sl_tx_add_card (tx, question->type, text, error);
  if (joined.found)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("This answer was given already"));
      return SL_UID_NONE;
    }
  if (uid == SL_UID_NONE || question->about == SL_UID_NONE)
    return uid;
  return sl_tx_link_cards (tx, uid, question->about, error) != SL_UID_NONE ? uid : SL_UID_NONE;
}
