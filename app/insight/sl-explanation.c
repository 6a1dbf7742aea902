/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "insight/sl-explain-private.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

void
sl_explanation_free (SlExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->result);
  g_free (self->rule);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

char *
sl_explanation_to_text (const SlExplanation *self)
{
  GString *s = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_string_append_printf (s, "%s\n%s", self->result, self->rule);
  for (guint i = 0; i < self->inputs->len; i++)
    g_string_append_printf (s, "\n%s", (const char *) self->inputs->pdata[i]);
  return g_string_free (s, FALSE);
}

/* --- Putting it together ------------------------------------------------------------------------------------------ */

void
sl_explain_begin (SlExplain *self, const SlView *view, gboolean translated)
{
  *self = (SlExplain){ view, translated, g_new0 (SlExplanation, 1) };
  self->out->inputs = g_ptr_array_new_with_free_func (g_free);
}

const char *
sl_explain_word (const SlExplain *self, const char *msgid)
{
  return self->translated && *msgid != '\0' ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

char *
sl_explain_dup_day (const SlExplain *self, SlDate date)
{
  return self->translated ? sl_date_dup_display (date) : sl_date_dup_english (date);
}

char *
sl_explain_dup_money (const SlExplain *self, SlMoney money)
{
  const SlProgrammeInfo *programme = sl_data_programme (self->view->data);

  return sl_money_dup_exact (money, programme != NULL ? programme->currency : NULL);
}

void
sl_explain_rule (const SlExplain *self, const char *msgid)
{
  g_free (self->out->rule);
  self->out->rule = g_strdup (sl_explain_word (self, msgid));
}

static char *
compose (const SlExplain *self, const char *msgid, va_list list)
{
  const char *args[10] = { NULL };

  for (guint i = 0; i < 9 && (args[i] = va_arg (list, const char *)) != NULL; i++)
    ;
  return sl_text_compose (sl_explain_word (self, msgid), args);
}

void
sl_explain_result (const SlExplain *self, const char *msgid, ...)
{
  va_list list;

  va_start (list, msgid);
  g_free (self->out->result);
  self->out->result = compose (self, msgid, list);
  va_end (list);
}

void
sl_explain_input (const SlExplain *self, const char *msgid, ...)
{
  va_list list;

  va_start (list, msgid);
  g_ptr_array_add (self->out->inputs, compose (self, msgid, list));
  va_end (list);
}

void
sl_explain_number (const SlExplain *self, const char *msgid, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  sl_explain_input (self, msgid, text, NULL);
}

void
sl_explain_count (const SlExplain *self, const char *one, const char *many, int value)
{
  if (value > 0)
    sl_explain_number (self, value == 1 ? one : many, value);
}

void
sl_explain_day (const SlExplain *self, const char *msgid, SlDate date)
{
  g_autofree char *text = sl_explain_dup_day (self, date);

  sl_explain_input (self, msgid, text, NULL);
}

void
sl_explain_money (const SlExplain *self, const char *msgid, SlMoney money)
{
  g_autofree char *text = sl_explain_dup_money (self, money);

  sl_explain_input (self, msgid, text, NULL);
}
