/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for a stage that is proposed, or was read from pasted text. */

#include "questions/sc-proposed-stage.h"

#include <glib/gi18n-lib.h>

#include "method/sc-proposal.h"
#include "toolkit/sc-into-view.h"

struct _ScProposedStage
{
  AdwBin parent_instance;

  ScKindSet kinds;
  gboolean is_leaving;

  GtkRevealer *revealer;
  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *time_label;
  GtkLabel *why_label;
  GtkLabel *quote_label;
};

G_DEFINE_FINAL_TYPE (ScProposedStage, sc_proposed_stage, ADW_TYPE_BIN);

static void
child_revealed_cb (GtkRevealer     *revealer,
                   GParamSpec      *pspec,
                   ScProposedStage *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (gtk_revealer_get_child_revealed (revealer))
    sc_into_view_bring (GTK_WIDGET (self));
  else if (self->is_leaving && GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
}

static void
sc_proposed_stage_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PROPOSED_STAGE);

  G_OBJECT_CLASS (sc_proposed_stage_parent_class)->dispose (object);
}

static void
sc_proposed_stage_class_init (ScProposedStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_proposed_stage_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/questions/sc-proposed-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, revealer);
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, number_label);
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, name_label);
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, time_label);
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, why_label);
  gtk_widget_class_bind_template_child (widget_class, ScProposedStage, quote_label);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
}

static void
sc_proposed_stage_init (ScProposedStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_proposed_stage_new:
 * @kinds: what the stage covers, by which it is known while answers change
 *
 * Returns: (transfer floating): a row that is not shown yet
 */
ScProposedStage *
sc_proposed_stage_new (ScKindSet kinds)
{
  ScProposedStage *self = g_object_new (SC_TYPE_PROPOSED_STAGE, NULL);

  self->kinds = kinds;

  return self;
}

/**
 * sc_proposed_stage_get_kinds:
 * @self: a row
 *
 * Returns: what its stage covers
 */
ScKindSet
sc_proposed_stage_get_kinds (ScProposedStage *self)
{
  g_return_val_if_fail (SC_IS_PROPOSED_STAGE (self), 0);

  return self->kinds;
}

/**
 * sc_proposed_stage_is_shown:
 * @self: a row
 *
 * Returns: whether it is there to stay
 */
gboolean
sc_proposed_stage_is_shown (ScProposedStage *self)
{
  g_return_val_if_fail (SC_IS_PROPOSED_STAGE (self), FALSE);

  return !self->is_leaving;
}

/**
 * sc_proposed_stage_show:
 * @self: a row
 * @proposal: what follows from the answers
 * @position: where in it the stage stands, from 0
 *
 * Shows the stage and why it is there; slides in, and into view, where it was
 * not shown.
 */
void
sc_proposed_stage_show (ScProposedStage *self,
                        const ScVersion *proposal,
                        guint            position)
{
  const ScStage *stage = sc_version_get_stage (proposal, position);
  g_autofree char *number_text = g_strdup_printf ("%u", position + 1);
  g_autofree char *time = sc_duration_to_text (stage->duration, proposal->calendar);
  g_autofree char *why = NULL;
  g_autofree char *quote_text = NULL;
  const char *quote;

  g_return_if_fail (SC_IS_PROPOSED_STAGE (self));

  why = sc_proposal_explain (stage->kinds, &proposal->aspects);
  quote = sc_proposal_get_quote (stage->kinds, &proposal->aspects);
  /* Translators: a sentence quoted from the method's text */
  quote_text = quote != NULL ? g_strdup_printf (_("“%s”"), quote) : NULL;

  gtk_label_set_label (self->number_label, number_text);
  gtk_label_set_label (self->name_label, stage->name);
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->why_label, why != NULL ? why : "");
  gtk_label_set_label (self->quote_label, quote_text != NULL ? quote_text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_label), why != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->quote_label), quote != NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * sc_proposed_stage_leave:
 * @self: a row
 *
 * Slides out, and is gone then: at once, where animations are switched off.
 */
void
sc_proposed_stage_leave (ScProposedStage *self)
{
  g_autoptr (ScProposedStage) kept = NULL;

  g_return_if_fail (SC_IS_PROPOSED_STAGE (self));

  kept = g_object_ref (self);
  self->is_leaving = TRUE;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (!gtk_revealer_get_child_revealed (self->revealer))
    child_revealed_cb (self->revealer, NULL, self);
}
