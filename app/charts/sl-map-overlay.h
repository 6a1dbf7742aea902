/* sl-map-overlay.h: what else the benefit map can be coloured by: a table of modes, and what each says of cards and links.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without an overlay colour tells the type of a card. With one it tells something else, and only that; every tone has a
 * shape or letters and a word beside its colour. What is not known is a hollow ring and never green.
 */
#pragma once

#include "charts/sl-map-drawing.h"
#include "charts/sl-palette.h"

G_BEGIN_DECLS

typedef enum
{
  SL_OVERLAY_TYPE,     /* the usual picture: no overlay */
  SL_OVERLAY_STATUS,
  SL_OVERLAY_LEVEL,    /* F-25a */
  SL_OVERLAY_EVIDENCE, /* F-15 of a card, 0 to 4 of a link */
  SL_OVERLAY_SCHEDULE, /* F-13 */
  SL_OVERLAY_OWNER,
  SL_OVERLAY_PROJECT,
  SL_N_OVERLAYS,
} SlOverlayMode;

typedef struct
{
  const char *token; /* "status": on the command line and where it is remembered */
  const char *title; /* "Status": an untranslated msgid */
  const char *help;  /* one sentence: an untranslated msgid */
} SlOverlayInfo;

/* Static. */
const SlOverlayInfo *sl_overlay_info (SlOverlayMode mode);
/* FALSE where no mode has this token; @token: (nullable). */
gboolean             sl_overlay_from_token (const char *token, SlOverlayMode *mode);

typedef enum
{
  SL_MAP_TONE_NONE,     /* the question does not arise: nothing but the word */
  SL_MAP_TONE_UNKNOWN,  /* hollow ring */
  SL_MAP_TONE_STATE,    /* @value: SlStatus, as in sl-glyph.h */
  SL_MAP_TONE_PROGRESS, /* @value: SL_NODE_STATUS_*: a ring that fills, in the tones of one hue */
  SL_MAP_TONE_STEP,     /* @value: 0 to 4: bars that rise, in the tones of one hue */
  SL_MAP_TONE_HUE,      /* @value: of sl_palette_bands(): a square with letters */
  SL_MAP_TONE_OTHER,    /* all who have no hue of their own: a hatched square with letters */
} SlMapToneKind;

typedef struct
{
  SlMapToneKind kind;
  int value;
} SlMapTone;

/* One line of the legend. */
typedef struct
{
  SlMapTone tone;
  char *letters; /* "R", "3", "OS"; "" for none */
  char *label;   /* "Red" */
  char *detail;  /* (nullable): what more there is to it: "more than 90 days late" */
  guint n_cards, n_links;
} SlOverlayEntry;

/* What is said of a card. */
typedef struct
{
  guint entry;
  char *letters; /* in its sign: those of the entry, but its own among others */
  char *says;    /* the word, and what there is to add: "Red, R-005" */
} SlOverlayCard;

#define SL_OVERLAY_SILENT (-1) /* nothing is said of the link */

typedef struct
{
  SlOverlayMode mode;
  gboolean translated;
  SlOverlayEntry *entries; /* worst or largest first, what is not known last */
  guint n_entries;
  SlOverlayCard *cards;    /* of the drawing, in its order */
  guint n_cards;
  int *links;              /* of the drawing, in its order: an entry or SL_OVERLAY_SILENT; NULL where the mode speaks of none */
  guint n_links;
} SlMapOverlay;

/* @status: made from @view, as @drawing was; NULL where there is no node. @translated: words in the user's language, else
 * British English. Keeps nothing of what it is given. On any thread that may read the view. Returns: (transfer full)
 * (nullable): NULL for SL_OVERLAY_TYPE. */
SlMapOverlay *sl_map_overlay_new  (const SlView *view, const SlMapStatus *status, const SlMapDrawing *drawing,
                                   SlOverlayMode mode, gboolean translated);
void          sl_map_overlay_free (SlMapOverlay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMapOverlay, sl_map_overlay_free)

/* Marks in @lit (one byte for each card, zeroed by the caller) the cards of an entry. */
void          sl_map_overlay_light (const SlMapOverlay *self, guint entry, guint8 *lit);

/* For screen readers: "Risk level: Red, R-005". Free with g_free(). */
char         *sl_map_overlay_dup_words (const SlMapOverlay *self, guint card);
/* A line of the legend: "Red (more than 90 days late): 4, links 2". Free with g_free(). */
char         *sl_map_overlay_dup_entry (const SlMapOverlay *self, guint entry);
/* The legend as one sentence: "Risk level: Red 4, Amber 6, not known 7". Free with g_free(). */
char         *sl_map_overlay_dup_sum   (const SlMapOverlay *self);

/* The colour of a tone. @palette: SlPaletteFlags. Static. */
const SlRgb  *sl_map_tone_colour (const SlMapTone *tone, guint palette);

G_END_DECLS
