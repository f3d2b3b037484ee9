/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process organisation`: tells who gives out the documents of a process and who approves
 * them, and changes it. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-document-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "document/sc-picture.h"
#include "files/sc-json-writer.h"
#include "files/sc-source.h"
#include "model/sc-logo.h"
#include "model/sc-name.h"
#include "model/sc-percent.h"
#include "store/sc-document-facts.h"

typedef struct {
  char *name;
  char *short_name;
  char *city;
  char *logo;
  char *code;
  char *owner_post;
  char *approved_by;
  char *approver;
  char *approver_post;
  char *effective;
  char *target_cycle;
  char *target_discovery;
  char *target_predictability;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->city);
  g_free (self->logo);
  g_free (self->code);
  g_free (self->owner_post);
  g_free (self->approved_by);
  g_free (self->approver);
  g_free (self->approver_post);
  g_free (self->effective);
  g_free (self->target_cycle);
  g_free (self->target_discovery);
  g_free (self->target_predictability);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
write_target (ScJsonWriter *writer,
              const char   *name,
              int           target)
{
  if (target == SC_TARGET_NONE)
    sc_json_writer_add_null (writer, name);
  else
    sc_json_writer_add_int (writer, name, target);
}

static void
print_json (const ScOrganisation *organisation)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *logo = organisation->logo != NULL ? sc_logo_to_uri (organisation->logo) : NULL;
  g_autofree char *effective = organisation->effective != SC_DATE_NONE ? sc_date_to_string (organisation->effective) : NULL;
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "name", organisation->name);
  sc_json_writer_add_text (writer, "short_name", organisation->short_name);
  sc_json_writer_add_text (writer, "city", organisation->city);
  sc_json_writer_add_text (writer, "logo", logo);
  sc_json_writer_add_text (writer, "code", organisation->code);
  sc_json_writer_add_text (writer, "owner_post", organisation->owner_post);
  sc_json_writer_add_text (writer, "approved_by", sc_approval_get_id (organisation->approval));
  sc_json_writer_add_text (writer, "approver", organisation->approver);
  sc_json_writer_add_text (writer, "approver_post", organisation->approver_post);
  sc_json_writer_add_text (writer, "effective", effective);
  write_target (writer, "target_cycle", organisation->target_cycle);
  write_target (writer, "target_discovery", organisation->target_discovery);
  write_target (writer, "target_predictability", organisation->target_predictability);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
add_line (ScCliTable *table,
          const char *title,
          const char *value)
{
  sc_cli_table_add (table, title, value != NULL && *value != '\0' ? value : "–", NULL);
}

static char *
name_days (int target)
{
  return target == SC_TARGET_NONE
         ? NULL : sc_duration_to_text ((ScDuration) { (guint) target, SC_UNIT_WORKING_DAYS }, sc_calendar_get_standard ());
}

static char *
name_percent (int target)
{
  return target == SC_TARGET_NONE ? NULL : sc_percent_to_text (target / 100.0);
}

static void
print_text (const ScOrganisation *organisation)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (2);
  g_autofree char *effective = organisation->effective != SC_DATE_NONE ? sc_date_to_text (organisation->effective) : NULL;
  g_autofree char *cycle = name_days (organisation->target_cycle);
  g_autofree char *discovery = name_percent (organisation->target_discovery);
  g_autofree char *predictability = name_percent (organisation->target_predictability);

  add_line (table, _("Name"), organisation->name);
  add_line (table, _("Short name"), organisation->short_name);
  add_line (table, _("City"), organisation->city);
  add_line (table, _("Logo"), organisation->logo != NULL ? sc_logo_get_media_type (organisation->logo) : NULL);
  add_line (table, _("Code of the document"), organisation->code);
  add_line (table, _("Post of the process’s owner"), organisation->owner_post);
  add_line (table, _("Approved by"),
            organisation->approval == SC_APPROVAL_ORDER ? C_("approved by", "an order") : C_("approved by", "a signature"));
  add_line (table, _("Approver"), organisation->approver);
  add_line (table, _("Approver’s post"), organisation->approver_post);
  add_line (table, _("In force from"), effective);
  add_line (table, _("Target: length of the cycle, at most"), cycle);
  add_line (table, _("Target: questions answered, at least"), discovery);
  add_line (table, _("Target: difference from the forecast, at most"), predictability);
  sc_cli_table_print (table);
}

static gboolean
refuse (GError    **error,
        const char *format,
        const char *value)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, format, value);

  return FALSE;
}

/* What stands in front of a number, or behind it. */
static gboolean
is_unit (const char        *text,
         const char *const *units)
{
  g_autofree char *unit = sc_name_squeeze (text);

  return g_strv_contains (units, unit);
}

/* “55”, “55d”, “55 days”; nothing takes the target away. */
static gboolean
read_target (const char        *text,
             const char *const *signs,
             const char *const *units,
             int                min,
             int                max,
             int               *target)
{
  gsize n_before = strcspn (text, "0123456789");
  g_autofree char *sign = g_strndup (text, n_before);
  char *end = NULL;
  guint64 number;

  if (*text == '\0')
    {
      *target = SC_TARGET_NONE;
      return TRUE;
    }

  number = g_ascii_strtoull (text + n_before, &end, 10);
  if (end == text + n_before || number < (guint64) min || number > (guint64) max || !is_unit (sign, signs) || !is_unit (end, units))
    return FALSE;

  *target = (int) number;

  return TRUE;
}

static gboolean
take_days (const char *text,
           int        *target,
           GError    **error)
{
  static const char *const signs[] = { "", NULL };
  static const char *const units[] = {
    "", "d", "day", "days", "working days", "working day", "д", "дн", "дн.", "рабочих дней", "рабочих дня", "рабочий день", "р. д.", NULL,
  };

  if (text == NULL || read_target (text, signs, units, 1, SC_TARGET_MAX_DAYS, target))
    return TRUE;

  return refuse (error, _("“%s” is not a number of working days, such as “55”."), text);
}

static gboolean
take_percent (const char *text,
              int        *target,
              GError    **error)
{
  static const char *const signs[] = { "", "±", "+-", "+/-", NULL };
  static const char *const units[] = { "", "%", "percent", "процент", "процента", "процентов", NULL };

  if (text == NULL || read_target (text, signs, units, 0, SC_TARGET_MAX_PERCENT, target))
    return TRUE;

  return refuse (error, _("“%s” is not a percentage, such as “80%%”."), text);
}

static gboolean
take_day (const char *text,
          ScDate     *date,
          GError    **error)
{
  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    return sc_cli_read_date (text, date, error);

  *date = SC_DATE_NONE;

  return TRUE;
}

static gboolean
take_approval (const char *text,
               ScApproval *approval,
               GError    **error)
{
  if (text != NULL && *text == '\0')
    {
      *approval = SC_APPROVAL_SIGNATURE;
      return TRUE;
    }

  return text == NULL || sc_approval_from_id (text, approval)
         || refuse (error, _("“%s” is not a way to approve a document; use signature or order."), text);
}

static gboolean
can_be_shown (GBytes *logo)
{
  g_autoptr (ScPicture) picture = sc_picture_read_logo (logo, SC_LOGO_WIDTH, SC_LOGO_HEIGHT);

  return picture != NULL;
}

static gboolean
take_logo (const char *path,
           GBytes    **logo,
           GError    **error)
{
  g_autoptr (GBytes) picture = NULL;

  if (path == NULL)
    return TRUE;

  if (*path != '\0')
    {
      picture = sc_source_read (path, error);
      if (picture == NULL)
        return FALSE;
      if (sc_logo_get_media_type (picture) == NULL)
        return refuse (error, _("“%s” is not a logo; use a PNG, JPEG or SVG picture of at most 2 MiB."), path);
      if (!can_be_shown (picture))
        return refuse (error, _("“%s” can’t be shown: the picture is damaged, or of a kind that this computer doesn’t know."), path);
    }
  g_clear_pointer (logo, g_bytes_unref);
  *logo = g_steal_pointer (&picture);

  return TRUE;
}

/* One line each: they stand in a document's lines. */
static void
take_text (const char *text,
           char      **field)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (stripped != NULL)
    g_set_str (field, g_strdelimit (stripped, "\r\n\t", ' '));
}

static gboolean
take_options (const Options  *options,
              ScOrganisation *organisation,
              GError        **error)
{
  take_text (options->name, &organisation->name);
  take_text (options->short_name, &organisation->short_name);
  take_text (options->city, &organisation->city);
  take_text (options->code, &organisation->code);
  take_text (options->owner_post, &organisation->owner_post);
  take_text (options->approver, &organisation->approver);
  take_text (options->approver_post, &organisation->approver_post);

  return take_approval (options->approved_by, &organisation->approval, error)
         && take_day (options->effective, &organisation->effective, error)
         && take_days (options->target_cycle, &organisation->target_cycle, error)
         && take_percent (options->target_discovery, &organisation->target_discovery, error)
         && take_percent (options->target_predictability, &organisation->target_predictability, error)
         && take_logo (options->logo, &organisation->logo, error);
}

static gboolean
change (ScStore         *store,
        const ScProcess *process,
        const Options   *options,
        ScOrganisation **organisation,
        GError         **error)
{
  g_autoptr (ScOrganisation) after = sc_organisation_copy (*organisation);
  g_autoptr (ScOutcome) outcome = NULL;

  if (!take_options (options, after, error))
    return FALSE;

  outcome = sc_command_run (sc_command_set_organisation (process, *organisation, after), store, NULL, error);
  if (outcome == NULL)
    return FALSE;

  g_clear_pointer (organisation, sc_organisation_free);
  *organisation = sc_store_load_organisation (store, process->id, error);

  return *organisation != NULL;
}

static gboolean
has_any (const Options *options)
{
  const char *const *const values = (const char *const *) options;

  for (guint i = 0; i < sizeof *options / sizeof (char *); i++)
    if (values[i] != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sc_cli_process_organisation:
 * @call: the call
 *
 * `process organisation PROCESS [--name NAME …]`: tells who gives out the documents of a
 * process, after changing what is given. An empty value takes one away.
 *
 * Returns: an exit status
 */
int
sc_cli_process_organisation (ScCliCall *call)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("name", &options.name, N_("Its full name"), N_("NAME")),
    SC_CLI_TEXT ("short-name", &options.short_name, N_("Its short name"), N_("NAME")),
    SC_CLI_TEXT ("city", &options.city, N_("Where it is"), N_("CITY")),
    SC_CLI_TEXT ("logo", &options.logo, N_("Its logo: PNG, JPEG or SVG"), N_("FILE")),
    SC_CLI_TEXT ("code", &options.code, N_("Code of this process’s document"), N_("CODE")),
    SC_CLI_TEXT ("owner-post", &options.owner_post, N_("Post of the process’s owner"), N_("POST")),
    SC_CLI_TEXT ("approved-by", &options.approved_by, N_("How the document is approved"), "signature|order"),
    SC_CLI_TEXT ("approver", &options.approver, N_("Approver"), N_("NAME")),
    SC_CLI_TEXT ("approver-post", &options.approver_post, N_("Their post"), N_("POST")),
    SC_CLI_TEXT ("effective", &options.effective, N_("The day it comes into force"), N_("DATE")),
    SC_CLI_TEXT ("target-cycle", &options.target_cycle, N_("Target for the length of the cycle, in working days"), N_("DAYS")),
    SC_CLI_TEXT ("target-discovery", &options.target_discovery, N_("Target for questions answered, in percent"), N_("PERCENT")),
    SC_CLI_TEXT ("target-predictability", &options.target_predictability,
                 N_("Target for the difference from the forecast, in percent"), N_("PERCENT")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOrganisation) organisation = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  organisation = store != NULL ? sc_store_load_organisation (store, process->id, &error) : NULL;
  if (organisation == NULL || (has_any (&options) && !change (store, process, &options, &organisation, &error)))
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (organisation);
  else
    print_text (organisation);

  return SC_CLI_DONE;
}
