/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a file tells of a deal's next step and of its contacts. What it leaves empty
 * stays as it is. A step that the row names is the one of that name, or the next one, which
 * has another name now; one that was done since is not planned again, and nothing is planned
 * for a deal that is off the board. */

#include "change/sc-import-beside-private.h"

#include "change/sc-deal-change-private.h"
#include "change/sc-import-merge-private.h"
#include "store/sc-contact-write.h"
#include "store/sc-import-write.h"

/* What needs no look at the other steps. */
static gboolean
is_next_step (const ScDeal *before,
              const ScDeal *row)
{
  return (row->next_step == NULL || (before->next_step != NULL && sc_import_is_same_text (before->next_step, row->next_step)))
         && (row->next_step_due == SC_DATE_NONE || row->next_step_due == before->next_step_due)
         && (row->next_step_time == SC_DAY_TIME_NONE || row->next_step_time == before->next_step_time);
}

static const ScActivity *
find_titled (GPtrArray  *steps,
             const char *title,
             gboolean    is_done)
{
  for (guint i = 0; title != NULL && i < steps->len; i++)
    {
      const ScActivity *step = steps->pdata[i];

      if ((step->done_at != 0) == is_done && sc_import_is_same_text (step->title, title))
        return step;
    }

  return NULL;
}

/* The planned ones come first, the next one before the others. */
static const ScActivity *
get_next (GPtrArray *steps)
{
  const ScActivity *first = steps->len > 0 ? steps->pdata[0] : NULL;

  return first != NULL && first->done_at == 0 ? first : NULL;
}

static gboolean
is_done (GPtrArray    *steps,
         const ScDeal *row)
{
  const ScActivity *done = find_titled (steps, row->next_step, TRUE);

  return done != NULL && (row->next_step_due == SC_DATE_NONE || row->next_step_due == done->due);
}

static void
set_step (ScBesideChange   *self,
          const ScActivity *step,
          const ScDeal     *row,
          gint64            deal_id)
{
  self->step = step != NULL ? sc_activity_copy (step) : NULL;
  self->new_step = sc_activity_copy (step != NULL ? step : &(ScActivity) { .deal_id = deal_id });
  if (row->next_step != NULL && (step == NULL || !sc_import_is_same_text (step->title, row->next_step)))
    g_set_str (&self->new_step->title, row->next_step);
  if (row->next_step_due != SC_DATE_NONE)
    self->new_step->due = row->next_step_due;
  if (row->next_step_time != SC_DAY_TIME_NONE)
    self->new_step->due_time = row->next_step_time;
}

static gboolean
is_same (const ScActivity *a,
         const ScActivity *b)
{
  return a != NULL && g_strcmp0 (a->title, b->title) == 0 && a->due == b->due && a->due_time == b->due_time;
}

static ScImportFault
look_at (const ScActivity *step)
{
  if (step->title == NULL)
    return SC_IMPORT_FAULT_NO_STEP;

  return step->due == SC_DATE_NONE && step->due_time != SC_DAY_TIME_NONE ? SC_IMPORT_FAULT_NO_DAY : SC_IMPORT_FAULT_NONE;
}

/**
 * sc_import_beside_look_at_step:
 * @deal: a deal that is new, as a file has it; one that is off the board loses its step
 *
 * Returns: whether a next step is missing for a day or a time, or a day for a time
 */
ScImportFault
sc_import_beside_look_at_step (ScDeal *deal)
{
  const ScActivity step = { .title = deal->next_step, .due = deal->next_step_due, .due_time = deal->next_step_time };
  gboolean is_timed = step.due != SC_DATE_NONE || step.due_time != SC_DAY_TIME_NONE;

  if (sc_deal_status_is_standing (deal->status))
    return is_timed ? look_at (&step) : SC_IMPORT_FAULT_NONE;

  deal->next_step = NULL;

  return SC_IMPORT_FAULT_NONE;
}

static gboolean
find_step (ScBesideChange *self,
           ScWrite        *write,
           const ScDeal   *before,
           const ScDeal   *deal,
           const ScDeal   *row,
           ScImportFault  *fault,
           GError        **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  const ScActivity *step;

  if (!sc_deal_status_is_standing (deal->status) || is_next_step (before, row))
    return TRUE;

  /* Nobody else writes meanwhile, so what is read beside the write holds. */
  steps = sc_store_list_activities (sc_write_get_store (write), before->id, error);
  if (steps == NULL)
    return FALSE;

  step = find_titled (steps, row->next_step, FALSE);
  if (step == NULL && is_done (steps, row))
    return TRUE;

  set_step (self, step != NULL ? step : get_next (steps), row, before->id);
  *fault = look_at (self->new_step);
  if (is_same (self->step, self->new_step))
    {
      g_clear_pointer (&self->step, sc_activity_free);
      g_clear_pointer (&self->new_step, sc_activity_free);
    }

  return TRUE;
}

/* How surely the row tells of the contact; 0 where it does not. */
static guint
compare (const ScContact *known,
         const ScContact *told)
{
  if (!sc_import_is_same_name (known->name, told->name))
    return 0;

  return 1 + (g_strcmp0 (known->phone, told->phone) == 0) + (g_strcmp0 (known->email, told->email) == 0);
}

/* Of those that nobody else is. */
static const ScContact *
take_known (GPtrArray       *known,
            const ScContact *told)
{
  guint best = 0, position = 0;

  for (guint i = 0; i < known->len; i++)
    {
      guint likeness = known->pdata[i] != NULL ? compare (known->pdata[i], told) : 0;

      if (likeness > best)
        {
          best = likeness;
          position = i;
        }
    }

  return best > 0 ? g_steal_pointer (&known->pdata[position]) : NULL;
}

/* A person with another phone or mail is another one, as everywhere where a file tells of
 * people. */
static ScContact *
merge_contact (const ScContact *known,
               const ScContact *told)
{
  ScContact *contact = sc_contact_copy (told);

  if (known == NULL)
    return contact;

  g_set_str (&contact->name, known->name);
  if (told->part == SC_CONTACT_PART_NONE)
    contact->part = known->part;
  if (told->phone == NULL)
    g_set_str (&contact->phone, known->phone);
  if (told->email == NULL)
    g_set_str (&contact->email, known->email);
  if (g_strcmp0 (contact->phone, known->phone) == 0 && g_strcmp0 (contact->email, known->email) == 0)
    contact->person_id = known->person_id;

  return contact;
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (!sc_contact_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return a->len == b->len;
}

static void
take_own_person (ScContact    *contact,
                 const ScDeal *deal)
{
  g_set_str (&contact->name, deal->person);
  g_set_str (&contact->phone, deal->phone);
  g_set_str (&contact->email, deal->email);
}

/* @deal: as the row has it, with its own person. */
static gboolean
find_contacts (ScBesideChange *self,
               ScWrite        *write,
               const ScDeal   *before,
               const ScDeal   *deal,
               GPtrArray      *contacts,
               GError        **error)
{
  g_autoptr (GPtrArray) known = sc_write_list_contacts (write, before, error);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);

  if (known == NULL)
    return FALSE;

  g_ptr_array_extend (left, known, NULL, NULL);
  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (merged, merge_contact (take_known (left, contacts->pdata[i]), contacts->pdata[i]));
  if (merged->len > 0)
    take_own_person (merged->pdata[0], deal);
  if (!are_same (known, merged))
    self->contacts = g_steal_pointer (&merged);

  return TRUE;
}

/**
 * sc_beside_change_find:
 * @self: an empty change
 * @write: a write that has changed nothing of the deal yet
 * @before: a deal as it is
 * @deal: the deal with what the row says of its own fields
 * @row: what the row says
 * @contacts: (nullable) (element-type ScContact): whom the deal is about, its own person
 *   first; %NULL where the row does not say it
 * @fault: (out): why the row can't be taken
 * @error: why it failed
 *
 * Returns: whether it is found what the row changes of the deal's steps and contacts
 */
gboolean
sc_beside_change_find (ScBesideChange *self,
                       ScWrite        *write,
                       const ScDeal   *before,
                       const ScDeal   *deal,
                       const ScDeal   *row,
                       GPtrArray      *contacts,
                       ScImportFault  *fault,
                       GError        **error)
{
  *fault = SC_IMPORT_FAULT_NONE;

  return find_step (self, write, before, deal, row, fault, error)
         && (contacts == NULL || find_contacts (self, write, before, deal, contacts, error));
}

/**
 * sc_beside_change_is_any:
 * @self: a change
 *
 * Returns: whether it changes anything
 */
gboolean
sc_beside_change_is_any (const ScBesideChange *self)
{
  return self->new_step != NULL || self->contacts != NULL;
}

/**
 * sc_beside_change_write:
 * @self: a change
 * @write: the import's write
 * @import: the import
 * @deal_id: the deal
 * @error: why it can't be written
 *
 * Returns: whether the deal has its steps, and gets its contacts in the end
 */
gboolean
sc_beside_change_write (const ScBesideChange *self,
                        ScWrite              *write,
                        ScImportWrite        *import,
                        gint64                deal_id,
                        GError              **error)
{
  if (self->contacts != NULL)
    sc_import_write_put_contacts (import, deal_id, self->contacts);

  return self->new_step == NULL || sc_deal_change_save_step (write, self->step, self->new_step, error);
}

/**
 * sc_beside_change_clear:
 * @self: a change
 *
 * Lets go what it holds.
 */
void
sc_beside_change_clear (ScBesideChange *self)
{
  g_clear_pointer (&self->step, sc_activity_free);
  g_clear_pointer (&self->new_step, sc_activity_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
}
