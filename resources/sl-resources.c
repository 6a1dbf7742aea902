/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resources/sl-resources.h"

#include "sl-embedded-resources.h"

void
sl_resources_init (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sl_embedded_register_resource ();
      g_once_init_leave (&once, 1);
    }
}
