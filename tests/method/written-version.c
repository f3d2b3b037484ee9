/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process in a line of a table: its stages with “|” between, each the kinds
 * that it covers; signs in front of a stage take something off it. */

#include "written-version.h"

#include "method/sc-usual.h"

#include <string.h>

/* selling, novelty, demand, market, offer, payment terms: as the first letters
 * of their values, “.” where unset. */
static ScAspects
parse_aspects (const char *letters)
{
  static const char *const values[SC_N_ASPECTS] = { "tc", "ie", "fu", "bp", "ps", "ba" };
  ScAspects aspects = { { 0 } };

  g_assert_cmpuint (strlen (letters), ==, SC_N_ASPECTS);
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (letters[i] != '.')
      aspects.value[i] = (guint8) (strchr (values[i], letters[i]) - values[i] + 1);

  return aspects;
}

/* A figure: refused deals go back to the stage at that place, from 1; 0: to one that is
 * not there. -: no goal; !: no exit criteria; ?: nobody responsible; @: no target time;
 * ^: the project manager responsible, and nobody else there; ~: no name;
 * =: named like the stage in front; *: the client mark stands after it. */
static void
add_stage (ScVersion  *version,
           const char *text)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  const char *kinds_text = text + strspn (text, "-!?@^~=* 0123456789");
  ScKindSet kinds;
  ScStage *stage;

  g_assert_true (sc_kind_set_from_string (kinds_text, &kinds));
  stage = sc_usual_stage (version, kinds, roles);
  for (guint i = 0; i < roles->len; i++)
    g_ptr_array_add (version->roles, roles->pdata[i]);

  for (const char *sign = text; sign < kinds_text; sign++)
    switch (*sign)
      {
      case '-':
        g_set_str (&stage->goal, " ");
        break;

      case '!':
        g_ptr_array_set_size (stage->criteria, 0);
        sc_stage_add_criterion (stage, " ");
        break;

      case '?':
        g_clear_pointer (&stage->responsible, g_free);
        break;

      case '@':
        stage->duration.value = 0;
        break;

      case '^':
        {
          const char *const nobody[] = { NULL };
          ScRole *role = sc_role_new ("PM", SC_FUNCTION_DELIVERY);

          g_ptr_array_add (version->roles, role);
          g_set_str (&stage->responsible, role->id);
          sc_stage_set_participants (stage, nobody);
          break;
        }

      case '~':
        g_set_str (&stage->name, " ");
        break;

      case '=':
        {
          g_autofree char *name = g_utf8_strup (sc_version_get_stage (version, version->stages->len - 1)->name, -1);

          g_set_str (&stage->name, name);
          break;
        }

      case '*':
        version->mark = g_strdup (stage->id);
        break;

      default:
        if (g_ascii_isdigit (*sign))
          {
            stage->refusal.kind = SC_REFUSAL_BACK;
            stage->refusal.stage_id = g_strndup (sign, 1);
          }
        break;
      }

  g_ptr_array_add (version->stages, stage);
}

/* Puts an id where a place was written. */
static void
find_refusal (const ScVersion *version,
              ScStage         *stage)
{
  guint place = stage->refusal.stage_id != NULL ? (guint) g_ascii_digit_value (*stage->refusal.stage_id) : 0;

  if (place > 0)
    g_set_str (&stage->refusal.stage_id, sc_version_get_stage (version, place - 1)->id);
}

/**
 * written_version_new:
 * @aspects: the answers
 * @text: the stages
 *
 * Returns: (transfer full): a version as it is written there
 */
ScVersion *
written_version_new (const char *aspects,
                     const char *text)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  g_auto (GStrv) stages = g_strsplit (text, "|", -1);

  version->aspects = parse_aspects (aspects);
  for (guint i = 0; stages[i] != NULL; i++)
    add_stage (version, g_strstrip (stages[i]));
  for (guint i = 0; i < version->stages->len; i++)
    find_refusal (version, sc_version_get_stage (version, i));

  return version;
}

/**
 * written_version_to_text:
 * @version: a version
 *
 * Returns: (transfer full): its stages, each as the kinds that it covers
 */
char *
written_version_to_text (const ScVersion *version)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < version->stages->len; i++)
    {
      g_autofree char *kinds = sc_kind_set_to_string (sc_version_get_stage (version, i)->kinds);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", kinds);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
