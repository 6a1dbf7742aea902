/* sl-cli-private.h: what the commands share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sl-place.h"
#include "workspace/sl-workspace.h"

#include <stdio.h>

G_BEGIN_DECLS

#define SL_CLI_PROGRAM "sightline-cli"

/* --- Options and commands: two tables, read by parser, help, completion and tests ---------------------------------- */

/* O (ID, name, argument or NULL, help) */
#define SL_CLI_OPTIONS(O)                                                                                              \
  O (HELP, "help", NULL, "Show this help")                                                                             \
  O (VERSION, "version", NULL, "Show the version")                                                                     \
  O (AS_OF, "as-of", "DATE", "Judge everything as of this day (YYYY-MM-DD)")                                           \
  O (ACTING_AS, "acting-as", "PERSON", "Act as this person: a code, or a name that is unique")                         \
  O (REASON, "reason", "TEXT", "Why: one line, kept in the history")                                                   \
  O (JSON, "json", NULL, "Answer in JSON")                                                                             \
  O (QUIET, "quiet", NULL, "Print no confirmations; check answers by its exit status alone")                           \
  O (WHERE, "where", "EXPR", "Only the records for which this holds")                                                  \
  O (UNDER, "under", "CODE", "The record that the new one belongs to")                                                 \
  O (OUTPUT, "output", "FILE", "The file to write; its ending tells the format")                                        \
  O (STRICT, "strict", NULL, "Count warnings as findings too")                                                         \
  O (DRY_RUN, "dry-run", NULL, "Tell what would happen, and change nothing")                                           \
  O (UPDATE, "update", NULL, "Take over what differs from the programme that is there")                                \
  O (FROM, "from", "SEQ|DATE", "The file as it was after that change, or at the end of that day (UTC)")                \
  O (TO, "to", "SEQ|DATE", "Up to that change or day; otherwise the present")                                          \
  O (SINCE, "since", "SEQ|DATE", "What has happened since that change, or the end of that day (UTC); report has a default") \
  O (SAMPLE, "sample", NULL, "Fill it with the worked sample, a made-up programme")                                    \
  O (NAME, "name", "NAME", "Name of the programme; otherwise that of the file")                                        \
  O (CITY, "city", "NAME", "City or body whose programme it is")                                                       \
  O (CURRENCY, "currency", "CODE", "Currency, ISO 4217; otherwise GBP")                                                \
  O (FISCAL_YEAR_START, "fiscal-year-start", "MONTH", "Month in which the fiscal year starts, 1 to 12; otherwise 4")   \
  O (PRICE_BASE_YEAR, "price-base-year", "YEAR", "Year in whose prices money is given; otherwise this year")           \
  O (PERSON, "person", "NAME", "Your name: the first person")                                                          \
  O (ROLE, "role", "TEXT", "Your role")                                                                                \
  O (ORGANISATION, "organisation", "NAME", "Your organisation")                                                        \
  O (PROJECT, "project", "NAME", "new: name of the first project; report: only what is of this project or of none")    \
  O (AUDIENCE, "audience", "WHO", "Who may see the report: open, board (otherwise) or restricted; the rest is counted") \
  O (FIRST, "first", NULL, "Draw at once, without looking for fewer crossings")                                        \
  O (TIDY, "tidy", NULL, "Draw anew: forget where cards stood and which were moved by hand")                             \
  O (SELECT, "select", "CODE", "Light everything up- and downstream of this card; the rest fades")                      \
  O (THEME, "theme", "NAME", "Colours: light (otherwise), dark, contrast, or print (hatched, for print without colour)") \
  O (OVERLAY, "overlay", "MODE", "Colour the map by type (otherwise), status, level, evidence, schedule, owner or project") \
  O (WHAT, "what", "KIND", "Only the records of this kind, as a table")                                                \
  O (AS, "as", "KIND", "What the rows of a table are: map-node or map-edge")                                            \
  O (RISK, "risk", "CODE", "What this risk or issue strikes and reaches, the way it goes, and what is at risk")         \
  O (BENEFIT, "benefit", "CODE", "Every risk and issue that can reach this benefit, and what is at risk")               \
  O (OUTCOME, "outcome", "CODE", "The best argued way from money to this outcome, and its weakest link")                \
  O (POSTER, "poster", "PAPER", "As a poster of sheets of A4, A3, A2, A1 or A0 that overlap, with a page that shows how")

#define SL_CLI_OPTION_ID(ID, ...) SL_CLI_##ID,
typedef enum
{
  SL_CLI_OPTIONS (SL_CLI_OPTION_ID) SL_CLI_N_OPTIONS
} SlCliOptionId;

typedef struct
{
  const char *name;     /* without the dashes */
  const char *argument; /* what its argument is called; NULL: it takes none */
  const char *help;     /* British English */
} SlCliOption;

extern const SlCliOption sl_cli_options[SL_CLI_N_OPTIONS];

#define SL_CLI_BIT(ID) (G_GUINT64_CONSTANT (1) << SL_CLI_##ID)
/* Of every command. */
#define SL_CLI_COMMON (SL_CLI_BIT (HELP) | SL_CLI_BIT (JSON) | SL_CLI_BIT (QUIET))
/* Of every command that opens a programme that is there. */
#define SL_CLI_OPENING (SL_CLI_COMMON | SL_CLI_BIT (AS_OF) | SL_CLI_BIT (ACTING_AS))

typedef struct _SlCli SlCli;

typedef struct
{
  const char *name;      /* one word, or two */
  const char *arguments; /* as the help shows them */
  const char *help;      /* one line, British English */
  const char *details;   /* further lines for its own help, or NULL */
  guint min_args, max_args;
  guint64 options;       /* SL_CLI_BIT() of those it takes */
  gboolean (*run) (SlCli *cli, GError **error); /* NULL: in the module that draws */
  guint more_files;      /* operands after the first that name files, too */
} SlCliCommand;

extern const SlCliCommand sl_cli_commands[];
extern const guint sl_cli_n_commands;

/* One run of the program. */
struct _SlCli
{
  const SlCliCommand *command;
  const char *values[SL_CLI_N_OPTIONS]; /* NULL: not given; "" for one without argument */
  const char **args;                    /* what follows the command */
  guint n_args;
  const char *subject;    /* the file that messages are about: the first operand, unless told otherwise; NULL: they name it */
  FILE *out;              /* memory until the run has succeeded: a run that fails has answered nothing */
  SlWorkspace *workspace; /* NULL until sl_cli_open() */
  gint64 seq;             /* of the head as it was opened */
  int status;             /* of success: 0, or 1 for findings */
};

#define SL_CLI_HAS(cli, ID) ((cli)->values[SL_CLI_##ID] != NULL)

gboolean sl_cli_run_new     (SlCli *cli, GError **error);
gboolean sl_cli_run_info    (SlCli *cli, GError **error);
gboolean sl_cli_run_list    (SlCli *cli, GError **error);
gboolean sl_cli_run_add     (SlCli *cli, GError **error);
gboolean sl_cli_run_export  (SlCli *cli, GError **error);
gboolean sl_cli_run_report  (SlCli *cli, GError **error);
gboolean sl_cli_run_delete  (SlCli *cli, GError **error);
gboolean sl_cli_run_set     (SlCli *cli, GError **error);
gboolean sl_cli_run_settings (SlCli *cli, GError **error);
gboolean sl_cli_run_undo    (SlCli *cli, GError **error);
gboolean sl_cli_run_check   (SlCli *cli, GError **error);
gboolean sl_cli_run_history (SlCli *cli, GError **error);
gboolean sl_cli_run_import  (SlCli *cli, GError **error);
/* The part of import that takes cards and links into the map; @kind: -1 for GraphML. */
gboolean sl_cli_import_map   (SlCli *cli, GInputStream *stream, int kind, GError **error);
gboolean sl_cli_run_diff    (SlCli *cli, GError **error);
gboolean sl_cli_run_map      (SlCli *cli, GError **error);
gboolean sl_cli_run_map_layout (SlCli *cli, GError **error);
gboolean sl_cli_run_heat_map (SlCli *cli, GError **error);

/* --- Parsing (sl-cli-parse.c) and help (sl-cli-help.c) ------------------------------------------------------------- */

/* Sorts @argv into @cli. SL_ERROR_USAGE. */
gboolean sl_cli_parse (SlCli *cli, int argc, char **argv, GError **error);
/* @command NULL: the overview. */
char    *sl_cli_dup_help       (const SlCliCommand *command);
/* A completion script for bash. */
char    *sl_cli_dup_completion (void);

/* --- Opening and answering (sl-cli.c) ------------------------------------------------------------------------------ */

/* Opens the first argument and takes up --as-of and --acting-as. */
gboolean sl_cli_open  (SlCli *cli, SlOpenMode mode, GError **error);
/* Opens any programme file, and tells what was out of the ordinary. Returns: (transfer full). */
SlWorkspace *sl_cli_open_file (SlCli *cli, const char *path, SlOpenMode mode, GError **error);
/* The person whom --acting-as names among @data; SL_UID_NONE when it is not given. */
gboolean sl_cli_find_actor (SlCli *cli, const SlData *data, SlUid *person, GError **error);
/* Opens programme XML for reading. Returns: (transfer full): NULL with an error that names it. */
GInputStream *sl_cli_open_document (const char *path, GError **error);
/* What --audience says, SL_CONFIDENTIALITY_*; the board when it is not given. SL_ERROR_USAGE. */
gboolean sl_cli_take_audience (SlCli *cli, int *audience, GError **error);
/* Whether --output names something to write that is not the programme itself. SL_ERROR_USAGE; @example: "OUT.xml". */
gboolean sl_cli_check_output (SlCli *cli, const char *example, GError **error);
/* Of charts/, whose headers name Cairo: only what draws may see them. */
typedef struct _SlMapDrawing SlMapDrawing;
typedef struct _SlMapTrace SlMapTrace;

/* What --risk, --benefit or --outcome asks: prints it, and gives how @drawing shows it (both nullable). */
gboolean sl_cli_trace (SlCli *cli, const SlMapDrawing *drawing, SlMapTrace **trace, GError **error);
/* Writes @out to --output, whole or not at all. */
gboolean sl_cli_write_output (SlCli *cli, const GString *out, GError **error);
/* Tells that --output is written, the way --json and --quiet ask for. */
void     sl_cli_tell_output  (SlCli *cli);
/* Prints to what becomes stdout. */
void     sl_cli_print (SlCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The record of a public code given on the command line. Borrowed; NULL with SL_ERROR_NOT_FOUND. */
const SlRecord *sl_cli_find (SlCli *cli, const char *code, GError **error);
/* The kind of that name. NULL with SL_ERROR_USAGE. */
const SlKind *sl_cli_find_kind (const char *name, GError **error);
/* Puts "FIELD=VALUE" into a record of @tx. SL_ERROR_USAGE, and what sl_tx_set_text() says. */
gboolean sl_cli_assign (SlCli *cli, SlTx *tx, SlUid uid, const char *assignment, GError **error);

/* --- Columns: stored and derived (sl-cli-column.c) ------------------------------------------------------------------ */

typedef struct
{
  const SlField *field;
  int number;  /* of the field in its kind, or -1: derived */
  int derived; /* of the derived value, or -1: stored */
} SlCliColumn;

/* Every column of a kind, stored ones first. Returns: (transfer full): of SlCliColumn. */
GArray  *sl_cli_columns    (const SlKind *kind);
/* The column of that name ('-' as '_'); FALSE when there is none. */
gboolean sl_cli_column_find (const SlKind *kind, const char *name, SlCliColumn *column);
/* The value borrows from the record. */
void     sl_cli_column_get (SlCli *cli, const SlCliColumn *column, const SlRecord *record, SlValue *value);

/* --- The language of --where (sl-cli-where.c) ------------------------------------------------------------------------ */

typedef struct _SlCliWhere SlCliWhere;

/* "FIELD OP VALUE and ...", OP one of = != < <= > >= ~. SL_ERROR_USAGE with the position. */
SlCliWhere *sl_cli_where_new   (SlCli *cli, const SlKind *kind, const char *text, GError **error);
void        sl_cli_where_free  (SlCliWhere *self);
gboolean    sl_cli_where_match (const SlCliWhere *self, SlCli *cli, const SlRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCliWhere, sl_cli_where_free)

/* --- JSON (sl-cli-json.c) and tables (sl-cli-table.c) ---------------------------------------------------------------- */

/* Appends a JSON string, or null. */
void sl_cli_json_string (GString *json, const char *text);
/* Appends the value as JSON: text, tokens, days and codes as strings, numbers exact, absent as null. */
void sl_cli_json_value  (GString *json, const SlData *data, const SlField *field, const SlValue *value);
/* Appends a record as an object keyed by storage names; derived values in "derived". */
void sl_cli_json_record (GString *json, SlCli *cli, const SlRecord *record);

typedef struct _SlCliTable SlCliTable;

SlCliTable *sl_cli_table_new   (guint n_columns);
void        sl_cli_table_free  (SlCliTable *self);
/* Numbers stand to the right. */
void        sl_cli_table_right (SlCliTable *self, guint column);
/* Cells in order of rows, made safe for a terminal. */
void        sl_cli_table_add   (SlCliTable *self, const char *cell);
void        sl_cli_table_print (SlCliTable *self, SlCli *cli);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCliTable, sl_cli_table_free)

/* --- Change-sets (sl-cli-change.c) ------------------------------------------------------------------------------------ */

/* In all of them @data is best an SlHistoryData: what a change-set is about may have been deleted. */

/* One line per record and field, each after @indent: "R-005: owner: P-06 → P-02". */
void        sl_cli_print_changes (SlCli *cli, const SlData *data, const SlChangeSet *change_set, const char *indent);
/* The whole change-set as an object. */
void        sl_cli_json_change_set (GString *json, const SlData *data, const SlChangeSet *change_set);
/* "P-02 Programme Sample", or "not stated". */
char       *sl_cli_dup_actor (const SlData *data, const SlChangeSet *change_set);
/* The change-set of @seq (0: the newest). Returns: (transfer full) (nullable). */
SlChangeSet *sl_cli_read_change_set (SlCli *cli, gint64 seq, GError **error);
/* After a commit: prints the newest change-set the way --json and --quiet ask for, or that nothing changed. */
gboolean    sl_cli_confirm (SlCli *cli, gint64 seq_before, GError **error);

/* --- Differences (sl-cli-difference.c) -------------------------------------------------------------------------------- */

/* Two sides, with what is said of a record that is on one of them only: "only in a.xml", "added". */
typedef struct
{
  const SlData *data[2];
  const char *lone[2];
} SlCliSides;

/* One line per record and field; what stands in a lone record is not told apart from it. */
void        sl_cli_print_differences (SlCli *cli, const GPtrArray *differences, const SlCliSides *sides);
/* An array of objects. */
void        sl_cli_json_differences  (GString *json, const GPtrArray *differences, const SlCliSides *sides);
/* How many are on both sides, or only on one (0, 1). */
void        sl_cli_count_differences (const GPtrArray *differences, guint *both, guint lone[2]);

/* --- Points of the history (sl-cli-diff.c) ------------------------------------------------------------------------------ */

/* The number that @option gives, or the last change of the day that it gives. SL_ERROR_USAGE. */
gboolean    sl_cli_find_seq (SlCli *cli, SlCliOptionId option, gint64 *seq, GError **error);

/* The object that `info --json` prints. */
void        sl_cli_json_info (GString *json, SlCli *cli);

G_END_DECLS
