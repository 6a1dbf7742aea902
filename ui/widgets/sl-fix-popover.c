/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-fix-popover.h"

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-completion.h"
#include "ui/widgets/sl-day-button.h"
#include "ui/widgets/sl-record-list.h"
#include "ui/widgets/sl-reason.h"
#include "ui/widgets/sl-record-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 44 /* in characters, of lines that wrap */

/* One way, with what it asks. */
typedef struct
{
  SlWay way;
  GtkWidget *text, *day, *people; /* or NULL */
  SlFixPopover *popover;
} Offer;

struct _SlFixPopover
{
  GtkPopover parent_instance;
  SlWorkspace *workspace;
  SlAttention *attention;
  guint position;
  Offer offers[SL_WAYS_MAX];
  guint n_offers;
  Offer *pending; /* waits for a reason */
  SlUid person;   /* that was chosen for it */
  GtkWidget *message, *reason;
};

G_DEFINE_FINAL_TYPE (SlFixPopover, sl_fix_popover, GTK_TYPE_POPOVER)

static guint done_signal;

static void
sl_fix_popover_dispose (GObject *object)
{
  SlFixPopover *self = SL_FIX_POPOVER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->attention, sl_attention_unref);
  G_OBJECT_CLASS (sl_fix_popover_parent_class)->dispose (object);
}

static void
sl_fix_popover_class_init (SlFixPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_fix_popover_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
}

static void
sl_fix_popover_init (SlFixPopover *self)
{
}

/* --- Acting ------------------------------------------------------------------------------------------------------- */

static void
tell (SlFixPopover *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, TRUE);
}

static gboolean
read_day (SlFixPopover *self, const Offer *offer, SlDate *day)
{
  *day = SL_DATE_NONE;
  return offer->day == NULL
         || sl_date_parse (gtk_editable_get_text (GTK_EDITABLE (offer->day)), sl_workspace_as_of (self->workspace), day);
}

static void
act (SlFixPopover *self, Offer *offer, const char *reason)
{
  g_autoptr (SlAttention) attention = sl_attention_ref (self->attention);
  const SlAttentionLine *line = sl_attention_nth (attention, self->position);
  SlWayAnswer answer = { NULL, SL_DATE_NONE, self->person };
  g_autoptr (GError) error = NULL;

  if (offer->text != NULL)
    answer.text = gtk_editable_get_text (GTK_EDITABLE (offer->text));
  if (!read_day (self, offer, &answer.day))
    {
      tell (self, _ ("That is no day; write it like 4 Aug 2026"));
      return;
    }
  if (sl_workspace_fix (self->workspace, line, offer->way, &answer, reason, &error))
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", line->finding->code, _ (sl_way_label (offer->way)));

      g_signal_emit (self, done_signal, 0, text);
      return;
    }
  tell (self, error->message);
  if (!g_error_matches (error, SL_ERROR, SL_ERROR_REASON_NEEDED))
    return;
  self->pending = offer;
  sl_reason_ask (SL_REASON (self->reason));
}

static void
on_offer (Offer *offer)
{
  act (offer->popover, offer, NULL);
}

static void
on_person (Offer *offer, gint64 person)
{
  offer->popover->person = person;
  if (person != SL_UID_NONE)
    act (offer->popover, offer, NULL);
}

static void
on_reason (SlFixPopover *self, const char *reason)
{
  if (self->pending != NULL)
    act (self, self->pending, reason);
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
on_day_chosen (GtkEditable *entry, int day)
{
  g_autofree char *text = sl_date_dup_display (day);

  gtk_editable_set_text (entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static GtkWidget *
new_day (SlFixPopover *self, Offer *offer, SlDate day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose = sl_day_button_new (_ ("Choose the Day"));
  g_autofree char *text = sl_date_dup_display (day);

  offer->day = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (offer->day), text);
  gtk_widget_set_hexpand (offer->day, TRUE);
  sl_name_widget (offer->day, offer->text != NULL ? _ ("Day") : _ (sl_way_question (offer->way)));
  sl_day_button_set_day (SL_DAY_BUTTON (choose), day);
  g_signal_connect_swapped (choose, "chosen", G_CALLBACK (on_day_chosen), offer->day);
  g_signal_connect_swapped (offer->day, "activate", G_CALLBACK (on_offer), offer);
  gtk_box_append (GTK_BOX (box), offer->day);
  gtk_box_append (GTK_BOX (box), choose);
  return box;
}

/* What there is that would do. */
static void
fill_choices (const char *typed, GPtrArray *texts, gpointer data)
{
  Offer *offer = data;
  SlView view = sl_workspace_view (offer->popover->workspace);
  g_autoptr (GArray) choices
      = sl_way_choices (&view, sl_attention_nth (offer->popover->attention, offer->popover->position), offer->way);
  g_autofree char *wanted = sl_text_fold (typed);

  for (guint i = 0; i < choices->len && texts->len < SL_COMPLETION_MAX; i++)
    {
      g_autofree char *title
          = sl_record_dup_title (view.data, sl_data_lookup (view.data, g_array_index (choices, SlUid, i)));
      g_autofree char *folded = sl_text_fold (title);

      if (strstr (folded, wanted) != NULL)
        g_ptr_array_add (texts, g_steal_pointer (&title));
    }
}

static GtkWidget *
new_text (Offer *offer)
{
  offer->text = gtk_entry_new ();
  sl_name_widget (offer->text, _ (sl_way_question (offer->way)));
  if (sl_way_needs (offer->way) & SL_WAY_CHOICE)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (offer->text), _ ("Down lists what would do"));
      sl_completion_attach (GTK_EDITABLE (offer->text), _ ("What would do"), fill_choices, offer);
    }
  g_signal_connect_swapped (offer->text, "activate", G_CALLBACK (on_offer), offer);
  return offer->text;
}

static gboolean
is_active (const SlRecord *person, gpointer data)
{
  SlWorkspace *workspace = data;

  return sl_person_active (sl_workspace_data (workspace), person->uid, sl_workspace_as_of (workspace));
}

static GtkWidget *
new_people (SlFixPopover *self, Offer *offer)
{
  offer->people = sl_record_list_new (self->workspace, _ ("People"), &sl_people_offered);
  g_signal_connect_swapped (offer->people, "chosen", G_CALLBACK (on_person), offer);
  g_signal_connect_swapped (offer->people, "stopped", G_CALLBACK (gtk_popover_popdown), self);
  return offer->people;
}

/* The map shows what the card may be linked with. */
static void
on_draw (Offer *offer)
{
  SlFixPopover *self = offer->popover;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const SlAttentionLine *line = sl_attention_nth (self->attention, self->position);
  SlView view = sl_workspace_view (self->workspace);
  SlUid card;
  gboolean onwards;

  if (!sl_way_link (&view, line, offer->way, &card, &onwards))
    return;
  /* It ends with being closed: the focus goes to the map afterwards. */
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (root, "win.draw-link", "(xb)", card, onwards);
}

/* The button that does it and, where it draws one link, another to draw it by hand. */
static GtkWidget *
new_buttons (SlFixPopover *self, Offer *offer, const SlView *view, const SlAttentionLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new_with_label (_ (sl_way_label (offer->way)));
  SlUid card;
  gboolean onwards;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (sl_way_link (view, line, offer->way, &card, &onwards))
    {
      GtkWidget *draw = gtk_button_new_with_label (_ ("Choose on the Map"));

      sl_name_widget (draw, _ ("Choose on the Map"));
      g_signal_connect_swapped (draw, "clicked", G_CALLBACK (on_draw), offer);
      gtk_box_append (GTK_BOX (box), draw);
    }
  if (offer == self->offers)
    gtk_widget_add_css_class (button, "suggested-action");
  sl_name_widget (button, _ (sl_way_label (offer->way)));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_offer), offer);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_offer (SlFixPopover *self, GtkBox *box, SlWay way)
{
  const SlAttentionLine *line = sl_attention_nth (self->attention, self->position);
  Offer *offer = &self->offers[self->n_offers++];
  SlView view = sl_workspace_view (self->workspace);
  guint needs = sl_way_needs (way);

  *offer = (Offer){ .way = way, .popover = self };
  if (*sl_way_question (way) != '\0')
    gtk_box_append (box, sl_words_new (_ (sl_way_question (way)), "caption", WIDTH));
  if (needs & SL_WAY_TEXT)
    gtk_box_append (box, new_text (offer));
  if (needs & SL_WAY_DAY)
    gtk_box_append (box, new_day (self, offer, sl_way_day (&view, line, way)));
  if (needs & SL_WAY_PERSON)
    {
      gtk_box_append (box, new_people (self, offer));
      return;
    }
  gtk_box_append (box, new_buttons (self, offer, &view, line));
}

static void
on_shown (SlFixPopover *self)
{
  const Offer *first = &self->offers[0];

  if (first->people != NULL)
    sl_record_list_offer (SL_RECORD_LIST (first->people), is_active, self->workspace, SL_UID_NONE);
  else if (gtk_widget_get_visible (self->reason))
    sl_reason_ask (SL_REASON (self->reason));
  else if (first->text != NULL || first->day != NULL)
    gtk_widget_grab_focus (first->text != NULL ? first->text : first->day);
}

GtkWidget *
sl_fix_popover_new (SlWorkspace *workspace, SlAttention *attention, guint position, const SlWay *ways, guint n_ways,
                    const GError *tried)
{
  SlFixPopover *self = g_object_new (SL_TYPE_FIX_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *said = sl_finding_dup_text (sl_attention_nth (attention, position)->finding, TRUE);

  self->workspace = g_object_ref (workspace);
  self->attention = sl_attention_ref (attention);
  self->position = position;
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  gtk_box_append (GTK_BOX (box), sl_words_new (said, "heading", WIDTH));
  for (guint i = 0; i < n_ways; i++)
    add_offer (self, GTK_BOX (box), ways[i]);
  self->message = sl_words_new (tried != NULL ? tried->message : NULL, "form-message", WIDTH);
  gtk_widget_set_visible (self->message, tried != NULL);
  gtk_box_append (GTK_BOX (box), self->message);
  self->reason = sl_reason_new (workspace);
  gtk_widget_set_visible (self->reason, tried != NULL);
  self->pending = tried != NULL ? self->offers : NULL;
  g_signal_connect_swapped (self->reason, "given", G_CALLBACK (on_reason), self);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  sl_name_widget (GTK_WIDGET (self), said);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
  return GTK_WIDGET (self);
}
