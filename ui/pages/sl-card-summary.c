/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-card-summary.h"

#include "base/sl-text.h"
#include "insight/sl-map-words.h"
#include "ui/pages/sl-map-trace-link.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-standing.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define PANE_WIDTH 28

struct _SlCardSummary
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid card;
  GtkWidget *what, *sight, *standing, *struck, *argued;
};

G_DEFINE_FINAL_TYPE (SlCardSummary, sl_card_summary, SL_TYPE_SECTION)

/* To the first line that can be asked why. */
static gboolean
sl_card_summary_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (SL_CARD_SUMMARY (widget)->standing, GTK_DIR_TAB_FORWARD);
}

static void
sl_card_summary_class_init (SlCardSummaryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_card_summary_grab_focus;
}

static SlExplanation *
explain (int topic, gpointer data)
{
  SlCardSummary *self = data;
  SlView view = sl_workspace_view (self->workspace);
  const SlMapStatus *map = sl_workspace_map_status (self->workspace);

  return map != NULL ? sl_map_explain (map, &view, self->card, topic, TRUE) : NULL;
}

/* --- What it is --------------------------------------------------------------------------------------------------- */

/* "Business change · In progress · Operations Sample · £120k" */
static char *
dup_what (SlCardSummary *self, const SlMapNode *node)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_node_type_enum, node->type))));
  if (node->polarity == SL_POLARITY_NEGATIVE)
    g_ptr_array_add (parts, g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_polarity_enum, node->polarity))));
  g_ptr_array_add (parts, g_strdup (g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_node_status_enum, node->status))));
  g_ptr_array_add (parts, g_strdup (node->owner != SL_UID_NONE ? sl_data_name (data, node->owner) : _ ("Nobody is named")));
  if (node->project != SL_UID_NONE)
    g_ptr_array_add (parts, g_strdup (sl_data_name (data, node->project)));
  if (node->budget != SL_MONEY_NONE && node->type == SL_NODE_TYPE_INVESTMENT && programme != NULL)
    g_ptr_array_add (parts, sl_money_dup_short (node->budget, programme->currency));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* --- Where it stands ---------------------------------------------------------------------------------------------- */

static void
show_strength (SlCardSummary *self, const SlNodeStatus *status)
{
  g_autofree char *strength = g_strdup_printf ("%d", status->strength), *needed = g_strdup_printf ("%d", status->strength_needed);
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_evidence_label (status->strength));
  gboolean weak = status->strength < status->strength_needed;
  g_autofree char *text = NULL;

  if (status->type != SL_NODE_TYPE_INVESTMENT)
    /* TRANSLATORS: {1} is a grade of evidence from 0 to 4, {2} what it means, {3} the grade that is needed. */
    text = sl_text_compose (weak ? _ ("{1}, {2}; needs {3}") : _ ("{1}, {2}"), (const char *[]){ strength, label, needed, NULL });
  sl_standing_set (SL_STANDING (self->standing), SL_NODE_TOPIC_STRENGTH, weak ? SL_STATUS_AMBER : SL_STATUS_NOTHING, text);
}

/* "93 days later than planned"; NULL: on the day. */
static char *
dup_slip (SlDate planned, SlDate day)
{
  int late = day - planned;

  if (late == 0)
    return NULL;
  return late > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later than planned", "%d days later than planned", (gulong) late), late)
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day sooner than planned", "%d days sooner than planned", (gulong) -late), -late);
}

/* What is neither done nor moved, and its day has passed. */
static char *
dup_missed (const SlMapNode *node, SlDate as_of)
{
  SlDate day = node->forecast != SL_DATE_NONE ? node->forecast : node->planned;
  gboolean waits = node->status == SL_NODE_STATUS_PLANNED || node->status == SL_NODE_STATUS_IN_PROGRESS;
  int days = as_of - day;

  if (day == SL_DATE_NONE || node->actual != SL_DATE_NONE || !waits || days <= 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) days), days);
}

/* "planned 1 Oct 2026, now 1 Dec 2026"; NULL: no day is given. */
static char *
dup_days (const SlMapNode *node)
{
  g_autofree char *planned = node->planned != SL_DATE_NONE ? sl_date_dup_display (node->planned) : NULL;
  g_autofree char *forecast = node->forecast != SL_DATE_NONE ? sl_date_dup_display (node->forecast) : NULL;
  g_autofree char *actual = node->actual != SL_DATE_NONE ? sl_date_dup_display (node->actual) : NULL;

  if (actual != NULL)
    /* TRANSLATORS: of a card of the map; {1} and {2} are days. */
    return planned != NULL ? sl_text_compose (_ ("done {1}, planned for {2}"), (const char *[]){ actual, planned, NULL })
                           : sl_text_compose (_ ("done {1}"), (const char *[]){ actual, NULL });
  if (forecast != NULL && planned != NULL && node->forecast != node->planned)
    /* TRANSLATORS: of a card of the map; {1} and {2} are days. */
    return sl_text_compose (_ ("now {1}, planned for {2}"), (const char *[]){ forecast, planned, NULL });
  if (planned != NULL || forecast != NULL)
    return g_strdup (planned != NULL ? planned : forecast);
  return NULL;
}

static void
show_schedule (SlCardSummary *self, const SlMapNode *node, const SlNodeStatus *status)
{
  SlDate day = node->actual != SL_DATE_NONE ? node->actual : node->forecast;
  g_autofree char *days = dup_days (node), *missed = dup_missed (node, sl_workspace_as_of (self->workspace));
  g_autofree char *slip = node->planned != SL_DATE_NONE && day != SL_DATE_NONE ? dup_slip (node->planned, day) : NULL;
  g_autoptr (GString) text = g_string_new (days != NULL ? days : _ ("no date given"));

  if (slip != NULL)
    g_string_append_printf (text, "\n%s", slip);
  if (missed != NULL)
    g_string_append_printf (text, slip != NULL ? ", %s" : "\n%s", missed);
  sl_standing_set (SL_STANDING (self->standing), SL_NODE_TOPIC_SCHEDULE, sl_status_from_rag (status->schedule, FALSE), text->str);
}

static void
show_level (SlCardSummary *self, const SlNodeStatus *status)
{
  const SlRecord *culprit = sl_data_lookup (sl_workspace_data (self->workspace), status->culprit);
  const char *word = g_dgettext (GETTEXT_PACKAGE, sl_rag_label (status->level, FALSE));
  g_autofree char *text = NULL;

  if (status->level == SL_RAG_NONE || culprit == NULL)
    text = g_strdup (_ ("nothing open reaches it"));
  else
    /* TRANSLATORS: {1} is "Amber", {2} the code of the risk, issue or late card that it comes from. */
    text = sl_text_compose (_ ("{1}, from {2}"), (const char *[]){ word, sl_record_code (culprit), NULL });
  sl_standing_set (SL_STANDING (self->standing), SL_NODE_TOPIC_LEVEL, sl_status_from_rag (status->level, FALSE), text);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_words (SlCardSummary *self, const char *css)
{
  GtkWidget *label = sl_words_new (NULL, css, PANE_WIDTH);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
sl_card_summary_init (SlCardSummary *self)
{
  self->what = add_words (self, "row-subtitle");
  self->sight = add_words (self, "sentence");
  self->standing = sl_standing_new (explain, self);
  sl_standing_add (SL_STANDING (self->standing), SL_NODE_TOPIC_SIGHT, _ ("Sight"));
  sl_standing_add (SL_STANDING (self->standing), SL_NODE_TOPIC_STRENGTH, _ ("Evidence"));
  sl_standing_add (SL_STANDING (self->standing), SL_NODE_TOPIC_SCHEDULE, _ ("When"));
  sl_standing_add (SL_STANDING (self->standing), SL_NODE_TOPIC_LEVEL, _ ("Risk"));
  gtk_widget_set_parent (self->standing, GTK_WIDGET (self));
  self->struck = sl_section_add (self, sl_map_trace_link_new (_ ("What Strikes It")));
  self->argued = sl_section_add (self, sl_map_trace_link_new (_ ("Weakest Link")));
}

GtkWidget *
sl_card_summary_new (SlWorkspace *workspace)
{
  SlCardSummary *self = sl_section_construct (SL_TYPE_CARD_SUMMARY, workspace, 9);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_card_summary_show (SlCardSummary *self, SlUid card)
{
  const SlRecord *record;
  const SlMapStatus *map;
  const SlNodeStatus *status;
  g_autofree char *what = NULL, *sight = NULL;

  g_return_if_fail (SL_IS_CARD_SUMMARY (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), card);
  self->card = record != NULL ? card : SL_UID_NONE;
  if (record == NULL)
    return;
  map = sl_workspace_map_status (self->workspace);
  status = map != NULL ? sl_map_status_node (map, card) : NULL;
  what = dup_what (self, SL_AS (MAP_NODE, record));
  sight = status != NULL ? sl_map_dup_sight (status, TRUE) : g_strdup (_ ("It was dropped, and counts for nothing."));
  show_text (self->what, what);
  show_text (self->sight, sight);
  gtk_widget_set_visible (self->standing, status != NULL);
  sl_map_trace_link_set (self->struck, status != NULL && status->level != SL_RAG_NONE ? card : SL_UID_NONE, SL_TRACE_LEVEL);
  sl_map_trace_link_set (self->argued, status != NULL && sl_node_type_is_outcome (status->type) ? card : SL_UID_NONE, SL_TRACE_WEAKEST);
  if (status == NULL)
    return;
  sl_standing_set (SL_STANDING (self->standing), SL_NODE_TOPIC_SIGHT, status->failed == 0 ? SL_STATUS_GREEN : SL_STATUS_UNKNOWN,
                   status->failed == 0 ? _ ("complete") : _ ("broken"));
  show_strength (self, status);
  show_schedule (self, SL_AS (MAP_NODE, record), status);
  show_level (self, status);
}

const char *
sl_card_summary_sight (SlCardSummary *self)
{
  g_return_val_if_fail (SL_IS_CARD_SUMMARY (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->sight));
}

void
sl_card_summary_set_blue_orange (SlCardSummary *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_CARD_SUMMARY (self));
  sl_standing_set_blue_orange (SL_STANDING (self->standing), blue_orange);
}
