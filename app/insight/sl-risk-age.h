/* sl-risk-age.h: how long risks have been there, stood still, and how they are spread over people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a view: what domain.md part 6 asks a register to say of itself (no. 3, 4 and 6; 1.2 entry 54).
 */
#pragma once

#include "insight/sl-risk-status.h"

G_BEGIN_DECLS

/* The day a risk came up: of its first assessment by the as-of day, of whatever type, else the day it was entered (UTC).
 * SL_DATE_NONE when both lie ahead of the as-of day. */
SlDate   sl_risk_new_on        (const SlView *view, const SlRisk *risk);
/* The day since which the current score has stood as it is; SL_DATE_NONE when nothing is scored. */
SlDate   sl_risk_unmoved_since (const SlView *view, const SlRisk *risk);
/* Part 6 no. 3: an open threat that has stood at amber for two reporting periods, unmoved, neither accepted nor escalated,
 * with no action in all that time. @since (nullable): the day since which it has stood so. */
gboolean sl_risk_is_parked     (const SlView *view, const SlRisk *risk, const SlRiskStatus *status, SlDate *since);
/* Accepted until a day that has not passed. */
gboolean sl_risk_is_accepted   (const SlView *view, const SlRisk *risk);

/* The register as a whole. */
typedef struct
{
  guint n_open_threats;
  SlDate newest;   /* the day the last risk came up; SL_DATE_NONE: none ever did */
  gboolean active; /* a project is under way, so risks are to be expected */
} SlRegisterAge;

void     sl_register_age       (const SlView *view, SlRegisterAge *age);
/* Open threats that @person owns. */
guint    sl_person_n_threats   (const SlView *view, SlUid person);
/* Part 6 no. 6: above 30 % of the open threats. Fewer than three are never too many: in a short register every share is
 * large. */
gboolean sl_share_is_too_large (guint n, guint total);

G_END_DECLS
