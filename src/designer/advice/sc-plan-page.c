/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How too many stages come together: each step with its reason, to be taken out, and
 * what it leads to, to be called otherwise. */

#include "designer/advice/sc-plan-page.h"

#include <glib/gi18n-lib.h>

#include "method/sc-merge.h"
#include "method/sc-rule.h"

/* A long name need not be laid out with a letter a line to be measured. */
#define MIN_CHARS 12

/* What shows a step; the step is the plan's. */
typedef struct {
  ScMergeStep *step;
  GtkLabel *pair;
  GtkLabel *reason;
  GtkEditable *name;
} PlanRow;

struct _ScPlanPage
{
  AdwBin parent_instance;

  GPtrArray *steps; /* of ScMergeStep */
  GArray *rows; /* of PlanRow */
  guint n_stages;
  gboolean is_updating;

  GtkLabel *title_label;
  GtkLabel *quote_label;
  GtkLabel *source_label;
  GtkListBox *list;
  GtkWidget *apply_button;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScPlanPage, sc_plan_page, ADW_TYPE_BIN);

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static ScMergeStep *
find_step (ScPlanPage *self,
           GtkWidget  *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_array_index (self->rows, PlanRow, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))).step;
}

static void
toggled_cb (ScPlanPage     *self,
            GtkCheckButton *button)
{
  find_step (self, GTK_WIDGET (button))->is_out = !gtk_check_button_get_active (button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Without a name of its own, it is called as the method has it. */
static void
named_cb (ScPlanPage  *self,
          GtkEditable *entry)
{
  g_autofree char *name = NULL;

  if (self->is_updating)
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_set_str (&find_step (self, GTK_WIDGET (entry))->own_name, *name != '\0' ? name : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
append_row (ScPlanPage  *self,
            ScMergeStep *step)
{
  PlanRow row = { step, make_label (NULL), make_label ("dimmed"), NULL };
  GtkWidget *item = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *entry = gtk_entry_new ();

  row.name = GTK_EDITABLE (entry);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), GTK_WIDGET (row.pair));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !step->is_out);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row.pair, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the merged stage"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row.pair, NULL, -1);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row.reason));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), FALSE);
  gtk_widget_set_focusable (item, FALSE);
  gtk_list_box_append (self->list, item);
  g_array_append_val (self->rows, row);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (named_cb), self);
}

/* What is being typed is left alone. */
static void
update_row (const PlanRow *row)
{
  const ScMergeStep *step = row->step;
  g_autofree char *pair = NULL;

  /* Translators: two stages that come together. */
  pair = g_strdup_printf (_("“%1$s” and “%2$s”"), step->first_name, step->second_name);
  gtk_label_set_label (row->pair, pair);
  gtk_label_set_label (row->reason, step->reason);
  if (step->own_name == NULL && gtk_widget_get_focus_child (GTK_WIDGET (row->name)) == NULL)
    gtk_editable_set_text (row->name, step->name);
  gtk_widget_set_sensitive (GTK_WIDGET (row->name), !step->is_out);
}

static void
sc_plan_page_dispose (GObject *object)
{
  ScPlanPage *self = SC_PLAN_PAGE (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (sc_plan_page_parent_class)->dispose (object);
}

static void
sc_plan_page_class_init (ScPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_plan_page_dispose;

  /**
   * ScPlanPage::changed:
   *
   * A step is out now, or in again, or has another name: the plan is to be worked out
   * anew, and shown with sc_plan_page_update().
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/advice/sc-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, quote_label);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, source_label);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, apply_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "designer.cancel-plan", NULL);
}

static void
sc_plan_page_init (ScPlanPage *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlanRow));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_plan_page_update:
 * @self: a page that shows a plan
 * @merged: what the version would become by now
 *
 * Shows the plan's steps as they are now.
 */
void
sc_plan_page_update (ScPlanPage      *self,
                     const ScVersion *merged)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SC_IS_PLAN_PAGE (self));

  /* Translators: how many stages there are, and how many they would become. */
  title = g_strdup_printf (_("Merge %1$u Stages into %2$u"), self->n_stages, merged->stages->len);
  gtk_label_set_label (self->title_label, title);
  self->is_updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    update_row (&g_array_index (self->rows, PlanRow, i));
  self->is_updating = FALSE;
}

/**
 * sc_plan_page_show:
 * @self: a page
 * @version: the version as it is
 * @merged: what it would become
 * @steps: (element-type ScMergeStep): how; what a person wants otherwise is set in them
 */
void
sc_plan_page_show (ScPlanPage      *self,
                   const ScVersion *version,
                   const ScVersion *merged,
                   GPtrArray       *steps)
{
  g_return_if_fail (SC_IS_PLAN_PAGE (self));

  gtk_list_box_remove_all (self->list);
  g_array_set_size (self->rows, 0);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = g_ptr_array_ref (steps);
  self->n_stages = version->stages->len;
  gtk_label_set_label (self->quote_label, sc_rule_get_quote (SC_RULE_MERGEABLE));
  gtk_label_set_label (self->source_label, sc_source_get_title (SC_SOURCE_TEXT));
  for (guint i = 0; i < steps->len; i++)
    append_row (self, steps->pdata[i]);
  sc_plan_page_update (self, merged);
  gtk_widget_grab_focus (self->apply_button);
}
