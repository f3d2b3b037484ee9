/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contacts as people and tables write them: “Anna Lee, decides, +44 20 7946 0018,
 * anna@example.com; Bob Ray”. */

#pragma once

#include "model/sc-contact.h"

G_BEGIN_DECLS

char *sc_contacts_to_text (GPtrArray *contacts);
GPtrArray *sc_contacts_from_text (const char *text,
                                  char      **problem);

G_END_DECLS
