/* Compares two programmes record by record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By code the walk goes down from what has a code to what stands in it, so that whatever is reached has been paired by
 * then; nothing is remembered of records that are the same.
 */
#include "exchange/sl-compare.h"

#include "model/sl-code.h"
#include "model/sl-handle.h"

#include <string.h>

typedef struct
{
  const SlData *sides[2];
  SlCompareBy by;
  gboolean used[SL_N_KINDS]; /* kinds of which either side has a record */
  GPtrArray *found;
} Compare;

/* Where the walk is: the pair, or the lone one, whose records are looked at. */
typedef struct _Step Step;
struct _Step
{
  const Step *above;          /* NULL: the top */
  const SlRecord *records[2]; /* one of them NULL: what stands in it is only there */
  guint places[2];            /* among their sisters, counted from 1 */
};

static void
difference_free (gpointer data)
{
  SlDifference *difference = data;

  g_free (difference->name);
  g_clear_pointer (&difference->one, sl_record_unref);
  g_clear_pointer (&difference->other, sl_record_unref);
  g_free (difference);
}

static char *
dup_name (const Compare *self, const Step *step, int side)
{
  g_autofree char *above = step->above != NULL ? dup_name (self, step->above, side) : NULL;

  return sl_data_dup_handle_in (self->sides[side], step->records[side], above, step->places[side]);
}

/* Takes @name. */
static void
add (Compare *self, char *name, const SlRecord *one, const SlRecord *other, guint64 mask, const Step *step)
{
  const Step *above = step != NULL ? step->above : NULL;
  SlDifference *difference = g_new (SlDifference, 1);

  *difference = (SlDifference){ .kind = one != NULL ? one->kind : other->kind, .name = name, .mask = mask };
  difference->one = one != NULL ? sl_record_ref (one) : NULL;
  difference->other = other != NULL ? sl_record_ref (other) : NULL;
  difference->nested = above != NULL && (above->records[0] == NULL || above->records[1] == NULL);
  if (above != NULL && one == NULL && !difference->nested)
    difference->place = above->records[0]->uid;
  g_ptr_array_add (self->found, difference);
}

/* --- Values -------------------------------------------------------------------------------------------------------- */

const SlRecord *
sl_compare_counterpart (const SlData *data, SlUid uid, const SlData *other)
{
  const SlRecord *record = sl_data_lookup (data, uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;
  const SlRecord *found = NULL;

  if (code != NULL)
    found = sl_data_by_code (other, code);
  else if (record != NULL && record->kind == SL_KIND_SETTINGS)
    {
      g_autofree char *handle = sl_data_dup_handle (data, record);

      found = sl_data_by_handle (other, handle);
    }
  return found != NULL && found->kind == record->kind ? found : NULL;
}

/* What a reference says, to be compared across files: a code, or the version of settings as a text in @buffer. */
static const char *
name_target (const SlData *data, SlUid uid, char buffer[16])
{
  const SlRecord *record = sl_data_lookup (data, uid);

  if (record == NULL)
    return "";
  if (record->kind == SL_KIND_SETTINGS)
    {
      g_snprintf (buffer, 16, "%d", SL_AS (SETTINGS, record)->version);
      return buffer;
    }
  return sl_record_code (record) != NULL ? sl_record_code (record) : "";
}

static gboolean
same_value (const Compare *self, const SlField *field, const SlValue *one, const SlValue *other)
{
  char buffers[2][16];

  if (field->type != SL_TYPE_REF || one->is_null || other->is_null || self->by == SL_COMPARE_BY_UID)
    return sl_value_equal (one, other);
  return strcmp (name_target (self->sides[0], one->i, buffers[0]), name_target (self->sides[1], other->i, buffers[1])) == 0;
}

/* Records that stand in another one say so by where they are found. */
static gboolean
says_place (const Compare *self, const SlKind *kind, guint field)
{
  return self->by == SL_COMPARE_BY_CODE && kind->code < 0 && (int) field == kind->parent;
}

static guint64
different_fields (const Compare *self, const SlRecord *one, const SlRecord *other)
{
  const SlKind *kind = sl_record_kind (one);
  guint64 mask = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    {
      SlValue a, b;

      if (says_place (self, kind, f))
        continue;
      sl_record_read (one, &kind->fields[f], &a);
      sl_record_read (other, &kind->fields[f], &b);
      if (!same_value (self, &kind->fields[f], &a, &b))
        mask |= SL_MASK (f);
    }
  return mask;
}

/* --- Families without codes ---------------------------------------------------------------------------------------- */

static gboolean
has_key (const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_KEY)
      return TRUE;
  return FALSE;
}

/* What tells a record from its sisters: its key fields, or all it says. */
static gboolean
tells_apart (const Compare *self, const SlKind *kind, guint field, gboolean keyed)
{
  return !says_place (self, kind, field) && (!keyed || kind->fields[field].flags & SL_FIELD_KEY);
}

static guint64
mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ hash >> 32;
}

static guint64
mix_text (guint64 hash, const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001B3);
  return mix (hash, 0);
}

static guint64
hash_record (const Compare *self, int side, const SlRecord *record)
{
  const SlKind *kind = sl_record_kind (record);
  gboolean keyed = has_key (kind);
  guint64 hash = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    {
      char buffer[16];
      SlValue value;

      if (!tells_apart (self, kind, f, keyed))
        continue;
      sl_record_read (record, &kind->fields[f], &value);
      if (value.is_null)
        hash = mix (hash, f);
      else if (value.type == SL_TYPE_TEXT)
        hash = mix_text (hash, value.s);
      else if (value.type == SL_TYPE_REF)
        hash = mix_text (hash, name_target (self->sides[side], value.i, buffer));
      else
        hash = mix (hash, (guint64) value.i);
    }
  return hash;
}

static gboolean
are_same (const Compare *self, const SlRecord *one, const SlRecord *other)
{
  const SlKind *kind = sl_record_kind (one);
  gboolean keyed = has_key (kind);
  guint64 mask = different_fields (self, one, other);

  for (guint f = 0; f < kind->n_fields; f++)
    if (mask & SL_MASK (f) && tells_apart (self, kind, f, keyed))
      return FALSE;
  return TRUE;
}

/* One of a family, and the one of the other side it is the same as. */
typedef struct
{
  const SlRecord *record;
  guint64 hash;
  guint place; /* from 1 */
  guint twin;  /* place of the other's, or 0 */
} Member;

static gboolean
add_member (const SlRecord *record, gpointer data)
{
  GArray *members = data;
  Member member = { record, 0, members->len + 1, 0 };

  g_array_append_val (members, member);
  return TRUE;
}

static GArray *
family (const Compare *self, const SlKind *kind, const Step *step, int side)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  if (step == NULL)
    sl_data_each (self->sides[side], kind->id, add_member, members);
  else if (step->records[side] != NULL)
    sl_data_children (self->sides[side], kind->id, (guint) kind->parent, step->records[side]->uid, add_member, members);
  return members;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *other = b;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *other = b;

  return (one->place > other->place) - (one->place < other->place);
}

#define MEMBER(array, i) (&g_array_index (array, Member, i))

/* Most families are the same in the same order: then nothing needs to be sorted. */
static gboolean
pair_in_order (const Compare *self, GArray *ones, GArray *others)
{
  if (ones->len != others->len)
    return FALSE;
  for (guint i = 0; i < ones->len; i++)
    if (!are_same (self, MEMBER (ones, i)->record, MEMBER (others, i)->record))
      return FALSE;
  for (guint i = 0; i < ones->len; i++)
    MEMBER (ones, i)->twin = MEMBER (others, i)->twin = i + 1;
  return TRUE;
}

static void
pair_by_hash (const Compare *self, GArray *ones, GArray *others)
{
  GArray *sides[2] = { ones, others };

  for (guint s = 0; s < 2; s++)
    {
      for (guint i = 0; i < sides[s]->len; i++)
        MEMBER (sides[s], i)->hash = hash_record (self, (int) s, MEMBER (sides[s], i)->record);
      g_array_sort (sides[s], compare_members);
    }
  for (guint i = 0, k = 0; i < ones->len && k < others->len;)
    {
      Member *one = MEMBER (ones, i), *other = MEMBER (others, k);

      if (one->hash == other->hash && are_same (self, one->record, other->record))
        {
          one->twin = other->place;
          other->twin = one->place;
          i++;
          k++;
        }
      else if (one->hash <= other->hash)
        i++;
      else
        k++;
    }
  g_array_sort (ones, compare_places);
  g_array_sort (others, compare_places);
}

/* --- By code ------------------------------------------------------------------------------------------------------- */

static void compare_family (Compare *self, const SlKind *kind, const Step *step);

static void
compare_within (Compare *self, const Step *step)
{
  int outer = (step->records[0] != NULL ? step->records[0] : step->records[1])->kind;

  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);

      if (self->used[k] && sl_kind_is_nested (kind) && kind->fields[kind->parent].ref == outer)
        compare_family (self, kind, step);
    }
}

static void
compare_pair (Compare *self, const Step *step)
{
  guint64 mask = different_fields (self, step->records[0], step->records[1]);

  if (mask != 0)
    add (self, dup_name (self, step, 1), step->records[0], step->records[1], mask, step);
  compare_within (self, step);
}

static void
take_lone (Compare *self, const Step *step)
{
  add (self, dup_name (self, step, step->records[0] != NULL ? 0 : 1), step->records[0], step->records[1], 0, step);
  compare_within (self, step);
}

static void
compare_family (Compare *self, const SlKind *kind, const Step *step)
{
  g_autoptr (GArray) ones = family (self, kind, step, 0);
  g_autoptr (GArray) others = family (self, kind, step, 1);

  if (!pair_in_order (self, ones, others))
    pair_by_hash (self, ones, others);
  for (guint i = 0; i < ones->len; i++)
    {
      const Member *one = MEMBER (ones, i);
      Step inner = { step, { one->record, NULL }, { one->place, one->twin } };

      if (one->twin == 0)
        {
          take_lone (self, &inner);
          continue;
        }
      inner.records[1] = MEMBER (others, one->twin - 1)->record;
      compare_pair (self, &inner);
    }
  for (guint i = 0; i < others->len; i++)
    if (MEMBER (others, i)->twin == 0)
      take_lone (self, &(Step){ step, { NULL, MEMBER (others, i)->record }, { 0, i + 1 } });
}

static const SlRecord *
find_coded (const Compare *self, const SlRecord *record, int side)
{
  const SlRecord *found = NULL;

  if (record->kind == SL_KIND_PROGRAMME)
    return sl_data_programme (self->sides[side]) != NULL ? &sl_data_programme (self->sides[side])->record : NULL;
  if (sl_record_code (record) != NULL)
    found = sl_data_by_code (self->sides[side], sl_record_code (record));
  return found != NULL && found->kind == record->kind ? found : NULL;
}

static gboolean
take_one (const SlRecord *record, gpointer data)
{
  Compare *self = data;
  Step step = { NULL, { record, find_coded (self, record, 1) }, { 0, 0 } };

  if (step.records[1] != NULL)
    compare_pair (self, &step);
  else
    take_lone (self, &step);
  return TRUE;
}

static gboolean
take_other (const SlRecord *record, gpointer data)
{
  Compare *self = data;

  if (find_coded (self, record, 0) == NULL)
    take_lone (self, &(Step){ NULL, { NULL, record }, { 0, 0 } });
  return TRUE;
}

static void
compare_by_code (Compare *self)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);

      if (self->used[k] && kind->code >= 0)
        {
          sl_data_each (self->sides[0], k, take_one, self);
          sl_data_each (self->sides[1], k, take_other, self);
        }
      else if (self->used[k] && kind->parent < 0)
        compare_family (self, kind, NULL);
    }
}

/* --- By uid -------------------------------------------------------------------------------------------------------- */

static const SlRecord *
parent_of (const SlData *data, const SlRecord *record)
{
  int parent = sl_record_kind (record)->parent;
  SlValue value;

  if (parent < 0 || sl_record_kind (record)->code >= 0)
    return NULL;
  sl_record_get (record, (guint) parent, &value);
  return value.is_null ? NULL : sl_data_lookup (data, value.i);
}

static void
add_by_uid (Compare *self, const SlRecord *one, const SlRecord *other, guint64 mask)
{
  int side = other != NULL ? 1 : 0;
  const SlRecord *record = other != NULL ? other : one;
  const SlRecord *outer = parent_of (self->sides[side], record);
  SlDifference *difference;

  add (self, sl_data_dup_handle (self->sides[side], record), one, other, mask, NULL);
  difference = self->found->pdata[self->found->len - 1];
  if (outer == NULL || (one != NULL && other != NULL))
    return;
  difference->nested = sl_data_lookup (self->sides[1 - side], outer->uid) == NULL;
  if (one == NULL && !difference->nested)
    difference->place = outer->uid;
}

static gboolean
take_one_by_uid (const SlRecord *record, gpointer data)
{
  Compare *self = data;
  const SlRecord *other = sl_data_lookup (self->sides[1], record->uid);
  guint64 mask = other != NULL ? different_fields (self, record, other) : 0;

  if (other == NULL || mask != 0)
    add_by_uid (self, record, other, mask);
  return TRUE;
}

static gboolean
take_other_by_uid (const SlRecord *record, gpointer data)
{
  Compare *self = data;

  if (sl_data_lookup (self->sides[0], record->uid) == NULL)
    add_by_uid (self, NULL, record, 0);
  return TRUE;
}

/* --- The whole ----------------------------------------------------------------------------------------------------- */

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  const SlDifference *one = *(const SlDifference *const *) a, *other = *(const SlDifference *const *) b;
  int order = (one->kind > other->kind) - (one->kind < other->kind);

  if (order == 0)
    order = sl_code_compare (one->name, other->name);
  return order != 0 ? order : (one->one == NULL) - (other->one == NULL);
}

GPtrArray *
sl_compare (const SlData *one, const SlData *other, SlCompareBy by)
{
  Compare self = { .sides = { one, other }, .by = by, .found = g_ptr_array_new_with_free_func (difference_free) };

  g_return_val_if_fail (one != NULL && other != NULL, NULL);
  for (int k = 0; k < SL_N_KINDS; k++)
    self.used[k] = sl_data_count (one, k) > 0 || sl_data_count (other, k) > 0;
  if (by == SL_COMPARE_BY_CODE)
    compare_by_code (&self);
  for (int k = 0; by == SL_COMPARE_BY_UID && k < SL_N_KINDS; k++)
    {
      sl_data_each (one, k, take_one_by_uid, &self);
      sl_data_each (other, k, take_other_by_uid, &self);
    }
  g_ptr_array_sort (self.found, compare_differences);
  return self.found;
}
