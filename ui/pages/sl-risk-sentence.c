/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-sentence.h"

#include "insight/sl-risk-hints.h"
#include "ui/models/sl-owned-words.h"
#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

#define N_CLAUSES 3
/* In characters, of lines that wrap. */
#define WIDTH 28
#define SIMILAR_MAX 3
/* Of larger registers similar risks are looked for when asked: each risk has to be read once. */
#define SEARCHED_AT_ONCE 2000

typedef struct
{
  GtkWidget *button, *label, *hint;
} Clause;

struct _SlRiskSentence
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  Clause clauses[N_CLAUSES];
  GtkWidget *similar, *look; /* look: the button that searches */
  char *searched;            /* the words that similar risks were looked for; NULL: none */
};

G_DEFINE_FINAL_TYPE (SlRiskSentence, sl_risk_sentence, SL_TYPE_SECTION)

static const struct
{
  guint field;
  const char *before, *missing, *edit;
} parts[N_CLAUSES] = {
  /* TRANSLATORS: begins the sentence of a risk: “Because <cause>, <event>, so that <effect>.” Ends with a space. */
  { SL_RISK_CAUSE, N_ ("Because "), N_ ("… what is so today?"), N_ ("Edit the cause") },
  { SL_RISK_EVENT, "", N_ ("… what may happen?"), N_ ("Edit the event") },
  /* TRANSLATORS: goes before the effect in the sentence of a risk. Ends with a space. */
  { SL_RISK_EFFECT, N_ ("so that "), N_ ("… which outcome would change?"), N_ ("Edit the effect") },
};

static void
sl_risk_sentence_finalize (GObject *object)
{
  g_free (SL_RISK_SENTENCE (object)->searched);
  G_OBJECT_CLASS (sl_risk_sentence_parent_class)->finalize (object);
}

/* To what is missing, else to where one begins to read. */
static gboolean
sl_risk_sentence_grab_focus (GtkWidget *widget)
{
  SlRiskSentence *self = SL_RISK_SENTENCE (widget);
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);
  guint at = 0;

  for (guint n = N_CLAUSES; record != NULL && n > 0; n--)
    {
      g_autofree char *said = sl_risk_dup_clause (SL_AS (RISK, record), parts[n - 1].field);

      if (said == NULL)
        at = n - 1;
    }
  return gtk_widget_grab_focus (self->clauses[at].button);
}

static void
sl_risk_sentence_class_init (SlRiskSentenceClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_risk_sentence_grab_focus;
  G_OBJECT_CLASS (klass)->finalize = sl_risk_sentence_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slrisksentence");
}

/* --- Clauses ------------------------------------------------------------------------------------------------------ */

/* Not bound to the action: the pane moves between places, and GTK 4.8 would leave the button insensitive. */
static void
on_clause (GtkWidget *button, gpointer field)
{
  gtk_widget_activate_action (button, "detail.field", "u", GPOINTER_TO_UINT (field));
}

static GtkWidget *
new_field_button (GtkWidget *label, guint field, const char *css)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, css);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clause), GUINT_TO_POINTER (field));
  return button;
}

/* The words that join the clauses stand back, and what is missing too. */
static PangoAttrList *
new_attributes (const char *before, gboolean missing)
{
  PangoAttrList *list = pango_attr_list_new ();
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72);

  alpha->end_index = missing ? PANGO_ATTR_INDEX_TO_TEXT_END : (guint) strlen (before);
  pango_attr_list_insert (list, alpha);
  if (!missing)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_MEDIUM);

      weight->start_index = (guint) strlen (before);
      pango_attr_list_insert (list, weight);
    }
  return list;
}

static void
show_clause (SlRiskSentence *self, guint n, const SlRisk *risk)
{
  Clause *clause = &self->clauses[n];
  const char *before = *parts[n].before != '\0' ? _ (parts[n].before) : "";
  g_autofree char *said = sl_risk_dup_clause (risk, parts[n].field);
  g_autofree char *text = g_strconcat (before, said != NULL ? said : _ (parts[n].missing),
                                       said == NULL ? "" : n + 1 < N_CLAUSES ? "," : ".", NULL);
  g_autofree char *name = g_strdup_printf ("%s. %s", text, _ (parts[n].edit));
  PangoAttrList *attributes = new_attributes (before, said == NULL);

  gtk_label_set_text (GTK_LABEL (clause->label), text);
  gtk_label_set_attributes (GTK_LABEL (clause->label), attributes);
  pango_attr_list_unref (attributes);
  sl_name_widget (clause->button, name);
}

static void
show_hints (SlRiskSentence *self, const SlRisk *risk)
{
  g_autoptr (GArray) hints = sl_risk_hints (risk);

  for (guint n = 0; n < N_CLAUSES; n++)
    gtk_widget_set_visible (self->clauses[n].hint, FALSE);
  for (guint i = 0; i < hints->len; i++)
    for (guint n = 0; n < N_CLAUSES; n++)
      if (parts[n].field == g_array_index (hints, SlRiskHint, i).field)
        {
          gtk_label_set_text (GTK_LABEL (self->clauses[n].hint), _ (g_array_index (hints, SlRiskHint, i).text));
          gtk_widget_set_visible (self->clauses[n].hint, TRUE);
        }
}

/* --- Similar risks ------------------------------------------------------------------------------------------------ */

static void
clear_similar (SlRiskSentence *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->similar)) != NULL)
    gtk_box_remove (GTK_BOX (self->similar), child);
}

static void
add_similar (SlRiskSentence *self, SlUid uid)
{
  SlView view = sl_workspace_view (self->workspace);
  SlOwned as = { .uid = uid, .kind = SL_KIND_RISK, .field = SL_RISK_OWNER };
  g_autofree char *title = sl_owned_dup_title (view.data, &as);
  g_autofree char *facts = sl_owned_dup_facts (&view, &as);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, facts);
  GtkWidget *button = gtk_button_new (), *label = sl_words_new (title, NULL, WIDTH);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "owned");
  gtk_widget_set_tooltip_text (button, facts);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) uid);
  sl_name_widget (button, name);
  gtk_box_append (GTK_BOX (self->similar), button);
}

static void
search (SlRiskSentence *self)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, self->risk);
  g_autoptr (GArray) found = NULL;

  if (record == NULL)
    return;
  found = sl_risk_similar (data, SL_AS (RISK, record), SIMILAR_MAX);
  clear_similar (self);
  gtk_widget_set_visible (self->look, FALSE);
  if (found->len > 0)
    gtk_box_append (GTK_BOX (self->similar), sl_words_new (_ ("Said much like this already:"), "row-subtitle", WIDTH));
  for (guint i = 0; i < found->len; i++)
    add_similar (self, g_array_index (found, SlSimilarRisk, i).uid);
}

/* Only where there are words to compare, and anew only when they change. */
static void
show_similar (SlRiskSentence *self, const SlRisk *risk)
{
  char *words = g_strjoin ("\n", risk->title != NULL ? risk->title : "", risk->cause != NULL ? risk->cause : "",
                           risk->event != NULL ? risk->event : "", risk->code, NULL);

  if (g_strcmp0 (words, self->searched) == 0)
    {
      g_free (words);
      return;
    }
  g_free (self->searched);
  self->searched = words;
  clear_similar (self);
  gtk_widget_set_visible (self->look, FALSE);
  if (sl_data_count (sl_workspace_data (self->workspace), SL_KIND_RISK) <= SEARCHED_AT_ONCE)
    search (self);
  else
    gtk_widget_set_visible (self->look, risk->state == SL_RISK_STATE_DRAFT);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
sl_risk_sentence_init (SlRiskSentence *self)
{
  for (guint n = 0; n < N_CLAUSES; n++)
    {
      Clause *clause = &self->clauses[n];

      clause->label = sl_words_new (NULL, NULL, WIDTH);
      clause->button = new_field_button (clause->label, parts[n].field, "clause");
      clause->hint = sl_words_new (NULL, "hint", WIDTH);
      gtk_widget_set_visible (clause->hint, FALSE);
      sl_section_add (self, clause->button);
      sl_section_add (self, clause->hint);
    }
  self->similar = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->look = sl_section_add (self, gtk_button_new_with_label (_ ("Look for Similar Risks")));
  gtk_widget_add_css_class (self->look, "flat");
  gtk_widget_add_css_class (self->look, "more-fields");
  gtk_widget_set_halign (self->look, GTK_ALIGN_START);
  gtk_widget_set_visible (self->look, FALSE);
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (search), self);
}

GtkWidget *
sl_risk_sentence_new (SlWorkspace *workspace)
{
  SlRiskSentence *self = sl_section_construct (SL_TYPE_RISK_SENTENCE, workspace, 0);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_risk_sentence_show (SlRiskSentence *self, SlUid uid)
{
  const SlRecord *record;

  g_return_if_fail (SL_IS_RISK_SENTENCE (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  if (record == NULL)
    return;
  self->risk = uid;
  for (guint n = 0; n < N_CLAUSES; n++)
    show_clause (self, n, SL_AS (RISK, record));
  show_hints (self, SL_AS (RISK, record));
  show_similar (self, SL_AS (RISK, record));
}
