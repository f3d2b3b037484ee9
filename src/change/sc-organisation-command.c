/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says who gives out the documents of a process. What somebody else has changed of it since
 * it was read stays; where both have changed the same, the later one is refused. */

#include "change/sc-command-private.h"
#include "change/sc-document-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-document-write.h"

typedef struct {
  char *process_id;
  ScOrganisation *before;
  ScOrganisation *after;
} Details;

static void
details_free (gpointer data)
{
  Details *self = data;

  g_free (self->process_id);
  sc_organisation_free (self->before);
  sc_organisation_free (self->after);
  g_free (self);
}

/* What became of a field: whether it may be so, and if so that it is. */
static gboolean
merge_text (char      **text,
            const char *before,
            const char *after)
{
  if (g_str_equal (before, after))
    return TRUE;
  if (!g_str_equal (*text, before) && !g_str_equal (*text, after))
    return FALSE;

  g_set_str (text, after);

  return TRUE;
}

static gboolean
merge_number (int *number,
              int  before,
              int  after)
{
  if (before == after)
    return TRUE;
  if (*number != before && *number != after)
    return FALSE;

  *number = after;

  return TRUE;
}

static gboolean
logo_equal (GBytes *a,
            GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

static gboolean
merge_logo (GBytes **logo,
            GBytes  *before,
            GBytes  *after)
{
  if (logo_equal (before, after))
    return TRUE;
  if (!logo_equal (*logo, before) && !logo_equal (*logo, after))
    return FALSE;

  g_clear_pointer (logo, g_bytes_unref);
  *logo = after != NULL ? g_bytes_ref (after) : NULL;

  return TRUE;
}

static gboolean
merge (ScOrganisation       *theirs,
       const ScOrganisation *before,
       const ScOrganisation *after)
{
  int approval = (int) theirs->approval;
  int effective = (int) theirs->effective;
  gboolean is_merged =
    merge_text (&theirs->name, before->name, after->name)
    && merge_text (&theirs->short_name, before->short_name, after->short_name)
    && merge_text (&theirs->city, before->city, after->city)
    && merge_logo (&theirs->logo, before->logo, after->logo)
    && merge_text (&theirs->code, before->code, after->code)
    && merge_text (&theirs->owner_post, before->owner_post, after->owner_post)
    && merge_number (&approval, (int) before->approval, (int) after->approval)
    && merge_text (&theirs->approver, before->approver, after->approver)
    && merge_text (&theirs->approver_post, before->approver_post, after->approver_post)
    && merge_number (&effective, (int) before->effective, (int) after->effective)
    && merge_number (&theirs->target_cycle, before->target_cycle, after->target_cycle)
    && merge_number (&theirs->target_discovery, before->target_discovery, after->target_discovery)
    && merge_number (&theirs->target_predictability, before->target_predictability, after->target_predictability);

  theirs->approval = (ScApproval) approval;
  theirs->effective = (ScDate) effective;

  return is_merged;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const Details *self = data;
  g_autoptr (ScOrganisation) theirs = sc_write_load_organisation (write, self->process_id, error);

  if (theirs == NULL)
    return FALSE;
  if (merge (theirs, self->before, self->after))
    return sc_write_set_organisation (write, self->process_id, theirs, error);

  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                       _("The organisation’s details were changed meanwhile, in another window or by another program. "
                         "Look at them again, then repeat this."));

  return FALSE;
}

/**
 * sc_command_set_organisation:
 * @process: a process
 * @before: who gives out its documents, as it was read
 * @after: what it is to be; name, short name, city and logo are every process's
 *
 * Fails with %SC_STORE_ERROR_CONFLICT where somebody else has made something else of one of
 * the fields that differ.
 *
 * Returns: (transfer full): a command that writes the fields that differ
 */
ScCommand *
sc_command_set_organisation (const ScProcess      *process,
                             const ScOrganisation *before,
                             const ScOrganisation *after)
{
  Details *self = g_new0 (Details, 1);

  self->process_id = g_strdup (process->id);
  self->before = sc_organisation_copy (before);
  self->after = sc_organisation_copy (after);

  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         g_strdup_printf (C_("undo process", "Change the organisation’s details for “%s”"), process->name),
                         run, self, details_free);
}
