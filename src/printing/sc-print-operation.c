/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a scheme, or writes its pages as a PDF. */

#include "printing/sc-print-operation.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-export.h"
#include "printing/sc-print-options.h"

/* One printing of a scheme. What was chosen in the print dialog is remembered
 * in the setup, also when the dialog is left for the preview. */
struct _ScPrintOperation
{
  GtkPrintOperation parent_instance;

  ScVersion *version;
  char *title;
  ScPrintSetup *setup;
  ScPages *pages;
  gboolean is_previewed;
};

G_DEFINE_FINAL_TYPE (ScPrintOperation, sc_print_operation, GTK_TYPE_PRINT_OPERATION);

static void
remember (ScPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  GtkPageSetup *page_setup = gtk_print_operation_get_default_page_setup (operation);
  GtkPrintSettings *printer = gtk_print_operation_get_print_settings (operation);

  if (page_setup != NULL)
    sc_print_setup_set_page_setup (self->setup, page_setup);
  if (printer != NULL)
    sc_print_setup_set_printer (self->setup, printer);
}

static void
sc_print_operation_begin_print (GtkPrintOperation *operation,
                                GtkPrintContext   *context)
{
  ScPrintOperation *self = SC_PRINT_OPERATION (operation);
  ScPagesOptions options = sc_print_setup_get_options (self->setup, self->title,
                                                       gtk_print_context_get_width (context),
                                                       gtk_print_context_get_height (context));

  g_clear_pointer (&self->pages, sc_pages_free);
  self->pages = sc_pages_new (self->version, &options, NULL);
  gtk_print_operation_set_n_pages (operation, (int) sc_pages_get_n_pages (self->pages));
}

static void
sc_print_operation_draw_page (GtkPrintOperation *operation,
                              GtkPrintContext   *context,
                              int                page)
{
  ScPrintOperation *self = SC_PRINT_OPERATION (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (page == 0 && cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    sc_pdf_set_metadata (cairo_get_target (cr), self->title);
  sc_pages_paint (self->pages, (guint) page, cr);
}

static GtkWidget *
sc_print_operation_create_custom_widget (GtkPrintOperation *operation)
{
  GtkWidget *options = sc_print_options_new (SC_PRINT_OPERATION (operation)->setup);

  gtk_widget_set_margin_top (options, 18);
  gtk_widget_set_margin_bottom (options, 18);
  gtk_widget_set_margin_start (options, 18);
  gtk_widget_set_margin_end (options, 18);

  return options;
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK wants to know where a preview would be painted, also where none is. */
static void
paint_nowhere (GtkPrintContext *context)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (nowhere);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
}

/* The preview is ours: the dialog that the print dialog was opened from. All
 * that is to be done is to let it know what was chosen. */
static gboolean
sc_print_operation_preview (GtkPrintOperation        *operation,
                            GtkPrintOperationPreview *preview,
                            GtkPrintContext          *context,
                            GtkWindow                *parent)
{
  ScPrintOperation *self = SC_PRINT_OPERATION (operation);

  self->is_previewed = TRUE;
  paint_nowhere (context);
  g_signal_connect_object (preview, "ready", G_CALLBACK (ready_cb), self, 0);

  return TRUE;
}

static void
sc_print_operation_done (GtkPrintOperation      *operation,
                         GtkPrintOperationResult result)
{
  ScPrintOperation *self = SC_PRINT_OPERATION (operation);

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (self);
  g_clear_pointer (&self->pages, sc_pages_free);
}

static void
sc_print_operation_dispose (GObject *object)
{
  ScPrintOperation *self = SC_PRINT_OPERATION (object);

  g_clear_pointer (&self->pages, sc_pages_free);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (sc_print_operation_parent_class)->dispose (object);
}

static void
sc_print_operation_class_init (ScPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_print_operation_dispose;
  operation_class->begin_print = sc_print_operation_begin_print;
  operation_class->draw_page = sc_print_operation_draw_page;
  operation_class->create_custom_widget = sc_print_operation_create_custom_widget;
  operation_class->preview = sc_print_operation_preview;
  operation_class->done = sc_print_operation_done;
}

static void
sc_print_operation_init (ScPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _("Scheme"));
  gtk_print_operation_set_allow_async (operation, TRUE);
}

/**
 * sc_print_operation_new:
 * @version: what is printed
 * @title: the process's name
 * @setup: how it is printed
 *
 * Returns: (transfer full): an operation that gtk_print_operation_run() runs
 */
ScPrintOperation *
sc_print_operation_new (const ScVersion *version,
                        const char      *title,
                        ScPrintSetup    *setup)
{
  ScPrintOperation *self = g_object_new (SC_TYPE_PRINT_OPERATION, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  self->version = sc_version_ref ((ScVersion *) version);
  self->title = g_strdup (title);
  self->setup = g_object_ref (setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_default_page_setup (operation, sc_print_setup_get_page_setup (setup));
  gtk_print_operation_set_print_settings (operation, sc_print_setup_get_printer (setup));

  return self;
}

/**
 * sc_print_operation_is_previewed:
 * @self: an operation that is done
 *
 * Returns: whether a preview was wanted, so that nothing was printed
 */
gboolean
sc_print_operation_is_previewed (ScPrintOperation *self)
{
  g_return_val_if_fail (SC_IS_PRINT_OPERATION (self), FALSE);

  return self->is_previewed;
}
