/* sl-ask.h: a few questions in place, one below the other, with the reason where one is demanded: what an act asks for
 * instead of a dialog (design.md decision 14).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hidden until it is begun. Enter in a line accepts, Escape puts it away. What is answered is tried after each answer
 * (sl_ask_set_try()): what stands in the way is said then, and a reason asked where one is demanded.
 *
 * Signals:
 *   done ()       it was accepted, the act is done, and it is put away
 *   cancelled ()  it was put away
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/sl-record-list.h"

G_BEGIN_DECLS

#define SL_TYPE_ASK (sl_ask_get_type ())
G_DECLARE_FINAL_TYPE (SlAsk, sl_ask, SL, ASK, GtkWidget)

/* Tries what is answered so far; with @commit does it. @reason: cleaned, NULL when none is asked or none given. Returns: what
 * stands in the way (transfer full), NULL for nothing. */
typedef GError *(*SlAskTry) (SlAsk *self, const char *reason, gboolean commit, gpointer data);

/* Holds a reference. */
GtkWidget  *sl_ask_new          (SlWorkspace *workspace);
void        sl_ask_set_try      (SlAsk *self, SlAskTry try, gpointer data);
/* For those who try with a transaction: completes it, or commits it. Takes @tx; NULL: what made it said @error. Returns as
 * SlAskTry does. */
GError     *sl_ask_try_tx       (SlAsk *self, SlTx *tx, const char *reason, gboolean commit, GError *error);
/* Tries it, says what stands in the way and asks for the reason that is demanded. TRUE: nothing stands in the way. */
gboolean    sl_ask_check        (SlAsk *self);
/* As the button does, open or not; where it is refused it opens and says why. */
void        sl_ask_accept       (SlAsk *self);
/* Empties it, with a heading and the label of the button that accepts (NULL: there is none, there is only something to
 * tell). */
void        sl_ask_begin        (SlAsk *self, const char *title, const char *accept);
/* Shows it with the focus in the first answer. */
void        sl_ask_present      (SlAsk *self);
void        sl_ask_put_away     (SlAsk *self);
gboolean    sl_ask_is_open      (SlAsk *self);

/* Questions, in order; each returns its number. @name is shown above it. */
guint       sl_ask_add_text     (SlAsk *self, const char *name, const char *text);
guint       sl_ask_add_day      (SlAsk *self, const char *name, SlDate day);
guint       sl_ask_add_money    (SlAsk *self, const char *name, SlMoney money);
guint       sl_ask_add_person   (SlAsk *self, const char *name, SlUid person, SlRecordFilter filter, gpointer data);
/* Those entries of @tokens whose bit is in @offered; 0: nothing chosen yet. */
guint       sl_ask_add_choice   (SlAsk *self, const char *name, const SlEnum *tokens, guint offered, int value);
/* The next question stands beside the last one, its name inside it. */
void        sl_ask_same_line    (SlAsk *self);
/* Something to know before answering. */
void        sl_ask_add_words    (SlAsk *self, const char *text);
/* A button that adds further questions: calls @add and goes away when that returns FALSE. */
void        sl_ask_add_more     (SlAsk *self, const char *label, gboolean (*add) (SlAsk *self, gpointer data), gpointer data);
/* Asks for a reason, saying what demands it; NULL: none is asked. The last one given is offered. */
void        sl_ask_set_reason   (SlAsk *self, const char *why);
/* Whether the reason is asked for. */
gboolean    sl_ask_asks_reason  (SlAsk *self);

/* Borrowed; "" when nothing was written. */
const char *sl_ask_text         (SlAsk *self, guint question);
SlDate      sl_ask_day_of       (SlAsk *self, guint question);   /* SL_DATE_NONE: nothing that can be read */
SlMoney     sl_ask_money        (SlAsk *self, guint question);   /* SL_MONEY_NONE: nothing that can be read */
SlUid       sl_ask_person       (SlAsk *self, guint question);
int         sl_ask_choice       (SlAsk *self, guint question);

G_END_DECLS
