/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-leaving-model.h"

#include "base/sl-text.h"
#include "ui/models/sl-owned-words.h"

#include <glib/gi18n-lib.h>

/* Beyond so many successors names are not listed. */
#define NAMES_MAX 3

/* --- Rows --------------------------------------------------------------------------------------------------------- */

struct _SlLeavingRow
{
  GObject parent_instance;
  SlOwned owned;
  SlUid successor;
  gboolean own; /* chosen for this row alone */
  guint heads;
};

G_DEFINE_FINAL_TYPE (SlLeavingRow, sl_leaving_row, G_TYPE_OBJECT)

static guint row_changed;

static void
sl_leaving_row_class_init (SlLeavingRowClass *klass)
{
  row_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_leaving_row_init (SlLeavingRow *self)
{
}

const SlOwned *
sl_leaving_row_owned (SlLeavingRow *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_ROW (self), NULL);
  return &self->owned;
}

SlUid
sl_leaving_row_successor (SlLeavingRow *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_ROW (self), SL_UID_NONE);
  return self->successor;
}

guint
sl_leaving_row_heads (SlLeavingRow *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_ROW (self), 0);
  return self->heads;
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

struct _SlLeavingModel
{
  GObject parent_instance;
  SlWorkspace *workspace;
  SlUid person, all;
  SlDate last_day;
  GPtrArray *rows; /* of SlLeavingRow */
  guint n_done;    /* handed over by the commit */
  gboolean committing;
};

static void sl_leaving_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlLeavingModel, sl_leaving_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_leaving_model_list_init))

static guint model_changed;

static void
sl_leaving_model_dispose (GObject *object)
{
  SlLeavingModel *self = SL_LEAVING_MODEL (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_leaving_model_parent_class)->dispose (object);
}

static void
sl_leaving_model_class_init (SlLeavingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_leaving_model_dispose;
  model_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_leaving_model_init (SlLeavingModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_LEAVING_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SL_LEAVING_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *rows = SL_LEAVING_MODEL (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
sl_leaving_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The day that acts are dated by, whatever day is looked at. */
static SlView
view_of (SlLeavingModel *self)
{
  SlView view = sl_workspace_view (self->workspace);

  view.as_of = sl_workspace_default_as_of (self->workspace);
  return view;
}

static const SlPerson *
person_of (SlLeavingModel *self)
{
  return SL_AS (PERSON, sl_data_lookup (sl_workspace_data (self->workspace), self->person));
}

static SlLeavingRow *
find_row (GPtrArray *rows, const SlOwned *owned)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SlLeavingRow *row = rows->pdata[i];

      if (row->owned.uid == owned->uid && row->owned.field == owned->field)
        return row;
    }
  return NULL;
}

static gboolean
same_rows (GPtrArray *rows, const GArray *owned)
{
  if (rows->len != owned->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SlOwned *a = &((SlLeavingRow *) rows->pdata[i])->owned, *b = &g_array_index (owned, SlOwned, i);

      if (a->uid != b->uid || a->field != b->field)
        return FALSE;
    }
  return TRUE;
}

static SlLeavingRow *
new_row (SlLeavingModel *self, const SlOwned *owned, GPtrArray *known)
{
  SlLeavingRow *old = find_row (known, owned), *row = old != NULL ? g_object_ref (old) : g_object_new (SL_TYPE_LEAVING_ROW, NULL);

  if (old == NULL)
    row->successor = self->all;
  row->owned = *owned;
  row->heads = 0;
  return row;
}

static void
load (SlLeavingModel *self)
{
  SlView view = view_of (self);
  g_autoptr (GArray) owned = sl_owned_in_order (&view, self->person);
  g_autoptr (GPtrArray) known = g_ptr_array_ref (self->rows);

  if (same_rows (known, owned))
    return;
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < owned->len; i++)
    g_ptr_array_add (self->rows, new_row (self, &g_array_index (owned, SlOwned, i), known));
  for (guint i = 0; i < owned->len; i += sl_owned_count_kind (owned, i))
    ((SlLeavingRow *) self->rows->pdata[i])->heads = sl_owned_count_kind (owned, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, known->len, self->rows->len);
}

static void
on_changed (SlLeavingModel *self)
{
  if (self->committing)
    return;
  load (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_emit (self->rows->pdata[i], row_changed, 0);
  g_signal_emit (self, model_changed, 0);
}

SlLeavingModel *
sl_leaving_model_new (SlWorkspace *workspace, SlUid person)
{
  SlLeavingModel *self;
  SlDate known;

  g_return_val_if_fail (SL_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (SL_TYPE_LEAVING_MODEL, NULL);
  self->workspace = g_object_ref (workspace);
  self->person = person;
  known = person_of (self) != NULL ? person_of (self)->active_to : SL_DATE_NONE;
  self->last_day = known != SL_DATE_NONE ? known : sl_workspace_default_as_of (workspace);
  load (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

SlUid
sl_leaving_model_person (SlLeavingModel *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), SL_UID_NONE);
  return self->person;
}

void
sl_leaving_model_set_last_day (SlLeavingModel *self, SlDate last_day)
{
  g_return_if_fail (SL_IS_LEAVING_MODEL (self));
  if (self->last_day == last_day)
    return;
  self->last_day = last_day;
  g_signal_emit (self, model_changed, 0);
}

SlDate
sl_leaving_model_last_day (SlLeavingModel *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), SL_DATE_NONE);
  return self->last_day;
}

static void
give (SlLeavingRow *row, SlUid successor)
{
  if (row->successor == successor)
    return;
  row->successor = successor;
  g_signal_emit (row, row_changed, 0);
}

void
sl_leaving_model_set_all (SlLeavingModel *self, SlUid successor)
{
  g_return_if_fail (SL_IS_LEAVING_MODEL (self));
  self->all = successor;
  for (guint i = 0; i < self->rows->len; i++)
    if (!((SlLeavingRow *) self->rows->pdata[i])->own)
      give (self->rows->pdata[i], successor);
  g_signal_emit (self, model_changed, 0);
}

SlUid
sl_leaving_model_all (SlLeavingModel *self)
{
  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), SL_UID_NONE);
  return self->all;
}

void
sl_leaving_model_set_row (SlLeavingModel *self, SlLeavingRow *row, SlUid successor)
{
  g_return_if_fail (SL_IS_LEAVING_MODEL (self) && SL_IS_LEAVING_ROW (row));
  row->own = TRUE;
  give (row, successor);
  g_signal_emit (self, model_changed, 0);
}

gboolean
sl_leaving_model_may_succeed (SlLeavingModel *self, SlUid person)
{
  SlView view;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), FALSE);
  view = view_of (self);
  return sl_person_may_succeed (&view, person, self->person, self->last_day);
}

guint
sl_leaving_model_n_handed (SlLeavingModel *self)
{
  guint n = 0;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += ((SlLeavingRow *) self->rows->pdata[i])->successor != SL_UID_NONE;
  return n;
}

/* --- In words ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlUid successor;
  guint n;
} Share;

/* Who takes over how much, whoever comes first in the list in front. Returns: (transfer full): of Share. */
static GArray *
shares_of (SlLeavingModel *self)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Share share = { ((SlLeavingRow *) self->rows->pdata[i])->successor, 1 };
      guint k = 0;

      while (k < shares->len && g_array_index (shares, Share, k).successor != share.successor)
        k++;
      if (share.successor == SL_UID_NONE)
        continue;
      if (k < shares->len)
        g_array_index (shares, Share, k).n++;
      else
        g_array_append_val (shares, share);
    }
  return shares;
}

static char *
dup_number (guint n)
{
  return g_strdup_printf ("%u", n);
}

static void
say (GStrvBuilder *sentences, char *sentence)
{
  g_autofree char *taken = sentence;

  g_strv_builder_add (sentences, taken);
}

static void
say_day (SlLeavingModel *self, GStrvBuilder *sentences)
{
  g_autofree char *day = sl_date_dup_display (self->last_day);
  const char *name = sl_data_name (sl_workspace_data (self->workspace), self->person);
  gboolean past = self->last_day < sl_workspace_default_as_of (self->workspace);

  if (self->last_day != SL_DATE_NONE)
    /* TRANSLATORS: {1} is a person, {2} a date. */
    say (sentences, sl_text_compose (past ? _ ("The last day of {1} was {2}.") : _ ("The last day of {1} is {2}."),
                                     (const char *[]){ name, day, NULL }));
}

static void
say_shares (SlLeavingModel *self, GStrvBuilder *sentences)
{
  g_autoptr (GArray) shares = shares_of (self);
  guint others = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      g_autofree char *n = dup_number (share->n);

      if (i >= NAMES_MAX)
        others += share->n;
      else
        /* TRANSLATORS: {1} is a number, {2} a person who takes over. */
        say (sentences, sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} thing passes to {2}.", "{1} things pass to {2}.", share->n),
                                         (const char *[]){ n, sl_data_name (sl_workspace_data (self->workspace), share->successor),
                                                           NULL }));
    }
  if (others > 0)
    {
      g_autofree char *n = dup_number (others);

      say (sentences, sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} thing passes to others.", "{1} things pass to others.", others),
                                       (const char *[]){ n, NULL }));
    }
}

static void
say_left (SlLeavingModel *self, GStrvBuilder *sentences)
{
  guint left = self->rows->len - sl_leaving_model_n_handed (self);
  g_autofree char *n = dup_number (left);
  g_autofree char *from = NULL;

  if (left == 0)
    return;
  if (self->last_day == SL_DATE_NONE || self->last_day < sl_workspace_default_as_of (self->workspace))
    say (sentences, sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} thing stays without an owner: a gap until somebody takes it on.",
                                                  "{1} things stay without an owner: gaps until somebody takes them on.", left),
                                     (const char *[]){ n, NULL }));
  else
    {
      from = sl_date_dup_display (MIN (self->last_day + 1, SL_DATE_MAX));
      /* TRANSLATORS: {1} is a number, {2} a date. */
      say (sentences, sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} thing is taken over by nobody yet: a gap from {2} on.",
                                                    "{1} things are taken over by nobody yet: gaps from {2} on.", left),
                                       (const char *[]){ n, from, NULL }));
    }
}

/* An acceptance does not pass on. */
static void
say_acceptance (SlLeavingModel *self, GStrvBuilder *sentences)
{
  const SlData *data = sl_workspace_data (self->workspace);
  g_autofree char *number = NULL;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SlLeavingRow *row = self->rows->pdata[i];

      n += row->successor != SL_UID_NONE && row->owned.kind == SL_KIND_BENEFIT
           && SL_AS (BENEFIT, sl_data_lookup (data, row->owned.uid))->owner_accepted != SL_DATE_NONE;
    }
  number = dup_number (n);
  if (n > 0)
    say (sentences, sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1} benefit has to be accepted anew by its owner.",
                                                  "{1} benefits have to be accepted anew by their owners.", n),
                                     (const char *[]){ number, NULL }));
}

char *
sl_leaving_model_dup_statement (SlLeavingModel *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), NULL);
  say_day (self, sentences);
  if (self->rows->len == 0)
    g_strv_builder_add (sentences, _ ("Nothing has to be handed over."));
  say_shares (self, sentences);
  say_left (self, sentences);
  say_acceptance (self, sentences);
  if (sl_leaving_model_n_handed (self) > 0)
    g_strv_builder_add (sentences, _ ("All of it is one step, which Undo takes back."));
  if (sl_workspace_actor (self->workspace) == self->person)
    g_strv_builder_add (sentences, _ ("It is you who acts here: that stays so until you choose somebody else or close the window."));
  all = g_strv_builder_end (sentences);
  return g_strjoinv (" ", all);
}

/* A successor who was fine until another last day was chosen. */
static char *
dup_lost_successor (SlLeavingModel *self)
{
  g_autoptr (GArray) shares = shares_of (self);

  for (guint i = 0; i < shares->len; i++)
    {
      SlUid successor = g_array_index (shares, Share, i).successor;

      if (!sl_leaving_model_may_succeed (self, successor))
        /* TRANSLATORS: {1} is a person. */
        return sl_text_compose (_ ("{1} is not active then: choose somebody else"),
                                (const char *[]){ sl_data_name (sl_workspace_data (self->workspace), successor), NULL });
    }
  return NULL;
}

char *
sl_leaving_model_dup_obstacle (SlLeavingModel *self, const char *reason)
{
  g_autofree char *line = sl_text_clean (reason, TRUE);
  const SlPerson *person;
  char *lost;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), NULL);
  person = person_of (self);
  if (person == NULL)
    return g_strdup (_ ("The person is no longer there"));
  if (self->last_day == SL_DATE_NONE)
    return g_strdup (_ ("The last day is a date, for example 14 Aug 2026"));
  if (person->active_from != SL_DATE_NONE && self->last_day < person->active_from)
    return g_strdup (_ ("The last day lies before the first"));
  lost = dup_lost_successor (self);
  if (lost != NULL)
    return lost;
  if (sl_leaving_model_n_handed (self) == 0 && self->last_day == person->active_to)
    return g_strdup (_ ("Nothing changes yet: choose who takes over, or another last day"));
  if (sl_leaving_model_n_handed (self) > 0 && line == NULL)
    return g_strdup (_ ("Owners change hands: give a reason, in one line"));
  return NULL;
}

/* --- Doing it ----------------------------------------------------------------------------------------------------- */

gboolean
sl_leaving_model_commit (SlLeavingModel *self, const char *reason, GError **error)
{
  g_autoptr (GArray) hand_overs = g_array_new (FALSE, TRUE, sizeof (SlHandOver));
  g_autofree char *line = sl_text_clean (reason, TRUE);
  gboolean done;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlLeavingRow *row = self->rows->pdata[i];
      SlHandOver one = { row->owned, row->successor };

      g_array_append_val (hand_overs, one);
    }
  self->n_done = sl_leaving_model_n_handed (self);
  self->committing = TRUE;
  done = sl_workspace_leave (self->workspace, self->person, self->last_day, hand_overs, line, error);
  self->committing = FALSE;
  if (!done)
    on_changed (self);
  return done;
}

char *
sl_leaving_model_dup_done (SlLeavingModel *self)
{
  g_autofree char *day = NULL, *n = NULL;
  const char *name;

  g_return_val_if_fail (SL_IS_LEAVING_MODEL (self), NULL);
  day = sl_date_dup_display (self->last_day);
  n = dup_number (self->n_done);
  name = sl_data_name (sl_workspace_data (self->workspace), self->person);
  if (self->n_done == 0)
    /* TRANSLATORS: after it was recorded that somebody leaves: {1} is a person, {2} a date. */
    return sl_text_compose (_ ("{1}: last day {2}"), (const char *[]){ name, day, NULL });
  /* TRANSLATORS: the same, {3} is how many things were handed over. */
  return sl_text_compose (g_dngettext (GETTEXT_PACKAGE, "{1}: last day {2}, {3} thing reassigned",
                                       "{1}: last day {2}, {3} things reassigned", self->n_done),
                          (const char *[]){ name, day, n, NULL });
}
