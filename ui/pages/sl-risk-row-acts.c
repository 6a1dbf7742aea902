/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-row-acts.h"

#include "base/sl-text.h"
#include "ui/pages/sl-map-trace-story.h"
#include "ui/pages/sl-register-page.h"
#include "ui/pages/sl-risk-bar.h"
#include "ui/widgets/sl-impact-popover.h"

#include <glib/gi18n-lib.h>

static gboolean
can_move (const SlRecord *record, SlRiskMove move)
{
  return (sl_risk_next_moves (SL_AS (RISK, record)->state) & (1u << move)) != 0;
}

static GtkWidget *
find_bar (GtkWidget *widget)
{
  if (SL_IS_RISK_BAR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_bar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The details ask what the move needs to know. */
static void
begin (SlPage *page, SlUid uid, SlRiskMove move)
{
  GtkWidget *bar;

  sl_page_want_detail (page);
  bar = find_bar (GTK_WIDGET (sl_register_page_detail (SL_REGISTER_PAGE (page))));
  if (bar == NULL)
    return;
  sl_risk_bar_set_risk (SL_RISK_BAR (bar), uid);
  sl_risk_bar_begin (SL_RISK_BAR (bar), move);
}

/* --- The stamp ---------------------------------------------------------------------------------------------------- */

/* Those selected that are watched at all, each with the stamp “looked, nothing changed”; how many. */
static guint
stamp_all (SlWorkspace *workspace, SlTx *tx, const GArray *uids, GError **error)
{
  const SlRiskAct act = SL_RISK_ACT (SL_RISK_MOVE_REVIEW);
  SlActContext context;
  guint n = 0;

  sl_workspace_act_context (workspace, NULL, &context);
  for (guint i = 0; i < uids->len; i++)
    {
      const SlRecord *record = sl_data_lookup (sl_tx_data (tx), g_array_index (uids, SlUid, i));

      if (record == NULL || !can_move (record, SL_RISK_MOVE_REVIEW))
        continue;
      if (!sl_tx_risk_act (tx, &context, record->uid, &act, error))
        return 0;
      n++;
    }
  return n;
}

static void
review (SlPage *page, SlWorkspace *workspace, SlUid uid)
{
  g_autoptr (GArray) uids = sl_grid_selected_uids (sl_register_page_grid (SL_REGISTER_PAGE (page)));
  SlTx *tx = sl_workspace_begin (workspace, SL_VERB_REVIEW);
  const SlRecord *record = sl_data_lookup (sl_workspace_data (workspace), uid);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (uids->len == 0)
    g_array_append_val (uids, uid);
  n = stamp_all (workspace, tx, uids, &error);
  if (error != NULL)
    sl_tx_free (tx);
  else
    sl_workspace_commit (workspace, tx, NULL, &error);
  if (n == 1 && record != NULL)
    /* TRANSLATORS: {1} is a risk such as R-005. */
    text = sl_text_compose (_ ("{1} is reviewed: nothing changed"), (const char *[]){ sl_record_code (record), NULL });
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk reviewed: nothing changed", "%u risks reviewed: nothing changed", n), n);
  sl_page_tell (page, error != NULL ? error->message : text, error == NULL && n > 0);
}

static void
assess (SlPage *page, SlWorkspace *workspace, SlUid uid)
{
  SlGrid *grid = sl_register_page_grid (SL_REGISTER_PAGE (page));
  GtkWidget *detail = GTK_WIDGET (sl_register_page_detail (SL_REGISTER_PAGE (page)));
  GdkRectangle area;

  /* Where one reads is where it is asked. */
  if (gtk_widget_get_focus_child (detail) != NULL || !gtk_widget_get_mapped (GTK_WIDGET (grid)))
    gtk_widget_activate_action (detail, "detail.assess", "i", 0);
  else if (!sl_grid_is_editing (grid) && sl_grid_cursor_area (grid, &area))
    sl_impact_popover_show (GTK_WIDGET (grid), &area, workspace, uid, SL_ASSESSMENT_TYPE_CURRENT);
}

/* --- The moves ---------------------------------------------------------------------------------------------------- */

#define MOVE(name, MOVE_)                                                                                              \
  static gboolean can_##name (SlWorkspace *workspace, const SlRecord *record)                                          \
  {                                                                                                                    \
    return can_move (record, SL_RISK_MOVE_##MOVE_);                                                                    \
  }                                                                                                                    \
  static void name (SlPage *page, SlWorkspace *workspace, SlUid uid)                                                   \
  {                                                                                                                    \
    begin (page, uid, SL_RISK_MOVE_##MOVE_);                                                                           \
  }

MOVE (open_risk, OPEN)
MOVE (treat, TREAT)
MOVE (tolerate, TOLERATE)
MOVE (escalate, ESCALATE)
MOVE (occur, OCCUR)
MOVE (close_risk, CLOSE)
MOVE (reopen, REOPEN)
MOVE (restrict_risk, RESTRICT)

static void
trace (SlPage *page, SlWorkspace *workspace, SlUid uid)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.trace", "(xi)", (gint64) uid, SL_TRACE_REACH);
}

static gboolean
can_review (SlWorkspace *workspace, const SlRecord *record)
{
  return can_move (record, SL_RISK_MOVE_REVIEW);
}

static gboolean
can_assess (SlWorkspace *workspace, const SlRecord *record)
{
  return SL_AS (RISK, record)->state != SL_RISK_STATE_CLOSED;
}

const SlRowAct sl_risk_row_acts[] = {
  { "review", N_ ("Looked, Nothing Changed"), GDK_KEY_r, GDK_CONTROL_MASK, can_review, review },
  { "assess", N_ ("Assess…"), GDK_KEY_F4, 0, can_assess, assess },
  { "open-risk", N_ ("Open the Risk"), 0, 0, can_open_risk, open_risk },
  { "treat", N_ ("Treat…"), 0, 0, can_treat, treat },
  { "accept", N_ ("Accept…"), 0, 0, can_tolerate, tolerate },
  { "escalate", N_ ("Escalate…"), GDK_KEY_e, GDK_CONTROL_MASK, can_escalate, escalate },
  { "occurred", N_ ("Has Occurred…"), 0, 0, can_occur, occur },
  { "close-risk", N_ ("Close…"), 0, 0, can_close_risk, close_risk },
  { "reopen", N_ ("Reopen…"), 0, 0, can_reopen, reopen },
  { "confidentiality", N_ ("Confidentiality…"), 0, 0, can_restrict_risk, restrict_risk },
  { "trace", N_ ("Show on the Map"), 0, 0, NULL, trace },
  { NULL, NULL, 0, 0, NULL, NULL },
};
