/* sl-seed.h: starting content: the settings every programme begins with, and the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are embedded programme XML.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

/* What the new-programme assistant and `new` ask for. */
typedef struct
{
  const char *name;         /* not NULL */
  const char *city;         /* or NULL */
  const char *currency;     /* ISO 4217; NULL: GBP */
  int fiscal_year_start;    /* 1-12; 0: 4 */
  int price_base_year;      /* 0: the year of today */
  const char *person;       /* your name, or NULL */
  const char *role;         /* your role, or NULL */
  const char *organisation; /* your organisation, or NULL */
  const char *project;      /* first project, or NULL */
} SlSeedNew;

/* Fills an empty workspace with a new programme and the default settings of domain.md 2.3, in one change-set; the person
 * becomes the acting one. */
gboolean sl_seed_new    (SlWorkspace *workspace, const SlSeedNew *what, GError **error);
/* Fills an empty workspace with the worked sample (domain.md part 5), in one change-set, and acts as P-02. */
gboolean sl_seed_sample (SlWorkspace *workspace, GError **error);

G_END_DECLS
