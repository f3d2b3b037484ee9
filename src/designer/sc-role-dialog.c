/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a new role: its name, and what it does in a sale. The function is
 * guessed from the name until a person chooses it. */

#include "designer/sc-role-dialog.h"

#include <glib/gi18n-lib.h>

#include "method/sc-known-role.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-entry-row.h"

typedef struct {
  AdwAlertDialog *dialog;
  AdwEntryRow *name_row;
  AdwComboRow *function_row;
  ScVersion *version;
  GtkWidget *parent;
  ScRoleMade callback;
  gpointer user_data;
  gboolean is_guessing;
  gboolean is_chosen;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  sc_version_unref (asking->version);
  g_object_unref (asking->parent);
  g_free (asking);
}

/* It may be somebody else: that only they know who add it. */
static void
ask_whether_known (Asking       *asking,
                   const ScRole *role)
{
  g_autofree char *question = NULL;

  if (role != NULL)
    question = g_strdup_printf (_("“%s” is there already. Are these the same people?"), role->name);
  else
    question = g_strdup ("");
  if (*question != '\0' && !g_str_equal (question, adw_alert_dialog_get_body (asking->dialog)))
    gtk_accessible_announce (GTK_ACCESSIBLE (asking->dialog), question, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  adw_alert_dialog_set_body (asking->dialog, question);
}

static void
name_changed_cb (Asking *asking)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (asking->name_row));
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  const ScRole *other = sc_known_role (asking->version, trimmed);
  g_autofree char *message = NULL;

  adw_alert_dialog_set_response_enabled (asking->dialog, "add", *trimmed != '\0' && other == NULL);
  if (other != NULL)
    message = g_strdup_printf (_("There is a role named “%s” already."), other->name);
  sc_entry_row_tell (asking->name_row, _("Name"), message);
  ask_whether_known (asking, other == NULL ? sc_known_role_like (asking->version, trimmed) : NULL);

  if (asking->is_chosen)
    return;
  asking->is_guessing = TRUE;
  adw_combo_row_set_selected (asking->function_row, sc_function_guess (trimmed));
  asking->is_guessing = FALSE;
}

static void
function_chosen_cb (Asking *asking)
{
  if (!asking->is_guessing)
    asking->is_chosen = TRUE;
}

static void
response_cb (Asking     *asking,
             const char *response)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->name_row))));

  if (g_str_equal (response, "add") && *name != '\0')
    asking->callback (name, (ScFunction) adw_combo_row_get_selected (asking->function_row), asking->user_data);
}

/**
 * sc_role_functions_new:
 *
 * Returns: (transfer full): the functions that a role can have, in order, for
 *   a list to choose from
 */
GtkStringList *
sc_role_functions_new (void)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (ScFunction function = 0; function < SC_N_FUNCTIONS; function++)
    gtk_string_list_append (titles, sc_function_get_title (function));

  return titles;
}

static GtkWidget *
make_form (Asking *asking)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) functions = sc_role_functions_new ();

  asking->name_row = ADW_ENTRY_ROW (sc_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (asking->name_row), _("Name"));
  gtk_editable_set_text (GTK_EDITABLE (asking->name_row), "");
  adw_entry_row_set_activates_default (asking->name_row, TRUE);
  asking->function_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (asking->function_row), _("Function"));
  adw_combo_row_set_model (asking->function_row, G_LIST_MODEL (functions));
  adw_combo_row_set_selected (asking->function_row, SC_FUNCTION_OTHER);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (asking->name_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (asking->function_row));

  return list;
}

/**
 * sc_role_dialog_present:
 * @parent: the widget that asks
 * @version: the version that gets the role
 * @callback: (scope async): called when the user has named it
 * @user_data: for @callback; has to last as long as @parent
 *
 * Asks for a new role.
 */
void
sc_role_dialog_present (GtkWidget       *parent,
                        const ScVersion *version,
                        ScRoleMade       callback,
                        gpointer         user_data)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("New Role"), NULL));
  asking->version = sc_version_ref ((ScVersion *) version);
  asking->parent = g_object_ref (parent);
  asking->callback = callback;
  asking->user_data = user_data;

  adw_alert_dialog_add_responses (asking->dialog, "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (asking->dialog, "add");
  adw_alert_dialog_set_close_response (asking->dialog, "cancel");
  adw_alert_dialog_set_extra_child (asking->dialog, make_form (asking));
  adw_alert_dialog_set_response_enabled (asking->dialog, "add", FALSE);

  g_signal_connect_swapped (asking->name_row, "changed", G_CALLBACK (name_changed_cb), asking);
  g_signal_connect_swapped (asking->function_row, "notify::selected", G_CALLBACK (function_chosen_cb), asking);
  g_signal_connect_data (asking->dialog, "response", G_CALLBACK (response_cb), asking, asking_free, G_CONNECT_SWAPPED);
  sc_dialog_guard_add (ADW_DIALOG (asking->dialog));
  adw_dialog_set_focus (ADW_DIALOG (asking->dialog), GTK_WIDGET (asking->name_row));
  adw_dialog_present (ADW_DIALOG (asking->dialog), parent);
}
