/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows how a table is about to be read: its columns, the order of its dates, its
 * amounts, where its deals stand, and its first rows as they will come in. What was
 * guessed says so, and what is left open is asked for. */

#include "importing/sc-import-form.h"

#include <glib/gi18n-lib.h>

#include "exchange/sc-import-entry.h"
#include "importing/sc-date-order-row.h"
#include "importing/sc-decimal-mark-row.h"
#include "importing/sc-encoding-row.h"
#include "importing/sc-import-columns.h"
#include "importing/sc-import-preview.h"
#include "importing/sc-import-stages.h"
#include "model/sc-preferred-currency.h"
#include "toolkit/sc-into-view.h"
#include "toolkit/sc-plain-text.h"

struct _ScImportForm
{
  AdwBin parent_instance;

  AdwBanner *stages_banner;
  AdwPreferencesGroup *history_group;
  AdwSwitchRow *history_row;
  AdwPreferencesGroup *encoding_group;
  ScEncodingRow *encoding_row;
  ScImportColumns *columns_group;
  AdwPreferencesGroup *dates_group;
  ScDateOrderRow *dates_row;
  AdwPreferencesGroup *currency_group;
  AdwEntryRow *currency_row;
  ScDecimalMarkRow *decimal_mark_row;
  ScImportStages *stages;
  ScImportPreview *preview;

  ScVersion *version;
  ScImportScan *scan;
  ScImportMapping *mapping;
  char *summary;
  char *open_question;
  gboolean is_loading;
};

/* What is open, in the order in which it is asked for. */
typedef enum {
  QUESTION_NONE,
  QUESTION_ROWS,
  QUESTION_LETTERS,
  QUESTION_COLUMN,
  QUESTION_DATES,
  QUESTION_CURRENCY,
  QUESTION_DECIMAL_MARK,
  QUESTION_STAGES,
} Question;

enum {
  PROP_0,
  PROP_IS_READY,
  PROP_OPEN_QUESTION,
  N_PROPS,
};

enum {
  SIGNAL_ENCODING_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScImportForm, sc_import_form, ADW_TYPE_BIN);

/* Whether dates and amounts can be read in one way only. */
static gboolean
is_clear (ScImportForm *self)
{
  return sc_import_mapping_find_unclear (self->mapping, self->scan) < 0
         && sc_import_mapping_find_unclear_amounts (self->mapping, self->scan) < 0;
}

static gboolean
needs_currency (ScImportForm *self)
{
  return !self->mapping->is_history && sc_import_mapping_has_field (self->mapping, SC_IMPORT_VALUE)
         && self->mapping->currency[0] == '\0';
}

/* Which column has to be named; %NULL where all that are needed are. */
static const char *
find_missing_column (ScImportForm *self)
{
  if (self->mapping->is_history && !sc_import_mapping_is_whole_history (self->mapping))
    return _("Choose the columns with the deal’s id, the stage, and the day on which the deal came into it.");
  if (!self->mapping->is_history && !sc_import_mapping_has_name (self->mapping))
    return _("Choose the column with the title of the deal, or with its company.");

  return NULL;
}

/* What has to be answered first. */
static Question
find_question (ScImportForm *self)
{
  if (self->scan->n_rows == 0)
    return QUESTION_ROWS;
  if (self->scan->format.is_untold)
    return QUESTION_LETTERS;
  if (find_missing_column (self) != NULL)
    return QUESTION_COLUMN;
  if (sc_import_mapping_find_unclear (self->mapping, self->scan) >= 0)
    return QUESTION_DATES;
  if (needs_currency (self))
    return QUESTION_CURRENCY;
  if (sc_import_mapping_find_unclear_amounts (self->mapping, self->scan) >= 0)
    return QUESTION_DECIMAL_MARK;

  return sc_import_stages_count_open (self->stages) > 0 ? QUESTION_STAGES : QUESTION_NONE;
}

/* %NULL where nothing has to be answered. */
static const char *
describe_question (ScImportForm *self)
{
  static const char *const sentences[] = {
    [QUESTION_NONE] = NULL,
    [QUESTION_ROWS] = N_("The table has no rows."),
    [QUESTION_LETTERS] = N_("Choose the encoding of the table."),
    [QUESTION_DATES] = N_("Choose how the dates are written."),
    [QUESTION_CURRENCY] = N_("Choose the currency of the amounts."),
    [QUESTION_DECIMAL_MARK] = N_("Choose the decimal mark of the amounts."),
    [QUESTION_STAGES] = N_("Choose the stages of the deals."),
  };
  Question question = find_question (self);

  if (question == QUESTION_COLUMN)
    return find_missing_column (self);

  return sentences[question] != NULL ? _(sentences[question]) : NULL;
}

static void
update_ready (ScImportForm *self)
{
  gboolean was_ready = self->open_question == NULL;
  const char *missing = find_missing_column (self);

  sc_plain_text_set_group_description (ADW_PREFERENCES_GROUP (self->columns_group), missing != NULL ? missing : self->summary);
  if (!g_set_str (&self->open_question, describe_question (self)))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN_QUESTION]);
  if (was_ready != (self->open_question == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READY]);
}

/* Rows whose stage leads nowhere, said before they are missed. */
static void
update_banner (ScImportForm *self)
{
  guint n_open = sc_import_stages_count_open (self->stages);
  guint n_left_out = sc_import_stages_count_left_out (self->stages);
  g_autofree char *title = NULL;

  if (n_open > 0)
    /* Translators: of so many rows of a table. */
    title = g_strdup_printf (ngettext ("The stage of %1$'u of %2$'u rows is not known.",
                                       "The stages of %1$'u of %2$'u rows are not known.", n_open),
                             n_open, self->scan->n_rows);
  else
    /* Translators: of so many rows of a table. */
    title = g_strdup_printf (ngettext ("%1$'u of %2$'u rows will be skipped.",
                                       "%1$'u of %2$'u rows will be skipped.", n_left_out),
                             n_left_out, self->scan->n_rows);
  adw_banner_set_title (self->stages_banner, title);
  adw_banner_set_revealed (self->stages_banner, n_open + n_left_out > 0);
}

static void
show_stages_cb (ScImportForm *self)
{
  sc_import_stages_show_unread (self->stages);
}

/* Dates and amounts that nobody can read yet would only be in the way. */
static void
update_preview (ScImportForm *self)
{
  if (is_clear (self))
    sc_import_preview_show (self->preview, self->scan, self->mapping, self->version);
  else
    sc_import_preview_clear (self->preview);
}

static void
update (ScImportForm *self)
{
  if (self->is_loading)
    return;

  sc_date_order_row_take (self->dates_row, self->mapping, self->scan);
  gtk_widget_set_visible (GTK_WIDGET (self->dates_group), gtk_widget_get_visible (GTK_WIDGET (self->dates_row)));
  sc_decimal_mark_row_take (self->decimal_mark_row, self->mapping, self->scan);
  sc_import_stages_take (self->stages, self->mapping);
  update_banner (self);
  gtk_widget_set_visible (GTK_WIDGET (self->currency_group), sc_import_mapping_has_field (self->mapping, SC_IMPORT_VALUE));
  update_ready (self);
  update_preview (self);
}

static gboolean
decides_stages (ScImportField field)
{
  return field == SC_IMPORT_STAGE || field == SC_IMPORT_STATUS;
}

static void
field_chosen_cb (ScImportForm *self,
                 guint         column,
                 guint         field)
{
  ScImportField before = self->mapping->fields[column];

  sc_import_mapping_set_field (self->mapping, column, field);
  if (decides_stages (before) || decides_stages (field))
    sc_import_stages_set_table (self->stages, self->version, self->scan, self->mapping);
  update (self);
}

static void
choice_changed_cb (ScImportForm *self)
{
  if (self->scan != NULL)
    update (self);
}

/* The table has to be read anew, which takes a while. */
static void
encoding_chosen_cb (ScImportForm *self)
{
  const char *encoding = sc_encoding_row_get_encoding (self->encoding_row);

  if (self->scan == NULL || self->is_loading || encoding == NULL)
    return;

  if (self->scan->format.is_untold || g_ascii_strcasecmp (encoding, self->scan->format.encoding) != 0)
    g_signal_emit (self, signals[SIGNAL_ENCODING_CHOSEN], 0, encoding);
}

static void
currency_changed_cb (ScImportForm *self)
{
  g_autofree char *code = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency_row)), -1);
  gboolean is_valid = sc_currency_is_valid (code);

  if (self->mapping == NULL)
    return;

  g_strlcpy (self->mapping->currency, is_valid ? code : "", sizeof self->mapping->currency);
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->currency_row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  update (self);
}

/* How the table seems to be read, as deals or as their history. */
static void
guess (ScImportForm *self,
       gboolean      is_history)
{
  g_clear_pointer (&self->mapping, sc_import_mapping_free);
  self->mapping = is_history ? sc_import_guess_history (self->scan) : sc_import_guess_mapping (self->scan);
  if (!is_history)
    sc_import_mapping_leave_out_unknown_entries (self->mapping, self->version, (const char *const *) self->scan->headers);

  sc_import_columns_set_table (self->columns_group, self->scan, self->mapping);
  sc_import_stages_set_table (self->stages, self->version, self->scan, self->mapping);
}

static void
history_switched_cb (ScImportForm *self)
{
  if (self->is_loading || self->scan == NULL)
    return;

  self->is_loading = TRUE;
  guess (self, adw_switch_row_get_active (self->history_row));
  self->is_loading = FALSE;
  currency_changed_cb (self);
}

static void
sc_import_form_dispose (GObject *object)
{
  ScImportForm *self = SC_IMPORT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_IMPORT_FORM);

  G_OBJECT_CLASS (sc_import_form_parent_class)->dispose (object);
}

static void
sc_import_form_finalize (GObject *object)
{
  ScImportForm *self = SC_IMPORT_FORM (object);

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->scan, sc_import_scan_free);
  g_clear_pointer (&self->mapping, sc_import_mapping_free);
  g_free (self->summary);
  g_free (self->open_question);

  G_OBJECT_CLASS (sc_import_form_parent_class)->finalize (object);
}

static void
sc_import_form_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_IS_READY:
      g_value_set_boolean (value, SC_IMPORT_FORM (object)->open_question == NULL);
      break;

    case PROP_OPEN_QUESTION:
      g_value_set_string (value, SC_IMPORT_FORM (object)->open_question);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* What is to be answered has it, not the banner above. */
static gboolean
sc_import_form_grab_focus (GtkWidget *widget)
{
  ScImportForm *self = SC_IMPORT_FORM (widget);
  GtkWidget *const answers[] = {
    [QUESTION_LETTERS] = GTK_WIDGET (self->encoding_row),
    [QUESTION_DATES] = GTK_WIDGET (self->dates_row),
    [QUESTION_CURRENCY] = GTK_WIDGET (self->currency_row),
    [QUESTION_DECIMAL_MARK] = GTK_WIDGET (self->decimal_mark_row),
    [QUESTION_STAGES] = NULL,
  };
  Question question = self->mapping != NULL ? find_question (self) : QUESTION_LETTERS;

  if (question == QUESTION_STAGES)
    return sc_import_stages_show_unread (self->stages);
  if (answers[question] == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->columns_group));

  sc_into_view_bring (answers[question]);

  return gtk_widget_grab_focus (answers[question]);
}

static void
sc_import_form_class_init (ScImportFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_import_form_dispose;
  object_class->finalize = sc_import_form_finalize;
  object_class->get_property = sc_import_form_get_property;
  widget_class->grab_focus = sc_import_form_grab_focus;

  properties[PROP_IS_READY] =
    g_param_spec_boolean ("is-ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN_QUESTION] =
    g_param_spec_string ("open-question", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ENCODING_CHOSEN] =
    g_signal_new ("encoding-chosen", SC_TYPE_IMPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SC_TYPE_DATE_ORDER_ROW);
  g_type_ensure (SC_TYPE_DECIMAL_MARK_ROW);
  g_type_ensure (SC_TYPE_ENCODING_ROW);
  g_type_ensure (SC_TYPE_IMPORT_COLUMNS);
  g_type_ensure (SC_TYPE_IMPORT_STAGES);
  g_type_ensure (SC_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, stages_banner);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, history_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, history_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, encoding_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, columns_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, dates_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, dates_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, currency_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, currency_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, decimal_mark_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, stages);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, preview);
  gtk_widget_class_bind_template_callback (widget_class, show_stages_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
}

static void
sc_import_form_init (ScImportForm *self)
{
  /* Until there is a table, there is nothing to say, and nothing to import. */
  self->open_question = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the table is, in a line. */
static char *
summarize (const ScImportScan *scan)
{
  const char *program = sc_import_recognize_program ((const char *const *) scan->headers);
  g_autofree char *base = g_path_get_basename (scan->path);
  g_autofree char *name = g_filename_display_name (base);

  if (program != NULL)
    /* Translators: a file's name, how many rows it has, the program that it is from. */
    return g_strdup_printf (ngettext ("“%1$s” has %2$'u row, and seems to be from %3$s.",
                                      "“%1$s” has %2$'u rows, and seems to be from %3$s.", scan->n_rows),
                            name, scan->n_rows, program);

  return g_strdup_printf (ngettext ("“%1$s” has %2$'u row.", "“%1$s” has %2$'u rows.", scan->n_rows), name, scan->n_rows);
}

/* What the table says for all of its rows; else what deals are in. */
static const char *
choose_currency (ScImportForm *self,
                 const char   *of_deals)
{
  char own[4];

  g_strlcpy (self->mapping->currency, of_deals != NULL ? of_deals : sc_preferred_currency_get (), sizeof self->mapping->currency);
  if (sc_import_mapping_find_currency (self->mapping, self->scan, own))
    g_strlcpy (self->mapping->currency, own, sizeof own);

  return self->mapping->currency;
}

/**
 * sc_import_form_set_table:
 * @self: a form
 * @version: the version along which deals are worked
 * @currency: (nullable): what deals are in along which they go
 * @scan: (transfer full): a look at the table
 *
 * Shows how the table seems to be read.
 */
void
sc_import_form_set_table (ScImportForm    *self,
                          const ScVersion *version,
                          const char      *currency,
                          ScImportScan    *scan)
{
  gboolean is_history;

  g_return_if_fail (SC_IS_IMPORT_FORM (self));

  self->is_loading = TRUE;
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->scan, sc_import_scan_free);
  self->version = sc_version_ref ((ScVersion *) version);
  self->scan = scan;
  g_free (self->summary);
  self->summary = summarize (scan);
  sc_import_form_show_encoding (self);
  is_history = sc_import_is_history (scan);
  gtk_widget_set_visible (GTK_WIDGET (self->history_group), is_history);
  adw_switch_row_set_active (self->history_row, is_history);
  guess (self, is_history);
  gtk_editable_set_text (GTK_EDITABLE (self->currency_row), choose_currency (self, currency));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->dates_row), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->decimal_mark_row), 0);
  self->is_loading = FALSE;
  currency_changed_cb (self);
}

/**
 * sc_import_form_show_encoding:
 * @self: a form
 *
 * Shows in which encoding the table is read, if there is one, again after another
 * was chosen in which it could not be read.
 */
void
sc_import_form_show_encoding (ScImportForm *self)
{
  gboolean is_shown, was_loading = self->is_loading;

  g_return_if_fail (SC_IS_IMPORT_FORM (self));

  if (self->scan == NULL)
    return;

  is_shown = !g_str_equal (self->scan->format.encoding, "UTF-8");
  self->is_loading = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_group), is_shown);
  if (is_shown)
    sc_encoding_row_show (self->encoding_row, &self->scan->format);
  /* Beside the row's value there is no room for it in a narrow window. */
  adw_preferences_group_set_description (self->encoding_group,
                                         self->scan->format.is_untold ? _("The encoding of the table is not known.")
                                         : _("If letters are wrong below, choose another."));
  self->is_loading = was_loading;
}

/**
 * sc_import_form_set_version:
 * @self: a form with a table
 * @version: what is published by now
 *
 * Shows the stages as they are now. What was chosen stays; what led to a stage
 * that is gone is open until another is chosen.
 */
void
sc_import_form_set_version (ScImportForm    *self,
                            const ScVersion *version)
{
  g_return_if_fail (SC_IS_IMPORT_FORM (self));
  g_return_if_fail (self->mapping != NULL);

  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_version_ref ((ScVersion *) version);
  sc_import_stages_set_version (self->stages, self->version);
  update (self);
}

/**
 * sc_import_form_get_version:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the version whose stages it shows
 */
const ScVersion *
sc_import_form_get_version (ScImportForm *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_FORM (self), NULL);

  return self->version;
}

/**
 * sc_import_form_get_scan:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the look at the table that it shows
 */
const ScImportScan *
sc_import_form_get_scan (ScImportForm *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_FORM (self), NULL);

  return self->scan;
}

/**
 * sc_import_form_get_mapping:
 * @self: a form with a table
 *
 * Returns: (transfer full): how the table is to be read
 */
ScImportMapping *
sc_import_form_get_mapping (ScImportForm *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_FORM (self), NULL);

  return sc_import_mapping_copy (self->mapping);
}

/**
 * sc_import_form_is_ready:
 * @self: a form
 *
 * Returns: whether nothing is left open
 */
gboolean
sc_import_form_is_ready (ScImportForm *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_FORM (self), FALSE);

  return self->open_question == NULL;
}
