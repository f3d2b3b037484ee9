/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that was deleted, as a list shows it: what, from where, by whom and
 * when. */

#include "app/sc-deletion-item.h"

#include <glib/gi18n.h>

#include "deal/sc-deal-text.h"

struct _ScDeletionItem
{
  GObject parent_instance;

  ScDeletion *deletion;
};

G_DEFINE_FINAL_TYPE (ScDeletionItem, sc_deletion_item, G_TYPE_OBJECT);

static void
sc_deletion_item_finalize (GObject *object)
{
  sc_deletion_free (SC_DELETION_ITEM (object)->deletion);

  G_OBJECT_CLASS (sc_deletion_item_parent_class)->finalize (object);
}

static void
sc_deletion_item_class_init (ScDeletionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_deletion_item_finalize;
}

static void
sc_deletion_item_init (ScDeletionItem *self)
{
}

/**
 * sc_deletion_item_new:
 * @deletion: (transfer full): something that was deleted
 *
 * Returns: (transfer full): an item for it
 */
ScDeletionItem *
sc_deletion_item_new (ScDeletion *deletion)
{
  ScDeletionItem *self = g_object_new (SC_TYPE_DELETION_ITEM, NULL);

  self->deletion = deletion;

  return self;
}

/**
 * sc_deletion_item_get_deletion:
 * @self: an item
 *
 * Returns: (transfer none): what was deleted
 */
const ScDeletion *
sc_deletion_item_get_deletion (ScDeletionItem *self)
{
  g_return_val_if_fail (SC_IS_DELETION_ITEM (self), NULL);

  return self->deletion;
}

/**
 * sc_deletion_item_equal:
 * @self: an item
 * @other: an item
 *
 * Returns: whether both are of the same thing and say the same
 */
gboolean
sc_deletion_item_equal (ScDeletionItem *self,
                        ScDeletionItem *other)
{
  const ScDeletion *a = self->deletion;
  const ScDeletion *b = other->deletion;

  if ((a->process == NULL) != (b->process == NULL) || a->n_deals != b->n_deals || a->deleted_at != b->deleted_at
      || g_strcmp0 (a->deleted_by, b->deleted_by) != 0)
    return FALSE;
  if (a->process != NULL)
    return g_str_equal (a->process->id, b->process->id);

  return a->deal->id == b->deal->id && a->is_process_deleted == b->is_process_deleted
         && g_strcmp0 (a->process_name, b->process_name) == 0;
}

/**
 * sc_deletion_item_is_several:
 * @self: an item
 *
 * Returns: whether it is of several deals that were deleted at once
 */
gboolean
sc_deletion_item_is_several (ScDeletionItem *self)
{
  g_return_val_if_fail (SC_IS_DELETION_ITEM (self), FALSE);

  return self->deletion->process == NULL && self->deletion->n_deals > 1;
}

/**
 * sc_deletion_item_make_title:
 * @self: an item
 *
 * Returns: (transfer full): what was deleted
 */
char *
sc_deletion_item_make_title (ScDeletionItem *self)
{
  const ScDeletion *deletion = self->deletion;

  if (deletion->process != NULL)
    return g_strdup (deletion->process->name);
  if (deletion->n_deals > 1)
    return g_strdup_printf (ngettext ("%'u deal", "%'u deals", deletion->n_deals), deletion->n_deals);

  return g_strdup (sc_deal_get_title (deletion->deal));
}

/**
 * sc_deletion_item_make_source:
 * @self: an item
 *
 * Returns: (transfer full): what it is, and where it comes from
 */
char *
sc_deletion_item_make_source (ScDeletionItem *self)
{
  const ScDeletion *deletion = self->deletion;

  if (deletion->process != NULL && deletion->n_deals == 0)
    return g_strdup (_("Process without deals"));
  if (deletion->process != NULL)
    return g_strdup_printf (ngettext ("Process with %'u deal", "Process with %'u deals", deletion->n_deals), deletion->n_deals);
  if (deletion->n_deals > 1)
    /* Translators: a deal, a process */
    return g_strdup_printf (_("“%1$s” and others, of “%2$s”"), sc_deal_get_title (deletion->deal), deletion->process_name);
  if (deletion->is_process_deleted)
    return g_strdup_printf (_("Deal of “%s”, which is deleted too"), deletion->process_name);
  if (deletion->deal->company != NULL && deletion->deal->company[0] != '\0')
    /* Translators: a process, a company */
    return g_strdup_printf (_("Deal of “%1$s”, %2$s"), deletion->process_name, deletion->deal->company);

  return g_strdup_printf (_("Deal of “%s”"), deletion->process_name);
}

/**
 * sc_deletion_item_make_when:
 * @self: an item
 *
 * Returns: (transfer full): when it was deleted, and by whom
 */
char *
sc_deletion_item_make_when (ScDeletionItem *self)
{
  g_autofree char *day = sc_date_to_text (sc_date_from_instant (self->deletion->deleted_at));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (self->deletion->deleted_at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  /* Translators: a date, a time of day, a person */
  return g_strdup_printf (_("Deleted %1$s, %2$s · %3$s"), day, time,
                          self->deletion->deleted_by != NULL ? self->deletion->deleted_by : "");
}
