/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sl-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (sl-error-quark, sl_error)

int
sl_error_exit_status (const GError *error)
{
  static const guint8 status[] = {
    [SL_ERROR_USAGE] = 2,    [SL_ERROR_VALUE] = 3,     [SL_ERROR_STRUCTURE] = 3, [SL_ERROR_RULE] = 3,
    [SL_ERROR_REASON_NEEDED] = 3, [SL_ERROR_REFUSED] = 3, [SL_ERROR_NOT_FOUND] = 3, [SL_ERROR_CONFLICT] = 5,
    [SL_ERROR_MOVED] = 5,
    [SL_ERROR_NOT_OURS] = 3, [SL_ERROR_DAMAGED] = 3,   [SL_ERROR_NEWER] = 4,     [SL_ERROR_BUSY] = 5,
    [SL_ERROR_READ_ONLY] = 6, [SL_ERROR_IO] = 6,       [SL_ERROR_TAMPERED] = 7,  [SL_ERROR_LIMIT] = 8,
    [SL_ERROR_CANCELLED] = 3, [SL_ERROR_INTERNAL] = 70,
  };

  g_return_val_if_fail (error != NULL, 70);
  if (error->domain == SL_ERROR && (guint) error->code < G_N_ELEMENTS (status))
    return status[error->code];
  if (error->domain == G_OPTION_ERROR)
    return 2;
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return 6;
  return 70;
}
