/* The matrix: what it means and where everything lies. What it looks like: sl-matrix-paint.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "charts/sl-matrix.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FONT_MIN 8.0
#define FONT_MAX 13.0

/* --- What it means ------------------------------------------------------------------------------------------------ */

/* The settings give words to each dimension of impact, none to the overall one. */
static const char *const impact_words[SL_MATRIX_STEPS + 1] = {
  "",
  /* TRANSLATORS: steps of overall impact, from the lowest to the highest; of harm and of gain alike. */
  N_ ("Slight"), N_ ("Small"), N_ ("Moderate"), N_ ("Large"), N_ ("Very large"),
};

static gboolean
take_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  SlMatrix *self = data;

  if (band->scale != SL_SCALE_PROBABILITY || band->level < 1 || band->level > SL_MATRIX_STEPS || band->label == NULL)
    return TRUE;
  /* "Rare, up to 10%": the word alone. */
  g_free (self->probability[band->level]);
  self->probability[band->level] = g_strndup (band->label, strcspn (band->label, ","));
  return TRUE;
}

SlMatrix *
sl_matrix_new (const SlView *view, gboolean opportunity, gboolean translated)
{
  SlMatrix *self = g_new0 (SlMatrix, 1);

  g_return_val_if_fail (view != NULL && view->settings != NULL, self);
  self->opportunity = opportunity;
  self->translated = translated;
  sl_data_children (view->data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, view->settings->record.uid, take_band, self);
  for (int p = 1; p <= SL_MATRIX_STEPS; p++)
    {
      for (int i = 1; i <= SL_MATRIX_STEPS; i++)
        self->level[p][i] = sl_grid_rag (view->settings, p, i);
      if (self->probability[p] == NULL)
        self->probability[p] = g_strdup ("");
      self->impact[p] = g_strdup (translated ? g_dgettext (GETTEXT_PACKAGE, impact_words[p]) : impact_words[p]);
    }
  return self;
}

void
sl_matrix_free (SlMatrix *self)
{
  if (self == NULL)
    return;
  for (int n = 0; n <= SL_MATRIX_STEPS; n++)
    {
      g_free (self->probability[n]);
      g_free (self->impact[n]);
    }
  g_free (self);
}

static gboolean
in_grid (int probability, int impact)
{
  return probability >= 1 && probability <= SL_MATRIX_STEPS && impact >= 1 && impact <= SL_MATRIX_STEPS;
}

SlStatus
sl_matrix_status (const SlMatrix *self, int probability, int impact)
{
  if (!in_grid (probability, impact))
    return SL_STATUS_UNKNOWN;
  return sl_status_from_rag (self->level[probability][impact], self->opportunity);
}

char *
sl_matrix_dup_cell_words (const SlMatrix *self, int probability, int impact)
{
  /* TRANSLATORS: a cell of the matrix, for a screen reader: {1} and {3} are steps from 1 to 5, {2} and {4} their words,
   * {5} is Green, Amber, Red, or Low, Medium, High. */
  const char *format = N_ ("Probability {1} {2}, impact {3} {4}: {5}");
  const char *word = sl_glyph_word (sl_matrix_status (self, probability, impact));
  char p[2] = { 0 }, i[2] = { 0 };

  g_return_val_if_fail (in_grid (probability, impact), g_strdup (""));
  p[0] = (char) ('0' + probability);
  i[0] = (char) ('0' + impact);
  if (self->translated)
    {
      format = g_dgettext (GETTEXT_PACKAGE, format);
      word = g_dgettext (GETTEXT_PACKAGE, word);
    }
  return sl_text_compose (format, (const char *const[]){ p, self->probability[probability], i, self->impact[impact], word,
                                                         NULL });
}

const char *
sl_matrix_rating_word (SlMatrixRating rating)
{
  static const char *const words[] = { N_ ("Inherent"), N_ ("Current"), N_ ("Target"), N_ ("Earlier") };

  g_return_val_if_fail (rating < G_N_ELEMENTS (words), "");
  return words[rating];
}

/* --- Where everything lies ---------------------------------------------------------------------------------------- */

void
sl_matrix_layout (SlMatrixLayout *layout, guint flags, double width, double height)
{
  gboolean compact = (flags & SL_MATRIX_COMPACT) != 0;
  double font = CLAMP (MIN (width, height) / (compact ? 16 : 29), FONT_MIN, FONT_MAX);
  /* Beside the grid stand a figure (and its word), above it the name of the upright axis, below it figures, words, name. */
  double left = font * (compact ? 1.4 : 8.8), top = font * 1.8, bottom = font * (compact ? 2.8 : 4.4);
  double right = compact ? 1 : font * 0.6;

  *layout = (SlMatrixLayout){ .flags = flags, .width = width, .height = height, .font = font };
  layout->grid = (SlMatrixRect){ left, top, MAX (1, width - left - right), MAX (1, height - top - bottom) };
  if (flags & SL_MATRIX_BARE)
    layout->grid = (SlMatrixRect){ 1, 1, MAX (1, width - 2), MAX (1, height - 2) };
  if (compact || (flags & SL_MATRIX_BARE))
    layout->grid.width = layout->grid.height = MIN (layout->grid.width, layout->grid.height);
}

void
sl_matrix_cell (const SlMatrixLayout *layout, int probability, int impact, SlMatrixRect *rect)
{
  gboolean swap = (layout->flags & SL_MATRIX_SWAP) != 0;
  int across = (swap ? probability : impact) - 1, up = (swap ? impact : probability) - 1;
  double w = layout->grid.width / SL_MATRIX_STEPS, h = layout->grid.height / SL_MATRIX_STEPS;
  int down = layout->flags & SL_MATRIX_FLIP ? up : SL_MATRIX_STEPS - 1 - up;

  *rect = (SlMatrixRect){ layout->grid.x + across * w, layout->grid.y + down * h, w, h };
}

gboolean
sl_matrix_cell_at (const SlMatrixLayout *layout, double x, double y, int *probability, int *impact)
{
  double w = layout->grid.width / SL_MATRIX_STEPS, h = layout->grid.height / SL_MATRIX_STEPS;
  int across, down, up;

  x -= layout->grid.x;
  y -= layout->grid.y;
  if (!(x >= 0 && x < layout->grid.width && y >= 0 && y < layout->grid.height))
    return FALSE;
  across = MIN ((int) (x / w), SL_MATRIX_STEPS - 1) + 1;
  down = MIN ((int) (y / h), SL_MATRIX_STEPS - 1);
  up = layout->flags & SL_MATRIX_FLIP ? down + 1 : SL_MATRIX_STEPS - down;
  *probability = layout->flags & SL_MATRIX_SWAP ? across : up;
  *impact = layout->flags & SL_MATRIX_SWAP ? up : across;
  return TRUE;
}
