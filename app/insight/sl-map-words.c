/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-map-words.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

static const struct
{
  guint test;
  const char *passed, *failed;
} sight_tests[] = {
  { SL_SIGHT_UP, N_ ("It leads to a strategic purpose through an end outcome."),
    N_ ("It leads to no strategic purpose through an end outcome.") },
  { SL_SIGHT_DOWN, N_ ("An investment leads to it."), N_ ("No investment leads to it.") },
  { SL_SIGHT_FOLLOWED, N_ ("A business change comes after it."), N_ ("No business change comes after it.") },
  { SL_SIGHT_CHANGE, N_ ("A business change comes before it."), N_ ("No business change comes before it.") },
  { SL_SIGHT_OWNER, N_ ("Its owner is active."), N_ ("It has no active owner.") },
};

static const char *
say (const char *msgid, gboolean translated)
{
  return translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

const char *
sl_evidence_label (int grade)
{
  static const char *const labels[] = { N_ ("none"), N_ ("assumption"), N_ ("expert view or comparable case"),
                                        N_ ("measured in our alpha or beta"), N_ ("proven here") };

  g_return_val_if_fail (grade >= 0 && grade < (int) G_N_ELEMENTS (labels), "");
  return labels[grade];
}

const char *
sl_sight_words (guint test, gboolean passed)
{
  for (guint i = 0; i < G_N_ELEMENTS (sight_tests); i++)
    if (sight_tests[i].test == test)
      return passed ? sight_tests[i].passed : sight_tests[i].failed;
  g_return_val_if_reached ("");
}

const char *
sl_map_fault_words (guint fault)
{
  static const char *const words[] = {
    N_ ("it reaches no end outcome, so what goes into it serves nothing on the map"),
    N_ ("no business change comes after it, so nobody would work differently because of it"),
    N_ ("no business change comes before it, so nothing people do would bring it about"),
    N_ ("no investment leads to it, so nobody pays for it"),
    N_ ("it has no owner; an end outcome needs one person who answers for it"),
    N_ ("it is linked to no strategic purpose, so what it is for is not said"),
    N_ ("it has no measure, so nobody could tell whether it came about"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fault == (guint) SL_MAP_M1 << i)
      return words[i];
  g_return_val_if_reached ("");
}

char *
sl_map_dup_sight (const SlNodeStatus *status, gboolean translated)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (status->failed == 0)
    return g_strdup (say (status->negative                           ? N_ ("A harm that comes of what is paid for; somebody answers for it.")
                          : status->type == SL_NODE_TYPE_INVESTMENT          ? N_ ("The money reaches a purpose.")
                          : status->type == SL_NODE_TYPE_STRATEGIC_PURPOSE ? N_ ("Money reaches it.")
                                                                           : N_ ("Money reaches it, and through it a purpose."),
                          translated));
  for (guint i = 0; i < G_N_ELEMENTS (sight_tests); i++)
    if (status->failed & sight_tests[i].test)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", say (sight_tests[i].failed, translated));
  return g_strdup (text->str);
}

char *
sl_map_dup_link (const SlMapEdge *edge, gboolean translated)
{
  g_autofree char *grade = g_strdup_printf ("%d", (int) edge->evidence);

  /* TRANSLATORS: of a link of the map: {1} is "Essential" or "Contributing", {2} a grade from 0 to 4, {3} what it means. */
  return sl_text_compose (say (N_ ("{1} · evidence {2}: {3}"), translated),
                          (const char *[]){ say (sl_enum_label (&sl_link_weight_enum, edge->weight), translated), grade,
                                            say (sl_evidence_label ((int) edge->evidence), translated), NULL });
}
