/* Keys, parents, links without a way round, and codes that follow from what a record is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sl-error.h"
#include "model/sl-code.h"
#include "model/sl-programme.h"
#include "model/sl-tx.h"

#include <string.h>

typedef struct
{
  SlProgramme *programme;
  SlTx *tx;
} Desk;

static void
desk_init (Desk *self)
{
  self->programme = sl_programme_new ();
  self->tx = sl_tx_new (sl_programme_data (self->programme), SL_VERB_ADD);
}

static void
desk_clear (Desk *self)
{
  sl_tx_free (self->tx);
  g_object_unref (self->programme);
}

/* Makes what was done stand, and begins anew. */
static void
desk_commit (Desk *self, SlVerb next)
{
  g_autoptr (SlChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  sl_tx_check_structure (self->tx, &error);
  g_assert_no_error (error);
  change_set = sl_change_set_new (sl_tx_changes (self->tx), SL_VERB_ADD, SL_UID_NONE, NULL);
  sl_tx_free (self->tx);
  sl_programme_apply (self->programme, change_set);
  self->tx = sl_tx_new (sl_programme_data (self->programme), next);
}

static void
set (Desk *self, SlUid uid, guint field, SlValue value)
{
  g_autoptr (GError) error = NULL;

  sl_tx_set (self->tx, uid, field, &value, &error);
  g_assert_no_error (error);
}

static void
refused (Desk *self, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_tx_check_structure (self->tx, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_STRUCTURE);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not speak of “%s”", error->message, part);
}

static const char *
code_of (Desk *self, SlUid uid)
{
  return sl_record_code (sl_data_lookup (sl_tx_data (self->tx), uid));
}

static SlUid
node (Desk *self, int type)
{
  SlUid uid = sl_tx_create (self->tx, SL_KIND_MAP_NODE);

  set (self, uid, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (type));
  set (self, uid, SL_MAP_NODE_TITLE, SL_VALUE_TEXT ("A node"));
  return uid;
}

static SlUid
edge (Desk *self, SlUid from, SlUid to)
{
  SlUid uid = sl_tx_create (self->tx, SL_KIND_MAP_EDGE);

  set (self, uid, SL_MAP_EDGE_FROM, SL_VALUE_REF (from));
  set (self, uid, SL_MAP_EDGE_TO, SL_VALUE_REF (to));
  return uid;
}

static void
test_codes_follow (void)
{
  Desk desk;
  SlUid project, gate, criterion, outcome;

  desk_init (&desk);
  outcome = node (&desk, SL_NODE_TYPE_END_OUTCOME);
  g_assert_cmpstr (code_of (&desk, outcome), ==, "E1");
  g_assert_cmpstr (code_of (&desk, node (&desk, SL_NODE_TYPE_END_OUTCOME)), ==, "E2");
  g_assert_cmpstr (code_of (&desk, node (&desk, SL_NODE_TYPE_INVESTMENT)), ==, "V1");
  /* Until it is committed the code follows the type; a code once counted is not given again. */
  set (&desk, outcome, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (SL_NODE_TYPE_STRATEGIC_PURPOSE));
  g_assert_cmpstr (code_of (&desk, outcome), ==, "SP1");
  g_assert_cmpstr (code_of (&desk, node (&desk, SL_NODE_TYPE_END_OUTCOME)), ==, "E3");

  project = sl_tx_create (desk.tx, SL_KIND_PROJECT);
  set (&desk, project, SL_PROJECT_NAME, SL_VALUE_TEXT ("One"));
  gate = sl_tx_create (desk.tx, SL_KIND_GATE);
  g_assert_null (code_of (&desk, gate));
  set (&desk, gate, SL_GATE_PROJECT, SL_VALUE_REF (project));
  set (&desk, gate, SL_GATE_NUMBER, SL_VALUE_INT (4));
  g_assert_cmpstr (code_of (&desk, gate), ==, "G4");
  criterion = sl_tx_create (desk.tx, SL_KIND_GATE_CRITERION);
  set (&desk, criterion, SL_GATE_CRITERION_GATE, SL_VALUE_REF (gate));
  set (&desk, criterion, SL_GATE_CRITERION_TEXT, SL_VALUE_TEXT ("It works"));
  g_assert_cmpstr (code_of (&desk, criterion), ==, "G4-01");
  gate = sl_tx_create (desk.tx, SL_KIND_GATE);
  set (&desk, gate, SL_GATE_PROJECT, SL_VALUE_REF (project));
  set (&desk, gate, SL_GATE_NUMBER, SL_VALUE_INT (4));
  g_assert_cmpstr (code_of (&desk, gate), ==, "G4.1.2");
  project = sl_tx_create (desk.tx, SL_KIND_PROJECT);
  set (&desk, project, SL_PROJECT_NAME, SL_VALUE_TEXT ("Two"));
  gate = sl_tx_create (desk.tx, SL_KIND_GATE);
  set (&desk, gate, SL_GATE_NUMBER, SL_VALUE_INT (3));
  set (&desk, gate, SL_GATE_PROJECT, SL_VALUE_REF (project));
  g_assert_cmpstr (code_of (&desk, gate), ==, "G3.2");

  /* A code given by hand stays, whatever the type. */
  outcome = node (&desk, SL_NODE_TYPE_ENABLER);
  set (&desk, outcome, SL_MAP_NODE_CODE, SL_VALUE_TEXT ("N40"));
  set (&desk, outcome, SL_MAP_NODE_TYPE, SL_VALUE_ENUM (SL_NODE_TYPE_INVESTMENT));
  g_assert_cmpstr (code_of (&desk, outcome), ==, "N40");
  desk_commit (&desk, SL_VERB_ADD);
  g_assert_cmpstr (code_of (&desk, node (&desk, SL_NODE_TYPE_ENABLER)), ==, "N41");
  desk_clear (&desk);
}

static void
test_code_patterns (void)
{
  static const struct
  {
    int kind;
    const char *code;
    const char *stem; /* NULL: refused */
    int number;
  } cases[] = {
    { SL_KIND_RISK, "R-014", "R-", 14 },
    { SL_KIND_RISK, "R-7", "R-", 7 },
    { SL_KIND_RISK, "R-123456789", "R-", 123456789 },
    { SL_KIND_RISK, "R-000", NULL, 0 },
    { SL_KIND_RISK, "R-1234567890", NULL, 0 },
    { SL_KIND_RISK, "R-", NULL, 0 },
    { SL_KIND_RISK, "R-1x", NULL, 0 },
    { SL_KIND_RISK, "r-1", NULL, 0 },
    { SL_KIND_MAP_NODE, "SP2", "SP", 2 },
    { SL_KIND_MAP_NODE, "V10", "V", 10 },
    { SL_KIND_MAP_NODE, "X1", NULL, 0 },
    { SL_KIND_GATE, "G3", "G", 3 },
    { SL_KIND_GATE, "G3.2", "G3.", 2 },
    { SL_KIND_GATE, "G4.1.2", "G4.1.", 2 },
    { SL_KIND_GATE, "G3-04", NULL, 0 },
    { SL_KIND_GATE_CRITERION, "G3-04", "G3-", 4 },
    { SL_KIND_GATE_CRITERION, "G3.2-04", "G3.2-", 4 },
    { SL_KIND_HEALTH_STATEMENT, "a1.3", "a1.", 3 },
    { SL_KIND_HEALTH_STATEMENT, "j1.3", NULL, 0 },
    { SL_KIND_CHECKLIST_QUESTION, "CL2.13", "CL2.", 13 },
    { SL_KIND_PERSON, "P28", NULL, 0 },
    { SL_KIND_RISK_PROMPT, "P28", "P", 28 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SlKind *kind = sl_kind_get (cases[i].kind);
      g_autofree char *regex = sl_code_dup_regex (kind);
      g_autofree char *whole = g_strdup_printf ("^(?:%s)$", regex);
      char stem[SL_CODE_STEM_MAX];
      gint64 number;

      g_assert_cmpint (sl_code_split (kind, cases[i].code, stem, &number), ==, cases[i].stem != NULL);
      g_assert_cmpint (g_regex_match_simple (whole, cases[i].code, G_REGEX_DOLLAR_ENDONLY, 0), ==, cases[i].stem != NULL);
      if (cases[i].stem == NULL)
        continue;
      g_assert_cmpstr (stem, ==, cases[i].stem);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_keys (void)
{
  Desk desk;
  SlUid one, two, link;

  desk_init (&desk);
  one = node (&desk, SL_NODE_TYPE_ENABLER);
  two = node (&desk, SL_NODE_TYPE_BUSINESS_CHANGE);
  edge (&desk, one, two);
  desk_commit (&desk, SL_VERB_ADD);
  link = edge (&desk, one, two);
  refused (&desk, "there is one like this");
  set (&desk, link, SL_MAP_EDGE_TO, SL_VALUE_REF (node (&desk, SL_NODE_TYPE_BUSINESS_CHANGE)));
  desk_commit (&desk, SL_VERB_EDIT);
  set (&desk, link, SL_MAP_EDGE_TO, SL_VALUE_REF (two));
  refused (&desk, "there is one like this");
  desk_clear (&desk);
}

static void
test_no_way_round (void)
{
  Desk desk;
  SlUid first, last, link;

  desk_init (&desk);
  first = last = node (&desk, SL_NODE_TYPE_ENABLER);
  for (guint i = 0; i < 3000; i++)
    {
      SlUid next = node (&desk, SL_NODE_TYPE_ENABLER);

      edge (&desk, last, next);
      last = next;
    }
  /* Two ways to one place are no ring. */
  edge (&desk, first, last);
  desk_commit (&desk, SL_VERB_ADD);
  link = edge (&desk, last, first);
  refused (&desk, "leads back");
  sl_tx_delete (desk.tx, link, NULL);
  edge (&desk, first, first);
  refused (&desk, "leads back");
  desk_clear (&desk);
}

static void
test_goes_with_either_end (void)
{
  Desk desk;
  SlUid one, two, link;

  desk_init (&desk);
  one = node (&desk, SL_NODE_TYPE_ENABLER);
  two = node (&desk, SL_NODE_TYPE_BUSINESS_CHANGE);
  link = edge (&desk, one, two);
  desk_commit (&desk, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (desk.tx, two, NULL));
  g_assert_null (sl_data_lookup (sl_tx_data (desk.tx), link));
  desk_commit (&desk, SL_VERB_ADD);
  g_assert_nonnull (sl_data_lookup (sl_tx_data (desk.tx), one));
  desk_clear (&desk);
}

static void
test_one_parent (void)
{
  Desk desk;
  SlUid action, risk, benefit;

  desk_init (&desk);
  risk = sl_tx_create (desk.tx, SL_KIND_RISK);
  set (&desk, risk, SL_RISK_TITLE, SL_VALUE_TEXT ("A risk"));
  benefit = sl_tx_create (desk.tx, SL_KIND_BENEFIT);
  set (&desk, benefit, SL_BENEFIT_NAME, SL_VALUE_TEXT ("A benefit"));
  action = sl_tx_create (desk.tx, SL_KIND_ACTION);
  set (&desk, action, SL_ACTION_TITLE, SL_VALUE_TEXT ("An action"));
  refused (&desk, "must say what it is for");
  set (&desk, action, SL_ACTION_RISK, SL_VALUE_REF (risk));
  set (&desk, action, SL_ACTION_BENEFIT, SL_VALUE_REF (benefit));
  refused (&desk, "one thing only");
  set (&desk, action, SL_ACTION_RISK, SL_VALUE_NULL (SL_TYPE_REF));
  desk_commit (&desk, SL_VERB_DELETE);
  g_assert_true (sl_tx_delete (desk.tx, benefit, NULL));
  g_assert_null (sl_data_lookup (sl_tx_data (desk.tx), action));
  desk_clear (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/codes-follow", test_codes_follow);
  g_test_add_func ("/structure/code-patterns", test_code_patterns);
  g_test_add_func ("/structure/keys", test_keys);
  g_test_add_func ("/structure/no-way-round", test_no_way_round);
  g_test_add_func ("/structure/goes-with-either-end", test_goes_with_either_end);
  g_test_add_func ("/structure/one-parent", test_one_parent);
  return g_test_run ();
}
