/* What every record must be like, whatever the rules say: fields, codes, references, keys, parents, no way round.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-error.h"
#include "model/sl-code.h"
#include "model/sl-tx-private.h"

#include <glib/gi18n-lib.h>

static SlUid
target_of (const SlRecord *record, guint field)
{
  SlValue value;

  if (record == NULL)
    return SL_UID_NONE;
  sl_record_get (record, field, &value);
  return value.is_null ? SL_UID_NONE : value.i;
}

static char *
name_record (const SlTx *self, const SlRecord *record)
{
  const char *code = sl_record_code (record);
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_record_kind (record)->label);
  int parent = sl_record_kind (record)->parent;
  SlValue value;

  if (code != NULL)
    return g_strdup (code);
  if (parent >= 0)
    {
      const SlRecord *owner;

      sl_record_get (record, (guint) parent, &value);
      owner = value.is_null ? NULL : sl_data_lookup (&self->data, value.i);
      if (owner != NULL && sl_record_code (owner) != NULL)
        return g_strdup_printf ("%s, %s", sl_record_code (owner), label);
    }
  return g_strdup (label);
}

static gboolean
fail (const SlTx *self, const SlRecord *record, GError **error, const char *what, const char *detail)
{
  g_autofree char *name = name_record (self, record);

  if (detail != NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_STRUCTURE, "%s: %s: %s", name, detail, what);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_STRUCTURE, "%s: %s", name, what);
  return FALSE;
}

/* Whether following @field from @record comes back to it. */
static gboolean
goes_round (const SlTx *self, const SlRecord *record, guint field)
{
  const SlRecord *at = record;

  for (guint steps = 0; steps < 10000; steps++)
    {
      SlValue value;

      sl_record_get (at, field, &value);
      at = value.is_null ? NULL : sl_data_lookup (&self->data, value.i);
      if (at == NULL)
        return FALSE;
      if (at->uid == record->uid)
        return TRUE;
    }
  return TRUE;
}

/* Whether another record holds @code once this is committed. */
static gboolean
code_taken (const SlTx *self, const SlRecord *record, const char *code)
{
  const SlTxEntry *entry = g_hash_table_lookup (self->codes, code);
  const SlRecord *below = sl_data_by_code (self->base, code);

  if (entry != NULL && entry->uid != record->uid)
    return TRUE;
  below = below != NULL ? sl_data_lookup (&self->data, below->uid) : NULL;
  return below != NULL && below->uid != record->uid && g_strcmp0 (sl_record_code (below), code) == 0;
}

/* Reading in what exists and taking back bring their own codes; who adds a record may give it a later one, never one that
 * may have stood for another record before. */
static gboolean
may_be_old (const SlTx *self, const SlRecord *record)
{
  return self->verb == SL_VERB_CREATE || self->verb == SL_VERB_IMPORT || self->verb == SL_VERB_UNDO
         || self->verb == SL_VERB_REDO || sl_data_lookup (self->base, record->uid) != NULL;
}

static gboolean
check_code (const SlTx *self, const SlRecord *record, const char *label, const char *code, GError **error)
{
  const SlKind *kind = sl_record_kind (record);
  char stem[SL_CODE_STEM_MAX];
  gint64 number;

  if (code_taken (self, record, code))
    return fail (self, record, error, _ ("this id is taken"), label);
  if (!sl_code_split (kind, code, stem, &number))
    return fail (self, record, error, _ ("this is no id of its kind"), label);
  if (!(kind->flags & SL_KIND_SET_CODE) && number <= sl_data_last_number (self->base, stem) && !may_be_old (self, record))
    return fail (self, record, error, _ ("ids are never given twice; leave it out to get the next one"), label);
  return TRUE;
}

static gboolean
check_field (const SlTx *self, const SlRecord *record, guint i, GError **error)
{
  const SlField *field = &sl_record_kind (record)->fields[i];
  const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);
  const SlRecord *target;
  SlValue value;

  sl_record_get (record, i, &value);
  if (value.is_null)
    return !(field->flags & (SL_FIELD_MANDATORY | SL_FIELD_CODE))
           || fail (self, record, error, _ ("this must not be empty"), label);
  if (!sl_field_check (field, &value, error))
    {
      g_autofree char *name = name_record (self, record);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (field->flags & SL_FIELD_CODE && !check_code (self, record, label, value.s, error))
    return FALSE;
  if (field->type != SL_TYPE_REF)
    return TRUE;
  target = sl_data_lookup (&self->data, value.i);
  if (target == NULL || target->kind != field->ref)
    return fail (self, record, error, _ ("it refers to something that is not there"), label);
  if (field->ref == record->kind && goes_round (self, record, i))
    return fail (self, record, error, _ ("it leads back to itself"), label);
  return TRUE;
}

static gboolean
take_record (const SlRecord *record, gpointer data)
{
  *(const SlRecord **) data = record;
  return FALSE;
}

/* A deleted record may be referred to by nothing that stays. */
static gboolean
check_deleted (const SlTx *self, const SlTxEntry *entry, GError **error)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      {
        const SlRecord *user = NULL;
        g_autofree char *user_name = NULL;
        g_autofree char *message = NULL;

        if (sl_kind_get (k)->fields[f].type != SL_TYPE_REF || sl_kind_get (k)->fields[f].ref != entry->kind)
          continue;
        sl_data_children (&self->data, k, f, entry->uid, take_record, &user);
        if (user == NULL)
          continue;
        user_name = name_record (self, user);
        /* TRANSLATORS: the first place is a record, the second one of its fields (Owner). */
        message = g_strdup_printf (_ ("it cannot be deleted because %s refers to it (%s)"), user_name,
                                   g_dgettext (GETTEXT_PACKAGE, sl_kind_get (k)->fields[f].label));
        return fail (self, entry->before, error, message, NULL);
      }
  return TRUE;
}

/* --- Keys and parents --------------------------------------------------------------------------------------------- */

typedef struct
{
  const SlRecord *record;
  gboolean found;
} Twin;

static gboolean
find_twin (const SlRecord *other, gpointer data)
{
  Twin *twin = data;
  const SlKind *kind = sl_record_kind (other);

  if (other->uid == twin->record->uid)
    return TRUE;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue mine, theirs;

      if (!(kind->fields[f].flags & SL_FIELD_KEY))
        continue;
      sl_record_get (twin->record, f, &mine);
      sl_record_get (other, f, &theirs);
      if (!sl_value_equal (&mine, &theirs))
        return TRUE;
    }
  twin->found = TRUE;
  return FALSE;
}

/* No two records of one parent are alike in all their key fields. */
static gboolean
check_key (const SlTx *self, const SlRecord *record, GError **error)
{
  const SlKind *kind = sl_record_kind (record);
  Twin twin = { record, FALSE };
  int key = -1;

  for (guint f = 0; f < kind->n_fields && key < 0; f++)
    if (kind->fields[f].flags & SL_FIELD_KEY)
      key = (int) f;
  if (key < 0)
    return TRUE;
  if (kind->parent < 0)
    sl_data_each (&self->data, kind->id, find_twin, &twin);
  else
    sl_data_children (&self->data, kind->id, (guint) kind->parent, target_of (record, (guint) kind->parent), find_twin, &twin);
  return !twin.found
         || fail (self, record, error, _ ("there is one like this already"), g_dgettext (GETTEXT_PACKAGE, kind->fields[key].label));
}

/* Of several possible parents exactly one is given. */
static gboolean
check_parents (const SlTx *self, const SlRecord *record, GError **error)
{
  const SlKind *kind = sl_record_kind (record);
  guint possible = 0, given = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PARENT && !(kind->fields[f].flags & SL_FIELD_MANDATORY))
      {
        possible++;
        given += target_of (record, f) != SL_UID_NONE;
      }
  if (possible < 2 || given == 1)
    return TRUE;
  return fail (self, record, error, given == 0 ? _ ("it must say what it is for") : _ ("it can be for one thing only"), NULL);
}

/* --- No way round ------------------------------------------------------------------------------------------------- */

enum
{
  WALK_NEW,
  WALK_OPEN, /* on the way being followed */
  WALK_DONE,
};

typedef struct
{
  const SlTx *tx;
  int kind;         /* of the links */
  guint from, to;   /* their ends */
  GArray *stack;    /* of Step: the way being followed */
  SlUidMap *states; /* uid -> WALK_... */
  const SlRecord *round; /* a link that closes a ring, once found */
} Walk;

typedef struct
{
  SlUid uid;
  GPtrArray *links; /* borrowed records */
  guint next;
} Step;

static gboolean
collect_link (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, (gpointer) record);
  return TRUE;
}

static void
step_clear (gpointer data)
{
  g_ptr_array_unref (((Step *) data)->links);
}

static void
enter (Walk *walk, SlUid uid)
{
  Step step = { uid, g_ptr_array_new (), 0 };

  sl_uid_map_set (walk->states, uid, GINT_TO_POINTER (WALK_OPEN));
  sl_data_children (&walk->tx->data, walk->kind, walk->from, uid, collect_link, step.links);
  g_array_append_val (walk->stack, step);
}

/* Follows every way on from @uid that has not been followed yet, without recursion: ways may be long. */
static void
follow (Walk *walk, SlUid uid)
{
  if (GPOINTER_TO_INT (sl_uid_map_get (walk->states, uid)) == WALK_NEW)
    enter (walk, uid);
  while (walk->stack->len > 0 && walk->round == NULL)
    {
      Step *step = &g_array_index (walk->stack, Step, walk->stack->len - 1);
      const SlRecord *link = step->next < step->links->len ? step->links->pdata[step->next++] : NULL;
      SlUid to = target_of (link, walk->to);
      int state = link != NULL ? GPOINTER_TO_INT (sl_uid_map_get (walk->states, to)) : WALK_DONE;

      if (link == NULL)
        {
          sl_uid_map_set (walk->states, step->uid, GINT_TO_POINTER (WALK_DONE));
          g_array_set_size (walk->stack, walk->stack->len - 1);
        }
      else if (state == WALK_OPEN)
        walk->round = link;
      else if (state == WALK_NEW)
        enter (walk, to);
    }
}

/* New and changed links of @kind must not close a ring. */
static gboolean
check_acyclic (const SlTx *self, const SlKind *kind, GError **error)
{
  Walk walk = { .tx = self, .kind = kind->id, .from = (guint) kind->parent };
  gboolean sound;

  if (self->by_kind[kind->id] == NULL)
    return TRUE;
  while (!(kind->fields[walk.to].flags & SL_FIELD_KEY))
    walk.to++;
  walk.stack = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (walk.stack, step_clear);
  walk.states = sl_uid_map_new (NULL);
  for (guint i = 0; i < self->by_kind[kind->id]->len && walk.round == NULL; i++)
    {
      const SlTxEntry *entry = self->by_kind[kind->id]->pdata[i];

      if (entry->now != NULL)
        follow (&walk, target_of (entry->now, walk.from));
    }
  sound = walk.round == NULL || fail (self, walk.round, error, _ ("it leads back to where it came from"), NULL);
  g_array_unref (walk.stack);
  sl_uid_map_free (walk.states);
  return sound;
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static gboolean
check_record (const SlTx *self, const SlTxEntry *entry, GError **error)
{
  const SlKind *kind = sl_kind_get (entry->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    if (!check_field (self, entry->now, f, error))
      return FALSE;
  if (kind->flags & SL_KIND_SINGLE && entry->before == NULL && sl_data_count (&self->data, entry->kind) > 1)
    return fail (self, entry->now, error, _ ("a file holds exactly one"), NULL);
  return check_key (self, entry->now, error) && check_parents (self, entry->now, error);
}

gboolean
sl_tx_check_structure (const SlTx *self, GError **error)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const SlTxEntry *entry = self->order->pdata[i];

      if (entry->now != NULL ? !check_record (self, entry, error)
                             : entry->before != NULL && !check_deleted (self, entry, error))
        return FALSE;
    }
  for (int k = 0; k < SL_N_KINDS; k++)
    if (sl_kind_get (k)->flags & SL_KIND_ACYCLIC && !check_acyclic (self, sl_kind_get (k), error))
      return FALSE;
  return TRUE;
}
