/* fuzz-entry.h: the entry that libFuzzer calls.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

int  LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* fuzz-programme-xml: the mutator that libFuzzer calls. */
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

/* fuzz-text: lets go of the sample it reads against. */
void fuzz_text_end (void);
