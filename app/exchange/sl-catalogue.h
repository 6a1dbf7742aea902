/* sl-catalogue.h: the statements, questions, prompts and gate criteria that every programme starts with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They lie under data/catalogue in our own words, with references to clauses, and are copied into the programme, so that a
 * report says what was asked when, whatever later editions ask. SlProgrammeInfo.catalogue_version tells the edition.
 */
#pragma once

#include "model/sl-tx.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a document that lies inside the program into @tx; @name as in resources ("catalogue/health.xml"). */
gboolean sl_catalogue_read         (SlTx *tx, const char *name, GError **error);

/* Puts the health check (domain.md 1.4), its risk prompts (1.4, 3.6) and the checklists (part 1) into a programme that is
 * being made. */
gboolean sl_catalogue_put          (SlTx *tx, GError **error);

/* Gives each gate that @tx makes, and that has no criteria, those of its number (domain.md part 3), the phases between
 * which it stands where they are not given, and the mark of a significant commitment where the catalogue has it. */
gboolean sl_catalogue_put_criteria (SlTx *tx, GError **error);

G_END_DECLS
