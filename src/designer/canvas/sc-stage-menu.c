/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus of the canvas. All that can be done by dragging is in them too. */

#include "designer/canvas/sc-stage-menu.h"

#include <glib/gi18n-lib.h>

#include "method/sc-stage-edits.h"
#include "toolkit/sc-menu-target.h"

/* A name as a menu shows it: its underscores are no mnemonics. */
static char *
quote_name (const char *format,
            const char *name)
{
  g_auto (GStrv) parts = g_strsplit (*name != '\0' ? name : _("unnamed"), "_", -1);
  g_autofree char *shown = g_strjoinv ("__", parts);

  return g_strdup_printf (format, shown);
}

static ScKindSet
get_covered (const ScVersion *version)
{
  ScKindSet covered = 0;

  for (guint i = 0; i < version->stages->len; i++)
    covered |= sc_version_get_stage (version, i)->kinds;

  return covered;
}

/* Between two stages, by what they are: while a menu is open, somebody else may
 * change which numbers they have. */
static GVariant *
make_place (const ScVersion *version,
            guint            position,
            const char      *kind_id)
{
  const char *after = position > 0 ? sc_version_get_stage (version, position - 1)->id : "";
  const char *before = position < version->stages->len ? sc_version_get_stage (version, position)->id : "";

  return g_variant_new ("(sss)", after, before, kind_id);
}

static void
append_kinds (GMenu           *menu,
              const ScVersion *version,
              ScKindSet        kinds,
              guint            position)
{
  for (ScKind kind = 0; kind < SC_KIND_OTHER; kind++)
    if (sc_kind_set_has (kinds, kind))
      sc_menu_append_target (menu, sc_kind_get_name (kind, sc_language_get_default ()), "designer.insert-between",
                             make_place (version, position, sc_kind_get_id (kind)));
}

/* Submenus slide into one place, where two of one name would be one. */
static GMenuModel *
make_insert_menu (const ScVersion *version,
                  guint            position,
                  const char      *more)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) empty = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();
  g_autoptr (GMenu) again = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  ScKindSet covered = get_covered (version);

  sc_menu_append_target (empty, _("_Empty Stage"), "designer.insert-between", make_place (version, position, ""));
  append_kinds (fresh, version, ~covered, position);
  append_kinds (again, version, covered, position);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (empty));
  if (g_menu_model_get_n_items (G_MENU_MODEL (fresh)) > 0)
    g_menu_append_section (menu, _("Not in the Scheme Yet"), G_MENU_MODEL (fresh));
  if (g_menu_model_get_n_items (G_MENU_MODEL (again)) > 0)
    {
      g_menu_append_submenu (rest, more, G_MENU_MODEL (again));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
    }

  return G_MENU_MODEL (menu);
}

/**
 * sc_insert_menu_new:
 * @version: a version
 * @position: where a stage would be added
 *
 * Returns: (transfer full): a menu of the stages that can be added there:
 *   first an empty one, then the kinds that are not covered yet
 */
GMenuModel *
sc_insert_menu_new (const ScVersion *version,
                    guint            position)
{
  return make_insert_menu (version, position, _("Once _More"));
}

static void
append_adding (GMenu           *menu,
               const ScVersion *version,
               guint            position)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) before = make_insert_menu (version, position, _("Once More _Before"));
  g_autoptr (GMenuModel) after = make_insert_menu (version, position + 1, _("Once More _After"));

  g_menu_append_submenu (section, _("Add _Before"), before);
  g_menu_append_submenu (section, _("Add _After"), after);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_moving (GMenu           *menu,
               const ScVersion *version,
               guint            position)
{
  g_autoptr (GMenu) section = g_menu_new ();
  const char *id = sc_version_get_stage (version, position)->id;

  if (position > 0)
    sc_menu_append_target (section, _("Move Bac_k"), "designer.move-step", g_variant_new ("(si)", id, -1));
  if (position + 1 < version->stages->len)
    sc_menu_append_target (section, _("Move _Forward"), "designer.move-step", g_variant_new ("(si)", id, 1));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_merge (GMenu           *menu,
              const ScVersion *version,
              guint            first,
              guint            other)
{
  g_autofree char *label = quote_name (_("Merge with “%s”"), sc_version_get_stage (version, other)->name);

  sc_menu_append_target (menu, label, "designer.merge",
                         g_variant_new ("(ss)", sc_version_get_stage (version, first)->id,
                                        sc_version_get_stage (version, first + 1)->id));
}

static void
append_merging (GMenu           *menu,
                const ScVersion *version,
                guint            position)
{
  g_autoptr (GMenu) section = g_menu_new ();
  const char *id = sc_version_get_stage (version, position)->id;

  if (position > 0)
    append_merge (section, version, position - 1, position - 1);
  if (position + 1 < version->stages->len)
    append_merge (section, version, position, position + 1);
  sc_menu_append_target (section, _("_Split…"), "designer.split", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_marking (GMenu           *menu,
                const ScVersion *version,
                guint            position)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (sc_version_get_mark_position (version) != (int) position)
    sc_menu_append_target (section, _("Set _Client Mark After This"), "designer.mark-after",
                           g_variant_new_string (sc_version_get_stage (version, position)->id));
  if (version->mark != NULL)
    sc_menu_append_target (section, _("Keep Client Mark After _Payment"), "designer.mark-after", g_variant_new_string (""));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * sc_stage_menu_new:
 * @version: a version
 * @position: a stage of it
 *
 * Returns: (transfer full): a menu of all that can be done with the stage
 */
GMenuModel *
sc_stage_menu_new (const ScVersion *version,
                   guint            position)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) naming = g_menu_new ();
  g_autoptr (GMenu) ending = g_menu_new ();
  const char *id = sc_version_get_stage (version, position)->id;

  sc_menu_append_target (naming, _("_Rename"), "designer.edit-name", g_variant_new_string (id));
  sc_menu_append_target (naming, _("_Duplicate"), "designer.duplicate", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (naming));
  append_adding (menu, version, position);
  append_moving (menu, version, position);
  append_merging (menu, version, position);
  append_marking (menu, version, position);
  sc_menu_append_target (ending, _("De_lete"), "designer.delete", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ending));

  return G_MENU_MODEL (menu);
}

/**
 * sc_mark_menu_new:
 * @version: a version
 *
 * Returns: (transfer full): a menu of the places of the client mark
 */
GMenuModel *
sc_mark_menu_new (const ScVersion *version)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GMenu) follow = g_menu_new ();

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      g_autofree char *label = quote_name (_("After “%s”"), stage->name);

      sc_menu_append_target (stages, label, "designer.set-mark", g_variant_new_string (stage->id));
    }
  sc_menu_append_target (follow, _("After _Payment"), "designer.set-mark", g_variant_new_string (""));
  g_menu_append_section (menu, _("Client from Here On"), G_MENU_MODEL (stages));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (follow));

  return G_MENU_MODEL (menu);
}
