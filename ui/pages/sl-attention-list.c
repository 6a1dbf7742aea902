/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-attention-list.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "insight/sl-ownership.h"
#include "ui/pages/sl-map-trace-story.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-fix-popover.h"
#include "ui/widgets/sl-glyph-image.h"

#include <glib/gi18n-lib.h>

#define SHOWN 6     /* of a group, until the rest is asked for */
#define OPENED 200  /* and then; the register lists what lies beyond */

/* What a row stands for. */
typedef struct
{
  guint position; /* of its line */
  gboolean more;  /* not a line, but the rest of its group */
} Row;

struct _SlAttentionList
{
  GtkWidget parent_instance;
  SlWatch *watch;
  SlAttention *attention; /* what the rows show */
  GtkWidget *list, *popover;
  int only;               /* the SlConcern whose lines are shown; -1: all */
  SlUid about;            /* the card whose lines alone are shown */
  gboolean of_card;       /* only those of a card are shown: of @about */
  gboolean opened[SL_N_CONCERNS];
  char *said;             /* everything the rows say: made anew only when that changes */
};

G_DEFINE_FINAL_TYPE (SlAttentionList, sl_attention_list, GTK_TYPE_WIDGET)

static guint message_signal;

static void
sl_attention_list_dispose (GObject *object)
{
  SlAttentionList *self = SL_ATTENTION_LIST (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->attention, sl_attention_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (sl_attention_list_parent_class)->dispose (object);
}

/* --- Which rows --------------------------------------------------------------------------------------------------- */

static Row *
row_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "row");
}

static const SlAttentionLine *
line_of (SlAttentionList *self, const Row *row)
{
  return sl_attention_nth (self->attention, row->position);
}

/* In a pane beside what it is about, not a page of its own: no headings, and the button below the words. */
static gboolean
is_narrow (SlAttentionList *self)
{
  return self->only >= 0 || self->of_card;
}

/* A link's are those of the card it comes from. */
static gboolean
is_about (SlAttentionList *self, const SlFinding *finding)
{
  const SlRecord *record;

  if (!self->of_card || finding->uid == self->about)
    return TRUE;
  record = sl_data_lookup (sl_workspace_data (sl_watch_workspace (self->watch)), finding->uid);
  return record != NULL && record->kind == SL_KIND_MAP_EDGE && SL_AS (MAP_EDGE, record)->from == self->about;
}

static GtkListBoxRow *
nth_row (SlAttentionList *self, guint n)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n);
}

/* The row that has the focus, itself or by its button. */
static GtkListBoxRow *
focused_row (SlAttentionList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;
  return GTK_IS_LIST_BOX_ROW (focus) ? GTK_LIST_BOX_ROW (focus)
                                     : GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW));
}

/* --- Acting ------------------------------------------------------------------------------------------------------- */

static void
tell (SlAttentionList *self, const char *text, gboolean undoable)
{
  g_signal_emit (self, message_signal, 0, text, undoable);
}

static void
go_there (SlAttentionList *self, const SlAttentionLine *line)
{
  SlView view = sl_workspace_view (sl_watch_workspace (self->watch));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", sl_line_place (&view, line));
}

static void
on_popover_closed (GtkPopover *popover, SlAttentionList *self)
{
  if (self->popover != GTK_WIDGET (popover))
    return;
  self->popover = NULL;
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
on_done (SlAttentionList *self, const char *text)
{
  g_autofree char *said = g_strdup (text);

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  tell (self, said, TRUE);
}

static void
ask (SlAttentionList *self, GtkListBoxRow *row, const SlWay *ways, guint n_ways, const GError *tried)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");
  graphene_rect_t box;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &box))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = sl_fix_popover_new (sl_watch_workspace (self->watch), self->attention, row_of (row)->position, ways, n_ways,
                                      tried);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y,
                                                                             (int) box.size.width, (int) box.size.height });
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
  g_signal_connect_swapped (self->popover, "done", G_CALLBACK (on_done), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* What needs nothing to be told is done at once; where a reason is owed it is asked for in place. */
static void
fix (SlAttentionList *self, GtkListBoxRow *row)
{
  const SlAttentionLine *line = line_of (self, row_of (row));
  SlWorkspace *workspace = sl_watch_workspace (self->watch);
  SlView view = sl_workspace_view (workspace);
  SlWayAnswer nothing = { NULL, SL_DATE_NONE, SL_UID_NONE };
  SlWay ways[SL_WAYS_MAX];
  guint n = sl_line_ways (&view, line, ways);
  g_autofree char *obstacle = sl_workspace_dup_obstacle (workspace);
  g_autoptr (GError) error = NULL;

  if (line->fix == SL_FIX_ADD_RISK)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "risks");
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add", NULL);
    }
  else if (n == 0 && line->fix == SL_FIX_MAP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.trace", "(xi)", (gint64) line->finding->uid, SL_TRACE_WEAKEST);
  else if (n == 0)
    go_there (self, line);
  else if (obstacle != NULL)
    tell (self, obstacle, FALSE);
  else if (n > 1 || sl_way_needs (ways[0]) != 0)
    ask (self, row, ways, n, NULL);
  else if (sl_workspace_fix (workspace, line, ways[0], &nothing, NULL, &error))
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", line->finding->code, _ (sl_way_label (ways[0])));

      tell (self, text, TRUE);
    }
  else if (g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    ask (self, row, ways, n, error);
  else
    tell (self, error->message, FALSE);
}

static void
on_button (GtkButton *button, GtkListBoxRow *row)
{
  fix (SL_ATTENTION_LIST (gtk_widget_get_ancestor (GTK_WIDGET (button), SL_TYPE_ATTENTION_LIST)), row);
}

static gboolean
on_fix_key (GtkWidget *widget, GVariant *parameters, gpointer unused)
{
  SlAttentionList *self = SL_ATTENTION_LIST (widget);
  GtkListBoxRow *row = focused_row (self);

  if (row == NULL || row_of (row)->more)
    return FALSE;
  fix (self, row);
  return TRUE;
}

static void refresh (SlAttentionList *self);

static void
on_activated (SlAttentionList *self, GtkListBoxRow *row)
{
  const SlAttentionLine *line = line_of (self, row_of (row));

  if (!row_of (row)->more)
    {
      go_there (self, line);
      return;
    }
  self->opened[line->finding->concern] = TRUE;
  refresh (self);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

/* "Red · Residents do not notice · Community Sample": the level in words beside its shape. */
static char *
dup_about (SlAttentionList *self, const SlAttentionLine *line)
{
  const SlData *data = sl_workspace_data (sl_watch_workspace (self->watch));
  const SlRecord *record = sl_data_lookup (data, line->finding->uid);
  const char *title = record != NULL && record->kind != SL_KIND_PERSON && sl_record_kind (record)->title >= 0
                          ? sl_record_title (record)
                          : NULL;
  gboolean owned = line->risk != SL_UID_NONE || sl_kind_has_owner (line->finding->kind);

  const char *level = g_dgettext (GETTEXT_PACKAGE, sl_rag_label (line->rag, FALSE));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (line->rag != SL_RAG_NONE)
    g_strv_builder_add (parts, level);
  if (title != NULL && *title != '\0')
    g_strv_builder_add (parts, title);
  if (line->owner != SL_UID_NONE)
    g_strv_builder_add (parts, sl_data_name (data, line->owner));
  else if (owned)
    g_strv_builder_add (parts, _ ("Nobody is named"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

/* What the button says: the way, where there is one; else what it is about. An ellipsis where something is asked. */
static char *
dup_button (SlAttentionList *self, const SlAttentionLine *line)
{
  static const char *const labels[SL_N_FIXES] = {
    [SL_FIX_OPEN] = N_ ("Open"),
    [SL_FIX_WINDOW] = N_ ("Confirm…"),
    [SL_FIX_DECIDE] = N_ ("Answer…"),
    [SL_FIX_ACTION] = N_ ("Move or Finish…"),
    [SL_FIX_ACCEPTANCE] = N_ ("Renew or Reopen…"),
    [SL_FIX_ADD_RISK] = N_ ("Add Risk"),
    [SL_FIX_STUCK] = N_ ("Act or Escalate…"),
    [SL_FIX_DRAFT] = N_ ("Open or Delete…"),
  };
  SlView view = sl_workspace_view (sl_watch_workspace (self->watch));
  SlWay ways[SL_WAYS_MAX];
  guint n = sl_line_ways (&view, line, ways);

  if (n == 0)
    return g_strdup (line->fix == SL_FIX_ADD_RISK ? _ (labels[line->fix])
                     : line->fix == SL_FIX_MAP    ? _ ("See the Weakest Link")
                                                  : _ (labels[SL_FIX_OPEN]));
  if (n > 1 && labels[line->fix] != NULL)
    return g_strdup (_ (labels[line->fix]));
  return g_strconcat (_ (sl_way_label (ways[0])), sl_way_needs (ways[0]) != 0 ? "…" : NULL, NULL);
}

static GtkWidget *
new_line (SlAttentionList *self, guint position)
{
  const SlAttentionLine *line = sl_attention_nth (self->attention, position);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *glyph = sl_glyph_image_new ();
  GtkWidget *button = gtk_button_new ();
  g_autofree char *said = sl_finding_dup_text (line->finding, TRUE);
  g_autofree char *about = dup_about (self, line);
  g_autofree char *act = dup_button (self, line);
  g_autofree char *name = g_strdup_printf ("%s. %s", said, about);
  g_autofree char *button_name = g_strdup_printf ("%s: %s", line->finding->code, act);

  sl_glyph_image_set_status (SL_GLYPH_IMAGE (glyph),
                             line->rag != SL_RAG_NONE ? sl_status_from_rag (line->rag, FALSE) : SL_STATUS_UNKNOWN);
  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), sl_words_new (said, NULL, 0));
  if (!self->of_card)
    gtk_box_append (GTK_BOX (words), sl_words_new (about, "row-subtitle", 0));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_button_set_label (GTK_BUTTON (button), act);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (!is_narrow (self) && line->fix == SL_FIX_OPEN)
    gtk_widget_add_css_class (button, "flat");
  sl_name_widget (button, button_name);
  g_signal_connect (button, "clicked", G_CALLBACK (on_button), row);
  gtk_widget_set_visible (glyph, !self->of_card);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_halign (button, is_narrow (self) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (is_narrow (self) ? words : box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "button", button);
  sl_name_widget (row, name);
  return row;
}

static GtkWidget *
new_more (SlAttentionList *self, SlConcern concern, guint left)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (self->opened[concern]
                                               ? g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", left)
                                               : g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", left),
                                           left);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sl_words_new (text, "row-subtitle", 0));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !self->opened[concern]);
  sl_name_widget (row, text);
  return row;
}

static void
add_row (SlAttentionList *self, GtkWidget *row, guint position, gboolean more)
{
  Row *data = g_new (Row, 1);

  *data = (Row){ position, more };
  g_object_set_data_full (G_OBJECT (row), "row", data, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
on_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SlAttentionList *self = data;
  SlConcern concern = line_of (self, row_of (row))->finding->concern;
  g_autofree char *text = NULL;
  GtkWidget *heading;

  if (is_narrow (self) || (before != NULL && line_of (self, row_of (before))->finding->concern == concern))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = g_strdup_printf ("%s  %u", _ (sl_concern_label (concern)), sl_attention_count_of (self->attention, concern));
  heading = sl_words_new (text, "heading", 0);
  gtk_widget_add_css_class (heading, "attention-heading");
  gtk_list_box_row_set_header (row, heading);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

/* What a reader would notice of a change. */
static char *
dup_said (SlAttentionList *self, const SlAttention *attention)
{
  GString *s = g_string_new (NULL);

  for (guint i = 0; i < sl_attention_count (attention); i++)
    {
      const SlAttentionLine *line = sl_attention_nth (attention, i);
      g_autofree char *text = is_about (self, line->finding) ? sl_finding_dup_text (line->finding, TRUE) : NULL;
      g_autofree char *about = text != NULL && i < 1000 ? dup_about (self, line) : NULL;

      if (text != NULL)
        g_string_append_printf (s, "%d %s %s %" G_GINT64_FORMAT "\n", line->rag, text, about != NULL ? about : "", line->owner);
    }
  return g_string_free (s, FALSE);
}

static void
fill_about (SlAttentionList *self)
{
  for (guint i = 0; i < sl_attention_count (self->attention); i++)
    if (is_about (self, sl_attention_nth (self->attention, i)->finding))
      add_row (self, new_line (self, i), i, FALSE);
}

static void
fill (SlAttentionList *self)
{
  guint position = 0;

  if (self->of_card)
    {
      fill_about (self);
      return;
    }
  for (guint g = 0; g < SL_N_CONCERNS; g++)
    {
      SlConcern concern = sl_attention_group (g);
      guint n = sl_attention_count_of (self->attention, concern);
      guint shown = MIN (n, self->opened[concern] ? OPENED : SHOWN);

      if (self->only >= 0 && concern != (SlConcern) self->only)
        {
          position += n;
          continue;
        }
      /* One more line takes no more room than to say that there is one. */
      if (n == shown + 1)
        shown = n;
      for (guint i = 0; i < shown; i++)
        add_row (self, new_line (self, position + i), position + i, FALSE);
      if (shown < n)
        add_row (self, new_more (self, concern, n - shown), position + shown, TRUE);
      position += n;
    }
}

/* The line that had the focus, or the next one in its place. */
static void
focus_again (SlAttentionList *self, const SlAttentionLine *line, guint index)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (; line != NULL && (row = nth_row (self, n)) != NULL; n++)
    if (!row_of (row)->more && sl_attention_line_same (line_of (self, row_of (row)), line))
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
  for (row = nth_row (self, index); row == NULL && index > 0; index--)
    row = nth_row (self, index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
refresh (SlAttentionList *self)
{
  g_autoptr (SlAttention) old = g_steal_pointer (&self->attention);
  GtkListBoxRow *focused = focused_row (self);
  const SlAttentionLine *line = NULL;
  guint index = 0;
  GtkWidget *row;

  if (focused != NULL)
    {
      index = (guint) gtk_list_box_row_get_index (focused);
      line = row_of (focused)->more ? NULL : sl_attention_nth (old, row_of (focused)->position);
    }
  self->attention = sl_attention_ref (sl_watch_attention (self->watch));
  /* The popover is about the old ones. */
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  fill (self);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), on_header, self, NULL);
  if (focused != NULL)
    focus_again (self, line, index);
}

static void
on_watched (SlAttentionList *self)
{
  g_autofree char *said = NULL;

  if (sl_watch_attention (self->watch) == NULL)
    return;
  said = dup_said (self, sl_watch_attention (self->watch));
  if (g_strcmp0 (said, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  refresh (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static gboolean
sl_attention_list_grab_focus (GtkWidget *widget)
{
  SlAttentionList *self = SL_ATTENTION_LIST (widget);
  GtkListBoxRow *row = nth_row (self, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sl_attention_list_class_init (SlAttentionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_attention_list_dispose;
  widget_class->grab_focus = sl_attention_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_fix_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_fix_key, NULL);
  message_signal = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
sl_attention_list_init (SlAttentionList *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "attention-list");
  sl_name_widget (self->list, _ ("What needs attention"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static GtkWidget *
new_list (SlWatch *watch, int only, gboolean of_card)
{
  SlAttentionList *self = g_object_new (SL_TYPE_ATTENTION_LIST, NULL);

  self->only = only;
  self->of_card = of_card;
  if (only >= 0)
    self->opened[only] = TRUE;
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_watched), self, G_CONNECT_SWAPPED);
  on_watched (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sl_attention_list_new (SlWatch *watch)
{
  return new_list (watch, -1, FALSE);
}

GtkWidget *
sl_attention_list_new_of (SlWatch *watch, SlConcern concern)
{
  return new_list (watch, (int) concern, FALSE);
}

GtkWidget *
sl_attention_list_new_about (SlWatch *watch)
{
  return new_list (watch, -1, TRUE);
}

void
sl_attention_list_set_about (SlAttentionList *self, SlUid card)
{
  g_return_if_fail (SL_IS_ATTENTION_LIST (self) && self->of_card);
  /* Of the same card what is new comes with the watch; until then a question that is open stays. */
  if (card == self->about)
    return;
  self->about = card;
  g_clear_pointer (&self->said, g_free);
  on_watched (self);
}

void
sl_attention_list_fix (SlAttentionList *self, guint n)
{
  GtkListBoxRow *row;

  g_return_if_fail (SL_IS_ATTENTION_LIST (self));
  row = nth_row (self, n);
  if (row != NULL && !row_of (row)->more)
    fix (self, row);
}

guint
sl_attention_list_count (SlAttentionList *self)
{
  guint n = 0, lines = 0;

  for (GtkListBoxRow *row; (row = nth_row (self, n)) != NULL; n++)
    lines += !row_of (row)->more;
  return lines;
}
