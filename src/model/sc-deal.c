/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal: a sale on its way through a process. */

#include "model/sc-deal.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} statuses[SC_N_DEAL_STATUSES] = {
  [SC_DEAL_OPEN] = { "open", NC_("deal", "Open") },
  [SC_DEAL_WON] = { "won", NC_("deal", "Won") },
  [SC_DEAL_COMPLETED] = { "completed", NC_("deal", "Completed") },
  [SC_DEAL_ENDED_EARLY] = { "ended-early", NC_("deal", "Ended early") },
  [SC_DEAL_LOST] = { "lost", NC_("deal", "Lost") },
};

/**
 * sc_deal_status_get_id:
 * @status: a deal's status
 *
 * Returns: its name in files and in the database
 */
const char *
sc_deal_status_get_id (ScDealStatus status)
{
  g_return_val_if_fail (status < SC_N_DEAL_STATUSES, NULL);

  return statuses[status].id;
}

/**
 * sc_deal_status_from_id:
 * @id: a name as sc_deal_status_get_id() gives it
 * @status: (out): the status
 *
 * Returns: whether there is such a status
 */
gboolean
sc_deal_status_from_id (const char   *id,
                        ScDealStatus *status)
{
  for (guint i = 0; i < SC_N_DEAL_STATUSES; i++)
    if (g_strcmp0 (id, statuses[i].id) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_deal_status_get_title:
 * @status: a deal's status
 *
 * Returns: its name in the user's language
 */
const char *
sc_deal_status_get_title (ScDealStatus status)
{
  g_return_val_if_fail (status < SC_N_DEAL_STATUSES, NULL);

  return g_dpgettext2 (NULL, "deal", statuses[status].title);
}

/**
 * sc_deal_status_is_standing:
 * @status: a deal's status
 *
 * Returns: whether such a deal stands in its stage's column: it is open, or
 *   won and going on
 */
gboolean
sc_deal_status_is_standing (ScDealStatus status)
{
  return status == SC_DEAL_OPEN || status == SC_DEAL_WON;
}

/**
 * sc_deal_status_is_client:
 * @status: a deal's status
 *
 * Returns: whether such a deal has passed the client mark, also where it broke off
 *   behind it
 */
gboolean
sc_deal_status_is_client (ScDealStatus status)
{
  return status == SC_DEAL_WON || status == SC_DEAL_COMPLETED || status == SC_DEAL_ENDED_EARLY;
}

/**
 * sc_deal_is_at_work:
 * @self: a deal
 *
 * Returns: whether it has a card on the board: it stands there and is not parked
 */
gboolean
sc_deal_is_at_work (const ScDeal *self)
{
  return sc_deal_status_is_standing (self->status) && self->parked_until == SC_DATE_NONE;
}

static char *
trim (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

/**
 * sc_deal_make_company_name:
 * @self: a deal as somebody typed it
 *
 * Returns: (transfer full) (nullable): what its company is called, %NULL for none
 */
char *
sc_deal_make_company_name (const ScDeal *self)
{
  return trim (self->company);
}

/**
 * sc_deal_make_person_name:
 * @self: a deal as somebody typed it
 *
 * Returns: (transfer full) (nullable): what its person is called; who has no name is
 *   called by the mail, or by the phone; %NULL for nobody
 */
char *
sc_deal_make_person_name (const ScDeal *self)
{
  char *name = trim (self->person);

  if (name == NULL)
    name = trim (self->email);

  return name != NULL ? name : trim (self->phone);
}

/**
 * sc_deal_new:
 *
 * Returns: (transfer full): an empty open deal without a probability of its
 *   own
 */
ScDeal *
sc_deal_new (void)
{
  ScDeal *self = g_atomic_rc_box_new0 (ScDeal);

  self->probability = -1;

  return self;
}

/**
 * sc_deal_copy:
 * @self: a deal
 *
 * Returns: (transfer full): the same deal, free to be changed
 */
ScDeal *
sc_deal_copy (const ScDeal *self)
{
  ScDeal *copy = g_atomic_rc_box_dup (sizeof *self, (ScDeal *) self);
  char **strings[] = {
    &copy->external_id, &copy->process_id, &copy->stage_id, &copy->position, &copy->title, &copy->company,
    &copy->person, &copy->phone, &copy->email, &copy->owner, &copy->source, &copy->label, &copy->loss_reason, &copy->notes, &copy->next_step,
    &copy->deleted_by,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = g_strdup (*strings[i]);

  return copy;
}

/**
 * sc_deal_ref:
 * @self: a deal
 *
 * Returns: (transfer full): @self
 */
ScDeal *
sc_deal_ref (ScDeal *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScDeal *self = data;
  char *strings[] = {
    self->external_id, self->process_id, self->stage_id, self->position, self->title, self->company,
    self->person, self->phone, self->email, self->owner, self->source, self->label, self->loss_reason, self->notes, self->next_step,
    self->deleted_by,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
}

/**
 * sc_deal_unref:
 * @self: (transfer full): a deal
 */
void
sc_deal_unref (ScDeal *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
