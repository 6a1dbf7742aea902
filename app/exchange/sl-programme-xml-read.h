/* sl-programme-xml-read.h: programme XML in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape (urn:sightline:programme:1) follows from the field tables alone: design.md decision 12. What is read comes
 * from strangers: see sl-xml-input-private.h for what is never let in and for the caps.
 */
#pragma once

#include <gio/gio.h>

#include "model/sl-tx.h"

G_BEGIN_DECLS

/* As many are told, and why the document was not read to its end, if it was not; how many there are besides is said in the
 * last line of the error. */
#define SL_XML_PROBLEMS_MAX 100

/* One thing for which a document is refused. */
typedef struct
{
  int line;     /* where the element begins, or the document breaks off; 0: nowhere in particular */
  char *path;   /* "/programme/risk[3]/risk-assessment[2]/@date", records counted among those of their kind; NULL as for line */
  char *reason; /* one sentence, translated */
} SlXmlProblem;

/* A GPtrArray of SlXmlProblem that frees them. */
GPtrArray *sl_xml_problems_new   (void);

/* Reads the whole document into @tx: one record for each element, with fresh uids in the order of the document, references,
 * forward ones too, found by code (of settings by version). A field is absent unless it is given. Everything that
 * sl_tx_each_fault() says of the result is a problem as well.
 *
 * @name: the document to people, in front of each line of the error. @problems: takes them too, in order of lines, or NULL.
 *
 * FALSE when there is any problem, and all of them are told; then @tx holds whatever could be read and is only good for
 * sl_tx_free(). The code is SL_ERROR_VALUE, unless the document could not be read to its end: then it is
 * SL_ERROR_DAMAGED (not well-formed, hostile), SL_ERROR_NOT_OURS (another root or namespace), SL_ERROR_LIMIT,
 * SL_ERROR_IO or SL_ERROR_CANCELLED. */
gboolean   sl_programme_xml_read (SlTx *tx, GInputStream *stream, const char *name, GCancellable *cancellable,
                                  GPtrArray *problems, GError **error);

G_END_DECLS
