/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-page.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-reason.h"

#include <glib/gi18n-lib.h>

struct _SlSettingsPage
{
  SlPage parent_instance;
  SlWorkspace *workspace; /* the page's */
  SlSettingsDraft *draft;
  SlUid whose; /* appetite that is shown: of an organisation, or the programme's */
  GtkWidget *all, *content;
  GtkWidget *bar, *summary, *fault, *moves, *reason, *apply;
  GtkWidget *cells[5][5];
  gboolean building;
};

G_DEFINE_FINAL_TYPE (SlSettingsPage, sl_settings_page, SL_TYPE_PAGE)

/* The drafted text, else what is in force. */
static char *
dup_text (SlSettingsPage *self, const char *name)
{
  const char *drafted = sl_settings_draft_get (self->draft, name);

  return drafted != NULL ? g_strdup (drafted)
                         : sl_settings_dup_present (sl_workspace_data (self->workspace), name,
                                                    sl_workspace_as_of (self->workspace), NULL);
}

/* --- The bar ------------------------------------------------------------------------------------------------------ */

static void
add_move (SlSettingsPage *self, const SlMove *move)
{
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (sl_workspace_data (self->workspace), move->risk));
  g_autofree char *text = sl_move_dup_text (move, risk->kind == SL_RISK_KIND_OPPORTUNITY, TRUE);
  g_autofree char *line = g_strdup_printf ("%s  %s: %s", risk->code, risk->title, text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sl_words_new (line, NULL, 0));
  g_object_set_data_full (G_OBJECT (row), "uid", g_memdup2 (&move->risk, sizeof move->risk), g_free);
  sl_name_widget (row, line);
  gtk_list_box_append (GTK_LIST_BOX (self->moves), row);
}

static void
on_move (SlSettingsPage *self, GtkListBoxRow *row)
{
  const SlUid *uid = g_object_get_data (G_OBJECT (row), "uid");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", *uid);
}

static void
say_fault (SlSettingsPage *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->fault), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->fault, error != NULL);
}

/* "4 changes · 3 risks change level · 1 new breach", or why it cannot be. */
static void
show_bar (SlSettingsPage *self)
{
  guint n = sl_settings_draft_count (self->draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlMoves) moves = n > 0 ? sl_workspace_settings_moves (self->workspace, self->draft, &error) : NULL;
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  g_autofree char *moved = moves != NULL ? sl_moves_dup_summary (moves, TRUE) : NULL;
  g_autofree char *summary = moved != NULL ? g_strjoin (" · ", changes, moved, NULL) : g_strdup (n > 0 ? changes : "");
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->moves)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->moves), row);
  for (guint i = 0; moves != NULL && i < moves->moves->len; i++)
    add_move (self, &g_array_index (moves->moves, SlMove, i));
  gtk_widget_set_visible (self->moves, moves != NULL && moves->moves->len > 0);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  say_fault (self, error);
  gtk_widget_set_visible (self->bar, n > 0);
  gtk_widget_set_sensitive (self->apply, moves != NULL);
  if (n == 0 || moves == NULL)
    gtk_widget_set_visible (self->reason, FALSE);
}

gboolean
sl_settings_page_draft (SlSettingsPage *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self) && name != NULL && text != NULL, FALSE);
  done = sl_settings_draft_set (self->draft, sl_workspace_data (self->workspace), name, text,
                                sl_workspace_as_of (self->workspace), &error);
  show_bar (self);
  if (!done)
    {
      say_fault (self, error);
      gtk_widget_set_visible (self->bar, TRUE);
    }
  return done;
}

/* --- Editors ------------------------------------------------------------------------------------------------------ */

static void
on_entry (GtkWidget *entry, SlSettingsPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (entry), "setting");

  if (self->building)
    return;
  if (sl_settings_page_draft (self, name, gtk_editable_get_text (GTK_EDITABLE (entry))))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static void
on_leave (GtkEventController *controller, SlSettingsPage *self)
{
  on_entry (gtk_event_controller_get_widget (controller), self);
}

static GtkWidget *
new_entry (SlSettingsPage *self, const char *setting, const char *label, int width)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = dup_text (self, setting);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  g_object_set_data_full (G_OBJECT (entry), "setting", g_strdup (setting), g_free);
  sl_name_widget (entry, label);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* A heading with what is under it, put away until it is asked for. */
static GtkWidget *
add_section (SlSettingsPage *self, const char *title, gboolean open)
{
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_start (grid, 18);
  gtk_expander_set_child (GTK_EXPANDER (expander), grid);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), open);
  sl_name_widget (expander, title);
  gtk_box_append (GTK_BOX (self->content), expander);
  return grid;
}

/* --- The grid ----------------------------------------------------------------------------------------------------- */

static char
letter_of (SlSettingsPage *self, int p, int i)
{
  g_autofree char *name = g_strdup_printf ("grid_%d", p);
  g_autofree char *row = dup_text (self, name);

  return row[i - 1];
}

static void
show_cell (SlSettingsPage *self, int p, int i)
{
  SlRag rag = letter_of (self, p, i) == 'R' ? SL_RAG_RED : letter_of (self, p, i) == 'A' ? SL_RAG_AMBER : SL_RAG_GREEN;
  const char *word = g_dgettext (GETTEXT_PACKAGE, sl_rag_label (rag, FALSE));
  g_autofree char *name = g_strdup_printf (_ ("Probability %d, impact %d: %s"), p, i, word);

  gtk_button_set_label (GTK_BUTTON (self->cells[p - 1][i - 1]), word);
  sl_name_widget (self->cells[p - 1][i - 1], name);
}

static void
on_cell (GtkWidget *cell, SlSettingsPage *self)
{
  int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "cell"));
  int p = at / 10, i = at % 10;
  g_autofree char *name = g_strdup_printf ("grid_%d", p);
  g_autofree char *row = dup_text (self, name);

  row[i - 1] = row[i - 1] == 'G' ? 'A' : row[i - 1] == 'A' ? 'R' : 'G';
  sl_settings_page_draft (self, name, row);
  show_cell (self, p, i);
}

static void
add_grid (SlSettingsPage *self)
{
  GtkWidget *grid = add_section (self, _ ("Rating Grid"), TRUE);

  gtk_grid_attach (GTK_GRID (grid), sl_words_new (_ ("Probability goes up, impact to the right; press a cell for the next level."), NULL, 0),
                   0, 0, 6, 1);
  for (int p = 5; p >= 1; p--)
    {
      g_autofree char *head = g_strdup_printf ("%d", p);

      gtk_grid_attach (GTK_GRID (grid), gtk_label_new (head), 0, 6 - p, 1, 1);
      for (int i = 1; i <= 5; i++)
        {
          GtkWidget *cell = self->cells[p - 1][i - 1] = gtk_button_new ();

          g_object_set_data (G_OBJECT (cell), "cell", GINT_TO_POINTER (p * 10 + i));
          g_signal_connect (cell, "clicked", G_CALLBACK (on_cell), self);
          gtk_grid_attach (GTK_GRID (grid), cell, i, 6 - p, 1, 1);
          show_cell (self, p, i);
        }
    }
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *head = g_strdup_printf ("%d", i);

      gtk_grid_attach (GTK_GRID (grid), gtk_label_new (head), i, 6, 1, 1);
    }
}

/* --- Bands and figures -------------------------------------------------------------------------------------------- */

static void
add_bands (SlSettingsPage *self, int scale)
{
  static const guint fields[] = { SL_SCALE_BAND_LABEL, SL_SCALE_BAND_UPPER, SL_SCALE_BAND_MID };
  const char *title = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_scale_enum, scale));
  g_autofree char *heading = g_strdup_printf (scale == SL_SCALE_PROBABILITY ? _ ("Bands of %s") : _ ("Bands of Impact: %s"), title);
  GtkWidget *grid = add_section (self, heading, FALSE);

  for (int f = 0; f < (int) G_N_ELEMENTS (fields); f++)
    {
      const SlField *field = &sl_kind_get (SL_KIND_SCALE_BAND)->fields[fields[f]];
      const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);

      gtk_grid_attach (GTK_GRID (grid), sl_words_new (label, "row-subtitle", 0), f + 1, 0, 1, 1);
      for (int level = 1; level <= 5; level++)
        {
          g_autofree char *name = g_strdup_printf ("%s.%d.%s", sl_enum_token (&sl_scale_enum, scale), level, field->name);
          g_autofree char *number = g_strdup_printf ("%d", level);
          g_autofree char *said = g_strdup_printf ("%s %d, %s", title, level, label);

          if (f == 0)
            gtk_grid_attach (GTK_GRID (grid), gtk_label_new (number), 0, level, 1, 1);
          gtk_grid_attach (GTK_GRID (grid), new_entry (self, name, said, f == 0 ? 34 : 6), f + 1, level, 1, 1);
        }
    }
}

static void
add_figures (SlSettingsPage *self, const char *title, guint first, guint last)
{
  GtkWidget *grid = add_section (self, title, FALSE);

  for (guint f = first; f <= last; f++)
    {
      const SlField *field = &sl_kind_get (SL_KIND_SETTINGS)->fields[f];
      const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);

      gtk_grid_attach (GTK_GRID (grid), sl_words_new (label, NULL, 0), 0, (int) (f - first), 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_entry (self, field->name, label, 6), 1, (int) (f - first), 1, 1);
    }
}

/* --- Versions ----------------------------------------------------------------------------------------------------- */

static void
on_go_back (GtkWidget *button, SlSettingsPage *self)
{
  const SlUid *uid = g_object_get_data (G_OBJECT (button), "uid");
  const SlData *data = sl_workspace_data (self->workspace);
  g_autoptr (GError) error = NULL;

  sl_settings_draft_clear (self->draft);
  if (!sl_settings_draft_copy (self->draft, data, SL_AS (SETTINGS, sl_data_lookup (data, *uid)),
                               sl_workspace_as_of (self->workspace), &error))
    sl_page_tell (SL_PAGE (self), error->message, FALSE);
  show_bar (self);
}

typedef struct
{
  SlSettingsPage *page;
  GtkWidget *grid;
} Versions;

static gboolean
add_version (const SlRecord *record, gpointer data)
{
  const Versions *versions = data;
  SlSettingsPage *self = versions->page;
  const SlData *all = sl_workspace_data (self->workspace);
  const SlSettings *settings = SL_AS (SETTINGS, record);
  g_autofree char *difference = sl_settings_dup_difference (all, settings, TRUE);
  g_autofree char *day = settings->changed_on != SL_DATE_NONE ? sl_date_dup_display (settings->changed_on) : g_strdup ("–");
  const char *by = sl_data_name (all, settings->changed_by);
  /* TRANSLATORS: version, day, person and reason of a change of the settings. */
  g_autofree char *line = g_strdup_printf (_ ("Version %d · %s · %s · %s"), settings->version, day, *by != '\0' ? by : "–",
                                           settings->reason != NULL ? settings->reason : "–");
  g_autofree char *text = difference != NULL ? g_strjoin ("\n", line, difference, NULL) : g_strdup (line);
  g_autofree char *label = g_strdup_printf (_ ("Go Back to Version %d"), settings->version);

  gtk_grid_attach (GTK_GRID (versions->grid), sl_words_new (text, NULL, 0), 0, settings->version, 1, 1);
  if (record != &sl_workspace_view (self->workspace).settings->record)
    {
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data_full (G_OBJECT (button), "uid", g_memdup2 (&record->uid, sizeof record->uid), g_free);
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (on_go_back), self);
      gtk_grid_attach (GTK_GRID (versions->grid), button, 1, settings->version, 1, 1);
    }
  return TRUE;
}

static void
add_versions (SlSettingsPage *self)
{
  Versions versions = { self, add_section (self, _ ("Versions"), TRUE) };

  gtk_grid_attach (GTK_GRID (versions.grid),
                   sl_words_new (_ ("A version is not undone: going back makes a new one with the old values."), "row-subtitle", 0), 0, 0, 2, 1);
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_SETTINGS, add_version, &versions);
}

/* --- Appetite ----------------------------------------------------------------------------------------------------- */

static char *
dup_appetite_name (SlSettingsPage *self, int category)
{
  const SlRecord *of = sl_data_lookup (sl_workspace_data (self->workspace), self->whose);
  const char *token = sl_enum_token (&sl_category_enum, category);

  return of != NULL ? g_strdup_printf ("appetite.%s.%s", token, sl_record_code (of)) : g_strdup_printf ("appetite.%s", token);
}

static void
on_level (GtkDropDown *levels, GParamSpec *pspec, SlSettingsPage *self)
{
  int category = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (levels), "category"));
  const char *token = sl_enum_token (&sl_appetite_level_enum, (int) gtk_drop_down_get_selected (levels));
  g_autofree char *name = dup_appetite_name (self, category);

  if (!self->building)
    sl_settings_page_draft (self, name, token != NULL ? token : "");
}

static void
add_category (SlSettingsPage *self, GtkWidget *grid, int category)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlAppetite *stands = sl_appetite_in_force (data, category, self->whose, sl_workspace_as_of (self->workspace));
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_category_enum, category));
  g_autofree char *name = dup_appetite_name (self, category);
  g_autofree char *token = dup_text (self, name);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *levels;

  gtk_string_list_append (words, _ ("Not set"));
  for (int level = 1; level < SL_APPETITE_LEVEL_END_; level++)
    gtk_string_list_append (words, g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_appetite_level_enum, level)));
  levels = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (levels), (guint) sl_enum_from_token (&sl_appetite_level_enum, token));
  g_object_set_data (G_OBJECT (levels), "category", GINT_TO_POINTER (category));
  sl_name_widget (levels, label);
  g_signal_connect (levels, "notify::selected", G_CALLBACK (on_level), self);
  gtk_grid_attach (GTK_GRID (grid), sl_words_new (label, NULL, 0), 0, category, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), levels, 1, category, 1, 1);
  if (stands != NULL)
    {
      g_autofree char *day = sl_date_dup_display (stands->date);
      const char *by = sl_data_name (data, stands->approved_by);
      g_autofree char *since = *by != '\0' ? g_strdup_printf (_ ("since %s, approved by %s"), day, by)
                                           : g_strdup_printf (_ ("since %s"), day);

      gtk_grid_attach (GTK_GRID (grid), sl_words_new (since, "row-subtitle", 0), 2, category, 1, 1);
    }
}

static gboolean
collect (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, (gpointer) record);
  return TRUE;
}

static void build (SlSettingsPage *self);

static void
on_whose (GtkDropDown *whose, GParamSpec *pspec, SlSettingsPage *self)
{
  const GArray *uids = g_object_get_data (G_OBJECT (whose), "uids");
  guint at = gtk_drop_down_get_selected (whose);

  if (self->building || at >= uids->len)
    return;
  self->whose = g_array_index (uids, SlUid, at);
  build (self);
}

/* Whose appetite: the programme's, or one organisation's. */
static GtkWidget *
new_whose (SlSettingsPage *self)
{
  g_autoptr (GPtrArray) organisations = g_ptr_array_new ();
  GArray *uids = g_array_new (FALSE, TRUE, sizeof (SlUid));
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *whose;
  guint chosen = 0;

  g_array_set_size (uids, 1);
  gtk_string_list_append (names, _ ("The programme"));
  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_ORGANISATION, collect, organisations);
  for (guint i = 0; i < organisations->len; i++)
    {
      const SlRecord *record = organisations->pdata[i];

      gtk_string_list_append (names, sl_record_title (record));
      g_array_append_val (uids, record->uid);
      if (record->uid == self->whose)
        chosen = i + 1;
    }
  whose = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (whose), chosen);
  g_object_set_data_full (G_OBJECT (whose), "uids", uids, (GDestroyNotify) g_array_unref);
  sl_name_widget (whose, _ ("Whose appetite"));
  g_signal_connect (whose, "notify::selected", G_CALLBACK (on_whose), self);
  return whose;
}

static void
add_appetite (SlSettingsPage *self)
{
  GtkWidget *grid = add_section (self, _ ("Appetite by Category"), self->whose != SL_UID_NONE);

  gtk_grid_attach (GTK_GRID (grid), new_whose (self), 0, 0, 3, 1);
  for (int category = 1; category < SL_CATEGORY_END_; category++)
    add_category (self, grid, category);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
build (SlSettingsPage *self)
{
  GtkWidget *child;

  self->building = TRUE;
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  if (sl_workspace_view (self->workspace).settings != NULL)
    {
      add_grid (self);
      for (int scale = 1; scale < SL_SCALE_END_; scale++)
        add_bands (self, scale);
      add_figures (self, _ ("Appetite Levels"), SL_SETTINGS_AVERSE_WANT, SL_SETTINGS_EAGER_TOLERATE);
      add_appetite (self);
      add_figures (self, _ ("Days Between Reviews"), SL_SETTINGS_REVIEW_RED, SL_SETTINGS_REVIEW_GREEN);
      add_figures (self, _ ("Tolerances of Benefits"), SL_SETTINGS_BENEFIT_GREEN_TOLERANCE, SL_SETTINGS_BENEFIT_AMBER_TOLERANCE);
      add_figures (self, _ ("Weights of Readiness"), SL_SETTINGS_WEIGHT_CRITERIA, SL_SETTINGS_WEIGHT_SIGHT);
      add_versions (self);
      show_bar (self);
    }
  self->building = FALSE;
}

static void
on_changed (SlSettingsPage *self, SlChangeSet *change_set)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].kind == SL_KIND_SETTINGS || change_set->changes[i].kind == SL_KIND_APPETITE
        || change_set->changes[i].kind == SL_KIND_ORGANISATION)
      {
        build (self);
        return;
      }
  if (sl_settings_draft_count (self->draft) > 0)
    show_bar (self);
}

gboolean
sl_settings_page_apply (SlSettingsPage *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), FALSE);
  if (!sl_workspace_apply_settings (self->workspace, self->draft, reason, &error))
    {
      say_fault (self, error);
      return FALSE;
    }
  sl_settings_draft_clear (self->draft);
  build (self);
  sl_page_tell (SL_PAGE (self), _ ("The settings were changed; this is not undone, but you can go back to an earlier version"), FALSE);
  return TRUE;
}

static void
on_reason (SlSettingsPage *self, const char *reason)
{
  sl_settings_page_apply (self, reason);
}

static void
on_apply (SlSettingsPage *self)
{
  gtk_widget_set_visible (self->reason, TRUE);
  sl_reason_ask (SL_REASON (self->reason));
}

static void
on_discard (SlSettingsPage *self)
{
  sl_settings_draft_clear (self->draft);
  build (self);
}

static GtkWidget *
new_bar (SlSettingsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *discard = gtk_button_new_with_label (_ ("Discard"));

  self->summary = sl_words_new (NULL, NULL, 0);
  self->fault = sl_words_new (NULL, "error", 0);
  self->apply = gtk_button_new_with_label (_ ("Apply"));
  self->moves = gtk_list_box_new ();
  self->reason = sl_reason_new (self->workspace);
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->moves), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->moves, "attention-list");
  sl_name_widget (self->moves, _ ("Risks that move"));
  gtk_box_append (GTK_BOX (line), self->summary);
  gtk_box_append (GTK_BOX (line), discard);
  gtk_box_append (GTK_BOX (line), self->apply);
  gtk_box_append (GTK_BOX (bar), line);
  gtk_box_append (GTK_BOX (bar), self->fault);
  gtk_box_append (GTK_BOX (bar), self->reason);
  gtk_box_append (GTK_BOX (bar), self->moves);
  gtk_widget_add_css_class (bar, "status-line");
  g_signal_connect_swapped (discard, "clicked", G_CALLBACK (on_discard), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  g_signal_connect_swapped (self->moves, "row-activated", G_CALLBACK (on_move), self);
  g_signal_connect_object (self->reason, "given", G_CALLBACK (on_reason), self, G_CONNECT_SWAPPED);
  return bar;
}

static gboolean
sl_settings_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (SL_SETTINGS_PAGE (widget)->all, GTK_DIR_TAB_FORWARD);
}

static void
sl_settings_page_dispose (GObject *object)
{
  SlSettingsPage *self = SL_SETTINGS_PAGE (object);

  self->building = TRUE;
  G_OBJECT_CLASS (sl_settings_page_parent_class)->dispose (object);
  g_clear_pointer (&self->draft, sl_settings_draft_free);
}

static void
sl_settings_page_class_init (SlSettingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_settings_page_grab_focus;
}

static void
sl_settings_page_init (SlSettingsPage *self)
{
  self->draft = sl_settings_draft_new ();
}

GtkWidget *
sl_settings_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlSettingsPage *self = sl_page_construct (SL_TYPE_SETTINGS_PAGE, workspace, info);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->workspace = workspace;
  self->all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "overview");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->all), scroller);
  gtk_box_append (GTK_BOX (self->all), self->bar = new_bar (self));
  sl_page_set_child (SL_PAGE (self), self->all);
  build (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
sl_settings_page_summary (SlSettingsPage *self)
{
  g_return_val_if_fail (SL_IS_SETTINGS_PAGE (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->summary));
}
