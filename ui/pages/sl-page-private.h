/* sl-page-private.h: the parts of a page, for the sources that make it up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/pages/sl-page.h"

G_BEGIN_DECLS

typedef struct
{
  SlWorkspace *workspace;
  const SlPageInfo *info;
  GtkWidget *child;
  GtkWidget *search_bar, *search; /* NULL: nothing is searched here */
  GtkWidget *flap, *detail;       /* NULL: no details beside it */
  GtkWidget *whole;               /* the flap, or in its place one record over the whole page */
  GtkWidget *record;              /* there, what holds the details; NULL until the first was opened */
  GArray *been;                   /* of SlUid: the records from which links led on, while one is open */
  gboolean awake;
} SlPagePrivate;

SlPagePrivate *sl_page_priv           (SlPage *self);

/* sl-page-detail.c: the details beside the page, and over it. */
void           sl_page_install_detail (SlPageClass *klass);

G_END_DECLS
