/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-sheet.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "model/sl-handle.h"
#include "ui/models/sl-tsv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlSheet
{
  GPtrArray *rows; /* of rows of char *, the first with the titles */
  guint n_columns;
};

void
sl_sheet_free (SlSheet *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------------------------------------------ */

static char *
dup_utf8 (const char *bytes, gsize length, GError **error)
{
  char *text;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    text = g_strndup (bytes + 3, length - 3);
  else if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    text = g_convert (bytes + 2, (gssize) length - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  else if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    text = g_convert (bytes + 2, (gssize) length - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  else if (g_utf8_validate_len (bytes, length, NULL))
    text = g_strndup (bytes, length);
  else
    text = memchr (bytes, '\0', length) == NULL ? g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL) : NULL;
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;
  g_free (text);
  g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, _ ("This is no text: save the sheet as CSV first"));
  return NULL;
}

/* What parts the first line most, quotes left aside. */
static char
guess_separator (const char *text)
{
  static const char candidates[] = { '\t', ';', ',' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      quoted ^= *text == '"';
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        counts[i] += !quoted && *text == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return counts[best] > 0 ? candidates[best] : ',';
}

static const char *
cell (const SlSheet *self, guint row, guint column)
{
  GPtrArray *cells = self->rows->pdata[row];

  return column < cells->len ? cells->pdata[column] : "";
}

/* Spreadsheets pad rows with cells that say nothing. */
static void
clean_cells (SlSheet *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      GPtrArray *cells = self->rows->pdata[r];

      for (guint c = 0; c < cells->len; c++)
        {
          g_strstrip (cells->pdata[c]);
          if (*(char *) cells->pdata[c] != '\0')
            self->n_columns = MAX (self->n_columns, c + 1);
        }
    }
}

static gboolean
says_something (const SlSheet *self, guint row)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (*cell (self, row, c) != '\0')
      return TRUE;
  return FALSE;
}

SlSheet *
sl_sheet_new (const char *bytes, gsize length, GError **error)
{
  g_autoptr (SlSheet) self = NULL;
  g_autofree char *text = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (bytes != NULL, NULL);
  text = dup_utf8 (bytes, length, error);
  rows = text != NULL ? sl_tsv_parse_as (text, guess_separator (text), error) : NULL;
  if (rows == NULL)
    return NULL;
  self = g_new0 (SlSheet, 1);
  self->rows = rows;
  clean_cells (self);
  if (self->n_columns > SL_SHEET_COLUMNS_MAX)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT, _ ("More than %d columns: this is hardly a register"), SL_SHEET_COLUMNS_MAX);
      return NULL;
    }
  if (sl_sheet_n_rows (self) == 0)
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE,
                           _ ("There is nothing below the first line, which names the columns"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

guint
sl_sheet_n_columns (const SlSheet *self)
{
  return self->n_columns;
}

guint
sl_sheet_n_rows (const SlSheet *self)
{
  guint n = 0;

  for (guint r = 1; r < self->rows->len; r++)
    n += says_something (self, r);
  return n;
}

const char *
sl_sheet_title (const SlSheet *self, guint n)
{
  return cell (self, 0, n);
}

const char *
sl_sheet_example (const SlSheet *self, guint n)
{
  for (guint r = 1; r < self->rows->len; r++)
    if (*cell (self, r, n) != '\0')
      return cell (self, r, n);
  return "";
}

/* --- Which column is which ---------------------------------------------------------------------------------------- */

/* As registers out of spreadsheets call them, folded as below, and the storage name. */
static const struct
{
  const char *said, *id;
} synonyms[] = {
  { "riskid", "code" },          { "ref", "code" },           { "reference", "code" },      { "riskref", "code" },
  { "no", "code" },              { "number", "code" },        { "risktitle", "title" },     { "riskname", "title" },
  { "name", "title" },           { "summary", "title" },      { "riskcause", "cause" },     { "riskevent", "event" },
  { "description", "event" },    { "riskdescription", "event" }, { "consequence", "effect" }, { "consequences", "effect" },
  { "riskeffect", "effect" },    { "riskowner", "owner" },    { "ownedby", "owner" },       { "likelihood", "probability" },
  { "prob", "probability" },     { "l", "probability" },      { "severity", "impact" },     { "riskcategory", "category" },
  { "strategy", "response" },    { "treatment", "response" }, { "riskresponse", "response" }, { "type", "kind" },
  { "reviewdate", "next_review" }, { "status", "state" },
};

/* Letters and digits alone, in one case. */
static char *
dup_folded (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

gboolean
sl_sheet_takes (SlColumn *column)
{
  return sl_column_can_set (column) || g_strcmp0 (column->id, "code") == 0;
}

SlColumn *
sl_sheet_guess (const SlSheet *self, guint n, GPtrArray *columns)
{
  g_autofree char *said = dup_folded (sl_sheet_title (self, n));
  SlColumn *found = NULL;

  g_return_val_if_fail (columns != NULL, NULL);
  for (guint i = 0; i < columns->len && *said != '\0' && found == NULL; i++)
    {
      SlColumn *column = columns->pdata[i];
      g_autofree char *title = dup_folded (column->title);
      g_autofree char *id = dup_folded (column->id);

      if (g_strcmp0 (said, title) == 0 || g_strcmp0 (said, id) == 0)
        found = column;
    }
  for (guint i = 0; i < G_N_ELEMENTS (synonyms) && found == NULL; i++)
    if (g_strcmp0 (said, synonyms[i].said) == 0)
      found = sl_columns_find (columns, synonyms[i].id);
  return found != NULL && sl_sheet_takes (found) ? found : NULL;
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

static gboolean
check_columns (const SlSheet *self, SlColumn *const *to, guint *code, GError **error)
{
  *code = G_MAXUINT;
  for (guint c = 0; c < self->n_columns; c++)
    {
      for (guint other = 0; other < c; other++)
        if (to[c] != NULL && to[c] == to[other])
          {
            g_autofree char *text
                /* TRANSLATORS: {1} and {2} are columns of a sheet, {3} one of the register. */
                = sl_text_compose (_ ("“{1}” and “{2}” cannot both be {3}: leave one out"),
                                   (const char *[]){ sl_sheet_title (self, other), sl_sheet_title (self, c), to[c]->title, NULL });

            g_set_error_literal (error, SL_ERROR, SL_ERROR_VALUE, text);
            return FALSE;
          }
      if (to[c] != NULL && g_strcmp0 (to[c]->id, "code") == 0)
        *code = c;
    }
  return TRUE;
}

/* The record that a row is about. */
static SlUid
find_record (const SlSheet *self, SlGridAct *act, guint row, guint code)
{
  SlGridModel *model = sl_grid_act_model (act);
  const SlRecord *record;

  if (code == G_MAXUINT || *cell (self, row, code) == '\0')
    return SL_UID_NONE;
  record = sl_data_by_handle (sl_workspace_data (sl_grid_model_workspace (model)), cell (self, row, code));
  return record != NULL && (int) record->kind == sl_grid_model_kind (model) ? record->uid : SL_UID_NONE;
}

gboolean
sl_sheet_write (const SlSheet *self, SlGridAct *act, SlColumn *const *to, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint code;

  g_return_val_if_fail (act != NULL && to != NULL, FALSE);
  if (!check_columns (self, to, &code, error))
    return FALSE;
  for (guint r = 1, n_new = 0; r < self->rows->len; r++)
    {
      SlUid uid = find_record (self, act, r, code);
      gboolean written = FALSE;

      if (uid != SL_UID_NONE && !g_hash_table_add (seen, g_memdup2 (&uid, sizeof uid)))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("Line %u: %s is there already, further up"), r + 1, cell (self, r, code));
          return FALSE;
        }
      sl_grid_act_set_line (act, r + 1);
      for (guint c = 0; c < self->n_columns; c++)
        {
          if (to[c] == NULL || c == code || *cell (self, r, c) == '\0')
            continue;
          if (uid != SL_UID_NONE)
            sl_grid_act_write (act, uid, to[c], cell (self, r, c));
          else
            sl_grid_act_write_new (act, n_new, to[c], cell (self, r, c));
          written = TRUE;
        }
      n_new += written && uid == SL_UID_NONE;
    }
  sl_grid_act_set_line (act, 0);
  return TRUE;
}
