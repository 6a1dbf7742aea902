/* sl-matrix-image.h: the small matrix beside one risk, or one of its marks alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/sl-matrix.h"

G_BEGIN_DECLS

#define SL_TYPE_MATRIX_IMAGE (sl_matrix_image_get_type ())
G_DECLARE_FINAL_TYPE (SlMatrixImage, sl_matrix_image, SL, MATRIX_IMAGE, GtkWidget)

/* A picture with a name for screen readers. */
GtkWidget *sl_matrix_image_new      (void);
/* The mark of a rating for a legend: words beside it say the same, so screen readers pass it by. */
GtkWidget *sl_matrix_image_new_mark (SlMatrixRating rating);
/* A small picture of where the limits of appetite cut, @size pixels wide. Words beside it say the same, so screen readers
 * pass it by. */
GtkWidget *sl_matrix_image_new_limits (int size);
/* Takes @matrix (sl_matrix_new()); copies the marks. @name: what it shows, for screen readers;
 * NULL where they pass it by. */
void       sl_matrix_image_set      (SlMatrixImage *self, SlMatrix *matrix, const SlMatrixMark *marks, guint n,
                                     const char *name);
void       sl_matrix_image_set_blue_orange (SlMatrixImage *self, gboolean blue_orange);

G_END_DECLS
