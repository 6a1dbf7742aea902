/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-chips.h"

#define AT_ONCE 2000
#define SLICE 2000

/* What is known of a row: a bit for each chip that keeps it. */
typedef struct
{
  guint64 kept;
} Row;

struct _SlChips
{
  GObject parent_instance;
  SlGridModel *model;
  SlWorkspace *workspace;
  const SlRowFilter *table;
  GArray *chips; /* of SlChip */
  SlUidMap *rows; /* uid -> Row, of every row that was asked */
  guint counts[SL_CHIPS_MAX];
  guint n_kept;  /* rows that everything on keeps */
  guint next;    /* the next to ask, of all */
  guint source;
  guint64 asked;
};

G_DEFINE_FINAL_TYPE (SlChips, sl_chips, G_TYPE_OBJECT)

enum
{
  CHANGED,
  COUNTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static SlChip *
chip_at (SlChips *self, guint n)
{
  return &g_array_index (self->chips, SlChip, n);
}

/* --- Counting ----------------------------------------------------------------------------------------------------- */

static guint64
ask (SlChips *self, const SlRecord *record)
{
  guint64 kept = 0;

  self->asked++;
  for (guint i = 0; i < self->chips->len; i++)
    if (sl_row_filter_keeps (chip_at (self, i)->filter, self->workspace, record, chip_at (self, i)->value))
      kept |= (guint64) 1 << i;
  return kept;
}

/* For each filter in use, the bits of its chips and of those that are on. */
typedef struct
{
  guint64 on[SL_CHIPS_MAX], chips[SL_CHIPS_MAX];
  guint n;
} Groups;

/* Chips of one filter stand together. */
static void
find_groups (SlChips *self, Groups *groups)
{
  groups->n = 0;
  for (guint i = 0; i < self->chips->len;)
    {
      const SlRowFilter *filter = chip_at (self, i)->filter;
      guint64 on = 0, of = 0;

      for (; i < self->chips->len && chip_at (self, i)->filter == filter; i++)
        {
          of |= (guint64) 1 << i;
          on |= chip_at (self, i)->on ? (guint64) 1 << i : 0;
        }
      if (on == 0)
        continue;
      groups->on[groups->n] = on;
      groups->chips[groups->n++] = of;
    }
}

/* Adds a row to the counts, or takes it out again: it counts for the chips that keep it as long as all other filters do. */
static void
count (SlChips *self, const Groups *groups, guint64 kept, int by)
{
  guint64 counts = kept;
  guint failed = 0;

  for (guint g = 0; g < groups->n && failed < 2; g++)
    if (!(kept & groups->on[g]))
      {
        failed++;
        counts &= groups->chips[g];
      }
  if (failed > 1)
    return;
  if (failed == 0)
    self->n_kept += (guint) by;
  for (; counts != 0; counts &= counts - 1)
    self->counts[__builtin_ctzll (counts)] += (guint) by;
}

static void
tell_counts (SlChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    chip_at (self, i)->count = self->counts[i];
  g_signal_emit (self, signals[COUNTED], 0);
}

typedef struct
{
  SlChips *chips;
  Groups groups;
} Adding;

static void
add_row (SlUid uid, gpointer value, gpointer data)
{
  Adding *adding = data;

  count (adding->chips, &adding->groups, ((Row *) value)->kept, 1);
}

/* No row is asked: what is known of each is added up anew. */
static void
add_up (SlChips *self)
{
  Adding adding = { .chips = self };

  find_groups (self, &adding.groups);
  memset (self->counts, 0, sizeof self->counts);
  self->n_kept = 0;
  sl_uid_map_foreach (self->rows, add_row, &adding);
}

static void
forget_row (SlChips *self, const Groups *groups, SlUid uid)
{
  Row *row = sl_uid_map_get (self->rows, uid);

  if (row == NULL)
    return;
  count (self, groups, row->kept, -1);
  sl_uid_map_remove (self->rows, uid);
}

static void
ask_row (SlChips *self, const Groups *groups, const SlRecord *record)
{
  Row *row = g_new (Row, 1);

  forget_row (self, groups, record->uid);
  row->kept = ask (self, record);
  sl_uid_map_set (self->rows, record->uid, row);
  count (self, groups, row->kept, 1);
}

/* TRUE when all are asked. */
static gboolean
ask_some (SlChips *self, guint n)
{
  SlProgramme *programme = sl_workspace_programme (self->workspace);
  int kind = sl_grid_model_kind (self->model);
  guint total = sl_programme_count (programme, kind);
  Groups groups;

  find_groups (self, &groups);
  for (; n > 0 && self->next < total; n--, self->next++)
    ask_row (self, &groups, sl_programme_nth (programme, kind, self->next));
  return self->next >= total;
}

static gboolean
on_idle (gpointer data)
{
  SlChips *self = data;

  if (!ask_some (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  tell_counts (self);
  return G_SOURCE_REMOVE;
}

/* Every row is asked anew. */
static void
recount (SlChips *self)
{
  sl_uid_map_clear (self->rows);
  memset (self->counts, 0, sizeof self->counts);
  self->n_kept = 0;
  self->next = 0;
  /* What is there while the file is being checked is only a first screen of it. */
  if (sl_workspace_state (self->workspace) != SL_WORKSPACE_READY || sl_workspace_view (self->workspace).settings == NULL)
    return;
  if (self->source != 0)
    return;
  if (ask_some (self, AT_ONCE))
    tell_counts (self);
  else
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* The rows that an edit touched. Where a count is under way, rows before and behind it are right alike: each is asked
 * once more when its turn comes. */
static void
on_touched (SlChips *self, GArray *uids)
{
  Groups groups;

  if (uids == NULL || sl_workspace_state (self->workspace) != SL_WORKSPACE_READY)
    {
      recount (self);
      return;
    }
  find_groups (self, &groups);
  for (guint i = 0; i < uids->len; i++)
    {
      SlUid uid = g_array_index (uids, SlUid, i);
      const SlRecord *record = sl_grid_model_record (self->model, uid);

      if (record != NULL)
        ask_row (self, &groups, record);
      else
        forget_row (self, &groups, uid);
    }
  /* Deleted rows move up those behind them: none may be passed over. */
  if (self->source != 0)
    self->next = self->next > uids->len ? self->next - uids->len : 0;
  else
    tell_counts (self);
}

/* --- Filtering ---------------------------------------------------------------------------------------------------- */

static gboolean
keeps (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlChips *self = data;
  const SlRowFilter *failed = NULL, *passed = NULL;

  /* Chips of one filter stand together. */
  for (guint i = 0; i < self->chips->len; i++)
    {
      const SlChip *chip = chip_at (self, i);

      if (!chip->on || chip->filter == passed)
        continue;
      if (failed != NULL && failed != chip->filter)
        return FALSE;
      failed = passed = NULL;
      if (sl_row_filter_keeps (chip->filter, workspace, record, chip->value))
        passed = chip->filter;
      else
        failed = chip->filter;
    }
  return failed == NULL;
}

static void
refilter (SlChips *self)
{
  if (sl_chips_n_on (self) > 0)
    sl_grid_model_set_filter (self->model, keeps, self, NULL);
  else
    sl_grid_model_set_filter (self->model, NULL, NULL, NULL);
}

static void
on_actor (SlChips *self)
{
  recount (self);
  refilter (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_chips_dispose (GObject *object)
{
  SlChips *self = SL_CHIPS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      sl_grid_model_set_filter (self->model, NULL, NULL, NULL);
    }
  g_clear_object (&self->model);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_chips_parent_class)->dispose (object);
}

static void
sl_chips_finalize (GObject *object)
{
  SlChips *self = SL_CHIPS (object);

  g_array_unref (self->chips);
  sl_uid_map_free (self->rows);
  G_OBJECT_CLASS (sl_chips_parent_class)->finalize (object);
}

static void
sl_chips_class_init (SlChipsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_chips_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_chips_init (SlChips *self)
{
  self->chips = g_array_new (FALSE, TRUE, sizeof (SlChip));
  self->rows = sl_uid_map_new (g_free);
}

static void
put_standing (SlChips *self, gboolean initial)
{
  g_array_set_size (self->chips, 0);
  for (const SlRowFilter *f = self->table; f->id != NULL; f++)
    if (f->standing)
      {
        SlChip chip = { .filter = f, .on = initial && f->initial };

        g_array_append_val (self->chips, chip);
      }
}

SlChips *
sl_chips_new (SlGridModel *model, const SlRowFilter *table)
{
  SlChips *self;

  g_return_val_if_fail (SL_IS_GRID_MODEL (model) && table != NULL, NULL);
  self = g_object_new (SL_TYPE_CHIPS, NULL);
  self->model = g_object_ref (model);
  self->workspace = g_object_ref (sl_grid_model_workspace (model));
  self->table = table;
  put_standing (self, TRUE);
  g_signal_connect_object (model, "touched", G_CALLBACK (on_touched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (recount), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::actor", G_CALLBACK (on_actor), self, G_CONNECT_SWAPPED);
  recount (self);
  refilter (self);
  return self;
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

const SlRowFilter *
sl_chips_table (SlChips *self)
{
  g_return_val_if_fail (SL_IS_CHIPS (self), NULL);
  return self->table;
}

SlGridModel *
sl_chips_model (SlChips *self)
{
  g_return_val_if_fail (SL_IS_CHIPS (self), NULL);
  return self->model;
}

guint
sl_chips_n (SlChips *self)
{
  g_return_val_if_fail (SL_IS_CHIPS (self), 0);
  return self->chips->len;
}

const SlChip *
sl_chips_get (SlChips *self, guint n)
{
  g_return_val_if_fail (SL_IS_CHIPS (self) && n < self->chips->len, NULL);
  return chip_at (self, n);
}

guint
sl_chips_n_on (SlChips *self)
{
  guint n = 0;

  g_return_val_if_fail (SL_IS_CHIPS (self), 0);
  for (guint i = 0; i < self->chips->len; i++)
    n += chip_at (self, i)->on;
  return n;
}

/* @anew: there are other chips, so that the bits mean something else. */
static void
take_over (SlChips *self, gboolean anew)
{
  if (anew)
    recount (self);
  else
    {
      add_up (self);
      if (self->source == 0)
        tell_counts (self);
    }
  refilter (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sl_chips_turn (SlChips *self, guint n, gboolean on)
{
  g_return_if_fail (SL_IS_CHIPS (self) && n < self->chips->len);
  if (chip_at (self, n)->on == on)
    return;
  chip_at (self, n)->on = on;
  take_over (self, FALSE);
}

/* Where a chip stands, or is to stand: beside others of its filter, and those in the order of the table. */
static guint
place_of (SlChips *self, const SlRowFilter *filter, gint64 value, gboolean *there)
{
  guint place = 0;

  *there = FALSE;
  while (place < self->chips->len && chip_at (self, place)->filter <= filter)
    {
      const SlChip *chip = chip_at (self, place);

      if (chip->filter == filter && (chip->value == value || filter->form == SL_FILTER_DAY))
        {
          *there = TRUE;
          break;
        }
      place++;
    }
  return place;
}

/* TRUE when it is there now; @anew where the bits mean something else. */
static gboolean
put (SlChips *self, const SlRowFilter *filter, gint64 value, gboolean *anew)
{
  gboolean there;
  guint place = place_of (self, filter, value, &there);

  if (!there && self->chips->len >= SL_CHIPS_MAX)
    return FALSE;
  if (!there)
    {
      SlChip chip = { .filter = filter };

      g_array_insert_val (self->chips, place, chip);
    }
  *anew = *anew || !there || chip_at (self, place)->value != value;
  chip_at (self, place)->value = value;
  chip_at (self, place)->on = TRUE;
  return TRUE;
}

gboolean
sl_chips_add (SlChips *self, const SlRowFilter *filter, gint64 value)
{
  gboolean anew = FALSE;

  g_return_val_if_fail (SL_IS_CHIPS (self) && filter != NULL, FALSE);
  if (!put (self, filter, value, &anew))
    return FALSE;
  take_over (self, anew);
  return TRUE;
}

void
sl_chips_remove (SlChips *self, guint n)
{
  SlChip *chip;
  gboolean anew;

  g_return_if_fail (SL_IS_CHIPS (self) && n < self->chips->len);
  chip = chip_at (self, n);
  anew = !chip->filter->standing || chip->value != 0;
  chip->on = FALSE;
  chip->value = 0;
  if (!chip->filter->standing)
    g_array_remove_index (self->chips, n);
  take_over (self, anew);
}

void
sl_chips_clear (SlChips *self)
{
  g_return_if_fail (SL_IS_CHIPS (self));
  put_standing (self, FALSE);
  take_over (self, TRUE);
}

/* --- As text ------------------------------------------------------------------------------------------------------ */

char *
sl_chips_dup_text (SlChips *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SL_IS_CHIPS (self), g_string_free (text, FALSE));
  for (guint i = 0; i < self->chips->len; i++)
    if (chip_at (self, i)->on)
      {
        g_autofree char *part = sl_row_filter_dup_text (chip_at (self, i)->filter, self->workspace, chip_at (self, i)->value);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", part);
      }
  return g_string_free (text, FALSE);
}

char *
sl_chips_set_text (SlChips *self, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) unknown = g_string_new (NULL);
  gboolean anew = TRUE;

  g_return_val_if_fail (SL_IS_CHIPS (self) && text != NULL, NULL);
  parts = g_strsplit (text, ";", -1);
  put_standing (self, FALSE);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const SlRowFilter *filter;
      gint64 value;

      if (*parts[i] != '\0'
          && (!sl_row_filter_parse (self->table, self->workspace, parts[i], &filter, &value)
              || !put (self, filter, value, &anew)))
        g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ";" : "", parts[i]);
    }
  take_over (self, TRUE);
  return unknown->len > 0 ? g_strdup (unknown->str) : NULL;
}

char *
sl_chips_dup_initial (const SlRowFilter *table)
{
  GString *text = g_string_new (NULL);

  for (; table != NULL && table->id != NULL; table++)
    if (table->initial)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", table->id);
  return g_string_free (text, FALSE);
}

/* --- What came of it ---------------------------------------------------------------------------------------------- */

guint
sl_chips_n_hidden (SlChips *self)
{
  guint asked;

  g_return_val_if_fail (SL_IS_CHIPS (self), 0);
  asked = sl_uid_map_size (self->rows);
  return asked > self->n_kept ? asked - self->n_kept : 0;
}

gboolean
sl_chips_is_busy (SlChips *self)
{
  g_return_val_if_fail (SL_IS_CHIPS (self), FALSE);
  return self->source != 0;
}

void
sl_chips_finish (SlChips *self)
{
  g_return_if_fail (SL_IS_CHIPS (self));
  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  ask_some (self, G_MAXUINT);
  tell_counts (self);
}

guint64
sl_chips_asked (SlChips *self)
{
  g_return_val_if_fail (SL_IS_CHIPS (self), 0);
  return self->asked;
}
