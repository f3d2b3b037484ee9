/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a document, laid out for the paper that is chosen. */

#include "regulations/sc-document-print.h"

#include "document/sc-paged.h"

#define SC_TYPE_DOCUMENT_PRINT (sc_document_print_get_type ())
G_DECLARE_FINAL_TYPE (ScDocumentPrint, sc_document_print, SC, DOCUMENT_PRINT, GtkPrintOperation)

struct _ScDocumentPrint
{
  GtkPrintOperation parent_instance;

  ScDocument *document;
  ScPaged *paged;
};

G_DEFINE_FINAL_TYPE (ScDocumentPrint, sc_document_print, GTK_TYPE_PRINT_OPERATION);

static void
sc_document_print_begin_print (GtkPrintOperation *operation,
                               GtkPrintContext   *context)
{
  ScDocumentPrint *self = SC_DOCUMENT_PRINT (operation);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

  g_clear_pointer (&self->paged, sc_paged_free);
  self->paged = sc_paged_new (self->document, MIN (width, height), MAX (width, height));
  sc_paged_layout (self->paged, G_MAXUINT);
  gtk_print_operation_set_n_pages (operation, (int) sc_paged_get_n_pages (self->paged));
}

/* A page that lies keeps lying. */
static void
sc_document_print_request_page_setup (GtkPrintOperation *operation,
                                      GtkPrintContext   *context,
                                      int                page,
                                      GtkPageSetup      *setup)
{
  ScDocumentPrint *self = SC_DOCUMENT_PRINT (operation);
  double width, height;

  sc_paged_get_page_size (self->paged, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
sc_document_print_draw_page (GtkPrintOperation *operation,
                             GtkPrintContext   *context,
                             int                page)
{
  sc_paged_paint (SC_DOCUMENT_PRINT (operation)->paged, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
sc_document_print_dispose (GObject *object)
{
  ScDocumentPrint *self = SC_DOCUMENT_PRINT (object);

  g_clear_pointer (&self->paged, sc_paged_free);
  g_clear_pointer (&self->document, sc_document_unref);

  G_OBJECT_CLASS (sc_document_print_parent_class)->dispose (object);
}

static void
sc_document_print_class_init (ScDocumentPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_document_print_dispose;
  operation_class->begin_print = sc_document_print_begin_print;
  operation_class->request_page_setup = sc_document_print_request_page_setup;
  operation_class->draw_page = sc_document_print_draw_page;
}

static void
sc_document_print_init (ScDocumentPrint *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  /* The document has margins of its own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
}

/**
 * sc_document_print_new:
 * @document: what is printed
 *
 * Returns: (transfer full): an operation that gtk_print_operation_run() runs
 */
GtkPrintOperation *
sc_document_print_new (ScDocument *document)
{
  ScDocumentPrint *self = g_object_new (SC_TYPE_DOCUMENT_PRINT, NULL);

  self->document = sc_document_ref (document);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), document->title);

  return GTK_PRINT_OPERATION (self);
}
