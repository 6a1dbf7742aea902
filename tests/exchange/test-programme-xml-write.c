/* Programme XML out: every kind and every field, what needs escaping, the order, the same bytes each time; and that a file
 * is put in place whole, valid or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/store-desk.h"

#include "base/sl-error.h"
#include "exchange/sl-programme-schema.h"
#include "exchange/sl-programme-xml.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>

static char *
dup_export (const SlData *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_programme_xml_to_bytes (data, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static xmlDoc *
parse (const char *text)
{
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* --- A programme by hand ------------------------------------------------------------------------------------------ */

#define IDENTITY "00000000-0000-4000-8000-000000000000"

/* A programme record and nothing else, with nothing in it that need not be. */
static SlProgramme *
small_programme (void)
{
  SlProgramme *programme = sl_programme_new ();
  SlRecordEdit edit;

  sl_record_edit_bare (&edit, sl_kind_get (SL_KIND_PROGRAMME), 1);
  sl_record_edit_set (&edit, SL_PROGRAMME_CODE, &SL_VALUE_TEXT ("PRG-001"));
  sl_record_edit_set (&edit, SL_PROGRAMME_IDENTITY, &SL_VALUE_TEXT (IDENTITY));
  sl_record_edit_set (&edit, SL_PROGRAMME_NAME, &SL_VALUE_TEXT ("N"));
  sl_record_edit_set (&edit, SL_PROGRAMME_CURRENCY, &SL_VALUE_TEXT ("GBP"));
  sl_record_edit_set (&edit, SL_PROGRAMME_FISCAL_YEAR_START, &SL_VALUE_INT (4));
  sl_record_edit_set (&edit, SL_PROGRAMME_REPORTING_PERIOD, &SL_VALUE_ENUM (1));
  sl_programme_load (programme, sl_record_edit_done (&edit));
  return programme;
}

static void
add_organisation (SlProgramme *programme, SlUid uid, const char *code, const char *name, const char *objective)
{
  SlRecordEdit edit;

  sl_record_edit_bare (&edit, sl_kind_get (SL_KIND_ORGANISATION), uid);
  sl_record_edit_set (&edit, SL_ORGANISATION_CODE, &SL_VALUE_TEXT (code));
  sl_record_edit_set (&edit, SL_ORGANISATION_NAME, &SL_VALUE_TEXT (name));
  if (objective != NULL)
    sl_record_edit_set (&edit, SL_ORGANISATION_OBJECTIVE, &SL_VALUE_TEXT (objective));
  sl_programme_load (programme, sl_record_edit_done (&edit));
}

static void
add_person (SlProgramme *programme, SlUid uid, const char *code, SlUid organisation)
{
  SlRecordEdit edit;

  sl_record_edit_bare (&edit, sl_kind_get (SL_KIND_PERSON), uid);
  sl_record_edit_set (&edit, SL_PERSON_CODE, &SL_VALUE_TEXT (code));
  sl_record_edit_set (&edit, SL_PERSON_DISPLAY_NAME, &SL_VALUE_TEXT ("Ada"));
  sl_record_edit_set (&edit, SL_PERSON_ORGANISATION, &SL_VALUE_REF (organisation));
  sl_record_edit_set (&edit, SL_PERSON_SENIOR, &SL_VALUE_BOOL (TRUE));
  sl_programme_load (programme, sl_record_edit_done (&edit));
}

#define START                                                                                                          \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                       \
  "<programme xmlns=\"urn:sightline:programme:1\" code=\"PRG-001\" identity=\"" IDENTITY "\" name=\"N\" "              \
  "currency=\"GBP\" fiscal-year-start=\"4\" reporting-period=\"month\""

/* Down to the last blank. */
static void
test_bytes (void)
{
  g_autoptr (SlProgramme) programme = small_programme ();
  g_autofree char *alone = dup_export (sl_programme_data (programme));
  g_autofree char *more = NULL;

  g_assert_cmpstr (alone, ==, START "/>\n");
  add_person (programme, 2, "P-01", 4);
  add_organisation (programme, 3, "ORG-02", "Later code, made first", "Two\n lines");
  add_organisation (programme, 4, "ORG-01", "Größe 漢字 🚲", NULL);
  more = dup_export (sl_programme_data (programme));
  g_assert_cmpstr (more, ==,
                   START ">\n"
                         "  <organisation code=\"ORG-02\" name=\"Later code, made first\">\n"
                         "    <objective>Two\n lines</objective>\n"
                         "  </organisation>\n"
                         "  <organisation code=\"ORG-01\" name=\"Größe 漢字 🚲\"/>\n"
                         "  <person code=\"P-01\" display-name=\"Ada\" organisation=\"ORG-01\" senior=\"true\"/>\n"
                         "</programme>\n");
}

/* Attributes are normalised by readers: what must survive there is written as a reference. */
static void
test_escaping (void)
{
  static const char awkward[] = "<b>&amp; \"quoted\" 'single' ]]> one\ntwo\tthree  four\xC2\xA0\xF0\x9F\x9A\xB2";
  g_autoptr (SlProgramme) programme = small_programme ();
  g_autofree char *text = NULL;
  xmlDoc *doc;
  xmlNode *node;
  xmlChar *name, *objective;

  add_organisation (programme, 2, "ORG-01", awkward, awkward);
  text = dup_export (sl_programme_data (programme));
  g_assert_nonnull (strstr (text, "one&#10;two&#9;three  four"));
  g_assert_nonnull (strstr (text, "one\ntwo\tthree  four"));
  g_assert_null (strstr (text, "]]>"));
  doc = parse (text);
  node = xmlFirstElementChild (xmlDocGetRootElement (doc));
  name = xmlGetNoNsProp (node, BAD_CAST "name");
  objective = xmlNodeGetContent (xmlFirstElementChild (node));
  g_assert_cmpstr ((const char *) name, ==, awkward);
  g_assert_cmpstr ((const char *) objective, ==, awkward);
  xmlFree (name);
  xmlFree (objective);
  xmlFreeDoc (doc);
}

static void
test_no_programme (void)
{
  g_autoptr (SlProgramme) programme = sl_programme_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_programme_xml_to_bytes (sl_programme_data (programme), &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_REFUSED);
}

/* --- Every kind, every field -------------------------------------------------------------------------------------- */

static char *
dup_xml_name (const char *storage)
{
  return g_strdelimit (g_strdup (storage), "_", '-');
}

/* NULL where nothing is written. */
static char *
dup_expected (const SlData *data, const SlRecord *record, guint f)
{
  const SlKind *kind = sl_record_kind (record);
  const SlField *field = &kind->fields[f];
  const SlRecord *target;
  SlValue value;

  sl_record_get (record, f, &value);
  if (value.is_null || (field->type == SL_TYPE_BOOL && !value.i) || (kind->code < 0 && (int) f == kind->parent))
    return NULL;
  target = field->type == SL_TYPE_REF ? sl_data_lookup (data, value.i) : NULL;
  if (target != NULL && sl_record_code (target) != NULL)
    return g_strdup (sl_record_code (target));
  if (target != NULL)
    return g_strdup_printf ("%d", SL_AS (SETTINGS, target)->version);
  return field->type == SL_TYPE_MONEY ? g_strdup_printf ("%" G_GINT64_FORMAT, value.i) : sl_data_dup_text (data, field, &value);
}

typedef struct
{
  const SlData *data;
  xmlNode *next; /* the element that comes next */
} Walk;

static gboolean check_record (const SlRecord *record, gpointer data);

static void
check_fields (const SlData *data, const SlRecord *record, gboolean prose, xmlAttr *attribute, xmlNode **element)
{
  const SlKind *kind = sl_record_kind (record);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      g_autofree char *name = dup_xml_name (kind->fields[f].name);
      g_autofree char *expected = dup_expected (data, record, f);
      xmlChar *text;

      if (!!(kind->fields[f].flags & SL_FIELD_PROSE) != prose || expected == NULL)
        continue;
      g_test_message ("%s/%s", kind->token, name);
      g_assert_cmpstr ((const char *) (prose ? (*element)->name : attribute->name), ==, name);
      text = prose ? xmlNodeGetContent (*element) : xmlNodeGetContent ((xmlNode *) attribute);
      g_assert_cmpstr ((const char *) text, ==, expected);
      xmlFree (text);
      if (prose)
        *element = xmlNextElementSibling (*element);
      else
        attribute = attribute->next;
    }
  g_assert_true (prose || attribute == NULL);
}

/* Those nested in @record, and in the root those that stand alone. */
static void
check_inside (Walk *walk, const SlRecord *record)
{
  for (int k = 0; k < SL_N_KINDS; k++)
    {
      const SlKind *kind = sl_kind_get (k);
      gboolean nested = kind->code < 0 && kind->parent >= 0;

      if (nested && kind->fields[kind->parent].ref == record->kind)
        sl_data_children (walk->data, k, (guint) kind->parent, record->uid, check_record, walk);
      else if (!nested && k != SL_KIND_PROGRAMME && record->kind == SL_KIND_PROGRAMME)
        sl_data_each (walk->data, k, check_record, walk);
    }
  g_assert_null (walk->next);
}

static gboolean
check_record (const SlRecord *record, gpointer data)
{
  Walk *walk = data;
  Walk inside = { walk->data, NULL };
  g_autofree char *name = dup_xml_name (sl_record_kind (record)->token);

  g_assert_nonnull (walk->next);
  g_assert_cmpstr ((const char *) walk->next->name, ==, name);
  g_assert_cmpstr ((const char *) walk->next->ns->href, ==, SL_PROGRAMME_NAMESPACE);
  inside.next = xmlFirstElementChild (walk->next);
  check_fields (walk->data, record, FALSE, walk->next->properties, NULL);
  check_fields (walk->data, record, TRUE, NULL, &inside.next);
  check_inside (&inside, record);
  walk->next = xmlNextElementSibling (walk->next);
  return TRUE;
}

/* Two records of every kind, every field filled, as far as it goes: nothing is missing, nothing is there besides. */
static void
test_everything (void)
{
  g_autoptr (Desk) desk = desk_new (sl_memory_store_new ());
  g_autofree char *text = NULL;
  Walk walk = { sl_programme_data (desk->rows), NULL };
  xmlDoc *doc;

  desk_fill (desk);
  text = dup_export (walk.data);
  doc = parse (text);
  walk.next = xmlDocGetRootElement (doc);
  check_record (&sl_data_programme (walk.data)->record, &walk);
  g_assert_null (walk.next);
  g_assert_true (g_str_has_suffix (text, "\n</programme>\n"));
  xmlFreeDoc (doc);
}

static gpointer
export_there (gpointer snapshot)
{
  char *text = dup_export (sl_snapshot_data (snapshot));

  sl_snapshot_unref (snapshot);
  return text;
}

/* Twice, loaded again, and from a snapshot on another thread while the programme goes on. */
static void
test_same_bytes (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "a.sightline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Desk) desk = desk_new (sl_place_create (path, &error));
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;
  g_autofree char *there = NULL;
  g_autofree char *loaded = NULL;
  GThread *thread;

  desk_fill (desk);
  once = dup_export (sl_programme_data (desk->rows));
  again = dup_export (sl_programme_data (desk->rows));
  g_assert_cmpstr (once, ==, again);
  thread = g_thread_new ("export", export_there, sl_snapshot_new (desk->rows));
  desk_add_risk (desk, "Meanwhile");
  there = g_thread_join (thread);
  g_assert_cmpstr (once, ==, there);
  g_free (again);
  again = dup_export (sl_programme_data (desk->rows));
  g_assert_cmpstr (once, !=, again);
  sl_store_close (desk->store);
  {
    g_autoptr (Desk) other = desk_new (sl_place_open (path, SL_OPEN_READ, &error));

    g_assert_no_error (error);
    loaded = dup_export (sl_programme_data (other->rows));
    g_assert_cmpstr (loaded, ==, again);
    sl_store_close (other->store);
  }
  remove_folder (g_steal_pointer (&folder));
}

/* --- Into a file -------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *path;
  SlProgramme *programme;
} Shelf;

static void
shelf_init (Shelf *self)
{
  self->folder = new_folder ();
  self->path = g_build_filename (self->folder, "100% of it?.xml", NULL);
  self->programme = small_programme ();
}

/* In the end there are so many files. */
static void
shelf_clear (Shelf *self, guint files)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, files);
  remove_folder (self->folder);
  g_free (self->path);
  g_object_unref (self->programme);
}

static GError *
save (Shelf *self, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = sl_programme_xml_save (sl_programme_data (self->programme), self->path, cancellable, NULL, NULL, &error);

  g_assert_true (good == (error == NULL));
  return error;
}

static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  Shelf shelf;

  shelf_init (&shelf);
  add_organisation (shelf.programme, 2, "ORG-01", "One", NULL);
  expected = dup_export (sl_programme_data (shelf.programme));
  for (guint i = 0; i < 2; i++)
    g_assert_null (save (&shelf, NULL));
  g_assert_true (g_file_get_contents (shelf.path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
  g_assert_true (sl_programme_schema_validate (shelf.path, TRUE, NULL, &error));
  shelf_clear (&shelf, 1);
}

/* What cannot be written well leaves what was there before, and nothing beside it. */
static void
check_refused (Shelf *self, SlError code)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) over = NULL;

  error = save (self, NULL);
  g_assert_error (error, SL_ERROR, (int) code);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
  over = save (self, NULL);
  g_assert_error (over, SL_ERROR, (int) code);
  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "before");
  shelf_clear (self, 1);
}

static void
test_unclean (void)
{
  static const char *const unclean[] = { "bell \a", "\xEF\xBF\xBE", "not UTF-8 \xFF", "cut \xC3", "\x7F", "line\r\n" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (unclean); i++)
    {
      const char *text = unclean[i / 2];
      Shelf shelf;

      shelf_init (&shelf);
      add_organisation (shelf.programme, 2, "ORG-01", i % 2 == 0 ? text : "One", i % 2 == 1 ? text : NULL);
      check_refused (&shelf, SL_ERROR_INTERNAL);
    }
}

static void
test_invalid (void)
{
  Shelf shelf;

  shelf_init (&shelf);
  add_organisation (shelf.programme, 2, "P-01", "A person's code", NULL);
  check_refused (&shelf, SL_ERROR_INTERNAL);
  shelf_init (&shelf);
  add_person (shelf.programme, 2, "P-01", 99);
  check_refused (&shelf, SL_ERROR_INTERNAL);
  shelf_init (&shelf);
  add_organisation (shelf.programme, 2, "ORG-01", "One", NULL);
  add_organisation (shelf.programme, 3, "ORG-01", "The same again", NULL);
  check_refused (&shelf, SL_ERROR_INTERNAL);
}

/* --- Long ones ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  GCancellable *cancellable; /* cancelled on the first call, or NULL */
  gint64 last, total;
} Progress;

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Progress *self = data;

  g_assert_cmpint (done, >, self->last);
  g_assert_cmpint (done, <=, total);
  self->last = done;
  self->total = total;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { NULL, 0, 0 }, cut = { cancellable, 0, 0 };
  Shelf shelf;

  shelf_init (&shelf);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *code = g_strdup_printf ("ORG-%02u", i + 1);

      add_organisation (shelf.programme, 2 + i, code, "One of many", NULL);
    }
  sl_programme_xml_save (sl_programme_data (shelf.programme), shelf.path, NULL, on_progress, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpint (progress.total, ==, 3001);
  g_assert_cmpint (progress.last, >, 2000);
  g_unlink (shelf.path);
  sl_programme_xml_save (sl_programme_data (shelf.programme), shelf.path, cancellable, on_progress, &cut, &error);
  g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
  /* It was asked once, and stopped there. */
  g_assert_cmpint (cut.last, <, progress.last);
  shelf_clear (&shelf, 0);
}

/* Also while it is read back. */
static void
test_cancelled_validation (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Shelf shelf;

  shelf_init (&shelf);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("ORG-%02u", i + 1);

      add_organisation (shelf.programme, 2 + i, code, "One of many", "With an aim");
    }
  g_assert_null (save (&shelf, NULL));
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sl_programme_schema_validate (shelf.path, i == 1, cancellable, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_CANCELLED);
    }
  shelf_clear (&shelf, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-xml-write/bytes", test_bytes);
  g_test_add_func ("/programme-xml-write/escaping", test_escaping);
  g_test_add_func ("/programme-xml-write/no-programme", test_no_programme);
  g_test_add_func ("/programme-xml-write/everything", test_everything);
  g_test_add_func ("/programme-xml-write/same-bytes", test_same_bytes);
  g_test_add_func ("/programme-xml-write/save", test_save);
  g_test_add_func ("/programme-xml-write/unclean", test_unclean);
  g_test_add_func ("/programme-xml-write/invalid", test_invalid);
  g_test_add_func ("/programme-xml-write/progress", test_progress);
  g_test_add_func ("/programme-xml-write/cancelled-validation", test_cancelled_validation);
  return g_test_run ();
}
