/* sl-place.h: a programme's file, looked at before SQLite is let near it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sl-store.h"

G_BEGIN_DECLS

#define SL_APPLICATION_ID 0x534c4e31 /* "SLN1" */

/* The newest schema this program knows: the number of its migrations (resources/sql). */
int      sl_place_schema_version (void);

typedef enum
{
  SL_OPEN_READ,  /* reading commands: not one byte changes */
  SL_OPEN_WRITE, /* command line: waits 5 s for another writer */
  SL_OPEN_WINDOW, /* the window: waits 50 ms, then says so */
} SlOpenMode;

/* Makes a new file at @path (absolute or relative to the working folder) with an empty schema. Refuses an existing one
 * (SL_ERROR_IO). The store is open for writing. */
SlStore *sl_place_create (const char *path, GError **error);

/* Inspects header and side journal (design.md section 5), then opens. In SL_OPEN_WINDOW mode a file that cannot be written
 * is opened read-only (sl_store_is_read_only()), and so is one on a network share; SL_OPEN_WRITE refuses both with
 * SL_ERROR_READ_ONLY. A file of an older schema is migrated; where it may not change, a converted private copy is read.
 * The content (quick_check, schema, references) is checked by the first call of the store that reads or writes, so that
 * it can be cancelled and run on a worker. SL_ERROR_NOT_OURS, SL_ERROR_DAMAGED, SL_ERROR_NEWER, SL_ERROR_LIMIT,
 * SL_ERROR_BUSY, SL_ERROR_IO. */
SlStore *sl_place_open   (const char *path, SlOpenMode mode, GError **error);

/* What a person should be told about how @store was opened, one sentence each line (read-only because of the place,
 * a recovered journal and where the originals went, a converted copy); NULL when there is nothing. Free with g_free(). */
char    *sl_place_dup_note (SlStore *store);

/* A store in memory: empty, for tests and dry runs. Several can share one state: see sl_memory_store_twin(). */
SlStore *sl_memory_store_new  (void);
/* Another store over the same state as @other, as a second process would have. */
SlStore *sl_memory_store_twin (SlStore *other);

G_END_DECLS
