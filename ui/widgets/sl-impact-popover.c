/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-impact-popover.h"

#include "base/sl-error.h"
#include "base/sl-number.h"
#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-ask.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420

/* What is judged from 1 to 5, and by which scale. */
static const struct
{
  guint field;
  int scale;
} rows[] = {
  { SL_RISK_ASSESSMENT_PROBABILITY, SL_SCALE_PROBABILITY },
  { SL_RISK_ASSESSMENT_IMPACT_COST, SL_SCALE_COST },
  { SL_RISK_ASSESSMENT_IMPACT_TIME, SL_SCALE_TIME },
  { SL_RISK_ASSESSMENT_IMPACT_BENEFIT, SL_SCALE_BENEFIT },
  { SL_RISK_ASSESSMENT_IMPACT_TRUST, SL_SCALE_TRUST },
  { SL_RISK_ASSESSMENT_IMPACT_SAFETY_SECURITY, SL_SCALE_SAFETY_SECURITY },
};
#define N_ROWS G_N_ELEMENTS (rows)

struct _SlImpactPopover
{
  GtkPopover parent_instance;
  SlWorkspace *workspace;
  SlUid risk;
  int type;
  int figures[N_ROWS]; /* 0: not judged */
  GtkWidget *list, *ask, *figure[N_ROWS], *meaning[N_ROWS];
  guint percent, cost, confidence; /* numbers of questions */
};

G_DEFINE_FINAL_TYPE (SlImpactPopover, sl_impact_popover, GTK_TYPE_POPOVER)

static void
sl_impact_popover_dispose (GObject *object)
{
  SlImpactPopover *self = SL_IMPACT_POPOVER (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_impact_popover_parent_class)->dispose (object);
}

static void
sl_impact_popover_class_init (SlImpactPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_impact_popover_dispose;
}

static void
sl_impact_popover_init (SlImpactPopover *self)
{
}

static const SlRiskAssessment *
in_force (SlImpactPopover *self)
{
  SlView view = sl_workspace_view (self->workspace);

  return sl_risk_assessment_in_force (&view, self->risk, self->type);
}

/* --- The rows ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  int scale, level;
  const SlScaleBand *found;
} BandSearch;

static gboolean
find_band (const SlRecord *record, gpointer data)
{
  BandSearch *search = data;
  const SlScaleBand *band = SL_AS (SCALE_BAND, record);

  if (band->scale == search->scale && band->level == search->level)
    search->found = band;
  return search->found == NULL;
}

/* The words of the settings for a step; "" where they have none. */
static const char *
band_label (SlImpactPopover *self, int scale, int level)
{
  SlView view = sl_workspace_view (self->workspace);
  BandSearch search = { scale, level, NULL };

  if (view.settings == NULL || level == 0)
    return "";
  sl_data_children (view.data, SL_KIND_SCALE_BAND, SL_SCALE_BAND_SETTINGS, view.settings->record.uid, find_band, &search);
  return search.found != NULL && search.found->label != NULL ? search.found->label : "";
}

static const char *
row_label (guint row)
{
  return g_dgettext (GETTEXT_PACKAGE, sl_kind_get (SL_KIND_RISK_ASSESSMENT)->fields[rows[row].field].label);
}

static void
show_row (SlImpactPopover *self, guint row)
{
  int level = self->figures[row];
  g_autofree char *figure = level > 0 ? g_strdup_printf ("%d", level) : g_strdup ("–");
  const char *meaning = level > 0 ? band_label (self, rows[row].scale, level) : _ ("not judged");
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", row_label (row), figure, meaning);

  gtk_label_set_text (GTK_LABEL (self->figure[row]), figure);
  gtk_label_set_text (GTK_LABEL (self->meaning[row]), meaning);
  sl_name_widget (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) row)), name);
}

static void
add_row (SlImpactPopover *self, guint row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (row_label (row));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->meaning[row] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->meaning[row]), 1);
  gtk_widget_set_hexpand (self->meaning[row], TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->meaning[row]), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->meaning[row], "row-subtitle");
  self->figure[row] = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->figure[row]), 2);
  gtk_widget_add_css_class (self->figure[row], "heading");
  gtk_widget_add_css_class (self->figure[row], "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->meaning[row]);
  gtk_box_append (GTK_BOX (line), self->figure[row]);
  gtk_list_box_append (GTK_LIST_BOX (self->list), line);
  show_row (self, row);
}

/* --- One assessment ----------------------------------------------------------------------------------------------- */

/* What differs from the assessment in force, as fields; 0 when nothing does. */
static guint64
take_values (SlImpactPopover *self, SlValue values[SL_RISK_ASSESSMENT_N_FIELDS])
{
  static const guint others[] = { SL_RISK_ASSESSMENT_EXPLICIT_PCT, SL_RISK_ASSESSMENT_COST_IF_OCCURS, SL_RISK_ASSESSMENT_CONFIDENCE };
  const SlRiskAssessment *last = in_force (self);
  SlAsk *ask = SL_ASK (self->ask);
  SlMoney cost = sl_ask_money (ask, self->cost);
  int confidence = sl_ask_choice (ask, self->confidence);
  gint64 percent = 0;
  guint64 mask = 0, all = 0;

  for (guint i = 0; i < N_ROWS; i++)
    {
      values[rows[i].field] = self->figures[i] > 0 ? SL_VALUE_INT (self->figures[i]) : SL_VALUE_NULL (SL_TYPE_INT);
      all |= SL_MASK (rows[i].field);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    all |= SL_MASK (others[i]);
  values[SL_RISK_ASSESSMENT_EXPLICIT_PCT] = sl_number_parse (sl_ask_text (ask, self->percent), 0, &percent)
                                                ? SL_VALUE_INT (percent) : SL_VALUE_NULL (SL_TYPE_INT);
  values[SL_RISK_ASSESSMENT_COST_IF_OCCURS] = cost != SL_MONEY_NONE ? SL_VALUE_MONEY (cost) : SL_VALUE_NULL (SL_TYPE_MONEY);
  values[SL_RISK_ASSESSMENT_CONFIDENCE] = confidence > 0 ? SL_VALUE_ENUM (confidence) : SL_VALUE_NULL (SL_TYPE_ENUM);
  for (guint f = 0; f < SL_RISK_ASSESSMENT_N_FIELDS; f++)
    {
      const SlField *field = &sl_kind_get (SL_KIND_RISK_ASSESSMENT)->fields[f];
      SlValue was = SL_VALUE_NULL (field->type);

      if (!(all & SL_MASK (f)))
        continue;
      if (last != NULL)
        sl_record_get (&last->record, f, &was);
      if (!sl_value_equal (&was, &values[f]))
        mask |= SL_MASK (f);
    }
  return mask;
}

/* An empty percentage is no fault, letters are. */
static gboolean
check_percent (SlImpactPopover *self, GError **error)
{
  g_autofree char *percent = sl_text_clean (sl_ask_text (SL_ASK (self->ask), self->percent), TRUE);
  gint64 value;

  if (percent == NULL || (sl_number_parse (percent, 0, &value) && value >= 1 && value <= 99))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_VALUE, _ ("“%s” is not a percentage from 1 to 99"), percent);
  return FALSE;
}

/* What is as it was is no assessment. */
static GError *
try_values (SlAsk *ask, const char *reason, gboolean commit, gpointer data)
{
  SlImpactPopover *self = data;
  SlValue values[SL_RISK_ASSESSMENT_N_FIELDS];
  guint64 mask = take_values (self, values);
  g_autoptr (SlTx) tx = NULL;
  SlActContext context;
  GError *error = NULL;
  SlView view;

  if (!check_percent (self, &error) || mask == 0)
    return error;
  if (commit)
    {
      sl_workspace_assess_figures (self->workspace, self->risk, self->type, mask, values, reason, &error);
      return error;
    }
  tx = sl_workspace_begin (self->workspace, SL_VERB_ASSESS);
  view = (SlView){ sl_tx_data (tx), sl_workspace_as_of (self->workspace), sl_data_settings (sl_tx_data (tx)) };
  sl_workspace_act_context (self->workspace, reason, &context);
  if (sl_tx_assess_figures (tx, &view, &context, self->risk, self->type, mask, values, NULL, &error))
    sl_workspace_try (self->workspace, tx, sl_workspace_actor (self->workspace), reason, &error);
  return error;
}

/* --- Keys --------------------------------------------------------------------------------------------------------- */

static int
focused_row (SlImpactPopover *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->list);

  return child != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

static gboolean
on_list_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SlImpactPopover *self)
{
  int row = focused_row (self);
  int figure = -1;

  if (row < 0 || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      sl_ask_accept (SL_ASK (self->ask));
      return GDK_EVENT_STOP;
    }
  if (key >= GDK_KEY_1 && key <= GDK_KEY_5)
    figure = (int) (key - GDK_KEY_0);
  else if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_5)
    figure = (int) (key - GDK_KEY_KP_0);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    figure = 0;
  if (figure < 0)
    return GDK_EVENT_PROPAGATE;
  self->figures[row] = figure;
  show_row (self, (guint) row);
  sl_ask_check (SL_ASK (self->ask));
  return GDK_EVENT_STOP;
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

static void
add_questions (SlImpactPopover *self, const SlRiskAssessment *last)
{
  SlAsk *ask = SL_ASK (self->ask);
  g_autofree char *percent = last != NULL && last->explicit_pct != SL_INT_NONE ? g_strdup_printf ("%d", last->explicit_pct) : NULL;

  sl_ask_begin (ask, _ ("As Precisely as It Is Known"), _ ("Record"));
  self->percent = sl_ask_add_text (ask, _ ("Probability in percent, cost if it occurs, confidence"), percent);
  sl_ask_same_line (ask);
  self->cost = sl_ask_add_money (ask, _ ("Cost if it occurs"), last != NULL ? last->cost_if_occurs : SL_MONEY_NONE);
  sl_ask_same_line (ask);
  self->confidence = sl_ask_add_choice (ask, _ ("Confidence"), &sl_confidence_enum, (1u << SL_CONFIDENCE_END_) - 2u,
                                        last != NULL ? last->confidence : 0);
}

static void
build (SlImpactPopover *self)
{
  const SlRiskAssessment *last = in_force (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *title;
  GtkEventController *keys = gtk_event_controller_key_new ();
  static const char *const titles[] = { "", N_ ("Without Controls"), N_ ("As It Is Today"), N_ ("After Planned Actions") };

  title = gtk_label_new (_ (titles[self->type]));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "plain-list");
  sl_name_widget (self->list, _ ("Figures from 1 to 5"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_box_append (GTK_BOX (box), self->list);
  for (guint i = 0; i < N_ROWS; i++)
    {
      SlValue value = SL_VALUE_NULL (SL_TYPE_INT);

      if (last != NULL)
        sl_record_get (&last->record, rows[i].field, &value);
      self->figures[i] = value.is_null ? 0 : (int) value.i;
      add_row (self, i);
    }
  self->ask = sl_ask_new (self->workspace);
  add_questions (self, last);
  sl_ask_set_try (SL_ASK (self->ask), try_values, self);
  g_signal_connect_swapped (self->ask, "done", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->ask, "cancelled", G_CALLBACK (gtk_popover_popdown), self);
  gtk_box_append (GTK_BOX (box), self->ask);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static gboolean
unparent (gpointer data)
{
  GtkWidget *self = data;

  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

/* Later: whoever closes it is still inside it. */
static void
on_closed (SlImpactPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (self), g_object_unref);
}

/* What it shows is no longer so. */
static void
on_workspace_changed (SlImpactPopover *self)
{
  if (sl_data_lookup (sl_workspace_data (self->workspace), self->risk) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* There it can slide up and down, however low that is; above or below it can not. */
static gboolean
has_room_beside (GtkWidget *parent)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  graphene_rect_t bounds;

  if (window == NULL || !gtk_widget_compute_bounds (parent, window, &bounds))
    return FALSE;
  return MAX (bounds.origin.x, gtk_widget_get_width (window) - bounds.origin.x - bounds.size.width) > WIDTH + 60;
}

SlImpactPopover *
sl_impact_popover_show (GtkWidget *parent, const GdkRectangle *area, SlWorkspace *workspace, SlUid risk, int type)
{
  SlImpactPopover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && SL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (type > 0 && type < SL_ASSESSMENT_TYPE_END_, NULL);
  self = g_object_new (SL_TYPE_IMPACT_POPOVER, NULL);
  self->workspace = g_object_ref (workspace);
  self->risk = risk;
  self->type = type;
  build (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  sl_name_widget (GTK_WIDGET (self), _ ("Assessment"));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  if (area != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  else if (has_room_beside (parent))
    gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_LEFT);
  sl_ask_present (SL_ASK (self->ask));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)));
  return self;
}
