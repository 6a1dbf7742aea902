/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-owned-words.h"

#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

/* --- Order -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlOwned owned;
  SlDate due;
} Dated;

/* What has no day stands last; the rest keeps the order of making. */
static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *x = a, *y = b;

  if (x->owned.kind != y->owned.kind)
    return x->owned.kind - y->owned.kind;
  if ((x->due == SL_DATE_NONE) != (y->due == SL_DATE_NONE))
    return x->due == SL_DATE_NONE ? 1 : -1;
  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  if (x->owned.uid != y->owned.uid)
    return x->owned.uid < y->owned.uid ? -1 : 1;
  return (x->owned.field > y->owned.field) - (x->owned.field < y->owned.field);
}

GArray *
sl_owned_in_order (const SlView *view, SlUid person)
{
  GArray *owned = sl_ownership_of (view, person);
  g_autofree Dated *dated = g_new (Dated, MAX (owned->len, 1));

  for (guint i = 0; i < owned->len; i++)
    {
      dated[i].owned = g_array_index (owned, SlOwned, i);
      dated[i].due = sl_record_due (view, sl_data_lookup (view->data, dated[i].owned.uid));
    }
  qsort (dated, owned->len, sizeof *dated, compare_dated);
  for (guint i = 0; i < owned->len; i++)
    g_array_index (owned, SlOwned, i) = dated[i].owned;
  return owned;
}

guint
sl_owned_count_kind (const GArray *owned, guint at)
{
  guint n = 0;

  g_return_val_if_fail (owned != NULL && at < owned->len, 0);
  while (at + n < owned->len && g_array_index (owned, SlOwned, at + n).kind == g_array_index (owned, SlOwned, at).kind)
    n++;
  return n;
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

char *
sl_owned_dup_title (const SlData *data, const SlOwned *owned)
{
  const SlRecord *record = sl_data_lookup (data, owned->uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;
  const char *title = record != NULL ? sl_record_title (record) : NULL;

  /* A gate is called by its number; the project says which one is meant. */
  if (record != NULL && record->kind == SL_KIND_GATE)
    title = sl_data_name (data, SL_AS (GATE, record)->project);
  if (code == NULL || title == NULL || g_str_equal (code, title))
    return g_strdup (code != NULL ? code : title != NULL ? title : "");
  return g_strdup_printf ("%s  %s", code, title);
}

/* In which words a day is told of each kind. */
static const char *
due_format (int kind)
{
  switch (kind)
    {
    case SL_KIND_RISK:
      /* TRANSLATORS: {1} is a date; so in the next four. */
      return _ ("review due {1}");
    case SL_KIND_GATE:
    case SL_KIND_ENGAGEMENT:
      return _ ("on {1}");
    case SL_KIND_MAP_NODE:
      return _ ("expected {1}");
    case SL_KIND_BENEFIT:
    case SL_KIND_MEASURE:
      return _ ("target {1}");
    default:
      return _ ("due {1}");
    }
}

/* A target that is past says nothing of the owner's promptness. */
static char *
dup_due (const SlView *view, const SlRecord *record)
{
  SlDate due = sl_record_due (view, record);
  g_autofree char *day = NULL;
  int late;

  if (due == SL_DATE_NONE)
    return NULL;
  late = view->as_of - due;
  if (late > 0 && record->kind != SL_KIND_BENEFIT && record->kind != SL_KIND_MEASURE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) late), late);
  day = sl_date_dup_display (due);
  return sl_text_compose (due_format (record->kind), (const char *[]){ day, NULL });
}

static const char *
state_label (const SlRecord *record)
{
  int field = sl_kind_state (record->kind);
  SlValue state;

  if (field < 0)
    return "";
  sl_record_get (record, (guint) field, &state);
  if (state.is_null)
    return "";
  return g_dgettext (GETTEXT_PACKAGE, sl_enum_label (sl_record_kind (record)->fields[field].tokens, (int) state.i));
}

char *
sl_owned_dup_facts (const SlView *view, const SlOwned *owned)
{
  const SlRecord *record = sl_data_lookup (view->data, owned->uid);
  const SlField *field = &sl_kind_get (owned->kind)->fields[owned->field];
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *due = NULL;

  if (record == NULL)
    return g_strdup ("");
  if (!g_str_equal (field->name, "owner"))
    g_strv_builder_add (facts, g_dgettext (GETTEXT_PACKAGE, field->label));
  if (*state_label (record) != '\0')
    g_strv_builder_add (facts, state_label (record));
  due = dup_due (view, record);
  if (due != NULL)
    g_strv_builder_add (facts, due);
  parts = g_strv_builder_end (facts);
  return g_strjoinv (" · ", parts);
}
