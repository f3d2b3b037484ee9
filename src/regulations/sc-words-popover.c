/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words, written where they stand in a document. They are saved by
 * Ctrl+Enter and when the popover is left, as in a field; what was refused is back with
 * the reason, and what was written is still there. */

#include "regulations/sc-words-popover.h"

#include <glib/gi18n-lib.h>

#include "change/sc-document-commands.h"
#include "document/sc-document-markdown.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"
#include "widgets/sc-text-area.h"

/* How high the text may be, in pixels. */
#define MIN_HEIGHT 100
#define MAX_HEIGHT 320

struct _ScWordsPopover
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkLabel *where;
  GtkLabel *message;
  GtkScrolledWindow *scrolled;
  ScTextArea *text;
  GtkWidget *fits_button;
  GtkWidget *strike_button;
  GtkWidget *remove_button;
  GtkWidget *save_button;
  GtkWidget *hint;

  ScStore *store;
  ScProcess *process;
  ScVersion *version;
  char *place;
  char *place_heading;
  char *before;    /* what stands there, NULL for nothing */
  char *suggested; /* what the program writes there, to begin with */
  gboolean is_asking;
  gboolean is_saving;
};

static void sc_words_popover_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScWordsPopover, sc_words_popover, GTK_TYPE_POPOVER,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_words_popover_unsaved_init));

/* A change of words on its way. */
typedef struct {
  ScWordsPopover *popover;
  ScOrigin *origin;
  char *place;
  const char *message;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->popover);
  sc_origin_free (saving->origin);
  g_free (saving->place);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
tell (ScWordsPopover *self,
      const char     *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->text), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
is_refused (ScWordsPopover *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->message));
}

static void
end (ScWordsPopover *self)
{
  self->is_asking = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
refuse (ScWordsPopover *self,
        const GError   *error)
{
  tell (self, error->message);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  ScWordsPopover *self = saving->popover;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  gboolean is_same = g_strcmp0 (self->place, saving->place) == 0;
  GtkWidget *pages = gtk_widget_get_parent (GTK_WIDGET (self));

  if (is_same)
    self->is_saving = FALSE;

  if (outcome == NULL && is_same && pages != NULL && gtk_widget_get_mapped (pages))
    refuse (self, error);
  else
    {
      if (is_same)
        end (self);
      if (outcome == NULL)
        sc_error_dialog_present (sc_origin_find_parent (saving->origin), _("The Change Was Not Saved"), error);
      else if (outcome->change_id != 0)
        sc_toast_show_undo (sc_origin_get_widget (saving->origin), saving->message, SC_STORE (source), outcome->change_id);
    }
  sc_unsaved_settled (SC_UNSAVED (self));
}

static void
run (ScWordsPopover *self,
     ScCommand      *command,
     const char     *message)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->popover = g_object_ref (self);
  saving->origin = sc_origin_new (gtk_widget_get_parent (GTK_WIDGET (self)));
  saving->place = g_strdup (self->place);
  saving->message = message;
  self->is_saving = TRUE;
  tell (self, NULL);
  sc_command_run_async (sc_command_require_own_words (command, self->process, self->version, self->place, self->before),
                        self->store, NULL, saved_cb, saving);
}

static void
save (ScWordsPopover *self,
      const char     *text,
      const char     *message)
{
  run (self, sc_command_set_own_words (self->process, self->version, self->place, text), message);
}

/* Returns: whether something else is written than stands there; where all of it is rubbed
 * out, @text is none. */
static gboolean
is_edited (ScWordsPopover *self,
           char          **text)
{
  g_autofree char *written = g_strchomp (sc_text_area_dup_text (self->text));

  *text = NULL;
  if (!self->is_asking || g_str_equal (written, self->before != NULL ? self->before : self->suggested))
    return FALSE;

  if (written[0] != '\0')
    *text = g_steal_pointer (&written);

  return TRUE;
}

static void
commit (ScWordsPopover *self)
{
  g_autofree char *text = NULL;

  if (self->is_saving)
    return;

  if (is_edited (self, &text))
    save (self, text, text != NULL ? _("Words saved") : _("Words removed"));
  else
    end (self);
}

static void
strike_out_cb (ScWordsPopover *self)
{
  if (!self->is_saving)
    save (self, "", _("Paragraph struck out"));
}

static void
remove_cb (ScWordsPopover *self)
{
  if (!self->is_saving)
    save (self, NULL, _("Words removed"));
}

static void
fits_cb (ScWordsPopover *self)
{
  if (!self->is_saving)
    run (self, sc_command_look_through_own_words (self->process, self->version, self->place), _("Words looked through"));
}

static void
sc_words_popover_unmap (GtkWidget *widget)
{
  ScWordsPopover *self = SC_WORDS_POPOVER (widget);
  g_autofree char *text = NULL;
  gboolean is_other = is_edited (self, &text);

  GTK_WIDGET_CLASS (sc_words_popover_parent_class)->unmap (widget);

  if (self->is_saving)
    return;

  if (is_other && !is_refused (self))
    save (self, text, text != NULL ? _("Words saved") : _("Words removed"));
  else
    self->is_asking = FALSE;
}

static gboolean
key_pressed_cb (ScWordsPopover *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  commit (self);

  return GDK_EVENT_STOP;
}

static ScSaveState
sc_words_popover_get_state (ScUnsaved *unsaved)
{
  ScWordsPopover *self = SC_WORDS_POPOVER (unsaved);
  g_autofree char *text = NULL;

  if (self->is_saving)
    return SC_SAVE_STATE_SAVING;

  return is_edited (self, &text) ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
sc_words_popover_describe (ScUnsaved *unsaved)
{
  /* Translators: where in the regulations */
  return g_strdup_printf (_("Own words: %s"), SC_WORDS_POPOVER (unsaved)->place_heading);
}

static void
sc_words_popover_commit (ScUnsaved *unsaved)
{
  ScWordsPopover *self = SC_WORDS_POPOVER (unsaved);

  if (self->is_asking && !is_refused (self))
    commit (self);
}

static void
sc_words_popover_give_up (ScUnsaved *unsaved)
{
  end (SC_WORDS_POPOVER (unsaved));
}

static void
sc_words_popover_reveal (ScUnsaved *unsaved)
{
  ScWordsPopover *self = SC_WORDS_POPOVER (unsaved);

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
sc_words_popover_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = sc_words_popover_get_state;
  iface->describe = sc_words_popover_describe;
  iface->commit = sc_words_popover_commit;
  iface->give_up = sc_words_popover_give_up;
  iface->reveal = sc_words_popover_reveal;
}

static void
sc_words_popover_dispose (GObject *object)
{
  ScWordsPopover *self = SC_WORDS_POPOVER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->place_heading, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->suggested, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_WORDS_POPOVER);

  G_OBJECT_CLASS (sc_words_popover_parent_class)->dispose (object);
}

static void
sc_words_popover_class_init (ScWordsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_words_popover_dispose;
  widget_class->unmap = sc_words_popover_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/regulations/sc-words-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, where);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, message);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, text);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, fits_button);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, strike_button);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, save_button);
  gtk_widget_class_bind_template_child (widget_class, ScWordsPopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, fits_cb);
  gtk_widget_class_bind_template_callback (widget_class, strike_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
sc_words_popover_init (ScWordsPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_type_ensure (SC_TYPE_TEXT_AREA);
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_text_area_set_min_height (self->text, 96);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sc_text_area_get_view (self->text)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Own words"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * sc_words_popover_new:
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
sc_words_popover_new (void)
{
  return g_object_new (SC_TYPE_WORDS_POPOVER, NULL);
}

/**
 * sc_words_popover_is_asking:
 * @self: a popover
 *
 * Returns: whether somebody is writing
 */
gboolean
sc_words_popover_is_asking (ScWordsPopover *self)
{
  g_return_val_if_fail (SC_IS_WORDS_POPOVER (self), FALSE);

  return self->is_asking;
}

/* Words that have no place are still there. */
static const char *
find_text (const ScShownDocument *shown,
           const char            *place)
{
  for (guint i = 0; i < shown->facts->own_words->len; i++)
    {
      const ScOwnWord *word = shown->facts->own_words->pdata[i];

      if (g_str_equal (word->place, place))
        return word->text;
    }

  return NULL;
}

static const char *
describe_where (ScWordWhere where)
{
  switch (where)
    {
    case SC_WORD_BEFORE:
      return _("Before what the program writes");
    case SC_WORD_AFTER:
      return _("After what the program writes");
    default:
      return _("Instead of what the program writes");
    }
}

/* What the words are about; that of a stage that is gone is its name. */
static const char *
describe_subject (const ScShownDocument *shown,
                  const char            *place)
{
  g_autofree char *stage_id = NULL;
  ScWordWhere where = SC_WORD_AFTER;
  const char *name;

  sc_place_parse (place, NULL, &stage_id, &where);
  if (sc_shown_document_find_place (shown, place) != NULL)
    return describe_where (where);

  name = stage_id != NULL ? g_hash_table_lookup (shown->facts->stage_names, stage_id) : NULL;

  return name != NULL ? name : _("A section that is gone");
}

/* Where the program's own words would be replaced a person begins with them. */
static char *
suggest (const ScShownDocument *shown,
         const char            *place)
{
  g_autofree char *section_id = NULL;
  g_autofree char *text = NULL;
  ScWordWhere where;
  const ScSection *section;

  if (!sc_place_parse (place, &section_id, NULL, &where) || where != SC_WORD_INSTEAD || section_id == NULL)
    return g_strdup ("");

  section = sc_document_find_section (shown->document, section_id);
  if (section == NULL || section->is_own || section->heading[0] != '\0')
    return g_strdup ("");

  text = sc_section_to_markdown (section);

  return g_strdup (g_strchomp (text));
}

/* A popover that does not fit beside what it points at is not shown at all, so that a
 * long text is scrolled in what there is room for. */
static void
fit (ScWordsPopover *self)
{
  int height = gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self)));

  gtk_scrolled_window_set_max_content_height (self->scrolled, CLAMP (height / 6, MIN_HEIGHT, MAX_HEIGHT));
}

/**
 * sc_words_popover_ask:
 * @self: a popover
 * @store: the store
 * @shown: the document
 * @place: a place of it
 * @area: where that is, in the popover's parent
 *
 * Lets a person write there. Words of a stage that is gone can be read and removed.
 */
void
sc_words_popover_ask (ScWordsPopover        *self,
                      ScStore               *store,
                      const ScShownDocument *shown,
                      const char            *place,
                      const GdkRectangle    *area)
{
  const ScWordPlace *found;
  ScWordWhere where = SC_WORD_AFTER;

  g_return_if_fail (SC_IS_WORDS_POPOVER (self));

  if (self->is_saving)
    return;

  found = sc_shown_document_find_place (shown, place);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->process, sc_process_unref);
  self->process = sc_process_ref (shown->facts->process);
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_version_ref (shown->facts->version);
  g_set_str (&self->place, place);
  g_set_str (&self->place_heading, found != NULL ? found->heading : _("Words Without a Place"));
  g_set_str (&self->before, find_text (shown, place));
  g_free (self->suggested);
  self->suggested = suggest (shown, place);
  sc_place_parse (place, NULL, NULL, &where);

  gtk_label_set_label (self->heading, self->place_heading);
  gtk_label_set_label (self->where, describe_subject (shown, place));
  tell (self, NULL);
  sc_text_area_set_text (self->text, self->before != NULL ? self->before : self->suggested);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (sc_text_area_get_view (self->text)), found != NULL);
  gtk_widget_set_visible (self->hint, found != NULL);
  gtk_widget_set_visible (self->save_button, found != NULL);
  gtk_widget_set_visible (self->fits_button, found != NULL && found->is_stale);
  gtk_widget_set_visible (self->strike_button, where == SC_WORD_INSTEAD && g_strcmp0 (self->before, "") != 0);
  gtk_widget_set_visible (self->remove_button, self->before != NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  fit (self);
  self->is_asking = TRUE;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
