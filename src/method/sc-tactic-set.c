/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The starting set of tactics, as data/tactics/ has it: a file for each kind of step, read
 * when the first one is asked for, and kept. The files are ours, so that what is wrong with
 * one is a mistake of the program. */

#include "method/sc-tactic-set-private.h"

#include <gio/gio.h>
#include <string.h>

#include "method/sc-tactics-resource.h"

#define FOLDER "/io/github/stagecraft/Stagecraft/tactics/"

/* Where a file is being read. */
typedef struct {
  GPtrArray *tactics;
  ScUsualTactic *tactic;
  int language;
  GString *text;
} Reading;

static void
read_reasons (GArray     *reasons,
              const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys != NULL ? keys : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      ScUsualReason reason;

      if (list[i][0] == '\0')
        continue;
      if (!sc_usual_reason_from_key (list[i], &reason))
        g_error ("No loss reason is called “%s”", list[i]);
      g_array_append_vals (reasons, &(guint) { reason }, 1);
    }
}

static gboolean
start_tactic (Reading     *reading,
              const char  *element,
              const char **names,
              const char **values,
              GError     **error)
{
  ScUsualTactic *tactic = g_new0 (ScUsualTactic, 1);
  const char *kind;
  const char *market;
  const char *reasons;

  g_ptr_array_add (reading->tactics, tactic);
  reading->tactic = tactic;
  tactic->reasons = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!g_markup_collect_attributes (element, names, values, error,
                                    G_MARKUP_COLLECT_STRDUP, "key", &tactic->key,
                                    G_MARKUP_COLLECT_STRING, "kind", &kind,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "market", &market,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "reasons", &reasons,
                                    G_MARKUP_COLLECT_INVALID))
    return FALSE;

  if (!sc_tactic_kind_from_id (kind, &tactic->kind))
    g_error ("No tactic is a “%s”", kind);
  if (market != NULL)
    tactic->market = g_str_equal (market, "b2c") ? SC_MARKET_B2C : SC_MARKET_B2B;
  read_reasons (tactic->reasons, reasons);

  return TRUE;
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  Reading *reading = data;
  ScLanguage language;

  g_string_truncate (reading->text, 0);
  if (g_str_equal (element, "tactic"))
    {
      start_tactic (reading, element, names, values, error);
    }
  else if (sc_language_from_id (element, &language))
    {
      reading->language = (int) language;
      g_markup_collect_attributes (element, names, values, error,
                                   G_MARKUP_COLLECT_STRDUP, "title", &reading->tactic->title[language],
                                   G_MARKUP_COLLECT_INVALID);
    }
}

static void
end_cb (GMarkupParseContext *context,
        const char          *element,
        gpointer             data,
        GError             **error)
{
  Reading *reading = data;

  if (reading->language < 0)
    return;

  reading->tactic->text[reading->language] = g_strdup (g_strstrip (reading->text->str));
  reading->language = -1;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

static GPtrArray *
read_file (ScKind kind)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (FOLDER, sc_kind_get_id (kind), ".xml", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sc_tactics_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { g_ptr_array_new (), NULL, -1, text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);

  if (bytes == NULL || !g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                                      (gssize) g_bytes_get_size (bytes), &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s: %s", path, error->message);

  return reading.tactics;
}

static gpointer
read_all (gpointer data)
{
  static GPtrArray *sets[SC_N_KINDS];

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    sets[kind] = kind != SC_KIND_OTHER ? read_file (kind) : g_ptr_array_new ();

  return sets;
}

/**
 * sc_tactic_set_get:
 * @kind: a kind of step
 *
 * Returns: (transfer none) (element-type ScUsualTactic): what the set has for it, in
 *   order; nothing for `other`
 */
const GPtrArray *
sc_tactic_set_get (ScKind kind)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray **sets = g_once (&once, read_all, NULL);

  return sets[kind];
}
