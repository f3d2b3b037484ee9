/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can still be answered to a client who refuses: the objections among the tactics
 * of a deal's stage, filled in, those that fit the reason first. */

#include "deal/sc-objections.h"

#include <glib/gi18n-lib.h>

#include "model/sc-tactic-choice.h"
#include "model/sc-tactic-fill.h"
#include "widgets/sc-change.h"

/* A label of a megabyte would stop the window; what is copied is all of it. */
#define MAX_SHOWN 20000

typedef struct {
  ScTactic *tactic;
  char *text; /* filled in */
  GtkWidget *row;
} Objection;

struct _ScObjections
{
  AdwPreferencesGroup parent_instance;

  ScStore *store;
  ScDeal *deal;
  GPtrArray *objections; /* as they are shown */
  GtkWidget *more_row;
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (ScObjections, sc_objections, ADW_TYPE_PREFERENCES_GROUP);

static void
objection_free (gpointer data)
{
  Objection *objection = data;

  sc_tactic_free (objection->tactic);
  g_free (objection->text);
  g_free (objection);
}

static Objection *
find_with (ScObjections *self,
           GtkWidget    *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < self->objections->len; i++)
    if (((Objection *) self->objections->pdata[i])->row == row)
      return self->objections->pdata[i];

  return NULL;
}

static void
copy_clicked_cb (ScObjections *self,
                 GtkWidget    *button)
{
  const Objection *objection = find_with (self, button);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), objection->text);
  sc_change_run (GTK_WIDGET (self), self->store, sc_command_use_tactic (self->deal, objection->tactic), _("Copied"), NULL, NULL);
}

static GtkWidget *
create_copy_button (ScObjections *self,
                    const char   *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: %s is what a client objects; what is answered to it is copied. */
  g_autofree char *name = g_strdup_printf (_("Copy “%s”"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *row = adw_preferences_row_new ();
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SHOWN));
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return row;
}

/* Its text is made when it is asked for. */
static void
expanded_cb (ScObjections   *self,
             GParamSpec     *pspec,
             AdwExpanderRow *row)
{
  Objection *objection = find_with (self, GTK_WIDGET (row));

  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  if (objection != NULL)
    adw_expander_row_add_row (row, create_text (objection->text));
}

static void
add_objection (ScObjections         *self,
               const ScRefusalFacts *facts,
               const ScTactic       *tactic)
{
  Objection *objection = g_new0 (Objection, 1);

  objection->tactic = sc_tactic_copy (tactic);
  objection->text = sc_tactic_fill (tactic->text, facts->deal, facts->answers);
  objection->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (objection->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (objection->row), tactic->title);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (objection->row), create_copy_button (self, tactic->title));
  g_signal_connect_object (objection->row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), objection->row);
  g_ptr_array_add (self->objections, objection);
}

static void
update_more (ScObjections *self)
{
  guint n_hidden = 0;

  for (guint i = 0; i < self->objections->len; i++)
    {
      gboolean is_shown = self->shows_all || i < SC_TACTICS_SHOWN;

      gtk_widget_set_visible (((Objection *) self->objections->pdata[i])->row, is_shown);
      n_hidden += is_shown ? 0 : 1;
    }
  gtk_widget_set_visible (self->more_row, n_hidden > 0);
}

static void
more_activated_cb (ScObjections *self)
{
  self->shows_all = TRUE;
  update_more (self);
  gtk_widget_grab_focus (((Objection *) self->objections->pdata[SC_TACTICS_SHOWN])->row);
}

static void
clear (ScObjections *self)
{
  for (guint i = 0; i < self->objections->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), ((Objection *) self->objections->pdata[i])->row);
  g_ptr_array_set_size (self->objections, 0);
}

static void
sc_objections_dispose (GObject *object)
{
  ScObjections *self = SC_OBJECTIONS (object);

  g_clear_pointer (&self->objections, g_ptr_array_unref);
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_objections_parent_class)->dispose (object);
}

static void
sc_objections_class_init (ScObjectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_objections_dispose;
}

static void
sc_objections_init (ScObjections *self)
{
  self->objections = g_ptr_array_new_with_free_func (objection_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Before You Give Up"));

  self->more_row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), _("Show All"));
  g_signal_connect_object (self->more_row, "activated", G_CALLBACK (more_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row);
}

/**
 * sc_objections_new:
 *
 * Returns: (transfer floating): a group that shows none yet
 */
GtkWidget *
sc_objections_new (void)
{
  return g_object_new (SC_TYPE_OBJECTIONS, NULL);
}

static GPtrArray *
list_objections (const ScRefusalFacts *facts,
                 const char           *reason)
{
  const ScStage *stage = sc_version_find_stage (facts->version, facts->deal->stage_id, NULL);
  GPtrArray *list = stage != NULL ? sc_tactics_order (stage, facts->deal, reason) : g_ptr_array_new ();

  for (guint i = 0; i < list->len;)
    if (((ScTactic *) list->pdata[i])->kind != SC_TACTIC_OBJECTION)
      g_ptr_array_remove_index (list, i);
    else
      i++;

  return list;
}

static gboolean
has_same (ScObjections         *self,
          const ScRefusalFacts *facts,
          GPtrArray            *list)
{
  if (self->objections->len != list->len)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const Objection *objection = self->objections->pdata[i];
      const ScTactic *tactic = list->pdata[i];
      g_autofree char *text = sc_tactic_fill (tactic->text, facts->deal, facts->answers);

      if (!sc_tactic_equal (objection->tactic, tactic) || !g_str_equal (objection->text, text))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_objections_show:
 * @self: a group
 * @store: the store
 * @facts: what is known of the deal
 * @reason: (nullable): why the client refuses
 *
 * Where the stage has no objections the group is not shown. What is unfolded stays so as
 * long as their order does.
 */
void
sc_objections_show (ScObjections         *self,
                    ScStore              *store,
                    const ScRefusalFacts *facts,
                    const char           *reason)
{
  g_autoptr (GPtrArray) list = NULL;
  ScDeal *old;

  g_return_if_fail (SC_IS_OBJECTIONS (self));

  list = list_objections (facts, reason);
  old = self->deal;
  self->deal = sc_deal_ref (facts->deal);
  g_clear_pointer (&old, sc_deal_unref);
  g_set_object (&self->store, store);
  gtk_widget_set_visible (GTK_WIDGET (self), list->len > 0);
  if (has_same (self, facts, list))
    return;

  clear (self);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_object_ref (self->more_row));
  for (guint i = 0; i < list->len; i++)
    add_objection (self, facts, list->pdata[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row);
  g_object_unref (self->more_row);
  update_more (self);
}
