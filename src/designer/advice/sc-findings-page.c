/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the method has to say about the scheme, gravest first. What can be done
 * is worked out when the program has nothing else to do, a finding at a time. */

#include "designer/advice/sc-findings-page.h"

#include "designer/advice/sc-finding-row.h"
#include "designer/advice/sc-history-advice.h"
#include "method/sc-lint.h"

struct _ScFindingsPage
{
  AdwBin parent_instance;

  ScDesign *design;
  ScVersion *version; /* what the rows speak of */
  GPtrArray *rows; /* of ScFindingRow */
  guint n_worked_out;
  guint idle;

  GtkStack *pages;
  GtkLabel *summary_label;
  GtkWidget *fix_button;
  GtkListBox *list;
  ScHistoryAdvice *history;
};

enum {
  SIGNAL_LIGHT,
  SIGNAL_FIXED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScFindingsPage, sc_findings_page, ADW_TYPE_BIN);

static void
fix_cb (ScFindingsPage *self,
        const char     *label,
        ScFindingRow   *row)
{
  g_autoptr (GPtrArray) fixes = sc_finding_get_fixes (sc_finding_row_get_finding (row), self->version);
  g_autofree char *name = g_strdup (label);

  for (guint i = 0; i < fixes->len; i++)
    {
      ScFix *fix = fixes->pdata[i];

      if (g_str_equal (fix->label, name))
        {
          if (sc_design_edit (self->design, fix->name, fix->edits))
            g_signal_emit (self, signals[SIGNAL_FIXED], 0, fix->told);
          return;
        }
    }
}

static void
pointed_cb (ScFindingsPage *self,
            gboolean        is_pointed,
            ScFindingRow   *row)
{
  g_signal_emit (self, signals[SIGNAL_LIGHT], 0, is_pointed ? sc_finding_row_get_finding (row)->stages : NULL);
}

static gboolean
work_out_cb (gpointer user_data)
{
  ScFindingsPage *self = user_data;
  g_autoptr (GPtrArray) fixes = NULL;
  ScFindingRow *row;

  if (self->n_worked_out >= self->rows->len)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }

  row = self->rows->pdata[self->n_worked_out++];
  fixes = sc_finding_get_fixes (sc_finding_row_get_finding (row), self->version);
  sc_finding_row_set_fixes (row, fixes);

  return G_SOURCE_CONTINUE;
}

static void
clear_rows (ScFindingsPage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  gtk_list_box_remove_all (self->list);
}

static void
update_summary (ScFindingsPage *self,
                GPtrArray      *findings)
{
  g_autofree char *text = sc_findings_describe (findings);

  gtk_label_set_label (self->summary_label, text);
  gtk_widget_set_visible (self->fix_button, sc_findings_count (findings, SC_SEVERITY_ERROR) > 0);
}

static void
append_row (ScFindingsPage *self,
            ScFinding      *finding)
{
  GtkWidget *row = sc_finding_row_new (finding);

  g_signal_connect_swapped (row, "fix", G_CALLBACK (fix_cb), self);
  g_signal_connect_swapped (row, "pointed", G_CALLBACK (pointed_cb), self);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (ScFindingsPage *self)
{
  GPtrArray *findings = sc_design_get_findings (self->design);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gboolean has_stages = self->version != NULL && self->version->stages->len > 0;

  clear_rows (self);
  gtk_stack_set_visible_child_name (self->pages, findings->len > 0 && has_stages ? "findings"
                                                                                  : has_stages ? "none" : "empty");
  if (!has_stages)
    return;

  update_summary (self, findings);
  for (guint i = 0; i < findings->len; i++)
    append_row (self, findings->pdata[i]);
  if (self->rows->len > 0)
    sc_finding_row_set_open (self->rows->pdata[0], TRUE);
  if (had_focus && self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);

  self->n_worked_out = 0;
  self->idle = g_idle_add (work_out_cb, self);
}

static void
row_activated_cb (ScFindingsPage *self,
                  ScFindingRow   *row)
{
  sc_finding_row_set_open (row, !sc_finding_row_is_open (row));
}

static void
sc_findings_page_dispose (GObject *object)
{
  ScFindingsPage *self = SC_FINDINGS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_object (&self->design);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_FINDINGS_PAGE);

  G_OBJECT_CLASS (sc_findings_page_parent_class)->dispose (object);
}

static void
sc_findings_page_class_init (ScFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_findings_page_dispose;

  /**
   * ScFindingsPage::light:
   * @stages: (element-type ScStage) (nullable): the stages that are spoken of
   */
  signals[SIGNAL_LIGHT] =
    g_signal_new ("light", SC_TYPE_FINDINGS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * ScFindingsPage::fixed:
   * @name: what was done
   */
  signals[SIGNAL_FIXED] =
    g_signal_new ("fixed", SC_TYPE_FINDINGS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SC_TYPE_HISTORY_ADVICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/advice/sc-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFindingsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, ScFindingsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ScFindingsPage, fix_button);
  gtk_widget_class_bind_template_child (widget_class, ScFindingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ScFindingsPage, history);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_findings_page_init (ScFindingsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_findings_page_show:
 * @self: a page
 * @design: the design
 *
 * Shows what the method has to say about a design as it is now.
 */
void
sc_findings_page_show (ScFindingsPage *self,
                       ScDesign       *design)
{
  ScVersion *version;

  g_return_if_fail (SC_IS_FINDINGS_PAGE (self));

  sc_history_advice_show (self->history, sc_design_get_store (design), sc_design_get_process_id (design));
  version = sc_design_get_version (design);
  if (self->design == design && self->version == version)
    return;

  g_set_object (&self->design, design);
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = version != NULL ? sc_version_ref (version) : NULL;
  fill (self);
}

/**
 * sc_findings_page_open:
 * @self: a page
 * @stage_id: (nullable): a stage
 *
 * Opens what there is about a stage, and takes the keyboard to it.
 */
void
sc_findings_page_open (ScFindingsPage *self,
                       const char     *stage_id)
{
  gboolean is_first = TRUE;

  g_return_if_fail (SC_IS_FINDINGS_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      ScFindingRow *row = self->rows->pdata[i];
      gboolean concerns = stage_id == NULL ? i == 0
                                           : sc_finding_concerns (sc_finding_row_get_finding (row), stage_id);

      sc_finding_row_set_open (row, concerns);
      if (concerns && is_first)
        gtk_widget_grab_focus (GTK_WIDGET (row));
      is_first &= !concerns;
    }
}
