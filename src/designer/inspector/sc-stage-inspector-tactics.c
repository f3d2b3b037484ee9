/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of a stage's inspector that has its tactics: titled texts, a row each. */

#include "designer/inspector/sc-stage-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "designer/inspector/sc-tactic-dialog.h"
#include "designer/inspector/sc-tactic-row.h"
#include "method/sc-usual.h"

static void
tactic_commit_cb (ScStageInspector *self,
                  ScTacticRow      *row)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  g_autofree char *title = sc_tactic_row_dup_title (row);
  g_autofree char *text = sc_tactic_row_dup_text (row);
  ScTactic *tactic;
  guint position;

  if (stage == NULL || !g_ptr_array_find (self->tactic_rows, row, &position))
    return;

  tactic = sc_tactic_row_find (row, stage, position);
  g_set_str (&tactic->title, title);
  g_set_str (&tactic->text, text);
  sc_tactic_row_take (row);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the tactics of “%s”"),
                          _("Tactics of “%s” changed"));
}

static void
kind_chosen_cb (ScStageInspector *self,
                ScTacticRow      *row)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  for (guint i = 0; i < stage->tactics->len; i++)
    {
      ScTactic *tactic = stage->tactics->pdata[i];

      if (g_strcmp0 (tactic->id, sc_tactic_row_get_tactic_id (row)) == 0)
        tactic->kind = sc_tactic_row_get_kind (row);
    }
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the tactics of “%s”"),
                          _("Tactics of “%s” changed"));
}

static void
conditions_cb (ScStageInspector *self,
               ScTacticRow      *row)
{
  if (sc_stage_inspector_get_stage (self) != NULL)
    sc_tactic_dialog_present (GTK_WIDGET (self), self->design, self->stage_id, sc_tactic_row_get_tactic_id (row));
}

static void
tactic_remove_cb (ScStageInspector *self,
                  ScTacticRow      *row)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  guint position;

  if (stage == NULL || !g_ptr_array_find (self->tactic_rows, row, &position) || position >= stage->tactics->len)
    return;

  sc_tactic_row_revert (row);
  g_ptr_array_remove_index (stage->tactics, position);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the tactics of “%s”"),
                          _("Tactics of “%s” changed"));
}

static void
add_tactic_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  sc_stage_add_tactic (stage, "", "");
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the tactics of “%s”"),
                          _("Tactics of “%s” changed"));
  if (self->tactic_rows->len > 0)
    sc_tactic_row_start (self->tactic_rows->pdata[self->tactic_rows->len - 1]);
}

static void
add_usual_tactics_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  sc_usual_add_tactics (stage, sc_stage_inspector_get_version (self), stage->kinds);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the tactics of “%s”"),
                          _("Tactics of “%s” changed"));
}

/* Offered while some are missing. */
static void
show_usual_tactics (ScStageInspector *self,
                    const ScStage    *stage)
{
  g_autoptr (GPtrArray) missing = sc_usual_tactics (sc_stage_inspector_get_version (self), stage, stage->kinds);

  gtk_widget_set_visible (self->usual_tactics_group, missing->len > 0);
}

/* What the client has been asked up to the stage. */
static GMenuModel *
list_questions (const ScVersion *version,
                const ScStage   *stage)
{
  GMenu *menu = g_menu_new ();
  guint position = 0;

  sc_version_find_stage (version, stage->id, &position);
  for (guint i = 0; i <= position && i < version->stages->len; i++)
    {
      GPtrArray *criteria = sc_version_get_stage (version, i)->criteria;

      for (guint j = 0; j < criteria->len; j++)
        {
          const ScCriterion *criterion = criteria->pdata[j];
          g_autoptr (GMenuItem) item = NULL;
          g_autofree char *field = NULL;

          if (criterion->type == SC_ANSWER_TICK)
            continue;
          item = g_menu_item_new (NULL, NULL);
          field = g_strdup_printf ("{answer:%s}", criterion->id);
          g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", criterion->text);
          g_menu_item_set_action_and_target (item, "tactic.insert", "s", field);
          g_menu_append_item (menu, item);
        }
    }

  return G_MENU_MODEL (menu);
}

/* Shows a stage’s tactics. */
void
sc_stage_inspector_fill_tactics (ScStageInspector *self,
                                 const ScStage    *stage)
{
  g_autoptr (GMenuModel) questions = list_questions (sc_stage_inspector_get_version (self), stage);

  while (self->tactic_rows->len > stage->tactics->len)
    {
      GtkWidget *row = g_ptr_array_steal_index (self->tactic_rows, self->tactic_rows->len - 1);

      adw_preferences_group_remove (self->tactics_group, row);
    }
  while (self->tactic_rows->len < stage->tactics->len)
    {
      GtkWidget *row = sc_tactic_row_new ();

      g_signal_connect_swapped (row, "commit", G_CALLBACK (tactic_commit_cb), self);
      g_signal_connect_swapped (row, "remove", G_CALLBACK (tactic_remove_cb), self);
      g_signal_connect_swapped (row, "kind-chosen", G_CALLBACK (kind_chosen_cb), self);
      g_signal_connect_swapped (row, "conditions", G_CALLBACK (conditions_cb), self);
      g_ptr_array_add (self->tactic_rows, row);
      adw_preferences_group_add (self->tactics_group, row);
    }
  for (guint i = 0; i < stage->tactics->len; i++)
    {
      sc_tactic_row_set_value (self->tactic_rows->pdata[i], stage->tactics->pdata[i]);
      sc_tactic_row_set_questions (self->tactic_rows->pdata[i], questions);
      sc_tactic_row_set_source (self->tactic_rows->pdata[i], sc_design_get_store (self->design),
                                sc_design_get_process_id (self->design), stage->id);
    }
  show_usual_tactics (self, stage);
}

void
sc_stage_inspector_bind_tactics (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_tactic_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_usual_tactics_cb);
}
