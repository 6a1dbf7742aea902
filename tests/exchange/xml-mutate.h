/* xml-mutate.h: a small programme of many kinds, and changes to documents that know tags from attributes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Valid, of every type of value, with forward and backward references, nested three deep. */
extern const char xml_small_programme[];

/* Changes @document in one place: drops, doubles, moves or swaps an element, drops or doubles an attribute, or puts another
 * value into one; now and then any bytes anywhere. */
void xml_mutate (GString *document, GRand *chance);

/* Gives @take the document as it is, and then @rounds times with one to three such changes. @seed: of the chance. */
void xml_mutate_rounds (const char *document, guint32 seed, guint rounds, int (*take) (const guint8 *data, gsize size));

G_END_DECLS
