/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-timeline.h"

#include "base/sl-text.h"
#include "insight/sl-risk-story.h"
#include "ui/sl-compat.h"
#include "workspace/sl-history.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define WIDTH 28
/* At first, and as many more as a button for them would take; the rest comes when asked for. */
#define FIRST_FEW 6
#define SLACK 2
#define FURTHER 50

/* One line, whether from a dated record or from the history. */
typedef struct
{
  SlDate day;
  char *text, *who, *note; /* who, note: may be NULL */
} Moment;

struct _SlRiskTimeline
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  SlHistory *history; /* NULL until edits were asked for */
  guint limit, idle;
  char *shown;        /* what the list says: it is not made anew while it says the same */
  GtkWidget *list, *more, *edits;
};

G_DEFINE_FINAL_TYPE (SlRiskTimeline, sl_risk_timeline, SL_TYPE_SECTION)

static void
sl_risk_timeline_dispose (GObject *object)
{
  SlRiskTimeline *self = SL_RISK_TIMELINE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sl_risk_timeline_parent_class)->dispose (object);
}

static void
sl_risk_timeline_class_init (SlRiskTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_risk_timeline_dispose;
}

/* --- In words ----------------------------------------------------------------------------------------------------- */

static void
moment_free (gpointer data)
{
  Moment *self = data;

  g_free (self->text);
  g_free (self->who);
  g_free (self->note);
  g_free (self);
}

/* As it was called on its day. */
static const char *
level_word (const SlRisk *risk, const SlStoryEvent *event)
{
  return g_dgettext (GETTEXT_PACKAGE, sl_rag_label (event->rag, risk->kind == SL_RISK_KIND_OPPORTUNITY));
}

static char *
dup_assessed (const SlView *view, const SlRisk *risk, const SlStoryEvent *event)
{
  const char *type = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_assessment_type_enum, event->type));
  g_autofree char *score = g_strdup_printf ("%d", event->score), *before = g_strdup_printf ("%d", event->earlier_score);

  if (event->score == 0)
    /* TRANSLATORS: {1} is "Current" or "Target". */
    return sl_text_compose (_ ("{1} rating, not scored"), (const char *[]){ type, NULL });
  if (event->earlier_score > 0 && event->earlier_score != event->score)
    /* TRANSLATORS: {1} is "Current" or "Target", {2} the score, {3} its level, {4} the score before. */
    return sl_text_compose (_ ("{1} rating {2} {3}, was {4}"),
                            (const char *[]){ type, score, level_word (risk, event), before, NULL });
  return sl_text_compose (_ ("{1} rating {2} {3}"), (const char *[]){ type, score, level_word (risk, event), NULL });
}

static char *
dup_reviewed (const SlView *view, const SlStoryEvent *event)
{
  const SlRiskReview *review = SL_AS (RISK_REVIEW, sl_data_lookup (view->data, event->record));

  /* TRANSLATORS: {1} is what came of a review: "No change". */
  return sl_text_compose (_ ("Review: {1}"),
                          (const char *[]){ g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_review_outcome_enum, review->outcome)),
                                            NULL });
}

static char *
dup_moved (const SlView *view, const SlStoryEvent *event)
{
  g_autofree char *from = sl_date_dup_display (event->from), *to = sl_date_dup_display (event->to);
  const char *code = sl_record_code (sl_data_lookup (view->data, event->record));

  /* TRANSLATORS: {1} is a code such as A-01, {2} and {3} are dates. */
  return sl_text_compose (_ ("{1} moved from {2} to {3}"), (const char *[]){ code, from, to, NULL });
}

static char *
dup_text (const SlView *view, const SlRisk *risk, const SlStoryEvent *event)
{
  const SlRecord *record = sl_data_lookup (view->data, event->record);
  const char *code[] = { record != NULL ? sl_record_code (record) : "", NULL };

  switch (event->what)
    {
    case SL_STORY_ASSESSED:
      return dup_assessed (view, risk, event);
    case SL_STORY_REVIEWED:
      return dup_reviewed (view, event);
    case SL_STORY_ACTION_MOVED:
      return dup_moved (view, event);
    case SL_STORY_ACTION_VERIFIED:
      /* TRANSLATORS: {1} is the code of an action. */
      return sl_text_compose (_ ("{1} done and verified"), code);
    case SL_STORY_ESCALATED:
      /* TRANSLATORS: {1} is the code of an escalation. */
      return sl_text_compose (_ ("Escalated with {1}"), code);
    case SL_STORY_ANSWERED:
      /* TRANSLATORS: {1} is the code of an escalation. */
      return sl_text_compose (_ ("{1} answered"), code);
    case SL_STORY_ACCEPTED:
      return g_strdup (_ ("Accepted"));
    case SL_STORY_OCCURRED:
      return g_strdup (_ ("It occurred"));
    case SL_STORY_CLOSED:
    default:
      /* TRANSLATORS: {1} is why a risk was closed: "Avoided". */
      return sl_text_compose (
          _ ("Closed: {1}"),
          (const char *[]){ g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_close_reason_enum, risk->close_reason)), NULL });
    }
}

static void
add_story (SlRiskTimeline *self, GPtrArray *moments)
{
  SlView view = sl_workspace_view (self->workspace);
  const SlRisk *risk = SL_AS (RISK, sl_data_lookup (view.data, self->risk));
  g_autoptr (GArray) story = NULL;

  if (risk == NULL || view.settings == NULL)
    return;
  story = sl_risk_story (&view, risk);
  for (guint i = 0; i < story->len; i++)
    {
      const SlStoryEvent *event = &g_array_index (story, SlStoryEvent, i);
      const char *who = sl_data_name (view.data, event->by);
      Moment *moment = g_new0 (Moment, 1);

      moment->day = event->day;
      moment->text = dup_text (&view, risk, event);
      moment->who = *who != '\0' ? g_strdup (who) : NULL;
      moment->note = g_strdup (event->note);
      g_ptr_array_add (moments, moment);
    }
}

/* --- Edits, when asked for ---------------------------------------------------------------------------------------- */

static void
add_edits (SlRiskTimeline *self, GPtrArray *moments)
{
  SlHistoryFilter filter = SL_HISTORY_FILTER_ALL;

  filter.record = self->risk;
  for (guint i = 0; self->history != NULL && i < sl_history_count (self->history); i++)
    {
      const SlHistoryEntry *entry = sl_history_nth (self->history, i);
      Moment *moment;

      if (!sl_history_filter_match (&filter, entry))
        continue;
      moment = g_new0 (Moment, 1);
      moment->day = entry->day;
      moment->text = entry->summary != NULL ? g_strdup_printf ("%s · %s", entry->label, entry->summary) : g_strdup (entry->label);
      moment->who = sl_history_dup_actor (entry->actor, sl_history_names (self->history));
      moment->note = g_strdup (entry->reason);
      g_ptr_array_add (moments, moment);
    }
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *x = *(Moment *const *) a, *y = *(Moment *const *) b;

  return x->day == y->day ? 0 : x->day > y->day ? -1 : 1;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static void
add_words (GtkWidget *box, const char *text, const char *css)
{
  gtk_box_append (GTK_BOX (box), sl_words_new (text, css, WIDTH));
}

static void
add_moment (SlRiskTimeline *self, const Moment *moment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = sl_date_dup_display (moment->day);
  g_autofree char *head = moment->who != NULL ? g_strdup_printf ("%s · %s", day, moment->who) : g_strdup (day);

  gtk_widget_add_css_class (box, "moment");
  add_words (box, head, "row-subtitle");
  add_words (box, moment->text, NULL);
  if (moment->note != NULL)
    {
      /* TRANSLATORS: somebody's own words. */
      g_autofree char *quoted = sl_text_compose (_ ("“{1}”"), (const char *[]){ moment->note, NULL });

      add_words (box, quoted, "row-subtitle");
    }
  gtk_box_append (GTK_BOX (self->list), box);
}

static char *
dup_content (const GPtrArray *moments, guint n)
{
  GString *s = g_string_new (NULL);

  g_string_append_printf (s, "%u of %u\n", n, moments->len);
  for (guint i = 0; i < n; i++)
    {
      const Moment *moment = moments->pdata[i];

      g_string_append_printf (s, "%d %s %s %s\n", moment->day, moment->text, moment->who != NULL ? moment->who : "",
                              moment->note != NULL ? moment->note : "");
    }
  return g_string_free (s, FALSE);
}

static void
fill (SlRiskTimeline *self, const GPtrArray *moments)
{
  guint n = moments->len <= self->limit + SLACK ? moments->len : self->limit, rest = MIN (moments->len - n, FURTHER);
  g_autofree char *content = dup_content (moments, n);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", rest), rest);
  GtkWidget *child;

  if (g_strcmp0 (content, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&content);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < n; i++)
    add_moment (self, moments->pdata[i]);
  if (n == 0)
    add_words (self->list, _ ("Nobody has rated or reviewed it yet. The first rating begins its story."), "dim-label");
  gtk_widget_set_visible (self->more, rest > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
}

static void
refresh (SlRiskTimeline *self)
{
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (moment_free);

  add_edits (self, moments);
  add_story (self, moments);
  g_ptr_array_sort (moments, compare_moments);
  fill (self, moments);
}

static gboolean
on_idle (gpointer data)
{
  SlRiskTimeline *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Slices of a long history come in quickly: shown together. */
static void
on_added (SlRiskTimeline *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
on_more (SlRiskTimeline *self)
{
  self->limit += FURTHER;
  refresh (self);
}

static void
on_edits (SlRiskTimeline *self)
{
  gtk_widget_set_visible (self->edits, FALSE);
  self->history = sl_history_new (self->workspace);
  g_signal_connect_swapped (self->history, "added", G_CALLBACK (on_added), self);
  on_added (self);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_button (SlRiskTimeline *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more-fields");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return sl_section_add (self, button);
}

static void
sl_risk_timeline_init (SlRiskTimeline *self)
{
  self->limit = FIRST_FEW;
  sl_section_add (self, sl_words_new (_ ("What Happened"), "heading", 0));
  self->list = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->more = add_button (self, "", G_CALLBACK (on_more));
  self->edits = add_button (self, _ ("Show Edits Too"), G_CALLBACK (on_edits));
}

GtkWidget *
sl_risk_timeline_new (SlWorkspace *workspace)
{
  SlRiskTimeline *self = sl_section_construct (SL_TYPE_RISK_TIMELINE, workspace, 0);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_risk_timeline_show (SlRiskTimeline *self, SlUid uid)
{
  g_return_if_fail (SL_IS_RISK_TIMELINE (self));
  if (uid != self->risk)
    self->limit = FIRST_FEW;
  self->risk = uid;
  refresh (self);
}
