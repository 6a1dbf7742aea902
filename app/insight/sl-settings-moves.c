/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-settings-moves.h"

#include "base/sl-text.h"
#include "insight/sl-exposure.h"

#include <glib/gi18n-lib.h>

/* --- What is in force --------------------------------------------------------------------------------------------- */

typedef struct
{
  int below; /* only versions before this one */
  SlDate day;
  const SlSettings *first, *latest;
} Versions;

static gboolean
take_version (const SlRecord *record, gpointer data)
{
  const SlSettings *settings = SL_AS (SETTINGS, record);
  Versions *search = data;

  if (settings->version >= search->below)
    return TRUE;
  if (search->first == NULL || settings->version < search->first->version)
    search->first = settings;
  if ((settings->changed_on == SL_DATE_NONE || settings->changed_on <= search->day)
      && (search->latest == NULL || settings->version > search->latest->version))
    search->latest = settings;
  return TRUE;
}

const SlSettings *
sl_settings_in_force (const SlData *data, SlDate day)
{
  const SlSettings *now = sl_data_settings (data);
  Versions search = { 0, day, NULL, NULL };

  if (now == NULL)
    return NULL;
  search.below = now->version + 1;
  sl_data_each (data, SL_KIND_SETTINGS, take_version, &search);
  return search.latest != NULL ? search.latest : search.first;
}

SlRag
sl_assessment_rag (const SlData *data, const SlRiskAssessment *assessment)
{
  g_return_val_if_fail (data != NULL && assessment != NULL, SL_RAG_NONE);
  return sl_grid_rag (sl_settings_in_force (data, assessment->date), assessment->probability,
                      sl_assessment_impact (assessment));
}

/* The days on which a level can have changed: an assessment came, or another grid. */
typedef struct
{
  const SlView *view;
  SlUid risk;
  SlDate since;
  gboolean red;
} WasRed;

static void
look_on (WasRed *self, SlDate day)
{
  const SlView then = { self->view->data, day, sl_settings_in_force (self->view->data, day) };
  const SlRiskAssessment *a;

  if (self->red || day < self->since || day > self->view->as_of)
    return;
  a = sl_risk_assessment_in_force (&then, self->risk, SL_ASSESSMENT_TYPE_CURRENT);
  self->red = a != NULL && sl_grid_rag (then.settings, a->probability, sl_assessment_impact (a)) == SL_RAG_RED;
}

static gboolean
look_at_assessment (const SlRecord *record, gpointer data)
{
  WasRed *self = data;
  const SlRiskAssessment *a = SL_AS (RISK_ASSESSMENT, record);

  /* Of several of one day each was in force for a while. */
  if (a->type == SL_ASSESSMENT_TYPE_CURRENT && a->date >= self->since && a->date <= self->view->as_of)
    self->red |= sl_assessment_rag (self->view->data, a) == SL_RAG_RED;
  return !self->red;
}

static gboolean
look_at_version (const SlRecord *record, gpointer data)
{
  if (SL_AS (SETTINGS, record)->changed_on != SL_DATE_NONE)
    look_on (data, SL_AS (SETTINGS, record)->changed_on);
  return TRUE;
}

gboolean
sl_risk_was_red (const SlView *view, SlUid risk, SlDate since)
{
  WasRed self = { view, risk, since, FALSE };

  g_return_val_if_fail (view != NULL, FALSE);
  look_on (&self, since);
  sl_data_children (view->data, SL_KIND_RISK_ASSESSMENT, SL_RISK_ASSESSMENT_RISK, risk, look_at_assessment, &self);
  sl_data_each (view->data, SL_KIND_SETTINGS, look_at_version, &self);
  return self.red;
}

const SlSettings *
sl_settings_before (const SlData *data, const SlSettings *settings)
{
  Versions search = { 0, G_MAXINT32, NULL, NULL };

  g_return_val_if_fail (data != NULL && settings != NULL, NULL);
  search.below = settings->version;
  sl_data_each (data, SL_KIND_SETTINGS, take_version, &search);
  return search.latest;
}

typedef struct
{
  int scale, level;
  const SlScaleBand *found;
} Band;

static gboolean
find_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  Band *search = data;

  if (band->scale == search->scale && band->level == search->level)
    search->found = band;
  return search->found == NULL;
}

const SlScaleBand *
sl_settings_band (const SlData *data, const SlSettings *settings, int scale, int level)
{
  Band search = { scale, level, NULL };

  g_return_val_if_fail (data != NULL && settings != NULL, NULL);
  sl_data_children (data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, settings->record.uid, find_band, &search);
  return search.found;
}

typedef struct
{
  int category;
  SlUid stakeholder;
  SlDate day;
  const SlAppetite *found;
} Statement;

static gboolean
take_statement (const SlRecord *record, gpointer data)
{
  const SlAppetite *appetite = SL_AS (APPETITE, record);
  Statement *search = data;
  int scope = search->stakeholder == SL_UID_NONE ? SL_SCOPE_PROGRAMME : SL_SCOPE_STAKEHOLDER;

  if (appetite->category == search->category && appetite->scope == scope
      && (scope == SL_SCOPE_PROGRAMME || appetite->stakeholder == search->stakeholder) && appetite->date != SL_DATE_NONE
      && appetite->date <= search->day && (search->found == NULL || appetite->date >= search->found->date))
    search->found = appetite;
  return TRUE;
}

const SlAppetite *
sl_appetite_in_force (const SlData *data, int category, SlUid stakeholder, SlDate day)
{
  Statement search = { category, stakeholder, day, NULL };

  g_return_val_if_fail (data != NULL, NULL);
  sl_data_each (data, SL_KIND_APPETITE, take_statement, &search);
  return search.found;
}

/* --- What moves --------------------------------------------------------------------------------------------------- */

/* @bit: the move that comes about; the next higher one is its reverse. */
static guint
turned (gboolean before, gboolean after, guint bit)
{
  return before == after ? 0 : after ? bit : bit << 1;
}

static void
compare (SlMoves *self, const SlView *before, const SlView *after, SlUid uid)
{
  const SlRecord *earlier = sl_data_lookup (before->data, uid);
  SlRiskStatus was, is;
  SlMove move;

  if (earlier == NULL)
    return;
  sl_risk_status (before, SL_AS (RISK, earlier), &was);
  sl_risk_status (after, SL_AS (RISK, sl_data_lookup (after->data, uid)), &is);
  move = (SlMove){ uid, 0, was.rag, is.rag };
  move.what = (was.rag != is.rag ? SL_MOVE_LEVEL : 0)
              | turned (was.appetite == SL_APPETITE_BREACH, is.appetite == SL_APPETITE_BREACH, SL_MOVE_BREACH)
              | turned (was.overdue_days > 0, is.overdue_days > 0, SL_MOVE_DUE)
              | turned (was.target_gap, is.target_gap, SL_MOVE_GAP);
  if (move.what == 0)
    return;
  g_array_append_val (self->moves, move);
  for (guint i = 0; i < SL_N_MOVES; i++)
    self->counts[i] += (move.what >> i) & 1;
}

SlMoves *
sl_moves_new (const SlView *before, const SlView *after)
{
  static const int kinds[] = { SL_RISK_KIND_THREAT, SL_RISK_KIND_OPPORTUNITY };
  SlMoves *self;
  SlExposure was, is;

  g_return_val_if_fail (before != NULL && after != NULL && before->settings != NULL && after->settings != NULL, NULL);
  self = g_new0 (SlMoves, 1);
  self->moves = g_array_new (FALSE, FALSE, sizeof (SlMove));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GArray) order = sl_risk_order (after, kinds[k]);

      for (guint i = 0; i < order->len; i++)
        compare (self, before, after, g_array_index (order, SlUid, i));
    }
  sl_exposure (before, &was);
  sl_exposure (after, &is);
  self->exposure_from = was.total;
  self->exposure_to = is.total;
  return self;
}

void
sl_moves_free (SlMoves *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->moves);
  g_free (self);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *one, *many; /* of how many; "%u" */
  const char *word;       /* of one risk; NULL: its levels say it */
} words[SL_N_MOVES] = {
  { N_ ("%u risk changes level"), N_ ("%u risks change level"), NULL },
  { N_ ("%u new breach"), N_ ("%u new breaches"), N_ ("breach of appetite") },
  { N_ ("%u breach goes"), N_ ("%u breaches go"), N_ ("no breach of appetite any more") },
  { N_ ("%u review becomes overdue"), N_ ("%u reviews become overdue"), N_ ("review overdue") },
  { N_ ("%u review no longer overdue"), N_ ("%u reviews no longer overdue"), N_ ("review no longer overdue") },
  { N_ ("%u new target gap"), N_ ("%u new target gaps"), N_ ("target above what we want") },
  { N_ ("%u target gap goes"), N_ ("%u target gaps go"), N_ ("no target gap any more") },
};

static char *
dup_count (guint i, guint n, gboolean translated)
{
  const char *msgid = n == 1 ? words[i].one : words[i].many;
  const char *format = translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  return g_strjoinv (number, parts);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) all = g_strv_builder_end (builder);

  return g_strjoinv (" · ", all);
}

char *
sl_moves_dup_summary (const SlMoves *self, gboolean translated)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < SL_N_MOVES; i++)
    if (self->counts[i] > 0)
      {
        g_autofree char *part = dup_count (i, self->counts[i], translated);

        g_strv_builder_add (parts, part);
      }
  if (self->moves->len == 0)
    g_strv_builder_add (parts, translated ? _ ("no risk moves") : "no risk moves");
  return join (parts);
}

char *
sl_move_dup_text (const SlMove *self, gboolean opportunity, gboolean translated)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);
  if (self->what & SL_MOVE_LEVEL)
    {
      const char *from = sl_rag_label (self->from, opportunity), *to = sl_rag_label (self->to, opportunity);
      g_autofree char *level = g_strdup_printf ("%s → %s", translated ? g_dgettext (GETTEXT_PACKAGE, from) : from,
                                                translated ? g_dgettext (GETTEXT_PACKAGE, to) : to);

      g_strv_builder_add (parts, level);
    }
  for (guint i = 1; i < SL_N_MOVES; i++)
    if (self->what & (1u << i))
      g_strv_builder_add (parts, translated ? g_dgettext (GETTEXT_PACKAGE, words[i].word) : words[i].word);
  return join (parts);
}

/* @format with the figures in place of {1}, {2} and {3}. */
static void
add_figures (GStrvBuilder *parts, const char *format, int a, int b, int c)
{
  g_autofree char *first = g_strdup_printf ("%d", a), *second = g_strdup_printf ("%d", b), *third = g_strdup_printf ("%d", c);
  g_autofree char *part = sl_text_compose (format, (const char *const[]){ first, second, third, NULL });

  g_strv_builder_add (parts, part);
}

/* A limit that is not set has no figure. */
static const char *
limit_words (int was, int is, const char *both, const char *set, const char *withdrawn, gboolean translated)
{
  const char *msgid = was == 0 ? set : is == 0 ? withdrawn : both;

  return translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

char *
sl_move_dup_why (const SlMove *self, const SlView *before, const SlView *after, gboolean translated)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  SlRiskStatus was, is;

  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, NULL);
  sl_risk_status (before, SL_AS (RISK, sl_data_lookup (before->data, self->risk)), &was);
  sl_risk_status (after, SL_AS (RISK, sl_data_lookup (after->data, self->risk)), &is);
  if (self->what & SL_MOVE_LEVEL)
    add_figures (parts, translated ? _ ("probability {1} × impact {2}") : "probability {1} × impact {2}", is.probability, is.impact, 0);
  if (self->what & (SL_MOVE_BREACH | SL_MOVE_NO_BREACH))
    /* TRANSLATORS: {1} is a score, {2} the highest score tolerated from now on, {3} that until now. */
    add_figures (parts, limit_words (was.tolerate, is.tolerate, N_ ("score {1}, tolerated up to {2}, was {3}"),
                                     N_ ("score {1}, tolerated up to {2}, was not set"),
                                     N_ ("score {1}, no appetite set, was tolerated up to {3}"), translated),
                 is.score, is.tolerate, was.tolerate);
  if (self->what & (SL_MOVE_DUE | SL_MOVE_NOT_DUE))
    add_figures (parts, translated ? _ ("reviewed every {1} days, was {2}") : "reviewed every {1} days, was {2}", is.review_interval,
                 was.review_interval, 0);
  if (self->what & (SL_MOVE_GAP | SL_MOVE_NO_GAP))
    /* TRANSLATORS: {1} is the score of the target, {2} the highest score wanted from now on, {3} that until now. */
    add_figures (parts, limit_words (was.want, is.want, N_ ("target {1}, wanted up to {2}, was {3}"),
                                     N_ ("target {1}, wanted up to {2}, was not set"),
                                     N_ ("target {1}, no appetite set, was wanted up to {3}"), translated),
                 is.target_score, is.want, was.want);
  return join (parts);
}
