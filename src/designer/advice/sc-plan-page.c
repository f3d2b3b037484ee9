/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How too many stages come together: each step with its reason and the text's
 * own sentence. */

#include "designer/advice/sc-plan-page.h"

#include <glib/gi18n-lib.h>

#include "method/sc-merge.h"
#include "method/sc-rule.h"

/* A long name need not be laid out with a letter a line to be measured. */
#define MIN_CHARS 12

struct _ScPlanPage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkListBox *list;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (ScPlanPage, sc_plan_page, ADW_TYPE_BIN);

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (const ScMergeStep *step,
          gboolean           with_quote)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *pair = NULL;
  g_autofree char *result = NULL;
  GtkWidget *quote;

  /* Translators: two stages that come together. */
  pair = g_strdup_printf (_("“%1$s” and “%2$s”"), step->first_name, step->second_name);
  /* Translators: the name of a stage that two others became. */
  result = g_strdup_printf (_("→ “%s”"), step->name);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_box_append (GTK_BOX (box), make_label (pair, NULL));
  gtk_box_append (GTK_BOX (box), make_label (result, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (step->reason, "dimmed"));
  if (with_quote && step->quote != NULL)
    {
      quote = make_label (step->quote, "quoted-text");
      gtk_box_append (GTK_BOX (box), quote);
      gtk_box_append (GTK_BOX (box), make_label (sc_source_get_title (SC_SOURCE_TEXT), "caption-heading"));
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
sc_plan_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (sc_plan_page_parent_class)->dispose (object);
}

static void
sc_plan_page_class_init (ScPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/advice/sc-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, ScPlanPage, apply_button);
}

static void
sc_plan_page_init (ScPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_plan_page_show:
 * @self: a page
 * @version: the version as it is
 * @merged: what it would become
 * @steps: (element-type ScMergeStep): how
 */
void
sc_plan_page_show (ScPlanPage      *self,
                   const ScVersion *version,
                   const ScVersion *merged,
                   GPtrArray       *steps)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SC_IS_PLAN_PAGE (self));

  /* Translators: how many stages there are, and how many they would become. */
  title = g_strdup_printf (_("Merge %1$u Stages into %2$u"), version->stages->len, merged->stages->len);
  gtk_label_set_label (self->title_label, title);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < steps->len; i++)
    gtk_list_box_append (self->list, make_row (steps->pdata[i], TRUE));
  gtk_widget_grab_focus (self->apply_button);
}
