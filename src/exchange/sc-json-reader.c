/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks a JSON document that is not trusted, for imports, and remembers the first thing
 * that is wrong with it. */

#include "exchange/sc-json-reader.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "exchange/sc-json-scan.h"

/* Beyond this a double tells one whole number from the next no more. */
#define LARGEST_WHOLE 9007199254740992.0

typedef struct {
  JsonNode *node;
  gsize place_length;
} Level;

struct _ScJsonReader
{
  JsonParser *parser;
  GArray *levels;
  GString *place;
  GError *error;
};

static gboolean
parse (JsonParser *parser,
       const char *data,
       gsize       length,
       GError    **error)
{
  g_autoptr (GError) wrong = NULL;

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, data, (gssize) length, &wrong) && json_parser_get_root (parser) != NULL)
    return TRUE;

  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID,
               _("Line %1$u, column %2$u: %3$s"), MAX (json_parser_get_current_line (parser), 1),
               json_parser_get_current_pos (parser) + 1, _("Something is missing here, or is too much."));

  return FALSE;
}

/**
 * sc_json_reader_new:
 * @bytes: what claims to be JSON
 * @error: of %SC_EXCHANGE_ERROR, with line and column
 *
 * Returns: (transfer full): a reader at the document's top, or %NULL
 */
ScJsonReader *
sc_json_reader_new (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  ScJsonReader *self;
  Level top = { NULL, 0 };

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!sc_json_scan (data, length, error) || !parse (parser, data, length, error))
    return NULL;

  self = g_new0 (ScJsonReader, 1);
  self->parser = g_steal_pointer (&parser);
  self->place = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  top.node = json_parser_get_root (self->parser);
  g_array_append_val (self->levels, top);
  if (!JSON_NODE_HOLDS_OBJECT (top.node))
    sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, NULL, "%s", _("The file holds no object at its top."));

  return self;
}

/**
 * sc_json_reader_free:
 * @self: (transfer full): a reader
 */
void
sc_json_reader_free (ScJsonReader *self)
{
  g_object_unref (self->parser);
  g_string_free (self->place, TRUE);
  g_array_unref (self->levels);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * sc_json_reader_finish:
 * @self: a reader
 * @error: of %SC_EXCHANGE_ERROR, the first thing that was wrong
 *
 * Returns: whether nothing was wrong
 */
gboolean
sc_json_reader_finish (ScJsonReader *self,
                       GError      **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

/**
 * sc_json_reader_fail:
 * @self: a reader
 * @code: what sort of fault
 * @name: (nullable): the member at fault, %NULL for where the reader is
 * @format: a sentence on what is wrong
 *
 * Says that the document is not what it claims to be. Only the first fault
 * counts.
 */
void
sc_json_reader_fail (ScJsonReader   *self,
                     ScExchangeError code,
                     const char     *name,
                     const char     *format,
                     ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *place = NULL;
  va_list args;

  if (self->error != NULL)
    return;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  place = g_strconcat (self->place->str, self->place->len > 0 && name != NULL ? "." : "", name, NULL);
  if (place[0] == '\0')
    self->error = g_error_new_literal (SC_EXCHANGE_ERROR, (int) code, sentence);
  else
    self->error = g_error_new (SC_EXCHANGE_ERROR, (int) code, "%s: %s", place, sentence);
}

static JsonNode *
get_node (ScJsonReader *self)
{
  return g_array_index (self->levels, Level, self->levels->len - 1).node;
}

static JsonNode *
find_member (ScJsonReader *self,
             const char   *name)
{
  JsonNode *node = NULL;

  if (self->error == NULL && JSON_NODE_HOLDS_OBJECT (get_node (self)))
    node = json_object_get_member (json_node_get_object (get_node (self)), name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static void
enter (ScJsonReader *self,
       JsonNode     *node,
       const char   *place)
{
  Level level = { node, self->place->len };

  g_array_append_val (self->levels, level);
  g_string_append (self->place, place);
}

static void
enter_member (ScJsonReader *self,
              JsonNode     *node,
              const char   *name)
{
  g_autofree char *place = g_strconcat (self->place->len > 0 ? "." : "", name, NULL);

  enter (self, node, place);
}

/**
 * sc_json_reader_has:
 * @self: a reader in an object
 * @name: a member's name
 *
 * Returns: whether it is there, whatever it is
 */
gboolean
sc_json_reader_has (ScJsonReader *self,
                    const char   *name)
{
  return find_member (self, name) != NULL;
}

/**
 * sc_json_reader_enter_object:
 * @self: a reader in an object
 * @name: the name of a member that is an object
 *
 * Returns: whether it was entered; sc_json_reader_leave() then leaves it
 */
gboolean
sc_json_reader_enter_object (ScJsonReader *self,
                             const char   *name)
{
  JsonNode *node = find_member (self, name);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This has to be an object."));
      return FALSE;
    }

  enter_member (self, node, name);

  return TRUE;
}

/**
 * sc_json_reader_enter_array:
 * @self: a reader in an object
 * @name: the name of a member that is an array
 * @n_items: (out): how many items it has
 *
 * Returns: whether it was entered; sc_json_reader_leave() then leaves it
 */
gboolean
sc_json_reader_enter_array (ScJsonReader *self,
                            const char   *name,
                            guint        *n_items)
{
  JsonNode *node = find_member (self, name);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This has to be a list."));
      return FALSE;
    }

  enter_member (self, node, name);
  *n_items = json_array_get_length (json_node_get_array (node));

  return TRUE;
}

static JsonNode *
enter_any_item (ScJsonReader *self,
                guint         index)
{
  g_autofree char *place = g_strdup_printf ("[%u]", index);
  JsonNode *node = json_array_get_element (json_node_get_array (get_node (self)), index);

  enter (self, node, place);

  return node;
}

/**
 * sc_json_reader_enter_item:
 * @self: a reader in an array
 * @index: the place of an item that is an object
 *
 * Returns: whether it was entered; sc_json_reader_leave() then leaves it
 */
gboolean
sc_json_reader_enter_item (ScJsonReader *self,
                           guint         index)
{
  if (self->error != NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (enter_any_item (self, index)))
    return TRUE;

  sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, NULL, "%s", _("This has to be an object."));
  sc_json_reader_leave (self);

  return FALSE;
}

/**
 * sc_json_reader_leave:
 * @self: a reader
 *
 * Leaves what was entered last.
 */
void
sc_json_reader_leave (ScJsonReader *self)
{
  g_return_if_fail (self->levels->len > 1);

  g_string_truncate (self->place, g_array_index (self->levels, Level, self->levels->len - 1).place_length);
  g_array_set_size (self->levels, self->levels->len - 1);
}

static const char *
check_text (ScJsonReader *self,
            JsonNode     *node,
            const char   *name)
{
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (text == NULL)
    sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This has to be text."));
  else if (!g_utf8_validate (text, -1, NULL))
    sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This holds half a character."));
  else
    return text;

  return NULL;
}

/**
 * sc_json_reader_get_text:
 * @self: a reader in an object
 * @name: the name of a member that is text
 *
 * Returns: (transfer none) (nullable): the text, %NULL where it is missing
 */
const char *
sc_json_reader_get_text (ScJsonReader *self,
                         const char   *name)
{
  JsonNode *node = find_member (self, name);

  return node != NULL ? check_text (self, node, name) : NULL;
}

/**
 * sc_json_reader_need_text:
 * @self: a reader in an object
 * @name: the name of a member that is text and may not be missing
 *
 * Returns: (transfer none): the text, empty where something is wrong
 */
const char *
sc_json_reader_need_text (ScJsonReader *self,
                          const char   *name)
{
  const char *text = sc_json_reader_get_text (self, name);

  if (text == NULL)
    sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This is missing."));

  return text != NULL ? text : "";
}

/**
 * sc_json_reader_get_texts:
 * @self: a reader in an object
 * @name: the name of a member that is a list of texts
 *
 * Returns: (transfer full): the texts, none where it is missing
 */
GStrv
sc_json_reader_get_texts (ScJsonReader *self,
                          const char   *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n_items;

  if (sc_json_reader_enter_array (self, name, &n_items))
    {
      for (guint i = 0; i < n_items; i++)
        {
          const char *text = check_text (self, enter_any_item (self, i), NULL);

          if (text != NULL)
            g_strv_builder_add (texts, text);
          sc_json_reader_leave (self);
        }
      sc_json_reader_leave (self);
    }

  return g_strv_builder_end (texts);
}

static gboolean
get_double (ScJsonReader *self,
            const char   *name,
            double       *number)
{
  JsonNode *node = find_member (self, name);
  GType type;

  if (node == NULL)
    return FALSE;

  type = json_node_get_value_type (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This has to be a number."));
      return FALSE;
    }
  *number = json_node_get_double (node);

  return TRUE;
}

/**
 * sc_json_reader_get_number:
 * @self: a reader in an object
 * @name: the name of a member that is a number
 * @min: the least that it may be
 * @max: the most that it may be
 * @number: (out): the number, untouched where there is none
 *
 * Returns: whether there is a number
 */
gboolean
sc_json_reader_get_number (ScJsonReader *self,
                           const char   *name,
                           double        min,
                           double        max,
                           double       *number)
{
  double found;

  if (!get_double (self, name, &found))
    return FALSE;

  if (!(found >= min && found <= max))
    {
      sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, _("This has to be a number from %1$g to %2$g."), min, max);
      return FALSE;
    }
  *number = found + 0.0;

  return TRUE;
}

/**
 * sc_json_reader_get_int:
 * @self: a reader in an object
 * @name: the name of a member that is a whole number
 * @min: the least that it may be
 * @max: the most that it may be
 * @number: (out): the number, untouched where there is none
 *
 * Returns: whether there is a number
 */
gboolean
sc_json_reader_get_int (ScJsonReader *self,
                        const char   *name,
                        gint64        min,
                        gint64        max,
                        gint64       *number)
{
  double found;

  if (!get_double (self, name, &found))
    return FALSE;

  if (!(fabs (found) < LARGEST_WHOLE) || found != trunc (found) || (gint64) found < min || (gint64) found > max)
    {
      g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
      g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

      sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name,
                           _("This has to be a whole number from %1$s to %2$s."), least, most);
      return FALSE;
    }
  *number = (gint64) found;

  return TRUE;
}

/**
 * sc_json_reader_get_bool:
 * @self: a reader in an object
 * @name: the name of a member that is true or false
 * @otherwise: what it is where it is missing
 *
 * Returns: what it is
 */
gboolean
sc_json_reader_get_bool (ScJsonReader *self,
                         const char   *name,
                         gboolean      otherwise)
{
  JsonNode *node = find_member (self, name);

  if (node == NULL)
    return otherwise;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  sc_json_reader_fail (self, SC_EXCHANGE_ERROR_INVALID, name, "%s", _("This has to be true or false."));

  return otherwise;
}
