/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A name with “<” or “&” is no markup: where it is taken for it, nothing at all
 * is shown. Rows, banners and toasts have “use-markup”, which is to be off where
 * they show more than our own words; these have not. build-aux/lint sees to
 * both. */

#include "toolkit/sc-plain-text.h"

static char *
escape (const char *text)
{
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

/**
 * sc_plain_text_set_page_description:
 * @page: a status page
 * @text: (nullable): what it is to say, shown as it is
 */
void
sc_plain_text_set_page_description (AdwStatusPage *page,
                                    const char    *text)
{
  g_autofree char *escaped = escape (text);

  adw_status_page_set_description (page, escaped);
}

/**
 * sc_plain_text_set_group_title:
 * @group: a group of rows
 * @text: (nullable): its title, shown as it is
 */
void
sc_plain_text_set_group_title (AdwPreferencesGroup *group,
                               const char          *text)
{
  g_autofree char *escaped = escape (text);

  adw_preferences_group_set_title (group, escaped);
}

/**
 * sc_plain_text_set_group_description:
 * @group: a group of rows
 * @text: (nullable): its description, shown as it is
 */
void
sc_plain_text_set_group_description (AdwPreferencesGroup *group,
                                     const char          *text)
{
  g_autofree char *escaped = escape (text);

  adw_preferences_group_set_description (group, escaped);
}
