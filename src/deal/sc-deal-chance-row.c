/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's chance by the history, with why, beside the one that is set: in its pane. Nothing
 * is shown of a deal that is decided, and where the history is too short. */

#include "deal/sc-deal-chance-row.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-chances.h"
#include "model/sc-percent.h"

struct _ScDealChanceRow
{
  AdwActionRow parent_instance;

  ScDealDossier *dossier;
  ScDealChances *chances;
};

G_DEFINE_FINAL_TYPE (ScDealChanceRow, sc_deal_chance_row, ADW_TYPE_ACTION_ROW);

static double
get_set (const ScDealDossier *dossier)
{
  const ScStage *stage = sc_version_find_stage (dossier->version, dossier->deal->stage_id, NULL);

  if (dossier->deal->probability >= 0)
    return dossier->deal->probability;

  return stage != NULL ? stage->probability : -1;
}

static char *
describe (const ScDealDossier *dossier,
          const ScDealChance  *chance)
{
  g_autofree char *learned = sc_deal_chance_tell (chance);
  g_autofree char *set = NULL;

  if (get_set (dossier) < 0)
    return g_steal_pointer (&learned);

  set = sc_percent_to_text (get_set (dossier));

  /* Translators: %1$s is a sentence, %2$s the probability that is set, such as “30%” */
  return g_strdup_printf (_("%1$s Set: %2$s."), learned, set);
}

static void
show (ScDealChanceRow *self)
{
  ScDealChance chance;
  gboolean is_known = self->dossier != NULL && self->chances != NULL
                      && sc_deal_chances_find (self->chances, self->dossier->deal, &chance);
  g_autofree char *text = is_known ? describe (self->dossier, &chance) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self), is_known);
}

static void
sc_deal_chance_row_dispose (GObject *object)
{
  ScDealChanceRow *self = SC_DEAL_CHANCE_ROW (object);

  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_object (&self->chances);

  G_OBJECT_CLASS (sc_deal_chance_row_parent_class)->dispose (object);
}

static void
sc_deal_chance_row_class_init (ScDealChanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_chance_row_dispose;
}

static void
sc_deal_chance_row_init (ScDealChanceRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("By the History"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * sc_deal_chance_row_show:
 * @self: a row
 * @store: the store
 * @dossier: everything about a deal
 */
void
sc_deal_chance_row_show (ScDealChanceRow *self,
                         ScStore         *store,
                         ScDealDossier   *dossier)
{
  g_autoptr (ScDealChances) chances = sc_deal_chances_get (store, dossier->deal->process_id);

  g_return_if_fail (SC_IS_DEAL_CHANCE_ROW (self));

  sc_deal_dossier_ref (dossier);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  self->dossier = dossier;
  if (chances != self->chances)
    {
      if (self->chances != NULL)
        g_signal_handlers_disconnect_by_func (self->chances, show, self);
      g_set_object (&self->chances, chances);
      g_signal_connect_object (chances, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
    }
  show (self);
}
