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
/* Of each list at first, and as many more as a button for them would take. */
#define FIRST_FEW 8
#define SLACK 2

/* One way along the map: back to what the card rests on, or onwards to what it leads to. */
typedef struct
{
  GtkWidget *title, *list, *more, *entry, *message;
  guint limit; /* links in sight; the rest comes when asked for */
} Way;

struct _SlCardLinks
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid card;
  Way ways[2]; /* by onwards */
  GtkWidget *form; /* of the link that is being edited, below its line; NULL until one is */
};

G_DEFINE_FINAL_TYPE (SlCardLinks, sl_card_links, SL_TYPE_SECTION)

static void
sl_card_links_dispose (GObject *object)
{
  g_clear_object (&SL_CARD_LINKS (object)->form);
  G_OBJECT_CLASS (sl_card_links_parent_class)->dispose (object);
}

static void
sl_card_links_class_init (SlCardLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_card_links_dispose;
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

static const SlFormGroup groups[] = {
  { NULL, (const int[]){ SL_MAP_EDGE_WEIGHT, SL_MAP_EDGE_EVIDENCE, SL_MAP_EDGE_RATIONALE, -1 } },
  { NULL, NULL },
};

static SlUid
link_of (GtkWidget *row)
{
  return *(SlUid *) g_object_get_data (G_OBJECT (row), "link");
}

static void
set_link (GtkWidget *widget, SlUid link)
{
  g_object_set_data_full (G_OBJECT (widget), "link", g_memdup2 (&link, sizeof link), g_free);
}

static GtkWidget *
find_row (Way *way, SlUid link)
{
  for (GtkWidget *row = gtk_widget_get_first_child (way->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (link_of (row) == link)
      return row;
  return NULL;
}

static SlUid
edited (SlCardLinks *self)
{
  return self->form != NULL ? sl_form_get_uid (SL_FORM (self->form)) : SL_UID_NONE;
}

/* Below its line. */
static void
place_form (SlCardLinks *self)
{
  SlUid link = edited (self);
  GtkWidget *row = link != SL_UID_NONE ? find_row (&self->ways[0], link) : NULL, *parent;

  if (row == NULL && link != SL_UID_NONE)
    row = find_row (&self->ways[1], link);
  parent = self->form != NULL ? gtk_widget_get_parent (self->form) : NULL;
  if (parent == row)
    return;
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), self->form);
  if (row != NULL)
    gtk_box_append (GTK_BOX (row), self->form);
}

static void refresh (SlCardLinks *self);

static void
show_edit (SlCardLinks *self, SlUid link)
{
  const SlMapEdge *edge = find_link (self, link);

  if (self->form == NULL && edge == NULL)
    return;
  if (self->form == NULL)
    {
      self->form = g_object_ref_sink (sl_form_new_grouped (self->workspace, SL_KIND_MAP_EDGE, groups));
      gtk_widget_add_css_class (self->form, "link-form");
    }
  sl_form_set_uid (SL_FORM (self->form), edge != NULL ? link : SL_UID_NONE);
  /* It may lie among those not shown yet. */
  for (guint w = 0; w < 2 && edge != NULL; w++)
    if (find_row (&self->ways[0], link) == NULL && find_row (&self->ways[1], link) == NULL)
      {
        self->ways[edge->from == self->card].limit = G_MAXUINT;
        refresh (self);
      }
  place_form (self);
}

/* Once more puts it away. */
static void
on_edit (GtkButton *button, SlCardLinks *self)
{
  SlUid link = link_of (GTK_WIDGET (button));

  if (edited (self) == link)
    {
      show_edit (self, SL_UID_NONE);
      gtk_widget_grab_focus (GTK_WIDGET (button));
      return;
    }
  show_edit (self, link);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
  sl_scroll_to (gtk_widget_get_parent (self->form));
}

static void
on_remove (GtkButton *button, SlCardLinks *self)
{
  SlUid link = link_of (GTK_WIDGET (button));
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
new_link_button (const char *icon, const char *format, const char *code, SlUid link, GCallback clicked, SlCardLinks *self)
{
  g_autofree char *label = sl_text_compose (format, (const char *[]){ code, NULL });
  GtkWidget *button = sl_icon_button_new (icon, label, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_link (button, link);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

/* What a line says of the link; the text is kept at the row, so that it is made anew only when it says something else. */
static char *
dup_said (SlCardLinks *self, const SlMapEdge *edge)
{
  g_autofree char *facts = sl_map_dup_link (edge, TRUE);

  return g_strdup_printf ("%s\n%s", facts, edge->rationale != NULL ? edge->rationale : _ ("Why is not said yet"));
}

static GtkWidget *
new_line (SlCardLinks *self, const SlMapEdge *edge, const SlRecord *other, const char *said)
{
  g_autofree char *title = sl_record_dup_title (sl_workspace_data (self->workspace), other);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (line), sl_record_button_new (other->uid, title, said, WIDTH));
  /* TRANSLATORS: {1} is the code of a card: the link that leads there. */
  gtk_box_append (GTK_BOX (line), new_link_button ("document-edit-symbolic", _ ("Change the link with {1}"), sl_record_code (other),
                                                   edge->record.uid, G_CALLBACK (on_edit), self));
  gtk_box_append (GTK_BOX (line), new_link_button ("window-close-symbolic", _ ("Remove the link with {1}"), sl_record_code (other),
                                                   edge->record.uid, G_CALLBACK (on_remove), self));
  return line;
}

/* The row says what the link is now; the form in it stays, and with it the focus. */
static void
show_row (SlCardLinks *self, Way *way, GtkWidget *row, const SlMapEdge *edge)
{
  const SlRecord *other = sl_data_lookup (sl_workspace_data (self->workspace), is_onwards (self, way) ? edge->to : edge->from);
  g_autofree char *said = dup_said (self, edge), *all = NULL;
  GtkWidget *old = gtk_widget_get_first_child (row);

  all = g_strdup_printf ("%s %s", sl_record_title (other), said);
  if (g_strcmp0 (all, g_object_get_data (G_OBJECT (row), "said")) == 0)
    return;
  gtk_box_prepend (GTK_BOX (row), new_line (self, edge, other, said));
  if (old != NULL && old != self->form)
    gtk_box_remove (GTK_BOX (row), old);
  g_object_set_data_full (G_OBJECT (row), "said", g_steal_pointer (&all), g_free);
}

static gboolean
take_link (const SlRecord *record, gpointer data)
{
  g_ptr_array_add (data, (gpointer) record);
  return TRUE;
}

/* Whether the rows are those of the links. */
static gboolean
has_rows (Way *way, const GPtrArray *links, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (way->list);

  for (guint i = 0; i < n; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL || link_of (row) != ((const SlRecord *) links->pdata[i])->uid)
      return FALSE;
  return row == NULL;
}

static void
make_rows (SlCardLinks *self, Way *way, const GPtrArray *links, guint n)
{
  GtkWidget *row;

  if (self->form != NULL && gtk_widget_is_ancestor (self->form, way->list))
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->form)), self->form);
  while ((row = gtk_widget_get_first_child (way->list)) != NULL)
    gtk_box_remove (GTK_BOX (way->list), row);
  for (guint i = 0; i < n; i++)
    {
      row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      set_link (row, ((const SlRecord *) links->pdata[i])->uid);
      gtk_box_append (GTK_BOX (way->list), row);
    }
}

static gboolean
may_lead (SlCardLinks *self, gboolean onwards)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->card);

  return record != NULL
         && SL_AS (MAP_NODE, record)->type != (onwards ? SL_NODE_TYPE_STRATEGIC_PURPOSE : SL_NODE_TYPE_INVESTMENT);
}

static void
refresh_way (SlCardLinks *self, Way *way)
{
  const SlData *data = sl_workspace_data (self->workspace);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autofree char *label = NULL;
  GtkWidget *row;
  guint n;

  sl_data_children (data, SL_KIND_MAP_EDGE, is_onwards (self, way) ? SL_MAP_EDGE_FROM : SL_MAP_EDGE_TO, self->card, take_link, links);
  n = links->len <= way->limit || links->len - way->limit <= SLACK ? links->len : way->limit;
  if (!has_rows (way, links, n))
    make_rows (self, way, links, n);
  row = gtk_widget_get_first_child (way->list);
  for (guint i = 0; i < n; i++, row = gtk_widget_get_next_sibling (row))
    show_row (self, way, row, SL_AS (MAP_EDGE, links->pdata[i]));
  /* Nothing comes before money, and a purpose leads to nothing further. */
  gtk_widget_set_visible (way->title, links->len > 0 || may_lead (self, is_onwards (self, way)));
  gtk_widget_set_visible (way->entry, may_lead (self, is_onwards (self, way)));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", links->len - n), links->len - n);
  gtk_button_set_label (GTK_BUTTON (way->more), label);
  gtk_widget_set_visible (way->more, n < links->len);
}

static void
refresh (SlCardLinks *self)
{
  refresh_way (self, &self->ways[0]);
  refresh_way (self, &self->ways[1]);
  place_form (self);
}

static void
on_more (GtkButton *button, SlCardLinks *self)
{
  Way *way = &self->ways[GTK_WIDGET (button) == self->ways[1].more];

  way->limit = G_MAXUINT;
  /* The button goes: the focus stays near. */
  gtk_widget_grab_focus (way->entry);
  refresh (self);
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
  if (is_onwards (self, way))
    gtk_widget_add_css_class (way->title, "kind-heading");
  way->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (way->list, GTK_WIDGET (self));
  way->more = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (way->more, "flat");
  gtk_widget_add_css_class (way->more, "more-fields");
  gtk_widget_set_halign (way->more, GTK_ALIGN_START);
  g_signal_connect (way->more, "clicked", G_CALLBACK (on_more), self);
  gtk_widget_set_parent (way->more, GTK_WIDGET (self));
  way->limit = FIRST_FEW;
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
  const SlMapEdge *edge;

  g_return_if_fail (SL_IS_CARD_LINKS (self));
  if (card != self->card)
    {
      for (guint w = 0; w < 2; w++)
        {
          tell (&self->ways[w], NULL);
          self->ways[w].limit = FIRST_FEW;
        }
    }
  self->card = card;
  /* A link stays in hand as long as it is one of this card. */
  edge = find_link (self, edited (self));
  if (self->form != NULL && (edge == NULL || (edge->from != card && edge->to != card)))
    sl_form_set_uid (SL_FORM (self->form), SL_UID_NONE);
  refresh (self);
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
