/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What will come in by month, beside what has come in by now. */

#pragma once

#include "statistics/sc-forecast.h"

G_BEGIN_DECLS

/**
 * ScCameIn:
 * @won_minor: what the deals are worth that were won, in minor units
 * @received_minor: what was paid
 *
 * What has come in in a month by the day of a forecast.
 */
typedef struct {
  gint64 won_minor;
  gint64 received_minor;
} ScCameIn;

/**
 * ScOutlook:
 * @forecast: the forecast of the next 90 days, played
 * @came_in: (element-type ScCameIn): what has come in by the day, by currency of the
 *   forecast and month
 *
 * What will come in. It is not changed any more once it is read, and may be looked at in
 * several threads.
 */
typedef struct {
  ScForecast *forecast;
  GArray *came_in;
} ScOutlook;

ScOutlook *sc_outlook_read (ScStore              *store,
                            const ScFiguresQuery *query,
                            ScSimulationProgress  progress,
                            gpointer              user_data,
                            GCancellable         *cancellable,
                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const ScCameIn *sc_outlook_get_came_in (const ScOutlook *self,
                                        guint            currency,
                                        guint            month);
ScBand sc_outlook_get_money (const ScOutlook *self,
                             guint            currency,
                             guint            month);
ScOutlook *sc_outlook_ref (ScOutlook *self);
void sc_outlook_unref (ScOutlook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOutlook, sc_outlook_unref)

G_END_DECLS
