/* The order with the fewest crossings takes a worker longer than a first drawing: it comes afterwards. An edit meanwhile ends the
 * work, which is begun again when the hand rests; what was placed since then does not move for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-map-canvas-private.h"

#include <math.h>

#define REST 1500 /* milliseconds without an edit: the hand rests */

typedef struct
{
  SlSnapshot *snapshot;
  SlDate as_of;
} Settling;

static void
settling_free (gpointer data)
{
  Settling *settling = data;

  sl_snapshot_unref (settling->snapshot);
  g_free (settling);
}

static void
free_drawing (gpointer drawing)
{
  sl_map_drawing_free (drawing);
}

static void
settle (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Settling *settling = data;
  const SlData *all = sl_snapshot_data (settling->snapshot);
  SlView view = { all, settling->as_of, sl_data_settings (all) };
  g_autoptr (SlMapStatus) status = sl_map_status_new (&view);
  GError *error = NULL;
  SlMapDrawing *drawing = sl_map_drawing_new (&view, status, NULL, SL_LAYOUT_SETTLED, cancellable, &error);

  if (drawing != NULL)
    g_task_return_pointer (task, drawing, free_drawing);
  else
    g_task_return_error (task, error);
}

/* What was placed since the work was first begun has to stay where it is, seen from where one looks. @dx, @dy: how far the map is
 * to be moved for that. FALSE: it cannot. */
static gboolean
keeps_placed (SlMapCanvas *self, const SlMapDrawing *drawing, double *dx, double *dy)
{
  GHashTableIter iter;
  gpointer uid;
  gboolean first = TRUE;

  *dx = *dy = 0;
  g_hash_table_iter_init (&iter, self->placed_since);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      int old = sl_map_drawing_find (self->drawing, *(SlUid *) uid), now = sl_map_drawing_find (drawing, *(SlUid *) uid);
      double x, y;

      if (old < 0 || now < 0)
        continue;
      x = drawing->cards[now].x - self->drawing->cards[old].x;
      y = drawing->cards[now].y - self->drawing->cards[old].y;
      if (!first && (fabs (x - *dx) > 1 || fabs (y - *dy) > 1))
        return FALSE;
      *dx = x;
      *dy = y;
      first = FALSE;
    }
  return TRUE;
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  SlMapCanvas *self = SL_MAP_CANVAS (source);
  gboolean untouched = self->untouched, placed = g_hash_table_size (self->placed_since) > 0;
  g_autoptr (GError) error = NULL;
  SlMapDrawing *drawing = g_task_propagate_pointer (G_TASK (result), &error);
  double dx, dy;

  if (drawing == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("the map is not settled: %s", error->message);
      return;
    }
  g_clear_object (&self->settling);
  if (!keeps_placed (self, drawing, &dx, &dy))
    {
      sl_map_drawing_free (drawing);
      g_hash_table_remove_all (self->placed_since);
      return;
    }
  g_hash_table_remove_all (self->placed_since);
  sl_map_canvas_take_drawing (self, drawing);
  if (placed)
    sl_map_canvas_look_at (self, self->x + dx, self->y + dy, self->scale);
  else if (untouched)
    sl_map_canvas_begin_view (self);
  else if (self->style.selected >= 0)
    sl_map_canvas_show_card (self, &self->drawing->cards[self->style.selected]);
}

void
sl_map_canvas_end_settling (SlMapCanvas *self)
{
  if (self->settling != NULL)
    g_cancellable_cancel (self->settling);
  g_clear_object (&self->settling);
  g_clear_handle_id (&self->resting, g_source_remove);
}

void
sl_map_canvas_begin_settling (SlMapCanvas *self)
{
  Settling *settling = g_new0 (Settling, 1);
  g_autoptr (GTask) task = NULL;

  settling->snapshot = sl_snapshot_new (sl_workspace_programme (self->workspace));
  settling->as_of = sl_workspace_as_of (self->workspace);
  self->settling = g_cancellable_new ();
  task = g_task_new (self, self->settling, on_settled, NULL);
  g_task_set_task_data (task, settling, settling_free);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, settle);
}

gboolean
sl_map_canvas_is_settling (SlMapCanvas *self)
{
  g_return_val_if_fail (SL_IS_MAP_CANVAS (self), FALSE);
  return self->settling != NULL || self->resting != 0;
}

/* --- Later -------------------------------------------------------------------------------------------------------- */

static gboolean
on_rest (gpointer data)
{
  SlMapCanvas *self = data;

  /* Whoever types, drags or draws a link does not rest. */
  if (self->entry != NULL || self->drag != SL_MAP_DRAG_NONE || sl_map_canvas_is_linking (self))
    return G_SOURCE_CONTINUE;
  self->resting = 0;
  sl_map_canvas_begin_settling (self);
  return G_SOURCE_REMOVE;
}

void
sl_map_canvas_settle_later (SlMapCanvas *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add (REST, on_rest, self);
}

void
sl_map_canvas_note_placed (SlMapCanvas *self, const SlChangeSet *change_set)
{
  if (!sl_map_canvas_is_settling (self))
    return;
  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];
      gboolean made = change->before == NULL, moved = (change->mask & (SL_MASK (SL_MAP_NODE_X) | SL_MASK (SL_MAP_NODE_Y))) != 0;

      if (change->kind == SL_KIND_MAP_NODE && change->after != NULL && (made || moved))
        g_hash_table_add (self->placed_since, g_memdup2 (&change->uid, sizeof (SlUid)));
    }
}
