/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing that is due, as a row of Today shows it, and the section that it stands in. */

#include "today/sc-due-item.h"

#include <glib/gi18n-lib.h>

struct _ScDueItem
{
  GObject parent_instance;

  ScDueRow *row;
  ScDueSection section;
  char *what;
  char *where;
};

G_DEFINE_FINAL_TYPE (ScDueItem, sc_due_item, G_TYPE_OBJECT);

static void
sc_due_item_finalize (GObject *object)
{
  ScDueItem *self = SC_DUE_ITEM (object);

  sc_due_row_free (self->row);
  g_free (self->what);
  g_free (self->where);

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
    case SC_DUE_TRIAL:
      return SC_DUE_SECTION_TRIALS;
    case SC_DUE_WOKEN:
    case SC_DUE_NEXT_STEP:
    default:
      return row->due < today ? SC_DUE_SECTION_OVERDUE : SC_DUE_SECTION_TODAY;
    }
}

static char *
describe_what (const ScDueRow *row)
{
  g_autofree char *amount = NULL;

  switch (row->kind)
    {
    case SC_DUE_NEXT_STEP:
      return g_strdup (row->activity->title);
    case SC_DUE_PAYMENT:
      amount = sc_money_to_text (row->payment->amount);
      /* Translators: a payment in Today: the deal's title, then the amount */
      return g_strdup_printf (_("%1$s: %2$s"), row->deal->title, amount);
    case SC_DUE_WOKEN:
      return g_strdup (_("Back to the conversation"));
    case SC_DUE_STAGE:
    case SC_DUE_TRIAL:
    default:
      return g_strdup (row->deal->title);
    }
}

static char *
describe_where (const ScDueRow *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (row->kind == SC_DUE_NEXT_STEP || row->kind == SC_DUE_WOKEN)
    g_strv_builder_add (builder, row->deal->title);
  if (row->deal->company != NULL)
    g_strv_builder_add (builder, row->deal->company);
  if (row->stage_name != NULL)
    g_strv_builder_add (builder, row->stage_name);
  g_strv_builder_add (builder, row->process_name);
  if (row->deal->owner != NULL)
    g_strv_builder_add (builder, row->deal->owner);
  parts = g_strv_builder_end (builder);

  /* A line begins with what there is to say, not with the dot. */
  return g_strjoinv ("\302\240· ", parts);
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
  self->what = describe_what (row);
  self->where = describe_where (row);

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
 * sc_due_item_can_be_done:
 * @self: an item
 *
 * Returns: whether there is something that can be done and put off, a step or a
 *   payment
 */
gboolean
sc_due_item_can_be_done (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), FALSE);

  return self->row->activity != NULL || self->row->payment != NULL;
}

/**
 * sc_due_item_get_what:
 * @self: an item
 *
 * Returns: (transfer none): what there is to do
 */
const char *
sc_due_item_get_what (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), NULL);

  return self->what;
}

/**
 * sc_due_item_get_where:
 * @self: an item
 *
 * Returns: (transfer none): which deal that is for, where it stands and whose
 *   it is
 */
const char *
sc_due_item_get_where (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), NULL);

  return self->where;
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
    case SC_DUE_SECTION_TRIALS:
      return _("Trials That End");
    case SC_DUE_SECTION_PAYMENTS:
      return _("Overdue Payments");
    case SC_DUE_SECTION_STAGES:
    default:
      return _("Over Target Time");
    }
}

/**
 * sc_due_item_is_about_same:
 * @self: an item
 * @other: another
 *
 * Returns: whether both are about the same step, payment or deal, whatever has
 *   become of it since
 */
gboolean
sc_due_item_is_about_same (ScDueItem *self,
                           ScDueItem *other)
{
  const ScDueRow *a = self->row;
  const ScDueRow *b = other->row;

  if (a->kind != b->kind || a->deal->id != b->deal->id)
    return FALSE;

  return (a->activity == NULL || (b->activity != NULL && a->activity->id == b->activity->id)) &&
         (a->payment == NULL || (b->payment != NULL && a->payment->id == b->payment->id));
}

/**
 * sc_due_item_is_same:
 * @self: an item
 * @other: another
 *
 * Names of people, companies and stages change without the deal: what is
 * shown is compared as it is read, and revisions for what is done from here.
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
         sc_duration_equal (a->target, b->target) &&
         g_str_equal (self->what, other->what) && g_str_equal (self->where, other->where) &&
         a->deal->id == b->deal->id && a->deal->revision == b->deal->revision &&
         (a->activity == NULL) == (b->activity == NULL) && (a->payment == NULL) == (b->payment == NULL) &&
         (a->activity == NULL || (a->activity->id == b->activity->id && a->activity->revision == b->activity->revision)) &&
         (a->payment == NULL || (a->payment->id == b->payment->id && a->payment->revision == b->payment->revision));
}
