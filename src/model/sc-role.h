/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A role of a process: who does something in it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a role does in a sale. Rules look at it, never at the role's name. */
typedef enum {
  SC_FUNCTION_SALES,
  SC_FUNCTION_PRESALES,
  SC_FUNCTION_ONBOARDING,
  SC_FUNCTION_DELIVERY,
  SC_FUNCTION_FINANCE,
  SC_FUNCTION_LEGAL,
  SC_FUNCTION_MARKETING,
  SC_FUNCTION_OTHER,
} ScFunction;

#define SC_N_FUNCTIONS (SC_FUNCTION_OTHER + 1)

/**
 * ScRole:
 * @id: UUID, the same through all versions
 * @name: what people call the role
 * @function: what it does
 *
 * A role of a process. Roles are shared between versions and never changed
 * once shared: change a copy and put it in its place.
 */
typedef struct {
  char *id;
  char *name;
  ScFunction function;
} ScRole;

const char *sc_function_get_id (ScFunction function);
gboolean sc_function_from_id (const char *id,
                              ScFunction *function);
const char *sc_function_get_title (ScFunction function);
ScFunction sc_function_guess (const char *role_name);

ScRole *sc_role_new (const char *name,
                     ScFunction  function);
ScRole *sc_role_copy (const ScRole *self);
ScRole *sc_role_ref (ScRole *self);
void sc_role_unref (ScRole *self);
gboolean sc_role_equal (const ScRole *a,
                        const ScRole *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRole, sc_role_unref)

G_END_DECLS
