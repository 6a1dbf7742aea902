/* sl-risk-status.h: what is derived about one risk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view (data, settings, as-of date); nothing here is ever stored. Formulas: domain.md 2.7.
 */
#pragma once

#include "insight/sl-explanation.h"
#include "model/sl-data.h"

G_BEGIN_DECLS

/* Levels of domain.md 2.1; for opportunities the same numbers mean low, medium, high worth pursuing and are never RAG. */
typedef enum
{
  SL_RAG_NONE,
  SL_RAG_GREEN,
  SL_RAG_AMBER,
  SL_RAG_RED,
} SlRag;

/* F-8 */
typedef enum
{
  SL_PROXIMITY_NONE,
  SL_PROXIMITY_WINDOW_OPEN,
  SL_PROXIMITY_IMMINENT,
  SL_PROXIMITY_NEAR,
  SL_PROXIMITY_MID,
  SL_PROXIMITY_FAR,
} SlProximity;

/* F-9; NONE: not applied (opportunities, nothing scored), NOT_SET: no statement for the category. */
typedef enum
{
  SL_APPETITE_NONE,
  SL_APPETITE_NOT_SET,
  SL_APPETITE_WITHIN,
  SL_APPETITE_TOLERABLE,
  SL_APPETITE_BREACH,
} SlAppetiteStatus;

/* F-9: why a breach counts as handled. */
typedef enum
{
  SL_HANDLING_NONE,
  SL_HANDLING_ACCEPTED,  /* for the board, and the acceptance is in force */
  SL_HANDLING_ESCALATED, /* raised or accepted above, and the decision is not overdue */
  SL_HANDLING_DECIDED,   /* above, in the last 90 days */
} SlHandling;

/* F-5; of an opportunity the same values are said in other words. */
typedef enum
{
  SL_TREND_NONE, /* nothing scored now */
  SL_TREND_NEW,  /* nothing was scored 90 days ago */
  SL_TREND_SAME,
  SL_TREND_UP,   /* a threat is worse, an opportunity rising */
  SL_TREND_DOWN, /* a threat is better, an opportunity falling */
} SlTrend;

typedef struct
{
  SlUid current;       /* the current assessment in force, or SL_UID_NONE; every figure below comes from it */
  int probability;     /* 1-5, 0 none */
  int impact;          /* overall: the highest dimension scored (2.3); 0 none */
  int score;           /* F-1: probability x impact; 0 none */
  SlRag rag;           /* F-2 from the grid; for opportunities low/medium/high */
  SlMoney exposure;    /* F-6, whole minor units; 0 without a cost, SL_MONEY_NONE without a probability */
  SlTrend trend;       /* F-5 */
  int earlier_score;   /* in force 90 days before; 0 none */
  int half_year_score; /* in force 180 days before; 0 none */
  guint recent_reviews; /* after that day */
  gboolean frozen;     /* F-5: reviewed twice or more in 180 days, and the score never moved */
  int target_score;    /* of the target assessment in force; 0 none */
  gboolean target_gap; /* F-10: even the target lies above what we want */
  SlProximity proximity;
  int proximity_days;  /* earliest_date - as_of; meaningful unless proximity is NONE */
  int appetite_level;  /* SL_APPETITE_LEVEL_*: the strictest that applies; 0 not set */
  int want, tolerate;  /* highest scores of that level; 0 not set */
  SlAppetiteStatus appetite;
  SlHandling handling; /* F-9: what handles a breach, or would */
  SlUid handled_by;    /* the escalation that does, or SL_UID_NONE */
  SlDate last_review;  /* later of last review and current assessment; SL_DATE_NONE when neither */
  int review_interval; /* days, after halving */
  SlDate review_due;   /* F-11; SL_DATE_NONE outside open, treating, tolerated */
  int overdue_days;    /* max (0, as_of - due) */
  gboolean stale;      /* overdue by more than the interval */
  gboolean owner_active; /* on the as-of day */
} SlRiskStatus;

void sl_risk_status (const SlView *view, const SlRisk *risk, SlRiskStatus *status);

/* The assessment of @type in force: latest date not after as_of, of one day the last entered. Borrowed, or NULL. */
const SlRiskAssessment *sl_risk_assessment_in_force (const SlView *view, SlUid risk, int type);
/* Highest dimension scored; 0 when none. */
int          sl_assessment_impact (const SlRiskAssessment *assessment);
/* F-1; 0 when probability or impact is missing, or @assessment NULL. */
int          sl_assessment_score  (const SlRiskAssessment *assessment);
/* F-6: the probability in ten-thousandths of a percent: as stated, else the midpoint of its band; SL_DECIMAL_NONE. */
SlDecimal    sl_assessment_percent (const SlView *view, const SlRiskAssessment *assessment);
/* F-2: cell of the grid; SL_RAG_NONE when p or i is none. */
SlRag        sl_grid_rag          (const SlSettings *settings, int probability, int impact);
/* F-3: NULL when the grid of @settings is valid, else what is wrong, for people (untranslated msgid). */
const char  *sl_grid_fault        (const SlSettings *settings);
/* The same, and the cell where it shows: *@p and *@i are meaningful unless NULL is returned. */
const char  *sl_grid_fault_at     (const SlSettings *settings, int *p, int *i);
/* Whether a person is active on @day (2.1): from active_from to active_to, both included. FALSE for none. */
gboolean     sl_person_active     (const SlData *data, SlUid person, SlDate day);
/* State is open, treating or tolerated. */
gboolean     sl_risk_is_open      (const SlRisk *risk);
/* Such a threat: what counts in exposure, on the map and at gates. */
gboolean     sl_risk_is_open_threat (const SlRisk *risk);
/* F-2 of the current assessment in force, without all the rest. */
SlRag        sl_risk_rag          (const SlView *view, const SlRisk *risk);
/* F-9: the highest scores wanted and tolerated at @level (SL_APPETITE_LEVEL_*); both 0 where none is set. */
void         sl_appetite_limits   (const SlSettings *settings, int level, int *want, int *tolerate);
/* F-9: a breach that nothing handles, of an open threat. */
gboolean     sl_risk_is_unhandled (const SlRisk *risk, const SlRiskStatus *status);

/* F-4: which of two risks of one kind comes first: the more urgent one (below 0 when @a). */
int          sl_risk_compare      (const SlRisk *a, const SlRiskStatus *of_a, const SlRisk *b, const SlRiskStatus *of_b);
/* F-4: the open risks of @kind (SL_RISK_KIND_*) in order of priority. Returns: (transfer full): of SlUid. */
GArray      *sl_risk_order        (const SlView *view, int kind);
/* The composed sentence "Because <cause>, <event>, so that <effect>"; parts that are missing are left out; NULL when all
 * are. Free with g_free(). */
char        *sl_risk_dup_sentence (const SlRisk *risk);
/* One part of it (SL_RISK_CAUSE, _EVENT or _EFFECT) as it stands inside the sentence: without its full stop, and without
 * the capital of a sentence of its own where its first word is certainly no name. NULL when it is missing. Free with
 * g_free(). */
char        *sl_risk_dup_clause   (const SlRisk *risk, guint field);
/* The same for exports, in British English whatever the environment. */
char        *sl_risk_dup_sentence_english (const SlRisk *risk);

/* Words for people: untranslated msgids; translate with g_dgettext(). "" for none. */
const char  *sl_rag_label         (SlRag rag, gboolean opportunity);
/* "G", "A", "R" (threats) or "L", "M", "H" (opportunities); "" for none. Translatable msgids. */
const char  *sl_rag_letter        (SlRag rag, gboolean opportunity);
const char  *sl_proximity_label   (SlProximity proximity);
const char  *sl_appetite_label    (SlAppetiteStatus status);
const char  *sl_trend_label       (SlTrend trend, gboolean opportunity);

/* --- Explanations on demand -------------------------------------------------------------------------------------- */

typedef enum
{
  SL_TOPIC_SCORE,     /* F-1, F-2 */
  SL_TOPIC_PROXIMITY, /* F-8 */
  SL_TOPIC_APPETITE,  /* F-9 */
  SL_TOPIC_REVIEW,    /* F-11 */
  SL_TOPIC_TREND,     /* F-5 */
  SL_TOPIC_EXPOSURE,  /* F-6 */
  SL_TOPIC_TARGET,    /* F-10 */
  SL_TOPIC_ORDER,     /* F-4; looks at every open risk of its kind */
} SlTopic;

/* Why the assessment of @type in force scores what it does (F-1, F-2), as SL_TOPIC_SCORE does for the current one.
 * @type: SL_ASSESSMENT_TYPE_*. Its level is that of the grid in force, its words are those of the scale of its day, and if
 * the two are not of one version it says so. */
SlExplanation *sl_rating_explain (const SlView *view, const SlRisk *risk, int type, gboolean translated);

/* The same of any assessment of @risk, replaced by a later one or not, with the level that the grid of its day gave it. */
SlExplanation *sl_assessment_explain (const SlView *view, const SlRisk *risk, const SlRiskAssessment *assessment,
                                      gboolean translated);

/* @translated: in the user's language, else British English. Free with sl_explanation_free(). */
SlExplanation *sl_risk_explain (const SlView *view, const SlRisk *risk, SlTopic topic, gboolean translated);

G_END_DECLS
