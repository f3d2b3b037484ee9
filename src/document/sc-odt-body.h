/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of an ODT file: content.xml, and the pictures in it. */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

#define SC_ODT_NAMESPACES \
        "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", \
        "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0", \
        "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0", \
        "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0", \
        "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", \
        "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", \
        "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", \
        "xmlns:xlink", "http://www.w3.org/1999/xlink"

gboolean sc_odt_body_write (const ScDocument *document,
                            ScOutput         *output,
                            GArray           *pictures,
                            ScOutput         *scratch,
                            GError          **error);

G_END_DECLS
