/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under programs that use GTK, so that a leak of a list tells who made it.
 *
 * The fast unwinder of the sanitizers goes by frame pointers, which the libraries
 * of a distribution do not have: of what GTK allocates it sees g_malloc() and no
 * more. The slow one sees all, and makes a program ten times as slow. A list's
 * node made here has a frame with a pointer, and so one caller more: the one that
 * lsan.supp needs. */

#include <stdlib.h>

typedef struct _GList GList;

struct _GList
{
  void *data;
  GList *next;
  GList *prev;
};

GList *g_list_prepend (GList *list,
                       void  *data);

/* As GLib's own, whose nodes are from malloc() too. */
GList *
g_list_prepend (GList *list,
                void  *data)
{
  GList *node = malloc (sizeof *node);

  if (node == NULL)
    abort ();

  node->data = data;
  node->next = list;
  node->prev = list != NULL ? list->prev : NULL;
  if (node->prev != NULL)
    node->prev->next = node;
  if (list != NULL)
    list->prev = node;

  return node;
}
