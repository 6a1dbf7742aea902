/* sl-explanation.h: why a figure is what it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rule, inputs, result. */
typedef struct
{
  char *result;      /* "16 Red" */
  char *rule;        /* "F-1: probability times impact; ..." in one sentence */
  GPtrArray *inputs; /* of char *: "Probability 4, assessed 21 Jul 2026 by Operations Sample" */
} SlExplanation;

void  sl_explanation_free    (SlExplanation *self);
/* The whole as lines of text. Free with g_free(). */
char *sl_explanation_to_text (const SlExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlExplanation, sl_explanation_free)

G_END_DECLS
