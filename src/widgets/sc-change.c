/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes made from a widget: carried out without waiting, told of in a toast
 * with Undo, and by a dialog where they fail. */

#include "widgets/sc-change.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  ScOrigin *origin;
  char *message;
  ScChangeDone done;
  gpointer user_data;
} Run;

typedef struct {
  GtkWidget *overlay;
  ScStore *store;
  gint64 change_id;
} Undo;

static void
run_free (Run *run)
{
  sc_origin_free (run->origin);
  g_free (run->message);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* What a toast's button does. */
typedef struct {
  ScOrigin *origin;
  char *action_name;
  GVariant *target;
} Offer;

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->store);
  g_free (undo);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Undo     *undo)
{
  if (!gtk_widget_activate_action (undo->overlay, "win.undo-change", "x", undo->change_id))
    sc_change_run (undo->overlay, undo->store, sc_command_undo_change (undo->change_id), NULL, NULL, NULL);
}

/* Longer than usual: what can be taken back has to be read and reached first. */
#define UNDO_SECONDS 10

/* So that even in a narrow window it covers little. */
#define MAX_LINES 4

/* What stands beside a toast's text in the widest language, and a character of it. */
#define BESIDE_TEXT_SP 200
#define CHARACTER_SP 9
#define FEWEST_CHARS 14
#define MOST_CHARS 60

/* The last toast of each window. */
static GHashTable *last_toasts;

static void
forget_window (gpointer data,
               GObject *window)
{
  g_hash_table_remove (last_toasts, window);
}

/* What was said last in a window makes room for what is said now. */
static void
replace_toast (AdwToastOverlay *overlay,
               AdwToast        *toast)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (overlay));
  AdwToast *last;

  if (last_toasts == NULL)
    last_toasts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  last = window != NULL ? g_hash_table_lookup (last_toasts, window) : NULL;
  if (last != NULL)
    adw_toast_dismiss (last);
  else if (window != NULL)
    g_object_weak_ref (G_OBJECT (window), forget_window, NULL);
  if (window != NULL)
    g_hash_table_insert (last_toasts, window, g_object_ref (toast));
  adw_toast_overlay_add_toast (overlay, toast);
}

/* What is long wraps: in a narrow window a line would not come to its point. libadwaita gives a
 * text its natural width and what is left to the buttons, so that it has to know its room. It
 * tells those who hear the screen of a title that is a text, and of one that is a widget only
 * that it has a button. */
static AdwToast *
create_toast (GtkWidget  *overlay,
              const char *message)
{
  GtkWidget *label = gtk_label_new (message);
  AdwToast *toast = adw_toast_new ("");
  double width = adw_length_unit_from_px (ADW_LENGTH_UNIT_SP, gtk_widget_get_width (overlay), gtk_widget_get_settings (overlay));

  gtk_label_set_max_width_chars (GTK_LABEL (label), CLAMP ((int) (width - BESIDE_TEXT_SP) / CHARACTER_SP, FEWEST_CHARS, MOST_CHARS));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);

  return toast;
}

/**
 * sc_toast_show_undo:
 * @origin: a widget
 * @message: what was done
 * @store: (nullable): the store, where there is a change
 * @change_id: the change that did it, 0 for none
 *
 * Says it in a toast, and to those who hear the screen; with Undo, where there is
 * something to undo.
 */
void
sc_toast_show_undo (GtkWidget  *origin,
                    const char *message,
                    ScStore    *store,
                    gint64      change_id)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (origin, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  gtk_accessible_announce (GTK_ACCESSIBLE (origin), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (overlay == NULL)
    return;

  toast = create_toast (overlay, message);

  if (change_id != 0)
    {
      Undo *undo = g_new0 (Undo, 1);

      undo->overlay = overlay;
      undo->store = g_object_ref (store);
      undo->change_id = change_id;
      adw_toast_set_timeout (toast, UNDO_SECONDS);
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), undo, undo_free, G_CONNECT_DEFAULT);
    }

  replace_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  sc_origin_free (offer->origin);
  g_free (offer->action_name);
  g_variant_unref (offer->target);
  g_free (offer);
}

static void
offer_clicked_cb (AdwToast *toast,
                  Offer    *offer)
{
  gtk_widget_activate_action_variant (sc_origin_get_widget (offer->origin), offer->action_name, offer->target);
}

/* Rows that had changed since, and so were not taken back. */
static void
tell_left_alone (GtkWidget       *origin,
                 const ScOutcome *outcome)
{
  g_autofree char *message = NULL;

  if (outcome->left_alone == NULL || outcome->left_alone->len == 0)
    return;

  /* Translators: %s is what was changed by somebody else, such as a deal's title */
  message = g_strdup_printf (ngettext ("“%s” has changed since and was left alone",
                                       "“%s” and others have changed since and were left alone",
                                       outcome->left_alone->len),
                             (const char *) outcome->left_alone->pdata[0]);
  sc_toast_show (origin, message);
}

static void
run_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  GtkWidget *origin = sc_origin_get_widget (run->origin);

  if (outcome == NULL)
    sc_error_dialog_present (sc_origin_find_parent (run->origin), _("The Change Was Not Saved"), error);
  else
    {
      if (run->message != NULL && outcome->change_id != 0)
        sc_toast_show_undo (origin, run->message, SC_STORE (source), outcome->change_id);

      tell_left_alone (origin, outcome);
    }

  if (run->done != NULL)
    run->done (origin, outcome, run->user_data);
}

static Run *
run_new (GtkWidget   *origin,
         const char  *message,
         ScChangeDone done,
         gpointer     user_data)
{
  Run *run = g_new0 (Run, 1);

  run->origin = sc_origin_new (origin);
  run->message = g_strdup (message);
  run->done = done;
  run->user_data = user_data;

  return run;
}

/**
 * sc_change_run:
 * @origin: the widget that the change is made from
 * @store: the store
 * @command: (transfer full): the change
 * @message: (nullable): what to say in a toast with Undo when it is done
 * @done: (nullable): called at the end, whether it worked or not
 * @user_data: for @done
 *
 * Makes a change without waiting for it. Where it fails, the user is told, even
 * if @origin is not on show any more.
 */
void
sc_change_run (GtkWidget   *origin,
               ScStore     *store,
               ScCommand   *command,
               const char  *message,
               ScChangeDone done,
               gpointer     user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (SC_IS_STORE (store));

  sc_command_run_async (command, store, NULL, run_done_cb, run_new (origin, message, done, user_data));
}

/**
 * sc_change_tell_taken_back:
 * @origin: a widget of the window
 * @outcome: what came of an undo or a redo
 * @is_redo: which of them it was
 *
 * Says what was taken back or made again, or what of it was left alone.
 */
void
sc_change_tell_taken_back (GtkWidget       *origin,
                           const ScOutcome *outcome,
                           gboolean         is_redo)
{
  /* Translators: %s is the name of a change, such as Delete “Printer for Acme” */
  g_autofree char *message = g_strdup_printf (is_redo ? _("Redone: %s") : _("Undone: %s"), outcome->name);

  sc_toast_show (origin, message);
  tell_left_alone (origin, outcome);
}

/**
 * sc_toast_show:
 * @origin: a widget
 * @message: what to say
 *
 * Says something in a toast, and to those who hear the screen.
 */
void
sc_toast_show (GtkWidget  *origin,
               const char *message)
{
  sc_toast_show_undo (origin, message, NULL, 0);
}

/**
 * sc_toast_show_action:
 * @origin: a widget
 * @message: what to say
 * @label: what the toast's button says, with a mnemonic
 * @action_name: what the button does, an action of @origin or of what it stands in
 * @target: (transfer floating): the action's parameter
 *
 * Says something in a toast that offers to go on from there.
 */
void
sc_toast_show_action (GtkWidget  *origin,
                      const char *message,
                      const char *label,
                      const char *action_name,
                      GVariant   *target)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (origin, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GVariant) taken = g_variant_ref_sink (target);
  AdwToast *toast;
  Offer *offer;

  gtk_accessible_announce (GTK_ACCESSIBLE (origin), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (overlay == NULL)
    return;

  offer = g_new0 (Offer, 1);
  offer->origin = sc_origin_new (origin);
  offer->action_name = g_strdup (action_name);
  offer->target = g_steal_pointer (&taken);
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, label);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (offer_clicked_cb), offer, offer_free, G_CONNECT_DEFAULT);
  replace_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
