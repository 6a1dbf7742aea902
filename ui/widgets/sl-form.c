/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/sl-form.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

struct _SlForm
{
  GtkWidget parent_instance;
  SlWorkspace *workspace;
  const SlKind *kind;
  const SlFormGroup *groups; /* NULL: what is mandatory or expected stands first */
  SlFormFits fits;           /* or NULL */
  SlUid uid;
  GtkWidget *first, *more_button, *more; /* more: NULL until opened */
  GtkWidget *rows[SL_FIELDS_MAX];        /* borrowed */
};

G_DEFINE_FINAL_TYPE (SlForm, sl_form, GTK_TYPE_WIDGET)

static void
sl_form_dispose (GObject *object)
{
  SlForm *self = SL_FORM (object);
  GtkWidget *child;

  memset (self->rows, 0, sizeof self->rows);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (sl_form_parent_class)->dispose (object);
}

static void
sl_form_class_init (SlFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slform");
}

static void
sl_form_init (SlForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static gboolean
is_offered (const SlField *field)
{
  return !(field->flags & (SL_FIELD_CODE | SL_FIELD_QUIET | SL_FIELD_FIXED | SL_FIELD_PARENT));
}

static gboolean
holds (const SlFormGroup *group, guint field)
{
  for (const int *f = group->fields; *f >= 0; f++)
    if ((guint) *f == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_first (SlForm *self, guint field)
{
  if (self->groups != NULL)
    return holds (&self->groups[0], field);
  return (self->kind->fields[field].flags & (SL_FIELD_MANDATORY | SL_FIELD_EXPECTED)) != 0;
}

static GtkWidget *
new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "form-list");
  sl_name_widget (list, name);
  return list;
}

static void
add_row (SlForm *self, GtkWidget *list, guint field)
{
  if (!is_offered (&self->kind->fields[field]) || self->rows[field] != NULL)
    return;
  self->rows[field] = sl_form_row_new (self->workspace, self->kind->id, field);
  gtk_list_box_append (GTK_LIST_BOX (list), self->rows[field]);
}

static GtkWidget *
new_first (SlForm *self)
{
  GtkWidget *list = new_list (g_dgettext (GETTEXT_PACKAGE, self->kind->label));

  for (const int *f = self->groups != NULL ? self->groups[0].fields : NULL; f != NULL && *f >= 0; f++)
    add_row (self, list, (guint) *f);
  for (guint f = 0; f < self->kind->n_fields; f++)
    if (is_first (self, f))
      add_row (self, list, f);
  return list;
}

static void
add_group (SlForm *self, GtkWidget *box, const SlFormGroup *group)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, group->title);
  GtkWidget *heading = gtk_label_new (title), *list = new_list (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "form-heading");
  gtk_box_append (GTK_BOX (box), heading);
  for (const int *f = group->fields; *f >= 0; f++)
    add_row (self, list, (guint) *f);
  gtk_box_append (GTK_BOX (box), list);
}

static GtkWidget *
new_more (SlForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *rest = new_list (_ ("More fields"));

  for (const SlFormGroup *g = self->groups != NULL ? &self->groups[1] : NULL; g != NULL && g->fields != NULL; g++)
    add_group (self, box, g);
  for (guint f = 0; f < self->kind->n_fields; f++)
    add_row (self, rest, f);
  gtk_box_append (GTK_BOX (box), rest);
  return box;
}

/* Holds something; a mandatory choice always does. */
static gboolean
is_filled (SlForm *self, const SlRecord *record, guint field)
{
  const SlField *f = &self->kind->fields[field];
  SlValue value;

  sl_record_get (record, field, &value);
  return !value.is_null && !(value.type == SL_TYPE_BOOL && value.i == 0) && !(value.type == SL_TYPE_ENUM && value.i == f->initial);
}

static gboolean
fits (SlForm *self, guint field)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);

  return self->fits == NULL || record == NULL || self->fits (record, field) || is_filled (self, record, field);
}

static void
show_rows (SlForm *self)
{
  for (guint f = 0; f < self->kind->n_fields; f++)
    if (self->rows[f] != NULL)
      {
        sl_form_row_show (SL_FORM_ROW (self->rows[f]), self->uid);
        gtk_widget_set_visible (self->rows[f], fits (self, f));
      }
}

/* How many of the fields out of sight hold something. */
static guint
count_more (SlForm *self, guint *filled)
{
  const SlRecord *record = sl_data_lookup (sl_workspace_data (self->workspace), self->uid);
  guint n = 0;

  *filled = 0;
  for (guint f = 0; f < self->kind->n_fields; f++)
    if (is_offered (&self->kind->fields[f]) && !is_first (self, f) && fits (self, f))
      {
        SlValue value = SL_VALUE_NULL (SL_TYPE_TEXT);

        n++;
        if (record != NULL)
          sl_record_get (record, f, &value);
        *filled += !value.is_null && !(value.type == SL_TYPE_BOOL && value.i == 0);
      }
  return n;
}

static void
refresh_more (SlForm *self)
{
  guint filled, n = count_more (self, &filled);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->more_button, n > 0);
  if (filled == 0)
    label = g_strdup (_ ("More Fields"));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "More Fields, %u Filled In", "More Fields, %u Filled In", filled),
                             filled);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->more_button))), label);
  sl_name_widget (self->more_button, label);
}

static void
on_more_toggled (SlForm *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more_button));

  if (open && self->more == NULL)
    {
      self->more = new_more (self);
      gtk_widget_set_parent (self->more, GTK_WIDGET (self));
      show_rows (self);
    }
  if (self->more != NULL)
    gtk_widget_set_visible (self->more, open);
}

static void
on_changed (SlForm *self)
{
  show_rows (self);
  refresh_more (self);
}

static void
build (SlForm *self)
{
  self->first = new_first (self);
  gtk_widget_set_parent (self->first, GTK_WIDGET (self));
  self->more_button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->more_button),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "pan-down-symbolic", NULL));
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_add_css_class (self->more_button, "more-fields");
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more_button, "toggled", G_CALLBACK (on_more_toggled), self);
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
}

GtkWidget *
sl_form_new (SlWorkspace *workspace, int kind)
{
  return sl_form_new_grouped (workspace, kind, NULL);
}

GtkWidget *
sl_form_new_grouped (SlWorkspace *workspace, int kind, const SlFormGroup *groups)
{
  SlForm *self = g_object_new (SL_TYPE_FORM, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = sl_kind_get (kind);
  self->groups = groups;
  build (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "reset", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::state", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  return GTK_WIDGET (self);
}

void
sl_form_set_fits (SlForm *self, SlFormFits applies)
{
  g_return_if_fail (SL_IS_FORM (self));
  self->fits = applies;
  on_changed (self);
}

void
sl_form_set_uid (SlForm *self, SlUid uid)
{
  g_return_if_fail (SL_IS_FORM (self));
  if (self->uid == uid)
    return;
  self->uid = uid;
  on_changed (self);
}

SlUid
sl_form_get_uid (SlForm *self)
{
  g_return_val_if_fail (SL_IS_FORM (self), SL_UID_NONE);
  return self->uid;
}

SlFormRow *
sl_form_row (SlForm *self, guint field)
{
  g_return_val_if_fail (SL_IS_FORM (self) && field < self->kind->n_fields, NULL);
  if (self->rows[field] == NULL && is_offered (&self->kind->fields[field]))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_button), TRUE);
  return (SlFormRow *) self->rows[field];
}
