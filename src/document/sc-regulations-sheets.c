/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last pages of the sales regulations, to be signed: who agrees, who has read them, and
 * what was changed from edition to edition. */

#include "document/sc-regulations-private.h"

#include "diagram/sc-caption.h"
#include "document/sc-stage-facts.h"
#include "document/sc-version-changes.h"

#define N_READERS 15

static gboolean
open_sheet (ScRegulations *self,
            const char    *id)
{
  return sc_writing_open (self->writing, id, sc_sentence_get (id, self->language), SC_NUMBERING_NONE);
}

static gboolean
begin_sheet (ScRegulations *self,
             const char    *id)
{
  g_autofree char *table = g_strconcat (id, ".table", NULL);

  return sc_writing_begin (self->writing, table, SC_NUMBERING_NONE);
}

static void
name_version (ScRegulations *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->version->number);

  sc_writing_say (self->writing, "sheet.of",
                  (ScField[]) { { "process", self->process }, { "version", number }, SC_FIELD_END });
}

/* A counted row, the rest of which is filled in by hand. */
static void
add_row (ScTable    *table,
         guint       n_columns,
         const char *what)
{
  g_autofree char *number = g_strdup_printf ("%u", table->rows->len - table->n_header_rows + 1);
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, number, FALSE);
  for (guint i = 1; i < n_columns; i++)
    sc_row_add_cell (row, i == 1 ? what : NULL, FALSE);
}

static gboolean
agrees (const ScVersion *version,
        const ScRole    *role)
{
  if (role->function != SC_FUNCTION_LEGAL && role->function != SC_FUNCTION_FINANCE
      && role->function != SC_FUNCTION_ONBOARDING && role->function != SC_FUNCTION_DELIVERY)
    return FALSE;

  for (guint i = 0; i < version->stages->len; i++)
    if (sc_stage_involves (sc_version_get_stage (version, i), role->id))
      return TRUE;

  return FALSE;
}

static void
add_agreeing (ScRegulations *self,
              ScTable       *table)
{
  const ScOrganisation *organisation = self->source->organisation;
  const char *post = organisation != NULL && organisation->owner_post[0] != '\0'
                     ? organisation->owner_post : sc_sentence_get ("blank", self->language);
  g_autofree char *owner = sc_sentence_fill ("sheet.owner", self->language, (ScField[]) { { "post", post }, SC_FIELD_END });

  add_row (table, 6, owner);
  for (guint i = 0; i < self->version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (self->version, i);

      if (agrees (self->version, role))
        add_row (table, 6, role->name);
    }
}

static void
add_approval (ScRegulations *self)
{
  static const char *const header[] = {
    "sheet.number", "sheet.post", "sheet.name", "sheet.remarks", "sheet.date", "sheet.signature", NULL
  };
  ScTable *table;

  if (open_sheet (self, "approval-sheet") && begin_sheet (self, "approval-sheet"))
    {
      name_version (self);
      table = sc_writing_table (self->writing, "approval-sheet", (const double[]) { 1, 5, 4, 4, 2, 3 }, 6);
      table->is_form = TRUE;
      sc_writing_header (self->writing, table, header);
      add_agreeing (self, table);
    }
  sc_writing_close (self->writing);
}

static char *
tell_effective (const ScRegulations *self)
{
  const ScOrganisation *organisation = self->source->organisation;

  return sc_caption_for_date (organisation != NULL ? organisation->effective : SC_DATE_NONE, self->language);
}

static void
add_acknowledgement (ScRegulations *self)
{
  static const char *const header[] = {
    "sheet.number", "sheet.full-name", "sheet.post", "sheet.date", "sheet.signature", NULL
  };
  g_autofree char *number = g_strdup_printf ("%u", self->version->number);
  g_autofree char *date = tell_effective (self);
  const ScField fields[] = { { "process", self->process }, { "version", number }, { "date", date }, SC_FIELD_END };
  gboolean is_dated = *date != '\0' && self->version->status != SC_VERSION_DRAFT;
  ScTable *table;

  if (open_sheet (self, "acknowledgement-sheet") && self->source->has_acknowledgement
      && begin_sheet (self, "acknowledgement-sheet"))
    {
      sc_writing_say (self->writing, is_dated ? "sheet.acquainted" : "sheet.acquainted.undated", fields);
      table = sc_writing_table (self->writing, "acknowledgement-sheet", (const double[]) { 1, 6, 5, 3, 3 }, 5);
      table->is_form = TRUE;
      sc_writing_header (self->writing, table, header);
      for (guint i = 0; i < N_READERS; i++)
        add_row (table, 5, NULL);
    }
  sc_writing_close (self->writing);
}

/* An edition of the regulations. */
typedef struct {
  const ScVersion *version;
  const char *by;
  gboolean is_shown;
} Edition;

/* Where in the document it stands; of former editions, where it stood then. */
static void
add_number (ScRegulations         *self,
            const Edition         *edition,
            const ScVersionChange *change,
            GPtrArray             *row)
{
  g_autofree char *stage = g_strconcat ("stage:", change != NULL ? change->stage_id : NULL, NULL);
  g_autofree char *n = g_strdup_printf ("%u", change != NULL ? change->position + 1 : 0);
  const ScField fields[] = { { "stage", stage }, { "n", n }, SC_FIELD_END };
  ScTableCell *cell = sc_row_add_cell (row, NULL, FALSE);

  if (change == NULL || change->stage_id == NULL)
    sc_spans_add (cell->spans, sc_sentence_get ("none", self->language), SC_SPAN_PLAIN, NULL);
  else
    sc_writing_say_in (self->writing, cell->spans, edition->is_shown ? "sheet.number-of-stage" : "sheet.number-of-former",
                       fields);
}

static void
add_edition_row (ScRegulations         *self,
                 ScTable               *table,
                 const Edition         *edition,
                 const ScVersionChange *change,
                 const char            *sentence,
                 gboolean               is_first)
{
  const ScOrganisation *organisation = self->source->organisation;
  g_autofree char *number = g_strdup_printf ("%u", edition->version->number);
  g_autofree char *date = edition->is_shown && self->version->status != SC_VERSION_DRAFT ? tell_effective (self) : g_strdup ("");
  gboolean by_order = edition->is_shown && organisation != NULL && organisation->approval == SC_APPROVAL_ORDER;
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, number, FALSE);
  sc_row_add_cell (row, !is_first ? NULL : *date != '\0' ? date : sc_sentence_get ("blank.short", self->language), FALSE);
  add_number (self, edition, change, row);
  sc_row_add_cell (row, sentence, FALSE);
  sc_row_add_cell (row, is_first && by_order ? sc_sentence_get ("sheet.ground.order", self->language) : NULL, FALSE);
  sc_row_add_cell (row, is_first ? edition->by : NULL, FALSE);
}

static void
add_edition (ScRegulations   *self,
             ScTable         *table,
             const ScVersion *former,
             const Edition   *edition)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (former == NULL)
    {
      gboolean is_first = edition->version->number <= 1;

      add_edition_row (self, table, edition, NULL,
                       is_first ? sc_sentence_get ("change.first", self->language) : NULL, TRUE);
      return;
    }

  changes = sc_version_changes_new (former, edition->version, self->language);
  for (guint i = 0; i < changes->len; i++)
    add_edition_row (self, table, edition, changes->pdata[i], ((ScVersionChange *) changes->pdata[i])->sentence, i == 0);
  if (changes->len == 0)
    add_edition_row (self, table, edition, NULL, sc_sentence_get ("change.none", self->language), TRUE);
}

/* Those that were published, and the one that is shown where it was not. */
static void
add_editions (ScRegulations *self,
              ScTable       *table)
{
  const GPtrArray *history = self->source->history;
  const ScVersion *former = NULL;

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const ScVersionRecord *record = history->pdata[i];

      if (record->version->number >= self->version->number)
        break;
      add_edition (self, table, former, &(Edition) { record->version, record->by, FALSE });
      former = record->version;
    }
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const ScVersionRecord *record = history->pdata[i];

      if (record->version->number == self->version->number)
        {
          add_edition (self, table, former, &(Edition) { self->version, record->by, TRUE });
          return;
        }
    }
  add_edition (self, table, former, &(Edition) { self->version, NULL, TRUE });
}

static void
add_changes (ScRegulations *self)
{
  static const char *const header[] = {
    "sheet.version", "sheet.effective", "sheet.paragraphs", "sheet.change", "sheet.ground", "sheet.by", NULL
  };
  ScTable *table;

  if (open_sheet (self, "change-sheet") && begin_sheet (self, "change-sheet"))
    {
      table = sc_writing_table (self->writing, "change-sheet", (const double[]) { 3, 4, 3, 9, 4, 4 }, 6);
      table->is_form = TRUE;
      sc_writing_header (self->writing, table, header);
      add_editions (self, table);
    }
  sc_writing_close (self->writing);
}

/**
 * sc_regulations_add_sheets:
 * @self: the sales regulations
 *
 * Adds the sheets to be signed, and the list of changes.
 */
void
sc_regulations_add_sheets (ScRegulations *self)
{
  add_approval (self);
  add_acknowledgement (self);
  add_changes (self);
}
