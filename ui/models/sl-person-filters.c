/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-person-filters.h"

#include "insight/sl-ownership.h"
#include "insight/sl-person-status.h"

#include <glib/gi18n-lib.h>

/* --- Tests -------------------------------------------------------------------------------------------------------- */

static SlPersonStatus
status_of (SlWorkspace *workspace, const SlRecord *record)
{
  SlView view = sl_workspace_view (workspace);
  SlPersonStatus status;

  sl_person_status (&view, SL_AS (PERSON, record), &status);
  return status;
}

static gboolean
is_here (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  SlStanding standing = status_of (workspace, record).standing;

  return standing == SL_STANDING_HERE || standing == SL_STANDING_LEAVING;
}

static gboolean
is_leaving (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return status_of (workspace, record).standing == SL_STANDING_LEAVING;
}

static gboolean
has_left (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return status_of (workspace, record).standing == SL_STANDING_LEFT;
}

static gboolean
has_gaps (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return status_of (workspace, record).rag != SL_RAG_NONE;
}

static gboolean
owns_nothing (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return is_here (workspace, record, 0) && status_of (workspace, record).owned == 0;
}

static gboolean
owns_risks (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  SlView view = sl_workspace_view (workspace);
  g_autoptr (GArray) owned = sl_ownership_of (&view, record->uid);

  for (guint i = 0; i < owned->len; i++)
    if (g_array_index (owned, SlOwned, i).kind == SL_KIND_RISK)
      return TRUE;
  return FALSE;
}

static gboolean
owns_overdue (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  SlView view = sl_workspace_view (workspace);
  g_autoptr (GArray) owned = sl_ownership_of (&view, record->uid);

  for (guint i = 0; i < owned->len; i++)
    {
      const SlRecord *of = sl_data_lookup (view.data, g_array_index (owned, SlOwned, i).uid);
      SlDate due = of != NULL ? sl_record_due (&view, of) : SL_DATE_NONE;

      if (due != SL_DATE_NONE && due < view.as_of)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_role (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  const char *role = SL_AS (PERSON, record)->role_title;

  return role == NULL || *role == '\0';
}

static gboolean
is_on_board (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return SL_AS (PERSON, record)->board_member;
}

static gboolean
is_senior (SlWorkspace *workspace, const SlRecord *record, gint64 value)
{
  return SL_AS (PERSON, record)->senior;
}

/* --- The table ---------------------------------------------------------------------------------------------------- */

const SlRowFilter sl_person_filters[] = {
  { .id = "here", .label = N_ ("Here"), .standing = TRUE, .test = is_here,
    .help = N_ ("Active on the day the page is judged by") },
  { .id = "gaps", .label = N_ ("To hand over"), .standing = TRUE, .test = has_gaps,
    .help = N_ ("Has left or leaves soon, and somebody else has to answer for what is left behind") },
  { .id = "leaving", .label = N_ ("Leaving"), .standing = TRUE, .test = is_leaving,
    .help = N_ ("Active, and the last day is known") },
  { .id = "left", .label = N_ ("Left"), .standing = TRUE, .test = has_left, .help = N_ ("The last day is over") },
  { .id = "risks", .label = N_ ("Owns risks"), .standing = TRUE, .test = owns_risks,
    .help = N_ ("Owns at least one risk that is not closed") },
  { .id = "overdue", .label = N_ ("Owns overdue"), .standing = TRUE, .test = owns_overdue,
    .help = N_ ("Answers for something that was due before the day the page is judged by") },
  { .id = "no-role", .label = N_ ("No role"), .standing = TRUE, .test = has_no_role,
    .help = N_ ("Nothing says what the person does in the programme") },
  { .id = "nothing", .label = N_ ("Owns nothing"), .test = owns_nothing,
    .help = N_ ("Here, and answers for nothing just now") },
  { .id = "board", .label = N_ ("Board"), .test = is_on_board, .help = N_ ("Members of the board") },
  { .id = "senior", .label = N_ ("Senior"), .test = is_senior, .help = N_ ("Senior enough to own what matters most") },
  { .id = "organisation", .label = N_ ("Organisation"), .form = SL_FILTER_FIELD, .kind = SL_KIND_PERSON,
    .field = SL_PERSON_ORGANISATION },
  { .id = NULL },
};
