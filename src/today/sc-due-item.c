/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing that is due, as a row of Today shows it, or the row that opens more of its
 * group. */

#include "today/sc-due-item.h"

#include <glib/gi18n-lib.h>

struct _ScDueItem
{
  GObject parent_instance;

  ScDueRow *row; /* NULL where it opens more */
  ScDueGroup group;
  char *what;
  char *where;
  char *amount;
};

G_DEFINE_FINAL_TYPE (ScDueItem, sc_due_item, G_TYPE_OBJECT);

static void
sc_due_item_finalize (GObject *object)
{
  ScDueItem *self = SC_DUE_ITEM (object);

  g_clear_pointer (&self->row, sc_due_row_free);
  g_free (self->what);
  g_free (self->where);
  g_free (self->amount);

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
    case SC_DUE_NO_STEP:
    case SC_DUE_HANDED:
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
  if (row->from != NULL)
    /* Translators: a deal in Today that somebody else has handed to the user, %s is who */
    g_strv_builder_take (builder, g_strdup_printf (_("from %s"), row->from));
  if (row->deal->company != NULL)
    g_strv_builder_add (builder, row->deal->company);
  if (row->stage_name != NULL)
    g_strv_builder_add (builder, row->stage_name);
  g_strv_builder_add (builder, row->process_name);
  if (row->deal->owner != NULL && row->from == NULL)
    g_strv_builder_add (builder, row->deal->owner);
  parts = g_strv_builder_end (builder);

  /* A line begins with what there is to say, not with the dot. */
  return g_strjoinv ("\302\240· ", parts);
}

/* A payment says its own. */
static char *
describe_amount (const ScDueRow *row)
{
  return row->kind != SC_DUE_PAYMENT && row->deal->value.currency[0] != '\0' ? sc_money_to_text (row->deal->value) : NULL;
}

/**
 * sc_due_item_new:
 * @row: (transfer full): what is due
 *
 * Returns: (transfer full): an item that holds it
 */
ScDueItem *
sc_due_item_new (ScDueRow *row)
{
  ScDueItem *self = g_object_new (SC_TYPE_DUE_ITEM, NULL);

  self->row = row;
  self->group = row->group;
  self->what = describe_what (row);
  self->where = describe_where (row);
  self->amount = describe_amount (row);

  return self;
}

/**
 * sc_due_item_new_more:
 * @group: a group that not all is shown of
 * @n_more: how many rows it opens
 *
 * Returns: (transfer full): an item that opens them
 */
ScDueItem *
sc_due_item_new_more (ScDueGroup group,
                      guint      n_more)
{
  ScDueItem *self = g_object_new (SC_TYPE_DUE_ITEM, NULL);

  self->group = group;
  self->what = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more), n_more);
  self->where = g_strdup ("");

  return self;
}

/**
 * sc_due_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what is due; %NULL where it opens more of its group
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

  return self->row != NULL && (self->row->activity != NULL || self->row->payment != NULL);
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
 * sc_due_item_get_amount:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the deal is worth, where that is known and not
 *   said otherwise
 */
const char *
sc_due_item_get_amount (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), NULL);

  return self->amount;
}

/**
 * sc_due_item_get_group:
 * @self: an item
 *
 * Returns: the group that it belongs to
 */
ScDueGroup
sc_due_item_get_group (ScDueItem *self)
{
  g_return_val_if_fail (SC_IS_DUE_ITEM (self), SC_DUE_GROUP_TODAY);

  return self->group;
}

/**
 * sc_due_group_get_title:
 * @group: a group
 *
 * Returns: its title in the user's language
 */
const char *
sc_due_group_get_title (ScDueGroup group)
{
  static const char *const titles[SC_N_DUE_GROUPS] = {
    [SC_DUE_GROUP_OVERDUE] = N_("Overdue"),
    [SC_DUE_GROUP_TODAY] = N_("Today"),
    [SC_DUE_GROUP_WEEK] = N_("This Week"),
    [SC_DUE_GROUP_PAYMENTS] = N_("Payments"),
    [SC_DUE_GROUP_NO_STEP] = N_("Without a Next Step"),
    [SC_DUE_GROUP_STAGES] = N_("Over Target Time"),
    [SC_DUE_GROUP_TRIALS] = N_("Trials Ending"),
    [SC_DUE_GROUP_WOKEN] = N_("Back in Work"),
    [SC_DUE_GROUP_HANDED] = N_("Handed to You"),
  };

  g_return_val_if_fail (group < SC_N_DUE_GROUPS, NULL);

  return _(titles[group]);
}

/**
 * sc_due_group_has_many:
 * @group: a group
 *
 * Returns: whether what is old there can be closed or handed over many at once
 */
gboolean
sc_due_group_has_many (ScDueGroup group)
{
  return group != SC_DUE_GROUP_TODAY && group != SC_DUE_GROUP_WEEK && group != SC_DUE_GROUP_PAYMENTS;
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

  if (a == NULL || b == NULL)
    return a == b && self->group == other->group;
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

  if (self->group != other->group || !g_str_equal (self->what, other->what) || !g_str_equal (self->where, other->where) ||
      (a == NULL) != (b == NULL))
    return FALSE;
  if (a == NULL)
    return TRUE;

  return a->kind == b->kind && a->due == b->due && sc_duration_equal (a->target, b->target) &&
         g_strcmp0 (a->next_stage_id, b->next_stage_id) == 0 && g_strcmp0 (a->next_stage_name, b->next_stage_name) == 0 &&
         a->deal->id == b->deal->id && a->deal->revision == b->deal->revision &&
         (a->activity == NULL) == (b->activity == NULL) && (a->payment == NULL) == (b->payment == NULL) &&
         (a->activity == NULL || (a->activity->id == b->activity->id && a->activity->revision == b->activity->revision)) &&
         (a->payment == NULL || (a->payment->id == b->payment->id && a->payment->revision == b->payment->revision));
}
