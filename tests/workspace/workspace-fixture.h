/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sl-seed.h"
#include "store/sl-place.h"

/* A workspace over a store in memory, holding a new programme with three people, acting as the first. */
typedef struct
{
  SlStore *store;
  SlWorkspace *ws;
  SlUid ada, bob, cat;
} Fixture;

void  fixture_set_up    (Fixture *f, gconstpointer unused);
void  fixture_tear_down (Fixture *f, gconstpointer unused);

/* Another workspace over the same state, as a second process would have, acting as @actor. */
SlWorkspace *fixture_other (Fixture *f, SlUid actor);

/* A draft risk; asserts that it works. */
SlUid fixture_add_risk  (SlWorkspace *ws, const char *title);
/* Sets one field from text; asserts that it works. */
void  fixture_set       (SlWorkspace *ws, SlUid uid, guint field, const char *text);
/* The stored text of a field. Free with g_free(). */
char *fixture_get       (SlWorkspace *ws, SlUid uid, guint field);

#define assert_field(ws, uid, field, expected)                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = fixture_get (ws, uid, field);                                                             \
    g_assert_cmpstr (text_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END
