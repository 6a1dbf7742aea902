/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-overview-words.h"

#include "base/sl-number.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define TOLD 3 /* kinds of things that the sentence names; the list names the rest */

/* What the sentence says of a group. */
static char *
dup_part (SlConcern concern, guint n)
{
  switch (concern)
    {
    case SL_CONCERN_BREACH:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk is above what we tolerate and nobody answers for that",
                                           "%u risks are above what we tolerate and nobody answers for that", n), n);
    case SL_CONCERN_WINDOW:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk may have happened already",
                                           "%u risks may have happened already", n), n);
    case SL_CONCERN_ESCALATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision is overdue", "%u decisions are overdue", n), n);
    case SL_CONCERN_REVIEW:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review is overdue", "%u reviews are overdue", n), n);
    case SL_CONCERN_OWNER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing has nobody to answer for it",
                                           "%u things have nobody to answer for them", n), n);
    case SL_CONCERN_ACTION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action is late or drifting", "%u actions are late or drifting", n),
                              n);
    case SL_CONCERN_ACCEPTANCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u acceptance ends", "%u acceptances end", n), n);
    case SL_CONCERN_STUCK:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk does not move", "%u risks do not move", n), n);
    case SL_CONCERN_MAP:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap is in the line of sight", "%u gaps are in the line of sight", n),
                              n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is to be put right", "%u things are to be put right", n), n);
    }
}

char *
sl_overview_dup_headline (const SlAttention *attention)
{
  guint n = sl_attention_count (attention);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *all = NULL, *named = NULL;

  if (n == 0 && sl_attention_figures (attention)->n_risks == 0)
    return g_strdup (_ ("Nothing is recorded yet, so nothing can be said."));
  if (n == 0)
    return g_strdup (_ ("Nothing recorded here waits for anybody. What is not recorded yet?"));
  for (guint g = 0, told = 0; g < SL_N_CONCERNS && told < TOLD; g++)
    {
      guint of = sl_attention_count_of (attention, sl_attention_group (g));
      g_autofree char *part = of > 0 ? dup_part (sl_attention_group (g), of) : NULL;

      if (part == NULL)
        continue;
      g_strv_builder_add (builder, part);
      told++;
    }
  parts = g_strv_builder_end (builder);
  named = g_strjoinv ("; ", parts);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing needs attention", "%u things need attention", n), n);
  /* TRANSLATORS: {1} is "12 things need attention", {2} the most urgent of them: "1 review is overdue; ...". */
  return sl_text_compose (_ ("{1}. First of all: {2}."), (const char *[]){ all, named, NULL });
}

/* Takes @text; nothing is said of nothing. */
static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

char *
sl_overview_dup_counts (const SlFigures *figures)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const guint *n = figures->n_by_rag;

  add_count (parts, n[SL_RAG_RED],
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u red", "%u red", n[SL_RAG_RED]), n[SL_RAG_RED]));
  add_count (parts, n[SL_RAG_AMBER],
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u amber", "%u amber", n[SL_RAG_AMBER]), n[SL_RAG_AMBER]));
  add_count (parts, n[SL_RAG_GREEN],
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u green", "%u green", n[SL_RAG_GREEN]), n[SL_RAG_GREEN]));
  add_count (parts, n[SL_RAG_NONE],
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u not assessed", "%u not assessed", n[SL_RAG_NONE]), n[SL_RAG_NONE]));
  add_count (parts, figures->n_breaches,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u above what we tolerate", "%u above what we tolerate", figures->n_breaches), figures->n_breaches));
  add_count (parts, figures->n_opportunities,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u opportunity", "%u opportunities", figures->n_opportunities), figures->n_opportunities));
  add_count (parts, figures->n_drafts,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u draft", "%u drafts", figures->n_drafts), figures->n_drafts));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

char *
sl_overview_dup_exposure (const SlFigures *figures, const char *currency)
{
  const SlExposure *exposure = &figures->exposure;
  g_autofree char *total = sl_money_dup_short (exposure->total, currency);
  g_autofree char *ratio = sl_exposure_dup_ratio (exposure, TRUE);
  g_autofree char *contingency = exposure->contingency != SL_MONEY_NONE ? sl_money_dup_short (exposure->contingency, currency) : NULL;

  if (exposure->total == 0 && exposure->n_unknown == 0)
    return g_strdup (_ ("No open threat or issue has a cost yet, so what they may cost is not known."));
  if (exposure->uncovered || contingency == NULL)
    /* TRANSLATORS: {1} is an amount of money. */
    return sl_text_compose (_ ("{1} exposed, and no contingency to cover it. An expected value, not a worst case."),
                            (const char *[]){ total, NULL });
  /* TRANSLATORS: {1} and {3} are amounts of money, {2} a ratio such as 1.31. */
  return sl_text_compose (_ ("{1} exposed: {2} times the contingency of {3}. An expected value, not a worst case."),
                          (const char *[]){ total, ratio, contingency, NULL });
}

char *
sl_overview_dup_sight (const SlFigures *figures, const char *currency)
{
  const SlCoverage *coverage = &figures->coverage;
  g_autofree char *complete = g_strdup_printf ("%u", coverage->complete);
  g_autofree char *active = g_strdup_printf ("%u", coverage->active);
  g_autofree char *funded = sl_money_dup_short (coverage->funded, currency);
  g_autofree char *invested = sl_money_dup_short (coverage->invested, currency);

  if (coverage->coverage < 0)
    return NULL;
  /* TRANSLATORS: {1} of {2} cards on the map, {3} of {4} amounts of money. */
  return sl_text_compose (_ ("{1} of {2} things on the map lead from the money to an outcome, with {3} of {4} behind them."),
                          (const char *[]){ complete, active, funded, invested, NULL });
}

char *
sl_overview_dup_trend (const SlRiskStatus *status)
{
  static const char *const arrows[] = { "", "", "→", "↗", "↘" };
  const char *label = sl_trend_label (status->trend, FALSE);

  if (*label == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s%s%s", arrows[status->trend], *arrows[status->trend] != '\0' ? " " : "",
                          g_dgettext (GETTEXT_PACKAGE, label));
}
