/* A store in memory: for tests and dry runs. It keeps what a file would keep, in the form a file would keep it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "model/sl-tx.h"
#include "store/sl-journal-private.h"
#include "store/sl-place.h"
#include "store/sl-preview-private.h"

#include <glib/gi18n-lib.h>

/* What twins have in common. */
typedef struct
{
  gatomicrefcount refs;
  GMutex lock;
  SlProgramme *rows;
  GPtrArray *journal; /* of SlJournalEntry, seq 1 first */
  SlHead head;
} State;

struct _SlMemoryStore
{
  SlStore parent_instance;

  State *state; /* NULL once closed */
  gint64 seen;  /* seq at the last look */
  gboolean read_only;
};

#define SL_TYPE_MEMORY_STORE (sl_memory_store_get_type ())
G_DECLARE_FINAL_TYPE (SlMemoryStore, sl_memory_store, SL, MEMORY_STORE, SlStore)
G_DEFINE_FINAL_TYPE (SlMemoryStore, sl_memory_store, SL_TYPE_STORE)

static State *
state_new (void)
{
  State *state = g_new0 (State, 1);

  g_atomic_ref_count_init (&state->refs);
  g_mutex_init (&state->lock);
  state->rows = sl_programme_new ();
  state->journal = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_journal_entry_free);
  return state;
}

static void
state_unref (State *state)
{
  if (!g_atomic_ref_count_dec (&state->refs))
    return;
  g_object_unref (state->rows);
  g_ptr_array_unref (state->journal);
  g_mutex_clear (&state->lock);
  g_free (state);
}

static gboolean
is_open (SlMemoryStore *self, GError **error)
{
  if (self->state != NULL)
    return TRUE;
  g_set_error_literal (error, SL_ERROR, SL_ERROR_IO, _ ("The programme is closed"));
  return FALSE;
}

/* --- Loading ------------------------------------------------------------------------------------------------------ */

static void
load_kind (State *state, int kind, SlProgramme *into)
{
  for (guint i = 0; i < sl_programme_count (state->rows, kind); i++)
    sl_programme_load (into, sl_record_ref (sl_programme_nth (state->rows, kind, i)));
}

static void
load_stem (const char *stem, gint64 number, gpointer data)
{
  sl_programme_load_number (data, stem, number);
}

static gboolean
memory_load (SlStore *store, SlProgramme *into, SlHead *head, GCancellable *cancellable, GError **error)
{
  SlMemoryStore *self = (SlMemoryStore *) store;

  if (!is_open (self, error))
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  g_mutex_lock (&self->state->lock);
  for (int kind = 0; kind < (int) sl_kind_count (); kind++)
    load_kind (self->state, kind, into);
  sl_programme_each_stem (self->state->rows, load_stem, into);
  *head = self->state->head;
  self->seen = head->seq;
  g_mutex_unlock (&self->state->lock);
  return TRUE;
}

typedef struct
{
  State *state;
  SlProgramme *into;
} Previewing;

static void load_family (Previewing *previewing, const SlRecord *record);

static gboolean
load_child (const SlRecord *record, gpointer data)
{
  load_family (data, record);
  return TRUE;
}

static void
load_family (Previewing *previewing, const SlRecord *record)
{
  sl_programme_load (previewing->into, sl_record_ref (record));
  for (int child = 0; child < (int) sl_kind_count (); child++)
    if (sl_preview_is_child (child, record->kind))
      sl_data_children (sl_programme_data (previewing->state->rows), child, (guint) sl_kind_get (child)->parent, record->uid,
                        load_child, previewing);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return sl_preview_compare (*(const SlRecord *const *) a, *(const SlRecord *const *) b);
}

static gboolean
memory_preview (SlStore *store, int kind, guint limit, SlProgramme *into, GError **error)
{
  SlMemoryStore *self = (SlMemoryStore *) store;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Previewing previewing = { self->state, into };

  if (!is_open (self, error))
    return FALSE;
  g_mutex_lock (&self->state->lock);
  for (int small = 0; small < (int) sl_kind_count (); small++)
    if (sl_preview_is_whole (small))
      load_kind (self->state, small, into);
  for (guint i = 0; !sl_preview_is_whole (kind) && i < sl_programme_count (self->state->rows, kind); i++)
    g_ptr_array_add (records, (gpointer) sl_programme_nth (self->state->rows, kind, i));
  g_ptr_array_sort (records, compare_codes);
  for (guint i = 0; i < records->len && i < limit; i++)
    load_family (&previewing, records->pdata[i]);
  g_mutex_unlock (&self->state->lock);
  return TRUE;
}

/* --- Appending ---------------------------------------------------------------------------------------------------- */

/* What a database's constraints refuse. */
static gboolean
check_structure (State *state, SlChangeSet *change_set, GError **error)
{
  const SlData *data = sl_programme_data (state->rows);
  g_autoptr (SlTx) tx = sl_tx_new (data, change_set->verb);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < change_set->n_changes; i++)
    {
      const SlChange *change = &change_set->changes[i];

      if ((change->before != NULL) != (sl_data_lookup (data, change->uid) != NULL))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_STRUCTURE, _ ("A record to be changed is not as it was expected"));
          return FALSE;
        }
      if (change->after != NULL)
        sl_tx_put (tx, change->after);
    }
  /* Deleting takes children along: those that are named as well may be gone by then. */
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].after == NULL)
      sl_tx_delete (tx, change_set->changes[i].uid, NULL);
  if (!sl_tx_check_structure (tx, error))
    return FALSE;
  changes = sl_tx_changes (tx);
  if (changes->len <= change_set->n_changes)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_STRUCTURE, _ ("A record to be deleted still has others that belong to it"));
  return FALSE;
}

static gboolean
append_locked (State *state, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  SlJournalEntry *entry;

  if (expected->seq != state->head.seq || !sl_hash_equal (&expected->hash, &state->head.hash))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_MOVED, "The head has moved");
      return FALSE;
    }
  if (!check_structure (state, change_set, error))
    return FALSE;
  entry = sl_journal_entry_encode (change_set, state->head.seq + 1, &state->head.hash);
  sl_programme_apply (state->rows, change_set);
  g_ptr_array_add (state->journal, entry);
  state->head = (SlHead){ .seq = entry->seq, .hash = entry->hash, .digest = entry->digest };
  change_set->seq = entry->seq;
  change_set->hash = entry->hash;
  return TRUE;
}

static gboolean
memory_append (SlStore *store, SlChangeSet *change_set, const SlHead *expected, GError **error)
{
  SlMemoryStore *self = (SlMemoryStore *) store;
  gboolean done;

  if (!is_open (self, error))
    return FALSE;
  if (self->read_only)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_READ_ONLY, _ ("The programme is open for reading only"));
      return FALSE;
    }
  g_mutex_lock (&self->state->lock);
  done = append_locked (self->state, change_set, expected, error);
  /* One's own change is no news. */
  if (done && self->seen == change_set->seq - 1)
    self->seen = change_set->seq;
  g_mutex_unlock (&self->state->lock);
  return done;
}

/* --- Reading the journal ------------------------------------------------------------------------------------------ */

/* The change-set @seq; NULL without an error when there is none. */
static SlChangeSet *
read_one (SlMemoryStore *self, gint64 seq, GError **error)
{
  SlChangeSet *change_set = NULL;

  g_mutex_lock (&self->state->lock);
  if (seq >= 1 && seq <= self->state->head.seq)
    change_set = sl_journal_entry_decode (self->state->journal->pdata[seq - 1], error);
  g_mutex_unlock (&self->state->lock);
  return change_set;
}

static gboolean
read_steps (SlMemoryStore *self, gint64 seq, int step, SlChangeSetFunc func, gpointer data, GError **error)
{
  for (;; seq += step)
    {
      g_autoptr (SlChangeSet) change_set = NULL;
      g_autoptr (GError) local = NULL;

      if (!is_open (self, error))
        return FALSE;
      change_set = read_one (self, seq, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (change_set == NULL || !func (change_set, data))
        return TRUE;
    }
}

static gboolean
memory_read_since (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  return read_steps ((SlMemoryStore *) store, MAX (seq, 0) + 1, 1, func, data, error);
}

static gboolean
memory_read_back (SlStore *store, gint64 seq, SlChangeSetFunc func, gpointer data, GError **error)
{
  SlMemoryStore *self = (SlMemoryStore *) store;

  gint64 newest;

  if (!is_open (self, error))
    return FALSE;
  g_mutex_lock (&self->state->lock);
  newest = self->state->head.seq;
  g_mutex_unlock (&self->state->lock);
  return read_steps (self, seq > 0 ? MIN (seq, newest) : newest, -1, func, data, error);
}

static gboolean
memory_poll (SlStore *store, gboolean *moved, GError **error)
{
  SlMemoryStore *self = (SlMemoryStore *) store;

  if (!is_open (self, error))
    return FALSE;
  g_mutex_lock (&self->state->lock);
  *moved = self->state->head.seq != self->seen;
  self->seen = self->state->head.seq;
  g_mutex_unlock (&self->state->lock);
  return TRUE;
}

static gboolean
memory_is_read_only (SlStore *store)
{
  return ((SlMemoryStore *) store)->read_only;
}

static SlStore *
memory_reader (SlStore *store, GError **error)
{
  SlStore *reader;

  if (!is_open ((SlMemoryStore *) store, error))
    return NULL;
  reader = sl_memory_store_twin (store);
  ((SlMemoryStore *) reader)->read_only = TRUE;
  return reader;
}

static gint64
memory_size (SlStore *store)
{
  return 0;
}

static void
memory_close (SlStore *store)
{
  g_clear_pointer (&((SlMemoryStore *) store)->state, state_unref);
}

static void
sl_memory_store_class_init (SlMemoryStoreClass *klass)
{
  SlStoreClass *store_class = SL_STORE_CLASS (klass);

  store_class->preview = memory_preview;
  store_class->load = memory_load;
  store_class->append = memory_append;
  store_class->read_since = memory_read_since;
  store_class->read_back = memory_read_back;
  store_class->reader = memory_reader;
  store_class->poll = memory_poll;
  store_class->is_read_only = memory_is_read_only;
  store_class->size = memory_size;
  store_class->close = memory_close;
}

static void
sl_memory_store_init (SlMemoryStore *self)
{
}

SlStore *
sl_memory_store_new (void)
{
  SlMemoryStore *self = g_object_new (SL_TYPE_MEMORY_STORE, NULL);

  self->state = state_new ();
  return SL_STORE (self);
}

SlStore *
sl_memory_store_twin (SlStore *other)
{
  SlMemoryStore *self;
  State *state;

  g_return_val_if_fail (SL_IS_MEMORY_STORE (other) && ((SlMemoryStore *) other)->state != NULL, NULL);
  state = ((SlMemoryStore *) other)->state;
  g_atomic_ref_count_inc (&state->refs);
  self = g_object_new (SL_TYPE_MEMORY_STORE, NULL);
  self->state = state;
  g_mutex_lock (&state->lock);
  self->seen = state->head.seq;
  g_mutex_unlock (&state->lock);
  return SL_STORE (self);
}
