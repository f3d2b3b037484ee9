/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where the deals of a table stand: a row for each text of its stage column, or
 * one for all where no column says it. */

#include "importing/sc-import-stages.h"

#include <glib/gi18n-lib.h>

#include "importing/sc-import-stage-row.h"
#include "toolkit/sc-into-view.h"
#include "widgets/sc-group-rows.h"

struct _ScImportStages
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *leave_out_button;

  /* Of ScImportStageRow, each of them in the group. */
  GPtrArray *rows;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScImportStages, sc_import_stages, ADW_TYPE_PREFERENCES_GROUP);

static guint
count_rows (ScImportStages *self,
            gboolean (     *has_it )(ScImportStageRow *row))
{
  guint n_rows = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (has_it (self->rows->pdata[i]))
      n_rows += sc_import_stage_row_get_n_rows (self->rows->pdata[i]);

  return n_rows;
}

/* Worth a button only where there is more than one to press. */
static void
update_button (ScImportStages *self)
{
  guint n_open = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_open += sc_import_stage_row_is_open (self->rows->pdata[i]);
  gtk_widget_set_visible (self->leave_out_button, n_open > 1);
}

static void
chosen_cb (ScImportStages *self)
{
  update_button (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A choice for each row would be a change for each. */
static void
block (ScImportStages *self,
       gboolean        is_blocked)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_blocked)
      g_signal_handlers_block_by_func (self->rows->pdata[i], chosen_cb, self);
    else
      g_signal_handlers_unblock_by_func (self->rows->pdata[i], chosen_cb, self);
}

static void
leave_out_clicked_cb (ScImportStages *self)
{
  block (self, TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    if (sc_import_stage_row_is_open (self->rows->pdata[i]))
      sc_import_stage_row_leave_out (self->rows->pdata[i]);
  block (self, FALSE);
  /* The button goes, and the focus with it. */
  gtk_widget_grab_focus (self->rows->pdata[0]);
  chosen_cb (self);
}

static void
remove_rows (ScImportStages *self)
{
  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);
}

static void
add_row (ScImportStages *self,
         ScVersion      *version,
         const char     *text,
         const char     *title,
         guint           n_rows)
{
  GtkWidget *row = sc_import_stage_row_new (version, text, title, n_rows);

  sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, row);
  sc_import_stage_row_guess (SC_IMPORT_STAGE_ROW (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
sc_import_stages_dispose (GObject *object)
{
  ScImportStages *self = SC_IMPORT_STAGES (object);

  if (self->rows != NULL)
    remove_rows (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_IMPORT_STAGES);

  G_OBJECT_CLASS (sc_import_stages_parent_class)->dispose (object);
}

static void
sc_import_stages_finalize (GObject *object)
{
  g_ptr_array_unref (SC_IMPORT_STAGES (object)->rows);

  G_OBJECT_CLASS (sc_import_stages_parent_class)->finalize (object);
}

static void
sc_import_stages_class_init (ScImportStagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_import_stages_dispose;
  object_class->finalize = sc_import_stages_finalize;

  signals[CHANGED] = g_signal_new ("changed", SC_TYPE_IMPORT_STAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-stages.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportStages, leave_out_button);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_clicked_cb);
}

static void
sc_import_stages_init (ScImportStages *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether some deals of a table may be open, as far as its status tells. */
static gboolean
may_be_open (const ScImportScan *scan,
             const ScScanColumn *status)
{
  ScTargetKind kind;

  if (status == NULL || status->values == NULL)
    return TRUE;

  for (guint i = 0; i < status->values->len; i++)
    if (!sc_status_guess (((ScScanValue *) status->values->pdata[i])->text, &kind) || kind == SC_TARGET_OPEN)
      return TRUE;

  return FALSE;
}

static void
show_all_deals (ScImportStages     *self,
                ScVersion          *version,
                const ScImportScan *scan,
                const ScScanColumn *status)
{
  gboolean is_asked = scan->n_rows > 0 && may_be_open (scan, status);

  gtk_widget_set_visible (GTK_WIDGET (self), is_asked);
  if (!is_asked)
    return;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("No column holds the stage of deals."));
  add_row (self, version, "", status != NULL ? _("Deals That Are Open") : _("All Deals"), scan->n_rows);
}

static void
show_values (ScImportStages     *self,
             ScVersion          *version,
             const ScScanColumn *column)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), column->values != NULL
                                         ? _("The stage for deals with this value.")
                                         : _("This column has too many different texts to be the stage."));
  for (guint i = 0; column->values != NULL && i < column->values->len; i++)
    {
      const ScScanValue *value = column->values->pdata[i];

      add_row (self, version, value->text, value->text[0] != '\0' ? value->text : _("(empty)"), value->n_rows);
    }
}

/**
 * sc_import_stages_set_table:
 * @self: a group
 * @version: the version along which deals are worked
 * @scan: a look at the table
 * @mapping: which of its columns are what
 *
 * Asks anew. What the texts leave no doubt of is chosen, and what they only hint at
 * is chosen and marked as guessed; the rest is open. Where no column is the stage,
 * one row asks for all deals that may be open.
 */
void
sc_import_stages_set_table (ScImportStages        *self,
                            ScVersion             *version,
                            const ScImportScan    *scan,
                            const ScImportMapping *mapping)
{
  int stage, status;

  g_return_if_fail (SC_IS_IMPORT_STAGES (self));

  remove_rows (self);
  stage = sc_import_mapping_find_column (mapping, SC_IMPORT_STAGE);
  status = sc_import_mapping_find_column (mapping, SC_IMPORT_STATUS);
  if (stage >= 0)
    show_values (self, version, sc_import_scan_get_column (scan, (guint) stage));
  else
    show_all_deals (self, version, scan, status >= 0 ? sc_import_scan_get_column (scan, (guint) status) : NULL);
  update_button (self);
}

/**
 * sc_import_stages_set_version:
 * @self: a group that shows a table
 * @version: what is published by now
 *
 * Shows the stages as they are now. What was chosen stays; what led to a stage that is
 * gone is open.
 */
void
sc_import_stages_set_version (ScImportStages *self,
                              ScVersion      *version)
{
  g_autoptr (ScImportMapping) chosen = NULL;
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (SC_IS_IMPORT_STAGES (self));

  chosen = sc_import_mapping_new (0);
  sc_import_stages_take (self, chosen);
  before = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (before, g_object_ref (self->rows->pdata[i]));
  remove_rows (self);

  for (guint i = 0; i < before->len; i++)
    {
      ScImportStageRow *row = before->pdata[i];
      const char *text = sc_import_stage_row_get_text (row);

      add_row (self, version, text, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
               sc_import_stage_row_get_n_rows (row));
      if (!sc_import_stage_row_is_open (row))
        sc_import_stage_row_set_target (self->rows->pdata[i], sc_import_mapping_get_target (chosen, text));
    }
  update_button (self);
}

/**
 * sc_import_stages_take:
 * @self: a group that shows a table
 * @mapping: how the table is read
 *
 * Says in @mapping where the deals stand, as it is chosen.
 */
void
sc_import_stages_take (ScImportStages  *self,
                       ScImportMapping *mapping)
{
  g_return_if_fail (SC_IS_IMPORT_STAGES (self));

  for (guint i = 0; i < self->rows->len; i++)
    sc_import_stage_row_take (self->rows->pdata[i], mapping);
}

/**
 * sc_import_stages_count_open:
 * @self: a group
 *
 * Returns: of how many rows of the table nobody has said where they stand
 */
guint
sc_import_stages_count_open (ScImportStages *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGES (self), 0);

  return count_rows (self, sc_import_stage_row_is_open);
}

/**
 * sc_import_stages_count_left_out:
 * @self: a group
 *
 * Returns: how many rows of the table are not to be taken
 */
guint
sc_import_stages_count_left_out (ScImportStages *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGES (self), 0);

  return count_rows (self, sc_import_stage_row_is_left_out);
}

/**
 * sc_import_stages_show_unread:
 * @self: a group
 *
 * Gives the focus to the first row that is open, else to the first whose deals are
 * left out.
 *
 * Returns: whether there is one
 */
gboolean
sc_import_stages_show_unread (ScImportStages *self)
{
  gboolean (*has_it)(ScImportStageRow *row);

  g_return_val_if_fail (SC_IS_IMPORT_STAGES (self), FALSE);

  has_it = sc_import_stages_count_open (self) > 0 ? sc_import_stage_row_is_open : sc_import_stage_row_is_left_out;
  for (guint i = 0; i < self->rows->len; i++)
    if (has_it (self->rows->pdata[i]))
      {
        sc_into_view_bring (self->rows->pdata[i]);
        return gtk_widget_grab_focus (self->rows->pdata[i]);
      }

  return FALSE;
}
