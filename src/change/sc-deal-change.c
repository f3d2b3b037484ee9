/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands on deals share: checking a deal, finding it as the user saw it, and
 * writing its history. */

#include "change/sc-deal-change-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-deal-column.h"
#include "store/sc-deal-write.h"

/* Longer texts are a mistake, wherever they come from. */
#define MAX_TITLE 1000
#define MAX_TEXT (1024 * 1024)

static gboolean
check_text (const char *text,
            GError    **error)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("A text of the deal is not valid Unicode. Type it again."));
  if (text != NULL && strlen (text) > MAX_TITLE)
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("A text of the deal is too long. Put what does not fit into its notes."));

  return TRUE;
}

static gboolean
check_note (const char *note,
            GError    **error)
{
  if (note != NULL && (strlen (note) > MAX_TEXT || !g_utf8_validate (note, -1, NULL)))
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The notes of the deal are too long. A megabyte is the most that is kept."));

  return TRUE;
}

/* Of the plain fields those that a person edits, which are those that the history tells
 * of. */
static gboolean
check_texts (const ScDeal *deal,
             GError      **error)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    {
      gboolean is_edited = sc_deal_column_is_text (&plain[i]) && plain[i].history != SC_DEAL_COLUMN_UNTOLD;
      const char *text = is_edited ? sc_deal_column_get_text (&plain[i], deal) : NULL;

      if (plain[i].kind == SC_DEAL_COLUMN_NOTE ? !check_note (text, error) : !check_text (text, error))
        return FALSE;
    }

  return check_text (deal->company, error) && check_text (deal->person, error) && check_text (deal->phone, error)
         && check_text (deal->email, error) && check_text (deal->owner, error);
}

/**
 * sc_deal_check:
 * @deal: a deal as a person wants it
 * @error: %SC_STORE_ERROR_INVALID with what has to be mended
 *
 * Returns: whether it can be kept so
 */
gboolean
sc_deal_check (const ScDeal *deal,
               GError      **error)
{
  if (deal->title == NULL || deal->title[strspn (deal->title, " \t\r\n")] == '\0')
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("A deal needs a title. Type one."));
  if (!check_texts (deal, error))
    return FALSE;

  if (sc_money_is_set (deal->value))
    {
      if (!sc_currency_is_valid (deal->value.currency))
        return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The currency of the deal’s value is not known. Use a code such as EUR."));
      if (deal->value.minor < 0 || deal->value.minor > SC_MONEY_MAX)
        return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The deal’s value can’t be negative, nor that large."));
    }
  if (deal->probability > 1)
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("A win probability is from 0 to 100 percent."));

  return TRUE;
}

/**
 * sc_deal_change_refuse_clash:
 * @deal: a deal of which others have changed the same meanwhile
 * @error: (out): says so
 *
 * Returns: %FALSE
 */
gboolean
sc_deal_change_refuse_clash (const ScDeal *deal,
                             GError      **error)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
               _("The same was changed in “%s” meanwhile, in another window or by another program. "
                 "Look at it again, then repeat the change."),
               deal->title);

  return FALSE;
}

/**
 * sc_deal_change_load:
 * @write: a write
 * @seen: the deal as the person saw it
 * @error: %SC_STORE_ERROR_CONFLICT where it has left the stage or the status
 *   that @seen has it in
 *
 * Returns: (transfer full): the deal as it is
 */
ScDeal *
sc_deal_change_load (ScWrite      *write,
                     const ScDeal *seen,
                     GError      **error)
{
  g_autoptr (ScDeal) deal = sc_deal_change_find (write, seen->id, seen->process_id, error);

  if (deal == NULL)
    return NULL;

  if (deal->status == seen->status && g_strcmp0 (deal->stage_id, seen->stage_id) == 0)
    return g_steal_pointer (&deal);

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
               _("“%s” was moved meanwhile, in another window or by another program. "
                 "Look where it stands now, then repeat the change."),
               deal->title);

  return NULL;
}

/**
 * sc_deal_change_find_won_stage:
 * @version: a version
 *
 * Returns: (transfer none) (nullable): the stage right behind the client mark
 */
const ScStage *
sc_deal_change_find_won_stage (const ScVersion *version)
{
  guint position = (guint) (sc_version_get_mark_position (version) + 1);

  return position < version->stages->len ? sc_version_get_stage (version, position) : NULL;
}

/**
 * sc_deal_change_set_status:
 * @deal: a deal, to be changed
 * @status: its new status
 *
 * The day on which it was won stays while it is a client's, also where nobody
 * knows it; a deal that is open again, or lost, has none. A closed one is not parked.
 */
void
sc_deal_change_set_status (ScDeal      *deal,
                           ScDealStatus status)
{
  gboolean was_won = sc_deal_status_is_client (deal->status);
  gboolean is_won = sc_deal_status_is_client (status);

  if (status == SC_DEAL_OPEN)
    deal->closed = SC_DATE_NONE;
  else if (!was_won || !is_won)
    deal->closed = sc_clock_today ();
  if (!is_won)
    deal->won_on = SC_DATE_NONE;
  else if (!was_won)
    deal->won_on = sc_clock_today ();
  if (!sc_deal_status_is_standing (status))
    deal->parked_until = SC_DATE_NONE;
  if (status != SC_DEAL_LOST && status != SC_DEAL_ENDED_EARLY)
    g_clear_pointer (&deal->loss_reason, g_free);

  deal->status = status;
}

/**
 * sc_deal_change_get_status:
 * @version: the published version of a process
 * @stage_id: a stage of it
 *
 * Returns: the status of deals that stand there: won behind the client mark,
 *   open before it
 */
ScDealStatus
sc_deal_change_get_status (const ScVersion *version,
                           const char      *stage_id)
{
  guint position = 0;

  sc_version_find_stage (version, stage_id, &position);

  return (int) position > sc_version_get_mark_position (version) ? SC_DEAL_WON : SC_DEAL_OPEN;
}

/**
 * sc_deal_change_enter:
 * @deal: a deal that stands on a board, to be changed
 * @version: the published version of its process
 * @stage_id: a stage of it
 *
 * Passing the client mark makes an open deal won, going back over it a won
 * one open. A parked one that comes into another stage is at work again.
 */
void
sc_deal_change_enter (ScDeal          *deal,
                      const ScVersion *version,
                      const char      *stage_id)
{
  ScDealStatus status = sc_deal_change_get_status (version, stage_id);

  if (g_strcmp0 (deal->stage_id, stage_id) != 0)
    {
      deal->entered_at = sc_clock_now ();
      deal->parked_until = SC_DATE_NONE;
      g_set_str (&deal->stage_id, stage_id);
    }
  if (status != deal->status)
    sc_deal_change_set_status (deal, status);
}

/**
 * sc_deal_change_refuse_closed:
 * @deal: a deal that has left the board
 * @error: (out): says so
 *
 * Returns: %FALSE
 */
gboolean
sc_deal_change_refuse_closed (const ScDeal *deal,
                              GError      **error)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” is closed already. Reopen it first."), deal->title);

  return FALSE;
}

/**
 * sc_deal_change_enter_top:
 * @write: a write
 * @version: the published version of the deal's process
 * @stage: one of its stages
 * @deal: a deal, changed in place
 * @error: why it can't be placed
 *
 * Puts a deal on top of a stage; one that stands in the stage stays where it is.
 *
 * Returns: whether it has its place
 */
gboolean
sc_deal_change_enter_top (ScWrite         *write,
                          const ScVersion *version,
                          const ScStage   *stage,
                          ScDeal          *deal,
                          GError         **error)
{
  if (g_strcmp0 (deal->stage_id, stage->id) == 0)
    return TRUE;

  sc_deal_change_enter (deal, version, stage->id);
  g_free (deal->position);
  deal->position = sc_write_make_place (write, stage->id, SC_PLACE_TOP, deal->id, error);

  return deal->position != NULL;
}

/**
 * sc_deal_change_lose:
 * @deal: a deal, changed in place
 * @reason: (nullable): why
 * @error: that it has left the board already
 *
 * An open deal is lost; one that was won ended early.
 *
 * Returns: whether it stood on the board
 */
gboolean
sc_deal_change_lose (ScDeal     *deal,
                     const char *reason,
                     GError    **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    return sc_deal_change_refuse_closed (deal, error);

  g_set_str (&deal->loss_reason, reason);
  sc_deal_change_set_status (deal, deal->status == SC_DEAL_WON ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST);

  return TRUE;
}
