/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a table is which field of a deal, and which of its stages is which of
 * the process: guessed, told, and checked. */

#include "exchange/sc-import-mapping.h"

#include <string.h>

#include "exchange/sc-entry-header.h"
#include "model/sc-name.h"

/* What programs call the ends of the way, and a deal that is on it; letters alone count. */
static const struct {
  ScTargetKind kind;
  const char *texts[20];
} ends[] = {
  { SC_TARGET_OPEN, { "open", "opened", "active", "in progress", "pending", "new", "открыта", "открыто", "в работе",
                      "активна", "новая" } },
  { SC_TARGET_WON, { "won", "win", "closed won", "выиграна", "выиграно", "выигран", "успешно реализовано", "успешно реализована",
                     "сделка успешна", "успешная сделка", "успешно", "успех", "deal won" } },
  { SC_TARGET_LOST, { "lost", "lose", "closed lost", "проиграна", "проиграно", "проигран",
                      "закрыто и не реализовано", "закрыта и не реализована", "не реализовано", "сделка провалена",
                      "неуспешная сделка", "провалена", "отказ",
                      "ended early", "расторгнута", "deal lost" } },
  { SC_TARGET_COMPLETED, { "completed", "complete", "finished", "завершена", "завершено", "завершён" } },
};

/**
 * sc_target_free:
 * @data: (transfer full): a #ScTarget
 */
void
sc_target_free (gpointer data)
{
  ScTarget *self = data;

  g_free (self->stage_id);
  g_free (self);
}

static char *
fold (const char *value)
{
  g_autofree char *squeezed = sc_name_squeeze (value);

  return g_utf8_casefold (squeezed, -1);
}

/**
 * sc_import_mapping_new:
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): a mapping that takes none of them
 */
ScImportMapping *
sc_import_mapping_new (guint n_columns)
{
  ScImportMapping *self = g_new0 (ScImportMapping, 1);

  self->n_columns = n_columns;
  self->fields = g_new (ScImportField, n_columns);
  self->orders = g_new0 (ScDateOrder, n_columns);
  self->decimal_marks = g_new0 (ScDecimalMark, n_columns);
  self->is_unique = g_new0 (gboolean, n_columns);
  self->more = g_array_new (FALSE, FALSE, sizeof (ScImportUse));
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sc_target_free);
  for (guint i = 0; i < n_columns; i++)
    self->fields[i] = SC_IMPORT_NOTHING;

  return self;
}

/**
 * sc_import_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): the same mapping
 */
ScImportMapping *
sc_import_mapping_copy (const ScImportMapping *self)
{
  ScImportMapping *copy = sc_import_mapping_new (self->n_columns);
  GHashTableIter iter;
  gpointer value, target;

  copy->format = self->format;
  memcpy (copy->fields, self->fields, self->n_columns * sizeof *copy->fields);
  memcpy (copy->orders, self->orders, self->n_columns * sizeof *copy->orders);
  memcpy (copy->decimal_marks, self->decimal_marks, self->n_columns * sizeof *copy->decimal_marks);
  memcpy (copy->is_unique, self->is_unique, self->n_columns * sizeof *copy->is_unique);
  memcpy (copy->currency, self->currency, sizeof copy->currency);
  copy->is_history = self->is_history;
  g_array_append_vals (copy->more, self->more->data, self->more->len);
  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, &value, &target))
    sc_import_mapping_set_target (copy, value, ((ScTarget *) target)->kind, ((ScTarget *) target)->stage_id);

  return copy;
}

/**
 * sc_import_mapping_free:
 * @self: (transfer full): a mapping
 */
void
sc_import_mapping_free (ScImportMapping *self)
{
  g_free (self->fields);
  g_free (self->orders);
  g_free (self->decimal_marks);
  g_free (self->is_unique);
  g_array_unref (self->more);
  g_hash_table_unref (self->targets);
  g_free (self);
}

/**
 * sc_import_mapping_set_field:
 * @self: a mapping
 * @column: a column
 * @field: what it is, and nothing else
 */
void
sc_import_mapping_set_field (ScImportMapping *self,
                             guint            column,
                             ScImportField    field)
{
  self->fields[column] = field;
  for (guint i = self->more->len; i > 0; i--)
    if (g_array_index (self->more, ScImportUse, i - 1).column == column)
      g_array_remove_index (self->more, i - 1);
}

/**
 * sc_import_mapping_add_field:
 * @self: a mapping
 * @column: a column
 * @field: what it is as well
 */
void
sc_import_mapping_add_field (ScImportMapping *self,
                             guint            column,
                             ScImportField    field)
{
  ScImportUse use = { column, field };

  for (guint i = 0; i < sc_import_mapping_get_n_uses (self); i++)
    {
      ScImportUse other = sc_import_mapping_get_use (self, i);

      if (other.column == column && other.field == field)
        return;
    }

  if (self->fields[column] == SC_IMPORT_NOTHING)
    self->fields[column] = field;
  else
    g_array_append_val (self->more, use);
}

/**
 * sc_import_mapping_get_n_uses:
 * @self: a mapping
 *
 * Returns: how many uses its columns have; some of them may be none
 */
guint
sc_import_mapping_get_n_uses (const ScImportMapping *self)
{
  return self->n_columns + self->more->len;
}

/**
 * sc_import_mapping_get_use:
 * @self: a mapping
 * @index: a use, from 0; first come those of each column in turn
 *
 * Returns: a column, and what it is of a deal
 */
ScImportUse
sc_import_mapping_get_use (const ScImportMapping *self,
                           guint                  index)
{
  ScImportUse use = { index, SC_IMPORT_NOTHING };

  if (index >= self->n_columns)
    return g_array_index (self->more, ScImportUse, index - self->n_columns);

  use.field = self->fields[index];

  return use;
}

/**
 * sc_import_mapping_find_column:
 * @self: a mapping
 * @field: a field
 *
 * Returns: the first column that is this field, or -1
 */
int
sc_import_mapping_find_column (const ScImportMapping *self,
                               ScImportField          field)
{
  for (guint i = 0; i < sc_import_mapping_get_n_uses (self); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (self, i);

      if (use.field == field)
        return (int) use.column;
    }

  return -1;
}

/**
 * sc_import_mapping_has_field:
 * @self: a mapping
 * @field: a field
 *
 * Returns: whether some column is this field
 */
gboolean
sc_import_mapping_has_field (const ScImportMapping *self,
                             ScImportField          field)
{
  return sc_import_mapping_find_column (self, field) >= 0;
}

/**
 * sc_import_mapping_may_repeat:
 * @self: a mapping
 *
 * Returns: whether several rows may have the same id
 */
gboolean
sc_import_mapping_may_repeat (const ScImportMapping *self)
{
  guint n_columns = 0, n_unique = 0;

  for (guint i = 0; i < sc_import_mapping_get_n_uses (self); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (self, i);

      if (use.field != SC_IMPORT_EXTERNAL_ID)
        continue;
      n_columns++;
      n_unique += self->is_unique[use.column] ? 1 : 0;
    }

  return n_columns > 1 || n_unique < n_columns;
}

/**
 * sc_import_mapping_has_name:
 * @self: a mapping
 *
 * Returns: whether some column says what deals are called
 */
gboolean
sc_import_mapping_has_name (const ScImportMapping *self)
{
  for (guint i = 0; i < sc_import_mapping_get_n_uses (self); i++)
    if (sc_import_field_names_deal (sc_import_mapping_get_use (self, i).field))
      return TRUE;

  return FALSE;
}

/**
 * sc_import_mapping_is_whole_history:
 * @self: a mapping of a history of stages
 *
 * Returns: whether it says which deals came into which stages, and when
 */
gboolean
sc_import_mapping_is_whole_history (const ScImportMapping *self)
{
  return sc_import_mapping_has_field (self, SC_IMPORT_EXTERNAL_ID) && sc_import_mapping_has_field (self, SC_IMPORT_STAGE)
         && sc_import_mapping_has_field (self, SC_IMPORT_ENTERED);
}

/**
 * sc_import_mapping_set_target:
 * @self: a mapping
 * @value: a text of the stage column, without regard to case
 * @kind: where such deals stand
 * @stage_id: (nullable): in which stage, if in one
 */
void
sc_import_mapping_set_target (ScImportMapping *self,
                              const char      *value,
                              ScTargetKind     kind,
                              const char      *stage_id)
{
  ScTarget *target = g_new0 (ScTarget, 1);

  target->kind = kind;
  target->stage_id = g_strdup (stage_id);
  g_hash_table_replace (self->targets, fold (value), target);
}

/**
 * sc_import_mapping_get_target:
 * @self: a mapping
 * @value: a text of the stage column
 *
 * Returns: (transfer none) (nullable): where such deals stand, %NULL where
 *   nobody has said it
 */
const ScTarget *
sc_import_mapping_get_target (const ScImportMapping *self,
                              const char            *value)
{
  g_autofree char *key = fold (value);

  return g_hash_table_lookup (self->targets, key);
}

/**
 * sc_import_flag_from_text:
 * @text: a text of a column of yes and no
 * @flag: (out): what it says
 *
 * Returns: whether it says yes or no, as programs write it
 */
gboolean
sc_import_flag_from_text (const char *text,
                          gboolean   *flag)
{
  static const char *const yes[] = { "y", "yes", "true", "1", "да", "истина", NULL };
  static const char *const no[] = { "n", "no", "false", "0", "нет", "ложь", NULL };
  g_autofree char *folded = fold (text);

  *flag = g_strv_contains (yes, folded);

  return *flag || g_strv_contains (no, folded);
}

/* Bitrix24 has the pipeline's number in front: “C1:WON”. */
static const char *
skip_pipeline (const char *folded)
{
  gsize n_digits = folded[0] == 'c' ? strspn (folded + 1, "0123456789") : 0;

  return n_digits > 0 && folded[1 + n_digits] == ':' ? folded + n_digits + 2 : folded;
}

/* What the words for the ends are by their letters: “closed_won” and “Closed-Won” are one. */
static gpointer
make_letters (gpointer unused)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint j = 0; ends[i].texts[j] != NULL; j++)
      g_hash_table_insert (kinds, sc_entry_header_fold (ends[i].texts[j]), GUINT_TO_POINTER (ends[i].kind));

  return kinds;
}

/**
 * sc_status_guess:
 * @value: a text of a status column
 * @kind: (out): open, won, lost, completed, or none
 *
 * Returns: whether @value is what programs call one of these
 */
gboolean
sc_status_guess (const char   *value,
                 ScTargetKind *kind)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = fold (value);
  g_autofree char *letters = sc_entry_header_fold (skip_pipeline (folded));

  g_once (&once, make_letters, NULL);
  *kind = GPOINTER_TO_UINT (g_hash_table_lookup (once.retval, letters));

  return *kind != SC_TARGET_UNKNOWN;
}

/**
 * sc_target_guess:
 * @version: the version along which deals are worked
 * @value: a text of a stage column
 * @kind: (out): where such deals stand
 * @stage_id: (out) (nullable): in which stage, if in one
 *
 * Tells it where the text leaves no doubt: it is a stage's name, or what
 * programs call a deal that is open, won, lost or completed.
 *
 * Returns: whether it leaves no doubt
 */
gboolean
sc_target_guess (const ScVersion *version,
                 const char      *value,
                 ScTargetKind    *kind,
                 const char     **stage_id)
{
  const ScStage *stage = sc_version_find_stage_by_name (version, value, NULL);

  *stage_id = stage != NULL ? stage->id : NULL;
  *kind = SC_TARGET_STAGE;

  return stage != NULL || sc_status_guess (value, kind);
}

/**
 * sc_target_from_name:
 * @version: the version along which deals are worked
 * @name: a stage's name, `@won`, `@lost` or `@completed`
 * @kind: (out): where deals stand
 * @stage_id: (out) (nullable): in which stage, if in one
 *
 * Returns: whether there is such a place
 */
gboolean
sc_target_from_name (const ScVersion *version,
                     const char      *name,
                     ScTargetKind    *kind,
                     const char     **stage_id)
{
  const ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);

  *stage_id = stage != NULL ? stage->id : NULL;
  if (stage != NULL)
    *kind = SC_TARGET_STAGE;
  else if (g_str_equal (name, "@won"))
    *kind = SC_TARGET_WON;
  else if (g_str_equal (name, "@lost"))
    *kind = SC_TARGET_LOST;
  else if (g_str_equal (name, "@completed"))
    *kind = SC_TARGET_COMPLETED;
  else
    return FALSE;

  return TRUE;
}
