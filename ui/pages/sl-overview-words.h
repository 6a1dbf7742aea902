/* sl-overview-words.h: how it stands, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workspace/sl-attention.h"

G_BEGIN_DECLS

/* One sentence about what needs somebody; never praise for a short register. Free with g_free(). */
char *sl_overview_dup_headline (const SlAttention *attention);
/* "2 red, 7 amber, 2 green; 1 opportunity". Free with g_free(). */
char *sl_overview_dup_counts   (const SlFigures *figures);
/* "£235k exposed, 1.31 times the contingency of £180k: an expected value, not a worst case". Free with g_free(). */
char *sl_overview_dup_exposure (const SlFigures *figures, const char *currency);
/* "Line of sight: 26 of 29 things on the map, £422k of £462k". NULL without a map. Free with g_free(). */
char *sl_overview_dup_sight    (const SlFigures *figures, const char *currency);
/* "↗ worse"; "" where nothing is scored. Free with g_free(). */
char *sl_overview_dup_trend    (const SlRiskStatus *status);

G_END_DECLS
