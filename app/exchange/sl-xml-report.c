/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-xml-report-private.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
problem_free (gpointer data)
{
  SlXmlProblem *problem = data;

  g_free (problem->path);
  g_free (problem->reason);
  g_free (problem);
}

GPtrArray *
sl_xml_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

static void
clear_node (gpointer data)
{
  g_clear_pointer (&((SlXmlNode *) data)->record, sl_record_unref);
}

void
sl_xml_report_init (SlXmlReport *self)
{
  *self = (SlXmlReport){ .nodes = g_array_new (FALSE, FALSE, sizeof (SlXmlNode)) };
  g_array_set_clear_func (self->nodes, clear_node);
  self->problems = sl_xml_problems_new ();
  self->told = sl_uid_map_new (g_free);
}

void
sl_xml_report_clear (SlXmlReport *self)
{
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->problems);
  sl_uid_map_free (self->told);
}

/* --- Nodes --------------------------------------------------------------------------------------------------------- */

guint
sl_xml_report_add (SlXmlReport *self, const SlKind *kind, guint parent, int line)
{
  SlXmlNode node = { NULL, parent, line, (guint16) kind->id };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

SlXmlNode *
sl_xml_report_node (const SlXmlReport *self, guint index)
{
  return &g_array_index (self->nodes, SlXmlNode, index);
}

guint
sl_xml_report_find (const SlXmlReport *self, SlUid uid)
{
  guint low = 0, high = self->nodes->len;

  while (low < high)
    {
      guint mid = (low + high) / 2;

      if (sl_xml_report_node (self, mid)->record->uid < uid)
        low = mid + 1;
      else
        high = mid;
    }
  return low < self->nodes->len && sl_xml_report_node (self, low)->record->uid == uid ? low : SL_XML_NO_NODE;
}

/* --- Places -------------------------------------------------------------------------------------------------------- */

static void
append_dashed (GString *path, const char *name)
{
  for (; *name != '\0'; name++)
    g_string_append_c (path, *name == '_' ? '-' : *name);
}

/* "/programme/risk[3]". Counts elder sisters: that is done only for the few that are told. */
static void
append_path (const SlXmlReport *self, GString *path, guint index)
{
  const SlXmlNode *node = sl_xml_report_node (self, index);
  guint place = 1;

  if (node->parent != SL_XML_NO_NODE)
    {
      append_path (self, path, node->parent);
      for (guint i = node->parent + 1; i < index; i++)
        place += sl_xml_report_node (self, i)->parent == node->parent && sl_xml_report_node (self, i)->kind == node->kind;
    }
  g_string_append_c (path, '/');
  append_dashed (path, sl_kind_get (node->kind)->token);
  if (node->parent != SL_XML_NO_NODE)
    g_string_append_printf (path, "[%u]", place);
}

static char *
dup_path (const SlXmlReport *self, guint node, int field, const char *element)
{
  GString *path = g_string_new (NULL);

  if (node != SL_XML_NO_NODE)
    append_path (self, path, node);
  if (field >= 0)
    {
      const SlField *f = &sl_kind_get (sl_xml_report_node (self, node)->kind)->fields[field];

      g_string_append (path, f->flags & SL_FIELD_PROSE ? "/" : "/@");
      append_dashed (path, f->name);
    }
  if (element != NULL)
    {
      g_autofree char *shown = sl_xml_value_dup_short (element, strlen (element));

      g_string_append_printf (path, "/%s", shown);
    }
  return g_string_free (path, path->len == 0);
}

/* --- Problems ------------------------------------------------------------------------------------------------------ */

static void
note_field (SlXmlReport *self, guint node, int field)
{
  guint64 *fields = sl_uid_map_get (self->told, (SlUid) node + 1);

  if (fields == NULL)
    {
      fields = g_new0 (guint64, 1);
      sl_uid_map_set (self->told, (SlUid) node + 1, fields);
    }
  *fields |= SL_MASK (field);
}

gboolean
sl_xml_report_is_told (const SlXmlReport *self, guint node, int field)
{
  const guint64 *fields = sl_uid_map_get (self->told, (SlUid) node + 1);

  return fields != NULL && field >= 0 && *fields & SL_MASK (field);
}

static void
add_problem (SlXmlReport *self, int line, char *path, char *reason)
{
  SlXmlProblem *problem = g_new (SlXmlProblem, 1);

  *problem = (SlXmlProblem){ line, path, reason };
  g_ptr_array_add (self->problems, problem);
}

void
sl_xml_report_tell (SlXmlReport *self, int line, guint node, int field, const char *element, char *reason)
{
  if (field >= 0)
    note_field (self, node, field);
  if (++self->n_problems <= SL_XML_PROBLEMS_MAX)
    add_problem (self, line, dup_path (self, node, field, element), reason);
  else
    g_free (reason);
}

void
sl_xml_report_break_off (SlXmlReport *self, int line, guint node, const char *reason)
{
  self->n_problems++;
  add_problem (self, line, dup_path (self, node, -1, NULL), g_strdup (reason));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlXmlProblem *one = *(const SlXmlProblem *const *) a, *two = *(const SlXmlProblem *const *) b;

  return (one->line > two->line) - (one->line < two->line);
}

static void
append_problem (GString *text, const char *name, const SlXmlProblem *problem)
{
  g_string_append_printf (text, "%s%s:", text->len > 0 ? "\n" : "", name);
  if (problem->line > 0)
    g_string_append_printf (text, "%d:", problem->line);
  if (problem->path != NULL)
    g_string_append_printf (text, " %s:", problem->path);
  g_string_append_printf (text, " %s", problem->reason);
}

GError *
sl_xml_report_to_error (SlXmlReport *self, int code, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint more = self->n_problems - self->problems->len;

  if (self->n_problems == 0)
    return NULL;
  g_ptr_array_sort (self->problems, compare_lines);
  if (more > 0)
    add_problem (self, 0, NULL, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more));
  for (guint i = 0; i < self->problems->len; i++)
    append_problem (text, name, self->problems->pdata[i]);
  return g_error_new_literal (SL_ERROR, code, text->str);
}
