/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is otherwise in a scenario. */

#pragma once

#include <adwaita.h>

#include "statistics/sc-simulation.h"

G_BEGIN_DECLS

#define SC_TYPE_SCENARIO_BOX (sc_scenario_box_get_type ())
G_DECLARE_FINAL_TYPE (ScScenarioBox, sc_scenario_box, SC, SCENARIO_BOX, GtkBox)

/* A stage that can be otherwise: its id, and how many days of the calendar half the deals
 * stay there at most, 0 where nobody knows. */
typedef struct {
  char *id;
  char *name;
  guint days;
} ScScenarioStage;

void sc_scenario_stage_free (ScScenarioStage *self);

GtkWidget *sc_scenario_box_new (const char *title);
void sc_scenario_box_set_stages (ScScenarioBox *self,
                                 GPtrArray     *stages);
ScScenario sc_scenario_box_get_scenario (ScScenarioBox *self);
GStrv sc_scenario_box_list_behind (ScScenarioBox *self);

G_END_DECLS
