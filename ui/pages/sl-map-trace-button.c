/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-trace-button.h"

#include "base/sl-text.h"
#include "insight/sl-issue-status.h"
#include "insight/sl-settings-moves.h"
#include "ui/pages/sl-map-trace-story.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-record-button.h"
#include "ui/widgets/sl-record-list.h"

#include <glib/gi18n-lib.h>

struct _SlMapTraceButton
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  GtkWidget *button, *label;
  GtkWidget *popover, *list; /* NULL until it is opened */
};

G_DEFINE_FINAL_TYPE (SlMapTraceButton, sl_map_trace_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
sl_map_trace_button_dispose (GObject *object)
{
  SlMapTraceButton *self = SL_MAP_TRACE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_trace_button_parent_class)->dispose (object);
}

static void
sl_map_trace_button_class_init (SlMapTraceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_map_trace_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
}

/* --- What there is to choose from --------------------------------------------------------------------------------- */

/* Open threats before all others, by level; then issues, benefits, outcomes. */
static int
rank_of (const SlRecord *record, SlRag rag)
{
  if (record->kind == SL_KIND_RISK)
    return sl_risk_is_open_threat (SL_AS (RISK, record)) ? SL_RAG_RED - (int) rag : 5;
  return record->kind == SL_KIND_ISSUE ? 4 : record->kind == SL_KIND_BENEFIT ? 6 : 7;
}

/* "Risk · Red · Treating": searched by its words. */
static void
describe (SlWorkspace *workspace, const SlRecord *record, SlRecordRow *row)
{
  SlView view = sl_workspace_view (workspace);
  SlRag rag = SL_RAG_NONE;
  g_autofree char *line = sl_record_dup_line (&view, record, NULL), *key = NULL;

  if (record->kind == SL_KIND_RISK && SL_AS (RISK, record)->kind == SL_RISK_KIND_THREAT)
    rag = sl_assessment_rag (view.data, sl_risk_assessment_in_force (&view, record->uid, SL_ASSESSMENT_TYPE_CURRENT));
  row->title = sl_record_dup_title (view.data, record);
  row->subtitle = rag != SL_RAG_NONE ? g_strdup_printf ("%s · %s", g_dgettext (GETTEXT_PACKAGE, sl_rag_label (rag, FALSE)), line)
                                     : g_strdup (line);
  key = g_strdup_printf ("%d %s", rank_of (record, rag), sl_record_code (record) != NULL ? sl_record_code (record) : "");
  row->order = g_utf8_collate_key_for_filename (key, -1);
}

/* Risks and issues that are done with reach nothing any more, benefits that are given up are not counted. */
static gboolean
is_offered (const SlRecord *record, gpointer data)
{
  SlMapTraceButton *self = data;
  SlView view = sl_workspace_view (self->workspace);

  if (record->kind == SL_KIND_RISK)
    return sl_risk_is_open (SL_AS (RISK, record));
  if (record->kind == SL_KIND_ISSUE)
    return sl_issue_is_open (&view, SL_AS (ISSUE, record));
  if (record->kind == SL_KIND_BENEFIT)
    return SL_AS (BENEFIT, record)->state != SL_BENEFIT_STATE_CLOSED && SL_AS (BENEFIT, record)->state != SL_BENEFIT_STATE_WITHDRAWN;
  return sl_trace_way_of (view.data, record->uid) == SL_TRACE_WEAKEST;
}

static const SlRecordChoice choice = {
  (const int[]){ SL_KIND_RISK, SL_KIND_ISSUE, SL_KIND_BENEFIT, SL_KIND_MAP_NODE, -1 },
  N_ ("Find a risk, an issue, a benefit or an outcome"),
  N_ ("No open risk, issue, benefit or outcome is called that. Say of a risk what it threatens, and the map shows what follows."),
  describe,
};

/* --- Opening ------------------------------------------------------------------------------------------------------ */

static void
on_chosen (SlRecordList *list, gint64 uid, SlMapTraceButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, chosen_signal, 0, uid);
}

static void
on_stop (SlMapTraceButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_show (SlMapTraceButton *self)
{
  sl_record_list_offer (SL_RECORD_LIST (self->list), is_offered, self, SL_UID_NONE);
}

static void
on_hide (SlMapTraceButton *self)
{
  sl_record_list_clear (SL_RECORD_LIST (self->list));
}

static void
build_popover (GtkMenuButton *button, gpointer data)
{
  SlMapTraceButton *self = data;

  self->list = sl_record_list_new (self->workspace, _ ("What can be traced"), &choice);
  g_signal_connect (self->list, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->list, "stopped", G_CALLBACK (on_stop), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (on_show), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_hide), self);
  sl_name_widget (self->popover, _ ("Trace"));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_popover (button, self->popover);
}

/* The bar is crowded in a narrow window: there a sign stands for the words. */
static GtkWidget *
new_labels (SlMapTraceButton *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->label = gtk_label_new (NULL);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->label);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_image_new_from_icon_name ("mark-location-symbolic"));
  return squeezer;
}

static void
sl_map_trace_button_init (SlMapTraceButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), new_labels (self));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), build_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  sl_map_trace_button_set_traced (self, SL_UID_NONE);
}

GtkWidget *
sl_map_trace_button_new (SlWorkspace *workspace)
{
  SlMapTraceButton *self = g_object_new (SL_TYPE_MAP_TRACE_BUTTON, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

void
sl_map_trace_button_open (SlMapTraceButton *self)
{
  g_return_if_fail (SL_IS_MAP_TRACE_BUTTON (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

void
sl_map_trace_button_set_traced (SlMapTraceButton *self, SlUid uid)
{
  const SlRecord *record;
  g_autofree char *label = NULL;

  g_return_if_fail (SL_IS_MAP_TRACE_BUTTON (self));
  record = uid != SL_UID_NONE ? sl_data_lookup (sl_workspace_data (self->workspace), uid) : NULL;
  label = record != NULL
              /* TRANSLATORS: a button; {1} is the code of what is traced on the map: R-001. */
              ? sl_text_compose (_ ("Traced: {1}"), (const char *[]){ sl_record_code (record), NULL })
              /* TRANSLATORS: a button: choose what is traced on the map. */
              : g_strdup (_ ("Trace…"));
  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_widget_set_tooltip_text (self->button, _ ("Trace what a risk reaches, what can reach a benefit, how an outcome is argued"));
  sl_name_widget (self->button, label);
}

void
sl_map_trace_button_take (SlMapTraceButton *self, const char *text)
{
  g_return_if_fail (SL_IS_MAP_TRACE_BUTTON (self) && self->list != NULL);
  sl_record_list_type (SL_RECORD_LIST (self->list), text);
  sl_record_list_take (SL_RECORD_LIST (self->list));
}
