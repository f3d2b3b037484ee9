/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The exit criteria of the stage that a deal stands in, to be ticked. */

#include "deal/sc-deal-checklist.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-change.h"
#include "widgets/sc-plain-text.h"

struct _ScDealChecklist
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  GPtrArray *checks;
  char *stage_id;
  ScStore *store;
  ScDealDossier *dossier;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScDealChecklist, sc_deal_checklist, ADW_TYPE_PREFERENCES_GROUP);

static void
ticked_cb (GtkWidget       *origin,
           const ScOutcome *outcome,
           gpointer         user_data)
{
  ScDealChecklist *self = SC_DEAL_CHECKLIST (origin);

  /* Back to what is saved. */
  if (outcome == NULL && self->dossier != NULL)
    sc_deal_checklist_show (self, self->store, self->dossier);
}

static void
toggled_cb (ScDealChecklist *self,
            GtkCheckButton  *check)
{
  ScStage *stage;
  guint i;

  if (self->is_filling || !g_ptr_array_find (self->checks, check, &i))
    return;

  stage = sc_version_find_stage (self->dossier->version, self->stage_id, NULL);
  if (stage != NULL && i < stage->criteria->len)
    {
      ScCriterion *criterion = stage->criteria->pdata[i];
      const char *ids[] = { criterion->id, NULL };
      ScCommand *command = sc_command_tick (self->dossier->deal, ids, gtk_check_button_get_active (check));

      sc_change_run (GTK_WIDGET (self), self->store, command, sc_command_get_name (command), ticked_cb, NULL);
    }
}

static void
add_row (ScDealChecklist   *self,
         const ScCriterion *criterion)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), criterion->text);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->text, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
rebuild (ScDealChecklist *self,
         ScStage         *stage)
{
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_set_str (&self->stage_id, stage != NULL ? stage->id : NULL);
  if (stage == NULL)
    return;

  /* Translators: %s is a stage */
  title = g_strdup_printf (_("To Leave “%s”"), stage->name);
  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self), title);
  for (guint i = 0; i < stage->criteria->len; i++)
    add_row (self, stage->criteria->pdata[i]);
}

static void
sc_deal_checklist_dispose (GObject *object)
{
  ScDealChecklist *self = SC_DEAL_CHECKLIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->stage_id, g_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_deal_checklist_parent_class)->dispose (object);
}

static void
sc_deal_checklist_class_init (ScDealChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_checklist_dispose;
}

static void
sc_deal_checklist_init (ScDealChecklist *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
}

/**
 * sc_deal_checklist_show:
 * @self: a checklist
 * @store: the store
 * @dossier: everything about the deal
 *
 * Shows the exit criteria of a deal's stage; hidden where there are none.
 */
void
sc_deal_checklist_show (ScDealChecklist *self,
                        ScStore         *store,
                        ScDealDossier   *dossier)
{
  ScDealDossier *old;
  ScStage *stage;
  gboolean is_same;

  g_return_if_fail (SC_IS_DEAL_CHECKLIST (self));

  old = self->dossier;
  is_same = old != NULL && old->version != NULL && g_strcmp0 (old->version->id, dossier->version->id) == 0;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  stage = sc_version_find_stage (dossier->version, dossier->deal->stage_id, NULL);
  if (!is_same || g_strcmp0 (stage != NULL ? stage->id : NULL, self->stage_id) != 0)
    rebuild (self, stage);

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0 && sc_deal_status_is_standing (dossier->deal->status));

  self->is_filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      ScCriterion *criterion = stage->criteria->pdata[i];

      gtk_check_button_set_active (self->checks->pdata[i], sc_deal_dossier_is_ticked (dossier, criterion->id));
    }
  self->is_filling = FALSE;
}
