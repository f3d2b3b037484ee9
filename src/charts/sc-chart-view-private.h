/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of ScChartView share. */

#pragma once

#include "charts/sc-chart-view.h"
#include "diagram/sc-chart-picture.h"

G_BEGIN_DECLS

struct _ScChartView
{
  GtkWidget parent_instance;

  ScChart *chart;
  ScTypesetter *typesetter;
  /* As it was drawn last. */
  ScChartPicture *picture;
  ScChartLook look;
  double scale;
  /* The spot that keys walked to, or that a pointer is at; -1 for none. */
  int current;
  GtkWidget *tip;
  GtkWidget *tip_label;
  GtkWidget *menu;
};

ScChartPicture *sc_chart_view_need_picture (ScChartView *self);
ScBox sc_chart_view_get_ring (ScChartView *self);

void sc_chart_view_set_current (ScChartView *self,
                                int          spot,
                                gboolean     is_walked);
void sc_chart_view_activate (ScChartView *self);

void sc_chart_view_add_controls (ScChartView *self);
void sc_chart_view_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
