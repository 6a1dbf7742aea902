/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-trace-story.h"

#include "base/sl-text.h"
#include "insight/sl-map-words.h"
#include "ui/widgets/sl-record-button.h"

#include <glib/gi18n-lib.h>

/* What a story is made from. */
typedef struct
{
  SlTraceStory *story;
  SlWorkspace *workspace;
  SlView view;
  const SlMapStatus *map; /* NULL without a map */
  const SlRecord *record;
} Telling;

SlTraceWay
sl_trace_way_of (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  if (record == NULL)
    return SL_TRACE_NONE;
  if (record->kind == SL_KIND_RISK || record->kind == SL_KIND_ISSUE)
    return SL_TRACE_REACH;
  if (record->kind == SL_KIND_BENEFIT)
    return SL_TRACE_THREAT;
  if (record->kind != SL_KIND_MAP_NODE || SL_AS (MAP_NODE, record)->status == SL_NODE_STATUS_DROPPED)
    return SL_TRACE_NONE;
  return sl_node_type_is_outcome ((int) SL_AS (MAP_NODE, record)->type) ? SL_TRACE_WEAKEST : SL_TRACE_LEVEL;
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

static const char *
code_of (const Telling *t, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (t->view.data, uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;

  return code != NULL ? code : "";
}

/* "C1 → I1 → E2" */
static char *
dup_path (const Telling *t, const GArray *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; path != NULL && i < path->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", code_of (t, g_array_index (path, SlUid, i)));
  return g_string_free (text, FALSE);
}

static char *
dup_money (const Telling *t, SlMoney money)
{
  const SlProgrammeInfo *programme = sl_data_programme (t->view.data);

  return sl_money_dup_short (money, programme != NULL ? programme->currency : NULL);
}

/* "53.3 %, £96.9k a year" */
static char *
dup_at_risk (const Telling *t, double share, SlMoney value)
{
  g_autofree char *percent = sl_share_dup_percent (share), *money = NULL;

  if (value == SL_MONEY_NONE)
    return g_steal_pointer (&percent);
  money = dup_money (t, value);
  /* TRANSLATORS: what is at risk of a benefit: {1} a percentage, {2} an amount of money. */
  return sl_text_compose (_ ("{1}, {2} a year"), (const char *[]){ percent, money, NULL });
}

/* Puts @part, which it takes, behind what is there. */
static void
say_also (char **text, char *part)
{
  char *all;

  if (part == NULL || *part == '\0')
    {
      g_free (part);
      return;
    }
  all = *text != NULL && **text != '\0' ? g_strdup_printf ("%s · %s", *text, part) : g_strdup (part);
  g_free (*text);
  g_free (part);
  *text = all;
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static void
line_free (gpointer data)
{
  SlTraceLine *line = data;

  g_free (line->title);
  g_free (line->text);
  g_clear_pointer (&line->path, g_array_unref);
  g_free (line);
}

/* The record as a line; its words are still to be said. @path (nullable) is taken a reference of. */
static SlTraceLine *
add_line (Telling *t, const char *section, SlUid uid, GArray *path)
{
  SlTraceLine *line = g_new0 (SlTraceLine, 1);
  const SlRecord *record = sl_data_lookup (t->view.data, uid);

  *line = (SlTraceLine){ .section = section, .uid = uid, .path = path != NULL ? g_array_ref (path) : NULL };
  line->title = record != NULL ? sl_record_dup_title (t->view.data, record) : g_strdup ("");
  line->card = record != NULL && record->kind == SL_KIND_MAP_NODE ? uid : SL_UID_NONE;
  g_ptr_array_add (t->story->lines, line);
  return line;
}

static GArray *
new_path (SlUid card)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (SlUid));

  g_array_append_val (path, card);
  return path;
}

/* "Red because of it", where the traced risk makes the level of a card. */
static char *
dup_level (const Telling *t, SlUid card)
{
  const SlNodeStatus *status = t->map != NULL ? sl_map_status_node (t->map, card) : NULL;
  const char *word;

  if (status == NULL || status->level == SL_RAG_NONE || status->culprit != t->story->uid)
    return NULL;
  word = g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->level, FALSE));
  /* TRANSLATORS: of a card of the map, after a risk; {1} is Green, Amber or Red. */
  return sl_text_compose (_ ("makes its level {1}"), (const char *[]){ word, NULL });
}

/* --- Of a risk or an issue ---------------------------------------------------------------------------------------- */

static void
tell_struck (Telling *t, const SlRiskReach *reach)
{
  if (reach->struck->len == 0)
    {
      SlTraceLine *line = add_line (t, _ ("What It Strikes"), t->story->uid, NULL);

      g_free (line->title);
      line->title = g_strdup (_ ("No card of the map yet"));
      line->text = g_strdup (_ ("Open it and say what it threatens"));
    }
  for (guint i = 0; i < reach->struck->len; i++)
    {
      SlUid card = g_array_index (reach->struck, SlUid, i);
      g_autoptr (GArray) path = new_path (card);
      SlTraceLine *line = add_line (t, _ ("What It Strikes"), card, path);

      line->mark = SL_MAP_TRACE_STRUCK;
      line->text = sl_record_dup_line (&t->view, sl_data_lookup (t->view.data, card), NULL);
      say_also (&line->text, dup_level (t, card));
    }
}

static char *
dup_carried (double carried)
{
  g_autofree char *percent = NULL;

  if (carried >= 1)
    return g_strdup (_ ("all of it carried"));
  percent = sl_share_dup_percent (carried);
  /* TRANSLATORS: how much of a blow comes through the links of the map; {1} is a percentage. */
  return sl_text_compose (_ ("{1} carried"), (const char *[]){ percent, NULL });
}

static void
tell_outcomes (Telling *t, const SlRiskReach *reach)
{
  for (guint i = 0; i < reach->outcomes->len; i++)
    {
      const SlReached *reached = reach->outcomes->pdata[i];
      SlTraceLine *line = add_line (t, _ ("Outcomes It Reaches"), reached->node, reached->path);

      line->mark = SL_MAP_TRACE_STRUCK;
      line->text = dup_path (t, reached->path);
      say_also (&line->text, dup_carried (reached->carried));
      say_also (&line->text, dup_level (t, reached->node));
    }
}

/* The way to the card of a benefit; NULL: it is only named. */
static GArray *
path_to (const SlRiskReach *reach, SlUid card)
{
  for (guint i = 0; i < reach->outcomes->len; i++)
    if (((const SlReached *) reach->outcomes->pdata[i])->node == card)
      return ((const SlReached *) reach->outcomes->pdata[i])->path;
  return NULL;
}

static void
tell_benefits (Telling *t, const SlRiskReach *reach)
{
  for (guint i = 0; i < reach->benefits->len; i++)
    {
      const SlBenefitReached *reached = &g_array_index (reach->benefits, SlBenefitReached, i);
      SlUid card = SL_AS (BENEFIT, sl_data_lookup (t->view.data, reached->benefit))->node;
      GArray *way = path_to (reach, card);
      g_autoptr (GArray) alone = new_path (card);
      SlTraceLine *line = add_line (t, _ ("Benefits It Reaches"), reached->benefit, way != NULL ? way : alone);

      line->card = card;
      line->mark = way != NULL ? SL_MAP_TRACE_STRUCK : SL_MAP_TRACE_PLAIN;
      line->text = !reached->reckoned ? g_strdup (_ ("a dis-benefit: nothing of it is lost"))
                   : !reach->rated    ? g_strdup (_ ("share not known: not rated yet"))
                                      : dup_at_risk (t, reached->share, reached->value);
      say_also (&line->text, reached->named ? g_strdup (_ ("named by it")) : dup_path (t, way != NULL ? way : alone));
    }
}

/* Cards before or after the outcomes whose level it makes, with the way it came. */
static void
tell_levels (Telling *t, const SlRiskReach *reach)
{
  for (guint i = 0; t->map != NULL && i < sl_map_status_count (t->map); i++)
    {
      const SlNodeStatus *status = sl_map_status_nth (t->map, i);
      g_autoptr (GArray) path = NULL;
      SlTraceLine *line;

      if (status->culprit != t->story->uid || sl_node_type_is_outcome (status->type) || status->via == SL_UID_NONE)
        continue;
      path = sl_map_status_path (t->map, status->uid);
      line = add_line (t, _ ("Other Cards Whose Level It Makes"), status->uid, path);
      line->mark = SL_MAP_TRACE_STRUCK;
      line->text = dup_path (t, path);
      say_also (&line->text, dup_level (t, status->uid));
    }
}

static void
tell_gate (Telling *t, const SlRiskReach *reach)
{
  g_autofree char *day = NULL;
  SlTraceLine *line;

  if (reach->gate == SL_UID_NONE)
    return;
  day = sl_date_dup_display (reach->gate_day);
  line = add_line (t, _ ("The Gate It Falls Before"), reach->gate, NULL);
  line->text = g_steal_pointer (&day);
}

static char *
dup_sentence (const SlRecord *record)
{
  char *sentence = record->kind == SL_KIND_RISK ? sl_risk_dup_sentence (SL_AS (RISK, record)) : NULL;

  return sentence != NULL ? sentence : g_strdup ("");
}

static gboolean
tell_reach (Telling *t)
{
  SlTraceStory *story = t->story;
  const SlRiskReach *reach = story->reach = sl_risk_reach (&t->view, story->uid);

  if (reach == NULL)
    return FALSE;
  /* TRANSLATORS: {1} is the code of a risk or an issue. */
  story->heading = sl_text_compose (_ ("What {1} Reaches"), (const char *[]){ code_of (t, story->uid), NULL });
  story->sentence = dup_sentence (t->record);
  tell_struck (t, reach);
  tell_outcomes (t, reach);
  tell_benefits (t, reach);
  tell_levels (t, reach);
  tell_gate (t, reach);
  if (reach->total != SL_MONEY_NONE)
    {
      g_autofree char *money = dup_money (t, reach->total);

      /* TRANSLATORS: {1} is an amount of money. */
      story->figure = sl_text_compose (_ ("{1} a year"), (const char *[]){ money, NULL });
    }
  else if (reach->benefits->len > 0)
    story->figure = g_strdup (reach->rated ? _ ("no amount is known") : _ ("not rated yet"));
  if (reach->benefits->len > 0)
    story->note = g_strdup (_ ("Indicative, assumes independence."));
  return TRUE;
}

/* --- Of a benefit ------------------------------------------------------------------------------------------------- */

static void
tell_causes (Telling *t, const SlBenefitThreat *threat)
{
  for (guint i = 0; i < threat->causes->len; i++)
    {
      const SlCause *cause = threat->causes->pdata[i];
      SlTraceLine *line = add_line (t, _ ("What Can Reach It"), cause->uid, cause->path);

      line->mark = SL_MAP_TRACE_STRUCK;
      line->card = cause->path->len > 0 ? g_array_index (cause->path, SlUid, 0) : SL_UID_NONE;
      line->text = cause->probability > 0 && cause->lost > 0 ? sl_share_dup_percent (cause->share)
                                                             : g_strdup (_ ("share not known: not rated yet"));
      say_also (&line->text, cause->named ? g_strdup (_ ("names this benefit")) : dup_path (t, cause->path));
      if (sl_cause_confidentiality (t->view.data, cause->uid) > SL_CONFIDENTIALITY_BOARD)
        say_also (&line->text, g_strdup (_ ("restricted")));
    }
}

/* What a report for the board makes of it, where that is something else. */
static char *
dup_for_board (const Telling *t)
{
  g_autoptr (SlBenefitThreat) told = sl_benefit_threat (&t->view, t->story->uid, SL_CONFIDENTIALITY_BOARD);
  g_autofree char *share = NULL, *n = NULL;

  if (told == NULL || told->n_hidden == 0 || !told->reckoned)
    return NULL;
  share = sl_share_dup_percent (told->share);
  n = g_strdup_printf ("%u", told->n_hidden);
  /* TRANSLATORS: {1} is a percentage, {2} a number. */
  return sl_text_compose (_ ("A report for the board says “up to {1}”: it counts what is restricted ({2}), but does not name it."),
                          (const char *[]){ share, n, NULL });
}

static gboolean
tell_threat (Telling *t)
{
  SlTraceStory *story = t->story;
  const SlBenefitThreat *threat = story->threat = sl_benefit_threat (&t->view, story->uid, SL_CONFIDENTIALITY_RESTRICTED);
  g_autofree char *board = NULL;
  SlUid card;

  if (threat == NULL)
    return FALSE;
  card = SL_AS (BENEFIT, t->record)->node;
  /* TRANSLATORS: {1} is the code of a benefit. */
  story->heading = sl_text_compose (_ ("What Can Reach {1}"), (const char *[]){ code_of (t, story->uid), NULL });
  story->sentence = g_strdup (threat->causes->len > 0 ? "" : _ ("No open threat or issue reaches it."));
  story->figure = threat->reckoned ? dup_at_risk (t, threat->share, threat->value)
                                   : g_strdup (_ ("not reckoned for a dis-benefit"));
  board = dup_for_board (t);
  story->note = board != NULL ? g_strdup_printf ("%s\n%s", _ ("Indicative, assumes independence."), board)
                              : g_strdup (_ ("Indicative, assumes independence."));
  tell_causes (t, threat);
  if (sl_data_lookup (t->view.data, card) != NULL)
    {
      g_autoptr (GArray) path = new_path (card);
      SlTraceLine *line = add_line (t, _ ("Where It Is Counted"), card, path);

      line->text = sl_record_dup_line (&t->view, sl_data_lookup (t->view.data, card), NULL);
    }
  return TRUE;
}

/* --- Of an outcome: how it is argued ------------------------------------------------------------------------------ */

typedef struct
{
  SlUid from, to;
  const SlMapEdge *edge;
} Sought;

static gboolean
is_sought (const SlRecord *record, gpointer data)
{
  Sought *sought = data;

  if (SL_AS (MAP_EDGE, record)->to == sought->to)
    sought->edge = SL_AS (MAP_EDGE, record);
  return sought->edge == NULL;
}

static const SlMapEdge *
find_link (const Telling *t, const GArray *path, guint at)
{
  Sought sought = { g_array_index (path, SlUid, at), g_array_index (path, SlUid, at + 1), NULL };

  sl_data_children (t->view.data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, sought.from, is_sought, &sought);
  return sought.edge;
}

static void
tell_argument (Telling *t, guint at)
{
  const SlWeakestLink *link = &t->story->weakest;
  const SlMapEdge *edge = find_link (t, link->path, at);
  g_autoptr (GArray) path = NULL;
  SlTraceLine *line;

  if (edge == NULL)
    return;
  path = new_path (edge->from);
  g_array_append_val (path, edge->to);
  line = add_line (t, _ ("The Way That Is Argued Best"), edge->record.uid, path);
  g_free (line->title);
  line->title = dup_path (t, path);
  line->card = edge->to;
  line->weakest = at == link->weakest;
  line->text = line->weakest ? g_strdup (_ ("weakest link")) : NULL;
  say_also (&line->text, sl_map_dup_link (edge, TRUE));
  say_also (&line->text, g_strdup (edge->rationale != NULL ? edge->rationale : _ ("why is not said yet")));
}

static gboolean
tell_weakest (Telling *t)
{
  SlTraceStory *story = t->story;
  const SlNodeStatus *status = t->map != NULL ? sl_map_status_node (t->map, story->uid) : NULL;
  g_autofree char *grade = NULL, *needed = NULL;
  gboolean weak;

  if (status == NULL)
    return FALSE;
  sl_map_weakest_link (t->map, &t->view, story->uid, &story->weakest);
  weak = status->strength < status->strength_needed;
  grade = g_strdup_printf ("%d", status->strength);
  needed = g_strdup_printf ("%d", status->strength_needed);
  /* TRANSLATORS: {1} is the code of a card of the map. */
  story->heading = sl_text_compose (_ ("How {1} Is Argued"), (const char *[]){ code_of (t, story->uid), NULL });
  story->sentence = g_strdup (story->weakest.path->len > 1
                                  ? _ ("A chain holds as much as its weakest link: that is where more evidence helps.")
                                  : _ ("No investment leads to it: link it back to what is paid for."));
  story->figure = sl_text_compose (weak ? _ ("{1}, {2}; needs {3}") : _ ("{1}, {2}"),
                                   (const char *[]){ grade, g_dgettext (GETTEXT_PACKAGE, sl_evidence_label (status->strength)),
                                                     needed, NULL });
  story->rag = weak ? SL_RAG_AMBER : SL_RAG_NONE;
  for (guint i = 0; i + 1 < story->weakest.path->len; i++)
    tell_argument (t, i);
  return TRUE;
}

/* --- Of a card: where its level comes from ------------------------------------------------------------------------ */

static char *
dup_step (const Telling *t, const GArray *path, guint at)
{
  const SlMapEdge *edge = at > 0 ? find_link (t, path, at - 1) : NULL;
  const SlNodeStatus *status = sl_map_status_node (t->map, g_array_index (path, SlUid, at));
  char *text = g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->level, FALSE)));

  if (edge != NULL)
    say_also (&text, g_strdup (edge->weight == SL_LINK_WEIGHT_ESSENTIAL ? _ ("an essential link hands it on whole")
                                                                        : _ ("a contributing link hands on one level less")));
  return text;
}

static gboolean
tell_level (Telling *t)
{
  SlTraceStory *story = t->story;
  const SlNodeStatus *status = t->map != NULL ? sl_map_status_node (t->map, story->uid) : NULL;
  g_autoptr (GArray) path = NULL;
  gboolean late;

  if (status == NULL)
    return FALSE;
  path = sl_map_status_path (t->map, story->uid);
  late = path->len > 0 && status->culprit == g_array_index (path, SlUid, 0);
  /* TRANSLATORS: {1} is the code of a card of the map. */
  story->heading = sl_text_compose (_ ("What Strikes {1}"), (const char *[]){ code_of (t, story->uid), NULL });
  story->rag = status->level;
  story->figure = g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->level, FALSE)));
  story->sentence = g_strdup (path->len == 0 ? _ ("Nothing open strikes it or reaches it.") : "");
  if (path->len > 0 && !late)
    {
      g_autoptr (GArray) first = new_path (g_array_index (path, SlUid, 0));
      SlTraceLine *line = add_line (t, _ ("Where It Comes From"), status->culprit, path);
      /* TRANSLATORS: {1} is the code of a card of the map. */
      line->text = sl_text_compose (_ ("strikes {1}"), (const char *[]){ code_of (t, g_array_index (first, SlUid, 0)), NULL });
      line->mark = SL_MAP_TRACE_STRUCK;
      line->card = g_array_index (first, SlUid, 0);
    }
  for (guint i = 0; i < path->len; i++)
    {
      g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (SlUid));
      SlTraceLine *line;

      g_array_append_vals (part, path->data, i + 1);
      line = add_line (t, _ ("The Way It Comes"), g_array_index (path, SlUid, i), part);
      line->mark = late ? SL_MAP_TRACE_LATE : SL_MAP_TRACE_STRUCK;
      line->text = dup_step (t, path, i);
      if (late && i == 0)
        say_also (&line->text, g_strdup (_ ("it is itself late")));
    }
  return TRUE;
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

SlTraceStory *
sl_trace_story_new (SlWorkspace *workspace, SlTraceWay way, SlUid uid)
{
  static gboolean (*const tell[]) (Telling *t) = {
    [SL_TRACE_REACH] = tell_reach,
    [SL_TRACE_THREAT] = tell_threat,
    [SL_TRACE_WEAKEST] = tell_weakest,
    [SL_TRACE_LEVEL] = tell_level,
  };
  g_autoptr (SlTraceStory) self = NULL;
  Telling t = { .workspace = workspace };

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace) && way < G_N_ELEMENTS (tell), NULL);
  t.view = sl_workspace_view (workspace);
  t.record = sl_data_lookup (t.view.data, uid);
  if (way == SL_TRACE_NONE || t.record == NULL)
    return NULL;
  t.map = sl_workspace_map_status (workspace);
  t.story = self = g_new0 (SlTraceStory, 1);
  self->way = way;
  self->uid = uid;
  self->title = sl_record_dup_title (t.view.data, t.record);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return tell[way](&t) ? g_steal_pointer (&self) : NULL;
}

void
sl_trace_story_free (SlTraceStory *self)
{
  if (self == NULL)
    return;
  g_free (self->heading);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->figure);
  g_free (self->note);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->reach, sl_risk_reach_free);
  g_clear_pointer (&self->threat, sl_benefit_threat_free);
  if (self->weakest.path != NULL)
    sl_weakest_link_clear (&self->weakest);
  g_free (self);
}

static SlMapTrace *
paint_line (const SlTraceLine *line, const SlMapDrawing *drawing)
{
  SlMapTrace *trace = sl_map_trace_new (drawing);

  sl_map_trace_add_path (trace, drawing, line->path, line->mark);
  for (guint i = 0; line->weakest && i < trace->n_links; i++)
    if (trace->on_path[i])
      trace->weakest = (int) i;
  return trace;
}

SlMapTrace *
sl_trace_story_paint (const SlTraceStory *self, SlWorkspace *workspace, const SlMapDrawing *drawing, int line)
{
  const SlTraceLine *one = line >= 0 && (guint) line < self->lines->len ? self->lines->pdata[line] : NULL;
  const SlRecord *record = sl_data_lookup (sl_workspace_data (workspace), self->uid);
  const SlMapStatus *map = sl_workspace_map_status (workspace);

  if (one != NULL && one->path != NULL && one->path->len > 0)
    return paint_line (one, drawing);
  if (self->reach != NULL)
    return sl_map_trace_of_reach (drawing, self->reach);
  if (self->threat != NULL)
    return sl_map_trace_of_threat (drawing, self->threat,
                                   record != NULL && record->kind == SL_KIND_BENEFIT ? SL_AS (BENEFIT, record)->node : SL_UID_NONE);
  if (self->weakest.path != NULL && self->weakest.path->len > 0)
    return sl_map_trace_of_weakest (drawing, &self->weakest);
  return map != NULL ? sl_map_trace_of_level (drawing, map, self->uid) : NULL;
}

SlExplanation *
sl_trace_story_explain (const SlTraceStory *self, SlWorkspace *workspace)
{
  SlView view = sl_workspace_view (workspace);
  const SlMapStatus *map = sl_workspace_map_status (workspace);

  if (self->reach != NULL)
    return sl_risk_reach_explain (self->reach, &view, TRUE);
  if (self->threat != NULL)
    return sl_benefit_threat_explain (self->threat, &view, TRUE);
  if (map == NULL)
    return NULL;
  return sl_map_explain (map, &view, self->uid, self->way == SL_TRACE_WEAKEST ? SL_NODE_TOPIC_STRENGTH : SL_NODE_TOPIC_LEVEL, TRUE);
}
