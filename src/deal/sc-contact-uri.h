/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that open the program for calls or the one for mails, with a letter in it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_phone_uri_new (const char *phone);
char *sc_mail_uri_new (const char *address,
                       const char *subject,
                       const char *body);
void sc_letter_split (const char *letter,
                      char      **subject,
                      char      **body);

G_END_DECLS
