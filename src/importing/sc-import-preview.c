/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the first rows of a table as the deals that they will be, with the amounts and
 * dates as the table has them beside how they are read. */

#include "importing/sc-import-preview.h"

#include <glib/gi18n-lib.h>

#include "exchange/sc-import-source.h"

/* Rows of the table that are shown. */
#define N_ROWS 5

struct _ScImportPreview
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ScImportPreview, sc_import_preview, ADW_TYPE_PREFERENCES_GROUP);

static void
sc_import_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_IMPORT_PREVIEW);

  G_OBJECT_CLASS (sc_import_preview_parent_class)->dispose (object);
}

static void
sc_import_preview_class_init (ScImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_import_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportPreview, list);
}

static void
sc_import_preview_init (ScImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (ScImportPreview *self,
         const char      *title,
         const char      *subtitle,
         const char      *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_list_box_append (self->list, row);
}

/* The rows of a table that come next, and how they are read. */
typedef struct {
  const ScImportMapping *mapping;
  const ScVersion *version;
  ScImportSource *source;
} Rows;

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

/* What was read, with what it was read from where that is not the same. */
static void
append_reading (GString    *text,
                const char *reading,
                const char *written)
{
  g_autofree char *part = NULL;

  if (written[0] == '\0' || g_strrstr (reading, written) != NULL)
    append_part (text, reading);
  else
    /* Translators: an amount or a day as it is read, and as a table has it. */
    append_part (text, part = g_strdup_printf (C_("reading", "%1$s (%2$s)"), reading, written));
}

static void
append_date (GString    *text,
             const char *format,
             ScDate      date,
             const char *written)
{
  g_autofree char *day = sc_date_spell_out (date);
  g_autofree char *reading = g_strdup_printf (format, day);

  if (date != SC_DATE_NONE)
    append_reading (text, reading, written);
}

static void
append_value (GString    *text,
              ScMoney     value,
              const char *written)
{
  g_autofree char *reading = sc_money_to_text (value);

  if (reading != NULL && reading[0] != '\0')
    append_reading (text, reading, written);
}

static void
append_due (GString           *text,
            const ScImportRow *row,
            const char        *written)
{
  g_autofree char *time = sc_day_time_to_text (row->next_step_time);

  append_date (text, C_("deal", "due %s"), row->next_step_due, written);
  append_part (text, time);
}

static void
append_contacts (GString   *text,
                 GPtrArray *contacts)
{
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    append_part (text, ((ScContact *) contacts->pdata[i])->name);
}

static void
show_deal (ScImportPreview   *self,
           const Rows        *rows,
           const ScImportRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const ScStage *stage = sc_version_find_stage (rows->version, row->stage_id, NULL);
  const char *const titles[] = { row->title, row->company, row->person, row->external_id };
  const char *title = "";

  for (guint i = 0; i < G_N_ELEMENTS (titles) && title[0] == '\0'; i++)
    title = titles[i];

  append_part (text, row->company);
  append_part (text, stage != NULL ? stage->name : NULL);
  append_part (text, sc_deal_status_get_title (row->status));
  append_value (text, row->value, sc_import_source_get_text (rows->source, SC_IMPORT_VALUE));
  append_part (text, row->owner);
  append_date (text, C_("deal", "from %s"), row->started, sc_import_source_get_text (rows->source, SC_IMPORT_STARTED));
  append_date (text, C_("deal", "closed %s"), row->closed, sc_import_source_get_text (rows->source, SC_IMPORT_CLOSED));
  append_date (text, C_("deal", "expected %s"), row->expected_close,
               sc_import_source_get_text (rows->source, sc_import_mapping_has_field (rows->mapping, SC_IMPORT_EXPECTED_CLOSE)
                                                        ? SC_IMPORT_EXPECTED_CLOSE : SC_IMPORT_CLOSED));
  append_part (text, row->next_step);
  append_due (text, row, sc_import_source_get_text (rows->source, SC_IMPORT_NEXT_STEP_DUE));
  append_contacts (text, sc_import_source_get_beside (rows->source)->contacts);
  add_row (self, title, text->str, NULL);
}

static void
show_entry (ScImportPreview          *self,
            const Rows               *rows,
            const ScImportHistoryRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const ScStage *stage = row->is_lost ? NULL : sc_version_find_stage (rows->version, row->stage_id, NULL);

  append_part (text, stage != NULL ? stage->name : sc_deal_status_get_title (SC_DEAL_LOST));
  append_date (text, C_("deal", "from %s"), sc_date_from_instant (row->entered_at), sc_import_source_get_text (rows->source, SC_IMPORT_ENTERED));
  add_row (self, row->external_id, text->str, NULL);
}

/* Shows what is refused in its place among the rows that are taken. */
static guint
show_refusals (ScImportPreview *self,
               ScImportSource  *source)
{
  g_autoptr (GPtrArray) refusals = sc_import_source_steal_refusals (source);

  for (guint i = 0; i < refusals->len; i++)
    {
      const ScRefusedRow *refusal = refusals->pdata[i];
      g_autofree char *title = g_strdup_printf (_("Line %u will be skipped"), refusal->line);

      add_row (self, title, refusal->reason, "dialog-warning-symbolic");
    }

  return refusals->len;
}

/* Shows the next row that is taken, as what it is. */
static gboolean
show_next (ScImportPreview *self,
           const Rows      *rows,
           guint           *n_rows)
{
  ScImportRow row;
  ScImportHistoryRow entry;
  gboolean is_history = rows->mapping->is_history;
  gboolean has_row = is_history ? sc_import_source_next_entry (rows->source, &entry, NULL)
                                : sc_import_source_next (rows->source, &row, NULL);

  *n_rows += show_refusals (self, rows->source);
  if (!has_row)
    return FALSE;

  if (is_history)
    show_entry (self, rows, &entry);
  else
    show_deal (self, rows, &row);
  (*n_rows)++;

  return TRUE;
}

/**
 * sc_import_preview_show:
 * @self: a preview
 * @scan: a look at the table
 * @mapping: how it is read
 * @version: the version along which deals are worked
 *
 * Shows the first rows; without any, the group is not shown.
 */
void
sc_import_preview_show (ScImportPreview       *self,
                        const ScImportScan    *scan,
                        const ScImportMapping *mapping,
                        const ScVersion       *version)
{
  g_autoptr (ScImportSource) source = NULL;
  guint n_rows = 0;

  g_return_if_fail (SC_IS_IMPORT_PREVIEW (self));

  gtk_list_box_remove_all (self->list);
  source = sc_import_source_open (scan->path, mapping, version, NULL, NULL);
  while (source != NULL && n_rows < N_ROWS)
    {
      const Rows rows = { mapping, version, source };

      if (!show_next (self, &rows, &n_rows))
        break;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
}

/**
 * sc_import_preview_clear:
 * @self: a preview
 *
 * Shows nothing, as long as dates or amounts can't be read.
 */
void
sc_import_preview_clear (ScImportPreview *self)
{
  g_return_if_fail (SC_IS_IMPORT_PREVIEW (self));

  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
