/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for a thing of a deal that can be ticked, edited and removed: a step or a
 * payment. What is pressed twice is done once, and what was not saved is shown as it
 * is saved. */

#include "deal/sc-tick-row.h"

#include <glib/gi18n-lib.h>

#include "model/sc-wall-clock.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-change.h"

typedef struct {
  GtkCheckButton *check;
  GtkWidget *menu_button;
  ScStore *store;
  gboolean is_filling;
  gboolean is_changing;
} ScTickRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScTickRow, sc_tick_row, ADW_TYPE_ACTION_ROW);

static void
show_tick (ScTickRow *self,
           gboolean   is_ticked)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  priv->is_filling = TRUE;
  gtk_check_button_set_active (priv->check, is_ticked);
  priv->is_filling = FALSE;
}

static void
toggled_cb (ScTickRow *self)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);
  gboolean is_ticked = gtk_check_button_get_active (priv->check);

  if (priv->is_filling)
    return;

  if (priv->is_changing)
    show_tick (self, !is_ticked);
  else
    SC_TICK_ROW_GET_CLASS (self)->ticked (self, is_ticked);
}

static void
changed_cb (GtkWidget       *origin,
            const ScOutcome *outcome,
            gpointer         row)
{
  g_autoptr (ScTickRow) self = row;

  sc_tick_row_end (self, outcome);
}

/* The change starts from what others have made of it meanwhile. */
static gboolean
take_theirs (ScStore *store,
             gpointer row)
{
  ScTickRowClass *klass = SC_TICK_ROW_GET_CLASS (row);
  g_autoptr (GPtrArray) rows = klass->list (row, store);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (klass->take (row, rows->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
time_changed_cb (ScTickRow *self)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  if (priv->store != NULL)
    SC_TICK_ROW_GET_CLASS (self)->show_time (self);
}

static void
sc_tick_row_dispose (GObject *object)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (SC_TICK_ROW (object));

  priv->check = NULL;
  priv->menu_button = NULL;
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (sc_tick_row_parent_class)->dispose (object);
}

static void
sc_tick_row_class_init (ScTickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_tick_row_dispose;
}

static void
sc_tick_row_init (ScTickRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (time_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sc_tick_row_set_controls:
 * @self: a row that is being made
 * @check: what it is ticked with, inside of it
 * @menu_button: what opens the menu of the rest that can be done, inside of it
 *
 * Both are called after what the row shows.
 */
void
sc_tick_row_set_controls (ScTickRow      *self,
                          GtkCheckButton *check,
                          GtkWidget      *menu_button)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  g_return_if_fail (SC_IS_TICK_ROW (self));

  priv->check = check;
  priv->menu_button = menu_button;
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sc_tick_row_show:
 * @self: a row that has what it shows
 * @store: the store
 * @title: what it is called
 */
void
sc_tick_row_show (ScTickRow  *self,
                  ScStore    *store,
                  const char *title)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);
  ScTickRowClass *klass;
  g_autofree char *more = NULL;

  g_return_if_fail (SC_IS_TICK_ROW (self));

  klass = SC_TICK_ROW_GET_CLASS (self);
  /* Translators: a button that opens a menu; a step such as “Call Anna”, or an amount */
  more = g_strdup_printf (_("More for “%s”"), title);
  gtk_widget_set_tooltip_text (priv->menu_button, more);
  g_set_object (&priv->store, store);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  klass->show_time (self);
  show_tick (self, klass->is_ticked (self));
}

/**
 * sc_tick_row_get_store:
 * @self: a row that shows something
 *
 * Returns: (transfer none): where that is kept
 */
ScStore *
sc_tick_row_get_store (ScTickRow *self)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  return priv->store;
}

/**
 * sc_tick_row_set_time:
 * @self: a row
 * @text: when it was or is due
 * @is_overdue: whether that is over
 */
void
sc_tick_row_set_time (ScTickRow  *self,
                      const char *text,
                      gboolean    is_overdue)
{
  g_return_if_fail (SC_IS_TICK_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (is_overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "overdue");
}

/**
 * sc_tick_row_begin:
 * @self: a row
 *
 * Says that what it shows is being changed; sc_tick_row_end() says that it is over.
 *
 * Returns: whether nothing else was changing it
 */
gboolean
sc_tick_row_begin (ScTickRow *self)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);
  gboolean was_changing;

  g_return_val_if_fail (SC_IS_TICK_ROW (self), FALSE);

  was_changing = priv->is_changing;
  priv->is_changing = TRUE;

  return !was_changing;
}

/**
 * sc_tick_row_end:
 * @self: a row
 * @outcome: (nullable): what came of the change
 *
 * Where it worked, another row comes in place of this one; else it is as it was.
 */
void
sc_tick_row_end (ScTickRow       *self,
                 const ScOutcome *outcome)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  g_return_if_fail (SC_IS_TICK_ROW (self));

  if (outcome != NULL && outcome->change_id != 0)
    return;

  priv->is_changing = FALSE;
  if (priv->check != NULL)
    show_tick (self, SC_TICK_ROW_GET_CLASS (self)->is_ticked (self));
}

/**
 * sc_tick_row_run:
 * @self: a row
 * @command: (transfer full): a change of what it shows
 * @message: what to say when it is done
 *
 * Makes the change, unless one is on its way.
 */
void
sc_tick_row_run (ScTickRow  *self,
                 ScCommand  *command,
                 const char *message)
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);

  g_return_if_fail (SC_IS_TICK_ROW (self));

  if (!sc_tick_row_begin (self))
    {
      sc_command_free (command);
      return;
    }

  sc_change_run (GTK_WIDGET (self), priv->store, command, message, changed_cb, g_object_ref (self));
}

/**
 * sc_tick_row_ask:
 * @self: a row
 * @dialog: (transfer floating): a dialog for what it shows
 * @response: the response that saves
 * @create_command: the change as it is entered, with the row
 * @ask_again: another dialog, with what is entered in this one
 *
 * Has what it shows edited in a dialog.
 */
void
sc_tick_row_ask (ScTickRow  *self,
                 AdwDialog  *dialog,
                 const char *response,
                 ScCommand *(*create_command)(AdwAlertDialog *dialog,
                                              gpointer row),
                 AdwDialog *(*ask_again)(AdwAlertDialog *dialog))
{
  ScTickRowPrivate *priv = sc_tick_row_get_instance_private (self);
  const ScAskChange change = { .response = response, .create_command = create_command, .ask_again = ask_again,
                               .take_theirs = take_theirs, .free_data = g_object_unref };

  g_return_if_fail (SC_IS_TICK_ROW (self));

  sc_ask_change (dialog, GTK_WIDGET (self), priv->store, &change, g_object_ref (self));
}
