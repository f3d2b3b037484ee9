/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "importing/sc-import-form.h"

#include <glib/gi18n-lib.h>

#include "importing/sc-decimal-mark-row.h"
#include "method/sc-order.h"
#include "method/sc-stage-names.h"
#include "widgets/sc-plain-text.h"
#include "widgets/sc-preferred-currency.h"

/* Rows of the table that are shown as deals. */
#define N_PREVIEW_ROWS 5

/* Characters of a text that stands for a column. */
#define MAX_SAMPLE 60

/* What a text of the stage column can lead to besides stages, in front of and
 * behind them in the list. */
enum {
  CHOICE_LEAVE_OUT,
  N_CHOICES_BEFORE,
};

static const ScTargetKind choices_behind[] = { SC_TARGET_OPEN, SC_TARGET_WON, SC_TARGET_LOST, SC_TARGET_COMPLETED };

struct _ScImportForm
{
  AdwBin parent_instance;

  AdwBanner *left_out_banner;
  GtkWidget *page;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *dates_group;
  AdwComboRow *dates_row;
  AdwPreferencesGroup *currency_group;
  AdwEntryRow *currency_row;
  ScDecimalMarkRow *decimal_mark_row;
  AdwPreferencesGroup *stages_group;
  AdwPreferencesGroup *preview_group;
  GtkListBox *preview_list;

  ScVersion *version;
  ScImportScan *scan;
  ScImportMapping *mapping;
  char *summary;
  GPtrArray *column_rows;
  GPtrArray *stage_rows;
  int stage_column;
  gboolean is_ready;
  gboolean is_loading;
};

enum {
  PROP_0,
  PROP_IS_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScImportForm, sc_import_form, ADW_TYPE_BIN);

static void
add_preview (ScImportForm *self,
             const char   *title,
             const char   *subtitle,
             const char   *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_list_box_append (self->preview_list, row);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_date (GString    *text,
             const char *format,
             ScDate      date)
{
  g_autofree char *day = sc_date_to_text (date);
  g_autofree char *part = g_strdup_printf (format, day);

  if (date != SC_DATE_NONE)
    append_part (text, part);
}

static void
preview_deal (ScImportForm      *self,
              const ScImportRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = sc_money_to_text (row->value);
  const ScStage *stage = sc_version_find_stage (self->version, row->stage_id, NULL);
  const char *const titles[] = { row->title, row->company, row->person, row->external_id };
  const char *title = "";

  for (guint i = 0; i < G_N_ELEMENTS (titles) && title[0] == '\0'; i++)
    title = titles[i];

  append_part (text, row->company);
  append_part (text, stage != NULL ? stage->name : NULL);
  append_part (text, sc_deal_status_get_title (row->status));
  append_part (text, value);
  append_part (text, row->owner);
  append_date (text, C_("deal", "from %s"), row->started);
  append_date (text, C_("deal", "closed %s"), row->closed);
  append_date (text, C_("deal", "expected %s"), row->expected_close);
  add_preview (self, title, text->str, NULL);
}

/* Shows what is refused in its place among the rows that are taken. */
static guint
preview_refusals (ScImportForm   *self,
                  ScImportSource *source)
{
  g_autoptr (GPtrArray) refusals = sc_import_source_steal_refusals (source);

  for (guint i = 0; i < refusals->len; i++)
    {
      const ScRefusal *refusal = refusals->pdata[i];
      g_autofree char *title = g_strdup_printf (_("Line %u is left out"), refusal->line);

      add_preview (self, title, refusal->reason, "dialog-warning-symbolic");
    }

  return refusals->len;
}

/* Whether dates and amounts can be read in one way only. */
static gboolean
is_clear (ScImportForm *self)
{
  return sc_import_mapping_find_unclear (self->mapping, self->scan) < 0
         && sc_import_mapping_find_unclear_amounts (self->mapping, self->scan) < 0;
}

static void
update_preview (ScImportForm *self)
{
  g_autoptr (ScImportSource) source = NULL;
  guint n_rows = 0;
  ScImportRow row;

  gtk_list_box_remove_all (self->preview_list);
  /* Dates and amounts that nobody can read yet would only be in the way. */
  if (is_clear (self))
    source = sc_import_source_open (self->scan->path, self->mapping, self->version, NULL, NULL);
  while (source != NULL && n_rows < N_PREVIEW_ROWS)
    {
      gboolean has_row = sc_import_source_next (source, &row, NULL);

      n_rows += preview_refusals (self, source);
      if (!has_row)
        break;
      preview_deal (self, &row);
      n_rows++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), n_rows > 0);
}

static gboolean
has_name (ScImportForm *self)
{
  return sc_import_mapping_has_name (self->mapping);
}

static void
update_ready (ScImportForm *self)
{
  gboolean is_ready = self->scan->n_rows > 0 && has_name (self) &&
                      is_clear (self) &&
                      (!sc_import_mapping_has_field (self->mapping, SC_IMPORT_VALUE) || self->mapping->currency[0] != '\0');

  sc_plain_text_set_group_description (self->columns_group,
                                       has_name (self) ? self->summary
                                       : _("Say which column is the title of the deal, or its company."));
  if (self->is_ready == is_ready)
    return;

  self->is_ready = is_ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READY]);
}

/* What the dates tell by themselves; asked for only where that is not enough. */
static void
update_dates (ScImportForm *self)
{
  guint selected = adw_combo_row_get_selected (self->dates_row);
  int unclear;
  ScDate date;

  sc_import_mapping_take_orders (self->mapping, self->scan, SC_DATE_ORDER_UNKNOWN);
  unclear = sc_import_mapping_find_unclear (self->mapping, self->scan);
  gtk_widget_set_visible (GTK_WIDGET (self->dates_group), unclear >= 0);
  if (unclear < 0)
    return;

  if (selected > 0 && selected < SC_N_DATE_ORDERS)
    sc_import_mapping_take_orders (self->mapping, self->scan, (ScDateOrder) selected);

  {
    const char *example = sc_import_scan_get_column (self->scan, (guint) unclear)->dates.example;
    g_autofree char *subtitle = NULL;

    if (sc_date_order_read ((ScDateOrder) selected, example, &date))
      {
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sc_date_to_instant (date) / G_USEC_PER_SEC);
        g_autofree char *reading = g_date_time_format (time, "%-d %B %Y");

        /* Translators: the first %s is a date as a table has it, the second the same spelled out. */
        subtitle = g_strdup_printf (_("%1$s is read as %2$s"), example, reading);
      }
    else
      {
        subtitle = g_strdup_printf (_("For example: %s"), example);
      }
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->dates_row), subtitle);
  }
}

static gboolean
is_left_out (ScImportForm *self,
             guint         index)
{
  return adw_combo_row_get_selected (self->stage_rows->pdata[index]) == CHOICE_LEAVE_OUT;
}

/* Rows whose stage leads nowhere, said before they are missed. */
static void
update_left_out (ScImportForm *self)
{
  const ScScanColumn *column = self->stage_column < 0
                               ? NULL : sc_import_scan_get_column (self->scan, (guint) self->stage_column);
  g_autofree char *title = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < self->stage_rows->len; i++)
    if (is_left_out (self, i))
      n_rows += ((ScScanValue *) column->values->pdata[i])->n_rows;

  /* Translators: of so many rows of a table. */
  title = g_strdup_printf (ngettext ("%1$'u of %2$'u rows will be left out: its stage is not known.",
                                     "%1$'u of %2$'u rows will be left out: their stages are not known.", n_rows),
                           n_rows, self->scan->n_rows);
  adw_banner_set_title (self->left_out_banner, title);
  adw_banner_set_revealed (self->left_out_banner, n_rows > 0);
}

static void
show_left_out_cb (ScImportForm *self)
{
  for (guint i = 0; i < self->stage_rows->len; i++)
    if (is_left_out (self, i))
      {
        gtk_widget_grab_focus (self->stage_rows->pdata[i]);
        return;
      }
}

static void
update (ScImportForm *self)
{
  if (self->is_loading)
    return;

  update_dates (self);
  sc_decimal_mark_row_take (self->decimal_mark_row, self->mapping, self->scan);
  update_left_out (self);
  gtk_widget_set_visible (GTK_WIDGET (self->currency_group), sc_import_mapping_has_field (self->mapping, SC_IMPORT_VALUE));
  update_ready (self);
  update_preview (self);
}

static guint
find_row (GPtrArray *rows,
          gpointer   row)
{
  guint index = 0;

  g_ptr_array_find (rows, row, &index);

  return index;
}

static void
stage_chosen_cb (ScImportForm *self,
                 GParamSpec   *pspec,
                 AdwComboRow  *row)
{
  const ScScanColumn *column = sc_import_scan_get_column (self->scan, (guint) self->stage_column);
  const ScScanValue *value = column->values->pdata[find_row (self->stage_rows, row)];
  guint selected = adw_combo_row_get_selected (row);
  guint n_stages = self->version->stages->len;

  if (selected == CHOICE_LEAVE_OUT)
    sc_import_mapping_set_target (self->mapping, value->text, SC_TARGET_NONE, NULL);
  else if (selected < N_CHOICES_BEFORE + n_stages)
    sc_import_mapping_set_target (self->mapping, value->text, SC_TARGET_STAGE,
                                  sc_version_get_stage (self->version, selected - N_CHOICES_BEFORE)->id);
  else if (selected - N_CHOICES_BEFORE - n_stages < G_N_ELEMENTS (choices_behind))
    sc_import_mapping_set_target (self->mapping, value->text, choices_behind[selected - N_CHOICES_BEFORE - n_stages], NULL);

  update (self);
}

static GListModel *
make_choices (ScImportForm *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Leave out"));
  for (guint i = 0; i < self->version->stages->len; i++)
    gtk_string_list_append (choices, sc_version_get_stage (self->version, i)->name);
  gtk_string_list_append (choices, _("Open, in the first stage"));
  gtk_string_list_append (choices, _("Won"));
  gtk_string_list_append (choices, _("Lost"));
  gtk_string_list_append (choices, _("Completed"));

  return G_LIST_MODEL (choices);
}

/* By name; else by the kinds of step that the text speaks of, which a person
 * sees and can change. */
static guint
guess_choice (ScImportForm *self,
              const char   *text)
{
  ScTargetKind kind;
  const char *stage_id;
  ScKindSet kinds;
  guint position;

  if (sc_target_guess (self->version, text, &kind, &stage_id))
    {
      if (kind == SC_TARGET_STAGE && sc_version_find_stage (self->version, stage_id, &position) != NULL)
        return N_CHOICES_BEFORE + position;
      for (guint i = 0; i < G_N_ELEMENTS (choices_behind); i++)
        if (choices_behind[i] == kind)
          return N_CHOICES_BEFORE + self->version->stages->len + i;
    }

  kinds = sc_recognize_kinds (text) & ~SC_KIND_BIT (SC_KIND_OTHER);
  if (kinds == 0)
    return CHOICE_LEAVE_OUT;
  for (guint i = 0; i < self->version->stages->len; i++)
    if ((sc_version_get_stage (self->version, i)->kinds & kinds) != 0)
      return N_CHOICES_BEFORE + i;

  /* The process has no such step: where it would have come in. */
  position = sc_order_find_place (self->version, sc_order_get_first_kind (kinds, &self->version->aspects));

  return N_CHOICES_BEFORE + MIN (MAX (position, 1), self->version->stages->len) - 1;
}

/* What was chosen before, while there is such a stage. */
static guint
find_choice (ScImportForm   *self,
             const ScTarget *target)
{
  guint position;

  if (target->kind == SC_TARGET_STAGE && sc_version_find_stage (self->version, target->stage_id, &position) != NULL)
    return N_CHOICES_BEFORE + position;
  for (guint i = 0; i < G_N_ELEMENTS (choices_behind); i++)
    if (choices_behind[i] == target->kind)
      return N_CHOICES_BEFORE + self->version->stages->len + i;

  return CHOICE_LEAVE_OUT;
}

static void
add_stage_row (ScImportForm      *self,
               const ScScanValue *value,
               const ScTarget    *chosen)
{
  g_autoptr (GListModel) choices = make_choices (self);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u row", "%'u rows", value->n_rows), value->n_rows);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value->text[0] != '\0' ? value->text : _("(empty)"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  g_ptr_array_add (self->stage_rows, row);
  adw_preferences_group_add (self->stages_group, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (stage_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              chosen != NULL ? find_choice (self, chosen) : guess_choice (self, value->text));
  stage_chosen_cb (self, NULL, ADW_COMBO_ROW (row));
}

static void
remove_rows (AdwPreferencesGroup *group,
             GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static int
find_stage_column (ScImportForm *self)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    if (self->mapping->fields[i] == SC_IMPORT_STAGE)
      return (int) i;

  return -1;
}

/* @chosen: (nullable): what was chosen for these texts already. */
static void
fill_stages (ScImportForm          *self,
             const ScImportMapping *chosen)
{
  int stage_column = self->stage_column;
  const GPtrArray *values;

  remove_rows (self->stages_group, self->stage_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->stages_group), stage_column >= 0);
  if (stage_column < 0)
    return;

  values = sc_import_scan_get_column (self->scan, (guint) stage_column)->values;
  adw_preferences_group_set_description (self->stages_group,
                                         values != NULL ? _("Where deals stand whose stage column has this.")
                                         : _("This column has too many different texts to be the stage."));
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const ScScanValue *value = values->pdata[i];

      add_stage_row (self, value, chosen != NULL ? sc_import_mapping_get_target (chosen, value->text) : NULL);
    }
}

static void
load_stages (ScImportForm *self)
{
  int stage_column = find_stage_column (self);

  if (stage_column == self->stage_column)
    return;

  self->stage_column = stage_column;
  fill_stages (self, NULL);
}

static void
field_chosen_cb (ScImportForm *self,
                 GParamSpec   *pspec,
                 AdwComboRow  *row)
{
  guint selected = adw_combo_row_get_selected (row);
  gboolean was_loading = self->is_loading;

  sc_import_mapping_set_field (self->mapping, find_row (self->column_rows, row),
                               selected == 0 || selected > SC_N_IMPORT_FIELDS ? SC_IMPORT_NOTHING
                                                                              : (ScImportField) (selected - 1));
  self->is_loading = TRUE;
  load_stages (self);
  self->is_loading = was_loading;
  update (self);
}

/* A line of a text that may have many. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  return g_utf8_strlen (line, -1) > MAX_SAMPLE ? g_utf8_truncate_middle (line, MAX_SAMPLE) : g_steal_pointer (&line);
}

static void
add_column_row (ScImportForm *self,
                guint         index)
{
  const ScScanColumn *column = sc_import_scan_get_column (self->scan, index);
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);
  ScImportField field = self->mapping->fields[index];
  g_autofree char *sample = shorten (column->sample != NULL ? column->sample : _("(empty)"));
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (fields, sc_import_field_get_title (SC_IMPORT_NOTHING));
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    gtk_string_list_append (fields, sc_import_field_get_title (i));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->header);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (fields));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), field == SC_IMPORT_NOTHING ? 0 : field + 1);
  g_ptr_array_add (self->column_rows, row);
  adw_preferences_group_add (self->columns_group, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
choice_changed_cb (ScImportForm *self)
{
  if (self->scan != NULL)
    update (self);
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
  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->stage_rows);

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
      g_value_set_boolean (value, SC_IMPORT_FORM (object)->is_ready);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* What is to be answered has it, not the banner above. */
static gboolean
sc_import_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (SC_IMPORT_FORM (widget)->page, GTK_DIR_TAB_FORWARD);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SC_TYPE_DECIMAL_MARK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, left_out_banner);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, page);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, columns_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, dates_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, dates_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, currency_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, currency_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, decimal_mark_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, stages_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, preview_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportForm, preview_list);
  gtk_widget_class_bind_template_callback (widget_class, show_left_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
}

static void
sc_import_form_init (ScImportForm *self)
{
  self->column_rows = g_ptr_array_new ();
  self->stage_rows = g_ptr_array_new ();
  self->stage_column = -1;
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
  g_return_if_fail (SC_IS_IMPORT_FORM (self));

  self->is_loading = TRUE;
  remove_rows (self->columns_group, self->column_rows);
  remove_rows (self->stages_group, self->stage_rows);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->scan, sc_import_scan_free);
  g_clear_pointer (&self->mapping, sc_import_mapping_free);
  self->version = sc_version_ref ((ScVersion *) version);
  self->scan = scan;
  self->mapping = sc_import_guess_mapping (scan);
  g_free (self->summary);
  self->summary = summarize (scan);
  self->stage_column = -1;
  gtk_widget_set_visible (GTK_WIDGET (self->stages_group), FALSE);
  for (guint i = 0; i < scan->columns->len; i++)
    add_column_row (self, i);
  load_stages (self);
  gtk_editable_set_text (GTK_EDITABLE (self->currency_row), currency != NULL ? currency : sc_preferred_currency_get ());
  adw_combo_row_set_selected (self->dates_row, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->decimal_mark_row), 0);
  self->is_loading = FALSE;
  currency_changed_cb (self);
}

/**
 * sc_import_form_set_version:
 * @self: a form with a table
 * @version: what is published by now
 *
 * Shows the stages as they are now. What was chosen stays; what led to a stage
 * that is gone is left out until another is chosen.
 */
void
sc_import_form_set_version (ScImportForm    *self,
                            const ScVersion *version)
{
  g_autoptr (ScImportMapping) chosen = NULL;

  g_return_if_fail (SC_IS_IMPORT_FORM (self));
  g_return_if_fail (self->mapping != NULL);

  chosen = sc_import_mapping_copy (self->mapping);
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_version_ref ((ScVersion *) version);
  self->is_loading = TRUE;
  fill_stages (self, chosen);
  self->is_loading = FALSE;
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

  return self->is_ready;
}
