/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets the texts of a scheme with Pango, and tells how large they are. */

#include "diagram/sc-typesetter.h"

#include <pango/pangocairo.h>

/* Adwaita Sans is Inter under another name; Cantarell came before it. Pango
 * takes what these lack (Arabic, emoji) from other fonts by itself. */
#define FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, sans-serif"

/* No scheme shows more characters of one text than this, so that a name of a
 * mebibyte costs no more than a long one. On paper, where names are whole, that is
 * more than anyone calls anything. */
#define LONGEST_TEXT 400
#define LONGEST_WHOLE_TEXT 4000

/* Texts that are kept; beyond, all are forgotten and set anew. What they
 * measure takes less room and is asked for more often. */
#define MOST_TEXTS 8192
#define MOST_MEASURES 1000000

static const struct {
  double size;
  double line_height;
  PangoWeight weight;
} styles[SC_N_TEXT_STYLES] = {
  [SC_TEXT_TITLE] = { 26, 34, PANGO_WEIGHT_BOLD },
  [SC_TEXT_SUBTITLE] = { 14, 20, PANGO_WEIGHT_NORMAL },
  [SC_TEXT_NUMBER] = { 12, 16, PANGO_WEIGHT_BOLD },
  [SC_TEXT_NAME] = { 15, 20, PANGO_WEIGHT_BOLD },
  [SC_TEXT_ROLE] = { 12.5, 18, PANGO_WEIGHT_NORMAL },
  [SC_TEXT_INITIALS] = { 10.5, 14, PANGO_WEIGHT_BOLD },
  [SC_TEXT_FACT] = { 13, 18, PANGO_WEIGHT_NORMAL },
  [SC_TEXT_MARK] = { 12, 16, PANGO_WEIGHT_BOLD },
  [SC_TEXT_SUM] = { 14, 20, PANGO_WEIGHT_NORMAL },
  [SC_TEXT_LEGEND_TITLE] = { 12, 18, PANGO_WEIGHT_BOLD },
  [SC_TEXT_LEGEND] = { 12, 18, PANGO_WEIGHT_NORMAL },
};

struct _ScTypesetter {
  PangoContext *context;
  PangoFontDescription *fonts[SC_N_TEXT_STYLES];
  GHashTable *texts; /* SetText → itself */
  GHashTable *measures; /* SetText without its layout → itself */
};

/* A text that was set, and what it was set as. */
typedef struct {
  ScTextStyle style;
  int width;
  guint max_lines;
  char *text;
  PangoLayout *layout;
  guint n_lines;
  int full_width;
} SetText;

static guint
set_text_hash (gconstpointer data)
{
  const SetText *set = data;

  return g_str_hash (set->text) ^ (set->style << 24) ^ (guint) set->width ^ (set->max_lines << 16);
}

static gboolean
set_text_equal (gconstpointer a,
                gconstpointer b)
{
  const SetText *x = a;
  const SetText *y = b;

  return x->style == y->style && x->width == y->width && x->max_lines == y->max_lines && g_str_equal (x->text, y->text);
}

static void
set_text_free (gpointer data)
{
  SetText *set = data;

  g_free (set->text);
  g_clear_object (&set->layout);
  g_free (set);
}

/* Sizes are absolute and nothing is fitted to a pixel grid: a text is as wide
 * at 25 % as at 400 % and on paper. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * sc_typesetter_new:
 *
 * Returns: (transfer full): a typesetter for the calling thread
 */
ScTypesetter *
sc_typesetter_new (void)
{
  ScTypesetter *self = g_rc_box_new0 (ScTypesetter);

  self->context = make_context ();
  self->texts = g_hash_table_new_full (set_text_hash, set_text_equal, NULL, set_text_free);
  self->measures = g_hash_table_new_full (set_text_hash, set_text_equal, NULL, set_text_free);

  for (guint i = 0; i < SC_N_TEXT_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_absolute_size (self->fonts[i], styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
    }

  return self;
}

/**
 * sc_typesetter_ref:
 * @self: a typesetter
 *
 * Returns: (transfer full): @self
 */
ScTypesetter *
sc_typesetter_ref (ScTypesetter *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScTypesetter *self = data;

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->measures);
  g_object_unref (self->context);
  for (guint i = 0; i < SC_N_TEXT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
}

/**
 * sc_typesetter_unref:
 * @self: (transfer full): a typesetter
 */
void
sc_typesetter_unref (ScTypesetter *self)
{
  g_rc_box_release_full (self, clear);
}

/* A name is one paragraph whatever was pasted into it: line ends, tabs and
 * control characters become spaces, runs of them one. */
static char *
tidy_text (const char *text,
           guint       longest)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  GString *tidy = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid != NULL ? valid : text; *p != '\0' && n < longest; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_gap = g_unichar_iscntrl (c) || c == ' ' || c == 0x2028 || c == 0x2029 || c == 0xfffe || c == 0xffff;

      if (is_gap && (tidy->len == 0 || tidy->str[tidy->len - 1] == ' '))
        continue;
      g_string_append_unichar (tidy, is_gap ? ' ' : c);
      n++;
    }
  if (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);

  return g_string_free_and_steal (tidy);
}

static PangoLayout *
make_layout (ScTypesetter  *self,
             const SetText *set)
{
  PangoLayout *layout = pango_layout_new (self->context);
  gboolean is_whole = set->max_lines == SC_TEXT_WHOLE;
  g_autofree char *tidy = tidy_text (set->text, is_whole ? LONGEST_WHOLE_TEXT : LONGEST_TEXT);

  pango_layout_set_font_description (layout, self->fonts[set->style]);
  pango_layout_set_text (layout, tidy, -1);
  if (set->width >= 0)
    {
      pango_layout_set_width (layout, set->width);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (set->width >= 0 && !is_whole)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -(int) MAX (set->max_lines, 1));
    }

  return layout;
}

/**
 * sc_typesetter_set:
 * @self: a typesetter
 * @style: what sort of text it is
 * @text: the text; line ends in it are spaces
 * @width: the width to wrap it in, or %SC_TEXT_UNBOUNDED
 * @max_lines: the most lines it may take, or %SC_TEXT_WHOLE; what does not fit
 *   ends in “…”
 *
 * Returns: (transfer none): the text in lines, not to be changed; valid until
 *   the next call unless referenced
 */
PangoLayout *
sc_typesetter_set (ScTypesetter *self,
                   ScTextStyle   style,
                   const char   *text,
                   double        width,
                   guint         max_lines)
{
  SetText key = { style, width < 0 ? -1 : (int) (width * PANGO_SCALE), max_lines, (char *) text, NULL, 0, 0 };
  SetText *set = g_hash_table_lookup (self->texts, &key);

  if (set != NULL)
    return set->layout;

  if (g_hash_table_size (self->texts) >= MOST_TEXTS)
    g_hash_table_remove_all (self->texts);

  set = g_memdup2 (&key, sizeof key);
  set->text = g_strdup (text);
  set->layout = make_layout (self, set);
  g_hash_table_add (self->texts, set);

  return set->layout;
}

/**
 * sc_typesetter_get_line_height:
 * @style: a sort of text
 *
 * Returns: how far its base lines are apart, whatever fonts a line is in
 */
double
sc_typesetter_get_line_height (ScTextStyle style)
{
  return styles[style].line_height;
}

static const SetText *
measure (ScTypesetter *self,
         ScTextStyle   style,
         const char   *text,
         double        width,
         guint         max_lines)
{
  SetText key = { style, width < 0 ? -1 : (int) (width * PANGO_SCALE), max_lines, (char *) text, NULL, 0, 0 };
  SetText *found = g_hash_table_lookup (self->measures, &key);
  PangoLayout *layout;

  if (found != NULL)
    return found;

  if (g_hash_table_size (self->measures) >= MOST_MEASURES)
    g_hash_table_remove_all (self->measures);
  layout = sc_typesetter_set (self, style, text, width, max_lines);
  found = g_memdup2 (&key, sizeof key);
  found->text = g_strdup (text);
  found->n_lines = (guint) pango_layout_get_line_count (layout);
  pango_layout_get_size (layout, &found->full_width, NULL);
  g_hash_table_add (self->measures, found);

  return found;
}

/**
 * sc_typesetter_measure_width:
 * @self: a typesetter
 * @style: what sort of text it is
 * @text: the text
 *
 * Returns: how wide it is on one line
 */
double
sc_typesetter_measure_width (ScTypesetter *self,
                             ScTextStyle   style,
                             const char   *text)
{
  return (double) measure (self, style, text, SC_TEXT_UNBOUNDED, 1)->full_width / PANGO_SCALE;
}

/**
 * sc_typesetter_count_lines:
 * @self: a typesetter
 * @style: what sort of text it is
 * @text: the text
 * @width: the width to wrap it in
 * @max_lines: the most lines it may take, or %SC_TEXT_WHOLE
 *
 * Returns: how many lines it takes
 */
guint
sc_typesetter_count_lines (ScTypesetter *self,
                           ScTextStyle   style,
                           const char   *text,
                           double        width,
                           guint         max_lines)
{
  return measure (self, style, text, width, max_lines)->n_lines;
}

/**
 * sc_text_style_get_size:
 * @style: a sort of text
 *
 * Returns: its font's size in pixels at 100 %
 */
double
sc_text_style_get_size (ScTextStyle style)
{
  return styles[style].size;
}

/**
 * sc_text_style_get_weight:
 * @style: a sort of text
 *
 * Returns: its font's weight
 */
PangoWeight
sc_text_style_get_weight (ScTextStyle style)
{
  return styles[style].weight;
}

/**
 * sc_text_style_get_families:
 *
 * Returns: the families to take fonts from, best first, with commas between
 */
const char *
sc_text_style_get_families (void)
{
  return FAMILIES;
}
