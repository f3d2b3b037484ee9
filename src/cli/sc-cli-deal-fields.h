/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a deal as the command line says them, for `deal add` and `deal edit`. */

#pragma once

#include "change/sc-deal-commands.h"
#include "cli/sc-cli-call.h"

G_BEGIN_DECLS

/**
 * ScCliDealFields:
 *
 * What the command line says of a deal's fields; %NULL where it says nothing.
 */
typedef struct {
  char *title;
  char *company;
  char *person;
  char *phone;
  char *email;
  char *owner;
  char *value;
  char *currency;
  char *probability;
  char *started;
  char *expected_close;
  char *source;
  char *label;
  char *note;
  char *next_step;
  char *due;
  GStrv contacts;
  GStrv removed;
} ScCliDealFields;

/* Their options, in the order in which help shows them. */
#define SC_CLI_DEAL_NAMES(fields) \
        SC_CLI_TEXT ("title", &(fields)->title, N_("What it is called"), N_("TITLE")), \
        SC_CLI_TEXT ("company", &(fields)->company, N_("Company"), N_("NAME")), \
        SC_CLI_TEXT ("person", &(fields)->person, N_("Contact person"), N_("NAME")), \
        SC_CLI_TEXT ("phone", &(fields)->phone, N_("Contact’s phone"), N_("PHONE")), \
        SC_CLI_TEXT ("email", &(fields)->email, N_("Contact’s email"), N_("ADDRESS")), \
        SC_CLI_TEXT ("owner", &(fields)->owner, N_("Owner"), N_("NAME"))
#define SC_CLI_DEAL_NUMBERS(fields, started_help) \
        SC_CLI_TEXT ("value", &(fields)->value, N_("Value"), N_("AMOUNT")), \
        SC_CLI_TEXT ("currency", &(fields)->currency, N_("Currency of the value"), N_("CODE")), \
        SC_CLI_TEXT ("probability", &(fields)->probability, N_("Its own win probability, from 0 to 1"), N_("NUMBER")), \
        SC_CLI_TEXT ("started", &(fields)->started, (started_help), N_("YYYY-MM-DD")), \
        SC_CLI_TEXT ("expected-close", &(fields)->expected_close, N_("Expected close"), N_("YYYY-MM-DD")), \
        SC_CLI_TEXT ("source", &(fields)->source, N_("Source"), N_("TEXT")), \
        SC_CLI_TEXT ("label", &(fields)->label, N_("Priority or label"), N_("TEXT")), \
        SC_CLI_TEXT ("note", &(fields)->note, N_("Free text"), N_("TEXT")), \
        SC_CLI_TEXT ("next-step", &(fields)->next_step, N_("What is to be done next"), N_("TEXT")), \
        SC_CLI_TEXT ("due", &(fields)->due, N_("When the next step is due: a day, and a time if there is one"), N_("WHEN"))

#define SC_CLI_DEAL_CONTACT(fields) \
        SC_CLI_TEXTS ("contact", &(fields)->contacts, N_("Whom it is about, and what they are there"), \
                      N_("NAME[, decides|pays|uses][, PHONE][, ADDRESS]"))

/* Of a deal that is there. */
#define SC_CLI_DEAL_CONTACTS(fields) \
        SC_CLI_DEAL_CONTACT (fields), \
        SC_CLI_TEXTS ("remove-contact", &(fields)->removed, N_("Whom it is not about any more"), N_("NAME"))

void sc_cli_deal_fields_clear (ScCliDealFields *self);
gboolean sc_cli_deal_fields_take (const ScCliDealFields *self,
                                  ScStore               *store,
                                  ScDeal                *deal,
                                  ScDealFields          *taken,
                                  GError               **error);

gboolean sc_cli_deal_fields_take_step (const ScCliDealFields *self,
                                       ScDeal                *deal,
                                       GError               **error);

void sc_cli_deal_fields_tell_past (const ScCliDealFields *self,
                                   const ScDeal          *deal);

gboolean sc_cli_deal_fields_take_contacts (const ScCliDealFields *self,
                                           GPtrArray             *contacts,
                                           GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScCliDealFields, sc_cli_deal_fields_clear)

G_END_DECLS
