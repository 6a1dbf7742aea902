/* Cards that are given up: dropped with a reason, kept in the file, and taken up again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/sl-text.h"
#include "ui/widgets/sl-ask.h"
#include "ui/widgets/sl-map-canvas-private.h"

#include <glib/gi18n-lib.h>

#define LABEL_MAX 60 /* characters of a title in the menu */

/* The chosen cards that are not dropped when it is tried. */
static GError *
try_drop (SlAsk *ask, const char *reason, gboolean commit, gpointer data)
{
  SlMapCanvas *self = data;
  g_autoptr (GArray) uids = sl_map_canvas_chosen (self);
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  GError *error = NULL;

  if (!sl_tx_set_card_status (tx, (const SlUid *) (gpointer) uids->data, uids->len, SL_NODE_STATUS_DROPPED, &error))
    g_clear_pointer (&tx, sl_tx_free);
  return sl_ask_try_tx (ask, tx, reason, commit, error);
}

static void
on_done (SlMapCanvas *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->dropping));
  sl_map_canvas_tell (self, _ ("Dropped: it counts for nothing, and can be taken up again from the menu of the map"));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Later: it is still closing. */
static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkWidget *popover, SlMapCanvas *self)
{
  if (self->dropping != popover)
    return;
  self->dropping = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

static char *
dup_question (SlMapCanvas *self, const GArray *uids)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), g_array_index (uids, SlUid, 0));

  if (uids->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Drop %u card", "Drop %u cards", uids->len), uids->len);
  /* TRANSLATORS: {1} is the code of a card of the map that is given up. */
  return sl_text_compose (_ ("Drop {1}"), (const char *[]){ sl_record_code (record), NULL });
}

void
sl_map_canvas_drop (SlMapCanvas *self)
{
  g_autoptr (GArray) uids = sl_map_canvas_chosen (self);
  g_autofree char *question = NULL;
  GdkRectangle area;
  GtkWidget *ask;

  if (uids->len == 0 || !sl_map_canvas_may_change (self))
    return;
  question = dup_question (self, uids);
  if (self->dropping != NULL)
    gtk_widget_unparent (self->dropping);
  ask = sl_ask_new (self->workspace);
  self->dropping = gtk_popover_new ();
  gtk_widget_add_css_class (self->dropping, "padded");
  gtk_popover_set_child (GTK_POPOVER (self->dropping), ask);
  gtk_widget_set_parent (self->dropping, GTK_WIDGET (self));
  sl_map_canvas_find_area (self, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->dropping), &area);
  g_signal_connect (self->dropping, "closed", G_CALLBACK (on_closed), self);
  sl_ask_set_try (SL_ASK (ask), try_drop, self);
  g_signal_connect_object (ask, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ask, "cancelled", G_CALLBACK (gtk_popover_popdown), self->dropping, G_CONNECT_SWAPPED);
  sl_ask_begin (SL_ASK (ask), question, _ ("Drop It"));
  sl_ask_check (SL_ASK (ask));
  gtk_popover_popup (GTK_POPOVER (self->dropping));
  sl_ask_present (SL_ASK (ask));
}

/* --- Taking up again ---------------------------------------------------------------------------------------------- */

static gboolean
take_dropped (const SlRecord *record, gpointer data)
{
  GMenu *menu = data;
  g_autofree char *label = NULL, *title = NULL;
  const char *whole = sl_record_title (record);
  g_autoptr (GMenuItem) item = NULL;

  if (SL_AS (MAP_NODE, record)->status != SL_NODE_STATUS_DROPPED)
    return TRUE;
  title = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), LABEL_MAX));
  label = g_strdup_printf ("%s  %s", sl_record_code (record), title);
  item = g_menu_item_new (NULL, NULL);
  g_menu_item_set_attribute (item, "label", "s", label);
  g_menu_item_set_action_and_target (item, "map.take-up", "x", (gint64) record->uid);
  g_menu_append_item (menu, item);
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) < 20;
}

GMenuModel *
sl_map_canvas_dropped_menu (SlMapCanvas *self)
{
  GMenu *menu = g_menu_new ();

  sl_data_each (sl_workspace_data (self->workspace), SL_KIND_MAP_NODE, take_dropped, menu);
  return G_MENU_MODEL (menu);
}

void
sl_map_canvas_take_up (SlMapCanvas *self, SlUid card)
{
  SlTx *tx;
  g_autoptr (GError) error = NULL;

  if (!sl_map_canvas_may_change (self))
    return;
  tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  if (!sl_tx_set_card_status (tx, &card, 1, SL_NODE_STATUS_PLANNED, &error))
    {
      sl_map_canvas_tell (self, error->message);
      sl_tx_free (tx);
    }
  else if (sl_map_canvas_commit (self, tx))
    sl_map_canvas_select (self, card, TRUE);
}
