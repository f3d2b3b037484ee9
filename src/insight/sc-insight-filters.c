/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals the Insight view is about, as it is kept for each process: a dictionary of what
 * differs from all deals as of today. */

#include "insight/sc-insight-filters.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY "insight-filters"

static void
add_text (GVariantBuilder *builder,
          const char      *name,
          const char      *value)
{
  if (value != NULL && *value != '\0')
    g_variant_builder_add (builder, "{ss}", name, value);
}

static void
add_date (GVariantBuilder *builder,
          const char      *name,
          ScDate           date)
{
  g_autofree char *text = date != SC_DATE_NONE ? sc_date_to_string (date) : NULL;

  add_text (builder, name, text);
}

static void
add_money (GVariantBuilder *builder,
           const char      *name,
           ScMoney          money)
{
  g_autofree char *plain = sc_money_to_plain (money);
  g_autofree char *text = sc_money_is_set (money) ? g_strdup_printf ("%s %s", money.currency, plain) : NULL;

  add_text (builder, name, text);
}

static GVariant *
write_filters (const ScFiguresQuery *query)
{
  GVariantBuilder builder;
  g_autofree char *version = query->version > 0 ? g_strdup_printf ("%u", query->version) : NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  add_date (&builder, "as-of", query->as_of);
  add_date (&builder, "from", query->from);
  add_date (&builder, "to", query->to);
  add_text (&builder, "owner", query->owner);
  add_text (&builder, "source", query->source);
  add_text (&builder, "label", query->label);
  add_money (&builder, "low", query->low);
  add_money (&builder, "high", query->high);
  add_text (&builder, "version", version);
  if (query->unit != SC_COUNT_WORKING_DAYS)
    add_text (&builder, "unit", sc_day_count_get_id (query->unit));

  return g_variant_builder_end (&builder);
}

static ScDate
read_date (GVariant   *filters,
           const char *name)
{
  const char *text;

  return g_variant_lookup (filters, name, "&s", &text) ? sc_date_parse (text) : SC_DATE_NONE;
}

static ScMoney
read_money (GVariant   *filters,
            const char *name)
{
  const char *text;
  char currency[4];
  ScMoney money;

  if (!g_variant_lookup (filters, name, "&s", &text) || strlen (text) < 5)
    return sc_money_new (0, NULL);

  g_strlcpy (currency, text, sizeof currency);

  return sc_money_read (text + 4, currency, SC_DECIMAL_MARK_POINT, &money) == SC_AMOUNT_READ ? money
                                                                                             : sc_money_new (0, NULL);
}

static void
read_filters (ScFiguresQuery *query,
              GVariant       *filters)
{
  const char *text;

  query->as_of = read_date (filters, "as-of");
  query->from = read_date (filters, "from");
  query->to = read_date (filters, "to");
  g_variant_lookup (filters, "owner", "s", &query->owner);
  g_variant_lookup (filters, "source", "s", &query->source);
  g_variant_lookup (filters, "label", "s", &query->label);
  query->low = read_money (filters, "low");
  query->high = read_money (filters, "high");
  if (g_variant_lookup (filters, "version", "&s", &text))
    query->version = (guint) g_ascii_strtoull (text, NULL, 10);
  if (g_variant_lookup (filters, "unit", "&s", &text))
    sc_day_count_from_id (text, &query->unit);
}

/**
 * sc_insight_filters_load:
 * @settings: the program's settings
 * @process_id: a process
 *
 * Returns: (transfer full): which of its deals figures were made of last
 */
ScFiguresQuery *
sc_insight_filters_load (GSettings  *settings,
                         const char *process_id)
{
  ScFiguresQuery *query = sc_figures_query_new (process_id);
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  g_autoptr (GVariant) filters = g_variant_lookup_value (all, process_id, G_VARIANT_TYPE ("a{ss}"));

  if (filters != NULL)
    read_filters (query, filters);

  return query;
}

/**
 * sc_insight_filters_save:
 * @settings: the program's settings
 * @query: which deals figures are made of
 */
void
sc_insight_filters_save (GSettings            *settings,
                         const ScFiguresQuery *query)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  g_autoptr (GVariant) own = g_variant_ref_sink (write_filters (query));
  GVariantBuilder builder;
  GVariantIter iter;
  const char *process_id;
  GVariant *filters;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{ss}}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@a{ss}}", &process_id, &filters))
    if (!g_str_equal (process_id, query->process_id))
      g_variant_builder_add (&builder, "{s@a{ss}}", process_id, filters);
  if (g_variant_n_children (own) > 0)
    g_variant_builder_add (&builder, "{s@a{ss}}", query->process_id, own);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static void
tell (GPtrArray  *parts,
      const char *format,
      const char *value)
{
  if (value != NULL)
    g_ptr_array_add (parts, g_strdup_printf (format, value));
}

static void
tell_date (GPtrArray  *parts,
           const char *format,
           ScDate      date)
{
  g_autofree char *text = date != SC_DATE_NONE ? sc_date_to_text (date) : NULL;

  tell (parts, format, text);
}

static void
tell_money (GPtrArray  *parts,
            const char *format,
            ScMoney     money)
{
  g_autofree char *text = sc_money_is_set (money) ? sc_money_to_text (money) : NULL;

  tell (parts, format, text);
}

/**
 * sc_insight_filters_tell:
 * @query: which deals figures are made of
 *
 * Returns: (transfer full): the same in words, for a line below the button that changes it
 */
char *
sc_insight_filters_tell (const ScFiguresQuery *query)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *version = query->version > 0 ? g_strdup_printf ("%u", query->version) : NULL;

  tell_date (parts, _("As of %s"), query->as_of);
  tell_date (parts, _("Started from %s"), query->from);
  tell_date (parts, _("Started until %s"), query->to);
  tell (parts, _("Owner: %s"), query->owner);
  tell (parts, _("Source: %s"), query->source);
  tell (parts, _("Label: %s"), query->label);
  tell_money (parts, _("From %s"), query->low);
  tell_money (parts, _("Up to %s"), query->high);
  tell (parts, _("Version %s"), version);
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("All deals")));
  g_ptr_array_add (parts, g_strdup (query->unit == SC_COUNT_DAYS ? _("Calendar days") : _("Working days")));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
