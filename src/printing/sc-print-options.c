/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the print dialog that says how a scheme stands on its pages. */

#include "printing/sc-print-options.h"

/* What of a scheme is printed, and on how many pages: in our preview, and as a
 * tab of the print dialog. */
struct _ScPrintOptions
{
  AdwPreferencesGroup parent_instance;

  GBindingGroup *bindings;
  AdwSwitchRow *title_row;
  AdwSwitchRow *legend_row;
  AdwSwitchRow *refusals_row;
  AdwSwitchRow *figures_row;
  GtkWidget *figures_spinner;
  AdwSwitchRow *spread_row;
  AdwSpinRow *across_row;
  AdwSpinRow *down_row;
};

G_DEFINE_FINAL_TYPE (ScPrintOptions, sc_print_options, ADW_TYPE_PREFERENCES_GROUP);

static void
sc_print_options_dispose (GObject *object)
{
  ScPrintOptions *self = SC_PRINT_OPTIONS (object);

  g_clear_object (&self->bindings);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PRINT_OPTIONS);

  G_OBJECT_CLASS (sc_print_options_parent_class)->dispose (object);
}

static void
sc_print_options_class_init (ScPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_print_options_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/printing/sc-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, title_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, legend_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, refusals_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, figures_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, figures_spinner);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, spread_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, across_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintOptions, down_row);
}

static void
sc_print_options_init (ScPrintOptions *self)
{
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "has-title", self->title_row, "active", flags);
  g_binding_group_bind (self->bindings, "has-legend", self->legend_row, "active", flags);
  g_binding_group_bind (self->bindings, "has-refusals", self->refusals_row, "active", flags);
  g_binding_group_bind (self->bindings, "has-figures", self->figures_row, "active", flags);
  g_binding_group_bind (self->bindings, "is-spread", self->spread_row, "active", flags);
  g_binding_group_bind (self->bindings, "across", self->across_row, "value", flags);
  g_binding_group_bind (self->bindings, "down", self->down_row, "value", flags);
}

/**
 * sc_print_options_new:
 * @setup: what it shows and changes
 *
 * Returns: (transfer floating): the options
 */
GtkWidget *
sc_print_options_new (ScPrintSetup *setup)
{
  ScPrintOptions *self = g_object_new (SC_TYPE_PRINT_OPTIONS, NULL);

  sc_print_options_set_setup (self, setup);

  return GTK_WIDGET (self);
}

/**
 * sc_print_options_set_setup:
 * @self: the options
 * @setup: what they show and change
 */
void
sc_print_options_set_setup (ScPrintOptions *self,
                            ScPrintSetup   *setup)
{
  g_return_if_fail (SC_IS_PRINT_OPTIONS (self));
  g_return_if_fail (SC_IS_PRINT_SETUP (setup));

  g_binding_group_set_source (self->bindings, setup);
}

/**
 * sc_print_options_set_reading:
 * @self: the options
 * @is_reading: whether what deals tell is being read, which is shown beside its switch
 */
void
sc_print_options_set_reading (ScPrintOptions *self,
                              gboolean        is_reading)
{
  g_return_if_fail (SC_IS_PRINT_OPTIONS (self));

  gtk_widget_set_visible (self->figures_spinner, is_reading);
}
