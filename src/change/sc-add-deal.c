/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds a deal to the top of a stage, with its next step and its contacts. */

#include "change/sc-contact-commands.h"
#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-contact-write.h"
#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  GPtrArray *contacts; /* NULL where the deal's own person is all that is known */
} AddDeal;

static void
add_deal_free (gpointer data)
{
  AddDeal *self = data;

  sc_deal_unref (self->deal);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_free (self);
}

static gboolean
choose_stage (ScDeal          *deal,
              const ScVersion *version,
              GError         **error)
{
  if (version->stages->len == 0)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("The process has no stages. Add one and publish the process first."));
      return FALSE;
    }

  if (deal->stage_id == NULL)
    {
      g_set_str (&deal->stage_id, sc_version_get_stage (version, 0)->id);
    }
  else if (sc_version_find_stage (version, deal->stage_id, NULL) == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                           _("The stage is not in the published process any more. Choose another."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
save_contacts (const AddDeal *self,
               ScWrite       *write,
               gint64         deal_id,
               GError       **error)
{
  g_autoptr (ScDeal) saved = self->contacts != NULL ? sc_write_load_deal (write, deal_id, error) : NULL;

  return self->contacts == NULL || (saved != NULL && sc_write_save_contacts (write, saved, self->contacts, error));
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const AddDeal *self = data;
  ScDeal *deal = self->deal;
  g_autoptr (ScVersion) version = NULL;

  if (!sc_deal_check (deal, error)
      || (self->contacts != NULL && !sc_deal_change_check_contacts (deal, self->contacts, error)))
    return FALSE;

  version = sc_write_load_version (write, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL || !choose_stage (deal, version, error)
      || !sc_deal_change_check_owner (write, deal->owner_id, error))
    return FALSE;

  if (deal->started == SC_DATE_NONE)
    deal->started = sc_clock_today ();
  deal->entered_at = sc_clock_now ();
  sc_deal_change_enter (deal, version, deal->stage_id);
  outcome->row_id = sc_write_add_deal (write, deal, error);

  return outcome->row_id != 0 && save_contacts (self, write, outcome->row_id, error)
         && sc_deal_change_plan_next_step (write, deal, outcome->row_id, error);
}

/**
 * sc_command_add_deal:
 * @deal: what is known of it: at least its process and title
 *
 * As sc_command_add_deal_with_contacts(), of a deal with its own person at most.
 *
 * Returns: (transfer full): a command that adds the deal; its outcome has the
 *   deal's number
 */
ScCommand *
sc_command_add_deal (const ScDeal *deal)
{
  return sc_command_add_deal_with_contacts (deal, NULL);
}

/**
 * sc_command_add_deal_with_contacts:
 * @deal: what is known of it: at least its process and title
 * @contacts: (nullable) (element-type ScContact): whom it is about; the first is its person,
 *   whatever @deal says
 *
 * The deal goes to the top of its stage, the first where none is named, and is
 * won where that stands behind the client mark. A next step that it tells of is planned.
 *
 * Returns: (transfer full): a command that adds the deal; its outcome has the
 *   deal's number
 */
ScCommand *
sc_command_add_deal_with_contacts (const ScDeal *deal,
                                   GPtrArray    *contacts)
{
  AddDeal *self = g_new0 (AddDeal, 1);

  self->deal = sc_deal_copy (deal);
  self->deal->status = SC_DEAL_OPEN;
  g_clear_pointer (&self->deal->position, g_free);
  if (contacts != NULL && contacts->len > 0)
    {
      self->contacts = sc_contacts_copy (contacts);
      sc_deal_change_take_person (self->deal, contacts->pdata[0]);
    }

  return sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                         /* Translators: a change, with the deal's title */
                         g_strdup_printf (C_("undo deal", "Add “%s”"), deal->title != NULL ? deal->title : ""),
                         run, self, add_deal_free);
}
