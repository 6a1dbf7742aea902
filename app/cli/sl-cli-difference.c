/* Differences between two programmes, for people and for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

#include "base/sl-text.h"
#include "exchange/sl-compare.h"

static void
get (const SlDifference *difference, int side, guint field, SlValue *value)
{
  const SlRecord *record = side == 0 ? difference->one : difference->other;

  *value = SL_VALUE_NULL (sl_kind_get (difference->kind)->fields[field].type);
  if (record != NULL)
    sl_record_get (record, field, value);
}

/* Text in one line, "(none)" for an absent value. */
static char *
dup_shown (const SlDifference *difference, const SlCliSides *sides, int side, guint field)
{
  g_autofree char *text = NULL;
  SlValue value;

  get (difference, side, field, &value);
  if (value.is_null)
    return g_strdup ("(none)");
  text = sl_data_dup_text (sides->data[side], &sl_kind_get (difference->kind)->fields[field], &value);
  return sl_text_for_terminal (text);
}

static void
print_fields (SlCli *cli, const SlDifference *difference, const char *name, const SlCliSides *sides)
{
  const SlKind *kind = sl_kind_get (difference->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    if (difference->mask & SL_MASK (f))
      {
        g_autofree char *one = dup_shown (difference, sides, 0, f);
        g_autofree char *other = dup_shown (difference, sides, 1, f);

        sl_cli_print (cli, "%s: %s: %s → %s\n", name, kind->fields[f].name, one, other);
      }
}

static void
print_lone (SlCli *cli, const SlDifference *difference, const char *name, const SlCliSides *sides)
{
  const SlRecord *record = difference->one != NULL ? difference->one : difference->other;
  g_autofree char *title
      = sl_kind_get (difference->kind)->title >= 0 ? sl_text_for_terminal (sl_record_title (record)) : NULL;

  sl_cli_print (cli, "%s %s%s%s\n", name, sides->lone[difference->one == NULL], title != NULL ? ": " : "",
                title != NULL ? title : "");
}

void
sl_cli_print_differences (SlCli *cli, const GPtrArray *differences, const SlCliSides *sides)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const SlDifference *difference = differences->pdata[i];
      g_autofree char *name = sl_text_for_terminal (difference->name);

      if (difference->one != NULL && difference->other != NULL)
        print_fields (cli, difference, name, sides);
      else if (!difference->nested)
        print_lone (cli, difference, name, sides);
    }
}

void
sl_cli_count_differences (const GPtrArray *differences, guint *both, guint lone[2])
{
  *both = lone[0] = lone[1] = 0;
  for (guint i = 0; i < differences->len; i++)
    {
      const SlDifference *difference = differences->pdata[i];

      if (difference->one != NULL && difference->other != NULL)
        (*both)++;
      else
        lone[difference->one == NULL]++;
    }
}

/* --- For programs -------------------------------------------------------------------------------------------------- */

static void
json_field (GString *json, const SlDifference *difference, const SlCliSides *sides, guint field)
{
  static const char *const names[] = { "first", "second" };
  const SlField *f = &sl_kind_get (difference->kind)->fields[field];

  g_string_append_printf (json, "\"%s\": {", f->name);
  for (int side = 0; side < 2; side++)
    {
      SlValue value;

      get (difference, side, field, &value);
      g_string_append_printf (json, "%s\"%s\": ", side > 0 ? ", " : "", names[side]);
      sl_cli_json_value (json, sides->data[side], f, &value);
    }
  g_string_append_c (json, '}');
}

/* Of a lone record: what it says. */
static gboolean
is_told (const SlDifference *difference, guint field)
{
  SlValue value;

  if (difference->one != NULL && difference->other != NULL)
    return (difference->mask & SL_MASK (field)) != 0;
  get (difference, difference->one != NULL ? 0 : 1, field, &value);
  return !value.is_null && (value.type != SL_TYPE_BOOL || value.i);
}

static void
json_difference (GString *json, const SlDifference *difference, const SlCliSides *sides)
{
  const SlKind *kind = sl_kind_get (difference->kind);
  guint n = 0;

  g_string_append_printf (json, "{\"kind\": \"%s\", \"name\": ", kind->token);
  sl_cli_json_string (json, difference->name);
  g_string_append_printf (json, ", \"in\": \"%s\", \"fields\": {",
                          difference->other == NULL ? "first" : difference->one == NULL ? "second" : "both");
  for (guint f = 0; f < kind->n_fields; f++)
    if (is_told (difference, f))
      {
        g_string_append (json, n++ > 0 ? ", " : "");
        json_field (json, difference, sides, f);
      }
  g_string_append (json, "}}");
}

void
sl_cli_json_differences (GString *json, const GPtrArray *differences, const SlCliSides *sides)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < differences->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n " : "\n ");
      json_difference (json, differences->pdata[i], sides);
    }
  g_string_append (json, differences->len > 0 ? "\n]" : "]");
}
