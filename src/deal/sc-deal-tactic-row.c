/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic, filled in for a deal: to be read, and to be taken to work with. Of a long
 * text the beginning is shown until the user asks for more. */

#include "deal/sc-deal-tactic-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a text is shown before and after “More”. A label of a megabyte would stop
 * the window for seconds; what is copied or sent is always all of it. */
#define SHORT_LINES 5
#define SHORT_CHARACTERS 280
#define LONG_LINES 400
#define LONG_CHARACTERS 20000

struct _ScDealTacticRow
{
  AdwPreferencesRow parent_instance;

  GtkImage *kind_icon;
  GtkLabel *kind_label;
  GtkLabel *text_label;
  GtkWidget *write_button;
  GtkToggleButton *more_button;

  ScTactic *tactic;
  char *text;
};

enum {
  SIGNAL_COPY,
  SIGNAL_WRITE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDealTacticRow, sc_deal_tactic_row, ADW_TYPE_PREFERENCES_ROW);

static const char *
get_icon_name (ScTacticKind kind)
{
  switch (kind)
    {
    case SC_TACTIC_QUESTION:
      return "dialog-question-symbolic";
    case SC_TACTIC_ARGUMENT:
      return "starred-symbolic";
    case SC_TACTIC_OBJECTION:
      return "chat-message-new-symbolic";
    case SC_TACTIC_LETTER:
      return "mail-unread-symbolic";
    case SC_TACTIC_SCRIPT:
      return "microphone-sensitivity-high-symbolic";
    case SC_TACTIC_CHECKLIST:
      return "view-list-bullet-symbolic";
    case SC_TACTIC_OTHER:
    default:
      return "format-justify-left-symbolic";
    }
}

/* Where the first lines of a text end that are not too long. */
static const char *
find_end (const char *text,
          guint       n_lines,
          guint       n_characters)
{
  const char *space = NULL;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (*text == '\n' && --n_lines == 0)
        return text;
      if (n_characters-- == 0)
        return space != NULL ? space : text;
      if (*text == ' ' || *text == '\n')
        space = text;
    }

  return text;
}

static char *
shorten (const char *text,
         guint       n_lines,
         guint       n_characters)
{
  const char *end = find_end (text, n_lines, n_characters);
  g_autofree char *begin = g_strndup (text, end - text);

  if (end[strspn (end, " \n")] == '\0')
    return g_steal_pointer (&begin);

  /* “as follows:…” would say it twice. */
  for (gsize length = strlen (begin); length > 0 && strchr (" \n.,:;", begin[length - 1]) != NULL; length--)
    begin[length - 1] = '\0';

  /* Translators: the beginning of a text that goes on */
  return g_strdup_printf (C_("text", "%s…"), begin);
}

static void
show_text (ScDealTacticRow *self)
{
  gboolean is_long = gtk_toggle_button_get_active (self->more_button);
  g_autofree char *text = shorten (self->text, is_long ? LONG_LINES : SHORT_LINES, is_long ? LONG_CHARACTERS : SHORT_CHARACTERS);

  gtk_widget_set_visible (GTK_WIDGET (self->more_button), is_long || strlen (text) < strlen (self->text));
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text[0] != '\0');
}

static void
copy_clicked_cb (ScDealTacticRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COPY], 0);
}

static void
write_clicked_cb (ScDealTacticRow *self)
{
  g_signal_emit (self, signals[SIGNAL_WRITE], 0);
}

static void
more_toggled_cb (ScDealTacticRow *self)
{
  gtk_button_set_label (GTK_BUTTON (self->more_button),
                        gtk_toggle_button_get_active (self->more_button) ? C_("tactic", "Less") : C_("tactic", "More"));
  if (self->text != NULL)
    show_text (self);
}

static void
sc_deal_tactic_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DEAL_TACTIC_ROW);

  G_OBJECT_CLASS (sc_deal_tactic_row_parent_class)->dispose (object);
}

static void
sc_deal_tactic_row_finalize (GObject *object)
{
  ScDealTacticRow *self = SC_DEAL_TACTIC_ROW (object);

  g_clear_pointer (&self->tactic, sc_tactic_free);
  g_free (self->text);

  G_OBJECT_CLASS (sc_deal_tactic_row_parent_class)->finalize (object);
}

static void
sc_deal_tactic_row_class_init (ScDealTacticRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_deal_tactic_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_deal_tactic_row_finalize;

  /**
   * ScDealTacticRow::copy:
   *
   * The text is wanted in the clipboard.
   */
  signals[SIGNAL_COPY] =
    g_signal_new ("copy", SC_TYPE_DEAL_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScDealTacticRow::write:
   *
   * The letter is wanted in the mail program.
   */
  signals[SIGNAL_WRITE] =
    g_signal_new ("write", SC_TYPE_DEAL_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-deal-tactic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDealTacticRow, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, ScDealTacticRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, ScDealTacticRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, ScDealTacticRow, write_button);
  gtk_widget_class_bind_template_child (widget_class, ScDealTacticRow, more_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_toggled_cb);
}

static void
sc_deal_tactic_row_init (ScDealTacticRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_deal_tactic_row_new:
 *
 * Returns: (transfer floating): a row for a tactic
 */
GtkWidget *
sc_deal_tactic_row_new (void)
{
  return g_object_new (SC_TYPE_DEAL_TACTIC_ROW, NULL);
}

/**
 * sc_deal_tactic_row_show:
 * @self: a row
 * @tactic: a tactic
 * @text: its text, filled in
 *
 * Another tactic than before shows its beginning.
 */
void
sc_deal_tactic_row_show (ScDealTacticRow *self,
                         const ScTactic  *tactic,
                         const char      *text)
{
  g_return_if_fail (SC_IS_DEAL_TACTIC_ROW (self));

  if (self->tactic != NULL && sc_tactic_equal (self->tactic, tactic) && g_str_equal (self->text, text))
    return;

  if (self->tactic == NULL || !g_str_equal (self->tactic->id, tactic->id))
    gtk_toggle_button_set_active (self->more_button, FALSE);
  g_clear_pointer (&self->tactic, sc_tactic_free);
  self->tactic = sc_tactic_copy (tactic);
  g_set_str (&self->text, text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tactic->title);
  gtk_image_set_from_icon_name (self->kind_icon, get_icon_name (tactic->kind));
  gtk_label_set_label (self->kind_label, sc_tactic_kind_get_title (tactic->kind));
  gtk_widget_set_visible (self->write_button, tactic->kind == SC_TACTIC_LETTER);
  show_text (self);
}

/**
 * sc_deal_tactic_row_get_tactic:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const ScTactic *
sc_deal_tactic_row_get_tactic (ScDealTacticRow *self)
{
  g_return_val_if_fail (SC_IS_DEAL_TACTIC_ROW (self), NULL);

  return self->tactic;
}

/**
 * sc_deal_tactic_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the whole text, filled in
 */
const char *
sc_deal_tactic_row_get_text (ScDealTacticRow *self)
{
  g_return_val_if_fail (SC_IS_DEAL_TACTIC_ROW (self), NULL);

  return self->text;
}
