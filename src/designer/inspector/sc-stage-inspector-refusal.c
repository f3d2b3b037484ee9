/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a stage's inspector that says what happens when the client refuses there:
 * the deal is lost, is parked, or goes back to one of the stages in front. */

#include "designer/inspector/sc-stage-inspector-private.h"

#include <glib/gi18n-lib.h>

enum {
  LOST,
  PARK,
  N_OTHERS, /* the first of the stages in front */
};

/* A quarter, nearly. */
#define PARKED_DAYS 60

static void
refusal_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  guint selected = adw_combo_row_get_selected (self->refusal_row);
  ScRefusal refusal = { SC_REFUSAL_LOST, NULL, { 0, SC_UNIT_WORKING_DAYS } };

  if (stage == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == PARK)
    {
      refusal.kind = SC_REFUSAL_PARK;
      refusal.after.value = PARKED_DAYS;
    }
  else if (selected >= N_OTHERS && selected - N_OTHERS < g_strv_length (self->refusal_ids))
    {
      refusal.kind = SC_REFUSAL_BACK;
      refusal.stage_id = self->refusal_ids[selected - N_OTHERS];
    }
  /* What is nowhere can only stay. */
  if (refusal.kind == SC_REFUSAL_BACK && *refusal.stage_id == '\0')
    return;

  sc_refusal_assign (&stage->refusal, &refusal);
  self->is_choosing_refusal = TRUE;
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the refusal of “%s”"),
                          _("Refusal in “%s” changed"));
  self->is_choosing_refusal = FALSE;
}

static void
parked_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL || stage->refusal.kind != SC_REFUSAL_PARK || !sc_field_row_is_valid (SC_FIELD_ROW (self->parked_row)))
    return;

  stage->refusal.after.value = (guint) MAX (sc_number_row_get_number (self->parked_row), 0);
  stage->refusal.after.unit = gtk_drop_down_get_selected (self->parked_unit_drop_down) == 1 ? SC_UNIT_WORKING_HOURS
                                                                                            : SC_UNIT_WORKING_DAYS;
  if (!sc_refusal_is_in_bounds (&stage->refusal))
    stage->refusal.after.value = SC_PARKED_WORKING_DAYS_MAX;
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the refusal of “%s”"),
                          _("Refusal in “%s” changed"));
}

/* Those in front, and the one that the stage names though it does not stand there. */
static GStrv
list_stages (const ScVersion *version,
             const ScStage   *stage,
             guint           *selected)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const char *named = stage->refusal.stage_id != NULL ? stage->refusal.stage_id : "";
  guint position = 0;

  *selected = stage->refusal.kind == SC_REFUSAL_PARK ? PARK : LOST;
  sc_version_find_stage (version, stage->id, &position);
  for (guint i = 0; i < position; i++)
    {
      const char *id = sc_version_get_stage (version, i)->id;

      if (stage->refusal.kind == SC_REFUSAL_BACK && g_str_equal (id, named))
        *selected = N_OTHERS + i;
      g_strv_builder_add (ids, id);
    }
  if (stage->refusal.kind == SC_REFUSAL_BACK && *selected == LOST)
    {
      *selected = N_OTHERS + position;
      g_strv_builder_add (ids, named);
    }

  return g_strv_builder_end (ids);
}

static GStrv
list_titles (const ScVersion *version,
             GStrv            ids)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_strv_builder_add (titles, _("The deal is lost"));
  g_strv_builder_add (titles, _("The deal is parked"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const ScStage *stage = sc_version_find_stage (version, ids[i], NULL);

      /* Translators: a stage */
      g_strv_builder_take (titles, g_strdup_printf (_("Back to “%s”"),
                                                    stage == NULL ? _("a stage that is not there")
                                                    : *stage->name != '\0' ? stage->name : _("unnamed")));
    }

  return g_strv_builder_end (titles);
}

/* What there is to choose from stays while something is chosen of it. */
static void
show_stages (ScStageInspector *self,
             GStrv             ids)
{
  g_auto (GStrv) titles = NULL;

  if (self->is_choosing_refusal)
    return;

  titles = list_titles (sc_stage_inspector_get_version (self), ids);
  if (self->refusal_titles == NULL ||
      !g_strv_equal ((const char *const *) self->refusal_titles, (const char *const *) titles))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) titles);

      adw_combo_row_set_model (self->refusal_row, G_LIST_MODEL (model));
      g_strfreev (self->refusal_titles);
      self->refusal_titles = g_steal_pointer (&titles);
    }
  g_strfreev (self->refusal_ids);
  self->refusal_ids = g_strdupv (ids);
}

/* Shows what happens on a refusal. */
void
sc_stage_inspector_fill_refusal (ScStageInspector *self,
                                 const ScStage    *stage)
{
  guint selected;
  g_auto (GStrv) ids = list_stages (sc_stage_inspector_get_version (self), stage, &selected);

  show_stages (self, ids);
  adw_combo_row_set_selected (self->refusal_row, selected);

  sc_number_row_set_number (self->parked_row, stage->refusal.after.value > 0 ? (int) stage->refusal.after.value : SC_NUMBER_NONE);
  gtk_drop_down_set_selected (self->parked_unit_drop_down, stage->refusal.after.unit == SC_UNIT_WORKING_HOURS ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->parked_row), stage->refusal.kind == SC_REFUSAL_PARK);
}

void
sc_stage_inspector_bind_refusal (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, refusal_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, parked_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, parked_unit_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, refusal_cb);
  gtk_widget_class_bind_template_callback (widget_class, parked_cb);
}
