/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-person-summary.h"

#include "base/sl-text.h"
#include "insight/sl-person-status.h"
#include "ui/models/sl-owned-words.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-glyph-image.h"
#include "ui/widgets/sl-record-button.h"

#include <glib/gi18n-lib.h>

/* In characters, of lines that wrap. */
#define PANE_WIDTH 28
/* Of each kind at first, and as many more as a button for them would take; the rest comes when asked for. */
#define FIRST_FEW 8
#define SLACK 2
#define FURTHER 100

struct _SlPersonSummary
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid person;
  GtkWidget *standing, *gaps, *glyph, *gaps_text, *acts, *leave, *back, *owned;
  guint limits[SL_N_KINDS];
  char *shown; /* what the list says: it is not made anew while it says the same */
};

G_DEFINE_FINAL_TYPE (SlPersonSummary, sl_person_summary, SL_TYPE_SECTION)

static void
sl_person_summary_finalize (GObject *object)
{
  g_free (SL_PERSON_SUMMARY (object)->shown);
  G_OBJECT_CLASS (sl_person_summary_parent_class)->finalize (object);
}

static void
sl_person_summary_class_init (SlPersonSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_person_summary_finalize;
}

/* --- Here or not -------------------------------------------------------------------------------------------------- */

static char *
dup_days (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);
}

static char *
dup_standing (const SlPerson *person, const SlPersonStatus *status)
{
  g_autofree char *from = sl_date_dup_display (person->active_from), *to = sl_date_dup_display (person->active_to);
  g_autofree char *days = dup_days (status->days);

  switch (status->standing)
    {
    case SL_STANDING_LEAVING:
      if (status->days == 0)
        /* TRANSLATORS: {1} is a date. */
        return sl_text_compose (_ ("Last day today, {1}"), (const char *[]){ to, NULL });
      /* TRANSLATORS: {1} is a date, {2} for example "14 days". */
      return sl_text_compose (_ ("Last day {1}, {2} from now"), (const char *[]){ to, days, NULL });
    case SL_STANDING_COMING:
      return sl_text_compose (_ ("Comes on {1}, {2} from now"), (const char *[]){ from, days, NULL });
    case SL_STANDING_LEFT:
      return sl_text_compose (_ ("Left: last day {1}, {2} ago"), (const char *[]){ to, days, NULL });
    case SL_STANDING_HERE:
    default:
      return *from != '\0' ? sl_text_compose (_ ("Here since {1}"), (const char *[]){ from, NULL }) : g_strdup (_ ("Here"));
    }
}

static char *
dup_gaps (const SlPersonStatus *status)
{
  g_autofree char *n = g_strdup_printf ("%u", status->gaps > 0 ? status->gaps : status->owned);
  const char *format;

  if (status->gaps > 0)
    format = g_dngettext (GETTEXT_PACKAGE, "Red: {1} thing is without an active owner", "Red: {1} things are without an active owner",
                          status->gaps);
  else if (status->standing == SL_STANDING_LEFT)
    format = g_dngettext (GETTEXT_PACKAGE, "Amber: {1} draft was left behind", "Amber: {1} drafts were left behind", status->owned);
  else
    format = g_dngettext (GETTEXT_PACKAGE, "Amber: {1} thing is to be handed over", "Amber: {1} things are to be handed over",
                          status->owned);
  return sl_text_compose (format, (const char *[]){ n, NULL });
}

static void
set_act (GtkWidget *button, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  sl_name_widget (button, label);
}

static void
show_standing (SlPersonSummary *self, const SlPerson *person, const SlPersonStatus *status)
{
  g_autofree char *standing = dup_standing (person, status);
  g_autofree char *gaps = dup_gaps (status);

  gtk_label_set_text (GTK_LABEL (self->standing), standing);
  gtk_label_set_text (GTK_LABEL (self->gaps_text), gaps);
  sl_glyph_image_set_status (SL_GLYPH_IMAGE (self->glyph), sl_status_from_rag (status->rag, FALSE));
  gtk_widget_set_visible (self->gaps, status->rag != SL_RAG_NONE);
  set_act (self->leave, status->standing == SL_STANDING_LEFT ? _ ("Hand Over…") : _ ("Leaving…"));
  set_act (self->back, status->standing == SL_STANDING_LEFT ? _ ("Has Come Back") : _ ("Stays"));
  gtk_widget_set_visible (self->back, person->active_to != SL_DATE_NONE);
}

/* --- What is owned ------------------------------------------------------------------------------------------------ */

static GtkWidget *
new_owned_button (const SlView *view, const SlOwned *owned)
{
  g_autofree char *title = sl_owned_dup_title (view->data, owned), *facts = sl_owned_dup_facts (view, owned);

  return sl_record_button_new (owned->uid, title, facts, PANE_WIDTH);
}

static void show_owned (SlPersonSummary *self);

static void
on_more (GtkButton *button, SlPersonSummary *self)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));

  self->limits[kind] += FURTHER;
  g_clear_pointer (&self->shown, g_free);
  show_owned (self);
}

static GtkWidget *
new_more_button (SlPersonSummary *self, int kind, guint n_hidden)
{
  guint n = MIN (n_hidden, FURTHER);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", n), n);
  g_autofree char *name = g_strdup_printf ("%s: %s", g_dgettext (GETTEXT_PACKAGE, sl_kind_get (kind)->plural), label);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more-fields");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (on_more), self);
  sl_name_widget (button, name);
  return button;
}

static guint
n_shown (SlPersonSummary *self, int kind, guint n)
{
  return n <= self->limits[kind] + SLACK ? n : self->limits[kind];
}

static void
add_kind (SlPersonSummary *self, const SlView *view, const GArray *owned, guint at, guint n)
{
  int kind = g_array_index (owned, SlOwned, at).kind;
  guint shown = n_shown (self, kind, n);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", g_dgettext (GETTEXT_PACKAGE, sl_kind_get (kind)->plural), n);

  gtk_box_append (GTK_BOX (self->owned), sl_words_new (heading, "heading", PANE_WIDTH));
  for (guint i = 0; i < shown; i++)
    gtk_box_append (GTK_BOX (self->owned), new_owned_button (view, &g_array_index (owned, SlOwned, at + i)));
  if (shown < n)
    gtk_box_append (GTK_BOX (self->owned), new_more_button (self, kind, n - shown));
}

/* What the list would say, in one string: cheap to compare, and the focus stays where it is while nothing differs. */
static char *
dup_content (SlPersonSummary *self, const SlView *view, const GArray *owned)
{
  GString *s = g_string_new (NULL);

  for (guint at = 0; at < owned->len; at += sl_owned_count_kind (owned, at))
    {
      guint n = sl_owned_count_kind (owned, at);
      int kind = g_array_index (owned, SlOwned, at).kind;

      g_string_append_printf (s, "%d %u\n", kind, n);
      for (guint i = at; i < at + n_shown (self, kind, n); i++)
        {
          g_autofree char *title = sl_owned_dup_title (view->data, &g_array_index (owned, SlOwned, i));
          g_autofree char *facts = sl_owned_dup_facts (view, &g_array_index (owned, SlOwned, i));

          g_string_append_printf (s, "%" G_GINT64_FORMAT " %s %s\n", g_array_index (owned, SlOwned, i).uid, title, facts);
        }
    }
  return g_string_free (s, FALSE);
}

static void
show_owned (SlPersonSummary *self)
{
  SlView view = sl_workspace_view (self->workspace);
  g_autoptr (GArray) owned = sl_owned_in_order (&view, self->person);
  char *content = dup_content (self, &view, owned);
  GtkWidget *child;

  if (g_strcmp0 (content, self->shown) == 0)
    {
      g_free (content);
      return;
    }
  g_free (self->shown);
  self->shown = content;
  while ((child = gtk_widget_get_first_child (self->owned)) != NULL)
    gtk_box_remove (GTK_BOX (self->owned), child);
  for (guint at = 0; at < owned->len; at += sl_owned_count_kind (owned, at))
    add_kind (self, &view, owned, at, sl_owned_count_kind (owned, at));
  if (owned->len == 0)
    gtk_box_append (GTK_BOX (self->owned), sl_words_new (_ ("Answers for nothing just now"), "dim-label", PANE_WIDTH));
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_act (SlPersonSummary *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->acts), button);
  return button;
}

static void
sl_person_summary_init (SlPersonSummary *self)
{
  self->standing = sl_section_add (self, sl_words_new (NULL, "sentence", PANE_WIDTH));
  self->gaps = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->glyph = sl_glyph_image_new ();
  gtk_widget_set_valign (self->glyph, GTK_ALIGN_START);
  self->gaps_text = sl_words_new (NULL, NULL, PANE_WIDTH);
  gtk_box_append (GTK_BOX (self->gaps), self->glyph);
  gtk_box_append (GTK_BOX (self->gaps), self->gaps_text);
  self->acts = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->leave = add_act (self, "row.leave");
  self->back = add_act (self, "row.come-back");
  self->owned = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (self->owned, "owned-kinds");
}

GtkWidget *
sl_person_summary_new (SlWorkspace *workspace)
{
  SlPersonSummary *self = sl_section_construct (SL_TYPE_PERSON_SUMMARY, workspace, 12);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_person_summary_show (SlPersonSummary *self, SlUid person)
{
  SlView view;
  const SlRecord *record;
  SlPersonStatus status;

  g_return_if_fail (SL_IS_PERSON_SUMMARY (self));
  view = sl_workspace_view (self->workspace);
  record = sl_data_lookup (view.data, person);
  if (record == NULL)
    return;
  if (person != self->person)
    for (guint k = 0; k < SL_N_KINDS; k++)
      self->limits[k] = FIRST_FEW;
  self->person = person;
  sl_person_status (&view, SL_AS (PERSON, record), &status);
  show_standing (self, SL_AS (PERSON, record), &status);
  show_owned (self);
}

void
sl_person_summary_set_blue_orange (SlPersonSummary *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_PERSON_SUMMARY (self));
  sl_glyph_image_set_blue_orange (SL_GLYPH_IMAGE (self->glyph), blue_orange);
}
