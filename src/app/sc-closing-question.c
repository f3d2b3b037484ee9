/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks whether a window is to close though something would be lost: names it,
 * and leads to it. */

#include "app/sc-closing-question.h"

#include <glib/gi18n.h>

#include "app/sc-process-page.h"

/* More are counted. */
#define MAX_SHOWN 5

struct _ScClosingQuestion
{
  AdwAlertDialog parent_instance;

  GPtrArray *losses;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScClosingQuestion, sc_closing_question, ADW_TYPE_ALERT_DIALOG);

static void
loss_free (gpointer data)
{
  ScLoss *loss = data;

  g_free (loss->name);
  g_clear_object (&loss->unsaved);
  g_clear_pointer (&loss->job, sc_job_free);
  g_free (loss);
}

/**
 * sc_losses_new:
 *
 * Returns: (transfer full) (element-type ScLoss): nothing yet
 */
GPtrArray *
sc_losses_new (void)
{
  return g_ptr_array_new_with_free_func (loss_free);
}

static ScLoss *
add (GPtrArray  *losses,
     const char *name)
{
  ScLoss *loss = g_new0 (ScLoss, 1);

  loss->name = g_strdup (name);
  g_ptr_array_add (losses, loss);

  return loss;
}

/**
 * sc_losses_add_unsaved:
 * @losses: (element-type ScLoss): what is not saved
 * @unsaved: what holds something that is not
 */
void
sc_losses_add_unsaved (GPtrArray *losses,
                       ScUnsaved *unsaved)
{
  g_autofree char *text = sc_unsaved_describe (unsaved);
  g_auto (GStrv) names = g_strsplit (text, "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    add (losses, names[i])->unsaved = g_object_ref (unsaved);
}

/* A change is called as it stands after “Undone:”; in a list it stands for itself. */
static char *
capitalize (const char *name)
{
  char first[7] = "";

  if (*name == '\0')
    return g_strdup (name);

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

/**
 * sc_losses_add_job:
 * @losses: (element-type ScLoss): what is not saved
 * @job: what is on its way
 */
void
sc_losses_add_job (GPtrArray   *losses,
                   const ScJob *job)
{
  g_autofree char *name = capitalize (job->name);

  add (losses, name)->job = sc_job_copy (job);
}

static void
row_activated_cb (ScClosingQuestion *self,
                  GtkListBoxRow     *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (i < self->losses->len)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->losses->pdata[i]);
}

static void
sc_closing_question_finalize (GObject *object)
{
  g_clear_pointer (&SC_CLOSING_QUESTION (object)->losses, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_closing_question_parent_class)->finalize (object);
}

static void
sc_closing_question_class_init (ScClosingQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_closing_question_finalize;

  /**
   * ScClosingQuestion::chosen:
   * @self: a question
   * @loss: (type ScLoss): what the user wants to be led to
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SC_TYPE_CLOSING_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_POINTER);
}

static void
sc_closing_question_init (ScClosingQuestion *self)
{
}

static GtkWidget *
make_row (const ScLoss *loss)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *page = loss->unsaved != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (loss->unsaved), SC_TYPE_PROCESS_PAGE) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), loss->name);
  if (page != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_tooltip_text (row, _("Show"));

  return row;
}

static GtkWidget *
make_more_row (guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "dimmed");

  return row;
}

static GtkWidget *
make_list (ScClosingQuestion *self)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n_shown = MIN (self->losses->len, MAX_SHOWN);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not saved"), -1);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self->losses->pdata[i]));
  if (self->losses->len > n_shown)
    gtk_list_box_append (GTK_LIST_BOX (list), make_more_row (self->losses->len - n_shown));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static const char *
get_body (ScClosingQuestion *self,
          gboolean           can_wait)
{
  if (can_wait)
    return _("Saving takes long; another program may be using the database. Unsaved changes would be lost.");
  if (self->losses->len == 0)
    return _("The last change could not be saved.");

  return _("Unsaved changes would be lost.");
}

/**
 * sc_closing_question_new:
 * @losses: (transfer full) (element-type ScLoss): what would be lost
 * @can_wait: whether it is still being saved
 *
 * Returns: (transfer floating): a dialog with the responses “cancel”, “close”
 *   and, where one can wait, “wait”
 */
AdwDialog *
sc_closing_question_new (GPtrArray *losses,
                         gboolean   can_wait)
{
  ScClosingQuestion *self = g_object_new (SC_TYPE_CLOSING_QUESTION, NULL);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  self->losses = losses;
  adw_alert_dialog_set_heading (dialog, can_wait ? _("Still Saving") : _("Close Without Saving?"));
  adw_alert_dialog_set_body (dialog, get_body (self, can_wait));
  if (losses->len > 0)
    adw_alert_dialog_set_extra_child (dialog, make_list (self));
  if (can_wait)
    adw_alert_dialog_add_response (dialog, "wait", _("Wa_it"));
  adw_alert_dialog_add_responses (dialog, "cancel", can_wait ? _("_Keep Open") : _("_Cancel"),
                                  "close", _("Close _Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, can_wait ? "wait" : "cancel");

  return ADW_DIALOG (self);
}
