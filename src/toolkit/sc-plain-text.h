/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows texts that are no markup in widgets that take them for it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Texts that are no markup, for widgets that can't be told so. */
void sc_plain_text_set_page_description (AdwStatusPage *page,
                                         const char    *text);
void sc_plain_text_set_group_title (AdwPreferencesGroup *group,
                                    const char          *text);
void sc_plain_text_set_group_description (AdwPreferencesGroup *group,
                                          const char          *text);

G_END_DECLS
