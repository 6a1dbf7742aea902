/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-register-page.h"

#include "base/sl-text.h"
#include "ui/pages/sl-row-acts.h"
#include "ui/pages/sl-view-menu.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-chip-bar.h"

#include <glib/gi18n-lib.h>

/* Below this, of the page, the details lie over the grid: 900 px of window, less the list of pages. */
#define GRID_MIN 380

struct _SlRegisterPage
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  const SlPageInfo *info;
  SlTally *tally;
  SlPreferences *preferences;
  SlGridModel *model;
  GtkWidget *flap, *search_bar, *search, *deck, *grid, *detail, *status;
  GtkWidget *whole;  /* the flap, or in its place one record over the whole page */
  GtkWidget *record; /* there, what holds the details; NULL until the first was opened */
  GArray *been;      /* of SlUid: the records from which links led on, while one is open */
  SlChips *chips;    /* NULL: no filters */
  GtkWidget *bar;    /* of the chips, or NULL */
  GtkWidget *saved;  /* the menu of saved views, or NULL */
  GtkWidget *end;    /* at the far side of the bar: what belongs to the whole page */
  gboolean recalled; /* the filters used last are on */
  GtkWidget *views;  /* the switch between grid and other views; NULL without any */
  GtkWidget *view;   /* shown instead of the grid, or NULL */
  SlRowActs *acts; /* NULL: none */
  gboolean awake;
  /* Rows that left for their place in the order, told in one breath. */
  guint n_moved, moved_idle;
  char *moved_text;
};

enum
{
  PROP_0,
  PROP_SEARCH_MODE,
  PROP_DETAIL_SHOWN,
};

static void sl_register_page_page_init (SlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlRegisterPage, sl_register_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_PAGE, sl_register_page_page_init))

static void open_record (SlRegisterPage *self);

/* --- What is shown ------------------------------------------------------------------------------------------------ */

/* NULL unless several rows are. */
static char *
dup_selected (SlRegisterPage *self)
{
  g_autoptr (GArray) uids = sl_grid_selected_uids (SL_GRID (self->grid));

  return uids->len > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row selected", "%u rows selected", uids->len),
                                          uids->len) : NULL;
}

static void
refresh_status (SlRegisterPage *self)
{
  guint total = sl_grid_model_n_total (self->model), shown = sl_grid_model_n_fitting (self->model);
  g_autofree char *sums = self->info->status (self->workspace, sl_tally_counts (self->tally), shown < total ? 0 : total);
  g_autofree char *selected = dup_selected (self);
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

/* A page that teaches, or one that helps out of a search: made when it is needed. */
static void
show_status_page (SlRegisterPage *self, const char *name, const char *icon, const char *title, const char *text,
                  const char *button, const char *action)
{
  GtkWidget *page = sl_deck_get (self->deck, name);

  if (page == NULL)
    {
      page = sl_status_page_new (icon, title, text, button, action);
      sl_deck_add (self->deck, page, name);
    }
  sl_deck_show (self->deck, page);
}

static void
refresh (SlRegisterPage *self)
{
  guint shown = sl_grid_model_n_fitting (self->model);

  /* The filters show their rows before there is anything to show them in. */
  if (self->status == NULL)
    return;
  if (shown > 0 || sl_workspace_state (self->workspace) == SL_WORKSPACE_CHECKING)
    sl_deck_show (self->deck, self->view != NULL ? self->view : self->grid);
  else if (sl_grid_model_n_total (self->model) == 0)
    show_status_page (self, "empty", self->info->icon, _ (self->info->empty_title), _ (self->info->empty_text),
                      _ (self->info->add), "win.add");
  else
    show_status_page (self, "no-hit", "edit-find-symbolic", _ ("Nothing Fits"),
                      self->chips != NULL ? _ ("No row fits the filters that are on and the words you are searching for.")
                                          : _ ("No row holds all the words you are searching for."),
                      self->chips != NULL ? _ ("Show All Rows") : _ ("Clear Search"), "register.show-all");
  refresh_status (self);
}

/* Whether one record has the whole page. */
static gboolean
is_open (SlRegisterPage *self)
{
  return self->record != NULL && sl_deck_shown (self->whole) == self->record;
}

static void
show_cursor_row (SlRegisterPage *self)
{
  if (self->awake && (is_open (self) || adw_flap_get_reveal_flap (ADW_FLAP (self->flap))))
    sl_detail_set_uid (SL_DETAIL (self->detail), sl_grid_cursor_uid (SL_GRID (self->grid)));
}

/* The pane hides itself when it folds. */
static void
on_reveal (SlRegisterPage *self)
{
  show_cursor_row (self);
  g_object_notify (G_OBJECT (self), "detail-shown");
}

static void
on_cursor (SlRegisterPage *self)
{
  show_cursor_row (self);
  refresh_status (self);
  if (self->acts != NULL)
    sl_row_acts_set_uid (self->acts, sl_grid_cursor_uid (SL_GRID (self->grid)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.delete", sl_register_page_can_delete (self));
}

/* The code leads to the page of the record, what else cannot be edited to its details. */
static void
on_activated (SlRegisterPage *self)
{
  if (g_strcmp0 (sl_grid_cursor_column (SL_GRID (self->grid)), "code") == 0)
    open_record (self);
  else
    sl_page_want_detail (SL_PAGE (self));
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

  sl_preferences_set_entry (self->preferences, "columns", self->info->name, columns);
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

/* --- The record as a page ------------------------------------------------------------------------------------------ */

static void
build_record (SlRegisterPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = sl_icon_button_new ("go-previous-symbolic", _ ("Back"), "register.back");
  GtkWidget *title = gtk_label_new (_ (self->info->title));

  gtk_widget_add_css_class (bar, "record-bar");
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), title);
  self->record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->record), bar);
  sl_deck_add (self->whole, self->record, "record");
  gtk_widget_set_hexpand (self->record, TRUE);
}

/* The pane itself moves: what is being typed or read there stays as it is. */
static void
place_detail (SlRegisterPage *self, gboolean open)
{
  g_object_ref (self->detail);
  if (open)
    {
      adw_flap_set_flap (ADW_FLAP (self->flap), NULL);
      gtk_box_append (GTK_BOX (self->record), self->detail);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->record), self->detail);
      adw_flap_set_flap (ADW_FLAP (self->flap), self->detail);
    }
  gtk_widget_set_vexpand (self->detail, open);
  g_object_unref (self->detail);
  sl_deck_show (self->whole, open ? self->record : self->flap);
  show_cursor_row (self);
  g_object_notify (G_OBJECT (self), "detail-shown");
}

/* Of risks: other kinds have no more to say on a page than in the pane. */
static void
open_record (SlRegisterPage *self)
{
  if (self->info->kind != SL_KIND_RISK || sl_grid_model_record (self->model, sl_grid_cursor_uid (SL_GRID (self->grid))) == NULL)
    {
      sl_page_want_detail (SL_PAGE (self));
      return;
    }
  if (is_open (self))
    return;
  if (self->record == NULL)
    build_record (self);
  g_array_set_size (self->been, 0);
  place_detail (self, TRUE);
  gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
}

/* To the record that led here, else to the register. FALSE: there is nowhere to go back to. */
static gboolean
go_back (SlRegisterPage *self)
{
  if (!is_open (self))
    return FALSE;
  while (self->been->len > 0)
    {
      SlUid uid = g_array_index (self->been, SlUid, self->been->len - 1);

      g_array_set_size (self->been, self->been->len - 1);
      if (sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
        return TRUE;
    }
  place_detail (self, FALSE);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_record (SL_REGISTER_PAGE (widget));
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_back (SL_REGISTER_PAGE (widget));
}

/* --- Search ------------------------------------------------------------------------------------------------------- */

static void
on_search_changed (SlRegisterPage *self)
{
  sl_grid_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_mode (SlRegisterPage *self)
{
  g_object_notify (G_OBJECT (self), "search-mode");
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)))
    gtk_widget_grab_focus (sl_deck_shown (self->deck));
}

/* Esc clears the search wherever the page has the focus; without one it is left to whoever wants it. */
static gboolean
leave_search (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (go_back (self))
    return TRUE;
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)))
    return FALSE;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  return TRUE;
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_grab_focus (self->grid);
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (self->chips != NULL)
    sl_chips_clear (self->chips);
  clear_search (widget, NULL, NULL);
}

static void
build_search (SlRegisterPage *self, GtkWidget *box)
{
  self->search = gtk_search_entry_new ();
  gtk_widget_set_size_request (self->search, 320, -1);
  sl_name_widget (self->search, _ ("Search this page"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (gtk_widget_grab_focus), self->grid, G_CONNECT_SWAPPED);
  self->search_bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), self->search);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search));
  g_signal_connect_swapped (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (on_search_mode), self);
  gtk_box_append (GTK_BOX (box), self->search_bar);
}

/* --- Filters ------------------------------------------------------------------------------------------------------ */

/* Of this programme and page; NULL while there is none. */
static char *
dup_filters_entry (SlRegisterPage *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));

  return programme != NULL && programme->identity != NULL ? g_strdup_printf ("%s %s", programme->identity, self->info->name)
                                                          : NULL;
}

/* Once the programme is known. */
static void
recall_filters (SlRegisterPage *self)
{
  g_autofree char *entry = dup_filters_entry (self);
  g_autofree char *text = entry != NULL ? sl_preferences_dup_entry (self->preferences, "filters", entry) : NULL;

  if (self->chips == NULL || self->recalled || entry == NULL
      || sl_workspace_state (self->workspace) != SL_WORKSPACE_READY)
    return;
  self->recalled = TRUE;
  if (text != NULL)
    {
      /* "view|filters" */
      g_auto (GStrv) parts = g_strsplit (text, "|", 2);

      /* What it no longer knows is simply not on. */
      g_free (sl_chips_set_text (self->chips, parts[0] != NULL && parts[1] != NULL ? parts[1] : ""));
      sl_view_menu_set_chosen (SL_VIEW_MENU (self->saved), parts[0]);
    }
}

static void
on_chips_changed (SlRegisterPage *self)
{
  g_autofree char *entry = dup_filters_entry (self);
  g_autofree char *on = sl_chips_dup_text (self->chips);
  g_autofree char *text = g_strdup_printf ("%s|%s", sl_view_menu_chosen (SL_VIEW_MENU (self->saved)), on);

  if (self->recalled && entry != NULL)
    sl_preferences_set_entry (self->preferences, "filters", entry, text);
}

static gboolean
on_filters_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  return self->bar != NULL && gtk_widget_grab_focus (self->bar);
}

static void
build_filters (SlRegisterPage *self, GtkWidget *box)
{
  self->end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->end, "page-end");
  if (self->info->filters == NULL)
    {
      gtk_widget_set_halign (self->end, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), self->end);
      return;
    }
  self->chips = sl_chips_new (self->model, self->info->filters);
  self->saved = sl_view_menu_new (self->chips, SL_GRID (self->grid), self->info->name);
  gtk_box_append (GTK_BOX (self->end), self->saved);
  g_signal_connect_object (self->saved, "told", G_CALLBACK (on_grid_message), self, G_CONNECT_SWAPPED);
  self->bar = sl_chip_bar_new (self->chips, self->end);
  g_signal_connect_object (self->bar, "leave", G_CALLBACK (gtk_widget_grab_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "changed", G_CALLBACK (on_chips_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (recall_filters), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->bar);
  recall_filters (self);
}

/* --- Deleting ----------------------------------------------------------------------------------------------------- */

/* Drafts may be deleted; what has left draft is closed instead, so that its history stays in sight. */
static gboolean
may_delete (SlRegisterPage *self, SlUid uid)
{
  const SlRecord *record = sl_grid_model_record (self->model, uid);

  return record != NULL && (record->kind != SL_KIND_RISK || SL_AS (RISK, record)->state == SL_RISK_STATE_DRAFT);
}

gboolean
sl_register_page_can_delete (SlRegisterPage *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autofree char *obstacle = NULL;

  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), FALSE);
  obstacle = sl_workspace_dup_obstacle (self->workspace);
  uids = sl_grid_selected_uids (SL_GRID (self->grid));
  for (guint i = 0; i < uids->len; i++)
    if (!may_delete (self, g_array_index (uids, SlUid, i)))
      return FALSE;
  return uids->len > 0 && obstacle == NULL;
}

static char *
dup_deleted (SlRegisterPage *self, guint n)
{
  if (self->info->kind == SL_KIND_RISK)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk deleted", "%u risks deleted", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row deleted", "%u rows deleted", n), n);
}

void
sl_register_page_delete (SlRegisterPage *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autoptr (SlTx) tx = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SL_IS_REGISTER_PAGE (self));
  uids = sl_grid_selected_uids (SL_GRID (self->grid));
  if (uids->len == 0)
    return;
  if (!sl_register_page_can_delete (self))
    {
      text = sl_workspace_dup_obstacle (self->workspace);
      sl_page_tell (SL_PAGE (self), text != NULL ? text : _ ("Only drafts can be deleted; close the risk instead"), FALSE);
      return;
    }
  tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  for (guint i = 0; i < uids->len && error == NULL; i++)
    sl_tx_delete (tx, g_array_index (uids, SlUid, i), &error);
  if (error == NULL && sl_workspace_commit (self->workspace, g_steal_pointer (&tx), NULL, &error))
    text = dup_deleted (self, uids->len);
  sl_page_tell (SL_PAGE (self), error != NULL ? error->message : text, error == NULL);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_register_page_delete (SL_REGISTER_PAGE (widget));
}

/* By key also where the menu greys it out: the answer says why not. */
static gboolean
on_delete_key (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_register_page_delete (SL_REGISTER_PAGE (widget));
  return TRUE;
}

/* --- Menu of a row ------------------------------------------------------------------------------------------------ */

static void
add_menu (SlRegisterPage *self)
{
  g_autoptr (GMenu) rows = g_menu_new (), show = g_menu_new ();

  if (self->info->kind == SL_KIND_RISK)
    g_menu_append (show, _ ("Open as a Page"), "register.open");
  g_menu_append (show, _ ("Show Details"), "register.show-detail");
  g_menu_append (show, _ ("History"), "register.history");
  g_menu_append (rows, _ (self->info->add), "win.add");
  g_menu_append (rows, _ ("Delete"), "register.delete");
  sl_grid_add_to_menu (SL_GRID (self->grid), G_MENU_MODEL (show));
  if (self->info->acts != NULL)
    {
      g_autoptr (GMenuModel) acts = NULL;

      self->acts = sl_row_acts_new (SL_PAGE (self), self->workspace, self->info->acts);
      acts = sl_row_acts_menu (self->acts);
      sl_grid_add_to_menu (SL_GRID (self->grid), acts);
    }
  sl_grid_add_to_menu (SL_GRID (self->grid), G_MENU_MODEL (rows));
}

static void
on_menu_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && (focus == self->grid || gtk_widget_is_ancestor (focus, self->grid)))
    sl_grid_pop_menu (SL_GRID (self->grid));
}

static void
on_show_detail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_page_want_detail (SL_PAGE (widget));
}

/* Of the row of the cursor. */
static void
on_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);
  const SlRecord *record = sl_grid_model_record (self->model, sl_grid_cursor_uid (SL_GRID (self->grid)));

  if (record != NULL && sl_record_code (record) != NULL)
    gtk_widget_activate_action (widget, "win.history-of", "s", sl_record_code (record));
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_register_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (object);

  if (id == PROP_SEARCH_MODE)
    g_value_set_boolean (value, gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)));
  else if (id == PROP_DETAIL_SHOWN)
    g_value_set_boolean (value, adw_flap_get_reveal_flap (ADW_FLAP (self->flap)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_register_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (object);

  if (id != PROP_SEARCH_MODE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), g_value_get_boolean (value));
  if (g_value_get_boolean (value))
    gtk_widget_grab_focus (self->search);
}

static void
sl_register_page_dispose (GObject *object)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (object);

  g_clear_pointer (&self->whole, gtk_widget_unparent);
  g_clear_pointer (&self->been, g_array_unref);
  g_clear_handle_id (&self->moved_idle, g_source_remove);
  g_clear_pointer (&self->moved_text, g_free);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->acts);
  g_clear_object (&self->chips);
  g_clear_object (&self->model);
  g_clear_object (&self->tally);
  g_clear_object (&self->preferences);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_register_page_parent_class)->dispose (object);
}

static gboolean
sl_register_page_grab_focus (GtkWidget *widget)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (widget);

  if (is_open (self))
    return gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (sl_deck_shown (self->deck))
         || gtk_widget_child_focus (self->deck, GTK_DIR_TAB_FORWARD);
}

static void
sl_register_page_class_init (SlRegisterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sl_register_page_get_property;
  object_class->set_property = sl_register_page_set_property;
  object_class->dispose = sl_register_page_dispose;
  widget_class->grab_focus = sl_register_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_object_class_override_property (object_class, PROP_SEARCH_MODE, "search-mode");
  g_object_class_override_property (object_class, PROP_DETAIL_SHOWN, "detail-shown");
  gtk_widget_class_install_action (widget_class, "register.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "register.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "register.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "register.menu", NULL, on_menu_key);
  gtk_widget_class_install_action (widget_class, "register.show-detail", NULL, on_show_detail);
  gtk_widget_class_install_action (widget_class, "register.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "register.back", NULL, on_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "register.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, "register.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "register.back", NULL);
  gtk_widget_class_install_action (widget_class, "register.history", NULL, on_history);
  /* Bound here, not for the whole window: a text that is being edited has these keys first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "win.add", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_search, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, on_delete_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_filters_key, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "register.history", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "register.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "register.menu", NULL);
}

static void
sl_register_page_init (SlRegisterPage *self)
{
  self->been = g_array_new (FALSE, FALSE, sizeof (SlUid));
}

/* --- Views -------------------------------------------------------------------------------------------------------- */

void
sl_register_page_show_view (SlRegisterPage *self, const char *name)
{
  GtkWidget *button;

  g_return_if_fail (SL_IS_REGISTER_PAGE (self));
  if (self->views == NULL)
    return;
  for (button = gtk_widget_get_first_child (self->views); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "view"), name) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
on_view (GtkToggleButton *button, SlRegisterPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "view");

  if (!gtk_toggle_button_get_active (button))
    return;
  self->view = name != NULL ? sl_deck_get (self->deck, name) : NULL;
  refresh (self);
}

static void
add_view_button (SlRegisterPage *self, const char *name, const char *title)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (title)), *first = gtk_widget_get_first_child (self->views);

  g_object_set_data_full (G_OBJECT (button), "view", g_strdup (name), g_free);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), first == NULL);
  g_signal_connect (button, "toggled", G_CALLBACK (on_view), self);
  gtk_box_append (GTK_BOX (self->views), button);
}

void
sl_register_page_add_view (SlRegisterPage *self, const char *name, const char *title, GtkWidget *view)
{
  g_return_if_fail (SL_IS_REGISTER_PAGE (self) && name != NULL && GTK_IS_WIDGET (view));
  if (self->views == NULL)
    {
      self->views = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->views, "linked");
      gtk_widget_add_css_class (self->views, "sl-views");
      gtk_widget_set_halign (self->views, GTK_ALIGN_END);
      /* TRANSLATORS: the register as rows and columns, beside other views of it. */
      add_view_button (self, NULL, N_ ("Grid"));
      gtk_box_append (GTK_BOX (self->end), self->views);
    }
  add_view_button (self, name, title);
  gtk_widget_set_vexpand (view, TRUE);
  sl_deck_add (self->deck, view, name);
}

gboolean
sl_register_page_point_at (SlRegisterPage *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_REGISTER_PAGE (self), FALSE);
  sl_grid_model_expose (self->model, uid);
  if (!sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
    return FALSE;
  sl_page_want_detail (SL_PAGE (self));
  return TRUE;
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
build_grid (SlRegisterPage *self)
{
  g_autoptr (GPtrArray) columns = self->info->columns ();
  g_autofree char *layout = sl_preferences_dup_entry (self->preferences, "columns", self->info->name);

  self->model = sl_grid_model_new (self->workspace, self->info->kind, columns);
  self->grid = sl_grid_new (_ (self->info->title));
  sl_name_inner (self->grid, GTK_TYPE_COLUMN_VIEW, _ (self->info->title));
  gtk_widget_set_vexpand (self->grid, TRUE);
  sl_grid_set_model (SL_GRID (self->grid), self->model);
  if (layout != NULL)
    sl_grid_restore_columns (SL_GRID (self->grid), layout);
  add_menu (self);
  g_signal_connect_object (self->grid, "cursor-changed", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "message", G_CALLBACK (on_grid_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "layout-changed", G_CALLBACK (on_layout_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "row-moved", G_CALLBACK (on_row_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
build (SlRegisterPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, GRID_MIN, -1);
  /* There before the filters, which already tell of what they leave out. */
  self->deck = sl_deck_new ();
  sl_deck_add (self->deck, self->grid, "grid");
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  build_search (self, box);
  build_filters (self, box);
  gtk_box_append (GTK_BOX (box), self->deck);
  gtk_widget_add_css_class (self->status, "status-line");
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_box_append (GTK_BOX (box), self->status);
  self->detail = sl_detail_new (self->workspace, self->info->kind, _ (self->info->placeholder));
  self->flap = adw_flap_new ();
  adw_flap_set_content (ADW_FLAP (self->flap), box);
  adw_flap_set_flap (ADW_FLAP (self->flap), self->detail);
  adw_flap_set_separator (ADW_FLAP (self->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap_position (ADW_FLAP (self->flap), GTK_PACK_END);
  adw_flap_set_swipe_to_open (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), sl_preferences_get_bool (self->preferences, "detail-visible"));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal), self, G_CONNECT_SWAPPED);
  self->whole = sl_deck_new ();
  sl_deck_add (self->whole, self->flap, "register");
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
}

GtkWidget *
sl_register_page_new (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  SlRegisterPage *self = g_object_new (SL_TYPE_REGISTER_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->info = info;
  self->tally = g_object_ref (tally);
  self->preferences = g_object_ref (preferences);
  build_grid (self);
  build (self);
  on_density (self);
  on_palette (self);
  g_signal_connect_object (preferences, "changed::density", G_CALLBACK (on_density), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "changed::palette", G_CALLBACK (on_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tally, "changed", G_CALLBACK (refresh_status), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  on_cursor (self);
  refresh (self);
  return GTK_WIDGET (self);
}

/* --- As a page ---------------------------------------------------------------------------------------------------- */

static const SlPageInfo *
page_get_info (SlPage *page)
{
  return SL_REGISTER_PAGE (page)->info;
}

static void
page_add (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  /* The grid is where it will be named, also when the page still shows how empty it is. */
  sl_register_page_show_view (self, NULL);
  sl_deck_show (self->deck, self->grid);
  if (!sl_grid_add_row (SL_GRID (self->grid), _ (self->info->draft)))
    refresh (self);
}

static void
page_show_detail (SlPage *page, gboolean shown)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  /* Over the whole page they are shown already. */
  if (is_open (self))
    {
      if (!shown)
        {
          g_array_set_size (self->been, 0);
          go_back (self);
        }
      return;
    }
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), shown);
  if (!shown && !gtk_widget_is_visible (self->detail))
    gtk_widget_grab_focus (self->grid);
}

static gboolean
page_detail_shown (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  return is_open (self) || adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
}

static gboolean
page_detail_folded (SlPage *page)
{
  return adw_flap_get_folded (ADW_FLAP (SL_REGISTER_PAGE (page)->flap));
}

static void
page_wake (SlPage *page)
{
  SlRegisterPage *self = SL_REGISTER_PAGE (page);

  if (self->awake)
    return;
  self->awake = TRUE;
  show_cursor_row (self);
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

  if (record == NULL || record->kind != self->info->kind)
    return FALSE;
  if (!sl_grid_set_cursor (SL_GRID (self->grid), uid, NULL))
    {
      clear_search (GTK_WIDGET (self), NULL, NULL);
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
  if (is_open (self))
    {
      if (from != uid)
        g_array_append_val (self->been, from);
      gtk_widget_child_focus (self->detail, GTK_DIR_TAB_FORWARD);
    }
  else
    gtk_widget_grab_focus (self->grid);
  return TRUE;
}

static void
sl_register_page_page_init (SlPageInterface *iface)
{
  iface->get_info = page_get_info;
  iface->wake = page_wake;
  iface->commit = page_commit;
  iface->add = page_add;
  iface->show_detail = page_show_detail;
  iface->detail_shown = page_detail_shown;
  iface->detail_folded = page_detail_folded;
  iface->show_record = page_show_record;
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
