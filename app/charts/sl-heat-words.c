/* What the heat map says in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-heat-map-private.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>

static const char *
word (const SlHeatMap *self, const char *msgid)
{
  return self->translated ? g_dgettext (GETTEXT_PACKAGE, msgid) : msgid;
}

/* @one: said of one; @many: of any other number, which is its {1}. */
static char *
dup_count (const SlHeatMap *self, const char *one, const char *many, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return sl_text_compose (word (self, n == 1 ? one : many), (const char *const[]){ number, NULL });
}

static char *
dup_risks (const SlHeatMap *self, guint n)
{
  if (self->matrix->opportunity)
    return dup_count (self, N_ ("1 opportunity"), N_ ("{1} opportunities"), n);
  return dup_count (self, N_ ("1 threat"), N_ ("{1} threats"), n);
}

static char *
dup_day (const SlHeatMap *self)
{
  return self->translated ? sl_date_dup_display (self->day) : sl_date_dup_english (self->day);
}

char *
sl_heat_map_dup_title (const SlHeatMap *self)
{
  /* TRANSLATORS: title of the heat map: {1} is Now, Before controls or After treatment, {2} a day. */
  const char *format = self->matrix->opportunity ? N_ ("Open opportunities · {1} · as of {2}")
                                                 : N_ ("Open threats · {1} · as of {2}");
  g_autofree char *day = dup_day (self);

  return sl_text_compose (word (self, format),
                          (const char *const[]){ word (self, sl_heat_stage_label (sl_heat_stage (self->heat))), day, NULL });
}

/* --- Of a cell ---------------------------------------------------------------------------------------------------- */

char *
sl_heat_map_dup_figure (const SlHeatMap *self, int probability, int impact, gboolean exposure)
{
  const SlHeatCell *cell = sl_heat_cell (self->heat, probability, impact);
  g_autofree char *money = NULL;

  if (cell->count == 0)
    return g_strdup ("");
  if (!exposure)
    return g_strdup_printf ("%u", cell->count);
  /* Nothing known is not nothing. */
  if (cell->n_unknown == cell->count)
    return g_strdup ("?");
  money = sl_money_dup_short (cell->exposure, self->currency);
  return g_strconcat (money, cell->n_unknown > 0 ? " + ?" : "", NULL);
}

char *
sl_heat_map_dup_breach (const SlHeatMap *self, int probability, int impact)
{
  guint n = sl_heat_cell (self->heat, probability, impact)->n_breach;

  /* TRANSLATORS: how many risks of a cell score above what is tolerated; as short as can be. */
  return n > 0 ? dup_count (self, N_ ("1 in breach"), N_ ("{1} in breach"), n) : NULL;
}

static void
add_part (GString *s, char *part)
{
  g_string_append_printf (s, "%s%s", s->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
sl_heat_map_dup_cell_words (const SlHeatMap *self, int probability, int impact)
{
  const SlHeatCell *cell = sl_heat_cell (self->heat, probability, impact);
  g_autofree char *place = sl_matrix_dup_cell_words (self->matrix, probability, impact);
  g_autofree char *money = NULL;
  g_autoptr (GString) s = g_string_new (NULL);

  if (cell->count == 0)
    /* TRANSLATORS: said of an empty cell of the heat map after its place and level. */
    add_part (s, g_strdup (word (self, N_ ("None here"))));
  else
    {
      add_part (s, dup_risks (self, cell->count));
      if (cell->n_breach > 0)
        add_part (s, dup_count (self, N_ ("1 above what is tolerated"), N_ ("{1} above what is tolerated"), cell->n_breach));
      money = sl_money_dup_exact (cell->exposure, self->currency);
      if (cell->n_unknown < cell->count)
        add_part (s, sl_text_compose (word (self, N_ ("exposure {1}")), (const char *const[]){ money, NULL }));
      if (cell->n_unknown > 0)
        add_part (s, dup_count (self, N_ ("1 of unknown exposure"), N_ ("{1} of unknown exposure"), cell->n_unknown));
    }
  /* TRANSLATORS: {1} is a cell with its level, {2} what is in it: "Probability 4 Likely, impact 4 Large: Red. 2 threats". */
  return sl_text_compose (word (self, N_ ("{1}. {2}")), (const char *const[]){ place, s->str, NULL });
}

/* --- Of the whole ------------------------------------------------------------------------------------------------- */

static char *
dup_appetite_note (const SlHeatMap *self)
{
  const SlHeatAppetite *appetite = sl_heat_appetite (self->heat);
  g_autofree char *want = g_strdup_printf ("%d", appetite->want), *tolerate = g_strdup_printf ("%d", appetite->tolerate);
  g_autofree char *n = g_strdup_printf ("%u", appetite->n_risks);
  g_autofree char *all = g_strdup_printf ("%u", sl_heat_totals (self->heat)->n_shown);

  if (appetite->level == 0)
    return g_strdup (word (self, N_ ("No appetite line: no statement applies.")));
  /* TRANSLATORS: {1} is a level of appetite ("Cautious"), {2} and {3} to how many of how many risks it applies, {4} and {5}
   * scores. */
  return sl_text_compose (word (self, N_ ("Appetite line: {1}, which applies to {2} of {3}; dashed: wanted up to {4}; solid: tolerated up to {5}.")),
                          (const char *const[]){ word (self, sl_enum_label (&sl_appetite_level_enum, appetite->level)), n, all,
                                                 want, tolerate, NULL });
}

static char *
dup_ways_note (const SlHeatMap *self)
{
  const SlHeatTotals *totals = sl_heat_totals (self->heat);
  g_autoptr (GString) s = g_string_new (NULL);
  guint n;

  sl_heat_ways (self->heat, &n);
  if (n == 0)
    g_string_append (s, word (self, N_ ("No risk has changed its cell in 90 days.")));
  else if (n <= SL_HEAT_WAYS_MAX)
    g_string_append (s, word (self, N_ ("Arrows: from where risks stood 90 days ago.")));
  else
    {
      g_autofree char *drawn = g_strdup_printf ("%d", SL_HEAT_WAYS_MAX), *all = g_strdup_printf ("%u", n);
      g_autofree char *text
          = sl_text_compose (word (self, N_ ("Arrows: from where risks stood 90 days ago, the {1} strongest of {2} ways.")),
                             (const char *const[]){ drawn, all, NULL });

      g_string_append (s, text);
    }
  if (totals->n_new > 0)
    {
      g_autofree char *text = dup_count (self, N_ ("1 was not rated then."), N_ ("{1} were not rated then."), totals->n_new);

      g_string_append_printf (s, " %s", text);
    }
  return g_string_free (g_steal_pointer (&s), FALSE);
}

GPtrArray *
sl_heat_map_notes (const SlHeatMap *self, const SlHeatStyle *style)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  char *left_out = sl_heat_dup_left_out (self->heat, self->translated);

  if (!self->matrix->opportunity && sl_heat_totals (self->heat)->n_shown > 0)
    g_ptr_array_add (notes, dup_appetite_note (self));
  if (style->ways && sl_heat_stage (self->heat) == SL_HEAT_NOW && sl_heat_totals (self->heat)->n_shown > 0)
    g_ptr_array_add (notes, dup_ways_note (self));
  if (style->exposure)
    g_ptr_array_add (notes, g_strdup (word (self, N_ ("Exposure: probability times cost as rated now; an expected value, not a worst case."))));
  if (left_out != NULL)
    g_ptr_array_add (notes, left_out);
  return notes;
}

static void
count_levels (const SlHeatMap *self, guint levels[SL_RAG_RED + 1], guint *breach)
{
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    for (int i = 1; i <= SL_MATRIX_STEPS; i++)
      {
        const SlHeatCell *cell = sl_heat_cell (self->heat, p, i);

        levels[self->matrix->level[p][i]] += cell->count;
        *breach += cell->n_breach;
      }
}

char *
sl_heat_map_dup_alternative (const SlHeatMap *self)
{
  guint levels[SL_RAG_RED + 1] = { 0 }, breach = 0;
  g_autofree char *left_out = sl_heat_dup_left_out (self->heat, self->translated);
  g_autoptr (GString) s = g_string_new (NULL);
  g_autofree char *risks = dup_risks (self, sl_heat_totals (self->heat)->n_shown), *whole = NULL;

  count_levels (self, levels, &breach);
  for (int level = SL_RAG_RED; level >= SL_RAG_NONE; level--)
    if (levels[level] > 0)
      add_part (s, g_strdup_printf ("%u %s", levels[level],
                                    word (self, sl_glyph_word (sl_status_from_rag (level, self->matrix->opportunity)))));
  if (breach > 0)
    add_part (s, dup_count (self, N_ ("1 above what is tolerated"), N_ ("{1} above what is tolerated"), breach));
  if (s->len == 0)
    g_string_append (s, word (self, N_ ("none is rated")));
  /* TRANSLATORS: {1} is "11 threats", {2} how many of each level: "2 Red, 7 Amber, 2 Green, 4 above what is tolerated". */
  whole = sl_text_compose (word (self, N_ ("{1}: {2}.")), (const char *const[]){ risks, s->str, NULL });
  return left_out != NULL ? g_strconcat (whole, " ", left_out, NULL) : g_steal_pointer (&whole);
}

static void
add_row (const SlHeatMap *self, GPtrArray *table, int probability, int impact)
{
  const SlHeatCell *cell = sl_heat_cell (self->heat, probability, impact);
  SlStatus status = sl_matrix_status (self->matrix, probability, impact);

  g_ptr_array_add (table, g_strdup_printf ("%d %s", probability, self->matrix->probability[probability]));
  g_ptr_array_add (table, g_strdup_printf ("%d %s", impact, self->matrix->impact[impact]));
  g_ptr_array_add (table, g_strdup (word (self, sl_glyph_word (status))));
  g_ptr_array_add (table, g_strdup_printf ("%u", cell->count));
  g_ptr_array_add (table, cell->n_unknown == cell->count ? g_strdup (word (self, N_ ("Not known")))
                                                         : sl_money_dup_exact (cell->exposure, self->currency));
  if (!self->matrix->opportunity)
    g_ptr_array_add (table, g_strdup_printf ("%u", cell->n_breach));
}

GPtrArray *
sl_heat_map_table (const SlHeatMap *self, guint *columns)
{
  static const char *const heads[] = {
    N_ ("Probability"), N_ ("Impact"), N_ ("Level"), N_ ("Number"), N_ ("Exposure"), N_ ("Above what is tolerated"),
  };
  GPtrArray *table = g_ptr_array_new_with_free_func (g_free);

  *columns = self->matrix->opportunity ? 5 : 6;
  for (guint k = 0; k < *columns; k++)
    g_ptr_array_add (table, g_strdup (word (self, heads[k])));
  for (int p = SL_MATRIX_STEPS; p >= 1; p--)
    for (int i = SL_MATRIX_STEPS; i >= 1; i--)
      if (sl_heat_cell (self->heat, p, i)->count > 0)
        add_row (self, table, p, i);
  return table;
}
