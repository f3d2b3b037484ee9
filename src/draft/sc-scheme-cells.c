/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed or pasted into a table of a draft's stages, as one edit with a name: into the
 * cells of several stages at once, and from a spreadsheet over as many rows and columns as
 * it has. Either all of it is written, or nothing. */

#include "draft/sc-scheme-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "draft/sc-cell-headings.h"
#include "method/sc-known-role.h"
#include "method/sc-recognize.h"
#include "method/sc-stage-edits.h"
#include "method/sc-stage-names.h"
#include "model/sc-name.h"

/* The version so far, and the edits that lead there. */
typedef struct {
  ScVersion *version;
  GPtrArray *edits;
  char *taken; /* what the first role is said to be that is known by another name */
} Steps;

static void
steps_clear (Steps *self)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Steps, steps_clear)

static void
steps_start (Steps    *self,
             ScDesign *design)
{
  self->version = sc_version_ref (sc_design_get_version (design));
  self->edits = sc_edits_new ();
}

/* Takes over @edits, each made from the version that the ones before it lead to. */
static gboolean
steps_add (Steps     *self,
           GPtrArray *edits,
           GError   **error)
{
  g_autoptr (GPtrArray) owned = edits;

  while (owned->len > 0)
    {
      ScEdit *edit = g_ptr_array_steal_index (owned, 0);

      if (!sc_version_do (&self->version, self->edits, edit, error))
        return FALSE;
    }

  return TRUE;
}

/* Somebody who pastes “Sales manager” is told that this is “Manager” here. */
static void
note_taken (Steps         *steps,
            const ScStage *stage,
            const char    *text)
{
  const ScRole *role = sc_version_find_role (steps->version, stage->responsible, NULL);
  g_autofree char *name = sc_name_squeeze (text);

  if (steps->taken == NULL && role != NULL && sc_known_role (steps->version, name) != role)
    /* Translators: a role as it was pasted, and which of the process's roles that is */
    steps->taken = g_strdup_printf (_("Pasted. “%1$s” is taken for “%2$s”"), name, role->name);
}

static gboolean
set_cell (Steps        *steps,
          const char   *stage_id,
          ScStageColumn column,
          const char   *text,
          GError      **error)
{
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage (steps->version, stage_id, NULL));
  g_autoptr (ScRole) role = NULL;

  if (!sc_stage_cell_set_text (steps->version, stage, column, text, &role, error))
    return FALSE;
  if (role != NULL && !sc_version_do (&steps->version, steps->edits,
                                      sc_edit_insert_role (role, steps->version->roles->len), error))
    return FALSE;

  if (column == SC_STAGE_RESPONSIBLE)
    note_taken (steps, stage, text);

  return steps_add (steps, sc_replace_stage (steps->version, stage), error);
}

static const char *
get_name (ScDesign   *design,
          const char *stage_id)
{
  const ScStage *stage = sc_version_find_stage (sc_design_get_version (design), stage_id, NULL);

  return stage != NULL && *stage->name != '\0' ? stage->name : _("unnamed");
}

static char *
make_label (ScDesign     *design,
            GPtrArray    *stage_ids,
            ScStageColumn column,
            const char   *text)
{
  const char *name = get_name (design, stage_ids->pdata[0]);

  if (stage_ids->len > 1)
    return g_strdup_printf (ngettext ("Change %u stage", "Change %u stages", stage_ids->len), stage_ids->len);

  switch (column)
    {
    case SC_STAGE_NAME:
      return g_strdup_printf (C_("undo scheme", "Rename “%1$s” to “%2$s”"), name, *text != '\0' ? text : _("unnamed"));
    case SC_STAGE_KINDS:
      return g_strdup_printf (C_("undo scheme", "Change the kinds of “%s”"), name);
    case SC_STAGE_RESPONSIBLE:
      return g_strdup_printf (C_("undo scheme", "Change who is responsible for “%s”"), name);
    case SC_STAGE_TIME:
      return g_strdup_printf (C_("undo scheme", "Change the target time of “%s”"), name);
    case SC_STAGE_PROBABILITY:
    case SC_STAGE_CRITERIA:
    default:
      return g_strdup_printf (C_("undo scheme", "Change the win probability of “%s”"), name);
    }
}

/**
 * sc_scheme_fill_cells:
 * @design: a design
 * @stage_ids: (element-type utf8): some of its stages
 * @column: a column that can be written
 * @text: what is to stand there in all their cells
 * @error: of %SC_CELL_ERROR, in words for the cell
 *
 * Returns: whether that can stand there; where it stands there already, nothing is changed
 */
gboolean
sc_scheme_fill_cells (ScDesign     *design,
                      GPtrArray    *stage_ids,
                      ScStageColumn column,
                      const char   *text,
                      GError      **error)
{
  g_auto (Steps) steps = { NULL };
  g_autofree char *label = NULL;

  g_return_val_if_fail (SC_IS_DESIGN (design) && column < SC_STAGE_CRITERIA, FALSE);

  if (sc_design_get_version (design) == NULL || stage_ids->len == 0)
    return TRUE;

  steps_start (&steps, design);
  for (guint i = 0; i < stage_ids->len; i++)
    if (sc_version_find_stage (steps.version, stage_ids->pdata[i], NULL) != NULL &&
        !set_cell (&steps, stage_ids->pdata[i], column, text, error))
      return FALSE;

  label = make_label (design, stage_ids, column, text);
  if (sc_design_edit (design, label, steps.edits) && stage_ids->len > 1)
    {
      g_autofree char *told = g_strdup_printf (ngettext ("%u stage changed", "%u stages changed", stage_ids->len), stage_ids->len);

      sc_design_tell (design, told);
    }

  return TRUE;
}

/* Returns the id of the stage of a row; one behind the last is added where it has a name. */
static const char *
need_row (Steps      *steps,
          guint       position,
          const char *name,
          GError    **error)
{
  if (position < steps->version->stages->len)
    return sc_version_get_stage (steps->version, position)->id;
  if (name == NULL || *name == '\0' ||
      !steps_add (steps, sc_insert_stage (steps->version, sc_recognize_kinds (name), name, steps->version->stages->len, NULL),
                  error))
    return NULL;

  return sc_version_get_stage (steps->version, steps->version->stages->len - 1)->id;
}

/* What is wrong with it is said with the row that it stands in. */
static gboolean
prefix_row (GError **error,
            guint    row)
{
  /* Translators: of a pasted table; what is wrong follows */
  g_prefix_error (error, _("Row %u: "), row + 1);

  return FALSE;
}

static gboolean
paste_row (Steps        *steps,
           guint         position,
           ScStageColumn column,
           char        **cells,
           GError      **error)
{
  g_autofree char *name = column == SC_STAGE_NAME && cells[0] != NULL ? g_strstrip (g_strdup (cells[0])) : NULL;
  g_autofree char *stage_id = g_strdup (need_row (steps, position, name, error));

  if (stage_id == NULL)
    return *error == NULL;

  for (guint i = 0; cells[i] != NULL && column + i < SC_STAGE_CRITERIA; i++)
    if (!set_cell (steps, stage_id, column + i, cells[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
paste_rows (Steps        *steps,
            guint         position,
            ScStageColumn column,
            char        **lines,
            GError      **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '\0' && !paste_row (steps, position + i, column, cells, error))
        return prefix_row (error, i);
    }

  return TRUE;
}

static gboolean
paste_headed_row (Steps                *steps,
                  guint                 position,
                  const ScCellHeadings *headings,
                  char                **cells,
                  GError              **error)
{
  guint n_cells = g_strv_length (cells);
  g_autofree char *stage_id = NULL;
  g_autofree char *name = NULL;
  guint place;

  if (sc_cell_headings_find (headings, SC_STAGE_NAME, &place) && place < n_cells)
    name = sc_cell_headings_complete (headings, SC_STAGE_NAME, cells[place]);
  stage_id = g_strdup (need_row (steps, position, name, error));
  if (stage_id == NULL)
    return *error == NULL;

  for (ScStageColumn column = 0; column < SC_STAGE_CRITERIA; column++)
    if (sc_cell_headings_find (headings, column, &place) && place < n_cells)
      {
        g_autofree char *text = sc_cell_headings_complete (headings, column, cells[place]);

        if (*text != '\0' && !set_cell (steps, stage_id, column, text, error))
          return FALSE;
      }

  return TRUE;
}

/* A table with headings says itself what stands where, whatever the order of its columns, and
 * leaves alone what it does not have. */
static gboolean
paste_headed (Steps                *steps,
              guint                 position,
              const ScCellHeadings *headings,
              char                **lines,
              GError              **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (!paste_headed_row (steps, position + i, headings, cells, error))
        return prefix_row (error, i);
    }

  return TRUE;
}

/**
 * sc_scheme_paste_cells:
 * @design: a design
 * @stage_id: the stage in whose row it begins
 * @column: the column that it begins in
 * @text: what was copied from a spreadsheet: rows of cells with tabs between, with or without
 *   headings over them
 * @error: why it can't be, with the row and in words for people
 *
 * Writes it into the cells from there to the right and down; what has headings goes into the
 * columns that they name. Rows behind the last stage become stages where they have a name.
 *
 * Returns: whether it could be done; if not, nothing was changed
 */
gboolean
sc_scheme_paste_cells (ScDesign     *design,
                       const char   *stage_id,
                       ScStageColumn column,
                       const char   *text,
                       GError      **error)
{
  g_autoptr (GError) reason = NULL;
  g_auto (Steps) steps = { NULL };
  g_autofree char *plain = g_strchomp (g_strdup (text));
  g_autoptr (ScCellHeadings) headings = NULL;
  g_auto (GStrv) lines = NULL;
  guint position;
  gboolean is_done;

  g_return_val_if_fail (SC_IS_DESIGN (design), FALSE);

  if (sc_design_get_version (design) == NULL ||
      sc_version_find_stage (sc_design_get_version (design), stage_id, &position) == NULL)
    return TRUE;

  lines = g_strsplit (plain, "\n", SC_MAX_STAGE_NAMES);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  steps_start (&steps, design);
  headings = sc_cell_headings_read (lines, column);
  if (headings != NULL)
    is_done = paste_headed (&steps, position, headings, lines + 1, &reason);
  else
    is_done = paste_rows (&steps, position, column, lines, &reason);

  if (!is_done)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (sc_design_edit (design, C_("undo scheme", "Paste into the table"), steps.edits))
    sc_design_tell (design, steps.taken != NULL ? steps.taken : _("Pasted into the table"));

  return TRUE;
}

/**
 * sc_scheme_remove_all:
 * @design: a design
 * @stage_ids: (element-type utf8): some of its stages
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_remove_all (ScDesign  *design,
                      GPtrArray *stage_ids)
{
  g_auto (Steps) steps = { NULL };
  g_autofree char *label = NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (SC_IS_DESIGN (design), FALSE);

  if (sc_design_get_version (design) == NULL)
    return FALSE;

  steps_start (&steps, design);
  for (guint i = 0; i < stage_ids->len; i++)
    if (sc_version_find_stage (steps.version, stage_ids->pdata[i], NULL) != NULL &&
        !steps_add (&steps, sc_remove_stage (steps.version, stage_ids->pdata[i]), NULL))
      return FALSE;

  label = g_strdup_printf (ngettext ("Delete %u stage", "Delete %u stages", stage_ids->len), stage_ids->len);
  told = g_strdup_printf (ngettext ("%u stage deleted", "%u stages deleted", stage_ids->len), stage_ids->len);
  if (!sc_design_edit (design, label, steps.edits))
    return FALSE;
  sc_design_tell (design, told);

  return TRUE;
}
