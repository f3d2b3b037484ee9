/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row tells of its deal's next step, and of its contacts. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-import-instant.h"
#include "model/sc-contact-text.h"
#include "model/sc-name.h"

/* The time of its day that the day's own column tells; midnight is only a day written long. */
static void
take_time_of_day (ScImportRow *row,
                  ScInstant    instant)
{
  ScDayTime time = sc_day_time_from_instant (instant);

  if (time != sc_day_time_new (0, 0))
    row->next_step_time = time;
}

static gboolean
read_due (ScImportSource *self,
          ScImportRow    *row)
{
  ScInstant instant;
  gboolean is_day;

  if (!sc_import_source_read_instant (self, SC_IMPORT_NEXT_STEP_DUE, &instant, &is_day))
    return FALSE;

  row->next_step_due = sc_date_from_instant (instant);
  if (!is_day)
    take_time_of_day (row, instant);

  return TRUE;
}

/**
 * sc_import_source_read_step:
 * @self: a table's rows
 * @row: the present row's deal
 *
 * Reads when its next step is due.
 *
 * Returns: whether that can be read; the row is refused where it can't
 */
gboolean
sc_import_source_read_step (ScImportSource *self,
                            ScImportRow    *row)
{
  if (self->texts[SC_IMPORT_NEXT_STEP_DUE][0] != '\0' && !read_due (self, row))
    return FALSE;
  if (self->texts[SC_IMPORT_NEXT_STEP_TIME][0] == '\0')
    return TRUE;

  row->next_step_time = sc_import_read_day_time (self->texts[SC_IMPORT_NEXT_STEP_TIME]);

  return row->next_step_time != SC_DAY_TIME_NONE
         || sc_import_source_refuse (self, SC_IMPORT_NEXT_STEP_TIME, _("“%s” is not a time, such as 11:00."));
}

static gboolean
is_long (const char *text)
{
  return text != NULL && strlen (text) > SC_MAX_TEXT_BYTES;
}

static gboolean
check_lengths (ScImportSource *self,
               GPtrArray      *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];

      if (is_long (contact->name) || is_long (contact->phone) || is_long (contact->email))
        return sc_import_source_refuse (self, SC_IMPORT_CONTACTS, _("“%s” is too long."));
    }

  return TRUE;
}

/* A cell's text, unlike a part of it, has no spaces around it. */
static guint
find_named (GPtrArray  *contacts,
            const char *name)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      g_autofree char *own = sc_text_strip (g_strdup (((ScContact *) contacts->pdata[i])->name));

      if (sc_name_equal (own, name))
        return i;
    }

  return contacts->len;
}

/* The person of the row is the first of the contacts; without one the first is the person. */
static void
put_person_first (ScImportRow *row,
                  GPtrArray   *contacts)
{
  g_autofree char *person = sc_deal_make_person_name (row);
  guint position = person != NULL ? find_named (contacts, person) : 0;
  ScContact *own = position < contacts->len ? g_ptr_array_steal_index (contacts, position)
                                            : sc_contact_new (person, SC_CONTACT_PART_NONE, NULL, NULL);

  g_ptr_array_insert (contacts, 0, own);
  if (row->person[0] != '\0')
    g_set_str (&own->name, row->person);
  if (row->phone[0] != '\0')
    g_set_str (&own->phone, row->phone);
  if (row->email[0] != '\0')
    g_set_str (&own->email, row->email);
  row->person = own->name;
  row->phone = own->phone;
  row->email = own->email;
}

/**
 * sc_import_source_read_contacts:
 * @self: a table's rows
 * @row: the present row's deal, with its person
 *
 * Reads its contacts, which sc_import_source_get_beside() has then.
 *
 * Returns: whether they can be read; the row is refused where they can't
 */
gboolean
sc_import_source_read_contacts (ScImportSource *self,
                                ScImportRow    *row)
{
  g_autofree char *problem = NULL;

  g_clear_pointer (&self->beside.contacts, g_ptr_array_unref);
  if (self->texts[SC_IMPORT_CONTACTS][0] == '\0')
    return TRUE;

  self->beside.contacts = sc_contacts_from_text (self->texts[SC_IMPORT_CONTACTS], &problem);
  if (self->beside.contacts == NULL)
    return sc_import_source_refuse_column (self, (int) self->columns[SC_IMPORT_CONTACTS], g_steal_pointer (&problem));
  if (!check_lengths (self, self->beside.contacts))
    return FALSE;

  put_person_first (row, self->beside.contacts);

  return TRUE;
}
