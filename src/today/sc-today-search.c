/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals of all processes that a search from Today finds: the first of them, each with
 * where it stands, and how many there are. Each leads to its place. */

#include "today/sc-today-search.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "deal/sc-waiting.h"
#include "store/sc-deal-search.h"
#include "store/sc-store-read.h"
#include "toolkit/sc-plain-text.h"

/* One more word finds less. */
#define N_SHOWN 50

struct _ScTodaySearch
{
  AdwBin parent_instance;

  ScStore *store;
  char *words;
  GPtrArray *deals; /* of ScPlacedDeal, in the order of the rows */
  GCancellable *cancellable;
  gboolean wants_open;

  ScWaiting *waiting;
  GtkWidget *nothing_found;
  AdwStatusPage *failed_page;
  GtkWidget *found;
  GtkListBox *list_box;
  GtkLabel *count_label;
};

enum {
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScTodaySearch, sc_today_search, ADW_TYPE_BIN);

typedef struct {
  GPtrArray *deals;
  guint n_found;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->deals, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
find_deals (ScStore      *store,
            gpointer      words,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->deals = sc_store_find_deals (store, words, N_SHOWN, &answer->n_found, cancellable, error);

  return answer->deals != NULL ? g_steal_pointer (&answer) : NULL;
}

static ScDeal *
get_deal (ScTodaySearch *self,
          int            place)
{
  return self->deals != NULL && place >= 0 && (guint) place < self->deals->len
         ? ((ScPlacedDeal *) self->deals->pdata[place])->deal : NULL;
}

static void
open_deal (ScTodaySearch *self,
           ScDeal        *deal)
{
  g_autoptr (ScDeal) opened = sc_deal_ref (deal);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", opened->process_id, opened->id);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* Whose it is, how far it has come, and where. */
static char *
describe (const ScPlacedDeal *found)
{
  const ScDeal *deal = found->deal;
  gboolean is_standing = sc_deal_status_is_standing (deal->status);
  const char *const parts[] = {
    deal->company, deal->person, deal->status != SC_DEAL_OPEN ? sc_deal_status_get_title (deal->status) : NULL,
    is_standing ? found->stage_name : NULL, found->process_name, deal->owner,
  };

  return sc_deal_text_join (parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
make_row (const ScPlacedDeal *found)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = describe (found);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_deal_get_title (found->deal));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (sc_money_is_set (found->deal->value))
    {
      g_autofree char *amount = sc_money_to_text (found->deal->value);
      GtkWidget *label = gtk_label_new (amount);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  return row;
}

static void
focus_place (ScTodaySearch *self,
             int            place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, place);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static ScDeal *
find_focused_deal (ScTodaySearch *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box));

  return row != NULL ? get_deal (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))) : NULL;
}

static void
fill_list (ScTodaySearch *self,
           GPtrArray     *deals)
{
  ScDeal *focused = find_focused_deal (self);
  gint64 focused_id = focused != NULL ? focused->id : 0;

  gtk_list_box_remove_all (self->list_box);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  self->deals = g_ptr_array_ref (deals);
  for (guint i = 0; i < deals->len; i++)
    {
      gtk_list_box_append (self->list_box, make_row (deals->pdata[i]));
      if (get_deal (self, (int) i)->id == focused_id)
        focus_place (self, (int) i);
    }
}

static char *
describe_count (const Answer *answer)
{
  if (answer->n_found > answer->deals->len)
    /* Translators: how many deals are shown, and how many were found */
    return g_strdup_printf (_("%1$u of %2$u deals are shown. Type more to find fewer."),
                            answer->deals->len, answer->n_found);

  return g_strdup_printf (ngettext ("%u deal found", "%u deals found", answer->n_found), answer->n_found);
}

static void
show_page (ScTodaySearch *self,
           GtkWidget     *page)
{
  GtkWidget *const pages[] = { self->nothing_found, GTK_WIDGET (self->failed_page), self->found };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_set_visible (pages[i], pages[i] == page);
}

static void
show_answer (ScTodaySearch *self,
             const Answer  *answer)
{
  g_autofree char *count = describe_count (answer);

  fill_list (self, answer->deals);
  gtk_label_set_label (self->count_label, count);
  show_page (self, answer->deals->len > 0 ? self->found : self->nothing_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), answer->deals->len > 0 ? count : _("No Deals Found"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->wants_open)
    sc_today_search_open_first (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ScTodaySearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sc_store_read_finish (SC_STORE (source), result, &error);

  /* Something else is looked for by now. */
  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sc_waiting_set_is_waiting (self->waiting, FALSE);
  if (answer != NULL)
    show_answer (self, answer);
  else
    {
      sc_plain_text_set_page_description (self->failed_page, error->message);
      show_page (self, GTK_WIDGET (self->failed_page));
    }
}

static void
look (ScTodaySearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  sc_waiting_set_is_waiting (self->waiting, self->words != NULL);
  if (self->words == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  sc_store_read_async (self->store, find_deals, g_strdup (self->words), g_free, answer_free, self->cancellable, found_cb,
                       g_object_ref (self));
}

static void
row_activated_cb (ScTodaySearch *self,
                  GtkListBoxRow *row)
{
  ScDeal *deal = get_deal (self, gtk_list_box_row_get_index (row));

  if (deal != NULL)
    open_deal (self, deal);
}

static void
sc_today_search_dispose (GObject *object)
{
  ScTodaySearch *self = SC_TODAY_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_TODAY_SEARCH);

  G_OBJECT_CLASS (sc_today_search_parent_class)->dispose (object);
}

static void
sc_today_search_finalize (GObject *object)
{
  g_free (SC_TODAY_SEARCH (object)->words);

  G_OBJECT_CLASS (sc_today_search_parent_class)->finalize (object);
}

static void
sc_today_search_class_init (ScTodaySearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_today_search_dispose;
  object_class->finalize = sc_today_search_finalize;

  /**
   * ScTodaySearch::opened:
   *
   * A deal that was found has been opened, and the search is over.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", SC_TYPE_TODAY_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-today-search.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, waiting);
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, found);
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, list_box);
  gtk_widget_class_bind_template_child (widget_class, ScTodaySearch, count_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_today_search_init (ScTodaySearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_today_search_new:
 * @store: the database
 *
 * Returns: (transfer floating): what a search finds, of nothing yet; it follows the database
 */
ScTodaySearch *
sc_today_search_new (ScStore *store)
{
  ScTodaySearch *self = g_object_new (SC_TYPE_TODAY_SEARCH, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sc_today_search_look_for:
 * @self: what a search finds
 * @words: what was typed; nothing is looked for where that is blank
 *
 * Finds other deals, in the background. Those found before are shown until then.
 */
void
sc_today_search_look_for (ScTodaySearch *self,
                          const char    *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  g_return_if_fail (SC_IS_TODAY_SEARCH (self));

  if (!g_set_str (&self->words, stripped[0] != '\0' ? stripped : NULL))
    return;

  self->wants_open = FALSE;
  if (self->words == NULL)
    show_page (self, NULL);
  look (self);
}

/**
 * sc_today_search_open_first:
 * @self: what a search finds
 *
 * Opens the first deal that is found; where it is still being looked for, once it is there.
 */
void
sc_today_search_open_first (ScTodaySearch *self)
{
  ScDeal *deal;

  g_return_if_fail (SC_IS_TODAY_SEARCH (self));

  self->wants_open = sc_waiting_is_waiting (self->waiting);
  deal = self->wants_open ? NULL : get_deal (self, 0);
  if (deal != NULL)
    open_deal (self, deal);
}

/**
 * sc_today_search_focus_first:
 * @self: what a search finds
 *
 * Returns: whether there is a deal that has the focus now
 */
gboolean
sc_today_search_focus_first (ScTodaySearch *self)
{
  g_return_val_if_fail (SC_IS_TODAY_SEARCH (self), FALSE);

  if (get_deal (self, 0) == NULL)
    return FALSE;

  focus_place (self, 0);

  return TRUE;
}
