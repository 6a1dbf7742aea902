/* sl-map-trace.h: what is traced on the benefit map: the cards lit, those struck, the links of the paths, the weakest link.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drawing aid: it says how to paint what sl-consequence.h and sl-map-status.h have found. Cards that the drawing does not
 * have (a dropped one, one made since it was drawn) are passed over. Of use with the drawing it was made for alone.
 */
#pragma once

#include "charts/sl-map-paint.h"
#include "insight/sl-consequence.h"

G_BEGIN_DECLS

/* What stands on a card besides its being lit: a sign and a word. */
typedef enum
{
  SL_MAP_TRACE_PLAIN,
  SL_MAP_TRACE_STRUCK, /* a risk or an issue strikes here */
  SL_MAP_TRACE_LATE,   /* its own lateness is the culprit (F-13) */
} SlMapTraceMark;

struct _SlMapTrace
{
  guint8 *lit;      /* by card: lit; for SlMapStyle.lit */
  guint8 *marks;    /* by card: SlMapTraceMark */
  guint8 *on_path;  /* by link: painted heavier, with its direction; the other links fade */
  int weakest;      /* the link that is argued least (F-15), or -1 */
  guint n_cards, n_links; /* of the drawing */
  guint *first_out, *out; /* the links that leave card i: out[first_out[i]] to before out[first_out[i + 1]] */
};

/* "struck": an untranslated msgid; NULL for SL_MAP_TRACE_PLAIN. */
const char *sl_map_trace_mark_word (int mark);

/* Nothing is lit yet. Free with sl_map_trace_free(). */
SlMapTrace *sl_map_trace_new      (const SlMapDrawing *drawing);
void        sl_map_trace_free     (SlMapTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapTrace, sl_map_trace_free)

/* Lights the cards of @path (of SlUid, from cause to consequence) and the links between them; its first card gets @mark. */
void        sl_map_trace_add_path (SlMapTrace *self, const SlMapDrawing *drawing, const GArray *path, SlMapTraceMark mark);

/* All that a risk or an issue strikes, and its way to all it reaches. */
SlMapTrace *sl_map_trace_of_reach   (const SlMapDrawing *drawing, const SlRiskReach *reach);
/* The ways of all that can reach a benefit, and its card. @card: SL_UID_NONE without one. */
SlMapTrace *sl_map_trace_of_threat  (const SlMapDrawing *drawing, const SlBenefitThreat *threat, SlUid card);
/* The best argued way, its weakest link marked. */
SlMapTrace *sl_map_trace_of_weakest (const SlMapDrawing *drawing, const SlWeakestLink *link);
/* How the level of a card came about (F-25a); the card alone at level none. */
SlMapTrace *sl_map_trace_of_level   (const SlMapDrawing *drawing, const SlMapStatus *status, SlUid card);

G_END_DECLS
