/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/sl-sentence.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

char *
sl_arg_day (SlDate day)
{
  char iso[11];

  return g_strconcat (SL_ARG_DAY, sl_date_to_iso (day, iso), NULL);
}

char *
sl_arg_label (const SlEnum *tokens, int value)
{
  return g_strconcat (SL_ARG_MSGID, sl_enum_label (tokens, value), NULL);
}

char *
sl_arg_labels (const SlEnum *tokens, guint set)
{
  GString *s = g_string_new (NULL);

  for (guint value = 1; value <= tokens->n_entries; value++)
    if (set & (1u << value))
      g_string_append_printf (s, "%s%s", SL_ARG_MSGID, sl_enum_label (tokens, (int) value));
  return g_string_free (s, FALSE);
}

static char *
show_labels (const char *arg, gboolean translated)
{
  g_auto (GStrv) labels = g_strsplit (arg + 1, SL_ARG_MSGID, -1);
  GString *s = g_string_new (NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      const char *label = translated && *labels[i] != '\0' ? g_dgettext (GETTEXT_PACKAGE, labels[i]) : labels[i];

      g_string_append_printf (s, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (s, FALSE);
}

static char *
show_arg (const char *arg, gboolean translated)
{
  if (*arg == *SL_ARG_MSGID)
    return show_labels (arg, translated);
  if (*arg == *SL_ARG_DAY)
    return translated ? sl_date_dup_display (sl_date_from_iso (arg + 1)) : g_strdup (arg + 1);
  return g_strdup (arg);
}

char *
sl_sentence_compose (const char *format, const char *const *args, gboolean translated)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;

  g_return_val_if_fail (format != NULL && args != NULL, NULL);
  for (guint i = 0; args[i] != NULL; i++)
    {
      g_autofree char *arg = show_arg (args[i], translated);

      g_strv_builder_add (builder, arg);
    }
  shown = g_strv_builder_end (builder);
  return sl_text_compose (translated ? g_dgettext (GETTEXT_PACKAGE, format) : format, (const char *const *) shown);
}
