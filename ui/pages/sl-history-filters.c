/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-history-filters.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-day-button.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SPAN_ANY,
  SPAN_TODAY,
  SPAN_WEEK,
  SPAN_MONTH,
  SPAN_YEAR,
  SPAN_BETWEEN,
} Span;

struct _SlHistoryFilters
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlHistory *history;
  GtkWidget *bar, *record, *person, *act, *span, *clear;
  GtkWidget *revealer, *from, *to;
  GArray *people; /* of SlUid, as the list has them from its second entry on; SL_UID_NONE: not stated */
  char *code;     /* of the record, upper case, or NULL */
  char *problem;
  gboolean filling;
  guint focus_idle;
};

G_DEFINE_FINAL_TYPE (SlHistoryFilters, sl_history_filters, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
sl_history_filters_dispose (GObject *object)
{
  SlHistoryFilters *self = SL_HISTORY_FILTERS (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_history_filters_parent_class)->dispose (object);
}

static void
sl_history_filters_finalize (GObject *object)
{
  SlHistoryFilters *self = SL_HISTORY_FILTERS (object);

  g_array_unref (self->people);
  g_free (self->code);
  g_free (self->problem);
  G_OBJECT_CLASS (sl_history_filters_parent_class)->finalize (object);
}

static void
sl_history_filters_class_init (SlHistoryFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_history_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_history_filters_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slfilters");
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- What is chosen ----------------------------------------------------------------------------------------------- */

static guint
chosen (GtkWidget *drop_down)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return at != GTK_INVALID_LIST_POSITION ? at : 0;
}

static void
set_problem (SlHistoryFilters *self, const char *format, const char *what)
{
  if (self->problem == NULL)
    self->problem = sl_text_compose (format, (const char *[]){ what, NULL });
}

static SlDate
read_day (SlHistoryFilters *self, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  SlDate day = SL_DATE_NONE;

  if (!sl_date_parse (text, sl_date_today (), &day))
    set_problem (self, _ ("“{1}” is no day: write one such as 4 Aug 2026"), text);
  return day;
}

static void
read_span (SlHistoryFilters *self, SlHistoryFilter *filter)
{
  SlDate today = sl_date_of_time (g_get_real_time () / 1000);
  int y, m, d;

  switch ((Span) chosen (self->span))
    {
    case SPAN_TODAY:
      filter->from = today;
      break;
    case SPAN_WEEK:
      filter->from = today - 6;
      break;
    case SPAN_MONTH:
      filter->from = today - 29;
      break;
    case SPAN_YEAR:
      sl_date_to_ymd (today, &y, &m, &d);
      filter->from = sl_date_from_ymd (y, 1, 1);
      break;
    case SPAN_BETWEEN:
      filter->from = read_day (self, self->from);
      filter->to = read_day (self, self->to);
      break;
    case SPAN_ANY:
    default:
      break;
    }
}

static void
read_record (SlHistoryFilters *self, SlHistoryFilter *filter)
{
  g_autofree char *typed = sl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->record)), TRUE);
  const SlRecord *record = NULL;

  g_clear_pointer (&self->code, g_free);
  if (typed == NULL)
    return;
  /* Most codes are in capitals, a few begin with a small letter. */
  record = sl_data_by_code (sl_history_names (self->history), typed);
  if (record == NULL)
    {
      g_autofree char *upper = g_ascii_strup (typed, -1);

      record = sl_data_by_code (sl_history_names (self->history), upper);
    }
  if (record == NULL)
    set_problem (self, _ ("There is no record with the code “{1}”"), typed);
  else
    {
      filter->record = record->uid;
      self->code = g_strdup (sl_record_code (record));
    }
}

const char *
sl_history_filters_get (SlHistoryFilters *self, SlHistoryFilter *filter)
{
  guint person;

  g_return_val_if_fail (SL_IS_HISTORY_FILTERS (self) && filter != NULL, NULL);
  g_clear_pointer (&self->problem, g_free);
  *filter = SL_HISTORY_FILTER_ALL;
  person = chosen (self->person);
  filter->by_actor = person > 0;
  filter->actor = person > 0 ? g_array_index (self->people, SlUid, person - 1) : SL_UID_NONE;
  filter->verb = (SlVerb) chosen (self->act);
  read_span (self, filter);
  read_record (self, filter);
  return self->code;
}

const char *
sl_history_filters_problem (SlHistoryFilters *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_FILTERS (self), NULL);
  return self->problem;
}

gboolean
sl_history_filters_is_set (SlHistoryFilters *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_FILTERS (self), FALSE);
  return chosen (self->person) > 0 || chosen (self->act) > 0 || chosen (self->span) > 0
         || *gtk_editable_get_text (GTK_EDITABLE (self->record)) != '\0';
}

static void
on_changed (SlHistoryFilters *self)
{
  if (self->filling)
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), chosen (self->span) == SPAN_BETWEEN);
  gtk_widget_set_visible (self->revealer, chosen (self->span) == SPAN_BETWEEN);
  gtk_widget_set_visible (self->clear, sl_history_filters_is_set (self));
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
on_focus (gpointer data)
{
  SlHistoryFilters *self = data;

  self->focus_idle = 0;
  gtk_widget_grab_focus (self->from);
  return G_SOURCE_REMOVE;
}

/* Whoever asks for a span goes on to say which, once the list of choices has given the focus back. */
static void
on_span (SlHistoryFilters *self)
{
  if (!self->filling && chosen (self->span) == SPAN_BETWEEN && self->focus_idle == 0)
    self->focus_idle = g_idle_add (on_focus, self);
}

/* Half a code or half a day is no reason to empty the list under the typing: only Enter, or leaving, asks for it. */
static void
on_typed (SlHistoryFilters *self)
{
  SlHistoryFilter filter;

  if (self->filling)
    return;
  sl_history_filters_get (self, &filter);
  if (self->problem == NULL)
    on_changed (self);
}

static void
set_all (SlHistoryFilters *self, const char *code)
{
  self->filling = TRUE; /* told once, at the end */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->person), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->act), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->span), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->record), code);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  self->filling = FALSE;
  on_changed (self);
}

void
sl_history_filters_set_record (SlHistoryFilters *self, const char *code)
{
  g_return_if_fail (SL_IS_HISTORY_FILTERS (self) && code != NULL);
  set_all (self, code);
}

void
sl_history_filters_clear (SlHistoryFilters *self)
{
  g_return_if_fail (SL_IS_HISTORY_FILTERS (self));
  set_all (self, "");
}

/* --- People ------------------------------------------------------------------------------------------------------- */

static gboolean
add_person (const SlRecord *record, gpointer people)
{
  g_ptr_array_add (people, (gpointer) record);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *x = sl_record_title (*(const SlRecord *const *) a), *y = sl_record_title (*(const SlRecord *const *) b);

  return g_utf8_collate (x != NULL ? x : "", y != NULL ? y : "");
}

/* The person chosen stays chosen. */
static void
fill_people (SlHistoryFilters *self)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint at = chosen (self->person), again = 0;
  SlUid before = at > 0 ? g_array_index (self->people, SlUid, at - 1) : SL_UID_NONE, nobody = SL_UID_NONE;

  sl_data_each (sl_workspace_present (self->workspace), SL_KIND_PERSON, add_person, people);
  g_ptr_array_sort (people, compare_names);
  g_array_set_size (self->people, 0);
  gtk_string_list_append (names, _ ("Anyone"));
  for (guint i = 0; i < people->len; i++)
    {
      const SlRecord *record = people->pdata[i];
      const char *name = sl_record_title (record);

      gtk_string_list_append (names, name != NULL ? name : "");
      g_array_append_val (self->people, record->uid);
      if (at > 0 && record->uid == before)
        again = i + 1;
    }
  gtk_string_list_append (names, _ ("Nobody stated"));
  g_array_append_val (self->people, nobody);
  if (at > 0 && before == SL_UID_NONE)
    again = self->people->len;
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->person), G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->person), people->len > 10);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->person), again);
  self->filling = FALSE;
  if (again != at)
    on_changed (self);
}

static void
on_workspace_changed (SlHistoryFilters *self, SlChangeSet *change_set)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].kind == SL_KIND_PERSON)
      {
        fill_people (self);
        return;
      }
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer short_names)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (short_names != NULL)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (gboolean short_names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (short_names));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

static GtkWidget *
new_choice (SlHistoryFilters *self, const char *name, const char *const *choices)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  sl_name_widget (choice, name);
  gtk_widget_set_tooltip_text (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_box_append (GTK_BOX (self->bar), choice);
  return choice;
}

/* People may be many, with long names. */
static GtkWidget *
new_people (SlHistoryFilters *self)
{
  static const char *const none[] = { NULL };
  GtkWidget *people = new_choice (self, _ ("Person"), none);
  g_autoptr (GtkListItemFactory) button = new_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = new_factory (FALSE);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (people), expression);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (people), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (people), list);
  return people;
}

static GtkWidget *
new_acts (SlHistoryFilters *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  g_ptr_array_add (choices, (gpointer) _ ("Any act"));
  for (guint i = 0; i < sl_verb_enum.n_entries; i++)
    g_ptr_array_add (choices, (gpointer) g_dgettext (GETTEXT_PACKAGE, sl_verb_enum.entries[i].label));
  g_ptr_array_add (choices, NULL);
  return new_choice (self, _ ("Kind of act"), (const char *const *) choices->pdata);
}

static GtkWidget *
new_entry (SlHistoryFilters *self, GtkWidget *box, const char *name, const char *placeholder, int chars)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
  sl_name_widget (entry, name);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_changed), self);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
on_from_chosen (SlHistoryFilters *self, int day)
{
  g_autofree char *text = sl_date_dup_display (day);

  gtk_editable_set_text (GTK_EDITABLE (self->from), text);
}

static void
on_to_chosen (SlHistoryFilters *self, int day)
{
  g_autofree char *text = sl_date_dup_display (day);

  gtk_editable_set_text (GTK_EDITABLE (self->to), text);
}

static void
add_calendar (SlHistoryFilters *self, GtkWidget *box, const char *name, GCallback chosen_day)
{
  GtkWidget *button = sl_day_button_new (name);

  g_signal_connect_swapped (button, "chosen", chosen_day, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
build_between (SlHistoryFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "history-between");
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("From")));
  self->from = new_entry (self, box, _ ("From this day"), _ ("the start"), 12);
  add_calendar (self, box, _ ("Choose the First Day"), G_CALLBACK (on_from_chosen));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("to")));
  self->to = new_entry (self, box, _ ("To this day"), _ ("now"), 12);
  add_calendar (self, box, _ ("Choose the Last Day"), G_CALLBACK (on_to_chosen));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

static void
sl_history_filters_init (SlHistoryFilters *self)
{
  static const char *const spans[] = { N_ ("Any time"), N_ ("Today"), N_ ("Last 7 days"), N_ ("Last 30 days"),
                                       N_ ("This year"), N_ ("Between…") };
  const char *shown[G_N_ELEMENTS (spans) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    shown[i] = _ (spans[i]);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->people = g_array_new (FALSE, FALSE, sizeof (SlUid));
  self->filling = TRUE;
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->bar, "history-filters");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->record = new_entry (self, self->bar, _ ("Code of a record"), _ ("Record"), 8);
  gtk_widget_set_tooltip_text (self->record, _ ("Only what was done to this record and what belongs to it"));
  self->person = new_people (self);
  self->act = new_acts (self);
  self->span = new_choice (self, _ ("Time"), shown);
  g_signal_connect_swapped (self->span, "notify::selected", G_CALLBACK (on_span), self);
  self->clear = sl_icon_button_new ("edit-clear-symbolic", _ ("Clear Filters"), "history.clear");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_box_append (GTK_BOX (self->bar), self->clear);
  build_between (self);
  self->filling = FALSE;
}

GtkWidget *
sl_history_filters_new (SlWorkspace *workspace, SlHistory *history)
{
  SlHistoryFilters *self = g_object_new (SL_TYPE_HISTORY_FILTERS, NULL);

  self->workspace = g_object_ref (workspace);
  self->history = g_object_ref (history);
  fill_people (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "outside-change", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (fill_people), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
