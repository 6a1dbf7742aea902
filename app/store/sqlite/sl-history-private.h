/* sl-history-private.h: the journal's tables and the head.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All inside a transaction of the caller.
 */
#pragma once

#include "model/sl-store.h"
#include "store/sl-journal-private.h"
#include "store/sqlite/sl-connection-private.h"

G_BEGIN_DECLS

gboolean sl_history_read_head (SlConnection *connection, SlHead *head, GError **error);
/* Whether the head is what the last change-set says. SL_ERROR_TAMPERED. */
gboolean sl_history_check_head (SlConnection *connection, const SlHead *head, GError **error);
/* Writes the entry and makes it the head. */
gboolean sl_history_write     (SlConnection *connection, const SlJournalEntry *entry, GError **error);
/* The entry @seq. SL_ERROR_TAMPERED when it is not there. */
SlJournalEntry *sl_history_read (SlConnection *connection, gint64 seq, GError **error);

G_END_DECLS
