/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes the phone and the mail of a deal's person, which is a record of its own: all
 * deals of the person have them. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-person-write.h"

typedef struct {
  ScDeal *before;
  ScDeal *after;
  ScDealFields fields;
} EditPerson;

static void
edit_person_free (gpointer data)
{
  EditPerson *self = data;

  sc_deal_unref (self->before);
  sc_deal_unref (self->after);
  g_free (self);
}

static gboolean
is_same (const char *a,
         const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* FALSE where others have changed the same to something else. */
static gboolean
take (char      **text,
      const char *before,
      const char *after)
{
  if (!is_same (before, *text) && !is_same (after, *text))
    return FALSE;

  g_set_str (text, after);

  return TRUE;
}

static gboolean
take_fields (EditPerson *self,
             ScDeal     *deal)
{
  return deal->person_id != 0 && deal->person_id == self->before->person_id
         && ((self->fields & SC_DEAL_FIELD_PHONE) == 0 || take (&deal->phone, self->before->phone, self->after->phone))
         && ((self->fields & SC_DEAL_FIELD_EMAIL) == 0 || take (&deal->email, self->before->email, self->after->email));
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  EditPerson *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->before->id, self->before->process_id, error);
  g_autoptr (ScDeal) edited = NULL;

  if (current == NULL)
    return FALSE;

  edited = sc_deal_copy (current);
  if (!take_fields (self, edited))
    return sc_deal_change_refuse_clash (current, error);

  outcome->row_id = current->id;

  return sc_deal_check (edited, error) && sc_write_save_person (write, current, edited, error);
}

/**
 * sc_command_edit_person:
 * @before: a deal as the user saw it
 * @after: the deal with the phone and the mail that its person is to have
 * @fields: which of them the user changed
 *
 * Fails with %SC_STORE_ERROR_CONFLICT where others have changed the same meanwhile, or
 * the deal has another person by then.
 *
 * Returns: (transfer full): a command that changes the deal's person
 */
ScCommand *
sc_command_edit_person (const ScDeal *before,
                        const ScDeal *after,
                        ScDealFields  fields)
{
  EditPerson *self = g_new0 (EditPerson, 1);

  self->before = sc_deal_copy (before);
  self->after = sc_deal_copy (after);
  self->fields = fields;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, before->process_id,
                                                g_strdup_printf (C_("undo person", "Edit “%s”"), before->person != NULL ? before->person : ""),
                                                run, self, edit_person_free),
                                before->id);
}
