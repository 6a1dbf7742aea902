/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-risk-links.h"

#include "base/sl-text.h"
#include "ui/models/sl-owned-words.h"
#include "ui/pages/sl-map-trace-link.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"
#include "ui/widgets/sl-record-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters, of lines that wrap. */
#define WIDTH 24

struct _SlRiskLinks
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid risk;
  GtkWidget *title, *threatens, *entry, *message, *trace, *family_title, *family;
  GString *said; /* what the lists being filled say */
  char *shown;   /* what they say: they are not made anew while they say the same */
};

G_DEFINE_FINAL_TYPE (SlRiskLinks, sl_risk_links, SL_TYPE_SECTION)

/* The three ways of striking something: the kind of the link, its two references, the kind of what is struck. */
static const struct
{
  int link;
  guint risk, target;
  int kind;
} ways[] = {
  { SL_KIND_RISK_NODE, SL_RISK_NODE_RISK, SL_RISK_NODE_NODE, SL_KIND_MAP_NODE },
  { SL_KIND_RISK_BENEFIT, SL_RISK_BENEFIT_RISK, SL_RISK_BENEFIT_BENEFIT, SL_KIND_BENEFIT },
  { SL_KIND_RISK_GATE, SL_RISK_GATE_RISK, SL_RISK_GATE_GATE, SL_KIND_GATE },
};

static void
sl_risk_links_finalize (GObject *object)
{
  g_free (SL_RISK_LINKS (object)->shown);
  G_OBJECT_CLASS (sl_risk_links_parent_class)->finalize (object);
}

static void
sl_risk_links_class_init (SlRiskLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_risk_links_finalize;
}

static void
tell (SlRiskLinks *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

/* --- Changing links ----------------------------------------------------------------------------------------------- */

static void
on_remove (GtkButton *button, SlRiskLinks *self)
{
  SlUid link = *(SlUid *) g_object_get_data (G_OBJECT (button), "link");
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_DELETE);
  g_autoptr (GError) error = NULL;

  /* The button goes with its line: the focus stays near. */
  gtk_widget_grab_focus (self->entry);
  if (!sl_tx_delete (tx, link, &error))
    sl_tx_free (tx);
  else
    sl_workspace_commit (self->workspace, tx, NULL, &error);
  tell (self, error != NULL ? error->message : NULL);
}

typedef struct
{
  const SlData *data;
  const char *wanted; /* folded */
  GPtrArray *texts;   /* of what fits; takes copies */
  SlUid only;         /* of what fits by its whole text */
  guint max;
} Match;

static gboolean
match_record (const SlRecord *record, gpointer data)
{
  Match *match = data;
  SlOwned as = { .uid = record->uid, .kind = record->kind };
  g_autofree char *title = sl_owned_dup_title (match->data, &as);
  g_autofree char *folded = sl_text_fold (title);

  if (strstr (folded, match->wanted) == NULL)
    return TRUE;
  match->only = match->texts->len == 0 || g_str_equal (folded, match->wanted) ? record->uid : match->only;
  g_ptr_array_add (match->texts, g_steal_pointer (&title));
  return match->texts->len < match->max;
}

static void
match_all (Match *match)
{
  for (guint w = 0; w < G_N_ELEMENTS (ways) && match->texts->len < match->max; w++)
    sl_data_each (match->data, ways[w].kind, match_record, match);
}

static void
fill_targets (const char *typed, GPtrArray *texts, gpointer data)
{
  SlRiskLinks *self = data;
  g_autofree char *wanted = sl_text_fold (typed);
  Match match = { sl_workspace_data (self->workspace), wanted, texts, SL_UID_NONE, SL_COMPLETION_MAX };

  match_all (&match);
}

/* The record of that code, if a risk can strike it: "c1" is also a sub-factor of the health check. */
static const SlRecord *
find_code (const SlData *data, const char *code)
{
  const SlRecord *record = sl_data_by_code (data, code);

  for (guint w = 0; record != NULL && w < G_N_ELEMENTS (ways); w++)
    if (ways[w].kind == record->kind)
      return record;
  return NULL;
}

/* By its code, alone or before its name; else by a part of its name that only it has. */
static const SlRecord *
find_target (SlRiskLinks *self, const char *text)
{
  const SlData *data = sl_workspace_data (self->workspace);
  g_auto (GStrv) words = g_strsplit_set (text, " \t", 2);
  g_autofree char *code = words[0] != NULL ? g_ascii_strup (words[0], -1) : g_strdup ("");
  const SlRecord *record = find_code (data, words[0] != NULL ? words[0] : "");
  g_autofree char *wanted = sl_text_fold (text);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Match match = { data, wanted, texts, SL_UID_NONE, 2 };

  if (record == NULL)
    record = find_code (data, code);
  if (record != NULL)
    return record;
  match_all (&match);
  return texts->len == 1 ? sl_data_lookup (data, match.only) : NULL;
}

static gboolean
add_link (SlRiskLinks *self, guint way, SlUid target, GError **error)
{
  g_autoptr (SlTx) tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  SlUid link = sl_tx_create (tx, ways[way].link);

  return sl_tx_set (tx, link, ways[way].risk, &SL_VALUE_REF (self->risk), error)
         && sl_tx_set (tx, link, ways[way].target, &SL_VALUE_REF (target), error)
         && sl_workspace_commit (self->workspace, g_steal_pointer (&tx), NULL, error);
}

gboolean
sl_risk_links_add (SlRiskLinks *self, const char *text)
{
  g_autofree char *clean = sl_text_clean (text, TRUE);
  g_autoptr (GError) error = NULL;
  const SlRecord *record;

  g_return_val_if_fail (SL_IS_RISK_LINKS (self), FALSE);
  if (clean == NULL)
    {
      tell (self, NULL);
      return TRUE;
    }
  record = find_target (self, clean);
  for (guint w = 0; record != NULL && w < G_N_ELEMENTS (ways); w++)
    if (ways[w].kind == record->kind)
      {
        gboolean done = add_link (self, w, record->uid, &error);

        tell (self, done ? NULL : error->message);
        return done;
      }
  tell (self, _ ("No map node, benefit or gate has that code or is the only one of that name"));
  return FALSE;
}

static void
on_entry (SlRiskLinks *self)
{
  if (sl_risk_links_add (self, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_line (SlRiskLinks *self, const SlRecord *record, const char *relation)
{
  SlView view = sl_workspace_view (self->workspace);
  g_autofree char *title = sl_record_dup_title (view.data, record), *line = sl_record_dup_line (&view, record, relation);

  g_string_append_printf (self->said, "%s, %s\n", title, line);
  return sl_record_button_new (record->uid, title, line, WIDTH);
}

static gboolean
add_threatened (const SlRecord *link, gpointer data)
{
  SlRiskLinks *self = data;
  const SlData *sight = sl_workspace_data (self->workspace);
  SlValue target;
  const SlRecord *record;
  GtkWidget *row, *remove;
  g_autofree char *label = NULL;

  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    if (ways[w].link == link->kind)
      sl_record_get (link, ways[w].target, &target);
  record = sl_data_lookup (sight, target.i);
  if (record == NULL)
    return TRUE;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row), new_line (self, record, NULL));
  /* TRANSLATORS: {1} is a code: what a risk no longer threatens. */
  label = sl_text_compose (_ ("Remove {1}"), (const char *[]){ sl_record_code (record), NULL });
  remove = sl_icon_button_new ("window-close-symbolic", label, NULL);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (remove), "link", g_memdup2 (&link->uid, sizeof link->uid), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->threatens), row);
  return TRUE;
}

static void
add_relative (SlRiskLinks *self, SlUid uid, const char *relation)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), uid);

  if (record != NULL)
    gtk_box_append (GTK_BOX (self->family), new_line (self, record, relation));
}

static gboolean
add_part (const SlRecord *record, gpointer data)
{
  add_relative (data, record->uid, _ ("Feeds this risk"));
  return TRUE;
}

static gboolean
add_caused (const SlRecord *record, gpointer data)
{
  add_relative (data, record->uid, _ ("Made by an action of this risk"));
  return TRUE;
}

static gboolean
add_of_action (const SlRecord *action, gpointer data)
{
  SlRiskLinks *self = data;

  sl_data_children (sl_workspace_data (self->workspace), SL_KIND_RISK, SL_RISK_CAUSED_BY_ACTION, action->uid, add_caused, self);
  return TRUE;
}

static gboolean
add_issue (const SlRecord *record, gpointer data)
{
  add_relative (data, record->uid, _ ("The issue it became"));
  return TRUE;
}

static gboolean
add_escalation (const SlRecord *record, gpointer data)
{
  int state = SL_AS (ESCALATION, record)->state;

  if (state == SL_ESCALATION_STATE_RAISED || state == SL_ESCALATION_STATE_ACCEPTED)
    add_relative (data, record->uid, _ ("Open escalation"));
  return TRUE;
}

static void
fill_family (SlRiskLinks *self, const SlRisk *risk)
{
  const SlData *data = sl_workspace_data (self->workspace);
  SlUid uid = risk->record.uid;

  add_relative (self, risk->parent_risk, _ ("The risk it feeds"));
  add_relative (self, risk->caused_by_action, _ ("The action that made it"));
  sl_data_children (data, SL_KIND_RISK, SL_RISK_PARENT_RISK, uid, add_part, self);
  sl_data_children (data, SL_KIND_ACTION, SL_ACTION_RISK, uid, add_of_action, self);
  sl_data_children (data, SL_KIND_ISSUE, SL_ISSUE_FROM_RISK, uid, add_issue, self);
  sl_data_children (data, SL_KIND_ESCALATION, SL_ESCALATION_RISK, uid, add_escalation, self);
}

/* New lists take the place of the old ones only where they say something else: the focus stays. */
static void
fill (SlRiskLinks *self, const SlRisk *risk)
{
  GtkWidget *threatens = self->threatens, *family = self->family;

  self->said = g_string_new (risk->code);
  self->threatens = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->family = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    sl_data_children (sl_workspace_data (self->workspace), ways[w].link, ways[w].risk, self->risk, add_threatened, self);
  if (gtk_widget_get_first_child (self->threatens) == NULL)
    gtk_box_append (GTK_BOX (self->threatens),
                    sl_words_new (_ ("Nothing is named yet. What a risk threatens says why it matters, and carries its level along the map."),
                                  "dim-label", WIDTH));
  fill_family (self, risk);
  if (g_strcmp0 (self->said->str, self->shown) == 0)
    {
      g_object_ref_sink (self->threatens);
      g_object_ref_sink (self->family);
      g_object_unref (self->threatens);
      g_object_unref (self->family);
      self->threatens = threatens;
      self->family = family;
      g_string_free (self->said, TRUE);
      return;
    }
  g_free (self->shown);
  self->shown = g_string_free (self->said, FALSE);
  gtk_widget_insert_after (self->threatens, GTK_WIDGET (self), threatens);
  gtk_widget_insert_after (self->family, GTK_WIDGET (self), family);
  gtk_widget_unparent (threatens);
  gtk_widget_unparent (family);
  gtk_widget_set_visible (self->family_title, gtk_widget_get_first_child (self->family) != NULL);
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_heading (SlRiskLinks *self, const char *text)
{
  return sl_section_add (self, sl_words_new (text, "heading", WIDTH));
}

static void
sl_risk_links_init (SlRiskLinks *self)
{
  self->title = add_heading (self, _ ("What It Threatens"));
  self->threatens = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->entry = sl_section_add (self, gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a map node, benefit or gate"));
  sl_name_widget (self->entry, _ ("Add what it threatens, by code or name"));
  sl_completion_attach (GTK_EDITABLE (self->entry), _ ("What fits"), fill_targets, self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entry), self);
  self->message = sl_section_add (self, sl_words_new (NULL, "form-message", WIDTH));
  gtk_widget_set_visible (self->message, FALSE);
  self->trace = sl_section_add (self, sl_map_trace_link_new (_ ("Show on the Map")));
  self->family_title = add_heading (self, _ ("Goes With"));
  gtk_widget_add_css_class (self->family_title, "kind-heading");
  self->family = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

GtkWidget *
sl_risk_links_new (SlWorkspace *workspace)
{
  SlRiskLinks *self = sl_section_construct (SL_TYPE_RISK_LINKS, workspace, 6);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_risk_links_show (SlRiskLinks *self, SlUid uid)
{
  const SlRecord *record;
  g_autofree char *obstacle = NULL;

  g_return_if_fail (SL_IS_RISK_LINKS (self));
  record = sl_data_lookup (sl_workspace_data (self->workspace), uid);
  if (record == NULL)
    return;
  if (uid != self->risk)
    {
      tell (self, NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  self->risk = uid;
  gtk_label_set_text (GTK_LABEL (self->title), SL_AS (RISK, record)->kind == SL_RISK_KIND_OPPORTUNITY
                                                   ? _ ("What It Could Help")
                                                   : _ ("What It Threatens"));
  obstacle = sl_workspace_dup_obstacle (self->workspace);
  gtk_widget_set_visible (self->entry, obstacle == NULL);
  sl_map_trace_link_set (self->trace, uid, SL_TRACE_REACH);
  fill (self, SL_AS (RISK, record));
}
