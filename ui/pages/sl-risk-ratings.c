/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-ratings.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-glyph-image.h"
#include "ui/widgets/sl-impact-popover.h"
#include "ui/widgets/sl-matrix-image.h"
#include "ui/widgets/sl-why-button.h"

#include <glib/gi18n-lib.h>

#define N_RATINGS 3

typedef struct
{
  GtkWidget *button, *mark, *glyph, *figures, *when, *edit;
} Rating;

struct _SlRiskRatings
{
  SlSection parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  GtkWidget *matrix;
  Rating ratings[N_RATINGS];
};

G_DEFINE_FINAL_TYPE (SlRiskRatings, sl_risk_ratings, SL_TYPE_SECTION)

/* In the order of the arrows of the matrix. */
static const struct
{
  int type;
  SlMatrixRating rating;
} kinds[N_RATINGS] = {
  { SL_ASSESSMENT_TYPE_INHERENT, SL_MATRIX_INHERENT },
  { SL_ASSESSMENT_TYPE_CURRENT, SL_MATRIX_CURRENT },
  { SL_ASSESSMENT_TYPE_TARGET, SL_MATRIX_TARGET },
};

static void
sl_risk_ratings_class_init (SlRiskRatingsClass *klass)
{
}

/* --- One rating --------------------------------------------------------------------------------------------------- */

static SlExplanation *
explain (int type, gpointer data)
{
  SlRiskRatings *self = data;
  SlView view = sl_workspace_view (self->workspace);
  const SlRecord *record = sl_data_lookup (view.data, self->risk);

  return record != NULL && view.settings != NULL ? sl_rating_explain (&view, SL_AS (RISK, record), type, TRUE) : NULL;
}

static GtkWidget *
new_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css);
  return label;
}

static void
add_rating (SlRiskRatings *self, guint n, GtkWidget *box)
{
  Rating *rating = &self->ratings[n];
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  rating->mark = sl_matrix_image_new_mark (kinds[n].rating);
  gtk_widget_set_valign (rating->mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), rating->mark);
  gtk_box_append (GTK_BOX (head),
                  new_label (g_dgettext (GETTEXT_PACKAGE, sl_matrix_rating_word (kinds[n].rating)), "row-subtitle"));
  rating->glyph = sl_glyph_image_new ();
  rating->figures = new_label (NULL, "numeric");
  gtk_box_append (GTK_BOX (line), rating->glyph);
  gtk_box_append (GTK_BOX (line), rating->figures);
  rating->when = new_label (NULL, "row-subtitle");
  gtk_box_append (GTK_BOX (lines), head);
  gtk_box_append (GTK_BOX (lines), line);
  gtk_box_append (GTK_BOX (lines), rating->when);
  rating->button = sl_why_button_new (lines, explain, kinds[n].type, self);
  gtk_widget_set_hexpand (rating->button, TRUE);
  gtk_box_append (GTK_BOX (row), rating->button);
  gtk_box_append (GTK_BOX (box), row);
}

static void
on_edit (GtkWidget *edit, SlRiskRatings *self)
{
  for (guint n = 0; n < N_RATINGS; n++)
    if (self->ratings[n].edit == edit)
      sl_risk_ratings_assess (self, kinds[n].type);
}

/* For the pointer; on the rating itself F4 does the same, and Tab has one stop less. */
static void
add_edit (SlRiskRatings *self, guint n, GtkWidget *row)
{
  static const char *const names[N_RATINGS] = { N_ ("Assess without Controls"), N_ ("Assess"), N_ ("Assess the Target") };
  GtkWidget *edit = sl_icon_button_new ("document-edit-symbolic", _ (names[n]), NULL);

  gtk_widget_set_focusable (edit, FALSE);
  gtk_widget_add_css_class (edit, "rating-edit");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  g_signal_connect (edit, "clicked", G_CALLBACK (on_edit), self);
  self->ratings[n].edit = edit;
  gtk_box_append (GTK_BOX (row), edit);
}

/* "21 Jul 2026, Operations Sample". */
static char *
dup_when (const SlData *data, const SlRiskAssessment *assessment)
{
  g_autofree char *day = sl_date_dup_display (assessment->date);
  const char *who = sl_data_name (data, assessment->by);

  /* TRANSLATORS: {1} is a date, {2} a person's name. */
  return *who != '\0' ? sl_text_compose (_ ("{1}, {2}"), (const char *[]){ day, who, NULL }) : g_steal_pointer (&day);
}

static char *
dup_figures (const SlRiskAssessment *assessment, SlRag rag, gboolean opportunity)
{
  g_autofree char *score = g_strdup_printf ("%d", sl_assessment_score (assessment));
  g_autofree char *p = g_strdup_printf ("%d", assessment->probability);
  g_autofree char *i = g_strdup_printf ("%d", sl_assessment_impact (assessment));

  /* TRANSLATORS: {1} is a score, {2} its level: "Red"; {3} probability and {4} impact from 1 to 5. */
  return sl_text_compose (_ ("{1} {2} · P {3} × I {4}"),
                          (const char *[]){ score, g_dgettext (GETTEXT_PACKAGE, sl_rag_label (rag, opportunity)), p, i, NULL });
}

/* Fills one rating and its mark; says it in one line for the matrix. */
static char *
show_rating (SlRiskRatings *self, guint n, const SlView *view, const SlRisk *risk, SlMatrixMark *mark)
{
  Rating *rating = &self->ratings[n];
  gboolean opportunity = risk->kind == SL_RISK_KIND_OPPORTUNITY;
  const SlRiskAssessment *found = sl_risk_assessment_in_force (view, self->risk, kinds[n].type);
  int score = sl_assessment_score (found);
  SlRag rag = score > 0 ? sl_grid_rag (view->settings, found->probability, sl_assessment_impact (found)) : SL_RAG_NONE;
  const char *word = g_dgettext (GETTEXT_PACKAGE, sl_matrix_rating_word (kinds[n].rating));
  g_autofree char *figures = score > 0 ? dup_figures (found, rag, opportunity) : g_strdup (_ ("not assessed"));
  g_autofree char *when = found != NULL ? dup_when (view->data, found) : g_strdup ("");
  g_autofree char *name = g_strjoin (", ", word, figures, *when != '\0' ? when : NULL, NULL);

  sl_glyph_image_set_status (SL_GLYPH_IMAGE (rating->glyph),
                             score > 0 ? sl_status_from_rag (rag, opportunity) : SL_STATUS_UNKNOWN);
  gtk_label_set_text (GTK_LABEL (rating->figures), figures);
  gtk_label_set_text (GTK_LABEL (rating->when), when);
  gtk_widget_set_visible (rating->when, found != NULL);
  sl_why_button_set_name (SL_WHY_BUTTON (rating->button), name);
  gtk_widget_set_visible (rating->edit, risk->state != SL_RISK_STATE_CLOSED);
  *mark = (SlMatrixMark){ score > 0 ? found->probability : 0, sl_assessment_impact (found), kinds[n].rating };
  return g_strdup_printf ("%s: %s", word, figures);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
sl_risk_ratings_init (SlRiskRatings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->matrix = sl_section_add (self, sl_matrix_image_new ());
  for (guint n = 0; n < N_RATINGS; n++)
    {
      add_rating (self, n, box);
      add_edit (self, n, gtk_widget_get_last_child (box));
    }
  sl_section_add (self, box);
}

GtkWidget *
sl_risk_ratings_new (SlWorkspace *workspace)
{
  SlRiskRatings *self = sl_section_construct (SL_TYPE_RISK_RATINGS, workspace, 12);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

/* The limits in words, where there are any: "; wanted up to 9, tolerated up to 12". */
static char *
dup_limits (const SlMatrix *matrix)
{
  g_autofree char *want = g_strdup_printf ("%d", matrix->want), *tolerate = g_strdup_printf ("%d", matrix->tolerate);

  if (matrix->tolerate == 0)
    return NULL;
  /* TRANSLATORS: of the appetite; {1} and {2} are scores. */
  return sl_text_compose (_ ("wanted up to {1}, tolerated up to {2}"), (const char *[]){ want, tolerate, NULL });
}

void
sl_risk_ratings_show (SlRiskRatings *self, SlUid uid)
{
  SlView view;
  const SlRecord *record;
  const SlRiskStatus *status;
  SlMatrix *matrix;
  SlMatrixMark marks[N_RATINGS];
  g_auto (GStrv) says = g_new0 (char *, N_RATINGS + 2);
  g_autofree char *name = NULL;

  g_return_if_fail (SL_IS_RISK_RATINGS (self));
  view = sl_workspace_view (self->workspace);
  record = sl_data_lookup (view.data, uid);
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL && view.settings != NULL);
  if (record == NULL || view.settings == NULL)
    return;
  self->risk = uid;
  status = sl_workspace_risk_status (self->workspace, uid);
  matrix = sl_matrix_new (&view, SL_AS (RISK, record)->kind == SL_RISK_KIND_OPPORTUNITY, TRUE);
  matrix->want = status != NULL && !matrix->opportunity ? status->want : 0;
  matrix->tolerate = status != NULL && !matrix->opportunity ? status->tolerate : 0;
  for (guint n = 0; n < N_RATINGS; n++)
    says[n] = show_rating (self, n, &view, SL_AS (RISK, record), &marks[n]);
  says[N_RATINGS] = dup_limits (matrix);
  name = g_strjoinv ("; ", says);
  sl_matrix_image_set (SL_MATRIX_IMAGE (self->matrix), matrix, marks, N_RATINGS, name);
}

void
sl_risk_ratings_assess (SlRiskRatings *self, int type)
{
  const SlRecord *record;
  guint at = 1;

  g_return_if_fail (SL_IS_RISK_RATINGS (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), self->risk);
  if (record == NULL || SL_AS (RISK, record)->state == SL_RISK_STATE_CLOSED)
    return;
  for (guint n = 0; n < N_RATINGS; n++)
    if (type == 0 ? gtk_widget_get_focus_child (self->ratings[n].button) != NULL : kinds[n].type == type)
      at = n;
  sl_impact_popover_show (gtk_widget_get_first_child (self->ratings[at].button), NULL, self->workspace, self->risk, kinds[at].type);
}

void
sl_risk_ratings_set_blue_orange (SlRiskRatings *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_RISK_RATINGS (self));
  sl_matrix_image_set_blue_orange (SL_MATRIX_IMAGE (self->matrix), blue_orange);
  for (guint n = 0; n < N_RATINGS; n++)
    {
      sl_glyph_image_set_blue_orange (SL_GLYPH_IMAGE (self->ratings[n].glyph), blue_orange);
      sl_matrix_image_set_blue_orange (SL_MATRIX_IMAGE (self->ratings[n].mark), blue_orange);
    }
}
