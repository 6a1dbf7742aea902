/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pages/sl-page.h"

G_DEFINE_INTERFACE (SlPage, sl_page, GTK_TYPE_WIDGET)

enum
{
  MESSAGE,
  DETAIL_WANTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
sl_page_default_init (SlPageInterface *iface)
{
  GType type = G_TYPE_FROM_INTERFACE (iface);

  g_object_interface_install_property (iface, g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_object_interface_install_property (iface, g_param_spec_boolean ("detail-shown", NULL, NULL, FALSE,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);
  signals[DETAIL_WANTED] = g_signal_new ("detail-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

const SlPageInfo *
sl_page_get_info (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), NULL);
  return SL_PAGE_GET_IFACE (self)->get_info (self);
}

void
sl_page_wake (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (SL_PAGE_GET_IFACE (self)->wake != NULL)
    SL_PAGE_GET_IFACE (self)->wake (self);
}

void
sl_page_commit (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (SL_PAGE_GET_IFACE (self)->commit != NULL)
    SL_PAGE_GET_IFACE (self)->commit (self);
}

void
sl_page_add (SlPage *self)
{
  g_return_if_fail (SL_IS_PAGE (self));
  if (SL_PAGE_GET_IFACE (self)->add != NULL)
    SL_PAGE_GET_IFACE (self)->add (self);
}

gboolean
sl_page_has_detail (SlPage *self)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return SL_PAGE_GET_IFACE (self)->show_detail != NULL;
}

void
sl_page_show_detail (SlPage *self, gboolean shown)
{
  if (sl_page_has_detail (self))
    SL_PAGE_GET_IFACE (self)->show_detail (self, shown);
}

gboolean
sl_page_detail_shown (SlPage *self)
{
  return sl_page_has_detail (self) && SL_PAGE_GET_IFACE (self)->detail_shown (self);
}

gboolean
sl_page_detail_folded (SlPage *self)
{
  return sl_page_has_detail (self) && SL_PAGE_GET_IFACE (self)->detail_folded (self);
}

gboolean
sl_page_show_record (SlPage *self, SlUid uid)
{
  g_return_val_if_fail (SL_IS_PAGE (self), FALSE);
  return SL_PAGE_GET_IFACE (self)->show_record != NULL && SL_PAGE_GET_IFACE (self)->show_record (self, uid);
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
