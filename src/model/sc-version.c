/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A version of a process: its stages, roles, aspects and the client mark. */

#include "model/sc-version.h"

#include <string.h>

#include "model/sc-index-private.h"
#include "model/sc-name.h"

static const char *const status_ids[] = { "draft", "published", "retired" };

/**
 * sc_version_status_get_id:
 * @status: a version's status
 *
 * Returns: its name in files and in the database
 */
const char *
sc_version_status_get_id (ScVersionStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_ids), NULL);

  return status_ids[status];
}

/**
 * sc_version_status_from_id:
 * @id: a name as sc_version_status_get_id() gives it
 * @status: (out): the status
 *
 * Returns: whether there is such a status
 */
gboolean
sc_version_status_from_id (const char      *id,
                           ScVersionStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_ids); i++)
    if (g_strcmp0 (id, status_ids[i]) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_version_new:
 * @language: the language of its texts
 *
 * Returns: (transfer full): an empty draft, free to be changed until it is
 *   shared
 */
ScVersion *
sc_version_new (ScLanguage language)
{
  ScVersion *self = g_atomic_rc_box_new0 (ScVersion);

  self->id = g_uuid_string_random ();
  self->number = 1;
  self->status = SC_VERSION_DRAFT;
  self->language = language;
  self->calendar = sc_calendar_ref (sc_calendar_get_standard ());
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_unref);

  return self;
}

static gpointer
ref_role (gconstpointer role,
          gpointer      user_data)
{
  return sc_role_ref ((ScRole *) role);
}

static gpointer
ref_stage (gconstpointer stage,
           gpointer      user_data)
{
  return sc_stage_ref ((ScStage *) stage);
}

/**
 * sc_version_copy:
 * @self: a version
 *
 * Returns: (transfer full): the same version with the same ids, which shares
 *   its stages and roles; free to be changed until it is shared
 */
ScVersion *
sc_version_copy (const ScVersion *self)
{
  ScVersion *copy = g_atomic_rc_box_dup (sizeof *self, (ScVersion *) self);

  copy->id = g_strdup (self->id);
  copy->mark = g_strdup (self->mark);
  copy->calendar = sc_calendar_ref (self->calendar);
  copy->stage_index = sc_index_ref (self->stage_index);
  copy->role_index = sc_index_ref (self->role_index);
  copy->roles = g_ptr_array_copy (self->roles, ref_role, NULL);
  g_ptr_array_set_free_func (copy->roles, (GDestroyNotify) sc_role_unref);
  copy->stages = g_ptr_array_copy (self->stages, ref_stage, NULL);
  g_ptr_array_set_free_func (copy->stages, (GDestroyNotify) sc_stage_unref);

  return copy;
}

/**
 * sc_version_ref:
 * @self: a version
 *
 * Returns: (transfer full): @self
 */
ScVersion *
sc_version_ref (ScVersion *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScVersion *self = data;

  g_free (self->id);
  g_free (self->mark);
  sc_calendar_unref (self->calendar);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->stages);
  g_clear_pointer (&self->stage_index, sc_index_unref);
  g_clear_pointer (&self->role_index, sc_index_unref);
}

/**
 * sc_version_set_calendar:
 * @self: a version that is not shared yet
 * @calendar: the working calendar of the database that it is of, in the place of the
 *   standard one
 */
void
sc_version_set_calendar (ScVersion        *self,
                         const ScCalendar *calendar)
{
  ScCalendar *taken = sc_calendar_ref (calendar);

  sc_calendar_unref (self->calendar);
  self->calendar = taken;
}

/**
 * sc_version_unref:
 * @self: (transfer full): a version
 */
void
sc_version_unref (ScVersion *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_version_equal:
 * @a: a version
 * @b: a version
 *
 * Returns: whether both say the same, in the same order and with the same
 *   ids of stages and roles; number, status and the versions' own ids do not
 *   count
 */
gboolean
sc_version_equal (const ScVersion *a,
                  const ScVersion *b)
{
  if (a->language != b->language || !sc_aspects_equal (&a->aspects, &b->aspects) ||
      g_strcmp0 (a->mark, b->mark) != 0 || a->roles->len != b->roles->len || a->stages->len != b->stages->len)
    return FALSE;

  for (guint i = 0; i < a->roles->len; i++)
    if (!sc_role_equal (a->roles->pdata[i], b->roles->pdata[i]))
      return FALSE;

  for (guint i = 0; i < a->stages->len; i++)
    if (!sc_stage_equal (a->stages->pdata[i], b->stages->pdata[i]))
      return FALSE;

  return TRUE;
}

static const char *
get_stage_id (gconstpointer stage)
{
  return ((const ScStage *) stage)->id;
}

static const char *
get_role_id (gconstpointer role)
{
  return ((const ScRole *) role)->id;
}

/**
 * sc_version_find_stage:
 * @self: a version
 * @id: a stage's id
 * @position: (out) (optional): its place, from 0
 *
 * Returns: (transfer none) (nullable): the stage, if the version has it
 */
ScStage *
sc_version_find_stage (const ScVersion *self,
                       const char      *id,
                       guint           *position)
{
  int place = sc_index_find (&((ScVersion *) self)->stage_index, self->stages, get_stage_id, id);

  if (place < 0)
    return NULL;
  if (position != NULL)
    *position = (guint) place;

  return sc_version_get_stage (self, (guint) place);
}

/**
 * sc_version_is_forward:
 * @self: a version
 * @from_id: a stage's id
 * @to_id: another one's
 *
 * Returns: whether a deal that goes from one to the other goes on; neither
 *   forward nor back where the version has one of them no more
 */
gboolean
sc_version_is_forward (const ScVersion *self,
                       const char      *from_id,
                       const char      *to_id)
{
  guint from, to;

  return sc_version_find_stage (self, from_id, &from) != NULL
         && sc_version_find_stage (self, to_id, &to) != NULL
         && to > from;
}

/* Folds what is plain ASCII or Cyrillic, as nearly every name is; in these,
 * a letter has one form only. This is most of the time that looking at a
 * version takes. */
static gboolean
fold_plainly (const char *name,
              GString    *folded)
{
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch < 0x80)
        g_string_append_c (folded, g_ascii_tolower ((char) ch));
      else if ((ch >= 0x400 && ch < 0x483) || (ch >= 0x48a && ch < 0x530))
        g_string_append_unichar (folded, g_unichar_tolower (ch));
      else
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_name_fold:
 * @name: a name
 * @folded: what it is compared by, which is overwritten
 *
 * Two names are the same to a person where this is: trimmed, without case,
 * composed.
 */
void
sc_name_fold (const char *name,
              GString    *folded)
{
  while (g_ascii_isspace (*name))
    name++;

  g_string_truncate (folded, 0);
  if (!fold_plainly (name, folded))
    {
      g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
      g_autofree char *text = g_utf8_casefold (normal != NULL ? normal : name, -1);

      g_string_assign (folded, text);
    }

  while (folded->len > 0 && g_ascii_isspace (folded->str[folded->len - 1]))
    g_string_truncate (folded, folded->len - 1);
}

/**
 * sc_name_equal:
 * @a: a name
 * @b: a name
 *
 * Returns: whether both are the same name to a person: compared trimmed and
 *   without case
 */
gboolean
sc_name_equal (const char *a,
               const char *b)
{
  g_autoptr (GString) x = NULL;
  g_autoptr (GString) y = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;

  x = g_string_new (NULL);
  y = g_string_new (NULL);
  sc_name_fold (a, x);
  sc_name_fold (b, y);

  return g_string_equal (x, y);
}

static ScStage *
find_squeezed (const ScVersion *self,
               const char      *name,
               guint           *position)
{
  g_autofree char *squeezed = sc_name_squeeze (name);

  for (guint i = 0; i < self->stages->len; i++)
    {
      g_autofree char *other = sc_name_squeeze (sc_version_get_stage (self, i)->name);

      if (!sc_name_equal (other, squeezed))
        continue;
      if (position != NULL)
        *position = i;
      return sc_version_get_stage (self, i);
    }

  return NULL;
}

/**
 * sc_version_find_stage_by_name:
 * @self: a version
 * @name: a name, compared without case; where no stage has just this name, one that
 *   differs only in its spaces is found
 * @position: (out) (optional): its place, from 0
 *
 * Returns: (transfer none) (nullable): the first stage of that name
 */
ScStage *
sc_version_find_stage_by_name (const ScVersion *self,
                               const char      *name,
                               guint           *position)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (sc_name_equal (sc_version_get_stage (self, i)->name, name))
      {
        if (position != NULL)
          *position = i;
        return sc_version_get_stage (self, i);
      }

  return find_squeezed (self, name, position);
}

/**
 * sc_version_find_role:
 * @self: a version
 * @id: (nullable): a role's id
 * @position: (out) (optional): its place, from 0
 *
 * Returns: (transfer none) (nullable): the role, if the version has it
 */
ScRole *
sc_version_find_role (const ScVersion *self,
                      const char      *id,
                      guint           *position)
{
  int place = sc_index_find (&((ScVersion *) self)->role_index, self->roles, get_role_id, id);

  if (place < 0)
    return NULL;
  if (position != NULL)
    *position = (guint) place;

  return sc_version_get_role (self, (guint) place);
}

/**
 * sc_version_find_role_by_name:
 * @self: a version
 * @name: a name, compared trimmed and without case
 *
 * Returns: (transfer none) (nullable): the first role of that name
 */
ScRole *
sc_version_find_role_by_name (const ScVersion *self,
                              const char      *name)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (sc_name_equal (sc_version_get_role (self, i)->name, name))
      return sc_version_get_role (self, i);

  return NULL;
}

/**
 * sc_version_find_role_by_function:
 * @self: a version
 * @function: what the role does
 *
 * Returns: (transfer none) (nullable): the first role of that function
 */
ScRole *
sc_version_find_role_by_function (const ScVersion *self,
                                  ScFunction       function)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (sc_version_get_role (self, i)->function == function)
      return sc_version_get_role (self, i);

  return NULL;
}

/**
 * sc_version_get_mark_position:
 * @self: a version
 *
 * The client mark is the border behind a stage at which “no client” becomes
 * “client”. Until a person sets it, it stands after the last stage that
 * covers payment, and where there is none after the last stage.
 *
 * Returns: the place, from 0, of the stage that the mark stands after; -1
 *   where there are no stages
 */
int
sc_version_get_mark_position (const ScVersion *self)
{
  guint position;

  if (self->mark != NULL && sc_version_find_stage (self, self->mark, &position) != NULL)
    return (int) position;

  for (guint i = self->stages->len; i > 0; i--)
    if (sc_kind_set_has (sc_version_get_stage (self, i - 1)->kinds, SC_KIND_PAYMENT))
      return (int) i - 1;

  return (int) self->stages->len - 1;
}

/**
 * sc_version_get_cycle_time:
 * @self: a version
 *
 * Returns: the sum of the target times from the first stage to the client
 *   mark, the length of the cycle as designed
 */
ScDuration
sc_version_get_cycle_time (const ScVersion *self)
{
  ScDuration sum = { 0, SC_UNIT_WORKING_DAYS };
  int mark = sc_version_get_mark_position (self);

  for (int i = 0; i <= mark; i++)
    sum = sc_duration_add (sum, sc_version_get_stage (self, (guint) i)->duration, self->calendar);

  return sum;
}

/**
 * sc_version_is_timed:
 * @self: a version
 *
 * Returns: whether each stage up to the client mark has a target time, so that
 *   sc_version_get_cycle_time() is the whole length and not the least
 */
gboolean
sc_version_is_timed (const ScVersion *self)
{
  int mark = sc_version_get_mark_position (self);

  for (int i = 0; i <= mark; i++)
    if (sc_version_get_stage (self, (guint) i)->duration.value == 0)
      return FALSE;

  return TRUE;
}

/* A quick look: where two letters of ASCII differ, whatever follows them, the
 * names do. */
static gboolean
is_plainly_other (const char *a,
                  const char *b)
{
  while (g_ascii_isspace (*a))
    a++;
  while (g_ascii_isspace (*b))
    b++;
  while (g_ascii_isgraph (*a) && g_ascii_isgraph (*b) && g_ascii_tolower (*a) == g_ascii_tolower (*b))
    {
      a++;
      b++;
    }

  return g_ascii_isgraph (*a) && g_ascii_isgraph (*b);
}

static gboolean
is_name_taken (const ScVersion *self,
               const char      *name,
               const char      *except_id)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  sc_name_fold (name, wanted);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self, i);

      if (is_plainly_other (stage->name, name) || g_strcmp0 (stage->id, except_id) == 0)
        continue;
      sc_name_fold (stage->name, folded);
      if (g_string_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

/* The names of all stages but one, folded. */
static GHashTable *
list_taken_names (const ScVersion *self,
                  const char      *except_id)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self, i);

      if (g_strcmp0 (stage->id, except_id) == 0)
        continue;
      sc_name_fold (stage->name, folded);
      g_hash_table_add (names, g_strdup (folded->str));
    }

  return names;
}

/**
 * sc_version_make_stage_name:
 * @self: a version
 * @wanted: the name that one would like
 * @except_id: (nullable): a stage whose own name does not count as taken
 *
 * Returns: (transfer full): @wanted, with the next free number behind it
 *   where it is taken (“Payment 2”)
 */
char *
sc_version_make_stage_name (const ScVersion *self,
                            const char      *wanted,
                            const char      *except_id)
{
  g_autoptr (GHashTable) taken = NULL;
  g_autoptr (GString) folded = NULL;
  g_autofree char *name = g_strdup (wanted);

  if (!is_name_taken (self, wanted, except_id))
    return g_steal_pointer (&name);

  taken = list_taken_names (self, except_id);
  folded = g_string_new (NULL);

  for (guint number = 2;; number++)
    {
      sc_name_fold (name, folded);
      if (!g_hash_table_contains (taken, folded->str))
        return g_steal_pointer (&name);

      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, number);
    }
}
