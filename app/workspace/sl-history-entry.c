/* What a list shows of a change-set, and whether it is what a reader looks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "workspace/sl-history.h"

#include "base/sl-text.h"
#include "model/sl-change-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
sl_history_dup_actor (SlUid actor, const SlData *data)
{
  const char *name = sl_data_name (data, actor);

  return g_strdup (*name != '\0' ? name : _ ("Nobody stated"));
}

static char *
dup_side (const SlChangeLine *line, const SlData *data, gboolean after)
{
  SlValue value;

  sl_change_line_get (line, after, &value);
  return sl_data_dup_display (data, sl_change_line_field (line), &value);
}

/* As much of a text as one line of a list shows. */
#define SHOWN_MAX 160

static char *
dup_line (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  char *line = length > SHOWN_MAX ? g_utf8_substring (text, 0, SHOWN_MAX) : g_strdup (text);

  g_strdelimit (line, "\n\t", ' ');
  if (length > SHOWN_MAX)
    {
      char *whole = g_strconcat (line, "…", NULL);

      g_free (line);
      line = whole;
    }
  return line;
}

/* The names of the fields, where they are all of one record; NULL else. */
static char *
dup_fields (const GArray *lines)
{
  const SlChangeLine *first = &g_array_index (lines, SlChangeLine, 0);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SlChangeLine *line = &g_array_index (lines, SlChangeLine, i);

      if (line->change != first->change || line->field < 0)
        return NULL;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", g_dgettext (GETTEXT_PACKAGE, sl_change_line_field (line)->label));
    }
  return dup_line (names->str);
}

static gboolean
is_of_one_kind (const SlChangeSet *change_set)
{
  for (guint i = 1; i < change_set->n_changes; i++)
    if (change_set->changes[i].kind != change_set->changes[0].kind)
      return FALSE;
  return TRUE;
}

/* Of an edit of one field from what to what, of several their names, of one record made or deleted its title, of many of
 * several kinds how many. */
static char *
dup_summary (const SlChangeSet *change_set, const GArray *lines, const SlData *data)
{
  const SlChangeLine *line = lines->len > 0 ? &g_array_index (lines, SlChangeLine, 0) : NULL;
  g_autofree char *before = NULL, *after = NULL, *from = NULL, *to = NULL;
  const char *title;

  if (line == NULL)
    return NULL;
  /* How many there are of one kind the label says. */
  if (!is_of_one_kind (change_set))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", change_set->n_changes), change_set->n_changes);
  if (lines->len > 1)
    return dup_fields (lines);
  if (line->field < 0)
    {
      title = sl_record_title (line->change->after != NULL ? line->change->after : line->change->before);
      return title != NULL ? dup_line (title) : NULL;
    }
  before = dup_side (line, data, FALSE);
  after = dup_side (line, data, TRUE);
  from = dup_line (*before != '\0' ? before : _ ("empty"));
  to = dup_line (*after != '\0' ? after : _ ("empty"));
  /* TRANSLATORS: {1} is the value before, {2} the value after; for an absent one stands "empty". */
  return sl_text_compose (_ ("{1} → {2}"), (const char *const[]){ from, to, NULL });
}

static void
append (GString *all, const char *text)
{
  if (text != NULL && *text != '\0')
    {
      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
}

static void
append_line (GString *all, const SlChangeLine *line, const SlData *data)
{
  const SlField *field = sl_change_line_field (line);
  g_autofree char *before = NULL, *after = NULL;

  if (field == NULL)
    {
      g_autofree char *name = sl_change_dup_name (line->change, data, TRUE);

      append (all, name);
      append (all, sl_record_title (line->change->after != NULL ? line->change->after : line->change->before));
      return;
    }
  append (all, g_dgettext (GETTEXT_PACKAGE, field->label));
  before = dup_side (line, data, FALSE);
  after = dup_side (line, data, TRUE);
  append (all, before);
  append (all, after);
}

static char *
dup_folded (const SlHistoryEntry *self, const SlChangeSet *change_set, const SlData *data)
{
  g_autoptr (GArray) lines = sl_change_set_lines (change_set, change_set->n_changes <= SL_HISTORY_WORDS_MAX);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *actor = sl_history_dup_actor (self->actor, data);

  append (all, self->label);
  append (all, self->reason);
  append (all, actor);
  /* Whoever looks for a risk by its title means all that was done to it. */
  for (guint i = 0; i < self->n_subjects; i++)
    append (all, sl_data_name (data, self->subjects[i]));
  for (guint i = 0; i < lines->len && change_set->n_changes <= SL_HISTORY_WORDS_MAX; i++)
    append_line (all, &g_array_index (lines, SlChangeLine, i), data);
  return sl_text_fold (all->str);
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  SlUid x = *(const SlUid *) a, y = *(const SlUid *) b;

  return (x > y) - (x < y);
}

/* What people call the record by: it, or the nearest of those it belongs to that has a code. */
static SlUid
known_by (const SlUid *uids, guint n, const SlData *data)
{
  for (guint i = 0; i < n; i++)
    {
      const SlRecord *record = sl_data_lookup (data, uids[i]);

      if (record != NULL && sl_record_code (record) != NULL)
        return uids[i];
    }
  return uids[0];
}

static void
collect_subjects (SlHistoryEntry *self, const SlChangeSet *change_set, const SlData *data)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SlUid));
  guint n = 0;

  for (guint i = 0; i < change_set->n_changes; i++)
    {
      SlUid uids[SL_SUBJECTS_MAX];
      guint n_uids = sl_change_subjects (&change_set->changes[i], data, uids);
      SlUid known = known_by (uids, n_uids, data);

      self->subject = i == 0 || self->subject == known ? known : SL_UID_NONE;
      g_array_append_vals (all, uids, n_uids);
    }
  g_array_sort (all, compare_uids);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, SlUid, i) != g_array_index (all, SlUid, n - 1))
      g_array_index (all, SlUid, n++) = g_array_index (all, SlUid, i);
  self->n_subjects = n;
  self->subjects = g_memdup2 (all->data, n * sizeof (SlUid));
}

/* --- Moves -------------------------------------------------------------------------------------------------------- */

static const struct
{
  int kind;
  guint state;
  int risk; /* the reference to it; -1: the record itself */
} movers[] = {
  { SL_KIND_RISK, SL_RISK_STATE, -1 },
  { SL_KIND_ACTION, SL_ACTION_STATE, SL_ACTION_RISK },
  { SL_KIND_ESCALATION, SL_ESCALATION_STATE, SL_ESCALATION_RISK },
};

static gboolean
is_new_here (const SlChangeSet *change_set, SlUid uid)
{
  for (guint i = 0; i < change_set->n_changes; i++)
    if (change_set->changes[i].before == NULL && change_set->changes[i].after->uid == uid)
      return TRUE;
  return FALSE;
}

/* A record from the journal holds what was changed alone: else it is asked of @data. */
static SlUid
risk_of (const SlChange *change, int field, const SlData *data)
{
  const SlRecord *record = change->mask & SL_MASK (field) ? change->after : sl_data_lookup (data, change->uid);
  SlValue risk = SL_VALUE_NULL (SL_TYPE_REF);

  if (record != NULL)
    sl_record_get (record, (guint) field, &risk);
  return risk.is_null ? SL_UID_NONE : risk.i;
}

/* FALSE: no move. */
static gboolean
read_move (const SlChangeSet *change_set, const SlChange *change, const SlData *data, SlStateMove *move)
{
  SlValue from = SL_VALUE_NULL (SL_TYPE_ENUM), to;
  guint m = 0;

  while (m < G_N_ELEMENTS (movers) && movers[m].kind != change->kind)
    m++;
  if (m == G_N_ELEMENTS (movers) || change->after == NULL || !(change->mask & SL_MASK (movers[m].state)))
    return FALSE;
  if (change->before != NULL)
    sl_record_get (change->before, movers[m].state, &from);
  sl_record_get (change->after, movers[m].state, &to);
  *move = (SlStateMove){ change->uid, change->kind, change->uid, from.is_null ? 0 : (int) from.i, to.is_null ? 0 : (int) to.i };
  if (movers[m].risk >= 0)
    move->risk = risk_of (change, movers[m].risk, data);
  if (change->before != NULL)
    return move->from != move->to;
  return change->kind == SL_KIND_ACTION && move->risk != SL_UID_NONE && !is_new_here (change_set, move->risk);
}

static void
collect_moves (SlHistoryEntry *self, const SlChangeSet *change_set, const SlData *data)
{
  g_autoptr (GArray) moves = NULL;
  SlStateMove move;

  for (guint i = 0; i < change_set->n_changes; i++)
    if (read_move (change_set, &change_set->changes[i], data, &move))
      {
        if (moves == NULL)
          moves = g_array_new (FALSE, FALSE, sizeof (SlStateMove));
        g_array_append_val (moves, move);
      }
  if (moves == NULL)
    return;
  self->n_moves = moves->len;
  self->moves = (SlStateMove *) (gpointer) g_array_free (g_steal_pointer (&moves), FALSE);
}

SlHistoryEntry *
sl_history_entry_new (const SlChangeSet *change_set, const SlData *data)
{
  SlHistoryEntry *self = g_atomic_rc_box_new0 (SlHistoryEntry);
  g_autoptr (GArray) lines = sl_change_set_lines (change_set, FALSE);

  self->seq = change_set->seq;
  self->at = change_set->at;
  self->day = sl_date_of_time (change_set->at);
  self->actor = change_set->actor;
  self->verb = change_set->verb;
  self->n_changes = change_set->n_changes;
  self->label = sl_change_set_dup_label (change_set, data, TRUE);
  self->summary = dup_summary (change_set, lines, data);
  self->reason = g_strdup (change_set->reason);
  collect_subjects (self, change_set, data);
  collect_moves (self, change_set, data);
  self->folded = dup_folded (self, change_set, data);
  return self;
}

SlHistoryEntry *
sl_history_entry_ref (SlHistoryEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
entry_clear (gpointer data)
{
  SlHistoryEntry *self = data;

  g_free (self->label);
  g_free (self->summary);
  g_free (self->reason);
  g_free (self->folded);
  g_free (self->subjects);
  g_free (self->moves);
}

void
sl_history_entry_unref (SlHistoryEntry *self)
{
  g_atomic_rc_box_release_full (self, entry_clear);
}

/* --- Filter ------------------------------------------------------------------------------------------------------- */

gboolean
sl_history_filter_is_empty (const SlHistoryFilter *self)
{
  return !self->by_actor && self->verb == 0 && self->record == SL_UID_NONE && self->from == SL_DATE_NONE
         && self->to == SL_DATE_NONE && (self->words == NULL || self->words[0] == NULL);
}

gboolean
sl_history_filter_match (const SlHistoryFilter *self, const SlHistoryEntry *entry)
{
  if (self->by_actor && entry->actor != self->actor)
    return FALSE;
  if (self->verb != 0 && entry->verb != self->verb)
    return FALSE;
  if ((self->from != SL_DATE_NONE && entry->day < self->from) || (self->to != SL_DATE_NONE && entry->day > self->to))
    return FALSE;
  if (self->record != SL_UID_NONE
      && bsearch (&self->record, entry->subjects, entry->n_subjects, sizeof (SlUid), compare_uids) == NULL)
    return FALSE;
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (entry->folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}
