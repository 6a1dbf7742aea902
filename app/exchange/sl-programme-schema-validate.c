/* Our own exports, read back and compared with the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/sl-programme-schema.h"

#include "base/sl-error.h"
#include "exchange/sl-xml-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Parsed once each. */
static const SlXmlSchema *
get_schema (gboolean with_keys)
{
  static SlXmlSchema *schemas[2];
  static GMutex lock;
  SlXmlSchema *schema;

  g_mutex_lock (&lock);
  if (schemas[with_keys != FALSE] == NULL)
    {
      g_autofree char *text = sl_programme_schema_dup_xsd (with_keys);

      schemas[with_keys != FALSE] = sl_xml_schema_new (text, strlen (text));
    }
  schema = schemas[with_keys != FALSE];
  g_mutex_unlock (&lock);
  return schema;
}

gboolean
sl_programme_schema_validate (const char *path, gboolean with_keys, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SL_ERROR, SL_ERROR_CANCELLED, _ ("Cancelled"));
      return FALSE;
    }
  /* With keys it is cancelled before or not at all. */
  return sl_xml_validate (path, get_schema (with_keys), with_keys ? NULL : cancellable, error);
}
