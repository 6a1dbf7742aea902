/* sl-kind.h: what a kind of record and a field are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every kind declares its fields once, in sl-kinds.h. Storage, history, forms, grid columns, the command line and the
 * interchange loop over these tables; nothing else names a field to move data about.
 */
#pragma once

#include "base/sl-enum.h"
#include "model/sl-value.h"

G_BEGIN_DECLS

#define SL_FIELDS_MAX 64

/**
 * SlFieldFlags:
 * @SL_FIELD_CODE: the public code: unique per file, given when the record is made, never reused
 * @SL_FIELD_MANDATORY: structurally demanded: a record without it cannot be committed
 * @SL_FIELD_EXPECTED: starred in domain.md 2.2: may be empty in a draft; rules and `check` ask for it
 * @SL_FIELD_PROSE: several lines are welcome; a child element in XML
 * @SL_FIELD_PARENT: reference to what this record belongs to: deleting that deletes this. Where a kind has several that
 *   are not mandatory, a record fills exactly one. The first is where code-less records are nested in XML
 * @SL_FIELD_REASON: changing it outside a draft demands a reason (domain.md 2.9)
 * @SL_FIELD_PERSONAL: may hold personal data
 * @SL_FIELD_FIXED: given when the record is made, never edited afterwards
 * @SL_FIELD_QUIET: kept by the program; not offered in forms and grids
 * @SL_FIELD_DATED: the day of an append-only row: from it on the row counts (domain.md 2.1)
 * @SL_FIELD_AUTHOR: who made an append-only row: who may amend it on its day (domain.md 2.1)
 * @SL_FIELD_KEY: tells a record from the others of its parent (of its kind, where it has no parent): no two are alike in
 *   all their key fields
 * @SL_FIELD_OWNER: the person who answers for the record: a gap when that person leaves (INV-2)
 */
typedef enum
{
  SL_FIELD_CODE = 1 << 0,
  SL_FIELD_MANDATORY = 1 << 1,
  SL_FIELD_EXPECTED = 1 << 2,
  SL_FIELD_PROSE = 1 << 3,
  SL_FIELD_PARENT = 1 << 4,
  SL_FIELD_REASON = 1 << 5,
  SL_FIELD_PERSONAL = 1 << 6,
  SL_FIELD_FIXED = 1 << 7,
  SL_FIELD_QUIET = 1 << 8,
  SL_FIELD_DATED = 1 << 9,
  SL_FIELD_AUTHOR = 1 << 10,
  SL_FIELD_KEY = 1 << 11,
  SL_FIELD_OWNER = 1 << 12,
} SlFieldFlags;

typedef struct
{
  const char *name;  /* storage name: SQL column, JSON key; XML with '-' for '_' */
  const char *label; /* for people, N_() */
  const char *help;  /* what it means and where it comes from, N_(); NULL where the label says it */
  SlType type;
  guint16 offset;    /* of the member in the record's struct */
  guint16 flags;     /* SlFieldFlags */
  gint64 min, max;   /* numbers: inclusive; text: characters (max 0: 10,000); both 0: the type's own range */
  const SlEnum *tokens; /* SL_TYPE_ENUM */
  int ref;           /* SL_TYPE_REF: the SlKindId it may point to */
  gint64 initial;    /* what a new record starts with (numbers, enums, bools; 0: absent, or FALSE) */
  const char *pattern; /* text: regular expression of the whole, NULL: any */
} SlField;

/**
 * SlKindFlags:
 * @SL_KIND_APPEND_ONLY: rows are never edited or deleted except as domain.md 2.1 allows on the day of entry
 * @SL_KIND_SINGLE: exactly one record in a file
 * @SL_KIND_FINAL: never undone (settings versions, decisions, seals)
 * @SL_KIND_SMALL: few in any programme: a first screen loads them whole
 * @SL_KIND_LINK: a row only ties two records together: made and deleted freely
 * @SL_KIND_ACYCLIC: its parent and its first key field are the ends of a link; following links never leads back
 * @SL_KIND_SET_CODE: codes follow from what the record is (gate 3, statement a1.2) and may be given again
 */
typedef enum
{
  SL_KIND_APPEND_ONLY = 1 << 0,
  SL_KIND_SINGLE = 1 << 1,
  SL_KIND_FINAL = 1 << 2,
  SL_KIND_SMALL = 1 << 3,
  SL_KIND_LINK = 1 << 4,
  SL_KIND_ACYCLIC = 1 << 5,
  SL_KIND_SET_CODE = 1 << 6,
} SlKindFlags;

typedef struct
{
  int id;            /* SlKindId */
  const char *token; /* "risk_assessment": table name, XML with '-', command line either */
  const char *label; /* "Risk assessment", N_() */
  const char *plural; /* "Risk assessments", N_() */
  const char *codes; /* pattern of its codes, see sl-code.h; NULL: it has none */
  const SlField *fields;
  guint n_fields;
  gsize size;        /* of its struct */
  int title;         /* field that names a record to people, or -1 */
  int parent;        /* first field with SL_FIELD_PARENT, or -1 */
  int code;          /* field with SL_FIELD_CODE, or -1 */
  int date;          /* field with SL_FIELD_DATED, or -1 */
  int author;        /* field with SL_FIELD_AUTHOR, or -1 */
  guint flags;       /* SlKindFlags */
  guint8 by_name[SL_FIELDS_MAX]; /* field numbers in order of name: the canonical order of the history */
} SlKind;

/* Never NULL for a valid id. */
const SlKind *sl_kind_get       (int kind);
/* By token, with '-' or '_'; NULL when there is none. */
const SlKind *sl_kind_by_token  (const char *token);
guint         sl_kind_count     (void);
/* Number of the field of that storage name ('-' as '_'), or -1. */
int           sl_kind_find_field (const SlKind *self, const char *name);
/* Whether its records stand inside the record they belong to in XML: those without a code that belong to one. */
gboolean      sl_kind_is_nested (const SlKind *self);

/* Whether @value may stand in @field: type, limits, token, cleanliness, pattern. SL_ERROR_VALUE names field and limit. */
gboolean      sl_field_check    (const SlField *self, const SlValue *value, GError **error);
/* The least and the greatest value there may be, inclusive; of a text the characters, from 1. */
void          sl_field_range    (const SlField *self, gint64 *min, gint64 *max);

G_END_DECLS
