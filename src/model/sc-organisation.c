/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who gives out the documents of a process. */

#include "model/sc-organisation.h"

static const char *const approval_ids[SC_N_APPROVALS] = {
  [SC_APPROVAL_SIGNATURE] = "signature",
  [SC_APPROVAL_ORDER] = "order",
};

/**
 * sc_approval_get_id:
 * @approval: how a document is approved
 *
 * Returns: its name in files and in the database, such as `order`
 */
const char *
sc_approval_get_id (ScApproval approval)
{
  g_return_val_if_fail (approval < SC_N_APPROVALS, NULL);

  return approval_ids[approval];
}

/**
 * sc_approval_from_id:
 * @id: (nullable): a name as sc_approval_get_id() gives it
 * @approval: (out): how a document is approved
 *
 * Returns: whether there is such a way
 */
gboolean
sc_approval_from_id (const char *id,
                     ScApproval *approval)
{
  for (guint i = 0; i < SC_N_APPROVALS; i++)
    if (g_strcmp0 (id, approval_ids[i]) == 0)
      {
        *approval = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_organisation_new:
 *
 * Returns: (transfer full): one of which nothing is known
 */
ScOrganisation *
sc_organisation_new (void)
{
  ScOrganisation *self = g_new0 (ScOrganisation, 1);

  self->name = g_strdup ("");
  self->short_name = g_strdup ("");
  self->city = g_strdup ("");
  self->code = g_strdup ("");
  self->owner_post = g_strdup ("");
  self->approver = g_strdup ("");
  self->approver_post = g_strdup ("");
  self->target_cycle = SC_TARGET_NONE;
  self->target_discovery = SC_TARGET_NONE;
  self->target_predictability = SC_TARGET_NONE;

  return self;
}

/**
 * sc_organisation_copy:
 * @self: an organisation
 *
 * Returns: (transfer full): another one with the same in it
 */
ScOrganisation *
sc_organisation_copy (const ScOrganisation *self)
{
  ScOrganisation *copy = sc_organisation_new ();

  g_set_str (&copy->name, self->name);
  g_set_str (&copy->short_name, self->short_name);
  g_set_str (&copy->city, self->city);
  copy->logo = self->logo != NULL ? g_bytes_ref (self->logo) : NULL;
  g_set_str (&copy->code, self->code);
  g_set_str (&copy->owner_post, self->owner_post);
  copy->approval = self->approval;
  g_set_str (&copy->approver, self->approver);
  g_set_str (&copy->approver_post, self->approver_post);
  copy->effective = self->effective;
  copy->target_cycle = self->target_cycle;
  copy->target_discovery = self->target_discovery;
  copy->target_predictability = self->target_predictability;

  return copy;
}

/**
 * sc_organisation_free:
 * @self: (transfer full): an organisation
 */
void
sc_organisation_free (ScOrganisation *self)
{
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->city);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->code);
  g_free (self->owner_post);
  g_free (self->approver);
  g_free (self->approver_post);
  g_free (self);
}

static gboolean
logo_equal (GBytes *a,
            GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

/**
 * sc_organisation_equal:
 * @a: an organisation
 * @b: another
 *
 * Returns: whether the same is known of both
 */
gboolean
sc_organisation_equal (const ScOrganisation *a,
                       const ScOrganisation *b)
{
  return g_str_equal (a->name, b->name) && g_str_equal (a->short_name, b->short_name)
         && g_str_equal (a->city, b->city) && logo_equal (a->logo, b->logo)
         && g_str_equal (a->code, b->code) && g_str_equal (a->owner_post, b->owner_post)
         && a->approval == b->approval && g_str_equal (a->approver, b->approver)
         && g_str_equal (a->approver_post, b->approver_post) && a->effective == b->effective
         && a->target_cycle == b->target_cycle && a->target_discovery == b->target_discovery
         && a->target_predictability == b->target_predictability;
}
