/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is who in the sales regulations: the roles of the process, what each is responsible
 * for and takes part in, and where responsibility passes on. */

#include "document/sc-regulations-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"

/* More roles than a page has room for beside each other are told in words. */
#define MAX_COLUMNS 6

static gboolean
is_involved (const ScVersion *version,
             const ScRole    *role)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_stage_involves (sc_version_get_stage (version, i), role->id))
      return TRUE;

  return FALSE;
}

/* The roles that a stage names. */
static GPtrArray *
list_roles (const ScRegulations *self)
{
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < self->version->roles->len; i++)
    {
      ScRole *role = sc_version_get_role (self->version, i);

      if (sc_stage_facts_get_role (self->version, role->id) != NULL && is_involved (self->version, role))
        g_ptr_array_add (roles, role);
    }

  return roles;
}

static void
add_jobs (ScRegulations *self,
          GPtrArray     *roles)
{
  static const char *const header[] = { "roles.role", "roles.job", NULL };
  ScTable *table;

  if (!sc_writing_begin (self->writing, "roles.jobs", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "roles.jobs", NULL);
  table = sc_writing_table (self->writing, "roles.jobs.caption", (const double[]) { 1, 1 }, 2);
  table->is_form = TRUE;
  sc_writing_header (self->writing, table, header);
  for (guint i = 0; i < roles->len; i++)
    {
      GPtrArray *row = sc_table_add_row (table);

      sc_row_add_cell (row, ((ScRole *) roles->pdata[i])->name, FALSE);
      sc_row_add_cell (row, NULL, FALSE);
    }
}

static const char *
get_sign (const ScRegulations *self,
          const ScStage       *stage,
          const ScRole        *role)
{
  if (g_strcmp0 (stage->responsible, role->id) == 0)
    return sc_sentence_get ("roles.matrix.responsible", self->language);
  if (sc_stage_has_participant (stage, role->id))
    return sc_sentence_get ("roles.matrix.participant", self->language);

  return NULL;
}

static void
add_signs (ScRegulations *self,
           GPtrArray     *roles)
{
  g_autofree double *widths = g_new (double, roles->len + 1);
  ScTable *table;
  GPtrArray *row;

  widths[0] = 2;
  for (guint i = 0; i < roles->len; i++)
    widths[i + 1] = 1;

  table = sc_writing_table (self->writing, "roles.matrix.caption", widths, roles->len + 1);
  table->n_header_rows = 1;
  row = sc_table_add_row (table);
  sc_row_add_cell (row, sc_sentence_get ("roles.stage", self->language), TRUE);
  for (guint i = 0; i < roles->len; i++)
    sc_row_add_cell (row, ((ScRole *) roles->pdata[i])->name, TRUE);

  for (guint i = 0; i < self->version->stages->len; i++)
    {
      row = sc_table_add_row (table);
      sc_row_add_cell (row, sc_stage_facts_get_name (self->version, i, self->language), TRUE);
      for (guint j = 0; j < roles->len; j++)
        sc_row_add_cell (row, get_sign (self, sc_version_get_stage (self->version, i), roles->pdata[j]), FALSE);
    }
  sc_writing_style (self->writing, SC_PARAGRAPH_NOTE, sc_sentence_get ("roles.matrix.meaning", self->language));
}

static void
add_names (ScRegulations *self)
{
  static const char *const header[] = { "roles.stage", "roles.responsible", "roles.participants", NULL };
  ScTable *table = sc_writing_table (self->writing, "roles.matrix.caption", (const double[]) { 1, 1, 1 }, 3);

  sc_writing_header (self->writing, table, header);
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      g_auto (GStrv) names = sc_stage_facts_list_participants (self->version, stage);
      g_autofree char *participants = g_strjoinv ("; ", names);
      GPtrArray *row = sc_table_add_row (table);

      sc_row_add_cell (row, sc_stage_facts_get_name (self->version, i, self->language), TRUE);
      sc_row_add_cell (row, sc_stage_facts_get_role (self->version, stage->responsible), FALSE);
      sc_row_add_cell (row, participants, FALSE);
    }
}

static void
add_matrix (ScRegulations *self,
            GPtrArray     *roles)
{
  if (!sc_writing_begin (self->writing, "roles.matrix", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "roles.matrix", NULL);
  if (roles->len <= MAX_COLUMNS)
    add_signs (self, roles);
  else
    add_names (self);
}

/* One for each border between stages of which different roles are responsible. */
static GStrv
list_handovers (const ScRegulations *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; i < self->version->stages->len; i++)
    {
      const char *from = sc_stage_facts_get_role (self->version, sc_version_get_stage (self->version, i - 1)->responsible);
      const char *to = sc_stage_facts_get_role (self->version, sc_version_get_stage (self->version, i)->responsible);
      g_autofree char *stage = sc_stage_facts_quote (self->version, i - 1, self->language);
      g_autofree char *from_quoted = sc_grammar_quote (from != NULL ? from : "", self->language);
      g_autofree char *to_quoted = sc_grammar_quote (to != NULL ? to : "", self->language);

      if (from != NULL && to != NULL && !g_str_equal (from, to))
        g_strv_builder_take (builder,
                             sc_sentence_fill ("roles.handover.item", self->language,
                                               (ScField[]) { { "stage", stage }, { "from", from_quoted },
                                                             { "to", to_quoted }, SC_FIELD_END }));
    }

  return g_strv_builder_end (builder);
}

static void
add_handovers (ScRegulations *self)
{
  g_auto (GStrv) handovers = list_handovers (self);

  if (handovers[0] == NULL || !sc_writing_begin (self->writing, "roles.handover", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "roles.handover", NULL);
  sc_writing_list (self->writing, (const char *const *) handovers);
}

/**
 * sc_regulations_add_roles:
 * @self: the sales regulations
 *
 * Adds who does what. A role is no job, so that the jobs are left to be filled in.
 */
void
sc_regulations_add_roles (ScRegulations *self)
{
  g_autoptr (GPtrArray) roles = list_roles (self);

  if (sc_writing_open (self->writing, "roles", sc_sentence_get ("roles", self->language), SC_NUMBERING_NUMBER)
      && roles->len > 0)
    {
      add_jobs (self, roles);
      add_matrix (self, roles);
      add_handovers (self);
    }
  sc_writing_close (self->writing);
}
