/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The title page of the sales regulations, and the contents. */

#include "document/sc-regulations-private.h"

#include "diagram/sc-caption.h"

static void
style (ScRegulations   *self,
       ScParagraphStyle paragraph,
       const char      *sentence,
       const ScField   *fields)
{
  g_autofree char *text = sc_sentence_fill (sentence, self->language, fields);

  sc_writing_style (self->writing, paragraph, text);
}

static const char *
or_blank (const ScRegulations *self,
          const char          *text)
{
  return text != NULL && *text != '\0' ? text : sc_sentence_get ("blank", self->language);
}

static void
add_organisation (ScRegulations        *self,
                  const ScOrganisation *organisation)
{
  style (self, SC_PARAGRAPH_CENTRED, "title.organisation",
         (ScField[]) { { "organisation", or_blank (self, organisation->name) }, SC_FIELD_END });
  if (organisation->name[0] == '\0')
    style (self, SC_PARAGRAPH_CENTRED, "title.organisation.meaning", NULL);
}

static void
add_approval (ScRegulations        *self,
              const ScOrganisation *organisation)
{
  const char *name = organisation->short_name[0] != '\0' ? organisation->short_name : organisation->name;
  const ScField fields[] = {
    { "post", or_blank (self, organisation->approver_post) },
    { "organisation", or_blank (self, name) },
    { "approver", or_blank (self, organisation->approver) },
    SC_FIELD_END
  };
  gboolean is_order = organisation->approval == SC_APPROVAL_ORDER;

  style (self, SC_PARAGRAPH_STAMP, is_order ? "title.order" : "title.signature", fields);
}

/* The version that was published before the one that is shown. */
static const ScVersionRecord *
find_former (const ScRegulations *self)
{
  const GPtrArray *history = self->source->history;

  for (guint i = history != NULL ? history->len : 0; i > 0; i--)
    {
      const ScVersionRecord *record = history->pdata[i - 1];

      if (record->version->number < self->version->number)
        return record;
    }

  return NULL;
}

static void
add_version (ScRegulations *self)
{
  const ScVersionRecord *former = find_former (self);
  g_autofree char *number = g_strdup_printf ("%u", self->version->number);
  g_autofree char *before = g_strdup_printf ("%u", former != NULL ? former->version->number : 0);
  g_autofree char *date = sc_caption_for_date (former != NULL ? former->published : SC_DATE_NONE, self->language);
  const ScField fields[] = { { "version", number }, { "before", before }, { "date", date }, SC_FIELD_END };

  if (former == NULL)
    style (self, SC_PARAGRAPH_CENTRED, "title.version", fields);
  else if (former->published != SC_DATE_NONE)
    style (self, SC_PARAGRAPH_CENTRED, "title.version.replaces", fields);
  else
    style (self, SC_PARAGRAPH_CENTRED, "title.version.replaces.undated", fields);
}

static void
add_effective (ScRegulations        *self,
               const ScOrganisation *organisation)
{
  g_autofree char *date = organisation->effective != SC_DATE_NONE
                          ? sc_caption_for_date (organisation->effective, self->language)
                          : g_strdup (sc_sentence_get ("blank.day", self->language));

  style (self, SC_PARAGRAPH_CENTRED, "title.effective", (ScField[]) { { "date", date }, SC_FIELD_END });
}

static void
add_place (ScRegulations        *self,
           const ScOrganisation *organisation)
{
  GDate day;
  g_autofree char *year = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, self->source->today != SC_DATE_NONE ? self->source->today : sc_clock_today ());
  year = g_strdup_printf ("%u", g_date_get_year (&day));
  if (organisation->city[0] == '\0')
    sc_writing_style (self->writing, SC_PARAGRAPH_CENTRED, year);
  else
    style (self, SC_PARAGRAPH_CENTRED, "title.place",
           (ScField[]) { { "city", organisation->city }, { "year", year }, SC_FIELD_END });
}

static void
add_logo (ScRegulations        *self,
          const ScOrganisation *organisation)
{
  ScBlock *block;

  if (organisation->logo == NULL)
    return;

  block = sc_block_new (SC_BLOCK_LOGO);
  block->logo = g_bytes_ref (organisation->logo);
  g_ptr_array_add (sc_writing_get_blocks (self->writing), block);
}

static void
add_title_page (ScRegulations        *self,
                const ScOrganisation *organisation)
{
  add_logo (self, organisation);
  add_organisation (self, organisation);
  add_approval (self, organisation);
  style (self, SC_PARAGRAPH_TITLE, "title.name", NULL);
  sc_writing_style (self->writing, SC_PARAGRAPH_SUBTITLE, self->process);
  if (organisation->code[0] != '\0')
    sc_writing_style (self->writing, SC_PARAGRAPH_CENTRED, organisation->code);
  add_version (self);
  if (self->version->status != SC_VERSION_DRAFT)
    add_effective (self, organisation);
  add_place (self, organisation);
}

/**
 * sc_regulations_add_title:
 * @self: the sales regulations
 *
 * Adds the title page and the contents. What nobody said is a line to be filled in by
 * hand.
 */
void
sc_regulations_add_title (ScRegulations *self)
{
  g_autoptr (ScOrganisation) nobody = sc_organisation_new ();
  const ScOrganisation *organisation = self->source->organisation != NULL ? self->source->organisation : nobody;

  if (sc_writing_begin_front (self->writing, "title", NULL))
    add_title_page (self, organisation);
  if (sc_writing_begin_front (self->writing, "contents", sc_sentence_get ("contents", self->language)))
    g_ptr_array_add (sc_writing_get_blocks (self->writing), sc_block_new (SC_BLOCK_CONTENTS));
}
