/* sl-map-words.h: the benefit map in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/sl-map-status.h"

G_BEGIN_DECLS

/* What an evidence grade from 0 to 4 means (F-15): an untranslated msgid, "measured in our alpha or beta". */
const char *sl_evidence_label  (int grade);

/* A test of line of sight (F-14), one of SlSight, as a sentence: an untranslated msgid. */
const char *sl_sight_words     (guint test, gboolean passed);

/* What is wrong with a card that has a fault, one of SlMapFault, and why it matters: an untranslated msgid without an end mark,
 * to stand behind the name of the card. */
const char *sl_map_fault_words (guint fault);

/* "Money reaches it, and through it a purpose.", or what is wanting: "No investment leads to it. Its owner is not active." Free
 * with g_free(). */
char       *sl_map_dup_sight   (const SlNodeStatus *status, gboolean translated);

/* "Essential · evidence 2: expert view or comparable case". Free with g_free(). */
char       *sl_map_dup_link    (const SlMapEdge *edge, gboolean translated);

G_END_DECLS
