/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-history-cell.h"

#include "base/sl-text.h"
#include "ui/pages/sl-history-words.h"
#include "ui/pages/sl-page-info.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-reason.h"

#include <glib/gi18n-lib.h>

struct _SlHistoryCell
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlHistoryModel *model;
  SlHistoryRow *row;
  gulong changed;
  /* A change-set. NULL until the cell shows one; the same goes for the other forms. */
  GtkWidget *day, *act, *arrow, *spinner, *time, *label, *summary, *quote, *who, *here;
  /* A line. */
  GtkWidget *line, *caption, *values, *message, *reason, *restore, *go;
  /* A foot. */
  GtkWidget *foot, *because, *facts, *point, *about;
};

G_DEFINE_FINAL_TYPE (SlHistoryCell, sl_history_cell, GTK_TYPE_WIDGET)

static void
sl_history_cell_dispose (GObject *object)
{
  SlHistoryCell *self = SL_HISTORY_CELL (object);
  GtkWidget *child;

  sl_history_cell_set_row (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_history_cell_parent_class)->dispose (object);
}

static void
sl_history_cell_class_init (SlHistoryCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_history_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slhistory");
}

static void
sl_history_cell_init (SlHistoryCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

/* --- Pieces ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *css, gboolean wrap)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);

  if (wrap)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/* Text where there is some; nothing where there is none. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
ask (SlHistoryCell *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "(xi)", sl_history_row_entry (self->row)->seq,
                              sl_history_row_child (self->row));
}

static void
add_form (SlHistoryCell *self, GtkWidget *form, const char *css)
{
  gtk_widget_add_css_class (form, css);
  gtk_widget_set_parent (form, GTK_WIDGET (self));
}

/* --- A change-set ------------------------------------------------------------------------------------------------- */

/* A click opens and closes; the list's own double click would do it once more. */
static void
on_pressed (SlHistoryCell *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 1 && self->row != NULL)
    ask (self, "history.toggle");
}

static void
build_act (SlHistoryCell *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->day = new_label ("history-day", FALSE);
  gtk_widget_set_parent (self->day, GTK_WIDGET (self));
  self->act = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->arrow = gtk_image_new ();
  gtk_widget_add_css_class (self->arrow, "history-arrow");
  self->time = new_label ("history-time", FALSE);
  gtk_widget_add_css_class (self->time, "numeric");
  self->label = new_label ("history-label", FALSE);
  self->summary = new_label ("history-summary", FALSE);
  self->quote = new_label ("history-summary", FALSE);
  self->here = new_label ("history-here", FALSE);
  gtk_label_set_text (GTK_LABEL (self->here), _ ("shown now"));
  self->who = new_label ("history-who", FALSE);
  /* Of one width in all rows, so that what was done stands in one line from top to bottom. */
  g_object_set (self->who, "width-chars", 18, "max-width-chars", 18, NULL);
  gtk_box_append (GTK_BOX (texts), self->label);
  gtk_box_append (GTK_BOX (texts), self->summary);
  gtk_box_append (GTK_BOX (texts), self->quote);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->act), self->arrow);
  gtk_box_append (GTK_BOX (self->act), self->time);
  gtk_box_append (GTK_BOX (self->act), self->who);
  gtk_box_append (GTK_BOX (self->act), texts);
  gtk_box_append (GTK_BOX (self->act), self->here);
  for (GtkWidget *child = gtk_widget_get_first_child (self->act); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_START);
  add_form (self, self->act, "history-act");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (self->act, GTK_EVENT_CONTROLLER (click));
}

static void
name_act (SlHistoryCell *self, const SlHistoryEntry *entry, const char *when, const char *who)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strjoin (", ", entry->label, who, when, entry->summary != NULL ? entry->summary : entry->reason, NULL);

  gtk_widget_set_tooltip_text (self->time, when);
  gtk_widget_set_tooltip_text (self->who, who);
  if (item == NULL)
    return;
  sl_name_widget (item, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED, sl_history_row_is_open (self->row), -1);
}

static void
show_arrow (SlHistoryCell *self)
{
  gboolean opening = sl_history_row_is_opening (self->row);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), sl_history_row_is_open (self->row) ? "pan-down-symbolic"
                                                                                             : "pan-end-symbolic");
  gtk_widget_set_visible (self->arrow, !opening);
  if (opening && self->spinner == NULL)
    {
      self->spinner = gtk_spinner_new ();
      gtk_widget_set_valign (self->spinner, GTK_ALIGN_START);
      sl_name_widget (self->spinner, _ ("Being opened"));
      gtk_box_insert_child_after (GTK_BOX (self->act), self->spinner, self->arrow);
    }
  if (self->spinner != NULL)
    {
      gtk_widget_set_visible (self->spinner, opening);
      gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), opening);
    }
}

/* Of an act on many records, found by one of them, that one is told of. */
static char *
dup_summary (SlHistoryCell *self, const SlHistoryEntry *entry)
{
  const char *code = sl_history_model_code (self->model);

  if (code == NULL || entry->subject != SL_UID_NONE)
    return g_strdup (entry->summary);
  /* TRANSLATORS: {1} is a code such as R-005: an act concerned it and other records. */
  return sl_text_compose (_ ("{1} among others"), (const char *[]){ code, NULL });
}

static void
show_act (SlHistoryCell *self)
{
  const SlHistoryEntry *entry = sl_history_row_entry (self->row);
  const SlData *data = sl_history_names (sl_history_model_history (self->model));
  g_autofree char *day = sl_history_dup_day (entry->day, sl_date_of_time (g_get_real_time () / 1000));
  g_autofree char *clock = sl_time_dup_clock (entry->at);
  g_autofree char *when = sl_time_dup_display (entry->at, TRUE);
  g_autofree char *who = sl_history_dup_actor (entry->actor, data);
  g_autofree char *summary = dup_summary (self, entry);
  g_autofree char *quote = entry->reason != NULL ? g_strdup_printf ("“%s”", entry->reason) : NULL;

  if (self->act == NULL)
    build_act (self);
  set_text (self->day, sl_history_row_is_first_of_day (self->row) ? day : NULL);
  show_arrow (self);
  gtk_label_set_text (GTK_LABEL (self->time), clock);
  gtk_label_set_text (GTK_LABEL (self->label), entry->label);
  /* What is told in full beneath need not be told in short above. */
  set_text (self->summary, sl_history_row_is_open (self->row) ? NULL : summary);
  set_text (self->quote, sl_history_row_is_open (self->row) ? NULL : quote);
  gtk_label_set_text (GTK_LABEL (self->who), who);
  gtk_widget_set_visible (self->here, sl_workspace_recorded_seq (self->workspace) == entry->seq);
  name_act (self, entry, when, who);
}

/* --- A line ------------------------------------------------------------------------------------------------------- */

static void
on_restore (SlHistoryCell *self)
{
  ask (self, "history.restore");
}

static void
on_reason (SlHistoryCell *self, const char *reason)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.restore-because", "(xis)", sl_history_row_entry (self->row)->seq,
                              sl_history_row_child (self->row), reason);
}

/* The record itself where it has a name of its own, else what it belongs to; NULL where neither is there now. */
static const SlRecord *
find_record (SlHistoryCell *self, const SlChangeLine *line)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, line->change->uid);

  return record != NULL && sl_record_code (record) == NULL ? sl_page_find_record (data, record->uid) : record;
}

static void
on_go (SlHistoryCell *self)
{
  const SlChangeLine *line = sl_history_row_line (self->row);
  const SlRecord *record = line != NULL ? find_record (self, line) : NULL;

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", record->uid);
}

static void
build_line (SlHistoryCell *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->caption = new_label ("history-caption", TRUE);
  self->values = new_label ("history-values", TRUE);
  gtk_box_append (GTK_BOX (texts), self->caption);
  gtk_box_append (GTK_BOX (texts), self->values);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->line), texts);
  self->restore = sl_icon_button_new ("edit-undo-symbolic", _ ("Restore"), NULL);
  g_signal_connect_swapped (self->restore, "clicked", G_CALLBACK (on_restore), self);
  self->go = sl_icon_button_new ("go-next-symbolic", _ ("Go to the Record"), NULL);
  g_signal_connect_swapped (self->go, "clicked", G_CALLBACK (on_go), self);
  gtk_box_append (GTK_BOX (self->line), self->restore);
  gtk_box_append (GTK_BOX (self->line), self->go);
  gtk_widget_set_valign (self->restore, GTK_ALIGN_START);
  gtk_widget_set_valign (self->go, GTK_ALIGN_START);
  add_form (self, self->line, "history-line");
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "wrap-mode",
                                PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->message, "form-message");
  gtk_box_append (GTK_BOX (texts), self->message);
  self->reason = sl_reason_new (self->workspace);
  g_signal_connect_swapped (self->reason, "given", G_CALLBACK (on_reason), self);
  gtk_box_append (GTK_BOX (texts), self->reason);
}

static void
show_message (SlHistoryCell *self)
{
  gboolean wants_reason = sl_history_row_wants_reason (self->row);

  set_text (self->message, sl_history_row_message (self->row));
  /* A question, not a fault. */
  if (wants_reason)
    gtk_widget_add_css_class (self->message, "asking");
  else
    gtk_widget_remove_css_class (self->message, "asking");
  if (!wants_reason)
    gtk_widget_set_visible (self->reason, FALSE);
  else if (!gtk_widget_get_visible (self->reason))
    sl_reason_ask (SL_REASON (self->reason));
}

static void
show_restore (SlHistoryCell *self, const SlChangeLine *line, const SlData *data)
{
  g_autofree char *obstacle = sl_workspace_dup_restore_obstacle (self->workspace, line);
  g_autofree char *before = line->field >= 0 ? sl_history_dup_before (line, data) : NULL;
  g_autofree char *name = before != NULL ? sl_text_compose (_ ("Restore “{1}”"), (const char *[]){ before, NULL }) : NULL;

  gtk_widget_set_visible (self->restore, line->field >= 0 && line->change->before != NULL);
  gtk_widget_set_sensitive (self->restore, obstacle == NULL);
  gtk_widget_set_tooltip_text (self->restore, obstacle != NULL ? obstacle : name);
  if (name != NULL)
    sl_name_widget (self->restore, name);
}

/* Of a record made or deleted, the line that says so and not each of its particulars. */
static gboolean
leads_to_record (SlHistoryCell *self, const SlChangeLine *line)
{
  gboolean edit = line->change->before != NULL && line->change->after != NULL;

  return (edit || line->field < 0) && find_record (self, line) != NULL;
}

static void
show_line (SlHistoryCell *self)
{
  const SlChangeLine *line = sl_history_row_line (self->row);
  const SlData *data = sl_history_names (sl_history_model_history (self->model));
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *caption = sl_history_dup_caption (line, data);
  PangoAttrList *attributes;
  g_autofree char *values = sl_history_dup_values (line, data, &attributes);
  g_autofree char *name = g_strdup_printf ("%s: %s", caption, values);

  if (self->line == NULL)
    build_line (self);
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  gtk_label_set_attributes (GTK_LABEL (self->values), attributes);
  gtk_label_set_text (GTK_LABEL (self->values), values);
  pango_attr_list_unref (attributes);
  show_restore (self, line, data);
  gtk_widget_set_visible (self->go, leads_to_record (self, line));
  show_message (self);
  if (item == NULL)
    return;
  sl_name_widget (item, name);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* --- A foot ------------------------------------------------------------------------------------------------------- */

static gboolean
is_here (SlHistoryCell *self)
{
  return sl_history_row_entry (self->row)->seq == sl_workspace_recorded_seq (self->workspace);
}

static void
on_point (SlHistoryCell *self)
{
  if (is_here (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.return", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", "x", sl_history_row_entry (self->row)->seq);
}

static void
build_foot (SlHistoryCell *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->because = new_label (NULL, TRUE);
  self->facts = new_label ("history-caption", TRUE);
  gtk_widget_add_css_class (self->facts, "numeric");
  self->point = gtk_button_new ();
  gtk_widget_set_halign (self->point, GTK_ALIGN_START);
  g_signal_connect_swapped (self->point, "clicked", G_CALLBACK (on_point), self);
  gtk_box_append (GTK_BOX (self->foot), self->because);
  gtk_box_append (GTK_BOX (self->foot), self->facts);
  gtk_box_append (GTK_BOX (self->foot), self->point);
  add_form (self, self->foot, "history-foot");
}

/* "Change 12, 31 Jul 2026, 14:32:07, by Ada Abbot" and what was left out. */
static char *
dup_facts (SlHistoryCell *self, const SlHistoryEntry *entry)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
  g_autofree char *when = sl_time_dup_display (entry->at, TRUE);
  g_autofree char *who = sl_history_dup_actor (entry->actor, sl_history_names (sl_history_model_history (self->model)));
  /* TRANSLATORS: {1} is the number of a change, {2} a moment, {3} a person. */
  g_autofree char *facts = sl_text_compose (_ ("Change {1} · {2} · {3}"), (const char *[]){ number, when, who, NULL });
  guint n = sl_history_row_n_left_out (self->row);
  g_autofree char *rest = NULL;

  if (n == 0)
    return g_steal_pointer (&facts);
  rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other record changed with it", "%u other records changed with it", n), n);
  return g_strdup_printf ("%s · %s", facts, rest);
}

static void
show_foot (SlHistoryCell *self)
{
  const SlHistoryEntry *entry = sl_history_row_entry (self->row);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean here = is_here (self);
  g_autofree char *facts = dup_facts (self, entry);
  g_autofree char *quote = entry->reason != NULL ? g_strdup_printf ("“%s”", entry->reason) : NULL;
  g_autofree char *name = NULL;

  if (self->foot == NULL)
    build_foot (self);
  set_text (self->because, quote);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  /* After the newest is the present: there is no going back to it. */
  gtk_widget_set_visible (self->point, here || entry->seq != sl_workspace_present_seq (self->workspace));
  gtk_button_set_label (GTK_BUTTON (self->point), here ? _ ("Back to the Present") : _ ("Go Back to This Point"));
  gtk_widget_set_tooltip_text (self->point, here ? NULL : _ ("See the whole programme as it was recorded after this change"));
  if (item == NULL)
    return;
  name = quote != NULL ? g_strdup_printf ("%s, %s", quote, facts) : g_strdup (facts);
  sl_name_widget (item, name);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* --- The row ------------------------------------------------------------------------------------------------------ */

static void
refresh (SlHistoryCell *self)
{
  SlHistoryRowForm form = sl_history_row_form (self->row);

  if (form == SL_HISTORY_ROW_ACT)
    show_act (self);
  else if (form == SL_HISTORY_ROW_LINE)
    show_line (self);
  else
    show_foot (self);
  if (self->act != NULL)
    {
      gtk_widget_set_visible (self->act, form == SL_HISTORY_ROW_ACT);
      if (form != SL_HISTORY_ROW_ACT)
        gtk_widget_set_visible (self->day, FALSE);
    }
  if (self->line != NULL)
    gtk_widget_set_visible (self->line, form == SL_HISTORY_ROW_LINE);
  if (self->foot != NULL)
    gtk_widget_set_visible (self->foot, form == SL_HISTORY_ROW_FOOT);
}

static void
on_changed (SlHistoryCell *self)
{
  refresh (self);
}

GtkWidget *
sl_history_cell_new (SlWorkspace *workspace, SlHistoryModel *model)
{
  SlHistoryCell *self = g_object_new (SL_TYPE_HISTORY_CELL, NULL);

  self->workspace = g_object_ref (workspace);
  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}

void
sl_history_cell_set_row (SlHistoryCell *self, SlHistoryRow *row)
{
  g_return_if_fail (SL_IS_HISTORY_CELL (self));
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed, self->row);
  if (!g_set_object (&self->row, row) && row == NULL)
    return;
  if (row == NULL)
    return;
  /* What was asked in another row is not asked here. */
  if (self->reason != NULL)
    gtk_widget_set_visible (self->reason, FALSE);
  self->changed = g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  refresh (self);
}

SlHistoryRow *
sl_history_cell_row (SlHistoryCell *self)
{
  g_return_val_if_fail (SL_IS_HISTORY_CELL (self), NULL);
  return self->row;
}
