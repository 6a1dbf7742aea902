/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-record-list.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 320
#define HEIGHT_MAX 340
#define NONE_WIDTH 36 /* characters */

/* A record that is offered. */
typedef struct
{
  SlUid uid;
  int kind;
  char *folded;  /* what is searched */
  char *collate; /* what is sorted by */
} Offer;

struct _SlRecordList
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  const SlRecordChoice *choice;
  GtkWidget *box, *search, *scroller, *none, *line, *nobody, *nobody_title, *nobody_subtitle, *nobody_mark;
  GtkWidget *view;
  GListStore *rows; /* of SlItem: those who fit */
  GArray *offers;
  char *wanted; /* folded, what the rows were narrowed to */
  SlUid chosen;
};

G_DEFINE_FINAL_TYPE (SlRecordList, sl_record_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  STOPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
offer_clear (gpointer data)
{
  g_free (((Offer *) data)->folded);
  g_free (((Offer *) data)->collate);
}

static void
sl_record_list_dispose (GObject *object)
{
  SlRecordList *self = SL_RECORD_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->offers, g_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_record_list_parent_class)->dispose (object);
}

static gboolean
sl_record_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_RECORD_LIST (widget)->search);
}

static void
sl_record_list_class_init (SlRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_record_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_record_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_line (const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
row_clear (SlRecordRow *row)
{
  g_free (row->title);
  g_free (row->subtitle);
  g_free (row->order);
}

/* Two lines, and a mark for the one that is chosen. */
static GtkWidget *
new_row (GtkWidget **title, GtkWidget **subtitle, GtkWidget **mark)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *title = new_line (NULL);
  *subtitle = new_line ("row-subtitle");
  *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (row, "record-row");
  gtk_box_append (GTK_BOX (lines), *title);
  gtk_box_append (GTK_BOX (lines), *subtitle);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), *mark);
  return row;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SlRecordList *self)
{
  GtkWidget *title, *subtitle, *mark, *row = new_row (&title, &subtitle, &mark);

  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "subtitle", subtitle);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SlRecordList *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const SlRecord *record = sl_item_record (gtk_list_item_get_item (item));
  SlRecordRow said = { NULL };

  if (record == NULL)
    return;
  self->choice->describe (self->workspace, record, &said);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "title"), said.title);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "subtitle"), said.subtitle);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "mark"), record->uid == self->chosen);
  sl_name_widget (gtk_widget_get_parent (row), said.title);
  row_clear (&said);
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
choose (SlRecordList *self, guint position)
{
  g_autoptr (SlItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, sl_item_uid (item));
}

static void
on_activate (GtkListView *view, guint position, SlRecordList *self)
{
  choose (self, position);
}

static void
on_nobody (SlRecordList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, SL_UID_NONE);
}

static GtkSingleSelection *
selection_of (SlRecordList *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)));
}

/* Takes @wanted. */
static void
narrow (SlRecordList *self, char *wanted)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new_with_free_func (g_object_unref);

  g_free (self->wanted);
  self->wanted = wanted;
  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);
      SlItem *item = strstr (offer->folded, wanted) != NULL
                         ? sl_kind_model_item (sl_workspace_list (self->workspace, offer->kind), offer->uid)
                         : NULL;

      if (item != NULL)
        g_ptr_array_add (fitting, item);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), fitting->pdata, fitting->len);
  gtk_widget_set_visible (self->scroller, fitting->len > 0);
  gtk_widget_set_visible (self->none, fitting->len == 0);
  if (fitting->len > 0)
    gtk_single_selection_set_selected (selection_of (self), 0);
}

static void
on_search_changed (SlRecordList *self)
{
  char *wanted = sl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (g_strcmp0 (wanted, self->wanted) == 0)
    g_free (wanted);
  else
    narrow (self, wanted);
}

void
sl_record_list_take (SlRecordList *self)
{
  g_return_if_fail (SL_IS_RECORD_LIST (self));
  /* Enter may come before the search has followed the typing. */
  on_search_changed (self);
  choose (self, gtk_single_selection_get_selected (selection_of (self)));
}

static void
on_stop (SlRecordList *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

/* The focus stays in the search line while Up and Down move in the list. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlRecordList *self)
{
  GtkSingleSelection *selection = selection_of (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), at = gtk_single_selection_get_selected (selection);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;
  if (at >= n)
    at = 0;
  else if (key == GDK_KEY_Down)
    at = MIN (at + 1, n - 1);
  else if (at > 0)
    at--;
  gtk_single_selection_set_selected (selection, at);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", at);
  return GDK_EVENT_STOP;
}

/* --- People ------------------------------------------------------------------------------------------------------- */

static void
describe_person (SlWorkspace *workspace, const SlRecord *record, SlRecordRow *row)
{
  const SlPerson *person = SL_AS (PERSON, record);
  const char *organisation = sl_data_name (sl_workspace_data (workspace), person->organisation);
  g_autofree char *folded = g_utf8_casefold (person->display_name, -1);

  row->title = g_strdup (person->display_name);
  row->subtitle = g_strjoin (person->role_title != NULL && *organisation != '\0' ? " · " : "",
                             person->role_title != NULL ? person->role_title : "", organisation, NULL);
  row->order = g_utf8_collate_key (folded, -1);
}

const SlRecordChoice sl_people_offered = { (const int[]){ SL_KIND_PERSON, -1 }, N_ ("Find a person"),
                                           N_ ("No active person of that name"), describe_person };

/* --- What it offers ----------------------------------------------------------------------------------------------- */

typedef struct
{
  SlRecordList *list;
  SlRecordFilter filter;
  gpointer data;
} Collect;

static gboolean
collect (const SlRecord *record, gpointer data)
{
  Collect *collect = data;
  SlRecordRow said = { NULL };
  Offer offer = { .uid = record->uid, .kind = record->kind };
  const char *code = sl_record_code (record);
  g_autofree char *words = NULL;

  if (collect->filter != NULL && !collect->filter (record, collect->data))
    return TRUE;
  collect->list->choice->describe (collect->list->workspace, record, &said);
  words = g_strjoin (" ", said.title, said.subtitle, code, NULL);
  offer.folded = sl_text_fold (words);
  offer.collate = g_steal_pointer (&said.order);
  g_array_append_val (collect->list->offers, offer);
  row_clear (&said);
  return TRUE;
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Offer *) a)->collate, ((const Offer *) b)->collate);
}

void
sl_record_list_offer (SlRecordList *self, SlRecordFilter filter, gpointer data, SlUid chosen)
{
  Collect how = { self, filter, data };

  g_return_if_fail (SL_IS_RECORD_LIST (self));
  sl_record_list_clear (self);
  self->chosen = chosen;
  for (const int *kind = self->choice->kinds; *kind >= 0; kind++)
    sl_data_each (sl_workspace_data (self->workspace), *kind, collect, &how);
  g_array_sort (self->offers, compare_offers);
  gtk_widget_set_visible (self->nobody_mark, chosen == SL_UID_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  narrow (self, g_strdup (""));
  gtk_widget_grab_focus (self->search);
}

void
sl_record_list_clear (SlRecordList *self)
{
  g_return_if_fail (SL_IS_RECORD_LIST (self));
  g_array_set_size (self->offers, 0);
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->wanted, g_free);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
build_search (SlRecordList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  sl_name_widget (self->search, _ (self->choice->find));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (sl_record_list_take), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (self->box), self->search);
}

static void
build_list (SlRecordList *self, const char *label)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))),
                                  factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "plain-list");
  gtk_widget_add_css_class (self->view, "record-list");
  sl_name_widget (self->view, label);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  self->scroller = gtk_scrolled_window_new ();
  /* The search line keeps the focus; Tab would else go through thousands. */
  gtk_widget_set_can_focus (self->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT_MAX);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  self->none = gtk_label_new (_ (self->choice->none));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->none), NONE_WIDTH);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->none);
}

static void
build_nobody (SlRecordList *self)
{
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->line, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->line);
  self->nobody = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->nobody),
                        new_row (&self->nobody_title, &self->nobody_subtitle, &self->nobody_mark));
  gtk_widget_add_css_class (self->nobody, "flat");
  gtk_widget_add_css_class (self->nobody, "nobody");
  gtk_widget_set_visible (self->nobody, FALSE);
  g_signal_connect_swapped (self->nobody, "clicked", G_CALLBACK (on_nobody), self);
  gtk_box_append (GTK_BOX (self->box), self->nobody);
}

static void
sl_record_list_init (SlRecordList *self)
{
  self->rows = g_list_store_new (SL_TYPE_ITEM);
  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_array_set_clear_func (self->offers, offer_clear);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sl_record_list_new (SlWorkspace *workspace, const char *label, const SlRecordChoice *choice)
{
  SlRecordList *self = g_object_new (SL_TYPE_RECORD_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->choice = choice;
  build_search (self);
  build_list (self, label);
  build_nobody (self);
  return GTK_WIDGET (self);
}

void
sl_record_list_set_nobody (SlRecordList *self, const char *title, const char *subtitle)
{
  g_return_if_fail (SL_IS_RECORD_LIST (self));
  gtk_label_set_text (GTK_LABEL (self->nobody_title), title);
  gtk_label_set_text (GTK_LABEL (self->nobody_subtitle), subtitle);
  gtk_widget_set_visible (self->line, TRUE);
  gtk_widget_set_visible (self->nobody, TRUE);
  sl_name_widget (self->nobody, title);
}

void
sl_record_list_type (SlRecordList *self, const char *text)
{
  g_return_if_fail (SL_IS_RECORD_LIST (self) && text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_search_changed (self);
}
