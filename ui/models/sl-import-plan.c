/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-import-plan.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "exchange/sl-import.h"
#include "exchange/sl-programme-xml-read.h"
#include "ui/models/sl-plan-private.h"

#include <glib/gi18n-lib.h>

#define SIGN_OF_LIFE 100 /* ms */
#define SLICE 500        /* differences listed in one turn */

struct _SlImportPlan
{
  SlPlan parent_instance;
  SlPlanTold *told;
  GCancellable *cancellable; /* of the worker */
  guint pulse;
  SlImport *import;          /* once it is read */
  GPtrArray *problems;       /* of SlXmlProblem, of the reading */
  GError *refusal;           /* where it cannot be read or prepared */
  gboolean prepared;         /* for the state the programme is in */
  guint next;                /* difference to be listed */
  guint n_changed, n_new, n_kept; /* records */
};

G_DEFINE_FINAL_TYPE (SlImportPlan, sl_import_plan, SL_TYPE_PLAN)

/* --- Reading, on a worker ----------------------------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  GPtrArray *problems;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_ptr_array_unref (job->problems);
  g_free (job);
}

static void
read_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GFileInputStream) stream = NULL;
  GError *error = NULL;
  SlImport *import = NULL;

  stream = g_file_read (job->file, cancellable, &error);
  if (stream != NULL)
    import = sl_import_read (G_INPUT_STREAM (stream), shown, cancellable, job->problems, &error);
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) sl_import_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *ref = data;
  g_autoptr (SlImportPlan) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  SlImport *import = g_task_propagate_pointer (G_TASK (result), &error);
  Job *job = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (ref);
  if (self == NULL)
    {
      g_clear_pointer (&import, sl_import_free);
      return;
    }
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->import = import;
  self->refusal = g_steal_pointer (&error);
  self->problems = g_ptr_array_ref (job->problems);
  sl_plan_run_later (SL_PLAN (self));
}

static gboolean
on_pulse (gpointer self)
{
  sl_plan_advanced (self);
  return G_SOURCE_CONTINUE;
}

static void
start_reading (SlImportPlan *self, GFile *file)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (ref, self);
  job->file = g_object_ref (file);
  job->problems = sl_xml_problems_new ();
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_read, ref);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  self->pulse = g_timeout_add (SIGN_OF_LIFE, on_pulse, self);
  g_task_run_in_thread (task, read_on_worker);
}

/* --- Listing ------------------------------------------------------------------------------------------------------ */

static void
refuse (SlImportPlan *self, const char *place, const char *text)
{
  sl_plan_add_line (SL_PLAN (self), g_strdup (place), "", g_strdup (""), g_strdup (text), TRUE);
}

/* Each with its line and path; where there are none, what was said of the whole. */
static void
list_problems (SlImportPlan *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const SlXmlProblem *problem = self->problems->pdata[i];
      g_autofree char *place = problem->line > 0 ? g_strdup_printf (_ ("Line %u"), (guint) problem->line) : g_strdup ("");
      const char *step = problem->path != NULL ? strrchr (problem->path, '/') : NULL;
      char *text = problem->path != NULL ? g_strdup_printf ("%s (%s)", problem->reason, problem->path) : g_strdup (problem->reason);

      sl_plan_add_line (SL_PLAN (self), g_steal_pointer (&place), step != NULL ? step + 1 + (step[1] == '@') : "", g_strdup (""),
                        text, TRUE);
    }
  if (self->problems->len == 0)
    refuse (self, "", self->refusal->message);
}

static char *
dup_value (const SlData *data, const SlRecord *record, guint field)
{
  SlValue value;
  char *text;

  sl_record_get (record, field, &value);
  text = sl_data_dup_display (data, &sl_record_kind (record)->fields[field], &value);
  return text != NULL ? text : g_strdup ("");
}

static const char *
kind_label (int kind)
{
  return g_dgettext (GETTEXT_PACKAGE, sl_kind_get (kind)->label);
}

static char *
dup_name (const SlData *data, const SlRecord *record)
{
  const char *name = sl_record_kind (record)->title >= 0 ? sl_record_title (record) : NULL;

  return g_strdup (name != NULL ? name : "");
}

static void
list_difference (SlImportPlan *self, const SlDifference *difference)
{
  const SlKind *kind = sl_kind_get (difference->kind);
  const SlData *document = sl_import_document (self->import);

  if (difference->other == NULL)
    self->n_kept++;
  else if (difference->one == NULL)
    {
      /* TRANSLATORS: {1} is a kind of record, such as “Risk”. */
      g_autofree char *what = sl_text_compose (_ ("New: {1}"), (const char *[]){ kind_label (difference->kind), NULL });

      self->n_new++;
      sl_plan_add_line (SL_PLAN (self), g_strdup (difference->name), what, g_strdup (""), dup_name (document, difference->other),
                        FALSE);
    }
  else
    {
      self->n_changed++;
      for (guint f = 0; f < kind->n_fields; f++)
        if (difference->mask & SL_MASK (f))
          sl_plan_add_line (SL_PLAN (self), g_strdup (difference->name), g_dgettext (GETTEXT_PACKAGE, kind->fields[f].label),
                            dup_value (sl_workspace_data (self->told->workspace), difference->one, f),
                            dup_value (document, difference->other, f), FALSE);
    }
}

/* A whole programme is told of by how many of each kind there are. */
static void
list_load (SlImportPlan *self)
{
  const SlData *data = sl_import_data (self->import);
  const SlProgrammeInfo *programme = sl_data_programme (data);

  self->n_new = sl_import_count (self->import);
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      guint n = sl_data_count (data, k);

      if (n > 0)
        sl_plan_add_line (SL_PLAN (self), g_strdup (k == SL_KIND_PROGRAMME && programme != NULL ? programme->code : ""),
                          kind_label (k), g_strdup (""),
                          k == SL_KIND_PROGRAMME && programme != NULL ? g_strdup (programme->name) : g_strdup_printf ("%u", n),
                          FALSE);
    }
}

/* --- Trying ------------------------------------------------------------------------------------------------------- */

/* Read in, a programme comes with its own people: nobody of here acts. */
static SlUid
actor_of (SlImportPlan *self)
{
  return sl_import_mode (self->import) == SL_IMPORT_UPDATE ? sl_workspace_actor (self->told->workspace) : SL_UID_NONE;
}

static void
judge (SlImportPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->told->demand, g_free);
  if (sl_import_check (self->import, actor_of (self), self->told->reason, &error))
    return;
  if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    self->told->demand = g_strdup (error->message);
  else
    refuse (self, "", error->message);
}

static void
begin (SlImportPlan *self)
{
  sl_plan_forget (SL_PLAN (self));
  self->next = self->n_changed = self->n_new = self->n_kept = 0;
  self->prepared = FALSE;
}

/* Prepares it for the programme as it stands now. FALSE: refused. */
static gboolean
prepare (SlImportPlan *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = sl_workspace_dup_obstacle (self->told->workspace);

  self->prepared = TRUE;
  if (self->import == NULL)
    list_problems (self);
  else if (obstacle != NULL)
    refuse (self, "", obstacle);
  else if (!sl_import_prepare (self->import, self->told->workspace, &error))
    refuse (self, "", error->message);
  else
    judge (self);
  return self->told->n_refused == 0;
}

static void
on_workspace_changed (SlImportPlan *self)
{
  if (self->told->state == SL_PLAN_DONE || (self->import == NULL && self->refusal == NULL))
    return;
  begin (self);
  if (self->told->state != SL_PLAN_APPLYING)
    sl_plan_set_state (SL_PLAN (self), SL_PLAN_TRYING);
  sl_plan_run_later (SL_PLAN (self));
}

static void
commit (SlImportPlan *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_block_by_func (self->told->workspace, on_workspace_changed, self);
  if (!self->prepared && !prepare (self))
    g_set_error_literal (&error, SL_ERROR, SL_ERROR_CONFLICT, sl_plan_line_to (self->told->lines->pdata[0]));
  else
    sl_import_commit (self->import, actor_of (self), self->told->reason, &error);
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
  sl_plan_applied (SL_PLAN (self), error);
}

/* One slice of the differences. Returns whether there are more. */
static gboolean
list_some (SlImportPlan *self)
{
  const GPtrArray *differences = sl_import_differences (self->import);

  if (differences == NULL)
    {
      list_load (self);
      return FALSE;
    }
  for (guint end = MIN (self->next + SLICE, differences->len); self->next < end; self->next++)
    list_difference (self, differences->pdata[self->next]);
  sl_plan_advanced (SL_PLAN (self));
  return self->next < differences->len;
}

static gboolean
sl_import_plan_turn (SlPlan *plan)
{
  SlImportPlan *self = SL_IMPORT_PLAN (plan);

  if (self->import == NULL && self->refusal == NULL)
    return FALSE; /* the worker calls again */
  if (self->told->state == SL_PLAN_APPLYING)
    {
      commit (self);
      return self->told->state == SL_PLAN_TRYING;
    }
  if (!self->prepared)
    {
      if (prepare (self))
        return TRUE;
    }
  else if (self->told->n_refused == 0 && self->told->n_told == 0 && list_some (self))
    return TRUE;
  if (sl_plan_tell_some (plan))
    return TRUE;
  sl_plan_set_state (plan, SL_PLAN_READY);
  return FALSE;
}

/* --- Told --------------------------------------------------------------------------------------------------------- */

static guint
sl_import_plan_n_effects (SlPlan *plan)
{
  SlImportPlan *self = SL_IMPORT_PLAN (plan);

  return self->n_changed + self->n_new;
}

static gboolean
loads (SlImportPlan *self)
{
  return self->import != NULL && sl_import_mode (self->import) == SL_IMPORT_LOAD;
}

static char *
sl_import_plan_summary (SlPlan *plan)
{
  SlImportPlan *self = SL_IMPORT_PLAN (plan);
  g_autofree char *changed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record will change", "%u records will change",
                                                           self->n_changed), self->n_changed);
  g_autofree char *added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record will be added", "%u records will be added",
                                                         self->n_new), self->n_new);
  g_autofree char *kept = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u only here stays", "%u only here stay", self->n_kept),
                                           self->n_kept);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (loads (self))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A whole programme of %u record will be read in",
                                         "A whole programme of %u records will be read in", self->n_new), self->n_new);
  if (self->n_changed + self->n_new == 0)
    return g_strdup (_ ("Nothing will change: it stands like that already"));
  if (self->n_changed > 0)
    parts[n++] = changed;
  if (self->n_new > 0)
    parts[n++] = added;
  if (self->n_kept > 0)
    parts[n++] = kept;
  return g_strjoinv (", ", (char **) parts);
}

static const char *
sl_import_plan_promise (SlPlan *plan)
{
  return loads (SL_IMPORT_PLAN (plan))
             ? _ ("Enter puts it in place of this empty programme, settings included, which Undo does not take back; Esc leaves "
                  "all as it was")
             : _ ("Enter applies it as one step, which Undo takes back; Esc leaves all as it was");
}

static void
sl_import_plan_progress (SlPlan *plan, guint *done, guint *total)
{
  SlImportPlan *self = SL_IMPORT_PLAN (plan);
  const GPtrArray *differences = self->import != NULL && self->prepared ? sl_import_differences (self->import) : NULL;

  *done = self->next;
  *total = differences != NULL ? differences->len : 0;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_import_plan_dispose (GObject *object)
{
  SlImportPlan *self = SL_IMPORT_PLAN (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_pointer (&self->import, sl_import_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->refusal);
  G_OBJECT_CLASS (sl_import_plan_parent_class)->dispose (object);
}

static void
sl_import_plan_class_init (SlImportPlanClass *klass)
{
  SlPlanClass *plan_class = SL_PLAN_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_import_plan_dispose;
  plan_class->turn = sl_import_plan_turn;
  plan_class->n_effects = sl_import_plan_n_effects;
  plan_class->dup_summary = sl_import_plan_summary;
  plan_class->promise = sl_import_plan_promise;
  plan_class->progress = sl_import_plan_progress;
}

static void
sl_import_plan_init (SlImportPlan *self)
{
  self->told = sl_plan_told (SL_PLAN (self));
}

SlImportPlan *
sl_import_plan_new (SlWorkspace *workspace, GFile *file)
{
  SlImportPlan *self;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);
  self = g_object_new (SL_TYPE_IMPORT_PLAN, NULL);
  self->told->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  start_reading (self, file);
  return self;
}
