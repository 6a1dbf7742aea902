/* sl-report.h: reports: what a programme says of itself to those who do not open it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report is made in three steps, each knowing nothing of the next:
 *
 *   facts   what the report is about, read and judged once from a copy of the programme: risks in order, what changed,
 *           what is left out (sl-report-facts-private.h)
 *   kind    tells the facts twice: as data, elements of domain.md 4.5 (urn:sightline:report:1, report-1.xsd), and as a
 *           page for people, an SlDocument of headings, paragraphs, tables and figures (sl-document.h)
 *   format  writes a page to a file (sl-document-html.h), having it read back and checked before it is put in place
 *
 * To add a kind of report: write its two functions in a file of its own, sl-NAME-report.c, from the parts that others
 * use already (sl-report-xml-private.h writes elements, sl-report-parts-private.h sections of a page), and give it a line in
 * the table of sl-report.c, in the order of domain.md 4.5. What it says first goes into report-1.xsd and the facts. Command
 * line, dialog, audience, history head, validation and determinism come with the table. To add a format: a line in
 * the table of formats beside it, and a writer of SlDocument.
 *
 * The same file and as-of date give the same bytes, whatever the language, the zone or the day.
 */
#pragma once

#include "workspace/sl-workspace.h"

G_BEGIN_DECLS

#define SL_REPORT_NAMESPACE "urn:sightline:report:1"

typedef struct _SlReportKind SlReportKind;
typedef struct _SlReportFormat SlReportFormat;

/* The kinds there are so far, in order; NULL behind the last. */
const SlReportKind   *sl_report_kind_nth    (guint n);
/* By token ("register"); NULL with SL_ERROR_USAGE, naming those there are. */
const SlReportKind   *sl_report_kind_find   (const char *token, GError **error);
const char           *sl_report_kind_token  (const SlReportKind *self);
/* For people: an untranslated msgid. */
const char           *sl_report_kind_label  (const SlReportKind *self);

/* The formats, NULL behind the last. */
const SlReportFormat *sl_report_format_nth  (guint n);
/* By the ending of @path; NULL with SL_ERROR_USAGE, naming those there are. */
const SlReportFormat *sl_report_format_find (const char *path, GError **error);
/* Ending without the dot: "html". */
const char           *sl_report_format_suffix (const SlReportFormat *self);
/* For people: an untranslated msgid. */
const char           *sl_report_format_label  (const SlReportFormat *self);

/* What the reader gets. */
typedef struct
{
  const SlReportKind *kind;
  int audience;      /* SL_CONFIDENTIALITY_*: the most confidential risks that it may see; others are counted */
  SlUid project;     /* only what is of this project or of none; SL_UID_NONE: everything */
  const char *since; /* what changed since: a day (2026-07-31) or the number of a change-set; NULL: the last sealed
                        decision, or one reporting period */
} SlReportOptions;

/* A programme at rest, for a worker. */
typedef struct _SlReportSource SlReportSource;

/* What @workspace shows now, as of its day. SL_ERROR_REFUSED (not yet checked, no programme), what sl_store_reader() says.
 * On the main thread. */
SlReportSource *sl_report_source_new  (SlWorkspace *workspace, GError **error);
void            sl_report_source_free (SlReportSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportSource, sl_report_source_free)

/* Writes the report to @path, in the format of its ending, whole or not at all, having read it back and compared it with
 * report-1.xsd (XML) or looked whether it can be parsed (HTML). On any one thread. @progress, nullable, is called on it.
 * SL_ERROR_USAGE (ending, @since), SL_ERROR_IO, SL_ERROR_CANCELLED, SL_ERROR_NOT_FOUND (no such change), SL_ERROR_INTERNAL. */
gboolean sl_report_save (SlReportSource *source, const SlReportOptions *options, const char *path,
                         GCancellable *cancellable, SlProgressFunc progress, gpointer user, GError **error);

G_END_DECLS
