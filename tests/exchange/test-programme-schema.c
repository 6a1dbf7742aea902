/* The schema of programme XML lets through what the field tables allow, and of every field nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/store-desk.h"

#include "exchange/sl-programme-schema.h"
#include "exchange/sl-programme-xml.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

typedef struct
{
  xmlDoc *doc; /* two records of every kind, every field filled */
  xmlSchema *schema;
  xmlSchema *loose; /* without keys */
} Shelf;

static xmlSchema *
parse_schema (gboolean with_keys)
{
  g_autofree char *text = sl_programme_schema_dup_xsd (with_keys);
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchema *schema = xmlSchemaParse (parser);

  g_assert_nonnull (schema);
  xmlSchemaFreeParserCtxt (parser);
  return schema;
}

static void
shelf_init (Shelf *self)
{
  g_autoptr (Desk) desk = desk_new (sl_memory_store_new ());
  g_autoptr (GBytes) bytes = NULL;

  desk_fill (desk);
  bytes = sl_programme_xml_to_bytes (sl_programme_data (desk->rows), NULL);
  self->doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL, XML_PARSE_NOBLANKS);
  self->schema = parse_schema (TRUE);
  self->loose = parse_schema (FALSE);
}

static void
shelf_clear (Shelf *self)
{
  xmlFreeDoc (self->doc);
  xmlSchemaFree (self->schema);
  xmlSchemaFree (self->loose);
}

static void
tell_nobody (void *data, const char *format, ...)
{
}

static gboolean
is_valid (xmlSchema *schema, xmlDoc *doc)
{
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  int result;

  xmlSchemaSetValidErrors (context, tell_nobody, tell_nobody, NULL);
  result = xmlSchemaValidateDoc (context, doc);
  g_assert_cmpint (result, >=, 0);
  xmlSchemaFreeValidCtxt (context);
  return result == 0;
}

static char *
dup_xml_name (const char *storage)
{
  return g_strdelimit (g_strdup (storage), "_", '-');
}

/* The last child of that name: nested records come after prose. */
static xmlNode *
find_child (xmlNode *node, const char *storage)
{
  g_autofree char *name = dup_xml_name (storage);
  xmlNode *found = NULL;

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
    if (strcmp ((const char *) child->name, name) == 0)
      found = child;
  return found;
}

/* An element of @kind. */
static xmlNode *
find_element (xmlDoc *doc, const SlKind *kind)
{
  xmlNode *node = xmlDocGetRootElement (doc);

  if (kind->id == SL_KIND_PROGRAMME)
    return node;
  if (kind->code < 0 && kind->parent >= 0)
    node = find_element (doc, sl_kind_get (kind->fields[kind->parent].ref));
  /* What may stand once only stands in the first of its kind. */
  for (; node != NULL; node = node->prev)
    if (find_child (node, kind->token) != NULL)
      return find_child (node, kind->token);
  g_error ("no %s", kind->token);
}

/* --- Spoiling one value ------------------------------------------------------------------------------------------- */

/* @text NULL: takes it away. */
static void
put (xmlNode *node, const SlField *field, const char *text)
{
  g_autofree char *name = dup_xml_name (field->name);
  xmlNode *child = field->flags & SL_FIELD_PROSE ? find_child (node, field->name) : NULL;
  xmlAttr *attribute = xmlHasProp (node, BAD_CAST name);

  if (child != NULL && text != NULL)
    xmlNodeSetContent (child, BAD_CAST text);
  else if (child != NULL)
    {
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  else if (text != NULL)
    xmlSetProp (node, BAD_CAST name, BAD_CAST text);
  else if (attribute != NULL)
    xmlRemoveProp (attribute);
}

static void
expect (const Shelf *self, const SlKind *kind, guint f, const char *text, gboolean good)
{
  const SlField *field = &kind->fields[f];
  /* Keys take long, and are for references. */
  xmlSchema *schema = field->type == SL_TYPE_REF ? self->schema : self->loose;
  xmlDoc *doc = xmlCopyDoc (self->doc, 1);

  put (find_element (doc, kind), field, text);
  if (is_valid (schema, doc) != good)
    g_error ("%s.%s: “%.80s” is %s", kind->token, field->name, text != NULL ? text : "(absent)",
             good ? "refused" : "let through");
  xmlFreeDoc (doc);
}

static void
refuse_number (const Shelf *self, const SlKind *kind, guint f)
{
  const SlField *field = &kind->fields[f];
  int decimals = field->type == SL_TYPE_DECIMAL ? 4 : 0;
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;
  gint64 min, max;

  sl_field_range (field, &min, &max);
  below = sl_number_dup (min - 1, decimals, 0);
  above = sl_number_dup (max + 1, decimals, 0);
  expect (self, kind, f, below, FALSE);
  expect (self, kind, f, above, FALSE);
  expect (self, kind, f, decimals > 0 ? "0.00001" : "1.5", FALSE);
  expect (self, kind, f, "1,5", FALSE);
}

static void
refuse_text (const Shelf *self, const SlKind *kind, guint f)
{
  const SlField *field = &kind->fields[f];
  g_autofree char *long_text = NULL;
  gint64 min, max;

  sl_field_range (field, &min, &max);
  long_text = g_strnfill ((gsize) max + 1, 'x');
  expect (self, kind, f, long_text, FALSE);
  if (field->pattern == NULL && !(field->flags & (SL_FIELD_CODE | SL_FIELD_KEY)))
    expect (self, kind, f, long_text + 1, TRUE);
  if (field->pattern != NULL || field->flags & SL_FIELD_CODE)
    expect (self, kind, f, "\n?", FALSE);
}

/* A code that could be one, and is nobody's. */
static void
refuse_reference (const Shelf *self, const SlKind *kind, guint f)
{
  const SlKind *target = sl_kind_get (kind->fields[f].ref);
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = target->codes != NULL ? target->codes : "#"; *p != '\0' && *p != '|'; p++)
    g_string_append_c (code, *p == '#' ? '8' : *p);
  expect (self, kind, f, code->str, FALSE);
  expect (self, kind, f, "PRG-001", FALSE);
}

static void
refuse_value (const Shelf *self, const SlKind *kind, guint f)
{
  static const char *const days[] = { "2026-02-30", "1899-12-31", "3000-01-01", "2026-07-31Z", "31.07.2026" };
  const SlField *field = &kind->fields[f];

  expect (self, kind, f, "", FALSE);
  if (field->type == SL_TYPE_TEXT)
    refuse_text (self, kind, f);
  else if (field->type == SL_TYPE_REF)
    refuse_reference (self, kind, f);
  else if (field->type == SL_TYPE_ENUM || field->type == SL_TYPE_BOOL)
    expect (self, kind, f, "maybe", FALSE);
  else if (field->type == SL_TYPE_DATE)
    for (guint i = 0; i < G_N_ELEMENTS (days); i++)
      expect (self, kind, f, days[i], FALSE);
  else
    refuse_number (self, kind, f);
}

static void
check_kind (const Shelf *self, const SlKind *kind)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const SlField *field = &kind->fields[f];
      gboolean needed = (field->flags & (SL_FIELD_MANDATORY | SL_FIELD_CODE)) != 0 && field->type != SL_TYPE_BOOL;

      /* What a record stands in is not written. */
      if (kind->code < 0 && (int) f == kind->parent)
        {
          expect (self, kind, f, "PRG-001", FALSE);
          continue;
        }
      expect (self, kind, f, NULL, !needed);
      refuse_value (self, kind, f);
    }
}

static void
test_every_field (void)
{
  Shelf shelf;

  shelf_init (&shelf);
  for (int k = 0; k < SL_N_KINDS; k++)
    check_kind (&shelf, sl_kind_get (k));
  shelf_clear (&shelf);
}

/* --- Between records ---------------------------------------------------------------------------------------------- */

/* A record stands twice: wherever something tells its kind apart, that is refused; without keys only where no second one
 * can stand at all. */
static void
test_twice (void)
{
  Shelf shelf;

  shelf_init (&shelf);
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);
      gboolean told_apart = kind->code >= 0, alone = FALSE;
      xmlDoc *doc = xmlCopyDoc (shelf.doc, 1);
      xmlNode *node = find_element (doc, kind);

      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].flags & SL_FIELD_KEY)
          {
            alone = !told_apart && (int) f == kind->parent;
            told_apart = TRUE;
          }
      if (k != SL_KIND_PROGRAMME)
        {
          g_test_message ("%s", kind->token);
          xmlAddNextSibling (node, xmlCopyNode (node, 1));
          g_assert_true (is_valid (shelf.schema, doc) == !told_apart);
          g_assert_true (is_valid (shelf.loose, doc) == !alone);
        }
      xmlFreeDoc (doc);
    }
  shelf_clear (&shelf);
}

/* Nothing unknown, nothing out of order, no text between. */
static void
test_shape (void)
{
  Shelf shelf;

  shelf_init (&shelf);
  g_assert_true (is_valid (shelf.schema, shelf.doc));
  for (guint i = 0; i < 4; i++)
    {
      xmlDoc *doc = xmlCopyDoc (shelf.doc, 1);
      xmlNode *root = xmlDocGetRootElement (doc), *first = xmlFirstElementChild (root);

      if (i == 0)
        xmlSetProp (root, BAD_CAST "colour", BAD_CAST "red");
      else if (i == 1)
        xmlNewChild (root, NULL, BAD_CAST "wish", NULL);
      else if (i == 2)
        xmlAddNextSibling (root->last, first);
      else
        xmlNodeAddContent (root, BAD_CAST "text");
      g_assert_false (is_valid (shelf.schema, doc));
      xmlFreeDoc (doc);
    }
  shelf_clear (&shelf);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-schema/shape", test_shape);
  g_test_add_func ("/programme-schema/twice", test_twice);
  g_test_add_func ("/programme-schema/every-field", test_every_field);
  return g_test_run ();
}
