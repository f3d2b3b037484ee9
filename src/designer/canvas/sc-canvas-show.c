/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns the canvas to another version. Cards of stages that stay are kept and
 * walk to their new places, so that the eye can follow. */

#include "designer/canvas/sc-canvas-private.h"

#include "method/sc-lint.h"
#include "method/sc-merge.h"

/**
 * sc_canvas_set_progress:
 * @self: a canvas
 * @progress: how far cards are on their way, 0 to 1
 */
void
sc_canvas_set_progress (ScCanvas *self,
                        double    progress)
{
  self->progress = progress;
  if (progress >= 1)
    for (guint i = 0; i < self->slots->len; i++)
      sc_canvas_get_slot (self, i)->is_new = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static ScBadge
count_findings (ScCanvas   *self,
                const char *stage_id)
{
  ScBadge badge = { 0 };

  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      const ScFinding *finding = self->findings->pdata[i];
      ScSeverity severity = sc_rule_get_severity (finding->rule);

      if (!sc_finding_concerns (finding, stage_id))
        continue;
      badge.n_errors += severity == SC_SEVERITY_ERROR;
      badge.n_warnings += severity == SC_SEVERITY_WARNING;
      badge.n_hints += severity == SC_SEVERITY_HINT;
    }

  return badge;
}

static void
card_focused_cb (GtkEventController *controller,
                 ScCanvas           *self)
{
  ScStageCard *card = SC_STAGE_CARD (gtk_event_controller_get_widget (controller));

  if (!self->is_preview)
    sc_canvas_set_selected (self, sc_stage_card_get_stage_id (card));
}

static ScStageCard *
make_card (ScCanvas *self)
{
  ScStageCard *card = sc_stage_card_new (self->typesetter);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  sc_stage_card_set_has_refusal (card, self->has_refusals);
  sc_stage_card_set_figures (card, self->figures);
  g_signal_connect (focus, "enter", G_CALLBACK (card_focused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (card), focus);
  gtk_widget_set_parent (GTK_WIDGET (card), GTK_WIDGET (self));

  return card;
}

static gboolean
take_slot (GArray     *slots,
           const char *stage_id,
           ScSlot     *taken)
{
  for (guint i = 0; i < slots->len; i++)
    {
      ScSlot *slot = &g_array_index (slots, ScSlot, i);

      if (g_strcmp0 (sc_stage_card_get_stage_id (slot->card), stage_id) == 0)
        {
          *taken = *slot;
          taken->from = slot->now;
          g_array_remove_index (slots, i);
          return TRUE;
        }
    }

  return FALSE;
}

/* Returns whether a card that was there has gone. */
static gboolean
update_cards (ScCanvas *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->slots);
  int mark = sc_version_get_mark_position (self->version);
  GtkWidget *previous = NULL;

  self->slots = g_array_new (FALSE, TRUE, sizeof (ScSlot));
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      ScSlot slot = { 0 };

      if (!take_slot (before, stage->id, &slot))
        {
          slot.card = make_card (self);
          slot.is_new = TRUE;
        }
      sc_stage_card_show (slot.card, self->version, i, count_findings (self, stage->id));
      sc_stage_card_set_selected (slot.card, g_strcmp0 (self->selected, stage->id) == 0);
      if ((int) i > mark)
        gtk_widget_add_css_class (GTK_WIDGET (slot.card), "client");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (slot.card), "client");
      gtk_widget_insert_after (GTK_WIDGET (slot.card), GTK_WIDGET (self), previous);
      previous = GTK_WIDGET (slot.card);
      g_array_append_val (self->slots, slot);
    }

  for (guint i = 0; i < before->len; i++)
    gtk_widget_unparent (GTK_WIDGET (g_array_index (before, ScSlot, i).card));

  return before->len > 0;
}

static void
show_version (ScCanvas  *self,
              ScVersion *version)
{
  gboolean was_empty = self->slots->len == 0;
  guint focused = 0;
  gboolean had_focus = FALSE;
  gboolean has_lost;

  sc_canvas_stop_drag (self);
  for (guint i = 0; i < self->slots->len; i++)
    if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (sc_canvas_get_slot (self, i)->card))
      {
        focused = i;
        had_focus = TRUE;
      }

  sc_version_ref (version);
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = version;
  g_clear_pointer (&self->layout, sc_layout_free);

  has_lost = update_cards (self);
  sc_canvas_update_gaps (self);
  sc_canvas_update_mark (self);

  adw_animation_reset (self->animation);
  self->progress = 0;
  if (was_empty || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    sc_canvas_set_progress (self, 1);
  else
    adw_animation_play (self->animation);

  /* The keyboard goes on where it was. */
  if (had_focus && has_lost && self->slots->len > 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (sc_canvas_get_slot (self, MIN (focused, self->slots->len - 1))->card));

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sc_canvas_show:
 * @self: a canvas
 * @version: what it shows
 * @findings: (element-type ScFinding): what the method has to say about it
 *
 * Shows a version; cards that were there already move to their new places.
 */
void
sc_canvas_show (ScCanvas  *self,
                ScVersion *version,
                GPtrArray *findings)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  self->is_preview = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "preview");

  show_version (self, version);
  for (guint i = 0; i < self->slots->len; i++)
    sc_stage_card_set_ghosts (sc_canvas_get_slot (self, i)->card, 0);

  if (self->selected != NULL && sc_version_find_stage (version, self->selected, NULL) == NULL)
    sc_canvas_set_selected (self, NULL);
}

static guint
count_merges (GPtrArray  *steps,
              const char *stage_id)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const ScMergeStep *step = steps->pdata[i];

      if (!step->is_out && g_str_equal (step->first_id, stage_id))
        n += 1 + count_merges (steps, step->second_id);
    }

  return n;
}

/**
 * sc_canvas_preview:
 * @self: a canvas
 * @merged: what the version would become
 * @steps: (element-type ScMergeStep): how
 *
 * Shows, as ghosts, what merging would lead to. Nothing can be changed until
 * a version is shown again.
 */
void
sc_canvas_preview (ScCanvas  *self,
                   ScVersion *merged,
                   GPtrArray *steps)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->is_preview = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");

  show_version (self, merged);
  for (guint i = 0; i < self->slots->len; i++)
    {
      ScStageCard *card = sc_canvas_get_slot (self, i)->card;

      sc_stage_card_set_ghosts (card, count_merges (steps, sc_stage_card_get_stage_id (card)));
    }
}

/**
 * sc_canvas_is_preview:
 * @self: a canvas
 *
 * Returns: whether what it shows is only how it would be
 */
gboolean
sc_canvas_is_preview (ScCanvas *self)
{
  g_return_val_if_fail (SC_IS_CANVAS (self), FALSE);

  return self->is_preview;
}

/**
 * sc_canvas_set_figures:
 * @self: a canvas
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of stages, which is not
 *   changed any more; %NULL shows none
 */
void
sc_canvas_set_figures (ScCanvas  *self,
                       GPtrArray *figures)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (SC_IS_CANVAS (self));

  if (self->figures == figures)
    return;

  before = g_steal_pointer (&self->figures);
  self->figures = figures != NULL ? g_ptr_array_ref (figures) : NULL;
  for (guint i = 0; i < self->slots->len; i++)
    sc_stage_card_set_figures (sc_canvas_get_slot (self, i)->card, figures);
  adw_animation_skip (self->animation);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "has-figures");
}
