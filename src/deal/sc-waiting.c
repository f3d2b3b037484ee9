/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows that deals are being looked for where that takes longer than a moment: rows
 * that stood there before are dimmed below a spinner, and it is said once. Lies
 * around the rows of a list, of each column of the board, and of what a search finds. */

#include "deal/sc-waiting.h"

#include <glib/gi18n-lib.h>

/* What takes less is over before anybody asks. */
#define PATIENCE_MSEC 200

/* The columns of a board wait at the same time. */
#define SILENCE_USEC (2 * G_USEC_PER_SEC)

#define SPINNER_SIZE 32

struct _ScWaiting
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  GtkWidget *spinner;
  GBindingGroup *source;
  gboolean is_waiting;
  guint patience;
};

enum {
  PROP_0,
  PROP_CONTENT,
  PROP_IS_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScWaiting, sc_waiting, ADW_TYPE_BIN);

static void
announce (ScWaiting *self)
{
  static gint64 announced_at;
  gint64 now = g_get_monotonic_time ();

  if (announced_at == 0 || now - announced_at > SILENCE_USEC)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Looking for deals…"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  announced_at = now;
}

static void
set_shown (ScWaiting *self,
           gboolean   is_shown)
{
  GtkWidget *content = gtk_overlay_get_child (self->overlay);

  if (is_shown == sc_waiting_is_shown (self))
    return;

  if (is_shown && self->spinner == NULL)
    {
      self->spinner = adw_spinner_new ();
      gtk_widget_set_size_request (self->spinner, SPINNER_SIZE, SPINNER_SIZE);
      gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
      gtk_widget_set_can_target (self->spinner, FALSE);
      gtk_overlay_add_overlay (self->overlay, self->spinner);
    }
  gtk_widget_set_visible (self->spinner, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, is_shown, -1);
  if (is_shown)
    {
      gtk_widget_add_css_class (content, "waiting");
      announce (self);
    }
  else
    {
      gtk_widget_remove_css_class (content, "waiting");
    }
}

static void
lose_patience_cb (gpointer user_data)
{
  ScWaiting *self = user_data;

  self->patience = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    set_shown (self, TRUE);
}

static void
sc_waiting_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  ScWaiting *self = SC_WAITING (object);

  if (property_id == PROP_CONTENT)
    g_value_set_object (value, gtk_overlay_get_child (self->overlay));
  else if (property_id == PROP_IS_WAITING)
    g_value_set_boolean (value, self->is_waiting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sc_waiting_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  ScWaiting *self = SC_WAITING (object);

  if (property_id == PROP_CONTENT)
    gtk_overlay_set_child (self->overlay, g_value_get_object (value));
  else if (property_id == PROP_IS_WAITING)
    sc_waiting_set_is_waiting (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sc_waiting_dispose (GObject *object)
{
  ScWaiting *self = SC_WAITING (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (sc_waiting_parent_class)->dispose (object);
}

static void
sc_waiting_class_init (ScWaitingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sc_waiting_dispose;
  object_class->get_property = sc_waiting_get_property;
  object_class->set_property = sc_waiting_set_property;

  /**
   * ScWaiting:content:
   *
   * The rows.
   */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_WAITING] =
    g_param_spec_boolean ("is-waiting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sc_waiting_init (ScWaiting *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
  self->source = g_binding_group_new ();
  g_binding_group_bind (self->source, "is-waiting", self, "is-waiting", G_BINDING_SYNC_CREATE);
}

/**
 * sc_waiting_set_source:
 * @self: a place for rows
 * @source: (nullable): who knows by a property “is-waiting” whether others are being looked
 *   for, as a #ScDealList does
 */
void
sc_waiting_set_source (ScWaiting *self,
                       GObject   *source)
{
  g_return_if_fail (SC_IS_WAITING (self));

  g_binding_group_set_source (self->source, source);
}

/**
 * sc_waiting_is_waiting:
 * @self: a place for rows
 *
 * Returns: whether others are being looked for, for however short a time
 */
gboolean
sc_waiting_is_waiting (ScWaiting *self)
{
  g_return_val_if_fail (SC_IS_WAITING (self), FALSE);

  return self->is_waiting;
}

/**
 * sc_waiting_set_is_waiting:
 * @self: a place for rows
 * @is_waiting: whether others are being looked for; a moment later it is shown
 */
void
sc_waiting_set_is_waiting (ScWaiting *self,
                           gboolean   is_waiting)
{
  g_return_if_fail (SC_IS_WAITING (self));

  if (self->is_waiting == is_waiting)
    return;

  self->is_waiting = is_waiting;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (is_waiting)
    self->patience = g_timeout_add_once (PATIENCE_MSEC, lose_patience_cb, self);
  else
    set_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_WAITING]);
}

/**
 * sc_waiting_is_shown:
 * @self: a place for rows
 *
 * Returns: whether it shows that others are being looked for
 */
gboolean
sc_waiting_is_shown (ScWaiting *self)
{
  g_return_val_if_fail (SC_IS_WAITING (self), FALSE);

  return self->spinner != NULL && gtk_widget_get_visible (self->spinner);
}
