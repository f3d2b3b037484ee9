/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people read of a fix: what its button says that it will do, what the change is called
 * that it makes, and what is said when that is done. In English the first two are alike;
 * other languages have a verb for the one and a noun for the other, after “Undone:”. */

#include "method/sc-fix-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *label;
  const char *name;
  const char *told;
} Words;

static const Words words[] = {
  /* Translators: In what is called “undo …”, the words are the name of a change and stand
   * after “Undone:” and “Redone:”; where your language has a noun for it, take that. */
  [SC_FIX_INSERT_BEFORE] = {
    N_("Insert “%1$s” before “%2$s”"),
    NC_("undo scheme", "Insert “%1$s” before “%2$s”"),
    N_("“%s” added"),
  },
  [SC_FIX_INSERT_LAST] = {
    N_("Insert “%s” at the end"),
    NC_("undo scheme", "Insert “%s” at the end"),
    N_("“%s” added"),
  },
  [SC_FIX_COVER_TOO] = {
    N_("Let “%1$s” cover the step “%2$s” too"),
    NC_("undo scheme", "Let “%1$s” cover the step “%2$s” too"),
    N_("“%1$s” now covers the step “%2$s” too"),
  },
  [SC_FIX_SPLIT_BEFORE] = {
    N_("Make “%1$s” a stage of its own before “%2$s”"),
    NC_("undo scheme", "Make “%1$s” a stage of its own before “%2$s”"),
    N_("“%s” is a stage of its own now"),
  },
  [SC_FIX_SPLIT_LAST] = {
    N_("Make “%s” a stage of its own at the end"),
    NC_("undo scheme", "Make “%s” a stage of its own at the end"),
    N_("“%s” is a stage of its own now"),
  },
  [SC_FIX_MOVE_BEFORE] = {
    N_("Move “%1$s” before “%2$s”"),
    NC_("undo scheme", "Move “%1$s” before “%2$s”"),
    N_("“%s” moved"),
  },
  [SC_FIX_MOVE_LAST] = {
    N_("Move “%s” to the end"),
    NC_("undo scheme", "Move “%s” to the end"),
    N_("“%s” moved"),
  },
  [SC_FIX_PUT_INTO] = {
    N_("Put what “%1$s” says into “%2$s”"),
    NC_("undo scheme", "Put what “%1$s” says into “%2$s”"),
    N_("“%2$s” now says what “%1$s” said"),
  },
  /* Translators: The first is a kind of step, the second the stage that covers it. */
  [SC_FIX_TAKE_OFF] = {
    N_("Take the step “%1$s” off “%2$s”"),
    NC_("undo scheme", "Take the step “%1$s” off “%2$s”"),
    N_("Step “%1$s” taken off “%2$s”"),
  },
  /* Translators: The first is a role, the second a stage. */
  [SC_FIX_MAKE_RESPONSIBLE] = {
    N_("Make “%1$s” responsible for “%2$s”"),
    NC_("undo scheme", "Make “%1$s” responsible for “%2$s”"),
    N_("“%1$s” is responsible for “%2$s”"),
  },
  [SC_FIX_TAKE_PART] = {
    N_("Let “%1$s” take part in “%2$s”"),
    NC_("undo scheme", "Let “%1$s” take part in “%2$s”"),
    N_("“%1$s” takes part in “%2$s”"),
  },
  [SC_FIX_MERGE] = {
    N_("Merge “%1$s” and “%2$s”"),
    NC_("undo scheme", "Merge “%1$s” and “%2$s”"),
    N_("“%1$s” and “%2$s” merged"),
  },
  [SC_FIX_GOAL] = {
    N_("Give “%s” the usual goal"),
    NC_("undo scheme", "Give “%s” the usual goal"),
    N_("“%s” has the usual goal"),
  },
  [SC_FIX_CRITERIA] = {
    N_("Give “%s” the usual exit criteria"),
    NC_("undo scheme", "Give “%s” the usual exit criteria"),
    N_("“%s” has the usual exit criteria"),
  },
  /* Translators: The second is a time, such as “5 working days”. */
  [SC_FIX_TIME] = {
    N_("Give “%1$s” the usual target time: %2$s"),
    NC_("undo scheme", "Give “%1$s” the usual target time: %2$s"),
    N_("“%1$s” has the usual target time: %2$s"),
  },
  [SC_FIX_SEND_BACK] = {
    N_("Send a refused deal of “%1$s” back to “%2$s”"),
    NC_("undo scheme", "Send a refused deal of “%1$s” back to “%2$s”"),
    N_("A refused deal of “%1$s” goes back to “%2$s”"),
  },
  [SC_FIX_SEND_NOWHERE] = {
    N_("Do not send a refused deal of “%s” back"),
    NC_("undo scheme", "Do not send a refused deal of “%s” back"),
    N_("A refused deal of “%s” does not go back"),
  },
  [SC_FIX_FOLLOW_PAYMENT] = {
    N_("Let the client mark follow payment again"),
    NC_("undo scheme", "Let the client mark follow payment again"),
    N_("The client mark follows payment"),
  },
  [SC_FIX_CALL] = {
    N_("Call it “%s”"),
    NC_("undo scheme", "Call it “%s”"),
    N_("The stage is called “%s”"),
  },
  [SC_FIX_CALL_SECOND] = {
    N_("Call the second one “%s”"),
    NC_("undo scheme", "Call the second one “%s”"),
    N_("The stage is called “%s”"),
  },
};

/**
 * sc_fix_deed_to_label:
 * @deed: what is done
 * @first: the stage, role or step that is named first
 * @second: (nullable): what is named then
 *
 * Returns: (transfer full): what a button says
 */
char *
sc_fix_deed_to_label (ScFixDeed   deed,
                      const char *first,
                      const char *second)
{
  return g_strdup_printf (_(words[deed].label), first, second);
}

/**
 * sc_fix_deed_to_name:
 * @deed: what is done
 * @first: the stage, role or step that is named first
 * @second: (nullable): what is named then
 *
 * Returns: (transfer full): what the change is called
 */
char *
sc_fix_deed_to_name (ScFixDeed   deed,
                     const char *first,
                     const char *second)
{
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "undo scheme", words[deed].name), first, second);
}

/**
 * sc_fix_deed_to_told:
 * @deed: what was done
 * @first: the stage, role or step that is named first
 * @second: (nullable): what is named then
 *
 * Returns: (transfer full): what a person is told
 */
char *
sc_fix_deed_to_told (ScFixDeed   deed,
                     const char *first,
                     const char *second)
{
  return g_strdup_printf (_(words[deed].told), first, second);
}
