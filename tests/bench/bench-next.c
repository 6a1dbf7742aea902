/* What may come next for a risk, and which risks are said much alike: what a cursor row costs in a large register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-next [ROWS=100000]
 *
 *   next      every move tried on one risk of ROWS, against the same on one of a hundred: it must not grow with the register
 *   similar   one risk compared with every other of ROWS, against folding and counting the same words once
 *
 * What trying a move reads is counted in tests/workspace/test-risk-next, not timed here.
 */
#include "bench-support.h"

#include "base/sl-text.h"
#include "insight/sl-risk-hints.h"
#include "store/sl-place.h"
#include "workspace/sl-risk-acts.h"

#include <stdlib.h>

#define ROUNDS 11
#define TRIES 20
#define FEW 100

static volatile gsize sum; /* keeps what is read from being optimised away */

static const SlRecord *
nth (SlWorkspace *ws, guint i)
{
  return sl_programme_nth (sl_workspace_programme (ws), SL_KIND_RISK, i);
}

static double
try_moves (SlWorkspace *ws, guint round)
{
  guint n = sl_programme_count (sl_workspace_programme (ws), SL_KIND_RISK);
  double start = bench_now ();

  for (guint i = 0; i < TRIES; i++)
    {
      g_autoptr (GPtrArray) moves = sl_workspace_risk_moves (ws, nth (ws, (round * 7919 + i * 104729) % n)->uid);

      sum += moves->len;
    }
  return (bench_now () - start) / TRIES;
}

static gsize
count_words (const char *text)
{
  g_autofree char *folded = sl_text_fold (text);
  gsize n = 0;
  gboolean inside = FALSE;

  for (const char *c = folded; *c != '\0'; c++)
    {
      n += g_ascii_isalnum (*c) && !inside;
      inside = g_ascii_isalnum (*c);
    }
  return n;
}

static double
count_all (SlWorkspace *ws)
{
  guint n = sl_programme_count (sl_workspace_programme (ws), SL_KIND_RISK);
  double start = bench_now ();

  for (guint i = 0; i < n; i++)
    {
      const SlRisk *risk = SL_AS (RISK, nth (ws, i));

      sum += count_words (risk->title) + count_words (risk->cause) + count_words (risk->event);
    }
  return bench_now () - start;
}

static double
find_similar (SlWorkspace *ws, guint round)
{
  double start = bench_now ();
  g_autoptr (GArray) found = sl_risk_similar (sl_workspace_data (ws), SL_AS (RISK, nth (ws, round * 5)), 3);

  sum += found->len;
  return bench_now () - start;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlStore) small_store = sl_memory_store_new ();
  g_autoptr (SlStore) large_store = sl_memory_store_new ();
  g_autoptr (SlWorkspace) small = bench_fill (small_store, FEW);
  g_autoptr (SlWorkspace) large = bench_fill (large_store, argc > 1 ? (guint) atoi (argv[1]) : 100000);
  double ours[ROUNDS], bare[ROUNDS];
  gboolean met = TRUE;

  try_moves (small, 0);
  try_moves (large, 0);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = try_moves (small, i);
      ours[i] = try_moves (large, i);
    }
  met &= bench_report ("what may come next, as against among a hundred", ours, bare, ROUNDS, 2);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = count_all (large);
      ours[i] = find_similar (large, i);
    }
  met &= bench_report ("risks said much alike", ours, bare, ROUNDS, 6);
  return met ? 0 : 1;
}
