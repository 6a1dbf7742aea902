/* sl-report-facts-private.h: what a report is about, read and judged once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that may not be shown to the audience is left out and counted here, so that no writer can forget it: nothing
 * hidden is in any list, and sl_report_code() knows no hidden record. Sums over the programme (exposure, cover) hold
 * everything, and say so.
 */
#pragma once

#include "insight/sl-exposure.h"
#include "insight/sl-risk-status.h"
#include "reports/sl-report.h"

G_BEGIN_DECLS

struct _SlReportSource
{
  SlProgramme *programme; /* a copy, standing after @head */
  SlStore *reader;
  SlHead head;
  SlDate as_of;
};

/* A risk that is shown. */
typedef struct
{
  const SlRisk *risk;
  SlRiskStatus status;
  GPtrArray *actions;  /* of const SlAction, by code */
  GPtrArray *escalations; /* of const SlEscalation, by code, counting by the as-of day */
} SlReportRisk;

/* What became of a risk since an earlier day. */
typedef enum
{
  SL_REPORT_NEW,
  SL_REPORT_WORSE,
  SL_REPORT_BETTER,
  SL_REPORT_OCCURRED,
  SL_REPORT_CLOSED,
  SL_REPORT_REOPENED,
} SlReportChangeType;

typedef struct
{
  SlReportChangeType type;
  const SlReportRisk *risk;
  int from, to;        /* scores; 0 none */
  SlRag rag_from, rag_to;
  SlDate on;           /* day of the assessment or the closing; SL_DATE_NONE */
  SlUid by;
  const char *reason;  /* what people typed; or NULL */
} SlReportChange;

/* A change-set after the point that changes are told from. */
typedef struct
{
  gint64 seq, at;
  SlUid actor;
  SlVerb verb;
  char *label;  /* British English */
  char *reason; /* or NULL */
  char *hash;   /* of the chain */
} SlReportAct;

typedef struct
{
  const SlReportOptions *options;
  SlView view;
  const SlProgrammeInfo *programme;
  const SlProject *project; /* or NULL: the whole programme */
  const char *currency;
  SlHead head;
  gint64 generated;      /* seconds since 1970-01-01 UTC */
  SlDate newest, oldest; /* day last looked at, over the open risks shown; SL_DATE_NONE */
  const SlReportRisk *newest_risk, *oldest_risk;

  GPtrArray *risks;      /* of SlReportRisk: open threats and then open opportunities in order F-4, then the others by code */
  guint n_threats, n_opportunities;
  guint hidden_threats, hidden_opportunities, hidden_others; /* open ones of either kind, and those not open */
  GPtrArray *issues;     /* of const SlIssue, by code; shown */
  guint n_open_issues;
  guint hidden_issues;
  SlExposure exposure;   /* of the whole programme */
  SlMoney exposure_shown; /* of the threats shown */
  GPtrArray *people;     /* of const SlPerson, by code: those whom what is shown names */

  SlDate since;
  gint64 since_seq;      /* 0: the history does not reach back so far */
  const char *since_what; /* British English: "the decision sealed on that day" */
  GPtrArray *changes;    /* of SlReportChange, worst first */
  GPtrArray *eased;      /* of SlReportChange: scores lowered and risks closed in the last SL_REPORT_EASED_DAYS days */
  GPtrArray *acts;       /* of SlReportAct, oldest first */
  guint hidden_acts;     /* that touch nothing shown */

  /* private */
  GHashTable *shown;     /* uids (as gint64) of SlReportRisk */
  SlProgramme *recorded; /* what @then reads, or NULL: the same data as of an earlier day */
  SlView then;
} SlReportFacts;

#define SL_REPORT_EASED_DAYS 14

/* NULL with what sl_report_save() says. Borrows @source and @options. */
SlReportFacts *sl_report_facts_new  (SlReportSource *source, const SlReportOptions *options, GCancellable *cancellable,
                                     SlProgressFunc progress, gpointer user, GError **error);
void           sl_report_facts_free (SlReportFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportFacts, sl_report_facts_free)

/* The code of a record; NULL for none, for one that has none, and for a risk or issue that is not shown. Borrowed. */
const char         *sl_report_code  (const SlReportFacts *self, SlUid uid);
/* What people call it; NULL for none and for what is not shown. Borrowed. */
const char         *sl_report_name  (const SlReportFacts *self, SlUid uid);
/* NULL when it is not shown. */
const SlReportRisk *sl_report_risk  (const SlReportFacts *self, SlUid uid);
/* Risks not shown. */
guint               sl_report_hidden (const SlReportFacts *self);
/* The nearest way from what the risk strikes along the links of the map to an end outcome, both included; of several equally
 * near the one of the lower codes. Returns: (transfer full) (nullable): of const SlMapNode; NULL where it reaches none. */
GPtrArray          *sl_report_path  (const SlReportFacts *self, const SlRisk *risk);
/* Whether the audience may see a risk, and it is of the project. */
gboolean            sl_report_may_see (const SlReportFacts *self, const SlRisk *risk);
void                sl_report_change_free (gpointer change);
void                sl_report_act_free    (gpointer act);

/* sl-report-since.c: resolves @since, reads the point it names, and the acts after it; fills @changes and @eased. */
gboolean            sl_report_facts_since (SlReportFacts *self, SlReportSource *source, GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
