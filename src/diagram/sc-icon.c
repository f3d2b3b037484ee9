/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The icons of kinds of step, and others on a scheme, as paths. */

#include "diagram/sc-icon.h"

/* Paths as SVG writes them, of M, L, C and Z in absolute coordinates only, to
 * be stroked with round ends. */

/* A circle of four curves; K is the distance of their control points. */
#define CIRCLE(left, right, top, bottom, middle_x, middle_y, k_left, k_right, k_top, k_bottom) \
        "M" middle_x " " top \
        "C" k_right " " top " " right " " k_top " " right " " middle_y \
        "C" right " " k_bottom " " k_right " " bottom " " middle_x " " bottom \
        "C" k_left " " bottom " " left " " k_bottom " " left " " middle_y \
        "C" left " " k_top " " k_left " " top " " middle_x " " top "Z"

#define SHEET "M3.5 1.5L9.5 1.5L12.5 4.5L12.5 14.5L3.5 14.5ZM9.5 1.5L9.5 4.5L12.5 4.5"

static const struct {
  const char *id;
  const char *path;
} icons[SC_N_ICONS] = {
  /* a magnifying glass */
  [SC_KIND_PROSPECTING] = { "prospecting",
                            CIRCLE ("2", "11", "2", "11", "6.5", "6.5", "4", "9", "4", "9")
                            "M10 10L14 14" },
  /* a telephone's handset */
  [SC_KIND_OUTREACH] = { "outreach",
                         "M3.5 2L6 2L7.2 5.2L5.6 6.6C6.3 8.2 7.6 9.6 9.3 10.4L10.8 8.8L14 10L14 12.5"
                         "C14 13.3 13.3 14 12.5 14C7 13.6 2.4 9 2 3.5C2 2.7 2.7 2 3.5 2Z" },
  /* an arrow into a tray */
  [SC_KIND_INBOUND_REQUEST] = { "inbound-request",
                                "M8 1.5L8 8.5M5.2 6L8 8.8L10.8 6"
                                "M2 9.5L2 14L14 14L14 9.5" },
  /* a funnel */
  [SC_KIND_QUALIFICATION] = { "qualification",
                              "M2 2.5L14 2.5L9.5 8.2L9.5 12.5L6.5 14.2L6.5 8.2Z" },
  /* a question in a bubble */
  [SC_KIND_NEEDS_DISCOVERY] = { "needs-discovery",
                                "M3.5 2L12.5 2C13.3 2 14 2.7 14 3.5L14 10C14 10.8 13.3 11.5 12.5 11.5L7.5 11.5"
                                "L4.5 14.2L4.5 11.5L3.5 11.5C2.7 11.5 2 10.8 2 10L2 3.5C2 2.7 2.7 2 3.5 2Z"
                                "M6.3 5.3C6.5 3.6 9.7 3.6 9.7 5.4C9.7 6.5 8 6.4 8 7.6M8 9.4L8 9.5" },
  /* a screen on a stand */
  [SC_KIND_PRESENTATION] = { "presentation",
                             "M1.5 2.5L14.5 2.5M2.5 2.5L2.5 10.5L13.5 10.5L13.5 2.5"
                             "M8 10.5L8 12M5 14.5L8 12L11 14.5" },
  /* a flask */
  [SC_KIND_TRIAL] = { "trial",
                      "M5.5 1.5L10.5 1.5M6.5 1.5L6.5 6L2.8 12.3C2.2 13.4 2.8 14.5 4 14.5L12 14.5"
                      "C13.2 14.5 13.8 13.4 13.2 12.3L9.5 6L9.5 1.5M4.5 10L11.5 10" },
  /* a sheet with lines */
  [SC_KIND_PROPOSAL] = { "proposal", SHEET "M5.5 7.5L10.5 7.5M5.5 10L10.5 10M5.5 12.3L8.5 12.3" },
  /* two bubbles */
  [SC_KIND_NEGOTIATION] = { "negotiation",
                            "M2.5 1.5L9.5 1.5L9.5 7L5.5 7L3.5 9L3.5 7L2.5 7L1.5 6L1.5 2.5Z"
                            "M11.5 5.5L13.5 5.5L14.5 6.5L14.5 10.5L13.5 11.5L12.5 11.5L12.5 13.8L10 11.5L6.5 11.5L6.5 9.5" },
  /* a sheet with a signature */
  [SC_KIND_CONTRACT] = { "contract", SHEET "M5.5 7L10.5 7M5.3 11.8C6 9.4 7.4 9.4 7.2 10.8C7 12.2 8 12.4 8.6 11.2L10.7 11.8" },
  /* a banknote */
  [SC_KIND_PAYMENT] = { "payment",
                        "M1.5 3.5L14.5 3.5L14.5 12.5L1.5 12.5ZM4 8L4 8.1M12 8L12 8.1"
                        CIRCLE ("6", "10", "6", "10", "8", "8", "6.9", "9.1", "6.9", "9.1") },
  /* a person with a tick */
  [SC_KIND_ONBOARDING] = { "onboarding",
                           CIRCLE ("3.5", "8.5", "1.5", "6.5", "6", "4", "4.6", "7.4", "2.6", "5.4")
                           "M1.5 14.5L1.5 13C1.5 10.5 3.5 9 6 9C7 9 7.9 9.2 8.6 9.7M9.3 12.3L11.3 14.3L14.8 9.8" },
  /* a parcel */
  [SC_KIND_DELIVERY] = { "delivery",
                         "M8 1.5L14 4.5L14 11.5L8 14.5L2 11.5L2 4.5Z"
                         "M2 4.5L8 7.5L14 4.5M8 7.5L8 14.5M5 3L11 6" },
  /* a rising line */
  [SC_KIND_ACCOUNT_GROWTH] = { "account-growth",
                               "M1.5 12.5L6 8L9 11L14.3 4.5M10.3 4.3L14.5 4.3L14.5 8.5" },
  /* three dots */
  [SC_KIND_OTHER] = { "other",
                      CIRCLE ("2", "4", "7", "9", "3", "8", "2.4", "3.6", "7.4", "8.6")
                      CIRCLE ("7", "9", "7", "9", "8", "8", "7.4", "8.6", "7.4", "8.6")
                      CIRCLE ("12", "14", "7", "9", "13", "8", "12.4", "13.6", "7.4", "8.6") },
  [SC_ICON_PERSON] = { "person",
                       CIRCLE ("5", "11", "1.5", "7.5", "8", "4.5", "6.3", "9.7", "2.8", "6.2")
                       "M2.5 14.5C2.5 11.5 4.9 9.8 8 9.8C11.1 9.8 13.5 11.5 13.5 14.5" },
  [SC_ICON_CLOCK] = { "clock",
                      CIRCLE ("1.5", "14.5", "1.5", "14.5", "8", "8", "4.4", "11.6", "4.4", "11.6")
                      "M8 4.2L8 8L10.6 9.6" },
  [SC_ICON_FLAG] = { "flag", "M3.5 14.5L3.5 1.8L12.8 4.8L3.5 8.2" },
  /* two bars in a circle */
  [SC_ICON_PAUSE] = { "pause",
                      CIRCLE ("1.5", "14.5", "1.5", "14.5", "8", "8", "4.4", "11.6", "4.4", "11.6")
                      "M6.2 5.6L6.2 10.4M9.8 5.6L9.8 10.4" },
};

/**
 * sc_icon_get_id:
 * @icon: an icon
 *
 * Returns: its name, fit for an id in a file
 */
const char *
sc_icon_get_id (ScIcon icon)
{
  return icons[icon].id;
}

/**
 * sc_icon_get_path:
 * @icon: an icon
 *
 * Returns: its lines as a path of M, L, C and Z with absolute coordinates
 */
const char *
sc_icon_get_path (ScIcon icon)
{
  return icons[icon].path;
}
