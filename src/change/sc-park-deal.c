/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parks a deal until a day, and takes it back to work before that. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "model/sc-age.h"
#include "store/sc-deal-write.h"
#include "store/sc-park-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  ScDate until; /* none: back to work */
  char *note;
} ParkDeal;

static void
park_deal_free (gpointer data)
{
  ParkDeal *self = data;

  sc_deal_unref (self->deal);
  g_free (self->note);
  g_free (self);
}

/**
 * sc_deal_change_park:
 * @deal: a deal, changed in place
 * @until: the day from which on it is at work again
 * @error: that it has left the board, or that the day is not to come
 *
 * Returns: whether it is parked
 */
gboolean
sc_deal_change_park (ScDeal  *deal,
                     ScDate   until,
                     GError **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    return sc_deal_change_refuse_closed (deal, error);
  if (until <= sc_clock_today ())
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("A deal is parked until a day after today. Choose a later one."));
      return FALSE;
    }

  if (until > sc_clock_today () + SC_PARKED_DAYS_MAX)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("A deal is parked for ten years at most. Choose an earlier day, or lose it."));
      return FALSE;
    }

  deal->parked_until = until;

  return TRUE;
}

/**
 * sc_deal_change_unpark:
 * @write: a write
 * @version: the published version of the deal's process
 * @deal: a deal that is parked, changed in place
 * @error: why its history can't be read
 *
 * The time since it was parked is none that it has stood in its stage.
 *
 * Returns: whether it is at work again
 */
gboolean
sc_deal_change_unpark (ScWrite         *write,
                       const ScVersion *version,
                       ScDeal          *deal,
                       GError         **error)
{
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, NULL);
  ScInstant since;

  if (!sc_write_find_parked_since (write, deal->id, &since, error))
    return FALSE;

  deal->parked_until = SC_DATE_NONE;
  deal->entered_at = sc_age_resume (version->calendar, deal->entered_at, since, sc_clock_now (),
                                    stage != NULL ? stage->duration.unit : SC_UNIT_WORKING_DAYS);

  return TRUE;
}

static gboolean
unpark (ScWrite *write,
        ScDeal  *deal,
        GError **error)
{
  g_autoptr (ScVersion) version = NULL;

  if (deal->parked_until == SC_DATE_NONE)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not parked."), deal->title);
      return FALSE;
    }

  version = sc_write_load_version (write, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);

  return version != NULL && sc_deal_change_unpark (write, version, deal, error);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const ParkDeal *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_load (write, self->deal, error);
  g_autoptr (ScDeal) changed = NULL;

  if (current == NULL)
    return FALSE;

  outcome->row_id = current->id;
  changed = sc_deal_copy (current);

  return (self->until != SC_DATE_NONE ? sc_deal_change_park (changed, self->until, error) : unpark (write, changed, error))
         && sc_write_save_deal (write, current, changed, self->note, error);
}

static ScCommand *
new_command (const ScDeal *deal,
             ScDate        until,
             const char   *note,
             char         *name)
{
  ParkDeal *self = g_new0 (ParkDeal, 1);

  self->deal = sc_deal_copy (deal);
  self->until = until;
  self->note = g_strdup (note);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, park_deal_free), deal->id);
}

/**
 * sc_command_park_deal:
 * @deal: a deal that stands on the board, as the person saw it
 * @until: a day after today, from which on it is at work again
 * @note: (nullable): what was agreed
 *
 * Returns: (transfer full): a command that takes the deal out of the board's columns
 *   until that day; one that is parked already gets that day
 */
ScCommand *
sc_command_park_deal (const ScDeal *deal,
                      ScDate        until,
                      const char   *note)
{
  /* Nothing but a day parks. */
  return new_command (deal, until != SC_DATE_NONE ? until : SC_DATE_FIRST, note,
                      g_strdup_printf (C_("undo deal", "Park “%s”"), deal->title));
}

/**
 * sc_command_unpark_deal:
 * @deal: a deal that is parked, as the person saw it
 *
 * Returns: (transfer full): a command that takes it back to work before its day
 */
ScCommand *
sc_command_unpark_deal (const ScDeal *deal)
{
  return new_command (deal, SC_DATE_NONE, NULL, g_strdup_printf (C_("undo deal", "Take “%s” back to work"), deal->title));
}
