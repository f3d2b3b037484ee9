/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/any-change.h"

#include "change/sc-document-commands.h"
#include "change/sc-import-deals.h"

guint
any_change_draw (AnyChange *self,
                 guint      n)
{
  return g_rand_int (self->rand) % n;
}

ScVersion *
any_change_load_version (AnyChange      *self,
                         ScVersionWanted wanted)
{
  return sc_store_load_version (self->fixture->store, self->fixture->process_id, wanted, NULL);
}

ScProcess *
any_change_load_process (AnyChange *self)
{
  return sc_store_load_process (self->fixture->store, self->fixture->process_id, NULL);
}

static char *
draw_stage (AnyChange *self)
{
  g_autoptr (ScVersion) version = any_change_load_version (self, SC_VERSION_WANTED_PUBLISHED);

  return g_strdup (sc_version_get_stage (version, any_change_draw (self, version->stages->len))->id);
}

/* A deal in one of some statuses, of any where there is none such. */
ScDeal *
any_change_draw_deal (AnyChange *self,
                      guint      statuses)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  query->statuses = statuses;
  deals = sc_store_list_deals (self->fixture->store, query, 0, NULL, NULL);
  if (deals->len == 0)
    return NULL;

  return sc_deal_ref (deals->pdata[any_change_draw (self, deals->len)]);
}

static ScCommand *
make_add (AnyChange *self)
{
  ScDeal *deal = sc_deal_new ();
  ScCommand *command;

  deal->process_id = g_strdup (self->fixture->process_id);
  deal->title = g_strdup_printf ("Deal %u", any_change_draw (self, 1000));
  deal->company = g_strdup_printf ("Company %u", any_change_draw (self, 5));
  deal->person = g_strdup_printf ("Person %u", any_change_draw (self, 5));
  deal->stage_id = draw_stage (self);
  command = sc_command_add_deal (deal);
  sc_deal_unref (deal);

  return command;
}

static ScCommand *
make_edit (AnyChange *self)
{
  g_autoptr (ScDeal) before = any_change_draw_deal (self, 0);
  g_autoptr (ScDeal) after = before != NULL ? sc_deal_copy (before) : NULL;

  if (before == NULL)
    return NULL;

  g_free (after->title);
  after->title = g_strdup_printf ("Edited %u", any_change_draw (self, 1000));
  g_free (after->company);
  after->company = g_strdup_printf ("Company %u", any_change_draw (self, 8));
  after->value = sc_money_new (any_change_draw (self, 100000), "USD");
  after->expected_close = sc_date_new (2026, 1 + any_change_draw (self, 12), 1 + any_change_draw (self, 28));

  return sc_command_edit_deal (before, after,
                               SC_DEAL_FIELD_TITLE | SC_DEAL_FIELD_COMPANY | SC_DEAL_FIELD_VALUE
                               | SC_DEAL_FIELD_EXPECTED_CLOSE);
}

static ScCommand *
make_delete (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, 0);

  return deal != NULL ? sc_command_delete_deal (deal) : NULL;
}

static ScCommand *
make_move (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autofree char *stage_id = draw_stage (self);

  return deal != NULL ? sc_command_move_deal (deal, stage_id, any_change_draw (self, 2) == 0 ? 0 : -1, NULL) : NULL;
}

static ScCommand *
make_move_many (AnyChange *self)
{
  g_autofree char *stage_id = draw_stage (self);
  gint64 ids[10];
  guint n = 0;

  while (n < G_N_ELEMENTS (ids))
    {
      g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);

      if (deal == NULL)
        return NULL;
      ids[n++] = deal->id;
    }

  return sc_command_move_deals (ids, n, stage_id, NULL);
}

static ScCommand *
make_close (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);

  if (deal == NULL)
    return NULL;
  if (deal->status == SC_DEAL_WON)
    return sc_command_complete_deal (deal, NULL);

  return any_change_draw (self, 2) == 0 ? sc_command_win_deal (deal, NULL) : sc_command_lose_deal (deal, "Too dear");
}

static ScCommand *
make_reopen (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, (1u << SC_DEAL_LOST) | (1u << SC_DEAL_COMPLETED));

  return deal != NULL ? sc_command_reopen_deal (deal) : NULL;
}

static ScCommand *
make_tick (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (ScVersion) version = any_change_load_version (self, SC_VERSION_WANTED_PUBLISHED);
  const ScStage *stage = deal != NULL ? sc_version_find_stage (version, deal->stage_id, NULL) : NULL;

  if (stage == NULL || stage->criteria->len == 0)
    return NULL;

  return sc_command_tick (deal, (const char *const[]) { ((ScCriterion *) stage->criteria->pdata[0])->id, NULL },
                          any_change_draw (self, 3) > 0);
}

static ScCommand *
make_payment (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (GPtrArray) payments = deal != NULL ? sc_store_list_payments (self->fixture->store, deal->id, NULL) : NULL;
  ScPayment payment = { .amount = sc_money_new (any_change_draw (self, 1000) + 1, "EUR"), .due = sc_date_new (2026, 5, 4),
                        .note = (char *) "Half" };
  ScPayment paid;

  if (deal == NULL)
    return NULL;
  if (payments->len == 0 || any_change_draw (self, 3) == 0)
    return sc_command_add_payment (deal, &payment);
  if (any_change_draw (self, 2) == 0)
    return sc_command_remove_payment (payments->pdata[0]);

  paid = *(ScPayment *) payments->pdata[0];
  paid.paid_on = sc_date_new (2026, 5, 1 + any_change_draw (self, 28));

  return sc_command_edit_payment (payments->pdata[0], &paid);
}

static ScCommand *
make_activity (AnyChange *self)
{
  g_autoptr (ScDeal) deal = any_change_draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (GPtrArray) list = deal != NULL ? sc_store_list_activities (self->fixture->store, deal->id, NULL) : NULL;
  const ScActivity *activity;

  if (deal == NULL)
    return NULL;
  if (list->len == 0 || any_change_draw (self, 2) == 0)
    return sc_command_add_activity (deal, "Call", sc_date_new (2026, 6, 1 + any_change_draw (self, 28)));

  activity = list->pdata[0];

  return any_change_draw (self, 2) == 0 ? sc_command_remove_activity (activity) : sc_command_complete_activity (activity);
}

gboolean
any_change_next_row (ScImportRow *row,
                     gpointer     user_data,
                     GError     **error)
{
  AnyChange *self = user_data;

  if (self->n_rows == 0)
    return FALSE;

  self->n_rows--;
  g_snprintf (self->text, sizeof self->text, "%u", any_change_draw (self, 40));
  *row = (ScImportRow) {
    .external_id = self->text,
    .title = self->text,
    .company = self->text,
    .owner = (char *) (any_change_draw (self, 2) == 0 ? "Owner" : NULL),
    .stage_id = (char *) self->stage_id,
    .status = any_change_draw (self, SC_N_DEAL_STATUSES),
    .value = sc_money_new (any_change_draw (self, 1000), "EUR"),
    .started = sc_date_new (2026, 1, 5),
  };

  return TRUE;
}

ScCommand *
any_change_make_import (AnyChange *self)
{
  g_autoptr (ScVersion) version = any_change_load_version (self, SC_VERSION_WANTED_PUBLISHED);

  self->n_rows = 1 + any_change_draw (self, 30);
  self->stage_id = g_intern_string (sc_version_get_stage (version, 0)->id);
  self->counts = (ScImportCounts) { 0 };

  return sc_command_import_deals (self->fixture->process_id, "Import", any_change_next_row, self, &self->counts);
}

static ScEdit *
draw_edit (AnyChange       *self,
           const ScVersion *version)
{
  guint position = any_change_draw (self, version->stages->len);
  ScStage *stage = sc_version_get_stage (version, position);
  g_autoptr (ScStage) changed = NULL;
  g_autoptr (ScRole) role = NULL;

  switch (any_change_draw (self, 5))
    {
    case 0:
      changed = sc_stage_copy (stage);
      g_free (changed->goal);
      changed->goal = g_strdup_printf ("Goal %u", any_change_draw (self, 1000));
      return sc_edit_replace_stage (version, changed);
    case 1:
      return version->stages->len > 3 ? sc_edit_remove_stage (version, stage->id) : sc_edit_set_mark (version, stage->id);
    case 2:
      return sc_edit_move_stage (version, stage->id, any_change_draw (self, version->stages->len));
    case 3:
      role = sc_role_new ("Lawyer", SC_FUNCTION_LEGAL);
      return sc_edit_insert_role (role, version->roles->len);
    default:
      changed = sc_stage_new (stage->id, SC_KIND_BIT (SC_KIND_OTHER));
      return sc_edit_insert_stage (changed, position);
    }
}

static ScCommand *
make_design (AnyChange *self)
{
  g_autoptr (ScVersion) version = any_change_load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, draw_edit (self, version));

  return sc_command_edit_version (self->fixture->process_id, "Edit", edits);
}

static ScCommand *
make_publication (AnyChange *self)
{
  g_autoptr (ScProcess) process = any_change_load_process (self);
  g_autoptr (ScVersion) draft = any_change_load_version (self, SC_VERSION_WANTED_DRAFT);
  g_autoptr (ScVersion) published = any_change_load_version (self, SC_VERSION_WANTED_PUBLISHED);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);

  if (draft == NULL)
    return NULL;

  for (guint i = 0; i < published->stages->len; i++)
    {
      const char *id = sc_version_get_stage (published, i)->id;

      if (sc_version_find_stage (draft, id, NULL) == NULL)
        g_hash_table_insert (moves, (gpointer) id,
                             sc_version_get_stage (draft, any_change_draw (self, draft->stages->len))->id);
    }

  return sc_command_publish (process, moves);
}

static ScCommand *
make_discard (AnyChange *self)
{
  g_autoptr (ScProcess) process = any_change_load_process (self);

  return process->has_draft ? sc_command_discard_draft (process) : NULL;
}

static ScCommand *
make_words (AnyChange       *self,
            const ScProcess *process,
            const char      *text)
{
  g_autoptr (ScVersion) version = any_change_load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autofree char *place = any_change_draw (self, 3) > 0 && version->stages->len > 0
                           ? sc_place_of_stage (sc_version_get_stage (version, any_change_draw (self, version->stages->len))->id, SC_WORD_AFTER)
                           : g_strdup ("general:after");

  return sc_command_set_own_words (process, version, place, any_change_draw (self, 3) > 0 ? text : NULL);
}

static ScCommand *
make_organisation (AnyChange       *self,
                   const ScProcess *process,
                   const char      *text)
{
  g_autoptr (ScOrganisation) before = sc_store_load_organisation (self->fixture->store, process->id, NULL);
  g_autoptr (ScOrganisation) after = sc_organisation_copy (before);

  g_set_str (any_change_draw (self, 2) > 0 ? &after->name : &after->code, text);

  return sc_command_set_organisation (process, before, after);
}

static ScCommand *
make_setting (AnyChange *self)
{
  g_autoptr (ScProcess) process = any_change_load_process (self);
  g_autofree char *text = g_strdup_printf ("Name %u", any_change_draw (self, 100000));

  switch (any_change_draw (self, 8))
    {
    case 6:
      return make_words (self, process, text);
    case 7:
      return make_organisation (self, process, text);
    case 0:
      return sc_command_rename_process (process, text);
    case 1:
      return sc_command_describe_process (process, text);
    case 2:
      return sc_command_archive_process (process, !process->is_archived);
    case 3:
      return sc_command_set_loss_reasons (process, NULL, (const char *const[]) { text, "Other", NULL });
    case 4:
      return sc_command_duplicate_process (process);
    default:
      return sc_command_reorder_process (process, NULL);
    }
}

static ScCommand *(*const makers[])(AnyChange *self) = {
  make_add, make_add, make_add, make_edit, make_edit, make_delete, make_move, make_move, make_move, make_move_many,
  make_close, make_close, make_reopen, make_tick, make_payment, make_payment, make_activity, make_activity,
  any_change_make_import, make_design, make_design, make_publication, make_discard, make_setting,
};

ScCommand *
any_change_make (AnyChange *self,
                 guint     *maker)
{
  guint drawn = any_change_draw (self, G_N_ELEMENTS (makers));

  if (maker != NULL)
    *maker = drawn;

  return makers[drawn] (self);
}
