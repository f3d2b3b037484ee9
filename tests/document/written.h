/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document is in a format, for tests that look into it. */

#pragma once

#include "document/sc-document-format.h"

/**
 * write_to_bytes:
 * @document: a document
 * @write: a format's
 * @error: why it can't be made or written
 *
 * Returns: (transfer full): the file that it makes, or %NULL with @error set
 */
static inline GBytes *
write_to_bytes (const ScDocument *document,
                ScDocumentWrite   write,
                GError          **error)
{
  g_autoptr (ScOutput) output = sc_output_new_scratch (error);

  return output != NULL && write (document, output, error) ? sc_output_read_all (output, error) : NULL;
}
