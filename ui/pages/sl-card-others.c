/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-card-others.h"

#include "base/sl-text.h"
#include "insight/sl-map-status.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"
#include "ui/widgets/sl-record-button.h"
#include "workspace/sl-card-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 24 /* in characters, of lines that wrap */

/* Lists in order: of one kind, or of two that strike a card alike; the first is what the entry adds. */
static const struct
{
  int kinds[2]; /* -1: no second */
  const char *title, *add;
} parts_table[] = {
  { { SL_KIND_RISK, SL_KIND_ISSUE }, N_ ("Risks and Issues"), N_ ("Add a risk there is, or a new one") },
  { { SL_KIND_BENEFIT, -1 }, N_ ("Benefits"), N_ ("Add a benefit there is, or a new one") },
  { { SL_KIND_MEASURE, -1 }, N_ ("Measures"), N_ ("Add a measure there is, or a new one") },
};
#define N_PARTS G_N_ELEMENTS (parts_table)

typedef struct
{
  SlCardOthers *owner;
  guint number;
  GtkWidget *title, *list, *entry, *message;
} Part;

struct _SlCardOthers
{
  SlSection parent_instance;
  SlWorkspace *workspace; /* the section's */
  SlUid card;
  Part parts[N_PARTS];
  char *shown[N_PARTS]; /* what the lists say: they are not made anew while they say the same */
};

G_DEFINE_FINAL_TYPE (SlCardOthers, sl_card_others, SL_TYPE_SECTION)

static void
sl_card_others_finalize (GObject *object)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (SL_CARD_OTHERS (object)->shown[i]);
  G_OBJECT_CLASS (sl_card_others_parent_class)->finalize (object);
}

static void
sl_card_others_class_init (SlCardOthersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_card_others_finalize;
}

static void
tell (Part *part, const char *text)
{
  gtk_label_set_text (GTK_LABEL (part->message), text != NULL ? text : "");
  gtk_widget_set_visible (part->message, text != NULL);
}

/* --- Adding ------------------------------------------------------------------------------------------------------- */

static void
fill_free (const char *typed, GPtrArray *texts, gpointer data)
{
  Part *part = data;
  const SlData *sight = sl_workspace_data (part->owner->workspace);
  g_autofree char *wanted = sl_text_fold (typed);

  for (guint k = 0; k < 2 && parts_table[part->number].kinds[k] >= 0; k++)
    {
      g_autoptr (GArray) uids = sl_card_attachable (sight, part->owner->card, parts_table[part->number].kinds[k]);

      for (guint i = 0; i < uids->len && texts->len < SL_COMPLETION_MAX; i++)
        {
          g_autofree char *title = sl_record_dup_title (sight, sl_data_lookup (sight, g_array_index (uids, SlUid, i)));
          g_autofree char *folded = sl_text_fold (title);

          if (strstr (folded, wanted) != NULL)
            g_ptr_array_add (texts, g_steal_pointer (&title));
        }
    }
}

/* An issue is meant where its code says so; what is new is of the first kind. */
static int
kind_meant (Part *part, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", 2);
  g_autofree char *code = words[0] != NULL ? g_ascii_strup (words[0], -1) : g_strdup ("");
  const SlRecord *record = sl_data_by_code (sl_workspace_data (part->owner->workspace), code);
  int second = parts_table[part->number].kinds[1];

  return record != NULL && (int) record->kind == second ? second : parts_table[part->number].kinds[0];
}

static gboolean
add (Part *part, const char *text)
{
  SlCardOthers *self = part->owner;
  g_autofree char *clean = sl_text_clean (text, TRUE), *obstacle = sl_workspace_dup_obstacle (self->workspace);
  g_autoptr (GError) error = NULL;
  SlTx *tx;

  tell (part, obstacle);
  if (clean == NULL || obstacle != NULL)
    return clean == NULL;
  tx = sl_workspace_begin (self->workspace, SL_VERB_ADD);
  if (sl_tx_attach_to_card (tx, self->card, kind_meant (part, clean), clean, NULL, &error) == SL_UID_NONE)
    sl_tx_free (tx);
  else
    sl_workspace_commit (self->workspace, tx, NULL, &error);
  if (error != NULL)
    tell (part, error->message);
  return error == NULL;
}

static void
on_entry (Part *part)
{
  if (add (part, gtk_editable_get_text (GTK_EDITABLE (part->entry))))
    gtk_editable_set_text (GTK_EDITABLE (part->entry), "");
}

gboolean
sl_card_others_add (SlCardOthers *self, int kind, const char *text)
{
  g_return_val_if_fail (SL_IS_CARD_OTHERS (self) && text != NULL, FALSE);
  for (guint i = 0; i < N_PARTS; i++)
    if (parts_table[i].kinds[0] == kind)
      return add (&self->parts[i], text);
  g_return_val_if_reached (FALSE);
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static void
on_remove (GtkButton *button, Part *part)
{
  SlCardOthers *self = part->owner;
  SlUid record = *(SlUid *) g_object_get_data (G_OBJECT (button), "record");
  SlTx *tx = sl_workspace_begin (self->workspace, SL_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  /* The button goes with its line: the focus stays near. */
  gtk_widget_grab_focus (part->entry);
  if (sl_tx_detach_from_card (tx, self->card, record, &error))
    sl_workspace_commit (self->workspace, tx, NULL, &error);
  else
    sl_tx_free (tx);
  tell (part, error != NULL ? error->message : NULL);
}

static void
add_line (Part *part, GtkWidget *list, GString *said, const SlRecord *record)
{
  SlView view = sl_workspace_view (part->owner->workspace);
  g_autofree char *title = sl_record_dup_title (view.data, record);
  g_autofree char *line = sl_record_dup_line (&view, record, NULL);
  /* TRANSLATORS: {1} is the code of a risk, benefit or measure; it stays, but no longer hangs on the card. */
  g_autofree char *label = sl_text_compose (_ ("Take {1} off the card"), (const char *[]){ sl_record_code (record), NULL });
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *remove = sl_icon_button_new ("window-close-symbolic", label, NULL);

  g_string_append_printf (said, "%s, %s\n", title, line);
  gtk_box_append (GTK_BOX (row), sl_record_button_new (record->uid, title, line, WIDTH));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (remove), "record", g_memdup2 (&record->uid, sizeof record->uid), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), part);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (list), row);
}

/* A new list takes the place of the old one only where it says something else: the focus stays. */
static gboolean
refill (Part *part)
{
  SlCardOthers *self = part->owner;
  const SlData *data = sl_workspace_data (self->workspace);
  GtkWidget *list = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GString *said = g_string_new (NULL);
  gboolean some;

  g_string_append_printf (said, "%" G_GINT64_FORMAT "\n", self->card);
  for (guint k = 0; k < 2 && parts_table[part->number].kinds[k] >= 0; k++)
    {
      g_autoptr (GArray) uids = sl_card_attached (data, self->card, parts_table[part->number].kinds[k]);

      for (guint i = 0; i < uids->len; i++)
        if (sl_data_lookup (data, g_array_index (uids, SlUid, i)) != NULL)
          add_line (part, list, said, sl_data_lookup (data, g_array_index (uids, SlUid, i)));
    }
  if (g_strcmp0 (said->str, self->shown[part->number]) != 0)
    {
      gtk_widget_insert_after (list, GTK_WIDGET (self), part->list);
      gtk_widget_unparent (part->list);
      part->list = list;
      g_free (self->shown[part->number]);
      self->shown[part->number] = g_strdup (said->str);
    }
  some = gtk_widget_get_first_child (part->list) != NULL;
  g_object_unref (list);
  g_string_free (said, TRUE);
  return some;
}

/* What is worth something and counted: outcomes; leading measures are taken of outputs and money too. */
static gboolean
is_offered (const SlMapNode *node, guint number)
{
  return parts_table[number].kinds[0] != SL_KIND_BENEFIT || sl_node_type_is_outcome (node->type);
}

static void
refresh (Part *part)
{
  const SlMapNode *node = SL_AS (MAP_NODE, sl_data_lookup (sl_workspace_data (part->owner->workspace), part->owner->card));
  g_autofree char *obstacle = sl_workspace_dup_obstacle (part->owner->workspace);
  gboolean some = refill (part), offered = is_offered (node, part->number);

  gtk_widget_set_visible (part->entry, offered && obstacle == NULL);
  gtk_widget_set_visible (part->title, some || (offered && obstacle == NULL));
}

/* --- Public ------------------------------------------------------------------------------------------------------- */

static void
build_part (SlCardOthers *self, guint number)
{
  Part *part = &self->parts[number];
  const char *add_words = _ (parts_table[number].add);

  part->owner = self;
  part->number = number;
  part->title = sl_section_add (self, sl_words_new (_ (parts_table[number].title), "heading", WIDTH));
  if (number > 0)
    gtk_widget_add_css_class (part->title, "kind-heading");
  part->list = sl_section_add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  part->entry = sl_section_add (self, gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (part->entry), add_words);
  sl_name_widget (part->entry, add_words);
  sl_completion_attach (GTK_EDITABLE (part->entry), _ ("What fits"), fill_free, part);
  g_signal_connect_swapped (part->entry, "activate", G_CALLBACK (on_entry), part);
  part->message = sl_section_add (self, sl_words_new (NULL, "form-message", WIDTH));
  gtk_widget_set_visible (part->message, FALSE);
}

static void
sl_card_others_init (SlCardOthers *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    build_part (self, i);
}

GtkWidget *
sl_card_others_new (SlWorkspace *workspace)
{
  SlCardOthers *self = sl_section_construct (SL_TYPE_CARD_OTHERS, workspace, 6);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

void
sl_card_others_show (SlCardOthers *self, SlUid card)
{
  gboolean other;

  g_return_if_fail (SL_IS_CARD_OTHERS (self));
  other = card != self->card;
  self->card = card;
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (other)
        {
          tell (&self->parts[i], NULL);
          gtk_editable_set_text (GTK_EDITABLE (self->parts[i].entry), "");
        }
      refresh (&self->parts[i]);
    }
}
