/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-filter-list.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 2000
#define SLICE 2000
/* More than one looks through: typing finds the rest. */
#define ROWS_MAX 60

typedef struct
{
  const SlRowFilter *filter;
  gint64 value;
  guint count;
  char *label, *folded;
} Choice;

struct _SlFilterList
{
  GtkWidget parent_instance;
  SlChips *chips;
  GtkWidget *box, *search, *list, *more;
  GHashTable *found;  /* of Choice, by filter and value */
  GPtrArray *choices; /* of Choice, of those that fit, in order; borrowed */
  Choice typed;       /* the day that is typed */
  const SlRowFilter *asking; /* while rows are gone through */
  guint next, source;
};

G_DEFINE_FINAL_TYPE (SlFilterList, sl_filter_list, GTK_TYPE_WIDGET)

static guint added_signal;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->label);
  g_free (choice->folded);
  g_free (choice);
}

static guint
choice_hash (gconstpointer data)
{
  const Choice *choice = data;

  return g_direct_hash (choice->filter) ^ g_int64_hash (&choice->value);
}

static gboolean
choice_equal (gconstpointer a, gconstpointer b)
{
  const Choice *x = a, *y = b;

  return x->filter == y->filter && x->value == y->value;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *x = *(Choice *const *) a, *y = *(Choice *const *) b;

  if (x->filter != y->filter)
    return x->filter < y->filter ? -1 : 1;
  return g_utf8_collate (x->label, y->label);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
set_words (SlFilterList *self, Choice *choice)
{
  SlWorkspace *workspace = sl_grid_model_workspace (sl_chips_model (self->chips));

  if (choice->label != NULL)
    return;
  choice->label = sl_row_filter_dup_label (choice->filter, workspace, choice->value);
  choice->folded = sl_text_fold (choice->label);
}

static GtkWidget *
row_new (const Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *count = g_strdup_printf ("%u", choice->count);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", choice->label, "xalign", 0.0, "hexpand", TRUE,
                                               "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  if (choice->filter->test == NULL)
    {
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (choice->filter->help != NULL)
    gtk_widget_set_tooltip_text (row, g_dgettext (GETTEXT_PACKAGE, choice->filter->help));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name = choice->filter->test == NULL ? g_strdup_printf ("%s, %s", choice->label, count) : g_strdup (choice->label);
  sl_name_widget (row, name);
  return row;
}

static gboolean
fits (const Choice *choice, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (choice->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* A day that is typed, for the first filter that asks for one. */
static void
take_day (SlFilterList *self)
{
  SlWorkspace *workspace = sl_grid_model_workspace (sl_chips_model (self->chips));
  const SlRowFilter *filter = sl_chips_table (self->chips);
  SlDate day = SL_DATE_NONE, as_of = sl_workspace_as_of (workspace);

  while (filter->id != NULL && filter->form != SL_FILTER_DAY)
    filter++;
  g_clear_pointer (&self->typed.label, g_free);
  g_clear_pointer (&self->typed.folded, g_free);
  if (filter->id == NULL || !sl_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->search)), as_of, &day)
      || day == SL_DATE_NONE || day > as_of)
    return;
  self->typed.filter = filter;
  self->typed.value = day;
  set_words (self, &self->typed);
  g_ptr_array_add (self->choices, &self->typed);
}

static void
show_choices (SlFilterList *self)
{
  g_autofree char *folded = sl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GtkWidget *row;
  GHashTableIter iter;
  gpointer choice;

  g_ptr_array_set_size (self->choices, 0);
  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &choice, NULL))
    {
      set_words (self, choice);
      if (fits (choice, words))
        g_ptr_array_add (self->choices, choice);
    }
  g_ptr_array_sort (self->choices, compare_choices);
  take_day (self);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < MIN (self->choices->len, ROWS_MAX); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self->choices->pdata[i]));
  gtk_label_set_text (GTK_LABEL (self->more), self->choices->len > ROWS_MAX ? _ ("There are more: type to find them.")
                                              : self->choices->len > 0 ? ""
                                              : _ ("Nothing in the rows is called that."));
  gtk_widget_set_visible (self->more, *gtk_label_get_text (GTK_LABEL (self->more)) != '\0');
}

/* --- What there is to choose -------------------------------------------------------------------------------------- */

static void
add_choice (SlFilterList *self, const SlRowFilter *filter, gint64 value, guint count)
{
  Choice key = { .filter = filter, .value = value };
  Choice *choice = g_hash_table_lookup (self->found, &key);

  if (choice == NULL)
    {
      choice = g_new0 (Choice, 1);
      *choice = key;
      g_hash_table_add (self->found, choice);
    }
  choice->count += count;
}

static void
take_value (gint64 value, gpointer data)
{
  SlFilterList *self = data;

  add_choice (self, self->asking, value, 1);
}

/* TRUE when all rows were asked. */
static gboolean
ask_some (SlFilterList *self, guint n)
{
  SlGridModel *model = sl_chips_model (self->chips);
  SlWorkspace *workspace = sl_grid_model_workspace (model);
  SlProgramme *programme = sl_workspace_programme (workspace);
  guint total = sl_programme_count (programme, sl_grid_model_kind (model));

  for (; n > 0 && self->next < total; n--, self->next++)
    for (self->asking = sl_chips_table (self->chips); self->asking->id != NULL; self->asking++)
      if (self->asking->test == NULL)
        sl_row_filter_values (self->asking, workspace, sl_programme_nth (programme, sl_grid_model_kind (model), self->next),
                              take_value, self);
  return self->next >= total;
}

static gboolean
on_idle (gpointer data)
{
  SlFilterList *self = data;

  if (!ask_some (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  show_choices (self);
  return G_SOURCE_REMOVE;
}

/* Days that people mean. */
static void
add_days (SlFilterList *self, const SlRowFilter *filter)
{
  static const int back[] = { 7, 30, 180, 365 };
  SlDate as_of = sl_workspace_as_of (sl_grid_model_workspace (sl_chips_model (self->chips)));

  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    add_choice (self, filter, as_of - back[i], 0);
}

void
sl_filter_list_begin (SlFilterList *self)
{
  g_return_if_fail (SL_IS_FILTER_LIST (self));
  sl_filter_list_end (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  for (const SlRowFilter *f = sl_chips_table (self->chips); f->id != NULL; f++)
    if (f->form == SL_FILTER_DAY)
      add_days (self, f);
    else if (f->form == SL_FILTER_PLAIN && !f->standing)
      add_choice (self, f, 0, 0);
  self->next = 0;
  if (!ask_some (self, AT_ONCE))
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
  show_choices (self);
  gtk_widget_grab_focus (self->search);
}

void
sl_filter_list_end (SlFilterList *self)
{
  g_return_if_fail (SL_IS_FILTER_LIST (self));
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_set_size (self->choices, 0);
  g_hash_table_remove_all (self->found);
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
choose (SlFilterList *self, int n)
{
  const Choice *choice;

  if (n < 0 || (guint) n >= self->choices->len)
    return;
  choice = self->choices->pdata[n];
  sl_chips_add (self->chips, choice->filter, choice->value);
  g_signal_emit (self, added_signal, 0);
}

static void
on_row (SlFilterList *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

/* Enter takes the first that fits. */
static void
on_search_activate (SlFilterList *self)
{
  choose (self, 0);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_filter_list_dispose (GObject *object)
{
  SlFilterList *self = SL_FILTER_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->chips);
  G_OBJECT_CLASS (sl_filter_list_parent_class)->dispose (object);
}

static void
sl_filter_list_finalize (GObject *object)
{
  SlFilterList *self = SL_FILTER_LIST (object);

  g_ptr_array_unref (self->choices);
  g_hash_table_unref (self->found);
  g_free (self->typed.label);
  g_free (self->typed.folded);
  G_OBJECT_CLASS (sl_filter_list_parent_class)->finalize (object);
}

static void
sl_filter_list_class_init (SlFilterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_filter_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_filter_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  added_signal = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_filter_list_init (SlFilterList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->choices = g_ptr_array_new ();
  self->found = g_hash_table_new_full (choice_hash, choice_equal, choice_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = gtk_search_entry_new ();
  sl_name_widget (self->search, _ ("Find a filter, or write a day"));
  g_object_set (self->search, "placeholder-text", _ ("Find a filter, or write a day"), NULL);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "filter-choices");
  sl_name_widget (self->list, _ ("Filters"));
  self->more = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->more, "dim-label");
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", 340,
                "min-content-width", 260, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show_choices), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_filter_list_new (SlChips *chips)
{
  SlFilterList *self = g_object_new (SL_TYPE_FILTER_LIST, NULL);

  self->chips = g_object_ref (chips);
  return GTK_WIDGET (self);
}
