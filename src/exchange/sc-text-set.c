/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells whether the ids of a table repeat, of which there may be millions: open
 * addressing over numbers of 64 bits, 16 bytes a text at most. */

#include "exchange/sc-text-set.h"

#include "model/sc-text-hash.h"

#define FIRST_SIZE 1024

struct _ScTextSet
{
  /* A power of two; 0 where a place is free. */
  guint64 *places;
  gsize n_places;
  gsize n_texts;
};

static guint64
hash (const char *text)
{
  guint64 number = sc_text_hash_long (text);

  return number != 0 ? number : 1;
}

/* The low bits of such a number differ least. */
static gsize
find_place (const ScTextSet *self,
            guint64          number)
{
  gsize place = (gsize) (number ^ number >> 32) & (self->n_places - 1);

  while (self->places[place] != 0 && self->places[place] != number)
    place = (place + 1) & (self->n_places - 1);

  return place;
}

static void
grow (ScTextSet *self)
{
  g_autofree guint64 *before = self->places;
  gsize n_before = self->n_places;

  self->n_places *= 2;
  self->places = g_new0 (guint64, self->n_places);
  for (gsize i = 0; i < n_before; i++)
    if (before[i] != 0)
      self->places[find_place (self, before[i])] = before[i];
}

/**
 * sc_text_set_new:
 *
 * Returns: (transfer full): a set without any text
 */
ScTextSet *
sc_text_set_new (void)
{
  ScTextSet *self = g_new0 (ScTextSet, 1);

  self->n_places = FIRST_SIZE;
  self->places = g_new0 (guint64, self->n_places);

  return self;
}

/**
 * sc_text_set_free:
 * @self: (transfer full): a set
 */
void
sc_text_set_free (ScTextSet *self)
{
  g_free (self->places);
  g_free (self);
}

/**
 * sc_text_set_add:
 * @self: a set
 * @text: a text
 *
 * Returns: whether it is new for certain
 */
gboolean
sc_text_set_add (ScTextSet  *self,
                 const char *text)
{
  guint64 number = hash (text);
  gsize place = find_place (self, number);

  if (self->places[place] == number)
    return FALSE;

  self->places[place] = number;
  self->n_texts++;
  if (self->n_texts * 4 > self->n_places * 3)
    grow (self);

  return TRUE;
}
