/* sl-settings-draft.h: what is to become different in settings and appetite, before it is so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draft is no record and changes nothing. What it holds is named alike on the command line and on the page:
 *
 *   review_red               a field of SETTINGS by its storage name (the grid too: grid_1 is the row of probability 1)
 *   cost.3.label             a field (label, upper, mid) of the band of that scale and level
 *   appetite.people          the programme's appetite for the category; the value is a level, "not_set" or empty to take
 *                            back what was stated
 *   appetite.people.ORG-002  that organisation's
 *   approved_by              who approved the statements of appetite; the acting person otherwise
 */
#pragma once

#include "insight/sl-settings-moves.h"

G_BEGIN_DECLS

#define SL_SETTINGS_APPROVED_BY "approved_by"

typedef struct _SlSettingsDraft SlSettingsDraft;

SlSettingsDraft *sl_settings_draft_new   (void);
/* The same values, and what they were drafted over. Free with sl_settings_draft_free(). */
SlSettingsDraft *sl_settings_draft_dup   (const SlSettingsDraft *self);
void             sl_settings_draft_free  (SlSettingsDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSettingsDraft, sl_settings_draft_free)

/* What is in force under @name, as stored; "" when nothing is. @day: when appetite counts. SL_ERROR_USAGE for a name that
 * means nothing. Free with g_free(). */
char    *sl_settings_dup_present  (const SlData *data, const char *name, SlDate day, GError **error);
/* What @name is called: "Review interval, Red", "Cost 3, Meaning", "Appetite, People, Council". NULL for a name that means
 * nothing. Free with g_free(). */
char    *sl_settings_dup_label    (const SlData *data, const char *name, gboolean translated);
/* What becomes different, for people: "Review interval, Red: 14 → 10", "Probability 3, impact 4: Amber → Red", "Appetite,
 * People: Open → Not set". @before, @after: as stored. NULL for a name that means nothing. Free with g_free(). */
char    *sl_settings_dup_change   (const SlData *data, const char *name, const char *before, const char *after,
                                   gboolean translated);
/* Takes @text (as people write it) for @name; what equals the present leaves the draft. SL_ERROR_USAGE for an unknown
 * name, SL_ERROR_VALUE for a value that does not fit; then the draft is as before. */
gboolean sl_settings_draft_set    (SlSettingsDraft *self, const SlData *data, const char *name, const char *text,
                                   SlDate day, GError **error);
/* The drafted text of @name, or NULL. Borrowed. */
const char *sl_settings_draft_get (const SlSettingsDraft *self, const char *name);
/* All names drafted, sorted. Returns: (transfer full): of const char *, borrowed from the draft. */
GPtrArray *sl_settings_draft_names (const SlSettingsDraft *self);
/* Everything as @version has it: "go back to version n" is a new version with its values. */
gboolean sl_settings_draft_copy   (SlSettingsDraft *self, const SlData *data, const SlSettings *version, SlDate day,
                                   GError **error);
void     sl_settings_draft_clear  (SlSettingsDraft *self);
/* How many values it would change; approved_by is none. */
guint    sl_settings_draft_count  (const SlSettingsDraft *self);

/* Follows what others changed in @data since: a drafted value that is so now leaves the draft, and so does one whose
 * organisation is gone; of a row of the grid only cells drafted here stay, the others are taken as they are now. */
void     sl_settings_draft_follow (SlSettingsDraft *self, const SlData *data, SlDate day);
/* What others made of @name since it was drafted, as stored; NULL while they left it alone. Drafting it again takes note
 * of it. Free with g_free(). */
char    *sl_settings_draft_dup_theirs (const SlSettingsDraft *self, const SlData *data, const char *name, SlDate day);

/* The fields of SETTINGS that a version may differ in: everything but version, day, person and reason. */
gboolean sl_settings_is_value (guint field);
/* What differs from the version before it, one line for people ("Review interval, Red: 14 → 10 · ..."); NULL for the
 * first. Free with g_free(). */
char    *sl_settings_dup_difference (const SlData *data, const SlSettings *settings, gboolean translated);

G_END_DECLS
