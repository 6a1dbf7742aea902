/* sl-map-start-answers.h: the answers to a question, to be corrected and taken away, and the cards that might be linked too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys: Up and Down; Enter or F2 corrects an answer in place, or links a card; Delete takes an answer away.
 * Signals: renamed (gint64 uid, const char *title); taken-away (gint64 uid); linked (gint64 uid); left (): Up from the first.
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/sl-map-start.h"

G_BEGIN_DECLS

#define SL_TYPE_MAP_START_ANSWERS (sl_map_start_answers_get_type ())
G_DECLARE_FINAL_TYPE (SlMapStartAnswers, sl_map_start_answers, SL, MAP_START_ANSWERS, GtkWidget)

GtkWidget *sl_map_start_answers_new   (void);
/* The answers newest first, then a few cards that may be linked, of those that hold @sought. A focus in the list stays in
 * it. While a title is being corrected nothing changes. */
void       sl_map_start_answers_show  (SlMapStartAnswers *self, const SlData *data, const SlMapQuestion *question, const char *sought);
/* Whether one is being corrected. */
gboolean   sl_map_start_answers_is_typing (SlMapStartAnswers *self);
/* Takes over what is being typed. */
void       sl_map_start_answers_keep_typed (SlMapStartAnswers *self);

G_END_DECLS
