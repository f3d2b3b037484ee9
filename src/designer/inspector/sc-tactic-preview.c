/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic's text as a rep will see it: filled in from a deal of the process, which a
 * person chooses. Deals are read when the preview comes into sight. */

#include "designer/inspector/sc-tactic-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-tactic-fill.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-query.h"
#include "store/sc-store-read.h"

/* How many deals one can choose from. */
#define MOST_DEALS 20
/* A label of a megabyte would stop the window for seconds. */
#define MOST_CHARACTERS 4000

struct _ScTacticPreview
{
  AdwPreferencesRow parent_instance;

  GtkDropDown *deal_drop_down;
  GtkLabel *text_label;

  ScStore *store;
  char *process_id;
  char *stage_id;
  char *text;
  GCancellable *cancellable; /* of what is being read */
  GPtrArray *deals; /* of ScDeal; NULL until they are read */
  gint64 deal_id; /* the one that is chosen */
  GHashTable *answers; /* of the deal that is chosen; NULL until they are read */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScTacticPreview, sc_tactic_preview, ADW_TYPE_PREFERENCES_ROW);

static void
stop_reading (ScTacticPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static const ScDeal *
get_deal (ScTacticPreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->deal_drop_down);

  return self->deals != NULL && selected < self->deals->len ? self->deals->pdata[selected] : NULL;
}

static char *
shorten (char *text)
{
  if (strlen (text) <= MOST_CHARACTERS || g_utf8_strlen (text, -1) <= MOST_CHARACTERS)
    return g_strdup (text);

  *g_utf8_offset_to_pointer (text, MOST_CHARACTERS) = '\0';

  /* Translators: the beginning of a text that goes on */
  return g_strdup_printf (C_("text", "%s…"), text);
}

static void
tell (ScTacticPreview *self,
      const char      *sentence)
{
  gtk_label_set_label (self->text_label, sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "dimmed");
}

/* What a deal has answered comes with it: a text is not shown with blanks first. */
static void
show_text (ScTacticPreview *self)
{
  const ScDeal *deal = get_deal (self);
  g_autofree char *filled = NULL;
  g_autofree char *shown = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || deal == NULL || self->answers == NULL)
    return;

  filled = sc_tactic_fill (self->text, deal, self->answers);
  shown = shorten (filled);
  gtk_label_set_label (self->text_label, shown);
  gtk_widget_remove_css_class (GTK_WIDGET (self->text_label), "dimmed");
}

typedef struct {
  char *process_id;
  char *stage_id;
  gint64 deal_id;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->process_id);
  g_free (asked->stage_id);
  g_free (asked);
}

static Asked *
asked_new (ScTacticPreview *self,
           gint64           deal_id)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->process_id = g_strdup (self->process_id);
  asked->stage_id = g_strdup (self->stage_id);
  asked->deal_id = deal_id;

  return asked;
}

static gpointer
read_answers (ScStore      *store,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Asked *asked = data;
  g_autoptr (ScVersion) version = sc_store_load_readable_version (store, asked->process_id, SC_VERSION_WANTED_CURRENT, error);
  g_autoptr (GPtrArray) criteria = NULL;

  if (version != NULL)
    criteria = sc_store_list_deal_criteria (store, version, version->stages, &asked->deal_id, 1, error);

  return criteria != NULL ? sc_deal_criteria_tell_answers (criteria) : NULL;
}

static void
free_answers (gpointer answers)
{
  g_hash_table_unref (answers);
}

static void
answers_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ScTacticPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  GHashTable *answers = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answers == NULL)
    {
      tell (self, error->message);
      return;
    }

  self->answers = answers;
  show_text (self);
}

static void
begin_reading (ScTacticPreview    *self,
               ScStoreRead         read,
               Asked              *asked,
               GDestroyNotify      free_answer,
               GAsyncReadyCallback callback)
{
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  sc_store_read_async (self->store, read, asked, asked_free, free_answer, self->cancellable, callback, g_object_ref (self));
}

static void
deal_chosen_cb (ScTacticPreview *self)
{
  const ScDeal *deal = get_deal (self);

  if (self->is_filling || deal == NULL)
    return;

  self->deal_id = deal->id;
  g_clear_pointer (&self->answers, g_hash_table_unref);
  begin_reading (self, read_answers, asked_new (self, deal->id), free_answers, answers_read_cb);
}

static GPtrArray *
list_recent (ScStore    *store,
             const char *process_id,
             const char *stage_id,
             guint       statuses,
             GError    **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);

  query->stage_id = g_strdup (stage_id);
  query->statuses = statuses;
  query->order = SC_DEAL_ORDER_CHANGED;

  return sc_store_list_deals (store, query, MOST_DEALS, NULL, error);
}

/* Those that stand in the stage, else those that are open, else any. */
static gpointer
read_deals (ScStore      *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Asked *asked = data;
  const struct {
    const char *stage_id;
    guint statuses;
  } tries[] = {
    { asked->stage_id, 1u << SC_DEAL_OPEN },
    { NULL, 1u << SC_DEAL_OPEN },
    { NULL, 0 },
  };
  g_autoptr (GPtrArray) deals = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tries) && (deals == NULL || deals->len == 0); i++)
    {
      g_clear_pointer (&deals, g_ptr_array_unref);
      deals = list_recent (store, asked->process_id, tries[i].stage_id, tries[i].statuses, error);
      if (deals == NULL)
        return NULL;
    }

  return g_steal_pointer (&deals);
}

static void
free_deals (gpointer deals)
{
  g_ptr_array_unref (deals);
}

static guint
find_chosen (ScTacticPreview *self)
{
  for (guint i = 0; i < self->deals->len; i++)
    if (((ScDeal *) self->deals->pdata[i])->id == self->deal_id)
      return i;

  return 0;
}

static void
show_deals (ScTacticPreview *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->deals->len; i++)
    gtk_string_list_append (titles, ((ScDeal *) self->deals->pdata[i])->title);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->deal_drop_down, G_LIST_MODEL (titles));
  if (self->deals->len > 0)
    gtk_drop_down_set_selected (self->deal_drop_down, find_chosen (self));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->deal_drop_down), self->deals->len > 0);
}

static void
deals_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ScTacticPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *deals = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (deals == NULL)
    {
      tell (self, error->message);
      return;
    }

  g_clear_pointer (&self->deals, g_ptr_array_unref);
  self->deals = deals;
  show_deals (self);
  if (deals->len == 0)
    tell (self, _("The process has no deals yet: with the first one, this shows the text as it will read there."));
  else
    deal_chosen_cb (self);
}

static void
offer_deals (ScTacticPreview *self)
{
  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_reading (self, read_deals, asked_new (self, 0), free_deals, deals_read_cb);
}

static void
sc_tactic_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_tactic_preview_parent_class)->map (widget);

  offer_deals (SC_TACTIC_PREVIEW (widget));
}

static void
sc_tactic_preview_dispose (GObject *object)
{
  ScTacticPreview *self = SC_TACTIC_PREVIEW (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_TACTIC_PREVIEW);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_tactic_preview_parent_class)->dispose (object);
}

static void
sc_tactic_preview_finalize (GObject *object)
{
  ScTacticPreview *self = SC_TACTIC_PREVIEW (object);

  g_free (self->process_id);
  g_free (self->stage_id);
  g_free (self->text);

  G_OBJECT_CLASS (sc_tactic_preview_parent_class)->finalize (object);
}

static void
sc_tactic_preview_class_init (ScTacticPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_tactic_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_tactic_preview_finalize;
  GTK_WIDGET_CLASS (klass)->map = sc_tactic_preview_map;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/stagecraft/Stagecraft/designer/inspector/sc-tactic-preview.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), ScTacticPreview, deal_drop_down);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), ScTacticPreview, text_label);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), deal_chosen_cb);
}

static void
sc_tactic_preview_init (ScTacticPreview *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_tactic_preview_new:
 *
 * Returns: (transfer floating): a preview without deals
 */
GtkWidget *
sc_tactic_preview_new (void)
{
  return g_object_new (SC_TYPE_TACTIC_PREVIEW, NULL);
}

/**
 * sc_tactic_preview_set_source:
 * @self: a preview
 * @store: the store
 * @process_id: whose deals it is shown on
 * @stage_id: the stage that has the tactic; its deals are preferred
 */
void
sc_tactic_preview_set_source (ScTacticPreview *self,
                              ScStore         *store,
                              const char      *process_id,
                              const char      *stage_id)
{
  gboolean is_other;

  g_return_if_fail (SC_IS_TACTIC_PREVIEW (self));

  is_other = g_set_object (&self->store, store);
  is_other |= g_set_str (&self->process_id, process_id);
  is_other |= g_set_str (&self->stage_id, stage_id);
  if (is_other)
    offer_deals (self);
}

/**
 * sc_tactic_preview_set_text:
 * @self: a preview
 * @text: a tactic's text as it is typed
 */
void
sc_tactic_preview_set_text (ScTacticPreview *self,
                            const char      *text)
{
  g_return_if_fail (SC_IS_TACTIC_PREVIEW (self));

  if (g_set_str (&self->text, text))
    show_text (self);
}
