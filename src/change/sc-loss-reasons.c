/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why deals may be lost: a list that is written as a whole. What somebody else
 * has changed of it since it was read stays: taken away, added and moved is only
 * what was so here. Where both have changed the same reason, both stand. */

#include "change/sc-command-private.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-process-write.h"

typedef struct {
  char *process_id;
  GStrv before;
  GStrv after;
} Reasons;

static void
reasons_free (gpointer data)
{
  Reasons *self = data;

  g_free (self->process_id);
  g_strfreev (self->before);
  g_strfreev (self->after);
  g_free (self);
}

static gboolean
has (GStrv       list,
     const char *text)
{
  return g_strv_contains ((const char *const *) list, text);
}

static int
find (GPtrArray  *list,
      const char *text)
{
  guint position;

  return g_ptr_array_find_with_equal_func (list, text, g_str_equal, &position) ? (int) position : -1;
}

/* Whether those that are in both stand in another order. */
static gboolean
has_moved (GStrv before,
           GStrv after)
{
  while (TRUE)
    {
      while (*before != NULL && !has (after, *before))
        before++;
      while (*after != NULL && !has (before, *after))
        after++;
      if (*before == NULL || *after == NULL)
        return FALSE;
      if (!g_str_equal (*before, *after))
        return TRUE;
      before++;
      after++;
    }
}

/* What became of @before in @after, done to @onto as well. */
static GStrv
repeat (GStrv onto,
        GStrv before,
        GStrv after)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  int at = -1;

  for (guint i = 0; onto[i] != NULL; i++)
    if (!has (before, onto[i]) || has (after, onto[i]))
      g_ptr_array_add (list, g_strdup (onto[i]));

  for (guint i = 0; after[i] != NULL; i++)
    {
      int position = find (list, after[i]);

      if (position < 0 && !has (before, after[i]))
        {
          position = at + 1;
          g_ptr_array_insert (list, position, g_strdup (after[i]));
        }
      if (position >= 0)
        at = position;
    }

  return g_strdupv ((GStrv) list->pdata);
}

static GStrv
merge (const Reasons *self,
       GStrv          theirs)
{
  if (self->before == NULL || g_strv_equal ((const char *const *) self->before, (const char *const *) theirs))
    return g_strdupv (self->after);
  if (has_moved (self->before, self->after))
    return repeat (self->after, self->before, theirs);

  return repeat (theirs, self->before, self->after);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const Reasons *self = data;
  g_auto (GStrv) theirs = sc_write_list_loss_reasons (write, self->process_id, error);
  g_auto (GStrv) merged = theirs != NULL ? merge (self, theirs) : NULL;

  return merged != NULL
         && sc_write_set_loss_reasons (write, self->process_id, (const char *const *) merged, error);
}

/**
 * sc_command_set_loss_reasons:
 * @process: a process
 * @before: (nullable): the reasons as they were read; %NULL to set them whatever
 *   they are
 * @reasons: (nullable): why its deals may be lost, in order
 *
 * Returns: (transfer full): a command that changes them, and leaves what others
 *   have changed of them since
 */
ScCommand *
sc_command_set_loss_reasons (const ScProcess   *process,
                             const char *const *before,
                             const char *const *reasons)
{
  Reasons *self = g_new0 (Reasons, 1);

  self->process_id = g_strdup (process->id);
  self->before = g_strdupv ((GStrv) before);
  self->after = reasons != NULL ? g_strdupv ((GStrv) reasons) : g_new0 (char *, 1);

  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         g_strdup_printf (C_("undo process", "Change the loss reasons of “%s”"), process->name),
                         run, self, reasons_free);
}
