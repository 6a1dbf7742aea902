/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-history-words.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Days --------------------------------------------------------------------------------------------------------- */

char *
sl_history_dup_day (SlDate day, SlDate today)
{
  static const char *const weekdays[] = { N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"),
                                          N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
  g_autofree char *date = sl_date_dup_display (day);
  const char *name;

  if (day == SL_DATE_NONE)
    return g_strdup (_ ("Day not known"));
  name = day == today ? _ ("Today") : day == today - 1 ? _ ("Yesterday") : _ (weekdays[sl_date_weekday (day) - 1]);
  /* TRANSLATORS: {1} is "Friday", "Today" or "Yesterday", {2} a day such as "31 Jul 2026". */
  return sl_text_compose (_ ("{1}, {2}"), (const char *[]){ name, date, NULL });
}

/* --- A line ------------------------------------------------------------------------------------------------------- */

/* From here on two values stand beneath each other, and what differs in them is marked. */
#define LONG 48

char *
sl_history_dup_caption (const SlChangeLine *line, const SlData *data)
{
  const SlField *field = sl_change_line_field (line);
  g_autofree char *name = sl_change_dup_name (line->change, data, TRUE);

  if (field == NULL)
    return g_steal_pointer (&name);
  /* What stood in a record made or deleted is told beneath its name. */
  if (line->change->before == NULL || line->change->after == NULL)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, field->label));
  return g_strdup_printf ("%s · %s", name, g_dgettext (GETTEXT_PACKAGE, field->label));
}

static char *
dup_side (const SlChangeLine *line, const SlData *data, gboolean after)
{
  g_autofree char *text = NULL;
  SlValue value;

  sl_change_line_get (line, after, &value);
  text = sl_data_dup_display (data, sl_change_line_field (line), &value);
  if (*text != '\0')
    return g_steal_pointer (&text);
  /* A reference to what has no name is not an absent one. */
  return g_strdup (value.is_null ? _ ("empty") : g_dgettext (GETTEXT_PACKAGE, sl_kind_get (sl_change_line_field (line)->ref)->label));
}

char *
sl_history_dup_before (const SlChangeLine *line, const SlData *data)
{
  g_autofree char *text = dup_side (line, data, FALSE);

  if (g_utf8_strlen (text, -1) > LONG)
    {
      g_autofree char *start = g_strchomp (g_utf8_substring (text, 0, LONG - 1));

      g_free (text);
      text = g_strconcat (start, "…", NULL);
    }
  g_strdelimit (text, "\n\t", ' ');
  return g_steal_pointer (&text);
}

static void
mark (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* The part of @a that @b does not begin or end with, by whole words. */
static void
find_difference (const char *a, const char *b, gsize *start, gsize *end)
{
  gsize n_a = strlen (a), n_b = strlen (b), most = MIN (n_a, n_b), same = 0, tail = 0;

  while (same < most && a[same] == b[same])
    same++;
  while (same > 0 && !g_ascii_isspace (a[same - 1]))
    same--;
  while (tail < most - same && a[n_a - 1 - tail] == b[n_b - 1 - tail])
    tail++;
  while (tail > 0 && !g_ascii_isspace (a[n_a - tail]))
    tail--;
  *start = same;
  *end = n_a - tail;
}

/* In a long text a changed word is looked for in vain: it is set in bold, unless nearly everything is another. */
static void
mark_difference (PangoAttrList *list, const char *a, const char *b, gsize offset)
{
  gsize start, end;

  find_difference (a, b, &start, &end);
  if (start < end && (end - start) * 3 < strlen (a) * 2)
    mark (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), offset + start, offset + end);
}

static char *
join_values (const char *before, const char *after, PangoAttrList *list)
{
  gboolean stacked = g_utf8_strlen (before, -1) > LONG || g_utf8_strlen (after, -1) > LONG || strchr (before, '\n') != NULL
                     || strchr (after, '\n') != NULL;
  const char *arrow = stacked ? "\n→ " : " → ";
  gsize n = strlen (before);

  mark (list, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72), 0, n);
  if (stacked)
    {
      mark_difference (list, before, after, 0);
      mark_difference (list, after, before, n + strlen (arrow));
    }
  return g_strconcat (before, arrow, after, NULL);
}

char *
sl_history_dup_values (const SlChangeLine *line, const SlData *data, PangoAttrList **attributes)
{
  const SlChange *change = line->change;
  g_autofree char *before = NULL, *after = NULL;

  *attributes = pango_attr_list_new ();
  if (line->field < 0)
    {
      const char *title = sl_record_title (change->after != NULL ? change->after : change->before);
      const char *format = change->after == NULL ? _ ("Deleted: {1}") : _ ("Added: {1}");

      if (title == NULL)
        return g_strdup (change->after == NULL ? _ ("Deleted") : _ ("Added"));
      return sl_text_compose (format, (const char *[]){ title, NULL });
    }
  before = change->before != NULL ? dup_side (line, data, FALSE) : NULL;
  after = change->after != NULL ? dup_side (line, data, TRUE) : NULL;
  if (before != NULL && after != NULL)
    return join_values (before, after, *attributes);
  return before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&after);
}

/* --- Copying ------------------------------------------------------------------------------------------------------ */

static void
append_line (GString *text, const SlChangeLine *line, const SlData *data)
{
  g_autofree char *caption = sl_history_dup_caption (line, data);
  PangoAttrList *attributes;
  g_autofree char *values = sl_history_dup_values (line, data, &attributes);

  pango_attr_list_unref (attributes);
  g_string_append_printf (text, "%s: %s\n", caption, values);
}

char *
sl_history_dup_copy (SlHistoryModel *model, SlHistoryRow *row)
{
  const SlHistoryEntry *entry = sl_history_row_entry (row);
  const SlChangeSet *change_set = sl_history_model_change_set (model, entry->seq);
  const SlData *data = sl_history_names (sl_history_model_history (model));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = sl_time_dup_display (entry->at, TRUE);
  g_autofree char *who = sl_history_dup_actor (entry->actor, data);

  if (sl_history_row_line (row) != NULL)
    append_line (text, sl_history_row_line (row), data);
  else
    {
      g_string_append_printf (text, "%s\t%s\t%s\n", when, who, entry->label);
      if (entry->reason != NULL)
        g_string_append_printf (text, "“%s”\n", entry->reason);
      if (change_set != NULL)
        {
          g_autoptr (GArray) lines = sl_change_set_lines (change_set, TRUE);

          for (guint i = 0; i < lines->len; i++)
            append_line (text, &g_array_index (lines, SlChangeLine, i), data);
        }
      else if (entry->summary != NULL)
        g_string_append_printf (text, "%s\n", entry->summary);
    }
  return g_strdup (g_strchomp (text->str));
}
