/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-desk.h"

#include <glib/gstdio.h>

Desk *
desk_new (SlStore *store)
{
  Desk *self = g_new0 (Desk, 1);
  g_autoptr (GError) error = NULL;
  SlHash digest;

  self->store = store;
  self->rows = sl_programme_new ();
  sl_store_load (store, self->rows, &self->head, NULL, &error);
  g_assert_no_error (error);
  sl_programme_digest (self->rows, &digest);
  g_assert_true (sl_hash_equal (&digest, &self->head.digest));
  return self;
}

void
desk_free (Desk *self)
{
  g_object_unref (self->rows);
  g_object_unref (self->store);
  g_free (self);
}

SlTx *
desk_begin (Desk *self, SlVerb verb)
{
  return sl_tx_new (sl_programme_data (self->rows), verb);
}

SlChangeSet *
desk_change_set (Desk *self, SlTx *tx, const char *reason)
{
  SlChangeSet *change_set;
  g_autoptr (GError) error = NULL;

  sl_tx_check_structure (tx, &error);
  g_assert_no_error (error);
  change_set = sl_change_set_new (sl_tx_changes (tx), sl_tx_verb (tx), SL_UID_NONE, reason);
  sl_programme_digest_after (self->rows, change_set->changes, change_set->n_changes, &change_set->digest);
  sl_tx_free (tx);
  return change_set;
}

gboolean
desk_append (Desk *self, SlChangeSet *change_set, GError **error)
{
  if (!sl_store_append (self->store, change_set, &self->head, error))
    return FALSE;
  self->head = (SlHead){ .seq = change_set->seq, .hash = change_set->hash, .digest = change_set->digest };
  sl_programme_apply (self->rows, change_set);
  return TRUE;
}

gboolean
desk_commit (Desk *self, SlTx *tx, const char *reason, GError **error)
{
  g_autoptr (SlChangeSet) change_set = desk_change_set (self, tx, reason);

  return desk_append (self, change_set, error);
}

/* Two records differ in their key fields. */
static char *
text_for (const SlField *field, guint turn)
{
  static const char *const candidates[] = { "Größe 漢字 🚲 “quoted” <b>&", "a1", "GBP", "GGAAR",
                                            "01234567-89ab-4def-8123-456789abcdef", "GB8", "B3.2",
                                            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" };

  if (field->flags & SL_FIELD_KEY && field->pattern == NULL)
    return g_strdup_printf ("%s %u", candidates[1], turn);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (sl_field_check (field, &SL_VALUE_TEXT (candidates[i]), NULL))
      return g_strdup (candidates[i]);
  g_error ("no text fits %s", field->name);
}

/* What a record of the @turn-th round points to: its parent is of the same round, an acyclic link leads to the next. */
static SlUid
target_for (const SlKind *kind, guint f, guint turn, SlUid uids[2][SL_N_KINDS])
{
  const SlField *field = &kind->fields[f];

  if (kind->flags & SL_KIND_ACYCLIC && field->flags & SL_FIELD_KEY)
    return uids[1][field->ref];
  if (field->flags & SL_FIELD_PARENT && (int) f != kind->parent && !(field->flags & SL_FIELD_MANDATORY))
    return SL_UID_NONE;
  return uids[field->flags & SL_FIELD_PARENT ? turn : 0][field->ref];
}

/* Codes that are not counted up: the first alternative of the pattern, with the round in place of each number. */
static void
give_code (SlTx *tx, const SlKind *kind, SlUid uid, guint turn)
{
  g_autoptr (GString) code = g_string_new (NULL);

  if (sl_record_code (sl_data_lookup (sl_tx_data (tx), uid)) != NULL)
    return;
  for (const char *p = kind->codes; *p != '\0' && *p != '|'; p++)
    g_string_append_c (code, *p == '#' ? (char) ('1' + (int) turn) : *p);
  sl_tx_set (tx, uid, (guint) kind->code, &SL_VALUE_TEXT (code->str), NULL);
}

static void
fill_field (SlTx *tx, const SlKind *kind, guint f, guint turn, SlUid uids[2][SL_N_KINDS])
{
  const SlField *field = &kind->fields[f];
  SlUid uid = uids[turn][kind->id];
  gboolean key = (field->flags & SL_FIELD_KEY) != 0;
  g_autofree char *text = field->type == SL_TYPE_TEXT ? text_for (field, turn) : NULL;
  g_autoptr (GError) error = NULL;
  SlValue value = { .type = field->type };

  if (field->flags & SL_FIELD_CODE)
    {
      give_code (tx, kind, uid, turn);
      return;
    }
  if (field->type == SL_TYPE_TEXT)
    value.s = text;
  else if (field->type == SL_TYPE_BOOL)
    value.i = 1;
  else if (field->type == SL_TYPE_ENUM)
    value.i = field->tokens->n_entries - (key ? turn : 0);
  else if (field->type == SL_TYPE_DATE)
    value.i = key ? SL_DATE_MIN + (gint64) turn : f % 2 ? SL_DATE_MAX : SL_DATE_MIN;
  else if (field->type == SL_TYPE_REF)
    value.i = target_for (kind, f, turn, uids);
  else if (field->type == SL_TYPE_INT)
    value.i = (field->max != 0 ? field->max : -G_MAXINT32) - (key ? turn : 0);
  else
    value.i = field->max != 0 ? field->max : -SL_NUMBER_MAX;
  if (field->type == SL_TYPE_REF && (value.i == uid || value.i == SL_UID_NONE))
    return;
  sl_tx_set (tx, uid, f, &value, &error);
  g_assert_no_error (error);
}

static gboolean
once (const SlKind *kind)
{
  return (kind->flags & (SL_KIND_SINGLE | SL_KIND_ACYCLIC)) != 0;
}

void
desk_fill (Desk *self)
{
  SlTx *tx = desk_begin (self, SL_VERB_CREATE);
  SlUid uids[2][SL_N_KINDS];
  g_autoptr (GError) error = NULL;

  for (guint turn = 0; turn < 2; turn++)
    for (int k = 0; k < SL_N_KINDS; k++)
      uids[turn][k] = turn == 1 && once (sl_kind_get (k)) ? uids[0][k] : sl_tx_create (tx, k);
  for (guint turn = 0; turn < 2; turn++)
    for (int k = 0; k < SL_N_KINDS; k++)
      for (guint f = 0; f < sl_kind_get (k)->n_fields && !(turn == 1 && once (sl_kind_get (k))); f++)
        fill_field (tx, sl_kind_get (k), f, turn, uids);
  desk_commit (self, tx, "Everything at once", &error);
  g_assert_no_error (error);
}

SlUid
desk_add_risk (Desk *self, const char *title)
{
  SlTx *tx = desk_begin (self, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, SL_KIND_RISK);
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, SL_RISK_TITLE, &SL_VALUE_TEXT (title), &error);
  g_assert_no_error (error);
  desk_commit (self, tx, NULL, &error);
  g_assert_no_error (error);
  return uid;
}

void
desk_set_text (Desk *self, SlUid uid, guint field, const char *text)
{
  SlTx *tx = desk_begin (self, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  sl_tx_set (tx, uid, field, text != NULL ? &SL_VALUE_TEXT (text) : &SL_VALUE_NULL (SL_TYPE_TEXT), &error);
  g_assert_no_error (error);
  desk_commit (self, tx, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same_number (const char *stem, gint64 number, gpointer other)
{
  g_assert_cmpint (sl_data_last_number (sl_programme_data (other), stem), ==, number);
}

void
assert_same_rows (SlProgramme *a, SlProgramme *b)
{
  sl_programme_each_stem (a, assert_same_number, b);
  sl_programme_each_stem (b, assert_same_number, a);
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      g_assert_cmpuint (sl_programme_count (a, k), ==, sl_programme_count (b, k));
      for (guint i = 0; i < sl_programme_count (a, k); i++)
        {
          const SlRecord *one = sl_programme_nth (a, k, i);
          const SlRecord *two = sl_programme_nth (b, k, i);

          g_assert_cmpint (one->uid, ==, two->uid);
          g_assert_cmphex (sl_record_diff (one, two), ==, 0);
        }
    }
}

char *
new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sightline-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}
