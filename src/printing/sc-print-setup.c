/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a scheme is to stand on its pages: paper, scale, what is on it. */

#include "printing/sc-print-setup.h"

#include <string.h>

#include "config.h"

/* How schemes are printed: on which paper, on how many pages, with what round
 * them. It is remembered. */
struct _ScPrintSetup
{
  GObject parent_instance;

  GSettings *settings;
  gboolean has_title;
  gboolean has_legend;
  gboolean has_refusals;
  gboolean has_figures;
  GPtrArray *figures; /* what deals tell of the stages, or NULL */
  gboolean is_spread;
  guint across;
  guint down;
  GtkPageSetup *page_setup;
  GtkPrintSettings *printer;
};

G_DEFINE_FINAL_TYPE (ScPrintSetup, sc_print_setup, G_TYPE_OBJECT);

enum {
  PROP_HAS_TITLE = 1,
  PROP_HAS_LEGEND,
  PROP_HAS_REFUSALS,
  PROP_HAS_FIGURES,
  PROP_IS_SPREAD,
  PROP_ACROSS,
  PROP_DOWN,
  PROP_PAGE_SETUP,
};

static GParamSpec *properties[PROP_PAGE_SETUP + 1];

static void
set_boolean (ScPrintSetup *self,
             gboolean     *field,
             gboolean      value,
             guint         property)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_count (ScPrintSetup *self,
           guint        *field,
           guint         value,
           guint         property)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
sc_print_setup_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ScPrintSetup *self = SC_PRINT_SETUP (object);

  switch (id)
    {
    case PROP_HAS_TITLE:
      set_boolean (self, &self->has_title, g_value_get_boolean (value), id);
      break;
    case PROP_HAS_LEGEND:
      set_boolean (self, &self->has_legend, g_value_get_boolean (value), id);
      break;
    case PROP_HAS_REFUSALS:
      set_boolean (self, &self->has_refusals, g_value_get_boolean (value), id);
      break;
    case PROP_HAS_FIGURES:
      set_boolean (self, &self->has_figures, g_value_get_boolean (value), id);
      break;
    case PROP_IS_SPREAD:
      set_boolean (self, &self->is_spread, g_value_get_boolean (value), id);
      break;
    case PROP_ACROSS:
      set_count (self, &self->across, g_value_get_uint (value), id);
      break;
    case PROP_DOWN:
      set_count (self, &self->down, g_value_get_uint (value), id);
      break;
    case PROP_PAGE_SETUP:
      sc_print_setup_set_page_setup (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_print_setup_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ScPrintSetup *self = SC_PRINT_SETUP (object);

  switch (id)
    {
    case PROP_HAS_TITLE:
      g_value_set_boolean (value, self->has_title);
      break;
    case PROP_HAS_LEGEND:
      g_value_set_boolean (value, self->has_legend);
      break;
    case PROP_HAS_REFUSALS:
      g_value_set_boolean (value, self->has_refusals);
      break;
    case PROP_HAS_FIGURES:
      g_value_set_boolean (value, self->has_figures);
      break;
    case PROP_IS_SPREAD:
      g_value_set_boolean (value, self->is_spread);
      break;
    case PROP_ACROSS:
      g_value_set_uint (value, self->across);
      break;
    case PROP_DOWN:
      g_value_set_uint (value, self->down);
      break;
    case PROP_PAGE_SETUP:
      g_value_set_object (value, self->page_setup);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_print_setup_dispose (GObject *object)
{
  ScPrintSetup *self = SC_PRINT_SETUP (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->page_setup);
  g_clear_object (&self->printer);
  g_clear_pointer (&self->figures, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_print_setup_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * ScPrintSetup:has-title:
   *
   * Whether the process's name stands above the scheme.
   */
  properties[PROP_HAS_TITLE] = g_param_spec_boolean ("has-title", NULL, NULL, FALSE, flags);
  /**
   * ScPrintSetup:has-legend:
   *
   * Whether a legend stands below the scheme.
   */
  properties[PROP_HAS_LEGEND] = g_param_spec_boolean ("has-legend", NULL, NULL, FALSE, flags);
  /**
   * ScPrintSetup:has-refusals:
   *
   * Whether what happens when a client refuses is shown; at first as in the
   * Scheme view.
   */
  properties[PROP_HAS_REFUSALS] = g_param_spec_boolean ("has-refusals", NULL, NULL, FALSE, flags);
  /**
   * ScPrintSetup:has-figures:
   *
   * Whether what deals tell of the stages is shown, where there is any; at
   * first as in the Scheme view.
   */
  properties[PROP_HAS_FIGURES] = g_param_spec_boolean ("has-figures", NULL, NULL, FALSE, flags);
  /**
   * ScPrintSetup:is-spread:
   *
   * Whether the scheme is spread over several pages.
   */
  properties[PROP_IS_SPREAD] = g_param_spec_boolean ("is-spread", NULL, NULL, FALSE, flags);
  /**
   * ScPrintSetup:across:
   *
   * How many pages lie side by side where the scheme is spread.
   */
  properties[PROP_ACROSS] = g_param_spec_uint ("across", NULL, NULL, 1, SC_PAGES_MAX_SIDE, 1, flags);
  /**
   * ScPrintSetup:down:
   *
   * How many pages lie one below the other where the scheme is spread.
   */
  properties[PROP_DOWN] = g_param_spec_uint ("down", NULL, NULL, 1, SC_PAGES_MAX_SIDE, 1, flags);
  /**
   * ScPrintSetup:page-setup:
   *
   * The paper.
   */
  properties[PROP_PAGE_SETUP] = g_param_spec_object ("page-setup", NULL, NULL, GTK_TYPE_PAGE_SETUP, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sc_print_setup_class_init (ScPrintSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sc_print_setup_set_property;
  object_class->get_property = sc_print_setup_get_property;
  object_class->dispose = sc_print_setup_dispose;

  install_properties (object_class);
}

/* Schemes are wider than high: paper lies until somebody turns it. */
static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *page_setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (page_setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return page_setup;
}

static GKeyFile *
load (GSettings  *settings,
      const char *key)
{
  g_autofree char *stored = g_settings_get_string (settings, key);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (*stored == '\0' || !g_key_file_load_from_data (file, stored, strlen (stored), G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_steal_pointer (&file);
}

static void
store (GSettings  *settings,
       const char *key,
       GKeyFile   *file)
{
  g_autofree char *data = g_key_file_to_data (file, NULL, NULL);

  g_settings_set_string (settings, key, data);
}

static GtkPageSetup *
load_page_setup (GSettings *settings)
{
  g_autoptr (GKeyFile) file = load (settings, "print-page-setup");
  GtkPageSetup *page_setup = NULL;

  if (file != NULL)
    page_setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);

  return page_setup != NULL ? page_setup : make_page_setup ();
}

static GtkPrintSettings *
load_printer (GSettings *settings)
{
  g_autoptr (GKeyFile) file = load (settings, "print-settings");
  GtkPrintSettings *printer = NULL;

  if (file != NULL)
    printer = gtk_print_settings_new_from_key_file (file, NULL, NULL);

  return printer != NULL ? printer : gtk_print_settings_new ();
}

static void
sc_print_setup_init (ScPrintSetup *self)
{
  static const char *const keys[][2] = {
    { "print-title", "has-title" },
    { "print-legend", "has-legend" },
    { "print-spread", "is-spread" },
    { "print-across", "across" },
    { "print-down", "down" },
  };

  self->across = 1;
  self->down = 1;
  self->settings = g_settings_new (APPLICATION_ID);
  self->page_setup = load_page_setup (self->settings);
  self->printer = load_printer (self->settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (self->settings, keys[i][0], self, keys[i][1], G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-refusals", self, "has-refusals", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "show-figures", self, "has-figures", G_SETTINGS_BIND_GET);
}

/**
 * sc_print_setup_new:
 *
 * Returns: (transfer full): the setup as it was left the last time
 */
ScPrintSetup *
sc_print_setup_new (void)
{
  return g_object_new (SC_TYPE_PRINT_SETUP, NULL);
}

/**
 * sc_print_setup_get_page_setup:
 * @self: a print setup
 *
 * Returns: (transfer none): the paper; change a copy
 */
GtkPageSetup *
sc_print_setup_get_page_setup (ScPrintSetup *self)
{
  g_return_val_if_fail (SC_IS_PRINT_SETUP (self), NULL);

  return self->page_setup;
}

/**
 * sc_print_setup_set_page_setup:
 * @self: a print setup
 * @page_setup: the paper, which is not changed from now on
 */
void
sc_print_setup_set_page_setup (ScPrintSetup *self,
                               GtkPageSetup *page_setup)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_if_fail (SC_IS_PRINT_SETUP (self));
  g_return_if_fail (GTK_IS_PAGE_SETUP (page_setup));

  if (!g_set_object (&self->page_setup, page_setup))
    return;

  file = g_key_file_new ();
  gtk_page_setup_to_key_file (page_setup, file, NULL);
  store (self->settings, "print-page-setup", file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_SETUP]);
}

/**
 * sc_print_setup_get_printer:
 * @self: a print setup
 *
 * Returns: (transfer none): what was last chosen about the printer
 */
GtkPrintSettings *
sc_print_setup_get_printer (ScPrintSetup *self)
{
  g_return_val_if_fail (SC_IS_PRINT_SETUP (self), NULL);

  return self->printer;
}

/**
 * sc_print_setup_set_printer:
 * @self: a print setup
 * @printer: what was chosen about the printer
 */
void
sc_print_setup_set_printer (ScPrintSetup     *self,
                            GtkPrintSettings *printer)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_if_fail (SC_IS_PRINT_SETUP (self));
  g_return_if_fail (GTK_IS_PRINT_SETTINGS (printer));

  file = g_key_file_new ();
  g_set_object (&self->printer, printer);
  gtk_print_settings_to_key_file (printer, file, NULL);
  store (self->settings, "print-settings", file);
}

/**
 * sc_print_setup_wants_figures:
 * @self: a print setup
 *
 * Returns: whether what deals tell of stages is to be printed
 */
gboolean
sc_print_setup_wants_figures (ScPrintSetup *self)
{
  g_return_val_if_fail (SC_IS_PRINT_SETUP (self), FALSE);

  return self->has_figures;
}

/**
 * sc_print_setup_set_figures:
 * @self: a print setup
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of stages, which is not
 *   changed any more; it is printed where figures are wanted
 */
void
sc_print_setup_set_figures (ScPrintSetup *self,
                            GPtrArray    *figures)
{
  g_return_if_fail (SC_IS_PRINT_SETUP (self));

  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = figures != NULL ? g_ptr_array_ref (figures) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_FIGURES]);
}

/**
 * sc_print_setup_get_options:
 * @self: a print setup
 * @title: the process's name
 * @width: the width of what can be printed on of a page, in points
 * @height: its height
 *
 * Returns: how a scheme is laid on paper; it holds @title as it is
 */
ScPagesOptions
sc_print_setup_get_options (ScPrintSetup *self,
                            const char   *title,
                            double        width,
                            double        height)
{
  return (ScPagesOptions) {
           .title = title,
           .date = sc_clock_today (),
           .has_title = self->has_title,
           .has_legend = self->has_legend,
           .across = self->is_spread ? self->across : 1,
           .down = self->is_spread ? self->down : 1,
           .width = width,
           .height = height,
           .has_refusals = self->has_refusals,
           .figures = self->has_figures ? self->figures : NULL,
  };
}
