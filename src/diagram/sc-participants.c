/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who takes part in a stage, as short signs in the roles' colours: told apart
 * without colours, too. The same initials stand for the same role on every
 * card of a version, and in its legend. */

#include "diagram/sc-participants.h"

#define CHIP_GAP 4.0

/* “of”, “по”, “и”: such words begin no part of a name. */
static gboolean
is_small_word (const char *word)
{
  static const char *const joining[] = { "and", "the", "for", "для", "при" };

  if (!g_unichar_islower (g_utf8_get_char (word)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (joining); i++)
    if (g_str_equal (word, joining[i]))
      return TRUE;

  return g_utf8_strlen (word, -1) <= 2;
}

/* The words of a name; the small ones only where there are no others. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = name;; p = g_utf8_next_char (p))
    {
      gboolean is_word = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_word && start == NULL)
        start = p;
      if (!is_word && start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          if (words->len == 0 || !is_small_word (word))
            g_ptr_array_add (words, g_steal_pointer (&word));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static char *
join_letters (gunichar first,
              gunichar second)
{
  GString *text = g_string_new (NULL);

  g_string_append_unichar (text, first);
  if (second != 0)
    g_string_append_unichar (text, second);

  return g_string_free_and_steal (text);
}

/* Takes the initials where no role before has them; “SM” and “Sm” look alike. */
static gboolean
take (GHashTable *taken,
      const char *initials)
{
  char *key = g_utf8_casefold (initials, -1);

  return g_hash_table_add (taken, key);
}

/* The first letters of two words, the first two of one; where another role has
 * these, another letter of the name, or else a number. */
static char *
choose_initials (const char *name,
                 GHashTable *taken)
{
  g_autoptr (GPtrArray) words = split_words (name);
  gunichar first = words->len > 0 ? g_unichar_toupper (g_utf8_get_char (words->pdata[0])) : '?';
  g_autofree char *lone = join_letters (first, 0);

  for (guint i = 1; i < words->len; i++)
    {
      g_autofree char *initials = join_letters (first, g_unichar_toupper (g_utf8_get_char (words->pdata[i])));

      if (take (taken, initials))
        return g_steal_pointer (&initials);
    }
  for (guint i = 0; i < words->len; i++)
    for (const char *p = g_utf8_next_char ((char *) words->pdata[i]); *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *initials = join_letters (first, g_utf8_get_char (p));

        if (take (taken, initials))
          return g_steal_pointer (&initials);
      }

  for (guint i = 1;; i++)
    {
      g_autofree char *initials = i > 1 ? g_strdup_printf ("%s%u", lone, i) : g_strdup (lone);

      if (take (taken, initials))
        return g_steal_pointer (&initials);
    }
}

/**
 * sc_initials_for_roles:
 * @version: a version
 *
 * Returns: (transfer full): for each of its roles, in order, one to three letters that
 *   no other role of it has
 */
GStrv
sc_initials_for_roles (const ScVersion *version)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GStrv initials = g_new0 (char *, version->roles->len + 1);

  for (guint i = 0; i < version->roles->len; i++)
    initials[i] = choose_initials (sc_version_get_role (version, i)->name, taken);

  return initials;
}

/**
 * sc_chip_measure:
 * @typesetter: what sets its text
 * @text: a sign's text
 *
 * Returns: how wide the sign is
 */
double
sc_chip_measure (ScTypesetter *typesetter,
                 const char   *text)
{
  double width = sc_typesetter_measure_width (typesetter, SC_TEXT_INITIALS, text) + 2 * SC_CHIP_PADDING;

  return MAX (width, SC_CHIP_HEIGHT);
}

static void
clear_chip (gpointer data)
{
  ScChip *chip = data;

  g_free (chip->text);
}

/* Where no room is left, the last sign says how many more there are. */
static void
add_chip (GArray       *chips,
          char         *text,
          ScColour      colour,
          double       *x,
          const ScBox  *box,
          ScTypesetter *typesetter)
{
  ScChip chip = { { *x, box->y + (box->height - SC_CHIP_HEIGHT) / 2, sc_chip_measure (typesetter, text), SC_CHIP_HEIGHT },
                  text, colour };

  *x += chip.box.width + CHIP_GAP;
  g_array_append_val (chips, chip);
}

/**
 * sc_participants_place:
 * @version: a version
 * @stage: one of its stages
 * @box: the room for the signs
 * @direction: the side that they start on
 * @typesetter: what sets their texts
 *
 * Returns: (transfer full) (element-type ScChip): a sign for each role that takes
 *   part in the stage, as many as there is room for
 */
GArray *
sc_participants_place (const ScVersion *version,
                       const ScStage   *stage,
                       ScBox            box,
                       ScDirection      direction,
                       ScTypesetter    *typesetter)
{
  GArray *chips = g_array_new (FALSE, FALSE, sizeof (ScChip));
  g_auto (GStrv) initials = sc_initials_for_roles (version);
  guint n = g_strv_length (stage->participants);
  double rest = n > 1 ? sc_chip_measure (typesetter, "+99") + CHIP_GAP : 0;
  double x = box.x;

  g_array_set_clear_func (chips, clear_chip);
  for (guint i = 0; i < n; i++)
    {
      guint role;

      if (sc_version_find_role (version, stage->participants[i], &role) == NULL)
        continue;
      if (x + sc_chip_measure (typesetter, initials[role]) > box.x + box.width - (i + 1 < n ? rest : 0))
        {
          add_chip (chips, g_strdup_printf ("+%u", n - i), sc_colour_for_role (version, NULL), &x, &box, typesetter);
          break;
        }
      add_chip (chips, g_strdup (initials[role]), sc_colour_for_role (version, stage->participants[i]), &x, &box, typesetter);
    }

  if (direction == SC_DIRECTION_RTL)
    for (guint i = 0; i < chips->len; i++)
      {
        ScBox *place = &g_array_index (chips, ScChip, i).box;

        place->x = 2 * box.x + box.width - place->x - place->width;
      }

  return chips;
}
