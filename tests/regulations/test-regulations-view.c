/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "change/change-fixture.h"
#include "change/sc-document-commands.h"
#include "elsewhere.h"
#include "regulations/sc-contents-list.h"
#include "regulations/sc-document-print.h"
#include "regulations/sc-organisation-dialog.h"
#include "regulations/sc-page-view.h"
#include "regulations/sc-regulations-init.h"
#include "regulations/sc-regulations-view.h"
#include "regulations/sc-words-popover.h"
#include "store/sc-document-facts.h"
#include "unsaved/sc-unsaved.h"
#include "widget-test.h"
#include "widgets/sc-text-area.h"

/* The view of the documents of a process of six stages. */
typedef struct {
  ChangeFixture *base;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static ScPageView *
get_pages (Fixture *fixture)
{
  return SC_PAGE_VIEW (widget_test_find (fixture->view, SC_TYPE_PAGE_VIEW, NULL));
}

static ScDocument *
get_document (Fixture *fixture)
{
  GtkWidget *pages = widget_test_find (fixture->view, SC_TYPE_PAGE_VIEW, NULL);
  ScPaged *paged = pages != NULL ? sc_page_view_get_paged (SC_PAGE_VIEW (pages)) : NULL;

  return paged != NULL ? sc_paged_get_document (paged) : NULL;
}

static gboolean
shows_regulations (gpointer data)
{
  ScDocument *document = get_document (data);

  return document != NULL && sc_document_find_section (document, "general") != NULL;
}

static gboolean
shows_book (gpointer data)
{
  ScDocument *document = get_document (data);

  return document != NULL && sc_document_find_section (document, "general") == NULL;
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "document");
  g_settings_reset (settings, "document-zoom");
  g_settings_reset (settings, "document-contents");
  self->base = change_fixture_new ();
  sc_store_start_watching (self->base->store);
  self->view = sc_regulations_view_new (self->base->store, self->base->process_id);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  widget_test_wait (shows_regulations, self, "the regulations");

  return self;
}

/* Another view of the same process, as after a restart. */
static void
show_again (Fixture *self)
{
  self->view = sc_regulations_view_new (self->base->store, self->base->process_id);
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
}

static void
fixture_free (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  change_fixture_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
act (Fixture    *fixture,
     const char *action,
     const char *target)
{
  g_autoptr (GVariant) value = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (fixture->view, action, value));
}

static char *
load_words (Fixture    *fixture,
            const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = sc_store_list_own_words (fixture->base->store, fixture->base->process_id,
                                                         fixture->base->version, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((ScOwnWord *) words->pdata[i])->place, place))
      return g_strdup (((ScOwnWord *) words->pdata[i])->text);

  return NULL;
}

static ScWordsPopover *
write_at (Fixture    *fixture,
          const char *place,
          const char *text)
{
  GtkWidget *popover;

  act (fixture, "regulations.write", place);
  popover = widget_test_find (fixture->view, SC_TYPE_WORDS_POPOVER, NULL);
  g_assert_true (sc_words_popover_is_asking (SC_WORDS_POPOVER (popover)));
  sc_text_area_replace (SC_TEXT_AREA (widget_test_find (popover, SC_TYPE_TEXT_AREA, NULL)), text);

  return SC_WORDS_POPOVER (popover);
}

static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = widget_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
shows_own_words (gpointer data)
{
  ScDocument *document = get_document (data);
  const ScSection *section = document != NULL ? sc_document_find_section (document, "general:after") : NULL;

  return section != NULL && section->is_own;
}

/* All pages are laid out by themselves, and every section of the contents is on one. */
static gboolean
is_laid_out (gpointer data)
{
  return sc_paged_is_whole (sc_page_view_get_paged (get_pages (data)));
}

static void
test_shows_all_of_it (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScDocument *document = get_document (fixture);

  widget_test_wait (is_laid_out, fixture, "all pages");
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      GdkRectangle area;

      if (section->heading[0] == '\0')
        continue;

      g_assert_true (sc_page_view_show_section (get_pages (fixture), section->id));
      g_assert_true (sc_page_view_get_section_area (get_pages (fixture), section->id, &area));
      g_assert_true (sc_page_view_get_current (get_pages (fixture)) == section);
      /* It is on show, unless the last page ends below it. */
      g_assert_cmpint (area.y, >=, 0);
      g_assert_cmpint (area.y, <, gtk_widget_get_height (GTK_WIDGET (get_pages (fixture))));
    }
}

static void
test_writes_where_it_stands (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScWordsPopover *popover = write_at (fixture, "general:after", "Our own **rule**.");
  g_autofree char *kept = NULL;

  press (GTK_WIDGET (popover), "_Save");
  widget_test_wait (shows_own_words, fixture, "own words in the document");
  g_assert_false (sc_words_popover_is_asking (popover));
  kept = load_words (fixture, "general:after");
  g_assert_cmpstr (kept, ==, "Our own **rule**.");
}

static GtkWidget *
find_icon (GtkWidget  *from,
           const char *icon)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (from) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (from)), icon) == 0)
    return from;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_icon (child, icon);

  return found;
}

static gboolean
can_edit (Fixture *fixture)
{
  GtkWidget *button = find_icon (fixture->view, "document-edit-symbolic");

  const char *reason = sc_page_view_get_current (get_pages (fixture)) == NULL
                       ? "To write own words, choose a section first"
                       : "This section has no place for own words";

  /* One that can't be pressed says why. */
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   gtk_widget_is_sensitive (button) ? "Write Own Words Here" : reason);

  return gtk_widget_is_sensitive (button);
}

/* The title page has no place for words, sections of the text have, in the book few. */
static void
test_writes_where_there_is_a_place (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  GtkWidget *popover;
  GPtrArray *sections;
  guint n_refused = 0;

  g_assert_false (can_edit (fixture));
  sc_regulations_view_show_section (SC_REGULATIONS_VIEW (fixture->view), "general");
  g_assert_true (can_edit (fixture));
  act (fixture, "regulations.edit", NULL);
  popover = widget_test_find (fixture->view, SC_TYPE_WORDS_POPOVER, NULL);
  g_assert_true (sc_words_popover_is_asking (SC_WORDS_POPOVER (popover)));
  gtk_popover_popdown (GTK_POPOVER (popover));

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (widget_test_find (fixture->view, ADW_TYPE_TOGGLE_GROUP, NULL)), "book");
  widget_test_wait (shows_book, fixture, "the tactics book");
  g_assert_false (can_edit (fixture));
  sections = get_document (fixture)->sections;
  for (guint i = 0; i < sections->len; i++)
    {
      sc_regulations_view_show_section (SC_REGULATIONS_VIEW (fixture->view), ((ScSection *) sections->pdata[i])->id);
      n_refused += can_edit (fixture) ? 0 : 1;
    }
  g_assert_cmpuint (n_refused, >, 0);
}

/* Leaving saves, as in a field; what says it is saved is what closing asks. */
static void
test_saves_what_is_left (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScWordsPopover *popover = write_at (fixture, "general:after", "Left.");
  g_autofree char *kept = NULL;

  g_assert_cmpint (sc_unsaved_get_state_in (fixture->view), ==, SC_SAVE_STATE_UNSAVED);
  gtk_popover_popdown (GTK_POPOVER (popover));
  widget_test_wait (shows_own_words, fixture, "own words in the document");
  kept = load_words (fixture, "general:after");
  g_assert_cmpstr (kept, ==, "Left.");
  g_assert_cmpint (sc_unsaved_get_state_in (fixture->view), ==, SC_SAVE_STATE_SAVED);
}

/* Where the program's words are to be replaced they are there to begin with, and are
 * nobody's own before something is changed of them. */
static void
test_begins_with_what_is_replaced (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  GtkWidget *popover;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;

  act (fixture, "regulations.write", "general.scope:instead");
  popover = widget_test_find (fixture->view, SC_TYPE_WORDS_POPOVER, NULL);
  text = sc_text_area_dup_text (SC_TEXT_AREA (widget_test_find (popover, SC_TYPE_TEXT_AREA, NULL)));
  g_assert_nonnull (strstr (text, "sales process"));
  g_assert_cmpint (sc_unsaved_get_state_in (fixture->view), ==, SC_SAVE_STATE_SAVED);
  gtk_popover_popdown (GTK_POPOVER (popover));
  kept = load_words (fixture, "general.scope:instead");
  g_assert_null (kept);
}

static gboolean
shows_no_scope (gpointer data)
{
  ScDocument *document = get_document (data);

  return document != NULL && sc_document_find_section (document, "general.scope") == NULL;
}

static gboolean
shows_scope (gpointer data)
{
  return !shows_no_scope (data);
}

static void
test_strikes_out_and_takes_back (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScWordsPopover *popover = write_at (fixture, "general.scope:instead", "");

  press (GTK_WIDGET (popover), "Stri_ke Out");
  widget_test_wait (shows_no_scope, fixture, "the paragraph struck out");
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  widget_test_wait (shows_scope, fixture, "the paragraph again");
}

/* Somebody else writes at the same place while the popover is open. */
static void
test_refuses_to_overwrite (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScWordsPopover *popover = write_at (fixture, "general:after", "Mine.");
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (sc_store_get_path (fixture->base->store), fixture->base->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->base->store, fixture->base->process_id, &error);
  GtkWidget *text = widget_test_find (GTK_WIDGET (popover), SC_TYPE_TEXT_AREA, NULL);
  g_autofree char *written = NULL;
  g_autofree char *kept = NULL;

  elsewhere_run (elsewhere, sc_command_set_own_words (process, fixture->base->version, "general:after", "Theirs."));
  widget_test_wait (shows_own_words, fixture, "their words in the document");
  press (GTK_WIDGET (popover), "_Save");
  while (sc_unsaved_get_state (SC_UNSAVED (popover)) == SC_SAVE_STATE_SAVING)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (sc_words_popover_is_asking (popover));
  written = sc_text_area_dup_text (SC_TEXT_AREA (text));
  g_assert_cmpstr (written, ==, "Mine.");
  kept = load_words (fixture, "general:after");
  g_assert_cmpstr (kept, ==, "Theirs.");
  sc_unsaved_give_up (SC_UNSAVED (popover));
}

static void
test_shows_the_tactics_book (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  AdwToggleGroup *toggles = ADW_TOGGLE_GROUP (widget_test_find (fixture->view, ADW_TYPE_TOGGLE_GROUP, NULL));

  adw_toggle_group_set_active_name (toggles, "book");
  widget_test_wait (shows_book, fixture, "the tactics book");
  adw_toggle_group_set_active_name (toggles, "regulations");
  widget_test_wait (shows_regulations, fixture, "the regulations again");
}

static void
test_shows_what_was_shown_last (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  AdwToggleGroup *toggles = ADW_TOGGLE_GROUP (widget_test_find (fixture->view, ADW_TYPE_TOGGLE_GROUP, NULL));
  double zoom;

  act (fixture, "regulations.zoom-in", NULL);
  zoom = sc_page_view_get_zoom (get_pages (fixture));
  adw_toggle_group_set_active_name (toggles, "book");
  widget_test_wait (shows_book, fixture, "the tactics book");

  show_again (fixture);
  widget_test_wait (shows_book, fixture, "the tactics book again");
  g_assert_cmpfloat_with_epsilon (sc_page_view_get_zoom (get_pages (fixture)), zoom, 0.001);
}

static gboolean
is_led_to_general (gpointer data)
{
  const ScSection *section = get_document (data) != NULL ? sc_page_view_get_current (get_pages (data)) : NULL;

  return section != NULL && section->is_own && g_str_equal (section->place, "general:after")
         && gtk_widget_has_focus (GTK_WIDGET (get_pages (data)));
}

/* From the tactics book too, which does not have them. */
static void
test_leads_to_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  AdwToggleGroup *toggles = ADW_TOGGLE_GROUP (widget_test_find (fixture->view, ADW_TYPE_TOGGLE_GROUP, NULL));
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->base->store, fixture->base->process_id, NULL);

  change_fixture_run (fixture->base, sc_command_set_own_words (process, fixture->base->version,
                                                               "general:after", "Mine."));
  adw_toggle_group_set_active_name (toggles, "book");
  widget_test_wait (shows_book, fixture, "the tactics book");
  sc_regulations_view_show_place (SC_REGULATIONS_VIEW (fixture->view), "general:after");
  widget_test_wait (is_led_to_general, fixture, "own words as the current section");
  g_assert_cmpstr (adw_toggle_group_get_active_name (toggles), ==, "regulations");
}

static gboolean
shows_new_name (gpointer data)
{
  ScDocument *document = get_document (data);

  for (guint i = 0; document != NULL && i < document->sections->len; i++)
    if (g_strstr_len (((ScSection *) document->sections->pdata[i])->heading, -1, "Renamed") != NULL)
      return TRUE;

  return FALSE;
}

static void
test_follows_the_scheme (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (sc_store_get_path (fixture->base->store), fixture->base->process_id);

  elsewhere_rename_stage (elsewhere, change_fixture_get_stage (fixture->base, "B"), "Renamed");
  widget_test_wait (shows_new_name, fixture, "the stage's new name");
}

static void
test_finds (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScPageView *pages = get_pages (fixture);
  guint n_found = sc_page_view_find (pages, "stage");

  g_assert_cmpuint (n_found, >, 3);
  g_assert_cmpuint (sc_page_view_step_find (pages, -1), >, 0);
  for (guint i = 0; i < n_found; i++)
    sc_page_view_step_find (pages, 1);
  g_assert_cmpuint (sc_page_view_step_find (pages, 0), <=, n_found);
  g_assert_cmpuint (sc_page_view_find (pages, "no such words"), ==, 0);
  g_assert_cmpuint (sc_page_view_find (pages, ""), ==, 0);
}

static void
test_zooms (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScPageView *pages = get_pages (fixture);
  double before = sc_page_view_get_zoom (pages);

  /* At first no page is wider than the view. */
  g_assert_cmpfloat (before, <=, 1);
  act (fixture, "regulations.zoom-in", NULL);
  g_assert_cmpfloat (sc_page_view_get_zoom (pages), >, before);
  act (fixture, "regulations.zoom-usual", NULL);
  g_assert_cmpfloat (sc_page_view_get_zoom (pages), ==, 1);
  for (guint i = 0; i < 40; i++)
    act (fixture, "regulations.zoom-out", NULL);
  g_assert_cmpfloat (sc_page_view_get_zoom (pages), >, 0.1);
  act (fixture, "regulations.zoom-fit", NULL);
  g_assert_cmpfloat_with_epsilon (sc_page_view_get_zoom (pages), sc_page_view_get_fitting_zoom (pages), 0.001);
}

static gboolean
names_organisation (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (ScOrganisation) organisation = sc_store_load_organisation (fixture->base->store, fixture->base->process_id,
                                                                        NULL);

  return organisation != NULL && g_str_equal (organisation->name, "ACME & Sons <Ltd>")
         && organisation->target_discovery == 80 && organisation->target_cycle == SC_TARGET_NONE;
}

static gboolean
shows_dialog (gpointer data)
{
  Fixture *fixture = data;
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return dialog != NULL && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_SPIN_ROW, "Questions Answered, of 100") != NULL;
}

static void
test_asks_who_gives_it_out (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  AdwDialog *dialog;
  GtkWidget *name;
  GtkWidget *target;

  act (fixture, "regulations.organisation", NULL);
  widget_test_wait (shows_dialog, fixture, "the rows of the dialog");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (SC_IS_ORGANISATION_DIALOG (dialog));
  name = widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Full Name");
  target = widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_SPIN_ROW, "Questions Answered, of 100");
  gtk_editable_set_text (GTK_EDITABLE (name), "ACME & Sons <Ltd>");
  adw_spin_row_set_value (ADW_SPIN_ROW (target), 80);
  press (GTK_WIDGET (dialog), "_Save");
  widget_test_wait (names_organisation, fixture, "the organisation in the database");
}

static void
test_prints (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("test-regulations-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "document.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = sc_document_print_new (get_document (fixture));
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_no_error (error);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  adw_init ();
  sc_regulations_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regulations-view/shows-all-of-it", test_shows_all_of_it);
  g_test_add_func ("/regulations-view/writes-where-it-stands", test_writes_where_it_stands);
  g_test_add_func ("/regulations-view/writes-where-there-is-a-place", test_writes_where_there_is_a_place);
  g_test_add_func ("/regulations-view/saves-what-is-left", test_saves_what_is_left);
  g_test_add_func ("/regulations-view/begins-with-what-is-replaced", test_begins_with_what_is_replaced);
  g_test_add_func ("/regulations-view/strikes-out-and-takes-back", test_strikes_out_and_takes_back);
  g_test_add_func ("/regulations-view/refuses-to-overwrite", test_refuses_to_overwrite);
  g_test_add_func ("/regulations-view/shows-the-tactics-book", test_shows_the_tactics_book);
  g_test_add_func ("/regulations-view/shows-what-was-shown-last", test_shows_what_was_shown_last);
  g_test_add_func ("/regulations-view/leads-to-words", test_leads_to_words);
  g_test_add_func ("/regulations-view/follows-the-scheme", test_follows_the_scheme);
  g_test_add_func ("/regulations-view/finds", test_finds);
  g_test_add_func ("/regulations-view/zooms", test_zooms);
  g_test_add_func ("/regulations-view/asks-who-gives-it-out", test_asks_who_gives_it_out);
  g_test_add_func ("/regulations-view/prints", test_prints);

  return g_test_run ();
}
