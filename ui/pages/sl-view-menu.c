/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-view-menu.h"

#include "base/sl-text.h"
#include "ui/models/sl-saved-views.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* Always there and kept nowhere: filters, and how the rows are sorted. No page: on every one. */
static const struct
{
  const char *id, *page, *title, *filters, *sort;
} built_in[] = {
  { "all", NULL, N_ ("All"), "", "" },
  { "monday", "risks", N_ ("Monday Review"), "live", "review_due,-trend" },
  { "board", "risks", N_ ("Board: Red"), "live;red", "-score" },
  { "breaches", "risks", N_ ("Board: Breaches"), "live;breach", "-score" },
  { "mine", "risks", N_ ("Mine"), "live;mine", "" },
  { "hand-over", "people", N_ ("Hand-over"), "gaps", "active_to" },
  { "chase", "people", N_ ("People to Chase"), "here;overdue", "-owns" },
};

struct _SlViewMenu
{
  GtkWidget parent_instance;
  SlChips *chips;
  SlGrid *grid; /* lives as long as the page, as this does */
  SlPage *page; /* this is part of it */
  SlWorkspace *workspace;
  char *chosen;
  GtkWidget *button;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (SlViewMenu, sl_view_menu, GTK_TYPE_WIDGET)

enum
{
  TOLD,
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
tell (SlViewMenu *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- What a view holds -------------------------------------------------------------------------------------------- */

static SlUid
uid_of (const char *id)
{
  return (SlUid) g_ascii_strtoll (id, NULL, 10);
}

static int
built_in_of (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_strcmp0 (built_in[i].id, id) == 0)
      return (int) i;
  return -1;
}

static char *
dup_filters (SlViewMenu *self, const char *id)
{
  int n = built_in_of (id);

  return n >= 0 ? g_strdup (built_in[n].filters) : sl_saved_view_dup (self->workspace, uid_of (id), "filters");
}

/* One that is always there shows all it is about, whatever was sought before. NULL: whatever is sought. */
static char *
dup_search (SlViewMenu *self, const char *id)
{
  return built_in_of (id) >= 0 ? g_strdup ("") : sl_saved_view_dup (self->workspace, uid_of (id), "search");
}

static const char *
density_name (SlGridDensity density)
{
  return density == SL_GRID_ROOMY ? "roomy" : "compact";
}

/* One that is always there leaves columns and grouping as they are. */
static char *
dup_columns (SlViewMenu *self, const char *id)
{
  g_autofree char *now = NULL;
  g_auto (GStrv) parts = NULL;
  int n = built_in_of (id);

  if (n < 0)
    return sl_saved_view_dup (self->workspace, uid_of (id), "columns");
  now = sl_grid_save_columns (self->grid);
  parts = g_strsplit (now, ";", 3);
  if (parts[0] == NULL)
    return NULL;
  return g_strdup_printf ("%s;%s%s%s", parts[0], built_in[n].sort, parts[1] != NULL && parts[2] != NULL ? ";" : "",
                          parts[1] != NULL && parts[2] != NULL ? parts[2] : "");
}

/* Without widths, which are nobody's view of things, and without an empty end. */
static char *
dup_gist (const char *columns)
{
  g_autoptr (GString) gist = g_string_new (NULL);

  for (const char *c = columns != NULL ? columns : ""; *c != '\0'; c++)
    if (*c == ':')
      while (g_ascii_isdigit (c[1]))
        c++;
    else
      g_string_append_c (gist, *c);
  while (gist->len > 0 && gist->str[gist->len - 1] == ';')
    g_string_truncate (gist, gist->len - 1);
  return g_strdup (gist->str);
}

static gboolean
is_changed (SlViewMenu *self)
{
  g_autofree char *filters = dup_filters (self, self->chosen), *on = sl_chips_dup_text (self->chips);
  g_autofree char *columns = dup_columns (self, self->chosen), *now = sl_grid_save_columns (self->grid);
  g_autofree char *was = dup_gist (columns), *is = dup_gist (now);
  g_autofree char *search = dup_search (self, self->chosen);
  g_autofree char *density = sl_saved_view_dup (self->workspace, uid_of (self->chosen), "density");

  return g_strcmp0 (filters, on) != 0 || !g_str_equal (was, is)
         || (search != NULL && !g_str_equal (search, sl_page_search_text (self->page)))
         || (density != NULL && !g_str_equal (density, density_name (sl_grid_get_density (self->grid))));
}

static const char *
title_of (SlViewMenu *self, const char *id)
{
  int n = built_in_of (id);

  return n >= 0 ? _ (built_in[n].title) : sl_saved_view_name (self->workspace, uid_of (id));
}

static const char *
page_name (SlViewMenu *self)
{
  return sl_page_get_info (self->page)->name;
}

/* In the order of the menu. */
static GPtrArray *
dup_ids (SlViewMenu *self)
{
  g_autoptr (GArray) views = sl_saved_views_of (self->workspace, page_name (self));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (built_in[i].page == NULL || g_str_equal (built_in[i].page, page_name (self)))
      g_ptr_array_add (ids, g_strdup (built_in[i].id));
  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (views, SlUid, i)));
  return ids;
}

/* --- The menu ----------------------------------------------------------------------------------------------------- */

static void
enable (SlViewMenu *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
append_choice (GMenu *menu, const char *title, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "view.choose", "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (SlViewMenu *self)
{
  g_autoptr (GMenu) fixed = g_menu_new (), kept = g_menu_new (), acts = g_menu_new ();
  g_autoptr (GPtrArray) ids = dup_ids (self);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < ids->len; i++)
    append_choice (built_in_of (ids->pdata[i]) >= 0 ? fixed : kept, title_of (self, ids->pdata[i]), ids->pdata[i]);
  g_menu_append (acts, _ ("Save As…"), "view.save-as");
  g_menu_append (acts, _ ("Save Changes"), "view.update");
  g_menu_append (acts, _ ("Rename…"), "view.rename");
  g_menu_append (acts, _ ("Delete"), "view.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fixed));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kept));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return G_MENU_MODEL (menu);
}

void
sl_view_menu_refresh (SlViewMenu *self)
{
  const char *title;
  g_autofree char *text = NULL;
  gboolean kept, changed;

  g_return_if_fail (SL_IS_VIEW_MENU (self));
  title = title_of (self, self->chosen);
  kept = title != NULL && built_in_of (self->chosen) < 0;
  changed = title != NULL && is_changed (self);
  if (title == NULL)
    text = g_strdup (_ ("View"));
  else
    /* TRANSLATORS: the view of the register that is chosen; {1} is its name. */
    text = sl_text_compose (changed ? _ ("View: {1} (changed)") : _ ("View: {1}"), (const char *[]){ title, NULL });
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  sl_name_widget (self->button, text);
  enable (self, "update", kept && changed);
  enable (self, "rename", kept);
  enable (self, "delete", kept);
}

static void
on_popup (GtkMenuButton *button, gpointer data)
{
  SlViewMenu *self = data;
  g_autoptr (GMenuModel) menu = make_menu (self);

  gtk_menu_button_set_menu_model (button, menu);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

const char *
sl_view_menu_chosen (SlViewMenu *self)
{
  g_return_val_if_fail (SL_IS_VIEW_MENU (self), "");
  return self->chosen;
}

void
sl_view_menu_set_chosen (SlViewMenu *self, const char *id)
{
  g_return_if_fail (SL_IS_VIEW_MENU (self));
  g_free (self->chosen);
  self->chosen = g_strdup (id != NULL ? id : "");
  sl_view_menu_refresh (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
choose (SlViewMenu *self, const char *id)
{
  g_autofree char *filters = dup_filters (self, id), *columns = dup_columns (self, id);
  g_autofree char *density = sl_saved_view_dup (self->workspace, uid_of (id), "density");
  g_autofree char *search = dup_search (self, id), *unknown = NULL;

  sl_view_menu_set_chosen (self, id);
  if (columns != NULL)
    sl_grid_restore_columns (self->grid, columns);
  if (density != NULL)
    sl_grid_set_density (self->grid, g_str_equal (density, "roomy") ? SL_GRID_ROOMY : SL_GRID_COMPACT);
  if (search != NULL && !g_str_equal (search, sl_page_search_text (self->page)))
    sl_page_set_search (self->page, search);
  unknown = sl_chips_set_text (self->chips, filters != NULL ? filters : "");
  if (unknown != NULL)
    {
      /* TRANSLATORS: {1} is part of a saved view. */
      g_autofree char *text = sl_text_compose (_ ("This version cannot filter by “{1}”, so more rows are shown"),
                                               (const char *[]){ unknown, NULL });

      tell (self, text);
    }
  sl_view_menu_refresh (self);
}

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, g_variant_get_string (parameter, NULL));
}

void
sl_view_menu_step (SlViewMenu *self, int by)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint now;

  g_return_if_fail (SL_IS_VIEW_MENU (self) && (by == 1 || by == -1));
  ids = dup_ids (self);
  /* From none the first, or the last. */
  if (g_ptr_array_find_with_equal_func (ids, self->chosen, g_str_equal, &now))
    now = (now + ids->len + (guint) by) % ids->len;
  else
    now = by > 0 ? 0 : ids->len - 1;
  choose (self, ids->pdata[now]);
  tell (self, gtk_menu_button_get_label (GTK_MENU_BUTTON (self->button)));
}

/* Keeps a view as @uid, SL_UID_NONE: anew. */
static void
put (SlViewMenu *self, SlUid uid, const char *name, const SlSavedViewParts *parts)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!sl_saved_view_put (self->workspace, &uid, name, page_name (self), parts, &error))
    {
      tell (self, error->message);
      return;
    }
  id = g_strdup_printf ("%" G_GINT64_FORMAT, uid);
  sl_view_menu_set_chosen (self, id);
}

static void
put_shown (SlViewMenu *self, SlUid uid, const char *name)
{
  g_autofree char *filters = sl_chips_dup_text (self->chips), *columns = sl_grid_save_columns (self->grid);
  SlSavedViewParts parts = { filters, columns, density_name (sl_grid_get_density (self->grid)), sl_page_search_text (self->page) };

  put (self, uid, name, &parts);
}

static void
on_named (AdwMessageDialog *dialog, const char *response, SlViewMenu *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean rename = g_object_get_data (G_OBJECT (dialog), "rename") != NULL;

  if (g_strcmp0 (response, "save") != 0)
    return;
  if (rename)
    put (self, uid_of (self->chosen), name, &(SlSavedViewParts){ NULL });
  else
    put_shown (self, SL_UID_NONE, name);
}

static void
ask_name (SlViewMenu *self, gboolean rename)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              rename ? _ ("Rename View") : _ ("Save View As"), NULL);
  GtkWidget *entry = gtk_entry_new ();

  sl_name_widget (entry, _ ("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (rename)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), title_of (self, self->chosen));
      g_object_set_data (G_OBJECT (dialog), "rename", dialog);
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_named), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_name (data, FALSE);
}

static void
on_rename (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_name (data, TRUE);
}

static void
on_update (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlViewMenu *self = data;
  g_autofree char *name = g_strdup (title_of (self, self->chosen));

  put_shown (self, uid_of (self->chosen), name);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlViewMenu *self = data;
  g_autoptr (GError) error = NULL;

  if (!sl_saved_view_delete (self->workspace, uid_of (self->chosen), &error))
    tell (self, error->message);
  sl_view_menu_refresh (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_view_menu_dispose (GObject *object)
{
  SlViewMenu *self = SL_VIEW_MENU (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->chips);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_view_menu_parent_class)->dispose (object);
}

static void
sl_view_menu_finalize (GObject *object)
{
  g_free (SL_VIEW_MENU (object)->chosen);
  G_OBJECT_CLASS (sl_view_menu_parent_class)->finalize (object);
}

static void
sl_view_menu_class_init (SlViewMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_view_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_view_menu_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_view_menu_init (SlViewMenu *self)
{
  static const GActionEntry entries[] = {
    { .name = "choose", .activate = on_choose, .parameter_type = "s" },
    { .name = "save-as", .activate = on_save_as },
    { .name = "update", .activate = on_update },
    { .name = "rename", .activate = on_rename },
    { .name = "delete", .activate = on_delete },
  };

  self->chosen = g_strdup ("");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->actions));
}

GtkWidget *
sl_view_menu_new (SlChips *chips, SlGrid *grid, SlPage *page)
{
  SlViewMenu *self = g_object_new (SL_TYPE_VIEW_MENU, NULL);

  self->chips = g_object_ref (chips);
  self->grid = grid;
  self->workspace = g_object_ref (sl_grid_model_workspace (sl_chips_model (chips)));
  self->page = page;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_popup, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (chips, "changed", G_CALLBACK (sl_view_menu_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "notify::density", G_CALLBACK (sl_view_menu_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "layout-changed", G_CALLBACK (sl_view_menu_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (sl_view_menu_refresh), self, G_CONNECT_SWAPPED);
  sl_view_menu_refresh (self);
  return GTK_WIDGET (self);
}
