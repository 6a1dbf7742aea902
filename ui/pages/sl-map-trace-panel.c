/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-trace-panel.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-standing.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define WIDTH 28
/* More than one goes through; the whole is lit all the same. */
#define LINES_MAX 200

struct _SlMapTracePanel
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlTraceStory *story;    /* NULL: nothing is traced */
  SlUid back;
  GtkWidget *heading, *back_button, *title, *sentence, *standing, *note, *list, *more, *evidence;
  char *said;             /* what the lines say: they are not made anew while they say the same */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlMapTracePanel, sl_map_trace_panel, SL_TYPE_SECTION)

enum
{
  CHANGED,
  CHOSEN,
  WENT,
  MESSAGE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static const SlTraceLine *
line_of (SlMapTracePanel *self, int number)
{
  return self->story != NULL && number >= 0 && (guint) number < self->story->lines->len ? self->story->lines->pdata[number] : NULL;
}

static int
chosen_line (SlMapTracePanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static GtkWidget *
new_row (const SlTraceLine *line)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("%s, %s", line->title, line->text);

  gtk_box_append (GTK_BOX (box), sl_words_new (line->title, line->weakest ? "heading" : NULL, WIDTH));
  gtk_box_append (GTK_BOX (box), sl_words_new (line->text, "row-subtitle", WIDTH));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sl_name_widget (row, name);
  return row;
}

static void
on_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SlMapTracePanel *self = data;
  const SlTraceLine *line = line_of (self, gtk_list_box_row_get_index (row));
  const SlTraceLine *last = before != NULL ? line_of (self, gtk_list_box_row_get_index (before)) : NULL;
  GtkWidget *heading = NULL;

  if (line != NULL && (last == NULL || g_strcmp0 (last->section, line->section) != 0))
    {
      heading = sl_words_new (line->section, "heading", WIDTH);
      gtk_widget_add_css_class (heading, "attention-heading");
    }
  gtk_list_box_row_set_header (row, heading);
}

static char *
dup_said (const SlTraceStory *story)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < story->lines->len; i++)
    {
      const SlTraceLine *line = story->lines->pdata[i];

      g_string_append_printf (said, "%s\n%s\n%s\n", line->section, line->title, line->text);
    }
  return g_string_free (said, FALSE);
}

/* The line chosen stays so where the lines say the same as before. */
static void
fill_list (SlMapTracePanel *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  char *said = dup_said (self->story);
  GtkListBoxRow *row;
  g_autofree char *more = NULL;
  guint n = self->story->lines->len;

  if (g_strcmp0 (said, self->said) == 0)
    {
      g_free (said);
      return;
    }
  g_free (self->said);
  self->said = said;
  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (n, LINES_MAX); i++)
    gtk_list_box_append (list, new_row (self->story->lines->pdata[i]));
  self->filling = FALSE;
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->more, n > LINES_MAX);
  more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MIN (n, LINES_MAX)), n - MIN (n, LINES_MAX));
  gtk_label_set_text (GTK_LABEL (self->more), more);
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

static void
show_words (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* The line of the weakest link, or NULL. */
static const SlTraceLine *
weakest_line (SlMapTracePanel *self)
{
  for (guint i = 0; self->story != NULL && i < self->story->lines->len; i++)
    if (((const SlTraceLine *) self->story->lines->pdata[i])->weakest)
      return self->story->lines->pdata[i];
  return NULL;
}

static void
show_evidence (SlMapTracePanel *self)
{
  const SlTraceLine *line = weakest_line (self);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->evidence, line != NULL);
  if (line == NULL)
    return;
  /* TRANSLATORS: a button; {1} is a link of the map: C1 → I1. */
  label = sl_text_compose (_ ("Record Evidence for {1}"), (const char *[]){ line->title, NULL });
  gtk_button_set_label (GTK_BUTTON (self->evidence), label);
}

static void
show_back (SlMapTracePanel *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->back);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->back_button, record != NULL);
  if (record == NULL)
    return;
  /* TRANSLATORS: a button; {1} is the code of a record such as R-001. */
  text = sl_text_compose (_ ("Back to {1}"), (const char *[]){ sl_record_code (record), NULL });
  gtk_widget_set_tooltip_text (self->back_button, text);
  sl_name_widget (self->back_button, text);
}

static void
show (SlMapTracePanel *self)
{
  const SlTraceStory *story = self->story;
  SlStatus status = story->rag == SL_RAG_NONE ? SL_STATUS_NOTHING : sl_status_from_rag (story->rag, FALSE);

  show_words (self->heading, story->heading);
  show_words (self->title, story->title);
  show_words (self->sentence, story->sentence);
  show_words (self->note, story->note);
  for (int way = SL_TRACE_REACH; way <= SL_TRACE_LEVEL; way++)
    sl_standing_set (SL_STANDING (self->standing), way, status, way == (int) story->way ? story->figure : NULL);
  show_back (self);
  show_evidence (self);
  fill_list (self);
}

static void
take_story (SlMapTracePanel *self, SlTraceStory *story)
{
  sl_trace_story_free (self->story);
  self->story = story;
  if (story != NULL)
    show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
sl_map_trace_panel_begin (SlMapTracePanel *self, SlTraceWay way, SlUid uid, SlUid back)
{
  SlTraceStory *story;

  g_return_val_if_fail (SL_IS_MAP_TRACE_PANEL (self), FALSE);
  story = sl_trace_story_new (self->workspace, way, uid);
  if (story == NULL)
    return FALSE;
  self->back = back;
  g_clear_pointer (&self->said, g_free);
  take_story (self, story);
  return TRUE;
}

void
sl_map_trace_panel_end (SlMapTracePanel *self)
{
  g_return_if_fail (SL_IS_MAP_TRACE_PANEL (self));
  if (self->story != NULL)
    take_story (self, NULL);
}

void
sl_map_trace_panel_back (SlMapTracePanel *self)
{
  SlUid back = self->back;

  sl_map_trace_panel_end (self);
  if (sl_data_lookup (sl_workspace_data (self->workspace), back) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", (gint64) back);
}

/* What is edited shows; what goes ends the trace, and says so. */
static void
follow (SlMapTracePanel *self)
{
  SlTraceStory *story;
  g_autofree char *text = NULL;

  if (self->story == NULL)
    return;
  story = sl_trace_story_new (self->workspace, self->story->way, self->story->uid);
  if (story == NULL)
    /* TRANSLATORS: {1} is a record, such as "R-001  Crews may not start". */
    text = sl_text_compose (_ ("{1} is no longer there: the trace has ended"), (const char *[]){ self->story->title, NULL });
  take_story (self, story);
  if (text != NULL)
    g_signal_emit (self, signals[MESSAGE], 0, text);
}

/* --- Acts --------------------------------------------------------------------------------------------------------- */

static void
go (SlMapTracePanel *self, const SlTraceLine *line)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), line->uid);

  if (record == NULL)
    return;
  if (record->kind == SL_KIND_MAP_NODE || record->kind == SL_KIND_MAP_EDGE)
    g_signal_emit (self, signals[WENT], 0, (gint64) line->uid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", (gint64) line->uid);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, SlMapTracePanel *self)
{
  const SlTraceLine *line = line_of (self, gtk_list_box_row_get_index (row));

  if (line != NULL)
    go (self, line);
}

static void
on_chosen (SlMapTracePanel *self)
{
  if (!self->filling && self->story != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_evidence (SlMapTracePanel *self)
{
  const SlTraceLine *line = weakest_line (self);

  if (line != NULL)
    go (self, line);
}

static gboolean
escape (GtkWidget *widget, GVariant *parameters, gpointer data)
{
  sl_map_trace_panel_end (SL_MAP_TRACE_PANEL (widget));
  return TRUE;
}

static SlExplanation *
explain (int topic, gpointer data)
{
  SlMapTracePanel *self = data;

  return self->story != NULL ? sl_trace_story_explain (self->story, self->workspace) : NULL;
}

/* --- What is asked of it ------------------------------------------------------------------------------------------ */

gboolean
sl_map_trace_panel_is_on (SlMapTracePanel *self)
{
  g_return_val_if_fail (SL_IS_MAP_TRACE_PANEL (self), FALSE);
  return self->story != NULL;
}

SlUid
sl_map_trace_panel_traced (SlMapTracePanel *self)
{
  g_return_val_if_fail (SL_IS_MAP_TRACE_PANEL (self), SL_UID_NONE);
  return self->story != NULL ? self->story->uid : SL_UID_NONE;
}

SlUid
sl_map_trace_panel_card (SlMapTracePanel *self)
{
  const SlTraceLine *line;

  g_return_val_if_fail (SL_IS_MAP_TRACE_PANEL (self), SL_UID_NONE);
  line = line_of (self, chosen_line (self));
  return line != NULL ? line->card : SL_UID_NONE;
}

const SlTraceStory *
sl_map_trace_panel_story (SlMapTracePanel *self)
{
  g_return_val_if_fail (SL_IS_MAP_TRACE_PANEL (self), NULL);
  return self->story;
}

void
sl_map_trace_panel_choose (SlMapTracePanel *self, int line)
{
  g_return_if_fail (SL_IS_MAP_TRACE_PANEL (self));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), line));
}

SlMapTrace *
sl_map_trace_panel_paint (const SlMapDrawing *drawing, gpointer panel)
{
  SlMapTracePanel *self = panel;

  return self->story != NULL ? sl_trace_story_paint (self->story, self->workspace, drawing, chosen_line (self)) : NULL;
}

void
sl_map_trace_panel_set_blue_orange (SlMapTracePanel *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_MAP_TRACE_PANEL (self));
  sl_standing_set_blue_orange (SL_STANDING (self->standing), blue_orange);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

/* To its first line, else to what can be asked why. */
static gboolean
sl_map_trace_panel_grab_focus (GtkWidget *widget)
{
  SlMapTracePanel *self = SL_MAP_TRACE_PANEL (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_child_focus (self->standing, GTK_DIR_TAB_FORWARD);
}

static void
sl_map_trace_panel_finalize (GObject *object)
{
  sl_trace_story_free (SL_MAP_TRACE_PANEL (object)->story);
  g_free (SL_MAP_TRACE_PANEL (object)->said);
  G_OBJECT_CLASS (sl_map_trace_panel_parent_class)->finalize (object);
}

static void
sl_map_trace_panel_class_init (SlMapTracePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_map_trace_panel_finalize;
  widget_class->grab_focus = sl_map_trace_panel_grab_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WENT] = g_signal_new ("went", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static void
build_head (SlMapTracePanel *self)
{
  GtkWidget *line = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *end = sl_icon_button_new ("window-close-symbolic", _ ("End the Trace"), NULL);

  self->back_button = sl_icon_button_new ("go-previous-symbolic", _ ("Back"), NULL);
  gtk_widget_set_valign (self->back_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->back_button, "clicked", G_CALLBACK (sl_map_trace_panel_back), self);
  gtk_box_append (GTK_BOX (line), self->back_button);
  self->heading = sl_words_new (NULL, "title-4", WIDTH - 6);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_box_append (GTK_BOX (line), self->heading);
  gtk_widget_set_valign (end, GTK_ALIGN_START);
  g_signal_connect_swapped (end, "clicked", G_CALLBACK (sl_map_trace_panel_end), self);
  gtk_box_append (GTK_BOX (line), end);
}

static void
sl_map_trace_panel_init (SlMapTracePanel *self)
{
  build_head (self);
  self->title = sl_section_add (self, sl_words_new (NULL, NULL, WIDTH));
  self->sentence = sl_section_add (self, sl_words_new (NULL, "row-subtitle", WIDTH));
  self->standing = sl_section_add (self, sl_standing_new (explain, self));
  sl_standing_add (SL_STANDING (self->standing), SL_TRACE_REACH, _ ("At risk"));
  sl_standing_add (SL_STANDING (self->standing), SL_TRACE_THREAT, _ ("At risk"));
  sl_standing_add (SL_STANDING (self->standing), SL_TRACE_WEAKEST, _ ("Evidence"));
  sl_standing_add (SL_STANDING (self->standing), SL_TRACE_LEVEL, _ ("Risk"));
  self->note = sl_section_add (self, sl_words_new (NULL, "row-subtitle", WIDTH));
  self->list = sl_section_add (self, gtk_list_box_new ());
  gtk_widget_add_css_class (self->list, "attention-list");
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), on_header, self, NULL);
  sl_name_widget (self->list, _ ("What is traced"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->list, "selected-rows-changed", G_CALLBACK (on_chosen), self);
  self->more = sl_section_add (self, sl_words_new (NULL, "row-subtitle", WIDTH));
  self->evidence = sl_section_add (self, gtk_button_new ());
  gtk_widget_set_halign (self->evidence, GTK_ALIGN_START);
  g_signal_connect_swapped (self->evidence, "clicked", G_CALLBACK (on_evidence), self);
}

GtkWidget *
sl_map_trace_panel_new (SlWorkspace *workspace)
{
  SlMapTracePanel *self = sl_section_construct (SL_TYPE_MAP_TRACE_PANEL, workspace, 9);

  self->workspace = workspace;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
