/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/sl-map-start.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "rules/sl-map-links.h"

#include <glib/gi18n-lib.h>

/* --- Cards that are there ----------------------------------------------------------------------------------------- */

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

/* The link by which a card answers the question; NULL: it does not. */
static const SlRecord *
find_link (const SlData *data, const SlMapQuestion *question, SlUid answer)
{
  return sl_data_lookup (data, question->onwards ? sl_map_link_between (data, question->about, answer)
                                                 : sl_map_link_between (data, answer, question->about));
}

typedef struct
{
  const SlMapQuestion *question;
  const SlData *data;
  GArray *given, *others;
} Listing;

static gboolean
list_card (const SlRecord *record, gpointer data)
{
  const SlMapNode *node = SL_AS (MAP_NODE, record);
  Listing *listing = data;
  gboolean given;

  if (node->status == SL_NODE_STATUS_DROPPED)
    return TRUE;
  /* A purpose leads to nothing: to have it is all there is to it. Answers may stand in another column than is usual. */
  given = listing->question->about == SL_UID_NONE ? node->type == listing->question->type
                                                  : find_link (listing->data, listing->question, record->uid) != NULL;
  if (given || node->type == listing->question->type)
    g_array_append_val (given ? listing->given : listing->others, record->uid);
  return TRUE;
}

void
sl_map_question_list (const SlMapQuestion *self, const SlData *data, GArray *given, GArray *others)
{
  Listing listing = { self, data, given, others };

  g_return_if_fail (self != NULL && data != NULL && given != NULL && others != NULL);
  sl_data_each (data, SL_KIND_MAP_NODE, list_card, &listing);
}

/* --- Answers ------------------------------------------------------------------------------------------------------ */

gboolean
sl_tx_link_answer (SlTx *tx, const SlMapQuestion *question, SlUid answer, GError **error)
{
  SlUid about;

  g_return_val_if_fail (tx != NULL && question != NULL && question->about != SL_UID_NONE, FALSE);
  about = question->about;
  return sl_tx_link_cards (tx, question->onwards ? about : answer, question->onwards ? answer : about, error) != SL_UID_NONE;
}

SlUid
sl_tx_answer_question (SlTx *tx, const SlMapQuestion *question, const char *text, gboolean *linked, GError **error)
{
  gboolean known, given;
  SlUid uid;

  g_return_val_if_fail (tx != NULL && question != NULL && text != NULL, SL_UID_NONE);
  uid = find_card (sl_tx_data (tx), question->type, text);
  known = uid != SL_UID_NONE;
  given = known && (question->about == SL_UID_NONE || find_link (sl_tx_data (tx), question, uid) != NULL);
  if (linked != NULL)
    *linked = known;
  if (given)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("This answer was given already"));
      return SL_UID_NONE;
    }
  if (!known)
    uid = sl_tx_add_card (tx, question->type, text, error);
  if (uid == SL_UID_NONE || question->about == SL_UID_NONE)
    return uid;
  return sl_tx_link_answer (tx, question, uid, error) ? uid : SL_UID_NONE;
}

static gboolean
count_one (const SlRecord *record, gpointer data)
{
  ++*(guint *) data;
  return TRUE;
}

gboolean
sl_tx_take_back_answer (SlTx *tx, const SlMapQuestion *question, SlUid answer, gboolean *stays, GError **error)
{
  const SlRecord *link;
  guint n = 0;
  SlUid uid = answer;

  g_return_val_if_fail (tx != NULL && question != NULL && stays != NULL, FALSE);
  *stays = FALSE;
  if (question->about != SL_UID_NONE)
    {
      link = find_link (sl_tx_data (tx), question, answer);
      if (link == NULL)
        {
          g_set_error_literal (error, SL_ERROR, SL_ERROR_REFUSED, _ ("That is no answer to this question any more"));
          return FALSE;
        }
      sl_data_children (sl_tx_data (tx), SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, answer, count_one, &n);
      sl_data_children (sl_tx_data (tx), SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, answer, count_one, &n);
      *stays = n > 1;
      uid = *stays ? link->uid : answer;
    }
  return sl_tx_delete_from_map (tx, &uid, 1, error);
}
