/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-since-box.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "workspace/sl-history.h"

#include <glib/gi18n-lib.h>

#define KEY "last-looked"
#define SHOWN 8 /* until the rest is asked for */

struct _SlSinceBox
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlPreferences *preferences;
  GCancellable *cancellable; /* while it is being read */
  GtkWidget *title, *caption, *list;
  GPtrArray *lines;          /* of SlSinceLine, or NULL */
  char *person;              /* whose mark @seq is; NULL: nobody's yet */
  gint64 seq;                /* 0: looks for the first time */
  SlDate day;
  gboolean all;              /* the rest was asked for */
};

G_DEFINE_FINAL_TYPE (SlSinceBox, sl_since_box, GTK_TYPE_WIDGET)

/* --- Where one had come to ---------------------------------------------------------------------------------------- */

/* The programme and who looks at it; NULL while there is none. */
static char *
dup_person (SlSinceBox *self)
{
  const SlData *data = sl_workspace_present (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  const SlRecord *person = sl_data_lookup (data, sl_workspace_actor (self->workspace));

  return programme == NULL ? NULL
                           : g_strdup_printf ("%s %s", programme->identity, person != NULL ? sl_record_code (person) : "-");
}

/* "42 2026-07-31": the change-set last seen, and the day on which it was. */
static void
recall (SlSinceBox *self)
{
  g_autofree char *mark = sl_preferences_dup_entry (self->preferences, KEY, self->person);
  g_auto (GStrv) parts = mark != NULL ? g_strsplit (mark, " ", 2) : NULL;

  self->seq = 0;
  if (parts == NULL || parts[0] == NULL || parts[1] == NULL)
    return;
  self->day = sl_date_from_iso (parts[1]);
  if (self->day == SL_DATE_NONE || !g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &self->seq, NULL)
      || self->seq > sl_workspace_present_seq (self->workspace))
    self->seq = 0;
}

/* What is shown as recorded is not where one has come to. */
static void
remember (SlSinceBox *self)
{
  g_autofree char *mark = NULL;
  char iso[11];

  if (self->person == NULL || sl_workspace_state (self->workspace) != SL_WORKSPACE_READY
      || sl_workspace_recorded_seq (self->workspace) > 0)
    return;
  mark = g_strdup_printf ("%" G_GINT64_FORMAT " %s", sl_workspace_present_seq (self->workspace),
                          sl_date_to_iso (sl_workspace_default_as_of (self->workspace), iso));
  sl_preferences_set_entry (self->preferences, KEY, self->person, mark);
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static char *
dup_who (SlSinceBox *self, const SlSinceLine *line)
{
  g_autofree char *who = sl_history_dup_actor (line->actor, sl_workspace_present (self->workspace));
  g_autofree char *when = sl_time_dup_display (line->at, FALSE);

  return line->at == 0 ? g_strdup (_ ("As time went by")) : g_strdup_printf ("%s · %s", who, when);
}

static void
add_row (SlSinceBox *self, guint n, const char *text, const char *caption)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = g_strjoin (". ", text, caption, NULL);

  gtk_box_append (GTK_BOX (box), sl_words_new (text, caption == NULL ? "row-subtitle" : NULL, 0));
  if (caption != NULL)
    gtk_box_append (GTK_BOX (box), sl_words_new (caption, "row-subtitle", 0));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "n", GUINT_TO_POINTER (n));
  sl_name_widget (row, name);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_lines (SlSinceBox *self)
{
  guint n = self->lines != NULL ? self->lines->len : 0;
  guint shown = self->all || n <= SHOWN + 1 ? n : SHOWN;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *text = sl_since_line_dup_text (self->lines->pdata[i], TRUE);
      g_autofree char *who = dup_who (self, self->lines->pdata[i]);

      add_row (self, i, text, who);
    }
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n - shown), n - shown);

      add_row (self, shown, more, NULL);
    }
  gtk_widget_set_visible (self->list, n > 0);
}

static void
on_activated (SlSinceBox *self, GtkListBoxRow *row)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "n"));
  gboolean more = !self->all && self->lines->len > SHOWN + 1 && n == SHOWN;

  if (!more)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", ((const SlSinceLine *) self->lines->pdata[n])->uid);
      return;
    }
  self->all = TRUE;
  show_lines (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n)));
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static void
say (SlSinceBox *self)
{
  g_autofree char *day = sl_date_dup_display (self->day);
  g_autofree char *text = NULL;

  if (self->seq == 0)
    text = g_strdup (_ ("This is the first time that you look at this programme. From now on, what others change and what gets "
                        "worse is told here."));
  else if (self->lines->len == 0)
    /* TRANSLATORS: {1} is a day. */
    text = sl_text_compose (_ ("Since {1} nothing got worse, and nobody else changed what matters here."),
                            (const char *[]){ day, NULL });
  else
    text = sl_text_compose (_ ("Since {1}, what you did yourself left out."), (const char *[]){ day, NULL });
  gtk_label_set_text (GTK_LABEL (self->caption), text);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlSinceBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sl_workspace_since_finish (SL_WORKSPACE (source), result, &error);

  /* Whoever asked again waits for the other. */
  if (g_error_matches (error, SL_ERROR, SL_ERROR_CANCELLED) || self->workspace == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  show_lines (self);
  if (error != NULL)
    gtk_label_set_text (GTK_LABEL (self->caption), error->message);
  else
    say (self);
}

static void
stop (SlSinceBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_on (SlSinceBox *self)
{
  stop (self);
  if (self->seq == 0)
    {
      g_clear_pointer (&self->lines, g_ptr_array_unref);
      show_lines (self);
      say (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  sl_workspace_since_async (self->workspace, self->seq, self->day, sl_workspace_actor (self->workspace), self->cancellable,
                            on_read, g_object_ref (self));
}

/* Whoever acts now has their own mark. */
static void
on_state (SlSinceBox *self)
{
  gboolean ready = sl_workspace_state (self->workspace) == SL_WORKSPACE_READY;
  g_autofree char *person = ready ? dup_person (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), ready && sl_workspace_recorded_seq (self->workspace) == 0);
  if (person == NULL || g_strcmp0 (person, self->person) == 0)
    return;
  g_free (self->person);
  self->person = g_steal_pointer (&person);
  self->all = FALSE;
  recall (self);
  read_on (self);
}

static void
on_outside (SlSinceBox *self)
{
  if (self->person != NULL)
    read_on (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_since_box_unmap (GtkWidget *widget)
{
  remember (SL_SINCE_BOX (widget));
  GTK_WIDGET_CLASS (sl_since_box_parent_class)->unmap (widget);
}

static void
sl_since_box_dispose (GObject *object)
{
  SlSinceBox *self = SL_SINCE_BOX (object);
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->person, g_free);
  g_clear_object (&self->preferences);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_since_box_parent_class)->dispose (object);
}

static void
sl_since_box_class_init (SlSinceBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_since_box_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = sl_since_box_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sl_since_box_init (SlSinceBox *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->title = sl_words_new (_ ("Since You Last Looked"), "title-4", 0);
  self->caption = sl_words_new (_ ("Looking…"), "row-subtitle", 0);
  gtk_widget_add_css_class (self->title, "overview-words");
  gtk_widget_add_css_class (self->caption, "overview-words");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "attention-list");
  gtk_widget_set_visible (self->list, FALSE);
  sl_name_widget (self->list, _ ("Since you last looked"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
sl_since_box_new (SlWorkspace *workspace, SlPreferences *preferences)
{
  static const char *const heard[] = { "reset", "notify::state", "notify::actor", "notify::recorded" };
  SlSinceBox *self = g_object_new (SL_TYPE_SINCE_BOX, NULL);

  self->workspace = g_object_ref (workspace);
  self->preferences = g_object_ref (preferences);
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    g_signal_connect_object (workspace, heard[i], G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "outside-change", G_CALLBACK (on_outside), self, G_CONNECT_SWAPPED);
  on_state (self);
  return GTK_WIDGET (self);
}

guint
sl_since_box_count (SlSinceBox *self)
{
  g_return_val_if_fail (SL_IS_SINCE_BOX (self), 0);
  return self->lines != NULL ? self->lines->len : 0;
}

const char *
sl_since_box_caption (SlSinceBox *self)
{
  g_return_val_if_fail (SL_IS_SINCE_BOX (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->caption));
}

gboolean
sl_since_box_is_settled (SlSinceBox *self)
{
  g_return_val_if_fail (SL_IS_SINCE_BOX (self), FALSE);
  return self->person != NULL && self->cancellable == NULL;
}
