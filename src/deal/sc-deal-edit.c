/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change of one field of a deal. Where others have changed the same field
 * since it was read, a person chooses before anything is written over. */

#include "deal/sc-deal-edit.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-dossier.h"
#include "deal/sc-deal-text.h"
#include "model/sc-percent.h"
#include "widgets/sc-change.h"
#include "widgets/sc-clash-dialog.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  ScOrigin *origin;
  ScStore *store;
  ScDeal *before;
  ScDeal *after;
  ScDealFields field;
  char *name;
  ScDealEditDone done;
  gpointer user_data;
} Edit;

static void run (Edit *edit);

static void
edit_free (Edit *edit)
{
  sc_origin_free (edit->origin);
  g_object_unref (edit->store);
  sc_deal_unref (edit->before);
  sc_deal_unref (edit->after);
  g_free (edit->name);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

/* Tells what came of it, and frees it. */
static void
finish (Edit            *edit,
        ScDealEditResult result)
{
  edit->done (sc_origin_get_widget (edit->origin), result, edit->user_data);
  edit_free (edit);
}

static void
fail (Edit         *edit,
      const GError *error)
{
  sc_error_dialog_present (sc_origin_find_parent (edit->origin), _("The Change Was Not Saved"), error);
  finish (edit, SC_DEAL_EDIT_UNSAVED);
}

static const char *
get_text (const ScDeal *deal,
          ScDealFields  field)
{
  switch ((guint) field)
    {
    case SC_DEAL_FIELD_TITLE:
      return deal->title;
    case SC_DEAL_FIELD_COMPANY:
      return deal->company;
    case SC_DEAL_FIELD_PERSON:
      return deal->person;
    case SC_DEAL_FIELD_PHONE:
      return deal->phone;
    case SC_DEAL_FIELD_EMAIL:
      return deal->email;
    case SC_DEAL_FIELD_OWNER:
      return deal->owner;
    case SC_DEAL_FIELD_SOURCE:
      return deal->source;
    case SC_DEAL_FIELD_LABEL:
      return deal->label;
    case SC_DEAL_FIELD_NOTES:
    default:
      return deal->notes;
    }
}

static char *
tell (const ScDeal *deal,
      ScDealFields  field)
{
  const char *text;

  if (field == SC_DEAL_FIELD_VALUE)
    return sc_money_is_set (deal->value) ? sc_money_to_text (deal->value) : g_strdup ("");
  if (field == SC_DEAL_FIELD_PROBABILITY)
    return sc_percent_to_text (deal->probability);
  if (field == SC_DEAL_FIELD_EXPECTED_CLOSE)
    return sc_date_to_text (deal->expected_close);
  if (field == SC_DEAL_FIELD_STARTED)
    return sc_date_to_text (deal->started);

  text = get_text (deal, field);

  return g_strdup (text != NULL ? text : "");
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Edit *edit = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "mine"))
    run (edit);
  else
    finish (edit, g_str_equal (response, "theirs") ? SC_DEAL_EDIT_GIVEN_UP : SC_DEAL_EDIT_UNSAVED);
}

/* Of the deal as others have left it, which is what is written over then. */
static void
ask (Edit *edit)
{
  g_autoptr (GPtrArray) clashes = sc_clashes_new ();
  g_autofree char *theirs = tell (edit->before, edit->field);
  g_autofree char *mine = tell (edit->after, edit->field);
  /* Translators: a field such as Value, then a deal */
  g_autofree char *what = g_strdup_printf (_("%1$s of “%2$s”"), edit->name, sc_deal_get_title (edit->before));

  sc_clashes_add (clashes, what, theirs, mine);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (sc_clash_dialog_new (clashes)), sc_origin_find_parent (edit->origin), NULL,
                           answered_cb, edit);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDealDossier) dossier = sc_deal_dossier_load_finish (SC_STORE (source), result, &error);

  if (dossier == NULL)
    {
      fail (g_steal_pointer (&edit), error);
      return;
    }

  sc_deal_unref (edit->before);
  edit->before = sc_deal_copy (dossier->deal);
  ask (g_steal_pointer (&edit));
}

static void
tell_saved (Edit            *edit,
            const ScOutcome *outcome)
{
  g_autofree char *message = NULL;

  if (outcome->change_id == 0)
    return;

  /* Translators: a field such as Value, then a deal */
  message = g_strdup_printf (_("“%1$s” of “%2$s” changed"), edit->name, sc_deal_get_title (edit->after));
  sc_toast_show_undo (sc_origin_get_widget (edit->origin), message, edit->store, outcome->change_id);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  gint64 deal_id = edit->before->id;

  if (outcome != NULL)
    {
      tell_saved (edit, outcome);
      finish (g_steal_pointer (&edit), SC_DEAL_EDIT_SAVED);
    }
  else if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT) &&
           sc_origin_find_parent (edit->origin) != NULL)
    sc_deal_dossier_load_async (SC_STORE (source), deal_id, NULL, loaded_cb, g_steal_pointer (&edit));
  else
    fail (g_steal_pointer (&edit), error);
}

static void
run (Edit *edit)
{
  gboolean is_of_person = (edit->field & (SC_DEAL_FIELD_PHONE | SC_DEAL_FIELD_EMAIL)) != 0;
  ScCommand *command = is_of_person ? sc_command_edit_person (edit->before, edit->after, edit->field)
                       : sc_command_edit_deal (edit->before, edit->after, edit->field);

  sc_command_run_async (command, edit->store, NULL, run_cb, edit);
}

/**
 * sc_deal_edit_run:
 * @origin: the widget that the change is made from
 * @store: the store
 * @before: the deal as the person saw it who changes it
 * @after: as the person wants it
 * @field: what the person changed
 * @name: what @field is called
 * @done: called at the end, whatever came of it
 * @user_data: for @done
 *
 * Saves a field. Where others have changed it meanwhile, and not to the same,
 * the person is asked whose reading is to stay.
 */
void
sc_deal_edit_run (GtkWidget     *origin,
                  ScStore       *store,
                  const ScDeal  *before,
                  const ScDeal  *after,
                  ScDealFields   field,
                  const char    *name,
                  ScDealEditDone done,
                  gpointer       user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->origin = sc_origin_new (origin);
  edit->store = g_object_ref (store);
  edit->before = sc_deal_copy (before);
  edit->after = sc_deal_copy (after);
  edit->field = field;
  edit->name = g_strdup (name);
  edit->done = done;
  edit->user_data = user_data;
  run (edit);
}
