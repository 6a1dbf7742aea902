/* The tables of options and commands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/sl-cli-private.h"

/* They draw, and are not linked into every program that has this table: NULL there (main.c). */
#pragma weak sl_cli_run_report
#pragma weak sl_cli_run_heat_map
#pragma weak sl_cli_run_map

#define ROW(ID, n, a, h) { n, a, h },
const SlCliOption sl_cli_options[SL_CLI_N_OPTIONS] = { SL_CLI_OPTIONS (ROW) };

const SlCliCommand sl_cli_commands[] = {
  {
      "new",
      "FILE",
      "Make a new programme file",
      "The file starts with the default scales and settings. An existing file is never touched.",
      1,
      1,
      SL_CLI_COMMON | SL_CLI_BIT (SAMPLE) | SL_CLI_BIT (NAME) | SL_CLI_BIT (CITY) | SL_CLI_BIT (CURRENCY)
          | SL_CLI_BIT (FISCAL_YEAR_START) | SL_CLI_BIT (PRICE_BASE_YEAR) | SL_CLI_BIT (PERSON) | SL_CLI_BIT (ROLE)
          | SL_CLI_BIT (ORGANISATION) | SL_CLI_BIT (PROJECT),
      sl_cli_run_new,
  },
  {
      "info",
      "FILE",
      "Tell what a file holds",
      NULL,
      1,
      1,
      SL_CLI_OPENING,
      sl_cli_run_info,
  },
  {
      "list",
      "FILE KIND",
      "List the records of a kind",
      "EXPR is FIELD OP VALUE, several joined by \"and\"; OP is = != < <= > >= or ~ (contains, whatever case and\n"
      "accents). Put values with blanks into quotes; an empty value (\"\") means absent. Risks also have, computed as of\n"
      "the day: probability, impact, score, rag, worth, target_score, proximity, proximity_days, appetite, review_due,\n"
      "overdue and stale.",
      2,
      2,
      SL_CLI_OPENING | SL_CLI_BIT (WHERE),
      sl_cli_run_list,
  },
  {
      "add",
      "FILE KIND [FIELD=VALUE...]",
      "Add a record and print its code",
      "A dated record (an assessment, a review) is dated the as-of day unless its date is given.",
      2,
      G_MAXUINT,
      SL_CLI_OPENING | SL_CLI_BIT (REASON) | SL_CLI_BIT (UNDER),
      sl_cli_run_add,
  },
  {
      "set",
      "FILE CODE FIELD=VALUE...",
      "Change fields of a record, all or none",
      "An empty value clears the field. Dates also as \"4 Aug 2026\", \"today\" or \"+14\", money also as 95k, people\n"
      "and organisations also by a name that is unique.",
      3,
      G_MAXUINT,
      SL_CLI_OPENING | SL_CLI_BIT (REASON),
      sl_cli_run_set,
  },
  {
      "delete",
      "FILE CODE",
      "Delete a record and those under it",
      "What has left draft is closed, withdrawn or dropped instead.",
      2,
      2,
      SL_CLI_OPENING | SL_CLI_BIT (REASON),
      sl_cli_run_delete,
  },
  {
      "undo",
      "FILE",
      "Take back the acting person's latest change",
      "Without --acting-as: the latest change whose author was not stated. Undo is itself a change and stays in the\n"
      "history.",
      1,
      1,
      SL_CLI_OPENING,
      sl_cli_run_undo,
  },
  {
      "settings",
      "FILE [FIELD=VALUE...]",
      "Tell the versions of the settings, or make the next one and tell which risks move",
      "A version never changes and is never undone; the next one is a copy with these differences. FIELD is a field of the\n"
      "settings (review_red, grid_3), of a band (cost.3.label, probability.3.mid), or an appetite, the programme's\n"
      "(appetite.people) or an organisation's (appetite.people.ORG-002), approved by approved_by. With --dry-run nothing\n"
      "is changed.",
      1,
      G_MAXUINT,
      SL_CLI_OPENING | SL_CLI_BIT (REASON) | SL_CLI_BIT (DRY_RUN),
      sl_cli_run_settings,
  },
  {
      "export",
      "FILE -o OUT",
      "Write the programme as programme XML, or one kind as a table",
      "OUT ends in .xml; or, with --what KIND, in .csv: columns by storage name, texts that a spreadsheet would reckon with\n"
      "behind an apostrophe. It is replaced only when the new one is whole and valid.",
      1,
      1,
      SL_CLI_OPENING | SL_CLI_BIT (OUTPUT) | SL_CLI_BIT (WHAT),
      sl_cli_run_export,
  },
  {
      "report",
      "FILE KIND -o OUT",
      "Write a report",
      "KIND is register or map, those there are so far. OUT ends in .html (a page for people, with everything in it) or .xml (for\n"
      "machines, by report-1.xsd). It is replaced only when the new one is whole and has been read back. Risks that the\n"
      "audience may not see are left out and counted. It tells what changed since --since; otherwise since the last sealed\n"
      "decision, or one reporting period.",
      2,
      2,
      SL_CLI_OPENING | SL_CLI_BIT (OUTPUT) | SL_CLI_BIT (AUDIENCE) | SL_CLI_BIT (PROJECT) | SL_CLI_BIT (SINCE),
      sl_cli_run_report,
  },
  {
      "import",
      "FILE SOURCE",
      "Take programme XML, or cards and links of the map, into a programme",
      "Into a file that is not there yet, or in which nothing has been done since it was made, the whole programme is\n"
      "read in, in place of all that is there. A programme of the same identity is compared; with --update what differs\n"
      "is taken over, and what is only in the file stays. Exit status 1 when it was only compared and differs. SOURCE may\n"
      "also end in .graphml (cards and links, all or nothing) or, with --as, in .csv (what is refused is left out, and the\n"
      "exit status is 1); what the map has already stays.",
      2,
      2,
      SL_CLI_COMMON | SL_CLI_BIT (ACTING_AS) | SL_CLI_BIT (REASON) | SL_CLI_BIT (DRY_RUN) | SL_CLI_BIT (UPDATE)
          | SL_CLI_BIT (AS),
      sl_cli_run_import,
      1,
  },
  {
      "check",
      "FILE",
      "Tell which rules the programme breaks",
      "Exit status 1 when there are errors; with --strict warnings count too. With --since it tells after that what has\n"
      "happened to the risks: what got worse, was lowered or closed, became late or changed hands, by whom and when.",
      1,
      1,
      SL_CLI_OPENING | SL_CLI_BIT (STRICT) | SL_CLI_BIT (SINCE),
      sl_cli_run_check,
  },
  {
      "diff",
      "A [B]",
      "Tell what differs between two programmes, or two times of one",
      "A and B are programme files or programme XML; records are the same when their codes are. With --from, A alone\n"
      "is compared with itself at two points of its history. Exit status 1 when there are differences.",
      1,
      2,
      SL_CLI_COMMON | SL_CLI_BIT (FROM) | SL_CLI_BIT (TO),
      sl_cli_run_diff,
      1,
  },
  {
      "history",
      "FILE [CODE]",
      "Tell who changed what, when and why, newest first",
      "With CODE: only changes of that record and of those under it, deleted ones too.",
      1,
      2,
      SL_CLI_OPENING,
      sl_cli_run_history,
  },
  {
      "heat-map",
      "FILE [WHAT...] -o OUT",
      "Draw how many risks stand where between probability and impact",
      "OUT ends in .svg, .png or .pdf. WHAT: threats or opportunities; before (controls), now or after (treatment);\n"
      "exposure instead of counts; hatched for print without colour; swapped and flipped axes. What the picture shows is\n"
      "printed as a table, with what is left out.",
      1,
      G_MAXUINT,
      SL_CLI_OPENING | SL_CLI_BIT (OUTPUT) | SL_CLI_BIT (AUDIENCE),
      sl_cli_run_heat_map,
  },
  {
      "map layout",
      "IN.graphml -o OUT.graphml",
      "Lay out a graph in columns",
      "Nodes may have the data label, column, width, height, x, y and pinned. What has x and y keeps its place, so that\n"
      "only what is new is laid out; without column the layout chooses columns. Links that close a cycle are named.",
      1,
      1,
      SL_CLI_COMMON | SL_CLI_BIT (OUTPUT) | SL_CLI_BIT (FIRST) | SL_CLI_BIT (TIDY),
      sl_cli_run_map_layout,
  },
  /* After the command of two words that begins like it. */
  {
      "map",
      "FILE [-o OUT]",
      "Draw the benefit map, or tell what follows from what on it",
      "OUT ends in .svg, .png or .pdf, or in .graphml for programs of graphs. Columns lead from what is paid for to why it matters; cards tell owner, status, risk\n"
      "level and findings, links weight and evidence. With --select what is lit is printed, column by column.\n"
      "With --overlay colour tells something else than the type, the legend counts it, and it is printed.\n"
      "With --risk (also of an issue) or --benefit it tells, and lights, the ways from risks to outcomes; with --outcome the way\n"
      "from money to an outcome that is argued best, and its weakest link. Then OUT may be left out. What --audience may not see\n"
      "is counted in what is at risk, which is then rounded up to the next ten percent.",
      1,
      1,
      SL_CLI_OPENING | SL_CLI_BIT (OUTPUT) | SL_CLI_BIT (SELECT) | SL_CLI_BIT (THEME) | SL_CLI_BIT (POSTER)
          | SL_CLI_BIT (OVERLAY) | SL_CLI_BIT (RISK) | SL_CLI_BIT (BENEFIT) | SL_CLI_BIT (OUTCOME) | SL_CLI_BIT (AUDIENCE),
      sl_cli_run_map,
  },
};
const guint sl_cli_n_commands = G_N_ELEMENTS (sl_cli_commands);
