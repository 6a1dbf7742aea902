/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-settings-appetite.h"

#include "base/sl-text.h"
#include "ui/sl-compat.h"
#include "ui/widgets/sl-matrix-image.h"

#include <glib/gi18n-lib.h>

#define PICTURE 36 /* pixels */
#define NAMES_MAX 3
#define FAR_APART 2 /* levels (domain 1.2, entry 49) */

typedef struct
{
  GtkWidget *picture, *levels, *words;
} Line;

struct _SlSettingsAppetite
{
  GtkWidget parent_instance;
  SlSettingsEdit *edit;
  SlUid whose;
  GArray *organisations; /* of SlUid, as listed; the first is SL_UID_NONE */
  GtkWidget *choice;
  Line lines[SL_CATEGORY_END_];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlSettingsAppetite, sl_settings_appetite, GTK_TYPE_WIDGET)

static void
sl_settings_appetite_dispose (GObject *object)
{
  SlSettingsAppetite *self = SL_SETTINGS_APPETITE (object);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (sl_settings_appetite_parent_class)->dispose (object);
}

static void
sl_settings_appetite_finalize (GObject *object)
{
  g_array_unref (SL_SETTINGS_APPETITE (object)->organisations);
  G_OBJECT_CLASS (sl_settings_appetite_parent_class)->finalize (object);
}

static void
sl_settings_appetite_class_init (SlSettingsAppetiteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_settings_appetite_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_settings_appetite_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

/* --- In words ----------------------------------------------------------------------------------------------------- */

static const char *
level_word (int level)
{
  return g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_appetite_level_enum, level));
}

/* 0 where nothing is stated, or it was taken back. */
static int
level_of (const SlView *view, int category, SlUid whose)
{
  const SlAppetite *found = sl_appetite_in_force (view->data, category, whose, view->as_of);

  return found != NULL && found->level != SL_APPETITE_LEVEL_NOT_SET ? found->level : 0;
}

static gboolean
is_stricter (int level, int than)
{
  return level > 0 && (than == 0 || level < than);
}

/* "wanted up to 6, tolerated up to 10". */
static char *
dup_limits (const SlView *view, int level)
{
  g_autofree char *wanted = NULL, *tolerated = NULL;
  int want, tolerate;

  if (level == 0)
    return g_strdup (_ ("no limit: no score counts as a breach"));
  sl_appetite_limits (view->settings, level, &want, &tolerate);
  wanted = g_strdup_printf ("%d", want);
  tolerated = g_strdup_printf ("%d", tolerate);
  /* TRANSLATORS: {1} and {2} are scores. */
  return sl_text_compose (_ ("wanted up to {1}, tolerated up to {2}"), (const char *[]){ wanted, tolerated, NULL });
}

/* Who where it would suffer allows less than the programme does: "Marlhaven City Council (Averse)". */
static char *
dup_stricter (SlSettingsAppetite *self, const SlView *view, int category, int level)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *joined = NULL;
  guint n = 0;

  for (guint i = 1; i < self->organisations->len; i++)
    {
      SlUid uid = g_array_index (self->organisations, SlUid, i);
      int theirs = level_of (view, category, uid);

      if (!is_stricter (theirs, level) || n++ >= NAMES_MAX)
        continue;
      g_strv_builder_add (names, sl_data_name (view->data, uid));
      g_strv_builder_add (names, level_word (theirs));
    }
  if (n == 0)
    return NULL;
  all = g_strv_builder_end (names);
  if (n == 1)
    /* TRANSLATORS: {1} is an organisation, {2} its stricter level of appetite: "Averse". */
    return sl_text_compose (_ ("{2} applies where {1} would suffer"), (const char *[]){ all[0], all[1], NULL });
  joined = g_strdup_printf ("%u", n);
  /* TRANSLATORS: {1} is how many, {2} one of them. */
  return sl_text_compose (_ ("stricter where {2} or others of {1} organisations would suffer"),
                          (const char *[]){ joined, all[0], NULL });
}

/* Against what the programme says. */
static char *
dup_against (const SlView *view, int category, int level)
{
  int programme = level_of (view, category, SL_UID_NONE);
  gboolean apart = level > 0 && programme > 0 && ABS (level - programme) >= FAR_APART;

  if (is_stricter (programme, level))
    /* TRANSLATORS: {1} is a level of appetite: "Averse". */
    return sl_text_compose (apart ? _ ("the programme is stricter by two levels or more: {1} applies; worth talking about")
                                  : _ ("the programme is stricter: {1} applies"),
                            (const char *[]){ level_word (programme), NULL });
  if (is_stricter (level, programme) && programme > 0)
    return sl_text_compose (apart ? _ ("stricter than the programme’s {1} by two levels or more; worth talking about")
                                  : _ ("stricter than the programme’s {1}"),
                            (const char *[]){ level_word (programme), NULL });
  return NULL;
}

/* "since 6 Jan 2025, approved by Board Sample", or what it was while it is drafted. */
static char *
dup_origin (SlSettingsAppetite *self, const char *name, int category)
{
  SlView view = sl_workspace_view (sl_settings_edit_workspace (self->edit));
  const SlAppetite *stands = sl_appetite_in_force (view.data, category, self->whose, view.as_of);
  g_autofree char *day = NULL;
  const char *by;

  if (sl_settings_edit_is_drafted (self->edit, name))
    {
      const char *was = level_word (stands != NULL ? stands->level : SL_APPETITE_LEVEL_NOT_SET);

      return sl_text_compose (sl_settings_edit_is_theirs (self->edit, name) ? _ ("others made it {1} meanwhile") : _ ("was {1}"),
                              (const char *[]){ was, NULL });
    }
  if (stands == NULL)
    return NULL;
  day = sl_date_dup_display (stands->date);
  by = sl_data_name (view.data, stands->approved_by);
  if (*by == '\0')
    return sl_text_compose (_ ("since {1}"), (const char *[]){ day, NULL });
  /* TRANSLATORS: {1} is a date, {2} a person. */
  return sl_text_compose (_ ("since {1}, approved by {2}"), (const char *[]){ day, by, NULL });
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */

static char *
dup_name (SlSettingsAppetite *self, int category)
{
  const SlRecord *of = sl_data_lookup (sl_workspace_data (sl_settings_edit_workspace (self->edit)), self->whose);

  return g_strjoin (".", "appetite", sl_enum_token (&sl_category_enum, category), of != NULL ? sl_record_code (of) : NULL, NULL);
}

static void
fill_line (SlSettingsAppetite *self, const SlView *view, int category)
{
  Line *line = &self->lines[category];
  g_autofree char *name = dup_name (self, category), *origin = dup_origin (self, name, category);
  int level = level_of (view, category, self->whose);
  g_autofree char *limits = dup_limits (view, level);
  g_autofree char *against = self->whose == SL_UID_NONE ? dup_stricter (self, view, category, level) : dup_against (view, category, level);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *words = NULL;
  SlMatrix *matrix = sl_matrix_new (view, FALSE, TRUE);

  sl_appetite_limits (view->settings, level, &matrix->want, &matrix->tolerate);
  sl_matrix_image_set (SL_MATRIX_IMAGE (line->picture), matrix, NULL, 0, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (line->levels), (guint) level);
  g_ptr_array_add (parts, limits);
  if (against != NULL)
    g_ptr_array_add (parts, against);
  if (origin != NULL)
    g_ptr_array_add (parts, origin);
  g_ptr_array_add (parts, NULL);
  words = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (GTK_LABEL (line->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->levels), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static gboolean
collect (const SlRecord *record, gpointer data)
{
  g_array_append_val (data, record->uid);
  return TRUE;
}

/* Names come and go. */
static void
fill_choice (SlSettingsAppetite *self, const SlView *view)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GListModel) model = G_LIST_MODEL (names);
  guint chosen = 0;

  g_array_set_size (self->organisations, 0);
  g_array_append_val (self->organisations, (SlUid){ SL_UID_NONE });
  sl_data_each (view->data, SL_KIND_ORGANISATION, collect, self->organisations);
  gtk_string_list_append (names, _ ("The programme"));
  for (guint i = 1; i < self->organisations->len; i++)
    {
      SlUid uid = g_array_index (self->organisations, SlUid, i);

      gtk_string_list_append (names, sl_data_name (view->data, uid));
      if (uid == self->whose)
        chosen = i;
    }
  if (chosen == 0)
    self->whose = SL_UID_NONE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), model);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), chosen);
}

static void
show (SlSettingsAppetite *self)
{
  g_autoptr (SlTx) tx = NULL;
  SlView view;

  tx = sl_settings_edit_try (self->edit, &view);
  if (view.settings == NULL)
    return;
  self->filling = TRUE;
  fill_choice (self, &view);
  for (int category = 1; category < SL_CATEGORY_END_; category++)
    fill_line (self, &view, category);
  self->filling = FALSE;
}

/* --- Choosing ----------------------------------------------------------------------------------------------------- */

static void
on_level (GtkDropDown *levels, GParamSpec *pspec, SlSettingsAppetite *self)
{
  int category = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (levels), "category"));
  int level = (int) gtk_drop_down_get_selected (levels);
  g_autofree char *name = NULL;

  if (self->filling)
    return;
  name = dup_name (self, category);
  sl_settings_edit_set (self->edit, name, sl_enum_token (&sl_appetite_level_enum, level > 0 ? level : SL_APPETITE_LEVEL_NOT_SET), NULL);
}

static void
on_whose (SlSettingsAppetite *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (!self->filling && at < self->organisations->len)
    sl_settings_appetite_show (self, g_array_index (self->organisations, SlUid, at));
}

void
sl_settings_appetite_show (SlSettingsAppetite *self, SlUid whose)
{
  g_return_if_fail (SL_IS_SETTINGS_APPETITE (self));
  if (whose == self->whose)
    return;
  self->whose = whose;
  show (self);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
add_line (SlSettingsAppetite *self, GtkWidget *grid, int category)
{
  Line *line = &self->lines[category];
  const char *label = g_dgettext (GETTEXT_PACKAGE, sl_enum_label (&sl_category_enum, category));
  g_autofree char *name = g_strdup_printf (_ ("Appetite: %s"), label);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *title = sl_words_new (label, NULL, 0);

  gtk_string_list_append (words, level_word (SL_APPETITE_LEVEL_NOT_SET));
  for (int level = SL_APPETITE_LEVEL_AVERSE; level <= SL_APPETITE_LEVEL_EAGER; level++)
    gtk_string_list_append (words, level_word (level));
  line->picture = sl_matrix_image_new_limits (PICTURE);
  line->levels = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  line->words = sl_words_new (NULL, "row-subtitle", 0);
  gtk_widget_set_valign (line->levels, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (line->words, TRUE);
  g_object_set_data (G_OBJECT (line->levels), "category", GINT_TO_POINTER (category));
  sl_name_widget (line->levels, name);
  g_signal_connect (line->levels, "notify::selected", G_CALLBACK (on_level), self);
  gtk_grid_attach (GTK_GRID (grid), line->picture, 0, category, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), title, 1, category, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), line->levels, 2, category, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), line->words, 3, category, 1, 1);
}

static void
sl_settings_appetite_init (SlSettingsAppetite *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *title = sl_words_new (_ ("How Much We Are Ready to Take"), "title-4", 0);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *hint = sl_words_new (_ ("Each picture is the matrix, highest scores top right: lightly shaded is what we put up with, darkly "
                                     "shaded is a breach. Where the programme and the organisation that would suffer differ, the "
                                     "stricter one applies."),
                                  "row-subtitle", 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  self->organisations = g_array_new (FALSE, TRUE, sizeof (SlUid));
  self->choice = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  sl_name_widget (self->choice, _ ("Whose appetite"));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_whose), self);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int category = 1; category < SL_CATEGORY_END_; category++)
    add_line (self, grid, category);
  gtk_widget_set_parent (title, widget);
  gtk_widget_set_parent (self->choice, widget);
  gtk_widget_set_parent (grid, widget);
  gtk_widget_set_parent (hint, widget);
}

GtkWidget *
sl_settings_appetite_new (SlSettingsEdit *edit)
{
  SlSettingsAppetite *self = g_object_new (SL_TYPE_SETTINGS_APPETITE, NULL);

  self->edit = g_object_ref (edit);
  show (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
sl_settings_appetite_words (SlSettingsAppetite *self, int category)
{
  g_return_val_if_fail (SL_IS_SETTINGS_APPETITE (self) && category > 0 && category < SL_CATEGORY_END_, NULL);
  return gtk_label_get_text (GTK_LABEL (self->lines[category].words));
}

GtkWidget *
sl_settings_appetite_choice (SlSettingsAppetite *self, int category)
{
  g_return_val_if_fail (SL_IS_SETTINGS_APPETITE (self) && category > 0 && category < SL_CATEGORY_END_, NULL);
  return self->lines[category].levels;
}
