/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-page-info.h"

#include "base/sl-text.h"
#include "insight/sl-exposure.h"
#include "ui/models/sl-person-columns.h"
#include "ui/models/sl-person-filters.h"
#include "ui/models/sl-risk-columns.h"
#include "ui/models/sl-risk-filters.h"
#include "ui/pages/sl-heat-view.h"
#include "ui/pages/sl-history-page.h"
#include "ui/pages/sl-map-page.h"
#include "ui/pages/sl-overview-page.h"
#include "ui/pages/sl-person-acts.h"
#include "ui/pages/sl-register-page.h"
#include "ui/pages/sl-risk-row-acts.h"
#include "ui/pages/sl-settings-page.h"

#include <glib/gi18n-lib.h>

static guint
overview_attention (const SlTallyCounts *counts)
{
  return counts->attention;
}

static char *
overview_attention_text (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing needs attention", "%u things need attention", n), n);
}

static guint
risks_attention (const SlTallyCounts *counts)
{
  return counts->overdue;
}

static char *
risks_attention_text (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review overdue", "%u reviews overdue", n), n);
}

/* "exposure £235k of £180k contingency, cover 1.31"; NULL when nothing is exposed. */
static char *
dup_exposure (SlWorkspace *workspace, const SlTallyCounts *counts)
{
  const SlData *data = sl_workspace_data (workspace);
  const SlProgrammeInfo *programme = sl_data_programme (data);
  SlExposure exposure = { .total = counts->exposure };
  g_autofree char *sum = NULL, *of = NULL, *cover = NULL;

  if (programme == NULL || counts->exposure <= 0)
    return NULL;
  sl_exposure_cover (&exposure, data);
  sum = sl_money_dup_short (exposure.total, programme->currency);
  if (exposure.uncovered)
    /* TRANSLATORS: {1} is an amount. */
    return sl_text_compose (_ ("exposure {1}, no contingency"), (const char *[]){ sum, NULL });
  of = sl_money_dup_short (exposure.contingency, programme->currency);
  cover = sl_exposure_dup_ratio (&exposure, TRUE);
  /* TRANSLATORS: {1} and {2} are amounts, {3} how many times the second the first is. */
  return sl_text_compose (_ ("exposure {1} of {2} contingency, cover {3}"), (const char *[]){ sum, of, cover, NULL });
}

static char *
risks_status (SlWorkspace *workspace, const SlTallyCounts *counts, guint n_total)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *exposure = dup_exposure (workspace, counts);

  g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", counts->open), counts->open));
  g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u red", "%u red", counts->red), counts->red));
  g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", counts->overdue),
                                           counts->overdue));
  if (exposure != NULL)
    g_ptr_array_add (parts, exposure);
  if (n_total > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n_total), n_total));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static guint
people_attention (const SlTallyCounts *counts)
{
  return counts->gaps;
}

static char *
people_attention_text (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u owner gap", "%u owner gaps", n), n);
}

static char *
people_status (SlWorkspace *workspace, const SlTallyCounts *counts, guint n_total)
{
  g_autofree char *active = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u active", "%u active", counts->active), counts->active);
  g_autofree char *leaving = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u leaves soon", "%u leave soon", counts->leaving),
                                              counts->leaving);
  g_autofree char *gaps = people_attention_text (counts->gaps);
  g_autofree char *total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n_total), n_total);

  return g_strjoin (" · ", active, leaving, gaps, n_total > 0 ? total : NULL, NULL);
}

static void
on_heat_risk (SlRegisterPage *page, SlUid uid)
{
  sl_register_page_point_at (page, uid);
}

static GtkWidget *
create_heat_map (SlRegisterPage *page, SlWorkspace *workspace, SlTally *tally, SlPreferences *preferences)
{
  GtkWidget *heat = sl_heat_view_new (workspace, sl_register_page_model (page), tally, preferences);

  g_signal_connect_object (heat, "risk-activated", G_CALLBACK (on_heat_risk), page, G_CONNECT_SWAPPED);
  return heat;
}

/* The register, with the heat map as its second view. */
static GtkWidget *
create_risks (SlWorkspace *workspace, const SlPageInfo *info, SlTally *tally, SlPreferences *preferences)
{
  GtkWidget *page = sl_register_page_new (workspace, info, tally, preferences);

  sl_register_page_add_view (SL_REGISTER_PAGE (page), "heat-map", N_ ("Heat Map"), create_heat_map);
  return page;
}

static const SlPageInfo pages[] = {
  {
      .name = "overview",
      .title = N_ ("Overview"),
      .icon = "view-list-symbolic",
      .create = sl_overview_page_new,
      .kind = -1,
      .add = N_ ("Add Risk"),
      .attention = overview_attention,
      .attention_text = overview_attention_text,
  },
  {
      .name = "map",
      .title = N_ ("Map"),
      .icon = "emblem-shared-symbolic",
      .create = sl_map_page_new,
      .kind = SL_KIND_MAP_NODE,
      .add = N_ ("Add Card"),
      .draft = N_ ("New card"),
      .empty_title = N_ ("No Map Yet"),
      .empty_text = N_ ("The map shows how money becomes something people notice: what we pay for, what it lets us do, what "
                        "changes, what improves, and why it matters. Begin with the purpose and ask what it rests on."),
      .placeholder = N_ ("Choose a card to see what it rests on and what it leads to"),
  },
  {
      .name = "risks",
      .title = N_ ("Risks"),
      .icon = "dialog-warning-symbolic",
      .create = create_risks,
      .kind = SL_KIND_RISK,
      .columns = sl_risk_columns,
      .filters = sl_risk_filters,
      .add = N_ ("Add Risk"),
      .draft = N_ ("New risk"),
      .empty_title = N_ ("No Risks Yet"),
      .empty_text = N_ ("A risk says what could happen, why, and what it would do, and has one named owner. It starts as a draft, "
                        "and a draft owes nothing yet."),
      .placeholder = N_ ("Choose a risk to see where it stands and why"),
      .acts = sl_risk_row_acts,
      .attention = risks_attention,
      .attention_text = risks_attention_text,
      .status = risks_status,
  },
  {
      .name = "people",
      .title = N_ ("People"),
      .icon = "system-users-symbolic",
      .create = sl_register_page_new,
      .kind = SL_KIND_PERSON,
      .columns = sl_person_columns,
      .filters = sl_person_filters,
      .add = N_ ("Add Person"),
      .draft = N_ ("New person"),
      .empty_title = N_ ("No One Yet"),
      .empty_text = N_ ("Everything in a programme is owned by one named person, never by a team; when somebody leaves, what they "
                        "own is handed over or shows as a gap. Begin with yourself."),
      .placeholder = N_ ("Choose a person to see what they answer for"),
      .acts = sl_person_acts,
      .attention = people_attention,
      .attention_text = people_attention_text,
      .status = people_status,
  },
  {
      .name = "history",
      .title = N_ ("History"),
      .icon = "document-open-recent-symbolic",
      .create = sl_history_page_new,
      .kind = -1,
  },
  {
      .name = "settings",
      .title = N_ ("Settings"),
      .icon = "preferences-system-symbolic",
      .create = sl_settings_page_new,
      .kind = -1,
  },
};

const SlPageInfo *
sl_page_infos (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const SlPageInfo *
sl_page_info (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

const SlPageInfo *
sl_page_info_of_kind (int kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].kind == kind && kind >= 0)
      return &pages[i];
  return NULL;
}

const SlRecord *
sl_page_find_record (const SlData *data, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (data, uid);

  while (record != NULL && sl_page_info_of_kind (record->kind) == NULL)
    record = sl_data_lookup (data, sl_record_parent (record));
  return record;
}
