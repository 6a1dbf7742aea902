/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sl-catalogue.h"

#include "exchange/sl-programme-xml-read.h"
#include "model/sl-programme.h"
#include "resources/sl-resources.h"

#include <string.h>

#define GATES "catalogue/gates.xml"

gboolean
sl_catalogue_read (SlTx *tx, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = sl_resources_bytes (name, error);
  g_autoptr (GInputStream) stream = bytes != NULL ? g_memory_input_stream_new_from_bytes (bytes) : NULL;

  return stream != NULL && sl_programme_xml_read (tx, stream, name, NULL, NULL, error);
}

static gboolean
copy_record (const SlRecord *record, gpointer tx)
{
  sl_tx_put (tx, record);
  return TRUE;
}

/* Everything in the document but its frame. */
static gboolean
copy_document (SlTx *tx, const char *name, int *version, GError **error)
{
  g_autoptr (SlProgramme) empty = sl_programme_new ();
  g_autoptr (SlTx) read = sl_tx_new (sl_programme_data (empty), SL_VERB_CREATE);

  if (!sl_catalogue_read (read, name, error))
    return FALSE;
  *version = sl_data_programme (sl_tx_data (read))->catalogue_version;
  for (int k = 0; k < SL_N_KINDS; k++)
    if (k != SL_KIND_PROGRAMME)
      sl_data_each (sl_tx_data (read), k, copy_record, tx);
  return TRUE;
}

gboolean
sl_catalogue_put (SlTx *tx, GError **error)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_tx_data (tx));
  int version;

  g_return_val_if_fail (programme != NULL, FALSE);
  return copy_document (tx, "catalogue/health.xml", &version, error)
         && copy_document (tx, "catalogue/checklists.xml", &version, error)
         && sl_tx_set (tx, programme->record.uid, SL_PROGRAMME_CATALOGUE_VERSION, &SL_VALUE_INT (version), error);
}

/* --- Gates -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlTx *tx;
  const SlData *catalogue;
  GPtrArray *gates;   /* new ones without criteria; borrowed */
  const SlGate *like; /* of the catalogue */
  SlUid gate;         /* being given its criteria */
  GError **error;
} Gates;

static gboolean
see_criterion (const SlRecord *record, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

static gboolean
collect_gate (const SlRecord *record, gpointer data)
{
  Gates *self = data;
  gboolean has_criteria = FALSE;

  if (sl_data_lookup (sl_tx_base (self->tx), record->uid) != NULL)
    return TRUE;
  sl_data_children (sl_tx_data (self->tx), SL_KIND_GATE_CRITERION, SL_GATE_CRITERION_GATE, record->uid, see_criterion,
                    &has_criteria);
  if (!has_criteria)
    g_ptr_array_add (self->gates, sl_record_ref (record));
  return TRUE;
}

static gboolean
find_like (const SlRecord *record, gpointer data)
{
  Gates *self = data;
  const SlGate *gate = SL_AS (GATE, sl_data_lookup (sl_tx_data (self->tx), self->gate));

  if (SL_AS (GATE, record)->number == gate->number)
    self->like = SL_AS (GATE, record);
  return self->like == NULL;
}

/* "G3-04" of the catalogue is "G3.2-04" at the gate G3.2. */
static gboolean
copy_criterion (const SlRecord *record, gpointer data)
{
  Gates *self = data;
  const SlRecord *gate = sl_data_lookup (sl_tx_data (self->tx), self->gate);
  g_autofree char *code = g_strconcat (sl_record_code (gate), strchr (sl_record_code (record), '-'), NULL);
  g_autoptr (SlRecord) copy = NULL;
  SlRecordEdit edit;

  sl_record_edit_from (&edit, record);
  edit.uid = sl_uid_new ();
  sl_record_edit_set (&edit, SL_GATE_CRITERION_CODE, &SL_VALUE_TEXT (code));
  sl_record_edit_set (&edit, SL_GATE_CRITERION_GATE, &SL_VALUE_REF (self->gate));
  copy = sl_record_edit_done (&edit);
  sl_tx_put (self->tx, copy);
  return TRUE;
}

static gboolean
set_phase (Gates *self, guint field, int given, int phase)
{
  return given != 0 || sl_tx_set (self->tx, self->gate, field, &SL_VALUE_ENUM (phase), self->error);
}

static gboolean
equip (Gates *self, const SlGate *gate)
{
  self->gate = gate->record.uid;
  self->like = NULL;
  if (sl_record_code (&gate->record) == NULL)
    return TRUE; /* it is not whole yet: structure will say what is wanting */
  sl_data_each (self->catalogue, SL_KIND_GATE, find_like, self);
  if (self->like == NULL)
    return TRUE;
  sl_data_children (self->catalogue, SL_KIND_GATE_CRITERION, SL_GATE_CRITERION_GATE, self->like->record.uid, copy_criterion, self);
  /* The first big contract is let behind G2 unless somebody says otherwise (domain.md 3.2). */
  if (self->like->significant_commitment
      && !sl_tx_set (self->tx, self->gate, SL_GATE_SIGNIFICANT_COMMITMENT, &SL_VALUE_BOOL (TRUE), self->error))
    return FALSE;
  return set_phase (self, SL_GATE_FROM_PHASE, gate->from_phase, self->like->from_phase)
         && set_phase (self, SL_GATE_TO_PHASE, gate->to_phase, self->like->to_phase);
}

gboolean
sl_catalogue_put_criteria (SlTx *tx, GError **error)
{
  g_autoptr (GPtrArray) gates = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_record_unref);
  g_autoptr (SlProgramme) empty = sl_programme_new ();
  g_autoptr (SlTx) read = sl_tx_new (sl_programme_data (empty), SL_VERB_CREATE);
  Gates self = { .tx = tx, .catalogue = sl_tx_data (read), .gates = gates, .error = error };

  sl_data_each (sl_tx_data (tx), SL_KIND_GATE, collect_gate, &self);
  if (gates->len == 0)
    return TRUE;
  if (!sl_catalogue_read (read, GATES, error))
    return FALSE;
  for (guint i = 0; i < gates->len; i++)
    if (!equip (&self, SL_AS (GATE, (const SlRecord *) gates->pdata[i])))
      return FALSE;
  return TRUE;
}
