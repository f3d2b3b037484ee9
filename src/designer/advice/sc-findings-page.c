/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the method has to say about the scheme, gravest first, what it has to say of many
 * stages once. What can be done is worked out when the program has nothing else to do, a
 * finding at a time. */

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

/* What the button that says @label does. */
static ScFix *
find_fix (ScFindingsPage *self,
          ScFindingGroup *group,
          const char     *label)
{
  g_autoptr (GPtrArray) fixes = NULL;

  if (group->findings->len > 1)
    return sc_finding_group_get_fix (group, self->version);

  fixes = sc_finding_get_fixes (group->findings->pdata[0], self->version);
  for (guint i = 0; i < fixes->len; i++)
    if (g_str_equal (((ScFix *) fixes->pdata[i])->label, label))
      return g_ptr_array_steal_index (fixes, i);

  return NULL;
}

static void
fix_cb (ScFindingsPage *self,
        const char     *label,
        ScFindingRow   *row)
{
  g_autoptr (ScFix) fix = find_fix (self, sc_finding_row_get_group (row), label);

  if (fix != NULL && sc_design_edit (self->design, fix->name, fix->edits))
    g_signal_emit (self, signals[SIGNAL_FIXED], 0, fix->told);
}

static void
pointed_cb (ScFindingsPage *self,
            gboolean        is_pointed,
            ScFindingRow   *row)
{
  GPtrArray *findings = sc_finding_row_get_group (row)->findings;
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];

      for (guint j = 0; j < finding->stages->len; j++)
        g_ptr_array_add (stages, finding->stages->pdata[j]);
    }
  g_signal_emit (self, signals[SIGNAL_LIGHT], 0, is_pointed ? stages : NULL);
}

static gboolean
work_out_cb (gpointer user_data)
{
  ScFindingsPage *self = user_data;
  g_autoptr (GPtrArray) fixes = NULL;
  ScFindingGroup *group;
  ScFindingRow *row;

  if (self->n_worked_out >= self->rows->len)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }

  row = self->rows->pdata[self->n_worked_out++];
  group = sc_finding_row_get_group (row);
  if (group->findings->len == 1)
    {
      fixes = sc_finding_get_fixes (group->findings->pdata[0], self->version);
      sc_finding_row_set_fixes (row, fixes);
    }
  else
    {
      g_autoptr (ScFix) first = sc_finding_get_first_fix (group->findings->pdata[0], self->version);
      const char *label = sc_finding_group_get_label (group);

      if (first != NULL && label != NULL)
        sc_finding_row_set_common_fix (row, label);
    }

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

static ScFindingRow *
insert_row (ScFindingsPage *self,
            ScFindingGroup *group,
            gboolean        is_member,
            int             position)
{
  GtkWidget *row = sc_finding_row_new (group, is_member);

  g_signal_connect_swapped (row, "fix", G_CALLBACK (fix_cb), self);
  g_signal_connect_swapped (row, "pointed", G_CALLBACK (pointed_cb), self);
  gtk_list_box_insert (self->list, row, position);
  g_ptr_array_add (self->rows, row);

  return SC_FINDING_ROW (row);
}

static void
work_out (ScFindingsPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (work_out_cb, self);
}

/* The rows of what a row speaks of together stand below it, made when they are first
 * wanted. */
static void
show_members (ScFindingsPage *self,
              ScFindingRow   *row,
              gboolean        is_shown)
{
  GPtrArray *findings = sc_finding_row_get_group (row)->findings;
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, position);
  gboolean is_made = next != NULL && sc_finding_row_is_member (SC_FINDING_ROW (next));

  if (findings->len < 2)
    return;

  for (guint i = 0; i < findings->len && is_made; i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, position + (int) i)), is_shown);
  for (guint i = 0; i < findings->len && !is_made && is_shown; i++)
    {
      g_autoptr (ScFindingGroup) one = sc_finding_group_new (findings->pdata[i]);

      insert_row (self, one, TRUE, position + (int) i);
    }
  work_out (self);
}

static void
set_open (ScFindingsPage *self,
          ScFindingRow   *row,
          gboolean        is_open)
{
  sc_finding_row_set_open (row, is_open);
  show_members (self, row, is_open);
}

static void
fill (ScFindingsPage *self)
{
  GPtrArray *findings = sc_design_get_findings (self->design);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gboolean has_stages = self->version != NULL && self->version->stages->len > 0;
  g_autoptr (GPtrArray) groups = NULL;

  clear_rows (self);
  gtk_stack_set_visible_child_name (self->pages, findings->len > 0 && has_stages ? "findings"
                                                                                  : has_stages ? "none" : "empty");
  if (!has_stages)
    return;

  update_summary (self, findings);
  groups = sc_findings_group (findings);
  for (guint i = 0; i < groups->len; i++)
    insert_row (self, groups->pdata[i], FALSE, -1);
  /* What is about one thing says at once why; many are opened when they are wanted. */
  if (self->rows->len > 0 && sc_finding_row_get_group (self->rows->pdata[0])->findings->len == 1)
    sc_finding_row_set_open (self->rows->pdata[0], TRUE);
  if (had_focus && self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);

  self->n_worked_out = 0;
  work_out (self);
}

static void
row_activated_cb (ScFindingsPage *self,
                  ScFindingRow   *row)
{
  set_open (self, row, !sc_finding_row_is_open (row));
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
  guint n_before;

  g_return_if_fail (SC_IS_FINDINGS_PAGE (self));

  /* Those that are made on the way come behind. */
  n_before = self->rows->len;
  for (guint i = 0; i < n_before; i++)
    {
      ScFindingRow *row = self->rows->pdata[i];

      if (!sc_finding_row_is_member (row))
        set_open (self, row, stage_id == NULL ? i == 0 && sc_finding_row_get_group (row)->findings->len == 1
                                              : sc_finding_row_concerns (row, stage_id));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      ScFindingRow *row = SC_FINDING_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));
      gboolean concerns = stage_id == NULL ? i == 0 : sc_finding_row_concerns (row, stage_id);

      if (sc_finding_row_is_member (row))
        sc_finding_row_set_open (row, concerns);
      /* Of several findings the one that is about the stage. */
      if (concerns && is_first && (stage_id == NULL || sc_finding_row_get_group (row)->findings->len == 1))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          is_first = FALSE;
        }
    }
}
