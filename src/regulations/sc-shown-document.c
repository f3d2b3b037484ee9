/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a document is made from and makes it, in a thread. */

#include "regulations/sc-shown-document.h"

#include "method/sc-lint.h"
#include "store/sc-store-read.h"

/**
 * sc_document_wanted_copy:
 * @self: which document is wanted
 *
 * Returns: (transfer full): the same
 */
ScDocumentWanted *
sc_document_wanted_copy (const ScDocumentWanted *self)
{
  ScDocumentWanted *copy = g_memdup2 (self, sizeof *self);

  copy->process_id = g_strdup (self->process_id);
  copy->role_id = g_strdup (self->role_id);

  return copy;
}

/**
 * sc_document_wanted_free:
 * @self: (transfer full): which document is wanted
 */
void
sc_document_wanted_free (ScDocumentWanted *self)
{
  g_free (self->process_id);
  g_free (self->role_id);
  g_free (self);
}

static guint
count_findings (const ScVersion *version)
{
  g_autoptr (GPtrArray) findings = sc_lint (version);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (sc_rule_get_severity (((const ScFinding *) findings->pdata[i])->rule) != SC_SEVERITY_HINT)
      n++;

  return n;
}

static ScDocument *
make_book (const ScDocumentWanted *wanted,
           const ScDocumentFacts  *facts)
{
  ScTacticsBookSource source;

  sc_tactics_book_source_fill (&source, facts, facts->version->language);
  source.order = wanted->order;
  /* A role that is gone meanwhile leaves the whole book. */
  source.role_id = wanted->role_id != NULL && sc_version_find_role (facts->version, wanted->role_id, NULL) != NULL
                   ? wanted->role_id : NULL;

  return sc_tactics_book_new (&source);
}

static gpointer
load (ScStore      *store,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const ScDocumentWanted *wanted = data;
  ScDocumentFacts *facts = sc_document_facts_load (store, wanted->process_id, wanted->version, 0, error);
  ScRegulationsSource source;
  ScShownDocument *self;

  if (facts == NULL)
    return NULL;

  self = g_new0 (ScShownDocument, 1);
  self->facts = facts;
  sc_regulations_source_fill (&source, facts, facts->version->language);
  self->places = sc_regulations_list_places (&source);
  self->document = wanted->is_book ? make_book (wanted, facts) : sc_regulations_new (&source);
  self->n_findings = count_findings (facts->version);

  return self;
}

/**
 * sc_shown_document_load_async:
 * @store: where the process is
 * @wanted: which document is wanted
 * @cancellable: (nullable): to give up
 * @callback: called when it is made
 * @user_data: for @callback
 */
void
sc_shown_document_load_async (ScStore                *store,
                              const ScDocumentWanted *wanted,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  sc_store_read_async (store, load, sc_document_wanted_copy (wanted), (GDestroyNotify) sc_document_wanted_free,
                       (GDestroyNotify) sc_shown_document_free, cancellable, callback, user_data);
}

/**
 * sc_shown_document_load_finish:
 * @store: where the process is
 * @result: what the callback got
 * @error: of %SC_STORE_ERROR: %SC_STORE_ERROR_NOT_FOUND where there is no such version
 *
 * Returns: (transfer full): the document
 */
ScShownDocument *
sc_shown_document_load_finish (ScStore      *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return sc_store_read_finish (store, result, error);
}

/**
 * sc_shown_document_free:
 * @self: (transfer full): a document
 */
void
sc_shown_document_free (ScShownDocument *self)
{
  sc_document_unref (self->document);
  g_ptr_array_unref (self->places);
  sc_document_facts_free (self->facts);
  g_free (self);
}

/**
 * sc_shown_document_find_place:
 * @self: a document
 * @place: the name of a place
 *
 * Returns: (transfer none) (nullable): what stands there; %NULL where there is no such place
 */
const ScWordPlace *
sc_shown_document_find_place (const ScShownDocument *self,
                              const char            *place)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_str_equal (((const ScWordPlace *) self->places->pdata[i])->place, place))
      return self->places->pdata[i];

  return NULL;
}

/**
 * sc_shown_document_list_unplaced:
 * @self: a document
 *
 * Returns: (transfer container) (element-type ScOwnWord): the words that have no place in
 *   it: their stages are gone
 */
GPtrArray *
sc_shown_document_list_unplaced (const ScShownDocument *self)
{
  GPtrArray *unplaced = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->own_words->len; i++)
    {
      ScOwnWord *word = self->facts->own_words->pdata[i];

      if (sc_shown_document_find_place (self, word->place) == NULL)
        g_ptr_array_add (unplaced, word);
    }

  return unplaced;
}
