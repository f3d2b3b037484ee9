/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a layout is made of: where the cards of a scheme are, and the ways between
 * them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All lengths are pixels at 100 %. */
typedef struct {
  double x;
  double y;
} ScPoint;

typedef struct {
  double x;
  double y;
  double width;
  double height;
} ScBox;

/* The way a scheme runs: rows start on the left, or on the right. */
typedef enum {
  SC_DIRECTION_LTR,
  SC_DIRECTION_RTL,
} ScDirection;

/* What a card measures. */
#define SC_CARD_WIDTH 224.0
#define SC_CARD_PADDING 14.0
/* A small icon and the gap behind it, before a line of text. */
#define SC_SIGN_ROOM 20.0
#define SC_CARD_RADIUS 12.0
#define SC_CARD_GAP 40.0
#define SC_ROW_GAP 48.0
#define SC_SCHEME_MARGIN 32.0

/* The most lines on the screen; on paper texts are whole. */
#define SC_NAME_MAX_LINES 5
#define SC_ROLE_MAX_LINES 2
#define SC_SUM_MAX_LINES 4

/**
 * ScPlace:
 * @card: where the stage's card is
 * @row: its row, from 0
 * @column: its column, from 0 where the row starts
 * @number: where in the card its number is
 * @kinds: where in the card the icons of its kinds are
 * @name: where in the card its name is
 * @role: where in the card the responsible role is
 * @participants: where in the card the signs of roles that take part are, or no
 *   room at all where none does
 * @parking: where in the card stands for how long a refused deal is parked, or
 *   no room at all where none is
 * @facts: where in the card target time and probability are
 * @notes: where in the card stands what deals tell of the stage, or no room at all where
 *   nothing does in its row
 *
 * The place of a stage. The boxes are the scheme's, not the card's.
 */
typedef struct {
  ScBox card;
  guint row;
  guint column;
  ScBox number;
  ScBox kinds;
  ScBox name;
  ScBox role;
  ScBox participants;
  ScBox parking;
  ScBox facts;
  ScBox notes;
} ScPlace;

#define SC_ROUTE_MAX_POINTS 6

/**
 * ScRoute:
 * @points: its corners; the first is on the edge of the stage that it leaves,
 *   the last, where the arrow's tip is, on that of the next
 * @n_points: how many there are, 2 to %SC_ROUTE_MAX_POINTS
 *
 * The connector from a stage to the next one. Its lines are horizontal or
 * vertical; corners are painted round.
 */
typedef struct {
  ScPoint points[SC_ROUTE_MAX_POINTS];
  guint n_points;
} ScRoute;

/**
 * ScReturn:
 * @from: the stage in which a client refuses, from 0
 * @to: the stage that the deal goes back to
 * @way: its corners, as those of a connector; the arrow's tip is right before
 *   the stage's card
 * @joins: whether it ends on the way of another return to the same stage, and
 *   not with an arrow's tip
 *
 * The way back of a deal that is refused. It crosses no card.
 */
typedef struct {
  guint from;
  guint to;
  ScRoute way;
  gboolean joins;
} ScReturn;

/**
 * ScMark:
 * @position: the stage that it stands after, from 0, or -1 for no mark
 * @from: one end of its line
 * @to: the other end
 * @label: where its label is
 * @break_from: where a line that stands is interrupted for what stands at the connector
 *   that it crosses
 * @break_to: where it goes on; the same for a line that is whole
 *
 * The client mark: a line across the way from “no client” to “client”.
 */
typedef struct {
  int position;
  ScPoint from;
  ScPoint to;
  ScBox label;
  double break_from;
  double break_to;
} ScMark;

/**
 * ScLayout:
 * @n_stages: how many stages there are
 * @places: the place of each, in order
 * @n_routes: how many connectors there are
 * @routes: the one from each stage to the next, in order
 * @n_returns: how many ways back there are
 * @returns: those ways; the ones to a stage follow each other
 * @mark: the client mark
 * @sum: where the line with the sum of target times is
 * @figures: (nullable) (element-type ScStageFigures): what deals tell of its stages, where it
 *   shows that
 * @n_rows: how many rows of cards there are
 * @n_columns: how many cards the longest row has
 * @direction: the side that rows start on
 * @is_whole: whether no text of it is cut
 * @width: the whole scheme's width, its margin included
 * @height: the whole scheme's height, its margin included
 *
 * Where everything on a scheme is. The editor places its widgets by it, and
 * the painter paints by it: so paper shows what the screen shows.
 */
typedef struct {
  guint n_stages;
  ScPlace *places;
  guint n_routes;
  ScRoute *routes;
  guint n_returns;
  ScReturn *returns;
  ScMark mark;
  ScBox sum;
  GPtrArray *figures;
  guint n_rows;
  guint n_columns;
  ScDirection direction;
  gboolean is_whole;
  double width;
  double height;
} ScLayout;

G_END_DECLS
