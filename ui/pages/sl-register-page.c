/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-register-page-private.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* Below this, of the page, the details lie over the grid: 900 px of window, less the list of pages. */
#define GRID_MIN 380

G_DEFINE_FINAL_TYPE (SlRegisterPage, sl_register_page, SL_TYPE_PAGE)

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
refresh_status (SlRegisterPage *self)
{
  guint total = sl_grid_model_n_total (self->model), shown = sl_grid_model_n_fitting (self->model);
  const SlPageInfo *info = sl_page_get_info (SL_PAGE (self));
  g_autofree char *sums = info->status (self->workspace, sl_tally_counts (self->tally), shown < total ? 0 : total);
  g_autofree char *selected = sl_grid_dup_sums (SL_GRID (self->grid));
  g_autofree char *text = NULL;

  /* No sums of a part that look like sums of the whole. */
  if (sl_workspace_state (self->workspace) == SL_WORKSPACE_CHECKING)
    text = g_strdup (_ ("The first rows; the rest is being read"));
  else if (shown < total)
    {
      g_autofree char *n = g_strdup_printf ("%u", shown), *of = g_strdup_printf ("%u", total);

      /* TRANSLATORS: while searching or filtering; {1} and {2} are numbers, {3} the sums of the whole register. */
      text = sl_text_compose (_ ("{1} of {2} shown · {3}"), (const char *[]){ n, of, sums, NULL });
    }
  if (selected != NULL)
    {
      g_autofree char *rest = g_steal_pointer (&text);

      text = g_strjoin (" · ", selected, rest != NULL ? rest : sums, NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->status), text != NULL ? text : sums);
}

void
sl_register_page_refresh (SlRegisterPage *self)
{
  const SlPageInfo *info = sl_page_get_info (SL_PAGE (self));
  guint shown = sl_grid_model_n_fitting (self->model);

  /* The filters show their rows before there is anything to show them in. */
  if (self->status == NULL)
    return;
  if (shown > 0 || sl_workspace_state (self->workspace) == SL_WORKSPACE_CHECKING)
    sl_deck_show (self->deck, self->view != NULL ? self->view : self->grid);
  else if (sl_grid_model_n_total (self->model) == 0)
    sl_deck_show_status (self->deck, "empty", info->icon, _ (info->empty_title), _ (info->empty_text), _ (info->add), "win.add");
  else
    sl_deck_show_status (self->deck, "no-hit", "edit-find-symbolic", _ ("Nothing Fits"),
                         self->chips != NULL ? _ ("No row fits the filters that are on and the words you are searching for.")
                                             : _ ("No row holds all the words you are searching for."),
                         self->chips != NULL ? _ ("Show All Rows") : _ ("Clear Search"), "register.show-all");
  refresh_status (self);
}

/* The record of the cursor, where records are shown at all. */
static void
show_row (SlRegisterPage *self)
{
  if (sl_page_is_awake (SL_PAGE (self)) && sl_page_detail_shown (SL_PAGE (self)))
    sl_detail_set_uid (SL_DETAIL (self->detail), sl_grid_cursor_uid (SL_GRID (self->grid)));
}

static void
page_detail_revealed (SlPage *page)
{
  show_row (SL_REGISTER_PAGE (page));
}

/* The code leads to the page of the record, what else cannot be edited to its details. */
static void
on_activated (SlRegisterPage *self)
{
  if (g_strcmp0 (sl_grid_cursor_column (SL_GRID (self->grid)), "code") == 0)
    sl_page_open (SL_PAGE (self));
  else
    sl_page_want_detail (SL_PAGE (self));
}

static void
on_cursor (SlRegisterPage *self)
{
  show_row (self);
  refresh_status (self);
  if (self->acts != NULL)
    sl_row_acts_set_uid (self->acts, sl_grid_cursor_uid (SL_GRID (self->grid)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.delete", sl_register_page_can_delete (self));
}

static gboolean
tell_selected (gpointer data)
{
  SlRegisterPage *self = data;

  self->selected_idle = 0;
  refresh_status (self);
  return G_SOURCE_REMOVE;
}

/* Added up once for all the cells that come and go in one breath. */
static void
on_selection (SlRegisterPage *self)
{
  if (self->selected_idle == 0 && self->status != NULL)
    self->selected_idle = g_idle_add (tell_selected, self);
}

static void
on_grid_message (SlRegisterPage *self, const char *text)
{
  sl_page_tell (SL_PAGE (self), text, FALSE);
}

static void
on_layout_changed (SlRegisterPage *self)
{
  g_autofree char *columns = sl_grid_save_columns (SL_GRID (self->grid));

  sl_preferences_set_entry (self->preferences, "columns", sl_page_get_info (SL_PAGE (self))->name, columns);
}

static gboolean
tell_moved (gpointer data)
{
  SlRegisterPage *self = data;
  g_autofree char *text = g_steal_pointer (&self->moved_text);

  if (self->n_moved > 1)
    {
      g_free (text);
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row went to its place in the order",
                                           "%u rows went to their places in the order", self->n_moved), self->n_moved);
    }
  self->moved_idle = 0;
  self->n_moved = 0;
  sl_page_tell (SL_PAGE (self), text, FALSE);
  return G_SOURCE_REMOVE;
}

/* A row that an edit moved out of sight or elsewhere: said, not followed, for the next cell is what the person is at.
 * Rows that go together are told together. */
static void
on_row_moved (SlRegisterPage *self, SlItem *item, int position)
{
  const SlRecord *record = sl_item_record (item);
  const char *code = record != NULL ? sl_record_code (record) : NULL;
  g_autofree char *row = g_strdup_printf ("%d", position + 1);

  if (code == NULL)
    return;
  g_free (self->moved_text);
  if (position < 0)
    self->moved_text = sl_text_compose (self->chips != NULL && sl_chips_n_on (self->chips) > 0
                                            ? _ ("{1} no longer fits what is shown") : _ ("{1} no longer fits the search"), (const char *[]){ code, NULL });
  else
    /* TRANSLATORS: after an edit of what the rows are sorted by; {1} is a code such as R-005, {2} a number. */
    self->moved_text = sl_text_compose (_ ("{1} is in row {2} now, by the order"), (const char *[]){ code, row, NULL });
  self->n_moved++;
  if (self->moved_idle == 0)
    self->moved_idle = g_idle_add (tell_moved, self);
}

/* --- As a page ---------------------------------------------------------------------------------------------------- */

static void
page_add (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  /* The grid is where it will be named, also when the page still shows how empty it is. */
  sl_register_page_show_view (self, NULL);
  sl_deck_show (self->deck, self->grid);
  if (!sl_grid_add_row (SL_GRID (self->grid), _ (sl_page_get_info (page)->draft)))
    sl_register_page_refresh (self);
}

/* Risks: other kinds have no more to say on a page than in the pane. */
static gboolean
page_can_open (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  return sl_page_get_info (page)->kind == SL_KIND_RISK
         && sl_grid_model_record (self->model, sl_grid_cursor_uid (SL_GRID (self->grid))) != NULL;
}

static gboolean
page_choose (SlPage *page, SlUid uid)
{
  return sl_grid_set_cursor (SL_GRID (SL_REGISTER_PAGE (page)->grid), uid, NULL);
}

static void
page_wake (SlPage *page)
{
  show_row (SL_REGISTER_PAGE (page));
}

static void
page_commit (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  if (sl_grid_is_editing (SL_GRID (self->grid)))
    sl_grid_commit (SL_GRID (self->grid));
}

/* What hides the record makes way for it: first the search, then the filters. */
static gboolean
page_show_record (SlPage *page, SlUid uid)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  SlUid from = sl_grid_cursor_uid (SL_GRID (self->grid));

  if (record == NULL || record->kind != sl_page_get_info (page)->kind)
    return FALSE;
  if (!sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
    {
      sl_register_page_clear_search (self);
      sl_grid_model_set_search (self->model, "");
      if (self->chips != NULL && !sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
        {
          sl_chips_clear (self->chips);
          sl_grid_model_finish (self->model);
          sl_page_tell (SL_PAGE (self), _ ("The filters are off, to show a row they left out"), FALSE);
        }
      if (!sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
        return FALSE;
    }
  sl_register_page_show_view (self, NULL);
  if (sl_page_is_open (page))
    {
      if (from != uid)
        sl_page_came_from (page, from);
    }
  else
    gtk_widget_grab_focus (self->grid);
  return TRUE;
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_register_page_dispose (GObject *object)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (object);

  G_OBJECT_CLASS (sl_register_page_parent_class)->dispose (object);
  g_clear_handle_id (&self->moved_idle, g_source_remove);
  g_clear_handle_id (&self->selected_idle, g_source_remove);
  g_clear_pointer (&self->moved_text, g_free);
  g_clear_object (&self->acts);
  g_clear_object (&self->chips);
  g_clear_object (&self->model);
  g_clear_object (&self->tally);
  g_clear_object (&self->preferences);
}

static gboolean
sl_register_page_grab_focus (GtkWidget *widget)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (sl_page_is_open (SL_PAGE (self)))
    return gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (sl_deck_shown (self->deck))
         || gtk_widget_child_focus (self->deck, GTK_DIR_TAB_FORWARD);
}

static void
sl_register_page_class_init (SlRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SlPageClass *page_class = SL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_register_page_dispose;
  widget_class->grab_focus = sl_register_page_grab_focus;
  page_class->wake = page_wake;
  page_class->commit = page_commit;
  page_class->add = page_add;
  page_class->show_record = page_show_record;
  page_class->search_changed = sl_register_page_search_changed;
  page_class->detail_revealed = page_detail_revealed;
  page_class->can_open = page_can_open;
  page_class->choose = page_choose;
  sl_register_page_install_narrowing (widget_class);
  sl_register_page_install_acts (widget_class);
  /* Bound here, not for the whole window: a text that is being edited has these keys first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "win.add", NULL);
}

static void
sl_register_page_init (SlRegisterPage *self)
{
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
on_density (SlRegisterPage *self)
{
  g_autofree char *density = sl_preferences_dup_string (self->preferences, "density");

  sl_grid_set_density (SL_GRID (self->grid), g_strcmp0 (density, "roomy") == 0 ? SL_GRID_ROOMY : SL_GRID_COMPACT);
}

static void
on_palette (SlRegisterPage *self)
{
  g_autofree char *palette = sl_preferences_dup_string (self->preferences, "palette");
  gboolean blue_orange = g_strcmp0 (palette, "blue-orange") == 0;

  sl_grid_set_blue_orange (SL_GRID (self->grid), blue_orange);
  sl_detail_set_blue_orange (SL_DETAIL (self->detail), blue_orange);
}

static void
build_grid (SlRegisterPage *self, const SlPageInfo *info)
{
  g_autoptr (GPtrArray) columns = info->columns ();
  g_autofree char *layout = sl_preferences_dup_entry (self->preferences, "columns", info->name);

  self->model = sl_grid_model_new (self->workspace, info->kind, columns);
  self->grid = sl_grid_new (_ (info->title));
  sl_name_inner (self->grid, GTK_TYPE_COLUMN_VIEW, _ (info->title));
  gtk_widget_set_vexpand (self->grid, TRUE);
  sl_grid_set_model (SL_GRID (self->grid), self->model);
  if (layout != NULL)
    sl_grid_restore_columns (SL_GRID (self->grid), layout);
  sl_register_page_add_menu (self);
  g_signal_connect_object (self->grid, "cursor-changed", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "message", G_CALLBACK (on_grid_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "layout-changed", G_CALLBACK (on_layout_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "row-moved", G_CALLBACK (on_row_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (sl_register_page_refresh), self, G_CONNECT_SWAPPED);
}

static void
build (SlRegisterPage *self, const SlPageInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, GRID_MIN, -1);
  /* There before the filters, which already tell of what they leave out. */
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, self->grid, "grid");
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (box), sl_page_new_search (SL_PAGE (self), NULL));
  sl_register_page_build_filters (self, box);
  gtk_box_append (GTK_BOX (box), self->deck);
  gtk_widget_add_css_class (self->status, "status-line");
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_box_append (GTK_BOX (box), self->status);
  self->detail = sl_detail_new (self->workspace, info->kind, _ (info->placeholder));
  sl_page_set_child (SL_PAGE (self), sl_page_new_flap (SL_PAGE (self), box, self->detail,
                                                       sl_preferences_get_bool (self->preferences, "detail-visible")));
}

GtkWidget *
sl_register_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlRegisterPage *self = sl_page_construct (SL_TYPE_REGISTER_PAGE, workspace, info);

  self->workspace = workspace;
  self->tally = g_object_ref (tally);
  self->preferences = g_object_ref (preferences);
  build_grid (self, info);
  build (self, info);
  on_density (self);
  on_palette (self);
  g_signal_connect_object (preferences, "changed::density", G_CALLBACK (on_density), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "changed::palette", G_CALLBACK (on_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tally, "changed", G_CALLBACK (refresh_status), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (sl_register_page_refresh), self, G_CONNECT_SWAPPED);
  on_cursor (self);
  sl_register_page_refresh (self);
  return GTK_WIDGET (self);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

SlGrid *
sl_register_page_grid (SlRegisterPage *self)
{
  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), NULL);
  return SL_GRID (self->grid);
}

SlGridModel *
sl_register_page_model (SlRegisterPage *self)
{
  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), NULL);
  return self->model;
}

SlDetail *
sl_register_page_detail (SlRegisterPage *self)
{
  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), NULL);
  return SL_DETAIL (self->detail);
}
