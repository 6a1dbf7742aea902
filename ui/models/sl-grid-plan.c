/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-grid-plan.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "rules/sl-rules.h"

#include <glib/gi18n-lib.h>

/* Cells in one turn of the main loop: a few milliseconds. */
#define SLICE 250
/* Lines a view makes widgets for, and how many it is told of in one turn. */
#define VIEW_ROWS 240
#define TELL 40
/* What is done without a list of it beforehand: within a row, or nothing written over, and no more cells than this. */
#define HANDFUL 20

/* --- Lines -------------------------------------------------------------------------------------------------------- */

struct _SlGridPlanLine
{
  GObject parent_instance;
  char *place, *column, *from, *to;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (SlGridPlanLine, sl_grid_plan_line, G_TYPE_OBJECT)

static void
sl_grid_plan_line_finalize (GObject *object)
{
  SlGridPlanLine *self = SL_GRID_PLAN_LINE (object);

  g_free (self->place);
  g_free (self->column);
  g_free (self->from);
  g_free (self->to);
  G_OBJECT_CLASS (sl_grid_plan_line_parent_class)->finalize (object);
}

static void
sl_grid_plan_line_class_init (SlGridPlanLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_grid_plan_line_finalize;
}

static void
sl_grid_plan_line_init (SlGridPlanLine *self)
{
}

const char *
sl_grid_plan_line_place (SlGridPlanLine *self)
{
  return self->place;
}

const char *
sl_grid_plan_line_column (SlGridPlanLine *self)
{
  return self->column;
}

const char *
sl_grid_plan_line_from (SlGridPlanLine *self)
{
  return self->from;
}

const char *
sl_grid_plan_line_to (SlGridPlanLine *self)
{
  return self->to;
}

gboolean
sl_grid_plan_line_refused (SlGridPlanLine *self)
{
  return self->refused;
}

/* --- The plan ----------------------------------------------------------------------------------------------------- */

struct _SlGridPlan
{
  GObject parent_instance;

  SlGridAct *act;
  SlWorkspace *workspace;
  SlGridPlanState state;
  SlTx *tx;
  guint next;        /* cell to be written (first pass) or listed (second pass) */
  gboolean listing;
  guint idle;
  char *reason;      /* while it is applied */

  GPtrArray *lines;  /* of SlGridPlanLine */
  guint n_told;      /* lines the list has */
  guint n_refused;   /* at the head of them */
  guint n_changed, n_rows, n_overwritten;
  SlUid last_row;    /* counted last: writes come row by row */
  char *demand;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_DONE,
  PROP_TOTAL,
  N_PROPS
};
static GParamSpec *props[N_PROPS];
static guint applied_signal;

static void sl_grid_plan_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlGridPlan, sl_grid_plan, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_grid_plan_list_init))

static void
set_state (SlGridPlan *self, SlGridPlanState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
set_next (SlGridPlan *self, guint next)
{
  self->next = next;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DONE]);
}

/* Takes the strings. */
static void
add_line (SlGridPlan *self, char *place, const char *column, char *from, char *to, gboolean refused)
{
  SlGridPlanLine *line = g_object_new (SL_TYPE_GRID_PLAN_LINE, NULL);

  line->place = place;
  line->column = g_strdup (column);
  line->from = from;
  line->to = to;
  line->refused = refused;
  g_ptr_array_insert (self->lines, refused ? (int) self->n_refused : -1, line);
  self->n_refused += refused;
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

/* The code of a record that stands; else the line it comes from. */
static char *
dup_place (SlGridPlan *self, SlUid uid, guint line)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
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

  if (sl_grid_act_write_nth (self->act, n, self->tx, self->reason, &error))
    return;
  before = sl_data_lookup (sl_workspace_data (self->workspace), write->uid);
  add_line (self, dup_place (self, sl_grid_act_nth_uid (self->act, n), write->line), write->column->title,
            before != NULL ? sl_column_dup_text (write->column, self->workspace, before) : g_strdup (""),
            g_strdup (error->message), TRUE);
}

static gboolean
on_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  SlGridPlan *self = data;

  add_line (self, dup_place (self, record->uid, line_of (self, record->uid)), field_title (sl_record_kind (record)->id, field),
            g_strdup (""), g_strdup (fault->message), TRUE);
  return self->n_refused < 1000;
}

/* Everything the rules object to, each with its place. */
static void
list_findings (SlGridPlan *self)
{
  g_autoptr (GPtrArray) findings = sl_findings_new ();
  SlActContext context;
  SlView before, after;

  sl_workspace_act_context (self->workspace, self->reason, &context);
  before = (SlView){ sl_tx_base (self->tx), context.day, sl_data_settings (sl_tx_base (self->tx)) };
  after = (SlView){ sl_tx_data (self->tx), context.day, sl_data_settings (sl_tx_data (self->tx)) };
  sl_rules_check_tx (self->tx, &before, &after, &context, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      if (finding->severity == SL_SEVERITY_ERROR)
        add_line (self, g_strdup (finding->code), field_title (finding->kind, finding->field), g_strdup (""),
                  sl_text_compose (g_dgettext (GETTEXT_PACKAGE, finding->format), (const char *const *) finding->args), TRUE);
    }
}

/* All that was written is judged together. */
static void
judge (SlGridPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->demand, g_free);
  if (self->n_refused > 0
      || sl_workspace_try (self->workspace, self->tx, sl_workspace_actor (self->workspace), self->reason, &error))
    return;
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    {
      self->demand = g_strdup (error->message);
      return;
    }
  sl_tx_each_fault (self->tx, on_fault, self);
  if (self->n_refused == 0)
    list_findings (self);
  if (self->n_refused == 0)
    add_line (self, g_strdup (""), "", g_strdup (""), g_strdup (error->message), TRUE);
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
  g_autofree char *from = sl_column_dup_text (write->column, self->workspace, before);
  g_autofree char *to = after != NULL ? dup_after (self, write, after) : NULL;

  if (g_strcmp0 (from, to != NULL ? to : "") == 0)
    return;
  self->n_changed++;
  self->n_overwritten += *from != '\0';
  if (self->last_row != write->uid)
    self->n_rows++;
  self->last_row = write->uid;
  add_line (self, dup_place (self, write->uid, write->line), write->column->title, g_steal_pointer (&from),
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
  add_line (self, dup_place (self, sl_grid_act_nth_uid (self->act, n), 0), _ ("New row"), g_strdup (""),
            g_strdup (text->str), FALSE);
}

static void
list_one (SlGridPlan *self, guint n)
{
  const SlGridWrite *write = sl_grid_act_nth (self->act, n);
  const SlRecord *before = sl_data_lookup (sl_workspace_data (self->workspace), write->uid);

  if (write->uid == SL_UID_NONE)
    list_new (self, n);
  else if (before != NULL)
    list_change (self, write, before, sl_data_lookup (sl_tx_data (self->tx), write->uid));
}

/* --- Turns of the main loop --------------------------------------------------------------------------------------- */

static void
forget (SlGridPlan *self)
{
  guint n = self->n_told;

  g_ptr_array_set_size (self->lines, 0);
  self->n_told = 0;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  g_clear_pointer (&self->tx, sl_tx_free);
  if (self->act != NULL)
    sl_grid_act_forget (self->act);
  self->n_refused = self->n_changed = self->n_rows = self->n_overwritten = 0;
  self->last_row = SL_UID_NONE;
  self->listing = FALSE;
}

static void
begin (SlGridPlan *self)
{
  forget (self);
  self->tx = sl_workspace_begin (self->workspace, sl_grid_act_verb (self->act));
  sl_grid_act_make (self->act, self->tx);
  set_next (self, 0);
}

static void run_later (SlGridPlan *self);

static void
on_workspace_changed (SlGridPlan *self)
{
  if (self->act == NULL || self->state == SL_GRID_PLAN_DONE)
    return;
  begin (self);
  if (self->state != SL_GRID_PLAN_APPLYING)
    set_state (self, SL_GRID_PLAN_TRYING);
  run_later (self);
}

static void
commit (SlGridPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_block_by_func (self->workspace, on_workspace_changed, self);
  sl_grid_act_pin (self->act);
  if (self->n_refused > 0)
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_CONFLICT,
                         sl_grid_plan_line_to (g_ptr_array_index (self->lines, 0)));
  else
    sl_workspace_commit (self->workspace, g_steal_pointer (&self->tx), self->reason, &error);
  g_signal_handlers_unblock_by_func (self->workspace, on_workspace_changed, self);
  if (error == NULL)
    {
      set_state (self, SL_GRID_PLAN_DONE);
      g_signal_emit (self, applied_signal, 0, NULL);
      return;
    }
  g_clear_pointer (&self->reason, g_free);
  begin (self);
  set_state (self, SL_GRID_PLAN_TRYING);
  run_later (self);
  g_signal_emit (self, applied_signal, 0, error);
}

/* A view makes widgets for a row as it is told of it, for the first two hundred: not all in one turn. */
static gboolean
tell_some (SlGridPlan *self)
{
  guint from = self->n_told;
  guint more = self->lines->len - from;

  self->n_told += from < VIEW_ROWS ? MIN (more, TELL) : more;
  if (more > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), from, 0, self->n_told - from);
  return self->n_told < self->lines->len;
}

/* One turn. Returns whether there is more to do. */
static gboolean
turn (SlGridPlan *self)
{
  guint n_cells = sl_grid_act_n_cells (self->act);
  guint end = MIN (self->next + SLICE, n_cells);
  guint i = self->next;

  if (self->state != SL_GRID_PLAN_TRYING && self->state != SL_GRID_PLAN_APPLYING)
    return FALSE;
  for (; i < end; i++)
    if (self->listing)
      list_one (self, i);
    else
      write_one (self, i);
  set_next (self, i);
  if (i < n_cells)
    return TRUE;
  if (self->state == SL_GRID_PLAN_APPLYING)
    {
      commit (self);
      return self->state == SL_GRID_PLAN_TRYING;
    }
  if (!self->listing)
    {
      judge (self);
      self->listing = TRUE;
      set_next (self, 0);
      return TRUE;
    }
  if (tell_some (self))
    return TRUE;
  set_state (self, SL_GRID_PLAN_READY);
  return FALSE;
}

static gboolean
on_idle (gpointer data)
{
  g_autoptr (SlGridPlan) self = g_object_ref (data);

  if (turn (self))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
run_later (SlGridPlan *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

void
sl_grid_plan_finish (SlGridPlan *self)
{
  g_return_if_fail (SL_IS_GRID_PLAN (self));
  g_object_ref (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  while ((self->state == SL_GRID_PLAN_TRYING || self->state == SL_GRID_PLAN_APPLYING) && turn (self))
    continue;
  g_object_unref (self);
}

void
sl_grid_plan_apply (SlGridPlan *self, const char *reason)
{
  g_return_if_fail (SL_IS_GRID_PLAN (self) && self->state == SL_GRID_PLAN_READY && self->n_refused == 0);
  g_return_if_fail (self->demand == NULL || reason != NULL);
  g_free (self->reason);
  self->reason = g_strdup (reason);
  set_state (self, SL_GRID_PLAN_APPLYING);
  /* What was tried without a reason is written again with it: assessments keep it as their rationale. */
  if (reason != NULL)
    begin (self);
  run_later (self);
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

SlGridPlanState
sl_grid_plan_state (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), SL_GRID_PLAN_DONE);
  return self->state;
}

SlWorkspace *
sl_grid_plan_workspace (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), NULL);
  return self->workspace;
}

guint
sl_grid_plan_n_changed (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), 0);
  return self->n_changed;
}

guint
sl_grid_plan_n_new (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), 0);
  return sl_grid_act_n_new (self->act);
}

guint
sl_grid_plan_n_refused (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), 0);
  return self->n_refused;
}

const char *
sl_grid_plan_demand (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), NULL);
  return self->demand;
}

gboolean
sl_grid_plan_is_handful (SlGridPlan *self)
{
  g_return_val_if_fail (SL_IS_GRID_PLAN (self), FALSE);
  if (self->n_refused > 0)
    return self->n_refused == 1 && sl_grid_act_n_cells (self->act) <= HANDFUL;
  return sl_grid_act_n_cells (self->act) <= HANDFUL && (self->n_rows <= 1 || self->n_overwritten == 0);
}

char *
sl_grid_plan_dup_summary (SlGridPlan *self)
{
  g_autofree char *cells = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *added = NULL;
  guint n_new;

  g_return_val_if_fail (SL_IS_GRID_PLAN (self), NULL);
  n_new = sl_grid_plan_n_new (self);
  if (self->n_refused > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is refused, so nothing will be changed",
                                         "%u things are refused, so nothing will be changed", self->n_refused), self->n_refused);
  cells = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", self->n_changed), self->n_changed);
  rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", self->n_rows), self->n_rows);
  added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row is added", "%u rows are added", n_new), n_new);
  /* TRANSLATORS: {1} “14 cells”, {2} “5 rows”. */
  changes = sl_text_compose (_ ("{1} in {2} will change"), (const char *[]){ cells, rows, NULL });
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
  g_clear_handle_id (&self->idle, g_source_remove);
  forget (self);
  return g_steal_pointer (&self->act);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_grid_plan_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlGridPlan *self = SL_GRID_PLAN (object);
  guint n = self->act != NULL ? sl_grid_act_n_cells (self->act) : 0;

  if (id == PROP_STATE)
    g_value_set_int (value, (int) self->state);
  else if (id == PROP_DONE)
    g_value_set_uint (value, self->listing ? n + self->next : self->next);
  else if (id == PROP_TOTAL)
    g_value_set_uint (value, self->state == SL_GRID_PLAN_APPLYING ? n : 2 * n);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_grid_plan_finalize (GObject *object)
{
  SlGridPlan *self = SL_GRID_PLAN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->tx, sl_tx_free);
  if (self->act != NULL && self->state != SL_GRID_PLAN_DONE)
    sl_grid_act_forget (self->act);
  sl_grid_act_free (self->act);
  g_ptr_array_unref (self->lines);
  g_free (self->reason);
  g_free (self->demand);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_grid_plan_parent_class)->finalize (object);
}

static void
sl_grid_plan_class_init (SlGridPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sl_grid_plan_get_property;
  object_class->finalize = sl_grid_plan_finalize;
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, SL_GRID_PLAN_TRYING, SL_GRID_PLAN_DONE, SL_GRID_PLAN_TRYING, read);
  props[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
  applied_signal = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_ERROR);
}

static void
sl_grid_plan_init (SlGridPlan *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

SlGridPlan *
sl_grid_plan_new (SlGridAct *act)
{
  SlGridPlan *self;

  g_return_val_if_fail (act != NULL, NULL);
  self = g_object_new (SL_TYPE_GRID_PLAN, NULL);
  self->act = act;
  self->workspace = g_object_ref (sl_grid_model_workspace (sl_grid_act_model (act)));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "reset", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  begin (self);
  run_later (self);
  return self;
}

static guint
list_n_items (GListModel *list)
{
  return SL_GRID_PLAN (list)->n_told;
}

static gpointer
list_item (GListModel *list, guint position)
{
  return position < list_n_items (list) ? g_object_ref (SL_GRID_PLAN (list)->lines->pdata[position]) : NULL;
}

static GType
list_item_type (GListModel *list)
{
  return SL_TYPE_GRID_PLAN_LINE;
}

static void
sl_grid_plan_list_init (GListModelInterface *iface)
{
  iface->get_item_type = list_item_type;
  iface->get_n_items = list_n_items;
  iface->get_item = list_item;
}
