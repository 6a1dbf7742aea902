/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-timeline.h"

#include "base/sl-text.h"
#include "ui/pages/sl-risk-moments.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define WIDTH 28
/* At first, and as many more as a button for them would take; the rest comes when asked for. */
#define FIRST_FEW 6
#define SLACK 2
#define FURTHER 50

struct _SlRiskTimeline
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  SlHistory *moves;   /* NULL until a risk is shown */
  SlHistory *history; /* NULL until edits were asked for */
  guint limit, idle;
  char *shown;        /* what the list says: it is not made anew while it says the same */
  GtkWidget *list, *more, *edits;
};

G_DEFINE_FINAL_TYPE (SlRiskTimeline, sl_risk_timeline, SL_TYPE_SECTION)

static void
drop (SlHistory **history, SlRiskTimeline *self)
{
  if (*history != NULL)
    g_signal_handlers_disconnect_by_data (*history, self);
  g_clear_object (history);
}

static void
sl_risk_timeline_dispose (GObject *object)
{
  SlRiskTimeline *self = SL_RISK_TIMELINE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop (&self->moves, self);
  drop (&self->history, self);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sl_risk_timeline_parent_class)->dispose (object);
}

static void
sl_risk_timeline_class_init (SlRiskTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_risk_timeline_dispose;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static void
add_words (GtkWidget *box, const char *text, const char *css)
{
  gtk_box_append (GTK_BOX (box), sl_words_new (text, css, WIDTH));
}

static void
add_moment (SlRiskTimeline *self, const SlRiskMoment *moment)
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

static gboolean
is_risk (SlRiskTimeline *self)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);

  return record != NULL && record->kind == SL_KIND_RISK;
}

static const char *
edits_label (SlRiskTimeline *self)
{
  if (!is_risk (self))
    return self->history != NULL ? _ ("Hide What Was Changed") : _ ("Show What Was Changed");
  return self->history != NULL ? _ ("Leave Edits Out") : _ ("Show Edits Too");
}

static char *
dup_content (const GPtrArray *moments, guint n)
{
  GString *s = g_string_new (NULL);

  g_string_append_printf (s, "%u of %u\n", n, moments->len);
  for (guint i = 0; i < n; i++)
    {
      const SlRiskMoment *moment = moments->pdata[i];

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
  if (n == 0 && is_risk (self))
    add_words (self->list, _ ("Nobody has rated or reviewed it yet. The first rating begins its story."), "dim-label");
  gtk_widget_set_visible (self->more, rest > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
}

static void
refresh (SlRiskTimeline *self)
{
  g_autoptr (GPtrArray) moments = sl_risk_moments (self->workspace, self->risk, self->moves, self->history);

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
  gboolean shown = self->history != NULL;

  if (shown)
    drop (&self->history, self);
  else
    {
      self->history = sl_history_new (self->workspace);
      g_signal_connect_swapped (self->history, "added", G_CALLBACK (on_added), self);
    }
  gtk_button_set_label (GTK_BUTTON (self->edits), edits_label (self));
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
  gtk_button_set_label (GTK_BUTTON (self->edits), edits_label (self));
  if (self->moves == NULL && is_risk (self))
    {
      self->moves = sl_history_new_moves (self->workspace);
      g_signal_connect_swapped (self->moves, "added", G_CALLBACK (on_added), self);
    }
  refresh (self);
}
