/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/sl-inspect-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "store/sl-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_version (const char *name, gint32 stored, int latest, GError **error)
{
  g_autofree char *theirs = g_strdup_printf ("%d", stored);
  g_autofree char *ours = g_strdup_printf ("%d", latest);
  g_autofree char *message = NULL;

  if (stored >= 1 && stored <= latest)
    return TRUE;
  if (stored < 1)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("%s is damaged: it does not say which version it has"), name);
      return FALSE;
    }
  /* TRANSLATORS: {1} a file, {2} and {3} whole numbers. */
  message = sl_text_compose (_ ("{1} was made by a newer version of Sightline: its format is {2}, this version knows up to {3}"),
                             (const char *const[]){ name, theirs, ours, NULL });
  g_set_error_literal (error, SL_ERROR, SL_ERROR_NEWER, message);
  return FALSE;
}

gboolean
sl_inspect_header (const guint8 *bytes, gsize n, const char *name, int latest, int *version, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  guint32 page;

  if (n == 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS, _ ("%s is empty"), name);
      return FALSE;
    }
  if (n < SL_INSPECT_HEADER || memcmp (bytes, magic, sizeof magic) != 0 || big_endian (bytes + 68) != SL_APPLICATION_ID)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS, _ ("%s is not a Sightline programme"), name);
      return FALSE;
    }
  *version = (gint32) big_endian (bytes + 60);
  if (!check_version (name, *version, latest, error))
    return FALSE;
  if (bytes[18] != 1 || bytes[19] != 1)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
                   _ ("%s was changed by another program to keep a write-ahead log; Sightline does not open it"), name);
      return FALSE;
    }
  page = (guint32) bytes[16] << 8 | bytes[17];
  if (page == 1)
    page = 65536;
  if (page >= 512 && (page & (page - 1)) == 0)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("%s is damaged: its header makes no sense"), name);
  return FALSE;
}

SlSide
sl_inspect_side (guint8 first, const guint8 *tail, gsize n_tail, guint64 size)
{
  static const guint8 magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

  if (size == 0)
    return SL_SIDE_IDLE;
  /* The name of a super-journal is followed by its length, a checksum and this mark; none of ours ever has one. */
  if (n_tail >= sizeof magic && size > 16 && memcmp (tail + n_tail - sizeof magic, magic, sizeof magic) == 0)
    return SL_SIDE_HOSTILE;
  return first == 0 ? SL_SIDE_IDLE : SL_SIDE_ROLLBACK;
}
