/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on a stage's card, in the theme's colours. */

#pragma once

#include <adwaita.h>

#include "diagram/sc-layout.h"
#include "model/sc-stage-figures.h"

G_BEGIN_DECLS

/* What a stage's card is painted with, and on. */
typedef struct {
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  ScTypesetter *typesetter;
  const ScVersion *version;
  const ScStage *stage;
  guint position;
  const ScPlace *place;
  ScDirection direction;
  gboolean without_name;
  const ScStageFigures *figures; /* what deals tell of the stage, or NULL */
} ScCardPaint;

GdkRGBA sc_card_paint_get_refusal_colour (void);
void sc_card_paint (const ScCardPaint *paint);

G_END_DECLS
