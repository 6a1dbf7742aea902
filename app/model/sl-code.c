/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sl-code.h"

#include <string.h>

/* People also write R-7 for R-007; up to eight zeros and nine digits that count are taken. */
#define ZEROS_MAX 8
#define DIGITS_MAX 9

/* The number at *@code; 0 when there is none. */
static gint64
read_number (const char **code)
{
  gsize zeros = strspn (*code, "0");
  gsize digits = strspn (*code + zeros, "0123456789");
  gint64 number = 0;

  if (zeros > ZEROS_MAX || digits > DIGITS_MAX)
    return 0;
  for (gsize i = zeros; i < zeros + digits; i++)
    number = number * 10 + (*code)[i] - '0';
  *code += zeros + digits;
  return number;
}

/* Matches one alternative, which ends at '|' or NUL; *@last is where the last number begins. */
static gint64
match (const char *pattern, const char *code, const char **last)
{
  gint64 number = 0;

  while (*pattern != '\0' && *pattern != '|')
    if (*pattern == '#')
      {
        *last = code;
        number = read_number (&code);
        if (number == 0)
          return 0;
        pattern += strspn (pattern, "#");
      }
    else if (*pattern++ != *code++)
      return 0;
  return *code == '\0' ? number : 0;
}

gboolean
sl_code_split (const SlKind *kind, const char *code, char stem[SL_CODE_STEM_MAX], gint64 *number)
{
  const char *last = code;

  if (kind->codes == NULL || code == NULL)
    return FALSE;
  for (const char *pattern = kind->codes; pattern != NULL; pattern = strchr (pattern, '|'))
    {
      if (*pattern == '|')
        pattern++;
      *number = match (pattern, code, &last);
      if (*number > 0 && last - code < SL_CODE_STEM_MAX)
        {
          memcpy (stem, code, (gsize) (last - code));
          stem[last - code] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

/* --- The next code ------------------------------------------------------------------------------------------------ */

static char *
next_of (const SlData *data, const char *stem, guint digits)
{
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, stem, (int) digits, sl_data_last_number (data, stem) + 1);
}

static char *
next_node (const SlData *data, const SlMapNode *node)
{
  static const char *const stems[] = {
    [SL_NODE_TYPE_STRATEGIC_PURPOSE] = "SP", [SL_NODE_TYPE_END_OUTCOME] = "E",     [SL_NODE_TYPE_INTERMEDIATE_OUTCOME] = "I",
    [SL_NODE_TYPE_BUSINESS_CHANGE] = "C",    [SL_NODE_TYPE_ENABLER] = "N",         [SL_NODE_TYPE_INVESTMENT] = "V",
  };

  return node->type != 0 ? next_of (data, stems[node->type], 1) : NULL;
}

/* Gates of the n-th project are G3, then G3.2; a gate held again (G4 each year) is G4.1.2, then G4.1.3. */
static char *
next_gate (const SlData *data, const SlGate *gate)
{
  const SlRecord *project = sl_data_lookup (data, gate->project);
  g_autofree char *code = NULL;
  g_autofree char *again = NULL;
  char stem[SL_CODE_STEM_MAX];
  gint64 nth;

  if (project == NULL || gate->number == SL_INT_NONE
      || !sl_code_split (sl_record_kind (project), sl_record_code (project), stem, &nth))
    return NULL;
  code = nth == 1 ? g_strdup_printf ("G%d", gate->number) : g_strdup_printf ("G%d.%" G_GINT64_FORMAT, gate->number, nth);
  if (sl_data_by_code (data, code) == NULL)
    return g_steal_pointer (&code);
  again = g_strdup_printf ("G%d.%" G_GINT64_FORMAT ".", gate->number, nth);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT, again, MAX (sl_data_last_number (data, again), 1) + 1);
}

static char *
next_criterion (const SlData *data, const SlGateCriterion *criterion)
{
  const SlRecord *gate = sl_data_lookup (data, criterion->gate);
  g_autofree char *stem = NULL;

  if (gate == NULL || sl_record_code (gate) == NULL)
    return NULL;
  stem = g_strconcat (sl_record_code (gate), "-", NULL);
  return next_of (data, stem, 2);
}

char *
sl_code_dup_next (const SlData *data, const SlRecord *record)
{
  const SlKind *kind = sl_record_kind (record);
  g_autofree char *stem = NULL;
  gsize literal, digits;

  if (kind->id == SL_KIND_MAP_NODE)
    return next_node (data, SL_AS (MAP_NODE, record));
  if (kind->id == SL_KIND_GATE)
    return next_gate (data, SL_AS (GATE, record));
  if (kind->id == SL_KIND_GATE_CRITERION)
    return next_criterion (data, SL_AS (GATE_CRITERION, record));
  if (kind->codes == NULL)
    return NULL;
  literal = strcspn (kind->codes, "#");
  digits = strspn (kind->codes + literal, "#");
  /* Kinds whose stems hold a number, or letters without a first one, are given theirs. */
  if (kind->codes[literal + digits] == '.' || (kind->flags & SL_KIND_SET_CODE && strchr (kind->codes, '|') != NULL))
    return NULL;
  stem = g_strndup (kind->codes, literal);
  return next_of (data, stem, (guint) digits);
}

gboolean
sl_code_depends_on (int kind, guint field)
{
  return (kind == SL_KIND_MAP_NODE && field == SL_MAP_NODE_TYPE)
         || (kind == SL_KIND_GATE && (field == SL_GATE_PROJECT || field == SL_GATE_NUMBER))
         || (kind == SL_KIND_GATE_CRITERION && field == SL_GATE_CRITERION_GATE);
}

char *
sl_code_dup_regex (const SlKind *kind)
{
  GString *regex = g_string_new (NULL);

  for (const char *p = kind->codes; *p != '\0'; p++)
    if (*p == '#')
      {
        g_string_append (regex, "0{0,8}[1-9][0-9]{0,8}");
        p += strspn (p, "#") - 1;
      }
    else if (*p == '.')
      g_string_append (regex, "[.]");
    else
      g_string_append_c (regex, *p);
  return g_string_free (regex, FALSE);
}

int
sl_code_compare (const char *a, const char *b)
{
  const char *left = a, *right = b;

  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  while (*left != '\0' && *right != '\0')
    {
      gsize n = strcspn (left, "0123456789"), m = strcspn (right, "0123456789");
      int order = strncmp (left, right, MIN (n, m));
      guint64 x, y;

      if (order != 0 || n != m)
        return order != 0 ? order : n < m ? -1 : 1;
      x = g_ascii_strtoull (left + n, (char **) &left, 10);
      y = g_ascii_strtoull (right + m, (char **) &right, 10);
      if (x != y)
        return x < y ? -1 : 1;
    }
  return *left != *right ? (*left != '\0') - (*right != '\0') : strcmp (a, b);
}
