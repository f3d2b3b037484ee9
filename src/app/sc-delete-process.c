/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deletes a process: at once where only a draft goes, and not before it was
 * asked where people work along it. */

#include "app/sc-delete-process.h"

#include <glib/gi18n.h>

#include "change/sc-process-commands.h"
#include "store/sc-deleted.h"
#include "widgets/sc-change.h"
#include "widgets/sc-origin.h"

/* The question, with the process as it was asked about. */
typedef struct {
  ScOrigin *origin;
  ScStore *store;
  ScProcess *process;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  sc_origin_free (question->origin);
  g_object_unref (question->store);
  sc_process_unref (question->process);
  g_free (question);
}

static void
run (GtkWidget *origin,
     ScStore   *store,
     ScProcess *process)
{
  g_autofree char *message = g_strdup_printf (_("“%s” deleted"), process->name);

  sc_change_run (origin, store, sc_command_delete_process (process, process->n_deals), message, NULL, NULL);
}

static void
responded_cb (AdwAlertDialog *dialog,
              const char     *response,
              Question       *question)
{
  if (g_str_equal (response, "delete"))
    run (sc_origin_get_widget (question->origin), question->store, question->process);
}

/* What goes, and for how long it can be brought back. */
static char *
make_body (const ScProcess *process)
{
  g_autofree char *what = NULL;
  g_autofree char *back = g_strdup_printf (ngettext ("It can be restored for %d day: “Recently Deleted” in the "
                                                     "main menu.",
                                                     "It can be restored for %d days: “Recently Deleted” in the "
                                                     "main menu.",
                                                     SC_DELETED_DAYS),
                                           SC_DELETED_DAYS);

  if (process->n_deals > 0)
    what = g_strdup_printf (ngettext ("It has %'u deal, which is deleted with it.",
                                      "It has %'u deals, which are deleted with it.", process->n_deals), process->n_deals);
  else
    what = g_strdup (_("It is published, and has no deals."));

  /* Translators: two whole sentences */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), what, back);
}

static void
ask (GtkWidget *origin,
     ScStore   *store,
     ScProcess *process)
{
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), process->name);
  g_autofree char *body = make_body (process);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  Question *question = g_new0 (Question, 1);

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  question->origin = sc_origin_new (origin);
  question->store = g_object_ref (store);
  question->process = sc_process_ref (process);
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded_cb), question, question_free, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), sc_origin_find_parent (question->origin));
}

/**
 * sc_delete_process:
 * @origin: the widget that it is asked for in, where it is told
 * @store: the store
 * @process: the process as it was read
 *
 * Deletes a process, with Undo in a toast. One that was published, or has
 * deals, is asked about first, with their number; where it has more by the time
 * of the answer, it stays.
 */
void
sc_delete_process (GtkWidget *origin,
                   ScStore   *store,
                   ScProcess *process)
{
  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (SC_IS_STORE (store));

  if (process->has_published || process->n_deals > 0)
    ask (origin, store, process);
  else
    run (origin, store, process);
}
