/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells in the Scheme view what becomes of the draft: what was done, refused or
 * changed by two, and what is not saved yet. */

#include "designer/sc-designer-view-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-change.h"
#include "widgets/sc-clash-dialog.h"
#include "widgets/sc-error-dialog.h"

static void
clash_response_cb (ScDesignerView *self,
                   const char     *response)
{
  if (g_str_equal (response, "mine"))
    sc_design_resolve (self->design, SC_SIDE_MINE);
  else if (g_str_equal (response, "theirs"))
    sc_design_resolve (self->design, SC_SIDE_THEIRS);
}

static void
clashed_cb (ScDesignerView *self,
            GPtrArray      *clashes)
{
  AdwDialog *dialog;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  dialog = sc_clash_dialog_new (clashes);
  g_signal_connect_object (dialog, "response", G_CALLBACK (clash_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
design_failed_cb (ScDesignerView *self,
                  const char     *heading,
                  const GError   *error)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    sc_error_dialog_present (GTK_WIDGET (self), heading, error);
}

static void
told_cb (ScDesignerView *self,
         const char     *text,
         gint64          change_id)
{
  sc_toast_show_undo (GTK_WIDGET (self->toasts), text, self->store, change_id);
}

static void
fixed_cb (ScDesignerView *self,
          const char     *name)
{
  sc_design_tell (self->design, name);

  /* With the last finding the place of the keyboard is gone. */
  if (sc_design_get_findings (self->design)->len == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScDesign *design = SC_DESIGNER_VIEW (unsaved)->design;

  if (sc_design_is_saving (design))
    return SC_SAVE_STATE_SAVING;

  return sc_design_has_unsaved (design) ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  return sc_design_describe_unsaved (SC_DESIGNER_VIEW (unsaved)->design);
}

static void
commit (ScUnsaved *unsaved)
{
  sc_designer_pane_commit (SC_DESIGNER_VIEW (unsaved)->pane);
}

void
sc_designer_view_unsaved_init (ScUnsavedInterface *iface)
{
  iface->get_state = get_state;
  iface->describe = describe;
  iface->commit = commit;
}

/* Whatever came of what was being written. */
static void
ended_cb (ScDesignerView *self)
{
  if (!sc_design_is_saving (self->design))
    sc_unsaved_settled (SC_UNSAVED (self));
}

/* Tells in the view what the draft tells. */
void
sc_designer_view_follow_draft (ScDesignerView *self)
{
  g_signal_connect_object (self->design, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->design, "failed", G_CALLBACK (design_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->design, "clashed", G_CALLBACK (clashed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->design, "done", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->design, "changed", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->design, "failed", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->design, "clashed", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->pane, "fixed", G_CALLBACK (fixed_cb), self, G_CONNECT_SWAPPED);
}
