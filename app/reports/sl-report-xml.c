/* Report XML: what every report has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "reports/sl-report-xml-private.h"

/* --- Attributes --------------------------------------------------------------------------------------------------- */

void
sl_report_xml_string (SlXmlWriter *xml, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    sl_xml_writer_attribute (xml, name, text);
}

void
sl_report_xml_prose (SlXmlWriter *xml, const char *element, const char *text)
{
  if (text != NULL && *text != '\0')
    sl_xml_writer_text (xml, element, text);
}

void
sl_report_xml_token (SlXmlWriter *xml, const char *name, const SlEnum *tokens, int value)
{
  sl_report_xml_string (xml, name, sl_enum_token (tokens, value));
}

void
sl_report_xml_date (SlXmlWriter *xml, const char *name, SlDate date)
{
  char iso[11];

  sl_report_xml_string (xml, name, sl_date_to_iso (date, iso));
}

void
sl_report_xml_integer (SlXmlWriter *xml, const char *name, gint64 value)
{
  char buffer[SL_NUMBER_SIZE];

  sl_xml_writer_attribute (xml, name, sl_number_write (value, 0, 0, buffer));
}

void
sl_report_xml_count (SlXmlWriter *xml, const char *name, int value)
{
  if (value != 0 && value != SL_INT_NONE)
    sl_report_xml_integer (xml, name, value);
}

void
sl_report_xml_decimal (SlXmlWriter *xml, const char *name, SlDecimal value)
{
  char buffer[SL_NUMBER_SIZE];

  if (value != SL_DECIMAL_NONE)
    sl_xml_writer_attribute (xml, name, sl_number_write (value, 4, 0, buffer));
}

void
sl_report_xml_money (SlXmlWriter *xml, const char *name, SlMoney money)
{
  if (money != SL_MONEY_NONE)
    sl_report_xml_integer (xml, name, money);
}

void
sl_report_xml_flag (SlXmlWriter *xml, const char *name, gboolean value)
{
  if (value)
    sl_xml_writer_attribute (xml, name, "true");
}

void
sl_report_xml_start_derived (SlXmlWriter *xml, const char *element)
{
  sl_xml_writer_start (xml, element);
  sl_report_xml_flag (xml, "derived", TRUE);
}

void
sl_report_xml_ref (SlXmlWriter *xml, const SlReportFacts *facts, const char *name, SlUid uid)
{
  sl_report_xml_string (xml, name, sl_report_code (facts, uid));
}

void
sl_report_xml_time (SlXmlWriter *xml, const char *name, gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  sl_report_xml_string (xml, name, text);
}

static const char *
rating_token (SlRag rag, gboolean opportunity)
{
  static const char *const threat[] = { NULL, "green", "amber", "red" };
  static const char *const chance[] = { NULL, "low", "medium", "high" };

  return opportunity ? chance[rag] : threat[rag];
}

void
sl_report_xml_rating (SlXmlWriter *xml, SlRag rag, gboolean opportunity)
{
  sl_report_xml_string (xml, opportunity ? "worth" : "rag", rating_token (rag, opportunity));
}

/* --- The root ----------------------------------------------------------------------------------------------------- */

void
sl_report_xml_begin (SlXmlWriter *xml, const SlReportFacts *facts)
{
  sl_xml_writer_start (xml, "sightline-report");
  sl_xml_writer_attribute (xml, "xmlns", SL_REPORT_NAMESPACE);
  sl_xml_writer_attribute (xml, "kind", sl_report_kind_token (facts->options->kind));
  sl_xml_writer_attribute (xml, "schema-version", "1.0");
  sl_report_xml_date (xml, "as-of", facts->view.as_of);
  sl_report_xml_time (xml, "generated", facts->generated);
  sl_report_xml_token (xml, "audience", &sl_confidentiality_enum, facts->options->audience);
  if (facts->project != NULL)
    sl_report_xml_string (xml, "project", facts->project->code);
}

/* --- Settings ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  SlXmlWriter *xml;
  gboolean probability;
} Bands;

static gboolean
write_band (const SlRecord *record, gpointer data)
{
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);
  Bands *bands = data;

  if ((band->scale == SL_SCALE_PROBABILITY) != bands->probability)
    return TRUE;
  sl_xml_writer_start (bands->xml, bands->probability ? "probability-band" : "impact-band");
  if (!bands->probability)
    sl_report_xml_token (bands->xml, "scale", &sl_scale_enum, band->scale);
  sl_report_xml_integer (bands->xml, "level", band->level);
  sl_report_xml_decimal (bands->xml, "upper", band->upper);
  sl_report_xml_decimal (bands->xml, "mid", band->mid);
  sl_report_xml_string (bands->xml, "label", band->label);
  sl_xml_writer_end (bands->xml);
  return TRUE;
}

static void
write_grid (SlXmlWriter *xml, const SlSettings *settings)
{
  sl_xml_writer_start (xml, "rag-grid");
  for (int p = 1; p <= 5; p++)
    for (int i = 1; i <= 5; i++)
      {
        sl_xml_writer_start (xml, "cell");
        sl_report_xml_integer (xml, "p", p);
        sl_report_xml_integer (xml, "i", i);
        sl_report_xml_rating (xml, sl_grid_rag (settings, p, i), FALSE);
        sl_xml_writer_end (xml);
      }
  sl_xml_writer_end (xml);
}

static void
write_appetite_levels (SlXmlWriter *xml, const SlSettings *s)
{
  const int limits[][2] = { { s->averse_want, s->averse_tolerate },
                            { s->minimal_want, s->minimal_tolerate },
                            { s->cautious_want, s->cautious_tolerate },
                            { s->open_want, s->open_tolerate },
                            { s->eager_want, s->eager_tolerate } };

  for (int level = SL_APPETITE_LEVEL_AVERSE; level <= SL_APPETITE_LEVEL_EAGER; level++)
    {
      sl_xml_writer_start (xml, "appetite-level");
      sl_report_xml_token (xml, "level", &sl_appetite_level_enum, level);
      sl_report_xml_integer (xml, "want", limits[level - 1][0]);
      sl_report_xml_integer (xml, "tolerate", limits[level - 1][1]);
      sl_xml_writer_end (xml);
    }
}

static void
write_intervals (SlXmlWriter *xml, const SlSettings *s)
{
  const int days[] = { s->review_red, s->review_amber, s->review_green };
  static const SlRag rags[] = { SL_RAG_RED, SL_RAG_AMBER, SL_RAG_GREEN };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      sl_xml_writer_start (xml, "review-interval");
      sl_report_xml_rating (xml, rags[i], FALSE);
      sl_report_xml_integer (xml, "days", days[i]);
      sl_xml_writer_end (xml);
    }
}

void
sl_report_xml_settings (SlXmlWriter *xml, const SlReportFacts *facts)
{
  const SlSettings *settings = facts->view.settings;
  Bands bands = { xml, TRUE };

  sl_xml_writer_start (xml, "settings");
  sl_report_xml_integer (xml, "version", settings->version);
  sl_report_xml_date (xml, "changed-on", settings->changed_on);
  sl_data_children (facts->view.data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, settings->record.uid, write_band, &bands);
  bands.probability = FALSE;
  sl_data_children (facts->view.data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, settings->record.uid, write_band, &bands);
  write_grid (xml, settings);
  write_appetite_levels (xml, settings);
  write_intervals (xml, settings);
  sl_xml_writer_end (xml);
}

/* --- The programme ------------------------------------------------------------------------------------------------ */

static void
write_people (SlXmlWriter *xml, const SlReportFacts *facts)
{
  if (facts->people->len == 0)
    return;
  sl_xml_writer_start (xml, "people");
  for (guint i = 0; i < facts->people->len; i++)
    {
      const SlPerson *person = g_ptr_array_index (facts->people, i);

      sl_xml_writer_start (xml, "person");
      sl_report_xml_string (xml, "id", person->code);
      sl_report_xml_string (xml, "name", person->display_name);
      sl_report_xml_string (xml, "role", person->role_title);
      sl_report_xml_flag (xml, "board-member", person->board_member);
      sl_xml_writer_end (xml);
    }
  sl_xml_writer_end (xml);
}

static gboolean
write_organisation (const SlRecord *record, gpointer data)
{
  const SlOrganisation *organisation = SL_AS (ORGANISATION, record);
  SlXmlWriter *xml = data;

  sl_xml_writer_start (xml, "organisation");
  sl_report_xml_string (xml, "id", organisation->code);
  sl_report_xml_string (xml, "name", organisation->name);
  sl_report_xml_token (xml, "sector", &sl_sector_enum, organisation->sector);
  sl_report_xml_token (xml, "role", &sl_organisation_role_enum, organisation->role);
  sl_xml_writer_end (xml);
  return TRUE;
}

typedef struct
{
  SlXmlWriter *xml;
  const SlReportFacts *facts;
} Writing;

static gboolean
write_project (const SlRecord *record, gpointer data)
{
  const SlProject *project = SL_AS (PROJECT, record);
  Writing *self = data;

  if (self->facts->project != NULL && self->facts->project != project)
    return TRUE;
  sl_xml_writer_start (self->xml, "project");
  sl_report_xml_string (self->xml, "id", project->code);
  sl_report_xml_string (self->xml, "name", project->name);
  sl_report_xml_token (self->xml, "phase", &sl_phase_enum, project->phase);
  sl_report_xml_token (self->xml, "status", &sl_project_status_enum, project->status);
  sl_report_xml_prose (self->xml, "purpose", project->purpose);
  sl_xml_writer_end (self->xml);
  return TRUE;
}

void
sl_report_xml_programme (SlXmlWriter *xml, const SlReportFacts *facts)
{
  const SlProgrammeInfo *programme = facts->programme;
  Writing writing = { xml, facts };

  sl_xml_writer_start (xml, "programme");
  sl_report_xml_string (xml, "id", programme->code);
  sl_report_xml_string (xml, "identity", programme->identity);
  sl_report_xml_string (xml, "name", programme->name);
  sl_report_xml_string (xml, "city", programme->city);
  sl_report_xml_string (xml, "currency", programme->currency);
  sl_report_xml_count (xml, "price-base-year", programme->price_base_year);
  sl_report_xml_flag (xml, "sample", programme->sample);
  sl_report_xml_prose (xml, "vision", programme->vision);
  write_people (xml, facts);
  if (sl_data_count (facts->view.data, SL_KIND_ORGANISATION) > 0)
    {
      sl_xml_writer_start (xml, "organisations");
      sl_data_each (facts->view.data, SL_KIND_ORGANISATION, write_organisation, xml);
      sl_xml_writer_end (xml);
    }
  sl_data_each (facts->view.data, SL_KIND_PROJECT, write_project, &writing);
}

static gboolean
write_appetite (const SlRecord *record, gpointer data)
{
  const SlAppetite *appetite = SL_AS (APPETITE, record);
  Writing *self = data;

  if (appetite->date > self->facts->view.as_of)
    return TRUE;
  sl_xml_writer_start (self->xml, "appetite");
  sl_report_xml_token (self->xml, "scope", &sl_scope_enum, appetite->scope);
  sl_report_xml_ref (self->xml, self->facts, "stakeholder", appetite->stakeholder);
  sl_report_xml_token (self->xml, "category", &sl_category_enum, appetite->category);
  sl_report_xml_token (self->xml, "level", &sl_appetite_level_enum, appetite->level);
  sl_report_xml_date (self->xml, "date", appetite->date);
  sl_report_xml_date (self->xml, "review-date", appetite->review_date);
  sl_xml_writer_end (self->xml);
  return TRUE;
}

void
sl_report_xml_appetites (SlXmlWriter *xml, const SlReportFacts *facts)
{
  Writing writing = { xml, facts };

  if (sl_data_count (facts->view.data, SL_KIND_APPETITE) == 0)
    return;
  sl_xml_writer_start (xml, "appetites");
  sl_data_each (facts->view.data, SL_KIND_APPETITE, write_appetite, &writing);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_cover (SlXmlWriter *xml, const SlReportFacts *facts)
{
  const SlExposure *exposure = &facts->exposure;
  g_autofree char *ratio = sl_exposure_dup_ratio (exposure, FALSE);

  sl_xml_writer_start (xml, "funding");
  sl_report_xml_start_derived (xml, "cover");
  sl_report_xml_string (xml, "currency", facts->currency);
  sl_report_xml_money (xml, "exposure", exposure->total);
  sl_report_xml_money (xml, "threats", exposure->threats);
  sl_report_xml_money (xml, "issues", exposure->issues);
  sl_report_xml_money (xml, "contingency", exposure->contingency);
  sl_report_xml_string (xml, "ratio", ratio);
  sl_report_xml_count (xml, "unknown", (int) exposure->n_unknown);
  sl_xml_writer_end (xml);
  sl_xml_writer_end (xml);
}

/* --- What changed ------------------------------------------------------------------------------------------------- */

static void
write_changes (SlXmlWriter *xml, const SlReportFacts *facts, SlDate since, const char *what, const GPtrArray *changes)
{
  static const char *const types[] = { "new", "worse", "better", "occurred", "closed", "reopened" };

  sl_report_xml_start_derived (xml, "changes");
  sl_report_xml_date (xml, "since", since);
  sl_report_xml_string (xml, "what", what);
  for (guint i = 0; i < changes->len; i++)
    {
      const SlReportChange *change = g_ptr_array_index (changes, i);

      sl_xml_writer_start (xml, "change");
      sl_report_xml_string (xml, "risk", change->risk->risk->code);
      sl_report_xml_string (xml, "type", types[change->type]);
      sl_report_xml_count (xml, "from", change->from);
      sl_report_xml_count (xml, "to", change->to);
      sl_report_xml_date (xml, "date", change->on);
      sl_report_xml_ref (xml, facts, "by", change->by);
      sl_report_xml_prose (xml, "reason", change->reason);
      sl_xml_writer_end (xml);
    }
  sl_xml_writer_end (xml);
}

static void
write_act (SlXmlWriter *xml, const SlReportFacts *facts, const SlReportAct *act)
{
  sl_xml_writer_start (xml, "entry");
  sl_report_xml_integer (xml, "seq", act->seq);
  sl_report_xml_time (xml, "at", act->at / 1000);
  sl_report_xml_ref (xml, facts, "actor", act->actor);
  sl_report_xml_token (xml, "verb", &sl_verb_enum, act->verb);
  sl_report_xml_string (xml, "hash", act->hash);
  sl_report_xml_prose (xml, "what", act->label);
  sl_report_xml_prose (xml, "reason", act->reason);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_audit (SlXmlWriter *xml, const SlReportFacts *facts)
{
  sl_xml_writer_start (xml, "audit");
  sl_report_xml_date (xml, "since", facts->since);
  if (facts->since_seq > 0)
    sl_report_xml_integer (xml, "since-seq", facts->since_seq);
  sl_report_xml_count (xml, "hidden", (int) facts->hidden_acts);
  write_changes (xml, facts, facts->since, "risks", facts->changes);
  write_changes (xml, facts, facts->view.as_of - SL_REPORT_EASED_DAYS, "lowered-or-closed", facts->eased);
  for (guint i = 0; i < facts->acts->len; i++)
    write_act (xml, facts, g_ptr_array_index (facts->acts, i));
  sl_xml_writer_end (xml);
}

/* --- Provenance --------------------------------------------------------------------------------------------------- */

static void
write_hidden (SlXmlWriter *xml, const char *what, guint count)
{
  if (count == 0)
    return;
  sl_xml_writer_start (xml, "hidden");
  sl_report_xml_string (xml, "what", what);
  sl_report_xml_integer (xml, "count", count);
  sl_xml_writer_end (xml);
}

void
sl_report_xml_provenance (SlXmlWriter *xml, const SlReportFacts *facts)
{
  char hex[65];

  sl_xml_writer_start (xml, "provenance");
  sl_report_xml_integer (xml, "settings-version", facts->view.settings->version);
  sl_report_xml_date (xml, "newest-input", facts->newest);
  sl_report_xml_date (xml, "oldest-input", facts->oldest);
  sl_report_xml_integer (xml, "head-seq", facts->head.seq);
  sl_report_xml_string (xml, "head-hash", sl_hash_to_hex (&facts->head.hash, hex));
  sl_report_xml_string (xml, "state-digest", sl_hash_to_hex (&facts->head.digest, hex));
  write_hidden (xml, "threats", facts->hidden_threats);
  write_hidden (xml, "opportunities", facts->hidden_opportunities);
  write_hidden (xml, "other-risks", facts->hidden_others);
  write_hidden (xml, "issues", facts->hidden_issues);
  sl_xml_writer_end (xml);
}
