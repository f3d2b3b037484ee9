/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a whole number that may be left empty. Where it can't be taken, the field
 * says which can. */

#include "designer/inspector/sc-number-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScNumberRow
{
  ScFieldRow parent_instance;

  int most;
  char *explanation;
};

enum {
  PROP_0,
  PROP_MOST,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScNumberRow, sc_number_row, SC_TYPE_FIELD_ROW);

static gboolean
parse (ScNumberRow *self,
       const char  *text,
       int         *number)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  guint64 value;

  /* “50 %” of a field that counts percent anyway. */
  if (g_str_has_suffix (trimmed, "%"))
    {
      trimmed[strlen (trimmed) - 1] = '\0';
      g_strchomp (trimmed);
    }
  *number = SC_NUMBER_NONE;
  if (*trimmed == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, (guint64) self->most, &value, NULL))
    return FALSE;
  *number = (int) value;

  return TRUE;
}

static gboolean
sc_number_row_check (ScFieldRow *row,
                     const char *text)
{
  int number;

  return parse (SC_NUMBER_ROW (row), text, &number);
}

static gboolean
sc_number_row_means (ScFieldRow *row,
                     const char *typed,
                     const char *value)
{
  int a, b;

  return parse (SC_NUMBER_ROW (row), typed, &a) && parse (SC_NUMBER_ROW (row), value, &b) && a == b;
}

static const char *
sc_number_row_explain (ScFieldRow *row)
{
  ScNumberRow *self = SC_NUMBER_ROW (row);

  if (self->explanation == NULL)
    self->explanation = g_strdup_printf (_("Possible are whole numbers from 0 to %d"), self->most);

  return self->explanation;
}

static void
sc_number_row_finalize (GObject *object)
{
  g_free (SC_NUMBER_ROW (object)->explanation);

  G_OBJECT_CLASS (sc_number_row_parent_class)->finalize (object);
}

static void
sc_number_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MOST:
      g_value_set_int (value, SC_NUMBER_ROW (object)->most);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_number_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_MOST:
      SC_NUMBER_ROW (object)->most = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_number_row_class_init (ScNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sc_number_row_get_property;
  object_class->set_property = sc_number_row_set_property;
  object_class->finalize = sc_number_row_finalize;
  SC_FIELD_ROW_CLASS (klass)->check = sc_number_row_check;
  SC_FIELD_ROW_CLASS (klass)->means = sc_number_row_means;
  SC_FIELD_ROW_CLASS (klass)->explain = sc_number_row_explain;

  properties[PROP_MOST] =
    g_param_spec_int ("most", NULL, NULL, 0, G_MAXINT, G_MAXINT,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sc_number_row_init (ScNumberRow *self)
{
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);
}

/**
 * sc_number_row_set_number:
 * @self: a field
 * @number: what is saved, or %SC_NUMBER_NONE
 */
void
sc_number_row_set_number (ScNumberRow *self,
                          int          number)
{
  g_autofree char *text = number == SC_NUMBER_NONE ? g_strdup ("") : g_strdup_printf ("%d", number);

  g_return_if_fail (SC_IS_NUMBER_ROW (self));

  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_number_row_get_number:
 * @self: a field
 *
 * Returns: what is typed, %SC_NUMBER_NONE for nothing
 */
int
sc_number_row_get_number (ScNumberRow *self)
{
  int number;

  g_return_val_if_fail (SC_IS_NUMBER_ROW (self), SC_NUMBER_NONE);

  parse (self, gtk_editable_get_text (GTK_EDITABLE (self)), &number);

  return number;
}

/**
 * sc_number_row_get_base:
 * @self: a field
 * @now: what is saved now
 *
 * Returns: what was saved when a person began to type: @now, unless others
 *   have changed that meanwhile
 */
int
sc_number_row_get_base (ScNumberRow *self,
                        int          now)
{
  const char *base;
  int number;

  g_return_val_if_fail (SC_IS_NUMBER_ROW (self), now);

  base = sc_field_row_get_base (SC_FIELD_ROW (self));
  if (base == NULL)
    return now;

  parse (self, base, &number);

  return number;
}
