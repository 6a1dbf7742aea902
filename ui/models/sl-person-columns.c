/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/models/sl-person-columns.h"

#include "insight/sl-ownership.h"

#include <glib/gi18n-lib.h>

static SlPersonStatus
status_of (SlWorkspace *workspace, const SlRecord *record)
{
  SlView view = sl_workspace_view (workspace);
  SlPersonStatus status;

  sl_person_status (&view, SL_AS (PERSON, record), &status);
  return status;
}

/* --- How much ----------------------------------------------------------------------------------------------------- */

static char *
owns_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlPersonStatus status = status_of (workspace, record);

  return status.owned > 0 ? g_strdup_printf ("%u", status.owned) : NULL;
}

static gboolean
owns_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  *number = status_of (workspace, record).owned;
  return *number > 0;
}

/* --- What is or will be without an owner -------------------------------------------------------------------------- */

char *
sl_person_dup_gaps (const SlPersonStatus *status)
{
  g_return_val_if_fail (status != NULL, NULL);
  if (status->rag == SL_RAG_RED)
    /* TRANSLATORS: in a narrow column: how many things are without an active owner. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap", "%u gaps", status->gaps), status->gaps);
  if (status->rag == SL_RAG_AMBER && status->standing == SL_STANDING_LEFT)
    /* TRANSLATORS: in a narrow column: how many drafts somebody has left behind. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u draft", "%u drafts", status->owned), status->owned);
  if (status->rag == SL_RAG_AMBER)
    /* TRANSLATORS: in a narrow column: how many things will soon be without an owner. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u soon", "%u soon", status->owned), status->owned);
  return NULL;
}

static char *
gaps_text (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlPersonStatus status = status_of (workspace, record);

  return sl_person_dup_gaps (&status);
}

/* Gaps before what will be one, the most first. */
static gboolean
gaps_number (SlWorkspace *workspace, const SlRecord *record, gint64 *number, gpointer data)
{
  SlPersonStatus status = status_of (workspace, record);

  *number = ((gint64) status.rag << 32) + (status.gaps > 0 ? status.gaps : status.owned);
  return status.rag != SL_RAG_NONE;
}

static SlStatus
gaps_status (SlWorkspace *workspace, const SlRecord *record, gpointer data)
{
  SlRag rag = status_of (workspace, record).rag;

  return rag != SL_RAG_NONE ? sl_status_from_rag (rag, FALSE) : SL_STATUS_NOTHING;
}

/* --- The columns -------------------------------------------------------------------------------------------------- */

static SlColumn *
derived (const char *id, const char *title, const char *help, SlColumnText text, SlColumnNumber number)
{
  SlColumn *column = sl_column_new_derived (id, title, SL_TYPE_TEXT, text);

  column->help = g_strdup (help);
  column->number = number;
  column->bears = sl_kind_bears_on_ownership;
  column->high_first = TRUE;
  return column;
}

static void
add_derived (GPtrArray *columns)
{
  SlColumn *owns = derived ("owns", _ ("Owns"), _ ("How many things the person answers for: risks, actions, benefits and more"),
                            owns_text, owns_number);
  SlColumn *gaps = derived ("gaps", _ ("Gaps"), _ ("What is without an active owner, or will be within 30 days, because the "
                                                   "person has left or leaves"), gaps_text, gaps_number);

  owns->type = SL_TYPE_INT;
  owns->right = TRUE;
  gaps->status = gaps_status;
  g_ptr_array_add (columns, owns);
  g_ptr_array_add (columns, gaps);
}

/* What matters when somebody leaves stands in front: a narrow window shows that much. Together they fit beside the details
 * in a window of usual size. */
static const struct
{
  const char *id;
  int width;
} shown[] = {
  { "code", 66 }, { "display_name", 150 }, { "role_title", 108 }, { "owns", 52 }, { "gaps", 98 }, { "organisation", 78 },
  { "active_from", 106 }, { "active_to", 106 }, { "senior", 56 }, { "board_member", 54 },
};

GPtrArray *
sl_person_columns (void)
{
  g_autoptr (GPtrArray) all = sl_columns_for_kind (SL_KIND_PERSON);
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_column_unref);
  SlColumn *board;

  add_derived (all);
  for (guint i = 0; i < all->len; i++)
    ((SlColumn *) all->pdata[i])->shown = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      SlColumn *column = sl_columns_find (all, shown[i].id);

      column->shown = TRUE;
      column->width = shown[i].width;
      g_ptr_array_add (ordered, sl_column_ref (column));
    }
  for (guint i = 0; i < all->len; i++)
    if (!((SlColumn *) all->pdata[i])->shown)
      g_ptr_array_add (ordered, sl_column_ref (all->pdata[i]));
  board = sl_columns_find (ordered, "board_member");
  g_free (board->title);
  /* TRANSLATORS: head of a narrow column: whether somebody is a member of the board. */
  board->title = g_strdup (_ ("Board"));
  return ordered;
}
