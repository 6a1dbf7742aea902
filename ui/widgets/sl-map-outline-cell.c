/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-map-outline-cell-private.h"

#include "base/sl-text.h"
#include "charts/sl-glyph.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-glyph-image.h"

#include <glib/gi18n-lib.h>

#define STEP 22 /* px further in for what is beneath */

struct _SlMapOutlineCell
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  SlMapTree *tree;
  SlMapTreeRow *row;
  gulong changed;
  SlOutlineRoom room;
  SlOutlineTyped how; /* typing is to be ended so */
  guint typed_idle;
  GtkWidget *arrow, *code, *title, *entry, *again, *link, *type, *status, *owner, *glyph, *letter, *findings;
};

G_DEFINE_FINAL_TYPE (SlMapOutlineCell, sl_map_outline_cell, GTK_TYPE_WIDGET)

static guint cell_toggle, cell_typed;

static void
sl_map_outline_cell_dispose (GObject *object)
{
  SlMapOutlineCell *self = SL_MAP_OUTLINE_CELL (object);
  GtkWidget *child;

  sl_map_outline_cell_set_row (self, NULL);
  g_clear_handle_id (&self->typed_idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->tree);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_map_outline_cell_parent_class)->dispose (object);
}

static void
sl_map_outline_cell_class_init (SlMapOutlineCellClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_map_outline_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sloutline");
  cell_toggle = g_signal_new ("toggle", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  cell_typed = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
sl_map_outline_cell_init (SlMapOutlineCell *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

/* @width: in characters, the same in all rows, so that what is of one kind stands in one line; 0: what it needs. */
static GtkWidget *
add_label (SlMapOutlineCell *self, const char *css, int width)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);

  if (width > 0)
    g_object_set (label, "width-chars", width, "max-width-chars", width, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
on_arrow (SlMapOutlineCell *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, cell_toggle, 0);
}

static void
build (SlMapOutlineCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_arrow), self);
  gtk_widget_add_controller (self->arrow, GTK_EVENT_CONTROLLER (click));
  self->code = add_label (self, "outline-dim", 0);
  gtk_widget_add_css_class (self->code, "numeric");
  self->title = add_label (self, NULL, 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  self->again = add_label (self, "outline-again", 0);
  gtk_label_set_text (GTK_LABEL (self->again), _ ("again"));
  gtk_widget_set_tooltip_text (self->again, _ ("This card is shown further up as well"));
  self->link = add_label (self, "outline-dim", 21);
  self->type = add_label (self, "outline-dim", 17);
  self->status = add_label (self, "outline-dim", 10);
  self->owner = add_label (self, "outline-dim", 16);
  self->glyph = sl_glyph_image_new ();
  gtk_widget_set_parent (self->glyph, GTK_WIDGET (self));
  self->letter = add_label (self, NULL, 2);
  self->findings = add_label (self, "outline-dim", 10);
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

/* NULL: what is derived, or not there. */
static char *
dup_field (SlMapOutlineCell *self, SlUid uid, guint field)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *record = sl_data_lookup (data, uid);
  SlValue value;

  if (record == NULL)
    return NULL;
  sl_record_get (record, field, &value);
  return value.is_null ? NULL : sl_data_dup_display (data, &sl_kind_get (record->kind)->fields[field], &value);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
}

/* "Essential, evidence 3" */
static char *
dup_link (SlMapOutlineCell *self)
{
  SlUid uid = sl_map_tree_row_link (self->row);
  g_autofree char *weight = dup_field (self, uid, SL_MAP_EDGE_WEIGHT), *evidence = dup_field (self, uid, SL_MAP_EDGE_EVIDENCE);

  if (weight == NULL)
    return NULL;
  /* TRANSLATORS: of a link on the map: {1} Essential or Contributing, {2} a number from 0 to 4. */
  return sl_text_compose (_ ("{1}, evidence {2}"), (const char *[]){ weight, evidence != NULL ? evidence : "0", NULL });
}

static SlStatus
level (SlMapOutlineCell *self)
{
  const SlMapStatus *map = sl_workspace_map_status (self->workspace);
  const SlNodeStatus *status = map != NULL ? sl_map_status_node (map, sl_map_tree_row_uid (self->row)) : NULL;

  return status != NULL ? sl_status_from_rag (status->level, FALSE) : SL_STATUS_NOTHING;
}

static char *
dup_findings (SlMapOutlineCell *self)
{
  guint n = sl_map_tree_row_findings (self->row);

  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n), n) : NULL;
}

static void
append (GString *words, const char *separator, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", text);
}

/* All of it in one sentence, whatever there is room for. */
static void
name_card (SlMapOutlineCell *self, const char *code, const char *title, const char *type, const char *link, SlStatus status)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  GString *words = g_string_new (code);
  g_autofree char *findings = dup_findings (self), *colour = NULL;

  append (words, ", ", type);
  append (words, ": ", title);
  append (words, ". ", link);
  append (words, ". ", gtk_label_get_text (GTK_LABEL (self->status)));
  append (words, ". ", gtk_label_get_text (GTK_LABEL (self->owner)));
  if (*sl_glyph_word (status) != '\0')
    colour = sl_text_compose (_ ("Risk level {1}"), (const char *[]){ _ (sl_glyph_word (status)), NULL });
  append (words, ". ", colour);
  append (words, ". ", findings);
  if (sl_map_tree_row_is_again (self->row))
    append (words, ". ", _ ("Shown again"));
  if (sl_map_tree_row_can_open (self->row))
    append (words, ". ", sl_map_tree_row_is_open (self->row) ? _ ("Open") : _ ("Closed"));
  gtk_widget_set_tooltip_text (self->title, title);
  if (item != NULL)
    sl_name_widget (item, words->str);
  g_string_free (words, TRUE);
}

static void
show_card (SlMapOutlineCell *self)
{
  SlUid uid = sl_map_tree_row_uid (self->row);
  g_autofree char *code = dup_field (self, uid, SL_MAP_NODE_CODE), *title = dup_field (self, uid, SL_MAP_NODE_TITLE);
  g_autofree char *type = dup_field (self, uid, SL_MAP_NODE_TYPE), *status = dup_field (self, uid, SL_MAP_NODE_STATUS);
  g_autofree char *owner = dup_field (self, uid, SL_MAP_NODE_OWNER), *link = dup_link (self), *findings = dup_findings (self);
  SlStatus colour = level (self);

  set_text (self->code, code);
  set_text (self->title, title);
  set_text (self->type, type);
  set_text (self->status, status);
  set_text (self->owner, owner);
  gtk_widget_set_tooltip_text (self->owner, owner);
  set_text (self->link, link);
  set_text (self->findings, findings);
  set_text (self->letter, _ (sl_glyph_letter (colour)));
  sl_glyph_image_set_status (SL_GLYPH_IMAGE (self->glyph), colour);
  name_card (self, code, title, type, link, colour);
}

static void
show_heading (SlMapOutlineCell *self)
{
  gboolean from_purpose = sl_map_tree_way (self->tree) == SL_MAP_TREE_FROM_PURPOSE;
  /* TRANSLATORS: headings of the outline: cards that no link leads away from, or to. */
  const char *title = from_purpose ? _ ("Leads Nowhere") : _ ("Rests on Nothing");
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  set_text (self->title, title);
  if (item != NULL)
    sl_name_widget (item, title);
}

/* What there is room for, and what this kind of row has. */
static void
apply_room (SlMapOutlineCell *self)
{
  SlMapTreeForm form = self->row != NULL ? sl_map_tree_row_form (self->row) : SL_MAP_TREE_CARD;
  gboolean card = form == SL_MAP_TREE_CARD;

  gtk_widget_set_visible (self->title, self->entry == NULL);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_visible (self->code, card);
  gtk_widget_set_visible (self->again, card && self->row != NULL && sl_map_tree_row_is_again (self->row));
  gtk_widget_set_visible (self->link, card && self->room >= SL_OUTLINE_MIDDLE);
  gtk_widget_set_visible (self->type, card && self->room >= SL_OUTLINE_MIDDLE);
  gtk_widget_set_visible (self->status, card && self->room >= SL_OUTLINE_WIDE);
  gtk_widget_set_visible (self->owner, card && self->room >= SL_OUTLINE_WIDE);
  gtk_widget_set_visible (self->glyph, card);
  gtk_widget_set_visible (self->letter, card);
  gtk_widget_set_visible (self->findings, card);
}

static void
refresh (SlMapOutlineCell *self)
{
  SlMapTreeForm form = sl_map_tree_row_form (self->row);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_margin_start (self->arrow, (int) sl_map_tree_row_depth (self->row) * STEP);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                sl_map_tree_row_is_open (self->row) ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_opacity (self->arrow, sl_map_tree_row_can_open (self->row) ? 1 : 0);
  if (form == SL_MAP_TREE_HEADING)
    gtk_widget_add_css_class (self->title, "heading");
  else
    gtk_widget_remove_css_class (self->title, "heading");
  if (form == SL_MAP_TREE_HEADING)
    show_heading (self);
  else if (form == SL_MAP_TREE_CARD)
    show_card (self);
  apply_room (self);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    (int) sl_map_tree_row_depth (self->row) + 1, -1);
}

/* --- Typing ------------------------------------------------------------------------------------------------------- */

static gboolean
on_typed_idle (gpointer data)
{
  SlMapOutlineCell *self = data;

  self->typed_idle = 0;
  g_signal_emit (self, cell_typed, 0, (int) self->how);
  return G_SOURCE_REMOVE;
}

/* Not at once: what follows takes away the entry, whose event this is. */
static void
end_so (SlMapOutlineCell *self, SlOutlineTyped how)
{
  if (self->typed_idle != 0)
    return;
  self->how = how;
  self->typed_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_typed_idle, self, NULL);
}

/* Here, before the list takes Enter for the row. */
static gboolean
on_key (SlMapOutlineCell *self, guint key)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter && key != GDK_KEY_Escape)
    return FALSE;
  end_so (self, enter ? SL_OUTLINE_ENTER : SL_OUTLINE_ESCAPE);
  return TRUE;
}

/* Not when the whole window was left. */
static void
on_leave (SlMapOutlineCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->entry != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, self->entry)))
    end_so (self, SL_OUTLINE_LEAVE);
}

void
sl_map_outline_cell_edit (SlMapOutlineCell *self, const char *text)
{
  GtkEventController *keys, *focus;

  g_return_if_fail (SL_IS_MAP_OUTLINE_CELL (self));
  if (self->entry != NULL)
    gtk_widget_grab_focus (self->entry);
  if (self->row == NULL || self->entry != NULL)
    return;
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "outline-entry");
  sl_name_widget (self->entry, sl_map_tree_row_form (self->row) == SL_MAP_TREE_DRAFT ? _ ("Title of the new card") : _ ("Title"));
  if (sl_map_tree_row_form (self->row) == SL_MAP_TREE_DRAFT)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Title of the new card"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : gtk_label_get_text (GTK_LABEL (self->title)));
  gtk_widget_insert_after (self->entry, GTK_WIDGET (self), self->title);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  focus = gtk_event_controller_focus_new ();
  /* The entry may outlive the cell for as long as the focus takes to leave it. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  apply_room (self);
  gtk_widget_grab_focus (self->entry);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
sl_map_outline_cell_end (SlMapOutlineCell *self)
{
  GtkWidget *entry;

  g_return_if_fail (SL_IS_MAP_OUTLINE_CELL (self));
  entry = self->entry;
  self->entry = NULL;
  g_clear_handle_id (&self->typed_idle, g_source_remove);
  g_clear_pointer (&entry, gtk_widget_unparent);
  apply_room (self);
}

gboolean
sl_map_outline_cell_is_typing (SlMapOutlineCell *self)
{
  g_return_val_if_fail (SL_IS_MAP_OUTLINE_CELL (self), FALSE);
  return self->entry != NULL;
}

GtkEditable *
sl_map_outline_cell_entry (SlMapOutlineCell *self)
{
  g_return_val_if_fail (SL_IS_MAP_OUTLINE_CELL (self), NULL);
  return (GtkEditable *) self->entry;
}

/* --- Its row ------------------------------------------------------------------------------------------------------ */

SlMapTreeRow *
sl_map_outline_cell_row (SlMapOutlineCell *self)
{
  g_return_val_if_fail (SL_IS_MAP_OUTLINE_CELL (self), NULL);
  return self->row;
}

void
sl_map_outline_cell_set_row (SlMapOutlineCell *self, SlMapTreeRow *row)
{
  g_return_if_fail (SL_IS_MAP_OUTLINE_CELL (self));
  if (self->entry != NULL)
    sl_map_outline_cell_end (self);
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->changed = g_signal_connect_swapped (row, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

void
sl_map_outline_cell_set_room (SlMapOutlineCell *self, SlOutlineRoom room)
{
  g_return_if_fail (SL_IS_MAP_OUTLINE_CELL (self));
  if (room == self->room)
    return;
  self->room = room;
  apply_room (self);
}

void
sl_map_outline_cell_set_blue_orange (SlMapOutlineCell *self, gboolean blue_orange)
{
  g_return_if_fail (SL_IS_MAP_OUTLINE_CELL (self));
  sl_glyph_image_set_blue_orange (SL_GLYPH_IMAGE (self->glyph), blue_orange);
}

GtkWidget *
sl_map_outline_cell_new (SlWorkspace *workspace, SlMapTree *tree)
{
  SlMapOutlineCell *self = g_object_new (SL_TYPE_MAP_OUTLINE_CELL, NULL);

  self->workspace = g_object_ref (workspace);
  self->tree = g_object_ref (tree);
  self->room = SL_OUTLINE_WIDE;
  build (self);
  return GTK_WIDGET (self);
}
