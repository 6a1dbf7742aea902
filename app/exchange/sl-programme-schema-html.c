/* Programme XML, documented for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-schema-private.h"

#include "exchange/sl-programme-xml.h"

static void
add_escaped (GString *to, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (to, escaped);
}

static void
add_link (GString *to, const SlKind *kind)
{
  g_autofree char *name = sl_schema_dup_name (kind->token);

  g_string_append_printf (to, "<a href=\"#%s\">%s</a>", name, name);
}

/* --- What a value looks like -------------------------------------------------------------------------------------- */

static void
add_range (GString *to, const SlField *field)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  sl_schema_dup_range (field, &min, &max);
  if (field->min != 0 || field->max != 0)
    g_string_append_printf (to, ", %s to %s", min, max);
}

static void
add_tokens (GString *to, const SlEnum *tokens)
{
  for (guint i = 0; i < tokens->n_entries; i++)
    g_string_append_printf (to, "%s<code>%s</code>", i > 0 ? ", " : "one of ", tokens->entries[i].token);
}

static void
add_text (GString *to, const SlField *field)
{
  if (field->pattern != NULL)
    {
      g_string_append (to, "text of the pattern <code>");
      add_escaped (to, field->pattern);
      g_string_append (to, "</code>");
    }
  else
    g_string_append (to, "text");
  if (field->pattern == NULL || field->max > 0)
    g_string_append_printf (to, ", at most %" G_GINT64_FORMAT " characters", sl_schema_length (field));
}

static void
add_value (GString *to, const SlKind *kind, const SlField *field)
{
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      if (field->flags & SL_FIELD_CODE)
        g_string_append_printf (to, "code: <code>%s</code>", kind->codes);
      else
        add_text (to, field);
      return;
    case SL_TYPE_ENUM:
      add_tokens (to, field->tokens);
      return;
    case SL_TYPE_REF:
      g_string_append (to, field->ref == SL_KIND_SETTINGS ? "version of " : "code of ");
      add_link (to, sl_kind_get (field->ref));
      return;
    case SL_TYPE_BOOL:
      g_string_append (to, "<code>true</code>, or left out");
      return;
    case SL_TYPE_DATE:
      g_string_append (to, "day, YYYY-MM-DD");
      return;
    case SL_TYPE_INT:
      g_string_append (to, "whole number");
      break;
    case SL_TYPE_MONEY:
      g_string_append (to, "money in minor units");
      break;
    case SL_TYPE_DECIMAL:
    default:
      g_string_append (to, "number with at most four decimals");
      break;
    }
  add_range (to, field);
}

/* --- Elements ----------------------------------------------------------------------------------------------------- */

static void
add_field (GString *to, const SlKind *kind, const SlField *field)
{
  g_autofree char *name = sl_schema_dup_name (field->name);

  g_string_append_printf (to, "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td><td>", name,
                          field->flags & SL_FIELD_PROSE ? "element" : "attribute",
                          sl_schema_is_required (field) ? "yes" : "");
  add_value (to, kind, field);
  g_string_append (to, "</td><td>");
  add_escaped (to, field->label);
  if (field->help != NULL)
    {
      g_string_append (to, ". ");
      add_escaped (to, field->help);
    }
  g_string_append (to, "</td></tr>\n");
}

static gboolean
stands_in (const SlKind *inner, const SlKind *outer)
{
  return sl_kind_is_nested (inner) && inner->fields[inner->parent].ref == outer->id;
}

/* What tells records of @kind apart where they stand. */
static void
add_key (GString *to, const SlKind *kind)
{
  guint n = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    if (sl_schema_tells_apart (kind, f))
      {
        g_autofree char *name = sl_schema_dup_name (kind->fields[f].name);

        g_string_append_printf (to, "%s<code>%s</code>", n++ > 0 ? ", " : " No two there are alike in ", name);
      }
  if (n > 0)
    g_string_append_c (to, '.');
  else if (sl_schema_is_alone (kind))
    g_string_append (to, " At most one there.");
}

static void
add_place (GString *to, const SlKind *kind)
{
  guint n = 0;

  g_string_append (to, "<p>");
  if (kind->id == SL_KIND_PROGRAMME)
    g_string_append (to, "The root.");
  else
    {
      g_string_append (to, "Stands in ");
      add_link (to, sl_kind_get (sl_kind_is_nested (kind) ? kind->fields[kind->parent].ref : SL_KIND_PROGRAMME));
      g_string_append_c (to, '.');
    }
  for (int k = 0; k < SL_N_KINDS; k++)
    if (stands_in (sl_kind_get (k), kind))
      {
        g_string_append (to, n++ > 0 ? ", " : " Holds ");
        add_link (to, sl_kind_get (k));
      }
  if (n > 0)
    g_string_append_c (to, '.');
  add_key (to, kind);
  g_string_append (to, "</p>\n");
}

static void
add_kind (GString *to, const SlKind *kind)
{
  g_autofree char *name = sl_schema_dup_name (kind->token);

  g_string_append_printf (to, "<section>\n<h2 id=\"%s\"><code>%s</code>: ", name, name);
  add_escaped (to, kind->label);
  g_string_append (to, "</h2>\n");
  add_place (to, kind);
  g_string_append_printf (to, "<table aria-labelledby=\"%s\">\n", name);
  g_string_append (to, "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">As</th><th scope=\"col\">Needed</th>"
                       "<th scope=\"col\">Value</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
  for (guint f = 0; f < kind->n_fields; f++)
    if (sl_schema_is_written (kind, f))
      add_field (to, kind, &kind->fields[f]);
  g_string_append (to, "</tbody>\n</table>\n</section>\n");
}

static const char head[]
    = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Programme XML, version 1</title>\n<style>\n"
      ":root { color-scheme: light dark; }\n"
      "body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }\n"
      "section { overflow-x: auto; }\n"
      "table { border-collapse: collapse; width: 100%; }\n"
      "th, td { border-bottom: 1px solid; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }\n"
      "nav { columns: 16rem; }\n"
      "</style>\n</head>\n<body>\n<main>\n<h1>Programme XML, version 1</h1>\n";

static const char about[]
    = "<p>Everything that is stored and nothing that is derived. A record with a code, and one that belongs to no other, "
      "stands under the root; every other in the one it belongs to. Elements come in the order below: prose first, then the "
      "records inside. Values on one line are attributes, prose is an element. An absent value is left out. In the pattern "
      "of a code a row of # stands for a whole number.</p>\n"
      "<p>What the schema cannot say: links of the map, and chains of risks and of steps, never lead back to where they "
      "began; an action or an escalation is for exactly one thing.</p>\n";

char *
sl_programme_schema_dup_html (void)
{
  GString *to = g_string_new (head);

  g_string_append_printf (to, "<p>Namespace <code>%s</code>, UTF-8.</p>\n%s<nav aria-label=\"Elements\">\n<ul>\n",
                          SL_PROGRAMME_NAMESPACE, about);
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      g_string_append (to, "<li>");
      add_link (to, sl_kind_get (k));
      g_string_append (to, "</li>\n");
    }
  g_string_append (to, "</ul>\n</nav>\n");
  for (int k = 0; k < SL_N_KINDS; k++)
    add_kind (to, sl_kind_get (k));
  g_string_append (to, "</main>\n</body>\n</html>\n");
  return g_string_free (to, FALSE);
}
