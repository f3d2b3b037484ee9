/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files that the program has in itself for the formats of documents. */

#include "document/sc-document-data.h"

#include "document/sc-sentences-resource.h"

#define FOLDER "/io/github/stagecraft/Stagecraft/documents/"

/**
 * sc_document_data_read:
 * @name: a file of data/documents
 *
 * Returns: (transfer full): what it holds
 */
char *
sc_document_data_read (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sc_sentences_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, g_strdup (""));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
