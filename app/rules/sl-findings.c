/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

static void
finding_free (gpointer data)
{
  SlFinding *finding = data;

  g_free (finding->code);
  g_strfreev (finding->args);
  g_free (finding);
}

/* In the order of SlConcern. */
static const SlEnumEntry concerns[SL_N_CONCERNS] = {
  { "record", N_ ("Incomplete or wrong") },
  { "breach", N_ ("Above what we tolerate") },
  { "window", N_ ("May have happened already") },
  { "escalation", N_ ("Decisions overdue") },
  { "review", N_ ("Reviews overdue") },
  { "owner", N_ ("Nobody answers for it") },
  { "action", N_ ("Actions late or drifting") },
  { "acceptance", N_ ("Acceptances ending") },
  { "stuck", N_ ("Not moving") },
  { "register", N_ ("The register as a whole") },
  { "map", N_ ("Line of sight") },
};

const char *
sl_concern_token (SlConcern concern)
{
  g_return_val_if_fail (concern < SL_N_CONCERNS, NULL);
  return concerns[concern].token;
}

const char *
sl_concern_label (SlConcern concern)
{
  g_return_val_if_fail (concern < SL_N_CONCERNS, NULL);
  return concerns[concern].label;
}

GPtrArray *
sl_findings_new (void)
{
  return g_ptr_array_new_with_free_func (finding_free);
}

guint
sl_findings_count (const GPtrArray *findings, SlSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const SlFinding *) findings->pdata[i])->severity == severity;
  return n;
}

/* The code by which people know the record: its own, or its parent's. */
static char *
code_of (const SlCheck *check, const SlRecord *record)
{
  /* What a deletion takes with it is only in the data before. */
  const SlData *data = check->after != NULL || check->before_view == NULL ? check->view->data : check->before_view->data;
  const SlKind *kind = sl_record_kind (record);
  const char *code = sl_record_code (record);
  SlValue parent;

  if (code == NULL && kind->parent >= 0)
    {
      sl_record_get (record, (guint) kind->parent, &parent);
      record = parent.is_null ? NULL : sl_data_lookup (data, parent.i);
      code = record != NULL ? sl_record_code (record) : NULL;
    }
  return g_strdup (code != NULL ? code : kind->label);
}

void
sl_check_find (const SlCheck *check, int field, const char *format, ...)
{
  const SlRecord *record = check->after != NULL ? check->after : check->before;
  SlFinding *finding = g_new0 (SlFinding, 1);
  g_autoptr (GStrvBuilder) args = g_strv_builder_new ();
  const char *arg;
  va_list list;

  va_start (list, format);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (args, arg);
  va_end (list);
  finding->rule = check->rule->id;
  finding->severity = check->rule->severity;
  finding->concern = check->rule->concern;
  finding->kind = record->kind;
  finding->uid = record->uid;
  finding->field = field;
  finding->code = code_of (check, record);
  finding->format = format;
  finding->args = g_strv_builder_end (args);
  g_ptr_array_add (check->findings, finding);
}

void
sl_check_find_gap (const SlCheck *check, guint field, SlUid person)
{
  g_autofree char *day = sl_arg_day (check->view->as_of);

  sl_check_find (check, (int) field, N_ ("owner gap: {1} is not active on {2}; name someone who is"),
                 sl_data_name (check->view->data, person), day, NULL);
}

/* Every state that comes about by one move of @moves or more; none is numbered above 31. */
static guint
reachable (const guint *moves, guint from)
{
  guint found = moves[from], before;

  do
    {
      before = found;
      for (guint state = 1; state < 32; state++)
        if (before & (1u << state))
          found |= moves[state];
    }
  while (found != before);
  return found;
}

void
sl_check_moves (const SlCheck *check, guint field, const guint *moves, const char *cannot, const char *stays)
{
  const SlField *f = &sl_kind_get (check->after->kind)->fields[field];
  SlValue from = SL_VALUE_ENUM (f->initial), to;
  gboolean imported = check->verb == SL_VERB_IMPORT && check->before != NULL;
  guint next;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autofree char *allowed = NULL;

  if (check->before != NULL)
    sl_record_get (check->before, field, &from);
  sl_record_get (check->after, field, &to);
  next = imported ? reachable (moves, (guint) from.i) : moves[from.i];
  if (!(sl_check_is_act (check) || imported) || from.i == to.i || next & (1u << to.i))
    return;
  was = sl_arg_label (f->tokens, (int) from.i);
  is = sl_arg_label (f->tokens, (int) to.i);
  allowed = sl_arg_labels (f->tokens, next & ~(1u << from.i));
  if (*allowed == '\0')
    sl_check_find (check, (int) field, stays, was, NULL);
  else
    sl_check_find (check, (int) field, cannot, was, is, allowed, NULL);
}

gboolean
sl_check_is_act (const SlCheck *check)
{
  return check->act != NULL && check->verb != SL_VERB_CREATE && check->verb != SL_VERB_IMPORT
         && check->verb != SL_VERB_LOAD && check->verb != SL_VERB_UNDO && check->verb != SL_VERB_REDO;
}

gboolean
sl_check_asks_reasons (const SlCheck *check)
{
  return sl_check_is_act (check) || (check->act != NULL && check->verb == SL_VERB_IMPORT);
}

static SlDate
real_day (gint64 ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (ms / 1000);

  return at != NULL ? sl_date_from_ymd (g_date_time_get_year (at), g_date_time_get_month (at), g_date_time_get_day_of_month (at))
                    : SL_DATE_NONE;
}

gboolean
sl_record_made_today (const SlRecord *record)
{
  return real_day (sl_uid_time (record->uid)) == real_day (g_get_real_time () / 1000);
}

gboolean
sl_check_takes_back_today (const SlCheck *check)
{
  return check->verb == SL_VERB_UNDO && sl_record_made_today (check->before);
}

char *
sl_finding_dup_text (const SlFinding *self, gboolean translated)
{
  g_autofree char *text = sl_sentence_compose (self->format, (const char *const *) self->args, translated);

  /* Kinds without codes go by the name of their kind. */
  return g_strdup_printf ("%s: %s", translated ? g_dgettext (GETTEXT_PACKAGE, self->code) : self->code, text);
}

/* More lines than this help nobody: the first ones, and how many there are besides. */
#define SHOWN 20

static char *
list_texts (const GPtrArray *findings, SlSeverity severity)
{
  GString *s = g_string_new (NULL);
  guint n = sl_findings_count (findings, severity), shown = 0;

  for (guint i = 0; i < findings->len && shown < SHOWN; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *text = NULL;

      if (finding->severity != severity)
        continue;
      text = sl_finding_dup_text (finding, TRUE);
      g_string_append_printf (s, "%s%s", s->len > 0 ? "\n" : "", text);
      /* A question needs no rule beside it: what it is about says why it is asked. */
      if (severity != SL_SEVERITY_REASON)
        g_string_append_printf (s, " (%s)", finding->rule);
      shown++;
    }
  if (n > shown)
    {
      g_string_append_c (s, '\n');
      /* TRANSLATORS: below a list of what refuses a change. */
      g_string_append_printf (s, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - shown), n - shown);
    }
  return g_string_free (s, FALSE);
}

GError *
sl_findings_to_error (const GPtrArray *findings, gboolean reason_given)
{
  g_autofree char *text = NULL;

  if (sl_findings_count (findings, SL_SEVERITY_ERROR) > 0)
    {
      text = list_texts (findings, SL_SEVERITY_ERROR);
      return g_error_new_literal (SL_ERROR, SL_ERROR_RULE, text);
    }
  if (reason_given || sl_findings_count (findings, SL_SEVERITY_REASON) == 0)
    return NULL;
  text = list_texts (findings, SL_SEVERITY_REASON);
  return g_error_new_literal (SL_ERROR, SL_ERROR_REASON_NEEDED, text);
}
