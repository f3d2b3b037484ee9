/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask, say and send in the stage that a deal stands in: the tactics that fit best,
 * filled in, and the others on request. */

#include "deal/sc-deal-tactics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "deal/sc-contact-uri.h"
#include "deal/sc-deal-tactic-row.h"
#include "deal/sc-launch.h"
#include "model/sc-tactic-choice.h"
#include "model/sc-tactic-fill.h"
#include "store/sc-deal-criteria.h"
#include "widgets/sc-change.h"

/* A longer address than this is more than a program can be started with. */
#define LONGEST_URI 100000

struct _ScDealTactics
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of ScDealTacticRow */
  AdwExpanderRow *more_row;
  GPtrArray *more_rows; /* of ScDealTacticRow, made when they are asked for */

  ScStore *store;
  ScDealDossier *dossier;
  char *stage_id; /* the stage that they are of */
  GPtrArray *more; /* of ScTactic of the dossier */
  GHashTable *answers;
};

G_DEFINE_FINAL_TYPE (ScDealTactics, sc_deal_tactics, ADW_TYPE_PREFERENCES_GROUP);

static void
count (ScDealTactics   *self,
       ScDealTacticRow *row,
       const char      *message)
{
  sc_change_run (GTK_WIDGET (self), self->store,
                 sc_command_use_tactic (self->dossier->deal, sc_deal_tactic_row_get_tactic (row)), message, NULL, NULL);
}

static void
copy_cb (ScDealTactics   *self,
         ScDealTacticRow *row)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), sc_deal_tactic_row_get_text (row));
  count (self, row, _("Copied"));
}

static void
write_cb (ScDealTactics   *self,
          ScDealTacticRow *row)
{
  const char *letter = sc_deal_tactic_row_get_text (row);
  const char *address = self->dossier->deal->email;
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  g_autofree char *uri = NULL;

  sc_letter_split (letter, &subject, &body);
  uri = sc_mail_uri_new (address, subject, body);
  if (strlen (uri) <= LONGEST_URI)
    {
      sc_launch_uri (GTK_WIDGET (self), uri);
      count (self, row, _("Opened in the mail program"));
    }
  else
    {
      g_autofree char *empty = sc_mail_uri_new (address, subject, NULL);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), body);
      sc_launch_uri (GTK_WIDGET (self), empty);
      count (self, row, _("Too long for the mail program: copied, to be pasted there"));
    }
}

static ScDealTacticRow *
create_row (ScDealTactics *self)
{
  GtkWidget *row = sc_deal_tactic_row_new ();

  g_signal_connect_object (row, "copy", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "write", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);

  return SC_DEAL_TACTIC_ROW (row);
}

static void
show_tactic (ScDealTactics   *self,
             ScDealTacticRow *row,
             const ScTactic  *tactic)
{
  g_autofree char *text = sc_tactic_fill (tactic->text, self->dossier->deal, self->answers);

  sc_deal_tactic_row_show (row, tactic, text);
}

static void
show_more (ScDealTactics *self)
{
  for (guint i = 0; i < self->more->len; i++)
    {
      if (i == self->more_rows->len)
        {
          g_ptr_array_add (self->more_rows, create_row (self));
          adw_expander_row_add_row (self->more_row, self->more_rows->pdata[i]);
        }
      show_tactic (self, self->more_rows->pdata[i], self->more->pdata[i]);
    }
}

static void
remove_more_rows_from (ScDealTactics *self,
                       guint          n_kept)
{
  for (guint i = n_kept; i < self->more_rows->len; i++)
    adw_expander_row_remove (self->more_row, self->more_rows->pdata[i]);
  g_ptr_array_set_size (self->more_rows, (int) MIN (n_kept, self->more_rows->len));
}

static void
expanded_cb (ScDealTactics *self)
{
  if (self->more != NULL && adw_expander_row_get_expanded (self->more_row))
    show_more (self);
}

static void
sc_deal_tactics_dispose (GObject *object)
{
  ScDealTactics *self = SC_DEAL_TACTICS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->more_rows, g_ptr_array_unref);
  g_clear_pointer (&self->more, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->stage_id, g_free);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_deal_tactics_parent_class)->dispose (object);
}

static void
sc_deal_tactics_class_init (ScDealTacticsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_tactics_dispose;
}

static void
sc_deal_tactics_init (ScDealTactics *self)
{
  self->rows = g_ptr_array_new ();
  self->more_rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Tactics"));
  for (guint i = 0; i < SC_TACTICS_SHOWN; i++)
    {
      g_ptr_array_add (self->rows, create_row (self));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
    }

  self->more_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->more_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), _("More Tactics"));
  g_signal_connect_object (self->more_row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->more_row));
}

static void
take_dossier (ScDealTactics *self,
              ScDealDossier *dossier,
              const ScStage *stage)
{
  gboolean is_same = self->dossier != NULL && self->dossier->deal->id == dossier->deal->id
                     && stage != NULL && g_strcmp0 (self->stage_id, stage->id) == 0;
  ScDealDossier *old = self->dossier;

  if (!is_same)
    adw_expander_row_set_expanded (self->more_row, FALSE);
  g_set_str (&self->stage_id, stage != NULL ? stage->id : NULL);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  self->answers = sc_deal_criteria_tell_answers (dossier->criteria);
}

static void
show_shown (ScDealTactics *self,
            GPtrArray     *shown)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gtk_widget_set_visible (self->rows->pdata[i], i < shown->len);
      if (i < shown->len)
        show_tactic (self, self->rows->pdata[i], shown->pdata[i]);
    }
}

/**
 * sc_deal_tactics_show:
 * @self: a deal's tactics
 * @store: the store
 * @dossier: everything about the deal
 *
 * Shows the tactics of its stage; hidden where there are none, and where the deal has left
 * the board.
 */
void
sc_deal_tactics_show (ScDealTactics *self,
                      ScStore       *store,
                      ScDealDossier *dossier)
{
  const ScStage *stage;
  g_autoptr (GPtrArray) shown = NULL;
  g_autofree char *n_more = NULL;

  g_return_if_fail (SC_IS_DEAL_TACTICS (self));

  stage = sc_deal_status_is_standing (dossier->deal->status)
          ? sc_version_find_stage (dossier->version, dossier->deal->stage_id, NULL) : NULL;
  g_set_object (&self->store, store);
  take_dossier (self, dossier, stage);
  gtk_widget_set_visible (GTK_WIDGET (self), stage != NULL && stage->tactics->len > 0);
  g_clear_pointer (&self->more, g_ptr_array_unref);
  if (stage == NULL)
    {
      remove_more_rows_from (self, 0);
      return;
    }

  sc_tactics_choose (stage, dossier->deal, NULL, &shown, &self->more);
  show_shown (self, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->more_row), self->more->len > 0);
  n_more = g_strdup_printf ("%u", self->more->len);
  adw_expander_row_set_subtitle (self->more_row, n_more);
  remove_more_rows_from (self, self->more->len);
  if (adw_expander_row_get_expanded (self->more_row))
    show_more (self);
}
