/* Programme XML of strangers: refused with a place, or read so that it goes out and comes back the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For libFuzzer the mutations know tags and attributes (xml-mutate.c); test-fuzz-programme-xml.c uses the same.
 */
#include "fuzz-entry.h"

#include "base/sl-error.h"
#include "exchange/sl-compare.h"
#include "exchange/sl-programme-xml-read.h"
#include "exchange/sl-programme-xml.h"
#include "xml-mutate.h"

#include <string.h>

static SlTx *
read_document (SlProgramme *nothing, const void *bytes, gsize n)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) n, NULL);
  g_autoptr (SlTx) tx = sl_tx_new (sl_programme_data (nothing), SL_VERB_LOAD);
  g_autoptr (GPtrArray) problems = sl_xml_problems_new ();
  g_autoptr (GError) error = NULL;

  if (sl_programme_xml_read (tx, stream, "document", NULL, problems, &error))
    return g_steal_pointer (&tx);
  g_assert_true (error != NULL && error->domain == SL_ERROR && error->code != SL_ERROR_INTERNAL);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpuint (problems->len, <=, SL_XML_PROBLEMS_MAX + 2);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((SlXmlProblem *) problems->pdata[i])->line, >=, 0);
  return NULL;
}

static GBytes *
write_document (const SlTx *tx)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_programme_xml_to_bytes (sl_tx_data (tx), &error);

  g_assert_no_error (error);
  return bytes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (SlProgramme) nothing = sl_programme_new ();
  g_autoptr (SlTx) one = read_document (nothing, data, size);
  g_autoptr (SlTx) two = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (one == NULL)
    return 0;
  out = write_document (one);
  two = read_document (nothing, g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  g_assert_nonnull (two);
  again = write_document (two);
  g_assert_true (g_bytes_equal (out, again));
  differences = sl_compare (sl_tx_data (one), sl_tx_data (two), SL_COMPARE_BY_CODE);
  g_assert_cmpuint (differences->len, ==, 0);
  return 0;
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autoptr (GString) document = g_string_new_len ((const char *) data, (gssize) size);

  if (size < 2)
    g_string_assign (document, xml_small_programme);
  xml_mutate (document, chance);
  if (document->len > max_size)
    return size;
  memcpy (data, document->str, document->len);
  return document->len;
}
