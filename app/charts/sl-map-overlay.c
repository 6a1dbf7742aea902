/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts/sl-map-overlay-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GRADES 5 /* of evidence */

static const SlOverlayInfo infos[SL_N_OVERLAYS] = {
  { "type", N_ ("Type"), N_ ("What each card is: money, enabler, change, outcome, purpose.") },
  { "status", N_ ("Status"), N_ ("How far each card is.") },
  { "level", N_ ("Risk level"), N_ ("What threatens each card, and the links along which that reaches it (F-25a).") },
  { "evidence", N_ ("Evidence"), N_ ("How well it is argued that money brings each card about, link by link (F-15).") },
  { "schedule", N_ ("Schedule"), N_ ("What is late, and by how much (F-13).") },
  { "owner", N_ ("Owner"), N_ ("Whose each card is.") },
  { "project", N_ ("Project"), N_ ("To which project each card belongs.") },
};

const SlOverlayInfo *
sl_overlay_info (SlOverlayMode mode)
{
  g_return_val_if_fail (mode >= 0 && mode < SL_N_OVERLAYS, &infos[SL_OVERLAY_TYPE]);
  return &infos[mode];
}

gboolean
sl_overlay_from_token (const char *token, SlOverlayMode *mode)
{
  for (guint i = 0; i < SL_N_OVERLAYS; i++)
    if (g_strcmp0 (token, infos[i].token) == 0)
      {
        *mode = (SlOverlayMode) i;
        return TRUE;
      }
  return FALSE;
}

/* --- Modes whose entries are known beforehand --------------------------------------------------------------------- */

typedef struct
{
  SlMapTone tone;
  const char *letters, *label, *detail;
} Fixed;

enum
{
  STATUS_PLANNED,
  STATUS_IN_PROGRESS,
  STATUS_DELIVERED,
  STATUS_ADOPTED,
  STATUS_ACHIEVED,
};

static const Fixed statuses[] = {
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_PLANNED }, "", N_ ("Planned"), NULL },
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_IN_PROGRESS }, "", N_ ("In progress"), NULL },
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_DELIVERED }, "", N_ ("Delivered"), N_ ("made, and not yet in use") },
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_ADOPTED }, "", N_ ("Adopted"), N_ ("in use") },
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_ACHIEVED }, "", N_ ("Achieved"), N_ ("come true") },
};

enum
{
  LEVEL_RED,
  LEVEL_AMBER,
  LEVEL_GREEN,
  LEVEL_NO_RISK,
  LEVEL_UNKNOWN,
};

static const Fixed levels[] = {
  { { SL_MAP_TONE_STATE, SL_STATUS_RED }, "R", N_ ("Red"), NULL },
  { { SL_MAP_TONE_STATE, SL_STATUS_AMBER }, "A", N_ ("Amber"), NULL },
  { { SL_MAP_TONE_STATE, SL_STATUS_GREEN }, "G", N_ ("Green"), NULL },
  { { SL_MAP_TONE_NONE, 0 }, "", N_ ("No risk found"), N_ ("risks were looked for, and none reaches it") },
  { { SL_MAP_TONE_UNKNOWN, 0 }, "", N_ ("Not known"), N_ ("no risk is recorded, nor that any were looked for") },
};

enum
{
  EVIDENCE_START = GRADES, /* after one for each grade */
  EVIDENCE_NO_PATH,
};

static const Fixed evidences[] = {
  { { SL_MAP_TONE_STEP, 0 }, "0", N_ ("No evidence"), NULL },
  { { SL_MAP_TONE_STEP, 1 }, "1", N_ ("Assumed"), NULL },
  { { SL_MAP_TONE_STEP, 2 }, "2", N_ ("Expert view"), N_ ("or a comparable case") },
  { { SL_MAP_TONE_STEP, 3 }, "3", N_ ("Measured"), N_ ("in our alpha or beta") },
  { { SL_MAP_TONE_STEP, 4 }, "4", N_ ("Proven here"), NULL },
  { { SL_MAP_TONE_NONE, 0 }, "", N_ ("Money"), N_ ("paths begin here; evidence counts from the first link on") },
  { { SL_MAP_TONE_UNKNOWN, 0 }, "", N_ ("No path"), N_ ("no investment leads to it") },
};

enum
{
  SCHEDULE_RED,
  SCHEDULE_AMBER,
  SCHEDULE_ON_TIME,
  SCHEDULE_DONE,
  SCHEDULE_OUTCOME,
  SCHEDULE_NO_DAY,
};

static const Fixed schedules[] = {
  { { SL_MAP_TONE_STATE, SL_STATUS_RED }, "R", N_ ("Red"), N_ ("more than 90 days late") },
  { { SL_MAP_TONE_STATE, SL_STATUS_AMBER }, "A", N_ ("Amber"), N_ ("31 to 90 days late") },
  /* TRANSLATORS: the letter that stands for "on time". */
  { { SL_MAP_TONE_HUE, 1 }, N_ ("T"), N_ ("On time"), N_ ("at most 30 days late") },
  { { SL_MAP_TONE_PROGRESS, SL_NODE_STATUS_ADOPTED }, "", N_ ("Done"), NULL },
  { { SL_MAP_TONE_NONE, 0 }, "", N_ ("By its measures"), N_ ("outcomes and purposes have no schedule of their own") },
  { { SL_MAP_TONE_UNKNOWN, 0 }, "", N_ ("Not known"), N_ ("no day is planned") },
};

static const struct
{
  const Fixed *entries;
  guint n;
} fixed[SL_N_OVERLAYS] = {
  [SL_OVERLAY_STATUS] = { statuses, G_N_ELEMENTS (statuses) },
  [SL_OVERLAY_LEVEL] = { levels, G_N_ELEMENTS (levels) },
  [SL_OVERLAY_EVIDENCE] = { evidences, G_N_ELEMENTS (evidences) },
  [SL_OVERLAY_SCHEDULE] = { schedules, G_N_ELEMENTS (schedules) },
};

const char *
sl_overlay_word (const SlMapOverlay *self, const char *msgid)
{
  return self->translated && *msgid != '\0' ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

/* --- What is said of a card --------------------------------------------------------------------------------------- */

typedef struct
{
  const SlMapNode *node;
  const SlNodeStatus *status;
} About;

static char *
dup_days_late (const SlMapOverlay *self, int days)
{
  if (self->translated)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) days), days);
  return g_strdup_printf (days == 1 ? "%d day late" : "%d days late", days);
}

/* "Red, R-005". Takes @what. */
static char *
dup_with (const char *word, char *what)
{
  char *both = g_strdup_printf ("%s, %s", word, what);

  g_free (what);
  return both;
}

static guint
judge_status (const SlMapOverlay *self, const SlView *view, const About *about, char **says)
{
  switch (about->node->status)
    {
    case SL_NODE_STATUS_IN_PROGRESS:
      return STATUS_IN_PROGRESS;
    case SL_NODE_STATUS_DELIVERED:
      return STATUS_DELIVERED;
    case SL_NODE_STATUS_ADOPTED:
      return STATUS_ADOPTED;
    case SL_NODE_STATUS_ACHIEVED:
      return STATUS_ACHIEVED;
    default:
      return STATUS_PLANNED;
    }
}

/* With what makes the level; a card that is late itself says so. */
static guint
judge_level (const SlMapOverlay *self, const SlView *view, const About *about, char **says)
{
  guint entry = about->status->level == SL_RAG_RED     ? LEVEL_RED
                : about->status->level == SL_RAG_AMBER ? LEVEL_AMBER
                                                       : LEVEL_GREEN;
  const SlRecord *culprit;

  if (about->status->level == SL_RAG_NONE)
    return about->node->risk_considered ? LEVEL_NO_RISK : LEVEL_UNKNOWN;
  culprit = sl_data_lookup (view->data, about->status->culprit);
  if (about->status->culprit == about->status->uid)
    *says = dup_with (sl_overlay_word (self, levels[entry].label), dup_days_late (self, about->status->slip_days));
  else if (culprit != NULL)
    *says = dup_with (sl_overlay_word (self, levels[entry].label), g_strdup (sl_record_code (culprit)));
  return entry;
}

static guint
judge_evidence (const SlMapOverlay *self, const SlView *view, const About *about, char **says)
{
  guint entry = (guint) CLAMP (about->status->strength, 0, GRADES - 1);

  if (about->status->type == SL_NODE_TYPE_INVESTMENT)
    return EVIDENCE_START;
  if (about->status->strength < about->status->strength_needed)
    {
      g_autofree char *needed = g_strdup_printf ("%d", about->status->strength_needed);

      /* TRANSLATORS: after a grade of evidence: "Expert view, 3 needed"; {1} is a grade. */
      *says = dup_with (sl_overlay_word (self, evidences[entry].label),
                        sl_text_compose (sl_overlay_word (self, N_ ("{1} needed")), (const char *[]){ needed, NULL }));
    }
  return about->status->strength == 0 && about->status->failed & SL_SIGHT_DOWN ? EVIDENCE_NO_PATH : entry;
}

static guint
judge_schedule (const SlMapOverlay *self, const SlView *view, const About *about, char **says)
{
  gboolean open = about->node->status == SL_NODE_STATUS_PLANNED || about->node->status == SL_NODE_STATUS_IN_PROGRESS;
  guint entry = about->status->schedule == SL_RAG_RED     ? SCHEDULE_RED
                : about->status->schedule == SL_RAG_AMBER ? SCHEDULE_AMBER
                                                          : SCHEDULE_ON_TIME;

  if (sl_node_type_is_outcome (about->node->type) || about->node->type == SL_NODE_TYPE_STRATEGIC_PURPOSE)
    return SCHEDULE_OUTCOME;
  if (!open)
    return SCHEDULE_DONE;
  if (about->node->planned == SL_DATE_NONE)
    return SCHEDULE_NO_DAY;
  if (entry != SCHEDULE_ON_TIME)
    *says = dup_with (sl_overlay_word (self, schedules[entry].label), dup_days_late (self, about->status->slip_days));
  else if (about->status->slip_days > 0)
    *says = dup_days_late (self, about->status->slip_days);
  return entry;
}

/* An entry, and in @says what the card says in place of its label. */
typedef guint (*JudgeFunc) (const SlMapOverlay *self, const SlView *view, const About *about, char **says);

static const JudgeFunc judges[SL_N_OVERLAYS] = {
  [SL_OVERLAY_STATUS] = judge_status,
  [SL_OVERLAY_LEVEL] = judge_level,
  [SL_OVERLAY_EVIDENCE] = judge_evidence,
  [SL_OVERLAY_SCHEDULE] = judge_schedule,
};

/* --- Making ------------------------------------------------------------------------------------------------------- */

static void
take_fixed (SlMapOverlay *self)
{
  self->n_entries = fixed[self->mode].n;
  self->entries = g_new0 (SlOverlayEntry, self->n_entries);
  for (guint i = 0; i < self->n_entries; i++)
    {
      const Fixed *from = &fixed[self->mode].entries[i];

      self->entries[i] = (SlOverlayEntry){ .tone = from->tone,
                                           .letters = g_strdup (sl_overlay_word (self, from->letters)),
                                           .label = g_strdup (sl_overlay_word (self, from->label)),
                                           .detail = from->detail != NULL ? g_strdup (sl_overlay_word (self, from->detail)) : NULL };
    }
}

static void
judge_all (SlMapOverlay *self, const SlView *view, const SlMapStatus *status, const SlMapDrawing *drawing)
{
  for (guint i = 0; i < drawing->n_cards; i++)
    {
      About about = { SL_AS (MAP_NODE, sl_data_lookup (view->data, drawing->cards[i].uid)),
                      sl_map_status_node (status, drawing->cards[i].uid) };
      char *says = NULL;
      /* What was taken away since it was drawn is not known. */
      guint entry = about.node != NULL && about.status != NULL ? judges[self->mode](self, view, &about, &says)
                                                               : self->n_entries - 1;

      self->cards[i] = (SlOverlayCard){ entry, g_strdup (self->entries[entry].letters),
                                        says != NULL ? says : g_strdup (self->entries[entry].label) };
      self->entries[entry].n_cards++;
    }
}

/* Evidence: every link has its own. Risk level: those along which the level of a card has come. */
static void
judge_links (SlMapOverlay *self, const SlMapStatus *status, const SlMapDrawing *drawing)
{
  self->links = g_new (int, drawing->n_links + 1);
  self->n_links = drawing->n_links;
  for (guint i = 0; i < drawing->n_links; i++)
    {
      const SlMapLink *link = &drawing->links[i];
      const SlNodeStatus *target = sl_map_status_node (status, drawing->cards[link->target].uid);
      int entry = CLAMP (link->evidence, 0, GRADES - 1);

      if (self->mode == SL_OVERLAY_LEVEL)
        entry = target != NULL && target->via == drawing->cards[link->source].uid
                    ? (int) self->cards[link->target].entry
                    : SL_OVERLAY_SILENT;
      self->links[i] = entry;
      if (entry != SL_OVERLAY_SILENT)
        self->entries[entry].n_links++;
    }
}

/* What nothing is of is left out; but that none is Red is said. */
static void
leave_out_empty (SlMapOverlay *self)
{
  g_autofree guint *now = g_new0 (guint, self->n_entries);
  guint n = 0;

  for (guint i = 0; i < self->n_entries; i++)
    {
      SlOverlayEntry *entry = &self->entries[i];

      now[i] = n;
      if (entry->n_cards > 0 || entry->n_links > 0 || entry->tone.kind == SL_MAP_TONE_STATE)
        self->entries[n++] = *entry;
      else
        sl_overlay_entry_clear (entry);
    }
  self->n_entries = n;
  for (guint i = 0; i < self->n_cards; i++)
    self->cards[i].entry = now[self->cards[i].entry];
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i] != SL_OVERLAY_SILENT)
      self->links[i] = (int) now[self->links[i]];
}

SlMapOverlay *
sl_map_overlay_new (const SlView *view, const SlMapStatus *status, const SlMapDrawing *drawing, SlOverlayMode mode,
                    gboolean translated)
{
  SlMapOverlay *self;

  g_return_val_if_fail (view != NULL && drawing != NULL && mode >= 0 && mode < SL_N_OVERLAYS, NULL);
  if (mode == SL_OVERLAY_TYPE)
    return NULL;
  self = g_new0 (SlMapOverlay, 1);
  self->mode = mode;
  self->translated = translated;
  self->n_cards = drawing->n_cards;
  self->cards = g_new0 (SlOverlayCard, drawing->n_cards + 1);
  if (judges[mode] == NULL)
    sl_overlay_take_named (self, view, drawing);
  else
    {
      take_fixed (self);
      judge_all (self, view, status, drawing);
      if (mode == SL_OVERLAY_LEVEL || mode == SL_OVERLAY_EVIDENCE)
        judge_links (self, status, drawing);
    }
  leave_out_empty (self);
  return self;
}

void
sl_overlay_entry_clear (SlOverlayEntry *self)
{
  g_free (self->letters);
  g_free (self->label);
  g_free (self->detail);
  *self = (SlOverlayEntry){ 0 };
}

void
sl_map_overlay_free (SlMapOverlay *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_entries; i++)
    sl_overlay_entry_clear (&self->entries[i]);
  for (guint i = 0; i < self->n_cards; i++)
    {
      g_free (self->cards[i].letters);
      g_free (self->cards[i].says);
    }
  g_free (self->entries);
  g_free (self->cards);
  g_free (self->links);
  g_free (self);
}

/* --- Asking ------------------------------------------------------------------------------------------------------- */

void
sl_map_overlay_light (const SlMapOverlay *self, guint entry, guint8 *lit)
{
  g_return_if_fail (self != NULL && entry < self->n_entries && lit != NULL);
  for (guint i = 0; i < self->n_cards; i++)
    lit[i] |= self->cards[i].entry == entry;
}

char *
sl_map_overlay_dup_words (const SlMapOverlay *self, guint card)
{
  g_return_val_if_fail (self != NULL && card < self->n_cards, NULL);
  return g_strdup_printf ("%s: %s", sl_overlay_word (self, infos[self->mode].title), self->cards[card].says);
}

char *
sl_map_overlay_dup_entry (const SlMapOverlay *self, guint entry)
{
  const SlOverlayEntry *of;
  g_autofree char *name = NULL, *cards = NULL, *links = NULL;

  g_return_val_if_fail (self != NULL && entry < self->n_entries, NULL);
  of = &self->entries[entry];
  name = of->detail != NULL ? g_strdup_printf ("%s (%s)", of->label, of->detail) : g_strdup (of->label);
  cards = g_strdup_printf ("%u", of->n_cards);
  links = g_strdup_printf ("%u", of->n_links);
  /* TRANSLATORS: in the legend of the map; {1} "Red (more than 90 days late)", {2} and {3} how many cards and links. */
  return sl_text_compose (sl_overlay_word (self, of->n_links > 0 ? N_ ("{1}: {2}, links {3}") : N_ ("{1}: {2}")),
                          (const char *[]){ name, cards, links, NULL });
}

char *
sl_map_overlay_dup_sum (const SlMapOverlay *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  text = g_string_new (sl_overlay_word (self, infos[self->mode].title));
  for (guint i = 0; i < self->n_entries; i++)
    g_string_append_printf (text, "%s%s %u", i == 0 ? ": " : ", ", self->entries[i].label, self->entries[i].n_cards);
  return g_string_free (text, FALSE);
}
