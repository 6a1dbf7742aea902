/* Words for what is derived: msgids, translated where they are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "insight/sl-risk-status.h"

#include <glib/gi18n-lib.h>

const char *
sl_rag_label (SlRag rag, gboolean opportunity)
{
  static const char *const threat[] = { "", N_ ("Green"), N_ ("Amber"), N_ ("Red") };
  static const char *const chance[] = { "", N_ ("Low"), N_ ("Medium"), N_ ("High") };

  g_return_val_if_fail (rag >= SL_RAG_NONE && rag <= SL_RAG_RED, "");
  return opportunity ? chance[rag] : threat[rag];
}

const char *
sl_rag_letter (SlRag rag, gboolean opportunity)
{
  /* TRANSLATORS: one letter each for Green, Amber, Red. */
  static const char *const threat[] = { "", N_ ("G"), N_ ("A"), N_ ("R") };
  /* TRANSLATORS: one letter each for Low, Medium, High. */
  static const char *const chance[] = { "", N_ ("L"), N_ ("M"), N_ ("H") };

  g_return_val_if_fail (rag >= SL_RAG_NONE && rag <= SL_RAG_RED, "");
  return opportunity ? chance[rag] : threat[rag];
}

const char *
sl_proximity_label (SlProximity proximity)
{
  static const char *const labels[]
      = { "", N_ ("Window open"), N_ ("Imminent"), N_ ("Near"), N_ ("Mid-term"), N_ ("Far") };

  g_return_val_if_fail (proximity >= SL_PROXIMITY_NONE && proximity <= SL_PROXIMITY_FAR, "");
  return labels[proximity];
}

const char *
sl_appetite_label (SlAppetiteStatus status)
{
  static const char *const labels[]
      = { "", N_ ("Not set"), N_ ("Within"), N_ ("Tolerable"), N_ ("Breach") };

  g_return_val_if_fail (status >= SL_APPETITE_NONE && status <= SL_APPETITE_BREACH, "");
  return labels[status];
}

const char *
sl_trend_label (SlTrend trend, gboolean opportunity)
{
  static const char *const threat[] = { "", N_ ("New"), N_ ("Same"), N_ ("Worse"), N_ ("Better") };
  static const char *const chance[] = { "", N_ ("New"), N_ ("Same"), N_ ("Rising"), N_ ("Falling") };

  g_return_val_if_fail (trend >= SL_TREND_NONE && trend <= SL_TREND_DOWN, "");
  return opportunity ? chance[trend] : threat[trend];
}
