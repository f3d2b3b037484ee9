/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a window that rows of the database were left out of what it shows, and which. */

#include "app/sc-bad-rows-banner.h"

#include <glib/gi18n-lib.h>

/* What a person reads of them; “database check” names all. */
#define MAX_SHOWN 10

static void
details_clicked_cb (AdwBanner *banner,
                    ScStore   *store)
{
  g_auto (GStrv) problems = sc_bad_rows_list (sc_store_get_bad_rows (store));
  g_autoptr (GString) body = g_string_new (_("The database contains invalid values, written by another program or "
                                             "by a damaged disk. Restore it from a backup, or list them all with "
                                             "“stagecraft database check”."));
  AdwAlertDialog *dialog;

  g_string_append_c (body, '\n');
  for (guint i = 0; problems[i] != NULL && i < MAX_SHOWN; i++)
    g_string_append_printf (body, "\n%s", problems[i]);
  if (g_strv_length (problems) > MAX_SHOWN)
    g_string_append (body, "\n…");

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Rows That Could Not Be Read"), body->str));
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (banner));
}

static void
changed_cb (ScBadRows *bad_rows,
            AdwBanner *banner)
{
  /* Why nothing can be changed stays to be read. */
  if (!adw_banner_get_revealed (banner))
    adw_banner_set_title (banner, _("Some rows of the database could not be read and are skipped."));
  adw_banner_set_button_label (banner, _("_Details"));
  adw_banner_set_revealed (banner, TRUE);
}

/**
 * sc_bad_rows_banner_attach:
 * @banner: a banner of the window, which may say something of its own
 * @store: the window's database
 *
 * Reveals the banner once something was left out, with a button that names it.
 */
void
sc_bad_rows_banner_attach (AdwBanner *banner,
                           ScStore   *store)
{
  ScBadRows *bad_rows = sc_store_get_bad_rows (store);

  g_signal_connect_object (banner, "button-clicked", G_CALLBACK (details_clicked_cb), store, G_CONNECT_DEFAULT);
  g_signal_connect_object (bad_rows, "changed", G_CALLBACK (changed_cb), banner, G_CONNECT_DEFAULT);
  if (sc_bad_rows_get_n_rows (bad_rows) > 0)
    changed_cb (bad_rows, banner);
}
