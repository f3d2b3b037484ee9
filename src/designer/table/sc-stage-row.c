/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the table of stages: it shows the stage that stands there, whichever that is by
 * now. */

#include "designer/table/sc-stage-row.h"

struct _ScStageRow
{
  GObject parent_instance;

  ScVersion *version;
  ScStage *stage;
  guint position;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScStageRow, sc_stage_row, G_TYPE_OBJECT);

static void
sc_stage_row_finalize (GObject *object)
{
  ScStageRow *self = SC_STAGE_ROW (object);

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->stage, sc_stage_unref);

  G_OBJECT_CLASS (sc_stage_row_parent_class)->finalize (object);
}

static void
sc_stage_row_class_init (ScStageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_stage_row_finalize;

  /**
   * ScStageRow::changed:
   *
   * Its cells are to be shown anew.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_STAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_stage_row_init (ScStageRow *self)
{
}

/**
 * sc_stage_row_new:
 * @version: a version
 * @position: the stage of it that the row shows
 *
 * Returns: (transfer full): a row
 */
ScStageRow *
sc_stage_row_new (ScVersion *version,
                  guint      position)
{
  ScStageRow *self = g_object_new (SC_TYPE_STAGE_ROW, NULL);

  sc_stage_row_show (self, version, position);

  return self;
}

/**
 * sc_stage_row_show:
 * @self: a row
 * @version: a version
 * @position: where its stage stands there
 */
void
sc_stage_row_show (ScStageRow *self,
                   ScVersion  *version,
                   guint       position)
{
  g_return_if_fail (SC_IS_STAGE_ROW (self));

  sc_version_ref (version);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->stage, sc_stage_unref);
  self->version = version;
  self->stage = sc_stage_ref (sc_version_get_stage (version, position));
  self->position = position;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sc_stage_row_get_version:
 * @self: a row
 *
 * Returns: (transfer none): the version that its stage is of
 */
ScVersion *
sc_stage_row_get_version (ScStageRow *self)
{
  g_return_val_if_fail (SC_IS_STAGE_ROW (self), NULL);

  return self->version;
}

/**
 * sc_stage_row_get_stage:
 * @self: a row
 *
 * Returns: (transfer none): its stage
 */
ScStage *
sc_stage_row_get_stage (ScStageRow *self)
{
  g_return_val_if_fail (SC_IS_STAGE_ROW (self), NULL);

  return self->stage;
}

/**
 * sc_stage_row_get_position:
 * @self: a row
 *
 * Returns: where the stage stands, from 0
 */
guint
sc_stage_row_get_position (ScStageRow *self)
{
  g_return_val_if_fail (SC_IS_STAGE_ROW (self), 0);

  return self->position;
}
