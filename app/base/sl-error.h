/* sl-error.h: the one error domain of Sightline and its exit statuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every step that can fail reports through GError with a code that names what went wrong, not where it was noticed.
 * Messages are one sentence for a person: what, where (file, row, code), and what to do, without a full stop.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_ERROR (sl_error_quark ())

/**
 * SlError:
 * @SL_ERROR_USAGE: the command line or a call was put wrongly
 * @SL_ERROR_VALUE: a value does not fit its field (type, limit, token)
 * @SL_ERROR_STRUCTURE: a record breaks a structural check (reference, uniqueness, mandatory field)
 * @SL_ERROR_RULE: a rule of domain.md 2.5 or 2.6 refuses the change
 * @SL_ERROR_REASON_NEEDED: the change is allowed but demands a reason (domain.md 2.9); the message lists what demands it
 * @SL_ERROR_REFUSED: refused for another stated reason (nobody acting, as-of date moved, not undoable)
 * @SL_ERROR_NOT_FOUND: no such record, field, kind
 * @SL_ERROR_CONFLICT: someone else changed the same field; the message carries both values
 * @SL_ERROR_MOVED: the store's head is no longer the expected one; read on, apply, try again (never shown to people)
 * @SL_ERROR_NOT_OURS: the file is not a Sightline file
 * @SL_ERROR_DAMAGED: the file is damaged or hostile
 * @SL_ERROR_NEWER: the file was made by a newer version
 * @SL_ERROR_BUSY: another process holds the file
 * @SL_ERROR_READ_ONLY: the programme is open read-only
 * @SL_ERROR_IO: cannot read or write (disk, permission)
 * @SL_ERROR_TAMPERED: stored content and its digest disagree
 * @SL_ERROR_LIMIT: over a documented limit
 * @SL_ERROR_CANCELLED: cancelled by the user
 * @SL_ERROR_INTERNAL: an internal check failed; a defect of ours
 */
typedef enum
{
  SL_ERROR_USAGE,
  SL_ERROR_VALUE,
  SL_ERROR_STRUCTURE,
  SL_ERROR_RULE,
  SL_ERROR_REASON_NEEDED,
  SL_ERROR_REFUSED,
  SL_ERROR_NOT_FOUND,
  SL_ERROR_CONFLICT,
  SL_ERROR_MOVED,
  SL_ERROR_NOT_OURS,
  SL_ERROR_DAMAGED,
  SL_ERROR_NEWER,
  SL_ERROR_BUSY,
  SL_ERROR_READ_ONLY,
  SL_ERROR_IO,
  SL_ERROR_TAMPERED,
  SL_ERROR_LIMIT,
  SL_ERROR_CANCELLED,
  SL_ERROR_INTERNAL,
} SlError;

GQuark sl_error_quark (void);

/**
 * sl_error_exit_status:
 * @error: an error of any domain
 *
 * Returns: the exit status of design.md section 4: 2 usage, 3 refused, 4 newer, 5 busy or conflict, 6 input/output,
 *   7 tamper evidence, 8 limit, 70 internal. G_IO_ERROR and G_FILE_ERROR count as 6, G_OPTION_ERROR as 2.
 */
int sl_error_exit_status (const GError *error);

G_END_DECLS
