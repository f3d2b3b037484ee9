/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages of a draft as a table: what stands in a cell, in the user's language, and how
 * what is typed there is read: as a spreadsheet has it, too, whatever its language. */

#include "draft/sc-stage-cells.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "method/sc-known-role.h"
#include "method/sc-recognize.h"
#include "method/sc-stage-edits.h"
#include "model/sc-duration-entry.h"
#include "model/sc-name.h"
#include "model/sc-percent.h"

G_DEFINE_QUARK (sc - cell - error - quark, sc_cell_error);

static const char *const titles[SC_N_STAGE_COLUMNS] = {
  [SC_STAGE_NAME] = NC_("stage column", "Stage"),
  [SC_STAGE_KINDS] = NC_("stage column", "Kinds of Step"),
  [SC_STAGE_RESPONSIBLE] = NC_("stage column", "Responsible"),
  [SC_STAGE_TIME] = NC_("stage column", "Target Time"),
  [SC_STAGE_PROBABILITY] = NC_("stage column", "Probability"),
  [SC_STAGE_CRITERIA] = NC_("stage column", "Criteria"),
};

/**
 * sc_stage_column_get_title:
 * @column: a column
 *
 * Returns: what stands over it, in the user's language
 */
const char *
sc_stage_column_get_title (ScStageColumn column)
{
  g_return_val_if_fail (column < SC_N_STAGE_COLUMNS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "stage column", titles[column]);
}

/**
 * sc_stage_cell_get_text:
 * @version: a version
 * @stage: one of its stages
 * @column: a column
 *
 * Returns: (transfer full): what stands in the stage's cell, in the user's language; empty
 *   where nothing does
 */
char *
sc_stage_cell_get_text (const ScVersion *version,
                        const ScStage   *stage,
                        ScStageColumn    column)
{
  const ScRole *role = sc_version_find_role (version, stage->responsible, NULL);

  switch (column)
    {
    case SC_STAGE_NAME:
      return g_strdup (stage->name);
    case SC_STAGE_KINDS:
      return sc_kind_set_to_text (stage->kinds, sc_language_get_default ());
    case SC_STAGE_RESPONSIBLE:
      return g_strdup (role != NULL ? role->name : "");
    case SC_STAGE_TIME:
      return sc_duration_to_text (stage->duration, version->calendar);
    case SC_STAGE_PROBABILITY:
      return stage->probability < 0 ? g_strdup ("") : sc_percent_to_text (stage->probability);
    case SC_STAGE_CRITERIA:
    default:
      return g_strdup_printf ("%u", stage->criteria->len);
    }
}

static gboolean
refuse (GError    **error,
        const char *text,
        const char *possible)
{
  /* Translators: what was typed, and what can be typed there */
  g_set_error (error, SC_CELL_ERROR, SC_CELL_ERROR_NOT_UNDERSTOOD, _("“%1$s” is not understood. %2$s"), text, possible);

  return FALSE;
}

static gboolean
find_kind (const char *name,
           ScKindSet  *kinds)
{
  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    for (ScLanguage language = 0; language < SC_N_LANGUAGES; language++)
      if (sc_name_equal (sc_kind_get_name (kind, language), name))
        {
          *kinds |= SC_KIND_BIT (kind);
          return TRUE;
        }

  return FALSE;
}

/* By their names, or by what a person calls them. */
static gboolean
set_kinds (ScStage    *stage,
           const char *text,
           GError    **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;", -1);
  ScKindSet kinds = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      ScKindSet recognized = sc_recognize_kinds (name);

      if (*name == '\0' || find_kind (name, &kinds))
        continue;
      if (recognized == 0 || recognized == SC_KIND_BIT (SC_KIND_OTHER))
        return refuse (error, name, _("Possible are kinds of step such as Presentation, Proposal"));
      kinds |= recognized;
    }
  stage->kinds = kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER);

  return TRUE;
}

static void
set_responsible (const ScVersion *version,
                 ScStage         *stage,
                 const char      *name,
                 ScRole         **new_role)
{
  const ScRole *role = sc_known_role (version, name);
  g_autoptr (ScRole) made = NULL;

  if (role == NULL)
    role = sc_known_role_like (version, name);
  if (role == NULL && *name != '\0')
    role = made = sc_role_new (name, sc_function_guess (name));
  sc_stage_make_responsible (stage, role != NULL ? role->id : NULL);
  *new_role = g_steal_pointer (&made);
}

/* “30”, “30 %”; “0.3” is what a spreadsheet has for it. */
static gboolean
set_probability (ScStage    *stage,
                 const char *text,
                 GError    **error)
{
  g_autofree char *digits = g_strdelimit (g_strdup (text), ",", '.');
  gboolean has_sign = g_str_has_suffix (digits, "%");
  gboolean is_share = !has_sign && strchr (digits, '.') != NULL;
  char *end;
  double number;

  if (*text == '\0')
    {
      stage->probability = SC_PROBABILITY_UNSET;
      return TRUE;
    }
  if (has_sign)
    digits[strlen (digits) - 1] = '\0';
  while (g_str_has_suffix (digits, "\u00a0") || g_str_has_suffix (digits, " "))
    digits[strlen (digits) - (g_str_has_suffix (digits, " ") ? 1 : strlen ("\u00a0"))] = '\0';

  number = g_ascii_isdigit (*digits) ? g_ascii_strtod (digits, &end) : -1;
  if (number >= 0 && is_share && number <= 1)
    number *= 100;
  if (number < 0 || *end != '\0' || number > 100)
    return refuse (error, text, _("Possible are whole numbers from 0 to 100"));
  stage->probability = round (number) / 100;

  return TRUE;
}

static gboolean
set_duration (const ScVersion *version,
              ScStage         *stage,
              const char      *text,
              GError         **error)
{
  const ScCalendar *calendar = version->calendar != NULL ? version->calendar : sc_calendar_get_standard ();
  ScDuration duration;

  if (!sc_duration_parse (text, stage->duration.unit, calendar, &duration))
    return refuse (error, text, _("Possible are times such as 5, 1.5 or 3 hours"));
  stage->duration = duration;

  return TRUE;
}

/**
 * sc_stage_cell_set_text:
 * @version: a version
 * @stage: a copy of one of its stages, which is changed
 * @column: a column that can be written
 * @text: what is typed in the stage's cell; nothing empties it
 * @new_role: (out) (nullable): the role that has to be added first
 * @error: of %SC_CELL_ERROR, in words for the cell
 *
 * Returns: whether that can stand there
 */
gboolean
sc_stage_cell_set_text (const ScVersion *version,
                        ScStage         *stage,
                        ScStageColumn    column,
                        const char      *text,
                        ScRole         **new_role,
                        GError         **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  *new_role = NULL;
  switch (column)
    {
    case SC_STAGE_NAME:
      g_set_str (&stage->name, trimmed);
      return TRUE;
    case SC_STAGE_KINDS:
      return set_kinds (stage, trimmed, error);
    case SC_STAGE_RESPONSIBLE:
      set_responsible (version, stage, trimmed, new_role);
      return TRUE;
    case SC_STAGE_TIME:
      return set_duration (version, stage, trimmed, error);
    case SC_STAGE_PROBABILITY:
      return set_probability (stage, trimmed, error);
    case SC_STAGE_CRITERIA:
    default:
      return TRUE;
    }
}

/**
 * sc_stage_cells_copy:
 * @version: a version
 * @stage_ids: (element-type utf8): some of its stages
 *
 * Returns: (transfer full): their rows as a spreadsheet takes them, in the scheme's order
 */
char *
sc_stage_cells_copy (const ScVersion *version,
                     GPtrArray       *stage_ids)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (!g_ptr_array_find_with_equal_func (stage_ids, stage->id, g_str_equal, NULL))
        continue;
      for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
        {
          g_autofree char *text = g_strdelimit (sc_stage_cell_get_text (version, stage, column), "\t\r\n", ' ');

          g_string_append_printf (rows, "%s%c", text, column + 1 < SC_N_STAGE_COLUMNS ? '\t' : '\n');
        }
    }

  return g_string_free_and_steal (rows);
}
