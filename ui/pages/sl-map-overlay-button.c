/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-map-overlay-button.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PREFERENCE "map-overlay"

struct _SlMapOverlayButton
{
  GtkWidget parent_instance;
  SlMapCanvas *canvas;
  SlWorkspace *workspace;
  SlPreferences *preferences;
  GtkWidget *button;
  GtkWidget *label;
  GSimpleAction *mode;   /* the token of what is shown */
  gboolean recalled;     /* what was shown last time, if anything */
};

G_DEFINE_FINAL_TYPE (SlMapOverlayButton, sl_map_overlay_button, GTK_TYPE_WIDGET)

/* --- Remembering -------------------------------------------------------------------------------------------------- */

static const char *
programme_identity (SlMapOverlayButton *self)
{
  const SlProgrammeInfo *programme = sl_data_programme (sl_workspace_data (self->workspace));

  return programme != NULL ? programme->identity : NULL;
}

/* Once the programme is known. */
static void
recall (SlMapOverlayButton *self)
{
  const char *identity = programme_identity (self);
  g_autofree char *token = identity != NULL ? sl_preferences_dup_entry (self->preferences, PREFERENCE, identity) : NULL;
  SlOverlayMode mode;

  if (self->recalled || identity == NULL)
    return;
  self->recalled = TRUE;
  if (sl_overlay_from_token (token, &mode))
    sl_map_canvas_set_overlay (self->canvas, mode);
}

static void
remember (SlMapOverlayButton *self, const char *token)
{
  const char *identity = programme_identity (self);
  g_autofree char *kept = identity != NULL ? sl_preferences_dup_entry (self->preferences, PREFERENCE, identity) : NULL;
  gboolean usual = g_str_equal (token, sl_overlay_info (SL_OVERLAY_TYPE)->token);

  if (self->recalled && identity != NULL && g_strcmp0 (token, kept) != 0 && !(usual && kept == NULL))
    sl_preferences_set_entry (self->preferences, PREFERENCE, identity, token);
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

static void
on_changed (SlMapOverlayButton *self)
{
  const SlOverlayInfo *info;
  g_autofree char *name = NULL;

  recall (self);
  info = sl_overlay_info (sl_map_canvas_overlay_mode (self->canvas));
  /* TRANSLATORS: on a button beneath the map; {1} is what colour tells: "Type", "Risk level". */
  name = sl_text_compose (_ ("Show by: {1}"), (const char *[]){ _ (info->title), NULL });
  gtk_label_set_text (GTK_LABEL (self->label), name);
  gtk_widget_set_tooltip_text (self->button, _ (info->help));
  sl_name_widget (self->button, name);
  g_simple_action_set_state (self->mode, g_variant_new_string (info->token));
  remember (self, info->token);
}

static void
on_chosen (SlMapOverlayButton *self, GVariant *token)
{
  SlOverlayMode mode;

  if (sl_overlay_from_token (g_variant_get_string (token, NULL), &mode))
    sl_map_canvas_set_overlay (self->canvas, mode);
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < SL_N_OVERLAYS; i++)
    {
      const SlOverlayInfo *info = sl_overlay_info ((SlOverlayMode) i);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (info->title), NULL);
      /* The keys of the page. */
      g_autofree char *key = g_strdup_printf ("%d", i + 1);

      g_menu_item_set_action_and_target (item, "overlay.mode", "s", info->token);
      g_menu_item_set_attribute (item, "accel", "s", key);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_map_overlay_button_dispose (GObject *object)
{
  SlMapOverlayButton *self = SL_MAP_OVERLAY_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->mode);
  g_clear_object (&self->canvas);
  g_clear_object (&self->workspace);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sl_map_overlay_button_parent_class)->dispose (object);
}

static void
sl_map_overlay_button_class_init (SlMapOverlayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_map_overlay_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* The bar is crowded in a narrow window; the legend says there what is shown. */
static GtkWidget *
new_label (SlMapOverlayButton *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->label = gtk_label_new (NULL);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->label);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_image_new_from_icon_name ("preferences-color-symbolic"));
  return squeezer;
}

static void
sl_map_overlay_button_init (SlMapOverlayButton *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = new_menu ();

  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), new_label (self));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->mode = g_simple_action_new_stateful ("mode", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_swapped (self->mode, "activate", G_CALLBACK (on_chosen), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->mode));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "overlay", G_ACTION_GROUP (actions));
}

GtkWidget *
sl_map_overlay_button_new (SlMapCanvas *canvas, SlWorkspace *workspace, SlPreferences *preferences)
{
  SlMapOverlayButton *self = g_object_new (SL_TYPE_MAP_OVERLAY_BUTTON, NULL);

  self->canvas = g_object_ref (canvas);
  self->workspace = g_object_ref (workspace);
  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (canvas, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  return GTK_WIDGET (self);
}
