/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of a stage. It is a widget like others for the keyboard and for
 * those who can't see it, and draws what stands on it with the boxes and the
 * lines of text that the paper is painted with: so both show the same. */

#include "designer/canvas/sc-stage-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "designer/canvas/sc-card-paint.h"
#include "designer/canvas/sc-card-words.h"
#include "unsaved/sc-field-watch.h"

struct _ScStageCard
{
  GtkWidget parent_instance;

  ScTypesetter *typesetter;
  ScVersion *version;
  ScStage *stage;
  guint position;
  ScBadge badge;
  guint n_ghosts;
  gboolean has_refusal; /* it says what happens on one */
  GPtrArray *figures; /* of ScStageFigures: what deals tell of stages, or NULL */
  ScPlace place;
  ScDirection direction;

  GtkWidget *badge_button;
  GtkWidget *badge_icon;
  GtkWidget *badge_label;
  GtkWidget *name_text;
  gboolean is_editing;
  char *name_before; /* it was edited */
};

G_DEFINE_FINAL_TYPE (ScStageCard, sc_stage_card, GTK_TYPE_WIDGET);

static void
stop_editing (ScStageCard *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->name_text;

  if (!self->is_editing)
    return;

  self->is_editing = FALSE;
  gtk_widget_set_visible (self->name_text, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
commit_name (ScStageCard *self)
{
  g_autofree char *name = NULL;

  if (!self->is_editing)
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_text))));
  stop_editing (self);
  if (!g_str_equal (name, self->name_before))
    gtk_widget_activate_action (GTK_WIDGET (self), "designer.rename-since", "(sss)", self->stage->id,
                                self->name_before, name);
}

static void
name_activate_cb (ScStageCard *self)
{
  commit_name (self);
}

static void
name_focus_left_cb (ScStageCard *self)
{
  commit_name (self);
}

static gboolean
name_key_pressed_cb (ScStageCard    *self,
                     guint           keyval,
                     guint           keycode,
                     GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);

  return GDK_EVENT_STOP;
}

static void
badge_clicked_cb (ScStageCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "designer.show-findings", "s", self->stage->id);
}

static void
update_label (ScStageCard *self)
{
  g_autofree char *text = sc_card_tell (self->version, self->position, self->badge);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) self->position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->version->stages->len,
                                  -1);
}

static void
update_description (ScStageCard *self)
{
  g_autofree char *text = sc_card_describe (self->version, self->stage, self->has_refusal,
                                            sc_stage_figures_find (self->figures, self->stage->id));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_badge (ScStageCard *self)
{
  static const char *const classes[] = { "error", "warning", "hint" };
  static const char *const icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic",
                                       "dialog-information-symbolic" };
  guint counts[] = { self->badge.n_errors, self->badge.n_warnings, self->badge.n_hints };
  g_autofree char *findings = sc_card_tell_findings (self->badge);
  guint n = counts[0] + counts[1] + counts[2];
  guint worst = counts[0] > 0 ? 0 : counts[1] > 0 ? 1 : 2;
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_widget_set_visible (self->badge_button, n > 0);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->badge_button, classes[i]);
  gtk_widget_add_css_class (self->badge_button, classes[worst]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->badge_icon), icons[worst]);
  gtk_label_set_label (GTK_LABEL (self->badge_label), number);
  gtk_widget_set_tooltip_text (self->badge_button, findings);
  if (findings != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->badge_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, findings, -1);
}

/* How high it is, the layout says: GTK keeps what is told here, also when the
 * card has a lower place. */
static void
sc_stage_card_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) SC_CARD_WIDTH : 0;
}

static void
allocate_at (GtkWidget *child,
             double     x,
             double     y,
             int        width,
             int        height)
{
  g_autoptr (GskTransform) transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  gtk_widget_allocate (child, width, height, -1, g_steal_pointer (&transform));
}

/* The badge sits on the card's corner, half outside of it. */
static void
sc_stage_card_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ScStageCard *self = SC_STAGE_CARD (widget);
  int badge_width, badge_height, text_height;

  gtk_widget_measure (self->badge_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &badge_width, NULL, NULL);
  gtk_widget_measure (self->badge_button, GTK_ORIENTATION_VERTICAL, -1, NULL, &badge_height, NULL, NULL);
  allocate_at (self->badge_button,
               self->direction == SC_DIRECTION_LTR ? width - badge_width + 10 : -10, -badge_height / 2.0 + 2,
               badge_width, badge_height);

  gtk_widget_measure (self->name_text, GTK_ORIENTATION_VERTICAL, -1, NULL, &text_height, NULL, NULL);
  if (self->is_editing)
    allocate_at (self->name_text, 8, self->place.name.y - self->place.card.y - (text_height - 20) / 2.0,
                 width - 16, text_height);
}

static void
sc_stage_card_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  ScStageCard *self = SC_STAGE_CARD (widget);
  ScCardPaint paint = {
    .widget = widget,
    .snapshot = snapshot,
    .typesetter = self->typesetter,
    .version = self->version,
    .stage = self->stage,
    .position = self->position,
    .place = &self->place,
    .direction = self->direction,
    .without_name = self->is_editing,
    .figures = self->stage != NULL ? sc_stage_figures_find (self->figures, self->stage->id) : NULL,
  };

  if (self->stage != NULL)
    sc_card_paint (&paint);

  GTK_WIDGET_CLASS (sc_stage_card_parent_class)->snapshot (widget, snapshot);
}

static gboolean
sc_stage_card_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
sc_stage_card_dispose (GObject *object)
{
  ScStageCard *self = SC_STAGE_CARD (object);

  self->is_editing = FALSE;
  g_clear_pointer (&self->badge_button, gtk_widget_unparent);
  g_clear_pointer (&self->name_text, gtk_widget_unparent);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->typesetter, sc_typesetter_unref);
  g_clear_pointer (&self->name_before, g_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_stage_card_parent_class)->dispose (object);
}

static void
sc_stage_card_class_init (ScStageCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_stage_card_dispose;
  widget_class->measure = sc_stage_card_measure;
  widget_class->size_allocate = sc_stage_card_size_allocate;
  widget_class->snapshot = sc_stage_card_snapshot;
  widget_class->grab_focus = sc_stage_card_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "stagecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
make_badge (ScStageCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->badge_icon = gtk_image_new ();
  self->badge_label = gtk_label_new (NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (self->badge_icon), 12);
  gtk_box_append (GTK_BOX (box), self->badge_icon);
  gtk_box_append (GTK_BOX (box), self->badge_label);

  self->badge_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->badge_button), box);
  gtk_widget_add_css_class (self->badge_button, "finding-badge");
  gtk_widget_set_visible (self->badge_button, FALSE);
  gtk_widget_set_parent (self->badge_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->badge_button, "clicked", G_CALLBACK (badge_clicked_cb), self);
}

static void
make_name_text (ScStageCard *self)
{
  self->name_text = gtk_entry_new ();
  gtk_widget_add_css_class (self->name_text, "stage-name");
  gtk_widget_set_visible (self->name_text, FALSE);
  gtk_widget_set_parent (self->name_text, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the stage"), -1);

  g_signal_connect_swapped (self->name_text, "activate", G_CALLBACK (name_activate_cb), self);
  sc_field_watch (self->name_text, G_CALLBACK (name_focus_left_cb), G_CALLBACK (name_key_pressed_cb), self);
}

static void
sc_stage_card_init (ScStageCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  make_badge (self);
  make_name_text (self);
}

/**
 * sc_stage_card_new:
 * @typesetter: what the scheme is measured with
 *
 * Returns: (transfer floating): a card that shows no stage yet
 */
ScStageCard *
sc_stage_card_new (ScTypesetter *typesetter)
{
  ScStageCard *self = g_object_new (SC_TYPE_STAGE_CARD, NULL);

  self->typesetter = sc_typesetter_ref (typesetter);

  return self;
}

/* A name that does not fit can be read all the same. */
static void
update_tooltip (ScStageCard *self)
{
  PangoLayout *name = sc_typesetter_set (self->typesetter, SC_TEXT_NAME, self->stage->name, self->place.name.width,
                                         SC_NAME_MAX_LINES);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pango_layout_is_ellipsized (name) ? self->stage->name : NULL);
}

/**
 * sc_stage_card_show:
 * @self: a card
 * @version: a version
 * @position: the stage of it that the card shows
 * @badge: how many findings there are about the stage
 */
void
sc_stage_card_show (ScStageCard *self,
                    ScVersion   *version,
                    guint        position,
                    ScBadge      badge)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->stage, sc_stage_unref);
  self->version = sc_version_ref (version);
  self->stage = sc_stage_ref (sc_version_get_stage (version, position));
  self->position = position;
  self->badge = badge;

  update_badge (self);
  update_label (self);
  update_description (self);
  update_tooltip (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sc_stage_card_place:
 * @self: a card
 * @place: where its parts are
 * @direction: the way the scheme runs
 */
void
sc_stage_card_place (ScStageCard   *self,
                     const ScPlace *place,
                     ScDirection    direction)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (memcmp (&self->place, place, sizeof *place) == 0 && self->direction == direction)
    return;

  self->place = *place;
  self->direction = direction;
  update_tooltip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_stage_card_get_stage_id:
 * @self: a card
 *
 * Returns: (transfer none): the id of the stage that it shows
 */
const char *
sc_stage_card_get_stage_id (ScStageCard *self)
{
  g_return_val_if_fail (SC_IS_STAGE_CARD (self), NULL);

  return self->stage != NULL ? self->stage->id : NULL;
}

/**
 * sc_stage_card_set_selected:
 * @self: a card
 * @is_selected: whether its stage is the one that is worked on
 */
void
sc_stage_card_set_selected (ScStageCard *self,
                            gboolean     is_selected)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (is_selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/**
 * sc_stage_card_set_has_refusal:
 * @self: a card
 * @has_refusal: whether it says what happens when the client refuses there
 */
void
sc_stage_card_set_has_refusal (ScStageCard *self,
                               gboolean     has_refusal)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (self->has_refusal == has_refusal)
    return;

  self->has_refusal = has_refusal;
  if (self->stage != NULL)
    update_description (self);
}

/**
 * sc_stage_card_set_figures:
 * @self: a card
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of stages, where it
 *   shows that of its own
 */
void
sc_stage_card_set_figures (ScStageCard *self,
                           GPtrArray   *figures)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (self->figures == figures)
    return;

  g_clear_pointer (&self->figures, g_ptr_array_unref);
  self->figures = figures != NULL ? g_ptr_array_ref (figures) : NULL;
  if (self->stage != NULL)
    update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_stage_card_set_lit:
 * @self: a card
 * @is_lit: whether what is pointed at elsewhere concerns its stage
 */
void
sc_stage_card_set_lit (ScStageCard *self,
                       gboolean     is_lit)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (is_lit)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

/**
 * sc_stage_card_set_ghosts:
 * @self: a card
 * @n_ghosts: how many stages would go into this one; the canvas
 *   shows them behind it
 */
void
sc_stage_card_set_ghosts (ScStageCard *self,
                          guint        n_ghosts)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (self->n_ghosts == n_ghosts)
    return;

  self->n_ghosts = n_ghosts;
  if (n_ghosts > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ghost");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ghost");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_stage_card_get_ghosts:
 * @self: a card
 *
 * Returns: how many stages would go into this one
 */
guint
sc_stage_card_get_ghosts (ScStageCard *self)
{
  g_return_val_if_fail (SC_IS_STAGE_CARD (self), 0);

  return self->n_ghosts;
}

/**
 * sc_stage_card_edit_name:
 * @self: a card
 *
 * Lets the user change the stage's name in place.
 */
void
sc_stage_card_edit_name (ScStageCard *self)
{
  g_return_if_fail (SC_IS_STAGE_CARD (self));

  if (self->is_editing || self->stage == NULL)
    return;

  self->is_editing = TRUE;
  g_set_str (&self->name_before, self->stage->name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_text), self->stage->name);
  gtk_widget_set_visible (self->name_text, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->name_text);
  gtk_editable_select_region (GTK_EDITABLE (self->name_text), 0, -1);
}

/**
 * sc_stage_card_is_editing:
 * @self: a card
 *
 * Returns: whether the stage's name is being changed in place
 */
gboolean
sc_stage_card_is_editing (ScStageCard *self)
{
  g_return_val_if_fail (SC_IS_STAGE_CARD (self), FALSE);

  return self->is_editing;
}
