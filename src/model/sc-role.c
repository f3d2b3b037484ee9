/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A role of a process: who does something in it. */

#include "model/sc-role.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const struct {
  const char *id;
  const char *title;
  /* Parts of a role's name, folded, that tell its function. */
  const char *words[10];
} functions[SC_N_FUNCTIONS] = {
  [SC_FUNCTION_SALES] = { "sales", N_("Sales"),
                          { "sales", "account exec", "account manager", "продаж", "closer", "agent", "продавец" } },
  [SC_FUNCTION_PRESALES] = { "presales", N_("Presales"),
                             { "presale", "pre-sale", "solution", "пресейл", "пресэйл", "consultant", "консультант" } },
  [SC_FUNCTION_ONBOARDING] = { "onboarding", N_("Onboarding"),
                               { "onboard", "customer success", "implementation", "внедрени", "онбординг",
                                 "клиентский успех", "сопровождени" } },
  [SC_FUNCTION_DELIVERY] = { "delivery", N_("Delivery"),
                             { "delivery", "project", "проект", "production", "исполнител", "оказани", "производств" } },
  [SC_FUNCTION_FINANCE] = { "finance", N_("Finance"),
                            { "finance", "account", "billing", "бухгалт", "финанс", "казначе" } },
  [SC_FUNCTION_LEGAL] = { "legal", N_("Legal"), { "legal", "lawyer", "counsel", "юрист", "юридич" } },
  [SC_FUNCTION_MARKETING] = { "marketing", N_("Marketing"), { "marketing", "маркет", "реклам" } },
  [SC_FUNCTION_OTHER] = { "other", N_("Other"), { NULL } },
};

/* In the order in which a name is tried: presales before sales, since the
 * one word holds the other, and accounting last, since an account manager
 * sells. */
static const ScFunction guess_order[] = {
  SC_FUNCTION_PRESALES, SC_FUNCTION_MARKETING, SC_FUNCTION_LEGAL, SC_FUNCTION_ONBOARDING,
  SC_FUNCTION_SALES, SC_FUNCTION_DELIVERY, SC_FUNCTION_FINANCE,
};

/**
 * sc_function_get_id:
 * @function: a function
 *
 * Returns: its name in files and in the database, such as `sales`
 */
const char *
sc_function_get_id (ScFunction function)
{
  g_return_val_if_fail (function < SC_N_FUNCTIONS, NULL);

  return functions[function].id;
}

/**
 * sc_function_from_id:
 * @id: a name as sc_function_get_id() gives it
 * @function: (out): the function
 *
 * Returns: whether there is such a function
 */
gboolean
sc_function_from_id (const char *id,
                     ScFunction *function)
{
  for (guint i = 0; i < SC_N_FUNCTIONS; i++)
    if (g_strcmp0 (id, functions[i].id) == 0)
      {
        *function = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_function_get_title:
 * @function: a function
 *
 * Returns: its name in the user's language
 */
const char *
sc_function_get_title (ScFunction function)
{
  g_return_val_if_fail (function < SC_N_FUNCTIONS, NULL);

  return _(functions[function].title);
}

/**
 * sc_function_guess:
 * @role_name: a role's name, English or Russian
 *
 * Tells a role's function from its name, for files that do not say it.
 *
 * Returns: the function, %SC_FUNCTION_OTHER where the name tells none
 */
ScFunction
sc_function_guess (const char *role_name)
{
  g_autofree char *folded = g_utf8_casefold (role_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (guess_order); i++)
    for (guint j = 0; functions[guess_order[i]].words[j] != NULL; j++)
      if (strstr (folded, functions[guess_order[i]].words[j]) != NULL)
        return guess_order[i];

  return SC_FUNCTION_OTHER;
}

/**
 * sc_role_new:
 * @name: what people call the role
 * @function: what it does
 *
 * Returns: (transfer full): a role with an id of its own
 */
ScRole *
sc_role_new (const char *name,
             ScFunction  function)
{
  ScRole *self = g_atomic_rc_box_new0 (ScRole);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->function = function;

  return self;
}

/**
 * sc_role_copy:
 * @self: a role
 *
 * Returns: (transfer full): the same role, free to be changed
 */
ScRole *
sc_role_copy (const ScRole *self)
{
  ScRole *copy = g_atomic_rc_box_new0 (ScRole);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->function = self->function;

  return copy;
}

/**
 * sc_role_ref:
 * @self: a role
 *
 * Returns: (transfer full): @self
 */
ScRole *
sc_role_ref (ScRole *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScRole *self = data;

  g_free (self->id);
  g_free (self->name);
}

/**
 * sc_role_unref:
 * @self: (transfer full): a role
 */
void
sc_role_unref (ScRole *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_role_equal:
 * @a: a role
 * @b: a role
 *
 * Returns: whether they are the same in every field
 */
gboolean
sc_role_equal (const ScRole *a,
               const ScRole *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->name, b->name) && a->function == b->function;
}
