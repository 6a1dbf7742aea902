/* store-desk.h: a programme over a store, as thin as a test needs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-store.h"
#include "model/sl-tx.h"
#include "store/sl-place.h"

typedef struct
{
  SlStore *store;
  SlProgramme *rows;
  SlHead head;
} Desk;

/* Takes @store and loads it; the digest must fit. */
Desk       *desk_new     (SlStore *store);
void        desk_free    (Desk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

SlTx       *desk_begin   (Desk *self, SlVerb verb);
/* Takes @tx; appends and applies. */
gboolean    desk_commit  (Desk *self, SlTx *tx, const char *reason, GError **error);
/* The change-set of @tx (freed) with its digest, not appended. */
SlChangeSet *desk_change_set (Desk *self, SlTx *tx, const char *reason);
/* Appends and applies it. */
gboolean    desk_append  (Desk *self, SlChangeSet *change_set, GError **error);

/* In one change-set: two records of every kind with every field filled. */
void        desk_fill    (Desk *self);
/* A risk in its own change-set. */
SlUid       desk_add_risk (Desk *self, const char *title);
/* One text field in its own change-set. */
void        desk_set_text (Desk *self, SlUid uid, guint field, const char *text);

/* Both hold the same records. */
void        assert_same_rows (SlProgramme *a, SlProgramme *b);

/* A fresh folder, and its end with all that is in it. */
char       *new_folder   (void);
void        remove_folder (char *folder);
