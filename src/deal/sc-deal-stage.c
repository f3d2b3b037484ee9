/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the stage that a deal stands in is for: its goal, when a deal comes in, what is
 * done, to be ticked, by whom, and with which documents. */

#include "deal/sc-deal-stage.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-document-row.h"
#include "deal/sc-stage-actions.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-group-rows.h"

struct _ScDealStage
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScStageActions *actions; /* one of the rows; NULL where nothing is said */
  char *stage_id; /* what they are of, in a version that never changes */
  char *version_id;
};

G_DEFINE_FINAL_TYPE (ScDealStage, sc_deal_stage, ADW_TYPE_PREFERENCES_GROUP);

static void
add_row (ScDealStage *self,
         GtkWidget   *row)
{
  sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, row);
}

static void
add_property (ScDealStage *self,
              const char  *title,
              const char  *text)
{
  GtkWidget *row;

  if (text == NULL || text[0] == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "property");
  add_row (self, row);
}

static char *
list_participants (const ScVersion *version,
                   const ScStage   *stage)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; stage->participants[i] != NULL; i++)
    {
      const ScRole *role = sc_version_find_role (version, stage->participants[i], NULL);

      if (role != NULL)
        g_strv_builder_add (names, role->name);
    }
  all = g_strv_builder_end (names);

  return g_strjoinv (", ", all);
}

static void
add_actions (ScDealStage   *self,
             const ScStage *stage)
{
  self->actions = stage->actions[0] != NULL ? SC_STAGE_ACTIONS (sc_stage_actions_new (stage)) : NULL;
  if (self->actions != NULL)
    add_row (self, GTK_WIDGET (self->actions));
}

static void
add_roles (ScDealStage     *self,
           const ScVersion *version,
           const ScStage   *stage)
{
  const ScRole *role = stage->responsible != NULL ? sc_version_find_role (version, stage->responsible, NULL) : NULL;
  g_autofree char *participants = list_participants (version, stage);
  g_autofree char *both = NULL;

  if (role != NULL && participants[0] != '\0')
    /* Translators: the role that is responsible for a stage, and those that take part in it */
    both = g_strdup_printf (C_("stage", "%1$s, with %2$s"), role->name, participants);

  if (role != NULL)
    /* Translators: the role that is responsible for a stage */
    add_property (self, C_("stage", "Responsible"), both != NULL ? both : role->name);
  else
    /* Translators: the roles that take part in a stage */
    add_property (self, C_("stage", "Participants"), participants);
}

static void
show_rows (ScDealStage     *self,
           const ScVersion *version,
           const ScStage   *stage)
{
  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  /* Translators: when a deal comes into a stage */
  add_property (self, C_("stage", "Entry"), stage->entry);
  add_actions (self, stage);
  add_roles (self, version, stage);
  for (guint i = 0; stage->documents[i] != NULL; i++)
    add_row (self, sc_document_row_new (stage->documents[i]));
}

static void
sc_deal_stage_dispose (GObject *object)
{
  ScDealStage *self = SC_DEAL_STAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->stage_id, g_free);
  g_clear_pointer (&self->version_id, g_free);

  G_OBJECT_CLASS (sc_deal_stage_parent_class)->dispose (object);
}

static void
sc_deal_stage_class_init (ScDealStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_stage_dispose;
}

static void
sc_deal_stage_init (ScDealStage *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * sc_deal_stage_show:
 * @self: a stage's card
 * @store: the store
 * @dossier: everything about a deal
 *
 * Shows the stage that the deal stands in; hidden where it has left the board, and where
 * nobody has said anything about the stage.
 */
void
sc_deal_stage_show (ScDealStage   *self,
                    ScStore       *store,
                    ScDealDossier *dossier)
{
  ScStage *stage;

  g_return_if_fail (SC_IS_DEAL_STAGE (self));

  stage = sc_deal_status_is_standing (dossier->deal->status)
          ? sc_version_find_stage (dossier->version, dossier->deal->stage_id, NULL) : NULL;
  if (stage == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  /* The rows stay, for one of them may have the focus. */
  if (g_strcmp0 (self->stage_id, stage->id) != 0 || g_strcmp0 (self->version_id, dossier->version->id) != 0)
    {
      sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self), stage->name);
      sc_plain_text_set_group_description (ADW_PREFERENCES_GROUP (self), stage->goal);
      show_rows (self, dossier->version, stage);
      g_set_str (&self->stage_id, stage->id);
      g_set_str (&self->version_id, dossier->version->id);
    }
  if (self->actions != NULL)
    sc_stage_actions_show (self->actions, store, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0 || stage->goal[0] != '\0');
}
