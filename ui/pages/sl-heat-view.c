/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-heat-view.h"

#include "base/sl-text.h"
#include "ui/dialogs/sl-export.h"
#include "ui/sl-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define ROWS_MAX 200    /* of a list; the grid shows the rest */
#define LIST_HEIGHT 112 /* whatever is in it, so that the matrix stands still */
#define CODE_WIDTH 6    /* in characters, so that titles stand in line */
#define TOOLTIP_ROWS 8

/* What the person likes, kept in the preference "heat-map". */
static const struct
{
  const char *name, *label;
} likings[] = {
  { "exposure", N_ ("Exposure Instead of Numbers") },
  { "ways", N_ ("Arrows From 90 Days Ago") },
  { "swap", N_ ("Swap the Axes") },
  { "flip", N_ ("Turn the Upright Axis Over") },
};

enum
{
  EXPOSURE,
  WAYS,
  SWAP,
  FLIP,
  N_LIKINGS,
};

struct _SlHeatView
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlGridModel *model;
  SlPreferences *preferences;
  GtkWidget *scroller, *kinds, *stages, *menu, *grid, *cell, *list, *notes, *export;
  GtkWidget *checks[N_LIKINGS];
  SlHeatMap *map;            /* NULL: to be made */
  int probability, impact;   /* of the list; 0: none */
  guint idle;
};

enum
{
  RISK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlHeatView, sl_heat_view, GTK_TYPE_WIDGET)

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static int
chosen_kind (SlHeatView *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds)) == 1 ? SL_RISK_KIND_OPPORTUNITY : SL_RISK_KIND_THREAT;
}

/* In the order of the list: now comes first. */
static const SlHeatStage stage_order[SL_N_HEAT_STAGES] = { SL_HEAT_NOW, SL_HEAT_BEFORE, SL_HEAT_AFTER };

static gboolean
likes (SlHeatView *self, int liking)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[liking]));
}

static SlHeatStyle
style_of (SlHeatView *self)
{
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");

  return (SlHeatStyle){
    .matrix = (likes (self, SWAP) ? SL_MATRIX_SWAP : 0) | (likes (self, FLIP) ? SL_MATRIX_FLIP : 0),
    .paint = { .palette = g_strcmp0 (palette, "blue-orange") == 0 ? SL_PALETTE_BLUE_ORANGE : 0 },
    .exposure = likes (self, EXPOSURE),
    .ways = likes (self, WAYS),
  };
}

static gboolean
is_in_grid (const SlRisk *risk, gpointer model)
{
  /* A row of a group that is closed is out of sight, not left out. */
  return sl_grid_model_position (model, risk->record.uid) != G_MAXUINT
         || (sl_grid_model_group (model) != NULL && sl_grid_model_head_of (model, risk->record.uid) != SL_UID_NONE);
}

static SlHeatMap *
make_map (SlHeatView *self)
{
  SlView view = sl_workspace_view (self->workspace);
  guint stage = MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->stages)), SL_N_HEAT_STAGES - 1);

  if (view.settings == NULL)
    return NULL;
  return sl_heat_map_new (&view, sl_heat_new (&view, chosen_kind (self), stage_order[stage], SL_CONFIDENTIALITY_RESTRICTED,
                                              is_in_grid, self->model), TRUE);
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_text (const char *text, gboolean wide)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wide)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
    }
  else
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
    }
  return label;
}

static void
add_row (SlHeatView *self, SlUid uid)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, uid);
  const SlRisk *risk = record != NULL ? SL_AS (RISK, record) : NULL;
  GtkWidget *box, *row, *code;
  g_autofree char *name = NULL;
  const char *owner;

  if (risk == NULL)
    return;
  owner = risk->owner != SL_UID_NONE ? sl_data_name (data, risk->owner) : _ ("No owner");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  code = new_text (risk->code, FALSE);
  gtk_label_set_width_chars (GTK_LABEL (code), CODE_WIDTH);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), new_text (risk->title, TRUE));
  gtk_box_append (GTK_BOX (box), new_text (owner, FALSE));
  gtk_widget_add_css_class (box, "record-row");
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = g_strdup_printf ("%s, %s, %s", risk->code, risk->title, owner);
  sl_name_widget (row, name);
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&uid, sizeof uid), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
tell_cell (SlHeatView *self, guint n)
{
  g_autofree char *words = NULL, *text = NULL;

  if (self->probability == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->cell), _ ("Choose a cell to list its risks"));
      return;
    }
  words = sl_heat_map_dup_cell_words (self->map, self->probability, self->impact);
  if (n > ROWS_MAX)
    {
      g_autofree char *most = g_strdup_printf ("%d", ROWS_MAX);

      /* TRANSLATORS: {1} says which cell of the heat map and how many risks are in it, {2} is a number. */
      text = sl_text_compose (_ ("{1}; the first {2} by priority:"), (const char *[]){ words, most, NULL });
    }
  gtk_label_set_text (GTK_LABEL (self->cell), text != NULL ? text : words);
}

static void
refresh_list (SlHeatView *self)
{
  GtkWidget *row;
  const SlUid *uids = NULL;
  guint n = 0;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (self->map != NULL && self->probability > 0)
    uids = sl_heat_uids (sl_heat_map_heat (self->map), self->probability, self->impact, &n);
  for (guint k = 0; k < MIN (n, ROWS_MAX); k++)
    add_row (self, uids[k]);
  tell_cell (self, n);
  sl_heat_grid_mark (SL_HEAT_GRID (self->grid), self->probability, self->impact);
}

/* The list follows the focus of the matrix. */
static void
on_chosen (SlHeatView *self, int probability, int impact)
{
  if (self->map == NULL || (self->probability == probability && self->impact == impact))
    return;
  self->probability = probability;
  self->impact = impact;
  refresh_list (self);
}

/* Pressed: into the list. */
static void
on_entered (SlHeatView *self, int probability, int impact)
{
  GtkListBoxRow *first;

  on_chosen (self, probability, impact);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
on_row (SlHeatView *self, GtkListBoxRow *row)
{
  SlUid uid = *(SlUid *) g_object_get_data (G_OBJECT (row), "uid");

  g_signal_emit (self, signals[RISK_ACTIVATED], 0, uid);
}

static gboolean
back_to_grid (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  return gtk_widget_grab_focus (SL_HEAT_VIEW (widget)->grid);
}

/* --- Cells -------------------------------------------------------------------------------------------------------- */

/* What the pointer over a cell is told: its first risks. */
static void
describe_cell (SlHeatView *self, int probability, int impact)
{
  guint n;
  const SlUid *uids = sl_heat_uids (sl_heat_map_heat (self->map), probability, impact, &n);
  g_autofree char *words = sl_heat_map_dup_cell_words (self->map, probability, impact);
  g_autoptr (GString) s = g_string_new (words);

  for (guint k = 0; k < MIN (n, TOOLTIP_ROWS); k++)
    {
      const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uids[k]);

      if (record != NULL)
        g_string_append_printf (s, "\n%s  %s", SL_AS (RISK, record)->code, SL_AS (RISK, record)->title);
    }
  if (n > TOOLTIP_ROWS)
    {
      g_string_append_c (s, '\n');
      g_string_append_printf (s, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - TOOLTIP_ROWS), n - TOOLTIP_ROWS);
    }
  gtk_widget_set_tooltip_text (sl_heat_grid_cell (SL_HEAT_GRID (self->grid), probability, impact), n > 0 ? s->str : NULL);
}

/* The one that matters most: of the highest level, of these the highest score. */
static void
choose_first (SlHeatView *self)
{
  int best = 0;

  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        int weight = (int) sl_heat_map_matrix (self->map)->level[p][i] * 100 + p * i;

        if (sl_heat_cell (sl_heat_map_heat (self->map), p, i)->count == 0 || weight <= best)
          continue;
        best = weight;
        self->probability = p;
        self->impact = i;
      }
}

static void
refresh_cells (SlHeatView *self)
{
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      describe_cell (self, p, i);
  if (self->probability == 0)
    choose_first (self);
}

/* --- Refreshing --------------------------------------------------------------------------------------------------- */

static void
refresh_notes (SlHeatView *self, const SlHeatStyle *style)
{
  g_autoptr (GString) s = g_string_new (NULL);
  g_autoptr (GPtrArray) notes = self->map != NULL ? sl_heat_map_notes (self->map, style) : NULL;

  for (guint k = 0; notes != NULL && k < notes->len; k++)
    g_string_append_printf (s, "%s%s", k > 0 ? "\n" : "", (const char *) notes->pdata[k]);
  gtk_label_set_text (GTK_LABEL (self->notes), s->str);
}

static void
refresh (SlHeatView *self)
{
  SlHeatStyle style = style_of (self);
  g_autofree char *alternative = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  sl_heat_grid_show (SL_HEAT_GRID (self->grid), NULL, &style);
  g_clear_pointer (&self->map, sl_heat_map_free);
  self->map = make_map (self);
  sl_heat_grid_show (SL_HEAT_GRID (self->grid), self->map, &style);
  alternative = self->map != NULL ? sl_heat_map_dup_alternative (self->map) : NULL;
  sl_name_widget (self->grid, alternative != NULL ? alternative : _ ("Heat map"));
  gtk_widget_set_sensitive (self->export, self->map != NULL);
  refresh_notes (self, &style);
  if (self->map != NULL)
    refresh_cells (self);
  refresh_list (self);
}

static gboolean
refresh_in_idle (gpointer data)
{
  SlHeatView *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Several changes of one moment cost one reckoning; out of sight none is due before the view is seen again. */
static void
refresh_soon (SlHeatView *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (refresh_in_idle, self);
}

static void
restyle (SlHeatView *self)
{
  SlHeatStyle style = style_of (self);

  if (self->map == NULL)
    return;
  sl_heat_grid_show (SL_HEAT_GRID (self->grid), self->map, &style);
  refresh_notes (self, &style);
}

static void
on_liking (SlHeatView *self)
{
  for (int k = 0; k < N_LIKINGS; k++)
    sl_preferences_set_entry (self->preferences, "heat-map", likings[k].name, likes (self, k) ? "yes" : "no");
  restyle (self);
}

/* --- Export ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlHeatMap *map;
  SlHeatStyle style;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  sl_heat_map_free (job->map);
  g_free (job);
}

static gboolean
write_picture (gpointer data, const char *path, GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error)
{
  const Job *job = data;

  return sl_heat_map_write (job->map, &job->style, path, cancellable, error);
}

static void
on_export (SlHeatView *self)
{
  static const SlExportFormat formats[] = {
    { ".svg", N_ ("Picture that scales (SVG)") }, { ".png", N_ ("Picture (PNG)") }, { ".pdf", N_ ("Page (PDF)") },
  };
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));
  g_autofree char *title = NULL, *name = NULL;
  Job *job;

  if (!SL_IS_WINDOW (window) || programme == NULL)
    return;
  job = g_new0 (Job, 1);
  job->map = make_map (self);
  job->style = style_of (self);
  /* TRANSLATORS: suggested name of a file; {1} is the programme. */
  title = sl_text_compose (_ ("{1} heat map"), (const char *[]){ programme->name, NULL });
  name = sl_export_dup_name (title);
  sl_export_choose (SL_WINDOW (window), &(SlExport){ .title = _ ("Export the Heat Map"), .name = name, .formats = formats,
                                                     .n_formats = G_N_ELEMENTS (formats), .write = write_picture,
                                                     .job = job, .free_job = free_job });
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_choice (SlHeatView *self, GtkWidget *bar, const char *name, const char *const *texts)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (texts);

  sl_name_widget (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (refresh), self);
  gtk_box_append (GTK_BOX (bar), choice);
  return choice;
}

static GtkWidget *
build_menu (SlHeatView *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_menu_button_new ();

  for (int k = 0; k < N_LIKINGS; k++)
    {
      g_autofree char *kept = sl_preferences_dup_entry (self->preferences, "heat-map", likings[k].name);

      self->checks[k] = gtk_check_button_new_with_label (_ (likings[k].label));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[k]), kept != NULL ? g_str_equal (kept, "yes") : k == WAYS);
      g_signal_connect_swapped (self->checks[k], "toggled", G_CALLBACK (on_liking), self);
      gtk_box_append (GTK_BOX (box), self->checks[k]);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  sl_name_widget (popover, _ ("How to Show It"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _ ("How to Show It"));
  gtk_widget_add_css_class (button, "flat");
  sl_name_widget (button, _ ("How to Show It"));
  return button;
}

static GtkWidget *
build_bar (SlHeatView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *kinds[] = { _ ("Threats"), _ ("Opportunities"), NULL };
  const char *stages[SL_N_HEAT_STAGES + 1] = { NULL };

  for (int k = 0; k < SL_N_HEAT_STAGES; k++)
    stages[k] = _ (sl_heat_stage_label (stage_order[k]));
  self->kinds = add_choice (self, bar, _ ("Matrix of"), kinds);
  self->stages = add_choice (self, bar, _ ("Ratings"), stages);
  self->menu = build_menu (self);
  gtk_box_append (GTK_BOX (bar), self->menu);
  self->export = sl_icon_button_new ("document-save-symbolic", _ ("Export the Heat Map"), NULL);
  gtk_widget_set_hexpand (self->export, TRUE);
  gtk_widget_set_halign (self->export, GTK_ALIGN_END);
  g_signal_connect_swapped (self->export, "clicked", G_CALLBACK (on_export), self);
  gtk_box_append (GTK_BOX (bar), self->export);
  return bar;
}

static GtkWidget *
build_list (SlHeatView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "plain-list");
  sl_name_widget (self->list, _ ("Risks of the cell"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  return scroller;
}

static GtkWidget *
new_line (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static void
build (SlHeatView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "sl-heat-view");
  gtk_box_append (GTK_BOX (box), build_bar (self));
  self->grid = sl_heat_grid_new ();
  gtk_widget_set_vexpand (self->grid, TRUE);
  g_signal_connect_swapped (self->grid, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->grid, "entered", G_CALLBACK (on_entered), self);
  gtk_box_append (GTK_BOX (box), self->grid);
  self->cell = new_line ("heading");
  gtk_box_append (GTK_BOX (box), self->cell);
  gtk_box_append (GTK_BOX (box), build_list (self));
  self->notes = new_line ("caption");
  gtk_widget_add_css_class (self->notes, "dim-label");
  gtk_box_append (GTK_BOX (box), self->notes);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_heat_view_dispose (GObject *object)
{
  SlHeatView *self = SL_HEAT_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->map, sl_heat_map_free);
  g_clear_object (&self->model);
  g_clear_object (&self->preferences);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_heat_view_parent_class)->dispose (object);
}

static void
sl_heat_view_map_widget (GtkWidget *widget)
{
  refresh (SL_HEAT_VIEW (widget));
  GTK_WIDGET_CLASS (sl_heat_view_parent_class)->map (widget);
}

static gboolean
sl_heat_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_HEAT_VIEW (widget)->grid);
}

static void
sl_heat_view_class_init (SlHeatViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_heat_view_dispose;
  widget_class->map = sl_heat_view_map_widget;
  widget_class->grab_focus = sl_heat_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_to_grid, NULL);
  signals[RISK_ACTIVATED] = g_signal_new ("risk-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sl_heat_view_init (SlHeatView *self)
{
}

GtkWidget *
sl_heat_view_new (SlWorkspace *workspace, SlGridModel *model, SlTally *tally, SlPreferences *preferences)
{
  SlHeatView *self = g_object_new (SL_TYPE_HEAT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->model = g_object_ref (model);
  self->preferences = g_object_ref (preferences);
  build (self);
  g_signal_connect_object (tally, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "changed::palette", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sl_heat_view_set (SlHeatView *self, int kind, SlHeatStage stage)
{
  g_return_if_fail (SL_IS_HEAT_VIEW (self) && stage < SL_N_HEAT_STAGES);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), kind == SL_RISK_KIND_OPPORTUNITY);
  for (guint k = 0; k < SL_N_HEAT_STAGES; k++)
    if (stage_order[k] == stage)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->stages), k);
}

const SlHeatMap *
sl_heat_view_map (SlHeatView *self)
{
  g_return_val_if_fail (SL_IS_HEAT_VIEW (self), NULL);
  if (self->map == NULL || self->idle != 0)
    refresh (self);
  return self->map;
}

SlHeatGrid *
sl_heat_view_grid (SlHeatView *self)
{
  g_return_val_if_fail (SL_IS_HEAT_VIEW (self), NULL);
  return SL_HEAT_GRID (self->grid);
}

GtkWidget *
sl_heat_view_list (SlHeatView *self)
{
  g_return_val_if_fail (SL_IS_HEAT_VIEW (self), NULL);
  return self->list;
}
