/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deals' history says of a scheme, below the method's findings: read in the
 * background while somebody looks at it, and anew when deals have changed. Where it says
 * nothing, nothing is shown. */

#include "designer/advice/sc-history-advice.h"

#include <glib/gi18n-lib.h>

#include "statistics/sc-forecast-finding.h"
#include "statistics/sc-history-finding.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"

struct _ScHistoryAdvice
{
  AdwBin parent_instance;

  ScStore *store;
  char *process_id;
  GSignalGroup *store_signals;
  GCancellable *reading;
  gboolean is_stale;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ScHistoryAdvice, sc_history_advice, ADW_TYPE_BIN);

static void read_findings (ScHistoryAdvice *self);

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_button (ScHistoryAdvice *self,
             const char      *label,
             const char      *action,
             const char      *of)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", self->process_id, of);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "insight-number");

  return button;
}

static GtkWidget *
make_count (ScHistoryAdvice      *self,
            const ScFindingCount *count)
{
  g_autofree char *number = g_strdup_printf ("%'u", count->n);
  /* Translators: a button that opens a list of deals: what they are, and how many. */
  g_autofree char *label = g_strdup_printf (C_("deals behind a number", "%1$s: %2$s"), count->what, number);

  return make_button (self, label, "win.show-figure", count->key);
}

static GtkWidget *
make_row (ScHistoryAdvice        *self,
          const ScHistoryFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, NULL);

  gtk_box_append (GTK_BOX (box), make_label (finding->text, NULL));
  gtk_box_append (GTK_BOX (box), make_label (finding->advice, "dimmed"));
  gtk_box_append (GTK_BOX (box), make_label (_("H · from the history of these deals, not from the method’s text"), "caption"));
  for (guint i = 0; i < finding->counts->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons), make_count (self, finding->counts->pdata[i]));
  if (finding->stage_id != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons), make_button (self, _("The Stage"), "win.show-stage", finding->stage_id));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "history-finding");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, finding->text, -1);

  return row;
}

static void
fill (ScHistoryAdvice *self,
      const GPtrArray *findings)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->list, make_row (self, findings->pdata[i]));
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), findings->len > 0);
}

/* A scheme that was never published has no history; what can't be read says nothing here:
 * Insight tells why. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScHistoryAdvice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sc_store_read_finish (SC_STORE (source), result, &error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;

  g_clear_object (&self->reading);
  fill (self, findings != NULL ? findings : none);
  if (self->is_stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_findings (self);
}

static gpointer
read_in_thread (ScStore      *store,
                gpointer      query,
                GCancellable *cancellable,
                GError      **error)
{
  return sc_forecast_findings_read (store, query, cancellable, error);
}

static void
read_findings (ScHistoryAdvice *self)
{
  self->is_stale = FALSE;
  self->reading = g_cancellable_new ();
  sc_store_read_async (self->store, read_in_thread, sc_figures_query_new (self->process_id),
                       (GDestroyNotify) sc_figures_query_free, (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb,
                       g_object_ref (self));
}

static void
follow (ScHistoryAdvice *self)
{
  if (self->is_stale && self->reading == NULL && self->store != NULL && self->process_id != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_findings (self);
}

static void
changed_cb (ScHistoryAdvice   *self,
            const ScChangeSet *changes)
{
  if (self->process_id == NULL || !sc_change_set_has_figures (changes, self->process_id))
    return;

  self->is_stale = TRUE;
  follow (self);
}

static void
stop (ScHistoryAdvice *self)
{
  self->is_stale |= self->reading != NULL;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
sc_history_advice_dispose (GObject *object)
{
  ScHistoryAdvice *self = SC_HISTORY_ADVICE (object);

  stop (self);
  self->list = NULL;
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  g_clear_pointer (&self->process_id, g_free);

  G_OBJECT_CLASS (sc_history_advice_parent_class)->dispose (object);
}

static void
sc_history_advice_class_init (ScHistoryAdviceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_history_advice_dispose;
}

static void
sc_history_advice_init (ScHistoryAdvice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = make_label (_("From the Deals’ History"), "heading");
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (box, "history-advice");
  gtk_widget_set_visible (box, FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
  self->list = GTK_LIST_BOX (list);
  self->store_signals = g_signal_group_new (SC_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (follow), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (stop), NULL);
}

/**
 * sc_history_advice_show:
 * @self: what the history says
 * @store: (nullable): where the deals are
 * @process_id: (nullable): the process that they are of
 */
void
sc_history_advice_show (ScHistoryAdvice *self,
                        ScStore         *store,
                        const char      *process_id)
{
  gboolean is_other;

  g_return_if_fail (SC_IS_HISTORY_ADVICE (self));

  is_other = g_set_object (&self->store, store);
  is_other |= g_set_str (&self->process_id, process_id);
  if (!is_other)
    return;

  stop (self);
  g_signal_group_set_target (self->store_signals, store);
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), FALSE);
  self->is_stale = TRUE;
  follow (self);
}
