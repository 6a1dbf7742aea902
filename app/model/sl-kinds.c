/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sl-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The enumerations. */
#define ENTRY(P, C, t, l) { t, l },
#define ENUM_TABLE(P, v)                                                                                               \
  static const SlEnumEntry v##_entries[] = { SL_##P##_VALUES (ENTRY, P) };                                                \
  const SlEnum sl_##v##_enum = { #v, v##_entries, G_N_ELEMENTS (v##_entries) };
SL_ENUMS (ENUM_TABLE)

/* Reading three: the field tables. */
#define STRUCT_OF(ID, Struct, ...) typedef Struct Struct_##ID;
SL_KINDS (STRUCT_OF)
#define FIELD_ROW(K, ID, member, TYPE, lbl, hlp, ...)                                                                  \
  [SL_##K##_##ID] = { .name = #member,                                                                                 \
                      .label = lbl,                                                                                    \
                      .help = hlp,                                                                                     \
                      .type = SL_TYPE_##TYPE,                                                                          \
                      .offset = G_STRUCT_OFFSET (Struct_##K, member),                                                  \
                      ##__VA_ARGS__ },
#define FIELD_TABLE(ID, Struct, token, ...) static const SlField token##_fields[] = { SL_##ID##_FIELDS (FIELD_ROW) };
SL_KINDS (FIELD_TABLE)

#define FITS(ID, ...) G_STATIC_ASSERT ((int) SL_##ID##_N_FIELDS <= SL_FIELDS_MAX);
SL_KINDS (FITS)

#define KIND_ROW(ID, Struct, tok, lbl, plu, cod, flg)                                                                  \
  [SL_KIND_##ID] = { .id = SL_KIND_##ID,                                                                               \
                     .token = #tok,                                                                                    \
                     .label = lbl,                                                                                     \
                     .plural = plu,                                                                                    \
                     .codes = cod,                                                                                     \
                     .fields = tok##_fields,                                                                           \
                     .n_fields = G_N_ELEMENTS (tok##_fields),                                                          \
                     .size = sizeof (Struct),                                                                          \
                     .flags = flg },
static SlKind kinds[] = { SL_KINDS (KIND_ROW) };

static int
field_with_flag (const SlKind *kind, guint flag)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & flag)
      return (int) i;
  return -1;
}

/* What names a record to people: its first mandatory free text. */
static int
title_field (const SlKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SL_TYPE_TEXT && (kind->fields[i].flags & SL_FIELD_MANDATORY)
        && kind->fields[i].pattern == NULL && !(kind->fields[i].flags & SL_FIELD_CODE))
      return (int) i;
  return -1;
}

static void
sort_names (SlKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint k = i;

      for (; k > 0 && strcmp (kind->fields[kind->by_name[k - 1]].name, kind->fields[i].name) > 0; k--)
        kind->by_name[k] = kind->by_name[k - 1];
      kind->by_name[k] = (guint8) i;
    }
}

static void
complete_tables (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      SlKind *kind = &kinds[i];

      kind->title = title_field (kind);
      kind->parent = field_with_flag (kind, SL_FIELD_PARENT);
      kind->code = field_with_flag (kind, SL_FIELD_CODE);
      kind->date = field_with_flag (kind, SL_FIELD_DATED);
      kind->author = field_with_flag (kind, SL_FIELD_AUTHOR);
      sort_names (kind);
    }
}

const SlKind *
sl_kind_get (int kind)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      complete_tables ();
      g_once_init_leave (&once, 1);
    }
  g_return_val_if_fail (kind >= 0 && kind < SL_N_KINDS, NULL);
  return &kinds[kind];
}

guint
sl_kind_count (void)
{
  return SL_N_KINDS;
}
