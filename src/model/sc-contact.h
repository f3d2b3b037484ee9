/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person whom a deal is about, and what they are there. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

typedef enum {
  SC_CONTACT_PART_NONE,
  SC_CONTACT_PART_DECIDES,
  SC_CONTACT_PART_PAYS,
  SC_CONTACT_PART_USES,
} ScContactPart;

#define SC_N_CONTACT_PARTS (SC_CONTACT_PART_USES + 1)

/**
 * ScContact:
 * @id: the row that says what they are here, 0 for none
 * @place: where that stands among those of the deal
 * @person_id: the person's number, 0 for one who is new
 * @name: what they are called
 * @part: what they are for this deal
 * @phone: (nullable): their phone
 * @email: (nullable): their mail
 *
 * A contact of a deal.
 */
typedef struct {
  gint64 id;
  guint place;
  gint64 person_id;
  char *name;
  ScContactPart part;
  char *phone;
  char *email;
} ScContact;

const char *sc_contact_part_get_id (ScContactPart part);
ScContactPart sc_contact_part_from_id (const char *id);
const char *sc_contact_part_get_title (ScContactPart part);

ScContact *sc_contact_new (const char   *name,
                           ScContactPart part,
                           const char   *phone,
                           const char   *email);
ScContact *sc_contact_copy (const ScContact *self);
gboolean sc_contact_equal (const ScContact *a,
                           const ScContact *b);
void sc_contact_free (ScContact *self);
GPtrArray *sc_contacts_join (const ScDeal *deal,
                             GPtrArray    *rows);
GPtrArray *sc_contacts_copy (GPtrArray *contacts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScContact, sc_contact_free)

G_END_DECLS
