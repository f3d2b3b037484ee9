/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document, one below the other. They are laid out a few at a time while
 * nothing else is to be done, so that the first one is there at once. One section is the
 * current one: keys walk from section to section, and assistive technology is told its
 * words. */

#include <math.h>

#include "regulations/sc-page-view-private.h"

#define ZOOM_MIN 0.25
#define ZOOM_MAX 4.0
#define PAGES_AT_ONCE 4

/* Pixels for a point at the usual size. */
#define SCALE (96.0 / 72.0)

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  SIGNAL_CURRENT_CHANGED,
  SIGNAL_EDIT,
  SIGNAL_LAID_OUT,
  SIGNAL_ZOOMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ScPageView, sc_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL));

/* Where the pages that are laid out stand, and how much room they take. */
void
sc_page_view_measure_pages (ScPageView *self)
{
  double scale = self->zoom * SCALE;
  guint n_pages = self->paged != NULL ? sc_paged_get_n_pages (self->paged) : 0;

  g_array_set_size (self->tops, 0);
  self->width = 0;
  self->height = SC_PAGE_GAP;
  for (guint i = 0; i < n_pages; i++)
    {
      double width, height;

      sc_paged_get_page_size (self->paged, i, &width, &height);
      g_array_append_val (self->tops, self->height);
      self->width = MAX (self->width, width * scale + 2 * SC_PAGE_GAP);
      self->height += height * scale + SC_PAGE_GAP;
    }
  if (self->nodes->len > n_pages)
    g_ptr_array_set_size (self->nodes, 0);
  while (self->nodes->len < n_pages)
    g_ptr_array_add (self->nodes, NULL);
}

/* Where a page stands, in pixels of all that can be scrolled to. */
ScBox
sc_page_view_get_page_box (ScPageView *self,
                           guint       page)
{
  double scale = self->zoom * SCALE;
  double width, height;

  sc_paged_get_page_size (self->paged, page, &width, &height);

  return (ScBox) {
           .x = MAX (self->width, gtk_widget_get_width (GTK_WIDGET (self))) / 2 - width * scale / 2,
           .y = g_array_index (self->tops, double, page),
           .width = width * scale,
           .height = height * scale,
  };
}

/* The same of something on a page, whose place is in points. */
ScBox
sc_page_view_get_box (ScPageView  *self,
                      guint        page,
                      const ScBox *on_page)
{
  double scale = self->zoom * SCALE;
  ScBox paper = sc_page_view_get_page_box (self, page);

  return (ScBox) { paper.x + on_page->x * scale, paper.y + on_page->y * scale, on_page->width * scale,
                   on_page->height * scale };
}

static void
configure (GtkAdjustment *adjustment,
           double         whole,
           double         seen)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, whole - seen)),
                              0, MAX (whole, seen), seen * 0.1, seen * 0.9, seen);
}

/* Upright pages among wider ones stand in the middle. */
static void
centre (ScPageView *self)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (horizontal != NULL)
    gtk_adjustment_set_value (horizontal, (self->width - gtk_widget_get_width (GTK_WIDGET (self))) / 2);
}

static void
configure_adjustments (ScPageView *self)
{
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], self->width, gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], self->height, gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Makes room for what is laid out by now. */
void
sc_page_view_take_pages (ScPageView *self)
{
  sc_page_view_measure_pages (self);
  configure_adjustments (self);
}

static void
show_awaited (ScPageView *self)
{
  g_autofree char *awaited = NULL;

  if (self->awaited_id == NULL
      || (sc_paged_find (self->paged, self->awaited_id) == NULL && !sc_paged_is_whole (self->paged)))
    return;

  awaited = g_steal_pointer (&self->awaited_id);
  sc_page_view_show_section (self, awaited);
}

static gboolean
lay_out_cb (gpointer data)
{
  ScPageView *self = data;
  guint n_before = sc_paged_get_n_pages (self->paged);
  double width_before = self->width;
  gboolean goes_on, is_wider;

  sc_paged_layout (self->paged, n_before + PAGES_AT_ONCE);
  goes_on = !sc_paged_is_whole (self->paged);
  /* The numbers in the contents are known at the end only. */
  if (!goes_on)
    g_ptr_array_set_size (self->nodes, 0);
  sc_page_view_measure_pages (self);
  is_wider = self->width > width_before;
  configure_adjustments (self);
  if (is_wider)
    centre (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  show_awaited (self);
  if (!goes_on)
    {
      self->layout_source = 0;
      g_signal_emit (self, signals[SIGNAL_LAID_OUT], 0);
    }

  return goes_on;
}

/* Another size, with what is in the middle where it was. */
static void
apply_zoom (ScPageView *self,
            double      zoom)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double seen = gtk_widget_get_height (GTK_WIDGET (self));
  double middle = vertical != NULL ? (gtk_adjustment_get_value (vertical) + seen / 2) / self->zoom * zoom : 0;

  self->zoom = zoom;
  g_ptr_array_set_size (self->nodes, 0);
  sc_page_view_measure_pages (self);
  configure_adjustments (self);
  if (vertical != NULL)
    gtk_adjustment_set_value (vertical, MAX (0, middle - seen / 2));
  g_signal_emit (self, signals[SIGNAL_ZOOMED], 0);
}

static void
sc_page_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  ScPageView *self = SC_PAGE_VIEW (widget);

  /* As large as on paper, but no wider than the view, until a person wants it else. */
  if (!self->is_zoom_chosen)
    {
      double zoom = MIN (1, sc_page_view_get_fitting_zoom (self));

      if (fabs (zoom - self->zoom) > 0.001)
        apply_zoom (self, zoom);
    }
  configure_adjustments (self);
  if (width != self->width_before)
    centre (self);
  self->width_before = width;
}

static void
sc_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  sc_page_view_paint (SC_PAGE_VIEW (widget), snapshot);
}

static void
set_adjustment (ScPageView    *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  GtkAdjustment *before = self->adjustments[orientation];

  if (before == adjustment)
    return;

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, gtk_widget_queue_draw, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  configure_adjustments (self);
}

static void
sc_page_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ScPageView *self = SC_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_page_view_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ScPageView *self = SC_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clear_document (ScPageView *self)
{
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_pointer (&self->paged, sc_paged_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_ptr_array_set_size (self->nodes, 0);
}

static void
sc_page_view_dispose (GObject *object)
{
  ScPageView *self = SC_PAGE_VIEW (object);

  clear_document (self);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);

  G_OBJECT_CLASS (sc_page_view_parent_class)->dispose (object);
}

static void
sc_page_view_finalize (GObject *object)
{
  ScPageView *self = SC_PAGE_VIEW (object);

  g_array_unref (self->tops);
  g_ptr_array_unref (self->nodes);
  g_free (self->current_id);
  g_free (self->awaited_id);

  G_OBJECT_CLASS (sc_page_view_parent_class)->finalize (object);
}

static void
sc_page_view_class_init (ScPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sc_page_view_get_property;
  object_class->set_property = sc_page_view_set_property;
  object_class->dispose = sc_page_view_dispose;
  object_class->finalize = sc_page_view_finalize;
  widget_class->size_allocate = sc_page_view_size_allocate;
  widget_class->snapshot = sc_page_view_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * ScPageView::current-changed:
   *
   * Another section is the current one.
   */
  signals[SIGNAL_CURRENT_CHANGED] =
    g_signal_new ("current-changed", SC_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScPageView::edit:
   *
   * Words are to be written at the current section.
   */
  signals[SIGNAL_EDIT] =
    g_signal_new ("edit", SC_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScPageView::laid-out:
   *
   * All pages are there.
   */
  signals[SIGNAL_LAID_OUT] =
    g_signal_new ("laid-out", SC_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScPageView::zoomed:
   *
   * The pages are shown in another size.
   */
  signals[SIGNAL_ZOOMED] =
    g_signal_new ("zoomed", SC_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
sc_page_view_init (ScPageView *self)
{
  self->zoom = 1;
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  sc_page_view_add_controls (self);
}

/**
 * sc_page_view_new:
 *
 * Returns: (transfer floating): a view of no document
 */
GtkWidget *
sc_page_view_new (void)
{
  return g_object_new (SC_TYPE_PAGE_VIEW, NULL);
}

/**
 * sc_page_view_set_document:
 * @self: a view of pages
 * @document: what is shown from now on
 *
 * Shows another document, or the same one as it is now: where it is scrolled to and
 * which section is the current one stay.
 */
void
sc_page_view_set_document (ScPageView *self,
                           ScDocument *document)
{
  g_return_if_fail (SC_IS_PAGE_VIEW (self));

  clear_document (self);
  self->paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  if (self->current_id != NULL && sc_document_find_section (document, self->current_id) == NULL)
    g_clear_pointer (&self->current_id, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, document->title, -1);

  sc_paged_layout (self->paged, PAGES_AT_ONCE);
  self->layout_source = g_idle_add (lay_out_cb, self);
  sc_page_view_measure_pages (self);
  /* What is scrolled to may be on a page that is not laid out yet. */
  while (self->adjustments[1] != NULL && !sc_paged_is_whole (self->paged)
         && self->height < gtk_adjustment_get_value (self->adjustments[1]) + gtk_widget_get_height (GTK_WIDGET (self)))
    {
      sc_paged_layout (self->paged, sc_paged_get_n_pages (self->paged) + PAGES_AT_ONCE);
      sc_page_view_measure_pages (self);
    }
  configure_adjustments (self);
  centre (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_page_view_get_paged:
 * @self: a view of pages
 *
 * Returns: (transfer none) (nullable): the pages that it shows
 */
ScPaged *
sc_page_view_get_paged (ScPageView *self)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), NULL);

  return self->paged;
}

/**
 * sc_page_view_get_zoom:
 * @self: a view of pages
 *
 * Returns: how many times as large as on paper they are shown
 */
double
sc_page_view_get_zoom (ScPageView *self)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), 1);

  return self->zoom;
}

/**
 * sc_page_view_set_zoom:
 * @self: a view of pages
 * @zoom: how many times as large as on paper they are shown, within bounds
 *
 * What is in the middle stays there. Until this is called pages are no wider than the view.
 */
void
sc_page_view_set_zoom (ScPageView *self,
                       double      zoom)
{
  g_return_if_fail (SC_IS_PAGE_VIEW (self));

  self->is_zoom_chosen = TRUE;
  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (fabs (zoom - self->zoom) < 0.001)
    return;

  apply_zoom (self, zoom);
  configure_adjustments (self);
  centre (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_page_view_is_zoom_chosen:
 * @self: a view of pages
 *
 * Returns: whether sc_page_view_set_zoom() was called; else pages fit the view by themselves
 */
gboolean
sc_page_view_is_zoom_chosen (ScPageView *self)
{
  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), FALSE);

  return self->is_zoom_chosen;
}

/**
 * sc_page_view_get_fitting_zoom:
 * @self: a view of pages
 *
 * Returns: with which zoom an upright page is as wide as the view
 */
double
sc_page_view_get_fitting_zoom (ScPageView *self)
{
  double room;

  g_return_val_if_fail (SC_IS_PAGE_VIEW (self), 1);

  room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SC_PAGE_GAP;

  return CLAMP (room / (SC_PAGED_WIDTH * SCALE), ZOOM_MIN, ZOOM_MAX);
}
