/* sl-value.h: one value of one field, borrowed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sl-date.h"
#include "base/sl-number.h"
#include "base/sl-uid.h"

G_BEGIN_DECLS

/**
 * SlType:
 * @SL_TYPE_TEXT: clean UTF-8 (sl_text_is_clean()); NULL when absent, never ""
 * @SL_TYPE_BOOL: 0 or 1, never absent
 * @SL_TYPE_INT: 32-bit whole number
 * @SL_TYPE_ENUM: number of an entry of the field's #SlEnum, 1 = first
 * @SL_TYPE_DATE: #SlDate
 * @SL_TYPE_MONEY: #SlMoney, minor units of the programme's currency
 * @SL_TYPE_DECIMAL: #SlDecimal, ten-thousandths
 * @SL_TYPE_REF: #SlUid of another record
 */
typedef enum
{
  SL_TYPE_TEXT,
  SL_TYPE_BOOL,
  SL_TYPE_INT,
  SL_TYPE_ENUM,
  SL_TYPE_DATE,
  SL_TYPE_MONEY,
  SL_TYPE_DECIMAL,
  SL_TYPE_REF,
} SlType;

/* The member type of each in a record's struct, and what stands there when the value is absent. */
typedef const char *SlMemberTEXT;
typedef gint32 SlMemberBOOL;
typedef gint32 SlMemberINT;
typedef gint32 SlMemberENUM;
typedef SlDate SlMemberDATE;
typedef SlMoney SlMemberMONEY;
typedef SlDecimal SlMemberDECIMAL;
typedef SlUid SlMemberREF;

#define SL_INT_NONE G_MININT32

/* Borrowed: @s lives as long as what it was read from. @i carries every type but text. */
typedef struct
{
  SlType type;
  gboolean is_null;
  union
  {
    gint64 i;
    const char *s;
  };
} SlValue;

#define SL_VALUE_NULL(t) ((SlValue){ .type = (t), .is_null = TRUE })
#define SL_VALUE_TEXT(x) ((SlValue){ .type = SL_TYPE_TEXT, .s = (x) })
#define SL_VALUE_BOOL(x) ((SlValue){ .type = SL_TYPE_BOOL, .i = (x) ? 1 : 0 })
#define SL_VALUE_INT(x) ((SlValue){ .type = SL_TYPE_INT, .i = (x) })
#define SL_VALUE_ENUM(x) ((SlValue){ .type = SL_TYPE_ENUM, .i = (x) })
#define SL_VALUE_DATE(x) ((SlValue){ .type = SL_TYPE_DATE, .i = (x) })
#define SL_VALUE_MONEY(x) ((SlValue){ .type = SL_TYPE_MONEY, .i = (x) })
#define SL_VALUE_DECIMAL(x) ((SlValue){ .type = SL_TYPE_DECIMAL, .i = (x) })
#define SL_VALUE_REF(x) ((SlValue){ .type = SL_TYPE_REF, .i = (x) })

/* Both absent, or the same type and content. */
gboolean sl_value_equal (const SlValue *a, const SlValue *b);

G_END_DECLS
