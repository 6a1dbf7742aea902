/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/sl-palette.h"

#include <math.h>

/* The base hues (green #26a269, amber #c88800, red #c01c28, grey #77767b, blue #1c71d8) keep hue and saturation; their
 * lightness moves just as far as the contrast on both backgrounds of the palette asks. */

#define HEX(x)                                                                                                         \
  {                                                                                                                    \
    ((x) >> 16 & 0xff) / 255.0, ((x) >> 8 & 0xff) / 255.0, ((x) & 0xff) / 255.0                                        \
  }
#define STATUSES(unknown, green, amber, red, opportunity)                                                              \
  {                                                                                                                    \
    HEX (unknown), HEX (unknown), HEX (green), HEX (amber), HEX (red), HEX (opportunity), HEX (opportunity),           \
        HEX (opportunity)                                                                                              \
  }

/* Arguments: background, selected, text, dim, rule; shapes; letters: unknown, green, amber, red, opportunity. */
#define PALETTE(bg, sel, txt, dm, rl, u, g, a, r, o, lu, lg, la, lr, lo)                                               \
  {                                                                                                                    \
    .background = HEX (bg), .selected = HEX (sel), .text = HEX (txt), .dim = HEX (dm), .rule = HEX (rl),               \
    .shape = STATUSES (u, g, a, r, o), .letter = STATUSES (lu, lg, la, lr, lo),                                        \
  }

static const SlPalette palettes[SL_PALETTE_COUNT] = {
  [0] = PALETTE (0xffffff, 0xe4eefb, 0x2e3436, 0x5e5c64, 0xe6e6e6,
                 0x77767b, 0x249862, 0xb67c00, 0xc01c28, 0x1c71d8,
                 0x6a6a6e, 0x1c794e, 0x906200, 0xc01c28, 0x1a69c8),
  [SL_PALETTE_DARK] = PALETTE (0x1e1e1e, 0x22344c, 0xf6f5f4, 0xb0afb3, 0x3a3a3a,
                               0x7d7c82, 0x26a269, 0xc88800, 0xe3404c, 0x287de3,
                               0x9c9b9f, 0x2ab374, 0xd28f00, 0xec7a82, 0x609fea),
  [SL_PALETTE_HIGH_CONTRAST] = PALETTE (0xffffff, 0xcfe2fa, 0x000000, 0x3d3846, 0x8c8a90,
                                        0x636266, 0x1a7049, 0x835900, 0xc01c28, 0x1860b8,
                                        0x464548, 0x135135, 0x5f4100, 0x8b141d, 0x114687),
  [SL_PALETTE_DARK | SL_PALETTE_HIGH_CONTRAST] = PALETTE (0x1e1e1e, 0x1d3c66, 0xffffff, 0xdeddda, 0x9a9996,
                                                          0xa7a6a9, 0x2cbd7a, 0xdf9800, 0xee8a91, 0x72aaed,
                                                          0xcfced0, 0x80e1b4, 0xffc549, 0xf6c1c5, 0xb4d1f5),
  [SL_PALETTE_BLUE_ORANGE] = PALETTE (0xffffff, 0xe4eefb, 0x2e3436, 0x5e5c64, 0xe6e6e6,
                                      0x77767b, 0x1c71d8, 0xcd6d0c, 0x8f3d0a, 0x1c71d8,
                                      0x6a6a6e, 0x1a69c8, 0xa2560a, 0x8f3d0a, 0x1a69c8),
  [SL_PALETTE_BLUE_ORANGE | SL_PALETTE_DARK] = PALETTE (0x1e1e1e, 0x22344c, 0xf6f5f4, 0xb0afb3, 0x3a3a3a,
                                                        0x7d7c82, 0x287de3, 0xd9730d, 0xd2590f, 0x287de3,
                                                        0x9c9b9f, 0x609fea, 0xef7e0e, 0xf17b32, 0x609fea),
  [SL_PALETTE_BLUE_ORANGE | SL_PALETTE_HIGH_CONTRAST] = PALETTE (0xffffff, 0xcfe2fa, 0x000000, 0x3d3846, 0x8c8a90,
                                                                 0x636266, 0x1860b8, 0x964f09, 0x8f3d0a, 0x1860b8,
                                                                 0x464548, 0x114687, 0x6a3806, 0x753208, 0x114687),
  [SL_PALETTE_BLUE_ORANGE | SL_PALETTE_DARK | SL_PALETTE_HIGH_CONTRAST]
  = PALETTE (0x1e1e1e, 0x1d3c66, 0xffffff, 0xdeddda, 0x9a9996,
             0xa7a6a9, 0x72aaed, 0xf28e29, 0xf38c4c, 0x72aaed,
             0xcfced0, 0xb4d1f5, 0xf8c591, 0xf9c3a2, 0xb4d1f5),
};

const SlPalette *
sl_palette_get (guint flags)
{
  g_return_val_if_fail (flags < SL_PALETTE_COUNT, &palettes[0]);
  return &palettes[flags];
}

const SlRgb *
sl_palette_bands (guint flags)
{
  /* Slate, blue, teal, purple, pink, ink. */
  static const SlRgb light[SL_PALETTE_BANDS]
      = { HEX (0x4d576a), HEX (0x225a9e), HEX (0x00666d), HEX (0x7a3fa6), HEX (0x9f2f72), HEX (0x3d3d47) };
  static const SlRgb dark[SL_PALETTE_BANDS]
      = { HEX (0xa9b5cb), HEX (0x82b5f5), HEX (0x4fcad2), HEX (0xcaa4ee), HEX (0xee9fcc), HEX (0xdadae2) };

  return flags & SL_PALETTE_DARK ? dark : light;
}

const SlRgb *
sl_palette_steps (guint flags)
{
  /* Indigo: no state has it. */
  static const SlRgb steps[4][SL_PALETTE_STEPS] = {
    [0] = { HEX (0x8681bb), HEX (0x6961b8), HEX (0x4c43b0), HEX (0x342d87), HEX (0x1a1554) },
    [SL_PALETTE_DARK] = { HEX (0x7b76b5), HEX (0x928cd3), HEX (0xaba6e9), HEX (0xc8c4f8), HEX (0xe8e6fe) },
    [SL_PALETTE_HIGH_CONTRAST] = { HEX (0x5f59a5), HEX (0x4b4497), HEX (0x373180), HEX (0x241e5b), HEX (0x09071e) },
    [SL_PALETTE_DARK | SL_PALETTE_HIGH_CONTRAST]
    = { HEX (0xa6a3cd), HEX (0xb7b3e2), HEX (0xc8c5f0), HEX (0xdcd9fb), HEX (0xf1f0fe) },
  };

  return steps[flags & (SL_PALETTE_DARK | SL_PALETTE_HIGH_CONTRAST)];
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const SlRgb *colour)
{
  return 0.2126 * linear (colour->r) + 0.7152 * linear (colour->g) + 0.0722 * linear (colour->b);
}

double
sl_rgb_contrast (const SlRgb *a, const SlRgb *b)
{
  double x, y;

  g_return_val_if_fail (a != NULL && b != NULL, 1);
  x = luminance (a);
  y = luminance (b);
  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

SlStatus
sl_status_from_rag (SlRag rag, gboolean opportunity)
{
  switch (rag)
    {
    case SL_RAG_GREEN:
      return opportunity ? SL_STATUS_LOW : SL_STATUS_GREEN;
    case SL_RAG_AMBER:
      return opportunity ? SL_STATUS_MEDIUM : SL_STATUS_AMBER;
    case SL_RAG_RED:
      return opportunity ? SL_STATUS_HIGH : SL_STATUS_RED;
    case SL_RAG_NONE:
    default:
      return SL_STATUS_UNKNOWN;
    }
}
