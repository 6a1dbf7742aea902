/* What the score over time says in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-score-line-private.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"
#include "charts/sl-matrix.h"

#include <glib/gi18n-lib.h>

/* So many are told one by one; what lies before them is counted. */
#define TOLD_MAX 8

static const char *
word (const SlScoreLine *self, const char *msgid)
{
  return self->translated && *msgid != '\0' ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

char *
sl_score_dup_day (const SlScoreLine *self, SlDate day)
{
  return self->translated ? sl_date_dup_display (day) : sl_date_dup_english (day);
}

char *
sl_score_dup_figure (const SlScoreLine *self, int score, SlStatus status)
{
  return g_strdup_printf ("%d %s", score, word (self, sl_glyph_letter (status)));
}

/* @format with a figure in it. */
static char *
dup_limit (const SlScoreLine *self, const char *format, int limit)
{
  g_autofree char *figure = g_strdup_printf ("%d", limit);

  return sl_text_compose (word (self, format), (const char *const[]){ figure, NULL });
}

char *
sl_score_dup_tolerated (const SlScoreLine *self)
{
  /* TRANSLATORS: beside a line in a small chart, so short; {1} is a score. */
  return dup_limit (self, N_ ("tolerated {1}"), self->tolerate);
}

char *
sl_score_dup_wanted (const SlScoreLine *self)
{
  /* TRANSLATORS: beside a line in a small chart, so short; {1} is a score. */
  return dup_limit (self, N_ ("wanted {1}"), self->want);
}

const char *
sl_score_target_word (const SlScoreLine *self)
{
  return word (self, sl_matrix_rating_word (SL_MATRIX_TARGET));
}

char *
sl_score_line_dup_title (const SlScoreLine *self)
{
  /* TRANSLATORS: title of a chart; {1} is a risk such as R-005. */
  return sl_text_compose (word (self, N_ ("{1}: score over time")), (const char *const[]){ self->code, NULL });
}

/* --- The alternative ---------------------------------------------------------------------------------------------- */

static void
tell_step (const SlScoreLine *self, const SlScoreStep *step, GString *s)
{
  g_autofree char *day = sl_score_dup_day (self, step->day), *score = g_strdup_printf ("%d", step->score);
  /* TRANSLATORS: {1} is a score, {2} its level such as Red, {3} a day. */
  const char *format = step->score > 0 ? N_ ("{1} {2} since {3}") : N_ ("not scored since {3}");
  g_autofree char *text = sl_text_compose (word (self, format),
                                           (const char *const[]){ score, word (self, sl_glyph_word (step->status)), day, NULL });

  g_string_append_printf (s, "%s%s", s->len > 0 ? "; " : "", text);
}

/* Takes @text. */
static void
add_sentence (GString *s, char *text)
{
  g_string_append_printf (s, "%s%s.", s->len > 0 ? " " : "", text);
  g_free (text);
}

static char *
dup_target (const SlScoreLine *self)
{
  g_autofree char *score = g_strdup_printf ("%d", self->target);

  /* TRANSLATORS: {1} is a score, {2} its level such as Amber. */
  return sl_text_compose (word (self, N_ ("Target {1} {2}")),
                          (const char *const[]){ score, word (self, sl_glyph_word (self->target_status)), NULL });
}

static char *
dup_limits (const SlScoreLine *self)
{
  g_autofree char *want = g_strdup_printf ("%d", self->want), *tolerate = g_strdup_printf ("%d", self->tolerate);

  /* TRANSLATORS: of the appetite; {1} and {2} are scores. */
  return sl_text_compose (word (self, N_ ("Wanted up to {1}, tolerated up to {2}")), (const char *const[]){ want, tolerate, NULL });
}

char *
sl_score_line_dup_alternative (const SlScoreLine *self)
{
  g_autoptr (GString) s = g_string_new (NULL);
  guint n = self->steps->len;

  for (guint k = n; k > 0 && k + TOLD_MAX > n; k--)
    tell_step (self, &g_array_index (self->steps, SlScoreStep, k - 1), s);
  if (n > TOLD_MAX)
    {
      g_autofree char *count = g_strdup_printf ("%u", n - TOLD_MAX);
      /* TRANSLATORS: after a list of scores; {1} is how many came before. */
      g_autofree char *more = sl_text_compose (word (self, N_ ("and {1} before")), (const char *const[]){ count, NULL });

      g_string_append_printf (s, "; %s", more);
    }
  g_string_append (s, n > 0 ? "." : "");
  if (n == 0)
    add_sentence (s, g_strdup (word (self, N_ ("Never rated"))));
  if (self->target > 0)
    add_sentence (s, dup_target (self));
  if (self->tolerate > 0)
    add_sentence (s, dup_limits (self));
  return g_string_free (g_steal_pointer (&s), FALSE);
}
