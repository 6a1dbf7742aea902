/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-card-links.h"

#include "base/sl-text.h"
#include "insight/sl-map-words.h"
#include "rules/sl-map-links.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"
#include "ui/widgets/sl-form.h"
#include "ui/widgets/sl-record-button.h"
#include "workspace/sl-map-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters, of lines that wrap. */
#define WIDTH 24

/* One way along the map: back to what the card rests on, or onwards to what it leads to. */
typedef struct
{
  GtkWidget *title, *list, *entry, *message;
} Way;

struct _SlCardLinks
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid card;
  Way ways[2];                           /* by onwards */
  GtkWidget *edit, *edit_title, *form;   /* the link that is being edited */
  GtkWidget *others_title, *others;
  GString *said; /* what the lists being filled say */
  char *shown;   /* what they say: they are not made anew while they say the same */
};

G_DEFINE_FINAL_TYPE (SlCardLinks, sl_card_links, SL_TYPE_SECTION)

static void
sl_card_links_finalize (GObject *object)
{
  g_free (SL_CARD_LINKS (object)->shown);
  G_OBJECT_CLASS (sl_card_links_parent_class)->finalize (object);
}

static void
sl_card_links_class_init (SlCardLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_card_links_finalize;
}

static void
tell (Way *way, const char *text)
{
  gtk_label_set_text (GTK_LABEL (way->message), text != NULL ? text : "");
  gtk_widget_set_visible (way->message, text != NULL);
}

/* --- A link being edited ------------------------------------------------------------------------------------------ */

static const SlMapEdge *
find_link (SlCardLinks *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);

  return record != NULL && record->kind == SL_KIND_MAP_EDGE ? SL_AS (MAP_EDGE, record) : NULL;
}

static const char *
code_of (SlCardLinks *self, SlUid uid)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  const char *code = record != NULL ? sl_record_code (record) : NULL;

  return code != NULL ? code : "";
}

static const SlFormGroup groups[] = {
  { NULL, (const int[]){ SL_MAP_EDGE_WEIGHT, SL_MAP_EDGE_EVIDENCE, SL_MAP_EDGE_RATIONALE, -1 } },
  { NULL, NULL },
};

static void
show_edit (SlCardLinks *self, SlUid link)
{
  const SlMapEdge *edge = find_link (self, link);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->edit, edge != NULL);
  if (edge == NULL)
    {
      if (self->form != NULL)
        sl_form_set_uid (SL_FORM (self->form), SL_UID_NONE);
      return;
    }
  if (self->form == NULL)
    {
      self->form = sl_form_new_grouped (self->workspace, SL_KIND_MAP_EDGE, groups);
      gtk_box_append (GTK_BOX (self->edit), self->form);
    }
  /* TRANSLATORS: heading over a link of the map; {1} and {2} are codes of cards. */
  title = sl_text_compose (_ ("Link from {1} to {2}"),
                           (const char *[]){ code_of (self, edge->from), code_of (self, edge->to), NULL });
  gtk_label_set_text (GTK_LABEL (self->edit_title), title);
  sl_form_set_uid (SL_FORM (self->form), link);
}

static void
on_edit (GtkButton *button, SlCardLinks *self)
{
  show_edit (self, *(SlUid *) g_object_get_data (G_OBJECT (button), "link"));
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

static void
on_remove (GtkButton *button, SlCardLinks *self)
{
  SlUid link = *(SlUid *) g_object_get_data (G_OBJECT (button), "link");
  const SlMapEdge *edge = find_link (self, link);
  Way *way = &self->ways[edge != NULL && edge->from == self->card];
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  /* The button goes with its line: the focus stays near. */
  gtk_widget_grab_focus (way->entry);
  if (sl_tx_delete_from_map (tx, &link, 1, &error))
    sl_workspace_commit (self->workspace, tx, NULL, &error);
  else
    sl_tx_free (tx);
  tell (way, error != NULL ? error->message : NULL);
}

/* --- Drawing a link ----------------------------------------------------------------------------------------------- */

static gboolean
is_onwards (SlCardLinks *self, const Way *way)
{
  return way == &self->ways[1];
}

typedef struct
{
  SlCardLinks *self;
  const char *wanted; /* folded */
  GArray *ends;       /* NULL: all that fit, else only those that may be linked */
  GPtrArray *texts;   /* takes copies */
  SlUid only;         /* of what fits by its whole text, or alone */
} Match;

static gboolean
match_card (const SlRecord *record, gpointer data)
{
  Match *match = data;
  const SlLinkEnd *end = match->ends != NULL ? sl_link_end (match->ends, record->uid) : NULL;
  g_autofree char *title = NULL, *folded = NULL;

  if (match->ends != NULL && (end == NULL || end->bar != SL_LINK_BAR_NONE))
    return TRUE;
  title = sl_record_dup_title (sl_workspace_data (match->self->workspace), record);
  folded = sl_text_fold (title);
  if (strstr (folded, match->wanted) == NULL)
    return TRUE;
  match->only = match->texts->len == 0 || g_str_equal (folded, match->wanted) ? record->uid : match->only;
  g_ptr_array_add (match->texts, g_steal_pointer (&title));
  return match->texts->len < SL_COMPLETION_MAX;
}

/* Only what a link may join is offered. */
static void
fill (const char *typed, GPtrArray *texts, gpointer data, gboolean onwards)
{
  SlCardLinks *self = data;
  const SlData *sight = sl_workspace_data (self->workspace);
  g_autofree char *wanted = sl_text_fold (typed);
  g_autoptr (GArray) ends = sl_link_ends (sight, self->card, onwards);
  Match match = { self, wanted, ends, texts, SL_UID_NONE };

  sl_data_each (sight, SL_KIND_MAP_NODE, match_card, &match);
}

static void
fill_back (const char *typed, GPtrArray *texts, gpointer data)
{
  fill (typed, texts, data, FALSE);
}

static void
fill_onwards (const char *typed, GPtrArray *texts, gpointer data)
{
  fill (typed, texts, data, TRUE);
}

/* By its code, alone or before its name; else by a part of its name that only it has. */
static SlUid
find_card (SlCardLinks *self, const char *text)
{
  const SlData *data = sl_workspace_data (self->workspace);
  g_auto (GStrv) words = g_strsplit_set (text, " \t", 2);
  g_autofree char *code = words[0] != NULL ? g_ascii_strup (words[0], -1) : g_strdup ("");
  const SlRecord *record = sl_data_by_code (data, code);
  g_autofree char *wanted = sl_text_fold (text);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Match match = { self, wanted, NULL, texts, SL_UID_NONE };

  if (record != NULL && record->kind == SL_KIND_MAP_NODE)
    return record->uid;
  sl_data_each (data, SL_KIND_MAP_NODE, match_card, &match);
  return texts->len == 1 ? match.only : SL_UID_NONE;
}

gboolean
sl_card_links_add (SlCardLinks *self, gboolean onwards, const char *text)
{
  Way *way = &self->ways[onwards != FALSE];
  g_autofree char *clean = sl_text_clean (text, TRUE);
  g_autoptr (GError) error = NULL;
  SlUid other, link;
  SlTx *tx;

  g_return_val_if_fail (SL_IS_CARD_LINKS (self), FALSE);
  tell (way, NULL);
  if (clean == NULL)
    return TRUE;
  other = find_card (self, clean);
  if (other == SL_UID_NONE)
    {
      tell (way, _ ("No card has that code or is the only one of that name"));
      return FALSE;
    }
  tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  link = sl_tx_link_cards (tx, onwards ? self->card : other, onwards ? other : self->card, &error);
  if (link == SL_UID_NONE)
    sl_tx_free (tx);
  else if (sl_workspace_commit (self->workspace, tx, NULL, &error))
    {
      /* Why, and how sure: asked while it is fresh. */
      show_edit (self, link);
      return TRUE;
    }
  tell (way, error->message);
  return FALSE;
}

static void
on_entry (GtkEntry *entry, SlCardLinks *self)
{
  Way *way = GTK_WIDGET (entry) == self->ways[1].entry ? &self->ways[1] : &self->ways[0];

  if (sl_card_links_add (self, is_onwards (self, way), gtk_editable_get_text (GTK_EDITABLE (entry))))
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_record_line (SlCardLinks *self, const SlRecord *record, const char *relation)
{
  SlView view = sl_workspace_view (self->workspace);
  g_autofree char *title = sl_record_dup_title (view.data, record), *line = sl_record_dup_line (&view, record, relation);

  g_string_append_printf (self->said, "%s, %s\n", title, line);
  return sl_record_button_new (record->uid, title, line, WIDTH);
}

static GtkWidget *
new_link_button (const char *icon, const char *format, const char *code, SlUid link, GCallback clicked, SlCardLinks *self)
{
  g_autofree char *label = sl_text_compose (format, (const char *[]){ code, NULL });
  GtkWidget *button = sl_icon_button_new (icon, label, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "link", g_memdup2 (&link, sizeof link), g_free);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
add_link_line (SlCardLinks *self, Way *way, const SlMapEdge *edge)
{
  const SlData *data = sl_workspace_data (self->workspace);
  const SlRecord *other = sl_data_lookup (data, is_onwards (self, way) ? edge->to : edge->from);
  g_autofree char *title = NULL, *facts = NULL, *line = NULL;
  GtkWidget *row;

  if (other == NULL)
    return;
  title = sl_record_dup_title (data, other);
  facts = sl_map_dup_link (edge, TRUE);
  line = edge->rationale != NULL ? g_strdup_printf ("%s\n%s", facts, edge->rationale)
                                 : g_strdup_printf ("%s\n%s", facts, _ ("Why is not said yet"));
  g_string_append_printf (self->said, "%s, %s\n", title, line);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (row), sl_record_button_new (other->uid, title, line, WIDTH));
  /* TRANSLATORS: {1} is the code of a card: the link that leads there. */
  gtk_box_append (GTK_BOX (row), new_link_button ("document-edit-symbolic", _ ("Change the link with {1}"), sl_record_code (other),
                                                  edge->record.uid, G_CALLBACK (on_edit), self));
  gtk_box_append (GTK_BOX (row), new_link_button ("window-close-symbolic", _ ("Remove the link with {1}"), sl_record_code (other),
                                                  edge->record.uid, G_CALLBACK (on_remove), self));
  gtk_box_append (GTK_BOX (way->list), row);
}

static gboolean
add_back (const SlRecord *record, gpointer data)
{
  SlCardLinks *self = data;

  add_link_line (self, &self->ways[0], SL_AS (MAP_EDGE, record));
  return TRUE;
}

static gboolean
add_onwards (const SlRecord *record, gpointer data)
{
  SlCardLinks *self = data;

  add_link_line (self, &self->ways[1], SL_AS (MAP_EDGE, record));
  return TRUE;
}

static gboolean
add_struck (const SlRecord *link, gpointer data)
{
  SlCardLinks *self = data;
  gboolean risk = link->kind == SL_KIND_RISK_NODE;
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace),
                                           risk ? SL_AS (RISK_NODE, link)->risk : SL_AS (ISSUE_NODE, link)->issue);

  if (record != NULL)
    gtk_box_append (GTK_BOX (self->others), new_record_line (self, record, risk ? _ ("Risk") : _ ("Issue")));
  return TRUE;
}

static gboolean
add_other (const SlRecord *record, gpointer data)
{
  SlCardLinks *self = data;

  gtk_box_append (GTK_BOX (self->others), new_record_line (self, record, NULL));
  return TRUE;
}

/* The lists in the making take the place of the old ones only where they say something else: the focus stays. */
static void
replace_list (GtkWidget **list, GtkWidget *old, gboolean same)
{
  if (same)
    {
      g_object_unref (g_object_ref_sink (*list));
      *list = old;
      return;
    }
  gtk_widget_insert_after (*list, gtk_widget_get_parent (old), old);
  gtk_widget_unparent (old);
}

static void
fill_lists (SlCardLinks *self)
{
  const SlData *data = sl_workspace_data (self->workspace);

  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, self->card, add_back, self);
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, self->card, add_onwards, self);
  sl_data_children (data, SL_KIND_RISK_NODE, SL_RISK_NODE_NODE, self->card, add_struck, self);
  sl_data_children (data, SL_KIND_ISSUE_NODE, SL_ISSUE_NODE_NODE, self->card, add_struck, self);
  sl_data_children (data, SL_KIND_BENEFIT, SL_BENEFIT_NODE, self->card, add_other, self);
  sl_data_children (data, SL_KIND_MEASURE, SL_MEASURE_NODE, self->card, add_other, self);
}

static void
refresh (SlCardLinks *self)
{
  GtkWidget *old[] = { self->ways[0].list, self->ways[1].list, self->others };
  gboolean same;

  self->said = g_string_new (NULL);
  g_string_append_printf (self->said, "%" G_GINT64_FORMAT "\n", self->card);
  self->ways[0].list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->ways[1].list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fill_lists (self);
  same = g_strcmp0 (self->said->str, self->shown) == 0;
  replace_list (&self->ways[0].list, old[0], same);
  replace_list (&self->ways[1].list, old[1], same);
  replace_list (&self->others, old[2], same);
  g_free (self->shown);
  self->shown = g_string_free (self->said, FALSE);
  gtk_widget_set_visible (self->others_title, gtk_widget_get_first_child (self->others) != NULL);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_heading (SlCardLinks *self, const char *text)
{
  GtkWidget *label = sl_words_new (text, "heading", WIDTH);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
build_way (SlCardLinks *self, Way *way, const char *title, const char *hint, SlCompletionFill fill_ends)
{
  way->title = add_heading (self, title);
  way->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (way->list, GTK_WIDGET (self));
  way->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (way->entry), hint);
  sl_name_widget (way->entry, hint);
  sl_completion_attach (GTK_EDITABLE (way->entry), _ ("What may be linked"), fill_ends, self);
  g_signal_connect (way->entry, "activate", G_CALLBACK (on_entry), self);
  gtk_widget_set_parent (way->entry, GTK_WIDGET (self));
  way->message = sl_words_new (NULL, "form-message", WIDTH);
  gtk_widget_set_visible (way->message, FALSE);
  gtk_widget_set_parent (way->message, GTK_WIDGET (self));
}

static void
sl_card_links_init (SlCardLinks *self)
{
  build_way (self, &self->ways[0], _ ("Rests On"), _ ("Add what it rests on"), fill_back);
  build_way (self, &self->ways[1], _ ("Leads To"), _ ("Add what it leads to"), fill_onwards);
  self->edit = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->edit_title = sl_words_new (NULL, "heading", WIDTH);
  gtk_box_append (GTK_BOX (self->edit), self->edit_title);
  gtk_widget_set_visible (self->edit, FALSE);
  gtk_widget_set_parent (self->edit, GTK_WIDGET (self));
  self->others_title = add_heading (self, _ ("What Strikes and Counts It"));
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->others, GTK_WIDGET (self));
}

GtkWidget *
sl_card_links_new (SlWorkspace *workspace)
{
  SlCardLinks *self = sl_section_construct (SL_TYPE_CARD_LINKS, workspace, 6);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_card_links_show (SlCardLinks *self, SlUid card)
{
  g_return_if_fail (SL_IS_CARD_LINKS (self));
  if (card != self->card)
    {
      tell (&self->ways[0], NULL);
      tell (&self->ways[1], NULL);
    }
  self->card = card;
  refresh (self);
  /* A link stays in hand as long as it is one of this card. */
  if (self->form != NULL)
    {
      SlUid link = sl_form_get_uid (SL_FORM (self->form));
      const SlMapEdge *edge = find_link (self, link);

      show_edit (self, edge != NULL && (edge->from == card || edge->to == card) ? link : SL_UID_NONE);
    }
}

typedef struct
{
  SlUid card, other, link;
} Sought;

static gboolean
is_sought (const SlRecord *record, gpointer data)
{
  Sought *sought = data;
  const SlMapEdge *edge = SL_AS (MAP_EDGE, record);

  if ((edge->from == sought->card && edge->to == sought->other) || (edge->to == sought->card && edge->from == sought->other))
    sought->link = record->uid;
  return sought->link == SL_UID_NONE;
}

gboolean
sl_card_links_edit (SlCardLinks *self, SlUid other)
{
  const SlData *data = sl_workspace_data (self->workspace);
  Sought sought = { self->card, other, SL_UID_NONE };

  g_return_val_if_fail (SL_IS_CARD_LINKS (self), FALSE);
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_FROM, self->card, is_sought, &sought);
  sl_data_children (data, SL_KIND_MAP_EDGE, SL_MAP_EDGE_TO, self->card, is_sought, &sought);
  if (sought.link != SL_UID_NONE)
    show_edit (self, sought.link);
  return sought.link != SL_UID_NONE;
}
