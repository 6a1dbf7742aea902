/* Prints what the grid and the form offer of a kind: for the test that adds a field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   show-fields KIND
 */
#include "exchange/sl-seed.h"
#include "store/sl-place.h"
#include "ui/models/sl-column.h"
#include "ui/widgets/sl-form.h"

#include <adwaita.h>

int
main (int argc, char **argv)
{
  const SlKind *kind = argc == 2 ? sl_kind_by_token (argv[1]) : NULL;
  g_autoptr (SlStore) store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) ws = sl_workspace_new (store);
  g_autoptr (GPtrArray) columns = NULL;
  GtkWidget *form;

  if (kind == NULL)
    return 2;
  adw_init ();
  if (!sl_workspace_open (ws, NULL, NULL) || !sl_seed_sample (ws, NULL))
    return 1;
  columns = sl_columns_for_kind (kind->id);
  for (guint i = 0; i < columns->len; i++)
    g_print ("column %s\n", ((const SlColumn *) columns->pdata[i])->id);
  form = g_object_ref_sink (sl_form_new (ws, kind->id));
  for (guint f = 0; f < kind->n_fields; f++)
    if (sl_form_row (SL_FORM (form), f) != NULL)
      g_print ("row %s\n", kind->fields[f].name);
  g_object_unref (form);
  return 0;
}
