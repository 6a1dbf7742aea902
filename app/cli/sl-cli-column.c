/* What can be listed and asked for: the fields of a kind, and for risks what is derived from them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Numbered as SlRag, SlProximity and SlAppetiteStatus are. */
static const SlEnumEntry rag_entries[]
    = { { "green", N_ ("Green") }, { "amber", N_ ("Amber") }, { "red", N_ ("Red") } };
static const SlEnum rag_enum = { "rag", rag_entries, G_N_ELEMENTS (rag_entries) };
static const SlEnumEntry worth_entries[]
    = { { "low", N_ ("Low") }, { "medium", N_ ("Medium") }, { "high", N_ ("High") } };
static const SlEnum worth_enum = { "worth", worth_entries, G_N_ELEMENTS (worth_entries) };
static const SlEnumEntry proximity_entries[] = { { "window_open", N_ ("Window open") },
                                                 { "imminent", N_ ("Imminent") },
                                                 { "near", N_ ("Near") },
                                                 { "mid", N_ ("Mid") },
                                                 { "far", N_ ("Far") } };
static const SlEnum proximity_enum = { "proximity", proximity_entries, G_N_ELEMENTS (proximity_entries) };
static const SlEnumEntry appetite_entries[] = { { "not_set", N_ ("Not set") },
                                                { "within", N_ ("Within") },
                                                { "tolerable", N_ ("Tolerable") },
                                                { "breach", N_ ("Breach") } };
static const SlEnum appetite_enum = { "appetite", appetite_entries, G_N_ELEMENTS (appetite_entries) };

/* What about an opportunity is worth pursuing is never RAG, so each kind of risk has its own column (domain.md 2.3). */
enum
{
  PROBABILITY,
  IMPACT,
  SCORE,
  RAG,
  WORTH,
  TARGET_SCORE,
  PROXIMITY,
  PROXIMITY_DAYS,
  APPETITE,
  REVIEW_DUE,
  OVERDUE,
  STALE,
  N_DERIVED
};

static const SlField derived_fields[N_DERIVED] = {
  [PROBABILITY] = { .name = "probability", .label = "probability", .type = SL_TYPE_INT },
  [IMPACT] = { .name = "impact", .label = "impact", .type = SL_TYPE_INT },
  [SCORE] = { .name = "score", .label = "score", .type = SL_TYPE_INT },
  [RAG] = { .name = "rag", .label = "rag", .type = SL_TYPE_ENUM, .tokens = &rag_enum },
  [WORTH] = { .name = "worth", .label = "worth", .type = SL_TYPE_ENUM, .tokens = &worth_enum },
  [TARGET_SCORE] = { .name = "target_score", .label = "target_score", .type = SL_TYPE_INT },
  [PROXIMITY] = { .name = "proximity", .label = "proximity", .type = SL_TYPE_ENUM, .tokens = &proximity_enum },
  [PROXIMITY_DAYS] = { .name = "proximity_days", .label = "proximity_days", .type = SL_TYPE_INT },
  [APPETITE] = { .name = "appetite", .label = "appetite", .type = SL_TYPE_ENUM, .tokens = &appetite_enum },
  [REVIEW_DUE] = { .name = "review_due", .label = "review_due", .type = SL_TYPE_DATE },
  [OVERDUE] = { .name = "overdue", .label = "overdue", .type = SL_TYPE_INT },
  [STALE] = { .name = "stale", .label = "stale", .type = SL_TYPE_BOOL },
};

/* Absent where 0 says so; @value knows its type. */
static void
set_number (SlValue *value, gint64 number, gboolean there)
{
  value->is_null = !there;
  value->i = there ? number : 0;
}

static void
get_derived (const SlRiskStatus *status, const SlRisk *risk, int derived, SlValue *value)
{
  gboolean opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY;

  switch (derived)
    {
    case PROBABILITY:
      set_number (value, status->probability, status->probability > 0);
      return;
    case IMPACT:
      set_number (value, status->impact, status->impact > 0);
      return;
    case SCORE:
      set_number (value, status->score, status->score > 0);
      return;
    case RAG:
      set_number (value, status->rag, status->rag != SL_RAG_NONE && !opportunity);
      return;
    case WORTH:
      set_number (value, status->rag, status->rag != SL_RAG_NONE && opportunity);
      return;
    case TARGET_SCORE:
      set_number (value, status->target_score, status->target_score > 0);
      return;
    case PROXIMITY:
      set_number (value, status->proximity, status->proximity != SL_PROXIMITY_NONE);
      return;
    case PROXIMITY_DAYS:
      set_number (value, status->proximity_days, status->proximity != SL_PROXIMITY_NONE);
      return;
    case APPETITE:
      set_number (value, status->appetite, status->appetite != SL_APPETITE_NONE);
      return;
    case REVIEW_DUE:
      set_number (value, status->review_due, status->review_due != SL_DATE_NONE);
      return;
    case OVERDUE:
      set_number (value, status->overdue_days, status->review_due != SL_DATE_NONE);
      return;
    default:
      set_number (value, status->stale, TRUE);
      return;
    }
}

void
sl_cli_column_get (SlCli *cli, const SlCliColumn *column, const SlRecord *record, SlValue *value)
{
  const SlRiskStatus *status;

  if (column->derived < 0)
    {
      sl_record_get (record, (guint) column->number, value);
      return;
    }
  *value = SL_VALUE_NULL (column->field->type);
  status = sl_workspace_risk_status (cli->workspace, record->uid);
  if (status != NULL)
    get_derived (status, SL_AS (RISK, record), column->derived, value);
}

GArray *
sl_cli_columns (const SlKind *kind)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SlCliColumn));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      SlCliColumn column = { &kind->fields[i], (int) i, -1 };

      g_array_append_val (columns, column);
    }
  for (int i = 0; kind->id == SL_KIND_RISK && i < N_DERIVED; i++)
    {
      SlCliColumn column = { &derived_fields[i], -1, i };

      g_array_append_val (columns, column);
    }
  return columns;
}

gboolean
sl_cli_column_find (const SlKind *kind, const char *name, SlCliColumn *column)
{
  g_autofree char *stored = g_strdelimit (g_strdup (name), "-", '_');
  g_autoptr (GArray) columns = sl_cli_columns (kind);

  for (guint i = 0; i < columns->len; i++)
    {
      *column = g_array_index (columns, SlCliColumn, i);
      if (strcmp (column->field->name, stored) == 0)
        return TRUE;
    }
  return FALSE;
}
