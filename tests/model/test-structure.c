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

/* As people count, however many numbers a code has. */
static void
test_code_order (void)
{
  static const char *const rising[] = { NULL,   "A-01",   "A-1",    "A-02",  "CL2.4",   "CL2.13", "CL10.1", "E1",
                                        "E2",   "E10",    "ESC-1",  "G1",    "G1-02",   "G1-10",  "G1.2",   "G1.2-03",
                                        "G2",   "ISS-001", "N1",    "R-999", "R-1000" };

  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    for (guint k = 0; k < G_N_ELEMENTS (rising); k++)
      {
        int order = sl_code_compare (rising[i], rising[k]);

        g_test_message ("%s and %s", rising[i], rising[k]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > k) - (i < k));
      }
}

static gboolean
add_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  const SlKind *kind = sl_record_kind (record);

  g_string_append_printf (data, "%s %s: %s\n", kind->token, field >= 0 ? kind->fields[field].name : "-", fault->message);
  return TRUE;
}

static gboolean
stop_at_fault (const SlRecord *record, int field, const GError *fault, gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

/* Everything that is wrong is told, and told once. */
static void
test_every_fault (void)
{
  Desk desk;
  g_autoptr (GString) told = g_string_new (NULL);
  SlUid one, two, action, first, second;
  guint n = 0;

  desk_init (&desk);
  one = node (&desk, SL_NODE_TYPE_ENABLER);
  two = node (&desk, SL_NODE_TYPE_BUSINESS_CHANGE);
  edge (&desk, one, two);
  edge (&desk, one, two);
  edge (&desk, two, one);
  edge (&desk, two, two);
  action = sl_tx_create (desk.tx, SL_KIND_ACTION);
  set (&desk, action, SL_ACTION_CODE, SL_VALUE_TEXT ("R-1"));
  first = sl_tx_create (desk.tx, SL_KIND_RISK);
  second = sl_tx_create (desk.tx, SL_KIND_RISK);
  set (&desk, first, SL_RISK_TITLE, SL_VALUE_TEXT ("One"));
  set (&desk, second, SL_RISK_TITLE, SL_VALUE_TEXT ("Two"));
  set (&desk, second, SL_RISK_CODE, SL_VALUE_TEXT ("R-001"));
  set (&desk, first, SL_RISK_PARENT_RISK, SL_VALUE_REF (second));
  set (&desk, second, SL_RISK_PARENT_RISK, SL_VALUE_REF (first));
  set (&desk, second, SL_RISK_OWNER, SL_VALUE_REF (one));
  g_assert_false (sl_tx_each_fault (desk.tx, add_fault, told));
  g_assert_cmpstr (told->str, ==,
                   "action code: this is no id of its kind\n"
                   "action title: this must not be empty\n"
                   "action -: it must say what it is for\n"
                   "risk code: this id is taken\n"
                   "risk owner: it refers to something that is not there\n"
                   "map_edge to: there is one like this already\n"
                   "map_edge -: it leads back to where it came from\n"
                   "map_edge -: it leads back to where it came from\n"
                   "risk parent_risk: it leads back to itself\n");
  g_assert_false (sl_tx_each_fault (desk.tx, stop_at_fault, &n));
  g_assert_cmpuint (n, ==, 1);
  desk_clear (&desk);
}

/* Long chains and large families are no faults, and each record of them is passed once. */
static void
test_large_families (void)
{
  Desk desk;
  SlUid parent = SL_UID_NONE, above = SL_UID_NONE;

  desk_init (&desk);
  parent = node (&desk, SL_NODE_TYPE_ENABLER);
  for (guint i = 0; i < 20000; i++)
    {
      SlUid risk = sl_tx_create (desk.tx, SL_KIND_RISK);
      SlUid link = sl_tx_create (desk.tx, SL_KIND_RISK_NODE);

      set (&desk, risk, SL_RISK_TITLE, SL_VALUE_TEXT ("A risk"));
      if (above != SL_UID_NONE)
        set (&desk, risk, SL_RISK_PARENT_RISK, SL_VALUE_REF (above));
      set (&desk, link, SL_RISK_NODE_RISK, SL_VALUE_REF (risk));
      set (&desk, link, SL_RISK_NODE_NODE, SL_VALUE_REF (parent));
      above = risk;
    }
  desk_commit (&desk, SL_VERB_EDIT);
  set (&desk, above, SL_RISK_PARENT_RISK, SL_VALUE_REF (above));
  refused (&desk, "leads back to itself");
  desk_clear (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/codes-follow", test_codes_follow);
  g_test_add_func ("/structure/code-patterns", test_code_patterns);
  g_test_add_func ("/structure/code-order", test_code_order);
  g_test_add_func ("/structure/keys", test_keys);
  g_test_add_func ("/structure/no-way-round", test_no_way_round);
  g_test_add_func ("/structure/goes-with-either-end", test_goes_with_either_end);
  g_test_add_func ("/structure/one-parent", test_one_parent);
  g_test_add_func ("/structure/every-fault", test_every_fault);
  g_test_add_func ("/structure/large-families", test_large_families);
  return g_test_run ();
}
