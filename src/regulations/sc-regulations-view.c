/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Regulations view: shows the sales regulations or the tactics book of a process as
 * they will be printed, with their contents beside them, and follows what is changed of
 * them here or elsewhere. */

#include "regulations/sc-regulations-view-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-percent.h"
#include "model/sc-wall-clock.h"
#include "store/sc-change-set.h"
#include "toolkit/sc-plain-text.h"

enum {
  PROP_STORE = 1,
  PROP_PROCESS_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScRegulationsView, sc_regulations_view, ADW_TYPE_BIN);

static void
zoomed_cb (ScRegulationsView *self)
{
  g_autofree char *text = sc_percent_to_text (sc_page_view_get_zoom (self->pages));

  gtk_label_set_label (self->zoom_label, text);
  if (sc_page_view_is_zoom_chosen (self->pages))
    g_settings_set_double (self->settings, "document-zoom", sc_page_view_get_zoom (self->pages));
}

static void
show_findings (ScRegulationsView *self)
{
  guint n = self->shown->n_findings;
  g_autofree char *text = g_strdup_printf (ngettext ("There is %u finding about this scheme.",
                                                     "There are %u findings about this scheme.", n), n);

  adw_banner_set_title (self->findings_banner, text);
  adw_banner_set_revealed (self->findings_banner, n > 0);
}

/* Smaller type could not be read on a wall, so that there are more pages than two. */
static void
laid_out_cb (ScRegulationsView *self)
{
  ScPaged *paged = sc_page_view_get_paged (self->pages);
  guint n_pages = sc_paged_get_n_pages (paged);
  g_autofree char *text = g_strdup_printf (ngettext ("What this role needs takes %u page.", "What this role needs takes %u pages.",
                                                     n_pages), n_pages);

  adw_banner_set_title (self->pages_banner, text);
  adw_banner_set_revealed (self->pages_banner, sc_paged_is_overfull (paged));
}

static void
tell_found (ScRegulationsView *self,
            guint              which,
            guint              n_found)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autofree char *label = NULL;

  if (*text == '\0')
    label = g_strdup ("");
  else if (n_found == 0)
    label = g_strdup (_("Not found"));
  else
    /* Translators: which of the places that were found is on show: 3 of 7 */
    label = g_strdup_printf (_("%1$u of %2$u"), which, n_found);
  gtk_label_set_label (self->found_label, label);
  if (*label != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), label, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is looked for, in what the document has become. */
static void
search_again (ScRegulationsView *self)
{
  guint n_found = sc_page_view_mark (self->pages, gtk_editable_get_text (self->search_entry));

  tell_found (self, sc_page_view_get_shown_hit (self->pages), n_found);
}

/* The section that stands at a place, or else the one that the place is of. */
static const ScSection *
find_at (const ScDocument *document,
         const char       *place)
{
  g_autofree char *section_id = g_strdup (place);
  char *colon = strrchr (section_id, ':');

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      if (section->is_own && g_strcmp0 (section->place, place) == 0)
        return section;
    }
  if (colon != NULL)
    *colon = '\0';

  return sc_document_find_section (document, section_id);
}

/* What the tactics book does not have stands in the regulations. */
static void
lead_to_place (ScRegulationsView *self)
{
  const ScSection *section = find_at (self->shown->document, self->awaited_place);

  if (section == NULL && self->wanted->is_book)
    {
      adw_toggle_group_set_active_name (self->document_toggles, "regulations");
      return;
    }

  if (section != NULL)
    sc_page_view_show_section (self->pages, section->id);
  else
    sc_contents_list_set_current (self->contents, self->awaited_place);
  g_clear_pointer (&self->awaited_place, g_free);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

static void
show (ScRegulationsView *self)
{
  sc_page_view_set_document (self->pages, self->shown->document);
  sc_contents_list_set_document (self->contents, self->shown);
  if (self->starts_anew)
    {
      sc_page_view_show_start (self->pages);
      sc_contents_list_show_start (self->contents);
    }
  self->starts_anew = FALSE;
  show_findings (self);
  zoomed_cb (self);
  sc_regulations_view_show_menus (self);
  sc_regulations_view_show_edit (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (self->awaited_id != NULL)
    {
      sc_page_view_show_section (self->pages, self->awaited_id);
      g_clear_pointer (&self->awaited_id, g_free);
    }
  if (self->awaited_place != NULL)
    lead_to_place (self);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    search_again (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScRegulationsView) self = user_data;
  g_autoptr (GError) error = NULL;
  ScShownDocument *shown = sc_shown_document_load_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    {
      g_clear_pointer (&shown, sc_shown_document_free);
      return;
    }

  g_clear_object (&self->loading);
  if (shown == NULL && self->wanted->version != SC_VERSION_WANTED_CURRENT)
    {
      /* The draft was published or given up meanwhile. */
      self->wanted->version = SC_VERSION_WANTED_CURRENT;
      sc_regulations_view_load (self);
      return;
    }
  if (shown == NULL)
    {
      sc_plain_text_set_page_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  g_clear_pointer (&self->shown, sc_shown_document_free);
  self->shown = shown;
  show (self);
}

/* Makes the document that is wanted, anew. */
void
sc_regulations_view_load (ScRegulationsView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  sc_shown_document_load_async (self->store, self->wanted, self->loading, loaded_cb, g_object_ref (self));
}

/* Own words, the organisation and a published version are of a process's design as the
 * scheme is; deals that come and go change no document. */
static void
store_changed_cb (ScRegulationsView *self,
                  const ScChangeSet *changes)
{
  if (sc_change_set_has_design (changes, self->wanted->process_id) || changes->has_names)
    sc_regulations_view_load (self);
}

static void
document_toggled_cb (ScRegulationsView *self,
                     GParamSpec        *pspec,
                     AdwToggleGroup    *toggles)
{
  gboolean is_book = g_strcmp0 (adw_toggle_group_get_active_name (toggles), "book") == 0;

  if (self->wanted == NULL || self->wanted->is_book == is_book)
    return;

  self->wanted->is_book = is_book;
  self->starts_anew = TRUE;
  g_settings_set_string (self->settings, "document", is_book ? "book" : "regulations");
  sc_regulations_view_load (self);
}

/* Where there is no room for the contents they are shown for a moment only. */
static void
contents_toggled_cb (ScRegulationsView *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split))
    g_settings_set_boolean (self->settings, "document-contents", adw_overlay_split_view_get_show_sidebar (self->split));
}

static void
collapsed_cb (ScRegulationsView *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, g_settings_get_boolean (self->settings, "document-contents"));
  if (self->shown != NULL)
    sc_regulations_view_show_menus (self);
}

/* As it was when a view was shown last. */
static void
restore (ScRegulationsView *self)
{
  double zoom = g_settings_get_double (self->settings, "document-zoom");
  g_autofree char *document = g_settings_get_string (self->settings, "document");

  adw_overlay_split_view_set_show_sidebar (self->split, g_settings_get_boolean (self->settings, "document-contents"));
  self->wanted->is_book = g_str_equal (document, "book");
  adw_toggle_group_set_active_name (self->document_toggles, document);
  if (zoom > 0)
    sc_page_view_set_zoom (self->pages, zoom);
}

static void
section_chosen_cb (ScRegulationsView *self,
                   const char        *section_id)
{
  sc_page_view_show_section (self->pages, section_id);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
unplaced_chosen_cb (ScRegulationsView *self,
                    const char        *place)
{
  sc_regulations_view_edit_place (self, place);
}

/* A paragraph's section is the one whose heading stands last before it. */
static void
current_changed_cb (ScRegulationsView *self)
{
  const ScSection *current = sc_page_view_get_current (self->pages);
  const char *heading = NULL;

  for (guint i = 0; self->shown != NULL && i < self->shown->document->sections->len; i++)
    {
      const ScSection *section = self->shown->document->sections->pdata[i];

      if (sc_section_is_in_contents (section))
        heading = section->id;
      if (section == current)
        break;
    }
  sc_contents_list_set_current (self->contents, heading);
  sc_regulations_view_show_edit (self);
}

static void
edit_cb (ScRegulationsView *self)
{
  sc_regulations_view_edit (self);
}

static void
findings_clicked_cb (ScRegulationsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "scheme");
}

static void
search_changed_cb (ScRegulationsView *self)
{
  guint n_found = sc_page_view_find (self->pages, gtk_editable_get_text (self->search_entry));

  tell_found (self, sc_page_view_step_find (self->pages, 0), n_found);
}

static void
step (ScRegulationsView *self,
      int                step)
{
  guint which = sc_page_view_step_find (self->pages, step);

  tell_found (self, which, sc_page_view_get_n_found (self->pages));
}

static void
next_hit_cb (ScRegulationsView *self)
{
  step (self, 1);
}

static void
previous_hit_cb (ScRegulationsView *self)
{
  step (self, -1);
}

static gboolean
sc_regulations_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SC_REGULATIONS_VIEW (widget)->pages));
}

static void
sc_regulations_view_constructed (GObject *object)
{
  ScRegulationsView *self = SC_REGULATIONS_VIEW (object);

  G_OBJECT_CLASS (sc_regulations_view_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (sc_regulations_view_load), self,
                           G_CONNECT_SWAPPED);
  sc_regulations_view_load (self);
}

static void
sc_regulations_view_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ScRegulationsView *self = SC_REGULATIONS_VIEW (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_PROCESS_ID:
      self->wanted->process_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_regulations_view_dispose (GObject *object)
{
  ScRegulationsView *self = SC_REGULATIONS_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->words_popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu_popover, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_REGULATIONS_VIEW);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown, sc_shown_document_free);

  G_OBJECT_CLASS (sc_regulations_view_parent_class)->dispose (object);
}

static void
sc_regulations_view_finalize (GObject *object)
{
  ScRegulationsView *self = SC_REGULATIONS_VIEW (object);

  sc_document_wanted_free (self->wanted);
  g_free (self->awaited_id);
  g_free (self->awaited_place);

  G_OBJECT_CLASS (sc_regulations_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, split);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, document_toggles);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, error_page);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, findings_banner);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, pages_banner);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, pages);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, contents);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, found_label);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ScRegulationsView, version_button);
}

static void
sc_regulations_view_class_init (ScRegulationsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sc_regulations_view_constructed;
  object_class->set_property = sc_regulations_view_set_property;
  object_class->dispose = sc_regulations_view_dispose;
  object_class->finalize = sc_regulations_view_finalize;
  widget_class->grab_focus = sc_regulations_view_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SC_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROCESS_ID] = g_param_spec_string ("process-id", NULL, NULL, NULL,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/regulations/sc-regulations-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, document_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, contents_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unplaced_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, laid_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, findings_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_hit_cb);
}

static void
sc_regulations_view_init (ScRegulationsView *self)
{
  self->wanted = g_new0 (ScDocumentWanted, 1);
  self->wanted->version = SC_VERSION_WANTED_CURRENT;
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  sc_regulations_view_add_actions (self);
  sc_regulations_view_add_words (self);
  restore (self);
}

/**
 * sc_regulations_view_new:
 * @store: where the process is
 * @process_id: the process
 *
 * Returns: (transfer floating): a view of its documents
 */
GtkWidget *
sc_regulations_view_new (ScStore    *store,
                         const char *process_id)
{
  return g_object_new (SC_TYPE_REGULATIONS_VIEW, "store", store, "process-id", process_id, NULL);
}

/**
 * sc_regulations_view_show_section:
 * @self: a view
 * @section_id: a section of its document
 *
 * Leads there, once the document is made.
 */
void
sc_regulations_view_show_section (ScRegulationsView *self,
                                  const char        *section_id)
{
  g_return_if_fail (SC_IS_REGULATIONS_VIEW (self));

  if (self->shown == NULL || self->loading != NULL)
    g_set_str (&self->awaited_id, section_id);
  else
    sc_page_view_show_section (self->pages, section_id);
}

/**
 * sc_regulations_view_show_place:
 * @self: a view
 * @place: a place of own words that were changed just now
 *
 * Leads to what stands there, with the focus, in the document as it is by now.
 */
void
sc_regulations_view_show_place (ScRegulationsView *self,
                                const char        *place)
{
  g_return_if_fail (SC_IS_REGULATIONS_VIEW (self));

  g_set_str (&self->awaited_place, place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sc_regulations_view_load (self);
}
