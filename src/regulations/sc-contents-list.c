/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The contents of a document beside its pages. Sections whose own words are to be looked
 * through have a sign; words whose stage is gone stand below. */

#include "regulations/sc-contents-list.h"

#include <glib/gi18n-lib.h>

/* A line of the contents: of a section, or of words without a place. */
#define SC_TYPE_CONTENTS_LINE (sc_contents_line_get_type ())
G_DECLARE_FINAL_TYPE (ScContentsLine, sc_contents_line, SC, CONTENTS_LINE, GObject)

struct _ScContentsLine
{
  GObject parent_instance;

  char *id;
  char *text;
  guint level;
  gboolean is_stale;
  gboolean is_unplaced;
};

G_DEFINE_FINAL_TYPE (ScContentsLine, sc_contents_line, G_TYPE_OBJECT);

static void
sc_contents_line_finalize (GObject *object)
{
  ScContentsLine *self = SC_CONTENTS_LINE (object);

  g_free (self->id);
  g_free (self->text);

  G_OBJECT_CLASS (sc_contents_line_parent_class)->finalize (object);
}

static void
sc_contents_line_class_init (ScContentsLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_contents_line_finalize;
}

static void
sc_contents_line_init (ScContentsLine *self)
{
}

struct _ScContentsList
{
  AdwBin parent_instance;

  GListStore *lines;
  GtkSingleSelection *selection;
  GtkListView *list;
  gboolean is_following;
};

enum {
  SIGNAL_CHOSEN,
  SIGNAL_UNPLACED_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScContentsList, sc_contents_list, ADW_TYPE_BIN);

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (icon, _("What it speaks of has changed: look through the words"));
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  ScContentsLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (label), line->text);
  gtk_widget_set_margin_start (box, line->level > 1 ? 18 : 0);
  if (line->level > 1)
    gtk_widget_remove_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_visible (gtk_widget_get_last_child (box), line->is_stale);
  name = line->is_stale
         /* Translators: a section of the regulations */
         ? g_strdup_printf (_("%s, words to be looked through"), line->text) : g_strdup (line->text);
  gtk_list_item_set_accessible_label (item, name);
}

static void
lead (ScContentsList *self)
{
  ScContentsLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (line != NULL && line->id != NULL)
    g_signal_emit (self, signals[line->is_unplaced ? SIGNAL_UNPLACED_CHOSEN : SIGNAL_CHOSEN], 0, line->id);
}

static void
selected_cb (ScContentsList *self)
{
  ScContentsLine *line = gtk_single_selection_get_selected_item (self->selection);

  /* Words without a place open something: only when they are activated. */
  if (!self->is_following && line != NULL && !line->is_unplaced)
    lead (self);
}

static void
sc_contents_list_dispose (GObject *object)
{
  ScContentsList *self = SC_CONTENTS_LIST (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (sc_contents_list_parent_class)->dispose (object);
}

static void
sc_contents_list_class_init (ScContentsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_contents_list_dispose;

  /**
   * ScContentsList::chosen:
   * @self: the contents
   * @section_id: a section
   *
   * A section is to be shown.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SC_TYPE_CONTENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ScContentsList::unplaced-chosen:
   * @self: the contents
   * @place: where words were written that have no place now
   *
   * Such words are to be shown.
   */
  signals[SIGNAL_UNPLACED_CHOSEN] =
    g_signal_new ("unplaced-chosen", SC_TYPE_CONTENTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);
}

static void
sc_contents_list_init (ScContentsList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lines = g_list_store_new (SC_TYPE_CONTENTS_LINE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contents"), -1);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (lead), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * sc_contents_list_new:
 *
 * Returns: (transfer floating): the contents of no document
 */
GtkWidget *
sc_contents_list_new (void)
{
  return g_object_new (SC_TYPE_CONTENTS_LIST, NULL);
}

static ScContentsLine *
line_new (const char *id,
          guint       level)
{
  ScContentsLine *line = g_object_new (SC_TYPE_CONTENTS_LINE, NULL);

  line->id = g_strdup (id);
  line->level = level;

  return line;
}

/* Own words and paragraphs have no heading: what they need is said of their section. */
static void
mark_stale (GPtrArray *lines)
{
  if (lines->len > 0)
    ((ScContentsLine *) lines->pdata[lines->len - 1])->is_stale = TRUE;
}

static GPtrArray *
list_lines (const ScShownDocument *shown)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) unplaced = sc_shown_document_list_unplaced (shown);

  for (guint i = 0; i < shown->document->sections->len; i++)
    {
      const ScSection *section = shown->document->sections->pdata[i];

      if (sc_section_is_in_contents (section))
        {
          ScContentsLine *line = line_new (section->id, section->level);

          line->text = sc_section_to_heading (section, shown->document->language);
          g_ptr_array_add (lines, line);
        }
      if (section->is_stale)
        mark_stale (lines);
    }

  if (unplaced->len > 0)
    {
      ScContentsLine *heading = line_new (NULL, 1);

      heading->text = g_strdup (_("Words Without a Place"));
      g_ptr_array_add (lines, heading);
    }
  for (guint i = 0; i < unplaced->len; i++)
    {
      const ScOwnWord *word = unplaced->pdata[i];
      g_autofree char *stage_id = NULL;
      const char *name;
      ScContentsLine *line = line_new (word->place, 2);

      sc_place_parse (word->place, NULL, &stage_id, NULL);
      name = stage_id != NULL ? g_hash_table_lookup (shown->facts->stage_names, stage_id) : NULL;
      line->is_unplaced = TRUE;
      line->text = g_strdup (name != NULL ? name : _("A section that is gone"));
      g_ptr_array_add (lines, line);
    }

  return lines;
}

/**
 * sc_contents_list_set_document:
 * @self: the contents
 * @shown: the document that they are of
 */
void
sc_contents_list_set_document (ScContentsList        *self,
                               const ScShownDocument *shown)
{
  g_autoptr (GPtrArray) lines = NULL;
  ScContentsLine *selected;
  g_autofree char *id = NULL;

  g_return_if_fail (SC_IS_CONTENTS_LIST (self));

  selected = gtk_single_selection_get_selected_item (self->selection);
  id = selected != NULL ? g_strdup (selected->id) : NULL;
  lines = list_lines (shown);
  self->is_following = TRUE;
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), lines->pdata, lines->len);
  self->is_following = FALSE;
  sc_contents_list_set_current (self, id);
}

/**
 * sc_contents_list_set_current:
 * @self: the contents
 * @section_id: (nullable): the section that is on show, or the place of words without one
 *
 * Selects its line, scrolled to, or none, without leading there.
 */
void
sc_contents_list_set_current (ScContentsList *self,
                              const char     *section_id)
{
  guint n_lines;

  g_return_if_fail (SC_IS_CONTENTS_LIST (self));

  n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; section_id != NULL && i < n_lines; i++)
    {
      g_autoptr (ScContentsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (g_strcmp0 (line->id, section_id) == 0)
        {
          self->is_following = TRUE;
          gtk_single_selection_set_selected (self->selection, i);
          self->is_following = FALSE;
          gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_NONE, NULL);
          return;
        }
    }

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
}

/**
 * sc_contents_list_show_start:
 * @self: the contents
 *
 * Scrolls to the first line.
 */
void
sc_contents_list_show_start (ScContentsList *self)
{
  g_return_if_fail (SC_IS_CONTENTS_LIST (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
}
