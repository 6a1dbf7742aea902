/* What a spreadsheet says of the cells that are selected: how many, their sum and their average.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/widgets/sl-grid-private.h"

#include "base/sl-number.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint n;        /* cells that hold a number */
  gint64 sum;
  gboolean mixed; /* numbers that cannot be added to each other, or too many */
  int type;       /* SlType of all of them; -1: none yet */
} Sums;

static gboolean
number_of (SlColumn *column, SlWorkspace *workspace, const SlRecord *record, gint64 *number)
{
  SlValue value;

  if (column->number != NULL)
    return column->number (workspace, record, number, column->data);
  if (column->field < 0)
    return FALSE;
  sl_record_get (record, (guint) column->field, &value);
  *number = value.i;
  return !value.is_null;
}

static gboolean
is_numeric (const SlColumn *column)
{
  return column->type == SL_TYPE_INT || column->type == SL_TYPE_MONEY || column->type == SL_TYPE_DECIMAL;
}

static void
add_column (SlGrid *self, SlColumn *column, GArray *uids, Sums *sums)
{
  SlWorkspace *workspace = sl_grid_model_workspace (self->model);

  for (guint r = 0; r < uids->len; r++)
    {
      const SlRecord *record = sl_grid_model_record (self->model, g_array_index (uids, SlUid, r));
      gint64 number;

      if (record == NULL || !number_of (column, workspace, record, &number))
        continue;
      sums->mixed |= (sums->type >= 0 && sums->type != (int) column->type) || __builtin_add_overflow (sums->sum, number, &sums->sum);
      sums->type = (int) column->type;
      sums->n++;
    }
}

/* Half away from zero. */
static gint64
divide (gint64 sum, gint64 by)
{
  return (sum + (sum < 0 ? -by / 2 : by / 2)) / by;
}

static char *
dup_number (SlGrid *self, const Sums *sums, gboolean average)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (sl_grid_model_workspace (self->model)));

  if (sums->type == SL_TYPE_MONEY)
    return sl_money_dup_exact (average ? divide (sums->sum, sums->n) : sums->sum, programme != NULL ? programme->currency : NULL);
  if (sums->type == SL_TYPE_DECIMAL)
    return sl_number_dup (average ? divide (sums->sum, sums->n) : sums->sum, 4, 0);
  if (!average)
    return sl_number_dup (sums->sum, 0, 0);
  return sl_number_dup (divide (sums->sum * 100, sums->n), 2, 0);
}

static char *
dup_of_numbers (SlGrid *self, const Sums *sums)
{
  g_autofree char *n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", sums->n), sums->n);
  g_autofree char *sum = NULL, *average = NULL;

  if (sums->mixed || ABS (sums->sum) > SL_NUMBER_MAX / 100)
    return g_steal_pointer (&n);
  sum = dup_number (self, sums, FALSE);
  average = dup_number (self, sums, TRUE);
  /* TRANSLATORS: of the cells selected: {1} “12 numbers”, {2} their sum, {3} their average. */
  return sl_text_compose (_ ("{1}, sum {2}, average {3}"), (const char *[]){ n, sum, average, NULL });
}

char *
sl_grid_dup_sums (SlGrid *self)
{
  g_autoptr (GArray) uids = NULL;
  g_autofree char *rows = NULL, *numbers = NULL;
  Sums sums = { .type = -1 };
  guint first, last;

  g_return_val_if_fail (SL_IS_GRID (self), NULL);
  if (self->model == NULL || sl_uid_map_size (self->selected) == 0 || sl_grid_n_shown (self) == 0)
    return NULL;
  uids = sl_grid_selected_uids (self);
  sl_grid_selected_columns (self, &first, &last);
  for (guint c = first; c <= last; c++)
    if (is_numeric (sl_grid_nth_shown (self, c)->column))
      add_column (self, sl_grid_nth_shown (self, c)->column, uids, &sums);
  if (uids->len > 1)
    rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row selected", "%u rows selected", uids->len), uids->len);
  if (sums.n > 1)
    numbers = dup_of_numbers (self, &sums);
  if (rows == NULL)
    return g_steal_pointer (&numbers);
  return numbers != NULL ? g_strjoin (" · ", rows, numbers, NULL) : g_steal_pointer (&rows);
}
