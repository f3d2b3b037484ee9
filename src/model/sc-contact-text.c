/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contacts as people and tables write them: “Anna Lee, decides, +44 20 7946 0018,
* anna@example.com; Bob Ray”. The name comes first, the rest in any order, each told by
* its look; what looks like something else says what it is (“tel:”, “mailto:”), and what
* holds a mark stands in quotes, as in tables. What is written reads as it was. */

#include "model/sc-contact-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-name.h"

#define PHONE_MARK "tel:"
#define EMAIL_MARK "mailto:"

typedef enum {
  LOOK_NOTHING,
  LOOK_PART,
  LOOK_PHONE,
  LOOK_EMAIL,
} Look;

static Look
tell_look (const char *text)
{
  if (sc_contact_part_from_id (text) != SC_CONTACT_PART_NONE)
    return LOOK_PART;
  if (g_str_has_prefix (text, PHONE_MARK))
    return LOOK_PHONE;
  if (g_str_has_prefix (text, EMAIL_MARK) || strchr (text, '@') != NULL)
    return LOOK_EMAIL;

  return strpbrk (text, "0123456789") != NULL ? LOOK_PHONE : LOOK_NOTHING;
}

static gboolean
needs_quotes (const char *text)
{
  g_autofree char *stripped = sc_text_strip (g_strdup (text));

  return strpbrk (text, ",;\"") != NULL || !g_str_equal (stripped, text);
}

static void
append (GString    *line,
        const char *mark,
        const char *text)
{
  g_autofree char *marked = g_strconcat (mark, text, NULL);
  g_auto (GStrv) pieces = g_strsplit (marked, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", pieces);

  if (needs_quotes (marked))
    g_string_append_printf (line, "\"%s\"", doubled);
  else
    g_string_append (line, marked);
}

/* With the mark where it would look like something else, or begins with one. */
static void
append_told (GString    *line,
             Look        look,
             const char *mark,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append (line, ", ");
  append (line, tell_look (text) != look || g_str_has_prefix (text, mark) ? mark : "", text);
}

/**
 * sc_contacts_to_text:
 * @contacts: (nullable) (element-type ScContact): contacts
 *
 * Returns: (transfer full): them in a line, as sc_contacts_from_text() reads it; empty for none
 */
char *
sc_contacts_to_text (GPtrArray *contacts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];

      if (i > 0)
        g_string_append (line, "; ");
      append (line, "", contact->name);
      if (contact->part != SC_CONTACT_PART_NONE)
        g_string_append_printf (line, ", %s", sc_contact_part_get_id (contact->part));
      append_told (line, LOOK_PHONE, PHONE_MARK, contact->phone);
      append_told (line, LOOK_EMAIL, EMAIL_MARK, contact->email);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static gboolean
is_end (char c)
{
  return c == ',' || c == ';' || c == '\0';
}

/* What stands in quotes, where nothing but a mark follows them. */
static char *
take_quoted (const char **at)
{
  const char *p = *at + strspn (*at, " \t\r\n");
  g_autoptr (GString) text = g_string_new (NULL);

  if (*p != '"')
    return NULL;

  for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      g_string_append_c (text, *p);
      p += *p == '"';
    }
  if (*p != '"')
    return NULL;

  p++;
  p += strspn (p, " \t\r\n");
  if (!is_end (*p))
    return NULL;

  *at = p;

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Up to the next mark. */
static char *
take_text (const char **at)
{
  char *text = take_quoted (at);
  gsize length = strcspn (*at, ",;");

  if (text == NULL)
    {
      text = sc_text_strip (g_strndup (*at, length));
      *at += length;
    }

  return text;
}

static gboolean
take_told (ScContact  *contact,
           const char *text,
           char      **problem)
{
  switch (tell_look (text))
    {
    case LOOK_PART:
      contact->part = sc_contact_part_from_id (text);
      return TRUE;

    case LOOK_PHONE:
      g_set_str (&contact->phone, text + (g_str_has_prefix (text, PHONE_MARK) ? strlen (PHONE_MARK) : 0));
      return TRUE;

    case LOOK_EMAIL:
      g_set_str (&contact->email, text + (g_str_has_prefix (text, EMAIL_MARK) ? strlen (EMAIL_MARK) : 0));
      return TRUE;

    case LOOK_NOTHING:
    default:
      *problem = g_strdup_printf (_("“%s” is neither a phone nor an email, and not what a contact is: decides, pays or uses."), text);
      return FALSE;
    }
}

static ScContact *
take_contact (const char **at,
              char       **problem)
{
  g_autofree char *name = take_text (at);
  g_autoptr (ScContact) contact = sc_contact_new (name, SC_CONTACT_PART_NONE, NULL, NULL);

  if (sc_text_is_blank (name))
    {
      *problem = g_strdup (_("A contact needs a name. Type one."));
      return NULL;
    }

  while (**at == ',')
    {
      g_autofree char *text = NULL;

      (*at)++;
      text = take_text (at);
      if (*text != '\0' && !take_told (contact, text, problem))
        return NULL;
    }

  return g_steal_pointer (&contact);
}

/**
 * sc_contacts_from_text:
 * @text: contacts in a line
 * @problem: (out) (transfer full): a sentence where it can't be read
 *
 * A name may be followed by what the person is there (`decides`, `pays`, `uses`), a phone and
 * a mail, with commas between; contacts by other contacts, with semicolons between.
 *
 * Returns: (transfer full) (nullable) (element-type ScContact): who they are
 */
GPtrArray *
sc_contacts_from_text (const char *text,
                       char      **problem)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  const char *at = text;

  do
    {
      ScContact *contact = take_contact (&at, problem);

      if (contact == NULL)
        return NULL;
      g_ptr_array_add (contacts, contact);
      if (*at == ';')
        at++;
    }
  while (!sc_text_is_blank (at));

  return g_steal_pointer (&contacts);
}
