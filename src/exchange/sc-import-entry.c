/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stages the columns are of that tell when deals came into a stage. */

#include "exchange/sc-import-entry.h"

#include <string.h>

#include "exchange/sc-entry-header.h"

/**
 * sc_target_get_stage:
 * @kind: where a deal came
 * @stage_id: (nullable): the stage, where it is one
 * @version: the version along which deals are worked
 *
 * Returns: (transfer none) (nullable): the stage that it came into, if into one: a deal
 *   that is won right behind the client mark, one that is completed the last
 */
const char *
sc_target_get_stage (ScTargetKind     kind,
                     const char      *stage_id,
                     const ScVersion *version)
{
  guint n_stages = version->stages->len;
  guint won = (guint) (sc_version_get_mark_position (version) + 1);

  if (kind == SC_TARGET_STAGE)
    return stage_id;
  if ((kind != SC_TARGET_WON && kind != SC_TARGET_COMPLETED) || n_stages == 0)
    return NULL;

  return sc_version_get_stage (version, kind == SC_TARGET_WON && won < n_stages ? won : n_stages - 1)->id;
}

/* Internal names have neither spaces nor capitals: “contractsent”. */
static const char *
find_by_letters (const ScVersion *version,
                 const char      *text)
{
  g_autofree char *wanted = sc_entry_header_fold (text);

  for (guint i = 0; i < version->stages->len; i++)
    {
      g_autofree char *name = sc_entry_header_fold (sc_version_get_stage (version, i)->name);

      if (g_str_equal (name, wanted))
        return sc_version_get_stage (version, i)->id;
    }

  return NULL;
}

static const char *
find_stage (const ScImportMapping *mapping,
            const ScVersion       *version,
            const char            *text)
{
  const ScTarget *told = sc_import_mapping_get_target (mapping, text);
  const char *stage_id = NULL;
  ScTargetKind kind;

  if (told != NULL)
    return sc_target_get_stage (told->kind, told->stage_id, version);
  if (sc_target_guess (version, text, &kind, &stage_id))
    return sc_target_get_stage (kind, stage_id, version);

  return find_by_letters (version, text);
}

/**
 * sc_import_entry_find_stage:
 * @mapping: a mapping with its stages
 * @version: the version along which deals are worked
 * @header: the header of a column that tells when deals came into a stage
 * @stage_id: (out) (nullable): that stage; %NULL for the one in which the deal stands
 *
 * Returns: whether the process has the stage
 */
gboolean
sc_import_entry_find_stage (const ScImportMapping *mapping,
                            const ScVersion       *version,
                            const char            *header,
                            const char           **stage_id)
{
  g_autofree char *text = sc_entry_header_read_stage (header);
  char *bracket;

  *stage_id = NULL;
  if (text == NULL || text[0] == '\0')
    return TRUE;

  *stage_id = find_stage (mapping, version, text);
  /* The pipeline may stand behind it. */
  bracket = strrchr (text, '(');
  if (*stage_id == NULL && bracket != NULL)
    {
      *bracket = '\0';
      *stage_id = find_stage (mapping, version, g_strchomp (text));
    }

  return *stage_id != NULL;
}

/**
 * sc_import_mapping_find_unknown_entry:
 * @mapping: a mapping with its stages
 * @version: the version along which deals are worked
 * @headers: the table's first row
 *
 * Returns: the first column that tells when deals came into a stage that the process
 *   does not have, or -1
 */
int
sc_import_mapping_find_unknown_entry (const ScImportMapping *mapping,
                                      const ScVersion       *version,
                                      const char *const     *headers)
{
  for (guint i = 0; i < sc_import_mapping_get_n_uses (mapping); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (mapping, i);
      const char *stage_id;

      if (use.field == SC_IMPORT_ENTERED && !sc_import_entry_find_stage (mapping, version, headers[use.column], &stage_id))
        return (int) use.column;
    }

  return -1;
}

/**
 * sc_import_mapping_leave_out_unknown_entries:
 * @mapping: a mapping with its stages
 * @version: the version along which deals are worked
 * @headers: the table's first row
 *
 * Leaves out the columns that tell when deals came into stages that the process does
 * not have.
 */
void
sc_import_mapping_leave_out_unknown_entries (ScImportMapping   *mapping,
                                             const ScVersion   *version,
                                             const char *const *headers)
{
  int column;

  while ((column = sc_import_mapping_find_unknown_entry (mapping, version, headers)) >= 0)
    sc_import_mapping_set_field (mapping, (guint) column, SC_IMPORT_NOTHING);
}
