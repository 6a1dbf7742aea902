/* The XML Schema of programme XML.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-schema-private.h"

#include "exchange/sl-programme-xml.h"
#include "model/sl-code.h"

#include <string.h>

gboolean
sl_schema_is_written (const SlKind *kind, guint field)
{
  return !(sl_kind_is_nested (kind) && (int) field == kind->parent);
}

gboolean
sl_schema_is_required (const SlField *field)
{
  return field->type != SL_TYPE_BOOL && field->flags & (SL_FIELD_MANDATORY | SL_FIELD_CODE);
}

static gboolean
has_key (const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_KEY)
      return TRUE;
  return FALSE;
}

gboolean
sl_schema_tells_apart (const SlKind *kind, guint field)
{
  return sl_schema_is_written (kind, field)
         && (kind->fields[field].flags & SL_FIELD_KEY || ((int) field == kind->parent && has_key (kind)));
}

gboolean
sl_schema_is_alone (const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (sl_schema_tells_apart (kind, f))
      return FALSE;
  return has_key (kind);
}

char *
sl_schema_dup_name (const char *storage)
{
  return g_strdelimit (g_strdup (storage), "_", '-');
}

void
sl_schema_dup_range (const SlField *field, char **min, char **max)
{
  int decimals = field->type == SL_TYPE_DECIMAL ? 4 : 0;
  gint64 least, greatest;

  sl_field_range (field, &least, &greatest);
  *min = sl_number_dup (least, decimals, 0);
  *max = sl_number_dup (greatest, decimals, 0);
}

gint64
sl_schema_length (const SlField *field)
{
  gint64 min, max;

  sl_field_range (field, &min, &max);
  return max;
}

/* --- Types -------------------------------------------------------------------------------------------------------- */

static void
add (GString *to, int indent, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (GString *to, int indent, const char *format, ...)
{
  va_list args;

  g_string_append_printf (to, "%*s", indent, "");
  va_start (args, format);
  g_string_append_vprintf (to, format, args);
  va_end (args);
  g_string_append_c (to, '\n');
}

static void
add_facet (GString *to, int indent, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  add (to, indent, "<xs:%s value=\"%s\"/>", name, escaped);
}

static void
add_number (GString *to, int indent, const SlField *field)
{
  const char *base = field->type == SL_TYPE_DECIMAL ? "decimal" : field->type == SL_TYPE_INT ? "int" : "long";
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  sl_schema_dup_range (field, &min, &max);
  add (to, indent, "<xs:restriction base=\"xs:%s\">", base);
  if (field->type == SL_TYPE_DECIMAL)
    add (to, indent + 2, "<xs:fractionDigits value=\"4\"/>");
  add_facet (to, indent + 2, "minInclusive", min);
  add_facet (to, indent + 2, "maxInclusive", max);
  add (to, indent, "</xs:restriction>");
}

static void
add_string (GString *to, int indent, const SlField *field)
{
  add (to, indent, "<xs:restriction base=\"xs:string\">");
  if (field->pattern != NULL)
    add_facet (to, indent + 2, "pattern", field->pattern);
  else
    add (to, indent + 2, "<xs:minLength value=\"1\"/>");
  if (field->pattern == NULL || field->max > 0)
    add (to, indent + 2, "<xs:maxLength value=\"%" G_GINT64_FORMAT "\"/>", sl_schema_length (field));
  add (to, indent, "</xs:restriction>");
}

/* The name of the type of a field's values, where it has one. Free with g_free(). */
static char *
dup_named_type (const SlKind *kind, const SlField *field)
{
  g_autofree char *target = NULL;

  if (field->flags & SL_FIELD_CODE)
    target = sl_schema_dup_name (kind->token);
  else if (field->type == SL_TYPE_REF && field->ref != SL_KIND_SETTINGS)
    target = sl_schema_dup_name (sl_kind_get (field->ref)->token);
  if (target != NULL)
    return g_strconcat ("code-of-", target, NULL);
  if (field->type == SL_TYPE_ENUM)
    {
      target = sl_schema_dup_name (field->tokens->name);
      return g_strconcat ("token-of-", target, NULL);
    }
  if (field->type == SL_TYPE_REF)
    return g_strdup ("xs:int");
  if (field->type == SL_TYPE_BOOL)
    return g_strdup ("xs:boolean");
  return field->type == SL_TYPE_DATE ? g_strdup ("day") : NULL;
}

static void
add_documentation (GString *to, int indent, const char *label, const char *help)
{
  g_autofree char *text = g_strdup_printf ("%s%s%s", label, help != NULL ? ": " : "", help != NULL ? help : "");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  add (to, indent, "<xs:annotation><xs:documentation xml:lang=\"en-GB\">%s</xs:documentation></xs:annotation>", escaped);
}

static void
add_field (GString *to, int indent, const SlKind *kind, const SlField *field)
{
  gboolean prose = (field->flags & SL_FIELD_PROSE) != 0;
  const char *element = prose ? "xs:element" : "xs:attribute";
  const char *use = prose ? sl_schema_is_required (field) ? "" : " minOccurs=\"0\""
                          : sl_schema_is_required (field) ? " use=\"required\"" : "";
  g_autofree char *name = sl_schema_dup_name (field->name);
  g_autofree char *type = dup_named_type (kind, field);

  if (type != NULL)
    add (to, indent, "<%s name=\"%s\" type=\"%s\"%s>", element, name, type, use);
  else
    add (to, indent, "<%s name=\"%s\"%s>", element, name, use);
  add_documentation (to, indent + 2, field->label, field->help);
  if (type == NULL)
    {
      add (to, indent + 2, "<xs:simpleType>");
      if (field->type == SL_TYPE_TEXT)
        add_string (to, indent + 4, field);
      else
        add_number (to, indent + 4, field);
      add (to, indent + 2, "</xs:simpleType>");
    }
  add (to, indent, "</%s>", element);
}

/* --- Kinds -------------------------------------------------------------------------------------------------------- */

/* Whether @inner's records stand in those of @outer. */
static gboolean
stands_in (const SlKind *inner, const SlKind *outer)
{
  if (inner->id == SL_KIND_PROGRAMME)
    return FALSE;
  return sl_kind_is_nested (inner) ? inner->fields[inner->parent].ref == outer->id : outer->id == SL_KIND_PROGRAMME;
}

/* No two of a kind inside one @outer are alike in all their key fields. */
static void
add_own_keys (GString *to, int indent, const SlKind *outer)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);
      g_autofree char *name = sl_schema_dup_name (kind->token);

      if (!stands_in (kind, outer) || !has_key (kind) || sl_schema_is_alone (kind))
        continue;
      add (to, indent, "<xs:unique name=\"one-%s\">", name);
      add (to, indent + 2, "<xs:selector xpath=\"p:%s\"/>", name);
      for (guint f = 0; f < kind->n_fields; f++)
        if (sl_schema_tells_apart (kind, f))
          {
            g_autofree char *field = sl_schema_dup_name (kind->fields[f].name);

            add (to, indent + 2, "<xs:field xpath=\"@%s\"/>", field);
          }
      add (to, indent, "</xs:unique>");
    }
}

static void
add_child (GString *to, int indent, const SlKind *kind, gboolean with_keys)
{
  const char *max = sl_schema_is_alone (kind) ? "1" : "unbounded";
  g_autofree char *name = sl_schema_dup_name (kind->token);
  g_autoptr (GString) keys = g_string_new (NULL);

  if (with_keys)
    add_own_keys (keys, indent + 2, kind);
  add (to, indent, "<xs:element name=\"%s\" type=\"%s\" minOccurs=\"0\" maxOccurs=\"%s\"%s>", name, name, max,
       keys->len > 0 ? "" : "/");
  if (keys->len == 0)
    return;
  g_string_append (to, keys->str);
  add (to, indent, "</xs:element>");
}

static void
add_kind (GString *to, const SlKind *kind, gboolean with_keys)
{
  g_autofree char *name = sl_schema_dup_name (kind->token);

  add (to, 2, "<xs:complexType name=\"%s\">", name);
  add_documentation (to, 4, kind->label, NULL);
  add (to, 4, "<xs:sequence>");
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SL_FIELD_PROSE)
      add_field (to, 6, kind, &kind->fields[f]);
  for (int k = 0; k < SL_N_KINDS; k++)
    if (stands_in (sl_kind_get (k), kind))
      add_child (to, 6, sl_kind_get (k), with_keys);
  add (to, 4, "</xs:sequence>");
  for (guint f = 0; f < kind->n_fields; f++)
    if (!(kind->fields[f].flags & SL_FIELD_PROSE) && sl_schema_is_written (kind, f))
      add_field (to, 4, kind, &kind->fields[f]);
  add (to, 2, "</xs:complexType>");
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

/* The way from the root to the elements of @kind. Free with g_free(). */
static char *
dup_way (const SlKind *kind)
{
  g_autofree char *name = sl_schema_dup_name (kind->token);
  g_autofree char *above = NULL;

  if (kind->id == SL_KIND_PROGRAMME)
    return g_strdup (".");
  if (!sl_kind_is_nested (kind))
    return g_strconcat ("p:", name, NULL);
  above = dup_way (sl_kind_get (kind->fields[kind->parent].ref));
  return g_strconcat (above, "/p:", name, NULL);
}

static void
add_constraint (GString *to, const char *what, const char *name, const char *refer, const char *way, const char *field)
{
  if (refer != NULL)
    add (to, 4, "<xs:%s name=\"%s\" refer=\"p:%s\">", what, name, refer);
  else
    add (to, 4, "<xs:%s name=\"%s\">", what, name);
  add (to, 6, "<xs:selector xpath=\"%s\"/>", way);
  add (to, 6, "<xs:field xpath=\"@%s\"/>", field);
  add (to, 4, "</xs:%s>", what);
}

static void
add_keys (GString *to)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);
      g_autofree char *name = sl_schema_dup_name (kind->token);
      g_autofree char *key = g_strconcat ("key-of-", name, NULL);

      g_autofree char *way = dup_way (kind);

      if (k != SL_KIND_PROGRAMME && (kind->code >= 0 || k == SL_KIND_SETTINGS))
        add_constraint (to, "key", key, NULL, way, kind->code >= 0 ? "code" : "version");
    }
}

static void
add_references (GString *to)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    for (guint f = 0; f < sl_kind_get (k)->n_fields; f++)
      {
        const SlKind *kind = sl_kind_get (k);
        const SlField *field = &kind->fields[f];
        g_autofree char *way = dup_way (kind);
        g_autofree char *own = sl_schema_dup_name (kind->token);
        g_autofree char *name = sl_schema_dup_name (field->name);
        g_autofree char *target = field->type == SL_TYPE_REF ? sl_schema_dup_name (sl_kind_get (field->ref)->token) : NULL;
        g_autofree char *ref = g_strdup_printf ("ref-of-%s-%s", own, name);
        g_autofree char *key = g_strconcat ("key-of-", target, NULL);

        if (field->type == SL_TYPE_REF && sl_schema_is_written (kind, f))
          add_constraint (to, "keyref", ref, key, way, name);
      }
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void
add_tokens (GString *to, const SlEnum *tokens)
{
  g_autofree char *name = sl_schema_dup_name (tokens->name);

  add (to, 2, "<xs:simpleType name=\"token-of-%s\">", name);
  add (to, 4, "<xs:restriction base=\"xs:string\">");
  for (guint i = 0; i < tokens->n_entries; i++)
    {
      g_autofree char *label = g_markup_escape_text (tokens->entries[i].label, -1);

      add (to, 6, "<xs:enumeration value=\"%s\"><xs:annotation><xs:documentation xml:lang=\"en-GB\">%s</xs:documentation>"
           "</xs:annotation></xs:enumeration>", tokens->entries[i].token, label);
    }
  add (to, 4, "</xs:restriction>");
  add (to, 2, "</xs:simpleType>");
}

static void
add_simple_types (GString *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  char first[11], last[11];

  add (to, 2, "<xs:simpleType name=\"day\">");
  add (to, 4, "<xs:restriction base=\"xs:date\">");
  add (to, 6, "<xs:pattern value=\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"/>");
  add (to, 6, "<xs:minInclusive value=\"%s\"/>", sl_date_to_iso (SL_DATE_MIN, first));
  add (to, 6, "<xs:maxInclusive value=\"%s\"/>", sl_date_to_iso (SL_DATE_MAX, last));
  add (to, 4, "</xs:restriction>");
  add (to, 2, "</xs:simpleType>");
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);
      g_autofree char *name = sl_schema_dup_name (kind->token);
      g_autofree char *regex = kind->codes != NULL ? sl_code_dup_regex (kind) : NULL;

      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].type == SL_TYPE_ENUM && g_hash_table_add (seen, (gpointer) kind->fields[f].tokens))
          add_tokens (to, kind->fields[f].tokens);
      if (regex == NULL)
        continue;
      add (to, 2, "<xs:simpleType name=\"code-of-%s\">", name);
      add (to, 4, "<xs:restriction base=\"xs:string\">");
      add_facet (to, 6, "pattern", regex);
      add (to, 4, "</xs:restriction>");
      add (to, 2, "</xs:simpleType>");
    }
}

/* Codes are unique in the whole file, whatever they are of. */
static void
add_root_keys (GString *to)
{
  add_constraint (to, "unique", "code", NULL, "*", "code");
  add_own_keys (to, 4, sl_kind_get (SL_KIND_PROGRAMME));
  add_keys (to);
  add_references (to);
}

char *
sl_programme_schema_dup_xsd (gboolean with_keys)
{
  GString *to = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
                              "<!-- Made from the field tables; see app/exchange/sl-programme-schema.h. -->\n");

  add (to, 0, "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"%s\" xmlns:p=\"%s\" targetNamespace=\"%s\""
       " elementFormDefault=\"qualified\" version=\"1\">", SL_PROGRAMME_NAMESPACE, SL_PROGRAMME_NAMESPACE,
       SL_PROGRAMME_NAMESPACE);
  add (to, 2, "<xs:element name=\"programme\" type=\"programme\">");
  if (with_keys)
    add_root_keys (to);
  add (to, 2, "</xs:element>");
  for (int k = 0; k < SL_N_KINDS; k++)
    add_kind (to, sl_kind_get (k), with_keys);
  add_simple_types (to);
  add (to, 0, "</xs:schema>");
  return g_string_free (to, FALSE);
}
