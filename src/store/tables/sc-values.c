/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of a row by column, from which a statement is made. */

#include "store/tables/sc-values-private.h"

#include <string.h>

/**
 * sc_values_new:
 *
 * Returns: (transfer full): no values yet
 */
ScValues *
sc_values_new (void)
{
  ScValues *self = g_new (ScValues, 1);

  self->list = g_array_new (FALSE, TRUE, sizeof (ScValue));

  return self;
}

/**
 * sc_values_free:
 * @self: (transfer full): values
 */
void
sc_values_free (ScValues *self)
{
  for (guint i = 0; i < self->list->len; i++)
    g_free (sc_values_get (self, i)->text);
  g_array_unref (self->list);
  g_free (self);
}

/**
 * sc_values_find:
 * @self: values
 * @column: a column's name
 *
 * Returns: (nullable) (transfer none): the column's value
 */
ScValue *
sc_values_find (const ScValues *self,
                const char     *column)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_str_equal (sc_values_get (self, i)->column, column))
      return sc_values_get (self, i);

  return NULL;
}

static ScValue *
add (ScValues   *self,
     const char *column,
     ScCellType  type)
{
  ScValue value = { .column = g_intern_string (column), .type = type };

  g_array_append_val (self->list, value);

  return sc_values_get (self, self->list->len - 1);
}

/**
 * sc_values_set_int:
 * @self: values, without one for @column yet
 * @column: a column's name
 * @value: its value
 */
void
sc_values_set_int (ScValues   *self,
                   const char *column,
                   gint64      value)
{
  add (self, column, SC_CELL_INTEGER)->number = value;
}

/**
 * sc_values_set_text:
 * @self: values, without one for @column yet
 * @column: a column's name
 * @value: (nullable): its value; %NULL is SQL's null
 */
void
sc_values_set_text (ScValues   *self,
                    const char *column,
                    const char *value)
{
  add (self, column, value != NULL ? SC_CELL_TEXT : SC_CELL_NULL)->text = g_strdup (value);
}

/**
 * sc_values_set_real:
 * @self: values, without one for @column yet
 * @column: a column's name
 * @value: its value
 */
void
sc_values_set_real (ScValues   *self,
                    const char *column,
                    double      value)
{
  add (self, column, SC_CELL_REAL)->real = value;
}

/**
 * sc_values_set_null:
 * @self: values, without one for @column yet
 * @column: a column's name
 */
void
sc_values_set_null (ScValues   *self,
                    const char *column)
{
  add (self, column, SC_CELL_NULL);
}

/**
 * sc_values_set_value:
 * @self: values, without one for the column yet
 * @value: a column and its value, which are copied
 */
void
sc_values_set_value (ScValues      *self,
                     const ScValue *value)
{
  ScValue copy = *value;

  copy.text = g_strdup (value->text);
  g_array_append_val (self->list, copy);
}

/**
 * sc_values_set_column:
 * @self: values, without one for @column yet
 * @column: a column's name
 * @statement: a statement with a row
 * @index: the column there, from 0
 */
void
sc_values_set_column (ScValues    *self,
                      const char  *column,
                      ScStatement *statement,
                      int          index)
{
  switch (sc_statement_get_type (statement, index))
    {
    case SC_CELL_INTEGER:
      sc_values_set_int (self, column, sc_statement_get_int (statement, index));
      break;
    case SC_CELL_REAL:
      sc_values_set_real (self, column, sc_statement_get_real (statement, index));
      break;
    case SC_CELL_TEXT:
      sc_values_set_text (self, column, sc_statement_get_text (statement, index));
      break;
    default:
      sc_values_set_null (self, column);
      break;
    }
}

/**
 * sc_value_is_in:
 * @self: a value
 * @statement: a statement with a row
 * @index: a column, from 0
 *
 * Returns: whether the column has that value
 */
gboolean
sc_value_is_in (const ScValue *self,
                ScStatement   *statement,
                int            index)
{
  ScCellType type = sc_statement_get_type (statement, index);

  if (self->type == SC_CELL_NULL || type == SC_CELL_NULL)
    return self->type == type;
  if (self->type == SC_CELL_TEXT)
    return g_strcmp0 (self->text, sc_statement_get_text (statement, index)) == 0;
  if (self->type == SC_CELL_INTEGER && type == SC_CELL_INTEGER)
    return self->number == sc_statement_get_int (statement, index);

  return (self->type == SC_CELL_REAL ? self->real : (double) self->number)
         == sc_statement_get_real (statement, index);
}

/**
 * sc_value_to_cell:
 * @self: a value
 *
 * Returns: the same as what is measured by a column, valid as long as @self
 */
ScCell
sc_value_to_cell (const ScValue *self)
{
  return (ScCell) {
           .type = self->type, .number = self->number, .real = self->real, .text = self->text,
           .length = self->text != NULL ? strlen (self->text) : 0,
  };
}

/**
 * sc_value_bind:
 * @self: a value
 * @statement: a statement with a parameter `:column`
 * @type: what the column may hold
 */
void
sc_value_bind (const ScValue *self,
               ScStatement   *statement,
               ScCellType     type)
{
  char name[64];

  g_snprintf (name, sizeof name, ":%s", self->column);
  switch (self->type)
    {
    case SC_CELL_INTEGER:
      sc_statement_bind_int (statement, name, self->number);
      break;
    case SC_CELL_REAL:
      sc_statement_bind_real (statement, name, self->real);
      break;
    case SC_CELL_TEXT:
      sc_statement_bind_text (statement, name, self->text);
      break;
    default:
      sc_statement_bind_null (statement, name, type);
      break;
    }
}
