/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is otherwise in a scenario, with sliders. What is chosen stays where stages come
 * anew. */

#include "insight/sc-scenario-box.h"

#include <glib/gi18n-lib.h>

struct _ScScenarioBox
{
  GtkBox parent_instance;

  GtkLabel *title_label;
  GtkRange *growth_scale;
  GtkDropDown *stage_drop_down;
  GtkRange *days_scale;
  GtkRange *conversion_scale;
  GtkCheckButton *without_button;

  GPtrArray *stages;
  gboolean is_filling;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScScenarioBox, sc_scenario_box, GTK_TYPE_BOX);

static const ScScenarioStage *
get_stage (ScScenarioBox *self)
{
  guint position = gtk_drop_down_get_selected (self->stage_drop_down);

  return self->stages != NULL && position < self->stages->len ? self->stages->pdata[position] : NULL;
}

static void
changed_cb (ScScenarioBox *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Of a stage of which nobody knows how long deals stay there it is not known what is gained
 * without it. */
static void
stage_changed_cb (ScScenarioBox *self)
{
  const ScScenarioStage *stage = get_stage (self);
  guint days = stage != NULL ? stage->days : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Without this stage (%u day)", "Without this stage (%u days)", days), days);

  gtk_check_button_set_label (self->without_button, days > 0 ? label : _("Without this stage"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->without_button), days > 0);
  changed_cb (self);
}

static void
sc_scenario_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_SCENARIO_BOX);

  G_OBJECT_CLASS (sc_scenario_box_parent_class)->dispose (object);
}

static void
sc_scenario_box_finalize (GObject *object)
{
  g_clear_pointer (&SC_SCENARIO_BOX (object)->stages, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_scenario_box_parent_class)->finalize (object);
}

static void
sc_scenario_box_class_init (ScScenarioBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_scenario_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_scenario_box_finalize;

  /* Something else is otherwise. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_SCENARIO_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/insight/sc-scenario-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, growth_scale);
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, stage_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, days_scale);
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, conversion_scale);
  gtk_widget_class_bind_template_child (widget_class, ScScenarioBox, without_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sc_scenario_box_init (ScScenarioBox *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

/**
 * sc_scenario_stage_free:
 * @self: (transfer full): a stage
 */
void
sc_scenario_stage_free (ScScenarioStage *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

/**
 * sc_scenario_box_new:
 * @title: what the scenario is called
 *
 * Returns: (transfer floating): a scenario in which nothing is otherwise
 */
GtkWidget *
sc_scenario_box_new (const char *title)
{
  ScScenarioBox *self = g_object_new (SC_TYPE_SCENARIO_BOX, NULL);

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

static gboolean
are_equal (const GPtrArray *stages,
           const GPtrArray *others)
{
  if (others == NULL || stages->len != others->len)
    return FALSE;

  for (guint i = 0; i < stages->len; i++)
    {
      const ScScenarioStage *stage = stages->pdata[i];
      const ScScenarioStage *other = others->pdata[i];

      if (!g_str_equal (stage->id, other->id) || !g_str_equal (stage->name, other->name) || stage->days != other->days)
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_scenario_box_set_stages:
 * @self: a scenario
 * @stages: (element-type ScScenarioStage): the stages that can be otherwise, in order
 */
void
sc_scenario_box_set_stages (ScScenarioBox *self,
                            GPtrArray     *stages)
{
  g_autoptr (GtkStringList) names = NULL;
  guint position;

  g_return_if_fail (SC_IS_SCENARIO_BOX (self));

  if (are_equal (stages, self->stages))
    return;

  names = gtk_string_list_new (NULL);
  position = gtk_drop_down_get_selected (self->stage_drop_down);

  self->is_filling = TRUE;
  g_ptr_array_ref (stages);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  for (guint i = 0; i < stages->len; i++)
    gtk_string_list_append (names, ((const ScScenarioStage *) stages->pdata[i])->name);
  gtk_drop_down_set_model (self->stage_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->stage_drop_down, position < stages->len ? position : 0);
  stage_changed_cb (self);
  self->is_filling = FALSE;
}

/**
 * sc_scenario_box_get_scenario:
 * @self: a scenario
 *
 * Returns: what is otherwise
 */
ScScenario
sc_scenario_box_get_scenario (ScScenarioBox *self)
{
  const ScScenarioStage *stage = get_stage (self);
  ScScenario scenario = {
    .growth = gtk_range_get_value (self->growth_scale) / 100,
    .days_less = (guint) gtk_range_get_value (self->days_scale),
    .conversion = 1 + gtk_range_get_value (self->conversion_scale) / 100,
  };

  if (stage != NULL && gtk_check_button_get_active (self->without_button))
    scenario.days_less += stage->days;

  return scenario;
}

/**
 * sc_scenario_box_list_behind:
 * @self: a scenario
 *
 * Returns: (transfer full): the stages that are behind the one that is otherwise
 */
GStrv
sc_scenario_box_list_behind (ScScenarioBox *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = gtk_drop_down_get_selected (self->stage_drop_down) + 1; self->stages != NULL && i < self->stages->len; i++)
    g_strv_builder_add (ids, ((const ScScenarioStage *) self->stages->pdata[i])->id);

  return g_strv_builder_end (ids);
}
