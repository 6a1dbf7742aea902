/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sl-enum.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

int
sl_enum_from_token (const SlEnum *self, const char *token)
{
  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; token != NULL && i < self->n_entries; i++)
    if (strcmp (self->entries[i].token, token) == 0)
      return (int) i + 1;
  return 0;
}

static gboolean
begins (const char *candidate, const char *folded, gboolean *whole)
{
  g_autofree char *other = sl_text_fold (candidate);

  *whole = strcmp (other, folded) == 0;
  return g_str_has_prefix (other, folded);
}

int
sl_enum_parse (const SlEnum *self, const char *text)
{
  g_autofree char *folded = NULL;
  int found = 0, n_found = 0;

  g_return_val_if_fail (self != NULL, 0);
  folded = g_strstrip (sl_text_fold (text));
  if (*folded == '\0')
    return 0;
  for (guint i = 0; i < self->n_entries; i++)
    {
      const SlEnumEntry *entry = &self->entries[i];
      const char *names[] = { entry->token, entry->label, g_dgettext (GETTEXT_PACKAGE, entry->label) };
      gboolean hit = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          gboolean whole;

          hit |= begins (names[k], folded, &whole);
          if (whole)
            return (int) i + 1;
        }
      if (hit)
        {
          found = (int) i + 1;
          n_found++;
        }
    }
  return n_found == 1 ? found : 0;
}

const char *
sl_enum_token (const SlEnum *self, int value)
{
  return value >= 1 && (guint) value <= self->n_entries ? self->entries[value - 1].token : NULL;
}

const char *
sl_enum_label (const SlEnum *self, int value)
{
  return value >= 1 && (guint) value <= self->n_entries ? self->entries[value - 1].label : "";
}
