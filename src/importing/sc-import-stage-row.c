/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where the deals of a table stand whose stage column has a certain text. What
 * the text leaves no doubt of is chosen; what it only hints at is chosen and said to
 * be a guess; for all else a choice is asked for. */

#include "importing/sc-import-stage-row.h"

#include <glib/gi18n-lib.h>

#include "method/sc-order.h"
#include "method/sc-recognize.h"

/* In the list the stages stand behind these, and the ends behind the stages. */
enum {
  CHOICE_OPEN,
  CHOICE_LEAVE_OUT,
  N_CHOICES_BEFORE,
};

static const ScTargetKind ends[] = { SC_TARGET_OPEN, SC_TARGET_WON, SC_TARGET_LOST, SC_TARGET_COMPLETED };

struct _ScImportStageRow
{
  AdwComboRow parent_instance;

  ScVersion *version;
  char *text;
  guint n_rows;
  /* What was chosen though the text leaves a doubt, while it is still chosen. */
  gboolean is_guess;
};

G_DEFINE_FINAL_TYPE (ScImportStageRow, sc_import_stage_row, ADW_TYPE_COMBO_ROW);

static void
update_subtitle (ScImportStageRow *self)
{
  g_autofree char *subtitle =
    self->is_guess
    ? g_strdup_printf (ngettext ("%'u row · guessed", "%'u rows · guessed", self->n_rows), self->n_rows)
    : g_strdup_printf (ngettext ("%'u row", "%'u rows", self->n_rows), self->n_rows);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
selected_cb (ScImportStageRow *self)
{
  self->is_guess = FALSE;
  update_subtitle (self);
}

static void
select_choice (ScImportStageRow *self,
               guint             choice,
               gboolean          is_guess)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), choice);
  self->is_guess = is_guess;
  update_subtitle (self);
}

static guint
get_selected (ScImportStageRow *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self));
}

static guint
find_choice (ScImportStageRow *self,
             ScTargetKind      kind,
             const char       *stage_id)
{
  guint position;

  if (kind == SC_TARGET_STAGE && sc_version_find_stage (self->version, stage_id, &position) != NULL)
    return N_CHOICES_BEFORE + position;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] == kind)
      return N_CHOICES_BEFORE + self->version->stages->len + i;

  return kind == SC_TARGET_UNKNOWN ? CHOICE_LEAVE_OUT : CHOICE_OPEN;
}

/* The first stage of the kinds of step that the text speaks of; where the process has
 * none, the one that such a step would have come into. */
static guint
guess_by_kinds (ScImportStageRow *self)
{
  ScKindSet kinds = sc_recognize_kinds (self->text) & ~SC_KIND_BIT (SC_KIND_OTHER);
  guint position;

  if (kinds == 0)
    return CHOICE_OPEN;
  for (guint i = 0; i < self->version->stages->len; i++)
    if ((sc_version_get_stage (self->version, i)->kinds & kinds) != 0)
      return N_CHOICES_BEFORE + i;

  position = sc_order_find_place (self->version, sc_order_get_first_kind (kinds, &self->version->aspects));

  return N_CHOICES_BEFORE + MIN (MAX (position, 1), self->version->stages->len) - 1;
}

static GListModel *
make_choices (const ScVersion *version)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Choose…"));
  gtk_string_list_append (choices, _("Skip"));
  for (guint i = 0; i < version->stages->len; i++)
    gtk_string_list_append (choices, sc_version_get_stage (version, i)->name);
  gtk_string_list_append (choices, _("Open, in the first stage"));
  gtk_string_list_append (choices, _("Won"));
  gtk_string_list_append (choices, _("Lost"));
  gtk_string_list_append (choices, _("Completed"));

  return G_LIST_MODEL (choices);
}

static void
sc_import_stage_row_finalize (GObject *object)
{
  ScImportStageRow *self = SC_IMPORT_STAGE_ROW (object);

  g_clear_pointer (&self->version, sc_version_unref);
  g_free (self->text);

  G_OBJECT_CLASS (sc_import_stage_row_parent_class)->finalize (object);
}

static void
sc_import_stage_row_class_init (ScImportStageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_import_stage_row_finalize;
}

static void
sc_import_stage_row_init (ScImportStageRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * sc_import_stage_row_new:
 * @version: the version along which deals are worked
 * @text: a text of the stage column
 * @title: what the row is called
 * @n_rows: how many rows of the table have the text
 *
 * Returns: (transfer floating): a row on which nothing is chosen
 */
GtkWidget *
sc_import_stage_row_new (ScVersion  *version,
                         const char *text,
                         const char *title,
                         guint       n_rows)
{
  ScImportStageRow *self = g_object_new (SC_TYPE_IMPORT_STAGE_ROW, NULL);
  g_autoptr (GListModel) choices = make_choices (version);

  self->version = sc_version_ref (version);
  self->text = g_strdup (text);
  self->n_rows = n_rows;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
  update_subtitle (self);

  return GTK_WIDGET (self);
}

/**
 * sc_import_stage_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): the text of the stage column
 */
const char *
sc_import_stage_row_get_text (ScImportStageRow *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGE_ROW (self), NULL);

  return self->text;
}

/**
 * sc_import_stage_row_get_n_rows:
 * @self: a row
 *
 * Returns: how many rows of the table have its text
 */
guint
sc_import_stage_row_get_n_rows (ScImportStageRow *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGE_ROW (self), 0);

  return self->n_rows;
}

/**
 * sc_import_stage_row_guess:
 * @self: a row
 *
 * Chooses what the text says. Where it only speaks of a kind of step the choice is
 * marked as a guess, and where it says nothing the row stays open.
 */
void
sc_import_stage_row_guess (ScImportStageRow *self)
{
  ScTargetKind kind;
  const char *stage_id;

  g_return_if_fail (SC_IS_IMPORT_STAGE_ROW (self));

  if (sc_target_guess (self->version, self->text, &kind, &stage_id))
    {
      select_choice (self, find_choice (self, kind, stage_id), FALSE);
    }
  else
    {
      guint choice = guess_by_kinds (self);

      select_choice (self, choice, choice != CHOICE_OPEN);
    }
}

/**
 * sc_import_stage_row_set_target:
 * @self: a row
 * @target: (nullable): where such deals stand, %NULL where nobody has said it
 *
 * Chooses it, as long as the process has such a stage; else the row is open.
 */
void
sc_import_stage_row_set_target (ScImportStageRow *self,
                                const ScTarget   *target)
{
  g_return_if_fail (SC_IS_IMPORT_STAGE_ROW (self));

  select_choice (self, target != NULL ? find_choice (self, target->kind, target->stage_id) : CHOICE_OPEN, FALSE);
}

/**
 * sc_import_stage_row_is_open:
 * @self: a row
 *
 * Returns: whether nothing is chosen on it
 */
gboolean
sc_import_stage_row_is_open (ScImportStageRow *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGE_ROW (self), FALSE);

  return get_selected (self) == CHOICE_OPEN;
}

/**
 * sc_import_stage_row_is_left_out:
 * @self: a row
 *
 * Returns: whether such rows of the table are not to be taken
 */
gboolean
sc_import_stage_row_is_left_out (ScImportStageRow *self)
{
  g_return_val_if_fail (SC_IS_IMPORT_STAGE_ROW (self), FALSE);

  return get_selected (self) == CHOICE_LEAVE_OUT;
}

/**
 * sc_import_stage_row_leave_out:
 * @self: a row
 *
 * Chooses that such rows of the table are not taken.
 */
void
sc_import_stage_row_leave_out (ScImportStageRow *self)
{
  g_return_if_fail (SC_IS_IMPORT_STAGE_ROW (self));

  select_choice (self, CHOICE_LEAVE_OUT, FALSE);
}

/**
 * sc_import_stage_row_take:
 * @self: a row
 * @mapping: how the table is read
 *
 * Says in @mapping what is chosen; of an open row, that its deals stand nowhere.
 */
void
sc_import_stage_row_take (ScImportStageRow *self,
                          ScImportMapping  *mapping)
{
  guint selected, n_stages;

  g_return_if_fail (SC_IS_IMPORT_STAGE_ROW (self));

  selected = get_selected (self);
  n_stages = self->version->stages->len;
  if (selected < N_CHOICES_BEFORE)
    sc_import_mapping_set_target (mapping, self->text, SC_TARGET_UNKNOWN, NULL);
  else if (selected < N_CHOICES_BEFORE + n_stages)
    sc_import_mapping_set_target (mapping, self->text, SC_TARGET_STAGE,
                                  sc_version_get_stage (self->version, selected - N_CHOICES_BEFORE)->id);
  else if (selected - N_CHOICES_BEFORE - n_stages < G_N_ELEMENTS (ends))
    sc_import_mapping_set_target (mapping, self->text, ends[selected - N_CHOICES_BEFORE - n_stages], NULL);
}
