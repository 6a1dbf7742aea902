/* Files written whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "base/sl-file-writer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Shelf;

static void
shelf_init (Shelf *self)
{
  self->folder = g_dir_make_tmp ("sightline-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "out.xml", NULL);
}

/* Nothing but @path is left, if @there. */
static void
shelf_clear (Shelf *self, gboolean there)
{
  if (there)
    g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static mode_t
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static gboolean
write_whole (const char *path, const char *text, GError **error)
{
  g_autoptr (SlFileWriter) file = sl_file_writer_new (path, error);

  return file != NULL && sl_file_writer_write (file, text, strlen (text), error) && sl_file_writer_commit (file, error);
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);
  Shelf shelf;

  shelf_init (&shelf);
  write_whole (shelf.path, "one", &error);
  g_assert_no_error (error);
  assert_content (shelf.path, "one");
  g_assert_cmpuint (mode_of (shelf.path), ==, 0640);
  umask (mask);
  shelf_clear (&shelf, TRUE);
}

/* Whoever could read it can, and nobody else. */
static void
test_replace (void)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0666 };
  g_autoptr (GError) error = NULL;
  Shelf shelf;

  shelf_init (&shelf);
  g_assert_true (g_file_set_contents (shelf.path, "before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (shelf.path, (int) modes[i]), ==, 0);
      write_whole (shelf.path, "after", &error);
      g_assert_no_error (error);
      assert_content (shelf.path, "after");
      g_assert_cmpuint (mode_of (shelf.path), ==, modes[i]);
    }
  shelf_clear (&shelf, TRUE);
}

/* Also to whom it belongs: root may write what is another's. */
static void
test_owner (void)
{
  g_autoptr (GError) error = NULL;
  struct stat info;
  Shelf shelf;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  shelf_init (&shelf);
  g_assert_true (g_file_set_contents (shelf.path, "before", -1, NULL));
  g_assert_cmpint (chown (shelf.path, 1234, 2345), ==, 0);
  g_assert_cmpint (g_chmod (shelf.path, 0640), ==, 0);
  write_whole (shelf.path, "after", &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (shelf.path, &info), ==, 0);
  g_assert_cmpuint (info.st_uid, ==, 1234);
  g_assert_cmpuint (info.st_gid, ==, 2345);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
  shelf_clear (&shelf, TRUE);
}

/* Until it is committed the target is as it was; what was written can be read back meanwhile. */
static void
test_not_committed (void)
{
  g_autoptr (GError) error = NULL;
  Shelf shelf;

  shelf_init (&shelf);
  for (guint i = 0; i < 2; i++)
    {
      SlFileWriter *file = sl_file_writer_new (shelf.path, &error);

      g_assert_no_error (error);
      g_assert_true (sl_file_writer_write (file, "after", 5, NULL));
      g_assert_true (sl_file_writer_flush (file, NULL));
      assert_content (sl_file_writer_path (file), "after");
      if (i == 0)
        g_assert_false (g_file_test (shelf.path, G_FILE_TEST_EXISTS));
      else
        assert_content (shelf.path, "before");
      sl_file_writer_free (file);
      g_assert_true (i == 1 || g_file_set_contents (shelf.path, "before", -1, NULL));
    }
  shelf_clear (&shelf, TRUE);
}

/* Longer than what is kept back, in pieces of every size. */
static void
test_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  SlFileWriter *file;
  Shelf shelf;

  shelf_init (&shelf);
  file = sl_file_writer_new (shelf.path, &error);
  g_assert_no_error (error);
  for (gsize n = 1; n < (1 << 20); n = n * 3 + 1)
    {
      gsize at = whole->len;

      for (gsize i = 0; i < n; i++)
        g_string_append_c (whole, (char) ('a' + (at + i) % 23));
      sl_file_writer_write (file, whole->str + at, n, &error);
      g_assert_no_error (error);
    }
  g_assert_true (sl_file_writer_commit (file, &error));
  sl_file_writer_free (file);
  assert_content (shelf.path, whole->str);
  shelf_clear (&shelf, TRUE);
}

static void
test_long_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (255, 'x');
  Shelf shelf;

  shelf_init (&shelf);
  g_free (shelf.path);
  shelf.path = g_build_filename (shelf.folder, name, NULL);
  write_whole (shelf.path, "one", &error);
  g_assert_no_error (error);
  shelf_clear (&shelf, TRUE);
}

/* --- Refused ------------------------------------------------------------------------------------------------------ */

static void
assert_refused (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_file_writer_new (path, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_refused (void)
{
  g_autofree char *other = NULL;
  g_autofree char *below = NULL;
  Shelf shelf;

  shelf_init (&shelf);
  other = g_build_filename (shelf.folder, "other.xml", NULL);
  below = g_build_filename (shelf.folder, "missing", "out.xml", NULL);
  assert_refused (below);
  assert_refused (shelf.folder);
  /* A link, to something and to nothing. */
  g_assert_cmpint (symlink ("other.xml", shelf.path), ==, 0);
  assert_refused (shelf.path);
  g_assert_true (g_file_set_contents (other, "before", -1, NULL));
  assert_refused (shelf.path);
  assert_content (other, "before");
  g_assert_cmpint (g_remove (shelf.path), ==, 0);
  g_assert_cmpint (mkfifo (shelf.path, 0600), ==, 0);
  assert_refused (shelf.path);
  g_assert_cmpint (g_remove (other), ==, 0);
  shelf_clear (&shelf, TRUE);
}

static void
test_protected (void)
{
  Shelf shelf;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is protected from root");
      return;
    }
  shelf_init (&shelf);
  g_assert_true (g_file_set_contents (shelf.path, "before", -1, NULL));
  g_assert_cmpint (g_chmod (shelf.path, 0400), ==, 0);
  assert_refused (shelf.path);
  assert_content (shelf.path, "before");
  shelf_clear (&shelf, TRUE);
}

/* A link that was put there meanwhile is not followed, and not replaced. */
static void
test_link_meanwhile (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  SlFileWriter *file;
  Shelf shelf;

  shelf_init (&shelf);
  other = g_build_filename (shelf.folder, "other.xml", NULL);
  g_assert_true (g_file_set_contents (other, "before", -1, NULL));
  file = sl_file_writer_new (shelf.path, NULL);
  g_assert_true (sl_file_writer_write (file, "after", 5, NULL));
  g_assert_cmpint (symlink ("other.xml", shelf.path), ==, 0);
  g_assert_false (sl_file_writer_commit (file, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  sl_file_writer_free (file);
  g_assert_true (g_file_test (shelf.path, G_FILE_TEST_IS_SYMLINK));
  assert_content (other, "before");
  g_assert_cmpint (g_remove (other), ==, 0);
  shelf_clear (&shelf, TRUE);
}

/* A full disk, as a limit on the size of files has it. The first failure stays. */
static void
test_full (void)
{
  const struct rlimit little = { 512 * 1024, RLIM_INFINITY };
  g_autofree char *block = g_strnfill (300 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  struct rlimit former;
  SlFileWriter *file;
  Shelf shelf;

  shelf_init (&shelf);
  g_assert_true (g_file_set_contents (shelf.path, "before", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &former), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  file = sl_file_writer_new (shelf.path, NULL);
  g_assert_true (sl_file_writer_write (file, block, strlen (block), NULL));
  g_assert_false (sl_file_writer_write (file, block, strlen (block), &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_IO);
  g_assert_false (sl_file_writer_write (file, "x", 1, NULL));
  g_assert_false (sl_file_writer_commit (file, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  sl_file_writer_free (file);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &former), ==, 0);
  assert_content (shelf.path, "before");
  shelf_clear (&shelf, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-writer/new", test_new);
  g_test_add_func ("/file-writer/replace", test_replace);
  g_test_add_func ("/file-writer/owner", test_owner);
  g_test_add_func ("/file-writer/not-committed", test_not_committed);
  g_test_add_func ("/file-writer/large", test_large);
  g_test_add_func ("/file-writer/long-name", test_long_name);
  g_test_add_func ("/file-writer/refused", test_refused);
  g_test_add_func ("/file-writer/protected", test_protected);
  g_test_add_func ("/file-writer/link-meanwhile", test_link_meanwhile);
  g_test_add_func ("/file-writer/full", test_full);
  return g_test_run ();
}
