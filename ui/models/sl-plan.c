/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-plan-private.h"

#include <glib/gi18n-lib.h>

/* Lines a view makes widgets for, and how many it is told of in one turn. */
#define VIEW_ROWS 240
#define TELL 40

/* --- Lines -------------------------------------------------------------------------------------------------------- */

struct _SlPlanLine
{
  GObject parent_instance;
  char *place, *column, *from, *to;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (SlPlanLine, sl_plan_line, G_TYPE_OBJECT)

static void
sl_plan_line_finalize (GObject *object)
{
  SlPlanLine *self = SL_PLAN_LINE (object);

  g_free (self->place);
  g_free (self->column);
  g_free (self->from);
  g_free (self->to);
  G_OBJECT_CLASS (sl_plan_line_parent_class)->finalize (object);
}

static void
sl_plan_line_class_init (SlPlanLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_plan_line_finalize;
}

static void
sl_plan_line_init (SlPlanLine *self)
{
}

const char *
sl_plan_line_place (SlPlanLine *self)
{
  return self->place;
}

const char *
sl_plan_line_column (SlPlanLine *self)
{
  return self->column;
}

const char *
sl_plan_line_from (SlPlanLine *self)
{
  return self->from;
}

const char *
sl_plan_line_to (SlPlanLine *self)
{
  return self->to;
}

gboolean
sl_plan_line_refused (SlPlanLine *self)
{
  return self->refused;
}

/* --- The plan ----------------------------------------------------------------------------------------------------- */

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

typedef SlPlanTold SlPlanPrivate;

static void sl_plan_list_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SlPlan, sl_plan, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (SlPlan) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_plan_list_init))

SlPlanTold *
sl_plan_told (SlPlan *self)
{
  return sl_plan_get_instance_private (self);
}

void
sl_plan_set_state (SlPlan *self, SlPlanState state)
{
  SlPlanTold *told = sl_plan_told (self);

  if (told->state == state)
    return;
  told->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

void
sl_plan_advanced (SlPlan *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DONE]);
}

void
sl_plan_add_line (SlPlan *self, char *place, const char *column, char *from, char *to, gboolean refused)
{
  SlPlanTold *told = sl_plan_told (self);
  SlPlanLine *line = g_object_new (SL_TYPE_PLAN_LINE, NULL);

  line->place = place;
  line->column = g_strdup (column);
  line->from = from;
  line->to = to;
  line->refused = refused;
  g_ptr_array_insert (told->lines, refused ? (int) told->n_refused : -1, line);
  told->n_refused += refused;
}

void
sl_plan_forget (SlPlan *self)
{
  SlPlanTold *told = sl_plan_told (self);
  guint n = told->n_told;

  g_ptr_array_set_size (told->lines, 0);
  told->n_told = told->n_refused = 0;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

gboolean
sl_plan_tell_some (SlPlan *self)
{
  SlPlanTold *told = sl_plan_told (self);
  guint from = told->n_told;
  guint more = told->lines->len - from;

  told->n_told += from < VIEW_ROWS ? MIN (more, TELL) : more;
  if (more > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), from, 0, told->n_told - from);
  return told->n_told < told->lines->len;
}

/* --- Turns of the main loop --------------------------------------------------------------------------------------- */

static gboolean
turn (SlPlan *self)
{
  SlPlanState state = sl_plan_told (self)->state;

  return (state == SL_PLAN_TRYING || state == SL_PLAN_APPLYING) && SL_PLAN_GET_CLASS (self)->turn (self);
}

static gboolean
on_idle (gpointer data)
{
  g_autoptr (SlPlan) self = g_object_ref (data);

  if (turn (self))
    return G_SOURCE_CONTINUE;
  sl_plan_told (self)->idle = 0;
  return G_SOURCE_REMOVE;
}

void
sl_plan_run_later (SlPlan *self)
{
  SlPlanTold *told = sl_plan_told (self);

  if (told->idle == 0)
    told->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

void
sl_plan_stop (SlPlan *self)
{
  g_clear_handle_id (&sl_plan_told (self)->idle, g_source_remove);
}

void
sl_plan_finish (SlPlan *self)
{
  g_return_if_fail (SL_IS_PLAN (self));
  g_object_ref (self);
  sl_plan_stop (self);
  while (turn (self))
    continue;
  g_object_unref (self);
}

void
sl_plan_apply (SlPlan *self, const char *reason)
{
  SlPlanTold *told;

  g_return_if_fail (SL_IS_PLAN (self) && sl_plan_can_apply (self));
  told = sl_plan_told (self);
  g_return_if_fail (told->demand == NULL || reason != NULL);
  g_free (told->reason);
  told->reason = g_strdup (reason);
  sl_plan_set_state (self, SL_PLAN_APPLYING);
  if (SL_PLAN_GET_CLASS (self)->begin_applying != NULL)
    SL_PLAN_GET_CLASS (self)->begin_applying (self);
  sl_plan_run_later (self);
}

void
sl_plan_applied (SlPlan *self, const GError *error)
{
  g_signal_emit (self, applied_signal, 0, error);
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

SlPlanState
sl_plan_state (SlPlan *self)
{
  g_return_val_if_fail (SL_IS_PLAN (self), SL_PLAN_DONE);
  return sl_plan_told (self)->state;
}

SlWorkspace *
sl_plan_workspace (SlPlan *self)
{
  g_return_val_if_fail (SL_IS_PLAN (self), NULL);
  return sl_plan_told (self)->workspace;
}

guint
sl_plan_n_refused (SlPlan *self)
{
  g_return_val_if_fail (SL_IS_PLAN (self), 0);
  return sl_plan_told (self)->n_refused;
}

gboolean
sl_plan_can_apply (SlPlan *self)
{
  g_return_val_if_fail (SL_IS_PLAN (self), FALSE);
  return sl_plan_state (self) == SL_PLAN_READY && sl_plan_n_refused (self) == 0 && SL_PLAN_GET_CLASS (self)->n_effects (self) > 0;
}

const char *
sl_plan_demand (SlPlan *self)
{
  g_return_val_if_fail (SL_IS_PLAN (self), NULL);
  return sl_plan_told (self)->demand;
}

char *
sl_plan_dup_summary (SlPlan *self)
{
  guint n;

  g_return_val_if_fail (SL_IS_PLAN (self), NULL);
  n = sl_plan_n_refused (self);
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is refused, so nothing will be changed",
                                         "%u things are refused, so nothing will be changed", n), n);
  return SL_PLAN_GET_CLASS (self)->dup_summary (self);
}

const char *
sl_plan_promise (SlPlan *self)
{
  SlPlanClass *klass;

  g_return_val_if_fail (SL_IS_PLAN (self), NULL);
  klass = SL_PLAN_GET_CLASS (self);
  return klass->promise != NULL ? klass->promise (self)
                                : _ ("Enter applies it as one step, which Undo takes back; Esc leaves all as it was");
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_plan_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlPlan *self = SL_PLAN (object);
  guint done = 0, total = 0;

  if (id == PROP_STATE)
    {
      g_value_set_int (value, (int) sl_plan_state (self));
      return;
    }
  if (SL_PLAN_GET_CLASS (self)->progress != NULL)
    SL_PLAN_GET_CLASS (self)->progress (self, &done, &total);
  g_value_set_uint (value, id == PROP_DONE ? done : total);
}

static void
sl_plan_finalize (GObject *object)
{
  SlPlan *self = SL_PLAN (object);
  SlPlanTold *told = sl_plan_told (self);

  sl_plan_stop (self);
  g_ptr_array_unref (told->lines);
  g_free (told->reason);
  g_free (told->demand);
  g_clear_object (&told->workspace);
  G_OBJECT_CLASS (sl_plan_parent_class)->finalize (object);
}

static void
sl_plan_class_init (SlPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = sl_plan_get_property;
  object_class->finalize = sl_plan_finalize;
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, SL_PLAN_TRYING, SL_PLAN_DONE, SL_PLAN_TRYING, read);
  props[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
  applied_signal = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_ERROR);
}

static void
sl_plan_init (SlPlan *self)
{
  sl_plan_told (self)->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
list_n_items (GListModel *list)
{
  return sl_plan_told (SL_PLAN (list))->n_told;
}

static gpointer
list_item (GListModel *list, guint position)
{
  return position < list_n_items (list) ? g_object_ref (sl_plan_told (SL_PLAN (list))->lines->pdata[position]) : NULL;
}

static GType
list_item_type (GListModel *list)
{
  return SL_TYPE_PLAN_LINE;
}

static void
sl_plan_list_init (GListModelInterface *iface)
{
  iface->get_item_type = list_item_type;
  iface->get_n_items = list_n_items;
  iface->get_item = list_item;
}
