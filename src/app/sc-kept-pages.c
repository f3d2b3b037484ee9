/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages with changes that are not saved, kept while another place is shown. */

#include "app/sc-kept-pages.h"

#include <glib/gi18n.h>

struct _ScKeptPages
{
  GPtrArray *pages;
  AdwToastOverlay *toasts;
};

/**
 * sc_kept_pages_new:
 * @toasts: where it is told that something is not saved
 *
 * Returns: (transfer full): no pages yet
 */
ScKeptPages *
sc_kept_pages_new (AdwToastOverlay *toasts)
{
  ScKeptPages *self = g_new0 (ScKeptPages, 1);

  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->toasts = g_object_ref (toasts);

  return self;
}

/**
 * sc_kept_pages_free:
 * @self: (transfer full): pages
 */
void
sc_kept_pages_free (ScKeptPages *self)
{
  g_ptr_array_unref (self->pages);
  g_object_unref (self->toasts);
  g_free (self);
}

static void
tell_unsaved (ScKeptPages   *self,
              ScProcessPage *page)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  text = g_strdup_printf (_("The last changes of “%s” are not saved yet"),
                          adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * sc_kept_pages_keep:
 * @self: pages
 * @page: a page that makes room for another place
 *
 * Has what is typed in the page saved, and keeps it until it is, or is back.
 */
void
sc_kept_pages_keep (ScKeptPages   *self,
                    ScProcessPage *page)
{
  ScSaveState state;

  sc_unsaved_commit_in (GTK_WIDGET (page));
  state = sc_unsaved_get_state_in (GTK_WIDGET (page));
  if (state != SC_SAVE_STATE_SAVED)
    g_ptr_array_add (self->pages, g_object_ref (page));
  if (state == SC_SAVE_STATE_UNSAVED)
    tell_unsaved (self, page);
}

/**
 * sc_kept_pages_take:
 * @self: pages
 * @process_id: a process
 *
 * Returns: (transfer full) (nullable): the page of the process, which is not
 *   kept any more
 */
ScProcessPage *
sc_kept_pages_take (ScKeptPages *self,
                    const char  *process_id)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_strcmp0 (sc_process_page_get_process_id (self->pages->pdata[i]), process_id) == 0)
      return g_ptr_array_steal_index (self->pages, i);

  return NULL;
}

/**
 * sc_kept_pages_review:
 * @self: pages
 * @page: a page that has settled, kept or not
 *
 * Lets the page go if all of it is saved now, and tells if not.
 */
void
sc_kept_pages_review (ScKeptPages   *self,
                      ScProcessPage *page)
{
  ScSaveState state;

  if (!g_ptr_array_find (self->pages, page, NULL))
    return;

  state = sc_unsaved_get_state_in (GTK_WIDGET (page));
  if (state == SC_SAVE_STATE_SAVED)
    g_ptr_array_remove (self->pages, page);
  else if (state == SC_SAVE_STATE_UNSAVED)
    tell_unsaved (self, page);
}

/**
 * sc_kept_pages_get:
 * @self: pages
 *
 * Returns: (transfer none) (element-type ScProcessPage): those that are kept now
 */
GPtrArray *
sc_kept_pages_get (ScKeptPages *self)
{
  return self->pages;
}
