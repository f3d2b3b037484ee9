/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the pages of a scheme as they will be printed. */

#include "printing/sc-print-preview.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-pages.h"
#include "printing/sc-print-operation.h"
#include "printing/sc-print-options.h"
#include "printing/sc-print-setup.h"
#include "widgets/sc-error-dialog.h"

#define PAPER_MARGIN 24.0
#define SHADOW 6

/* The papers of offices and print shops, as PWG 5101.1 calls them. */
static const char *const papers[] = {
  "iso_a5", "iso_a4", "iso_a3", "iso_a2", "iso_a1", "iso_a0", "na_letter", "na_legal", "na_ledger",
};

/* Shows the pages as they will come out of the printer, painted by what paints
 * them there. */
struct _ScPrintPreview
{
  AdwDialog parent_instance;

  /* Whether figures were asked for and have not come yet, and whether printing waits for them. */
  gboolean is_awaiting;
  gboolean is_print_wanted;
  gboolean has_figures;
  /* Whether they are to be printed and can't be read. */
  gboolean has_failed;

  ScVersion *version;
  char *title;
  ScPrintSetup *setup;
  ScTypesetter *typesetter;
  ScPages *pages;
  guint page;
  gboolean is_updating;

  AdwBanner *banner;
  GtkDrawingArea *page_area;
  GtkLabel *counter;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  ScPrintOptions *options;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
};

enum {
  SIGNAL_FIGURES_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScPrintPreview, sc_print_preview, ADW_TYPE_DIALOG);

static void
paint_paper (cairo_t *cr,
             double   width,
             double   height)
{
  for (int i = SHADOW; i > 0; i--)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.025);
      cairo_rectangle (cr, -i, -i + 2, width + 2 * i, height + 2 * i);
      cairo_fill (cr);
    }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static void
draw_page (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  ScPrintPreview *self = SC_PRINT_PREVIEW (user_data);
  GtkPageSetup *paper = sc_print_setup_get_page_setup (self->setup);
  double paper_width = gtk_page_setup_get_paper_width (paper, GTK_UNIT_POINTS);
  double paper_height = gtk_page_setup_get_paper_height (paper, GTK_UNIT_POINTS);
  double scale = MIN ((width - 2 * PAPER_MARGIN) / paper_width, (height - 2 * PAPER_MARGIN) / paper_height);

  if (scale <= 0)
    return;

  cairo_translate (cr, (width - paper_width * scale) / 2, (height - paper_height * scale) / 2);
  paint_paper (cr, paper_width * scale, paper_height * scale);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, paper_width, paper_height);
  cairo_clip (cr);
  cairo_translate (cr, gtk_page_setup_get_left_margin (paper, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (paper, GTK_UNIT_POINTS));
  sc_pages_paint (self->pages, self->page, cr);
}

static void
show_page (ScPrintPreview *self,
           guint           page)
{
  guint n_pages = sc_pages_get_n_pages (self->pages);
  g_autofree char *text = NULL;

  self->page = MIN (page, n_pages - 1);
  /* Translators: which page of how many is shown. */
  text = g_strdup_printf (_("Page %1$u of %2$u"), self->page + 1, n_pages);
  gtk_label_set_text (self->counter, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_area), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", self->page + 1 < n_pages);
  gtk_widget_set_visible (self->previous_button, n_pages > 1);
  gtk_widget_set_visible (self->next_button, n_pages > 1);
  gtk_widget_queue_draw (GTK_WIDGET (self->page_area));
}

static void
lay_out (ScPrintPreview *self)
{
  GtkPageSetup *paper = sc_print_setup_get_page_setup (self->setup);
  ScPagesOptions options = sc_print_setup_get_options (self->setup, self->title,
                                                       gtk_page_setup_get_page_width (paper, GTK_UNIT_POINTS),
                                                       gtk_page_setup_get_page_height (paper, GTK_UNIT_POINTS));

  g_clear_pointer (&self->pages, sc_pages_free);
  self->pages = sc_pages_new (self->version, &options, self->typesetter);
  show_page (self, self->page);
}

/* The paper's place among those offered; one that is not yet there, such as
 * one that only the printer has, is put at the end. */
static guint
find_paper (ScPrintPreview *self,
            GtkPaperSize   *size)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->paper_row));
  const char *name = gtk_paper_size_get_display_name (size);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      return i;

  gtk_string_list_append (names, name);

  return n;
}

static void
show_paper (ScPrintPreview *self)
{
  GtkPageSetup *paper = sc_print_setup_get_page_setup (self->setup);
  gboolean is_wide = gtk_page_setup_get_paper_width (paper, GTK_UNIT_POINTS) >
                     gtk_page_setup_get_paper_height (paper, GTK_UNIT_POINTS);

  self->is_updating = TRUE;
  adw_combo_row_set_selected (self->paper_row, find_paper (self, gtk_page_setup_get_paper_size (paper)));
  adw_combo_row_set_selected (self->orientation_row, is_wide ? 0 : 1);
  self->is_updating = FALSE;
}

/* Says why nothing is printed yet, or what will not be. */
static void
show_banner (ScPrintPreview *self)
{
  const char *text = self->is_print_wanted ? _("Printing begins when the figures from deals have been read.")
                                           : _("The figures from deals can’t be read and are not printed.");
  gboolean is_revealed = self->is_print_wanted || self->has_failed;

  if (is_revealed && !(adw_banner_get_revealed (self->banner) && g_str_equal (adw_banner_get_title (self->banner), text)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (is_revealed)
    {
      adw_banner_set_title (self->banner, text);
      adw_banner_set_button_label (self->banner, self->is_print_wanted ? _("_Cancel") : NULL);
    }
  adw_banner_set_revealed (self->banner, is_revealed);
}

/* Figures of many deals take a while: they are asked for once they are to be printed, and only
 * then. */
static void
follow_figures (ScPrintPreview *self)
{
  if (self->has_figures || self->is_awaiting || !sc_print_setup_wants_figures (self->setup)
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_awaiting = TRUE;
  self->has_failed = FALSE;
  show_banner (self);
  sc_print_options_set_reading (self->options, TRUE);
  g_signal_emit (self, signals[SIGNAL_FIGURES_WANTED], 0);
}

static void
setup_changed_cb (ScPrintPreview *self)
{
  show_paper (self);
  lay_out (self);
  if (!sc_print_setup_wants_figures (self->setup))
    {
      self->is_print_wanted = self->has_failed = FALSE;
      show_banner (self);
    }
  follow_figures (self);
}

static void
paper_chosen_cb (ScPrintPreview *self)
{
  guint selected = adw_combo_row_get_selected (self->paper_row);
  gboolean is_wide = adw_combo_row_get_selected (self->orientation_row) == 0;
  g_autoptr (GtkPageSetup) paper = NULL;

  if (self->is_updating)
    return;

  paper = gtk_page_setup_copy (sc_print_setup_get_page_setup (self->setup));
  if (selected < G_N_ELEMENTS (papers))
    {
      GtkPaperSize *size = gtk_paper_size_new (papers[selected]);

      gtk_page_setup_set_paper_size_and_default_margins (paper, size);
      gtk_paper_size_free (size);
    }
  gtk_page_setup_set_orientation (paper, is_wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  sc_print_setup_set_page_setup (self->setup, paper);
}

static void
done_cb (ScPrintPreview         *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Print Scheme"), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY &&
           !sc_print_operation_is_previewed (SC_PRINT_OPERATION (operation)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
run_print (ScPrintPreview *self)
{
  g_autoptr (ScPrintOperation) operation = sc_print_operation_new (self->version, self->title, self->setup);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

/* What is switched on is printed: where it has not come yet, printing waits for it. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ScPrintPreview *self = SC_PRINT_PREVIEW (widget);

  self->is_print_wanted = self->is_awaiting && sc_print_setup_wants_figures (self->setup);
  show_banner (self);
  if (!self->is_print_wanted)
    run_print (self);
}

static void
cancel_print_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ScPrintPreview *self = SC_PRINT_PREVIEW (widget);

  self->is_print_wanted = FALSE;
  show_banner (self);
}

static void
turn_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ScPrintPreview *self = SC_PRINT_PREVIEW (widget);
  gboolean is_next = g_str_equal (name, "preview.next-page");

  show_page (self, is_next ? self->page + 1 : self->page - 1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->counter),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
fill_papers (ScPrintPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (papers[i]);

      gtk_string_list_append (names, gtk_paper_size_get_display_name (size));
      gtk_paper_size_free (size);
    }

  self->is_updating = TRUE;
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (names));
  self->is_updating = FALSE;
}

static void
sc_print_preview_dispose (GObject *object)
{
  ScPrintPreview *self = SC_PRINT_PREVIEW (object);

  if (self->page_area != NULL)
    gtk_drawing_area_set_draw_func (self->page_area, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PRINT_PREVIEW);
  g_clear_pointer (&self->pages, sc_pages_free);
  g_clear_pointer (&self->typesetter, sc_typesetter_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (sc_print_preview_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.cancel-print", NULL, cancel_print_action);
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, turn_page_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.previous-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next-page", NULL);
}

static void
sc_print_preview_class_init (ScPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_print_preview_dispose;

  /* What deals tell of the stages is to be printed, and was not given yet. */
  signals[SIGNAL_FIGURES_WANTED] =
    g_signal_new ("figures-wanted", SC_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_PRINT_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/printing/sc-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, banner);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, page_area);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, counter);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, next_button);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, options);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, paper_row);
  gtk_widget_class_bind_template_child (widget_class, ScPrintPreview, orientation_row);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);
  add_keys (widget_class);
}

static void
sc_print_preview_init (ScPrintPreview *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->setup = sc_print_setup_new ();
  self->typesetter = sc_typesetter_new ();
  fill_papers (self);
  sc_print_options_set_setup (self->options, self->setup);
  gtk_drawing_area_set_draw_func (self->page_area, draw_page, self, NULL);
  g_signal_connect (self, "map", G_CALLBACK (follow_figures), NULL);
}

/**
 * sc_print_preview_new:
 * @version: what is printed
 * @title: the process's name
 *
 * Where what deals tell of the stages is to be printed, it emits “figures-wanted”, in answer
 * to which sc_print_preview_set_figures() gives it that.
 *
 * Returns: (transfer floating): a dialog that shows the pages, from which one
 *   prints them
 */
AdwDialog *
sc_print_preview_new (const ScVersion *version,
                      const char      *title)
{
  ScPrintPreview *self = g_object_new (SC_TYPE_PRINT_PREVIEW, NULL);

  self->version = sc_version_ref ((ScVersion *) version);
  self->title = g_strdup (title);
  setup_changed_cb (self);
  g_signal_connect_object (self->setup, "notify", G_CALLBACK (setup_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * sc_print_preview_set_figures:
 * @preview: a preview
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of the version's stages,
 *   which is printed where that is wanted; not changed any more. Where it can't be read, %NULL:
 *   it is asked for again when it is switched on the next time, and what waits for it to be
 *   printed is not, but says why
 */
void
sc_print_preview_set_figures (AdwDialog *preview,
                              GPtrArray *figures)
{
  ScPrintPreview *self;
  gboolean is_print_wanted;

  g_return_if_fail (SC_IS_PRINT_PREVIEW (preview));

  self = SC_PRINT_PREVIEW (preview);
  if (self->setup == NULL)
    return;

  /* What comes of it is no new question. */
  self->has_figures = TRUE;
  sc_print_setup_set_figures (self->setup, figures);
  self->has_figures = figures != NULL;
  self->is_awaiting = FALSE;
  self->has_failed = figures == NULL && sc_print_setup_wants_figures (self->setup);
  is_print_wanted = self->is_print_wanted && !self->has_failed;
  self->is_print_wanted = FALSE;
  show_banner (self);
  sc_print_options_set_reading (self->options, FALSE);
  if (is_print_wanted && gtk_widget_get_mapped (GTK_WIDGET (self)))
    run_print (self);
}
