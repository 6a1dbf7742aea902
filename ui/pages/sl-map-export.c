/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-export.h"

#include "base/sl-text.h"
#include "reports/sl-map-file.h"
#include "ui/dialogs/sl-export.h"

#include <glib/gi18n-lib.h>

/* Nobody else's: made before the worker begins. */
typedef struct
{
  SlSnapshot *snapshot; /* what the drawing was made from */
  SlMapDrawing *drawing;
  SlMapOverlay *overlay; /* or NULL */
  guint8 *lit;
  char *name, *note;
  SlMapFigure figure;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->snapshot, sl_snapshot_unref);
  g_clear_pointer (&job->drawing, sl_map_drawing_free);
  sl_map_overlay_free (job->overlay);
  g_free (job->lit);
  g_free (job->name);
  g_free (job->note);
  g_free (job);
}

static gboolean
write_map (gpointer data, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  const Job *job = data;

  return sl_map_file_write (sl_snapshot_data (job->snapshot), &job->figure, NULL, path, cancellable, error);
}

/* The line of sight of the card chosen. */
static void
light_sight (Job *job, SlUid selected)
{
  int card = selected != SL_UID_NONE ? sl_map_drawing_find (job->drawing, selected) : -1;

  job->figure.style.selected = card;
  if (card < 0)
    return;
  job->lit = g_malloc0 (job->drawing->n_cards);
  sl_map_drawing_light (job->drawing, &(guint){ (guint) card }, 1, job->lit);
  job->note = sl_text_compose (_ ("Line of sight of {1} {2}"),
                               (const char *[]){ job->drawing->cards[card].code, job->drawing->cards[card].title, NULL });
}

/* Of that what is of an entry of the legend; the card chosen in any case. */
static void
light_entry (Job *job, int entry)
{
  const char *label;
  g_autofree guint8 *of_entry = NULL;
  char *note;

  if (entry < 0 || job->overlay == NULL || entry >= (int) job->overlay->n_entries)
    return;
  label = job->overlay->entries[entry].label;
  of_entry = g_malloc0 (job->drawing->n_cards + 1);
  sl_map_overlay_light (job->overlay, (guint) entry, of_entry);
  for (guint i = 0; job->lit != NULL && i < job->drawing->n_cards; i++)
    of_entry[i] = (of_entry[i] && job->lit[i]) || job->figure.style.selected == (int) i;
  g_free (job->lit);
  job->lit = g_steal_pointer (&of_entry);
  job->figure.style.overlay_only = (guint) entry + 1;
  note = job->note != NULL ? g_strdup_printf ("%s · %s", job->note, label) : g_strdup (label);
  g_free (job->note);
  job->note = note;
}

void
sl_map_export_choose (SlWindow *window, SlWorkspace *workspace, SlMapCanvas *canvas, guint palette)
{
  static const SlExportFormat formats[] = {
    { ".svg", N_ ("Picture that scales (SVG)") },
    { ".png", N_ ("Picture (PNG)") },
    { ".pdf", N_ ("Page (PDF)") },
    { ".graphml", N_ ("Graph for other programs (GraphML)") },
  };
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (workspace));
  SlView view = sl_workspace_view (workspace);
  g_autofree char *title = NULL, *name = NULL;
  Job *job;

  if (programme == NULL)
    return;
  job = g_new0 (Job, 1);
  job->drawing = sl_map_drawing_new (&view, sl_workspace_map_status (workspace), sl_map_canvas_drawing (canvas), SL_LAYOUT_FIRST, NULL, NULL);
  if (job->drawing == NULL)
    {
      free_job (job);
      return;
    }
  job->snapshot = sl_snapshot_new (sl_workspace_programme (workspace));
  job->name = g_strdup (programme->name);
  job->figure = (SlMapFigure){ .drawing = job->drawing, .name = job->name, .day = view.as_of,
                               .style = { .palette = palette & ~(guint) SL_PALETTE_DARK, .translated = TRUE } };
  job->overlay = sl_map_overlay_new (&view, sl_workspace_map_status (workspace), job->drawing,
                                     sl_map_canvas_overlay_mode (canvas), TRUE);
  job->figure.style.overlay = job->overlay;
  light_sight (job, sl_map_canvas_selected (canvas));
  light_entry (job, sl_map_canvas_lit_entry (canvas));
  job->figure.style.lit = job->lit;
  job->figure.note = job->note;
  /* TRANSLATORS: suggested name of a file; {1} is the programme. */
  title = sl_text_compose (_ ("{1} benefit map"), (const char *[]){ programme->name, NULL });
  name = sl_export_dup_name (title);
  sl_export_choose (window, &(SlExport){ .title = _ ("Export the Benefit Map"), .name = name, .formats = formats,
                                         .n_formats = G_N_ELEMENTS (formats), .write = write_map, .job = job,
                                         .free_job = free_job });
}
