/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/sl-rules-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

static void
finding_free (gpointer data)
{
  SlFinding *finding = data;

  g_free (finding->code);
  g_strfreev (finding->args);
  g_free (finding);
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
code_of (const SlData *data, const SlRecord *record)
{
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
  finding->kind = record->kind;
  finding->uid = record->uid;
  finding->field = field;
  finding->code = code_of (check->view->data, record);
  finding->format = format;
  finding->args = g_strv_builder_end (args);
  g_ptr_array_add (check->findings, finding);
}

char *
sl_arg_day (SlDate day)
{
  char iso[11];

  return g_strconcat (SL_ARG_DAY, sl_date_to_iso (day, iso), NULL);
}

gboolean
sl_check_is_act (const SlCheck *check)
{
  return check->act != NULL && check->verb != SL_VERB_CREATE && check->verb != SL_VERB_IMPORT
         && check->verb != SL_VERB_UNDO && check->verb != SL_VERB_REDO;
}

static char *
show_arg (const char *arg, gboolean translated)
{
  if (*arg == *SL_ARG_MSGID)
    return g_strdup (translated ? g_dgettext (GETTEXT_PACKAGE, arg + 1) : arg + 1);
  if (*arg == *SL_ARG_DAY)
    return translated ? sl_date_dup_display (sl_date_from_iso (arg + 1)) : g_strdup (arg + 1);
  return g_strdup (arg);
}

char *
sl_finding_dup_text (const SlFinding *self, gboolean translated)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; self->args[i] != NULL; i++)
    {
      g_autofree char *arg = show_arg (self->args[i], translated);

      g_strv_builder_add (shown, arg);
    }
  args = g_strv_builder_end (shown);
  text = sl_text_compose (translated ? g_dgettext (GETTEXT_PACKAGE, self->format) : self->format, (const char *const *) args);
  return g_strdup_printf ("%s: %s", self->code, text);
}

static char *
list_texts (const GPtrArray *findings, SlSeverity severity)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];
      g_autofree char *text = NULL;

      if (finding->severity != severity)
        continue;
      text = sl_finding_dup_text (finding, TRUE);
      g_string_append_printf (s, "%s%s (%s)", s->len > 0 ? "\n" : "", text, finding->rule);
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
