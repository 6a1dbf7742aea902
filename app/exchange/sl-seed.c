/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-seed.h"

#include "base/sl-text.h"
#include "exchange/sl-catalogue.h"

#define SETTINGS "catalogue/settings.xml"
#define SAMPLE "samples/marlhaven.xml"
/* The sample's window opens for its programme manager. */
#define SAMPLE_ACTOR "P-02"

gboolean
sl_seed_sample (SlWorkspace *workspace, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  const SlRecord *actor;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace), FALSE);
  tx = sl_workspace_begin (workspace, SL_VERB_CREATE);
  if (!sl_catalogue_read (tx, SAMPLE, error)
      || !sl_workspace_commit (workspace, g_steal_pointer (&tx), "Worked sample", error))
    return FALSE;
  actor = sl_data_by_code (sl_workspace_data (workspace), SAMPLE_ACTOR);
  return actor == NULL || sl_workspace_set_actor (workspace, actor->uid, error);
}

/* --- A new programme ---------------------------------------------------------------------------------------------- */

typedef struct
{
  SlTx *tx;
  SlDate today;
  GError **error;
} New;

/* Nothing is set where nothing was said. */
static gboolean
put_text (New *self, SlUid uid, guint field, const char *text)
{
  return text == NULL || sl_tx_set_text (self->tx, uid, field, text, self->today, self->error);
}

static gboolean
put (New *self, SlUid uid, guint field, SlValue value)
{
  return sl_tx_set (self->tx, uid, field, &value, self->error);
}

static gboolean
put_programme (New *self, const SlSeedNew *what)
{
  SlUid uid = sl_data_programme (sl_tx_data (self->tx))->record.uid;
  g_autofree char *identity = sl_text_uuid ();
  int year, month, day;

  sl_date_to_ymd (self->today, &year, &month, &day);
  return put_text (self, uid, SL_PROGRAMME_IDENTITY, identity) && put_text (self, uid, SL_PROGRAMME_NAME, what->name)
         && put_text (self, uid, SL_PROGRAMME_CITY, what->city)
         && put_text (self, uid, SL_PROGRAMME_CURRENCY, what->currency)
         && put (self, uid, SL_PROGRAMME_PRICE_BASE_YEAR,
                 SL_VALUE_INT (what->price_base_year != 0 ? what->price_base_year : year))
         && (what->fiscal_year_start == 0
             || put (self, uid, SL_PROGRAMME_FISCAL_YEAR_START, SL_VALUE_INT (what->fiscal_year_start)));
}

static gboolean
put_person (New *self, const SlSeedNew *what, SlUid *person)
{
  SlUid organisation = SL_UID_NONE;

  *person = SL_UID_NONE;
  if (what->organisation != NULL)
    {
      organisation = sl_tx_create (self->tx, SL_KIND_ORGANISATION);
      if (!put_text (self, organisation, SL_ORGANISATION_NAME, what->organisation))
        return FALSE;
    }
  if (what->person == NULL)
    return TRUE;
  *person = sl_tx_create (self->tx, SL_KIND_PERSON);
  return put_text (self, *person, SL_PERSON_DISPLAY_NAME, what->person)
         && put_text (self, *person, SL_PERSON_ROLE_TITLE, what->role)
         && put (self, *person, SL_PERSON_ACTIVE_FROM, SL_VALUE_DATE (self->today))
         && (organisation == SL_UID_NONE || put (self, *person, SL_PERSON_ORGANISATION, SL_VALUE_REF (organisation)));
}

static gboolean
put_settings (New *self, SlUid person)
{
  SlUid uid = sl_data_settings (sl_tx_data (self->tx))->record.uid;

  return put (self, uid, SL_SETTINGS_CHANGED_ON, SL_VALUE_DATE (self->today))
         && (person == SL_UID_NONE || put (self, uid, SL_SETTINGS_CHANGED_BY, SL_VALUE_REF (person)));
}

gboolean
sl_seed_new (SlWorkspace *workspace, const SlSeedNew *what, GError **error)
{
  g_autoptr (SlTx) tx = NULL;
  New new = { NULL, SL_DATE_NONE, error };
  SlUid person;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace) && what != NULL && what->name != NULL, FALSE);
  tx = sl_workspace_begin (workspace, SL_VERB_CREATE);
  new.tx = tx;
  new.today = sl_workspace_as_of (workspace);
  if (!sl_catalogue_read (tx, SETTINGS, error) || !sl_catalogue_put (tx, error) || !put_programme (&new, what) || !put_person (&new, what, &person)
      || !put_settings (&new, person))
    return FALSE;
  if (what->project != NULL && !put_text (&new, sl_tx_create (tx, SL_KIND_PROJECT), SL_PROJECT_NAME, what->project))
    return FALSE;
  if (!sl_workspace_commit (workspace, g_steal_pointer (&tx), "New programme", error))
    return FALSE;
  return person == SL_UID_NONE || sl_workspace_set_actor (workspace, person, error);
}
