/* sl-text.h: what counts as text, and how it is folded for search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes text fit to store and export: valid UTF-8, no NUL, no code point that XML 1.0 forbids (control characters but
 * tab and newline, surrogates, U+FFFE, U+FFFF), CR LF and CR turned to LF, white space at both ends removed, NFC.
 * Where @single_line, newlines and tabs become spaces. Returns NULL for an empty result. Free with g_free(). */
char    *sl_text_clean    (const char *text, gboolean single_line);

/* Whether @text (of @length bytes) could have come from sl_text_clean(): used on everything read from a file. */
gboolean sl_text_is_clean (const char *text, gsize length);

/* Case and accents folded away, for searching and matching. Never NULL; "" for NULL. */
char    *sl_text_fold     (const char *text);

/* Number of characters (code points). */
guint    sl_text_length   (const char *text);

/* Replaces {1} ... {9} in @format by the given strings (a NULL-terminated list, may be NULL; missing ones as ""). Translators may
 * reorder the places. Free with g_free(). */
char    *sl_text_compose  (const char *format, const char *const *args);

/* A random UUID, version 4, lower case. */
char    *sl_text_uuid     (void);

/* Text safe for one line on a terminal: control characters as \xNN, those that turn the direction of writing as \uNNNN. */
char    *sl_text_for_terminal (const char *text);

G_END_DECLS
