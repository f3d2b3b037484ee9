/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places on the pages of a document. */

#pragma once

#include "diagram/sc-places.h"
#include "document/sc-document.h"

G_BEGIN_DECLS

/**
 * ScPagedPlace:
 * @section: a section
 * @page: the page, from 0
 * @box: where it stands there, in points from the page's upper left corner
 *
 * Where a section, or what of it is on one page or in one column, stands.
 */
typedef struct {
  const ScSection *section;
  guint page;
  ScBox box;
} ScPagedPlace;

/**
 * ScPagedHit:
 * @page: the page, from 0
 * @box: where what was looked for stands there
 */
typedef struct {
  guint page;
  ScBox box;
} ScPagedHit;

/**
 * ScPaged:
 *
 * A document on pages. It is laid out as far as somebody asks, keeps where everything
 * stands but not the set text, and belongs to one thread.
 */
typedef struct _ScPaged ScPaged;

G_END_DECLS
