/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps up with how people spell the companies and people of their deals. */

#include "store/tables/sc-deal-names-private.h"

#include "store/sc-name-key.h"
#include "store/tables/sc-write-struct-private.h"

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *key = sc_name_make_key (a);
  g_autofree char *other_key = sc_name_make_key (b);

  return g_str_equal (key, other_key);
}

static gboolean
respell (ScWrite    *self,
         const char *table,
         gint64      key,
         const char *before,
         const char *after,
         GError    **error)
{
  g_autoptr (ScValues) values = NULL;
  g_autofree char *name = after != NULL ? g_strstrip (g_strdup (after)) : NULL;

  if (key == 0 || before == NULL || name == NULL || g_str_equal (before, name) || !is_same_name (before, name))
    return TRUE;

  values = sc_values_new ();
  sc_values_set_text (values, "name", name);

  return sc_write_update (self, table, key, 0, values, error);
}

/**
 * sc_write_respell_names:
 * @self: a write
 * @before: (nullable): a deal as it is; %NULL for a new one
 * @after: as it is to be
 * @company_key: the row of the company that it is of then, 0 for none
 * @person_key: the row of the person whom it is with then, 0 for none
 * @error: why it can't be written
 *
 * Who corrects only how the deal's company or person is spelled corrects their record,
 * which all their deals show. Of others that the deal comes to the record stays.
 *
 * Returns: whether the records are spelled so
 */
gboolean
sc_write_respell_names (ScWrite      *self,
                        const ScDeal *before,
                        const ScDeal *after,
                        gint64        company_key,
                        gint64        person_key,
                        GError      **error)
{
  if (before == NULL)
    return TRUE;

  return respell (self, "company", company_key, before->company, after->company, error)
         && (person_key != before->person_id
             || respell (self, "person", person_key, before->person, after->person, error));
}
