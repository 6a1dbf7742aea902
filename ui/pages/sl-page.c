/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-page-private.h"

#include "ui/sl-compat.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlPage, sl_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SEARCH_MODE,
  PROP_DETAIL_SHOWN,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  MESSAGE,
  DETAIL_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

#define PRIV(self) sl_page_priv (self)

SlPagePrivate *
sl_page_priv (SlPage *self)
{
  return sl_page_get_instance_private (self);
}

/* --- What the window asks ----------------------------------------------------------------------------------------- */

const SlPageInfo *
sl_page_get_info (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), NULL);
  return PRIV (self)->info;
}

void
sl_page_wake (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (PRIV (self)->awake)
    return;
  PRIV (self)->awake = TRUE;
  if (SL_PAGE_GET_CLASS (self)->wake != NULL)
    SL_PAGE_GET_CLASS (self)->wake (self);
}

gboolean
sl_page_is_awake (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return PRIV (self)->awake;
}

void
sl_page_commit (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (SL_PAGE_GET_CLASS (self)->commit != NULL)
    SL_PAGE_GET_CLASS (self)->commit (self);
}

void
sl_page_add (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (SL_PAGE_GET_CLASS (self)->add != NULL)
    SL_PAGE_GET_CLASS (self)->add (self);
}

gboolean
sl_page_show_record (SlPage *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return SL_PAGE_GET_CLASS (self)->show_record != NULL && SL_PAGE_GET_CLASS (self)->show_record (self, uid);
}

gboolean
sl_page_take_back (SlPage *self, gboolean again)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return SL_PAGE_GET_CLASS (self)->take_back != NULL && SL_PAGE_GET_CLASS (self)->take_back (self, again);
}

char *
sl_page_dup_draft (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), NULL);
  return SL_PAGE_GET_CLASS (self)->dup_draft != NULL ? SL_PAGE_GET_CLASS (self)->dup_draft (self) : NULL;
}

void
sl_page_tell (SlPage *self, const char *text, gboolean undoable)
{
  g_return_if_fail (SL_IS_PAGE (self) && text != NULL);
  g_signal_emit (self, signals[MESSAGE], 0, text, undoable);
}

void
sl_page_want_detail (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  g_signal_emit (self, signals[DETAIL_WANTED], 0);
}

/* --- Search ------------------------------------------------------------------------------------------------------- */

static void
on_search_changed (SlPage *self)
{
  SL_PAGE_GET_CLASS (self)->search_changed (self);
}

static void
on_search_next (SlPage *self)
{
  if (SL_PAGE_GET_CLASS (self)->search_next != NULL)
    SL_PAGE_GET_CLASS (self)->search_next (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_search_mode (SlPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH_MODE]);
  if (!sl_page_is_searching (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

GtkWidget *
sl_page_new_search (SlPage *self, GtkWidget *capture)
{
  SlPagePrivate *priv = PRIV (self);

  g_return_val_if_fail (SL_IS_PAGE (self) && priv->search_bar == NULL, NULL);
  priv->search = gtk_search_entry_new ();
  gtk_widget_set_size_request (priv->search, 320, -1);
  sl_name_widget (priv->search, _ ("Search this page"));
  g_signal_connect_object (priv->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->search, "activate", G_CALLBACK (on_search_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->search, "next-match", G_CALLBACK (on_search_next), self, G_CONNECT_SWAPPED);
  priv->search_bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (priv->search_bar), priv->search);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (priv->search_bar), GTK_EDITABLE (priv->search));
  gtk_search_bar_set_key_capture_widget (GTK_SEARCH_BAR (priv->search_bar), capture);
  g_signal_connect_object (priv->search_bar, "notify::search-mode-enabled", G_CALLBACK (on_search_mode), self,
                           G_CONNECT_SWAPPED);
  return priv->search_bar;
}

const char *
sl_page_search_text (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), "");
  return PRIV (self)->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (PRIV (self)->search)) : "";
}

void
sl_page_set_search (SlPage *self, const char *text)
{
  g_return_if_fail (SL_IS_PAGE (self) && text != NULL && PRIV (self)->search != NULL);
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (PRIV (self)->search_bar), *text != '\0');
  gtk_editable_set_text (GTK_EDITABLE (PRIV (self)->search), text);
}

gboolean
sl_page_is_searching (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return PRIV (self)->search_bar != NULL && gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (PRIV (self)->search_bar));
}

void
sl_page_clear_search (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (PRIV (self)->search == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (PRIV (self)->search), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (PRIV (self)->search_bar), FALSE);
}

/* --- Object ------------------------------------------------------------------------------------------------------- */

static void
sl_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlPage *self = SL_PAGE (object);

  if (id == PROP_SEARCH_MODE)
    g_value_set_boolean (value, sl_page_is_searching (self));
  else if (id == PROP_DETAIL_SHOWN)
    g_value_set_boolean (value, sl_page_detail_shown (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Where nothing is searched, who asked hears that it stays as it was. */
static void
set_search_mode (SlPage *self, gboolean searching)
{
  SlPagePrivate *priv = PRIV (self);

  if (priv->search_bar == NULL)
    {
      if (searching)
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH_MODE]);
      return;
    }
  /* What is searched, and where it is typed, lies beneath a record that fills the page. */
  if (searching && sl_page_is_open (self))
    sl_page_show_detail (self, FALSE);
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (priv->search_bar), searching);
  if (searching)
    gtk_widget_grab_focus (priv->search);
}

static void
sl_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SEARCH_MODE)
    set_search_mode (SL_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sl_page_dispose (GObject *object)
{
  SlPagePrivate *priv = PRIV (SL_PAGE (object));

  g_clear_pointer (&priv->child, gtk_widget_unparent);
  priv->search_bar = priv->search = priv->flap = priv->detail = priv->whole = priv->record = NULL;
  g_clear_pointer (&priv->been, g_array_unref);
  G_OBJECT_CLASS (sl_page_parent_class)->dispose (object);
}

static void
sl_page_finalize (GObject *object)
{
  g_clear_object (&PRIV (SL_PAGE (object))->workspace);
  G_OBJECT_CLASS (sl_page_parent_class)->finalize (object);
}

static void
sl_page_class_init (SlPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = sl_page_get_property;
  object_class->set_property = sl_page_set_property;
  object_class->dispose = sl_page_dispose;
  object_class->finalize = sl_page_finalize;
  sl_page_install_detail (klass);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  props[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_DETAIL_SHOWN] = g_param_spec_boolean ("detail-shown", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);
  signals[DETAIL_WANTED] = g_signal_new ("detail-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_page_init (SlPage *self)
{
}

gpointer
sl_page_construct (GType type, SlWorkspace *workspace, const SlPageInfo *info)
{
  SlPage *self;

  g_return_val_if_fail (g_type_is_a (type, SL_TYPE_PAGE) && info != NULL, NULL);
  self = g_object_new (type, NULL);
  PRIV (self)->workspace = g_object_ref (workspace);
  PRIV (self)->info = info;
  return self;
}

void
sl_page_set_child (SlPage *self, GtkWidget *child)
{
  g_return_if_fail (SL_IS_PAGE (self) && PRIV (self)->child == NULL);
  PRIV (self)->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
