/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-grid-plan.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "rules/sl-rules.h"
#include "ui/models/sl-plan-private.h"

#include <glib/gi18n-lib.h>

/* Cells in one turn of the main loop: a few milliseconds. */
#define SLICE 250
/* What is done without a list of it beforehand: within a row, or nothing written over, and no more cells than this. */
#define HANDFUL 20

struct _SlGridPlan
{
  SlPlan parent_instance;
  SlPlanTold *told;

  SlGridAct *act;
  SlTx *tx;
  guint next;        /* cell to be written (first pass) or listed (second pass) */
  gboolean listing;
  guint n_changed, n_rows, n_overwritten;
  SlUid last_row;    /* counted last: writes come row by row */
};

G_DEFINE_FINAL_TYPE (SlGridPlan, sl_grid_plan, SL_TYPE_PLAN)

static void
set_next (SlGridPlan *self, guint next)
{
  self->next = next;
  sl_plan_advanced (SL_PLAN (self));
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

/* The code of a record that stands; else the line it comes from. */
static char *
dup_place (SlGridPlan *self, SlUid uid, guint line)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->told->workspace), uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;

  if (code == NULL && line > 0)
    return g_strdup_printf (_ ("Line %u"), line);
  if (code == NULL && (record = sl_data_lookup (sl_tx_data (self->tx), uid)) != NULL)
    code = sl_record_code (record);
  return g_strdup (code != NULL ? code : "");
}

static guint
line_of (SlGridPlan *self, SlUid uid)
{
  for (guint i = 0; i < sl_grid_act_n_cells (self->act); i++)
    if (sl_grid_act_nth_uid (self->act, i) == uid)
      return sl_grid_act_nth (self->act, i)->line;
  return 0;
}

static const char *
field_title (int kind, int field)
{
  return field >= 0 ? g_dgettext (GETTEXT_PACKAGE, sl_kind_get (kind)->fields[field].label) : "";
}

/* --- Trying ------------------------------------------------------------------------------------------------------- */

static void
write_one (SlGridPlan *self, guint n)
{
  const SlGridWrite *write = sl_grid_act_nth (self->act, n);
  const SlRecord *before;
  g_autoptr (GError) error = NULL;

  if (sl_grid_act_write_nth (self->act, n, self->tx, self->told->reason, &error))
    return;
  before = sl_data_lookup (sl_workspace_data (self->told->workspace), write->uid);
  sl_plan_add_line (SL_PLAN (self), dup_place (self, sl_grid_act_nth_uid (self->act, n), write->line), write->column->title,
                    before != NULL ? sl_column_dup_text (write->column, self->told->workspace, before) : g_strdup (""),
            g_strdup (error->message), TRUE);
}

static gboolean
on_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  SlGridPlan *self = data;

  sl_plan_add_line (SL_PLAN (self), dup_place (self, record->uid, line_of (self, record->uid)), field_title (sl_record_kind (record)->id, field),
                    g_strdup (""), g_strdup (fault->message), TRUE);
  return self->told->n_refused < SL_PLAN_REFUSALS_MAX;
}

/* Everything the rules object to, each with its place. */
static void
list_findings (SlGridPlan *self)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlActContext context;
  SlView before, after;

  sl_workspace_act_context (self->told->workspace, self->told->reason, &context);
  before = (SlView){ sl_tx_base (self->tx), context.day, sl_data_settings (sl_tx_base (self->tx)) };
  after = (SlView){ sl_tx_data (self->tx), context.day, sl_data_settings (sl_tx_data (self->tx)) };
  sl_rules_check_tx (self->tx, &before, &after, &context, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (finding->severity == SL_SEVERITY_ERROR)
        sl_plan_add_line (SL_PLAN (self), g_strdup (finding->code), field_title (finding->kind, finding->field), g_strdup (""),
                  sl_text_compose (g_dgettext (GETTEXT_PACKAGE, finding->format), (const char *const *) finding->args), TRUE);
    }
}

/* All that was written is judged together. */
static void
judge (SlGridPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->told->demand, g_free);
  if (self->told->n_refused > 0
      || sl_workspace_try (self->told->workspace, self->tx, sl_workspace_actor (self->told->workspace), self->told->reason, &error))
    return;
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    {
      self->told->demand = g_strdup (error->message);
      return;
    }
  sl_tx_each_fault (self->tx, on_fault, self);
  if (self->told->n_refused == 0)
    list_findings (self);
  if (self->told->n_refused == 0)
    sl_plan_add_line (SL_PLAN (self), g_strdup (""), "", g_strdup (""), g_strdup (error->message), TRUE);
}

/* --- Listing ------------------------------------------------------------------------------------------------------ */

static char *
dup_after (SlGridPlan *self, const SlGridWrite *write, const SlRecord *after)
{
  SlValue value;

  if (write->column->set != NULL || write->column->field < 0)
    return sl_text_clean (write->text, TRUE);
  sl_record_get (after, (guint) write->column->field, &value);
  return sl_data_dup_display (sl_tx_data (self->tx), &sl_record_kind (after)->fields[write->column->field], &value);
}

static void
list_change (SlGridPlan *self, const SlGridWrite *write, const SlRecord *before, const SlRecord *after)
{
  g_autofree char *from = sl_column_dup_text (write->column, self->told->workspace, before);
  g_autofree char *to = after != NULL ? dup_after (self, write, after) : NULL;

  if (g_strcmp0 (from, to != NULL ? to : "") == 0)
    return;
  self->n_changed++;
  self->n_overwritten += *from != '\0';
  if (self->last_row != write->uid)
    self->n_rows++;
  self->last_row = write->uid;
  sl_plan_add_line (SL_PLAN (self), dup_place (self, write->uid, write->line), write->column->title, g_steal_pointer (&from),
                    to != NULL ? g_steal_pointer (&to) : g_strdup (""), FALSE);
}

/* The first cell of a new row stands for all of it. */
static void
list_new (SlGridPlan *self, guint n)
{
  const SlGridWrite *first = sl_grid_act_nth (self->act, n);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n > 0 && sl_grid_act_nth (self->act, n - 1)->uid == SL_UID_NONE && sl_grid_act_nth (self->act, n - 1)->row == first->row)
    return;
  for (guint i = n; i < sl_grid_act_n_cells (self->act); i++)
    {
      const SlGridWrite *write = sl_grid_act_nth (self->act, i);

      if (write->uid != SL_UID_NONE || write->row != first->row)
        break;
      if (*write->text != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", write->text);
    }
  sl_plan_add_line (SL_PLAN (self), dup_place (self, sl_grid_act_nth_uid (self->act, n), 0), _ ("New row"), g_strdup (""),
                    g_strdup (text->str), FALSE);
}

static void
list_one (SlGridPlan *self, guint n)
{
  const SlGridWrite *write = sl_grid_act_nth (self->act, n);
  const SlRecord *before = sl_data_lookup (sl_workspace_data (self->told->workspace), write->uid);

  if (write->uid == SL_UID_NONE)
    list_new (self, n);
  else if (before != NULL)
    list_change (self, write, before, sl_data_lookup (sl_tx_data (self->tx), write->uid));
}

/* --- Turns of the main loop --------------------------------------------------------------------------------------- */

static void
forget (SlGridPlan *self)
{
  sl_plan_forget (SL_PLAN (self));
  g_clear_pointer (&self->tx, sl_tx_free);
  if (self->act != NULL)
    sl_grid_act_forget (self->act);
  self->n_changed = self->n_rows = self->n_overwritten = 0;
  self->last_row = SL_UID_NONE;
  self->listing = FALSE;
}

static void
begin (SlGridPlan *self)
{
  forget (self);
  self->tx = sl_workspace_begin (self->told->workspace, sl_grid_act_verb (self->act));
  sl_grid_act_make (self->act, self->tx);
  set_next (self, 0);
}

static void
on_workspace_changed (SlGridPlan *self)
{
  if (self->act == NULL || self->told->state == SL_PLAN_DONE)
    return;
  begin (self);
  if (self->told->state != SL_PLAN_APPLYING)
    sl_plan_set_state (SL_PLAN (self), SL_PLAN_TRYING);
  sl_plan_run_later (SL_PLAN (self));
}

static void
commit (SlGridPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_block_by_func (self->told->workspace, on_workspace_changed, self);
  sl_grid_act_pin (self->act);
  if (self->told->n_refused > 0)
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_CONFLICT,
                         sl_plan_line_to (g_ptr_array_index (self->told->lines, 0)));
  else
    sl_workspace_commit (self->told->workspace, g_steal_pointer (&self->tx), self->told->reason, &error);
  g_signal_handlers_unblock_by_func (self->told->workspace, on_workspace_changed, self);
  if (error == NULL)
    {
      sl_plan_set_state (SL_PLAN (self), SL_PLAN_DONE);
      sl_plan_applied (SL_PLAN (self), NULL);
      return;
    }
  g_clear_pointer (&self->told->reason, g_free);
  begin (self);
  sl_plan_set_state (SL_PLAN (self), SL_PLAN_TRYING);
  sl_plan_run_later (SL_PLAN (self));
  sl_plan_applied (SL_PLAN (self), error);
}

static gboolean
sl_grid_plan_turn (SlPlan *plan)
{
  SlGridPlan *self = SL_GRID_PLAN (plan);
  guint n_cells = sl_grid_act_n_cells (self->act);
  guint end = MIN (self->next + SLICE, n_cells);
  guint i = self->next;

  for (; i < end; i++)
    if (self->listing)
      list_one (self, i);
    else
      write_one (self, i);
  set_next (self, i);
  if (i < n_cells)
    return TRUE;
  if (self->told->state == SL_PLAN_APPLYING)
    {
      commit (self);
      return self->told->state == SL_PLAN_TRYING;
    }
  if (!self->listing)
    {
      judge (self);
      self->listing = TRUE;
      set_next (self, 0);
      return TRUE;
    }
  if (sl_plan_tell_some (plan))
    return TRUE;
  sl_plan_set_state (plan, SL_PLAN_READY);
  return FALSE;
}

/* What was tried without a reason is written again with it: assessments keep it as their rationale. */
static void
sl_grid_plan_begin_applying (SlPlan *plan)
{
  SlGridPlan *self = SL_GRID_PLAN (plan);

  if (self->told->reason != NULL)
    begin (self);
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

static guint
sl_grid_plan_n_effects (SlPlan *plan)
{
  SlGridPlan *self = SL_GRID_PLAN (plan);

  return self->n_changed + sl_grid_act_n_new (self->act);
}

gboolean
sl_grid_plan_is_handful (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), FALSE);
  if (self->told->n_refused > 0)
    return self->told->n_refused == 1 && sl_grid_act_n_cells (self->act) <= HANDFUL;
  return sl_grid_act_n_cells (self->act) <= HANDFUL && (self->n_rows <= 1 || self->n_overwritten == 0);
}

static char *
sl_grid_plan_summary (SlPlan *plan)
{
  SlGridPlan *self = SL_GRID_PLAN (plan);
  guint n_new = sl_grid_act_n_new (self->act);
  g_autofree char *cells = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", self->n_changed), self->n_changed);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", self->n_rows), self->n_rows);
  g_autofree char *added
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row is added", "%u rows are added", n_new), n_new);
  /* TRANSLATORS: {1} “14 cells”, {2} “5 rows”. */
  g_autofree char *changes = sl_text_compose (_ ("{1} in {2} will change"), (const char *[]){ cells, rows, NULL });

  if (self->n_changed == 0)
    return n_new > 0 ? g_steal_pointer (&added) : g_strdup (_ ("Nothing will change: it stands like that already"));
  if (n_new == 0)
    return g_steal_pointer (&changes);
  /* TRANSLATORS: {1} “14 cells in 5 rows will change”, {2} “2 rows are added”. */
  return sl_text_compose (_ ("{1}, {2}"), (const char *[]){ changes, added, NULL });
}

SlGridAct *
sl_grid_plan_steal_act (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), NULL);
  sl_plan_stop (SL_PLAN (self));
  forget (self);
  return g_steal_pointer (&self->act);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_grid_plan_progress (SlPlan *plan, guint *done, guint *total)
{
  SlGridPlan *self = SL_GRID_PLAN (plan);
  guint n = self->act != NULL ? sl_grid_act_n_cells (self->act) : 0;

  *done = self->listing ? n + self->next : self->next;
  *total = self->told->state == SL_PLAN_APPLYING ? n : 2 * n;
}

static void
sl_grid_plan_finalize (GObject *object)
{
  SlGridPlan *self = SL_GRID_PLAN (object);

  g_clear_pointer (&self->tx, sl_tx_free);
  if (self->act != NULL && self->told->state != SL_PLAN_DONE)
    sl_grid_act_forget (self->act);
  sl_grid_act_free (self->act);
  G_OBJECT_CLASS (sl_grid_plan_parent_class)->finalize (object);
}

static void
sl_grid_plan_class_init (SlGridPlanClass *klass)
{
  SlPlanClass *plan_class = SL_PLAN_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_grid_plan_finalize;
  plan_class->turn = sl_grid_plan_turn;
  plan_class->begin_applying = sl_grid_plan_begin_applying;
  plan_class->n_effects = sl_grid_plan_n_effects;
  plan_class->dup_summary = sl_grid_plan_summary;
  plan_class->progress = sl_grid_plan_progress;
}

static void
sl_grid_plan_init (SlGridPlan *self)
{
  self->told = sl_plan_told (SL_PLAN (self));
}

SlGridPlan *
sl_grid_plan_new (SlGridAct *act)
{
  SlGridPlan *self;

  g_return_val_if_fail (act != NULL, NULL);
  self = g_object_new (SL_TYPE_GRID_PLAN, NULL);
  self->act = act;
  self->told->workspace = g_object_ref (sl_grid_model_workspace (sl_grid_act_model (act)));
  g_signal_connect_object (self->told->workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->told->workspace, "reset", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  begin (self);
  sl_plan_run_later (SL_PLAN (self));
  return self;
}
