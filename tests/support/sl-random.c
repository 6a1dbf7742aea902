/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sl-random.h"

#include "base/sl-text.h"

#include <string.h>

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

typedef struct
{
  guint wanted;
  SlUid uid;
} Nth;

static gboolean
take_nth (const SlRecord *record, gpointer data)
{
  Nth *nth = data;

  if (nth->wanted-- > 0)
    return TRUE;
  nth->uid = record->uid;
  return FALSE;
}

SlUid
sl_random_record (GRand *rand, const SlData *data, int kind)
{
  guint n = sl_data_count (data, kind);
  Nth nth = { n > 0 ? (guint) g_rand_int_range (rand, 0, (int) n) : 0, SL_UID_NONE };

  sl_data_each (data, kind, take_nth, &nth);
  return nth.uid;
}

/* Texts with what breaks writers: quotes, markup, other scripts, line ends and leading blanks, as far as @field has them. */
static char *
random_text (GRand *rand, const SlField *field)
{
  static const char *const texts[] = { "a1", "A", "Größe 漢字 🚲", "“quoted” <b>&amp; ]]>", "=1+2", "  two  blanks ", "GGAAR",
                                       "GB3", "B3.2", "EUR", "line one\nline two\ttab", "-", "Fewer empty rounds",
                                       "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                                       "01234567-89ab-4def-8123-456789abcdef", "a name of some length, with a comma" };

  for (guint tries = 0; tries < 200; tries++)
    {
      g_autofree char *clean = sl_text_clean (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
                                              !(field->flags & SL_FIELD_PROSE));

      if (clean != NULL && sl_field_check (field, &SL_VALUE_TEXT (clean), NULL))
        return g_steal_pointer (&clean);
    }
  return NULL;
}

static gint64
random_number (GRand *rand, const SlField *field)
{
  gint64 low = field->min, high = field->max;

  if (low == 0 && high == 0)
    low = -5000000, high = 5000000;
  high = MIN (high, low + 10000000);
  /* Ends of the range are where mistakes are. */
  if (chance (rand, 20))
    return chance (rand, 50) ? low : field->max != 0 ? field->max : high;
  return low + g_rand_int_range (rand, 0, (gint32) (high - low + 1));
}

SlValue
sl_random_value (GRand *rand, const SlData *data, const SlField *field, char **owned)
{
  SlUid target;

  *owned = NULL;
  switch (field->type)
    {
    case SL_TYPE_TEXT:
      *owned = random_text (rand, field);
      return *owned != NULL ? SL_VALUE_TEXT (*owned) : SL_VALUE_NULL (SL_TYPE_TEXT);
    case SL_TYPE_BOOL:
      return SL_VALUE_BOOL (chance (rand, 50));
    case SL_TYPE_ENUM:
      return SL_VALUE_ENUM (1 + g_rand_int_range (rand, 0, (gint32) field->tokens->n_entries));
    case SL_TYPE_DATE:
      return SL_VALUE_DATE (sl_date_from_iso ("2026-07-31") + g_rand_int_range (rand, -700, 700));
    case SL_TYPE_REF:
      target = sl_random_record (rand, data, field->ref);
      return target != SL_UID_NONE ? SL_VALUE_REF (target) : SL_VALUE_NULL (SL_TYPE_REF);
    case SL_TYPE_INT:
    case SL_TYPE_MONEY:
    case SL_TYPE_DECIMAL:
    default:
      return (SlValue){ .type = field->type, .i = random_number (rand, field) };
    }
}

static void
set_random (GRand *rand, SlTx *tx, SlUid uid, guint f)
{
  const SlRecord *record = sl_data_lookup (sl_tx_data (tx), uid);
  const SlField *field = &sl_record_kind (record)->fields[f];
  g_autofree char *owned = NULL;
  SlValue value;

  /* What the program keeps itself, such as the fixed day, nobody types: another day makes other rules true. */
  if (field->flags & SL_FIELD_CODE || (field->flags & (SL_FIELD_QUIET | SL_FIELD_MANDATORY)) == SL_FIELD_QUIET)
    return;
  value = sl_random_value (rand, sl_tx_data (tx), field, &owned);
  sl_tx_set (tx, uid, f, &value, NULL);
}

/* Of several possible parents one; other optional fields now and then. */
static void
fill (GRand *rand, SlTx *tx, SlUid uid)
{
  const SlKind *kind = sl_record_kind (sl_data_lookup (sl_tx_data (tx), uid));
  guint parents = 0, chosen;

  for (guint f = 0; f < kind->n_fields; f++)
    parents += (kind->fields[f].flags & (SL_FIELD_PARENT | SL_FIELD_MANDATORY)) == SL_FIELD_PARENT;
  chosen = parents > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) parents) : 0;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      guint flags = kind->fields[f].flags;

      if ((flags & (SL_FIELD_PARENT | SL_FIELD_MANDATORY)) == SL_FIELD_PARENT)
        {
          if (chosen-- == 0)
            set_random (rand, tx, uid, f);
        }
      else if (flags & SL_FIELD_MANDATORY || chance (rand, flags & SL_FIELD_EXPECTED ? 80 : 40))
        set_random (rand, tx, uid, f);
    }
}

/* The first alternative of the kind's pattern with random numbers, where codes are not counted up. */
static void
give_code (GRand *rand, SlTx *tx, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_tx_data (tx), uid);
  const SlKind *kind = sl_record_kind (record);
  g_autoptr (GString) code = g_string_new (NULL);

  if (kind->code < 0 || sl_record_code (record) != NULL)
    return;
  for (const char *p = kind->codes; *p != '\0' && *p != '|'; p++)
    if (*p == '#')
      g_string_append_printf (code, "%d", g_rand_int_range (rand, 1, 99));
    else
      g_string_append_c (code, *p);
  sl_tx_set (tx, uid, (guint) kind->code, &SL_VALUE_TEXT (code->str), NULL);
}

static gboolean
create (GRand *rand, SlWorkspace *workspace)
{
  SlTx *tx = sl_workspace_begin (workspace, SL_VERB_ADD);
  SlUid uid = sl_tx_create (tx, g_rand_int_range (rand, 0, SL_N_KINDS));

  fill (rand, tx, uid);
  give_code (rand, tx, uid);
  return sl_workspace_commit (workspace, tx, "made at random", NULL);
}

static SlUid
any_record (GRand *rand, SlWorkspace *workspace)
{
  SlUid uid = SL_UID_NONE;

  while (uid == SL_UID_NONE)
    uid = sl_random_record (rand, sl_workspace_data (workspace), g_rand_int_range (rand, 0, SL_N_KINDS));
  return uid;
}

static gboolean
edit (GRand *rand, SlWorkspace *workspace)
{
  SlTx *tx = sl_workspace_begin (workspace, SL_VERB_EDIT);
  SlUid uid = any_record (rand, workspace);
  const SlKind *kind = sl_record_kind (sl_data_lookup (sl_workspace_data (workspace), uid));

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      guint f = (guint) g_rand_int_range (rand, 0, (gint32) kind->n_fields);

      if (chance (rand, 15) && !(kind->fields[f].flags & SL_FIELD_QUIET))
        sl_tx_set (tx, uid, f, &SL_VALUE_NULL (kind->fields[f].type), NULL);
      else
        set_random (rand, tx, uid, f);
    }
  return sl_workspace_commit (workspace, tx, chance (rand, 80) ? "changed at random" : NULL, NULL);
}

static gboolean
delete_one (GRand *rand, SlWorkspace *workspace)
{
  SlTx *tx = sl_workspace_begin (workspace, SL_VERB_DELETE);

  sl_tx_delete (tx, any_record (rand, workspace), NULL);
  return sl_workspace_commit (workspace, tx, "deleted at random", NULL);
}

gboolean
sl_random_act (GRand *rand, SlWorkspace *workspace)
{
  int what = g_rand_int_range (rand, 0, 100);

  if (what < 45)
    return create (rand, workspace);
  if (what < 75)
    return edit (rand, workspace);
  if (what < 83)
    return delete_one (rand, workspace);
  if (what < 93)
    return sl_workspace_undo (workspace, NULL);
  return sl_workspace_redo (workspace, NULL);
}
