/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts schemes on paper without a print dialog. */

#pragma once

#include "diagram/sc-pages.h"

G_BEGIN_DECLS

/**
 * ScPaper:
 * @width: the paper's width in points, as it is printed on
 * @height: its height
 * @margin: what stays empty on each side
 */
typedef struct {
  double width;
  double height;
  double margin;
} ScPaper;

/* A4, lying, with 12 mm of margin. */
#define SC_PAPER_A4_LANDSCAPE ((ScPaper) { 841.89, 595.28, 34 })

/* The scheme as a person expects it on a page: as on the screen when it is exported,
 * see SC_EXPORT_OPTIONS(), and on one page. */
#define SC_PAPER_OPTIONS(name, today) \
        ((ScPagesOptions) { \
    .title = (name), .date = (today), .has_title = TRUE, .has_legend = TRUE, .across = 1, .down = 1, \
    .has_refusals = TRUE, \
  })

const char *sc_paper_get_name (guint position);
char *sc_paper_list_names (const char *separator);
gboolean sc_paper_from_name (const char *name,
                             gboolean    is_landscape,
                             ScPaper    *paper);
GBytes *sc_paper_make_pdf (const ScPaper        *self,
                           const ScVersion      *version,
                           const ScPagesOptions *options,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
