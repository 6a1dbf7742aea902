/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sl-change-set.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

#define ENTRY(P, C, t, l) { t, l },
static const SlEnumEntry verb_entries[] = { SL_VERB_VALUES (ENTRY, VERB) };
const SlEnum sl_verb_enum = { "verb", verb_entries, G_N_ELEMENTS (verb_entries) };

SlChangeSet *
sl_change_set_new (GArray *changes, SlVerb verb, SlUid actor, const char *reason)
{
  SlChangeSet *self = g_new0 (SlChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->id = sl_text_uuid ();
  self->at = g_get_real_time () / 1000;
  self->actor = actor;
  self->verb = verb;
  self->reason = sl_text_clean (reason, TRUE);
  if (changes != NULL)
    {
      self->n_changes = changes->len;
      self->changes = (SlChange *) (void *) g_array_free (changes, FALSE);
    }
  return self;
}

SlChangeSet *
sl_change_set_ref (SlChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_change_set_unref (SlChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_changes; i++)
    {
      g_clear_pointer (&self->changes[i].before, sl_record_unref);
      g_clear_pointer (&self->changes[i].after, sl_record_unref);
    }
  g_free (self->changes);
  g_free (self->id);
  g_free (self->reason);
  g_free (self);
}

SlChangeSet *
sl_change_set_part (const SlChangeSet *self, const GArray *changes)
{
  SlChangeSet *part = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&part->refs);
  part->id = g_strdup (self->id);
  part->reason = g_strdup (self->reason);
  part->n_changes = changes->len;
  part->changes = g_memdup2 (changes->data, changes->len * sizeof (SlChange));
  for (guint i = 0; i < part->n_changes; i++)
    {
      SlChange *change = &part->changes[i];

      change->before = change->before != NULL ? sl_record_ref (change->before) : NULL;
      change->after = change->after != NULL ? sl_record_ref (change->after) : NULL;
    }
  return part;
}

gboolean
sl_change_set_touches (const SlChangeSet *self, SlUid uid)
{
  for (guint i = 0; i < self->n_changes; i++)
    if (self->changes[i].uid == uid)
      return TRUE;
  return FALSE;
}

static const char *
say (const char *msgid, gboolean translated)
{
  /* The translation of nothing is the catalogue's own heading. */
  return translated && *msgid != '\0' ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

/* The code by which people know what a change is about: its own, or its parent's. */
static const char *
code_of_change (const SlChange *change, const SlData *data)
{
  const SlRecord *record = change->after != NULL ? change->after : change->before;
  const SlRecord *live = data != NULL ? sl_data_lookup (data, change->uid) : NULL;
  const char *code = sl_record_code (record);

  if (code == NULL && live != NULL)
    code = sl_record_code (live);
  if (code != NULL || data == NULL)
    return code;
  record = sl_data_lookup (data, sl_record_parent (live != NULL ? live : record));
  return record != NULL ? sl_record_code (record) : NULL;
}

/* The one field an edit is about, or NULL. */
static const char *
field_of_change (const SlChange *change, gboolean translated)
{
  const SlKind *kind = sl_kind_get (change->kind);

  if (change->before == NULL || change->after == NULL)
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (change->mask == SL_MASK (i))
      return say (kind->fields[i].label, translated);
  return NULL;
}

char *
sl_change_set_dup_label (const SlChangeSet *self, const SlData *data, gboolean translated)
{
  const char *verb = say (sl_enum_label (&sl_verb_enum, self->verb), translated);
  const SlChange *first = self->changes;
  const char *code, *field;
  gboolean one_kind = TRUE;

  if (self->n_changes == 0)
    return g_strdup (verb);
  for (guint i = 1; i < self->n_changes; i++)
    one_kind &= self->changes[i].kind == first->kind;
  code = code_of_change (first, data);
  if (self->n_changes == 1 || self->verb == SL_VERB_ASSESS || self->verb == SL_VERB_REVIEW)
    {
      field = field_of_change (first, translated);
      if (code == NULL)
        code = say (sl_kind_get (first->kind)->label, translated);
      return field != NULL ? g_strdup_printf ("%s %s: %s", verb, code, field) : g_strdup_printf ("%s %s", verb, code);
    }
  if (one_kind)
    {
      g_autofree char *number = g_strdup_printf ("%u", self->n_changes);

      /* TRANSLATORS: {1} a verb such as “Paste”, {2} a number above 1, {3} a kind in the plural such as “Risks”. */
      return sl_text_compose (say (N_ ("{1}: {2} {3}"), translated),
                              (const char *const[]){ verb, number, say (sl_kind_get (first->kind)->plural, translated), NULL });
    }
  return code != NULL ? g_strdup_printf ("%s %s …", verb, code) : g_strdup (verb);
}
