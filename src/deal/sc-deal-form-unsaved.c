/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a deal's fields is not saved, also of deals that were shown before. */

#include "deal/sc-deal-form-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScDealForm *self = SC_DEAL_FORM (unsaved);

  if (self->n_sending > 0)
    return SC_SAVE_STATE_SAVING;
  if (g_hash_table_size (self->kept) > 0)
    return SC_SAVE_STATE_UNSAVED;

  for (guint i = 0; i < N_FIELDS; i++)
    if (sc_deal_form_is_edited (self, i))
      return SC_SAVE_STATE_UNSAVED;

  return SC_SAVE_STATE_SAVED;
}

static void
describe_field (ScDealForm   *self,
                guint         field,
                const ScDeal *deal,
                GStrvBuilder *names)
{
  /* Translators: a field such as Value, then a deal */
  g_strv_builder_take (names, g_strdup_printf (_("%1$s of “%2$s”"), sc_deal_form_get_name (self, field), sc_deal_get_title (deal)));
}

static char *
describe (ScUnsaved *unsaved)
{
  ScDealForm *self = SC_DEAL_FORM (unsaved);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GHashTableIter iter;
  gpointer kept;

  for (guint i = 0; i < N_FIELDS; i++)
    if (sc_deal_form_is_edited (self, i))
      describe_field (self, i, self->dossier->deal, builder);

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &kept))
    for (guint i = 0; i < N_FIELDS; i++)
      if (((Typed *) kept)[i].text != NULL)
        describe_field (self, i, ((Typed *) kept)[i].base, builder);
  names = g_strv_builder_end (builder);

  return g_strjoinv ("\n", names);
}

static void
commit (ScUnsaved *unsaved)
{
  sc_deal_form_commit (SC_DEAL_FORM (unsaved));
}

/* Also what was typed of deals that were shown before. */
static void
give_up_all (ScUnsaved *unsaved)
{
  ScDealForm *self = SC_DEAL_FORM (unsaved);

  for (guint i = 0; i < N_FIELDS; i++)
    sc_deal_form_give_up_field (self, i);
  g_hash_table_remove_all (self->kept);
}

static const ScDeal *
find_unsaved_deal (ScDealForm *self)
{
  GHashTableIter iter;
  gpointer kept;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &kept))
    for (guint i = 0; i < N_FIELDS; i++)
      if (((Typed *) kept)[i].base != NULL)
        return ((Typed *) kept)[i].base;

  return self->dossier != NULL ? self->dossier->deal : NULL;
}

static void
reveal (ScUnsaved *unsaved)
{
  ScDealForm *self = SC_DEAL_FORM (unsaved);
  const ScDeal *deal = find_unsaved_deal (self);

  if (deal != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", deal->process_id, deal->id);

  for (guint i = 0; i < N_ROWS; i++)
    if (sc_deal_form_is_edited (self, i))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
        return;
      }
  if (self->notes_row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->notes_row));
}

/* Sets up what a deal's fields are asked by those who close them. */
void
sc_deal_form_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe;
  iface->commit = commit;
  iface->give_up = give_up_all;
  iface->reveal = reveal;
}
