/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "today/sc-due-item.h"

#include <glib/gi18n-lib.h>

struct _ScDueItem
{
  GObject parent_instance;

  ScDueRow *row;
  ScDueSection section;
};

G_DEFINE_FINAL_TYPE (ScDueItem, sc_due_item, G_TYPE_OBJECT);

static void
sc_due_item_finalize (GObject *object)
{
  sc_due_row_free (SC_DUE_ITEM (object)->row);

  G_OBJECT_CLASS (sc_due_item_parent_class)->finalize (object);
}

static void
sc_due_item_class_init (ScDueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_due_item_finalize;
}

static void
sc_due_item_init (ScDueItem *self)
{
}

static ScDueSection
choose_section (const ScDueRow *row,
                ScDate          today)
{
  switch (row->kind)
    {
    case SC_DUE_PAYMENT:
      return SC_DUE_SECTION_PAYMENTS;
    case SC_DUE_STAGE:
      return SC_DUE_SECTION_STAGES;
    case SC_DUE_NEXT_STEP:
    default:
      return row->due < today ? SC_DUE_SECTION_OVERDUE : SC_DUE_SECTION_TODAY;
    }
}

/**
 * sc_due_item_new:
 * @row: (transfer full): what is due
 * @today: the present day
 *
 * Returns: (transfer full): an item that holds it
 */
ScDueItem *
sc_due_item_new (ScDueRow *row,
                 ScDate    today)
{
  ScDueItem *self = g_object_new (SC_TYPE_DUE_ITEM, NULL);

  self->row = row;
  self->section = choose_section (row, today);

  return self;
}

/**
 * sc_due_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): what is due
 */
const ScDueRow *
sc_due_item_get_row (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), NULL);

  return self->row;
}

/**
 * sc_due_item_get_section:
 * @self: an item
 *
 * Returns: the section that it belongs to
 */
ScDueSection
sc_due_item_get_section (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), SC_DUE_SECTION_TODAY);

  return self->section;
}

/**
 * sc_due_section_get_title:
 * @section: a section
 *
 * Returns: its title in the user's language
 */
const char *
sc_due_section_get_title (ScDueSection section)
{
  switch (section)
    {
    case SC_DUE_SECTION_OVERDUE:
      return _("Overdue Next Steps");
    case SC_DUE_SECTION_TODAY:
      return _("Due Today");
    case SC_DUE_SECTION_PAYMENTS:
      return _("Overdue Payments");
    case SC_DUE_SECTION_STAGES:
    default:
      return _("Longer in Their Stage Than Planned");
    }
}

/**
 * sc_due_item_is_same:
 * @self: an item
 * @other: another
 *
 * Returns: whether both show the same, so that a row need not change
 */
gboolean
sc_due_item_is_same (ScDueItem *self,
                     ScDueItem *other)
{
  const ScDueRow *a = self->row;
  const ScDueRow *b = other->row;

  return self->section == other->section && a->kind == b->kind && a->due == b->due &&
         a->deal->id == b->deal->id && a->deal->revision == b->deal->revision &&
         g_strcmp0 (a->stage_name, b->stage_name) == 0 && g_strcmp0 (a->process_name, b->process_name) == 0 &&
         (a->activity == NULL) == (b->activity == NULL) && (a->payment == NULL) == (b->payment == NULL) &&
         (a->activity == NULL || (a->activity->id == b->activity->id && a->activity->revision == b->activity->revision)) &&
         (a->payment == NULL || (a->payment->id == b->payment->id && a->payment->revision == b->payment->revision));
}
