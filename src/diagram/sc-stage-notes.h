/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of a stage, as lines on its card and words at its connector, in the
 * process's language. */

#pragma once

#include "diagram/sc-places.h"
#include "diagram/sc-typesetter.h"
#include "model/sc-stage-figures.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/* What stands between the rest of a card and its notes, and how far the mark of a bottleneck
 * stands out round its line. */
#define SC_NOTES_GAP 12.0
#define SC_NOTE_OVERHANG 6.0

/**
 * ScStageNote:
 * @text: what it says
 * @is_bottleneck: whether it says why most time is lost there, which is marked
 * @box: where it stands, from the top left corner of the notes; the text of one that is
 *   marked begins behind its sign
 */
typedef struct {
  char *text;
  gboolean is_bottleneck;
  ScBox box;
} ScStageNote;

/* What stands at a connector: how many went on, and of how many, small enough to find room
 * between two cards. */
#define SC_PASSED_STYLE SC_TEXT_LEGEND

typedef struct {
  char *texts[2];
  ScBox boxes[2];
} ScPassed;

GArray *sc_stage_notes_new (const ScStageFigures *figures,
                            const ScVersion      *version,
                            ScTypesetter         *typesetter);
double sc_stage_notes_measure (const ScStageFigures *figures,
                               const ScVersion      *version,
                               ScTypesetter         *typesetter);
char *sc_stage_notes_tell (const ScStageFigures *figures,
                           const ScVersion      *version);
const char *sc_stage_notes_get_meaning (ScLanguage language);

void sc_passed_init (ScPassed             *self,
                     const ScStageFigures *figures,
                     const ScRoute        *route,
                     ScLanguage            language,
                     ScDirection           direction,
                     ScTypesetter         *typesetter);
void sc_passed_init_return (ScPassed             *self,
                            const ScStageFigures *figures,
                            const ScReturn       *way,
                            const ScLayout       *layout,
                            const ScVersion      *version,
                            ScTypesetter         *typesetter);
void sc_passed_clear (ScPassed *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScPassed, sc_passed_clear)

G_END_DECLS
