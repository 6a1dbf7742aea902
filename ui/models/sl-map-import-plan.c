/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-map-import-plan.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-map-import.h"
#include "ui/models/sl-plan-private.h"

#include <glib/gi18n-lib.h>

struct _SlMapImportPlan
{
  SlPlan parent_instance;
  SlPlanTold *told;
  GBytes *document;
  char *name;
  int kind;
  SlMapImport *import; /* prepared for the programme as it stands; NULL: not yet, or it cannot be */
  gboolean prepared;
};

G_DEFINE_FINAL_TYPE (SlMapImportPlan, sl_map_import_plan, SL_TYPE_PLAN)

/* --- Listing ------------------------------------------------------------------------------------------------------ */

static void
refuse (SlMapImportPlan *self, char *place, const char *column, const char *text)
{
  sl_plan_add_line (SL_PLAN (self), place, column, g_strdup (""), g_strdup (text), TRUE);
}

static const SlData *
present (SlMapImportPlan *self)
{
  return sl_workspace_data (self->told->workspace);
}

static gboolean
list_card (const SlRecord *record, gpointer data)
{
  SlMapImportPlan *self = data;

  if (sl_data_lookup (present (self), record->uid) == NULL)
    sl_plan_add_line (SL_PLAN (self), g_strdup (sl_record_code (record)), _ ("New card"), g_strdup (""),
                      g_strdup (SL_AS (MAP_NODE, record)->title), FALSE);
  return TRUE;
}

static gboolean
list_link (const SlRecord *record, gpointer data)
{
  SlMapImportPlan *self = data;
  const SlData *all = sl_map_import_data (self->import);
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);

  if (sl_data_lookup (present (self), record->uid) == NULL)
    sl_plan_add_line (SL_PLAN (self),
                      g_strdup_printf ("%s → %s", sl_record_code (sl_data_lookup (all, edge->from)),
                                       sl_record_code (sl_data_lookup (all, edge->to))),
                      _ ("New link"), g_strdup (""), g_strdup (edge->rationale != NULL ? edge->rationale : ""), FALSE);
  return TRUE;
}

static void
list_refusals (SlMapImportPlan *self)
{
  const GPtrArray *refusals = sl_map_import_refusals (self->import);

  for (guint i = 0; i < MIN (refusals->len, SL_PLAN_REFUSALS_MAX); i++)
    {
      const SlMapRefusal *refusal = refusals->pdata[i];

      refuse (self, g_strdup_printf (_ ("Line %u"), (guint) refusal->line), refusal->what, refusal->reason);
    }
}

/* --- Trying ------------------------------------------------------------------------------------------------------- */

static void
prepare (SlMapImportPlan *self)
{
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->told->workspace);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (self->document);
  g_autoptr (GError) error = NULL;

  sl_plan_forget (SL_PLAN (self));
  g_clear_pointer (&self->import, sl_map_import_free);
  self->prepared = TRUE;
  if (obstacle == NULL)
    self->import = sl_map_import_new (self->told->workspace, stream, self->name, self->kind, NULL, &error);
  if (self->import == NULL)
    {
      refuse (self, g_strdup (""), "", obstacle != NULL ? obstacle : error->message);
      return;
    }
  list_refusals (self);
  if (self->told->n_refused > 0)
    return;
  sl_data_each (sl_map_import_data (self->import), SL_KIND_MAP_NODE, list_card, self);
  sl_data_each (sl_map_import_data (self->import), SL_KIND_MAP_EDGE, list_link, self);
}

static void
try_again (SlMapImportPlan *self)
{
  if (self->told->state == SL_PLAN_DONE || !self->prepared)
    return;
  self->prepared = FALSE;
  if (self->told->state != SL_PLAN_APPLYING)
    sl_plan_set_state (SL_PLAN (self), SL_PLAN_TRYING);
  sl_plan_run_later (SL_PLAN (self));
}

static void
commit (SlMapImportPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_block_by_func (self->told->workspace, try_again, self);
  if (!self->prepared)
    prepare (self);
  if (self->told->n_refused > 0)
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_CONFLICT, sl_plan_line_to (self->told->lines->pdata[0]));
  else
    sl_map_import_commit (self->import, self->told->reason, &error);
  g_signal_handlers_unblock_by_func (self->told->workspace, try_again, self);
  self->prepared = error == NULL;
  if (error != NULL)
    g_clear_pointer (&self->told->reason, g_free);
  sl_plan_set_state (SL_PLAN (self), error == NULL ? SL_PLAN_DONE : SL_PLAN_TRYING);
  sl_plan_applied (SL_PLAN (self), error);
}

static gboolean
sl_map_import_plan_turn (SlPlan *plan)
{
  SlMapImportPlan *self = SL_MAP_IMPORT_PLAN (plan);

  if (self->told->state == SL_PLAN_APPLYING)
    {
      commit (self);
      return self->told->state == SL_PLAN_TRYING;
    }
  if (!self->prepared)
    {
      prepare (self);
      return TRUE;
    }
  if (sl_plan_tell_some (plan))
    return TRUE;
  sl_plan_set_state (plan, SL_PLAN_READY);
  return FALSE;
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

static guint
sl_map_import_plan_n_effects (SlPlan *plan)
{
  SlMapImportPlan *self = SL_MAP_IMPORT_PLAN (plan);

  return self->import != NULL ? sl_map_import_cards (self->import) + sl_map_import_links (self->import) : 0;
}

static char *
sl_map_import_plan_summary (SlPlan *plan)
{
  SlMapImportPlan *self = SL_MAP_IMPORT_PLAN (plan);
  guint n_cards = sl_map_import_cards (self->import), n_links = sl_map_import_links (self->import);
  guint n_present = sl_map_import_present (self->import);
  g_autofree char *cards = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card will be added", "%u cards will be added", n_cards),
                                            n_cards);
  g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link will be added", "%u links will be added", n_links),
                                            n_links);
  g_autofree char *there = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is there already", "%u are there already", n_present),
                                            n_present);

  if (n_cards + n_links == 0)
    return g_strdup (_ ("Nothing will change: it stands like that already"));
  return g_strjoin (", ", cards, links, n_present > 0 ? there : NULL, NULL);
}

static const char *
sl_map_import_plan_promise (SlPlan *plan)
{
  return _ ("Enter applies it as one step, which Undo takes back; Esc leaves all as it was");
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_import_plan_dispose (GObject *object)
{
  SlMapImportPlan *self = SL_MAP_IMPORT_PLAN (object);

  g_clear_pointer (&self->import, sl_map_import_free);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (sl_map_import_plan_parent_class)->dispose (object);
}

static void
sl_map_import_plan_class_init (SlMapImportPlanClass *klass)
{
  SlPlanClass *plan_class = SL_PLAN_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_import_plan_dispose;
  plan_class->turn = sl_map_import_plan_turn;
  plan_class->n_effects = sl_map_import_plan_n_effects;
  plan_class->dup_summary = sl_map_import_plan_summary;
  plan_class->promise = sl_map_import_plan_promise;
}

static void
sl_map_import_plan_init (SlMapImportPlan *self)
{
  self->told = sl_plan_told (SL_PLAN (self));
}

SlMapImportPlan *
sl_map_import_plan_new (SlWorkspace *workspace, GBytes *document, const char *name, int kind)
{
  SlMapImportPlan *self;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace) && document != NULL && name != NULL, NULL);
  self = g_object_new (SL_TYPE_MAP_IMPORT_PLAN, NULL);
  self->told->workspace = g_object_ref (workspace);
  self->document = g_bytes_ref (document);
  self->name = g_strdup (name);
  self->kind = kind;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (try_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (try_again), self, G_CONNECT_SWAPPED);
  sl_plan_run_later (SL_PLAN (self));
  return self;
}
